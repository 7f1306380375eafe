//! Workbooks read with a progress bar, and into a dataset.

use std::io;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use tinh::model::claim::{Relation, RelationKind};
use tinh::model::dataset::Problem;
use tinh::model::{Dataset, Place};
use tinh::reader::{Error, FiaReader, Reading, TableSpec, Workbook};

/// Reads a file as a workbook of the Foreign Investment Agency, or by
/// descriptions of its tables where there are any.
///
/// # Errors
/// Where the file cannot be opened, or holds no such table.
pub fn read(file: &Path, reader: &FiaReader, specs: &[TableSpec]) -> Result<Reading, Error> {
    let workbook = Workbook::open(file)?;
    if specs.is_empty() {
        reader.read(&workbook)
    } else {
        TableSpec::read_all(specs, &workbook)
    }
}

/// The descriptions of a file: one, or a list; none where no file is named.
///
/// # Errors
/// Where the file cannot be read, or is not a description; the format is that
/// of `TableSpec`, in the documentation of `tinh::reader`.
pub fn descriptions(file: Option<&Path>) -> io::Result<Vec<TableSpec>> {
    let Some(path) = file else {
        return Ok(Vec::new());
    };
    let name = path.display().to_string();
    let opened = std::fs::File::open(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
    TableSpec::from_json(&name, opened).map_err(|error| {
        io::Error::other(format!(
            "{error}; the format is that of TableSpec in the documentation of tinh::reader, and \
             workbook --describe writes one"
        ))
    })
}

/// Runs over files with a bar on the terminal that shows which one is being
/// read. Nothing is drawn for a single file, nor into a pipe or a file.
///
/// # Errors
/// The first error of `each`.
pub fn each_file(
    files: &[PathBuf],
    mut each: impl FnMut(&Path) -> io::Result<()>,
) -> io::Result<()> {
    let length = u64::try_from(files.len()).unwrap_or(u64::MAX);
    // The bar hides itself where standard error is no terminal.
    let bar = if length > 1 {
        ProgressBar::new(length)
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    for file in files {
        bar.set_message(file.display().to_string());
        // Results and the bar share the terminal: results first.
        bar.suspend(|| each(file))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Adds the stocks by province of a workbook to a dataset, and returns how
/// many were added. What the tables hold besides (flows, sectors, partners)
/// is left to whoever asks for it; rows that could not be read are rejected
/// records.
///
/// # Errors
/// Where the file cannot be opened, or holds no table that is known.
pub fn add_stocks(data: &mut Dataset, file: &Path) -> io::Result<usize> {
    let reading = read(file, &FiaReader::new(), &[]).map_err(io::Error::other)?;
    let name = file.display().to_string();
    let refused = |error| io::Error::other(format!("{name}: {error}"));
    for source in reading.sources() {
        data.add_source(source.clone()).map_err(refused)?;
    }
    let mut added = 0;
    for read in reading.claims() {
        let claim = read.claim();
        // The table by region repeats the one by province.
        let is_repeated = |relation: &Relation| relation.kind == RelationKind::SameAs;
        if claim.place() == Place::National
            || claim.time().as_of().is_none()
            || claim.relations().iter().any(is_repeated)
        {
            continue;
        }
        data.add_claim(claim.clone()).map_err(refused)?;
        added += 1;
    }
    // A cell of a table of stocks that was not understood is missed in the
    // totals; one beside a table is not.
    let stocks = |sheet: &str, row: u32| {
        reading.tables().iter().any(|table| {
            table.sheet() == sheet
                && table.time().as_of().is_some()
                && table.rows().iter().any(|found| found.index() == row)
        })
    };
    for note in reading.notes() {
        let Some(cell) = note.cell().filter(|_| !note.kind().was_read()) else {
            continue;
        };
        if note.kind() != tinh::reader::NoteKind::Stray && stocks(cell.sheet(), cell.position().row)
        {
            data.reject(Problem::new(
                &name,
                u64::from(cell.position().line()),
                &cell.to_string(),
                note.text(),
                note.message().clone(),
            ));
        }
    }
    Ok(added)
}
