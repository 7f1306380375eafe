//! What is known of a number: bounds read from figures, and their arithmetic.

use tinh_figures::Language;
use tinh_model::Dataset;
use tinh_totals::{ErrorKind, Interval};

fn of(text: &str) -> Interval {
    Interval::of(text.parse().unwrap())
}

/// Lower bound, nominal value and upper bound; `-` for none.
fn ends(interval: Interval) -> String {
    let text = |value: Option<tinh_totals::rust_decimal::Decimal>| {
        value.map_or_else(|| "-".to_owned(), |value| value.normalize().to_string())
    };
    let [lower, nominal, upper] =
        [interval.lower(), interval.nominal(), interval.upper()].map(text);
    format!("{lower} {nominal} {upper}")
}

#[test]
fn two_may_be_equal_where_a_value_lies_in_both() {
    for (one, other, may) in [
        ("7", "7", true),
        ("7", "8", false),
        ("hơn 7", "7", false),
        ("hơn 7", "8", true),
        ("ít nhất 7", "7", true),
        ("gần 8", "8", false),
        ("gần 8", "7", true),
        ("không quá 8", "8", true),
        ("từ 5 đến 7", "7", true),
        ("từ 5 đến 7", "8", false),
        ("hơn 7", "gần 7", false),
        ("hơn 7", "gần 9", true),
        ("khoảng 7", "100", true), // how far `khoảng` reaches is not known
    ] {
        assert_eq!(of(one).may_equal(&of(other)), may, "{one}, {other}");
        assert_eq!(of(other).may_equal(&of(one)), may, "{other}, {one}");
    }
}

#[test]
fn ends_and_words_are_those_of_the_figure() {
    for (text, known, is_exact, english) in [
        ("7", "7 7 7", true, "7"),
        ("hơn 7", "7 7 -", false, "more than 7"),
        ("không quá 7", "- 7 7", false, "at most 7"),
        ("từ 5 đến 7", "5 - 7", false, "5 to 7"),
        ("khoảng 7", "- 7 -", false, "about 7"),
    ] {
        let interval = of(text);
        assert_eq!(ends(interval), known, "{text}");
        assert_eq!(interval.is_exact(), is_exact, "{text}");
        assert_eq!(interval.in_language(Language::English), english);
    }
}

#[test]
fn arithmetic_moves_the_ends() {
    let two = Interval::exact(2.into());
    assert_eq!(ends(of("hơn 7").times(2.into()).unwrap()), "14 14 -");
    assert_eq!(ends(of("hơn 7").times((-1).into()).unwrap()), "- -7 -7");
    assert_eq!(ends(of("hơn 7").times(0.into()).unwrap()), "0 0 0");
    assert_eq!(ends(of("10").minus(of("hơn 7")).unwrap()), "- 3 3");
    assert_eq!(ends(of("hơn 10").over(two).unwrap()), "5 5 -");
    assert_eq!(ends(of("10").over(of("hơn 2")).unwrap()), "- 5 5");
    assert_eq!(ends(of("khoảng 10").over(two).unwrap()), "- 5 -");
    // A value within its ends stays within them; one at its end stays at it,
    // however the end was rounded.
    let rounded = |text: &str| Interval::as_rounded(text.parse().unwrap());
    assert_eq!(ends(rounded("10").over(two).unwrap()), "4.75 5 5.25");
    assert_eq!(ends(rounded("10").over(rounded("2")).unwrap()), "3.8 5 7");
    let three = Interval::exact(3.into());
    let more = of("hơn 10").over(three).unwrap();
    assert_eq!(more.nominal(), more.lower());
    let less = of("gần 20").over(three).unwrap();
    assert_eq!(less.nominal(), less.upper());
    assert_ne!(less.nominal(), of("hơn 20").over(three).unwrap().nominal());
    // Below zero the greater base gives the greater quotient.
    let loss = of("4").minus(of("từ 10 đến 14")).unwrap();
    assert_eq!(ends(loss.over(of("từ 2 đến 4")).unwrap()), "-5 - -1.5");
    let nothing = of("hơn 10").over(of("hơn 2")).unwrap_err();
    assert_eq!(*nothing.kind(), ErrorKind::NoBounds);
    let zero = two.over(Interval::exact(0.into())).unwrap_err();
    assert_eq!(*zero.kind(), ErrorKind::BaseNotPositive);
}

#[test]
fn ends_are_rounded_outwards_for_display() {
    assert_eq!(
        ends(of("từ 12345 đến 12355").to_significant(3)),
        "12300 - 12400"
    );
    assert_eq!(ends(of("12355").to_significant(3)), "12400 12400 12400");
}

/// A count is a whole number, and a stock is not below zero.
#[test]
fn a_quantity_knows_what_it_measures() {
    for (figure, known) in [
        ("70 dự án", "70 70 70"),
        ("1,498 dự án", "1498 1498 1498"),
        ("hơn 1,498 dự án", "1498 1498 -"),
        ("gần 70 dự án", "0 70 70"),
    ] {
        let line = format!(
            r#"{{"type":"source","id":"s","title":"t"}}
{{"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":"{figure}"}}"#
        );
        let mut data = Dataset::new();
        data.read_jsonl(line.as_bytes(), "a.jsonl").unwrap();
        let claim = data.claim("a").unwrap();
        let interval = Interval::of_quantity(&claim.quantities()[0]);
        assert_eq!(ends(interval), known, "{figure}");
    }
}
