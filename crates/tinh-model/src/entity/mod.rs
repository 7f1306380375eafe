//! The statements of claims: one type for each kind of fact.

mod activity;
mod agreement;
mod aid;
mod history;
mod kind;
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
use serde::de::DeserializeOwned;
use serde_json::Value;
use tinh_figures::{Kind, Qualifier};

use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::partner::PartnerList;
use crate::sector::Sector;
use crate::time::Time;

/// Methods of every kind of statement.
pub(crate) trait Entity {
    /// The rules that hold between its fields and the time of the claim.
    fn check(&self, time: &Time) -> Result<(), Error>;

    /// The partners it lists, if it is of a list.
    fn list(&self) -> Option<&PartnerList> {
        None
    }
}

/// What reads one of the kinds: the fields of a record.
pub(crate) trait Read {
    /// A statement of the fields that are left; `None` where it is no such.
    fn read<T: DeserializeOwned>(&mut self) -> Option<T>;
}

/// Declares the kinds of statement, each with its word in datasets and its
/// fields: what a new kind has to be added to.
macro_rules! statements {
    ($($(#[$meta:meta])* $kind:ident($held:ty) = $code:literal [$($field:literal),+],)+) => {
        /// What a claim states. All but observations are boxed: nearly all
        /// claims are observations, and the others take more room.
        // Millions of claims are observations; a box would cost each of them.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Statement { $($(#[$meta])* $kind($held),)+ }

        impl Statement {
            /// All words that may stand after `type`, `source` and `measure`
            /// aside.
            pub const TYPE_CODES: &'static [&'static str] = &[$($code,)+];

            /// The word after `type` in datasets.
            #[must_use]
            pub const fn type_code(&self) -> &'static str {
                match self { $(Self::$kind(_) => $code,)+ }
            }

            /// The fields of a type beside those every claim has, in files;
            /// `None` for a word that is not a type.
            ///
            /// ```
            /// use tinh_model::Statement;
            /// assert!(Statement::fields_of("mission").unwrap_or(&[]).contains(&"destinations"));
            /// assert_eq!(Statement::fields_of("delegation"), None);
            /// ```
            #[must_use]
            pub fn fields_of(type_code: &str) -> Option<&'static [&'static str]> {
                match type_code { $($code => Some(&[$($field),+]),)+ _ => None }
            }

            /// Reads a statement of a type; `None` where it cannot be read or
            /// the word is not a type.
            pub(crate) fn read(type_code: &str, fields: &mut impl Read) -> Option<Self> {
                match type_code {
                    $($code => fields.read::<$kind>().map(Self::from),)+
                    _ => None,
                }
            }

            fn entity(&self) -> &dyn Entity {
                match self { $(Self::$kind(entity) => as_entity::<$kind>(entity),)+ }
            }

            /// Its fields as they are written.
            pub(crate) fn to_value(&self) -> serde_json::Result<Value> {
                match self { $(Self::$kind(entity) => serde_json::to_value(entity),)+ }
            }
        }

        $(impl From<$kind> for Statement {
            fn from(entity: $kind) -> Self {
                Self::$kind(entity.into())
            }
        })+
    };
}

statements! {
    /// A measured figure.
    Observation(Observation) = "observation"
        ["measure", "figure", "base", "partner", "sector", "scope"],
    /// A delegation out, in, or at home.
    Mission(Box<Mission>) = "mission"
        ["direction", "purposes", "destinations", "leader", "facilitators", "count", "state"],
    /// An agreement, proposed to expired.
    Agreement(Box<Agreement>) = "agreement"
        ["kind", "state", "history", "name", "parties", "count", "mentioned_in"],
    /// A standing relation with a locality, a network, an organisation.
    Partnership(Box<Partnership>) = "partnership"
        ["kind", "state", "since", "history", "partners", "count"],
    /// One investment project or one investor's projects.
    InvestmentProject(Box<InvestmentProject>) = "investment_project"
        ["name", "capital", "investors", "sector", "state", "history", "amounts"],
    /// Aid projects with their counterpart funds.
    AidGroup(Box<AidGroup>) = "aid_group"
        ["financing", "basis", "donors", "projects", "total", "aid", "counterpart"],
    /// Everything else.
    Activity(Box<Activity>) = "activity"
        ["kind", "name", "parties", "figure", "topics"],
}

fn as_entity<T: Entity>(entity: &T) -> &dyn Entity {
    entity
}

impl Statement {
    pub(crate) fn check(&self, time: &Time) -> Result<(), Error> {
        self.entity().check(time)
    }

    /// The partners it lists: where a mission went, who signed, who gives aid.
    /// `None` for observations and projects, which have partners of other
    /// kinds.
    #[must_use]
    pub fn list(&self) -> Option<&PartnerList> {
        self.entity().list()
    }

    /// The partners named: of an observation, the investors of a project, and
    /// those of [its list](Self::list).
    #[must_use]
    pub fn partners(&self) -> Vec<&crate::partner::Partner> {
        match self {
            Self::Observation(observation) => observation.partner.as_deref().into_iter().collect(),
            Self::InvestmentProject(project) => project
                .investors
                .iter()
                .map(|party| &party.partner)
                .collect(),
            other => other
                .list()
                .into_iter()
                .flat_map(|list| list.named())
                .collect(),
        }
    }

    /// The sector of an observation or a project.
    #[must_use]
    pub fn sector(&self) -> Option<&Sector> {
        match self {
            Self::Observation(observation) => observation.sector.as_ref(),
            Self::InvestmentProject(project) => project.sector.as_ref(),
            _ => None,
        }
    }
}

/// Whether a figure can be a count: what keeps it from being one. `1.498` may
/// be read as a whole number or with a fraction; one whole reading is enough.
pub(crate) fn check_count(count: Option<&PrintedFigure>, field: &'static str) -> Result<(), Error> {
    let Some((figure, reading)) = count.and_then(|figure| Some((figure, figure.reading()?))) else {
        return Ok(());
    };
    if reading.kind() != Kind::Number {
        return Err(Error::rule(Rule::NotACount, field));
    }
    if is_negative(figure) {
        return Err(Error::rule(Rule::NegativeCount, field));
    }
    let is_whole = |value: Decimal| value.fract().is_zero();
    let ends = [reading.lower().or(reading.value()), reading.upper()];
    let whole =
        ends.into_iter().flatten().all(is_whole) || reading.alternative().is_some_and(is_whole);
    if whole {
        Ok(())
    } else {
        Err(Error::rule(Rule::FractionalCount, field))
    }
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
