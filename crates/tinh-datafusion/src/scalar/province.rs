//! `province_id`, `province_by_code`, `province_restate`, `province_code`,
//! `province_name`.

use std::fmt;

use tinh_gazetteer::chrono::NaiveDate;
use tinh_gazetteer::{LookupError, Restatement, Unit, UnitId, Units};

use super::Function;
use super::arguments::{DateError, Parameter, Row};
use crate::column::Text;

/// Why there is no province, or nothing known of it.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The library's own reason.
    Lookup(LookupError),
    /// No date.
    Date(DateError),
    /// A date before the tables begin.
    Unknown(NaiveDate),
    /// A unit without a code on record.
    NoCode(Unit, NaiveDate),
    /// No whole number of a year.
    NoYear,
    /// The yearbook of the year does not print the unit or its parts.
    NoPopulation(Unit, i32),
    /// No source prints the area.
    NoArea(Unit),
    /// The territory does not lie in one unit of the other date.
    Divided {
        unit: Unit,
        on: NaiveDate,
        to: NaiveDate,
        units: Vec<Unit>,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lookup(error) => error.fmt(f),
            Self::Date(error) => error.fmt(f),
            Self::Unknown(date) => write!(f, "the units of {date} are not known"),
            Self::NoCode(unit, date) => {
                write!(f, "the code of {} on {date} is not known", unit.id())
            }
            Self::NoYear => f.write_str("expected a year such as 2022"),
            Self::NoPopulation(unit, year) => {
                write!(f, "the population of {} in {year} is not known", unit.id())
            }
            Self::NoArea(unit) => write!(f, "the area of {} is not known", unit.id()),
            Self::Divided {
                unit,
                on,
                to,
                units,
            } => {
                write!(f, "{} of {on} does not lie in one unit of {to}", unit.id())?;
                for (at, unit) in units.iter().enumerate() {
                    f.write_str(if at == 0 { ": " } else { ", " })?;
                    f.write_str(unit.id().as_str())?;
                }
                Ok(())
            }
        }
    }
}

impl From<LookupError> for Reason {
    fn from(error: LookupError) -> Self {
        Self::Lookup(error)
    }
}

impl From<DateError> for Reason {
    fn from(error: DateError) -> Self {
        Self::Date(error)
    }
}

/// `province_id(name, date)`.
#[derive(Debug)]
pub(crate) struct Id;

impl Function for Id {
    const NAME: &'static str = "province_id";
    const TRY_NAME: Option<&'static str> = Some("try_province_id");
    const SYNTAX: &'static str = "province_id(name, date)";
    const DOC: &'static str = "The id of the province or city that a name, in any spelling of the press, means on a date.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("name", "a name such as `TP.HCM`"),
        Parameter::Date("date", "the day on which the name is meant"),
    ];
    type Output = Text;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), Reason> {
        let date = row.required_date(1)?;
        output.push(Units::on(date).by_name(row.text(0))?.id().as_str());
        Ok(())
    }
}

/// `province_by_code(code, date)`.
#[derive(Debug)]
pub(crate) struct ByCode;

impl Function for ByCode {
    const NAME: &'static str = "province_by_code";
    const TRY_NAME: Option<&'static str> = Some("try_province_by_code");
    const SYNTAX: &'static str = "province_by_code(code, date)";
    const DOC: &'static str = "The id of the province or city that a code of the General Statistics Office or of ISO 3166-2 means on a date.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("code", "a code such as `01` or `VN-HN`"),
        Parameter::Date("date", "the day of the table that has the code"),
    ];
    type Output = Text;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), Reason> {
        let units = Units::on(row.required_date(1)?);
        let code = row.text(0);
        // Codes of the office are digits; those of the standard begin with VN.
        let unit = if code.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            units.by_gso_code(code)?
        } else {
            units.by_iso_code(code)?
        };
        output.push(unit.id().as_str());
        Ok(())
    }
}

/// `province_code(id, date)`.
#[derive(Debug)]
pub(crate) struct CodeOn;

impl Function for CodeOn {
    const NAME: &'static str = "province_code";
    const TRY_NAME: Option<&'static str> = Some("try_province_code");
    const SYNTAX: &'static str = "province_code(id, date)";
    const DOC: &'static str =
        "The code of the General Statistics Office for a province or city on a date.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("id", "an id such as `bac-ninh`"),
        Parameter::Date("date", "the day on which the code is meant"),
    ];
    type Output = Text;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), Reason> {
        let date = row.required_date(1)?;
        let unit = Units::on(date).by_id(row.text(0))?;
        let code = unit.gso_code_on(date);
        output.push(code.ok_or(Reason::NoCode(unit, date))?);
        Ok(())
    }
}

/// `province_restate(id, from_date, to_date)`.
#[derive(Debug)]
pub(crate) struct Restate;

impl Function for Restate {
    const NAME: &'static str = "province_restate";
    const TRY_NAME: Option<&'static str> = Some("try_province_restate");
    const SYNTAX: &'static str = "province_restate(id, from_date, to_date)";
    const DOC: &'static str = "The id of the one unit of another date that holds all of a unit's territory, so that a figure may be carried over.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("id", "an id such as `hai-duong`"),
        Parameter::Date("from_date", "the day of the figure"),
        Parameter::Date("to_date", "the day of the units wanted"),
    ];
    type Output = Text;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), Reason> {
        let on = row.required_date(1)?;
        let to = row.required_date(2)?;
        let unit = Units::on(on).by_id(row.text(0))?;
        match unit.restated(Units::on(to)) {
            Restatement::Whole { unit, .. } => {
                output.push(unit.id().as_str());
                Ok(())
            }
            Restatement::Unknown => Err(Reason::Unknown(to)),
            other => Err(Reason::Divided {
                unit,
                on,
                to,
                units: other.units(),
            }),
        }
    }
}

/// `province_name(id)`.
#[derive(Debug)]
pub(crate) struct Name;

impl Function for Name {
    const NAME: &'static str = "province_name";
    const TRY_NAME: Option<&'static str> = Some("try_province_name");
    const SYNTAX: &'static str = "province_name(id)";
    const DOC: &'static str = "The Vietnamese name of a province or city by its id.";
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::Text("id", "an id such as `ba-ria-vung-tau`")];
    type Output = Text;
    type Reason = LookupError;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), LookupError> {
        output.push(row.text(0).parse::<UnitId>()?.name());
        Ok(())
    }
}
