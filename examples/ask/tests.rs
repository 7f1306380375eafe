//! Questions as a user types them.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Parser;
use serde_json::Value;

use super::*;

/// A file of claims of a source of 2024.
struct Claims(PathBuf);

impl Claims {
    fn new(name: &str, lines: &str) -> Self {
        // Tests run side by side, and each deletes its own.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!(
            "tinh-ask-{}-{count}-{name}.jsonl",
            std::process::id()
        ));
        let source = r#"{"type":"source","id":"s","title":"T","publisher":"Sở","published":"2024-01-10"}
{"type":"source","id":"p","title":"T","publisher":"Báo","published":"2024-01-11"}
"#;
        std::fs::write(&path, format!("{source}{lines}")).expect("a file");
        Self(path)
    }

    fn observations(name: &str, rows: &[[&str; 6]]) -> Self {
        let lines: Vec<String> = rows
            .iter()
            .map(|[id, source, place, time, measure, figure]| {
                let field = if time.len() == 10 { "as_of" } else { "period" };
                format!(r#"{{"type":"observation","id":"{id}","source":"{source}","place":"{place}","{field}":"{time}","measure":"{measure}","figure":"{figure}"}}"#)
            })
            .collect();
        Self::new(name, &lines.join("\n"))
    }
}

impl Drop for Claims {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn asked(line: &str, files: &[&Claims]) -> (String, ExitCode) {
    let words = std::iter::once("ask").chain(line.split_whitespace());
    let files: Vec<String> = files
        .iter()
        .map(|file| file.0.display().to_string())
        .collect();
    let args = Args::try_parse_from(words.map(str::to_owned).chain(files)).expect("arguments");
    let mut out = Vec::new();
    let code = run(&args, &mut out).expect("output");
    (String::from_utf8(out).expect("text"), code)
}

fn json(line: &str, files: &[&Claims]) -> Value {
    serde_json::from_str(&asked(&format!("{line} --json"), files).0).expect("JSON")
}

fn trade() -> Claims {
    Claims::observations(
        "trade",
        &[
            ["a", "s", "Vĩnh Long", "2022", "exports", "575 triệu USD"],
            ["b", "s", "Vĩnh Long", "2023", "exports", "793 triệu USD"],
            ["c", "s", "Hải Phòng", "2023", "exports", "30 tỷ USD"],
            ["d", "p", "Hải Phòng", "2023", "exports", "29 tỷ USD"],
        ],
    )
}

#[test]
fn the_largest_of_the_examples() {
    let (text, _) = asked(
        "--measure fdi.registered --on 2022-12-20 --by province --prefer FIA --top 3",
        &[],
    );
    let second = text.lines().nth(2).expect("rows");
    assert!(second.starts_with("Hồ Chí Minh"), "{text}");
    assert_eq!(
        text.lines()
            .filter(|line| line.contains("USD") && !line.starts_with("Tổng"))
            .count(),
        3,
        "{text}"
    );
}

#[test]
fn the_json_has_the_form_published() {
    let trade = trade();
    let value = json(
        "--measure exports --by province,year --prefer Sở",
        &[&trade],
    );
    let row = &value["rows"][2];
    assert_eq!(
        row["key"],
        serde_json::json!({"province": "vinh-long", "year": "2023"})
    );
    assert_eq!(
        (&row["value"], &row["currency"]),
        (&"793000000".into(), &"USD".into())
    );
    assert_eq!(row["claims"], serde_json::json!(["b"]));
    assert_eq!(value["excluded"][0]["kind"], "less_preferred");
    assert_eq!(
        value["question"]["by"],
        serde_json::json!(["province", "year"])
    );
    assert!(value["totals"][0].get("key").is_none());
}

#[test]
fn growth_is_told_with_both_sides_or_refused() {
    let trade = trade();
    let line = "--measure exports --during 2023 --growth-from 2022 --by province --prefer Sở";
    let value = json(line, &[&trade]);
    let row = &value["rows"][1];
    assert!(
        row["value"]
            .as_str()
            .expect("a value")
            .starts_with("37.9130")
    );
    assert_eq!(row["other"]["claims"], serde_json::json!(["a"]));
    assert_eq!(value["rows"][0]["refused"]["kind"], "one_sided");
    let unlike = Claims::observations(
        "unlike",
        &[
            ["h", "s", "Vĩnh Long", "2022-Q3", "exports", "45 triệu USD"],
            ["g", "s", "Vĩnh Long", "2023-Q2", "exports", "90 triệu USD"],
        ],
    );
    let line = "--measure exports --during 2023 --growth-from 2022";
    let (text, code) = asked(&format!("{line} --json"), &[&unlike]);
    assert_eq!(
        format!("{code:?}"),
        format!("{:?}", ExitCode::from(REFUSED))
    );
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["refused"]["kind"], "other_periods");
}

