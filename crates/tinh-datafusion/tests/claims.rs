//! Claims as tables: the model's claims, none lost, none added.

use std::fs::File;
use std::io::{BufReader, Write};

use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::Date32Type;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use tempfile::NamedTempFile;
use tinh_datafusion::{claim_schema, datafusion, dataset_batches, write_parquet};
use tinh_gazetteer::chrono::NaiveDate;
use tinh_model::{Claim, Dataset};
use tinh_totals::Interval;

use crate::support::{context, decimal, field, integer, query, text, try_query, value};

const ARTICLES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../examples/data/articles.jsonl"
);

fn dataset(path: &str) -> Dataset {
    let mut data = Dataset::new();
    let file = BufReader::new(File::open(path).unwrap());
    data.read_jsonl(file, path).unwrap();
    data
}

/// A file of these lines, deleted with the test.
fn file(lines: &str) -> (NamedTempFile, String) {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(lines.as_bytes()).unwrap();
    let path = file.path().to_str().unwrap().to_owned();
    (file, path)
}

fn day(batch: &RecordBatch, name: &str, row: usize) -> Option<NaiveDate> {
    let column = batch.column_by_name(name).unwrap();
    let days = column.as_primitive::<Date32Type>();
    (days.is_valid(row)).then(|| days.value_as_date(row).unwrap())
}

/// Compares rows with the quantities of a dataset.
fn same(batch: &RecordBatch, data: &Dataset, from_file: bool) {
    let at = |name: &str, row| text(batch.column_by_name(name).unwrap(), row);
    let mut row = 0;
    for claim in data.claims() {
        let quantities = claim.quantities();
        for quantity in &quantities {
            assert_eq!(at("key", row), Some(quantity.id()));
            assert_eq!(at("field", row).as_deref(), Some(quantity.field));
            assert_eq!(at("measure", row), Some(quantity.measure.to_string()));
            assert_eq!(at("time", row), Some(quantity.time.to_string()));
            assert_eq!(day(batch, "first_day", row), quantity.time.first_day());
            assert_eq!(day(batch, "last_day", row), quantity.time.last_day());
            assert_eq!(
                at("figure", row).as_deref(),
                quantity.figure.map(|figure| figure.text())
            );
            let amount = field(batch.column_by_name("amount").unwrap().as_struct(), "value");
            assert_eq!(
                decimal(&amount, row),
                quantity.value().map(|value| value.normalize()),
                "{}",
                quantity.id()
            );
            whole(batch, claim, data, row, from_file);
            row += 1;
        }
        if quantities.is_empty() {
            assert_eq!(at("key", row).as_deref(), Some(claim.id()));
            assert_eq!(at("measure", row), None);
            whole(batch, claim, data, row, from_file);
            row += 1;
        }
    }
    assert_eq!(batch.num_rows(), row);
}

/// What every row of a claim says of it.
fn whole(batch: &RecordBatch, claim: &Claim, data: &Dataset, row: usize, from_file: bool) {
    let at = |name: &str| text(batch.column_by_name(name).unwrap(), row);
    assert_eq!(at("claim_id").as_deref(), Some(claim.id()));
    assert_eq!(at("source_id").as_deref(), Some(claim.source()));
    assert_eq!(
        at("producer").as_deref(),
        data.source(claim.source()).map(|source| source.producer())
    );
    assert_eq!(at("type").as_deref(), Some(claim.statement().type_code()));
    assert_eq!(at("place_id").as_deref(), Some(claim.place().id()));
    assert_eq!(at("place_name").as_deref(), Some(claim.place().name()));
    assert_eq!(day(batch, "place_on", row), claim.place().on());
    assert_eq!(at("status").as_deref(), Some(claim.status().code()));
    assert_eq!(at("realm").as_deref(), Some(claim.realm().code()));
    assert_eq!(at("note").as_deref(), claim.note());
    let line = batch.column_by_name("source_line").unwrap();
    assert_eq!(integer(line, row), claim.line().map(i64::from));
    assert_eq!(at("file").is_some(), from_file);
    // Nothing of the claim is lost.
    let record: Claim = serde_json::from_str(&at("record").unwrap()).unwrap();
    assert_eq!(&record, claim);
    let relations = batch.column_by_name("relations").unwrap();
    let relations = relations.as_list::<i32>().value(row);
    let relations = relations.as_struct();
    assert_eq!(relations.len(), claim.relations().len());
    for (at, relation) in claim.relations().iter().enumerate() {
        let found = |name| text(&field(relations, name), at).unwrap();
        assert_eq!(found("kind"), relation.kind.code());
        assert_eq!(found("to"), relation.to);
    }
}

