//! `vn_figures`, `vn_figure`.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{ArrayRef, NullBufferBuilder, StructArray};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use tinh_figures::Match;

use super::arguments::{Parameter, Row};
use super::money::Reason;
use super::{Column, Function};
use crate::amount::Scaled;
use crate::column::{Exact, Integer, Lists, Text, Truth, scaled};

/// The fields of one figure, as `vn_figures` and `vn_figure` return it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `start`, `end` | `BIGINT` | bytes of the text, from 0; without the qualifier and the noun |
/// | `text` | text | the text of the figure |
/// | `kind` | text | `number`, `percent`, `points`, `multiple`, `ordinal`, `money` |
/// | `value`, `currency`, `lower`, `upper`, `qualifier` | | as [`amount_fields`](crate::amount_fields) |
/// | `noun` | text | the unit noun after a number: `dự án` |
/// | `alternative` | `DECIMAL(38, 9)` | the value by the other convention of digits, where there is one |
/// | `exact` | boolean | false where a number has more than 9 digits after the mark; its numbers are null then |
///
/// ```
/// assert_eq!(tinh_datafusion::figure_fields()[2].name(), "text");
/// ```
#[must_use]
pub fn figure_fields() -> Fields {
    FIELDS.clone()
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let field = |name: &str, data_type| Field::new(name, data_type, true);
    Fields::from(vec![
        field("start", Integer::data_type()),
        field("end", Integer::data_type()),
        field("text", Text::data_type()),
        field("kind", Text::data_type()),
        field("value", Exact::data_type()),
        field("currency", Text::data_type()),
        field("lower", Exact::data_type()),
        field("upper", Exact::data_type()),
        field("qualifier", Text::data_type()),
        field("noun", Text::data_type()),
        field("alternative", Exact::data_type()),
        field("exact", Truth::data_type()),
    ])
});

/// A column of figures.
#[derive(Debug)]
pub(crate) struct FigureColumn {
    start: Integer,
    end: Integer,
    text: Text,
    kind: Text,
    value: Exact,
    currency: Text,
    lower: Exact,
    upper: Exact,
    qualifier: Text,
    noun: Text,
    alternative: Exact,
    exact: Truth,
    valid: NullBufferBuilder,
}

impl FigureColumn {
    fn push(&mut self, found: &Match<'_>) {
        let figure = found.figure();
        let numbers = Scaled::of(&figure).ok();
        self.start.push_position(found.start());
        self.end.push_position(found.end());
        self.text.push(found.as_str());
        self.kind.push(figure.kind().as_str());
        self.value.push_scaled(numbers.and_then(|n| n.value));
        self.currency
            .push_option(figure.currency().map(|currency| currency.code()));
        self.lower.push_scaled(numbers.and_then(|n| n.lower));
        self.upper.push_scaled(numbers.and_then(|n| n.upper));
        self.qualifier.push(figure.qualifier().as_str());
        self.noun.push_option(found.noun());
        self.alternative
            .push_scaled(scaled(figure.alternative()).ok().flatten());
        self.exact.push(Some(numbers.is_some()));
        self.valid.append_non_null();
    }
}

impl Column for FigureColumn {
    fn data_type() -> DataType {
        DataType::Struct(figure_fields())
    }

    fn with_capacity(rows: usize) -> Self {
        Self {
            start: Integer::with_capacity(rows),
            end: Integer::with_capacity(rows),
            text: Text::with_capacity(rows),
            kind: Text::with_capacity(rows),
            value: Exact::with_capacity(rows),
            currency: Text::with_capacity(rows),
            lower: Exact::with_capacity(rows),
            upper: Exact::with_capacity(rows),
            qualifier: Text::with_capacity(rows),
            noun: Text::with_capacity(rows),
            alternative: Exact::with_capacity(rows),
            exact: Truth::with_capacity(rows),
            valid: NullBufferBuilder::new(rows),
        }
    }

    fn null(&mut self) {
        self.start.null();
        self.end.null();
        self.text.null();
        self.kind.null();
        self.value.null();
        self.currency.null();
        self.lower.null();
        self.upper.null();
        self.qualifier.null();
        self.noun.null();
        self.alternative.null();
        self.exact.null();
        self.valid.append_null();
    }

    fn finish(mut self) -> ArrayRef {
        let columns = vec![
            self.start.finish(),
            self.end.finish(),
            self.text.finish(),
            self.kind.finish(),
            self.value.finish(),
            self.currency.finish(),
            self.lower.finish(),
            self.upper.finish(),
            self.qualifier.finish(),
            self.noun.finish(),
            self.alternative.finish(),
            self.exact.finish(),
        ];
        Arc::new(StructArray::new(
            figure_fields(),
            columns,
            self.valid.finish(),
        ))
    }
}

/// `vn_figures(text)`.
#[derive(Debug)]
pub(crate) struct Figures;

impl Function for Figures {
    const NAME: &'static str = "vn_figures";
    const TRY_NAME: Option<&'static str> = None;
    const SYNTAX: &'static str = "vn_figures(text)";
    const DOC: &'static str =
        "Finds every figure of a running text, left to right, each with its span.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text("text", "a running text")];
    type Output = Lists<FigureColumn>;
    type Reason = Infallible;

    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), Infallible> {
        let mut found = 0_i32;
        for figure in tinh_figures::find_iter(row.text(0)) {
            output.items.push(&figure);
            found = found.saturating_add(1);
        }
        output.close(found);
        Ok(())
    }
}

/// `vn_figure(text)`.
#[derive(Debug)]
pub(crate) struct WholeFigure;

impl Function for WholeFigure {
    const NAME: &'static str = "vn_figure";
    const TRY_NAME: Option<&'static str> = Some("try_vn_figure");
    const SYNTAX: &'static str = "vn_figure(text)";
    const DOC: &'static str =
        "Reads a text that is one figure of any kind, qualified or not, into one struct.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text(
        "text",
        "a figure and nothing else, such as `hơn 70 dự án`",
    )];
    type Output = FigureColumn;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut FigureColumn) -> Result<(), Reason> {
        let found = tinh_figures::parse(row.text(0))?;
        Scaled::of(&found.figure())?;
        output.push(&found);
        Ok(())
    }
}
