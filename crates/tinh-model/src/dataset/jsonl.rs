//! JSON Lines: one source or claim a line.
//!
//! ```text
//! {"type": "source", "id": …, "title": …, "publisher": …, "published": …}
//! {"type": "observation" | "mission" | …, "id": …, "source": …, "line": …,
//!  "place": …, "place_on": …,
//!  "as_of": … [, "as_of_is": …] | "period": … | "date": … | "horizon": … | "time": …,
//!  "same_as" | "part_of" | "corrects" | "conflicts_with": id or [id, …],
//!  … the fields of the type …}
//! ```
//! Blank lines and lines that begin with `//` or `#` are passed over. A byte
//! order mark at the start is passed over too.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::problem::Problem;
use crate::claim::{Claim, FieldProblem, claim_from_object};
use crate::source::Source;

/// What a line holds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Record {
    /// A source.
    Source(Source),
    /// A claim.
    Claim(Box<Claim>),
}

/// Reads a JSON Lines file record by record: memory holds one line and the
/// sources met so far.
#[derive(Debug)]
pub struct JsonLinesReader<R> {
    reader: R,
    file: String,
    line: u64,
    buffer: Vec<u8>,
    sources: HashMap<String, Source>,
}

impl<R: BufRead> JsonLinesReader<R> {
    /// Reads from `reader`, called `file` in reports.
    pub fn new(reader: R, file: &str) -> Self {
        Self::with_sources(reader, file, [])
    }

    /// The same, with sources defined elsewhere.
    pub fn with_sources(reader: R, file: &str, sources: impl IntoIterator<Item = Source>) -> Self {
        Self {
            reader,
            file: file.to_owned(),
            line: 0,
            buffer: Vec::new(),
            sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
        }
    }

    /// The number of the line read last, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The next record, or every problem of the next line; `None` at the end.
    ///
    /// # Errors
    /// Where the reader fails.
    pub fn next_record(&mut self) -> io::Result<Option<Result<Record, Vec<Problem>>>> {
        loop {
            self.buffer.clear();
            if self.reader.read_until(b'\n', &mut self.buffer)? == 0 {
                return Ok(None);
            }
            self.line = self.line.saturating_add(1);
            let bytes = match self.line {
                1 => self
                    .buffer
                    .strip_prefix(b"\xEF\xBB\xBF")
                    .unwrap_or(&self.buffer),
                _ => &self.buffer,
            };
            let parsed = match std::str::from_utf8(bytes) {
                Err(_) => Err(vec![FieldProblem::new("", "", "the line is not UTF-8")]),
                Ok(text) => {
                    let text = text.trim();
                    if text.is_empty() || text.starts_with("//") || text.starts_with('#') {
                        continue;
                    }
                    parse(text, &self.sources)
                }
            };
            if let Ok(Record::Source(source)) = &parsed {
                self.sources
                    .entry(source.id.clone())
                    .or_insert_with(|| source.clone());
            }
            return Ok(Some(parsed.map_err(|problems| {
                problems
                    .into_iter()
                    .map(|problem| Problem::at(&self.file, self.line, problem))
                    .collect()
            })));
        }
    }
}

fn parse(text: &str, sources: &HashMap<String, Source>) -> Result<Record, Vec<FieldProblem>> {
    let object: Map<String, Value> = serde_json::from_str(text).map_err(|error| {
        vec![FieldProblem::new(
            "",
            text,
            format!("expected a JSON object: {error}"),
        )]
    })?;
    if object.get("type").and_then(Value::as_str) == Some("source") {
        let mut object = object;
        object.remove("type");
        return serde_path_to_error::deserialize(Value::Object(object))
            .map(Record::Source)
            .map_err(|error| {
                let path = error.path().to_string();
                let field = if path == "." { String::new() } else { path };
                vec![FieldProblem::new(
                    field,
                    text,
                    error.into_inner().to_string(),
                )]
            });
    }
    claim_from_object(object, |id| sources.get(id).cloned(), true)
        .map(|claim| Record::Claim(Box::new(claim)))
}

#[derive(Serialize)]
struct SourceLine<'a> {
    r#type: &'static str,
    #[serde(flatten)]
    source: &'a Source,
}

pub(super) fn write_source(writer: impl Write, source: &Source) -> io::Result<()> {
    write_line(
        writer,
        &SourceLine {
            r#type: "source",
            source,
        },
    )
}

pub(super) fn write_claim(writer: impl Write, claim: &Claim) -> io::Result<()> {
    write_line(writer, claim)
}

fn write_line(mut writer: impl Write, record: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut writer, record)?;
    writer.write_all(b"\n")
}
