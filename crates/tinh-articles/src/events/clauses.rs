//! The acts of a sentence and the ground of each: what comes before it and
//! what after.

use std::ops::Range;

use super::items::{Item, ItemKind};
use crate::cues::{Act, Aspect, Family, Link};
use crate::mentions::Reading;

/// An act with the items around it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Acts told by one verb phrase: `thăm và làm việc`, by item.
    pub(super) acts: Vec<usize>,
    /// Items before the act that belong to it.
    pub(super) before: Range<usize>,
    /// Items after it.
    pub(super) after: Range<usize>,
    /// Whether nothing parts it from the clause before: `đề nghị X hỗ trợ tỉnh
    /// ký kết`.
    pub(super) joined: bool,
}

/// The clauses of a sentence, in order.
pub(super) fn clauses(reading: &Reading<'_>, items: &[Item]) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let ItemKind::Act(act) = item.kind else {
            continue;
        };
        let undated = act == Act::Complete && !is_dated(items, at);
        if act.family() == Family::Pointer || is_paper(items, at, act) || undated {
            continue;
        }
        if let Some(last) = found.last_mut()
            && continues(items, last, at, act)
        {
            last.acts.push(at);
            // A list of gatherings is one name.
            let from = if matches!(act.family(), Family::Gathering | Family::Grant) {
                last.after.start
            } else {
                at + 1
            };
            last.after = from..items.len();
            continue;
        }
        let from = found.last().map_or(0, |last| last.after.start);
        let start = match found.is_empty() {
            true => Some(opening(reading, items, at)),
            false => boundary(items, from, at),
        };
        let joined = start.is_none();
        if let Some(last) = found.last_mut() {
            // `tiếp ông X, Chủ tịch Tập đoàn Y đến chào`: the guest comes.
            let comes = matches!(
                reading.word(item.words.start),
                "đến" | "tới" | "sang" | "đang"
            );
            if (joined || comes) && absorbs(items, last, act) {
                // `tiếp đoàn X đến thăm`: the guest's visit is the meeting.
                last.acts.push(at);
                continue;
            }
            last.after.end = start.unwrap_or(at).max(last.after.start);
        }
        found.push(Clause {
            acts: vec![at],
            before: start.unwrap_or(from)..at,
            after: at + 1..items.len(),
            joined,
        });
    }
    for clause in &mut found {
        let semicolon = |i: &usize| items.get(*i).is_some_and(|i| i.kind == ItemKind::Sign(';'));
        if let Some(end) = clause.after.clone().find(semicolon) {
            clause.after.end = end;
        }
    }
    found
}

/// Whether an act told of the object of the one before is no event of its own.
fn absorbs(items: &[Item], last: &Clause, act: Act) -> bool {
    let earlier = last
        .acts
        .last()
        .and_then(|&at| items.get(at))
        .map(|i| i.kind);
    let meets = matches!(
        earlier,
        Some(ItemKind::Act(act)) if act.family() == Family::Meeting
    );
    // `tiếp Thủ tướng X đang thăm Việt Nam` tells of a visit too.
    meets && act != Act::Tour && matches!(act.family(), Family::Journey | Family::Meeting)
}

/// `hoàn thành vào quý IV`: a date follows at once.
fn is_dated(items: &[Item], at: usize) -> bool {
    let end = items.get(at).map_or(0, |act| act.words.end);
    let mut next = items.iter().skip(at + 1).take(3);
    // `Dự kiến đến tháng 4/2018, nhà máy sẽ hoạt động`.
    let back = items.get(at.saturating_sub(6)..at).unwrap_or(&[]);
    let planned = back
        .last()
        .is_some_and(|i| i.kind == ItemKind::Aspect(Aspect::Planned));
    let before = back.iter().any(|i| matches!(i.kind, ItemKind::Date(_)));
    (planned && before)
        || next.any(|next| matches!(next.kind, ItemKind::Date(_)) && next.words.start <= end + 3)
}

/// `ký hợp đồng viện trợ`: what is given is what is signed.
fn is_paper(items: &[Item], at: usize, act: Act) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| items.get(before).zip(items.get(at)));
    act.family() == Family::Gift
        && before.is_some_and(|(before, here)| {
            here.words.start <= before.words.end + 1
                && matches!(
                    before.kind,
                    ItemKind::Paper(_) | ItemKind::Act(Act::Sign | Act::Hand | Act::Signing)
                )
        })
}

