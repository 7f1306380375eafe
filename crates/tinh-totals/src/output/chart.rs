//! Bars with their bounds, as SVG.
//!
//! A small writer of its own: what matters here, an open end for *more than*
//! and a bracket for bounds, no chart library draws, and the rest is
//! rectangles and text. It can be read without colour: exact values are filled,
//! the rest hatched; an open end is an arrow, not a shade.
//!
//! ```text
//! exact        ████████████|          filled, closed
//! more than    ████████████▒▒>        filled to the bound, hatched, an arrow
//! at most      ▒▒▒▒▒▒▒▒▒▒▒▒|          hatched to the bound, closed
//! range        ██████▒▒▒▒▒▒|          filled to the lower, hatched to the upper
//! about        ▒▒▒▒▒▒▒▒▒▒▒▒~          hatched, a tilde for the end
//! ```

use std::fmt::Write as _;

use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error as ThisError;
use tinh_figures::Qualifier;
use unicode_width::UnicodeWidthStr;

use super::Format;
use crate::answer::{Answer, Row};
use crate::interval::Interval;

/// Why there is no chart.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ChartError {
    /// Bars of two measures or currencies have no common scale.
    #[error("one chart has one measure and one currency, found {found}")]
    SeveralUnits {
        /// What the rows are in.
        found: String,
    },
    /// There is nothing to draw.
    #[error("no row has a value")]
    Empty,
}

/// Pixels of a bar, of the gap below it, and of a letter.
const BAR: u32 = 16;
const GAP: u32 = 7;
const LETTER: u32 = 7;
/// Pixels of the longest bar, and of an open end.
const LONGEST: u32 = 520;
const OPEN: u32 = 18;
const MARGIN: u32 = 16;

/// A chart of an answer: horizontal bars, the largest first.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::output::Chart;
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"t","publisher":"FIA"}
/// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
/// # {"type":"observation","id":"b","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "s")?;
/// let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
/// let svg = Chart::new("FDI: press & tables").millions().svg(&answer)?;
/// assert!(svg.starts_with("<svg ") && svg.contains("FDI: press &amp; tables"));
/// assert!(svg.contains("&gt; 24.500,00")); // more than: its end is open
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Chart {
    title: String,
    format: Format,
    most: usize,
}

