//! Countries.

use super::names::{Names, unmarked, usage_of, words};
use super::rows_of;
use std::fmt::Write;
use table_tests::Row;

pub(super) fn countries(o: &mut String, names: &mut Names) -> Vec<String> {
    let table = rows_of("countries.tsv");
    let rows: Vec<&Row> = table.iter().collect();
    assert!(
        rows.is_sorted_by_key(|r| r.get("alpha2")),
        "countries.tsv is sorted"
    );
    let codes: Vec<String> = rows.iter().map(|r| r.get("alpha2").to_owned()).collect();
    let spellings = rows_of("country_names.tsv");

    writeln!(
        o,
        "pub(crate) static COUNTRIES: [CountryRow; {}] = [",
        rows.len()
    )
    .unwrap();
    for row in &rows {
        let iso = row.get("status") == "ISO 3166-1";
        writeln!(
            o,
            "    CountryRow {{ alpha2: {:?}, alpha3: {:?}, numeric: {}, code: {}, former: {}, name: {:?}, short: {:?}, official: {:?} }},",
            row.get("alpha2"),
            row.get("alpha3"),
            if row.get("numeric").is_empty() {
                "None".to_owned()
            } else {
                format!("Some({})", row.get("numeric").trim_start_matches('0'))
            },
            if iso { format!("Some(C::{})", row.get("alpha3")) } else { "None".to_owned() },
            row.get("status") == "former",
            row.get("name"),
            row.get("short_name"),
            row.get("official_name"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    writeln!(
        o,
        "/// An exhaustive match: a code without a row does not compile."
    )
    .unwrap();
    writeln!(
        o,
        "pub(crate) const fn country_of(code: C) -> u16 {{\n    match code {{"
    )
    .unwrap();
    for (at, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, r)| r.get("status") == "ISO 3166-1")
    {
        writeln!(o, "        C::{} => {at},", row.get("alpha3")).unwrap();
    }
    writeln!(o, "    }}\n}}\n").unwrap();
    for (title, kind, column) in [
        ("BY_ALPHA3", "&str", "alpha3"),
        ("BY_NUMERIC", "u16", "numeric"),
    ] {
        let mut sorted: Vec<(String, usize)> = rows
            .iter()
            .enumerate()
            .filter(|(_, r)| !r.get(column).is_empty())
            .map(|(at, r)| (r.get(column).to_owned(), at))
            .collect();
        sorted.sort();
        assert!(
            sorted.windows(2).all(|w| w[0].0 != w[1].0),
            "{column} repeated"
        );
        writeln!(
            o,
            "pub(crate) static {title}: [({kind}, u16); {}] = [",
            sorted.len()
        )
        .unwrap();
        for (code, at) in sorted {
            match column {
                "alpha3" => writeln!(o, "    ({code:?}, {at}),"),
                _ => writeln!(o, "    ({}, {at}),", code.trim_start_matches('0')),
            }
            .unwrap();
        }
        writeln!(o, "];\n").unwrap();
    }

    for (at, row) in rows.iter().enumerate() {
        let hit = format!("Hit::Country({at})");
        let own = [
            row.get("name"),
            row.get("short_name"),
            row.get("official_name"),
        ];
        let listed: Vec<(&str, &'static str)> = spellings
            .iter()
            .filter(|r| r.get("alpha2") == row.get("alpha2"))
            .map(|r| (r.get("name"), usage_of(r.get("use"))))
            .collect();
        let all = own
            .iter()
            .filter(|n| !n.is_empty() && !listed.iter().any(|(l, _)| l == *n))
            .map(|n| (*n, "Text"))
            .chain(listed.iter().copied());
        for (spelling, usage) in all {
            let parts = words(spelling);
            let caps = parts.len() == 1 && spelling.to_uppercase() == spelling;
            let case = match parts.len() {
                _ if caps && spelling.chars().count() > 1 => "All",
                2 if !spelling.contains('-') => "Words",
                _ => "First",
            };
            names.add(spelling, &hit, usage, case);
            let plain = unmarked(spelling);
            let plain_usage = if ["Context", "Pair"].contains(&usage)
                || parts.len() == 1 && plain.len() < 5 && plain != spelling
            {
                "Lookup"
            } else {
                usage
            };
            if plain != spelling && usage != "Pair" {
                names.add(&plain, &hit, plain_usage, case);
            }
            // Transliterations are also written without their hyphens.
            if spelling.contains('-') && !spelling.contains(' ') {
                let joined = parts.concat();
                let usage = if joined.chars().count() < 6 {
                    "Lookup"
                } else {
                    usage
                };
                names.add(&joined, &hit, usage, "First");
                names.add(&unmarked(&joined), &hit, usage, "First");
            }
        }
    }
    codes
}
