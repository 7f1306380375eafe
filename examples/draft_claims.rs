//! Which claims does an article make, and on which words does each rest?
//!
//!     $ echo 'Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI, tăng 12%.' |
//!         cargo run -q --example draft_claims
//!
//! Reads files or standard input and writes one JSON object a figure: a draft
//! claim, or the reason why it is none. `start` and `end` are bytes of the file.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use serde_json::{Value, json};
use tinh::articles::{Article, Draft, DraftTime, Drafts, Subject};
use tinh::model::time::PartialDate;
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

fn run(args: &Args) -> io::Result<ExitCode> {
    let published: Option<PartialDate> = match args.published.trim() {
        "" => None,
        text => Some(text.parse().map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidInput, format!("--published: {error}"))
        })?),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut all = true;
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
            Ok(drafts) => write_drafts(&drafts, &mut out)?,
            Err(error) => {
                all = false;
                writeln!(io::stderr(), "{PROGRAM}: {name}: {error}")?;
            }
        }
    }
    out.flush()?;
    Ok(if all {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}
