//! What a figure measures: the cue words beside it, its noun, and what the
//! figures before it measured.

mod capital;
mod codes;
mod counts;
mod cues;
mod shares;

use std::ops::Range;

use crate::cues::{Basis, Capital, Cue, Nature, Noun, TopicId, money_beside};
use crate::drafts::{Field, Grade};
use crate::topics::{Held, Printer, Spot};
use crate::unattached::UnattachedReason;

use codes::fits;
pub(crate) use cues::{Cues, cues_behind, is_investor, phrase_end};

/// What a level measured, for the figures after it.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) draft: usize,
    pub(crate) code: String,
    pub(crate) nature: Nature,
    pub(crate) money: bool,
    pub(crate) capital: Option<Capital>,
    /// How firm its measure is: what is told from it is no firmer.
    pub(crate) grade: Grade,
    pub(crate) words: Range<usize>,
    /// The word where its own noun phrase ends.
    pub(crate) until: usize,
    pub(crate) sentence: usize,
}

impl Level {
    fn held<T>(&self, value: T) -> Held<T> {
        Held::new(value, &self.words, self.sentence)
    }
}

/// What is known when a figure is met.
#[derive(Debug, Default)]
pub(crate) struct MeasureTopic {
    /// Since the last level.
    segment: Cues,
    /// Since the sentence began.
    sentence: Cues,
    /// From the sentences before.
    article: Cues,
    /// Whose money the title and the lead speak of.
    lead: Option<Held<Capital>>,
    /// A country or its investors, spoken of in the sentence: their projects
    /// are foreign investment.
    foreign: Option<Held<Capital>>,
    /// The last topic that counts goods.
    goods: Option<Held<TopicId>>,
    /// What was said before a bracket opened.
    outside: Option<Cues>,
    /// The level before a bracket opened.
    whole: Option<Level>,
    /// The topics named since the last level, for `lần lượt`.
    named: Vec<Held<TopicId>>,
    /// Those still to be paired with a level.
    paired: std::vec::IntoIter<Held<TopicId>>,
    /// Whether the parts of a total are listed.
    parts: bool,
    /// Whether their total stands in the same sentence.
    parts_of_level: bool,
    /// Whether the sentence told two kinds of capital apart.
    mixed: bool,
    /// Whether the words since the last level raise a sum: `nâng tổng số`.
    summed: bool,
    /// Whether the sentence counted projects that are called for.
    called: bool,
    /// Whether the figure that is asked for is in đồng.
    pub(crate) in_dong: bool,
    /// The last level of the sentence.
    pub(crate) level: Option<Level>,
    /// The last count of the item that money may be of.
    counted: Option<Level>,
    /// The last level of the sentences before, in the paragraph.
    pub(crate) before: Option<Level>,
}

/// A measure, its nature, and whose money it is.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) code: Field<String>,
    pub(crate) nature: Nature,
    pub(crate) capital: Option<Capital>,
    /// Whether it is the cost of one project.
    pub(crate) of_project: bool,
    /// Whether whose money it is was said beside the figure.
    pub(crate) said: bool,
}

impl Measured {
    pub(super) fn new(code: Field<String>, nature: Nature) -> Self {
        Self {
            code,
            nature,
            capital: None,
            of_project: false,
            said: false,
        }
    }
}

/// How many topics `lần lượt` pairs at most.
const PAIRS: usize = 6;

/// How many sentences the title and the lead have.
const LEAD: usize = 3;

impl MeasureTopic {
    pub(crate) fn begin_sentence(&mut self, new_paragraph: bool) {
        let said = std::mem::take(&mut self.sentence);
        if said.topic.is_some() {
            self.article.topic = said.topic;
        }
        match said.capital {
            // Both kinds told apart: the next sentence may speak of either.
            Some(_) if self.mixed => self.article.capital = None,
            // A part says nothing of what comes after the total.
            Some(_) if self.parts_of_level => {}
            Some(capital) => {
                if capital.sentence <= LEAD {
                    self.lead = Some(capital.clone());
                }
                self.article.capital = Some(capital);
            }
            None => {}
        }
        if new_paragraph {
            self.article.capital.clone_from(&self.lead);
        }
        (self.counted, self.outside, self.called) = (None, None, false);
        self.whole = None;
        self.named.clear();
        self.foreign = None;
        self.paired = Vec::new().into_iter();
        let last = self.level.take();
        self.before = if new_paragraph {
            None
        } else {
            last.or(self.before.take())
        };
        self.segment = Cues::default();
        (self.parts, self.parts_of_level, self.mixed) = (false, false, false);
    }

