"""The same sums by DuckDB, on the file that `cargo bench --bench sums -- --keep FILE` keeps.

    pip install duckdb && python benches/peers.py FILE

One thread, from the Parquet file, the median of five. The totals are printed
to be compared with those of the bench: the sum of all provinces must agree.
"""

import statistics
import sys
import time

import duckdb

connection = duckdb.connect()
connection.execute("SET threads TO 1")
times = []
for _ in range(6):
    since = time.perf_counter()
    rows = connection.execute(
        "SELECT province, sum(number) FROM read_parquet(?) GROUP BY 1 ORDER BY 1", [sys.argv[1]]
    ).fetchall()
    times.append(time.perf_counter() - since)
print(f"duckdb {duckdb.__version__}: {statistics.median(times[1:]) * 1000:.0f} ms, {len(rows)} provinces, "
      f"in all {sum(total for _, total in rows)}")
