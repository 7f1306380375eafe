//! What the checks find in small datasets. The source `s` is of 17 April 2023,
//! `l` of 1 February 2024, `u` is undated.

use tinh_model::Dataset;
use tinh_model::check::check;

const SOURCES: &str = r#"{"type":"source","id":"s","title":"t","published":"2023-04-17"}
{"type":"source","id":"u","title":"undated","not_before":"2022-12-20"}
{"type":"source","id":"l","title":"late","published":"2024-02-01"}"#;

#[test]
fn findings() {
    table_tests::each_row(
        "tests/data/checks.tsv",
        &["name", "claims", "findings"],
        |row| {
            let mut data = Dataset::new();
            let file = format!("{SOURCES}\n{}", row.get("claims").replace(" ;; ", "\n"));
            data.read_jsonl(file.as_bytes(), "f")
                .expect("no reader fails");
            if let Some(problem) = data.rejected().first() {
                return Err(problem.to_string());
            }
            let found: Vec<String> = check(&data).iter().map(ToString::to_string).collect();
            let found = found.join(" | ");
            if found == row.get("findings") {
                Ok(())
            } else {
                Err(format!("found\t{found}"))
            }
        },
    );
}

#[test]
fn twenty_thousand_parts_of_one_whole_end() {
    // Claims that all share one key: the worst a group can be.
    let mut file = format!("{SOURCES}\n");
    for n in 0..20_000 {
        file.push_str(&format!(
            r#"{{"type":"observation","id":"o{n}","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.registered","figure":{{"value":"{n}","unit":"USD"}},"part_of":"o0"}}"#
        ));
        file.push('\n');
    }
    let mut data = Dataset::new();
    data.read_jsonl(file.as_bytes(), "f").expect("read");
    assert_eq!(data.claims().len(), 20_000);
    assert!(!check(&data).is_empty());
}

#[test]
fn a_mission_that_many_repeat_is_looked_at_once() {
    // A line of a mebibyte, and as many claims said to be of one fact with it.
    let countries = vec!["\"JP\""; 150_000].join(",");
    let mut file = format!("{SOURCES}\n");
    file.push_str(&format!(
        r#"{{"type":"mission","id":"m","source":"s","place":"Vĩnh Long","direction":"outbound","destinations":[{countries}]}}"#
    ));
    for n in 0..10_000 {
        file.push_str(&format!(
            "\n{}",
            r#"{"type":"mission","id":"NN","source":"s","place":"Vĩnh Long","direction":"outbound","same_as":"m"}"#
                .replace("NN", &n.to_string())
        ));
    }
    let mut data = Dataset::new();
    data.read_jsonl(file.as_bytes(), "f").expect("read");
    assert_eq!((data.claims().len(), data.rejected()), (10_001, &[][..]));
    assert_eq!(check(&data), []);
}
