//! A description that writes itself, as far as headers, titles and contents
//! say what a table is.

use chrono::NaiveDate;
use tinh_figures::Bilingual;
use tinh_model::time::Time;
use tinh_model::{CapitalKind, Measure, MeasureUnit, Nature, Source, measures};

use super::lines::{self, Head, MOST_LINES};
use super::place::{self, Located};
use super::{ColumnName, FigureSpec, TableSpec, TableTime, Where};
use crate::cell::{Value, letters};
use crate::dates;
use crate::fia;
use crate::file::Workbook;
use crate::fold::fold;
use crate::layout::{self, Above, Layout, When};
use crate::messages;
use crate::numbers::{self, Marks, Notation};
use crate::page::{Page, one_line};
use crate::sheet::{Sheet, SheetRow};
use crate::table::Breakdown;
use crate::unit::ColumnUnit;
use crate::words;

/// A proposed description of a table, to be edited.
///
/// ```
/// # use tinh_reader::*;
/// # let csv = "Lũy kế đến ngày 20/12/2023,,,\nSTT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)\n1,Hải Phòng,1004,28681.85\n2,Hải Dương,539,9433.10\nTổng,,1543,38114.95\n";
/// # let workbook = Workbook::from_bytes("stock.csv", csv.as_bytes())?;
/// # let reading = FiaReader::new().read(&workbook)?;
/// for proposal in TableSpec::describe(&workbook) {
///     println!("{:?}", proposal.spec().place);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    spec: TableSpec,
    remarks: Vec<Bilingual>,
}

impl Proposal {
    /// The description; without figures where none were recognised.
    #[must_use]
    pub fn spec(&self) -> &TableSpec {
        &self.spec
    }

    /// Questions left open: columns without a known measure, money
    /// without a unit.
    #[must_use]
    pub fn remarks(&self) -> &[Bilingual] {
        &self.remarks
    }
}

impl TableSpec {
    /// Proposes a description for each table that can be seen in a workbook:
    /// columns, measures, units, time and decimal mark, by headers, titles and
    /// contents.
    ///
    /// A table of the Foreign Investment Agency is described so that it reads
    /// as [`FiaReader`](crate::FiaReader) reads it.
    ///
    /// ```
    /// use tinh_reader::{TableSpec, Workbook};
    /// let csv = "prov;year;Dân số (nghìn người)\nHà Nội;2015;7216,0\nHải Phòng;2015;1963,3\n";
    /// let workbook = Workbook::from_bytes("ds.csv", csv.as_bytes())?;
    /// let proposals = TableSpec::describe(&workbook);
    /// assert_eq!(
    ///     serde_json::to_string(proposals[0].spec())?,
    ///     r#"{"source":{"id":"ds.csv","title":"ds.csv"},"place":"prov","time":{"stock":"year"},"#
    ///         .to_owned()
    ///         + r#""figures":[{"header":"Dân số (nghìn người)","measure":"population","#
    ///         + r#""unit":"nghìn người"}],"notation":"comma"}"#,
    /// );
    /// assert_eq!(proposals[0].spec().read(&workbook)?.claims().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn describe(workbook: &Workbook) -> Vec<Proposal> {
        let source = Source::new(workbook.name(), workbook.name());
        let mut proposals: Vec<Proposal> = Vec::new();
        for sheet in workbook.sheets() {
            let mut page = Page::new(sheet);
            let layouts = fia::layouts(&mut page);
            let found: Vec<Proposal> = if layouts.is_empty() {
                guessed(&mut page, &source).into_iter().collect()
            } else {
                let of_layout = |layout: &Layout| described(&page, layout, &source);
                layouts.iter().map(of_layout).collect()
            };
            for mut proposal in found {
                if workbook.sheets().len() > 1 {
                    proposal.spec.sheet = Some(sheet.name().to_owned());
                }
                // A sheet a year: one description for all.
                let same = proposals.iter_mut().find(|other| {
                    let sheet = &proposal.spec.sheet;
                    let mut like = other.spec.clone();
                    like.sheet.clone_from(sheet);
                    like == proposal.spec && is_by_sheet(&like)
                });
                match same {
                    Some(other) => other.spec.sheet = None,
                    None => proposals.push(proposal),
                }
            }
        }
        proposals
    }
}

