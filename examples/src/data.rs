//! The data that come with the examples.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use clap::Args;
use tinh::model::{Dataset, Measure, Source, measures};
use tinh::reader::{Notation, TableSpec, TableTime, Workbook};

/// The producer of the official tables: the Foreign Investment Agency.
pub const FIA: &str = "FIA";

/// The projects of foreign direct investment in force.
pub const FDI_PROJECTS: Measure = measures::FDI_PROJECTS;

/// The registered capital of foreign direct investment.
pub const FDI_REGISTERED: Measure = measures::FDI_REGISTERED;

/// A file of the examples' `data` folder.
#[must_use]
pub fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(file)
}

/// The description of `fia_fdi_stock_by_province.csv`, as a table of a producer:
/// a publication a date.
#[must_use]
pub fn stock_table(producer: &str) -> TableSpec {
    let source =
        Source::new(producer.to_lowercase(), "FDI stock by province").with_publisher(producer);
    let mut table = TableSpec::new(source, TableTime::Stock("as_of".into()))
        .place("province")
        .figure("projects", FDI_PROJECTS, None)
        .figure("registered_musd", FDI_REGISTERED, Some("triệu USD"));
    table.source_per_date = true;
    table.notation = Some(Notation::Point);
    table
}

/// Adds a file to a dataset by its ending: `.csv` as a table of stocks, anything
/// else as JSON Lines. The table of the examples is the Foreign Investment
/// Agency's; any other is said to be of its file.
///
/// # Errors
/// Where the file cannot be opened or read, or is a table without these columns.
pub fn read_into(data: &mut Dataset, path: &Path) -> io::Result<()> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    if path.extension().is_some_and(|ending| ending == "csv") {
        let is_ours = path.parent() == Some(&self::path(""));
        let producer = if is_ours { FIA } else { &name };
        let workbook = Workbook::open(path).map_err(io::Error::other)?;
        let reading = stock_table(producer).read(&workbook);
        reading.map_err(io::Error::other)?.add_to(data);
        return Ok(());
    }
    let file = File::open(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    data.read_jsonl(BufReader::new(file), &name)
}

/// The files a program reads its claims from.
#[derive(Debug, Args)]
pub struct Files {
    /// Claims as JSON Lines, stocks as CSV with the columns as_of, province,
    /// projects, registered_musd; data of the examples by default.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

impl Files {
    /// What the files hold, or `default` where none is named.
    ///
    /// # Errors
    /// Where a file cannot be opened or read.
    pub fn read(&self, default: impl FnOnce() -> io::Result<Dataset>) -> io::Result<Dataset> {
        if self.files.is_empty() {
            return default();
        }
        let mut data = Dataset::new();
        for file in &self.files {
            read_into(&mut data, file)?;
        }
        Ok(data)
    }
}

/// Prints what could not be read, to standard error; whether there is any.
pub fn report_rejected(data: &Dataset) -> bool {
    for problem in data.rejected() {
        anstream::eprintln!("error: {problem}");
    }
    !data.rejected().is_empty()
}

/// The claims of the five articles.
///
/// # Errors
/// Where the file cannot be opened or read.
pub fn articles() -> io::Result<Dataset> {
    let mut data = Dataset::new();
    read_into(&mut data, &path("articles.jsonl"))?;
    Ok(data)
}

/// The official stocks and the claims of the five articles.
///
/// # Errors
/// Where a file cannot be opened or read.
pub fn all() -> io::Result<Dataset> {
    let mut data = Dataset::new();
    read_into(&mut data, &path("fia_fdi_stock_by_province.csv"))?;
    read_into(&mut data, &path("articles.jsonl"))?;
    Ok(data)
}
