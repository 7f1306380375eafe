//! The claims of the five articles: every printed number is there and reads to
//! what it means, every fact has a home, what is doubled or corrected says so.

// Helpers of tests: the lint's own exception covers the test functions only.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::HashSet;
use std::path::Path;

use table_tests::rows;
use tinh::figures::Language;
use tinh::figures::rust_decimal::Decimal;
use tinh::model::check::check;
use tinh::model::claim::{Claim, RelationKind};
use tinh::model::entity::{Base, Statement};
use tinh::model::time::Time;
use tinh::model::{Dataset, PartnerList, PrintedFigure};
use tinh_examples::data;

fn articles() -> Dataset {
    data::articles().expect("the file")
}

/// The claims that say a fact of the register.
fn homes<'a>(dataset: &'a Dataset, fact: &str) -> Vec<&'a Claim> {
    dataset
        .claims()
        .iter()
        .filter(|claim| claim.id() == fact || claim.facts().iter().any(|id| id == fact))
        .collect()
}

/// Every figure of a claim, those that can be summed and those that cannot.
fn figures(claim: &Claim) -> Vec<&PrintedFigure> {
    let total = |list: &'static dyn Fn(&Statement) -> Option<&PartnerList>| {
        list(claim.statement()).and_then(PartnerList::total)
    };
    claim
        .quantities()
        .into_iter()
        .filter_map(|quantity| quantity.figure)
        .chain(total(&|statement| match statement {
            Statement::Partnership(partnership) => Some(&partnership.partners),
            _ => None,
        }))
        .collect()
}

/// The time as files have it.
fn written(time: &Time) -> String {
    match time {
        Time::Horizon(date) => date.to_string(),
        other => other.to_string(),
    }
}

#[test]
fn everything_is_read() {
    let dataset = articles();
    let rejected: Vec<String> = dataset.rejected().iter().map(ToString::to_string).collect();
    assert!(rejected.is_empty(), "{}", rejected.join("\n"));
    assert_eq!(dataset.relation_problems(), []);
}

#[test]
fn every_printed_figure_is_there_and_reads_to_its_value() {
    let dataset = articles();
    let rows = rows(
        "tests/data/printed_figures.tsv",
        &[
            "name", "fact", "line", "printed", "what", "reads_to", "unit",
        ],
    );
    assert_eq!(rows.len(), 83);
    for row in &rows {
        let [name, fact, line, printed, what, expected, unit] = row.fields();
        let homes = homes(&dataset, fact);
        assert!(
            homes
                .iter()
                .any(|claim| claim.line().is_some_and(|l| l.to_string() == line)),
            "row {name}: no claim of line {line}"
        );
        match what {
            "figure" => {
                let value: Decimal = expected.parse().expect("a decimal");
                let found: Vec<&PrintedFigure> = homes.iter().flat_map(|c| figures(c)).collect();
                assert!(
                    found.iter().any(|figure| figure.text().contains(printed)
                        && figure.value() == Some(value)
                        && figure.unit_code().unwrap_or_default() == unit),
                    "row {name}: {printed} as {value} {unit} among {found:?}"
                );
            }
            "time" => {
                let found: Vec<String> = homes.iter().map(|c| written(c.time())).collect();
                assert!(
                    found.iter().any(|time| time == expected),
                    "row {name}: {printed} as {expected} among {found:?}"
                );
            }
            // The year before the period: `so với năm 2021` of a figure of 2022.
            "base" => {
                let year: i32 = printed.parse().expect("a year");
                let found = homes.iter().any(|claim| {
                    let Statement::Observation(observation) = claim.statement() else {
                        return false;
                    };
                    let of = claim
                        .time()
                        .period()
                        .and_then(|period| period.calendar_year());
                    observation.base == Base::from_code(expected) && of == Some(year + 1)
                });
                assert!(found, "row {name}: the base {printed}");
            }
            other => panic!("row {name}: unknown kind {other:?}"),
        }
    }
}

#[test]
fn every_fact_has_a_home_on_its_line() {
    let dataset = articles();
    let rows = rows("tests/data/facts.tsv", &["fact", "line"]);
    assert_eq!(rows.len(), 167);
    for row in &rows {
        let [fact, line] = row.fields();
        let lines: Vec<Option<u32>> = homes(&dataset, fact).iter().map(|c| c.line()).collect();
        let line: u32 = line.parse().expect("a line");
        assert!(
            lines.contains(&Some(line)),
            "{fact}: line {line} among {lines:?}"
        );
    }
    // And nothing is said that no fact stands for.
    let known: HashSet<&str> = rows.iter().map(|row| row.get("fact")).collect();
    for claim in dataset.claims() {
        let said = known.contains(claim.id())
            || !claim.facts().is_empty()
                && claim
                    .facts()
                    .iter()
                    .all(|fact| known.contains(fact.as_str()));
        assert!(said, "{} stands for no fact", claim.id());
    }
}

