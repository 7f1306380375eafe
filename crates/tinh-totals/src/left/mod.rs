//! The excluded figures: by number while the answer is made, in words when
//! asked for.

mod at;
mod outside;

pub(crate) use at::At;
pub(crate) use outside::Outside;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

use tinh_model::claim::Quantity;
use tinh_model::dataset::FigureTable;
use tinh_model::{Dataset, Measure};

use crate::key::Key;
use crate::question::Level;
use crate::reason::Reason;

/// A figure that is not part of a total, and why.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Reason, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"One province, two years"}
/// # {"type":"observation","id":"new","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}"#.as_bytes(), "s.jsonl")?;
/// let answer = Totals::of(&data).measure(measures::FDI_PROJECTS).compute()?;
/// let excluded = &answer.excluded()[0];
/// assert_eq!(excluded.id(), "old");
/// assert!(matches!(excluded.reason(), Reason::Superseded { by } if by == "new"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded<'a> {
    quantity: Quantity<'a>,
    reason: Reason,
}

impl<'a> Excluded<'a> {
    pub(crate) fn new(quantity: Quantity<'a>, reason: Reason) -> Self {
        Self { quantity, reason }
    }

    /// The figure with its claim.
    #[must_use]
    pub fn quantity(&self) -> &Quantity<'a> {
        &self.quantity
    }

    /// Why it was left out.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The id of the figure.
    #[must_use]
    pub fn id(&self) -> String {
        self.quantity.id()
    }
}

impl fmt::Display for Excluded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id(), self.reason)
    }
}

/// How many of the others a reason names: all of them are in the warning.
pub(crate) const NAMED: usize = 5;

/// Why a candidate is left out.
#[derive(Clone, Debug)]
pub(crate) enum Why<'a> {
    /// For another figure: the reason, once its id is known.
    For(fn(String) -> Reason, At<'a>),
    /// For what others among these say, of which [`NAMED`] are named: the
    /// first ids, one more than that.
    Among(fn(Vec<String>) -> Reason, Arc<[String]>),
    Said(Box<Reason>),
}

impl Why<'_> {
    fn reason(&self, own: At<'_>) -> Reason {
        match self {
            Self::For(reason, other) => reason(other.key()),
            Self::Among(reason, all) => {
                let own = own.key();
                let others = all.iter().filter(|other| **other != own);
                reason(others.take(NAMED).cloned().collect())
            }
            Self::Said(reason) => (**reason).clone(),
        }
    }

    /// The reason without its text.
    fn unworded(&self) -> Reason {
        match self {
            Self::For(reason, _) => reason(String::new()),
            Self::Among(reason, _) => reason(Vec::new()),
            Self::Said(reason) => (**reason).clone(),
        }
    }
}

/// Every figure that is not in the answer. Those of other measures are not
/// even looked at.
#[derive(Clone, Debug)]
pub(crate) struct LeftOut<'a> {
    data: &'a Dataset,
    level: Level,
    span: Option<Key>,
    /// Of each measure asked for, why each figure is outside; none for those
    /// that were candidates.
    outside: Vec<(&'a FigureTable, Vec<Option<Outside>>)>,
    candidates: Vec<(At<'a>, Why<'a>)>,
}

impl<'a> LeftOut<'a> {
    pub(crate) const fn new(data: &'a Dataset, level: Level, span: Option<Key>) -> Self {
        Self {
            data,
            level,
            span,
            outside: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Adds the figures of a measure asked for, each with why it is outside;
    /// none for those that are candidates.
    pub(crate) fn add(&mut self, table: &'a FigureTable, why: Vec<Option<Outside>>) {
        self.outside.push((table, why));
    }

    /// Leaves a candidate out.
    pub(crate) fn leave_out(&mut self, at: At<'a>, why: Why<'a>) {
        self.candidates.push((at, why));
    }

    /// Those that were not candidates, of the measures asked for.
    pub(crate) fn outside(&self) -> impl Iterator<Item = (At<'a>, Outside)> {
        let data = self.data;
        self.outside.iter().flat_map(move |(table, why)| {
            let figures = table.entries(data).iter().zip(why);
            figures.filter_map(move |(entry, why)| Some((At { data, table, entry }, (*why)?)))
        })
    }

    fn other_measures(&self) -> impl Iterator<Item = &'a FigureTable> {
        let is_asked = |table: &FigureTable| {
            self.outside
                .iter()
                .any(|(asked, _)| asked.measure() == table.measure())
        };
        let tables = self.data.index().tables().iter();
        tables.filter(move |table| !is_asked(table))
    }

    /// The other measures of the dataset.
    pub(crate) fn measures(&self) -> impl Iterator<Item = &'a Measure> {
        self.other_measures().map(FigureTable::measure)
    }

    /// How many a reader would expect in the answer, by measure.
    pub(crate) fn surprising(&self) -> BTreeMap<&'a Measure, usize> {
        let outside = self.outside().filter(|(_, why)| why.is_surprising());
        let candidates = self.candidates.iter();
        let candidates = candidates.filter(|(_, why)| why.unworded().is_surprising());
        let mut counts = BTreeMap::new();
        let all = outside
            .map(|(at, _)| at)
            .chain(candidates.map(|(at, _)| *at));
        for at in all {
            *counts.entry(at.measure()).or_default() += 1;
        }
        counts
    }

    /// How many there are by kind of reason.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut found: HashMap<Outside, (usize, At<'a>)> = HashMap::new();
        for (at, why) in self.outside() {
            found.entry(why).or_insert((0, at)).0 += 1;
        }
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for (why, (count, at)) in found {
            *counts
                .entry(why.reason(at, self.level, self.span).kind())
                .or_default() += count;
        }
        for (_, why) in &self.candidates {
            *counts.entry(why.unworded().kind()).or_default() += 1;
        }
        let others: usize = self.other_measures().map(FigureTable::len).sum();
        if others > 0 {
            counts.insert("other_measure", others);
        }
        counts
    }

    /// All of them with their reasons, by key.
    pub(crate) fn list(&self) -> Vec<Excluded<'a>> {
        let data = self.data;
        let others = self.other_measures().flat_map(|table| {
            let at = move |entry| At { data, table, entry };
            table
                .entries(data)
                .iter()
                .map(move |entry| (at(entry), Outside::Measure))
        });
        let outside = self.outside().chain(others).map(|(at, why)| {
            let reason = why.reason(at, self.level, self.span);
            (at, reason)
        });
        let candidates = self
            .candidates
            .iter()
            .map(|(at, why)| (*at, why.reason(*at)));
        let all = outside.chain(candidates);
        let mut all: Vec<Excluded<'a>> = all
            .filter_map(|(at, reason)| Some(Excluded::new(at.quantity()?, reason)))
            .collect();
        all.sort_by_cached_key(Excluded::id);
        all
    }
}
