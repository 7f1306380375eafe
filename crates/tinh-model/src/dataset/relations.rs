//! Relations that lead nowhere, or round in a ring.

use std::collections::HashMap;
use std::fmt;

use tinh_figures::Bilingual;

use super::Dataset;
use crate::claim::RelationKind;
use crate::words;

/// The kind of a faulty relation.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_model::dataset::RelationFault;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Một bài báo"}
/// {"type":"activity","id":"a","source":"s","place":"national","kind":"other","part_of":"b"}
/// {"type":"activity","id":"b","source":"s","place":"national","kind":"other","part_of":"a"}"#.as_bytes(), "ring.jsonl")?;
/// let problem = &data.relation_problems()[0];
/// assert_eq!(problem.fault, RelationFault::Circular);
/// assert_eq!(problem.claims, ["a", "b"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RelationFault {
    /// It points at a claim that is not in the dataset.
    Dangling,
    /// It points at its own claim.
    ToItself,
    /// Claims contain or correct each other in a ring: whoever follows the
    /// relations would leave out every one of them.
    Circular,
}

/// A relation that cannot be followed, with the claims it concerns. It stays
/// in the dataset as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RelationProblem {
    /// The fault.
    pub fault: RelationFault,
    /// The kind of the relation.
    pub kind: RelationKind,
    /// The ids of the claims that have the relation, in the order of the
    /// dataset: those of a ring, or the one.
    pub claims: Vec<String>,
    /// The id a dangling relation points at.
    pub to: Option<String>,
}

impl RelationProblem {
    /// The message in both languages.
    #[must_use]
    pub fn says(&self) -> Bilingual {
        let relates = match self.kind {
            RelationKind::SameAs => words::IS_SAME_AS,
            RelationKind::PartOf => words::IS_PART_OF,
            RelationKind::Corrects => words::CORRECTS,
            RelationKind::ConflictsWith => words::CONFLICTS_WITH,
            RelationKind::BearsOn => words::BEARS_ON,
        };
        let message = match (self.fault, &self.to) {
            (RelationFault::Dangling, Some(_)) => words::DANGLING,
            (RelationFault::Circular, _) => words::IN_A_RING,
            _ => words::ITSELF,
        };
        message.filled_by(|language| {
            let to = self.to.as_ref().map(|to| format!("{to:?}"));
            let relates = relates.in_language(language).to_owned();
            std::iter::once(relates).chain(to).collect()
        })
    }
}

/// In English.
impl fmt::Display for RelationProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.says(), f)
    }
}

impl Dataset {
    /// The relations that cannot be followed: those that point at a claim
    /// which is not in the dataset, or at their own, and those of containing
    /// and correcting that form a ring. In time in proportion to the dataset.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_model::dataset::RelationFault;
    /// let mut data = Dataset::new();
    /// data.read_jsonl(r#"{"type":"source","id":"s","title":"Một bài báo"}
    /// {"type":"activity","id":"m-2","source":"s","place":"national","kind":"other","same_as":"m_1"}"#
    ///     .replace("    /// ", "").as_bytes(), "f")?;
    /// let problem = &data.relation_problems()[0];
    /// assert_eq!(problem.fault, RelationFault::Dangling);
    /// assert_eq!(problem.claims, ["m-2"]);
    /// assert_eq!(
    ///     problem.to_string(),
    ///     r#"the claim is said to be the same as "m_1", which is not in the dataset"#,
    /// );
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn relation_problems(&self) -> Vec<RelationProblem> {
        let mut problems = Vec::new();
        for claim in self.claims() {
            for relation in claim.relations() {
                let is_own = relation.to == claim.id();
                if is_own || self.claim(&relation.to).is_none() {
                    problems.push(RelationProblem {
                        fault: if is_own {
                            RelationFault::ToItself
                        } else {
                            RelationFault::Dangling
                        },
                        kind: relation.kind,
                        claims: vec![claim.id().to_owned()],
                        to: (!is_own).then(|| relation.to.clone()),
                    });
                }
            }
        }
        for kind in [RelationKind::PartOf, RelationKind::Corrects] {
            for mut ring in components(&self.edges(kind)) {
                if ring.len() < 2 {
                    continue;
                }
                ring.sort_unstable();
                let ids = ring.iter().filter_map(|&at| self.claims().get(at));
                problems.push(RelationProblem {
                    fault: RelationFault::Circular,
                    kind,
                    claims: ids.map(|claim| claim.id().to_owned()).collect(),
                    to: None,
                });
            }
        }
        problems
    }

    /// Which claims each claim points at, by their places.
    fn edges(&self, kind: RelationKind) -> Vec<Vec<usize>> {
        let at: HashMap<&str, usize> = self
            .claims()
            .iter()
            .enumerate()
            .map(|(at, claim)| (claim.id(), at))
            .collect();
        let edges = self.claims().iter().map(|claim| {
            let of_kind = claim.relations().iter().filter(|r| r.kind == kind);
            of_kind
                .filter_map(|r| at.get(r.to.as_str()).copied())
                .collect()
        });
        edges.collect()
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
