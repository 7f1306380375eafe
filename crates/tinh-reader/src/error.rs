//! The error of this crate: why a whole file, or a whole sheet, was refused.

use std::fmt;
use std::ops::Range;

use thiserror::Error as ThisError;

/// Why a file or a sheet was refused.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file has no bytes, or no sheet with a filled cell.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of another type.
    #[error("expected an .xlsx, .xls or CSV file, found {0}")]
    WrongType(&'static str),
    /// The file ends too early or contradicts itself.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The file needs a password.
    #[error("the file is encrypted; save a copy without a password")]
    Encrypted,
    /// Something exceeds one of the [`Limits`](crate::Limits).
    #[error("{what}: {found} exceeds the limit of {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// How large it is, or at least is.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// A text file in another encoding.
    #[error("expected UTF-8 or UTF-16 text, found the byte 0x{0:02x}")]
    Encoding(u8),
    /// The file cannot be opened or read.
    #[error("{0}")]
    Io(String),
    /// No sheet holds a table of the kind asked for.
    #[error("no such table: looked for {looked_for}; found {found}")]
    NoTable {
        /// What a table would have been known by.
        looked_for: String,
        /// What stands in the sheets instead.
        found: String,
    },
    /// A description of a table contradicts itself.
    #[error("{0}")]
    Layout(String),
}

/// An error: its kind, the file it is about, and where in it.
///
/// ```
/// use tinh_reader::{ErrorKind, Workbook};
/// let error = Workbook::from_bytes("fdi.xlsx", b"%PDF-1.7").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::WrongType(_)));
/// assert_eq!(
///     error.to_string(),
///     "\"fdi.xlsx\": expected an .xlsx, .xls or CSV file, found a PDF document",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    file: String,
    span: Option<Range<usize>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, file: &str) -> Self {
        Self {
            kind,
            file: file.to_owned(),
            span: None,
        }
    }

    pub(crate) fn at(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The file it is about, as named by the caller.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Where in the file, as a byte range, where that is known: in text files.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        self.span.clone()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.file, self.kind)?;
        if let Some(span) = &self.span {
            write!(f, " at bytes {}..{}", span.start, span.end)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
