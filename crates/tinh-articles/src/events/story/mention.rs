//! The mention an act becomes: its words, date, place and state.

use std::ops::Range;

use tinh_model::time::PartialDate;

use super::scene::{Cast, Scene, act_words, told_of};
use super::{Mention, NEAR, REACH, Story};
use crate::cues::{Act, Aspect, Paper};
use crate::events::items::{Item, ItemKind};
use crate::events::{DraftEventKind, EventDate, EventState, PaperKind, circumstances};

impl Story<'_, '_> {
    /// `said`: the state the words before the act give it.
    pub(super) fn mention(
        &self,
        kind: DraftEventKind,
        cast: Cast,
        scene: &Scene<'_>,
        said: Option<EventState>,
    ) -> Mention {
        let dated = self.dated(kind, scene).or_else(|| {
            // Of another clause's plan it is no date.
            let plan = scene.rest_has(ItemKind::Aspect(Aspect::Planned));
            scene.frame.only_date.filter(|_| !plan)
        });
        let earlier = self.pointed_at(scene);
        let (back, _) = scene.frame.points_back(scene.clause.before.end);
        // `Tại đây đã ký …, hoàn thành năm 2023`: the year is of something else.
        let year =
            |(date, at): &(EventDate, usize)| is_year(*date) && *at >= scene.clause.after.start;
        let pointed = earlier
            .and_then(|m| m.date)
            .filter(|_| dated.as_ref().is_some_and(year));
        let date = pointed
            .or(dated.map(|d| d.0))
            .or(earlier.and_then(|m| m.date))
            .or(cast.date.filter(|_| kind != DraftEventKind::Partnership));
        let place = self.place(kind, &cast, scene);
        // `trong khuôn khổ chuyến thăm này`: where the journey went.
        let there = |m: &&Mention| {
            back || matches!(
                m.kind,
                DraftEventKind::MissionIn | DraftEventKind::MissionOut
            )
        };
        let place = place.or_else(|| earlier.filter(there).and_then(|m| m.place.clone()));
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
            amount: amount_of(kind, scene),
            paper: paper_of(scene).filter(|_| kind == DraftEventKind::Agreement),
            act: act_start(scene).unwrap_or(start),
            diplomatic: is_diplomatic(scene),
            beside: scene.frame.beside,
            several: is_several(scene),
            sentence: scene.frame.sentence,
            same_as: None,
        }
    }

    /// `Lễ ký kết diễn ra tại X`: without parties it tells where and when the event
    /// of its kind took place that was told last.
    pub(super) fn place_told(&mut self, scene: &Scene<'_>) {
        let act = scene
            .clause
            .acts
            .first()
            .and_then(|&at| scene.items.get(at));
        let kind = match act.map(|act| act.kind) {
            Some(ItemKind::Act(Act::Signing)) => DraftEventKind::Agreement,
            Some(ItemKind::Act(Act::Session)) => DraftEventKind::WorkingSession,
            Some(ItemKind::Act(Act::Gather)) => DraftEventKind::PromotionEvent,
            _ => return,
        };
        let held = |i: &Item| matches!(i.kind, ItemKind::Hold(_));
        if !scene.before.is_empty() || !scene.behind().iter().take(3).any(held) {
            return;
        }
        let place = circumstances::places(&scene.after, self.actors, self.reading).join("; ");
        let run = &scene.clause.after;
        let settlement = || circumstances::settlement(scene.items, [run, &(0..0)], self.reading);
        let place = Some(place).filter(|p| !p.is_empty()).or_else(settlement);
        let date = self.dated(kind, scene).map(|(date, _)| date);
        if let Some(told) = self.found.last_mut().filter(|m| m.kind == kind) {
            told.place = told.place.take().or(place);
            told.date = told.date.or(date);
        }
    }

    pub(super) fn dated(
        &self,
        kind: DraftEventKind,
        scene: &Scene<'_>,
    ) -> Option<(EventDate, usize)> {
        let clause = scene.clause;
        // `kết nghĩa từ năm 1996`, `hoạt động từ tháng 3`: that is when it began.
        let since = matches!(kind, DraftEventKind::Partnership | DraftEventKind::Opening);
        // `nhà máy … khởi công tháng 3`: the date beside it.
        let next = clause.after.start..clause.after.end.min(clause.after.start + 3);
        let beside = circumstances::date(scene.items, &next, &(0..0), self.reading, since);
        if kind == DraftEventKind::Opening && beside.is_some() {
            return beside;
        }
        // `Chiều 12/10, X bắt đầu chuyến thăm … từ ngày 12 - 14/10`: all days of it.
        let journey = matches!(kind, DraftEventKind::MissionIn | DraftEventKind::MissionOut);
        let after = circumstances::date(scene.items, &clause.after, &(0..0), self.reading, since);
        let days = |(date, _): &(EventDate, usize)| date.to_string().contains('/');
        if let Some(stay) = after.filter(|after| journey && days(after)) {
            return Some(stay);
        }
        let own = circumstances::date(
            scene.items,
            &clause.before,
            &clause.after,
            self.reading,
            since,
        );
        // `Sáng 25/2, … tổ chức Gặp gỡ đầu xuân năm 2022`: the year is of the name.
        let name = own.is_some_and(|(date, at)| clause.after.contains(&at) && is_year(date));
        let day = scene.frame.date.filter(|(date, _)| name && !is_year(*date));
        day.or(own).or(scene.frame.date)
    }

    /// The event that `tại hội nghị`, `trong chuyến thăm này` or `cùng ngày` points at.
    fn pointed_at(&self, scene: &Scene<'_>) -> Option<&Mention> {
        let kinds = scene.frame.pointed_kinds(scene.clause)?;
        let near = || self.found.iter().rev().take(NEAR);
        let told = |m: &&Mention| m.date.is_some() || m.place.is_some();
        let of_kind = |m: &&Mention| kinds.contains(&m.kind);
        let dated = near().find(|m| of_kind(m) && m.date.is_some());
        let meant = dated.or_else(|| near().find(of_kind));
        match meant {
            Some(mention) => Some(mention).filter(told),
            // `Trong chuyến thăm này`, which was not told.
            None if !kinds.is_empty() => None,
            // `Cùng ngày`: a day, before a span of days.
            None => near()
                .find(|m| m.date.is_some_and(is_day))
                .or_else(|| near().find(told)),
        }
    }

    /// Of a journey where to, of all else where it took place.
    fn place(&self, kind: DraftEventKind, cast: &Cast, scene: &Scene<'_>) -> Option<String> {
        let places = match kind {
            DraftEventKind::MissionOut | DraftEventKind::MissionIn => cast.places.clone(),
            _ => [&scene.before, &scene.after, &scene.frame.lead]
                .into_iter()
                .map(|ties| circumstances::places(ties, self.actors, self.reading))
                .find(|places| !places.is_empty())
                .unwrap_or_default(),
        };
        let ground = || {
            let journey = matches!(kind, DraftEventKind::MissionOut | DraftEventKind::MissionIn);
            let clause = scene.clause;
            circumstances::ground(scene.items, [&clause.before, &clause.after], self.reading)
                .filter(|_| !journey)
        };
        let settlement = || {
            let clause = scene.clause;
            circumstances::settlement(scene.items, [&clause.before, &clause.after], self.reading)
                .filter(|_| !matches!(kind, DraftEventKind::MissionOut | DraftEventKind::MissionIn))
        };
        // `Tổng lãnh sự quán X tại Busan khai trương`: where it sits.
        let seat = || {
            let actors = scene
                .before
                .iter()
                .chain(&scene.after)
                .filter_map(|t| self.actors.get(t.actor));
            let mut seats = actors.filter_map(|a| a.seat.as_ref());
            let seat = seats.next().filter(|_| kind == DraftEventKind::Opening);
            seat.map(|(_, words)| self.reading.slice(words).to_owned())
        };
        Some(places.join("; "))
            .filter(|place| !place.is_empty())
            .or_else(ground)
            .or_else(settlement)
            .or_else(seat)
    }

    /// The state said after the act: `Hội nghị … sẽ diễn ra`; or that of the
    /// opening before it, `dự kiến khởi công vào … và hoàn thành vào …`.
    fn said_later(&self, kind: DraftEventKind, scene: &Scene<'_>) -> Option<EventState> {
        let reach = match kind {
            DraftEventKind::PromotionEvent => REACH,
            // Of the noun; behind a verb a plan is of what is agreed.
            DraftEventKind::Agreement if act_words(scene.items, scene.clause).is_some() => 6,
            DraftEventKind::Opening => {
                let last = self.found.last();
                let last = last.filter(|m| m.kind == kind && m.sentence == scene.frame.sentence);
                return last.map(|m| m.state);
            }
            // `sẽ trao quyết định … và ký thỏa thuận`: one plan.
            _ => {
                let last = self.found.last();
                let planned = last.filter(|m| {
                    m.sentence == scene.frame.sentence && m.state == EventState::Planned
                });
                return planned.map(|m| m.state);
            }
        };
        scene
            .behind()
            .iter()
            .take(reach)
            .find_map(|i| match i.kind {
                ItemKind::Aspect(Aspect::Planned) => Some(EventState::Planned),
                ItemKind::Aspect(Aspect::Done | Aspect::Recent) => Some(EventState::Done),
                _ => None,
            })
    }
}

