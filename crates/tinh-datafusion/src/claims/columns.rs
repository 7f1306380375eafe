//! The columns of claims, and how a claim fills them.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, NullBufferBuilder, RecordBatch, StructArray};
use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef};
use datafusion::common::Result;
use tinh_figures::rust_decimal::Decimal;
use tinh_model::claim::{Quantity, Relation, Scope};
use tinh_model::time::Time;
use tinh_model::{Claim, UnitKind};

use crate::amount::{Amounts, Scaled};
use crate::column::{Column, Day, Integer, Lists, Text, Truth};

/// Columns under their names, in one place: the schema, the builders and the
/// finished batch cannot differ.
macro_rules! columns {
    ($($name:ident: $column:ty,)+) => {
        /// The columns under construction.
        #[derive(Debug)]
        pub(super) struct Columns {
            rows: usize,
            $($name: $column,)+
        }

        impl Columns {
            pub(super) fn with_capacity(rows: usize) -> Self {
                Self { rows: 0, $($name: <$column>::with_capacity(rows),)+ }
            }

            fn fields() -> Vec<Field> {
                vec![$(Field::new(
                    stringify!($name).trim_start_matches("r#"),
                    <$column>::data_type(),
                    true,
                ),)+]
            }

            /// A row of nulls; `fill` gives some of them a value.
            fn finish(self) -> Vec<ArrayRef> {
                vec![$(self.$name.finish(),)+]
            }

            /// A row that holds a problem in place of a claim.
            pub(super) fn push_problem(&mut self, file: &str, line: u64, problem: &str) {
                let Self { rows, file: files, file_line, error, .. } = self;
                *rows = rows.saturating_add(1);
                files.push(file);
                file_line.push(i64::try_from(line).ok());
                error.push(problem);
                self.null_claim();
            }
        }
    };
}

columns! {
    file: Text,
    file_line: Integer,
    key: Text,
    claim_id: Text,
    source_id: Text,
    producer: Text,
    source_line: Integer,
    r#type: Text,
    place_id: Text,
    place_name: Text,
    place_on: Day,
    time: Text,
    time_kind: Text,
    first_day: Day,
    last_day: Day,
    status: Text,
    realm: Text,
    field: Text,
    measure: Text,
    unit: Text,
    additive: Truth,
    scope: Text,
    basis: Text,
    figure: Text,
    noun: Text,
    kind: Text,
    amount: Amounts,
    note: Text,
    relations: Lists<Relations>,
    record: Text,
    error: Text,
}

/// The columns of claims, one row for each figure.
///
/// A claim of several figures (an aid group) has several rows; one without a
/// figure has one row with nulls in the columns of the figure. Every column
/// can be null.
///
/// | column | type | meaning |
/// |---|---|---|
/// | `file`, `file_line` | text, `BIGINT` | the file and its line, from 1; null for a dataset in memory |
/// | `key` | text | names this figure among all: the claim's id, and the field where it has several |
/// | `claim_id` | text | the claim's id |
/// | `source_id`, `producer` | text | the source's id; its publisher, or the id where none is named |
/// | `source_line` | `BIGINT` | the line of the source |
/// | `type` | text | `observation`, `mission`, `agreement`, … |
/// | `place_id`, `place_name` | text | `hai-phong`, `Hải Phòng`; also `national`, `offshore` |
/// | `place_on` | `DATE` | the day on which the place is meant |
/// | `time` | text | when it holds: `as of 2022-12-20`, `2023-01-01/2023-09-30` |
/// | `time_kind` | text | `as_of`, `during`, `on`, `horizon`, `every_month`, `every_year`, `future`, `undated` |
/// | `first_day`, `last_day` | `DATE` | the first and last day the time can mean, where known |
/// | `status`, `realm` | text | how firm (`normal`, `estimated`, …); `actual`, `plan`, `target`, `commitment` |
/// | `field` | text | the claim's field that holds the figure |
/// | `measure` | text | what it measures: `fdi.registered`, `fdi.projects` |
/// | `unit` | text | `money`, `count` or `ratio` |
/// | `additive` | boolean | whether values of disjoint territories add up |
/// | `scope` | text | `place`, or `project` for a part of what the place reports |
/// | `basis` | text | what amounts must share to be added: measure, stock or flow, realm and scope, such as `fdi.registered stock actual place`; for [`defensible_sum`](crate#aggregates) |
/// | `figure`, `noun` | text | the figure as printed, its unit noun |
/// | `kind` | text | `money`, `number`, `percent`, …; null where there is no number |
/// | `amount` | struct | [`amount_fields`](crate::amount_fields); of a count an ambiguous figure is the whole number |
/// | `note` | text | a remark of whoever wrote the dataset |
/// | `relations` | list of struct(`kind`, `to`) | `same_as`, `part_of`, `corrects`, `conflicts_with` and the other claim's id |
/// | `record` | text | the whole claim as one line of JSON: what has no column of its own is here |
///
/// ```
/// let schema = tinh_datafusion::claim_schema();
/// assert_eq!(schema.field(2).name(), "key");
/// assert!(schema.index_of("error").is_err());
/// ```
#[must_use]
pub fn claim_schema() -> SchemaRef {
    let mut fields = Columns::fields();
    fields.pop();
    Arc::new(Schema::new(fields))
}

