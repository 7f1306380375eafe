//! Tables as other years print them: the same words in another order, other
//! units, other ways to say when. Each is a table of its own, as CSV.

use tinh_reader::{FiaReader, NoteKind, Reading, Workbook};

use crate::support::says;

fn read(csv: &str) -> Result<Reading, tinh_reader::Error> {
    FiaReader::new().read(&Workbook::from_bytes("t", csv.as_bytes())?)
}

/// Reads a table and holds the claims of some cells against what they say.
#[track_caller]
fn holds(csv: &str, cells: &[(&str, &str)]) -> Reading {
    let reading = read(csv).unwrap_or_else(|error| panic!("{error}\n{csv}"));
    for (cell, said) in cells {
        assert_eq!(says(&reading, &format!("t!{cell}")), *said, "{cell}\n{csv}");
    }
    reading
}

#[track_caller]
fn has(reading: &Reading, kind: NoteKind) {
    assert!(
        reading.notes().iter().any(|note| note.kind() == kind),
        "no note {kind:?}: {:#?}",
        reading.notes()
    );
}

const FLOW: &str = "Tính từ 01/01/2021 đến 20/12/2021;;;\n";

/// Hà Nội's capital under a header, in a table with a line above.
#[track_caller]
fn money(above: &str, header: &str, said: &str) {
    let csv = format!(
        "{FLOW}{above}STT;Địa phương;Số dự án cấp mới;\"{header}\"\n\
         1;Hà Nội;300;34.5\n;Tổng cộng;300;34.5\n"
    );
    holds(
        &csv,
        &[("D4", said), ("D5", &said.replace("Hà Nội", "Cả nước"))],
    );
}

#[test]
fn units_as_headers_write_them() {
    let million = "Hà Nội: fdi.registered-new 34,5 triệu USD, 2021-01-01/2021-12-20";
    for unit in [
        "triệu USD",
        "Tr. USD",
        "tr.USD",
        "Tr.USD",
        "TR USD",
        "triệu đô la",
        "Tr.đô la Mỹ",
        "triệu đô la Mỹ",
        "triệu US$",
        "million USD",
        "mill. USD",
        "triệu USD/mill. USD",
        "USD million",
        "Đơn vị: triệu USD",
        "ĐVT: Tr.USD",
    ] {
        money(";;;\n", &format!("Vốn đăng ký cấp mới ({unit})"), million);
    }
    for header in [
        "Vốn đăng ký cấp mới, triệu USD",
        "Vốn đăng ký cấp mới - triệu USD",
        "Vốn đăng ký cấp mới Tr.USD",
        "Vốn đăng ký cấp mới (triệu USD)/Newly registered capital (USD million)",
    ] {
        money(";;;\n", header, million);
    }
    money(";;;Đơn vị: Tr.USD\n", "Vốn đăng ký cấp mới", million);
    money(
        ";;;(Đơn vị tính: triệu đô la Mỹ)\n",
        "Vốn đăng ký cấp mới",
        million,
    );
    let thousand = million.replace("triệu", "nghìn");
    for unit in ["nghìn USD", "1000 USD", "1.000 USD", "ngàn đô la Mỹ"] {
        money(";;;\n", &format!("Vốn đăng ký cấp mới ({unit})"), &thousand);
    }
}

#[test]
fn headers_in_two_languages() {
    let cells = [
        ("C5", "Hà Nội: fdi.projects 6000, as of 2019-12-31"),
        (
            "D5",
            "Hà Nội: fdi.registered 34000,5 triệu USD, as of 2019-12-31",
        ),
        (
            "D6",
            "Cả nước: fdi.registered 34000,5 triệu USD, as of 2019-12-31",
        ),
    ];
    holds(
        "ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM THEO ĐỊA PHƯƠNG;;;\n\
         (Lũy kế các dự án còn hiệu lực đến ngày 31/12/2019);;;\n\
         STT;Địa phương;Số dự án;Tổng vốn đầu tư đăng ký (triệu USD)\n\
         No.;Province;Number of projects;Total registered capital (USD million)\n\
         1;Hà Nội;6000;34000.5\n;Tổng số;6000;34000.5\n",
        &cells,
    );
    holds(
        "FOREIGN DIRECT INVESTMENT BY PROVINCE;;;\n\
         (Projects in force as of 31/12/2019 - Lũy kế các dự án còn hiệu lực đến ngày 31/12/2019);;;\n\
         ;;;\n\
         STT/No.;Địa phương/Province;Số dự án/Number of projects;Tổng vốn đầu tư đăng ký/Total registered capital (triệu USD/mill. USD)\n\
         1;Hà Nội;6000;34000.5\n;Tổng số/Total;6000;34000.5\n",
        &cells,
    );
}

