//! What a figure measures: the cue words beside it, its noun, and what the
//! figures before it measured.

use std::ops::Range;

use tinh_gazetteer::NamedPlace;

use crate::cues::{Basis, Capital, Cue, Nature, Noun, TopicId};
use crate::drafts::{Field, Grade};
use crate::mentions::{FigureRole, MarkKind, Reading};
use crate::topics::{Held, Printer, Spot};

/// The cues of a stretch of text, the last of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub(crate) topic: Option<Held<TopicId>>,
    pub(crate) capital: Option<Held<Capital>>,
    pub(crate) basis: Option<Held<Basis>>,
    /// Whether the first stands right behind the figure: `5 tỷ đồng vốn FDI`.
    pub(crate) close: bool,
    /// Whether several stages are joined: all of what is registered.
    joined: bool,
    /// The words of the last sector.
    sector: Range<usize>,
}

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
        Held {
            value,
            words: self.words.clone(),
            sentence: self.sentence,
        }
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
    /// Whether the figure that is asked for is in đồng.
    pub(crate) in_dong: bool,
    /// The last level of the sentence.
    pub(crate) level: Option<Level>,
    /// The last count of the item that money may be of.
    counted: Option<Level>,
    /// The last level of the sentences before, in the paragraph.
    before: Option<Level>,
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
    fn new(code: Field<String>, nature: Nature) -> Self {
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

/// Why a figure has no measure.
type Reason = &'static str;

const UNSAID: Reason = "no word that says what it measures";

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
        (self.counted, self.outside) = (None, None);
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

    /// What is said in brackets is of the figures in them.
    pub(crate) fn bracket(&mut self, opens: bool) {
        if opens {
            self.outside = Some(self.segment.clone());
        } else if let Some(outside) = self.outside.take() {
            self.segment = outside;
        }
    }

    /// Investors of another country are spoken of.
    pub(crate) fn foreign(&mut self, words: &Range<usize>, sentence: usize) {
        self.foreign = Some(Held {
            value: Capital::Fdi,
            words: words.clone(),
            sentence,
        });
    }

    /// `trong đó`: the parts of the level before follow.
    pub(crate) fn parts(&mut self) {
        self.parts = true;
        self.parts_of_level = self.level.is_some();
    }

    /// Whether the words so far speak of an adjustment of capital.
    pub(crate) fn adjusts(&self) -> bool {
        self.segment
            .basis
            .as_ref()
            .is_some_and(|b| b.value == Basis::Adjusted)
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
        if let Cue::Topic(value) = cue
            && fits(Noun::Goods, value.topic().name)
        {
            self.goods = Some(Held {
                value,
                words: words.clone(),
                sentence,
            });
        }
        if let Cue::Topic(value) = cue
            && self.named.len() < PAIRS
        {
            self.named.push(Held {
                value,
                words: words.clone(),
                sentence,
            });
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
        let verb = Held {
            value: (),
            words: verb.clone(),
            sentence: spot.sentence,
        };
        let code = printer.field(&verb, "investment.planned".to_owned(), spot);
        Measured {
            of_project: true,
            ..Measured::new(code, Nature::Stock)
        }
    }

    /// The measure of an amount of money. `project`: one is spoken of here.
    pub(crate) fn money(
        &self,
        after: &Cues,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, Reason> {
        let seg = &self.segment;
        let until = self.level.as_ref().map_or(0, |l| l.until);
        let own = |c: &Held<Capital>| c.words.start >= until;
        if after.close
            && !seg.capital.as_ref().is_some_and(own)
            && let Some(found) = self.money_of(after, project, printer, spot)
        {
            return Ok(found);
        }
        // The nearest wins; a bare `FDI` after a topic only narrows it.
        let topic = seg.money_topic();
        if let Some(topic) = topic
            && (seg
                .basis
                .as_ref()
                .is_none_or(|b| b.words.start <= topic.words.start)
                || self.is_level_of(seg))
        {
            // `5 triệu lượt khách; doanh thu đạt …`
            let tourism = topic.value.topic().name == "enterprise-revenue"
                && self.level.as_ref().is_some_and(|l| l.code == "tourists");
            let code = if tourism {
                Some("tourism-revenue")
            } else {
                topic.value.topic().money
            };
            return Ok(of_topic(topic, code, printer, spot));
        }
        if seg.basis.is_some() || seg.capital.is_some() {
            let capital = seg.capital.as_ref().or(after.capital.as_ref());
            return Ok(self.capital_money(seg.basis.as_ref(), capital, project, printer, spot));
        }
        if let Some(found) = self.money_of(after, project, printer, spot) {
            return Ok(found);
        }
        if let Some(level) = &self.level {
            return beside(level, printer, spot);
        }
        if let Some(topic) = self.sentence.money_topic() {
            return Ok(of_topic(topic, topic.value.topic().money, printer, spot));
        }
        match &self.before {
            Some(level) if level.money => beside(level, printer, spot),
            _ => Err(UNSAID),
        }
    }

    /// What some cues say of money.
    fn money_of(
        &self,
        cues: &Cues,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Option<Measured> {
        if let Some(topic) = cues.money_topic() {
            return Some(of_topic(topic, topic.value.topic().money, printer, spot));
        }
        let said = cues.basis.is_some() || cues.capital.is_some();
        said.then(|| {
            self.capital_money(
                cues.basis.as_ref(),
                cues.capital.as_ref(),
                project,
                printer,
                spot,
            )
        })
    }

    /// Money of investments, from the words for whose it is and at which stage.
    fn capital_money(
        &self,
        basis: Option<&Held<Basis>>,
        capital: Option<&Held<Capital>>,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Measured {
        let stage = basis.map_or(Basis::Registered, |b| b.value);
        if stage == Basis::Worth
            && let Some(level) = self.level.as_ref().filter(|l| l.code != "land-area")
            && let Some(code) =
                money_beside(&level.code).or_else(|| level.money.then_some(level.code.as_str()))
        {
            let mut code = printer.field(&level.held(()), code.to_owned(), spot);
            code.grade = code.grade.min(level.grade);
            return Measured {
                capital: level.capital,
                ..Measured::new(code, level.nature)
            };
        }
        // `trong đó vốn nhà nước đạt …`: a part of all investment.
        let total = self.level.as_ref().or(self.before.as_ref());
        if let Some(level) = total.filter(|l| self.parts && l.code == "social-investment")
            && let Ok(part) = beside(level, printer, spot)
        {
            return part;
        }
        let plain = matches!(
            stage,
            Basis::Registered | Basis::Total | Basis::Planned | Basis::Worth
        );
        // `719 dự án với tổng vốn`: the money of what was just counted.
        let founded = self.before.as_ref().filter(|l| {
            l.code == "enterprises"
                && stage == Basis::Registered
                && capital.is_none()
                && self.level.is_none()
        });
        let counted = self.counted.as_ref().or(founded);
        if let Some(level) = counted
            && plain
            && capital.is_none_or(|c| Some(c.value) == level.capital)
            && let Some(code) = money_beside(&level.code)
        {
            let mut code = printer.field(&level.held(()), code.to_owned(), spot);
            code.grade = code.grade.min(level.grade);
            return Measured {
                capital: level.capital,
                said: capital.is_some(),
                ..Measured::new(code, level.nature)
            };
        }
        let whose = self.whose(capital);
        let told = whose
            .as_ref()
            .is_some_and(|w| w.sentence == spot.sentence && w.value != Capital::Any);
        if project && counted.is_none() && plain && !told {
            let words = basis.map(|b| printer.field(b, "investment.planned".to_owned(), spot));
            let code = words.unwrap_or_else(|| Field {
                value: Some("investment.planned".to_owned()),
                grade: Grade::Assumed,
                ..Field::default()
            });
            return Measured {
                of_project: true,
                ..Measured::new(code, Nature::Stock)
            };
        }
        // Foreign investment is registered in dollars: one that is only
        // inherited does not reach an amount in đồng.
        let whose = whose
            .filter(|w| !(self.in_dong && w.value == Capital::Fdi && w.sentence != spot.sentence));
        let kind = whose.as_ref().map(|w| w.value);
        let code = money_code(kind, stage);
        let mut field = match (basis, &whose) {
            (Some(basis), _) => printer.field(basis, code, spot),
            (None, Some(held)) => printer.field(held, code, spot),
            (None, None) => Field {
                value: Some(code),
                grade: Grade::Assumed,
                ..Field::default()
            },
        };
        if let Some(held) = &whose {
            field.grade = field.grade.min(held.grade(spot));
            field.evidence.push(printer.span(&held.words));
        }
        let of_project = project && counted.is_none() && stage == Basis::Adjusted;
        let nature = if matches!(stage, Basis::Planned | Basis::Called) {
            Nature::Stock
        } else {
            Nature::Either
        };
        Measured {
            capital: kind,
            of_project,
            said: capital.is_some(),
            ..Measured::new(field, nature)
        }
    }

    /// Whose money: said here, by the figure before, in the sentence, that of
    /// the investors the sentence speaks of, or above.
    fn whose(&self, capital: Option<&Held<Capital>>) -> Option<Held<Capital>> {
        if let Some(held) = capital {
            return Some(held.clone());
        }
        let level = self.level.as_ref();
        if let Some(held) = level.and_then(|l| l.capital.map(|value| l.held(value))) {
            return Some(held);
        }
        let above = self.article.capital.as_ref().filter(|_| level.is_none());
        let here = self.sentence.capital.as_ref().filter(|_| level.is_none());
        here.or(self.foreign.as_ref()).or(above).cloned()
    }

    /// The measure of a count.
    pub(crate) fn count(
        &self,
        noun: Noun,
        words: &Range<usize>,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, Reason> {
        let topic = self.segment.topic.as_ref().or(after.topic.as_ref());
        let topic_name = topic.map_or("", |t| t.value.topic().name);
        let fixed = |code: &str, nature| {
            let near = Held {
                value: (),
                words: words.clone(),
                sentence: spot.sentence,
            };
            Ok(Measured::new(
                printer.field(&near, code.to_owned(), spot),
                nature,
            ))
        };
        let event = |l: &Level| l.code.starts_with("event-");
        let at_event = topic_name == "event"
            || self
                .level
                .as_ref()
                .or(self.before.as_ref())
                .is_some_and(event);
        match noun {
            // `trao thỏa thuận hợp tác cho 30 dự án`: each has one.
            Noun::Projects
                if topic_name == "agreements"
                    && self.segment.basis.is_none()
                    && self.segment.capital.is_none() =>
            {
                fixed("agreements", Nature::Either)
            }
            Noun::Turns if matches!(topic_name, "tourists" | "tourism-revenue" | "visits") => {
                fixed("tourists", Nature::Flow)
            }
            Noun::Projects | Noun::Adjustments | Noun::SharePurchases | Noun::Turns => {
                self.projects(noun, words, after, printer, spot)
            }
            Noun::Enterprises
            | Noun::Persons
            | Noun::Organisations
            | Noun::Investors
            | Noun::Localities
            | Noun::Countries
                if at_event =>
            {
                fixed("event-participants", Nature::Event)
            }
            Noun::Goods | Noun::Persons | Noun::Households => {
                let goods = self.goods.as_ref().filter(|_| noun == Noun::Goods);
                let of = [
                    topic,
                    self.sentence.topic.as_ref(),
                    goods,
                    self.article.topic.as_ref(),
                ];
                let of = of
                    .into_iter()
                    .flatten()
                    .find(|t| fits(noun, t.value.topic().name));
                let of = of.ok_or("a noun that says nothing of what it measures")?;
                Ok(of_topic(of, of.value.topic().count, printer, spot))
            }
            Noun::Countries => match topic_name {
                "partners-invest" => fixed("investor-countries", Nature::Stock),
                "partners-trade" | "exports" | "trade" => fixed("trade-partners", Nature::Stock),
                "diaspora" => fixed("diaspora-countries", Nature::Stock),
                _ if [&self.segment, &self.sentence, after]
                    .iter()
                    .any(|c| c.capital.as_ref().is_some_and(|c| c.value == Capital::Fdi)) =>
                {
                    fixed("investor-countries", Nature::Stock)
                }
                _ => Err("countries, and no word for what links them"),
            },
            Noun::Localities | Noun::Organisations
                if self
                    .sentence
                    .topic
                    .as_ref()
                    .is_some_and(|t| t.value.topic().name == "relations") =>
            {
                fixed(
                    if noun == Noun::Localities {
                        "partner-localities"
                    } else {
                        "partner-organisations"
                    },
                    Nature::Stock,
                )
            }
            Noun::Localities if matches!(topic_name, "agreements" | "relations") => {
                fixed("partner-localities", Nature::Stock)
            }
            Noun::Organisations if matches!(topic_name, "agreements" | "relations") => {
                fixed("partner-organisations", Nature::Stock)
            }
            Noun::Localities | Noun::Organisations => {
                Err("partners, and no word for what links them")
            }
            Noun::Workers
                if topic_name == "jobs" && printer.reading.slice(words).ends_with("lao động") =>
            {
                fixed("jobs", Nature::Flow)
            }
            Noun::Missions if matches!(topic_name, "visits" | "tourists") => {
                fixed("delegations-received", Nature::Flow)
            }
            _ => match fixed_code(noun) {
                Some((code, nature)) => fixed(code, nature),
                None => Err("a noun that is not in the table"),
            },
        }
    }

    /// Projects, their adjustments and share purchases.
    fn projects(
        &self,
        noun: Noun,
        words: &Range<usize>,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, Reason> {
        let own = after.capital.as_ref().or(self.segment.capital.as_ref());
        let whose = self.whose(own);
        let basis = after
            .basis
            .as_ref()
            .or(self.segment.basis.as_ref())
            .map(|b| b.value);
        let kind = whose.as_ref().map(|w| w.value);
        let what = match (noun, basis) {
            (Noun::SharePurchases, _) | (_, Some(Basis::Share)) => "share-purchases",
            (Noun::Adjustments, _) | (_, Some(Basis::Adjusted)) => "adjustments",
            (Noun::Turns, _) => return Err("turns, and no word for what was done"),
            (_, Some(Basis::Called)) => "projects-called",
            _ => "projects",
        };
        let stem = match kind {
            _ if what == "projects-called" => "investment",
            Some(Capital::Fdi) => "fdi",
            Some(Capital::Ddi) => "ddi",
            Some(Capital::Ofdi) => "ofdi",
            Some(Capital::Oda | Capital::Counterpart) => "oda",
            Some(Capital::OdaLoan) => "oda-loan",
            Some(Capital::NgoAid | Capital::OdaGrant) => "ngo-aid",
            _ if what == "share-purchases" => "fdi",
            _ => "investment",
        };
        let near = Held {
            value: (),
            words: words.clone(),
            sentence: spot.sentence,
        };
        let mut code = printer.field(&near, format!("{stem}.{what}"), spot);
        match &whose {
            Some(whose) => {
                code.grade = code.grade.min(whose.grade(spot));
                code.evidence.push(printer.span(&whose.words));
            }
            None => code.grade = Grade::Assumed,
        }
        let nature = if what == "projects-called" {
            Nature::Stock
        } else {
            Nature::Either
        };
        Ok(Measured {
            capital: kind,
            said: own.is_some(),
            ..Measured::new(code, nature)
        })
    }

    /// The measure of a percentage that compares nothing.
    pub(crate) fn percent(
        &self,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, Reason> {
        let topic = self
            .segment
            .topic
            .as_ref()
            .or(after.topic.as_ref())
            .or(self.sentence.topic.as_ref());
        let found =
            topic.and_then(|t| Some((t, t.value.topic().percent.filter(|p| is_said(t, p))?)));
        let (topic, mut code) = found.ok_or("a percentage, and no word that says of what")?;
        // `tỷ lệ lấp đầy` is of the parks or clusters just counted.
        if topic.value.topic().name == "occupancy"
            && self
                .level
                .as_ref()
                .is_some_and(|l| l.code == "industrial-clusters")
        {
            code = "industrial-clusters:occupancy";
        }
        Ok(of_topic(topic, Some(code), printer, spot))
    }

    /// `tỷ trọng ngành dịch vụ trong GRDP`: the sector has the share.
    pub(crate) fn shared(&self, printer: Printer<'_, '_>, spot: &Spot) -> Option<Measured> {
        let sector = self
            .named
            .iter()
            .rev()
            .find(|t| t.value.topic().name.starts_with("sector"))?;
        Some(of_topic(sector, level_code(sector.value), printer, spot))
    }

    /// What grows or has a share where the figure stands alone: its level's code.
    pub(crate) fn compared(&self, printer: Printer<'_, '_>, spot: &Spot) -> Option<Measured> {
        let seg = &self.segment;
        if let Some(topic) = seg.topic.as_ref().filter(|t| {
            seg.basis
                .as_ref()
                .is_none_or(|b| b.words.start < t.words.start)
        }) {
            return Some(of_topic(topic, level_code(topic.value), printer, spot));
        }
        if seg.basis.is_some() || seg.capital.is_some() {
            return Some(self.capital_money(
                seg.basis.as_ref(),
                seg.capital.as_ref(),
                false,
                printer,
                spot,
            ));
        }
        let topic = self.sentence.topic.as_ref()?;
        Some(of_topic(topic, level_code(topic.value), printer, spot))
    }
}

impl Cues {
    fn money_topic(&self) -> Option<&Held<TopicId>> {
        self.topic
            .as_ref()
            .filter(|t| t.value.topic().money.is_some())
    }

    fn add(&mut self, cue: Cue, words: &Range<usize>, sentence: usize) {
        let inside = |held: &Range<usize>| words.start <= held.start && held.end <= words.end;
        let covered = |held: &Range<usize>| held.start <= words.start && words.end <= held.end;
        let words = words.clone();
        match cue {
            // Prices are those of a product named before: `GDP bình quân đầu người
            // theo giá hiện hành` stays what it is.
            Cue::Topic(value)
                if value.topic().name.starts_with("grdp-c")
                    && self
                        .topic
                        .as_ref()
                        .is_some_and(|t| t.value.topic().name != "grdp") => {}
            Cue::Topic(value) => {
                // `vốn đầu tư toàn xã hội` says nothing of registered capital.
                self.basis.take_if(|b| inside(&b.words));
                self.topic = Some(Held {
                    value,
                    words,
                    sentence,
                });
            }
            Cue::Capital(value) => {
                self.capital = Some(Held {
                    value,
                    words,
                    sentence,
                })
            }
            Cue::Sector(_) => {
                self.capital.take_if(|c| inside(&c.words));
                self.basis.take_if(|b| inside(&b.words));
                self.sector = words;
            }
            Cue::Basis(_) if covered(&self.sector) => {}
            Cue::Basis(value) if !self.topic.as_ref().is_some_and(|t| covered(&t.words)) => {
                // `tổng vốn đầu tư đăng ký mới`: the finer word stays.
                let finer = |b: &Held<Basis>| {
                    b.words.end >= words.start
                        && value == Basis::Registered
                        && b.value != Basis::Total
                };
                let fine = |b: Basis| matches!(b, Basis::New | Basis::Adjusted | Basis::Share);
                // `cấp mới, điều chỉnh và góp vốn`: all of it.
                if let Some(held) = self.basis.as_mut().filter(|b| {
                    fine(b.value)
                        && fine(value)
                        && b.value != value
                        && words.start < b.words.end + 8
                }) {
                    *held = Held {
                        value: Basis::Registered,
                        words,
                        sentence,
                    };
                    self.joined = true;
                } else if self.joined && fine(value) {
                } else if !self.basis.as_ref().is_some_and(finer) {
                    self.basis = Some(Held {
                        value,
                        words,
                        sentence,
                    });
                }
            }
            _ => {}
        }
    }
}

/// The measure of a figure without a word of its own, beside another.
fn beside(level: &Level, printer: Printer<'_, '_>, spot: &Spot) -> Result<Measured, Reason> {
    let code = if level.money {
        Some(level.code.as_str())
    } else {
        money_beside(&level.code)
    };
    let mut code = printer.field(&level.held(()), code.ok_or(UNSAID)?.to_owned(), spot);
    code.grade = code.grade.min(level.grade);
    Ok(Measured {
        capital: level.capital,
        ..Measured::new(code, level.nature)
    })
}

/// Whether a bare percentage of a topic is what the table says: only few
/// topics are printed as their growth without a word for it.
fn is_said(topic: &Held<TopicId>, percent: &str) -> bool {
    !percent.ends_with(":growth")
        || matches!(
            topic.value.topic().name,
            "growth" | "grdp" | "grdp-constant" | "cpi"
        )
}

/// The code of a topic's level, for its growth.
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

/// Money beside a count: what the money is of.
fn money_beside(code: &str) -> Option<&'static str> {
    Some(match code {
        "fdi.projects" => "fdi.registered",
        "fdi.adjustments" => "fdi.registered-adjusted",
        "fdi.share-purchases" => "fdi.share-purchase",
        "ddi.projects" => "ddi.registered",
        "ddi.adjustments" => "ddi.registered-adjusted",
        "ofdi.projects" => "ofdi.registered",
        "oda.projects" => "oda.unstated",
        "oda-loan.projects" => "oda-loan.unstated",
        "investment.projects" => "investment.registered",
        "investment.adjustments" => "investment.registered-adjusted",
        "investment.projects-called" => "investment.called",
        "enterprises" => "enterprise-capital",
        "agreements" => "agreement-value",
        "exports" => "exports",
        "imports" => "imports",
        _ => return None,
    })
}

fn money_code(capital: Option<Capital>, stage: Basis) -> String {
    let stem = match capital {
        Some(Capital::Fdi) => "fdi",
        Some(Capital::Ddi) => "ddi",
        Some(Capital::Ofdi) => "ofdi",
        Some(Capital::Oda) => "oda",
        Some(Capital::OdaLoan) => "oda-loan",
        Some(Capital::OdaGrant) => "oda-grant",
        Some(Capital::ConcessionalLoan) => "concessional-loan",
        Some(Capital::Counterpart) => "counterpart",
        Some(Capital::NgoAid) => "ngo-aid",
        Some(Capital::Any) | None if stage == Basis::Share => "fdi",
        Some(Capital::Any) | None => "investment",
    };
    let aid = matches!(
        stem,
        "oda" | "oda-loan" | "oda-grant" | "concessional-loan" | "counterpart" | "ngo-aid"
    );
    let stage = match stage {
        Basis::Implemented => "implemented",
        Basis::Committed => "committed",
        Basis::Planned | Basis::Worth if aid => "planned",
        // A grant is given whole.
        _ if matches!(stem, "oda-grant" | "concessional-loan") => "planned",
        _ if aid => "unstated",
        Basis::New => "registered-new",
        Basis::Adjusted => "registered-adjusted",
        Basis::Share => "share-purchase",
        Basis::Called => return "investment.called".to_owned(),
        Basis::Planned if stem == "investment" => "planned",
        Basis::Registered | Basis::Planned | Basis::Total | Basis::Worth => "registered",
    };
    format!("{stem}.{stage}")
}

/// Nouns that say themselves what they count.
const fn fixed_code(noun: Noun) -> Option<(&'static str, Nature)> {
    Some(match noun {
        Noun::Enterprises => ("enterprises", Nature::Either),
        Noun::Cooperatives => ("cooperatives", Nature::Either),
        Noun::Workers => ("workers", Nature::Either),
        Noun::Jobs => ("jobs", Nature::Flow),
        Noun::Area => ("land-area", Nature::Stock),
        Noun::Length => ("length", Nature::Stock),
        Noun::IndustrialParks => ("industrial-parks", Nature::Stock),
        Noun::IndustrialClusters => ("industrial-clusters", Nature::Stock),
        Noun::EconomicZones => ("economic-zones", Nature::Stock),
        Noun::Tourists => ("tourists", Nature::Flow),
        Noun::Missions => ("missions", Nature::Flow),
        Noun::Visits => ("visits", Nature::Flow),
        Noun::DelegationsReceived => ("delegations-received", Nature::Flow),
        Noun::Agreements => ("agreements", Nature::Either),
        Noun::EventParticipants => ("event-participants", Nature::Event),
        Noun::EventBooths => ("event-booths", Nature::Event),
        Noun::Investors => ("investors", Nature::Stock),
        Noun::TradeOffices => ("trade-offices", Nature::Stock),
        Noun::Consulates => ("consulates", Nature::Stock),
        Noun::Students => ("students", Nature::Stock),
        Noun::DiasporaPersons => ("diaspora-persons", Nature::Stock),
        Noun::DelegationMembers => ("delegation-members", Nature::Event),
        Noun::Districts => ("districts", Nature::Stock),
        Noun::GrowingAreaCodes => ("growing-area-codes", Nature::Stock),
        Noun::PackingHouses => ("packing-houses", Nature::Stock),
        _ => return None,
    })
}

/// Whether a topic counts what a noun names.
fn fits(noun: Noun, topic: &str) -> bool {
    match noun {
        Noun::Goods => matches!(topic, "exports" | "imports" | "output"),
        Noun::Persons => matches!(
            topic,
            "population"
                | "students"
                | "workers"
                | "jobs"
                | "diaspora"
                | "insurance"
                | "tourists"
                | "visits"
        ),
        Noun::Households => matches!(topic, "poverty" | "new-rural" | "electrification"),
        _ => false,
    }
}

/// The cues behind a figure that belong to it: up to the next figure, sign,
/// or word that begins another phrase. Brackets are passed over.
pub(crate) fn cues_behind(
    reading: &Reading<'_>,
    figure: &Range<usize>,
    role: &FigureRole,
    limit: usize,
    sentence: usize,
) -> Cues {
    let reach = match role {
        FigureRole::Count(..) => 12,
        _ => 10,
    };
    // `43 quốc gia có đầu tư FDI`: a verb says what links them.
    let loose = matches!(role, FigureRole::Count(Noun::Countries, _));
    let end = figure.end.saturating_add(reach).min(limit);
    let mut cues = Cues::default();
    // The word the phrase has come to, brackets left out.
    let (mut at, mut depth) = (figure.end, 0_usize);
    for mark in reading.marks_of(&(figure.end..end)) {
        let words = mark.words.clone();
        match mark.kind {
            MarkKind::Sign('(') => depth += 1,
            MarkKind::Sign(')') if depth > 0 => {
                depth -= 1;
                at = mark.words.end;
            }
            _ if depth > 0 => {}
            MarkKind::Sign(_) | MarkKind::Figure(_) => break,
            _ if !loose && breaks(reading, at..words.start) => break,
            // `15 dự án của nhà đầu tư Hàn Quốc`
            MarkKind::Place(NamedPlace::Country(country))
                if country.alpha2() != "VN"
                    && cues.capital.is_none()
                    && is_investor(reading, words.start) =>
            {
                cues.capital = Some(Held {
                    value: Capital::Fdi,
                    words,
                    sentence,
                });
            }
            MarkKind::Cue(Cue::Compare(_) | Cue::Parts(_) | Cue::Subject(_)) => break,
            // `1.436 tỷ đồng vốn dự phòng`: money, and no word for which.
            MarkKind::Cue(Cue::Basis(Basis::Registered)) if words.len() == 1 => {}
            MarkKind::Cue(cue @ (Cue::Topic(_) | Cue::Capital(_) | Cue::Basis(_))) => {
                cues.close |= words.start == at;
                let first = match cue {
                    Cue::Topic(_) => cues.topic.is_none(),
                    Cue::Capital(_) => cues.capital.is_none(),
                    _ => cues.basis.is_none(),
                };
                if first {
                    cues.add(cue, &words, sentence);
                }
            }
            _ => {}
        }
    }
    cues
}

/// Whether investors are named before a country: `doanh nghiệp Hàn Quốc`.
pub(crate) fn is_investor(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.slice(&(at.saturating_sub(2)..at)),
        "đầu tư" | "doanh nghiệp" | "tập đoàn" | "công ty" | "dự án" | "đến từ"
    )
}

/// The word where the noun phrase of a level ends.
pub(crate) fn phrase_end(reading: &Reading<'_>, figure: &Range<usize>, limit: usize) -> usize {
    let end = figure.end.saturating_add(16).min(limit);
    let joins = (figure.end..end).find(|&at| matches!(reading.word(at), "và" | "với" | "còn"));
    let end = joins.unwrap_or(end);
    let marks = reading.marks_of(&(figure.end..end));
    let ends = |kind: MarkKind| {
        matches!(
            kind,
            MarkKind::Sign(_) | MarkKind::Figure(_) | MarkKind::Cue(Cue::Compare(_))
        )
    };
    marks
        .iter()
        .find(|m| ends(m.kind))
        .map_or(end, |m| m.words.start)
}

/// Whether a phrase of its own begins between a figure and a cue.
fn breaks(reading: &Reading<'_>, gap: Range<usize>) -> bool {
    gap.into_iter().any(|at| {
        matches!(
            reading.word(at),
            "với"
                | "và"
                | "có"
                | "đạt"
                | "trong"
                | "để"
                | "nhằm"
                | "cho"
                | "vào"
                | "tại"
                | "từ"
                | "đã"
                | "được"
                | "còn"
                | "do"
        )
    })
}
