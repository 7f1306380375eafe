//! Parts and totals, shares, lists.
//!
//! Figures of running text are bands of values: a sum holds where the bands
//! meet. Tables of numbers, where a difference is to be explained, are audited
//! by `tinh_totals` and `tinh_reader`.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;

use rust_decimal::Decimal;
use tinh_figures::{Bilingual, Qualifier};

use super::index::Index;
use super::{Finding, Rule, Verdict};
use crate::band::{Band, show, show_band};
use crate::claim::{Claim, Quantity, RelationKind};
use crate::entity::{AidGroup, Statement};
use crate::figure::PrintedFigure;
use crate::measure::{Basis, Expression, Measure, measures};
use crate::sector::Sector;
use crate::words;

pub(super) fn check(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for claim in index.data.claims() {
        if let Statement::AidGroup(group) = claim.statement() {
            findings.extend(aid(claim, group));
        }
    }
    registered(index, findings);
    contained(index, findings);
    parts_by_sector(index, findings);
    sectors(index, findings);
    for claim in index.data.claims() {
        lists(claim, findings);
    }
    findings.extend(
        index
            .together
            .iter()
            .filter_map(|group| investors_among_traders(group)),
    );
}

/// Bands of printed figures added up; `None` where one has no number.
fn sum<'a>(figures: impl IntoIterator<Item = &'a PrintedFigure>) -> Option<Band> {
    figures.into_iter().try_fold(
        Band::between(Decimal::ZERO, Decimal::ZERO),
        |sum, figure| sum.plus(Band::of_printed(figure)?),
    )
}

fn texts<'a>(figures: impl IntoIterator<Item = &'a PrintedFigure>) -> String {
    let texts: Vec<&str> = figures.into_iter().map(PrintedFigure::text).collect();
    texts.join(" + ")
}

fn equals(parts: &str, total: &dyn Display) -> Bilingual {
    Bilingual::of(|_| format!("{parts} = {total}"))
}

fn gives(parts: &str, sum: Band, total: &PrintedFigure) -> Bilingual {
    let sum = show_band(sum, total.currency());
    words::GIVES.filled_by(|language| {
        let sum = sum.in_language(language).to_owned();
        vec![parts.to_owned(), sum, total.to_string()]
    })
}

fn aid(claim: &Claim, group: &AidGroup) -> Option<Finding> {
    let (total, aid, counterpart) = (
        group.total.as_ref()?,
        group.aid.as_ref()?,
        group.counterpart.as_ref()?,
    );
    let parts = [aid, counterpart];
    let found = |verdict, text: Bilingual| {
        Some(Finding::new(
            Rule::PartsAndTotal,
            verdict,
            [claim.id()],
            text,
        ))
    };
    if parts.iter().any(|part| part.currency() != total.currency()) {
        let text = words::CURRENCIES.filled(&[&texts(parts), &total]);
        return found(Verdict::Refused, text);
    }
    let (sum, whole) = (sum(parts)?, Band::of_printed(total)?);
    if !sum.meets(whole) {
        let text = gives(&texts(parts), sum, total);
        return found(Verdict::Fails, text);
    }
    let mut text = equals(&texts(parts), total);
    // The sum is a free test of the separator: with every `.` a decimal mark
    // the parts no longer give the whole.
    let other = |figure: &PrintedFigure| {
        let reading = figure.reading()?;
        reading.alternative().or(reading.value())
    };
    let is_ambiguous = [total, aid, counterpart]
        .iter()
        .any(|figure| figure.reading().is_some_and(|r| r.is_ambiguous()));
    if is_ambiguous
        && let (Some(all), Some(aid), Some(counterpart)) =
            (other(total), other(aid), other(counterpart))
        && aid.checked_add(counterpart) != Some(all)
    {
        text = words::EQUALS_GROUPED.filled(&[&texts(parts), &total]);
    }
    found(Verdict::Holds, text)
}

