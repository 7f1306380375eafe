//! Aggregates: sums of amounts that stay exact and keep their bounds.

mod ends;
mod input;
mod labels;
mod measure;
mod restated;
mod sum;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::common::{Result, ScalarValue, internal_err, plan_err};
use datafusion::logical_expr::function::{
    AccumulatorArgs, AggregateFunctionSimplification, StateFieldsArgs,
};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, DocSection, Documentation, EmitTo, Expr,
    GroupsAccumulator, Signature, Volatility,
};

use crate::amount::amount_fields;
use crate::column::{Column, Integer};
use crate::text::is_text;

use input::{AmountInput, Label};
pub use restated::restated_fields;
use sum::Sums;

/// The fields of what `defensible_sum` returns: those of an
/// [amount](crate::amount_fields), and two counts.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `count` | `BIGINT` | the amounts that were added |
/// | `left_out` | `BIGINT` | the rows that were not: null, or an order of magnitude without a value |
///
/// ```
/// assert_eq!(tinh_datafusion::total_fields()[5].name(), "count");
/// ```
#[must_use]
pub fn total_fields() -> Fields {
    TOTAL.clone()
}

static TOTAL: LazyLock<Fields> = LazyLock::new(|| {
    let counts =
        ["count", "left_out"].map(|name| Arc::new(Field::new(name, Integer::data_type(), true)));
    amount_fields().iter().cloned().chain(counts).collect()
});

/// The aggregates.
pub(crate) fn all() -> Vec<AggregateUDF> {
    let sums = [Rule::Interval, Rule::Defensible].map(SumFunction::new);
    let restated = restated::RestatedFunction::new();
    sums.map(AggregateUDF::new_from_impl)
        .into_iter()
        .chain([AggregateUDF::new_from_impl(restated)])
        .collect()
}

/// Which of the two sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Rule {
    /// Every amount, whatever becomes of the bounds.
    Interval,
    /// Amounts of one measure that adds, where they have a number.
    Defensible,
}

impl Rule {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Interval => "interval_sum",
            Self::Defensible => "defensible_sum",
        }
    }

    fn fields(self) -> Fields {
        match self {
            Self::Interval => amount_fields(),
            Self::Defensible => total_fields(),
        }
    }
}

/// `interval_sum` or `defensible_sum`, as the engine calls it.
#[derive(Debug)]
struct SumFunction {
    rule: Rule,
    signature: Signature,
    documentation: Documentation,
}

impl SumFunction {
    fn new(rule: Rule) -> Self {
        let (description, syntax) = match rule {
            Rule::Interval => (
                "Adds amounts of one currency with their bounds, exactly and in any order. \
                 Nulls are passed over; amounts of several currencies are an error.",
                "interval_sum(amount)",
            ),
            Rule::Defensible => (
                "Adds amounts of one currency and one measure by the measure's own rule, and \
                 counts what was added and what could not be. Several currencies or measures, \
                 and what does not add, are an error that says why.",
                "defensible_sum(amount, measure, ...)",
            ),
        };
        let section = DocSection {
            include: true,
            label: "Vietnamese figures and places",
            description: None,
        };
        let documentation = Documentation::builder(section, description, syntax).with_argument(
            "amount",
            "what `vn_money` or `vn_figure` returns, or another such sum",
        );
        let documentation = match rule {
            Rule::Interval => documentation,
            Rule::Defensible => documentation.with_argument(
                "measure",
                "the code of a measure, such as `fdi.registered`; what follows it after a \
                     blank, and every further text, must be the same in every row added",
            ),
        };
        Self {
            rule,
            signature: Signature::user_defined(Volatility::Immutable),
            documentation: documentation.build(),
        }
    }
}

impl PartialEq for SumFunction {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule
    }
}

impl Eq for SumFunction {}

impl Hash for SumFunction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rule.hash(state);
    }
}

impl AggregateUDFImpl for SumFunction {
    fn name(&self) -> &str {
        self.rule.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        let name = self.name();
        let (expected, fits) = match self.rule {
            Rule::Interval => ("(amount)", types.len() == 1),
            Rule::Defensible => ("(amount, measure, ...)", types.len() >= 2),
        };
        if !fits {
            return plan_err!(
                "{name} expects {expected}, found a call with {} arguments",
                types.len()
            );
        }
        types
            .iter()
            .enumerate()
            .map(|(at, found)| match (at, found) {
                (0, DataType::Null) => Ok(DataType::Struct(amount_fields())),
                (0, DataType::Struct(fields)) => {
                    input::check(name, fields)?;
                    Ok(found.clone())
                }
                (0, _) => plan_err!("{name} expects an amount as argument 1, found {found}"),
                (_, DataType::Null) => Ok(DataType::Utf8View),
                (_, text) if is_text(text) => Ok(text.clone()),
                _ => plan_err!(
                    "{name} expects text as argument {}, found {found}",
                    at.saturating_add(1)
                ),
            })
            .collect()
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(self.rule.fields()))
    }

    /// Nothing to simplify; but before the engine turns a lone `DISTINCT` into
    /// a grouping of its own, after which nobody sees it any more.
    fn simplify(&self) -> Option<AggregateFunctionSimplification> {
        Some(Box::new(|call, _| {
            if call.params.distinct {
                return refuse_distinct(call.func.name());
            }
            Ok(Expr::AggregateFunction(call))
        }))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let bases = args.input_fields.len().saturating_sub(1);
        let fields = sum::state_fields(bases).into_iter();
        Ok(fields
            .map(|(name, data_type)| {
                Arc::new(Field::new(
                    format_state_name(args.name, &name),
                    data_type,
                    true,
                ))
            })
            .collect())
    }

    fn accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        if args.is_distinct {
            return refuse_distinct(self.name());
        }
        Ok(Box::new(One(self.sums(&args, 1))))
    }

    fn groups_accumulator_supported(&self, args: AccumulatorArgs<'_>) -> bool {
        !args.is_distinct
    }

    fn create_groups_accumulator(
        &self,
        args: AccumulatorArgs<'_>,
    ) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(Groups(self.sums(&args, 0))))
    }
}

