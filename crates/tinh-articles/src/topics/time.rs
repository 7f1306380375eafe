//! When figures hold: the period or date that stays until another is named.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use tinh_model::time::{PartialDate, Period};

use super::{Held, Printer, Spot};
use crate::cues::{Act, Cue, Moment, Nature, WordClass};
use crate::drafts::{DraftTime, Field, Grade};
use crate::mentions::{DateMention, MarkKind, Reading, Role, When};
use crate::text::Shape;

/// The date that governs, and what else was said of the time.
#[derive(Debug, Default)]
pub(crate) struct TimeTopic {
    last: Option<Held<(When, Role)>>,
    /// The last that is no `hiện nay`.
    dated: Option<Held<(When, Role)>>,
    /// The date of this sentence, those in brackets and of plans among them.
    here: Option<Held<(When, Role)>>,
    /// The one before a bracket opened.
    outside: Option<Held<(When, Role)>>,
    in_bracket: bool,
    /// The horizon of the list that follows.
    listed: Option<Held<(When, Role)>>,
    /// The sentence that lists parts of the one before.
    parts: Option<usize>,
    /// The sentence that speaks of what is done at a meeting.
    meeting: Option<usize>,
    act: Option<usize>,
    /// The last day told that is no date of a figure: that of a meeting.
    day: Option<Held<When>>,
    /// The year in the name of the meeting the title or the lead speaks of.
    meeting_year: Option<Held<When>>,
    /// `lũy kế`: figures until a date, in this sentence.
    cumulative: Option<usize>,
    /// `cùng kỳ`, `dự án mới`: figures of a period, in this paragraph.
    flow: Option<usize>,
    /// Whether the article reports on a period: `10 tháng` in its title or lead.
    reports_period: bool,
    published: Option<NaiveDate>,
}

impl TimeTopic {
    pub(crate) fn new(reading: &Reading<'_>, published: Option<NaiveDate>) -> Self {
        // A title counts who comes before the day is told.
        let day = reading
            .dates
            .iter()
            .take_while(|d| d.words.start < LEAD)
            .find(|d| is_day(d) && !is_of_document(reading, d));
        let day = day.map(|d| Held::new(d.when, &d.words, usize::MAX));
        Self {
            published,
            day,
            meeting_year: meeting_year(reading),
            ..Self::default()
        }
    }

    /// `item`: the sentence belongs to a list.
    pub(crate) fn begin_sentence(&mut self, item: bool, sentence: usize) {
        self.in_bracket = false;
        match &self.listed {
            Some(listed) if item => {
                self.here = Some(Held {
                    sentence,
                    ..listed.clone()
                })
            }
            _ => self.listed = None,
        }
    }

    /// `tại hội nghị`, and what is done there: `trao`, `ký`.
    pub(crate) fn moment(&mut self, moment: Moment, sentence: usize) {
        match moment {
            Moment::Event => self.meeting = Some(sentence),
            Moment::Act => self.act = Some(sentence),
            _ => {}
        }
    }

    /// `Trong đó` at the head of a sentence goes on about the meeting before.
    pub(crate) fn parts(&mut self, sentence: usize) {
        self.parts = Some(sentence);
        if self.meeting.is_some_and(|m| m + 1 == sentence) && self.act == self.meeting {
            (self.meeting, self.act) = (Some(sentence), Some(sentence));
        }
    }

    /// `Dân số (2019): …`: what a label says in brackets is of its line.
    pub(crate) fn label(&mut self) {
        self.in_bracket = false;
    }

    pub(crate) fn is_in_bracket(&self) -> bool {
        self.in_bracket
    }

    /// A date in brackets is of the figures in them.
    pub(crate) fn bracket(&mut self, opens: bool) {
        if opens {
            self.outside.clone_from(&self.here);
        } else if self.in_bracket {
            self.here = self.outside.take();
        }
        self.in_bracket = opens;
    }

