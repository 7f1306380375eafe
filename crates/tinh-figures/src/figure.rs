//! A figure: what kind, how qualified, which value, how written.

use std::fmt;
use std::ops::Bound;

use rust_decimal::Decimal;

use crate::bounds::{Bounds, Wording};
use crate::currency::Currency;
use crate::figure_error::FigureError;
use crate::language::Language;
use crate::money::Money;
use crate::qualifier::Qualifier;
use crate::scale::{self, Scale};

/// The kind of a figure.
///
/// ```
/// use tinh_figures::{Kind, find_iter};
/// let kinds: Vec<Kind> = find_iter("5 tỷ đồng, 37 dự án, 6,17%, thứ 3").map(|m| m.figure().kind()).collect();
/// assert_eq!(kinds, [Kind::Money, Kind::Number, Kind::Percent, Kind::Ordinal]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Kind {
    /// A plain number, with or without a unit noun: `518`, `230 nghìn`.
    Number,
    /// A percentage, as written: `45,3%` is 45.3.
    Percent,
    /// Percentage points: `4,3 điểm phần trăm`.
    Points,
    /// A multiple: `10,2 lần`, `gấp đôi`.
    Multiple,
    /// An ordinal or a rank: `thứ 8`, `hạng 3`.
    Ordinal,
    /// An amount of money in one currency.
    Money,
}

impl Kind {
    /// `number`, `percent`, `points`, `multiple`, `ordinal` or `money`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Points => "points",
            Self::Multiple => "multiple",
            Self::Ordinal => "ordinal",
            Self::Money => "money",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How a number was written: `14,65` and `tỷ` apart.
///
/// ```
/// # fn main() -> Result<(), tinh_figures::Error> {
/// use rust_decimal::dec;
/// use tinh_figures::{Scale};
///
/// let m = tinh_figures::parse("14,65 tỷ USD")?;
/// assert_eq!(m.figure().written().significand(), dec!(14.65));
/// assert_eq!(m.figure().written().scale(), Scale::BILLION);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Written {
    pub(crate) significand: Decimal,
    pub(crate) scale: Scale,
}

impl Written {
    /// The number before the scale word, with the decimals as printed; the numerator
    /// of a fraction. Of an
    /// amount in several parts (`1 tỷ 136 triệu`) the whole, in the last part's
    /// scale (1136 triệu).
    #[must_use]
    pub const fn significand(self) -> Decimal {
        self.significand
    }

    /// The scale word: [`Scale::ONE`] where there is none.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.scale
    }
}

/// The other reading of digits both conventions can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Other {
    None,
    /// Read as decimals, could be a group: a thousand times more.
    Times,
    /// Read as a group, could be decimals: a thousandth.
    Over,
}

/// The whole a figure is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    None,
    /// One number of a total, rank or plan: 19 of `17/19 tiêu chí`.
    Of(Decimal),
    /// A fraction: its denominator, and whether a decimal holds it. The numerator is
    /// the significand as written.
    Fraction {
        denominator: Decimal,
        exact: bool,
    },
}

/// One figure: kind, qualifier, value or bounds, currency, and how it was
/// written.
///
/// Two figures are equal when they say the same: how they were written and
/// whether the digits had another reading takes no part.
///
/// ```
/// # fn main() -> Result<(), tinh_figures::Error> {
/// use std::ops::Bound;
/// use rust_decimal::dec;
/// use tinh_figures::{Currency, Figure, Kind, Qualifier};
///
/// let figure: Figure = "trên 24,5 tỷ USD".parse()?;
/// assert_eq!(figure.kind(), Kind::Money);
/// assert_eq!(figure.qualifier(), Qualifier::MoreThan);
/// assert_eq!(figure.value(), Some(dec!(24_500_000_000)));
/// assert_eq!(figure.bounds(), (Bound::Excluded(dec!(24_500_000_000)), Bound::Unbounded));
/// assert_eq!(figure.currency(), Some(Currency::USD));
/// assert_eq!(figure.to_string(), "hơn 24.500.000.000 USD");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    pub(crate) kind: Kind,
    pub(crate) qualifier: Qualifier,
    pub(crate) other: Other,
    pub(crate) currency: Option<Currency>,
    pub(crate) part: Part,
    /// The value; the lower end of a range; the order of an indefinite one.
    pub(crate) low: Decimal,
    /// The upper end of a range, else the value again.
    pub(crate) high: Decimal,
    pub(crate) written: Written,
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.qualifier == other.qualifier
            && self.currency == other.currency
            && self.part == other.part
            && self.ratio() == other.ratio()
            && self.low == other.low
            && self.high == other.high
    }
}

