//! What several tests of the crate say alike.

use tinh_gazetteer::{Unit, chrono::NaiveDate};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
}

/// `hai-phong@2025-07-01`, with nothing after the sign for a version older
/// than the tables.
pub(crate) fn shown(unit: Unit) -> String {
    let from = unit.valid_from().map(|d| d.to_string());
    format!("{}@{}", unit.id(), from.unwrap_or_default())
}

/// Compares an outcome with the columns of a value and of an error.
pub(crate) fn outcome<E: std::fmt::Display>(
    got: Result<String, E>,
    value: &str,
    error: &str,
) -> Result<(), String> {
    match got {
        Ok(got) if got == value && error.is_empty() => Ok(()),
        Err(got) if got.to_string() == error && value.is_empty() => Ok(()),
        Ok(got) => Err(format!("got {got}, wanted {value}{error}")),
        Err(got) => Err(format!("got the error {got}, wanted {value}{error}")),
    }
}
