//! Names in running text.

use crate::support::day;
use table_tests::each_row;
use tinh_gazetteer::{Finder, Match, NamedPlace, find_iter};

fn shown(found: Match<'_>) -> String {
    format!("{}={}", found.as_str(), found.place().id().unwrap_or("?"))
}

#[test]
fn rows() {
    each_row(
        "tests/data/find.tsv",
        &["name", "text", "on", "expect"],
        |row| {
            let [_, text, on, expect] = row.fields();
            let finder = if on.is_empty() {
                Finder::new()
            } else {
                Finder::on(day(on))
            };
            let finder = if text.contains('_') {
                finder.segmented()
            } else {
                finder
            };
            let found: Vec<String> = finder.find_iter(text).map(shown).collect();
            let found = found.join("; ");
            if found == expect {
                Ok(())
            } else {
                Err(format!("{text:?}: got [{found}], wanted [{expect}]"))
            }
        },
    );
}

#[test]
fn a_name_of_another_time_says_what_became_of_it() {
    let finder = Finder::on(day("2026-11-23"));
    let found = finder
        .find_iter("Hải Dương và Thanh Hóa")
        .collect::<Vec<_>>();
    let [gone, kept] = found[..] else {
        panic!("{found:?}")
    };
    let NamedPlace::Unit(gone) = gone.place() else {
        panic!()
    };
    assert_eq!(gone.is_valid(), Some(false));
    let names: Vec<_> = gone.candidates().iter().map(|u| u.full_name()).collect();
    assert_eq!(names, ["thành phố Hải Phòng"]);
    let NamedPlace::Unit(kept) = kept.place() else {
        panic!()
    };
    assert_eq!(kept.is_valid(), Some(true));
    assert_eq!(kept.candidates().len(), 1);
}

#[test]
fn without_a_date_a_larger_name_has_candidates() {
    let found = find_iter("Hải Phòng").next().unwrap();
    let NamedPlace::Unit(mention) = found.place() else {
        panic!()
    };
    assert_eq!(mention.is_valid(), None);
    let from: Vec<_> = mention
        .candidates()
        .iter()
        .map(|u| u.valid_from())
        .collect();
    assert_eq!(from, [None, Some(day("2025-07-01"))]);
}

#[test]
fn groups() {
    let groups: Vec<&str> = find_iter("Hà Nội, Nhật Bản, ASEAN, EVFTA, WB")
        .map(|m| m.place().group())
        .collect();
    assert_eq!(
        groups,
        ["province", "country", "bloc", "agreement", "organisation"]
    );
}
