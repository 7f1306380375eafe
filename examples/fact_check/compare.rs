//! How a figure of an article stands to one that is known.

use std::fmt;

use rust_decimal::Decimal;
use tinh::figures::Figure;
use tinh::model::entity::Observation;
use tinh::model::time::Time;
use tinh::model::{Band, Claim, Dataset, Statement};
use tinh::pages::Language;

/// How a figure stands to another of the same place and measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The same value at the same time.
    Agrees,
    /// The same value, printed with fewer digits.
    Rounds,
    /// A bound (`trên 24 tỷ USD`) that holds.
    WithinBound,
    /// Another value at the same time; by how many percent of the known one.
    Contradicts(Option<Decimal>),
    /// The article's is of an earlier date.
    Older,
    /// The article's is of a later date.
    Newer,
    /// Nothing is known of this place and measure.
    Unknown,
}

impl Verdict {
    /// The verdict in words of a language, before the other figure.
    pub(crate) fn in_language(&self, language: Language) -> String {
        let vietnamese = match self {
            Self::Agrees => "khớp với",
            Self::Rounds => "làm tròn thì khớp với",
            Self::WithinBound => "nằm trong giới hạn so với",
            Self::Contradicts(None) => "trái với",
            Self::Contradicts(Some(percent)) => {
                return format!(
                    "{} ({percent:+}%)",
                    language.choose("trái với", "contradicts")
                );
            }
            Self::Older => "cũ hơn",
            Self::Newer => "mới hơn",
            Self::Unknown => "không có gì để so",
        };
        match language {
            Language::English => self.to_string(),
            _ => vietnamese.to_owned(),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Agrees => "agrees with",
            Self::Rounds => "rounds to",
            Self::WithinBound => "is within its bound beside",
            Self::Contradicts(None) => "contradicts",
            Self::Contradicts(Some(percent)) => return write!(f, "contradicts ({percent:+}%)"),
            Self::Older => "is older than",
            Self::Newer => "is newer than",
            Self::Unknown => "has nothing to compare with",
        })
    }
}

pub(crate) fn observation(claim: &Claim) -> Option<&Observation> {
    match claim.statement() {
        Statement::Observation(observation) => Some(observation),
        _ => None,
    }
}

/// How two figures of the same time stand.
pub(crate) fn compare(own: &Figure, known: &Figure) -> Option<Verdict> {
    let (a, b) = (own.value()?, known.value()?);
    if own.kind() != known.kind() || own.currency() != known.currency() {
        return None;
    }
    if a == b {
        return Some(Verdict::Agrees);
    }
    let (low, high) = (own.lower(), own.upper());
    let bounded = low.is_some() != high.is_some();
    if bounded && low.is_none_or(|low| low <= b) && high.is_none_or(|high| b <= high) {
        return Some(Verdict::WithinBound);
    }
    let rounds = |figure: &Figure, value| {
        let band = Band::of(figure).filter(|band| band.low.is_some() && band.high.is_some());
        band.is_some_and(|band| band.contains(value))
    };
    if rounds(own, b) || rounds(known, a) {
        return Some(Verdict::Rounds);
    }
    let percent = a
        .checked_sub(b)?
        .checked_div(b)
        .and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
    Some(Verdict::Contradicts(
        percent.map(|p| p.round_dp(1).normalize()),
    ))
}

/// Whether two times are the same, or which is earlier; none where they are of
/// different kinds.
fn order(own: &Time, known: &Time) -> Option<std::cmp::Ordering> {
    match (own, known) {
        (Time::AsOf(a), Time::AsOf(b)) => {
            let (a, b) = (a.date(), b.date());
            let same = a.last_day() >= b.first_day() && b.last_day() >= a.first_day();
            Some(if same {
                std::cmp::Ordering::Equal
            } else {
                a.last_day().cmp(&b.last_day())
            })
        }
        (Time::During(a), Time::During(b)) if a == b => Some(std::cmp::Ordering::Equal),
        _ => None,
    }
}

