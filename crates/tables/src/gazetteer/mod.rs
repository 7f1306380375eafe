//! Tables of `tinh-gazetteer`: units, countries, organisations and the index
//! of all names.

use crate::{File, header};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

#[path = "../../../tinh-gazetteer/src/fold.rs"]
#[allow(dead_code)]
mod fold;

use fold::{KEY_MAX, Key, Piece, classify};
use table_tests::Row;

/// Replaced in `DATA_VERSION`: the day the tables were last corrected.
const DATA_VERSION: &str = "2026-11-23";

/// Sets of `context_words.tsv`, in the order of their bits, and last that of
/// the names in `compounds.tsv`.
const SETS: [&str; 12] = [
    "surname", "middle", "person", "money", "language", "below", "peace", "function", "heading",
    "at", "state", "compound",
];

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh-gazetteer/src/tables.rs",
        text: tables(),
    }]
}

/// The rows of a file of `data/`.
fn rows_of(file: &str) -> Vec<Row> {
    crate::rows(&format!("tinh-gazetteer/data/{file}"))
}

/// A date of a TSV as a call of the table's constructor.
fn date(text: &str) -> String {
    let parts: Vec<u32> = text.split('-').map(|p| p.parse().unwrap()).collect();
    let [y, m, d] = parts[..] else {
        panic!("not a date: {text}")
    };
    assert!(
        chrono::NaiveDate::from_ymd_opt(y.try_into().unwrap(), m, d).is_some(),
        "no such day: {text}"
    );
    format!("ymd({y}, {m}, {d})")
}

fn maybe_date(text: &str) -> String {
    if text.is_empty() {
        "None".to_owned()
    } else {
        format!("Some({})", date(text))
    }
}

/// The day before.
fn eve(text: &str) -> String {
    let day: chrono::NaiveDate = text.parse().unwrap();
    day.pred_opt().unwrap().to_string()
}

fn position<'a>(mut ids: impl Iterator<Item = &'a str>, wanted: &str, what: &str) -> usize {
    ids.position(|id| id == wanted)
        .unwrap_or_else(|| panic!("{what}: {wanted} is not in the table"))
}

/// A spelling as the keys it is found by: joined by spaces, and with its
/// hyphens, commas and brackets kept for running text.
fn keys_of(name: &str) -> BTreeSet<String> {
    let mut spaced = Key::new();
    let mut exact = Key::new();
    let mut pos = 0;
    let mut gap = None;
    while let Some(c) = name[pos..].chars().next() {
        if matches!(classify(c), Piece::Letter { .. }) {
            if let Some(gap) = gap
                && exact.len() > 0
            {
                spaced.push(b' ');
                exact.push(gap);
            }
            spaced.push_word(name, pos);
            pos = exact.push_word(name, pos).unwrap().end;
            gap = None;
        } else {
            let mark = match c {
                '-' | '–' => b'-',
                ',' => b',',
                '(' => b'(',
                '&' => b'&',
                ')' | ' ' | '\'' | '’' | '.' => b' ',
                other => panic!("{name}: {other:?} is not expected in a name"),
            };
            gap = match gap {
                Some(b' ') | None => Some(mark),
                kept => kept,
            };
            pos += c.len_utf8();
        }
    }
    assert!(
        !spaced.overflowed() && spaced.len() < KEY_MAX,
        "{name}: too long"
    );
    [spaced, exact]
        .iter()
        .map(|k| String::from_utf8(k.as_bytes().to_vec()).unwrap())
        .collect()
}

/// A spelling without any mark, as people type it.
fn unmarked(name: &str) -> String {
    name.chars()
        .map(|c| match classify(c) {
            Piece::Letter { key, upper, .. } => {
                let plain = match key {
                    b'A' | b'B' => 'a',
                    b'D' => 'd',
                    b'E' => 'e',
                    b'O' | b'P' => 'o',
                    b'U' => 'u',
                    other => char::from(other),
                };
                if upper {
                    plain.to_ascii_uppercase()
                } else {
                    plain
                }
            }
            _ => c,
        })
        .collect()
}

fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| !matches!(classify(c), Piece::Letter { .. }))
        .filter(|w| !w.is_empty())
        .collect()
}

fn initials(name: &str) -> String {
    words(name)
        .iter()
        .filter_map(|w| w.chars().next())
        .collect::<String>()
        .to_uppercase()
}

/// Key -> (hit, use, case), the most believable use kept.
#[derive(Default)]
struct Names {
    map: BTreeMap<String, BTreeMap<String, (&'static str, &'static str)>>,
}

