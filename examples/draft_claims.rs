//! Which claims does an article make, and on which words does each rest?
//!
//!     $ echo 'Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI, tăng 12%.' |
//!         cargo run -q --example draft_claims
//!
//! Reads files or standard input and writes one JSON object a figure: a draft
//! claim, or the reason why it is none. `start` and `end` are bytes of the file.
//! With `--jsonl` it writes a dataset of the drafts instead, which the other
//! examples read; with `--html` also a page for a person to accept, correct and
//! reject them:
//!
//!     $ cargo run -q --example draft_claims -- --html review.html article.txt

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use serde_json::{Value, json};
use tinh::articles::{Article, Draft, DraftTime, Drafts, Subject};
use tinh::model::time::PartialDate;
use tinh::model::{Dataset, Source};
use tinh::pages::Language;
use tinh::pages::review::Review;
use tinh_examples::{input, output};

/// The name messages begin with.
const PROGRAM: &str = "draft_claims";

/// Draft claims from articles, one JSON object a figure.
#[derive(Debug, Parser)]
#[command(name = PROGRAM)]
struct Args {
    /// When the article was published: a day, a month or a year; empty where
    /// that is not known.
    #[arg(long, value_name = "DATE", default_value = "")]
    published: String,
    /// Write a dataset of the drafts that are complete, marked as drafts.
    #[arg(long)]
    jsonl: bool,
    /// Also write a page on which the drafts are reviewed.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write that page in English.
    #[arg(long)]
    english: bool,
    /// The articles; standard input where none is named.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// A draft in the form that is scored.
fn scored(draft: &Draft) -> Value {
    let figure = &draft.figure;
    let value = match figure.range {
        Some((low, high)) => Some(format!("{low}..{high}")),
        None => figure.value.map(|v| v.normalize().to_string()),
    };
    let subject = draft.subject.value.as_ref().map(|subject| match subject {
        Subject::Province(id) => json!({"type": "province", "id": id}),
        Subject::Country(id) => json!({"type": "country", "id": id}),
        Subject::Organisation(id) => json!({"type": "organisation", "id": id}),
        Subject::Project(id) => json!({"type": "project", "id": id}),
    });
    let (period, as_of) = match draft.time.value {
        Some(DraftTime::During(period)) => (Some(period.to_string()), None),
        Some(DraftTime::AsOf(date)) => (None, Some(date.to_string())),
        Some(DraftTime::Publication) => (None, Some("publication".to_owned())),
        None => (None, None),
    };
    let comparisons: Vec<Value> = draft
        .comparisons
        .iter()
        .map(|c| {
            json!({"kind": c.kind, "direction": c.direction, "base": c.base,
                "start": c.span.start, "end": c.span.end,
                "value": c.value.map(|v| v.normalize().to_string())})
        })
        .collect();
    let fields = [
        &draft.subject.evidence,
        &draft.measure.evidence,
        &draft.time.evidence,
        &draft.status.evidence,
    ];
    let evidence: Vec<[usize; 2]> = fields
        .into_iter()
        .flatten()
        .map(|span| [span.start, span.end])
        .collect();
    json!({
        "start": draft.span.start, "end": draft.span.end, "printed": figure.printed,
        "value": value, "unit": figure.unit, "qualifier": figure.qualifier_code(),
        "subject": subject, "measure": draft.measure.value,
        "period": period, "as_of": as_of, "status": draft.status.value,
        "direction": draft.direction, "base": draft.base,
        "comparison": comparisons, "evidence": evidence,
        "grades": {"subject": draft.subject.grade, "measure": draft.measure.grade,
            "time": draft.time.grade, "status": draft.status.grade},
    })
}

/// Writes the drafts of an article, and the figures that are none.
fn write_drafts(drafts: &Drafts, out: &mut impl Write) -> io::Result<()> {
    for draft in &drafts.drafts {
        writeln!(out, "{}", scored(draft))?;
    }
    for event in &drafts.events {
        let parties: Vec<String> = event.parties.iter().map(ToString::to_string).collect();
        writeln!(
            out,
            "{}",
            json!({"event": event.kind, "start": event.span.start,
            "end": event.span.end, "parties": parties, "place": event.place, "date": event.date,
            "state": event.state, "same_as": event.same_as})
        )?;
    }
    for figure in &drafts.unattached {
        writeln!(
            out,
            "{}",
            json!({"unattached": true, "start": figure.span.start,
            "end": figure.span.end, "text": figure.printed, "reason": figure.reason})
        )?;
    }
    Ok(())
}

/// The article as a source, called by its file and entitled by its first line.
fn source(
    name: &str,
    text: &str,
    published: Option<PartialDate>,
    known: &mut HashSet<String>,
) -> Source {
    let stem = Path::new(name).file_stem().unwrap_or(name.as_ref());
    let stem = stem.to_string_lossy().replace(char::is_whitespace, "-");
    let mut id = stem.clone();
    let mut next = 2;
    while !known.insert(id.clone()) {
        id = format!("{stem}-{next}");
        next += 1;
    }
    let title = text.lines().map(str::trim).find(|line| !line.is_empty());
    let title = title.unwrap_or(name);
    let cut = title.char_indices().nth(120).map(|(at, _)| at);
    let title = match cut.and_then(|at| title.get(..at)) {
        Some(head) => format!("{}…", head.trim_end()),
        None => title.to_owned(),
    };
    Source {
        published,
        ..Source::new(id, title)
    }
}

/// Writes the source and the drafts that are claims; how many are not.
fn write_dataset(
    drafts: &Drafts,
    source: &Source,
    text: &str,
    out: &mut impl Write,
) -> io::Result<usize> {
    let mut data = Dataset::new();
    data.add_source(source.clone()).map_err(io::Error::other)?;
    let mut left_out = 0;
    for draft in &drafts.drafts {
        let claim = draft.claim(&source.id, source.published, text);
        match claim.map(|claim| data.add_claim(claim)) {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => left_out += 1,
        }
    }
    for (event, number) in drafts.events.iter().zip(1..) {
        let claim = event.claim(number, &source.id, source.published, text);
        match claim.map(|claim| data.add_claim(claim)) {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => left_out += 1,
        }
    }
    data.write_jsonl(out)?;
    Ok(left_out)
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let published: Option<PartialDate> = match args.published.trim() {
        "" => None,
        text => Some(text.parse().map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidInput, format!("--published: {error}"))
        })?),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut all = true;
    let language = match args.english {
        true => Language::English,
        false => Language::Vietnamese,
    };
    let mut review = Review::new(language.choose("Duyệt bản nháp", "Review of drafts"));
    let mut sources = HashSet::new();
    for input in input::inputs(&args.files, io::stdin().lock()) {
        let name = input.name().to_owned();
        let text = match input.whole() {
            Ok(text) => text,
            Err(trouble) => {
                trouble.tell(PROGRAM, &mut io::stderr());
                all = false;
                continue;
            }
        };
        let mut article = Article::new(&text);
        if let Some(date) = published {
            article = article.published(date);
        }
        match article.draft() {
            Ok(drafts) => {
                let source = source(&name, &text, published, &mut sources);
                if args.jsonl {
                    let left_out = write_dataset(&drafts, &source, &text, &mut out)?;
                    if left_out > 0 {
                        let count = drafts.drafts.len() + drafts.events.len();
                        writeln!(
                            io::stderr(),
                            "{PROGRAM}: {name}: {left_out} of {count} drafts are incomplete"
                        )?;
                    }
                } else {
                    write_drafts(&drafts, &mut out)?;
                }
                if args.html.is_some() {
                    review = review.drafts(text, &source, &drafts, language);
                }
            }
            Err(error) => {
                all = false;
                writeln!(io::stderr(), "{PROGRAM}: {name}: {error}")?;
            }
        }
    }
    out.flush()?;
    if let Some(file) = &args.html {
        let page = review.html(language).map_err(io::Error::other)?;
        std::fs::write(file, page).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", file.display()))
        })?;
    }
    Ok(if all {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}
