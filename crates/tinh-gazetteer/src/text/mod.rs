//! Names in running text.
//!
//! `find` goes over a text; `walk` reads the longest name at a place; `context`
//! decides whether the words around it let it stand.

mod context;
mod find;
mod found;
mod walk;

pub use find::{FindIter, Finder, find_iter};
pub use found::Match;
