//! Articles in, drafts out: kinds of sentences as a table, and what holds for
//! every text.

// A test fails by panicking.
#![allow(clippy::unwrap_used)]

mod events;
#[cfg(feature = "html")]
mod pages;
mod properties;
mod rechecks;
mod sentences;
mod threads;
