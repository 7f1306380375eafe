//! What does a table by province say in the units of another date?
//!
//!     $ cargo run -q --example restate -- --to 2025-07-01
//!     as_of,province,projects,registered_musd,coverage
//!     2021-12-20,Hồ Chí Minh,14971,119545.630095239999,3 of 3
//!     …
//!     2021-12-20,Dầu khí,50,2768.691815,
//!
//! Reads a CSV with a column of provinces, a date (a column, or `--on`) and
//! columns of numbers, and writes it restated to the units of `--to`, by
//! default those of the last corrected table. Figures that lie wholly in one
//! unit are added up exactly; `coverage` says how many of the units that make
//! the new one were reported. A figure that cannot be carried over (a unit
//! that was split, or lost a district) is refused on standard error and the
//! exit status is 1: out and refused together are what went in.
//!
//! - Other text columns (a sector, a unit) keep rows apart.
//! - Ranks, shares, rates and growth do not add: such columns are left out,
//!   and said so.
//! - Offshore oil and gas (`Dầu khí`) is no province: its rows are passed on
//!   and reported, never lost. Rows of totals are left out and reported.
//! - An empty cell is not 0: the sum of the others stands, and the gap is
//!   reported.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use rust_decimal::Decimal;
use tinh::gazetteer::{Coverage, DATA_VERSION, Restatement, Unit, Units};
use tinh_examples::{data, output};

/// A table by province in the units of another date, with coverage; what
/// cannot be restated goes to standard error.
#[derive(Debug, Default, Parser)]
#[command(name = "restate")]
struct Args {
    /// The date whose units the table is restated to, YYYY-MM-DD; by default
    /// the day the tables were last corrected.
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// The date of every figure, where the table has no column of dates.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// The header of the column of provinces; found by its name otherwise.
    #[arg(long, value_name = "HEADER")]
    province: Option<String>,
    /// The header of the column of dates; found by its name otherwise.
    #[arg(long, value_name = "HEADER")]
    date: Option<String>,
    /// The table; `-` is standard input. The official stocks of foreign
    /// investment where none is named.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Headers under which the two columns are found.
const PROVINCE: [&str; 9] = [
    "province",
    "province_as_printed",
    "unit",
    "tinh",
    "tỉnh",
    "địa phương",
    "tỉnh, thành phố",
    "tỉnh/thành phố",
    "tên tỉnh",
];
const DATE: [&str; 6] = ["as_of", "date", "on", "ngay", "ngày", "tính đến ngày"];

/// Parts of headers whose figures do not add over territory.
const NOT_ADDITIVE: [&str; 17] = [
    "rank",
    "hạng",
    "thứ hạng",
    "share",
    "tỷ trọng",
    "tỷ lệ",
    "tỉ lệ",
    "rate",
    "growth",
    "tăng trưởng",
    "percent",
    "%",
    "index",
    "pci",
    "average",
    "bình quân",
    "stt",
];

/// What a column is to the restatement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Province,
    Date,
    /// Added up.
    Number,
    /// Keeps rows apart.
    Text,
    /// Numbers that do not add.
    LeftOut,
}

/// The table that comes out, and what was said about it.
#[derive(Debug, Default)]
struct Restated {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    /// For standard error.
    notes: String,
    refused: usize,
}

/// Rows that make one row.
struct Group {
    date: NaiveDate,
    /// `None` for offshore.
    target: Option<Unit>,
    cells: Vec<String>,
    sums: Vec<Option<Decimal>>,
    parts: Vec<Unit>,
}

fn lower(text: &str) -> String {
    text.trim().to_lowercase()
}

