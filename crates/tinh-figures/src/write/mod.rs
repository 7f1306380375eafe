//! Writing figures back: digits, compact, words.

mod compact;
pub(crate) mod convention;
mod digits;
mod words;

pub use compact::{Compact, compact};
pub use convention::Convention;
pub(crate) use digits::amount;
pub use digits::{Digits, digits};
pub use words::{Dialect, MoneyWords, Words, words};
