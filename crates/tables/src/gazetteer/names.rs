//! Spellings: the keys they are found by, and how far each may be believed.

use super::fold::{KEY_MAX, Key, Piece, classify};
use std::collections::{BTreeMap, BTreeSet};
use table_tests::Row;

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
pub(super) fn unmarked(name: &str) -> String {
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

pub(super) fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| !matches!(classify(c), Piece::Letter { .. }))
        .filter(|w| !w.is_empty())
        .collect()
}

pub(super) fn initials(name: &str) -> String {
    words(name)
        .iter()
        .filter_map(|w| w.chars().next())
        .collect::<String>()
        .to_uppercase()
}

/// Key -> (hit, use, case), the most believable use kept.
#[derive(Default)]
pub(super) struct Names {
    pub(super) map: BTreeMap<String, BTreeMap<String, (&'static str, &'static str)>>,
}

const USES: [&str; 8] = [
    "Text",
    "Context",
    "Titled",
    "Pair",
    "Unmarked",
    "Initials",
    "Lookup",
    "Abbreviation",
];

impl Names {
    pub(super) fn add(&mut self, name: &str, hit: &str, usage: &'static str, case: &'static str) {
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

pub(super) fn usage_of(text: &str) -> &'static str {
    match text {
        "text" => "Text",
        "context" => "Context",
        "pair" => "Pair",
        "lookup" => "Lookup",
        "abbreviation" => "Abbreviation",
        other => panic!("unknown use {other:?}"),
    }
}

/// The spellings of a thing with how far each is believed: its own names, and
/// those listed for it. A listed row decides for an own name too.
pub(super) fn spellings<'r>(
    own: &[&'r str],
    listed: &'r [Row],
    column: &str,
    id: &str,
) -> Vec<(&'r str, &'static str)> {
    let listed: Vec<(&str, &'static str)> = listed
        .iter()
        .filter(|row| row.get(column) == id)
        .map(|row| (row.get("name"), usage_of(row.get("use"))))
        .collect();
    let is_listed = |name: &str| listed.iter().any(|(spelling, _)| *spelling == name);
    own.iter()
        .filter(|name| !name.is_empty() && !is_listed(name))
        .map(|name| (*name, "Text"))
        .chain(listed.iter().copied())
        .collect()
}
