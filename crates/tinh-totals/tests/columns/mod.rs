//! Columns give the same answers as decimals, and lose no digit.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use tinh_totals::columns::{Columns, ColumnsError, CsvLayout, Threads, Wide, sum_csv};
use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::Figure;
use tinh_totals::{Interval, IntervalSum};

fn any_interval() -> impl Strategy<Value = Interval> {
    let number = (any::<i64>(), 0_u32..6).prop_map(|(m, s)| Decimal::new(m, s));
    let qualifier = proptest::sample::select(vec![
        "",
        "hơn ",
        "ít nhất ",
        "gần ",
        "dưới ",
        "không quá ",
        "khoảng ",
    ]);
    prop_oneof![
        3 => number.clone().prop_map(Interval::exact),
        2 => (0_u32..1_000_000, qualifier).prop_map(|(n, word)| {
            let figure: Figure = format!("{word}{n} tỷ USD").parse().expect("a figure");
            Interval::of(figure)
        }),
        1 => (1_u32..1_000, 0_u32..1_000).prop_map(|(low, more)| {
            let figure: Figure =
                format!("từ {low} đến {} triệu USD", low + more).parse().expect("a range");
            Interval::of(figure)
        }),
    ]
}

type Row = (u8, u8, Interval);

fn table(rows: &[Row]) -> Columns {
    let mut table = Columns::new(["a", "b"]);
    for (a, b, value) in rows {
        table
            .push_interval(&[&format!("a{a}"), &format!("b{b}")], value)
            .expect("it fits");
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The columnar sum is the sum of intervals, group by group, whatever the
    /// keys and however many threads.
    #[test]
    fn columns_add_as_intervals_do(
        rows in vec((0_u8..5, 0_u8..4, any_interval()), 0..60),
        threads in 1_usize..5,
    ) {
        let mut expected: BTreeMap<Vec<String>, IntervalSum> = BTreeMap::new();
        for (a, _, value) in &rows {
            expected.entry(vec![format!("a{a}")]).or_default().add(value)?;
        }
        let table = table(&rows);
        let sums = table.sum_by(&["a"], Threads::Exactly(threads))?;
        prop_assert_eq!(sums.len(), expected.len());
        for (labels, sum) in expected {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            let group = sums.get(&labels).expect("the group has rows");
            prop_assert_eq!(group.count(), sum.count());
            match (sum.total(), group.interval()) {
                (Ok(a), Ok(b)) => prop_assert_eq!(a, b),
                (a, b) => prop_assert_eq!(a.is_err(), b.is_err()),
            }
        }
    }

    /// Parts of a table merge to the sums of the whole, in any order.
    #[test]
    fn parts_merge_to_the_whole(
        rows in vec((0_u8..5, 0_u8..4, any_interval()), 0..40),
        at in 0_usize..40,
    ) {
        let whole = table(&rows).sum_by(&["b", "a"], Threads::One)?;
        let (left, right) = rows.split_at(at.min(rows.len()));
        let sum = |rows: &[Row]| table(rows).sum_by(&["b", "a"], Threads::One);
        for (one, other) in [(left, right), (right, left)] {
            let mut merged = sum(one)?;
            merged.merge(&sum(other)?)?;
            prop_assert_eq!(merged.len(), whole.len());
            for (a, b) in merged.iter().zip(whole.iter()) {
                prop_assert_eq!(a.labels(), b.labels());
                prop_assert_eq!(a.interval().ok(), b.interval().ok());
            }
        }
    }
}

#[test]
fn sums_beyond_a_decimal_keep_every_digit() {
    let mut table = Columns::new(["a"]);
    for _ in 0..3 {
        table.push(&["x"], Decimal::MAX).unwrap();
    }
    let sums = table.sum_by(&[], Threads::One).unwrap();
    let sum = sums.get(&[]).unwrap();
    assert_eq!(sum.total().to_string(), "237684487542793012780631851005");
    assert_eq!(
        sum.interval().unwrap_err().to_string(),
        "the total needs more than 28 digits"
    );
    // And 64-bit amounts do not wrap.
    let mut table = Columns::new(["a"]);
    table.push(&["x"], Decimal::from(i64::MAX)).unwrap();
    table.push(&["x"], Decimal::from(i64::MAX)).unwrap();
    let sums = table.sum_by(&["a"], Threads::One).unwrap();
    assert_eq!(
        sums.get(&["x"]).unwrap().total(),
        Wide::new(i128::from(i64::MAX) * 2, 0)
    );
}

#[test]
fn too_wide_amounts_are_refused_and_leave_the_table_as_it_was() {
    let mut table = Columns::new(["a"]);
    table.push(&["x"], Decimal::MAX).unwrap();
    // A finer amount would need the first rescaled beyond what fits.
    assert_eq!(
        table.push(&["y"], "0.1".parse().unwrap()),
        Err(ColumnsError::TooLarge)
    );
    assert_eq!((table.len(), table.scale()), (1, 0));
    let sums = table.sum_by(&["a"], Threads::One).unwrap();
    assert_eq!(sums.len(), 1);
    assert_eq!(
        table
            .push(&["x", "y"], Decimal::ONE)
            .unwrap_err()
            .to_string(),
        "expected 1 labels, found 2"
    );
    assert_eq!(
        table.sum_by(&["z"], Threads::One).unwrap_err().to_string(),
        "no key \"z\", expected one of a"
    );
}

#[test]
fn many_groups_are_summed_without_an_array() {
    let names = |n: u32| (0..n).map(|i| format!("{i}")).collect::<Vec<_>>();
    let codes = |n: u32, step: u32| {
        (0..5_000_u32)
            .map(|i| u16::try_from(i * step % n).unwrap())
            .collect()
    };
    let table = Columns::from_parts(
        vec![
            ("a".to_owned(), names(3_000), codes(3_000, 1)),
            ("b".to_owned(), names(3_001), codes(3_001, 7)),
        ],
        (0..5_000).collect(),
        0,
    )
    .unwrap();
    // Nine million possible groups, five thousand rows.
    let sparse = table.sum_by(&["a", "b"], Threads::One).unwrap();
    let dense = table.sum_by(&["a"], Threads::AllCores).unwrap();
    let all = |sums: &tinh_totals::columns::Sums| -> i128 {
        sums.iter().map(|s| s.total().units()).sum()
    };
    assert_eq!(all(&sparse), 4_999 * 5_000 / 2);
    assert_eq!(all(&dense), all(&sparse));
    assert!(sparse.len() > dense.len());
}

#[test]
fn a_long_file_is_summed_block_by_block_to_the_same() {
    let mut csv = String::from("k,v\n");
    for row in 0..140_000_u32 {
        csv.push_str(&format!("g{},{}.{:02}\n", row % 7, row % 1_000, row % 100));
    }
    let layout = CsvLayout::new(["k"], "v");
    let streamed = sum_csv(csv.as_bytes(), &layout, &["k"], Threads::One).unwrap();
    let whole = Columns::read_csv(csv.as_bytes(), &layout).unwrap();
    assert_eq!(whole.len(), 140_000);
    assert_eq!(streamed, whole.sum_by(&["k"], Threads::AllCores).unwrap());
}

#[test]
fn a_file_that_cannot_be_read_says_where() {
    let layout = CsvLayout::new(["k"], "v").qualifier("q", "low", "high");
    for (text, expected) in [
        (
            "k,v\nx,1\n",
            "line 1: expected a column \"q\", found \"k,v\"",
        ),
        (
            "k,v,q,low,high\nx,1.000.000,,,\n",
            "line 2: v: expected a plain number such as 1007.16, found \"1.000.000\"",
        ),
        (
            "k,v,q,low,high\nx,,,,\n",
            "line 2: v: expected a plain number such as 1007.16, found \"\"",
        ),
        (
            "k,v,q,low,high\nx,1,hơn,,\n",
            "line 2: q: expected a qualifier such as more_than, found \"hơn\"",
        ),
        (
            "k,v,q,low,high\nx,,range,5,3\n",
            "line 2: low: expected a range that does not end before it starts, found \"5\"",
        ),
        (
            "k,v,q,low,high\nx,,range,5,\n",
            "line 2: low: expected the bounds of a range, found \"5\"",
        ),
    ] {
        let error = Columns::read_csv(text.as_bytes(), &layout).expect_err(text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}

#[test]
fn columns_from_buffers_are_checked() {
    let names = || vec!["x".to_owned(), "y".to_owned()];
    let make = |codes: Vec<u16>, labels: Vec<String>| {
        Columns::from_parts(vec![("k".to_owned(), labels, codes)], vec![1, 2], 2)
    };
    assert!(make(vec![0, 1], names()).is_ok());
    assert_eq!(
        make(vec![0, 2], names()).unwrap_err().to_string(),
        "code 2 of k has no label"
    );
    assert_eq!(
        make(vec![0], names()).unwrap_err().to_string(),
        "the column k is not as long as the amounts"
    );
    let twice = vec!["x".to_owned(), "x".to_owned()];
    assert_eq!(
        make(vec![0, 1], twice).unwrap_err().to_string(),
        "a label of k stands twice"
    );
}
