//! What functions take: types, constants and nulls.

use std::fmt;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Date32Type, Decimal128Type, FieldRef};
use datafusion::common::{Result, exec_err, plan_err};
use datafusion::logical_expr::ColumnarValue;

use crate::decimal::DECIMAL;
use crate::text::{Texts, is_text, plain};
use tinh_gazetteer::chrono::NaiveDate;

/// What stands at one place in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parameter {
    /// Text of any layout.
    Text(&'static str, &'static str),
    /// Text that may be left out.
    OptionalText(&'static str, &'static str),
    /// A date, a timestamp, or text such as `2023-12-20`.
    Date(&'static str, &'static str),
    /// A date that may be left out.
    OptionalDate(&'static str, &'static str),
    /// An exact number, or an amount as a struct.
    Value(&'static str, &'static str),
}

impl Parameter {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text(name, _)
            | Self::OptionalText(name, _)
            | Self::Date(name, _)
            | Self::OptionalDate(name, _)
            | Self::Value(name, _) => name,
        }
    }

    pub(crate) const fn description(self) -> &'static str {
        match self {
            Self::Text(_, text)
            | Self::OptionalText(_, text)
            | Self::Date(_, text)
            | Self::OptionalDate(_, text)
            | Self::Value(_, text) => text,
        }
    }

    const fn is_optional(self) -> bool {
        matches!(self, Self::OptionalText(..) | Self::OptionalDate(..))
    }

    /// The type the engine is to convert an argument to.
    fn coerce(self, found: &DataType) -> Option<DataType> {
        use DataType::{
            Date32, Date64, Decimal32, Decimal64, Decimal128, Int8, Int16, Int32, Int64, Null,
            Struct, Timestamp, UInt8, UInt16, UInt32, UInt64, Utf8View,
        };
        match self {
            Self::Text(..) | Self::OptionalText(..) => match found {
                Null => Some(Utf8View),
                text if is_text(text) => Some(text.clone()),
                _ => None,
            },
            Self::Date(..) | Self::OptionalDate(..) => match found {
                Null | Date32 | Date64 | Timestamp(..) => Some(Date32),
                // Read here and not by the engine, to which one bad row is the
                // end of the query.
                text if is_text(text) => Some(text.clone()),
                _ => None,
            },
            Self::Value(..) => match found {
                Null => Some(DECIMAL),
                Decimal128(..) => Some(found.clone()),
                Decimal32(precision, scale) | Decimal64(precision, scale) => {
                    Some(Decimal128(*precision, *scale))
                }
                Int8 | Int16 | Int32 | Int64 | UInt8 | UInt16 | UInt32 | UInt64 => {
                    Some(Decimal128(20, 0))
                }
                Struct(_) => Some(found.clone()),
                _ => None,
            },
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Text(..) | Self::OptionalText(..) => "text",
            Self::Date(..) | Self::OptionalDate(..) => "a date",
            Self::Value(..) => "a decimal, an integer or an amount and no binary floating point",
        }
    }
}

/// The types to convert the arguments of a call to.
pub(crate) fn coerce(
    function: &str,
    parameters: &[Parameter],
    types: &[DataType],
) -> Result<Vec<DataType>> {
    let required = parameters.iter().filter(|p| !p.is_optional()).count();
    if types.len() < required || types.len() > parameters.len() {
        let names: Vec<&str> = parameters.iter().map(|p| p.name()).collect();
        return plan_err!(
            "{function} expects ({}), found a call with {} arguments",
            names.join(", "),
            types.len()
        );
    }
    let pairs = parameters.iter().zip(types).enumerate();
    pairs
        .map(|(at, (parameter, found))| match parameter.coerce(found) {
            Some(wanted) => Ok(wanted),
            None => plan_err!(
                "{function} expects {} as argument {} ({}), found {found}",
                parameter.expected(),
                at.saturating_add(1),
                parameter.name()
            ),
        })
        .collect()
}

/// The arguments of a call, as columns; a constant is a column of one row.
#[derive(Debug)]
pub(crate) struct Input {
    columns: Vec<InputColumn>,
}

#[derive(Debug)]
struct InputColumn {
    array: ArrayRef,
    nulls: Option<NullBuffer>,
    constant: bool,
    /// The text that an array of dates was read from.
    written: Option<ArrayRef>,
}

impl Input {
    pub(crate) fn new(
        function: &str,
        parameters: &[Parameter],
        args: &[ColumnarValue],
    ) -> Result<Self> {
        let mut columns = Vec::with_capacity(args.len());
        for (parameter, arg) in parameters.iter().zip(args) {
            let (array, constant) = match arg {
                ColumnarValue::Array(array) => (plain(array)?, false),
                ColumnarValue::Scalar(value) => (plain(&value.to_array()?)?, true),
            };
            let found = array.data_type();
            let fits = match parameter {
                Parameter::Text(..) | Parameter::OptionalText(..) => is_text(found),
                Parameter::Date(..) | Parameter::OptionalDate(..) => {
                    found == &DataType::Date32 || is_text(found)
                }
                Parameter::Value(..) => {
                    matches!(found, DataType::Decimal128(..) | DataType::Struct(_))
                }
            };
            if !fits {
                return exec_err!(
                    "{function} expects {} as argument {}, found {found}",
                    parameter.expected(),
                    parameter.name()
                );
            }
            let mut column = InputColumn {
                nulls: array.logical_nulls(),
                array,
                constant,
                written: None,
            };
            if matches!(parameter, Parameter::Date(..) | Parameter::OptionalDate(..))
                && is_text(column.array.data_type())
            {
                // What is no date becomes null here and a reason in `Row::date`.
                let dates = cast(&column.array, &DataType::Date32)?;
                column.written = Some(std::mem::replace(&mut column.array, dates));
                // Except that a constant is written by who asks: a slip of the
                // pen would make every row null.
                if constant
                    && column.nulls.is_none()
                    && let Err(error) = column.date(0)
                {
                    return exec_err!("{function}: {error}");
                }
            }
            columns.push(column);
        }
        Ok(Self { columns })
    }

