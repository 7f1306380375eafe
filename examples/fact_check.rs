//! Does what an article prints agree with what is known?
//!
//!     $ cargo run -q --example fact_check -- article.txt
//!     $ cargo run -q --example fact_check -- --against data.jsonl --json article.txt
//!
//! Every figure the article yields as a claim is held against the figures of a
//! dataset for the same place and measure: the official stocks of the examples
//! where none is named. A figure agrees, rounds to the other, is within its
//! bound, contradicts it (by how much), or is of another date; of most figures
//! nothing is known. The exit status is 1 where something contradicts.

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use rust_decimal::Decimal;
use serde_json::json;
use tinh::articles::Article;
use tinh::figures::Figure;
use tinh::model::entity::Observation;
use tinh::model::time::{PartialDate, Time};
use tinh::model::{Claim, Dataset, Statement};
use tinh_examples::corpus::{self, Entry};
use tinh_examples::{data, output};

/// The name messages begin with.
const PROGRAM: &str = "fact_check";

/// The figures of articles against a dataset.
#[derive(Debug, Parser)]
#[command(name = PROGRAM)]
struct Args {
    /// When the article was published: a day, a month or a year.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// Datasets or tables to hold it against.
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,
    /// Print one JSON object a figure.
    #[arg(long)]
    json: bool,
    /// Print also the figures of which nothing is known.
    #[arg(long)]
    all: bool,
    /// The articles; standard input where none is named.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How a figure stands to another of the same place and measure.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
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

fn observation(claim: &Claim) -> Option<&Observation> {
    match claim.statement() {
        Statement::Observation(observation) => Some(observation),
        _ => None,
    }
}

/// Half a unit of the last digit printed, in base units.
fn half_digit(figure: &Figure) -> Decimal {
    let written = figure.written();
    let significand = written.significand();
    let digit = Decimal::new(5, significand.scale() + 1);
    let value = figure.value().unwrap_or_default();
    if significand.is_zero() {
        return digit;
    }
    value
        .checked_div(significand)
        .and_then(|scale| digit.checked_mul(scale))
        .unwrap_or(digit)
        .abs()
}

/// How two figures of the same time stand.
fn compare(own: &Figure, known: &Figure) -> Option<Verdict> {
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
    let apart = a.checked_sub(b)?.abs();
    if apart <= half_digit(own).max(half_digit(known)) {
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
fn check<'d>(claim: &Claim, known: &'d Dataset) -> (Verdict, Option<&'d Claim>) {
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

fn describe(claim: &Claim) -> String {
    let observed = observation(claim);
    let printed = observed.map_or("", |o| o.figure.text());
    let measure = observed.map_or_else(String::new, |o| o.measure.to_string());
    format!(
        "{printed} ({}, {measure}, {})",
        claim.place().name(),
        claim.time()
    )
}

/// Writes the verdicts on one article; how many contradict.
fn check_article(
    entry: Entry,
    args: &Args,
    known: &Dataset,
    out: &mut impl Write,
) -> io::Result<usize> {
    let text = entry.text?;
    let published = args.published.as_ref().or(entry.published.as_ref());
    let published: Option<PartialDate> = match published {
        Some(date) => Some(date.parse().map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidInput, format!("--published: {error}"))
        })?),
        None => None,
    };
    let article = Article::new(&text);
    let article = published.map_or(article.clone(), |date| article.published(date));
    let drafts = article.draft().map_err(io::Error::other)?;
    let mut contradictions = 0;
    for draft in &drafts.drafts {
        let Ok(claim) = draft.claim("article", published, &text) else {
            continue;
        };
        let (verdict, other) = check(&claim, known);
        contradictions += usize::from(matches!(verdict, Verdict::Contradicts(_)));
        if verdict == Verdict::Unknown && !args.all {
            continue;
        }
        if args.json {
            let line = json!({"file": entry.name, "start": draft.span.start, "end": draft.span.end,
                "printed": draft.figure.printed, "verdict": verdict.to_string(),
                "claim": describe(&claim), "known": other.map(describe),
                "source": other.map(Claim::source)});
            writeln!(out, "{line}")?;
        } else {
            let known = other.map_or_else(String::new, |other| {
                format!(" {} of {}", describe(other), other.source())
            });
            writeln!(out, "{}: {} {verdict}{known}", entry.name, describe(&claim))?;
        }
    }
    Ok(contradictions)
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let mut known = Dataset::new();
    if args.against.is_empty() {
        data::read_into(&mut known, &data::path("fia_fdi_stock_by_province.csv"))?;
    }
    for file in &args.against {
        data::read_into(&mut known, file)?;
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut contradictions, mut unread) = (0, 0);
    for entry in corpus::entries(&args.files) {
        let name = entry.name.clone();
        match check_article(entry, args, &known, &mut out) {
            Ok(found) => contradictions += found,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Err(error),
            Err(error) => {
                unread += 1;
                writeln!(io::stderr(), "{PROGRAM}: {name}: {error}")?;
            }
        }
    }
    out.flush()?;
    Ok(match (contradictions, unread) {
        (0, 0) => ExitCode::SUCCESS,
        (_, 0) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    })
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests {
    use super::*;

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
