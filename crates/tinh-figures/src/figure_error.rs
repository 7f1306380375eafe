//! Why a figure cannot be made, in English and in Vietnamese.

use rust_decimal::Decimal;

use crate::language::Language;
use crate::qualifier::Qualifier;
use crate::write::digits;

/// Why a figure cannot be made as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum FigureError {
    /// [`Kind::Money`](crate::Kind::Money) needs a currency: use
    /// [`Figure::from_money`](crate::Figure::from_money).
    #[error("a figure of kind money needs a currency")]
    NoCurrency,
    /// A range is made with [`Figure::range`](crate::Figure::range), an order of magnitude
    /// with [`Figure::indefinite`](crate::Figure::indefinite); neither has a value to
    /// qualify otherwise.
    #[error("the qualifier {0} cannot be put on a figure of qualifier {1}")]
    Unqualifiable(Qualifier, Qualifier),
    /// The lower end is above the upper one.
    #[error("the lower end {0} is above the upper end {1}")]
    Descending(Decimal, Decimal),
    /// A fraction is of something: its denominator is not 0.
    #[error("{0}/{1} is not a fraction")]
    NoFraction(u32, u32),
    /// An order of magnitude is a power of ten from 10 up.
    #[error("{0} is not a power of ten above one")]
    NoOrder(Decimal),
}

impl FigureError {
    /// The message for a reader, in this language.
    ///
    /// ```
    /// use rust_decimal::dec;
    /// use tinh_figures::{Figure, Language};
    ///
    /// let error = Figure::number(dec!(0)).range(dec!(7.5), dec!(5)).unwrap_err();
    /// assert_eq!(error.in_language(Language::Vietnamese), "đầu dưới 7,5 lớn hơn đầu trên 5");
    /// assert_eq!(error.to_string(), "the lower end 7.5 is above the upper end 5");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        if language == Language::English {
            return self.to_string();
        }
        match self {
            Self::NoCurrency => "số tiền cần có loại tiền".to_owned(),
            Self::Unqualifiable(qualifier, of) => {
                format!(
                    "không thể đổi \"{}\" thành \"{}\"",
                    said(*of),
                    said(*qualifier)
                )
            }
            Self::Descending(low, high) => {
                format!(
                    "đầu dưới {} lớn hơn đầu trên {}",
                    digits(*low),
                    digits(*high)
                )
            }
            Self::NoFraction(numerator, denominator) => {
                format!("{numerator}/{denominator} không phải phân số")
            }
            Self::NoOrder(value) => {
                format!(
                    "{} không phải lũy thừa của mười lớn hơn một",
                    digits(*value)
                )
            }
        }
    }
}

/// A qualifier as Vietnamese puts it before a number.
const fn said(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "đúng bằng",
        Qualifier::About => "khoảng",
        Qualifier::MoreThan => "hơn",
        Qualifier::AtLeast => "ít nhất",
        Qualifier::Almost => "gần",
        Qualifier::LessThan => "dưới",
        Qualifier::AtMost => "không quá",
        Qualifier::Range => "từ … đến …",
        Qualifier::Indefinite => "hàng …",
    }
}
