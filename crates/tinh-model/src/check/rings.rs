//! Claims that contain or correct each other in a ring: whoever follows the
//! relations would leave out every one of them.

use std::collections::HashMap;

use super::{Finding, Rule, Verdict};
use crate::claim::RelationKind;
use crate::dataset::Dataset;

pub(super) fn check(data: &Dataset, findings: &mut Vec<Finding>) {
    let at: HashMap<&str, usize> = data
        .claims()
        .iter()
        .enumerate()
        .map(|(at, claim)| (claim.id(), at))
        .collect();
    for (kind, words) in [
        (RelationKind::PartOf, "is part of"),
        (RelationKind::Corrects, "corrects"),
    ] {
        let edges: Vec<Vec<usize>> = data
            .claims()
            .iter()
            .map(|claim| {
                let of_kind = claim.relations().iter().filter(|r| r.kind == kind);
                of_kind
                    .filter_map(|r| at.get(r.to.as_str()).copied())
                    .collect()
            })
            .collect();
        for mut ring in components(&edges) {
            let is_ring = match ring.as_slice() {
                [one] => edges.get(*one).is_some_and(|to| to.contains(one)),
                _ => true,
            };
            if !is_ring {
                continue;
            }
            ring.sort_unstable();
            let ids = ring.iter().filter_map(|&at| data.claims().get(at));
            let text = if ring.len() == 1 {
                format!("the claim {words} itself")
            } else {
                format!("each {words} another of them, in a ring")
            };
            let ids = ids.map(crate::Claim::id);
            findings.push(Finding::new(Rule::Ring, Verdict::Fails, ids, text));
        }
    }
}

/// What Tarjan's algorithm knows of a claim it has met.
#[derive(Clone, Copy)]
struct Met {
    order: usize,
    /// The earliest claim on the path that can be reached from it.
    low: usize,
    on_path: bool,
}

/// The claims that reach one another, by Tarjan's algorithm with a stack of its
/// own: a chain may be as long as the file.
fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut met: Vec<Option<Met>> = vec![None; edges.len()];
    let mut components = Vec::new();
    let mut path: Vec<usize> = Vec::new();
    let mut order: usize = 0;
    for root in 0..edges.len() {
        // A claim and how many of its relations were followed.
        let mut walk: Vec<(usize, usize)> = Vec::new();
        if met[root].is_none() {
            walk.push((root, 0));
        }
        while let Some((claim, followed)) = walk.pop() {
            let mut low = match met[claim] {
                Some(known) => known.low,
                None => {
                    path.push(claim);
                    order = order.saturating_add(1);
                    order
                }
            };
            let own = met[claim].map_or(low, |known| known.order);
            let mut next = None;
            for (at, &to) in edges[claim].iter().enumerate().skip(followed) {
                match met[to].or((to == claim).then_some(Met {
                    order: own,
                    low,
                    on_path: true,
                })) {
                    None => {
                        next = Some((at, to));
                        break;
                    }
                    // Back from it, or back to the path.
                    Some(known) if known.on_path => low = low.min(known.low),
                    Some(_) => {}
                }
            }
            met[claim] = Some(Met {
                order: own,
                low,
                on_path: true,
            });
            if let Some((at, to)) = next {
                // Followed again once `to` is known, to see how far it reaches.
                walk.push((claim, at));
                walk.push((to, 0));
            } else if low == own {
                let start = path.iter().rposition(|&at| at == claim).unwrap_or(0);
                let component = path.split_off(start);
                for &member in &component {
                    if let Some(known) = &mut met[member] {
                        known.on_path = false;
                    }
                }
                components.push(component);
            }
        }
    }
    components
}

#[cfg(test)]
mod tests {
    use super::components;

    fn rings(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut all = components(edges);
        for one in &mut all {
            one.sort_unstable();
        }
        all.retain(|one| one.len() > 1);
        all.sort();
        all
    }

    #[test]
    fn rings_and_what_leads_to_them() {
        // 0 → 1 → 2 → 0, 3 → 0, 4 → 5 → 4, 5 → 2, 6 alone, 7 → 7.
        let edges = [
            vec![1],
            vec![2],
            vec![0],
            vec![0],
            vec![5],
            vec![2, 4],
            vec![],
            vec![7],
        ];
        assert_eq!(rings(&edges), [vec![0, 1, 2], vec![4, 5]]);
        // A figure of eight is one ring; an inner step back as well.
        assert_eq!(rings(&[vec![1], vec![0, 2], vec![1]]), [vec![0, 1, 2]]);
        assert_eq!(
            rings(&[vec![1], vec![2], vec![1, 3], vec![0]]),
            [vec![0, 1, 2, 3]]
        );
    }

    #[test]
    fn a_long_chain_takes_no_stack() {
        let last: usize = 200_000;
        let mut edges: Vec<Vec<usize>> = (1..=last).map(|next| vec![next]).collect();
        edges.push(vec![]);
        assert_eq!(rings(&edges).len(), 0);
        edges[last].push(0);
        assert_eq!(rings(&edges)[0].len(), last + 1);
    }
}
