//! Conferences, forums and fairs: told where somebody holds them.

use super::scene::{Cast, Scene, is_subject};
use super::{NEAR, Story};
use crate::cues::{Act, Cue, Hold, Link};
use crate::events::items::{Item, ItemKind};
use crate::events::roles::Tie;
use crate::events::who::Who;
use crate::events::{DraftEventKind, circumstances};
use crate::text::Shape;

impl Story<'_, '_> {
    pub(super) fn gathering(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let noun = scene.items.get(at)?;
        let held = self.is_held(noun, scene);
        let journey = self.found.last().is_some_and(|m| {
            m.sentence == scene.frame.sentence && m.kind == DraftEventKind::MissionOut
        });
        // What a journey holds or attends on its way is told with it.
        let hosted = has(scene.around(), ItemKind::Hold(Hold::Host));
        if (journey && !hosted && !scene.inherited.is_empty()) || (!held && attends(at, scene)) {
            return self.journey_to(scene);
        }
        if let Some(told) = self.told_again(noun, scene) {
            return Some((DraftEventKind::PromotionEvent, told));
        }
        if !held || !self.is_promotion(act, at, scene) {
            let session = self.session_of_states(held, noun, scene);
            return session.or_else(|| self.encounter(act, at, scene));
        }
        let mut cast = Cast::default();
        self.hosts(scene, &mut cast);
        // `Gặp gỡ Nghệ An – Nhật Bản`: those in the name.
        let named = |t: &&Tie| t.link.is_none() && self.in_name(t, noun);
        for tie in scene.after.iter().filter(named) {
            if let Some(who) = self.who(tie).filter(|w| !matches!(w, Who::Settlement(_))) {
                cast.add(who, tie.item);
            }
        }
        // `hội nghị kết nối giữa A với B`: both sides.
        if scene.after.iter().any(|t| t.link == Some(Link::Between)) {
            self.take(
                &mut cast,
                &scene.after,
                &[Some(Link::Between), Some(Link::With)],
            );
        }
        if cast.parties.is_empty() {
            cast.parties.extend(self.only_province(scene));
        }
        let (before, after) = (&scene.clause.before, &scene.clause.after);
        let dated = circumstances::date(scene.items, before, after, self.reading, false).is_some();
        (dated || !cast.parties.is_empty()).then_some((DraftEventKind::PromotionEvent, cast))
    }

    /// `Diễn đàn do X và Y tổ chức`: without a theme, the gathering told of last.
    fn told_again(&self, noun: &Item, scene: &Scene<'_>) -> Option<Cast> {
        let bare = !scene.around().iter().any(|i| i.kind == ItemKind::Theme);
        let held = scene.behind().first();
        let held = held
            .is_some_and(|i| i.kind == ItemKind::Link(Link::By) && i.words.start == noun.words.end);
        if !bare || !held || noun.words.len() > 2 {
            return None;
        }
        let mut cast = Cast::default();
        self.take(&mut cast, &scene.after, &[Some(Link::By)]);
        let told = |m: &&super::Mention| m.kind == DraftEventKind::PromotionEvent;
        let last = self.found.iter().rev().take(NEAR).find(told)?;
        if cast.parties.is_empty() {
            return None;
        }
        cast.inherit(&last.parties);
        Some(cast)
    }

    /// The province of a text that has named no other so far.
    fn only_province(&self, scene: &Scene<'_>) -> Option<Who> {
        let end = scene
            .items
            .get(scene.clause.after.start.saturating_sub(1))?;
        let before = self
            .actors
            .partition_point(|a| a.words.start < end.words.start);
        let mut named = self.actors.get(before.saturating_sub(NEAR)..before)?.iter();
        let mut found = None;
        for actor in named.by_ref() {
            if let Who::Province(unit) = &actor.who {
                match found {
                    Some(first) if first != *unit => return None,
                    _ => found = Some(*unit),
                }
            }
        }
        found.map(Who::Province)
    }

    /// `Hội nghị Bộ trưởng Ngoại giao Việt Nam - New Zealand`: two states in the
    /// name meet.
    fn session_of_states(
        &self,
        held: bool,
        noun: &Item,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let mut cast = Cast::default();
        let named = [None, Some(Link::Between)];
        for tie in scene.after.iter().filter(|t| named.contains(&t.link)) {
            let near = tie.link.is_some()
                || self
                    .actors
                    .get(tie.actor)
                    .is_some_and(|a| a.words.start <= noun.words.end + 8);
            let who = self.who(tie).filter(|_| near);
            if let Some(who @ (Who::Country(_) | Who::Locality(..) | Who::Province(_))) = who {
                cast.add(who, tie.item);
            }
        }
        if cast.parties.len() < 2 && has(scene.ahead(), ItemKind::Pair) {
            self.subject(scene, &mut cast);
        }
        (held && cast.parties.len() == 2).then_some((DraftEventKind::WorkingSession, cast))
    }

