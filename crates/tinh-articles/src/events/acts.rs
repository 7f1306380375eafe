//! What each kind of act makes of the actors around it.

use std::ops::Range;

use super::actors::{Actor, Who};
use super::circumstances::{self, Mood};
use super::clauses::{Clause, clauses};
use super::items::{Item, ItemKind, items};
use super::roles::{Tie, ties};
use super::{EventDate, EventKind, EventState, PaperKind, Party};
use crate::cues::{Act, Aspect, Link, Name, Paper};
use crate::mentions::{MarkKind, Reading};
use crate::text::{Place as LinePlace, Shape};

/// A mention of an event.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) kind: EventKind,
    pub(super) words: Range<usize>,
    pub(super) parties: Vec<Who>,
    pub(super) place: Option<String>,
    pub(super) date: Option<EventDate>,
    pub(super) state: EventState,
    /// Whether a word says the state.
    pub(super) stated: bool,
    pub(super) paper: Option<PaperKind>,
    /// In a title, a heading or a caption: it repeats what the body tells.
    pub(super) beside: bool,
    /// Whether several are told at once: `10 đoàn`.
    pub(super) several: bool,
    pub(super) sentence: usize,
    pub(super) same_as: Option<usize>,
}

impl Who {
    pub(super) fn party(&self) -> Party {
        match self {
            Self::Province(id) => Party::Province {
                id: id.as_str().to_owned(),
                name: id.name().to_owned(),
            },
            Self::Country(code) => Party::Country {
                code: (*code).to_owned(),
            },
            Self::Locality(name, country) => Party::Locality {
                name: name.clone(),
                country: country.map(str::to_owned),
            },
            Self::Organisation(name, _) | Self::Settlement(name) => {
                Party::Organisation { name: name.clone() }
            }
        }
    }

    /// Whether a traveller comes from abroad: a body with a name in plain letters
    /// is taken for one.
    fn comes_from_abroad(&self) -> bool {
        match self {
            Self::Organisation(name, None) => {
                let mut names = name.split(' ').skip(2).peekable();
                names.peek().is_some()
                    && names.all(|word| word.is_ascii() && word.starts_with(char::is_uppercase))
            }
            other => other.is_foreign() == Some(true),
        }
    }

    /// Whether it is of another country; none where that is not known.
    pub(super) fn is_foreign(&self) -> Option<bool> {
        match self {
            Self::Province(_) | Self::Settlement(_) => Some(false),
            Self::Country(code) => Some(*code != "VN"),
            Self::Locality(..) => Some(true),
            Self::Organisation(_, country) => country.map(|code| code != "VN"),
        }
    }
}

/// How many items of a sentence a journey's destination may be away.
const REACH: usize = 24;

/// The mentions of a text, in order.
pub(super) fn mentions(reading: &Reading<'_>, actors: &[Actor]) -> Vec<Mention> {
    let mut story = Story {
        reading,
        actors,
        found: Vec::new(),
        planned_list: false,
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
}

/// A clause with its ties.
struct Scene<'i> {
    items: &'i [Item],
    clause: &'i Clause,
    before: Vec<Tie>,
    after: Vec<Tie>,
    /// What follows in the sentence, a little beyond the clause.
    rest: Vec<Tie>,
    /// The subject of the clause before, where this one has none.
    inherited: Vec<Who>,
    /// The subject of the clause after.
    next: Vec<Who>,
    sentence: usize,
    /// Whether the line is a title, a heading or a caption.
    beside: bool,
}

/// The parties of a mention and the items it rests on.
#[derive(Default)]
struct Cast {
    parties: Vec<Who>,
    used: Vec<usize>,
    places: Vec<String>,
    /// Of the event whose parties act again.
    date: Option<EventDate>,
}

impl Cast {
    fn add(&mut self, who: Who, item: usize) {
        self.used.push(item);
        // The country of a locality is not repeated.
        let covered = matches!(&who, Who::Country(code) if self.parties.iter().any(|p| matches!(p, Who::Locality(_, Some(c)) if c == code)));
        if !covered && !self.parties.contains(&who) && !matches!(who, Who::Settlement(_)) {
            self.parties.push(who);
        }
    }

    fn inherit(&mut self, parties: &[Who]) {
        for who in parties {
            if !self.parties.contains(who) {
                self.parties.push(who.clone());
            }
        }
    }
}

