//! Tables: one place and date a row, one measure a column.

use std::io::{self, Read};

use csv::StringRecord;
use rust_decimal::Decimal;
use tinh_figures::{Currency, Money};

use super::rows::Rows;
use super::{Dataset, Problem};
use crate::claim::Claim;
use crate::entity::{Observation, Statement};
use crate::figure::{PrintedFigure, plain_decimal};
use crate::measure::Measure;
use crate::place::Place;
use crate::source::Source;
use crate::time::{AsOf, PartialDate, Time};

/// A column of figures: its header, what it measures, and the unit its plain
/// numbers are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    header: String,
    measure: Measure,
    unit: Option<(Currency, Decimal)>,
}

impl Column {
    /// A column of counts.
    #[must_use]
    pub fn count(header: &str, measure: Measure) -> Self {
        Self {
            header: header.to_owned(),
            measure,
            unit: None,
        }
    }

    /// A column of money in multiples of a currency: `triệu USD` is
    /// 1,000,000 of USD.
    #[must_use]
    pub fn money(header: &str, measure: Measure, multiple: u64, currency: Currency) -> Self {
        Self {
            header: header.to_owned(),
            measure,
            unit: Some((currency, Decimal::from(multiple))),
        }
    }
}

/// How a CSV table is laid out: which column names the place, which the date,
/// which hold figures.
///
/// Cells are plain numbers as a spreadsheet writes them: `.` is the decimal
/// mark, nothing groups, so that `1007.162` is one thousand and seven. An
/// empty cell is a missing figure and makes no claim; `0` is zero. A row has as
/// many cells as the header, separated by `,` or by `;`.
///
/// ```
/// use tinh_model::{Dataset, Source, measures};
/// use tinh_model::dataset::{Column, TableLayout};
/// use tinh_figures::Currency;
///
/// let source = |as_of: &str| Source {
///     id: format!("fia-{as_of}"), title: "FDI stock by province".into(),
///     publisher: Some("FIA".into()), published: as_of.parse().ok(),
///     not_before: None, address: None,
/// };
/// let layout = TableLayout::stock("as_of", "province", source)
///     .column(Column::count("projects", measures::FDI_PROJECTS))
///     .column(Column::money("registered_musd",
///         measures::FDI_REGISTERED, 1_000_000, Currency::USD));
/// let mut data = Dataset::new();
/// let csv = "as_of,province,projects,registered_musd\n2022-12-20,Thanh Hóa,174,14798.91\n";
/// data.read_table(csv.as_bytes(), "fia.csv", &layout)?;
/// assert_eq!(data.claims()[1].id(), "fia-2022-12-20/thanh-hoa/fdi.registered");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct TableLayout {
    as_of: String,
    place: String,
    source: Box<dyn Fn(&str) -> Source + Send + Sync>,
    columns: Vec<Column>,
}

impl std::fmt::Debug for TableLayout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableLayout")
            .field("as_of", &self.as_of)
            .field("place", &self.place)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}

impl TableLayout {
    /// A table of stocks: the columns that hold the date and the place, and
    /// the source of the rows of a date.
    #[must_use]
    pub fn stock(
        as_of: &str,
        place: &str,
        source: impl Fn(&str) -> Source + Send + Sync + 'static,
    ) -> Self {
        Self {
            as_of: as_of.to_owned(),
            place: place.to_owned(),
            source: Box::new(source),
            columns: Vec::new(),
        }
    }