    /// What is said in brackets is of the figures in them, and what follows them
    /// of the level before: `55 dự án (37 trong nước, 18 nước ngoài) với tổng vốn`.
    /// One right in the noun phrase of a level tells of that level.
    pub(crate) fn bracket(&mut self, opens: bool, at: usize) {
        if opens {
            self.whole = self.level.clone();
        } else if let (Some(whole), Some(part)) = (self.whole.take(), &self.level)
            && part.draft != whole.draft
            && counts_alike(&part.code, &whole.code)
        {
            self.counted = money_beside(&whole.code).map(|_| whole.clone());
            self.level = Some(whole);
            self.segment = Cues::default();
        }
        if opens {
            self.outside = Some(self.segment.clone());
            if self.level.as_ref().is_some_and(|l| at <= l.until) {
                self.segment = Cues::default();
            }
        } else if let Some(outside) = self.outside.take() {
            self.segment = outside;
        }
    }

    /// Investors of another country are spoken of.
    pub(crate) fn foreign(&mut self, words: &Range<usize>, sentence: usize) {
        self.foreign = Some(Held::new(Capital::Fdi, words, sentence));
    }

    /// `trong đó`: the parts of the level before follow.
    pub(crate) fn parts(&mut self) {
        self.parts = true;
        self.parts_of_level = self.level.is_some();
    }

    /// The nature of the level whose parts are listed.
    pub(crate) fn nature_of_total(&self) -> Nature {
        let level = self.level.as_ref().or(self.before.as_ref());
        level.map_or(Nature::Either, |l| l.nature)
    }

    /// Whether the words since the last level are of the whole cost of a project.
    pub(crate) fn says_whole_cost(&self) -> bool {
        let basis = self.segment.basis.as_ref().map(|b| b.value);
        matches!(basis, Some(Basis::Total | Basis::Planned)) && self.sentence.capital.is_none()
    }

    /// Whether the term of a project is spoken of.
    pub(crate) fn is_of_term(&self) -> bool {
        let topic = self.segment.topic.as_ref();
        topic.is_some_and(|t| t.value.topic().name == "project-term")
    }

    /// Whether the last level is the count of the noun at a word: `chín dự án`.
    pub(crate) fn is_counted_at(&self, at: usize) -> bool {
        self.counted.as_ref().is_some_and(|l| l.words.end == at)
    }

    /// Whether what a plant can make is spoken of, in whatever it makes.
    pub(crate) fn is_capacity(&self) -> bool {
        let topic = self.segment.topic.as_ref();
        topic.is_some_and(|t| t.value.topic().name == "capacity")
    }