impl Story<'_, '_> {
    fn sentence(&mut self, items: &[Item], number: usize, beside: bool) {
        let clauses = clauses(self.reading, items);
        let mut subject: Vec<Who> = Vec::new();
        let mut barred = false;
        let lead = clauses.first().map_or(0..0, |c| 0..c.before.end);
        for (number_of, clause) in clauses.iter().enumerate() {
            let next = clauses
                .get(number_of + 1)
                .map(|next| ties(items, self.actors, &next.before))
                .unwrap_or_default();
            let next = next
                .iter()
                .filter(|t| is_subject(t))
                .filter_map(|t| self.who(t))
                .collect();
            let before = ties(items, self.actors, &clause.before);
            let after = ties(items, self.actors, &clause.after);
            let own: Vec<Who> = before
                .iter()
                .filter(|t| is_subject(t))
                .filter_map(|t| self.who(t))
                .collect();
            let inherited = if own.is_empty() {
                subject.clone()
            } else {
                Vec::new()
            };
            if !own.is_empty() {
                subject = own;
            }
            let reach = items.len().min(clause.after.start + REACH);
            let rest = ties(items, self.actors, &(clause.after.start..reach));
            let scene = Scene {
                items,
                clause,
                before,
                after,
                rest,
                inherited,
                next,
                sentence: number,
                beside,
            };
            let before_items = items.get(clause.before.clone()).unwrap_or(&[]);
            let mood = circumstances::mood(before_items, act_words(items, clause));
            barred = mood == Mood::NoEvent || (clause.joined && barred);
            let (Mood::Told(state), false) = (mood, barred) else {
                continue;
            };
            let kinds = clause
                .acts
                .iter()
                .filter_map(|&at| match items.get(at)?.kind {
                    ItemKind::Act(act) => Some((act, at)),
                    _ => None,
                });
            let told = kinds
                .into_iter()
                .find_map(|(act, at)| Some((act, self.cast(act, at, &scene)?)));
            let Some((_, (kind, cast))) = told else {
                continue;
            };
            let mention = self.mention(kind, cast, &scene, &lead, state, number, beside);
            self.push(mention);
        }
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
        let mission = matches!(mention.kind, EventKind::MissionOut | EventKind::MissionIn);
        if let Some(last) = self.found.last_mut()
            && mission
            && last.kind == mention.kind
            && last.sentence == mention.sentence
            && last.parties.first() == mention.parties.first()
        {
            last.words.end = last.words.end.max(mention.words.end);
            for who in mention.parties {
                let covered = matches!(&who, Who::Country(code) if last.parties.iter().any(|p| matches!(p, Who::Locality(_, Some(c)) if c == code)));
                if !covered && !last.parties.contains(&who) {
                    last.parties.push(who);
                }
            }
            last.date = last.date.or(mention.date);
            last.place = match (last.place.take(), mention.place) {
                (Some(first), Some(second)) if first != second => {
                    Some(format!("{first}; {second}"))
                }
                (first, second) => first.or(second),
            };
            return;
        }
        self.found.push(mention);
    }

    fn cast(&self, act: Act, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        match act {
            Act::Visit | Act::Tour | Act::Send | Act::Travel => self.mission(act, at, scene),
            Act::Receive | Act::Meet | Act::Session => self.meeting(act, scene),
            Act::Sign | Act::Signing => self.agreement(act, scene),
            Act::Establish => self.partnership(scene),
            Act::Gather => self
                .gathering(at, scene)
                .or_else(|| self.encounter(at, scene)),
            Act::Grant => self.licence(at, scene),
            Act::Open => self.opening(scene),
            // `khởi công vào quý IV/2021 và hoàn thành vào quý IV/2023`.
            Act::Complete => self.opening(scene).filter(|_| self.is_completed(at, scene)),
            Act::Give => self.aid(at, scene),
            Act::Back | Act::None => None,
        }
    }

    /// Adds the actors whose tie is among some.
    fn take(&self, cast: &mut Cast, from: &[Tie], links: &[Option<Link>]) {
        for tie in from.iter().filter(|tie| links.contains(&tie.link)) {
            if let Some(who) = self.who(tie) {
                cast.add(who, tie.item);
            }
        }
    }

    /// The subject: its own actors, else both sides of what was told, else
    /// that of the clause before.
    fn subject(&self, scene: &Scene<'_>, cast: &mut Cast) {
        let mut own: Vec<Tie> = scene
            .before
            .iter()
            .filter(|t| is_subject(t))
            .copied()
            .collect();
        // `đoàn tỉnh X do ông Y, chức vụ, làm trưởng đoàn`: Y leads for X.
        own.retain(|t| !self.is_object(t, scene));
        if self.is_led(scene) {
            own.retain(|t| t.link != Some(Link::By));
        }
        self.take(cast, &own, &own.iter().map(|t| t.link).collect::<Vec<_>>());
        if !cast.parties.is_empty() {
            return;
        }
        let before = scene.items.get(scene.clause.before.clone()).unwrap_or(&[]);
        if before.iter().any(|i| i.kind == ItemKind::Pair) {
            if let Some(both) = self.found.iter().rev().find(|m| m.parties.len() >= 2) {
                cast.inherit(&both.parties);
                let told = |m: &&Mention| m.date.is_some() && m.parties == both.parties;
                cast.date = self.found.iter().rev().find(told).and_then(|m| m.date);
            }
            return;
        }
        // `Đoàn đã có buổi làm việc với …`: the travellers told of last.
        if before.iter().any(|i| i.kind == ItemKind::Delegation) {
            let mission =
                |m: &&Mention| matches!(m.kind, EventKind::MissionIn | EventKind::MissionOut);
            let last = self.found.iter().rev().find(mission);
            cast.inherit(last.and_then(|m| m.parties.get(..1)).unwrap_or(&[]));
            if !cast.parties.is_empty() {
                return;
            }
        }
        cast.inherit(&scene.inherited);
    }

    /// `đã rời Hà Nội, kết thúc chuyến thăm`: after the verb of another act, an
    /// actor is no subject.
    fn is_object(&self, tie: &Tie, scene: &Scene<'_>) -> bool {
        let aspect = (scene.clause.before.start..tie.item).rev().find(|&at| {
            scene
                .items
                .get(at)
                .is_some_and(|i| matches!(i.kind, ItemKind::Aspect(Aspect::Done | Aspect::Planned)))
        });
        aspect.is_some_and(|aspect| {
            tie.link.is_none()
                && scene
                    .before
                    .iter()
                    .any(|t| t.item < aspect && is_subject(t))
        })
    }

