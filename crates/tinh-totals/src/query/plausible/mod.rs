//! Amounts that cannot be meant: a unit read wrongly, a row of digits run
//! together. The rules with their reasons and sources are in
//! `data/plausible.tsv`.

#[rustfmt::skip]
mod table;

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use tinh_model::{Measure, MeasureUnit};

use super::candidate::Candidate;
use super::sorting::Sorting;
use crate::reason::{Implausible, Reason};
use crate::warning::Warning;

/// The limit that no amount of a kind exceeds.
struct Rule {
    name: &'static str,
    unit: MeasureUnit,
    /// The code of the measure; any without one.
    measure: Option<&'static str>,
    /// Only for the nation's own figures.
    national: bool,
    /// The currency; any without one.
    currency: Option<&'static str>,
    limit: i128,
    /// Why, in Vietnamese and English.
    reason: [&'static str; 2],
}

impl Rule {
    fn is_of_measure(&self, measure: &Measure) -> bool {
        self.unit == measure.unit() && self.measure.is_none_or(|code| code == measure.code())
    }

    /// Whether it is the rule of a figure of its measure.
    fn is_of(&self, candidate: &Candidate<'_>) -> bool {
        let entry = candidate.at.entry;
        (!self.national || entry.is_national)
            && self
                .currency
                .is_none_or(|code| entry.currency.is_some_and(|own| own.code() == code))
    }

    /// Whether an amount is too large: whatever its sign, by its value or what
    /// it is at least.
    fn forbids(&self, candidate: &Candidate<'_>) -> bool {
        let value = candidate.at.value();
        let ends = [value.nominal(), value.lower()];
        let limit = Decimal::try_from_i128_with_scale(self.limit, 0).unwrap_or(Decimal::MAX);
        ends.into_iter().flatten().any(|at| at.abs() >= limit)
    }
}

/// Leaves out and names amounts beyond what their rule allows: one absurd claim
/// does not refuse a query, and does not count either.
pub(super) fn without_implausible<'a>(
    mut candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    let mut figures = BTreeSet::new();
    // The rules of the measure of the figure before: they come by measure.
    let mut of = (usize::MAX, Vec::new());
    candidates.retain(|candidate| {
        if of.0 != candidate.table {
            let rules = table::RULES.iter();
            let rules = rules.filter(|rule| rule.is_of_measure(candidate.measure()));
            of = (candidate.table, rules.collect());
        }
        let rule = of.1.iter().find(|rule| rule.is_of(candidate));
        let Some(rule) = rule.filter(|rule| rule.forbids(candidate)) else {
            return true;
        };
        figures.insert(candidate.key());
        let [vietnamese, english] = rule.reason;
        let rule = Implausible {
            rule: rule.name,
            vietnamese,
            english,
        };
        sorting.leave_out(candidate, Reason::Implausible { rule });
        false
    });
    if !figures.is_empty() {
        let figures = figures.into_iter().collect();
        sorting.warnings.insert(Warning::Implausible { figures });
    }
    candidates
}
