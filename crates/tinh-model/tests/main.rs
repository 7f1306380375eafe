//! The behaviour of the crate: tables of what is read and refused, properties,
//! streams, the published schema, the checks.

// A table's runner ends the test with the rows that failed.
#![allow(clippy::panic, clippy::expect_used)]

mod checks;
mod csv;
mod figures;
mod properties;
mod refusals;
mod schema;
mod sectors;
mod strategies;
mod streams;
mod threads;
mod time;
