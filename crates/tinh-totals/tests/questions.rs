//! The questions a user asks, one test each: the right answer, and the wrong
//! one refused or warned of.

mod money;
mod stocks;
mod trade;

use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::{Currency, Money};
use tinh_totals::tinh_model::claim::Quantity;
use tinh_totals::tinh_model::entity::Observation;
use tinh_totals::tinh_model::time::{AsOf, PartialDate, Time};
use tinh_totals::tinh_model::{Claim, Dataset, Measure, Place, PrintedFigure, Source, measures};
use tinh_totals::{Answer, Interval, Totals, Warning};

pub(crate) const REGISTERED: Measure = measures::FDI_REGISTERED;
pub(crate) const PROJECTS: Measure = measures::FDI_PROJECTS;

pub(crate) fn measure(code: &str) -> Measure {
    code.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The official stocks: of each date a source, of each cell a claim.
fn stocks(data: &mut Dataset) {
    let table = include_bytes!("data/fia_fdi_stock_by_province.csv");
    for row in csv::Reader::from_reader(table.as_slice()).deserialize() {
        let (date, place, projects, musd): (PartialDate, String, Decimal, Decimal) =
            row.expect("a row");
        let source = Source::new(format!("fia-stock-{date}"), "FDI stock by province")
            .with_publisher("FIA")
            .with_published(date);
        let place = Place::named(&place, date.last_day().expect("a day")).expect("a place");
        let money = Money::new(musd * Decimal::from(1_000_000), Currency::USD);
        for (measure, figure) in [
            (PROJECTS, PrintedFigure::of_number(projects)),
            (REGISTERED, PrintedFigure::plain_money("", money)),
        ] {
            let claim = Claim::new(
                format!("{}/{}/{measure}", source.id, place.id()),
                source.id.as_str(),
                place,
                Time::AsOf(AsOf::printed(date)),
                Observation::new(measure, figure),
            );
            data.add_source(source.clone()).expect("a source");
            data.add_claim(claim.expect("a claim")).expect("a new id");
        }
    }
}

/// The five articles, the official stocks, and further claims.
pub(crate) fn data() -> Dataset {
    let mut data = Dataset::new();
    stocks(&mut data);
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
        .find(|excluded| excluded.id() == key);
    found
        .unwrap_or_else(|| panic!("{key} is not excluded"))
        .reason()
        .to_string()
}