#[test]
fn a_file_is_a_table() {
    let data = dataset(ARTICLES);
    assert!(data.rejected().is_empty() && data.claims().len() > 40);
    let context = context(2);
    let sql = format!("SELECT * FROM claims('{ARTICLES}')");
    let batch = query(&context, &sql);
    assert_eq!(batch.schema(), claim_schema());
    same(&batch, &data, true);
    // Every claim is on the line the table says.
    let lines: Vec<String> = std::fs::read_to_string(ARTICLES)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    for row in 0..batch.num_rows() {
        let line = integer(batch.column_by_name("file_line").unwrap(), row).unwrap();
        let id = text(batch.column_by_name("claim_id").unwrap(), row).unwrap();
        let line = &lines[usize::try_from(line).unwrap() - 1];
        assert!(line.contains(&format!("{id:?}")), "{line}");
    }
}

#[test]
fn a_dataset_is_a_parquet_file_is_a_table() {
    let data = dataset(ARTICLES);
    let batches: Vec<_> = dataset_batches(&data).collect::<Result<_, _>>().unwrap();
    same(
        &concat_batches(&claim_schema(), &batches).unwrap(),
        &data,
        false,
    );

    let file = tempfile::Builder::new()
        .suffix(".parquet")
        .tempfile()
        .unwrap();
    let rows = write_parquet(&data, file.reopen().unwrap()).unwrap();
    let context = context(2);
    let path = file.path().to_str().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime
        .block_on(context.register_parquet("p", path, ParquetReadOptions::default()))
        .unwrap();
    let batch = query(&context, "SELECT * FROM p");
    assert_eq!(u64::try_from(batch.num_rows()).unwrap(), rows);
    same(&batch, &data, false);
    // Sums read the struct as it comes back.
    let sql = |table: &str| {
        format!("SELECT interval_sum(amount) FROM {table} WHERE measure = 'fdi.registered'")
    };
    assert_eq!(
        value(&context, &sql("p")),
        value(&context, &sql(&format!("claims('{ARTICLES}')")))
    );
}

#[test]
fn sums_of_claims_are_the_librarys() {
    let data = dataset(ARTICLES);
    let figures = data
        .quantities()
        .filter(|q| q.measure.to_string() == "fdi.registered")
        .filter_map(|q| q.figure?.reading());
    let expected = Interval::sum(figures.map(Interval::of)).unwrap();
    let context = context(2);
    let sql = format!(
        "SELECT defensible_sum(amount, measure) AS s FROM claims('{ARTICLES}') \
         WHERE measure = 'fdi.registered'"
    );
    let batch = query(&context, &sql);
    let total = batch.column(0).as_struct();
    assert_eq!(decimal(&field(total, "lower"), 0), expected.lower());
    assert_eq!(
        text(&field(total, "qualifier"), 0).as_deref(),
        Some(expected.qualifier().as_str())
    );
}

#[test]
fn columns_are_read_as_asked_for() {
    let context = context(2);
    let sql = format!("SELECT record, key FROM claims('{ARTICLES}') LIMIT 3");
    let batch = query(&context, &sql);
    assert_eq!((batch.num_rows(), batch.num_columns()), (3, 2));
    assert_eq!(batch.column(0).null_count(), 0);
    let sql = format!("SELECT count(*) FROM claims('{ARTICLES}')");
    let all = query(&context, &format!("SELECT * FROM claims('{ARTICLES}')"));
    assert_eq!(value(&context, &sql), all.num_rows().to_string());
}

const SOURCE: &str = r#"{"type":"source","id":"s","title":"Một bài báo","publisher":"Báo"}"#;

fn observation(id: &str, figure: &str) -> String {
    format!(
        r#"{{"type":"observation","id":"{id}","source":"s","place":"Cao Bằng","as_of":"2022-12-20","measure":"fdi.projects","figure":"{figure}"}}"#
    )
}

#[test]
fn unreadable_lines_are_an_error_or_rows_never_nothing() {
    let lines = [
        SOURCE.to_owned(),
        observation("a", "70 dự án"),
        "not json".to_owned(),
        observation("b", "bảy chục cái gì đó"),
        observation("a", "71 dự án"),
        observation("c", "5 dự án"),
        SOURCE.replace("Một", "Hai"),
    ]
    .join("\n");
    let (_file, path) = file(&lines);
    let context = context(1);

    let error = try_query(&context, &format!("SELECT key FROM claims('{path}')")).unwrap_err();
    assert!(
        error.contains(&format!("claims: {path}:3: expected a JSON object")),
        "{error}"
    );
    assert!(
        error.ends_with("try_claims lists every such line"),
        "{error}"
    );

    let sql = format!("SELECT key, file_line, error FROM try_claims('{path}')");
    let batch = query(&context, &sql);
    let rows: Vec<_> = (0..batch.num_rows())
        .map(|row| {
            let line = integer(batch.column(1), row).unwrap();
            (text(batch.column(0), row), line, text(batch.column(2), row))
        })
        .collect();
    let mut data = Dataset::new();
    data.read_jsonl(lines.as_bytes(), &path).unwrap();
    // The same claims, and the same problems in the same words.
    let keys: Vec<_> = rows.iter().filter_map(|(key, ..)| key.clone()).collect();
    assert_eq!(keys, ["a", "c"]);
    let problems: Vec<_> = rows
        .iter()
        .filter_map(|(_, line, error)| Some(format!("{path}:{line}: {}", error.as_ref()?)))
        .collect();
    let expected: Vec<_> = data.rejected().iter().map(ToString::to_string).collect();
    assert_eq!(problems, expected);
}

