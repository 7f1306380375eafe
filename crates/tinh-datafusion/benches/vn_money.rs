//! How much of the bare library's speed is left in SQL?
//!
//! Reads the same amounts by `tinh_figures::parse` in a loop over the strings
//! and by `vn_money` over a column of a Parquet file, on one thread and on two,
//! in turns, and prints the fastest of each and the ratios: other work on the
//! machine makes a run slower and never faster. On Linux the same for the time
//! of the processor, in which a machine shared with others is told apart from a
//! slow query. The sums of both must agree. The query also reads and decompresses the file and adds the
//! values up, the loop adds them up only.
//!
//! ```text
//! $ cargo bench --bench vn_money
//! ```
//! With `--test` it runs once on few rows, to see that it still does. It ends
//! with an error where a ratio is below its target: 0.70 of the library on one
//! thread, 1.7 times that on two.

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{Array, AsArray, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Field, Schema};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use tinh_datafusion::datafusion;
use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Currency, Money};

const ROUNDS: usize = 15;
const QUERY: &str = "SELECT sum(get_field(vn_money(amount), 'value')) FROM deals";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let quick = std::env::args().any(|argument| argument == "--test");
    let rows: u32 = if quick { 2_000 } else { 1_000_000 };
    let rounds = if quick { 1 } else { ROUNDS };

    let amounts: Vec<String> = (0..rows).map(amount).collect();
    let dir = tempfile::tempdir()?;
    // Two files, so that two threads have one each.
    for (file, part) in amounts.chunks(amounts.len().div_ceil(2)).enumerate() {
        let path = dir.path().join(format!("part-{file}.parquet"));
        write(&path, part)?;
    }
    let path = dir
        .path()
        .to_str()
        .ok_or("a temporary directory in UTF-8")?;

    let one = Engine::new(1, path)?;
    let two = Engine::new(2, path)?;
    let expected = library(&amounts);
    let mut times: [Vec<Cost>; 3] = Default::default();
    for round in 0..=rounds {
        let runs: [(Cost, i128); 3] = [
            timed(|| Ok(library(&amounts)))?,
            timed(|| one.sum())?,
            timed(|| two.sum())?,
        ];
        for (times, (time, sum)) in times.iter_mut().zip(runs) {
            assert_eq!(sum, expected, "the sums agree");
            // The first round warms up.
            if round > 0 {
                times.push(time);
            }
        }
    }
    let wall = times.each_ref().map(|runs| least(runs, |cost| cost.wall));
    let processor = times
        .each_ref()
        .map(|runs| least(runs, |cost| cost.processor));
    let [library, one, two] = wall;
    println!("vn_money/{rows}/library            {}", rate(rows, library));
    println!("vn_money/{rows}/sql, one thread    {}", rate(rows, one));
    println!("vn_money/{rows}/sql, two threads   {}", rate(rows, two));
    let of_library = percent(library, one);
    let of_one = percent(one, two);
    println!("one thread: {of_library} % of the library (target 70)");
    println!("two threads: {of_one} % of one thread (target 170)");
    let [library, one, two] = processor;
    if !one.is_zero() {
        println!(
            "in time of the processor: {} % of the library; two threads take {} % of one",
            percent(library, one),
            percent(two, one)
        );
    }
    Ok(if quick || of_library >= 70 && of_one >= 170 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A context with one table, on its own threads.
struct Engine {
    runtime: tokio::runtime::Runtime,
    context: SessionContext,
}

impl Engine {
    fn new(threads: usize, path: &str) -> Result<Self, Box<dyn Error>> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(threads)
            .enable_all()
            .build()?;
        let config = SessionConfig::new().with_target_partitions(threads);
        let context = SessionContext::new_with_config(config);
        tinh_datafusion::register(&context);
        runtime.block_on(context.register_parquet("deals", path, ParquetReadOptions::default()))?;
        Ok(Self { runtime, context })
    }

    fn sum(&self) -> Result<i128, Box<dyn Error>> {
        let context = self.context.clone();
        // On a worker: the thread that waits would be one more.
        let query = self
            .runtime
            .spawn(async move { context.sql(QUERY).await?.collect().await });
        let batches = self.runtime.block_on(query)??;
        let batch = batches.first().ok_or("an answer")?;
        Ok(batch.column(0).as_primitive::<Decimal128Type>().value(0))
    }
}

/// The sum in units of the ninth digit after the mark.
fn library(amounts: &[String]) -> i128 {
    let mut sum = Decimal::ZERO;
    for amount in amounts {
        if let Ok(found) = tinh_figures::parse(amount)
            && let Some(money) = found.figure().money()
        {
            sum += money.amount();
        }
    }
    sum.mantissa() * 10_i128.pow(9 - sum.scale())
}

/// What a run took.
#[derive(Clone, Copy)]
struct Cost {
    wall: Duration,
    processor: Duration,
}

fn timed(
    run: impl FnOnce() -> Result<i128, Box<dyn Error>>,
) -> Result<(Cost, i128), Box<dyn Error>> {
    let (since, before) = (Instant::now(), processor());
    let sum = run()?;
    let cost = Cost {
        wall: since.elapsed(),
        processor: processor().saturating_sub(before),
    };
    Ok((cost, sum))
}

/// What all threads of this process have spent, where Linux tells: the first
/// number of a thread's `schedstat` is nanoseconds on a processor.
fn processor() -> Duration {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else {
        return Duration::ZERO;
    };
    let spent = threads.filter_map(|thread| {
        let path = thread.ok()?.path().join("schedstat");
        let numbers = std::fs::read_to_string(path).ok()?;
        numbers.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}

fn least(runs: &[Cost], of: fn(&Cost) -> Duration) -> Duration {
    runs.iter().map(of).min().unwrap_or_default()
}

fn rate(rows: u32, time: Duration) -> String {
    let nanoseconds = time.as_nanos().max(1);
    let rows = u128::from(rows) * 1_000_000_000 / nanoseconds;
    format!("{:>7} thousand rows a second", rows / 1_000)
}

fn percent(slow: Duration, quick: Duration) -> u128 {
    slow.as_nanos() * 100 / quick.as_nanos().max(1)
}

/// Amounts as newspapers print them, all different.
fn amount(n: u32) -> String {
    let currency = if n.is_multiple_of(3) {
        Currency::VND
    } else {
        Currency::USD
    };
    let value = Decimal::from(u64::from(n) * 10_000 + 50_000_000);
    let money = Money::new(value, currency);
    match n % 10 {
        0 => money.to_string(),
        1 => format!("trên {}", money.compact()),
        2 => "chưa công bố".to_owned(),
        _ => money.compact().to_string(),
    }
}

fn write(path: &std::path::Path, amounts: &[String]) -> Result<(), Box<dyn Error>> {
    let field = Field::new("amount", DataType::Utf8, false);
    let schema = Arc::new(Schema::new(vec![field]));
    let column: StringArray = amounts.iter().map(Some).collect();
    let columns = vec![Arc::new(column) as Arc<dyn Array>];
    let batch = RecordBatch::try_new(schema.clone(), columns)?;
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(64 * 1024))
        .build();
    let file = std::fs::File::create(path)?;
    let mut writer = ArrowWriter::try_new(file, schema, Some(properties))?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}
