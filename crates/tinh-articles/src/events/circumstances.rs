//! When and where an act took place, and whether it did.

use std::ops::Range;

use chrono::NaiveDate;
use tinh_model::time::{PartialDate, Period};

use super::actors::Actor;
use super::items::{Item, ItemKind};
use super::roles::Tie;
use super::who::Who;
use super::{EventDate, EventState};
use crate::cues::{Aspect, Link, WordClass};
use crate::mentions::{DateMention, Reading, Role, When, Year};
use crate::text::Shape;

/// How an act is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// It is told as an event; the state where a word says it.
    Told(Option<EventState>),
    /// A wish, a purpose, a custom.
    NoEvent,
}

/// The mood the items before an act give it; `noun`: the first word of an act
/// that is a noun, which only a wish beside it bars.
pub(super) fn mood(before: &[Item], noun: Option<usize>) -> Mood {
    let (mut state, mut barred, mut custom) = (None, false, false);
    // Whether somebody or a sign came after the wish.
    let mut renewed = true;
    for item in before {
        let far = noun.is_some_and(|noun| item.words.end + 3 < noun);
        match item.kind {
            ItemKind::Link(Link::About) if noun.is_some() => {}
            ItemKind::Aspect(Aspect::Wish) if far => {}
            // `rà soát các dự án đã có quyết định`: of what the wish is about.
            ItemKind::Aspect(Aspect::Done | Aspect::Recent) if barred && !renewed => {}
            ItemKind::Aspect(Aspect::Done | Aspect::Recent) => {
                (state, barred) = (Some(EventState::Done), false)
            }
            ItemKind::Aspect(Aspect::Planned) => {
                (state, barred, custom) = (Some(EventState::Planned), false, false)
            }
            // A custom stays one beyond its comma: `Hàng năm, tỉnh tổ chức …`.
            ItemKind::Aspect(Aspect::Habit) => custom = true,
            ItemKind::Aspect(Aspect::Wish) | ItemKind::Link(Link::About) => {
                (barred, renewed) = (true, false);
            }
            // `do ông X, Trưởng ban Chỉ đạo, dẫn đầu`.
            ItemKind::Leader => barred = false,
            ItemKind::Sign(',' | ';' | ')') | ItemKind::Actor(_) if !wished_of(before, item) => {
                barred = false
            }
            ItemKind::Actor(_)
            | ItemKind::Delegation
            | ItemKind::Pair
            | ItemKind::Link(Link::And) => {
                renewed = true;
            }
            _ => {}
        }
    }
    if barred || custom {
        Mood::NoEvent
    } else {
        Mood::Told(state)
    }
}

/// `đề nghị tỉnh X ký kết`: whoever is asked does not lift the wish.
fn wished_of(before: &[Item], item: &Item) -> bool {
    let at = before.partition_point(|i| i.words.start < item.words.start);
    let previous = at.checked_sub(1).and_then(|at| before.get(at));
    matches!(item.kind, ItemKind::Actor(_))
        && previous.is_some_and(|p| {
            matches!(p.kind, ItemKind::Aspect(Aspect::Wish)) && item.words.start <= p.words.end + 2
        })
}

/// The date of a clause: the most exact before the act, else after it;
/// `since`: whether `từ năm 1996` tells when it began.
pub(super) fn date(
    items: &[Item],
    before: &Range<usize>,
    after: &Range<usize>,
    reading: &Reading<'_>,
    since: bool,
) -> Option<(EventDate, usize)> {
    [before, after].into_iter().find_map(|run| {
        let mut frame = (false, false);
        let dates = run.clone().filter_map(|at| {
            // `Nhân kỷ niệm 55 năm quan hệ (5/9/1962 - 5/9/2017), ngày 19/7, …`
            match items.get(at)?.kind {
                ItemKind::Link(Link::Adjunct) => frame = (true, false),
                ItemKind::Sign('(') => frame.1 = true,
                ItemKind::Sign(')') => frame.1 = false,
                ItemKind::Sign(',') => frame = (false, false),
                _ => {}
            }
            if frame == (true, true) {
                return None;
            }
            let ItemKind::Date(number) = items.get(at)?.kind else {
                return None;
            };
            let mention = reading.dates.get(number)?;
            let date = span(reading, number).or_else(|| event_date(mention, since))?;
            Some((date, exactness(mention.when), at))
        });
        // The first of the most exact.
        dates
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(date, _, at)| (date, at))
    })
}

/// `từ ngày 28/11 đến 2/12`: the days from a date to the one after it.
fn span(reading: &Reading<'_>, number: usize) -> Option<EventDate> {
    let (first, last) = (reading.dates.get(number)?, reading.dates.get(number + 1)?);
    let near = last.words.start <= first.words.end + 2;
    let to = reading.is(first.words.end, WordClass::Until)
        || last.role == Role::AsOf && last.words.start == first.words.end;
    match (first.when, last.when) {
        (When::Day(a, m, d), When::Day(b, n, e)) if near && to => days((a.or(b), m, d), (b, n, e)),
        _ => None,
    }
}

