//! The claims of the files named.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use tinh::model::Dataset;
use tinh::reader::FiaReader;
use tinh_examples::{data, workbook};

use crate::args::Args;

/// The data asked: of the files, after those of the examples unless
/// `--only-files`; where files are named, only theirs.
pub(crate) fn read(args: &Args) -> io::Result<Dataset> {
    let mut found = if args.only_files || !args.files.is_empty() {
        Dataset::new()
    } else {
        data::all()?
    };
    for file in &args.files {
        add(&mut found, file)?;
    }
    for problem in found.rejected() {
        anstream::eprintln!("could not be read: {problem}");
    }
    Ok(found)
}

fn add(data: &mut Dataset, path: &Path) -> io::Result<()> {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx" | "xls" | "xlsm") => add_workbook(data, path),
        Some("csv") if is_of_claims(path)? => {
            let name = path.display().to_string();
            data.read_observations(File::open(path)?, &name)
        }
        _ => data::read_into(data, path),
    }
}

/// Whether a CSV file has a claim a row, as `Dataset::write_observations`
/// writes them.
fn is_of_claims(path: &Path) -> io::Result<bool> {
    let mut header = String::new();
    BufReader::new(File::open(path)?).read_line(&mut header)?;
    Ok(header
        .split([',', ';'])
        .any(|column| column.trim() == "measure"))
}

/// Every claim of a workbook, and what of it could not be read.
fn add_workbook(data: &mut Dataset, path: &Path) -> io::Result<()> {
    let reading = workbook::read(path, &FiaReader::new(), &[]).map_err(io::Error::other)?;
    reading.add_to(data);
    Ok(())
}
