//! The answer: rows, what they are made of, what was left out.

mod compare;
mod flow;
mod per_head;
mod row;
mod said;
mod views;

pub use compare::{Compared, Side};
pub use flow::{StockAndFlow, stock_and_flow};
pub use per_head::PerHead;
pub use row::Row;
pub use views::{Order, Pivot, Series};

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use hashbrown::HashMap;
use rust_decimal::Decimal;
use tinh_figures::{Currency, Language};
use tinh_model::claim::Quantity;
use tinh_model::{Dataset, Measure};

use crate::breakdown::breakdown;
use crate::error::Error;
use crate::interval::Interval;
use crate::key::{Group, Key};
use crate::left::{At, Excluded, LeftOut};
use crate::question::Question;
use crate::rates::Conversion;
use crate::warning::Warning;

/// A figure that is part of a total.
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
/// let answer = query().by(Key::Province).compute()?;
/// let row = answer.row("Hải Phòng").ok_or("no such row")?;
/// assert_eq!(row.included()[0].quantity.claim.id(), "hp");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Included<'a> {
    /// The figure with its claim.
    pub quantity: Quantity<'a>,
    /// The value that was added.
    pub value: Interval,
    pub(crate) at: At<'a>,
}

impl Included<'_> {
    /// The partner and the sector it is of, as texts.
    pub(crate) fn breakdown(&self) -> (Option<String>, Option<&str>) {
        let (partner, sector) = breakdown(&self.quantity);
        (partner.map(ToString::to_string), sector)
    }
}

/// Where a figure of a total comes from.
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
/// let answer = query().by(Key::Province).compute()?;
/// let row = answer.row("Hải Dương").ok_or("no such row")?;
/// assert!(row.explain()[0].to_string().starts_with("hd: Hải Dương"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The id of the figure.
    pub id: String,
    /// The place.
    pub place: String,
    /// The measure.
    pub measure: String,
    /// The figure as printed.
    pub printed: String,
    /// Its value, in units: where the row was converted, in the currency of
    /// the row. None where there is no number.
    pub value: Option<Interval>,
    /// The currency of the value; none for counts.
    pub currency: Option<&'static str>,
    /// When it holds.
    pub time: String,
    /// The title, producer and date of the source.
    pub source: String,
    /// The line of the source.
    pub line: Option<u32>,
}

impl Explanation {
    /// Where a figure comes from.
    #[must_use]
    pub fn of(data: &Dataset, quantity: &Quantity<'_>) -> Self {
        let claim = quantity.claim;
        let reading = quantity.figure.and_then(|figure| figure.reading());
        Self {
            id: quantity.id(),
            place: claim.place().name().to_owned(),
            measure: quantity.measure.to_string(),
            printed: quantity
                .figure
                .map(|figure| figure.text().to_owned())
                .unwrap_or_default(),
            value: reading.map(|_| Interval::of_quantity(quantity)),
            currency: reading.and_then(|r| r.currency()).map(Currency::code),
            time: quantity.time.to_string(),
            source: data
                .source(claim.source())
                .map_or_else(|| claim.source().to_owned(), ToString::to_string),
            line: claim.line(),
        }
    }
}

/// In English.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {:?}", self.id, self.place, self.printed)?;
        if let Some(value) = &self.value {
            write!(f, ", {}", value.in_language(Language::English))?;
        }
        if let Some(currency) = self.currency {
            write!(f, " {currency}")?;
        }
        write!(f, ", {}; {}", self.time, self.source)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        Ok(())
    }
}

