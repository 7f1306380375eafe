//! Two answers, or an answer and its whole, set against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;
use serde::Serialize;
use tinh_figures::Currency;
use tinh_gazetteer::{Territory, Units};
use tinh_model::time::Period;
use tinh_model::{Measure, MeasureUnit, PriceBasis, measures};

use super::{Answer, Row};
use crate::error::{Error, ErrorKind};
use crate::interval::{Interval, IntervalSum};
use crate::key::Group;
use crate::moment::{Moment, moments};
use crate::warning::{Break, Warning};

/// One side of a comparison.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Trade of Vĩnh Long","publisher":"Customs"}
/// # {"type":"observation","id":"before","source":"s","place":"Vĩnh Long","period":"2021","measure":"exports","figure":"575 triệu USD"}
/// # {"type":"observation","id":"now","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}"#.as_bytes(), "s.jsonl")?;
/// let year = |year: &str| -> Result<_, Box<dyn std::error::Error>> {
///     let exports = Totals::of(&data).measure(measures::EXPORTS);
///     Ok(exports.during(year.parse()?).by(Key::Province).compute()?)
/// };
/// let growth = year("2022")?.growth_from(&year("2021")?)?;
/// // What the growth was reckoned on, and who says so.
/// let base = growth[0].other.as_ref().ok_or("no earlier figure")?;
/// assert_eq!(base.value.to_string(), "575.000.000");
/// assert_eq!((&base.producers[0], &base.ids[0]), (&"Customs".into(), &"before".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Side {
    /// The value compared.
    pub value: Interval,
    /// When it holds.
    pub times: Vec<Moment>,
    /// Who says it.
    pub producers: Vec<String>,
    /// The ids of its figures.
    pub ids: Vec<String>,
}

impl Side {
    fn of(row: &Row<'_>) -> Self {
        Self {
            value: row.value,
            times: moments(row.included.iter().map(|i| i.quantity.time)),
            producers: row.producers(),
            ids: row.ids(),
        }
    }
}

/// A group set against another, or why it is not.
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
/// let shares = query().by(Key::Province).compute()?.shares()?;
/// assert_eq!(shares.len(), 2);
/// assert_eq!(shares[0].name(), "Hải Dương");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// The groups; none for the totals.
    pub groups: Vec<Group>,
    /// The measure compared.
    pub measure: Measure,
    /// The currency, where the result is money.
    pub currency: Option<Currency>,
    /// The result with its bounds, or why there is none.
    pub value: Result<Interval, Error>,
    /// This side; `None` where only the other has the group.
    pub own: Option<Arc<Side>>,
    /// The other side: the earlier value of a growth, the whole of a share, the
    /// base of a quotient.
    pub other: Option<Arc<Side>>,
    /// Caveats of the comparison.
    pub warnings: Vec<Warning>,
}

impl Compared {
    /// The names of its groups in one line.
    #[must_use]
    pub fn name(&self) -> String {
        let names: Vec<String> = self.groups.iter().map(Group::name).collect();
        names.join(", ")
    }
}

/// The kind of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Difference,
    Growth,
    Quotient,
}

impl<'a> Answer<'a> {
    /// This less an earlier answer, group by group, then in total. The bounds
    /// cross. A group is refused where the two sides do not cover the same
    /// ground, where one is incomplete, or where their periods differ.
    ///
    /// # Errors
    /// [`ErrorKind::OtherMeasure`], [`ErrorKind::NotAnAmount`].
    pub fn difference_from(&self, earlier: &Answer<'_>) -> Result<Vec<Compared>, Error> {
        self.against(earlier, What::Difference)
    }

    /// The growth on an earlier answer in percent, group by group, then in
    /// total. A group is refused as by [`difference_from`](Self::difference_from),
    /// and where the base is not above zero. Each side carries its dates,
    /// producers and ids. Different producers and a break in the series are
    /// warnings; in strict mode they are refusals.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_totals::{Key, Totals};
    /// let mut data = Dataset::new();
    /// data.read_jsonl(r#"{"type":"source","id":"s","title":"Trade of Vĩnh Long"}
    /// {"type":"observation","id":"1","source":"s","place":"Vĩnh Long","period":"2021","measure":"exports","figure":"575 triệu USD"}
    /// {"type":"observation","id":"2","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}"#.as_bytes(), "s.jsonl")?;
    /// let of = |year: &str| Totals::of(&data)
    ///     .measure("exports".parse().unwrap()).during(year.parse().unwrap())
    ///     .by(Key::Province).compute();
    /// let growth = of("2022")?.growth_from(&of("2021")?)?;
    /// let value = growth[0].value.clone()?;
    /// assert_eq!(value.nominal().map(|v| v.round_dp(2)), Some("37.91".parse()?));
    /// assert_eq!(growth[0].other.as_ref().map(|side| side.ids.clone()), Some(vec!["1".to_owned()]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`difference_from`](Self::difference_from).
    pub fn growth_from(&self, earlier: &Answer<'_>) -> Result<Vec<Compared>, Error> {
        self.against(earlier, What::Growth)
    }

