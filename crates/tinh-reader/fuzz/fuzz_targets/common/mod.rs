//! What both targets do.

use tinh_reader::{Audit, Limits, Reading};

pub const LIMITS: Limits = Limits::DEFAULT
    .with_file_bytes(1 << 20)
    .with_unpacked_bytes(16 << 20)
    .with_cells(100_000)
    .with_area(400_000);

/// Shows, audits and writes what was read.
pub fn show(reading: Reading) {
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
