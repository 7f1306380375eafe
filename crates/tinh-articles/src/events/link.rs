//! The same event told twice: in the title, the lead, the body, a caption.

use super::story::Mention;
use super::who::Who;
use super::{DraftEventKind, EventDate};
use crate::mentions::Reading;

/// Links mentions of the same event to the first of them, and gives each what
/// the others tell.
pub(super) fn link(mut mentions: Vec<Mention>, reading: &Reading<'_>) -> Vec<Mention> {
    find_travellers(&mut mentions);
    // The groups of each kind, by their fullest mention.
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in 0..mentions.len() {
        let Some(mention) = mentions.get(at) else {
            break;
        };
        // A text of a thousand events is no article: look at the nearest.
        let same = groups.iter().rev().take(64).position(|group| {
            let of = || {
                group
                    .iter()
                    .take(8)
                    .filter_map(|&other| mentions.get(other))
            };
            of().any(|other| is_same(other, mention, reading))
                && of().all(|other| {
                    let place = mention.kind != DraftEventKind::PromotionEvent;
                    dates_agree(other.date, mention.date) && (place || places_agree(other, mention))
                })
        });
        match same
            .and_then(|back| groups.len().checked_sub(back + 1))
            .and_then(|n| groups.get_mut(n))
        {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    for group in groups.iter().filter(|g| g.len() > 1) {
        share(&mut mentions, group);
    }
    mentions
}

fn is_same(a: &Mention, b: &Mention, reading: &Reading<'_>) -> bool {
    let nobody = (a.parties.is_empty() && !a.beside) || (b.parties.is_empty() && !b.beside);
    if a.kind != b.kind || a.several != b.several || a.diplomatic != b.diplomatic || nobody {
        return false;
    }
    // `hội kiến X, làm việc với Y`.
    let twice = a.sentence == b.sentence
        && !(contains(&a.parties, &b.parties) && contains(&b.parties, &a.parties));
    if twice && !a.beside {
        return false;
    }
    let parties = match (
        contains(&a.parties, &b.parties),
        contains(&b.parties, &a.parties),
    ) {
        (true, true) => true,
        // Of several journeys only the same several.
        _ if a.several => false,
        // A title or a caption may name fewer.
        (true, false) => b.beside || b.parties.len() >= 2,
        (false, true) => a.beside || a.parties.len() >= 2,
        (false, false) => false,
    };
    parties
        && dates_agree(a.date, b.date)
        && (a.kind != DraftEventKind::PromotionEvent
            || (places_agree(a, b) && nouns_agree(a, b, reading)))
}

fn contains(all: &[Who], some: &[Who]) -> bool {
    some.iter().all(|who| all.contains(who))
}

fn dates_agree(a: Option<EventDate>, b: Option<EventDate>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_string(), b.to_string());
            a.starts_with(&b) || b.starts_with(&a)
        }
        _ => true,
    }
}

/// `hội nghị` and `diễn đàn` are two, where neither is a title.
fn nouns_agree(a: &Mention, b: &Mention, reading: &Reading<'_>) -> bool {
    let noun = |m: &Mention| reading.slice(&(m.act..m.act + 2)).to_lowercase();
    a.beside || b.beside || noun(a) == noun(b)
}

fn places_agree(a: &Mention, b: &Mention) -> bool {
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => a.contains(b.as_str()) || b.contains(a.as_str()),
        _ => true,
    }
}

/// Gives every mention of an event the fullest parties, date and place.
fn share(mentions: &mut [Mention], group: &[usize]) {
    let of = |at: &usize| mentions.get(*at);
    let parties = group
        .iter()
        .filter_map(of)
        .max_by_key(|m| m.parties.len())
        .map(|m| m.parties.clone());
    let date = group
        .iter()
        .filter_map(of)
        .filter_map(|m| m.date)
        .max_by_key(|d| d.to_string().len());
    let place = group.iter().filter_map(of).find_map(|m| m.place.clone());
    let state = group
        .iter()
        .filter_map(of)
        .find(|m| m.stated)
        .map(|m| m.state);
    let first = group.first().copied();
    for &at in group {
        let Some(mention) = mentions.get_mut(at) else {
            continue;
        };
        mention
            .parties
            .clone_from(parties.as_ref().unwrap_or(&Vec::new()));
        mention.date = date.or(mention.date);
        mention.place = mention.place.take().or_else(|| place.clone());
        if let (false, Some(state)) = (mention.stated, state) {
            mention.state = state;
        }
        mention.same_as = first.filter(|&first| first != at);
    }
}

/// Gives a journey that names nobody the Vietnamese side of the nearest
/// mention; drops it where there is none.
fn find_travellers(mentions: &mut Vec<Mention>) {
    let home = |m: &Mention| {
        m.parties
            .iter()
            .find(|w| matches!(w, Who::Province(_) | Who::Country("VN")))
            .cloned()
    };
    let homes: Vec<Option<Who>> = mentions.iter().map(home).collect();
    let mut next: Vec<Option<Who>> = homes.clone();
    for at in (0..next.len().saturating_sub(1)).rev() {
        if next.get(at).is_some_and(Option::is_none) {
            let after = next.get(at + 1).cloned().flatten();
            if let Some(slot) = next.get_mut(at) {
                *slot = after;
            }
        }
    }
    let mut last: Option<Who> = None;
    let mut kept = Vec::with_capacity(mentions.len());
    for (mut mention, (own, next)) in std::mem::take(mentions)
        .into_iter()
        .zip(homes.into_iter().zip(next))
    {
        let nobody = mention.kind == DraftEventKind::MissionOut
            && mention.parties.iter().all(|w| w.is_foreign() == Some(true));
        if nobody {
            let Some(traveller) = last.clone().or(next) else {
                continue;
            };
            mention.parties.insert(0, traveller);
        }
        last = own.or(last);
        kept.push(mention);
    }
    *mentions = kept;
}
