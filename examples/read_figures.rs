//! Which figures does a Vietnamese text contain, and what do they say?
//!
//! Text from files or standard input; one JSON object a figure, offsets in
//! bytes of the file. With `--highlight`, the text with its figures coloured and
//! their values under them.
//!
//! Files are read in order, one in memory at a time, and figures written as they
//! are found: 45 MB of nothing but figures take 49 MB (2026-11-23). A file that
//! cannot be read, or is not UTF-8, is told on standard error and the next one is
//! read; the exit status is then 1.
//!
//!     $ echo '853 dự án, vốn trên 24,5 tỷ USD' | cargo run -q --example read_figures
//!     {"start":0,"end":3,"text":"853","kind":"number","value":"853","lower":"853","upper":"853","qualifier":"exact","qualifier_text":null,"currency":null,"noun":"dự án","per":null,"of":null,"ratio":null,"alternative":null}
//!     {"start":26,"end":39,"text":"24,5 tỷ USD","kind":"money","value":"24500000000","lower":"24500000000","upper":null,"qualifier":"more_than","qualifier_text":"trên","currency":"USD","noun":null,"per":null,"of":null,"ratio":null,"alternative":null}

use std::fmt::Write as _;
use std::io::{self, BufRead, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use tinh::figures::{self, Accents, DecimalMark, Layout, Match, Spoken};
use tinh_examples::{input, output};

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
    /// Read `_` as a blank, as in word-segmented text.
    #[arg(long)]
    segmented: bool,
    /// Let a figure go on over a line break, as in hard-wrapped text.
    #[arg(long, conflicts_with = "table")]
    wrapped: bool,
    /// Read lines as rows of cells parted by tabs or bars.
    #[arg(long)]
    table: bool,
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
        if self.segmented {
            parser = parser.segmented();
        }
        if self.wrapped {
            parser = parser.layout(Layout::Wrapped);
        }
        if self.table {
            parser = parser.layout(Layout::Table);
        }
        parser
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    let (stdin, mut err) = (io::stdin().lock(), io::stderr());
    let all_read = if options.highlight {
        let mut out = anstream::stdout().lock();
        run(&options, stdin, &mut out, &mut err)
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        run(&options, stdin, &mut out, &mut err)
    };
    output::after_telling(PROGRAM, all_read)
}

const PROGRAM: &str = "read_figures";

/// Writes the figures of every text; whether all could be read.
fn run(
    options: &Options,
    stdin: impl BufRead,
    out: &mut impl Write,
    err: &mut impl Write,
) -> io::Result<bool> {
    let parser = options.parser();
    let mut all_read = true;
    for input in input::inputs(&options.files, stdin) {
        match input.whole() {
            Ok(text) if options.highlight => write_highlighted(out, &parser, &text, options.width)?,
            Ok(text) => write_json(out, &parser, &text)?,
            Err(trouble) => {
                all_read = false;
                trouble.tell(PROGRAM, err);
            }
        }
        // What is told of the next file comes after what was found in this one.
        out.flush()?;
    }
    Ok(all_read)
}