fn refuse_distinct<T>(name: &str) -> Result<T> {
    plan_err!("{name} does not take DISTINCT: equal amounts may be of different things")
}

impl SumFunction {
    fn sums(&self, args: &AccumulatorArgs<'_>, groups: usize) -> Sums {
        let bases = args.exprs.len().saturating_sub(1);
        Sums::new(self.rule, bases, groups)
    }
}

/// The arguments of a batch.
struct Batch {
    amounts: AmountInput,
    bases: Vec<Label>,
}

impl Batch {
    fn of(values: &[ArrayRef]) -> Result<Self> {
        let Some((amounts, bases)) = values.split_first() else {
            return internal_err!("a sum without an argument");
        };
        let bases = bases.iter().map(|column| Label::of(Some(column)));
        Ok(Self {
            amounts: AmountInput::of(amounts)?,
            bases: bases.collect::<Result<_>>()?,
        })
    }

    /// Currency, kind, unit noun, then the bases.
    fn labels(&self) -> impl Iterator<Item = &Label> {
        self.amounts.labels.iter().chain(&self.bases)
    }
}

/// One sum, for a query without groups and for windows.
#[derive(Debug)]
struct One(Sums);

impl Accumulator for One {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let batch = Batch::of(values)?;
        self.0.resize(1);
        self.0
            .add(&batch, (0..batch.amounts.len()).map(|_| Some(0)))
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let rows = states.first().map_or(0, |array| array.len());
        let sums = &mut self.0;
        sums.resize(1);
        let state = sum::StateInput::of(states, sums.bases())?;
        (0..rows).try_for_each(|row| sums.merge(0, &state, row))
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.0.resize(1);
        let array = self.0.totals(1)?;
        ScalarValue::try_from_array(&array, 0)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.0.resize(1);
        let columns = self.0.states(1)?;
        columns
            .iter()
            .map(|column| ScalarValue::try_from_array(column, 0))
            .collect()
    }

    fn size(&self) -> usize {
        size_of_val(self).saturating_add(self.0.size())
    }
}

/// A sum for every group.
#[derive(Debug)]
struct Groups(Sums);

impl Groups {
    /// How many groups are to be emitted.
    fn emitted(&self, emit_to: EmitTo) -> usize {
        match emit_to {
            EmitTo::All => self.0.len(),
            EmitTo::First(groups) => groups.min(self.0.len()),
        }
    }
}

fn is_kept(filter: Option<&BooleanArray>, row: usize) -> bool {
    filter.is_none_or(|filter| row < filter.len() && filter.is_valid(row) && filter.value(row))
}

impl GroupsAccumulator for Groups {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        let batch = Batch::of(values)?;
        self.0.resize(total_num_groups);
        let rows = group_indices.iter().enumerate();
        let groups = rows.map(|(row, group)| is_kept(filter, row).then_some(*group));
        self.0.add(&batch, groups)
    }

    fn merge_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        total_num_groups: usize,
    ) -> Result<()> {
        let sums = &mut self.0;
        sums.resize(total_num_groups);
        let state = sum::StateInput::of(values, sums.bases())?;
        for (row, group) in group_indices.iter().enumerate() {
            sums.merge(*group, &state, row)?;
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = self.emitted(emit_to);
        let totals = self.0.totals(groups)?;
        self.0.drop_first(groups);
        Ok(totals)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = self.emitted(emit_to);
        let states = self.0.states(groups)?;
        self.0.drop_first(groups);
        Ok(states)
    }

    fn convert_to_state(
        &self,
        values: &[ArrayRef],
        filter: Option<&BooleanArray>,
    ) -> Result<Vec<ArrayRef>> {
        let batch = Batch::of(values)?;
        let rows = batch.amounts.len();
        let mut sums = self.0.empty(rows);
        sums.add(
            &batch,
            (0..rows).map(|row| is_kept(filter, row).then_some(row)),
        )?;
        sums.states(rows)
    }

    fn size(&self) -> usize {
        size_of_val(self).saturating_add(self.0.size())
    }
}
