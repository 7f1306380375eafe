//! Whether two claims tell of one event, project or agreement.

use std::collections::{BTreeSet, HashMap};

use chrono::Datelike;
use rust_decimal::Decimal;
use tinh_figures::{Bounds, Currency};
use tinh_gazetteer::Country;

use super::Quantity;
use crate::entity::Statement;
use crate::fold::fold;
use crate::measure::Measure;
use crate::partner::Partner;
use crate::time::Time;

/// With how many others of its kind, place and year a claim is compared: a list
/// of ten thousand is not compared with itself.
const COMPARED: usize = 32;

/// How alike two claims are.
///
/// ```
/// use tinh_model::claim::{Likeness, Tellings};
/// use tinh_model::Dataset;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"a","title":"One article"}
/// {"type":"source","id":"b","title":"Another"}
/// {"type":"mission","id":"1","source":"a","place":"hai-duong","date":"2023-11-13","direction":"outbound","destinations":["Hoa Kỳ"]}
/// {"type":"mission","id":"2","source":"b","place":"hai-duong","date":"2023-11-13","direction":"outbound","destinations":["Mỹ"]}"#.as_bytes(), "missions.jsonl")?;
/// let mut tellings = Tellings::default();
/// let likeness: Vec<_> = data.quantities().map(|quantity| tellings.add(&quantity)).collect();
/// assert_eq!(likeness, [None, Some((0, Likeness::Same))]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Likeness {
    /// Everything that identifies their subject agrees, in whatever wording:
    /// kind, place and time, partners, name or leader, number.
    Same,
    /// They agree in part, and nothing tells them apart.
    Alike,
    /// Their subjects differ.
    Different,
}

impl Quantity<'_> {
    /// Whether it is of one event, project or agreement, as against the number
    /// of them in a period (`5 đoàn trong năm 2023`) and against observations.
    #[must_use]
    pub fn is_event(&self) -> bool {
        let value = self.figure.and_then(|figure| figure.reading());
        let is_one = value.is_some_and(|value| Bounds::from(value) == Bounds::exact(Decimal::ONE));
        match (self.claim.statement(), &self.time) {
            (Statement::Observation(_) | Statement::AidGroup(_), _) => false,
            (Statement::InvestmentProject(_), _) => true,
            // One mission of several days; `1 đoàn` of a year is its number.
            (statement, Time::During(_)) => {
                is_one && (!statement.partners().is_empty() || name_of(statement).is_some())
            }
            _ => true,
        }
    }
}

/// The name of a project or agreement, the leader of a mission.
fn name_of(statement: &Statement) -> Option<&str> {
    match statement {
        Statement::Mission(mission) => mission.leader.as_deref(),
        Statement::Agreement(agreement) => agreement.name.as_deref(),
        Statement::InvestmentProject(project) => project.name.as_deref(),
        _ => None,
    }
}

/// A name as its words, without what spellings and accents differ in.
type Words = BTreeSet<String>;

fn words(text: &str) -> Words {
    let is_mark = unicode_normalization::char::is_combining_mark;
    let bare = fold(text)
        .chars()
        .filter(|c| !is_mark(*c))
        .collect::<String>();
    let bare = bare.replace('đ', "d");
    bare.split_whitespace().map(str::to_owned).collect()
}

/// Whether two names can be of one thing: one has all words of the other.
fn is_one_name(a: &Words, b: &Words) -> bool {
    !a.is_empty() && !b.is_empty() && (a.is_subset(b) || b.is_subset(a))
}

/// A partner as it is compared.
#[derive(Debug)]
struct Who {
    country: Option<Country>,
    /// Empty for a country itself.
    name: Words,
}

impl Who {
    fn of(partner: &Partner) -> Self {
        let name = match partner {
            Partner::Country(..) => Words::new(),
            Partner::Locality { name, .. } | Partner::Company { name, .. } => words(name),
            other => words(&other.to_string()),
        };
        Self {
            country: partner.country(),
            name,
        }
    }

