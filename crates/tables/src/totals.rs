//! The table of `tinh-totals`: what no amount exceeds.

use crate::{File, header, rows};
use std::fmt::Write;

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh-totals/src/query/plausible/table.rs",
        text: plausible(),
    }]
}

/// The rules in the order they are tried: the first that is of a figure decides.
fn plausible() -> String {
    let table = rows("tinh-totals/data/plausible.tsv");
    let mut out = header("data/plausible.tsv");
    writeln!(out, "use tinh_model::MeasureUnit;\n\nuse super::Rule;\n").unwrap();
    writeln!(out, "pub(super) static RULES: [Rule; {}] = [", table.len()).unwrap();
    for row in &table {
        let any = |column: &str, wild: &str| match row.get(column) {
            text if text == wild => "None".to_owned(),
            text => format!("Some({text:?})"),
        };
        let unit = match row.get("unit") {
            "money" => "Money",
            "count" => "Count",
            "extent" => "Extent",
            other => panic!("{other}: money, count or extent"),
        };
        let national = match row.get("level") {
            "nation" => true,
            "any" => false,
            other => panic!("{other}: nation or any"),
        };
        let limit: i128 = row.get("limit").parse().expect("a whole number");
        let currency = row.get("currency");
        assert_eq!(currency == "-", unit != "Money", "a currency of money only");
        writeln!(
            out,
            "    Rule {{ name: {:?}, unit: MeasureUnit::{unit}, measure: {}, national: {national}, \
             currency: {}, limit: {limit}, reason: [{:?}, {:?}] }},",
            row.get("name"),
            any("measure", "*"),
            if currency == "-" {
                "None".to_owned()
            } else {
                any("currency", "*")
            },
            row.get("reason_vi"),
            row.get("reason"),
        )
        .unwrap();
    }
    writeln!(out, "];").unwrap();
    out
}
