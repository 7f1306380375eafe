//! The questions users ask of claims, answered and timed.
//!
//!     $ cargo bench -p tinh-benches --bench totals              # 20 thousand claims, as a test
//!     $ python3 benches/peers_questions.py                      # beside DuckDB and Polars
//!     $ cargo bench -p tinh-benches --bench totals -- 200000 DIR
//!
//! The last form writes the claims (`claims.csv`, `mergers.csv`) and the answers
//! (`answers.csv`) to a directory, so that others can answer the same, and
//! prints a line of JSON a measurement. Times are of one thread.

// A bench that cannot make its input stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tinh::gazetteer::Units;
use tinh::model::{Claim, Dataset};
use tinh::totals::{Answer, Key, Totals};
use tinh_benches::news::Seeded;

/// Code, whether there are stocks, whether there are flows.
const MEASURES: [(&str, bool, bool); 8] = [
    ("fdi.registered", true, true),
    ("fdi.implemented", false, true),
    ("fdi.projects", true, false),
    ("ddi.registered", true, true),
    ("ddi.implemented", false, true),
    ("oda.registered", true, true),
    ("exports", false, true),
    ("imports", false, true),
];
const PARTNERS: [&str; 10] = ["JP", "KR", "SG", "CN", "TW", "HK", "US", "DE", "FR", "TH"];
const PRODUCERS: [&str; 4] = ["FIA", "GSO", "Báo", "Sở"];
const EDITIONS: [&str; 3] = ["2025-02-01", "2025-08-01", "2026-02-01"];

/// Claims as JSON Lines and, for those that know no claims, as columns.
struct Claims {
    lines: String,
    columns: String,
}

fn claims(count: usize) -> Claims {
    let units: Vec<&str> = Units::on("2023-01-01".parse().expect("a date"))
        .iter()
        .map(|unit| unit.id().as_str())
        .collect();
    let mut lines = String::new();
    let mut columns = String::from(
        "place,measure,partner,currency,is_stock,first,last,producer,published,value\n",
    );
    for producer in PRODUCERS {
        for (at, published) in EDITIONS.iter().enumerate() {
            let _ = writeln!(
                lines,
                "{{\"type\":\"source\",\"id\":\"{producer}-{at}\",\"title\":\"{producer}\",\
                 \"publisher\":\"{producer}\",\"published\":\"{published}\"}}"
            );
        }
    }
    let mut random = Seeded::new(17);
    let mut below = |n: usize| usize::try_from(random.below(n as u64)).expect("a small number");
    for at in 0..count {
        let (measure, has_stocks, has_flows) = MEASURES[at % MEASURES.len()];
        let unit = units[below(units.len())];
        let partner = PARTNERS.get(below(2 * PARTNERS.len()));
        let is_stock = has_stocks && (!has_flows || below(2) == 0);
        let (year, quarter) = (2000 + below(25), below(4) + 1);
        let month = if is_stock { below(12) + 1 } else { quarter * 3 };
        let (producer, edition) = (PRODUCERS[below(4)], below(EDITIONS.len()));
        // One fact has one value, which one claim in eight has otherwise.
        let mut fact = Seeded::new(
            [at % MEASURES.len(), month, year, usize::from(is_stock)]
                .into_iter()
                .chain(unit.bytes().map(usize::from))
                .chain(partner.into_iter().flat_map(|p| p.bytes()).map(usize::from))
                .fold(0, |sum: u64, n| {
                    sum.wrapping_mul(1_000_003).wrapping_add(n as u64)
                }),
        );
        let mut value = fact.below(99_000) + 1;
        if below(8) == 0 {
            value += below(9) as u64 + 1;
        }
        let (figure, in_units, currency) = match measure {
            "fdi.projects" => (format!("{value} dự án"), value, ""),
            _ => (
                format!("{},{:02} triệu USD", value / 100, value % 100),
                value * 10_000,
                "USD",
            ),
        };
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28,
            _ => 31,
        };
        let (first, last) = match is_stock {
            true => (
                format!("{year}-{month:02}-20"),
                format!("{year}-{month:02}-20"),
            ),
            false => (format!("{year}-01-01"), format!("{year}-{month:02}-{last}")),
        };
        let time = match is_stock {
            true => format!("\"as_of\":\"{first}\""),
            false => format!("\"period\":\"{first}/{last}\""),
        };
        let of = partner.map_or_else(String::new, |p| format!(",\"partner\":\"{p}\""));
        let _ = writeln!(
            lines,
            "{{\"type\":\"observation\",\"id\":\"c{at:07}\",\"source\":\"{producer}-{edition}\",\
             \"place\":\"{unit}\",\"place_on\":\"2023-01-01\",{time},\
             \"measure\":\"{measure}\",\"figure\":\"{figure}\"{of}}}"
        );
        let _ = writeln!(
            columns,
            "{unit},{measure},{},{currency},{is_stock},{first},{last},{producer},{},{in_units}",
            partner.unwrap_or(&""),
            EDITIONS[edition],
        );
    }
    Claims { lines, columns }
}

