//! `province_population`, `province_hectares`.

use tinh_gazetteer::{Unit, Units};

use super::Function;
use super::arguments::{Parameter, Row};
use super::province::Reason;
use crate::column::Integer;

const ID: Parameter = Parameter::Text("id", "an id such as `hai-duong`");
const DATE: Parameter = Parameter::Date("date", "the day on which the id is meant");

fn unit(row: Row<'_>) -> Result<Unit, Reason> {
    Ok(Units::on(row.required_date(1)?).by_id(row.text(0))?)
}

/// `province_population(id, date, year)`.
#[derive(Debug)]
pub(crate) struct Population;

impl Function for Population {
    const NAME: &'static str = "province_population";
    const TRY_NAME: Option<&'static str> = Some("try_province_population");
    const SYNTAX: &'static str = "province_population(id, date, year)";
    const DOC: &'static str = "The average population of a year by the General Statistics Office, of the territory that a province or city has on a date. Nothing is interpolated.";
    const PARAMETERS: &'static [Parameter] =
        &[ID, DATE, Parameter::Value("year", "a year such as `2022`")];
    type Output = Integer;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Integer) -> Result<(), Reason> {
        let unit = unit(row)?;
        let year = match row.number(2) {
            Some((year, 0)) => i32::try_from(year).map_err(|_| Reason::NoYear)?,
            _ => return Err(Reason::NoYear),
        };
        let people = unit.population(year);
        let people = people.ok_or(Reason::NoPopulation(unit, year))?;
        output.push(i64::try_from(people.persons()).ok());
        Ok(())
    }
}

/// `province_hectares(id, date)`.
#[derive(Debug)]
pub(crate) struct Hectares;

impl Function for Hectares {
    const NAME: &'static str = "province_hectares";
    const TRY_NAME: Option<&'static str> = Some("try_province_hectares");
    const SYNTAX: &'static str = "province_hectares(id, date)";
    const DOC: &'static str = "The area in hectares that a province or city has on a date.";
    const PARAMETERS: &'static [Parameter] = &[ID, DATE];
    type Output = Integer;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Integer) -> Result<(), Reason> {
        let unit = unit(row)?;
        let hectares = unit.hectares().ok_or(Reason::NoArea(unit))?;
        output.push(i64::try_from(hectares).ok());
        Ok(())
    }
}
