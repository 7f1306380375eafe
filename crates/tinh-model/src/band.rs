//! A printed number as the band of values it may mean.

use rust_decimal::Decimal;
use tinh_figures::{Bilingual, Currency, Kind, Money, Qualifier, Scale};

use crate::figure::PrintedFigure;
use crate::words;

/// The values a printed figure may mean; an end that is absent is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Band {
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
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
    /// Rounding aside, just these values.
    pub(crate) fn between(low: Decimal, high: Decimal) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    /// A figure read as `value`: half a unit of its last printed digit on
    /// either side; open where its qualifier leaves it open. `khoảng` is taken
    /// as no more than the rounding. `None` where there is no number.
    ///
    /// Counts below a scale word are exact: there are no halves of `70 dự án`.
    pub(crate) fn of(figure: &PrintedFigure) -> Option<Self> {
        let reading = figure.reading()?;
        if !matches!(reading.qualifier(), Qualifier::Exact | Qualifier::About) {
            // `trên 24,5` is above 24,5: a bound is no rounded value.
            return (reading.qualifier() != Qualifier::Indefinite).then(|| Self {
                low: reading.lower(),
                high: reading.upper(),
            });
        }
        let half = if reading.kind() == Kind::Number && reading.written().scale() == Scale::ONE {
            Decimal::ZERO
        } else {
            half_digit(figure)?
        };
        let value = reading.value()?;
        let half = half.max(noise(reading.written().significand(), value)?);
        Some(Self::between(
            value.checked_sub(half)?,
            value.checked_add(half)?,
        ))
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: add(self.low, other.low)?,
            high: add(self.high, other.high)?,
        })
    }

    /// Both ends over a positive divisor band with both ends.
    pub(crate) fn over(self, divisor: Self) -> Option<Self> {
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

    /// Whether some value lies in both.
    pub(crate) fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    pub(crate) fn contains(self, value: Decimal) -> bool {
        self.meets(Self::between(value, value))
    }
}

fn add(a: Option<Decimal>, b: Option<Decimal>) -> Option<Option<Decimal>> {
    match (a, b) {
        (Some(a), Some(b)) => a.checked_add(b).map(Some),
        _ => Some(None),
    }
}

/// Half a unit of the last digit printed, in units of the value.
fn half_digit(figure: &PrintedFigure) -> Option<Decimal> {
    let written = figure.reading()?.written();
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
    if *figure.text() == *value.to_string() {
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
    let Some(band) = Band::of(&printed) else {
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
    let same = |text: String| Bilingual::of(|_| text.clone());
    match (band.low, band.high) {
        (Some(low), Some(high)) if show(low, currency) == show(high, currency) => {
            same(show(low, currency))
        }
        (Some(low), Some(high)) => same(format!(
            "{} – {}",
            show(low, currency),
            show(high, currency)
        )),
        (Some(low), None) => words::AT_LEAST.filled(&[&show(low, currency)]),
        (None, Some(high)) => words::AT_MOST.filled(&[&show(high, currency)]),
        (None, None) => words::ANYTHING,
    }
}