/// Whether an act goes on with the verb phrase before it: only `và`, a comma
/// or a word of its aspect is between.
fn continues(items: &[Item], last: &Clause, at: usize, act: Act) -> bool {
    let Some(&before) = last.acts.last() else {
        return false;
    };
    let Some(ItemKind::Act(earlier)) = items.get(before).map(|i| i.kind) else {
        return false;
    };
    if !goes_with(earlier, act) {
        return false;
    }
    let close = items
        .get(at)
        .zip(items.get(before))
        .is_some_and(|(a, b)| a.words.start <= b.words.end + 4);
    let between = items.get(before + 1..at).unwrap_or(&[]);
    // `cử 10 đoàn cán bộ đi …`: what is sent, and where it goes.
    if earlier == Act::Send && !between.iter().any(|i| matches!(i.kind, ItemKind::Sign(_))) {
        return true;
    }
    // `trao giấy chứng nhận cho X, do tỉnh Y cấp`.
    let by = |i: &Item| i.kind == ItemKind::Link(Link::By);
    if earlier.family() == Family::Grant && between.iter().any(by) {
        return true;
    }
    // `Hội chợ X (…), Hội nghị Y lần thứ 21 tại …`: named in one list.
    let joins = |i: &Item| matches!(i.kind, ItemKind::Sign(',') | ItemKind::Link(Link::And));
    let listed = |i: &Item| {
        let part = matches!(
            i.kind,
            ItemKind::Actor(_)
                | ItemKind::Theme
                | ItemKind::Date(_)
                | ItemKind::Link(Link::Between)
                | ItemKind::Sign('(' | ')' | '-' | '–')
        );
        part || joins(i)
    };
    let opens = |i: &Item| i.kind == ItemKind::Sign('(');
    let parted = between.iter().any(|i| joins(i) || opens(i));
    if earlier.family() == Family::Gathering && between.iter().all(listed) && parted {
        return true;
    }
    // `ký thỏa thuận nâng cấp quan hệ`: the paper says so.
    let of_paper =
        |i: &Item| act.family() == Family::Relation && matches!(i.kind, ItemKind::Paper(_));
    close
        && between.iter().all(|i| {
            if of_paper(i) {
                return true;
            }
            matches!(
                i.kind,
                ItemKind::Sign(',')
                    | ItemKind::Link(Link::And | Link::About)
                    | ItemKind::Aspect(_)
                    | ItemKind::Theme
            )
        })
}

/// Acts that one verb phrase tells together.
fn goes_with(earlier: Act, act: Act) -> bool {
    use Family::{Gathering, Gift, Grant, Journey, Meeting, Opening, Relation, Signing};
    matches!(
        (earlier.family(), act.family()),
        (Journey | Meeting, Journey | Meeting)
            | (Signing, Signing | Relation)
            | (Gathering, Gathering)
            | (Opening, Opening)
            | (Gift, Gift)
            | (Grant, Grant)
    ) && act != Act::Complete
}

/// Where the first clause of a sentence begins: after who speaks, after a colon.
fn opening(reading: &Reading<'_>, items: &[Item], act: usize) -> usize {
    let mut from = dateline(reading, items);
    for (at, item) in items.iter().enumerate().take(act) {
        match item.kind {
            // `theo ông X, …` is an adjunct; `X cho biết, …` is a speaker.
            ItemKind::Says | ItemKind::Sign(':' | ';') => from = at + 1,
            _ => {}
        }
    }
    from
}

