//! Which figure belongs to which subject, measure, time and status.
//!
//! One pass over the marks of the text from left to right. Every topic keeps
//! what was said last; a figure asks each of them, and looks ahead a few words.

mod comparison;
mod count;
mod level;
mod measure;
mod part;
mod partner;
mod project;
mod refused;
mod repeats;
mod spoken;

use chrono::NaiveDate;
use tinh_gazetteer::UnitId;

use crate::cues::{Compare, PartId, WordClass};
use crate::drafts::{Draft, DraftBase};
use crate::mentions::{FigureMention, FigureRole, MarkKind, Reading};
use crate::text::{Line, Place as LinePlace, Plain, Sentence, Shape};
use crate::topics::{Held, Printer, Spot, StatusTopic, SubjectTopic, TimeTopic, enumerated};
use crate::unattached::{Unattached, UnattachedReason};
use measure::MeasureTopic;

/// The drafts of a text and the figures that are none.
#[derive(Debug, Default)]
pub(crate) struct Attached {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) unattached: Vec<Unattached>,
}

impl Attached {
    /// The draft of a number: they are numbered from 1 in their order.
    fn draft(&self, id: usize) -> Option<&Draft> {
        self.drafts.get(id.checked_sub(1)?)
    }

    fn draft_mut(&mut self, id: usize) -> Option<&mut Draft> {
        self.drafts.get_mut(id.checked_sub(1)?)
    }
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
        shown: None,
        lost: false,
        part: None,
        baseless: Vec::new(),
        told_plan: false,
        own_base: false,
        shared: None,
        earlier: false,
        behind_base: None,
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
    let mut lines = reading.lines.iter().peekable();
    while let Some(line) = lines.next() {
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
        let itemised = lines
            .peek()
            .is_some_and(|next| matches!(next.place, LinePlace::Item));
        opened = opens_list(reading, line, itemised);
    }
    repeats::link(&mut walk.out.drafts, &heads);
    walk.out
}

/// Whether a line opens the list of the lines after it: it ends with a colon, or
/// is short, without a figure or a full stop, before the first item.
fn opens_list(reading: &Reading<'_>, line: &Line, itemised: bool) -> bool {
    let Some(last) = line.sentences.last() else {
        return false;
    };
    let short = itemised && line.sentences.len() == 1 && last.words.len() <= HEADING;
    match last
        .words
        .end
        .checked_sub(1)
        .and_then(|at| reading.shape(at))
    {
        Some(Shape::Sign(':')) => true,
        Some(Shape::Sign('.' | ';' | ',' | '!' | '?')) => false,
        _ => {
            short
                && reading.marks_of(&last.words).iter().all(|m| {
                    let MarkKind::Figure(at) = m.kind else {
                        return true;
                    };
                    let role = reading.figures.get(at).map(|f| &f.role);
                    matches!(role, Some(FigureRole::None(_)))
                })
        }
    }
}

/// How many words a heading without a colon has at most.
const HEADING: usize = 12;

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
    base: Option<Held<DraftBase>>,
    /// The base last told in the paragraph, for growth that prints none.
    told_base: Option<Held<DraftBase>>,
    /// How the figure before compared, for `giảm 1,6% về lượng và 5,7% về giá trị`.
    shown: Option<Held<Compare>>,
    /// Whether the figure before was a level of what is not known: comparisons
    /// behind it are of it.
    lost: bool,
    /// The part named since the last level, and where its words end.
    part: Option<(PartId, usize)>,
    /// Growth of this sentence that printed no base so far.
    baseless: Vec<Baseless>,
    /// Whether a plan was told in the paragraph.
    told_plan: bool,
    /// Behind a comparison, in the words of its own base.
    own_base: bool,
    /// `tỷ trọng`, of this clause.
    shared: Option<Held<Compare>>,
    /// In a bracket that gives the value compared with.
    earlier: bool,
    /// The word after the bracket that stands right behind the words of a base.
    behind_base: Option<usize>,
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
        (self.shown, self.lost) = (None, false);
        self.part = None;
        (self.shared, self.own_base) = (None, false);
        (self.partner, self.giver) = (None, None);
        self.based = false;
        if new_paragraph {
            (self.told_base, self.told_plan) = (None, false);
        }
        (self.earlier, self.behind_base) = (false, None);
        self.boundary = sentence.words.start;
        self.turns = Vec::new().into_iter();
        self.total = None;
        self.first = self.out.drafts.len();
        self.clause = sentence.words.start;
        self.limit = sentence.words.end;
    }

    fn run(&mut self, sentence: &Sentence) {
        let reading = self.printer.reading;
        let marks = reading.marks_of(&sentence.words);
        let investors = marks.iter().find(|m| match m.kind {
            MarkKind::Place(tinh_gazetteer::NamedPlace::Country(country)) => {
                country.alpha2() != "VN" && measure::is_investor(reading, &m.words)
            }
            _ => false,
        });
        if let Some(investors) = investors {
            self.measure.foreign(&investors.words, self.sentence);
        }
        let listed = enumerated(reading, marks);
        self.subject.announced(reading, sentence, self.sentence);
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
                    let opens = self.opens_clause(&mark.words) || self.opens_at(&mark.words);
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

    fn spot(&self, figure: &FigureMention<'p>) -> Spot {
        Spot {
            sentence: self.sentence,
            clause: self.clause,
            at: figure.words.start,
            paragraph: self.paragraph,
        }
    }

    /// The word before a figure and the words that qualify it: that of `là hơn 5
    /// tỷ USD` is `là`.
    fn before(&self, figure: &FigureMention<'p>) -> usize {
        let reading = self.printer.reading;
        let mut at = figure.words.start.wrapping_sub(1);
        while at > self.boundary && reading.is(at, WordClass::Qualifies) {
            at -= 1;
        }
        at
    }

    fn figure(&mut self, figure: &FigureMention<'p>) {
        let outcome = match &figure.role {
            FigureRole::None(reason) => Err(*reason),
            _ if self.earlier || self.is_base_value(figure) => Err(UnattachedReason::ComparedValue),
            FigureRole::Percent | FigureRole::Multiple => self.relative(figure),
            FigureRole::Money | FigureRole::Count(..) => self.level(figure),
            FigureRole::Bare => self.part_of_count(figure),
            FigureRole::Duration(_) if self.measure.is_of_term() => self.level(figure),
            FigureRole::Duration(_) => Err(UnattachedReason::Duration),
        };
        let relative = matches!(figure.role, FigureRole::Percent | FigureRole::Multiple);
        let told = matches!(figure.role, FigureRole::None(_) | FigureRole::Duration(_));
        if !relative && !told {
            self.lost = outcome.is_err_and(|reason| !reason.is_beside_level());
        }
        if let Err(reason) = outcome {
            self.out.unattached.push(Unattached {
                span: self.printer.span(&figure.words),
                printed: figure.printed.to_owned(),
                reason,
            });
        }
    }

    /// The comparing word right before a figure, but for its qualifier.
    fn adjacent(&self, figure: &FigureMention<'p>) -> Option<Compare> {
        let held = self.compare.as_ref()?;
        (held.words.end + 2 >= figure.words.start).then_some(held.value)
    }
}
