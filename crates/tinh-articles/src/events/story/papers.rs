//! What is signed or granted: agreements, partnerships, licences.

use super::scene::{Cast, Scene};
use super::{NEAR, Story};
use crate::cues::{Act, Aspect, Link, Owner, Paper};
use crate::events::items::{Item, ItemKind};
use crate::events::who::Who;
use crate::events::{DraftEventKind, EventDate, circumstances};

impl Story<'_, '_> {
    pub(super) fn agreement(&self, act: Act, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        let mut cast = Cast::default();
        let noun = act == Act::Signing;
        if !noun || !scene.before.iter().any(|t| t.link == Some(Link::Witness)) {
            self.subject(scene, &mut cast);
        }
        // `tỉnh X cùng tỉnh Y ký …`.
        self.take(&mut cast, &scene.before, &[Some(Link::With)]);
        let between = scene.after.iter().find(|t| t.link == Some(Link::Between));
        // `A và B ký thỏa thuận, đánh dấu quan hệ giữa …`: both are named before it.
        let apart = between.is_some_and(|tie| {
            let run = scene.items.get(scene.clause.after.start..tie.item);
            cast.parties.len() >= 2
                && run.is_some_and(|run| run.iter().any(|i| i.kind == ItemKind::Sign(',')))
        });
        if between.is_some() && !apart {
            // `lễ ký … giữa A và B`: whoever is before it looks on.
            cast = Cast::default();
        }
        // `được ký bởi A và B`.
        let sides = [Some(Link::With), Some(Link::By), Some(Link::Between)];
        self.take(&mut cast, &scene.after, &sides[..3 - usize::from(apart)]);
        let hands = Self::is_handed(scene);
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
        let run = scene.around();
        let unnamed = cast.parties.is_empty()
            && run.iter().any(|i| i.kind == ItemKind::Figure(false))
            && !Self::has_occasion(scene);
        let counted = unnamed || (cast.parties.len() < 2 && self.is_counted(scene));
        let paper = papers
            .iter()
            .any(|p| !matches!(p, Paper::None | Paper::Licence));
        let other = papers
            .first()
            .is_some_and(|p| matches!(p, Paper::None | Paper::Licence));
        if noun && cast.parties.len() < 2 && scene.behind().iter().any(|i| i.kind == ItemKind::Pair)
        {
            // `lễ ký … giữa doanh nghiệp hai nước`.
            cast.parties.clear();
            cast.inherit(&self.both_told(scene).0);
        }
        if noun && cast.parties.is_empty() {
            return None;
        }
        if cast.parties.is_empty() && run.iter().any(|i| i.kind == ItemKind::Pair) {
            return None;
        }
        let told = (!other && (paper || cast.parties.len() >= 2)) || hands;
        (told && !counted).then_some((DraftEventKind::Agreement, cast))
    }

    /// `trao bản ghi nhớ cho`: handed over, so whoever receives signs too.
    fn is_handed(scene: &Scene<'_>) -> bool {
        let mut acts = scene
            .clause
            .acts
            .iter()
            .filter_map(|&at| scene.items.get(at));
        acts.any(|act| act.kind == ItemKind::Act(Act::Hand))
    }

    /// `đã ký với 15 trường`: a count without an occasion is a fact.
    pub(super) fn is_counted(&self, scene: &Scene<'_>) -> bool {
        let act = scene.items.get(scene.clause.after.start.saturating_sub(1));
        let end = act.map_or(0, |act| act.words.end);
        let near = scene
            .behind()
            .iter()
            .take_while(|i| i.words.start <= end + 10 && !matches!(i.kind, ItemKind::Actor(_)));
        let counted = near.into_iter().any(|i| i.kind == ItemKind::Figure(false));
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
        counted && !day && !Self::has_occasion(scene)
    }

    /// `vừa`, `sẽ`, `trao`, `tại hội nghị`: it happens once, and is no count.
    fn has_occasion(scene: &Scene<'_>) -> bool {
        let once = |i: &Item| {
            matches!(
                i.kind,
                ItemKind::Aspect(Aspect::Recent | Aspect::Planned)
                    | ItemKind::Act(Act::Award | Act::Hand)
            )
        };
        let (back, again) = scene.frame.points_back(scene.clause.before.end);
        back || again || scene.around().iter().any(once)
    }

