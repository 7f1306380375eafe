//! The reader: from a place in the text to a figure, in stages.
//!
//! | stage | folder | what it knows |
//! |---|---|---|
//! | cursor | `cursor`, `familiar` | bytes, blanks, words ahead and behind |
//! | token | `token` | digits with separators, numbers below a thousand in words, unit nouns |
//! | number | `number` | scales, chains, halves, elisions |
//! | phrase | `phrase` | unit, second end, bounds before and after, label, shares |
//! | verdict | `verdict` | named rules: what looks like a figure and is none |
//! | figure | `figure` | the stages in order |
//!
//! Each stage uses those above it in this table only. `scan` finds the places to
//! try in a running text, `whole` reads a text that is one figure. `plain` is a
//! short cut for the commonest shape of an amount, proven equal to the stages by
//! its tests.

mod cursor;
mod defaults;
mod familiar;
mod figure;
mod number;
mod phrase;
mod plain;
mod scan;
mod token;
mod verdict;
mod whole;

use crate::figure::Figure;

pub(crate) use cursor::Cursor;
pub(crate) use plain::amount;
pub(crate) use scan::convention;
pub(crate) use whole::whole;

/// A figure and the spans of its parts; a part that is not there is `(0, 0)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) qualifier: (usize, usize),
    pub(crate) noun: (usize, usize),
    /// What a rate is per.
    pub(crate) per: (usize, usize),
    pub(crate) figure: Figure,
    /// Where the search goes on.
    pub(crate) resume: usize,
}

/// What an attempt at one place came to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Found(Found),
    /// No figure here: go on at this offset.
    Skip(usize, Why),
}

/// Why there is no figure at a place; running text does not care, a whole
/// string reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    NoNumber,
    BadDigits,
    TooLarge,
    Descending,
}
