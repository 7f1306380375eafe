//! The seeds of the fuzz targets: a small file of every type and, for `described`,
//! a description before it.
//!
//!     $ cargo test -p tinh-reader --test main -- --ignored seeds

use std::fs;
use std::path::Path;

use crate::support::{Cell, Rows, xls, xlsx};

/// Descriptions of every shape that a table may have.
pub(crate) const DESCRIPTIONS: [&str; 5] = [
    r#"{"source":{"id":"s","title":"t"},"place":"Địa phương","time":{"as_of":"2022"},"figures":[{"header":"Vốn (tỷ USD)","measure":"fdi.registered"}]}"#,
    r#"{"source":{"id":"s","title":"t"},"place":{"column":"A"},"time":{"stock_in":"header"},"figures":[{"measure":"population","unit":"nghìn người"}]}"#,
    r#"{"source":{"id":"s","title":"t"},"indicator":"Chỉ tiêu","unit":"Đơn vị tính","time":{"flow_in":"header"},"indicators":{"Số xã":"things"},"figures":[{}]}"#,
    r#"{"source":{"id":"s","title":"t"},"turned":true,"place":"Năm","time":{"flow_in":"header"},"figures":[{"measure":"exports","unit":"triệu USD"}]}"#,
    r#"[{"source":{"id":"s","title":"t"},"source_per_date":true,"sheet":"a","partner":"Nước","scope":"Hình thức","time":{"flow":"Kỳ"},"places_on":"2024-01-01","until_total":true,"notation":"comma","missing":["NA"],"first_row":2,"figures":[{"column":"C","measure":"imports:share","realm":"plan","status":"estimated"}]}]"#,
];

pub(crate) const TABLES: [&str; 5] = [
    "Lũy kế đến 20/12/2022,\nĐịa phương,Vốn (tỷ USD)\nHà Nội,\"38,8\"\nCả nước,438.69\n",
    "ĐVT: nghìn người,,\n,2021,Sơ bộ 2022\nCẢ NƯỚC,\"98.504,4\",\"99.461,7\"\n",
    "Chỉ tiêu,Đơn vị tính,KH 2023,TH 2023,TH/KH (%)\nXuất khẩu,Triệu USD,5,4,80\nTrong đó: FDI,Triệu USD,3,2,\nSố xã,Xã,8,-,\n",
    "Đơn vị tính: Triệu USD,,\nNăm,Hà Nam,Cả nước\n2021,\"2.500,5\",336000\n",
    "Kỳ;Nước;Tỷ trọng;Hình thức\n9T/2023;Nhật Bản;12,5 %;Liên doanh\nQ3/2023;EU;NA;...\n",
];

#[test]
#[ignore = "writes files for the fuzz targets"]
fn seeds() {
    let rows = |table: &'static str| -> Rows {
        let cells = |line: &'static str| line.split([',', ';']).map(|cell| cell.trim_matches('"'));
        let lines = table.lines();
        lines
            .map(|line| cells(line).map(Cell::from).collect())
            .collect()
    };
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for target in ["bytes", "described"] {
        fs::create_dir_all(corpus.join(target)).unwrap();
    }
    for (at, (json, csv)) in DESCRIPTIONS.into_iter().zip(TABLES).enumerate() {
        let sheets = || vec![("a", rows(csv))];
        let files = [
            ("csv", csv.as_bytes().to_vec()),
            ("xls", xls(&sheets())),
            ("xlsx", xlsx(&sheets(), &[])),
        ];
        for (kind, file) in files {
            fs::write(corpus.join(format!("bytes/{at}.{kind}")), &file).unwrap();
            let described = [json.as_bytes(), b"\0", &file].concat();
            fs::write(corpus.join(format!("described/{at}.{kind}")), described).unwrap();
        }
    }
}
