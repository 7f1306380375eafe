//! Grouped sums over columns.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::thread;

use rust_decimal::Decimal;

use super::{Amounts, Bounds, Columns, ColumnsError, KeyColumn, Wide, open};
use crate::error::Error;
use crate::interval::Interval;

/// How many threads to use. The answer is the same to the last digit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Threads {
    /// The calling thread only.
    #[default]
    One,
    /// As many as the machine has cores.
    AllCores,
    /// So many, at least one.
    Exactly(usize),
}

impl Threads {
    fn count(self) -> usize {
        match self {
            Self::One => 1,
            Self::AllCores => thread::available_parallelism().map_or(1, usize::from),
            Self::Exactly(count) => count.max(1),
        }
    }
}

/// Groups in one flat array up to this many; beyond it, a hash table.
const DENSE: usize = 1 << 20;

/// Rows whose group numbers are worked out together: two pages of the first
/// cache, in loops that the compiler turns into vector instructions.
const BLOCK: usize = 2_048;

/// Fewer rows than this are not worth a thread.
const ROWS_A_THREAD: usize = 1 << 16;

/// Sums of one group.
#[derive(Clone, Copy, Debug, Default)]
struct Exact {
    amount: i128,
    rows: u64,
}

/// Sums of one group with bounds.
#[derive(Clone, Copy, Debug, Default)]
struct Bounded {
    amount: i128,
    lower: i128,
    upper: i128,
    rows: u64,
    open: u8,
}

/// The sum of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSum {
    labels: Vec<String>,
    rows: u64,
    amount: Wide,
    lower: Wide,
    upper: Wide,
    open: u8,
}