    pub(crate) fn date(
        &mut self,
        date: &DateMention,
        reading: &Reading<'_>,
        sentence: usize,
        paragraph: usize,
        ahead: bool,
    ) {
        let held = |when, role| Some(Held::new((when, role), &date.words, sentence));
        match (date.when, date.role) {
            (When::Flow, _) => self.flow = Some(paragraph),
            (When::Now | When::Cumulative, _) => {
                if date.when == When::Cumulative {
                    self.cumulative = Some(sentence);
                }
                let dated = self.here.as_ref().is_some_and(|l| {
                    l.sentence == sentence
                        && (l.value.1 == Role::AsOf || ahead)
                        && l.value.0 != When::Now
                });
                // `Tính đến tháng 11, A có …; B hiện có …`: how one thing is now does
                // not date the next.
                let aside = matches!(reading.word(date.words.start), "hiện" | "Hiện")
                    && self.last.as_ref().is_some_and(|l| l.value.1 == Role::AsOf);
                if aside && !dated {
                    self.here = held(When::Now, Role::AsOf);
                } else if !dated {
                    self.say(held(When::Now, Role::AsOf));
                }
            }
            (_, Role::Base | Role::Since) => {}
            _ if names_meeting(reading, date) => {}
            _ if is_day(date) && is_of_document(reading, date) => {}
            // `trong ngày 23/1 thông quan 1.238 xe`: of a figure, no meeting's day.
            (when @ When::Day(..), Role::Plain)
                if reading.word(date.words.start).eq_ignore_ascii_case("trong") =>
            {
                self.here = held(when, Role::Plain);
            }
            _ if is_day(date) => self.day = Some(Held::new(date.when, &date.words, sentence)),
            (when, Role::Plan) => self.here = held(when, Role::Plain),
            // A horizon reaches no further than its sentence, or the list it opens.
            (when, role) if ahead => {
                self.here = held(when, role);
                self.listed.clone_from(&self.here);
            }
            (when, role) => {
                if matches!(
                    when,
                    When::FirstMonths(..) | When::Month(..) | When::Quarter(..) | When::Half(..)
                ) && role == Role::Plain
                {
                    self.reports_period = true;
                }
                self.say(held(when, role));
            }
        }
    }

    fn say(&mut self, held: Option<Held<(When, Role)>>) {
        // `vào năm ngoái` is of its own figure.
        let passing = held
            .as_ref()
            .is_some_and(|h| matches!(h.value.0, When::LastYear(_)));
        if !self.in_bracket && !passing {
            self.last.clone_from(&held);
            if held.as_ref().is_some_and(|h| h.value.0 != When::Now) {
                self.dated.clone_from(&held);
            }
        }
        self.here = held;
    }

    /// When a figure holds. `after` are the words behind it.
    pub(crate) fn figure(
        &self,
        nature: Nature,
        printer: Printer<'_, '_>,
        after: &Range<usize>,
        spot: &Spot,
    ) -> Field<DraftTime> {
        let reading = printer.reading;
        let at_meeting = self.meeting == Some(spot.sentence) && self.act == self.meeting;
        if nature == Nature::Event || (at_meeting && nature != Nature::Flow) {
            let field = self.event(printer, after, spot);
            if field.value.is_some() {
                return field;
            }
        }
        let beside = following(reading, after, 4, spot.sentence);
        let here = self.here.clone().filter(|l| l.sentence == spot.sentence);
        let behind = || following(reading, after, 12, spot.sentence);
        let held = beside
            .or(here)
            .or_else(|| self.days(nature, spot))
            .or_else(behind)
            .or_else(|| self.last.clone());
        // `hiện là địa phương có mức tăng cao nhất`: how a place is does not tell
        // when it came about.
        let held = match held {
            Some(held)
                if nature == Nature::Flow
                    && held.value.0 == When::Now
                    && matches!(reading.word(held.words.start), "hiện" | "Hiện")
                    && reading.is(held.words.end, WordClass::Copula) =>
            {
                self.dated.clone().or(Some(held))
            }
            held => held,
        };
        let Some(held) = held else {
            return match nature {
                Nature::Flow => Field::default(),
                // What a meeting counted is of its year.
                Nature::Either if self.meeting_year.is_some() => self.event(printer, after, spot),
                _ => Self::publication(),
            };
        };
        let inherited = held.sentence != spot.sentence;
        match self.time(nature, &held, inherited, spot) {
            Some(time) => printer.field(&held, time, spot),
            // A stock in a report of a period: at its end, or at the publication?
            None if nature != Nature::Flow
                && held.value.0 != When::YearToDate
                && held.sentence < spot.paragraph =>
            {
                Self::publication()
            }
            None => Field::default(),
        }
    }

