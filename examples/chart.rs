//! What does foreign investment by province look like after the merger?
//!
//!     $ cargo run --release --example chart > fdi.svg
//!     $ cargo run --release --example chart -- --on 2022-12-20 --as-it-was > then.svg
//!     $ cargo run --release --example chart -- --of press --as-it-was > press.svg
//!     $ cargo run --release --example chart -- --of both --as-it-was > both.svg
//!     $ cargo run --release --example chart -- --of years > years.svg
//!     $ cargo run --release --example chart -- --top 10 --width 400 > phone.svg
//!     $ cargo run --release --example chart -- --html > fdi.html
//!
//! writes a chart as SVG: the official stock of a date restated to the 34 units
//! of 1 July 2025, what the five articles say, bounds and all (the bar of Hải
//! Phòng, *more than* 24.5 billion, has an open end), both side by side, or the
//! official tables of all years as a line. With `--html` it writes a page whose
//! rows unfold to the printed figures.

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use tinh::gazetteer::Units;
use tinh::model::Dataset;
use tinh::pages::{Chart, Language, Page};
use tinh::totals::{Answer, Key, Totals};
use tinh_examples::data::{self, FDI_REGISTERED, FIA};
use tinh_examples::output;

/// Foreign direct investment by province as a chart, in SVG, or as a page.
#[derive(Debug, Parser)]
#[command(name = "chart")]
struct Args {
    /// The date of the stock, YYYY-MM-DD.
    #[arg(long, value_name = "DATE", default_value = "2024-06-20")]
    on: NaiveDate,
    /// The units of that date, instead of the 34 of 1 July 2025.
    #[arg(long)]
    as_it_was: bool,
    /// Whose figures.
    #[arg(long, value_enum, default_value_t = Of::Official)]
    of: Of,
    /// Only the largest rows.
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// The width in pixels.
    #[arg(long, value_name = "PIXELS", default_value_t = 900)]
    width: u32,
    /// A page of HTML with the chart, the table and every printed figure.
    #[arg(long)]
    html: bool,
    /// English headings and numbers.
    #[arg(long)]
    english: bool,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// The official table.
    Official,
    /// What the articles say.
    Press,
    /// Both side by side.
    Both,
    /// The official tables of all years.
    Years,
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

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The answer, in the units the program is asked for.
fn answer<'a>(question: Totals<'a>, args: &Args) -> Result<Answer<'a>, Failure> {
    let question = match args.as_it_was {
        true => question,
        false => question.restated_to(Units::on("2025-07-01".parse()?)),
    };
    Ok(question.compute()?)
}

fn chart(data: &Dataset, args: &Args) -> Result<String, Failure> {
    let language = if args.english {
        Language::English
    } else {
        Language::Vietnamese
    };
    let official = Totals::of(data)
        .measure(FDI_REGISTERED)
        .by(Key::Province)
        .on(args.on)
        .from_sources(|source| source.producer() == FIA);
    let press = Totals::of(data)
        .measure(FDI_REGISTERED)
        .by(Key::Province)
        .from_sources(|source| source.producer() != FIA);
    let years = Totals::of(data)
        .measure(FDI_REGISTERED)
        .by(Key::Year)
        .from_sources(|source| source.producer() == FIA);
    if args.html {
        let page = Page::new(language);
        let page = match args.of {
            Of::Official => page.answer(&answer(official, args)?),
            Of::Press => page.answer(&answer(press, args)?),
            Of::Both => page
                .answer(&answer(press, args)?)
                .answer(&answer(official, args)?),
            Of::Years => page.answer(&answer(years, args)?),
        };
        return Ok(page.html());
    }
    let chart = match args.of {
        Of::Official => Chart::of(&answer(official, args)?, language)?,
        Of::Press => Chart::of(&answer(press, args)?, language)?,
        Of::Both => Chart::beside(
            (language.choose("Báo chí", "Press"), &answer(press, args)?),
            (FIA, &answer(official, args)?),
            language,
        )?,
        Of::Years => Chart::of(&answer(years, args)?, language)?,
    };
    let chart = match args.top {
        Some(most) => chart.at_most(most),
        None => chart,
    };
    Ok(chart.width(args.width).svg()?)
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
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect()
    }

    #[test]
    fn the_largest_units_after_the_merger_come_first() {
        let svg = svg(&[]);
        let texts = texts(&svg);
        let at = |wanted: &str| texts.iter().position(|text| *text == wanted);
        let when = "Lũy kế đến 20/06/2024; quy về 34 tỉnh, thành phố có từ 01/07/2025";
        assert_eq!(at(when), Some(1), "{texts:?}");
        assert!(at("Hồ Chí Minh") < at("135,2 tỷ") && at("135,2 tỷ") < at("Hà Nội"));
        assert!(at("40,2 tỷ").is_some(), "Hải Phòng with Hải Dương");
        // Offshore oil is part of no province.
        assert!(at("Không thuộc tỉnh, thành phố nào") < at("Dầu khí"));
    }

    #[test]
    fn the_largest_alone_and_how_many_there_are_besides() {
        let svg = svg(&["--top", "3", "--width", "400"]);
        let texts = texts(&svg);
        assert!(
            texts.contains(&"Hồ Chí Minh") && !texts.contains(&"Hải Phòng"),
            "{texts:?}"
        );
        assert!(texts.iter().any(|text| text.contains("31")), "{texts:?}");
    }

    #[test]
    fn a_lower_bound_has_an_open_end() {
        let svg = svg(&["--of", "press", "--as-it-was", "--english"]);
        assert!(texts(&svg).contains(&"&gt; 24.5 bn"), "{svg}");
        assert!(texts(&svg).contains(&"no upper bound known"));
    }

    #[test]
    fn the_press_stands_beside_the_official_table() {
        let svg = svg(&["--of", "both", "--as-it-was"]);
        let texts = texts(&svg);
        for wanted in ["Báo chí", "FIA", "Hải Phòng", "&gt; 24,5 tỷ", "29,6 tỷ"] {
            assert!(texts.contains(&wanted), "{wanted} in {texts:?}");
        }
    }

    #[test]
    fn years_are_a_line_and_a_page_holds_every_figure() {
        assert!(texts(&svg(&["--of", "years"])).contains(&"484,8 tỷ"));
        let page = svg(&["--of", "press", "--html"]);
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains("trên 24,5 tỷ USD"));
    }
}
