//! Claims read from JSON Lines, checked and written, beside a parser that only
//! makes values of the same lines.
//!
//!     $ cargo bench --bench model
//!
//! `serde_json::Value` does less: it reads no figure, no date and no place,
//! keeps the last of two equal names and refuses nothing.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;
use std::io::sink;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tinh::model::Dataset;
use tinh::model::check::check;
use tinh::model::dataset::{JsonLinesReader, Record};

const CLAIMS: usize = 10_000;

/// Claims as people write them: a stock, a growth rate, a mission and an aid
/// group in turn, each with an id of its own.
fn lines() -> String {
    let mut file =
        "{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\",\"published\":\"2023-04-17\"}\n"
            .to_owned();
    let kinds = [
        r#""type":"observation","as_of":"2023-04-17","measure":"fdi.registered","figure":"trên 24,5 tỷ USD""#,
        r#""type":"observation","period":"9 tháng năm 2022","measure":"exports:growth","base":"previous-year","figure":"37,91%""#,
        r#""type":"mission","date":"tháng 11/2022","direction":"outbound","purposes":["trade"],"destinations":["Hoa Kỳ","Nhật Bản"],"count":"một đoàn","state":"done""#,
        r#""type":"aid_group","as_of":"2023-04-17","financing":"oda","basis":"planned","projects":"4 dự án","total":"1.698 tỷ đồng","aid":"1.498 tỷ đồng","counterpart":"200 tỷ đồng""#,
    ];
    for (n, kind) in kinds.iter().cycle().take(CLAIMS).enumerate() {
        file.push_str(&format!(
            "{{\"id\":\"c{n}\",\"source\":\"s\",\"line\":27,\"place\":\"Hải Phòng\",{kind}}}\n"
        ));
    }
    file
}

fn model(c: &mut Criterion) {
    let file = lines();
    let mut data = Dataset::new();
    data.read_jsonl(file.as_bytes(), "bench").unwrap();
    assert_eq!((data.claims().len(), data.rejected().len()), (CLAIMS, 0));
    let findings = check(&data).len();
    assert!(findings >= CLAIMS / 4);

    let mut group = c.benchmark_group("read/10k-claims");
    group.measurement_time(Duration::from_secs(5));
    group.throughput(Throughput::Elements(CLAIMS as u64));
    group.bench_function("ours-stream", |b| {
        b.iter(|| {
            let lines = JsonLinesReader::new(black_box(file.as_bytes()), "bench");
            let claims = lines
                .filter(|record| matches!(record, Ok(Ok(Record::Claim(_)))))
                .count();
            assert_eq!(claims, CLAIMS);
        });
    });
    group.bench_function("ours-dataset", |b| {
        b.iter(|| {
            let mut data = Dataset::new();
            data.read_jsonl(black_box(file.as_bytes()), "bench")
                .unwrap();
            assert_eq!(data.claims().len(), CLAIMS);
        });
    });
    group.bench_function("serde_json-values", |b| {
        b.iter(|| {
            let values = black_box(file.as_str())
                .lines()
                .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
                .count();
            assert_eq!(values, CLAIMS + 1);
        });
    });
    group.finish();

    let mut group = c.benchmark_group("write/10k-claims");
    group.throughput(Throughput::Elements(CLAIMS as u64));
    group.bench_function("ours", |b| b.iter(|| data.write_jsonl(sink()).unwrap()));
    group.finish();

    let mut group = c.benchmark_group("check/10k-claims");
    group.throughput(Throughput::Elements(CLAIMS as u64));
    group.bench_function("ours", |b| {
        b.iter(|| assert_eq!(check(black_box(&data)).len(), findings));
    });
    group.finish();
}

criterion_group!(benches, model);
criterion_main!(benches);
