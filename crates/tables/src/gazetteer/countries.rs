//! Countries.

use super::names::{Names, spellings, unmarked, words};
use super::rows_of;
use std::fmt::Write;
use table_tests::Row;

/// Writes the tables of countries and returns their alpha-2 codes in order.
pub(super) fn countries(o: &mut String, names: &mut Names) -> Vec<String> {
    let rows = rows_of("countries.tsv");
    assert!(
        rows.is_sorted_by_key(|r| r.get("alpha2").to_owned()),
        "countries.tsv is sorted"
    );
    write_rows(o, &rows);
    write_codes(o, &rows);
    let listed = rows_of("country_names.tsv");
    for (at, row) in rows.iter().enumerate() {
        let hit = format!("Hit::Country({at})");
        let own = ["name", "short_name", "official_name"].map(|column| row.get(column));
        for (spelling, usage) in spellings(&own, &listed, "alpha2", row.get("alpha2")) {
            spell(names, &hit, spelling, usage);
        }
    }
    rows.iter().map(|r| r.get("alpha2").to_owned()).collect()
}

fn is_iso(row: &Row) -> bool {
    row.get("status") == "ISO 3166-1"
}

fn write_rows(o: &mut String, rows: &[Row]) {
    let count = rows.len();
    writeln!(o, "pub(crate) static COUNTRIES: [CountryRow; {count}] = [").unwrap();
    for row in rows {
        let numeric = match row.get("numeric") {
            "" => "None".to_owned(),
            code => format!("Some({})", code.trim_start_matches('0')),
        };
        let code = if is_iso(row) {
            format!("Some(C::{})", row.get("alpha3"))
        } else {
            "None".to_owned()
        };
        writeln!(
            o,
            "    CountryRow {{ alpha2: {:?}, alpha3: {:?}, numeric: {numeric}, code: {code}, former: {}, name: {:?}, short: {:?}, official: {:?} }},",
            row.get("alpha2"),
            row.get("alpha3"),
            row.get("status") == "former",
            row.get("name"),
            row.get("short_name"),
            row.get("official_name"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}

/// From a code to its row: of the enum, of three letters, of the number.
fn write_codes(o: &mut String, rows: &[Row]) {
    writeln!(
        o,
        "/// An exhaustive match: a code without a row does not compile.\n\
         pub(crate) const fn country_of(code: C) -> u16 {{\n    match code {{"
    )
    .unwrap();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_iso(row)) {
        writeln!(o, "        C::{} => {at},", row.get("alpha3")).unwrap();
    }
    writeln!(o, "    }}\n}}\n").unwrap();
    for (title, kind, column) in [
        ("BY_ALPHA3", "&str", "alpha3"),
        ("BY_NUMERIC", "u16", "numeric"),
    ] {
        let mut sorted: Vec<(&str, usize)> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (row.get(column), at))
            .filter(|(code, _)| !code.is_empty())
            .collect();
        sorted.sort_unstable();
        assert!(
            sorted.windows(2).all(|w| w[0].0 != w[1].0),
            "{column} repeated"
        );
        let count = sorted.len();
        writeln!(o, "pub(crate) static {title}: [({kind}, u16); {count}] = [").unwrap();
        for (code, at) in sorted {
            match column {
                "alpha3" => writeln!(o, "    ({code:?}, {at}),"),
                _ => writeln!(o, "    ({}, {at}),", code.trim_start_matches('0')),
            }
            .unwrap();
        }
        writeln!(o, "];\n").unwrap();
    }
}

/// A spelling, and what is made from it: without marks, without hyphens.
fn spell(names: &mut Names, hit: &str, spelling: &str, usage: &'static str) {
    let parts = words(spelling);
    let caps = parts.len() == 1 && spelling.to_uppercase() == spelling;
    let case = match parts.len() {
        _ if caps && spelling.chars().count() > 1 => "All",
        2 if !spelling.contains('-') => "Words",
        _ => "First",
    };
    names.add(spelling, hit, usage, case);
    let plain = unmarked(spelling);
    let plain_usage = if ["Context", "Pair"].contains(&usage)
        || parts.len() == 1 && plain.len() < 5 && plain != spelling
    {
        "Lookup"
    } else {
        usage
    };
    if plain != spelling && usage != "Pair" {
        names.add(&plain, hit, plain_usage, case);
    }
    // Transliterations are also written without their hyphens.
    if spelling.contains('-') && !spelling.contains(' ') {
        let joined = parts.concat();
        let usage = if joined.chars().count() < 6 {
            "Lookup"
        } else {
            usage
        };
        names.add(&joined, hit, usage, "First");
        names.add(&unmarked(&joined), hit, usage, "First");
    }
}
