//! The words around the name of a unit.

use super::names::unmarked;
use super::{key_of, rows_of};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Longest first, so that the first that fits is the longest.
pub(super) fn affixes(o: &mut String) {
    let mut keys: BTreeMap<(usize, String, &str), &str> = BTreeMap::new();
    for row in &rows_of("affixes.tsv") {
        let side = match row.get("place") {
            "before" => "Before",
            "after" => "After",
            other => panic!("affixes.tsv: unknown place {other:?}"),
        };
        let says = match row.get("says") {
            "" => "Nothing",
            "province" => "Province",
            "municipality" => "Municipality",
            "town" => "Town",
            "old" => "Old",
            "new" => "New",
            "office" => "Office",
            other => panic!("affixes.tsv: unknown meaning {other:?}"),
        };
        for words in [row.get("words").to_owned(), unmarked(row.get("words"))] {
            let key = key_of(&words);
            let slot = keys
                .entry((usize::MAX - key.len(), key, side))
                .or_insert(says);
            assert_eq!(*slot, says, "affixes.tsv: {words} has two meanings");
        }
    }
    writeln!(
        o,
        "pub(crate) static AFFIXES: [AffixRow; {}] = [",
        keys.len()
    )
    .unwrap();
    for ((_, key, side), says) in &keys {
        writeln!(
            o,
            "    AffixRow {{ side: Side::{side}, key: {key:?}, says: Says::{says} }},"
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();
}
