//! What crosses threads.

use tinh_totals::{
    Answer, Error, Excluded, Interval, IntervalSum, Question, RateTable, Reason, Row, Warning,
};

#[test]
fn values_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Answer<'static>>();
    crosses::<Error>();
    crosses::<Excluded<'static>>();
    crosses::<Interval>();
    crosses::<IntervalSum>();
    crosses::<Question>();
    crosses::<RateTable>();
    crosses::<Reason>();
    crosses::<Row<'static>>();
    crosses::<Warning>();
}
