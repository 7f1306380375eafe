//! Reads the TSV files of `data/`.

use std::path::Path;

/// One TSV file as rows of named columns.
pub(crate) struct Tsv {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Tsv {
    pub(crate) fn read(file: &str) -> Tsv {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("data")
            .join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}: {e}"));
        let mut lines = text.lines();
        let head: Vec<String> = lines
            .next()
            .unwrap_or_default()
            .split('\t')
            .map(str::to_owned)
            .collect();
        let rows: Vec<Vec<String>> = lines
            .map(|l| l.split('\t').map(str::to_owned).collect())
            .collect();
        for (number, row) in rows.iter().enumerate() {
            assert_eq!(row.len(), head.len(), "{file} row {}: columns", number + 2);
        }
        Tsv { head, rows }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|row| Row { tsv: self, row })
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    tsv: &'a Tsv,
    row: &'a [String],
}

impl std::fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.row.join(" | "))
    }
}

impl<'a> Row<'a> {
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let at = self
            .tsv
            .head
            .iter()
            .position(|h| h == column)
            .unwrap_or_else(|| panic!("no column {column}"));
        &self.row[at]
    }

    /// The header of the first column.
    pub(crate) fn first_column(&self) -> &'a str {
        self.tsv.head.first().map_or("", String::as_str)
    }
}
