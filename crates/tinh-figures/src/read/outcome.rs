//! What an attempt to read a figure comes to.

use super::token::{NOWHERE, Span};
use crate::figure::Figure;

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

impl Found {
    /// A figure with its qualifier and nothing else.
    pub(super) const fn of(figure: Figure, span: Span, qualifier: Span) -> Self {
        Self {
            start: span.0,
            end: span.1,
            qualifier,
            noun: NOWHERE,
            per: NOWHERE,
            figure,
            resume: span.1,
        }
    }
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
