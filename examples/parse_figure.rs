//! What does one phrase say, and if nothing, why?
//!
//! Each line of the files or of standard input is one phrase; each answer one
//! line of JSON: the figure, or `{"error", "start", "end"}`.
//!
//!     $ printf 'gần 50 tổ chức\n14,65 tỉ đồ\n' | cargo run -q --example parse_figure
//!     {"start":6,"end":8,"text":"50","kind":"number","value":"50","lower":null,"upper":"50","qualifier":"almost","qualifier_text":"gần","currency":null,"noun":"tổ chức","alternative":null}
//!     {"error":"unknown currency or unit \"đồ\" at bytes 11..16","start":11,"end":16}

use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use serde::Serialize;
use tinh::figures::{self, Accents, Currency, DecimalMark};

/// Reads one figure a line.
#[derive(Parser)]
struct Options {
    /// Read digits the English way where both conventions could.
    #[arg(long)]
    english: bool,
    /// Refuse digits both conventions could read.
    #[arg(long, conflicts_with = "english")]
    strict: bool,
    /// Also read words typed without accents.
    #[arg(long)]
    unaccented: bool,
    /// The currency of a number without one: a code of ISO 4217.
    #[arg(long)]
    currency: Option<Currency>,
    /// The phrases; standard input where no file is named.
    files: Vec<PathBuf>,
}

impl Options {
    fn parser(&self) -> figures::Parser {
        let mut parser = figures::Parser::new().default_currency(self.currency);
        if self.english {
            parser = parser.decimal_mark(DecimalMark::Dot);
        }
        if self.strict {
            parser = parser.decimal_mark(DecimalMark::Either);
        }
        if self.unaccented {
            parser = parser.accents(Accents::Optional);
        }
        parser
    }
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of the pipe has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "parse_figure: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> io::Result<()> {
    let parser = options.parser();
    let mut out = io::stdout().lock();
    let mut answer_all = |lines: &mut dyn BufRead| -> io::Result<()> {
        for line in lines.lines() {
            writeln!(out, "{}", answer(&parser, &line?))?;
        }
        out.flush()
    };
    if options.files.is_empty() {
        answer_all(&mut io::stdin().lock())?;
    }
    for file in &options.files {
        let opened = std::fs::File::open(file)
            .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
        answer_all(&mut BufReader::new(opened))?;
    }
    Ok(())
}

/// What is wrong with a phrase, in bytes of it.
#[derive(Serialize)]
struct Fault {
    error: String,
    start: usize,
    end: usize,
}

/// The figure of a phrase, or what is wrong with it, as JSON.
fn answer(parser: &figures::Parser, phrase: &str) -> String {
    let object = match parser.parse(phrase) {
        Ok(m) => serde_json::to_string(&m),
        Err(error) => serde_json::to_string(&Fault {
            error: error.to_string(),
            start: error.span().start,
            end: error.span().end,
        }),
    };
    object.unwrap_or_else(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_or_an_error() {
        let parser = figures::Parser::new();
        assert_eq!(
            answer(&parser, "gần 50 tổ chức"),
            concat!(
                r#"{"start":6,"end":8,"text":"50","kind":"number","value":"50","lower":null,"upper":"50","#,
                r#""qualifier":"almost","qualifier_text":"gần","currency":null,"noun":"tổ chức","alternative":null}"#
            )
        );
        assert_eq!(
            answer(&parser, "14,65 tỉ đồ"),
            r#"{"error":"unknown currency or unit \"đồ\" at bytes 11..16","start":11,"end":16}"#
        );
    }
}
