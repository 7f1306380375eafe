//! CSV of observations: one figure a row.
//!
//! ```text
//! id,source,place,as_of,measure,figure
//! vl-fdi,vl-2022,Vĩnh Long,2022-12-20,fdi.registered,"876,92 triệu USD"
//! ```
//! The first row names the columns, in any order: those of [`COLUMNS`], each at
//! most once; `id`, `source`, `place`, `measure` and one of `figure` and
//! `value` must be there. An empty cell is an absent field. Cells may be
//! separated by `;` instead, as spreadsheets do where the comma is the decimal
//! mark; a row takes at most a mebibyte.
//!
//! - `figure` is the figure as printed. Where `value` is given (a plain decimal,
//!   `.` as its mark, no groups) with its `unit` (an ISO 4217 code, `%`, `lần`,
//!   or empty for a number), `figure` is only kept.
//! - `partner` is the name or code of a country; any other is written as the
//!   JSON object of the JSON Lines form.
//! - `same_as`, `part_of`, `corrects`, `conflicts_with`, `bears_on` and `facts` hold ids
//!   with `;` between them.
//! - `evidence` is the array of ranges of the JSON Lines form: `[[12,25]]`.
//! - A text that begins with `=`, `+`, `-`, `@`, `'`, a tab or a CR is written
//!   with `'` before it, and read without: a spreadsheet would take it for a
//!   formula. Figures that were read, and numbers, stand as they are.
//! - The sources are defined elsewhere: in a JSON Lines file read before.

use std::collections::HashMap;
use std::io::{self, Read, Write};

use csv::StringRecord;
use serde_json::{Map, Value, json};
use tinh_figures::Bilingual;

use super::problem::Problem;
use super::rows::Rows;
use crate::claim::{Claim, FieldProblem, claim_from_object};
use crate::entity::Statement;
use crate::error::{Error, ErrorKind};
use crate::measure::Measures;
use crate::source::Source;
use crate::strict_json::{StrictValue, unparsed};
use crate::words;

/// The columns a file may have.
pub const COLUMNS: [&str; 27] = [
    "id",
    "source",
    "line",
    "place",
    "place_on",
    "as_of",
    "as_of_is",
    "period",
    "measure",
    "figure",
    "value",
    "unit",
    "base",
    "partner",
    "sector",
    "scope",
    "status",
    "realm",
    "same_as",
    "part_of",
    "corrects",
    "conflicts_with",
    "bears_on",
    "evidence",
    "review",
    "note",
    // Last stands a column that never ends in a CR: it would be taken for the
    // end of the line.
    "facts",
];

/// Columns whose cells are text of the source: kept to the last space.
const VERBATIM: [&str; 4] = ["figure", "sector", "scope", "note"];

/// How many names of columns are read: four times those there are. A header may
/// be as long as a row, and each wrong name takes a line of the report.
const MOST_NAMED: usize = 100;

/// Columns that hold ids.
const IDS: [&str; 6] = [
    "same_as",
    "part_of",
    "corrects",
    "conflicts_with",
    "bears_on",
    "facts",
];

/// Columns whose cells are free text.
const TEXTS: [&str; 6] = ["id", "source", "figure", "sector", "scope", "note"];

/// What a spreadsheet takes for the beginning of a formula, and the sign that
/// keeps it from doing so.
const GUARDED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

fn guarded(text: String) -> String {
    if text.starts_with(GUARDED) {
        format!("'{text}")
    } else {
        text
    }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(GUARDED) => text,
        _ => cell,
    }
}

