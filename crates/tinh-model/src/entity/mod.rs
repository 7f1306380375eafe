//! What a claim says: one type for each kind of fact of the field.

mod activity;
mod agreement;
mod aid;
mod mission;
mod observation;
mod partnership;
mod project;

pub use activity::{Activity, ActivityKind};
pub use agreement::{Agreement, AgreementKind, AgreementState};
pub use aid::AidGroup;
pub use mission::{Direction, Mission, MissionState, Purpose};
pub use observation::{Base, Observation};
pub use partnership::{Partnership, PartnershipKind, PartnershipState};
pub use project::{InvestmentProject, Involvement, ProjectAmount, ProjectState, Role};

use crate::error::{Error, ErrorKind};
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
    /// Aid projects with their counterpart funds.
    AidGroup(AidGroup),
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

    /// The rules that hold between the fields and the time of the claim.
    pub(crate) fn check(&self, time: &Time) -> Result<(), Error> {
        match self {
            Self::Observation(observation) => observation.check(time),
            Self::AidGroup(group) => group.check(),
            Self::InvestmentProject(project) => project.check(),
            Self::Mission(_) | Self::Agreement(_) | Self::Partnership(_) | Self::Activity(_) => {
                Ok(())
            }
        }
    }
}

/// A broken rule over several fields.
pub(crate) fn rule(message: &'static str) -> Error {
    Error::new(ErrorKind::Rule(message), "")
}
