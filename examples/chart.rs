//! What does foreign investment by province look like after the merger?
//!
//!     $ cargo run --release --example chart > fdi.svg
//!     $ cargo run --release --example chart -- --on 2022-12-20 --as-it-was > then.svg
//!     $ cargo run --release --example chart -- --press > press.svg
//!
//! writes bars as SVG: the official stock of a date restated to the 34 units of
//! 1 July 2025, or with `--press` what the five articles say, bounds and all:
//! the bar of Hải Phòng, *more than* 24.5 billion, has an open end.

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use tinh::gazetteer::Units;
use tinh::model::Dataset;
use tinh::totals::output::{Chart, Format, Language};
use tinh::totals::{Key, Totals};
use tinh_examples::data::{self, FDI_REGISTERED, FIA};
use tinh_examples::output;

/// Foreign direct investment by province as a chart of bars, in SVG.
#[derive(Debug, Parser)]
#[command(name = "chart")]
struct Args {
    /// The date of the stock, YYYY-MM-DD.
    #[arg(long, value_name = "DATE", default_value = "2024-06-20")]
    on: NaiveDate,
    /// The units of that date, instead of the 34 of 1 July 2025.
    #[arg(long)]
    as_it_was: bool,
    /// What the articles say, instead of the official table.
    #[arg(long)]
    press: bool,
    /// English headings and numbers.
    #[arg(long)]
    english: bool,
}

fn main() -> ExitCode {
    let args = Args::parse();
    output::exit_code(run(&args, &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let data = data::all()?;
    let svg = chart(&data, args).map_err(io::Error::other)?;
    out.write_all(svg.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn chart(data: &Dataset, args: &Args) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let format = Format::new(if args.english {
        Language::English
    } else {
        Language::Vietnamese
    })
    .millions();
    let mut question = Totals::of(data).measure(FDI_REGISTERED).by(Key::Province);
    let title = if args.press {
        question = question.from_sources(|source| source.producer() != FIA);
        "Vốn FDI lũy kế theo các bài báo".to_owned()
    } else {
        question = question
            .on(args.on)
            .from_sources(|source| source.producer() == FIA);
        format!("Vốn FDI lũy kế đến {}", args.on.format("%d/%m/%Y"))
    };
    if !args.as_it_was && !args.press {
        question = question.restated_to(Units::on("2025-07-01".parse()?));
    }
    let answer = question.compute()?;
    Ok(Chart::new(title).format(format).svg(&answer)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(options: &[&str]) -> String {
        let args = std::iter::once("chart").chain(options.iter().copied());
        let args = Args::try_parse_from(args).expect("options of this program");
        let mut out = Vec::new();
        run(&args, &mut out).expect("a chart");
        String::from_utf8(out).expect("text")
    }

    /// The text elements, in order.
    fn texts(svg: &str) -> Vec<&str> {
        svg.split("</text>")
            .filter_map(|part| part.rsplit('>').next())
            .filter(|text| !text.trim().is_empty())
            .collect()
    }

    #[test]
    fn the_largest_units_after_the_merger_come_first() {
        let svg = svg(&[]);
        let texts = texts(&svg);
        assert_eq!(texts[0], "Vốn FDI lũy kế đến 20/06/2024");
        assert_eq!(texts[2], "Hồ Chí Minh");
        // 34 units and the sea, each with its value.
        assert!(texts.contains(&"Dầu khí"));
        assert!(texts.contains(&"40.159,59"), "Hải Phòng with Hải Dương");
        assert_eq!(svg.matches("<rect x=").count(), 35);
    }

    #[test]
    fn a_lower_bound_has_an_open_end() {
        let svg = svg(&["--press", "--english"]);
        assert!(texts(&svg).contains(&"&gt; 24,500.00"));
        assert_eq!(svg.matches("<path d=").count(), 1);
    }
}
