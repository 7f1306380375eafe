//! One line of an answer.

use std::collections::BTreeSet;
use std::fmt::Write;

use tinh_figures::Currency;
use tinh_gazetteer::Coverage;
use tinh_model::{Dataset, Measure};

use super::{Explanation, Included};
use crate::interval::{Interval, IntervalSum};
use crate::key::Group;
use crate::moment::moments;

/// One line of an answer: a group in one currency.
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
/// assert_eq!((row.value().to_string().as_str(), row.count()), ("507", 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub(crate) data: &'a Dataset,
    pub(crate) groups: Vec<Group>,
    pub(crate) measure: Measure,
    pub(crate) currency: Option<Currency>,
    pub(crate) sum: IntervalSum,
    pub(crate) value: Interval,
    pub(crate) included: Vec<Included<'a>>,
    pub(crate) coverage: Option<Coverage>,
}

impl<'a> Row<'a> {
    /// The group by the first key; `None` for a grand total.
    #[must_use]
    pub fn group(&self) -> Option<&Group> {
        self.groups.first()
    }

    /// The group by each key, in the order of the keys; empty for a grand total,
    /// and only the first keys for a sub-total.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The names of its groups in one line; empty for a grand total.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = String::new();
        for (at, group) in self.groups.iter().enumerate() {
            if at > 0 {
                name.push_str(", ");
            }
            // Writing to a string cannot fail.
            let _ = write!(name, "{group}");
        }
        name
    }

    /// The measure.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// How many figures are in the sum.
    #[must_use]
    pub fn count(&self) -> usize {
        self.included.len()
    }

    /// The ids of the figures in the sum.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        self.included.iter().map(|i| i.quantity.id()).collect()
    }

    /// The producers of the figures in the sum, each once, in the order of
    /// their names.
    #[must_use]
    pub fn producers(&self) -> Vec<String> {
        let sources = self.included.iter().map(|i| i.quantity.claim.source());
        let producers: BTreeSet<&str> = sources
            .map(|id| self.data.source(id).map_or(id, |source| source.producer()))
            .collect();
        producers.into_iter().map(str::to_owned).collect()
    }

    /// The currency of money; none for counts.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The sum with its bounds.
    #[must_use]
    pub fn value(&self) -> Interval {
        self.value
    }

    /// The figures in the sum.
    #[must_use]
    pub fn included(&self) -> &[Included<'a>] {
        &self.included
    }

    /// How much of a restated unit was reported.
    #[must_use]
    pub fn coverage(&self) -> Option<&Coverage> {
        self.coverage.as_ref()
    }

    /// The dates of its stocks, or the periods of its flows, each once and in
    /// order.
    #[must_use]
    pub fn times(&self) -> Vec<String> {
        let moments = moments(self.included.iter().map(|i| i.quantity.time));
        moments.iter().map(ToString::to_string).collect()
    }

    /// The row unfolded: one line a figure, with the figure as printed, the
    /// value that was added, its date, its source and line. The values add up
    /// to that of the row.
    #[must_use]
    pub fn explain(&self) -> Vec<Explanation> {
        self.included
            .iter()
            .map(|included| Explanation {
                value: Some(included.value),
                currency: self.currency.map(Currency::code),
                ..Explanation::of(self.data, &included.quantity)
            })
            .collect()
    }
}
