//! What holds for any text and any date.

use proptest::prelude::*;
use std::collections::BTreeMap;
use tinh_gazetteer::chrono::NaiveDate;
use tinh_gazetteer::{
    Country, Finder, Organisation, Restatement, Territory, Unit, Units, find_iter,
};

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0i64..12_000).prop_map(|n| {
        NaiveDate::from_ymd_opt(1997, 1, 1).unwrap() + tinh_gazetteer::chrono::Duration::days(n)
    })
}

fn any_unit() -> impl Strategy<Value = Unit> {
    (0..Unit::all().len()).prop_map(|n| Unit::all().nth(n).unwrap())
}

/// Texts made of what names are made of, so that rules are reached.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("Hải Phòng".to_owned()),
        Just("Thái Bình Dương".to_owned()),
        Just("TP.HCM".to_owned()),
        Just("tỉnh ".to_owned()),
        Just("thành phố".to_owned()),
        Just("Hồ Chí Minh".to_owned()),
        Just("Anh".to_owned()),
        Just("Mỹ".to_owned()),
        Just("Đài Loan (Trung Quốc)".to_owned()),
        Just("Hà Nam".to_owned()),
        Just(" - ".to_owned()),
        Just(", ".to_owned()),
        Just(" ".to_owned()),
        Just("\u{301}".to_owned()),
        Just("\u{a0}".to_owned()),
        "\\PC{0,4}",
        "[A-Za-zÀ-ỹ]{0,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

/// What a cell says is what the name in it says.
#[test]
fn a_name_is_a_cell() {
    for on in ["2003-01-01", "2023-12-20", "2026-11-23"] {
        let units = Units::on(on.parse().unwrap());
        for unit in units {
            for cell in [
                unit.name().to_owned(),
                unit.full_name(),
                unit.english_full_name(),
                format!("7. {} (2)", unit.full_name()),
                format!("UBND {}", unit.full_name()),
                format!("Cục Thuế {}", unit.full_name()),
                format!("{}|{}", unit.name(), unit.english_name()),
                format!("{}, Vietnam", unit.english_full_name()),
            ] {
                assert_eq!(units.by_cell(&cell), Ok(unit), "{cell} on {on}");
            }
        }
    }
}

/// Values may be sent to and shared with other threads.
#[test]
fn values_are_send_and_sync() {
    fn check<T: Send + Sync + 'static>() {}
    check::<(Unit, Units, Territory, Restatement, tinh_gazetteer::Event)>();
    check::<(Country, Organisation, tinh_gazetteer::Locality, Finder)>();
    check::<(
        tinh_gazetteer::LookupError,
        tinh_gazetteer::Coverage,
        tinh_gazetteer::NamedPlace,
    )>();
}

