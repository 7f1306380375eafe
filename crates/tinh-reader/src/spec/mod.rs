//! Any other table, described in a few lines.

mod columns;
mod describe;
mod indicators;
mod lines;
mod place;

use std::collections::{BTreeMap, HashSet};
use std::io::Read;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tinh_model::claim::{Realm, Status};
use tinh_model::time::{PartialDate, Period, Time};
use tinh_model::{Measure, Source};

use tinh_figures::Bilingual;

use crate::cell::{column, letters};
use crate::claims::Claims;
use crate::error::{Error, ErrorKind, Refusal};
use crate::file::Workbook;
use crate::fold::fold;
use crate::messages;
use crate::numbers::Notation;
use crate::page::Page;
use crate::reading::Reading;
use crate::unit::ColumnUnit;

pub use describe::Proposal;

use place::Located;

/// How a column is named: by its header, or by its letter.
///
/// In JSON a header is a text, `"Tỉnh"`; a letter is `{"column": "D"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ColumnName {
    /// By its header, or the beginning of it.
    Header(String),
    /// By its letter.
    Letter {
        /// The column, counted from 0; `"D"` in JSON.
        #[serde(with = "letter")]
        column: u32,
    },
}

impl ColumnName {
    /// The column of a letter.
    ///
    /// ```
    /// use tinh_reader::ColumnName;
    /// assert_eq!(ColumnName::letter("d"), Some(ColumnName::Letter { column: 3 }));
    /// assert_eq!(ColumnName::letter("4"), None);
    /// ```
    #[must_use]
    pub fn letter(text: &str) -> Option<Self> {
        column(text).map(|column| Self::Letter { column })
    }
}

impl From<&str> for ColumnName {
    fn from(header: &str) -> Self {
        Self::Header(header.to_owned())
    }
}

impl From<String> for ColumnName {
    fn from(header: String) -> Self {
        Self::Header(header)
    }
}

mod letter {
    use super::{Deserialize, Deserializer, Serializer, column, letters};

    pub(super) fn serialize<S: Serializer>(column: &u32, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&letters(*column))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
        let text = String::deserialize(from)?;
        column(&text).ok_or_else(|| {
            let message = format!("expected the letter of a column such as D, found {text:?}");
            serde::de::Error::custom(message)
        })
    }
}

/// Where a table says when its figures hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Where {
    /// The name of the sheet: `2015`.
    Sheet,
    /// The title, or a line between it and the header.
    Title,
    /// The headers of the figures: a year a column.
    Header,
}

/// When the figures of a table hold.
///
/// ```
/// use tinh_reader::{TableTime, Where};
/// let column: TableTime = serde_json::from_str(r#"{"flow": "Năm"}"#)?;
/// assert_eq!(column, TableTime::Flow("Năm".into()));
/// let years_across: TableTime = serde_json::from_str(r#"{"stock_in": "header"}"#)?;
/// assert_eq!(years_across, TableTime::StockIn(Where::Header));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TableTime {
    /// All are stocks at one date.
    AsOf(PartialDate),
    /// All are flows over one period.
    Period(Period),
    /// This column holds the date of a stock: a date, a year.
    Stock(ColumnName),
    /// This column holds the period of a flow: `2023`, `9 tháng năm 2023`,
    /// `2012Q1`.
    Flow(ColumnName),
    /// The sheet, the title or the headers name the date of a stock.
    StockIn(Where),
    /// The sheet, the title or the headers name the period of a flow.
    FlowIn(Where),
}

/// A column of figures of a [`TableSpec`]; every column whose header names a
/// year, where it has neither a header nor a letter and the years stand in the
/// headers.
///
/// ```
/// use tinh_reader::FigureSpec;
/// let column: FigureSpec = serde_json::from_str(
///     r#"{"column": "D", "measure": "exports", "unit": "triệu USD"}"#,
/// )?;
/// assert_eq!((column.header, column.column), (None, Some(3)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FigureSpec {
    /// Its header. Of a header over several lines the joined lines, or one of
    /// them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// Its letter, in place of a header.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "optional_letter"
    )]
    pub column: Option<u32>,
    /// The measure of its figures; left out where the rows say it, since the
    /// table has a column of [indicators](TableSpec::indicator).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// Their unit, `triệu USD`; told from the header, or a line above it, where
    /// it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How firm its figures are; told from the header (`Sơ bộ 2023`, `Ước`) where
    /// it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Whether they are so or meant to be; told from the header (`Kế hoạch
    /// 2024`, `Dự toán`) where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub realm: Option<Realm>,
    /// When its figures hold, where that is another time than the table's: a
    /// fixed one, [`TableTime::AsOf`] or [`TableTime::Period`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TableTime>,
}