/// A flow table headed by a title and a line on its time.
#[track_caller]
fn flow(title: &str, line: &str, time: &str) -> Reading {
    let csv = format!(
        "{title};;;\n{line};;;\nTT;Địa phương;Số dự án cấp mới;Vốn đăng ký cấp mới (triệu USD)\n\
         1;Hà Nội;300;34.5\n;Tổng số;300;34.5\n"
    );
    let money = format!("Hà Nội: fdi.registered-new 34,5 triệu USD, {time}");
    let count = format!("Cả nước: fdi.projects 300, {time}");
    holds(&csv, &[("D4", &money), ("C5", &count)])
}

#[test]
fn times_as_titles_write_them() {
    let title = "THU HÚT ĐẦU TƯ NƯỚC NGOÀI THEO ĐỊA PHƯƠNG";
    for line in [
        "Tính từ 01/01/2021 đến 20/12/2021",
        "Tính từ 1/1 đến 20/12/2021",
        "(Từ 01/01 đến ngày 20/12/2021)",
        "(Từ 01 tháng 01 đến 20 tháng 12 năm 2021)",
        "Từ ngày 1 tháng 1 năm 2021 đến ngày 20 tháng 12 năm 2021",
        "Tính từ 01.01.2021 đến hết 20.12.2021",
    ] {
        flow(title, line, "2021-01-01/2021-12-20");
    }
    for (title, time) in [
        (
            "ĐẦU TƯ NƯỚC NGOÀI 9 THÁNG ĐẦU NĂM 2021 THEO NGÀNH",
            "2021-01-01/2021-09-30",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI 11 THÁNG NĂM 2025 THEO ĐỊA PHƯƠNG",
            "2025-01-01/2025-11-30",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI QUÝ I NĂM 2022 THEO ĐỊA PHƯƠNG",
            "2022-01-01/2022-03-31",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI QUÝ 3/2022 THEO ĐỊA PHƯƠNG",
            "2022-07-01/2022-09-30",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI 6 THÁNG CUỐI NĂM 2022 THEO ĐỊA PHƯƠNG",
            "2022-07-01/2022-12-31",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI THEO ĐỊA PHƯƠNG THÁNG 5/2024",
            "2024-05-01/2024-05-31",
        ),
        (
            "ĐẦU TƯ NƯỚC NGOÀI THEO ĐỊA PHƯƠNG THÁNG 5 NĂM 2024",
            "2024-05-01/2024-05-31",
        ),
    ] {
        has(&flow(title, "", time), NoteKind::TimeInferred);
    }
}

