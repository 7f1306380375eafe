//! The command line.

use std::fs::File;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Group, Parser};
use tinh::figures::{Currency, Language};
use tinh::model::time::Period;
use tinh::totals::{Error, Key, RateTable};

/// A question for a total in one line: what, of whom, when, by what, in which
/// currency; with bounds, sources and caveats.
#[derive(Debug, Parser)]
#[command(name = "ask")]
pub(crate) struct Args {
    /// What to total: `fdi.registered`, `exports`, `missions`; several are
    /// shown side by side.
    #[arg(long, value_name = "CODE", required = true, value_delimiter = ',')]
    pub(crate) measure: Vec<String>,
    /// By what: province, region, partner, partner-kind, bloc, sector, capital,
    /// basis, year, quarter, month, source, status.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub(crate) by: Vec<Key>,
    #[command(flatten)]
    pub(crate) when: When,
    /// The places of the nation's own figures, instead of the sum of its parts.
    #[arg(long)]
    pub(crate) national: bool,
    /// Amounts of single projects.
    #[arg(long, conflicts_with = "national")]
    pub(crate) projects: bool,
    /// In the units of a date: `2025-07-01`.
    #[arg(long, value_name = "DATE")]
    pub(crate) restate: Option<NaiveDate>,
    /// Producers in the order of preference.
    #[arg(long, value_name = "PRODUCER", value_delimiter = ',')]
    pub(crate) prefer: Vec<String>,
    /// Only figures of a partner: a country, a bloc, a company.
    #[arg(long, value_name = "NAME")]
    pub(crate) partner: Option<String>,
    /// Only figures of a sector.
    #[arg(long, value_name = "NAME")]
    pub(crate) sector: Option<String>,
    /// All money in one currency, at dated rates.
    #[arg(long = "in", value_name = "CURRENCY", requires = "rates", value_parser = currency)]
    pub(crate) currency: Option<Currency>,
    /// Rates of exchange as CSV: date, from, to, rate.
    #[arg(long, value_name = "FILE", requires = "currency")]
    rates: Option<PathBuf>,
    /// Only the largest rows.
    #[arg(long, value_name = "N")]
    pub(crate) top: Option<usize>,
    #[command(flatten)]
    pub(crate) against: Against,
    /// Over the years, gaps and all.
    #[arg(long)]
    pub(crate) series: bool,
    /// Refuse what an answer would warn of.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Each row down to the printed figures.
    #[arg(long)]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) form: Form,
    /// English words and numbers.
    #[arg(long)]
    english: bool,
    /// No data of the examples.
    #[arg(long)]
    pub(crate) only_files: bool,
    /// Claims as JSON Lines or CSV, tables and workbooks of the Foreign
    /// Investment Agency; the data of the examples by default.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// When the figures hold.
#[derive(Clone, Debug, Group)]
#[group(multiple = false)]
pub(crate) struct When {
    /// The newest stocks by a date.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<NaiveDate>,
    /// What accumulated or happened in a period: `2023`, `2023-Q2`.
    #[arg(long, value_name = "PERIOD")]
    pub(crate) during: Option<Period>,
    /// What happened, whenever it did.
    #[arg(long)]
    pub(crate) events: bool,
    /// What accumulated, whenever it did.
    #[arg(long)]
    pub(crate) flows: bool,
}

/// What the rows are set against.
#[derive(Clone, Debug, Group)]
#[group(multiple = false)]
pub(crate) struct Against {
    /// As shares of the whole, in percent.
    #[arg(long)]
    pub(crate) share: bool,
    /// As growth from an earlier date or period, in percent.
    #[arg(long, value_name = "TIME")]
    pub(crate) growth_from: Option<String>,
    /// Two sources or producers beside each other, and their difference.
    #[arg(
        long,
        value_name = "SOURCE,SOURCE",
        value_delimiter = ',',
        num_args = 1
    )]
    pub(crate) compare: Vec<String>,
}

/// How the answer is written.
#[derive(Clone, Debug, Group)]
pub(crate) struct Form {
    /// A table; so by default.
    #[arg(long)]
    table: bool,
    /// CSV, for other programs.
    #[arg(long, conflicts_with_all = ["table", "json", "markdown"])]
    pub(crate) csv: bool,
    /// JSON, for other programs.
    #[arg(long, conflicts_with_all = ["table", "markdown"])]
    pub(crate) json: bool,
    /// Markdown.
    #[arg(long, conflicts_with = "table")]
    pub(crate) markdown: bool,
    /// A chart as well.
    #[arg(long, value_name = "FILE")]
    pub(crate) svg: Option<PathBuf>,
    /// A page as well, whose totals unfold to the printed figures.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

impl When {
    /// Whether the question says when.
    pub(crate) const fn is_said(&self) -> bool {
        self.on.is_some() || self.during.is_some() || self.events || self.flows
    }
}

impl Args {
    pub(crate) fn language(&self) -> Language {
        match self.english {
            true => Language::English,
            false => Language::Vietnamese,
        }
    }

    /// The rates of the file, where one is named.
    pub(crate) fn rates(&self) -> Result<Option<RateTable>, String> {
        let Some(path) = &self.rates else {
            return Ok(None);
        };
        let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let file = File::open(path).map_err(|error| named(&error))?;
        let table = RateTable::read_csv(file);
        let table = table.map_err(|error: Error| named(&error.in_language(self.language())))?;
        // Banks quote no rate at the week-end and on holidays.
        Ok(Some(table.carried(7)))
    }
}

fn currency(code: &str) -> Result<Currency, String> {
    let known = Currency::from_code(&code.to_uppercase());
    known.ok_or_else(|| "expected a currency such as USD".to_owned())
}
