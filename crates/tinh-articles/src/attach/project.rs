//! Money and sizes of one project: its cost, and whose name is beside it.

use std::ops::Range;

use super::Walk;
use crate::cues::{Build, Cue, Name, Noun, WordClass};
use crate::mentions::{FigureMention, FigureRole, MarkKind, Reading};
use crate::text::Shape;

impl<'p> Walk<'_, 'p> {
    /// The words that make an amount the cost of one project: `đầu tư 287 tỷ
    /// đồng xây …`, `dự án 1,6 tỷ USD`.
    pub(super) fn cost(
        &mut self,
        figure: &FigureMention<'p>,
        project: bool,
    ) -> Option<Range<usize>> {
        if self.measure.says_money() {
            return None;
        }
        let reading = self.printer.reading;
        let head = (2..=3).find_map(|back| {
            let words =
                figure.words.start.checked_sub(back)?..figure.words.start.checked_sub(back)? + 2;
            (matches!(reading.slice(&words), "dự án" | "nhà máy")
                && !matches!(reading.shape(words.end), Some(Shape::Sign(_)))
                && !reading.is(words.start.wrapping_sub(1), WordClass::Several)
                && !self.measure.is_counted_at(words.start))
            .then_some(words)
        });
        if head.is_some() {
            self.subject.speak_of_project(self.sentence);
        }
        let investor = project || self.subject.has_organisation_in(self.sentence);
        head.or_else(|| self.invests(figure).filter(|_| investor))
            .or_else(|| self.spends(figure))
            .or_else(|| self.named_before(figure))
    }

    /// `đầu tư 287 tỷ đồng`, `đầu tư thêm vào Hải Phòng gần 7 tỷ USD`: the verb
    /// before an amount, where nothing but a place and small words is between.
    pub(super) fn invests(&self, figure: &FigureMention<'p>) -> Option<Range<usize>> {
        let reading = self.printer.reading;
        let end = figure.words.start;
        let mut at = end;
        let from = end.saturating_sub(INVESTS).max(self.boundary);
        for mark in reading.marks_of(&(from..end)).iter().rev() {
            if let MarkKind::Place(_) = mark.kind {
                at = skip_back(reading, at, from);
                if mark.words.end == at {
                    at = mark.words.start;
                }
            }
        }
        let start = skip_back(reading, at, from).checked_sub(2)?;
        (reading.slice(&(start..start + 2)) == "đầu tư"
            && !reading.is(start.wrapping_sub(1), WordClass::Investing))
        .then_some(start..start + 2)
    }

    /// `dành 650 triệu USD để đầu tư xây dựng nhà máy`.
    fn spends(&self, figure: &FigureMention<'p>) -> Option<Range<usize>> {
        let reading = self.printer.reading;
        let start = figure.words.start;
        let verb = (1..=3).filter_map(|back| start.checked_sub(back));
        let verb = verb
            .into_iter()
            .find(|&at| reading.is(at, WordClass::Spends))?;
        let end = figure.words.end;
        let builds =
            (end..self.limit.min(end + 5)).any(|at| reading.has_cue(at, Cue::Build(Build::Verb)));
        builds.then_some(verb..verb + 1)
    }

    /// The project whose name an amount ends: `nhà máy điện khí 5 tỷ USD`, `dự án
    /// Sơn Mỹ 2 hơn 5 tỷ USD`.
    fn named_before(&self, figure: &FigureMention<'p>) -> Option<Range<usize>> {
        let reading = self.printer.reading;
        let end = figure.words.start;
        let marks = reading.marks_of(&(end.saturating_sub(10).max(self.boundary)..end));
        let name = marks
            .iter()
            .rev()
            .find(|m| !matches!(m.kind, MarkKind::Cue(Cue::Basis(_))) || m.words.len() > 1)?;
        let project = matches!(
            name.kind,
            MarkKind::Name(Name::Project) | MarkKind::NameBack(Name::Project)
        );
        let near = end.checked_sub(name.words.end).is_some_and(|gap| gap <= 4);
        let open = (name.words.end..end).all(|at| !reading.is(at, WordClass::Breaks));
        (project && near && open).then(|| name.words.clone())
    }

    /// A project named right behind a figure is the one it is of: `56 km đường
    /// ven biển`, `3.700 tỷ đồng xây cầu Cửa Hội`.
    pub(super) fn project_behind(&mut self, figure: &FigureMention<'p>) {
        let start = match &figure.role {
            FigureRole::Count(Noun::Area | Noun::Length, noun) => noun.end.max(figure.words.end),
            FigureRole::Money if self.invests(figure).is_some() => figure.words.end,
            _ => return,
        };
        let reading = self.printer.reading;
        for mark in reading.marks_of(&(start..self.limit.min(start + 8))) {
            match mark.kind {
                MarkKind::Name(name @ Name::Project) => {
                    let near =
                        mark.words.start <= start + 1 || matches!(figure.role, FigureRole::Money);
                    if near {
                        self.subject
                            .name(name, &mark.words, self.sentence, reading, false);
                    }
                    return;
                }
                MarkKind::Sign(',' | ';' | ':' | '.') => return,
                _ => {}
            }
        }
    }
}

/// How many words before an amount its verb is at most.
const INVESTS: usize = 12;

/// The first of the small words that end at a place.
fn skip_back(reading: &Reading<'_>, at: usize, from: usize) -> usize {
    let small = |at: &usize| {
        reading.is(*at, WordClass::InvestLink) || reading.is(*at, WordClass::PlaceHead)
    };
    at - (from..at).rev().take_while(small).count()
}
