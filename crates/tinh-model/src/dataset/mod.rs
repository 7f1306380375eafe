//! Claims with their sources, read from files people write by hand.

mod ids;
mod index;
mod jsonl;
mod kept;
mod observations;
mod problem;
mod relations;
mod rows;

pub use index::{FigureEntry, FigureIndex, FigureTable};
pub use jsonl::{JsonLinesReader, JsonLinesWriter, Record};
pub use kept::UnreadLine;
pub use observations::{COLUMNS, ObservationsReader, ObservationsWriter};
pub use problem::Problem;
pub use relations::{RelationFault, RelationProblem};

use std::collections::HashMap;
use std::io::{self, BufRead, Read, Write};
use std::sync::{Arc, OnceLock};

use crate::claim::{Claim, Quantity};
use crate::entity::Statement;
use crate::error::{Error, ErrorKind, Taken};
use crate::measure::{Measure, MeasureDefinition, Measures};
use crate::source::{Source, check_id};
use ids::Ids;
use kept::{Kept, What};

/// Up to this many claims, room is made for as many again.
const FEW: usize = 100_000;

/// The published JSON Schema (draft 2020-12) of a line of a JSON Lines file: for
/// editors that complete and check while a dataset is written.
///
/// It knows fields and codes; the reader knows more: that a name is of a place,
/// a text is of a figure, a stock has a date.
///
/// ```
/// use tinh_model::dataset::SCHEMA;
/// let schema: serde_json::Value = serde_json::from_str(SCHEMA)?;
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const SCHEMA: &str = include_str!("../../schema/claim.schema.json");

/// Sources, claims, and what could not be read.
///
/// ```
/// use tinh_model::Dataset;
/// let lines = r#"
/// {"type": "source", "id": "vl", "title": "Vĩnh Long mở cửa", "published": "2022-12-20"}
/// {"type": "observation", "id": "a", "source": "vl", "place": "vinh-long",
///  "as_of": "2022-12-20", "measure": "fdi.projects", "figure": "70 dự án"}
/// "#.replace(",\n", ",");
/// let mut data = Dataset::new();
/// data.read_jsonl(lines.as_bytes(), "vinh_long.jsonl")?;
/// assert_eq!(data.claims().len(), 1);
/// assert!(data.rejected().is_empty());
///
/// // A line that cannot be read stops nothing; it is listed.
/// let bad = r#"{"type": "observation", "id": "b", "source": "vl", "place": "Vĩnh Lọng",
///  "as_of": "2022-12-20", "measure": "fdi.projects", "figure": "bảy chục"}"#.replace('\n', "");
/// data.read_jsonl(bad.as_bytes(), "bad.jsonl")?;
/// assert_eq!(data.claims().len(), 1);
/// assert!(data.rejected()[0].to_string().starts_with("bad.jsonl:1: place: "));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    measures: Measures,
    sources: Vec<Source>,
    source_index: HashMap<Arc<str>, usize>,
    claims: Vec<Claim>,
    claim_ids: Ids,
    rejected: Vec<Problem>,
    kept: Vec<Kept>,
    index: OnceLock<FigureIndex>,
}

impl Dataset {
    /// An empty dataset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Declares a measure that the table of this crate has not, and returns
    /// its level. A declaration precedes the claims that use it.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] where the definition contradicts itself;
    /// [`ErrorKind::Taken`] where its code is a built-in one, or declared
    /// otherwise.
    pub fn declare_measure(&mut self, definition: MeasureDefinition) -> Result<Measure, Error> {
        self.measures.declare(definition)
    }

