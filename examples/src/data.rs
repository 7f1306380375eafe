//! The data that come with the examples.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use clap::Args;
use tinh::figures::Currency;
use tinh::model::dataset::{Column, TableLayout};
use tinh::model::{Dataset, Measure, Source, measures};

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

/// The layout of `fia_fdi_stock_by_province.csv`, as a table of a producer.
#[must_use]
pub fn stock_layout(producer: &str) -> TableLayout {
    let producer = producer.to_owned();
    TableLayout::stock("as_of", "province", move |as_of| Source {
        id: format!("{}-{as_of}", producer.to_lowercase()),
        title: "FDI stock by province".to_owned(),
        publisher: Some(producer.clone()),
        published: as_of.parse().ok(),
        not_before: None,
        address: None,
    })
    .column(Column::count("projects", FDI_PROJECTS))
    .column(Column::money(
        "registered_musd",
        FDI_REGISTERED,
        1_000_000,
        Currency::USD,
    ))
}

/// Adds a file to a dataset by its ending: `.csv` as a table of stocks, anything
/// else as JSON Lines. The table of the examples is the Foreign Investment
/// Agency's; any other is said to be of its file.
///
/// # Errors
/// Where the file cannot be opened or read.
pub fn read_into(data: &mut Dataset, path: &Path) -> io::Result<()> {
    let file = File::open(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    if path.extension().is_some_and(|ending| ending == "csv") {
        let is_ours = path.parent() == Some(&self::path(""));
        let producer = if is_ours { FIA } else { &name };
        data.read_table(BufReader::new(file), &name, &stock_layout(producer))
    } else {
        data.read_jsonl(BufReader::new(file), &name)
    }
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
