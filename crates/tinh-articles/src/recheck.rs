//! Arithmetic on the figures of one article: growth, shares and plans worked
//! out again where both levels are known, what they imply where one is, and
//! parts added up.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use tinh_figures::Qualifier;
use tinh_model::Band;
use tinh_model::time::{PartialDate, Period};

use crate::drafts::{
    Comparison, ComparisonKind, Draft, DraftBase, DraftFigure, DraftStatus, DraftTime, Drafts,
    Trend,
};
use crate::span::Span;

/// A comparison, or a sum, worked out again.
///
/// ```
/// use tinh_articles::{Article, ComparisonKind, RecheckFinding, RecheckOf};
///
/// let text = "Xuất khẩu của tỉnh Vĩnh Long đạt 575 triệu USD trong năm 2021. \
///     Năm 2022, xuất khẩu của tỉnh đạt 793 triệu USD, tăng 57,91% so với năm 2021.";
/// let drafts = Article::new(text).draft()?;
/// let recheck = &drafts.rechecks(|_, _| None)[0];
/// assert_eq!(recheck.of, RecheckOf::Comparison(ComparisonKind::Growth));
/// assert_eq!(&text[recheck.span.start..recheck.span.end], "57,91%");
/// let RecheckFinding::Contradicts { with, .. } = &recheck.finding else { panic!() };
/// assert_eq!(with, "575 triệu USD"); // it is 37,91 %
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recheck {
    /// The [id](Draft::id) of the draft it is about.
    pub draft: usize,
    /// Whether it is a comparison, a sum or shares.
    pub of: RecheckOf,
    /// The bytes of the comparing figure; of the total of a sum.
    pub span: Span,
    /// The result.
    pub finding: RecheckFinding,
}

/// The kind of a recheck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecheckOf {
    /// The level a comparison is measured against.
    Comparison(ComparisonKind),
    /// A total from its parts.
    Sum,
    /// Shares of one whole, which make 100 %.
    Shares,
}

/// The result of a recheck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum RecheckFinding {
    /// Both levels are known, and agree with it.
    Holds {
        /// The other level, or the parts, as printed.
        with: String,
    },
    /// Both levels are known, and it is not so.
    Contradicts {
        /// The other level, or the parts, as printed.
        with: String,
        /// What the other would have to be.
        expected: Band,
    },
    /// One level is known: what the other must be.
    Implies {
        /// What the other must be.
        expected: Band,
    },
    /// The levels are at current prices and the growth at constant ones, by the
    /// practice of the statistics office: dividing them would mean nothing.
    OtherPrices,
}

/// A level that is known from elsewhere, with what it is printed as.
///
/// ```
/// use tinh_articles::{Article, KnownLevel, RecheckFinding};
/// use tinh_model::Band;
///
/// let text = "Năm 2022, xuất khẩu của tỉnh Vĩnh Long đạt 793 triệu USD, tăng 37,91% so với \
///     năm 2021.";
/// let drafts = Article::new(text).draft()?;
/// let found = drafts.rechecks(|_, _| {
///     let band = Band::between(574_500_000.into(), 575_500_000.into());
///     Some(KnownLevel { band, printed: "575 triệu USD (Niên giám 2021)".to_owned() })
/// });
/// assert!(matches!(found[0].finding, RecheckFinding::Holds { .. }));
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLevel {
    /// The range it may be in.
    pub band: Band,
    /// As printed, with its source.
    pub printed: String,
}

impl Drafts {
    /// Works comparisons, sums and shares of the article out again. `known`
    /// gives the level of the subject and measure of a draft at another time,
    /// where the caller knows it; the article's own figures count first.
    ///
    /// ```
    /// use tinh_articles::{Article, RecheckFinding};
    ///
    /// let text = "Năm 2022, xuất khẩu của tỉnh Vĩnh Long đạt 793 triệu USD, tăng 37,91% so với \
    ///     năm 2021.";
    /// let drafts = Article::new(text).draft()?;
    /// let found = drafts.rechecks(|_, _| None);
    /// let RecheckFinding::Implies { expected } = &found[0].finding else { panic!() };
    /// // 792,5 by 1,37915, and 793,5 by 1,37905.
    /// assert_eq!(expected.to_string(), "574629300.65 – 575396106.02");
    /// # Ok::<(), tinh_articles::ArticleError>(())
    /// ```
    #[must_use]
    pub fn rechecks(
        &self,
        known: impl Fn(&Draft, DraftTime) -> Option<KnownLevel>,
    ) -> Vec<Recheck> {
        let mut found = Vec::new();
        for draft in self.drafts.iter().filter(|d| d.same_as.is_none()) {
            for comparison in &draft.comparisons {
                found.extend(
                    self.comparison(draft, comparison, &known)
                        .map(|finding| Recheck {
                            draft: draft.id,
                            of: RecheckOf::Comparison(comparison.kind),
                            span: comparison.span,
                            finding,
                        }),
                );
            }
        }
        found.extend(self.sums());
        found.extend(self.shares());
        found.sort_by_key(|recheck| (recheck.span.start, recheck.draft));
        found
    }

