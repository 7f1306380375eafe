//! A figure as it was printed, with its reading.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use tinh_figures::{Currency, Figure, Kind, Money, Qualifier};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorKind};

/// A figure as printed, and what it was read as.
///
/// Nothing that was printed is lost: the text stays beside the value, its
/// qualifier (`trên`, `khoảng`) beside the bounds it gives. Where the source
/// counts without a number (`nhiều đoàn`, `một số thỏa thuận`) there is text
/// but no reading.
///
/// In files it is the printed text (`"trên 24,5 tỷ USD"`), or a whole JSON
/// number (`161`); a plain decimal goes in `value` beside `currency`.
///
/// ```
/// use tinh_model::PrintedFigure;
/// let figure: PrintedFigure = "trên 24,5 tỷ USD".parse()?;
/// assert_eq!(figure.text(), "trên 24,5 tỷ USD");
/// let reading = figure.reading().ok_or("no number")?;
/// assert_eq!(reading.lower(), Some("24500000000".parse()?));
/// assert_eq!(reading.upper(), None);
///
/// let many: PrintedFigure = "nhiều đoàn".parse()?;
/// assert!(many.reading().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedFigure {
    text: String,
    reading: Option<Figure>,
    noun: Option<String>,
}

impl PrintedFigure {
    /// Reads a printed figure.
    ///
    /// # Errors
    /// [`ErrorKind::Figure`] where the text is no figure, with the byte span
    /// inside the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if counts_without_number(text) {
            return Ok(Self {
                text: text.to_owned(),
                reading: None,
                noun: None,
            });
        }
        let found = tinh_figures::parse(text)
            .map_err(|error| Error::new(ErrorKind::Figure(error), text))?;
        Ok(Self {
            text: text.to_owned(),
            reading: Some(found.figure()),
            noun: found.noun().map(str::to_owned),
        })
    }

    /// A plain amount of money: no qualifier, `.` as the decimal mark.
    #[must_use]
    pub fn plain_money(text: &str, money: Money) -> Self {
        Self {
            text: text.to_owned(),
            reading: Some(Figure::from_money(money)),
            noun: None,
        }
    }

    /// A plain number.
    #[must_use]
    pub fn plain_number(text: &str, number: Decimal) -> Self {
        Self {
            text: text.to_owned(),
            reading: Some(Figure::number(number)),
            noun: None,
        }
    }

    /// The text as printed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it was read as; `None` where it counts without a number.
    #[must_use]
    pub fn reading(&self) -> Option<Figure> {
        self.reading
    }

    /// The unit noun after a count (`dự án`, `lượt`), as printed.
    #[must_use]
    pub fn noun(&self) -> Option<&str> {
        self.noun.as_deref()
    }

    /// The nominal value, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.reading.and_then(|figure| figure.value())
    }

    /// The currency of an amount of money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.reading.and_then(|figure| figure.currency())
    }

    /// Whether it is money, a number, a percentage.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.reading.map(|figure| figure.kind())
    }

    /// Its qualifier: [`Qualifier::Indefinite`] where there is no number.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.reading
            .map_or(Qualifier::Indefinite, |figure| figure.qualifier())
    }
}

/// `nhiều …`, `một số …`, `các …`: more than one, no number.
fn counts_without_number(text: &str) -> bool {
    let start: String = text
        .trim_start()
        .chars()
        .take(16)
        .nfc()
        .flat_map(char::to_lowercase)
        .collect();
    ["nhiều", "một số", "một vài", "các"]
        .iter()
        .any(|words| match start.strip_prefix(words) {
            Some(rest) => rest.is_empty() || rest.starts_with(char::is_whitespace),
            None => false,
        })
}

impl std::str::FromStr for PrintedFigure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for PrintedFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for PrintedFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for PrintedFigure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FigureVisitor;
        impl de::Visitor<'_> for FigureVisitor {
            type Value = PrintedFigure;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a figure as printed (\"14,65 tỷ USD\") or a whole number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PrintedFigure, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<PrintedFigure, E> {
                Ok(PrintedFigure::plain_number(
                    &number.to_string(),
                    Decimal::from(number),
                ))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<PrintedFigure, E> {
                Ok(PrintedFigure::plain_number(
                    &number.to_string(),
                    Decimal::from(number),
                ))
            }
        }
        deserializer.deserialize_any(FigureVisitor)
    }
}
