//! Missions, partnerships, agreements, trade, budgets, persons.

use tinh_totals::tinh_model::measures;
use tinh_totals::{Error, ErrorKind, ImpliedKind, Key, PartnerCountries, Totals, Warning, implied};

use super::*;

/// A quantity's implied value in units, to so many decimals.
fn implied_of(data: &Dataset, level: &str, rate: &str, decimals: u32) -> [String; 3] {
    let found = implied(&quantity(data, level), &quantity(data, rate)).unwrap();
    let show = |value: Option<Decimal>| {
        (value.unwrap() / Decimal::from(1_000_000))
            .round_dp(decimals)
            .normalize()
            .to_string()
    };
    [
        found.value.nominal(),
        found.value.lower(),
        found.value.upper(),
    ]
    .map(show)
}

#[test]
fn q12_missions_by_destination_and_year() {
    let data = data();
    let missions = PartnerCountries::of_missions(&data);
    // Two articles name five and six destinations: six in all, not eleven.
    assert_eq!(missions.countries_of("Hải Dương").len(), 6);
    // A caption of 2012 is of 2022, and stands twice for one mission.
    let of = |year: &str| PartnerCountries::of_missions_during(&data, year.parse().unwrap());
    assert_eq!(of("2012").countries_of("Vĩnh Long").len(), 0);
    assert_eq!(of("2022").countries_of("Vĩnh Long").len(), 1);
    let counted = Totals::of(&data)
        .measure(measures::MISSIONS)
        .events()
        .in_places(|place| place.name() == "Vĩnh Long")
        .by(Key::Year)
        .compute()
        .unwrap();
    let rows: Vec<String> = counted
        .rows()
        .iter()
        .map(|r| format!("{} {}", r.name(), r.value()))
        .collect();
    // More were sent than the one that is told.
    assert_eq!(rows, ["2022 ít nhất 1"]);
    assert_eq!(why_not(&counted, "004-002"), "the same fact as 004-001");
}

#[test]
fn q13_missions_counted() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(measures::MISSIONS)
        .events()
        .compute()
        .unwrap();
    assert_eq!(value(&answer).to_string(), "ít nhất 3");
    assert_eq!(why_not(&answer, "000-001"), "no number: \"nhiều đoàn\""); // neither 0 nor 100
    let received = Totals::of(&data)
        .measure(measures::DELEGATIONS_RECEIVED)
        .events()
        .compute()
        .unwrap();
    assert_eq!(
        why_not(&received, "002-016"),
        "no number: \"hàng trăm đoàn\""
    );
    assert!(received.rows().is_empty());
    warned(&received, |w| matches!(w, Warning::LeftOut { .. }));
}

#[test]
fn q14_visits_received() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(measures::VISITS)
        .during("2022".parse().unwrap())
        .compute()
        .unwrap();
    assert_eq!(value(&answer).to_string(), "40"); // not 64
    assert_eq!(why_not(&answer, "004-022"), "part of 004-021");
}

