//! The unit of a column: read from words, written before figures.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tinh_figures::{Accents, Currency, Figure, Kind, Money, Parser};
use tinh_model::PrintedFigure;

use crate::error::ErrorKind;

/// The unit the numbers of a column are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnUnit {
    /// Multiples of a currency: `triệu USD` is 1,000,000 of USD.
    Money {
        /// How much one is.
        multiple: Decimal,
        /// The currency.
        currency: Currency,
    },
    /// Numbers of something: `nghìn người` is 1,000 of them.
    Count {
        /// How many one is.
        multiple: Decimal,
    },
    /// Percent.
    Percent,
    /// Times: 1 is the same.
    Times,
    /// A score or a rank.
    Plain,
}

impl ColumnUnit {
    /// One of something.
    pub const COUNT: Self = Self::Count {
        multiple: Decimal::ONE,
    };

    /// Reads `triệu USD`, `tỷ đồng`, `nghìn người`, `%`, `lần`.
    ///
    /// ```
    /// use tinh_reader::ColumnUnit;
    /// assert_eq!(ColumnUnit::parse("Triệu USD").map(|u| u.to_string()), Some("triệu USD".into()));
    /// assert_eq!(ColumnUnit::parse("nghìn người").map(|u| u.to_string()), Some("nghìn".into()));
    /// assert_eq!(ColumnUnit::parse("%"), Some(ColumnUnit::Percent));
    /// assert_eq!(ColumnUnit::parse("parsec"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        static PARSER: Parser = Parser::new().accents(Accents::Optional);
        let text = text.trim();
        if text.len() > 60 {
            return None;
        }
        // `1 triệu USD` is a figure, `triệu USD` alone a unit.
        let one = format!("1 {text}");
        let found = PARSER.parse(&one).ok()?;
        let figure = found.figure();
        match figure.kind() {
            Kind::Money => {
                let money = figure.money()?;
                Some(Self::Money {
                    multiple: money.amount(),
                    currency: money.currency(),
                })
            }
            Kind::Percent => Some(Self::Percent),
            Kind::Multiple => Some(Self::Times),
            Kind::Number if found.noun().is_some() => Some(Self::Count {
                multiple: figure.value()?,
            }),
            _ => None,
        }
    }

    /// How many of the smallest unit one of these is.
    #[must_use]
    pub fn multiple(self) -> Decimal {
        match self {
            Self::Money { multiple, .. } | Self::Count { multiple } => multiple,
            Self::Percent | Self::Times | Self::Plain => Decimal::ONE,
        }
    }

    /// Whether two units differ in nothing but their multiple, so that figures
    /// in them may be compared.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Money { currency: a, .. }, Self::Money { currency: b, .. }) => a == b,
            (Self::Count { .. }, Self::Count { .. }) => true,
            (a, b) => a == b,
        }
    }

    /// Whether it counts something.
    #[must_use]
    pub fn is_count(self) -> bool {
        matches!(self, Self::Count { .. })
    }

    /// Whether it is money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::Money { .. })
    }

    /// The word of its multiple: `triệu`; the multiple itself where no word
    /// says it, nothing where it is one.
    fn scale(self) -> String {
        let multiple = self.multiple();
        for (scale, word) in [
            (1_000_000_000_000_i64, "nghìn tỷ"),
            (1_000_000_000, "tỷ"),
            (1_000_000, "triệu"),
            (1_000, "nghìn"),
        ] {
            if multiple == Decimal::from(scale) {
                return word.to_owned();
            }
        }
        if multiple == Decimal::ONE {
            String::new()
        } else {
            multiple.to_string()
        }
    }
}

impl fmt::Display for ColumnUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale();
        match self {
            Self::Money { currency, .. } if scale.is_empty() => f.write_str(currency.code()),
            Self::Money { currency, .. } => write!(f, "{scale} {}", currency.code()),
            Self::Count { .. } => f.write_str(&scale),
            Self::Plain => Ok(()),
            Self::Percent => f.write_str("%"),
            Self::Times => f.write_str("lần"),
        }
    }
}

impl FromStr for ColumnUnit {
    type Err = ErrorKind;

    fn from_str(text: &str) -> Result<Self, ErrorKind> {
        Self::parse(text).ok_or(ErrorKind::Unit)
    }
}

