//! JSON Lines: one source or claim a line.
//!
//! ```text
//! {"type": "measure", "code": …, "unit": …, "nature": …, "name": …, "nouns": […], …}
//! {"type": "source", "id": …, "title": …, "publisher": …, "published": …}
//! {"type": "observation" | "mission" | …, "id": …, "source": …, "line": …,
//!  "place": …, "place_on": …,
//!  "as_of": … [, "as_of_is": …] | "period": … | "date": … | "horizon": … | "time": …,
//!  "same_as" | "part_of" | "corrects" | "conflicts_with" | "bears_on" | "facts":
//!  id or [id, …],
//!  … the fields of the type …}
//! ```
//! Blank lines are passed over, and a byte order mark at the start; lines that
//! begin with `//` or `#` are comments, and lines may end in CR LF.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, Read, Write};

use serde::Serialize;
use serde_json::Value;
use tinh_figures::Bilingual;

use super::kept::{MARK, UnreadLine};
use super::problem::Problem;
use crate::claim::{
    Claim, FieldProblem, claim_from_object, measure_from_object, plain_claim, source_from_object,
};
use crate::entity::Statement;
use crate::error::{Error, ErrorKind, Taken};
use crate::measure::{MeasureDefinition, Measures};
use crate::source::{Source, check_id};
use crate::strict_json::{StrictValue, twice, unparsed};
use crate::words;

/// The longest line read, in bytes. A claim takes some hundred; without a
/// limit, a file without line ends would have to be held whole.
const LONGEST_LINE: usize = 1 << 20;

/// The content of a line.
///
/// ```
/// use tinh_model::dataset::{JsonLinesReader, Record};
/// let file = r#"{"type":"source","id":"s","title":"Một bài báo"}"#;
/// let mut lines = JsonLinesReader::new(file.as_bytes(), "claims.jsonl");
/// assert!(matches!(lines.next(), Some(Ok(Ok(Record::Source(source)))) if source.id == "s"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Record {
    /// A line that begins with `//` or `#`.
    Comment(String),
    /// The declaration of a measure.
    Measure(Box<MeasureDefinition>),
    /// A source.
    Source(Source),
    /// A claim.
    Claim(Box<Claim>),
}

/// Reads a JSON Lines file record by record: memory holds one line, of at most
/// a mebibyte, and the sources and declared measures met so far.
///
/// ```
/// use tinh_model::dataset::{JsonLinesReader, Record};
/// let file = r#"{"type": "source", "id": "s", "title": "Một bài báo"}
/// {"type": "activity", "id": "a", "source": "s", "place": "national", "kind": "other"}
/// {"type": "activity", "id": "b", "source": "?", "place": "national", "kind": "other"}"#;
/// let mut claims = 0;
/// let mut problems = Vec::new();
/// for record in JsonLinesReader::new(file.as_bytes(), "claims.jsonl") {
///     match record? {
///         Ok(Record::Claim(_)) => claims += 1,
///         Ok(_) => {}
///         Err(found) => problems.extend(found),
///     }
/// }
/// assert_eq!(claims, 1);
/// assert_eq!(problems[0].to_string(), "claims.jsonl:3: source: unknown source \"?\"");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct JsonLinesReader<R> {
    reader: R,
    file: String,
    line: u64,
    buffer: Vec<u8>,
    sources: HashMap<String, Source>,
    measures: Measures,
    failed: bool,
}

impl<R: BufRead> JsonLinesReader<R> {
    /// Reads from `reader`, called `file` in reports.
    pub fn new(reader: R, file: &str) -> Self {
        Self {
            reader,
            file: file.to_owned(),
            line: 0,
            buffer: Vec::new(),
            sources: HashMap::new(),
            measures: Measures::default(),
            failed: false,
        }
    }

    /// The same, knowing sources and measures defined elsewhere.
    #[must_use]
    pub fn knowing(
        mut self,
        sources: impl IntoIterator<Item = Source>,
        measures: Measures,
    ) -> Self {
        self.sources
            .extend(sources.into_iter().map(|s| (s.id.clone(), s)));
        self.measures = measures;
        self
    }

