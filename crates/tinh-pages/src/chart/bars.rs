//! Horizontal bars with their bounds, one or several a row.
//!
//! ```text
//! exact        ████████████           filled
//! more than    ████████████▷          filled to the bound, then an arrow
//! at most      ▭▭▭▭▭▭▭▭▭▭▭▭           outlined
//! range        ██████▭▭▭▭▭▭           filled to the lower, outlined to the upper
//! about        ┄┄┄┄┄┄┄┄┄┄┄┄           a dashed outline
//! ```

use plotters::prelude::ChartBuilder;
use plotters::style::RGBColor;
use rust_decimal::Decimal;
use tinh_figures::{Language, Qualifier};
use tinh_totals::Interval;

use super::amounts::Amounts;
use super::paper::{
    BLACK, BODY, FAINT, GREY, LINE, MARGIN, Paper, SAMPLE, SMALL, Sample, Side, WHITE,
};
use super::{ChartError, Drawn, Frame};
use crate::{short, words};

/// Pixels of the arrow of an open end.
const OPEN: i32 = 16;
/// Pixels below the bars for the ticks.
const AXIS: i32 = 24;
/// The fill of the first, second and third bar of a row: dark, light, middle,
/// far apart in grey as well.
const FILLS: [RGBColor; 3] = [
    RGBColor(31, 78, 121),
    RGBColor(182, 205, 226),
    RGBColor(110, 146, 122),
];
/// The line around every bar.
const STROKE: RGBColor = RGBColor(20, 50, 80);

/// The most bars a row has.
pub(super) const SERIES: usize = FILLS.len();

/// Bars to be drawn, in their order.
#[derive(Clone, Debug)]
pub(super) struct Bars {
    /// What tells the bars of a row apart; one or none has no legend.
    pub(super) series: Vec<String>,
    pub(super) rows: Vec<BarRow>,
}

/// One row: a name, and a value or none for each of the series.
#[derive(Clone, Debug)]
pub(super) struct BarRow {
    pub(super) name: String,
    pub(super) values: Vec<Option<Interval>>,
    pub(super) is_apart: bool,
}

impl BarRow {
    /// What rows are ranked by: the first value there is.
    pub(super) fn size(&self) -> Option<Decimal> {
        self.values
            .iter()
            .flatten()
            .find_map(|value| value.nominal().or(value.lower()).or(value.upper()))
    }
}

/// Where a row is on the sheet.
struct Place {
    label: Vec<String>,
    top: i32,
    height: i32,
}

/// Where everything is.
struct Layout {
    places: Vec<Place>,
    /// The top of the heading above what is apart.
    heading: Option<i32>,
    /// From the left edge to the bars, from the bars to the right edge.
    left: i32,
    right: i32,
    bar: i32,
    height: i32,
}

impl Bars {
    fn values(&self) -> impl Iterator<Item = &Interval> {
        self.rows.iter().flat_map(|row| row.values.iter().flatten())
    }

    fn layout(&self, frame: &Frame<'_>) -> Layout {
        let several = self.series.len() > 1;
        let bar = if several { 12 } else { 16 };
        let names = self.rows.iter().map(|row| BODY.width(&row.name));
        let label_width = names.max().unwrap_or(0).min(frame.width * 36 / 100);
        let value_width = self
            .values()
            .map(|value| SMALL.width(&short::interval(value, frame.language)) + open(value))
            .max()
            .unwrap_or(0);
        let missing = SMALL.width(words::LEGEND_GAP.of(frame.language));
        let value_width = match several {
            true => value_width.max(missing),
            false => value_width,
        };
        let (mut top, mut heading) = (6, None);
        let mut places = Vec::new();
        for row in &self.rows {
            if row.is_apart && heading.is_none() {
                heading = Some(top + 4);
                top += LINE + 8;
            }
            let label = BODY.wrap_twice(&row.name, label_width.max(BODY.width("…")));
            let lines = i32::try_from(label.len()).unwrap_or(1);
            let bars = i32::try_from(row.values.len()).unwrap_or(1) * (bar + 1);
            let height = bars.max(lines * 14);
            places.push(Place { label, top, height });
            top = top.saturating_add(height).saturating_add(7);
        }
        Layout {
            places,
            heading,
            left: MARGIN + label_width + 8,
            right: value_width + 10 + MARGIN,
            bar,
            height: top,
        }
    }