impl Eq for Figure {}

impl std::hash::Hash for Figure {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.kind.hash(state);
        self.qualifier.hash(state);
        self.currency.hash(state);
        self.part.hash(state);
        self.low.hash(state);
        self.high.hash(state);
    }
}

impl Figure {
    /// An exact figure that is not money: `Figure::exact(Kind::Percent, dec!(45.3))`.
    ///
    /// # Errors
    /// [`FigureError::NoCurrency`] for [`Kind::Money`].
    pub fn exact(kind: Kind, value: Decimal) -> Result<Self, FigureError> {
        if kind == Kind::Money {
            Err(FigureError::NoCurrency)
        } else {
            Ok(Self::make(kind, value, None))
        }
    }

    /// An exact number.
    #[must_use]
    pub const fn number(value: Decimal) -> Self {
        Self::make(Kind::Number, value, None)
    }

    /// An exact amount of money.
    #[must_use]
    pub const fn from_money(money: Money) -> Self {
        Self::make(Kind::Money, money.amount(), Some(money.currency()))
    }

    pub(crate) const fn make(kind: Kind, value: Decimal, currency: Option<Currency>) -> Self {
        Self {
            kind,
            qualifier: Qualifier::Exact,
            other: Other::None,
            currency,
            part: Part::None,
            low: value,
            high: value,
            written: Written {
                significand: value,
                scale: Scale::ONE,
            },
        }
    }

    /// The figure `numerator` over `denominator`, which must not be 0, if both
    /// ends of the decimals around it fit.
    pub(crate) fn fraction_of(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        let quotient = numerator.checked_div(denominator)?.normalize();
        let back = quotient.checked_mul(denominator)?;
        // Beyond 27 digits a product may be rounded to look exact.
        let short = quotient.mantissa().unsigned_abs() < scale::pow10(27);
        let exact = short && back == numerator;
        // The last place of the quotient is rounded, up or down.
        let step = Decimal::new(1, quotient.scale().min(28));
        let (low, high) = if exact {
            (quotient, quotient)
        } else if back < numerator {
            (quotient, quotient.checked_add(step)?)
        } else {
            (quotient.checked_sub(step)?, quotient)
        };
        Some(Self {
            low,
            high,
            part: Part::Fraction { denominator, exact },
            written: Written {
                significand: numerator,
                scale: Scale::ONE,
            },
            ..Self::number(low)
        })
    }

    /// An exact fraction: `Figure::fraction(2, 3)`.
    ///
    /// # Errors
    /// [`FigureError::NoFraction`] where the denominator is 0.
    ///
    /// ```
    /// # fn main() -> Result<(), tinh_figures::FigureError> {
    /// use rust_decimal::dec;
    /// use tinh_figures::Figure;
    ///
    /// assert_eq!(Figure::fraction(3, 4)?.value(), Some(dec!(0.75)));
    /// assert_eq!(Figure::fraction(2, 3)?.value(), None);
    /// assert_eq!(Figure::fraction(2, 3)?.to_string(), "2/3");
    /// # Ok(()) }
    /// ```
    pub fn fraction(numerator: u32, denominator: u32) -> Result<Self, FigureError> {
        Self::fraction_of(numerator.into(), denominator.into())
            .ok_or(FigureError::NoFraction(numerator, denominator))
    }

    /// The same figure as one of a total, a rank among so many, or an amount of a
    /// plan.
    ///
    /// # Errors
    /// [`FigureError::Unqualifiable`] of a range, an order of magnitude and a
    /// fraction.
    pub fn with_total(self, total: Decimal) -> Result<Self, FigureError> {
        if self.value().is_none() || self.ratio().is_some() {
            return Err(FigureError::Unqualifiable(Qualifier::Exact, self.qualifier));
        }
        Ok(Self {
            part: Part::Of(total),
            ..self
        })
    }

    /// The same figure from `low` to `high`, both included.
    ///
    /// # Errors
    /// [`FigureError::Descending`] where `low` is above `high`.
    pub fn range(self, low: Decimal, high: Decimal) -> Result<Self, FigureError> {
        if low > high {
            return Err(FigureError::Descending(low, high));
        }
        let written = Written {
            significand: low,
            scale: Scale::ONE,
        };
        Ok(Self {
            qualifier: Qualifier::Range,
            other: Other::None,
            low,
            high,
            written,
            ..self
        })
    }

