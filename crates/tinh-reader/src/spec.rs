//! Any other table, described in a few lines.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use tinh_model::claim::Status;
use tinh_model::time::{AsOf, PartialDate, Period, Time};
use tinh_model::{Expression, Measure, Partner, Place, Source, UnitKind, measures};

use crate::cell::{Position, Value};
use crate::claims::{About, Claims, Printer};
use crate::error::{Error, ErrorKind};
use crate::fia::{Page, country, is_total, one_line};
use crate::fold::fold;
use crate::header;
use crate::note::NoteKind;
use crate::numbers::{Marks, Notation};
use crate::reading::Reading;
use crate::sheet::{Row, Sheet};
use crate::table::{Breakdown, Column, Entry, Subject, Table, TableRow, Unit};
use crate::workbook::Workbook;

/// When the figures of a table hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TableTime {
    /// All are stocks at one date.
    AsOf(PartialDate),
    /// All are flows over one period.
    Period(Period),
    /// The column of this header holds the date of a stock: a date, a year.
    Stock(String),
    /// The column of this header holds the period of a flow: `2023`,
    /// `9 tháng năm 2023`.
    Flow(String),
}

/// A column of figures of a [`TableSpec`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSpec {
    /// Its header.
    pub header: String,
    /// What its figures measure.
    pub measure: Measure,
    /// Their unit, `triệu USD`; told from the header where it is left out.
    #[serde(default)]
    pub unit: Option<String>,
}

/// A description of a table: which column is the province, which the amount,
/// its unit, the date.
///
/// Headers are compared without accents, case, line breaks and double spaces,
/// and found wherever they stand; a header may be given by its beginning.
/// Cells of other columns are left alone. A row named `Tổng số` or `Cả nước`
/// is national.
///
/// It reads from JSON, so that a table can be described without a line of
/// code:
///
/// ```
/// use tinh_reader::{TableSpec, Workbook};
/// let spec: TableSpec = serde_json::from_str(r#"{
///     "source": {"id": "exports-2023", "title": "Xuất khẩu theo tỉnh", "publisher": "GSO"},
///     "place": "Tỉnh, thành phố",
///     "time": {"flow": "Năm"},
///     "figures": [{"header": "Xuất khẩu", "measure": "exports", "unit": "triệu USD"}]
/// }"#)?;
/// let csv = "Năm;Tỉnh, thành phố;Xuất khẩu (triệu USD);Ghi chú\n\
///            2022;Vĩnh Long;793,5;\n\
///            2022;Hải Phòng;...;sơ bộ\n";
/// let reading = spec.read(&Workbook::from_bytes("xk.csv", csv.as_bytes())?)?;
/// let claim = reading.claims()[0].claim();
/// assert_eq!(claim.id(), "exports-2023!xk.csv!C2");
/// assert_eq!(claim.time().to_string(), "2022-01-01/2022-12-31");
/// assert_eq!(claim.quantities()[0].value(), Some("793500000".parse()?));
/// assert_eq!(reading.notes()[0].to_string(),
///     "xk.csv!C3: the figure exists but is not given, found \"...\"");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// The source of its claims.
    pub source: Source,
    /// The sheet; every sheet that has the headers where it is left out.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The header of the column of places. Without it every row is national.
    #[serde(default)]
    pub place: Option<String>,
    /// The day whose provinces the names are; the last day of the figures'
    /// time where it is left out.
    #[serde(default)]
    pub places_on: Option<NaiveDate>,
    /// When the figures hold.
    pub time: TableTime,
    /// The header of the column of partners.
    #[serde(default)]
    pub partner: Option<String>,
    /// The header of the column of sectors.
    #[serde(default)]
    pub sector: Option<String>,
    /// The columns of figures.
    pub figures: Vec<FigureSpec>,
    /// The decimal mark of numbers in text cells, where the table leaves it
    /// open.
    #[serde(default)]
    pub notation: Option<Notation>,
    /// Words that stand for a missing figure, besides `...`: `NA`.
    #[serde(default)]
    pub missing: Vec<String>,
}

/// The columns of a table, found.
struct Found {
    header: usize,
    place: Option<u32>,
    time: Option<u32>,
    partner: Option<u32>,
    sector: Option<u32>,
    figures: Vec<(u32, String)>,
}

