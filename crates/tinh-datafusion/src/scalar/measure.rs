//! `vn_measure`.

use datafusion::arrow::datatypes::Fields;
use tinh_figures::Language;
use tinh_model::{Error, Measure};

use super::Function;
use super::arguments::{Parameter, Row};
use crate::column::{Codes, Text, Truth, struct_column};

/// The fields of a measure, as `vn_measure` returns it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `code` | text | the code, with how it is stated: `exports:growth` |
/// | `unit` | text | `money`, `count`, `extent` or `ratio` |
/// | `nature` | text | `stock`, `flow` or `either` |
/// | `additive` | boolean | whether the values of disjoint territories add up |
/// | `part_of` | text | the code of the measure that contains it, null where there is none |
/// | `name_vi`, `name_en` | text | what it is called |
///
/// ```
/// assert_eq!(tinh_datafusion::measure_fields()[1].name(), "unit");
/// ```
#[must_use]
pub fn measure_fields() -> Fields {
    MeasureColumn::fields()
}

struct_column! {
    /// A column of measures.
    pub(crate) struct MeasureColumn {
        code: Text,
        unit: Codes,
        nature: Codes,
        additive: Truth,
        part_of: Text,
        name_vi: Text,
        name_en: Text,
    }
}

/// `vn_measure(code)`.
#[derive(Debug)]
pub(crate) struct MeasureOf;

impl Function for MeasureOf {
    const NAME: &'static str = "vn_measure";
    const TRY_NAME: Option<&'static str> = Some("try_vn_measure");
    const SYNTAX: &'static str = "vn_measure(code)";
    const DOC: &'static str =
        "What a measure is: its unit, its nature, whether it adds, what contains it, its names.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text(
        "code",
        "the code of a measure, such as `fdi.registered` or `exports:growth`",
    )];
    type Output = MeasureColumn;
    type Reason = Error;

    fn read(row: Row<'_>, output: &mut MeasureColumn) -> Result<(), Error> {
        let measure: Measure = row.text(0).parse()?;
        output.code.push_display(&measure);
        output.unit.push(measure.unit().code());
        output.nature.push(measure.nature().code());
        output.additive.push(Some(measure.is_additive()));
        output.part_of.push_option(measure.definition().whole());
        output.name_vi.push(&measure.name(Language::Vietnamese));
        output.name_en.push(&measure.name(Language::English));
        output.row();
        Ok(())
    }
}