    /// Whether a delegation is named with its owner and its leader.
    fn is_led(&self, scene: &Scene<'_>) -> bool {
        let group = scene.clause.before.clone().find(|&at| {
            scene
                .items
                .get(at)
                .is_some_and(|i| i.kind == ItemKind::Delegation)
        });
        group.is_some_and(|group| {
            scene
                .before
                .iter()
                .any(|t| t.item > group && matches!(t.link, None | Some(Link::Of)))
        }) && scene.before.iter().any(|t| t.link == Some(Link::By))
    }

    // --- Kinds.

    fn meeting(&self, act: Act, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        // `Tại buổi làm việc với X, lãnh đạo tỉnh …`.
        if act == Act::Session && cast.parties.is_empty() && scene.clause.before.start == 0 {
            cast.inherit(&scene.next);
        }
        let subjects = cast.parties.len();
        let objects = first_group(
            scene,
            &scene.after,
            &[None, Some(Link::With), Some(Link::Between)],
        );
        let all: Vec<_> = objects.iter().map(|t| t.link).collect();
        self.take(&mut cast, &objects, &all);
        if act == Act::Session {
            let of: Vec<Tie> = scene
                .after
                .iter()
                .filter(|t| t.link == Some(Link::Of))
                .copied()
                .collect();
            self.take(&mut cast, &of, &[Some(Link::Of)]);
        }
        if cast.parties.len() < 2 {
            return None;
        }
        // `đoàn do … dẫn đầu làm việc với tỉnh Trat`: the delegation went there.
        let before = scene.items.get(scene.clause.before.clone()).unwrap_or(&[]);
        let delegation = before.iter().any(|i| i.kind == ItemKind::Delegation);
        let (subject, objects) = cast.parties.split_at(subjects.min(cast.parties.len()));
        let verb = scene
            .clause
            .acts
            .first()
            .and_then(|&at| scene.items.get(at))
            .map_or("", |i| self.reading.slice(&i.words));
        let went = act == Act::Meet
            && verb.to_lowercase().starts_with("làm việc")
            && delegation
            && !subject.is_empty()
            && subject.iter().all(|w| w.is_foreign() == Some(false))
            && objects.iter().any(|w| matches!(w, Who::Locality(..)));
        let told = self.found.iter().any(|m| {
            m.kind == EventKind::MissionOut && objects.iter().any(|o| m.parties.contains(o))
        });
        if went && !told {
            let places = scene
                .after
                .iter()
                .filter(|t| t.link.is_none() || t.link == Some(Link::At));
            for actor in places.filter_map(|t| self.actors.get(t.actor)) {
                self.add_place(&mut cast, actor);
            }
            return Some((EventKind::MissionOut, cast));
        }
        Some((EventKind::WorkingSession, cast))
    }

    fn agreement(&self, act: Act, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        let noun = act == Act::Signing;
        if !noun || !scene.before.iter().any(|t| t.link == Some(Link::Witness)) {
            self.subject(scene, &mut cast);
        }
        let between: Vec<Tie> = scene
            .after
            .iter()
            .filter(|t| t.link == Some(Link::Between))
            .copied()
            .collect();
        if !between.is_empty() {
            // `lễ ký … giữa A và B`: whoever is before it looks on.
            cast = Cast::default();
        }
        self.take(
            &mut cast,
            &scene.after,
            &[Some(Link::Between), Some(Link::With)],
        );
        let hands = self.is_handed(scene);
        if hands {
            self.take(&mut cast, &scene.after, &[Some(Link::For)]);
        }
        if cast.parties.len() < 2 && noun {
            self.take(&mut cast, &scene.after, &[None, Some(Link::Of)]);
        }
        let around = scene.clause.before.start..scene.clause.after.end;
        let papers = scene
            .items
            .get(around)
            .unwrap_or(&[])
            .iter()
            .filter_map(|i| match i.kind {
                ItemKind::Paper(paper) => Some(paper),
                _ => None,
            });
        let papers: Vec<Paper> = papers.collect();
        let run = scene
            .items
            .get(scene.clause.before.start..scene.clause.after.end)
            .unwrap_or(&[]);
        let unnamed =
            cast.parties.is_empty() && run.iter().any(|i| i.kind == ItemKind::Figure(false));
        let counted = unnamed || (cast.parties.len() < 2 && self.is_counted(scene));
        let paper = papers
            .iter()
            .any(|p| !matches!(p, Paper::None | Paper::Licence));
        let other = papers
            .first()
            .is_some_and(|p| matches!(p, Paper::None | Paper::Licence));
        if noun && cast.parties.is_empty() {
            return None;
        }
        if cast.parties.is_empty() && scene.items.iter().any(|i| i.kind == ItemKind::Pair) {
            return None;
        }
        let told = (!other && (paper || cast.parties.len() >= 2)) || hands;
        (told && !counted).then_some((EventKind::Agreement, cast))
    }

    /// `trao bản ghi nhớ cho`: handed over, so whoever receives signs too.
    fn is_handed(&self, scene: &Scene<'_>) -> bool {
        scene
            .clause
            .acts
            .iter()
            .filter_map(|&at| scene.items.get(at))
            .any(|item| {
                item.words.len() > 1
                    && self
                        .reading
                        .slice(&(item.words.start..item.words.start + 1))
                        .to_lowercase()
                        == "trao"
            })
    }

