//! How much of the bare library's speed is left in SQL?
//!
//! Two functions, `vn_money` over amounts and `vn_claims` over paragraphs of
//! news: each by the library in a loop over the strings, and by SQL over a
//! column of two Parquet files on one thread and on two, in turns. Prints the
//! median of five rounds of each, the ratios with their spread, and on Linux
//! the same for the time of the processor, in which a machine shared with
//! others is told apart from a slow query. The answers of all three must agree.
//! The query also reads and decompresses the files.
//!
//! ```text
//! $ cargo bench --bench functions
//! ```
//! With `--test` it runs once on few rows, to see that it still does.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{Array, AsArray, RecordBatch, StringArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Field, Schema};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use tinh_articles::Article;
use tinh_datafusion::datafusion;
use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Currency, Money};

const ROUNDS: usize = 5;

/// A function, in SQL and in Rust.
struct Case {
    name: &'static str,
    rows: u32,
    /// The text of a row.
    text: fn(u32) -> String,
    /// One number over the column `text` of the table `t`.
    sql: &'static str,
    /// The same number, in units of the ninth digit after the mark.
    library: fn(&[String]) -> i128,
}

const CASES: [Case; 2] = [
    Case {
        name: "vn_money",
        rows: 1_000_000,
        text: amount,
        sql: "SELECT sum(get_field(vn_money(text), 'value')) FROM t",
        library: sum_of_money,
    },
    Case {
        name: "vn_claims",
        rows: 20_000,
        text: paragraph,
        sql: "SELECT sum(cardinality(vn_claims(text))) FROM t",
        library: number_of_drafts,
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let quick = std::env::args().any(|argument| argument == "--test");
    CASES.iter().try_for_each(|case| compare(case, quick))
}

fn compare(case: &Case, quick: bool) -> Result<(), Box<dyn Error>> {
    let rows = if quick { 200 } else { case.rows };
    let texts: Vec<String> = (0..rows).map(case.text).collect();
    let dir = tempfile::tempdir()?;
    // Two files, so that two threads have one each.
    for (file, part) in texts.chunks(texts.len().div_ceil(2)).enumerate() {
        write(&dir.path().join(format!("part-{file}.parquet")), part)?;
    }
    let path = dir.path().to_str();
    let path = path.ok_or("a temporary directory in UTF-8")?;
    let engines = [Engine::new(1, path)?, Engine::new(2, path)?];
    let expected = (case.library)(&texts);
    let mut costs: [Vec<Cost>; 3] = Default::default();
    for round in 0..=if quick { 0 } else { ROUNDS } {
        let [one, two] = &engines;
        let runs = [
            timed(|| Ok((case.library)(&texts)))?,
            timed(|| one.answer(case.sql))?,
            timed(|| two.answer(case.sql))?,
        ];
        for (costs, (cost, answer)) in costs.iter_mut().zip(runs) {
            assert_eq!(answer, expected, "the answers of {} agree", case.name);
            // The first round warms up.
            if round > 0 || quick {
                costs.push(cost);
            }
        }
    }
    let [library, one, two] = &costs;
    for (who, costs) in [
        ("library", library),
        ("one thread", one),
        ("two threads", two),
    ] {
        let time = median(costs.iter().map(|cost| cost.wall.as_nanos()));
        let rate = u128::from(rows) * 1_000_000_000 / time.max(1);
        println!("{}/{rows}/{who:<11} {rate:>8} rows a second", case.name);
    }
    for (of, a, b) in [
        ("one thread: % of the library", library, one),
        ("two threads: % of one thread", one, two),
    ] {
        let wall = ratio(a, b, |cost| cost.wall);
        let processor = ratio(a, b, |cost| cost.processor);
        println!("{}: {of}: {wall}; of processor time {processor}", case.name);
    }
    Ok(())
}

/// How many per cent of the speed of `b` `a` has in the same round: median,
/// least and most.
fn ratio(a: &[Cost], b: &[Cost], of: fn(&Cost) -> Duration) -> String {
    let ratios = || {
        let pairs = a.iter().zip(b);
        pairs.map(|(a, b)| of(a).as_nanos() * 100 / of(b).as_nanos().max(1))
    };
    let (least, most) = (ratios().min(), ratios().max());
    let middle = median(ratios());
    format!(
        "{middle} ({} to {})",
        least.unwrap_or_default(),
        most.unwrap_or_default()
    )
}

fn median(numbers: impl Iterator<Item = u128>) -> u128 {
    let mut numbers: Vec<u128> = numbers.collect();
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
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
        runtime.block_on(context.register_parquet("t", path, ParquetReadOptions::default()))?;
        Ok(Self { runtime, context })
    }

    fn answer(&self, sql: &'static str) -> Result<i128, Box<dyn Error>> {
        let context = self.context.clone();
        // On a worker: the thread that waits would be one more.
        let query = self
            .runtime
            .spawn(async move { context.sql(sql).await?.collect().await });
        let batches = self.runtime.block_on(query)??;
        let column = batches.first().ok_or("an answer")?.column(0);
        let number = cast(column, &tinh_datafusion::DECIMAL)?;
        Ok(number.as_primitive::<Decimal128Type>().value(0))
    }
}

fn sum_of_money(texts: &[String]) -> i128 {
    let mut sum = Decimal::ZERO;
    for text in texts {
        if let Ok(found) = tinh_figures::parse(text)
            && let Some(money) = found.figure().money()
        {
            sum += money.amount();
        }
    }
    sum.mantissa() * 10_i128.pow(9 - sum.scale())
}

fn number_of_drafts(texts: &[String]) -> i128 {
    let drafted = texts
        .iter()
        .filter_map(|text| Article::new(text).draft().ok());
    drafted
        .map(|drafted| drafted.drafts.len() as i128)
        .sum::<i128>()
        * 1_000_000_000
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

/// A paragraph of provincial news with four figures, every one different.
fn paragraph(n: u32) -> String {
    let provinces = [
        "Hải Dương",
        "Thanh Hóa",
        "Hải Phòng",
        "Vĩnh Long",
        "Bắc Ninh",
    ];
    let province = provinces
        .iter()
        .cycle()
        .nth(n as usize % 5)
        .unwrap_or(&"Huế");
    let year = 2015 + n % 9;
    format!(
        "Năm {year}, tỉnh {province} thu hút {} dự án FDI với tổng vốn đăng ký {},{} triệu USD, \
         tăng {},5% so với cùng kỳ. Kim ngạch xuất khẩu của tỉnh ước đạt {} tỷ đồng.",
        n % 300 + 2,
        n % 900 + 100,
        n % 10,
        n % 40 + 1,
        n % 5_000 + 1_000,
    )
}

fn write(path: &std::path::Path, texts: &[String]) -> Result<(), Box<dyn Error>> {
    let field = Field::new("text", DataType::Utf8, false);
    let schema = Arc::new(Schema::new(vec![field]));
    let column: StringArray = texts.iter().map(Some).collect();
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
