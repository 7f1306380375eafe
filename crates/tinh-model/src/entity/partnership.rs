//! Standing relations of a province.

use serde::{Deserialize, Serialize};

use super::history::{self, LifeCycle, Step};
use super::{Entity, check_count};
use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::partner::PartnerList;
use crate::time::{PartialDate, Time};

/// The kind of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartnershipKind {
    /// Twinning (*kết nghĩa*).
    Twinning,
    /// Friendship and cooperation (*hữu nghị hợp tác*).
    Friendship,
    /// Comprehensive cooperation (*hợp tác toàn diện*).
    Comprehensive,
    /// Membership of a network or organisation.
    Membership,
    /// Cooperation in general, or an unspecified kind.
    Unspecified,
}

/// How far a relation has come. A signed memorandum does not make a relation
/// established: the two are different claims.
///
/// ```
/// use tinh_model::entity::PartnershipState;
/// assert!(PartnershipState::Deepened.is_established());
/// assert!(!PartnershipState::Prospective.is_established());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartnershipState {
    /// Sought (*tiến tới thiết lập quan hệ*).
    Prospective,
    /// Established (*đã thiết lập*).
    Established,
    /// Established and being deepened (*làm sâu sắc hơn*).
    Deepened,
    /// Dormant.
    Dormant,
}

impl PartnershipState {
    /// Whether the relation exists.
    #[must_use]
    pub const fn is_established(self) -> bool {
        matches!(self, Self::Established | Self::Deepened)
    }
}

impl LifeCycle for PartnershipState {
    /// A relation may cool and be taken up again: every order happens, except
    /// that an established one is no longer sought.
    fn may_become(self, next: Self) -> bool {
        next != Self::Prospective || self == Self::Prospective
    }
}

/// A standing relation with one partner or a list of them.
///
/// ```
/// use tinh_model::entity::Partnership;
/// let partnership: Partnership = serde_json::from_str(r#"{
///     "kind": "friendship", "state": "established", "since": "2013",
///     "partners": [{"locality": "Seongnam", "level": "TP", "country": "Hàn Quốc"}]}"#)?;
/// assert!(partnership.state.is_established());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Partnership {
    /// The kind.
    pub kind: PartnershipKind,
    /// How far it has come.
    pub state: PartnershipState,
    /// Since when it is established, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// How it came to its state, oldest first; the last step is the state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step<PartnershipState>>,
    /// The partners.
    pub partners: PartnerList,
    /// How many, as printed (`26 địa phương`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<PrintedFigure>,
}

impl Partnership {
    /// A relation with these partners, of which no date, history or number is
    /// known.
    ///
    /// ```
    /// use tinh_model::PartnerList;
    /// use tinh_model::entity::{Partnership, PartnershipKind, PartnershipState};
    /// let partners = PartnerList::closed(vec!["Hàn Quốc".parse()?]);
    /// let (kind, state) = (PartnershipKind::Friendship, PartnershipState::Established);
    /// let mut friendship = Partnership::new(kind, state, partners);
    /// friendship.since = Some("2013".parse()?);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(kind: PartnershipKind, state: PartnershipState, partners: PartnerList) -> Self {
        Self {
            kind,
            state,
            since: None,
            history: Vec::new(),
            partners,
            count: None,
        }
    }
}

impl Entity for Partnership {
    fn check(&self, _: &Time) -> Result<(), Error> {
        check_count(self.count.as_ref(), "count")?;
        if self.since.is_some() && self.state == PartnershipState::Prospective {
            return Err(Error::rule(Rule::StillSought, "since"));
        }
        history::check(&self.history, self.state)
    }

    fn list(&self) -> Option<&PartnerList> {
        Some(&self.partners)
    }
}
