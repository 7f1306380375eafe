//! Unit nouns after a count: the lexicon and the longest match in it.

use super::Reader;
use super::number::Number;
use crate::fold::{self, Key};

/// The nouns, from `data/nouns.txt`: one a line, most syllables first is not
/// needed. Kept as text so that adding one is adding a line.
const SOURCE: &str = include_str!("../../data/nouns.txt");

const LONGEST: usize = 5;
const COUNT: usize = count();
const BUCKETS: usize = 1024;
const END: u16 = u16::MAX;

const fn count() -> usize {
    let bytes = SOURCE.as_bytes();
    let mut n = 0;
    let mut i = 0;
    let mut start = true;
    while i < bytes.len() {
        if start && bytes[i] != b'#' && bytes[i] != b'\n' {
            n += 1;
        }
        start = bytes[i] == b'\n';
        i += 1;
    }
    n
}

struct Index {
    keys: [[Key; LONGEST]; COUNT],
    /// `một` before it is an article.
    article: [bool; COUNT],
    next: [u16; COUNT],
    heads: [u16; BUCKETS],
    /// The same by the form without accents.
    next_bare: [u16; COUNT],
    heads_bare: [u16; BUCKETS],
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn bucket(key: Key) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

#[allow(clippy::cast_possible_truncation)] // there are some hundred nouns
const fn build() -> Index {
    let mut index = Index {
        keys: [[0; LONGEST]; COUNT],
        article: [false; COUNT],
        next: [END; COUNT],
        heads: [END; BUCKETS],
        next_bare: [END; COUNT],
        heads_bare: [END; BUCKETS],
    };
    let bytes = SOURCE.as_bytes();
    let mut i = 0;
    let mut n = 0;
    while i < bytes.len() {
        if bytes[i] == b'#' || bytes[i] == b'\n' {
            while i < bytes.len() && bytes[i] != b'\n' {
                i += 1;
            }
            i += 1;
            continue;
        }
        let mut syllables = 0;
        index.article[n] = bytes[i] == b'~';
        while i < bytes.len() && bytes[i] != b'\n' {
            match fold::syllable(bytes, i) {
                Some(syllable) => {
                    // The last place stays zero: it ends the list.
                    assert!(syllables + 1 < LONGEST, "a noun has too many syllables");
                    index.keys[n][syllables] = syllable.key;
                    syllables += 1;
                    i = syllable.end;
                }
                None => i += 1,
            }
        }
        let first = bucket(index.keys[n][0]);
        index.next[n] = index.heads[first];
        index.heads[first] = n as u16;
        let first = bucket(fold::bare(index.keys[n][0]));
        index.next_bare[n] = index.heads_bare[first];
        index.heads_bare[first] = n as u16;
        n += 1;
        i += 1;
    }
    index
}

static INDEX: Index = build();

/// Units glued to digits and followed by an exponent: `m2`, `km²`, `m3`.
const POWERED: [Key; 4] = [
    fold::key("m"),
    fold::key("km"),
    fold::key("cm"),
    fold::key("dm"),
];

/// Whether a noun may begin with a word of this key; now and then a yes for
/// nothing.
#[inline]
pub(super) fn may_begin(key: Key) -> bool {
    INDEX.heads[bucket(key)] != END || POWERED.contains(&key)
}

impl Reader<'_> {
    /// The unit noun after `end`: its bytes; an empty range where there is none.
    pub(super) fn noun(&self, end: usize, number: &Number) -> (usize, usize) {
        let none = (0, 0);
        let gap = self.gap(end);
        let at = end + gap;
        if !matches!(self.byte(at), b'A'..=b'Z' | b'a'..=b'z' | 0x80..) {
            return none;
        }
        let Some(head) = self.syllable(at) else {
            return none;
        };
        if head.key == 0 {
            return none;
        }
        // `5G` is a network, `5 g` a weight.
        if gap == 0 && head.shout && head.key == fold::key("g") {
            return none;
        }
        if POWERED.contains(&head.key) {
            let end = match (self.byte(head.end), self.byte(head.end + 1)) {
                (b'2' | b'3', next) if !next.is_ascii_digit() => head.end + 1,
                (0xc2, 0xb2 | 0xb3) => head.end + 2,
                _ => head.end,
            };
            return (at, end);
        }
        let plain = self.unaccented() && !head.marked;
        let same = |a: Key, b: Key| {
            if plain {
                fold::bare(a) == fold::bare(b)
            } else {
                a == b
            }
        };
        let mut best = 0;
        let mut article = false;
        let mut i = if plain {
            INDEX.heads_bare[bucket(fold::bare(head.key))]
        } else {
            INDEX.heads[bucket(head.key)]
        };
        while i != END {
            let n = usize::from(i);
            i = if plain {
                INDEX.next_bare[n]
            } else {
                INDEX.next[n]
            };
            let keys = &INDEX.keys[n];
            if !same(keys[0], head.key) {
                continue;
            }
            let mut end = head.end;
            let mut fits = true;
            for &key in keys[1..].iter().take_while(|&&key| key != 0) {
                let gap = super::blank(self.bytes(), end);
                match fold::syllable(self.bytes(), end + gap) {
                    Some(next) if gap > 0 && same(key, next.key) => end = next.end,
                    _ => {
                        fits = false;
                        break;
                    }
                }
            }
            if fits && end > best {
                best = end;
                article = INDEX.article[n];
            }
        }
        // Glued to the digits only symbols stand, not words: `5ha`, `100km`.
        let one = number.lone && number.mantissa == 1 && !self.whole;
        if best == 0 || gap == 0 && best - at > 4 || article && one {
            return none;
        }
        (at, best)
    }
}
