//! A law for each kind of wrong total: what is added never changes it upwards.

use proptest::prelude::*;
use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_model::Dataset;
use tinh_totals::{Answer, Key, Totals};

const PLACES: [&str; 3] = ["Hải Phòng", "Hải Dương", "Vĩnh Long"];
const PARTNERS: [[&str; 2]; 3] = [["Nhật Bản", "JP"], ["Hàn Quốc", "KR"], ["Lào", "LA"]];
const LEADERS: [[&str; 2]; 3] = [
    ["Đỗ Trọng Hưng", "ông Đỗ Trọng Hưng"],
    ["Lê Tiến Châu", "đồng chí LÊ TIẾN CHÂU"],
    ["Lữ Quang Ngời", "Lu Quang Ngoi"],
];

fn data(lines: &[String]) -> Dataset {
    let mut data = Dataset::new();
    let mut text = String::from(
        r#"{"type":"source","id":"s","title":"T","publisher":"Sở","published":"2024-06-30"}
{"type":"source","id":"p","title":"T","publisher":"Báo","published":"2024-06-30"}
"#,
    );
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    data.read_jsonl(text.as_bytes(), "law").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

fn ask<'a>(data: &'a Dataset, measure: &str) -> Totals<'a> {
    Totals::of(data).measure(measure.parse().unwrap())
}

fn total(answer: &Answer<'_>) -> Option<Decimal> {
    answer.total().and_then(|row| row.value().nominal())
}

/// A mission: place, day of 2023, partner and leader by number; told in the
/// first wording or the second.
type Mission = (usize, u32, usize, usize);

fn mission(id: &str, (place, day, partner, leader): Mission, wording: usize) -> String {
    let (month, day) = (day / 28 + 1, day % 28 + 1);
    let source = ["s", "p"][wording];
    format!(
        r#"{{"type":"mission","id":"{id}","source":"{source}","place":"{}","date":"2023-{month:02}-{day:02}","direction":"outbound","destinations":["{}"],"leader":"{}","count":1,"state":"done"}}"#,
        PLACES[place], PARTNERS[partner][wording], LEADERS[leader][wording],
    )
}

fn missions() -> impl Strategy<Value = Vec<Mission>> {
    let mission = (
        0..PLACES.len(),
        0..336_u32,
        0..PARTNERS.len(),
        0..LEADERS.len(),
    );
    prop::collection::btree_set(mission, 1..8).prop_map(|set| set.into_iter().collect())
}

fn observed(id: &str, place: &str, time: &str, figure: &str, more: &str) -> String {
    let field = if time.len() == 10 { "as_of" } else { "period" };
    format!(
        r#"{{"type":"observation","id":"{id}","source":"s","place":"{place}","{field}":"{time}","measure":"fdi.registered","figure":"{figure}"{more}}}"#
    )
}

/// Stocks of the three places, in millions.
fn stocks() -> impl Strategy<Value = [u32; 3]> {
    [1..100_000_u32, 1..100_000, 1..100_000]
}

