//! An answer in the words of a language, as charts and pages need it.
//!
//! `from_answer` is the only module that looks into an [`Answer`](tinh_totals::Answer).

mod from_answer;
mod title;

use tinh_totals::Interval;

/// One answer, all texts ready to be shown. They are not escaped.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// The headings of the keys.
    pub(crate) keys: Vec<String>,
    /// Which of the keys are time, and which tells sources apart.
    pub(crate) time_key: Option<usize>,
    pub(crate) source_key: Option<usize>,
    /// One part a measure and currency, in the order of the answer.
    pub(crate) parts: Vec<Part>,
    pub(crate) warnings: Vec<Caveat>,
    pub(crate) conversions: Vec<String>,
    /// Matching figures that were excluded, by reason.
    pub(crate) left_out: Vec<LeftOut>,
}

/// The rows of one measure in one currency: what one chart can show.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) measure: String,
    /// The measure and the keys.
    pub(crate) title: String,
    /// When, of which units, in which unit.
    pub(crate) subtitle: Vec<String>,
    /// `USD`, or what is counted; beside every number that stands alone.
    pub(crate) unit: String,
    pub(crate) rows: Vec<Line>,
    pub(crate) totals: Vec<Line>,
    /// Where the figures come from and what is missing, without ids.
    pub(crate) notes: Vec<String>,
    pub(crate) breaks: Vec<Break>,
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The name of its group by each key; none of a total.
    pub(crate) names: Vec<String>,
    pub(crate) value: Interval,
    /// In full, without its unit.
    pub(crate) text: String,
    /// The place of its period in the series: years, quarters or months.
    pub(crate) period: Option<i32>,
    /// Whether its flows cover only a part of the period.
    pub(crate) is_partial: bool,
    /// Whether it is not part of any province: offshore oil.
    pub(crate) is_apart: bool,
    pub(crate) coverage: Option<String>,
    pub(crate) figures: Vec<Figure>,
}

impl Line {
    /// The names of its groups in one line.
    pub(crate) fn name(&self) -> String {
        self.names.join(", ")
    }
}

/// A printed figure behind a row.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) printed: String,
    pub(crate) value: String,
    pub(crate) place: String,
    pub(crate) time: String,
    pub(crate) source: String,
    pub(crate) address: Option<String>,
    pub(crate) line: Option<String>,
    /// The sentence it is in, or what else was noted.
    pub(crate) note: Option<String>,
}

/// A caveat of an answer, and the figures it is about.
#[derive(Clone, Debug)]
pub(crate) struct Caveat {
    pub(crate) text: String,
    /// Units without a figure, producers: too many for the text.
    pub(crate) names: Vec<String>,
    pub(crate) figures: Vec<Figure>,
}

/// Figures left out for one reason.
#[derive(Clone, Debug)]
pub(crate) struct LeftOut {
    pub(crate) reason: String,
    pub(crate) figures: Vec<Figure>,
}

/// A definition that changed before a period.
#[derive(Clone, Debug)]
pub(crate) struct Break {
    pub(crate) before: i32,
    pub(crate) label: String,
}

/// How long the periods of a series are, and how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    Years,
    Quarters,
    Months,
}