    /// The same figure as an order of magnitude: 100 for `hàng trăm`.
    ///
    /// # Errors
    /// [`FigureError::NoOrder`] unless `magnitude` is 10, 100, 1000, …
    pub fn indefinite(self, magnitude: Decimal) -> Result<Self, FigureError> {
        let whole = magnitude.normalize();
        let digits = whole.mantissa().to_string();
        if whole.scale() != 0
            || digits.len() < 2
            || !digits.starts_with('1')
            || digits[1..].bytes().any(|b| b != b'0')
        {
            return Err(FigureError::NoOrder(magnitude));
        }
        let written = Written {
            significand: whole,
            scale: Scale::ONE,
        };
        Ok(Self {
            qualifier: Qualifier::Indefinite,
            other: Other::None,
            low: whole,
            high: whole,
            written,
            ..self
        })
    }

    /// The same nominal value under another qualifier.
    ///
    /// # Errors
    /// [`FigureError::Unqualifiable`] to or from a range or an order of
    /// magnitude.
    pub fn with_qualifier(self, qualifier: Qualifier) -> Result<Self, FigureError> {
        let plain = |q| !matches!(q, Qualifier::Range | Qualifier::Indefinite);
        if self.qualifier == qualifier || plain(qualifier) && plain(self.qualifier) {
            Ok(Self { qualifier, ..self })
        } else {
            Err(FigureError::Unqualifiable(qualifier, self.qualifier))
        }
    }

    /// The figure the same words make of other digits: of `1,5 triệu USD` and 20185.62
    /// the reading of `20185,62 triệu USD`.
    ///
    /// `None` of a range and of an order of magnitude, which have no one number
    /// to replace, and where the value exceeds what an exact decimal holds.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use rust_decimal::dec;
    /// use tinh_figures::Figure;
    ///
    /// let unit: Figure = "1 triệu USD".parse()?;
    /// let figure = unit.with_significand(dec!(20185.62)).ok_or("too large")?;
    /// assert_eq!(figure, "20185,62 triệu USD".parse()?);
    /// assert_eq!(figure.value(), Some(dec!(20_185_620_000)));
    /// assert_eq!(figure.written().scale(), unit.written().scale());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_significand(self, significand: Decimal) -> Option<Self> {
        self.value()?;
        let places = u8::try_from(significand.scale()).ok()?;
        let scale = self.written.scale;
        let (mantissa, places) = scale::scaled(
            significand.mantissa().unsigned_abs(),
            places,
            scale.exponent(),
        )?;
        let [low, mid, high] = scale::split(mantissa);
        let negative = significand.is_sign_negative() && mantissa != 0;
        let value = Decimal::from_parts(low, mid, high, negative, u32::from(places));
        Some(Self {
            other: Other::None,
            low: value,
            high: value,
            written: Written { significand, scale },
            ..self
        })
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How the number bounds the truth.
    #[must_use]
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The printed value, times its scale; `None` of a range, of an order of
    /// magnitude and of a fraction without a decimal (`1/3`). Percent and multiples keep the printed number.
    ///
    /// A value under a qualifier is nominal: look at [`bounds`](Self::bounds)
    /// before adding it to anything.
    #[must_use]
    pub const fn value(&self) -> Option<Decimal> {
        match (self.qualifier, self.part) {
            (Qualifier::Range | Qualifier::Indefinite, _)
            | (_, Part::Fraction { exact: false, .. }) => None,
            _ => Some(self.low),
        }
    }

