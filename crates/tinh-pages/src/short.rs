//! Short numbers for charts: `135,2 tỷ`, `> 24,5 bn`.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};
use tinh_figures::{Language, Wording, digits};
use tinh_totals::Interval;

use crate::words;

/// The scales a short number is written in, largest first: the power of ten
/// and the word.
const SCALES: [(u32, words::Word); 4] = [
    (15, words::QUADRILLION),
    (12, words::TRILLION),
    (9, words::BILLION),
    (6, words::MILLION),
];

/// A value with the sign of its qualifier, in a scale. Bounds are rounded
/// outwards: a bound rounded inwards is a claim nobody made.
pub(crate) fn interval(value: &Interval, language: Language) -> String {
    worded(value, |value, side| number(value, side, language))
}

/// A value with the sign of its qualifier, in full to two decimals, which are
/// written where there are any.
pub(crate) fn full(value: &Interval, language: Language) -> String {
    worded(value, |value, side| {
        let rounded = value.round_dp_with_strategy(2, side).normalize();
        digits(rounded)
            .convention(language.convention())
            .to_string()
    })
}

fn worded(value: &Interval, number: impl Fn(Decimal, RoundingStrategy) -> String) -> String {
    value.bounds().worded(Wording::Signs, |value, side| {
        let side = match side {
            Ordering::Less => RoundingStrategy::ToNegativeInfinity,
            Ordering::Equal => RoundingStrategy::MidpointAwayFromZero,
            Ordering::Greater => RoundingStrategy::ToPositiveInfinity,
        };
        number(value, side)
    })
}

/// A number in the largest scale it reaches, to one decimal, below ten to two:
/// `135,2 tỷ`, `9,15 tỷ`, `1.498`. What is smaller than a million is written in
/// full, to two decimals.
pub(crate) fn number(value: Decimal, side: RoundingStrategy, language: Language) -> String {
    let convention = language.convention();
    for (power, word) in SCALES {
        let Some(scale) = 10_u64.checked_pow(power).map(Decimal::from) else {
            continue;
        };
        if value.abs() < scale {
            continue;
        }
        let Some(scaled) = value.checked_div(scale) else {
            continue;
        };
        let decimals = if scaled.abs() < Decimal::TEN { 2 } else { 1 };
        let rounded = scaled.round_dp_with_strategy(decimals, side).normalize();
        let text = digits(rounded).convention(convention);
        return format!("{text} {}", word.of(language));
    }
    let rounded = value.round_dp_with_strategy(2, side).normalize();
    digits(rounded).convention(convention).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table is included: a package holds it, but not the crate that the
    /// other tests read theirs with.
    #[test]
    fn numbers_are_short_and_bounds_round_outwards() {
        for row in include_str!("../tests/data/short.tsv").lines().skip(1) {
            let [_, figure, vietnamese, english, in_full] = row.split('\t').collect::<Vec<_>>()[..]
            else {
                panic!("{row}");
            };
            let value = Interval::of(figure.parse().unwrap());
            let found = [Language::Vietnamese, Language::English]
                .map(|language| interval(&value, language));
            assert_eq!(found, [vietnamese, english], "{row}");
            assert_eq!(full(&value, Language::Vietnamese), in_full, "{row}");
        }
    }
}
