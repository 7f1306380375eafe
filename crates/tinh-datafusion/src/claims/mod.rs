//! Claims as tables: read from JSON Lines, written as Parquet.

mod columns;
mod export;
mod provider;
mod read;

pub use columns::claim_schema;
pub use export::{dataset_batches, write_parquet};
pub(crate) use provider::table_functions;