    /// The term of a project.
    pub(crate) fn term(
        &self,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, UnattachedReason> {
        let topic = self
            .segment
            .topic
            .as_ref()
            .ok_or(UnattachedReason::NoMeasure)?;
        Ok(of_topic(topic, topic.value.topic().count, printer, spot))
    }

    /// `nâng tổng số`: what follows is of all that was counted.
    pub(crate) fn sums(&mut self) {
        self.summed = true;
    }

    /// Whether the words so far speak of an adjustment of capital, alone or with
    /// what is new: `vốn cấp mới và tăng thêm`.
    pub(crate) fn adjusts(&self) -> bool {
        let seg = &self.segment;
        let adjusted = seg.basis.as_ref().map(|b| b.value) == Some(Basis::Adjusted);
        // `thu ngân sách đạt 500 tỷ đồng, tăng thêm 20 tỷ đồng`: no capital.
        let of_capital = seg.capital.is_some()
            || seg.money_topic().is_none()
                && (self.level.as_ref()).is_none_or(|l| !l.money || is_of_capital(&l.code));
        seg.joined || (adjusted && of_capital)
    }

    /// `tăng vốn từ 4,6 tỷ USD lên 5,6 tỷ USD`: both are all of it, no change.
    pub(crate) fn takes_whole(&mut self) {
        if let Some(basis) = &mut self.segment.basis
            && basis.value == Basis::Adjusted
        {
            basis.value = Basis::Total;
        }
    }

    /// Whether the words right before name what no row of the table measures: a
    /// price, a profit, a fine.
    pub(crate) fn is_outside(&self) -> bool {
        let seg = &self.segment;
        seg.topic.as_ref().is_some_and(|topic| {
            let last = |words: &Range<usize>| words.end <= topic.words.end;
            topic.value.topic().name == "outside"
                && seg.basis.as_ref().is_none_or(|b| last(&b.words))
                && seg.capital.as_ref().is_none_or(|c| last(&c.words))
        })
    }

    /// `GRDP … với mức thực hiện 75.000 tỷ đồng`: what was reached, and no money
    /// spent, where no capital is spoken of.
    fn is_level_of(&self, cues: &Cues) -> bool {
        let reached = cues
            .basis
            .as_ref()
            .is_some_and(|b| b.value == Basis::Implemented);
        reached && self.sentence.capital.is_none()
    }

    /// Whether what is spent is spoken of: `giải ngân đạt 62%` is of the plan.
    pub(crate) fn spends(&self) -> bool {
        self.segment
            .basis
            .as_ref()
            .is_some_and(|b| b.value == Basis::Implemented)
    }

    /// Whether words since the last level say what money is of.
    pub(crate) fn says_money(&self) -> bool {
        let seg = &self.segment;
        seg.money_topic().is_some() || seg.capital.is_some() || seg.basis.is_some()
    }

    /// Whether words since the last level say what a figure measures: not
    /// those of the level's own noun phrase.
    pub(crate) fn is_named(&self) -> bool {
        self.is_named_since(0)
    }

    /// Whether words since the last level name another measure or whose money it is.
    pub(crate) fn names_another(&self) -> bool {
        let until = self.level.as_ref().map_or(0, |l| l.until);
        let seg = &self.segment;
        seg.topic.as_ref().is_some_and(|t| t.words.end > until)
            || seg.capital.as_ref().is_some_and(|c| c.words.end > until)
    }

    /// The same of words from a place on.
    pub(crate) fn is_named_since(&self, from: usize) -> bool {
        let seg = &self.segment;
        let from = from.max(self.level.as_ref().map_or(0, |l| l.until));
        let after = |words: &Range<usize>| words.end > from;
        seg.topic.as_ref().is_some_and(|t| after(&t.words))
            || seg.capital.as_ref().is_some_and(|c| after(&c.words))
            || seg.basis.as_ref().is_some_and(|b| after(&b.words))
    }

    pub(crate) fn cue(&mut self, cue: Cue, words: &Range<usize>, sentence: usize) {
        if let Cue::Capital(value) = cue
            && self
                .sentence
                .capital
                .as_ref()
                .is_some_and(|c| c.value != value)
        {
            self.mixed = true;
        }
        if self.segment.only_narrows(cue, words) {
            return;
        }
        if let Cue::Topic(value) = cue
            && fits(Noun::Goods, value.topic().name)
        {
            self.goods = Some(Held::new(value, words, sentence));
        }
        if let Cue::Topic(value) = cue
            && self.named.len() < PAIRS
        {
            self.named.push(Held::new(value, words, sentence));
        }
        self.segment.add(cue, words, sentence);
        self.sentence.add(cue, words, sentence);
    }

    /// `lần lượt`: the topics just named are taken in turn.
    pub(crate) fn pair(&mut self) {
        if self.named.len() > 1 {
            self.paired = std::mem::take(&mut self.named).into_iter();
        }
    }

    /// The next topic in turn governs the figure that comes.
    pub(crate) fn take_turn(&mut self) {
        if let Some(topic) = self.paired.next() {
            self.segment.topic = Some(topic);
            self.segment.basis = None;
        }
    }

    /// After a level: what follows has cues of its own.
    pub(crate) fn level(&mut self, level: Level) {
        self.summed = false;
        self.called |= level.code.ends_with(".projects-called");
        if money_beside(&level.code).is_some() {
            self.counted = Some(level.clone());
        } else if level.money {
            self.counted = None;
        }
        self.level = Some(level);
        self.outside = None;
        self.named.clear();
        self.segment = Cues::default();
    }

    /// `đầu tư 287 tỷ đồng xây …`: the cost of the project that is built.
    pub(crate) fn invested(
        &self,
        verb: &Range<usize>,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Measured {
        let verb = Held::new((), verb, spot.sentence);
        let code = printer.field(&verb, "investment.planned".to_owned(), spot);
        Measured {
            of_project: true,
            ..Measured::new(code, Nature::Stock)
        }
    }
}

/// The measure of a figure without a word of its own, beside another.
fn beside(
    level: &Level,
    printer: Printer<'_, '_>,
    spot: &Spot,
) -> Result<Measured, UnattachedReason> {
    let code = if level.money {
        Some(level.code.as_str())
    } else {
        money_beside(&level.code)
    };
    let mut code = printer.field(
        &level.held(()),
        code.ok_or(UnattachedReason::NoMeasure)?.to_owned(),
        spot,
    );
    code.grade = code.grade.min(level.grade);
    Ok(Measured {
        capital: level.capital,
        ..Measured::new(code, level.nature)
    })
}

/// Whether two measures count one noun: projects of different money, guests.
fn counts_alike(part: &str, whole: &str) -> bool {
    let noun = |code: &str| code.rsplit('.').next().unwrap_or("").to_owned();
    part == whole || (noun(part) == "projects" && noun(whole) == "projects")
}

/// Whether a measure is of capital that is registered for projects.
fn is_of_capital(code: &str) -> bool {
    let stem = code.split('.').next();
    matches!(
        stem,
        Some("fdi" | "ddi" | "ofdi" | "investment" | "enterprise-capital")
    )
}

/// The code of a topic's level, for its growth; none of a price or a profit.
fn level_code(topic: TopicId) -> Option<&'static str> {
    let topic = topic.topic();
    let percent = topic
        .percent
        .map(|code| code.split(':').next().unwrap_or(code));
    percent.or(topic.money).or(topic.count)
}

fn of_topic(
    topic: &Held<TopicId>,
    code: Option<&str>,
    printer: Printer<'_, '_>,
    spot: &Spot,
) -> Measured {
    let code = printer.field(topic, code.unwrap_or("things").to_owned(), spot);
    Measured::new(code, topic.value.topic().nature)
}