    /// This divided by another answer, group by group, then in total: capital
    /// a project, persons a province. The two sides must hold for the same
    /// ground, place by place at the same dates or over the same periods.
    ///
    /// # Errors
    /// [`ErrorKind::NotAnAmount`].
    pub fn per(&self, other: &Answer<'_>) -> Result<Vec<Compared>, Error> {
        amount(self.measure())?;
        amount(other.measure())?;
        let counts = index(&other.rows);
        let count = other
            .totals
            .iter()
            .find(|row| row.currency.is_none() && row.measure == *other.measure());
        let mut found: Vec<Compared> = self
            .rows
            .iter()
            .map(|row| {
                let key = (row.groups.clone(), None, other.measure());
                self.set(Some(row), counts.get(&key).copied(), What::Quotient)
            })
            .collect();
        // Without keys the one row is the total.
        if !self.keys().is_empty() {
            let totals = self.totals.iter();
            found.extend(totals.map(|row| self.set(Some(row), count, What::Quotient)));
        }
        Ok(found)
    }

    fn against(&self, earlier: &Answer<'_>, what: What) -> Result<Vec<Compared>, Error> {
        if self.measures() != earlier.measures() {
            return Err(ErrorKind::OtherMeasure {
                left: earlier.measure_codes(),
                right: self.measure_codes(),
            }
            .into());
        }
        for measure in self.measures() {
            amount(measure)?;
        }
        let (before, now) = (index(&earlier.rows), index(&self.rows));
        let mut compared: Vec<Compared> = now
            .iter()
            .map(|(key, row)| self.set(Some(row), before.get(key).copied(), what))
            .collect();
        let gone = before.iter().filter(|(key, _)| !now.contains_key(*key));
        compared.extend(gone.map(|(_, row)| self.set(None, Some(row), what)));
        // Without keys the one row is the total.
        if !self.keys().is_empty() {
            let before = index(&earlier.totals);
            for (key, row) in &index(&self.totals) {
                compared.push(self.set(Some(row), before.get(key).copied(), what));
            }
        }
        Ok(compared)
    }

    /// Two rows set against each other.
    fn set(&self, own: Option<&Row<'_>>, other: Option<&Row<'_>>, what: What) -> Compared {
        let mut warnings = Vec::new();
        let value = match (own, other) {
            (Some(own), Some(other)) => {
                warnings = caveats(own, other);
                compare(own, other, what).and_then(|value| {
                    if self.question.strict && !warnings.is_empty() {
                        let warnings = warnings.clone();
                        return Err(ErrorKind::Strict { warnings }.into());
                    }
                    Ok(value)
                })
            }
            (Some(row), None) | (None, Some(row)) => Err(one_sided(row)),
            (None, None) => Err(ErrorKind::NoTotal.into()),
        };
        let row = own.or(other);
        Compared {
            groups: row.map(|row| row.groups.clone()).unwrap_or_default(),
            measure: row.map_or(self.measure(), |row| &row.measure).clone(),
            currency: row
                .and_then(|row| row.currency)
                .filter(|_| what != What::Growth),
            value,
            own: own.map(|row| Arc::new(Side::of(row))),
            other: other.map(|row| Arc::new(Side::of(row))),
            warnings,
        }
    }

