//! A clause with its ties, and the cast a kind of act makes of it.

use crate::cues::{Act, Again, Link};
use crate::events::actors::Actor;
use crate::events::clauses::Clause;
use crate::events::items::{Item, ItemKind};
use crate::events::roles::Tie;
use crate::events::who::Who;
use crate::events::{DraftEventKind, EventDate, circumstances};

use super::{REACH, Story};

/// A clause with its ties.
pub(super) struct Scene<'i> {
    pub(super) items: &'i [Item],
    pub(super) clause: &'i Clause,
    pub(super) before: Vec<Tie>,
    pub(super) after: Vec<Tie>,
    /// What follows in the sentence, a little beyond the clause.
    pub(super) rest: Vec<Tie>,
    /// The subject of the clause before, where this one has none.
    pub(super) inherited: &'i [Who],
    /// The subject of a clause before that is joined to this one.
    pub(super) earlier: &'i [Who],
    /// The subject of the clause after.
    pub(super) next: &'i [Who],
    pub(super) frame: &'i Frame,
}

/// What all clauses of a sentence share.
pub(super) struct Frame {
    /// The sentence, counted over the text.
    pub(super) sentence: usize,
    /// Whether the line is a title, a heading or a caption.
    pub(super) beside: bool,
    /// The first items that point back to an event, and to a time.
    pointers: (Option<usize>, Option<usize>),
    /// The kinds of the event they point at; any where there are none.
    kinds: &'static [DraftEventKind],
    /// What is tied to the ground before the first act, and its date.
    pub(super) lead: Vec<Tie>,
    pub(super) date: Option<(EventDate, usize)>,
    /// Whether its clauses are a list of what somebody holds: `… tổ chức các hoạt động, gồm: …`.
    pub(super) held: bool,
    /// The date of the sentence, where it has only one.
    pub(super) only_date: Option<(EventDate, usize)>,
}

/// What stands before the list that the clauses of a sentence are: up to its colon.
pub(super) fn list_head<'i>(items: &'i [Item], clauses: &[Clause]) -> Option<&'i [Item]> {
    let head = items.get(..clauses.first()?.before.start)?;
    let last = head.last()?;
    (last.kind == ItemKind::Sign(':')).then_some(head)
}

impl Frame {
    pub(super) fn new(
        items: &[Item],
        clauses: &[Clause],
        sentence: usize,
        beside: bool,
        story: &Story<'_, '_>,
    ) -> Self {
        let first = |kinds: &[ItemKind]| items.iter().position(|i| kinds.contains(&i.kind));
        let back = [ItemKind::Act(Act::Back), ItemKind::Act(Act::BackMeeting)];
        let again = [Again::Time, Again::Journey].map(ItemKind::Again);
        let pointer = items.iter().map(|i| i.kind);
        let pointer = pointer
            .into_iter()
            .find(|k| back.contains(k) || again.contains(k));
        let kinds: &[DraftEventKind] = match pointer {
            Some(ItemKind::Act(Act::Back)) => &[DraftEventKind::PromotionEvent],
            Some(ItemKind::Act(_)) => &[DraftEventKind::WorkingSession],
            Some(ItemKind::Again(Again::Journey)) => {
                &[DraftEventKind::MissionIn, DraftEventKind::MissionOut]
            }
            _ => &[],
        };
        let lead = clauses.first().map_or(0..0, |c| 0..c.before.end);
        let head = list_head(items, clauses).unwrap_or(&[]);
        let held = head.iter().any(|i| matches!(i.kind, ItemKind::Hold(_)));
        Self {
            sentence,
            beside,
            held,
            pointers: (first(&back), first(&again)),
            kinds,
            lead: story.ties(items, &lead),
            date: circumstances::date(items, &lead, &(0..0), story.reading, false),
            only_date: Some(0..items.len())
                .filter(|_| {
                    items
                        .iter()
                        .filter(|i| matches!(i.kind, ItemKind::Date(_)))
                        .count()
                        == 1
                })
                .and_then(|all| circumstances::date(items, &all, &(0..0), story.reading, false)),
        }
    }

    /// The kinds of event that something before an item points at.
    pub(super) fn pointed_kinds(&self, clause: &Clause) -> Option<&'static [DraftEventKind]> {
        let (back, _) = self.points_back(clause.before.end);
        // `thiết lập quan hệ cùng ngày`.
        let (_, again) = self.points_back(clause.after.end);
        (back || again).then_some(self.kinds)
    }

    /// Whether something before an item points back to an event, or to a time.
    pub(super) fn points_back(&self, before: usize) -> (bool, bool) {
        let told = |first: Option<usize>| first.is_some_and(|first| first < before);
        (told(self.pointers.0), told(self.pointers.1))
    }
}

