//! `vn_places`.

use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{ArrayRef, NullBufferBuilder, StructArray};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use tinh_gazetteer::{Finder, Match};

use super::arguments::{DateError, Parameter, Row};
use super::{Column, Function};
use crate::column::{Integer, Lists, Text};

/// The fields of one place, as `vn_places` returns it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `start`, `end` | `BIGINT` | bytes of the text, from 0 |
/// | `text` | text | the name as written |
/// | `group` | text | `province`, `country`, `bloc`, `agreement`, `organisation` |
/// | `id` | text | `hai-phong`, `JP`, `ADB`; null for initials that several provinces share |
/// | `name` | text | the Vietnamese name to show; null with the id |
///
/// ```
/// assert_eq!(tinh_datafusion::place_fields()[4].name(), "id");
/// ```
#[must_use]
pub fn place_fields() -> Fields {
    FIELDS.clone()
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let field = |name: &str, data_type| Field::new(name, data_type, true);
    Fields::from(vec![
        field("start", Integer::data_type()),
        field("end", Integer::data_type()),
        field("text", Text::data_type()),
        field("group", Text::data_type()),
        field("id", Text::data_type()),
        field("name", Text::data_type()),
    ])
});

/// A column of places.
#[derive(Debug)]
pub(crate) struct PlaceColumn {
    start: Integer,
    end: Integer,
    text: Text,
    group: Text,
    id: Text,
    name: Text,
    valid: NullBufferBuilder,
}

impl PlaceColumn {
    fn push(&mut self, found: &Match<'_>) {
        let place = found.place();
        self.start.push_position(found.start());
        self.end.push_position(found.end());
        self.text.push(found.as_str());
        self.group.push(place.group());
        self.id.push_option(place.id());
        self.name.push_option(place.name());
        self.valid.append_non_null();
    }
}

impl Column for PlaceColumn {
    fn data_type() -> DataType {
        DataType::Struct(place_fields())
    }

    fn with_capacity(rows: usize) -> Self {
        Self {
            start: Integer::with_capacity(rows),
            end: Integer::with_capacity(rows),
            text: Text::with_capacity(rows),
            group: Text::with_capacity(rows),
            id: Text::with_capacity(rows),
            name: Text::with_capacity(rows),
            valid: NullBufferBuilder::new(rows),
        }
    }

    fn null(&mut self) {
        self.start.null();
        self.end.null();
        self.text.null();
        self.group.null();
        self.id.null();
        self.name.null();
        self.valid.append_null();
    }

    fn finish(mut self) -> ArrayRef {
        let columns = vec![
            self.start.finish(),
            self.end.finish(),
            self.text.finish(),
            self.group.finish(),
            self.id.finish(),
            self.name.finish(),
        ];
        Arc::new(StructArray::new(
            place_fields(),
            columns,
            self.valid.finish(),
        ))
    }
}

/// `vn_places(text)`.
#[derive(Debug)]
pub(crate) struct Places;

impl Function for Places {
    const NAME: &'static str = "vn_places";
    const TRY_NAME: Option<&'static str> = None;
    const SYNTAX: &'static str = "vn_places(text [, date])";
    const DOC: &'static str = "Finds every province, country and organisation named in a running text, each with its span.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("text", "a running text"),
        Parameter::OptionalDate(
            "date",
            "the date of the text, which settles names that moved",
        ),
    ];
    type Output = Lists<PlaceColumn>;
    type Reason = DateError;

    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), DateError> {
        let finder = row.date(1)?.map_or_else(Finder::new, Finder::on);
        let mut found = 0_i32;
        for place in finder.find_iter(row.text(0)) {
            output.items.push(&place);
            found = found.saturating_add(1);
        }
        output.close(found);
        Ok(())
    }
}
