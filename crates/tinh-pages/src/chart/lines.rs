//! Lines over time: gaps stay gaps, and no line crosses a break of the series.

use plotters::prelude::ChartBuilder;
use plotters::style::RGBColor;
use rust_decimal::Decimal;
use tinh_figures::{Language, Qualifier};
use tinh_totals::Interval;

use super::amounts::Amounts;
use super::paper::{BLACK, FAINT, GREY, LINE, MARGIN, Paper, SAMPLE, SMALL, Sample, Side, WHITE};
use super::{ChartError, Drawn, Frame};
use crate::view::{Break, Rhythm};
use crate::{short, words};

/// Pixels of the plot from top to bottom.
const HEIGHT: i32 = 300;
/// Pixels above the plot, for the values of the highest points and breaks.
const HEAD: i32 = 34;
/// Pixels below the plot for the periods.
const AXIS: i32 = 26;
/// Pixels of the arrow of an open end.
const WHISKER: i32 = 26;
/// The longest series whose missing periods are marked one by one.
const MARKED: i32 = 400;

/// How a line is told from the others: by its marker and its dashes, then by
/// its colour.
struct Style {
    colour: RGBColor,
    /// Dashes so long, so far apart; none for a line without gaps.
    dashes: Option<(i32, i32)>,
    /// The corners of the marker around its point; none for a circle.
    marker: &'static [(i32, i32)],
}

/// The styles of the lines, in order; more lines than these are not drawn.
static STYLES: [Style; 6] = [
    Style {
        colour: RGBColor(31, 78, 121),
        dashes: None,
        marker: &[],
    },
    Style {
        colour: RGBColor(176, 74, 20),
        dashes: Some((9, 4)),
        marker: &[(-4, -4), (4, -4), (4, 4), (-4, 4)],
    },
    Style {
        colour: RGBColor(46, 110, 72),
        dashes: Some((3, 3)),
        marker: &[(0, -5), (5, 4), (-5, 4)],
    },
    Style {
        colour: RGBColor(110, 60, 140),
        dashes: Some((16, 4)),
        marker: &[(0, -6), (6, 0), (0, 6), (-6, 0)],
    },
    Style {
        colour: RGBColor(120, 95, 20),
        dashes: Some((6, 8)),
        marker: &[(-5, -4), (5, -4), (0, 5)],
    },
    Style {
        colour: RGBColor(60, 60, 60),
        dashes: Some((2, 6)),
        marker: &[(-5, -2), (5, -2), (5, 2), (-5, 2)],
    },
];

/// How many lines a chart has room for.
pub(super) const SERIES: usize = STYLES.len();

/// Lines to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) rhythm: Rhythm,
    pub(super) series: Vec<Series>,
    pub(super) breaks: Vec<Break>,
}

/// One line: its points in the order of their periods.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) points: Vec<Point>,
}

/// The value of one period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) period: i32,
    pub(super) value: Interval,
    /// Whether it covers only a part of the period.
    pub(super) is_partial: bool,
}

impl Series {
    /// Whether no neighbour of a point is lower and one is higher.
    fn is_valley(&self, index: usize) -> bool {
        let at = |index: Option<usize>| {
            let point = index.and_then(|index| self.points.get(index))?;
            height(&point.value)
        };
        let Some(own) = at(Some(index)) else {
            return false;
        };
        let neighbours = [at(index.checked_sub(1)), at(index.checked_add(1))];
        let mut heights = neighbours.into_iter().flatten().peekable();
        heights.peek().is_some() && heights.all(|height| height > own)
    }

    /// The largest value there is, for leaving out the smallest lines.
    pub(super) fn size(&self) -> Option<Decimal> {
        self.points
            .iter()
            .filter_map(|point| height(&point.value))
            .max()
    }
}

/// Whether it has a lower bound and no upper one.
fn is_open(value: &Interval) -> bool {
    matches!(value.qualifier(), Qualifier::MoreThan | Qualifier::AtLeast)
}

/// Where a marker is: the value said, or the one bound that is.
fn height(value: &Interval) -> Option<Decimal> {
    value.bounds().stated()
}