proptest! {
    #[test]
    fn spans_are_ordered_and_slice_the_text(text in any_text(), date in any_date()) {
        for finder in [Finder::new(), Finder::on(date)] {
            let mut end = 0;
            for found in finder.find_iter(&text) {
                prop_assert!(found.start() >= end && found.start() < found.end());
                prop_assert!(text.is_char_boundary(found.start()) && text.is_char_boundary(found.end()));
                prop_assert_eq!(&text[found.range()], found.as_str());
                end = found.end();
            }
        }
    }

    #[test]
    fn no_text_panics(text in any_text(), date in any_date()) {
        let units = Units::on(date);
        let _ = (units.by_name(&text), units.by_gso_code(&text), units.by_iso_code(&text), units.by_id(text.as_str()));
        let _ = (units.by_cell(&text), units.place_of_cell(&text), tinh_gazetteer::Locality::by_name(&text));
        let _ = (Unit::by_name(&text), Unit::by_gso_code(&text), Unit::by_iso_code(&text));
        let _ = (text.parse::<Country>(), Organisation::by_name(&text));
        for error in [units.by_name(&text).err(), units.by_cell(&text).err(), Unit::by_gso_code(&text).err()].into_iter().flatten() {
            prop_assert_eq!(&text[error.span()], error.text());
            let _ = (error.to_string(), error.vietnamese().to_string());
        }
    }

    #[test]
    fn any_utf8(text in "\\PC*") {
        let _ = find_iter(&text).count();
        let _ = Unit::by_name(&text);
    }

    /// What was found in a text is the same name alone.
    #[test]
    fn found_names_are_read_alone(text in any_text()) {
        for found in find_iter(&text) {
            match found.place() {
                tinh_gazetteer::NamedPlace::Country(country) => {
                    prop_assert_eq!(Country::by_name(found.as_str()), Ok(country));
                }
                tinh_gazetteer::NamedPlace::Organisation(body) => {
                    prop_assert_eq!(Organisation::by_name(found.as_str()), Ok(body));
                }
                _ => {}
            }
        }
    }

    #[test]
    fn restating_to_the_same_date_is_the_identity(date in any_date()) {
        let units = Units::on(date);
        for unit in units {
            let moved = unit.restated(units);
            prop_assert!(moved.is_same());
            prop_assert_eq!(moved.target(), Some(unit));
        }
    }

    /// The units named by a restatement cover the territory, and each shares
    /// ground with it; a target covers all of it.
    #[test]
    fn restatements_cover(unit in any_unit(), date in any_date()) {
        let moved = unit.restated(Units::on(date));
        let all: Territory = moved.units().into_iter().collect();
        prop_assert!(unit.territory().is_subset(all));
        for other in moved.units() {
            prop_assert!(other.territory().overlaps(unit.territory()));
        }
        if let Some(target) = moved.target() {
            prop_assert!(unit.territory().is_subset(target.territory()));
        }
        prop_assert_eq!(moved.is_same(), moved.target().is_some_and(|t| t.territory() == unit.territory()));
    }

    /// Restated figures and refused ones add up to what went in.
    #[test]
    fn restating_conserves_sums(from in any_date(), to in any_date(), figures in proptest::collection::vec(0u64..1_000_000_000_000, 64)) {
        let mut carried: BTreeMap<Unit, u64> = BTreeMap::new();
        let mut refused = 0u64;
        let mut total = 0u64;
        for (unit, figure) in Units::on(from).into_iter().zip(figures) {
            total += figure;
            match unit.restated(Units::on(to)) {
                Restatement::Whole { unit, .. } => *carried.entry(unit).or_default() += figure,
                _ => refused += figure,
            }
        }
        prop_assert_eq!(carried.values().sum::<u64>() + refused, total);
        // Since the last split and transfer nothing is refused going forward.
        if from <= to && from >= NaiveDate::from_ymd_opt(2008, 8, 1).unwrap() {
            prop_assert_eq!(refused, 0);
        }
    }
}

/// Long texts of what names are made of come to an end, with no more names
/// than words. Time that grew with the square of the length would not.
#[test]
fn long_texts_end() {
    let blanks = " ".repeat(100_000);
    let mut texts: Vec<String> = [
        "Ha",
        "Bà Rịa-",
        "Mỹ ",
        "Hồ Chí Minh,",
        "TP.",
        "A",
        "\u{301}",
        "Thái Bình Dương ",
        "Hà ",
    ]
    .iter()
    .map(|part| part.repeat(200_000 / part.len()))
    .collect();
    texts.push(format!("{blanks}{}", "Hồ Chí Minh x ".repeat(10_000)));
    texts.push(format!(
        "Hà Nội{blanks}{}",
        "Hồ Chí Minh\n x ".repeat(10_000)
    ));
    texts.push(format!("Nhật{blanks}{}", "Anh ấy ".repeat(10_000)));
    texts.push(format!("TP {}", "Hà ".repeat(50_000)) + &"a".repeat(200_000));
    for text in texts {
        let names = find_iter(&text).count();
        assert!(names <= text.len() / 2, "{:.20}", text.trim());
        assert!(Units::today().by_cell(&text).is_err());
    }
}
