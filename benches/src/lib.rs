//! The measured inputs the benches share.

pub mod news;
