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
//! try in a running text, `whole` reads a text that is one figure. `plain` and `sight`
//! are short cuts for the commonest shapes of figures and of what is no figure,
//! proven equal to the stages by the tests of `plain`.

mod cursor;
mod defaults;
mod familiar;
mod figure;
mod number;
mod outcome;
mod phrase;
mod plain;
mod scan;
mod sight;
mod token;
mod verdict;
mod whole;

pub(crate) use cursor::Cursor;
pub(crate) use outcome::Found;
pub(crate) use plain::amount;
pub(crate) use scan::{Block, other_convention};
pub(crate) use whole::whole;
