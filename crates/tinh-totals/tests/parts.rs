//! What lies within another figure, by partner, sector, measure or period: counted
//! once, and held against its whole.

use tinh_totals::tinh_model::{Dataset, Measure};
use tinh_totals::{Answer, Key, Otherwise, Totals, Warning};

/// Claims of Hưng Yên, each a measure, a figure and further fields.
fn data(claims: &[[&str; 3]]) -> Dataset {
    let mut lines =
        r#"{"type":"source","id":"s","title":"T","publisher":"Sở","published":"2024-03-10"}"#
            .to_owned();
    for (at, [measure, figure, more]) in claims.iter().enumerate() {
        let of = match *measure {
            "missions" => format!(
                r#""type":"mission","direction":"outbound","state":"done","count":"{figure}""#
            ),
            _ => format!(r#""type":"observation","measure":"{measure}","figure":"{figure}""#),
        };
        let is_dated = ["date", "period", "as_of"]
            .iter()
            .any(|time| more.contains(time));
        let time = match is_dated {
            true => "",
            false => r#","period":"2023""#,
        };
        lines += &format!(
            "\n{{\"id\":\"{at}\",\"source\":\"s\",\"place\":\"Hưng Yên\"{time},{of}{more}}}"
        );
    }
    let mut data = Dataset::new();
    data.read_jsonl(lines.as_bytes(), "parts").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

fn ask<'a>(data: &'a Dataset, measures: &[&str], by: Option<Key>) -> Answer<'a> {
    let measures: Vec<Measure> = measures.iter().map(|code| code.parse().unwrap()).collect();
    let question = Totals::of(data)
        .measures(measures)
        .during("2023".parse().unwrap());
    by.into_iter().fold(question, Totals::by).compute().unwrap()
}

fn total(answer: &Answer<'_>) -> String {
    let totals = answer.totals().iter().map(|row| row.value().to_string());
    totals.collect::<Vec<_>>().join("; ")
}

fn exceeds(answer: &Answer<'_>) -> bool {
    let mut kinds = answer.warnings().iter().map(Warning::kind);
    kinds.any(|kind| kind == "parts_exceed_whole")
}

const CANON: &str = r#","partner":{"company":"Canon","country":"JP"}"#;
const JAPAN: &str = r#","partner":"Nhật Bản""#;
const MADE: &str = r#","sector":"công nghiệp chế biến, chế tạo""#;
const MINED: &str = r#","sector":"khai khoáng""#;
const INDUSTRY: &str = r#","sector":"công nghiệp""#;
const SERVICES: &str = r#","sector":"dịch vụ""#;
const MADE_OF_JAPAN: &str = r#","partner":"JP","sector":"C""#;

