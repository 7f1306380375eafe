//! The query.

mod alike;
mod asked;
mod bucket;
mod candidate;
mod choose;
mod contained;
mod group;
mod parts;
mod plausible;
mod relations;
mod repeats;
mod resolve;
mod scope;
mod settle;
mod sorting;
mod spans;
mod warn;

pub(crate) use asked::Asked;
pub(crate) use candidate::{Candidate, TimeOrder};
pub(crate) use scope::outside;

use std::fmt;
use std::rc::Rc;

use chrono::NaiveDate;
use tinh_figures::Currency;
use tinh_gazetteer::Units;
use tinh_model::claim::{Realm, Status};
use tinh_model::time::Period;
use tinh_model::{Dataset, Measure, Partner, Place, Source};

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::key::Key;
use crate::question::{Level, Question, When};
use crate::rates::Rates;

type SourceFilter<'a> = Rc<dyn Fn(&Source) -> bool + 'a>;
type PlaceFilter<'a> = Rc<dyn Fn(Place) -> bool + 'a>;
type PartnerFilter<'a> = Rc<dyn Fn(&Partner) -> bool + 'a>;
type SectorFilter<'a> = Rc<dyn Fn(&str) -> bool + 'a>;

/// A query for a total, built up one condition at a time.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals};
/// use tinh_totals::tinh_gazetteer::Units;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"fia","title":"FDI by province","publisher":"FIA"}
/// {"type":"observation","id":"hp","source":"fia","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"25,27 tỷ USD"}
/// {"type":"observation","id":"hd","source":"fia","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "fia.jsonl")?;
///
/// let answer = Totals::of(&data)
///     .measure(measures::FDI_REGISTERED)
///     .on("2022-12-20".parse()?)
///     .by(Key::Province)
///     .restated_to(Units::on("2025-07-01".parse()?))
///     .prefer(["FIA"])
///     .compute()?;
/// let haiphong = answer.row("Hải Phòng").ok_or("no such row")?;
/// assert_eq!(haiphong.value().nominal(), Some("34420000000".parse()?));
/// assert_eq!(haiphong.included().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Totals<'a> {
    pub(crate) data: &'a Dataset,
    pub(crate) measures: Vec<Measure>,
    pub(crate) when: When,
    pub(crate) keys: Vec<Key>,
    pub(crate) restated_to: Option<Units>,
    pub(crate) prefer: Vec<String>,
    pub(crate) sources: Option<SourceFilter<'a>>,
    pub(crate) places: Option<PlaceFilter<'a>>,
    pub(crate) partners: Option<PartnerFilter<'a>>,
    pub(crate) sectors: Option<SectorFilter<'a>>,
    pub(crate) statuses: Option<Vec<Status>>,
    pub(crate) realm: Realm,
    pub(crate) level: Level,
    pub(crate) vintage: Option<NaiveDate>,
    pub(crate) rates: Option<(Currency, &'a dyn Rates)>,
    pub(crate) strict: bool,
}

impl fmt::Debug for Totals<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Totals")
            .field("measures", &self.measures)
            .field("when", &self.when)
            .field("by", &self.keys)
            .field("restated_to", &self.restated_to)
            .field("prefer", &self.prefer)
            .field("statuses", &self.statuses)
            .field("realm", &self.realm)
            .field("level", &self.level)
            .field("vintage", &self.vintage)
            .field("currency", &self.rates.map(|(currency, _)| currency))
            .field("strict", &self.strict)
            .finish_non_exhaustive()
    }
}

impl<'a> Totals<'a> {
    /// A query about a dataset.
    #[must_use]
    pub fn of(data: &'a Dataset) -> Self {
        Self {
            data,
            measures: Vec::new(),
            when: When::Latest,
            keys: Vec::new(),
            restated_to: None,
            prefer: Vec::new(),
            sources: None,
            places: None,
            partners: None,
            sectors: None,
            statuses: None,
            realm: Realm::Actual,
            level: Level::Places,
            vintage: None,
            rates: None,
            strict: false,
        }
    }

    /// Whether it is about figures of single partners.
    pub(crate) fn is_by_partner(&self) -> bool {
        self.partners.is_some() || self.keys.iter().any(|key| key.is_partner())
    }

    /// Whether it is about figures of single sectors.
    pub(crate) fn is_by_sector(&self) -> bool {
        self.sectors.is_some() || self.keys.contains(&Key::Sector)
    }

    /// The query without its filters.
    fn question(&self) -> Question {
        Question {
            measures: self.measures.clone(),
            when: self.when,
            level: self.level,
            keys: self.keys.clone(),
            restated_to: self.restated_to,
            prefer: self.prefer.clone(),
            vintage: self.vintage,
            currency: self.rates.map(|(currency, _)| currency),
            strict: self.strict,
        }
    }

    /// Sets the measure to total. Required, unless [`measures`](Self::measures)
    /// is given.
    #[must_use]
    pub fn measure(mut self, measure: Measure) -> Self {
        self.measures = vec![measure];
        self
    }

    /// Sets several measures, each with rows and totals of its own: registered
    /// beside implemented capital. They are never added.
    #[must_use]
    pub fn measures(mut self, measures: impl IntoIterator<Item = Measure>) -> Self {
        self.measures = measures.into_iter().collect();
        self.measures.sort_unstable();
        self.measures.dedup();
        self
    }

