//! A figure as it was printed, with its reading.

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;
use serde::de::value::MapAccessDeserializer;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use tinh_figures::{Currency, Figure, Kind, Match, Money, Qualifier};
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorKind};
use crate::words;

/// A figure as printed, and what it was read as.
///
/// Nothing that was printed is lost: the text stays beside the value, its
/// qualifier (`trên`, `khoảng`) beside the bounds it gives. Where the source
/// counts without a number (`nhiều đoàn`, `một số thỏa thuận`) there is text
/// but no reading.
///
/// In files it is the printed text (`"trên 24,5 tỷ USD"`), a whole JSON number
/// (`161`), or, for a plain decimal of a spreadsheet, an object
/// `{"value": "14798910000", "unit": "USD", "printed": "14798.91"}`, in which
/// `value` has `.` as its decimal mark and no groups, `unit` is an ISO 4217
/// code, `%` or `lần`, and both `unit` and `printed` may be absent. A JSON
/// number with a fraction is refused: it would pass through binary floating
/// point.
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
    text: Box<str>,
    reading: Option<Figure>,
    /// The bytes of the noun in the text, none where there is no noun.
    noun: (u32, u32),
    /// Whether the reading was given rather than read from the text.
    plain: bool,
}

impl PrintedFigure {
    /// Reads a printed figure.
    ///
    /// # Errors
    /// [`ErrorKind::Figure`] where the text is not a figure, with the byte span
    /// inside the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if counts_without_number(text) {
            return Ok(Self {
                text: text.into(),
                reading: None,
                noun: (0, 0),
                plain: false,
            });
        }
        let found = tinh_figures::parse(text)
            .map_err(|error| Error::new(ErrorKind::Figure(error), text))?;
        Ok(Self {
            text: text.into(),
            reading: Some(found.figure()),
            noun: range(found.noun_range(), 0),
            plain: false,
        })
    }

    /// A figure found in running text, with the words that belong to it: its
    /// qualifier and its noun, as [`Match::printed`] has them.
    ///
    /// ```
    /// use tinh_model::PrintedFigure;
    /// use tinh_model::tinh_figures::find_iter;
    /// let found = find_iter("vốn trên 24,5 tỷ USD của 853 dự án").map(PrintedFigure::found);
    /// let texts: Vec<String> = found.map(|figure| figure.text().to_owned()).collect();
    /// assert_eq!(texts, ["trên 24,5 tỷ USD", "853 dự án"]);
    /// ```
    #[must_use]
    pub fn found(found: Match<'_>) -> Self {
        // What was printed begins with the first of its words.
        let words = [found.qualifier_range(), found.noun_range()];
        let starts = words.into_iter().flatten().map(|range| range.start);
        let start = starts.fold(found.start(), usize::min);
        Self {
            text: found.printed().into(),
            reading: Some(found.figure()),
            noun: range(found.noun_range(), start),
            plain: false,
        }
    }

    /// A plain amount of money: no qualifier, `.` as the decimal mark.
    #[must_use]
    pub fn plain_money(text: &str, money: Money) -> Self {
        Self::of_plain(text, Figure::from_money(money), money.amount())
    }

    /// A plain number.
    #[must_use]
    pub fn plain_number(text: &str, number: Decimal) -> Self {
        Self::of_plain(text, Figure::number(number), number)
    }

    /// A plain number, printed in Vietnamese notation without groups.
    ///
    /// Where three decimals would look like a group, a zero follows them.
    ///
    /// ```
    /// use tinh_model::PrintedFigure;
    /// assert_eq!(PrintedFigure::of_number("67.15".parse()?).text(), "67,15");
    /// assert_eq!(PrintedFigure::of_number("-28.121".parse()?).text(), "-28,1210");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_number(number: Decimal) -> Self {
        Self {
            text: written(number, "").0,
            reading: Some(Figure::number(number)),
            noun: (0, 0),
            plain: true,
        }
    }

    /// A number in the unit of another figure, in Vietnamese notation without
    /// groups: of a table that prints its unit once, over thousands of numbers.
    /// `unit` is the words behind that figure's number; the text reads as the
    /// figure made here, and is not read again.
    ///
    /// Where three decimals would look like a group (`28,121`), a zero follows
    /// them. `None` where the value exceeds what an exact decimal holds, or has
    /// too many digits to be read back.
    ///
    /// ```
    /// use tinh_model::PrintedFigure;
    /// let like = PrintedFigure::parse("1,5 triệu USD")?.reading().ok_or("no number")?;
    /// let figure = PrintedFigure::in_unit("20185.6226".parse()?, "triệu USD", &like);
    /// assert_eq!(figure, Some(PrintedFigure::parse("20185,6226 triệu USD")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_unit(number: Decimal, unit: &str, like: &Figure) -> Option<Self> {
        let (text, significand) = written(number, unit);
        Some(Self {
            text,
            reading: Some(like.with_significand(significand)?),
            noun: (0, 0),
            plain: false,
        })
    }

    /// Where nothing was printed, the value is its own text.
    fn of_plain(text: &str, reading: Figure, value: Decimal) -> Self {
        Self {
            text: if text.is_empty() {
                value.to_string().into()
            } else {
                text.into()
            },
            reading: Some(reading),
            noun: (0, 0),
            plain: true,
        }
    }

    /// A plain value in a unit: an ISO 4217 code, `%`, `lần`, or none for a
    /// number. `text` is how it was printed.
    ///
    /// ```
    /// use tinh_model::PrintedFigure;
    /// let growth = PrintedFigure::plain("18.8", "18.8".parse()?, Some("%"))?;
    /// assert_eq!(growth.unit_code(), Some("%"));
    /// let error = PrintedFigure::plain("1", 1.into(), Some("bushel")).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "expected an ISO 4217 code, % or lần as a unit, found \"bushel\"",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unit`] where the unit is none of these.
    pub fn plain(text: &str, value: Decimal, unit: Option<&str>) -> Result<Self, Error> {
        let reading = match unit {
            None => Figure::number(value),
            Some(unit) => {
                let ratio = match unit {
                    "%" => Some(Kind::Percent),
                    "lần" => Some(Kind::Multiple),
                    _ => None,
                };
                let figure = match ratio {
                    Some(kind) => Figure::exact(kind, value).ok(),
                    None => Currency::from_code(unit)
                        .filter(|currency| currency.code() == unit)
                        .map(|currency| Figure::from_money(Money::new(value, currency))),
                };
                figure.ok_or_else(|| Error::new(ErrorKind::Unit, unit))?
            }
        };
        Ok(Self::of_plain(text, reading, value))
    }

    /// Whether it is a plain value, as spreadsheets have it, rather than a text
    /// that was read.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The code of its unit in plain values: an ISO 4217 code, `%` or `lần`;
    /// `None` for numbers, ranks, percentage points and where there is no
    /// number.
    #[must_use]
    pub fn unit_code(&self) -> Option<&'static str> {
        match self.reading?.kind() {
            Kind::Money => self.currency().map(Currency::code),
            Kind::Percent => Some("%"),
            Kind::Multiple => Some("lần"),
            _ => None,
        }
    }

    /// The text as printed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The reading; `None` where it counts without a number.
    #[must_use]
    pub fn reading(&self) -> Option<Figure> {
        self.reading
    }

    /// The unit noun after a count (`dự án`, `lượt`), as printed.
    #[must_use]
    pub fn noun(&self) -> Option<&str> {
        let (start, end) = (usize::try_from(self.noun.0), usize::try_from(self.noun.1));
        let noun = self.text.get(start.ok()?..end.ok()?)?;
        (!noun.is_empty()).then_some(noun)
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

/// A number with a decimal comma, nothing that groups and the words of a unit;
/// and the number with the decimals written. A table has thousands: they take
/// no detour by way of a formatter, and no more room than they need.
fn written(number: Decimal, unit: &str) -> (Box<str>, Decimal) {
    let mut number = number.normalize();
    if number.scale() == 3 && number.abs() < Decimal::ONE_THOUSAND {
        number.rescale(4);
    }
    let mantissa = number.mantissa().unsigned_abs();
    let mut buffer = itoa::Buffer::new();
    // Most fit half the width, which is far quicker to divide.
    let digits = match u64::try_from(mantissa) {
        Ok(narrow) => buffer.format(narrow),
        Err(_) => buffer.format(mantissa),
    };
    let places = usize::try_from(number.scale()).unwrap_or(0);
    let (whole, decimals) = digits.split_at(digits.len().saturating_sub(places));
    let whole = if whole.is_empty() { "0" } else { whole };
    let longest = whole
        .len()
        .saturating_add(places)
        .saturating_add(unit.len());
    let room = longest
        .saturating_add(usize::from(number.is_sign_negative()))
        .saturating_add(usize::from(places > 0))
        .saturating_add(usize::from(!unit.is_empty()));
    let mut text = String::with_capacity(room);
    if number.is_sign_negative() {
        text.push('-');
    }
    text.push_str(whole);
    if places > 0 {
        text.push(',');
        for _ in decimals.len()..places {
            text.push('0');
        }
        text.push_str(decimals);
    }
    if !unit.is_empty() {
        text.push(' ');
        text.push_str(unit);
    }
    (text.into(), number)
}

/// The bytes of a noun, counted from the start of the text; none where the
/// text is too long for them to be kept.
fn range(noun: Option<Range<usize>>, start: usize) -> (u32, u32) {
    let at = |byte: usize| u32::try_from(byte.checked_sub(start)?).ok();
    noun.and_then(|noun| Some((at(noun.start)?, at(noun.end)?)))
        .unwrap_or_default()
}

/// `nhiều …`, `một số …`, `các …`: more than one, no number. `nhiều hơn năm` and
/// `nhiều nhất 5` bound one, and digits are never passed over.
fn counts_without_number(text: &str) -> bool {
    if text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
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
            Some(rest) if rest.starts_with(char::is_whitespace) => {
                let is_bound = ["hơn", "nhất"]
                    .iter()
                    .any(|w| rest.trim_start().starts_with(w));
                !is_bound || tinh_figures::parse(text).is_err()
            }
            Some(rest) => rest.is_empty(),
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

/// A plain decimal: digits, at most one `.`, a leading `-`. The reader of
/// [`Decimal`] alone would take `1_000` and `+1` as well.
pub(crate) fn plain_decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !is_plain {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

impl Serialize for PrintedFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(value) = self.value().filter(|_| self.plain) else {
            return serializer.serialize_str(&self.text);
        };
        let unit = self.unit_code();
        let text = value.to_string();
        if unit.is_none()
            && *text == *self.text
            && let Ok(whole) = text.parse::<i64>()
        {
            return serializer.serialize_i64(whole);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &text)?;
        if let Some(unit) = unit {
            map.serialize_entry("unit", unit)?;
        }
        if *text != *self.text {
            map.serialize_entry("printed", &self.text)?;
        }
        map.end()
    }
}

/// The fields of a plain figure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlainFields {
    value: PlainValue,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    printed: Option<String>,
}

