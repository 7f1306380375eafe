//! Vietnamese figures and provinces as SQL functions for Apache DataFusion.
//!
//! ```
//! use tinh_datafusion::datafusion::prelude::SessionContext;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), tinh_datafusion::datafusion::error::DataFusionError> {
//! let context = SessionContext::new();
//! tinh_datafusion::register(&context);
//! let rows = context
//!     .sql("SELECT vn_money('trên 24,5 tỷ USD')['lower'] AS at_least")
//!     .await?
//!     .to_string()
//!     .await?;
//! assert!(rows.contains("24500000000"));
//! # Ok(())
//! # }
//! ```

mod aggregate;
mod amount;
mod claims;
#[cfg(feature = "cluster")]
pub mod cluster;
mod column;
mod decimal;
mod scalar;
mod text;

pub use datafusion;

pub use aggregate::total_fields;
pub use amount::amount_fields;
pub use claims::{claim_schema, dataset_batches, write_parquet};
pub use decimal::{DECIMAL, PRECISION, SCALE};
pub use scalar::{figure_fields, place_fields};

use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::prelude::SessionContext;

/// The scalar functions, with their `try_` variants.
#[must_use]
pub fn scalar_functions() -> Vec<ScalarUDF> {
    scalar::all()
}

/// The aggregates.
#[must_use]
pub fn aggregate_functions() -> Vec<AggregateUDF> {
    aggregate::all()
}

/// Registers every function on a context.
pub fn register(context: &SessionContext) {
    for function in scalar_functions() {
        context.register_udf(function);
    }
    for function in aggregate_functions() {
        context.register_udaf(function);
    }
    for function in claims::table_functions() {
        context.register_udtf(function.name(), function.function().clone());
    }
}
