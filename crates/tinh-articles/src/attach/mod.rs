//! Which figure belongs to which subject, measure, time and status.
//!
//! One pass over the marks of the text from left to right. Every topic keeps
//! what was said last; a figure asks each of them, and looks ahead a few words.

mod comparison;
mod measure;
mod repeats;

use std::ops::Range;

use chrono::NaiveDate;
use tinh_figures::Kind;
use tinh_gazetteer::UnitId;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::cues::{
    Act, Build, Capital, Compare, Cue, Name, Nature, Noun, Parts, Status, Stop,
    Subject as SubjectCue, WordClass,
};
use crate::drafts::{Draft, DraftFigure, DraftStatus, DraftTime, Grade, Unattached};
use crate::mentions::{FigureMention, FigureRole, Mark, MarkKind, Reading, Role, When};
use crate::text::{Place as LinePlace, Plain, Sentence, Shape};
use crate::topics::{Held, Printer, Spot, StatusTopic, SubjectTopic, TimeTopic, Who, enumerated};
use measure::{Level, MeasureTopic, Measured, cues_behind, phrase_end};

/// The drafts of a text and the figures that are none.
#[derive(Debug, Default)]
pub(crate) struct Attached {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) unattached: Vec<Unattached>,
}

/// What the caller knows of the article.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    pub(crate) published: Option<NaiveDate>,
    pub(crate) about: Option<UnitId>,
}

pub(crate) fn attach(reading: &Reading<'_>, plain: &Plain<'_>, known: Known) -> Attached {
    let mut walk = Walk {
        printer: Printer { reading, plain },
        published: known.published,
        subject: SubjectTopic::new(reading, known.about),
        time: TimeTopic::new(reading, known.published),
        status: StatusTopic::default(),
        measure: MeasureTopic::default(),
        compare: None,
        grew: None,
        base: None,
        told_base: None,
        baseless: Vec::new(),
        told_plan: false,
        own_base: false,
        shared: None,
        earlier: false,
        boundary: 0,
        based: false,
        based_from: 0,
        clause: 0,
        sentence: 0,
        paragraph: 0,
        limit: 0,
        total: None,
        first: 0,
        partner: None,
        giver: None,
        turns: Vec::new().into_iter(),
        out: Attached::default(),
    };
    let mut opened = false;
    let mut heads = Vec::new();
    for line in &reading.lines {
        if line.opens_paragraph {
            walk.paragraph = walk.sentence + 1;
        }
        for (at, sentence) in line.sentences.iter().enumerate() {
            let item = matches!(line.place, LinePlace::Item);
            walk.begin(
                sentence,
                at == 0 && line.opens_paragraph,
                item,
                opened && at == 0,
            );
            walk.run(sentence);
            walk.settle_bases(None);
        }
        heads.resize(
            walk.out.drafts.len(),
            matches!(line.place, LinePlace::Title | LinePlace::Caption),
        );
        opened = line.sentences.last().is_some_and(|last| {
            last.words
                .end
                .checked_sub(1)
                .and_then(|at| reading.shape(at))
                == Some(Shape::Sign(':'))
        });
    }
    repeats::link(&mut walk.out.drafts, &heads);
    walk.out
}

fn held_base(
    base: crate::cues::Base,
    words: &Range<usize>,
    sentence: usize,
) -> Held<crate::drafts::DraftBase> {
    Held {
        value: comparison::draft_base(base),
        words: words.clone(),
        sentence,
    }
}

/// How many figures before it a word looks back on at most: a sentence may
/// have any number of them.
const FEW: usize = 6;

/// Growth without a base: its draft, by its place, and which of its comparisons.
#[derive(Clone, Copy, Debug)]
struct Baseless {
    draft: usize,
    /// None where the growth is the draft itself.
    comparison: Option<usize>,
}

