//! Who does it: the subject of a clause, its own or one told of before.

use super::scene::{Cast, Scene, is_subject};
use super::{Mention, NEAR, Story};
use crate::cues::{Aspect, Family, Link};
use crate::events::EventDate;
use crate::events::items::{Item, ItemKind};
use crate::events::roles::Tie;
use crate::events::who::Who;

impl Story<'_, '_> {
    /// Adds the actors whose tie is among some.
    pub(super) fn take(&self, cast: &mut Cast, from: &[Tie], links: &[Option<Link>]) {
        for tie in from.iter().filter(|tie| links.contains(&tie.link)) {
            if let Some(who) = self.who(tie) {
                cast.add(who, tie.item);
            }
        }
    }

    /// The subject: its own actors, else both sides of what was told, else
    /// that of the clause before.
    pub(super) fn subject(&self, scene: &Scene<'_>, cast: &mut Cast) {
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
        if let Some((who, item)) = self.who_says(scene) {
            cast.add(who, item);
            return;
        }
        let before = scene.ahead();
        if before.iter().any(|i| i.kind == ItemKind::Pair) {
            let (both, date) = self.both_told(scene);
            cast.inherit(&both);
            cast.date = date;
            return;
        }
        // `Đoàn đã có buổi làm việc với …`: the travellers told of last.
        if before.iter().any(|i| i.kind == ItemKind::Delegation) {
            cast.inherit(&self.delegation);
            if !cast.parties.is_empty() {
                return;
            }
        }
        cast.inherit(scene.inherited);
    }

    /// `X cho biết đã ký …`: whoever says it did it.
    fn who_says(&self, scene: &Scene<'_>) -> Option<(Who, usize)> {
        let says = scene.clause.before.start.checked_sub(1)?;
        let acts = scene.ahead().first().is_some_and(|i| {
            matches!(
                i.kind,
                ItemKind::Aspect(Aspect::Done | Aspect::Planned | Aspect::Recent)
            )
        });
        let said = scene.items.get(says)?.kind == ItemKind::Says;
        let actor = says.checked_sub(1)?;
        match scene.items.get(actor)?.kind {
            ItemKind::Actor(number) if said && acts => {
                Some((self.actors.get(number)?.who.clone(), actor))
            }
            _ => None,
        }
    }

    /// Both sides of what was told last, and when it was.
    pub(super) fn both_told(&self, scene: &Scene<'_>) -> (Vec<Who>, Option<EventDate>) {
        let near = || self.found.iter().rev().take(NEAR);
        let Some(both) = near().find(|m| m.parties.len() >= 2) else {
            return (self.both_sides(scene), None);
        };
        let told = |m: &&Mention| m.date.is_some() && m.parties == both.parties;
        (both.parties.clone(), near().find(told).and_then(|m| m.date))
    }

    /// `Hai nước`, before any event of two: the last of each side named before, else
    /// the first named after it in the sentence.
    fn both_sides(&self, scene: &Scene<'_>) -> Vec<Who> {
        let first = scene.items.get(scene.clause.before.start);
        let end = self
            .actors
            .partition_point(|a| first.is_some_and(|i| a.words.start < i.words.start));
        let before = || {
            let near = self.actors.get(end.saturating_sub(NEAR)..end);
            near.unwrap_or(&[]).iter().rev().map(|a| &a.who)
        };
        let after = || {
            scene.behind().iter().filter_map(|i| match i.kind {
                ItemKind::Actor(number) => self.actors.get(number).map(|a| &a.who),
                _ => None,
            })
        };
        let side = |foreign: bool| {
            let of_side =
                |w: &&Who| !matches!(w, Who::Settlement(_)) && w.is_foreign() == Some(foreign);
            before()
                .find(of_side)
                .or_else(|| after().find(of_side))
                .cloned()
        };
        match (side(false), side(true)) {
            (Some(home), Some(guest)) => vec![home, guest],
            _ => Vec::new(),
        }
    }

    /// Remembers whose delegation a sentence tells of: `Đoàn công tác của tỉnh X`, and
    /// not `Tiếp đoàn có …`.
    pub(super) fn remember_delegation(&mut self, items: &[Item]) {
        let group = items.iter().position(|i| i.kind == ItemKind::Delegation);
        let Some(group) = group else { return };
        let received = group.checked_sub(1).and_then(|at| items.get(at));
        if received
            .is_some_and(|i| matches!(i.kind, ItemKind::Act(_) | ItemKind::Link(Link::Witness)))
        {
            return;
        }
        let run = items.iter().skip(group + 1);
        let mut run = run.take_while(|i| !matches!(i.kind, ItemKind::Act(_) | ItemKind::Aspect(_)));
        let owner = run.find_map(|i| match i.kind {
            ItemKind::Actor(number) => self.actors.get(number).map(|a| a.who.clone()),
            _ => None,
        });
        if let Some(owner) = owner.filter(|w| !matches!(w, Who::Settlement(_))) {
            self.delegation = vec![owner];
        }
    }

    /// `đã rời Hà Nội, kết thúc chuyến thăm`: after the verb of another act, an
    /// actor is no subject.
    pub(super) fn is_object(&self, tie: &Tie, scene: &Scene<'_>) -> bool {
        // `đã đón đoàn tỉnh X sang thăm`: X travels.
        let kind = |at: Option<usize>| at.and_then(|at| scene.items.get(at)).map(|i| i.kind);
        let travels = matches!(kind(scene.clause.acts.first().copied()), Some(ItemKind::Act(act)) if act.family() == Family::Journey);
        if travels && kind(tie.item.checked_sub(1)) == Some(ItemKind::Delegation) {
            return false;
        }
        let aspect = (scene.clause.before.start..tie.item).rev().find(|&at| {
            scene.items.get(at).is_some_and(|i| {
                matches!(
                    i.kind,
                    ItemKind::Aspect(Aspect::Done | Aspect::Recent | Aspect::Planned)
                )
            })
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
    pub(super) fn is_led(&self, scene: &Scene<'_>) -> bool {
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
}
