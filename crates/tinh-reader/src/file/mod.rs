//! A workbook: opened, vetted, its cells held.

mod legacy;
mod limits;
mod text;
mod values;
mod xls;
mod xlsx;

pub use limits::Limits;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use tinh_figures::Bilingual;

use crate::error::{Error, ErrorKind, Refusal};
use crate::sheet::Sheet;

const WORD: Bilingual = Bilingual::new("một tài liệu Word", "a Word document");
const PRESENTATION: Bilingual = Bilingual::new("một bài trình chiếu", "a presentation");

/// The sheets of an `.xlsx` or `.xls` file, or a CSV file as its only sheet.
///
/// The type comes from the bytes, not from the name. Opening never panics and
/// holds to the [`Limits`]; formulas are never evaluated.
///
/// ```
/// use tinh_reader::{Position, Workbook};
/// let workbook = Workbook::from_bytes("pci.csv", "Tỉnh;PCI\nHà Nội;67,15\n".as_bytes())?;
/// let sheet = &workbook.sheets()[0];
/// assert_eq!(sheet.cell(Position::new(1, 1)).map(|v| v.to_string()), Some("67,15".into()));
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Workbook {
    name: String,
    sheets: Vec<Sheet>,
}

impl Workbook {
    /// Opens a file, named in reports by the last part of its path.
    ///
    /// # Errors
    /// Where the file cannot be read, is of another type, damaged, encrypted,
    /// empty, or exceeds the [default limits](Limits::DEFAULT).
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::open_within(path, Limits::DEFAULT)
    }

    /// Opens a file within limits of your own.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_within(path: impl AsRef<Path>, limits: Limits) -> Result<Self, Error> {
        let path = path.as_ref();
        let shown = path.display().to_string();
        let io = |error| Refusal::new(ErrorKind::Io(error)).of(&shown);
        let file = File::open(path).map_err(io)?;
        let mut bytes = Vec::new();
        // One byte more than allowed, so that a file that grows is noticed.
        file.take(limits.file_bytes.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(io)?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Self::from_bytes_within(&name.to_string_lossy(), &bytes, limits)
    }

    /// Reads a file already in memory; `name` names it in reports.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        Self::from_bytes_within(name, bytes, Limits::DEFAULT)
    }

    /// Reads a file already in memory within limits of your own.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn from_bytes_within(name: &str, bytes: &[u8], limits: Limits) -> Result<Self, Error> {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let sheets = if bytes.is_empty() {
            Err(ErrorKind::Empty.into())
        } else if length > limits.file_bytes {
            Err(Refusal::from(ErrorKind::TooLarge {
                what: limits::FILE,
                found: length,
                limit: limits.file_bytes,
            }))
        } else {
            match Format::of(bytes) {
                Format::Zip => xlsx::read(bytes, limits).map_err(Refusal::from),
                Format::Compound => xls::read(bytes, limits).map_err(Refusal::from),
                Format::Text => text::read(name, bytes, limits),
                Format::Other(what) => Err(ErrorKind::WrongType(what).into()),
            }
        };
        let mut sheets = sheets.map_err(|refusal| refusal.of(name))?;
        if sheets.iter().all(|sheet| sheet.rows().is_empty()) {
            return Err(Refusal::new(ErrorKind::Empty).of(name));
        }
        for sheet in &mut sheets {
            legacy::convert(sheet);
        }
        Ok(Self {
            name: name.to_owned(),
            sheets,
        })
    }

    /// Its name in reports.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its sheets, in their order; charts and macro sheets are left out.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }
}

/// The type of a file by its first bytes.
enum Format {
    Zip,
    Compound,
    Text,
    Other(Bilingual),
}

impl Format {
    fn of(bytes: &[u8]) -> Self {
        const OTHER: [(&[u8], Bilingual); 10] = [
            (
                b"%PDF",
                Bilingual::new("một tài liệu PDF", "a PDF document"),
            ),
            (b"\x89PNG", Bilingual::new("một ảnh PNG", "a PNG picture")),
            (
                b"\xff\xd8\xff",
                Bilingual::new("một ảnh JPEG", "a JPEG picture"),
            ),
            (b"GIF8", Bilingual::new("một ảnh GIF", "a GIF picture")),
            (b"Rar!", Bilingual::new("một tệp nén RAR", "a RAR archive")),
            (
                b"7z\xbc\xaf",
                Bilingual::new("một tệp nén 7-Zip", "a 7-Zip archive"),
            ),
            (b"\x1f\x8b", Bilingual::new("một tệp gzip", "a gzip file")),
            (
                b"{\\rtf",
                Bilingual::new("một tài liệu RTF", "an RTF document"),
            ),
            (b"\x7fELF", Bilingual::new("một chương trình", "a program")),
            (
                b"SQLite format 3",
                Bilingual::new("một cơ sở dữ liệu SQLite", "an SQLite database"),
            ),
        ];
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Self::Zip;
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            return Self::Compound;
        }
        for (start, what) in OTHER {
            if bytes.starts_with(start) {
                return Self::Other(what);
            }
        }
        // Reports saved by a browser as `.xls` are often web pages.
        let start = bytes.get(..256).unwrap_or(bytes);
        let start = String::from_utf8_lossy(start).to_lowercase();
        let start = start.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with("<!doctype html") || start.starts_with("<html") {
            return Self::Other(Bilingual::new("một trang web", "a web page"));
        }
        if start.starts_with("<?xml") {
            return Self::Other(Bilingual::new("một tài liệu XML", "an XML document"));
        }
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        if !utf16 && bytes.contains(&0) {
            return Self::Other(Bilingual::new("dữ liệu nhị phân", "binary data"));
        }
        Self::Text
    }
}
