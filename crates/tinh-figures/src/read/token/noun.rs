//! Unit nouns after a count: the longest of `data/nouns.tsv` that fits.

use super::noun_table::{COUNTING, HALVED, NOUNS};
use super::{NOWHERE, Span};
use crate::fold::{self, Key};
use crate::read::cursor::Cursor;
use crate::tree::Tree;

static ACCENTED: Tree<4096> = Tree::build(&NOUNS, true);
static BARE: Tree<4096> = Tree::build(&NOUNS, false);

/// Units glued to digits and followed by an exponent: `m2`, `km²`, `m3`.
const POWERED: [Key; 4] = [
    fold::key("m"),
    fold::key("km"),
    fold::key("cm"),
    fold::key("dm"),
];

/// Symbols that mean something else in capitals and glued to the digits: `5G` is
/// a network and `8M` eight million, `5 g` a weight and `8 m` a length.
const NOT_IN_CAPITALS: [Key; 2] = [fold::key("g"), fold::key("m")];

/// A unit noun: its bytes, whether `một` counts it (a unit of measure or an official
/// act), and whether it has halves (a measure, a length of time or a score).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct Noun {
    pub(in crate::read) span: Span,
    pub(in crate::read) counts_one: bool,
    pub(in crate::read) has_halves: bool,
}

impl Noun {
    /// No noun.
    pub(in crate::read) const NONE: Self = Self {
        span: NOWHERE,
        counts_one: false,
        has_halves: false,
    };

    /// Whether there is one.
    pub(in crate::read) const fn is_some(&self) -> bool {
        self.span.1 > 0
    }
}

/// Whether a noun may begin with a word of this key.
#[inline]
pub(in crate::read) fn may_begin(key: Key) -> bool {
    ACCENTED.may_begin(key)
}

impl Cursor<'_> {
    /// The unit noun after `end`.
    pub(in crate::read) fn noun(&self, end: usize) -> Noun {
        let gap = self.gap(end);
        let noun = self.noun_at(end + gap);
        let (at, to) = noun.span;
        // Glued to the digits only symbols stand, not words: `5ha`, `100km`.
        if gap > 0 || to - at <= 4 && !self.is_capital_symbol(at) {
            noun
        } else {
            Noun::NONE
        }
    }

    fn is_capital_symbol(&self, at: usize) -> bool {
        (self.syllable(at)).is_some_and(|head| head.shout && NOT_IN_CAPITALS.contains(&head.key))
    }

    /// The unit noun that begins at `at`.
    pub(in crate::read) fn noun_at(&self, at: usize) -> Noun {
        if !matches!(self.byte(at), b'A'..=b'Z' | b'a'..=b'z' | 0x80..) {
            return Noun::NONE;
        }
        let Some(head) = self.syllable(at) else {
            return Noun::NONE;
        };
        if POWERED.contains(&head.key) {
            let end = match (self.byte(head.end), self.byte(head.end + 1)) {
                (b'2' | b'3', next) if !next.is_ascii_digit() => head.end + 1,
                (0xc2, 0xb2 | 0xb3) => head.end + 2,
                _ => head.end,
            };
            return Noun {
                span: (at, end),
                counts_one: true,
                has_halves: true,
            };
        }
        let bare = self.unaccented() && !head.marked;
        let tree = if bare { &BARE } else { &ACCENTED };
        let Some(longest) = tree.longest(self.bytes(), head, bare, self.blanks, false) else {
            return Noun::NONE;
        };
        Noun {
            span: (at, longest.end),
            counts_one: longest.name < COUNTING,
            has_halves: longest.name < HALVED,
        }
    }
}
