//! The restatement itself: rows into the units of another date.

use crate::column::{self, Column};
use crate::number::{self, Mark};
use crate::sheet::Sheet;
use crate::{Args, wrong};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::io;
use tinh::gazetteer::{Coverage, DATA_VERSION, Restatement, Unit, Units};

/// Headers under which the two columns are found, in the order of preference.
const PROVINCE: [&str; 12] = [
    "province",
    "province_as_printed",
    "unit",
    "tinh",
    "tỉnh",
    "địa phương",
    "tỉnh, thành phố",
    "tỉnh/thành phố",
    "tỉnh thành",
    "tên tỉnh",
    "mã tỉnh",
    "gso_code",
];
const DATE: [&str; 7] = [
    "as_of",
    "date",
    "on",
    "ngay",
    "ngày",
    "tính đến ngày",
    "thời điểm",
];

/// The table that comes out, and what was said about it.
#[derive(Debug, Default)]
pub(crate) struct Restated {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
    /// For standard error, as the rows were read.
    pub(crate) notes: String,
    /// For standard error, at the end.
    pub(crate) report: String,
    /// Rows and columns that could not be restated or read.
    pub(crate) refused: usize,
}

/// A row that can be restated.
struct Row<'s> {
    line: u64,
    date: NaiveDate,
    /// Its unit and the unit it goes to; `None` offshore.
    units: Option<(Unit, Unit)>,
    cells: &'s [String],
}

/// Rows that make one row.
struct Group {
    date: NaiveDate,
    target: Option<Unit>,
    cells: Vec<String>,
    sums: Vec<Option<Decimal>>,
    /// Persons behind the sums of figures per head.
    persons: Vec<Decimal>,
    parts: Vec<Unit>,
}

/// Rows that name no province: `Some(true)` offshore, `Some(false)` a total.
fn special(name: &str) -> Option<bool> {
    match column::words(name).as_str() {
        "dầu khí" | "offshore" => Some(true),
        "tổng số" | "tổng" | "tổng cộng" | "cả nước" | "toàn quốc" | "total" => {
            Some(false)
        }
        _ => None,
    }
}

/// A date as files have it: `2023-12-20`, `20/12/2023`.
fn date_of(cell: &str) -> Result<NaiveDate, String> {
    cell.parse()
        .or_else(|_| NaiveDate::parse_from_str(cell, "%d/%m/%Y"))
        .or_else(|_| NaiveDate::parse_from_str(cell, "%d-%m-%Y"))
        .map_err(|_| format!("expected a date, found \"{cell}\""))
}

/// The unit a figure may be carried over to, or why there is none.
fn carried(unit: Unit, to: Units) -> Result<Unit, String> {
    let moved = unit.restated(to);
    if let Some(target) = moved.target() {
        return Ok(target);
    }
    let names: Vec<String> = moved.units().iter().map(|u| u.full_name()).collect();
    let names = names.join(", ");
    Err(match moved {
        Restatement::Partial { mainly, .. } => {
            let gone = unit.territory() - mainly.territory();
            let parts: Vec<String> = gone
                .pieces()
                .map(|part| match part.hectares() {
                    Some(hectares) => format!("{}, {} km²", part.name(), hectares / 100),
                    None => part.name().to_owned(),
                })
                .collect();
            let parts = parts.join("; ");
            format!("a part of {unit} went elsewhere ({parts}): it is now in {names}")
        }
        _ => format!("{unit} is in several units on {}: {names}", to.date()),
    })
}

/// Reads where a row is and when; notes and rows that are not restated aside.
struct Places<'a> {
    args: &'a Args,
    province: usize,
    date: Option<usize>,
    to: Units,
}

impl Places<'_> {
    fn date(&self, row: &[String]) -> Result<NaiveDate, String> {
        match (self.args.on, self.date) {
            (Some(on), _) => Ok(on),
            (None, at) => date_of(at.and_then(|at| row.get(at)).map_or("", String::as_str)),
        }
    }

    fn unit(&self, row: &[String]) -> Result<Unit, String> {
        let name = row.get(self.province).map_or("", String::as_str);
        let units = Units::on(self.date(row)?);
        let found = if self.args.codes {
            units.by_gso_code(name)
        } else {
            units.by_cell(name)
        };
        found.map_err(|e| e.to_string())
    }

    /// The row, `None` for one that is left out with a note.
    fn row<'s>(
        &self,
        line: u64,
        cells: &'s [String],
        notes: &mut String,
    ) -> Result<Option<Row<'s>>, String> {
        let name = cells.get(self.province).map_or("", String::as_str);
        let date = self.date(cells)?;
        let units = match special(name) {
            Some(true) => {
                writeln!(
                    notes,
                    "passed on: {name} of {date} is offshore, no province"
                )
                .ok();
                None
            }
            Some(false) => {
                writeln!(notes, "left out: {name} of {date} is a total of the others").ok();
                return Ok(None);
            }
            None => {
                let unit = self.unit(cells)?;
                Some((unit, carried(unit, self.to)?))
            }
        };
        Ok(Some(Row {
            line,
            date,
            units,
            cells,
        }))
    }
}

