"""The questions of `benches/totals.rs` beside DuckDB and Polars.

    $ pip install duckdb polars
    $ python3 benches/peers_questions.py [CLAIMS ...]      # 20000 200000 2000000

The same claims in memory, one thread each, the same rules in SQL: of each
producer and time the figure published last, then the preferred producer, then
the newest stock or the longest flow; what disagrees is left out. Every answer
is compared with the library's, row by row and to the last digit, before a time
counts. Five rounds in turns; printed are the medians and their ratios.
"""

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"
import duckdb
import polars as pl

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
DAY = "2022-12-31"

PREFERENCE = "CASE producer WHEN 'FIA' THEN 0 WHEN 'GSO' THEN 1 ELSE 2 END"

STOCK = f"""
WITH asked AS (
    SELECT *, {PREFERENCE} AS preference FROM claims
    WHERE measure = 'fdi.registered' AND is_stock AND partner IS NOT NULL AND last <= DATE '{DAY}'),
edition AS (
    SELECT * FROM asked QUALIFY published = max(published)
        OVER (PARTITION BY place, partner, currency, producer, last)),
newest AS (
    SELECT * FROM edition QUALIFY rank()
        OVER (PARTITION BY place, partner, currency ORDER BY preference, last DESC) = 1),
settled AS (
    SELECT place, partner, currency, any_value(measure) AS measure, min(value) AS value FROM newest
    GROUP BY place, partner, currency HAVING min(value) = max(value))
SELECT new, partner, measure, sum(value)::HUGEINT FROM settled JOIN mergers ON place = old
GROUP BY new, partner, measure, currency
"""


def flows(where, by_year, measures):
    """Flows of one place: within a year all begin on its first day."""
    year = ", year(first)" if by_year else ""
    second = "year::VARCHAR" if by_year else "''"
    return f"""
WITH asked AS (
    SELECT *, year(first) AS year, {PREFERENCE} AS preference FROM claims
    WHERE NOT is_stock AND partner IS NULL AND {where}),
edition AS (
    SELECT * FROM asked QUALIFY published = max(published)
        OVER (PARTITION BY place, measure, currency, producer, first, last)),
longest AS (
    SELECT * FROM edition QUALIFY rank()
        OVER (PARTITION BY place, measure, currency{year} ORDER BY preference, last - first DESC) = 1),
settled AS (
    SELECT place, year, measure, currency, min(value) AS value FROM longest
    GROUP BY place, year, measure, currency HAVING min(value) = max(value))
SELECT place, {second}, measure, sum(value)::HUGEINT FROM settled
GROUP BY place, year, measure, currency
"""


WITHIN = "first >= DATE '2022-01-01' AND last <= DATE '2022-12-31'"
SQL = {
    "stock": STOCK,
    "flows": flows("measure = 'exports'", True, 1),
    "year": flows(f"measure = 'exports' AND {WITHIN}", False, 1),
    "all": flows("true", True, 8),
}


def polars_of(claims, mergers):
    """The same as chains of expressions."""
    preference = (
        pl.when(pl.col("producer") == "FIA").then(0)
        .when(pl.col("producer") == "GSO").then(1).otherwise(2).alias("preference")
    )
    kinds = ["place", "measure", "currency"]

    def settled(frame, subject, best):
        edition = pl.col("published") == pl.col("published").max().over([*subject, "producer", "first", "last"])
        frame = frame.with_columns(preference).filter(edition)
        for column in best:
            frame = frame.filter(column == column.min().over(subject))
        value = pl.col("value")
        frame = frame.group_by(subject).agg(value.min(), value.max().alias("most"))
        return frame.filter(value == pl.col("most")).drop("most")

    def stock():
        asked = claims.lazy().filter(
            (pl.col("measure") == "fdi.registered") & pl.col("is_stock")
            & pl.col("partner").is_not_null() & (pl.col("last") <= pl.lit(DAY).str.to_date()))
        newest = -pl.col("last").cast(pl.Int32)
        found = settled(asked, ["place", "partner", "measure", "currency"], [pl.col("preference"), newest])
        found = found.join(mergers.lazy(), left_on="place", right_on="old")
        return found.group_by(["new", "partner", "measure", "currency"]).agg(pl.col("value").sum()).select(
            "new", "partner", "measure", "value")

    def flow(where, by_year):
        asked = claims.lazy().filter(~pl.col("is_stock") & pl.col("partner").is_null())
        if where is not None:
            asked = asked.filter(where)
        asked = asked.with_columns(pl.col("first").dt.year().alias("year"))
        longest = -(pl.col("last") - pl.col("first")).dt.total_days()
        subject = [*kinds, "year"] if by_year else kinds
        found = settled(asked, subject, [pl.col("preference"), longest])
        second = pl.col("year").cast(pl.String) if by_year else pl.lit("").alias("year")
        return found.select("place", second, "measure", "value")

    exports = pl.col("measure") == "exports"
    within = (pl.col("first") >= pl.date(2022, 1, 1)) & (pl.col("last") <= pl.date(2022, 12, 31))
    return {
        "stock": stock,
        "flows": lambda: flow(exports, True),
        "year": lambda: flow(exports & within, False),
        "all": lambda: flow(None, True),
    }