/// Reads a CSV file of observations row by row: memory holds one row and the
/// sources.
///
/// ```
/// use tinh_model::Source;
/// use tinh_model::dataset::ObservationsReader;
/// let source: Source = serde_json::from_str(r#"{"id": "fia", "title": "FDI by province"}"#)?;
/// let file = "id,source,place,as_of,measure,value,unit\n\
///     a,fia,Vĩnh Long,2022-12-20,fdi.registered,1007162000,USD\n\
///     b,fia,Vĩnh Long,2022-12-20,fdi.projects,-71,\n";
/// let mut rows = ObservationsReader::new(file.as_bytes(), "fia.csv", [source]);
/// let first = rows.next().ok_or("empty")??.map_err(|_| "refused")?;
/// assert_eq!(first.quantities()[0].value(), Some("1007162000".parse()?));
/// let problems = rows.next().ok_or("one row")??.unwrap_err();
/// assert_eq!(problems[0].to_string(), "fia.csv:3: figure: a count cannot be negative");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct ObservationsReader<R> {
    rows: Rows<R>,
    file: String,
    sources: HashMap<String, Source>,
    measures: Measures,
    columns: Option<Vec<String>>,
    done: bool,
}

impl<R: Read> ObservationsReader<R> {
    /// Reads from `reader`, called `file` in reports, with the sources its
    /// rows may name.
    pub fn new(reader: R, file: &str, sources: impl IntoIterator<Item = Source>) -> Self {
        Self {
            rows: Rows::new(reader),
            file: file.to_owned(),
            sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
            measures: Measures::default(),
            columns: None,
            done: false,
        }
    }

    /// The same, knowing the measures that a dataset declares.
    #[must_use]
    pub fn knowing(mut self, measures: Measures) -> Self {
        self.measures = measures;
        self
    }

    /// The line of the row read last, counted from 1. A quoted cell may span
    /// lines; it is the first of them.
    pub fn line(&self) -> u64 {
        self.rows.line()
    }

    /// The next observation, or every problem of the next row; `None` at the
    /// end, and after a first row that names other columns.
    ///
    /// # Errors
    /// Where the reader fails.
    pub fn next_claim(&mut self) -> io::Result<Option<Result<Claim, Vec<Problem>>>> {
        if self.done {
            return Ok(None);
        }
        let columns = match self.columns.take() {
            Some(columns) => columns,
            None => match self.read_header()? {
                Ok(columns) => columns,
                Err(problems) => {
                    self.done = true;
                    return Ok(Some(Err(problems)));
                }
            },
        };
        let found = self
            .read_row()?
            .map(|row| row.and_then(|row| self.claim(&columns, &row)));
        self.columns = Some(columns);
        self.done = found.is_none();
        Ok(found)
    }

    /// The row read last as a line of JSON Lines, which no reader takes for a
    /// claim: its cells by the names of the columns, or as they stand where
    /// they do not go with the header.
    pub(super) fn last_row(&self) -> String {
        let cells = self.rows.cells();
        let row = match &self.columns {
            Some(columns) if columns.len() == cells.len() => {
                columns.iter().cloned().zip(cells).collect()
            }
            _ => Value::from(cells),
        };
        json!({ "row": row }).to_string()
    }

    /// The next row as text; `None` at the end.
    fn read_row(&mut self) -> io::Result<Option<Result<StringRecord, Vec<Problem>>>> {
        let row = self.rows.next()?;
        Ok(row.map(|row| {
            row.map_err(|message| vec![Problem::new(&self.file, self.line(), "", "", message)])
        }))
    }

