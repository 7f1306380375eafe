//! Amounts that cannot be meant: a unit read wrongly, a row of digits run
//! together. The rules with their reasons and sources are in
//! `data/plausible.tsv`.

#[rustfmt::skip]
mod table;

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use tinh_model::{MeasureUnit, Place};

use super::candidate::Candidate;
use super::repeats::Sorting;
use crate::reason::{Implausible, Reason};
use crate::warning::Warning;

/// What no amount of a kind exceeds.
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
    fn is_of(&self, candidate: &Candidate<'_>) -> bool {
        let (quantity, currency) = (&candidate.quantity, candidate.printed_currency());
        self.unit == quantity.measure.unit()
            && self
                .measure
                .is_none_or(|code| code == quantity.measure.code())
            && (!self.national || quantity.claim.place() == Place::National)
            && self
                .currency
                .is_none_or(|code| currency.is_some_and(|own| own.code() == code))
    }

    /// Whether an amount is too large: whatever its sign, by its value or what
    /// it is at least.
    fn forbids(&self, candidate: &Candidate<'_>) -> bool {
        let value = candidate.printed_value();
        let ends = [value.nominal(), value.lower()];
        let limit = Decimal::try_from_i128_with_scale(self.limit, 0).unwrap_or(Decimal::MAX);
        ends.into_iter().flatten().any(|at| at.abs() >= limit)
    }
}

/// Leaves out and names amounts beyond what their rule allows: one absurd claim
/// does not refuse a question, and does not count either.
pub(super) fn without_implausible<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    let mut kept = Vec::with_capacity(candidates.len());
    let mut figures = BTreeSet::new();
    for candidate in candidates {
        let rule = table::RULES.iter().find(|rule| rule.is_of(&candidate));
        match rule.filter(|rule| rule.forbids(&candidate)) {
            Some(rule) => {
                figures.insert(candidate.key.clone());
                let [vietnamese, english] = rule.reason;
                let rule = Implausible {
                    rule: rule.name,
                    vietnamese,
                    english,
                };
                sorting.leave_out(&candidate, Reason::Implausible { rule });
            }
            None => kept.push(candidate),
        }
    }
    if !figures.is_empty() {
        let figures = figures.into_iter().collect();
        sorting.warnings.insert(Warning::Implausible { figures });
    }
    kept
}
