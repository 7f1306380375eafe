//! What do the files of a directory say, in SQL?
//!
//! Runs one query, with every function of the crate, over Parquet, CSV and
//! JSON Lines files, and prints a table, CSV or JSON Lines. A file becomes the
//! table of its name without the ending, or of the name before `=`; files of
//! claims are read by `claims('file.jsonl')` in the query itself.
//!
//! ```text
//! $ cargo run --example sql -- --query "
//!     SELECT place_name, defensible_sum(amount, basis)['lower'] AS at_least
//!     FROM claims('../../examples/data/articles.jsonl')
//!     WHERE measure = 'fdi.registered' AND time_kind = 'as_of'
//!     GROUP BY place_name ORDER BY at_least DESC"
//! +------------+-----------------------+
//! | place_name | at_least              |
//! +------------+-----------------------+
//! | Hải Phòng  | 24500000000.000000000 |
//! | Thanh Hóa  | 14650000000.000000000 |
//! | Hải Dương  | 9430000000.000000000  |
//! | Vĩnh Long  | 876920000.000000000   |
//! +------------+-----------------------+
//! ```
//!
//! Without the filter on `time_kind` it is refused: one article has what
//! Hải Dương holds and what it registered in nine months, and the sum would
//! count those twice.
#![allow(clippy::unwrap_used)] // in the test only: the answers are pinned there

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, ValueEnum};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, StringArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::arrow::{csv, json};
use datafusion::prelude::{
    CsvReadOptions, JsonReadOptions, ParquetReadOptions, SessionConfig, SessionContext,
};
use tinh_datafusion::datafusion;

/// Runs one SQL query over files.
#[derive(Debug, Parser)]
struct Arguments {
    /// The query.
    #[arg(long)]
    query: String,
    /// How the answer is printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Files: `path` or `name=path`; .parquet, .csv, .json or .jsonl, or a
    /// directory of Parquet files.
    files: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Aligned columns.
    Table,
    /// Comma-separated, structs as a column for each field.
    Csv,
    /// One JSON object a line.
    Json,
}