#[test]
fn new_projects_up_to_a_day_are_a_flow() {
    // `Tính đến` names no start; what was newly licensed is never a stock.
    let title = "ĐẦU TƯ NƯỚC NGOÀI 11 THÁNG NĂM 2025 THEO ĐỊA PHƯƠNG";
    for line in [
        "Tính đến 20/11/2025",
        "Lũy kế từ đầu năm đến ngày 20/11/2025",
    ] {
        has(
            &flow(title, line, "2025-01-01/2025-11-20"),
            NoteKind::TimeInferred,
        );
    }
    // Projects in force are a stock, whichever words stand above them.
    holds(
        "ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM;;;\nTính đến 20/6/2025;;;\n\
         TT;Địa phương;Số dự án;Tổng vốn đầu tư đăng ký (triệu USD)\n\
         1;Hải Dương;300;34.5\n;Tổng số;300;34.5\n",
        &[(
            "D4",
            "Hải Dương: fdi.registered 34,5 triệu USD, as of 2025-06-20",
        )],
    );
    holds(
        "ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM;;;\n\
         (Lũy kế các dự án còn hiệu lực đến hết tháng 12 năm 2021);;;\n\
         STT;Địa phương;Số dự án;Tổng vốn đầu tư đăng ký (triệu USD)\n\
         1;Hà Nội;300;34.5\n;Tổng;300;34.5\n",
        &[("D4", "Hà Nội: fdi.registered 34,5 triệu USD, as of 2021-12")],
    );
}

#[test]
fn percent_signs_in_cells() {
    holds(
        "BÁO CÁO NHANH ĐẦU TƯ NƯỚC NGOÀI 11 THÁNG NĂM 2025;;;;;\n\
         TT;Chỉ tiêu;Đơn vị tính;11 tháng năm 2024;11 tháng năm 2025;So cùng kỳ\n\
         1;Vốn thực hiện;triệu USD;21680;23600;108.9%\n\
         2;Vốn đăng ký;triệu USD;31380;33690;1.0736\n",
        &[
            (
                "F3",
                "Cả nước: fdi.implemented:ratio 108,9 %, 2025-01-01/2025-11-30",
            ),
            (
                "F4",
                "Cả nước: fdi.registered:multiple 1,0736 lần, 2025-01-01/2025-11-30",
            ),
        ],
    );
    let reading = holds(
        "Tính từ 01/01/2019 đến 20/12/2019;;;;;\n\
         TT;Địa phương;Số dự án cấp mới;Tỷ trọng (%);Tổng vốn đăng ký (triệu USD);So với cùng kỳ\n\
         1;Hải Dương;300;90.9;34.5;110.5%\n2;Hà Nội;30;9.1;5%;90.5%\n;Tổng số;330;100;39.5;105.1%\n",
        &[
            (
                "E3",
                "Hải Dương: fdi.registered 34,5 triệu USD, 2019-01-01/2019-12-20",
            ),
            (
                "F3",
                "Hải Dương: fdi.registered:ratio 110,5 %, 2019-01-01/2019-12-20",
            ),
            (
                "F5",
                "Cả nước: fdi.registered:ratio 105,1 %, 2019-01-01/2019-12-20",
            ),
        ],
    );
    // A percentage is no amount of money.
    let refused = |note: &&tinh_reader::Note| note.kind() == NoteKind::NotAFigure;
    let note = reading.notes().iter().find(refused).unwrap();
    assert_eq!(
        note.to_string(),
        "t!E4: expected a number, not a percentage, found \"5%\""
    );
}

#[test]
fn a_month_in_the_name_of_an_indicator() {
    holds(
        "TT;Chỉ tiêu;Đơn vị tính;Tháng 12 năm 2020;Tháng 12 năm 2021\n\
         1;Vốn thực hiện tháng 12 năm 2021;triệu USD;1900;1950\n\
         2;Vốn đăng ký cấp mới;triệu USD;1200;1300\n\
         ;Luỹ kế đến tháng 12 năm 2021:;34.527 dự án, tổng vốn đăng ký 408,1 tỷ USD\n",
        &[
            (
                "D2",
                "Cả nước: fdi.implemented 1900 triệu USD, 2020-12-01/2020-12-31",
            ),
            (
                "E3",
                "Cả nước: fdi.registered-new 1300 triệu USD, 2021-12-01/2021-12-31",
            ),
            ("C4", "Cả nước: fdi.projects 34.527, as of 2021-12"),
        ],
    );
}

