//! Two answers, or an answer and its total, set against each other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;
use tinh_figures::Currency;
use tinh_gazetteer::{Territory, Units};
use tinh_model::{Measure, PriceBasis, UnitKind, measures};

use super::{Answer, Row};
use crate::interval::Interval;
use crate::key::Group;
use crate::moment::{Moment, moments};
use crate::refusal::Refusal;
use crate::warning::Break;

/// A group set against another, or why it is not.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Compared {
    /// The groups; none for the totals.
    pub groups: Vec<Group>,
    /// The currency, where the result is money.
    pub currency: Option<Currency>,
    /// The result with its bounds, or why there is none.
    pub value: Result<Interval, Refusal>,
}

impl Compared {
    /// The names of its groups in one line.
    #[must_use]
    pub fn name(&self) -> String {
        let names: Vec<String> = self.groups.iter().map(Group::name).collect();
        names.join(", ")
    }
}

/// What a comparison computes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Difference,
    Growth,
}

impl Answer<'_> {
    /// This less an earlier answer, group by group, then in total. The bounds
    /// cross. A group is refused where the two sides do not cover the same
    /// ground, where one is incomplete, or where a definition changed between
    /// them.
    ///
    /// # Errors
    /// [`Refusal::OtherMeasure`], [`Refusal::NotAnAmount`].
    pub fn difference_from(&self, earlier: &Answer<'_>) -> Result<Vec<Compared>, Refusal> {
        self.against(earlier, What::Difference)
    }

    /// The growth on an earlier answer in percent, group by group, then in
    /// total. Refused as [`difference_from`](Self::difference_from), and where
    /// periods differ in length or the base is not above zero.
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
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`difference_from`](Self::difference_from).
    pub fn growth_from(&self, earlier: &Answer<'_>) -> Result<Vec<Compared>, Refusal> {
        self.against(earlier, What::Growth)
    }

    /// The share of each row in the total of its measure and currency, in
    /// percent, with bounds: a share cannot be told where both have only a
    /// lower bound. Refused for all rows where the total itself is a mixture
    /// of dates.
    ///
    /// # Errors
    /// [`Refusal::NoTotal`] where the rows do not add up to one.
    pub fn shares(&self) -> Result<Vec<Compared>, Refusal> {
        if self.totals.is_empty() && !self.rows.is_empty() {
            return Err(Refusal::NoTotal);
        }
        let mut shares = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let total = self
                .totals
                .iter()
                .find(|t| t.currency == row.currency && t.measure == row.measure)
                .ok_or(Refusal::NoTotal)?;
            let dates = stock_dates(total);
            let value = if dates.len() > 1 {
                Err(Refusal::MixedDates { dates })
            } else {
                share(row.value, total.value)
            };
            shares.push(Compared {
                groups: row.groups.clone(),
                currency: None,
                value,
            });
        }
        Ok(shares)
    }

    /// This divided by another answer, group by group, then in total: capital
    /// a project, persons a province. The two sides must hold for the same
    /// ground, place by place at the same dates or over the same periods.
    ///
    /// # Errors
    /// [`Refusal::NotAnAmount`].
    pub fn per(&self, other: &Answer<'_>) -> Result<Vec<Compared>, Refusal> {
        amount(self.measure())?;
        amount(other.measure())?;
        let counts = index(other);
        let count = other
            .totals
            .iter()
            .find(|row| row.currency.is_none() && row.measure == *other.measure());
        let divide = |row: &Row<'_>, other: Option<&Row<'_>>| {
            let other = other.ok_or_else(|| one_sided(row))?;
            same_ground(row, other)?;
            same_times(row, other)?;
            row.value.over(other.value)
        };
        let rows = self.rows.iter().map(|row| Compared {
            groups: row.groups.clone(),
            currency: row.currency,
            value: divide(
                row,
                counts
                    .get(&(row.groups.clone(), None, other.measure()))
                    .copied(),
            ),
        });
        // Without keys the one row is the total.
        let totals = self.totals.iter().filter(|_| !self.keys.is_empty());
        let totals = totals.map(|row| Compared {
            groups: Vec::new(),
            currency: row.currency,
            value: divide(row, count),
        });
        Ok(rows.chain(totals).collect())
    }

    fn against(&self, earlier: &Answer<'_>, what: What) -> Result<Vec<Compared>, Refusal> {
        if self.measures != earlier.measures {
            let names = |answer: &Answer<'_>| {
                let names: Vec<String> = answer.measures.iter().map(ToString::to_string).collect();
                names.join(", ")
            };
            return Err(Refusal::OtherMeasure {
                left: names(earlier),
                right: names(self),
            });
        }
        for measure in &self.measures {
            amount(measure)?;
        }
        let before = index(earlier);
        let now = index(self);
        let mut compared = Vec::new();
        for (key, row) in &now {
            let value = match before.get(key) {
                Some(other) => compare(row, other, what),
                None => Err(one_sided(row)),
            };
            compared.push(Compared {
                groups: row.groups.clone(),
                currency: if what == What::Growth {
                    None
                } else {
                    row.currency
                },
                value,
            });
        }
        for (key, row) in &before {
            if !now.contains_key(key) {
                compared.push(Compared {
                    groups: row.groups.clone(),
                    currency: if what == What::Growth {
                        None
                    } else {
                        row.currency
                    },
                    value: Err(one_sided(row)),
                });
            }
        }
        // Without keys the one row is the total.
        if !self.keys.is_empty() {
            for row in &self.totals {
                let other = earlier
                    .totals
                    .iter()
                    .find(|t| t.currency == row.currency && t.measure == row.measure);
                compared.push(Compared {
                    groups: Vec::new(),
                    currency: if what == What::Growth {
                        None
                    } else {
                        row.currency
                    },
                    value: other
                        .ok_or_else(|| one_sided(row))
                        .and_then(|other| compare(row, other, what)),
                });
            }
        }
        Ok(compared)
    }
}