def ours(binary, count, folder):
    """The times of the library in milliseconds."""
    line = subprocess.run([binary, str(count), folder], check=True, capture_output=True, text=True).stdout
    rows = [json.loads(row) for row in line.splitlines() if row.startswith("{")]
    return {row["what"]: row["ms"] for row in rows}


def answers(folder):
    found = {name: set() for name in SQL}
    with open(Path(folder) / "answers.csv", newline="") as file:
        for name, *row, value in csv.reader(file):
            found[name].add((*row, int(value)))
    return found


def timed(run):
    start = time.perf_counter()
    rows = run()
    return rows, (time.perf_counter() - start) * 1e3


def compare(what, name, rows, expected):
    rows = {(*row[:-1], int(row[-1])) for row in rows}
    if rows != expected:
        few = sorted(rows ^ expected, key=str)[:5]
        sys.exit(f"{what}, {name}: {len(rows)} rows, the library has {len(expected)}; differ: {few}")


def main():
    counts = [int(n) for n in sys.argv[1:]] or [20_000, 200_000, 2_000_000]
    build = ["cargo", "bench", "-p", "tinh-benches", "--bench", "totals", "--no-run", "--message-format=json"]
    lines = subprocess.run(build, check=True, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()
    made = [json.loads(line) for line in lines if '"executable":"' in line]
    binary = next(m["executable"] for m in made if m["target"]["name"] == "totals")
    for count in counts:
        times = {}
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as folder:
                for what, ms in ours(binary, count, folder).items():
                    times.setdefault(what, []).append(ms)
                expected = answers(folder)
                sql = duckdb.connect()
                sql.execute("SET threads = 1")
                for table in ["claims", "mergers"]:
                    sql.execute(f"CREATE TABLE {table} AS FROM read_csv('{folder}/{table}.csv', nullstr = '')")
                sql.execute("UPDATE claims SET currency = '' WHERE currency IS NULL")
                claims, mergers = (
                    pl.read_csv(f"{folder}/{table}.csv", try_parse_dates=True) for table in ["claims", "mergers"])
                claims = claims.with_columns(pl.col("currency").fill_null(""))
                frames = polars_of(claims, mergers)
                for name, text in SQL.items():
                    for _ in range(3):
                        rows, ms = timed(lambda: sql.execute(text).fetchall())
                        times.setdefault(f"{name}/duckdb", []).append(ms)
                    compare("duckdb", name, rows, expected[name])
                    for _ in range(3):
                        rows, ms = timed(lambda: frames[name]().collect().rows())
                        times.setdefault(f"{name}/polars", []).append(ms)
                    compare("polars", name, rows, expected[name])
        middle = {what: statistics.median(ms) for what, ms in times.items()}
        print(f"{count} claims: JSON Lines read at {count / middle['read']:.0f} thousand claims a second")
        print("| question | first | again | DuckDB | Polars | first / DuckDB | again / DuckDB | again / Polars |")
        print("|---|---|---|---|---|---|---|---|")
        for name in SQL:
            first, again = middle[f"{name}/first"], middle[f"{name}/again"]
            duck, polars = middle[f"{name}/duckdb"], middle[f"{name}/polars"]
            print(f"| `{name}` | {first:.2f} ms | {again:.2f} ms | {duck:.2f} ms | {polars:.2f} ms "
                  f"| {first / duck:.2f} | {again / duck:.2f} | {again / polars:.2f} |")
        print(flush=True)


main()
