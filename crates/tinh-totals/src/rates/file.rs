//! Rates of exchange from a file people write.

use std::io::Read;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tinh_figures::{Convention, Currency, DecimalMark, Kind, Parser, Qualifier, Spoken};
use tinh_model::time::PartialDate;

use super::RateTable;
use crate::error::{Error, ErrorKind};

/// The columns of a file of rates, by the names people give them.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("date", &["date", "ngày"]),
    ("from", &["from", "từ"]),
    ("to", &["to", "sang"]),
    ("rate", &["rate", "tỷ giá", "tỉ giá"]),
    ("source", &["source", "nguồn"]),
];

impl RateTable {
    /// Reads rates from CSV, all or nothing, and finds the convention of its
    /// numbers.
    ///
    /// Columns are `date`, `from`, `to`, `rate` and, if wanted, `source`, or
    /// `ngày`, `từ`, `sang`, `tỷ giá`, `nguồn`; separated by `,`, `;` or tabs.
    /// Dates are written as people write them (`2022-12-20`, `20/12/2022`),
    /// currencies as codes or by name (`USD`, `đồng`).
    ///
    /// `23.646` is 23646 in a Vietnamese file and 23.646 in an English one. A
    /// file is Vietnamese where its columns are named so, where they are
    /// separated by `;` (spreadsheets do so where `,` is the decimal mark), or
    /// where a rate of it has that reading only (`23.646,5`); English where a
    /// rate has only that one (`23,646.5`). Where nothing decides, such a rate
    /// is refused with both readings: say which with
    /// [`read_csv_in`](Self::read_csv_in).
    ///
    /// ```
    /// use tinh_totals::{Error, ErrorKind, RateTable, Rates};
    /// use tinh_totals::tinh_figures::Currency;
    /// let day = "2022-12-20".parse()?;
    /// let usd = |text: &str| -> Result<_, Error> {
    ///     let table = RateTable::read_csv(text.as_bytes())?;
    ///     Ok(table.rate(Currency::USD, Currency::VND, day).map(|rate| rate.amount))
    /// };
    /// assert_eq!(usd("ngày;từ;sang;tỷ giá\n20/12/2022;USD;đồng;23.646")?, Some(23_646.into()));
    /// let either = usd("date,from,to,rate\n2022-12-20,USD,VND,23.646").unwrap_err();
    /// assert_eq!(
    ///     either.to_string(),
    ///     "line 2: rate: expected one reading, found 23646 or 23.646, found \"23.646\"",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// With line and column of the first cell that cannot be read:
    /// [`ErrorKind::Csv`], [`ErrorKind::NoColumn`], [`ErrorKind::Date`],
    /// [`ErrorKind::Currency`], [`ErrorKind::Rate`], [`ErrorKind::TwoReadings`],
    /// [`ErrorKind::RateTwice`].
    pub fn read_csv(reader: impl Read) -> Result<Self, Error> {
        let file = File::read(reader)?;
        let convention = file.convention();
        file.table(convention)
    }

    /// Reads rates from CSV as [`read_csv`](Self::read_csv), its numbers in a
    /// convention.
    ///
    /// # Errors
    /// As [`read_csv`](Self::read_csv), without [`ErrorKind::TwoReadings`].
    pub fn read_csv_in(convention: Convention, reader: impl Read) -> Result<Self, Error> {
        File::read(reader)?.table(Some(convention))
    }
}

/// A file in cells.
struct File {
    /// Where each of [`COLUMNS`] is.
    at: [Option<usize>; 5],
    is_vietnamese: bool,
    records: Vec<(u64, csv::StringRecord)>,
}

