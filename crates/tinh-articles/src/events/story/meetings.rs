//! Meetings: `tiếp`, `làm việc với`, `hội đàm`.

use super::scene::{Cast, Scene, first_group};
use super::{NEAR, Story};
use crate::cues::{Act, Link};
use crate::events::DraftEventKind;
use crate::events::items::ItemKind;
use crate::events::roles::Tie;
use crate::events::who::Who;
use crate::text::Shape;

impl Story<'_, '_> {
    pub(super) fn meeting(&self, act: Act, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        // `Tại buổi làm việc với X, lãnh đạo tỉnh …`.
        if act == Act::Session && cast.parties.is_empty() && scene.clause.before.start == 0 {
            cast.inherit(scene.next);
        }
        // `Tiếp đoàn có ông X, Phó Chủ tịch UBND tỉnh`: the guests told of last.
        let guests = scene
            .behind()
            .iter()
            .take(2)
            .any(|i| i.kind == ItemKind::Delegation);
        if cast.parties.is_empty() && guests && scene.before.is_empty() {
            cast.inherit(&self.delegation);
        }
        if cast.parties.is_empty() && scene.clause.before.is_empty() {
            let speaker = scene
                .speaker(self.actors)
                .and_then(|at| self.actors.get(at));
            cast.parties.extend(speaker.map(|actor| actor.who.clone()));
        }
        let subjects = cast.parties.len();
        let mut objects = first_group(
            scene,
            &scene.after,
            &[None, Some(Link::With), Some(Link::Between)],
        );
        if matches!(act, Act::Meet | Act::Work) && objects.is_empty() {
            // `làm việc với lãnh đạo một số tập đoàn của Pháp`.
            objects = first_group(scene, &scene.after, &[Some(Link::Of)]);
        }
        if act == Act::VisitWork && objects.is_empty() {
            // `thăm và làm việc tại Học viện X`: a body, and no ground.
            let seat = scene.after.first().filter(|t| t.link == Some(Link::At));
            objects.extend(seat);
        }
        // `tiếp đoàn gồm: …`: the members of a delegation, and not whose it is.
        objects.retain(|tie| {
            // `Tiếp đoàn có: …`: the hosts.
            if scene.before.is_empty() {
                return true;
            }
            let run = scene.items.get(scene.clause.after.start..tie.item);
            !run.is_some_and(|run| run.iter().any(|i| i.kind == ItemKind::Sign(':')))
        });
        if objects.is_empty() && guests {
            // `UBND tỉnh tiếp đoàn`: the one told of before.
            cast.inherit(&self.delegation);
        }
        let all: Vec<_> = objects.iter().map(|t| t.link).collect();
        if objects.iter().any(|t| t.link == Some(Link::Between)) {
            // `dự hội đàm giữa A và B`: whoever is before it looks on.
            cast = Cast::default();
        }
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
        // `tiếp đoàn ngoại giao gồm: …`: guests whom nobody's name tells.
        let unnamed = act == Act::Receive && guests && objects.is_empty() && subjects == 1;
        if cast.parties.len() < 2 && !unnamed {
            return None;
        }
        // `đoàn do … dẫn đầu làm việc với tỉnh Trat`: the delegation went there.
        let before = scene.ahead();
        let delegation = before.iter().any(|i| i.kind == ItemKind::Delegation);
        let (subject, objects) = cast.parties.split_at(subjects.min(cast.parties.len()));
        let went = act == Act::Work
            && delegation
            && !subject.is_empty()
            && subject.iter().all(|w| w.is_foreign() == Some(false))
            && objects.iter().any(|w| matches!(w, Who::Locality(..)));
        let told = self.found.iter().rev().take(NEAR).any(|m| {
            m.kind == DraftEventKind::MissionOut && objects.iter().any(|o| m.parties.contains(o))
        });
        if went && !told {
            let places = scene
                .after
                .iter()
                .filter(|t| t.link.is_none() || t.link == Some(Link::At));
            for actor in places.filter_map(|t| self.actors.get(t.actor)) {
                self.add_place(&mut cast, actor);
            }
            return Some((DraftEventKind::MissionOut, cast));
        }
        Some((DraftEventKind::WorkingSession, cast))
    }

    /// `đã gặp gỡ, trao đổi với`: the verb, and no gathering.
    pub(super) fn encounter(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let verb = scene.items.get(at)?;
        let small = self.reading.shape(verb.words.start) == Some(Shape::Small);
        let before = at
            .checked_sub(1)
            .and_then(|before| scene.items.get(before))?;
        let told = matches!(before.kind, ItemKind::Aspect(_) | ItemKind::Actor(_))
            && before.words.end == verb.words.start;
        if act == Act::Greet && small && told {
            self.meeting(Act::Meet, scene)
        } else {
            None
        }
    }
}
