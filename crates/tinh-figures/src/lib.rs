//! Reads, finds and writes Vietnamese numbers and money, exactly.

mod currency;
mod error;
mod figure;
mod fold;
mod lexicon;
mod money;
mod parser;
mod read;
mod scale;
mod write;

pub use rust_decimal;

pub use currency::Currency;
pub use error::{Error, ErrorKind};
pub use figure::{Figure, FigureError, Kind, Qualifier, Written};
pub use money::{Money, MoneyError};
pub use parser::{
    Accents, DecimalMark, FindIter, Match, Parser, Shorthand, Spoken, find_iter, parse,
};
pub use scale::Scale;
pub use write::{Compact, Convention, Dialect, Digits, MoneyWords, Words, compact, digits, words};
