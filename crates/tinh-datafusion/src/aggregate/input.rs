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
    #[inline(always)]
    pub(super) fn get(&self, row: usize) -> Result<Option<Amount>> {
        if row >= self.rows || self.nulls.as_ref().is_some_and(|n| n.is_null(row)) {
            return Ok(None);
        }
        let mut missing = Flags::default();
        let mut at = 0;
        let numbers = self.numbers.each_ref().map(|column| {
            let is_null = column.is_null(row);
            missing = missing | Flags::missing(at, is_null);
            at += 1;
            if is_null { 0 } else { column.value(row) }
        });
        let view = self.qualifier.views().get(row).copied();
        match view.and_then(known) {
            Some(known) if !self.qualifier.is_null(row) && !missing.meets(known.needs) => {
                Ok(Some(Amount {
                    numbers,
                    flags: missing | known.excludes,
                    is_indefinite: known.qualifier == Qualifier::Indefinite,
                }))
            }
            _ => self.refuse(row),
        }
    }

    /// What is wrong with an amount that is not null.
    #[cold]
    fn refuse(&self, row: usize) -> Result<Option<Amount>> {
        if self.qualifier.is_null(row) {
            // Nothing but nulls inside: what an outer join leaves of an amount.
            return if self.numbers.iter().all(|column| column.is_null(row)) {
                Ok(None)
            } else {
                exec_err!("an amount has no qualifier, expected one such as exact or more_than")
            };
        }
        let code = self.qualifier.value(row);
        let Some(known) = self.qualifier.views().get(row).copied().and_then(known) else {
            return exec_err!("an amount has the unknown qualifier \"{code}\"");
        };
        let [_, lower, _] = &self.numbers;
        let is_lower = lower.is_null(row) && known.needs.meets(Flags::missing(1, true));
        let name = if is_lower { "lower" } else { "upper" };
        exec_err!("an amount of qualifier {code} has no {name} bound")
    }
}

/// A qualifier as a column has it.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// No code is longer than the twelve bytes that are in the view itself.
    view: u128,
    qualifier: Qualifier,
    /// The ends it is nothing without, as flags of what is missing.
    needs: Flags,
    excludes: Flags,
}

#[inline]
fn known(view: u128) -> Option<&'static Known> {
    static KNOWN: LazyLock<[Known; 9]> = LazyLock::new(|| {
        let lower = Flags::missing(1, true);
        let upper = Flags::missing(2, true);
        let none = Flags::default();
        [
            (Qualifier::Exact, lower | upper),
            (Qualifier::MoreThan, lower),
            (Qualifier::About, none),
            (Qualifier::AtLeast, lower),
            (Qualifier::Almost, upper),
            (Qualifier::LessThan, upper),
            (Qualifier::AtMost, upper),
            (Qualifier::Range, lower | upper),
            (Qualifier::Indefinite, none),
        ]
        .map(|(qualifier, needs)| Known {
            view: make_view(qualifier.as_str().as_bytes(), 0, 0),
            qualifier,
            needs,
            excludes: Flags::excluded_by(qualifier),
        })
    });
    KNOWN.iter().find(|known| known.view == view)
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
