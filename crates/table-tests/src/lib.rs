//! Behaviour as data: tab-separated tables, a test a row.
//!
//! The first line names the columns. Empty lines and lines that begin with `#`
//! are skipped; every other line has one field for each column. `\u{…}` stands
//! for a code point that cannot be seen, `\n` for a line break.
//!
//! ```no_run
//! table_tests::each_row("tests/data/sums.tsv", &["name", "a", "b", "sum"], |row| {
//!     let [_, a, b, sum] = row.fields();
//!     let found = a.len() + b.len();
//!     if found.to_string() == sum { Ok(()) } else { Err(format!("found {found}")) }
//! });
//! ```
//!
//! A table that is not as its test expects ends the test: everything here is
//! for tests, and panics.

// A test fails by panicking; there is nobody to hand an error to.
#![allow(clippy::panic)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    columns: Rc<[String]>,
    fields: Vec<String>,
    line: usize,
}

impl Row {
    /// The field of a column.
    ///
    /// # Panics
    /// If the table has no such column.
    #[track_caller]
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| name == column);
        match at.and_then(|at| self.fields.get(at)) {
            Some(field) => field,
            None => panic!("the table has no column {column}"),
        }
    }

    /// The same row with another field.
    ///
    /// # Panics
    /// If the table has no such column.
    #[track_caller]
    #[must_use]
    pub fn with(&self, column: &str, field: &str) -> Self {
        let mut row = self.clone();
        let at = self.columns.iter().position(|name| name == column);
        match at.and_then(|at| row.fields.get_mut(at)) {
            Some(own) => field.clone_into(own),
            None => panic!("the table has no column {column}"),
        }
        row
    }

    /// All fields, in the order of the columns.
    ///
    /// # Panics
    /// If the table has not `N` columns.
    #[track_caller]
    #[must_use]
    pub fn fields<const N: usize>(&self) -> [&str; N] {
        let fields: Vec<&str> = self.fields.iter().map(String::as_str).collect();
        <[&str; N]>::try_from(fields)
            .unwrap_or_else(|all| panic!("the table has {} columns, not {N}", all.len()))
    }

    /// The line of the file, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

/// The rows of a table whose columns need not be known, by its path from the
/// root of the package under test.
///
/// # Panics
/// If the file cannot be read, has no header, or a row has another number of
/// fields than the header.
#[track_caller]
#[must_use]
pub fn read(path: &str) -> Vec<Row> {
    let (_, rows) = parse(path, &text_of(path));
    rows
}

/// The rows of a table of tests: the columns are exactly `columns`, and the
/// first of them names the row.
///
/// # Panics
/// As [`read`]; if the columns differ, there is no row, or a name is empty or
/// stands twice.
#[track_caller]
#[must_use]
pub fn rows(path: &str, columns: &[&str]) -> Vec<Row> {
    named(path, &text_of(path), columns)
}

/// Runs `check` on every row of a table of tests and fails once, with every row
/// that failed. Returns how many rows there are.
///
/// # Panics
/// As [`rows`], and if `check` refuses a row.
#[track_caller]
pub fn each_row(
    path: &str,
    columns: &[&str],
    check: impl FnMut(&Row) -> Result<(), String>,
) -> usize {
    let rows = rows(path, columns);
    run(path, &rows, check);
    rows.len()
}

#[track_caller]
fn run(path: &str, rows: &[Row], mut check: impl FnMut(&Row) -> Result<(), String>) {
    let failures: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let why = check(row).err()?;
            let name = row.fields.first().map_or("", String::as_str);
            Some(format!("{path}:{} {name}: {why}", row.line))
        })
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {} rows failed\n{}",
        failures.len(),
        rows.len(),
        failures.join("\n")
    );
}