    /// `Từ ngày 1 đến 15/12, kim ngạch đạt …`: the days of a flow.
    fn days(&self, nature: Nature, spot: &Spot) -> Option<Held<(When, Role)>> {
        let day = self.day.as_ref()?;
        let fits = nature == Nature::Flow
            && matches!(day.value, When::Days(..))
            && day.sentence == spot.sentence;
        fits.then(|| Held::new((day.value, Role::Plain), &day.words, day.sentence))
    }

    /// When a meeting is: its day, or the period it is spoken of in.
    fn event(
        &self,
        printer: Printer<'_, '_>,
        after: &Range<usize>,
        spot: &Spot,
    ) -> Field<DraftTime> {
        if let Some(held) = following(printer.reading, after, 16, spot.sentence)
            && let Some(period) = period(held.value.0, held.value.1)
        {
            return printer.field(&held, DraftTime::During(period), spot);
        }
        let here = self.here.as_ref().filter(|l| l.sentence == spot.sentence);
        // `hội nghị năm 2017` is held on its day.
        let fits = |day: When| {
            here.is_none_or(|l| matches!((l.value.0, day), (When::Year(a), When::Day(Some(b), ..) | When::Days(Some(b), ..)) if a == b))
        };
        if let Some(held) = self.day.as_ref().filter(|day| fits(day.value)) {
            let days = match held.value {
                When::Days(Some(year), month, first, last) => Some((year, month, first, last)),
                When::Day(Some(year), month, day) => Some((year, month, day, day)),
                _ => None,
            };
            let time = days.and_then(|(year, month, first, last)| {
                let day = |day| NaiveDate::from_ymd_opt(year, month, day);
                Period::new(day(first)?, day(last)?)
                    .ok()
                    .map(DraftTime::During)
            });
            return time.map_or_else(Field::default, |time| printer.field(held, time, spot));
        }
        let year = self
            .meeting_year
            .as_ref()
            .and_then(|held| Some((held, period(held.value, Role::Plain)?)));
        if let Some((held, period)) = year {
            return printer.field(held, DraftTime::During(period), spot);
        }
        let held = self.last.as_ref().filter(|l| l.sentence >= spot.paragraph);
        let time = held.and_then(|held| Some((held, period(held.value.0, held.value.1)?)));
        time.map_or_else(Field::default, |(held, period)| {
            printer.field(held, DraftTime::During(period), spot)
        })
    }

    /// The convention for a stock without a date.
    pub(crate) fn publication() -> Field<DraftTime> {
        Field {
            value: Some(DraftTime::Publication),
            grade: Grade::Assumed,
            ..Field::default()
        }
    }