fn is_by_sheet(spec: &TableSpec) -> bool {
    matches!(
        spec.time,
        TableTime::StockIn(Where::Sheet) | TableTime::FlowIn(Where::Sheet)
    )
}

/// The description of a table that was located by its words.
fn described(page: &Page<'_>, layout: &Layout, source: &Source) -> Proposal {
    let when = match layout.when {
        When::Columns(time) => time,
        When::Stock(_) | When::Flow(_) => Time::Undated,
    };
    let mut spec = TableSpec::new(source.clone(), fixed(when));
    spec.until_total = true;
    for by_header in [true, false] {
        let name = |column: u32| {
            let cell = crate::cell::Position::new(layout.header_row, column);
            let header = page
                .sheet
                .cell(cell)
                .map(|value| one_line(&value.to_string()));
            header.filter(|_| by_header)
        };
        let names = layout.names.first();
        let column = names.map(|names| match name(names.column) {
            Some(header) => ColumnName::Header(header),
            None => ColumnName::Letter {
                column: names.column,
            },
        });
        (spec.place, spec.partner, spec.sector, spec.scope) = match layout.breakdown {
            Breakdown::Province | Breakdown::Region => (column, None, None, None),
            Breakdown::Partner => (None, column, None, None),
            Breakdown::Sector => (None, None, column, None),
            Breakdown::Form => (None, None, None, column),
        };
        let figures = layout.columns.iter().map(|column| {
            let header = Some(column.header.clone()).filter(|_| by_header);
            let letter = header.is_none().then_some(column.index);
            FigureSpec {
                unit: written(column.unit),
                time: (column.time != when).then(|| fixed(column.time)),
                ..FigureSpec::new(header, letter, Some(column.measure.clone()))
            }
        });
        spec.figures = figures.collect();
        if !by_header {
            let first = page.sheet.rows().get(layout.body.start);
            spec.first_row = first.map(|row| row.index() + 1);
        }
        // Two tables of a sheet may have one header.
        let mut again = Page::new(page.sheet);
        let is_it = place::locate(&spec, &mut again).is_ok_and(|found| {
            let Some(Located::Table(found)) = found.first() else {
                return false;
            };
            let columns = |layout: &Layout| -> Vec<u32> {
                layout.columns.iter().map(|column| column.index).collect()
            };
            found.body.start == layout.body.start && columns(found) == columns(layout)
        });
        if is_it {
            break;
        }
    }
    Proposal {
        spec,
        remarks: Vec::new(),
    }
}

fn fixed(time: Time) -> TableTime {
    match time {
        Time::During(period) => TableTime::Period(period),
        Time::AsOf(as_of) => TableTime::AsOf(as_of.date()),
        Time::On(date) => TableTime::AsOf(date),
        _ => TableTime::StockIn(Where::Title),
    }
}

/// A unit as a description says it; nothing where it says itself.
fn written(unit: ColumnUnit) -> Option<String> {
    match unit {
        _ if unit == ColumnUnit::COUNT || unit == ColumnUnit::Plain => None,
        ColumnUnit::Count { .. } => Some(format!("{unit} người")),
        _ => Some(unit.to_string()),
    }
}

/// The kind of a column's cells.
#[derive(Debug, Default)]
struct Contents {
    cells: usize,
    places: usize,
    partners: usize,
    times: usize,
    numbers: usize,
    /// Texts among numbers.
    words: Vec<String>,
}

