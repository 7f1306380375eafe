//! From the figures of a table to claims.

use std::collections::HashMap;

use rust_decimal::Decimal;
use tinh_figures::{Currency, Money};
use tinh_gazetteer::Country;
use tinh_model::claim::{RelationKind, Status};
use tinh_model::entity::{Base, Observation};
use tinh_model::time::Time;
use tinh_model::{Claim, Expression, Measure, Partner, Place, PrintedFigure, Statement};

use crate::cell::CellRef;
use crate::fia::Aliases;
use crate::note::{Note, NoteKind};
use crate::reading::{CellClaim, Fact, Facts};
use crate::table::{Entry, Subject, Table, Unit};

/// Collects claims and notes of one workbook.
pub(crate) struct Claims<'a> {
    pub(crate) source: &'a str,
    pub(crate) facts: Facts,
    pub(crate) claims: Vec<CellClaim>,
    pub(crate) notes: Vec<Note>,
    pub(crate) aliases: Aliases,
}

/// The words of a claim besides its figure.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) place: Place,
    pub(crate) time: Time,
    pub(crate) measure: Measure,
    pub(crate) partner: Option<Partner>,
    pub(crate) sector: Option<String>,
    pub(crate) scope: Option<String>,
    pub(crate) status: Status,
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
            status: Status::Normal,
            base: None,
        }
    }

    /// What makes two claims speak of one fact.
    fn fact(&self, label: &str) -> Fact {
        // Two spellings of one partner are two rows, not one fact.
        let label = self.partner.as_ref().map(|_| label.to_owned());
        Fact {
            place: self.place.id(),
            measure: self.measure,
            time: self.time,
            words: [self.sector.clone(), self.scope.clone(), label],
        }
    }
}

