//! Delegations: sent, received, or meeting at home.

use serde::{Deserialize, Serialize};

use super::{Entity, check_count};
use crate::error::Error;
use crate::figure::PrintedFigure;
use crate::partner::PartnerList;
use crate::time::Time;

/// Which way a delegation goes.
///
/// ```
/// use tinh_model::entity::{Direction, Mission};
/// assert_eq!(Mission::new(Direction::Outbound).direction, Direction::Outbound);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Direction {
    /// Sent abroad (*đoàn ra*).
    Outbound,
    /// Received from abroad (*đoàn vào*).
    Inbound,
    /// Both sides Vietnamese (*buổi làm việc*): no foreign visit.
    WorkingSession,
}

/// The purpose of a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Purpose {
    /// Investment promotion (*xúc tiến đầu tư*).
    Investment,
    /// Trade promotion (*xúc tiến thương mại*).
    Trade,
    /// Tourism promotion.
    Tourism,
    /// Cultural exchange.
    Culture,
    /// Labour cooperation.
    Labour,
    /// Politics and external affairs in general.
    Relations,
}

/// How far a mission has come.
///
/// ```
/// use tinh_model::entity::{Direction, Mission, MissionState};
/// // What the source does not say is not guessed.
/// assert_eq!(Mission::new(Direction::Inbound).state, MissionState::Unknown);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MissionState {
    /// Planned or wished for.
    Planned,
    /// Under way at the time of the source.
    Ongoing,
    /// Carried out.
    Done,
    /// Called off.
    Cancelled,
    /// The source does not say.
    #[default]
    Unknown,
}

/// A trade mission or another delegation (*đoàn xúc tiến*, *đoàn công tác*).
///
/// ```
/// use tinh_model::entity::{Direction, Mission};
/// let mission: Mission = serde_json::from_str(r#"{
///     "direction": "outbound", "purposes": ["trade"], "state": "done",
///     "destinations": ["Hoa Kỳ", "Nhật Bản"]}"#)?;
/// assert_eq!(mission.direction, Direction::Outbound);
/// assert_eq!(mission.destinations.countries().count(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Mission {
    /// Which way it goes.
    pub direction: Direction,
    /// Its purposes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Where it went, or for visits received where they came from.
    #[serde(default, skip_serializing_if = "PartnerList::is_absent")]
    pub destinations: PartnerList,
    /// Who led it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<String>,
    /// Who helped to arrange it.
    #[serde(default, skip_serializing_if = "PartnerList::is_absent")]
    pub facilitators: PartnerList,
    /// How many missions or visits, as printed (`40 lượt`, `hàng trăm đoàn`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<PrintedFigure>,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub state: MissionState,
}

// serde hands the field over by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_unknown(state: &MissionState) -> bool {
    *state == MissionState::Unknown
}

impl Mission {
    /// A mission of which only the direction is known. Its other fields are set
    /// as they become known.
    ///
    /// ```
    /// use tinh_model::PartnerList;
    /// use tinh_model::entity::{Direction, Mission, MissionState};
    /// let mut mission = Mission::new(Direction::Outbound);
    /// mission.destinations = PartnerList::closed(vec!["Hoa Kỳ".parse()?]);
    /// mission.state = MissionState::Done;
    /// assert_eq!(mission.count, None);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(direction: Direction) -> Self {
        Self {
            direction,
            purposes: Vec::new(),
            destinations: PartnerList::default(),
            leader: None,
            facilitators: PartnerList::default(),
            count: None,
            state: MissionState::Unknown,
        }
    }
}

impl Entity for Mission {
    fn check(&self, _: &Time) -> Result<(), Error> {
        check_count(self.count.as_ref(), "count")
    }

    fn list(&self) -> Option<&PartnerList> {
        Some(&self.destinations)
    }
}