type RowIndex<'r, 'a> = BTreeMap<(Vec<Group>, Option<Currency>, &'r Measure), &'r Row<'a>>;

fn index<'r, 'a>(answer: &'r Answer<'a>) -> RowIndex<'r, 'a> {
    answer
        .rows
        .iter()
        .map(|row| ((row.groups.clone(), row.currency, &row.measure), row))
        .collect()
}

fn one_sided(row: &Row<'_>) -> Refusal {
    let name = match row.name() {
        name if name.is_empty() => "a total".to_owned(),
        name => name,
    };
    Refusal::OneSided {
        group: match row.currency {
            Some(currency) => format!("{name} in {currency}"),
            None => name,
        },
    }
}

fn amount(measure: &Measure) -> Result<(), Refusal> {
    if matches!(measure.unit_kind(), UnitKind::Ratio) {
        return Err(Refusal::NotAnAmount {
            measure: measure.to_string(),
        });
    }
    Ok(())
}

fn compare(now: &Row<'_>, before: &Row<'_>, what: What) -> Result<Interval, Refusal> {
    same_ground(now, before)?;
    same_definition(now, before)?;
    same_length(now, before)?;
    if what == What::Growth && now.measure.price_basis() == Some(PriceBasis::UNSTATED_PRICES) {
        return Err(Refusal::PriceBasis);
    }
    if what == What::Difference {
        return now.value.minus(before.value).map_err(|_| Refusal::TooLarge);
    }
    let ratio = now.value.over(before.value)?;
    let grown = Interval::sum([ratio, Interval::exact(-Decimal::ONE)])
        .and_then(|growth| growth.times(Decimal::ONE_HUNDRED));
    grown.map_err(|_| Refusal::TooLarge)
}

fn share(part: Interval, whole: Interval) -> Result<Interval, Refusal> {
    part.over(whole)?
        .times(Decimal::ONE_HUNDRED)
        .map_err(|_| Refusal::TooLarge)
}

/// The ground a row covers.
fn territory(row: &Row<'_>) -> Territory {
    row.included
        .iter()
        .filter_map(|i| i.quantity.claim.place().unit())
        .collect()
}

fn same_ground(now: &Row<'_>, before: &Row<'_>) -> Result<(), Refusal> {
    for row in [before, now] {
        if let Some(coverage) = row.coverage.as_ref().filter(|c| !c.is_complete()) {
            return Err(Refusal::Incomplete {
                group: row.name(),
                reported: coverage.covered().len(),
                of: coverage
                    .covered()
                    .len()
                    .saturating_add(coverage.missing().len()),
            });
        }
    }
    let (a, b) = (territory(now), territory(before));
    if a == b {
        return Ok(());
    }
    let differs = a.difference(b).union(b.difference(a));
    let last_day = |row: &Row<'_>| {
        row.included
            .iter()
            .filter_map(|i| i.quantity.claim.place().on())
            .max()
    };
    let day = last_day(before)
        .or_else(|| last_day(now))
        .unwrap_or(NaiveDate::MAX);
    let units = differs
        .units(Units::on(day))
        .map(|unit| unit.name().to_owned())
        .collect();
    Err(Refusal::OtherTerritory { units })
}

