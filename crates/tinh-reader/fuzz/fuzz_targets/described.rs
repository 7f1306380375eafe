//! Any description over any bytes: `JSON NUL file`. What opens is read by it, and
//! by whatever it proposes for itself.
//!
//!     $ cargo +nightly fuzz run described -- -rss_limit_mb=600 -timeout=5 -max_len=65536
//!
//! See `bytes` about panics inside calamine.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_reader::{TableSpec, Workbook};

mod common;

use common::{LIMITS, show};

/// Reads by some descriptions; what is read is shown, audited and written.
fn read(specs: &[TableSpec], workbook: &Workbook) {
    let reading = match TableSpec::read_all(specs, workbook) {
        Ok(reading) => reading,
        Err(error) => {
            let _ = error.to_string();
            return;
        }
    };
    show(reading);
}

fuzz_target!(
    init: {
        std::panic::set_hook(Box::new(|_| {}));
    },
    |data: &[u8]| {
        let mut parts = data.splitn(2, |byte| *byte == 0);
        let (Some(json), Some(file)) = (parts.next(), parts.next()) else {
            return;
        };
        let Ok(workbook) = Workbook::from_bytes_within("fuzz", file, LIMITS) else {
            return;
        };
        if let Ok(specs) = TableSpec::from_json("fuzz.json", json) {
            for spec in &specs {
                let written = serde_json::to_string(spec);
                let again = written.map(|text| TableSpec::from_json("again", text.as_bytes()));
                assert!(matches!(again, Ok(Ok(again)) if again == [spec.clone()]));
            }
            read(&specs, &workbook);
        }
        for proposal in TableSpec::describe(&workbook) {
            for remark in proposal.remarks() {
                let _ = remark.to_string();
            }
            read(std::slice::from_ref(proposal.spec()), &workbook);
        }
    }
);
