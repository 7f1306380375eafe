//! The words of figures and around them: what a word is in the grammar, and the
//! sets the rules ask for.
//!
//! `data/words.tsv` holds them, with a reason each; `data/sets.tsv` says what a
//! set is. Currencies and unit nouns have tables of their own.

#[rustfmt::skip]
mod table;
mod word;

pub(crate) use table::BEGIN;
pub(crate) use table::Set;
use table::{PAIRS, WORDS};
pub(crate) use word::Word;

use crate::fold::{self, Key};

/// The sets a word is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sets(u64);

impl Sets {
    /// In no set.
    pub(crate) const NONE: Self = Self(0);

    /// Whether the word is in this set.
    #[inline]
    pub(crate) const fn has(self, set: Set) -> bool {
        self.0 >> set as u64 & 1 != 0
    }

    /// These sets together.
    pub(crate) const fn of(sets: &[Set]) -> Self {
        let mut of = Self::NONE;
        let mut i = 0;
        while i < sets.len() {
            of.0 |= 1 << sets[i] as u64;
            i += 1;
        }
        of
    }

    /// Whether the word is in one of these sets.
    #[inline]
    pub(crate) const fn meets(self, sets: Self) -> bool {
        self.0 & sets.0 != 0
    }

    /// Whether the word is in one of these sets.
    #[inline]
    pub(crate) const fn any(self, sets: &[Set]) -> bool {
        self.meets(Self::of(sets))
    }
}

/// What the vocabulary knows of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) word: Option<Word>,
    pub(crate) sets: Sets,
}

impl Entry {
    /// A word the vocabulary does not know.
    pub(crate) const UNKNOWN: Self = Self {
        word: None,
        sets: Sets::NONE,
    };
}

const SLOTS: usize = 2048;

/// An open-addressed table from key to entry, built by the compiler.
struct Table {
    keys: [Key; SLOTS],
    entries: [Entry; SLOTS],
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn slot(key: Key) -> usize {
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 53) as usize
}

/// The key of two syllables in a row.
const fn pair_key(first: Key, second: Key) -> Key {
    // An odd factor keeps different pairs apart; nought is no key.
    first.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ second.rotate_left(17) | 1
}

impl Table {
    const EMPTY: Self = Self {
        keys: [0; SLOTS],
        entries: [Entry::UNKNOWN; SLOTS],
    };

    const fn add(&mut self, key: Key, entry: Entry, once: bool) {
        let mut at = slot(key);
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) % SLOTS;
        }
        // Without accents the word that comes first in the table wins, but may be part
        // of every pair that looks so.
        assert!(!once || self.keys[at] == 0, "one spelling, two words");
        if self.keys[at] == 0 {
            self.keys[at] = key;
            self.entries[at] = entry;
        } else {
            self.entries[at].sets.0 |= entry.sets.0 & PAIRED.0;
        }
    }

    const fn words(accents: bool) -> Self {
        let mut table = Self::EMPTY;
        // Words of the grammar before words of the sets only.
        let mut pass = 0;
        while pass < 2 {
            let mut i = 0;
            while i < WORDS.len() {
                let (spelling, word, sets) = WORDS[i];
                i += 1;
                if word.is_some() != (pass == 0) {
                    continue;
                }
                let sets = Sets(sets);
                let key = fold::key(spelling);
                let entry = Entry { word, sets };
                if accents {
                    table.add(key, entry, true);
                } else if !sets.has(Set::UnaccentedLoser) {
                    table.add(fold::bare(key), entry, false);
                }
            }
            pass += 1;
        }
        table
    }

    const fn pairs(accents: bool) -> Self {
        let mut table = Self::EMPTY;
        let mut i = 0;
        while i < PAIRS.len() {
            let (first, second, sets) = PAIRS[i];
            let (mut first, mut second) = (fold::key(first), fold::key(second));
            if !accents {
                (first, second) = (fold::bare(first), fold::bare(second));
            }
            let entry = Entry {
                word: None,
                sets: Sets(sets),
            };
            table.add(pair_key(first, second), entry, accents);
            i += 1;
        }
        table
    }

    #[inline]
    const fn get(&self, key: Key) -> Option<Entry> {
        let mut at = slot(key);
        loop {
            let found = self.keys[at % SLOTS];
            if found == key {
                return Some(self.entries[at % SLOTS]);
            }
            if found == 0 {
                return None;
            }
            at += 1;
        }
    }
}

static ACCENTED: Table = Table::words(true);
static BARE: Table = Table::words(false);
static PHRASES: Table = Table::pairs(true);
static BARE_PHRASES: Table = Table::pairs(false);

/// A word that is part of a pair.
const PAIRED: Sets = Sets::of(&[Set::BeginsPair, Set::EndsPair]);

/// What the word with this key is.
#[inline]
pub(crate) const fn entry(key: Key) -> Option<Entry> {
    if key == 0 { None } else { ACCENTED.get(key) }
}

/// What the word that looks like this without accents is.
#[inline]
pub(crate) fn bare_entry(key: Key) -> Option<Entry> {
    if key == 0 { None } else { BARE.get(key) }
}

/// The sets of two syllables in a row, where the vocabulary has them as one word.
#[inline]
pub(crate) fn pair(first: Key, second: Key) -> Option<Sets> {
    PHRASES.get(pair_key(first, second)).map(|entry| entry.sets)
}

/// The sets of two syllables in a row that look like one word without accents.
#[inline]
pub(crate) fn bare_pair(first: Key, second: Key) -> Option<Sets> {
    let entry = BARE_PHRASES.get(pair_key(first, second));
    entry.map(|entry| entry.sets)
}

/// The words with their meanings and sets, in the order of the table.
pub(crate) const fn word(i: usize) -> Option<(&'static str, Entry)> {
    if i < WORDS.len() {
        let (spelling, word, sets) = WORDS[i];
        let sets = Sets(sets);
        Some((spelling, Entry { word, sets }))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (spelling, word, sets) in WORDS {
            let sets = Sets(sets);
            assert_eq!(
                entry(fold::key(spelling)),
                Some(Entry { word, sets }),
                "{spelling}"
            );
        }
        for (first, second, sets) in PAIRS {
            assert_eq!(
                pair(fold::key(first), fold::key(second)),
                Some(Sets(sets)),
                "{first} {second}"
            );
        }
        assert_eq!(entry(fold::key("kinh")).and_then(|e| e.word), None);
        assert_eq!(entry(0), None);
        assert_eq!(
            bare_entry(fold::key("trieu")).and_then(|e| e.word),
            Some(Word::Scale(6))
        );
        assert_eq!(
            bare_entry(fold::key("muoi")).and_then(|e| e.word),
            Some(Word::Ten)
        );
    }
}
