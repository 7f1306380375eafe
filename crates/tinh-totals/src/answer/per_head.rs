//! Amounts a head of the population.

use rust_decimal::Decimal;
use tinh_figures::Currency;
use tinh_gazetteer::Population;

use super::{Answer, Row};
use crate::error::{Error, ErrorKind};
use crate::interval::Interval;
use crate::key::Group;

/// The amount a head in one row of an answer.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals};
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Trade of Vĩnh Long"}
/// {"type":"observation","id":"1","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}"#.as_bytes(), "s")?;
/// let answer = Totals::of(&data).measure(measures::EXPORTS).flows().by(Key::Province).compute()?;
/// let per_head = &answer.per_head(2022)?[0];
/// assert_eq!(per_head.population.map(|people| people.persons()), Some(1_028_820));
/// assert_eq!(per_head.value.clone()?.nominal().map(|v| v.round_dp(2)), Some("770.79".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PerHead {
    /// The groups of the row.
    pub groups: Vec<Group>,
    /// The currency, where the amount is money.
    pub currency: Option<Currency>,
    /// The people of the row's unit, where they are known.
    pub population: Option<Population>,
    /// The amount a head with its bounds, or why there is none.
    pub value: Result<Interval, Error>,
}

impl Answer<'_> {
    /// The amount a head in each row, by the average population of a year of
    /// the General Statistics Office (1995 to 2022; nothing is interpolated).
    ///
    /// The people are those of the unit that the row is about, so that an
    /// answer [restated](crate::Totals::restated_to) to 34 units is divided by
    /// the people of the 34. A row of no unit, of a unit that is only partly
    /// reported, and of one whose population is not known has no value.
    ///
    /// # Errors
    /// [`ErrorKind::NotAnAmount`] of ranks, rates and shares.
    pub fn per_head(&self, year: i32) -> Result<Vec<PerHead>, Error> {
        self.measures()
            .iter()
            .try_for_each(super::compare::amount)?;
        Ok(self.rows().iter().map(|row| of_row(row, year)).collect())
    }
}

fn of_row(row: &Row<'_>, year: i32) -> PerHead {
    let unit = row.groups().iter().find_map(|group| match group {
        Group::Unit(unit) => Some(*unit),
        _ => None,
    });
    let population = unit.and_then(|unit| unit.population(year));
    let value = super::compare::is_whole(row).and_then(|()| match population {
        Some(people) => row
            .value()
            .over(Interval::exact(Decimal::from(people.persons()))),
        None => Err(ErrorKind::NoPopulation {
            group: place(row),
            year,
        }
        .into()),
    });
    PerHead {
        groups: row.groups().to_vec(),
        currency: row.currency(),
        population,
        value,
    }
}

/// The name of a row; of one without groups, that of its first place.
fn place(row: &Row<'_>) -> String {
    let name = row.name();
    let first = row.included().first().filter(|_| name.is_empty());
    first.map_or(name, |first| first.quantity.claim.place().name().to_owned())
}