    /// Whoever holds it: the subject, unless it only attends, and those after `do`.
    fn hosts(&self, scene: &Scene<'_>, cast: &mut Cast) {
        let attended = has(scene.ahead(), ItemKind::Link(Link::Witness));
        if !attended {
            let active = |t: &&Tie| is_subject(t) || t.link == Some(Link::With);
            // `Thủ tướng chủ trì hội nghị xúc tiến đầu tư tỉnh X`: X holds it.
            let home = |t: &Tie| matches!(self.who(t), Some(Who::Province(_)));
            let chaired = has(scene.around(), ItemKind::Hold(Hold::Chair))
                && scene.after.iter().any(|t| t.link.is_none() && home(t));
            for tie in scene.before.iter().filter(active) {
                if let Some(who) = self.who(tie)
                    && !(chaired && who == Who::Country("VN"))
                {
                    cast.add(who, tie.item);
                }
            }
            if cast.parties.is_empty() {
                cast.inherit(scene.inherited);
            }
        }
        let by = scene.after.iter().any(|t| t.link == Some(Link::By));
        self.take(cast, &scene.after, &[Some(Link::By)]);
        if by || cast.parties.is_empty() {
            self.take(cast, &scene.after, &[Some(Link::With)]);
        }
    }

    /// Whether it takes place: somebody holds it, guests attend it, or it is
    /// told by its name.
    fn is_held(&self, noun: &Item, scene: &Scene<'_>) -> bool {
        let holds = scene
            .around()
            .iter()
            .any(|i| matches!(i.kind, ItemKind::Hold(_)));
        noun.kind == ItemKind::Act(Act::Named)
            || scene.frame.held
            || self.has_year(noun, scene)
            || holds
            || has(scene.behind(), ItemKind::Link(Link::Witness))
            || self.is_named(noun, scene)
    }

    /// `Hội nghị xúc tiến đầu tư 2016`: a date belongs to its name.
    fn has_year(&self, noun: &Item, scene: &Scene<'_>) -> bool {
        let dated =
            |i: &Item| matches!(i.kind, ItemKind::Date(_)) && i.words.start <= noun.words.end;
        noun.words.len() > 2 && scene.behind().iter().any(dated)
    }

    /// Whether it is for investment, trade or tourism, or hosted.
    fn is_promotion(&self, act: Act, at: usize, scene: &Scene<'_>) -> bool {
        let Some(noun) = scene.items.get(at) else {
            return false;
        };
        let named = scene.items.get(at..scene.clause.after.end).unwrap_or(&[]);
        let near = |i: &Item| i.words.start <= noun.words.end + 16;
        // `Diễn đàn Doanh nghiệp Việt Nam - Úc`: a theme that begins an actor.
        let of_actor = |i: &Item| {
            let mut cues = self.reading.cues_at(i.words.start);
            matches!(i.kind, ItemKind::Actor(_)) && cues.any(|c| matches!(c.cue, Cue::Theme(_)))
        };
        let theme = |i: &Item| near(i) && (i.kind == ItemKind::Theme || of_actor(i));
        // `Gặp gỡ Hàn Quốc`: partners in the name say what it is for.
        let partner = |t: &Tie| t.link.is_none() && self.in_name(t, noun);
        named.iter().any(theme)
            || noun.words.len() > 2
            || (act == Act::Greet && scene.after.iter().any(partner))
            // `Lễ hội Hokkaido`, `Những ngày văn hóa Nhật Bản`: with guests from abroad.
            || (act == Act::Fair && self.has_foreigner(scene))
            || has(scene.around(), ItemKind::Hold(Hold::Host))
    }

    fn has_foreigner(&self, scene: &Scene<'_>) -> bool {
        let mut ties = scene.before.iter().chain(&scene.after);
        ties.any(|t| self.who(t).is_some_and(|w| w.is_foreign() == Some(true)))
    }

    /// Whether an actor is in the name of a gathering: close after its noun and
    /// no office.
    pub(super) fn in_name(&self, tie: &Tie, act: &Item) -> bool {
        self.actors.get(tie.actor).is_some_and(|a| {
            !a.office && a.who != Who::Country("VN") && a.words.start <= act.words.end + 8
        })
    }

    /// A name with a capital and a day, or as a title: told without a verb.
    pub(super) fn is_named(&self, act: &Item, scene: &Scene<'_>) -> bool {
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
        capital && ((scene.frame.beside && scene.clause.before.is_empty()) || day())
    }
}

fn has(items: &[Item], kind: ItemKind) -> bool {
    items.iter().any(|i| i.kind == kind)
}

/// `đoàn … tham gia hội chợ`: a delegation attends it.
fn attends(at: usize, scene: &Scene<'_>) -> bool {
    let before = at.checked_sub(1).and_then(|before| scene.items.get(before));
    before.is_some_and(|i| i.kind == ItemKind::Link(Link::Witness))
        && has(scene.around(), ItemKind::Delegation)
}
