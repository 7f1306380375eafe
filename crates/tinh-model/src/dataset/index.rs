//! The figures of a dataset in order of what they measure, made once.

use std::sync::{Arc, OnceLock};

use chrono::Datelike;
use hashbrown::{HashMap, HashSet};
use rust_decimal::Decimal;
use tinh_figures::{Bounds, Currency, Qualifier};
use tinh_gazetteer::Unit;

use super::Dataset;
use crate::claim::{Claim, Quantity, Realm, Scope, Status};
use crate::entity::{Base, Statement};
use crate::measure::Measure;
use crate::partner::Partner;
use crate::place::Place;
use crate::sector::Sector;
use crate::time::Time;

/// The figures of a dataset by measure: what a question has to look at.
///
/// Which figures there are of a measure is found at the first question, their
/// order at the first question about the measure. A claim that is added makes
/// the next question begin anew.
///
/// ```
/// use tinh_model::{Dataset, measures};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// let projects = data.index().table(&measures::FDI_PROJECTS).ok_or("no figure")?;
/// let of_cities = projects.entries(&data).iter().filter(|entry| {
///     entry.unit.is_some_and(|unit| unit.name() == "Hải Phòng")
/// });
/// // Only what passes is looked up in the dataset.
/// let ids: Vec<&str> = of_cities.filter_map(|entry| Some(entry.claim(&data)?.id())).collect();
/// assert_eq!(ids, ["hp"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct FigureIndex {
    tables: Vec<FigureTable>,
    relating: Vec<u32>,
    related: HashSet<u32>,
}

impl FigureIndex {
    pub(super) fn of(data: &Dataset) -> Self {
        let mut index = Self::default();
        let mut known: HashMap<&Measure, usize> = HashMap::new();
        for (number, claim) in data.claims.iter().enumerate() {
            let Ok(number) = u32::try_from(number) else {
                break;
            };
            if !claim.relations().is_empty() {
                index.relating.push(number);
                index.related.insert(number);
                let others = claim.relations().iter();
                let number_of = |id: &str| data.claim_ids.get(id, &data.claims);
                index
                    .related
                    .extend(others.filter_map(|other| number_of(&other.to)));
            }
            let mut add = |measure, slot| {
                let at = *known.entry(measure).or_insert_with(|| {
                    index.tables.push(FigureTable::new(measure.clone()));
                    index.tables.len().saturating_sub(1)
                });
                if let Some(table) = index.tables.get_mut(at) {
                    table.figures.push((number, slot));
                }
            };
            match claim.statement() {
                Statement::Observation(observation) => add(&observation.measure, 0),
                _ => {
                    for (slot, quantity) in (0..).zip(claim.quantities()) {
                        add(quantity.measure, slot);
                    }
                }
            }
        }
        for table in &mut index.tables {
            table.figures.shrink_to_fit();
        }
        index.tables.sort_by(|a, b| a.measure.cmp(&b.measure));
        index
    }

    /// The figures of each measure, by measure.
    #[must_use]
    pub fn tables(&self) -> &[FigureTable] {
        &self.tables
    }

    /// The figures of a measure, where there are any.
    #[must_use]
    pub fn table(&self, measure: &Measure) -> Option<&FigureTable> {
        let at = self.tables.binary_search_by(|t| t.measure.cmp(measure));
        self.tables.get(at.ok()?)
    }

    /// The claims that name others, in the order of the dataset.
    pub fn relating<'d>(&self, data: &'d Dataset) -> impl Iterator<Item = &'d Claim> {
        self.relating
            .iter()
            .filter_map(|at| data.claims.get(usize::try_from(*at).ok()?))
    }
}

/// The figures of one measure.
#[derive(Clone, Debug)]
pub struct FigureTable {
    measure: Measure,
    /// Claims, and which of its figures.
    figures: Vec<(u32, u16)>,
    sorted: OnceLock<Sorted>,
}

#[derive(Clone, Debug, Default)]
struct Sorted {
    entries: Vec<FigureEntry>,
    partners: Vec<String>,
    sectors: Vec<String>,
}

impl FigureTable {
    const fn new(measure: Measure) -> Self {
        Self {
            measure,
            figures: Vec::new(),
            sorted: OnceLock::new(),
        }
    }

