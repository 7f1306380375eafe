//! Finding, parsing and writing figures, beside floors and peers.
//!
//! Ids say what, size, who. All contestants get the same input and each answer
//! is asserted before it is timed; where a contestant does less, its id says
//! what it does.

// A wrong answer must end the bench.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::str::FromStr;
use std::time::Duration;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use num_bigint::BigInt;
use num2words2_core::get_lang_by_key;
use regex::Regex;
use rust_decimal::Decimal;
use tinh::figures::{Currency, Money, Parser, Spoken, find_iter, parse, words};
use tinh_benches::news::{Seeded, news};

const DIGITS_ONLY: Parser = Parser::new().spoken(Spoken::Off);

/// The words of the crate's lexicon and the commonest currency names.
const LEXICON: &str = "không một hai ba bốn năm sáu bảy bẩy tám chín mười mươi mốt tư lăm nhăm hăm linh lẻ trăm chục \
    nghìn ngàn vạn triệu tỷ tỉ tr phẩy phảy chấm rưỡi rưởi nửa âm trừ hàng vài mấy dăm phần điểm lần gấp đôi thứ hạng \
    nhất nhì đến tới từ khoảng chừng cỡ tầm độ xấp xỉ hơn trên vượt quá mức mốc ngưỡng gần ngót nghét dưới chưa đầy ít \
    tối thiểu đa nhiều cao lớn thấp nhỏ kém nhanh chậm dài ngắn sớm muộn mạnh yếu rẻ đắt tốt nặng nhẹ rộng xa trở lên \
    xuống và đồng đô euro yên won tệ bảng baht kíp rúp franc peso ringgit rupiah rupee riel USD VND VNĐ EUR JPY KRW \
    CNY GBP SGD THB";

/// The tables the crate is made from.
const NOUNS: &str = include_str!("../../crates/tinh-figures/data/nouns.tsv");
const CURRENCIES: &str = include_str!("../../crates/tinh-figures/data/currencies.tsv");

/// The regex of a careful programmer, with the scale and the currency.
const REGEX: &str = r"[0-9]+(?:[.,][0-9]+)*(?: ?(?:nghìn tỷ|nghìn|ngàn|triệu|tỷ|tỉ))?(?: ?(?:USD|đồng|VND|euro|yên|%))?";

const QUALIFIED: &str = r"(?:(?:hơn|trên|gần|khoảng|ít nhất|không quá|xấp xỉ) )?[0-9]+(?:[.,][0-9]+)*(?: ?(?:nghìn tỷ|nghìn|ngàn|triệu|tỷ|tỉ))?(?: ?(?:USD|đồng|VND|euro|yên|%))?";

fn find(c: &mut Criterion) {
    let page = news(10 << 20, 7);
    let text = page.text.as_str();
    // A range is one figure of ours and two matches of a regex.
    let ours = find_iter(text).count();
    assert_eq!(ours, page.in_digits + page.in_words);
    assert_eq!(DIGITS_ONLY.find_iter(text).count(), page.in_digits);
    let counting = Regex::new(REGEX).unwrap();
    let qualified = Regex::new(QUALIFIED).unwrap();
    assert!(counting.find_iter(text).count() > page.in_digits);
    assert_eq!(
        counting.find_iter(text).count(),
        qualified.find_iter(text).count()
    );
    let lexicon: Vec<&str> = LEXICON.split_whitespace().collect();
    let build = |words: &[&str], kind| {
        AhoCorasick::builder()
            .kind(Some(kind))
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .unwrap()
    };
    let (dfa, nfa) = (
        build(&lexicon, AhoCorasickKind::DFA),
        build(&lexicon, AhoCorasickKind::ContiguousNFA),
    );
    // All the crate looks up: the words above, every currency's forms, the nouns.
    let mut everything = lexicon.clone();
    everything.extend(
        NOUNS
            .lines()
            .filter(|l| !l.starts_with('#'))
            .skip(1)
            .filter_map(|l| l.split('\t').nth(1)),
    );
    for row in CURRENCIES.lines().filter(|l| !l.starts_with('#')).skip(1) {
        everything.extend(
            row.split('\t')
                .nth(4)
                .unwrap_or("")
                .split("; ")
                .filter(|f| !f.is_empty()),
        );
    }
    everything.sort_unstable();
    everything.dedup();
    assert!(everything.len() > 900, "{}", everything.len());
    let all = build(&everything, AhoCorasickKind::DFA);
    assert_eq!(dfa.find_iter(text).count(), nfa.find_iter(text).count());

    let mut group = c.benchmark_group("find/10MB");
    group
        .throughput(Throughput::Bytes(text.len() as u64))
        .sample_size(10);
    group
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    group.bench_function("ours", |b| b.iter(|| find_iter(black_box(text)).count()));
    // Two halves that end with a line, a thread each: the same figures.
    let middle = text[..text.len() / 2].rfind('\n').map_or(0, |at| at + 1);
    let halves = text.split_at(middle);
    let both = || {
        std::thread::scope(|scope| {
            let first = scope.spawn(|| find_iter(black_box(halves.0)).count());
            find_iter(black_box(halves.1)).count() + first.join().unwrap()
        })
    };
    assert_eq!(both(), ours);
    group.bench_function("ours-two-threads", |b| b.iter(both));
    group.bench_function("ours-digits-only", |b| {
        b.iter(|| DIGITS_ONLY.find_iter(black_box(text)).count())
    });
    group.bench_function("regex-counts-only", |b| {
        b.iter(|| counting.find_iter(black_box(text)).count())
    });
    group.bench_function("regex-qualifier-counts-only", |b| {
        b.iter(|| qualified.find_iter(black_box(text)).count())
    });
    group.bench_function("aho-corasick-dfa-words-only", |b| {
        b.iter(|| dfa.find_iter(black_box(text)).count())
    });
    group.bench_function("aho-corasick-dfa-whole-lexicon", |b| {
        b.iter(|| all.find_iter(black_box(text)).count())
    });
    group.bench_function("aho-corasick-nfa-words-only", |b| {
        b.iter(|| nfa.find_iter(black_box(text)).count())
    });
    group.bench_function("digit-runs-floor", |b| {
        b.iter(|| {
            let bytes = black_box(text).as_bytes();
            let mut runs = 0;
            let mut inside = false;
            for b in bytes {
                let digit = b.is_ascii_digit();
                runs += usize::from(digit && !inside);
                inside = digit;
            }
            runs
        });
    });
    group.bench_function("utf8-validation-floor", |b| {
        b.iter(|| str::from_utf8(black_box(text.as_bytes())).is_ok())
    });
    group.finish();
}

