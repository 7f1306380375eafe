//! The sums themselves: exact whatever the order, merged as often as need be.
//!
//! Numbers are added as 256-bit integers. 2⁶⁴ numbers of 38 digits do not
//! leave 192 bits, so nothing overflows on the way and only the end result
//! must fit 38 digits: in a sum of 128 bits it would depend on the order of
//! the rows whether a large total is an error.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, AsArray, Decimal256Array, Int64Array, ListArray, ListBuilder, NullBufferBuilder,
    StringBuilder, StructArray,
};
use datafusion::arrow::datatypes::{DataType, Decimal256Type, Field, Int64Type, i256};
use datafusion::common::{Result, exec_err, internal_err};

use super::ends::{Ends, Flags};
use super::input::Label;
use super::labels::Labels;
use super::measure::{self, Rows};
use super::{Batch, Rule};
use crate::amount::{Amounts, Scaled};
use crate::column::{Column, Integer};
use crate::decimal::SCALE;

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

/// One partial sum.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// The last batch that had a row of it.
    batch: u64,
    count: i64,
    left_out: i64,
    ends: Ends,
    /// Currencies, kinds, unit nouns, then one set for each basis.
    labels: Box<[Labels]>,
}

impl Sum {
    fn new(bases: usize) -> Self {
        Self {
            batch: 0,
            count: 0,
            left_out: 0,
            ends: Ends::default(),
            labels: vec![Labels::default(); bases.saturating_add(FIXED_LABELS)].into(),
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
    /// How many batches were added.
    batches: u64,
    /// What the texts of all labels take.
    bytes: usize,
}

impl Sums {
    pub(super) fn new(rule: Rule, bases: usize, groups: usize) -> Self {
        Self {
            rule,
            bases,
            sums: vec![Sum::new(bases); groups],
            batches: 0,
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

    /// Adds the rows of a batch, each to its group; `None` is left out.
    pub(super) fn add(
        &mut self,
        batch: &Batch,
        groups: impl IntoIterator<Item = Option<usize>>,
    ) -> Result<()> {
        let rule = self.rule;
        self.batches = self.batches.wrapping_add(1);
        let varies = batch.labels().any(|label| matches!(label, Label::Each(_)));
        for (row, group) in groups.into_iter().enumerate() {
            let Some(group) = group else { continue };
            let Some(sum) = self.sums.get_mut(group) else {
                return internal_err!("{} was given no group {group}", rule.name());
            };
            let amount = match batch.amounts.get(row) {
                Ok(amount) => amount,
                Err(error) => return Err(error.context(rule.name())),
            };
            let Some(amount) = amount.filter(|amount| {
                // An order of magnitude has no number to add.
                rule == Rule::Interval || !amount.is_indefinite
            }) else {
                sum.left_out = sum.left_out.saturating_add(1);
                continue;
            };
            sum.count = sum.count.saturating_add(1);
            sum.ends.add(Ends {
                numbers: amount.numbers.map(i256::from_i128),
                flags: amount.flags,
            });
            // What all rows of the batch carry is noted once a group.
            let is_first = sum.batch != self.batches;
            sum.batch = self.batches;
            if is_first || varies {
                for (labels, label) in sum.labels.iter_mut().zip(batch.labels()) {
                    match label {
                        Label::Same(text) if is_first => {
                            labels.add(text.as_deref(), &mut self.bytes);
                        }
                        Label::Same(_) => {}
                        Label::Each(texts) => labels.add(texts.get(row), &mut self.bytes),
                    }
                }
            }
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
        let flags = Flags::from_bits(state.flags.value(row));
        sum.ends.add(Ends { numbers, flags });
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
                let bounds = sum.ends.bounds();
                let numbers = Scaled {
                    value: number(bounds.nominal())?,
                    lower: number(bounds.lower())?,
                    upper: number(bounds.upper())?,
                };
                amounts.push(numbers, currency, bounds.qualifier());
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
        let wide = |of: fn([i256; 3]) -> i256| -> ArrayRef {
            let numbers = sums().map(|sum| of(sum.ends.numbers));
            Arc::new(Decimal256Array::from_iter_values(numbers).with_data_type(WIDE))
        };
        let mut columns = vec![
            integers(|sum| sum.count),
            integers(|sum| sum.left_out),
            integers(|sum| sum.ends.flags.bits()),
            wide(|[value, ..]| value),
            wide(|[_, lower, _]| lower),
            wide(|[.., upper]| upper),
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
