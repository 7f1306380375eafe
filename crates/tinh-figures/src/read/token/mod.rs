//! Tokens: digits with their separators, numbers below a thousand in words, the
//! unit nouns, and words that are foreign.

pub(super) mod digits;
pub(super) mod foreign;
pub(super) mod group;
pub(super) mod noun;
#[rustfmt::skip]
mod noun_table;

/// A span of bytes; an empty one where there is nothing.
pub(super) type Span = (usize, usize);

/// No span.
pub(super) const NOWHERE: Span = (0, 0);
