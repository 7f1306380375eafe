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
        let rules = Rules {
            case,
            unmarked_line: follows(id, "unmarked-line"),
            joined_alone: follows(id, "joined-alone"),
        };
        for (spelling, usage) in spellings {
            spell(names, &hit, spelling, usage, &rules);
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
    add_initials(names, &aliases, &by_initials);
}

/// How the forms made from a unit's name are believed.
struct Rules {
    case: &'static str,
    unmarked_line: bool,
    joined_alone: bool,
}

/// A spelling, and what is made from it: without marks, joined.
fn spell(names: &mut Names, hit: &str, spelling: &str, usage: &'static str, rules: &Rules) {
    let single = words(spelling).len() == 1;
    let caps = single && spelling.to_uppercase() == spelling;
    let short = single && spelling.chars().count() <= 3 && !caps;
    let usage = match usage {
        "Text" if short => "Context",
        other => other,
    };
    // TpHCM is written too; a shorter one would be a word.
    let case = match caps {
        true if spelling.len() >= 5 => "First",
        true => "All",
        false => rules.case,
    };
    names.add(spelling, hit, usage, case);
    let plain = unmarked(spelling);
    let plain_usage = match usage {
        "Text" if rules.unmarked_line => "Unmarked",
        "Context" => "Lookup",
        other => other,
    };
    if plain != spelling {
        names.add(&plain, hit, plain_usage, case);
    }
    if !single {
        let usage = if rules.joined_alone {
            "Lookup"
        } else {
            plain_usage
        };
        names.add(&words(&plain).concat(), hit, usage, "First");
    }
}

/// Initials settle a name only where they are attested and nobody else's.
fn add_initials(
    names: &mut Names,
    aliases: &[Row],
    by_initials: &BTreeMap<String, BTreeSet<usize>>,
) {
    for (short, holders) in by_initials {
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