/// The answer to a query: its rows, the total of each currency, what was
/// left out and why, and what it must be read with.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// let answer = Totals::of(&data).measure(measures::FDI_PROJECTS).by(Key::Province).compute()?;
/// for row in answer.rows() {
///     println!("{}: {}", row.name(), row.value());
/// }
/// let total = answer.total().ok_or("more than one total")?;
/// assert_eq!(total.value().to_string(), "1.489");
/// // Every other figure of the dataset, with the reason.
/// assert_eq!(answer.excluded()[0].to_string(), "hp-old: superseded by hp");
/// assert!(answer.warnings().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    pub(crate) data: &'a Dataset,
    pub(crate) question: Question,
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) totals: Vec<Row<'a>>,
    pub(crate) left: LeftOut<'a>,
    /// The excluded figures with their reasons, made when first asked for.
    pub(crate) excluded: OnceLock<Vec<Excluded<'a>>>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) conversions: Vec<Conversion>,
    /// Whether rows of different groups add up at all.
    pub(crate) adds_up: bool,
    /// Whether nothing is missing from the rows: their total is the whole.
    pub(crate) is_complete: bool,
    /// Printed wholes that the rows are parts of.
    pub(crate) wholes: Vec<Row<'a>>,
    /// The keys of those wholes.
    pub(crate) whole_keys: Vec<Key>,
}

impl<'a> Answer<'a> {
    /// The same with its totals worked out.
    pub(crate) fn with_totals(mut self) -> Result<Self, Error> {
        self.totals = self.summed(0)?;
        Ok(self)
    }

    /// The query.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The codes of its measures in one line.
    pub(crate) fn measure_codes(&self) -> String {
        let codes: Vec<String> = self
            .question
            .measures
            .iter()
            .map(ToString::to_string)
            .collect();
        codes.join(", ")
    }

    /// The rows added up over all but the first `depth` keys.
    fn summed(&self, depth: usize) -> Result<Vec<Row<'a>>, Error> {
        // A sum over spans of time of stocks would count one stock twice.
        let over_time = self
            .question
            .keys
            .get(depth..)
            .unwrap_or_default()
            .iter()
            .any(|key| key.is_time());
        if over_time && !self.adds_up {
            return Ok(Vec::new());
        }
        let mut numbers: HashMap<(&[Group], &Measure, Option<Currency>), usize> = HashMap::new();
        let mut sums: Vec<(Row<'a>, usize)> = Vec::new();
        for row in &self.rows {
            let groups = row.groups.get(..depth).unwrap_or(&row.groups);
            let key = (groups, &row.measure, row.currency);
            let at = *numbers.entry(key).or_insert(sums.len());
            match sums.get_mut(at) {
                Some((total, rows)) => {
                    total.sum.merge(&row.sum)?;
                    total.included.extend_from_slice(&row.included);
                    *rows = rows.saturating_add(1);
                }
                None => {
                    let total = Row {
                        groups: groups.to_vec(),
                        coverage: None,
                        ..row.clone()
                    };
                    sums.push((total, 1));
                }
            }
        }
        // Ranks and rates of several groups stand side by side; no total.
        sums.retain(|(row, rows)| row.measure.is_additive() || *rows == 1);
        sums.sort_by(|(a, _), (b, _)| {
            (&a.groups, &a.measure, a.currency).cmp(&(&b.groups, &b.measure, b.currency))
        });
        let mut sums: Vec<Row<'a>> = sums.into_iter().map(|(row, _)| row).collect();
        for total in &mut sums {
            total.value = total.sum.total()?;
        }
        Ok(sums)
    }

