//! Claims on one fact, side by side.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::Serialize;
use tinh_figures::Currency;
use tinh_model::claim::{Quantity, RelationKind};
use tinh_model::{Measure, Place};

use crate::error::{Error, ErrorKind};
use crate::interval::{Interval, may_all_be_true};
use crate::left::Outside;
use crate::query::{Asked, Candidate, TimeOrder, Totals, outside};

/// Whether claims on one fact agree.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Consistency, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Two articles"}
/// # {"type":"observation","id":"a","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":67}
/// # {"type":"observation","id":"b","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":76}
/// # {"type":"observation","id":"c","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// let facts = Totals::of(&data).measure(measures::FDI_PROJECTS).side_by_side()?;
/// let disputed = facts.iter().filter(|fact| fact.consistency == Consistency::Conflict);
/// let places: Vec<&str> = disputed.map(|fact| fact.place.name()).collect();
/// assert_eq!(places, ["Vĩnh Long"]); // 67 projects, and 76
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Consistency {
    /// There is only one.
    Alone,
    /// All say the same.
    Same,
    /// They differ, and all can be true: `trên 24,5 tỷ` and `24,9 tỷ`.
    /// *About* is compatible with anything.
    Compatible,
    /// They cannot all be true, or one of them is said to contradict another.
    Conflict,
    /// Some have no number, or are in different currencies.
    NotComparable,
}

impl fmt::Display for Consistency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Alone => "alone",
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Conflict => "conflict",
            Self::NotComparable => "not comparable",
        })
    }
}

/// One claim on a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Saying<'a> {
    /// The figure with its claim.
    pub quantity: Quantity<'a>,
    /// Its value; none where there is no number.
    pub value: Option<Interval>,
    /// Its currency.
    pub currency: Option<Currency>,
    /// Who says it.
    pub producer: &'a str,
}

/// All claims on one fact: one measure of one place at one time.
///
/// Claims belong together where place, time, measure, partner and sector are
/// the same, or where they say so themselves (`same_as`, `conflicts_with`,
/// `corrects`).
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Consistency, Totals};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"press","title":"An article"}
/// {"type":"source","id":"fia","title":"FDI by province","publisher":"FIA"}
/// {"type":"observation","id":"a","source":"press","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
/// {"type":"observation","id":"b","source":"fia","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"25,27 tỷ USD"}"#.as_bytes(), "two.jsonl")?;
/// let facts = Totals::of(&data).measure(measures::FDI_REGISTERED).side_by_side()?;
/// assert_eq!(facts.len(), 1);
/// assert_eq!(facts[0].consistency, Consistency::Compatible);
/// let producers: Vec<&str> = facts[0].sayings.iter().map(|saying| saying.producer).collect();
/// assert_eq!(producers, ["press", "FIA"]); // of no named publisher: the source
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact<'a> {
    /// The measure.
    pub measure: Measure,
    /// Where.
    pub place: Place,
    /// When, as printed by the first of the claims.
    pub time: String,
    /// The claims, by id.
    pub sayings: Vec<Saying<'a>>,
    /// Whether they agree.
    pub consistency: Consistency,
}

impl<'a> Totals<'a> {
    /// Every claim that bears on the query, side by side: one entry for
    /// each place, time and measure, with whether the claims agree. Nothing is
    /// chosen, nothing is added.
    ///
    /// # Errors
    /// [`ErrorKind::NoMeasure`], [`ErrorKind::NoRate`], [`ErrorKind::TooLarge`].
    pub fn side_by_side(&self) -> Result<Vec<Fact<'a>>, Error> {
        side_by_side(self)
    }
}

