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
use tinh_reader::{Audit, FiaReader, Limits, Workbook};

const LIMITS: Limits = Limits::DEFAULT
    .with_file_bytes(1 << 20)
    .with_unpacked_bytes(16 << 20)
    .with_cells(100_000)
    .with_area(400_000);

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
        for note in reading.notes() {
            let _ = note.to_string();
        }
        for finding in Audit::of(&reading).findings() {
            let _ = finding.to_string();
        }
        let mut data = tinh_reader::tinh_model::Dataset::new();
        reading.add_to(&mut data);
        assert!(data.write_jsonl(std::io::sink()).is_ok());
    }
);
