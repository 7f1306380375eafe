//! Why a text is no figure.

use std::fmt;
use std::ops::Range;

/// Why a whole string could not be read.
///
/// It says what kind of trouble, at which bytes of the input, and shows the
/// user's own text there.
///
/// ```
/// let error = tinh_figures::parse("14,65 tỉ đồ").unwrap_err();
/// assert_eq!(error.span(), 11..16);
/// assert_eq!(error.text(), "đồ");
/// assert_eq!(error.to_string(), "unknown currency or unit \"đồ\" at bytes 11..16");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    start: usize,
    end: usize,
    text: Box<str>,
}

/// The kinds of trouble [`parse`](crate::parse) and the `FromStr`
/// implementations report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is empty or only blanks.
    Empty,
    /// There is no number where one should begin.
    NoNumber,
    /// The digits and separators fit no convention: `1.23.4`, `1,2,3`.
    BadDigits,
    /// Something is left over after the figure.
    UnexpectedText,
    /// A word stands where a currency or a unit should be, and it is neither.
    UnknownUnit,
    /// The value does not fit an exact decimal of 28 digits (29 in part).
    TooLarge,
    /// Both conventions can read the digits and the settings name neither
    /// ([`DecimalMark::Either`](crate::DecimalMark::Either)).
    Ambiguous,
    /// The ends of a range stand the wrong way round.
    Descending,
    /// A [`Money`](crate::Money) was asked for and the text has no currency.
    NoCurrency,
    /// A [`Money`](crate::Money) was asked for and the text is a bound, a range
    /// or an order of magnitude, not one amount.
    Qualified,
    /// A currency code that ISO 4217 does not have.
    UnknownCode,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, span: Range<usize>, input: &str) -> Self {
        let text = input.get(span.clone()).unwrap_or(input);
        // The caller's whole megabyte is not worth repeating.
        let shown: String = if text.chars().count() > 60 {
            text.chars().take(59).chain(['…']).collect()
        } else {
            text.to_owned()
        };
        Self {
            kind,
            start: span.start,
            end: span.end,
            text: shown.into_boxed_str(),
        }
    }

    /// What kind of trouble it is.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The bytes of the input it concerns.
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The user's own text at that span, cut after 59 characters.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, start, end) = (&*self.text, self.start, self.end);
        match self.kind {
            ErrorKind::Empty => f.write_str("expected a figure, found nothing"),
            ErrorKind::NoNumber => write!(
                f,
                "expected a number, found \"{text}\" at bytes {start}..{end}"
            ),
            ErrorKind::BadDigits => {
                write!(
                    f,
                    "digits and separators of \"{text}\" fit no convention at bytes {start}..{end}"
                )
            }
            ErrorKind::UnexpectedText => {
                write!(f, "unexpected text \"{text}\" at bytes {start}..{end}")
            }
            ErrorKind::UnknownUnit => write!(
                f,
                "unknown currency or unit \"{text}\" at bytes {start}..{end}"
            ),
            ErrorKind::TooLarge => write!(
                f,
                "\"{text}\" is beyond 28 exact digits at bytes {start}..{end}"
            ),
            ErrorKind::Ambiguous => write!(
                f,
                "\"{text}\" can be read with a decimal mark or with a grouping mark at bytes {start}..{end}"
            ),
            ErrorKind::Descending => {
                write!(
                    f,
                    "the ends of the range \"{text}\" are the wrong way round at bytes {start}..{end}"
                )
            }
            ErrorKind::NoCurrency => write!(
                f,
                "expected a currency in \"{text}\" at bytes {start}..{end}"
            ),
            ErrorKind::Qualified => {
                write!(
                    f,
                    "expected one exact amount, \"{text}\" is not one at bytes {start}..{end}"
                )
            }
            ErrorKind::UnknownCode => write!(
                f,
                "unknown currency code \"{text}\" at bytes {start}..{end}"
            ),
        }
    }
}

impl std::error::Error for Error {}
