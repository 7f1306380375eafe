//! A printed number as the band of values it may mean.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::{Bilingual, Currency, Figure, Kind, Language, Money, Qualifier, Scale};

use crate::figure::PrintedFigure;
use crate::words;

/// The values a printed figure can stand for: an end that is absent is open,
/// and the others are included.
///
/// ```
/// use tinh_model::Band;
/// let band = |text: &str| Some(Band::of(&text.parse().ok()?)?.to_string());
/// assert_eq!(band("14,65 tỷ USD").as_deref(), Some("14645000000 – 14655000000"));
/// assert_eq!(band("10%").as_deref(), Some("9.5 – 10.5")); // a rate is rounded,
/// assert_eq!(band("70 dự án").as_deref(), Some("70")); // a count is not
/// assert_eq!(band("trên 7 tỷ USD").as_deref(), Some("at least 7000000000"));
/// assert_eq!(band("nhiều dự án"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The lowest value, in base units (dollars, percent).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// The highest value, in base units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
}

/// What the binary sums of a spreadsheet may have lost: a figure of 15 digits
/// or more was not typed but computed, in doubles, and two sums of one column
/// differ in the last of them. 10⁻¹³ of the value covers some hundred
/// additions, and nothing a person wrote.
fn noise(significand: Decimal, value: Decimal) -> Option<Decimal> {
    const TYPED: u128 = 100_000_000_000_000;
    if significand.normalize().mantissa().unsigned_abs() < TYPED {
        return Some(Decimal::ZERO);
    }
    value.abs().checked_mul(Decimal::new(1, 13))
}

impl Band {
    /// The values between two, both included.
    #[must_use]
    pub const fn between(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    /// The band of a figure: half a unit of its last printed digit on either
    /// side of its value, zero included (`0,0%` is less than 0.05); open where
    /// its qualifier leaves it open. `khoảng` is taken as no more than the
    /// rounding. `None` where there is no number.
    ///
    /// What is counted one by one is exact: there are no halves of `70 dự án`
    /// or of `hạng 3`. Money and rates are measured, so that `10%` and `500
    /// USD` are rounded as `7,5 nghìn ha` is; and a number with decimals or a
    /// scale word is no count of single things.
    #[must_use]
    pub fn of(figure: &Figure) -> Option<Self> {
        if !matches!(figure.qualifier(), Qualifier::Exact | Qualifier::About) {
            // `trên 24,5` is above 24,5: a bound is no rounded value.
            return (figure.qualifier() != Qualifier::Indefinite).then(|| Self {
                low: figure.lower(),
                high: figure.upper(),
            });
        }
        let value = figure.value()?;
        let half = match is_count(figure) {
            true => Decimal::ZERO,
            false => half_digit(figure)?,
        };
        let half = half.max(noise(figure.written().significand(), value)?);
        Some(Self::between(
            value.checked_sub(half)?,
            value.checked_add(half)?,
        ))
    }

    /// The band of a printed figure; `None` where it has no reading.
    pub(crate) fn of_printed(figure: &PrintedFigure) -> Option<Self> {
        Self::of(&figure.reading()?)
    }

    /// The sums of a value of either; `None` where one is too large.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: add(self.low, other.low)?,
            high: add(self.high, other.high)?,
        })
    }

    /// What its values give when they are divided by those of another; `None`
    /// where the other is open or reaches down to zero.
    #[must_use]
    pub fn over(self, divisor: Self) -> Option<Self> {
        let (least, most) = (divisor.low?, divisor.high?);
        if least <= Decimal::ZERO {
            return None;
        }
        let end = |end: Option<Decimal>, by: Decimal| match end {
            Some(end) => end.checked_div(by).map(Some),
            None => Some(None),
        };
        let (low_by, high_by) = match self.low {
            Some(low) if low < Decimal::ZERO => (least, most),
            _ => (most, least),
        };
        let high_by = match self.high {
            Some(high) if high < Decimal::ZERO => most,
            _ => high_by.min(least),
        };
        Some(Self {
            low: end(self.low, low_by)?,
            high: end(self.high, high_by)?,
        })
    }

    /// The band in words, with its ends as they are to be written.
    #[must_use]
    pub fn in_language(self, language: Language, write: impl Fn(Decimal) -> String) -> String {
        let words = match (self.low.map(&write), self.high.map(&write)) {
            (Some(low), Some(high)) if low == high => return low,
            (Some(low), Some(high)) => return format!("{low} – {high}"),
            (Some(low), None) => words::AT_LEAST.filled(&[&low]),
            (None, Some(high)) => words::AT_MOST.filled(&[&high]),
            (None, None) => words::ANYTHING,
        };
        words.in_language(language).to_owned()
    }

    /// Whether some value is in both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether a value is in it.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.meets(Self::between(value, value))
    }
}

