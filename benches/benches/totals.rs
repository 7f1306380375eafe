//! Ten million observations added up by province, kind and currency, exactly.
//!
//!     $ cargo bench -p tinh-benches --bench totals
//!     $ TINH_BENCH_ROWS=100000 cargo bench -p tinh-benches --bench totals
//!
//! `hash-map` is what people write: a `HashMap` and `rust_decimal`. `floor` is
//! the least that can be done: one array of checked 128-bit sums, the group
//! worked out in the same loop, no labels, no counts, no table. `ours` also
//! counts the rows of each group; `ours-bounds` adds a lower and an upper
//! bound to every row. All of them give the same sums, which is asserted.

// A bench that cannot make its input stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../support/rows.rs"]
mod support;

use std::collections::{BTreeMap, HashMap};
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rust_decimal::Decimal;
use support::{CURRENCIES, CURRENCY_NAMES, KIND_NAMES, KINDS, PROVINCES, Rows, rows};
use tinh::model::Dataset;
use tinh::totals::columns::{Columns, Sums, Threads};
use tinh::totals::{Key, Totals};

type Group = (u8, u8, u8);

fn hash_map(keys: &[Group], amounts: &[Decimal]) -> HashMap<Group, Decimal> {
    let mut sums: HashMap<Group, Decimal> = HashMap::new();
    for (key, amount) in keys.iter().zip(amounts) {
        *sums.entry(*key).or_default() += amount;
    }
    sums
}

const GROUPS: usize = PROVINCES as usize * KINDS as usize * CURRENCIES as usize;

fn number(province: u8, kind: u8, currency: u8) -> usize {
    (usize::from(province) * usize::from(KINDS) + usize::from(kind)) * usize::from(CURRENCIES)
        + usize::from(currency)
}

fn floor(rows: &Rows) -> Vec<i128> {
    let mut sums = vec![0_i128; GROUPS];
    let keys = rows.province.iter().zip(&rows.kind).zip(&rows.currency);
    for (((province, kind), currency), amount) in keys.zip(&rows.amount) {
        let sum = &mut sums[number(*province, *kind, *currency)];
        *sum = sum
            .checked_add(i128::from(*amount))
            .expect("within 128 bits");
    }
    sums
}

fn columns(rows: &Rows) -> Columns {
    let wide = |codes: &[u8]| codes.iter().map(|c| u16::from(*c)).collect();
    let names = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
    let provinces = (0..PROVINCES).map(|p| format!("{p:02}")).collect();
    Columns::from_parts(
        vec![
            ("province".to_owned(), provinces, wide(&rows.province)),
            ("kind".to_owned(), names(&KIND_NAMES), wide(&rows.kind)),
            (
                "currency".to_owned(),
                names(&CURRENCY_NAMES),
                wide(&rows.currency),
            ),
        ],
        rows.amount.clone(),
        2,
    )
    .expect("columns of one length")
}

/// The sums of each contestant in one form.
fn of_sums(sums: &Sums) -> BTreeMap<Group, i128> {
    let find = |names: &[&str], name: &str| {
        u8::try_from(names.iter().position(|n| *n == name).expect("a known name"))
            .expect("few names")
    };
    sums.iter()
        .map(|group| {
            let [province, kind, currency] = group.labels() else {
                panic!("three keys")
            };
            let key = (
                province.parse().expect("a number"),
                find(&KIND_NAMES, kind),
                find(&CURRENCY_NAMES, currency),
            );
            (key, group.total().units())
        })
        .collect()
}

fn of_floor(sums: &[i128]) -> BTreeMap<Group, i128> {
    let mut found = BTreeMap::new();
    for province in 0..PROVINCES {
        for kind in 0..KINDS {
            for currency in 0..CURRENCIES {
                found.insert(
                    (province, kind, currency),
                    sums[number(province, kind, currency)],
                );
            }
        }
    }
    found
}