impl Contents {
    fn of<'r>(rows: impl Iterator<Item = &'r SheetRow>, column: u32) -> Self {
        let mut found = Self::default();
        for value in rows.filter_map(|row| row.cell(column)) {
            found.cells += 1;
            match value {
                Value::Number(number) => {
                    found.numbers += 1;
                    found.times += usize::from(layout::is_year(*number));
                }
                Value::Date(_) => found.times += 1,
                Value::Text(text) => found.text(text.trim()),
                _ => {}
            }
        }
        found
    }

    fn text(&mut self, text: &str) {
        let bare = numbers::without_notes(text);
        let number = Notation::Point
            .number(bare)
            .or_else(|| Notation::Comma.number(bare));
        if let Some(number) = number {
            self.numbers += 1;
            self.times += usize::from(layout::is_year(number));
        } else if is_gap(text) {
            self.word(text);
        } else if words::is_total(&fold(text), true) {
            self.cells = self.cells.saturating_sub(1);
        } else if is_place(text) || words::is_region(&fold(text)) {
            self.places += 1;
        } else if words::country(text).is_some() || words::is_group(&fold(text)) {
            self.partners += 1;
        } else if dates::period_of(text).is_some() || dates::date_of(text).is_some() {
            self.times += 1;
        } else {
            self.word(text);
        }
    }

    fn word(&mut self, text: &str) {
        if self.words.len() < 20 && !self.words.iter().any(|word| word == text) {
            self.words.push(text.to_owned());
        }
    }

    fn most(&self, part: usize) -> bool {
        part.saturating_mul(10) >= self.cells.saturating_mul(6) && part > 0
    }
}

/// Whether a text is one that programs write for a missing figure.
fn is_gap(text: &str) -> bool {
    ["na", "n/a", "nan", "null", "x"].contains(&text.to_ascii_lowercase().as_str())
}

fn is_place(text: &str) -> bool {
    let days = [(2007, 1, 1), (2024, 1, 1), (2026, 1, 1)];
    days.into_iter()
        .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .any(|day| words::place(text, day).is_ok())
}

/// The number of rows that settle what a column holds.
const LOOKED_AT: usize = 200;

/// The description of a table that no words of official workbooks tell.
fn guessed(page: &mut Page<'_>, source: &Source) -> Option<Proposal> {
    // `FiaReader` reads it.
    if fia::is_quick_report(page) {
        return None;
    }
    if !has_places_across(page.sheet) {
        return indicators(page.sheet, source).or_else(|| seen(page, source));
    }
    let turned = page.sheet.turned();
    let mut proposal = seen(&Page::new(&turned), source)?;
    proposal.spec.turned = true;
    Some(proposal)
}

/// Whether places stand side by side in the first row of a table.
fn has_places_across(sheet: &Sheet) -> bool {
    const FEWEST: usize = 2;
    let row = sheet.rows().iter().find(|row| row.cells().len() > FEWEST);
    let texts = row.into_iter().flat_map(SheetRow::cells).skip(1);
    let texts: Vec<bool> = texts
        .filter_map(|(_, value)| value.as_text())
        .map(|text| is_place(text.trim()))
        .collect();
    let places = texts.iter().filter(|is_place| **is_place).count();
    places >= FEWEST && places.saturating_mul(2) > texts.len()
}

/// The description of a table with an indicator a row.
fn indicators(sheet: &Sheet, source: &Source) -> Option<Proposal> {
    let header = |row: &SheetRow, is_it: fn(&str) -> bool| {
        row.cells().find_map(|(_, value)| {
            let text = one_line(value.as_text()?);
            is_it(&fold(&text)).then_some(text)
        })
    };
    let (at, name) = (sheet.rows().iter().enumerate())
        .find_map(|(at, row)| Some((at, header(row, words::is_indicator)?)))?;
    let row = sheet.rows().get(at)?;
    let heads = lines::heads(sheet, at, 1)?;
    let mut spec = TableSpec::new(source.clone(), TableTime::FlowIn(Where::Header));
    spec.indicator = Some(ColumnName::Header(name));
    spec.unit = header(row, words::is_unit_column).map(ColumnName::Header);
    let dated = heads.iter().any(|head| place::period_of(head).is_some());
    if dated {
        spec.figures.push(FigureSpec::new(None, None, None));
    } else {
        spec.time = TableTime::FlowIn(Where::Title);
        let is_figure = |head: &&Head| {
            let folded = fold(&head.text);
            let is_name = words::is_indicator(&folded) || words::is_unit_column(&folded);
            !is_name && !words::is_index(&folded)
        };
        let headers = heads.iter().filter(is_figure).map(|head| head.text.clone());
        let figures = headers.map(|header| FigureSpec::new(Some(header), None, None));
        spec.figures.extend(figures);
    }
    let mut page = Page::new(sheet);
    place::locate(&spec, &mut page).ok()?;
    let remarks = page.notes.iter().filter(|note| !note.kind().was_read());
    let remarks = remarks.map(|note| Bilingual::of(|language| note.in_language(language)));
    Some(Proposal {
        remarks: remarks.collect(),
        spec,
    })
}