impl File {
    fn read(mut reader: impl Read) -> Result<Self, Error> {
        let mut bytes = Vec::new();
        let unreadable = |line| Error::from(ErrorKind::Csv).at(line, "");
        if let Err(error) = reader.read_to_end(&mut bytes) {
            return Err(unreadable(1).caused_by(error));
        }
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        let header = bytes
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default();
        let count = |mark: u8| header.iter().filter(|byte| **byte == mark).count();
        // Of equals the last; `,` where there is none at all.
        let mark = [b'\t', b';', b',']
            .into_iter()
            .max_by_key(|mark| count(*mark));
        let delimiter = mark.unwrap_or(b',');
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let headers = match csv.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => return Err(unreadable(1).caused_by(error)),
        };
        let at = COLUMNS.map(|(_, names)| {
            headers.iter().position(|header| {
                let header = header.to_lowercase();
                names.contains(&header.as_str())
            })
        });
        for ((name, _), found) in COLUMNS.iter().zip(at).take(4) {
            if found.is_none() {
                let found = headers.iter().collect::<Vec<_>>().join(",");
                let kind = ErrorKind::NoColumn { column: name };
                return Err(Error::of_text(kind, &found).at(1, name));
            }
        }
        let named = COLUMNS.iter().zip(at).any(|((name, _), at)| {
            let header = at.and_then(|at| headers.get(at));
            header.is_some_and(|header| header.to_lowercase() != *name)
        });
        let mut records = Vec::new();
        for record in csv.records() {
            let record = record.map_err(|error| {
                let line = error.position().map_or(1, csv::Position::line);
                unreadable(line).caused_by(error)
            })?;
            let line = record.position().map_or(1, csv::Position::line);
            records.push((line, record));
        }
        Ok(Self {
            at,
            is_vietnamese: named || delimiter == b';',
            records,
        })
    }

    fn cell<'r>(&self, record: &'r csv::StringRecord, column: usize) -> &'r str {
        let at = self.at.get(column).copied().flatten();
        at.and_then(|at| record.get(at)).unwrap_or_default()
    }

    /// The convention of the file's numbers, where it tells.
    fn convention(&self) -> Option<Convention> {
        if self.is_vietnamese {
            return Some(Convention::Vietnamese);
        }
        let rates = || self.records.iter().map(|(_, record)| self.cell(record, 3));
        let has = |mark: char, other: char| {
            rates().any(|rate| match (rate.rfind(mark), rate.rfind(other)) {
                // The mark of decimals is the last, or divides other than three
                // digits.
                (Some(at), Some(before)) => at > before,
                (Some(at), None) => {
                    let after = rate.get(at..).map_or(0, |rest| rest.chars().count());
                    after != 4 && rate.matches(mark).count() == 1
                }
                _ => false,
            })
        };
        match (has(',', '.'), has('.', ',')) {
            (true, false) => Some(Convention::Vietnamese),
            (false, true) => Some(Convention::English),
            _ => None,
        }
    }

    fn table(&self, convention: Option<Convention>) -> Result<RateTable, Error> {
        let mut table = RateTable::new();
        for (line, record) in &self.records {
            let fault = |column: usize, kind: ErrorKind| {
                let name = COLUMNS.get(column).map_or("", |(name, _)| name);
                Error::of_text(kind, self.cell(record, column)).at(*line, name)
            };
            let day = date(self.cell(record, 0)).ok_or_else(|| fault(0, ErrorKind::Date))?;
            let of = |column| {
                currency(self.cell(record, column))
                    .ok_or_else(|| fault(column, ErrorKind::Currency))
            };
            let (from, to) = (of(1)?, of(2)?);
            let rate = number(self.cell(record, 3), convention).map_err(|kind| fault(3, kind))?;
            table
                .add(day, from, to, rate, self.cell(record, 4))
                .map_err(|error| fault(3, error.kind().clone()))?;
        }
        Ok(table)
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    text.parse::<PartialDate>().ok()?.full()
}

/// A currency by code, symbol or name.
fn currency(text: &str) -> Option<Currency> {
    Currency::from_code(&text.to_uppercase()).or_else(|| {
        let one = tinh_figures::parse(&format!("1 {text}"))
            .ok()?
            .figure()
            .money()?;
        (one.amount() == Decimal::ONE).then(|| one.currency())
    })
}

fn number(text: &str, convention: Option<Convention>) -> Result<Decimal, ErrorKind> {
    let mark = match convention {
        Some(Convention::English) => DecimalMark::Dot,
        _ => DecimalMark::Comma,
    };
    let parser = Parser::new().decimal_mark(mark).spoken(Spoken::Off);
    let found = parser.parse(text).map_err(|_| ErrorKind::Rate)?;
    let figure = found.figure();
    let is_plain = figure.kind() == Kind::Number && figure.qualifier() == Qualifier::Exact;
    let value = figure
        .value()
        .filter(|_| is_plain && found.noun().is_none());
    let value = value.ok_or(ErrorKind::Rate)?;
    match figure.alternative() {
        Some(other) if convention.is_none() => Err(ErrorKind::TwoReadings {
            readings: [value, other].map(|reading| reading.normalize().to_string()),
        }),
        _ => Ok(value),
    }
}