/// Adds rows up.
struct Adder<'a> {
    columns: &'a [Column],
    groups: Vec<Group>,
    index: HashMap<(NaiveDate, Option<Unit>, Vec<String>), usize>,
    /// Lines with a missing cell, by column.
    missing: BTreeMap<usize, Vec<u64>>,
}

/// The average population of a unit, for figures per head.
fn persons(unit: Unit, date: NaiveDate) -> Result<Decimal, String> {
    let people = unit.population(date.year());
    people
        .map(|people| Decimal::from(people.persons()))
        .ok_or_else(|| format!("the population of {unit} in {} is not known", date.year()))
}

/// The cells of a row, read.
#[derive(Default)]
struct Cells {
    numbers: Vec<Option<Decimal>>,
    texts: Vec<String>,
    /// Columns without a figure.
    gaps: Vec<usize>,
}

impl Cells {
    /// `weight` is the number of persons behind a figure per head.
    fn read(columns: &[Column], row: &Row<'_>, weight: Decimal) -> Result<Cells, String> {
        let mut cells = Cells::default();
        for (at, column) in columns.iter().enumerate() {
            let cell = row.cells.get(at).map_or("", String::as_str);
            let number = match column {
                Column::Number(mark) => number::read(cell, *mark),
                Column::PerHead(mark) => number::read(cell, *mark)
                    .map(|n| n.checked_mul(weight).ok_or("the product is too large"))
                    .transpose()?,
                Column::Text => {
                    cells.texts.push(cell.to_owned());
                    continue;
                }
                _ => continue,
            };
            if number.is_none() {
                cells.gaps.push(at);
            }
            cells.numbers.push(number);
        }
        Ok(cells)
    }
}

impl Adder<'_> {
    /// Everything is read before anything is added: a refused row adds nothing.
    fn add(&mut self, row: &Row<'_>) -> Result<(), String> {
        let weighed = self.columns.iter().any(|c| matches!(c, Column::PerHead(_)));
        let weight = match row.units {
            Some((unit, _)) if weighed => persons(unit, row.date)?,
            _ => Decimal::ONE,
        };
        let Cells {
            numbers,
            texts,
            gaps,
        } = Cells::read(self.columns, row, weight)?;
        let group = self.group(row, texts, numbers.len())?;
        if let Some((unit, _)) = row.units.filter(|(unit, _)| group.parts.contains(unit)) {
            return Err(format!("{unit} appears twice on {}", row.date));
        }
        let mut sums = group.sums.clone();
        for (sum, number) in sums.iter_mut().zip(&numbers) {
            *sum = match (*sum, *number) {
                (Some(a), Some(b)) => Some(a.checked_add(b).ok_or("the sum is too large")?),
                (a, b) => a.or(b),
            };
        }
        group.sums = sums;
        for (persons, _) in group
            .persons
            .iter_mut()
            .zip(&numbers)
            .filter(|(_, n)| n.is_some())
        {
            *persons += weight;
        }
        group.parts.extend(row.units.map(|(unit, _)| unit));
        for at in gaps {
            self.missing.entry(at).or_default().push(row.line);
        }
        Ok(())
    }

    /// The group of a row; a new one for the first of its kind.
    fn group(
        &mut self,
        row: &Row<'_>,
        texts: Vec<String>,
        len: usize,
    ) -> Result<&mut Group, String> {
        let target = row.units.map(|(_, target)| target);
        let groups = &mut self.groups;
        let at = *self
            .index
            .entry((row.date, target, texts))
            .or_insert_with(|| {
                groups.push(Group {
                    date: row.date,
                    target,
                    cells: row.cells.to_vec(),
                    sums: vec![None; len],
                    persons: vec![Decimal::ZERO; len],
                    parts: Vec::new(),
                });
                groups.len() - 1
            });
        groups.get_mut(at).ok_or_else(|| "no group".to_owned())
    }

    fn finish(&self, group: &Group) -> Vec<String> {
        let mut sums = group.sums.iter().zip(&group.persons);
        let mut row = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let kept = group.cells.get(at).cloned().unwrap_or_default();
            match column {
                Column::Province => {
                    row.push(group.target.map_or(kept, |unit| unit.name().to_owned()));
                }
                Column::Number(_) => {
                    let sum = sums.next().and_then(|(sum, _)| *sum);
                    row.push(sum.map(|s| s.to_string()).unwrap_or_default());
                }
                Column::PerHead(_) => row.push(
                    sums.next()
                        .and_then(|(sum, persons)| sum.as_ref()?.checked_div(*persons))
                        .map(|head| head.round_dp(2).normalize().to_string())
                        .unwrap_or_default(),
                ),
                Column::Date => row.push(group.date.to_string()),
                Column::Text => row.push(kept),
                Column::LeftOut(_) | Column::Refused(_) => {}
            }
        }
        row.push(group.target.map_or_else(String::new, |target| {
            let reported = Units::on(group.date);
            Coverage::on(target, reported, group.parts.iter().copied()).to_string()
        }));
        row
    }

    /// Units with more than one row of a date, kept apart by columns of text.
    fn kept_apart(&self) -> usize {
        let mut counts: HashMap<(NaiveDate, Unit), usize> = HashMap::new();
        for group in &self.groups {
            if let Some(target) = group.target {
                *counts.entry((group.date, target)).or_default() += 1;
            }
        }
        counts.values().filter(|count| **count > 1).count()
    }
}