/// Whether a date is a year alone.
fn is_year(date: EventDate) -> bool {
    matches!(date, EventDate::At(_)) && date.to_string().len() == 4
}

/// Whether a date is of one day.
fn is_day(date: EventDate) -> bool {
    let day = |date: PartialDate| date.full().or_else(|| date.in_year(2000)?.full());
    matches!(date, EventDate::At(date) if day(date).is_some())
}

/// `10 đoàn`: several journeys at once.
fn is_several(scene: &Scene<'_>) -> bool {
    scene.around().windows(2).any(|pair| {
        let [figure, next] = pair else { return false };
        let within = next.words.end <= figure.words.end;
        figure.kind == ItemKind::Figure(false) && (next.kind == ItemKind::Delegation || within)
    })
}

fn act_start(scene: &Scene<'_>) -> Option<usize> {
    let first = scene.clause.acts.first()?;
    Some(scene.items.get(*first)?.words.start)
}

/// The money of a project, a contract or aid: the first told with it.
fn amount_of(kind: DraftEventKind, scene: &Scene<'_>) -> Option<Range<usize>> {
    let has_one = matches!(
        kind,
        DraftEventKind::Licence
            | DraftEventKind::Opening
            | DraftEventKind::Agreement
            | DraftEventKind::Aid
    );
    let money = |i: &&Item| i.kind == ItemKind::Figure(true);
    // What follows names it more often than what comes before.
    let found = scene.behind().iter().find(money);
    let found = found.or_else(|| scene.ahead().iter().rev().find(money));
    found.filter(|_| has_one).map(|i| i.words.clone())
}

/// Whether relations between states begin: they do once.
fn is_diplomatic(scene: &Scene<'_>) -> bool {
    let mut acts = scene
        .clause
        .acts
        .iter()
        .filter_map(|&at| scene.items.get(at));
    acts.any(|act| act.kind == ItemKind::Act(Act::Recognise))
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