/// The description of a table that is told by its contents.
fn seen(page: &Page<'_>, source: &Source) -> Option<Proposal> {
    let rows = page.sheet.rows();
    // The first row with a figure that is no header.
    let body = rows
        .iter()
        .position(|row| !lines::is_line(row) && row.cells().len() > 1)?;
    let is_header = |at: &usize| {
        rows.get(*at)
            .is_some_and(|row| lines::is_line(row) && row.cells().len() > 1)
    };
    let start = (body.saturating_sub(MOST_LINES)..body)
        .rev()
        .take_while(is_header)
        .last();
    let start = start.unwrap_or(body);
    let mut heads = lines::heads(page.sheet, start, body - start).unwrap_or_default();
    place::name_year(page.sheet, start, &mut heads);
    let above = Above::read(rows.get(..start).unwrap_or_default(), (0, u32::MAX));
    let title = above.title();
    let sample = || rows.iter().skip(body).take(LOOKED_AT);
    let mut columns: Vec<u32> = sample()
        .flat_map(|row| row.cells().map(|(c, _)| c))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let mut guess = Guess {
        heads,
        title,
        above: above.unit,
        remarks: Vec::new(),
        years: Vec::new(),
        stocks: 0,
        spec: TableSpec::new(source.clone(), TableTime::StockIn(Where::Title)),
    };
    let mut timed = None;
    let mut said = Vec::new();
    for column in columns {
        let contents = Contents::of(sample(), column);
        guess.column(column, &contents, &mut timed);
        if let Marks::Known(notation) = page.notations.marks(column) {
            said.push(notation);
        }
    }
    if guess.spec.figures.is_empty() && guess.years.is_empty() && guess.remarks.is_empty() {
        return None;
    }
    guess.years();
    let sheet = dates::period_of(page.sheet.name()).is_some();
    let is_stock = guess.stocks.saturating_mul(2) > guess.spec.figures.len();
    // A year over each measure says when it was as well.
    let by_header = !guess.years.is_empty() || guess.is_dated();
    guess.spec.time = match (timed, above.time) {
        _ if by_header && is_stock => TableTime::StockIn(Where::Header),
        _ if by_header => TableTime::FlowIn(Where::Header),
        (Some(column), _) if is_stock => TableTime::Stock(column),
        (Some(column), _) => TableTime::Flow(column),
        (None, Some(time)) => fixed(time),
        (None, None) if sheet && is_stock => TableTime::StockIn(Where::Sheet),
        (None, None) if sheet => TableTime::FlowIn(Where::Sheet),
        (None, None) if is_stock => TableTime::StockIn(Where::Title),
        (None, None) => TableTime::FlowIn(Where::Title),
    };
    said.dedup();
    if let [notation] = said.as_slice() {
        guess.spec.notation = Some(*notation);
    }
    Some(Proposal {
        spec: guess.spec,
        remarks: guess.remarks,
    })
}

/// A description in the making.
struct Guess {
    heads: Vec<Head>,
    title: String,
    /// The unit above the table.
    above: Option<ColumnUnit>,
    remarks: Vec<Bilingual>,
    /// Columns whose headers are times and nothing else.
    years: Vec<u32>,
    /// How many figures are stocks by what they measure.
    stocks: usize,
    spec: TableSpec,
}

impl Guess {
    fn text(&self, column: u32) -> Option<&str> {
        let head = self.heads.iter().find(|head| head.column == column)?;
        Some(&head.text)
    }

    /// The name of a column: its header, where no other has it.
    fn name(&self, column: u32) -> ColumnName {
        let text = self.text(column).map(str::to_owned);
        let alone = |text: &String| {
            let same = self
                .heads
                .iter()
                .filter(|head| fold(&head.text) == fold(text));
            same.count() == 1
        };
        match text.filter(alone) {
            Some(text) => ColumnName::Header(text),
            None => ColumnName::Letter { column },
        }
    }