struct Walk<'a, 'p> {
    printer: Printer<'a, 'p>,
    published: Option<NaiveDate>,
    subject: SubjectTopic,
    time: TimeTopic,
    status: StatusTopic,
    measure: MeasureTopic,
    /// The last word that compares, in this clause.
    compare: Option<Held<Compare>>,
    /// The last `tăng` or `giảm` of this clause.
    grew: Option<Held<Compare>>,
    /// A base printed before its figure: `so với cùng kỳ tăng 12%`.
    base: Option<Held<crate::drafts::DraftBase>>,
    /// The base last told in the paragraph, for growth that prints none.
    told_base: Option<crate::drafts::DraftBase>,
    /// Growth of this sentence that printed no base so far.
    baseless: Vec<Baseless>,
    /// Whether a plan was told in the sentence.
    told_plan: bool,
    /// Behind a comparison, in the words of its own base.
    own_base: bool,
    /// `tỷ trọng`, of this clause.
    shared: Option<Held<Compare>>,
    /// In a bracket that gives the value compared with.
    earlier: bool,
    /// The word after the last comma, bracket or colon.
    boundary: usize,
    /// Inside the words of a base: topics there are not spoken of.
    based: bool,
    /// The word where they begin.
    based_from: usize,
    /// The first word of the clause.
    clause: usize,
    sentence: usize,
    /// The first sentence of the paragraph.
    paragraph: usize,
    /// The word after the sentence.
    limit: usize,
    /// The total whose parts are listed.
    total: Option<usize>,
    /// The country the sentence begins with, but for Việt Nam.
    giver: Option<&'static str>,
    /// The country named last in the sentence, but for Việt Nam.
    partner: Option<&'static str>,
    /// The first draft of the sentence, by its place.
    first: usize,
    /// The levels comparisons are of in turn, after `lần lượt`.
    turns: std::vec::IntoIter<usize>,
    out: Attached,
}

