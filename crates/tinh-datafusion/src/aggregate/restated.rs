//! `restated`: into which unit of another date the rows of a group fall, and
//! how much of that unit they report.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{Array, ArrayRef, AsArray, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::common::{Result, ScalarValue, exec_err, internal_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::format_state_name;
use datafusion::logical_expr::{
    Accumulator, AggregateUDFImpl, DocSection, Documentation, Signature, Volatility,
};
use tinh_gazetteer::chrono::NaiveDate;
use tinh_gazetteer::{Coverage, Unit, Units};

use crate::column::{Column, Integer, Text, struct_column};
use crate::scalar::arguments::{Input, Parameter, coerce};

const NAME: &str = "restated";

const PARAMETERS: [Parameter; 3] = [
    Parameter::Text("id", "the id of a province, such as `hai-duong`"),
    Parameter::Date("from_date", "the day on which the id is meant"),
    Parameter::Date("to_date", "the day of the units wanted"),
];

struct_column! {
    /// What `restated` returns.
    struct Restated {
        unit: Text,
        name: Text,
        reported: Integer,
        of: Integer,
        missing: Text,
        left_out: Integer,
    }
}

/// The fields of what `restated` returns.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `unit`, `name` | text | the id and the name of the unit of `to_date` that holds every row's territory |
/// | `reported`, `of` | `BIGINT` | how many of its parts the rows report, and how many there are |
/// | `missing` | text | the names of the parts that no row reports, with `, ` between them |
/// | `left_out` | `BIGINT` | the rows that lie in no single unit of `to_date`, or whose id or date cannot be read |
///
/// ```
/// let names: Vec<_> = tinh_datafusion::restated_fields().iter().map(|f| f.name().clone()).collect();
/// assert_eq!(names, ["unit", "name", "reported", "of", "missing", "left_out"]);
/// ```
#[must_use]
pub fn restated_fields() -> Fields {
    Restated::fields()
}

/// `restated(id, from_date, to_date)`, as the engine calls it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct RestatedFunction {
    signature: Signature,
}

impl RestatedFunction {
    pub(super) fn new() -> Self {
        Self {
            signature: Signature::user_defined(Volatility::Immutable),
        }
    }
}

static DOCUMENTATION: LazyLock<Documentation> = LazyLock::new(|| {
    let section = DocSection {
        include: true,
        label: "Vietnamese figures and places",
        description: None,
    };
    let description = "The unit of another date that the rows of a group fall into, and how \
                       many of its parts they report. Rows of several units are an error that \
                       names them: group by `province_restate` with the same arguments.";
    let syntax = "restated(id, from_date, to_date)";
    PARAMETERS
        .iter()
        .fold(
            Documentation::builder(section, description, syntax),
            |builder, parameter| builder.with_argument(parameter.name(), parameter.description()),
        )
        .build()
});

impl AggregateUDFImpl for RestatedFunction {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&DOCUMENTATION)
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        coerce(NAME, &PARAMETERS, types)
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(restated_fields()))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let list = DataType::new_list(DataType::Utf8, true);
        let fields = [
            ("targets", list.clone()),
            ("parts", list),
            ("left_out", DataType::Int64),
        ];
        Ok(fields
            .map(|(name, data_type)| {
                let name = format_state_name(args.name, name);
                Arc::new(Field::new(name, data_type, true))
            })
            .into())
    }

    fn accumulator(&self, _args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Group::default()))
    }
}

/// The units of a group. There are no more than the gazetteer has, however
/// many rows a group has.
#[derive(Debug, Default)]
struct Group {
    targets: BTreeSet<Unit>,
    parts: BTreeSet<Unit>,
    left_out: i64,
}

/// A unit in a partial answer: its id, and a day on which that is its id.
fn written(unit: &Unit) -> String {
    let day = unit.valid_from().or(unit.valid_to());
    format!("{} {}", unit.id(), day.unwrap_or(NaiveDate::MAX))
}

/// The unit that [`written`] wrote.
fn read(text: &str) -> Option<Unit> {
    let (id, day) = text.split_once(' ')?;
    Units::on(day.parse().ok()?).by_id(id).ok()
}

fn list(units: &BTreeSet<Unit>) -> ScalarValue {
    let texts: Vec<ScalarValue> = units.iter().map(|u| written(u).into()).collect();
    ScalarValue::List(ScalarValue::new_list(&texts, &DataType::Utf8, true))
}

fn names<'a>(units: impl IntoIterator<Item = &'a Unit>) -> String {
    let names: Vec<&str> = units.into_iter().map(|unit| unit.name()).collect();
    names.join(", ")
}

impl Accumulator for Group {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let input = Input::of_columns(NAME, &PARAMETERS, values)?;
        for at in 0..values.first().map_or(0, |column| column.len()) {
            let placed = input.row(at).and_then(|row| {
                let unit = Units::on(row.required_date(1).ok()?)
                    .by_id(row.text(0))
                    .ok()?;
                let target = unit
                    .restated(Units::on(row.required_date(2).ok()?))
                    .target()?;
                Some((unit, target))
            });
            match placed {
                Some((unit, target)) => {
                    self.parts.insert(unit);
                    self.targets.insert(target);
                }
                None => self.left_out = self.left_out.saturating_add(1),
            }
        }
        Ok(())
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![
            list(&self.targets),
            list(&self.parts),
            self.left_out.into(),
        ])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let [targets, parts, left_out] = states else {
            return internal_err!("a partial answer of {NAME} has {} columns", states.len());
        };
        for (units, lists) in [(&mut self.targets, targets), (&mut self.parts, parts)] {
            let Some(lists) = lists.as_list_opt::<i32>() else {
                return internal_err!("a partial answer of {NAME} has no list");
            };
            for texts in lists.iter().flatten() {
                let texts: &StringArray = texts.as_string();
                units.extend(texts.iter().flatten().filter_map(read));
            }
        }
        let counts = left_out.as_primitive::<datafusion::arrow::datatypes::Int64Type>();
        for count in counts.iter().flatten() {
            self.left_out = self.left_out.saturating_add(count);
        }
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let mut answer = Restated::with_capacity(1);
        let mut targets = self.targets.iter();
        match (targets.next(), targets.next()) {
            (Some(target), None) => {
                let coverage = Coverage::of(*target, self.parts.iter().copied());
                let missing = coverage.missing();
                let reported = coverage.covered().len();
                answer.unit.push(target.id().as_str());
                answer.name.push(target.name());
                answer.reported.push_position(reported);
                answer
                    .of
                    .push_position(reported.saturating_add(missing.len()));
                answer.missing.push(&names(missing));
            }
            (None, _) => {
                answer.unit.null();
                answer.name.null();
                answer.reported.null();
                answer.of.null();
                answer.missing.null();
            }
            (Some(_), Some(_)) => {
                return exec_err!(
                    "{NAME} found rows of {} units: {}",
                    self.targets.len(),
                    names(&self.targets)
                );
            }
        }
        answer.left_out.push(Some(self.left_out));
        answer.row();
        ScalarValue::try_from_array(&answer.finish()?, 0)
    }

    fn size(&self) -> usize {
        let units = self.targets.len().saturating_add(self.parts.len());
        size_of_val(self).saturating_add(units.saturating_mul(size_of::<Unit>()))
    }
}
