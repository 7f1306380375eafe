//! The index changes no answer.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_model::Dataset;
use tinh_totals::{Key, Reason, Totals};

use super::generate::{Case, any_case};
use super::{ask, transcript};

const PLACES: [&str; 3] = ["Hải Phòng", "Hải Dương", "Vĩnh Long"];
const PARTNERS: [&str; 3] = ["Nhật Bản", "Hàn Quốc", "Lào"];
const PRODUCERS: [&str; 3] = ["FIA", "GSO", "Báo"];

/// A stock: place, partner, producer, edition, month, value.
type Stock = (usize, usize, usize, usize, u32, u32);

fn stocks() -> impl Strategy<Value = Vec<Stock>> {
    prop::collection::vec(
        (
            0..3_usize,
            0..3_usize,
            0..3_usize,
            1..3_usize,
            1..13_u32,
            1..4_u32,
        ),
        1..60,
    )
}

fn dataset(stocks: &[Stock]) -> Dataset {
    let mut text = String::new();
    for producer in PRODUCERS {
        for edition in 1..3 {
            text.push_str(&format!(
                "{{\"type\":\"source\",\"id\":\"{producer}-{edition}\",\"title\":\"T\",\"publisher\":\"{producer}\",\"published\":\"2024-0{edition}-01\"}}\n"
            ));
        }
    }
    for (at, (place, partner, producer, edition, month, value)) in stocks.iter().enumerate() {
        let (place, partner, producer) = (PLACES[*place], PARTNERS[*partner], PRODUCERS[*producer]);
        text.push_str(&format!(
            "{{\"type\":\"observation\",\"id\":\"{at}\",\"source\":\"{producer}-{edition}\",\"place\":\"{place}\",\"as_of\":\"2023-{month:02}-20\",\"measure\":\"fdi.registered\",\"figure\":\"{value} tỷ USD\",\"partner\":\"{partner}\"}}\n"
        ));
    }
    let mut data = Dataset::new();
    data.read_jsonl(text.as_bytes(), "law").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

/// The rules, word for word and without any order or index: of each place and
/// partner the stocks that no other is preferred to, all of one value.
fn by_the_rules(stocks: &[Stock], until: u32) -> BTreeMap<String, Decimal> {
    let asked: Vec<&Stock> = stocks.iter().filter(|stock| stock.4 <= until).collect();
    let is_revised = |own: &&&Stock| {
        asked.iter().any(|other| {
            (own.0, own.1, own.2, own.4) == (other.0, other.1, other.2, other.4) && other.3 > own.3
        })
    };
    let current: Vec<&&Stock> = asked.iter().filter(|stock| !is_revised(stock)).collect();
    // FIA is preferred to all others; then the later month is.
    let order = |stock: &Stock| (stock.2 == 0, stock.4);
    let mut found = BTreeMap::new();
    for own in &current {
        let mut rivals = current
            .iter()
            .filter(|other| (other.0, other.1) == (own.0, own.1));
        if rivals.all(|other| {
            order(other) < order(own) || order(other) == order(own) && other.5 == own.5
        }) {
            let name = format!("{}, {}", PLACES[own.0], PARTNERS[own.1]);
            found.insert(name, Decimal::from(own.5) * Decimal::from(1_000_000_000));
        }
    }
    found
}

fn by_place<'a>(data: &'a Dataset, case: &Case, by_year: bool) -> Totals<'a> {
    let question = ask(data, case).by(Key::Province);
    match by_year {
        true => question.by(Key::Year),
        false => question,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The newest stock by province and partner is that of the rules.
    #[test]
    fn an_answer_is_that_of_the_rules(stocks in stocks(), until in 1..13_u32) {
        let data = dataset(&stocks);
        let answer = Totals::of(&data)
            .measure("fdi.registered".parse()?)
            .on(format!("2023-{until:02}-28").parse()?)
            .prefer(["FIA"])
            .by(Key::Province)
            .by(Key::Partner)
            .compute()?;
        let rows: BTreeMap<String, Decimal> = answer
            .rows()
            .iter()
            .filter_map(|row| Some((row.name(), row.value().nominal()?)))
            .collect();
        prop_assert_eq!(rows, by_the_rules(&stocks, until));
    }

    /// A dataset that was asked while it grew answers as one never asked.
    #[test]
    fn what_is_added_is_found(case in any_case(), by_year in any::<bool>()) {
        let data = case.dataset();
        let mut grown = Dataset::new();
        for source in data.sources() {
            grown.add_source(source.clone())?;
        }
        for (at, claim) in data.claims().iter().enumerate() {
            if at % 3 == 0 {
                drop(by_place(&grown, &case, by_year).compute());
            }
            grown.add_claim(claim.clone())?;
        }
        let answer = |data| by_place(data, &case, by_year).compute().map(|a| transcript(&a));
        prop_assert_eq!(answer(&data), answer(&grown));
    }

    /// Rows are in the order of their groups, then of measures.
    #[test]
    fn rows_are_in_order(case in any_case(), by_partner in any::<bool>()) {
        let data = case.dataset();
        let question = by_place(&data, &case, true);
        let question = if by_partner { question.by(Key::Partner) } else { question };
        let Ok(answer) = question.compute() else { return Ok(()) };
        let order = answer.rows().iter().map(|row| (row.groups(), row.measure()));
        prop_assert!(order.is_sorted());
    }

    /// What is counted by reason is what is listed.
    #[test]
    fn counts_are_those_of_the_list(case in any_case()) {
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).by(Key::Province).compute() else { return Ok(()) };
        let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
        for excluded in answer.excluded() {
            *listed.entry(Reason::kind(excluded.reason())).or_default() += 1;
        }
        prop_assert_eq!(answer.excluded_counts(), listed);
    }
}
