//! The parser and its settings; the two free functions are it with defaults.

use std::ops::Range;

use crate::currency::Currency;
use crate::error::Error;
use crate::figure::Figure;
use crate::read::{Found, Reader};

/// Which mark is the decimal mark where both conventions could read the digits.
///
/// Digits only one convention can read (`190.8`, `1,234.56`) are read by that
/// one under every setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecimalMark {
    /// Vietnamese: `1.498` is 1498, `39,140` is 39.140; the other reading is
    /// reported as the [alternative](Figure::alternative).
    #[default]
    Comma,
    /// English: `1.498` is 1.498, `39,140` is 39140; the other reading is
    /// reported as well.
    Dot,
    /// Not known. Whole strings that two conventions can read are refused with
    /// [`ErrorKind::Ambiguous`](crate::ErrorKind::Ambiguous); in running text they are read as under
    /// [`Comma`](Self::Comma) and reported.
    Either,
}

/// Whether numbers in words are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Spoken {
    /// Digits and words.
    #[default]
    On,
    /// Figures that begin with a digit only (their scales and units are words
    /// as ever): the faster scan.
    Off,
}

/// Whether words must carry their accents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Accents {
    /// `hai mươi mốt tỷ đồng`.
    #[default]
    Required,
    /// Also `hai muoi mot ty dong`. Words typed without accents have several
    /// meanings (`nam` is a year, a five, the South), so running text gives
    /// more false figures this way.
    Optional,
}

/// Whether shorthand is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shorthand {
    /// `500k`, `2tr5`, `1tỷ2`.
    #[default]
    On,
    /// `k` and `tr` are no scales, and no digits are glued behind a scale.
    Off,
}

/// A reader of figures with settings; make it once, as a `const` or `static`.
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::{Accents, Currency, DecimalMark, Parser};
///
/// # fn main() -> Result<(), tinh_figures::Error> {
/// static ENGLISH: Parser = Parser::new().decimal_mark(DecimalMark::Dot);
/// assert_eq!(ENGLISH.parse("1.498 tỷ USD")?.value(), Some(dec!(1_498_000_000)));
///
/// static TYPED: Parser = Parser::new().accents(Accents::Optional).default_currency(Some(Currency::VND));
/// let m = TYPED.parse("hai muoi mot ty")?;
/// assert_eq!(m.figure().money().map(|m| m.to_string()), Some("21.000.000.000 VND".to_owned()));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Parser {
    pub(crate) mark: DecimalMark,
    pub(crate) spoken: Spoken,
    pub(crate) accents: Accents,
    pub(crate) shorthand: Shorthand,
    pub(crate) currency: Option<Currency>,
}

impl Parser {
    /// The default settings: Vietnamese convention, spoken numbers, accents
    /// required, shorthand, no default currency.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            mark: DecimalMark::Comma,
            spoken: Spoken::On,
            accents: Accents::Required,
            shorthand: Shorthand::On,
            currency: None,
        }
    }

    /// Sets the decimal convention.
    #[must_use]
    pub const fn decimal_mark(self, mark: DecimalMark) -> Self {
        Self { mark, ..self }
    }

    /// Switches numbers in words on or off.
    #[must_use]
    pub const fn spoken(self, spoken: Spoken) -> Self {
        Self { spoken, ..self }
    }

    /// Asks for accents or not.
    #[must_use]
    pub const fn accents(self, accents: Accents) -> Self {
        Self { accents, ..self }
    }

    /// Switches shorthand on or off.
    #[must_use]
    pub const fn shorthand(self, shorthand: Shorthand) -> Self {
        Self { shorthand, ..self }
    }

    /// The currency of a plain number in a whole string; a number that a unit
    /// noun follows, and numbers in running text, stay numbers.
    #[must_use]
    pub const fn default_currency(self, currency: Option<Currency>) -> Self {
        Self { currency, ..self }
    }

    /// Reads a whole string: an optional qualifier, a figure, an optional unit
    /// noun. Blanks around it are ignored.
    ///
    /// # Errors
    /// The kinds of [`ErrorKind`](crate::ErrorKind), with the bytes they concern.
    pub fn parse<'t>(&self, text: &'t str) -> Result<Match<'t>, Error> {
        crate::read::whole(self, text)
    }

    /// The figures of a running text, left to right, without overlap. Nothing
    /// is allocated; the time is linear in the length of any text.
    #[must_use]
    pub const fn find_iter<'t>(&self, text: &'t str) -> FindIter<'t> {
        FindIter {
            text,
            parser: *self,
            at: 0,
        }
    }
}

/// Reads a whole string with default settings: [`Parser::parse`].
///
/// ```
/// # fn main() -> Result<(), tinh_figures::Error> {
/// use rust_decimal::dec;
/// use tinh_figures::{Qualifier, parse};
///
/// let m = parse("gần 50 tổ chức")?;
/// assert_eq!(m.value(), Some(dec!(50)));
/// assert_eq!(m.figure().qualifier(), Qualifier::Almost);
/// assert_eq!(m.noun(), Some("tổ chức"));
/// # Ok(()) }
/// ```
///
/// # Errors
/// The kinds of [`ErrorKind`](crate::ErrorKind), with the bytes they concern.
pub fn parse(text: &str) -> Result<Match<'_>, Error> {
    Parser::new().parse(text)
}

/// The figures of a running text, with default settings: [`Parser::find_iter`].
///
/// ```
/// let text = "853 dự án, tổng vốn đầu tư trên 24,5 tỷ USD";
/// let found: Vec<_> = tinh_figures::find_iter(text).map(|m| (m.as_str(), m.noun())).collect();
/// assert_eq!(found, [("853", Some("dự án")), ("24,5 tỷ USD", None)]);
/// ```
#[must_use]
pub const fn find_iter(text: &str) -> FindIter<'_> {
    Parser::new().find_iter(text)
}

