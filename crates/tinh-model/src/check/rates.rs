//! Rates against levels, averages, foreign trade.

use chrono::Months;
use rust_decimal::Decimal;
use tinh_figures::{Bilingual, Qualifier};

use super::index::{Index, of, place_key};
use super::{Finding, Rule, Verdict};
use crate::band::{Band, show, show_band};
use crate::claim::Quantity;
use crate::entity::{Base, Statement};
use crate::figure::PrintedFigure;
use crate::measure::{Expression, Measure, PriceBasis, measures};
use crate::time::{PartialDate, Period, Time};
use crate::words;

pub(super) fn check(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for rate in &index.rates {
        findings.extend(rate_and_level(index, rate));
    }
    for group in index.together.iter() {
        averages(index, group, findings);
    }
    for group in index.together.iter() {
        findings.extend(trade(index, group));
    }
}

/// What the level is divided by to give the base: 1,188 for a growth of
/// 18,8 %. `None` for what has no base.
fn factor(rate: &Quantity<'_>) -> Option<Band> {
    let band = Band::of_printed(rate.figure?)?;
    let map =
        |f: &dyn Fn(Decimal) -> Option<Decimal>| Some(Band::between(f(band.low?)?, f(band.high?)?));
    match rate.measure.expression() {
        Expression::Growth => map(&|percent| {
            percent
                .checked_div(Decimal::ONE_HUNDRED)?
                .checked_add(Decimal::ONE)
        }),
        Expression::Ratio | Expression::PlanCompletion | Expression::Share => {
            map(&|percent| percent.checked_div(Decimal::ONE_HUNDRED))
        }
        Expression::Multiple => Some(band),
        _ => None,
    }
}

/// Whether two measures are of one output, at whatever prices: `grdp.current`
/// and `grdp.constant-2010`.
fn is_at_other_prices(one: &Measure, other: &Measure) -> bool {
    let output = |measure: &Measure| {
        let prices = measure.price_basis()?.code();
        Some(measure.code().strip_suffix(prices)?.to_owned())
    };
    output(one).is_some_and(|own| output(other) == Some(own))
}

fn base_of(rate: &Quantity<'_>) -> Option<Base> {
    match rate.claim.statement() {
        Statement::Observation(observation) => observation.base,
        _ => None,
    }
}

fn rate_and_level<'a>(index: &Index<'a>, rate: &Quantity<'a>) -> Option<Finding> {
    // The exports without crude oil are compared with none but their own.
    let is_over_time = matches!(
        rate.measure.expression(),
        Expression::Growth | Expression::Ratio | Expression::Multiple
    );
    if is_over_time && rate.among().is_some() {
        return None;
    }
    let beside = Index::beside(rate);
    let level = match rate.measure.price_basis() {
        Some(_) => Measure::all()
            .filter(|measure| is_at_other_prices(measure, rate.measure))
            .find_map(|measure| index.told.get(&(beside, measure.code())).first())?,
        None => index.told.get(&(beside, rate.measure.code())).first()?,
    };
    let (rate_figure, level_figure) = (rate.figure?, level.figure?);
    let ids = [level.claim.id(), rate.claim.id()];
    let found =
        |verdict, text: Bilingual| Some(Finding::new(Rule::RateAndLevel, verdict, ids, text));
    let expression = rate.measure.expression();
    // The level of a product is printed at current prices, its growth at
    // constant ones: dividing one by the other gives neither.
    if let (Some(a), Some(b)) = (level.measure.price_basis(), rate.measure.price_basis())
        && is_over_time
        && (a != b || a == PriceBasis::UNSTATED_PRICES)
    {
        let text = words::PRICE_BASES.filled(&[&level_figure, &rate_figure, &a, &b]);
        return found(Verdict::Refused, text);
    }
    let by = factor(rate)?;
    if by.low.is_none_or(|low| low <= Decimal::ZERO) {
        let text = words::NO_BASE.filled(&[&level_figure, &rate_figure]);
        return found(Verdict::Refused, text);
    }
    if !matches!(
        level_figure.qualifier(),
        Qualifier::Exact | Qualifier::About
    ) {
        let text = words::BOUND_WITHOUT_BASE.filled(&[&level_figure, &rate_figure]);
        return found(Verdict::Refused, text);
    }
    let implied = Band::of_printed(level_figure)?.over(by)?;
    let currency = level_figure.currency();
    let (what, told) = match (expression, base_of(rate)) {
        (Expression::Share, _) => (words::IMPLIED_WHOLE, None),
        (Expression::PlanCompletion, _) | (_, Some(Base::Plan)) => {
            (words::IMPLIED_PLAN, planned(index, level))
        }
        (_, base) => (words::IMPLIED_BASE, earlier(index, level, base)),
    };
    let band = show_band(implied, currency);
    let text = what.filled_by(|language| {
        let band = band.in_language(language).to_owned();
        vec![level_figure.to_string(), rate_figure.to_string(), band]
    });
    let told = told.filter(|told| told.figure.is_some_and(|f| f.currency() == currency));
    match told.and_then(|told| Some((told, told.figure?, Band::of_printed(told.figure?)?))) {
        None => found(Verdict::Implies, text),
        Some((told, figure, band)) => {
            let verdict = if band.meets(implied) {
                Verdict::Holds
            } else {
                Verdict::Fails
            };
            let ids = ids.into_iter().chain([told.claim.id()]);
            let text = words::AND_PRINTED.filled_by(|language| {
                vec![text.in_language(language).to_owned(), figure.to_string()]
            });
            Some(Finding::new(Rule::RateAndLevel, verdict, ids, text))
        }
    }
}

