//! The parser, its matches, and the types that are read from a string; the free
//! functions use the default settings.

use std::ops::Range;

use std::str::FromStr;

use crate::currency::Currency;
use crate::error::{Error, ErrorKind};
use crate::figure::Figure;
use crate::money::Money;
use crate::qualifier::Qualifier;
use crate::read::{self, Block, Cursor, Found};
use crate::scale::Scale;
use crate::settings::{Accents, DecimalMark, Layout, ScaleWords, Settings, Shorthand, Spoken};

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
pub struct Parser(Settings);

impl Parser {
    /// The default settings: Vietnamese convention, spoken numbers, accents
    /// required, shorthand, prose, no default currency.
    #[must_use]
    pub const fn new() -> Self {
        Self(Settings::DEFAULT)
    }

    /// Sets the decimal convention. In running text it holds until the text's own
    /// figures prove the other one: see [`find_iter`](Self::find_iter).
    #[must_use]
    pub const fn decimal_mark(self, mark: DecimalMark) -> Self {
        Self(Settings { mark, ..self.0 })
    }

    /// Switches numbers in words on or off.
    #[must_use]
    pub const fn spoken(self, spoken: Spoken) -> Self {
        Self(Settings { spoken, ..self.0 })
    }

    /// Asks for accents or not.
    #[must_use]
    pub const fn accents(self, accents: Accents) -> Self {
        Self(Settings { accents, ..self.0 })
    }

    /// Switches shorthand on or off.
    #[must_use]
    pub const fn shorthand(self, shorthand: Shorthand) -> Self {
        Self(Settings {
            shorthand,
            ..self.0
        })
    }

    /// Sets which scale words are read.
    ///
    /// ```
    /// # fn main() -> Result<(), tinh_figures::Error> {
    /// use tinh_figures::{DecimalMark, Parser, ScaleWords};
    ///
    /// let english = Parser::new().scale_words(ScaleWords::WithEnglish).decimal_mark(DecimalMark::Dot);
    /// assert_eq!(english.parse("USD 1.25 billion")?.figure().to_string(), "1.250.000.000 USD");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn scale_words(self, scales: ScaleWords) -> Self {
        Self(Settings { scales, ..self.0 })
    }

    /// Sets the kind of the text's lines.
    ///
    /// ```
    /// use tinh_figures::{Layout, Parser};
    ///
    /// let wrapped = Parser::new().layout(Layout::Wrapped);
    /// let found: Vec<_> = wrapped.find_iter("chi 500\ntỷ đồng").map(|m| m.figure().to_string()).collect();
    /// assert_eq!(found, ["500.000.000.000 VND"]);
    /// ```
    #[must_use]
    pub const fn layout(self, layout: Layout) -> Self {
        Self(Settings { layout, ..self.0 })
    }

    /// Reads `_` as a blank: for text whose words a segmenter has joined, as most
    /// Vietnamese corpora are published.
    ///
    /// ```
    /// use tinh_figures::Parser;
    ///
    /// let mut found = Parser::new().segmented().find_iter("có 185 dự_án, xấp_xỉ 5 nghìn_tỷ đồng");
    /// assert_eq!(found.next().and_then(|m| m.noun()), Some("dự_án"));
    /// assert_eq!(found.next().map(|m| m.as_str()), Some("5 nghìn_tỷ đồng"));
    /// ```
    #[must_use]
    pub const fn segmented(self) -> Self {
        Self(Settings {
            segmented: true,
            ..self.0
        })
    }

    /// Sets the currency of a plain number in a whole string, and of shorthand glued
    /// to its digits in running text (`500k`, `2tr5`). A number that a unit noun
    /// follows, and other numbers in running text, stay numbers.
    #[must_use]
    pub const fn default_currency(self, currency: Option<Currency>) -> Self {
        Self(Settings { currency, ..self.0 })
    }

    /// Sets the unit of numbers that have none of their own, as the head of a column
    /// states it: `Vốn (triệu USD)`.
    ///
    /// ```
    /// use tinh_figures::{Currency, Layout, Parser, Scale};
    ///
    /// let column = Parser::new().layout(Layout::Table).column_unit(Scale::MILLION, Some(Currency::USD));
    /// let found: Vec<_> = column.find_iter("1\tHải Phòng\t1.250,5").map(|m| m.figure().to_string()).collect();
    /// assert_eq!(found, ["1.250.500.000 USD"]);
    /// ```
    #[must_use]
    pub const fn column_unit(self, scale: Scale, currency: Option<Currency>) -> Self {
        Self(Settings {
            scale,
            currency,
            column: true,
            ..self.0
        })
    }

    /// Reads a whole string: an optional qualifier, a figure, an optional unit
    /// noun, an optional rate. Blanks around it are ignored.
    ///
    /// # Errors
    /// The kinds of [`ErrorKind`], with the bytes they concern.
    pub fn parse<'t>(&self, text: &'t str) -> Result<Match<'t>, Error> {
        match read::whole(&self.0, text) {
            Ok(found) => Ok(Match { text, found }),
            Err((kind, start, end)) => Err(Error::new(kind, start..end, text)),
        }
    }

    /// The figures of a running text, left to right, without overlap. Nothing
    /// is allocated; the time is linear in the length of any text.
    ///
    /// A text has one convention where its own figures prove one and not the other
    /// (`1,234,567`, `12,345.6`): digits that two conventions can read follow it
    /// then, whatever the [setting](Self::decimal_mark), and still report their
    /// [alternative](Figure::alternative).
    #[must_use]
    pub const fn find_iter<'t>(&self, text: &'t str) -> FindIter<'t> {
        FindIter {
            text,
            set: self.0,
            at: 0,
            proven: false,
            block: Block::NONE,
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
///
/// ```
/// let texts: Vec<_> = tinh_figures::find_iter("37 dự án, 5 tỷ đồng").map(|m| m.as_str()).collect();
/// assert_eq!(texts, ["37", "5 tỷ đồng"]);
/// ```
#[derive(Clone, Debug)]
pub struct FindIter<'t> {
    text: &'t str,
    set: Settings,
    at: usize,
    /// Whether the convention of the text has been looked for.
    proven: bool,
    block: Block,
}

