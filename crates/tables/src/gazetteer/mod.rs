//! Tables of `tinh-gazetteer`: units, countries, organisations and the index
//! of all names.

mod affixes;
mod countries;
mod figures;
mod index;
mod mergers;
mod names;
mod organisations;
mod unit_names;
mod units;

use crate::{File, header};
use names::{Names, unmarked, words};
use std::fmt::Write;
use table_tests::Row;

#[path = "../../../tinh-gazetteer/src/fold.rs"]
#[allow(dead_code)]
mod fold;

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

/// The text of `src/tables.rs`.
fn tables() -> String {
    let mut out = header("data/*.tsv");
    let o = &mut out;
    for line in [
        "use crate::ActKind::{Decision, Resolution};",
        "use crate::EventKind::{Merge, Recode, Split, Transfer, Unchanged, Upgrade};",
        "use crate::LocalityKind::{City, Town};",
        "use crate::OrganisationKind as K;",
        "use crate::affix::{AffixRow, Says, Side};",
        "use crate::set::Set;",
        "use crate::table::Attribute::{GsoCode, Hasc, Iso31662, Iso31662ByName, KeyEconomicRegion, Region};",
        "use crate::table::Case::{All, First, Words};",
        "use crate::table::Use::{Abbreviation, Context, Initials, Lookup, Pair, Text, Titled, Unmarked};",
        "use crate::table::{ActRow, AttributeRow, CountryRow, EpochRow, EventRow, FormerRow, Hit, IdRow, KeyRow, LocalityRow, Member, MemberRow, OrganisationRow, PieceRow, PopulationRow, RegisterRow, TargetRow, UnitRow, ymd};",
        "use isocountry::CountryCode as C;\n",
    ] {
        writeln!(o, "{line}").unwrap();
    }
    writeln!(
        o,
        "pub(crate) const DATA_VERSION: &str = {:?};\n",
        version()
    )
    .unwrap();

    let mut names = Names::default();
    let ids = units::units(o, &mut names);
    figures::figures(o, &ids);
    let countries = countries::countries(o, &mut names);
    organisations::organisations(o, &mut names, &countries);
    for row in &rows_of("not_places.tsv") {
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
    affixes::affixes(o);
    let sets = index::context(o);
    index::index(o, names, &sets);
    out
}

/// The last day on which a row was written.
fn version() -> String {
    ["units.tsv", "countries.tsv", "organisations.tsv"]
        .iter()
        .flat_map(|file| rows_of(file))
        .map(|row| row.get("as_of").to_owned())
        .max()
        .unwrap()
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

/// Whether a row that names its first and last day holds on a day.
fn holds(row: &Row, day: &str) -> bool {
    let (from, to) = (row.get("valid_from"), row.get("valid_to"));
    from <= day && (to.is_empty() || day <= to)
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

/// A word or name as one key.
fn key_of(name: &str) -> String {
    let key = fold::fold_name(name).unwrap_or_else(|| panic!("{name}: not a name"));
    String::from_utf8(key.as_bytes().to_vec()).unwrap()
}

/// How many words a set of so many members takes.
fn words_for(members: usize) -> usize {
    members.div_ceil(64)
}

/// A set as a Rust expression.
fn set(members: usize, of: impl IntoIterator<Item = usize>) -> String {
    let mut words = vec![0u64; words_for(members)];
    for member in of {
        assert!(member < members);
        words[member / 64] |= 1 << (member % 64);
    }
    let words: Vec<String> = words.iter().map(|w| format!("{w:#x}")).collect();
    format!("Set::new([{}])", words.join(", "))
}
