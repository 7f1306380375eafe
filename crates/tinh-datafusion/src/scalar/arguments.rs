//! What functions take: types, constants and nulls.

use std::fmt;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Date32Array};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Decimal128Type};
use datafusion::common::{Result, exec_err, plan_err};
use datafusion::logical_expr::ColumnarValue;

use super::settings::UnknownSetting;
use crate::decimal::DECIMAL;
use crate::text::{Texts, is_text, plain};
use tinh_gazetteer::chrono::NaiveDate;

/// What is wrong with the words of a setting.
pub(crate) type SettingsCheck = fn(&str) -> Result<(), UnknownSetting>;

/// What stands at one place in a call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Parameter {
    /// Text of any layout.
    Text(&'static str, &'static str),
    /// Text that may be left out.
    OptionalText(&'static str, &'static str),
    /// Words that set how a text is read; may be left out.
    Settings(&'static str, &'static str, SettingsCheck),
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
            | Self::Settings(name, ..)
            | Self::Date(name, _)
            | Self::OptionalDate(name, _)
            | Self::Value(name, _) => name,
        }
    }

    pub(crate) const fn description(self) -> &'static str {
        match self {
            Self::Text(_, text)
            | Self::OptionalText(_, text)
            | Self::Settings(_, text, _)
            | Self::Date(_, text)
            | Self::OptionalDate(_, text)
            | Self::Value(_, text) => text,
        }
    }

    const fn is_optional(self) -> bool {
        matches!(
            self,
            Self::OptionalText(..) | Self::OptionalDate(..) | Self::Settings(..)
        )
    }

    /// The type the engine is to convert an argument to.
    fn coerce(self, found: &DataType) -> Option<DataType> {
        use DataType::{
            Date32, Date64, Decimal32, Decimal64, Decimal128, Int8, Int16, Int32, Int64, Null,
            Struct, Timestamp, UInt8, UInt16, UInt32, UInt64, Utf8View,
        };
        match self {
            Self::Text(..) | Self::OptionalText(..) | Self::Settings(..) => match found {
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
                Struct(fields) => {
                    let is = |name: &str, fits: fn(&DataType) -> bool| {
                        let field = fields.find(name).map(|(_, field)| field.data_type());
                        field.is_none_or(|found| found == &Null || fits(found))
                    };
                    let is_amount = is("value", |found| matches!(found, Decimal128(..)))
                        && is("qualifier", is_text)
                        && is("currency", is_text);
                    is_amount.then(|| found.clone())
                }
                _ => None,
            },
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Text(..) | Self::OptionalText(..) | Self::Settings(..) => "text",
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
    function: &'static str,
    columns: Vec<InputColumn>,
}

#[derive(Debug)]
struct InputColumn {
    parameter: Parameter,
    values: Values,
    nulls: Option<NullBuffer>,
    constant: bool,
}

#[derive(Debug)]
enum Values {
    Text(Texts),
    /// Dates, and the text they were read from; a text that is no date is null.
    Date(Date32Array, Option<Texts>),
    Number(ArrayRef),
    Amount(Amounts),
}

/// The fields of a struct that words are made of.
#[derive(Debug)]
pub(crate) struct Amounts {
    value: Option<ArrayRef>,
    qualifier: Option<Texts>,
    currency: Option<Texts>,
}

impl Values {
    /// The column, if the parameter takes such a one.
    fn of(parameter: Parameter, array: &ArrayRef) -> Option<Self> {
        match parameter {
            Parameter::Text(..) | Parameter::OptionalText(..) | Parameter::Settings(..) => {
                Some(Self::Text(Texts::of(array).ok()?))
            }
            Parameter::Date(..) | Parameter::OptionalDate(..) => {
                let written = Texts::of(array).ok();
                let dates = cast(array, &DataType::Date32).ok()?;
                Some(Self::Date(dates.as_primitive_opt()?.clone(), written))
            }
            Parameter::Value(..) => match array.data_type() {
                DataType::Decimal128(..) => Some(Self::Number(array.clone())),
                _ => {
                    let amounts = array.as_struct_opt()?;
                    let texts = |name| Texts::of(amounts.column_by_name(name)?).ok();
                    Some(Self::Amount(Amounts {
                        value: amounts.column_by_name("value").cloned(),
                        qualifier: texts("qualifier"),
                        currency: texts("currency"),
                    }))
                }
            },
        }
    }
}

impl Input {
    pub(crate) fn new(
        function: &'static str,
        parameters: &[Parameter],
        args: &[ColumnarValue],
    ) -> Result<Self> {
        let mut columns = Vec::with_capacity(args.len());
        for (parameter, arg) in parameters.iter().zip(args) {
            let (array, constant) = match arg {
                ColumnarValue::Array(array) => (plain(array)?, false),
                ColumnarValue::Scalar(value) => (plain(&value.to_array()?)?, true),
            };
            let Some(values) = Values::of(*parameter, &array) else {
                return exec_err!(
                    "{function} expects {} as argument {}, found {}",
                    parameter.expected(),
                    parameter.name(),
                    array.data_type()
                );
            };
            let nulls = array.logical_nulls();
            columns.push(InputColumn {
                parameter: *parameter,
                values,
                nulls,
                constant,
            });
        }
        Ok(Self { function, columns })
    }

    /// The same of whole columns, as aggregates get them.
    pub(crate) fn of_columns(
        function: &'static str,
        parameters: &[Parameter],
        columns: &[ArrayRef],
    ) -> Result<Self> {
        let columns: Vec<ColumnarValue> = columns.iter().cloned().map(Into::into).collect();
        Self::new(function, parameters, &columns)
    }

    /// A constant is written by whoever asks: a slip of the pen must not make
    /// every row null.
    ///
    /// # Errors
    /// A constant that is no date or sets nothing.
    pub(crate) fn check_constants(&self) -> Result<()> {
        let constants = self.columns.iter();
        for column in constants.filter(|column| column.constant && column.nulls.is_none()) {
            let fault = match (&column.values, column.parameter) {
                (Values::Date(dates, written), _) => date(dates, written.as_ref(), 0)
                    .err()
                    .map(|error| error.to_string()),
                (Values::Text(texts), Parameter::Settings(_, _, check)) => {
                    check(texts.value(0)).err().map(|error| error.to_string())
                }
                _ => None,
            };
            if let Some(fault) = fault {
                return exec_err!("{}: {fault}", self.function);
            }
        }
        Ok(())
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

/// The date of a row that is not null.
fn date(dates: &Date32Array, written: Option<&Texts>, row: usize) -> Result<NaiveDate, DateError> {
    let date = (row < dates.len() && dates.is_valid(row)).then(|| dates.value_as_date(row));
    let written = written.map(|texts| texts.value(row));
    // Half past midnight in Hà Nội is the day before in London, by which the
    // engine reckons: the day is the one that was written.
    let day = |text: &str| text.trim_start().get(..10)?.parse().ok();
    match (date.flatten(), written) {
        (Some(date), Some(text)) => Ok(day(text).unwrap_or(date)),
        (Some(date), None) => Ok(date),
        (None, text) => Err(DateError(text.map(|text| text.chars().take(60).collect()))),
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
    #[inline]
    fn column(self, argument: usize) -> Option<(&'a Values, usize)> {
        let column = self.input.columns.get(argument)?;
        Some((&column.values, if column.constant { 0 } else { self.row }))
    }

    /// The text of an argument; empty for one that was left out.
    #[inline]
    pub(crate) fn text(self, argument: usize) -> &'a str {
        match self.column(argument) {
            Some((Values::Text(texts), row)) => texts.value(row),
            _ => "",
        }
    }

    /// The date of an argument; `None` for one that was left out.
    ///
    /// # Errors
    /// A text that is no date, and a date beyond the years a date can have.
    pub(crate) fn date(self, argument: usize) -> Result<Option<NaiveDate>, DateError> {
        match self.column(argument) {
            Some((Values::Date(dates, written), row)) => {
                date(dates, written.as_ref(), row).map(Some)
            }
            _ => Ok(None),
        }
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
        match self.column(argument)? {
            (Values::Number(array), row) => number(array, row),
            _ => None,
        }
    }

    /// The amount of an argument, if it is no number.
    pub(crate) fn amount(self, argument: usize) -> Option<Amount<'a>> {
        match self.column(argument)? {
            (Values::Amount(columns), row) => Some(Amount { columns, row }),
            _ => None,
        }
    }
}

/// One struct that is not null.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount<'a> {
    columns: &'a Amounts,
    row: usize,
}

impl<'a> Amount<'a> {
    /// Whether it has a field for the value.
    pub(crate) const fn has_value(self) -> bool {
        self.columns.value.is_some()
    }

    /// The value and its digits after the mark; `None` where it is null.
    pub(crate) fn value(self) -> Option<(i128, u32)> {
        number(self.columns.value.as_ref()?, self.row)
    }

    pub(crate) fn qualifier(self) -> Option<&'a str> {
        self.columns.qualifier.as_ref()?.get(self.row)
    }

    pub(crate) fn currency(self) -> Option<&'a str> {
        self.columns.currency.as_ref()?.get(self.row)
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
