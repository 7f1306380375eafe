//! The sums themselves: exact whatever the order, merged as often as need be.
//!
//! Numbers are added as 256-bit integers. 2⁶⁴ numbers of 38 digits do not
//! leave 192 bits, so nothing overflows on the way and only the end result
//! must fit 38 digits: in a sum of 128 bits it would depend on the order of
//! the rows whether a large total is an error.

use std::convert::Infallible;
use std::ops::Bound;
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, AsArray, Decimal256Array, Int64Array, ListArray, ListBuilder, NullBufferBuilder,
    StringBuilder, StructArray,
};
use datafusion::arrow::datatypes::{DataType, Decimal256Type, Field, Int64Type, i256};
use datafusion::common::{Result, exec_err, internal_err};
use tinh_figures::{Bounds, Qualifier};

use super::Rule;
use super::input::AmountInput;
use super::labels::Labels;
use super::measure::{self, Rows};
use crate::amount::{Amounts, Scaled};
use crate::column::{Column, Integer};
use crate::decimal::SCALE;
use crate::text::Texts;

/// The number type of partial sums.
const WIDE: DataType = DataType::Decimal256(76, SCALE);

/// Labels before the bases: currency, kind and unit noun.
const FIXED_LABELS: usize = 3;

/// The label that begins with the measure's code.
const FIRST_BASIS: usize = FIXED_LABELS;

/// The columns of a partial sum, by name.
pub(super) fn state_fields(bases: usize) -> Vec<(String, DataType)> {
    let list = DataType::new_list(DataType::Utf8, true);
    let mut fields: Vec<(String, DataType)> = [
        ("count", DataType::Int64),
        ("left_out", DataType::Int64),
        ("flags", DataType::Int64),
        ("value", WIDE),
        ("lower", WIDE),
        ("upper", WIDE),
        ("currencies", list.clone()),
        ("kinds", list.clone()),
        ("nouns", list.clone()),
    ]
    .map(|(name, data_type)| (name.to_owned(), data_type))
    .into();
    fields.extend((0..bases).map(|at| (format!("bases{at}"), list.clone())));
    fields
}

/// What a partial sum's columns of numbers do not tell of its bounds.
mod flag {
    pub(super) const NO_VALUE: i64 = 1;
    pub(super) const LOWER_EXCLUDED: i64 = 1 << 1;
    pub(super) const LOWER_UNBOUNDED: i64 = 1 << 2;
    pub(super) const UPPER_EXCLUDED: i64 = 1 << 3;
    pub(super) const UPPER_UNBOUNDED: i64 = 1 << 4;
    /// The excluded upper end was said to be nearly reached (*gần*).
    pub(super) const ALMOST: i64 = 1 << 5;
}

/// One end as a column holds it: the number, and how far it is open.
fn end_of(wide: i256, is_excluded: bool, is_unbounded: bool) -> Bound<i256> {
    match (is_unbounded, is_excluded) {
        (true, _) => Bound::Unbounded,
        (false, true) => Bound::Excluded(wide),
        (false, false) => Bound::Included(wide),
    }
}

/// The bounds of a partial sum, as numbers and [flags](flag).
fn to_columns(bounds: &Bounds<i256>) -> ([i256; 3], i64) {
    let (lower, upper) = bounds.ends();
    let mut flags = 0;
    for (is_so, flag) in [
        (bounds.nominal().is_none(), flag::NO_VALUE),
        (matches!(lower, Bound::Excluded(_)), flag::LOWER_EXCLUDED),
        (matches!(lower, Bound::Unbounded), flag::LOWER_UNBOUNDED),
        (matches!(upper, Bound::Excluded(_)), flag::UPPER_EXCLUDED),
        (matches!(upper, Bound::Unbounded), flag::UPPER_UNBOUNDED),
        (bounds.is_nearly_reached(), flag::ALMOST),
    ] {
        if is_so {
            flags |= flag;
        }
    }
    let numbers = [bounds.nominal(), bounds.lower(), bounds.upper()];
    (numbers.map(|number| number.unwrap_or(i256::ZERO)), flags)
}

