//! Thirty-two questions about provincial economic diplomacy, each with the
//! answer, what it must be read with, and the wrong answer it is often given.
//!
//!     $ cargo run --release --example questions
//!     $ cargo run --release --example questions -- 2 20 27
//!
//!      2  FDI stock of the four provinces of the articles
//!         by the articles: > 49.456,92 triệu USD
//!         by FIA on 20/12/2022: 50.228,34 triệu USD
//!         ! stocks of 4 different dates: …
//!         not 49,456.92 exactly

mod answers;
mod questions;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use tinh::model::Dataset;
use tinh_examples::{data, output};

use questions::QUESTIONS;

/// Questions by number, with answers, bounds and warnings.
#[derive(Debug, Parser)]
#[command(name = "questions")]
struct Args {
    /// The numbers of the questions, 1 to 32; all without any.
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=32))]
    numbers: Vec<u8>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    output::exit_code(run(&args, &mut anstream::stdout().lock()))
}

fn load() -> io::Result<Dataset> {
    let mut data = data::all()?;
    data::read_into(&mut data, Path::new(&data::path("further.jsonl")))?;
    Ok(data)
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let data = load()?;
    for (number, question) in (1_u8..).zip(QUESTIONS) {
        if !args.numbers.is_empty() && !args.numbers.contains(&number) {
            continue;
        }
        writeln!(out, "{number:>2}  {}", question.ask)?;
        for line in (question.answer)(&data).map_err(io::Error::other)? {
            writeln!(out, "    {line}")?;
        }
        writeln!(out, "    not {}", question.not)?;
    }
    for problem in data.rejected() {
        writeln!(out, "could not be read: {problem}")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(number: &str) -> String {
        let args = Args::try_parse_from(["ask", number]).expect("a number of a question");
        let mut out = Vec::new();
        run(&args, &mut out).expect("an answer");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn every_question_is_answered() {
        for number in 1..=32 {
            let text = asked(&number.to_string());
            assert!(text.lines().count() >= 3, "{text}");
            assert!(!text.contains("could not be read"), "{text}");
        }
    }

    #[test]
    fn the_figures_are_right() {
        for (number, expected) in [
            ("1", "by FIA: 583"),
            ("2", "by the articles: > 49.456,92 triệu USD"),
            ("2", "by FIA on 20/12/2022: 50.228,34 triệu USD"),
            ("4", "fdi.registered-new: 20.185,62 triệu USD"),
            ("5", "! break in the series at 2016"),
            (
                "7",
                "refused: no rate from VND to USD on 2023-09-30, needed by 003-017",
            ),
            (
                "9",
                "- Cả nước “2.683,75 triệu USD”: part of Cả nước “trên 28 tỷ USD” (press)",
            ),
            ("10", "≈ 350,00 triệu USD"),
            ("11", "refused: neither bound of the quotient is known"),
            ("12", "Hải Dương: 6 (BE FR GB JP KR US)"),
            ("12", "in 2012: Vĩnh Long: 0 ()"),
            ("14", "part of Vĩnh Long “"),
            ("15", "Thanh Hóa: 4 (DE KR KW LA)"),
            ("17", "turnover 35,38 %"),
            (
                "18",
                // 574.629 to 575.397: bounds are rounded outwards.
                "exports of 2021: 575,01 triệu USD, by rounding 574,62 – 575,40 triệu USD",
            ),
            ("18", "GRDP of 2021: refused"),
            ("20", "2022-12-20: 8 of 63; restated 7 of 34"),
            ("21", "Vĩnh Long by FIA: 5.780,21 triệu USD, 3 of 3"),
            (
                "21",
                "! Vĩnh Long is incomplete, 1 of 3 reported, missing Bến Tre, Trà Vinh",
            ),
            ("23", "! conflict"),
            ("24", "FIA: 1.216,73 triệu USD"),
            ("24", "the province less FIA: "),
            (
                "27",
                "Trà Vinh: flow 3,03 triệu USD, change -153,28 triệu USD, residual -156,31 triệu USD",
            ),
            ("28", "> 28,72 triệu USD a project"),
            ("29", "Sơn La: nothing: unknown"),
            ("31", "as known on 31/12/2015: 24.235,33 triệu USD"),
            ("32", "all workers: ≈ 508.000"),
        ] {
            let text = asked(number);
            assert!(text.contains(expected), "expected {expected:?} in\n{text}");
        }
    }
}
