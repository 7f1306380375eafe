//! Journeys: `thăm`, `chuyến công tác`, `cử đoàn`; out of Việt Nam or into it.

use super::scene::{Cast, Scene};
use super::{NEAR, Story};
use crate::cues::{Act, Link, Region};
use crate::events::DraftEventKind;
use crate::events::actors::Actor;
use crate::events::items::{Item, ItemKind};
use crate::events::roles::Tie;
use crate::events::who::Who;

impl Story<'_, '_> {
    pub(super) fn journey(
        &self,
        act: Act,
        at: usize,
        scene: &Scene<'_>,
    ) -> Option<(DraftEventKind, Cast)> {
        let mut cast = self.travellers(act, at, scene);
        if cast.parties.iter().any(Who::comes_from_abroad) {
            return self.visit_home(act, scene, cast);
        }
        let first = scene.after.first().and_then(|t| self.who(t));
        if act == Act::VisitWork && matches!(first, Some(Who::Organisation(..))) {
            return self.meeting(act, scene);
        }
        let travellers = cast.parties.len();
        let direct = [None, Some(Link::At), Some(Link::Toward), Some(Link::With)];
        let mut reached = scene.after.clone();
        if act == Act::Tour && travellers == 0 {
            // `chuyến thăm có ý nghĩa …`: where to is named with it, or not at all.
            let end = scene.items.get(at).map_or(0, |a| a.words.end);
            reached.retain(|t| {
                self.actors
                    .get(t.actor)
                    .is_some_and(|a| a.words.start <= end + 6)
            });
        }
        if act == Act::Travel {
            // `đã tới Nam Ninh`: the verb is the tie.
            for tie in reached.iter_mut().filter(|t| t.link.is_none()) {
                tie.link = Some(Link::Toward);
            }
        }
        self.lead_to(&reached, &mut cast, &direct);
        let act_start = scene.items.get(at).map_or(0, |a| a.words.start);
        let anywhere =
            |i: &Item| matches!(i.kind, ItemKind::Abroad(_)) && i.words.start + 2 >= act_start;
        let abroad = scene.around().iter().any(anywhere);
        if travellers == 0 {
            return self.whose(act, cast);
        }
        if cast.parties.len() == travellers && !abroad {
            // `có chuyến thăm, chúc Tết và tổ chức ngày hội tại Lào`.
            self.lead_to(&scene.rest, &mut cast, &[Some(Link::At)]);
        }
        if cast.parties.len() == travellers && matches!(act, Act::Visit | Act::VisitWork) {
            // `thăm, làm việc với các cơ quan của Australia`.
            self.lead_to(&scene.after, &mut cast, &[Some(Link::Of)]);
        }
        if cast.parties.len() == travellers && !abroad && act == Act::Visit {
            // `thăm và tặng quà cho trường X, tỉnh Savannakhet`: the address of whoever is visited.
            let address = |t: &&Tie| self.who(t).is_some_and(|w| matches!(w, Who::Locality(..)));
            let last: Vec<Tie> = scene.rest.iter().filter(address).take(1).copied().collect();
            self.lead_to(&last, &mut cast, &[None, Some(Link::For)]);
        }
        if cast.parties.len() == travellers && !abroad {
            let works = act == Act::VisitWork;
            return if works {
                self.meeting(Act::Meet, scene)
            } else {
                None
            };
        }
        if cast.places.is_empty() {
            let regions = scene
                .around()
                .iter()
                .filter(|i| i.kind == ItemKind::Abroad(Region::Abroad));
            cast.places
                .extend(regions.map(|i| self.reading.slice(&i.words).to_owned()));
        }
        Some((DraftEventKind::MissionOut, cast))
    }

    /// Who travels: the subject; of a noun, whose it is.
    fn travellers(&self, act: Act, at: usize, scene: &Scene<'_>) -> Cast {
        let mut cast = Cast::default();
        let owned = scene.after.iter().any(|t| t.link == Some(Link::Of));
        if act != Act::Tour || !owned {
            self.subject(scene, &mut cast);
        }
        match act {
            Act::Send => self.take(&mut cast, &scene.after, &[Some(Link::By)]),
            Act::Tour => {
                self.take(&mut cast, &scene.after, &[Some(Link::Of)]);
                self.on_tour(at, scene, &mut cast);
                // `Trong chuyến thăm Nhật Bản, đoàn tỉnh X …`.
                if cast.parties.is_empty() && scene.clause.before.start == 0 {
                    cast.inherit(scene.next.get(..1).unwrap_or(&[]));
                }
            }
            _ => {}
        }
        cast
    }