#[test]
fn what_lies_within_another_is_counted_once_and_held_against_it() {
    let exports = |figure, more| ["exports", figure, more];
    for (by, claims, expected, exceeding) in [
        // A branch is part of its sector; two sectors are not of each other.
        (
            Key::Sector,
            vec![
                exports("1 tỷ USD", MADE),
                exports("1,4 tỷ USD", INDUSTRY),
                exports("2 tỷ USD", SERVICES),
            ],
            "3.400.000.000",
            false,
        ),
        (
            Key::Sector,
            vec![exports("1 tỷ USD", MADE), exports("0,3 tỷ USD", MINED)],
            "1.300.000.000",
            false,
        ),
        (
            Key::Sector,
            vec![
                exports("1 tỷ USD", r#","sector":"dệt may""#),
                exports("1,4 tỷ USD", INDUSTRY),
            ],
            "2.400.000.000",
            false,
        ),
        (
            Key::Sector,
            vec![
                exports("1,0 tỷ USD", MADE),
                exports("1,4 tỷ USD", MINED),
                exports("1,4 tỷ USD", INDUSTRY),
            ],
            "1.400.000.000",
            true,
        ),
        (
            Key::Sector,
            vec![
                exports("1,0 tỷ USD", MADE),
                exports("0,4 tỷ USD", MINED),
                exports("1,4 tỷ USD", INDUSTRY),
            ],
            "1.400.000.000",
            false,
        ),
        // A company is part of its country, whatever was rounded.
        (
            Key::Partner,
            vec![exports("1 tỷ USD", CANON), exports("2 tỷ USD", JAPAN)],
            "2.000.000.000",
            false,
        ),
        (
            Key::Partner,
            vec![exports("5 tỷ USD", CANON), exports("2 tỷ USD", JAPAN)],
            "2.000.000.000",
            true,
        ),
        (
            Key::Partner,
            vec![exports("2 tỷ USD", CANON), exports("1,8 tỷ USD", JAPAN)],
            "1.800.000.000",
            false,
        ),
        // A country is part of its bloc at the time, and its company of either.
        (
            Key::Partner,
            vec![
                exports("3 tỷ USD", r#","partner":{"bloc":"EU"}"#),
                exports("1 tỷ USD", r#","partner":"DE""#),
                exports(
                    "1 tỷ USD",
                    r#","partner":{"company":"Bosch","country":"DE"}"#,
                ),
                exports("2 tỷ USD", r#","partner":"GB""#),
            ],
            "5.000.000.000",
            false,
        ),
        (
            Key::Partner,
            vec![
                exports("3 tỷ USD", r#","partner":{"bloc":"EU"}"#),
                exports("2 tỷ USD", r#","partner":"DE""#),
                exports("2 tỷ USD", r#","partner":"FR""#),
            ],
            "3.000.000.000",
            false,
        ),
        (
            Key::Partner,
            vec![
                exports("3 tỷ USD", r#","partner":{"bloc":"EU"}"#),
                exports("2,0 tỷ USD", r#","partner":"DE""#),
                exports("2,0 tỷ USD", r#","partner":"FR""#),
            ],
            "3.000.000.000",
            true,
        ),
        // A cell of two dimensions is part of either.
        (
            Key::Partner,
            vec![
                exports("1 tỷ USD", MADE_OF_JAPAN),
                exports("2 tỷ USD", JAPAN),
            ],
            "2.000.000.000",
            false,
        ),
        (
            Key::Partner,
            vec![
                exports("5 tỷ USD", MADE_OF_JAPAN),
                exports("2 tỷ USD", JAPAN),
            ],
            "2.000.000.000",
            true,
        ),
        (
            Key::Sector,
            vec![
                exports("5 tỷ USD", MADE_OF_JAPAN),
                exports("2 tỷ USD", MADE),
            ],
            "2.000.000.000",
            true,
        ),
        (
            Key::Partner,
            vec![
                exports("1,0 tỷ USD", MADE_OF_JAPAN),
                exports("1,4 tỷ USD", r#","partner":"JP","sector":"công nghiệp""#),
                exports("2 tỷ USD", JAPAN),
            ],
            "2.000.000.000",
            false,
        ),
        (
            Key::Partner,
            vec![
                exports(
                    "5 tỷ USD",
                    r#","partner":"JP","sector":"C","period":"2022""#,
                ),
                exports("2 tỷ USD", JAPAN),
            ],
            "2.000.000.000",
            false,
        ),
    ] {
        let data = data(&claims);
        let answer = ask(&data, &["exports"], Some(by));
        assert_eq!(total(&answer), expected, "{claims:?}");
        assert_eq!(exceeds(&answer), exceeding, "{claims:?}");
    }
}

#[test]
fn measures_asked_side_by_side_are_held_against_the_one_that_contains_them() {
    for (claims, expected) in [
        (
            vec![
                ["exports", "3 tỷ USD", ""],
                ["imports", "1,5 tỷ USD", ""],
                ["trade", "2 tỷ USD", ""],
            ],
            true,
        ),
        (
            vec![
                ["exports", "1 tỷ USD", ""],
                ["imports", "1,5 tỷ USD", ""],
                ["trade", "2,5 tỷ USD", ""],
            ],
            false,
        ),
        (
            vec![
                ["exports", "3 tỷ USD", r#","period":"2023-Q1""#],
                ["trade", "2 tỷ USD", ""],
            ],
            false,
        ),
        (
            vec![
                ["exports", "3 tỷ USD", ""],
                ["trade", "50 nghìn tỷ đồng", ""],
            ],
            false,
        ),
    ] {
        let data = data(&claims);
        let answer = ask(&data, &["exports", "imports", "trade"], None);
        assert_eq!(exceeds(&answer), expected, "{claims:?}");
    }
}

#[test]
fn the_events_known_are_part_of_their_number_or_the_least_there_were() {
    let on = |day: u32| format!(r#","date":"2023-04-{day:02}","destinations":["Lào"]"#);
    let days: Vec<String> = (1..=3).map(on).collect();
    let three: Vec<_> = days.iter().map(|day| ["missions", "1 đoàn", day]).collect();
    for (number, expected, exceeding) in [
        ("5 đoàn", "5", false),
        ("3 đoàn", "3", false),
        ("2 đoàn", "2", true),
        ("nhiều đoàn", "ít nhất 3", false),
    ] {
        let mut claims = three.clone();
        claims.push(["missions", number, ""]);
        let data = data(&claims);
        let answer = ask(&data, &["missions"], None);
        assert_eq!(total(&answer), expected);
        assert_eq!(exceeds(&answer), exceeding, "{number}");
    }
    // Many in another year say nothing of this one.
    let mut claims = three;
    claims.push(["missions", "nhiều đoàn", r#","period":"2022""#]);
    assert_eq!(total(&ask(&data(&claims), &["missions"], None)), "3");
}

#[test]
fn what_there_is_instead_is_said() {
    for (more, by, expected) in [
        (JAPAN, None, Some(Otherwise::Breakdown)),
        (
            r#","scope":"qua cửa khẩu""#,
            None,
            Some(Otherwise::NamedPart),
        ),
        (r#","realm":"target""#, None, Some(Otherwise::NotActual)),
        ("", Some(Key::Partner), Some(Otherwise::Whole)),
        (r#","partner":"JP","period":"2022""#, None, None),
        ("", None, None),
    ] {
        let data = data(&[["exports", "1 tỷ USD", more]]);
        let answer = ask(&data, &["exports"], by);
        let found = answer.warnings().iter().find_map(|warning| match warning {
            Warning::OnlyOtherwise { found, count: 1 } => Some(*found),
            _ => None,
        });
        assert_eq!(found, expected, "{more}");
    }
}

#[test]
fn counts_no_place_can_have_are_left_out() {
    for (measure, absurd, possible) in [
        ("population", "900 triệu người", "14 triệu người"),
        ("industrial-parks", "90 nghìn khu", "90 khu"),
        ("agreements", "4 triệu thỏa thuận", "400 thỏa thuận"),
        ("investor-countries", "1.400 nước", "140 nước"),
        ("tourists", "4 tỷ lượt khách", "29 triệu lượt khách"),
    ] {
        for (figure, expected) in [(absurd, true), (possible, false)] {
            let more = match measure {
                "tourists" => r#","period":"2023""#,
                _ => r#","as_of":"2023-12-31""#,
            };
            let data = data(&[[measure, figure, more]]);
            let measure: Measure = measure.parse().unwrap();
            let asked = Totals::of(&data).measure(measure);
            let answer = if more.contains("period") {
                asked.flows()
            } else {
                asked
            };
            let answer = answer.compute().unwrap();
            let mut kinds = answer.warnings().iter().map(Warning::kind);
            assert_eq!(
                kinds.any(|kind| kind == "implausible"),
                expected,
                "{figure}"
            );
        }
    }
}
