//! The error of this crate.

use std::fmt;
use std::ops::Range;

use thiserror::Error as ThisError;

/// What went wrong, without where.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is no date, whole or partial.
    #[error("expected a date such as 2023-11-25, 2023-11 or tháng 11/2023")]
    Date,
    /// The text is no period.
    #[error("expected a period such as 2023, 2023-01/2023-09 or 9 tháng năm 2023")]
    Period,
    /// A period whose last day lies before its first.
    #[error("a period cannot end before it starts")]
    PeriodEndsBeforeStart,
    /// The text is the code of no measure, built-in or declared.
    #[error("unknown measure")]
    UnknownMeasure {
        /// The codes most like it, at most three.
        nearest: Vec<String>,
    },
    /// The id of a source or a claim, or the code of a measure, stands for
    /// something else already: of which kind.
    #[error("{0} was defined before")]
    Taken(&'static str),
    /// No source has the id a claim names.
    #[error("unknown source")]
    UnknownSource,
    /// The text names no figure.
    #[error("expected a figure")]
    Figure(#[source] tinh_figures::Error),
    /// The text names no partner of the kind asked for.
    #[error("expected a partner")]
    Partner(String),
    /// A place that does not exist, or not on its date.
    #[error("expected a place")]
    Place(#[source] tinh_gazetteer::LookupError),
    /// A place is a unit with a date, and nothing says which date.
    #[error("a place needs a date: give place_on, as_of, period or a dated source")]
    PlaceWithoutDate,
    /// The text names no unit of a plain value.
    #[error("expected an ISO 4217 code, % or lần as a unit")]
    Unit,
    /// The words name no unit a column of numbers can be in.
    #[error("expected a unit such as triệu USD, % or lần")]
    PrintedUnit,
    /// The noun of a figure is that of another measure.
    #[error("{field}: expected a number of {expected}")]
    Noun {
        /// The field of the figure.
        field: &'static str,
        /// The nouns of the measure.
        expected: String,
    },
    /// A plain value is not what was printed; holds the field.
    #[error("{0}: expected a text that says its value")]
    PrintedOtherwise(&'static str),
    /// The text is no id of a source or a claim.
    #[error("id: {0}")]
    Id(&'static str),
    /// A rule over several fields does not hold.
    #[error("{0}")]
    Rule(&'static str),
    /// The line is no JSON object.
    #[error("expected a JSON object: {0}")]
    Json(String),
    /// A field is missing, unknown, or of the wrong type.
    #[error("{0}")]
    Field(String),
}

/// An error: its kind and the text it is about.
///
/// ```
/// use tinh_model::time::PartialDate;
/// let error = "31/02/2023".parse::<PartialDate>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "expected a date such as 2023-11-25, 2023-11 or tháng 11/2023, found \"31/02/2023\"",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    text: String,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, text: &str) -> Self {
        Self {
            kind,
            text: text.to_owned(),
        }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Where in [`text`](Self::text) the error lies, in bytes: all of it,
    /// unless the reader of the figure knows better.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        match &self.kind {
            ErrorKind::Figure(error) => error.span(),
            _ => 0..self.text.len(),
        }
    }

    /// The text it is about, as the user wrote it; empty for a rule over
    /// several fields.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            // The reader's own message quotes the text already.
            ErrorKind::Figure(error) => write!(f, "{error}"),
            ErrorKind::Place(error) => write!(f, "{error}"),
            ErrorKind::Partner(message) => f.write_str(message),
            ErrorKind::Taken(what) => write!(f, "{what} {:?} was defined before", self.text),
            ErrorKind::UnknownSource => write!(f, "unknown source {:?}", self.text),
            ErrorKind::UnknownMeasure { nearest } => {
                write!(f, "unknown measure {:?}, ", self.text)?;
                if !nearest.is_empty() {
                    write!(f, "the nearest are {}; ", nearest.join(", "))?;
                }
                write!(
                    f,
                    "a line {{\"type\":\"measure\",\"code\":{:?},…}} declares one",
                    self.text
                )
            }
            kind if self.text.is_empty() => write!(f, "{kind}"),
            kind => write!(f, "{kind}, found {:?}", self.text),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Figure(error) => Some(error),
            ErrorKind::Place(error) => Some(error),
            _ => None,
        }
    }
}