    /// The measures its claims may use: the built-in ones and those declared.
    #[must_use]
    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    /// Adds a source. The same source may be added again.
    ///
    /// ```
    /// use tinh_model::{Dataset, Source};
    /// let mut data = Dataset::new();
    /// data.add_source(Source::new("tg", "Hải Phòng hội nhập"))?;
    /// let error = data.add_source(Source::new("tg", "Một bài khác")).unwrap_err();
    /// assert_eq!(error.to_string(), "source \"tg\" was defined before");
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Taken`] where its id is that of a different one;
    /// [`ErrorKind::Rule`] where the id is empty, has space around it or a line
    /// break in it.
    pub fn add_source(&mut self, source: Source) -> Result<(), Error> {
        check_id(&source.id)?;
        if let Some(known) = self.source(&source.id) {
            return if *known == source {
                Ok(())
            } else {
                Err(Error::new(ErrorKind::Taken(Taken::Source), &source.id))
            };
        }
        self.source_index
            .insert(source.id.as_str().into(), self.sources.len());
        self.sources.push(source);
        Ok(())
    }

    /// Adds a claim. Its source is in the dataset already; a measure that was
    /// declared elsewhere is declared here as well.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSource`]; [`ErrorKind::Taken`] where its id is that
    /// of another claim, or the code of its measure that of another measure.
    pub fn add_claim(&mut self, mut claim: Claim) -> Result<(), Error> {
        match self.source_index.get_key_value(claim.source()) {
            Some((source, _)) => claim.share_source(source),
            None => return Err(Error::new(ErrorKind::UnknownSource, claim.source())),
        }
        let Some(id) = self.claim_ids.free(claim.id(), &self.claims) else {
            return Err(Error::new(ErrorKind::Taken(Taken::Claim), claim.id()));
        };
        if let Statement::Observation(observation) = claim.statement() {
            self.measures.adopt(&observation.measure)?;
        }
        id.take();
        self.index.take();
        // By as many again while they are few; then by an eighth: a claim is large.
        if self.claims.len() == self.claims.capacity() {
            let more = if self.claims.len() < FEW {
                self.claims.len()
            } else {
                self.claims.len() / 8
            };
            self.claims.reserve_exact(more.max(64));
        }
        self.claims.push(claim);
        Ok(())
    }

    /// Lists something that could not be read.
    pub fn reject(&mut self, problem: Problem) {
        self.rejected.push(problem);
    }

    /// The sources, in the order read.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source of an id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(*self.source_index.get(id)?)
    }

    /// The claims, in the order read.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claim of an id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        let number = self.claim_ids.get(id, &self.claims)?;
        self.claims.get(usize::try_from(number).ok()?)
    }

    /// The problems of the lines that could not be read, in the order met.
    #[must_use]
    pub fn rejected(&self) -> &[Problem] {
        &self.rejected
    }

    /// The lines that could not be read, as they were. They are
    /// [written back](Self::write_jsonl) where they stood.
    pub fn unread(&self) -> impl Iterator<Item = &UnreadLine> {
        self.kept.iter().filter_map(|kept| match &kept.what {
            What::Unread(line) => Some(line),
            What::Comment(_) => None,
        })
    }

    /// Forgets the lines that could not be read: they are not written back.
    pub fn discard_unread(&mut self) {
        self.kept
            .retain(|kept| matches!(kept.what, What::Comment(_)));
    }

    fn keep(&mut self, what: What) {
        self.kept.push(Kept {
            sources: self.sources.len(),
            claims: self.claims.len(),
            what,
        });
    }

    /// Lists why a line was not read, and keeps the line.
    fn keep_unread(&mut self, line: impl Into<Vec<u8>>, problems: Vec<Problem>) {
        if let Some(first) = problems.first() {
            self.keep(What::Unread(UnreadLine {
                line: line.into(),
                problem: first.clone(),
            }));
        }
        self.rejected.extend(problems);
    }

    /// The figures by measure, put in order when first asked for.
    #[must_use]
    pub fn index(&self) -> &FigureIndex {
        self.index.get_or_init(|| FigureIndex::of(self))
    }

    /// Every figure of every claim.
    pub fn quantities(&self) -> impl Iterator<Item = Quantity<'_>> {
        self.claims.iter().flat_map(Claim::quantities)
    }

    /// Adds what a JSON Lines file holds: one source or claim a line. Sources
    /// come before the claims that name them. `file` names it in reports.
    ///
    /// # Errors
    /// Only where the reader fails; what cannot be understood is
    /// [rejected](Self::rejected) line by line.
    pub fn read_jsonl(&mut self, reader: impl BufRead, file: &str) -> io::Result<()> {
        let mut lines =
            JsonLinesReader::new(reader, file).knowing(self.sources.clone(), self.measures.clone());
        while let Some(record) = lines.next_record()? {
            let line = lines.line();
            let added = match record {
                Ok(Record::Comment(comment)) => {
                    self.keep(What::Comment(comment));
                    Ok(())
                }
                Ok(Record::Measure(definition)) => self
                    .declare_measure(*definition)
                    .map_err(|error| vec![Problem::of(file, line, "code", error)])
                    .map(drop),
                Ok(Record::Source(source)) => self
                    .add_source(source)
                    .map_err(|error| vec![Problem::of(file, line, "id", error)]),
                Ok(Record::Claim(claim)) => self
                    .add_claim(*claim)
                    .map_err(|error| vec![Problem::of(file, line, "id", error)]),
                Err(problems) => Err(problems),
            };
            if let Err(problems) = added {
                self.keep_unread(lines.last_line(), problems);
            }
        }
        Ok(())
    }

    /// Adds what a CSV file of observations holds: one figure a row, its
    /// columns those of [`COLUMNS`]. The sources it names are in the dataset
    /// already. `file` names it in reports.
    ///
    /// # Errors
    /// Only where the reader fails; rows that cannot be understood are
    /// [rejected](Self::rejected) one by one.
    pub fn read_observations(&mut self, reader: impl Read, file: &str) -> io::Result<()> {
        let mut rows = ObservationsReader::new(reader, file, self.sources.clone())
            .knowing(self.measures.clone());
        while let Some(row) = rows.next_claim()? {
            let added = row.and_then(|claim| {
                self.add_claim(claim)
                    .map_err(|error| vec![Problem::of(file, rows.line(), "id", error)])
            });
            if let Err(problems) = added {
                self.keep_unread(rows.last_row(), problems);
            }
        }
        Ok(())
    }

    /// Writes the declared measures, the sources and the claims as JSON Lines,
    /// which reads back equal. Comments and the lines that could not be read
    /// stand among them where they stood, the latter each below a comment that
    /// says why; [`discard_unread`](Self::discard_unread) leaves them out.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// let file = r#"// Một bài báo
    /// {"type":"source","id":"s","title":"Một bài báo"}
    /// {"type":"activity","id":"a","source":"s","place":"Hải Phog"}
    /// "#.replace("    /// ", "");
    /// let mut data = Dataset::new();
    /// data.read_jsonl(file.as_bytes(), "a.jsonl")?;
    /// let mut written = Vec::new();
    /// data.write_jsonl(&mut written)?;
    /// let written = String::from_utf8(written).unwrap_or_default();
    /// assert!(written.contains("// unread: a.jsonl:3: place: "));
    /// assert!(file.lines().all(|line| written.contains(line)));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_jsonl(&self, writer: impl Write) -> io::Result<()> {
        let mut writer = JsonLinesWriter::new(writer);
        for definition in self.measures.declared() {
            writer.write_measure(definition)?;
        }
        let (mut sources, mut claims) = (0, 0);
        let ends = self.kept.iter().map(|kept| (kept.sources, kept.claims));
        let all = (self.sources.len(), self.claims.len());
        // Before each kept line, and at last, what was added before it.
        for (at, (until_source, until_claim)) in ends.chain([all]).enumerate() {
            for source in self.sources.get(sources..until_source).unwrap_or_default() {
                writer.write_source(source)?;
            }
            for claim in self.claims.get(claims..until_claim).unwrap_or_default() {
                writer.write_claim(claim)?;
            }
            (sources, claims) = (until_source, until_claim);
            match self.kept.get(at).map(|kept| &kept.what) {
                Some(What::Comment(comment)) => writer.write_comment(comment)?,
                Some(What::Unread(line)) => writer.write_unread(line)?,
                None => {}
            }
        }
        writer.finish().map(drop)
    }

    /// Writes the observations as CSV, which reads back equal, and returns how
    /// many claims are of another type and were left out. Comments and what
    /// could not be read have no place in it.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_observations(&self, writer: impl Write) -> io::Result<usize> {
        let mut rows = ObservationsWriter::new(writer)?;
        let mut others: usize = 0;
        for claim in &self.claims {
            if matches!(claim.statement(), Statement::Observation(_)) {
                rows.write(claim)?;
            } else {
                others = others.saturating_add(1);
            }
        }
        rows.finish()?;
        Ok(others)
    }
}