    fn comparison(
        &self,
        draft: &Draft,
        comparison: &Comparison,
        known: impl Fn(&Draft, DraftTime) -> Option<KnownLevel>,
    ) -> Option<RecheckFinding> {
        let level = band(&draft.figure)?;
        if comparison.kind == ComparisonKind::Growth
            && draft
                .measure
                .value
                .as_deref()
                .is_some_and(is_at_current_prices)
        {
            return Some(RecheckFinding::OtherPrices);
        }
        let expected = other_level(level, comparison)?;
        let other = self.other(draft, comparison, known);
        Some(match other {
            Some(other) => {
                let with = other.printed;
                match other.band.meets(expected) {
                    true => RecheckFinding::Holds { with },
                    // `khoảng` may be further away than its digits tell.
                    false if draft.figure.qualifier == Qualifier::About => {
                        RecheckFinding::Implies { expected }
                    }
                    false => RecheckFinding::Contradicts { with, expected },
                }
            }
            None => RecheckFinding::Implies { expected },
        })
    }

    /// The level a comparison is measured against, where it is known.
    fn other(
        &self,
        draft: &Draft,
        comparison: &Comparison,
        known: impl Fn(&Draft, DraftTime) -> Option<KnownLevel>,
    ) -> Option<KnownLevel> {
        let plan = |d: &&Draft| {
            let status = d.status.value;
            d.time.value == draft.time.value
                && matches!(status, Some(DraftStatus::Target | DraftStatus::Planned))
        };
        let same = |d: &&Draft| {
            d.id != draft.id
                && d.subject.value == draft.subject.value
                && d.measure.value == draft.measure.value
        };
        let kin = || self.drafts.iter().filter(same);
        let alike = |d: &&Draft| d.dimension == draft.dimension;
        let (other, time) = match (comparison.kind, &comparison.base) {
            (ComparisonKind::PlanCompletion | ComparisonKind::ExceedsPlan, _) => {
                (kin().filter(alike).find(plan), None)
            }
            (ComparisonKind::Share, _) => {
                let whole = |d: &&Draft| Some(d.id) == draft.part_of;
                (kin().find(whole), None)
            }
            (_, Some(DraftBase::PreviousYear)) => {
                let time = earlier(draft.time.value?, 1)?;
                let at = |d: &&Draft| d.time.value == Some(time);
                (kin().filter(alike).find(at), Some(time))
            }
            (_, Some(DraftBase::Period(base))) => {
                let time = at(draft.time.value?, base)?;
                let there = |d: &&Draft| d.time.value == Some(time);
                (kin().filter(alike).find(there), Some(time))
            }
            _ => (None, None),
        };
        let printed = other.and_then(|other| {
            Some(KnownLevel {
                band: band(&other.figure)?,
                printed: other.figure.printed.clone(),
            })
        });
        printed.or_else(|| known(draft, time?))
    }

    /// Totals with two parts or more that make them up.
    fn sums(&self) -> Vec<Recheck> {
        let mut found = Vec::new();
        for (at, total) in self.drafts.iter().enumerate() {
            let parts = self.drafts.get(at + 1..).unwrap_or(&[]);
            let part = |d: &&Draft| {
                d.figure.unit == total.figure.unit
                    && d.subject.value == total.subject.value
                    && d.time.value == total.time.value
                    && d.span.start <= total.span.end + SENTENCE
            };
            let parts: Vec<&Draft> = parts.iter().take_while(part).take(MOST_PARTS).collect();
            let exact = |d: &Draft| {
                d.figure
                    .value
                    .filter(|_| d.figure.qualifier == Qualifier::Exact)
            };
            let Some(value) = exact(total).filter(|value| !value.is_zero()) else {
                continue;
            };
            let mut sum = Decimal::ZERO;
            for (count, part) in parts.iter().enumerate() {
                let Some(next) = exact(part).and_then(|v| sum.checked_add(v)) else {
                    break;
                };
                sum = next;
                if sum == value && count >= 1 && total.figure.unit != "%" {
                    let printed = parts
                        .iter()
                        .take(count + 1)
                        .map(|d| d.figure.printed.as_str());
                    found.push(Recheck {
                        draft: total.id,
                        of: RecheckOf::Sum,
                        span: total.span,
                        finding: RecheckFinding::Holds {
                            with: printed.collect::<Vec<_>>().join(" + "),
                        },
                    });
                    break;
                }
            }
        }
        found
    }

