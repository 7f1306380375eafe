//! Units, their dated attributes, the events between them, and localities.

use super::names::{Names, unmarked};
use super::{
    date, eve, fold, holds, maybe_date, mergers, position, rows_of, set, unit_names, words_for,
};
use std::collections::BTreeSet;
use std::fmt::Write;
use table_tests::Row;

/// The attributes that keep their dates, and what each is called in Rust. The
/// name and the kind are not among them: a change of either begins a version.
const DATED: [(&str, &str); 6] = [
    ("gso_code", "GsoCode"),
    ("iso_3166_2", "Iso31662"),
    ("iso_3166_2_by_name", "Iso31662ByName"),
    ("hasc", "Hasc"),
    ("region", "Region"),
    ("key_economic_region", "KeyEconomicRegion"),
];

/// The value of an attribute that is the same on every day of a version.
fn fixed<'a>(attributes: &'a [Row], version: &Row, attribute: &str) -> Option<&'a str> {
    let of = |row: &&Row| row.get("id") == version.get("id") && row.get("attribute") == attribute;
    let first = attributes
        .iter()
        .filter(of)
        .find(|row| holds(row, version.get("valid_from")))?;
    let end = first.get("valid_to");
    let whole =
        end.is_empty() || (!version.get("valid_to").is_empty() && version.get("valid_to") <= end);
    assert!(
        whole,
        "{}: its {attribute} changes on a day on which no version begins",
        version.get("id")
    );
    Some(first.get("value"))
}

/// Writes the tables of units and returns the ids in their order.
pub(super) fn units(o: &mut String, names: &mut Names) -> Vec<String> {
    let pieces = rows_of("pieces.tsv");
    let (units, attributes) = mergers::applied(rows_of("units.tsv"), rows_of("attributes.tsv"));
    assert!(
        units.is_sorted_by_key(|r| (r.get("id").to_owned(), r.get("valid_from").to_owned())),
        "units.tsv is sorted by id and date"
    );
    let mut ids: Vec<String> = units.iter().map(|r| r.get("id").to_owned()).collect();
    ids.dedup();
    for row in &attributes {
        let known = ["name", "name_en", "kind"].contains(&row.get("attribute"))
            || DATED.iter().any(|(name, _)| *name == row.get("attribute"));
        assert!(known, "attributes.tsv: {row:?}");
        assert!(ids.iter().any(|id| id == row.get("id")), "{row:?}");
    }
    for (name, members) in [
        ("PIECE_WORDS", pieces.len()),
        ("VERSION_WORDS", units.len()),
        ("ID_WORDS", ids.len()),
    ] {
        writeln!(
            o,
            "pub(crate) const {name}: usize = {};",
            words_for(members)
        )
        .unwrap();
    }
    write_pieces(o, &pieces);
    write_units(o, &pieces, &units, &attributes, &ids);
    let localities = write_localities(o, &pieces);
    write_ids(o, &units, &attributes, &ids, &localities);
    write_epochs(o, &units);
    write_events(o, &units);
    write_former(o, &pieces, names);
    unit_names::unit_names(names, &attributes, &ids);
    unit_names::locality_names(names, &localities);
    ids
}

