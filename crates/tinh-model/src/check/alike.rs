//! Events, projects and agreements reported twice.

use std::collections::BTreeSet;

use super::{Finding, Rule, Verdict};
use crate::claim::{Claim, Likeness, RelationKind, Tellings};
use crate::dataset::Dataset;
use crate::words;

/// What is told twice without saying so counts twice; what only looks alike is
/// for whoever knows to tell apart.
pub(super) fn check(data: &Dataset, findings: &mut Vec<Finding>) {
    let mut tellings = Tellings::default();
    let mut told: Vec<&Claim> = Vec::new();
    let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
    for quantity in data.quantities() {
        let claim = quantity.claim;
        let like = tellings.add(&quantity);
        told.push(claim);
        let Some((other, likeness)) = like.and_then(|(at, how)| Some((*told.get(at)?, how))) else {
            continue;
        };
        if is_related(claim)
            || is_related(other)
            || claim.id() == other.id()
            || !found.insert((other.id(), claim.id()))
        {
            continue;
        }
        let (verdict, text) = match likeness {
            Likeness::Same => (Verdict::Fails, words::TOLD_TWICE),
            _ => (Verdict::Implies, words::MAYBE_TWICE),
        };
        findings.push(Finding::new(
            Rule::LookAlike,
            verdict,
            [other.id(), claim.id()],
            text,
        ));
    }
}

/// Whether a claim says how it stands to others: that is checked elsewhere.
fn is_related(claim: &Claim) -> bool {
    let kinds = claim.relations().iter().map(|relation| relation.kind);
    let stated = [
        RelationKind::SameAs,
        RelationKind::PartOf,
        RelationKind::Corrects,
    ];
    kinds.into_iter().any(|kind| stated.contains(&kind))
}
