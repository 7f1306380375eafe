//! The question a user asks: the newest stock of each province, by source, date
//! and preference, with what was left out.
//!
//!     $ cargo bench -p tinh-benches --bench totals

// A bench that cannot make its input stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tinh::model::Dataset;
use tinh::totals::{Key, Totals};

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

criterion_group!(benches, claims);
criterion_main!(benches);
