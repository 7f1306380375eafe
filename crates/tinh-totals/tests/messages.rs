//! Every message in both languages, word by word: `tests/data/messages.tsv`.

use std::collections::HashMap;

use tinh_totals::output::{Format, Language};
use tinh_totals::tinh_model::claim::{Realm, Status};
use tinh_totals::tinh_model::entity::ProjectState;
use tinh_totals::tinh_model::time::{AsOf, DateBasis, Time};
use tinh_totals::tinh_model::{Dataset, Measure};
use tinh_totals::{
    Break, Conversion, ErrorKind, Key, Moment, Nature, NotInEffect, NotRestatable, Otherwise,
    PeriodLength, Reason, Totals, Warning,
};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn moment(date: &str, basis: DateBasis) -> Moment {
    Moment::of(&Time::AsOf(AsOf::new(date.parse().unwrap(), basis)))
}

/// A case of the table with what is said in it, in Vietnamese and in English.
type Said = (&'static str, [String; 2]);

macro_rules! said {
    ($message:expr) => {{
        let message = $message;
        let vietnamese = message.in_language(Language::Vietnamese);
        [vietnamese, message.to_string()]
    }};
}

#[test]
fn every_message_is_as_the_table_has_it() {
    let cases = [warnings(), reasons(), refusals()].concat();
    let mut told: HashMap<&str, [String; 2]> = cases.into_iter().collect();
    table_tests::each_row(
        "tests/data/messages.tsv",
        &["case", "vietnamese", "english"],
        |row| {
            let [case, vietnamese, english] = row.fields();
            match told.remove(case) {
                Some(found) if found == [vietnamese, english] => Ok(()),
                Some(found) => Err(format!("found {found:?}")),
                None => Err("nothing makes this case".to_owned()),
            }
        },
    );
    assert!(told.is_empty(), "the table lacks {told:?}");
}

fn warnings() -> Vec<Said> {
    let figures = || names(&["a", "b"]);
    let dates = || {
        vec![
            moment("2022-12-20", DateBasis::Printed),
            moment("2023-10", DateBasis::Inferred),
            moment("2023-11", DateBasis::NotBefore),
        ]
    };
    vec![
        (
            "warning.mixed_dates",
            said!(Warning::MixedDates { dates: dates() }),
        ),
        (
            "warning.earlier",
            said!(Warning::Earlier {
                asked: text("2023-12-31"),
                dates: vec![moment("2023-10", DateBasis::Inferred)],
            }),
        ),
        (
            "warning.uncertain_date",
            said!(Warning::UncertainDate { figures: figures() }),
        ),
        (
            "warning.inexact",
            said!(Warning::Inexact { figures: figures() }),
        ),
        (
            "warning.ambiguous",
            said!(Warning::Ambiguous { figures: figures() }),
        ),
        (
            "warning.mixed_producers",
            said!(Warning::MixedProducers {
                producers: figures(),
            }),
        ),
        (
            "warning.conflict",
            said!(Warning::Conflict { figures: figures() }),
        ),
        (
            "warning.undecided",
            said!(Warning::Undecided { figures: figures() }),
        ),
        (
            "warning.incomplete",
            said!(Warning::Incomplete {
                unit: text("Vĩnh Long"),
                reported: 1,
                of: 3,
                missing: names(&["Bến Tre", "Trà Vinh"]),
            }),
        ),
        (
            "warning.missing_units",
            said!(Warning::MissingUnits {
                measure: None,
                units: names(&["Huế"]),
                of: 63,
            }),
        ),
        (
            "warning.missing_units.2",
            said!(Warning::MissingUnits {
                measure: Some(text("exports")),
                units: names(&["Huế", "Cà Mau"]),
                of: 34,
            }),
        ),
        (
            "warning.missing_units.3",
            said!(Warning::MissingUnits {
                measure: None,
                units: names(&["a", "b", "c", "d", "e", "f"]),
                of: 63,
            }),
        ),
        (
            "warning.estimates",
            said!(Warning::Estimates { figures: figures() }),
        ),
        (
            "warning.other_definition",
            said!(Warning::OtherDefinition { figures: figures() }),
        ),
        (
            "warning.break",
            said!(Warning::Break {
                year: 2016,
                what: Break::SharePurchases,
            }),
        ),
        (
            "warning.revised",
            said!(Warning::Revised { figures: figures() }),
        ),
        (
            "warning.mixed_periods",
            said!(Warning::MixedPeriods { periods: figures() }),
        ),
        (
            "warning.partial_period",
            said!(Warning::PartialPeriod {
                groups: names(&["2023"]),
                periods: names(&["2023-01-01/2023-09-30"]),
            }),
        ),
        (
            "warning.partners_may_overlap",
            said!(Warning::PartnersMayOverlap {
                partners: names(&["châu Âu"]),
            }),
        ),
        ("warning.china_unstated", said!(Warning::ChinaUnstated)),
        (
            "warning.only_parts",
            said!(Warning::OnlyParts {
                measure: text("fdi.registered"),
                parts: names(&["fdi.registered-new"]),
            }),
        ),
        ("warning.left_out", said!(Warning::LeftOut { count: 1 })),
        ("warning.left_out.2", said!(Warning::LeftOut { count: 2 })),
        (
            "warning.look_alikes",
            said!(Warning::LookAlikes { figures: figures() }),
        ),
        (
            "warning.dangling_relation",
            said!(Warning::DanglingRelation {
                figures: names(&["a"]),
                to: names(&["x"])
            }),
        ),
        ("warning.ring", said!(Warning::Ring { figures: figures() })),
        (
            "warning.after_publication",
            said!(Warning::AfterPublication { figures: figures() }),
        ),
        (
            "warning.implausible",
            said!(Warning::Implausible { figures: figures() }),
        ),
        (
            "warning.parts_exceed_whole",
            said!(Warning::PartsExceedWhole { figures: figures() }),
        ),
        ("warning.share_of_listed", said!(Warning::ShareOfListed)),
        (
            "warning.other_nature.flow",
            said!(Warning::OtherNature {
                asked: Nature::Stock,
                found: Nature::Flow,
                count: 3
            }),
        ),
        (
            "warning.other_nature.event",
            said!(Warning::OtherNature {
                asked: Nature::Flow,
                found: Nature::Event,
                count: 3
            }),
        ),
        (
            "warning.other_nature.stock",
            said!(Warning::OtherNature {
                asked: Nature::Event,
                found: Nature::Stock,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.breakdown",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::Breakdown,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.whole",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::Whole,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.named_part",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::NamedPart,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.not_actual",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::NotActual,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.projects",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::Projects,
                count: 3
            }),
        ),
        (
            "warning.only_otherwise.nation",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::Nation,
                count: 1
            }),
        ),
        (
            "warning.only_otherwise.places",
            said!(Warning::OnlyOtherwise {
                found: Otherwise::Places,
                count: 3
            }),
        ),
    ]
}

