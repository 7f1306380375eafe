//! Standing relations of a province.

use serde::{Deserialize, Serialize};

use crate::figure::PrintedFigure;
use crate::partner::PartnerList;

/// What a relation is.
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
    /// Cooperation in general, or kinds not told apart.
    Unspecified,
}

/// How far a relation has come. A signed memorandum does not make a relation
/// established: the two are different claims.
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
    /// No longer lived.
    Dormant,
}

impl PartnershipState {
    /// Whether the relation exists.
    #[must_use]
    pub const fn is_established(self) -> bool {
        matches!(self, Self::Established | Self::Deepened)
    }
}

/// A standing relation with one partner or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// What it is.
    pub kind: PartnershipKind,
    /// How far it has come.
    pub state: PartnershipState,
    /// With whom.
    pub partners: PartnerList,
    /// How many, as printed (`26 địa phương`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<PrintedFigure>,
}
