//! What a sentence is made of, as the acts see it: actors, cues, dates, figures
//! and signs, in order.

use std::ops::Range;

use super::actors::Actor;
use crate::cues::{
    Act, Again, Aspect, Body, Cue, Group, Hold, Link, Name, Owner, Paper, Region, Surname,
};
use crate::mentions::{FigureRole, MarkKind, Reading};
use crate::text::Shape;

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) words: Range<usize>,
    pub(super) kind: ItemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// By its number among the actors of the text.
    Actor(usize),
    /// By its number among the dates of the text.
    Date(usize),
    /// Whether it is money.
    Figure(bool),
    Sign(char),
    Act(Act),
    Link(Link),
    Aspect(Aspect),
    Hold(Hold),
    Theme,
    Delegation,
    /// Who leads one was named.
    Leader,
    Abroad(Region),
    Pair,
    Again(Again),
    Paper(Paper),
    Owner(Owner),
    /// A hall, a building or a zone: a place, nobody who acts.
    Ground,
    /// Who speaks was named: what is said begins.
    Says,
}

/// The items of a sentence. Cues inside names are no items.
pub(super) fn items(reading: &Reading<'_>, actors: &[Actor], sentence: &Range<usize>) -> Vec<Item> {
    let first = actors.partition_point(|a| a.words.start < sentence.start);
    let mut items: Vec<Item> = Vec::new();
    for (at, actor) in actors.iter().enumerate().skip(first) {
        if actor.words.start >= sentence.end {
            break;
        }
        items.push(Item {
            words: actor.words.clone(),
            kind: ItemKind::Actor(at),
        });
    }
    let named = items.clone();
    let free = |words: &Range<usize>| {
        let next = named.partition_point(|a| a.words.end <= words.start);
        named
            .get(next)
            .is_none_or(|a| words.start < a.words.start || words.start >= a.words.end)
    };
    for cue in reading.cues.within(sentence.start, sentence.end) {
        if let Some(kind) = item_of(cue.cue)
            && free(&cue.words)
        {
            items.push(Item {
                words: cue.words.clone(),
                kind,
            });
        }
    }
    for mark in reading.marks_of(sentence) {
        let kind = match mark.kind {
            MarkKind::Date(at) => ItemKind::Date(at),
            MarkKind::Sign(sign) => ItemKind::Sign(sign),
            MarkKind::Name(Name::Zone) => ItemKind::Ground,
            MarkKind::Figure(at) => match reading.figures.get(at).map(|f| &f.role) {
                Some(FigureRole::None(_)) | None => continue,
                Some(role) => ItemKind::Figure(*role == FigureRole::Money),
            },
            _ => continue,
        };
        if free(&mark.words) {
            items.push(Item {
                words: mark.words.clone(),
                kind,
            });
        }
    }
    items.sort_by_key(|item| (item.words.start, item.words.end));
    appositions(&mut items, reading);
    let mut items = arrivals(outermost(items), actors);
    named_sessions(&mut items);
    named_gatherings(&mut items, reading);
    items
}

/// Drops the commas of `ông X, Ủy viên …, Chủ tịch Y`: a person or an office before
/// one, which is no item, and an office after it.
fn appositions(items: &mut Vec<Item>, reading: &Reading<'_>) {
    let body = |from: usize, end: Option<usize>| {
        let cues = reading.cues_at(from);
        let mut bodies = cues.filter(|c| matches!(c.cue, Cue::Body(_)));
        bodies.any(|c| c.cue != Cue::Body(Body::Common) && end.is_none_or(|end| c.words.end == end))
    };
    let capital = |w: usize| reading.shape(w) == Some(Shape::Capital);
    let surname = |w: usize| reading.has_cue(w, Cue::Surname(Surname::Family));
    let mut last = 0;
    items.retain(|item| {
        let (start, free) = (item.words.start, last);
        last = last.max(item.words.end);
        if item.kind != ItemKind::Sign(',') || !body(item.words.end, None) {
            return true;
        }
        let office = (start.saturating_sub(6).max(free)..start).any(|from| body(from, Some(start)));
        let name = (free.max(start.saturating_sub(5))..start)
            .rev()
            .take_while(|&w| capital(w));
        let person = name.last().is_some_and(|first| {
            let titled = first > free && body(first - 1, Some(first));
            first + 1 < start && (titled || surname(first))
        });
        !(office || person)
    });
}

/// `tại buổi làm việc với Tập đoàn X`: it names the counterpart, so it tells.
fn named_sessions(items: &mut [Item]) {
    for at in 1..items.len() {
        let with = items
            .get(at)
            .is_some_and(|i| matches!(i.kind, ItemKind::Link(Link::With | Link::Between)));
        if let Some(back) = items.get_mut(at - 1)
            && with
            && back.kind == ItemKind::Act(Act::BackMeeting)
        {
            back.kind = ItemKind::Act(Act::Session);
        }
    }
}

