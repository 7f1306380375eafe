//! What signs, dates and cue words say to the topics a figure asks.

use std::ops::Range;

use chrono::Datelike;

use super::{FEW, Walk, comparison, measure};
use crate::cues::{Compare, Cue, Parts, Status, Subject, WordClass};
use crate::mentions::{Mark, MarkKind, Role, When};
use crate::text::{Sentence, Shape};
use crate::topics::Held;

impl<'p> Walk<'_, 'p> {
    /// `Đến năm 2030, …`: a sentence that goes on about what is aimed at.
    pub(super) fn opens_on_horizon(&self, sentence: &Sentence) -> bool {
        let reading = self.printer.reading;
        let start = sentence.words.start;
        reading
            .marks_of(&(start..start + 3))
            .iter()
            .any(|m| match m.kind {
                MarkKind::Date(at) => reading
                    .dates
                    .get(at)
                    .is_some_and(|d| d.role == Role::AsOf && matches!(d.when, When::Year(_))),
                MarkKind::Cue(Cue::Parts(_)) => true,
                _ => false,
            })
    }

    /// Another country begins the clause, or its investors are named.
    pub(super) fn investors(
        &mut self,
        place: tinh_gazetteer::NamedPlace,
        mark: &Mark,
        opens: bool,
    ) {
        let tinh_gazetteer::NamedPlace::Country(country) = place else {
            return;
        };
        if country.alpha2() == "VN" {
            return;
        }
        self.partner = Some(country.alpha2());
        if opens {
            self.giver = Some(country.alpha2());
        }
        if opens || measure::is_investor(self.printer.reading, &mark.words) {
            self.measure.foreign(&mark.words, self.sentence);
        }
    }

    pub(super) fn sign(&mut self, sign: char, mark: &Mark) {
        if matches!(sign, '(' | ')') {
            // `so với tháng trước (2,85 tỷ USD)`, not `tăng 2 lần (5 triệu lượt)`
            self.earlier = false;
            let behind = sign == '(' && self.based && mark.words.start > self.based_from;
            self.behind_base = behind.then_some(mark.words.end);
        }
        if matches!(sign, ',' | ';' | ':' | '(' | ')') {
            if matches!(sign, ',' | ';' | ':') {
                self.behind_base = None;
                self.boundary = mark.words.end;
            }
            (self.compare, self.grew, self.shared) = (None, None, None);
            self.own_base = false;
            self.based = false;
        }
        let label =
            sign == ')' && self.printer.reading.shape(mark.words.end) == Some(Shape::Sign(':'));
        if label {
            self.time.label();
            self.status.label();
        } else if matches!(sign, '(' | ')') {
            self.time.bracket(sign == '(');
            self.status.bracket(sign == '(');
        }
        if matches!(sign, '(' | ')') {
            self.measure.bracket(sign == '(', mark.words.start);
        }
        if matches!(sign, ';' | ':') {
            (self.base, self.part) = (None, None);
            self.clause = mark.words.end;
            self.status.clause();
        }
    }

    pub(super) fn date(&mut self, at: usize) {
        let Some(date) = self.printer.reading.dates.get(at) else {
            return;
        };
        if self.based && date.role != Role::Base && !self.leaves_base(&date.words) {
            return;
        }
        // What a plan is made for reaches no further than its sentence.
        let beyond = self.published.is_some_and(
            |published| matches!(date.when, When::Year(year) if year > published.year()),
        );
        let ahead = self.status.is_ahead() || (beyond && date.role == Role::AsOf);
        self.time.date(
            date,
            self.printer.reading,
            self.sentence,
            self.paragraph,
            ahead,
        );
        if date.when == When::Now {
            self.status.now(self.boundary);
        }
        if matches!(date.when, When::Day(..) | When::Days(..)) && date.role == Role::Plain {
            self.subject.day();
            self.status.tells_day();
        }
        if date.role == Role::Base {
            // `(cùng kỳ năm 2022 tăng 8,6%)`
            self.earlier |= self.time.is_in_bracket();
            if self.own_base {
                return;
            }
            self.base =
                comparison::base_of(date).map(|value| Held::new(value, &date.words, self.sentence));
        }
    }

    /// Whether only dates, adverbs, places and signs are before a word in its
    /// clause.
    pub(super) fn opens_clause(&self, words: &Range<usize>) -> bool {
        if words.start > self.clause + 16 {
            return false;
        }
        let reading = self.printer.reading;
        let mut at = self.clause;
        for mark in reading.marks_of(&(self.clause..words.start)) {
            let adjunct = matches!(
                mark.kind,
                MarkKind::Date(_)
                    | MarkKind::Cue(Cue::Opener(_))
                    | MarkKind::Sign(_)
                    | MarkKind::Place(_)
            );
            while reading.is(at, WordClass::Office)
                || reading.is(at, WordClass::PlaceHead)
                || reading.is(at, WordClass::At)
            {
                at += 1;
            }
            if adjunct && mark.words.start <= at {
                at = at.max(mark.words.end);
            }
        }
        while reading.is(at, WordClass::Office) {
            at += 1;
        }
        at >= words.start
    }

    /// `Tại khu công nghệ cao Hòa Lạc có 9 dự án`: where a clause begins, and what it
    /// speaks of where neither a comma nor `và` follows.
    pub(super) fn opens_at(&self, words: &Range<usize>) -> bool {
        let reading = self.printer.reading;
        let at = words.start.wrapping_sub(1);
        reading.is(at, WordClass::At)
            && reading.shape(words.end) != Some(Shape::Sign(','))
            && !reading.is(words.end, WordClass::And)
            && self.opens_clause(&(at..words.end))
    }

    /// Whether a region begins its clause: `Trên địa bàn các tỉnh miền Trung`.
    fn opens_region(&self, words: &Range<usize>) -> bool {
        let reading = self.printer.reading;
        let is_head = |at: &usize| reading.is(*at, WordClass::RegionHead);
        let heads = (self.clause..words.start).rev().take_while(is_head);
        self.opens_clause(&(words.start - heads.count()..words.end))
    }

    pub(super) fn cue(&mut self, cue: Cue, mark: &Mark, sentence: &Sentence) {
        let sentence_number = self.sentence;
        let held = |value| Held::new(value, &mark.words, sentence_number);
        match cue {
            Cue::Topic(_) | Cue::Capital(_) | Cue::Sector(_) | Cue::Basis(_)
                if self.based && !self.leaves_base(&mark.words) => {}
            Cue::Topic(_) | Cue::Capital(_) | Cue::Sector(_) | Cue::Basis(_) => {
                self.measure.cue(cue, &mark.words, self.sentence);
            }
            // `đạt 14/17 chỉ tiêu`, `26 đề xuất` count them.
            Cue::Status(Status::Target | Status::Proposed)
                if self.printer.reading.shape(mark.words.start.wrapping_sub(1))
                    == Some(Shape::Digits) => {}
            Cue::Status(Status::Target) if self.is_achieved(&mark.words) => {}
            Cue::Status(status) => {
                let first = mark.words.start <= sentence.words.start + 2;
                self.status.cue(status, &mark.words, self.sentence, first);
            }
            Cue::Part(_) if self.based && !self.leaves_base(&mark.words) => {}
            Cue::Part(part) => self.part(part, &mark.words),
            Cue::Compare(compare) => {
                self.compare = Some(held(compare));
                self.own_base = false;
                if compare == Compare::Share {
                    self.shared = Some(held(compare));
                }
                if matches!(compare, Compare::Up | Compare::Down) {
                    self.grew = Some(held(compare));
                }
                self.based = false;
            }
            Cue::Base(base) if self.based && !self.own_base => {
                let base = comparison::draft_base(base);
                self.base = Some(Held::new(base, &mark.words, self.sentence));
            }
            Cue::Subject(subject) => {
                if subject == Subject::Compared {
                    (self.based, self.based_from) = (true, mark.words.end);
                }
                let opens = subject == Subject::Region && self.opens_region(&mark.words);
                self.subject.cue(
                    subject,
                    &mark.words,
                    self.sentence,
                    self.printer.reading,
                    (opens, self.based),
                );
            }
            Cue::Moment(moment) => self.time.moment(moment, self.sentence),
            Cue::Parts(Parts::Sum) => self.measure.sums(),
            Cue::Parts(Parts::Respectively) => {
                self.measure.pair();
                self.subject.pair();
                self.turns = self
                    .out
                    .drafts
                    .get(self.first.max(self.out.drafts.len().saturating_sub(FEW))..)
                    .unwrap_or(&[])
                    .iter()
                    .map(|d| d.id)
                    .collect::<Vec<_>>()
                    .into_iter();
            }
            Cue::Parts(Parts::Among) => {
                // `Trong đó` may begin a sentence, or a paragraph.
                let last = self.out.drafts.last().map(|d| d.id);
                let here = self.measure.level.as_ref().map(|l| l.draft);
                self.total = here.or(last);
                self.measure.parts();
                self.time.parts(self.sentence);
                self.based = false;
            }
            _ => {}
        }
    }

    /// `đạt và vượt hầu hết các chỉ tiêu`, `nhiều chỉ tiêu đạt cao`: what was
    /// reached, and no list of targets.
    fn is_achieved(&self, words: &Range<usize>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(words.start.saturating_sub(7));
        let before = from..words.start;
        let free = reading.marks_of(&before).iter().all(|m| {
            let ahead =
                matches!(m.kind, MarkKind::Cue(Cue::Status(status)) if status != Status::None);
            !ahead && !matches!(m.kind, MarkKind::Figure(_))
        });
        free && before
            .into_iter()
            .any(|at| reading.is(at, WordClass::Achieves))
    }

    /// Whether `và` stands between the base of a comparison and a word: `bằng
    /// 71% kế hoạch và nhập khẩu đạt …`.
    fn leaves_base(&mut self, words: &Range<usize>) -> bool {
        let reading = self.printer.reading;
        let from = words.start.saturating_sub(8).max(self.based_from);
        let left = (from..words.start).any(|at| reading.word(at) == "và");
        self.based &= !left;
        left
    }
}