    /// The measure.
    #[must_use]
    pub const fn measure(&self) -> &Measure {
        &self.measure
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether the table is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// The figures by series, then by the day they begin to hold. `data` is
    /// the dataset of the index.
    pub fn entries(&self, data: &Dataset) -> &[FigureEntry] {
        &self.sorted(data).entries
    }

    /// The text of a [partner](FigureEntry::partner).
    #[must_use]
    pub fn partner(&self, number: u32) -> &str {
        let partners = self.sorted.get().map(|sorted| &sorted.partners);
        named(partners, number)
    }

    /// The name of a [sector](FigureEntry::sector).
    #[must_use]
    pub fn sector(&self, number: u32) -> &str {
        let sectors = self.sorted.get().map(|sorted| &sorted.sectors);
        named(sectors, number)
    }

    fn sorted(&self, data: &Dataset) -> &Sorted {
        self.sorted.get_or_init(|| {
            let mut maker = Maker::new(data);
            let figures = self.figures.iter();
            let entries = figures.filter_map(|at| maker.entry(data, *at)).collect();
            Sorted {
                entries: in_order(data, entries),
                partners: maker.partners.into_names(),
                sectors: maker.sectors.into_names(),
            }
        })
    }
}

fn named(names: Option<&Vec<String>>, number: u32) -> &str {
    let at = usize::try_from(number).ok();
    let name = names.and_then(|names| names.get(at?.checked_sub(1)?));
    name.map_or("", String::as_str)
}

/// The properties of a figure that a query reads before it looks at the claim.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FigureEntry {
    claim: u32,
    slot: u16,
    /// The number of its source, in the order of the dataset.
    pub source: u32,
    /// The same for figures of one place, partner, sector and part, which
    /// differ in nothing but time, source and value.
    pub series: u32,
    /// Its place in the order of the ids of claims, among those of the measure.
    pub rank: u32,
    /// The number of its one partner; 0 where it has none, or several.
    pub partner: u32,
    /// The number of its sector; 0 for none.
    pub sector: u32,
    /// Its unit; `None` for the nation and the sea.
    pub unit: Option<Unit>,
    /// Whether it is of the nation.
    pub is_national: bool,
    /// When it holds.
    pub time: Time,
    /// Its value, where it is one value exactly and not below zero.
    pub exact: Option<Decimal>,
    /// Whether it has a number at all.
    pub has_value: bool,
    /// Whether its digits can be read in two ways.
    pub is_ambiguous: bool,
    /// Its currency.
    pub currency: Option<Currency>,
    /// How firm it is.
    pub status: Status,
    /// Whether it is a fact, a plan, a target or a commitment.
    pub realm: Realm,
    /// Its scope.
    pub scope: Scope,
    /// Whether it is an observation.
    pub is_observation: bool,
    /// Whether it is one event, not the number of them in a period.
    pub is_event: bool,
    /// Whether it is of several partners together.
    pub is_of_several: bool,
    /// Whether its claim names another, or is named by one.
    pub is_related: bool,
}

impl FigureEntry {
    /// Its claim, in the dataset of the index.
    #[must_use]
    pub fn claim<'d>(&self, data: &'d Dataset) -> Option<&'d Claim> {
        data.claims.get(usize::try_from(self.claim).ok()?)
    }

    /// The figure itself, in the dataset of the index.
    #[must_use]
    pub fn quantity<'d>(&self, data: &'d Dataset) -> Option<Quantity<'d>> {
        self.claim(data)?.quantity(self.slot.into())
    }
}

/// Names by number, from 1.
#[derive(Default)]
struct Names(HashMap<String, u32>);

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        let number = u32::try_from(self.0.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        self.0.insert(name.to_owned(), number);
        number
    }

    fn into_names(self) -> Vec<String> {
        let mut names: Vec<(u32, String)> =
            self.0.into_iter().map(|(n, number)| (number, n)).collect();
        names.sort_unstable();
        names.into_iter().map(|(_, name)| name).collect()
    }
}