impl Chart {
    /// A chart with a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            format: Format::default(),
            most: 100,
        }
    }

    /// Numbers and words in this format.
    #[must_use]
    pub fn format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// Money in millions.
    #[must_use]
    pub fn millions(mut self) -> Self {
        self.format = self.format.millions();
        self
    }

    /// At most so many bars, the largest; how many were left out is written
    /// below. 100 without this.
    #[must_use]
    pub fn at_most(mut self, bars: usize) -> Self {
        self.most = bars;
        self
    }

    /// The chart as a file of SVG.
    ///
    /// # Errors
    /// [`ChartError::SeveralUnits`], [`ChartError::Empty`].
    pub fn svg(&self, answer: &Answer<'_>) -> Result<String, ChartError> {
        let rows = answer.ranked();
        let Some(first) = rows.first() else {
            return Err(ChartError::Empty);
        };
        let unit = |row: &Row<'_>| (row.measure().clone(), row.currency());
        if rows.iter().any(|row| unit(row) != unit(first)) {
            let mut found: Vec<String> = rows
                .iter()
                .map(|row| match row.currency() {
                    Some(currency) => format!("{} in {currency}", row.measure()),
                    None => row.measure().to_string(),
                })
                .collect();
            found.dedup();
            return Err(ChartError::SeveralUnits {
                found: found.join(", "),
            });
        }
        let shown = rows.len().min(self.most.max(1));
        let left_out = rows.len().saturating_sub(shown);
        let rows = rows.get(..shown).unwrap_or_default();
        let scale = Scale::of(rows).ok_or(ChartError::Empty)?;
        let language = self.format.language();
        let label = |row: &&Row<'_>| {
            let names = row.groups().iter().map(|group| group.in_language(language));
            names.collect::<Vec<_>>().join(", ")
        };
        let labels: Vec<String> = rows.iter().map(label).collect();
        let label_width = labels
            .iter()
            .map(|label| text_width(label))
            .max()
            .unwrap_or(0);
        let money = first.currency().is_some();
        let values: Vec<String> = rows
            .iter()
            .map(|row| self.format.interval(&row.value(), money))
            .collect();
        let value_width = values
            .iter()
            .map(|value| text_width(value))
            .max()
            .unwrap_or(0);

        let mut notes: Vec<String> = Vec::new();
        if left_out > 0 {
            notes.push(match self.format.language() {
                super::Language::Vietnamese => format!("{left_out} dòng không vẽ"),
                super::Language::English => format!("{left_out} rows not drawn"),
            });
        }
        notes.extend(
            answer
                .warnings()
                .iter()
                .map(|warning| format!("! {}", warning.in_language(self.format.language()))),
        );
        let legend = self.format.word(
            "Đặc: biết chắc. Gạch chéo: trong giới hạn. Mũi tên: không có giới hạn trên.",
            "Filled: certain. Hatched: within bounds. Arrow: no upper bound.",
        );
        let left = MARGIN.saturating_add(label_width).saturating_add(10);
        let width = left
            .saturating_add(LONGEST + OPEN + 12)
            .saturating_add(value_width)
            .max(text_width(&self.title).saturating_add(MARGIN))
            .max(text_width(legend).saturating_add(MARGIN))
            .saturating_add(MARGIN);
        let notes = wrapped(&notes, width.saturating_sub(2 * MARGIN));
        let step = BAR + GAP;
        let bars = u32::try_from(shown).unwrap_or(u32::MAX);
        let below = 58_u32.saturating_add(step.saturating_mul(bars));
        let lines = u32::try_from(notes.len()).unwrap_or(u32::MAX);
        let height = below
            .saturating_add(lines.saturating_mul(16))
            .saturating_add(44);

        let mut svg = String::new();
        // Writing to a string does not fail.
        let mut put = |text: std::fmt::Arguments<'_>| {
            let _ = svg.write_fmt(text);
            svg.push('\n');
        };
        let title = escape(&self.title);
        put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"sans-serif\" \
             font-size=\"12\">"
        ));
        put(format_args!("<title>{title}</title>"));
        put(format_args!("{HATCH}"));
        put(format_args!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"
        ));
        put(format_args!(
            "<text x=\"{MARGIN}\" y=\"24\" font-size=\"15\" font-weight=\"bold\">{title}</text>"
        ));
        let unit = match (first.currency(), self.format.is_millions()) {
            (Some(currency), true) => {
                format!("{} {currency}", self.format.word("triệu", "million"))
            }
            (Some(currency), false) => currency.code().to_owned(),
            (None, _) => first.measure().to_string(),
        };
        put(format_args!(
            "<text x=\"{MARGIN}\" y=\"42\" fill=\"#444444\">{}</text>",
            escape(&unit)
        ));
        let axis = left.saturating_add(scale.zero);
        for (at, ((row, label), value)) in (0_u32..).zip(rows.iter().zip(&labels).zip(&values)) {
            let y = 52_u32.saturating_add(at.saturating_mul(step));
            let baseline = y.saturating_add(BAR - 4);
            let label_x = left.saturating_sub(8);
            put(format_args!(
                "<text x=\"{label_x}\" y=\"{baseline}\" text-anchor=\"end\">{}</text>",
                escape(label)
            ));
            let end = draw(&scale, left, y, &row.value(), &mut put);
            let value_x = end.saturating_add(6);
            put(format_args!(
                "<text x=\"{value_x}\" y=\"{baseline}\">{}</text>",
                escape(value)
            ));
        }
        let bottom = below.saturating_sub(4);
        put(format_args!(
            "<line x1=\"{axis}\" y1=\"48\" x2=\"{axis}\" y2=\"{bottom}\" stroke=\"#000000\"/>"
        ));
        let mut y = below.saturating_add(14);
        put(format_args!(
            "<text x=\"{MARGIN}\" y=\"{y}\" fill=\"#444444\">{legend}</text>"
        ));
        for note in &notes {
            y = y.saturating_add(16);
            put(format_args!(
                "<text x=\"{MARGIN}\" y=\"{y}\" fill=\"#444444\">{}</text>",
                escape(note)
            ));
        }
        put(format_args!("</svg>"));
        Ok(svg)
    }
}

const HATCH: &str = "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" \
patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" \
fill=\"#ffffff\"/><rect width=\"2\" height=\"5\" fill=\"#1f4e79\"/></pattern></defs>";

/// From values to pixels.
struct Scale {
    least: Decimal,
    span: Decimal,
    zero: u32,
}

