//! What is refused, with the path of the field and the words, which are pinned.

use tinh_model::Dataset;
use tinh_model::tinh_figures::Language;

const SOURCE: &str = r#"{"type":"source","id":"s","title":"t","published":"2023-04-17"}"#;

/// What is reported of a file of the source and one line.
fn problems(line: &str) -> String {
    let file = format!("{SOURCE}\n{line}\n");
    let mut data = Dataset::new();
    data.read_jsonl(file.as_bytes(), "f")
        .expect("no reader fails");
    // Whatever is said is said in both languages.
    for problem in data.rejected() {
        let vietnamese = problem.in_language(Language::Vietnamese);
        assert_ne!(vietnamese, problem.to_string(), "{line}");
    }
    let all: Vec<String> = data
        .rejected()
        .iter()
        .map(|problem| problem.to_string().replacen("f:2: ", "", 1))
        .collect();
    // A line that is reported is not kept as well.
    let kept = data.claims().len() + data.sources().len() - 1;
    assert!(all.is_empty() || kept == 0, "{line}");
    all.join(" | ")
}

#[test]
fn claims_are_refused_with_path_and_reason() {
    let rows = table_tests::each_row(
        "tests/data/refusals.tsv",
        &["name", "type", "fields", "problems"],
        |row| {
            let line = format!(
                r#"{{"type":"{}","id":"x","source":"s","place":"Hải Phòng"{}{}}}"#,
                row.get("type"),
                if row.get("fields").is_empty() {
                    ""
                } else {
                    ","
                },
                row.get("fields")
            );
            let found = problems(&line);
            if found == row.get("problems") {
                Ok(())
            } else {
                Err(format!("found\t{found}"))
            }
        },
    );
    assert!(rows > 60, "{rows} rows");
}

#[test]
fn lines_are_refused_with_a_reason() {
    table_tests::each_row(
        "tests/data/lines.tsv",
        &["name", "line", "problems"],
        |row| {
            let found = problems(row.get("line"));
            if found == row.get("problems") {
                Ok(())
            } else {
                Err(format!("found\t{found}"))
            }
        },
    );
}

#[test]
fn problems_have_words_in_vietnamese() {
    table_tests::each_row("tests/data/vietnamese.tsv", &["line", "problems"], |row| {
        let mut data = Dataset::new();
        let file = format!("{SOURCE}\n{}", row.get("line"));
        data.read_jsonl(file.as_bytes(), "f").expect("read");
        let found = data.rejected().iter().map(|problem| {
            let text = problem.in_language(Language::Vietnamese);
            text.strip_prefix("f:2: ").unwrap_or(&text).to_owned()
        });
        let found = found.collect::<Vec<_>>().join(" | ");
        if found == row.get("problems") {
            Ok(())
        } else {
            Err(format!("found\t{found}"))
        }
    });
}

#[test]
fn a_problem_has_the_offending_text() {
    let mut data = Dataset::new();
    let file = format!(
        "{SOURCE}\n{}",
        r#"{"type":"observation","id":"x","source":"s","place":"Hải Phog","as_of":"31/02/2023","measure":"fdi","figure":"14,65 tỉ đồ"}"#
    );
    data.read_jsonl(file.as_bytes(), "f").expect("read");
    let texts: Vec<(&str, &str)> = data
        .rejected()
        .iter()
        .map(|p| (p.field.as_str(), p.text.as_str()))
        .collect();
    assert_eq!(
        texts,
        [
            ("as_of", "31/02/2023"),
            ("place", "Hải Phog"),
            ("measure", "fdi"),
            ("figure", "14,65 tỉ đồ"),
        ]
    );
}

#[test]
fn deep_nesting_and_many_unknown_fields_end() {
    let deep = format!(
        r#"{{"type":{}1{}}}"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(problems(&deep).starts_with("expected a JSON object: too deeply nested"));

    let many: String = (0..20_000).map(|n| format!(r#","u{n}":0"#)).collect();
    let line = format!(
        r#"{{"type":"activity","id":"x","source":"s","place":"Hải Phòng","kind":"other"{many}}}"#
    );
    assert_eq!(problems(&line).split(" | ").count(), 20_000);
}

#[test]
fn errors_of_texts_have_kind_span_and_text() {
    use tinh_model::{ErrorKind, PrintedFigure, time::Period};
    let error = "14,65 tỉ đồ"
        .parse::<PrintedFigure>()
        .expect_err("no currency");
    assert!(matches!(error.kind(), ErrorKind::Figure(_)));
    assert_eq!(&error.text()[error.span()], "đồ");
    let error = "2023-05/2023-02".parse::<Period>().expect_err("backwards");
    assert_eq!(error.kind(), &ErrorKind::PeriodEndsBeforeStart);
    assert_eq!(&error.text()[error.span()], "2023-05/2023-02");
}