#[test]
fn what_is_doubled_corrected_or_prepared_says_so() {
    let dataset = articles();
    let related = |from: &str, kind, to: &str| {
        let claim = dataset.claim(from).expect(from);
        assert!(
            claim
                .relations()
                .iter()
                .any(|r| r.kind == kind && r.to == to),
            "{from} {kind} {to}"
        );
    };
    use RelationKind::{BearsOn, PartOf, SameAs};
    // The markets of one article are the missions of the other: six, not eleven.
    related("000-001", SameAs, "003-021");
    related("000-001", SameAs, "003-024");
    related("000-002", SameAs, "000-001");
    // One caption printed twice.
    related("004-002", SameAs, "004-001");
    // `trong đó`: 24 of the 40 visits.
    related("004-022", PartOf, "004-021");
    related("002-018", PartOf, "002-026");
    // One dossier, one plan, told twice.
    related("003-029", SameAs, "003-010");
    related("002-041", SameAs, "002-040");
    // A memorandum signed and a relation still sought do not contradict.
    related("001-007", BearsOn, "001-001");

    let caption = dataset.claim("004-001").expect("the caption");
    assert_eq!(caption.time().to_string(), "2012-11");
    assert_eq!(caption.effective_time().to_string(), "2022-11");
    let Some(Statement::Agreement(memorandum)) = dataset.claim("001-001").map(Claim::statement)
    else {
        panic!("001-001 is an agreement");
    };
    assert_eq!(memorandum.mentioned_in.as_deref(), Some("caption"));
}

#[test]
fn written_and_read_back_it_is_equal() {
    let dataset = articles();
    let mut file = Vec::new();
    dataset.write_jsonl(&mut file).expect("written");
    let mut again = Dataset::new();
    again.read_jsonl(file.as_slice(), "again").expect("read");
    assert_eq!(again.rejected(), []);
    assert_eq!(again.sources(), dataset.sources());
    assert_eq!(again.claims(), dataset.claims());
}

#[test]
fn every_line_is_valid_by_the_published_schema() {
    let schema = serde_json::from_str(tinh::model::dataset::SCHEMA).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let text = std::fs::read_to_string(data::path("articles.jsonl")).expect("the file");
    let mut lines = 0;
    for line in text.lines().filter(|line| line.starts_with('{')) {
        let value = serde_json::from_str(line).expect("JSON");
        if let Err(error) = validator.validate(&value) {
            panic!("{error}: {line}");
        }
        lines += 1;
    }
    let dataset = articles();
    assert_eq!(lines, dataset.claims().len() + dataset.sources().len());
}

/// What the articles say against themselves and against the official table:
/// every finding, by rule, claims, verdict and words.
#[test]
fn the_findings_are_these() {
    let rows = rows(
        "tests/data/findings.tsv",
        &["rule and claims", "verdict", "text", "vietnamese"],
    );
    let found: Vec<[String; 4]> = check(&data::all().expect("the data"))
        .into_iter()
        .map(|finding| {
            let of = format!("{} {}", finding.rule, finding.claims.join(" "));
            [
                format!("{of} {}", finding.verdict),
                finding.verdict.to_string(),
                finding.text.to_string(),
                finding.text.in_language(Language::Vietnamese).to_owned(),
            ]
        })
        .collect();
    let expected: Vec<[String; 4]> = rows
        .iter()
        .map(|row| row.fields().map(str::to_owned))
        .collect();
    assert_eq!(found, expected);
}

/// A packaged crate cannot reach these files, so that `tinh-totals` has copies
/// of its own; they are the same to the last byte.
#[test]
fn the_copies_of_the_data_are_the_same() {
    let copies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/tinh-totals/tests/data");
    for (file, copy) in [
        ("articles.jsonl", "articles.jsonl"),
        ("further.jsonl", "extra.jsonl"),
        (
            "fia_fdi_stock_by_province.csv",
            "fia_fdi_stock_by_province.csv",
        ),
    ] {
        let (file, copy) = (data::path(file), copies.join(copy));
        let read = |path: &Path| std::fs::read(path).expect("a file");
        assert!(
            read(&file) == read(&copy),
            "copy {} over {}",
            file.display(),
            copy.display()
        );
    }
}
