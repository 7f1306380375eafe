//! Does a cluster give the answer that one machine gives, even when a part of
//! it dies?
//!
//! Writes sixteen Parquet files of amounts as text, starts a scheduler and two
//! executors as processes of their own on loopback, runs one query on them (the
//! amounts by province, restated to the units of another date) and compares;
//! then the same with one executor killed during the query; then over a
//! directory that the scheduler does not find, and with executors that do not
//! know the functions, to show both errors.
//!
//! ```text
//! $ cargo run --features cluster --example cluster
//! one process      34 units  400000 rows  in 9.8 s
//! two executors    34 units  400000 rows  in 6.1 s  the same answer
//! one killed       34 units  400000 rows  in 14.0 s  the same answer
//! no directory     refused: … this machine has no such directory …
//! no functions     refused: … task could not be prepared or was rejected by executor …
//! ```
//! `--release … -- --rows 625000` asks the same of ten million rows.
#![allow(clippy::print_stdout)] // the answer of the example

use std::error::Error;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand};
use datafusion::arrow::array::{Array, RecordBatch, StringArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use tinh_datafusion::cluster::{
    ExecutorProcessConfig, SchedulerConfig, ballista_executor, connect, run_executor, run_scheduler,
};
use tinh_datafusion::datafusion;
use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Currency, Money};
use tinh_gazetteer::{Units, date};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

/// A cluster on one machine, and what becomes of a query on it.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
    /// Rows in each of the sixteen files.
    #[arg(long, default_value_t = 25_000)]
    rows: u32,
}

/// What a process is; without it, the whole demonstration.
#[derive(Debug, Subcommand)]
enum Part {
    /// Runs the scheduler.
    Scheduler {
        #[arg(long)]
        port: u16,
    },
    /// Runs an executor.
    Executor {
        #[arg(long)]
        scheduler: u16,
        #[arg(long)]
        port: u16,
        #[arg(long)]
        grpc_port: u16,
        #[arg(long)]
        work_dir: String,
        /// Leaves the functions out, to show what happens then.
        #[arg(long)]
        without_functions: bool,
    },
}

/// Files of the partitioned table.
const FILES: u32 = 16;

/// How long a part of the demonstration may take.
const PATIENCE: Duration = Duration::from_secs(180);