impl Lines {
    fn points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|series| &series.points)
    }

    /// The first and the last period.
    fn span(&self) -> Option<(i32, i32)> {
        let periods = || self.points().map(|point| point.period);
        periods().min().zip(periods().max())
    }

    /// The periods without any figure.
    fn gaps(&self, (first, last): (i32, i32)) -> Vec<i32> {
        if last.saturating_sub(first) > MARKED {
            return Vec::new();
        }
        let known: std::collections::HashSet<i32> =
            self.points().map(|point| point.period).collect();
        (first..=last)
            .filter(|period| !known.contains(period))
            .collect()
    }

    fn samples<'a>(&'a self, has_gaps: bool, language: Language) -> Vec<Sample<'a>> {
        let mut samples: Vec<Sample<'a>> = Vec::new();
        if self.series.len() > 1 {
            for (series, style) in self.series.iter().zip(&STYLES) {
                samples.push(Sample {
                    text: series.name.clone(),
                    draw: Box::new(move |paper, (x, y)| {
                        stroke(paper, &[(x, y), (x + SAMPLE, y)], style)?;
                        mark(paper, (x + SAMPLE / 2, y), style, false)
                    }),
                });
            }
        }
        let style = &STYLES[0];
        if self.points().any(|point| point.is_partial) {
            samples.push(Sample {
                text: words::LEGEND_PARTIAL.of(language).to_owned(),
                draw: Box::new(move |paper, (x, y)| mark(paper, (x + SAMPLE / 2, y), style, true)),
            });
        }
        if has_gaps {
            samples.push(Sample {
                text: words::LEGEND_GAP.of(language).to_owned(),
                draw: Box::new(|paper, (x, y)| {
                    paper.filled((x + 8, y - 7), (x + SAMPLE - 8, y + 7), FAINT)
                }),
            });
        }
        let is_open =
            |point: &Point| point.value.upper().is_none() && point.value.lower().is_some();
        if self.points().any(is_open) {
            samples.push(Sample {
                text: words::LEGEND_OPEN.of(language).to_owned(),
                draw: Box::new(move |paper, (x, y)| {
                    whisker(paper, (x + SAMPLE / 2, y + 6), y - 7, style.colour, true)
                }),
            });
        }
        let is_bounded = |point: &Point| point.value.upper().is_some() && !point.value.is_exact();
        if self.points().any(is_bounded) {
            samples.push(Sample {
                text: words::LEGEND_BOUND.of(language).to_owned(),
                draw: Box::new(move |paper, (x, y)| {
                    whisker(paper, (x + SAMPLE / 2, y + 7), y - 7, style.colour, false)
                }),
            });
        }
        samples
    }

    /// Draws the chart in its frame.
    pub(super) fn draw(&self, frame: &Frame<'_>) -> Result<String, ChartError> {
        let values = self.points().map(|point| &point.value);
        let amounts = Amounts::of(values, frame.language).ok_or(ChartError::Empty)?;
        let amounts = amounts.rounded_out(6);
        let span = self.span().ok_or(ChartError::Empty)?;
        let gaps = self.gaps(span);
        let samples = self.samples(!gaps.is_empty(), frame.language);
        frame.draw(samples, HEAD + HEIGHT + AXIS, |paper, top| {
            self.draw_plot(paper, top + HEAD, &amounts, span, &gaps, frame)
        })
    }

    fn draw_plot(
        &self,
        paper: &Paper<'_>,
        top: i32,
        amounts: &Amounts,
        (first, last): (i32, i32),
        gaps: &[i32],
        frame: &Frame<'_>,
    ) -> Drawn {
        let ticks = amounts.ticks(6);
        let labels: Vec<String> = ticks.iter().map(|tick| amounts.label(*tick)).collect();
        let label_width = labels.iter().map(|label| SMALL.width(label)).max();
        let left = MARGIN + label_width.unwrap_or(0) + 8;
        let area = paper.area();
        let below = i32::try_from(area.dim_in_pixel().1).unwrap_or(i32::MAX) - top - HEIGHT - AXIS;
        // Two steps a period, so that a break has a place between two.
        let steps =
            first.saturating_mul(2).saturating_sub(1)..last.saturating_mul(2).saturating_add(1);
        let chart = ChartBuilder::on(area)
            .margin_top(top)
            .margin_bottom(below)
            .margin_left(left)
            .margin_right(MARGIN + 8)
            .x_label_area_size(AXIS)
            .build_cartesian_2d(steps, amounts.clone())?;
        let x = |step: i32| chart.backend_coord(&(step, Decimal::ZERO)).0;
        let at = |period: i32| x(period.saturating_mul(2));
        let y = |value: Decimal| chart.backend_coord(&(first, value)).1;
        let bottom = top + HEIGHT;
        for gap in gaps {
            let (from, to) = (x(gap * 2 - 1), x(gap * 2 + 1));
            paper.filled((from, top), (to, bottom), FAINT)?;
        }
        let right = frame.width - MARGIN - 8;
        for (tick, label) in ticks.iter().zip(&labels) {
            let y = y(*tick);
            let colour = if tick.is_zero() { BLACK } else { FAINT };
            paper.path(&[(left, y), (right, y)], colour, 1)?;
            paper.text(label, (left - 6, y), SMALL, Side::Left, GREY)?;
        }
        self.draw_periods(paper, (first, last), bottom, &at, frame)?;
        self.draw_breaks(paper, (first, last), (top, bottom), &x, frame)?;
        for (series, style) in self.series.iter().zip(&STYLES) {
            self.draw_line(paper, series, style, &at, &y)?;
            draw_marks(paper, series, style, &at, &y, top)?;
        }
        self.draw_values(paper, &at, &y, frame)
    }

    /// The periods below the plot, as many as fit.
    fn draw_periods(
        &self,
        paper: &Paper<'_>,
        (first, last): (i32, i32),
        bottom: i32,
        at: &dyn Fn(i32) -> i32,
        frame: &Frame<'_>,
    ) -> Drawn {
        let label = |period| self.rhythm.label(period, frame.language);
        let wide = SMALL.width(&label(last)).max(1) + 10;
        let room = (at(last) - at(first)).max(1);
        let periods = last.saturating_sub(first).max(1);
        // Rounded up: every how many periods one is written.
        let every = i64::from(periods) * i64::from(wide) / i64::from(room) + 1;
        let every = usize::try_from(every).unwrap_or(1);
        for period in (first..=last).step_by(every) {
            let x = at(period);
            paper.path(&[(x, bottom), (x, bottom + 4)], GREY, 1)?;
            paper.text(&label(period), (x, bottom + 14), SMALL, Side::Middle, GREY)?;
        }
        Ok(())
    }

    fn draw_breaks(
        &self,
        paper: &Paper<'_>,
        (first, last): (i32, i32),
        (top, bottom): (i32, i32),
        x: &dyn Fn(i32) -> i32,
        frame: &Frame<'_>,
    ) -> Drawn {
        let inside = |cut: &&Break| cut.before > first && cut.before <= last;
        for cut in self.breaks.iter().filter(inside) {
            let at = x(cut.before.saturating_mul(2).saturating_sub(1));
            paper.dashed(&[(at, top - HEAD + LINE), (at, bottom)], (5, 4), BLACK, 1)?;
            // On the side where it fits.
            let wide = SMALL.width(&cut.label);
            let y = top - HEAD + LINE / 2;
            let (x, side) = if at + wide < frame.width - MARGIN {
                (at, Side::Right)
            } else if at - wide > MARGIN {
                (at, Side::Left)
            } else {
                (MARGIN, Side::Right)
            };
            paper.text(&cut.label, (x, y), SMALL, side, BLACK)?;
        }
        Ok(())
    }

    /// Joins points of neighbouring periods that no break parts.
    fn draw_line(
        &self,
        paper: &Paper<'_>,
        series: &Series,
        style: &Style,
        at: &dyn Fn(i32) -> i32,
        y: &dyn Fn(Decimal) -> i32,
    ) -> Drawn {
        let mut run: Vec<(i32, i32)> = Vec::new();
        let mut before: Option<i32> = None;
        for point in &series.points {
            let parted = before.is_none_or(|before| {
                let is_cut = |cut: &Break| before < cut.before && cut.before <= point.period;
                point.period.saturating_sub(before) > 1 || self.breaks.iter().any(is_cut)
            });
            let height = height(&point.value);
            if parted || height.is_none() {
                stroke(paper, &std::mem::take(&mut run), style)?;
            }
            before = height.map(|_| point.period);
            run.extend(height.map(|height| (at(point.period), y(height))));
        }
        stroke(paper, &run, style)
    }

    /// The values beside the points: all where there is one line and room, else
    /// the first, the last and the largest of one line, or the last of each.
    fn draw_values(
        &self,
        paper: &Paper<'_>,
        at: &dyn Fn(i32) -> i32,
        y: &dyn Fn(Decimal) -> i32,
        frame: &Frame<'_>,
    ) -> Drawn {
        // The places taken: a text is not written over another.
        let mut taken: Vec<(i32, i32, i32)> = Vec::new();
        let mut write = |series: &Series, index: usize| -> Drawn {
            let Some(point) = series.points.get(index) else {
                return Ok(());
            };
            let Some(height) = height(&point.value).or(point.value.upper()) else {
                return Ok(());
            };
            let text = short::interval(&point.value, frame.language);
            let half = SMALL.width(&text) / 2;
            let x = at(point.period).clamp(
                MARGIN + half,
                (frame.width - MARGIN - half).max(MARGIN + half),
            );
            // Beside the arrow of an open end, below the foot of a valley.
            let y = match (is_open(&point.value), series.is_valley(index)) {
                (true, _) => y(height) - WHISKER - 9,
                (false, true) => y(height) + 15,
                (false, false) => y(height) - 13,
            };
            let overlaps = |(left, right, other): &(i32, i32, i32)| {
                x - half < *right && *left < x + half && (y - other).abs() < 14
            };
            if taken.iter().any(overlaps) {
                return Ok(());
            }
            taken.push((x - half - 4, x + half + 4, y));
            paper.text(&text, (x, y), SMALL, Side::Middle, BLACK)
        };
        for series in &self.series {
            let last = series.points.len().saturating_sub(1);
            let points = series.points.iter().enumerate();
            let largest = points.max_by_key(|(_, point)| height(&point.value));
            let largest = largest.map_or(0, |(index, _)| index);
            for index in [last, 0, largest] {
                write(series, index)?;
            }
        }
        if let [only] = self.series.as_slice() {
            // Each looks at those written before it: not for thousands.
            for index in 0..only.points.len().min(60) {
                write(only, index)?;
            }
        }
        Ok(())
    }
}