/// The bounds that [`to_columns`] wrote.
fn from_columns([value, lower, upper]: [i256; 3], flags: i64) -> Bounds<i256> {
    let has = |flag: i64| flags & flag != 0;
    Bounds::new(
        (!has(flag::NO_VALUE)).then_some(value),
        end_of(lower, has(flag::LOWER_EXCLUDED), has(flag::LOWER_UNBOUNDED)),
        end_of(upper, has(flag::UPPER_EXCLUDED), has(flag::UPPER_UNBOUNDED)),
    )
    .nearly_reached(has(flag::ALMOST))
}

/// One partial sum.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    count: i64,
    left_out: i64,
    bounds: Bounds<i256>,
    /// Currencies, kinds, unit nouns, then one set for each basis.
    labels: Box<[Labels]>,
}

impl Sum {
    fn new(bases: usize) -> Self {
        Self {
            count: 0,
            left_out: 0,
            bounds: Bounds::default(),
            labels: vec![Labels::default(); bases.saturating_add(FIXED_LABELS)].into(),
        }
    }

    /// Adds what is known of an amount, or of a partial sum. 256 bits hold the
    /// sum of more columns of 38 digits than a machine holds.
    fn add(&mut self, bounds: &Bounds<i256>) {
        if let Some(sum) = self.bounds.plus(bounds, |a, b| Some(a.wrapping_add(b))) {
            self.bounds = sum;
        }
    }

    /// The currency, where nothing forbids the sum.
    fn check(&self, rule: Rule) -> Result<Option<&str>> {
        let name = rule.name();
        let mut singles = [None; FIRST_BASIS + 1];
        for (at, labels) in self.labels.iter().enumerate() {
            let (several, none) = match at {
                0 => ("currencies", "no currency"),
                1 => ("kinds", "no kind"),
                2 => ("unit nouns", "no noun"),
                _ => ("bases", "no basis"),
            };
            match labels.single() {
                Err(several_labels) => {
                    let part = if at == FIRST_BASIS {
                        measure::part_and_whole(labels.iter().flatten())
                    } else {
                        None
                    };
                    let labels = several_labels.named(several, none);
                    let part = part.map_or_else(String::new, |part| format!(": {part}"));
                    return exec_err!("{name} cannot add amounts of {labels}{part}");
                }
                Ok(Some(kind)) if at == 1 && !matches!(kind, "money" | "number") => {
                    return exec_err!("{name} cannot add figures of kind {kind}");
                }
                Ok(one) => {
                    if let Some(single) = singles.get_mut(at) {
                        *single = one;
                    }
                }
            }
        }
        let [currency, kind, _, basis] = singles;
        if rule == Rule::Defensible {
            let rows = Rows {
                basis: basis.unwrap_or_default(),
                kind,
                has_currency: currency.is_some(),
                count: self.count,
            };
            if let Some(refusal) = measure::refusal(rows) {
                return exec_err!("{name}: {refusal}");
            }
        }
        Ok(currency)
    }
}

/// The sums of some groups.
#[derive(Debug)]
pub(super) struct Sums {
    rule: Rule,
    bases: usize,
    sums: Vec<Sum>,
    /// What the texts of all labels take.
    bytes: usize,
}

impl Sums {
    pub(super) fn new(rule: Rule, bases: usize, groups: usize) -> Self {
        Self {
            rule,
            bases,
            sums: vec![Sum::new(bases); groups],
            bytes: 0,
        }
    }

    /// New sums of the same kind.
    pub(super) fn empty(&self, groups: usize) -> Self {
        Self::new(self.rule, self.bases, groups)
    }

    pub(super) const fn bases(&self) -> usize {
        self.bases
    }

    pub(super) fn len(&self) -> usize {
        self.sums.len()
    }

    pub(super) fn resize(&mut self, groups: usize) {
        if groups > self.sums.len() {
            self.sums.resize(groups, Sum::new(self.bases));
        }
    }

