//! From the figures of a table to claims.

use std::collections::HashMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use tinh_figures::Bilingual;
use tinh_gazetteer::Country;
use tinh_model::claim::{RelationKind, Status};
use tinh_model::entity::{Base, Observation};
use tinh_model::time::Time;
use tinh_model::{Claim, Expression, Measure, Partner, Place, PrintedFigure, Sector};

use crate::cell::{CellRef, Name, sheet_prefix};
use crate::messages;
use crate::note::{Note, NoteKind};
use crate::reading::{CellClaim, Fact, FactRow, Facts, Indicator};
use crate::table::{Column, Entry, RowSubject, Series, Table, TableRow};
use crate::unit::{ColumnUnit, Printer};
use crate::words::Standing;

/// How two rows of a partner table that name one country are treated
/// (`Litva`, `Lithuania`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aliases {
    /// One claim a row, and a note.
    #[default]
    KeepApart,
    /// One claim with the sum of the rows, and a note.
    Merge,
}

/// Collects claims and notes of one workbook.
pub(crate) struct Claims {
    pub(crate) source: Arc<str>,
    pub(crate) facts: Facts,
    pub(crate) claims: Vec<CellClaim>,
    pub(crate) notes: Vec<Note>,
    pub(crate) aliases: Aliases,
    /// The sheet of the last claim, and how the ids of its cells begin.
    prefix: (String, String),
}

/// Everything in a claim except its figure.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) place: Place,
    pub(crate) time: Time,
    pub(crate) measure: Measure,
    pub(crate) partner: Option<Partner>,
    pub(crate) sector: Option<Sector>,
    pub(crate) scope: Option<String>,
    pub(crate) standing: Standing,
    /// What a ratio is measured against.
    pub(crate) base: Option<Base>,
}

impl About {
    pub(crate) fn national(measure: Measure, time: Time) -> Self {
        Self {
            place: Place::National,
            time,
            measure,
            partner: None,
            sector: None,
            scope: None,
            standing: Standing::PLAIN,
            base: None,
        }
    }

    /// The words of the figures of a row; `None` where nobody knows whom it is
    /// about. Measure, time and base are those of a column.
    fn of_row(table: &Table, row: &TableRow, column: &Column) -> Option<Self> {
        let mut about = Self::national(column.measure.clone(), column.time);
        about.place = table.whole;
        if let Some(also) = &row.also {
            about.partner.clone_from(&also.partner);
            about.sector = also.sector.as_ref().map(Sector::new);
            about.scope.clone_from(&also.scope);
        }
        match &row.subject {
            RowSubject::Total => {}
            RowSubject::Sector(name) => about.sector = Some(Sector::new(name)),
            RowSubject::Partner(partner) => about.partner = Some(partner.clone()),
            RowSubject::Place(place) => about.place = *place,
            // A region, a bloc, a form of investment is no unit or partner of
            // its own: its figure is the nation's, of that part, and never
            // added to it.
            RowSubject::Region(name) | RowSubject::Group(name) | RowSubject::Part(name) => {
                about.scope = Some(name.clone());
            }
            RowSubject::Unknown(_) => return None,
        }
        Some(about)
    }

    /// The properties that make two claims be about one row.
    fn row(&self, label: &str) -> FactRow {
        // Two spellings of one partner are two rows, not one fact.
        let label = self.partner.as_ref().map(|_| label.to_owned());
        FactRow {
            place: self.place.id(),
            words: [
                self.sector.as_ref().map(|sector| sector.text().to_owned()),
                self.scope.clone(),
                label,
            ],
        }
    }
}

impl Claims {
    pub(crate) fn new(source: &str) -> Self {
        Self {
            source: source.into(),
            facts: Facts::default(),
            claims: Vec::new(),
            notes: Vec::new(),
            aliases: Aliases::KeepApart,
            prefix: (source.to_owned(), String::new()),
        }
    }

    /// Claims made from here on are of another source.
    pub(crate) fn go_on_from(&mut self, source: &str) {
        self.source = source.into();
        self.prefix.1.clear();
    }

    pub(crate) fn id(&mut self, cell: &CellRef) -> String {
        if self.prefix.1.is_empty() || self.prefix.0 != cell.sheet() {
            let sheet = sheet_prefix(cell.sheet());
            // A CSV file is its own only sheet.
            let prefix = if *cell.sheet() == *self.source {
                sheet
            } else {
                format!("{}!{sheet}", self.source)
            };
            self.prefix = (cell.sheet().to_owned(), prefix);
        }
        let name = Name::of(cell.position());
        // As long as it will be: a claim keeps no room to grow.
        let (prefix, name) = (self.prefix.1.as_str(), name.as_str());
        let mut id = String::with_capacity(prefix.len().saturating_add(name.len()));
        id.push_str(prefix);
        id.push_str(name);
        id
    }

