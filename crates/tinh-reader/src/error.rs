//! The error of this crate: why a whole file, or a whole sheet, was refused.

use std::fmt;
use std::ops::Range;

use tinh_figures::{Bilingual, Language};

use crate::cell::CellRef;

/// The contradiction in a damaged file, in the words of the reader of its
/// format.
pub type Damage = Box<dyn std::error::Error + Send + Sync>;

/// Why a file or a sheet was refused.
///
/// ```
/// use tinh_reader::{ErrorKind, Workbook};
/// let error = Workbook::from_bytes("a.xlsx", b"").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Empty));
/// assert_eq!(error.to_string(), "\"a.xlsx\": the file is empty");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file has no bytes, or no sheet with a filled cell.
    Empty,
    /// The bytes are of another type.
    WrongType(Bilingual),
    /// The file ends too early or contradicts itself.
    Damaged(Damage),
    /// The file needs a password.
    Encrypted,
    /// Something exceeds one of the [`Limits`](crate::Limits).
    TooLarge {
        /// The thing that is too large.
        what: Bilingual,
        /// How large it is, or at least is.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// A quotation mark of a text file is opened and never closed: the rest of
    /// the file would be one cell.
    OpenQuote,
    /// A text file in another encoding than UTF-8, UTF-16, TCVN3 or VNI.
    Encoding(u8),
    /// The file cannot be opened or read.
    Io(std::io::Error),
    /// No sheet holds a table of the kind looked for.
    NoTable {
        /// The header looked for.
        looked_for: Bilingual,
        /// The headers found instead.
        found: String,
    },
    /// The header of a table is there, and nothing says when its figures hold.
    NoTime,
    /// A description asks for a column that no header is like.
    NoColumn {
        /// The header of the sheet most like it.
        nearest: Option<String>,
    },
    /// More than one column fits a header of a description.
    TwoColumns {
        /// The headers that fit, with their cells.
        columns: Vec<Bilingual>,
    },
    /// A column of money whose unit nothing says.
    NoUnit,
    /// The words are not a unit.
    Unit,
    /// A description contradicts itself, or cannot be followed in this file.
    Layout(Bilingual),
    /// The text is not a description.
    Json(serde_json::Error),
}

