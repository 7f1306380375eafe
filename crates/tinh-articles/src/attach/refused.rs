//! Amounts and counts that are no level of a measure, and why.

use tinh_figures::Qualifier;
use tinh_figures::rust_decimal::Decimal;

use super::Walk;
use crate::cues::{Base, Compare, Cue, Noun, WordClass};
use crate::mentions::{FigureMention, FigureRole, Mark, MarkKind, When};
use crate::text::Shape;
use crate::unattached::UnattachedReason;

impl<'p> Walk<'_, 'p> {
    /// Why an amount or a count is no level of anything; nothing where it may be
    /// one.
    pub(super) fn no_level(&self, figure: &FigureMention<'p>) -> Option<UnattachedReason> {
        let money = figure.role == FigureRole::Money;
        if figure.figure.value().is_none() && figure.figure.upper().is_none() {
            Some(UnattachedReason::OrderOfSize)
        } else if self.is_unit(figure) {
            Some(UnattachedReason::PerUnit)
        } else if self.is_for_each(figure) {
            Some(UnattachedReason::Illustration)
        } else if self.is_compared_with(figure) {
            Some(UnattachedReason::ComparedValue)
        } else if matches!(figure.role, FigureRole::Count(Noun::Length, _))
            && self.is_distance(figure)
        {
            Some(UnattachedReason::Distance)
        } else if self.measure.is_outside() {
            Some(UnattachedReason::OutsideTable)
        } else if money && self.is_of_class(figure) {
            Some(UnattachedReason::LeastOfClass)
        } else if money && self.is_equivalent(figure) {
            Some(UnattachedReason::OtherCurrency)
        } else {
            None
        }
    }

    /// `giá trị sản phẩm thu hoạch trên 1 ha`: by each of them.
    fn is_unit(&self, figure: &FigureMention<'p>) -> bool {
        let one = figure.figure.value() == Some(Decimal::ONE);
        let unit = matches!(figure.role, FigureRole::Count(Noun::Area | Noun::Goods, _));
        one && unit && figure.figure.qualifier() != Qualifier::Exact
    }

    /// `cứ 100 đồng vốn thì có 40 đồng …`: both are an illustration.
    fn is_for_each(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.clause.max(figure.words.start.saturating_sub(14));
        (from..figure.words.start).any(|at| reading.is(at, WordClass::ForEach))
    }

    /// `so với kế hoạch đề ra là 500 tỷ đồng`, `thấp hơn mức 2 tỷ USD của năm
    /// trước`, `trong khi năm trước là 300 ha`: what the level before is measured against.
    fn is_compared_with(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let end = self.before(figure).wrapping_add(1);
        let before = |m: &&Mark| {
            let base = match m.kind {
                MarkKind::Cue(Cue::Base(base)) => !matches!(base, Base::Plan | Base::Total),
                MarkKind::Date(at) => reading
                    .dates
                    .get(at)
                    .is_some_and(|d| matches!(d.when, When::LastYear(_))),
                _ => false,
            };
            base && (m.words.end..end).all(|at| reading.is(at, WordClass::Equals))
        };
        let near = end.saturating_sub(6).max(self.boundary)..end;
        (self.based && reading.is(end.wrapping_sub(1), WordClass::Against))
            || reading.marks_of(&near).iter().any(|m| before(&m))
    }

    /// `cách trung tâm thành phố 28 km`, `trong bán kính 60 km`.
    fn is_distance(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(figure.words.start.saturating_sub(10));
        (from..figure.words.start).any(|at| reading.is(at, WordClass::Distance))
    }

    /// `nhiều dự án với tổng vốn trên 1 tỷ USD`: what makes a class.
    fn is_of_class(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(figure.words.start.saturating_sub(14));
        let bound = matches!(
            figure.figure.qualifier(),
            Qualifier::AtLeast | Qualifier::MoreThan
        );
        bound
            && (from..figure.words.start).any(|at| {
                reading.is(at, WordClass::Several)
                    && reading.shape(at.wrapping_sub(1)) != Some(Shape::Digits)
                    && reading.word(at.wrapping_sub(1)) != "của"
                    && reading.slice(&(at + 1..at + 3)) == "dự án"
            })
    }

    /// `168.869 tỷ đồng, tương đương 7,34 tỷ USD`; `25.000 tỷ đồng (1,5 tỷ SGD)`.
    fn is_equivalent(&self, figure: &FigureMention<'p>) -> bool {
        let Some(level) = self.measure.level.as_ref().filter(|l| l.money) else {
            return false;
        };
        let before = self.out.draft(level.draft);
        let other = before.is_some_and(|d| d.figure.currency != figure.figure.currency());
        let said = self.adjacent(figure) == Some(Compare::Ratio);
        let bracketed = level.words.end + 1 == figure.words.start
            && self.printer.reading.shape(level.words.end) == Some(Shape::Sign('('));
        other && (said || bracketed)
    }
}