    /// A journey that names nobody: that of the one told of to the same place;
    /// or, of a noun, whoever is told of beside it, whom `link` finds.
    fn whose(&self, act: Act, mut cast: Cast) -> Option<(DraftEventKind, Cast)> {
        if act == Act::Tour && !cast.parties.is_empty() {
            return Some((DraftEventKind::MissionOut, cast));
        }
        let reached = |m: &&super::Mention| {
            m.kind == DraftEventKind::MissionOut
                && cast.parties.iter().any(|p| m.parties.contains(p))
        };
        let earlier = self.found.iter().rev().take(NEAR).find(reached)?;
        let own = std::mem::replace(&mut cast.parties, earlier.parties.clone());
        cast.inherit(&own);
        Some((DraftEventKind::MissionOut, cast))
    }

    /// A foreign party in Việt Nam, or in a province.
    pub(super) fn visit_home(
        &self,
        act: Act,
        scene: &Scene<'_>,
        mut cast: Cast,
    ) -> Option<(DraftEventKind, Cast)> {
        // `UBND tỉnh đón đoàn tỉnh X sang thăm`: the host does not travel.
        let group = scene.clause.before.clone().find(|&at| {
            scene
                .items
                .get(at)
                .is_some_and(|i| i.kind == ItemKind::Delegation)
        });
        let host = |t: &Tie| {
            group.is_some_and(|group| t.item < group)
                && self.who(t).is_some_and(|w| w.is_foreign() == Some(false))
        };
        if scene.before.iter().any(host)
            && !scene
                .ahead()
                .iter()
                .any(|i| i.kind == ItemKind::Link(Link::And))
        {
            cast.parties.retain(|w| w.is_foreign() != Some(false));
        }
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
        let before = scene.ahead();
        let delegation = act == Act::Tour || before.iter().any(|i| i.kind == ItemKind::Delegation);
        let home = cast.parties.len() > travellers;
        (home && (delegation || matches!(act, Act::Visit | Act::VisitWork | Act::Travel)))
            .then_some((DraftEventKind::MissionIn, cast))
    }

    /// `đoàn Bí thư Khu ủy Quảng Tây trong chuyến thăm`: whoever is named just before.
    pub(super) fn on_tour(&self, at: usize, scene: &Scene<'_>, cast: &mut Cast) {
        // `với sự tham dự của Thủ tướng X, người đang thăm …`.
        let before = scene.items.get(at.saturating_sub(2)..at).unwrap_or(&[]);
        let number = match before {
            [.., last] => match (last.kind, before.first().map(|i| i.kind)) {
                (ItemKind::Actor(number), _) => Some(number),
                (ItemKind::Sign(','), Some(ItemKind::Actor(number))) => Some(number),
                _ => None,
            },
            [] => None,
        };
        if let Some(number) = number
            && cast.parties.is_empty()
            && let Some(actor) = self.actors.get(number).filter(|a| a.office)
        {
            cast.parties.push(actor.who.clone());
            return;
        }
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

    /// A delegation that attends a fair abroad is a mission.
    pub(super) fn journey_to(&self, scene: &Scene<'_>) -> Option<(DraftEventKind, Cast)> {
        let mut cast = Cast::default();
        self.subject(scene, &mut cast);
        if cast.parties.is_empty() || cast.parties.iter().any(|w| w.is_foreign() != Some(false)) {
            return None;
        }
        self.lead_to(
            &scene.after,
            &mut cast,
            &[Some(Link::At), Some(Link::Toward)],
        );
        (cast.parties.len() >= 2).then_some((DraftEventKind::MissionOut, cast))
    }

    /// The foreign places a journey leads to, as parties and as places.
    fn lead_to(&self, ties: &[Tie], cast: &mut Cast, links: &[Option<Link>]) {
        for tie in ties.iter().filter(|t| links.contains(&t.link)) {
            let Some(actor) = self.actors.get(tie.actor) else {
                continue;
            };
            // `làm việc với Đại sứ quán Việt Nam tại Đức`: where it sits.
            if let (Who::Country("VN"), Some((country, words))) = (&actor.who, &actor.seat)
                && *country != "VN"
            {
                cast.add(Who::Country(country), tie.item);
                cast.places.push(self.reading.slice(words).to_owned());
                continue;
            }
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

    /// The place as printed, once.
    pub(super) fn add_place(&self, cast: &mut Cast, actor: &Actor) {
        if let Some(words) = &actor.place {
            let place = self.reading.slice(words).to_owned();
            if !cast.places.contains(&place) {
                cast.places.push(place);
            }
        }
    }
}
