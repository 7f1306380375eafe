//! Whole tables.

use super::*;
use rust_decimal::Decimal;
use tinh::gazetteer::Units;

fn to(date: &str) -> Args {
    Args {
        to: date.parse().ok(),
        ..Args::default()
    }
}

/// A table of one day.
fn on(date: &str, args: Args) -> Args {
    Args {
        on: date.parse().ok(),
        ..args
    }
}

fn total<'a>(cells: impl Iterator<Item = &'a str>) -> Decimal {
    cells
        .filter(|c| !c.is_empty())
        .map(|c| c.parse::<Decimal>().unwrap())
        .sum()
}

/// Every total of the official stocks to the last digit, for every date.
#[test]
fn official_stocks_keep_their_totals() {
    let path = data::path("fia_fdi_stock_by_province.csv");
    let text = std::fs::read_to_string(path).unwrap();
    for date in ["2024-06-20", "2025-01-01", "2025-07-01", "2026-11-23"] {
        let out = of(&to(date), text.as_bytes()).unwrap();
        assert_eq!(out.refused, 0, "{}", out.notes);
        let rows = Units::on(date.parse().unwrap()).len() + 1;
        assert_eq!(out.rows.len(), 4 * rows);
        for column in [2, 3] {
            for day in ["2021-12-20", "2022-12-20", "2023-12-20", "2024-06-20"] {
                let before = text.lines().filter(|l| l.starts_with(day));
                let before = total(before.map(|l| l.split(',').nth(column).unwrap()));
                let after = out.rows.iter().filter(|r| r[0] == day);
                assert_eq!(
                    before,
                    total(after.map(|r| r[column].as_str())),
                    "{day} {date}"
                );
            }
        }
        // Offshore is passed on and every unit is complete.
        let offshore = out.rows.iter().filter(|r| r[1] == "Dầu khí");
        assert!(offshore.clone().all(|r| r[2] == "50" && r[4].is_empty()));
        assert_eq!(offshore.count(), 4);
        assert_eq!(out.notes.matches("passed on: Dầu khí").count(), 4);
        for row in out.rows.iter().filter(|r| r[1] != "Dầu khí") {
            let (reported, all) = row[4].split_once(" of ").unwrap();
            assert_eq!(reported, all, "{row:?}");
        }
    }
}

#[test]
fn the_head_of_the_file_is_right() {
    let file = File::open(data::path("fia_fdi_stock_by_province.csv")).unwrap();
    let out = of(&to("2025-07-01"), file).unwrap();
    let head = include_str!("main.rs");
    assert!(head.contains(&out.header.join(",")));
    for name in ["Hồ Chí Minh", "Dầu khí"] {
        let row = out.rows.iter().find(|r| r[1] == name).unwrap();
        assert!(
            head.contains(&format!("//!     {}\n", row.join(","))),
            "{row:?}"
        );
    }
}

#[test]
fn what_cannot_be_restated_is_refused() {
    let table = "province,projects,rank\nHải Phòng,3,1\nHà Nội,5,2\nTổng số,8,\nThanh Hà,1,3\n";
    let out = of(&on("2026-11-23", to("2023-12-20")), table.as_bytes()).unwrap();
    assert_eq!(out.rows, [["Hà Nội", "5", "1 of 1"]]);
    assert_eq!(
        out.notes,
        "refused: line 2: Hải Phòng is in several units on 2023-12-20: tỉnh Hải Dương, \
         thành phố Hải Phòng: Hải Phòng,3,1\n\
         left out: Tổng số of 2026-11-23 is a total of the others\n\
         refused: line 5: \"Thanh Hà\" is not a known place: Thanh Hà,1,3\n"
    );
    assert_eq!(
        out.report,
        "added: \"projects\", decimal point\nleft out: \"rank\": a rank\n"
    );
    assert_eq!(out.refused, 2);
}

#[test]
fn coverage_gaps_and_doubles() {
    let table = "as_of,tỉnh,sector,persons\n2022-12-20,Vĩnh Long,a,1.50\n20/12/2022,Bến Tre,a,\n\
                 2022-12-20,Vĩnh Long,b,2\n2022-12-20,Vĩnh Long,b,2\n2007-01-01,Vĩnh Phúc,a,7\n";
    let out = of(&to("2025-07-01"), table.as_bytes()).unwrap();
    assert_eq!(
        out.rows,
        [
            ["2022-12-20", "Vĩnh Long", "a", "1.50", "2 of 3"],
            ["2022-12-20", "Vĩnh Long", "b", "2", "1 of 3"],
        ]
    );
    assert_eq!(
        out.notes,
        "refused: line 5: Vĩnh Long appears twice on 2022-12-20: 2022-12-20,Vĩnh Long,b,2\n\
         refused: line 6: a part of Vĩnh Phúc went elsewhere (huyện Mê Linh (Vĩnh Phúc until \
         2008), 141 km²): it is now in tỉnh Phú Thọ, thành phố Hà Nội: 2007-01-01,Vĩnh Phúc,a,7\n"
    );
    assert_eq!(
        out.report,
        "added: \"persons\", decimal point\n\
         kept apart: 1 units with more than one row, by \"sector\"\n\
         missing: 1 cells of \"persons\", which are not 0: line 3\n"
    );
}

