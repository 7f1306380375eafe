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
//!
//! `--highlight` shows the text in colours. A folder or a corpus in JSON Lines
//! is worked on by all cores, in order; an article that cannot be read is named
//! and the rest goes on.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use indicatif::ProgressBar;
use serde_json::{Value, json};
use tinh::articles::{Draft, DraftTime, Drafts, MarkedAs, Subject, TextMark};
use tinh::model::time::PartialDate;
use tinh::model::{Dataset, Source};
use tinh::pages::Language;
use tinh::pages::review::Review;
use tinh_examples::corpus::{self, Entry};
use tinh_examples::output;

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
    /// Write the article with its figures, places, dates and names coloured.
    #[arg(long, conflicts_with = "jsonl")]
    highlight: bool,
    /// Also write a page on which the drafts are reviewed.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write that page in English.
    #[arg(long)]
    english: bool,
    /// The articles: text files, web pages (`.html`), folders of them, or JSON
    /// Lines with `text` and, where known, `id`, `published`, `publisher` and
    /// `address`; standard input where none is named.
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
        "dimension": draft.dimension.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
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
            "state": event.state, "same_as": event.same_as, "amount": event.amount})
        )?;
    }
    for figure in &drafts.unattached {
        writeln!(
            out,
            "{}",
            json!({"unattached": true, "start": figure.span.start,
            "end": figure.span.end, "text": figure.printed, "reason": figure.reason.to_string()})
        )?;
    }
    Ok(())
}

/// The id of an article: its file, told apart from another of the same name.
fn id(name: &str, known: &mut HashSet<String>) -> String {
    let stem = Path::new(name).file_stem().unwrap_or(name.as_ref());
    let stem = stem.to_string_lossy().replace(char::is_whitespace, "-");
    let mut id = stem.clone();
    let mut next = 2;
    while !known.insert(id.clone()) {
        id = format!("{stem}-{next}");
        next += 1;
    }
    id
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
        // Comparisons the model cannot hold are left to the page.
        for place in 0..draft.comparisons.len() {
            let claim = draft.comparison_claim(place, &source.id, source.published, text);
            match claim.map(|claim| claim.map(|claim| data.add_claim(claim))) {
                Some(Ok(Ok(()))) | None => {}
                Some(Ok(Err(_)) | Err(_)) => left_out += 1,
            }
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

/// An article that was drafted, or why it was not.
struct Drafted {
    name: String,
    text: String,
    drafts: Result<(Source, Drafts), String>,
}

fn draft(mut entry: Entry, published: Option<PartialDate>) -> Drafted {
    if let Some(date) = published {
        entry.published = Some(date.to_string());
    }
    let drafts = match &entry.text {
        Ok(text) => {
            let article = entry.article(text);
            let drafts = article.draft().map_err(|error| error.to_string());
            // The id is known when all articles before it are.
            drafts.map(|drafts| (article.source(&entry.name), drafts))
        }
        Err(error) => Err(error.to_string()),
    };
    Drafted {
        name: entry.name,
        text: entry.text.unwrap_or_default(),
        drafts,
    }
}

/// Where the drafts go, article by article.
struct Sink<'a, W> {
    args: &'a Args,
    out: W,
    review: Option<Review>,
    language: Language,
    sources: HashSet<String>,
    all: bool,
}

impl<W: Write> Sink<'_, W> {
    fn take(&mut self, article: Drafted) -> io::Result<()> {
        let Drafted { name, text, drafts } = article;
        let (mut source, drafts) = match drafts {
            Ok(found) => found,
            Err(error) => {
                self.all = false;
                return writeln!(io::stderr(), "{PROGRAM}: {name}: {error}");
            }
        };
        source.id = id(&name, &mut self.sources);
        match (self.args.jsonl, self.args.highlight) {
            (true, _) => {
                let left_out = write_dataset(&drafts, &source, &text, &mut self.out)?;
                let count = drafts.drafts.len() + drafts.events.len();
                if left_out > 0 {
                    writeln!(
                        io::stderr(),
                        "{PROGRAM}: {name}: {left_out} of {count} drafts are incomplete"
                    )?;
                }
            }
            (false, true) => highlight(&text, &drafts, &mut self.out)?,
            (false, false) => write_drafts(&drafts, &mut self.out)?,
        }
        if let Some(review) = self.review.take() {
            let rechecks = drafts.rechecks(|_, _| None);
            let review = review.drafts(text, &source, &drafts, self.language);
            self.review = Some(review.rechecked(&source.id, &rechecks, self.language));
        }
        Ok(())
    }
}

