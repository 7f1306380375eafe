//! Agreements, from proposed to expired.

use serde::{Deserialize, Serialize};

use super::history::{self, LifeCycle, Step};
use super::{Entity, check_count};
use crate::error::Error;
use crate::figure::PrintedFigure;
use crate::partner::PartnerList;
use crate::time::Time;

/// The kind of an agreement. Free trade agreements are national: a province
/// promotes and uses them and is never a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AgreementKind {
    /// Memorandum (*bản ghi nhớ*, *biên bản ghi nhớ*: one kind, two spellings).
    Memorandum,
    /// International agreement of a provincial body (*thỏa thuận quốc tế*,
    /// Law 70/2020/QH14).
    InternationalAgreement,
    /// Charter of twinning (*kết nghĩa*).
    Twinning,
    /// Programme with a ministry (*chương trình phối hợp*): both parties are
    /// Vietnamese.
    CoordinationProgramme,
    /// Labour cooperation.
    Labour,
    /// Agreement on development aid.
    Aid,
    /// Contract under civil or commercial law.
    Contract,
    /// Free trade agreement, national.
    TradeAgreement,
    /// The text says only agreement (*thỏa thuận hợp tác*).
    Unspecified,
}

/// How far an agreement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AgreementState {
    /// Proposed.
    Proposed,
    /// Under negotiation.
    Negotiating,
    /// Signed.
    Signed,
    /// In force.
    InForce,
    /// Extended beyond its first term.
    Extended,
    /// Suspended.
    Suspended,
    /// Ended before its term.
    Terminated,
    /// Ended with its term.
    Expired,
}

impl AgreementState {
    /// Whether it binds at the time of the source.
    #[must_use]
    pub const fn is_in_effect(self) -> bool {
        matches!(self, Self::Signed | Self::InForce | Self::Extended)
    }
}

impl AgreementState {
    /// Whether an agreement in this state can next be in `next`. Stages may be
    /// skipped; a suspended agreement resumes; nothing follows its end.
    ///
    /// ```
    /// use tinh_model::entity::AgreementState;
    /// assert!(AgreementState::Proposed.may_become(AgreementState::Signed));
    /// assert!(!AgreementState::Expired.may_become(AgreementState::InForce));
    /// ```
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use AgreementState::{
            Expired, Extended, InForce, Negotiating, Proposed, Signed, Suspended, Terminated,
        };
        match (self, next) {
            (Terminated | Expired, _) => false,
            (Proposed, _) | (Suspended, InForce | Extended | Terminated | Expired) => true,
            (Negotiating, _) => !matches!(next, Proposed),
            (Signed, _) => !matches!(next, Proposed | Negotiating),
            (InForce | Extended, _) => matches!(next, Extended | Suspended | Terminated | Expired),
            (Suspended, _) => false,
        }
    }
}

impl LifeCycle for AgreementState {
    fn may_become(self, next: Self) -> bool {
        self.may_become(next)
    }
}

/// An agreement, or several of one kind.
///
/// ```
/// use tinh_model::entity::{Agreement, AgreementState};
/// let agreement: Agreement = serde_json::from_str(r#"{
///     "kind": "memorandum", "state": "in-force",
///     "parties": [{"locality": "Niigata", "level": "tỉnh", "country": "Nhật Bản"}],
///     "history": [{"state": "signed", "date": "2023-11"}, {"state": "in-force"}]}"#)?;
/// assert!(agreement.state.is_in_effect());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Agreement {
    /// The kind.
    pub kind: AgreementKind,
    /// How far it has come.
    pub state: AgreementState,
    /// How it came there, oldest first; the last step is the state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Step<AgreementState>>,
    /// Its name as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The other parties.
    #[serde(default, skip_serializing_if = "PartnerList::is_absent")]
    pub parties: PartnerList,
    /// How many, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<PrintedFigure>,
    /// Where only a caption or a heading mentions it: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentioned_in: Option<String>,
}

impl Agreement {
    /// An agreement of which only kind and state are known. Its other fields
    /// are set as they become known.
    ///
    /// ```
    /// use tinh_model::PartnerList;
    /// use tinh_model::entity::{Agreement, AgreementKind, AgreementState};
    /// let mut signed = Agreement::new(AgreementKind::Memorandum, AgreementState::Signed);
    /// signed.parties = PartnerList::closed(vec!["Nhật Bản".parse()?]);
    /// assert_eq!(signed.name, None);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(kind: AgreementKind, state: AgreementState) -> Self {
        Self {
            kind,
            state,
            history: Vec::new(),
            name: None,
            parties: PartnerList::default(),
            count: None,
            mentioned_in: None,
        }
    }
}

impl Entity for Agreement {
    fn check(&self, _: &Time) -> Result<(), Error> {
        check_count(self.count.as_ref(), "count")?;
        history::check(&self.history, self.state)
    }

    fn list(&self) -> Option<&PartnerList> {
        Some(&self.parties)
    }
}
