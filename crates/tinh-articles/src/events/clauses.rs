//! The acts of a sentence and the ground of each: what comes before it and
//! what after.

use std::ops::Range;

use super::items::{Item, ItemKind};
use crate::cues::{Act, Link};

/// An act with the items around it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Acts told by one verb phrase: `thăm và làm việc`, by item.
    pub(super) acts: Vec<usize>,
    /// Items before the act that belong to it.
    pub(super) before: Range<usize>,
    /// Items after it.
    pub(super) after: Range<usize>,
}

/// The clauses of a sentence, in order.
pub(super) fn clauses(items: &[Item]) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let ItemKind::Act(act) = item.kind else {
            continue;
        };
        if act == Act::Back {
            continue;
        }
        if let Some(last) = found.last_mut()
            && continues(items, last, at, act)
        {
            last.acts.push(at);
            last.after = at + 1..items.len();
            continue;
        }
        let from = found.last().map_or(0, |last| last.after.start);
        let before = match found.is_empty() {
            true => opening(items, at)..at,
            false => boundary(items, from, at)..at,
        };
        if let Some(last) = found.last_mut() {
            last.after.end = before.start.max(last.after.start);
        }
        found.push(Clause {
            acts: vec![at],
            before,
            after: at + 1..items.len(),
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
    close
        && between.iter().all(|i| {
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
const fn goes_with(earlier: Act, act: Act) -> bool {
    use Act::{
        Establish, Gather, Meet, Open, Receive, Send, Session, Sign, Signing, Tour, Travel, Visit,
    };
    match earlier {
        Visit | Tour | Send | Travel => {
            matches!(act, Visit | Tour | Send | Travel | Meet | Session | Receive)
        }
        Receive | Meet | Session => matches!(act, Receive | Meet | Session | Visit),
        Sign | Signing => matches!(act, Sign | Signing | Establish),
        Gather => matches!(act, Gather),
        Open => matches!(act, Open),
        _ => false,
    }
}

/// Where the first clause of a sentence begins: after who speaks, after a colon.
fn opening(items: &[Item], act: usize) -> usize {
    let mut from = 0;
    for (at, item) in items.iter().enumerate().take(act) {
        match item.kind {
            // `theo ông X, …` is an adjunct; `X cho biết, …` is a speaker.
            ItemKind::Says | ItemKind::Sign(':' | ';') => from = at + 1,
            _ => {}
        }
    }
    from
}

/// Where a later clause begins: at the last comma or `và` before the act whose
/// right side does not belong to the clause before.
fn boundary(items: &[Item], from: usize, act: usize) -> usize {
    let mut at = act;
    let mut seen_actor = false;
    while at > from {
        let Some(item) = items.get(at - 1) else { break };
        match item.kind {
            ItemKind::Sign(';' | ':' | '.') | ItemKind::Says => return at,
            // `…, sáng 23/9, X đã …`: the date belongs to what follows.
            ItemKind::Sign(',')
                if at >= from + 2
                    && matches!(
                        items.get(at - 2).map(|i| i.kind),
                        Some(ItemKind::Date(_) | ItemKind::Again)
                    ) => {}
            ItemKind::Sign(',') | ItemKind::Link(Link::And) => {
                let next = items.get(at).map(|i| i.kind);
                let listed = seen_actor
                    && matches!(next, Some(ItemKind::Actor(_)))
                    && coordinated(items, at - 1, from);
                if !listed {
                    return at;
                }
            }
            ItemKind::Actor(_) => seen_actor = true,
            _ => {}
        }
        at -= 1;
    }
    from
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
        && matches!(items.get(left - 1).map(|i| i.kind), Some(ItemKind::Link(link)) if link != Link::And);
    actor && near && !tied && left > from
}