/// All registered = new + adjusted + purchased, where a source prints them all.
fn registered(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for group in index.together.iter() {
        for whole in group {
            if whole.measure.basis() != Some(Basis::REGISTERED) {
                continue;
            }
            let beside = Index::beside(whole);
            let part = |basis| {
                let measure = Measure::capital(whole.measure.capital_kind()?, basis)?;
                index.told.get(&(beside, measure.code())).first()
            };
            let (Some(new), Some(adjusted), Some(purchased)) = (
                part(Basis::REGISTERED_NEW),
                part(Basis::REGISTERED_ADJUSTED),
                part(Basis::SHARE_PURCHASE),
            ) else {
                continue;
            };
            let parts = [new, adjusted, purchased];
            let figures: Vec<&PrintedFigure> = parts.iter().filter_map(|p| p.figure).collect();
            let Some(total) = whole.figure else { continue };
            if figures.iter().any(|f| f.currency() != total.currency()) {
                continue;
            }
            let (Some(sum), Some(band)) = (sum(figures.iter().copied()), Band::of_printed(total))
            else {
                continue;
            };
            let holds = sum.meets(band);
            let text = if holds {
                equals(&texts(figures.iter().copied()), total)
            } else {
                gives(&texts(figures.iter().copied()), sum, total)
            };
            findings.push(Finding::new(
                Rule::PartsAndTotal,
                if holds {
                    Verdict::Holds
                } else {
                    Verdict::Fails
                },
                parts.iter().chain([&whole]).map(|q| q.claim.id()),
                text,
            ));
        }
    }
}

/// The figure of a claim that has just one.
fn single(claim: &Claim) -> Option<(&PrintedFigure, Quantity<'_>)> {
    match claim.quantities().as_slice() {
        [one] => one.figure.map(|figure| (figure, *one)),
        _ => None,
    }
}

fn contained(index: &Index<'_>, findings: &mut Vec<Finding>) {
    // What the parts of a whole amount to at least, and which they are.
    let mut parts: HashMap<&str, (Decimal, Vec<&str>)> = HashMap::new();
    let mut wholes = Vec::new();
    for claim in index.data.claims() {
        let is_repeat = claim
            .relations()
            .iter()
            .any(|relation| relation.kind == RelationKind::SameAs);
        for relation in claim.relations() {
            if relation.kind != RelationKind::PartOf {
                continue;
            }
            let Some(whole) = index.data.claim(&relation.to) else {
                continue;
            };
            let (Some((part_figure, part_of_it)), Some((whole_figure, all_of_it))) =
                (single(claim), single(whole))
            else {
                continue;
            };
            // The ratio of a region is no part of that of the country.
            if !(part_of_it.measure.is_level() && all_of_it.measure.is_level()) {
                continue;
            }
            if part_figure.currency() != whole_figure.currency()
                || part_figure.kind() != whole_figure.kind()
            {
                continue;
            }
            let (Some(part), Some(all)) = (
                Band::of_printed(part_figure),
                Band::of_printed(whole_figure),
            ) else {
                continue;
            };
            findings.extend(part_of(claim, whole, part_figure, whole_figure, part, all));
            if let (Some(low), false) = (part.low, is_repeat) {
                let entry = parts.entry(whole.id()).or_insert_with(|| {
                    wholes.push((whole, whole_figure, all));
                    (Decimal::ZERO, Vec::new())
                });
                entry.0 = entry.0.saturating_add(low);
                entry.1.push(claim.id());
            }
        }
    }
    for (whole, figure, band) in wholes {
        let Some((low, ids)) = parts.remove(whole.id()) else {
            continue;
        };
        if ids.len() > 1
            && let Some(high) = band.high
            && low > high
        {
            let low = show(low, figure.currency());
            let text = words::PARTS_TOGETHER.filled(&[&low, &figure]);
            findings.push(Finding::new(
                Rule::PartOf,
                Verdict::Fails,
                ids.into_iter().chain([whole.id()]),
                text,
            ));
        }
    }
}

