//! The answer: rows, what they are made of, what was left out.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;
use tinh_figures::Currency;
use tinh_gazetteer::Coverage;
use tinh_model::claim::Quantity;
use tinh_model::{Dataset, Measure};

use crate::error::Error;
use crate::interval::{Interval, IntervalSum};
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// A figure that is part of a total.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Included<'a> {
    /// The figure with its claim.
    pub quantity: Quantity<'a>,
    /// The value that was added.
    pub value: Interval,
}

/// A figure that is not part of a total, and why.
#[derive(Clone, Debug)]
pub struct Excluded<'a> {
    quantity: Quantity<'a>,
    reason: Reason,
}

impl<'a> Excluded<'a> {
    pub(crate) fn new(quantity: Quantity<'a>, reason: Reason) -> Self {
        Self { quantity, reason }
    }

    /// The figure with its claim.
    #[must_use]
    pub fn quantity(&self) -> &Quantity<'a> {
        &self.quantity
    }

    /// Why it was left out.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The key of the figure.
    #[must_use]
    pub fn key(&self) -> String {
        self.quantity.key()
    }
}

impl fmt::Display for Excluded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key(), self.reason)
    }
}

/// One line of an answer: a group in one currency.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub(crate) group: Option<Group>,
    pub(crate) currency: Option<Currency>,
    pub(crate) sum: IntervalSum,
    pub(crate) value: Interval,
    pub(crate) included: Vec<Included<'a>>,
    pub(crate) coverage: Option<Coverage>,
}

impl<'a> Row<'a> {
    /// What the figures of the row have in common; none for a grand total.
    #[must_use]
    pub fn group(&self) -> Option<&Group> {
        self.group.as_ref()
    }

    /// The currency of money; none for counts.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The sum with its bounds.
    #[must_use]
    pub fn value(&self) -> Interval {
        self.value
    }

    /// The figures in the sum.
    #[must_use]
    pub fn included(&self) -> &[Included<'a>] {
        &self.included
    }

    /// How much of a restated unit was reported.
    #[must_use]
    pub fn coverage(&self) -> Option<&Coverage> {
        self.coverage.as_ref()
    }

    /// The dates of its stocks, or the periods of its flows, each once and in
    /// order.
    #[must_use]
    pub fn times(&self) -> Vec<String> {
        let mut times: Vec<_> = self
            .included
            .iter()
            .map(|i| {
                let time = i.quantity.time;
                let text = match time.as_of() {
                    Some(as_of) => as_of.to_string(),
                    None => time.to_string(),
                };
                (time.first_day(), text)
            })
            .collect();
        times.sort();
        times.dedup();
        times.into_iter().map(|(_, text)| text).collect()
    }

    /// The row unfolded: one line a figure, with the figure as printed, its
    /// date, its source and line.
    #[must_use]
    pub fn explain(&self, data: &Dataset) -> Vec<Explanation> {
        self.included
            .iter()
            .map(|included| Explanation::of(data, &included.quantity))
            .collect()
    }
}

/// Where a figure of a total comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The key of the figure.
    pub key: String,
    /// The place.
    pub place: String,
    /// What it measures.
    pub measure: String,
    /// The figure as printed.
    pub printed: String,
    /// When it holds.
    pub time: String,
    /// The title, producer and date of the source.
    pub source: String,
    /// The line of the source.
    pub line: Option<u32>,
}

impl Explanation {
    /// Where a figure comes from.
    #[must_use]
    pub fn of(data: &Dataset, quantity: &Quantity<'_>) -> Self {
        let claim = quantity.claim;
        Self {
            key: quantity.key(),
            place: claim.place().name().to_owned(),
            measure: quantity.measure.to_string(),
            printed: quantity
                .figure
                .map(|figure| figure.text().to_owned())
                .unwrap_or_default(),
            time: quantity.time.to_string(),
            source: data
                .source(claim.source())
                .map_or_else(|| claim.source().to_owned(), ToString::to_string),
            line: claim.line(),
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} {:?}, {}; {}",
            self.key, self.place, self.printed, self.time, self.source
        )?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        Ok(())
    }
}

/// The answer to a question: its rows, the total of each currency, what was
/// left out and why, and what it must be read with.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    data: &'a Dataset,
    measure: Measure,
    rows: Vec<Row<'a>>,
    totals: Vec<Row<'a>>,
    excluded: Vec<Excluded<'a>>,
    warnings: Vec<Warning>,
}