#[test]
fn an_empty_column_inside_a_table() {
    let said = "Hà Nội: fdi.registered-new 34,5 triệu USD, 2021-01-01/2021-12-20";
    holds(
        &format!(
            "{FLOW}STT;Địa phương;;Số dự án cấp mới;Vốn đăng ký cấp mới (triệu USD)\n\
             1;Hà Nội;;300;34.5\n;Tổng cộng;;300;34.5\n"
        ),
        &[("E3", said)],
    );
    let reading = holds(
        &format!(
            "{FLOW}STT;Địa phương;Số dự án cấp mới;;Vốn đăng ký cấp mới (triệu USD);;Số dự án cấp mới\n\
             1;Hà Nội;300;;34.5;;299\n;Tổng cộng;300;;34.5;;299\n"
        ),
        &[("E3", said)],
    );
    // A column that is there already is an old copy beside the table.
    assert!(
        !reading
            .claims()
            .iter()
            .any(|read| read.cell().position().column == 6)
    );
}

#[test]
fn totals_where_they_stand() {
    for total in [
        "Tổng",
        "Tổng số",
        "TỔNG CỘNG:",
        "Tổng số/Total",
        "Cả nước",
        "Tổng cộng (1+2)",
    ] {
        for (first, last) in [(total, "Hà Nội"), ("Hà Nội", total)] {
            let csv = format!(
                "{FLOW}STT;Địa phương;Số dự án cấp mới;Vốn đăng ký cấp mới (triệu USD)\n\
                 ;{first};300;34.5\n;{last};300;34.5\n"
            );
            let reading = read(&csv).unwrap();
            let whole = reading.tables()[0].total().unwrap();
            assert_eq!(whole.label(), total, "{csv}");
            assert_eq!(reading.claims().len(), 4, "{csv}");
        }
    }
}

#[test]
fn numbered_columns_and_two_row_numbers() {
    for numbers in ["A;B;1;2", "(1);(2);(3);(4)", "1;2;3;4"] {
        let reading = holds(
            &format!(
                "{FLOW}STT;Địa phương;Số dự án cấp mới;Vốn đăng ký cấp mới (triệu USD)\n{numbers}\n\
                 1;Hà Nội;300;34.5\n;Tổng cộng;300;34.5\n"
            ),
            &[(
                "D4",
                "Hà Nội: fdi.registered-new 34,5 triệu USD, 2021-01-01/2021-12-20",
            )],
        );
        assert_eq!(
            reading.claims().len(),
            4,
            "{numbers}: {:#?}",
            reading.claims()
        );
    }
    holds(
        &format!(
            "{FLOW}STT;TT;Địa phương;Số dự án cấp mới;Vốn đăng ký cấp mới (Tr. USD)\n\
             1;I;Hà Nội;300;34.5\n;;Tổng cộng;300;34.5\n"
        ),
        &[(
            "E3",
            "Hà Nội: fdi.registered-new 34,5 triệu USD, 2021-01-01/2021-12-20",
        )],
    );
}

#[test]
fn the_thirty_four_units() {
    let names = [
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("Thành phố Huế", "hue"),
        ("Lâm Đồng", "lam-dong"),
        ("Khánh Hoà", "khanh-hoa"),
        ("Đắk Lắk", "dak-lak"),
        ("TP Cần Thơ", "can-tho"),
        ("Tỉnh An Giang", "an-giang"),
        ("Bắc Ninh", "bac-ninh"),
        ("Phú Thọ", "phu-tho"),
    ];
    let rows: String = names
        .iter()
        .map(|(name, _)| format!(";{name};3;5.5\n"))
        .collect();
    let reading = holds(
        &format!(
            "(Lũy kế các dự án còn hiệu lực đến ngày 31/12/2025);;;\n\
             STT;Tỉnh, thành phố;Số dự án;Tổng vốn đầu tư đăng ký (triệu USD)\n{rows}\
             ;Bình Dương;1;1\n;Tổng số;28;50.5\n"
        ),
        &[],
    );
    for ((_, id), read) in names.iter().zip(reading.claims().iter().step_by(2)) {
        assert_eq!(read.claim().place().id(), *id);
    }
    // Bình Dương is part of Hồ Chí Minh by then.
    has(&reading, NoteKind::UnknownName);
}
