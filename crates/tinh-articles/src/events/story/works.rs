//! What is opened or given: openings and aid.

use super::scene::{Cast, Scene};
use super::{NEAR, Story};
use crate::cues::{Act, Link, Name};
use crate::events::EventKind;
use crate::events::items::ItemKind;
use crate::events::roles::Tie;
use crate::events::who::Who;
use crate::mentions::MarkKind;

impl Story<'_, '_> {
    pub(super) fn opening(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(EventKind, Cast)> {
        // `khởi công vào quý IV/2021 và hoàn thành vào quý IV/2023`.
        if act == Act::Complete && !self.is_completed(at, scene) {
            return None;
        }
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
                .take(NEAR)
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
    pub(super) fn is_completed(&self, at: usize, scene: &Scene<'_>) -> bool {
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
            .is_some_and(|m| m.kind == EventKind::Opening && m.sentence == scene.frame.sentence);
        dated && (begun || built)
    }

    pub(super) fn aid(&self, act: Act, at: usize, scene: &Scene<'_>) -> Option<(EventKind, Cast)> {
        let item = |at: Option<usize>| at.and_then(|at| scene.items.get(at)).map(|i| i.kind);
        // `đã nhận được 4 đợt viện trợ`: a count.
        let counted = item(at.checked_sub(1)) == Some(ItemKind::Figure(false));
        // `được Chính phủ X viện trợ khánh thành`: the work is told.
        let of_work = matches!(item(Some(at + 1)), Some(ItemKind::Act(_)));
        if counted || of_work || !self.is_gift(act, scene) {
            return None;
        }
        let mut cast = Cast::default();
        // `do tỉnh X tài trợ`: whoever is named after `do` gives.
        self.take(&mut cast, &scene.before, &[Some(Link::By)]);
        if cast.parties.is_empty() {
            self.subject(scene, &mut cast);
        }
        let given = cast.parties.iter().any(|w| !matches!(w, Who::Province(_)))
            || scene.after.iter().any(|t| t.link == Some(Link::By));
        let takers = [Some(Link::For), Some(Link::By), Some(Link::Of)];
        self.take(&mut cast, &scene.after, &takers);
        // What is handed over is nobody.
        if act != Act::Handover {
            self.take(&mut cast, &scene.after, &[None]);
        }
        if cast.parties.len() < 2 {
            // `viện trợ 2 triệu USD để xây trường học tại Nghệ An`.
            let at_home = |t: &&Tie| self.who(t).is_some_and(|w| matches!(w, Who::Province(_)));
            let homes: Vec<Tie> = scene.after.iter().filter(at_home).copied().collect();
            self.take(&mut cast, &homes, &[Some(Link::At)]);
        }
        let donor = given || cast.parties.iter().any(|w| w.is_foreign() == Some(true));
        (donor && cast.parties.len() >= 2).then_some((EventKind::Aid, cast))
    }

    /// Whether something is given: aid by its name, else money or goods.
    fn is_gift(&self, act: Act, scene: &Scene<'_>) -> bool {
        let figure = |money: bool| {
            scene
                .around()
                .iter()
                .any(|i| i.kind == ItemKind::Figure(money))
        };
        let mut ties = scene.after.iter().chain(&scene.before);
        match act {
            Act::Aid | Act::Handover => true,
            Act::Present => {
                let abroad =
                    ties.any(|t| self.who(t).is_some_and(|w| w.is_foreign() == Some(true)));
                figure(true) || (abroad && figure(false))
            }
            _ => figure(true),
        }
    }
}