fn wrong(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

fn find_column(header: &csv::StringRecord, wanted: Option<&str>, known: &[&str]) -> Option<usize> {
    match wanted {
        Some(name) => header.iter().position(|h| lower(h) == lower(name)),
        // The order of the known names is the order of preference.
        None => known
            .iter()
            .find_map(|name| header.iter().position(|h| lower(h) == *name)),
    }
}

fn columns(
    args: &Args,
    header: &csv::StringRecord,
    rows: &[csv::StringRecord],
) -> io::Result<Vec<Column>> {
    let province = find_column(header, args.province.as_deref(), &PROVINCE)
        .ok_or_else(|| wrong("no column of provinces: name it with --province".to_owned()))?;
    let date = match args.on {
        Some(_) => None,
        None => Some(
            find_column(header, args.date.as_deref(), &DATE).ok_or_else(|| {
                wrong("no date: name its column with --date, or give --on".to_owned())
            })?,
        ),
    };
    let kind = |at: usize, name: &str| {
        if at == province {
            return Column::Province;
        }
        if Some(at) == date {
            return Column::Date;
        }
        let mut filled = rows
            .iter()
            .filter_map(|row| row.get(at))
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .peekable();
        let numbers = filled.peek().is_some() && filled.all(|cell| cell.parse::<Decimal>().is_ok());
        let name = lower(name);
        match numbers {
            true if NOT_ADDITIVE.iter().any(|part| name.contains(part)) => Column::LeftOut,
            true => Column::Number,
            false => Column::Text,
        }
    };
    Ok(header
        .iter()
        .enumerate()
        .map(|(at, name)| kind(at, name))
        .collect())
}

/// Rows that are no province: `Some(true)` offshore, `Some(false)` a total.
fn special(name: &str) -> Option<bool> {
    match lower(name).as_str() {
        "dầu khí" | "offshore" => Some(true),
        "tổng số" | "tổng" | "tổng cộng" | "cả nước" | "total" => Some(false),
        _ => None,
    }
}

/// Restates a table.
fn restate(args: &Args, input: impl Read) -> io::Result<Restated> {
    let to = match args.to {
        Some(to) => to,
        None => DATA_VERSION
            .parse()
            .map_err(|e| wrong(format!("{DATA_VERSION}: {e}")))?,
    };
    let units = Units::on(to);
    if units.is_empty() {
        return Err(wrong(format!("the units of {to} are not known")));
    }
    let mut reader = csv::Reader::from_reader(input);
    let header = reader.headers()?.clone();
    let rows = reader.records().collect::<Result<Vec<_>, _>>()?;
    let columns = columns(args, &header, &rows)?;
    let mut out = Restated::default();
    for (name, column) in header.iter().zip(&columns) {
        if *column == Column::LeftOut {
            writeln!(
                out.notes,
                "left out: column {name:?} does not add over territory"
            )
            .ok();
        } else {
            out.header.push(name.to_owned());
        }
    }
    out.header.push("coverage".to_owned());

    let mut groups: Vec<Group> = Vec::new();
    let mut index: HashMap<(NaiveDate, Option<Unit>, Vec<String>), usize> = HashMap::new();
    for row in &rows {
        let line = row.position().map_or(0, csv::Position::line);
        if let Err(why) = add_row(
            args,
            &columns,
            row,
            units,
            &mut groups,
            &mut index,
            &mut out.notes,
        ) {
            writeln!(
                out.notes,
                "refused: line {line}: {why}: {}",
                row.iter().collect::<Vec<_>>().join(",")
            )
            .ok();
            out.refused += 1;
        }
    }
    for group in groups {
        out.rows.push(finish(&columns, group));
    }
    Ok(out)
}

/// Adds a row to the group it belongs to, or says why it cannot be.
fn add_row(
    args: &Args,
    columns: &[Column],
    row: &csv::StringRecord,
    to: Units,
    groups: &mut Vec<Group>,
    index: &mut HashMap<(NaiveDate, Option<Unit>, Vec<String>), usize>,
    notes: &mut String,
) -> Result<(), String> {
    let cell = |wanted: Column| {
        columns
            .iter()
            .position(|c| *c == wanted)
            .and_then(|at| row.get(at))
            .unwrap_or_default()
            .trim()
    };
    let name = cell(Column::Province);
    let date = match args.on {
        Some(on) => on,
        None => {
            let date = cell(Column::Date);
            date.parse()
                .map_err(|_| format!("{date:?} is not a date"))?
        }
    };
    let (unit, target) = match special(name) {
        Some(true) => {
            writeln!(
                notes,
                "passed on: {name} of {date} is offshore, no province"
            )
            .ok();
            (None, None)
        }
        Some(false) => {
            writeln!(notes, "left out: {name} of {date} is a total of the others").ok();
            return Ok(());
        }
        None => {
            let unit = Units::on(date).by_name(name).map_err(|e| e.to_string())?;
            (Some(unit), Some(carried(unit, to)?))
        }
    };
    // Everything is read before anything is added: a refused row adds nothing.
    let mut numbers = Vec::new();
    let mut texts = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let cell = row.get(at).unwrap_or_default().trim();
        match column {
            Column::Number if cell.is_empty() => numbers.push(None),
            Column::Number => {
                let number: Decimal = cell
                    .parse()
                    .map_err(|_| format!("{cell:?} is not a number"))?;
                numbers.push(Some(number));
            }
            Column::Text => texts.push(cell.to_owned()),
            _ => {}
        }
    }
    let at = *index.entry((date, target, texts)).or_insert_with(|| {
        groups.push(Group {
            date,
            target,
            cells: row.iter().map(str::to_owned).collect(),
            sums: vec![None; numbers.len()],
            parts: Vec::new(),
        });
        groups.len() - 1
    });
    let Some(group) = groups.get_mut(at) else {
        return Err("no group".to_owned());
    };
    if let Some(unit) = unit.filter(|unit| group.parts.contains(unit)) {
        return Err(format!("{unit} stands twice on {date}"));
    }
    let mut sums = group.sums.clone();
    for (sum, number) in sums.iter_mut().zip(&numbers) {
        *sum = match (*sum, *number) {
            (Some(a), Some(b)) => Some(a.checked_add(b).ok_or("the sum is too large")?),
            (a, b) => a.or(b),
        };
    }
    group.sums = sums;
    group.parts.extend(unit);
    if numbers.contains(&None) {
        writeln!(
            notes,
            "gap: {name} of {date} has an empty cell, which is not 0"
        )
        .ok();
    }
    Ok(())
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
        Restatement::Partial { .. } => {
            format!("a part of {unit} went elsewhere: it lies in {names}")
        }
        _ => format!("{unit} lies in several units on {}: {names}", to.date()),
    })
}

