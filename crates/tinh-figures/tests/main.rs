//! The behaviour of the crate: tables of phrases and sentences, and properties.

// A table's runner ends the test with the rows that failed.
#![allow(clippy::panic, clippy::expect_used)]

mod bounds;
mod properties;
mod tables;