    pub(super) fn drop_first(&mut self, groups: usize) {
        for gone in self.sums.drain(..groups.min(self.sums.len())) {
            let bytes = gone.labels.iter().map(Labels::bytes).sum();
            self.bytes = self.bytes.saturating_sub(bytes);
        }
    }

    /// The bytes held; the engine asks after every batch.
    pub(super) fn size(&self) -> usize {
        let labels = self.bases.saturating_add(FIXED_LABELS);
        let group = size_of::<Labels>()
            .saturating_mul(labels)
            .saturating_add(size_of::<Sum>());
        self.sums
            .capacity()
            .saturating_mul(group)
            .saturating_add(self.bytes)
    }

    /// Adds the amount of a row to a group.
    pub(super) fn add(
        &mut self,
        group: usize,
        amounts: &AmountInput,
        bases: &[Texts],
        row: usize,
    ) -> Result<()> {
        let rule = self.rule;
        let Some(sum) = self.sums.get_mut(group) else {
            return internal_err!("{} was given no group {group}", rule.name());
        };
        let amount = match amounts.get(row) {
            Ok(amount) => amount,
            Err(error) => return Err(error.context(rule.name())),
        };
        let Some(amount) = amount.filter(|amount| {
            // An order of magnitude has no number to add.
            rule == Rule::Interval || amount.qualifier != Qualifier::Indefinite
        }) else {
            sum.left_out = sum.left_out.saturating_add(1);
            return Ok(());
        };
        sum.count = sum.count.saturating_add(1);
        let wide = |number, _| Ok::<_, Infallible>(i256::from_i128(number));
        let Ok(bounds) = amount.bounds.try_map(wide);
        sum.add(&bounds);
        let texts = [amount.currency, amount.kind, amount.noun]
            .into_iter()
            .chain(bases.iter().map(|texts| texts.get(row)));
        for (labels, text) in sum.labels.iter_mut().zip(texts) {
            labels.add(text, &mut self.bytes);
        }
        Ok(())
    }

    /// Adds a partial sum to a group.
    pub(super) fn merge(&mut self, group: usize, state: &StateInput<'_>, row: usize) -> Result<()> {
        let Some(sum) = self.sums.get_mut(group) else {
            return internal_err!("{} was given no group {group}", self.rule.name());
        };
        sum.count = sum.count.saturating_add(state.count.value(row));
        sum.left_out = sum.left_out.saturating_add(state.left_out.value(row));
        let numbers = [state.value, state.lower, state.upper].map(|column| column.value(row));
        sum.add(&from_columns(numbers, state.flags.value(row)));
        for (labels, lists) in sum.labels.iter_mut().zip(&state.labels) {
            let list = lists.value(row);
            for text in list.as_string::<i32>() {
                labels.add(text, &mut self.bytes);
            }
        }
        Ok(())
    }

    /// The totals of the first groups.
    pub(super) fn totals(&self, groups: usize) -> Result<ArrayRef> {
        let rule = self.rule;
        let mut amounts = Amounts::with_capacity(groups);
        let mut counts = [
            Integer::with_capacity(groups),
            Integer::with_capacity(groups),
        ];
        let mut valid = NullBufferBuilder::new(groups);
        for sum in self.sums.iter().take(groups) {
            let rows = match rule {
                Rule::Interval => sum.count,
                Rule::Defensible => sum.count.saturating_add(sum.left_out),
            };
            valid.append(rows > 0);
            if sum.count > 0 {
                let currency = sum.check(rule)?;
                let number = |wide: Option<i256>| match wide.map(fits) {
                    None => Ok(None),
                    Some(Some(number)) => Ok(Some(number)),
                    Some(None) => exec_err!("{} is beyond 29 digits", rule.name()),
                };
                let numbers = Scaled {
                    value: number(sum.bounds.nominal())?,
                    lower: number(sum.bounds.lower())?,
                    upper: number(sum.bounds.upper())?,
                };
                amounts.push(numbers, currency, sum.bounds.qualifier());
            } else {
                amounts.null();
            }
            for (column, count) in counts.iter_mut().zip([sum.count, sum.left_out]) {
                column.push((rows > 0).then_some(count));
            }
        }
        let amounts = amounts.finish()?;
        match rule {
            Rule::Interval => Ok(amounts),
            Rule::Defensible => {
                let mut columns = amounts.as_struct().columns().to_vec();
                for count in counts {
                    columns.push(count.finish()?);
                }
                let fields = super::total_fields();
                let totals = StructArray::try_new(fields, columns, valid.finish())?;
                Ok(Arc::new(totals))
            }
        }
    }

