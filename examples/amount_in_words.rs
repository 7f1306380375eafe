//! How is an amount written in words, on a contract or an invoice?
//!
//! Each line of the files or of standard input is a number or an amount.
//!
//!     $ printf '14,65 tỷ USD\n1.005\n' | cargo run -q --example amount_in_words -- --southern
//!     mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ
//!     một ngàn không trăm lẻ năm
//!     $ echo 1500000 | cargo run -q --example amount_in_words -- --invoice
//!     Một triệu năm trăm nghìn đồng chẵn

use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tinh::figures::{self, Currency, Dialect, Kind, Money, Qualifier};

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
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // The reader of the pipe has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "amount_in_words: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line; returns how many could not be.
fn run(options: &Options) -> io::Result<usize> {
    let mut out = io::stdout().lock();
    let mut failed = 0;
    let mut answer_all = |name: &str, lines: &mut dyn BufRead| -> io::Result<()> {
        for (number, line) in lines.lines().enumerate() {
            match in_words(options, &line?) {
                Ok(words) => writeln!(out, "{words}")?,
                Err(why) => {
                    failed += 1;
                    let _ = writeln!(io::stderr(), "{name}:{}: {why}", number + 1);
                }
            }
        }
        out.flush()
    };
    if options.files.is_empty() {
        answer_all("standard input", &mut io::stdin().lock())?;
    }
    for file in &options.files {
        let name = file.display().to_string();
        let opened = std::fs::File::open(file)
            .map_err(|e| io::Error::new(e.kind(), format!("{name}: {e}")))?;
        answer_all(&name, &mut BufReader::new(opened))?;
    }
    Ok(failed)
}

/// The words of one line.
fn in_words(options: &Options, line: &str) -> Result<String, String> {
    let figure = figures::parse(line).map_err(|e| e.to_string())?.figure();
    let exact = figure
        .value()
        .filter(|_| figure.qualifier() == Qualifier::Exact);
    let value = exact.ok_or_else(|| format!("\"{line}\" is not one exact amount"))?;
    let dialect = if options.southern {
        Dialect::Southern
    } else {
        Dialect::Northern
    };
    let currency = match figure.kind() {
        Kind::Money => figure.currency(),
        Kind::Number => options
            .currency
            .or(options.invoice.then_some(Currency::VND)),
        kind => {
            return Err(format!(
                "\"{line}\" is a {kind}, neither a number nor an amount"
            ));
        }
    };
    Ok(match currency {
        Some(currency) => {
            let words = Money::new(value, currency).in_words().dialect(dialect);
            if options.invoice {
                words.invoice().to_string()
            } else {
                words.to_string()
            }
        }
        None => figures::words(value).dialect(dialect).to_string(),
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
        assert_eq!(
            with(&[], "5%").unwrap_err(),
            "\"5%\" is a percent, neither a number nor an amount"
        );
    }
}
