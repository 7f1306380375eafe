//! The relations between the claims of a dataset.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use tinh_model::claim::{Claim, RelationKind};

use super::Totals;

/// The relations between the claims of a dataset, followed to the end.
#[derive(Debug, Default)]
pub(crate) struct Relations<'a> {
    same: Groups<'a>,
    /// Claims put right, and repeats of them, each with the claim that does so.
    corrected: HashMap<&'a str, &'a str>,
    /// The whole of each part, the smallest id where several are named.
    whole_of: HashMap<&'a str, &'a str>,
    /// Claims that contradict each other, in both directions.
    conflicts: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Claims that correct or contain one another in a ring, each with the
    /// ring's smallest id, and the rings by it.
    rings: BTreeMap<&'a str, &'a str>,
    members: BTreeMap<&'a str, Vec<&'a str>>,
    /// Claims with the ids they name that are not there.
    dangling: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Relations<'a> {
    /// The relations of a dataset; corrections not yet published by the day of
    /// the vintage do not count.
    pub(crate) fn of(query: &Totals<'a>) -> Self {
        let mut all = Self::default();
        let mut corrections: Vec<(&'a str, &'a str)> = Vec::new();
        for claim in query.data.index().relating(query.data) {
            for relation in claim.relations() {
                let (from, to) = (claim.id(), relation.to.as_str());
                if query.data.claim(to).is_none() {
                    all.dangling.entry(from).or_default().insert(to);
                    continue;
                }
                match relation.kind {
                    RelationKind::SameAs => all.same.join(from, to),
                    RelationKind::Corrects if is_published(query, claim) => {
                        corrections.push((from, to));
                    }
                    RelationKind::PartOf => {
                        let whole = all.whole_of.entry(from).or_insert(to);
                        *whole = (*whole).min(to);
                    }
                    RelationKind::ConflictsWith => {
                        all.conflicts.entry(from).or_default().insert(to);
                        all.conflicts.entry(to).or_default().insert(from);
                    }
                    _ => {}
                }
            }
        }
        let parts = all.whole_of.iter().map(|(part, whole)| (*part, *whole));
        all.rings = rings(corrections.iter().copied());
        let of_parts = rings(parts);
        all.rings.extend(of_parts);
        for (member, ring) in &all.rings {
            all.members.entry(ring).or_default().push(member);
        }
        all.correct(corrections);
        all
    }

    /// A repeat of a corrected figure is corrected with it; what is in a ring
    /// corrects nothing.
    fn correct(&mut self, corrections: Vec<(&'a str, &'a str)>) {
        let mut repeats: HashMap<&'a str, Vec<&'a str>> = HashMap::new();
        let ids: Vec<&'a str> = self.same.ids().collect();
        for id in ids {
            let root = self.same.root(id);
            repeats.entry(root).or_default().push(id);
        }
        for (by, to) in corrections {
            if self.rings.contains_key(by) {
                continue;
            }
            let (own, root) = (self.same.root(by), self.same.root(to));
            let told = repeats.get(root).filter(|_| own != root);
            for id in told.into_iter().flatten().copied().chain([to]) {
                // Of several corrections any may be named, but always one.
                let known = self.corrected.entry(id).or_insert(by);
                *known = (*known).min(by);
            }
        }
    }

    /// The smallest id of those that tell the same fact.
    pub(crate) fn root(&mut self, id: &'a str) -> &'a str {
        self.same.root(id)
    }

    pub(super) fn correction_of(&self, id: &str) -> Option<&'a str> {
        self.corrected.get(id).copied()
    }

    pub(super) fn whole_of(&self, id: &str) -> Option<&'a str> {
        self.whole_of.get(id).copied()
    }

    pub(super) fn conflicts_of(&self, id: &str) -> impl Iterator<Item = &'a str> {
        self.conflicts.get(id).into_iter().flatten().copied()
    }

    /// The ring a claim is in, by its smallest id; `None` where it is in none.
    pub(super) fn ring_of(&self, id: &str) -> Option<&'a str> {
        self.rings.get(id).copied()
    }

    /// The claims of a ring.
    pub(super) fn members_of(&self, ring: &str) -> &[&'a str] {
        self.members.get(ring).map_or(&[], Vec::as_slice)
    }

    /// The ids a claim names that are not there.
    pub(super) fn dangling_of(&self, id: &str) -> impl Iterator<Item = &'a str> {
        self.dangling.get(id).into_iter().flatten().copied()
    }
}