    fn read_header(&mut self) -> io::Result<Result<Vec<String>, Vec<Problem>>> {
        let header = match self.read_row()? {
            Some(Ok(header)) => header,
            Some(Err(problems)) => return Ok(Err(problems)),
            None => StringRecord::new(),
        };
        let line = self.line().max(1);
        let mut problems = Vec::new();
        let mut problem = |column: &str, message: Bilingual| {
            problems.push(Problem::new(&self.file, line, column, column, message));
        };
        let mut columns: Vec<String> = Vec::with_capacity(COLUMNS.len());
        for (at, name) in header.iter().map(str::trim).enumerate() {
            if at >= MOST_NAMED {
                let rest = header.len().saturating_sub(at);
                problem("", words::MORE_COLUMNS.filled(&[&rest]));
                break;
            } else if !COLUMNS.contains(&name) {
                let expected = COLUMNS.join(", ");
                problem(
                    name,
                    words::UNKNOWN_COLUMN.filled(&[&name.escape_debug(), &expected]),
                );
            } else if columns.iter().any(|known| known == name) {
                problem(name, words::COLUMN_TWICE.filled(&[&name]));
            } else {
                columns.push(name.to_owned());
            }
        }
        let has = |name: &str| columns.iter().any(|known| known == name);
        for name in ["id", "source", "place", "measure"] {
            if !has(name) {
                problem(name, words::MISSING_COLUMN.filled(&[&name]));
            }
        }
        if !has("figure") && !has("value") {
            problem("figure", words::NO_FIGURE_COLUMN);
        }
        Ok(if problems.is_empty() {
            Ok(columns)
        } else {
            Err(problems)
        })
    }

    fn claim(&self, columns: &[String], row: &StringRecord) -> Result<Claim, Vec<Problem>> {
        let line = self.line();
        let mut problems = Vec::new();
        let mut object = Map::new();
        for (column, cell) in columns.iter().map(String::as_str).zip(row.iter()) {
            let is_text = IDS.contains(&column) || TEXTS.contains(&column);
            let cell = if is_text { unguarded(cell) } else { cell };
            let trimmed = cell.trim();
            if trimmed.is_empty() && (cell.is_empty() || !VERBATIM.contains(&column)) {
                continue;
            }
            let value = match column {
                "line" => match trimmed.parse::<u32>() {
                    Ok(line) => Value::from(line),
                    Err(_) => {
                        let expected = words::A_LINE_NUMBER;
                        let error = Error::new(ErrorKind::WrongType { expected }, cell);
                        problems.push(FieldProblem::new(column, cell, error));
                        continue;
                    }
                },
                _ if IDS.contains(&column) && !trimmed.starts_with('[') => Value::Array(
                    trimmed
                        .split(';')
                        .map(str::trim)
                        .filter(|id| !id.is_empty())
                        .map(Value::from)
                        .collect(),
                ),
                _ if trimmed.starts_with('{') && column == "partner"
                    || column == "evidence"
                    || IDS.contains(&column) =>
                {
                    match serde_json::from_str::<StrictValue>(trimmed) {
                        Ok(value) => value.0,
                        Err(error) => {
                            let why = unparsed(&error, &words::CELL_NOT_JSON, error.column());
                            let error = Error::told(why);
                            problems.push(FieldProblem::new(column, cell, error));
                            continue;
                        }
                    }
                }
                "id" => Value::from(cell),
                _ if VERBATIM.contains(&column) => Value::from(cell),
                _ => Value::from(trimmed),
            };
            object.insert(column.to_owned(), value);
        }
        let unit = object.remove("unit");
        if let Some(value) = object.remove("value") {
            let mut plain = Map::new();
            plain.insert("value".to_owned(), value);
            plain.extend(unit.map(|unit| ("unit".to_owned(), unit)));
            plain.extend(
                object
                    .remove("figure")
                    .map(|text| ("printed".to_owned(), text)),
            );
            object.insert("figure".to_owned(), Value::Object(plain));
        } else if let Some(unit) = unit {
            let text = unit.as_str().unwrap_or_default();
            let words = words::NEEDS.filled(&[&"unit", &"value"]);
            problems.push(FieldProblem::new("unit", text, Error::told(words)));
        }
        object.insert("type".to_owned(), Value::from("observation"));
        let claim = claim_from_object(object, |id| self.sources.get(id), true, &self.measures)
            .map_err(|found| problems.extend(found));
        match claim {
            Ok(claim) if problems.is_empty() => Ok(claim),
            _ => Err(problems
                .into_iter()
                .map(|mut problem| {
                    if let Some(part) = problem.field.strip_prefix("figure.") {
                        problem.field = part.to_owned();
                    }
                    Problem::at(&self.file, line, problem)
                })
                .collect()),
        }
    }
}

