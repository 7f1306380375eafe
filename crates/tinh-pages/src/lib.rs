//! Charts and self-contained pages of totals and of draft claims.

mod chart;
mod page;
mod short;
mod view;
mod words;

pub use chart::{Chart, ChartError};
pub use page::Page;
pub use tinh_figures::Language;

pub use tinh_figures;
pub use tinh_totals;
