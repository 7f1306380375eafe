//! Which figures does a Vietnamese text contain, and what do they say?
//!
//! Text from files or standard input; one JSON object a figure, offsets in
//! bytes. With `--highlight`, the text with its figures coloured and their
//! values under them.
//!
//!     $ echo '853 dự án, vốn trên 24,5 tỷ USD' | cargo run -q --example read_figures
//!     {"start":0,"end":3,"text":"853","kind":"number","value":"853","lower":"853","upper":"853","qualifier":"exact","qualifier_text":null,"currency":null,"noun":"dự án","alternative":null}
//!     {"start":26,"end":39,"text":"24,5 tỷ USD","kind":"money","value":"24500000000","lower":"24500000000","upper":null,"qualifier":"more_than","qualifier_text":"trên","currency":"USD","noun":null,"alternative":null}

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use tinh::figures::{self, Accents, DecimalMark, Match, Spoken};

/// Finds the figures of Vietnamese texts.
#[derive(Parser)]
struct Options {
    /// Show the text with its figures coloured and their values under them.
    #[arg(long)]
    highlight: bool,
    /// Read digits the English way where both conventions could.
    #[arg(long)]
    english: bool,
    /// Also read words typed without accents.
    #[arg(long)]
    unaccented: bool,
    /// Leave numbers in words alone.
    #[arg(long)]
    digits_only: bool,
    /// The width of the highlighted text.
    #[arg(long, default_value_t = 100)]
    width: usize,
    /// The texts; standard input where none is named.
    files: Vec<PathBuf>,
}

impl Options {
    fn parser(&self) -> figures::Parser {
        let mut parser = figures::Parser::new();
        if self.english {
            parser = parser.decimal_mark(DecimalMark::Dot);
        }
        if self.unaccented {
            parser = parser.accents(Accents::Optional);
        }
        if self.digits_only {
            parser = parser.spoken(Spoken::Off);
        }
        parser
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of the pipe has seen enough: `read_figures … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "read_figures: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> io::Result<()> {
    let mut texts = Vec::new();
    if options.files.is_empty() {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        texts.push(text);
    }
    for file in &options.files {
        let text = std::fs::read_to_string(file)
            .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
        texts.push(text);
    }
    let mut out = anstream::stdout().lock();
    for text in &texts {
        if options.highlight {
            out.write_all(highlighted(&options.parser(), text, options.width).as_bytes())?;
        } else {
            out.write_all(as_json(&options.parser(), text).as_bytes())?;
        }
    }
    out.flush()
}

/// One line of JSON a figure.
fn as_json(parser: &figures::Parser, text: &str) -> String {
    let mut out = String::new();
    for m in parser.find_iter(text) {
        // A match always has the shape of an object.
        if let Ok(line) = serde_json::to_string(&m) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

const FIGURE: Style = AnsiColor::Green.on_default().bold();
const DOUBTFUL: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default();

/// The text, its figures in colour, their values on lines below.
fn highlighted(parser: &figures::Parser, text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut figures = parser.find_iter(text).peekable();
    let mut start = 0;
    while start < text.len() {
        let end = line_end(text, start, width.max(20));
        let mut line = Vec::new();
        while let Some(m) = figures.next_if(|m| m.start() < end) {
            line.push(m);
        }
        write_line(&mut out, text, start..end, &line);
        start = end;
    }
    out
}

/// Where the line that begins at `start` ends: after a line break, or after the
/// last blank that leaves it within `width` columns.
fn line_end(text: &str, start: usize, width: usize) -> usize {
    let mut columns = 0;
    let mut blank = None;
    for (at, c) in text[start..].char_indices() {
        let next = start + at + c.len_utf8();
        if c == '\n' {
            return next;
        }
        columns += columns_of(c);
        if columns > width {
            return blank.unwrap_or(start + at).max(start + 1);
        }
        if c == ' ' {
            blank = Some(next);
        }
    }
    text.len()
}

/// A combining mark takes no column of its own.
fn columns_of(c: char) -> usize {
    usize::from(!('\u{300}'..='\u{36f}').contains(&c))
}

fn write_line(out: &mut String, text: &str, range: std::ops::Range<usize>, figures: &[Match<'_>]) {
    let mut at = range.start;
    let mut column = 0;
    let mut notes: Vec<(usize, String)> = Vec::new();
    for m in figures {
        // A figure broken over two lines is coloured on its first.
        let (from, to) = (m.start().max(at), m.end().min(range.end));
        let plain = text[at..from].trim_end_matches('\n');
        out.push_str(plain);
        column += plain.chars().map(columns_of).sum::<usize>();
        notes.push((column, note(m)));
        let style = if m.figure().is_ambiguous() {
            DOUBTFUL
        } else {
            FIGURE
        };
        let figure = text[from..to].trim_end_matches('\n');
        let _ = write!(out, "{style}{figure}{style:#}");
        column += figure.chars().map(columns_of).sum::<usize>();
        at = to;
    }
    out.push_str(text[at..range.end].trim_end_matches('\n'));
    out.push('\n');
    // Notes that would run into one another go to a further line.
    while !notes.is_empty() {
        let mut line = String::new();
        let mut used = 0;
        notes.retain(|(column, note)| {
            if *column < used {
                return true;
            }
            let _ = write!(
                line,
                "{:width$}{NOTE}{note}{NOTE:#}",
                "",
                width = column - used
            );
            used = column + note.chars().count() + 1;
            line.push(' ');
            false
        });
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// What a figure says, briefly.
fn note(m: &Match<'_>) -> String {
    let mut note = format!("= {}", m.figure());
    if let Some(noun) = m.noun() {
        let _ = write!(note, " [{noun}]");
    }
    if let Some(other) = m.figure().alternative() {
        let _ = write!(note, " (or {})", figures::digits(other));
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_object_a_line() {
        let lines = as_json(&figures::Parser::new(), "853 dự án, vốn trên 24,5 tỷ USD");
        assert_eq!(
            lines,
            concat!(
                r#"{"start":0,"end":3,"text":"853","kind":"number","value":"853","lower":"853","upper":"853","#,
                r#""qualifier":"exact","qualifier_text":null,"currency":null,"noun":"dự án","alternative":null}"#,
                "\n",
                r#"{"start":26,"end":39,"text":"24,5 tỷ USD","kind":"money","value":"24500000000","#,
                r#""lower":"24500000000","upper":null,"qualifier":"more_than","qualifier_text":"trên","#,
                r#""currency":"USD","noun":null,"alternative":null}"#,
                "\n"
            )
        );
    }

    #[test]
    fn values_stand_under_their_figures() {
        let shown = highlighted(
            &figures::Parser::new(),
            "Vốn 1.498 tỷ đồng\nvà gần 50 tổ chức",
            80,
        );
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "Vốn 1.498 tỷ đồng\n    = 1.498.000.000.000 VND (or 1.498.000.000)\nvà gần 50 tổ chức\n       = gần 50 [tổ chức]\n"
        );
        assert!(shown.contains("\u{1b}["));
    }

    #[test]
    fn long_lines_are_wrapped_at_blanks() {
        let text = "một hai ba bốn năm sáu bảy tám chín mười";
        let mut at = 0;
        while at < text.len() {
            let end = line_end(text, at, 20);
            assert!(text[at..end].chars().count() <= 21, "{:?}", &text[at..end]);
            at = end;
        }
    }
}