    /// What a figure would be told of; see [`make`](Self::make).
    fn fact(&mut self, label: &str, about: &About) -> Fact {
        Fact {
            row: self.facts.row(about.row(label)),
            series: self.facts.series(Series {
                measure: about.measure.clone(),
                time: about.time,
                realm: about.standing.realm,
            }),
        }
    }

    /// Makes the claim of a cell, related to an earlier one of the same fact.
    ///
    /// # Errors
    /// Why no claim can say this.
    fn make(
        &mut self,
        cell: CellRef,
        fact: Fact,
        figure: PrintedFigure,
        about: About,
        part_of: Option<String>,
    ) -> Result<(), tinh_model::Error> {
        let line = cell.position().line();
        let expression = about.measure.expression();
        let base = expression
            .has_base()
            .then(|| about.base.unwrap_or(Base::Unstated));
        let value = figure.value().unwrap_or_default();
        let mut observation = Observation::new(about.measure, figure);
        observation.base = base;
        observation.partner = about.partner.map(Box::new);
        observation.sector = about.sector;
        observation.scope = about.scope.map(String::into_boxed_str);
        let claim = Claim::new(
            self.id(&cell),
            self.source.clone(),
            about.place,
            about.time,
            observation,
        )?
        .on_line(line)
        .with_status(about.standing.status)
        .in_realm(about.standing.realm);
        let earlier = self.facts.first(fact, self.claims.len(), value);
        let claim = match earlier.and_then(|(at, kind)| Some((self.claims.get(at)?, kind))) {
            Some((earlier, kind)) => claim.related(kind, earlier.claim.id()),
            None => claim,
        };
        let claim = match part_of {
            Some(whole) => claim.related(RelationKind::PartOf, whole),
            None => claim,
        };
        self.claims.push(CellClaim { cell, claim });
        Ok(())
    }

    /// Prints a figure and makes its claim; notes why where there is none.
    fn print(
        &mut self,
        cell: CellRef,
        fact: Fact,
        printer: &Printer,
        entry: Entry,
        about: About,
        part_of: Option<String>,
    ) {
        let printed = match entry.own {
            // A cell that names its own currency.
            Some(currency) => Printer::new(ColumnUnit::Money {
                multiple: Decimal::ONE,
                currency,
            })
            .print(entry.number),
            None => printer.print(entry.number),
        };
        let Some(figure) = printed else {
            let text = entry.number.to_string();
            self.notes.push(Note::new(
                NoteKind::Refused,
                cell,
                text,
                messages::TOO_LARGE,
            ));
            return;
        };
        if let Err(error) = self.make(cell.clone(), fact, figure, about, part_of) {
            let text = printer
                .print(entry.number)
                .map(|figure| figure.text().to_owned());
            let text = text.unwrap_or_default();
            let why = Bilingual::of(|language| error.in_language(language));
            self.notes
                .push(Note::new(NoteKind::Refused, cell, text, why));
        }
    }

    /// A figure of a sentence that sums a table up, rounded. Several stand in
    /// one cell, so the measure is part of the claim's id; and it is no second
    /// opinion beside the table, so it is related to nothing.
    pub(crate) fn rounded(
        &mut self,
        cell: &CellRef,
        measure: Measure,
        time: Time,
        figure: PrintedFigure,
    ) {
        let made = Claim::new(
            format!("{}#{measure}", self.id(cell)),
            self.source.clone(),
            Place::National,
            time,
            Observation::new(measure, figure),
        );
        if let Ok(claim) = made {
            let claim = claim.on_line(cell.position().line());
            self.claims.push(CellClaim {
                cell: cell.clone(),
                claim,
            });
        }
    }

    /// Makes the claims of tables with an indicator a row.
    pub(crate) fn of_indicators(&mut self, indicators: &[Indicator]) {
        for indicator in indicators {
            let about = About {
                place: indicator.place,
                sector: indicator.sector.as_ref().map(Sector::new),
                scope: indicator.scope.clone(),
                standing: indicator.standing,
                base: indicator.base,
                ..About::national(indicator.measure.clone(), indicator.time)
            };
            let entry = Entry {
                number: indicator.number,
                own: None,
            };
            let fact = self.fact(&indicator.label, &about);
            let printer = Printer::new(indicator.unit);
            self.print(indicator.cell.clone(), fact, &printer, entry, about, None);
        }
    }