fn lines(stocks: [u32; 3]) -> Vec<String> {
    let stock = |(at, value): (usize, u32)| {
        observed(
            &at.to_string(),
            PLACES[at],
            "2023-12-20",
            &format!("{value} triệu USD"),
            "",
        )
    };
    stocks.into_iter().enumerate().map(stock).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A mission told again in other words is one mission.
    #[test]
    fn telling_again_adds_nothing(missions in missions(), again in prop::collection::vec(any::<prop::sample::Index>(), 0..5)) {
        let mut told: Vec<String> = missions.iter().enumerate().map(|(at, m)| mission(&format!("a{at}"), *m, 0)).collect();
        let once = data(&told);
        told.extend(again.iter().enumerate().map(|(at, index)| mission(&format!("b{at}"), *index.get(&missions), 1)));
        let twice = data(&told);
        for (first, second) in [
            (ask(&once, "missions").events(), ask(&twice, "missions").events()),
            (ask(&once, "missions").during("2023".parse()?), ask(&twice, "missions").during("2023".parse()?)),
        ] {
            prop_assert_eq!(total(&first.compute()?), total(&second.compute()?));
        }
    }

    /// The number of missions of a year has its missions in it.
    #[test]
    fn an_event_of_a_counted_period_adds_nothing(missions in missions(), count in 1..40_u32) {
        let number = format!(r#"{{"type":"mission","id":"n","source":"s","place":"{}","period":"2023","direction":"outbound","count":"{count} đoàn","state":"done"}}"#, PLACES[0]);
        let mut told: Vec<String> = missions.iter().enumerate().map(|(at, m)| mission(&format!("a{at}"), *m, 0)).collect();
        told.push(number);
        let data = data(&told);
        let answer = ask(&data, "missions").events().by(Key::Province).compute()?;
        let own = answer.row(PLACES[0]).and_then(|row| row.value().nominal());
        prop_assert_eq!(own, Some(Decimal::from(count)));
    }

    /// A branch of a sector, a company of a country and a cell of both add nothing
    /// to what contains them; more than that is said.
    #[test]
    fn what_lies_within_adds_nothing(stocks in stocks(), at in 0..3_usize, of in [1..100_000_u32, 1..100_000]) {
        let of_whom = [r#","partner":"JP""#, r#","sector":"công nghiệp""#];
        let within = [r#","partner":{"company":"Canon","country":"JP"}"#, r#","sector":"khai khoáng""#];
        for (key, (whole, part)) in [Key::Partner, Key::Sector].into_iter().zip(of_whom.into_iter().zip(within)) {
            let wholes: Vec<String> = stocks.iter().zip(0..).zip(PLACES).map(|((value, id), place): ((_, usize), _)| {
                observed(&id.to_string(), place, "2023-12-20", &format!("{value} triệu USD"), whole)
            }).collect();
            let mut all = wholes.clone();
            let further = |id: &str, value: u32, more: &str| observed(id, PLACES[at], "2023-12-20", &format!("{value} triệu USD"), more);
            all.push(further("x", of[0], part));
            all.push(further("y", of[1], r#","partner":"JP","sector":"công nghiệp""#));
            let (before, after) = (data(&wholes), data(&all));
            let (before, after) = [&before, &after].map(|data| ask(data, "fdi.registered").by(key).compute()).into();
            let (before, after) = (before?, after?);
            prop_assert_eq!(total(&before), total(&after));
            let exceeds = after.warnings().iter().any(|warning| warning.kind() == "parts_exceed_whole");
            // Rounding takes half of the last digit on either side.
            prop_assert_eq!(exceeds, of.iter().any(|part| *part > stocks[at] + 1));
        }
    }

    /// Repeats, parts, wider bounds, absurd amounts and relations that lead
    /// nowhere leave the total as it is.
    #[test]
    fn what_adds_nothing_adds_nothing(stocks in stocks(), at in 0..3_usize, less in 1..1_000_u32) {
        let before = data(&lines(stocks));
        let before = ask(&before, "fdi.registered").compute()?;
        let (id, place, own) = (at.to_string(), PLACES[at], stocks[at]);
        let more = |figure: &str, relation: &str| {
            let relation = relation.replace("ID", &id);
            observed("z", place, "2023-12-20", figure, &relation)
        };
        for further in [
            more(&format!("{own} triệu USD"), r#","same_as":"ID""#),
            more(&format!("{own} triệu USD"), r#","same_as":"nowhere""#),
            more(&format!("{less} triệu USD"), r#","part_of":"ID""#),
            more(&format!("trên {} triệu USD", own.saturating_sub(less)), ""),
            more(&format!("dưới {} triệu USD", own + less), ""),
            more(&format!("khoảng {own} triệu USD"), ""),
            more(&format!("{less}000000 tỷ USD"), ""),
            more(&format!("{own} triệu USD"), r#","scope":"toàn tỉnh""#),
            more(&format!("{less} triệu USD"), r#","scope":"khu công nghiệp""#),
            more(&format!("{less} triệu USD"), r#","partner":"Nhật Bản""#),
            more(&format!("{less} triệu USD"), r#","sector":"công nghiệp""#),
        ] {
            let mut all = lines(stocks);
            all.push(further.clone());
            let after = data(&all);
            let after = ask(&after, "fdi.registered").compute()?;
            prop_assert_eq!(total(&before), total(&after), "{}", further);
        }
    }

    /// What contradicts, or is in a ring, never makes a total larger.
    #[test]
    fn a_contradiction_never_adds(stocks in stocks(), at in 0..3_usize, other in 1..100_000_u32) {
        let before = data(&lines(stocks));
        let before = total(&ask(&before, "fdi.registered").compute()?);
        for relation in ["", r#","same_as":"ID""#, r#","conflicts_with":"ID""#] {
            let mut all = lines(stocks);
            all.push(observed("z", PLACES[at], "2023-12-20", &format!("{other} triệu USD"), &relation.replace("ID", &at.to_string())));
            let after = data(&all);
            let after = total(&ask(&after, "fdi.registered").compute()?);
            let most = before.map(|sum| sum + Decimal::from(other.saturating_sub(stocks[at])) * Decimal::from(1_000_000));
            prop_assert!(after <= most.max(before), "{:?} {:?}", before, after);
        }
    }

    /// Projects that are not licensed never make registered capital larger.
    #[test]
    fn what_is_not_licensed_adds_nothing(amount in 1..9_000_u32, state in prop::sample::select(vec!["surveyed", "under-memorandum", "approved-in-principle", "terminated"])) {
        let project = |id: &str, state: &str, amount: u32| {
            format!(r#"{{"type":"investment_project","id":"{id}","source":"s","place":"Hải Phòng","date":"2023-05","name":"dự án {id}","investors":[{{"partner":{{"company":"{id}","country":"KR"}}}}],"state":"{state}","amounts":[{{"figure":"{amount} triệu USD","basis":"registered-new"}}]}}"#)
        };
        let data = data(&[project("x", "licensed", 5), project("y", state, amount)]);
        let answer = ask(&data, "fdi.registered-new").of_projects().compute()?;
        prop_assert_eq!(total(&answer), Some(Decimal::from(5_000_000)));
    }

    /// A period is covered, or the answer says what part of it is.
    #[test]
    fn a_period_is_covered_or_said_not_to_be(months in prop::collection::btree_set(1..=12_u32, 1..=12)) {
        let lines: Vec<String> = months
            .iter()
            .map(|month| observed(&month.to_string(), "Hải Phòng", &format!("2023-{month:02}"), "1 triệu USD", ""))
            .collect();
        let data = data(&lines);
        let answer = ask(&data, "fdi.registered").during("2023".parse()?).compute()?;
        let said = answer.warnings().iter().any(|warning| warning.kind() == "partial_period");
        prop_assert_eq!(said, months.len() < 12);
        prop_assert_eq!(total(&answer), Some(Decimal::from(months.len() * 1_000_000)));
    }

    /// Growth is told exactly where both sides cover the same days of a year.
    #[test]
    fn growth_needs_the_same_span(first in 1..=4_u32, second in 1..=4_u32) {
        let exports = |id: &str, time: String| observed(id, "Hải Phòng", &time, "1 triệu USD", "");
        let data = data(&[exports("a", format!("2022-Q{first}")), exports("b", format!("2023-Q{second}"))]);
        let of = |year: &str| ask(&data, "fdi.registered").during(year.parse().unwrap()).compute();
        let growth = of("2023")?.growth_from(&of("2022")?)?;
        prop_assert_eq!(growth[0].value.is_ok(), first == second);
    }

    /// Shares of a printed whole and the rest of it are all of it.
    #[test]
    fn shares_and_the_rest_are_all(parts in [1..1_000_u32, 1..1_000], rest in 1..1_000_u32) {
        let of = |id: &str, value: u32, more: &str| {
            observed(id, "cả nước", "2023-12-31", &format!("{value} triệu USD"), more)
        };
        let [a, b] = parts;
        let data = data(&[
            of("a", a, r#","partner":"Nhật Bản""#),
            of("b", b, r#","partner":"Hàn Quốc""#),
            of("w", a + b + rest, ""),
        ]);
        let answer = ask(&data, "fdi.registered").national().by(Key::Partner).compute()?;
        let shares = answer.shares()?;
        let all: Decimal = shares.iter().filter_map(|share| share.value.as_ref().ok()?.nominal()).sum();
        prop_assert_eq!(shares.len(), 3);
        prop_assert!((all - Decimal::ONE_HUNDRED).abs() < Decimal::new(1, 6), "{}", all);
    }

    /// Parts that exceed their whole are always said to.
    #[test]
    fn parts_beyond_their_whole_are_named(parts in [1..1_000_u32, 1..1_000], whole in 1..2_500_u32) {
        let of = |id: &str, value: u32, more: &str| {
            observed(id, "Hải Phòng", "2023-12-31", &format!("{value},00 triệu USD"), more)
        };
        let [a, b] = parts;
        let data = data(&[
            of("a", a, r#","sector":"công nghiệp""#),
            of("b", b, r#","sector":"dịch vụ""#),
            of("w", whole, ""),
        ]);
        let answer = ask(&data, "fdi.registered").by(Key::Sector).compute()?;
        let said = answer.warnings().iter().any(|warning| warning.kind() == "parts_exceed_whole");
        prop_assert_eq!(said, a + b > whole);
    }
}