/// One line of JSON a figure. A byte order mark stays in the text: offsets are
/// those of the file.
fn write_json(out: &mut impl Write, parser: &figures::Parser, text: &str) -> io::Result<()> {
    for m in parser.find_iter(text) {
        serde_json::to_writer(&mut *out, &m)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

const FIGURE: Style = AnsiColor::Green.on_default().bold();
const DOUBTFUL: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default();

/// The text, its figures in colour, their values on lines below.
fn write_highlighted(
    out: &mut impl Write,
    parser: &figures::Parser,
    text: &str,
    width: usize,
) -> io::Result<()> {
    let mut figures = parser.find_iter(text).peekable();
    let mut start = text.len() - text.trim_start_matches(input::MARK).len();
    while start < text.len() {
        let end = line_end(text, start, width.max(20));
        let mut line = Vec::new();
        while let Some(m) = figures.next_if(|m| m.start() < end) {
            line.push(m);
        }
        let mut shown = String::new();
        write_line(&mut shown, text, start..end, &line);
        out.write_all(shown.as_bytes())?;
        start = end;
    }
    Ok(())
}

/// Text as a terminal may show it, one column a character: control characters as
/// pictures of them, for the text must not move the cursor; blanks for tabs, and
/// no line end.
fn pictured(text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let picture = |c: char| match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(picture).collect()
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
        let plain = pictured(&text[at..from]);
        out.push_str(&plain);
        column += plain.chars().map(columns_of).sum::<usize>();
        notes.push((column, note(m)));
        let style = if m.figure().is_ambiguous() {
            DOUBTFUL
        } else {
            FIGURE
        };
        let figure = pictured(&text[from..to]);
        let _ = write!(out, "{style}{figure}{style:#}");
        column += figure.chars().map(columns_of).sum::<usize>();
        at = to;
    }
    out.push_str(&pictured(&text[at..range.end]));
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

    const FIRST: &str = concat!(
        r#"{"start":0,"end":3,"text":"853","kind":"number","value":"853","lower":"853","upper":"853","#,
        r#""qualifier":"exact","qualifier_text":null,"currency":null,"noun":"dự án","per":null,"of":null,"ratio":null,"alternative":null}"#,
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
    fn one_object_a_line() {
        let (all_read, lines, told) = ran(&[], "853 dự án, vốn trên 24,5 tỷ USD".as_bytes());
        assert_eq!(
            lines,
            FIRST.to_owned()
                + concat!(
                    r#"{"start":26,"end":39,"text":"24,5 tỷ USD","kind":"money","value":"24500000000","#,
                    r#""lower":"24500000000","upper":null,"qualifier":"more_than","qualifier_text":"trên","#,
                    r#""currency":"USD","noun":null,"per":null,"of":null,"ratio":null,"alternative":null}"#,
                    "\n"
                )
        );
        assert_eq!((all_read, &*told), (true, ""));
    }

    #[test]
    fn offsets_count_the_mark() {
        for text in [
            "853 dự án",
            "202/2025/QH15 và 5 USD",
            "năm qua 5,5%",
            "hơn 5 tỷ",
        ] {
            let (_, bare, _) = ran(&[], text.as_bytes());
            let (all_read, marked, _) = ran(&[], format!("\u{feff}{text}").as_bytes());
            let shifted: Vec<serde_json::Value> = bare
                .lines()
                .map(|line| {
                    let mut object: serde_json::Value = serde_json::from_str(line).unwrap();
                    for key in ["start", "end"] {
                        object[key] = (object[key].as_u64().unwrap() + 3).into();
                    }
                    object
                })
                .collect();
            let marked: Vec<serde_json::Value> = marked
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect();
            assert_eq!(marked, shifted, "{text}");
            assert!(all_read && !marked.is_empty());
        }
        let (_, shown, _) = ran(&["--highlight"], "\u{feff}gần 5%".as_bytes());
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "gần 5%\n    = gần 5%\n"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        let file = std::env::temp_dir().join(format!("read_figures-{}.txt", std::process::id()));
        std::fs::write(&file, "853 dự án\n").unwrap();
        let (good, folder) = (file.to_str().unwrap(), env!("CARGO_MANIFEST_DIR"));
        let (all_read, lines, told) = ran(&[good, "no\u{1b}where", folder, good], b"");
        std::fs::remove_file(&file).unwrap();
        assert_eq!(lines, FIRST.repeat(2));
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told.len(), 2, "{told:?}");
        // What follows the name is the system's own wording.
        assert!(
            told[0].starts_with("read_figures: no\\u{1b}where: "),
            "{told:?}"
        );
        assert!(
            told[1].starts_with(&format!("read_figures: {folder}: ")),
            "{told:?}"
        );
        assert!(!all_read);
    }

    #[test]
    fn a_text_that_is_not_utf8_has_no_figures() {
        let (all_read, lines, told) = ran(&[], b"5 USD\nn\xe3m 6 USD\n");
        assert_eq!((all_read, &*lines), (false, ""));
        assert_eq!(
            told,
            "read_figures: standard input:2: invalid UTF-8 at byte 1 of the line\n"
        );
    }

    /// Output is not gathered: a reader that stops after the first figures ends
    /// the search.
    #[test]
    fn figures_are_written_as_they_are_found() {
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += bytes.len();
                if self.0 > 1000 {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for argument in [None, Some("--highlight")] {
            let options = Options::parse_from([PROGRAM].into_iter().chain(argument));
            let text = "5 USD\n".repeat(100_000);
            let mut out = Full(0);
            let error = run(&options, text.as_bytes(), &mut out, &mut io::sink()).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
            assert!(out.0 < 2000, "{}", out.0);
        }
    }

    #[test]
    fn values_stand_under_their_figures() {
        let text = "Vốn 1.498 tỷ đồng\nvà gần 50 tổ chức";
        let (_, shown, _) = ran(&["--highlight"], text.as_bytes());
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "Vốn 1.498 tỷ đồng\n    = 1.498.000.000.000 VND (or 1.498.000.000)\nvà gần 50 tổ chức\n       = gần 50 [tổ chức]\n"
        );
        assert!(shown.contains("\u{1b}["));
    }

    #[test]
    fn a_text_does_not_act_on_the_terminal() {
        let text = "\u{1b}[2J\tvốn\u{9b} 5 USD\u{7}\r\n";
        let (_, shown, _) = ran(&["--highlight"], text.as_bytes());
        assert_eq!(
            anstream::adapter::strip_str(&shown).to_string(),
            "␛[2J vốn\u{fffd} 5 USD␇\n          = 5 USD\n"
        );
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
