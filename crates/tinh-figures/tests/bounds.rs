//! Sums of what is known: words, and laws.

use std::ops::Bound;

use proptest::prelude::*;
use rust_decimal::Decimal;
use table_tests::{Row, each_row};
use tinh_figures::{Bounds, Convention, Figure, Language, Wording, digits};

type Known = Bounds<i64>;

fn check(row: &Row) -> Result<(), String> {
    let mut sum = Bounds::default();
    for part in row.get("parts").split(" + ") {
        let figure: Figure = part.parse().map_err(|error| format!("{part}: {error}"))?;
        let part = Bounds::from(figure).at_least(Decimal::ZERO);
        sum = sum.plus(&part, Decimal::checked_add).ok_or("too large")?;
    }
    let english = |value| digits(value).convention(Convention::English).to_string();
    let found = [
        sum.qualifier().to_string(),
        sum.in_language(Language::Vietnamese),
        sum.in_language(Language::English),
        sum.worded(Wording::Signs, |value, _| english(value)),
    ];
    let expected = ["qualifier", "vietnamese", "english", "signs"].map(|column| row.get(column));
    if found == expected {
        Ok(())
    } else {
        Err(format!("found {found:?}"))
    }
}

#[test]
fn sums_are_worded() {
    each_row(
        "tests/data/bounds.tsv",
        &[
            "name",
            "parts",
            "qualifier",
            "vietnamese",
            "english",
            "signs",
            "reason",
        ],
        check,
    );
}

fn end() -> impl Strategy<Value = fn(i64) -> Bound<i64>> {
    prop_oneof![
        Just(Bound::Included as fn(i64) -> Bound<i64>),
        Just(Bound::Excluded as fn(i64) -> Bound<i64>),
        Just((|_| Bound::Unbounded) as fn(i64) -> Bound<i64>),
    ]
}

/// What is known, and a number it is true of.
fn known() -> impl Strategy<Value = (Known, i64)> {
    let number = -1_000_i64..1_000;
    let width = 1_i64..50;
    (
        number,
        width.clone(),
        width,
        end(),
        end(),
        any::<[bool; 2]>(),
    )
        .prop_map(|(truth, below, above, lower, upper, [nominal, almost])| {
            let known = Bounds::new(
                nominal.then_some(truth),
                lower(truth - below),
                upper(truth + above),
            );
            (known.nearly_reached(almost), truth)
        })
}

fn contains(known: &Known, truth: i64) -> bool {
    let (lower, upper) = known.ends();
    let above = match lower {
        Bound::Included(at) => at <= truth,
        Bound::Excluded(at) => at < truth,
        Bound::Unbounded => true,
    };
    above
        && match upper {
            Bound::Included(at) => truth <= at,
            Bound::Excluded(at) => truth < at,
            Bound::Unbounded => true,
        }
}

fn plus(a: Known, b: Known) -> Known {
    a.plus(&b, i64::checked_add).expect("small numbers")
}

proptest! {
    #[test]
    fn merging_is_commutative_and_associative(a in known(), b in known(), c in known()) {
        prop_assert_eq!(plus(a.0, b.0), plus(b.0, a.0));
        prop_assert_eq!(plus(plus(a.0, b.0), c.0), plus(a.0, plus(b.0, c.0)));
        prop_assert_eq!(plus(a.0, Bounds::default()), a.0);
    }

    /// Whatever the truths, what is known of their sum is true of it.
    #[test]
    fn a_sum_is_never_narrower_than_the_truth(parts in prop::collection::vec(known(), 0..6)) {
        let truth: i64 = parts.iter().map(|(_, truth)| truth).sum();
        let sum = parts.iter().fold(Bounds::default(), |sum, (known, _)| plus(sum, *known));
        prop_assert!(contains(&sum, truth), "{:?} and {}", sum, truth);
        let floor = truth - 1;
        prop_assert!(contains(&sum.at_least(floor), truth));
    }

    /// What the qualifier says with its number is no more than what is known.
    #[test]
    fn what_is_stated_is_an_end_or_the_value((known, _) in known()) {
        let stated = known.stated();
        prop_assert!(stated.is_none() || [known.nominal(), known.lower(), known.upper()].contains(&stated));
    }

    #[test]
    fn what_does_not_fit_is_no_sum(a in known()) {
        let most = Bounds::exact(i64::MAX);
        let sum = most.plus(&a.0, i64::checked_add);
        let fits = [a.0.nominal(), a.0.lower(), a.0.upper()].iter().flatten().all(|n| *n <= 0);
        prop_assert_eq!(sum.is_some(), fits);
    }
}