    /// Totals stocks: each place's newest at or before this day. Without it, each
    /// place's newest of all. A stock that may be of a later day is excluded.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Self {
        self.when = When::By(day);
        self
    }

    /// Totals flows within this period. Of two that overlap in one place the
    /// longer counts.
    #[must_use]
    pub fn during(mut self, period: Period) -> Self {
        self.when = When::During(period);
        self
    }

    /// Totals events such as missions and agreements. Every one counts, whatever
    /// its date, unless it repeats another or is part of one.
    #[must_use]
    pub fn events(mut self) -> Self {
        self.when = When::Events;
        self
    }

    /// Totals flows of any period: a series, together with a key of time. Without
    /// one, the longest of the flows that overlap in one place counts.
    #[must_use]
    pub fn flows(mut self) -> Self {
        self.when = When::Flows;
        self
    }

    /// Breaks the total down, within the keys already given. Without a key there
    /// is one row per measure and currency.
    ///
    /// A key of time also decides what counts: each place's newest stock of each
    /// year, and the flows within one year.
    #[must_use]
    pub fn by(mut self, key: Key) -> Self {
        if !self.keys.contains(&key) {
            self.keys.push(key);
        }
        self
    }

    /// Totals the nation's own printed figures instead of the sum of its parts.
    #[must_use]
    pub fn national(mut self) -> Self {
        self.level = Level::Nation;
        self
    }

    /// Totals amounts of single projects and investors, which are part of the
    /// stock of their place. Of claims on one project ([same as][same]) the
    /// newest counts; phases that are [part of][part] it do not count again.
    ///
    /// [same]: tinh_model::claim::RelationKind::SameAs
    /// [part]: tinh_model::claim::RelationKind::PartOf
    #[must_use]
    pub fn of_projects(mut self) -> Self {
        self.level = Level::Projects;
        self
    }

    /// Takes only figures of partners for which `wanted` holds, instead of whole
    /// figures.
    #[must_use]
    pub fn from_partners(mut self, wanted: impl Fn(&Partner) -> bool + 'a) -> Self {
        self.partners = Some(Rc::new(wanted));
        self
    }

    /// Takes only figures of sectors for which `wanted` holds, instead of whole
    /// figures.
    #[must_use]
    pub fn in_sectors(mut self, wanted: impl Fn(&str) -> bool + 'a) -> Self {
        self.sectors = Some(Rc::new(wanted));
        self
    }

    /// Takes only figures of these statuses. Without it all count, and estimates
    /// give a warning.
    #[must_use]
    pub fn of_status(mut self, statuses: impl IntoIterator<Item = Status>) -> Self {
        self.statuses = Some(statuses.into_iter().collect());
        self
    }

    /// Totals plans, targets or commitments instead of facts.
    #[must_use]
    pub fn in_realm(mut self, realm: Realm) -> Self {
        self.realm = realm;
        self
    }

    /// Answers as known on a day: only sources published by then count. A
    /// producer's later figure for the same place and time always replaces its
    /// earlier one; without a day of knowledge, a warning says so.
    #[must_use]
    pub fn as_known_on(mut self, day: NaiveDate) -> Self {
        self.vintage = Some(day);
        self
    }

    /// Converts all money to one currency at dated rates: a stock at the rate of
    /// its as-of date, a flow at that of the last day of its period. Only
    /// figures that count or are compared need a rate. Converted amounts are
    /// rounded to the smallest unit of the currency, and every conversion is
    /// [recorded](Answer::conversions).
    #[must_use]
    pub fn in_currency(mut self, currency: Currency, rates: &'a dyn Rates) -> Self {
        self.rates = Some((currency, rates));
        self
    }

    /// Restates every unit to the units of a date: a unit wholly inside one of
    /// them is added to it; the rest is excluded with the reason.
    #[must_use]
    pub fn restated_to(mut self, units: Units) -> Self {
        self.restated_to = Some(units);
        self
    }

    /// Sets the preferred producers, the most preferred first, by
    /// [`Source::producer`]. A producer named is preferred to one that is not,
    /// whatever the dates.
    #[must_use]
    pub fn prefer<S: Into<String>>(mut self, producers: impl IntoIterator<Item = S>) -> Self {
        self.prefer = producers.into_iter().map(Into::into).collect();
        self
    }

    /// Takes only figures of sources for which `wanted` holds.
    #[must_use]
    pub fn from_sources(mut self, wanted: impl Fn(&Source) -> bool + 'a) -> Self {
        self.sources = Some(Rc::new(wanted));
        self
    }

    /// Takes only figures of places for which `wanted` holds.
    #[must_use]
    pub fn in_places(mut self, wanted: impl Fn(Place) -> bool + 'a) -> Self {
        self.places = Some(Rc::new(wanted));
        self
    }

    /// Returns an error where an ordinary answer would carry a warning.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Computes the answer.
    ///
    /// # Errors
    /// [`ErrorKind::NoMeasure`]; [`ErrorKind::NotAdditive`] where ranks, rates or
    /// numbers of partners would be added; [`ErrorKind::NoRate`] where a rate of
    /// exchange is missing; [`ErrorKind::Strict`] in strict mode;
    /// [`ErrorKind::TooLarge`].
    pub fn compute(self) -> Result<Answer<'a>, Error> {
        let strict = self.strict;
        let answer = resolve::answer(&self)?;
        if strict && !answer.warnings().is_empty() {
            let warnings = answer.warnings().to_vec();
            return Err(ErrorKind::Strict { warnings }.into());
        }
        Ok(answer)
    }
}