/// Ends after the first error of the reader itself.
impl<R: Read> Iterator for ObservationsReader<R> {
    type Item = io::Result<Result<Claim, Vec<Problem>>>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_claim().transpose();
        self.done = self.done || matches!(next, Some(Err(_)));
        next
    }
}

/// Writes observations as CSV row by row, which reads back equal.
///
/// ```
/// use tinh_model::Claim;
/// use tinh_model::dataset::ObservationsWriter;
/// let claim: Claim = serde_json::from_str(r#"{"type": "observation", "id": "a",
///     "source": "s", "place": "Vĩnh Long", "as_of": "2022-12-20",
///     "measure": "fdi.projects", "figure": "70 dự án"}"#)?;
/// let mut writer = ObservationsWriter::new(Vec::new())?;
/// writer.write(&claim)?;
/// let file = String::from_utf8(writer.finish()?)?;
/// assert!(file.contains("a,s,,vinh-long,2022-12-20,2022-12-20,,,fdi.projects,70 dự án,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ObservationsWriter<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> std::fmt::Debug for ObservationsWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ObservationsWriter").finish_non_exhaustive()
    }
}

impl<W: Write> ObservationsWriter<W> {
    /// Writes to `writer`, the names of all [`COLUMNS`] first.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn new(writer: W) -> io::Result<Self> {
        let mut csv = csv::Writer::from_writer(writer);
        csv.write_record(COLUMNS)?;
        Ok(Self { csv })
    }

    /// Writes an observation.
    ///
    /// # Errors
    /// Where the writer fails; [`io::ErrorKind::InvalidInput`] where the claim
    /// states anything else.
    pub fn write(&mut self, claim: &Claim) -> io::Result<()> {
        let Statement::Observation(observation) = claim.statement() else {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                Error::new(
                    ErrorKind::Code("observation".to_owned()),
                    claim.statement().type_code(),
                ),
            ));
        };
        let Value::Object(mut object) = serde_json::to_value(claim)? else {
            return Err(io::Error::other("a claim is written as an object"));
        };
        object.remove("type");
        let is_read = !observation.figure.is_plain();
        if let Some(Value::Object(plain)) = object.get("figure").cloned() {
            object.remove("figure");
            for (field, value) in plain {
                let column = if field == "printed" { "figure" } else { &field };
                object.insert(column.to_owned(), value);
            }
        } else if let Some(whole @ Value::Number(_)) = object.get("figure").cloned() {
            object.remove("figure");
            object.insert("value".to_owned(), whole);
        }
        let row = COLUMNS.map(|column| match object.remove(column) {
            None => String::new(),
            Some(value) if IDS.contains(&column) => guarded(ids(value)),
            Some(Value::String(text)) if column == "figure" && is_read => text,
            Some(Value::String(text)) if TEXTS.contains(&column) => guarded(text),
            Some(Value::String(text)) => text,
            Some(other) => other.to_string(),
        });
        self.csv.write_record(&row)?;
        Ok(())
    }

    /// Flushes and returns the writer.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn finish(self) -> io::Result<W> {
        self.csv
            .into_inner()
            .map_err(|error| io::Error::from(error.error().kind()))
    }
}

/// Ids with `;` between them; as JSON where an id would not come back whole.
fn ids(value: Value) -> String {
    let ids = match value {
        Value::Array(ids) => ids,
        one => vec![one],
    };
    let is_plain =
        |id: &&str| !id.is_empty() && id.trim() == *id && !id.contains(';') && !id.starts_with('[');
    let plain: Vec<&str> = ids
        .iter()
        .filter_map(Value::as_str)
        .filter(is_plain)
        .collect();
    if plain.len() == ids.len() {
        plain.join(";")
    } else {
        Value::Array(ids).to_string()
    }
}