    fn time(
        &self,
        nature: Nature,
        held: &Held<(When, Role)>,
        inherited: bool,
        spot: &Spot,
    ) -> Option<DraftTime> {
        let (when, role) = held.value;
        match when {
            When::Now => return Some(DraftTime::Publication),
            When::YearToDate => {
                let end = self.published?;
                let start = NaiveDate::from_ymd_opt(end.year(), 1, 1)?;
                return Period::new(start, end).ok().map(DraftTime::During);
            }
            _ => {}
        }
        // `lũy kế từ đầu năm đến hết tháng 9` begins in January.
        let cumulative = role != Role::SinceJanuary
            && (self.cumulative == Some(spot.sentence)
                || (inherited && self.cumulative == Some(held.sentence)));
        let stock = match (nature, role) {
            (Nature::Stock | Nature::Event, _) => true,
            (Nature::Flow, _) => false,
            (Nature::Either, Role::AsOf) if matches!(when, When::Year(_)) => true,
            (Nature::Either, Role::AsOf) => {
                cumulative || !(self.flow == Some(spot.paragraph) || self.reports_period)
            }
            (Nature::Either, _) => cumulative,
        };
        if stock && (role == Role::AsOf || cumulative) {
            return partial(when).map(DraftTime::AsOf);
        }
        // A period named in another sentence is not that of a stock, unless its
        // parts are listed.
        let plan = held.sentence < spot.paragraph
            && nature == Nature::Either
            && matches!(when, When::Years(..));
        // `kết quả năm 2018 …, có 14.000 lưu học sinh`: said in passing.
        let passing = nature == Nature::Stock
            && !inherited
            && held.words.start > spot.clause + 4
            && held.words.start + 12 < spot.at;
        if ((stock || plan) && inherited && self.parts != Some(spot.sentence)) || passing {
            return None;
        }
        period(when, role).map(DraftTime::During)
    }
}

/// How many words the title and the lead have at most.
const LEAD: usize = 150;

/// How many words the name of a meeting has at most before its year.
const NAME: usize = 14;

/// Whether a meeting is named before a word, with nothing between that says the
/// year is what the meeting is about: `Hội nghị xúc tiến đầu tư tỉnh Bạc Liêu
/// năm 2018`, not `Hội nghị tổng kết công tác năm 2018`.
fn in_meeting_name(reading: &Reading<'_>, at: usize) -> bool {
    let from = at.saturating_sub(NAME);
    let ends = |at: &usize| {
        matches!(
            reading.shape(*at),
            Some(Shape::Sign(',' | '.' | ';' | ':' | ')' | '”'))
        ) || reading.is(*at, WordClass::Reviews)
    };
    let mut before = (from..at).rev().take_while(|at| !ends(at));
    before.any(|at| {
        reading.has_cue(at, Cue::Act(Act::Gather)) || reading.has_cue(at, Cue::Act(Act::Back))
    })
}

/// A year in the name of a meeting is when it was held.
fn names_meeting(reading: &Reading<'_>, date: &DateMention) -> bool {
    let year = matches!(date.when, When::Year(_)) && date.role == Role::Plain;
    year && in_meeting_name(reading, date.words.start)
}

/// The year in the name of a meeting that the title or the lead speaks of: with
/// `năm`, or right behind a name: `“Hà Nội 2020”`.
fn meeting_year(reading: &Reading<'_>) -> Option<Held<When>> {
    let named = |at: usize| {
        let year: i32 = reading.word(at).parse().ok()?;
        let bare = matches!(
            reading.shape(at.checked_sub(1)?),
            Some(Shape::Capital | Shape::Small)
        );
        let fits = (1990..2100).contains(&year) && bare && in_meeting_name(reading, at);
        fits.then_some(Held::new(When::Year(year), &(at..at + 1), usize::MAX))
    };
    (0..LEAD.min(reading.words.len()))
        .filter(|&at| reading.shape(at) == Some(Shape::Digits))
        .find_map(named)
}