    fn column(&mut self, column: u32, contents: &Contents, timed: &mut Option<ColumnName>) {
        let header = self.text(column).map(one_line).unwrap_or_default();
        let folded = fold(&header);
        let name = self.name(column);
        if words::is_index(&folded) {
            return;
        }
        if contents.most(contents.places) {
            self.spec.place.get_or_insert(name);
        } else if contents.most(contents.partners) {
            self.spec.partner.get_or_insert(name);
        } else if timed.is_none()
            && contents.most(contents.times)
            && (words::is_time(&folded) || contents.times == contents.cells)
        {
            *timed = Some(name);
        } else if contents.most(contents.numbers) {
            self.figure(column, &header, name, contents);
        } else if words::breakdown(&folded) == Some(Breakdown::Sector) {
            self.spec.sector.get_or_insert(name);
        } else if words::breakdown(&folded) == Some(Breakdown::Form) {
            self.spec.scope.get_or_insert(name);
        }
    }

    fn figure(&mut self, column: u32, header: &str, name: ColumnName, contents: &Contents) {
        let measure = words::measure(header);
        let head = super::columns::head(&self.heads, column);
        if measure.is_none() && head.and_then(Head::period).is_some() {
            self.years.push(column);
            return;
        }
        let is_money = words::unit(header)
            .or(self.above)
            .is_some_and(ColumnUnit::is_money);
        let measure = measure
            .or_else(|| words::measure(&self.title).filter(|_| words::is_generic(header)))
            // `Vốn (triệu USD)`: whose, and at which stage, is not said.
            .or_else(|| is_money.then_some(measures::INVESTMENT_UNSTATED));
        let is_other = |measure: &Measure| {
            measure.capital_kind() == Some(CapitalKind::FDI) && words::is_other_capital(&self.title)
        };
        let Some(measure) = measure.filter(|measure| !is_other(measure)) else {
            let message = messages::COLUMN_UNTOLD.filled(&[&letters(column), &header]);
            self.remarks.push(message);
            return;
        };
        for word in &contents.words {
            if !matches!(word.as_str(), "-" | "–" | "—" | ".." | "..." | "…")
                && word.len() <= 12
                && !self.spec.missing.contains(word)
            {
                self.spec.missing.push(word.clone());
            }
        }
        let (header, letter) = match name {
            ColumnName::Header(header) => (Some(header), None),
            ColumnName::Letter { column } => (None, Some(column)),
        };
        if measure == measures::INVESTMENT_UNSTATED {
            let message = messages::MONEY_UNTOLD.filled(&[&letters(column)]);
            self.remarks.push(message);
        }
        self.push(header, letter, measure);
    }

    /// Whether every figure has a time in its header.
    fn is_dated(&self) -> bool {
        let dated = |figure: &FigureSpec| {
            let mut heads = self.heads.iter();
            let head = heads.find(|head| figure.header.as_ref() == Some(&head.text));
            head.and_then(place::period_of).is_some()
        };
        !self.spec.figures.is_empty() && self.spec.figures.iter().all(dated)
    }

    fn push(&mut self, header: Option<String>, column: Option<u32>, measure: Measure) {
        let said = header.as_deref().and_then(words::unit).or(self.above);
        let is_money = measure.unit() == MeasureUnit::Money;
        let unit = said.filter(|unit| unit.is_money() == is_money);
        if is_money && unit.is_none() {
            self.remarks
                .push(messages::MONEY_NO_UNIT.filled(&[&measure]));
        }
        self.stocks += usize::from(measure.nature() == Nature::Stock);
        self.spec.figures.push(FigureSpec {
            unit: unit.and_then(written),
            ..FigureSpec::new(header, column, Some(measure))
        });
    }

    /// A year a column: one figure for all of them.
    fn years(&mut self) {
        if self.years.is_empty() {
            return;
        }
        match words::measure(&self.title) {
            Some(measure) => self.push(None, None, measure),
            None => self.remarks.push(messages::YEARS_UNTOLD),
        }
    }
}