/// Whether the source of a claim had been published by the vintage asked for.
fn is_published(query: &Totals<'_>, claim: &Claim) -> bool {
    query.vintage.is_none_or(|vintage| {
        let source = query.data.source(claim.source());
        let published = source.and_then(|source| source.published?.last_day());
        published.is_some_and(|day| day <= vintage)
    })
}

/// The claims that lie on a ring of edges, or between two of them, each with
/// the smallest id of those connected. What has nothing before it or nothing
/// behind it lies on none; taken away again and again, rings remain.
fn rings<'a>(edges: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<&'a str, &'a str> {
    let mut onwards: HashMap<&str, Vec<&'a str>> = HashMap::new();
    let mut back: HashMap<&str, Vec<&'a str>> = HashMap::new();
    let mut left: HashSet<&'a str> = HashSet::new();
    for (from, to) in edges {
        onwards.entry(from).or_default().push(to);
        back.entry(to).or_default().push(from);
        left.extend([from, to]);
    }
    for (before, behind) in [(&back, &onwards), (&onwards, &back)] {
        let still = |left: &HashSet<&str>, id: &str| {
            let before = before.get(id).into_iter().flatten();
            before.filter(|other| left.contains(*other)).count()
        };
        let mut count: HashMap<&'a str, usize> =
            left.iter().map(|id| (*id, still(&left, id))).collect();
        let mut free: Vec<&'a str> = count
            .iter()
            .filter(|(_, n)| **n == 0)
            .map(|(id, _)| *id)
            .collect();
        while let Some(id) = free.pop() {
            left.remove(id);
            for other in behind.get(id).into_iter().flatten() {
                if let Some(n) = count.get_mut(other) {
                    *n = n.saturating_sub(1);
                    if *n == 0 && left.contains(other) {
                        free.push(other);
                    }
                }
            }
        }
    }
    let mut groups = Groups::default();
    for id in &left {
        for to in onwards
            .get(id)
            .into_iter()
            .flatten()
            .filter(|to| left.contains(*to))
        {
            groups.join(id, to);
        }
    }
    left.iter().map(|id| (*id, groups.root(id))).collect()
}

/// Sets of ids that belong together.
#[derive(Debug, Default)]
struct Groups<'a> {
    parent: HashMap<&'a str, &'a str>,
}

impl<'a> Groups<'a> {
    /// The ids that are not the root of their set.
    fn ids(&self) -> impl Iterator<Item = &'a str> {
        let roots: BTreeSet<&'a str> = self.parent.values().copied().collect();
        let ids: BTreeSet<&'a str> = self.parent.keys().copied().chain(roots).collect();
        ids.into_iter()
    }

    /// The smallest id of the set. Paths are halved on the way, so that a long
    /// chain of claims does not cost its square.
    fn root(&mut self, id: &'a str) -> &'a str {
        let mut at = id;
        while let Some(&parent) = self.parent.get(at) {
            if let Some(&grandparent) = self.parent.get(parent) {
                self.parent.insert(at, grandparent);
            }
            at = parent;
        }
        at
    }

    /// The smaller id becomes the root, so that chains cannot become cycles.
    fn join(&mut self, a: &'a str, b: &'a str) {
        let (a, b) = (self.root(a), self.root(b));
        match a.cmp(b) {
            Ordering::Less => self.parent.insert(b, a),
            Ordering::Greater => self.parent.insert(a, b),
            Ordering::Equal => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn rings_without_what_leads_to_them() {
        let edges = [
            ("a", "b"),
            ("b", "a"),
            ("c", "a"),
            ("b", "d"),
            ("e", "e"),
            ("f", "g"),
        ];
        let found = rings(edges.into_iter());
        let found: Vec<_> = found.into_iter().collect();
        assert_eq!(found, [("a", "a"), ("b", "a"), ("e", "e")]);
    }
}
