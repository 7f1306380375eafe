//! Reads the tables of `tests/data` and names the row that fails.

use std::collections::HashSet;
use std::path::Path;
use tinh_gazetteer::{Unit, chrono::NaiveDate};

/// Runs `check` on every row; the columns are given in the order of `columns`.
///
/// A header that differs, a row of another length and a repeated name are
/// refused. `\n` in a field is a line break.
#[track_caller]
pub(crate) fn each_row<const N: usize>(
    file: &str,
    columns: [&str; N],
    mut check: impl FnMut([&str; N]) -> Result<(), String>,
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}: {e}"));
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    assert_eq!(head, columns, "{file}: columns");
    let mut names = HashSet::new();
    let mut failures = Vec::new();
    let mut rows = 0;
    for line in lines {
        let row: Vec<String> = line.split('\t').map(|f| f.replace("\\n", "\n")).collect();
        let name = row.first().cloned().unwrap_or_default();
        assert!(names.insert(name.clone()), "{file}: {name} stands twice");
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        let Ok(row) = <[&str; N]>::try_from(row) else {
            panic!("{file}: {name} has another number of columns");
        };
        if let Err(what) = check(row) {
            failures.push(format!("{file}: {name}: {what}"));
        }
        rows += 1;
    }
    assert!(rows > 0, "{file} is empty");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

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
