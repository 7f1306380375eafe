//! The figures the report must show, and what it does with bad input.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Parser as _;

use super::{Args, load, run};
use crate::report::Report;

/// Runs the program with arguments; its output and whether it succeeded.
#[track_caller]
fn totals(args: &[&str]) -> (String, bool) {
    let args = Args::parse_from(std::iter::once("totals").chain(args.iter().copied()));
    let mut out = Vec::new();
    let code = run(&args, &mut out).expect("the program runs");
    let text = anstream::adapter::strip_bytes(&out).into_vec();
    (
        String::from_utf8(text).expect("UTF-8"),
        code == std::process::ExitCode::SUCCESS,
    )
}

/// The row of a table: its cells, the blanks between them folded.
#[track_caller]
fn row(text: &str, title: &str, name: &str) -> String {
    let table = text.split(title).nth(1).expect("the table");
    let table = table.split("\n\n").next().unwrap_or(table);
    table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .find(|line| line.contains(name))
        .unwrap_or_else(|| panic!("no row {name:?} under {title:?} in\n{table}"))
}

#[test]
fn official_stocks_restated_to_the_34_units() {
    let restated = "restated to the 34 units of 01/07/2025";
    for (on, name, expected) in [
        ("2022-12-20", "Hải Phòng", "4 Hải Phòng 1.489 34.422,27"),
        ("2023-12-20", "Hải Phòng", "4 Hải Phòng 1.690 39.050,29"),
        ("2024-06-20", "Hải Phòng", "5 Hải Phòng 1.773 40.159,59"),
        ("2022-12-20", "Vĩnh Long", "16 Vĩnh Long 174 5.780,21"),
        ("2023-12-20", "Vĩnh Long", "16 Vĩnh Long 178 5.872,86"),
        ("2024-06-20", "Vĩnh Long", "16 Vĩnh Long 180 5.898,30"),
        ("2022-12-20", "Thanh Hóa", "7 Thanh Hóa 174 14.798,91"),
        ("2022-12-20", "Cả nước", "Cả nước 36.278 438.692,29"),
    ] {
        let (text, _) = totals(&["--on", on]);
        assert_eq!(row(&text, restated, name), expected, "{on}");
    }
}

#[test]
fn the_sea_is_no_province_and_takes_no_rank() {
    let (text, _) = totals(&["--on", "2022-12-20"]);
    let title = "by province, Foreign Investment Agency, 63 units";
    assert_eq!(row(&text, title, "Thanh Hóa"), "8 Thanh Hóa 174 14.798,91");
    assert!(row(&text, title, "Dầu khí").starts_with("Dầu khí "));
    // 64 rows, 63 ranks.
    assert!(row(&text, title, "Lai Châu").starts_with("63 "));
}

#[test]
fn the_newest_table_is_the_default() {
    // What the articles say up to that day is another matter.
    let stocks = |arguments: &[&str]| {
        let (text, _) = totals(arguments);
        let end = text.find("Provinces by the articles");
        text.get(..end.expect("the next part")).map(str::to_owned)
    };
    assert_eq!(stocks(&[]), stocks(&["--on", "2024-06-20"]));
}

#[test]
fn a_date_holds_for_every_part() {
    let (text, _) = totals(&["--on", "2023-04-30"]);
    assert!(
        text.starts_with("FDI stock on 20/12/2022 by province"),
        "{text}"
    );
    let title = "Provinces by the articles";
    assert!(row(&text, title, "Hải Phòng").contains("2023-04-17"));
    let part = text
        .get(text.find(title).expect("the table")..)
        .unwrap_or_default();
    let table = part
        .split(
            "

",
        )
        .next()
        .unwrap_or_default();
    assert!(!table.contains("Thanh Hóa"), "told of later: {table}");
}

