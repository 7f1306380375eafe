//! The steps a project, an agreement or a partnership has gone through.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Rule};
use crate::time::PartialDate;

/// A state and when it was reached.
///
/// ```
/// use tinh_model::entity::{ProjectState, Step};
/// let step: Step<ProjectState> =
///     serde_json::from_str(r#"{"state": "licensed", "date": "tháng 7/2023"}"#)?;
/// assert_eq!(step.state, ProjectState::Licensed);
/// assert_eq!(step.date, Some("2023-07".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Step<S> {
    /// The state reached.
    pub state: S,
    /// When, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The act or document that brought it about, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl<S> Step<S> {
    /// A state reached on a day that is not known.
    #[must_use]
    pub const fn new(state: S) -> Self {
        Self {
            state,
            date: None,
            by: None,
        }
    }
}

/// A life cycle: which state may come after which.
pub(super) trait LifeCycle: Copy + PartialEq {
    /// Whether a step from this state to `next` can happen.
    fn may_become(self, next: Self) -> bool;
}

/// A history stands in the order of time, each step can follow the one before,
/// and the last is the present state.
pub(super) fn check<S: LifeCycle>(history: &[Step<S>], now: S) -> Result<(), Error> {
    let Some(last) = history.last() else {
        return Ok(());
    };
    // The day nothing that follows can lie wholly before: a step without a date,
    // or with a wider one, must not hide a step back in time.
    let mut latest: Option<NaiveDate> = None;
    for date in history.iter().filter_map(|step| step.date) {
        if date.last_day().is_some_and(|last| Some(last) < latest) {
            return Err(Error::rule(Rule::HistoryOrder, "history"));
        }
        latest = latest.max(date.first_day());
    }
    for pair in history.windows(2) {
        if let [before, after] = pair
            && !before.state.may_become(after.state)
        {
            return Err(Error::rule(Rule::HistoryStep, "history"));
        }
    }
    if last.state != now {
        return Err(Error::rule(Rule::HistoryEnd, "history"));
    }
    Ok(())
}
