//! Text to lines, sentences and words, each with its bytes.

mod plain;
mod sentences;
mod words;

pub(crate) use plain::Plain;
pub(crate) use sentences::{Line, Place, Sentence, lines};
pub(crate) use words::{Shape, Word, fold, is_letter, words};