    /// `đã ký với 15 trường`: a count without an occasion is a fact.
    fn is_counted(&self, scene: &Scene<'_>) -> bool {
        let near = scene.items.get(scene.clause.after.clone()).unwrap_or(&[]);
        let counted = near
            .iter()
            .take(4)
            .any(|i| i.kind == ItemKind::Figure(false));
        let dated = circumstances::date(
            scene.items,
            &scene.clause.before,
            &(0..0),
            self.reading,
            false,
        );
        let day = dated.is_some_and(
            |(date, _)| matches!(date, EventDate::At(date) if date.to_string().len() > 4),
        );
        counted && !day
    }

    fn partnership(&self, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        self.take(
            &mut cast,
            &scene.after,
            &[Some(Link::With), Some(Link::Between)],
        );
        (cast.parties.len() >= 2 && !self.is_counted(scene))
            .then_some((EventKind::Partnership, cast))
    }

    fn gathering(&self, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let items = scene.items;
        let around = items
            .get(scene.clause.before.start..scene.clause.after.end)
            .unwrap_or(&[]);
        let act = items.get(at)?;
        let seen = items
            .get(scene.clause.after.clone())
            .unwrap_or(&[])
            .iter()
            .any(|i| i.kind == ItemKind::Link(Link::Witness));
        let held =
            seen || around.iter().any(|i| i.kind == ItemKind::Hold) || self.is_named(act, scene);
        let named = items.get(at..scene.clause.after.end).unwrap_or(&[]);
        let theme = named
            .iter()
            .any(|i| i.kind == ItemKind::Theme && i.words.start <= act.words.end + 16)
            || act.words.len() > 2
            || self.names_partners(scene, act)
            || self.is_hosted(around);
        let attends = at
            .checked_sub(1)
            .and_then(|before| items.get(before))
            .is_some_and(|i| i.kind == ItemKind::Link(Link::Witness));
        let travels = attends && around.iter().any(|i| i.kind == ItemKind::Delegation);
        if travels && !held {
            return self.journey_to(scene);
        }
        // What a journey holds on its way is told with it.
        let journey = self
            .found
            .last()
            .filter(|m| m.sentence == scene.sentence && m.kind == EventKind::MissionOut);
        if journey.is_some() && !scene.inherited.is_empty() {
            return self.journey_to(scene);
        }
        if !held || !theme {
            return None;
        }
        let mut cast = Cast::default();
        // `sẽ dự Hội chợ …`: whoever attends is no host.
        let attended = items
            .get(scene.clause.before.clone())
            .unwrap_or(&[])
            .iter()
            .any(|i| i.kind == ItemKind::Link(Link::Witness));
        let active = scene
            .before
            .iter()
            .filter(|t| !attended && (is_subject(t) || t.link == Some(Link::With)));
        for tie in active {
            cast.add(self.who(tie)?, tie.item);
        }
        if cast.parties.is_empty() && !attended {
            cast.inherit(&scene.inherited);
        }
        let by: Vec<Tie> = scene
            .after
            .iter()
            .filter(|t| matches!(t.link, Some(Link::By)))
            .copied()
            .collect();
        self.take(&mut cast, &by, &[Some(Link::By)]);
        if !by.is_empty() || cast.parties.is_empty() {
            self.take(&mut cast, &scene.after, &[Some(Link::With)]);
        }
        // `Gặp gỡ Nghệ An – Nhật Bản`: those in the name.
        for tie in scene
            .after
            .iter()
            .filter(|t| t.link.is_none() && self.in_name(t, act))
        {
            if let Some(who) = self.who(tie).filter(|w| !matches!(w, Who::Settlement(_))) {
                cast.add(who, tie.item);
            }
        }
        let placed = circumstances::date(
            items,
            &scene.clause.before,
            &scene.clause.after,
            self.reading,
            false,
        )
        .is_some();
        (placed || !cast.parties.is_empty()).then_some((EventKind::PromotionEvent, cast))
    }

    /// `đã gặp gỡ, trao đổi với`: the verb, and no gathering.
    fn encounter(&self, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let act = scene.items.get(at)?;
        let verb = self.reading.slice(&act.words).starts_with("gặp");
        let before = at
            .checked_sub(1)
            .and_then(|before| scene.items.get(before))?;
        let told =
            matches!(before.kind, ItemKind::Aspect(_)) && before.words.end == act.words.start;
        if verb && told {
            self.meeting(Act::Meet, scene)
        } else {
            None
        }
    }

    /// `đăng cai`: a province hosts it, whatever it is about.
    fn is_hosted(&self, around: &[Item]) -> bool {
        let mut holds = around.iter().filter(|i| i.kind == ItemKind::Hold);
        holds.any(|i| {
            self.reading
                .slice(&i.words)
                .to_lowercase()
                .contains("đăng cai")
        })
    }

    /// `Gặp gỡ Hàn Quốc`: partners in the name say what it is for.
    fn names_partners(&self, scene: &Scene<'_>, act: &Item) -> bool {
        let meets = self
            .reading
            .slice(&act.words)
            .to_lowercase()
            .starts_with("gặp");
        meets
            && scene
                .after
                .iter()
                .any(|t| t.link.is_none() && self.in_name(t, act))
    }