    /// Shares told one after another that make 100 %.
    fn shares(&self) -> Vec<Recheck> {
        let is_share = |d: &&Draft| {
            d.figure.unit == "%"
                && d.measure
                    .value
                    .as_deref()
                    .is_some_and(|m| m.ends_with(":share"))
        };
        let mut found = Vec::new();
        let mut run: Vec<&Draft> = Vec::new();
        let shares: Vec<&Draft> = self.drafts.iter().filter(is_share).collect();
        for share in shares {
            let near = run.last().is_none_or(|last| {
                share.span.start <= last.span.end + SENTENCE
                    && share.subject.value == last.subject.value
                    && share.time.value == last.time.value
            });
            if !near {
                run.clear();
            }
            run.push(share);
            let sum = run
                .iter()
                .try_fold(Decimal::ZERO, |sum, d| sum.checked_add(d.figure.value?));
            if let [first, _, ..] = run.as_slice()
                && sum == Some(Decimal::ONE_HUNDRED)
            {
                let printed = run.iter().map(|d| d.figure.printed.as_str());
                found.push(Recheck {
                    draft: first.id,
                    of: RecheckOf::Shares,
                    span: first.span,
                    finding: RecheckFinding::Holds {
                        with: printed.collect::<Vec<_>>().join(" + "),
                    },
                });
                run.clear();
            }
        }
        found
    }
}

/// How many bytes apart the parts of one sum are at most.
const SENTENCE: usize = 400;
/// How many parts a sum has at most.
const MOST_PARTS: usize = 8;

/// Levels of GRDP are printed at current prices, its growth at constant ones:
/// the practice of the statistics office.
fn is_at_current_prices(measure: &str) -> bool {
    measure == "grdp.unstated-prices"
}

/// What the other level must be, from a level and a comparison.
fn other_level(level: Band, comparison: &Comparison) -> Option<Band> {
    let value = comparison.value?;
    // A rate is rounded at its last digit, a whole one as well.
    let half = Decimal::try_new(5, value.scale().checked_add(1)?).ok()?;
    let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
    let percent = |v: Decimal| v.checked_div(Decimal::ONE_HUNDRED);
    let factor = |v: Decimal| match comparison.kind {
        ComparisonKind::Growth => {
            let part = percent(v)?;
            match comparison.direction {
                Some(Trend::Down) => Decimal::ONE.checked_sub(part),
                _ => Decimal::ONE.checked_add(part),
            }
        }
        ComparisonKind::ExceedsPlan => Decimal::ONE.checked_add(percent(v)?),
        ComparisonKind::Ratio | ComparisonKind::PlanCompletion | ComparisonKind::Share => {
            percent(v)
        }
        ComparisonKind::Multiple => Some(v),
        ComparisonKind::Increase => None,
    };
    let (a, b) = (factor(low)?, factor(high)?);
    let other = level.over(Band::between(a.min(b), a.max(b)))?;
    // Outwards: a bound rounded inwards is a claim nobody made.
    let round = |value: Decimal, side| value.round_dp_with_strategy(2, side).normalize();
    Some(Band {
        low: other
            .low
            .map(|low| round(low, RoundingStrategy::ToNegativeInfinity)),
        high: other
            .high
            .map(|high| round(high, RoundingStrategy::ToPositiveInfinity)),
    })
}

fn band(figure: &DraftFigure) -> Option<Band> {
    Band::of(&figure.printed.parse().ok()?)
}

/// The same time some years earlier.
fn earlier(time: DraftTime, years: u32) -> Option<DraftTime> {
    let months = chrono::Months::new(years.checked_mul(12)?);
    match time {
        DraftTime::During(period) => {
            let start = period.start().checked_sub_months(months)?;
            // To the end of the month, as February is not of one length.
            let end = period
                .end()
                .succ_opt()?
                .checked_sub_months(months)?
                .pred_opt()?;
            Period::new(start, end).ok().map(DraftTime::During)
        }
        DraftTime::AsOf(date) => {
            let day = date.full()?.checked_sub_months(months)?;
            PartialDate::day(day).map(DraftTime::AsOf)
        }
        DraftTime::Publication => None,
    }
}

/// The time of a printed base: of a year, the same part of it.
fn at(time: DraftTime, base: &str) -> Option<DraftTime> {
    let DraftTime::During(period) = time else {
        return None;
    };
    let year = chrono::Datelike::year(&period.start());
    if let Ok(base) = base.parse::<i32>() {
        return earlier(time, u32::try_from(year.checked_sub(base)?).ok()?);
    }
    base.parse().ok().map(DraftTime::During)
}