/// The figures of a text; made by [`find_iter`].
#[derive(Clone, Debug)]
pub struct FindIter<'t> {
    text: &'t str,
    parser: Parser,
    at: usize,
}

impl<'t> Iterator for FindIter<'t> {
    type Item = Match<'t>;

    fn next(&mut self) -> Option<Match<'t>> {
        let found = Reader::new(self.text, self.parser, false).find(self.at)?;
        // A qualifier or noun after the figure is no place to begin another.
        self.at = found.resume;
        Some(Match {
            text: self.text,
            found,
        })
    }
}

impl std::iter::FusedIterator for FindIter<'_> {}

/// A figure in its text.
///
/// The span covers the number with its scale and currency (or `%`, `lần`,
/// `điểm phần trăm`), and of a range both ends; not the qualifier, not `từ`,
/// `gấp`, `thứ` before it (but all of `gấp đôi`), not the unit noun or `/năm`
/// after it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Match<'t> {
    text: &'t str,
    found: Found,
}

impl<'t> Match<'t> {
    pub(crate) const fn new(text: &'t str, found: Found) -> Self {
        Self { text, found }
    }

    /// The bytes of the figure.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.found.start..self.found.end
    }

    /// The first byte of the figure.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.found.start
    }

    /// The byte after the figure.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.found.end
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or("")
    }

    /// The text of the figure.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.slice(self.range())
    }

    /// The figure.
    #[must_use]
    pub const fn figure(&self) -> Figure {
        self.found.figure
    }

    /// The figure's [value](Figure::value).
    #[must_use]
    pub const fn value(&self) -> Option<crate::rust_decimal::Decimal> {
        self.found.figure.value()
    }

    /// The figure's [bounds](Figure::bounds).
    #[must_use]
    pub const fn bounds(
        &self,
    ) -> (
        std::ops::Bound<crate::rust_decimal::Decimal>,
        std::ops::Bound<crate::rust_decimal::Decimal>,
    ) {
        self.found.figure.bounds()
    }

    /// The words of the qualifier, before or after the figure: `khoảng hơn`,
    /// `trở lên`. `None` of an exact figure and of a plain range.
    #[must_use]
    pub fn qualifier_text(&self) -> Option<&'t str> {
        self.qualifier_range().map(|range| self.slice(range))
    }

    /// The bytes of the qualifier.
    #[must_use]
    pub const fn qualifier_range(&self) -> Option<Range<usize>> {
        let (start, end) = self.found.qualifier;
        if start < end { Some(start..end) } else { None }
    }

    /// The unit noun after the number, as written: `dự án`, `ha`.
    #[must_use]
    pub fn noun(&self) -> Option<&'t str> {
        self.noun_range().map(|range| self.slice(range))
    }

    /// The bytes of the unit noun.
    #[must_use]
    pub const fn noun_range(&self) -> Option<Range<usize>> {
        let (start, end) = self.found.noun;
        if start < end { Some(start..end) } else { None }
    }

    /// The figure as printed, with the words that belong to it: its qualifier
    /// and its noun. [`as_str`](Self::as_str) alone would turn *more than 24.5*
    /// into 24.5 exactly.
    ///
    /// ```
    /// let mut found = tinh_figures::find_iter("vốn trên 24,5 tỷ USD của 853 dự án");
    /// assert_eq!(found.next().map(|m| m.printed()), Some("trên 24,5 tỷ USD"));
    /// assert_eq!(found.next().map(|m| m.printed()), Some("853 dự án"));
    /// ```
    #[must_use]
    pub fn printed(&self) -> &'t str {
        let words = [self.qualifier_range(), self.noun_range()];
        let mut range = self.range();
        for words in words.into_iter().flatten() {
            range.start = range.start.min(words.start);
            range.end = range.end.max(words.end);
        }
        self.slice(range)
    }

    /// The bytes of the figure together with its qualifier, and with the noun
    /// where the qualifier follows it (`20 ha trở xuống`).
    #[must_use]
    pub const fn span_with_qualifier(&self) -> Range<usize> {
        let (start, end) = self.found.qualifier;
        if start >= end {
            self.range()
        } else if start < self.found.start {
            start..self.found.end
        } else if end > self.found.end {
            self.found.start..end
        } else {
            self.range()
        }
    }
}

impl std::fmt::Debug for Match<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Match")
            .field("range", &self.range())
            .field("text", &self.as_str())
            .field("figure", &self.figure().to_string())
            .field("qualifier", &self.qualifier_text())
            .field("noun", &self.noun())
            .finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Match<'_> {
    /// One flat object, ready for a line of JSON: `start`, `end`, `text`, `kind`,
    /// `value`, `lower`, `upper`, `qualifier`, `qualifier_text`, `currency`,
    /// `noun`, `alternative`; what is absent is null.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let figure = self.figure();
        let mut s = serializer.serialize_struct("Match", 12)?;
        s.serialize_field("start", &self.start())?;
        s.serialize_field("end", &self.end())?;
        s.serialize_field("text", self.as_str())?;
        s.serialize_field("kind", &figure.kind())?;
        s.serialize_field("value", &figure.value())?;
        s.serialize_field("lower", &figure.lower())?;
        s.serialize_field("upper", &figure.upper())?;
        s.serialize_field("qualifier", &figure.qualifier())?;
        s.serialize_field("qualifier_text", &self.qualifier_text())?;
        s.serialize_field("currency", &figure.currency())?;
        s.serialize_field("noun", &self.noun())?;
        s.serialize_field("alternative", &figure.alternative())?;
        s.end()
    }
}
