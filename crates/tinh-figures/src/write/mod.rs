//! Writing figures back: digits, compact, words.

mod compact;
mod digits;
mod words;

pub use compact::{Compact, compact};
pub(crate) use digits::amount;
pub use digits::{Convention, Digits, digits};
pub use words::{Dialect, MoneyWords, Words, words};
