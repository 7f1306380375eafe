//! Answers as CSV.

use std::io::{self, Write};

use crate::answer::{Answer, Row};
use crate::interval::plain;
use crate::key::{Group, Key};

/// The columns behind those of the keys.
const COLUMNS: [&str; 9] = [
    "measure",
    "currency",
    "value",
    "lower",
    "upper",
    "qualifier",
    "figures",
    "coverage",
    "ids",
];

impl Answer<'_> {
    /// Writes the rows as CSV, one line a row: for each key the name of the
    /// group, its id (`province_id`) and its codes (`province_gso`,
    /// `province_iso_3166_2`, `partner_iso_3166_1`); measure, currency, value,
    /// lower and upper bound, qualifier, number of figures, coverage, and the
    /// ids of the figures separated by `;`. Numbers are plain, with `.` as the
    /// decimal mark: other programs read this. A text that a spreadsheet would
    /// take for a formula begins with `'`. Totals are left out, so that a sum
    /// over the file is right; so are warnings, which the other forms carry.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_csv(&self, writer: impl Write) -> io::Result<()> {
        self.write_csv_of(&self.rows().iter().collect::<Vec<_>>(), writer)
    }

    /// The same with these of its rows, in this order.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_csv_of(&self, rows: &[&Row<'_>], writer: impl Write) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(writer);
        let header = self.keys().iter().flat_map(|key| {
            let name = key.code();
            let further = further(*key).iter().map(|part| format!("{name}_{part}"));
            std::iter::once(name.clone()).chain(further.collect::<Vec<_>>())
        });
        csv.write_record(header.chain(COLUMNS.map(str::to_owned)))?;
        for row in rows {
            csv.write_record(self.cells(row))?;
        }
        csv.flush()
    }

    fn cells(&self, row: &Row<'_>) -> Vec<String> {
        let value = row.value();
        let mut cells: Vec<String> = Vec::new();
        for (key, group) in self.keys().iter().zip(row.groups()) {
            cells.push(no_formula(group.to_string()));
            cells.extend(
                further(*key)
                    .iter()
                    .map(|part| no_formula(part_of(group, part))),
            );
        }
        cells.extend([
            row.measure().to_string(),
            row.currency().map_or("", |c| c.code()).to_owned(),
            plain(value.nominal()).unwrap_or_default(),
            plain(value.lower()).unwrap_or_default(),
            plain(value.upper()).unwrap_or_default(),
            value.qualifier().as_str().to_owned(),
            row.count().to_string(),
            row.coverage().map_or_else(String::new, ToString::to_string),
            no_formula(row.ids().join(";")),
        ]);
        cells
    }
}

/// The columns of a key besides the name: the id, and the codes of its groups.
const fn further(key: Key) -> &'static [&'static str] {
    match key {
        Key::Province => &["id", "gso", "iso_3166_2"],
        Key::Partner | Key::Country => &["id", "iso_3166_1"],
        _ => &["id"],
    }
}

fn part_of(group: &Group, part: &str) -> String {
    if part == "id" {
        return group.id().unwrap_or_default();
    }
    let codes = group.codes().into_iter();
    codes
        .filter(|(name, _)| *name == part)
        .map(|(_, code)| code)
        .next()
        .unwrap_or_default()
}

/// A text no spreadsheet runs: `=HYPERLINK(…)` is the name of a source, not a
/// command.
fn no_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{text}");
    }
    text
}
