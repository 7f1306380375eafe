//! Answers as CSV.

use std::io::{self, Write};

use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::key::Key;

impl Answer<'_> {
    /// The names of the keys as columns of a file. Two blocs are two columns,
    /// each with the name of its bloc: `bloc EU`.
    pub(crate) fn column_names(&self) -> Vec<String> {
        let blocs = self.keys().iter().filter(|k| matches!(k, Key::Bloc(_)));
        let several = blocs.count() > 1;
        self.keys()
            .iter()
            .map(|key| match key {
                Key::Bloc(bloc) if several => format!("bloc {}", bloc.acronym()),
                key => key.english().to_lowercase(),
            })
            .collect()
    }

    /// Writes the rows as CSV, one line a row: the groups, measure, currency,
    /// value, lower and upper bound, qualifier, number of figures, coverage,
    /// and the ids of the figures separated by `;`. Numbers are plain, with `.`
    /// as the decimal mark: other programs read this. Totals are left out, so
    /// that a sum over the file is right; so are warnings, which the other
    /// forms carry.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn write_csv(&self, writer: impl Write) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(writer);
        let mut header = self.column_names();
        header.extend(
            [
                "measure",
                "currency",
                "value",
                "lower",
                "upper",
                "qualifier",
                "figures",
                "coverage",
                "ids",
            ]
            .map(str::to_owned),
        );
        csv.write_record(&header)?;
        let plain = |value: Option<Decimal>| {
            value.map_or_else(String::new, |value| value.normalize().to_string())
        };
        for row in self.rows() {
            let value = row.value();
            let mut cells: Vec<String> = row.groups().iter().map(ToString::to_string).collect();
            cells.extend([
                row.measure().to_string(),
                row.currency().map_or("", |c| c.code()).to_owned(),
                plain(value.nominal()),
                plain(value.lower()),
                plain(value.upper()),
                value.qualifier().as_str().to_owned(),
                row.count().to_string(),
                row.coverage().map_or_else(String::new, ToString::to_string),
                row.ids().join(";"),
            ]);
            csv.write_record(&cells)?;
        }
        csv.flush()
    }
}
