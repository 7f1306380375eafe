//! Aid projects with their counterpart funds.

use serde::{Deserialize, Serialize};
use tinh_figures::Kind;

use super::{Entity, check_count, is_negative};
use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::measure::{Basis, CapitalKind, Measure};
use crate::partner::PartnerList;
use crate::time::Time;

/// One aid project or a group reported together.
///
/// The counterpart funds (*vốn đối ứng*) are Vietnamese money: they belong to
/// the total investment and never to the aid.
///
/// ```
/// use tinh_model::entity::AidGroup;
/// let group: AidGroup = serde_json::from_str(r#"{
///     "financing": "oda", "basis": "planned", "projects": "4 dự án",
///     "total": "1.698 tỷ đồng", "aid": "1.498 tỷ đồng", "counterpart": "200 tỷ đồng"}"#)?;
/// assert_eq!(group.counterpart.and_then(|f| f.value()), Some("200000000000".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AidGroup {
    /// Loan, grant, or unspecified.
    pub financing: CapitalKind,
    /// At which stage the amounts are counted.
    pub basis: Basis,
    /// Who gives or lends.
    #[serde(default, skip_serializing_if = "PartnerList::is_absent")]
    pub donors: PartnerList,
    /// The number of projects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<PrintedFigure>,
    /// Aid and counterpart funds together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<PrintedFigure>,
    /// The aid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<PrintedFigure>,
    /// The counterpart funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<PrintedFigure>,
}

impl AidGroup {
    /// A group of which neither donors nor figures are known.
    ///
    /// ```
    /// use tinh_model::entity::AidGroup;
    /// use tinh_model::{Basis, CapitalKind};
    /// let mut group = AidGroup::new(CapitalKind::ODA, Basis::PLANNED);
    /// group.aid = Some("1.498 tỷ đồng".parse()?);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(financing: CapitalKind, basis: Basis) -> Self {
        Self {
            financing,
            basis,
            donors: PartnerList::default(),
            projects: None,
            total: None,
            aid: None,
            counterpart: None,
        }
    }
}

impl Entity for AidGroup {
    fn check(&self, _: &Time) -> Result<(), Error> {
        if !matches!(
            self.financing,
            CapitalKind::ODA
                | CapitalKind::ODA_LOAN
                | CapitalKind::ODA_GRANT
                | CapitalKind::CONCESSIONAL_LOAN
                | CapitalKind::NGO_AID
        ) {
            return Err(Error::rule(Rule::AidFinancing, "financing"));
        }
        if Measure::capital(self.financing, self.basis).is_none() {
            return Err(Error::rule(Rule::NoMeasureOfStage, "basis"));
        }
        for (field, amount) in [
            ("total", &self.total),
            ("aid", &self.aid),
            ("counterpart", &self.counterpart),
        ] {
            let Some(amount) = amount else { continue };
            if amount.kind().is_some_and(|kind| kind != Kind::Money) {
                return Err(Error::rule(Rule::AmountIsMoney, field));
            }
            if is_negative(amount) {
                return Err(Error::rule(Rule::NegativeAmount, field));
            }
        }
        check_count(self.projects.as_ref(), "projects")
    }

    fn list(&self) -> Option<&PartnerList> {
        Some(&self.donors)
    }
}
