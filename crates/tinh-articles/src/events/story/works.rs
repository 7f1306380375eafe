//! What is opened or given: openings and aid.

use super::Story;
use super::scene::{Cast, Scene};
use crate::cues::{Act, Aspect, Link, Name};
use crate::events::DraftEventKind;
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
    ) -> Option<(DraftEventKind, Cast)> {
        // `khởi công vào quý IV/2021 và hoàn thành vào quý IV/2023`.
        if act == Act::Complete && !self.is_completed(at, scene) {
            return None;
        }
        let mut cast = Cast::default();
        let dated = self.dated(DraftEventKind::Opening, scene);
        let before = scene.ahead().last().map(|i| i.kind);
        // `Thái tử dự lễ khởi công`: he looks on.
        let seen = before == Some(ItemKind::Link(Link::Witness));
        if !seen {
            self.take(
                &mut cast,
                &scene.before,
                &[None, Some(Link::By), Some(Link::Of)],
            );
        }
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
        // `khi đi vào hoạt động, nhà máy sẽ …`: told of by the way.
        let near = scene.ahead().iter().rev().take(3);
        let by_the_way = near
            .into_iter()
            .any(|i| i.kind == ItemKind::Aspect(Aspect::Condition));
        // `Nhân dịp khánh thành công trình, …`.
        let by_the_way = by_the_way || before == Some(ItemKind::Link(Link::Adjunct));
        let nobody = act == Act::Run && cast.parties.is_empty();
        if dated.is_none() && (by_the_way || (nobody && !scene.frame.beside)) {
            return None;
        }
        if cast
            .parties
            .iter()
            .any(|w| matches!(w, Who::Organisation(..)))
        {
            // Whoever cuts the ribbon for a company does not open it.
            cast.parties.retain(|w| !matches!(w, Who::Country(_)));
        } else if !self.investors.is_empty()
            && cast.parties.iter().any(|w| matches!(w, Who::Country(_)))
        {
            cast.parties.clear();
        }
        if cast.parties.is_empty() && scene.ahead().iter().any(|i| i.kind == ItemKind::Pair) {
            // `lãnh đạo hai địa phương khánh thành …`.
            cast.inherit(&self.both_told(scene).0);
        }
        if cast.parties.is_empty() {
            // `Dự án dự kiến khởi công`: of whoever has the project.
            cast.inherit(&self.investors);
        }
        Some((DraftEventKind::Opening, cast))
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
        let begun = self.found.last().is_some_and(|m| {
            m.kind == DraftEventKind::Opening && m.sentence == scene.frame.sentence
        });
        // `dự kiến vận hành vào năm 2024`.
        let planned = at.checked_sub(1).and_then(|before| scene.items.get(before));
        let planned = planned.is_some_and(|i| i.kind == ItemKind::Aspect(Aspect::Planned));
        begun || built || planned
    }

    pub(super) fn aid(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let item = |at: Option<usize>| at.and_then(|at| scene.items.get(at)).map(|i| i.kind);
        // `đã nhận được 4 đợt viện trợ`: a count.
        let counted = item(at.checked_sub(1)) == Some(ItemKind::Figure(false));
        // `được Chính phủ X viện trợ khánh thành`: the work is told.
        let of_work = matches!(item(Some(at + 1)), Some(ItemKind::Act(_)));
        // `tiếp nhận thiết bị do X viện trợ`: told with the giver.
        let rest = scene.items.get(scene.clause.after.start..).unwrap_or(&[]);
        let given_by = act == Act::Give
            && rest.iter().any(|i| i.kind == ItemKind::Act(Act::Aid))
            && rest.iter().any(|i| i.kind == ItemKind::Link(Link::By));
        if counted || of_work || given_by || !self.is_gift(act, scene) {
            return None;
        }
        let mut cast = Cast::default();
        // `do tỉnh X tài trợ`: whoever is named after `do` gives.
        self.take(&mut cast, &scene.before, &[Some(Link::By)]);
        if cast.parties.is_empty() {
            self.subject(scene, &mut cast);
        } else {
            // `Sở X làm chủ dự án do Y tài trợ`: whoever has what is given.
            let home = |t: &&Tie| self.who(t).is_some_and(|w| w.is_foreign() == Some(false));
            let own: Vec<Tie> = scene.before.iter().filter(home).copied().collect();
            self.take(&mut cast, &own, &[None]);
        }
        let given = cast.parties.iter().any(|w| !matches!(w, Who::Province(_)))
            || scene.after.iter().any(|t| t.link == Some(Link::By));
        let takers = [Some(Link::For), Some(Link::By), Some(Link::Of)];
        self.take(&mut cast, &scene.after, &takers);
        // What is handed over is nobody.
        if act != Act::Handover {
            self.take(&mut cast, &scene.after, &[None]);
        }
        if cast.parties.len() < 2 || scene.before.iter().any(|t| t.link == Some(Link::By)) {
            // `tỉnh X tiếp nhận thiết bị do Y tài trợ`.
            cast.inherit(scene.earlier);
        }
        if cast.parties.len() < 2 {
            // `viện trợ 2 triệu USD để xây trường học tại Nghệ An`.
            let at_home = |t: &&Tie| self.who(t).is_some_and(|w| matches!(w, Who::Province(_)));
            let homes: Vec<Tie> = scene.after.iter().filter(at_home).copied().collect();
            self.take(&mut cast, &homes, &[Some(Link::At)]);
        }
        // `dự án do X tài trợ giai đoạn 2024-2025`: whoever receives is not named.
        let alone = act == Act::Aid
            && scene.before.iter().any(|t| t.link == Some(Link::By))
            && scene
                .behind()
                .iter()
                .take(3)
                .any(|i| matches!(i.kind, ItemKind::Date(_)));
        let donor = given || cast.parties.iter().any(|w| w.is_foreign() == Some(true));
        let named = cast.parties.len() >= 2 || (alone && cast.parties.len() == 1);
        (donor && named).then_some((DraftEventKind::Aid, cast))
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
            // `JICA hỗ trợ 60 máy lọc nước cho tỉnh X`.
            _ => {
                let given = scene.after.iter().any(|t| t.link == Some(Link::For));
                let abroad =
                    ties.any(|t| self.who(t).is_some_and(|w| w.is_foreign() == Some(true)));
                figure(true) || (given && abroad && figure(false))
            }
        }
    }
}
