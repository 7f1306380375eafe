//! The story a text tells: each act with its cast, its time, place and state.
//! What each kind of act makes of the actors around it has a file of its own.

mod gatherings;
mod investors;
mod journeys;
mod meetings;
mod mention;
mod papers;
mod scene;
mod subject;
mod works;

use std::ops::Range;

use self::scene::{Cast, Frame, Scene, act_words, is_subject, list_head};
use crate::cues::{Act, Aspect, Family, Link};
use crate::events::actors::Actor;
use crate::events::circumstances::{self, Mood};
use crate::events::clauses::clauses;
use crate::events::items::{Item, ItemKind, items};
use crate::events::roles::{Tie, ties};
use crate::events::who::Who;
use crate::events::{DraftEventKind, EventDate, EventState, PaperKind};
use crate::mentions::Reading;
use crate::text::Place as LinePlace;

/// A mention of an event.
#[derive(Clone, Debug)]
pub(in crate::events) struct Mention {
    pub(in crate::events) kind: DraftEventKind,
    pub(in crate::events) words: Range<usize>,
    pub(in crate::events) parties: Vec<Who>,
    pub(in crate::events) place: Option<String>,
    pub(in crate::events) date: Option<EventDate>,
    pub(in crate::events) state: EventState,
    /// Whether a word says the state.
    pub(in crate::events) stated: bool,
    pub(in crate::events) paper: Option<PaperKind>,
    /// The money it is about.
    pub(in crate::events) amount: Option<Range<usize>>,
    /// The first word of its act.
    pub(in crate::events) act: usize,
    /// Whether states began relations.
    pub(in crate::events) diplomatic: bool,
    /// In a title, a heading or a caption: it repeats what the body tells.
    pub(in crate::events) beside: bool,
    /// Whether several are told at once: `10 đoàn`.
    pub(in crate::events) several: bool,
    pub(in crate::events) sentence: usize,
    pub(in crate::events) same_as: Option<usize>,
}

impl Mention {
    /// Takes over what a later clause tells of the same event.
    fn goes_on(&mut self, later: Mention) {
        self.words.end = self.words.end.max(later.words.end);
        for who in later.parties {
            if !self.parties.contains(&who) {
                self.parties.push(who);
            }
        }
        self.date = self.date.or(later.date);
        self.amount = self.amount.take().or(later.amount);
    }
}

/// How many items of a sentence a journey's destination may be away.
const REACH: usize = 24;

/// How many mentions back an event may point.
const NEAR: usize = 64;

/// The mentions of a text, in order.
pub(in crate::events) fn mentions(reading: &Reading<'_>, actors: &[Actor]) -> Vec<Mention> {
    let mut story = Story {
        reading,
        actors,
        found: Vec::new(),
        planned_list: false,
        investors: Vec::new(),
        delegation: Vec::new(),
    };
    let mut number = 0;
    for line in &reading.lines {
        let beside = matches!(
            line.place,
            LinePlace::Title | LinePlace::Heading | LinePlace::Caption
        );
        for sentence in &line.sentences {
            let items = items(reading, actors, &sentence.words);
            story.sentence(&items, number, beside);
            number += 1;
        }
    }
    story.found
}

struct Story<'a, 'p> {
    reading: &'a Reading<'p>,
    actors: &'a [Actor],
    found: Vec<Mention>,
    /// Whether a list of what is to come was opened: `sẽ có 10 đoàn`.
    planned_list: bool,
    /// Whose project was told of last.
    investors: Vec<Who>,
    /// Whose delegation was told of last: one at most.
    delegation: Vec<Who>,
}