fn reasons() -> Vec<Said> {
    vec![
        (
            "reason.other_measure",
            said!(Reason::OtherMeasure {
                measure: "exports".parse::<Measure>().unwrap(),
            }),
        ),
        ("reason.other_source", said!(Reason::OtherSource)),
        ("reason.other_place", said!(Reason::OtherPlace)),
        ("reason.other_partner", said!(Reason::OtherPartner)),
        ("reason.other_sector", said!(Reason::OtherSector)),
        (
            "reason.other_status",
            said!(Reason::OtherStatus {
                status: Status::Estimated,
            }),
        ),
        (
            "reason.not_yet_published",
            said!(Reason::NotYetPublished {
                published: text("2016-12-28"),
            }),
        ),
        (
            "reason.not_yet_published.2",
            said!(Reason::NotYetPublished {
                published: String::new(),
            }),
        ),
        ("reason.not_national", said!(Reason::NotNational)),
        ("reason.not_of_a_project", said!(Reason::NotOfAProject)),
        ("reason.not_broken_down", said!(Reason::NotBrokenDown)),
        (
            "reason.several_partners",
            said!(Reason::SeveralPartners {
                partners: names(&["Bỉ", "Pháp"]),
            }),
        ),
        (
            "reason.no_one_country",
            said!(Reason::NoOneCountry {
                partner: text("EU"),
            }),
        ),
        (
            "reason.not_split",
            said!(Reason::NotSplit {
                total: text("26 địa phương"),
            }),
        ),
        ("reason.open_list", said!(Reason::OpenList)),
        ("reason.nobody_named", said!(Reason::NobodyNamed)),
        (
            "reason.not_in_effect",
            said!(Reason::NotInEffect {
                state: NotInEffect::Agreement,
            }),
        ),
        (
            "reason.not_in_effect.2",
            said!(Reason::NotInEffect {
                state: NotInEffect::Relation,
            }),
        ),
        (
            "reason.not_in_effect.3",
            said!(Reason::NotInEffect {
                state: NotInEffect::Mission,
            }),
        ),
        (
            "reason.not_of_the_province",
            said!(Reason::NotOfTheProvince),
        ),
        (
            "reason.several_spans",
            said!(Reason::SeveralSpans {
                period: text("2022-07-01/2023-06-30"),
                span: PeriodLength::Year,
            }),
        ),
        (
            "reason.several_spans.2",
            said!(Reason::SeveralSpans {
                period: text("2023"),
                span: PeriodLength::Quarter,
            }),
        ),
        (
            "reason.several_spans.3",
            said!(Reason::SeveralSpans {
                period: text("2023"),
                span: PeriodLength::Month,
            }),
        ),
        ("reason.revised", said!(Reason::Revised { by: text("b") })),
        ("reason.national", said!(Reason::National)),
        (
            "reason.not_actual",
            said!(Reason::NotActual { realm: Realm::Plan }),
        ),
        (
            "reason.not_actual.2",
            said!(Reason::NotActual {
                realm: Realm::Target,
            }),
        ),
        (
            "reason.not_actual.3",
            said!(Reason::NotActual {
                realm: Realm::Commitment,
            }),
        ),
        (
            "reason.named_part",
            said!(Reason::NamedPart {
                part: "hàng công nghiệp".into(),
            }),
        ),
        ("reason.part_of_stock", said!(Reason::PartOfStock)),
        ("reason.breakdown", said!(Reason::Breakdown)),
        (
            "reason.no_value",
            said!(Reason::NoValue {
                text: String::new(),
            }),
        ),
        (
            "reason.no_value.2",
            said!(Reason::NoValue {
                text: text("nhiều đoàn"),
            }),
        ),
        ("reason.not_a_stock", said!(Reason::NotAStock)),
        ("reason.not_a_flow", said!(Reason::NotAFlow)),
        (
            "reason.later",
            said!(Reason::Later {
                as_of: moment("2023-10", DateBasis::Inferred),
            }),
        ),
        (
            "reason.date_unknown",
            said!(Reason::DateUnknown {
                as_of: moment("2023-11", DateBasis::NotBefore),
            }),
        ),
        (
            "reason.other_period",
            said!(Reason::OtherPeriod {
                period: text("2022"),
            }),
        ),
        (
            "reason.period_overlaps",
            said!(Reason::PeriodOverlaps { with: text("b") }),
        ),
        ("reason.same_as", said!(Reason::SameAs { other: text("b") })),
        ("reason.part_of", said!(Reason::PartOf { whole: text("b") })),
        (
            "reason.corrected_by",
            said!(Reason::CorrectedBy { other: text("b") }),
        ),
        (
            "reason.superseded",
            said!(Reason::Superseded { by: text("b") }),
        ),
        (
            "reason.less_preferred",
            said!(Reason::LessPreferred { by: text("b") }),
        ),
        (
            "reason.conflict",
            said!(Reason::Conflict {
                with: names(&["b", "c"]),
            }),
        ),
        (
            "reason.undecided",
            said!(Reason::Undecided {
                with: names(&["b", "c"]),
            }),
        ),
        (
            "reason.territory_overlaps",
            said!(Reason::TerritoryOverlaps { with: text("b") }),
        ),
        (
            "reason.not_restatable",
            said!(Reason::NotRestatable {
                why: NotRestatable::Partly(names(&["Phú Thọ", "Hà Nội"])),
            }),
        ),
        (
            "reason.not_restatable.2",
            said!(Reason::NotRestatable {
                why: NotRestatable::Split(names(&["Hải Phòng", "Hải Dương"])),
            }),
        ),
        (
            "reason.not_restatable.3",
            said!(Reason::NotRestatable {
                why: NotRestatable::Unknown,
            }),
        ),
        (
            "reason.told_again",
            said!(Reason::ToldAgain { other: text("b") }),
        ),
        (
            "reason.consistent_with",
            said!(Reason::ConsistentWith { other: text("b") }),
        ),
        (
            "reason.ring",
            said!(Reason::Ring {
                with: names(&["b"])
            }),
        ),
        (
            "reason.not_of_the_period",
            said!(Reason::NotOfThePeriod {
                time: text("2022-05")
            }),
        ),
        (
            "reason.not_in_force.terminated",
            said!(Reason::NotInForce {
                state: ProjectState::Terminated
            }),
        ),
        (
            "reason.not_in_force.surveyed",
            said!(Reason::NotInForce {
                state: ProjectState::Surveyed
            }),
        ),
        (
            "reason.not_in_force.under_memorandum",
            said!(Reason::NotInForce {
                state: ProjectState::UnderMemorandum
            }),
        ),
    ]
}

