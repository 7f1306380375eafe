//! Why a text is not a figure, in English and in Vietnamese.

use std::fmt;
use std::ops::Range;

use crate::language::Language;

/// Why a whole string could not be read.
///
/// It says what kind of trouble, at which bytes of the input, and shows the
/// user's own text there.
///
/// ```
/// use tinh_figures::Language;
///
/// let error = tinh_figures::parse("14,65 tỉ đồ").unwrap_err();
/// assert_eq!((error.span(), error.char_span()), (11..16, 9..11));
/// assert_eq!(error.text(), "đồ");
/// assert_eq!(error.to_string(), "unknown currency or unit \"đồ\" at bytes 11..16");
/// assert_eq!(
///     error.in_language(Language::Vietnamese),
///     "không rõ đơn vị hay loại tiền \"đồ\" (ký tự 10–11)"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Error {
    kind: ErrorKind,
    start: usize,
    end: usize,
    /// The same in characters.
    first: usize,
    count: usize,
    text: Box<str>,
}

/// The kinds of trouble [`parse`](crate::parse) and the `FromStr`
/// implementations report.
///
/// ```
/// use tinh_figures::{ErrorKind, Money};
/// let kind = |text| Money::parse(text).map_err(|error| error.kind());
/// assert_eq!(kind("5 triệu"), Err(ErrorKind::NoCurrency));
/// assert_eq!(kind("hơn 5 triệu đồng"), Err(ErrorKind::Qualified));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is empty or only blanks.
    Empty,
    /// No number begins where one is expected.
    NoNumber,
    /// The digits and separators fit no convention: `1.23.4`, `1,2,3`.
    BadDigits,
    /// Something is left over after the figure.
    UnexpectedText,
    /// The word in place of a currency or a unit is neither.
    UnknownUnit,
    /// The value does not fit an exact decimal of 28 digits (29 in part).
    TooLarge,
    /// Both conventions can read the digits and the settings name neither
    /// ([`DecimalMark::Either`](crate::DecimalMark::Either)).
    Ambiguous,
    /// The ends of a range are in the wrong order.
    Descending,
    /// The text has no currency; a [`Money`](crate::Money) needs one.
    NoCurrency,
    /// A [`Money`](crate::Money) is one exact amount; the text is a bound, a range
    /// or an order of magnitude, not one amount.
    Qualified,
    /// A currency code that ISO 4217 does not have.
    UnknownCode,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, span: Range<usize>, input: &str) -> Self {
        let text = input.get(span.clone()).unwrap_or(input);
        let count = text.chars().count();
        // The caller's whole megabyte is not worth repeating.
        let shown: String = if count > 60 {
            text.chars().take(59).chain(['…']).collect()
        } else {
            text.to_owned()
        };
        Self {
            kind,
            start: span.start,
            end: span.end,
            first: input.get(..span.start).map_or(0, |t| t.chars().count()),
            count,
            text: shown.into_boxed_str(),
        }
    }

    /// The kind of trouble.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The bytes of the input it concerns.
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The characters (code points) of the input it concerns, counted from 0.
    #[must_use]
    pub const fn char_span(&self) -> Range<usize> {
        self.first..self.first + self.count
    }

    /// The user's own text at that span, cut after 59 characters.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The message for a reader: in this language, with the position in characters
    /// counted from 1.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut out = self.kind.message(language, &self.text);
        let characters = language.choose("ký tự", "characters");
        let (first, last) = (self.first + 1, self.first + self.count);
        match self.count {
            0 => {}
            1 => out += &format!(" ({} {first})", language.choose("ký tự", "character")),
            _ => out += &format!(" ({characters} {first}–{last})"),
        }
        out
    }
}

impl ErrorKind {
    /// The message, with the user's own text quoted.
    fn message(self, language: Language, text: &str) -> String {
        let (vietnamese, english) = match self {
            Self::Empty => (
                "cần một con số, không thấy gì",
                "expected a figure, found nothing",
            ),
            Self::NoNumber => ("cần một con số, gặp {}", "expected a number, found {}"),
            Self::BadDigits => (
                "chữ số và dấu của {} không theo quy ước nào",
                "digits and separators of {} fit no convention",
            ),
            Self::UnexpectedText => ("thừa {}", "unexpected text {}"),
            Self::UnknownUnit => (
                "không rõ đơn vị hay loại tiền {}",
                "unknown currency or unit {}",
            ),
            Self::TooLarge => ("{} vượt quá 28 chữ số", "{} is beyond 28 exact digits"),
            Self::Ambiguous => (
                "{} có hai cách đọc: dấu thập phân hay dấu phân nhóm",
                "{} can be read with a decimal mark or with a grouping mark",
            ),
            Self::Descending => (
                "hai đầu của khoảng {} bị ngược",
                "the ends of the range {} are the wrong way round",
            ),
            Self::NoCurrency => ("cần một loại tiền trong {}", "expected a currency in {}"),
            Self::Qualified => (
                "cần một số tiền chính xác, {} không phải",
                "expected one exact amount, {} is not one",
            ),
            Self::UnknownCode => ("không có mã tiền {}", "unknown currency code {}"),
        };
        let template = language.choose(vietnamese, english);
        template.replace("{}", &format!("\"{text}\""))
    }
}

impl fmt::Display for Error {
    /// The message in English, with the position in bytes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kind.message(Language::English, &self.text))?;
        if self.kind == ErrorKind::Empty {
            return Ok(());
        }
        write!(f, " at bytes {}..{}", self.start, self.end)
    }
}

impl std::error::Error for Error {}
