//! What crosses threads.

use tinh_model::check::Finding;
use tinh_model::{
    Claim, Dataset, Error, Measure, Measures, Partner, Place, PrintedFigure, Source, Statement,
};

#[test]
fn values_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Claim>();
    crosses::<Dataset>();
    crosses::<Error>();
    crosses::<Finding>();
    crosses::<Measure>();
    crosses::<Measures>();
    crosses::<Partner>();
    crosses::<Place>();
    crosses::<PrintedFigure>();
    crosses::<Source>();
    crosses::<Statement>();
}
