//! From views of answers to plots.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use tinh_figures::Language;
use tinh_totals::Answer;

use super::bars::{self, BarRow, Bars};
use super::lines::{self, Lines, Point, Series};
use super::{Chart, ChartError, Plot};
use crate::view::{Line, Part, Rhythm, View};
use crate::words;

/// The rows drawn unless the caller says otherwise: the provinces of any date.
const MOST: usize = 70;

impl Chart {
    /// The chart of an answer in one measure and one currency.
    ///
    /// # Errors
    /// [`ChartError::SeveralUnits`], [`ChartError::Empty`].
    pub fn of(answer: &Answer<'_>, language: Language) -> Result<Self, ChartError> {
        let mut charts = Self::each(answer, language);
        if charts.len() > 1 {
            let view = View::of(answer, language);
            let found: Vec<String> = view.parts.iter().map(Part::name).collect();
            return Err(ChartError::SeveralUnits {
                found: found.join(", "),
            });
        }
        charts.pop().ok_or(ChartError::Empty)
    }

    /// One chart for each measure and currency of an answer.
    #[must_use]
    pub fn each(answer: &Answer<'_>, language: Language) -> Vec<Self> {
        let rhythm = Rhythm::of(answer);
        let view = View::of(answer, language);
        view.parts
            .iter()
            .map(|part| Self::of_part(&view, part, rhythm, language))
            .collect()
    }

    /// One part of a view.
    pub(crate) fn of_part(
        view: &View,
        part: &Part,
        rhythm: Option<Rhythm>,
        language: Language,
    ) -> Self {
        let plot = match (rhythm.zip(view.time_key), view.source_key) {
            (Some((rhythm, key)), _) => Plot::Lines(over_time(part, rhythm, key)),
            (None, Some(key)) => Plot::Bars(by_source(part, key)),
            (None, None) => Plot::Bars(ranked(part)),
        };
        Self {
            title: part.title.clone(),
            subtitle: part.subtitle.clone(),
            notes: part.notes.clone(),
            language,
            width: 900,
            most: MOST,
            is_bare: false,
            plot,
        }
    }

