//! Which units have a figure in which year.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use tinh_gazetteer::{Territory, Unit, Units};
use tinh_model::Place;

use crate::error::{Error, ErrorKind};
use crate::left::Outside;
use crate::query::{Asked, Totals, outside};

/// Whether a unit has a figure in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cell {
    /// Nothing: no claim at all. That is unknown, not zero.
    Absent,
    /// A claim without a number (`nhiều`, `-`).
    NoNumber,
    /// A printed zero.
    Zero,
    /// A value other than zero.
    Value,
}

/// One unit in one year.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Cell, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Two provinces"}
/// # {"type":"observation","id":"a","source":"s","place":"Hà Nội","period":"2023","measure":"fdi.registered","figure":"2,9 tỷ USD"}
/// # {"type":"observation","id":"b","source":"s","place":"Lạng Sơn","period":"2023","measure":"fdi.registered","figure":"0 USD"}"#.as_bytes(), "s.jsonl")?;
/// let presence = Totals::of(&data).measure(measures::FDI_REGISTERED).flows().presence([2023])?;
/// let reported = presence.cells().iter().filter(|cell| cell.cell != Cell::Absent);
/// let reported: Vec<_> = reported.map(|cell| (cell.unit.name(), cell.cell)).collect();
/// assert_eq!(reported, [("Hà Nội", Cell::Value), ("Lạng Sơn", Cell::Zero)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PresenceCell {
    /// The unit, as of the end of the year; or the unit a figure is of, where
    /// it had given way to another by then.
    pub unit: Unit,
    /// The year.
    pub year: i32,
    /// The kind of figure there is.
    pub cell: Cell,
    /// The figures, by key.
    pub figures: Vec<String>,
}

/// Units by year, with what there is of each.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::{Cell, Totals};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"fia","title":"FDI by province","publisher":"FIA"}
/// {"type":"observation","id":"a","source":"fia","place":"Hà Nội","period":"2023","measure":"fdi.registered","figure":"2,9 tỷ USD"}
/// {"type":"observation","id":"b","source":"fia","place":"Lạng Sơn","period":"2023","measure":"fdi.registered","figure":"0 USD"}"#.as_bytes(), "fia.jsonl")?;
/// let question = Totals::of(&data).measure("fdi.registered".parse()?).flows();
/// let presence = question.presence([2023])?;
/// assert_eq!(presence.get("Hà Nội", 2023), Some(Cell::Value));
/// assert_eq!(presence.get("Lạng Sơn", 2023), Some(Cell::Zero));
/// assert_eq!(presence.get("Sơn La", 2023), Some(Cell::Absent)); // not zero
/// assert_eq!(presence.count(Cell::Absent), 61);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    cells: Vec<PresenceCell>,
}

impl Presence {
    /// Every unit in every year, by year and unit.
    #[must_use]
    pub fn cells(&self) -> &[PresenceCell] {
        &self.cells
    }

    /// The kind of figure a unit, by name, has in a year; `None` where there is
    /// no such unit in that year.
    #[must_use]
    pub fn get(&self, unit: &str, year: i32) -> Option<Cell> {
        self.cells
            .iter()
            .find(|cell| cell.year == year && cell.unit.name() == unit)
            .map(|cell| cell.cell)
    }

    /// How many unit-years are of a kind.
    #[must_use]
    pub fn count(&self, kind: Cell) -> usize {
        self.cells.iter().filter(|cell| cell.cell == kind).count()
    }
}

impl Totals<'_> {
    /// Which units have a figure in which year, and which have none: a value,
    /// a printed zero, words without a number, or nothing at all.
    ///
    /// # Errors
    /// [`ErrorKind::NoMeasure`].
    pub fn presence(&self, years: impl IntoIterator<Item = i32>) -> Result<Presence, Error> {
        presence(self, years)
    }
}

fn presence(query: &Totals<'_>, years: impl IntoIterator<Item = i32>) -> Result<Presence, Error> {
    if query.measures.is_empty() {
        return Err(ErrorKind::NoMeasure.into());
    }
    let years: BTreeSet<i32> = years.into_iter().collect();
    let mut found: BTreeMap<i32, BTreeMap<Unit, (Cell, Vec<String>)>> = BTreeMap::new();
    let asked = Asked::of(query);
    for at in asked.tables().flat_map(|table| asked.figures(table)) {
        let cell = match outside(&asked, at) {
            None => {
                let value = at.value().nominal();
                let is_zero = value.is_some_and(|value| value.is_zero());
                if is_zero { Cell::Zero } else { Cell::Value }
            }
            Some(Outside::NoValue) => Cell::NoNumber,
            Some(_) => continue,
        };
        let Some(unit) = at.entry.unit else {
            continue;
        };
        let time = at.entry.time;
        let (Some(first), Some(last)) = (time.first_day(), time.last_day()) else {
            continue;
        };
        if first.year() != last.year() || !years.contains(&last.year()) {
            continue;
        }
        let entry = found
            .entry(last.year())
            .or_default()
            .entry(unit)
            .or_insert((cell, Vec::new()));
        entry.0 = entry.0.max(cell);
        entry.1.push(at.key());
    }
    let mut cells = Vec::new();
    for year in years {
        let Some(end) = NaiveDate::from_ymd_opt(year, 12, 31) else {
            continue;
        };
        let mut here = found.remove(&year).unwrap_or_default();
        // Where its predecessors have a figure, a unit that began within the
        // year is not without any.
        let known: Territory = here.keys().copied().collect();
        for unit in Units::on(end).iter() {
            let asked = query
                .places
                .as_ref()
                .is_none_or(|wanted| wanted(Place::Unit(unit, end)));
            if asked && !unit.territory().overlaps(known) {
                here.insert(unit, (Cell::Absent, Vec::new()));
            }
        }
        cells.extend(here.into_iter().map(|(unit, (cell, mut figures))| {
            figures.sort_unstable();
            PresenceCell {
                unit,
                year,
                cell,
                figures,
            }
        }));
    }
    Ok(Presence { cells })
}