fn draw_marks(
    paper: &Paper<'_>,
    series: &Series,
    style: &Style,
    at: &dyn Fn(i32) -> i32,
    y: &dyn Fn(Decimal) -> i32,
    top: i32,
) -> Drawn {
    for point in &series.points {
        let x = at(point.period);
        let value = &point.value;
        match (value.lower(), value.upper()) {
            (Some(lower), Some(upper)) if lower != upper => {
                whisker(paper, (x, y(lower)), y(upper), style.colour, false)?;
            }
            (Some(lower), None) if is_open(value) => {
                let tip = (y(lower) - WHISKER).max(top - 12);
                whisker(paper, (x, y(lower)), tip, style.colour, true)?;
            }
            (None, Some(upper)) => {
                whisker(paper, (x, y(upper)), y(upper) + WHISKER, style.colour, true)?;
            }
            _ => {}
        }
        if let Some(height) = height(value) {
            mark(paper, (x, y(height)), style, point.is_partial)?;
        }
    }
    Ok(())
}

/// From a bound to the other, or to an arrow where there is none.
fn whisker(
    paper: &Paper<'_>,
    (x, from): (i32, i32),
    to: i32,
    colour: RGBColor,
    is_open: bool,
) -> Drawn {
    paper.path(&[(x, from), (x, to)], colour, 1)?;
    if is_open {
        let back = if to < from { 5 } else { -5 };
        return paper.path(
            &[(x - 4, to + back), (x, to), (x + 4, to + back)],
            colour,
            1,
        );
    }
    paper.path(&[(x - 4, from), (x + 4, from)], colour, 1)?;
    paper.path(&[(x - 4, to), (x + 4, to)], colour, 1)
}

fn stroke(paper: &Paper<'_>, points: &[(i32, i32)], style: &Style) -> Drawn {
    match style.dashes {
        _ if points.len() < 2 => Ok(()),
        Some(dashes) => paper.dashed(points, dashes, style.colour, 2),
        None => paper.path(points, style.colour, 2),
    }
}

/// A marker, hollow for a period that is covered in part.
fn mark(paper: &Paper<'_>, (x, y): (i32, i32), style: &Style, is_hollow: bool) -> Drawn {
    let fill = if is_hollow { WHITE } else { style.colour };
    if style.marker.is_empty() {
        paper.circle((x, y), 5, style.colour)?;
        return paper.circle((x, y), 3, fill);
    }
    let mut corners: Vec<(i32, i32)> = style
        .marker
        .iter()
        .map(|(dx, dy)| (x + dx, y + dy))
        .collect();
    paper.polygon(&corners, fill)?;
    corners.extend(corners.first().copied());
    paper.path(&corners, style.colour, 2)
}
