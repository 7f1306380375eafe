//! Candidates, what is left out of them, and what to warn of.

use std::collections::BTreeSet;

use super::Totals;
use super::asked::Asked;
use super::candidate::Candidate;
use super::relations::Relations;
use super::scope::outside;
use crate::left::{At, LeftOut, Why};
use crate::reason::Reason;
use crate::warning::Warning;

/// The figures that are candidates, and those that are not.
pub(super) fn candidates<'a>(asked: &Asked<'_, 'a>) -> (LeftOut<'a>, Vec<Candidate<'a>>) {
    let mut left = LeftOut::new(asked.query.data, asked.query.level, asked.span);
    let mut candidates = Vec::new();
    for (number, table) in asked.tables().enumerate() {
        let figures = || asked.figures(table);
        let why: Vec<_> = figures().map(|at| outside(asked, at)).collect();
        candidates.reserve(why.iter().filter(|why| why.is_none()).count());
        let inside = figures().zip(&why).filter(|(_, why)| why.is_none());
        candidates.extend(inside.map(|(at, _)| Candidate::new(asked, number, at)));
        left.add(table, why);
    }
    (left, candidates)
}

/// The figures that remain, those left out, and the warnings so far.
pub(super) struct Sorting<'s, 'a> {
    pub(super) query: &'s Totals<'a>,
    pub(super) relations: &'s mut Relations<'a>,
    pub(super) left: &'s mut LeftOut<'a>,
    pub(super) warnings: &'s mut BTreeSet<Warning>,
}

impl<'a> Sorting<'_, 'a> {
    /// Leaves a candidate out.
    pub(super) fn leave_out(&mut self, candidate: &Candidate<'a>, reason: Reason) {
        let why = Why::Said(Box::new(reason));
        self.left.leave_out(candidate.at, why);
    }

    /// Leaves a candidate out for another figure.
    pub(super) fn leave_for(
        &mut self,
        candidate: &Candidate<'a>,
        other: At<'a>,
        reason: fn(String) -> Reason,
    ) {
        let why = Why::For(reason, other);
        self.left.leave_out(candidate.at, why);
    }

    /// Those of the candidates for which there is no reason to leave them out.
    pub(super) fn without(
        &mut self,
        candidates: Vec<Candidate<'a>>,
        reasons: Vec<Option<Why<'a>>>,
    ) -> Vec<Candidate<'a>> {
        let mut kept = Vec::with_capacity(candidates.len());
        for (candidate, reason) in candidates.into_iter().zip(reasons) {
            match reason {
                Some(why) => self.left.leave_out(candidate.at, why),
                None => kept.push(candidate),
            }
        }
        kept
    }
}
