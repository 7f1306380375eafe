//! What holds for every dataset and every text.

use proptest::prelude::*;
use tinh_model::check::check;
use tinh_model::time::{PartialDate, Period};
use tinh_model::{Claim, Dataset, PrintedFigure, Statement};

use crate::strategies::dataset;

/// A line that is a comment or cannot be read.
fn line() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        "(//|#)[^\\p{C}]{0,12}[a-z]".prop_map(String::into_bytes),
        r#"\{"type":"(activity|observation|measure|source)","[a-z]{1,3}":[0-9]\}"#
            .prop_map(String::into_bytes),
        "[a-z\\[][^\\p{C}]{0,12}[a-z]".prop_map(String::into_bytes),
        Just(b"\xff\xfe{".to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_dataset_written_as_lines_is_read_back_equal(data in dataset()) {
        let mut file = Vec::new();
        data.write_jsonl(&mut file)?;
        let mut again = Dataset::new();
        again.read_jsonl(file.as_slice(), "f")?;
        prop_assert_eq!(again.rejected(), &[][..]);
        prop_assert_eq!(again.measures(), data.measures());
        prop_assert_eq!(again.sources(), data.sources());
        prop_assert_eq!(again.claims(), data.claims());
    }

    /// Comments, broken lines and claims of every kind, in any order: what is
    /// written reads back the same, no line is lost, and writing it again
    /// changes nothing but the line numbers of the reasons.
    #[test]
    fn no_line_is_lost_by_reading_and_writing(
        data in dataset(),
        others in proptest::collection::vec((any::<prop::sample::Index>(), line()), 0..6),
        ends in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let mut file = Vec::new();
        data.write_jsonl(&mut file)?;
        let text = String::from_utf8(file)?;
        let mut lines: Vec<Vec<u8>> = text.lines().map(|line| line.as_bytes().to_vec()).collect();
        for (at, line) in &others {
            lines.insert(at.index(lines.len() + 1), line.clone());
        }
        let joined = lines.join(ends.as_bytes());
        let mut read = Dataset::new();
        read.read_jsonl(joined.as_slice(), "f")?;
        prop_assert_eq!(read.claims(), data.claims());
        let mut first = Vec::new();
        read.write_jsonl(&mut first)?;
        let mut again = Dataset::new();
        again.read_jsonl(first.as_slice(), "f")?;
        prop_assert_eq!(again.claims(), read.claims());
        prop_assert_eq!(again.measures(), read.measures());
        let unread = |data: &Dataset| -> Vec<Vec<u8>> {
            data.unread().map(|unread| unread.line.clone()).collect()
        };
        prop_assert_eq!(unread(&again), unread(&read));
        for (_, line) in others {
            let is_there = first.split(|&b| b == b'\n').any(|written| written == line);
            prop_assert!(is_there, "{}", String::from_utf8_lossy(&line));
        }
        let mut second = Vec::new();
        again.write_jsonl(&mut second)?;
        let without_reasons = |file: &[u8]| {
            let text = String::from_utf8_lossy(file).into_owned();
            let kept = text.lines().filter(|line| !line.starts_with("// unread: "));
            kept.map(str::to_owned).collect::<Vec<_>>()
        };
        prop_assert_eq!(without_reasons(&second), without_reasons(&first));
        again.discard_unread();
        prop_assert_eq!(again.unread().count(), 0);
    }

    #[test]
    fn observations_written_as_csv_are_read_back_equal(data in dataset()) {
        let mut file = Vec::new();
        let others = data.write_observations(&mut file)?;
        let mut again = Dataset::new();
        for source in data.sources() {
            let _ = again.add_source(source.clone());
        }
        for definition in data.measures().declared() {
            again.declare_measure(definition.clone())?;
        }
        again.read_observations(file.as_slice(), "f")?;
        prop_assert_eq!(again.rejected(), &[][..]);
        let observations: Vec<&Claim> = data
            .claims()
            .iter()
            .filter(|claim| matches!(claim.statement(), Statement::Observation(_)))
            .collect();
        prop_assert_eq!(again.claims().iter().collect::<Vec<_>>(), observations);
        prop_assert_eq!(others + again.claims().len(), data.claims().len());
    }

    #[test]
    fn serde_of_a_claim_alone_is_the_identity(data in dataset()) {
        for claim in data.claims() {
            let json = serde_json::to_string(claim)?;
            let again = serde_json::from_str::<Claim>(&json);
            match claim.statement() {
                // Alone, it does not say what its measure is.
                Statement::Observation(o) if o.measure.is_declared() => {
                    prop_assert!(again.is_err());
                }
                _ => prop_assert_eq!(&again?, claim),
            }
        }
    }

    #[test]
    fn checks_end_and_name_claims_of_the_dataset(data in dataset()) {
        for finding in check(&data) {
            prop_assert!(!finding.claims.is_empty());
            for id in &finding.claims {
                prop_assert!(data.claim(id).is_some());
            }
        }
    }

    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut data = Dataset::new();
        data.read_jsonl(bytes.as_slice(), "f")?;
        data.read_observations(bytes.as_slice(), "f")?;
    }

    #[test]
    fn no_text_ends_the_program(text in any::<String>()) {
        let _ = text.parse::<PrintedFigure>();
        let _ = text.parse::<PartialDate>();
        let _ = text.parse::<Period>();
        let _ = text.parse::<tinh_model::Measure>();
    }

    #[test]
    fn a_period_reads_back_from_every_form_it_is_written_in(
        year in 1u16..=9999, first in 1u8..=12, last in 1u8..=12,
    ) {
        if let Some(period) = Period::months(year, first, last) {
            prop_assert_eq!(period.to_string().parse::<Period>()?, period);
        }
    }
}

#[test]
fn the_datasets_hold_every_type() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut types = std::collections::BTreeSet::new();
    for _ in 0..100 {
        let data = dataset()
            .new_tree(&mut runner)
            .expect("a dataset")
            .current();
        types.extend(
            data.claims()
                .iter()
                .map(|claim| claim.statement().type_code()),
        );
    }
    let all: std::collections::BTreeSet<&str> = Statement::TYPE_CODES.iter().copied().collect();
    assert_eq!(types, all);
}

/// What is found in running text says the same when its words are read alone.
#[test]
fn a_figure_found_reads_back_from_its_own_words() {
    for text in [
        "vốn đăng ký trên 24,5 tỷ USD của 853 dự án",
        "khoảng 230 nghìn người, chiếm 45,3 % lao động",
        "tăng gấp 10,2 lần so với cùng kỳ, từ 3 đến 5 triệu USD",
        "gần 50 tổ chức, hơn 7 tỷ USD, ~350 triệu USD, 300–400 triệu USD",
        "diện tích 20 ha trở xuống, ít nhất 1.000 lao động, không quá 5-7%",
        "khoảng hơn 40 nghìn người, hàng trăm đoàn, 1 tỷ 136 triệu USD",
        "một triệu hai, 1tr5, 41 ngàn 480 tỷ đồng tăng 2,61%",
    ] {
        for found in tinh_model::tinh_figures::find_iter(text) {
            let figure = PrintedFigure::found(found);
            let again: PrintedFigure = found.printed().parse().unwrap();
            assert_eq!(figure.reading(), again.reading(), "{}", found.printed());
            assert_eq!(figure, again);
        }
    }
}
