//! What the example programs share: the data that come with them, how tables
//! are drawn, how text comes in, how output ends in a pipe.

pub mod corpus;
pub mod data;
pub mod input;
pub mod output;
pub mod table;
pub mod workbook;

/// The README's code, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
pub struct Readme;

/// The code of the README in Vietnamese.
#[cfg(doctest)]
#[doc = include_str!("../../README.vi.md")]
#[derive(Debug)]
pub struct ReadmeInVietnamese;