/// The same with the last column, `error`.
pub(super) fn tried_schema() -> SchemaRef {
    Arc::new(Schema::new(Columns::fields()))
}

/// The place of `record` among the columns.
pub(super) fn record_index() -> Option<usize> {
    claim_schema().index_of("record").ok()
}

/// Where a claim was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'a> {
    /// The file and the line.
    pub(super) file: Option<(&'a str, u64)>,
    /// Who answers for the source.
    pub(super) producer: Option<&'a str>,
    /// Whether the whole record is wanted; it costs more than the rest.
    pub(super) record: bool,
}

impl Columns {
    pub(super) const fn len(&self) -> usize {
        self.rows
    }

    /// Appends the figures of a claim.
    ///
    /// # Errors
    /// A number that a column cannot hold, and its field; nothing of the claim
    /// was appended then.
    pub(super) fn push_claim(
        &mut self,
        claim: &Claim,
        origin: Origin<'_>,
    ) -> Result<(), (&'static str, Decimal)> {
        let quantities = claim.quantities();
        let mut numbers = Vec::with_capacity(quantities.len());
        for quantity in &quantities {
            numbers.push(amount(quantity).map_err(|number| (quantity.field, number))?);
        }
        let record = origin
            .record
            .then(|| serde_json::to_string(claim).ok())
            .flatten();
        if quantities.is_empty() {
            self.push_head(claim, claim.id(), &claim.effective_time(), origin);
            self.null_figure();
            self.push_tail(claim, record.as_deref());
        }
        for (quantity, numbers) in quantities.iter().zip(numbers) {
            self.push_head(claim, &quantity.key(), &quantity.time, origin);
            self.push_figure(quantity, numbers);
            self.push_tail(claim, record.as_deref());
        }
        Ok(())
    }

    fn push_head(&mut self, claim: &Claim, key: &str, time: &Time, origin: Origin<'_>) {
        self.rows = self.rows.saturating_add(1);
        self.file.push_option(origin.file.map(|(file, _)| file));
        let line = origin.file.map(|(_, line)| line);
        self.file_line
            .push(line.and_then(|n| i64::try_from(n).ok()));
        self.key.push(key);
        self.claim_id.push(claim.id());
        self.source_id.push(claim.source());
        self.producer.push_option(origin.producer);
        self.source_line.push(claim.line().map(i64::from));
        self.r#type.push(claim.statement().type_code());
        let place = claim.place();
        self.place_id.push(place.id());
        self.place_name.push(place.name());
        self.place_on.push(place.on());
        self.time.push_display(time);
        self.time_kind.push(time_kind(time));
        self.first_day.push(time.first_day());
        self.last_day.push(time.last_day());
        self.status.push(claim.status().code());
        self.realm.push(claim.realm().code());
    }

    fn push_figure(&mut self, quantity: &Quantity<'_>, numbers: Option<Scaled>) {
        self.field.push(quantity.field);
        self.measure.push_display(quantity.measure);
        let nature = match quantity.time {
            Time::AsOf(_) => "stock",
            Time::During(_) => "flow",
            _ => time_kind(&quantity.time),
        };
        let scope = match quantity.scope {
            Scope::Project => "project",
            _ => "place",
        };
        self.basis.push_display(format_args!(
            "{} {nature} {} {scope}",
            quantity.measure,
            quantity.claim.realm().code()
        ));
        self.scope.push(scope);
        self.unit.push(match quantity.measure.unit_kind() {
            UnitKind::Money => "money",
            UnitKind::Count(_) => "count",
            _ => "ratio",
        });
        self.additive.push(Some(quantity.measure.is_additive()));
        let Some(figure) = quantity.figure else {
            self.figure.null();
            self.noun.null();
            self.kind.null();
            self.amount.null();
            return;
        };
        self.figure.push(figure.text());
        self.noun.push_option(figure.noun());
        self.kind
            .push_option(figure.kind().map(|kind| kind.as_str()));
        let none = Scaled {
            value: None,
            lower: None,
            upper: None,
        };
        self.amount.push(
            numbers.unwrap_or(none),
            figure.currency().map(|currency| currency.code()),
            figure.qualifier(),
        );
    }

