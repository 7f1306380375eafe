//! What do five newspaper articles say of four provinces?
//!
//!     $ cargo run --release --example facts
//!     $ cargo run --release --example facts -- --kind mission --kind agreement
//!     $ cargo run --release --example facts -- --place "Hải Dương"
//!
//! prints a table a province: the claim and the line it stands on, when it
//! holds, what it says, the figure as printed and beside it the value it was
//! read as. A claim without a figure has `–` there.
//!
//!     Vĩnh Long
//!     claim    line  kind         when        what            printed          value
//!     004-019    30  observation  2022-12-20  fdi.registered  876,92 triệu USD  876.920.000 USD

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::Style;
use clap::Parser;
use clap::builder::PossibleValuesParser;
use tinh::figures;
use tinh::model::{Claim, Partner, PrintedFigure, Statement};
use tinh_examples::{data, output, table};

/// The claims of a dataset as tables by place, printed figures beside values.
#[derive(Debug, Parser)]
#[command(name = "facts")]
struct Args {
    /// Only claims of this kind; may be repeated.
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(Statement::TYPE_CODES.iter().copied()))]
    kind: Vec<String>,
    /// Only claims of this place, by the name or id it has in the data.
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    #[command(flatten)]
    files: data::Files,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let dataset = args.files.read(data::articles)?;
    let wanted = |claim: &&Claim| {
        let kind = claim.statement().type_code();
        let place = claim.place();
        (args.kind.is_empty() || args.kind.iter().any(|k| k == kind))
            && args
                .place
                .as_deref()
                .is_none_or(|p| p == place.name() || p == place.id())
    };
    let claims: Vec<&Claim> = dataset.claims().iter().filter(wanted).collect();
    if claims.is_empty() {
        anstream::eprintln!("error: no claim of that kind and place");
        return Ok(ExitCode::from(2));
    }
    let mut places: Vec<&str> = claims.iter().map(|claim| claim.place().name()).collect();
    places.sort_unstable();
    places.dedup();
    let bold = Style::new().bold();
    for place in places {
        let of_place = claims.iter().filter(|claim| claim.place().name() == place);
        writeln!(out, "{bold}{place}{bold:#}")?;
        let header = ["claim", "line", "kind", "when", "what", "printed", "value"];
        let mut table = table::new(&header, &[1, 6]);
        for claim in of_place {
            for row in rows(claim) {
                table.add_row(row);
            }
        }
        writeln!(out, "{table}\n")?;
    }
    out.flush()?;
    Ok(if data::report_rejected(&dataset) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// A row for each figure of the claim, at least one.
fn rows(claim: &Claim) -> Vec<[String; 7]> {
    let row = |what: String, figure: Option<&PrintedFigure>| {
        [
            claim.id().to_owned(),
            claim
                .line()
                .map_or_else(String::new, |line| line.to_string()),
            claim.statement().type_code().to_owned(),
            claim.effective_time().to_string(),
            what,
            figure.map_or("–", PrintedFigure::text).to_owned(),
            figure.map_or_else(|| "–".to_owned(), value),
        ]
    };
    let quantities = claim.quantities();
    let mut rows: Vec<[String; 7]> = quantities
        .iter()
        .map(|quantity| {
            let what = match claim.statement() {
                Statement::Observation(_) | Statement::AidGroup(_) => quantity.measure.to_string(),
                _ => what(claim),
            };
            row(what, quantity.figure)
        })
        .collect();
    if rows.is_empty() {
        rows.push(row(what(claim), None));
    }
    rows
}

/// What a claim without a measure is about, in a few words.
fn what(claim: &Claim) -> String {
    let names = |partners: &[Partner]| {
        let names: Vec<String> = partners.iter().map(ToString::to_string).collect();
        names.join(", ")
    };
    match claim.statement() {
        Statement::Mission(mission) => names(mission.destinations.named()),
        Statement::Agreement(agreement) => names(agreement.parties.named()),
        Statement::Partnership(partnership) => names(partnership.partners.named()),
        Statement::InvestmentProject(project) => {
            let investors: Vec<String> = project
                .investors
                .iter()
                .map(|investor| investor.partner.to_string())
                .collect();
            investors.join(", ")
        }
        Statement::Activity(activity) => activity
            .name
            .clone()
            .unwrap_or_else(|| activity.kind.to_string()),
        _ => String::new(),
    }
}

/// The value in Vietnamese format after the sign of its qualifier, then its
/// unit; `?` where words stand for a number.
fn value(figure: &PrintedFigure) -> String {
    let Some(reading) = figure.reading() else {
        return "?".to_owned();
    };
    let sign = match reading.qualifier().as_str() {
        "exact" => "",
        "more_than" => "> ",
        "at_least" => "≥ ",
        "almost" | "less_than" => "< ",
        "at_most" => "≤ ",
        _ => "≈ ",
    };
    let Some(value) = reading.value().or(reading.magnitude()) else {
        return "?".to_owned();
    };
    let unit = figure
        .unit_code()
        .map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{sign}{}{unit}", figures::digits(value.normalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(args: &[&str]) -> String {
        let args = Args::parse_from(["facts"].iter().chain(args));
        let mut out = anstream::StripStream::new(Vec::new());
        run(&args, &mut out).expect("the data");
        String::from_utf8(out.into_inner()).expect("UTF-8")
    }

    #[track_caller]
    fn row<'t>(text: &'t str, claim: &str) -> Vec<&'t str> {
        text.lines()
            .find(|line| line.trim_start().starts_with(claim))
            .unwrap_or_else(|| panic!("no row {claim}"))
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect()
    }

    #[test]
    fn the_printed_figure_stands_beside_the_value() {
        let text = facts(&["--place", "Vĩnh Long"]);
        assert_eq!(
            row(&text, "004-019"),
            [
                "004-019",
                "30",
                "observation",
                "as of 2022-12-20",
                "fdi.registered",
                "876,92 triệu USD",
                "876.920.000 USD",
            ]
        );
        assert!(!text.contains("Hải Phòng"));
    }

    #[test]
    fn kinds_are_told_apart() {
        let text = facts(&["--kind", "mission"]);
        assert_eq!(row(&text, "002-016").last(), Some(&"≈ 100"));
        assert_eq!(row(&text, "000-001").last(), Some(&"?"));
        assert!(!text.contains("observation"));
    }

    #[test]
    fn every_claim_has_a_row() {
        let text = facts(&[]);
        for line in std::fs::read_to_string(data::path("articles.jsonl"))
            .expect("the file")
            .lines()
        {
            let Ok(object) = serde_json::from_str::<serde_json::Value>(line) else {
                continue;
            };
            if object["type"] != "source" {
                row(&text, object["id"].as_str().expect("an id"));
            }
        }
    }
}
