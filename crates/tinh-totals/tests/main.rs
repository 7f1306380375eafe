//! Tests of the crate as its users see it, in one binary.

// A test ends where something is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod edges;
mod hostile;
mod interval;
mod laws;
mod messages;
mod output;
mod parts;
mod per_head;
mod questions;
mod rates;
mod threads;