    /// Whether an actor is in the name of a gathering: close after its noun and
    /// no office.
    fn in_name(&self, tie: &Tie, act: &Item) -> bool {
        self.actors.get(tie.actor).is_some_and(|a| {
            !a.office && a.who != Who::Country("VN") && a.words.start <= act.words.end + 8
        })
    }

    /// A name with a capital and a day, or as a title: told without a verb.
    fn is_named(&self, act: &Item, scene: &Scene<'_>) -> bool {
        let capital = self.reading.shape(act.words.start) == Some(Shape::Capital);
        let dated = || {
            circumstances::date(
                scene.items,
                &scene.clause.after,
                &(0..0),
                self.reading,
                false,
            )
        };
        let day = || dated().is_some_and(|(date, _)| date.to_string().len() > 4);
        capital && ((scene.beside && scene.clause.before.is_empty()) || day())
    }

    /// A delegation that attends a fair abroad is a mission.
    fn journey_to(&self, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        if cast.parties.is_empty() || cast.parties.iter().any(|w| w.is_foreign() != Some(false)) {
            return None;
        }
        self.destinations(scene, &mut cast, &[Some(Link::At), Some(Link::Toward)]);
        (cast.parties.len() >= 2).then_some((EventKind::MissionOut, cast))
    }

    fn add_place(&self, cast: &mut Cast, actor: &Actor) {
        if let Some(words) = &actor.place {
            let place = self.reading.slice(words).to_owned();
            if !cast.places.contains(&place) {
                cast.places.push(place);
            }
        }
    }

    /// The foreign places a journey leads to, as parties and as places.
    fn destinations(&self, scene: &Scene<'_>, cast: &mut Cast, links: &[Option<Link>]) {
        self.lead_to(&scene.after, cast, links);
    }

    fn lead_to(&self, ties: &[Tie], cast: &mut Cast, links: &[Option<Link>]) {
        for tie in ties.iter().filter(|t| links.contains(&t.link)) {
            let Some(actor) = self.actors.get(tie.actor) else {
                continue;
            };
            let who = match &actor.who {
                who if who.is_foreign() != Some(true) => continue,
                Who::Organisation(..) => continue,
                // A city one travels to means its country, one that is visited itself.
                Who::Locality(_, Some(country))
                    if actor.city && matches!(tie.link, Some(Link::At | Link::Toward)) =>
                {
                    Who::Country(country)
                }
                who => who.clone(),
            };
            cast.add(who, tie.item);
            self.add_place(cast, actor);
        }
    }

    fn mission(&self, act: Act, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        if matches!(act, Act::Tour | Act::Send) {
            let links: &[Option<Link>] = if act == Act::Tour {
                &[Some(Link::Of)]
            } else {
                &[Some(Link::By)]
            };
            if act == Act::Tour && scene.after.iter().any(|t| t.link == Some(Link::Of)) {
                cast = Cast::default();
            }
            self.take(&mut cast, &scene.after, links);
            if act == Act::Tour {
                self.on_tour(at, scene, &mut cast);
            }
            // `Trong chuyến thăm Nhật Bản, đoàn tỉnh X …`.
            if act == Act::Tour && cast.parties.is_empty() && scene.clause.before.start == 0 {
                cast.inherit(&scene.next);
            }
        }
        let travellers = cast.parties.len();
        let foreign = cast.parties.iter().any(Who::comes_from_abroad);
        if foreign {
            return self.visit_home(act, scene, cast);
        }
        let body = scene
            .after
            .first()
            .and_then(|t| self.who(t))
            .filter(|w| matches!(w, Who::Organisation(..)));
        if act == Act::Visit && body.is_some() && self.says_working(scene) {
            return self.meeting(Act::Meet, scene);
        }
        let direct = [None, Some(Link::At), Some(Link::Toward), Some(Link::With)];
        self.destinations(scene, &mut cast, &direct);
        let items = scene
            .items
            .get(scene.clause.before.start..scene.clause.after.end)
            .unwrap_or(&[]);
        let abroad = items.iter().any(|i| {
            i.kind == ItemKind::Abroad
                && i.words.start
                    >= scene
                        .items
                        .get(at)
                        .map_or(0, |a| a.words.start)
                        .saturating_sub(2)
        });
        if travellers == 0 && act == Act::Tour && !cast.parties.is_empty() {
            // Whoever travels is told beside it: `link` finds them.
            return Some((EventKind::MissionOut, cast));
        }
        if travellers == 0 {
            let earlier = self.found.iter().rev().find(|m| {
                m.kind == EventKind::MissionOut
                    && cast.parties.iter().any(|p| m.parties.contains(p))
            })?;
            let mut parties = earlier.parties.clone();
            parties.extend(
                cast.parties
                    .iter()
                    .filter(|p| !earlier.parties.contains(p))
                    .cloned(),
            );
            cast.parties = parties;
            return Some((EventKind::MissionOut, cast));
        }
        if cast.parties.len() == travellers && !abroad {
            // `có chuyến thăm, chúc Tết và tổ chức ngày hội tại Lào`.
            self.reached_later(scene, &mut cast);
        }
        if cast.places.is_empty() {
            let regions = items
                .iter()
                .filter(|i| i.kind == ItemKind::Abroad && !self.is_general(i));
            cast.places
                .extend(regions.map(|i| self.reading.slice(&i.words).to_owned()));
        }
        if cast.parties.len() == travellers && !abroad && self.says_working(scene) {
            return self.meeting(Act::Meet, scene);
        }
        let out = cast.parties.len() > travellers || abroad;
        out.then_some((EventKind::MissionOut, cast))
    }