impl ErrorKind {
    fn in_language(&self, language: Language) -> String {
        let both = |vi: String, en: String| language.choose(vi, en);
        let fixed = |vi: &str, en: &str| language.choose(vi, en).to_owned();
        match self {
            Self::Empty => fixed("tệp rỗng", "the file is empty"),
            Self::WrongType(what) => {
                let what = what.in_language(language);
                both(
                    format!("cần tệp .xlsx, .xls hoặc CSV, nhưng đây là {what}"),
                    format!("expected an .xlsx, .xls or CSV file, found {what}"),
                )
            }
            Self::Damaged(why) => both(
                format!("tệp bị hỏng: {why}"),
                format!("the file is damaged: {why}"),
            ),
            Self::Encrypted => fixed(
                "tệp có mật khẩu; hãy lưu một bản không có mật khẩu",
                "the file is encrypted; save a copy without a password",
            ),
            Self::TooLarge { what, found, limit } => {
                let what = what.in_language(language);
                both(
                    format!("{what}: {found} vượt giới hạn {limit}"),
                    format!("{what}: {found} exceeds the limit of {limit}"),
                )
            }
            Self::OpenQuote => fixed(
                "có dấu ngoặc kép mở mà không đóng",
                "a quotation mark is opened and never closed",
            ),
            Self::Encoding(byte) => both(
                format!("cần văn bản UTF-8, UTF-16, TCVN3 hoặc VNI, nhưng gặp byte 0x{byte:02x}"),
                format!(
                    "expected text in UTF-8, UTF-16, TCVN3 or VNI, found the byte 0x{byte:02x}"
                ),
            ),
            Self::Io(error) => error.to_string(),
            Self::NoTable { looked_for, found } => {
                let looked_for = looked_for.in_language(language);
                both(
                    format!("không có bảng như vậy: đã tìm {looked_for}; trong tệp có {found}"),
                    format!("no such table: looked for {looked_for}; found {found}"),
                )
            }
            Self::NoTime => fixed(
                "có dòng tiêu đề, nhưng không có ngày hoặc kỳ trong tên bảng hay phía trên tiêu đề",
                "the header is there, but no date or period in the title or above the header",
            ),
            Self::NoColumn { nearest } => match nearest {
                Some(nearest) => both(
                    format!("không có cột nào có tiêu đề này; gần nhất là {nearest}"),
                    format!("no column has this header; the nearest is {nearest}"),
                ),
                None => fixed(
                    "không có cột nào có tiêu đề này",
                    "no column has this header",
                ),
            },
            Self::TwoColumns { columns } => {
                let columns = columns.iter().map(|column| column.in_language(language));
                let columns = columns.collect::<Vec<_>>().join(", ");
                both(
                    format!(
                        "có nhiều cột hợp với tiêu đề này: {columns}; hãy ghi rõ hơn, hoặc ghi \
                         chữ của cột"
                    ),
                    format!(
                        "more than one column fits this header: {columns}; give more of it, or \
                         the letter of the column"
                    ),
                )
            }
            Self::NoUnit => fixed(
                "cột tiền không có đơn vị; hãy ghi một đơn vị như triệu USD",
                "a column of money without a unit; say one such as triệu USD",
            ),
            Self::Unit => fixed(
                "cần một đơn vị như triệu USD",
                "expected a unit such as triệu USD",
            ),
            Self::Layout(words) => words.in_language(language).to_owned(),
            Self::Json(error) => {
                let (line, column) = (error.line(), error.column());
                both(
                    format!("mô tả không đọc được ở dòng {line} cột {column}: {error}"),
                    error.to_string(),
                )
            }
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

/// An error: its kind, the file it is about, where in it, and the user's own
/// text.
///
/// ```
/// use tinh_reader::{ErrorKind, Workbook};
/// use tinh_reader::tinh_figures::Language;
/// let error = Workbook::from_bytes("fdi.xlsx", b"%PDF-1.7").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::WrongType(_)));
/// assert_eq!(
///     error.to_string(),
///     "\"fdi.xlsx\": expected an .xlsx, .xls or CSV file, found a PDF document",
/// );
/// assert_eq!(
///     error.in_language(Language::Vietnamese),
///     "\"fdi.xlsx\": cần tệp .xlsx, .xls hoặc CSV, nhưng đây là một tài liệu PDF",
/// );
/// ```
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    file: String,
    at: Box<At>,
}

/// Where in a file.
#[derive(Debug, Default)]
struct At {
    span: Option<Range<usize>>,
    cell: Option<CellRef>,
    field: Option<String>,
    text: Option<String>,
}

impl Error {
    /// The kind of what went wrong.
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
        self.at.span.clone()
    }

    /// The cell it is about, where it is about one.
    #[must_use]
    pub fn cell(&self) -> Option<&CellRef> {
        self.at.cell.as_ref()
    }

    /// The field of the description it is about: `figures[1].header`.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.at.field.as_deref()
    }

    /// The text that was not understood.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.at.text.as_deref()
    }

    /// The whole error in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut said = format!("{:?}: ", self.file);
        if let Some(cell) = &self.at.cell {
            said.push_str(&format!("{cell}: "));
        }
        if let Some(field) = &self.at.field {
            said.push_str(&format!("{field}: "));
        }
        said.push_str(&self.kind.in_language(language));
        if let Some(span) = &self.at.span {
            let at = language.choose("tại byte", "at bytes");
            said.push_str(&format!(" {at} {}..{}", span.start, span.end));
        }
        if let Some(text) = &self.at.text {
            let found = language.choose("gặp", "found");
            said.push_str(&format!(", {found} {text:?}"));
        }
        said
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Io(error) => Some(error),
            ErrorKind::Json(error) => Some(error),
            ErrorKind::Damaged(why) => Some(why.as_ref()),
            _ => None,
        }
    }
}

/// An error before the file is named.
#[derive(Debug)]
pub(crate) struct Refusal {
    kind: ErrorKind,
    at: Box<At>,
}

impl Refusal {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            at: Box::default(),
        }
    }

    pub(crate) fn span(mut self, span: Range<usize>) -> Self {
        self.at.span = Some(span);
        self
    }

    pub(crate) fn cell(mut self, cell: CellRef) -> Self {
        self.at.cell = Some(cell);
        self
    }

    pub(crate) fn field(mut self, field: impl Into<String>) -> Self {
        self.at.field = Some(field.into());
        self
    }

    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.at.text = Some(text.into());
        self
    }

    pub(crate) fn of(self, file: &str) -> Error {
        Error {
            kind: self.kind,
            file: file.to_owned(),
            at: self.at,
        }
    }
}

impl From<ErrorKind> for Refusal {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}
