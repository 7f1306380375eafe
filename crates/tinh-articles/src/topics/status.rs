//! Whether figures are so, estimated or meant to be.

use std::ops::Range;

use super::{Held, Spot};
use crate::cues::{Cue, Status};
use crate::drafts::{DraftStatus, Field, Grade};
use crate::mentions::{MarkKind, Reading};
use crate::topics::Printer;

/// `ước` governs its clause, `mục tiêu` the list it opens, `sẽ` the rest of its
/// sentence.
#[derive(Debug, Default)]
pub(crate) struct StatusTopic {
    /// Of the clause, until a figure has taken it.
    estimate: Option<Held<bool>>,
    /// Of the sentence from here on.
    ahead: Option<Held<Status>>,
    /// Of the list a heading opened.
    list: Option<Held<Status>>,
    /// Of a meeting still to come.
    meeting: Option<Held<Status>>,
    /// What governed before a bracket opened.
    outside: Option<Held<Status>>,
    in_bracket: bool,
}

impl StatusTopic {
    /// `item`: the sentence belongs to a list; `opened`: the one before ended
    /// with a colon; `horizon`: it goes on about the one before.
    pub(crate) fn begin_sentence(&mut self, item: bool, opened: bool, horizon: bool) {
        if opened {
            self.list = self
                .ahead
                .take()
                .filter(|held| held.value != Status::Forecast);
        } else if !item {
            self.list = None;
        }
        self.estimate = None;
        self.ahead
            .take_if(|a| !(horizon && a.value == Status::Target));
        self.in_bracket = false;
    }

    /// `first`: whether the cue opens its sentence.
    pub(crate) fn cue(
        &mut self,
        status: Status,
        words: &Range<usize>,
        sentence: usize,
        first: bool,
    ) {
        let words = words.clone();
        match status {
            Status::None => {}
            Status::Estimate => self.estimate = Some(Held::new(first, &words, sentence)),
            // A target keeps its list; a plan inside it stays a target.
            _ if self
                .ahead
                .as_ref()
                .is_some_and(|a| a.value == Status::Target) => {}
            _ => self.ahead = Some(Held::new(status, &words, sentence)),
        }
    }

    /// Whether what follows is still to come.
    pub(crate) fn is_ahead(&self) -> bool {
        self.ahead
            .as_ref()
            .is_some_and(|a| matches!(a.value, Status::Planned | Status::Target | Status::Forecast))
    }

    /// The sentence tells the day of a meeting.
    pub(crate) fn tells_day(&mut self) {
        self.meeting = self.ahead.clone().filter(|a| a.value == Status::Planned);
    }

    /// What is said in brackets ends with them.
    pub(crate) fn bracket(&mut self, opens: bool) {
        if opens {
            self.outside.clone_from(&self.ahead);
        } else if self.in_bracket {
            self.ahead = self.outside.take();
        }
        self.in_bracket = opens;
    }

    /// `nhưng đến nay`: what follows is so.
    /// A plan of the same clause still awaits its figure: `tổng kế hoạch đến nay
    /// là`. `clause`: the word after the last comma.
    pub(crate) fn now(&mut self, clause: usize) {
        self.ahead
            .take_if(|a| a.value != Status::Target && a.words.start < clause);
    }

    /// `GDP (ước 2013): 8,1%`: what a label says in brackets is of its line.
    pub(crate) fn label(&mut self) {
        self.in_bracket = false;
        if let Some(estimate) = &mut self.estimate {
            estimate.value = true;
        }
    }

    /// At `;`: `ước` reaches no further, unless it opened the sentence.
    pub(crate) fn clause(&mut self) {
        self.estimate = self.estimate.take().filter(|e| e.value);
    }

    /// The status of a figure; `after` are the words that follow it.
    pub(crate) fn figure(
        &mut self,
        printer: Printer<'_, '_>,
        after: &Range<usize>,
        spot: &Spot,
        of_meeting: bool,
    ) -> Field<DraftStatus> {
        if let Some(held) = self.estimate.take() {
            let field = printer.field(&held, DraftStatus::Estimate, spot);
            self.estimate = Some(held).filter(|e| e.value);
            if self
                .ahead
                .as_ref()
                .is_none_or(|a| a.value != Status::Target)
            {
                return field;
            }
        }
        let follows = following(printer.reading, after, spot.sentence);
        let meeting = self.meeting.clone().filter(|_| of_meeting);
        for held in [&self.ahead, &follows, &self.list, &meeting]
            .into_iter()
            .flatten()
        {
            if let Some(status) = draft_status(held.value) {
                return printer.field(held, status, spot);
            }
        }
        Field {
            value: Some(DraftStatus::Reported),
            grade: Grade::Assumed,
            ..Field::default()
        }
    }
}

/// `2.000 việc làm dự kiến sẽ được tạo ra`: a plan said behind the figure.
fn following(reading: &Reading<'_>, after: &Range<usize>, sentence: usize) -> Option<Held<Status>> {
    let mut at = after.start;
    for mark in reading.marks_of(after) {
        // `38 bản ghi nhớ với tổng mức đầu tư dự kiến`: said of what follows.
        if (at..mark.words.start).any(|at| reading.word(at) == "với") {
            return None;
        }
        at = mark.words.end;
        match mark.kind {
            MarkKind::Sign(',' | ';' | ')' | '(' | ':') | MarkKind::Figure(_) => return None,
            MarkKind::Cue(Cue::Status(value @ (Status::Planned | Status::Forecast))) => {
                return Some(Held::new(value, &mark.words, sentence));
            }
            _ => {}
        }
    }
    None
}

const fn draft_status(status: Status) -> Option<DraftStatus> {
    match status {
        Status::Estimate => Some(DraftStatus::Estimate),
        Status::Forecast => Some(DraftStatus::Forecast),
        Status::Target => Some(DraftStatus::Target),
        Status::Planned => Some(DraftStatus::Planned),
        Status::Approved => Some(DraftStatus::Approved),
        Status::Proposed => Some(DraftStatus::Proposed),
        Status::None => None,
    }
}
