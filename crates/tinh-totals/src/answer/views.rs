//! The rows of an answer as they are looked at: the largest, a table of two
//! directions, a series over time.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use tinh_figures::Currency;
use tinh_model::Measure;

use super::{Answer, Row};
use crate::key::Group;

/// In which order rows are looked at.
///
/// ```
/// # use tinh_model::Dataset;
/// # use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// use tinh_totals::Order;
/// let answer = query().by(Key::Province).compute()?;
/// assert_eq!(answer.sorted(Order::Largest)[0].name(), "Hải Phòng");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// That of their groups: units as official tables list them, years as they
    /// pass.
    #[default]
    Groups,
    /// The largest value first, a measure and currency at a time.
    Largest,
    /// The smallest first.
    Smallest,
}

/// One measure and currency as a table: the last key across, the others down.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"t","published":"2024-01-20"}
/// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","period":"2022","measure":"exports","figure":"1 tỷ USD"}
/// # {"type":"observation","id":"b","source":"s","place":"Hải Phòng","period":"2023","measure":"exports","figure":"2 tỷ USD"}
/// # {"type":"observation","id":"c","source":"s","place":"Hải Dương","period":"2023","measure":"exports","figure":"3 tỷ USD"}"#.as_bytes(), "s")?;
/// let answer = Totals::of(&data).measure("exports".parse()?).flows().by(Key::Province).by(Key::Year).compute()?;
/// let pivots = answer.pivot();
/// assert_eq!(pivots[0].columns.len(), 2); // 2022, 2023
/// let (hai_duong, cells) = &pivots[0].rows[0];
/// assert_eq!(hai_duong[0].name(), "Hải Dương");
/// assert!(cells[0].is_none() && cells[1].is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pivot<'r, 'a> {
    /// The measure.
    pub measure: &'r Measure,
    /// The currency of money.
    pub currency: Option<Currency>,
    /// The groups of the last key.
    pub columns: Vec<&'r Group>,
    /// The groups of the other keys, each with one cell per column; `None` where
    /// there is no row: unknown, not zero.
    pub rows: Vec<(&'r [Group], Vec<Option<&'r Row<'a>>>)>,
}

/// One group over spans of time.
///
/// ```
/// # use tinh_model::Dataset;
/// # use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// let answer = query().by(Key::Year).compute()?;
/// let series = answer.series();
/// assert_eq!(series.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Series<'r, 'a> {
    /// The measure.
    pub measure: &'r Measure,
    /// The currency of money.
    pub currency: Option<Currency>,
    /// The groups of the keys that are not of time.
    pub groups: Vec<&'r Group>,
    /// The spans in order, from the first to the last of the whole answer; a
    /// span without a row is a gap.
    pub points: Vec<(Group, Option<&'r Row<'a>>)>,
}

type Unit<'r> = (&'r Measure, Option<Currency>);

