//! Parts held against the whole printed beside them. More than the whole, whatever
//! was rounded, they cannot be.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;
use tinh_gazetteer::Unit;
use tinh_model::{Measure, Sector};

use super::Totals;
use super::candidate::{Candidate, band};
use super::sorting::Sorting;
use crate::answer::{Included, Row};
use crate::interval::Interval;
use crate::key::{Group, Key};
use crate::left::{At, LeftOut, Outside};
use crate::moment::Moment;
use crate::warning::Warning;

/// Whether parts that share nothing are more than their whole.
fn exceed(
    parts: impl IntoIterator<Item = Interval>,
    whole: impl IntoIterator<Item = Interval>,
) -> bool {
    let (parts, whole) = (Interval::sum(parts), Interval::sum(whole));
    matches!(
        (parts.map(|all| all.lower()), whole.map(|whole| whole.upper())),
        (Ok(Some(least)), Ok(Some(most))) if least > most
    )
}

fn warning(whole: Vec<String>, parts: impl IntoIterator<Item = String>) -> Warning {
    let figures = whole.into_iter().chain(parts).collect();
    Warning::PartsExceedWhole { figures }
}

/// Warns where candidates are more than their whole.
pub(super) fn hold<'a>(
    parts: &[&Candidate<'a>],
    whole: &Candidate<'a>,
    sorting: &mut Sorting<'_, 'a>,
) {
    if exceed(parts.iter().map(|part| part.band()), [whole.band()]) {
        let parts = parts.iter().map(|part| part.key());
        sorting.warnings.insert(warning(vec![whole.key()], parts));
    }
}

/// Rows of partners, sectors and places against the printed wholes of the same
/// groups.
pub(super) fn rows(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    (wholes, keys): (&[Row<'_>], &[Key]),
    warnings: &mut BTreeSet<Warning>,
) {
    if wholes.is_empty() {
        return;
    }
    type OfWhole<'r> = (Vec<&'r Group>, &'r Measure, Option<&'static str>);
    let mut parts: BTreeMap<OfWhole<'_>, Vec<&Included<'_>>> = BTreeMap::new();
    for row in rows {
        let groups = query.keys.iter().zip(&row.groups);
        let groups = groups.filter(|(key, _)| keys.contains(key));
        let groups = groups.map(|(_, group)| group).collect();
        let key = (
            groups,
            &row.measure,
            row.currency.map(|currency| currency.code()),
        );
        parts.entry(key).or_default().extend(&row.included);
    }
    for whole in wholes {
        let groups = whole.groups.iter().collect();
        let key = (
            groups,
            &whole.measure,
            whole.currency.map(|currency| currency.code()),
        );
        let times = whole.included.iter();
        let times = times.map(|i| Moment::of(&i.quantity.time).printed());
        let times: BTreeSet<Moment> = times.collect();
        let own = parts.get(&key).into_iter().flatten().copied();
        let own: Vec<&Included<'_>> = own
            .filter(|part| times.contains(&Moment::of(&part.quantity.time).printed()))
            .collect();
        if exceed(
            own.iter().map(|i| band_of(i)),
            whole.included.iter().map(band_of),
        ) {
            let parts = own.iter().map(|part| part.quantity.id());
            warnings.insert(warning(whole.ids(), parts));
        }
    }
}

fn band_of(included: &Included<'_>) -> Interval {
    band(Some(&included.quantity), included.value)
}

/// The figures of one place, currency and time.
type Beside = (Option<Unit>, bool, Option<&'static str>, Moment);

fn beside(at: &At<'_>) -> Beside {
    let entry = at.entry;
    (
        entry.unit,
        entry.is_national,
        entry.currency.map(|currency| currency.code()),
        Moment::of(&entry.time).printed(),
    )
}

fn included<'r, 'a>(rows: &'r [Row<'a>]) -> impl Iterator<Item = &'r Included<'a>> {
    rows.iter().flat_map(|row| &row.included)
}

/// Figures of one partner in one sector, which are left out where it is asked by
/// the one or the other, against the partner or the sector.
pub(super) fn cells(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    left: &LeftOut<'_>,
    warnings: &mut BTreeSet<Warning>,
) {
    let by_partner = query.is_by_partner();
    if by_partner == query.is_by_sector() || query.rates.is_some() {
        return;
    }
    let of = |at: &At<'_>| match by_partner {
        true => at.entry.partner,
        false => at.entry.sector,
    };
    // Of each sector or partner the least that any source has.
    type Cells<'a> = BTreeMap<u32, (Interval, At<'a>)>;
    let mut cells: HashMap<(Beside, &Measure, u32), Cells<'_>> = HashMap::new();
    for (at, _) in left.outside().filter(|(_, why)| *why == Outside::Breakdown) {
        let (partner, sector) = (at.entry.partner, at.entry.sector);
        let Some(quantity) = at.quantity().filter(|_| partner != 0 && sector != 0) else {
            continue;
        };
        let value = band(Some(&quantity), at.value());
        let across = if by_partner { sector } else { partner };
        let cells = cells
            .entry((beside(&at), at.measure(), of(&at)))
            .or_default();
        let known = cells.entry(across).or_insert((value, at));
        if value.lower() < known.0.lower() {
            *known = (value, at);
        }
    }
    if cells.is_empty() {
        return;
    }
    for whole in included(rows) {
        let key = (beside(&whole.at), whole.at.measure(), of(&whole.at));
        let Some(cells) = cells.get(&key) else {
            continue;
        };
        let share_nothing: Vec<_> = cells
            .values()
            .filter(|(_, at)| match by_partner {
                true => is_outermost(at, cells.values().map(|(_, at)| at)),
                false => is_country(at),
            })
            .collect();
        if exceed(
            share_nothing.iter().map(|(value, _)| *value),
            [band_of(whole)],
        ) {
            let parts = share_nothing.iter().map(|(_, at)| at.key());
            warnings.insert(warning(vec![whole.quantity.id()], parts));
        }
    }
}

