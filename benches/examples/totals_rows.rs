//! Writes the rows of the bench `totals` as CSV, and adds them up, so that
//! other engines can be run on the same file: see `peers/totals.py`.
//!
//!     $ cargo run --release -p tinh-benches --example totals_rows -- write 10000000 rows.csv
//!     $ cargo run --release -p tinh-benches --example totals_rows -- sum rows.csv

#[path = "../support/rows.rs"]
mod support;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::time::Instant;

use support::{CURRENCY_NAMES, KIND_NAMES, rows};
use tinh::totals::columns::{Columns, CsvLayout, Threads, sum_csv};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["write", count, path] => write(count.parse()?, path)?,
        ["sum", path] => sum(path)?,
        _ => return Err("expected write COUNT FILE, or sum FILE".into()),
    }
    Ok(())
}

fn write(count: usize, path: &str) -> io::Result<()> {
    let rows = rows(count);
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "province,kind,currency,year,amount")?;
    for at in 0..count {
        let amount = rows.amount[at];
        writeln!(
            out,
            "{:02},{},{},{},{}{}.{:02}",
            rows.province[at],
            KIND_NAMES[usize::from(rows.kind[at])],
            CURRENCY_NAMES[usize::from(rows.currency[at])],
            rows.year[at],
            if amount < 0 { "-" } else { "" },
            amount.abs() / 100,
            amount.abs() % 100,
        )?;
    }
    out.flush()
}

/// Prints a line a measurement, `who,what,seconds`, then the sums.
fn sum(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let layout = CsvLayout::new(["province", "kind", "currency"], "amount");
    let by = ["province", "kind", "currency"];
    let open = || File::open(path).map(BufReader::new);

    let start = Instant::now();
    let streamed = sum_csv(open()?, &layout, &by, Threads::One)?;
    report("csv, streamed", start);
    let start = Instant::now();
    let table = Columns::read_csv(open()?, &layout)?;
    report("csv, read into columns", start);

    for (what, threads) in [
        ("memory, 1 thread", Threads::One),
        ("memory, all cores", Threads::AllCores),
    ] {
        let mut best = None;
        for _ in 0..7 {
            let start = Instant::now();
            let sums = table.sum_by(&by, threads)?;
            let seconds = start.elapsed();
            assert_eq!(sums, streamed, "the answer is the same however it is read");
            best = Some(best.map_or(seconds, |best: std::time::Duration| best.min(seconds)));
        }
        let nanos = best.unwrap_or_default().as_nanos();
        println!(
            "tinh,{what:?},{}.{:09}",
            nanos / 1_000_000_000,
            nanos % 1_000_000_000
        );
    }
    for group in streamed.iter() {
        println!("sum,{},{}", group.labels().join(","), group.total());
    }
    Ok(())
}

fn report(what: &str, start: Instant) {
    let nanos = start.elapsed().as_nanos();
    println!(
        "tinh,{what:?},{}.{:09}",
        nanos / 1_000_000_000,
        nanos % 1_000_000_000
    );
}