    /// The first groups as partial sums.
    pub(super) fn states(&self, groups: usize) -> Result<Vec<ArrayRef>> {
        let sums = || self.sums.iter().take(groups);
        let integers = |of: fn(&Sum) -> i64| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(sums().map(of)))
        };
        let bounds: Vec<([i256; 3], i64)> = sums().map(|sum| to_columns(&sum.bounds)).collect();
        let wide = |of: fn(&[i256; 3]) -> i256| -> ArrayRef {
            let numbers = bounds.iter().map(|(numbers, _)| of(numbers));
            Arc::new(Decimal256Array::from_iter_values(numbers).with_data_type(WIDE))
        };
        let flags = bounds.iter().map(|(_, flags)| *flags);
        let mut columns = vec![
            integers(|sum| sum.count),
            integers(|sum| sum.left_out),
            Arc::new(Int64Array::from_iter_values(flags)) as ArrayRef,
            wide(|[value, ..]| *value),
            wide(|[_, lower, _]| *lower),
            wide(|[.., upper]| *upper),
        ];
        for at in 0..self.bases.saturating_add(FIXED_LABELS) {
            let item = Field::new_list_field(DataType::Utf8, true);
            let mut lists = ListBuilder::new(StringBuilder::new()).with_field(item);
            for sum in sums() {
                for text in sum.labels.get(at).into_iter().flat_map(Labels::iter) {
                    lists.values().append_option(text);
                }
                lists.append(true);
            }
            columns.push(Arc::new(lists.finish()));
        }
        Ok(columns)
    }
}

/// The number, if it has no more digits than a column holds.
fn fits(wide: i256) -> Option<i128> {
    // One below 10³⁸.
    const MAX: i128 = 99_999_999_999_999_999_999_999_999_999_999_999_999;
    wide.to_i128()
        .filter(|number| (-MAX..=MAX).contains(number))
}

/// Partial sums as they come in.
#[derive(Debug)]
pub(super) struct StateInput<'a> {
    count: &'a Int64Array,
    left_out: &'a Int64Array,
    flags: &'a Int64Array,
    value: &'a Decimal256Array,
    lower: &'a Decimal256Array,
    upper: &'a Decimal256Array,
    labels: Vec<&'a ListArray>,
}

impl<'a> StateInput<'a> {
    pub(super) fn of(columns: &'a [ArrayRef], bases: usize) -> Result<Self> {
        let labels = bases.saturating_add(FIXED_LABELS);
        let [count, left_out, flags, value, lower, upper, lists @ ..] = columns else {
            return internal_err!("a partial sum has {} columns", columns.len());
        };
        let integers = |array: &'a ArrayRef| array.as_primitive_opt::<Int64Type>();
        let wide = |array: &'a ArrayRef| array.as_primitive_opt::<Decimal256Type>();
        let lists: Option<Vec<&ListArray>> = lists
            .iter()
            .map(|array| array.as_list_opt::<i32>())
            .collect();
        match (
            integers(count),
            integers(left_out),
            integers(flags),
            wide(value),
            wide(lower),
            wide(upper),
            lists,
        ) {
            (
                Some(count),
                Some(left_out),
                Some(flags),
                Some(value),
                Some(lower),
                Some(upper),
                Some(lists),
            ) if lists.len() == labels => Ok(Self {
                count,
                left_out,
                flags,
                value,
                lower,
                upper,
                labels: lists,
            }),
            _ => internal_err!("the columns of a partial sum are of other types"),
        }
    }
}
