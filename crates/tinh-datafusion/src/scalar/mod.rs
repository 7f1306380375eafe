//! Scalar functions: one row in, one value out, over whole columns.
//!
//! A function is a [`Function`]: what it takes, what it makes of one row. The
//! [`Udf`] around it does what all of them share: types of arguments, nulls,
//! constants, dictionaries, and the `try_` variant.

pub(crate) mod arguments;
mod claims;
mod country;
mod figures;
mod land;
mod measure;
mod money;
mod places;
mod province;
mod settings;
mod words;

use std::fmt::Display;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, NullBufferBuilder, StructArray};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{
    ColumnarValue, DocSection, Documentation, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl,
    Signature, Volatility,
};

use crate::column::{Column, Text};
use arguments::{Input, Parameter, Row};

pub use claims::draft_fields;
pub use figures::figure_fields;
pub use measure::measure_fields;
pub use places::place_fields;

/// A scalar function, row by row.
pub(crate) trait Function: std::fmt::Debug + Send + Sync + 'static {
    /// The name in SQL.
    const NAME: &'static str;
    /// The name of the variant that returns the reason, if a text can be
    /// unreadable.
    const TRY_NAME: Option<&'static str>;
    /// How it is called: `vn_money(text)`.
    const SYNTAX: &'static str;
    /// What it does, in a sentence.
    const DOC: &'static str;
    /// What it takes; the last may be optional.
    const PARAMETERS: &'static [Parameter];
    /// The column it writes.
    type Output: Column;
    /// Why a row has no value.
    type Reason: Display;

    /// Appends exactly one value for a row without nulls.
    ///
    /// # Errors
    /// The reason why there is none; then nothing was appended.
    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), Self::Reason>;
}

/// The functions and their variants.
pub(crate) fn all() -> Vec<ScalarUDF> {
    let mut functions = Vec::new();
    add::<figures::Figures>(&mut functions);
    add::<figures::WholeFigure>(&mut functions);
    add::<money::Money>(&mut functions);
    add::<money::Number>(&mut functions);
    add::<words::Words>(&mut functions);
    add::<province::Id>(&mut functions);
    add::<province::ByCode>(&mut functions);
    add::<province::Restate>(&mut functions);
    add::<province::CodeOn>(&mut functions);
    add::<province::Name>(&mut functions);
    add::<land::Population>(&mut functions);
    add::<land::Hectares>(&mut functions);
    add::<country::Code>(&mut functions);
    add::<places::Places>(&mut functions);
    add::<measure::MeasureOf>(&mut functions);
    add::<claims::Claims>(&mut functions);
    functions
}

fn add<F: Function>(functions: &mut Vec<ScalarUDF>) {
    functions.push(ScalarUDF::new_from_impl(Udf::<Plain<F>>::new(
        F::NAME,
        F::SYNTAX.to_owned(),
        format!("{} Null where the input is null or unreadable.", F::DOC),
        F::PARAMETERS,
    )));
    if let Some(name) = F::TRY_NAME {
        functions.push(ScalarUDF::new_from_impl(Udf::<Try<F>>::new(
            name,
            format!("try_{}", F::SYNTAX),
            format!(
                "As `{}`, in field `result` beside the reason in field `error` where it is null.",
                F::NAME
            ),
            F::PARAMETERS,
        )));
    }
}

/// Writes a column from rows.
trait Evaluate: std::fmt::Debug + Send + Sync + 'static {
    fn output() -> DataType;
    fn evaluate(input: &Input, rows: usize) -> Result<ArrayRef>;
}

/// Null where a row has no value.
#[derive(Debug)]
struct Plain<F>(std::marker::PhantomData<F>);

impl<F: Function> Evaluate for Plain<F> {
    fn output() -> DataType {
        F::Output::data_type()
    }

    fn evaluate(input: &Input, rows: usize) -> Result<ArrayRef> {
        input.check_constants()?;
        let mut output = F::Output::with_capacity(rows);
        for row in 0..rows {
            let read = input.row(row).map(|row| F::read(row, &mut output));
            if !matches!(read, Some(Ok(()))) {
                output.null();
            }
        }
        output.finish()
    }
}