/// Registered foreign capital has had share purchases in it since 2016.
fn same_definition(now: &Row<'_>, before: &Row<'_>) -> Result<(), Refusal> {
    if now.measure != measures::FDI_REGISTERED {
        return Ok(());
    }
    let is_after = |row: &Row<'_>| {
        use chrono::Datelike;
        row.included
            .iter()
            .filter_map(|i| i.quantity.time.period())
            .map(|period| period.end().year() >= 2016)
            .next()
    };
    match (is_after(before), is_after(now)) {
        (Some(a), Some(b)) if a != b => Err(Refusal::Break {
            what: Break::SharePurchases,
        }),
        _ => Ok(()),
    }
}

/// Flows compare over periods of one length: a leap year may differ.
fn same_length(now: &Row<'_>, before: &Row<'_>) -> Result<(), Refusal> {
    let days = |row: &Row<'_>| {
        let mut days: Vec<i64> = row
            .included
            .iter()
            .filter_map(|i| i.quantity.time.period())
            .map(|p| (p.end() - p.start()).num_days())
            .collect();
        days.sort_unstable();
        days
    };
    let (a, b) = (days(now), days(before));
    let alike = a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| (a - b).abs() <= 1);
    if alike {
        return Ok(());
    }
    Err(Refusal::OtherPeriods {
        earlier: before.times(),
        later: now.times(),
    })
}

/// Both sides hold at one time, or place by place at the same times.
fn same_times(row: &Row<'_>, other: &Row<'_>) -> Result<(), Refusal> {
    let times = |row: &Row<'_>| -> BTreeSet<_> {
        let times = row.included.iter().map(|i| i.quantity.time);
        times.map(|time| Moment::of(&time).printed()).collect()
    };
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
        return Err(Refusal::OtherPeriods {
            earlier: row.times(),
            later: other.times(),
        });
    }
    let both = row.included.iter().chain(&other.included);
    Err(Refusal::MixedDates {
        dates: moments(both.map(|i| i.quantity.time)),
    })
}

/// The dates of the stocks in a row, each once.
fn stock_dates(row: &Row<'_>) -> Vec<Moment> {
    let times = || row.included.iter().map(|i| i.quantity.time);
    if times().all(|time| time.as_of().is_none()) {
        return Vec::new();
    }
    moments(times())
}

/// A comparison as it is serialised: the value or the refusal.
impl Serialize for Compared {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Compared", 4)?;
        fields.serialize_field("groups", &self.groups)?;
        fields.serialize_field("currency", &self.currency.map(Currency::code))?;
        fields.serialize_field("value", &self.value.as_ref().ok())?;
        let refused = self.value.as_ref().err().map(ToString::to_string);
        fields.serialize_field("refused", &refused)?;
        fields.end()
    }
}