    /// The samples this chart needs.
    fn samples<'a>(&'a self, language: Language) -> Vec<Sample<'a>> {
        let mut samples: Vec<Sample<'a>> = Vec::new();
        if self.series.len() > 1 {
            for (name, fill) in self.series.iter().zip(FILLS) {
                samples.push(Sample {
                    text: name.clone(),
                    draw: Box::new(move |paper, (x, y)| {
                        solid(paper, (x, y - 6), (x + SAMPLE, y + 6), fill)
                    }),
                });
            }
        }
        let any = |wanted: fn(&Interval) -> bool| self.values().any(wanted);
        if !any(|value| !value.is_exact()) {
            return samples;
        }
        let fill = FILLS[0];
        if self.series.len() <= 1 {
            samples.push(Sample {
                text: words::LEGEND_CERTAIN.of(language).to_owned(),
                draw: Box::new(move |paper, (x, y)| {
                    solid(paper, (x, y - 6), (x + SAMPLE, y + 6), fill)
                }),
            });
        }
        if any(|value| is_bounded_above(value) && !value.is_exact() && !is_about(value)) {
            samples.push(Sample {
                text: words::LEGEND_BOUND.of(language).to_owned(),
                draw: Box::new(|paper, (x, y)| {
                    paper.outline((x, y - 6), (x + SAMPLE, y + 6), STROKE)
                }),
            });
        }
        if any(is_open) {
            samples.push(Sample {
                text: words::LEGEND_OPEN.of(language).to_owned(),
                draw: Box::new(move |paper, (x, y)| {
                    let end = x + SAMPLE - OPEN;
                    solid(paper, (x, y - 6), (end, y + 6), fill)?;
                    arrow(paper, end, y - 6, 12)
                }),
            });
        }
        if any(is_about) {
            samples.push(Sample {
                text: words::LEGEND_ABOUT.of(language).to_owned(),
                draw: Box::new(|paper, (x, y)| dashed(paper, (x, y - 6), (x + SAMPLE, y + 6))),
            });
        }
        samples
    }

    /// Draws the chart in its frame.
    pub(super) fn draw(&self, frame: &Frame<'_>) -> Result<String, ChartError> {
        let amounts = Amounts::of(self.values(), frame.language).ok_or(ChartError::Empty)?;
        let layout = self.layout(frame);
        let samples = self.samples(frame.language);
        frame.draw(samples, layout.height + AXIS, |paper, top| {
            self.draw_rows(paper, top, &layout, &amounts, frame)
        })
    }

    fn draw_rows(
        &self,
        paper: &Paper<'_>,
        top: i32,
        layout: &Layout,
        amounts: &Amounts,
        frame: &Frame<'_>,
    ) -> Drawn {
        let area = paper.area();
        let below =
            i32::try_from(area.dim_in_pixel().1).unwrap_or(i32::MAX) - top - layout.height - AXIS;
        let chart = ChartBuilder::on(area)
            .margin_top(top)
            .margin_bottom(below)
            .margin_left(layout.left)
            .margin_right(layout.right)
            .x_label_area_size(AXIS)
            .build_cartesian_2d(amounts.clone(), 0..layout.height)?;
        let room = frame.width - layout.left - layout.right;
        let ticks = usize::try_from(room / 80).unwrap_or(2).clamp(2, 8);
        let x = |value: Decimal| chart.backend_coord(&(value, 0)).0;
        let bottom = top + layout.height;
        for tick in amounts.ticks(ticks) {
            let at = x(tick);
            paper.path(&[(at, top), (at, bottom)], FAINT, 1)?;
            let label = amounts.label(tick);
            paper.text(&label, (at, bottom + 10), SMALL, Side::Middle, GREY)?;
        }
        let zero = x(Decimal::ZERO);
        paper.path(&[(zero, top), (zero, bottom)], BLACK, 1)?;
        if let Some(heading) = layout.heading {
            let text = words::APART.of(frame.language);
            let y = top + heading + LINE / 2;
            paper.path(&[(MARGIN, y - 11), (frame.width - MARGIN, y - 11)], GREY, 1)?;
            paper.label(text, (MARGIN, y), GREY)?;
        }
        for (row, place) in self.rows.iter().zip(&layout.places) {
            draw_row(paper, row, place, (top, layout), frame.language, &x)?;
        }
        Ok(())
    }
}