impl Story<'_, '_> {
    fn sentence(&mut self, items: &[Item], number: usize, beside: bool) {
        self.remember_investors(items);
        self.remember_delegation(items);
        let clauses = clauses(self.reading, items);
        let ground: Vec<(Vec<Tie>, Vec<Tie>)> = clauses
            .iter()
            .map(|c| (self.ties(items, &c.before), self.ties(items, &c.after)))
            .collect();
        let subjects: Vec<Vec<Who>> = ground
            .iter()
            .map(|(before, _)| self.subjects(before))
            .collect();
        let frame = Frame::new(items, &clauses, number, beside, self);
        // `A và B sẽ tổ chức các hoạt động, như: …`: the list is theirs, and planned.
        let head = list_head(items, &clauses).unwrap_or(&[]);
        let plans = |i: &Item| i.kind == ItemKind::Aspect(Aspect::Planned);
        let planned = head.iter().any(plans);
        // `Thanh Hóa: Hỗ trợ tỉnh Hủa Phăn …`, a title.
        let titled = matches!(head, [first, _] if matches!(first.kind, ItemKind::Actor(_)));
        let listed = if planned || titled {
            self.subjects(&self.ties(items, &(0..head.len())))
        } else {
            Vec::new()
        };
        let (mut subject, mut barred): (&[Who], bool) = (&listed, false);
        // `sẽ gặp X và dự lễ khai trương`: one plan.
        let mut carried = false;
        // `ủng hộ X tổ chức`: what is supported is not told.
        let mut supported = false;
        for (at, ((clause, (before, after)), own)) in
            clauses.iter().zip(ground).zip(&subjects).enumerate()
        {
            let reach = items.len().min(clause.after.start + REACH);
            let first = clause
                .before
                .start
                .checked_sub(1)
                .and_then(|at| items.get(at));
            let apart = first.is_some_and(|i| i.kind == ItemKind::Sign(';'));
            // `X làm chủ dự án …, do Y tài trợ`: what X has.
            let given_by =
                !apart && !before.is_empty() && before.iter().all(|t| t.link == Some(Link::By));
            let scene = Scene {
                items,
                clause,
                before,
                after,
                rest: self.ties(items, &(clause.after.start..reach)),
                inherited: if own.is_empty() { subject } else { &[] },
                earlier: if clause.joined || given_by {
                    subject
                } else {
                    &[]
                },
                next: subjects.get(at + 1).map_or(&[], Vec::as_slice),
                frame: &frame,
            };
            if !own.is_empty() {
                subject = own;
            }
            let mood = match circumstances::mood(scene.ahead(), act_words(items, clause)) {
                Mood::Told(None) if planned || (carried && own.is_empty()) => {
                    Mood::Told(Some(EventState::Planned))
                }
                mood => mood,
            };
            carried = mood == Mood::Told(Some(EventState::Planned));
            barred = mood == Mood::NoEvent || (clause.joined && (barred || supported));
            if let (Mood::Told(state), false) = (mood, barred)
                && let Some((kind, cast)) = self.told(&scene)
            {
                let mention = self.mention(kind, cast, &scene, state);
                let goes_on = clause.joined && kind == DraftEventKind::Licence;
                match self
                    .found
                    .last_mut()
                    .filter(|last| goes_on && last.kind == kind && last.sentence == number)
                {
                    // `trao quyết định chấp thuận … cho X`: one handing over.
                    Some(last) => last.goes_on(mention),
                    None => self.push(mention),
                }
                supported = false;
            } else {
                self.place_told(&scene);
                let act = clause.acts.first().and_then(|&at| items.get(at));
                let next = items.get(clause.after.start).map(|i| i.kind);
                supported = act.is_some_and(|act| act.kind == ItemKind::Act(Act::Give))
                    && matches!(next, Some(ItemKind::Actor(_)));
            }
        }
    }

    fn ties(&self, items: &[Item], run: &Range<usize>) -> Vec<Tie> {
        ties(items, self.actors, run)
    }

    fn subjects(&self, ties: &[Tie]) -> Vec<Who> {
        ties.iter()
            .filter(|t| is_subject(t))
            .filter_map(|t| self.who(t))
            .collect()
    }

    /// What the first act of a clause that makes an event makes.
    fn told(&self, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        let acts = || {
            let acts = scene.clause.acts.iter().take(4);
            acts.filter_map(|&at| match scene.items.get(at)?.kind {
                ItemKind::Act(act) => Some((act, at)),
                _ => None,
            })
        };
        // `ký thỏa thuận kết nghĩa`: the relation, before the paper.
        let relation = acts().find(|(act, _)| act.family() == Family::Relation);
        let told = relation.and_then(|(act, at)| self.cast(act, at, scene));
        told.or_else(|| acts().find_map(|(act, at)| self.cast(act, at, scene)))
    }

    fn who(&self, tie: &Tie) -> Option<Who> {
        self.actors.get(tie.actor).map(|actor| actor.who.clone())
    }

    fn push(&mut self, mention: Mention) {
        if mention.state == EventState::Planned && mention.several {
            self.planned_list = true;
        }
        if mention.stated && mention.state == EventState::Done {
            self.planned_list = false;
        }
        // Stops of one journey, told in one sentence.
        let mission = matches!(
            mention.kind,
            DraftEventKind::MissionOut | DraftEventKind::MissionIn
        );
        if let Some(last) = self.found.last_mut()
            && mission
            && last.kind == mention.kind
            && last.sentence == mention.sentence
            && last.parties.first() == mention.parties.first()
        {
            last.words.end = last.words.end.max(mention.words.end);
            for who in mention.parties {
                who.join(&mut last.parties);
            }
            last.date = last.date.or(mention.date);
            last.place = match (last.place.take(), mention.place) {
                (Some(first), Some(second)) if !first.contains(&second) && first.len() < 200 => {
                    Some(format!("{first}; {second}"))
                }
                (first, second) => first.or(second),
            };
            return;
        }
        // Whoever came, or was received.
        let known = mention.parties.iter().any(|w| self.delegation.contains(w));
        let traveller = match mention.kind {
            DraftEventKind::WorkingSession if !known => mention
                .parties
                .iter()
                .find(|w| w.is_foreign() == Some(true)),
            _ => mention.parties.first().filter(|_| mission),
        };
        if let Some(traveller) = traveller {
            self.delegation = vec![traveller.clone()];
        }
        if matches!(
            mention.kind,
            DraftEventKind::Licence | DraftEventKind::Opening
        ) {
            let body = |w: &&Who| matches!(w, Who::Organisation(..));
            let bodies: Vec<Who> = mention.parties.iter().filter(body).cloned().collect();
            if !bodies.is_empty() {
                self.investors = bodies;
            }
        }
        self.found.push(mention);
    }

    fn cast(&self, act: Act, at: usize, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        match act.family() {
            Family::Journey => self.journey(act, at, scene),
            Family::Meeting => self.meeting(act, scene),
            Family::Signing => self.agreement(act, scene),
            Family::Relation => self.partnership(scene),
            Family::Gathering => self.gathering(act, at, scene),
            Family::Grant => self.licence(act, at, scene),
            Family::Opening => self.opening(act, at, scene),
            Family::Gift => self.aid(act, at, scene),
            Family::Pointer => None,
        }
    }
}
