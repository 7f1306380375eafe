//! Under construction.
pub use tinh_figures as figures;
pub use tinh_gazetteer as gazetteer;
pub use tinh_model as model;
pub use tinh_totals as totals;