#[test]
fn q15_partnerships_in_force_by_country() {
    let data = data();
    let all = PartnerCountries::of_partner_localities(&data);
    let force = PartnerCountries::of_partnerships_in_force(&data);
    let codes = |countries: Vec<tinh_totals::tinh_gazetteer::Country>| {
        countries
            .iter()
            .map(|c| c.alpha2())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(codes(all.countries_of("Thanh Hóa")), "DE JP KR KW LA RU");
    assert_eq!(codes(force.countries_of("Thanh Hóa")), "DE KR KW LA"); // Tula and Niigata are sought
    let why: Vec<String> = force
        .uncounted()
        .iter()
        .filter(|u| u.claim == "001-006")
        .map(|u| u.why.to_string())
        .collect();
    assert_eq!(why, ["a relation only sought, or dormant"]);
    // 26 localities are not added to those named.
    let count = Totals::of(&data)
        .measure(measures::PARTNER_LOCALITIES)
        .compute()
        .unwrap();
    assert_eq!(count.rows().len(), 1);
    assert_eq!(value(&count).to_string(), "26");
    assert!(
        force
            .uncounted()
            .iter()
            .any(|u| u.why.to_string() == "26 địa phương in all, not split by country")
    );
}

#[test]
fn q16_agreements_by_kind() {
    let mut data = data();
    data.read_jsonl(
        r#"{"type":"agreement","id":"fta","source":"a4","line":1,"place":"Vĩnh Long","place_on":"2022-12-20","date":"2020","kind":"trade-agreement","state":"in-force","name":"EVFTA","count":1}"#.as_bytes(),
        "fta.jsonl",
    ).unwrap();
    let answer = Totals::of(&data)
        .measure(measures::AGREEMENTS)
        .events()
        .by(Key::Kind)
        .compute()
        .unwrap();
    let rows: Vec<String> = answer
        .rows()
        .iter()
        .map(|r| format!("{} {}", r.name(), r.value()))
        .collect();
    assert_eq!(rows, ["memorandum 2"]);
    assert_eq!(
        why_not(&answer, "fta"),
        "a free trade agreement is national, not of a province"
    );
    assert_eq!(why_not(&answer, "003-003"), "a plan, not a fact");
    assert_eq!(
        why_not(&answer, "000-013"),
        "no number: \"nhiều biên bản ghi nhớ\""
    );
}

#[test]
fn q17_growth_of_trade_from_levels() {
    let data = data();
    let of = |code: &str, year: &str| {
        Totals::of(&data)
            .measure(measure(code))
            .during(year.parse().unwrap())
            .compute()
            .unwrap()
    };
    let (x, m) = (of("exports", "2022"), of("imports", "2022"));
    let (x0, m0) = (of("exports", "2021"), of("imports", "2021"));
    let growth = |now: &Answer<'_>, before: &Answer<'_>| {
        now.growth_from(before).unwrap()[0]
            .value
            .clone()
            .unwrap()
            .nominal()
            .unwrap()
            .round_dp(2)
            .to_string()
    };
    assert_eq!(growth(&x, &x0), "37.91");
    assert_eq!(growth(&m, &m0), "29.69");
    // Turnover grows by its levels; the mean of the two rates is 33.8.
    let sum = |a: &Answer<'_>, b: &Answer<'_>| Interval::sum([value(a), value(b)]).unwrap();
    let turnover = sum(&x, &m).over(sum(&x0, &m0)).unwrap().nominal().unwrap();
    assert_eq!(
        ((turnover - Decimal::ONE) * Decimal::ONE_HUNDRED)
            .round_dp(2)
            .to_string(),
        "35.38"
    );
    // The balance is a difference of levels, and two growth rates add to nothing.
    assert_eq!(
        value(&x).minus(value(&m)).unwrap().to_string(),
        "461.000.000"
    );
    let rates = Totals::of(&data)
        .measures([measure("exports:growth"), measure("imports:growth")])
        .during("2022".parse().unwrap())
        .compute()
        .unwrap();
    assert!(rates.total().is_none());
    assert_eq!(
        rates.growth_from(&rates).unwrap_err().to_string(),
        "exports:growth is not an amount"
    );
    assert!(matches!(
        x.difference_from(&m).as_ref().map_err(Error::kind),
        Err(ErrorKind::OtherMeasure { .. })
    ));
}

#[test]
fn q18_the_level_a_growth_rate_implies() {
    let data = data();
    assert_eq!(
        implied_of(&data, "004-008", "004-009", 3),
        ["575.013", "574.629", "575.396"]
    );
    assert_eq!(
        implied_of(&data, "004-011", "004-012", 3),
        ["255.936", "255.541", "256.331"]
    );
    assert_eq!(
        implied_of(&data, "003-019", "003-020", 3),
        ["330.387", "330.206", "330.568"]
    );
    // Ten times is a ratio, not an increase of ten times: 777 tỷ, not 708.
    assert_eq!(
        implied_of(&data, "003-017", "003-018", 0),
        ["777353", "773512", "781232"]
    );
    // Product at unstated prices is refused: 34,205 mixes two price bases.
    let grdp = implied(&quantity(&data, "004-013"), &quantity(&data, "004-014"));
    assert_eq!(*grdp.unwrap_err().kind(), ErrorKind::PriceBasis);
}

#[test]
fn q19_the_plan_a_completion_rate_implies() {
    let data = data();
    let found = implied(&quantity(&data, "003-015"), &quantity(&data, "003-016")).unwrap();
    assert_eq!(found.kind, ImpliedKind::Plan); // no growth
    let billion = |v: Option<Decimal>| {
        (v.unwrap() / Decimal::from(1_000_000_000))
            .round_dp(1)
            .to_string()
    };
    assert_eq!(billion(found.value.nominal()), "17648.2");
    assert_eq!(billion(found.value.lower()), "17636.4");
    assert_eq!(billion(found.value.upper()), "17659.9");
    let growth = Totals::of(&data)
        .measure(measure("budget-revenue:growth"))
        .flows()
        .compute()
        .unwrap();
    assert!(growth.rows().is_empty());
}

#[test]
fn q32_persons_by_province() {
    let data = data();
    let of = |code: &str| {
        Totals::of(&data)
            .measure(measure(code))
            .flows()
            .by(Key::Province)
            .compute()
            .unwrap()
    };
    let workers = of("foreign-enterprise-workers");
    assert_eq!(
        workers.row("Hải Phòng").unwrap().value().to_string(),
        "khoảng 230.000"
    );
    warned(&workers, |w| matches!(w, Warning::Inexact { .. }));
    // The whole it implies: about 508 thousand, never 507,726.
    let whole = implied(&quantity(&data, "002-028"), &quantity(&data, "002-029")).unwrap();
    assert_eq!(whole.kind, ImpliedKind::Whole);
    assert!(!whole.value.is_exact());
    assert_eq!(whole.value.to_significant(3).to_string(), "khoảng 508.000");
    let diaspora = Totals::of(&data)
        .measure(measure("diaspora-persons"))
        .by(Key::Province)
        .compute()
        .unwrap();
    assert_eq!(
        diaspora.row("Hải Dương").unwrap().value().to_string(),
        "khoảng 40.000"
    );
}