    /// `đoàn Bí thư Khu ủy Quảng Tây trong chuyến thăm`: whoever is named just before.
    fn on_tour(&self, at: usize, scene: &Scene<'_>, cast: &mut Cast) {
        let within = at.checked_sub(1).and_then(|at| scene.items.get(at));
        let traveller = at.checked_sub(2).and_then(|at| scene.items.get(at));
        if let (Some(ItemKind::Link(Link::Adjunct)), Some(ItemKind::Actor(number))) =
            (within.map(|i| i.kind), traveller.map(|i| i.kind))
            && let Some(actor) = self.actors.get(number)
        {
            // A guest from abroad, or whoever is named where nobody else is.
            let home = scene
                .after
                .first()
                .and_then(|t| self.who(t))
                .is_some_and(|w| w.is_foreign() == Some(false));
            if cast.parties.is_empty() || (home && actor.who.is_foreign() == Some(true)) {
                *cast = Cast::default();
                cast.add(actor.who.clone(), at - 2);
            }
        }
    }

    /// `nước ngoài` names no region.
    fn is_general(&self, region: &Item) -> bool {
        self.reading
            .slice(&region.words)
            .to_lowercase()
            .contains("nước ngoài")
    }

    /// `đến thăm, làm việc với`: a visit to a body is a meeting.
    fn says_working(&self, scene: &Scene<'_>) -> bool {
        let mut acts = scene
            .clause
            .acts
            .iter()
            .filter_map(|&at| scene.items.get(at));
        acts.any(|i| {
            self.reading
                .slice(&i.words)
                .to_lowercase()
                .contains("làm việc")
        })
    }

    fn reached_later(&self, scene: &Scene<'_>, cast: &mut Cast) {
        let later: Vec<Tie> = scene
            .rest
            .iter()
            .filter(|t| t.link == Some(Link::At))
            .copied()
            .collect();
        self.lead_to(&later, cast, &[Some(Link::At)]);
    }

    /// A foreign party in Việt Nam, or in a province.
    fn visit_home(&self, act: Act, scene: &Scene<'_>, mut cast: Cast) -> Option<(EventKind, Cast)> {
        let travellers = cast.parties.len();
        for tie in &scene.after {
            let Some(actor) = self.actors.get(tie.actor) else {
                continue;
            };
            let reached = matches!(tie.link, None | Some(Link::At | Link::Toward | Link::With));
            let body =
                matches!(actor.who, Who::Organisation(..)) && actor.who.is_foreign() != Some(true);
            if reached && (body || matches!(actor.who, Who::Province(_) | Who::Country("VN"))) {
                // The province says it all where both are named.
                let state = actor.who == Who::Country("VN");
                if !(state && cast.parties.iter().any(|p| matches!(p, Who::Province(_)))) {
                    cast.add(actor.who.clone(), tie.item);
                }
                self.add_place(&mut cast, actor);
            }
        }
        let before = scene.items.get(scene.clause.before.clone()).unwrap_or(&[]);
        let delegation = act == Act::Tour || before.iter().any(|i| i.kind == ItemKind::Delegation);
        let home = cast.parties.len() > travellers;
        (home && (delegation || matches!(act, Act::Visit | Act::Travel)))
            .then_some((EventKind::MissionIn, cast))
    }

    fn licence(&self, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let act = scene.items.get(at)?;
        let run = scene
            .items
            .get(scene.clause.before.start..scene.clause.after.end)
            .unwrap_or(&[]);
        let paper = run
            .iter()
            .find(|i| i.kind == ItemKind::Paper(Paper::Licence))?;
        let near = paper.words.start <= act.words.end + 8 && act.words.start <= paper.words.end + 4;
        if !near {
            return None;
        }
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        let mut receivers = scene.after.clone();
        receivers.retain(|t| matches!(t.link, Some(Link::For | Link::Of)));
        self.take(&mut cast, &receivers, &[Some(Link::For), Some(Link::Of)]);
        let counted = cast.parties.len() < 2 && self.is_counted(scene);
        (!counted && !cast.parties.is_empty()).then_some((EventKind::Licence, cast))
    }

    fn opening(&self, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        // Whoever does something else in the sentence does not open it.
        self.take(
            &mut cast,
            &scene.before,
            &[None, Some(Link::By), Some(Link::Of)],
        );
        let own = |t: &&Tie| matches!(t.link, None | Some(Link::Of | Link::By));
        let objects: Vec<Tie> = scene.after.iter().filter(own).copied().collect();
        for tie in objects {
            let office = self.actors.get(tie.actor).is_some_and(|a| a.office);
            let owner = |w: &Who| {
                matches!(w, Who::Organisation(..)) || (office && matches!(w, Who::Country(_)))
            };
            if let Some(who) = self.who(&tie).filter(owner) {
                cast.add(who, tie.item);
            }
        }
        if cast.parties.is_empty() {
            // `Dự án dự kiến khởi công`: of whoever got its licence.
            let licensed = self
                .found
                .iter()
                .rev()
                .find(|m| matches!(m.kind, EventKind::Licence | EventKind::Opening));
            let owners = licensed.map(|m| {
                m.parties
                    .iter()
                    .filter(|w| matches!(w, Who::Organisation(..)))
                    .cloned()
                    .collect::<Vec<_>>()
            });
            cast.inherit(&owners.unwrap_or_default());
        }
        Some((EventKind::Opening, cast))
    }