    fn against(&self, other: &Self) -> Likeness {
        let one_country = match (self.country, other.country) {
            (Some(a), Some(b)) => a == b,
            _ => !self.name.is_empty() && !other.name.is_empty(),
        };
        match (self.name.is_empty(), other.name.is_empty()) {
            _ if !one_country => Likeness::Different,
            (true, true) => Likeness::Same,
            (false, false) if is_one_name(&self.name, &other.name) => Likeness::Same,
            (false, false) => Likeness::Different,
            // A country, and a place or company of it.
            _ => Likeness::Alike,
        }
    }
}

/// What identifies an event, a project or an agreement.
#[derive(Debug)]
struct Identity {
    time: Time,
    value: Option<Bounds<Decimal>>,
    partners: Vec<Who>,
    /// The name of the project or agreement, the leader of the mission.
    name: Words,
    is_project: bool,
    /// What the figure of an activity counts, which is all that tells a kind of
    /// activity from another: `1 cực`, `5 loại hình`.
    counted: Words,
}

impl Identity {
    fn of(quantity: &Quantity<'_>) -> Self {
        let statement = quantity.claim.statement();
        let reading = quantity.figure.and_then(|figure| figure.reading());
        let partners = statement.partners();
        Self {
            time: quantity.time,
            value: reading.map(Bounds::from),
            partners: partners.into_iter().take(COMPARED).map(Who::of).collect(),
            name: name_of(statement).map(words).unwrap_or_default(),
            is_project: matches!(statement, Statement::InvestmentProject(_)),
            counted: match statement {
                Statement::Activity(_) => quantity.figure.and_then(|figure| figure.noun()),
                _ => None,
            }
            .map(words)
            .unwrap_or_default(),
        }
    }

    /// Whether it is told of several at once.
    fn is_number(&self) -> bool {
        self.value
            .is_some_and(|value| value.nominal() > Some(Decimal::ONE))
    }

    /// How the partners of two claims stand to each other; `None` where one of
    /// them names none.
    fn partners_against(&self, other: &Self) -> Option<Likeness> {
        if self.partners.is_empty() || other.partners.is_empty() {
            return None;
        }
        let best = |who: &Who, others: &[Who]| {
            let all = others.iter().map(|other| who.against(other));
            all.min().unwrap_or(Likeness::Different)
        };
        let own = self.partners.iter().map(|who| best(who, &other.partners));
        let theirs = other.partners.iter().map(|who| best(who, &self.partners));
        let found: Vec<Likeness> = own.chain(theirs).collect();
        Some(
            if found.iter().all(|likeness| *likeness == Likeness::Same) {
                Likeness::Same
            } else if found
                .iter()
                .all(|likeness| *likeness == Likeness::Different)
            {
                Likeness::Different
            } else {
                Likeness::Alike
            },
        )
    }
}

/// How two times stand to each other.
fn times(a: &Time, b: &Time) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    match (a.first_day(), a.last_day(), b.first_day(), b.last_day()) {
        (Some(a), Some(a_end), Some(b), Some(b_end)) if a <= b_end && b <= a_end => Likeness::Alike,
        _ => Likeness::Different,
    }
}

fn likeness(own: &Identity, other: &Identity) -> Likeness {
    use Likeness::{Alike, Different, Same};
    let time = times(&own.time, &other.time);
    let partners = own.partners_against(other);
    let name = match (own.name.is_empty(), other.name.is_empty()) {
        (false, false) => Some(is_one_name(&own.name, &other.name)),
        _ => None,
    };
    let can_be_one_number = match (&own.value, &other.value) {
        (Some(a), Some(b)) => a.meets(b),
        _ => true,
    };
    let is_other_count = !own.counted.is_empty()
        && !other.counted.is_empty()
        && !is_one_name(&own.counted, &other.counted);
    if partners == Some(Different) || is_other_count {
        return Different;
    }
    if own.is_project {
        // A project is told of again and again: its name identifies it.
        return match (name, partners, can_be_one_number) {
            (Some(false), ..) => Different,
            (Some(true), Some(Same) | None, true) => Same,
            (Some(true), ..) => Alike,
            (None, Some(Same), true) if time == Same => Same,
            (None, Some(Same), _) if time != Different => Alike,
            _ => Different,
        };
    }
    match (time, name, partners) {
        (Different, ..) => Different,
        // Nothing but its kind and place is known of either.
        (_, None, None) if own.time.first_day().is_none() => Different,
        (_, Some(false), _) if time != Same => Different,
        (Same, Some(true), Some(Same)) | (Same, None, Some(Same)) | (Same, Some(true), None)
            if can_be_one_number =>
        {
            Same
        }
        (Alike, Some(true), Some(Same)) if can_be_one_number => Same,
        // A number of them, of one day: `26 biên bản` by two sources.
        (Same, None, None) if own.value == other.value && own.is_number() => Same,
        _ => Alike,
    }
}

