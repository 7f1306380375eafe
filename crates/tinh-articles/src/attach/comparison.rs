//! Percentages, multiples and changes beside a level, or alone.

use chrono::Datelike;

use super::measure::{MeasureTopic, cues_behind};
use super::{Baseless, Walk};
use crate::cues::{Base, Compare, Cue, Nature, Parts, Subject, WordClass};
use crate::drafts::{Comparison, ComparisonKind, DraftBase, DraftTime, Trend};
use crate::mentions::{DateMention, FigureMention, FigureRole, MarkKind, When};
use crate::text::Shape;
use crate::topics::Held;
use crate::unattached::UnattachedReason;

/// The base a cue names.
pub(super) const fn draft_base(base: Base) -> DraftBase {
    match base {
        Base::PreviousYear => DraftBase::PreviousYear,
        Base::PreviousQuarter => DraftBase::PreviousQuarter,
        Base::PreviousMonth => DraftBase::PreviousMonth,
        Base::Plan => DraftBase::Plan,
        Base::Total => DraftBase::Total,
    }
}

/// The base a date names.
pub(super) fn base_of(date: &DateMention) -> Option<DraftBase> {
    match date.when {
        When::Year(year) => Some(DraftBase::Period(year.to_string())),
        When::Month(Some(year), month) => Some(DraftBase::Period(format!("{year}-{month:02}"))),
        When::Month(None, _) => Some(DraftBase::PreviousMonth),
        When::Quarter(Some(year), quarter) => Some(DraftBase::Period(format!("{year}-Q{quarter}"))),
        When::Half(Some(year), half) => Some(DraftBase::Period(format!("{year}-H{half}"))),
        When::Years(first, last) => Some(DraftBase::Period(format!("{first}/{last}"))),
        _ => None,
    }
}

/// What follows a comparing figure.
#[derive(Debug, Default)]
struct Behind {
    base: Option<(DraftBase, std::ops::Range<usize>)>,
    /// Whether a plan follows at once.
    plan: bool,
}

