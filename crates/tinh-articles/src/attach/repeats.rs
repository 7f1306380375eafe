//! The same figure printed again: a title or caption takes from the body what
//! it leaves out, and the mentions are linked.

use std::collections::HashMap;

use crate::drafts::{Draft, Field, Grade};

/// Links repeats. `heads` are the drafts, by their place, that stand in titles
/// and captions.
pub(super) fn link(drafts: &mut [Draft], heads: &[bool]) {
    let mut main: HashMap<(String, String), usize> = HashMap::new();
    let mut waiting: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for at in 0..drafts.len() {
        let Some(key) = drafts.get(at).and_then(key) else {
            continue;
        };
        if heads.get(at).copied().unwrap_or(false) {
            waiting.entry(key).or_default().push(at);
            continue;
        }
        for head in waiting.remove(&key).into_iter().flatten() {
            fill(drafts, head, at);
        }
        match main.get(&key) {
            Some(&first) => {
                let same = drafts.get(first).zip(drafts.get(at)).is_some_and(|(a, b)| {
                    a.measure.value == b.measure.value
                        && a.subject.value == b.subject.value
                        && a.status.value == b.status.value
                });
                if same
                    && let (Some(id), Some(draft)) =
                        (drafts.get(first).map(|d| d.id), drafts.get_mut(at))
                {
                    draft.same_as = Some(id);
                }
            }
            None => {
                main.insert(key, at);
            }
        }
    }
    // A caption repeats what stands above it.
    for (key, heads) in waiting {
        if let Some(&first) = main.get(&key) {
            for head in heads {
                fill(drafts, head, first);
            }
        }
    }
}

/// What repeats share: the value and the unit.
fn key(draft: &Draft) -> Option<(String, String)> {
    let value = draft.figure.value?.normalize().to_string();
    // `5,8 triệu lượt khách` repeats `5,8 triệu lượt`.
    let unit = match draft.figure.currency {
        Some(currency) => currency.to_string(),
        None if draft.figure.unit == "%" => "%".to_owned(),
        None => String::new(),
    };
    Some((value, unit))
}

/// Gives a head what its repeat says more firmly.
fn fill(drafts: &mut [Draft], head: usize, body: usize) {
    let Some(body) = drafts.get(body).cloned() else {
        return;
    };
    let Some(head) = drafts.get_mut(head) else {
        return;
    };
    let stem = |code: &Option<String>| {
        code.as_deref()
            .map(|c| c.rsplit(['.', ':']).next().unwrap_or(c).to_owned())
    };
    let alike = head.measure.value == body.measure.value
        || head.measure.grade < body.measure.grade
        || stem(&head.measure.value) == stem(&body.measure.value);
    if !alike {
        return;
    }
    head.same_as = Some(body.id);
    firmer(&mut head.measure, &body.measure);
    firmer(&mut head.subject, &body.subject);
    firmer(&mut head.time, &body.time);
    firmer(&mut head.status, &body.status);
}

fn firmer<T: Clone + PartialEq>(head: &mut Field<T>, body: &Field<T>) {
    if head.value == body.value || head.grade >= body.grade || body.value.is_none() {
        return;
    }
    head.alternatives.extend(head.value.take());
    head.value.clone_from(&body.value);
    head.evidence.clone_from(&body.evidence);
    head.grade = Grade::Inherited.min(body.grade);
}