    fn null_figure(&mut self) {
        self.field.null();
        self.measure.null();
        self.unit.null();
        self.additive.null();
        self.scope.null();
        self.basis.null();
        self.figure.null();
        self.noun.null();
        self.kind.null();
        self.amount.null();
    }

    fn push_tail(&mut self, claim: &Claim, record: Option<&str>) {
        self.note.push_option(claim.note());
        let mut relations = 0_i32;
        for relation in claim.relations() {
            self.relations.items.push(relation);
            relations = relations.saturating_add(1);
        }
        self.relations.close(relations);
        self.record.push_option(record);
        self.error.null();
    }

    fn null_claim(&mut self) {
        self.key.null();
        self.claim_id.null();
        self.source_id.null();
        self.producer.null();
        self.source_line.null();
        self.r#type.null();
        self.place_id.null();
        self.place_name.null();
        self.place_on.null();
        self.time.null();
        self.time_kind.null();
        self.first_day.null();
        self.last_day.null();
        self.status.null();
        self.realm.null();
        self.null_figure();
        self.note.null();
        self.relations.null();
        self.record.null();
    }

    /// The rows under a schema, which may leave out the column of errors.
    pub(super) fn batch(self, schema: &SchemaRef) -> Result<RecordBatch> {
        let mut columns = self.finish();
        columns.truncate(schema.fields().len());
        Ok(RecordBatch::try_new(schema.clone(), columns)?)
    }
}

/// The numbers of a figure; `None` where it has none.
fn amount(quantity: &Quantity<'_>) -> Result<Option<Scaled>, Decimal> {
    let Some(reading) = quantity.figure.and_then(|figure| figure.reading()) else {
        return Ok(None);
    };
    let mut numbers = Scaled::of(&reading)?;
    // A count whose digits have two readings is the whole number of the two.
    if let Some(value) = quantity.value()
        && Some(value) != reading.value()
    {
        let value = crate::column::scaled(Some(value))?;
        let nominal = numbers.value;
        for number in [&mut numbers.lower, &mut numbers.upper, &mut numbers.value] {
            if *number == nominal {
                *number = value;
            }
        }
    }
    Ok(Some(numbers))
}

const fn time_kind(time: &Time) -> &'static str {
    match time {
        Time::AsOf(_) => "as_of",
        Time::During(_) => "during",
        Time::On(_) => "on",
        Time::Horizon(_) => "horizon",
        Time::EveryMonth => "every_month",
        Time::EveryYear => "every_year",
        Time::Future => "future",
        _ => "undated",
    }
}

/// A column of relations.
#[derive(Debug)]
pub(super) struct Relations {
    kind: Text,
    to: Text,
    valid: NullBufferBuilder,
}

impl Relations {
    fn fields() -> Fields {
        Fields::from(vec![
            Field::new("kind", Text::data_type(), true),
            Field::new("to", Text::data_type(), true),
        ])
    }

    fn push(&mut self, relation: &Relation) {
        self.kind.push(relation.kind.code());
        self.to.push(&relation.to);
        self.valid.append_non_null();
    }
}

impl Column for Relations {
    fn data_type() -> DataType {
        DataType::Struct(Self::fields())
    }

    fn with_capacity(rows: usize) -> Self {
        Self {
            kind: Text::with_capacity(rows),
            to: Text::with_capacity(rows),
            valid: NullBufferBuilder::new(rows),
        }
    }

    fn null(&mut self) {
        self.kind.null();
        self.to.null();
        self.valid.append_null();
    }

    fn finish(mut self) -> ArrayRef {
        let columns = vec![self.kind.finish(), self.to.finish()];
        Arc::new(StructArray::new(
            Self::fields(),
            columns,
            self.valid.finish(),
        ))
    }
}