impl TableSpec {
    /// A table of a source, with nothing but its time said yet.
    ///
    /// ```
    /// use tinh_reader::{TableSpec, TableTime, Workbook};
    /// # let source: tinh_model::Source = serde_json::from_str(r#"{"id": "s", "title": "t"}"#)?;
    /// let spec = TableSpec::new(source, TableTime::AsOf("2022-12-20".parse()?))
    ///     .place("Địa phương")
    ///     .figure("Vốn", "fdi.registered".parse()?, Some("tỷ USD"));
    /// let csv = "Địa phương,Vốn\nCả nước,438.69\nHải Phòng,25.27\n";
    /// let reading = spec.read(&Workbook::from_bytes("a.csv", csv.as_bytes())?)?;
    /// assert_eq!(reading.claims().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(source: Source, time: TableTime) -> Self {
        Self {
            source,
            sheet: None,
            place: None,
            places_on: None,
            time,
            partner: None,
            sector: None,
            figures: Vec::new(),
            notation: None,
            missing: Vec::new(),
        }
    }

    /// The same table with a column of places.
    #[must_use]
    pub fn place(mut self, header: impl Into<String>) -> Self {
        self.place = Some(header.into());
        self
    }

    /// The same table with one more column of figures.
    #[must_use]
    pub fn figure(
        mut self,
        header: impl Into<String>,
        measure: Measure,
        unit: Option<&str>,
    ) -> Self {
        self.figures.push(FigureSpec {
            header: header.into(),
            measure,
            unit: unit.map(str::to_owned),
        });
        self
    }

    /// Reads the table wherever a sheet has its headers.
    ///
    /// # Errors
    /// [`ErrorKind::NoTable`] where no sheet has all headers;
    /// [`ErrorKind::Layout`] where the description names no figures, or no unit
    /// can be told for one of money.
    pub fn read(&self, workbook: &Workbook) -> Result<Reading, Error> {
        let layout = |message: String| Error::new(ErrorKind::Layout(message), workbook.name());
        if self.figures.is_empty() {
            return Err(layout(
                "figures: a table needs at least one column".to_owned(),
            ));
        }
        let wanted = self.headers();
        let mut claims = Claims::new(&self.source.id);
        let mut notes = Vec::new();
        let mut tables = Vec::new();
        let mut any = false;
        for sheet in workbook.sheets() {
            if self
                .sheet
                .as_ref()
                .is_some_and(|name| fold(name) != fold(sheet.name()))
            {
                continue;
            }
            let Some(found) = self.locate(sheet) else {
                continue;
            };
            any = true;
            let mut columns = Vec::with_capacity(found.figures.len());
            for ((index, header), spec) in found.figures.iter().zip(&self.figures) {
                columns.push(Column {
                    index: *index,
                    header: header.clone(),
                    measure: spec.measure.clone(),
                    unit: spec.unit(header).map_err(layout)?,
                    // Stands in until a row says otherwise.
                    time: self.fixed_time().unwrap_or(Time::Undated),
                });
            }
            let mut page = Page::new(sheet);
            if let Some(notation) = self.notation {
                page.marks = Marks::Known(notation);
            }
            let table = self.rows(&mut page, &found, columns, &mut claims);
            notes.append(&mut page.notes);
            tables.extend(table);
        }
        if !any {
            let kind = ErrorKind::NoTable {
                looked_for: format!("a row with {}", wanted.join(", ")),
                found: first_row(workbook),
            };
            return Err(Error::new(kind, workbook.name()));
        }
        notes.append(&mut claims.notes);
        Ok(Reading {
            file: workbook.name().to_owned(),
            source: self.source.clone(),
            tables,
            indicators: Vec::new(),
            claims: claims.claims,
            notes,
        })
    }

    fn fixed_time(&self) -> Option<Time> {
        match &self.time {
            TableTime::AsOf(date) => Some(Time::AsOf(AsOf::printed(*date))),
            TableTime::Period(period) => Some(Time::During(*period)),
            TableTime::Stock(_) | TableTime::Flow(_) => None,
        }
    }

    fn time_header(&self) -> Option<&String> {
        match &self.time {
            TableTime::Stock(header) | TableTime::Flow(header) => Some(header),
            TableTime::AsOf(_) | TableTime::Period(_) => None,
        }
    }

    fn headers(&self) -> Vec<String> {
        [&self.place, &self.partner, &self.sector]
            .into_iter()
            .flatten()
            .chain(self.time_header())
            .chain(self.figures.iter().map(|figure| &figure.header))
            .map(|header| format!("{header:?}"))
            .collect()
    }

    /// The first row that has every header.
    fn locate(&self, sheet: &Sheet) -> Option<Found> {
        let wanted = |header: &Option<String>| header.as_deref().map(fold);
        let place = wanted(&self.place);
        let partner = wanted(&self.partner);
        let sector = wanted(&self.sector);
        let time = self.time_header().map(|header| fold(header));
        let figures: Vec<String> = self.figures.iter().map(|f| fold(&f.header)).collect();
        for (at, row) in sheet.rows().iter().enumerate() {
            let texts: Vec<(u32, String)> = row
                .cells()
                .filter_map(|(column, value)| Some((column, value.as_text()?)))
                .filter(|(_, text)| text.len() <= 300)
                .map(|(column, text)| (column, fold(text)))
                .collect();
            let find = |header: &str| {
                let exact = texts.iter().find(|(_, text)| text == header);
                exact
                    .or_else(|| texts.iter().find(|(_, text)| text.starts_with(header)))
                    .map(|(column, _)| *column)
            };
            // A header that is asked for must be there; one that is not
            // asked for is none.
            let column = |header: &Option<String>| match header {
                Some(header) => find(header).map(Some),
                None => Some(None),
            };
            let (Some(place), Some(partner), Some(sector), Some(time)) = (
                column(&place),
                column(&partner),
                column(&sector),
                column(&time),
            ) else {
                continue;
            };
            let figures: Option<Vec<(u32, String)>> = figures
                .iter()
                .map(|header| {
                    let column = find(header)?;
                    let text = row.cell(column).and_then(Value::as_text)?;
                    Some((column, one_line(text)))
                })
                .collect();
            if let Some(figures) = figures {
                return Some(Found {
                    header: at,
                    place,
                    time,
                    partner,
                    sector,
                    figures,
                });
            }
        }
        None
    }

    fn rows(
        &self,
        page: &mut Page<'_>,
        found: &Found,
        columns: Vec<Column>,
        claims: &mut Claims,
    ) -> Option<Table> {
        let rows = page.sheet.rows();
        let header_row = rows.get(found.header)?.index();
        let mut table = Table {
            sheet: std::sync::Arc::clone(&page.name),
            title: self.source.title.clone(),
            breakdown: if found.place.is_some() {
                Breakdown::Province
            } else if found.partner.is_some() {
                Breakdown::Partner
            } else {
                Breakdown::Sector
            },
            time: self.fixed_time().unwrap_or(Time::Undated),
            header_row,
            columns,
            rows: Vec::new(),
        };
        let printers: Vec<Printer> = table
            .columns
            .iter()
            .map(|column| Printer::new(column.unit))
            .collect();
        for row in rows
            .get(found.header.saturating_add(1)..)
            .unwrap_or_default()
        {
            let has_figures = table
                .columns
                .iter()
                .any(|column| row.cell(column.index).is_some());
            if !has_figures {
                continue;
            }
            let Some(about) = self.about(page, found, row) else {
                continue;
            };
            let mut figures = Vec::with_capacity(table.columns.len());
            for (column, printer) in table.columns.iter().zip(&printers) {
                let entry = self.entry(page, row, column);
                figures.push(entry);
                let Some(entry) = entry else {
                    continue;
                };
                let position = Position::new(row.index(), column.index);
                let about = About {
                    measure: column.measure.clone(),
                    ..about.about.clone()
                };
                let fact = claims.fact(&about_label(&about), &about);
                let cell = page.sheet.reference(position);
                claims.print(cell, fact, printer, entry, about, None);
            }
            table.rows.push(TableRow {
                index: row.index(),
                label: about.label,
                subject: about.subject,
                figures,
            });
        }
        // Rows of many dates are many tables, which no total sums up.
        self.fixed_time().map(|_| table)
    }

    fn entry(&self, page: &mut Page<'_>, row: &Row, column: &Column) -> Option<Entry> {
        let position = Position::new(row.index(), column.index);
        let value = row.cell(column.index)?;
        if let Some(text) = value.as_text()
            && self.missing.iter().any(|missing| missing == text.trim())
        {
            return None;
        }
        page.figure(position, value, column, "; say which with \"notation\"")
    }

    /// Whom a row is about, and when.
    fn about(&self, page: &mut Page<'_>, found: &Found, row: &Row) -> Option<AboutRow> {
        let at = |column: u32| Position::new(row.index(), column);
        let text = |column: Option<u32>| {
            column
                .and_then(|column| row.cell(column))
                .map(|value| one_line(&value.to_string()))
                .filter(|text| !text.is_empty())
        };
        let time = match (self.fixed_time(), found.time) {
            (Some(time), _) => time,
            (None, Some(column)) => {
                let stated = row.cell(column).and_then(|value| self.time_of(value));
                let Some(time) = stated else {
                    let expected = match self.time {
                        TableTime::Stock(_) => "expected a date such as 2023-12-20",
                        _ => "expected a period such as 2023 or 9 tháng năm 2023",
                    };
                    page.note(NoteKind::NotAFigure, at(column), expected);
                    return None;
                };
                time
            }
            (None, None) => return None,
        };
        // The measure is filled in column by column.
        let mut about = About::national(measures::FDI_PROJECTS, time);
        about.status = Status::Normal;
        about.base = None;
        let mut subject = Subject::Total;
        let mut label = String::new();
        if let Some(column) = found.place {
            let Some(name) = text(Some(column)) else {
                page.note(NoteKind::UnknownName, at(column), "figures without a place");
                return None;
            };
            if !is_total(&fold(&name)) {
                let day = self.places_on.or_else(|| time.last_day());
                let place = match day {
                    Some(day) => Place::named(name.trim_end_matches(['*', ' ']), day)
                        .map_err(|error| error.to_string()),
                    None => Err("a place needs a date".to_owned()),
                };
                match place {
                    Ok(place) => {
                        about.place = place;
                        subject = Subject::Place(place);
                    }
                    Err(message) => {
                        page.note(NoteKind::UnknownName, at(column), message);
                        return None;
                    }
                }
            }
            label = name;
        }
        if let Some(name) = text(found.partner)
            && !is_total(&fold(&name))
        {
            let partner = match country(&name) {
                Some(country) => {
                    let printed = (name != country.name()).then(|| name.clone());
                    Partner::Country(country, printed)
                }
                None => {
                    if let Some(column) = found.partner {
                        page.note(
                            NoteKind::NoCountryCode,
                            at(column),
                            "no country of that name; kept as printed",
                        );
                    }
                    Partner::Unnamed(name.clone())
                }
            };
            about.partner = Some(partner.clone());
            if found.place.is_none() {
                subject = Subject::Partner(partner);
                label = name;
            }
        }
        if let Some(name) = text(found.sector)
            && !is_total(&fold(&name))
        {
            about.sector = Some(name.clone());
            if found.place.is_none() && found.partner.is_none() {
                subject = Subject::Sector(name.clone());
                label = name;
            }
        }
        Some(AboutRow {
            about,
            subject,
            label,
        })
    }

    /// The time a cell states.
    fn time_of(&self, value: &Value) -> Option<Time> {
        let stock = matches!(self.time, TableTime::Stock(_));
        let of_date = |date: PartialDate| {
            if stock {
                Some(Time::AsOf(AsOf::printed(date)))
            } else {
                Period::of(date).map(Time::During)
            }
        };
        match value {
            Value::Date(date) if (1..=9999).contains(&date.year()) => {
                of_date(PartialDate::day(*date)?)
            }
            Value::Number(number) => {
                let year = u16::try_from(i64::try_from(*number).ok()?).ok()?;
                of_date(PartialDate::year(year).filter(|_| number.fract().is_zero())?)
            }
            Value::Text(text) => {
                let text = text.trim();
                if text.len() > 120 {
                    None
                } else if stock {
                    of_date(text.parse().ok()?)
                } else {
                    text.parse().ok().map(Time::During)
                }
            }
            _ => None,
        }
    }
}