impl<'p> Walk<'_, 'p> {
    fn begin(&mut self, sentence: &Sentence, new_paragraph: bool, item: bool, opened: bool) {
        self.sentence += 1;
        self.measure.begin_sentence(new_paragraph && !item);
        self.subject.begin_sentence(new_paragraph);
        self.subject
            .stranger(self.printer.reading, sentence.words.start, self.sentence);
        let horizon = self.opens_on_horizon(sentence) && !new_paragraph;
        self.status.begin_sentence(item, opened, horizon);
        self.time.begin_sentence(item || opened, self.sentence);
        (self.compare, self.grew, self.base) = (None, None, None);
        (self.shared, self.own_base) = (None, false);
        (self.partner, self.giver) = (None, None);
        self.based = false;
        if new_paragraph {
            self.told_base = None;
        }
        (self.told_plan, self.earlier) = (false, false);
        self.boundary = sentence.words.start;
        self.turns = Vec::new().into_iter();
        self.total = None;
        self.first = self.out.drafts.len();
        self.clause = sentence.words.start;
        self.limit = sentence.words.end;
    }

    /// `Đến năm 2030, …`: a sentence that goes on about what is aimed at.
    fn opens_on_horizon(&self, sentence: &Sentence) -> bool {
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

    fn run(&mut self, sentence: &Sentence) {
        let reading = self.printer.reading;
        let marks = reading.marks_of(&sentence.words);
        let investors = marks.iter().find(|m| match m.kind {
            MarkKind::Place(tinh_gazetteer::NamedPlace::Country(country)) => {
                country.alpha2() != "VN" && measure::is_investor(reading, m.words.start)
            }
            _ => false,
        });
        if let Some(investors) = investors {
            self.measure.foreign(&investors.words, self.sentence);
        }
        let listed = enumerated(reading, marks);
        for mark in marks {
            match mark.kind {
                MarkKind::Sign(sign) => self.sign(sign, mark),
                MarkKind::Place(place) => {
                    let listed = listed.binary_search(&mark.words.start).is_ok();
                    let opens = self.opens_clause(&mark.words);
                    self.investors(place, mark, opens);
                    self.subject
                        .place(place, mark, self.sentence, reading, listed, opens);
                }
                MarkKind::Date(at) => self.date(at),
                MarkKind::Name(name) => {
                    let opens = self.opens_clause(&mark.words);
                    self.subject
                        .name(name, &mark.words, self.sentence, reading, opens);
                }
                MarkKind::NameBack(name) => {
                    let opens = self.opens_clause(&mark.words);
                    self.subject
                        .name_back(name, &mark.words, self.sentence, reading, opens);
                }
                MarkKind::Cue(cue) => self.cue(cue, mark, sentence),
                MarkKind::Figure(at) => {
                    if let Some(figure) = reading.figures.get(at) {
                        self.figure(figure);
                    }
                }
            }
        }
    }

    /// Another country begins the clause, or its investors are named.
    fn investors(&mut self, place: tinh_gazetteer::NamedPlace, mark: &Mark, opens: bool) {
        if let tinh_gazetteer::NamedPlace::Country(country) = place
            && country.alpha2() != "VN"
        {
            self.partner = Some(country.alpha2());
            if opens {
                self.giver = Some(country.alpha2());
            }
        }
        if let tinh_gazetteer::NamedPlace::Country(country) = place
            && country.alpha2() != "VN"
            && (opens || measure::is_investor(self.printer.reading, mark.words.start))
        {
            self.measure.foreign(&mark.words, self.sentence);
        }
    }

    fn sign(&mut self, sign: char, mark: &Mark) {
        if matches!(sign, '(' | ')') {
            // `so với tháng trước (2,85 tỷ USD)`
            self.earlier = sign == '(' && self.based;
        }
        if matches!(sign, ',' | ';' | ':' | '(' | ')') {
            if matches!(sign, ',' | ';' | ':') {
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
            self.base = None;
            self.clause = mark.words.end;
            self.status.clause();
        }
    }

    fn date(&mut self, at: usize) {
        let Some(date) = self.printer.reading.dates.get(at) else {
            return;
        };
        if self.based && date.role != Role::Base && !self.leaves_base(&date.words) {
            return;
        }
        let ahead = self.status.is_ahead();
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
            self.base = comparison::base_of(date).map(|value| Held {
                value,
                words: date.words.clone(),
                sentence: self.sentence,
            });
        }
    }

    /// Whether only dates, adverbs, places and signs are before a word in its
    /// clause.
    fn opens_clause(&self, words: &Range<usize>) -> bool {
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

    fn cue(&mut self, cue: Cue, mark: &Mark, sentence: &Sentence) {
        let sentence_number = self.sentence;
        let held = |value| Held {
            value,
            words: mark.words.clone(),
            sentence: sentence_number,
        };
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
            Cue::Status(status) => {
                let first = mark.words.start <= sentence.words.start + 2;
                self.status.cue(status, &mark.words, self.sentence, first);
            }
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
                self.base = Some(held_base(base, &mark.words, self.sentence));
            }
            Cue::Subject(subject) => {
                if subject == SubjectCue::Compared {
                    (self.based, self.based_from) = (true, mark.words.end);
                }
                self.subject.cue(
                    subject,
                    &mark.words,
                    self.sentence,
                    self.printer.reading,
                    self.based,
                );
            }
            Cue::Moment(moment) => self.time.moment(moment, self.sentence),
            Cue::Parts(Parts::Sum) => self.measure.sums(),
            Cue::Parts(Parts::Respectively) => {
                self.measure.pair();
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

    /// Whether `và` stands between the base of a comparison and a word: `bằng
    /// 71% kế hoạch và nhập khẩu đạt …`.
    fn leaves_base(&mut self, words: &Range<usize>) -> bool {
        let reading = self.printer.reading;
        let from = words.start.saturating_sub(8).max(self.based_from);
        let left = (from..words.start).any(|at| reading.word(at) == "và");
        self.based &= !left;
        left
    }

    fn spot(&self, figure: &FigureMention<'p>) -> Spot {
        Spot {
            sentence: self.sentence,
            clause: self.clause,
            at: figure.words.start,
            paragraph: self.paragraph,
        }
    }

    fn figure(&mut self, figure: &FigureMention<'p>) {
        let outcome = match &figure.role {
            FigureRole::None(reason) => Err(*reason),
            _ if self.earlier => Err("the value compared with"),
            FigureRole::Percent | FigureRole::Multiple => self.relative(figure),
            FigureRole::Money | FigureRole::Count(..) => self.level(figure),
            FigureRole::Bare => self.part_of_count(figure),
            FigureRole::Duration(_) if self.measure.is_of_term() => self.level(figure),
            FigureRole::Duration(_) => Err("a length of time"),
        };
        if let Err(reason) = outcome {
            self.out.unattached.push(Unattached {
                span: self.printer.span(&figure.words),
                printed: figure.printed.to_owned(),
                reason: reason.to_owned(),
            });
        }
    }

    /// `38 bản ghi nhớ, trong đó: 26 của …, 12 đề xuất của …`: a number whose noun
    /// no table knows is a part of the count before.
    fn part_of_count(&mut self, figure: &FigureMention<'p>) -> Result<(), &'static str> {
        let here = self.out.drafts.get(self.first..).unwrap_or(&[]);
        let mut totals = here.iter().rev().take(FEW);
        let less = |d: &&Draft| {
            let counted = d.figure.currency.is_none() && d.figure.unit != "%";
            let sizes = figure.figure.value().zip(d.figure.value);
            counted && sizes.is_some_and(|(part, whole)| part < whole)
        };
        let total = self.total.and_then(|_| totals.find(less));
        let Some(total) = total else {
            return self.propose(figure);
        };
        let mut code = total.measure.clone();
        code.grade = code.grade.min(Grade::Carried);
        let status = total.status.clone();
        let nature = self.measure.nature_of_total();
        let mut draft = self.draft(figure, Measured::new(code, nature));
        draft.status = status;
        draft.part_of = self.total;
        self.push_level(figure, draft, nature, None);
        Ok(())
    }

    /// `1.238 xe`: a count of a noun no table knows, with the noun as a measure a
    /// reviewer may declare.
    fn propose(&mut self, figure: &FigureMention<'p>) -> Result<(), &'static str> {
        let reason = "a number without a noun of the table";
        let reading = self.printer.reading;
        let noun = proposed_noun(reading, figure, self.limit).ok_or(reason)?;
        let spot = self.spot(figure);
        let held = Held {
            value: (),
            words: noun.clone(),
            sentence: self.sentence,
        };
        let mut code = self.printer.field(&held, slug(reading.slice(&noun)), &spot);
        code.grade = Grade::Assumed;
        let mut draft = self.draft(figure, Measured::new(code, Nature::Either));
        reading.slice(&noun).clone_into(&mut draft.figure.unit);
        self.foretell(&mut draft);
        self.push_level(figure, draft, Nature::Either, None);
        Ok(())
    }

    /// An amount or a count.
    fn level(&mut self, figure: &FigureMention<'p>) -> Result<(), &'static str> {
        let spot = self.spot(figure);
        let reading = self.printer.reading;
        if let Some(compare) = self.adjacent(figure)
            && matches!(compare, Compare::Up | Compare::Down)
            // `tăng từ 300 triệu USD lên 1,5 tỷ USD`: two levels.
            && reading.word(figure.words.start.wrapping_sub(1)) != "từ"
            && !self.measure.adjusts()
        {
            return self.increase(figure, compare);
        }
        let after = cues_behind(
            reading,
            &figure.words,
            &figure.role,
            self.limit,
            self.sentence,
        );
        if figure.role == FigureRole::Money && self.is_of_class(figure) {
            return Err("the least of a class, of no project in particular");
        }
        if self.is_equivalent(figure) {
            return Err("the same amount in another currency");
        }
        self.measure.in_dong = figure.figure.currency() == Some(tinh_figures::Currency::VND);
        self.measure.take_turn();
        self.project_behind(figure);
        let project = self.subject.has_project_in(self.sentence)
            || (self.measure.says_whole_cost() && self.subject.has_project_since(self.paragraph));
        let measured = match &figure.role {
            FigureRole::Duration(_) => self.measure.term(self.printer, &spot)?,
            FigureRole::Count(noun, words) => {
                self.measure
                    .count(*noun, words, &after, self.printer, &spot)?
            }
            _ => match self.cost(figure, project) {
                Some(verb) => self.measure.invested(&verb, self.printer, &spot),
                None => match self.measure.money(&after, project, self.printer, &spot) {
                    Err(reason) => self.aid(figure).ok_or(reason)?,
                    found => found?,
                },
            },
        };
        let (nature, capital, said) = (measured.nature, measured.capital, measured.said);
        let code = measured.code.value.clone().unwrap_or_default();
        let mut draft = self.draft(figure, measured);
        if let Some(partner) = self.partner_of(figure, &code) {
            draft
                .dimension
                .push(("partner".to_owned(), partner.to_owned()));
        }
        self.partner = None;
        if said && let Some(total) = self.total {
            self.widen(total);
        }
        if draft.time.value.is_none()
            && draft.measure.value.as_deref() == Some("investment.planned")
        {
            draft.time = TimeTopic::publication();
        }
        // Parts follow totals.
        let total = self
            .total
            .and_then(|id| id.checked_sub(1))
            .and_then(|at| self.out.drafts.get(at));
        if let Some(total) = total.filter(|t| {
            draft
                .subject
                .evidence
                .first()
                .is_none_or(|e| e.start < t.span.start)
        }) && matches!(
            total.subject.value,
            Some(crate::drafts::Subject::Project(_))
        ) {
            draft.subject.clone_from(&total.subject);
        }
        if let Some(total) = total
            && draft.status.grade == Grade::Assumed
            && total.status.grade > Grade::Assumed
            && !self.has_verb(figure)
        {
            draft.status.clone_from(&total.status);
            draft.status.grade = draft.status.grade.min(Grade::Carried);
        }
        self.foretell(&mut draft);
        draft.part_of = self.total;
        self.push_level(figure, draft, nature, capital);
        Ok(())
    }

    /// Whether the clause of a figure has a verb before it: `thu nội địa đạt 38.000
    /// tỷ đồng`, where `xuất khẩu 2.730 triệu USD` shares that of its total.
    fn has_verb(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(figure.words.start.saturating_sub(12));
        (from..figure.words.start)
            .any(|at| reading.is(at, WordClass::Breaks) || reading.is(at, WordClass::Predicate))
    }

    /// Keeps a level, for the figures after it.
    fn push_level(
        &mut self,
        figure: &FigureMention<'p>,
        draft: Draft,
        nature: Nature,
        capital: Option<Capital>,
    ) {
        self.measure.level(Level {
            draft: draft.id,
            code: draft.measure.value.clone().unwrap_or_default(),
            nature,
            money: figure.role == FigureRole::Money,
            capital,
            grade: draft.measure.grade,
            words: figure.words.clone(),
            until: phrase_end(self.printer.reading, &figure.words, self.limit),
            sentence: self.sentence,
        });
        (self.compare, self.grew) = (None, None);
        self.base = None;
        self.out.drafts.push(draft);
    }

    /// `đầu tư 287 tỷ đồng`: the verb right before an amount, its qualifier
    /// passed over.
    fn invests(&self, figure: &FigureMention<'p>) -> Option<Range<usize>> {
        let reading = self.printer.reading;
        (2..=4).find_map(|back| {
            let start = figure.words.start.checked_sub(back)?;
            (reading.slice(&(start..start + 2)) == "đầu tư"
                && !reading.word(start.wrapping_sub(1)).eq("vốn"))
            .then_some(start..start + 2)
        })
    }

    /// The words that make an amount the cost of one project: `đầu tư 287 tỷ
    /// đồng xây …`, `dự án 1,6 tỷ USD`.
    fn cost(&mut self, figure: &FigureMention<'p>, project: bool) -> Option<Range<usize>> {
        if self.measure.says_money() {
            return None;
        }
        let reading = self.printer.reading;
        let head = (2..=3).find_map(|back| {
            let words =
                figure.words.start.checked_sub(back)?..figure.words.start.checked_sub(back)? + 2;
            (matches!(reading.slice(&words), "dự án" | "nhà máy")
                && !matches!(reading.shape(words.end), Some(Shape::Sign(_)))
                && !reading.is(words.start.wrapping_sub(1), WordClass::Several))
            .then_some(words)
        });
        if head.is_some() {
            self.subject.speak_of_project(self.sentence);
        }
        head.or_else(|| self.invests(figure).filter(|_| project))
            .or_else(|| self.spends(figure))
            .or_else(|| self.named_before(figure))
    }

    /// `Úc hỗ trợ Việt Nam 105 triệu AUD`: what another country gives.
    fn aid(&self, figure: &FigureMention<'p>) -> Option<Measured> {
        let reading = self.printer.reading;
        let end = figure.words.start;
        let from = end.saturating_sub(8).max(self.clause);
        let verb = (from..end).rfind(|&at| {
            reading.has_cue(at, Cue::Act(Act::Aid)) || reading.has_cue(at, Cue::Act(Act::Give))
        })?;
        let _ = self.giver?;
        let words = Held {
            value: (),
            words: verb..verb + 1,
            sentence: self.sentence,
        };
        let code = self
            .printer
            .field(&words, "oda.unstated".to_owned(), &self.spot(figure));
        Some(Measured::new(code, Nature::Either))
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
    fn project_behind(&mut self, figure: &FigureMention<'p>) {
        let start = match &figure.role {
            FigureRole::Count(Noun::Area | Noun::Length, noun) => noun.end,
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

    /// `nhiều dự án với tổng vốn trên 1 tỷ USD`: what makes a class.
    fn is_of_class(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(figure.words.start.saturating_sub(14));
        let bound = figure.figure.qualifier() != tinh_figures::Qualifier::Exact;
        bound
            && (from..figure.words.start).any(|at| {
                reading.is(at, WordClass::Several) && reading.slice(&(at + 1..at + 3)) == "dự án"
            })
    }

    /// `168.869 tỷ đồng, tương đương 7,34 tỷ USD`; `25.000 tỷ đồng (1,5 tỷ SGD)`.
    fn is_equivalent(&self, figure: &FigureMention<'p>) -> bool {
        let Some(level) = self.measure.level.as_ref().filter(|l| l.money) else {
            return false;
        };
        let before = level
            .draft
            .checked_sub(1)
            .and_then(|at| self.out.drafts.get(at));
        let other = before.is_some_and(|d| d.figure.currency != figure.figure.currency());
        let said = self.adjacent(figure) == Some(Compare::Ratio);
        let bracketed = level.words.end + 1 == figure.words.start
            && self.printer.reading.shape(level.words.end) == Some(Shape::Sign('('));
        figure.role == FigureRole::Money && other && (said || bracketed)
    }

    /// The other country of investment, trade or aid: named since the last
    /// level, or behind the figure in its clause.
    fn partner_of(&self, figure: &FigureMention<'p>, code: &str) -> Option<&'static str> {
        let stem = code.split(['.', ':']).next().unwrap_or(code);
        if !matches!(
            stem,
            "fdi" | "ofdi" | "oda" | "oda-loan" | "oda-grant" | "trade" | "exports" | "imports"
        ) {
            return None;
        }
        let reading = self.printer.reading;
        let start = figure.words.end;
        let behind = reading.marks_of(&(start..self.limit.min(start + 10)));
        let in_clause = behind
            .iter()
            .take_while(|m| !matches!(m.kind, MarkKind::Sign(_) | MarkKind::Figure(_)));
        let after = in_clause.filter_map(|m| match m.kind {
            MarkKind::Place(tinh_gazetteer::NamedPlace::Country(country))
                if country.alpha2() != "VN" =>
            {
                Some(country.alpha2())
            }
            _ => None,
        });
        self.partner.or_else(|| after.last())
    }

    /// A draft with everything but its measure asked of the topics.
    fn draft(&mut self, figure: &FigureMention<'p>, measured: Measured) -> Draft {
        let spot = self.spot(figure);
        let noun_end = match &figure.role {
            FigureRole::Count(_, noun) | FigureRole::Duration(noun) => noun.end,
            _ => figure.words.end,
        };
        let after = noun_end..self.limit;
        Draft {
            id: self.out.drafts.len() + 1,
            span: self.printer.span(&figure.words),
            figure: draft_figure(figure, self.printer.reading),
            subject: self
                .subject
                .figure(self.who(&measured), self.printer, &spot),
            time: self
                .time
                .figure(measured.nature, self.printer, &after, &spot),
            status: self.status.figure(
                self.printer,
                &(noun_end..self.limit.min(noun_end + 10)),
                &spot,
                measured.nature == Nature::Event,
            ),
            measure: measured.code,
            dimension: Vec::new(),
            direction: None,
            base: None,
            comparisons: Vec::new(),
            same_as: None,
            part_of: None,
        }
    }

    /// A period that begins after the publication is not reported.
    fn foretell(&self, draft: &mut Draft) {
        if let (Some(DraftTime::During(period)), Some(published)) =
            (draft.time.value, self.published)
            && period.start() > published
            && (draft.status.grade == Grade::Assumed
                || draft.status.value == Some(DraftStatus::Estimate))
        {
            draft.status.value = Some(DraftStatus::Planned);
            draft.status.evidence.clone_from(&draft.time.evidence);
        }
    }

    /// Which subject a measure asks for.
    fn who(&self, measured: &Measured) -> Who {
        let code = measured.code.value.as_deref().unwrap_or("");
        let counted = self
            .measure
            .level
            .as_ref()
            .is_some_and(|l| l.code.ends_with(".projects"));
        let of_ground = matches!(
            code.split(':').next(),
            Some(
                "land-area"
                    | "length"
                    | "project.progress"
                    | "project.equity"
                    | "land-clearance-cost"
                    | "capacity"
                    | "project.term"
            )
        );
        if measured.of_project || code == "investment.planned" || (of_ground && !counted) {
            return Who::Project;
        }
        match code.split(['.', ':']).next().unwrap_or(code) {
            "oda" | "oda-loan" | "oda-grant" | "concessional-loan" | "counterpart" | "ngo-aid"
            | "fdi" | "ddi" | "ofdi" | "investment" | "grdp" | "grdp-per-capita"
            | "budget-revenue" | "budget-expenditure" | "social-investment" | "sponsorship" => {
                Who::Territory
            }
            "trade" | "trade-balance" => Who::Trader,
            _ => Who::Any,
        }
    }

    /// A total whose part says whose money it is, is of both kinds: a capital
    /// it only inherited is taken back.
    fn widen(&mut self, total: usize) {
        for draft in self
            .out
            .drafts
            .get_mut(self.first.max(total.saturating_sub(FEW))..total)
            .unwrap_or(&mut [])
        {
            let measure = &mut draft.measure;
            let code = measure.value.as_deref();
            let narrow =
                code.and_then(|code| code.strip_prefix("fdi.").or(code.strip_prefix("ddi.")));
            if let (Some(rest), Grade::Inherited) = (narrow, measure.grade) {
                let wider = format!("investment.{rest}");
                measure.alternatives.extend(measure.value.replace(wider));
            }
        }
    }

    /// The comparing word right before a figure, but for its qualifier.
    fn adjacent(&self, figure: &FigureMention<'p>) -> Option<Compare> {
        let held = self.compare.as_ref()?;
        (held.words.end + 2 >= figure.words.start).then_some(held.value)
    }
}

/// The noun behind a number in digits: one or two small words that do not begin
/// another phrase.
fn proposed_noun(
    reading: &Reading<'_>,
    figure: &FigureMention<'_>,
    limit: usize,
) -> Option<Range<usize>> {
    let start = figure.words.end;
    let is_noun = |at: usize| {
        at < limit
            && reading.shape(at) == Some(Shape::Small)
            && !reading.is(at, WordClass::Breaks)
            && !reading.is(at, WordClass::Clause)
            && !reading.is(at, WordClass::Pronoun)
            && !reading.has_cue(at, Cue::Stop(Stop::Phrase))
    };
    let digits = figure
        .words
        .clone()
        .any(|at| reading.shape(at) == Some(Shape::Digits));
    (digits && is_noun(start)).then(|| start..start + 1 + usize::from(is_noun(start + 1)))
}

/// The code of a proposed measure: the letters of a noun without their marks.
fn slug(noun: &str) -> String {
    let mut slug = String::new();
    for letter in noun.nfd().filter(|l| !is_combining_mark(*l)) {
        match letter.to_lowercase().next() {
            Some('đ') => slug.push('d'),
            Some(letter) if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug
}

fn draft_figure(figure: &FigureMention<'_>, reading: &Reading<'_>) -> DraftFigure {
    let found = figure.figure;
    let unit = match (&figure.role, found.kind()) {
        (FigureRole::Count(_, noun) | FigureRole::Duration(noun), _) => {
            reading.slice(noun).to_owned()
        }
        (_, Kind::Percent) => "%".to_owned(),
        (_, Kind::Points) => "điểm phần trăm".to_owned(),
        (_, Kind::Multiple) => "lần".to_owned(),
        _ => found.currency().map_or_else(String::new, |c| c.to_string()),
    };
    DraftFigure {
        printed: figure.printed.to_owned(),
        value: found.value(),
        range: (found.value().is_none())
            .then(|| found.lower().zip(found.upper()))
            .flatten(),
        unit,
        qualifier: found.qualifier(),
        currency: found.currency(),
    }
}
