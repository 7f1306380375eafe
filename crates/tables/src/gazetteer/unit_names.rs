//! The spellings of units and localities.

use super::names::{Names, initials, unmarked, usage_of, words};
use super::{position, rows_of};
use std::collections::{BTreeMap, BTreeSet};
use table_tests::Row;

pub(super) fn unit_names(names: &mut Names, attributes: &[Row], ids: &[String]) {
    let aliases = rows_of("unit_names.tsv");
    let spelled = rows_of("unit_spellings.tsv");
    let follows = |id: &str, rule: &str| {
        spelled
            .iter()
            .any(|row| row.get("id") == id && row.get("rule") == rule)
    };
    let id_at = |wanted: &str| position(ids.iter().map(String::as_str), wanted, "unit_names.tsv");
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, id) in ids.iter().map(String::as_str).enumerate() {
        let hit = format!("Hit::Unit({at})");
        let name = attributes
            .iter()
            .find(|r| r.get("id") == id && r.get("attribute") == "name")
            .unwrap()
            .get("value");
        let case = if follows(id, "one-capital") {
            "First"
        } else {
            "Words"
        };
        let mut spellings = vec![(name, "Text")];
        for row in aliases.iter().filter(|r| r.get("id") == id) {
            let usage = usage_of(row.get("use"));
            if usage == "Abbreviation" {
                continue;
            }
            spellings.push((row.get("name"), usage));
        }
        for (spelling, usage) in spellings {
            let single = words(spelling).len() == 1;
            let caps = single && spelling.to_uppercase() == spelling;
            let usage = if single && usage == "Text" && spelling.chars().count() <= 3 && !caps {
                "Context"
            } else {
                usage
            };
            let case = if caps { "All" } else { case };
            names.add(spelling, &hit, usage, case);
            let plain = unmarked(spelling);
            let plain_usage = match usage {
                "Text" if follows(id, "unmarked-line") => "Unmarked",
                "Context" => "Lookup",
                other => other,
            };
            if plain != spelling {
                names.add(&plain, &hit, plain_usage, case);
            }
            if !single {
                let joined: String = words(&plain).concat();
                let usage = if follows(id, "joined-alone") {
                    "Lookup"
                } else {
                    plain_usage
                };
                names.add(&joined, &hit, usage, "First");
            }
        }
        if words(name).len() > 1 {
            let short = initials(name);
            by_initials.entry(short.clone()).or_default().insert(at);
            by_initials.entry(unmarked(&short)).or_default().insert(at);
        }
    }
    for row in aliases.iter().filter(|r| r.get("use") == "abbreviation") {
        let at = id_at(row.get("id"));
        by_initials
            .entry(row.get("name").to_owned())
            .or_default()
            .insert(at);
    }
    // Initials settle a name only where they are attested and nobody else's.
    for (short, holders) in &by_initials {
        let attested = aliases.iter().any(|r| r.get("name") == short);
        let usage = if attested && holders.len() == 1 {
            "Initials"
        } else {
            "Abbreviation"
        };
        for at in holders {
            names.add(short, &format!("Hit::Unit({at})"), usage, "All");
        }
    }
}

/// Localities: believed after their kind (*thành phố Vinh*), and alone where
/// the table says that the name means nothing else.
pub(super) fn locality_names(names: &mut Names, localities: &[Row]) {
    for (at, row) in localities.iter().enumerate() {
        let hit = format!("Hit::Locality({at})");
        let name = row.get("name");
        let usage = if row.get("alone") == "yes" {
            "Text"
        } else {
            "Titled"
        };
        names.add(name, &hit, usage, "Words");
        let plain = unmarked(name);
        if plain != name {
            let usage = if usage == "Text" { "Unmarked" } else { usage };
            names.add(&plain, &hit, usage, "Words");
        }
    }
}
