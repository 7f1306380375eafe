//! A name looked up, and the names of a page found, beside plain floors.
//!
//!     $ cargo bench --bench gazetteer
//!
//! The floor of a lookup is a `HashMap` asked for a name that somebody already
//! normalised; the floor of a page is `aho-corasick` over the spellings of the
//! same tables. Both do less: no prefix, no marks or case to undo, no date, no
//! look at the words around a name, no word boundary.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::collections::{BTreeSet, HashMap};
use std::hint::black_box;
use std::path::Path;

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tinh::gazetteer::{Country, Finder, UnitId, Units, date, find_iter};

/// The page thirty times over: the length of a long report.
fn report() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/page.txt");
    std::fs::read_to_string(path).expect("the page").repeat(30)
}

/// Names and the spellings that may stand in running text, from the tables.
fn spellings() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/tinh-gazetteer/data");
    for (file, column) in [
        ("attributes.tsv", "value"),
        ("unit_names.tsv", "name"),
        ("localities.tsv", "name"),
        ("countries.tsv", "name"),
        ("countries.tsv", "short_name"),
        ("country_names.tsv", "name"),
        ("organisations.tsv", "name"),
        ("organisations.tsv", "acronym"),
        ("organisation_names.tsv", "name"),
    ] {
        let text = std::fs::read_to_string(data.join(file)).expect("a table");
        let rows = text.lines().filter(|line| !line.starts_with('#'));
        let mut lines = rows.map(|l| l.split('\t').collect::<Vec<_>>());
        let head = lines.next().expect("a header");
        let at = head.iter().position(|h| *h == column).expect("the column");
        // What a table says of a row, and what of it is read in running text.
        let said = |column: &str| head.iter().position(|h| *h == column);
        let read = [
            (said("use"), ["text", "context"]),
            (said("attribute"), ["name", "name"]),
            (said("alone"), ["yes", "yes"]),
        ];
        for row in lines {
            let kept = read
                .iter()
                .all(|(at, words)| at.is_none_or(|at| words.contains(&row[at])));
            if kept && !row[at].is_empty() {
                all.insert(row[at].to_owned());
            }
        }
    }
    all
}

fn lookup(c: &mut Criterion) {
    let units = Units::on(date(2023, 12, 20).expect("a day"));
    let names: Vec<&str> = units.iter().map(|u| u.name()).collect();
    let messy: Vec<String> = names
        .iter()
        .map(|n| format!("UBND tỉnh {}", n.to_uppercase()))
        .collect();
    let floor: HashMap<String, UnitId> = units
        .iter()
        .map(|u| (u.name().to_lowercase(), u.id()))
        .collect();
    let normalised: Vec<String> = names.iter().map(|n| n.to_lowercase()).collect();
    for ((name, messy), normalised) in names.iter().zip(&messy).zip(&normalised) {
        let id = units.by_name(name).expect("a unit").id();
        assert_eq!(units.by_name(messy).expect("a unit").id(), id);
        assert_eq!(floor.get(normalised), Some(&id));
    }
    let countries: Vec<&str> = Country::all().map(Country::name).collect();

    let mut group = c.benchmark_group("lookup/63-names");
    group.throughput(Throughput::Elements(63));
    group.bench_function("ours", |b| {
        b.iter(|| {
            names
                .iter()
                .filter(|n| units.by_name(black_box(n)).is_ok())
                .count()
        });
    });
    group.bench_function("ours-with-prefix-and-capitals", |b| {
        b.iter(|| {
            messy
                .iter()
                .filter(|n| units.by_name(black_box(n)).is_ok())
                .count()
        });
    });
    group.bench_function("hashmap-of-normalised", |b| {
        b.iter(|| {
            normalised
                .iter()
                .filter(|n| floor.contains_key(black_box(n.as_str())))
                .count()
        });
    });
    group.finish();

    let mut group = c.benchmark_group("lookup/255-countries");
    group.throughput(Throughput::Elements(255));
    group.bench_function("ours", |b| {
        b.iter(|| {
            countries
                .iter()
                .filter(|n| Country::by_name(black_box(n)).is_ok())
                .count()
        });
    });
    group.finish();
}

fn find(c: &mut Criterion) {
    let text = report();
    let patterns: Vec<String> = spellings().into_iter().collect();
    let floor = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&patterns)
        .expect("an automaton");
    // The floor also sees the currencies, the ocean and parts of words.
    assert_eq!(find_iter(&text).count(), 29 * 30);
    assert!(floor.find_iter(&text).count() > find_iter(&text).count());

    let mut group = c.benchmark_group("find/report");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("ours", |b| b.iter(|| find_iter(black_box(&text)).count()));
    group.bench_function("ours-on-a-date", |b| {
        let finder = Finder::on(date(2023, 4, 17).expect("a day"));
        b.iter(|| finder.find_iter(black_box(&text)).count());
    });
    group.bench_function("aho-corasick", |b| {
        b.iter(|| floor.find_iter(black_box(&text)).count())
    });
    group.finish();
}

fn history(c: &mut Criterion) {
    let then = Units::on(date(2023, 12, 20).expect("a day"));
    let now = Units::on(date(2026, 11, 23).expect("a day"));
    assert_eq!(
        then.iter()
            .filter(|u| u.restated(now).target().is_some())
            .count(),
        63
    );
    let mut group = c.benchmark_group("restate/63-units");
    group.throughput(Throughput::Elements(63));
    group.bench_function("ours", |b| {
        b.iter(|| {
            then.iter()
                .filter(|u| black_box(u).restated(now).target().is_some())
                .count()
        });
    });
    group.finish();
}

criterion_group!(benches, lookup, find, history);
criterion_main!(benches);