impl<'a> Answer<'a> {
    pub(crate) fn new(
        data: &'a Dataset,
        measure: Measure,
        rows: Vec<Row<'a>>,
        excluded: Vec<Excluded<'a>>,
        warnings: Vec<Warning>,
    ) -> Result<Self, Error> {
        let mut totals: Vec<Row<'a>> = Vec::new();
        // Ranks and rates of several groups stand side by side; no total.
        let summable = measure.is_additive() || rows.len() <= 1;
        for row in rows.iter().filter(|_| summable) {
            match totals.iter_mut().find(|t| t.currency == row.currency) {
                Some(total) => {
                    total.sum.merge(&row.sum)?;
                    total.included.extend_from_slice(&row.included);
                }
                None => totals.push(Row {
                    group: None,
                    coverage: None,
                    ..row.clone()
                }),
            }
        }
        for total in &mut totals {
            total.value = total.sum.total()?;
        }
        Ok(Self {
            data,
            measure,
            rows,
            totals,
            excluded,
            warnings,
        })
    }

    /// What was totalled.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The dataset asked.
    #[must_use]
    pub fn data(&self) -> &'a Dataset {
        self.data
    }

    /// The rows, in the order of their groups and currencies.
    #[must_use]
    pub fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// The row of a group, by the name shown. Where a group has several
    /// currencies, the first.
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Row<'a>> {
        self.rows
            .iter()
            .find(|row| row.group().is_some_and(|group| group.name() == name))
    }

    /// The rows, largest nominal value first, a currency at a time. Equal
    /// values stand in the order of their groups.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Row<'a>> {
        let mut rows: Vec<&Row<'a>> = self.rows.iter().collect();
        rows.sort_by(|a, b| {
            let currency = |row: &Row<'_>| row.currency.map(|currency| currency.code());
            currency(a).cmp(&currency(b)).then_with(|| {
                match (a.value.nominal(), b.value.nominal()) {
                    (Some(a), Some(b)) => b.cmp(&a),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => Ordering::Equal,
                }
            })
        });
        rows
    }

    /// The place of a province among the provinces of the answer, 1 for the
    /// largest, and how many there are. Rows that are no province (*Dầu khí*)
    /// have no rank and take none. `None` where the province has no row, or
    /// where the bounds of its value do not decide the rank.
    #[must_use]
    pub fn rank(&self, name: &str) -> Option<(usize, usize)> {
        let own = self.row(name)?;
        own.group()?.unit()?;
        let rivals = || {
            self.rows
                .iter()
                .filter(|row| row.currency == own.currency)
                .filter(|row| row.group().is_some_and(|group| group.unit().is_some()))
        };
        let mut ahead = 0;
        for rival in rivals().filter(|rival| rival.group != own.group) {
            match compare(&rival.value, &own.value)? {
                Ordering::Greater => ahead += 1,
                Ordering::Less | Ordering::Equal => {}
            }
        }
        Some((ahead + 1, rivals().count()))
    }

    /// The total of each currency; for counts one total.
    #[must_use]
    pub fn totals(&self) -> &[Row<'a>] {
        &self.totals
    }

    /// The total, where there is exactly one.
    #[must_use]
    pub fn total(&self) -> Option<&Row<'a>> {
        match self.totals.as_slice() {
            [total] => Some(total),
            _ => None,
        }
    }

    /// The total in a currency.
    #[must_use]
    pub fn total_in(&self, currency: Currency) -> Option<Interval> {
        self.totals
            .iter()
            .find(|row| row.currency == Some(currency))
            .map(Row::value)
    }

    /// Every figure of the dataset that is not in the answer, and why.
    #[must_use]
    pub fn excluded(&self) -> &[Excluded<'a>] {
        &self.excluded
    }

    /// The figures that were asked for and left out.
    pub fn left_out(&self) -> impl Iterator<Item = &Excluded<'a>> {
        self.excluded
            .iter()
            .filter(|excluded| !excluded.reason.is_out_of_question())
    }

    /// What the answer must be read with.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

/// The order of two values where their bounds decide it.
fn compare(a: &Interval, b: &Interval) -> Option<Ordering> {
    if a.is_exact() && b.is_exact() {
        return Some(exact(a).cmp(&exact(b)));
    }
    let above = |a: &Interval, b: &Interval| matches!((a.lower(), b.upper()), (Some(low), Some(high)) if low > high);
    if above(a, b) {
        Some(Ordering::Greater)
    } else if above(b, a) {
        Some(Ordering::Less)
    } else {
        None
    }
}

fn exact(value: &Interval) -> Decimal {
    value.nominal().unwrap_or_default()
}
