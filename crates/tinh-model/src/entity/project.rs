//! Investment projects.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::Kind;

use super::history::{self, LifeCycle, Step};
use super::{Entity, is_negative, is_share};
use crate::band::Band;
use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::measure::{Basis, CapitalKind, Measure};
use crate::partner::Partner;
use crate::sector::Sector;
use crate::time::{PartialDate, Time};

/// The life of an investment project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ProjectState {
    /// Surveyed (*khảo sát*).
    Surveyed,
    /// Under a memorandum.
    UnderMemorandum,
    /// Approved in principle (*chấp thuận chủ trương*).
    ApprovedInPrinciple,
    /// Licensed (*giấy chứng nhận đăng ký đầu tư*).
    Licensed,
    /// Ground broken (*khởi công*).
    GroundBroken,
    /// Operating.
    Operating,
    /// Suspended.
    Suspended,
    /// Terminated.
    Terminated,
    /// Present; the source does not say at which stage.
    Present,
}

impl ProjectState {
    /// Whether it is in force (*còn hiệu lực*): licensed and not ended.
    /// `None` where the source does not tell.
    #[must_use]
    pub const fn is_in_force(self) -> Option<bool> {
        match self {
            Self::Licensed | Self::GroundBroken | Self::Operating | Self::Suspended => Some(true),
            Self::Surveyed
            | Self::UnderMemorandum
            | Self::ApprovedInPrinciple
            | Self::Terminated => Some(false),
            Self::Present => None,
        }
    }
}

impl ProjectState {
    /// Whether a project in this state can next be in `next`. A stage may be
    /// skipped, since sources rarely print all of them; none is gone back to,
    /// except that a suspended project resumes. Nothing follows termination.
    ///
    /// ```
    /// use tinh_model::entity::ProjectState;
    /// assert!(ProjectState::Surveyed.may_become(ProjectState::Licensed));
    /// assert!(ProjectState::Suspended.may_become(ProjectState::Operating));
    /// assert!(!ProjectState::Terminated.may_become(ProjectState::Operating));
    /// ```
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use ProjectState::{
            ApprovedInPrinciple, GroundBroken, Licensed, Operating, Present, Surveyed, Suspended,
            Terminated, UnderMemorandum,
        };
        const fn stage(state: ProjectState) -> u8 {
            match state {
                Surveyed => 0,
                UnderMemorandum => 1,
                ApprovedInPrinciple => 2,
                Licensed => 3,
                GroundBroken => 4,
                Operating => 5,
                Suspended | Terminated | Present => 6,
            }
        }
        match (self, next) {
            (Terminated, _) => false,
            // A survey and a memorandum come in either order.
            (UnderMemorandum, Surveyed) => true,
            (_, Present | Terminated) | (Present, _) => true,
            (Suspended, _) => stage(next) >= stage(Licensed) && stage(next) < stage(Suspended),
            (_, Suspended) => stage(self) >= stage(Licensed),
            // A licence is adjusted, a phase is added: the same state again.
            _ => stage(self) <= stage(next),
        }
    }
}

impl LifeCycle for ProjectState {
    fn may_become(self, next: Self) -> bool {
        self.may_become(next)
    }
}

/// The role of a party in a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Role {
    /// Puts in the capital.
    #[default]
    Investor,
    /// Gives or lends the money.
    Funding,
    /// Answers for it.
    Accountable,
    /// Carries it out.
    Implementing,
    /// Signs.
    Signatory,
    /// Brings the parties together.
    Facilitator,
    /// Receives it.
    Host,
}

/// A party, its role and its share.
///
/// ```
/// use tinh_model::entity::{Involvement, Role};
/// let involvement: Involvement = serde_json::from_str(
///     r#"{"partner": {"company": "Sumitomo", "country": "JP"}, "share": "35,1%"}"#,
/// )?;
/// assert_eq!(involvement.role, Role::Investor); // unless another is given
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Involvement {
    /// The party.
    pub partner: Partner,
    /// The role.
    #[serde(default)]
    pub role: Role,
    /// Its share of the capital in percent, as printed (`35,1%`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<PrintedFigure>,
}

impl Involvement {
    /// A party in a role, of no stated share.
    #[must_use]
    pub fn new(partner: Partner, role: Role) -> Self {
        Self {
            partner,
            role,
            share: None,
        }
    }
}