#[test]
fn files_are_read_as_one_dataset() {
    let (_one, one) = file(&format!("{SOURCE}\n{}\n", observation("a", "70 dự án")));
    let (_two, two) = file(&format!("{}\n", observation("b", "5 dự án")));
    let context = context(1);
    let sql = format!("SELECT interval_sum(amount)['value'] FROM claims('{one}', '{two}')");
    assert_eq!(value(&context, &sql), "75.000000000");
    let error = try_query(&context, &format!("SELECT key FROM claims('{two}')")).unwrap_err();
    assert!(error.contains("unknown source \"s\""), "{error}");
    let error = try_query(
        &context,
        &format!("SELECT key FROM claims('{one}', '{one}')"),
    );
    let error = error.unwrap_err();
    assert!(
        error.contains("id: claim \"a\" was defined before"),
        "{error}"
    );
}

#[test]
fn observations_come_from_csv_too() {
    let data = dataset(ARTICLES);
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let mut sources = File::create(at("sources.jsonl")).unwrap();
    for line in std::fs::read_to_string(ARTICLES).unwrap().lines() {
        if line.contains(r#""type":"source""#) {
            writeln!(sources, "{line}").unwrap();
        }
    }
    let rows = File::create(at("rows.CSV")).unwrap();
    let written = data.write_observations(rows).unwrap();
    assert!(written > 0);
    let context = context(1);
    let figures = |files: &str| {
        let sql = format!(
            "SELECT key, place_id, time, measure, basis, figure, amount FROM claims({files}) \
             WHERE type = 'observation' ORDER BY key"
        );
        let batch = query(&context, &sql);
        format!("{:?}", batch.columns())
    };
    let from_csv = figures(&format!("'{}', '{}'", at("sources.jsonl"), at("rows.CSV")));
    assert_eq!(from_csv, figures(&format!("'{ARTICLES}'")));

    let bad =
        "id,source,place,as_of,measure,figure\nx,s,Atlantis,2022-12-20,fdi.projects,70 dự án\n";
    std::fs::write(at("s.jsonl"), SOURCE).unwrap();
    std::fs::write(at("bad.csv"), bad).unwrap();
    refused(
        &context,
        &format!(
            "SELECT * FROM claims('{}', '{}')",
            at("s.jsonl"),
            at("bad.csv")
        ),
        &format!("claims: {}:2: place: ", at("bad.csv")),
    );
    // Rows of a source that no file before it defines.
    refused(
        &context,
        &format!("SELECT * FROM claims('{}')", at("rows.CSV")),
        "unknown source",
    );
}

#[track_caller]
fn refused(context: &SessionContext, sql: &str, words: &str) {
    let error = try_query(context, sql).unwrap_err();
    assert!(error.contains(words), "{error}");
}

#[test]
fn what_is_no_file_is_said() {
    let context = context(1);
    refused(
        &context,
        "SELECT * FROM claims('/no/such/file.jsonl')",
        "claims: /no/such/file.jsonl: ",
    );
    refused(
        &context,
        "SELECT * FROM claims()",
        "claims expects the path of at least one file",
    );
    refused(
        &context,
        "SELECT * FROM try_claims(5)",
        "try_claims expects the path of a file, found Int64(5)",
    );
}

#[test]
fn a_pattern_is_every_file_that_matches() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    // The source comes first by name only.
    std::fs::write(at("b.jsonl"), observation("b", "5 dự án")).unwrap();
    std::fs::write(at("a.jsonl"), SOURCE).unwrap();
    std::fs::write(at("c.jsonl"), observation("c", "7 dự án")).unwrap();
    std::fs::write(at("note.txt"), "not json").unwrap();
    std::fs::write(at("[x].jsonl"), SOURCE).unwrap();
    let context = context(1);
    let sum = |files: &str| {
        let sql = format!("SELECT interval_sum(amount)['value'] FROM claims({files})");
        value(&context, &sql)
    };
    assert_eq!(sum(&format!("'{}'", at("?.jsonl"))), "12.000000000");
    // A name with such a sign is itself first.
    let files = format!("'{}', '{}'", at("[x].jsonl"), at("[bc].jsonl"));
    assert_eq!(sum(&files), "12.000000000");
    refused(
        &context,
        &format!("SELECT * FROM claims('{}')", at("*.json")),
        &format!("claims: no file matches {}", at("*.json")),
    );
    refused(
        &context,
        &format!("SELECT * FROM try_claims('{}')", at("***")),
        "try_claims: ",
    );
    refused(
        &context,
        &format!("SELECT * FROM claims('{}')", dir.path().display()),
        "Is a directory",
    );
}

#[test]
fn an_empty_file_is_an_empty_table() {
    let (_file, path) = file("");
    let context = context(1);
    let batch = query(&context, &format!("SELECT * FROM claims('{path}')"));
    assert_eq!(batch.num_rows(), 0);
}
