//! A figure by its number.

use rust_decimal::Decimal;
use tinh_model::claim::{Claim, Quantity};
use tinh_model::dataset::{FigureEntry, FigureTable};
use tinh_model::time::{AsOf, Time};
use tinh_model::{Dataset, Measure, Source};

use crate::interval::Interval;
use crate::question::Level;

/// A figure of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    pub(crate) data: &'a Dataset,
    pub(crate) table: &'a FigureTable,
    pub(crate) entry: &'a FigureEntry,
}

impl<'a> At<'a> {
    pub(crate) fn claim(&self) -> Option<&'a Claim> {
        self.entry.claim(self.data)
    }

    pub(crate) fn quantity(&self) -> Option<Quantity<'a>> {
        self.entry.quantity(self.data)
    }

    pub(crate) fn source(&self) -> Option<&'a Source> {
        let number = usize::try_from(self.entry.source).ok()?;
        self.data.sources().get(number)
    }

    pub(crate) fn producer(&self) -> &'a str {
        self.source().map_or("", Source::producer)
    }

    pub(crate) fn key(&self) -> String {
        // An observation has one figure, whose id is its own.
        if self.entry.is_observation {
            return self.claim().map_or("", Claim::id).to_owned();
        }
        self.quantity().map_or_else(String::new, |q| q.id())
    }

    pub(crate) fn measure(&self) -> &'a Measure {
        self.table.measure()
    }

    /// The value of the figure before any conversion.
    pub(crate) fn value(&self) -> Interval {
        let exact = self.entry.exact.map(Interval::exact);
        let read = || self.quantity().map(|q| Interval::of_quantity(&q));
        exact
            .or_else(read)
            .unwrap_or(Interval::exact(Decimal::ZERO))
    }

    /// When it holds; for a project an event date is the date of its stock.
    pub(crate) fn time(&self, level: Level) -> Time {
        match (level, self.entry.time) {
            (Level::Projects, Time::On(date)) => Time::AsOf(AsOf::printed(date)),
            (_, time) => time,
        }
    }
}
