//! Parts of what a measure counts: guests from abroad, exports of rice.

use std::ops::Range;

use super::Walk;
use crate::cues::{Cue, PartId, WordClass, money_beside};
use crate::drafts::Draft;
use crate::mentions::{FigureMention, FigureRole, MarkKind};
use crate::text::Shape;

impl<'p> Walk<'_, 'p> {
    /// A part is named. `khách quốc tế và nội địa`, `xuất khẩu gạo, thủy sản`: two of
    /// them are none.
    pub(super) fn part(&mut self, part: PartId, words: &Range<usize>) {
        let reading = self.printer.reading;
        let joins = |at: usize| {
            reading.is(at, WordClass::And) || reading.shape(at) == Some(Shape::Sign(','))
        };
        let second = self
            .part
            .is_some_and(|(_, end)| end + 1 == words.start && joins(end));
        let listed = joins(words.end) && reading.shape(words.end + 1) == Some(Shape::Small);
        let next = |at| reading.has_cue(at, Cue::Parts(crate::cues::Parts::Among));
        let alone = !second && (!listed || next(words.end + 1));
        self.part = alone.then_some((part, words.end));
    }

    /// `5 triệu tấn gạo, trị giá 3 tỷ USD`: money of a count is of the same part.
    pub(super) fn same_part(&self, draft: &mut Draft) {
        let level = self.measure.level.as_ref();
        let Some(level) = level.filter(|l| !l.money && !self.measure.names_another()) else {
            return;
        };
        let code = draft.measure.value.as_deref();
        let same = code == Some(level.code.as_str()) || code == money_beside(&level.code);
        let counted = self.out.draft(level.draft);
        if same
            && draft.figure.currency.is_some()
            && draft.dimension.is_empty()
            && let Some(counted) = counted
        {
            let parts = counted
                .dimension
                .iter()
                .filter(|(name, _)| name != "partner");
            draft.dimension.extend(parts.cloned());
        }
    }

    /// The dimension of a figure: the part named before it since the last level, or
    /// right behind it.
    pub(super) fn part_of(
        &self,
        figure: &FigureMention<'p>,
        code: Option<&str>,
    ) -> Vec<(String, String)> {
        let reading = self.printer.reading;
        let start = figure.words.end;
        let near = match figure.role {
            FigureRole::Count(..) => start..start + 2,
            _ => start..start,
        };
        let behind = reading.marks_of(&near).iter().find_map(|m| match m.kind {
            MarkKind::Cue(Cue::Part(part)) => Some(part),
            _ => None,
        });
        let said = behind.or_else(|| self.part.map(|(part, _)| part));
        let part = said.zip(code).and_then(|(part, code)| part.of(code));
        part.map(|part| (part.dimension.to_owned(), part.value.to_owned()))
            .into_iter()
            .collect()
    }
}