fn is_country(at: &At<'_>) -> bool {
    let partners = at.claim().map(|claim| claim.statement().partners());
    let first = partners.as_ref().and_then(|partners| partners.first());
    matches!(first, Some(tinh_model::Partner::Country(..)))
}

/// Whether the sector of a figure is of the table and within none of the others.
fn is_outermost<'r, 'a: 'r>(at: &At<'_>, mut others: impl Iterator<Item = &'r At<'a>>) -> bool {
    let sector_of = |at: &At<'_>| Sector::new(at.table.sector(at.entry.sector));
    let own = sector_of(at);
    own.is_known()
        && !others.any(|other| {
            let other = sector_of(other);
            other != own && other.contains(&own)
        })
}

/// What figures of two measures have in common: all but the measure.
type OfMeasure<'a> = (Beside, &'a str, &'a str, &'a Measure);

fn of_measure<'a>(at: At<'a>, measure: &'a Measure) -> OfMeasure<'a> {
    let (table, entry) = (at.table, at.entry);
    let (partner, sector) = (table.partner(entry.partner), table.sector(entry.sector));
    (beside(&at), partner, sector, measure)
}

/// Of measures asked for side by side those that are part of another: exports and
/// imports of all trade.
pub(super) fn measures(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let whole_of = |measure: &Measure| {
        let code = measure.definition().whole()?;
        let is_it =
            |other: &&Measure| other.code() == code && other.expression() == measure.expression();
        query.measures.iter().find(is_it)
    };
    if !query.measures.iter().any(|m| whole_of(m).is_some()) {
        return;
    }
    let mut parts: HashMap<OfMeasure<'_>, Vec<&Included<'_>>> = HashMap::new();
    for part in included(rows).filter(|i| i.at.entry.is_observation) {
        if let Some(whole) = whole_of(part.at.measure()) {
            parts
                .entry(of_measure(part.at, whole))
                .or_default()
                .push(part);
        }
    }
    for whole in included(rows).filter(|i| i.at.entry.is_observation) {
        let own = parts.get(&of_measure(whole.at, whole.at.measure()));
        let Some(own) = own else { continue };
        if exceed(own.iter().map(|i| band_of(i)), [band_of(whole)]) {
            let parts = own.iter().map(|part| part.quantity.id());
            warnings.insert(warning(vec![whole.quantity.id()], parts));
        }
    }
}
