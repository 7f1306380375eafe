//! Datasets made to be slow or to go round in circles.
//!
//! Twelve thousand claims take a second; with a loop over pairs each of these
//! would take minutes.

use std::fmt::Write as _;

use tinh_totals::tinh_model::Dataset;
use tinh_totals::{Key, Totals};

const MANY: usize = 12_000;

/// So many claims on Hải Phòng, each made by `line` from its number.
fn data(line: impl Fn(usize) -> String) -> Dataset {
    let mut lines = String::from("{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\"}\n");
    for at in 0..MANY {
        let _ = writeln!(
            lines,
            "{{\"type\":\"observation\",\"id\":\"c{at:05}\",\"source\":\"s\",\"place\":\"Hải Phòng\",\
             \"measure\":\"fdi.registered\",{}}}",
            line(at)
        );
    }
    let mut data = Dataset::new();
    data.read_jsonl(lines.as_bytes(), "s").unwrap();
    assert_eq!(data.claims().len(), MANY, "{:?}", data.rejected().first());
    data
}

fn included(data: &Dataset, flows: bool) -> usize {
    let question = Totals::of(data)
        .measure("fdi.registered".parse().unwrap())
        .by(Key::Province);
    let question = if flows { question.flows() } else { question };
    let answer = question.compute().unwrap();
    let included: usize = answer.rows().iter().map(|row| row.count()).sum();
    assert_eq!(included + answer.excluded().len(), MANY);
    included
}

const STOCK: &str = "\"as_of\":\"2022-12-20\"";

#[test]
fn many_contradictions_about_one_place() {
    let data = data(|at| format!("{STOCK},\"figure\":\"{} triệu USD\"", at + 1));
    assert_eq!(included(&data, false), 0);
}

#[test]
fn many_claims_that_agree() {
    let data = data(|_| format!("{STOCK},\"figure\":\"1 triệu USD\""));
    assert_eq!(included(&data, false), 1);
}

#[test]
fn a_long_chain_of_the_same() {
    let data = data(|at| {
        format!(
            "{STOCK},\"figure\":\"1 triệu USD\",\"same_as\":\"c{:05}\"",
            at.saturating_sub(1)
        )
    });
    assert_eq!(included(&data, false), 1);
}

#[test]
fn a_long_chain_and_a_circle_of_parts() {
    let chain = data(|at| {
        format!(
            "{STOCK},\"figure\":\"1 triệu USD\",\"part_of\":\"c{:05}\"",
            (at + 1) % MANY
        )
    });
    // In a circle nothing counts.
    assert_eq!(included(&chain, false), 0);
    let circle = data(|at| {
        format!(
            "{STOCK},\"figure\":\"1 triệu USD\",\"corrects\":\"c{:05}\"",
            (at + 1) % MANY
        )
    });
    assert_eq!(included(&circle, false), 0);
}

#[test]
fn many_periods_of_one_place() {
    // Days of 28 years, most told once and the rest twice.
    let data = data(|at| {
        let (year, day) = (1_998 + at % 28, at / 28 % 28 + 1);
        let month = at / 28 / 28 % 12 + 1;
        format!(
            "\"period\":\"{year}-{month:02}-{day:02}/{year}-{month:02}-{day:02}\",\"figure\":\"1 triệu USD\""
        )
    });
    assert_eq!(included(&data, true), 28 * 28 * 12);
}

#[test]
fn many_groups_tellings_and_rows() {
    // Each of its own sector, each said to be another telling of the last.
    let data = data(|at| {
        format!(
            "\"period\":\"2023\",\"sector\":\"s{at}\",\"figure\":\"hơn {} triệu USD\",\"conflicts_with\":\"c{:05}\"",
            at + 1,
            at.saturating_sub(1)
        )
    });
    let ask = || Totals::of(&data).measure("fdi.registered".parse().unwrap());
    let answer = ask()
        .flows()
        .by(Key::Sector)
        .by(Key::Year)
        .compute()
        .unwrap();
    assert_eq!(answer.rows().len(), MANY);
    assert_eq!(answer.subtotals(1).unwrap().len(), MANY);
    assert_eq!(answer.shares().unwrap().len(), MANY);
    assert_eq!(answer.growth_from(&answer).unwrap().len(), MANY + 1);
    assert_eq!(answer.per(&answer).unwrap().len(), MANY + 1);
    assert_eq!(answer.table().to_string().lines().count(), MANY + 5);
    let sectors = ask().flows().in_sectors(|_| true);
    assert_eq!(sectors.side_by_side().unwrap().len(), 1);
}
