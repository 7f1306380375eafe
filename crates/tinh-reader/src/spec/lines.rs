//! Headers over several lines, joined column by column.

use tinh_model::time::{PartialDate, Period};

use crate::cell::Value;
use crate::dates;
use crate::fold::fold;
use crate::layout::is_year;
use crate::numbers::Notation;
use crate::page::one_line;
use crate::sheet::{Sheet, SheetRow};
use crate::words;

/// No header has more lines.
pub(super) const MOST_LINES: usize = 4;

/// The header of a column.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) column: u32,
    /// Its lines joined, as shown.
    pub(super) text: String,
    /// The lines joined, folded.
    folded: String,
    /// The year that the lines above name, for a header that leaves it out.
    pub(super) year: Option<u16>,
    /// Each line, folded, and the parts of it in two languages.
    parts: Vec<String>,
}

/// How well a header fits: the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the joined lines.
    Whole,
    /// It is one of the lines, or one of two languages.
    Part,
    /// It begins the joined lines, or one of them.
    Start,
}

impl Head {
    /// Whether it reads as another: tables side by side have the same headers.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.folded == other.folded
    }

    /// How well a folded header fits.
    pub(super) fn fit(&self, wanted: &str) -> Option<Fit> {
        if self.folded == wanted {
            return Some(Fit::Whole);
        }
        if self.parts.iter().any(|part| part == wanted) {
            return Some(Fit::Part);
        }
        let begins = |text: &String| text.starts_with(wanted);
        (begins(&self.folded) || self.parts.iter().any(begins)).then_some(Fit::Start)
    }

    /// The period it names: as a whole, in one of its lines, or as its last
    /// word (`Dân số 2015`).
    pub(super) fn period(&self) -> Option<Period> {
        let parts = self.parts.iter().map(String::as_str);
        let last = self.folded.rsplit(' ').next();
        std::iter::once(self.folded.as_str())
            .chain(parts)
            .chain(last)
            .find_map(dates::period_of)
            .or_else(|| self.of_year())
    }

    /// Whether it names a part of a year, and no year.
    pub(super) fn lacks_year(&self) -> bool {
        dates::only_year(&self.folded).is_none() && dates::is_part_of_year(&self.folded)
    }

    /// The period of a header around its year (`FDI stock 2022 (USD million)`),
    /// or without one below a title with one (`Quý I`).
    fn of_year(&self) -> Option<Period> {
        if !dates::is_part_of_year(&self.folded) {
            let year = PartialDate::year(dates::only_year(&self.folded)?)?;
            return Period::of(year);
        }
        let year = self.year?;
        let mut parts = self
            .parts
            .iter()
            .filter(|part| dates::is_part_of_year(part));
        parts.find_map(|part| dates::period_of(&format!("{part} nam {year}")))
    }

    /// Whether its figures are of another kind than the levels of money or
    /// counts beside it: a ratio, or how much of a thing an amount was paid for.
    pub(super) fn is_beside(&self) -> bool {
        words::is_ratio(&self.text) || self.parts.iter().any(|part| words::is_quantity(part))
    }

    /// How near a folded header is, between 0 and 1.
    pub(super) fn nearness(&self, wanted: &str) -> f64 {
        strsim::normalized_levenshtein(&self.folded, wanted)
    }
}

/// Whether a row is a line of headers: nothing in it is a figure, but for
/// years.
pub(super) fn is_line(row: &SheetRow) -> bool {
    row.cells().all(|(_, value)| is_head(value))
}

/// Whether a row may be one: a figure may have strayed into it.
fn may_be_line(row: &SheetRow) -> bool {
    let heads = row.cells().filter(|(_, value)| is_head(value)).count();
    heads.saturating_mul(2) > row.cells().len()
}

/// Whether a cell may be a header, or a line of one.
fn is_head(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            let text = text.trim();
            let number = || {
                Notation::Point
                    .number(text)
                    .or_else(|| Notation::Comma.number(text))
            };
            text.len() <= 300
                && (!text.starts_with(|c: char| c.is_ascii_digit() || "+-(".contains(c))
                    || number().is_none_or(is_year))
        }
        Value::Number(number) => is_year(*number),
        Value::Date(_) => true,
        Value::Bool(_) | Value::Error(_) | Value::OutOfRange(_) => false,
    }
}

/// The headers of so many lines from a row on; `None` where a line is none, or
/// does not follow the one before.
pub(super) fn heads(sheet: &Sheet, at: usize, lines: usize) -> Option<Vec<Head>> {
    let rows = sheet.rows().get(at..at.checked_add(lines)?)?;
    let follow = |pair: &[SheetRow]| match pair {
        [a, b] => b.index() - a.index() <= 1,
        _ => true,
    };
    if !rows.iter().all(may_be_line) || !rows.windows(2).all(follow) {
        return None;
    }
    let mut columns: Vec<u32> = rows
        .iter()
        .flat_map(|row| row.cells().filter(|(_, value)| is_head(value)))
        .map(|(column, _)| column)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    // What stands over columns to its right as well, line by line.
    let mut above: Vec<(u32, String)> = vec![(0, String::new()); rows.len()];
    let mut heads: Vec<Head> = Vec::with_capacity(columns.len());
    for column in columns {
        let own: Vec<Option<String>> = rows
            .iter()
            .map(|row| row.cell(column).filter(|value| is_head(value)))
            .map(|value| value.map(|value| one_line(&value.to_string())))
            .collect();
        let lowest = own.iter().rposition(Option::is_some).unwrap_or(0);
        let mut shown: Vec<String> = Vec::new();
        for (line, text) in own.into_iter().enumerate() {
            let Some(carried) = above.get_mut(line) else {
                continue;
            };
            match text {
                Some(text) => {
                    *carried = (column, text.clone());
                    shown.push(text);
                }
                // A merged cell above lines of its own.
                None if line < lowest && !carried.1.is_empty() => shown.push(carried.1.clone()),
                None => {}
            }
        }
        let mut parts: Vec<String> = shown.iter().map(|text| fold(text)).collect();
        for text in shown.iter().filter(|text| text.contains('/')) {
            parts.extend(text.split('/').map(|part| fold(part.trim())));
        }
        let text = shown.join(" ");
        heads.push(Head {
            column,
            folded: fold(&text),
            text,
            year: None,
            parts,
        });
    }
    Some(heads)
}