const USES: [&str; 6] = [
    "Text",
    "Context",
    "Unmarked",
    "Initials",
    "Lookup",
    "Abbreviation",
];

impl Names {
    fn add(&mut self, name: &str, hit: &str, usage: &'static str, case: &'static str) {
        assert!(USES.contains(&usage), "{name}: unknown use {usage}");
        for key in keys_of(name) {
            self.add_key(key, hit, usage, case);
        }
    }

    fn add_key(&mut self, key: String, hit: &str, usage: &'static str, case: &'static str) {
        let rank = |u: &str| USES.iter().position(|x| *x == u);
        let slot = self.map.entry(key).or_default();
        let kept = slot.entry(hit.to_owned()).or_insert((usage, case));
        if rank(usage) < rank(kept.0) {
            *kept = (usage, case);
        }
    }
}

fn usage_of(text: &str) -> &'static str {
    match text {
        "text" => "Text",
        "context" => "Context",
        "lookup" => "Lookup",
        "abbreviation" => "Abbreviation",
        other => panic!("unknown use {other:?}"),
    }
}

/// The text of `src/tables.rs`.
fn tables() -> String {
    let mut out = header("data/*.tsv");
    let o = &mut out;
    writeln!(
        o,
        "use crate::EventKind::{{Merge, Recode, Split, Transfer, Unchanged, Upgrade}};"
    )
    .unwrap();
    writeln!(o, "use crate::OrganisationKind as K;").unwrap();
    writeln!(o, "use crate::table::Case::{{All, First, Words}};").unwrap();
    writeln!(
        o,
        "use crate::table::Use::{{Abbreviation, Context, Initials, Lookup, Text, Unmarked}};"
    )
    .unwrap();
    writeln!(o, "use crate::table::{{CountryRow, EpochRow, EventRow, Hit, IdRow, KeyRow, Member, MemberRow, OrganisationRow, PieceRow, TargetRow, UnitRow, ymd}};").unwrap();
    writeln!(o, "use isocountry::CountryCode as C;\n").unwrap();
    writeln!(
        o,
        "pub(crate) const DATA_VERSION: &str = {DATA_VERSION:?};\n"
    )
    .unwrap();

    let mut names = Names::default();
    units(o, &mut names);
    let countries = countries(o, &mut names);
    organisations(o, &mut names, &countries);
    for row in rows_of("not_places.tsv").iter() {
        let phrase = row.get("phrase");
        let small = |w: &&str| w.starts_with(char::is_lowercase);
        let case = if words(phrase).iter().any(small) {
            "First"
        } else {
            "Words"
        };
        names.add(phrase, "Hit::Nothing", "Text", case);
        names.add(&unmarked(phrase), "Hit::Nothing", "Text", case);
    }
    let sets = context(o);
    index(o, names, &sets);
    out
}

/// A word or name as one key.
fn key_of(name: &str) -> String {
    let key = fold::fold_name(name).unwrap_or_else(|| panic!("{name}: not a name"));
    String::from_utf8(key.as_bytes().to_vec()).unwrap()
}

/// The words that `context` looks for around a name: key and sets.
fn context(o: &mut String) -> BTreeMap<String, u16> {
    let mut sets: BTreeMap<String, u16> = BTreeMap::new();
    for row in rows_of("context_words.tsv").iter() {
        let bit = position(SETS.into_iter(), row.get("set"), "sets of words");
        *sets.entry(key_of(row.get("word"))).or_default() |= 1 << bit;
    }
    for (bit, set) in SETS.iter().enumerate() {
        let (name, value) = (set.to_uppercase(), 1u16 << bit);
        writeln!(o, "pub(crate) const {name}: u16 = {value:#x};").unwrap();
    }
    let pairs: BTreeSet<(String, String)> = rows_of("compounds.tsv")
        .iter()
        .map(|row| (key_of(row.get("name")), key_of(row.get("second"))))
        .collect();
    writeln!(
        o,
        "\n/// Names that are another word with the word after them."
    )
    .unwrap();
    writeln!(
        o,
        "pub(crate) static COMPOUNDS: [(&str, &str); {}] = [",
        pairs.len()
    )
    .unwrap();
    for (name, second) in &pairs {
        writeln!(o, "    ({name:?}, {second:?}),").unwrap();
        let bit = position(SETS.into_iter(), "compound", "sets of words");
        *sets.entry(name.clone()).or_default() |= 1 << bit;
    }
    writeln!(o, "];\n").unwrap();
    sets
}

