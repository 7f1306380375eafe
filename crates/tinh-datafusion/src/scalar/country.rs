//! `country_code`.

use tinh_gazetteer::{Country, LookupError};

use super::Function;
use super::arguments::{Parameter, Row};
use crate::column::Text;

/// `country_code(name)`.
#[derive(Debug)]
pub(crate) struct Code;

impl Function for Code {
    const NAME: &'static str = "country_code";
    const TRY_NAME: Option<&'static str> = Some("try_country_code");
    const SYNTAX: &'static str = "country_code(name)";
    const DOC: &'static str =
        "The ISO 3166-1 alpha-2 code of a country or territory by a Vietnamese name of the press.";
    // Names only: `Nga` is Russia, and as a code it would be Nigeria.
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::Text("name", "a name such as `Hoa Kỳ`, no code")];
    type Output = Text;
    type Reason = LookupError;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), LookupError> {
        output.push(Country::by_name(row.text(0))?.alpha2());
        Ok(())
    }
}