    /// The share of each row in percent, with bounds, and of what is not
    /// listed: a last row of [`Group::Rest`] for each whole.
    ///
    /// The whole is a printed figure of the same measure, place and time where
    /// there is one; else the total of the rows, which is the whole only if
    /// nothing is missing from it: then every share carries
    /// [`Warning::ShareOfListed`], and a strict answer refuses it. A share is
    /// refused where row and whole both have only a lower bound, and where their
    /// dates are mixed.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_totals::{Group, Key, Totals};
    /// let mut data = Dataset::new();
    /// data.read_jsonl(r#"{"type":"source","id":"s","title":"FDI","published":"2024-01-10"}
    /// {"type":"observation","id":"jp","source":"s","place":"cả nước","as_of":"2023-12-31","measure":"fdi.registered","figure":"70 tỷ USD","partner":"Nhật Bản"}
    /// {"type":"observation","id":"all","source":"s","place":"cả nước","as_of":"2023-12-31","measure":"fdi.registered","figure":"280 tỷ USD"}"#.as_bytes(), "s")?;
    /// let answer = Totals::of(&data).measure("fdi.registered".parse()?).national().by(Key::Partner).compute()?;
    /// let shares = answer.shares()?;
    /// assert_eq!(shares[0].value.clone()?.nominal(), Some(25.into()));
    /// assert_eq!(shares[1].groups, [Group::Rest]);
    /// assert_eq!(shares[1].value.clone()?.nominal(), Some(75.into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::NoTotal`] where the rows do not add up to one.
    pub fn shares(&self) -> Result<Vec<Compared>, Error> {
        if self.totals.is_empty() && !self.rows.is_empty() {
            return Err(ErrorKind::NoTotal.into());
        }
        let totals: Vec<Whole<'_, 'a>> = self.totals.iter().map(Whole::of).collect();
        let printed: Vec<Whole<'_, 'a>> = self.wholes.iter().map(Whole::of).collect();
        let mut by_groups: BTreeMap<WholeKey<'_>, usize> = BTreeMap::new();
        for (at, whole) in printed.iter().enumerate() {
            let groups = whole.row.groups.iter().collect();
            let key = (
                groups,
                &whole.row.measure,
                whole.row.currency.map(Currency::code),
            );
            by_groups.insert(key, at);
        }
        // Which whole each row is part of, and what of it is listed.
        let mut listed: Vec<IntervalSum> = vec![IntervalSum::default(); printed.len()];
        let mut whole_of: Vec<Option<usize>> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let groups = self.keys().iter().zip(&row.groups);
            let groups = groups.filter(|(key, _)| self.whole_keys.contains(key));
            let groups = groups.map(|(_, group)| group).collect();
            let key = (groups, &row.measure, row.currency.map(Currency::code));
            let at = by_groups.get(&key).copied();
            let at = at.filter(|at| printed.get(*at).is_some_and(|w| w.times == times(row)));
            if let Some(sum) = at.and_then(|at| listed.get_mut(at)) {
                sum.merge(&row.sum)?;
            }
            whole_of.push(at);
        }
        let mut shares = Vec::with_capacity(self.rows.len());
        // A whole smaller than its parts is none.
        let fits = |at: &usize| -> Option<(&Whole<'_, 'a>, Interval)> {
            let (whole, sum) = (printed.get(*at)?, listed.get(*at)?.total().ok()?);
            let exceeds = matches!((sum.lower(), whole.row.value.upper()), (Some(least), Some(most)) if least > most);
            (!exceeds).then_some((whole, sum))
        };
        for (row, at) in self.rows.iter().zip(&whole_of) {
            let mut warnings = Vec::new();
            let whole = match at.as_ref().and_then(fits) {
                Some((whole, _)) => whole,
                None => {
                    if !self.is_complete {
                        warnings.push(Warning::ShareOfListed);
                    }
                    let own = |w: &&Whole<'_, '_>| {
                        w.row.currency == row.currency && w.row.measure == row.measure
                    };
                    totals.iter().find(own).ok_or(ErrorKind::NoTotal)?
                }
            };
            shares.push(self.share(row, whole, warnings));
        }
        for at in 0..printed.len() {
            let Some((whole, sum)) =
                fits(&at).filter(|(_, sum)| sum.nominal() != Some(Decimal::ZERO))
            else {
                continue;
            };
            let value = whole.row.value.minus(sum)?;
            if value.nominal().is_some_and(|rest| !rest.is_zero()) {
                let rest = Row {
                    groups: vec![Group::Rest],
                    value,
                    included: Vec::new(),
                    coverage: None,
                    ..whole.row.clone()
                };
                shares.push(self.share(&rest, whole, Vec::new()));
            }
        }
        Ok(shares)
    }

    fn share(&self, row: &Row<'_>, whole: &Whole<'_, '_>, warnings: Vec<Warning>) -> Compared {
        let value = if whole.dates.len() > 1 {
            let dates = whole.dates.clone();
            Err(ErrorKind::MixedDates { dates }.into())
        } else if self.question.strict && !warnings.is_empty() {
            let warnings = warnings.clone();
            Err(ErrorKind::Strict { warnings }.into())
        } else {
            let share = row.value.over(whole.row.value);
            share.and_then(|share| share.times(Decimal::ONE_HUNDRED))
        };
        Compared {
            groups: row.groups.clone(),
            measure: row.measure.clone(),
            currency: None,
            value,
            own: Some(Arc::new(Side::of(row))),
            other: Some(Arc::clone(&whole.side)),
            warnings,
        }
    }
}

