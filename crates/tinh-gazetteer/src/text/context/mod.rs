//! Whether the words around a name allow it to be a place.
//!
//! Vietnamese names are made of everyday words: *hòa bình* is peace, *anh* a
//! brother, *pháp* law, and most of them are given names as well. The rules
//! below look at the word before, the word after and the punctuation between;
//! they prefer missing a name to seeing one where there is none. Each has rows
//! for both sides in `tests/data/find.tsv`.

mod china;
mod country;
mod keys;
mod near;
mod unit;

pub(crate) use country::is_country;
pub(crate) use near::Surroundings;
pub(crate) use unit::{locality, unit};