    /// `Nhà máy … hoàn thành vào quý IV`: with a date, of something that is built.
    fn is_completed(&self, at: usize, scene: &Scene<'_>) -> bool {
        let built = scene.items.get(at).is_some_and(|act| {
            let first = scene
                .items
                .get(scene.clause.before.start)
                .map_or(act.words.start, |i| i.words.start);
            let words = first.saturating_sub(12)..act.words.start;
            let named = |m: &crate::mentions::Mark| {
                matches!(m.kind, MarkKind::Name(Name::Project | Name::Zone))
            };
            self.reading.marks_of(&words).iter().any(named)
        });
        let act_end = scene.items.get(at).map_or(0, |act| act.words.end);
        let dated =
            scene.items.iter().skip(at + 1).take(3).any(|next| {
                matches!(next.kind, ItemKind::Date(_)) && next.words.start <= act_end + 3
            });
        let begun = self
            .found
            .last()
            .is_some_and(|m| m.kind == EventKind::Opening && m.sentence == scene.sentence);
        dated && (begun || built)
    }

    fn aid(&self, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let mut cast = Cast::default();
        // `do tỉnh X tài trợ`: whoever is named after `do` gives.
        self.take(&mut cast, &scene.before, &[Some(Link::By)]);
        if cast.parties.is_empty() {
            self.subject(scene, &mut cast);
        }
        let near = scene
            .items
            .get(scene.clause.before.start..scene.clause.after.end)
            .unwrap_or(&[]);
        let money = near.iter().any(|i| i.kind == ItemKind::Figure(true));
        let words = scene
            .items
            .get(at)
            .map(|i| self.reading.slice(&i.words).to_lowercase())?;
        let aid = words.contains("viện trợ")
            || words.contains("không hoàn lại")
            || words.contains("tài trợ")
            || words.contains("lễ");
        let goods = words.contains("tặng")
            && scene
                .after
                .iter()
                .chain(&scene.before)
                .any(|t| self.who(t).is_some_and(|w| w.is_foreign() == Some(true)))
            && near.iter().any(|i| i.kind == ItemKind::Figure(false));
        if !money && !aid && !goods {
            return None;
        }
        let donors = cast.parties.clone();
        // `đã nhận được 4 đợt viện trợ`: a count.
        if at
            .checked_sub(1)
            .and_then(|before| scene.items.get(before))
            .is_some_and(|i| i.kind == ItemKind::Figure(false))
        {
            return None;
        }
        // `được Chính phủ X viện trợ` is no event of its own: the work is.
        if scene
            .items
            .get(at + 1)
            .is_some_and(|i| matches!(i.kind, ItemKind::Act(_)))
        {
            return None;
        }
        let takers = [Some(Link::For), Some(Link::By), Some(Link::Of), None];
        // What is handed over is nobody.
        let takers = takers
            .get(..3 + usize::from(!words.contains("bàn giao")))
            .unwrap_or(&takers);
        self.take(&mut cast, &scene.after, takers);
        if cast.parties.len() < 2 {
            // `viện trợ 2 triệu USD để xây trường học tại Nghệ An`.
            let at_home = |t: &&Tie| {
                t.link == Some(Link::At)
                    && self.who(t).is_some_and(|w| matches!(w, Who::Province(_)))
            };
            let homes: Vec<Tie> = scene.after.iter().filter(at_home).copied().collect();
            self.take(&mut cast, &homes, &[Some(Link::At)]);
        }
        let donor = donors.iter().any(|w| !matches!(w, Who::Province(_)))
            || cast.parties.iter().any(|w| w.is_foreign() == Some(true))
            || scene.after.iter().any(|t| t.link == Some(Link::By));
        (donor && cast.parties.len() >= 2).then_some((EventKind::Aid, cast))
    }

    // --- The mention.