/// Past `Hà Nội - ` at the beginning of an article: where it was written.
fn dateline(reading: &Reading<'_>, items: &[Item]) -> usize {
    // `Kwon Young-soo` is one word.
    let apart = |dash: &Item| {
        let before = dash.words.start.saturating_sub(1)..dash.words.start;
        reading.bytes(&before).end < reading.bytes(&dash.words).start
    };
    // `[Seoul, Yonhap News] …`, `(Hà Nội) …`.
    let close = |i: &Item| matches!(i.kind, ItemKind::Sign(']' | ')'));
    if let [
        Item {
            kind: ItemKind::Sign('[' | '('),
            ..
        },
        ..,
    ] = items
    {
        let end = items.iter().take(8).position(close);
        return end.map_or(0, |end| end + 1);
    }
    match items {
        [first, dash, next, ..]
            if matches!(first.kind, ItemKind::Actor(_))
                && matches!(dash.kind, ItemKind::Sign('-' | '–' | '—'))
                && !matches!(next.kind, ItemKind::Actor(_))
                && apart(dash) =>
        {
            2
        }
        _ => 0,
    }
}

/// Where a later clause begins: at the last comma or `và` before the act whose
/// right side does not belong to the clause before.
fn boundary(items: &[Item], from: usize, act: usize) -> Option<usize> {
    let mut at = act;
    let mut seen_actor = false;
    while at > from {
        let Some(item) = items.get(at - 1) else { break };
        match item.kind {
            ItemKind::Sign(';' | ':' | '.') | ItemKind::Says => return Some(at),
            // `…, sáng 23/9, X đã …`: the date belongs to what follows.
            ItemKind::Sign(',') if is_frame(items, from..at - 1) => {}
            ItemKind::Sign(',') | ItemKind::Link(Link::And) => {
                if is_led(items, at - 1, from) {
                    at -= 1;
                    continue;
                }
                let next = items.get(at).map(|i| i.kind);
                let listed = seen_actor
                    && matches!(next, Some(ItemKind::Actor(_)))
                    && coordinated(items, at - 1, from);
                if !listed {
                    return Some(at);
                }
            }
            ItemKind::Actor(_) => seen_actor = true,
            _ => {}
        }
        at -= 1;
    }
    None
}

/// Whether what is before a comma is a time or a place of its own, after a comma
/// too: `…, sáng 23/9, tại Viêng Chăn, X đã …`.
fn is_frame(items: &[Item], run: Range<usize>) -> bool {
    let run = items.get(run).unwrap_or(&[]);
    let kinds = |back: usize| {
        run.len()
            .checked_sub(back)
            .and_then(|at| run.get(at))
            .map(|i| i.kind)
    };
    let comma = |back: usize| kinds(back) == Some(ItemKind::Sign(','));
    match (kinds(1), kinds(2)) {
        (Some(ItemKind::Again(_)), _) => true,
        (Some(ItemKind::Date(_)), Some(ItemKind::Link(_))) => comma(3),
        (Some(ItemKind::Date(_)), _) => comma(2),
        (Some(ItemKind::Actor(_) | ItemKind::Ground), Some(ItemKind::Link(Link::At))) => {
            comma(3) || matches!(kinds(3), Some(ItemKind::Date(_)))
        }
        _ => false,
    }
}

/// Whether the actor left of a comma or `và` is a subject too: nothing ties it
/// to the clause before.
fn coordinated(items: &[Item], joint: usize, from: usize) -> bool {
    let Some(left) = joint.checked_sub(1) else {
        return false;
    };
    let actor = matches!(items.get(left).map(|i| i.kind), Some(ItemKind::Actor(_)));
    let near = items
        .get(joint)
        .zip(items.get(left))
        .is_some_and(|(j, l)| j.words.start <= l.words.end + 2);
    let tied = left > from
        && matches!(items.get(left - 1).map(|i| i.kind), Some(ItemKind::Link(link)) if !matches!(link, Link::And | Link::By));
    actor && near && !tied && left > from
}

/// Whether a comma is among the offices of the leader of a delegation: `đoàn do
/// ông X, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dẫn đầu`.
fn is_led(items: &[Item], comma: usize, from: usize) -> bool {
    let back = items
        .get(from.max(comma.saturating_sub(12))..comma)
        .unwrap_or(&[]);
    for (at, item) in back.iter().enumerate().rev() {
        match item.kind {
            ItemKind::Link(Link::By) => {
                let group = back.get(at.saturating_sub(4)..at).unwrap_or(&[]);
                return group.iter().any(|i| i.kind == ItemKind::Delegation);
            }
            ItemKind::Act(_) | ItemKind::Aspect(_) | ItemKind::Sign(';') => return false,
            _ => {}
        }
    }
    false
}
