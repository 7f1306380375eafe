//! Files of claims, record by record.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader};

use tinh_model::dataset::{JsonLinesReader, Record};
use tinh_model::{Claim, Measures, Source};

/// What a line of a file holds.
#[derive(Debug)]
pub(super) enum Line<'a> {
    /// A claim, with who answers for its source.
    Claim(Box<Claim>, Option<&'a str>),
    /// Everything that is wrong with the line.
    Unreadable(Vec<String>),
}

/// Reads several files as one dataset: sources and measures of the first are known
/// in the next, and an id stands for one claim in all of them.
///
/// Memory holds a line, the sources, the measures and the ids.
#[derive(Debug, Default)]
pub(super) struct ClaimFiles {
    sources: HashMap<String, Source>,
    ids: HashSet<Box<str>>,
    measures: Measures,
}

impl ClaimFiles {
    /// Hands every claim and every problem of a file to `take`, with its line,
    /// until that returns `false`.
    pub(super) fn read(
        &mut self,
        path: &str,
        mut take: impl FnMut(u64, Line<'_>) -> bool,
    ) -> io::Result<bool> {
        let file = BufReader::new(File::open(path)?);
        let sources = self.sources.values().cloned();
        let mut reader = JsonLinesReader::new(file, path).knowing(sources, self.measures.clone());
        while let Some(record) = reader.next_record()? {
            let line = reader.line();
            let taken = match record {
                Ok(Record::Claim(claim)) => {
                    if self.ids.insert(claim.id().into()) {
                        let producer = self.sources.get(claim.source()).map(Source::producer);
                        take(line, Line::Claim(claim, producer))
                    } else {
                        let problem = format!("id: claim {:?} was defined before", claim.id());
                        take(line, Line::Unreadable(vec![problem]))
                    }
                }
                Ok(Record::Source(source)) => match self.sources.entry(source.id.clone()) {
                    Entry::Vacant(entry) => {
                        entry.insert(source);
                        true
                    }
                    // The same again is no contradiction.
                    Entry::Occupied(entry) if *entry.get() == source => true,
                    Entry::Occupied(_) => {
                        let problem = format!("id: source {:?} was defined before", source.id);
                        take(line, Line::Unreadable(vec![problem]))
                    }
                },
                // The reader has checked it against the declarations before.
                Ok(Record::Measure(definition)) => self.measures.declare(*definition).is_ok(),
                Ok(Record::Comment(_)) => true,
                // A kind of record that this crate does not know yet.
                Ok(_) => take(
                    line,
                    Line::Unreadable(vec!["neither a source nor a claim".to_owned()]),
                ),
                Err(problems) => {
                    let words = problems.iter().map(|problem| {
                        if problem.field.is_empty() {
                            problem.message.clone()
                        } else {
                            format!("{}: {}", problem.field, problem.message)
                        }
                    });
                    take(line, Line::Unreadable(words.collect()))
                }
            };
            if !taken {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