/// An amount stated for a project, at a stage.
///
/// ```
/// use tinh_model::Basis;
/// use tinh_model::entity::ProjectAmount;
/// let amount: ProjectAmount =
///     serde_json::from_str(r#"{"figure": "khoảng 350 triệu USD", "basis": "planned"}"#)?;
/// assert_eq!(amount.basis, Basis::PLANNED);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ProjectAmount {
    /// The amount as printed.
    pub figure: PrintedFigure,
    /// At which stage it is counted.
    pub basis: Basis,
    /// When it was stated, where that differs from the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
}

impl ProjectAmount {
    /// An amount stated when the claim was.
    #[must_use]
    pub fn new(figure: PrintedFigure, basis: Basis) -> Self {
        Self {
            figure,
            basis,
            as_of: None,
        }
    }
}

/// An investment project, or all that one investor has in a province.
///
/// Its amounts are part of the province's stock and never add to it.
///
/// ```
/// use tinh_model::entity::{InvestmentProject, ProjectState};
/// let project: InvestmentProject = serde_json::from_str(r#"{
///     "investors": [{"partner": {"company": "Sumitomo", "country": "JP"}, "share": "35,1%"}],
///     "state": "surveyed",
///     "history": [{"state": "under-memorandum", "date": "2023-07-04"},
///                 {"state": "surveyed", "date": "2023-11"}],
///     "amounts": [{"figure": "khoảng 350 triệu USD", "basis": "planned"}]}"#)?;
/// assert_eq!(project.state, ProjectState::Surveyed);
/// assert_eq!(project.state.is_in_force(), Some(false));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct InvestmentProject {
    /// Its name as printed, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whose capital it is.
    #[serde(default = "fdi")]
    pub capital: CapitalKind,
    /// Who takes part.
    pub investors: Vec<Involvement>,
    /// The economic sector.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// How far it has come.
    pub state: ProjectState,
    /// How it came there, oldest first; the last step is the state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step<ProjectState>>,
    /// The amounts stated for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<ProjectAmount>,
}

fn fdi() -> CapitalKind {
    CapitalKind::FDI
}

impl InvestmentProject {
    /// A project of foreign direct investment of which only the state is known.
    ///
    /// ```
    /// use tinh_model::Basis;
    /// use tinh_model::entity::{
    ///     InvestmentProject, Involvement, ProjectAmount, ProjectState, Role,
    /// };
    /// let mut project = InvestmentProject::new(ProjectState::Licensed);
    /// let company = serde_json::from_str(r#"{"company": "Sumitomo", "country": "JP"}"#)?;
    /// project.investors.push(Involvement::new(company, Role::Investor));
    /// let amount = "350 triệu USD".parse()?;
    /// project.amounts.push(ProjectAmount::new(amount, Basis::REGISTERED));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(state: ProjectState) -> Self {
        Self {
            name: None,
            capital: CapitalKind::FDI,
            investors: Vec::new(),
            sector: None,
            state,
            history: Vec::new(),
            amounts: Vec::new(),
        }
    }
}

impl Entity for InvestmentProject {
    fn check(&self, _: &Time) -> Result<(), Error> {
        let mut shares = Decimal::ZERO;
        for share in self.investors.iter().filter_map(|i| i.share.as_ref()) {
            if share.kind() != Some(Kind::Percent) {
                return Err(Error::rule(Rule::NotAPercentage, "investors.share"));
            }
            if !is_share(share) {
                return Err(Error::rule(Rule::ShareRange, "investors.share"));
            }
            // Six times 16,7 % is a whole; what is under 60 % may be little.
            let least = Band::of_printed(share)
                .and_then(|band| band.low)
                .unwrap_or_default();
            shares = shares.saturating_add(least.max(Decimal::ZERO));
        }
        if shares > Decimal::ONE_HUNDRED {
            return Err(Error::rule(Rule::SharesTogether, "investors.share"));
        }
        for amount in &self.amounts {
            if amount.figure.kind().is_some_and(|kind| kind != Kind::Money) {
                return Err(Error::rule(Rule::AmountIsMoney, "amounts.figure"));
            }
            if Measure::capital(self.capital, amount.basis).is_none() {
                return Err(Error::rule(Rule::NoMeasureOfStage, "amounts.basis"));
            }
            if amount.basis != Basis::REGISTERED_ADJUSTED && is_negative(&amount.figure) {
                return Err(Error::rule(Rule::NegativeAmount, "amounts.figure"));
            }
            if amount.as_of.is_some_and(|date| date.known_year().is_none()) {
                return Err(Error::rule(Rule::StockNeedsYear, "amounts.as_of"));
            }
        }
        history::check(&self.history, self.state)
    }
}
