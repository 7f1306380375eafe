//! Charts of answers as SVG.

mod amounts;
mod bars;
mod build;
mod lines;
mod paper;

use plotters::prelude::DrawingAreaErrorKind;
use thiserror::Error as ThisError;
use tinh_figures::Language;

use crate::words;
use bars::Bars;
use lines::Lines;
use paper::{BODY, Block, Legend, MARGIN, Paper, SMALL, Sample, TITLE};

/// The reason why a chart cannot be drawn.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_pages::{Chart, ChartError, Language};
/// use tinh_totals::Totals;
///
/// let data = Dataset::new();
/// let answer = Totals::of(&data).measure(measures::EXPORTS).flows().compute()?;
/// let error = Chart::of(&answer, Language::English).and_then(|chart| chart.svg()).unwrap_err();
/// assert_eq!(error, ChartError::Empty);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ChartError {
    /// Bars of two measures or currencies have no common scale.
    #[error("expected one measure and one currency, found {found}")]
    SeveralUnits {
        /// The measures and currencies of the rows.
        found: String,
    },
    /// No row has a number.
    #[error("expected a row with a number, found none")]
    Empty,
    /// The drawing library gave up.
    #[error("the chart could not be drawn: {0}")]
    Draw(String),
}

impl ChartError {
    /// The reason in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match self {
            Self::SeveralUnits { found } => words::NO_CHART_UNITS.with(language, [found]),
            Self::Empty => words::NO_CHART_EMPTY.of(language).to_owned(),
            Self::Draw(why) => why.clone(),
        }
    }
}

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for ChartError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self::Draw(error.to_string())
    }
}

type Drawn = Result<(), ChartError>;

/// A chart of an answer: ranked bars with their bounds, lines over time where
/// the answer has a key of time, or grouped bars where it tells sources apart.
///
/// It says what is measured, of whom, when, in which units of the country and
/// in which currency; below it where the figures come from and what is missing.
/// It can be read without colour, and needs no font and no network.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_pages::{Chart, Language};
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"t","publisher":"FIA"}
/// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
/// # {"type":"observation","id":"b","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "s")?;
/// let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
/// let svg = Chart::of(&answer, Language::Vietnamese)?.width(700).svg()?;
/// assert!(svg.starts_with("<svg ") && svg.contains("&gt; 24,5 tỷ"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Chart {
    title: String,
    subtitle: Vec<String>,
    notes: Vec<String>,
    language: Language,
    width: u32,
    most: usize,
    /// Whether the page around it has its title and notes.
    is_bare: bool,
    plot: Plot,
}

#[derive(Clone, Debug)]
enum Plot {
    Bars(Bars),
    Lines(Lines),
}

impl Chart {
    /// Replaces the title; the lines below it stay.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets the width in pixels, 320 to 4000; 900 without this.
    #[must_use]
    pub fn width(mut self, pixels: u32) -> Self {
        self.width = pixels.clamp(320, 4000);
        self
    }

    /// Draws at most so many rows, the largest; how many are left out is
    /// written below. 70 without this: the provinces of any date.
    #[must_use]
    pub fn at_most(mut self, rows: usize) -> Self {
        self.most = rows.max(1);
        self
    }

    /// Without title and notes, for a page that has them in words.
    pub(crate) fn bare(mut self) -> Self {
        self.is_bare = true;
        self
    }

    /// Returns the chart as a file of SVG.
    ///
    /// # Errors
    /// [`ChartError::Empty`] where no row has a number.
    pub fn svg(&self) -> Result<String, ChartError> {
        let mut notes = match self.is_bare {
            true => Vec::new(),
            false => self.notes.clone(),
        };
        let mut not_drawn = |word: words::Word, count: usize| {
            if count > 0 {
                notes.insert(0, word.with(self.language, [&count.to_string()]));
            }
        };
        let plot = match &self.plot {
            Plot::Bars(bars) => {
                let (bars, left_out, alone) = build::largest_rows(bars, self.most);
                not_drawn(words::NOT_DRAWN_ALONE, alone);
                not_drawn(words::NOT_DRAWN_ROWS, left_out);
                Plot::Bars(bars)
            }
            Plot::Lines(lines) => {
                let (lines, left_out) = build::largest_series(lines);
                not_drawn(words::NOT_DRAWN_SERIES, left_out);
                Plot::Lines(lines)
            }
        };
        let frame = Frame {
            title: &self.title,
            subtitle: &self.subtitle,
            notes: &notes,
            language: self.language,
            width: i32::try_from(self.width).unwrap_or(900),
            is_crisp: matches!(plot, Plot::Bars(_)),
            is_bare: self.is_bare,
        };
        match plot {
            Plot::Bars(bars) => bars.draw(&frame),
            Plot::Lines(lines) => lines.draw(&frame),
        }
    }
}

/// What is around a plot.
struct Frame<'a> {
    title: &'a str,
    subtitle: &'a [String],
    notes: &'a [String],
    language: Language,
    width: i32,
    /// Whether all lines are level or upright.
    is_crisp: bool,
    is_bare: bool,
}

impl Frame<'_> {
    /// Draws title, legend, plot and notes one below the other; `plot` is given
    /// its top.
    fn draw(
        &self,
        samples: Vec<Sample<'_>>,
        plot_height: i32,
        plot: impl FnOnce(&Paper<'_>, i32) -> Drawn,
    ) -> Result<String, ChartError> {
        let room = self.width - 2 * MARGIN;
        let mut head = Block::default();
        if !self.is_bare {
            head.add(&clean(self.title), TITLE, room);
            for line in self.subtitle {
                head.add(&clean(line), BODY, room);
            }
        }
        let mut foot = Block::default();
        for note in self.notes {
            foot.add(&clean(note), SMALL, room);
        }
        let legend = Legend::new(samples, self.width);
        let legend_top = MARGIN + head.height + 6;
        let plot_top = legend_top + legend.height;
        let foot_top = plot_top.saturating_add(plot_height).saturating_add(4);
        let height = foot_top.saturating_add(foot.height).saturating_add(MARGIN);
        let mut svg = String::new();
        let paper = Paper::new(&mut svg, self.width, height)?;
        head.draw(&paper, MARGIN)?;
        legend.draw(&paper, legend_top)?;
        plot(&paper, plot_top)?;
        foot.draw(&paper, foot_top)?;
        paper.finish()?;
        Ok(self.named(&svg))
    }

    /// The file with its name for those who cannot see it; lines that are level
    /// or upright drawn sharp.
    fn named(&self, svg: &str) -> String {
        let rest = svg.strip_prefix("<svg ").unwrap_or(svg);
        let (opening, rest) = rest.split_once('>').unwrap_or((rest, ""));
        let crisp = if self.is_crisp {
            " shape-rendering=\"crispEdges\""
        } else {
            ""
        };
        let title = maud::html! { title { (clean(self.title)) } }.into_string();
        format!("<svg role=\"img\"{crisp} {opening}>\n{title}{rest}")
    }
}

/// A text on one line, without the characters XML forbids.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            '\0'..='\u{1F}' | '\u{7F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
            other => other,
        })
        .collect()
}
