//! Any bytes are opened or refused; what opens is read and audited.
//!
//!     $ cargo +nightly fuzz run bytes -- -rss_limit_mb=600 -timeout=5 -max_len=65536
//!
//! Seeds are small workbooks of the three types. A panic inside calamine is
//! caught by the reader and reported as a damaged file; so that it is not
//! mistaken for one of the reader's own, the hook that ends the process at
//! every panic is taken off, and only a panic that escapes ends the run.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_reader::{FiaReader, Workbook};

mod common;

use common::{LIMITS, show};

fuzz_target!(
    init: {
        std::panic::set_hook(Box::new(|_| {}));
    },
    |data: &[u8]| {
        let Ok(workbook) = Workbook::from_bytes_within("fuzz", data, LIMITS) else {
            return;
        };
        let Ok(reading) = FiaReader::new().read(&workbook) else {
            return;
        };
        show(reading);
    }
);
