//! Amounts as they come in: structs, found by the names of their fields.

use std::sync::LazyLock;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Decimal128Array, StringViewArray, make_view,
};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::compute::{CastOptions, cast, cast_with_options};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Fields};
use datafusion::common::{Result, exec_err, plan_err};
use tinh_figures::Qualifier;

use super::ends::Flags;
use crate::decimal::{DECIMAL, SCALE};
use crate::text::{Texts, is_text};

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

/// What is known of one amount, in units of the ninth digit after the mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// Value, lower and upper end; zero where the flags say that it is missing.
    pub(super) numbers: [i128; 3],
    pub(super) flags: Flags,
    /// Whether it is an order of magnitude, without a number to add.
    pub(super) is_indefinite: bool,
}

/// A column of amounts.
#[derive(Debug)]
pub(super) struct AmountInput {
    rows: usize,
    nulls: Option<NullBuffer>,
    /// Value, lower and upper end.
    numbers: [Decimal128Array; 3],
    qualifier: StringViewArray,
    /// Currency, kind and unit noun.
    pub(super) labels: [Label; 3],
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
        let [value, lower, upper] = NUMBERS.map(number);
        let Some(qualifier) = amounts.column_by_name("qualifier") else {
            return exec_err!("the amount has no field qualifier");
        };
        let label = |name| Label::of(amounts.column_by_name(name));
        let qualifier = cast(qualifier, &DataType::Utf8View)?;
        Ok(Self {
            rows: amounts.len(),
            nulls: amounts.nulls().cloned(),
            numbers: [value?, lower?, upper?],
            qualifier: qualifier.as_string_view().clone(),
            labels: [label("currency")?, label("kind")?, label("noun")?],
        })
    }

    pub(super) const fn len(&self) -> usize {
        self.rows
    }

    /// One amount; `None` where it is null.
    #[inline]
    pub(super) fn get(&self, row: usize) -> Result<Option<Amount>> {
        if row >= self.rows || self.nulls.as_ref().is_some_and(|n| n.is_null(row)) {
            return Ok(None);
        }
        let numbers = self.numbers.each_ref().map(|column| {
            let is_valid = column.is_valid(row);
            is_valid.then(|| column.value(row))
        });
        if self.qualifier.is_null(row) {
            // Nothing but nulls inside: what an outer join leaves of an amount.
            return if numbers.iter().all(Option::is_none) {
                Ok(None)
            } else {
                exec_err!("an amount has no qualifier, expected one such as exact or more_than")
            };
        }
        let view = self.qualifier.views().get(row).copied().unwrap_or_default();
        let Some(qualifier) = qualifier(view) else {
            let code = self.qualifier.value(row);
            return exec_err!("an amount has the unknown qualifier \"{code}\"");
        };
        let (needs_lower, needs_upper) = match qualifier {
            Qualifier::Exact | Qualifier::Range => (true, true),
            Qualifier::AtLeast | Qualifier::MoreThan => (true, false),
            Qualifier::AtMost | Qualifier::Almost | Qualifier::LessThan => (false, true),
            _ => (false, false),
        };
        let missing = numbers.map(|number| number.is_none());
        let [_, no_lower, no_upper] = missing;
        if needs_lower && no_lower || needs_upper && no_upper {
            let name = if needs_lower && no_lower {
                "lower"
            } else {
                "upper"
            };
            return exec_err!("an amount of qualifier {qualifier} has no {name} bound");
        }
        Ok(Some(Amount {
            numbers: numbers.map(Option::unwrap_or_default),
            flags: Flags::of(qualifier, missing),
            is_indefinite: qualifier == Qualifier::Indefinite,
        }))
    }
}

/// The qualifier of a code, given as the column has it: no code is longer than
/// the twelve bytes that lie in the view itself.
#[inline]
fn qualifier(view: u128) -> Option<Qualifier> {
    static VIEWS: LazyLock<[(u128, Qualifier); 9]> = LazyLock::new(|| {
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
        .map(|qualifier| (make_view(qualifier.as_str().as_bytes(), 0, 0), qualifier))
    });
    VIEWS
        .iter()
        .find_map(|(known, qualifier)| (*known == view).then_some(*qualifier))
}

/// The texts of one kind that the rows of a batch carry.
#[derive(Debug)]
pub(super) enum Label {
    /// The same in every row: nearly always.
    Same(Option<Box<str>>),
    /// One a row.
    Each(Texts),
}

impl Label {
    /// Of a column; of none where there is none.
    pub(super) fn of(column: Option<&ArrayRef>) -> Result<Self> {
        let Some(column) = column.filter(|column| column.null_count() < column.len()) else {
            return Ok(Self::Same(None));
        };
        let texts = Texts::of(column)?;
        Ok(if column.null_count() == 0 && texts.are_same() {
            Self::Same(Some(texts.value(0).into()))
        } else {
            Self::Each(texts)
        })
    }
}