impl<'a> Answer<'a> {
    /// The rows in an order; equal values in the order of their groups.
    #[must_use]
    pub fn sorted(&self, order: Order) -> Vec<&Row<'a>> {
        let mut rows: Vec<&Row<'a>> = self.rows.iter().collect();
        if order == Order::Groups {
            return rows;
        }
        let unit = |row: &Row<'a>| (row.measure.clone(), row.currency.map(Currency::code));
        rows.sort_by(|a, b| {
            let by_value = match (a.value.bounds().stated(), b.value.bounds().stated()) {
                (Some(a), Some(b)) if order == Order::Smallest => a.cmp(&b),
                (Some(a), Some(b)) => b.cmp(&a),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            };
            unit(a).cmp(&unit(b)).then(by_value)
        });
        rows
    }

    /// The largest rows, so many of each measure and currency. Totals stay
    /// those of all rows.
    #[must_use]
    pub fn top(&self, most: usize) -> Vec<&Row<'a>> {
        let mut taken: BTreeMap<(Measure, Option<&str>), usize> = BTreeMap::new();
        let mut rows = self.sorted(Order::Largest);
        rows.retain(|row| {
            let unit = (row.measure.clone(), row.currency.map(Currency::code));
            let taken = taken.entry(unit).or_default();
            *taken = taken.saturating_add(1);
            *taken <= most
        });
        rows
    }

    /// The answer as tables of two directions, one a measure and currency: by
    /// province and year a table of provinces down and years across. Empty of
    /// fewer than two keys.
    #[must_use]
    pub fn pivot(&self) -> Vec<Pivot<'_, 'a>> {
        if self.keys().len() < 2 {
            return Vec::new();
        }
        type Down<'r, 'a> = BTreeMap<&'r [Group], BTreeMap<&'r Group, &'r Row<'a>>>;
        let mut tables: BTreeMap<(&Measure, Option<&str>), Down<'_, 'a>> = BTreeMap::new();
        for row in &self.rows {
            if let Some((across, down)) = row.groups.split_last() {
                let unit = (&row.measure, row.currency.map(Currency::code));
                let table = tables.entry(unit).or_default();
                table.entry(down).or_default().insert(across, row);
            }
        }
        tables
            .into_iter()
            .map(|((measure, _), down)| {
                let columns: BTreeSet<&Group> =
                    down.values().flat_map(BTreeMap::keys).copied().collect();
                let columns: Vec<&Group> = columns.into_iter().collect();
                let first = down.values().flat_map(BTreeMap::values).next();
                let currency = first.and_then(|row| row.currency);
                let rows = down.into_iter().map(|(groups, cells)| {
                    let cells = columns.iter().map(|column| cells.get(column).copied());
                    (groups, cells.collect())
                });
                Pivot {
                    measure,
                    currency,
                    rows: rows.collect(),
                    columns: columns.clone(),
                }
            })
            .collect()
    }

    /// The answer as series over its key of time, one a measure, currency and
    /// group of the other keys, with the gaps between. Empty where no key is of
    /// time.
    #[must_use]
    pub fn series(&self) -> Vec<Series<'_, 'a>> {
        let Some(at) = self.keys().iter().position(|key| key.is_time()) else {
            return Vec::new();
        };
        let spans: BTreeSet<&Group> = self
            .rows
            .iter()
            .filter_map(|row| row.groups.get(at))
            .collect();
        let all = between(&spans);
        type Others<'r> = (Unit<'r>, Vec<&'r Group>);
        let mut series: Vec<(Others<'_>, BTreeMap<&Group, &Row<'a>>)> = Vec::new();
        let mut known: BTreeMap<(&Measure, Option<&str>, Vec<&Group>), usize> = BTreeMap::new();
        for row in &self.rows {
            let Some(span) = row.groups.get(at) else {
                continue;
            };
            let others = row.groups.iter().enumerate().filter(|(key, _)| *key != at);
            let others: Vec<&Group> = others.map(|(_, group)| group).collect();
            let code = row.currency.map(Currency::code);
            let index = *known
                .entry((&row.measure, code, others.clone()))
                .or_insert(series.len());
            if index == series.len() {
                series.push((((&row.measure, row.currency), others), BTreeMap::new()));
            }
            if let Some((_, points)) = series.get_mut(index) {
                points.insert(span, row);
            }
        }
        series
            .into_iter()
            .map(|(((measure, currency), groups), points)| Series {
                measure,
                currency,
                groups,
                points: all
                    .iter()
                    .map(|span| (span.clone(), points.get(span).copied()))
                    .collect(),
            })
            .collect()
    }
}

/// The spans from the first to the last, those without a figure among them; at
/// most a thousand.
fn between(spans: &BTreeSet<&Group>) -> Vec<Group> {
    const MOST: usize = 1_000;
    let next = |group: &Group| match group {
        Group::Year(Some(year)) => Some(Group::Year(Some(year.checked_add(1)?))),
        Group::Quarter(Some((year, 4))) => Some(Group::Quarter(Some((year.checked_add(1)?, 1)))),
        Group::Quarter(Some((year, quarter))) => Some(Group::Quarter(Some((*year, quarter + 1)))),
        Group::Month(Some((year, 12))) => Some(Group::Month(Some((year.checked_add(1)?, 1)))),
        Group::Month(Some((year, month))) => Some(Group::Month(Some((*year, month + 1)))),
        _ => None,
    };
    let mut known = spans.iter().filter(|span| next(span).is_some());
    let (first, last) = (known.clone().next(), known.next_back());
    let (Some(first), Some(last)) = (first, last) else {
        return spans.iter().map(|span| (*span).clone()).collect();
    };
    let mut all: Vec<Group> = std::iter::successors(Some((*first).clone()), next)
        .take_while(|span| span <= last)
        .take(MOST)
        .collect();
    all.extend(
        spans
            .iter()
            .filter(|span| next(span).is_none())
            .map(|span| (*span).clone()),
    );
    all
}