impl Scale {
    /// A scale that holds zero and every value and bound.
    fn of(rows: &[&Row<'_>]) -> Option<Self> {
        let mut least = Decimal::ZERO;
        let mut most = Decimal::ZERO;
        for row in rows {
            let value = row.value();
            for end in [value.nominal(), value.lower(), value.upper()]
                .into_iter()
                .flatten()
            {
                least = least.min(end);
                most = most.max(end);
            }
        }
        let span = most.checked_sub(least)?;
        if span.is_zero() {
            // All values are zero: bars without length.
            return Some(Self {
                least,
                span: Decimal::ONE,
                zero: 0,
            });
        }
        let mut scale = Self {
            least,
            span,
            zero: 0,
        };
        scale.zero = scale.pixels(Decimal::ZERO);
        Some(scale)
    }

    fn pixels(&self, value: Decimal) -> u32 {
        value
            .checked_sub(self.least)
            .and_then(|above| above.checked_div(self.span))
            .and_then(|part| part.checked_mul(Decimal::from(LONGEST)))
            .map(|pixels| pixels.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
            .and_then(|pixels| u32::try_from(pixels).ok())
            .unwrap_or(0)
            .min(LONGEST)
    }
}

/// Draws one bar and says where its value may be written.
fn draw(
    scale: &Scale,
    left: u32,
    y: u32,
    value: &Interval,
    put: &mut dyn FnMut(std::fmt::Arguments<'_>),
) -> u32 {
    let at = |value: Decimal| left.saturating_add(scale.pixels(value));
    let zero = left.saturating_add(scale.zero);
    let mut bar = |from: u32, to: u32, fill: &str| {
        let (x, end) = (from.min(to), from.max(to));
        let width = end.saturating_sub(x).max(1);
        put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\" fill=\"{fill}\" \
             stroke=\"#1f4e79\"/>"
        ));
    };
    const SOLID: &str = "#1f4e79";
    const HATCHED: &str = "url(#hatch)";
    let nominal = value.nominal().or(value.lower()).or(value.upper());
    let Some(nominal) = nominal.map(at) else {
        return zero;
    };
    match value.qualifier() {
        Qualifier::Exact => bar(zero, nominal, SOLID),
        Qualifier::MoreThan | Qualifier::AtLeast => {
            let low = value.lower().map_or(nominal, at);
            bar(zero, low, SOLID);
            // No line closes the bar: hatching, then an arrow.
            let end = low.saturating_add(OPEN);
            let (middle, bottom) = (y + BAR / 2, y.saturating_add(BAR));
            let neck = low.saturating_add(OPEN - 8);
            put(format_args!(
                "<path d=\"M{low} {y} H{neck} L{end} {middle} L{neck} {bottom} H{low}\" \
                 fill=\"{HATCHED}\" stroke=\"#1f4e79\" stroke-dasharray=\"3 2\"/>"
            ));
            return end;
        }
        Qualifier::Range => {
            let low = value.lower().map_or(nominal, at);
            let high = value.upper().map_or(nominal, at);
            // What lies between zero and the nearer bound is certain; a range
            // across zero has no certain part.
            if low > zero {
                bar(zero, low, SOLID);
            } else if high < zero {
                bar(zero, high, SOLID);
            }
            bar(low, high, HATCHED);
            return low.max(high).max(zero);
        }
        Qualifier::About => {
            bar(zero, nominal, HATCHED);
            let (x, baseline) = (nominal.saturating_add(4), y.saturating_add(BAR - 4));
            put(format_args!("<text x=\"{x}\" y=\"{baseline}\">~</text>"));
            return nominal.saturating_add(12);
        }
        _ => bar(zero, nominal, HATCHED),
    }
    nominal.max(zero)
}

/// The width of a text, roughly: enough to keep labels apart.
fn text_width(text: &str) -> u32 {
    u32::try_from(text.width())
        .unwrap_or(u32::MAX)
        .saturating_mul(LETTER)
}

/// Notes in lines that fit the width: SVG does not wrap text, and what runs
/// over the edge is not seen.
fn wrapped(notes: &[String], width: u32) -> Vec<String> {
    let mut lines = Vec::with_capacity(notes.len());
    for note in notes {
        let mut line = String::new();
        for word in note.split_whitespace() {
            let fits = text_width(&line)
                .saturating_add(LETTER)
                .saturating_add(text_width(word))
                <= width;
            if !line.is_empty() && !fits {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// Text that cannot end its element. Characters XML forbids become `\u{FFFD}`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}