#[test]
fn the_articles_stand_beside_the_official_table() {
    let (text, _) = totals(&[]);
    let title = "Provinces by the articles";
    for (name, expected) in [
        (
            "Hải Phòng",
            // 774.13 and a bit: an upper bound is rounded up.
            "Hải Phòng 853 trên 24,5 tỷ USD > 24.500,00 2023-04-17 25.274,13 2022-12-20 < 774,14",
        ),
        (
            "Vĩnh Long",
            "Vĩnh Long 70 876,92 triệu USD 876,92 2022-12-20 1.007,16 2022-12-20 130,24",
        ),
        ("together", "together 1.602 > 49.456,92 mixed dates"),
        (
            "different dates",
            "! stocks of 4 different dates: 2022-12-20, 2023-04-17, 2023-10 (inferred), 2023-11 or later",
        ),
    ] {
        assert_eq!(row(&text, title, name), expected);
    }
    assert!(text.contains("Asked strictly, the sum is refused"));
    let official = "one date a line";
    for (on, expected) in [
        ("20/12/2022", "20/12/2022 1.734 50.228,34"),
        ("20/12/2023", "20/12/2023 1.954 55.209,34"),
        ("20/06/2024", "20/06/2024 2.053 56.530,81"),
    ] {
        assert_eq!(row(&text, official, on), expected);
    }
}

#[test]
fn the_articles_restated_say_what_is_missing() {
    let (text, _) = totals(&[]);
    let title = "The articles restated";
    assert_eq!(
        row(&text, title, "Hải Phòng"),
        "1 Hải Phòng 1.371 > 33.930,00 2023-04-17, 2023-10 (inferred)"
    );
    assert_eq!(
        row(&text, title, "876,92"),
        "3 Vĩnh Long 70 876,92 1 of 3 2022-12-20"
    );
    assert!(text.contains("Vĩnh Long is incomplete, 1 of 3 reported, missing Bến Tre, Trà Vinh"));
}

#[test]
fn aid_keeps_currencies_and_counterpart_funds_apart() {
    let (text, _) = totals(&[]);
    let title = "Development aid by currency";
    assert_eq!(
        row(&text, title, "ODA loans"),
        "ODA loans 190,8 triệu USD Hải Dương"
    );
    assert_eq!(
        row(&text, title, "counterpart funds (Viet"),
        "counterpart funds (Vietnamese) 200 tỷ VND Hải Phòng"
    );
    assert_eq!(
        row(&text, title, "holds"),
        "Hải Phòng: 1.498 tỷ VND + 200 tỷ VND = 1.698 tỷ VND holds"
    );
}

#[test]
fn destinations_are_a_set() {
    let (text, _) = totals(&[]);
    assert!(text.contains("Hải Dương: 6 different, BE FR GB JP KR US"));
    let sought = "Thanh Hóa (Niigata, sought)";
    assert!(row(&text, "Partner localities, by country", "JP").contains(sought));
}

#[test]
fn a_total_unfolds_to_the_printed_figures() {
    for key in ["hai-phong", "Hải Phòng", "TP. Hải Phòng"] {
        let (text, _) = totals(&["--explain", key]);
        assert!(
            text.contains("fia-2024-06-20!fia_fdi_stock_by_province.csv!D207"),
            "{key}"
        );
        assert!(text.contains("trên 24,5 tỷ USD"), "{key}");
        for total in [
            "official stock restated, registered: 40.159.594.555,1 USD",
            "articles restated, registered: > 33.930.000.000 USD",
        ] {
            assert!(text.contains(total), "{total} in {text}");
        }
        assert!(text.contains("2024-06-20"), "{key}");
    }
    assert!(totals(&["--explain", "oda"]).0.contains("1.498 tỷ đồng"));
    assert!(totals(&["--explain", "missions"]).0.contains("nhiều đoàn"));
    let (nothing, ok) = totals(&["--explain", "atlantis"]);
    assert!(nothing.is_empty() && !ok);
}