/// A column has one convention: a decimal comma, a dash and `n/a` are read.
#[test]
fn vietnamese_figures_add() {
    let table = "Tỉnh;Năm;Vốn;Dự án\nHải Phòng;2023;2.000,25;10\n2. Hải Dương;2023;10,5;-\n\
                 Tỉnh Vĩnh Long;2023;n/a;7\n";
    let out = of(&on("2023-12-20", to("2025-07-01")), table.as_bytes()).unwrap();
    assert_eq!(
        out.rows,
        [
            ["Hải Phòng", "2010.75", "10", "2 of 2"],
            ["Vĩnh Long", "", "7", "1 of 3"],
        ]
    );
    assert_eq!((out.notes.as_str(), out.refused), ("", 0));
    assert_eq!(
        out.report,
        "left out: \"Năm\": a year\n\
         added: \"Vốn\", decimal comma\n\
         added: \"Dự án\", decimal point\n\
         missing: 1 cells of \"Vốn\", which are not 0: line 4\n\
         missing: 1 cells of \"Dự án\", which are not 0: line 3\n"
    );
}

/// What two conventions read differently, or none reads, is refused with the
/// cell; the rest of the table is restated.
#[test]
fn a_column_that_cannot_be_read_is_refused() {
    let table = "Tỉnh,Vốn,Dự án,Ghi chú\nHải Phòng,1.365,10,x\nHải Dương,853,khoảng 5,\n\
                 Hà Nội,2.000,3,\n";
    let args = on("2023-12-20", to("2025-07-01"));
    let out = of(&args, table.as_bytes()).unwrap();
    assert_eq!(out.header, ["Tỉnh", "Ghi chú", "coverage"]);
    assert_eq!(out.refused, 2);
    assert!(out.report.starts_with(
        "refused: \"Vốn\": \"1.365\" may be 1365 or 1.365: say --decimal comma or --decimal point\n\
         refused: \"Dự án\": line 3: expected a number, found \"khoảng 5\"\n"
    ));
    let told = Args {
        decimal: Some(Decimals::Comma),
        ..args
    };
    let out = of(
        &told,
        "Tỉnh,Vốn\nHải Phòng,1.365\nHải Dương,853\n".as_bytes(),
    )
    .unwrap();
    assert_eq!(out.rows, [["Hải Phòng", "2218", "2 of 2"]]);
}

/// Years, codes and ranks are also told from their values.
#[test]
fn what_does_not_add_is_told_from_the_values() {
    let table = "Tỉnh\tkỳ\tK\tVị thứ\tVốn\nHà Nội\t2022\t01\t1\t9\nHải Phòng\t2022\t31\t3\t4\n\
                 Hải Dương\t2022\t30\t2\t3\nVĩnh Long\t2022\t86\t5\t2\nBến Tre\t2022\t83\t4\t1\n";
    let out = of(&on("2023-12-20", to("2025-07-01")), table.as_bytes()).unwrap();
    assert_eq!(
        out.report,
        "left out: \"kỳ\": years, by the values\n\
         left out: \"K\": codes of the statistics office, by the values\n\
         left out: \"Vị thứ\": ranks or numbers of the rows, by the values\n\
         added: \"Vốn\", decimal point\n"
    );
}

/// Codes are read where they are asked for, and only there.
#[test]
fn codes_on_request() {
    let table = "mã tỉnh,projects\n31,3\n30,20\n";
    let args = on("2023-12-20", to("2025-07-01"));
    let refused = of(&args, table.as_bytes()).unwrap();
    assert_eq!((refused.refused, refused.rows.len()), (2, 0));
    let args = Args {
        codes: true,
        ..args
    };
    let out = of(&args, table.as_bytes()).unwrap();
    assert_eq!(out.rows, [["Hải Phòng", "23", "2 of 2"]]);
}

/// Figures per head are weighed by population, on request, where it is known.
#[test]
fn figures_per_head() {
    let table = "Tỉnh,GRDP bình quân đầu người,Dự án\nHải Phòng,187,10\nHải Dương,96,22\n";
    let args = |on_date| Args {
        per_head: true,
        ..on(on_date, to("2025-07-01"))
    };
    let out = of(&args("2022-12-31"), table.as_bytes()).unwrap();
    // (187 * 2088020 + 96 * 1946820) / (2088020 + 1946820)
    assert_eq!(out.rows, [["Hải Phòng", "143.09", "32", "2 of 2"]]);
    assert!(out.report.contains("weighed: \"GRDP bình quân đầu người\""));
    let unknown = of(&args("2024-12-31"), table.as_bytes()).unwrap();
    assert_eq!((unknown.refused, unknown.rows.len()), (2, 0));
    assert!(
        unknown
            .notes
            .contains("the population of Hải Phòng in 2024 is not known")
    );
    let plain = of(&on("2022-12-31", to("2025-07-01")), table.as_bytes()).unwrap();
    assert_eq!(plain.header, ["Tỉnh", "Dự án", "coverage"]);
}
