//! Articles in, drafts out: kinds of sentences as a table, and what holds for
//! every text.

#![allow(clippy::unwrap_used)]
// A test fails by panicking.
mod events;
mod properties;
mod sentences;