    /// Two answers to one question side by side, row by row: the press and the
    /// official table.
    ///
    /// # Errors
    /// [`ChartError::SeveralUnits`] where they differ in measure or currency,
    /// [`ChartError::Empty`].
    pub fn beside(
        first: (&str, &Answer<'_>),
        second: (&str, &Answer<'_>),
        language: Language,
    ) -> Result<Self, ChartError> {
        let views = [View::of(first.1, language), View::of(second.1, language)];
        let [one, other] = &views;
        let (one, other) = match (one.parts.as_slice(), other.parts.as_slice()) {
            ([one], [other]) if one.name() == other.name() => (one, other),
            ([], []) => return Err(ChartError::Empty),
            (some, others) => {
                let found: Vec<String> = some.iter().chain(others).map(Part::name).collect();
                return Err(ChartError::SeveralUnits {
                    found: found.join(", "),
                });
            }
        };
        let of = |part: &'_ Part, at| -> Vec<(usize, String, Line)> {
            let lines = part.rows.iter();
            lines.map(|line| (at, line.name(), line.clone())).collect()
        };
        let series = vec![first.0.to_owned(), second.0.to_owned()];
        let bars = grouped(series, of(one, 0).into_iter().chain(of(other, 1)));
        // What both say is said once.
        let (mut subtitle, mut notes) = (Vec::new(), Vec::new());
        for (part, other, name) in [(one, other, first.0), (other, one, second.0)] {
            let own = part
                .subtitle
                .iter()
                .filter(|line| !other.subtitle.contains(line));
            subtitle.extend(own.map(|line| format!("{name}: {line}")));
            let own = part.notes.iter().filter(|note| !other.notes.contains(note));
            notes.extend(own.map(|note| match note.contains(name) {
                true => note.clone(),
                false => format!("{name}: {note}"),
            }));
        }
        let common = |own: &[String], others: &[String]| -> Vec<String> {
            own.iter()
                .filter(|line| others.contains(line))
                .cloned()
                .collect()
        };
        subtitle.extend(common(&one.subtitle, &other.subtitle));
        notes.extend(common(&one.notes, &other.notes));
        Ok(Self {
            title: words::BESIDE.with(language, [&one.title, first.0, second.0]),
            subtitle,
            notes,
            language,
            width: 900,
            most: MOST,
            is_bare: false,
            plot: Plot::Bars(bars),
        })
    }
}

impl Part {
    /// The measure and the currency, for messages.
    fn name(&self) -> String {
        match self.unit.is_empty() {
            true => self.measure.clone(),
            false => format!("{} ({})", self.measure, self.unit),
        }
    }
}

fn ranked(part: &Part) -> Bars {
    let rows = part.rows.iter();
    Bars {
        series: Vec::new(),
        rows: rows
            .map(|line| BarRow {
                name: match line.names.is_empty() {
                    true => part.measure.clone(),
                    false => line.name(),
                },
                values: vec![Some(line.value)],
                is_apart: line.is_apart,
            })
            .collect(),
    }
}

/// The name of a row without one of its keys.
fn without(line: &Line, key: usize) -> String {
    let names = line.names.iter().enumerate();
    let others = names
        .filter(|(at, _)| *at != key)
        .map(|(_, name)| name.as_str());
    others.collect::<Vec<_>>().join(", ")
}

/// One bar a source; where there are too many sources, or one, a row each.
fn by_source(part: &Part, key: usize) -> Bars {
    let mut series: Vec<&str> = Vec::new();
    for name in part.rows.iter().filter_map(|line| line.names.get(key)) {
        if !series.contains(&name.as_str()) {
            series.push(name);
            if series.len() > bars::SERIES {
                return ranked(part);
            }
        }
    }
    if series.len() < 2 || part.rows.iter().all(|line| line.names.len() < 2) {
        return ranked(part);
    }
    let lines = part.rows.iter().filter_map(|line| {
        let name = line.names.get(key)?;
        let at = series.iter().position(|series| series == name)?;
        Some((at, without(line, key), line.clone()))
    });
    grouped(
        series.iter().map(|name| (*name).to_owned()).collect(),
        lines,
    )
}

/// Rows of one bar a series, from values with the number of their series and
/// the name of their row.
fn grouped(series: Vec<String>, lines: impl Iterator<Item = (usize, String, Line)>) -> Bars {
    let mut rows: BTreeMap<(bool, String), Vec<Option<_>>> = BTreeMap::new();
    for (at, name, line) in lines {
        let values = rows
            .entry((line.is_apart, name))
            .or_insert_with(|| vec![None; series.len()]);
        if let Some(value) = values.get_mut(at) {
            *value = Some(line.value);
        }
    }
    let rows = rows.into_iter().map(|((is_apart, name), values)| BarRow {
        name,
        values,
        is_apart,
    });
    Bars {
        series,
        rows: rows.collect(),
    }
}

fn over_time(part: &Part, rhythm: Rhythm, key: usize) -> Lines {
    let mut series: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    for line in &part.rows {
        // What has no known period is in the table only.
        let Some(period) = line.period else { continue };
        series.entry(without(line, key)).or_default().push(Point {
            period,
            value: line.value,
            is_partial: line.is_partial,
        });
    }
    Lines {
        rhythm,
        breaks: part.breaks.clone(),
        series: series
            .into_iter()
            .map(|(name, mut points)| {
                points.sort_by_key(|point| point.period);
                Series { name, points }
            })
            .collect(),
    }
}

/// The largest rows first, what is apart last; how many others there are, and
/// how many rows say nothing: where sources are compared and some rows have
/// several, those of one source are left out.
pub(super) fn largest_rows(bars: &Bars, most: usize) -> (Bars, usize, usize) {
    let mut rows = bars.rows.clone();
    let compares = |row: &BarRow| row.values.iter().flatten().count() > 1;
    if rows.iter().any(compares) {
        rows.retain(compares);
    }
    let alone = bars.rows.len().saturating_sub(rows.len());
    rows.sort_by_key(|row| (row.is_apart, Reverse(row.size())));
    let provinces = rows.iter().filter(|row| !row.is_apart).count();
    let apart = rows.split_off(provinces);
    rows.truncate(most);
    rows.extend(apart.into_iter().take(most));
    let left_out = bars
        .rows
        .len()
        .saturating_sub(rows.len())
        .saturating_sub(alone);
    let series = bars.series.clone();
    (Bars { series, rows }, left_out, alone)
}

/// The lines with the largest values, as many as there are styles, in the order
/// of their names; how many others there are.
pub(super) fn largest_series(lines: &Lines) -> (Lines, usize) {
    let mut drawn = lines.clone();
    drawn.series.sort_by_key(|series| Reverse(series.size()));
    let left_out = drawn.series.len().saturating_sub(lines::SERIES);
    drawn.series.truncate(lines::SERIES);
    (drawn, left_out)
}