/// The level a rate is measured against, where a claim has it: of any source.
fn earlier<'i, 'a>(
    index: &'i Index<'a>,
    level: &Quantity<'a>,
    base: Option<Base>,
) -> Option<&'i Quantity<'a>> {
    let period = level.time.period()?;
    let before = match base? {
        Base::SamePeriodLastYear => a_year_before(period)?,
        Base::PreviousYear => {
            let year = u16::try_from(period.calendar_year()?).ok()?;
            Period::of(PartialDate::year(year.checked_sub(1)?)?)?
        }
        Base::Plan | Base::Unstated => return None,
    };
    let place = place_key(level.claim.place());
    let key = (place, of(level), level.measure.code(), Time::During(before));
    index.levels.get(&key).first()
}

/// The same days of the year before; the end of February stays its end.
fn a_year_before(period: &Period) -> Option<Period> {
    let year = Months::new(12);
    let start = period.start().checked_sub_months(year)?;
    let after = period.end().succ_opt()?.checked_sub_months(year)?;
    Period::new(start, after.pred_opt()?).ok()
}

/// The plan of the year of a level.
fn planned<'i, 'a>(index: &'i Index<'a>, level: &Quantity<'a>) -> Option<&'i Quantity<'a>> {
    let year = u16::try_from(level.time.period()?.calendar_year()?).ok()?;
    let year = Period::of(PartialDate::year(year)?)?;
    let place = place_key(level.claim.place());
    let key = (place, of(level), level.measure.code(), Time::During(year));
    index.plans.get(&key).first()
}

/// Money over the number of projects it is for.
fn averages<'a>(index: &Index<'a>, group: &[Quantity<'a>], findings: &mut Vec<Finding>) {
    for money in group {
        if money.measure.basis().is_none() {
            continue;
        }
        let projects = money.measure.capital_kind().and_then(Measure::projects);
        let number = projects.and_then(|projects| {
            let told = index.told.get(&(Index::beside(money), projects.code()));
            told.first()
        });
        let Some((number, count, amount)) =
            number.and_then(|number| Some((number, number.figure?, money.figure?)))
        else {
            continue;
        };
        // A table, whose numbers have no nouns, has an average in every row and
        // nothing to hold it against.
        if amount.is_plain() || count.is_plain() {
            continue;
        }
        let average = Band::of_printed(amount)
            .zip(Band::of_printed(count))
            .and_then(|(amount, count)| amount.over(count));
        let Some(average) = average else { continue };
        findings.push(Finding::new(
            Rule::Average,
            Verdict::Implies,
            [money.claim.id(), number.claim.id()],
            words::AVERAGE.filled_by(|language| {
                let average = show_band(average, amount.currency());
                let average = average.in_language(language).to_owned();
                vec![amount.to_string(), count.to_string(), average]
            }),
        ));
    }
}

/// Balance and turnover; the growth of turnover, which is no mean of the two.
fn trade<'a>(index: &Index<'a>, group: &[Quantity<'a>]) -> Option<Finding> {
    let of = |measure: &Measure| group.iter().find(|q| q.measure == measure);
    let (exports, imports) = (of(&measures::EXPORTS)?, of(&measures::IMPORTS)?);
    let (out, into) = (exports.figure?, imports.figure?);
    if out.currency() != into.currency() || !(is_exact(out) && is_exact(into)) {
        return None;
    }
    let currency = out.currency();
    let balance = out.value()?.checked_sub(into.value()?)?;
    let turnover = Band::of_printed(out)?.plus(Band::of_printed(into)?)?;
    let nominal = out.value()?.checked_add(into.value()?)?;
    let (balance, nominal) = (show(balance, currency), show(nominal, currency));
    let mut text = words::TRADE.filled(&[&out, &into, &balance, &nominal]);
    let mut ids = vec![exports.claim.id(), imports.claim.id()];
    if let (Some(of_exports), Some(of_imports)) = (growth(index, exports), growth(index, imports))
        && base_of(of_exports) == base_of(of_imports)
        && let Some(before) = Band::of_printed(out)?.over(factor(of_exports)?)
        && let Some(before) = before.plus(Band::of_printed(into)?.over(factor(of_imports)?)?)
        && let Some(ratio) = turnover.over(before)
    {
        let percent = |end: Decimal| {
            end.checked_sub(Decimal::ONE)?
                .checked_mul(Decimal::ONE_HUNDRED)
        };
        let band = Band::between(percent(ratio.low?)?, percent(ratio.high?)?);
        let bands = [show_band(before, currency), show_band(band, None)];
        text = words::TRADE_BEFORE.filled_by(|language| {
            let all = [&text, &bands[0], &bands[1]];
            all.map(|part| part.in_language(language).to_owned()).into()
        });
        ids.extend([of_exports.claim.id(), of_imports.claim.id()]);
    }
    Some(Finding::new(Rule::Trade, Verdict::Implies, ids, text))
}

fn growth<'i, 'a>(index: &'i Index<'a>, of: &Quantity<'a>) -> Option<&'i Quantity<'a>> {
    let key = (Index::beside(of), of.measure.code(), Expression::Growth);
    index.rated.get(&key).first()
}

fn is_exact(figure: &PrintedFigure) -> bool {
    figure.qualifier() == Qualifier::Exact
}
