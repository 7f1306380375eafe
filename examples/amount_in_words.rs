//! How is an amount written in words, on a contract or an invoice?
//!
//! Each line of the files or of standard input is a number or an amount. A unit
//! noun after a number stays behind its words (`5 dự án`: `năm dự án`).
//!
//! A line that is neither, or not exact, leaves an empty line, so that output
//! stays beside input, and its reason on standard error. So does one that is not
//! UTF-8; of a file that cannot be read there is the reason only. What follows is
//! read, and the exit status is then 1.
//!
//!     $ printf '14,65 tỷ USD\n1.005\n' | cargo run -q --example amount_in_words -- --southern
//!     mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ
//!     một ngàn không trăm lẻ năm
//!     $ echo 1500000 | cargo run -q --example amount_in_words -- --invoice
//!     Một triệu năm trăm nghìn đồng chẵn

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tinh::figures::{self, Currency, Dialect, Kind, Money, Qualifier};
use tinh_examples::input::{self, quoted};
use tinh_examples::output;

/// Writes numbers and amounts in words.
#[derive(Parser)]
struct Options {
    /// The Southern words (`ngàn`, `lẻ`); the Northern ones otherwise.
    #[arg(long)]
    southern: bool,
    /// As on an invoice: a capital first, `chẵn` last; a bare number is đồng.
    #[arg(long)]
    invoice: bool,
    /// The currency of a number without one.
    #[arg(long)]
    currency: Option<Currency>,
    /// The amounts; standard input where no file is named.
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let (stdin, mut out) = (io::stdin().lock(), io::stdout().lock());
    let all_written = run(&Options::parse(), stdin, &mut out, &mut io::stderr());
    output::after_telling(PROGRAM, all_written)
}

const PROGRAM: &str = "amount_in_words";

/// Answers every line; whether all could be.
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
        |line| in_words(options, line),
        |_| String::new(),
    )
}

