//! What crosses threads.

use tinh_reader::{Audit, Error, FiaReader, Note, Reading, TableSpec, Workbook};

#[test]
fn values_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Audit>();
    crosses::<Error>();
    crosses::<FiaReader>();
    crosses::<Note>();
    crosses::<Reading>();
    crosses::<TableSpec>();
    crosses::<Workbook>();
}