    /// The line read last, as it is, without its end and without a byte order
    /// mark; empty where it was too long to be kept.
    pub fn last_line(&self) -> &[u8] {
        let line = match self.line {
            1 => without_mark(&self.buffer),
            _ => &self.buffer,
        };
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// The number of the line read last, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Reads a line into the buffer; `None` at the end of the file, `false`
    /// where it is too long to be kept and was passed over.
    fn read_line(&mut self) -> io::Result<Option<bool>> {
        self.buffer.clear();
        let limit = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX);
        let read = (&mut self.reader)
            .take(limit)
            .read_until(b'\n', &mut self.buffer)?;
        if read == 0 {
            return Ok(None);
        }
        self.line = self.line.saturating_add(1);
        if read < LONGEST_LINE || self.buffer.ends_with(b"\n") {
            return Ok(Some(true));
        }
        // What follows may be the end of the file, or of a line just as long.
        let mut is_whole = true;
        loop {
            let chunk = self.reader.fill_buf()?;
            if chunk.is_empty() {
                return Ok(Some(is_whole));
            }
            let end = chunk.iter().position(|&b| b == b'\n');
            is_whole = is_whole && end == Some(0);
            let used = end.map_or(chunk.len(), |end| end.saturating_add(1));
            self.reader.consume(used);
            if end.is_some() {
                return Ok(Some(is_whole));
            }
        }
    }

    /// The next record, or every problem of the next line; `None` at the end.
    ///
    /// # Errors
    /// Where the reader fails.
    pub fn next_record(&mut self) -> io::Result<Option<Result<Record, Vec<Problem>>>> {
        loop {
            let parsed = match self.read_line()? {
                None => return Ok(None),
                Some(false) => {
                    self.buffer.clear();
                    Err(vec![unread(words::LONG_LINE.filled(&[&LONGEST_LINE]))])
                }
                Some(true) => {
                    match std::str::from_utf8(self.last_line()) {
                        Err(error) => {
                            let from = error.valid_up_to();
                            Err(vec![unread(words::NOT_UTF8.filled(&[&from]))])
                        }
                        Ok(text) => {
                            let trimmed = text.trim_start();
                            // The byte of the line is counted with its indent.
                            let indent = text.len().saturating_sub(trimmed.len());
                            let text = trimmed.trim_end();
                            if text.is_empty() || text.starts_with(MARK) {
                                continue;
                            }
                            if text.starts_with("//") || text.starts_with('#') {
                                return Ok(Some(Ok(Record::Comment(text.to_owned()))));
                            }
                            parse(text, indent, &self.sources, &self.measures)
                        }
                    }
                }
            };
            let parsed = match parsed {
                Ok(Record::Measure(definition)) => self
                    .measures
                    .declare((*definition).clone())
                    .map(|_| Record::Measure(definition))
                    .map_err(|error| vec![FieldProblem::of(error, "code")]),
                Ok(Record::Source(source)) => {
                    self.sources
                        .entry(source.id.clone())
                        .or_insert_with(|| source.clone());
                    Ok(Record::Source(source))
                }
                other => other,
            };
            return Ok(Some(parsed.map_err(|problems| {
                problems
                    .into_iter()
                    .map(|problem| Problem::at(&self.file, self.line, problem))
                    .collect()
            })));
        }
    }
}

/// Ends after the first error of the reader itself.
impl<R: BufRead> Iterator for JsonLinesReader<R> {
    type Item = io::Result<Result<Record, Vec<Problem>>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let next = self.next_record().transpose();
        self.failed = matches!(next, Some(Err(_)));
        next
    }
}

fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
}

/// A line that holds no record.
fn unread(why: Bilingual) -> FieldProblem {
    FieldProblem::new("", "", Error::told(why))
}

/// A line that is no JSON, or has a name twice. Its byte is counted with the
/// indent.
fn not_json(error: &serde_json::Error, text: &str, indent: usize) -> FieldProblem {
    let byte = error.column().saturating_add(indent);
    let (field, words) = match twice(error) {
        Some(field) => (field, words::FIELD_TWICE.filled(&[&byte])),
        None => (String::new(), unparsed(error, &words::NOT_JSON, byte)),
    };
    FieldProblem::new(field, text, Error::told(words))
}

