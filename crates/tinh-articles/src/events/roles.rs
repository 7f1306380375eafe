//! What ties the actors of a clause to its act.

use std::ops::Range;

use super::actors::Actor;
use super::items::{Item, ItemKind};
use super::who::Who;
use crate::cues::{Act, Aspect, Link};

/// An actor of a clause and the word that ties it to the act; none of a subject
/// or a direct object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    pub(super) actor: usize,
    /// Its item.
    pub(super) item: usize,
    pub(super) link: Option<Link>,
}

/// The ties of a run of items.
pub(super) fn ties(items: &[Item], actors: &[Actor], run: &Range<usize>) -> Vec<Tie> {
    let mut found = Vec::new();
    let mut link: Option<Link> = None;
    // Whether an actor has come since the link: it has what it governs.
    let mut filled = false;
    let mut delegation = false;
    let led = |at: &usize| items.get(*at).is_some_and(|i| i.kind == ItemKind::Leader);
    let leader = run.clone().find(led).unwrap_or(0);
    // Whether a ground was just named, and whether brackets are open.
    let (mut ground, mut aside) = (false, false);
    // Whether it points back to an event: `tại hội nghị giữa A và B`.
    let mut pointer = false;
    for at in run.clone() {
        let Some(item) = items.get(at) else { break };
        match item.kind {
            ItemKind::Ground => ground = true,
            ItemKind::Sign('(') => aside = true,
            ItemKind::Sign(')') => aside = false,
            ItemKind::Sign(',') | ItemKind::Link(_) => ground = false,
            _ => {}
        }
        match item.kind {
            ItemKind::Actor(actor) => {
                let next = items.get(at + 1).map(|i| i.kind);
                let acts = matches!(next, Some(ItemKind::Aspect(Aspect::Planned | Aspect::Done)));
                // `tại KCN X (TX Y), tỉnh Z đã trao …` too.
                if (link == Some(Link::About) || (link == Some(Link::At) && filled)) && acts {
                    // `về việc tỉnh X sẽ đăng cai`: it is the subject.
                    link = None;
                }
                let country = actors
                    .get(actor)
                    .is_some_and(|a| matches!(a.who, Who::Country(_)));
                let link = match link {
                    // `KCN Việt Nam – Singapore`: the name of the ground.
                    Some(Link::At) if ground && country => Some(Link::Of),
                    // `(tập đoàn lớn thứ hai tại Hàn Quốc)`.
                    Some(Link::At) if aside => Some(Link::Adjunct),
                    link => link,
                };
                found.push(Tie {
                    actor,
                    item: at,
                    link,
                });
                filled = true;
            }
            // `đoàn của X`, `chuyến thăm của X` go through to X.
            ItemKind::Link(Link::Of) if (delegation || link.is_some()) && !filled => {}
            // `đoàn do ông X, …, Bộ trưởng Y làm trưởng đoàn`.
            ItemKind::Sign(',') if link == Some(Link::By) && delegation && at < leader => {}
            ItemKind::Link(Link::And) | ItemKind::Sign(',')
                if goes_on(items, actors, run, at, (filled, link)) => {}
            ItemKind::Link(Link::And) | ItemKind::Sign(',') => (link, filled) = (None, false),
            // `Nhân kỷ niệm quan hệ giữa A và B, …`: both are in the circumstance.
            ItemKind::Link(Link::Between | Link::With | Link::Of | Link::From | Link::For)
                if link == Some(Link::Adjunct) && !pointer => {}
            ItemKind::Link(next) => (link, filled, pointer) = (Some(next), false, false),
            // `trong khuôn khổ Diễn đàn …`: a circumstance, up to its comma.
            ItemKind::Act(Act::Back | Act::BackMeeting) => {
                (link, filled, pointer) = (Some(Link::Adjunct), false, true);
            }
            ItemKind::Ground => filled = true,
            ItemKind::Delegation => delegation = true,
            ItemKind::Aspect(_) | ItemKind::Sign(';' | ':') => (link, filled) = (None, false),
            // `do X tổ chức`: the verb ends what `do` governs.
            ItemKind::Hold(_) if filled => (link, filled) = (None, false),
            _ => {}
        }
    }
    found
}

/// Whether a list, or an apposition, goes on after a comma or `và`.
fn goes_on(
    items: &[Item],
    actors: &[Actor],
    run: &Range<usize>,
    at: usize,
    (filled, link): (bool, Option<Link>),
) -> bool {
    if matches!(link, Some(Link::Adjunct | Link::About | Link::Witness)) {
        // A circumstance ends at its comma; a list of guests goes on.
        return link != Some(Link::Adjunct)
            || !matches!(items.get(at).map(|i| i.kind), Some(ItemKind::Sign(',')));
    }
    let here = items.get(at);
    // `tỉnh A và các đối tác B`.
    let next = items.get(at + 1..run.end).unwrap_or(&[]);
    let next = next.iter().take(3).find(|i| i.kind != ItemKind::Theme);
    let near = here
        .zip(next)
        .is_some_and(|(h, n)| n.words.start <= h.words.end + 5);
    let next = match next.map(|n| n.kind) {
        Some(ItemKind::Actor(number)) => actors.get(number),
        _ => None,
    };
    // `tại Hà Nội, UBND tỉnh …`: places are listed, whoever acts is not.
    let placed = !matches!(link, Some(Link::At | Link::Toward | Link::From));
    let actor = next.is_some_and(|a| placed || a.is_place());
    let before = at.checked_sub(1).and_then(|b| items.get(b));
    // `Tháng 6 tới, tỉnh X …`: the tie has nothing after it.
    let bare = before
        .zip(here)
        .is_some_and(|(b, h)| matches!(b.kind, ItemKind::Link(_)) && b.words.end == h.words.start);
    if bare {
        return false;
    }
    let after = items.get(at + 2).map(|i| i.kind);
    let subject = matches!(
        after,
        Some(ItemKind::Aspect(
            Aspect::Done | Aspect::Planned | Aspect::Recent
        ))
    );
    if !filled && link == Some(Link::With) && subject {
        // `với tinh thần đoàn kết, tỉnh X đã …`.
        return false;
    }
    if !filled {
        // `với ông X, Tổng Giám đốc Tập đoàn Y`.
        return near && actor;
    }
    let touching = before
        .zip(here)
        .is_some_and(|(b, h)| h.words.start <= b.words.end + 8);
    near && actor && touching
}