#[test]
fn shares_and_two_sources() {
    let shares = Claims::new(
        "shares",
        r#"{"type":"observation","id":"jp","source":"s","place":"cả nước","as_of":"2023-12-31","measure":"fdi.registered","figure":"70 tỷ USD","partner":"Nhật Bản"}
{"type":"observation","id":"tot","source":"s","place":"cả nước","as_of":"2023-12-31","measure":"fdi.registered","figure":"280 tỷ USD"}
"#,
    );
    let value = json("--measure fdi.registered --by partner --share", &[&shares]);
    assert_eq!(value["rows"][0]["key"]["partner"], "JP");
    assert_eq!(value["rows"][0]["value"], "25");
    assert_eq!(value["rows"][1]["key"]["partner"], "rest");
    let trade = trade();
    let value = json(
        "--measure exports --during 2023 --by province --compare s,p",
        &[&trade],
    );
    assert_eq!(value["rows"][0]["value"], "1000000000");
    assert_eq!(
        value["rows"][0]["other"]["claims"],
        serde_json::json!(["d"])
    );
}

#[test]
fn strict_refuses_with_status_three() {
    let trade = trade();
    let (text, code) = asked(
        "--measure exports --during 2023 --by province --strict --json",
        &[&trade],
    );
    assert_eq!(
        format!("{code:?}"),
        format!("{:?}", ExitCode::from(REFUSED))
    );
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["refused"]["kind"], "strict");
    assert_eq!(value["refused"]["ids"], serde_json::json!(["c", "d"]));
}

#[test]
fn tables_markdown_series_and_pictures() {
    let trade = trade();
    let (text, _) = asked(
        "--measure exports --by province --series --prefer Sở --english --markdown",
        &[&trade],
    );
    assert!(text.starts_with("| Province | 2022 | 2023 |"), "{text}");
    assert!(text.contains("| Hải Phòng |  | 30,000,000,000 |"), "{text}");
    let folder = std::env::temp_dir();
    let [svg, html] = ["svg", "html"]
        .map(|ending| folder.join(format!("tinh-ask-{}.{ending}", std::process::id())));
    let line = format!(
        "--measure exports --during 2023 --by province --prefer Sở --svg {} --html {}",
        svg.display(),
        html.display()
    );
    asked(&line, &[&trade]);
    for path in [svg, html] {
        let text = std::fs::read_to_string(&path).expect("a picture");
        assert!(text.contains("Vĩnh Long"), "{}", path.display());
        std::fs::remove_file(path).expect("removed");
    }
}

#[test]
fn explained_down_to_the_printed_figure() {
    let trade = trade();
    let (text, _) = asked(
        "--measure exports --during 2023 --by province --prefer Sở --explain",
        &[&trade],
    );
    let counted =
        "  Vĩnh Long “793 triệu USD” = 793.000.000 USD, 2023-01-01/2023-12-31; T, Sở, 2024-01-10";
    assert!(text.contains(counted), "{text}");
    let left_out = "- Hải Phòng “29 tỷ USD” = 29.000.000.000 USD";
    let why = "Hải Phòng “30 tỷ USD” (Sở) được ưu tiên";
    assert!(text.contains(left_out) && text.contains(why), "{text}");
}

#[test]
fn what_cannot_be_read_is_listed() {
    let bad = Claims::new(
        "bad",
        "{\"type\":\"observation\",\"id\":\"x\",\"source\":\"s\",\"place\":\"Hải Phòng\",\"as_of\":\"2023-12-31\",\"measure\":\"fdi.registered\",\"figure\":\"nhiều nhiều\"}\n",
    );
    let value = json("--measure fdi.registered", &[&bad]);
    assert_eq!(value["rows"], serde_json::json!([]));
    assert!(!value["excluded"].as_array().expect("a list").is_empty());
}

#[test]
fn the_lines_of_the_readme_answer() {
    let readme = include_str!("../../README.md");
    let lines = readme
        .lines()
        .filter_map(|line| line.split_once("--example ask -- "));
    let answers: Vec<String> = lines.map(|(_, line)| asked(line, &[]).0).collect();
    assert_eq!(answers.len(), 2);
    assert!(answers[0].contains("Hồ Chí Minh"), "{}", answers[0]);
    let value: Value = serde_json::from_str(&answers[1]).expect("JSON");
    let rows = value["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["key"]["province"] == "hai-phong")
        .expect("a row");
    assert_eq!(row["coverage"]["units"]["of"], 2);
    assert_eq!(row["codes"]["iso_3166_2"], "VN-HP");
}
