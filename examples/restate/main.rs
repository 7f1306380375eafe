//! What does a table by province say in the units of another date?
//!
//!     $ cargo run -q --example restate -- --to 2025-07-01
//!     as_of,province,projects,registered_musd,coverage
//!     2021-12-20,Hồ Chí Minh,14971,119545.630095239999,3 of 3
//!     …
//!     2021-12-20,Dầu khí,50,2768.691815,
//!
//! Reads a table with a column of provinces, a date (a column, or `--on`) and
//! columns of figures, parted by commas, semicolons or tabs, and writes it as
//! CSV restated to the units of `--to`, by default those of the last corrected
//! table. Figures that lie wholly in one unit are added up exactly; `coverage`
//! says how many of the units that make the new one were reported. A figure
//! that cannot be carried over (a unit that was split, or lost a district) is
//! refused on standard error and the exit status is 1: out and refused together
//! are what went in.
//!
//! - Each column is read by its own convention: one cell that only a decimal
//!   comma or only a decimal point can explain decides. A column that both can
//!   explain, or with a cell that is not a number, is refused with the cell;
//!   `--decimal` settles it.
//! - Years, codes, ranks, rates, shares, densities, averages and prices do not
//!   add: such columns are left out with the reason, told from the header and
//!   from the values. Figures per head are left out too; `--per-head` weighs
//!   them by the average population of the year where it is known.
//! - Columns of text (a sector, a unit) keep rows apart.
//! - Offshore oil and gas (`Dầu khí`) is not a province: its rows are passed on
//!   and reported. Rows of totals are left out and reported.
//! - An empty cell, `-` or `n/a` is not 0: the sum of the others stands, and
//!   the report counts the gaps.
//! - Provinces are names as tables have them; numbers are codes of the
//!   statistics office only with `--codes`.

mod column;
mod number;
mod restated;
mod sheet;

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use number::Mark;
use restated::{Restated, restate};
use sheet::Sheet;
use tinh_examples::{data, output};

/// A table by province in the units of another date, with coverage; what
/// cannot be restated, and a report, go to standard error.
#[derive(Debug, Default, Parser)]
#[command(name = "restate")]
struct Args {
    /// The date whose units the table is restated to, YYYY-MM-DD; by default
    /// the day the tables were last corrected.
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// The date of every figure, where the table has no column of dates.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// The header of the column of provinces; found by its name otherwise.
    #[arg(long, value_name = "HEADER")]
    province: Option<String>,
    /// The header of the column of dates; found by its name otherwise.
    #[arg(long, value_name = "HEADER")]
    date: Option<String>,
    /// The column of provinces holds codes of the statistics office.
    #[arg(long)]
    codes: bool,
    /// The decimal mark of every column; told from each column otherwise.
    #[arg(long, value_name = "MARK")]
    decimal: Option<Decimals>,
    /// Weighs figures per head by population instead of leaving them out.
    #[arg(long)]
    per_head: bool,
    /// The table; `-` is standard input. The official stocks of foreign
    /// investment where none is named.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// A decimal mark on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Decimals {
    /// `20.185,62`.
    Comma,
    /// `20,185.62`.
    Point,
}

impl From<Decimals> for Mark {
    fn from(mark: Decimals) -> Self {
        match mark {
            Decimals::Comma => Mark::Comma,
            Decimals::Point => Mark::Point,
        }
    }
}

fn wrong(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

fn of(args: &Args, input: impl Read) -> io::Result<Restated> {
    restate(args, &Sheet::read(input)?)
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let restated = match &args.file {
        Some(path) if path.as_os_str() == "-" => of(args, io::stdin().lock())?,
        file => {
            let default = data::path("fia_fdi_stock_by_province.csv");
            let path = file.as_ref().unwrap_or(&default);
            let file = File::open(path)
                .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
            of(args, file)?
        }
    };
    anstream::eprint!("{}{}", restated.notes, restated.report);
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(&restated.header)?;
    for row in &restated.rows {
        out.write_record(row)?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(restated.refused > 0)))
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests;
