//! A claim: what one source says, with everything needed to weigh it.

mod object;
mod quantity;
mod relation;

pub use object::FieldProblem;
pub use quantity::{Quantity, Scope};
pub use relation::{Relation, RelationKind};

pub(crate) use object::{claim_from_object, measure_from_object, problem_of, source_from_object};

use std::fmt;
use std::sync::Arc;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::entity::Statement;
use crate::error::{Error, ErrorKind};
use crate::place::Place;
use crate::source::id_fault;
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
    /// Whether something is so, or is meant to be.
    Realm {
        /// It is so.
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
/// The printed date stays in the claim; this stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateCorrection {
    /// The date meant.
    pub to: PartialDate,
    /// Why the printed date cannot be meant.
    pub reason: String,
}

/// What one source says about one place.
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
    id: String,
    /// Shared: a thousand claims have one source.
    source: Arc<str>,
    line: Option<u32>,
    place: Place,
    time: Time,
    date_correction: Option<DateCorrection>,
    status: Status,
    realm: Realm,
    relations: Vec<Relation>,
    facts: Vec<String>,
    note: Option<String>,
    statement: Statement,
}

impl Claim {
    /// A claim of a source about a place at a time.
    ///
    /// # Errors
    /// [`ErrorKind::Id`] for an id that could not be read back,
    /// [`ErrorKind::Rule`] where the statement and its time contradict each
    /// other: a stock without a date, a negative count, a share of 140 %.
    pub fn new(
        id: impl Into<String>,
        source: impl Into<Arc<str>>,
        place: Place,
        time: Time,
        statement: impl Into<Statement>,
    ) -> Result<Self, Error> {
        let (id, statement) = (id.into(), statement.into());
        if let Some(fault) = id_fault(&id) {
            return Err(Error::new(ErrorKind::Id(fault), &id));
        }
        if let Place::Unit(unit, on) = place
            && !((1..=9999).contains(&on.year()) && unit.is_valid_on(on))
        {
            return Err(Error::new(
                ErrorKind::Rule("place: the unit does not exist on its date"),
                "",
            ));
        }
        if let Time::AsOf(as_of) = &time
            && as_of.date().known_year().is_none()
        {
            return Err(Error::new(
                ErrorKind::Rule("as_of: a stock needs a year"),
                "",
            ));
        }
        statement.check(&time)?;
        Ok(Self {
            id,
            source: source.into(),
            line: None,
            place,
            time,
            date_correction: None,
            status: Status::Normal,
            realm: Realm::Actual,
            relations: Vec::new(),
            facts: Vec::new(),
            note: None,
            statement,
        })
    }

    /// The same claim with the line of the source it stands on.
    #[must_use]
    pub fn on_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// The same claim with a relation to another.
    #[must_use]
    pub fn related(mut self, kind: RelationKind, to: impl Into<String>) -> Self {
        self.relations.push(Relation {
            kind,
            to: to.into(),
        });
        self.relations.sort();
        self.relations.dedup();
        self
    }

    /// The same claim with how firm it is.
    #[must_use]
    pub fn with_status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// The same claim, said to be so, planned, aimed at or promised.
    #[must_use]
    pub fn in_realm(mut self, realm: Realm) -> Self {
        self.realm = realm;
        self
    }

    /// The same claim with the date meant where the printed one cannot be.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] where the claim has no printed date to correct.
    pub fn with_date_correction(mut self, correction: DateCorrection) -> Result<Self, Error> {
        if !matches!(self.time, Time::On(_)) {
            return Err(Error::new(
                ErrorKind::Rule("date_corrected: there is no date to correct"),
                "",
            ));
        }
        self.date_correction = Some(correction);
        Ok(self)
    }

    /// The same claim with a remark of whoever writes the dataset.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into()).filter(|note| !note.is_empty());
        self
    }

    /// The same claim with the ids under which a register of the source lists
    /// what it says.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = String>) -> Self {
        self.facts = facts.into_iter().collect();
        self
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
        match &self.date_correction {
            Some(correction) => Time::On(correction.to),
            None => self.time,
        }
    }

    /// The correction of a misprinted date.
    #[must_use]
    pub fn date_correction(&self) -> Option<&DateCorrection> {
        self.date_correction.as_ref()
    }

    /// How firm its figures are.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether it is so, planned, aimed at or promised.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.realm
    }

    /// How it relates to other claims.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// The ids under which a register of the source lists what this claim
    /// says, beside its own id: one claim may say what the register splits
    /// (the number, the amount and the counterpart funds of an aid group).
    #[must_use]
    pub fn facts(&self) -> &[String] {
        &self.facts
    }

    /// A remark of whoever wrote the dataset.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What it states.
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
