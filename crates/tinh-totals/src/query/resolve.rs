//! From the figures of a dataset to the rows of an answer.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::asked::Asked;
use super::relations::Relations;
use super::sorting::{Sorting, candidates};
use super::{
    Level, Totals, When, alike, choose, contained, group, parts, plausible, repeats, warn,
};
use crate::answer::{Answer, Row};
use crate::error::{Error, ErrorKind, Over};
use crate::key::Key;
use crate::warning::Warning;

/// Answers a query. Each step takes candidates and leaves some out, with
/// the reason; whatever is not a candidate at the end stands in `excluded`.
pub(super) fn answer<'a>(query: &Totals<'a>) -> Result<Answer<'a>, Error> {
    let (wholes, whole_keys) = wholes(query).unwrap_or_default();
    let mut answer = parts(query, (&wholes, &whole_keys))?;
    (answer.wholes, answer.whole_keys) = (wholes, whole_keys);
    Ok(answer)
}

/// The printed wholes of what is asked for by partner or sector, or else by
/// place: those of the nation. None where they cannot be told.
fn wholes<'a>(query: &Totals<'a>) -> Option<(Vec<Row<'a>>, Vec<Key>)> {
    let mut whole = query.clone();
    if query.is_by_partner() || query.is_by_sector() {
        whole.partners = None;
        whole.sectors = None;
        whole
            .keys
            .retain(|key| !key.is_partner() && *key != Key::Sector);
    } else if query.level == Level::Places && query.places.is_none() && !query.keys.is_empty() {
        whole.level = Level::Nation;
        whole.restated_to = None;
        whole
            .keys
            .retain(|key| key.is_time() || matches!(key, Key::CapitalKind | Key::Basis));
    } else {
        return None;
    }
    let rows = parts(&whole, (&[], &[])).ok()?.rows;
    Some((rows, whole.keys))
}

fn parts<'a>(query: &Totals<'a>, wholes: (&[Row<'a>], &[Key])) -> Result<Answer<'a>, Error> {
    if query.measures.is_empty() {
        return Err(ErrorKind::NoMeasure.into());
    }
    if query.restated_to.is_some()
        && let Some(measure) = query.measures.iter().find(|m| !m.is_additive())
    {
        return Err(Error::not_additive(measure, Over::Merger));
    }
    let asked = Asked::of(query);
    let (mut left, candidates) = candidates(&asked);
    let mut relations = Relations::of(query);
    let mut warnings = BTreeSet::new();
    let mut sorting = Sorting {
        query,
        relations: &mut relations,
        left: &mut left,
        warnings: &mut warnings,
    };
    let candidates = plausible::without_implausible(candidates, &mut sorting);
    let candidates = repeats::without_repeats(query, candidates, &mut sorting)?;
    let candidates = alike::told_once(candidates, &mut sorting);
    let candidates = choose::one_a_subject(query, candidates, &mut sorting)?;
    let candidates = alike::without_counted_events(candidates, &mut sorting);
    let candidates = contained::without_contained(candidates, &mut sorting);
    let candidates = choose::without_overlaps(query, candidates, &mut sorting);
    let placed = group::restate(query, candidates, &mut sorting);
    let mut conversions = Vec::new();
    for (_, candidate) in &placed {
        let converted = candidate.converted(query)?;
        conversions.extend(converted.map(|(_, conversion)| conversion));
    }
    conversions.sort_by(|a, b| a.figure.cmp(&b.figure));
    let rows = group::rows(query, &placed)?;
    warn::warn(&asked, &rows, &left, &mut warnings);
    parts::rows(query, &rows, wholes, &mut warnings);
    parts::cells(query, &rows, &left, &mut warnings);
    parts::measures(query, &rows, &mut warnings);
    let over_time = query.keys.iter().any(|key| key.is_time());
    // All places were asked for by the units of a date, and all have a figure.
    let is_complete = warn::units_asked(query).is_some()
        && query.places.is_none()
        && query.level == Level::Places
        && !query.is_by_partner()
        && !query.is_by_sector()
        && !warnings.iter().any(|warning| {
            matches!(
                warning,
                Warning::MissingUnits { .. } | Warning::Incomplete { .. } | Warning::LeftOut { .. }
            )
        });
    Answer {
        data: query.data,
        question: query.question(),
        rows,
        totals: Vec::new(),
        left,
        excluded: OnceLock::new(),
        warnings: warnings.into_iter().collect(),
        conversions,
        // Stocks of two years are the same money seen twice.
        adds_up: !(over_time && is_about_stocks(query)),
        is_complete,
        wholes: Vec::new(),
        whole_keys: Vec::new(),
    }
    .with_totals()
}

fn is_about_stocks(query: &Totals<'_>) -> bool {
    matches!(query.when, When::Latest | When::By(_)) || query.level == Level::Projects
}