/// The verdict on a claim, and the claim it rests on.
pub(crate) fn check<'d>(claim: &Claim, known: &'d Dataset) -> (Verdict, Option<&'d Claim>) {
    let Some(own) = observation(claim) else {
        return (Verdict::Unknown, None);
    };
    let mut nearest: Option<(i64, Verdict, &Claim)> = None;
    for other in known.claims() {
        let Some(observed) = observation(other) else {
            continue;
        };
        let whole = observed.partner == own.partner
            && observed.sector == own.sector
            && observed.scope == own.scope;
        if observed.measure != own.measure || other.place().id() != claim.place().id() || !whole {
            continue;
        }
        let Some(order) = order(claim.time(), other.time()) else {
            continue;
        };
        let verdict = match order {
            std::cmp::Ordering::Less => Verdict::Older,
            std::cmp::Ordering::Greater => Verdict::Newer,
            std::cmp::Ordering::Equal => {
                let figures = own.figure.reading().zip(observed.figure.reading());
                let Some(verdict) = figures.and_then(|(a, b)| compare(&a, &b)) else {
                    continue;
                };
                verdict
            }
        };
        let days = claim.time().last_day().zip(other.time().last_day());
        let days = days.map_or(i64::MAX, |(a, b)| (a - b).num_days().abs());
        // At the same time before any other; then the nearest.
        let far = if order.is_eq() { 0 } else { days.max(1) };
        if nearest.as_ref().is_none_or(|n| far < n.0) {
            nearest = Some((far, verdict, other));
        }
    }
    nearest.map_or((Verdict::Unknown, None), |(_, verdict, other)| {
        (verdict, Some(other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tinh::articles::Article;

    #[track_caller]
    fn figures(own: &str, known: &str) -> Option<Verdict> {
        compare(&own.parse().unwrap(), &known.parse().unwrap())
    }

    #[test]
    fn figures_of_one_time() {
        assert_eq!(
            figures("14,65 tỷ USD", "14.650 triệu USD"),
            Some(Verdict::Agrees)
        );
        assert_eq!(
            figures("14,65 tỷ USD", "14.648,3 triệu USD"),
            Some(Verdict::Rounds)
        );
        assert_eq!(
            figures("trên 24 tỷ USD", "24,3 tỷ USD"),
            Some(Verdict::WithinBound)
        );
        assert_eq!(
            figures("trên 24 tỷ USD", "23 tỷ USD"),
            Some(Verdict::Contradicts("4.3".parse().ok()))
        );
        assert_eq!(
            figures("161 dự án", "160 dự án"),
            Some(Verdict::Contradicts("0.6".parse().ok()))
        );
        assert_eq!(figures("5 tỷ đồng", "5 tỷ USD"), None);
    }

    #[test]
    fn an_article_against_the_official_stocks() {
        let known = r#"{"type":"source","id":"fia","title":"FDI by province"}
{"type":"observation","id":"a","source":"fia","place":"Bắc Ninh","as_of":"2022-12-20","measure":"fdi.projects","figure":1800}
{"type":"observation","id":"b","source":"fia","place":"Bắc Ninh","as_of":"2023-12-20","measure":"fdi.projects","figure":2000}"#;
        let mut data = Dataset::new();
        data.read_jsonl(known.as_bytes(), "fia.jsonl").unwrap();
        let verdict = |text: &str| {
            let drafts = Article::new(text).draft().unwrap().drafts;
            let claim = drafts[0].claim("x", None, text).unwrap();
            let (verdict, other) = check(&claim, &data);
            (verdict, other.map(|c| c.id().to_owned()))
        };
        let text = |date: &str, count: &str| {
            format!("Tính đến ngày {date}, tỉnh Bắc Ninh có {count} dự án FDI còn hiệu lực.")
        };
        assert_eq!(
            verdict(&text("20/12/2022", "1.800")),
            (Verdict::Agrees, Some("a".to_owned()))
        );
        assert_eq!(
            verdict(&text("20/12/2022", "1.900")),
            (
                Verdict::Contradicts("5.6".parse().ok()),
                Some("a".to_owned())
            )
        );
        assert_eq!(
            verdict(&text("20/8/2023", "1.900")),
            (Verdict::Older, Some("b".to_owned()))
        );
        assert_eq!(
            verdict(&text("20/6/2024", "2.100")),
            (Verdict::Newer, Some("b".to_owned()))
        );
    }
}
