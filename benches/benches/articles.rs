//! Articles drafted, beside their figures only found.
//!
//!     $ cargo bench --bench articles
//!
//! The floor finds the same figures and says nothing of them: no subject, no
//! measure, no time, no status, no events.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tinh::articles::Article;
use tinh::figures::find_iter;
use tinh_benches::news::news;

/// News cut into articles of about four kilobytes, at the ends of sentences.
fn articles(bytes: usize) -> Vec<String> {
    let text = news(bytes, 18).text;
    let mut all = vec![String::new()];
    for sentence in text.split_inclusive(". ") {
        if all.last().is_none_or(|last| last.len() > 4096) {
            all.push("Tỉnh Hà Nam thu hút đầu tư năm 2023\n\n".to_owned());
        }
        all.last_mut().expect("one").push_str(sentence);
    }
    all
}

/// Every figure of some articles: drafted, a comparison of a draft, or listed.
fn accounted(articles: &[String]) -> usize {
    articles
        .iter()
        .map(|text| {
            let found = Article::new(text).draft().expect("Vietnamese");
            let compared: usize = found.drafts.iter().map(|d| d.comparisons.len()).sum();
            found.drafts.len() + compared + found.unattached.len()
        })
        .sum()
}

fn figures(articles: &[String]) -> usize {
    articles.iter().map(|text| find_iter(text).count()).sum()
}

fn draft(c: &mut Criterion) {
    let all = articles(2 << 20);
    let bytes: usize = all.iter().map(String::len).sum();
    let (one, other) = all.split_at(all.len() / 2);
    let expected = accounted(&all);
    // No figure is lost.
    assert!(expected >= figures(&all));
    let mut group = c.benchmark_group("draft/2-mb");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("ours", |b| {
        b.iter(|| assert_eq!(accounted(black_box(&all)), expected));
    });
    group.bench_function("ours-two-threads", |b| {
        b.iter(|| {
            let found = std::thread::scope(|scope| {
                let half = scope.spawn(|| accounted(black_box(one)));
                accounted(black_box(other)) + half.join().expect("half")
            });
            assert_eq!(found, expected);
        });
    });
    group.bench_function("figures-only", |b| b.iter(|| figures(black_box(&all))));
    group.finish();
}

/// Texts that could make one word look at all others.
fn hostile(c: &mut Criterion) {
    let mut group = c.benchmark_group("draft/hostile");
    group.sample_size(10);
    let pieces = [
        (
            "one-sentence",
            "tỉnh Hà Nam thu hút 5 dự án FDI với tổng vốn 3 tỷ USD, ",
        ),
        ("list-lines", "- Nhật Bản: 12 dự án, trong đó 5 dự án mới\n"),
    ];
    for (name, piece) in pieces {
        for size in [256_usize << 10, 1 << 20] {
            let text = piece.repeat(size.div_ceil(piece.len()));
            let expected = Article::new(&text)
                .draft()
                .expect("Vietnamese")
                .drafts
                .len();
            assert!(expected > 0);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(name, size), |b| {
                b.iter(|| {
                    let found = Article::new(black_box(&text)).draft().expect("Vietnamese");
                    assert_eq!(found.drafts.len(), expected);
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, draft, hostile);
criterion_main!(benches);