fn refusals() -> Vec<Said> {
    vec![
        (
            "refusal.other_measure",
            said!(ErrorKind::OtherMeasure {
                left: text("exports"),
                right: text("imports"),
            }),
        ),
        (
            "refusal.one_sided",
            said!(ErrorKind::OneSided {
                group: text("Hải Phòng in USD"),
            }),
        ),
        (
            "refusal.other_territory",
            said!(ErrorKind::OtherTerritory {
                units: names(&["Hải Dương"]),
            }),
        ),
        (
            "refusal.incomplete",
            said!(ErrorKind::Incomplete {
                group: text("Hải Phòng"),
                reported: 1,
                of: 2,
            }),
        ),
        (
            "refusal.other_periods",
            said!(ErrorKind::OtherPeriods {
                earlier: names(&["2022"]),
                later: names(&["2023-01-01/2023-09-30"]),
            }),
        ),
        (
            "refusal.mixed_dates",
            said!(ErrorKind::MixedDates {
                dates: vec![moment("2023-10", DateBasis::Inferred)],
            }),
        ),
        (
            "refusal.not_an_amount",
            said!(ErrorKind::NotAnAmount {
                measure: text("pci"),
            }),
        ),
        ("refusal.price_basis", said!(ErrorKind::PriceBasis)),
        ("refusal.no_bounds", said!(ErrorKind::NoBounds)),
        (
            "refusal.base_not_positive",
            said!(ErrorKind::BaseNotPositive),
        ),
        ("refusal.too_large", said!(ErrorKind::TooLarge)),
        ("refusal.no_total", said!(ErrorKind::NoTotal)),
        (
            "refusal.no_value",
            said!(ErrorKind::NoValue { figure: text("a") }),
        ),
        (
            "refusal.no_population",
            said!(ErrorKind::NoPopulation {
                group: text("Vĩnh Long"),
                year: 2025,
            }),
        ),
        (
            "refusal.not_a_rate",
            said!(ErrorKind::NotARate {
                expression: text("rank"),
            }),
        ),
    ]
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let figures: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
    let warning = Warning::Inexact { figures };
    let english = warning.to_string();
    assert!(english.ends_with(", 18, 19, and 9980 more"), "{english}");
    let vietnamese = warning.in_language(Language::Vietnamese);
    assert!(
        vietnamese.ends_with(", 19, và 9980 mục khác"),
        "{vietnamese}"
    );
}