fn parse(
    text: &str,
    indent: usize,
    sources: &HashMap<String, Source>,
    measures: &Measures,
) -> Result<Record, Vec<FieldProblem>> {
    if let Some(claim) = plain_claim(text, |id| sources.get(id), measures) {
        return Ok(Record::Claim(Box::new(claim)));
    }
    let value = serde_json::from_str::<StrictValue>(text)
        .map_err(|error| vec![not_json(&error, text, indent)])?
        .0;
    let Value::Object(mut object) = value else {
        return Err(vec![FieldProblem::new(
            "",
            text,
            Error::told(words::NOT_AN_OBJECT),
        )]);
    };
    let type_code = object.get("type").and_then(Value::as_str);
    if type_code == Some("measure") {
        object.remove("type");
        let definition = measure_from_object(object)?;
        return Ok(Record::Measure(Box::new(definition)));
    }
    if type_code == Some("source") {
        object.remove("type");
        let source = source_from_object(object)?;
        if sources
            .get(&source.id)
            .is_some_and(|known| *known != source)
        {
            let error = Error::new(ErrorKind::Taken(Taken::Source), &source.id);
            return Err(vec![FieldProblem::of(error, "id")]);
        }
        return Ok(Record::Source(source));
    }
    claim_from_object(object, |id| sources.get(id), true, measures)
        .map(|claim| Record::Claim(Box::new(claim)))
}

/// A source or a measure with its type.
#[derive(Serialize)]
struct Line<'a, T> {
    r#type: &'static str,
    #[serde(flatten)]
    record: &'a T,
}

/// Writes a JSON Lines file record by record: memory holds one line and the
/// ids of the sources written.
///
/// ```
/// use tinh_model::dataset::JsonLinesWriter;
/// use tinh_model::{Claim, Source};
/// let source: Source = serde_json::from_str(r#"{"id": "s", "title": "Một bài báo"}"#)?;
/// let claim: Claim = serde_json::from_str(
///     r#"{"type": "activity", "id": "a", "source": "s", "place": "national", "kind": "other"}"#)?;
/// let mut writer = JsonLinesWriter::new(Vec::new());
/// // A claim before its source could not be read back.
/// assert!(writer.write_claim(&claim).is_err());
/// writer.write_source(&source)?;
/// writer.write_claim(&claim)?;
/// assert_eq!(writer.finish()?.iter().filter(|&&b| b == b'\n').count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct JsonLinesWriter<W> {
    writer: W,
    sources: HashSet<String>,
    measures: HashSet<String>,
}

impl<W: Write> JsonLinesWriter<W> {
    /// Writes to `writer`; wrap a file in a [`BufWriter`](io::BufWriter).
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            sources: HashSet::new(),
            measures: HashSet::new(),
        }
    }

    /// Writes the declaration of a measure, unless it was written.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_measure(&mut self, definition: &MeasureDefinition) -> io::Result<()> {
        if !self.measures.insert(definition.code().to_owned()) {
            return Ok(());
        }
        self.write_line(&Line {
            r#type: "measure",
            record: definition,
        })
    }

    /// Writes a source.
    ///
    /// # Errors
    /// Where the writer fails; [`io::ErrorKind::InvalidInput`] where its id
    /// could not be read back.
    pub fn write_source(&mut self, source: &Source) -> io::Result<()> {
        check_id(&source.id).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        self.write_line(&Line {
            r#type: "source",
            record: source,
        })?;
        self.sources.insert(source.id.clone());
        Ok(())
    }

    /// Writes a claim, and before it the declaration of its measure where that
    /// was not written.
    ///
    /// # Errors
    /// Where the writer fails; [`io::ErrorKind::InvalidInput`] where the
    /// claim's source was not written before it.
    pub fn write_claim(&mut self, claim: &Claim) -> io::Result<()> {
        if !self.sources.contains(claim.source()) {
            let error = Error::new(ErrorKind::UnknownSource, claim.source());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, error));
        }
        if let Statement::Observation(observation) = claim.statement()
            && observation.measure.is_declared()
        {
            self.write_measure(observation.measure.definition())?;
        }
        self.write_line(claim)
    }

    /// Writes a comment.
    ///
    /// # Errors
    /// Where the writer fails; [`io::ErrorKind::InvalidInput`] for a text that
    /// does not begin with `//` or `#`, or takes more than a line.
    pub fn write_comment(&mut self, comment: &str) -> io::Result<()> {
        let is_comment = comment.starts_with("//") || comment.starts_with('#');
        if !is_comment || comment.contains(['\n', '\r']) {
            let kind = ErrorKind::WrongType {
                expected: words::A_COMMENT,
            };
            let error = Error::new(kind, comment);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, error));
        }
        writeln!(self.writer, "{comment}")
    }

    pub(super) fn write_unread(&mut self, line: &UnreadLine) -> io::Result<()> {
        line.write(&mut self.writer)
    }

    /// Flushes and returns the writer.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.writer.flush()?;
        Ok(self.writer)
    }

    fn write_line(&mut self, record: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.writer, record)?;
        self.writer.write_all(b"\n")
    }
}