/// The value beside the reason why there is none.
#[derive(Debug)]
struct Try<F>(std::marker::PhantomData<F>);

impl<F: Function> Try<F> {
    fn fields() -> Fields {
        Fields::from(vec![
            Field::new("result", F::Output::data_type(), true),
            Field::new("error", Text::data_type(), true),
        ])
    }
}

impl<F: Function> Evaluate for Try<F> {
    fn output() -> DataType {
        DataType::Struct(Self::fields())
    }

    fn evaluate(input: &Input, rows: usize) -> Result<ArrayRef> {
        let mut output = F::Output::with_capacity(rows);
        let mut error = Text::with_capacity(rows);
        let mut valid = NullBufferBuilder::new(rows);
        for row in 0..rows {
            let row = input.row(row);
            valid.append(row.is_some());
            match row.map(|row| F::read(row, &mut output)) {
                Some(Ok(())) => error.null(),
                Some(Err(reason)) => {
                    output.null();
                    error.push_display(reason);
                }
                None => {
                    output.null();
                    error.null();
                }
            }
        }
        let columns = vec![output.finish()?, error.finish()?];
        let array = StructArray::try_new(Self::fields(), columns, valid.finish())?;
        Ok(Arc::new(array))
    }
}

/// A function as the engine calls it.
#[derive(Debug)]
struct Udf<E> {
    name: &'static str,
    parameters: &'static [Parameter],
    signature: Signature,
    documentation: Documentation,
    evaluate: std::marker::PhantomData<E>,
}

impl<E> Udf<E> {
    fn new(
        name: &'static str,
        syntax: String,
        description: String,
        parameters: &'static [Parameter],
    ) -> Self {
        let mut documentation = Documentation::builder(
            DocSection {
                include: true,
                label: "Vietnamese figures and places",
                description: None,
            },
            description,
            syntax,
        );
        for parameter in parameters {
            documentation = documentation.with_argument(parameter.name(), parameter.description());
        }
        Self {
            name,
            parameters,
            signature: Signature::user_defined(Volatility::Immutable),
            documentation: documentation.build(),
            evaluate: std::marker::PhantomData,
        }
    }
}

/// Names are unique among the functions made here.
impl<E> PartialEq for Udf<E> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl<E> Eq for Udf<E> {}

impl<E> Hash for Udf<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl<E: Evaluate> ScalarUDFImpl for Udf<E> {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        arguments::coerce(self.name, self.parameters, types)
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(E::output())
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let ScalarFunctionArgs {
            args, number_rows, ..
        } = args;
        let mut columns = args.iter().filter_map(|arg| match arg {
            ColumnarValue::Array(array) => Some(array),
            ColumnarValue::Scalar(_) => None,
        });
        let first = columns.next();
        let only = if columns.next().is_none() {
            first
        } else {
            None
        };
        if first.is_none() {
            // Constants: one row says it all.
            let input = Input::new(self.name, self.parameters, &args)?;
            let array = E::evaluate(&input, 1)?;
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(
                &array, 0,
            )?));
        }
        if let Some(dictionary) = only.and_then(|array| array.as_any_dictionary_opt())
            // A slice may carry a dictionary far larger than itself.
            && dictionary.values().len() <= number_rows
        {
            // Each word of the dictionary is read once.
            let values: Vec<ColumnarValue> = args
                .iter()
                .map(|arg| match arg {
                    ColumnarValue::Array(_) => ColumnarValue::Array(dictionary.values().clone()),
                    ColumnarValue::Scalar(_) => arg.clone(),
                })
                .collect();
            let input = Input::new(self.name, self.parameters, &values)?;
            let read = E::evaluate(&input, dictionary.values().len())?;
            return Ok(ColumnarValue::Array(take(&read, dictionary.keys(), None)?));
        }
        let input = Input::new(self.name, self.parameters, &args)?;
        Ok(ColumnarValue::Array(E::evaluate(&input, number_rows)?))
    }
}
