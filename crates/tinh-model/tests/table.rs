//! One data-driven runner: reads a TSV table and names the row that fails.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::path::Path;

/// One row of a table: its fields by column name.
#[derive(Debug)]
pub(crate) struct Row {
    fields: BTreeMap<&'static str, String>,
}

impl Row {
    /// The field of a column, empty where the row ends early.
    #[track_caller]
    pub(crate) fn get(&self, column: &str) -> &str {
        self.fields
            .get(column)
            .unwrap_or_else(|| panic!("the runner did not declare column {column}"))
    }
}

/// Runs `check` over every row of `tests/data/<file>` and fails once, with all
/// rows that failed.
///
/// The first line names the columns, which must be exactly `columns`. Lines that
/// begin with `#` are comments. `\u{…}` stands for a code point that cannot be
/// seen, `\n` for a line break.
#[track_caller]
pub(crate) fn run(
    file: &str,
    columns: &[&'static str],
    mut check: impl FnMut(&Row) -> Result<(), String>,
) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let (_, header) = lines.next().unwrap_or_else(|| panic!("{file} is empty"));
    assert_eq!(
        header.split('\t').collect::<Vec<_>>(),
        columns,
        "{file}: unknown or missing columns"
    );
    let mut names = HashSet::new();
    let mut failures = Vec::new();
    let mut count = 0;
    for (number, line) in lines {
        let values: Vec<String> = line.split('\t').map(unescape).collect();
        assert!(
            values.len() <= columns.len(),
            "{file}:{}: more fields than columns",
            number + 1
        );
        let mut fields: BTreeMap<&'static str, String> =
            columns.iter().copied().zip(values).collect();
        for &column in columns {
            fields.entry(column).or_default();
        }
        let row = Row { fields };
        let name = row.get(columns[0]).to_owned();
        assert!(
            !name.is_empty(),
            "{file}:{}: a row without a name",
            number + 1
        );
        assert!(
            names.insert(name.clone()),
            "{file}:{}: the name {name} stands twice",
            number + 1
        );
        count += 1;
        if let Err(why) = check(&row) {
            failures.push(format!("{file}:{} {name}: {why}", number + 1));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {count} rows failed\n{}",
        failures.len(),
        failures.join("\n")
    );
    count
}

/// Replaces `\u{…}` and `\n`.
fn unescape(field: &str) -> String {
    let mut out = String::new();
    let mut rest = field;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(tail) = rest.strip_prefix("\\n") {
            out.push('\n');
            rest = tail;
        } else if let Some(tail) = rest.strip_prefix("\\u{") {
            let (hex, tail) = tail.split_once('}').expect("a closed escape");
            out.push(
                u32::from_str_radix(hex, 16)
                    .ok()
                    .and_then(char::from_u32)
                    .expect("a code point"),
            );
            rest = tail;
        } else {
            out.push('\\');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}