/// The text with its figures, places, dates and names marked: a figure that is
/// a draft in green, one that is none in yellow.
fn highlight(text: &str, drafts: &Drafts, out: &mut impl Write) -> io::Result<()> {
    let plain = Style::new();
    let none: HashSet<_> = drafts.unattached.iter().map(|u| u.span).collect();
    let style = |mark: &TextMark| match mark.kind {
        MarkedAs::Figure if none.contains(&mark.span) => AnsiColor::Yellow.on_default(),
        MarkedAs::Figure => AnsiColor::Green.on_default().bold(),
        MarkedAs::Place => AnsiColor::Cyan.on_default(),
        MarkedAs::Date => AnsiColor::Magenta.on_default(),
        MarkedAs::Name => plain.underline(),
    };
    let mut at = 0;
    for mark in &drafts.marks {
        // A name may hold a place: the first mark is shown.
        let (Some(before), Some(marked)) = (
            text.get(at..mark.span.start),
            text.get(mark.span.start..mark.span.end),
        ) else {
            continue;
        };
        let style = style(mark);
        write!(out, "{before}{style}{marked}{style:#}")?;
        at = mark.span.end;
    }
    writeln!(out, "{}", text.get(at..).unwrap_or("").trim_end())
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let published: Option<PartialDate> = match args.published.trim() {
        "" => None,
        text => Some(text.parse().map_err(|error| {
            io::Error::new(io::ErrorKind::InvalidInput, format!("--published: {error}"))
        })?),
    };
    let language = match args.english {
        true => Language::English,
        false => Language::Vietnamese,
    };
    let title = language.choose("Duyệt bản nháp", "Review of drafts");
    let mut sink = Sink {
        args,
        out: io::BufWriter::new(anstream::AutoStream::auto(io::stdout().lock())),
        review: args.html.is_some().then(|| Review::new(title)),
        language,
        sources: HashSet::new(),
        all: true,
    };
    // A bar on a terminal, and only where there is more than a file or two.
    let progress = match args
        .files
        .iter()
        .any(|file| file.is_dir() || file.extension().is_some_and(|end| end == "jsonl"))
    {
        true => ProgressBar::new_spinner().with_message("articles"),
        false => ProgressBar::hidden(),
    };
    corpus::each_in_order(
        corpus::entries(&args.files),
        |entry| draft(entry, published),
        |article| {
            progress.inc(1);
            sink.take(article)
        },
    )?;
    progress.finish_and_clear();
    sink.out.flush()?;
    if let (Some(file), Some(review)) = (&args.html, &sink.review) {
        output::page(file, &review.html(language).map_err(io::Error::other)?)?;
    }
    Ok(if sink.all {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tinh::articles::Article;

    #[test]
    fn marks_are_coloured() {
        let text = "Năm 2019, Bắc Ninh thu hút 150 dự án FDI, đứng thứ 3.";
        let drafts = Article::new(text).draft().unwrap();
        let mut out = Vec::new();
        highlight(text, &drafts, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let (green, yellow) = (
            AnsiColor::Green.on_default().bold(),
            AnsiColor::Yellow.on_default(),
        );
        assert!(
            out.contains(&format!("{green}150{green:#} dự án")),
            "{out:?}"
        );
        assert!(out.contains(&format!("{yellow}3{yellow:#}")), "{out:?}");
        assert_eq!(
            anstream::adapter::strip_str(&out).to_string().trim_end(),
            text
        );
    }

    #[test]
    fn a_date_of_the_corpus_counts_where_none_is_given() {
        let text = "Đến ngày 20/3, tỉnh Bắc Ninh có 150 dự án FDI còn hiệu lực.";
        let entry = |published: Option<&str>| Entry {
            published: published.map(str::to_owned),
            ..Entry::new("x", Ok(text.to_owned()))
        };
        let found = draft(entry(Some("2021-04-01")), None).drafts.unwrap().1;
        assert_eq!(
            found.drafts[0].time.value,
            Some(DraftTime::AsOf("2021-03-20".parse().unwrap()))
        );
        let found = draft(entry(Some("2021-04-01")), "2022".parse().ok())
            .drafts
            .unwrap()
            .1;
        assert_eq!(
            found.drafts[0].time.value,
            Some(DraftTime::AsOf("2022-03-20".parse().unwrap()))
        );
    }
}