/// `tại Hội nghị “…”`, `tại Hội nghị xúc tiến đầu tư tỉnh X`: it has a name, so it
/// is told.
fn named_gatherings(items: &mut [Item], reading: &Reading<'_>) {
    for at in 0..items.len() {
        let Some((here, rest)) = items.get(at..).and_then(<[Item]>::split_first) else {
            break;
        };
        if here.kind != ItemKind::Act(Act::Back) {
            continue;
        }
        let touches = |next: &Item| next.words.start <= here.words.end;
        let quoted = matches!(reading.shape(here.words.end), Some(Shape::Sign('“' | '"')));
        let themed = matches!(rest, [next, ..] if next.kind == ItemKind::Theme && touches(next));
        let paired = matches!(rest, [first, dash, second, ..]
            if touches(first)
                && matches!(first.kind, ItemKind::Actor(_))
                && matches!(dash.kind, ItemKind::Sign('-' | '–'))
                && matches!(second.kind, ItemKind::Actor(_)));
        // `tại hội thảo về chính sách giữa A và B`.
        let joins = |i: &&Item| matches!(i.kind, ItemKind::Theme | ItemKind::Link(Link::About));
        let between = rest.iter().take(4).find(|i| !joins(i));
        let between = between.is_some_and(|i| i.kind == ItemKind::Link(Link::Between));
        // `Tại lễ ký kết Biên bản ghi nhớ giữa …`.
        let signed = matches!(rest, [next, ..]
            if matches!(next.kind, ItemKind::Paper(_)) && next.words.start <= here.words.end + 2);
        if let Some(item) = items.get_mut(at)
            && signed
        {
            item.kind = ItemKind::Act(Act::Signing);
        } else if let Some(item) = items.get_mut(at)
            && (quoted || themed || paired || between)
        {
            item.kind = ItemKind::Act(Act::Named);
            // The tie before its noun stays outside.
            let noun = item.words.end.saturating_sub(2).max(item.words.start);
            item.words.start = noun;
        }
    }
}

/// `đã tới Nam Ninh`, `sẽ sang Lào`: a journey, where an aspect is before the
/// tie and a place after it.
fn arrivals(mut items: Vec<Item>, actors: &[Actor]) -> Vec<Item> {
    let group = items.iter().position(|i| i.kind == ItemKind::Delegation);
    let told: Vec<usize> = items
        .windows(3)
        .enumerate()
        .filter_map(|(at, run)| {
            let [aspect, tie, place] = run else {
                return None;
            };
            let ItemKind::Actor(number) = place.kind else {
                return None;
            };
            // `sẽ sang Lào`, `đoàn doanh nghiệp Mỹ đến Việt Nam`.
            let travels = match aspect.kind {
                ItemKind::Aspect(Aspect::Done | Aspect::Recent | Aspect::Planned) => true,
                ItemKind::Actor(_) | ItemKind::Leader => group.is_some_and(|group| group < at),
                _ => false,
            };
            let said = travels && aspect.words.end == tie.words.start;
            let led =
                tie.kind == ItemKind::Link(Link::Toward) && tie.words.end == place.words.start;
            let there = actors.get(number).is_some_and(Actor::is_place);
            (said && led && there).then_some(at + 1)
        })
        .collect();
    for at in told {
        if let Some(item) = items.get_mut(at) {
            item.kind = ItemKind::Act(Act::Travel);
        }
    }
    items
}

/// Drops ties inside longer items (`với` in `làm việc với`), and the speaker in
/// `theo`, which opens a circumstance: the comma after it counts.
fn outermost(mut items: Vec<Item>) -> Vec<Item> {
    let mut covers: Vec<Range<usize>> = Vec::new();
    for item in &items {
        let holds = matches!(
            item.kind,
            ItemKind::Act(_) | ItemKind::Again(_) | ItemKind::Says | ItemKind::Hold(_)
        );
        if holds && covers.last().is_none_or(|c| c.end < item.words.end) {
            covers.push(item.words.clone());
        }
    }
    let inside = |words: &Range<usize>| {
        let at = covers.partition_point(|c| c.end < words.end);
        covers
            .get(at)
            .is_some_and(|c| c.start <= words.start && words.len() < c.len())
    };
    let linked: Vec<Range<usize>> = items
        .iter()
        .filter(|i| matches!(i.kind, ItemKind::Link(_)))
        .map(|i| i.words.clone())
        .collect();
    let within = |words: &Range<usize>| {
        let at = linked.partition_point(|l| l.end < words.end);
        linked
            .get(at)
            .is_some_and(|l| l.start <= words.start && words.len() < l.len())
    };
    let same = |words: &Range<usize>| {
        let at = linked.partition_point(|l| l.start < words.start);
        linked.get(at).is_some_and(|l| l == words)
    };
    items.retain(|item| match item.kind {
        ItemKind::Link(_) => !inside(&item.words),
        // `nhận lời mời của X`: no wish of X's.
        ItemKind::Aspect(Aspect::Wish) => !inside(&item.words) && !within(&item.words),
        // `gặp mặt , trao đổi với`.
        ItemKind::Sign(_) => !inside(&item.words),
        ItemKind::Says => !same(&item.words),
        _ => true,
    });
    items
}

fn item_of(cue: Cue) -> Option<ItemKind> {
    Some(match cue {
        Cue::Act(Act::None) => return None,
        Cue::Act(act) => ItemKind::Act(act),
        Cue::Link(Link::None) => return None,
        Cue::Link(link) => ItemKind::Link(link),
        Cue::Aspect(Aspect::None) => return None,
        Cue::Aspect(aspect) => ItemKind::Aspect(aspect),
        Cue::Hold(Hold::None) => return None,
        Cue::Hold(hold) => ItemKind::Hold(hold),
        Cue::Theme(_) => ItemKind::Theme,
        Cue::Group(Group::Delegation) => ItemKind::Delegation,
        Cue::Group(Group::Leader) => ItemKind::Leader,
        Cue::Region(region) => ItemKind::Abroad(region),
        Cue::Pair(_) => ItemKind::Pair,
        Cue::Again(again) => ItemKind::Again(again),
        Cue::Paper(paper) => ItemKind::Paper(paper),
        Cue::Body(Body::Hall) => ItemKind::Ground,
        Cue::Owner(owner) => ItemKind::Owner(owner),
        Cue::Speaker(_) => ItemKind::Says,
        _ => return None,
    })
}
