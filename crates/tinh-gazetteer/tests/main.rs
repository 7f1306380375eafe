//! Behaviour as tables, and properties that hold for every text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod find;
mod history;
mod lookups;
mod people;
mod properties;
mod support;
mod tables;
mod territory;