/// What figures of one series have in common.
type SeriesKey<'d> = (
    (Option<Unit>, bool),
    (u32, u32),
    (Option<&'d str>, Option<Base>),
    (&'static str, Option<String>),
);

/// Numbers names and series as they come.
struct Maker<'d> {
    partners: Names,
    sectors: Names,
    series: HashMap<SeriesKey<'d>, u32>,
    sources: &'d std::collections::HashMap<Arc<str>, usize>,
    related: &'d HashSet<u32>,
    /// The source asked last.
    source: (&'d str, u32),
}

impl<'d> Maker<'d> {
    fn new(data: &'d Dataset) -> Self {
        Self {
            partners: Names::default(),
            sectors: Names::default(),
            series: HashMap::new(),
            sources: &data.source_index,
            related: &data.index().related,
            source: ("", 0),
        }
    }

    fn entry(&mut self, data: &'d Dataset, (number, slot): (u32, u16)) -> Option<FigureEntry> {
        let claim = data.claims.get(usize::try_from(number).ok()?)?;
        let quantity = claim.quantity(slot.into())?;
        let statement = claim.statement();
        let (one, is_of_several) = match statement {
            Statement::Observation(observation) => (observation.partner.as_deref(), false),
            _ => match statement.partners().as_slice() {
                [] => (None, false),
                [one] => (Some(*one), false),
                _ => (None, true),
            },
        };
        let partner = match one {
            Some(Partner::Country(country, _)) => self.partners.number(country.name()),
            Some(other) => self.partners.number(&other.to_string()),
            None => 0,
        };
        let sector = statement.sector().map(Sector::name);
        let sector = sector.map_or(0, |name| self.sectors.number(name));
        let (base, donors) = match statement {
            Statement::Observation(observation) => (observation.base, None),
            Statement::AidGroup(group) => {
                let donors = group.donors.named().iter().map(ToString::to_string);
                (None, Some(donors.collect::<Vec<_>>().join(", ")))
            }
            _ => (None, None),
        };
        if claim.source() != self.source.0 {
            let at = self.sources.get(claim.source()).copied();
            self.source = (claim.source(), at.and_then(|at| u32::try_from(at).ok())?);
        }
        let is_national = claim.place() == Place::National;
        let unit = claim.place().unit();
        let is_observation = matches!(statement, Statement::Observation(_));
        let key = (
            (unit, is_national),
            (partner, sector),
            (quantity.among(), base),
            (statement.kind_code(), donors),
        );
        let next = u32::try_from(self.series.len()).ok()?;
        let reading = quantity.figure.and_then(|figure| figure.reading());
        let exact = reading.and_then(|reading| {
            let is_exact = reading.qualifier() == Qualifier::Exact
                && Bounds::from(reading).qualifier() == Qualifier::Exact;
            quantity
                .value()
                .filter(|value| is_exact && !value.is_sign_negative())
        });
        Some(FigureEntry {
            claim: number,
            slot,
            source: self.source.1,
            series: *self.series.entry(key).or_insert(next),
            rank: 0,
            partner,
            sector,
            unit,
            is_national,
            time: quantity.time,
            exact,
            has_value: reading.is_some_and(|reading| {
                reading.value().is_some() || reading.lower().is_some() || reading.upper().is_some()
            }),
            is_ambiguous: reading.is_some_and(|reading| reading.is_ambiguous()),
            currency: reading.and_then(|reading| reading.currency()),
            status: claim.status(),
            realm: claim.realm(),
            scope: quantity.scope,
            is_observation,
            is_event: !is_observation && quantity.is_event(),
            is_of_several,
            is_related: !self.related.is_empty() && self.related.contains(&number),
        })
    }
}

/// By series, then by the day they begin to hold, each with its place in the
/// order of ids. Most ids differ in their first bytes, which are compared as
/// one number.
fn in_order(data: &Dataset, mut entries: Vec<FigureEntry>) -> Vec<FigureEntry> {
    let id_of = |entry: &FigureEntry| entry.claim(data).map_or("", Claim::id);
    let mut by_id: Vec<(u128, usize)> = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let mut head = [0; 16];
            for (byte, of_id) in head.iter_mut().zip(id_of(entry).bytes()) {
                *byte = of_id;
            }
            (u128::from_be_bytes(head), at)
        })
        .collect();
    by_id.sort_by(|(head, a), (other, b)| {
        let of = |at: &usize| entries.get(*at).map(|entry| (id_of(entry), entry.slot));
        head.cmp(other).then_with(|| of(a).cmp(&of(b)))
    });
    for (rank, (_, at)) in (0..).zip(by_id) {
        if let Some(entry) = entries.get_mut(at) {
            entry.rank = rank;
        }
    }
    // Series, day and rank as one number, which is compared at once.
    let place = |(at, entry): (usize, &FigureEntry)| {
        let day = entry.time.first_day();
        let day = day.map_or(0, |day| day.num_days_from_ce()).cast_unsigned();
        let parts = [entry.series, day, entry.rank].map(u128::from);
        (
            parts
                .into_iter()
                .fold(0, |all: u128, part| (all << 32) | part),
            at,
        )
    };
    let mut order: Vec<_> = entries.iter().enumerate().map(place).collect();
    order.sort_unstable();
    let mut sorted = Vec::with_capacity(order.len());
    sorted.extend(
        order
            .into_iter()
            .filter_map(|(_, at)| entries.get(at).copied()),
    );
    sorted
}