#[test]
fn json_says_the_same() {
    let (text, _) = totals(&["--json", "--on", "2022-12-20"]);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let rows = json["restated"]["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["id"] == "hai-phong")
        .expect("a row");
    assert_eq!(row["projects"]["value"], "1489");
    assert_eq!(row["rank"], 4);
    // By that day one article had told of a stock.
    let press = &json["press"]["registered"];
    assert_eq!(press["value"], "876920000");
    assert_eq!(press["qualifier"], "exact");
    assert_eq!(json["rejected"].as_array().map(Vec::len), Some(0));
}

/// A file of this test's own, deleted when dropped.
struct TempFile(PathBuf);

impl TempFile {
    fn new(name: &str, text: &str) -> Self {
        let name = format!("tinh-totals-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let mut file = std::fs::File::create(&path).expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn bad_rows_are_listed_and_stop_nothing() {
    let csv = TempFile::new(
        "bad.csv",
        "as_of,province,projects,registered_musd\n\
         2024-12-20,Hải Phòng,1000,30000.5\n\
         2024-12-20,Hải Phoong,1,1\n\
         2024-12-20,Hà Tây,1,1\n\
         2024-13-20,Hà Nội,1,1\n\
         2024-12-20,Hà Nội,chưa có,1\n\
         2024-12-20,Huế,2.5,7 tỷ\n\
         2024-12-20,Đà Nẵng,90,7 tỷ\n\
         2024-12-20,Sơn La,x,100\n",
    );
    let jsonl = TempFile::new(
        "bad.jsonl",
        "{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\",\"published\":\"2024-12-20\"}\n\
         {\"type\":\"observation\",\"id\":\"x\",\"source\":\"s\",\"place\":\"Huế\",\"as_of\":\"2024-12-20\",\"measure\":\"fdi.registered\",\"figure\":\"14,65 tỉ đồ\",\"quote\":\"y\"}\n\
         not json\n",
    );
    let files = ["--strict", csv.path(), jsonl.path()];
    let (text, ok) = totals(&files);
    assert!(!ok, "--strict fails");
    assert!(
        totals(&[csv.path()]).1,
        "without it the report is a success"
    );

    let args = Args::parse_from(["totals", csv.path(), jsonl.path()]);
    let data = load(&args).expect("data");
    let (data, tables) = data;
    let report = Report::new(&data, &tables, None).expect("a report");
    // A cell of the table is named with its sheet.
    let cell = |field: &str| field.rsplit('!').next().unwrap_or_default().to_owned();
    let at: Vec<(u64, String, &str)> = report
        .rejected
        .iter()
        .map(|p| (p.line, cell(&p.field), p.text.as_str()))
        .collect();
    assert_eq!(
        at,
        [
            (3, "B3", "Hải Phoong"),
            (4, "B4", "Hà Tây"),
            (5, "A5", "2024-13-20"),
            (6, "C6", "chưa có"),
            (7, "D7", "7 tỷ"),
            (8, "D8", "7 tỷ"),
            (9, "C9", "x"),
            (7, "C7", "2,5"),
            (2, "figure", "14,65 tỉ đồ"),
            (2, "quote", "y"),
            (3, "", "not json"),
        ]
        .map(|(line, at, text)| (line, at.to_owned(), text))
    );
    for problem in &report.rejected {
        assert!(text.contains(&problem.to_string()), "{problem} is shown");
    }
    // What could be read is in the totals, and they say what is missing.
    assert!(row(&text, "by province, Foreign", "Hải Phòng").contains("30.000,50"));
    assert!(text.contains("Could not be read"));
    // A place with one half of its row is shown with that half, and missed in
    // the other.
    let files = ["--only-files", csv.path()];
    let (text, _) = totals(&files);
    // The table is of its file, and two provinces are not the nation.
    let table = "-bad.csv, 63 units";
    assert!(!text.contains("Foreign Investment Agency") && !text.contains("Cả nước"));
    assert_eq!(row(&text, table, "Tổng"), "Tổng, 3/63 1.090 30.101,50");
    assert_eq!(row(&text, table, "Đà Nẵng"), "Đà Nẵng 90");
    assert_eq!(row(&text, table, "Sơn La"), "2 Sơn La 100,00");
    let missed = |of: &str| {
        let line = text.lines().find(|line| line.starts_with(of));
        line.unwrap_or_else(|| panic!("no {of:?} in {text}"))
    };
    missed("  ! 60 of 63 units without a figure");
    missed("  ! projects: 61 of 63 units");
}
