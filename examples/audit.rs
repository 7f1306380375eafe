//! Which printed totals of an official workbook do not follow from their
//! parts, by how much, and what would explain it?
//!
//!     $ cargo run --release --example audit -- FDI.2023.xlsx
//!     $ cargo run --release --example audit -- --json FDI.*.xls*
//!     $ cargo run --release --example audit -- --table budget.json budget.csv
//!
//! Without a file it adds up the table by region of the official workbook of
//! 12/2023, which comes with the example:
//!
//!     fia_fdi_flows_by_region_2023.csv: 1 of 176 figures does not hold
//!       …!D53: Đồng bằng sông Cửu Long, Vốn đăng ký cấp mới (triệu USD): printed 843,65 triệu USD,
//!       its 12 provinces give 740,65 (+103,00): the count in E53 (Đồng bằng sông Cửu Long) was
//!       added to the money; the same difference in D73, I53, I73
//!
//! `--vietnamese` writes it in Vietnamese. `--table` adds up any other table by a description of it in JSON, as the
//! example `workbook` reads it.
//!
//! The exit status is 1 where something does not hold, 2 where a file cannot
//! be read.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use serde::Serialize;
use tinh::figures::Language;
use tinh::reader::{Audit, FiaReader, Reading};
use tinh_examples::{data, output, workbook};

/// Printed totals held against their parts.
#[derive(Debug, Parser)]
#[command(name = "audit")]
struct Args {
    /// Print one JSON object a file.
    #[arg(long)]
    json: bool,
    /// Write in Vietnamese.
    #[arg(long)]
    vietnamese: bool,
    /// Read the tables by this description, or list of descriptions.
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Workbooks: .xlsx, .xls or CSV.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    audit: &'a Audit,
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut files = args.files.clone();
    if files.is_empty() {
        files.push(data::path("fia_fdi_flows_by_region_2023.csv"));
    }
    let specs = workbook::descriptions(args.table.as_deref())?;
    let language = match args.vietnamese {
        true => Language::Vietnamese,
        false => Language::English,
    };
    let mut clean = true;
    workbook::each_file(&files, |file| {
        let reading = workbook::read(file, &FiaReader::new(), &specs).map_err(io::Error::other)?;
        let audit = Audit::of(&reading);
        clean &= audit.findings().is_empty();
        if args.json {
            let file = reading.file();
            serde_json::to_writer(
                &mut *out,
                &Line {
                    file,
                    audit: &audit,
                },
            )?;
            writeln!(out)
        } else {
            write(&reading, &audit, language, out)
        }
    })?;
    out.flush()?;
    Ok(if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn write(
    reading: &Reading,
    audit: &Audit,
    language: Language,
    out: &mut impl Write,
) -> io::Result<()> {
    let (file, checked) = (reading.file(), audit.checked());
    let (wrong, skipped) = (audit.findings().len(), audit.skipped());
    let head = match wrong {
        0 => language.choose(
            format!("cả {checked} số liệu đều khớp"),
            format!("all {checked} figures hold"),
        ),
        _ => language.choose(
            format!("{wrong} trong {checked} số liệu không khớp"),
            match wrong {
                1 => format!("1 of {checked} figures does not hold"),
                _ => format!("{wrong} of {checked} figures do not hold"),
            },
        ),
    };
    writeln!(out, "{file}: {head}")?;
    if skipped > 0 {
        let why = language.choose(
            "không kiểm tra được: có phần không đọc được",
            "could not be checked: a part was not read",
        );
        writeln!(out, "  {skipped} {why}")?;
    }
    for finding in audit.findings() {
        writeln!(out, "  {}", finding.in_language(language))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(arguments: &[&str]) -> (String, ExitCode) {
        let mut out = Vec::new();
        let args = Args::parse_from(["audit"].iter().chain(arguments));
        let code = run(&args, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), code)
    }

    #[test]
    fn the_official_table_of_2023() {
        let (text, code) = printed(&[]);
        assert_eq!(code, ExitCode::FAILURE);
        let lines: Vec<&str> = text
            .lines()
            .map(|line| {
                line.trim_start()
                    .trim_start_matches("fia_fdi_flows_by_region_2023.csv")
            })
            .collect();
        assert_eq!(
            lines,
            [
                ": 1 of 176 figures does not hold",
                "!D53: Đồng bằng sông Cửu Long, Vốn đăng ký cấp mới (triệu USD): printed 843,65 triệu \
                 USD, its 12 provinces give 740,65 (+103,00): the count in E53 (Đồng bằng sông Cửu \
                 Long) was added to the money; the same difference in D73, I53, I73",
            ]
        );
    }

    #[test]
    fn the_same_in_vietnamese() {
        let (text, _) = printed(&["--vietnamese"]);
        assert!(text.contains(": 1 trong 176 số liệu không khớp"), "{text}");
        let finding = "in 843,65 triệu USD, 12 tỉnh, thành phố cộng lại được 740,65 (+103,00): số \
                       đếm ở E53 (Đồng bằng sông Cửu Long) đã bị cộng vào tiền; cùng chênh lệch ở \
                       D73, I53, I73";
        assert!(text.contains(finding), "{text}");
    }

    #[test]
    fn json_is_one_object_a_file() {
        let (text, _) = printed(&["--json"]);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["findings"][0]["printed"], "843.6525943099998");
        assert_eq!(text.lines().count(), 1);
    }
}
