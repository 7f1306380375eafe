//! The kinds of tables that official years and other offices print: each in a
//! small table of its own, with what must be read and what left alone.

use tinh_reader::tinh_figures::Language;
use tinh_reader::{
    Audit, Breakdown, FiaReader, NoteKind, Reading, RowSubject, TableSpec, Workbook,
};

use crate::support::{claim, row, says, shown, xls, xlsx};

const FLOW: &str = "Tính từ 01/01/2017 đến 20/12/2017";

fn fia(csv: &str) -> Reading {
    let workbook = Workbook::from_bytes("t", csv.as_bytes()).unwrap();
    FiaReader::new().read(&workbook).unwrap()
}

fn described(json: &str, csv: &str) -> Result<Reading, tinh_reader::Error> {
    let spec = TableSpec::from_json("d.json", json.as_bytes())?;
    TableSpec::read_all(&spec, &Workbook::from_bytes("t", csv.as_bytes())?)
}

/// A description of a source `s`, with the rest of it given.
fn description(rest: &str) -> String {
    format!(r#"{{"source": {{"id": "s", "title": "s"}}, {rest}}}"#)
}

fn findings(reading: &Reading) -> Vec<String> {
    Audit::of(reading)
        .findings()
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn subjects(reading: &Reading) -> Vec<String> {
    reading.tables()[0]
        .rows()
        .iter()
        .map(|row| match row.subject() {
            RowSubject::Total => "total".to_owned(),
            RowSubject::Partner(partner) => format!("partner {partner}"),
            RowSubject::Place(place) => format!("place {}", place.id()),
            RowSubject::Region(name) => format!("region {name}"),
            RowSubject::Group(name) => format!("group {name}"),
            RowSubject::Part(name) => format!("part {name}"),
            other => format!("{other:?}"),
        })
        .collect()
}

fn of_kind(reading: &Reading, kind: NoteKind) -> Vec<String> {
    let notes = reading.notes().iter().filter(|note| note.kind() == kind);
    notes.map(ToString::to_string).collect()
}

#[test]
fn names_outweigh_title_and_header() {
    // Title and names are of provinces; the header is left from another table.
    let reading = fia(&format!(
        "ĐẦU TƯ NƯỚC NGOÀI THEO ĐỊA PHƯƠNG;;\n{FLOW};;\nTT;Nước đăng ký;Số dự án cấp mới\n\
         1;Hà Nội;3\n2;TP. Hồ Chí Minh;4\nTổng số;;7\n"
    ));
    assert_eq!(reading.tables()[0].breakdown(), Breakdown::Province);
    assert_eq!(
        subjects(&reading),
        ["place ha-noi", "place ho-chi-minh", "total"]
    );
    assert_eq!(
        of_kind(&reading, NoteKind::HeaderContradicted),
        [
            "t!B3: the header says by partner; read as by province: 2 of 2 names are places, found \
          \"Nước đăng ký\""
        ]
    );
    // The other way round; and a title alone against the header.
    let reading = fia(&format!(
        "{FLOW};;\nTT;Địa phương;Số dự án cấp mới\n1;Nhật Bản;3\n2;Hàn Quốc;4\n"
    ));
    assert_eq!(reading.tables()[0].breakdown(), Breakdown::Partner);
    let reading = fia(&format!(
        "ĐẦU TƯ THEO NGÀNH;;\n{FLOW};;\nTT;Đối tác;Số dự án cấp mới\n1;Xây dựng;3\n2;Khai khoáng;4\n"
    ));
    assert_eq!(reading.tables()[0].breakdown(), Breakdown::Sector);
    // What agrees is not noted: provinces below regions, a header of either.
    let reading = fia(&format!(
        "{FLOW};;\nTT;Địa phương;Số dự án cấp mới\nI;Tây Nguyên;3\n1;Gia Lai;3\n"
    ));
    assert_eq!(reading.tables()[0].breakdown(), Breakdown::Region);
    assert_eq!(of_kind(&reading, NoteKind::HeaderContradicted), [""; 0]);
}

#[test]
fn groups_are_no_members() {
    let partners = |rest: &str, total: u32| {
        fia(&format!(
            "{FLOW};;\nTT;Đối tác;Số dự án cấp mới\n;TỔNG SỐ - TOTAL;{total}\n1;Nhật Bản;30\n\
             2;Singapore;20\n3;ASEAN;20\n4;EU;9\n{rest}"
        ))
    };
    // `Khác` sums up rows of its own: without it the members give the total.
    let reading = partners("5;Khác;5\n6;Lào;2\n7;Pháp;3\n", 55);
    assert_eq!(
        subjects(&reading),
        [
            "total",
            "partner Nhật Bản",
            "partner Singapore",
            "group ASEAN",
            "group EU",
            "group Khác",
            "partner Lào",
            "partner Pháp"
        ]
    );
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(of_kind(&reading, NoteKind::Aggregate).len(), 1);
    // A group is the nation's, of that part.
    let group = claim(&reading, "t!C6");
    assert_eq!(group.place().id(), "national");
    // `Khác` is a member where the total needs it.
    let reading = partners("5;Khác;5\n", 55);
    assert_eq!(subjects(&reading).last().unwrap(), "partner Khác");
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn a_region_with_itself_as_its_member() {
    let reading = fia(
        "ĐẦU TƯ THEO VÙNG;;;\n(Lũy kế các dự án còn hiệu lực đến ngày 31/12/2015);;;\n\
         STT;Vùng;Số dự án;Tổng vốn đầu tư đăng ký (Triệu USD)\n4;Dầu khí;51;2783.69\n\
         25;Dầu khí;51;2783.69\n5;Tây Nguyên;5;9.71\n26;Gia Lai;5;9.71\n;Tổng;56;2793.4\n",
    );
    assert_eq!(
        subjects(&reading),
        [
            "region Dầu khí",
            "place offshore",
            "region Tây Nguyên",
            "place gia-lai",
            "total"
        ]
    );
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn two_tables_side_by_side() {
    let side = vec![
        row![
            "NĂM 2016 THEO NGÀNH",
            "",
            "",
            "",
            "NĂM 2016 THEO ĐỊA PHƯƠNG"
        ],
        row![
            "Tính từ 01/01/2016 đến 26/12/2016",
            "",
            "",
            "",
            "Tính từ 01/01/2016 đến 26/12/2016"
        ],
        row![
            "TT",
            "Ngành",
            "Số dự án cấp mới",
            "",
            "TT",
            "Địa phương",
            "Số dự án cấp mới",
            "Vốn đăng ký cấp mới (triệu USD)"
        ],
        row![1, "Xây dựng", 513, "", 1, "Hà Nội", 459, 1922.76],
        row!["Tổng số", "", 513, "", 2, "Hải Phòng", 54, 2464.32],
        row!["", "", "", "", "Tổng số", "", 513, 4387.08],
        row![""],
        row!["ĐẦU TƯ THEO ĐỐI TÁC"],
        row!["TT", "Đối tác", "Số dự án cấp mới"],
        row![1, "Lào", 513],
        row!["Tổng số", "", 513],
    ];
    let workbook = Workbook::from_bytes("t", &xlsx(&[("a", side)], &[])).unwrap();
    let reading = FiaReader::new().read(&workbook).unwrap();
    let found: Vec<(Breakdown, &str, usize)> = reading
        .tables()
        .iter()
        .map(|table| (table.breakdown(), table.title(), table.rows().len()))
        .collect();
    // The third has no time of its own and is refused, with a note.
    assert_eq!(
        found,
        [
            (Breakdown::Sector, "NĂM 2016 THEO NGÀNH", 2),
            (Breakdown::Province, "NĂM 2016 THEO ĐỊA PHƯƠNG", 3),
        ]
    );
    assert_eq!(
        says(&reading, "a!H5"),
        "Hải Phòng: fdi.registered-new 2464,32 triệu USD, 2016-01-01/2016-12-26"
    );
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(of_kind(&reading, NoteKind::NoTable).len(), 1);
}

#[test]
fn money_without_a_unit_beside_the_same_with_one() {
    let reading = fia(&format!(
        "{FLOW};;;;\nTT;Ngành;Vốn đăng ký cấp mới;Vốn đăng ký cấp mới (triệu USD);Vốn đăng ký điều chỉnh\n\
         1;Xây dựng;322000000;322;5\n2;Khai khoáng;-81500000;-81.5;6\nTổng số;;240500000;240.5;11\n"
    ));
    assert_eq!(
        says(&reading, "t!C3"),
        "Cả nước: fdi.registered-new 322000000 USD, 2017-01-01/2017-12-20"
    );
    // Without the same figures beside it, the unit of the other columns.
    assert_eq!(
        says(&reading, "t!E3"),
        "Cả nước: fdi.registered-adjusted 5 triệu USD, 2017-01-01/2017-12-20"
    );
    assert_eq!(findings(&reading), [""; 0]);
    // Where those disagree, nothing tells.
    let reading = fia(&format!(
        "{FLOW};;;;\nTT;Ngành;Vốn đăng ký cấp mới (USD);Vốn đăng ký cấp mới (triệu USD);Vốn đăng ký điều chỉnh\n\
         1;Xây dựng;322000000;322;5\nTổng số;;322000000;322;5\n"
    ));
    assert_eq!(reading.claims().len(), 4);
    assert_eq!(
        of_kind(&reading, NoteKind::UnknownColumn),
        [
            "t!E2: a column of money without a unit; looked for one such as (triệu USD), found \
             \"Vốn đăng ký điều chỉnh\""
        ]
    );
    // Figures that are no multiple of the others have no unit.
    let reading = fia(&format!(
        "{FLOW};;;\nTT;Ngành;Vốn đăng ký cấp mới;Vốn đăng ký cấp mới (triệu USD)\n1;A;3;322\n2;B;5;81\n"
    ));
    assert_eq!(reading.claims().len(), 2);
    assert_eq!(
        of_kind(&reading, NoteKind::UnknownColumn),
        [
            "t!C2: a column of money without a unit, and not the figures of column D in another, found \
          \"Vốn đăng ký cấp mới\""
        ]
    );
}

#[test]
fn one_amount_in_two_units() {
    // 2015: the sign of electricity is lost in the column of millions.
    let table = |electricity: &str, total: &str| {
        fia(&format!(
            "{FLOW};;;;;\nTT;Ngành;Vốn đăng ký cấp mới (USD);Vốn đăng ký cấp mới (triệu USD);\
             Vốn đăng ký điều chỉnh (USD);Vốn đăng ký điều chỉnh (triệu USD);\
             Tổng vốn đăng ký cấp mới và tăng thêm (triệu USD)\n\
             1;Xây dựng;322000000;322;81000000;81;403\n\
             2;Điện;0;0;-60160477;{electricity};{electricity}\n\
             Tổng số;;322000000;322;20839523;{total};{}\n",
            if electricity.starts_with('-') {
                "342.839523"
            } else {
                "463.160477"
            }
        ))
    };
    assert_eq!(findings(&table("-60.160477", "20.839523")), [""; 0]);
    assert_eq!(
        findings(&table("60.160477", "141.160477")),
        [
            "t!F4: Điện, Vốn đăng ký điều chỉnh (triệu USD): printed 60,16 triệu USD, E4 prints -60,16 \
          (+120,32): F4 (Điện) entered with the other sign; the same difference in F5"
        ]
    );
}

#[test]
fn what_is_no_sum_is_not_judged() {
    // Ranks and scores do not add; a selection falls short of its total.
    let reading = described(
        &description(
            r#""place": "Tỉnh", "time": {"as_of": "2016-12-31"},
            "figures": [{"header": "PCI", "measure": "pci"}]"#,
        ),
        "Tỉnh;PCI\nCả nước;60\nHà Nội;61\nHải Phòng;59\n",
    );
    assert_eq!(findings(&reading.unwrap()), [""; 0]);
    let partners = |title: &str, total: u32| {
        let reading = fia(&format!(
            "ĐẦU TƯ {title};;\n{FLOW};;\nTT;Đối tác;Số dự án cấp mới\n1;Lào;50\n2;Pháp;48\nTổng số;;{total}\n"
        ));
        findings(&reading).len()
    };
    assert_eq!(partners("THEO CÁC ĐỐI TÁC CHỦ YẾU", 99), 0);
    assert_eq!(partners("THEO ĐỐI TÁC", 200), 0);
    assert_eq!(partners("THEO ĐỐI TÁC", 99), 1);
    assert_eq!(partners("THEO CÁC ĐỐI TÁC CHỦ YẾU", 97), 1);
}

#[test]
fn blocks_outside_the_tables() {
    let reading = fia(&format!(
        "{FLOW};;\nTT;Đối tác;Số dự án cấp mới\n1;Lào;5\nTổng số;;5\n;;\nTHEO HÌNH THỨC ĐẦU TƯ;;\n\
         TT;Hình thức;Số dự án\n1;100% vốn nước ngoài;4\n2;Liên doanh;1\n;;\n;;\n;;x\n"
    ));
    assert_eq!(
        of_kind(&reading, NoteKind::Stray),
        [
            "t!A6:C9: a table by form of investment, not read, found \"THEO HÌNH THỨC ĐẦU TƯ\"",
            "t!C12: a cell outside every table, found \"x\"",
        ]
    );
    // Described, it is read: parts of the whole, never members beside it.
    let reading = described(
        &description(
            r#""scope": "Hình thức", "time": {"as_of": "2017-12-20"},
            "figures": [{"header": "Số dự án", "measure": "fdi.projects"}]"#,
        ),
        "TT;Hình thức;Số dự án\n1;100% vốn nước ngoài;4\n2;Liên doanh;1\n;Tổng số;5\n",
    );
    let reading = reading.unwrap();
    assert_eq!(
        subjects(&reading),
        ["part 100% vốn nước ngoài", "part Liên doanh", "total"]
    );
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn a_year_a_column() {
    let spec = description(
        r#""place": "Tỉnh", "time": {"stock_in": "header"}, "figures": [{"measure": "population"}]"#,
    );
    // Years as numbers below a merged header; the unit above the table.
    let rows = vec![
        row!["Dân số trung bình phân theo địa phương"],
        row!["Đơn vị tính: Nghìn người"],
        row!["Tỉnh", "Dân số"],
        row!["", 2015, 2016],
        row!["CẢ NƯỚC - WHOLE COUNTRY", 1964.2, 1980.1],
        row!["Hải Phòng", 1964.2, 1980.1],
    ];
    let workbook = Workbook::from_bytes("t", &xlsx(&[("a", rows)], &[])).unwrap();
    let spec = TableSpec::from_json("d", spec.as_bytes()).unwrap();
    let reading = spec[0].read(&workbook).unwrap();
    assert_eq!(
        says(&reading, "a!B6"),
        "Hải Phòng: population 1964200, as of 2015"
    );
    assert_eq!(
        says(&reading, "a!C5"),
        "Cả nước: population 1980100, as of 2016"
    );
    assert_eq!(reading.claims().len(), 4);
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn a_sheet_a_year() {
    let year = |figure: f64| vec![row!["Tỉnh", "Thu (tỷ đồng)"], row!["Hà Nội", figure]];
    let bytes = xlsx(
        &[
            ("2015", year(5.5)),
            ("Năm 2016", year(6.5)),
            ("Ghi chú", vec![row!["x"]]),
        ],
        &[],
    );
    let workbook = Workbook::from_bytes("t.xlsx", &bytes).unwrap();
    let spec = description(
        r#""place": "Tỉnh", "time": {"flow_in": "sheet"},
           "figures": [{"header": "Thu", "measure": "budget-revenue"}]"#,
    );
    let spec = TableSpec::from_json("d", spec.as_bytes()).unwrap();
    let reading = spec[0].read(&workbook).unwrap();
    assert_eq!(
        says(&reading, "2015!B2"),
        "Hà Nội: budget-revenue 5,5 tỷ VND, 2015-01-01/2015-12-31"
    );
    assert_eq!(
        says(&reading, "'Năm 2016'!B2"),
        "Hà Nội: budget-revenue 6,5 tỷ VND, 2016-01-01/2016-12-31"
    );
}

#[test]
fn columns_by_header_and_by_letter() {
    let figure = |figure: &str| {
        description(&format!(
            r#""place": "Tỉnh", "time": {{"as_of": "2016"}}, "figures": [{{{figure}, "measure": "pci"}}]"#
        ))
    };
    let read = |json: &str, csv: &str| match described(json, csv) {
        Ok(reading) => says(&reading, "t!C3"),
        Err(error) => error.to_string(),
    };
    let two = "Tỉnh;PCI 2015;PCI 2016\n;;\nHà Nội;1.5;2.5\n";
    assert_eq!(
        read(&figure(r#""header": "PCI 2016""#), two),
        "Hà Nội: pci 2,5, as of 2016"
    );
    assert_eq!(
        read(&figure(r#""header": "PCI""#), two),
        "\"t\": t!A1: figures[0].header: more than one column fits this header: B (\"PCI 2015\"), \
         C (\"PCI 2016\"); give more of it, or the letter of the column, found \"PCI\""
    );
    assert_eq!(
        read(&figure(r#""column": "C""#), two),
        "Hà Nội: pci 2,5, as of 2016"
    );
    // The lines of a header, joined or one of them; the first language of two.
    let lines = "Tỉnh;Xếp hạng;TỔNG\n;;ĐIỂM\nHà Nội;1;2.5\n";
    for header in ["TỔNG ĐIỂM", "tổng", "Điểm"] {
        let json = figure(&format!(r#""header": "{header}""#));
        assert_eq!(
            read(&json, lines),
            "Hà Nội: pci 2,5, as of 2016",
            "{header}"
        );
    }
    let both = "Tỉnh/Province;Rank;Điểm/Score\n;;\nHà Nội;1;2.5\n";
    for header in ["Score", "Điểm"] {
        let json = figure(&format!(r#""header": "{header}""#));
        assert_eq!(read(&json, both), "Hà Nội: pci 2,5, as of 2016", "{header}");
    }
    // All by letter, without a header at all.
    let json = description(
        r#""place": {"column": "B"}, "time": {"as_of": "2016"},
           "figures": [{"column": "C", "measure": "pci"}]"#,
    );
    assert_eq!(
        read(&json, "Bảng điểm\n\n1;Hà Nội;2.5\n"),
        "Hà Nội: pci 2,5, as of 2016"
    );
}

#[test]
fn rankings_side_by_side_need_a_letter() {
    let csv = "Thứ tự;Tỉnh;Gia nhập;;PCI\n1;Quảng Ninh;9.28;Đà Nẵng;70\n2;Vĩnh Long;9.25;Quảng Ninh;65.6\n";
    let json = |place: &str| {
        description(&format!(
            r#""place": {place}, "time": {{"as_of": "2016"}}, "figures": [{{"header": "PCI", "measure": "pci"}}]"#
        ))
    };
    assert_eq!(
        described(&json(r#""Tỉnh""#), csv).unwrap_err().to_string(),
        "\"t\": place: more than one column fits this header: B (\"Tỉnh\"), D (no header, next to \
         \"PCI\"); give more of it, or the letter of the column, found \"Tỉnh\""
    );
    let reading = described(&json(r#"{"column": "D"}"#), csv).unwrap();
    assert_eq!(says(&reading, "t!E2"), "Đà Nẵng: pci 70, as of 2016");
}

#[test]
fn a_column_has_one_notation() {
    let json = description(
        r#""place": "Tỉnh", "time": {"period": "2017"},
           "figures": [{"header": "Vốn", "measure": "fdi.registered-adjusted"}]"#,
    );
    let read = |cells: &[&str]| {
        let rows: String = cells
            .iter()
            .map(|cell| format!("Hà Nội;{cell}\n"))
            .collect();
        let reading = described(&json, &format!("Tỉnh;Vốn (triệu USD)\n{rows}")).unwrap();
        let values = reading.claims().iter().map(|read| {
            read.claim().quantities()[0]
                .figure
                .unwrap()
                .text()
                .replace(" triệu USD", "")
        });
        (values.collect::<Vec<_>>().join(" "), shown(&reading))
    };
    assert_eq!(
        read(&["1,365", "2.5", "3"]),
        ("1365 2,5 3".to_owned(), vec![])
    );
    assert_eq!(
        read(&["1.365", "2,5", "3"]),
        ("1365 2,5 3".to_owned(), vec![])
    );
    assert_eq!(
        read(&["(3.22)", "(1,234.5)", "-3.22"]),
        ("-3,22 -1234,5 -3,22".to_owned(), vec![])
    );
    assert_eq!(
        read(&["0.5", "1.5", "2,5"]),
        (
            "0,5 1,5".to_owned(),
            vec![
                "t!B4: a decimal comma in a column with a decimal point, found \"2,5\"".to_owned()
            ]
        )
    );
    // As many speak for one as for the other: neither is believed.
    assert_eq!(read(&["0.5", "2,5", "3"]).0, "3");
    assert_eq!(read(&["..", "-", "…"]).0, "0");
}

#[test]
fn line_ends_of_every_system() {
    let json = description(
        r#""place": "Tỉnh", "time": {"flow": "Năm"},
           "figures": [{"header": "Thu", "measure": "budget-revenue", "unit": "triệu đồng"}]"#,
    );
    for end in ["\n", "\r\n", "\r"] {
        let csv = [
            "Tiêu đề",
            "",
            "Tỉnh,Thu,Năm",
            "Hà Nội,5,2006",
            "Hải Phòng,x,2006",
            "",
        ]
        .join(end);
        let reading = described(&json, &csv).unwrap();
        assert_eq!(reading.claims()[0].cell().to_string(), "t!B4", "{end:?}");
        assert_eq!(
            shown(&reading),
            ["t!B5: expected a figure, found \"x\""],
            "{end:?}"
        );
    }
}

#[test]
fn periods_in_cells() {
    let columns = ["name", "cell", "period"];
    table_tests::each_row("tests/data/periods.tsv", &columns, |row| {
        let [_, cell, period] = row.fields();
        let json = description(
            r#""time": {"flow": "quarter"},
               "figures": [{"header": "value", "measure": "fdi.implemented", "unit": "tỷ USD"}]"#,
        );
        let reading = described(&json, &format!("quarter;value\n{cell};2.5\n")).unwrap();
        let found = reading
            .claims()
            .first()
            .map_or("-".to_owned(), |read| read.claim().time().to_string());
        if found == period {
            Ok(())
        } else {
            Err(format!("found {found}"))
        }
    });
}

#[test]
fn encodings_before_unicode() {
    let rows = vec![
        row!["§Çu t\u{ad} n\u{ad}íc ngoµi theo ®Þa ph\u{ad}¬ng"],
        row!["TÝnh tõ 01/01/2006 ®Õn 31/12/2006"],
        row!["TT", "§Þa ph\u{ad}¬ng", "Sè dù ¸n cÊp míi"],
        row![1, "Hµ Néi", 300],
        row![2, "Thanh Hãa", 5],
        row!["Tæng sè", "", 305],
    ];
    for bytes in [xlsx(&[("a", rows.clone())], &[]), xls(&[("a", rows)])] {
        let workbook = Workbook::from_bytes("t", &bytes).unwrap();
        let reading = FiaReader::new().read(&workbook).unwrap();
        assert_eq!(
            says(&reading, "a!C5"),
            "Thanh Hóa: fdi.projects 5, 2006-01-01/2006-12-31"
        );
        assert_eq!(
            shown(&reading),
            ["\"a\": its texts are in TCVN3, an encoding before Unicode; read"]
        );
    }
    // The bytes of a CSV file in VNI, and those of something else.
    let vni = "Tænh;Thu (tyû ñoàng)\nHaø Noäi;5\nBình Döông;6\n";
    let bytes: Vec<u8> = vni
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let workbook = Workbook::from_bytes("t", &bytes).unwrap();
    assert_eq!(workbook.sheets()[0].legacy().unwrap().to_string(), "VNI");
    let error = Workbook::from_bytes("t", b"Caf\xe9;1\n").unwrap_err();
    assert!(error.to_string().contains("found the byte 0xe9"), "{error}");
    // Unicode is left alone, French in it as well.
    let french = Workbook::from_bytes("t", "Nước;Vốn\nCôte d'Ivoire;1\n".as_bytes()).unwrap();
    assert_eq!(french.sheets()[0].legacy(), None);
}

#[test]
fn errors_say_the_reason() {
    let json = description(
        r#""place": "Tỉnh", "time": {"flow_in": "title"},
           "figures": [{"header": "Vốn", "measure": "fdi.registered"}]"#,
    );
    let both = |csv: &str| {
        let error = described(&json, csv).unwrap_err();
        [
            error.in_language(Language::English),
            error.in_language(Language::Vietnamese),
        ]
    };
    assert_eq!(
        both("Tỉnh;Vốn (triệu USD)\nHà Nội;1\n"),
        [
            "\"t\": t!A1: time: the header is there, but no date or period in the title or above the \
             header, found \"\"",
            "\"t\": t!A1: time: có dòng tiêu đề, nhưng không có ngày hoặc kỳ trong tên bảng hay phía \
             trên tiêu đề, gặp \"\"",
        ]
    );
    assert_eq!(
        both("Đầu tư năm 2017;\nTỉnh;Vốn\nHà Nội;1\n"),
        [
            "\"t\": figures[0].unit: a column of money without a unit; say one such as triệu USD, found \
             \"Vốn (B)\"",
            "\"t\": figures[0].unit: cột tiền không có đơn vị; hãy ghi một đơn vị như triệu USD, gặp \
             \"Vốn (B)\"",
        ]
    );
    assert_eq!(
        both("Tỉnh;Số vốn\nHà Nội;1\n")[1],
        "\"t\": t!A1: figures[0].header: không có cột nào có tiêu đề này; gần nhất là \"Số vốn\" (B1), \
         gặp \"Vốn\""
    );
    let error = described(&json.replace("fdi.registered", "fdi.registred"), "").unwrap_err();
    assert!(error.to_string().contains("fdi.registered"), "{error}");
    assert!(std::error::Error::source(&error).is_some());
    let error = Workbook::open("nowhere.csv").unwrap_err();
    let cause = std::error::Error::source(&error).unwrap();
    let cause = cause.downcast_ref::<std::io::Error>().unwrap();
    assert_eq!(cause.kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn a_description_reads_as_the_reader_does() {
    let csv = format!(
        "ĐẦU TƯ NƯỚC NGOÀI THEO VÙNG;;;;\n{FLOW};;;;\n\
         TT;Vùng;Số dự án cấp mới;Tổng vốn đăng ký (triệu USD);12T/2016;So với cùng kỳ (%)\n\
         I;Tây Nguyên;4;50.5;40.4;125\n1;Gia Lai;4;50.5;40.4;125\nTổng số;;4;50.5;40.4;125\n;;;7;;\n"
    );
    let workbook = Workbook::from_bytes("t", csv.as_bytes()).unwrap();
    let read = FiaReader::new().read(&workbook).unwrap();
    let specs: Vec<TableSpec> = TableSpec::describe(&workbook)
        .iter()
        .map(|proposal| proposal.spec().clone())
        .collect();
    // By way of the file a user edits.
    let json = serde_json::to_string(&specs).unwrap();
    let again = TableSpec::from_json("d", json.as_bytes()).unwrap();
    assert_eq!(again, specs);
    let described = TableSpec::read_all(&again, &workbook).unwrap();
    assert_eq!(described.claims(), read.claims());
}

/// A table of the statistics office: no header over the names, two languages,
/// the unit alone in a line, some provinces of each region.
#[test]
fn a_yearbook_describes_itself() {
    let csv = "Dân số trung bình phân theo địa phương;;\nNghìn người;;\n;2010;Sơ bộ 2012\n\
               CẢ NƯỚC - WHOLE COUNTRY;86947.4;88809.3\nĐồng bằng sông Hồng - Red River Delta;19851.9;20236.7\n\
               Hà Nội;6588.5;6865.2\nVĩnh Phúc;1008.3;1020.6\n";
    let workbook = Workbook::from_bytes("t", csv.as_bytes()).unwrap();
    let proposals = TableSpec::describe(&workbook);
    let reading = proposals[0].spec().read(&workbook).unwrap();
    assert_eq!(
        subjects(&reading),
        [
            "total",
            "region Đồng bằng sông Hồng - Red River Delta",
            "place ha-noi",
            "place vinh-phuc"
        ]
    );
    assert_eq!(
        says(&reading, "t!C6"),
        "Hà Nội: population 6865200, as of 2012"
    );
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn what_a_description_cannot_tell_is_said() {
    let csv = "Bảng\n\nTỉnh;Vốn (tỷ USD);Điểm;Năm\nHà Nội;1,5;8,1;2015\nHải Phòng;2,5;7,1;2016\n";
    let workbook = Workbook::from_bytes("t", csv.as_bytes()).unwrap();
    let proposals = TableSpec::describe(&workbook);
    assert_eq!(
        serde_json::to_string(proposals[0].spec()).unwrap(),
        r#"{"source":{"id":"t","title":"t"},"place":"Tỉnh","time":{"flow":"Năm"},"#.to_owned()
            + r#""figures":[{"header":"Vốn (tỷ USD)","measure":"investment.unstated","#
            + r#""unit":"tỷ USD"}],"notation":"comma"}"#
    );
    assert_eq!(
        remarks(&proposals[0], Language::English),
        [
            "column B: money, and whose at which stage is not told by its header",
            "column C (\"Điểm\"): what it measures is not told by its header",
        ]
    );
    assert_eq!(
        remarks(&proposals[0], Language::Vietnamese)[0],
        "cột B: một khoản tiền, tiêu đề không cho biết của ai và ở giai đoạn nào"
    );
}

#[test]
fn series_by_province_are_joined_by_unit() {
    let stock = |day: &str, rows: &str| {
        fia(&format!(
            "(Lũy kế các dự án còn hiệu lực đến ngày {day});;\nSTT;Địa phương;Số dự án\n{rows}"
        ))
    };
    let before = stock("20/12/2022", "1;Hải Phòng;10\n2;Hà Nội;20\nTổng;;30\n");
    let after = stock("20/12/2023", "1;TP Hà Nội;25\n2;Dầu khí;5\nTổng;;30\n");
    let projects = "fdi.projects".parse().unwrap();
    let (before, after) = (
        before.stock_by_province(&projects).unwrap(),
        after.stock_by_province(&projects).unwrap(),
    );
    let joined: Vec<String> = before
        .beside(&after)
        .iter()
        .map(|(place, a, b)| {
            let value = |figure: &Option<&tinh_reader::PlaceFigure<'_>>| {
                figure.map_or("-".to_owned(), |figure| figure.value().to_string())
            };
            format!("{} {} {}", place.id(), value(a), value(b))
        })
        .collect();
    assert_eq!(joined, ["hai-phong 10 -", "ha-noi 20 25", "offshore - 5"]);
    assert!(after.time().as_of().is_some());
}

fn remarks(proposal: &tinh_reader::Proposal, language: Language) -> Vec<&str> {
    let remarks = proposal.remarks().iter();
    remarks.map(|remark| remark.in_language(language)).collect()
}