/// A decimal as a string or a whole JSON number.
struct PlainValue(Decimal);

impl<'de> Deserialize<'de> for PlainValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl de::Visitor<'_> for ValueVisitor {
            type Value = PlainValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&words::A_PLAIN_DECIMAL, f)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PlainValue, E> {
                plain_decimal(text)
                    .map(PlainValue)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<PlainValue, E> {
                Ok(PlainValue(number.into()))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<PlainValue, E> {
                Ok(PlainValue(number.into()))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl<'de> Deserialize<'de> for PrintedFigure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FigureVisitor;
        impl<'de> de::Visitor<'de> for FigureVisitor {
            type Value = PrintedFigure;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&words::A_FIGURE, f)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PrintedFigure, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<PrintedFigure, E> {
                let text = number.to_string();
                Ok(PrintedFigure::plain_number(&text, Decimal::from(number)))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<PrintedFigure, E> {
                let text = number.to_string();
                Ok(PrintedFigure::plain_number(&text, Decimal::from(number)))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<PrintedFigure, A::Error> {
                let fields = PlainFields::deserialize(MapAccessDeserializer::new(map))?;
                let PlainValue(value) = fields.value;
                let text = fields.printed.unwrap_or_else(|| value.to_string());
                PrintedFigure::plain(&text, value, fields.unit.as_deref())
                    .map_err(de::Error::custom)
            }
        }
        deserializer.deserialize_any(FigureVisitor)
    }
}
