//! Phrases: a number with the words that belong to it.
//!
//! `unit` reads what follows the number, `range` a second end, `before` and
//! `after` the words of a bound, `label` what numbers it, `share` one number of
//! another (`17/19 tiêu chí`), and `fixed` the figures that begin with a word of
//! their own (`gấp đôi`, `hàng trăm`).

mod after;
pub(super) mod before;
pub(super) mod fixed;
mod label;
#[rustfmt::skip]
mod qualifier_table;
pub(super) mod range;
pub(super) mod share;
pub(super) mod unit;

use super::number::Number;
use super::token::noun::Noun;
use crate::figure::Kind;
use before::Before;
use label::Label;
use range::Ends;
use unit::Unit;

/// A number with all that belongs to it, before the verdict.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// The number, or the lower end of a range.
    pub(super) number: Number,
    /// Where the number begins with its sign and symbol, and where its unit or
    /// that of the upper end ends.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) unit: Unit,
    pub(super) noun: Noun,
    pub(super) range: Option<Ends>,
    pub(super) before: Before,
    pub(super) kind: Kind,
    pub(super) label: Label,
    /// Nothing before this offset belongs to the phrase.
    pub(super) floor: usize,
}
