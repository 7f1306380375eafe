//! Figures written in the unit of a column.

use std::fmt::Write;

use rust_decimal::Decimal;
use tinh_figures::{Figure, Qualifier};

use crate::error::{Error, ErrorKind};
use crate::figure::PrintedFigure;

/// The unit a column of numbers is in: `triệu USD`, `%`, `lần`.
///
/// A table prints its unit once, over thousands of numbers. The unit is read
/// once as well, and each number then takes its place before it: the text and
/// the reading of [`figure`](Self::figure) agree without the text being read.
///
/// ```
/// use tinh_model::{PrintedFigure, PrintedUnit};
/// let unit = PrintedUnit::parse("triệu USD")?;
/// let figure = unit.figure("20185.622680219993".parse()?).ok_or("too large")?;
/// assert_eq!(figure.text(), "20185,622680219993 triệu USD");
/// assert_eq!(figure.value(), Some("20185622680.219993".parse()?));
/// assert_eq!(figure, PrintedFigure::parse("20185,622680219993 triệu USD")?);
///
/// let error = PrintedUnit::parse("triệu parsec").unwrap_err();
/// assert!(error.to_string().contains("triệu parsec"), "{error}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedUnit {
    text: String,
    /// A figure in this unit.
    example: Figure,
}

impl PrintedUnit {
    /// Reads a unit as it stands behind a number.
    ///
    /// # Errors
    /// [`ErrorKind::PrintedUnit`] where a number with these words is no
    /// figure, or where the words bound it (`USD trở lên`), count something
    /// (`dự án`) or hold a number of their own.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refused = || Error::new(ErrorKind::PrintedUnit, text);
        // Decimals that no convention takes for a group.
        let example = PrintedFigure::parse(&format!("1,5 {text}")).map_err(|_| refused())?;
        let is_alone = |figure: &Figure| {
            figure.qualifier() == Qualifier::Exact
                && figure.written().significand() == Decimal::new(15, 1)
                && example.noun().is_none()
        };
        Ok(Self {
            text: text.to_owned(),
            example: example.reading().filter(is_alone).ok_or_else(refused)?,
        })
    }

    /// A number in this unit, in Vietnamese notation without groups.
    ///
    /// Where three decimals would look like a group (`28,121`), a zero follows
    /// them. `None` where the value exceeds what an exact decimal holds, or has
    /// too many digits to be read back.
    #[must_use]
    pub fn figure(&self, number: Decimal) -> Option<PrintedFigure> {
        let mut text = String::with_capacity(self.text.len().saturating_add(32));
        let significand = write_digits(&mut text, number);
        text.push(' ');
        text.push_str(&self.text);
        let reading = self.example.with_significand(significand)?;
        Some(PrintedFigure::known(text, reading))
    }
}

/// Writes a number with a decimal comma and nothing that groups; returns it
/// with the decimals written.
pub(crate) fn write_digits(text: &mut String, number: Decimal) -> Decimal {
    let mut number = number.normalize();
    if number.scale() == 3 && number.abs() < Decimal::ONE_THOUSAND {
        number.rescale(4);
    }
    if number.is_sign_negative() {
        text.push('-');
    }
    let start = text.len();
    // Writing to a string does not fail. Most mantissas fit half the width,
    // which is far quicker to divide.
    let mantissa = number.mantissa().unsigned_abs();
    let _ = match u64::try_from(mantissa) {
        Ok(narrow) => write!(text, "{narrow}"),
        Err(_) => write!(text, "{mantissa}"),
    };
    let places = usize::try_from(number.scale()).unwrap_or(0);
    if places > 0 {
        let digits = text.len().saturating_sub(start);
        for _ in digits..=places {
            text.insert(start, '0');
        }
        text.insert(text.len().saturating_sub(places), ',');
    }
    number
}