/// The days from one to another, by year, month and day.
fn days(first: (Year, u32, u32), last: (Year, u32, u32)) -> Option<EventDate> {
    if let (Some(year), Some(end)) = (first.0, last.0) {
        let first = NaiveDate::from_ymd_opt(year, first.1, first.2)?;
        let last = NaiveDate::from_ymd_opt(end, last.1, last.2)?;
        return Period::new(first, last).ok().map(EventDate::During);
    }
    let day = |(_, month, day): (Year, u32, u32)| {
        PartialDate::new(None, u8::try_from(month).ok(), u8::try_from(day).ok())
    };
    Some(EventDate::Days {
        first: day(first)?,
        last: day(last)?,
    })
}

const fn exactness(when: When) -> u8 {
    match when {
        When::Day(..) | When::Days(..) => 3,
        When::Month(..) | When::Quarter(..) | When::Months(..) => 2,
        _ => 1,
    }
}

/// A date as that of an event; none of spans that no event has.
fn event_date(mention: &DateMention, since: bool) -> Option<EventDate> {
    if matches!(mention.role, Role::Base | Role::SinceJanuary)
        || (mention.role == Role::Since && !since)
    {
        return None;
    }
    // `từ 10 đến 17/9`: the end of a span, and no day of its own.
    if mention.role == Role::AsOf && !matches!(mention.when, When::Year(_)) {
        return None;
    }
    let year = |y: Option<i32>| y.and_then(|y| u16::try_from(y).ok());
    let small = |n: u32| u8::try_from(n).ok();
    let at = |y, m, d| PartialDate::new(y, m, d).map(EventDate::At);
    match mention.when {
        When::Year(y) => at(year(Some(y)), None, None),
        When::Month(y, m) => at(year(y), small(m), None),
        When::Day(y, m, d) => at(year(y), small(m), small(d)),
        When::Days(year, m, a, b) => days((year, m, a), (year, m, b)),
        When::Quarter(y, q) => Period::quarter(year(y)?, small(q)?).map(EventDate::During),
        When::Months(y, a, b) => {
            Period::months(year(y)?, small(a)?, small(b)?).map(EventDate::During)
        }
        When::Half(y, h) => {
            let first = if h == 1 { 1 } else { 7 };
            Period::months(year(y)?, first, first + 5).map(EventDate::During)
        }
        When::ThisYear(y) => at(year(y), None, None),
        _ => None,
    }
}

/// The hall or zone a clause plays in: `tại Phủ Chủ tịch`.
pub(super) fn ground(
    items: &[Item],
    runs: [&Range<usize>; 2],
    reading: &Reading<'_>,
) -> Option<String> {
    runs.into_iter().find_map(|run| {
        let run = items.get(run.clone()).unwrap_or(&[]);
        run.windows(2).find_map(|pair| {
            let [tie, ground] = pair else { return None };
            let at = tie.kind == ItemKind::Link(Link::At) && tie.words.end == ground.words.start;
            (at && ground.kind == ItemKind::Ground).then(|| {
                let next = items.iter().find(|i| i.words.start == ground.words.end);
                // `Nhà văn hóa huyện X`.
                if let Some(Item {
                    kind: ItemKind::Actor(_),
                    words,
                }) = next
                {
                    return reading.slice(&(ground.words.start..words.end)).to_owned();
                }
                let mut end = ground.words.end;
                while end < ground.words.end + 6 && reading.shape(end) == Some(Shape::Capital) {
                    end += 1;
                }
                reading.slice(&(ground.words.start..end)).to_owned()
            })
        })
    })
}

/// `tại Đà Lạt`: a name that is no province, directly after `tại`, and where nothing
/// else begins.
pub(super) fn settlement(
    items: &[Item],
    runs: [&Range<usize>; 2],
    reading: &Reading<'_>,
) -> Option<String> {
    let named = |first: usize| {
        let capital = |w: &usize| reading.shape(*w) == Some(Shape::Capital);
        let end = first + (first..first + 4).take_while(capital).count();
        let bare = reading.cues_at(first).next().is_none();
        let name = end > first + 1 && end < first + 4 && bare;
        (name && reading.shape(end) != Some(Shape::Digits)).then_some(first..end)
    };
    runs.into_iter().find_map(|run| {
        run.clone().find_map(|at| {
            let tie = items
                .get(at)
                .filter(|i| i.kind == ItemKind::Link(Link::At))?;
            let next = items.get(at + 1);
            let free = next.is_none_or(|i| i.words.start > tie.words.end);
            let words = named(tie.words.end).filter(|_| free)?;
            Some(reading.slice(&words).to_owned())
        })
    })
}

/// Where a clause plays: the places tied to it by `tại`.
pub(super) fn places(ties: &[Tie], actors: &[Actor], reading: &Reading<'_>) -> Vec<String> {
    let tied = ties
        .iter()
        .filter(|tie| tie.link == Some(Link::At))
        .filter_map(|tie| actors.get(tie.actor));
    let tied: Vec<&Actor> = tied.filter(|a| a.is_place() && !a.small).collect();
    // `tại Osaka, Nhật Bản`: the city says it.
    let covered = |actor: &Actor| match actor.who {
        Who::Country(code) => tied
            .iter()
            .any(|other| matches!(other.who, Who::Locality(_, Some(country)) if country == code)),
        _ => false,
    };
    let mut found = Vec::new();
    for actor in tied.iter().filter(|a| !covered(a)) {
        if let Some(place) = actor
            .place
            .as_ref()
            .map(|words| reading.slice(words).to_owned())
            && !found.contains(&place)
        {
            found.push(place);
        }
    }
    found
}