    pub(super) fn partnership(&self, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        self.take(&mut cast, &scene.before, &[Some(Link::With)]);
        self.take(
            &mut cast,
            &scene.after,
            &[Some(Link::With), Some(Link::Between)],
        );
        // `thành viên ASEAN đầu tiên mà Singapore thiết lập quan hệ`: states, and no body.
        let states = cast
            .parties
            .iter()
            .filter(|w| matches!(w, Who::Country(_)))
            .count();
        if states >= 2 {
            cast.parties.retain(|w| !matches!(w, Who::Organisation(..)));
        }
        // `kể từ khi thiết lập quan hệ`: told by the way.
        let condition = |i: &Item| i.kind == ItemKind::Aspect(Aspect::Condition);
        let by_the_way = scene.ahead().iter().any(condition);
        (cast.parties.len() >= 2 && !self.is_counted(scene) && !by_the_way)
            .then_some((DraftEventKind::Partnership, cast))
    }

    pub(super) fn licence(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let item = scene.items.get(at)?;
        let run = scene.around();
        let paper = run
            .iter()
            .find(|i| i.kind == ItemKind::Paper(Paper::Licence));
        let near = paper.is_some_and(|paper| {
            paper.words.start <= item.words.end + 8 && item.words.start <= paper.words.end + 4
        });
        // `chấp thuận Công ty X là nhà đầu tư`.
        let chosen = matches!(scene.behind(), [Item { kind: ItemKind::Actor(_), words }, owner, ..]
            if words.start <= item.words.end + 2 && owner.kind == ItemKind::Owner(Owner::Before));
        let act = if chosen && act == Act::Grant {
            Act::Approve
        } else {
            act
        };
        if !near && act != Act::Approve {
            return None;
        }
        let again = scene.clause.before.is_empty() && act == Act::Award;
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        if cast.parties.is_empty() && scene.before.is_empty() {
            // `Tại lễ trao giấy chứng nhận, Chủ tịch UBND tỉnh …`.
            let speaker = scene
                .speaker(self.actors)
                .and_then(|at| self.actors.get(at));
            cast.parties.extend(speaker.map(|actor| actor.who.clone()));
        }
        // `tại lễ trao giấy chứng nhận` a second time.
        let told =
            |m: &super::Mention| m.kind == DraftEventKind::Licence && m.parties == cast.parties;
        if again && self.found.iter().rev().take(NEAR).any(told) {
            return None;
        }
        // `do UBND tỉnh cấp`: whoever grants; `cho`, `của`: whoever receives.
        self.take(&mut cast, &scene.after, &[Some(Link::By)]);
        let receivers = [Some(Link::For), Some(Link::Of), None];
        for tie in scene.after.iter().filter(|t| receivers.contains(&t.link)) {
            let who = self.who(tie);
            let object = tie.link.is_some() || matches!(who, Some(Who::Organisation(..)));
            if let Some(who) = who.filter(|_| object) {
                cast.add(who, tie.item);
            }
        }
        if scene.before.is_empty()
            && cast
                .parties
                .iter()
                .all(|w| matches!(w, Who::Organisation(..)))
        {
            // `Trao giấy chứng nhận cho X`, after others: whoever granted those.
            let told = |m: &&super::Mention| m.kind == DraftEventKind::Licence;
            let last = self.found.iter().rev().take(NEAR).find(told);
            let granter = last.into_iter().flat_map(|m| &m.parties);
            cast.parties.extend(
                granter
                    .filter(|w| w.is_foreign() == Some(false))
                    .take(1)
                    .cloned(),
            );
        }
        // `cho dự án của Hàn Quốc`: the investor, where it is known.
        let abroad = |w: &Who| w.is_foreign() == Some(true) && !matches!(w, Who::Organisation(..));
        if !self.investors.is_empty() && cast.parties.iter().any(abroad) {
            cast.parties.retain(|w| !abroad(w));
            cast.inherit(&self.investors);
        }
        // `Dự án được Ban Quản lý X cấp giấy chứng nhận`: of whoever has the project.
        let body = |w: &Who| matches!(w, Who::Organisation(..));
        let granted = !cast.parties.is_empty() && !cast.parties.iter().any(body);
        let given = scene
            .behind()
            .iter()
            .any(|i| i.kind == ItemKind::Link(Link::For));
        if granted && !given && !self.is_counted(scene) {
            cast.inherit(&self.investors);
        }
        let bodies = cast
            .parties
            .iter()
            .filter(|w| matches!(w, Who::Organisation(..)));
        if act == Act::Approve && !near && (cast.parties.len() < 2 || bodies.count() == 0) {
            return None;
        }
        let counted = cast.parties.len() < 2 && self.is_counted(scene);
        (!counted && !cast.parties.is_empty()).then_some((DraftEventKind::Licence, cast))
    }
}
