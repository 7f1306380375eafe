//! Laws over generated input.

use proptest::collection::vec;
use proptest::prelude::*;
use tinh_reader::rust_decimal::Decimal;
use tinh_reader::tinh_model::Dataset;
use tinh_reader::{Audit, FiaReader, TableSpec, Workbook};

use crate::seeds::{DESCRIPTIONS, TABLES};
use crate::support::{Cell, Rows, row, xls, xlsx};

/// Never below zero: the model refuses a stock of less than nothing. Flows,
/// which may be negative, have tests of their own.
fn money() -> impl Strategy<Value = f64> {
    (0..5_000_000_000_000_i64, 0_u32..7).prop_map(|(units, places)| {
        // The nearest double of a decimal, as a spreadsheet stores it.
        Decimal::new(units, places).to_string().parse().unwrap()
    })
}

fn table(rows: &[(f64, i32)]) -> Rows {
    const NAMES: [&str; 8] = [
        "Hà Nội",
        "Hải Phòng",
        "Đà Nẵng",
        "Cần Thơ",
        "An Giang",
        "Cà Mau",
        "Gia Lai",
        "Dầu khí",
    ];
    let mut table = vec![
        row!["Lũy kế đến ngày 20/12/2023"],
        row!["TT", "Địa phương", "Số dự án", "Vốn đăng ký (triệu USD)"],
    ];
    for ((number, name), (money, count)) in (1_i32..).zip(NAMES).zip(rows) {
        table.push(row![number, name, *count, *money]);
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The digits typed into a cell are the digits of the claim, in both
    /// formats, and survive a file of claims.
    #[test]
    fn figures_are_exact(rows in vec((money(), 0..1_000_000_i32), 1..8)) {
        let new = xlsx(&[("a", table(&rows))], &[]);
        let old = xls(&[("a", table(&rows))]);
        for bytes in [new, old] {
            let workbook = Workbook::from_bytes("f", &bytes).unwrap();
            let reading = FiaReader::new().read(&workbook).unwrap();
            prop_assert_eq!(reading.claims().len(), 2 * rows.len());
            for (pair, (money, count)) in reading.claims().chunks(2).zip(&rows) {
                let value = |read: &tinh_reader::CellClaim| read.claim().quantities()[0].value().unwrap();
                let typed: Decimal = money.to_string().parse().unwrap();
                prop_assert_eq!(value(&pair[0]), Decimal::from(*count));
                prop_assert_eq!(value(&pair[1]), typed * Decimal::from(1_000_000));
            }
            let mut data = Dataset::new();
            reading.add_to(&mut data);
            let mut lines = Vec::new();
            data.write_jsonl(&mut lines).unwrap();
            let mut back = Dataset::new();
            back.read_jsonl(lines.as_slice(), "back").unwrap();
            prop_assert_eq!(back.claims(), data.claims());
        }
    }

    /// What a spreadsheet sums up is never found wrong; one project more is.
    #[test]
    fn sums_of_a_spreadsheet_hold(rows in vec((money(), 0..1_000_000_i32), 2..8), off in 0..2_i32) {
        let mut table = table(&rows);
        let money: f64 = rows.iter().map(|(money, _)| money).sum();
        let count: i32 = rows.iter().map(|(_, count)| count).sum();
        table.push(vec![Cell::Text("Tổng"), Cell::Empty, Cell::from(count + off), Cell::Number(money)]);
        let workbook = Workbook::from_bytes("f", &xlsx(&[("a", table)], &[])).unwrap();
        let audit = Audit::of(&FiaReader::new().read(&workbook).unwrap());
        prop_assert_eq!(audit.findings().len(), usize::from(off == 1));
        prop_assert_eq!(audit.checked(), 2);
    }

    /// Every filled cell is a claim, a name, a header, or a note.
    #[test]
    fn no_text_panics(text in "[ ;,.\\-\"\n0-9TổngSốdựánVốnđăngkýNgànhĐịaphươnglũykếđến/()%…]{0,400}") {
        if let Ok(workbook) = Workbook::from_bytes("t", text.as_bytes())
            && let Ok(reading) = FiaReader::new().read(&workbook)
        {
            let _ = Audit::of(&reading);
        }
    }

    #[test]
    fn no_bytes_panic(bytes in vec(any::<u8>(), 0..600), start in 0..3_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"][start];
        let _ = Workbook::from_bytes("b", &[start, &bytes].concat());
    }
}

/// What a cell of an office's table may hold: headers, names, times, figures,
/// units, marks.
const CELLS: [&str; 40] = [
    "",
    "",
    "Địa phương",
    "Năm",
    "Chỉ tiêu",
    "Đơn vị tính",
    "Nước",
    "Kỳ",
    "Hình thức",
    "STT",
    "Vốn (tỷ USD)",
    "Kế hoạch 2023",
    "Ước TH 2023",
    "TH/KH (%)",
    "So với cùng kỳ (%)",
    "2021",
    "2022",
    "Sơ bộ 2022",
    "Quý I",
    "Tháng 13/2023",
    "Hà Nội",
    "Bắc Ninh",
    "Cả nước",
    "Đồng bằng sông Hồng",
    "Nhật Bản",
    "ASEAN",
    "Khác",
    "Trong đó: FDI",
    "Kim ngạch xuất khẩu",
    "Dân số",
    "Triệu USD",
    "Nghìn người",
    "%",
    "38,8",
    "1.234.567,8",
    "(3.22)",
    "+12,5*",
    "7.100 (1)",
    "…",
    "Cơ cấu (%)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a table and however it is described, it is read or
    /// refused; what is read has a cell of its own, and proposals are read too.
    #[test]
    fn no_described_table_panics(
        described in 0..DESCRIPTIONS.len(),
        width in 1_usize..6,
        cells in vec(0..CELLS.len(), 0..60),
        seed in prop::option::of(0..TABLES.len()),
    ) {
        let rows = cells.chunks(width).map(|row| {
            let row = row.iter().map(|cell| format!("{:?}", CELLS[*cell]));
            row.collect::<Vec<_>>().join(",")
        });
        let rows: Vec<String> = rows.collect();
        let csv = format!("{}{}", seed.map_or("", |at| TABLES[at]), rows.join("\n"));
        let Ok(workbook) = Workbook::from_bytes("f.csv", csv.as_bytes()) else {
            return Ok(());
        };
        let specs = TableSpec::from_json("d.json", DESCRIPTIONS[described].as_bytes()).unwrap();
        let proposals = TableSpec::describe(&workbook);
        let proposed = proposals.iter().map(|proposal| vec![proposal.spec().clone()]);
        for specs in std::iter::once(specs).chain(proposed) {
            let written = serde_json::to_string(&specs).unwrap();
            prop_assert_eq!(&TableSpec::from_json("again", written.as_bytes()).unwrap(), &specs);
            let Ok(reading) = TableSpec::read_all(&specs, &workbook) else {
                continue;
            };
            let mut seen = std::collections::HashSet::new();
            for read in reading.claims() {
                let position = read.cell().position();
                prop_assert!(workbook.sheets()[0].cell(position).is_some(), "{}", position);
                prop_assert!(seen.insert(position), "{} twice", position);
            }
            for finding in Audit::of(&reading).findings() {
                prop_assert!(!finding.to_string().is_empty());
            }
            let mut data = Dataset::new();
            reading.add_to(&mut data);
            let mut file = Vec::new();
            data.write_jsonl(&mut file).unwrap();
            let mut again = Dataset::new();
            again.read_jsonl(file.as_slice(), "f").unwrap();
            prop_assert_eq!(again.claims(), data.claims());
        }
    }
}