    /// Sub-totals by the first `depth` keys, in the order of their groups:
    /// of an answer by region and province, `subtotals(1)` is one row a
    /// region. Stocks are never added over spans of time, so there are no such
    /// sub-totals.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge).
    pub fn subtotals(&self, depth: usize) -> Result<Vec<Row<'a>>, Error> {
        self.summed(depth)
    }

    /// The measure totalled; the first where there are several.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        // A question without a measure has no answer, so there is one.
        static NONE: Measure = tinh_model::measures::THINGS;
        self.question.measures.first().unwrap_or(&NONE)
    }

    /// The measures totalled.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.question.measures
    }

    /// The keys the rows are grouped by.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.question.keys
    }

    /// The conversions of currencies that the rows rest on, by figure.
    #[must_use]
    pub fn conversions(&self) -> &[Conversion] {
        &self.conversions
    }

    /// The dataset asked.
    #[must_use]
    pub fn data(&self) -> &'a Dataset {
        self.data
    }

    /// The rows, in the order of their groups and currencies.
    #[must_use]
    pub fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// The row of a group, by the name shown; of several keys by the names in
    /// one line (`Hải Phòng, 2023`). `None` where there is no such row, or
    /// where there are several: a group in two currencies has two, and to take
    /// the first would hide the other. See [`rows_of`](Self::rows_of).
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Row<'a>> {
        let mut found = self.rows.iter().filter(|row| row.name() == name);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    /// All rows of a group by the first key: one a measure, a currency and a
    /// group of the other keys.
    pub fn rows_of(&self, name: &str) -> impl Iterator<Item = &Row<'a>> {
        self.rows
            .iter()
            .filter(move |row| row.group().is_some_and(|group| group.name() == name))
    }

    /// The place of a province among the provinces of the answer, 1 for the
    /// largest, and the number of provinces. A row that is not a province (*Dầu
    /// khí*) has no rank and takes none. `None` where the province has no row,
    /// or where the bounds of its value do not decide the rank.
    #[must_use]
    pub fn rank(&self, name: &str) -> Option<(usize, usize)> {
        let own = self.row(name)?;
        own.group()?.unit()?;
        let rivals = || {
            self.rows
                .iter()
                .filter(|row| row.currency == own.currency && row.measure == own.measure)
                .filter(|row| row.groups.get(1..) == own.groups.get(1..))
                .filter(|row| row.group().is_some_and(|group| group.unit().is_some()))
        };
        let mut ahead = 0;
        for rival in rivals().filter(|rival| rival.groups != own.groups) {
            match compare(&rival.value, &own.value)? {
                Ordering::Greater => ahead += 1,
                Ordering::Less | Ordering::Equal => {}
            }
        }
        Some((ahead + 1, rivals().count()))
    }

    /// The total of each measure and currency. None where the rows do not add
    /// up: ranks, rates, stocks of several years.
    #[must_use]
    pub fn totals(&self) -> &[Row<'a>] {
        &self.totals
    }

    /// The total, where there is exactly one.
    #[must_use]
    pub fn total(&self) -> Option<&Row<'a>> {
        match self.totals.as_slice() {
            [total] => Some(total),
            _ => None,
        }
    }

    /// The total in a currency; of several measures the first.
    #[must_use]
    pub fn total_in(&self, currency: Currency) -> Option<Interval> {
        self.totals
            .iter()
            .find(|row| row.currency == Some(currency))
            .map(Row::value)
    }

    /// Every figure of the dataset that is not in the answer, and why, by key.
    /// The list is made when it is first asked for;
    /// [`excluded_counts`](Self::excluded_counts) needs none.
    #[must_use]
    pub fn excluded(&self) -> &[Excluded<'a>] {
        self.excluded.get_or_init(|| self.left.list())
    }

    /// How many figures are not in the answer, by the [kind](crate::Reason::kind) of
    /// the reason.
    #[must_use]
    pub fn excluded_counts(&self) -> BTreeMap<&'static str, usize> {
        self.left.counts()
    }

    /// The excluded figures that match the query.
    pub fn left_out(&self) -> impl Iterator<Item = &Excluded<'a>> {
        self.excluded()
            .iter()
            .filter(|excluded| !excluded.reason().is_out_of_question())
    }

    /// Caveats of the answer.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

/// The order of two values where their bounds decide it.
fn compare(a: &Interval, b: &Interval) -> Option<Ordering> {
    if a.is_exact() && b.is_exact() {
        return Some(exact(a).cmp(&exact(b)));
    }
    let above = |a: &Interval, b: &Interval| matches!((a.lower(), b.upper()), (Some(low), Some(high)) if low > high);
    if above(a, b) {
        Some(Ordering::Greater)
    } else if above(b, a) {
        Some(Ordering::Less)
    } else {
        None
    }
}

fn exact(value: &Interval) -> Decimal {
    value.nominal().unwrap_or_default()
}