    /// The whole the figure is one of: 19 of `17/19 tiêu chí`, 63 of `thứ 8/63`, the plan
    /// of an amount. A fraction (`2/3 số hộ`) has a [ratio](Self::ratio) instead.
    ///
    /// ```
    /// # fn main() -> Result<(), tinh_figures::Error> {
    /// use rust_decimal::dec;
    /// use tinh_figures::Figure;
    ///
    /// let figure: Figure = "17/19 tiêu chí".parse()?;
    /// assert_eq!((figure.value(), figure.of()), (Some(dec!(17)), Some(dec!(19))));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn of(&self) -> Option<Decimal> {
        match self.part {
            Part::Of(total) => Some(total),
            _ => None,
        }
    }

    /// The two numbers of a fraction: 2 and 3 of `2/3 số hộ`. Exact, also where no
    /// decimal is; [`bounds`](Self::bounds) gives the decimals around it.
    #[must_use]
    pub const fn ratio(&self) -> Option<(Decimal, Decimal)> {
        match self.part {
            Part::Fraction { denominator, .. } => Some((self.written.significand, denominator)),
            _ => None,
        }
    }

    /// The assertion of the text: the true value is within these bounds.
    ///
    /// | qualifier | bounds |
    /// |---|---|
    /// | exact, range | included both |
    /// | more than | above, excluded |
    /// | at least | from, included |
    /// | almost, less than | below, excluded |
    /// | at most | up to, included |
    /// | about, indefinite | none |
    #[must_use]
    pub const fn bounds(&self) -> (Bound<Decimal>, Bound<Decimal>) {
        use Bound::{Excluded, Included, Unbounded};
        match self.qualifier {
            Qualifier::Exact | Qualifier::Range => (Included(self.low), Included(self.high)),
            Qualifier::About | Qualifier::Indefinite => (Unbounded, Unbounded),
            Qualifier::MoreThan => (Excluded(self.low), Unbounded),
            Qualifier::AtLeast => (Included(self.low), Unbounded),
            Qualifier::Almost | Qualifier::LessThan => (Unbounded, Excluded(self.high)),
            Qualifier::AtMost => (Unbounded, Included(self.high)),
        }
    }

    /// The finite lower bound, if there is one.
    #[must_use]
    pub const fn lower(&self) -> Option<Decimal> {
        match self.bounds().0 {
            Bound::Included(low) | Bound::Excluded(low) => Some(low),
            Bound::Unbounded => None,
        }
    }

    /// The finite upper bound, if there is one.
    #[must_use]
    pub const fn upper(&self) -> Option<Decimal> {
        match self.bounds().1 {
            Bound::Included(high) | Bound::Excluded(high) => Some(high),
            Bound::Unbounded => None,
        }
    }

    /// The order of an indefinite magnitude: 100 of `hàng trăm`, 10 000 of
    /// `hàng chục nghìn`; else `None`.
    #[must_use]
    pub const fn magnitude(&self) -> Option<Decimal> {
        match self.qualifier {
            Qualifier::Indefinite => Some(self.low),
            _ => None,
        }
    }

    /// The currency, of money.
    #[must_use]
    pub const fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The nominal amount, of money that has a value. As with
    /// [`value`](Self::value), a qualifier is lost here: check it first.
    #[must_use]
    pub const fn money(&self) -> Option<Money> {
        match (self.value(), self.currency) {
            (Some(amount), Some(currency)) => Some(Money::new(amount, currency)),
            _ => None,
        }
    }

    /// The value in the other convention, where both can read the digits:
    /// `1.498 tỷ` is 1 498 000 000 000 and may be 1 498 000 000.
    #[must_use]
    pub fn alternative(&self) -> Option<Decimal> {
        self.value()?;
        match self.other {
            Other::None => None,
            Other::Times => shift(self.low, true),
            Other::Over => shift(self.low, false),
        }
    }

    /// Whether the digits have another reading; of a range, those of either end.
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        !matches!(self.other, Other::None)
    }

    /// The significand and the scale word as printed.
    #[must_use]
    pub const fn written(&self) -> Written {
        self.written
    }
}

/// A thousand times more or less, exactly.
fn shift(value: Decimal, up: bool) -> Option<Decimal> {
    if up {
        value
            .checked_mul(Decimal::ONE_THOUSAND)
            .map(|v| if v.scale() == 0 { v } else { v.normalize() })
    } else {
        let mut value = value.normalize();
        value.set_scale(value.scale() + 3).ok()?;
        Some(value.normalize())
    }
}

impl Figure {
    /// The value with what it is one of.
    fn fmt_value(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = |value| crate::write::amount(value, self.currency);
        match self.part {
            Part::None => write!(f, "{}", digits(self.low)),
            Part::Fraction { denominator, .. } => {
                write!(
                    f,
                    "{}/{}",
                    digits(self.written.significand),
                    digits(denominator)
                )
            }
            Part::Of(total) if self.kind == Kind::Ordinal => {
                write!(f, "{}/{}", digits(self.low), digits(total))
            }
            Part::Of(total) => write!(f, "{} trên tổng số {}", digits(self.low), digits(total)),
        }
    }
}