/// Draws the name of a row, its bars and their values.
fn draw_row(
    paper: &Paper<'_>,
    row: &BarRow,
    place: &Place,
    (top, layout): (i32, &Layout),
    language: Language,
    x: &dyn Fn(Decimal) -> i32,
) -> Drawn {
    let middle = top + place.top + place.height / 2;
    let lines = i32::try_from(place.label.len()).unwrap_or(1);
    for (line, at) in place.label.iter().zip(0..) {
        let y = middle + (2 * at - lines + 1) * 7;
        paper.text(line, (layout.left - 8, y), BODY, Side::Left, BLACK)?;
    }
    let bars = i32::try_from(row.values.len()).unwrap_or(1);
    let first = middle - bars * (layout.bar + 1) / 2;
    for ((value, fill), at) in row.values.iter().zip(FILLS).zip(0..) {
        let y = first + at * (layout.bar + 1);
        let beside = y + layout.bar / 2;
        let Some(value) = value else {
            let text = words::LEGEND_GAP.of(language);
            paper.label(text, (x(Decimal::ZERO) + 6, beside), GREY)?;
            continue;
        };
        let end = draw_bar(paper, value, x, y, layout.bar, fill)?;
        let text = short::interval(value, language);
        paper.label(&text, (end + 5, beside), BLACK)?;
    }
    Ok(())
}

fn is_bounded_above(value: &Interval) -> bool {
    value.upper().is_some()
}

/// Whether it has a lower bound and no upper one.
fn is_open(value: &Interval) -> bool {
    matches!(value.qualifier(), Qualifier::MoreThan | Qualifier::AtLeast)
}

/// Whether the nominal value is all that is said: *khoảng*.
fn is_about(value: &Interval) -> bool {
    value.upper().is_none() && !is_open(value)
}

/// The pixels its end needs beside the bar.
fn open(value: &Interval) -> i32 {
    if is_open(value) { OPEN } else { 0 }
}

/// Draws one bar and says where its value may be written.
fn draw_bar(
    paper: &Paper<'_>,
    value: &Interval,
    x: &dyn Fn(Decimal) -> i32,
    y: i32,
    height: i32,
    fill: RGBColor,
) -> Result<i32, ChartError> {
    let zero = x(Decimal::ZERO);
    let below = y + height;
    let (lower, upper) = (value.lower().map(x), value.upper().map(x));
    match (lower, upper) {
        _ if is_about(value) => {
            let end = value.nominal().map_or(zero, x);
            dashed(paper, (zero, y), (end, below))?;
            if let Some(lower) = lower.filter(|lower| *lower > zero) {
                solid(paper, (zero, y), (lower, below), fill)?;
            }
            Ok(end.max(zero))
        }
        (None, None) => Ok(zero),
        (Some(lower), Some(upper)) => {
            // What is between zero and the nearer bound is certain; a range
            // across zero has no certain part.
            if lower != upper {
                paper.outline((lower, y), (upper, below), STROKE)?;
            }
            if lower > zero || lower == upper {
                solid(paper, (zero, y), (lower, below), fill)?;
            } else if upper < zero {
                solid(paper, (upper, y), (zero, below), fill)?;
            }
            Ok(upper.max(zero))
        }
        (Some(lower), None) => {
            solid(paper, (zero, y), (lower, below), fill)?;
            arrow(paper, lower.max(zero), y, height)?;
            Ok(lower.max(zero) + OPEN)
        }
        (None, Some(upper)) => {
            paper.outline((zero, y), (upper, below), STROKE)?;
            Ok(upper.max(zero))
        }
    }
}

fn solid(paper: &Paper<'_>, from: (i32, i32), to: (i32, i32), fill: RGBColor) -> Drawn {
    // A bar of nothing is still seen as one.
    let to = (if from.0 == to.0 { to.0 + 1 } else { to.0 }, to.1);
    paper.filled(from, to, fill)?;
    paper.path(&[from, (to.0, from.1), to, (from.0, to.1), from], STROKE, 1)
}

/// An open end: an arrow without a line that would close the bar.
fn arrow(paper: &Paper<'_>, x: i32, y: i32, height: i32) -> Drawn {
    let (neck, tip) = (x + OPEN - 8, x + OPEN - 1);
    let points = [
        (x, y),
        (neck, y),
        (tip, y + height / 2),
        (neck, y + height),
        (x, y + height),
    ];
    paper.polygon(&points, WHITE)?;
    paper.path(&points, STROKE, 1)
}

fn dashed(paper: &Paper<'_>, from: (i32, i32), to: (i32, i32)) -> Drawn {
    let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
    paper.dashed(&corners, (4, 3), STROKE, 1)
}
