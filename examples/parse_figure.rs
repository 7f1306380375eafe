//! What does one phrase say, and if nothing, why?
//!
//! Each line of the files or of standard input is one phrase; each answer one
//! line of JSON: the figure, or `{"error", "start", "end"}`. Offsets are bytes of
//! the line, without a byte order mark before the first.
//!
//! A file that cannot be read, and a line that is not UTF-8, are told on standard
//! error too and what follows is read; the exit status is then 1.
//!
//!     $ printf 'gần 50 tổ chức\n14,65 tỉ đồ\n' | cargo run -q --example parse_figure
//!     {"start":6,"end":8,"text":"50","kind":"number","value":"50","lower":null,"upper":"50","qualifier":"almost","qualifier_text":"gần","currency":null,"noun":"tổ chức","per":null,"of":null,"ratio":null,"alternative":null}
//!     {"error":"unknown currency or unit \"đồ\" at bytes 11..16","start":11,"end":16}

use std::io::{self, BufRead, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use serde::Serialize;
use tinh::figures::{self, Accents, Currency, DecimalMark};
use tinh_examples::{input, output};

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
    let (stdin, mut out) = (io::stdin().lock(), io::stdout().lock());
    let all_read = run(&Options::parse(), stdin, &mut out, &mut io::stderr());
    output::after_telling(PROGRAM, all_read)
}

const PROGRAM: &str = "parse_figure";

/// Answers every line; whether all could be read.
fn run(
    options: &Options,
    stdin: impl BufRead,
    out: &mut impl Write,
    err: &mut impl Write,
) -> io::Result<bool> {
    input::answer_lines(
        PROGRAM,
        input::inputs(&options.files, stdin),
        out,
        err,
        |phrase| Ok(answer(options, phrase)),
        |trouble| refusal(trouble.what(), trouble.span()),
    )
}

/// The figure of a phrase, or what is wrong with it, as JSON.
fn answer(options: &Options, phrase: &str) -> String {
    let parser = options.parser();
    match parser.parse(phrase) {
        Ok(m) => serde_json::to_string(&m).unwrap_or_else(|error| error.to_string()),
        Err(error) => refusal(&error.to_string(), error.span()),
    }
}

/// What is wrong with a phrase, in bytes of it.
#[derive(Serialize)]
struct Fault {
    error: String,
    start: usize,
    end: usize,
}

fn refusal(what: &str, span: Range<usize>) -> String {
    let fault = Fault {
        error: input::shown(what),
        start: span.start,
        end: span.end,
    };
    serde_json::to_string(&fault).unwrap_or_else(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIFTY: &str = concat!(
        r#"{"start":6,"end":8,"text":"50","kind":"number","value":"50","lower":null,"upper":"50","#,
        r#""qualifier":"almost","qualifier_text":"gần","currency":null,"noun":"tổ chức","per":null,"of":null,"ratio":null,"alternative":null}"#,
        "\n"
    );

    /// Runs the program; its status, output and messages.
    fn ran(arguments: &[&str], stdin: &[u8]) -> (bool, String, String) {
        let options = Options::parse_from([PROGRAM].iter().chain(arguments));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let all_read = run(&options, stdin, &mut out, &mut err).unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (all_read, text(out), text(err))
    }

    #[test]
    fn a_figure_or_an_error() {
        let (all_read, lines, told) = ran(&[], "gần 50 tổ chức\r\n14,65 tỉ đồ".as_bytes());
        let error =
            r#"{"error":"unknown currency or unit \"đồ\" at bytes 11..16","start":11,"end":16}"#;
        assert_eq!(lines, format!("{FIFTY}{error}\n"));
        // A phrase that is no figure is an answer like any other.
        assert_eq!((all_read, &*told), (true, ""));
    }

    #[test]
    fn a_mark_is_no_text() {
        let (_, lines, _) = ran(&[], "\u{feff}gần 50 tổ chức\n".as_bytes());
        assert_eq!(lines, FIFTY);
        // In the second line it is one, and can be seen.
        let (_, lines, _) = ran(&[], "5\n\u{feff}5\u{1b}\n".as_bytes());
        assert_eq!(
            lines.lines().nth(1),
            Some(r#"{"error":"unexpected text \"\\u{feff}\" at bytes 0..3","start":0,"end":3}"#)
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        let file = std::env::temp_dir().join(format!("parse_figure-{}.txt", std::process::id()));
        std::fs::write(
            &file,
            b"n\xe3m\ng\xe1\xba\xa7n 50 t\xe1\xbb\x95 ch\xe1\xbb\xa9c\n",
        )
        .unwrap();
        let (good, folder) = (file.to_str().unwrap(), env!("CARGO_MANIFEST_DIR"));
        let (all_read, lines, told) = ran(&[folder, "no\u{1b}where", good], b"");
        std::fs::remove_file(&file).unwrap();
        let error = r#"{"error":"invalid UTF-8 at byte 1 of the line","start":1,"end":2}"#;
        assert_eq!(lines, format!("{error}\n{FIFTY}"));
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told.len(), 3, "{told:?}");
        // What follows the name is the system's own wording.
        assert!(
            told[0].starts_with(&format!("parse_figure: {folder}: ")),
            "{told:?}"
        );
        assert!(
            told[1].starts_with("parse_figure: no\\u{1b}where: "),
            "{told:?}"
        );
        assert_eq!(
            told[2],
            format!("parse_figure: {good}:1: invalid UTF-8 at byte 1 of the line")
        );
        assert!(!all_read);
    }

    #[test]
    fn strict_refuses_two_readings() {
        let strict = Options::parse_from([PROGRAM, "--strict"]);
        let refused = |phrase: &str| {
            let object: serde_json::Value = serde_json::from_str(&answer(&strict, phrase)).unwrap();
            object["error"].as_str().map(str::to_owned)
        };
        let why = "can be read with a decimal mark or with a grouping mark";
        for (phrase, text, span) in [
            ("1.200", "1.200", "0..5"),
            ("1.200 - 1.500", "1.200 - 1.500", "0..13"),
            ("từ 1.200 đến 1.500 USD", "1.200 đến 1.500 USD", "5..27"),
            (
                "1.200 USD đến 1.500 USD",
                "1.200 USD đến 1.500 USD",
                "0..26",
            ),
            ("1.200 đến 1.600,5", "1.200 đến 1.600,5", "0..20"),
            ("0,5-1.200%", "0,5-1.200%", "0..10"),
            // Each end is judged alone, though 500 to 1.2 descends.
            ("500 - 1.200 USD", "500 - 1.200 USD", "0..15"),
        ] {
            let expected = format!("\"{text}\" {why} at bytes {span}");
            assert_eq!(refused(phrase), Some(expected), "{phrase}");
        }
        // Only one reading of these is possible.
        for phrase in ["1.200 tỷ 300 triệu", "3,5-5 triệu", "1.200,5 - 1.500,5"] {
            assert_eq!(refused(phrase), None, "{phrase}");
        }
        // Without the flag the convention decides.
        assert!(
            answer(&Options::parse_from([PROGRAM]), "1.200 - 1.500").contains(r#""lower":"1200""#)
        );
    }
}
