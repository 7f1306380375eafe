//! How much a file may ask for before it is refused.

use tinh_figures::Bilingual;

/// The names of the limits in refusals.
pub(super) const FILE: Bilingual = Bilingual::new("số byte của tệp", "bytes of the file");
pub(super) const UNPACKED: Bilingual = Bilingual::new("số byte sau khi giải nén", "bytes unpacked");
pub(super) const TEXT: Bilingual = Bilingual::new("số byte của các ô chữ", "bytes of text");
pub(super) const CELLS: Bilingual = Bilingual::new("số ô có dữ liệu", "filled cells");
pub(super) const AREA: Bilingual =
    Bilingual::new("số ô của các vùng chữ nhật", "cells of the rectangles");

/// Bounds on what a file may make the reader hold.
///
/// A few kilobytes can unpack to gigabytes, and a sheet can declare a cell in
/// its last row and column. With the defaults every refusal comes within
/// seconds and well below 500 MB. Raise them for files you trust.
///
/// ```
/// use tinh_reader::{Limits, Workbook};
/// let limits = Limits::DEFAULT.with_cells(2);
/// let error = Workbook::from_bytes_within("a.csv", b"a,b\n1,2\n", limits).unwrap_err();
/// assert_eq!(error.to_string(), "\"a.csv\": filled cells: 3 exceeds the limit of 2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Bytes of all parts of an `.xlsx` once unpacked, and of all texts of an
    /// `.xls` once repeated in every cell that shows them.
    pub unpacked_bytes: u64,
    /// Filled cells of all sheets together.
    pub cells: u64,
    /// Cells of the rectangles around the filled cells of an `.xls`, whose
    /// reader fills whole rectangles.
    pub area: u64,
}

impl Limits {
    /// 64 MiB of file, 96 MiB unpacked, a million filled cells, four million
    /// cells of `.xls` rectangles.
    pub const DEFAULT: Self = Self {
        file_bytes: 64 << 20,
        unpacked_bytes: 96 << 20,
        cells: 1_000_000,
        area: 4_000_000,
    };

    /// Sets how many bytes a file may have.
    #[must_use]
    pub const fn with_file_bytes(mut self, bytes: u64) -> Self {
        self.file_bytes = bytes;
        self
    }

    /// Sets how many bytes a file may have once unpacked.
    #[must_use]
    pub const fn with_unpacked_bytes(mut self, bytes: u64) -> Self {
        self.unpacked_bytes = bytes;
        self
    }

    /// Sets how many filled cells all sheets may have together.
    #[must_use]
    pub const fn with_cells(mut self, cells: u64) -> Self {
        self.cells = cells;
        self
    }

    /// Sets how many cells the rectangles of an `.xls` may have.
    #[must_use]
    pub const fn with_area(mut self, cells: u64) -> Self {
        self.area = cells;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