impl<'i> Scene<'i> {
    /// Whether something of a kind follows the act in the sentence.
    pub(super) fn rest_has(&self, kind: ItemKind) -> bool {
        let rest = self.items.get(self.clause.after.start..).unwrap_or(&[]);
        rest.iter().any(|i| i.kind == kind)
    }

    /// Whoever is named after the first comma behind the act, by an office:
    /// `Hội kiến Tổng thống X, Chủ tịch Quốc hội khẳng định …`.
    pub(super) fn speaker(&self, actors: &[Actor]) -> Option<usize> {
        let run = self.items.get(self.clause.after.start..)?;
        let named = run.windows(2).take(REACH).find_map(|pair| match pair {
            [
                comma,
                Item {
                    kind: ItemKind::Actor(number),
                    ..
                },
            ] if comma.kind == ItemKind::Sign(',') => Some(*number),
            _ => None,
        });
        named.filter(|&number| actors.get(number).is_some_and(|a| a.office))
    }

    /// The items before the act.
    pub(super) fn ahead(&self) -> &'i [Item] {
        self.items.get(self.clause.before.clone()).unwrap_or(&[])
    }

    /// The items after the act.
    pub(super) fn behind(&self) -> &'i [Item] {
        self.items.get(self.clause.after.clone()).unwrap_or(&[])
    }

    /// All items of the clause.
    pub(super) fn around(&self) -> &'i [Item] {
        let all = self.clause.before.start..self.clause.after.end;
        self.items.get(all).unwrap_or(&[])
    }
}

/// The parties of a mention and the items it rests on.
#[derive(Default)]
pub(super) struct Cast {
    pub(super) parties: Vec<Who>,
    pub(super) used: Vec<usize>,
    pub(super) places: Vec<String>,
    /// Of the event whose parties act again.
    pub(super) date: Option<EventDate>,
}

impl Cast {
    pub(super) fn add(&mut self, who: Who, item: usize) {
        self.used.push(item);
        if !matches!(who, Who::Settlement(_)) {
            who.join(&mut self.parties);
        }
    }

    pub(super) fn inherit(&mut self, parties: &[Who]) {
        for who in parties {
            if !self.parties.contains(who) {
                self.parties.push(who.clone());
            }
        }
    }
}

/// The actors of the first noun phrase after an act, with what is joined to it.
pub(super) fn first_group(scene: &Scene<'_>, ties: &[Tie], links: &[Option<Link>]) -> Vec<Tie> {
    let joins = |i: &Item| {
        matches!(
            i.kind,
            ItemKind::Sign(',' | '-' | '–')
                | ItemKind::Link(Link::And | Link::With | Link::Of | Link::At)
                | ItemKind::Delegation
        )
    };
    let mut found: Vec<Tie> = Vec::new();
    let mut end = None;
    for tie in ties {
        let named = links.contains(&tie.link);
        // `Hội X tại Thái Lan và Phòng Y`: the seat of the one before.
        let seat = tie.link == Some(Link::At) && end.is_some();
        if !named && !seat {
            continue;
        }
        let from = end.map_or(tie.item, |end| end + 1);
        let between = scene.items.get(from..tie.item).unwrap_or(&[]);
        if !between.iter().all(joins) {
            break;
        }
        if named {
            found.push(*tie);
        }
        end = Some(tie.item);
    }
    found
}

/// The item that says what an act is about: the paper, the theme, the money.
pub(super) fn told_of(kind: DraftEventKind, items: &[Item], clause: &Clause) -> Option<usize> {
    let act = clause.acts.last().and_then(|&at| items.get(at))?;
    let said = |item: &Item| match kind {
        DraftEventKind::Agreement | DraftEventKind::Licence => {
            matches!(item.kind, ItemKind::Paper(_))
        }
        DraftEventKind::PromotionEvent => item.kind == ItemKind::Theme,
        DraftEventKind::Aid => item.kind == ItemKind::Figure(true),
        _ => false,
    };
    let near = |at: &usize| {
        items
            .get(*at)
            .is_some_and(|i| said(i) && i.words.start <= act.words.end + 10)
    };
    clause.after.clone().take(REACH).rev().find(near)
}

/// The words of the first act, where it is a noun: a wish bars it only from close by.
pub(super) fn act_words(items: &[Item], clause: &Clause) -> Option<usize> {
    let act = clause.acts.first().and_then(|&at| items.get(at))?;
    let noun = matches!(
        act.kind,
        ItemKind::Act(Act::Tour | Act::Signing | Act::Session | Act::Gather | Act::Greet)
    );
    noun.then_some(act.words.start)
}

/// Whether a tie before an act makes a subject.
pub(super) fn is_subject(tie: &Tie) -> bool {
    matches!(
        tie.link,
        None | Some(Link::By | Link::Of | Link::Between | Link::And)
    )
}
