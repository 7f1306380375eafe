//! The columns of claims, and how a claim fills them.

use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::datatypes::{Field, FieldRef, Schema, SchemaRef};
use datafusion::common::Result;
use tinh_figures::rust_decimal::Decimal;
use tinh_model::Claim;
use tinh_model::claim::{Quantity, Relation, Scope};
use tinh_model::entity::Statement;
use tinh_model::time::Time;

use crate::amount::{Amounts, Scaled};
use crate::column::{Column, Day, Integer, Lists, Text, Truth, struct_column};

struct_column! {
    /// What every row of a claim says of it.
    struct Head {
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
    }
}

struct_column! {
    /// The figure of a row.
    struct Measured {
        field: Text,
        measure: Text,
        unit: Text,
        additive: Truth,
        scope: Text,
        partner: Text,
        sector: Text,
        basis: Text,
        figure: Text,
        noun: Text,
        kind: Text,
        amount: Amounts,
    }
}

struct_column! {
    /// What stands at the end of a row.
    struct Tail {
        note: Text,
        relations: Lists<Relations>,
        record: Text,
    }
}

struct_column! {
    /// A column of relations.
    pub(super) struct Relations {
        kind: Text,
        to: Text,
    }
}

/// The columns of claims under construction.
#[derive(Debug)]
pub(super) struct Columns {
    rows: usize,
    file: Text,
    file_line: Integer,
    head: Head,
    measured: Measured,
    tail: Tail,
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
/// | `unit` | text | `money`, `count`, `extent` or `ratio` |
/// | `additive` | boolean | whether values of disjoint territories add up |
/// | `scope` | text | `place`; `part` of what the place reports, of one partner, one sector or a named part; `project` |
/// | `partner`, `sector` | text | which partner and which sector, where the figure is of one |
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
    CLAIM_SCHEMA.clone()
}

static CLAIM_SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| Arc::new(Schema::new(fields())));

/// The same with the last column, `error`.
pub(super) fn tried_schema() -> SchemaRef {
    let mut fields = fields();
    fields.push(Arc::new(Field::new("error", Text::data_type(), true)));
    Arc::new(Schema::new(fields))
}

fn fields() -> Vec<FieldRef> {
    let file = [
        Field::new("file", Text::data_type(), true),
        Field::new("file_line", Integer::data_type(), true),
    ];
    let mut fields: Vec<FieldRef> = file.map(Arc::new).into();
    for part in [Head::fields(), Measured::fields(), Tail::fields()] {
        fields.extend(part.iter().cloned());
    }
    fields
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
    pub(super) fn with_capacity(rows: usize) -> Self {
        Self {
            rows: 0,
            file: Text::with_capacity(rows),
            file_line: Integer::with_capacity(rows),
            head: Head::with_capacity(rows),
            measured: Measured::with_capacity(rows),
            tail: Tail::with_capacity(rows),
            error: Text::with_capacity(rows),
        }
    }

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
            self.push_file(origin.file);
            let time = claim.effective_time();
            self.head.push(claim, claim.id(), &time, origin.producer);
            self.measured.null();
            self.tail.push(claim, record.as_deref());
            self.error.null();
        }
        for (quantity, numbers) in quantities.iter().zip(numbers) {
            self.push_file(origin.file);
            let key = quantity.id();
            self.head.push(claim, &key, &quantity.time, origin.producer);
            self.measured.push(quantity, numbers);
            self.tail.push(claim, record.as_deref());
            self.error.null();
        }
        Ok(())
    }

    /// A row that holds a problem in place of a claim.
    pub(super) fn push_problem(&mut self, file: &str, line: u64, problem: &str) {
        self.push_file(Some((file, line)));
        self.head.null();
        self.measured.null();
        self.tail.null();
        self.error.push(problem);
    }

    fn push_file(&mut self, file: Option<(&str, u64)>) {
        self.rows = self.rows.saturating_add(1);
        self.file.push_option(file.map(|(file, _)| file));
        let line = file.and_then(|(_, line)| i64::try_from(line).ok());
        self.file_line.push(line);
    }

    /// The rows under a schema, which may leave out the column of errors.
    pub(super) fn batch(self, schema: &SchemaRef) -> Result<RecordBatch> {
        let mut columns = vec![self.file.finish()?, self.file_line.finish()?];
        for part in [
            self.head.finish()?,
            self.measured.finish()?,
            self.tail.finish()?,
        ] {
            columns.extend_from_slice(part.as_struct().columns());
        }
        columns.push(self.error.finish()?);
        columns.truncate(schema.fields().len());
        Ok(RecordBatch::try_new(schema.clone(), columns)?)
    }
}

impl Head {
    fn push(&mut self, claim: &Claim, key: &str, time: &Time, producer: Option<&str>) {
        self.key.push(key);
        self.claim_id.push(claim.id());
        self.source_id.push(claim.source());
        self.producer.push_option(producer);
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
        self.row();
    }
}

impl Measured {
    fn push(&mut self, quantity: &Quantity<'_>, numbers: Option<Scaled>) {
        self.field.push(quantity.field);
        self.measure.push_display(quantity.measure);
        let nature = match quantity.time {
            Time::AsOf(_) => "stock",
            Time::During(_) => "flow",
            _ => time_kind(&quantity.time),
        };
        let (partner, sector) = match quantity.claim.statement() {
            Statement::Observation(observation) => {
                (observation.partner.as_deref(), observation.sector.as_ref())
            }
            _ => (None, None),
        };
        let scope = match quantity.scope {
            Scope::Project => "project",
            Scope::Place if partner.is_none() && sector.is_none() => "place",
            // A figure of one partner or sector is a part of the place's.
            _ => "part",
        };
        match partner {
            Some(partner) => self.partner.push_display(partner),
            None => self.partner.null(),
        }
        self.sector.push_option(sector.map(|sector| sector.name()));
        self.basis.push_display(format_args!(
            "{} {nature} {} {scope}",
            quantity.measure,
            quantity.claim.realm().code()
        ));
        self.scope.push(scope);
        self.unit.push(quantity.measure.unit().code());
        self.additive.push(Some(quantity.measure.is_additive()));
        let Some(figure) = quantity.figure else {
            self.figure.null();
            self.noun.null();
            self.kind.null();
            self.amount.null();
            self.row();
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
        self.row();
    }
}

impl Tail {
    fn push(&mut self, claim: &Claim, record: Option<&str>) {
        self.note.push_option(claim.note());
        let mut relations = 0_i32;
        for relation in claim.relations() {
            self.relations.items.push(relation);
            relations = relations.saturating_add(1);
        }
        self.relations.close(relations);
        self.record.push_option(record);
        self.row();
    }
}

impl Relations {
    fn push(&mut self, relation: &Relation) {
        self.kind.push(relation.kind.code());
        self.to.push(&relation.to);
        self.row();
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