#[tokio::main]
async fn main() -> ExitCode {
    let printed = run(&Arguments::parse()).await.and_then(|answer| {
        // A reader that stops early is no failure.
        match std::io::stdout().lock().write_all(answer.as_bytes()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The answer, as it is printed.
async fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    // `1.5` in a query is a decimal, as every figure here.
    let config = SessionConfig::new()
        .with_information_schema(true) // SHOW FUNCTIONS, DESCRIBE
        .set_bool("datafusion.sql_parser.parse_float_as_decimal", true);
    let context = SessionContext::new_with_config(config);
    tinh_datafusion::register(&context);
    for file in &arguments.files {
        register(&context, file).await?;
    }
    let frame = context.sql(&arguments.query).await?;
    let schema = Arc::new(frame.schema().as_arrow().clone());
    let batches = frame.collect().await?;
    let schema = batches.first().map_or(schema, RecordBatch::schema);
    let answer = concat_batches(&schema, &batches)?;
    match arguments.format {
        Format::Table => Ok(format!("{}\n", pretty_format_batches(&[answer])?)),
        Format::Csv => {
            let mut out = Vec::new();
            csv::Writer::new(&mut out).write(&flat(&answer)?)?;
            Ok(String::from_utf8(out)?)
        }
        Format::Json => {
            let mut out = Vec::new();
            let mut writer = json::LineDelimitedWriter::new(&mut out);
            writer.write(&answer)?;
            writer.finish()?;
            Ok(String::from_utf8(out)?)
        }
    }
}

/// Makes a file a table.
async fn register(context: &SessionContext, file: &str) -> Result<(), Box<dyn Error>> {
    let (name, path) = match file.split_once('=') {
        Some((name, path)) => (name.to_owned(), path),
        None => {
            let stem = PathBuf::from(file);
            let stem = stem.file_stem().and_then(|stem| stem.to_str());
            (stem.ok_or("a file without a name")?.to_owned(), file)
        }
    };
    let ending = PathBuf::from(path);
    let ending = ending.extension().and_then(|ending| ending.to_str());
    match ending {
        Some("csv") => {
            // Figures as printed are text: no column is guessed to be a
            // floating-point number.
            let options = CsvReadOptions::new().schema_infer_max_records(0);
            context.register_csv(&name, path, options).await?;
        }
        Some(ending @ ("json" | "jsonl")) => {
            let ending = format!(".{ending}");
            let options = JsonReadOptions::default().file_extension(&ending);
            context.register_json(&name, path, options).await?;
        }
        _ => {
            let options = ParquetReadOptions::default();
            context.register_parquet(&name, path, options).await?;
        }
    }
    Ok(())
}

/// The batch with a column for every field of a struct, and lists as text:
/// a cell of CSV holds one value.
fn flat(batch: &RecordBatch) -> Result<RecordBatch, Box<dyn Error>> {
    let mut fields = Vec::new();
    let mut columns: Vec<ArrayRef> = Vec::new();
    let schema = batch.schema();
    let mut open: Vec<(String, ArrayRef)> = schema
        .fields()
        .iter()
        .map(|field| field.name().clone())
        .zip(batch.columns().iter().cloned())
        .rev()
        .collect();
    while let Some((name, column)) = open.pop() {
        match column.data_type() {
            DataType::Struct(inner) => {
                // A null struct has null fields.
                let (_, arrays, nulls) = column.as_struct().clone().into_parts();
                for (field, array) in inner.iter().zip(arrays).rev() {
                    let array = match &nulls {
                        None => array,
                        Some(valid) => {
                            let valid = datafusion::arrow::array::BooleanArray::new(
                                valid.inner().clone(),
                                None,
                            );
                            let null = datafusion::arrow::compute::not(&valid)?;
                            datafusion::arrow::compute::nullif(&array, &null)?
                        }
                    };
                    open.push((format!("{name}.{}", field.name()), array));
                }
            }
            DataType::List(_) | DataType::LargeList(_) => {
                let options = FormatOptions::default();
                let printed = ArrayFormatter::try_new(&column, &options)?;
                let rows = (0..column.len())
                    .map(|row| column.is_valid(row).then(|| printed.value(row).to_string()));
                let texts: StringArray = rows.collect();
                fields.push(Field::new(name, DataType::Utf8, true));
                columns.push(Arc::new(texts));
            }
            other => {
                fields.push(Field::new(name, other.clone(), true));
                columns.push(column);
            }
        }
    }
    Ok(RecordBatch::try_new(
        Arc::new(Schema::new(fields)),
        columns,
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn answer(query: &str, format: Format, files: &[&str]) -> String {
        let arguments = Arguments {
            query: query.to_owned(),
            format,
            files: files.iter().map(|file| (*file).to_owned()).collect(),
        };
        run(&arguments).await.unwrap()
    }

    const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data");

    #[tokio::test]
    async fn claims_are_totalled() {
        let query = format!(
            "SELECT place_name, defensible_sum(amount, measure)['lower'] AS at_least
             FROM claims('{DATA}/articles.jsonl')
             WHERE measure = 'fdi.registered' AND scope = 'place' AND realm = 'actual'
             GROUP BY place_name ORDER BY at_least DESC"
        );
        let table = answer(&query, Format::Table, &[]).await;
        assert!(
            table.contains("| Hải Phòng  | 24500000000.000000000 |"),
            "{table}"
        );
    }

    #[tokio::test]
    async fn csv_in_csv_and_json_out() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deals.csv");
        std::fs::write(&path, "name,amount\nA,\"14,65 tỷ USD\"\nB,?\n").unwrap();
        let path = path.to_str().unwrap();
        let query = "SELECT name, vn_money(amount) AS m FROM deals ORDER BY name";
        assert_eq!(
            answer(query, Format::Csv, &[path]).await,
            "name,m.value,m.currency,m.lower,m.upper,m.qualifier\n\
             A,14650000000.000000000,USD,14650000000.000000000,14650000000.000000000,exact\n\
             B,,,,,\n"
        );
        let query = "SELECT name, vn_words(vn_money(amount)) AS w FROM d WHERE name = 'A'";
        assert_eq!(
            answer(query, Format::Json, &[&format!("d={path}")]).await,
            "{\"name\":\"A\",\"w\":\"mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ\"}\n"
        );
    }

    #[tokio::test]
    async fn parquet_goes_in_and_out() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("claims.parquet");
        let path = path.to_str().unwrap();
        let copy = format!("COPY (SELECT * FROM claims('{DATA}/articles.jsonl')) TO '{path}'");
        let copied = answer(&copy, Format::Csv, &[]).await;
        let count = answer("SELECT count(*) AS count FROM claims", Format::Csv, &[path]).await;
        assert_eq!(copied, count);
    }
}
