//! What the browser tests of `tinh-pages` look at, and the browser they look
//! with.
//!
//! `cargo test -p browser-tests --features browser` needs Chromium and its
//! driver; `.ci/pages` installs both. Without the feature nothing here is
//! compiled but the pages.

// A test fails by panicking; there is nobody to hand an error to.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)]

#[cfg(feature = "browser")]
mod browser;
mod fixture;

#[cfg(feature = "browser")]
pub use browser::{Browser, in_browser};
pub use fixture::{answer_page, charts, drafted_review, review};