fn add(a: Option<Decimal>, b: Option<Decimal>) -> Option<Option<Decimal>> {
    match (a, b) {
        (Some(a), Some(b)) => a.checked_add(b).map(Some),
        _ => Some(None),
    }
}

/// In English and base units: `9.5 – 10.5`, `70`, `at least 7`.
impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English, |value| value.normalize().to_string()))
    }
}

/// Whether a figure counts things one by one, or ranks them.
fn is_count(figure: &Figure) -> bool {
    let written = figure.written();
    match figure.kind() {
        Kind::Number => written.scale() == Scale::ONE && written.significand().scale() == 0,
        Kind::Ordinal => true,
        _ => false,
    }
}

/// Half a unit of the last digit printed, in units of the value.
fn half_digit(figure: &Figure) -> Option<Decimal> {
    let written = figure.written();
    Decimal::try_new(5, written.significand().scale().checked_add(1)?)
        .ok()?
        .checked_mul(written.scale().factor())
}

/// Whether the text beside a plain value reads as another value. Of a text
/// without a unit, as a cell prints it, only the digits count: its column
/// says of what (`14798.91` of *triệu USD*).
pub(crate) fn denies_its_value(figure: &PrintedFigure) -> bool {
    let (true, Some(own)) = (figure.is_plain(), figure.reading()) else {
        return false;
    };
    let Some(value) = own.value() else {
        return false;
    };
    let is_whole = || figure.text().parse::<i64>().map(Decimal::from) == Ok(value);
    if is_whole() || *figure.text() == *value.to_string() {
        return false;
    }
    let Ok(printed) = PrintedFigure::parse(figure.text()) else {
        return false;
    };
    let Some(reading) = printed.reading() else {
        return false;
    };
    let other = reading.alternative();
    let is_bare = reading.kind() == Kind::Number;
    let is_alike = reading.kind() == own.kind() && reading.currency() == own.currency();
    let is_ordinal = reading.kind() == Kind::Ordinal && own.kind() == Kind::Number;
    if !(is_bare || is_alike || is_ordinal) {
        return true;
    }
    // The cell may be in thousands, millions, billions.
    let most = if is_bare { 15 } else { 0 };
    let Some(band) = Band::of(&reading) else {
        return false;
    };
    let agrees = (0..=most).any(|power| {
        let scaled = 10_i64
            .checked_pow(power)
            .and_then(|scale| value.checked_div(scale.into()));
        scaled.is_some_and(|value| band.contains(value) || other == Some(value))
    });
    !agrees
}

/// A value for a reader: money compact, six digits.
pub(crate) fn show(value: Decimal, currency: Option<Currency>) -> String {
    let short = value.round_sf(6).unwrap_or(value).normalize();
    match currency {
        Some(currency) => {
            let money = Money::new(short, currency);
            let scale = match short.abs() {
                size if size >= Scale::BILLION.factor() => Scale::BILLION,
                size if size >= Scale::MILLION.factor() => Scale::MILLION,
                _ => Scale::ONE,
            };
            money.compact_in(scale).to_string()
        }
        None => tinh_figures::digits(short).to_string(),
    }
}

/// A band for a reader.
pub(crate) fn show_band(band: Band, currency: Option<Currency>) -> Bilingual {
    Bilingual::of(|language| band.in_language(language, |value| show(value, currency)))
}
