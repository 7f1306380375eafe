//! Columns from CSV, whole or block by block.

use std::io::Read;

use rust_decimal::Decimal;
use tinh_figures::{Figure, Qualifier};

use super::{Columns, ColumnsError, Sums, Threads};
use crate::interval::Interval;

/// Rows held at a time when a file is only summed.
const BLOCK_ROWS: usize = 1 << 16;

/// Which columns of a CSV file hold the keys, and which the amounts.
///
/// Amounts are plain numbers as programs write them: `.` is the decimal mark
/// and nothing groups. A `qualifier` column, if named, holds the codes of
/// [`Qualifier`] (`exact`, `more_than`, …; empty is exact); for `range` the
/// bounds are read from the two columns named with it.
///
/// ```
/// use tinh_totals::columns::{Columns, CsvLayout, Threads, sum_csv};
/// let layout = CsvLayout::new(["province", "currency"], "amount").qualifier("q", "low", "high");
/// let csv = "\
/// province,currency,amount,q,low,high
/// Hải Phòng,USD,24500.00,more_than,,
/// Hải Dương,USD,9430.00,,,
/// Thanh Hóa,USD,,range,300,400
/// ";
/// let sums = sum_csv(csv.as_bytes(), &layout, &["currency"], Threads::One)?;
/// let usd = sums.get(&["USD"]).ok_or("no USD")?.interval()?;
/// assert_eq!(usd.lower(), Some("34230".parse()?));
/// assert_eq!(usd.nominal(), None); // a range has no nominal value
/// assert_eq!(usd.upper(), None);   // nor has `more than` an upper bound
///
/// let table = Columns::read_csv(csv.as_bytes(), &layout)?;
/// assert_eq!(table.sum_by(&["currency"], Threads::AllCores)?, sums);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvLayout {
    keys: Vec<String>,
    amount: String,
    qualifier: Option<[String; 3]>,
}

impl CsvLayout {
    /// The headers of the keys and of the amounts.
    #[must_use]
    pub fn new<S: Into<String>>(
        keys: impl IntoIterator<Item = S>,
        amount: impl Into<String>,
    ) -> Self {
        Self {
            keys: keys.into_iter().map(Into::into).collect(),
            amount: amount.into(),
            qualifier: None,
        }
    }

    /// The headers of the qualifier and of the bounds of ranges.
    #[must_use]
    pub fn qualifier(
        mut self,
        qualifier: impl Into<String>,
        lower: impl Into<String>,
        upper: impl Into<String>,
    ) -> Self {
        self.qualifier = Some([qualifier.into(), lower.into(), upper.into()]);
        self
    }

