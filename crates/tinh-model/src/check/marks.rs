//! Figures that could be read two ways, and what decides.

use super::index::Groups;
use super::{Finding, Rule, Verdict};
use crate::dataset::Dataset;
use crate::figure::PrintedFigure;
use crate::words;

/// How the marks of one figure can be read.
enum Mark {
    /// A comma before decimals.
    Comma,
    /// A dot that can only be a decimal mark (`190.8`).
    Dot,
    /// A dot that groups or is a decimal mark (`7.929`).
    Either,
}

pub(super) fn check(data: &Dataset, findings: &mut Vec<Finding>) {
    let mut sources = Groups::new();
    for quantity in data.quantities() {
        if let Some(figure) = quantity.figure
            && let Some(mark) = mark(figure)
        {
            sources.push(quantity.claim.source(), (mark, figure, quantity.claim.id()));
        }
    }
    for group in sources.iter() {
        source(group, findings);
    }
}

fn mark(figure: &PrintedFigure) -> Option<Mark> {
    let reading = figure.reading().filter(|_| !figure.is_plain())?;
    if reading.is_ambiguous() {
        return Some(Mark::Either);
    }
    let bytes = figure.text().as_bytes();
    let stands = |mark: u8| {
        bytes.windows(3).any(|around| {
            matches!(around, [a, b, c]
                if a.is_ascii_digit() && *b == mark && c.is_ascii_digit())
        })
    };
    if reading.written().significand().scale() == 0 {
        None
    } else if stands(b',') {
        Some(Mark::Comma)
    } else if stands(b'.') {
        Some(Mark::Dot)
    } else {
        None
    }
}

fn source(group: &[(Mark, &PrintedFigure, &str)], findings: &mut Vec<Finding>) {
    let of = |wanted: fn(&Mark) -> bool| {
        group
            .iter()
            .filter(move |(mark, ..)| wanted(mark))
            .collect::<Vec<_>>()
    };
    let texts = |of: &[&(Mark, &PrintedFigure, &str)]| {
        let texts: Vec<&str> = of.iter().map(|(_, figure, _)| figure.text()).collect();
        texts.join(", ")
    };
    let (comma, dot, either) = (
        of(|m| matches!(m, Mark::Comma)),
        of(|m| matches!(m, Mark::Dot)),
        of(|m| matches!(m, Mark::Either)),
    );
    if !either.is_empty() {
        let (verdict, why) = match (comma.first(), dot.first()) {
            (Some((_, figure, _)), _) => (
                Verdict::Holds,
                words::COMMA_DECIDES.filled(&[&texts(&either), figure]),
            ),
            (None, Some((_, figure, _))) => (
                Verdict::Refused,
                words::DOT_AGAINST.filled(&[&texts(&either), figure]),
            ),
            (None, None) => (
                Verdict::Refused,
                words::NOTHING_DECIDES.filled(&[&texts(&either)]),
            ),
        };
        findings.push(Finding::new(
            Rule::Separator,
            verdict,
            either.iter().map(|(.., id)| *id),
            why,
        ));
    }
    if let (false, Some((_, with_comma, _))) = (dot.is_empty(), comma.first()) {
        findings.push(Finding::new(
            Rule::Separator,
            Verdict::Holds,
            dot.iter().map(|(.., id)| *id),
            words::DOT_AMONG_COMMAS.filled(&[&texts(&dot), with_comma]),
        ));
    }
}
