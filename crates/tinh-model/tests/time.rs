//! Dates and periods as written, and what they read to; `!` is a refusal.

use tinh_model::time::{PartialDate, Period};

#[test]
fn forms_are_read_or_refused() {
    table_tests::each_row(
        "tests/data/time.tsv",
        &["name", "kind", "input", "reads_to"],
        |row| {
            let input = row.get("input");
            let found = match row.get("kind") {
                "date" => input.parse::<PartialDate>().map(|date| date.to_string()),
                "period" => input.parse::<Period>().map(|period| period.to_string()),
                other => return Err(format!("unknown kind {other}")),
            };
            let found = found.unwrap_or_else(|_| "!".to_owned());
            if found != row.get("reads_to") {
                return Err(format!("read as {found}"));
            }
            // What is written reads back to itself.
            let again = match row.get("kind") {
                "date" => found.parse::<PartialDate>().map(|date| date.to_string()),
                _ => found.parse::<Period>().map(|period| period.to_string()),
            };
            match again {
                Ok(again) if again != found => Err(format!("{found} reads back as {again}")),
                _ => Ok(()),
            }
        },
    );
}

#[test]
fn order_is_known_only_where_days_cannot_overlap() {
    let date = |text: &str| text.parse::<PartialDate>().expect(text);
    assert!(date("2023-11") < date("2023-12"));
    assert!(date("2023") > date("2022-12-31"));
    assert_eq!(date("2023").partial_cmp(&date("2023-05")), None);
    assert_eq!(date("--11").partial_cmp(&date("2023")), None);
    assert_eq!(date("--11"), date("tháng 11"));
}