/// The groups of a whole, its measure and currency.
type WholeKey<'r> = (Vec<&'r Group>, &'r Measure, Option<&'static str>);

/// The whole that rows are shares of, looked up once for all of them.
struct Whole<'r, 'a> {
    row: &'r Row<'a>,
    side: Arc<Side>,
    /// The dates of its stocks.
    dates: Vec<Moment>,
    times: BTreeSet<Moment>,
}

impl<'r, 'a> Whole<'r, 'a> {
    fn of(row: &'r Row<'a>) -> Self {
        Self {
            row,
            side: Arc::new(Side::of(row)),
            dates: stock_dates(row),
            times: times(row),
        }
    }
}

/// When the figures of a row hold, each time once.
fn times(row: &Row<'_>) -> BTreeSet<Moment> {
    let times = row.included.iter().map(|i| i.quantity.time);
    times.map(|time| Moment::of(&time).printed()).collect()
}

type RowIndex<'r, 'a> = BTreeMap<(Vec<Group>, Option<Currency>, &'r Measure), &'r Row<'a>>;

fn index<'r, 'a>(rows: &'r [Row<'a>]) -> RowIndex<'r, 'a> {
    rows.iter()
        .map(|row| ((row.groups.clone(), row.currency, &row.measure), row))
        .collect()
}

fn one_sided(row: &Row<'_>) -> Error {
    let group = match (row.name(), row.currency) {
        (name, Some(currency)) if !name.is_empty() => format!("{name} ({currency})"),
        (name, _) => name,
    };
    ErrorKind::OneSided { group }.into()
}

pub(super) fn amount(measure: &Measure) -> Result<(), Error> {
    if matches!(measure.unit(), MeasureUnit::Ratio) {
        let measure = measure.to_string();
        return Err(ErrorKind::NotAnAmount { measure }.into());
    }
    Ok(())
}

fn compare(now: &Row<'_>, before: &Row<'_>, what: What) -> Result<Interval, Error> {
    same_ground(now, before)?;
    if what == What::Quotient {
        same_times(now, before)?;
        return now.value.over(before.value);
    }
    same_spans(now, before)?;
    if what == What::Difference {
        return now.value.minus(before.value);
    }
    if now.measure.price_basis() == Some(PriceBasis::UNSTATED_PRICES) {
        return Err(ErrorKind::PriceBasis.into());
    }
    let ratio = now.value.over(before.value)?;
    Interval::sum([ratio, Interval::exact(-Decimal::ONE)])?.times(Decimal::ONE_HUNDRED)
}

/// Caveats of a comparison of two rows.
fn caveats(now: &Row<'_>, before: &Row<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let (a, b) = (before.producers(), now.producers());
    if a != b {
        let producers: BTreeSet<String> = a.into_iter().chain(b).collect();
        let producers = producers.into_iter().collect();
        warnings.push(Warning::MixedProducers { producers });
    }
    if now.measure == before.measure && share_purchases(now) != share_purchases(before) {
        let what = Break::SharePurchases;
        warnings.push(Warning::Break {
            year: Break::SHARE_PURCHASES_FROM,
            what,
        });
    }
    let dates = |row: &Row<'_>| Some(stock_dates(row)).filter(|dates| dates.len() > 1);
    if let Some(dates) = dates(before).or_else(|| dates(now)) {
        warnings.push(Warning::MixedDates { dates });
    }
    warnings
}

/// Whether flows of registered foreign capital have share purchases in them:
/// since 2016.
fn share_purchases(row: &Row<'_>) -> Option<bool> {
    let mut periods = row
        .included
        .iter()
        .filter_map(|i| i.quantity.time.period().copied());
    let first = periods
        .next()
        .filter(|_| row.measure == measures::FDI_REGISTERED)?;
    Some(first.end().year() >= Break::SHARE_PURCHASES_FROM)
}

/// The ground a row covers.
fn territory(row: &Row<'_>) -> Territory {
    row.included
        .iter()
        .filter_map(|i| i.quantity.claim.place().unit())
        .collect()
}

/// Whether all of the row's unit is reported.
pub(super) fn is_whole(row: &Row<'_>) -> Result<(), Error> {
    let Some(coverage) = row.coverage.as_ref().filter(|c| !c.is_complete()) else {
        return Ok(());
    };
    let (reported, missing) = (coverage.covered().len(), coverage.missing().len());
    Err(ErrorKind::Incomplete {
        group: row.name(),
        reported,
        of: reported.saturating_add(missing),
    }
    .into())
}

