//! Tables of `tinh-figures`: the currencies.

use crate::{File, header, rows};
use std::fmt::Write;

/// The units of account and the test codes are not money in text.
const NOT_IN_TEXT: [&str; 9] = [
    "XTS", "XXX", "XBA", "XBB", "XBC", "XBD", "XSU", "XUA", "XAD",
];

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh-figures/src/currency/table.rs",
        text: currencies(),
    }]
}

/// The rows, the forms read in text, and one constant a currency.
fn currencies() -> String {
    let table = rows("tinh-figures/data/currencies.tsv");
    assert!(
        table.is_sorted_by(|a, b| a.get("code") < b.get("code")),
        "codes in order, none twice"
    );
    let count = table.len();
    let mut out = header("data/currencies.tsv");
    let o = &mut out;
    writeln!(o, "use super::{{Currency, row, Row}};\n").unwrap();
    writeln!(
        o,
        "/// How many there are.\npub(super) const COUNT: u8 = {count};\n"
    )
    .unwrap();
    writeln!(
        o,
        "/// In the order of the codes.\npub(super) static ROWS: [Row; {count}] = ["
    )
    .unwrap();
    for r in &table {
        let minor = match r.get("minor_digits") {
            "-" => "None".to_owned(),
            digits => format!("Some({digits})"),
        };
        let numeric = r.get("numeric").trim_start_matches('0');
        writeln!(
            o,
            "    row({:?}, {numeric}, {minor}, {:?}),",
            r.get("code"),
            r.get("name")
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    // Longest first: the search takes the first form that fits.
    let mut forms: Vec<(usize, &str, usize, bool)> = Vec::new();
    let mut symbols: Vec<(&str, usize)> = Vec::new();
    for (i, r) in table.iter().enumerate() {
        for form in r
            .get("forms")
            .split(';')
            .map(str::trim)
            .filter(|f| !f.is_empty())
        {
            if form.chars().all(char::is_alphabetic) || form.contains([' ', '-']) {
                forms.push((form.split([' ', '-']).count(), form, i, false));
            } else {
                symbols.push((form, i));
            }
        }
        if !NOT_IN_TEXT.contains(&r.get("code")) {
            forms.push((1, r.get("code"), i, true));
        }
    }
    forms.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    symbols.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(b.0)));
    writeln!(
        o,
        "/// Names and codes as they are written in text, most syllables first; the last field\n\
         /// tells a code.\npub(super) const FORMS: [(&str, u8, bool); {}] = [",
        forms.len()
    )
    .unwrap();
    for (_, form, i, code) in &forms {
        writeln!(o, "    ({form:?}, {i}, {code}),").unwrap();
    }
    writeln!(
        o,
        "];\n\n/// Symbols, longest first.\npub(super) static SYMBOLS: [(&str, u8); {}] = [",
        symbols.len()
    )
    .unwrap();
    for (form, i) in &symbols {
        writeln!(o, "    ({form:?}, {i}),").unwrap();
    }
    writeln!(o, "];\n\n/// One constant a currency.\nimpl Currency {{").unwrap();
    for (i, r) in table.iter().enumerate() {
        writeln!(
            o,
            "    /// {}.\n    pub const {}: Self = Self({i});",
            r.get("name"),
            r.get("code")
        )
        .unwrap();
    }
    writeln!(o, "}}").unwrap();
    out
}
