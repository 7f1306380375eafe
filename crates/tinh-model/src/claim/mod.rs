//! A claim: what one source says, with everything needed to weigh it.

mod likeness;
mod object;
mod plain;
mod quantity;
mod relation;

pub use likeness::{Likeness, Tellings};
pub use quantity::{Quantity, Scope};
pub use relation::{Relation, RelationKind};

pub(crate) use object::{FieldProblem, claim_from_object, measure_from_object, source_from_object};
pub(crate) use plain::plain_claim;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::entity::Statement;
use crate::error::{Error, Rule};
use crate::place::Place;
use crate::source::check_id;
use crate::time::{PartialDate, Time};

coded! {
    /// How firm a figure is (SDMX code list `CL_OBS_STATUS` 2.2 in brackets).
    Status {
        /// Nothing said (A).
        Normal = "normal",
        /// Estimated (*ước*, E).
        Estimated = "estimated",
        /// Provisional (*sơ bộ*, P).
        Provisional = "provisional",
        /// Forecast (*dự báo*, F).
        Forecast = "forecast",
        /// Of low reliability (U).
        Unreliable = "unreliable",
        /// The definition differs from that of its neighbours (D).
        DefinitionDiffers = "definition-differs",
        /// A break in the series (B).
        Break = "break",
    }
}

coded! {
    /// Whether a claim states a fact, a plan, a target or a commitment.
    Realm {
        /// It is a fact.
        Actual = "actual",
        /// It is planned (*kế hoạch, dự toán, dự kiến*).
        Plan = "plan",
        /// It is aimed at (*mục tiêu*).
        Target = "target",
        /// It is promised (*cam kết*).
        Commitment = "commitment",
    }
}

/// A printed date that cannot be meant, and the one that is.
///
/// The printed date stays in the claim, with the correction beside it.
///
/// ```
/// use tinh_model::claim::DateCorrection;
/// use tinh_model::entity::{Direction, Mission};
/// use tinh_model::time::Time;
/// use tinh_model::{Claim, Place};
///
/// let printed = Time::On("2033-11".parse()?); // an article of 2023
/// let mission = Mission::new(Direction::Outbound);
/// let correction = DateCorrection::new("2023-11".parse()?, "a date to come");
/// let claim = Claim::new("m", "s", Place::National, printed, mission)?
///     .with_date_correction(correction)?;
/// assert_eq!(claim.effective_time(), Time::On("2023-11".parse()?));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DateCorrection {
    /// The date meant.
    pub to: PartialDate,
    /// Why the printed date cannot be meant.
    pub reason: String,
}

impl DateCorrection {
    /// The date meant, and why the printed one cannot be.
    #[must_use]
    pub fn new(to: PartialDate, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self { to, reason }
    }
}

coded! {
    /// How far a claim has been looked at by a person.
    Review {
        /// Made by a program from a text, and to be looked at.
        Draft = "draft",
        /// Looked at and found to say what the source says.
        Accepted = "accepted",
    }
}

/// What few claims have, kept out of the room of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rare {
    date_correction: Option<DateCorrection>,
    relations: Vec<Relation>,
    facts: Vec<String>,
    note: Option<String>,
    evidence: Vec<[u32; 2]>,
    review: Option<Review>,
}

/// A statement of one source about one place.
///
/// A claim is not a truth: two claims may disagree, and both stay.
///
/// ```
/// use tinh_model::Claim;
/// let line = r#"{"type": "mission", "id": "vl-us", "source": "vl-2022", "line": 9,
///     "place": "vinh-long", "place_on": "2022-12-20",
///     "date": "tháng 11/2012",
///     "date_corrected": {"to": "2022-11", "reason": "names a directive of 2022"},
///     "direction": "outbound", "destinations": ["Hoa Kỳ"]}"#;
/// let claim: Claim = serde_json::from_str(line)?;
/// assert_eq!(claim.time().to_string(), "2012-11");         // as printed
/// assert_eq!(claim.effective_time().to_string(), "2022-11"); // as meant
///
/// // Writing and reading back is the identity.
/// let written = serde_json::to_string(&claim)?;
/// assert_eq!(serde_json::from_str::<Claim>(&written)?, claim);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    id: Box<str>,
    /// Shared: a thousand claims have one source.
    source: Arc<str>,
    line: Option<u32>,
    place: Place,
    time: Time,
    status: Status,
    realm: Realm,
    rare: Option<Box<Rare>>,
    statement: Statement,
}

impl Claim {
    /// A claim of a source about a place at a time.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`](crate::ErrorKind::Rule) for an id that could not be read back, and
    /// where the statement and its time contradict each
    /// other: a stock without a date, a negative count, a share of 140 %.
    pub fn new(
        id: impl Into<String>,
        source: impl Into<Arc<str>>,
        place: Place,
        time: Time,
        statement: impl Into<Statement>,
    ) -> Result<Self, Error> {
        let (id, statement) = (id.into(), statement.into());
        check_id(&id)?;
        if let Place::Unit(unit, on) = place
            && !((1..=9999).contains(&on.year()) && unit.is_valid_on(on))
        {
            return Err(Error::rule(Rule::UnitNotOnDate, "place"));
        }
        if let Time::AsOf(as_of) = &time
            && as_of.date().known_year().is_none()
        {
            return Err(Error::rule(Rule::StockNeedsYear, "as_of"));
        }
        statement.check(&time)?;
        let claim = Self {
            id: id.into(),
            source: source.into(),
            line: None,
            place,
            time,
            status: Status::Normal,
            realm: Realm::Actual,
            rare: None,
            statement,
        };
        claim.check_quantities()?;
        Ok(claim)
    }