impl<'t> Iterator for FindIter<'t> {
    type Item = Match<'t>;

    fn next(&mut self) -> Option<Match<'t>> {
        loop {
            let found = Cursor::new(self.text, self.set, false).find(self.at, &mut self.block)?;
            if !self.proven && found.figure.is_ambiguous() {
                self.proven = true;
                if let Some(mark) = read::other_convention(self.text, self.set.mark) {
                    // Read again as the text is written.
                    self.set.mark = mark;
                    continue;
                }
            }
            // A qualifier or noun after the figure is no place to begin another.
            self.at = found.resume;
            return Some(Match {
                text: self.text,
                found,
            });
        }
    }
}

impl std::iter::FusedIterator for FindIter<'_> {}

/// A figure in its text.
///
/// The span covers the number with its scale and currency (or `%`, `lần`,
/// `điểm phần trăm`), and of a range both ends; not the qualifier, not `từ`,
/// `gấp`, `thứ` before it (but all of `gấp đôi`), not the unit noun or `/năm`
/// after it. A noun that a half follows is inside: `2 năm rưỡi`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match<'t> {
    text: &'t str,
    found: Found,
}

impl<'t> Match<'t> {
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

    /// The unit a rate is per, as written after the `/` or `trên`: `tháng` of `5 triệu
    /// đồng/tháng`, `người/tháng`.
    ///
    /// ```
    /// let m = tinh_figures::find_iter("giá 50.000đ/kg").next();
    /// assert_eq!(m.map(|m| (m.as_str(), m.per())), Some(("50.000đ", Some("kg"))));
    /// ```
    #[must_use]
    pub fn per(&self) -> Option<&'t str> {
        self.per_range().map(|range| self.slice(range))
    }

    /// The bytes of what a rate is per.
    #[must_use]
    pub const fn per_range(&self) -> Option<Range<usize>> {
        let (start, end) = self.found.per;
        if start < end { Some(start..end) } else { None }
    }

    /// The figure as printed, with the words that belong to it: its qualifier,
    /// its noun and what it is per. [`as_str`](Self::as_str) alone would turn *more than 24.5*
    /// into 24.5 exactly.
    ///
    /// ```
    /// let mut found = tinh_figures::find_iter("vốn trên 24,5 tỷ USD của 853 dự án");
    /// assert_eq!(found.next().map(|m| m.printed()), Some("trên 24,5 tỷ USD"));
    /// assert_eq!(found.next().map(|m| m.printed()), Some("853 dự án"));
    /// ```
    #[must_use]
    pub fn printed(&self) -> &'t str {
        let words = [self.qualifier_range(), self.noun_range(), self.per_range()];
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
            .field("per", &self.per())
            .finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Match<'_> {
    /// One flat object, ready for a line of JSON: `start`, `end`, `text`, `kind`,
    /// `value`, `lower`, `upper`, `qualifier`, `qualifier_text`, `currency`,
    /// `noun`, `per`, `of`, `ratio`, `alternative`; what is absent is null.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let figure = self.figure();
        let mut s = serializer.serialize_struct("Match", 15)?;
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
        s.serialize_field("per", &self.per())?;
        s.serialize_field("of", &figure.of())?;
        s.serialize_field("ratio", &figure.ratio())?;
        s.serialize_field("alternative", &figure.alternative())?;
        s.end()
    }
}