/// The claims that bear on a query, each with those on the same fact.
fn side_by_side<'a>(query: &Totals<'a>) -> Result<Vec<Fact<'a>>, Error> {
    if query.measures.is_empty() {
        return Err(ErrorKind::NoMeasure.into());
    }
    let asked = Asked::of(query);
    let mut found: Vec<(Candidate<'a>, Quantity<'a>)> = Vec::new();
    for (number, table) in asked.tables().enumerate() {
        for at in asked.figures(table) {
            match outside(&asked, at) {
                None | Some(Outside::NoValue) => {}
                Some(_) => continue,
            }
            let candidate = Candidate::new(&asked, number, at);
            found.extend(at.quantity().map(|quantity| (candidate, quantity)));
        }
    }
    found.sort_by_cached_key(|(_, quantity)| quantity.id());
    for (candidate, _) in &found {
        candidate.needs_its_rate(query)?;
    }

    let mut sets = Sets::new(found.len());
    let mut by_subject: BTreeMap<_, usize> = BTreeMap::new();
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, (candidate, quantity)) in found.iter().enumerate() {
        let subject = (
            quantity.among(),
            quantity.measure,
            quantity.claim.place().id(),
            TimeOrder::of(&candidate.time),
            (candidate.at.entry.partner, candidate.at.entry.sector),
            quantity.field,
        );
        let first = *by_subject.entry(subject).or_insert(index);
        sets.join(first, index);
        by_id.entry(candidate.id()).or_default().push(index);
    }
    let mut contradicted = vec![false; found.len()];
    for (index, (_, quantity)) in found.iter().enumerate() {
        for relation in quantity.claim.relations() {
            let contradicts = matches!(
                relation.kind,
                RelationKind::ConflictsWith | RelationKind::Corrects
            );
            if !contradicts && relation.kind != RelationKind::SameAs {
                continue;
            }
            for other in by_id.get(relation.to.as_str()).into_iter().flatten() {
                let same_measure = found
                    .get(*other)
                    .is_some_and(|(_, other)| other.measure == quantity.measure);
                if same_measure {
                    sets.join(index, *other);
                    if let Some(flag) = contradicted.get_mut(index).filter(|_| contradicts) {
                        *flag = true;
                    }
                }
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..found.len() {
        members.entry(sets.root(index)).or_default().push(index);
    }
    let mut facts = Vec::with_capacity(members.len());
    for indices in members.into_values() {
        let said: Vec<&(Candidate<'a>, Quantity<'a>)> = indices
            .iter()
            .filter_map(|index| found.get(*index))
            .collect();
        let Some((first, quantity)) = said.first() else {
            continue;
        };
        let sayings: Vec<Saying<'a>> = said
            .iter()
            .map(|(candidate, quantity)| Saying {
                quantity: *quantity,
                value: candidate.at.entry.has_value.then_some(candidate.value),
                currency: candidate.currency,
                producer: candidate.at.producer(),
            })
            .collect();
        let is_contradicted = indices
            .iter()
            .any(|index| contradicted.get(*index) == Some(&true));
        facts.push(Fact {
            measure: quantity.measure.clone(),
            place: quantity.claim.place(),
            time: first.time.to_string(),
            consistency: if is_contradicted {
                Consistency::Conflict
            } else {
                consistency(&sayings)
            },
            sayings,
        });
    }
    facts.sort_by(|a, b| {
        (a.place.id(), &a.measure, &a.time).cmp(&(b.place.id(), &b.measure, &b.time))
    });
    Ok(facts)
}

fn consistency(sayings: &[Saying<'_>]) -> Consistency {
    let Some((first, rest)) = sayings.split_first() else {
        return Consistency::Alone;
    };
    if rest.is_empty() {
        return Consistency::Alone;
    }
    if sayings
        .iter()
        .any(|s| s.value.is_none() || s.currency != first.currency)
    {
        return Consistency::NotComparable;
    }
    if rest.iter().all(|s| s.value == first.value) {
        return Consistency::Same;
    }
    if may_all_be_true(sayings.iter().filter_map(|s| s.value)) {
        Consistency::Compatible
    } else {
        Consistency::Conflict
    }
}

/// Disjoint sets of indices, with halved paths.
struct Sets(Vec<usize>);

impl Sets {
    fn new(len: usize) -> Self {
        Self((0..len).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        loop {
            let parent = self.0.get(at).copied().unwrap_or(at);
            if parent == at {
                return at;
            }
            let grandparent = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = grandparent;
            }
            at = grandparent;
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
