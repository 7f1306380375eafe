//! A year's workbook to claims, beside calamine reading the same file.
//!
//!     $ cargo bench -p tinh-benches --bench reader
//!
//! The workbook is made here, of the shape and size of a real one: a quick
//! report, the flows of a year by sector, partner, province and region, and
//! the stock likewise; about 3,400 numbers. `calamine` opens it and fills the
//! range of each sheet, nothing more. `open` also vets the package and keeps
//! exact decimals; `claims` reads every table, names places, partners and
//! times, and makes the claims; `audit` adds everything up again.

// A bench that cannot make its input stops; a spreadsheet adds in binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic
)]

use std::hint::black_box;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rust_xlsxwriter::{Workbook as Writer, Worksheet};
use tinh::gazetteer::{Country, Units};
use tinh::reader::{Audit, AuditCheck, AuditFinding, FiaReader, Workbook};

const FLOWS: [&str; 9] = [
    "Số dự án cấp mới",
    "Vốn đăng ký cấp mới (triệu USD)",
    "Số lượt dự án điều chỉnh",
    "Vốn đăng ký điều chỉnh\n(triệu USD)",
    "Số lượt góp vốn mua cổ phần",
    "Giá trị góp vốn, mua cổ phần \n(triệu USD)",
    "Tổng vốn đăng ký (triệu USD)",
    "12T/2022",
    "So với cùng kỳ (%)",
];
const STOCKS: [&str; 2] = [" Số dự án ", " Tổng vốn đầu tư đăng ký\n(Triệu USD) "];

/// A money figure with the digits of one divided by a million.
fn money(seed: u32) -> f64 {
    f64::from(seed.wrapping_mul(2_654_435_761) % 900_000_000) / 65_536.0
}

fn table(
    sheet: &mut Worksheet,
    top: u32,
    time: &str,
    name: &str,
    rows: &[String],
    headers: &[&str],
) -> u32 {
    sheet.write(top, 0, "ĐẦU TƯ NƯỚC NGOÀI NĂM 2023").unwrap();
    sheet.write(top + 1, 0, time).unwrap();
    sheet.write(top + 3, 0, "TT").unwrap();
    sheet.write(top + 3, 1, name).unwrap();
    for (column, header) in (2..).zip(headers) {
        sheet.write(top + 3, column, *header).unwrap();
    }
    let mut row = top + 4;
    let mut sums = vec![0.0; headers.len()];
    for (number, label) in (1..).zip(rows) {
        sheet.write(row, 0, number).unwrap();
        sheet.write(row, 1, label).unwrap();
        let now = money(row * 31);
        let before = money(row * 37);
        let mut parts = 0.0;
        for (index, (column, header)) in (2_u16..).zip(headers).enumerate() {
            let value = if header.starts_with("So ") {
                parts / before * 100.0
            } else if header.starts_with("12T") {
                before
            } else if header.contains("Tổng") && headers.len() > 2 {
                parts
            } else if header.contains("triệu") || header.contains("Triệu") {
                let value = now / f64::from(column);
                parts += value;
                value
            } else {
                f64::from(row % 97)
            };
            sheet.write(row, column, value).unwrap();
            if !header.starts_with("So ") && !header.starts_with("12T") {
                sums[index] += value;
            }
        }
        row += 1;
    }
    sheet.write(row, 0, "Tổng số").unwrap();
    for ((column, header), sum) in (2_u16..).zip(headers).zip(sums) {
        if !header.starts_with("So ") && !header.starts_with("12T") {
            sheet.write(row, column, sum).unwrap();
        }
    }
    row + 4
}

fn year() -> Vec<u8> {
    let provinces: Vec<String> = Units::on("2023-12-20".parse().unwrap())
        .iter()
        .map(|unit| unit.name().to_owned())
        .collect();
    let partners: Vec<String> = Country::all()
        .take(140)
        .map(|c| c.name().to_owned())
        .collect();
    let sectors: Vec<String> = (1..=19).map(|n| format!("Ngành số {n}")).collect();
    let mut book = Writer::new();
    let quick = book.add_worksheet();
    quick.set_name("thang 12").unwrap();
    quick.write(2, 0, "CỤC ĐẦU TƯ NƯỚC NGOÀI").unwrap();
    for (column, header) in (0..).zip(["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2022", "Năm 2023"])
    {
        quick.write(7, column, header).unwrap();
    }
    for (row, name) in (8..).zip(["Vốn thực hiện", "Vốn đăng ký*", "Đăng ký cấp mới"])
    {
        quick.write(row, 1, name).unwrap();
        quick.write(row, 2, "triệu USD").unwrap();
        quick.write(row, 3, money(row)).unwrap();
        quick.write(row, 4, money(row + 1)).unwrap();
    }
    for (name, time, headers) in [
        (
            "Thang 12 2023",
            "Tính từ 01/01/2023 đến 20/12/2023",
            &FLOWS[..],
        ),
        (
            "Luy ke T12 2023",
            "(Lũy kế các dự án còn hiệu lực đến ngày 20/12/2023)",
            &STOCKS[..],
        ),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        let mut top = 4;
        for (name, rows) in [
            ("Ngành", &sectors),
            ("Đối tác", &partners),
            ("Địa phương", &provinces),
            ("Vùng", &provinces),
        ] {
            top = table(sheet, top, time, name, rows, headers);
        }
    }
    book.save_to_buffer().unwrap()
}

fn calamine(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names
        .iter()
        .map(|name| book.worksheet_range(name).unwrap().used_cells().count())
        .sum()
}

fn reader(c: &mut Criterion) {
    let bytes = year();
    let workbook = Workbook::from_bytes("year.xlsx", &bytes).unwrap();
    let cells: usize = workbook
        .sheets()
        .iter()
        .map(|sheet| sheet.cells().count())
        .sum();
    assert_eq!(calamine(&bytes), cells);
    let reading = FiaReader::new().read(&workbook).unwrap();
    assert!(reading.claims().len() > 2_500, "{}", reading.claims().len());
    assert!(
        reading.notes().iter().all(|note| note.kind().was_read()),
        "{:?}",
        reading.notes()
    );
    let audit = Audit::of(&reading);
    // Each table is made on its own, so their totals differ; within a table
    // everything adds up.
    let differs = |finding: &AuditFinding| matches!(finding.check(), AuditCheck::Elsewhere { .. });
    assert!(
        audit.findings().iter().all(differs),
        "{:#?}",
        audit.findings()
    );

    let mut group = c.benchmark_group("reader/year");
    group.throughput(Throughput::Elements(u64::try_from(cells).unwrap()));
    group.bench_function("calamine", |b| b.iter(|| calamine(black_box(&bytes))));
    group.bench_function("open", |b| {
        b.iter(|| Workbook::from_bytes("year.xlsx", black_box(&bytes)).unwrap());
    });
    group.bench_function("claims", |b| {
        b.iter(|| {
            let workbook = Workbook::from_bytes("year.xlsx", black_box(&bytes)).unwrap();
            FiaReader::new().read(&workbook).unwrap()
        });
    });
    group.bench_function("audit", |b| b.iter(|| Audit::of(black_box(&reading))));
    group.finish();
}

criterion_group!(benches, reader);
criterion_main!(benches);
