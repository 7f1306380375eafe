//! The question.

mod resolve;
mod scope;

use chrono::NaiveDate;
use tinh_gazetteer::Units;
use tinh_model::time::Period;
use tinh_model::{Dataset, Measure, Place, Source};

use crate::answer::Answer;
use crate::error::Error;
use crate::key::Key;

/// When the figures asked for hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    /// The newest stock of each place.
    Latest,
    /// The newest stock of each place at or before a day.
    By(NaiveDate),
    /// The flow over a period.
    During(Period),
    /// Events, whenever they were.
    Events,
}

type SourceFilter<'a> = Box<dyn Fn(&Source) -> bool + 'a>;
type PlaceFilter<'a> = Box<dyn Fn(Place) -> bool + 'a>;

/// A question for a total, built up in the words of the question.
///
/// ```
/// use tinh_model::{Basis, CapitalKind, Dataset, Measure};
/// use tinh_totals::{Key, Totals};
/// use tinh_totals::tinh_gazetteer::Units;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"fia","title":"FDI by province","publisher":"FIA"}
/// {"type":"observation","id":"hp","source":"fia","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"25,27 tỷ USD"}
/// {"type":"observation","id":"hd","source":"fia","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "fia.jsonl")?;
///
/// let answer = Totals::of(&data)
///     .measure(Measure::capital(CapitalKind::Fdi, Basis::Registered))
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
pub struct Totals<'a> {
    data: &'a Dataset,
    measure: Option<Measure>,
    when: When,
    by: Option<Key>,
    restated_to: Option<Units>,
    prefer: Vec<String>,
    sources: SourceFilter<'a>,
    places: PlaceFilter<'a>,
    strict: bool,
}

impl std::fmt::Debug for Totals<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Totals")
            .field("measure", &self.measure)
            .field("when", &self.when)
            .field("by", &self.by)
            .field("restated_to", &self.restated_to)
            .field("prefer", &self.prefer)
            .field("strict", &self.strict)
            .finish_non_exhaustive()
    }
}

impl<'a> Totals<'a> {
    /// A question about a dataset.
    #[must_use]
    pub fn of(data: &'a Dataset) -> Self {
        Self {
            data,
            measure: None,
            when: When::Latest,
            by: None,
            restated_to: None,
            prefer: Vec::new(),
            sources: Box::new(|_| true),
            places: Box::new(|_| true),
            strict: false,
        }
    }

    /// What to total. Required.
    #[must_use]
    pub fn measure(mut self, measure: Measure) -> Self {
        self.measure = Some(measure);
        self
    }

    /// Stocks: of each place the newest at or before this day. Without it the
    /// newest of all. A stock whose date is not known to lie by the day is
    /// left out.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Self {
        self.when = When::By(day);
        self
    }

    /// Flows within this period. Of two that overlap in one place the longer
    /// is taken.
    #[must_use]
    pub fn during(mut self, period: Period) -> Self {
        self.when = When::During(period);
        self
    }

    /// Events such as missions and agreements: every one counts, whenever it
    /// was, unless it repeats or is part of another.
    #[must_use]
    pub fn events(mut self) -> Self {
        self.when = When::Events;
        self
    }

    /// Break the total down. Without it there is one row a currency.
    #[must_use]
    pub fn by(mut self, key: Key) -> Self {
        self.by = Some(key);
        self
    }

    /// Restate every unit to the units of a date: what lay wholly inside one
    /// of them is added to it, the rest is left out with the reason.
    #[must_use]
    pub fn restated_to(mut self, units: Units) -> Self {
        self.restated_to = Some(units);
        self
    }

    /// Producers in the order of preference, by [`Source::producer`]. A
    /// producer named is preferred to one that is not, whatever the dates.
    #[must_use]
    pub fn prefer<S: Into<String>>(mut self, producers: impl IntoIterator<Item = S>) -> Self {
        self.prefer = producers.into_iter().map(Into::into).collect();
        self
    }

    /// Only figures of sources for which this holds.
    #[must_use]
    pub fn from_sources(mut self, wanted: impl Fn(&Source) -> bool + 'a) -> Self {
        self.sources = Box::new(wanted);
        self
    }

    /// Only figures of places for which this holds.
    #[must_use]
    pub fn in_places(mut self, wanted: impl Fn(Place) -> bool + 'a) -> Self {
        self.places = Box::new(wanted);
        self
    }

    /// Refuse to answer where an ordinary answer would carry a warning.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// The answer.
    ///
    /// # Errors
    /// [`Error::NoMeasure`]; [`Error::NotAdditive`] where ranks, rates or
    /// numbers of partners would be added; [`Error::Strict`] in strict mode;
    /// [`Error::TooLarge`].
    pub fn compute(self) -> Result<Answer<'a>, Error> {
        let strict = self.strict;
        let answer = resolve::answer(&self)?;
        if strict && !answer.warnings().is_empty() {
            return Err(Error::Strict(answer.warnings().to_vec()));
        }
        Ok(answer)
    }
}