/// The words of one line.
fn in_words(options: &Options, line: &str) -> Result<String, String> {
    let read = figures::parse(line).map_err(|e| e.to_string())?;
    let figure = read.figure();
    let exact = figure
        .value()
        .filter(|_| figure.qualifier() == Qualifier::Exact);
    let value = exact.ok_or_else(|| format!("{} is not one exact amount", quoted(line)))?;
    let dialect = if options.southern {
        Dialect::Southern
    } else {
        Dialect::Northern
    };
    let default = options
        .currency
        .or(options.invoice.then_some(Currency::VND));
    let currency = match (figure.kind(), read.noun()) {
        (Kind::Money, _) => figure.currency(),
        (Kind::Number, None) => default,
        // Five projects are no five đồng.
        (Kind::Number, Some(noun)) if default.is_some() => {
            return Err(format!(
                "{} is a number of {noun}, not an amount of money",
                quoted(line)
            ));
        }
        (Kind::Number, Some(_)) => None,
        (kind, _) => {
            let what = match kind {
                Kind::Percent => "a percentage",
                Kind::Points => "a number of percentage points",
                Kind::Multiple => "a multiple",
                Kind::Ordinal => "an ordinal",
                _ => "something else",
            };
            return Err(format!(
                "{} is {what}, neither a number nor an amount",
                quoted(line)
            ));
        }
    };
    Ok(match (currency, read.noun()) {
        (Some(currency), _) => {
            let words = Money::new(value, currency).in_words().dialect(dialect);
            if options.invoice {
                words.invoice().to_string()
            } else {
                words.to_string()
            }
        }
        (None, Some(noun)) => format!("{} {noun}", figures::words(value).dialect(dialect)),
        (None, None) => figures::words(value).dialect(dialect).to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dialects_and_invoices() {
        let with = |arguments: &[&str], line: &str| {
            in_words(
                &Options::parse_from(["amount_in_words"].iter().chain(arguments)),
                line,
            )
        };
        let northern = "mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ";
        assert_eq!(with(&[], "14,65 tỷ USD").as_deref(), Ok(northern));
        assert_eq!(
            with(&["--southern"], "1.005").as_deref(),
            Ok("một ngàn không trăm lẻ năm")
        );
        assert_eq!(
            with(&["--invoice"], "1500000").as_deref(),
            Ok("Một triệu năm trăm nghìn đồng chẵn")
        );
        assert_eq!(
            with(&[], "hơn 5 tỷ").unwrap_err(),
            "\"hơn 5 tỷ\" is not one exact amount"
        );
    }

    #[test]
    fn what_is_no_amount() {
        let with = |arguments: &[&str], line: &str| {
            in_words(
                &Options::parse_from([PROGRAM].iter().chain(arguments)),
                line,
            )
        };
        for (line, what) in [
            ("5%", "a percentage"),
            ("5 điểm phần trăm", "a number of percentage points"),
            ("gấp đôi", "a multiple"),
            ("thứ 8", "an ordinal"),
        ] {
            for arguments in [&[][..], &["--invoice"], &["--currency", "USD"]] {
                assert_eq!(
                    with(arguments, line),
                    Err(format!(
                        "\"{line}\" is {what}, neither a number nor an amount"
                    ))
                );
            }
        }
        for (line, words, noun) in [
            ("5 dự án", "năm dự án", "dự án"),
            ("40 lượt", "bốn mươi lượt", "lượt"),
            ("1.200 ha", "một nghìn hai trăm ha", "ha"),
        ] {
            assert_eq!(with(&[], line).as_deref(), Ok(words));
            for arguments in [&["--invoice"][..], &["--currency", "USD"]] {
                assert_eq!(
                    with(arguments, line),
                    Err(format!(
                        "\"{line}\" is a number of {noun}, not an amount of money"
                    ))
                );
            }
        }
        assert_eq!(
            with(&["--invoice"], "5 USD").as_deref(),
            Ok("Năm đô la Mỹ chẵn")
        );
    }

    /// Runs the program; its status, output and messages.
    fn ran(arguments: &[&str], stdin: &[u8]) -> (bool, String, String) {
        let options = Options::parse_from([PROGRAM].iter().chain(arguments));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let all_written = run(&options, stdin, &mut out, &mut err).unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (all_written, text(out), text(err))
    }

    #[test]
    fn output_stays_beside_input() {
        let (all_written, lines, told) =
            ran(&[], b"\xef\xbb\xbf1\n\x1b[2J\xc2\x9b\n3\nn\xe3m\n\n6");
        assert_eq!(lines, "một\n\nba\n\n\nsáu\n");
        assert_eq!(
            told,
            concat!(
                "amount_in_words: standard input:2: unexpected text \"\\u{1b}[\" at bytes 0..2\n",
                "amount_in_words: standard input:4: invalid UTF-8 at byte 1 of the line\n",
                "amount_in_words: standard input:5: expected a figure, found nothing\n",
            )
        );
        assert!(!all_written);
        assert_eq!(
            ran(&[], b"1\r\n"),
            (true, "một\n".to_owned(), String::new())
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        let file = std::env::temp_dir().join(format!("amount_in_words-{}.txt", std::process::id()));
        std::fs::write(&file, "1\nx\n").unwrap();
        let (good, folder) = (file.to_str().unwrap(), env!("CARGO_MANIFEST_DIR"));
        let (all_written, lines, told) = ran(&[folder, "no\u{1b}where", good], b"");
        std::fs::remove_file(&file).unwrap();
        assert_eq!(lines, "một\n\n");
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told.len(), 3, "{told:?}");
        // What follows the name is the system's own wording.
        assert!(
            told[0].starts_with(&format!("amount_in_words: {folder}: ")),
            "{told:?}"
        );
        assert!(
            told[1].starts_with("amount_in_words: no\\u{1b}where: "),
            "{told:?}"
        );
        assert_eq!(
            told[2],
            format!("amount_in_words: {good}:2: expected a number, found \"x\" at bytes 0..1")
        );
        assert!(!all_written);
    }
}