fn same_ground(now: &Row<'_>, before: &Row<'_>) -> Result<(), Error> {
    is_whole(before)?;
    is_whole(now)?;
    let (a, b) = (territory(now), territory(before));
    if a == b {
        return Ok(());
    }
    let differs = a.difference(b).union(b.difference(a));
    let last_day = |row: &Row<'_>| {
        let places = row.included.iter().map(|i| i.quantity.claim.place());
        places.filter_map(|place| place.on()).max()
    };
    let day = last_day(before)
        .or_else(|| last_day(now))
        .unwrap_or(NaiveDate::MAX);
    let units = differs.units(Units::on(day));
    let units = units.map(|unit| unit.name().to_owned()).collect();
    Err(ErrorKind::OtherTerritory { units }.into())
}

/// A span of the calendar without its year: the months and days it starts and
/// ends with, the day after its end so that February has one length, and the
/// number of years between.
type Span = (u32, u32, u32, u32, i32);

/// The spans of the calendar the flows of a row cover, adjoining periods of
/// one series joined: four quarters are a year.
fn spans(row: &Row<'_>) -> BTreeSet<(i32, Span)> {
    let mut by_series: BTreeMap<_, Vec<Period>> = BTreeMap::new();
    for included in &row.included {
        if let Some(period) = included.quantity.time.period() {
            let quantity = &included.quantity;
            let series = (quantity.claim.place().id(), included.breakdown());
            by_series.entry(series).or_default().push(*period);
        }
    }
    let mut found = BTreeSet::new();
    let mut first_year = None;
    for mut periods in by_series.into_values() {
        periods.sort_by_key(|period| period.start());
        let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for period in periods {
            let after = period
                .end()
                .checked_add_days(Days::new(1))
                .unwrap_or(period.end());
            match joined.last_mut() {
                Some((_, end)) if *end >= period.start() => *end = (*end).max(after),
                _ => joined.push((period.start(), after)),
            }
        }
        for (start, after) in joined {
            let years = after.year() - start.year();
            let span = (
                start.month(),
                start.day(),
                after.month(),
                after.day(),
                years,
            );
            found.insert((start.year(), span));
            first_year = Some(first_year.map_or(start.year(), |year: i32| year.min(start.year())));
        }
    }
    let first_year = first_year.unwrap_or_default();
    found
        .into_iter()
        .map(|(year, span)| (year - first_year, span))
        .collect()
}

/// Flows compare over the same spans of the calendar.
fn same_spans(now: &Row<'_>, before: &Row<'_>) -> Result<(), Error> {
    if spans(now) == spans(before) {
        return Ok(());
    }
    Err(ErrorKind::OtherPeriods {
        earlier: before.times(),
        later: now.times(),
    }
    .into())
}

/// Both sides hold at one time, or place by place at the same times.
fn same_times(row: &Row<'_>, other: &Row<'_>) -> Result<(), Error> {
    let by_place = |row: &Row<'_>| -> BTreeSet<_> {
        let included = row.included.iter().map(|i| &i.quantity);
        included
            .map(|q| (q.claim.place().id(), Moment::of(&q.time).printed()))
            .collect()
    };
    let (own, others) = (times(row), times(other));
    if own == others && (own.len() == 1 || by_place(row) == by_place(other)) {
        return Ok(());
    }
    if stock_dates(row).is_empty() {
        return Err(ErrorKind::OtherPeriods {
            earlier: row.times(),
            later: other.times(),
        }
        .into());
    }
    let both = row.included.iter().chain(&other.included);
    let dates = moments(both.map(|i| i.quantity.time));
    Err(ErrorKind::MixedDates { dates }.into())
}

/// The dates of the stocks in a row, each once.
fn stock_dates(row: &Row<'_>) -> Vec<Moment> {
    let times = || row.included.iter().map(|i| i.quantity.time);
    if times().all(|time| time.as_of().is_none()) {
        return Vec::new();
    }
    moments(times())
}

/// A comparison as it is serialised: the value or the refusal, and both sides.
impl Serialize for Compared {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Compared", 8)?;
        fields.serialize_field("groups", &self.groups)?;
        fields.serialize_field("measure", &self.measure.to_string())?;
        fields.serialize_field("currency", &self.currency.map(Currency::code))?;
        fields.serialize_field("value", &self.value.as_ref().ok())?;
        fields.serialize_field("refused", &self.value.as_ref().err())?;
        fields.serialize_field("own", &self.own.as_deref())?;
        fields.serialize_field("other", &self.other.as_deref())?;
        fields.serialize_field("warnings", &self.warnings)?;
        fields.end()
    }
}
