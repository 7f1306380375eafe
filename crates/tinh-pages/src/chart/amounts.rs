//! An axis of decimals: no figure passes through binary floating point.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use rust_decimal::{Decimal, RoundingStrategy};
use tinh_figures::Language;
use tinh_totals::Interval;

use crate::short;

/// An axis that holds zero and every value and bound.
#[derive(Clone, Debug)]
pub(super) struct Amounts {
    least: Decimal,
    most: Decimal,
    /// Whether every value and bound is a whole number.
    is_whole: bool,
    language: Language,
}

impl Amounts {
    /// `None` where no value has a number.
    pub(super) fn of<'a>(
        values: impl IntoIterator<Item = &'a Interval>,
        language: Language,
    ) -> Option<Self> {
        let (mut least, mut most, mut any) = (Decimal::ZERO, Decimal::ZERO, false);
        let mut is_whole = true;
        for value in values {
            for end in [value.nominal(), value.lower(), value.upper()] {
                let Some(end) = end else { continue };
                least = least.min(end);
                most = most.max(end);
                any = true;
                is_whole &= end.is_integer();
            }
        }
        if least == most {
            most = Decimal::ONE;
        }
        any.then_some(Self {
            least,
            most,
            is_whole,
            language,
        })
    }

    /// With its ends moved out to the next tick, for at most so many ticks.
    pub(super) fn rounded_out(mut self, ticks: usize) -> Self {
        let Some(step) = self.step(ticks) else {
            return self;
        };
        let out = |value: Decimal, strategy| {
            let steps = value.checked_div(step)?;
            let steps = steps.round_dp_with_strategy(0, strategy);
            steps.checked_mul(step)
        };
        self.most = out(self.most, RoundingStrategy::ToPositiveInfinity).unwrap_or(self.most);
        self.least = out(self.least, RoundingStrategy::ToNegativeInfinity).unwrap_or(self.least);
        self
    }

    /// 1, 2 or 5 times a power of ten, so that at most so many steps fit.
    fn step(&self, ticks: usize) -> Option<Decimal> {
        let span = self.most.checked_sub(self.least)?;
        let ticks = u32::try_from(ticks.max(1)).ok()?;
        let least = span.checked_div(Decimal::from(ticks))?;
        let mut unit = Decimal::ONE;
        while let Some(larger) = unit.checked_mul(Decimal::TEN)
            && larger <= least
        {
            unit = larger;
        }
        while unit > least {
            unit = unit.checked_div(Decimal::TEN).filter(|u| !u.is_zero())?;
        }
        let step = [1_u32, 2, 5, 10]
            .into_iter()
            .filter_map(|factor| unit.checked_mul(Decimal::from(factor)))
            .find(|step| *step >= least)?;
        // Of projects and missions there is no half.
        Some(if self.is_whole {
            step.max(Decimal::ONE)
        } else {
            step
        })
    }

    /// The multiples of the step on the axis.
    pub(super) fn ticks(&self, most: usize) -> Vec<Decimal> {
        let Some(step) = self.step(most) else {
            return Vec::new();
        };
        let first = self.least.checked_div(step).map(|steps| steps.ceil());
        let mut next = first.and_then(|steps| steps.checked_mul(step));
        let mut ticks = Vec::new();
        while let Some(tick) = next
            && tick <= self.most
            && ticks.len() <= most
        {
            ticks.push(tick.normalize());
            next = tick.checked_add(step);
        }
        ticks
    }

    /// How a tick is written.
    pub(super) fn label(&self, tick: Decimal) -> String {
        let nearest = RoundingStrategy::MidpointAwayFromZero;
        short::number(tick, nearest, self.language)
    }
}

impl Ranged for Amounts {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Decimal;

    fn map(&self, value: &Decimal, (from, to): (i32, i32)) -> i32 {
        let part = value
            .checked_sub(self.least)
            .zip(self.most.checked_sub(self.least))
            .and_then(|(above, span)| above.checked_div(span));
        let length = Decimal::from(i64::from(to).saturating_sub(i64::from(from)));
        part.and_then(|part| part.checked_mul(length))
            .map(|pixels| pixels.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
            .and_then(|pixels| i32::try_from(pixels).ok())
            .map_or(from, |pixels| from.saturating_add(pixels))
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Decimal> {
        self.ticks(hint.bold_points())
    }

    fn range(&self) -> Range<Decimal> {
        self.least..self.most
    }
}

impl ValueFormatter<Decimal> for Amounts {
    fn format_ext(&self, value: &Decimal) -> String {
        self.label(*value)
    }
}