/// The question of a name.
fn ask<'a>(data: &'a Dataset, name: &str) -> Answer<'a> {
    let of = |codes: &[&str]| {
        let measures = codes.iter().map(|code| code.parse().expect("a measure"));
        Totals::of(data)
            .measures(measures)
            .prefer(["FIA", "GSO"])
            .by(Key::Province)
    };
    let asked = match name {
        "stock" => of(&["fdi.registered"])
            .on("2022-12-31".parse().expect("a date"))
            .by(Key::Partner)
            .restated_to(Units::on("2025-07-01".parse().expect("a date"))),
        "flows" => of(&["exports"]).flows().by(Key::Year),
        "year" => of(&["exports"]).during("2022".parse().expect("a period")),
        _ => of(&MEASURES.map(|(code, ..)| code)).flows().by(Key::Year),
    };
    asked.compute().expect("an answer")
}

const QUESTIONS: [&str; 4] = ["stock", "flows", "year", "all"];

/// A row a line: the question, province, what else it is by, measure, value.
fn rows(name: &str, answer: &Answer<'_>) -> String {
    let mut text = String::new();
    for row in answer.rows() {
        let ids: Vec<String> = row.groups().iter().filter_map(|group| group.id()).collect();
        let value = row.value().nominal().expect("exact").normalize();
        let second = ids.get(1).map_or("", String::as_str);
        let _ = writeln!(text, "{name},{},{second},{},{value}", ids[0], row.measure());
    }
    text
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = run();
    (value, start.elapsed())
}

fn print(what: &str, claims: usize, time: Duration) {
    let micros = time.as_micros();
    let (ms, rest) = (micros / 1_000, micros % 1_000);
    println!("{{\"what\":\"{what}\",\"claims\":{claims},\"ms\":{ms}.{rest:03}}}");
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    let count = arguments
        .first()
        .map_or(20_000, |n| n.parse().expect("a number of claims"));
    let made = claims(count);
    let mut data = Dataset::new();
    let (read, time) = timed(|| data.read_jsonl(made.lines.as_bytes(), "claims"));
    read.expect("no reader fails here");
    assert_eq!(data.claims().len(), count, "{:?}", data.rejected().first());
    print("read", count, time);
    let mut answers = String::new();
    for name in QUESTIONS {
        // A claim more, and the index is made anew.
        let more = Claim::clone(&data.claims()[0]);
        let more = Claim::new(
            format!("~{name}"),
            more.source(),
            more.place(),
            *more.time(),
            more.statement().clone(),
        );
        data.add_claim(more.expect("a claim")).expect("a new id");
        let (first, time) = timed(|| ask(&data, name).rows().len());
        print(&format!("{name}/first"), count, time);
        let mut times: Vec<Duration> = (0..3)
            .map(|_| timed(|| assert_eq!(ask(&data, name).rows().len(), first)).1)
            .collect();
        times.sort_unstable();
        print(&format!("{name}/again"), count, times[1]);
        answers.push_str(&rows(name, &ask(&data, name)));
    }
    let Some(folder) = arguments.get(1).map(Path::new) else {
        return;
    };
    let mut mergers = String::from("old,new\n");
    for unit in Units::on("2023-01-01".parse().expect("a date")).iter() {
        let restated = unit.restated(Units::on("2025-07-01".parse().expect("a date")));
        if let Some(new) = restated.target() {
            let _ = writeln!(mergers, "{},{}", unit.id().as_str(), new.id().as_str());
        }
    }
    fs::write(folder.join("claims.csv"), made.columns).expect("a folder to write to");
    fs::write(folder.join("mergers.csv"), mergers).expect("a folder to write to");
    fs::write(folder.join("answers.csv"), answers).expect("a folder to write to");
}