#[test]
fn conversions() {
    let text = |text: &str| text.to_owned();
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"1 triệu USD"}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    let rates = tinh_totals::RateTable::read_csv(
        "date,from,to,rate,source\n2022-12-20,USD,VND,23646,SBV\n".as_bytes(),
    )
    .unwrap();
    let vnd = tinh_totals::tinh_figures::Currency::VND;
    let answer = Totals::of(&data)
        .measure("fdi.registered".parse().unwrap())
        .in_currency(vnd, &rates)
        .compute()
        .unwrap();
    let made: &Conversion = &answer.conversions()[0];
    assert_eq!(
        said!(made),
        [
            "a: USD sang VND theo tỷ giá 1 USD = 23646 VND ngày 2022-12-20, SBV",
            "a: USD to VND at 1 USD = 23646 VND of 2022-12-20, SBV",
        ]
    );
    let last = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table.lines().last().map(str::trim).map(text)
    };
    assert_eq!(
        last(Language::Vietnamese),
        Some(format!("= {}", made.in_language(Language::Vietnamese)))
    );
    assert_eq!(last(Language::English), Some(format!("= {made}")));
}

#[test]
fn groups_without_a_name_are_described() {
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"mission","id":"m","source":"s","place":"Hải Phòng","place_on":"2023-01-01","direction":"outbound","destinations":["Bỉ"],"count":"1 đoàn"}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    let answer = Totals::of(&data)
        .measure("missions".parse().unwrap())
        .events()
        .by(Key::Year)
        .compute()
        .unwrap();
    let first = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table
            .lines()
            .nth(2)
            .unwrap()
            .split("  ")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(first(Language::Vietnamese), "không rõ năm");
    assert_eq!(first(Language::English), "year unknown");
}

#[test]
fn coverage_is_said_in_the_language() {
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"a","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":70}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    let units = tinh_totals::tinh_gazetteer::Units::on("2025-07-01".parse().unwrap());
    let answer = Totals::of(&data)
        .measure("fdi.projects".parse().unwrap())
        .by(Key::Province)
        .restated_to(units)
        .compute()
        .unwrap();
    let first = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table.lines().nth(2).map(str::to_owned)
    };
    let row = |covered: &str| Some(format!("Vĩnh Long{covered}1"));
    assert_eq!(
        first(Language::Vietnamese),
        row("             70      1/3        ")
    );
    assert_eq!(first(Language::English), row("     70   1 of 3        "));
}