fn finish(columns: &[Column], group: Group) -> Vec<String> {
    let mut sums = group.sums.into_iter();
    let mut row = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let kept = group.cells.get(at).cloned().unwrap_or_default();
        match column {
            Column::Province => row.push(group.target.map_or(kept, |unit| unit.name().to_owned())),
            Column::Number => {
                let sum = sums.next().flatten();
                row.push(sum.map(|s| s.to_string()).unwrap_or_default());
            }
            Column::Date | Column::Text => row.push(kept),
            Column::LeftOut => {}
        }
    }
    row.push(group.target.map_or_else(String::new, |target| {
        Coverage::on(target, Units::on(group.date), group.parts).to_string()
    }));
    row
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let restated = match &args.file {
        Some(path) if path.as_os_str() == "-" => restate(args, io::stdin().lock())?,
        file => {
            let default = data::path("fia_fdi_stock_by_province.csv");
            let path = file.as_ref().unwrap_or(&default);
            let file = File::open(path)
                .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
            restate(args, file)?
        }
    };
    anstream::eprint!("{}", restated.notes);
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(&restated.header)?;
    for row in &restated.rows {
        out.write_record(row)?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(restated.refused > 0)))
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(date: &str) -> Args {
        Args {
            to: date.parse().ok(),
            ..Args::default()
        }
    }

    fn total<'a>(cells: impl Iterator<Item = &'a str>) -> Decimal {
        cells
            .filter(|c| !c.is_empty())
            .map(|c| c.parse::<Decimal>().unwrap())
            .sum()
    }

    /// Every total of the official stocks to the last digit, for every date.
    #[test]
    fn official_stocks_keep_their_totals() {
        let path = data::path("fia_fdi_stock_by_province.csv");
        let text = std::fs::read_to_string(path).unwrap();
        for date in ["2024-06-20", "2025-01-01", "2025-07-01", "2026-11-23"] {
            let out = restate(&to(date), text.as_bytes()).unwrap();
            assert_eq!(out.refused, 0, "{}", out.notes);
            let rows = Units::on(date.parse().unwrap()).len() + 1;
            assert_eq!(out.rows.len(), 4 * rows);
            for column in [2, 3] {
                for day in ["2021-12-20", "2022-12-20", "2023-12-20", "2024-06-20"] {
                    let before = text.lines().filter(|l| l.starts_with(day));
                    let before = total(before.map(|l| l.split(',').nth(column).unwrap()));
                    let after = out.rows.iter().filter(|r| r[0] == day);
                    assert_eq!(
                        before,
                        total(after.map(|r| r[column].as_str())),
                        "{day} {date}"
                    );
                }
            }
            // Offshore is passed on and every unit is complete.
            let offshore = out.rows.iter().filter(|r| r[1] == "Dầu khí");
            assert!(offshore.clone().all(|r| r[2] == "50" && r[4].is_empty()));
            assert_eq!(offshore.count(), 4);
            assert_eq!(out.notes.matches("passed on: Dầu khí").count(), 4);
            for row in out.rows.iter().filter(|r| r[1] != "Dầu khí") {
                let (reported, all) = row[4].split_once(" of ").unwrap();
                assert_eq!(reported, all, "{row:?}");
            }
        }
    }

    #[test]
    fn the_head_of_the_file_is_right() {
        let file = File::open(data::path("fia_fdi_stock_by_province.csv")).unwrap();
        let out = restate(&to("2025-07-01"), file).unwrap();
        let head = include_str!("restate.rs");
        assert!(head.contains(&out.header.join(",")));
        for name in ["Hồ Chí Minh", "Dầu khí"] {
            let row = out.rows.iter().find(|r| r[1] == name).unwrap();
            assert!(
                head.contains(&format!("//!     {}\n", row.join(","))),
                "{row:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_restated_is_refused() {
        let table = "province,projects,rank\nHải Phòng,3,1\nHà Nội,5,2\nTổng số,8,\nThanh Hà,1,3\n";
        let args = Args {
            on: "2026-11-23".parse().ok(),
            ..to("2023-12-20")
        };
        let out = restate(&args, table.as_bytes()).unwrap();
        assert_eq!(out.rows, [["Hà Nội", "5", "1 of 1"]]);
        assert_eq!(
            out.notes,
            "left out: column \"rank\" does not add over territory\n\
             refused: line 2: Hải Phòng lies in several units on 2023-12-20: tỉnh Hải Dương, \
             thành phố Hải Phòng: Hải Phòng,3,1\n\
             left out: Tổng số of 2026-11-23 is a total of the others\n\
             refused: line 5: \"Thanh Hà\" is not a known place: Thanh Hà,1,3\n"
        );
        assert_eq!(out.refused, 2);
    }

    #[test]
    fn coverage_gaps_and_doubles() {
        let table = "as_of,tỉnh,sector,persons\n2022-12-20,Vĩnh Long,a,1.50\n2022-12-20,Bến Tre,a,\n\
                     2022-12-20,Vĩnh Long,b,2\n2022-12-20,Vĩnh Long,b,2\n2007-01-01,Vĩnh Phúc,a,7\n";
        let out = restate(&to("2025-07-01"), table.as_bytes()).unwrap();
        assert_eq!(
            out.rows,
            [
                ["2022-12-20", "Vĩnh Long", "a", "1.50", "2 of 3"],
                ["2022-12-20", "Vĩnh Long", "b", "2", "1 of 3"],
            ]
        );
        assert_eq!(
            out.notes,
            "gap: Bến Tre of 2022-12-20 has an empty cell, which is not 0\n\
             refused: line 5: Vĩnh Long stands twice on 2022-12-20: 2022-12-20,Vĩnh Long,b,2\n\
             refused: line 6: a part of Vĩnh Phúc went elsewhere: it lies in tỉnh Phú Thọ, \
             thành phố Hà Nội: 2007-01-01,Vĩnh Phúc,a,7\n"
        );
    }
}
