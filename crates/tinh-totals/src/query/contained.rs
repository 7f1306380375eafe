//! Figures of partners and sectors that contain one another: a bloc its
//! countries, a country its companies and localities, a sector its branches.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;
use tinh_gazetteer::{Country, Organisation, Unit};
use tinh_model::{Partner, Sector};

use super::bucket::Bucket;
use super::candidate::{Candidate, is_at_one_time};
use super::parts;
use super::sorting::Sorting;
use super::spans::Spans;
use crate::left::{At, Why};
use crate::reason::Reason;

/// Of whom a figure is, as far as it can contain others or lie within them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Whose {
    /// A partner by its number; 0 for a figure of all.
    Partner(u32),
    Country(Country),
    Bloc(Organisation),
}

/// Where figures could contain one another: the place, measure, currency and
/// span.
type Ground = (
    Option<Unit>,
    bool,
    usize,
    Option<&'static str>,
    Option<Bucket>,
);

fn ground(candidate: &Candidate<'_>) -> Ground {
    let entry = candidate.at.entry;
    (
        entry.unit,
        entry.is_national,
        candidate.table,
        candidate.currency.map(|currency| currency.code()),
        candidate.bucket,
    )
}

/// Figures of partners and sectors, by what they are of.
#[derive(Default)]
struct Wholes<'a> {
    figures: HashMap<(Ground, Whose, &'a str), Spans>,
    blocs: BTreeSet<Organisation>,
    /// The sectors above each, from the next on.
    above: HashMap<&'a str, Vec<Sector>>,
}

impl<'a> Wholes<'a> {
    fn of(candidates: &[Candidate<'a>]) -> Self {
        let mut wholes = Self::default();
        for (index, candidate) in candidates.iter().enumerate() {
            if !candidate.at.entry.is_observation {
                continue;
            }
            let (whose, sector) = (whose(candidate), sector(candidate));
            if let Whose::Bloc(bloc) = whose {
                wholes.blocs.insert(bloc);
            }
            wholes.above.entry(sector).or_insert_with(|| {
                std::iter::successors(Sector::new(sector).parent(), Sector::parent).collect()
            });
            let spans = wholes.figures.entry((ground(candidate), whose, sector));
            spans.or_default().insert(&candidate.time, index);
        }
        wholes
    }

    /// The figures that contain a figure, the nearest first, and whether each is
    /// of its partner, and of its sector.
    fn around(&self, candidate: &Candidate<'a>) -> Vec<(usize, [bool; 2])> {
        if !candidate.at.entry.is_observation {
            return Vec::new();
        }
        let (ground, own_sector) = (ground(candidate), sector(candidate));
        let mut all = vec![whose(candidate)];
        let country = candidate.partner().and_then(Partner::country);
        if let Some(country) = country {
            if all != [Whose::Country(country)] {
                all.push(Whose::Country(country));
            }
            let day = candidate.days().1.or(candidate.days().0);
            let is_in = |bloc: &&Organisation| {
                day.is_some_and(|day| bloc.contains(country, day) == Some(true))
            };
            all.extend(self.blocs.iter().filter(is_in).copied().map(Whose::Bloc));
        }
        let above = self.above.get(own_sector).into_iter().flatten();
        let sectors: Vec<&str> = [own_sector]
            .into_iter()
            .chain(above.map(Sector::name))
            .collect();
        let mut found = Vec::new();
        for (of_sector, sector) in sectors.iter().enumerate() {
            for (of_partner, whose) in all.iter().enumerate() {
                let same = [of_partner == 0, of_sector == 0];
                let spans = self.figures.get(&(ground, *whose, *sector));
                if same != [true; 2]
                    && let Some(at) = spans.and_then(|spans| spans.overlapping(&candidate.time))
                {
                    found.push((at, same));
                }
            }
        }
        found
    }
}

fn whose(candidate: &Candidate<'_>) -> Whose {
    match candidate.partner() {
        Some(Partner::Country(country, _)) => Whose::Country(*country),
        Some(Partner::Bloc(bloc)) => Whose::Bloc(*bloc),
        _ => Whose::Partner(candidate.at.entry.partner),
    }
}

fn sector<'a>(candidate: &Candidate<'a>) -> &'a str {
    candidate.at.table.sector(candidate.at.entry.sector)
}

/// What lies within another figure of the same place is not counted again. Where
/// it is the whole that is less preferred, it gives way to its parts.
pub(super) fn without_contained<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    if !(sorting.query.is_by_partner() || sorting.query.is_by_sector()) {
        return candidates;
    }
    let wholes = Wholes::of(&candidates);
    let around: Vec<_> = candidates.iter().map(|c| wholes.around(c)).collect();
    let name = |at: At<'a>| {
        let entry = at.entry;
        (
            at.table.partner(entry.partner),
            at.table.sector(entry.sector),
        )
    };
    let mut yielding: HashMap<usize, At<'a>> = HashMap::new();
    // The parts next below a whole, those along one dimension together: others
    // may share ground.
    let mut next_below: BTreeMap<(usize, [bool; 2]), Vec<&Candidate<'a>>> = BTreeMap::new();
    for (part, around) in candidates.iter().zip(&around) {
        if let Some((at, same)) = around.first()
            && candidates
                .get(*at)
                .is_some_and(|whole| is_at_one_time(whole, part))
        {
            next_below.entry((*at, *same)).or_default().push(part);
        }
        for (at, _) in around {
            if candidates
                .get(*at)
                .is_some_and(|whole| part.preference < whole.preference)
            {
                let known = yielding.entry(*at).or_insert(part.at);
                if name(part.at) < name(*known) {
                    *known = part.at;
                }
            }
        }
    }
    for ((at, _), below) in &next_below {
        if let Some(whole) = candidates.get(*at) {
            parts::hold(below, whole, sorting);
        }
    }
    let reasons = around.iter().enumerate().map(|(own, around)| {
        if let Some(by) = yielding.get(&own) {
            return Some(Why::For(|by| Reason::LessPreferred { by }, *by));
        }
        let mut around = around.iter().map(|(at, _)| at);
        let whole = around.find(|whole| !yielding.contains_key(*whole))?;
        let whole = candidates.get(*whole)?.at;
        Some(Why::For(|whole| Reason::PartOf { whole }, whole))
    });
    let reasons = reasons.collect();
    sorting.without(candidates, reasons)
}
