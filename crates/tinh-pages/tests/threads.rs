//! What crosses threads.

use tinh_pages::review::{Review, ReviewError};
use tinh_pages::{Chart, ChartError, Page};

#[test]
fn values_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Chart>();
    crosses::<ChartError>();
    crosses::<Page>();
    crosses::<Review>();
    crosses::<ReviewError>();
}
