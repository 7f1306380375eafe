//! Spans of days that do not overlap.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tinh_model::time::Time;

/// Spans of days that do not overlap, each with a number.
#[derive(Debug, Default)]
pub(super) struct Spans {
    by_start: BTreeMap<NaiveDate, (NaiveDate, usize)>,
    /// One that has no period: a stock, which overlaps everything.
    always: Option<usize>,
}

impl Spans {
    pub(super) fn insert(&mut self, time: &Time, index: usize) {
        match time.period() {
            Some(period) => {
                self.by_start
                    .entry(period.start())
                    .or_insert((period.end(), index));
            }
            None => {
                self.always.get_or_insert(index);
            }
        }
    }

    /// One that shares a day with a time. Since those inside do not overlap,
    /// the last to start before its end is the only one to look at.
    pub(super) fn overlapping(&self, time: &Time) -> Option<usize> {
        let Some(period) = time.period() else {
            return self
                .always
                .or_else(|| self.by_start.values().next().map(|(_, index)| *index));
        };
        self.by_start
            .range(..=period.end())
            .next_back()
            .filter(|(_, (end, _))| *end >= period.start())
            .map(|(_, (_, index))| *index)
            .or(self.always)
    }
}
