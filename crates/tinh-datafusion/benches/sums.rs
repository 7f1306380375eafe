//! What do bounds cost a sum in SQL?
//!
//! A province, an exact decimal, and the same number as an amount with its
//! bounds, a fifth of them open. Four queries by province, in turns, on one
//! thread, over a Parquet file and over a fifth of its rows in memory: the
//! engine's own `sum` of the one decimal; its sums of the three decimals of an
//! amount; `interval_sum` of the amounts; `defensible_sum` of the amounts under
//! a measure. The values of all four must agree to the last digit. Prints the
//! median of each and the ratios to the engine's own, with their spread.
//!
//! ```text
//! $ cargo bench --bench sums                 # ten million rows
//! $ cargo bench --bench sums -- --keep FILE  # and keeps the file, for benches/peers.py
//! ```
//! With `--test` it runs once on few rows, to see that it still does.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{
    ArrayRef, AsArray, Decimal128Array, RecordBatch, StringViewArray, StructArray,
};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Field, Schema};
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use tinh_datafusion::datafusion;
use tinh_gazetteer::{Units, date};

const ROUNDS: usize = 5;

/// Rows of a batch that is written.
const BATCH: u64 = 100_000;

/// The total first; then whatever else is computed with it.
const CALLS: [&str; 4] = [
    "sum(number)",
    "sum(amount['value']) AS total, sum(amount['lower']), sum(amount['upper'])",
    "get_field(interval_sum(amount), 'value')",
    "get_field(defensible_sum(amount, measure), 'value')",
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let quick = arguments.iter().any(|argument| argument == "--test");
    let kept = arguments.iter().position(|argument| argument == "--keep");
    let kept = kept.and_then(|at| arguments.get(at.saturating_add(1)));
    let rows: u64 = if quick { 5_000 } else { 10_000_000 };
    let rounds = if quick { 1 } else { ROUNDS };

    let dir = tempfile::tempdir()?;
    let path = kept.map_or_else(|| dir.path().join("amounts.parquet"), PathBuf::from);
    write(&path, rows)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    tinh_datafusion::register(&context);
    let path = path.to_str().ok_or("a path in UTF-8")?;
    runtime.block_on(context.register_parquet("t", path, ParquetReadOptions::default()))?;

    let some = format!("SELECT * FROM t LIMIT {}", rows / 5);
    let copy = context.clone();
    let in_memory = runtime.block_on(async move { copy.sql(&some).await?.cache().await })?;
    context.register_table("m", in_memory.into_view())?;
    for (table, name) in [("t", "Parquet"), ("m", "memory")] {
        println!("{name}:");
        compare(&runtime, &context, table, rounds)?;
    }
    Ok(())
}

/// Runs the four queries over a table in turns and prints what they took.
fn compare(
    runtime: &tokio::runtime::Runtime,
    context: &SessionContext,
    table: &str,
    rounds: usize,
) -> Result<(), Box<dyn Error>> {
    let mut times: [Vec<Duration>; 4] = Default::default();
    // The first round warms up.
    for round in 0..=rounds {
        let mut answers = Vec::new();
        for (call, times) in CALLS.iter().zip(&mut times) {
            let sql = format!("SELECT province, {call} FROM {table} GROUP BY 1 ORDER BY 1");
            let context = context.clone();
            let since = Instant::now();
            let query = runtime.spawn(async move { context.sql(&sql).await?.collect().await });
            let batches = runtime.block_on(query)??;
            if round > 0 {
                times.push(since.elapsed());
            }
            answers.push(text(&batches)?);
        }
        assert!(
            answers.iter().all(|answer| Some(answer) == answers.first()),
            "the sums agree"
        );
    }
    for (call, times) in CALLS.iter().zip(&times) {
        let middle = median(times.iter().map(Duration::as_millis));
        println!("  {middle:>6} ms  {call}");
    }
    let [one, three, ours @ ..] = times;
    for (name, ours) in ["interval_sum", "defensible_sum"].iter().zip(ours) {
        for (of, engine) in [("one sum", &one), ("three sums", &three)] {
            let ratios = || {
                let pairs = ours.iter().zip(engine);
                pairs.map(|(ours, engine)| ours.as_micros() * 100 / engine.as_micros().max(1))
            };
            let (least, most) = (ratios().min().unwrap_or(0), ratios().max().unwrap_or(0));
            let middle = median(ratios());
            println!("  {name}: {middle} % of the engine's {of} ({least} to {most})");
        }
    }
    Ok(())
}

fn median(numbers: impl Iterator<Item = u128>) -> u128 {
    let mut numbers: Vec<u128> = numbers.collect();
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}

/// Every group and its total.
fn text(batches: &[RecordBatch]) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    for batch in batches {
        let totals = batch.column(1).as_primitive_opt::<Decimal128Type>();
        let totals = totals.ok_or("a column of decimals")?;
        for row in 0..batch.num_rows() {
            let name = array_value_to_string(batch.column(0), row)?;
            text.push_str(&format!("{name} {}\n", totals.value(row)));
        }
    }
    Ok(text)
}

/// A file of rows; every fifth amount is *more than* its number.
fn write(path: &Path, rows: u64) -> Result<(), Box<dyn Error>> {
    let decimal = tinh_datafusion::DECIMAL;
    let schema = Arc::new(Schema::new(vec![
        Field::new("province", DataType::Utf8View, false),
        Field::new("number", decimal.clone(), false),
        Field::new(
            "amount",
            DataType::Struct(tinh_datafusion::amount_fields()),
            true,
        ),
        Field::new("measure", DataType::Utf8View, false),
    ]));
    let units: Vec<&str> = Units::on(date(2023, 12, 20)?)
        .iter()
        .map(|unit| unit.id().as_str())
        .collect();
    // As `write_parquet` writes files.
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .build();
    let mut writer = ArrowWriter::try_new(
        std::fs::File::create(path)?,
        schema.clone(),
        Some(properties),
    )?;
    for first in (0..rows).step_by(usize::try_from(BATCH)?) {
        let numbers = || first..rows.min(first.saturating_add(BATCH));
        let value = |n: u64| i128::from(n.wrapping_mul(7_919) % 90_000 + 1) * 50_000_000_000_000;
        let is_open = |n: u64| n.is_multiple_of(5);
        let unit = |n: u64| {
            units
                .iter()
                .copied()
                .cycle()
                .nth(usize::try_from(n % 63).ok()?)
        };
        let column = |keep: &dyn Fn(u64) -> bool| -> Result<ArrayRef, Box<dyn Error>> {
            let values = numbers().map(|n| keep(n).then(|| value(n)));
            let array: Decimal128Array = values.collect();
            Ok(Arc::new(array.with_data_type(decimal.clone())))
        };
        let texts = |of: &dyn Fn(u64) -> Option<&'static str>| -> ArrayRef {
            Arc::new(numbers().map(of).collect::<StringViewArray>())
        };
        let amount = StructArray::try_new(
            tinh_datafusion::amount_fields(),
            vec![
                column(&|_| true)?,
                texts(&|_| Some("USD")),
                column(&|_| true)?,
                column(&|n| !is_open(n))?,
                texts(&|n| Some(if is_open(n) { "more_than" } else { "exact" })),
            ],
            None,
        )?;
        let provinces: StringViewArray = numbers().map(unit).collect();
        let columns: Vec<ArrayRef> = vec![
            Arc::new(provinces),
            column(&|_| true)?,
            Arc::new(amount),
            texts(&|_| Some("fdi.registered")),
        ];
        writer.write(&RecordBatch::try_new(schema.clone(), columns)?)?;
    }
    writer.close()?;
    Ok(())
}
