//! Writes `src/tables.rs` from the TSV files of `data/`.
//!
//!     $ cargo run -p tinh-gazetteer --example generate_tables

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/generate/mod.rs"]
mod generate;

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tables.rs");
    let tables = generate::tables();
    std::fs::write(path, &tables)?;
    println!("wrote {} lines", tables.lines().count());
    Ok(())
}