    #[allow(clippy::too_many_arguments)]
    fn mention(
        &self,
        kind: EventKind,
        cast: Cast,
        scene: &Scene<'_>,
        lead: &Range<usize>,
        said: Option<EventState>,
        sentence: usize,
        beside: bool,
    ) -> Mention {
        let items = scene.items;
        let clause = scene.clause;
        let back = items
            .iter()
            .take(clause.before.end)
            .any(|i| i.kind == ItemKind::Act(Act::Back));
        let again = items
            .iter()
            .take(clause.before.end)
            .any(|i| i.kind == ItemKind::Again);
        let dated = circumstances::date(
            items,
            &clause.before,
            &clause.after,
            self.reading,
            matches!(kind, EventKind::Partnership | EventKind::Opening),
        )
        .or_else(|| circumstances::date(items, lead, &(0..0), self.reading, false));
        let earlier = (back || again)
            .then(|| {
                self.found
                    .iter()
                    .rev()
                    .find(|m| m.date.is_some() || m.place.is_some())
            })
            .flatten();
        let date = dated
            .map(|d| d.0)
            .or_else(|| earlier.and_then(|m| m.date))
            .or(cast.date);
        let mut places = cast.places;
        if !matches!(kind, EventKind::MissionOut | EventKind::MissionIn) {
            places = circumstances::places(&scene.before, self.actors, self.reading);
            if places.is_empty() {
                places = circumstances::places(&scene.after, self.actors, self.reading);
            }
            if places.is_empty() {
                places = circumstances::places(
                    &ties(items, self.actors, lead),
                    self.actors,
                    self.reading,
                );
            }
        }
        let place = Some(places.join("; ")).filter(|p| !p.is_empty());
        let place = place.or_else(|| earlier.filter(|_| back).and_then(|m| m.place.clone()));
        let after_aspect = items
            .get(clause.after.clone())
            .unwrap_or(&[])
            .iter()
            .take(if kind == EventKind::PromotionEvent {
                REACH
            } else {
                6
            })
            .find_map(|i| match i.kind {
                ItemKind::Aspect(Aspect::Planned) => Some(EventState::Planned),
                ItemKind::Aspect(Aspect::Done) => Some(EventState::Done),
                _ => None,
            });
        let said = said.or(after_aspect
            .filter(|_| matches!(kind, EventKind::PromotionEvent | EventKind::Agreement)));
        // `dự kiến khởi công vào … và hoàn thành vào …`.
        let before = self
            .found
            .last()
            .filter(|m| m.sentence == sentence && m.kind == kind && kind == EventKind::Opening);
        let said = said.or(before.map(|m| m.state));
        let state = said.unwrap_or(if self.planned_list {
            EventState::Planned
        } else {
            EventState::Done
        });
        let mut used = cast.used;
        used.extend(&clause.acts);
        used.extend(told_of(kind, items, clause));
        used.extend(dated.map(|d| d.1).filter(|at| clause.before.contains(at)));
        let first = used
            .iter()
            .min()
            .copied()
            .and_then(|at| items.get(at))
            .map_or(0, |i| i.words.start);
        let last = used
            .iter()
            .filter_map(|&at| items.get(at))
            .map(|i| i.words.end)
            .max()
            .unwrap_or(first);
        let paper = items
            .get(clause.before.start..clause.after.end)
            .unwrap_or(&[])
            .iter()
            .find_map(|i| match i.kind {
                ItemKind::Paper(paper) => paper_kind(paper),
                _ => None,
            });
        let several = items
            .get(clause.before.start..clause.after.end)
            .unwrap_or(&[])
            .windows(2)
            .any(|w| matches!(w, [a, b] if a.kind == ItemKind::Figure(false) && b.kind == ItemKind::Delegation || a.kind == ItemKind::Figure(false) && a.words.end >= b.words.end));
        Mention {
            kind,
            words: first..last,
            parties: cast.parties,
            place,
            date,
            state,
            stated: said.is_some(),
            paper: paper.filter(|_| kind == EventKind::Agreement),
            beside,
            several,
            sentence,
            same_as: None,
        }
    }
}

/// The actors of the first noun phrase after an act, with what is joined to it.
fn first_group(scene: &Scene<'_>, ties: &[Tie], links: &[Option<Link>]) -> Vec<Tie> {
    let mut found: Vec<Tie> = Vec::new();
    for tie in ties.iter().filter(|t| links.contains(&t.link)) {
        if let Some(last) = found.last() {
            let between = scene.items.get(last.item + 1..tie.item).unwrap_or(&[]);
            let joined = between.iter().all(|i| {
                matches!(
                    i.kind,
                    ItemKind::Sign(',' | '-' | '–')
                        | ItemKind::Link(Link::And | Link::With | Link::Of)
                        | ItemKind::Delegation
                )
            });
            if !joined {
                break;
            }
        }
        found.push(*tie);
    }
    found
}

/// The item that says what an act is about: the paper, the theme, the money.
fn told_of(kind: EventKind, items: &[Item], clause: &Clause) -> Option<usize> {
    let act = clause.acts.last().and_then(|&at| items.get(at))?;
    let said = |item: &Item| match kind {
        EventKind::Agreement | EventKind::Licence => matches!(item.kind, ItemKind::Paper(_)),
        EventKind::PromotionEvent => item.kind == ItemKind::Theme,
        EventKind::Aid => item.kind == ItemKind::Figure(true),
        _ => false,
    };
    let near = |at: &usize| {
        items
            .get(*at)
            .is_some_and(|i| said(i) && i.words.start <= act.words.end + 10)
    };
    clause.after.clone().take(REACH).filter(near).last()
}

/// The words of the first act, where it is a noun: a wish bars it only from close by.
fn act_words(items: &[Item], clause: &Clause) -> Option<usize> {
    let act = clause.acts.first().and_then(|&at| items.get(at))?;
    let noun = matches!(
        act.kind,
        ItemKind::Act(Act::Tour | Act::Signing | Act::Session | Act::Gather)
    );
    noun.then_some(act.words.start)
}

/// Whether a tie before an act makes a subject.
fn is_subject(tie: &Tie) -> bool {
    matches!(
        tie.link,
        None | Some(Link::By | Link::Of | Link::Between | Link::And)
    )
}

const fn paper_kind(paper: Paper) -> Option<PaperKind> {
    Some(match paper {
        Paper::Memorandum => PaperKind::Memorandum,
        Paper::CooperationAgreement => PaperKind::CooperationAgreement,
        Paper::InvestmentAgreement => PaperKind::InvestmentAgreement,
        Paper::FinancingAgreement => PaperKind::FinancingAgreement,
        Paper::LandLease => PaperKind::LandLease,
        Paper::Contract => PaperKind::Contract,
        Paper::Licence | Paper::None => return None,
    })
}
