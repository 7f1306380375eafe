//! The mention an act becomes: its words, date, place and state.

use super::scene::{Cast, Scene, told_of};
use super::{Mention, NEAR, REACH, Story};
use crate::cues::{Aspect, Paper};
use crate::events::items::ItemKind;
use crate::events::{EventDate, EventKind, EventState, PaperKind, circumstances};

impl Story<'_, '_> {
    /// `said`: the state the words before the act give it.
    pub(super) fn mention(
        &self,
        kind: EventKind,
        cast: Cast,
        scene: &Scene<'_>,
        said: Option<EventState>,
    ) -> Mention {
        let dated = self.dated(kind, scene);
        let (back, again) = scene.frame.points_back(scene.clause.before.end);
        let earlier = if back || again {
            self.pointed_at()
        } else {
            None
        };
        let date = dated
            .map(|d| d.0)
            .or(earlier.and_then(|m| m.date))
            .or(cast.date);
        let place = self.place(kind, &cast, scene);
        let place = place.or_else(|| earlier.filter(|_| back).and_then(|m| m.place.clone()));
        let said = said.or_else(|| self.said_later(kind, scene));
        let planned = if self.planned_list {
            EventState::Planned
        } else {
            EventState::Done
        };
        let mut used = cast.used;
        used.extend(&scene.clause.acts);
        used.extend(told_of(kind, scene.items, scene.clause));
        used.extend(
            dated
                .map(|d| d.1)
                .filter(|at| scene.clause.before.contains(at)),
        );
        let words = || {
            used.iter()
                .filter_map(|&at| scene.items.get(at))
                .map(|i| &i.words)
        };
        let start = words().map(|w| w.start).min().unwrap_or(0);
        Mention {
            kind,
            words: start..words().map(|w| w.end).max().unwrap_or(start),
            parties: cast.parties,
            place,
            date,
            state: said.unwrap_or(planned),
            stated: said.is_some(),
            paper: paper_of(scene).filter(|_| kind == EventKind::Agreement),
            beside: scene.frame.beside,
            several: is_several(scene),
            sentence: scene.frame.sentence,
            same_as: None,
        }
    }

    fn dated(&self, kind: EventKind, scene: &Scene<'_>) -> Option<(EventDate, usize)> {
        let clause = scene.clause;
        // `kết nghĩa từ năm 1996`, `hoạt động từ tháng 3`: that is when it began.
        let since = matches!(kind, EventKind::Partnership | EventKind::Opening);
        // `nhà máy … khởi công tháng 3`: the date beside it.
        let next = clause.after.start..clause.after.end.min(clause.after.start + 3);
        let beside = circumstances::date(scene.items, &next, &(0..0), self.reading, since);
        if kind == EventKind::Opening && beside.is_some() {
            return beside;
        }
        circumstances::date(
            scene.items,
            &clause.before,
            &clause.after,
            self.reading,
            since,
        )
        .or(scene.frame.date)
    }

    /// The event that `tại hội nghị` or `cùng ngày` points at.
    fn pointed_at(&self) -> Option<&Mention> {
        let mut near = self.found.iter().rev().take(NEAR);
        near.find(|m| m.date.is_some() || m.place.is_some())
    }

    /// Of a journey where to, of all else where it took place.
    fn place(&self, kind: EventKind, cast: &Cast, scene: &Scene<'_>) -> Option<String> {
        let places = match kind {
            EventKind::MissionOut | EventKind::MissionIn => cast.places.clone(),
            _ => [&scene.before, &scene.after, &scene.frame.lead]
                .into_iter()
                .map(|ties| circumstances::places(ties, self.actors, self.reading))
                .find(|places| !places.is_empty())
                .unwrap_or_default(),
        };
        Some(places.join("; ")).filter(|place| !place.is_empty())
    }

    /// The state said after the act: `Hội nghị … sẽ diễn ra`; or that of the
    /// opening before it, `dự kiến khởi công vào … và hoàn thành vào …`.
    fn said_later(&self, kind: EventKind, scene: &Scene<'_>) -> Option<EventState> {
        let reach = match kind {
            EventKind::PromotionEvent => REACH,
            EventKind::Agreement => 6,
            EventKind::Opening => {
                let last = self.found.last();
                let last = last.filter(|m| m.kind == kind && m.sentence == scene.frame.sentence);
                return last.map(|m| m.state);
            }
            _ => return None,
        };
        scene
            .behind()
            .iter()
            .take(reach)
            .find_map(|i| match i.kind {
                ItemKind::Aspect(Aspect::Planned) => Some(EventState::Planned),
                ItemKind::Aspect(Aspect::Done) => Some(EventState::Done),
                _ => None,
            })
    }
}

/// `10 đoàn`: several journeys at once.
fn is_several(scene: &Scene<'_>) -> bool {
    scene.around().windows(2).any(|pair| {
        let [figure, next] = pair else { return false };
        let within = next.words.end <= figure.words.end;
        figure.kind == ItemKind::Figure(false) && (next.kind == ItemKind::Delegation || within)
    })
}

fn paper_of(scene: &Scene<'_>) -> Option<PaperKind> {
    scene.around().iter().find_map(|i| match i.kind {
        ItemKind::Paper(paper) => paper_kind(paper),
        _ => None,
    })
}

const fn paper_kind(paper: Paper) -> Option<PaperKind> {
    Some(match paper {
        Paper::Memorandum => PaperKind::Memorandum,
        Paper::CooperationAgreement => PaperKind::CooperationAgreement,
        Paper::InvestmentAgreement => PaperKind::InvestmentAgreement,
        Paper::FinancingAgreement => PaperKind::FinancingAgreement,
        Paper::LandLease => PaperKind::LandLease,
        Paper::Contract => PaperKind::Contract,
        Paper::Licence | Paper::None => return None,
    })
}