fn columnar(c: &mut Criterion) {
    let count: usize = std::env::var("TINH_BENCH_ROWS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(10_000_000);
    let rows = rows(count);
    let keys: Vec<Group> = rows
        .province
        .iter()
        .zip(&rows.kind)
        .zip(&rows.currency)
        .map(|((p, k), c)| (*p, *k, *c))
        .collect();
    let decimals: Vec<Decimal> = rows.amount.iter().map(|a| Decimal::new(*a, 2)).collect();
    let table = columns(&rows);
    let by = ["province", "kind", "currency"];
    // Every amount known to within one unit on either side.
    let bounded = table
        .clone()
        .with_bounds(
            rows.amount.iter().map(|a| Some(a - 1)),
            rows.amount.iter().map(|a| Some(a + 1)),
        )
        .expect("bounds of one length");

    let expected = of_floor(&floor(&rows));
    let sum = |table: &Columns, threads| table.sum_by(&by, threads).expect("known keys");
    assert_eq!(of_sums(&sum(&table, Threads::One)), expected);
    assert_eq!(of_sums(&sum(&table, Threads::AllCores)), expected);
    assert_eq!(of_sums(&sum(&bounded, Threads::One)), expected);
    let decimal: BTreeMap<Group, i128> = hash_map(&keys, &decimals)
        .into_iter()
        .map(|(key, sum)| (key, sum.mantissa() * 10_i128.pow(2 - sum.scale())))
        .collect();
    assert_eq!(decimal, expected);

    let mut group = c.benchmark_group(format!("totals/sum-{count}"));
    group.throughput(Throughput::Elements(count as u64));
    group.sample_size(10);
    group.bench_function("hash-map", |b| {
        b.iter(|| hash_map(black_box(&keys), &decimals))
    });
    group.bench_function("floor", |b| b.iter(|| floor(black_box(&rows))));
    group.bench_function("ours", |b| b.iter(|| sum(black_box(&table), Threads::One)));
    group.bench_function("ours-bounds", |b| {
        b.iter(|| sum(black_box(&bounded), Threads::One))
    });
    group.bench_function("ours-all-cores", |b| {
        b.iter(|| sum(black_box(&table), Threads::AllCores));
    });
    group.finish();
}

/// The rich question over claims: sources, dates, preference, exclusions.
fn claims(c: &mut Criterion) {
    let mut group = c.benchmark_group("totals/claims");
    group.sample_size(10);
    let units: Vec<&str> = tinh::gazetteer::Units::on("2023-01-01".parse().expect("a date"))
        .iter()
        .map(|unit| unit.id().as_str())
        .collect();
    for count in [2_000, 20_000] {
        let mut lines = String::from(
            "{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\",\"publisher\":\"FIA\"}\n",
        );
        for at in 0..count {
            let unit = units[at % units.len()];
            let (year, month) = (2000 + at / units.len() / 12 % 25, at / units.len() % 12 + 1);
            lines.push_str(&format!(
                "{{\"type\":\"observation\",\"id\":\"{at}\",\"source\":\"s\",\"place\":\"{unit}\",\
                 \"place_on\":\"2023-01-01\",\"as_of\":\"{year}-{month:02}-20\",\
                 \"measure\":\"fdi.registered\",\"figure\":\"{}\"}}\n",
                format_args!("{},{:02} triệu USD", at % 997 + 1, at % 100),
            ));
        }
        let mut data = Dataset::new();
        data.read_jsonl(lines.as_bytes(), "claims")
            .expect("no reader fails here");
        assert_eq!(data.claims().len(), count, "{:?}", data.rejected().first());
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(format!("ours-{count}"), |b| {
            b.iter(|| {
                Totals::of(black_box(&data))
                    .measure("fdi.registered".parse().expect("a measure"))
                    .by(Key::Province)
                    .compute()
                    .expect("an answer")
                    .rows()
                    .len()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, columnar, claims);
criterion_main!(benches);
