//! Amounts as they come in: structs, found by the names of their fields.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Decimal128Array, StringViewArray};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::{CastOptions, cast, cast_with_options};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Fields};
use datafusion::common::{Result, exec_err, plan_err};
use tinh_figures::Qualifier;

use super::ends::Flags;
use crate::decimal::{DECIMAL, SCALE};
use crate::text::is_text;

const NUMBERS: [&str; 3] = ["value", "lower", "upper"];
const TEXTS: [&str; 4] = ["qualifier", "currency", "kind", "noun"];

/// Whether a struct can be read as an amount.
pub(super) fn check(function: &str, fields: &Fields) -> Result<()> {
    for name in NUMBERS {
        match fields.find(name).map(|(_, field)| field.data_type()) {
            Some(DataType::Null) => {}
            Some(DataType::Decimal128(_, scale)) if (0..=SCALE).contains(scale) => {}
            Some(other) => {
                return plan_err!(
                    "{function} expects a decimal of at most 9 digits after the mark in field \
                     {name}, found {other}"
                );
            }
            None => return plan_err!("{function} expects an amount, its field {name} is missing"),
        }
    }
    for name in TEXTS {
        match fields.find(name).map(|(_, field)| field.data_type()) {
            Some(DataType::Null) => {}
            Some(text) if is_text(text) => {}
            Some(other) => {
                return plan_err!("{function} expects text in field {name}, found {other}");
            }
            None if name == "qualifier" => {
                return plan_err!("{function} expects an amount, its field {name} is missing");
            }
            None => {}
        }
    }
    Ok(())
}

/// One amount, its numbers in units of the ninth digit after the mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount<'a> {
    /// Value, lower and upper end; zero where the flags say that it is missing.
    pub(super) numbers: [i128; 3],
    pub(super) flags: Flags,
    pub(super) qualifier: Qualifier,
    pub(super) currency: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) noun: Option<&'a str>,
}

/// A column of amounts.
#[derive(Debug)]
pub(super) struct AmountInput {
    rows: usize,
    nulls: Option<NullBuffer>,
    value: Decimal128Array,
    lower: Decimal128Array,
    upper: Decimal128Array,
    qualifier: StringViewArray,
    currency: Option<StringViewArray>,
    kind: Option<StringViewArray>,
    noun: Option<StringViewArray>,
}

impl AmountInput {
    pub(super) fn of(array: &ArrayRef) -> Result<Self> {
        let Some(amounts) = array.as_struct_opt() else {
            return exec_err!("expected a column of amounts, found {}", array.data_type());
        };
        let number = |name| -> Result<Decimal128Array> {
            let Some(column) = amounts.column_by_name(name) else {
                return exec_err!("the amount has no field {name}");
            };
            // A number that does not fit must be an error: the safe way of
            // casting would make it a null.
            let options = CastOptions {
                safe: false,
                ..CastOptions::default()
            };
            let column = cast_with_options(column, &DECIMAL, &options)?;
            Ok(column.as_primitive::<Decimal128Type>().clone())
        };
        let text = |name| -> Result<Option<StringViewArray>> {
            let Some(column) = amounts.column_by_name(name) else {
                return Ok(None);
            };
            let column = cast(column, &DataType::Utf8View)?;
            Ok(Some(column.as_string_view().clone()))
        };
        let Some(qualifier) = text("qualifier")? else {
            return exec_err!("the amount has no field qualifier");
        };
        Ok(Self {
            rows: amounts.len(),
            nulls: amounts.nulls().cloned(),
            value: number("value")?,
            lower: number("lower")?,
            upper: number("upper")?,
            qualifier,
            currency: text("currency")?,
            kind: text("kind")?,
            noun: text("noun")?,
        })
    }

    pub(super) const fn len(&self) -> usize {
        self.rows
    }

    /// One amount; `None` where it is null.
    pub(super) fn get(&self, row: usize) -> Result<Option<Amount<'_>>> {
        if row >= self.rows || self.nulls.as_ref().is_some_and(|n| n.is_null(row)) {
            return Ok(None);
        }
        let number = |column: &Decimal128Array| column.is_valid(row).then(|| column.value(row));
        let (value, low, high) = (
            number(&self.value),
            number(&self.lower),
            number(&self.upper),
        );
        let Some(code) = get(Some(&self.qualifier), row) else {
            // Nothing but nulls inside: what an outer join leaves of an amount.
            return if value.is_none() && low.is_none() && high.is_none() {
                Ok(None)
            } else {
                exec_err!("an amount has no qualifier, expected one such as exact or more_than")
            };
        };
        let Some(qualifier) = qualifier(code) else {
            return exec_err!("an amount has the unknown qualifier \"{code}\"");
        };
        let (needs_lower, needs_upper) = match qualifier {
            Qualifier::Exact | Qualifier::Range => (true, true),
            Qualifier::AtLeast | Qualifier::MoreThan => (true, false),
            Qualifier::AtMost | Qualifier::Almost | Qualifier::LessThan => (false, true),
            _ => (false, false),
        };
        for (name, needed, at) in [("lower", needs_lower, low), ("upper", needs_upper, high)] {
            if needed && at.is_none() {
                return exec_err!("an amount of qualifier {code} has no {name} bound");
            }
        }
        let numbers = [value, low, high];
        Ok(Some(Amount {
            numbers: numbers.map(Option::unwrap_or_default),
            flags: Flags::of(qualifier, numbers.map(|number| number.is_none())),
            qualifier,
            currency: get(self.currency.as_ref(), row),
            kind: get(self.kind.as_ref(), row),
            noun: get(self.noun.as_ref(), row),
        }))
    }
}

fn get(column: Option<&StringViewArray>, row: usize) -> Option<&str> {
    let column = column?;
    column.is_valid(row).then(|| column.value(row))
}

/// The qualifier of a code.
fn qualifier(code: &str) -> Option<Qualifier> {
    [
        Qualifier::Exact,
        Qualifier::MoreThan,
        Qualifier::About,
        Qualifier::AtLeast,
        Qualifier::Almost,
        Qualifier::LessThan,
        Qualifier::AtMost,
        Qualifier::Range,
        Qualifier::Indefinite,
    ]
    .into_iter()
    .find(|qualifier| qualifier.as_str() == code)
}