struct AboutRow {
    about: About,
    subject: Subject,
    label: String,
}

/// What tells two rows of one partner apart: nothing else does.
fn about_label(about: &About) -> String {
    about
        .partner
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default()
}

impl FigureSpec {
    /// The unit: as said, or from the header, or by what is measured.
    fn unit(&self, header: &str) -> Result<Unit, String> {
        let said = match &self.unit {
            Some(text) => Some(Unit::parse(text).ok_or_else(|| {
                format!(
                    "unit of {:?}: expected one such as triệu USD, found {text:?}",
                    self.header
                )
            })?),
            None => header::unit(header),
        };
        match (self.measure.unit_kind(), said) {
            (UnitKind::Money, Some(unit @ Unit::Money { .. })) => Ok(unit),
            (UnitKind::Money, _) => Err(format!(
                "unit of {:?}: {} is money; say a unit such as triệu USD",
                self.header, self.measure
            )),
            (UnitKind::Count, _) => Ok(Unit::Count),
            (_, Some(unit @ (Unit::Percent | Unit::Times))) => Ok(unit),
            _ => Ok(match self.measure.expression() {
                Expression::Growth
                | Expression::Ratio
                | Expression::PlanCompletion
                | Expression::Share => Unit::Percent,
                Expression::Multiple => Unit::Times,
                _ => Unit::Plain,
            }),
        }
    }
}

/// The first rows of a workbook, for a report of what was found instead.
fn first_row(workbook: &Workbook) -> String {
    let mut found = Vec::new();
    for sheet in workbook.sheets().iter().take(3) {
        let Some(row) = sheet.rows().first() else {
            continue;
        };
        let cells: Vec<String> = row
            .cells()
            .take(8)
            .map(|(_, value)| {
                let text: String = value.to_string().chars().take(40).collect();
                format!("{text:?}")
            })
            .collect();
        found.push(format!("{:?}: {}", sheet.name(), cells.join(", ")));
    }
    found.join("; ")
}