/// What only things of one kind share: only within it is anything compared.
type Kind<'a> = (
    &'static str,
    &'static str,
    &'a str,
    &'a Measure,
    Option<Currency>,
    i32,
);

fn kind_of<'a>(quantity: &Quantity<'a>, identity: &Identity) -> Kind<'a> {
    let statement = quantity.claim.statement();
    let year = identity.time.first_day().map_or(0, |day| day.year());
    (
        statement.type_code(),
        statement.kind_code(),
        quantity.claim.place().id(),
        quantity.measure,
        quantity.figure.and_then(|figure| figure.currency()),
        if identity.is_project { 0 } else { year },
    )
}

/// Events, projects and agreements, each compared with those before it.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_model::claim::{Likeness, Tellings};
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"t","published":"2023-12-01"}
/// {"type":"mission","id":"a","source":"s","place":"Thanh Hóa","date":"2023-11-20","direction":"outbound","destinations":["Nhật Bản"],"leader":"Đỗ Trọng Hưng","count":1}
/// {"type":"mission","id":"b","source":"s","place":"Thanh Hóa","date":"2023-11-20","direction":"outbound","destinations":["JP"],"leader":"ông Đỗ Trọng Hưng","count":1}"#.as_bytes(), "s")?;
/// let mut tellings = Tellings::default();
/// let found: Vec<_> = data.quantities().map(|quantity| tellings.add(&quantity)).collect();
/// assert_eq!(found, [None, Some((0, Likeness::Same))]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Tellings<'a> {
    count: usize,
    known: HashMap<Kind<'a>, Vec<(usize, Identity)>>,
    exactly: HashMap<(Kind<'a>, String), usize>,
}

impl<'a> Tellings<'a> {
    /// Adds one; the number (from 0, in the order added) of the one before it
    /// that it is most like, and how. `None` of what is like nothing, and of
    /// what is [no event](Quantity::is_event).
    ///
    /// Each is compared with the last 32 of its kind, place and year; one in the
    /// same words is found however many there are.
    pub fn add(&mut self, quantity: &Quantity<'a>) -> Option<(usize, Likeness)> {
        let number = self.count;
        self.count = self.count.saturating_add(1);
        if !quantity.is_event() {
            return None;
        }
        let identity = Identity::of(quantity);
        let kind = kind_of(quantity, &identity);
        let words = format!("{identity:?}");
        let is_named = !identity.partners.is_empty() || !identity.name.is_empty();
        let same_words = self.exactly.get(&(kind, words.clone())).copied();
        let others = self.known.entry(kind).or_default();
        let near = others.iter().rev().take(COMPARED);
        let found = match same_words.filter(|_| is_named) {
            Some(at) => Some((at, Likeness::Same)),
            None => near
                .map(|(at, other)| (*at, likeness(&identity, other)))
                .min_by_key(|(_, likeness)| *likeness)
                .filter(|(_, likeness)| *likeness != Likeness::Different),
        };
        // One told again stands for nothing new.
        let first = match found {
            Some((first, Likeness::Same)) => first,
            _ => {
                others.push((number, identity));
                number
            }
        };
        self.exactly.entry((kind, words)).or_insert(first);
        found
    }
}
