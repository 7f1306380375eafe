//! What a claim says: one type for each kind of fact of the field.

mod activity;
mod agreement;
mod aid;
mod history;
mod mission;
mod observation;
mod partnership;
mod project;

pub use activity::{Activity, ActivityKind};
pub use agreement::{Agreement, AgreementKind, AgreementState};
pub use aid::AidGroup;
pub use history::Step;
pub use mission::{Direction, Mission, MissionState, Purpose};
pub use observation::{Base, Observation};
pub use partnership::{Partnership, PartnershipKind, PartnershipState};
pub use project::{InvestmentProject, Involvement, ProjectAmount, ProjectState, Role};

use rust_decimal::Decimal;
use tinh_figures::{Kind, Qualifier};

use crate::error::{Error, ErrorKind};
use crate::figure::PrintedFigure;
use crate::time::Time;

/// What a claim states.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Statement {
    /// A measured figure.
    Observation(Observation),
    /// A delegation out, in, or at home.
    Mission(Mission),
    /// An agreement, proposed to expired.
    Agreement(Agreement),
    /// A standing relation with a locality, a network, an organisation.
    Partnership(Partnership),
    /// One investment project or one investor's projects.
    InvestmentProject(InvestmentProject),
    /// Aid projects with their counterpart funds. Boxed: its figures take more
    /// room than any other statement, and nearly all claims are observations.
    AidGroup(Box<AidGroup>),
    /// Everything else.
    Activity(Activity),
}

impl Statement {
    /// The word after `type` in datasets.
    #[must_use]
    pub const fn type_code(&self) -> &'static str {
        match self {
            Self::Observation(_) => "observation",
            Self::Mission(_) => "mission",
            Self::Agreement(_) => "agreement",
            Self::Partnership(_) => "partnership",
            Self::InvestmentProject(_) => "investment_project",
            Self::AidGroup(_) => "aid_group",
            Self::Activity(_) => "activity",
        }
    }

    /// All words that may stand after `type`, `source` aside.
    pub const TYPE_CODES: [&'static str; 7] = [
        "observation",
        "mission",
        "agreement",
        "partnership",
        "investment_project",
        "aid_group",
        "activity",
    ];

    /// The fields of a type beside those every claim has, in files; `None` for
    /// a word that is no type.
    ///
    /// ```
    /// use tinh_model::Statement;
    /// assert!(Statement::fields_of("mission").unwrap_or(&[]).contains(&"destinations"));
    /// assert_eq!(Statement::fields_of("delegation"), None);
    /// ```
    #[must_use]
    pub fn fields_of(type_code: &str) -> Option<&'static [&'static str]> {
        Some(match type_code {
            "observation" => &["measure", "figure", "base", "partner", "sector", "scope"],
            "mission" => &[
                "direction",
                "purposes",
                "destinations",
                "leader",
                "facilitators",
                "count",
                "state",
            ],
            "agreement" => &[
                "kind",
                "state",
                "history",
                "name",
                "parties",
                "count",
                "mentioned_in",
            ],
            "partnership" => &["kind", "state", "since", "history", "partners", "count"],
            "investment_project" => &[
                "name",
                "capital",
                "investors",
                "sector",
                "state",
                "history",
                "amounts",
            ],
            "aid_group" => &[
                "financing",
                "basis",
                "donors",
                "projects",
                "total",
                "aid",
                "counterpart",
            ],
            "activity" => &["kind", "name", "parties", "figure", "topics"],
            _ => return None,
        })
    }

    /// The rules that hold between the fields and the time of the claim.
    pub(crate) fn check(&self, time: &Time) -> Result<(), Error> {
        match self {
            Self::Observation(observation) => observation.check(time),
            Self::AidGroup(group) => group.check(),
            Self::InvestmentProject(project) => project.check(),
            Self::Mission(mission) => mission.check(),
            Self::Agreement(agreement) => agreement.check(),
            Self::Partnership(partnership) => partnership.check(),
            Self::Activity(activity) => activity.check(),
        }
    }
}

macro_rules! from_entities {
    ($($entity:ident,)+) => {$(
        impl From<$entity> for Statement {
            fn from(entity: $entity) -> Self {
                Self::$entity(entity)
            }
        }
    )+};
}
from_entities!(
    Observation,
    Mission,
    Agreement,
    Partnership,
    InvestmentProject,
    Activity,
);

impl From<AidGroup> for Statement {
    fn from(group: AidGroup) -> Self {
        Self::AidGroup(Box::new(group))
    }
}

/// A broken rule over several fields.
pub(crate) fn rule(message: &'static str) -> Error {
    Error::new(ErrorKind::Rule(message), "")
}

/// What keeps a figure from being a count.
pub(crate) enum CountFault {
    /// Money, a percentage, a rank.
    NoNumber,
    /// Below zero.
    Negative,
    /// Not whole, in either reading.
    Fraction,
}

/// Whether a figure can be a count. `1.498` may be read as a whole number or
/// with a fraction; one whole reading is enough.
pub(crate) fn count_fault(figure: &PrintedFigure) -> Option<CountFault> {
    let reading = figure.reading()?;
    if reading.kind() != Kind::Number {
        return Some(CountFault::NoNumber);
    }
    if is_negative(figure) {
        return Some(CountFault::Negative);
    }
    let is_whole = |value: Decimal| value.fract().is_zero();
    let ends = [reading.lower().or(reading.value()), reading.upper()];
    let whole =
        ends.into_iter().flatten().all(is_whole) || reading.alternative().is_some_and(is_whole);
    (!whole).then_some(CountFault::Fraction)
}

/// Whether any value the figure can have lies below zero.
pub(crate) fn is_negative(figure: &PrintedFigure) -> bool {
    figure.reading().is_some_and(|reading| {
        [reading.value(), reading.lower()]
            .into_iter()
            .flatten()
            .any(|value| value < Decimal::ZERO)
    })
}

/// Whether a percentage can be part of a whole: from 0 to 100, every value it
/// can have.
pub(crate) fn is_share(figure: &PrintedFigure) -> bool {
    let Some(reading) = figure.reading() else {
        return true;
    };
    let ends = [reading.value(), reading.lower(), reading.upper()];
    let is_within = |end: Decimal| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&end);
    // More than all of it is as little a share as less than none.
    let is_beyond = match reading.qualifier() {
        Qualifier::MoreThan => reading.lower() == Some(Decimal::ONE_HUNDRED),
        Qualifier::LessThan | Qualifier::Almost => reading.upper() == Some(Decimal::ZERO),
        _ => false,
    };
    ends.into_iter().flatten().all(is_within) && !is_beyond
}

/// The rules of a field `count`.
pub(crate) fn check_count(count: Option<&PrintedFigure>) -> Result<(), Error> {
    match count.and_then(count_fault) {
        None => Ok(()),
        Some(CountFault::NoNumber) => Err(rule("count: a count is a number of things")),
        Some(CountFault::Negative) => Err(rule("count: a count cannot be negative")),
        Some(CountFault::Fraction) => Err(rule("count: a count is a whole number")),
    }
}