fn phrases(c: &mut Criterion) {
    assert_eq!(
        Money::parse("14,65 tỷ USD").unwrap().to_string(),
        "14.650.000.000 USD"
    );
    let mut group = c.benchmark_group("parse/14,65 tỷ USD");
    group
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    group.bench_function("ours", |b| {
        b.iter(|| Money::parse(black_box("14,65 tỷ USD")))
    });
    group.bench_function("decimal-from-str-14.65", |b| {
        b.iter(|| Decimal::from_str(black_box("14.65")))
    });
    group.finish();

    let phrases = [
        "190.8 triệu USD",
        "từ 3 đến 5 triệu USD",
        "một tỷ rưỡi",
        "mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ",
        "gần 50 tổ chức",
        "45,3%",
        "2tr5",
        "41 ngàn 480 tỷ đồng",
        "gấp 10,2 lần",
        "1.234.567,89",
    ];
    for phrase in phrases {
        assert!(parse(phrase).is_ok(), "{phrase}");
    }
    let mut group = c.benchmark_group("parse/10 phrases");
    group.throughput(Throughput::Elements(phrases.len() as u64));
    group
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    group.bench_function("ours", |b| {
        b.iter(|| {
            phrases
                .iter()
                .filter(|p| parse(black_box(p)).is_ok())
                .count()
        })
    });
    group.finish();
}

fn writing(c: &mut Criterion) {
    let mut random = Seeded::new(11);
    let numbers: Vec<u64> = (0..1000)
        .map(|i| random.below(10_u64.pow(1 + i % 12)))
        .collect();
    let ours: Vec<Decimal> = numbers.iter().map(|&n| Decimal::from(n)).collect();
    let theirs: Vec<BigInt> = numbers.iter().map(|&n| BigInt::from(n)).collect();
    let vietnamese = get_lang_by_key("vi").unwrap();
    // The peer writes some numbers otherwise (a known fault of its source), so
    // only the plain ones are compared.
    assert_eq!(
        vietnamese.to_cardinal(&BigInt::from(21)).unwrap(),
        words(Decimal::from(21)).to_string()
    );
    let mut group = c.benchmark_group("words/1000 numbers");
    group.throughput(Throughput::Elements(1000));
    group
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    group.bench_function("ours-to-string", |b| {
        b.iter(|| {
            ours.iter()
                .map(|&n| words(black_box(n)).to_string().len())
                .sum::<usize>()
        });
    });
    group.bench_function("ours-into-one-buffer", |b| {
        let mut buffer = String::new();
        b.iter(|| {
            buffer.clear();
            for &n in &ours {
                write!(buffer, "{}", words(black_box(n))).unwrap();
            }
            buffer.len()
        });
    });
    group.bench_function("num2words2-core-to-string", |b| {
        b.iter(|| {
            theirs
                .iter()
                .map(|n| vietnamese.to_cardinal(black_box(n)).unwrap().len())
                .sum::<usize>()
        });
    });
    group.bench_function("ours-money-to-string", |b| {
        b.iter(|| {
            ours.iter()
                .map(|&n| {
                    Money::new(black_box(n), Currency::VND)
                        .in_words()
                        .to_string()
                        .len()
                })
                .sum::<usize>()
        });
    });
    group.finish();
}

/// Texts made to be slow; the time a byte must not grow with their length.
fn hostile(c: &mut Criterion) {
    let kinds = [
        ("mot", "một "),
        ("digits", "1"),
        ("dots", "1."),
        ("groups", "1.000."),
        ("hundreds", "tám trăm "),
        ("tu", "từ "),
        ("marks", "e\u{301}\u{323}"),
        ("bare-marks", "\u{301}"),
        ("dashes", "1-"),
        ("qualifiers", "khoảng hơn "),
        ("linh", "một trăm linh "),
        ("phay", "không phẩy không "),
        ("ty", "tỷ "),
        ("telephone", "1 "),
        ("hang", "hàng "),
        ("amounts", "5 tỷ "),
        ("letters", "năm"),
    ];
    for (name, unit) in kinds {
        let mut group = c.benchmark_group(format!("hostile/{name}"));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(200))
            .measurement_time(Duration::from_millis(600));
        for kilobytes in [64_usize, 256, 1024] {
            let text = unit.repeat(kilobytes * 1024 / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(
                BenchmarkId::new("ours", format!("{kilobytes}KB")),
                &text,
                |b, text| {
                    b.iter(|| find_iter(black_box(text)).count());
                },
            );
        }
        group.finish();
    }
}

criterion_group!(benches, find, phrases, writing, hostile);
criterion_main!(benches);