impl GroupSum {
    /// The labels of the group, in the order of the keys asked for.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// How many rows were added.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.rows
    }

    /// The sum of the nominal values. Where a row has none (a range), they
    /// count as zero here, and [`interval`](Self::interval) has no nominal
    /// value.
    #[must_use]
    pub fn total(&self) -> Wide {
        self.amount
    }

    /// The lower and the upper bound, where there is one.
    #[must_use]
    pub fn bounds(&self) -> (Bound<Wide>, Bound<Wide>) {
        let end = |wide, none: u8, excluded: u8| {
            if self.open & none != 0 {
                Bound::Unbounded
            } else if self.open & excluded != 0 {
                Bound::Excluded(wide)
            } else {
                Bound::Included(wide)
            }
        };
        (
            end(self.lower, open::NO_LOWER, open::ABOVE),
            end(self.upper, open::NO_UPPER, open::BELOW | open::ALMOST),
        )
    }

    /// The sum with its bounds.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where a digit does not fit a `Decimal`.
    pub fn interval(&self) -> Result<Interval, Error> {
        let map = |bound: Bound<Wide>| {
            Ok::<Bound<Decimal>, Error>(match bound {
                Bound::Included(at) => Bound::Included(at.to_decimal()?),
                Bound::Excluded(at) => Bound::Excluded(at.to_decimal()?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        let (lower, upper) = self.bounds();
        let nominal = if self.open & open::NO_NOMINAL == 0 {
            Some(self.amount.to_decimal()?)
        } else {
            None
        };
        let almost = self.open & (open::ALMOST | open::BELOW) == open::ALMOST;
        Ok(Interval::from_parts(
            nominal,
            map(lower)?,
            map(upper)?,
            almost,
        ))
    }
}

/// Sums by group. Memory is that of the groups, whatever the number of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    keys: Vec<String>,
    groups: BTreeMap<Vec<String>, GroupSum>,
}

impl Sums {
    pub(super) fn empty(keys: Vec<String>) -> Self {
        Self {
            keys,
            groups: BTreeMap::new(),
        }
    }

    /// The names of the keys.
    #[must_use]
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The groups that have rows, in the order of their labels.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &GroupSum> {
        self.groups.values()
    }

    /// How many groups have rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The sum of a group.
    #[must_use]
    pub fn get(&self, labels: &[&str]) -> Option<&GroupSum> {
        let labels: Vec<String> = labels.iter().map(|l| (*l).to_owned()).collect();
        self.groups.get(&labels)
    }

    /// Adds other sums by the same keys: parts of one table, in any order.
    ///
    /// # Errors
    /// [`ColumnsError::UnknownKey`] where the keys differ;
    /// [`ColumnsError::TooLarge`].
    pub fn merge(&mut self, other: &Self) -> Result<(), ColumnsError> {
        if self.keys != other.keys {
            return Err(ColumnsError::UnknownKey {
                key: other.keys.join(", "),
                known: self.keys.join(", "),
            });
        }
        for (labels, theirs) in &other.groups {
            match self.groups.get_mut(labels) {
                None => {
                    self.groups.insert(labels.clone(), theirs.clone());
                }
                Some(own) => {
                    own.rows = own.rows.saturating_add(theirs.rows);
                    own.open |= theirs.open;
                    own.amount = add(own.amount, theirs.amount)?;
                    own.lower = add(own.lower, theirs.lower)?;
                    own.upper = add(own.upper, theirs.upper)?;
                }
            }
        }
        Ok(())
    }
}

/// The exact sum at the finer of two scales.
fn add(a: Wide, b: Wide) -> Result<Wide, ColumnsError> {
    let scale = a.scale().max(b.scale());
    let units = |wide: Wide| {
        10_i128
            .checked_pow(scale.saturating_sub(wide.scale()))
            .and_then(|factor| wide.units().checked_mul(factor))
            .ok_or(ColumnsError::TooLarge)
    };
    let sum = units(a)?
        .checked_add(units(b)?)
        .ok_or(ColumnsError::TooLarge)?;
    Ok(Wide::new(sum, scale))
}

/// The keys grouped by, each with what one step of its code is worth in the
/// number of a group.
struct Shape<'t> {
    keys: Vec<(&'t KeyColumn, usize)>,
    groups: Option<usize>,
}

impl<'t> Shape<'t> {
    fn new(table: &'t Columns, names: &[&str]) -> Result<Self, ColumnsError> {
        let mut keys = Vec::with_capacity(names.len());
        let mut groups = Some(1_usize);
        for name in names {
            let key = table
                .keys
                .iter()
                .find(|key| key.name == *name)
                .ok_or_else(|| ColumnsError::UnknownKey {
                    key: (*name).to_owned(),
                    known: table.keys().collect::<Vec<_>>().join(", "),
                })?;
            keys.push((key, groups.unwrap_or_default()));
            groups = groups.and_then(|g| g.checked_mul(key.labels.len().max(1)));
        }
        Ok(Self { keys, groups })
    }

    /// The numbers of the groups of the rows from `start` on.
    fn numbers(&self, start: usize, numbers: &mut [u32]) {
        numbers.fill(0);
        for (key, stride) in &self.keys {
            // At most DENSE groups: a number fits 32 bits.
            let stride = u32::try_from(*stride).unwrap_or_default();
            let codes = key.codes.get(start..).unwrap_or_default();
            for (number, code) in numbers.iter_mut().zip(codes) {
                *number = number.wrapping_add(u32::from(*code).wrapping_mul(stride));
            }
        }
    }

    fn labels(&self, number: usize) -> Vec<String> {
        self.keys
            .iter()
            .map(|(key, stride)| {
                let code = number / stride.max(&1) % key.labels.len().max(1);
                key.labels.name(code).to_owned()
            })
            .collect()
    }
}

impl Columns {
    /// The sum of each group of the keys named; without keys one sum.
    ///
    /// # Errors
    /// [`ColumnsError::UnknownKey`]; [`ColumnsError::TooLarge`] beyond 2³¹ rows
    /// of amounts that do not fit 64 bits.
    pub fn sum_by(&self, keys: &[&str], threads: Threads) -> Result<Sums, ColumnsError> {
        let shape = Shape::new(self, keys)?;
        let names = keys.iter().map(|key| (*key).to_owned()).collect();
        let mut sums = Sums::empty(names);
        match shape.groups.filter(|groups| *groups <= DENSE) {
            Some(groups) => self.sum_dense(&shape, groups, threads, &mut sums)?,
            None => self.sum_sparse(&shape, &mut sums)?,
        }
        Ok(sums)
    }

    fn sum_dense(
        &self,
        shape: &Shape<'_>,
        groups: usize,
        threads: Threads,
        sums: &mut Sums,
    ) -> Result<(), ColumnsError> {
        let rows = self.len();
        let wanted = threads.count().min(rows / ROWS_A_THREAD + 1);
        let share = rows.div_ceil(wanted.max(1)).max(1);
        let parts: Vec<(usize, usize)> = (0..wanted)
            .map(|n| (n * share, ((n + 1) * share).min(rows)))
            .filter(|(start, end)| start < end)
            .collect();
        let part = |(start, end): (usize, usize)| match &self.bounds {
            None => exact(shape, &self.amounts, start, end, groups).map(Part::Exact),
            Some(bounds) => {
                bounded(shape, &self.amounts, bounds, start, end, groups).map(Part::Bounded)
            }
        };
        let done: Vec<Result<Part, ColumnsError>> = match parts.as_slice() {
            [] => Vec::new(),
            [one] => vec![part(*one)],
            several => thread::scope(|scope| {
                let workers: Vec<_> = several
                    .iter()
                    .map(|range| scope.spawn(move || part(*range)))
                    .collect();
                workers
                    .into_iter()
                    .map(|worker| match worker.join() {
                        Ok(done) => done,
                        Err(panic) => std::panic::resume_unwind(panic),
                    })
                    .collect()
            }),
        };
        let mut merged: Vec<Bounded> = vec![Bounded::default(); groups];
        for part in done {
            part?.add_to(&mut merged)?;
        }
        for (number, group) in merged.into_iter().enumerate() {
            if group.rows > 0 {
                self.insert(shape.labels(number), &group, sums);
            }
        }
        Ok(())
    }

    /// Too many groups for an array: their numbers in a hash table.
    fn sum_sparse(&self, shape: &Shape<'_>, sums: &mut Sums) -> Result<(), ColumnsError> {
        let mut groups: HashMap<Vec<u16>, Bounded> = HashMap::new();
        for row in 0..self.len() {
            let codes: Vec<u16> = shape
                .keys
                .iter()
                .map(|(key, _)| key.codes.get(row).copied().unwrap_or_default())
                .collect();
            let group = groups.entry(codes).or_default();
            let amount = at(&self.amounts, row);
            let (lower, upper, bits) = match &self.bounds {
                None => (amount, amount, 0),
                Some(bounds) => (
                    at(&bounds.lower, row),
                    at(&bounds.upper, row),
                    bounds.open.get(row).copied().unwrap_or_default(),
                ),
            };
            group.rows = group.rows.saturating_add(1);
            group.open |= bits;
            group.amount = plus(group.amount, amount)?;
            group.lower = plus(group.lower, lower)?;
            group.upper = plus(group.upper, upper)?;
        }
        for (codes, group) in groups {
            let labels = shape
                .keys
                .iter()
                .zip(codes)
                .map(|((key, _), code)| key.labels.name(usize::from(code)).to_owned())
                .collect();
            self.insert(labels, &group, sums);
        }
        Ok(())
    }

    fn insert(&self, labels: Vec<String>, group: &Bounded, sums: &mut Sums) {
        let wide = |units| Wide::new(units, self.scale);
        sums.groups.insert(
            labels.clone(),
            GroupSum {
                labels,
                rows: group.rows,
                amount: wide(group.amount),
                lower: wide(group.lower),
                upper: wide(group.upper),
                open: group.open,
            },
        );
    }
}

/// What one thread adds up.
enum Part {
    Exact(Vec<Exact>),
    Bounded(Vec<Bounded>),
}

impl Part {
    fn add_to(self, merged: &mut [Bounded]) -> Result<(), ColumnsError> {
        match self {
            Self::Exact(groups) => {
                for (own, more) in merged.iter_mut().zip(groups) {
                    own.rows = own.rows.saturating_add(more.rows);
                    own.amount = plus(own.amount, more.amount)?;
                    (own.lower, own.upper) = (own.amount, own.amount);
                }
            }
            Self::Bounded(groups) => {
                for (own, more) in merged.iter_mut().zip(groups) {
                    own.rows = own.rows.saturating_add(more.rows);
                    own.open |= more.open;
                    own.amount = plus(own.amount, more.amount)?;
                    own.lower = plus(own.lower, more.lower)?;
                    own.upper = plus(own.upper, more.upper)?;
                }
            }
        }
        Ok(())
    }
}

fn plus(a: i128, b: i128) -> Result<i128, ColumnsError> {
    a.checked_add(b).ok_or(ColumnsError::TooLarge)
}

fn at(amounts: &Amounts, row: usize) -> i128 {
    match amounts {
        Amounts::Narrow(amounts) => amounts.get(row).copied().map(i128::from),
        Amounts::Wide(amounts) => amounts.get(row).copied(),
    }
    .unwrap_or_default()
}

/// Walks the rows in blocks: their group numbers, then whatever `each` does.
fn blocks(
    shape: &Shape<'_>,
    start: usize,
    end: usize,
    mut each: impl FnMut(usize, &[u32]) -> Result<(), ColumnsError>,
) -> Result<(), ColumnsError> {
    let mut numbers = [0_u32; BLOCK];
    let mut at = start;
    while at < end {
        let len = BLOCK.min(end - at);
        let numbers = numbers.get_mut(..len).unwrap_or_default();
        shape.numbers(at, numbers);
        each(at, numbers)?;
        at += len;
    }
    Ok(())
}

/// The group of a number: every code was checked against its labels, so that
/// the number is always below the number of groups.
fn group<T>(groups: &mut [T], number: u32) -> Option<&mut T> {
    groups.get_mut(usize::try_from(number).unwrap_or(usize::MAX))
}

fn exact(
    shape: &Shape<'_>,
    amounts: &Amounts,
    start: usize,
    end: usize,
    groups: usize,
) -> Result<Vec<Exact>, ColumnsError> {
    let mut sums = vec![Exact::default(); groups];
    blocks(shape, start, end, |at, numbers| {
        match amounts {
            Amounts::Narrow(amounts) => {
                let amounts = amounts.get(at..).unwrap_or_default();
                for (number, amount) in numbers.iter().zip(amounts) {
                    if let Some(sum) = group(&mut sums, *number) {
                        // 2⁶⁴ amounts of 64 bits would be needed to overflow.
                        sum.amount = sum.amount.wrapping_add(i128::from(*amount));
                        sum.rows = sum.rows.wrapping_add(1);
                    }
                }
            }
            Amounts::Wide(amounts) => {
                let amounts = amounts.get(at..).unwrap_or_default();
                for (number, amount) in numbers.iter().zip(amounts) {
                    if let Some(sum) = group(&mut sums, *number) {
                        sum.amount = plus(sum.amount, *amount)?;
                        sum.rows = sum.rows.wrapping_add(1);
                    }
                }
            }
        }
        Ok(())
    })?;
    Ok(sums)
}

fn bounded(
    shape: &Shape<'_>,
    amounts: &Amounts,
    bounds: &Bounds,
    start: usize,
    end: usize,
    groups: usize,
) -> Result<Vec<Bounded>, ColumnsError> {
    let mut sums = vec![Bounded::default(); groups];
    let narrow = match (amounts, &bounds.lower, &bounds.upper) {
        (Amounts::Narrow(a), Amounts::Narrow(l), Amounts::Narrow(u)) => Some((a, l, u)),
        _ => None,
    };
    blocks(shape, start, end, |from, numbers| {
        let open = bounds.open.get(from..).unwrap_or_default();
        if let Some((amounts, lower, upper)) = narrow {
            let amounts = amounts.get(from..).unwrap_or_default();
            let lower = lower.get(from..).unwrap_or_default();
            let upper = upper.get(from..).unwrap_or_default();
            let rows = numbers.iter().zip(amounts).zip(lower).zip(upper).zip(open);
            for ((((number, amount), lower), upper), open) in rows {
                if let Some(sum) = group(&mut sums, *number) {
                    sum.amount = sum.amount.wrapping_add(i128::from(*amount));
                    sum.lower = sum.lower.wrapping_add(i128::from(*lower));
                    sum.upper = sum.upper.wrapping_add(i128::from(*upper));
                    sum.rows = sum.rows.wrapping_add(1);
                    sum.open |= open;
                }
            }
            return Ok(());
        }
        for ((row, number), open) in (from..).zip(numbers).zip(open) {
            if let Some(sum) = group(&mut sums, *number) {
                sum.amount = plus(sum.amount, at(amounts, row))?;
                sum.lower = plus(sum.lower, at(&bounds.lower, row))?;
                sum.upper = plus(sum.upper, at(&bounds.upper, row))?;
                sum.rows = sum.rows.wrapping_add(1);
                sum.open |= open;
            }
        }
        Ok(())
    })?;
    Ok(sums)
}
