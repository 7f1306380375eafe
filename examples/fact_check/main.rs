//! Does what an article prints agree with what is known, and with itself?
//!
//!     $ cargo run -q --example fact_check -- article.txt
//!     $ cargo run -q --example fact_check -- --against data.jsonl --json article.txt
//!     $ cargo run -q --example fact_check -- --html review.html article.txt
//!
//! Every figure the article yields as a claim is held against the figures of a
//! dataset for the same place and measure: the official stocks of the examples
//! where none is named. A figure agrees, rounds to the other, is within its
//! bound, contradicts it (by how much), or is of another date; of most figures
//! nothing is known. Growth, shares and plans are worked out again where both
//! levels are known, from the article or the dataset; where one is, what the
//! other must be is told. The exit status is 1 where something contradicts.

mod compare;
mod recheck;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use serde_json::json;
use tinh::model::time::PartialDate;
use tinh::model::{Claim, Dataset, Source};
use tinh::pages::Language;
use tinh::pages::review::{Review, Verdict as Shown};
use tinh_examples::corpus::{self, Entry};
use tinh_examples::{data, output};

use compare::{Verdict, check, observation};

/// The name messages begin with.
const PROGRAM: &str = "fact_check";

/// The figures of articles against a dataset, and against each other.
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
    /// Also write a page on which the drafts are reviewed beside the verdicts.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write that page in English.
    #[arg(long)]
    english: bool,
    /// The articles: text files, web pages (`.html`), folders of them, JSON Lines;
    /// standard input where none is named.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Args {
    const fn language(&self) -> Language {
        if self.english {
            Language::English
        } else {
            Language::Vietnamese
        }
    }
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

/// Where the verdicts go.
struct Sink<'a, W> {
    args: &'a Args,
    known: &'a Dataset,
    out: W,
    review: Option<Review>,
    contradictions: usize,
}

impl<W: Write> Sink<'_, W> {
    fn article(&mut self, mut entry: Entry, id: &str) -> io::Result<()> {
        let args = self.args;
        if let Some(date) = &args.published {
            let read: Result<PartialDate, _> = date.parse();
            read.map_err(|error| {
                io::Error::new(io::ErrorKind::InvalidInput, format!("--published: {error}"))
            })?;
            entry.published = Some(date.clone());
        }
        let text = std::mem::replace(&mut entry.text, Ok(String::new()))?;
        let article = entry.article(&text);
        let drafts = article.draft().map_err(io::Error::other)?;
        let source: Source = article.source(id);
        let language = args.language();
        let mut review = self
            .review
            .take()
            .map(|review| review.drafts(text.as_str(), &source, &drafts, language));
        for draft in &drafts.drafts {
            let Ok(claim) = draft.claim(id, source.published, &text) else {
                continue;
            };
            let (verdict, other) = check(&claim, self.known);
            self.contradictions += usize::from(matches!(verdict, Verdict::Contradicts(_)));
            if let Some(other) = other {
                let words = format!(
                    "{} {} {}",
                    verdict.in_language(language),
                    describe(other),
                    other.source()
                );
                let shown = match verdict {
                    Verdict::Agrees | Verdict::Rounds | Verdict::WithinBound => Shown::Agrees,
                    Verdict::Contradicts(_) => Shown::Contradicts,
                    _ => Shown::Unclear,
                };
                review = review.map(|review| review.checked(claim.id(), shown, words));
            }
            if verdict == Verdict::Unknown && !args.all {
                continue;
            }
            if args.json {
                let line = json!({"file": entry.name, "start": draft.span.start,
                    "end": draft.span.end, "printed": draft.figure.printed,
                    "verdict": verdict.to_string(), "claim": describe(&claim),
                    "known": other.map(describe), "source": other.map(Claim::source)});
                writeln!(self.out, "{line}")?;
            } else {
                let known = other.map_or_else(String::new, |other| {
                    format!(" {} of {}", describe(other), other.source())
                });
                let described = describe(&claim);
                writeln!(self.out, "{}: {described} {verdict}{known}", entry.name)?;
            }
        }
        let rechecks = drafts
            .rechecks(|draft, time| recheck::known(draft, time, (&source, &text), self.known));
        for found in &rechecks {
            self.contradictions += usize::from(recheck::contradicts(found));
            recheck::write(
                found,
                &drafts,
                (&entry.name, &text),
                args.json,
                &mut self.out,
            )?;
        }
        self.review = review.map(|review| review.rechecked(id, &rechecks, language));
        Ok(())
    }
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let mut known = Dataset::new();
    if args.against.is_empty() {
        data::read_into(&mut known, &data::path("fia_fdi_stock_by_province.csv"))?;
    }
    for file in &args.against {
        data::read_into(&mut known, file)?;
    }
    let language = args.language();
    let title = language.choose("Kiểm chứng bài báo", "An article checked");
    let mut sink = Sink {
        args,
        known: &known,
        out: io::BufWriter::new(io::stdout().lock()),
        review: args.html.is_some().then(|| Review::new(title)),
        contradictions: 0,
    };
    let mut unread = 0;
    for (entry, number) in corpus::entries(&args.files).zip(1..) {
        let name = entry.name.clone();
        match sink.article(entry, &format!("article-{number}")) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Err(error),
            Err(error) => {
                unread += 1;
                writeln!(io::stderr(), "{PROGRAM}: {name}: {error}")?;
            }
        }
    }
    sink.out.flush()?;
    if let (Some(file), Some(review)) = (&args.html, &sink.review) {
        output::page(file, &review.html(language).map_err(io::Error::other)?)?;
    }
    Ok(match (sink.contradictions, unread) {
        (0, 0) => ExitCode::SUCCESS,
        (_, 0) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    })
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}