impl FigureSpec {
    fn new(header: Option<String>, column: Option<u32>, measure: Option<Measure>) -> Self {
        Self {
            header,
            column,
            measure,
            unit: None,
            status: None,
            realm: None,
            time: None,
        }
    }
}

mod optional_letter {
    use super::{Deserializer, Serializer, letter};

    pub(super) fn serialize<S: Serializer>(column: &Option<u32>, to: S) -> Result<S::Ok, S::Error> {
        match column {
            Some(column) => letter::serialize(column, to),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
        letter::deserialize(from).map(Some)
    }
}

/// A description of a table: which column is the province, which the amount,
/// its unit, the date.
///
/// Headers are compared without accents, case, line breaks and double spaces,
/// and found wherever they stand. A header may be over several lines, in two
/// languages, or given by its beginning; where two columns fit, the reading is
/// refused, and a letter says which is meant. Cells of other columns are left
/// alone. A row named `Tổng số`, `Cả nước` or `TOTAL` is national; a region, a
/// bloc of countries or a form of investment is part of the whole.
///
/// It reads from JSON and writes to it, so that a table can be described
/// without a line of code; [`describe`](Self::describe) proposes one.
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
///
/// A year a column, the unit above the table:
///
/// ```
/// # use tinh_reader::{TableSpec, Workbook};
/// let spec: TableSpec = serde_json::from_str(r#"{
///     "source": {"id": "gso", "title": "Dân số"}, "place": "Tỉnh",
///     "time": {"stock_in": "header"}, "figures": [{"measure": "population"}]
/// }"#)?;
/// let csv = "Đơn vị tính: Nghìn người\nTỉnh,2015,2016\nHà Giang,802,816.1\n";
/// let reading = spec.read(&Workbook::from_bytes("ds.csv", csv.as_bytes())?)?;
/// assert_eq!(reading.claims()[1].claim().time().to_string(), "as of 2016");
/// assert_eq!(reading.claims()[1].claim().quantities()[0].value(), Some(816_100.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TableSpec {
    /// The source of its claims.
    pub source: Source,
    /// Whether each date of the table is a publication of its own: a series
    /// somebody put together. Its id is then the one of `source` and the date,
    /// `fia-2022-12-20`, and it was published on that date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub source_per_date: bool,
    /// The sheet; every sheet that has the headers where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The column of places. Without it every row is about the province that a
    /// line above the table names (`CỤC THỐNG KÊ TỈNH BẮC GIANG`), or about the
    /// nation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ColumnName>,
    /// The day whose provinces the names are; the last day of the figures'
    /// time where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places_on: Option<NaiveDate>,
    /// When the figures hold.
    pub time: TableTime,
    /// The column of partners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<ColumnName>,
    /// The column of sectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<ColumnName>,
    /// The column of indicators, where each row measures another thing: `Chỉ
    /// tiêu`. What it measures is told by its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<ColumnName>,
    /// The measures of indicators by their names, where their words do not tell.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, Measure>,
    /// The column of the units of indicators: `Đơn vị tính`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<ColumnName>,
    /// Whether rows and columns change places before the table is read: the
    /// provinces stand side by side, and below each a year or a measure a row.
    /// Headers are then those in the first columns of the sheet, and `"A"` is
    /// its first row of three cells or more. Cells are named as they stand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub turned: bool,
    /// The column of other parts of the whole: forms of investment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<ColumnName>,
    /// The columns of figures.
    pub figures: Vec<FigureSpec>,
    /// The first row of figures, counted from 1; the one below the headers
    /// where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_row: Option<u32>,
    /// Whether the table ends at its total, so that rows below it are none of
    /// its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub until_total: bool,
    /// The decimal mark of numbers in text cells, where the table leaves it
    /// open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notation: Option<Notation>,
    /// Words that mean a missing figure, besides `...`: `NA`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
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
            source_per_date: false,
            sheet: None,
            place: None,
            places_on: None,
            time,
            partner: None,
            sector: None,
            scope: None,
            indicator: None,
            indicators: BTreeMap::new(),
            unit: None,
            turned: false,
            figures: Vec::new(),
            first_row: None,
            until_total: false,
            notation: None,
            missing: Vec::new(),
        }
    }

    /// Sets the column of places.
    #[must_use]
    pub fn place(mut self, column: impl Into<ColumnName>) -> Self {
        self.place = Some(column.into());
        self
    }

    /// Adds a column of figures.
    #[must_use]
    pub fn figure(
        mut self,
        column: impl Into<ColumnName>,
        measure: Measure,
        unit: Option<&str>,
    ) -> Self {
        let (header, column) = match column.into() {
            ColumnName::Header(header) => (Some(header), None),
            ColumnName::Letter { column } => (None, Some(column)),
        };
        self.figures.push(FigureSpec {
            unit: unit.map(str::to_owned),
            ..FigureSpec::new(header, column, Some(measure))
        });
        self
    }

    /// Reads descriptions from JSON: one, or a list of them.
    ///
    /// ```
    /// use tinh_reader::TableSpec;
    /// let error = TableSpec::from_json("pci.json", r#"{"sauce": 1}"#.as_bytes()).unwrap_err();
    /// assert!(error.to_string().starts_with("\"pci.json\": unknown field `sauce`"), "{error}");
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Json`] where the text is not a description; [`ErrorKind::Io`]
    /// where it cannot be read. `name` names the text in errors.
    pub fn from_json(name: &str, mut reader: impl Read) -> Result<Vec<Self>, Error> {
        let mut text = String::new();
        reader
            .read_to_string(&mut text)
            .map_err(|error| Refusal::new(ErrorKind::Io(error)).of(name))?;
        let read = if text.trim_start().starts_with('[') {
            serde_json::from_str(&text)
        } else {
            serde_json::from_str(&text).map(|one| vec![one])
        };
        read.map_err(|error| Refusal::new(ErrorKind::Json(error)).of(name))
    }

    /// Reads the table wherever a sheet has its headers.
    ///
    /// # Errors
    /// [`ErrorKind::NoTable`] where no sheet has any of the headers,
    /// [`ErrorKind::NoColumn`] where one is missing, [`ErrorKind::TwoColumns`]
    /// where two fit it; [`ErrorKind::NoTime`] where nothing says when the
    /// figures hold; [`ErrorKind::NoUnit`] where nothing says the unit of
    /// money; [`ErrorKind::Layout`] where the description names no figures.
    pub fn read(&self, workbook: &Workbook) -> Result<Reading, Error> {
        Self::read_all(std::slice::from_ref(self), workbook)
    }

    /// Reads several tables of one source.
    ///
    /// # Errors
    /// As [`read`](Self::read); [`ErrorKind::Layout`] where the sources
    /// differ.
    pub fn read_all(specs: &[Self], workbook: &Workbook) -> Result<Reading, Error> {
        let layout = |field: &str, words| {
            Refusal::new(ErrorKind::Layout(words))
                .field(field)
                .of(workbook.name())
        };
        let Some(first) = specs.first() else {
            return Err(layout(
                "figures",
                Bilingual::new("chưa mô tả bảng nào", "no table is described"),
            ));
        };
        let is_other = |spec: &Self| {
            spec.source != first.source || spec.source_per_date != first.source_per_date
        };
        if specs.iter().any(is_other) {
            let words = Bilingual::new(
                "các bảng đọc cùng lúc phải có cùng một nguồn",
                "tables read together have one source",
            );
            return Err(layout("source", words));
        }
        let mut notes = Vec::new();
        let mut tables = Vec::new();
        let mut indicators = Vec::new();
        for spec in specs {
            if spec.figures.is_empty() {
                let words = Bilingual::new(
                    "một bảng cần ít nhất một cột số liệu",
                    "a table needs at least one column",
                );
                return Err(layout("figures", words));
            }
            let is_unsaid = |figure: &FigureSpec| figure.measure.is_none();
            if spec.indicator.is_none() && spec.figures.iter().any(is_unsaid) {
                let words = Bilingual::new(
                    "một cột số liệu cần có chỉ tiêu",
                    "a column of figures needs its measure",
                );
                return Err(layout("figures", words));
            }
            if spec.unit.is_some() && spec.indicator.is_none() {
                let words = Bilingual::new(
                    "cột đơn vị chỉ đi với cột chỉ tiêu",
                    "a column of units goes with one of indicators",
                );
                return Err(layout("unit", words));
            }
            let mut any = false;
            for sheet in workbook.sheets() {
                let is_other = |name: &String| fold(name) != fold(sheet.name());
                if spec.sheet.as_ref().is_some_and(is_other) {
                    continue;
                }
                let turned = spec.turned.then(|| sheet.turned());
                let mut page = Page::new(turned.as_ref().unwrap_or(sheet));
                page.notations.said = spec.notation;
                let located = place::locate(spec, &mut page);
                for located in located.map_err(|refusal| refusal.of(workbook.name()))? {
                    any = true;
                    match located {
                        Located::Table(layout) => tables.append(&mut layout.read(&mut page).0),
                        Located::Report(mut found) => indicators.append(&mut found),
                    }
                }
                notes.append(&mut page.notes);
            }
            if !any {
                return Err(spec.nothing(workbook));
            }
        }
        let mut claims = Claims::new(&first.source.id);
        let mut sources = vec![first.source.clone()];
        if first.source_per_date {
            sources.clear();
            let mut seen = HashSet::new();
            for tables in tables.chunk_by(|a, b| a.time == b.time) {
                let time = tables.first().map(|table| table.time);
                let source = first.source_of(time);
                claims.go_on_from(&source.id);
                claims.of_tables(tables);
                if seen.insert(time) {
                    sources.push(source);
                }
            }
        } else {
            claims.of_tables(&tables);
        }
        claims.of_indicators(&indicators);
        notes.append(&mut claims.notes);
        Ok(Reading {
            file: workbook.name().to_owned(),
            sources,
            tables,
            indicators,
            claims: claims.claims,
            notes,
        })
    }

    /// The source of the figures of one date: the day a period ends, where they
    /// are flows. Figures that hold at no date are of the source itself.
    fn source_of(&self, time: Option<Time>) -> Source {
        let date = match time {
            Some(Time::AsOf(as_of)) => Some(as_of.date()),
            Some(Time::During(period)) => PartialDate::day(period.end()),
            _ => None,
        };
        let mut source = self.source.clone();
        if let Some(date) = date {
            source.id = format!("{}-{date}", source.id);
            source.published = Some(date);
        }
        source
    }

    /// Why no sheet has the table: which header is missing, where others are
    /// there.
    fn nothing(&self, workbook: &Workbook) -> Error {
        let sheets = workbook.sheets().iter().filter(|sheet| {
            self.sheet
                .as_ref()
                .is_none_or(|name| fold(name) == fold(sheet.name()))
        });
        let missing = sheets
            .filter_map(|sheet| place::nearest(self, sheet))
            .max_by_key(|missing| missing.found);
        if let Some(missing) = missing {
            return missing.refusal.of(workbook.name());
        }
        let wanted: Vec<String> = columns::wanted(self)
            .into_iter()
            .filter_map(|wanted| wanted.header)
            .map(|header| format!("{header:?}"))
            .collect();
        let kind = ErrorKind::NoTable {
            looked_for: match &self.sheet {
                Some(sheet) => messages::A_ROW_IN.filled(&[&wanted.join(", "), sheet]),
                None => messages::A_ROW.filled(&[&wanted.join(", ")]),
            },
            found: first_rows(workbook),
        };
        Refusal::new(kind).of(workbook.name())
    }

    /// The unit of a figure that the description states.
    fn unit(figure: &FigureSpec) -> Result<Option<ColumnUnit>, Refusal> {
        let Some(text) = &figure.unit else {
            return Ok(None);
        };
        let unit = ColumnUnit::parse(text).or_else(|| crate::words::unit_alone(text));
        unit.map(Some)
            .ok_or_else(|| Refusal::new(ErrorKind::Unit).text(text))
    }
}

/// The first rows of a workbook, for a report of what was found instead.
fn first_rows(workbook: &Workbook) -> String {
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
