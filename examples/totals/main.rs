//! How much foreign investment has each province, by whose account, and what
//! must be known before the figures are used?
//!
//!     $ cargo run --release --example totals
//!     $ cargo run --release --example totals -- --on 2022-12-20
//!     $ cargo run --release --example totals -- --explain hai-phong
//!     $ cargo run --release --example totals -- --json
//!     $ cargo run --release --example totals -- --workbook FDI.2022.xlsx FDI.2023.xlsx
//!
//! prints the stock of every province on a date, restated to the 34 units of
//! 1 July 2025; four provinces as five newspaper articles have them beside the
//! official table; aid, missions and partners; and what was left out and why.
//!
//!     The same restated to the 34 units of 01/07/2025
//!        #   Unit          Projects   Registered, million USD
//!        1   Hồ Chí Minh     17.793                135.235,55
//!        …
//!        5   Hải Phòng        1.773                 40.159,59

mod explain;
mod report;
#[cfg(test)]
mod tests;
mod text;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use tinh::model::Dataset;
use tinh_examples::{data, output, workbook};

use report::Report;

/// Foreign investment by province, the press beside the official table, aid,
/// missions and partners; with what was left out and why.
#[derive(Debug, Parser)]
#[command(name = "totals")]
struct Args {
    /// The date of the stock, YYYY-MM-DD; the newest table by default.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// List every claim in a total: a province by name or id, `national`,
    /// `oda`, `missions` or `partners`.
    #[arg(long, value_name = "KEY")]
    explain: Option<String>,
    /// Exit with status 1 if anything could not be read, and with the first
    /// refusal if the totals carry warnings that forbid adding.
    #[arg(long)]
    strict: bool,
    /// More data: claims as JSON Lines, or stocks as CSV with the columns
    /// as_of, province, projects, registered_musd.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// More stocks: workbooks of the Foreign Investment Agency.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    workbook: Vec<PathBuf>,
    /// Leave out the data that come with the example.
    #[arg(long)]
    only_files: bool,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

/// The data, and the producers of the tables among them.
fn load(args: &Args) -> io::Result<(Dataset, Vec<String>)> {
    let mut data = if args.only_files {
        Dataset::new()
    } else {
        data::all()?
    };
    let mut tables: Vec<String> = Vec::new();
    if !args.only_files {
        tables.push(data::FIA.to_owned());
    }
    for file in &args.files {
        let known = data.sources().len();
        data::read_into(&mut data, file)?;
        if file.extension().is_some_and(|ending| ending == "csv") {
            note_producers(&data, known, &mut tables);
        }
    }
    workbook::each_file(&args.workbook, |file| {
        let known = data.sources().len();
        workbook::add_stocks(&mut data, file)?;
        note_producers(&data, known, &mut tables);
        Ok(())
    })?;
    Ok((data, tables))
}

/// The producers of the sources from a number on, each once.
fn note_producers(data: &Dataset, from: usize, tables: &mut Vec<String>) {
    for source in data.sources().iter().skip(from) {
        let producer = source.producer().to_owned();
        if !tables.contains(&producer) {
            tables.push(producer);
        }
    }
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let (data, tables) = load(args)?;
    let report = Report::new(&data, &tables, args.on).map_err(io::Error::other)?;
    if let Some(key) = &args.explain {
        if !explain::write(&report, &data, key, args.json, out)? {
            anstream::eprintln!(
                "error: nothing is totalled under {key:?}; expected a province, national, oda, \
                 missions or partners"
            );
            return Ok(ExitCode::from(2));
        }
    } else if args.json {
        serde_json::to_writer_pretty(&mut *out, &report)?;
        writeln!(out)?;
    } else {
        text::write(&report, out)?;
    }
    out.flush()?;
    let failed = args.strict && !report.rejected.is_empty();
    if failed {
        anstream::eprintln!("error: {} records could not be read", report.rejected.len());
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