    /// The same layout with one more column of figures.
    #[must_use]
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    pub(super) fn read(&self, data: &mut Dataset, reader: impl Read, file: &str) -> io::Result<()> {
        let mut rows = Rows::new(reader);
        let headers = match rows.next()? {
            Some(Ok(headers)) => headers,
            Some(Err(message)) => {
                data.reject(Problem::new(file, rows.line(), "", "", message));
                return Ok(());
            }
            None => StringRecord::new(),
        };
        let find = |name: &str| headers.iter().position(|header| header.trim() == name);
        let wanted: Vec<&str> = [self.as_of.as_str(), self.place.as_str()]
            .into_iter()
            .chain(self.columns.iter().map(|c| c.header.as_str()))
            .collect();
        let missing: Vec<&str> = wanted
            .iter()
            .copied()
            .filter(|name| find(name).is_none())
            .collect();
        if !missing.is_empty() {
            let found = headers.iter().collect::<Vec<_>>().join(", ");
            data.reject(Problem::new(
                file,
                1,
                "",
                &found,
                format!("missing column {}, found {found}", missing.join(", ")),
            ));
            return Ok(());
        }
        let mut is_clear = true;
        for name in wanted {
            let is_it = |header: &&str| header.trim() == name;
            if headers.iter().filter(is_it).count() > 1 {
                let message = format!("the column {name:?} stands twice");
                data.reject(Problem::new(file, 1, name, name, message));
                is_clear = false;
            }
        }
        if !is_clear {
            return Ok(());
        }
        // Found once: a hostile header may be as long as the file.
        let (as_of_at, place_at) = (find(&self.as_of), find(&self.place));
        let columns: Vec<(&Column, Option<usize>)> = self
            .columns
            .iter()
            .map(|column| (column, find(&column.header)))
            .collect();
        let at = |record: &StringRecord, index: Option<usize>| {
            index
                .and_then(|index| record.get(index))
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        while let Some(row) = rows.next()? {
            let line = rows.line();
            let record = match row {
                Ok(record) => record,
                Err(message) => {
                    data.reject(Problem::new(file, line, "", "", message));
                    continue;
                }
            };
            let as_of = at(&record, as_of_at);
            let place_text = at(&record, place_at);
            let date = match as_of.parse::<PartialDate>() {
                Ok(date) => date,
                Err(error) => {
                    data.reject(Problem::new(
                        file,
                        line,
                        &self.as_of,
                        &as_of,
                        error.to_string(),
                    ));
                    continue;
                }
            };
            let Some(day) = date.last_day() else {
                let message = format!("a stock needs a year, found {as_of:?}");
                data.reject(Problem::new(file, line, &self.as_of, &as_of, message));
                continue;
            };
            let place = match Place::named(&place_text, day) {
                Ok(place) => place,
                Err(error) => {
                    data.reject(Problem::new(
                        file,
                        line,
                        &self.place,
                        &place_text,
                        error.to_string(),
                    ));
                    continue;
                }
            };
            let source = (self.source)(&as_of);
            let source_id = source.id.clone();
            if let Err(error) = data.add_source(source) {
                data.reject(Problem::new(
                    file,
                    line,
                    &self.as_of,
                    &as_of,
                    error.to_string(),
                ));
                continue;
            }
            for &(column, index) in &columns {
                let cell = at(&record, index);
                if cell.is_empty() {
                    continue;
                }
                let claim = column.claim(&cell, &source_id, place, date).map(|claim| {
                    match u32::try_from(line) {
                        Ok(line) => claim.on_line(line),
                        Err(_) => claim,
                    }
                });
                match claim {
                    Err(message) => {
                        data.reject(Problem::new(file, line, &column.header, &cell, message));
                    }
                    Ok(claim) => {
                        if let Err(error) = data.add_claim(claim) {
                            let message = format!("a second row for {}", error.text());
                            data.reject(Problem::new(
                                file,
                                line,
                                &self.place,
                                &place_text,
                                message,
                            ));
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

impl Column {
    fn claim(
        &self,
        cell: &str,
        source: &str,
        place: Place,
        date: PartialDate,
    ) -> Result<Claim, String> {
        let expected = || format!("expected a plain number such as 1007.16, found {cell:?}");
        let number = plain_decimal(cell).ok_or_else(expected)?;
        let figure = match self.unit {
            None => PrintedFigure::plain_number(cell, number),
            Some((currency, multiple)) => {
                // A product of too many digits is rounded, not refused.
                let amount = number
                    .checked_mul(multiple)
                    .filter(|amount| amount.checked_div(multiple) == Some(number))
                    .ok_or_else(|| format!("the amount has too many digits, found {cell:?}"))?;
                PrintedFigure::plain_money(cell, Money::new(amount, currency))
            }
        };
        Claim::new(
            format!("{source}/{}/{}", place.id(), self.measure),
            source,
            place,
            Time::AsOf(AsOf::printed(date)),
            Statement::Observation(Observation {
                measure: self.measure.clone(),
                figure,
                base: None,
                partner: None,
                sector: None,
                scope: None,
            }),
        )
        .map_err(|error| {
            let message = error.to_string();
            // The column says which figure.
            message
                .strip_prefix("figure: ")
                .map_or(message.clone(), str::to_owned)
        })
    }
}