const QUERY: &str = "
    SELECT unit, interval_sum(amount) AS total, defensible_sum(amount, measure) AS defended,
           restated(id, DATE '2023-12-20', DATE '2026-11-22') AS coverage, count(*) AS rows
    FROM (SELECT id, measure, vn_money(amount) AS amount,
                 province_restate(id, DATE '2023-12-20', DATE '2026-11-22') AS unit
          FROM (SELECT province_id(name, DATE '2023-12-20') AS id, amount, measure FROM deals))
    GROUP BY unit
    ORDER BY unit";

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::parse();
    match arguments.part {
        None => demonstrate(arguments.rows).await,
        Some(Part::Scheduler { port }) => {
            run_scheduler(SchedulerConfig {
                bind_port: port,
                // A dead executor is given up after four seconds, not three
                // minutes; a real cluster would wait longer.
                executor_timeout_seconds: 4,
                expire_dead_executor_interval_seconds: 1,
                no_executors_grace_period_seconds: 10,
                // `/readyz` answers once both are there.
                min_ready_executors: 2,
                ..SchedulerConfig::default()
            })
            .await?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Part::Executor {
            scheduler,
            port,
            grpc_port,
            work_dir,
            without_functions,
        }) => {
            let config = ExecutorProcessConfig {
                scheduler_host: "127.0.0.1".to_owned(),
                scheduler_port: scheduler,
                scheduler_connect_timeout_seconds: 30,
                external_host: Some("127.0.0.1".to_owned()),
                port,
                grpc_port,
                work_dir: Some(work_dir),
                executor_heartbeat_interval_seconds: 1,
                vcores: 1,
                ..ExecutorProcessConfig::default()
            };
            if without_functions {
                ballista_executor::executor_process::start_executor_process(Arc::new(config))
                    .await?;
            } else {
                run_executor(config).await?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The whole of it; success only where every answer is right.
async fn demonstrate(rows: u32) -> Result<ExitCode, Box<dyn Error>> {
    let dir = tempfile::tempdir()?;
    let data = dir.path().join("deals");
    write_deals(&data, rows)?;
    let data = data.to_str().ok_or("a temporary directory in UTF-8")?;

    let alone = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    tinh_datafusion::register(&alone);
    let since = Instant::now();
    let expected = ask(&alone, data).await?;
    println!("{:<16} {}", "one process", size(&expected, since)?);
    let expected_text = text(&expected)?;
    let report = |name: &str, answer: &RecordBatch, since| -> Result<bool, Box<dyn Error>> {
        let same = text(answer)? == expected_text;
        let verdict = if same {
            "the same answer"
        } else {
            "ANOTHER ANSWER"
        };
        println!("{name:<16} {}  {verdict}", size(answer, since)?);
        Ok(same)
    };

    // Two executors, both at work.
    let cluster = Cluster::start(&dir.path().join("two"), false).await?;
    let since = Instant::now();
    let both = ask(&cluster.client().await?, data).await?;
    let mut right = report("two executors", &both, since)?;
    for executor in &cluster.executors {
        if files_in(&executor.work_dir) == 0 {
            println!("an executor did nothing");
            right = false;
        }
    }
    drop(cluster);

    // One dies during the query.
    let mut cluster = Cluster::start(&dir.path().join("killed"), false).await?;
    let client = cluster.client().await?;
    let since = Instant::now();
    let query = ask(&client, data);
    tokio::pin!(query);
    let victim = cluster.executors.pop().ok_or("no executor")?;
    let begun = async {
        // Its first results are written: it has finished a part of the work,
        // and that is lost with it.
        while files_in(&victim.work_dir) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        answer = &mut query => {
            let _ = answer?;
            println!("the query ended before an executor could be killed: use more --rows");
            return Ok(ExitCode::FAILURE);
        }
        () = begun => {}
    }
    let mut process = victim.process;
    process.kill().await?;
    match tokio::time::timeout(PATIENCE, query).await? {
        Ok(answer) => right &= report("one killed", &answer, since)?,
        // An answer that cannot be had is said, never made up.
        Err(error) => println!("{:<16} failed: {}", "one killed", one_line(&*error)),
    }
    drop(cluster);

    // A scheduler that lacks the directory: the client has seen it, and then it
    // is gone.
    let cluster = Cluster::start(&dir.path().join("elsewhere"), false).await?;
    let client = cluster.client().await?;
    let copy = dir.path().join("copy");
    write_deals(&copy, 10)?;
    let gone = copy.to_str().ok_or("a temporary directory in UTF-8")?;
    register(&client, gone).await?;
    std::fs::remove_dir_all(&copy)?;
    match tokio::time::timeout(PATIENCE, answer(&client)).await? {
        Ok(_) => {
            println!("{:<16} ANSWERED, and must not", "no directory");
            right = false;
        }
        Err(error) => println!("{:<16} refused: {}", "no directory", one_line(&*error)),
    }
    drop(cluster);

    // Executors that do not know the functions.
    let cluster = Cluster::start(&dir.path().join("without"), true).await?;
    let client = cluster.client().await?;
    match tokio::time::timeout(PATIENCE, ask(&client, data)).await? {
        Ok(_) => {
            println!("{:<16} ANSWERED, and must not", "no functions");
            right = false;
        }
        Err(error) => println!("{:<16} refused: {}", "no functions", one_line(&*error)),
    }
    Ok(if right {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs the query over the files.
async fn ask(context: &SessionContext, data: &str) -> Result<RecordBatch, Box<dyn Error>> {
    register(context, data).await?;
    answer(context).await
}

async fn register(context: &SessionContext, data: &str) -> Result<(), Box<dyn Error>> {
    let options = ParquetReadOptions::default();
    Ok(context.register_parquet("deals", data, options).await?)
}

async fn answer(context: &SessionContext) -> Result<RecordBatch, Box<dyn Error>> {
    let batches = context.sql(QUERY).await?.collect().await?;
    let first = batches.first().ok_or("an answer without rows")?;
    Ok(concat_batches(&first.schema(), &batches)?)
}

fn text(answer: &RecordBatch) -> Result<String, Box<dyn Error>> {
    Ok(pretty_format_batches(std::slice::from_ref(answer))?.to_string())
}

fn size(answer: &RecordBatch, since: Instant) -> Result<String, Box<dyn Error>> {
    let seconds = since.elapsed().as_secs_f32();
    let rows = answer.column_by_name("rows").ok_or("no column rows")?;
    let rows = datafusion::arrow::compute::cast(rows, &DataType::Int64)?;
    let rows = datafusion::arrow::array::AsArray::as_primitive::<
        datafusion::arrow::datatypes::Int64Type,
    >(&rows)
    .values()
    .iter()
    .sum::<i64>();
    Ok(format!(
        "{} units  {rows} rows  in {seconds:.1} s",
        answer.num_rows()
    ))
}

fn one_line(error: &dyn Error) -> String {
    let words = error.to_string();
    words.lines().next().unwrap_or_default().to_owned()
}

/// A scheduler and its executors, as processes that end with it.
struct Cluster {
    /// Held so that the process lives.
    _scheduler: Child,
    executors: Vec<Executor>,
    port: u16,
}

struct Executor {
    process: Child,
    work_dir: std::path::PathBuf,
}

impl Cluster {
    async fn start(dir: &Path, without_functions: bool) -> Result<Self, Box<dyn Error>> {
        let port = free_port()?;
        let scheduler = process(&["scheduler", "--port", &port.to_string()])?;
        let mut executors = Vec::new();
        for name in ["first", "second"] {
            let work_dir = dir.join(name);
            std::fs::create_dir_all(&work_dir)?;
            let mut arguments = vec![
                "executor".to_owned(),
                format!("--scheduler={port}"),
                format!("--port={}", free_port()?),
                format!("--grpc-port={}", free_port()?),
                format!("--work-dir={}", work_dir.display()),
            ];
            if without_functions {
                arguments.push("--without-functions".to_owned());
            }
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            executors.push(Executor {
                process: process(&arguments)?,
                work_dir,
            });
        }
        let since = Instant::now();
        while !ready(port).await {
            if since.elapsed() > PATIENCE {
                return Err("the cluster was not ready in three minutes".into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        // Files in there are the work of a query, from here on.
        if executors.iter().any(|e| files_in(&e.work_dir) > 0) {
            return Err("an executor wrote files before there was a query".into());
        }
        Ok(Self {
            _scheduler: scheduler,
            executors,
            port,
        })
    }

    async fn client(&self) -> Result<SessionContext, Box<dyn Error>> {
        Ok(connect(&format!("df://127.0.0.1:{}", self.port)).await?)
    }
}

/// This program again, as another part of the cluster.
fn process(arguments: &[&str]) -> Result<Child, Box<dyn Error>> {
    Ok(Command::new(std::env::current_exe()?)
        .args(arguments)
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()?)
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16, Box<dyn Error>> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Whether the scheduler says that all executors are there.
async fn ready(port: u16) -> bool {
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let Ok(mut stream) = tokio::net::TcpStream::connect(address).await else {
        return false;
    };
    let request = "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let mut answer = Vec::new();
    stream.write_all(request.as_bytes()).await.is_ok()
        && stream.read_to_end(&mut answer).await.is_ok()
        && answer.starts_with(b"HTTP/1.1 200")
}

/// How many files lie in a directory, at any depth.
fn files_in(dir: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return 0;
    };
    entries
        .filter_map(Result::ok)
        .map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => files_in(&entry.path()),
            _ => 1,
        })
        .sum()
}

/// Files of amounts as a newspaper prints them, some of them unreadable.
fn write_deals(dir: &Path, rows: u32) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(dir)?;
    let field = |name| Field::new(name, DataType::Utf8, true);
    let schema = Arc::new(Schema::new(vec![
        field("name"),
        field("amount"),
        field("measure"),
    ]));
    let units: Vec<&str> = Units::on(date(2023, 12, 20)?)
        .iter()
        .map(|unit| unit.name())
        .collect();
    for file in 0..FILES {
        let rows = || (0..rows).map(move |row| row * FILES + file);
        let names = rows().map(|n| {
            let len = u32::try_from(units.len()).ok()?;
            units
                .get(usize::try_from(n.checked_rem(len)?).ok()?)
                .copied()
        });
        let amounts = rows().map(|n| match n % 11 {
            3 => None,
            5 => Some("chưa công bố".to_owned()),
            7 => Some(format!("trên {}", deal(n))),
            _ => Some(deal(n)),
        });
        let measures = rows().map(|_| Some("fdi.registered"));
        let columns: [StringArray; 3] = [names.collect(), amounts.collect(), measures.collect()];
        let columns = columns.map(|column| Arc::new(column) as Arc<dyn Array>);
        let batch = RecordBatch::try_new(schema.clone(), columns.into())?;
        let path = dir.join(format!("part-{file}.parquet"));
        let mut writer = ArrowWriter::try_new(std::fs::File::create(path)?, schema.clone(), None)?;
        writer.write(&batch)?;
        writer.close()?;
    }
    Ok(())
}

/// An amount as it is printed: `14,65 tỷ USD`.
fn deal(n: u32) -> String {
    let amount = Decimal::from(u64::from(n).wrapping_mul(7_919) % 90_000 + 1);
    let amount = amount * Decimal::from(50_000);
    Money::new(amount, Currency::USD).compact().to_string()
}