    /// Keeps the id of its source where that of others of the source is.
    pub(crate) fn share_source(&mut self, source: &Arc<str>) {
        if *self.source == **source {
            self.source = Arc::clone(source);
        }
    }

    fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// The same claim with what is rare, if there is any.
    fn with_rare(mut self, rare: Rare) -> Self {
        self.rare = (rare != Rare::default()).then(|| Box::new(rare));
        self
    }

    /// Sets the line of the source the claim is on.
    #[must_use]
    pub fn on_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// Adds a relation to another claim.
    #[must_use]
    pub fn related(mut self, kind: RelationKind, to: impl Into<String>) -> Self {
        let to = to.into();
        let relations = &mut self.rare().relations;
        relations.push(Relation { kind, to });
        relations.sort();
        relations.dedup();
        self
    }

    /// Sets the reliability status.
    #[must_use]
    pub fn with_status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Sets whether the claim is a fact, a plan, a target or a commitment.
    #[must_use]
    pub fn in_realm(mut self, realm: Realm) -> Self {
        self.realm = realm;
        self
    }

    /// Sets the date meant, where the printed one cannot be.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`](crate::ErrorKind::Rule) where the claim has no printed date to correct.
    pub fn with_date_correction(mut self, correction: DateCorrection) -> Result<Self, Error> {
        if !matches!(self.time, Time::On(_)) {
            return Err(Error::rule(Rule::NoDateToCorrect, "date_corrected"));
        }
        self.rare().date_correction = Some(correction);
        Ok(self)
    }

    /// Sets a remark of the author of the dataset.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        let note = note.into();
        if !note.is_empty() || self.rare.is_some() {
            self.rare().note = Some(note).filter(|note| !note.is_empty());
        }
        self
    }

    /// Sets the ranges of bytes of the source's text that the claim rests on,
    /// the end excluded.
    #[must_use]
    pub fn with_evidence(mut self, evidence: impl IntoIterator<Item = Range<u32>>) -> Self {
        let ranges = evidence.into_iter().map(|range| [range.start, range.end]);
        self.rare().evidence = ranges.collect();
        let rare = std::mem::take(self.rare());
        self.with_rare(rare)
    }

    /// Sets whether a person has reviewed it.
    ///
    /// ```
    /// use tinh_model::Claim;
    /// use tinh_model::claim::Review;
    /// let line = r#"{"type": "observation", "id": "x", "source": "s", "evidence": [[12, 25]],
    ///     "place": "vinh-long", "as_of": "2022-12-20", "review": "draft",
    ///     "measure": "fdi.projects", "figure": "70 dự án"}"#;
    /// let draft: Claim = serde_json::from_str(line)?;
    /// assert_eq!(draft.evidence().collect::<Vec<_>>(), [12..25]);
    /// assert_eq!(draft.review(), Some(Review::Draft));
    /// assert_eq!(draft.with_review(Review::Accepted).review(), Some(Review::Accepted));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_review(mut self, review: Review) -> Self {
        self.rare().review = Some(review);
        self
    }

    /// Sets the ids under which a register of the source lists its content.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = String>) -> Self {
        self.rare().facts = facts.into_iter().collect();
        let rare = std::mem::take(self.rare());
        self.with_rare(rare)
    }

    /// Its id, unique in a dataset.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id of its source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The line of the source, or of the file it was read from, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<u32> {
        self.line
    }

    /// Where it holds.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// When it holds, as printed.
    #[must_use]
    pub fn time(&self) -> &Time {
        &self.time
    }

    /// When it holds, a misprinted date put right.
    #[must_use]
    pub fn effective_time(&self) -> Time {
        match self.date_correction() {
            Some(correction) => Time::On(correction.to),
            None => self.time,
        }
    }

    /// The correction of a misprinted date.
    #[must_use]
    pub fn date_correction(&self) -> Option<&DateCorrection> {
        self.rare.as_ref()?.date_correction.as_ref()
    }

    /// How firm its figures are.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether it is a fact, a plan, a target or a commitment.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.realm
    }

    /// How it relates to other claims.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        self.rare.as_ref().map_or(&[], |rare| &rare.relations)
    }

    /// The ids under which a register of the source lists what this claim
    /// says, beside its own id: one claim may say what the register splits
    /// (the number, the amount and the counterpart funds of an aid group).
    #[must_use]
    pub fn facts(&self) -> &[String] {
        self.rare.as_ref().map_or(&[], |rare| &rare.facts)
    }

    /// A remark of whoever wrote the dataset.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.rare.as_ref()?.note.as_deref()
    }

    /// Where the text of its source says it: ranges of bytes, the end
    /// excluded.
    pub fn evidence(&self) -> impl Iterator<Item = Range<u32>> {
        let ranges = self.rare.iter().flat_map(|rare| &rare.evidence);
        ranges.map(|&[start, end]| start..end)
    }

    /// How far it has been looked at; `None` where nobody says.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        self.rare.as_ref()?.review
    }

    /// The statement.
    #[must_use]
    pub fn statement(&self) -> &Statement {
        &self.statement
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({} of {}, {})",
            self.id,
            self.statement.type_code(),
            self.place,
            self.time
        )
    }
}
