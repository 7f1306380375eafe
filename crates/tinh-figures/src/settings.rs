//! The settings of a [`Parser`](crate::Parser): facts a caller knows of a text.

use crate::blank::Blanks;
use crate::currency::Currency;
use crate::scale::Scale;

/// Which mark is the decimal mark where both conventions could read the digits.
///
/// Digits only one convention can read (`190.8`, `1,234.56`) are read by that
/// one under every setting.
///
/// ```
/// use tinh_figures::{DecimalMark, Parser, digits};
/// let english = Parser::new().decimal_mark(DecimalMark::Dot);
/// let value = english.parse("1,234.5")?.value().map(|value| digits(value).to_string());
/// assert_eq!(value.as_deref(), Some("1.234,5"));
/// # Ok::<(), tinh_figures::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecimalMark {
    /// Vietnamese: `1.498` is 1498, `39,140` is 39.140; the other reading is
    /// reported as the [alternative](crate::Figure::alternative).
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
///
/// ```
/// use tinh_figures::{Parser, Spoken};
/// let text = "hai dự án và 3 dự án";
/// assert_eq!(Parser::new().find_iter(text).count(), 2);
/// assert_eq!(Parser::new().spoken(Spoken::Off).find_iter(text).count(), 1);
/// ```
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
///
/// ```
/// use tinh_figures::{Accents, Parser};
/// assert!(Parser::new().parse("hai muoi mot ty dong").is_err());
/// assert!(Parser::new().accents(Accents::Optional).parse("hai muoi mot ty dong").is_ok());
/// ```
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
///
/// ```
/// use tinh_figures::{Parser, Shorthand};
/// assert!(Parser::new().parse("2tr5").is_ok());
/// assert!(Parser::new().shorthand(Shorthand::Off).parse("2tr5").is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shorthand {
    /// `500k`, `2tr5`, `1tỷ2`.
    #[default]
    On,
    /// `k` and `tr` are not scales, and digits glued behind a scale are not read.
    Off,
}

/// Which scale words are read.
///
/// ```
/// use tinh_figures::{Parser, ScaleWords};
/// let english = Parser::new().scale_words(ScaleWords::WithEnglish);
/// let money = english.parse("1.5 billion USD")?.figure().value();
/// assert_eq!(money, Some(1_500_000_000.into()));
/// assert!(Parser::new().parse("1.5 billion USD").is_err());
/// # Ok::<(), tinh_figures::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ScaleWords {
    /// `nghìn`, `triệu`, `tỷ`.
    #[default]
    Vietnamese,
    /// Also `thousand`, `million`, `mln`, `billion`, `bn`, `trillion`.
    WithEnglish,
}

/// The kind of a text's lines.
///
/// ```
/// use tinh_figures::{Layout, Parser};
/// let cells = Parser::new().layout(Layout::Table);
/// let row: Vec<_> = cells.find_iter("1\tHải Phòng\t1.250,5").map(|m| m.as_str()).collect();
/// assert_eq!(row, ["1.250,5"]); // the number of the row is not a figure
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// A paragraph: no figure goes on over a line break.
    #[default]
    Prose,
    /// A line of hard-wrapped text: a figure may go on over one line break.
    Wrapped,
    /// A row of a table, its cells parted by tabs or `|`: no figure goes on into
    /// the next cell, and a whole number alone in the first cell is a row number.
    Table,
}

/// All settings together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Settings {
    pub(crate) mark: DecimalMark,
    pub(crate) spoken: Spoken,
    pub(crate) accents: Accents,
    pub(crate) shorthand: Shorthand,
    pub(crate) scales: ScaleWords,
    pub(crate) layout: Layout,
    /// `_` joins the syllables of a word.
    pub(crate) segmented: bool,
    pub(crate) currency: Option<Currency>,
    /// A column: its unit is that of every number without one of its own.
    pub(crate) column: bool,
    /// The scale of numbers without a unit of their own, as the head of a column
    /// says.
    pub(crate) scale: Scale,
}

impl Settings {
    pub(crate) const DEFAULT: Self = Self {
        mark: DecimalMark::Comma,
        spoken: Spoken::On,
        accents: Accents::Required,
        shorthand: Shorthand::On,
        scales: ScaleWords::Vietnamese,
        layout: Layout::Prose,
        segmented: false,
        currency: None,
        column: false,
        scale: Scale::ONE,
    };

    /// The blanks between the words of a figure.
    pub(crate) const fn blanks(&self) -> Blanks {
        Blanks {
            underscores: self.segmented,
            line_breaks: matches!(self.layout, Layout::Wrapped),
            cells: matches!(self.layout, Layout::Table),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::DEFAULT
    }
}