impl Serialize for ColumnUnit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count { multiple } if *multiple != Decimal::ONE => {
                serializer.collect_str(&format_args!("{self} người"))
            }
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for ColumnUnit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "expected a unit such as triệu USD, nghìn người or %, found {text:?}"
            ))
        })
    }
}

/// Prints figures in the unit of a column.
///
/// The text is the cell's digits with the unit of the header, in Vietnamese
/// notation (`20185,622680219993 triệu USD`): a claim written to a file reads
/// back equal. A figure whose text would not is kept as a plain amount.
#[derive(Debug)]
pub(crate) struct Printer {
    unit: ColumnUnit,
    /// The words of the unit, and a figure in it.
    printed: Option<(String, Figure)>,
}

impl Printer {
    pub(crate) fn new(unit: ColumnUnit) -> Self {
        let printed = || {
            if matches!(unit, ColumnUnit::Count { .. } | ColumnUnit::Plain) {
                return None;
            }
            let words = unit.to_string();
            // Decimals that no convention takes for a group.
            let example = PrintedFigure::parse(&format!("1,5 {words}")).ok()?;
            Some((words, example.reading()?))
        };
        Self {
            unit,
            printed: printed(),
        }
    }

    /// A number in the unit; `None` where the amount exceeds what a decimal
    /// holds.
    pub(crate) fn print(&self, number: Decimal) -> Option<PrintedFigure> {
        let printed = self.printed.as_ref();
        let printed = printed.and_then(|(words, like)| PrintedFigure::in_unit(number, words, like));
        if printed.is_some() {
            return printed;
        }
        let plain = PrintedFigure::of_number(number);
        Some(match self.unit {
            ColumnUnit::Money { multiple, currency } => {
                let amount = number.checked_mul(multiple)?.normalize();
                let text = format!("{plain} {}", self.unit);
                PrintedFigure::plain_money(&text, Money::new(amount, currency))
            }
            ColumnUnit::Count { multiple } if multiple != Decimal::ONE => {
                PrintedFigure::of_number(number.checked_mul(multiple)?)
            }
            _ => plain,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    fn units() -> Vec<ColumnUnit> {
        let money = |multiple: i64, currency| ColumnUnit::Money {
            multiple: multiple.into(),
            currency,
        };
        let mut units = vec![
            ColumnUnit::COUNT,
            ColumnUnit::Plain,
            ColumnUnit::Percent,
            ColumnUnit::Times,
        ];
        for currency in [Currency::USD, Currency::VND] {
            for multiple in [1, 1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000, 100] {
                units.push(money(multiple, currency));
            }
        }
        units
    }

    proptest! {
        /// The text is never read while claims are made; here it is.
        #[test]
        fn a_printed_figure_reads_back_equal(
            digits in -9_999_999_999_999_999_999_999_999_999_i128..=9_999_999_999_999_999_999_999_999_999,
            short in -99_999_i128..99_999,
            scale in 0_u32..=28,
        ) {
            for number in [digits, short] {
                let number = Decimal::from_i128_with_scale(number, scale);
                for unit in units() {
                    let Some(figure) = Printer::new(unit).print(number) else {
                        continue;
                    };
                    if figure.is_plain() {
                        continue;
                    }
                    let read: PrintedFigure = figure.text().parse()?;
                    prop_assert!(!read.reading().is_some_and(|f| f.is_ambiguous()), "{}", figure);
                    prop_assert_eq!(format!("{read:?}"), format!("{figure:?}"));
                }
            }
        }
    }

    #[test]
    fn what_has_no_printed_unit_stays_plain() {
        let print = |number: &str, unit| {
            let number = number.parse().unwrap();
            Printer::new(unit).print(number).unwrap()
        };
        let hundred = ColumnUnit::Money {
            multiple: Decimal::ONE_HUNDRED,
            currency: Currency::USD,
        };
        let figure = print("5", hundred);
        assert!(figure.is_plain());
        assert_eq!(figure.value(), Some(500.into()));
        assert!(!print("5", ColumnUnit::Percent).is_plain());
        assert_eq!(print("-28.121", ColumnUnit::Percent).text(), "-28,1210 %");
    }
}