impl<'a> Claims<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self {
            source,
            facts: Facts::default(),
            claims: Vec::new(),
            notes: Vec::new(),
            aliases: Aliases::KeepApart,
        }
    }

    pub(crate) fn id(&self, cell: &CellRef) -> String {
        // A CSV file is its own only sheet.
        if cell.sheet() == self.source {
            cell.to_string()
        } else {
            format!("{}!{cell}", self.source)
        }
    }

    /// Makes the claim of a cell; notes why where it cannot be made.
    pub(crate) fn make(
        &mut self,
        cell: CellRef,
        label: &str,
        figure: &Printed,
        about: About,
        part_of: Option<String>,
    ) {
        let fact = about.fact(label);
        let line = cell.position().line();
        let expression = about.measure.expression();
        let base = expression
            .has_base()
            .then(|| about.base.unwrap_or(Base::Unstated));
        let made = Claim::new(
            self.id(&cell),
            self.source,
            about.place,
            about.time,
            Statement::Observation(Observation {
                measure: about.measure,
                figure: figure.figure.clone(),
                base,
                partner: about.partner,
                sector: about.sector,
                scope: about.scope,
            }),
        );
        match made {
            Ok(claim) => {
                let claim = self.facts.relate(
                    fact,
                    figure.value,
                    claim.on_line(line).with_status(about.status),
                );
                let claim = match part_of {
                    Some(whole) => claim.related(RelationKind::PartOf, whole),
                    None => claim,
                };
                self.claims.push(CellClaim { cell, claim });
            }
            Err(error) => self.notes.push(Note::new(
                NoteKind::Refused,
                cell,
                figure.figure.text(),
                error.to_string(),
            )),
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
            self.source,
            Place::National,
            time,
            Statement::Observation(Observation {
                measure,
                figure,
                base: None,
                partner: None,
                sector: None,
                scope: None,
            }),
        );
        if let Ok(claim) = made {
            let claim = claim.on_line(cell.position().line());
            self.claims.push(CellClaim {
                cell: cell.clone(),
                claim,
            });
        }
    }

    /// Makes the claims of every figure of a table.
    pub(crate) fn of_table(&mut self, table: &Table) {
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
        for (at, row) in table.rows.iter().enumerate() {
            for (index, column) in table.columns.iter().enumerate() {
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
                let mut about = About::national(column.measure, column.time);
                about.base = Some(Base::SamePeriodLastYear);
                let mut part_of = None;
                match &row.subject {
                    Subject::Total => {}
                    Subject::Sector(name) => about.sector = Some(name.clone()),
                    Subject::Partner(partner) => about.partner = Some(partner.clone()),
                    Subject::Place(place) => about.place = *place,
                    Subject::Region(name) => {
                        // A region is no unit of its own: its figure is the
                        // nation's, of that region, and never added to it.
                        about.scope = Some(name.clone());
                        part_of = wholes.get(&index).cloned();
                    }
                    Subject::Unknown(_) => continue,
                }
                if column.measure.expression() != Expression::Level
                    && self.is_meaningless(table, row, index)
                {
                    about.status = Status::Unreliable;
                    self.notes.push(Note::new(
                        NoteKind::MeaninglessRatio,
                        cell.clone(),
                        entry.number.to_string(),
                        "a ratio to a base or of a level below zero says nothing",
                    ));
                }
                match Printed::new(*entry, column.unit) {
                    Some(figure) => self.make(cell, &row.label, &figure, about, part_of),
                    None => self.notes.push(Note::new(
                        NoteKind::Refused,
                        cell,
                        entry.number.to_string(),
                        "the amount is too large",
                    )),
                }
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
            if let Subject::Partner(Partner::Country(country, _)) = &row.subject {
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
    fn is_meaningless(&self, table: &Table, row: &crate::table::TableRow, ratio: usize) -> bool {
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

/// A figure as printed, with its unit.
#[derive(Clone, Debug)]
pub(crate) struct Printed {
    pub(crate) figure: PrintedFigure,
    pub(crate) value: Decimal,
}

impl Printed {
    /// `None` where the amount exceeds what a decimal holds.
    ///
    /// The text is the cell's digits with the unit of its header, in
    /// Vietnamese notation (`20185,622680219993 triệu USD`), so that it reads
    /// back to the same value. Where three decimals would look like a group
    /// (`28,121`), a zero follows them.
    pub(crate) fn new(entry: Entry, unit: Unit) -> Option<Self> {
        let digits = digits(entry.number);
        if let Some(currency) = entry.own {
            return Some(Self::money(
                format!("{digits} {}", currency.code()),
                entry.number,
                currency,
            ));
        }
        Some(match unit {
            Unit::Money { multiple, currency } => Self::money(
                format!("{digits} {unit}"),
                entry.number.checked_mul(multiple)?.normalize(),
                currency,
            ),
            Unit::Count | Unit::Plain => Self {
                figure: PrintedFigure::plain_number(&digits, entry.number),
                value: entry.number,
            },
            Unit::Percent => Self::ratio(&format!("{digits} %"), entry.number),
            Unit::Times => Self::ratio(&format!("{digits} lần"), entry.number),
        })
    }

    fn money(text: String, amount: Decimal, currency: Currency) -> Self {
        Self::read_back(
            PrintedFigure::plain_money(&text, Money::new(amount, currency)),
            amount,
        )
    }

    fn ratio(text: &str, value: Decimal) -> Self {
        Self::read_back(PrintedFigure::plain_number(text, value), value)
    }

    /// The figure the text itself reads as, so that a claim written to a file
    /// reads back equal; the plain one where that is not the same value.
    fn read_back(plain: PrintedFigure, value: Decimal) -> Self {
        let figure = match plain.text().parse::<PrintedFigure>() {
            Ok(read)
                if read.value() == Some(value)
                    && read.currency() == plain.currency()
                    && read.reading().is_some_and(|figure| !figure.is_ambiguous()) =>
            {
                read
            }
            _ => plain,
        };
        Self { figure, value }
    }
}

/// A number with a decimal comma and nothing that groups.
fn digits(number: Decimal) -> String {
    let mut text = number.normalize().to_string().replace('.', ",");
    if let Some((whole, decimals)) = text.split_once(',')
        && decimals.len() == 3
        && whole.trim_start_matches('-').len() <= 3
    {
        text.push('0');
    }
    text
}
