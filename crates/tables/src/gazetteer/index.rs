//! The index of all names, and the words looked for around them.

use super::names::Names;
use super::{fold, key_of, position, rows_of};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The set of the names in `compounds.tsv`.
const COMPOUND: &str = "compound";

/// The words that `context` looks for around a name: key and sets.
pub(super) fn context(o: &mut String) -> BTreeMap<String, u32> {
    let mut sets: BTreeMap<String, u32> = BTreeMap::new();
    let rows = rows_of("context_words.tsv");
    let mut titles: Vec<&str> = vec![COMPOUND];
    for row in &rows {
        let set = row.get("set");
        if !titles.contains(&set) {
            titles.push(set);
        }
        let bit = position(titles.iter().copied(), set, "sets of words");
        *sets.entry(key_of(row.get("word"))).or_default() |= 1 << bit;
    }
    assert!(titles.len() <= 32, "the sets of a word are bits of 32");
    for (bit, set) in titles.iter().enumerate() {
        let (name, value) = (set.to_uppercase(), 1u32 << bit);
        writeln!(o, "pub(crate) const {name}: u32 = {value:#x};").unwrap();
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
        let bit = position(titles.iter().copied(), COMPOUND, "sets of words");
        *sets.entry(name.clone()).or_default() |= 1 << bit;
    }
    writeln!(o, "];\n").unwrap();
    sets
}

pub(super) fn index(o: &mut String, names: Names, sets: &BTreeMap<String, u32>) {
    let mut map = names.map;
    // Every start of a key that ends between two words leads on.
    let mut extends: BTreeSet<String> = BTreeSet::new();
    for key in map.keys().chain(sets.keys()) {
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
    // Names first: a key that only leads on to others is asked for less often.
    let (named, leads): (Vec<_>, Vec<_>) = map
        .iter()
        .enumerate()
        .partition(|(_, (_, hits))| !hits.is_empty());
    let keys = named.into_iter().chain(leads);
    write_slots(o, map.len(), keys.map(|(at, (key, _))| (at, key.as_str())));
}

/// The table that the hash of a key leads into, at most half full.
fn write_slots<'k>(o: &mut String, count: usize, keys: impl Iterator<Item = (usize, &'k str)>) {
    let size = (count * 2).next_power_of_two();
    let mut slots = vec![0usize; size];
    let mut longest = 0;
    for (at, key) in keys {
        let home = fold::home(fold::hash(key.as_bytes()), size);
        let mut slot = home;
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
