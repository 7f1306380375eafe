//! Which figures of a dataset contradict each other, and which cannot be put
//! together at all?
//!
//!     $ cargo run --release --example check
//!     $ cargo run --release --example check -- claims.jsonl more.csv
//!     $ cargo run --release --example check -- --all
//!
//! prints what fails and what must be refused, with `--all` also what holds and
//! what follows, with `--vietnamese` in Vietnamese. The exit status is 1 if anything fails or could not be read,
//! 2 if a file cannot be opened.
//!
//!     fails    sources  004-018, fia-2022-12-20!fia_fdi_stock_by_province.csv!C108
//!              70 dự án and 71, as of 2022-12-20

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use tinh::figures::Language;
use tinh::model::check::{Finding, Verdict, check};
use tinh_examples::{data, output};

/// Checks a dataset against itself: parts and totals, rates and levels, dates,
/// ranks, repeats.
#[derive(Debug, Parser)]
#[command(name = "check")]
struct Args {
    /// Print also what holds and what follows.
    #[arg(long)]
    all: bool,
    /// Print one JSON object a finding instead of text.
    #[arg(long)]
    json: bool,
    /// Write in Vietnamese.
    #[arg(long)]
    vietnamese: bool,
    #[command(flatten)]
    files: data::Files,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let dataset = args.files.read(data::all)?;
    let findings = check(&dataset);
    let language = match args.vietnamese {
        true => Language::Vietnamese,
        false => Language::English,
    };
    for finding in &findings {
        if args.all || matches!(finding.verdict, Verdict::Fails | Verdict::Refused) {
            if args.json {
                serde_json::to_writer(&mut *out, finding)?;
                writeln!(out)?;
            } else {
                write(finding, language, out)?;
            }
        }
    }
    let is_rejected = data::report_rejected(&dataset);
    if !args.json {
        writeln!(out, "{}", summary(&findings))?;
    }
    out.flush()?;
    let failed = findings.iter().any(|f| f.verdict == Verdict::Fails);
    Ok(if failed || is_rejected {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The verdict in colour, the rule, the claims; below it what they say.
fn write(finding: &Finding, language: Language, out: &mut impl Write) -> io::Result<()> {
    let style = match finding.verdict {
        Verdict::Holds => AnsiColor::Green.on_default(),
        Verdict::Fails => AnsiColor::Red.on_default().bold(),
        Verdict::Refused => AnsiColor::Yellow.on_default(),
        _ => Style::new().dimmed(),
    };
    writeln!(
        out,
        "{style}{:<8}{style:#} {}  {}",
        finding.verdict.code(),
        finding.rule,
        finding.claims.join(", ")
    )?;
    writeln!(out, "         {}", finding.text.in_language(language))
}

fn summary(findings: &[Finding]) -> String {
    let parts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| {
            let number = findings.iter().filter(|f| f.verdict == *verdict).count();
            format!("{number} {verdict}")
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(args: &[&str]) -> (String, ExitCode) {
        let args = Args::parse_from(["check"].iter().chain(args));
        let mut out = anstream::StripStream::new(Vec::new());
        let code = run(&args, &mut out).expect("the data");
        (String::from_utf8(out.into_inner()).expect("UTF-8"), code)
    }

    #[test]
    fn the_press_contradicts_the_official_table_twice() {
        let (text, code) = checked(&[]);
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
        let fails: Vec<&str> = text.lines().filter(|l| l.starts_with("fails")).collect();
        assert_eq!(
            fails,
            [
                "fails    sources  004-018, fia-2022-12-20!fia_fdi_stock_by_province.csv!C108",
                "fails    sources  004-019, fia-2022-12-20!fia_fdi_stock_by_province.csv!D108",
            ]
        );
        assert!(text.contains("         70 dự án and 71, as of 2022-12-20\n"));
        let (text, _) = checked(&["--vietnamese"]);
        assert!(text.contains("         70 dự án và 71, as of 2022-12-20\n"));
    }

    #[test]
    fn the_articles_alone_contradict_nothing() {
        let articles = data::path("articles.jsonl");
        let (text, code) = checked(&[articles.to_str().expect("UTF-8")]);
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::SUCCESS));
        assert!(!text.contains("fails    "));
        assert!(text.contains("refused  rate-and-level  004-013, 004-014"));
    }

    #[test]
    fn json_has_one_object_a_line() {
        let (text, _) = checked(&["--all", "--json"]);
        for line in text.lines() {
            let object: serde_json::Value = serde_json::from_str(line).expect("JSON");
            assert!(object["verdict"].is_string() && object["claims"].is_array());
        }
    }
}