/// What was added, what was left out and why, and what was missing.
fn report(sheet: &Sheet, adder: &Adder<'_>, out: &mut Restated) {
    let header = |at: usize| sheet.header.get(at).map_or("", String::as_str);
    let mut texts = Vec::new();
    for (at, column) in adder.columns.iter().enumerate() {
        let name = header(at);
        match column {
            Column::Number(mark) => {
                writeln!(out.report, "added: \"{name}\", {}", mark.name()).ok();
            }
            Column::PerHead(_) => {
                writeln!(
                    out.report,
                    "weighed: \"{name}\", by the average population of the year (statistics office)"
                )
                .ok();
            }
            Column::LeftOut(why) => {
                writeln!(out.report, "left out: \"{name}\": {why}").ok();
            }
            Column::Refused(why) => {
                writeln!(out.report, "refused: \"{name}\": {why}").ok();
                out.refused += 1;
            }
            Column::Text => texts.push(format!("\"{name}\"")),
            Column::Province | Column::Date => {}
        }
    }
    let apart = adder.kept_apart();
    if apart > 0 {
        writeln!(
            out.report,
            "kept apart: {apart} units with more than one row, by {}",
            texts.join(", ")
        )
        .ok();
    }
    for (at, lines) in &adder.missing {
        let shown: Vec<String> = lines.iter().take(5).map(u64::to_string).collect();
        let more = if lines.len() > shown.len() {
            ", …"
        } else {
            ""
        };
        writeln!(
            out.report,
            "missing: {} cells of \"{}\", which are not 0: line {}{more}",
            lines.len(),
            header(*at),
            shown.join(", ")
        )
        .ok();
    }
}

/// The units the table is restated to.
fn target(args: &Args) -> io::Result<Units> {
    let to = match args.to {
        Some(to) => to,
        None => DATA_VERSION
            .parse()
            .map_err(|e| wrong(format!("{DATA_VERSION}: {e}")))?,
    };
    match Units::on(to) {
        none if none.is_empty() => Err(wrong(format!("the units of {to} are not known"))),
        units => Ok(units),
    }
}

/// The columns of places and dates.
fn places<'a>(args: &'a Args, sheet: &Sheet) -> io::Result<Places<'a>> {
    let province = sheet.find(args.province.as_deref(), &PROVINCE);
    let province = province.ok_or_else(|| {
        let headers = sheet.header.join(", ");
        wrong(format!(
            "no column of provinces among {headers}: name it with --province"
        ))
    })?;
    let date = sheet.find(args.date.as_deref(), &DATE);
    if args.on.is_none() && date.is_none() {
        return Err(wrong(
            "no date: name its column with --date, or give --on".to_owned(),
        ));
    }
    Ok(Places {
        args,
        province,
        date: date.filter(|_| args.on.is_none()),
        to: target(args)?,
    })
}

/// What each column is.
fn columns(args: &Args, sheet: &Sheet, places: &Places<'_>) -> Vec<Column> {
    let units: Vec<Option<Unit>> = sheet
        .rows
        .iter()
        .map(|(_, row)| places.unit(row).ok())
        .collect();
    let forced: Option<Mark> = args.decimal.map(Into::into);
    (0..sheet.header.len())
        .map(|at| match at {
            _ if at == places.province => Column::Province,
            _ if Some(at) == places.date => Column::Date,
            _ => column::judge(sheet, at, forced, args.per_head, &units),
        })
        .collect()
}

/// Restates a table.
pub(crate) fn restate(args: &Args, sheet: &Sheet) -> io::Result<Restated> {
    let places = places(args, sheet)?;
    let columns = columns(args, sheet, &places);
    let mut out = Restated::default();
    for (name, column) in sheet.header.iter().zip(&columns) {
        if !matches!(column, Column::LeftOut(_) | Column::Refused(_)) {
            out.header.push(name.clone());
        }
    }
    out.header.push("coverage".to_owned());
    let mut adder = Adder {
        columns: &columns,
        groups: Vec::new(),
        index: HashMap::new(),
        missing: BTreeMap::new(),
    };
    for (line, cells) in &sheet.rows {
        let read = places.row(*line, cells, &mut out.notes);
        let added = read.and_then(|row| row.map_or(Ok(()), |row| adder.add(&row)));
        if let Err(why) = added {
            let cells = cells.join(",");
            writeln!(out.notes, "refused: line {line}: {why}: {cells}").ok();
            out.refused += 1;
        }
    }
    out.rows = adder
        .groups
        .iter()
        .map(|group| adder.finish(group))
        .collect();
    report(sheet, &adder, &mut out);
    Ok(out)
}