fn part_of(
    claim: &Claim,
    whole: &Claim,
    part_figure: &PrintedFigure,
    whole_figure: &PrintedFigure,
    part: Band,
    all: Band,
) -> Vec<Finding> {
    let found = |verdict, text| Finding::new(Rule::PartOf, verdict, [claim.id(), whole.id()], text);
    if let (Some(low), Some(high)) = (part.low, all.high)
        && low > high
    {
        let text = words::PART_EXCEEDS.filled(&[&part_figure, &whole_figure]);
        return vec![found(Verdict::Fails, text)];
    }
    if let (Some(nominal), Some(of)) = (part_figure.value(), whole_figure.value())
        && nominal > of
        && all.high.is_some()
    {
        let text = words::EXCEEDS_BY_ROUNDING.filled(&[&part_figure, &whole_figure]);
        return vec![found(Verdict::Refused, text)];
    }
    let mut findings = vec![found(
        Verdict::Holds,
        words::WITHIN.filled(&[&part_figure, &whole_figure]),
    )];
    let exact = |figure: &PrintedFigure| figure.qualifier() == Qualifier::Exact;
    let is_bound = |band: Band| band.low.is_none() || band.high.is_none();
    if exact(part_figure) && exact(whole_figure) {
        let share = part_figure
            .value()
            .and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED))
            .and_then(|part| part.checked_div(whole_figure.value()?));
        let rest = whole_figure
            .value()
            .and_then(|whole| whole.checked_sub(part_figure.value()?));
        if let (Some(share), Some(rest)) = (share, rest) {
            let (share, rest) = (show(share, None), show(rest, part_figure.currency()));
            let text = words::SHARE_AND_REST.filled(&[&share, &rest]);
            findings.push(found(Verdict::Implies, text));
        }
    } else if is_bound(part) && is_bound(all) {
        findings.push(found(
            Verdict::Refused,
            words::SHARE_OF_BOUNDS.filled(&[&part_figure, &whole_figure]),
        ));
    }
    findings
}

/// Sectors that do not contain one another beside the whole of their source.
fn parts_by_sector(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let mut groups = super::index::Groups::new();
    for level in index.levels.iter().flatten() {
        if let Statement::Observation(observation) = level.claim.statement()
            && let (Some(sector), Some(figure)) = (&observation.sector, level.figure)
            && sector.is_known()
        {
            let beside = Index::beside_all_sectors(level);
            let key = (beside, level.measure.code(), figure.currency());
            groups.push(key, (sector, *level));
        }
    }
    for group in groups.iter() {
        let Some((_, first)) = group.first() else {
            continue;
        };
        let beside = Index::beside_all_sectors(first);
        let whole = index.told.get(&(beside, first.measure.code())).first();
        let Some((whole, total)) = whole.and_then(|whole| Some((whole, whole.figure?))) else {
            continue;
        };
        // One figure a sector: there are as many as the table has.
        let by_code: BTreeMap<_, _> = group.iter().map(|(s, q)| (s.code(), (*s, *q))).collect();
        let is_within = |own: &Sector| {
            let mut others = by_code
                .values()
                .filter(|(other, _)| other.code() != own.code());
            others.any(|(other, _)| other.contains(own))
        };
        let parts: Vec<&Quantity<'_>> = by_code
            .values()
            .filter(|(sector, _)| !is_within(sector))
            .map(|(_, quantity)| quantity)
            .collect();
        let figures: Vec<&PrintedFigure> = parts.iter().filter_map(|part| part.figure).collect();
        let least = sum(figures.iter().copied()).and_then(|sum| sum.low);
        let most = Band::of_printed(total).and_then(|whole| whole.high);
        if let (Some(least), Some(most)) = (least, most)
            && total.currency() == figures.first().and_then(|figure| figure.currency())
            && least > most
        {
            findings.push(Finding::new(
                Rule::PartsAndTotal,
                Verdict::Fails,
                parts.iter().chain([&whole]).map(|part| part.claim.id()),
                words::SECTORS_EXCEED.filled(&[&texts(figures), &total]),
            ));
        }
    }
}