impl fmt::Display for Figure {
    /// The canonical Vietnamese text; reading it gives an equal figure back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = |value| crate::write::amount(value, self.currency);
        let wording = Wording::Words(Language::Vietnamese);
        f.write_str(wording.before(self.qualifier))?;
        match self.qualifier {
            Qualifier::Indefinite => {
                f.write_str("hàng ")?;
                crate::scale::write_order(f, self.low)?;
            }
            Qualifier::Range if self.kind == Kind::Ordinal => {
                write!(f, "thứ {}–{}", digits(self.low), digits(self.high))?;
            }
            Qualifier::Range => {
                write!(f, "từ {} đến {}", digits(self.low), digits(self.high))?;
            }
            _ => {
                if self.kind == Kind::Ordinal {
                    f.write_str("thứ ")?;
                }
                self.fmt_value(f)?;
            }
        }
        match self.kind {
            Kind::Number | Kind::Ordinal => Ok(()),
            Kind::Percent => f.write_str("%"),
            Kind::Points => f.write_str(" điểm phần trăm"),
            Kind::Multiple => f.write_str(" lần"),
            Kind::Money => self.currency.map_or(Ok(()), |c| write!(f, " {c}")),
        }
    }
}

impl From<Figure> for Bounds<Decimal> {
    /// What a figure says.
    fn from(figure: Figure) -> Self {
        let (lower, upper) = figure.bounds();
        Self::new(figure.value(), lower, upper)
            .nearly_reached(figure.qualifier() == Qualifier::Almost)
    }
}

impl From<Money> for Figure {
    fn from(money: Money) -> Self {
        Self::from_money(money)
    }
}

impl From<Decimal> for Figure {
    fn from(value: Decimal) -> Self {
        Self::number(value)
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

    use super::{Currency, Decimal, Figure, Kind, Other, Part, Qualifier, Scale, Written};

    #[derive(Serialize, Deserialize)]
    #[serde(rename = "Figure", deny_unknown_fields)]
    struct Plain {
        kind: Kind,
        qualifier: Qualifier,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lower: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        upper: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        magnitude: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        currency: Option<Currency>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ratio: Option<(Decimal, Decimal)>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alternative: Option<Decimal>,
    }

    impl Serialize for Figure {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Plain {
                kind: self.kind,
                qualifier: self.qualifier,
                value: self.value(),
                lower: self.lower(),
                upper: self.upper(),
                magnitude: self.magnitude(),
                currency: self.currency,
                of: self.of(),
                ratio: self.ratio(),
                alternative: self.alternative(),
            }
            .serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Figure {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let plain = Plain::deserialize(deserializer)?;
            if (plain.kind == Kind::Money) != plain.currency.is_some() {
                return Err(D::Error::custom(
                    "a figure has a currency exactly where its kind is money",
                ));
            }
            let need = |field: Option<Decimal>, name| {
                field.ok_or_else(|| {
                    D::Error::custom(format_args!(
                        "a figure of qualifier {} needs {name}",
                        plain.qualifier
                    ))
                })
            };
            if plain.kind != Kind::Number && plain.ratio.is_some() {
                return Err(D::Error::custom("only a number has a ratio"));
            }
            let mut figure = Self::make(plain.kind, Decimal::ZERO, plain.currency);
            if let Some((numerator, denominator)) = plain.ratio {
                figure = Self::fraction_of(numerator, denominator)
                    .ok_or_else(|| D::Error::custom("the ratio is not a fraction"))?;
            }
            figure = match plain.qualifier {
                Qualifier::Range => figure
                    .range(need(plain.lower, "lower")?, need(plain.upper, "upper")?)
                    .map_err(D::Error::custom)?,
                Qualifier::Indefinite => figure
                    .indefinite(need(plain.magnitude, "magnitude")?)
                    .map_err(D::Error::custom)?,
                qualifier if plain.ratio.is_some() => Self {
                    qualifier,
                    ..figure
                },
                qualifier => {
                    let value = need(plain.value, "value")?;
                    Self {
                        qualifier,
                        low: value,
                        high: value,
                        written: Written {
                            significand: value,
                            scale: Scale::ONE,
                        },
                        ..figure
                    }
                }
            };
            if let Some(total) = plain.of {
                figure.part = Part::Of(total);
            }
            // The bounds follow from the qualifier; printed ones must agree.
            for (printed, is, name) in [
                (plain.lower, figure.lower(), "lower"),
                (plain.upper, figure.upper(), "upper"),
            ] {
                if printed.is_some() && printed != is {
                    return Err(D::Error::custom(format_args!(
                        "{name} does not agree with value and qualifier"
                    )));
                }
            }
            if let Some(alternative) = plain.alternative {
                for other in [Other::Times, Other::Over] {
                    if (Self { other, ..figure }).alternative() == Some(alternative) {
                        figure.other = other;
                    }
                }
                if figure.other == Other::None {
                    return Err(D::Error::custom(
                        "alternative is not a thousand times more or less than value",
                    ));
                }
            }
            Ok(figure)
        }
    }
}
