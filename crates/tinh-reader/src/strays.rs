//! Cells outside every table, in blocks: one note says of many cells
//! what a note a cell would bury.

use chrono::{Datelike, NaiveDate};
use tinh_figures::Bilingual;

use crate::cell::{Position, Value};
use crate::dates::dates_in;
use crate::fold::fold;
use crate::messages;
use crate::note::{Note, NoteKind};
use crate::page::{Page, one_line};
use crate::words;

/// Cells that touch, or have no more than one column between them.
struct Block {
    first: Position,
    last: Position,
    texts: Vec<String>,
    cells: usize,
    is_stale: bool,
}

impl Block {
    fn new(position: Position) -> Self {
        Self {
            first: position,
            last: position,
            texts: Vec::new(),
            cells: 0,
            is_stale: false,
        }
    }

    fn add(&mut self, position: Position, value: &Value, is_stale: bool) {
        self.first.row = self.first.row.min(position.row);
        self.first.column = self.first.column.min(position.column);
        self.last.row = self.last.row.max(position.row);
        self.last.column = self.last.column.max(position.column);
        self.cells += 1;
        self.is_stale |= is_stale;
        // The first texts are the title and the header; figures say nothing.
        const KEPT: usize = 24;
        if let Some(text) = value.as_text()
            && self.texts.len() < KEPT
        {
            self.texts.push(one_line(text));
        }
    }

    /// Whether a cell of a row below belongs to the block.
    fn takes(&self, position: Position) -> bool {
        position.row <= self.last.row.saturating_add(1)
            && position.column <= self.last.column.saturating_add(2)
            && position.column.saturating_add(2) >= self.first.column
    }

    /// The kind of the block.
    fn says(&self) -> Bilingual {
        let rows = self.last.row - self.first.row;
        if self.cells == 1 {
            return messages::STRAY_CELL;
        }
        if rows < 2 {
            return messages::STRAY_CELLS.filled(&[&self.cells]);
        }
        let breakdown = self
            .texts
            .iter()
            .find_map(|text| words::breakdown_of_title(text))
            .or_else(|| {
                self.texts
                    .iter()
                    .find_map(|text| words::breakdown(&fold(text)))
            });
        let name = self.texts.first().cloned().unwrap_or_default();
        match breakdown {
            Some(crate::table::Breakdown::Form) => messages::STRAY_FORM,
            Some(breakdown) => messages::STRAY_TABLE
                .filled_by(|language| vec![breakdown.in_language(language).to_owned()]),
            None if name.is_empty() => messages::STRAY_FIGURES.filled(&[&self.cells]),
            None => messages::STRAY_CELLS.filled(&[&self.cells]),
        }
    }
}

/// Notes on all cells nobody accounted for.
pub(crate) fn note(page: &mut Page<'_>, report_day: Option<NaiveDate>) {
    let mut done: Vec<Block> = Vec::new();
    // The blocks that the next row may go on with, from left to right.
    let mut open: Vec<Block> = Vec::new();
    let mut stale_row = None;
    let left = page.left();
    let mut cells = left.into_iter().peekable();
    while let Some(row) = cells.peek().map(|(position, _)| position.row) {
        let mut next: Vec<Block> = Vec::new();
        let mut above = std::mem::take(&mut open).into_iter().peekable();
        while let Some((position, value)) = cells.next_if(|(position, _)| position.row == row) {
            let folded = value.as_text().map(fold).unwrap_or_default();
            if is_remark(&folded) {
                continue;
            }
            // Lines that follow a remark of another date belong to it.
            let is_stale = is_old(&folded, report_day)
                || stale_row.is_some_and(|stale: u32| row <= stale.saturating_add(1));
            if is_stale {
                stale_row = Some(row);
            }
            if let Some(block) = next.last_mut().filter(|block| block.takes(position)) {
                block.add(position, value, is_stale);
                continue;
            }
            // Blocks further left have ended, or take this cell.
            let mut block = None;
            while let Some(candidate) =
                above.next_if(|block| block.first.column <= position.column.saturating_add(2))
            {
                if candidate.takes(position) && block.is_none() {
                    block = Some(candidate);
                } else {
                    done.push(candidate);
                }
            }
            let mut block = block.unwrap_or_else(|| Block::new(position));
            block.add(position, value, is_stale);
            next.push(block);
        }
        // What has no cell in this row may still have one in the next.
        for block in above {
            if block.last.row.saturating_add(1) >= row {
                next.push(block);
            } else {
                done.push(block);
            }
        }
        next.sort_by_key(|block| block.first.column);
        open = next;
    }
    done.append(&mut open);
    for block in done {
        let (kind, message) = if block.is_stale {
            (NoteKind::Stale, messages::STALE)
        } else {
            (NoteKind::Stray, block.says())
        };
        let text = page
            .sheet
            .cell(block.first)
            .map(ToString::to_string)
            .or_else(|| block.texts.first().cloned())
            .unwrap_or_default();
        let note = Note::new(kind, page.sheet.reference(block.first), text, message);
        page.notes.push(if block.first == block.last {
            note
        } else {
            note.to(block.last)
        });
    }
}

/// Footnotes and sources are what they seem.
fn is_remark(folded: &str) -> bool {
    folded.starts_with('*')
        || folded.starts_with("(*")
        || folded.starts_with("ghi chu")
        || folded.starts_with("nguon")
}

/// Whether a line states the stock of another year than the report's.
fn is_old(folded: &str, report_day: Option<NaiveDate>) -> bool {
    (folded.starts_with("luy ke") || folded.starts_with("tinh den"))
        && dates_in(folded).last().is_some_and(|date| {
            date.known_year().map(i32::from) != report_day.map(|day| day.year())
        })
}
