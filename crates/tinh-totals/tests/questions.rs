//! The questions a user asks, one test each: the right answer, and the wrong
//! one refused or warned of.

mod money;
mod stocks;
mod trade;

use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::Currency;
use tinh_totals::tinh_model::claim::Quantity;
use tinh_totals::tinh_model::dataset::{Column, TableLayout};
use tinh_totals::tinh_model::{Dataset, Measure, Source, measures};
use tinh_totals::{Answer, Interval, Totals, Warning};

pub(crate) const REGISTERED: Measure = measures::FDI_REGISTERED;
pub(crate) const PROJECTS: Measure = measures::FDI_PROJECTS;

pub(crate) fn measure(code: &str) -> Measure {
    code.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The five articles, the official stocks, and further claims.
pub(crate) fn data() -> Dataset {
    let layout = TableLayout::stock("as_of", "province", |as_of| Source {
        publisher: Some("FIA".to_owned()),
        published: as_of.parse().ok(),
        ..serde_json::from_value(serde_json::json!({
            "id": format!("fia-stock-{as_of}"), "title": "FDI stock by province",
        }))
        .expect("a source")
    })
    .column(Column::count("projects", PROJECTS))
    .column(Column::money(
        "registered_musd",
        REGISTERED,
        1_000_000,
        Currency::USD,
    ));
    let mut data = Dataset::new();
    let fia = include_str!("data/fia_fdi_stock_by_province.csv");
    data.read_table(fia.as_bytes(), "fia.csv", &layout)
        .expect("memory does not fail");
    for (name, text) in [
        ("articles.jsonl", include_str!("data/articles.jsonl")),
        ("extra.jsonl", include_str!("data/extra.jsonl")),
    ] {
        data.read_jsonl(text.as_bytes(), name)
            .expect("memory does not fail");
    }
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

pub(crate) const FOUR: [&str; 4] = ["Hải Dương", "Hải Phòng", "Thanh Hóa", "Vĩnh Long"];

/// A question about the four provinces of the articles.
pub(crate) fn four(data: &Dataset) -> Totals<'_> {
    Totals::of(data).in_places(|place| FOUR.contains(&place.name()))
}

pub(crate) fn official(source: &Source) -> bool {
    source.producer() == "FIA"
}

pub(crate) fn press(source: &Source) -> bool {
    ["a0", "a1", "a2", "a3", "a4"].contains(&source.id.as_str())
}

pub(crate) fn day(text: &str) -> tinh_totals::chrono::NaiveDate {
    text.parse().expect("a date")
}

/// Millions, to two decimals.
pub(crate) fn millions(value: Option<Decimal>) -> String {
    let value = value.expect("a value") / Decimal::from(1_000_000);
    format!("{:.2}", value.round_dp(2))
}

/// The nominal value of the one total, in millions.
#[track_caller]
pub(crate) fn total(answer: &Answer<'_>) -> String {
    millions(answer.total().expect("one total").value().nominal())
}

pub(crate) fn value(answer: &Answer<'_>) -> Interval {
    answer.total().expect("one total").value()
}

pub(crate) fn quantity<'a>(data: &'a Dataset, id: &str) -> Quantity<'a> {
    data.claim(id).expect("a claim").quantities()[0]
}

#[track_caller]
pub(crate) fn warned(answer: &Answer<'_>, wanted: impl Fn(&Warning) -> bool) -> String {
    let found = answer.warnings().iter().find(|warning| wanted(warning));
    found
        .unwrap_or_else(|| panic!("no such warning among {:?}", answer.warnings()))
        .to_string()
}

/// Why a figure is not in an answer.
#[track_caller]
pub(crate) fn why_not(answer: &Answer<'_>, key: &str) -> String {
    let found = answer
        .excluded()
        .iter()
        .find(|excluded| excluded.key() == key);
    found
        .unwrap_or_else(|| panic!("{key} is not excluded"))
        .reason()
        .to_string()
}