fn units(o: &mut String, names: &mut Names) {
    let pieces = rows_of("pieces.tsv");
    let transfers = pieces
        .iter()
        .enumerate()
        .filter(|(_, p)| p.get("kind") == "transfer")
        .fold(0u128, |set, (at, _)| set | 1 << at);
    writeln!(
        o,
        "/// The pieces that moved between two units that both went on."
    )
    .unwrap();
    writeln!(o, "pub(crate) const TRANSFERS: u128 = {transfers:#x};\n").unwrap();
    let units = rows_of("units.tsv");
    let events = rows_of("events.tsv");
    let piece_at = |id: &str| position(pieces.iter().map(|p| p.get("id")), id, "pieces.tsv");

    let count = pieces.len();
    assert!(count <= 128, "a territory is a set of at most 128 pieces");
    writeln!(o, "pub(crate) static PIECES: [PieceRow; {count}] = [").unwrap();
    for row in pieces.iter() {
        writeln!(
            o,
            "    PieceRow {{ id: {:?}, name: {:?} }},",
            row.get("id"),
            row.get("name")
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    let rows: Vec<&Row> = units.iter().collect();
    assert!(rows.len() <= 128, "a set of units has at most 128 members");
    assert!(
        rows.is_sorted_by_key(|r| (r.get("id"), r.get("valid_from"))),
        "units.tsv is sorted by id and date"
    );
    let mut ids: Vec<&str> = rows.iter().map(|r| r.get("id")).collect();
    ids.dedup();

    writeln!(o, "pub(crate) static UNITS: [UnitRow; {}] = [", rows.len()).unwrap();
    for (at, row) in rows.iter().enumerate() {
        let territory = row
            .get("territory")
            .split(' ')
            .fold(0u128, |set, piece| set | 1 << piece_at(piece));
        let (gso, old) = (row.get("gso_code"), row.get("gso_code_until_2004"));
        assert!(
            !gso.is_empty() || !old.is_empty(),
            "{}: no code",
            row.get("id")
        );
        writeln!(
            o,
            "    UnitRow {{ index: {at}, id: {}, name: {:?}, municipality: {}, from: {}, to: {}, gso: {:?}, gso_old: {:?}, iso: {:?}, iso_assigned: {}, region: {:?}, region_2025: {:?}, key_region: {:?}, territory: {:#x}, note: {:?}, source: {:?} }},",
            position(ids.iter().copied(), row.get("id"), "units.tsv"),
            row.get("name"),
            match row.get("kind") {
                "municipality" => true,
                "province" => false,
                other => panic!("unknown kind {other:?}"),
            },
            maybe_date(row.get("valid_from")),
            maybe_date(row.get("valid_to")),
            gso,
            old,
            row.get("iso_3166_2"),
            row.get("iso_basis") == "assigned",
            row.get("region"),
            row.get("region_from_2025_07"),
            row.get("key_economic_region"),
            territory,
            row.get("note"),
            row.get("source"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    writeln!(o, "pub(crate) static IDS: [IdRow; {}] = [", ids.len()).unwrap();
    for id in &ids {
        let first = rows.iter().position(|r| r.get("id") == *id).unwrap();
        let end = first + rows.iter().filter(|r| r.get("id") == *id).count();
        writeln!(
            o,
            "    IdRow {{ slug: {id:?}, name: {:?}, first: {first}, end: {end}, versions: {:#x} }},",
            rows[first].get("name"),
            (1u128 << end) - (1u128 << first)
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    // The tables begin on the day the 61 provinces did.
    let mut starts: BTreeSet<&str> = rows.iter().map(|r| r.get("valid_from")).collect();
    starts.remove("");
    writeln!(
        o,
        "pub(crate) static EPOCHS: [EpochRow; {}] = [",
        starts.len()
    )
    .unwrap();
    for start in &starts {
        let set = rows.iter().enumerate().fold(0u128, |set, (at, row)| {
            let (from, to) = (row.get("valid_from"), row.get("valid_to"));
            let valid = from <= *start && (to.is_empty() || *start <= to);
            set | u128::from(valid) << at
        });
        writeln!(
            o,
            "    EpochRow {{ from: {}, units: {set:#x} }},",
            date(start)
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    let version = |id: &str, day: &str| {
        rows.iter().position(|r| {
            r.get("id") == id
                && r.get("valid_from") <= day
                && (r.get("valid_to").is_empty() || day <= r.get("valid_to"))
        })
    };
    writeln!(
        o,
        "pub(crate) static EVENTS: [EventRow; {}] = [",
        events.len()
    )
    .unwrap();
    for row in events.iter() {
        let day = row.get("date");
        let to =
            version(row.get("to_id"), day).unwrap_or_else(|| panic!("{day} {}", row.get("to_id")));
        let from = if row.get("from_id").is_empty() {
            "None".to_owned()
        } else {
            let before = match row.get("kind") {
                "recode" | "unchanged" => day.to_owned(),
                _ => eve(day),
            };
            let from = version(row.get("from_id"), &before)
                .unwrap_or_else(|| panic!("{day} {}", row.get("from_id")));
            format!("Some({from})")
        };
        let kind = row.get("kind");
        let kind = kind[..1].to_uppercase() + &kind[1..];
        writeln!(
            o,
            "    EventRow {{ date: {}, from: {from}, to: {to}, from_name: {:?}, kind: {kind}, act: {:?}, note: {:?}, source: {:?} }},",
            date(day),
            row.get("from_name"),
            row.get("act"),
            row.get("note"),
            row.get("source"),
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    unit_names(names, &rows, &ids);
}

fn unit_names(names: &mut Names, rows: &[&Row], ids: &[&str]) {
    let aliases = rows_of("unit_names.tsv");
    // Cities whose names are written with one capital too (Đà nẵng) and are
    // not words of the language, as hòa bình and hải dương are.
    let loose = ["ha-noi", "hai-phong", "da-nang", "can-tho"];
    // A fruit; a given name and a market in marked text.
    let joined_lookup = ["long-an"];
    let unmarked_only = ["thanh-hoa"];
    let mut by_initials: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, id) in ids.iter().enumerate() {
        let hit = format!("Hit::Unit({at})");
        let name = rows
            .iter()
            .find(|r| r.get("id") == *id)
            .unwrap()
            .get("name");
        let case = if loose.contains(id) { "First" } else { "Words" };
        let mut spellings = vec![(name, "Text")];
        for row in aliases.iter().filter(|r| r.get("id") == *id) {
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
                "Text" if unmarked_only.contains(id) => "Unmarked",
                "Context" => "Lookup",
                other => other,
            };
            if plain != spelling {
                names.add(&plain, &hit, plain_usage, case);
            }
            if !single {
                let joined: String = words(&plain).concat();
                let usage = if joined_lookup.contains(id) {
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
        let at = position(ids.iter().copied(), row.get("id"), "unit_names.tsv");
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

fn countries(o: &mut String, names: &mut Names) -> Vec<String> {
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
        "pub(crate) const fn country_of(code: C) -> u8 {{\n    match code {{"
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
            "pub(crate) static {title}: [({kind}, u8); {}] = [",
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
            let plain_usage =
                if usage == "Context" || parts.len() == 1 && plain.len() < 5 && plain != spelling {
                    "Lookup"
                } else {
                    usage
                };
            if plain != spelling {
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

fn organisations(o: &mut String, names: &mut Names, countries: &[String]) {
    let table = rows_of("organisations.tsv");
    let members = rows_of("memberships.tsv");
    let spellings = rows_of("organisation_names.tsv");
    let acronyms: Vec<&str> = table.iter().map(|r| r.get("acronym")).collect();
    let owners = members.iter().map(|row| row.get("organisation"));
    for owner in owners.chain(spellings.iter().map(|row| row.get("acronym"))) {
        assert!(
            acronyms.contains(&owner),
            "{owner}: not in organisations.tsv"
        );
    }

    let mut member_rows = String::new();
    let mut total = 0;
    writeln!(
        o,
        "pub(crate) static ORGANISATIONS: [OrganisationRow; {}] = [",
        acronyms.len()
    )
    .unwrap();
    for (at, row) in table.iter().enumerate() {
        let first = total;
        for m in members
            .iter()
            .filter(|m| m.get("organisation") == row.get("acronym"))
        {
            let member = match countries.iter().position(|c| c == m.get("member")) {
                Some(country) => format!("Member::Country({country})"),
                None => format!(
                    "Member::Organisation({})",
                    position(acronyms.iter().copied(), m.get("member"), "memberships.tsv")
                ),
            };
            writeln!(
                member_rows,
                "    MemberRow {{ member: {member}, from: {}, to: {} }},",
                maybe_date(m.get("from")),
                maybe_date(m.get("to"))
            )
            .unwrap();
            total += 1;
        }
        assert!(total <= 255, "member rows are counted in a byte");
        let kind: String = row
            .get("kind")
            .split('-')
            .map(|w| w[..1].to_uppercase() + &w[1..])
            .collect();
        writeln!(
            o,
            "    OrganisationRow {{ acronym: {:?}, name: {:?}, kind: K::{kind}, known_from: {}, known_to: {}, first_member: {first}, end_member: {total} }},",
            row.get("acronym"),
            row.get("name"),
            maybe_date(row.get("members_known_from")),
            maybe_date(row.get("members_known_to")),
        )
        .unwrap();
        let hit = format!("Hit::Organisation({at})");
        let acronym = row.get("acronym");
        // Nobody writes EZ for the euro area in running text.
        let usage = if acronym == "EZ" { "Lookup" } else { "Text" };
        let listed = spellings
            .iter()
            .filter(|r| r.get("acronym") == acronym)
            .map(|r| (r.get("name"), usage_of(r.get("use"))));
        for (spelling, usage) in [(acronym, usage), (row.get("name"), "Text")]
            .into_iter()
            .chain(listed)
        {
            let single = words(spelling).len() == 1;
            let caps = spelling.to_uppercase() == spelling;
            let case = if caps { "All" } else { "First" };
            names.add(spelling, &hit, usage, case);
            if !single && !caps {
                names.add(&unmarked(spelling), &hit, usage, case);
                // "hiệp định" and "nhóm" are also written small, before the name.
                for lead in ["Hiệp định ", "Hiệp Định "] {
                    if let Some(rest) = spelling.strip_prefix(lead)
                        && words(rest).len() > 3
                    {
                        names.add(rest, &hit, usage, case);
                    }
                }
            }
        }
    }
    writeln!(o, "];\n").unwrap();
    writeln!(
        o,
        "pub(crate) static MEMBERS: [MemberRow; {total}] = [\n{member_rows}];\n"
    )
    .unwrap();
}

fn index(o: &mut String, names: Names, sets: &BTreeMap<String, u16>) {
    let mut map = names.map;
    // Every start of a key that ends between two words leads on.
    let mut extends: BTreeSet<String> = BTreeSet::new();
    for key in map.keys() {
        for (at, byte) in key.bytes().enumerate() {
            if !byte.is_ascii_alphanumeric() {
                extends.insert(key[..at].to_owned());
            }
        }
    }
    for key in extends.iter().chain(sets.keys()) {
        map.entry(key.clone()).or_default();
    }
    let mut targets = String::new();
    let mut total = 0;
    writeln!(o, "pub(crate) static KEYS: [KeyRow; {}] = [", map.len()).unwrap();
    for (key, hits) in &map {
        let first = total;
        for (hit, (usage, case)) in hits {
            writeln!(
                targets,
                "    TargetRow {{ hit: {hit}, usage: {usage}, case: {case} }},"
            )
            .unwrap();
            total += 1;
        }
        writeln!(
            o,
            "    KeyRow {{ key: {key:?}, extends: {}, sets: {:#x}, first: {first}, count: {} }},",
            extends.contains(key),
            sets.get(key).copied().unwrap_or_default(),
            hits.len()
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
    writeln!(
        o,
        "pub(crate) static TARGETS: [TargetRow; {total}] = [\n{targets}];\n"
    )
    .unwrap();

    let size = (map.len() * 2).next_power_of_two();
    let mut slots = vec![0usize; size];
    let mut longest = 0;
    // Names first: a key that only leads on to others is asked for less often.
    let (named, leads): (Vec<_>, Vec<_>) = map
        .iter()
        .enumerate()
        .partition(|(_, (_, hits))| !hits.is_empty());
    for (at, (key, _)) in named.into_iter().chain(leads) {
        let mut slot = fold::home(fold::hash(key.as_bytes()), size);
        let home = slot;
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        longest = longest.max(slot.wrapping_sub(home) & (size - 1));
        slots[slot] = at + 1;
    }
    assert!(
        longest < 32,
        "the hash is not good enough: a probe of {longest} slots"
    );
    writeln!(o, "pub(crate) static SLOTS: [u16; {size}] = [").unwrap();
    for line in slots.chunks(32) {
        let line: Vec<String> = line.iter().map(usize::to_string).collect();
        writeln!(o, "    {},", line.join(",")).unwrap();
    }
    writeln!(o, "];").unwrap();
}
