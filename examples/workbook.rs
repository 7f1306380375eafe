//! What does an official workbook say, and what in it was not understood?
//!
//!     $ cargo run --release --example workbook -- FDI.2023.xlsx
//!     $ cargo run --release --example workbook -- --claims jsonl FDI.*.xls* > claims.jsonl
//!     $ cargo run --release --example workbook -- --claims csv FDI.2023.xlsx > claims.csv
//!     $ cargo run --release --example workbook -- --notes FDI.2023.xlsx
//!     $ cargo run --release --example workbook -- --table pci.json pci.csv
//!     $ cargo run --release --example workbook -- --describe pci.csv > pci.json
//!
//! prints the tables found, each with its time and total, how many claims they
//! make, and what was left out by reason; `--notes` lists every such cell.
//! `--table` reads any other table by a description of it in JSON, one or a
//! list; `--describe` proposes one for each table it can see, to be edited, and
//! says on standard error what it could not tell. Without a file it reads the table by region of 12/2023 that comes with the example.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use tinh::figures::Language;
use tinh::model::Dataset;
use tinh::reader::{Aliases, FiaReader, Proposal, Reading, RowSubject, TableSpec, Workbook};
use tinh_examples::{data, output, table, workbook};

/// Workbooks summed up, or turned into claims.
#[derive(Debug, Parser)]
#[command(name = "workbook")]
struct Args {
    /// Print the claims instead of a summary.
    #[arg(long, value_name = "FORMAT")]
    claims: Option<Format>,
    /// List every cell that was not understood, or with a reservation.
    #[arg(long)]
    notes: bool,
    /// Write what is said of cells in Vietnamese.
    #[arg(long)]
    vietnamese: bool,
    /// Add up two rows of one country in a table by partner.
    #[arg(long)]
    merge_aliases: bool,
    /// Read the tables by this description, or list of descriptions.
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Print a proposed description of each table.
    #[arg(long, conflicts_with_all = ["claims", "notes", "table"])]
    describe: bool,
    /// Workbooks: .xlsx, .xls or CSV.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One source or claim a line.
    Jsonl,
    /// One claim a row.
    Csv,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut files = args.files.clone();
    if files.is_empty() {
        files.push(data::path("fia_fdi_flows_by_region_2023.csv"));
    }
    if args.describe {
        for file in &files {
            describe(file, out)?;
        }
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let specs = workbook::descriptions(args.table.as_deref())?;
    let reader = FiaReader::new().aliases(if args.merge_aliases {
        Aliases::Merge
    } else {
        Aliases::KeepApart
    });
    let mut claims = Dataset::new();
    workbook::each_file(&files, |file| {
        let reading = workbook::read(file, &reader, &specs).map_err(io::Error::other)?;
        match args.claims {
            // One CSV has one header, so rows wait for the last file.
            Some(Format::Csv) => reading.add_to(&mut claims),
            Some(Format::Jsonl) => {
                let mut one = Dataset::new();
                reading.add_to(&mut one);
                one.write_jsonl(&mut *out)?;
            }
            None => write(&reading, args, out)?,
        }
        Ok(())
    })?;
    if args.claims == Some(Format::Csv) {
        claims.write_observations(&mut *out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a list of proposed descriptions.
fn describe(file: &Path, out: &mut impl Write) -> io::Result<()> {
    let workbook = Workbook::open(file).map_err(io::Error::other)?;
    let proposals = TableSpec::describe(&workbook);
    for remark in proposals.iter().flat_map(Proposal::remarks) {
        anstream::eprintln!("{}: {remark}", workbook.name());
    }
    let specs: Vec<&TableSpec> = proposals
        .iter()
        .map(Proposal::spec)
        .filter(|spec| !spec.figures.is_empty())
        .collect();
    if specs.is_empty() {
        let none = format!("{}: no table to describe", workbook.name());
        return Err(io::Error::other(none));
    }
    serde_json::to_writer_pretty(&mut *out, &specs)?;
    writeln!(out)
}

fn write(reading: &Reading, args: &Args, out: &mut impl Write) -> io::Result<()> {
    for source in reading.sources() {
        writeln!(out, "{source}")?;
    }
    if !reading.tables().is_empty() {
        let header = ["sheet", "table", "time", "rows", "total of", "total"];
        let mut tables = table::new(&header, &[3, 5]);
        for found in reading.tables() {
            let is_part = |subject: &RowSubject| !matches!(subject, RowSubject::Total);
            let rows = found
                .rows()
                .iter()
                .filter(|row| is_part(row.subject()))
                .count();
            // The last column at the table's own time is the widest total.
            let total = found.total().and_then(|total| {
                let mut columns = found.columns().iter().enumerate();
                let (index, column) = columns.rfind(|(index, column)| {
                    column.time() == found.time()
                        && column.measure().is_additive()
                        && total.number(*index).is_some()
                })?;
                let number = table::number(total.number(index)?.round_dp(2), 2);
                Some((
                    column.measure().to_string(),
                    format!("{number} {}", column.unit()),
                ))
            });
            let (measure, total) = total.unwrap_or_default();
            tables.add_row([
                found.sheet().to_owned(),
                found.breakdown().to_string(),
                found.time().to_string(),
                rows.to_string(),
                measure,
                total,
            ]);
        }
        writeln!(out, "{}", tables.trim_fmt())?;
    }
    if !reading.indicators().is_empty() {
        writeln!(
            out,
            "and a quick report of {} figures",
            reading.indicators().len()
        )?;
    }
    writeln!(out, "{} claims", reading.claims().len())?;
    if args.notes {
        let language = match args.vietnamese {
            true => Language::Vietnamese,
            false => Language::English,
        };
        for note in reading.notes() {
            writeln!(out, "  {}", note.in_language(language))?;
        }
        return Ok(());
    }
    let mut kinds: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for note in reading.notes() {
        let kind = serde_json::to_value(note.kind())?;
        let name = kind.as_str().unwrap_or_default().replace('_', " ");
        *kinds.entry((note.kind().was_read(), name)).or_default() += 1;
    }
    for ((was_read, name), count) in kinds {
        let what = if was_read {
            "read, with a note"
        } else {
            "not read"
        };
        writeln!(out, "  {count:>4} {what}: {name}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(arguments: &[&str]) -> String {
        let mut out = Vec::new();
        let args = Args::parse_from(["workbook"].iter().chain(arguments));
        run(&args, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_summary() {
        let text = printed(&[]);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        assert_eq!(lines[0], "THU HÚT ĐẦU TƯ NƯỚC NGOÀI NĂM 2023 THEO VÙNG");
        assert_eq!(
            lines[3].split_whitespace().collect::<Vec<_>>().join(" "),
            "fia_fdi_flows_by_region_2023.csv by region 2023-01-01/2023-12-20 69 fdi.registered \
             36.607,63 triệu USD",
        );
        assert_eq!(
            lines[4..],
            [
                "556 claims",
                "2 read, with a note: meaningless ratio",
                "2 read, with a note: unit inferred",
            ]
        );
        let notes = printed(&["--notes"]);
        assert!(notes.contains("!K55: a ratio to a base or of a level below zero says nothing"));
        let notes = printed(&["--notes", "--vietnamese"]);
        assert!(
            notes.contains("!K55: tỷ lệ so với một gốc âm, hoặc của một mức âm, không có nghĩa")
        );
    }

    #[test]
    fn claims_read_back() {
        let lines = printed(&["--claims", "jsonl"]);
        let mut data = Dataset::new();
        data.read_jsonl(lines.as_bytes(), "claims.jsonl").unwrap();
        assert!(data.rejected().is_empty(), "{:?}", data.rejected());
        assert_eq!(data.claims().len(), 556);
        let rows = printed(&["--claims", "csv"]);
        assert_eq!(rows.lines().count(), 1 + data.claims().len());
    }

    /// What is described reads as what was described.
    #[test]
    fn a_description_reads_as_before() {
        let file = format!("tinh-describe-{}.json", std::process::id());
        let file = std::env::temp_dir().join(file);
        std::fs::write(&file, printed(&["--describe"])).unwrap();
        let by_description = printed(&["--claims", "jsonl", "--table", file.to_str().unwrap()]);
        std::fs::remove_file(&file).unwrap();
        let of = |text: &str| -> Vec<String> {
            let claims = text.lines().filter(|line| line.contains("observation"));
            claims.map(str::to_owned).collect()
        };
        assert_eq!(of(&by_description), of(&printed(&["--claims", "jsonl"])));
    }
}
