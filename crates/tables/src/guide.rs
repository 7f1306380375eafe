//! A page of the guide: currencies, the settings of the main types with the first
//! sentence of their documentation, and the functions in SQL.

use std::fmt::Write as _;

use crate::{File, place, rows};

/// The types whose settings are listed, and the files that have them.
const SETTINGS: [(&str, &str); 5] = [
    ("figures::Parser", "tinh-figures/src/parser.rs"),
    ("gazetteer::Finder", "tinh-gazetteer/src/text/find.rs"),
    ("reader::FiaReader", "tinh-reader/src/fia/mod.rs"),
    ("totals::Totals", "tinh-totals/src/query/mod.rs"),
    ("pages::Chart", "tinh-pages/src/chart/mod.rs"),
];

/// The files of the SQL crate that have scalar functions, in the order of the page.
const FUNCTIONS: [&str; 9] = [
    "figures", "money", "words", "province", "land", "country", "places", "measure", "claims",
];

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh/src/guide/tables.md",
        text: tables(),
    }]
}

fn tables() -> String {
    let mut out = String::from(
        "Measures, settings, functions in SQL and currencies.\n\n\
         Written by `cargo run -p tables` from the tables and the documentation.\n\n\
         # Measures\n\n\
         The table of all measures is in [`model::measures`](crate::model::measures), with \
         unit, nature and whether they add.\n\n# Settings\n",
    );
    for (name, path) in SETTINGS {
        let (_, short) = name.rsplit_once("::").unwrap();
        let source = std::fs::read_to_string(place(path)).unwrap();
        let found = settings(&source);
        assert!(!found.is_empty(), "{path}: no settings");
        writeln!(
            out,
            "\n[`{short}`](crate::{name}):\n\n| setting | effect |\n|---|---|"
        )
        .unwrap();
        for (setting, effect) in found {
            writeln!(
                out,
                "| [`{setting}`](crate::{name}::{setting}) | {effect} |"
            )
            .unwrap();
        }
    }
    out.push_str(
        "\n# Functions in SQL\n\nScalar functions of the crate `tinh-datafusion`; each with a text \
         to read has a variant `try_…` that says why there is no value. Aggregates and the table \
         `claims` are on that crate's own page.\n\n| function | value |\n|---|---|\n",
    );
    for name in FUNCTIONS {
        let path = format!("tinh-datafusion/src/scalar/{name}.rs");
        let source = std::fs::read_to_string(place(&path)).unwrap();
        let found = functions(&source);
        assert!(!found.is_empty(), "{path}: no functions");
        for (syntax, value) in found {
            writeln!(out, "| `{syntax}` | {} |", value.replace('|', "\\|")).unwrap();
        }
    }
    out.push_str(
        "\n# Currencies\n\nSource of codes, numbers and minor digits: ISO 4217. The forms are \
         read in text besides the code.\n\n| code | minor digits | name | forms |\n|---|---|---|---|\n",
    );
    for row in &rows("tinh-figures/data/currencies.tsv") {
        let of = |column| row.get(column).replace('|', "\\|");
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            of("code"),
            of("minor_digits"),
            of("name"),
            of("forms")
        )
        .unwrap();
    }
    out
}

/// How the functions of a source file are called, and what they do: the constants
/// `SYNTAX` and `DOC`.
fn functions(source: &str) -> Vec<(&str, &str)> {
    fn constants<'s>(source: &'s str, name: &str) -> Vec<&'s str> {
        let head = format!("const {name}: &'static str =");
        let values = source.split(head.as_str()).skip(1);
        let value = |rest: &'s str| rest.trim_start().strip_prefix('"')?.split('"').next();
        values.filter_map(value).collect()
    }
    let (syntax, docs) = (constants(source, "SYNTAX"), constants(source, "DOC"));
    assert_eq!(
        syntax.len(),
        docs.len(),
        "a function without one of the two"
    );
    syntax.into_iter().zip(docs).collect()
}

/// The methods of a source file that take `self` and return it changed, each
/// with the first paragraph of its documentation.
fn settings(source: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut first = String::new();
    let mut is_open = true;
    let mut lines = source.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if let Some(text) = line.strip_prefix("///") {
            is_open &= !text.trim().is_empty();
            if is_open {
                first.push(' ');
                first.push_str(text.trim());
            }
            continue;
        }
        if line.starts_with("#[") {
            continue;
        }
        let signature = line.strip_prefix("pub ").map(|rest| {
            let mut whole = rest.to_owned();
            while !whole.contains(['{', ';']) {
                let Some(next) = lines.next() else { break };
                whole.push(' ');
                whole.push_str(next);
            }
            whole
        });
        if let Some(signature) = signature {
            let method = line
                .split("fn ")
                .nth(1)
                .and_then(|rest| rest.split(['(', '<']).next());
            let takes_self = signature.contains("(self") || signature.contains("(mut self");
            let takes_self =
                takes_self || signature.contains("( self") || signature.contains("( mut self");
            if let (Some(method), true, true) = (method, takes_self, signature.contains("-> Self"))
            {
                found.push((method, plain(first.trim())));
            }
        }
        first.clear();
        is_open = true;
    }
    found
}

/// The first sentence, without links: they lead elsewhere from another page.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let Some((label, tail)) = after.split_once(']') else {
            break;
        };
        out.push_str(label);
        let link = [('(', ')'), ('[', ']')]
            .into_iter()
            .find_map(|(open, close)| tail.strip_prefix(open)?.split_once(close));
        rest = link.map_or(tail, |(_, tail)| tail);
    }
    out.push_str(rest);
    let sentence = out.split_inclusive(". ").next().unwrap_or(&out);
    sentence.trim().replace('|', "\\|")
}
