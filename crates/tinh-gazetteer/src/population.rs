//! People and land.

use crate::error::{self, LookupError};
use crate::table::RegisterRow;
use crate::tables::{AREAS, POPULATION, REGISTERED};
use crate::unit::UnitId;
use crate::{Territory, Unit, Units};
use chrono::NaiveDate;
use std::str::FromStr;

/// A series of population figures. Two series are never mixed: that of the
/// registers counts a tenth more people than that of the statistics office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PopulationSeries {
    /// *Dân số trung bình*, the average population of a year, by the General
    /// Statistics Office; 1995 to 2022.
    Average,
    /// *Quy mô dân số*: the registers used for the merger of 1 July 2025.
    Register,
}

impl PopulationSeries {
    /// A code that stays: `average`, `register`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            PopulationSeries::Average => "average",
            PopulationSeries::Register => "register",
        }
    }
}

impl FromStr for PopulationSeries {
    type Err = LookupError;

    /// Reads a [`code`](PopulationSeries::code).
    fn from_str(code: &str) -> Result<Self, LookupError> {
        [PopulationSeries::Average, PopulationSeries::Register]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| error::unknown(code))
    }
}

/// How many people a unit has, by one series.
///
/// ```
/// use tinh_gazetteer::{PopulationSeries, Units};
/// let vinh_long = Units::on("2025-07-01".parse()?).by_name("Vĩnh Long")?;
/// // Three provinces of 2022 are the Vĩnh Long of today.
/// let people = vinh_long.population(2022).ok_or("not printed")?;
/// assert_eq!((people.series(), people.parts()), (PopulationSeries::Average, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Population {
    persons: u64,
    series: PopulationSeries,
    parts: usize,
}

impl Population {
    /// Persons.
    #[must_use]
    pub const fn persons(self) -> u64 {
        self.persons
    }

    /// The series it is from.
    #[must_use]
    pub const fn series(self) -> PopulationSeries {
        self.series
    }

    /// How many printed figures it is the sum of: 1 for a unit printed itself,
    /// 3 for the Vĩnh Long of today in a year of its three predecessors.
    #[must_use]
    pub const fn parts(self) -> usize {
        self.parts
    }
}

/// The units a yearbook prints for a year: those of its last day. The years
/// before 1997 are printed for the units of 1997.
fn printed_for(year: i32) -> Option<Units> {
    let date = NaiveDate::from_ymd_opt(year.max(1997), 12, 31)?;
    Some(Units::on(date))
}

/// The units of a date that together are exactly this territory.
fn exact_parts(territory: Territory, of: Units) -> Option<Vec<Unit>> {
    let parts: Vec<Unit> = territory.units(of).collect();
    let ground: Territory = parts.iter().copied().collect();
    (ground == territory).then_some(parts)
}

fn average(id: UnitId, year: i32) -> Option<u64> {
    let key = (id.index(), u16::try_from(year).ok()?);
    let at = POPULATION
        .binary_search_by_key(&key, |row| (row.id, row.year))
        .ok()?;
    POPULATION.get(at).map(|row| row.persons)
}

/// A register's figure of an id.
fn of_id(rows: &'static [RegisterRow], id: UnitId) -> impl Iterator<Item = &'static RegisterRow> {
    rows.iter().filter(move |row| row.id == id.index())
}

impl Unit {
    /// The average population of a year by the statistics office.
    ///
    /// A figure belongs to a territory, so it restates like any other that
    /// adds: where the yearbook of that year prints the parts of this unit, it
    /// is their sum. `None` where the yearbook prints no such parts (Vĩnh Phúc
    /// of 2010 was part of a larger unit in 2007), and outside 1995 to 2022.
    /// Nothing is interpolated.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    ///
    /// let vinh_long = Units::on(date(2026, 1, 1)?).by_name("Vĩnh Long")?;
    /// let people = vinh_long.population(2022).ok_or("not printed")?;
    /// assert_eq!((people.persons(), people.parts()), (3_346_090, 3));
    /// assert_eq!(vinh_long.population(2025), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn population(self, year: i32) -> Option<Population> {
        let parts = exact_parts(self.territory(), printed_for(year)?)?;
        let persons = parts
            .iter()
            .map(|part| average(part.id(), year))
            .sum::<Option<u64>>()?;
        Some(Population {
            persons,
            series: PopulationSeries::Average,
            parts: parts.len(),
        })
    }

    /// The population of the registers used for the merger of 1 July 2025:
    /// another series than [`population`](Unit::population), for the units of
    /// that day only.
    #[must_use]
    pub fn registered_population(self) -> Option<Population> {
        let row = of_id(&REGISTERED, self.id()).find(|row| self.had_this_ground_on(row.on))?;
        Some(Population {
            persons: row.value,
            series: PopulationSeries::Register,
            parts: 1,
        })
    }

    /// Its area in hectares, by the statistics office (about 2013) for the
    /// units of before the merger and by the official map of the merger for
    /// those after; the sum of the parts where only those are printed. `None`
    /// for units that ended before 2013 with other borders.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let unit = Units::on(date(2026, 1, 1)?).by_name("Hải Phòng")?;
    /// assert_eq!(unit.hectares(), Some(319_472));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn hectares(self) -> Option<u64> {
        let own = of_id(&AREAS, self.id())
            .filter(|row| self.had_this_ground_on(row.on))
            .last();
        own.map(|row| row.value).or_else(|| {
            let date = AREAS.first().map(|row| row.on)?;
            exact_parts(self.territory(), Units::on(date))?
                .into_iter()
                .map(|part| of_id(&AREAS, part.id()).find(|row| row.on == date))
                .map(|row| row.map(|row| row.value))
                .sum()
        })
    }

    /// Whether the unit of this id on a date covers the same territory.
    fn had_this_ground_on(self, date: NaiveDate) -> bool {
        self.id()
            .on(date)
            .is_ok_and(|then| then.territory() == self.territory())
    }
}