    /// Makes the claims of every figure of some tables.
    pub(crate) fn of_tables(&mut self, tables: &[Table]) {
        let rows = tables.iter().flat_map(|table| &table.rows);
        let figures = rows.flat_map(|row| &row.figures).flatten().count();
        self.claims.reserve(figures);
        self.facts.reserve(figures);
        for table in tables {
            self.of_table(table);
        }
    }

    /// Makes the claims of every figure of a table.
    fn of_table(&mut self, table: &Table) {
        // The whole that the regions of a table are parts of.
        let wholes: HashMap<usize, String> = table
            .total()
            .map(|total| {
                (0..table.columns.len())
                    .filter(|&column| total.number(column).is_some())
                    .filter_map(|column| Some((column, self.id(&table.cell(total, column)?))))
                    .collect()
            })
            .unwrap_or_default();
        let merged = self.merged(table);
        let columns: Vec<(&Column, u32, Printer)> = table
            .columns
            .iter()
            .map(|column| {
                let series = self.facts.series(column.series());
                (column, series, Printer::new(column.unit))
            })
            .collect();
        for (at, row) in table.rows.iter().enumerate() {
            let Some(about) = table
                .columns
                .first()
                .and_then(|column| About::of_row(table, row, column))
            else {
                continue;
            };
            let mut of_row = None;
            for (index, (column, series, printer)) in columns.iter().enumerate() {
                let (Some(Some(entry)), Some(cell)) =
                    (row.figures.get(index), table.cell(row, index))
                else {
                    continue;
                };
                let entry = match merged.get(&(at, index)) {
                    None => entry,
                    Some(Some(sum)) => sum,
                    // Counted in the first row of its partner.
                    Some(None) => continue,
                };
                let mut about = About {
                    measure: column.measure.clone(),
                    time: column.time,
                    base: column.base,
                    standing: column.standing,
                    ..about.clone()
                };
                let fact = Fact {
                    row: *of_row.get_or_insert_with(|| self.facts.row(about.row(&row.label))),
                    series: *series,
                };
                let part_of = match &row.subject {
                    RowSubject::Region(_) | RowSubject::Group(_) | RowSubject::Part(_) => {
                        wholes.get(&index).cloned()
                    }
                    _ => None,
                };
                if column.measure.expression() != Expression::Level
                    && self.is_meaningless(table, row, index)
                {
                    about.standing.status = Status::Unreliable;
                    self.notes.push(Note::new(
                        NoteKind::MeaninglessRatio,
                        cell.clone(),
                        entry.number.to_string(),
                        messages::MEANINGLESS_RATIO,
                    ));
                }
                self.print(cell, fact, printer, *entry, about, part_of);
            }
        }
    }

    /// With [`Aliases::Merge`], what stands in place of the figures of partners
    /// that have several rows: in the first the sum, in the others nothing.
    /// Ratios cannot be merged.
    fn merged(&self, table: &Table) -> HashMap<(usize, usize), Option<Entry>> {
        let mut merged = HashMap::new();
        if self.aliases != Aliases::Merge {
            return merged;
        }
        let mut rows: HashMap<Country, Vec<usize>> = HashMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            if let RowSubject::Partner(Partner::Country(country, _)) = &row.subject {
                rows.entry(*country).or_default().push(at);
            }
        }
        for rows in rows.into_values().filter(|rows| rows.len() > 1) {
            for (index, column) in table.columns.iter().enumerate() {
                let is_level = column.measure.expression() == Expression::Level;
                let entries: Vec<(usize, Entry)> = rows
                    .iter()
                    .filter_map(|&at| Some((at, (*table.rows.get(at)?.figures.get(index)?)?)))
                    .collect();
                let Some((first, kept)) = entries.first().copied() else {
                    continue;
                };
                let sum = entries.iter().try_fold(Decimal::ZERO, |sum, (_, entry)| {
                    (entry.own == kept.own).then(|| sum.checked_add(entry.number))?
                });
                let sum = sum
                    .filter(|_| is_level)
                    .map(|number| Entry { number, ..kept });
                if sum.is_none() && is_level {
                    // Two currencies in one column: nothing to merge.
                    continue;
                }
                for (at, _) in entries {
                    merged.insert((at, index), if at == first { sum } else { None });
                }
            }
        }
        merged
    }

    /// Whether the levels a ratio compares are not both above zero.
    fn is_meaningless(&self, table: &Table, row: &TableRow, ratio: usize) -> bool {
        let Some(column) = table.columns.get(ratio) else {
            return false;
        };
        let level = column.measure.stated_as(Expression::Level);
        table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, other)| other.measure == level)
            .any(|(index, _)| row.number(index).is_some_and(|n| n < Decimal::ZERO))
    }
}