impl FromStr for Figure {
    type Err = Error;

    /// As [`parse`] with default settings; a unit noun after the figure is read and
    /// dropped, a rate is an error.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text)?.without_rate().map(|m| m.figure())
    }
}

impl Match<'_> {
    /// The match, unless it is a rate: an amount a month is not an amount.
    fn without_rate(self) -> Result<Self, Error> {
        match self.per_range() {
            // With its bar or its `trên`.
            Some(per) => Err(Error::new(
                ErrorKind::UnexpectedText,
                self.found.end.max(self.found.noun.1)..per.end,
                self.text,
            )),
            None => Ok(self),
        }
    }
}

impl Money {
    /// Reads one exact amount with default settings: the same as `FromStr`.
    ///
    /// # Errors
    /// The errors of [`parse`]; [`ErrorKind::NoCurrency`] for a figure that is not
    /// money; [`ErrorKind::Qualified`] for a bound or a range;
    /// [`ErrorKind::UnexpectedText`] for a rate.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::parse_with(&Parser::new(), text)
    }

    /// Reads one exact amount with the settings of a parser.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_with(parser: &Parser, text: &str) -> Result<Self, Error> {
        if let Some(money) = read::amount(&parser.0, text) {
            return Ok(money);
        }
        let found = parser.parse(text)?.without_rate()?;
        let figure = found.figure();
        let Some(currency) = figure.currency() else {
            return Err(Error::new(ErrorKind::NoCurrency, found.range(), text));
        };
        match (figure.qualifier(), figure.value(), figure.of()) {
            (Qualifier::Exact, Some(amount), None) => Ok(Self::new(amount, currency)),
            _ => Err(Error::new(
                ErrorKind::Qualified,
                found.span_with_qualifier(),
                text,
            )),
        }
    }
}

impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl FromStr for Currency {
    type Err = Error;

    /// Reads a code (`USD`, `usd`); names such as `đô la Mỹ` are read with an
    /// amount, by [`parse`](crate::parse).
    ///
    /// # Errors
    /// [`ErrorKind::UnknownCode`].
    fn from_str(code: &str) -> Result<Self, Error> {
        Self::from_code(code.trim())
            .ok_or_else(|| Error::new(ErrorKind::UnknownCode, 0..code.len(), code))
    }
}