/// `Quyết định số 380 ngày 14/3/2014`: the day of a document.
fn is_of_document(reading: &Reading<'_>, date: &DateMention) -> bool {
    let at = date.words.start;
    let before = if reading
        .word(at.wrapping_sub(1))
        .eq_ignore_ascii_case("ngày")
    {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    let numbered = reading.is(before.wrapping_sub(1), WordClass::Document);
    before < at && reading.shape(before) == Some(Shape::Digits) && numbered
}

/// Whether a date is the day of a meeting and not that of a figure.
fn is_day(date: &DateMention) -> bool {
    matches!(date.when, When::Day(..) | When::Days(..)) && date.role == Role::Plain
}

/// A date behind a figure, close enough and in its clause.
fn following(
    reading: &Reading<'_>,
    after: &Range<usize>,
    reach: usize,
    sentence: usize,
) -> Option<Held<(When, Role)>> {
    let limit = after.start.saturating_add(reach).min(after.end);
    let clause = (after.start..limit).find(|&at| reading.is(at, WordClass::Clause));
    let limit = clause.unwrap_or(limit);
    let mut bracket = false;
    for mark in reading.marks_of(&(after.start..limit)) {
        match mark.kind {
            // `500 triệu USD (74 tỷ yên) năm 1992`
            MarkKind::Sign('(') => bracket = true,
            MarkKind::Sign(')') if bracket => bracket = false,
            _ if bracket => {}
            MarkKind::Sign(',' | ';' | ':' | ')') => return None,
            MarkKind::Figure(at) => {
                let figure = reading.figures.get(at)?;
                if !figure.is_of_date() {
                    return None;
                }
            }
            MarkKind::Date(at) => {
                let date = reading.dates.get(at)?;
                let fits = matches!(date.role, Role::Plain | Role::AsOf)
                    && !matches!(
                        date.when,
                        When::Day(..)
                            | When::Days(..)
                            | When::Flow
                            | When::Cumulative
                            | When::YearToDate
                            | When::Now
                    );
                let held = Held::new((date.when, date.role), &date.words, sentence);
                return fits.then_some(held);
            }
            _ => {}
        }
    }
    None
}

/// The period of a flow.
fn period(when: When, role: Role) -> Option<Period> {
    let since_january = matches!(role, Role::AsOf | Role::SinceJanuary);
    let months = |year: i32, first: u32, last: u32| {
        let first = if since_january { 1 } else { first };
        Period::months(
            u16::try_from(year).ok()?,
            u8::try_from(first).ok()?,
            u8::try_from(last).ok()?,
        )
    };
    match when {
        When::Year(year) => months(year, 1, 12),
        When::ThisYear(year) | When::LastYear(year) => months(year?, 1, 12),
        When::Month(year, month) => months(year?, month, month),
        When::Quarter(year, quarter) => months(year?, quarter * 3 - 2, quarter * 3),
        When::Half(year, half) => months(year?, half * 6 - 5, half * 6),
        When::FirstMonths(year, count) => months(year?, 1, count),
        When::LastMonths(year, count) => months(year?, 13_u32.checked_sub(count)?, 12),
        When::Months(year, first, last) => months(year?, first, last),
        When::Years(first, last) => {
            let start = NaiveDate::from_ymd_opt(first, 1, 1)?;
            Period::new(start, NaiveDate::from_ymd_opt(last, 12, 31)?).ok()
        }
        When::Day(year, month, day) => {
            let end = NaiveDate::from_ymd_opt(year?, month, day)?;
            let start = NaiveDate::from_ymd_opt(year?, 1, 1)?;
            Period::new(if since_january { start } else { end }, end).ok()
        }
        When::Days(year, month, first, last) => {
            let day = |day| NaiveDate::from_ymd_opt(year?, month, day);
            Period::new(day(first)?, day(last)?).ok()
        }
        When::Now | When::Cumulative | When::YearToDate | When::Flow => None,
    }
}

/// The date of a stock.
fn partial(when: When) -> Option<PartialDate> {
    let of = |year: i32, month: Option<u32>, day: Option<u32>| {
        let part = |n: Option<u32>| n.and_then(|n| u8::try_from(n).ok());
        PartialDate::new(u16::try_from(year).ok(), part(month), part(day))
    };
    match when {
        When::Year(year) | When::Years(_, year) => of(year, None, None),
        When::ThisYear(year) | When::LastYear(year) => of(year?, None, None),
        When::Month(year, month)
        | When::Months(year, _, month)
        | When::FirstMonths(year, month) => of(year?, Some(month), None),
        When::Quarter(year, quarter) => of(year?, Some(quarter * 3), None),
        When::Half(year, half) => of(year?, Some(half * 6), None),
        When::LastMonths(year, _) => of(year?, Some(12), None),
        When::Day(year, month, day) | When::Days(year, month, _, day) => {
            of(year?, Some(month), Some(day))
        }
        When::Now | When::Cumulative | When::YearToDate | When::Flow => None,
    }
}