#[track_caller]
fn text_of(path: &str) -> String {
    // Set by cargo for the package under test, which is not this one; a test
    // started by hand runs in its package's root.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    std::fs::read_to_string(Path::new(&root).join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[track_caller]
fn named(path: &str, text: &str, columns: &[&str]) -> Vec<Row> {
    let (header, rows) = parse(path, text);
    assert_eq!(*header, *columns, "{path}: unknown or missing columns");
    assert!(!rows.is_empty(), "{path} has no row");
    let mut names = HashSet::new();
    for row in &rows {
        let name = row.fields.first().map_or("", String::as_str);
        assert!(
            !name.is_empty(),
            "{path}:{}: a row without a name",
            row.line
        );
        assert!(
            names.insert(name),
            "{path}:{}: the name {name} stands twice",
            row.line
        );
    }
    rows
}

#[track_caller]
fn parse(path: &str, text: &str) -> (Rc<[String]>, Vec<Row>) {
    let mut lines = (1_usize..)
        .zip(text.lines())
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let Some((_, header)) = lines.next() else {
        panic!("{path} is empty")
    };
    let columns: Rc<[String]> = header.split('\t').map(str::to_owned).collect();
    let rows = lines
        .map(|(line, text)| {
            let fields: Vec<String> = text
                .split('\t')
                .map(|field| unescape(path, line, field))
                .collect();
            assert_eq!(
                fields.len(),
                columns.len(),
                "{path}:{line}: fields and columns"
            );
            Row {
                columns: Rc::clone(&columns),
                fields,
                line,
            }
        })
        .collect();
    (columns, rows)
}

/// Replaces `\u{…}` and `\n`; any other backslash stands for itself, for the
/// tables hold JSON.
#[track_caller]
fn unescape(path: &str, line: usize, field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, tail)) = rest.split_once('\\') {
        out.push_str(before);
        if let Some(tail) = tail.strip_prefix('n') {
            out.push('\n');
            rest = tail;
        } else if let Some(tail) = tail.strip_prefix("u{") {
            let escaped = tail.split_once('}').and_then(|(hex, tail)| {
                let code = u32::from_str_radix(hex, 16).ok()?;
                Some((char::from_u32(code)?, tail))
            });
            let Some((letter, tail)) = escaped else {
                panic!("{path}:{line}: no code point: \\u{{{tail}")
            };
            out.push(letter);
            rest = tail;
        } else {
            out.push('\\');
            rest = tail;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Row, named, parse, run, unescape};

    const COLUMNS: [&str; 2] = ["name", "input"];

    fn table(text: &str) -> Vec<Row> {
        named("t.tsv", text, &COLUMNS)
    }

    #[test]
    fn fields_by_name_and_in_order() {
        let rows = table("# a remark\nname\tinput\n\none\t1\ntwo\t\n");
        let found: Vec<(usize, [&str; 2])> = rows.iter().map(|r| (r.line(), r.fields())).collect();
        assert_eq!(found, [(4, ["one", "1"]), (5, ["two", ""])]);
        assert_eq!((rows[0].get("input"), rows[1].get("input")), ("1", ""));
    }

    #[test]
    fn escapes() {
        assert_eq!(
            unescape("t", 1, r#"a\nb\u{a0}c \"d\" \x \"#),
            "a\nb\u{a0}c \\\"d\\\" \\x \\"
        );
    }

    #[test]
    #[should_panic = "1 of 2 rows failed\nt.tsv:3 two: not 1"]
    fn the_row_that_fails_is_named() {
        let rows = table("name\tinput\none\t1\ntwo\t2\n");
        run("t.tsv", &rows, |row| {
            if row.get("input") == "1" {
                Ok(())
            } else {
                Err("not 1".to_owned())
            }
        });
    }

    #[test]
    #[should_panic = "t.tsv: unknown or missing columns"]
    fn an_unknown_column() {
        table("name\tinput\tmore\none\t1\t2\n");
    }

    #[test]
    #[should_panic = "t.tsv:2: fields and columns"]
    fn a_row_that_ends_early() {
        table("name\tinput\none\n");
    }

    #[test]
    #[should_panic = "t.tsv:3: the name one stands twice"]
    fn a_name_that_stands_twice() {
        table("name\tinput\none\t1\none\t2\n");
    }

    #[test]
    #[should_panic = "t.tsv:2: a row without a name"]
    fn a_row_without_a_name() {
        table("name\tinput\n\t1\n");
    }

    #[test]
    #[should_panic = "t.tsv has no row"]
    fn a_header_alone() {
        table("name\tinput\n");
    }

    #[test]
    #[should_panic = "t.tsv is empty"]
    fn an_empty_file() {
        parse("t.tsv", "# nothing\n");
    }

    #[test]
    #[should_panic = "t.tsv:2: no code point: \\u{d800}"]
    fn half_a_code_point() {
        table("name\tinput\none\t\\u{d800}\n");
    }

    #[test]
    #[should_panic = "the table has no column other"]
    fn a_column_that_is_not_there() {
        let rows = table("name\tinput\none\t1\n");
        let _ = rows[0].get("other");
    }
}
