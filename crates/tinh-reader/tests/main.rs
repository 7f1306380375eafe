//! One binary for all integration tests: it links once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod audit;
mod general;
mod hostile;
mod kinds;
mod language;
mod offices;
mod properties;
mod reports;
mod seeds;
mod support;
mod threads;
mod workbook;
mod years;