    /// Reads a file row by row; `each` gets the table to add to and is called
    /// after every row with the number of rows in it.
    fn read(
        &self,
        reader: impl Read,
        mut each: impl FnMut(&mut Columns) -> Result<(), ColumnsError>,
    ) -> Result<Columns, ColumnsError> {
        let mut table = Columns::new(self.keys.iter().map(String::as_str));
        let mut csv = csv::ReaderBuilder::new().from_reader(reader);
        let failed = |error: &csv::Error| ColumnsError::Csv {
            line: error.position().map_or(0, csv::Position::line),
            column: String::new(),
            text: String::new(),
            message: error.to_string(),
        };
        let headers = csv.headers().map_err(|error| failed(&error))?.clone();
        let column = |name: &str| {
            headers
                .iter()
                .position(|header| header.trim_start_matches('\u{feff}').trim() == name)
                .ok_or_else(|| ColumnsError::Csv {
                    line: 1,
                    column: String::new(),
                    text: headers.iter().collect::<Vec<_>>().join(","),
                    message: format!("expected a column {name:?}"),
                })
        };
        let mut keys = Vec::with_capacity(self.keys.len());
        for key in &self.keys {
            keys.push(column(key)?);
        }
        let amount = column(&self.amount)?;
        let qualifier = match &self.qualifier {
            None => None,
            Some([qualifier, lower, upper]) => {
                Some([column(qualifier)?, column(lower)?, column(upper)?])
            }
        };
        let mut record = csv::StringRecord::new();
        while csv
            .read_record(&mut record)
            .map_err(|error| failed(&error))?
        {
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |index: usize| record.get(index).unwrap_or_default().trim();
            let number = |index: usize| -> Result<Option<Decimal>, ColumnsError> {
                let text = cell(index);
                if text.is_empty() {
                    return Ok(None);
                }
                let plain = text
                    .strip_prefix('-')
                    .unwrap_or(text)
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b == b'.');
                plain
                    .then(|| Decimal::from_str_exact(text).ok())
                    .flatten()
                    .map(Some)
                    .ok_or_else(|| ColumnsError::Csv {
                        line,
                        column: headers.get(index).unwrap_or_default().to_owned(),
                        text: text.to_owned(),
                        message: "expected a plain number such as 1007.16".to_owned(),
                    })
            };
            let bad = |column: usize, message: &str| ColumnsError::Csv {
                line,
                column: headers.get(column).unwrap_or_default().to_owned(),
                text: cell(column).to_owned(),
                message: message.to_owned(),
            };
            let value = number(amount)?;
            let word = qualifier.map_or("", |[word, ..]| cell(word));
            let interval = match (word, value, qualifier) {
                ("" | "exact", Some(value), _) => Interval::exact(value),
                ("range", _, Some([_, lower, upper])) => match (number(lower)?, number(upper)?) {
                    (Some(low), Some(high)) => Figure::number(low)
                        .range(low, high)
                        .map(Interval::of)
                        .map_err(|_| {
                            bad(lower, "expected a range that does not end before it starts")
                        })?,
                    _ => return Err(bad(lower, "expected the bounds of a range")),
                },
                (word, Some(value), Some([column, ..])) => {
                    let known = [
                        Qualifier::About,
                        Qualifier::MoreThan,
                        Qualifier::AtLeast,
                        Qualifier::Almost,
                        Qualifier::LessThan,
                        Qualifier::AtMost,
                    ]
                    .into_iter()
                    .find(|known| known.as_str() == word);
                    known
                        .and_then(|known| Figure::number(value).with_qualifier(known).ok())
                        .map(Interval::of)
                        .ok_or_else(|| bad(column, "expected a qualifier such as more_than"))?
                }
                _ => return Err(bad(amount, "expected a plain number such as 1007.16")),
            };
            let labels: Vec<&str> = keys.iter().map(|index| cell(*index)).collect();
            table
                .push_interval(&labels, &interval)
                .map_err(|error| match error {
                    ColumnsError::TooLarge => {
                        bad(amount, "expected an amount of less than 2^96 units")
                    }
                    other => other,
                })?;
            each(&mut table)?;
        }
        Ok(table)
    }
}

impl Columns {
    /// Reads a whole file.
    ///
    /// # Errors
    /// [`ColumnsError::Csv`] with line and column of the first cell that cannot
    /// be read: a file is read whole or not at all.
    pub fn read_csv(reader: impl Read, layout: &CsvLayout) -> Result<Self, ColumnsError> {
        layout.read(reader, |_| Ok(()))
    }
}

/// Sums a file without holding it: memory is that of the groups and of one
/// block of rows.
///
/// # Errors
/// As [`Columns::read_csv`] and [`Columns::sum_by`].
pub fn sum_csv(
    reader: impl Read,
    layout: &CsvLayout,
    keys: &[&str],
    threads: Threads,
) -> Result<Sums, ColumnsError> {
    let mut sums = Sums::empty(keys.iter().map(|key| (*key).to_owned()).collect());
    let rest = layout.read(reader, |block| {
        if block.len() >= BLOCK_ROWS {
            sums.merge(&block.sum_by(keys, threads)?)?;
            block.clear_rows();
        }
        Ok(())
    })?;
    sums.merge(&rest.sum_by(keys, threads)?)?;
    Ok(sums)
}
