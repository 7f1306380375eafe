//! Files of claims, record by record.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use tinh_model::dataset::{JsonLinesReader, ObservationsReader, Problem, Record};
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
    /// until that returns `false`. A file whose name ends in `.csv` is one of
    /// observations, whose sources are in a file before it; every other is JSON
    /// Lines.
    pub(super) fn read(
        &mut self,
        path: &str,
        take: impl FnMut(u64, Line<'_>) -> bool,
    ) -> io::Result<bool> {
        let extension = Path::new(path).extension();
        let file = BufReader::new(File::open(path)?);
        if extension.is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
            self.read_observations(file, path, take)
        } else {
            self.read_lines(file, path, take)
        }
    }

    fn read_observations(
        &mut self,
        file: BufReader<File>,
        path: &str,
        mut take: impl FnMut(u64, Line<'_>) -> bool,
    ) -> io::Result<bool> {
        let sources = self.sources.values().cloned();
        let reader = ObservationsReader::new(file, path, sources);
        let mut reader = reader.knowing(self.measures.clone());
        while let Some(row) = reader.next_claim()? {
            let line = reader.line();
            let taken = match row {
                Ok(claim) => self.take_claim(line, Box::new(claim), &mut take),
                Err(problems) => take(line, unreadable(&problems)),
            };
            if !taken {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn read_lines(
        &mut self,
        file: BufReader<File>,
        path: &str,
        mut take: impl FnMut(u64, Line<'_>) -> bool,
    ) -> io::Result<bool> {
        let sources = self.sources.values().cloned();
        let mut reader = JsonLinesReader::new(file, path).knowing(sources, self.measures.clone());
        while let Some(record) = reader.next_record()? {
            let line = reader.line();
            let taken = match record {
                Ok(Record::Claim(claim)) => self.take_claim(line, claim, &mut take),
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
                Err(problems) => take(line, unreadable(&problems)),
            };
            if !taken {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Hands over a claim whose id is new, or says that it is not.
    fn take_claim(
        &mut self,
        line: u64,
        claim: Box<Claim>,
        take: &mut impl FnMut(u64, Line<'_>) -> bool,
    ) -> bool {
        if self.ids.insert(claim.id().into()) {
            let producer = self.sources.get(claim.source()).map(Source::producer);
            take(line, Line::Claim(claim, producer))
        } else {
            let problem = format!("id: claim {:?} was defined before", claim.id());
            take(line, Line::Unreadable(vec![problem]))
        }
    }
}

/// What is wrong with a line, its field before each problem.
fn unreadable(problems: &[Problem]) -> Line<'static> {
    let words = problems.iter().map(|problem| {
        if problem.field.is_empty() {
            problem.message.clone()
        } else {
            format!("{}: {}", problem.field, problem.message)
        }
    });
    Line::Unreadable(words.collect())
}