/// The shares of the three sectors, by source, place and time.
fn sectors(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let sectors = [measures::SECTOR_1, measures::SECTOR_2, measures::SECTOR_3];
    let mut shares = super::index::Groups::new();
    for rate in &index.rates {
        if rate.measure.expression() == Expression::Share
            && let Some(sector) = sectors.iter().position(|s| s.is_of(rate.measure))
        {
            shares.push(Index::beside(rate), (sector, *rate));
        }
    }
    for group in shares.iter() {
        let of = |sector| group.iter().find(|(own, _)| *own == sector);
        let found: Vec<Quantity<'_>> = (0..sectors.len())
            .filter_map(of)
            .map(|(_, share)| *share)
            .collect();
        if found.len() < sectors.len() {
            continue;
        }
        let figures: Vec<&PrintedFigure> = found.iter().filter_map(|q| q.figure).collect();
        let Some(band) = sum(figures.iter().copied()) else {
            continue;
        };
        let nominal: Decimal = figures
            .iter()
            .filter_map(|figure| figure.value())
            .fold(Decimal::ZERO, Decimal::saturating_add);
        let holds = band.contains(Decimal::ONE_HUNDRED);
        findings.push(Finding::new(
            Rule::Shares,
            if holds {
                Verdict::Holds
            } else {
                Verdict::Fails
            },
            found.iter().map(|q| q.claim.id()),
            equals(&texts(figures), &format!("{} %", show(nominal, None))),
        ));
    }
}

/// A printed number beside the names listed for it.
fn lists(claim: &Claim, findings: &mut Vec<Finding>) {
    let mut compare = |figure: &PrintedFigure, named: usize, is_open: bool| {
        let Some(band) = Band::of_printed(figure) else {
            return;
        };
        let named = Decimal::from(named);
        let verdict = match band.high {
            Some(high) if named > high => Verdict::Fails,
            _ if is_open || band.contains(named) => Verdict::Holds,
            _ => Verdict::Fails,
        };
        let text = match is_open {
            true => words::NAMED_AND_MORE,
            false => words::NAMED,
        };
        let text = text.filled(&[&figure, &named]);
        findings.push(Finding::new(Rule::List, verdict, [claim.id()], text));
    };
    let list = claim.statement().list();
    if let Some((list, total)) = list.and_then(|list| Some((list, list.total()?))) {
        compare(total, list.named().len(), list.is_open());
    }
    // One topic is a name for the thing counted, not a list of them.
    if let Statement::Activity(activity) = claim.statement()
        && let Some(figure) = &activity.figure
        && activity.topics.len() > 1
    {
        compare(figure, activity.topics.len(), false);
    }
}

/// Countries that invest are hardly more than those traded with.
fn investors_among_traders(group: &[Quantity<'_>]) -> Option<Finding> {
    let of = |measure: &Measure| group.iter().find(|q| q.measure == measure);
    let (investors, traders) = (
        of(&measures::INVESTOR_COUNTRIES)?,
        of(&measures::TRADE_PARTNERS)?,
    );
    let (few, many) = (investors.figure?, traders.figure?);
    let (low, high) = (Band::of_printed(few)?.low, Band::of_printed(many)?.high);
    let holds = match (low, high) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    Some(Finding::new(
        Rule::List,
        if holds {
            Verdict::Holds
        } else {
            Verdict::Fails
        },
        [investors.claim.id(), traders.claim.id()],
        words::INVEST_AND_TRADE.filled(&[&few, &many]),
    ))
}
