//! A sheet while it is read: which of its cells are accounted for, the
//! notation of its columns, the notes about it.

use std::cell::Cell;
use std::sync::Arc;

use chrono::NaiveDate;
use hashbrown::HashMap;
use tinh_figures::Bilingual;
use tinh_model::{Error, MeasureUnit, Place};

use crate::cell::{Position, Value};
use crate::messages;
use crate::note::{Note, NoteKind};
use crate::numbers::{self, Notation, Notations, Reading as Read};
use crate::sheet::Sheet;
use crate::table::{Column, Entry};
use crate::unit::ColumnUnit;
use crate::words;

/// Text on one line, as it is shown.
pub(crate) fn one_line(text: &str) -> String {
    // Most texts are on one already.
    let mut before = ' ';
    let is_one = text.chars().all(|c| {
        let fits =
            c != ' ' && (c.is_ascii_graphic() || !c.is_whitespace()) || c == ' ' && before != ' ';
        before = c;
        fits
    }) && before != ' ';
    if is_one {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The places found by their names: the tables of a sheet name the same ones.
#[derive(Default)]
pub(crate) struct Places(HashMap<Box<str>, (NaiveDate, Place)>);

impl Places {
    /// The place of a name on a day.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn place(&mut self, name: &str, day: NaiveDate) -> Result<Place, Error> {
        match self.0.get(name) {
            Some((on, place)) if *on == day => Ok(*place),
            _ => {
                let place = words::place(name, day)?;
                self.0.insert(name.into(), (day, place));
                Ok(place)
            }
        }
    }
}

/// A sheet, and which of its cells are accounted for.
pub(crate) struct Page<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) name: Arc<str>,
    pub(crate) notations: Notations,
    pub(crate) notes: Vec<Note>,
    pub(crate) places: Places,
    /// One mark a filled cell, row after row.
    taken: Vec<bool>,
    /// Where among the marks each row starts.
    starts: Vec<usize>,
    /// Where the row asked for last stands: cells are asked for row by row.
    last: Cell<usize>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(sheet: &'a Sheet) -> Self {
        let mut cells = 0;
        let starts = sheet
            .rows()
            .iter()
            .map(|row| {
                let start = cells;
                cells += row.cells().len();
                start
            })
            .collect();
        let mut page = Self {
            sheet,
            name: sheet.name().into(),
            notations: Notations::of(sheet),
            notes: Vec::new(),
            places: Places::default(),
            taken: vec![false; cells],
            starts,
            last: Cell::new(0),
        };
        if let Some(encoding) = sheet.legacy() {
            let message = messages::LEGACY.filled(&[&encoding]);
            page.notes
                .push(Note::of_sheet(NoteKind::Legacy, sheet.name(), message));
        }
        page
    }

    /// Which mark is that of a position; an empty cell has none.
    fn mark(&self, position: Position) -> Option<usize> {
        let rows = self.sheet.rows();
        let is_it = |at: &usize| rows.get(*at).is_some_and(|row| row.index() == position.row);
        let last = Some(self.last.get()).filter(is_it);
        let at = last.or_else(|| self.sheet.place_of_row(position.row))?;
        self.last.set(at);
        let cell = rows.get(at)?.place_of(position.column)?;
        self.starts.get(at)?.checked_add(cell)
    }

    /// The cell is accounted for.
    pub(crate) fn take(&mut self, position: Position) {
        let mark = self.mark(position);
        if let Some(taken) = mark.and_then(|mark| self.taken.get_mut(mark)) {
            *taken = true;
        }
    }

    pub(crate) fn is_taken(&self, position: Position) -> bool {
        let taken = self.mark(position).and_then(|mark| self.taken.get(mark));
        taken.is_some_and(|taken| *taken)
    }

    /// The cells nobody accounted for, row by row.
    pub(crate) fn left(&self) -> Vec<(Position, &'a Value)> {
        self.sheet
            .cells()
            .zip(&self.taken)
            .filter(|(_, taken)| !**taken)
            .map(|(cell, _)| cell)
            .collect()
    }

    /// A note about a cell, which is then accounted for.
    pub(crate) fn note(&mut self, kind: NoteKind, position: Position, message: Bilingual) {
        let text = self
            .sheet
            .cell(position)
            .map(ToString::to_string)
            .unwrap_or_default();
        self.notes.push(Note::new(
            kind,
            self.sheet.reference(position),
            text,
            message,
        ));
        self.take(position);
    }

    /// The number of a cell in a unit, or a note on why there is none.
    pub(crate) fn number(
        &mut self,
        position: Position,
        value: &Value,
        unit: ColumnUnit,
        undecided: &Bilingual,
    ) -> Option<Read> {
        // Nearly every cell.
        if let Value::Number(number) = value {
            return Some(Read::Number(*number));
        }
        let is_amount = unit.is_money() || unit.is_count();
        let marks = self.notations.marks(position.column);
        let (kind, message) = match numbers::read(value, marks, unit.is_count()) {
            Read::Number(_) if is_amount && numbers::is_percentage(value) => {
                (NoteKind::NotAFigure, messages::NOT_A_PERCENTAGE)
            }
            read @ (Read::Number(_) | Read::Money(..)) => return Some(read),
            // `1,2 triệu` of people counted one by one is so many; `7 tỷ` in a
            // column of triệu USD is of nobody knows what.
            Read::Scaled(number) if unit == ColumnUnit::COUNT => return Some(Read::Number(number)),
            Read::Scaled(_) => (NoteKind::NotAFigure, messages::NOT_SCALED.filled(&[&unit])),
            Read::NotAvailable => (NoteKind::NotAvailable, messages::NOT_GIVEN),
            Read::Ambiguous(point, comma) => {
                (NoteKind::Ambiguous, undecided.filled(&[&point, &comma]))
            }
            Read::Against(Notation::Point) => (NoteKind::OtherNotation, messages::POINT_AGAINST),
            Read::Against(Notation::Comma) => (NoteKind::OtherNotation, messages::COMMA_AGAINST),
            Read::Error => (NoteKind::ErrorValue, messages::ERROR_VALUE),
            Read::Not(message) => (NoteKind::NotAFigure, message),
        };
        self.note(kind, position, message);
        None
    }

    /// The figure of a cell in a column, or a note on why there is none;
    /// `undecided` says what is to be said of digits with two readings.
    pub(crate) fn figure(
        &mut self,
        position: Position,
        value: &Value,
        column: &Column,
        undecided: &Bilingual,
    ) -> Option<Entry> {
        match self.number(position, value, column.unit, undecided)? {
            Read::Number(number) => Some(Entry { number, own: None }),
            Read::Money(number, currency) if column.measure.unit() == MeasureUnit::Money => {
                let own = Some(currency);
                Some(Entry { number, own })
            }
            _ => {
                self.note(NoteKind::NotAFigure, position, messages::NOT_MONEY);
                None
            }
        }
    }
}
