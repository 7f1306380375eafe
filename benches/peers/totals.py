"""The group-by of the bench `totals` in other engines, on the same file.

Sums of exact decimals (two places) by province, kind and currency, one thread.
Every engine's sums are compared with ours digit by digit before its time is
printed. See README.md beside this file.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"

import datafusion  # noqa: E402
import duckdb  # noqa: E402
import polars as pl  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.compute as pc  # noqa: E402
import pyarrow.csv as pacsv  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
SQL = (
    "SELECT province, kind, currency, sum(amount) AS amount FROM {} "
    "GROUP BY province, kind, currency"
)
RUNS = 5


def ours(*args):
    command = ["cargo", "run", "-q", "--profile", "bench", "-p", "tinh-benches"]
    command += ["--example", "totals_rows", "--", *args]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def best(run):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return min(times), result


def sums(rows):
    return {(p, k, c): Decimal(amount) for p, k, c, amount in rows}


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        ours("write", str(count), str(path))
        expected, results = {}, []
        for row in csv.reader(ours("sum", str(path)).splitlines()):
            if row[0] == "sum":
                expected[tuple(row[1:4])] = Decimal(row[4])
            else:
                results.append((row[0], row[1], float(row[2])))

        types = {
            "province": pa.dictionary(pa.int32(), pa.string()),
            "kind": pa.dictionary(pa.int32(), pa.string()),
            "currency": pa.dictionary(pa.int32(), pa.string()),
            "year": pa.int16(),
            "amount": pa.decimal128(18, 2),
        }
        table = pacsv.read_csv(
            path, convert_options=pacsv.ConvertOptions(column_types=types)
        ).unify_dictionaries()
        table = table.combine_chunks()
        parquet = Path(folder) / "rows.parquet"
        pq.write_table(table, parquet)

        def measure(who, what, run, rows):
            seconds, result = best(run)
            assert sums(rows(result)) == expected, f"{who}, {what}: the sums differ"
            results.append((who, what, seconds))

        # DuckDB: a table of its own in memory, with enumerations as keys.
        duck = duckdb.connect(config={"threads": 1})
        duck.register("arrow_rows", table)
        duck.execute("CREATE TABLE rows AS SELECT * FROM arrow_rows")
        plain = lambda rows: rows
        measure("duckdb", "memory, 1 thread", lambda: duck.execute(SQL.format("rows")).fetchall(), plain)
        measure("duckdb", "parquet, 1 thread", lambda: duck.execute(SQL.format(f"'{parquet}'")).fetchall(), plain)

        # Polars: categorical keys, decimals.
        frame = pl.from_arrow(table)
        lazy = lambda source: (
            source.group_by("province", "kind", "currency").agg(pl.col("amount").sum()).collect()
        )
        rows = lambda frame: frame.rows()
        measure("polars", "memory, 1 thread", lambda: lazy(frame.lazy()), rows)
        measure("polars", "parquet, 1 thread", lambda: lazy(pl.scan_parquet(parquet)), rows)

        # DataFusion: Arrow batches in memory.
        config = datafusion.SessionConfig().with_target_partitions(1)
        context = datafusion.SessionContext(config)
        context.register_record_batches("rows", [table.to_batches(max_chunksize=8192)])
        context.register_parquet("file", str(parquet))

        def collect(name):
            return pa.Table.from_batches(context.sql(SQL.format(name)).collect())

        def arrow(result):
            columns = [result.column(n).cast(pa.string()).to_pylist() for n in result.column_names[:3]]
            return zip(*columns, result.column("amount").to_pylist())

        measure("datafusion", "memory, 1 thread", lambda: collect("rows"), arrow)
        measure("datafusion", "parquet, 1 thread", lambda: collect("file"), arrow)
        assert pc.sum(table.column("amount")).as_py() == sum(expected.values())

        base = next(s for who, what, s in results if (who, what) == ("tinh", "memory, 1 thread"))
        names = {"duckdb": "duckdb", "polars": "polars", "datafusion": "datafusion"}
        print(f"{count} rows, {len(expected)} groups; every sum equal")
        for who, what, seconds in results:
            label = f"{who} {version(names[who])}" if who in names else who
            rate = count / seconds / 1e6
            print(f"{label:18} {what:24} {seconds * 1000:9.1f} ms {rate:8.1f} M rows/s  {seconds / base:6.2f} x ours")


if __name__ == "__main__":
    main()
