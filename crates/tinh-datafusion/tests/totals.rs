//! The queries of `docs/totals.md`, row by row against the library's totals
//! over the same claims.

use std::collections::BTreeMap;
use std::io::Write;

use datafusion::arrow::array::AsArray;
use tempfile::NamedTempFile;
use tinh_datafusion::datafusion;
use tinh_gazetteer::{Units, date};
use tinh_model::{Dataset, measures};
use tinh_totals::{Key, Totals};

use crate::support::{context, decimal, field, integer, query, text};

const PRODUCER: &str = "Foreign Investment Agency";

/// The n-th query of the page, over a file.
fn block(number: usize, path: &str) -> String {
    let page = include_str!("../docs/totals.md");
    let block = page.split("```sql\n").nth(number).unwrap();
    let sql = block.split("```").next().unwrap();
    assert!(sql.contains("'claims.jsonl'"));
    sql.replace("'claims.jsonl'", &format!("'{path}'"))
}

/// Claims of every kind a choice is made between: an older and a newer stock of
/// every province, one after the date, one of another producer, one of a
/// partner, one contradicted; flows of quarters, half years and the year.
fn claims() -> String {
    let mut lines = vec![
        format!(r#"{{"type":"source","id":"fia","title":"Bảng","publisher":"{PRODUCER}"}}"#),
        r#"{"type":"source","id":"press","title":"Một bài báo","publisher":"Báo"}"#.to_owned(),
    ];
    let mut observe = |source: &str,
                       place: &str,
                       time: &str,
                       measure: &str,
                       figure: &str,
                       more: &str| {
        let id = format!("c{}", lines.len());
        lines.push(format!(
            r#"{{"type":"observation","id":"{id}","source":"{source}","place":"{place}","place_on":"2023-12-20",{time},"measure":"{measure}","figure":"{figure}"{more}}}"#
        ));
    };
    for (n, unit) in Units::on(date(2023, 12, 20).unwrap()).iter().enumerate() {
        let place = unit.id().as_str();
        let as_of = |day: &str| format!(r#""as_of":"{day}""#);
        let period = |period: &str| format!(r#""period":"{period}""#);
        let (stock, flow) = ("fdi.registered", "fdi.registered-new");
        observe(
            "fia",
            place,
            &as_of("2022-12-20"),
            stock,
            &format!("{} triệu USD", n + 1),
            "",
        );
        if n % 5 != 0 {
            let more = if n % 7 == 0 { "trên " } else { "" };
            let figure = format!("{more}{},5 triệu USD", n + 100);
            observe("fia", place, &as_of("2023-12-20"), stock, &figure, "");
        }
        observe(
            "fia",
            place,
            &as_of("2024-12-20"),
            stock,
            &format!("{} triệu USD", n + 900),
            "",
        );
        observe(
            "press",
            place,
            &as_of("2023-12-30"),
            stock,
            "7 triệu USD",
            "",
        );
        observe(
            "fia",
            place,
            &as_of("2023-12-20"),
            stock,
            "1 triệu USD",
            r#","partner":"Nhật Bản""#,
        );
        observe(
            "fia",
            place,
            &period("2023-01-01/2023-03-31"),
            flow,
            &format!("{} nghìn USD", n + 1),
            "",
        );
        if n % 3 == 0 {
            observe(
                "fia",
                place,
                &period("2023-01-01/2023-06-30"),
                flow,
                &format!("{} nghìn USD", n + 50),
                "",
            );
        }
        observe(
            "fia",
            place,
            &period("2023-04-01/2023-06-30"),
            flow,
            &format!("{} nghìn USD", n + 20),
            "",
        );
        if n % 4 == 0 {
            observe(
                "fia",
                place,
                &period("2023-07-01/2023-12-31"),
                flow,
                &format!("{} nghìn USD", n + 70),
                "",
            );
        }
        observe(
            "fia",
            place,
            &period("2022-01-01/2022-12-31"),
            flow,
            "3 triệu USD",
            "",
        );
    }
    // A contradiction on the newest day.
    observe(
        "fia",
        "ca-mau",
        r#""as_of":"2023-12-20""#,
        "fdi.registered",
        "999 triệu USD",
        "",
    );
    lines.join("\n")
}

/// What a row of an answer says: qualifier, lower and upper bound, count.
type Said = (String, Option<String>, Option<String>, i64);

fn library(answer: &tinh_totals::Answer<'_>, units: Units) -> BTreeMap<String, Said> {
    let rows = answer.rows().iter();
    rows.map(|row| {
        let value = row.value();
        let said = (
            value.qualifier().as_str().to_owned(),
            value.lower().map(|n| n.normalize().to_string()),
            value.upper().map(|n| n.normalize().to_string()),
            i64::try_from(row.count()).unwrap(),
        );
        (units.by_name(&row.name()).unwrap().id().to_string(), said)
    })
    .collect()
}

fn sql(
    path: &str,
    number: usize,
) -> (
    BTreeMap<String, Said>,
    datafusion::arrow::array::RecordBatch,
) {
    let answer = query(&context(3), &block(number, path));
    let totals = answer.column_by_name("total").unwrap().as_struct().clone();
    let rows = (0..answer.num_rows()).map(|row| {
        let number = |name| decimal(&field(&totals, name), row).map(|n| n.to_string());
        let said = (
            text(&field(&totals, "qualifier"), row).unwrap(),
            number("lower"),
            number("upper"),
            integer(&field(&totals, "count"), row).unwrap(),
        );
        (text(answer.column(0), row).unwrap(), said)
    });
    (rows.collect(), answer.clone())
}

fn both() -> (Dataset, NamedTempFile) {
    let lines = claims();
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(lines.as_bytes()).unwrap();
    let mut data = Dataset::new();
    data.read_jsonl(lines.as_bytes(), "claims.jsonl").unwrap();
    assert_eq!(data.rejected(), []);
    (data, file)
}

#[test]
fn the_newest_stock_by_place_is_the_librarys() {
    let (data, file) = both();
    let expected = Totals::of(&data)
        .measure(measures::FDI_REGISTERED.clone())
        .on(date(2023, 12, 31).unwrap())
        .from_sources(|source| source.producer() == PRODUCER)
        .by(Key::Province)
        .restated_to(Units::on(date(2025, 7, 1).unwrap()))
        .compute()
        .unwrap();
    let (found, answer) = sql(file.path().to_str().unwrap(), 1);
    let units = Units::on(date(2025, 7, 1).unwrap());
    assert_eq!(found, library(&expected, units));
    assert_eq!(found.len(), 34);
    // How much of each unit is reported: the same, too.
    let coverage = answer.column_by_name("coverage").unwrap().as_struct();
    for (row, unit) in found.keys().enumerate() {
        let of = expected.row(units.by_id(unit).unwrap().name()).unwrap();
        let of = of.coverage().unwrap();
        let count = |name| integer(&field(coverage, name), row).unwrap();
        assert_eq!(
            format!("{} of {}", count("reported"), count("of")),
            of.to_string()
        );
    }
}

#[test]
fn flows_that_do_not_overlap_are_the_librarys() {
    let (data, file) = both();
    let expected = Totals::of(&data)
        .measure(measures::FDI_REGISTERED_NEW.clone())
        .during("2023".parse().unwrap())
        .from_sources(|source| source.producer() == PRODUCER)
        .by(Key::Province)
        .compute()
        .unwrap();
    let (found, _) = sql(file.path().to_str().unwrap(), 2);
    let units = Units::on(date(2023, 12, 20).unwrap());
    assert_eq!(found, library(&expected, units));
    assert_eq!(found.len(), 63);
}
