//! Events, projects and agreements told twice.
//!
//! Two claims tell of one event where everything that identifies it agrees, by
//! whatever wording: its kind, place and time, its partners, its name or
//! leader, and its number. Then it counts once. Where they agree in part and
//! nothing tells them apart, both count and a warning names them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tinh_gazetteer::Country;
use tinh_model::time::Time;
use tinh_model::{Measure, Partner, Statement};
use unicode_normalization::UnicodeNormalization;

use super::candidate::Candidate;
use super::choose::Spans;
use super::kind::kind;
use super::repeats::Sorting;
use crate::breakdown::named;
use crate::interval::may_all_be_true;
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// With how many others of its kind, place and year an event is compared: a
/// list of ten thousand is not compared with itself.
const COMPARED: usize = 32;

/// How two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Alike,
    Different,
}

/// A name as its words: without case, accents and punctuation.
type Words = BTreeSet<String>;

fn words(text: &str) -> Words {
    let plain = |c: char| if c == 'đ' { 'd' } else { c };
    let folded: String = text
        .to_lowercase()
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(plain)
        .collect();
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
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
struct Identity {
    partners: Vec<Who>,
    /// The name of the project or agreement, the leader of the mission.
    name: Words,
    is_project: bool,
}

impl Identity {
    fn of(candidate: &Candidate<'_>) -> Self {
        let statement = candidate.quantity.claim.statement();
        let name = match statement {
            Statement::Mission(mission) => mission.leader.as_deref(),
            Statement::Agreement(agreement) => agreement.name.as_deref(),
            Statement::InvestmentProject(project) => project.name.as_deref(),
            _ => None,
        };
        Self {
            partners: named(statement).into_iter().map(Who::of).collect(),
            name: name.map(words).unwrap_or_default(),
            is_project: matches!(statement, Statement::InvestmentProject(_)),
        }
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

fn likeness(a: &Candidate<'_>, own: &Identity, b: &Candidate<'_>, other: &Identity) -> Likeness {
    use Likeness::{Alike, Different, Same};
    let time = times(&a.time, &b.time);
    let partners = own.partners_against(other);
    let name = match (own.name.is_empty(), other.name.is_empty()) {
        (false, false) => Some(is_one_name(&own.name, &other.name)),
        _ => None,
    };
    let can_be_one_number = may_all_be_true([a.value, b.value].into_iter());
    if partners == Some(Different) {
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
        (_, Some(false), _) if time != Same => Different,
        (Same, Some(true), Some(Same)) | (Same, None, Some(Same)) | (Same, Some(true), None)
            if can_be_one_number =>
        {
            Same
        }
        (Alike, Some(true), Some(Same)) if can_be_one_number => Same,
        // A number of them, of one day: `26 biên bản` by two sources.
        (Same, None, None) if a.value == b.value && a.value.nominal() > Some(1.into()) => Same,
        _ => Alike,
    }
}

/// What only things of one kind share: only within it is anything compared.
type Kind<'a> = (
    &'static str,
    &'static str,
    Group,
    &'a Measure,
    Option<&'static str>,
    i32,
);

fn kind_of<'a>(candidate: &Candidate<'a>, is_project: bool) -> Kind<'a> {
    use chrono::Datelike;
    let claim = candidate.quantity.claim;
    let year = candidate.time.first_day().map_or(0, |day| day.year());
    (
        claim.statement().type_code(),
        kind(claim.statement()),
        Group::of_place(claim.place()),
        candidate.quantity.measure,
        candidate.currency.map(|currency| currency.code()),
        if is_project { 0 } else { year },
    )
}

/// Counts once what is told twice, and warns of what looks alike.
pub(super) fn told_once<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    let mut kept: Vec<Candidate<'a>> = Vec::with_capacity(candidates.len());
    let mut known: BTreeMap<Kind<'a>, Vec<(usize, Identity)>> = BTreeMap::new();
    let mut exactly: HashMap<(Kind<'a>, String), usize> = HashMap::new();
    let mut alike: BTreeSet<String> = BTreeSet::new();
    for candidate in candidates {
        if !candidate.is_event() {
            kept.push(candidate);
            continue;
        }
        let identity = Identity::of(&candidate);
        let kind = kind_of(&candidate, identity.is_project);
        let words = format!(
            "{:?} {:?} {} {:?}",
            identity.partners, identity.name, candidate.time, candidate.value
        );
        let others = known.entry(kind.clone()).or_default();
        // Those of exactly the same words are found however many there are.
        let same_words = exactly.get(&(kind.clone(), words.clone())).copied();
        let near = others
            .iter()
            .rev()
            .take(COMPARED)
            .map(|(at, other)| (*at, other));
        let mut found = Likeness::Different;
        let mut with = None;
        for (at, other) in near {
            let Some(earlier) = kept.get(at) else {
                continue;
            };
            let likeness = likeness(&candidate, &identity, earlier, other);
            if likeness < found {
                (found, with) = (likeness, Some(at));
            }
        }
        if let Some(at) = same_words
            && (!identity.partners.is_empty() || !identity.name.is_empty())
        {
            (found, with) = (Likeness::Same, Some(at));
        }
        match with.and_then(|at| kept.get_mut(at)) {
            Some(earlier) if found == Likeness::Same => {
                let mut again = candidate;
                let is_more_precise = again.value.is_exact() && !earlier.value.is_exact();
                if is_more_precise && again.preference == earlier.preference {
                    std::mem::swap(earlier, &mut again);
                }
                let other = earlier.key.clone();
                sorting.leave_out(&again, Reason::ToldAgain { other });
                continue;
            }
            Some(earlier) => alike.extend([earlier.key.clone(), candidate.key.clone()]),
            None => {}
        }
        exactly.entry((kind, words)).or_insert(kept.len());
        others.push((kept.len(), identity));
        kept.push(candidate);
    }
    if !alike.is_empty() {
        let figures = alike.into_iter().collect();
        sorting.warnings.insert(Warning::LookAlikes { figures });
    }
    kept
}

/// One event is part of the number of them in a period: `5 đoàn trong năm 2023`
/// has that of May in it.
pub(super) fn without_counted_events<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    type Counted<'a> = (Group, &'a Measure);
    let counted = |c: &Candidate<'a>| -> Counted<'a> {
        (
            Group::of_place(c.quantity.claim.place()),
            c.quantity.measure,
        )
    };
    let mut numbers: BTreeMap<Counted<'a>, Spans> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let is_whole = candidate.time.period().is_some()
            && !candidate.is_event()
            && named(candidate.quantity.claim.statement()).is_empty();
        if is_whole {
            numbers
                .entry(counted(candidate))
                .or_default()
                .insert(&candidate.time, at);
        }
    }
    if numbers.is_empty() {
        return candidates;
    }
    let wholes: Vec<Option<String>> = candidates
        .iter()
        .map(|candidate| {
            let (first, last) = candidate.days();
            let (first, last) = (first?, last?);
            if !candidate.is_event() {
                return None;
            }
            let at = numbers
                .get(&counted(candidate))?
                .overlapping(&candidate.time_as_period()?)?;
            let whole = candidates.get(at)?;
            let period = whole.time.period()?;
            (period.start() <= first && last <= period.end()).then(|| whole.key.clone())
        })
        .collect();
    let mut kept = Vec::with_capacity(candidates.len());
    for (candidate, whole) in candidates.into_iter().zip(wholes) {
        match whole {
            Some(whole) => sorting.leave_out(&candidate, Reason::PartOf { whole }),
            None => kept.push(candidate),
        }
    }
    kept
}