impl<'p> Walk<'_, 'p> {
    /// A percentage or a multiple: a comparison of the level before it, a
    /// figure of its own, or a share or rate that compares nothing.
    pub(super) fn relative(&mut self, figure: &FigureMention<'p>) -> Result<(), UnattachedReason> {
        let behind = self.behind(figure);
        self.share_word(figure);
        if self.is_another_rate(figure) || self.is_plan_value(figure) {
            return Err(UnattachedReason::ComparedValue);
        }
        let from = self.before(figure);
        if self.grew.is_some() && self.printer.reading.is(from, WordClass::From) {
            // `tăng từ 53% lên 70%`: two levels.
            self.compare = None;
        }
        let Some((kind, direction, said)) =
            self.signed(figure).or_else(|| self.kind(figure, &behind))
        else {
            return self.bare_percent(figure);
        };
        let base = match kind {
            ComparisonKind::Share => Some(DraftBase::Total),
            ComparisonKind::PlanCompletion | ComparisonKind::ExceedsPlan => Some(DraftBase::Plan),
            _ => behind
                .base
                .as_ref()
                .map(|b| b.0.clone())
                .or_else(|| self.base.as_ref().map(|b| b.value.clone()))
                .or_else(|| {
                    let told = self
                        .told_base
                        .as_ref()
                        .filter(|t| t.sentence == self.sentence);
                    told.filter(|_| over_time(kind)).map(|t| t.value.clone())
                }),
        };
        self.told_plan |= kind == ComparisonKind::PlanCompletion;
        if over_time(kind) && base.is_some() {
            self.told_base = base
                .clone()
                .map(|value| Held::new(value, &figure.words, self.sentence));
            self.settle_bases(base.as_ref());
        }
        let mut evidence = vec![self.printer.span(&said)];
        evidence.extend(behind.base.as_ref().map(|b| self.printer.span(&b.1)));
        let comparison = Comparison {
            kind,
            direction,
            base,
            span: self.printer.span(&figure.words),
            value: figure.figure.value().map(|value| match direction {
                // `(-3,5%)` and `giảm 3,5%` are one.
                Some(Trend::Down) => value.abs(),
                _ => value,
            }),
            evidence,
        };
        // `tăng 2,5% ODA`: what grows stands right behind.
        let behind_it = self
            .printer
            .reading
            .marks_of(&(figure.words.end..figure.words.end + 1));
        let adjacent = kind == ComparisonKind::Growth
            && behind_it
                .iter()
                .any(|m| matches!(m.kind, MarkKind::Cue(Cue::Topic(_) | Cue::Capital(_))));
        let named = self.measure.is_named() || adjacent;
        if self.lost && !self.measure.is_named_since(self.boundary) && !adjacent {
            return Err(UnattachedReason::ComparisonOfUnattached);
        }
        let level = self.compared_level(figure);
        let outcome = match level {
            Some(level) if !named => {
                if let Some(draft) = self.out.draft_mut(level) {
                    if comparison.base.is_none() && over_time(kind) {
                        self.baseless.push(Baseless {
                            draft: level - 1,
                            comparison: Some(draft.comparisons.len()),
                        });
                    }
                    draft.comparisons.push(comparison);
                }
                Ok(())
            }
            _ => self.alone(figure, comparison, adjacent),
        };
        self.shown = self.compare.take();
        self.grew = None;
        (self.based, self.based_from) = (true, figure.words.end);
        // The words of its own base are of no other figure.
        self.base = None;
        self.own_base = true;
        outcome
    }

    /// `giảm 1,6% về lượng và 5,7% về giá trị`, `tăng 29% so với năm 2011 và 18% so
    /// với năm 2012`: one word for both.
    fn share_word(&mut self, figure: &FigureMention<'p>) {
        let reading = self.printer.reading;
        let joined = reading.is(figure.words.start.wrapping_sub(1), WordClass::And);
        let end = figure.words.end;
        let told =
            reading.word(end) == "về" || reading.has_cue(end, Cue::Subject(Subject::Compared));
        if self.compare.is_none() && joined && told {
            self.compare = self.shown.take();
        }
    }

    /// Gives growth without a base the one told after it: `tăng 5% về số dự án
    /// và 12% về số vốn so với cùng kỳ`. At the end of the sentence, it is the one
    /// told last in the paragraph; else growth over a part of a year or a whole
    /// one is over the year before, as statistics print it.
    pub(super) fn settle_bases(&mut self, told: Option<&DraftBase>) {
        for waiting in std::mem::take(&mut self.baseless) {
            let Some(draft) = self.out.drafts.get_mut(waiting.draft) else {
                continue;
            };
            let before = self.told_base.as_ref().map(|t| t.value.clone());
            let base = told.cloned().or(before).or_else(|| {
                let Some(DraftTime::During(period)) = draft.time.value else {
                    return None;
                };
                let within = period.start().year() == period.end().year();
                within.then_some(DraftBase::PreviousYear)
            });
            match waiting.comparison {
                Some(at) => {
                    if let Some(comparison) = draft.comparisons.get_mut(at) {
                        comparison.base = base;
                    }
                }
                None => draft.base = base,
            }
        }
    }

    /// The level a comparison is of: `tăng 5% về số dự án và 12% về số vốn` says
    /// which, the last one else.
    fn compared_level(&mut self, figure: &FigureMention<'p>) -> Option<usize> {
        let last = self.measure.level.as_ref()?.draft;
        if let Some(turn) = self.turns.next() {
            return Some(turn);
        }
        let reading = self.printer.reading;
        let at = figure.words.end;
        if reading.word(at) != "về" {
            return Some(self.head_of(last));
        }
        let money = (at + 1..at + 4).any(|at| reading.is(at, WordClass::Money));
        let of_kind = |d: &&crate::drafts::Draft| d.figure.currency.is_some() == money;
        let here = self.out.drafts.get(self.first..).unwrap_or(&[]);
        here.iter()
            .rev()
            .take(6)
            .find(of_kind)
            .map(|d| d.id)
            .or(Some(last))
    }

    /// `14 tỷ USD của 1.275 dự án, tăng 70%`: the money grew.
    fn head_of(&self, last: usize) -> usize {
        let reading = self.printer.reading;
        let level = self.measure.level.as_ref();
        let owned =
            level.is_some_and(|l| !l.money && reading.word(l.words.start.wrapping_sub(1)) == "của");
        let before = last.checked_sub(2).filter(|&at| at >= self.first);
        let money = before.and_then(|at| self.out.drafts.get(at));
        match money.filter(|d| owned && d.figure.currency.is_some()) {
            Some(draft) => draft.id,
            None => last,
        }
    }

    /// A comparison without a level: a claim of its own.
    fn alone(
        &mut self,
        figure: &FigureMention<'p>,
        comparison: Comparison,
        adjacent: bool,
    ) -> Result<(), UnattachedReason> {
        if comparison.kind == ComparisonKind::Multiple && comparison.base.is_none() {
            return Err(UnattachedReason::MultipleWithoutBase);
        }
        let share = comparison.kind == ComparisonKind::Share && self.whole_behind(figure).is_some();
        if !share && !adjacent && !self.continues() {
            return Err(UnattachedReason::Comparison);
        }
        let spot = self.spot(figure);
        let sector = (comparison.kind == ComparisonKind::Share)
            .then(|| self.measure.shared(self.printer, &spot))
            .flatten();
        let relative = matches!(
            comparison.kind,
            ComparisonKind::Share | ComparisonKind::Growth
        );
        let whole = (adjacent || (relative && !self.measure.is_named()))
            .then(|| self.whole_behind(figure))
            .flatten();
        let mut measured = sector
            .or_else(|| whole.and_then(|whole| whole.compared(self.printer, &spot)))
            .or_else(|| self.measure.compared(self.printer, &spot))
            .ok_or(UnattachedReason::Comparison)?;
        if let Some(code) = &mut measured.code.value {
            if comparison.kind != ComparisonKind::Share || measured.nature == Nature::Either {
                measured.nature = Nature::Flow;
            }
            *code = format!(
                "{}:{}",
                code.split(':').next().unwrap_or(code),
                comparison.kind.code()
            );
        }
        let mut draft = self.draft(figure, measured);
        draft.direction = comparison.direction;
        if comparison.base.is_none() && over_time(comparison.kind) {
            self.baseless.push(Baseless {
                draft: self.out.drafts.len(),
                comparison: None,
            });
        }
        draft.base = comparison.base;
        self.out.drafts.push(draft);
        Ok(())
    }

    /// What a share is of where the words behind it tell: `đóng góp 30% vào GRDP`.
    fn whole_behind(&self, figure: &FigureMention<'p>) -> Option<MeasureTopic> {
        let start = figure.words.end;
        let marks = self
            .printer
            .reading
            .marks_of(&(start..self.limit.min(start + 6)));
        for mark in marks {
            match mark.kind {
                MarkKind::Cue(cue @ (Cue::Topic(_) | Cue::Capital(_))) => {
                    let mut whole = MeasureTopic::default();
                    whole.cue(cue, &mark.words, self.sentence);
                    return Some(whole);
                }
                MarkKind::Sign(_) | MarkKind::Figure(_) => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a comparison without a topic of its own goes on about the one
    /// before: nothing, a place, or a branch (`ngành khai khoáng tăng 5%`)
    /// stands before its word. Another noun is of another topic.
    fn continues(&self) -> bool {
        let Some(compare) = &self.compare else {
            return true;
        };
        if self.measure.is_named_since(self.boundary) {
            return true;
        }
        let reading = self.printer.reading;
        let mut from = self.boundary.min(compare.words.start);
        // `trong đó 4 ngành công nghiệp trọng điểm tăng 11%`
        while from < compare.words.start
            && (reading.shape(from) == Some(Shape::Digits)
                || reading.has_cue(from, Cue::Parts(Parts::Among))
                || reading.has_cue(from.wrapping_sub(1), Cue::Parts(Parts::Among)))
        {
            from += 1;
        }
        let place = reading
            .marks_of(&(from..compare.words.start))
            .iter()
            .any(|m| matches!(m.kind, MarkKind::Place(_) | MarkKind::Date(_)));
        let branch = reading.is(from, WordClass::Branch);
        compare.words.start <= from + 1 || place || branch
    }

    /// A percentage that compares nothing.
    fn bare_percent(&mut self, figure: &FigureMention<'p>) -> Result<(), UnattachedReason> {
        let spot = self.spot(figure);
        if figure.role == FigureRole::Multiple {
            return Err(UnattachedReason::Multiple);
        }
        let after = cues_behind(
            self.printer.reading,
            &figure.words,
            &figure.role,
            self.limit,
            self.sentence,
        );
        let measured = self.measure.percent(&after, self.printer, &spot)?;
        let draft = self.draft(figure, measured);
        self.out.drafts.push(draft);
        Ok(())
    }

    /// `tăng 500 tỷ đồng so với cùng kỳ`: a change of the level before, no level.
    pub(super) fn increase(
        &mut self,
        figure: &FigureMention<'p>,
        compare: Compare,
    ) -> Result<(), UnattachedReason> {
        let behind = self.behind(figure);
        let goes_on = !self.measure.names_another() && self.continues();
        let level = self.measure.level.as_ref().map(|l| l.draft);
        let level = level.filter(|_| goes_on);
        let comparison = Comparison {
            kind: ComparisonKind::Increase,
            direction: Some(direction(compare)),
            base: behind.base.map(|b| b.0),
            span: self.printer.span(&figure.words),
            value: figure.figure.value(),
            evidence: Vec::new(),
        };
        (self.compare, self.grew) = (None, None);
        (self.based, self.based_from) = (true, figure.words.end);
        match level.and_then(|id| self.out.draft_mut(id)) {
            Some(draft) => {
                draft.comparisons.push(comparison);
                Ok(())
            }
            None => Err(UnattachedReason::Change),
        }
    }

    fn kind(
        &self,
        figure: &FigureMention<'p>,
        behind: &Behind,
    ) -> Option<(ComparisonKind, Option<Trend>, std::ops::Range<usize>)> {
        let compare = self.compare.as_ref()?;
        let said = compare.words.clone();
        let grown = self.grew.as_ref().map(|g| (g.value, g.words.clone()));
        if figure.role == FigureRole::Multiple {
            let kind = matches!(
                compare.value,
                Compare::Up | Compare::Multiple | Compare::Ratio
            )
            .then_some(ComparisonKind::Multiple)?;
            return Some((kind, None, said));
        }
        Some(match compare.value {
            Compare::Exceed => (ComparisonKind::ExceedsPlan, None, said),
            Compare::Reach | Compare::Ratio if behind.plan => {
                (ComparisonKind::PlanCompletion, None, said)
            }
            Compare::Ratio => (ComparisonKind::Ratio, None, said),
            Compare::Share => (ComparisonKind::Share, None, said),
            Compare::Multiple => return None,
            Compare::Up | Compare::Down => {
                (ComparisonKind::Growth, Some(direction(compare.value)), said)
            }
            Compare::Reach
                if self.measure.spends() || (self.told_plan && !self.measure.is_named()) =>
            {
                (ComparisonKind::PlanCompletion, None, said)
            }
            // `tốc độ tăng đạt 8%`
            Compare::Reach => {
                let (value, words) = grown?;
                (ComparisonKind::Growth, Some(direction(value)), words)
            }
        })
    }

    /// `tăng 475 tỷ đồng (+6,2%)`: growth by its sign.
    fn signed(
        &self,
        figure: &FigureMention<'p>,
    ) -> Option<(ComparisonKind, Option<Trend>, std::ops::Range<usize>)> {
        let reading = self.printer.reading;
        let start = figure.words.start;
        let before = start.checked_sub(1)?;
        let (open, trend) = match reading.shape(before)? {
            Shape::Sign('+') => (before.checked_sub(1)?, Trend::Up),
            Shape::Sign('-' | '–' | '−') => (before.checked_sub(1)?, Trend::Down),
            _ if figure.figure.value()?.is_sign_negative() => (before, Trend::Down),
            _ => return None,
        };
        let bracketed = reading.shape(open)? == Shape::Sign('(') && self.compare.is_none();
        let level = self.measure.level.is_some() && figure.role == FigureRole::Percent;
        (bracketed && level).then(|| (ComparisonKind::Growth, Some(trend), figure.words.clone()))
    }

    /// `so với tháng trước (2,85 tỷ USD)`, where `(+6,2%)` and `(tăng 6,2%)` are
    /// growth, and `(khách quốc tế 2,85 triệu lượt)` is another figure.
    pub(super) fn is_base_value(&self, figure: &FigureMention<'p>) -> bool {
        let relative = matches!(figure.role, FigureRole::Percent | FigureRole::Multiple);
        let grows = relative && (self.compare.is_some() || self.signed(figure).is_some());
        let named = |from| self.measure.is_named_since(from);
        !grows && self.behind_base.is_some_and(|from| !named(from))
    }

    /// `tỷ lệ xã đạt chuẩn 83,2%/50%`: reached, and planned.
    fn is_plan_value(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let slash = figure.words.start.wrapping_sub(1);
        let marks = reading.marks_of(&(figure.words.start.saturating_sub(5)..slash));
        reading.shape(slash) == Some(Shape::Sign('/'))
            && marks.iter().any(|m| matches!(m.kind, MarkKind::Figure(_)))
    }

    /// `thấp hơn mức tăng 7,45% của quý trước`, `so với kế hoạch là 8,4%`: a rate
    /// that growth is measured against.
    fn is_another_rate(&self, figure: &FigureMention<'p>) -> bool {
        let Some(compare) = &self.compare else {
            return false;
        };
        let reading = self.printer.reading;
        let rate = matches!(compare.value, Compare::Up | Compare::Down)
            && reading.is(compare.words.start, WordClass::Against)
            && (self.based || reading.is(compare.words.start.wrapping_sub(1), WordClass::Than));
        let planned = self.based
            && reading.is(self.before(figure), WordClass::Against)
            && reading
                .marks_of(&(self.based_from..figure.words.start))
                .iter()
                .any(|m| matches!(m.kind, MarkKind::Cue(Cue::Base(Base::Plan))));
        rate || planned
    }

    /// The base behind a figure, in its sentence and before the next figure.
    fn behind(&self, figure: &FigureMention<'p>) -> Behind {
        let reading = self.printer.reading;
        let start = figure.words.end;
        let end = start.saturating_add(14).min(self.limit);
        let mut behind = Behind::default();
        for mark in reading.marks_of(&(start..end)) {
            let near = mark.words.start <= start + 4;
            match mark.kind {
                MarkKind::Sign(';' | ':' | ',') => break,
                MarkKind::Figure(at)
                    if reading.figures.get(at).is_some_and(|f| !f.is_of_date()) =>
                {
                    break;
                }
                MarkKind::Cue(Cue::Base(Base::Plan)) if near => {
                    behind.plan = true;
                    behind
                        .base
                        .get_or_insert((DraftBase::Plan, mark.words.clone()));
                }
                MarkKind::Cue(Cue::Base(
                    base @ (Base::PreviousYear | Base::PreviousQuarter | Base::PreviousMonth),
                )) => {
                    behind
                        .base
                        .get_or_insert((draft_base(base), mark.words.clone()));
                }
                MarkKind::Date(at) => {
                    if let Some(date) = reading.dates.get(at)
                        && (date.role == crate::mentions::Role::Base
                            // `gấp 1,3 lần năm 2015`
                            || (figure.role == FigureRole::Multiple && mark.words.start <= start + 1))
                        && let Some(base) = base_of(date)
                    {
                        behind.base.get_or_insert((base, mark.words.clone()));
                    }
                }
                _ => {}
            }
        }
        behind
    }
}

/// Whether a comparison is with another time.
const fn over_time(kind: ComparisonKind) -> bool {
    matches!(kind, ComparisonKind::Growth | ComparisonKind::Multiple)
}

const fn direction(compare: Compare) -> Trend {
    match compare {
        Compare::Down => Trend::Down,
        _ => Trend::Up,
    }
}
