//! Facts that are not figures to add: events, plans, requests.

use serde::{Deserialize, Serialize};

use super::{Entity, is_negative};
use crate::coded::coded;
use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::partner::PartnerList;
use crate::time::Time;

coded! {
    /// The kind of an activity.
    ActivityKind {
        /// A fair, forum or exhibition (*hội nghị xúc tiến*).
        PromotionEvent = "promotion-event",
        /// A programme, plan or directive (*đề án, kế hoạch, chỉ thị*).
        Programme = "programme",
        /// A body set up (*Japan Desk*).
        Institution = "institution",
        /// Support that links enterprises.
        EnterpriseLink = "enterprise-link",
        /// Information asked for or offered.
        InformationRequest = "information-request",
        /// A nomination for the heritage list.
        HeritageNomination = "heritage-nomination",
        /// Work with the diaspora.
        Diaspora = "diaspora",
        /// An aim (*mục tiêu*).
        Target = "target",
        /// Spreading or using a free trade agreement.
        TradeAgreementUse = "trade-agreement-use",
        /// A fact of the setting (*vị trí, thế mạnh*).
        Setting = "setting",
        /// Anything else.
        Other = "other",
    }
}

/// A fact that is not aggregated.
///
/// ```
/// use tinh_model::entity::{Activity, ActivityKind};
/// let activity: Activity = serde_json::from_str(r#"{
///     "kind": "enterprise-link", "figure": "ít nhất 15 doanh nghiệp",
///     "parties": [{"company": "Samsung Việt Nam", "country": "KR"}]}"#)?;
/// assert_eq!(activity.kind, ActivityKind::EnterpriseLink);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Activity {
    /// The kind.
    pub kind: ActivityKind,
    /// Its name or number as printed (*Chỉ thị 15-CT/TW*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who else takes part.
    #[serde(default, skip_serializing_if = "PartnerList::is_absent")]
    pub parties: PartnerList,
    /// A figure printed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<PrintedFigure>,
    /// The fields or goods named, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
}

impl Activity {
    /// An activity of which only the kind is known.
    ///
    /// ```
    /// use tinh_model::entity::{Activity, ActivityKind};
    /// let mut desk = Activity::new(ActivityKind::Institution);
    /// desk.name = Some("Japan Desk".to_owned());
    /// ```
    #[must_use]
    pub fn new(kind: ActivityKind) -> Self {
        Self {
            kind,
            name: None,
            parties: PartnerList::default(),
            figure: None,
            topics: Vec::new(),
        }
    }
}

impl Entity for Activity {
    fn check(&self, _: &Time) -> Result<(), Error> {
        match &self.figure {
            Some(figure) if is_negative(figure) => {
                Err(Error::rule(Rule::NegativeActivity, "figure"))
            }
            _ => Ok(()),
        }
    }

    fn list(&self) -> Option<&PartnerList> {
        Some(&self.parties)
    }
}
