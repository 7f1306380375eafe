//! The guide: short pages, each a task from beginning to end.
//!
//! | to | read |
//! |---|---|
//! | read amounts from a form | [`forms`] |
//! | write an amount in words | [`invoice`] |
//! | carry a column of provinces across the merger | [`provinces`] |
//! | make a chart of an official workbook | [`workbook`] |
//! | get from an article to a dataset to a total | [`article`] |
//! | write claims by hand | [`claims`] |
//! | know what a total does and refuses | [`totals`] |
//! | ask in SQL, or on a cluster | [`sql`] |
//! | add a word, a measure, a currency, a merger | [`extending`] |
//! | look up measures, settings, functions in SQL and currencies | [`tables`] |
//!
//! Every block is compiled and run by the tests, except those that need the
//! query engine, which say so.

#[doc = include_str!("article.md")]
pub mod article {}

#[doc = include_str!("claims.md")]
pub mod claims {}

#[doc = include_str!("extending.md")]
pub mod extending {}

#[doc = include_str!("forms.md")]
pub mod forms {}

#[doc = include_str!("invoice.md")]
pub mod invoice {}

#[doc = include_str!("provinces.md")]
pub mod provinces {}

#[doc = include_str!("tables.md")]
pub mod tables {}

#[doc = include_str!("sql.md")]
pub mod sql {}

#[doc = include_str!("totals.md")]
pub mod totals {}

#[doc = include_str!("workbook.md")]
pub mod workbook {}