    /// One row; `None` where an argument is null.
    #[inline]
    pub(crate) fn row(&self, row: usize) -> Option<Row<'_>> {
        for column in &self.columns {
            let at = if column.constant { 0 } else { row };
            if column.nulls.as_ref().is_some_and(|n| n.is_null(at)) {
                return None;
            }
        }
        Some(Row { input: self, row })
    }
}

impl InputColumn {
    /// The date of a row that is not null.
    fn date(&self, row: usize) -> Result<NaiveDate, DateError> {
        let dates: Option<&Date32Array> = self.array.as_primitive_opt::<Date32Type>();
        let date = dates
            .filter(|dates| dates.is_valid(row))
            .and_then(|dates| dates.value_as_date(row));
        let written = self.written.as_ref().and_then(|w| Texts::of(w).ok());
        let written = written.map(|texts| texts.value(row));
        // Half past midnight in Hà Nội is the day before in London, by which
        // the engine reckons: the day is the one that was written.
        let day = |text: &str| text.trim_start().get(..10)?.parse().ok();
        match (date, written) {
            (Some(date), Some(text)) => Ok(day(text).unwrap_or(date)),
            (Some(date), None) => Ok(date),
            (None, text) => Err(DateError(text.map(|text| text.chars().take(60).collect()))),
        }
    }
}

/// Why there is no date: the text that is none; a number beyond the calendar.
#[derive(Debug)]
pub(crate) struct DateError(Option<String>);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(text) => write!(f, "\"{text}\" is no date, expected one such as 2023-12-20"),
            None => f.write_str("the date is beyond the calendar"),
        }
    }
}

/// One row of the arguments, none of them null.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    input: &'a Input,
    row: usize,
}

impl<'a> Row<'a> {
    fn column(self, argument: usize) -> Option<(&'a ArrayRef, usize)> {
        let column = self.input.columns.get(argument)?;
        Some((&column.array, if column.constant { 0 } else { self.row }))
    }

    /// The text of an argument; empty for one that was left out.
    #[inline]
    pub(crate) fn text(self, argument: usize) -> &'a str {
        self.column(argument)
            .and_then(|(array, row)| Some(Texts::of(array).ok()?.value(row)))
            .unwrap_or_default()
    }

    /// The date of an argument; `None` for one that was left out.
    ///
    /// # Errors
    /// A text that is no date, and a date beyond the years a date can have.
    pub(crate) fn date(self, argument: usize) -> Result<Option<NaiveDate>, DateError> {
        let Some(column) = self.input.columns.get(argument) else {
            return Ok(None);
        };
        let row = if column.constant { 0 } else { self.row };
        column.date(row).map(Some)
    }

    /// The date of an argument that cannot be left out.
    ///
    /// # Errors
    /// As [`Row::date`].
    pub(crate) fn required_date(self, argument: usize) -> Result<NaiveDate, DateError> {
        self.date(argument)?.ok_or(DateError(None))
    }

    /// The number of an argument and its digits after the mark.
    pub(crate) fn number(self, argument: usize) -> Option<(i128, u32)> {
        let (array, row) = self.column(argument)?;
        number(array, row)
    }

    /// A number inside a struct; `None` where it is null.
    pub(crate) fn field_number(self, argument: usize, name: &str) -> Option<(i128, u32)> {
        let (array, row) = self.field(argument, name)?;
        number(array, row)
    }

    /// A text inside a struct; `None` where it is null.
    pub(crate) fn field_text(self, argument: usize, name: &str) -> Option<&'a str> {
        let (array, row) = self.field(argument, name)?;
        Texts::of(array).ok()?.get(row)
    }

    /// The fields of a struct.
    pub(crate) fn fields(self, argument: usize) -> Option<&'a [FieldRef]> {
        let (array, _) = self.column(argument)?;
        Some(array.as_struct_opt()?.fields())
    }

    fn field(self, argument: usize, name: &str) -> Option<(&'a ArrayRef, usize)> {
        let (array, row) = self.column(argument)?;
        let column = array.as_struct_opt()?.column_by_name(name)?;
        Some((column, row))
    }
}

fn number(array: &ArrayRef, row: usize) -> Option<(i128, u32)> {
    let DataType::Decimal128(_, scale) = array.data_type() else {
        return None;
    };
    if array.is_null(row) {
        return None;
    }
    let value = array.as_primitive_opt::<Decimal128Type>()?.value(row);
    match u32::try_from(*scale) {
        Ok(scale) => Some((value, scale)),
        // A negative scale counts whole tens.
        Err(_) => {
            let tens = 10_i128.checked_pow(u32::from(scale.unsigned_abs()))?;
            Some((value.checked_mul(tens)?, 0))
        }
    }
}
