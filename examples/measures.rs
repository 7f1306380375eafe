//! Which measures a dataset can use, by code, and what may be added?
//!
//!     $ cargo run --release --example measures
//!     $ cargo run --release --example measures -- fdi
//!     $ cargo run --release --example measures -- --lang en tourism
//!
//! prints a table of the codes that hold the words given, in a code or a name.
//! Those a dataset declares can be shown beside them: `--declared claims.jsonl`.
//!
//!       code              unit    held   adds   name
//!     ─────────────────────────────────────────────────────────────
//!       tourism-revenue   money   flow   yes    doanh thu du lịch

use std::io::{self, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use tinh::figures::Language;
use tinh::model::{Dataset, MeasureDefinition};
use tinh_examples::{output, table};

/// Prints the measures of the library, and those a dataset declares.
#[derive(Debug, Parser)]
#[command(name = "measures")]
struct Args {
    /// Words that a code or a name has.
    words: Vec<String>,
    /// The language of the names.
    #[arg(long, value_enum, default_value_t = Lang::Vi)]
    lang: Lang,
    /// A dataset (JSON Lines) whose declared measures are shown too.
    #[arg(long)]
    declared: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Vi,
    En,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let language = match args.lang {
        Lang::Vi => Language::Vietnamese,
        Lang::En => Language::English,
    };
    let mut data = Dataset::new();
    if let Some(path) = &args.declared {
        let file = BufReader::new(std::fs::File::open(path)?);
        data.read_jsonl(file, &path.display().to_string())?;
    }
    let mut table = table::new(&["code", "unit", "held", "adds", "name"], &[]);
    let mut found = 0;
    for measure in data.measures().iter() {
        if has(measure, &args.words) {
            found += 1;
            table.add_row([
                measure.code(),
                measure.unit().code(),
                measure.nature().code(),
                if measure.is_additive() { "yes" } else { "no" },
                measure.name(language),
            ]);
        }
    }
    writeln!(out, "{table}")?;
    out.flush()?;
    Ok(ExitCode::from(u8::from(found == 0)))
}

/// Whether each of the words stands in the code or in a name.
fn has(measure: &MeasureDefinition, words: &[String]) -> bool {
    let names = [
        measure.code(),
        measure.name(Language::Vietnamese),
        measure.name(Language::English),
    ];
    words.iter().all(|word| {
        let word = word.to_lowercase();
        names.iter().any(|name| name.to_lowercase().contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(args: &[&str]) -> String {
        let args = Args::parse_from(std::iter::once(&"measures").chain(args));
        let mut out = Vec::new();
        run(&args, &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn measures_are_found_by_code_and_by_either_name() {
        assert!(
            printed(&["Du LỊCH"]).contains("tourism-revenue   money   flow   yes    doanh thu")
        );
        assert!(printed(&["--lang", "en", "doanh thu du lịch"]).contains("revenue from tourism"));
        assert_eq!(printed(&["fdi.registered", "share"]).lines().count(), 2);
        assert!(printed(&[]).lines().count() > tinh::model::Measure::all().count());
    }
}
