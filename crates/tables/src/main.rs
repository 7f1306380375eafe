//! Writes the Rust tables of every crate from its TSV files:
//!
//!     $ cargo run -p tables
//!
//! The TSV is the source: one fact a row, with where it was read. The Rust
//! table is derived and checked in, so that neither a build script nor a
//! dependency comes between a user and a crate. One test here fails while any
//! checked-in file differs from what its TSV files say.
//!
//! # Adding a table
//!
//! 1. Write `crates/CRATE/data/NAME.tsv`: a header, a fact a row, a source.
//! 2. In the module of the crate (`figures.rs`, `gazetteer/`), write a function
//!    that turns [`rows`] into Rust text, opens it with [`header`], and is named
//!    in the module's `files`. A new crate gets a module and a line in [`files`].
//! 3. Declare the file in its crate as `#[rustfmt::skip] mod table;`: it is
//!    compared byte by byte.
//! 4. `cargo run -p tables`, and check the file in.
//!
//! What a crate folds its words with is included by path, as
//! `gazetteer/mod.rs` does: this package depends on no crate whose table it
//! writes, so it also runs while their tables are stale or missing.

// A table that is not as it should be ends the run: nobody but us runs this.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod articles;
mod figures;
mod gazetteer;
mod guide;
mod model;
mod pages;
mod reader;
mod totals;

use std::path::{Path, PathBuf};
use table_tests::Row;

/// How the checked-in files are made.
const COMMAND: &str = "cargo run -p tables";

/// A checked-in file.
struct File {
    /// From the folder `crates`.
    path: &'static str,
    text: String,
}

/// Every generated file of the workspace.
fn files() -> Vec<File> {
    [
        articles::files(),
        figures::files(),
        gazetteer::files(),
        guide::files(),
        model::files(),
        pages::files(),
        reader::files(),
        totals::files(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A path given from the folder `crates`.
fn place(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(path)
}

/// The rows of a TSV file, by its path from the folder `crates`.
fn rows(path: &str) -> Vec<Row> {
    table_tests::read(&place(path).to_string_lossy())
}

/// The first lines of a generated file: what it was made from, and how.
fn header(sources: &str) -> String {
    format!(
        "// Generated from {sources} by\n//     {COMMAND}\n\
         // Do not edit: correct the TSV and run the command.\n\n"
    )
}

/// Writes the files that have changed and prints their names.
fn main() -> std::io::Result<()> {
    for File { path, text } in files() {
        let file = place(path);
        if std::fs::read_to_string(&file).is_ok_and(|kept| kept == text) {
            continue;
        }
        std::fs::write(file, &text)?;
        println!("wrote {path}, {} lines", text.lines().count());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{COMMAND, File, files, place};

    #[test]
    fn the_checked_in_tables_are_fresh() {
        let stale: Vec<&str> = files()
            .iter()
            .filter(|File { path, text }| {
                std::fs::read_to_string(place(path)).map_or(true, |kept| kept != *text)
            })
            .map(|file| file.path)
            .collect();
        assert!(stale.is_empty(), "stale: {stale:?}; run `{COMMAND}`");
    }
}