fn write_pieces(o: &mut String, pieces: &[Row]) {
    let moved = pieces
        .iter()
        .enumerate()
        .filter(|(_, p)| p.get("kind") == "transfer");
    writeln!(
        o,
        "\n/// The pieces that moved between two units that both went on.\n\
         pub(crate) const TRANSFERS: Set<PIECE_WORDS> = {};\n",
        set(pieces.len(), moved.map(|(at, _)| at))
    )
    .unwrap();
    writeln!(
        o,
        "pub(crate) static PIECES: [PieceRow; {}] = [",
        pieces.len()
    )
    .unwrap();
    for row in pieces {
        let (id, name) = (row.get("id"), row.get("name"));
        let hectares = match row.get("hectares") {
            "" => "None".to_owned(),
            hectares => format!("Some({hectares})"),
        };
        writeln!(
            o,
            "    PieceRow {{ id: {id:?}, name: {name:?}, hectares: {hectares} }},"
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}

/// The pieces listed in a row's territory, as a set.
fn territory(pieces: &[Row], row: &Row) -> String {
    let listed = row.get("territory").split(' ');
    let at = |id: &str| position(pieces.iter().map(|p| p.get("id")), id, "pieces.tsv");
    set(pieces.len(), listed.map(at))
}

fn write_units(o: &mut String, pieces: &[Row], units: &[Row], attributes: &[Row], ids: &[String]) {
    writeln!(o, "pub(crate) static UNITS: [UnitRow; {}] = [", units.len()).unwrap();
    for (at, row) in units.iter().enumerate() {
        let name = fixed(attributes, row, "name").unwrap();
        let english =
            fixed(attributes, row, "name_en").map_or_else(|| unmarked(name), str::to_owned);
        writeln!(
            o,
            "    UnitRow {{ index: {at}, id: {}, name: {name:?}, english: {english:?}, municipality: {}, from: {}, to: {}, territory: {}, note: {:?}, source: {:?} }},",
            position(ids.iter().map(String::as_str), row.get("id"), "units.tsv"),
            match fixed(attributes, row, "kind") {
                Some("municipality") => true,
                Some("province") => false,
                other => panic!("{}: unknown kind {other:?}", row.get("id")),
            },
            maybe_date(row.get("valid_from")),
            maybe_date(row.get("valid_to")),
            territory(pieces, row),
            row.get("note"),
            row.get("source"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}

fn write_ids(
    o: &mut String,
    units: &[Row],
    attributes: &[Row],
    ids: &[String],
    localities: &[Row],
) {
    let mut dated = String::new();
    let mut names = Vec::new();
    let mut total = 0;
    writeln!(o, "pub(crate) static IDS: [IdRow; {}] = [", ids.len()).unwrap();
    for id in ids {
        let first = units.iter().position(|r| r.get("id") == id).unwrap();
        let end = first + units.iter().filter(|r| r.get("id") == id).count();
        let name = fixed(attributes, &units[first], "name").unwrap();
        let first_attribute = total;
        for row in attributes.iter().filter(|r| r.get("id") == id) {
            let Some((_, kind)) = DATED.iter().find(|(of, _)| *of == row.get("attribute")) else {
                continue;
            };
            writeln!(
                dated,
                "    AttributeRow {{ attribute: {kind}, value: {:?}, from: {}, to: {} }},",
                row.get("value"),
                maybe_date(row.get("valid_from")),
                maybe_date(row.get("valid_to")),
            )
            .unwrap();
            total += 1;
        }
        names.push(name);
        // The city of the same name inside it.
        let inner = localities
            .iter()
            .position(|l| l.get("name") == name && l.get("kind") == "city")
            .map_or("None".to_owned(), |at| format!("Some({at})"));
        writeln!(
            o,
            "    IdRow {{ slug: {id:?}, name: {name:?}, first: {first}, end: {end}, versions: {}, first_attribute: {first_attribute}, end_attribute: {total}, inner_city: {inner} }},",
            set(units.len(), first..end)
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
    write_names(o, &names);
    writeln!(
        o,
        "pub(crate) static ATTRIBUTES: [AttributeRow; {total}] = [\n{dated}];\n"
    )
    .unwrap();
}

/// The slots of the exact names, each one more than the number of an id.
fn write_names(o: &mut String, names: &[&str]) {
    let size = (names.len() * 2).next_power_of_two();
    let mut slots = vec![0; size];
    for (at, name) in names.iter().enumerate() {
        let mut slot = fold::home(fold::hash_exact(name.as_bytes()), size);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = at + 1;
    }
    writeln!(o, "pub(crate) static NAMES: [u16; {size}] = {slots:?};\n").unwrap();
}

/// The tables begin on the day the 61 provinces did.
fn write_epochs(o: &mut String, units: &[Row]) {
    let mut starts: BTreeSet<&str> = units.iter().map(|r| r.get("valid_from")).collect();
    starts.remove("");
    writeln!(
        o,
        "pub(crate) static EPOCHS: [EpochRow; {}] = [",
        starts.len()
    )
    .unwrap();
    for start in &starts {
        let valid = units
            .iter()
            .enumerate()
            .filter(|(_, row)| holds(row, start));
        writeln!(
            o,
            "    EpochRow {{ from: {}, units: {} }},",
            date(start),
            set(units.len(), valid.map(|(at, _)| at))
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}

fn write_events(o: &mut String, units: &[Row]) {
    let acts = rows_of("acts.tsv");
    writeln!(o, "pub(crate) static ACTS: [ActRow; {}] = [", acts.len()).unwrap();
    for row in &acts {
        writeln!(
            o,
            "    ActRow {{ kind: {}, number: {:?}, issuer: {:?}, date: {}, note: {:?}, source: {:?} }},",
            capitalised(row.get("kind")),
            row.get("number"),
            row.get("issuer"),
            date(row.get("date")),
            row.get("note"),
            row.get("source"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    let version = |id: &str, day: &str| {
        units
            .iter()
            .position(|r| r.get("id") == id && holds(r, day))
            .unwrap_or_else(|| panic!("events.tsv: no {id} on {day}"))
    };
    let events = rows_of("events.tsv");
    writeln!(
        o,
        "pub(crate) static EVENTS: [EventRow; {}] = [",
        events.len()
    )
    .unwrap();
    for row in &events {
        let day = row.get("date");
        let from = match (row.get("from_id"), row.get("kind")) {
            ("", _) => "None".to_owned(),
            (id, "recode" | "unchanged") => format!("Some({})", version(id, day)),
            (id, _) => format!("Some({})", version(id, &eve(day))),
        };
        writeln!(
            o,
            "    EventRow {{ date: {}, from: {from}, to: {}, from_name: {:?}, kind: {}, act: {}, note: {:?}, source: {:?} }},",
            date(day),
            version(row.get("to_id"), day),
            row.get("from_name"),
            capitalised(row.get("kind")),
            position(acts.iter().map(|a| a.get("number")), row.get("act"), "acts.tsv"),
            row.get("note"),
            row.get("source"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}

/// Provinces that ended before the tables begin: names only.
fn write_former(o: &mut String, pieces: &[Row], names: &mut Names) {
    let former = rows_of("former_units.tsv");
    writeln!(
        o,
        "pub(crate) static FORMER: [FormerRow; {}] = [",
        former.len()
    )
    .unwrap();
    for (at, row) in former.iter().enumerate() {
        let name = row.get("name");
        writeln!(
            o,
            "    FormerRow {{ until: {}, territory: {} }},",
            row.get("until"),
            territory(pieces, row)
        )
        .unwrap();
        let hit = format!("Hit::Former({at})");
        // Alone only: in a text *Quảng Nam - Đà Nẵng* are two, and *phía Nam Hà
        // Nội* is none.
        names.add(name, &hit, "Lookup", "Words");
        names.add(&unmarked(name), &hit, "Lookup", "Words");
    }
    writeln!(o, "];\n").unwrap();
}

fn write_localities(o: &mut String, pieces: &[Row]) -> Vec<Row> {
    let localities = rows_of("localities.tsv");
    assert!(
        localities.is_sorted_by(|a, b| a.get("id") < b.get("id")),
        "localities.tsv is sorted by id, none twice"
    );
    writeln!(
        o,
        "pub(crate) static LOCALITIES: [LocalityRow; {}] = [",
        localities.len()
    )
    .unwrap();
    for row in &localities {
        writeln!(
            o,
            "    LocalityRow {{ id: {:?}, name: {:?}, kind: {}, piece: {}, until: {} }},",
            row.get("id"),
            row.get("name"),
            capitalised(row.get("kind")),
            set(
                pieces.len(),
                [position(
                    pieces.iter().map(|p| p.get("id")),
                    row.get("piece"),
                    "pieces.tsv"
                )]
            ),
            maybe_date(row.get("until")),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
    localities
}

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
