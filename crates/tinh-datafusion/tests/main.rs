//! The SQL answers, against the libraries and against a table.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod aggregates;
mod claims;
mod cookbook;
mod functions;
mod layouts;
mod support;
mod table;
mod totals;
