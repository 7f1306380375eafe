//! A year's workbook with every quirk seen in real ones. Figures that are not
//! made up are those of the agency's workbook of 12/2023.

use tinh_reader::tinh_model::claim::{RelationKind, Status};
use tinh_reader::tinh_model::{Dataset, Partner, Place, Statement};
use tinh_reader::{Aliases, FiaReader, NoteKind, RowSubject, Workbook};

use crate::support::{Cell, Rows, claim, read, row, says, shown, xls, xlsx};

pub(crate) fn quick() -> Rows {
    vec![
        row!["Phụ lục I"],
        row![],
        row![
            "CỤC ĐẦU TƯ NƯỚC NGOÀI",
            "",
            "",
            "",
            "",
            "Hà Nội, ngày 22 tháng 12 năm 2023"
        ],
        row![],
        row!["BÁO CÁO NHANH ĐẦU TƯ NƯỚC NGOÀI NĂM 2023"],
        row![],
        row![
            "TT",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Năm 2022",
            "Năm 2023",
            "So cùng kỳ"
        ],
        row![
            1,
            "Vốn thực hiện",
            "triệu USD",
            22400,
            23183,
            1.034_955_357_142_857_1
        ],
        row![
            2,
            "Vốn đăng ký*",
            "triệu USD",
            27_718.130_307_010_86,
            36_607.626_944_828_815,
            1.320_710_543_581_271_2
        ],
        row![
            "2.1",
            "   Đăng ký cấp mới",
            "triệu USD",
            12_446.218_701_749_996,
            20_185.622_680_219_993,
            1.621_827_734_505_565_2
        ],
        row![
            "2.2",
            "   Đăng ký tăng thêm",
            "triệu USD",
            10_117.813_094_850_862,
            7_880.769_548_430_847
        ],
        row![
            "2.3",
            "   Góp vốn, mua cổ phần",
            "triệu USD",
            5_154.098_510_41,
            8_541.234_716_177_978
        ],
        row![3, "Số dự án*", "", "", "", " "],
        row!["3.1", "   Cấp mới", "dự án", 2036, 3188],
        row!["3.2", "   Tăng vốn", "lượt dự án", 1107, 1262],
        row!["3.3", "   Góp vốn, mua cổ phần", "lượt dự án", 3566, 3451],
        row![4, "Xuất khẩu"],
        row![
            "4.1",
            "   Xuất khẩu (kể cả dầu thô)",
            "triệu USD",
            275_872.813_66,
            258_797.941_737_573_62
        ],
        row![
            "4.2",
            "   Xuất khẩu (không kể dầu thô)",
            "triệu USD",
            273_600.792_212,
            256_905.822_537
        ],
        row![5, "Nhập khẩu", "triệu USD", 233_158.492_09, 210_012.695_391],
        row![],
        row![
            "",
            "Luỹ kế đến 20/12/2023:",
            "144 quốc gia, vùng lãnh thổ có đầu tư tại Việt Nam với 39,140 dự án, tổng vốn đăng ký 468,9 tỷ USD. Hàn Quốc dẫn đầu. "
        ],
        row!["Ghi chú:"],
        row!["", "*Số liệu tính từ 1/1 đến ngày 20 tháng báo cáo"],
        row![],
        row!["Lũy kế đến 20/4/2013"],
        row!["", "Vốn thực hiện ", "103,3 tỷ USD"],
        row!["", "Số dự án ", 14716],
    ]
}

/// Flows by province, as printed but for the rows left out.
pub(crate) fn flows() -> Rows {
    vec![
        row!["Phụ lục II"],
        row!["THU HÚT ĐẦU TƯ NƯỚC NGOÀI NĂM 2023 THEO ĐỊA PHƯƠNG"],
        row!["Tính từ 01/01/2023 đến 20/12/2023"],
        row![],
        row![
            "TT",
            "Địa phương",
            "Số dự án cấp mới",
            "Vốn đăng ký cấp mới (triệu USD)",
            "Số lượt dự án điều chỉnh",
            "Vốn đăng ký điều chỉnh\n(triệu USD)",
            "Số lượt góp vốn mua cổ phần",
            "Giá trị góp vốn, mua cổ phần \n(triệu USD)",
            "Tổng vốn đăng ký (triệu USD)",
            "12T/2022",
            "So với cùng kỳ (%)"
        ],
        row![
            1,
            "TP. Hồ Chí Minh ",
            1202,
            598.298_652_88,
            296,
            964.930_549_470_771_8,
            2314,
            4_288.721_680_14,
            5_851.950_882_490_772,
            3_940.404_276_585_704,
            148.511_433_643_082_7,
            15.985_605_653_461_837
        ],
        row![
            2,
            "Hải\nPhòng",
            119,
            1_478.700_124_44,
            51,
            1_654.834_072_5,
            49,
            128.778_575_74,
            3_262.312_772_68,
            1_963.226_387_628_75,
            166.170_992_466_148_02
        ],
        row![
            25,
            "Bạc Liêu",
            0,
            0,
            1,
            179.795_984,
            1,
            0.051,
            179.846_984,
            -60.945_12,
            -295.096_611_508_846
        ],
        row![
            35,
            "Thừa Thiên Huế",
            10,
            46.788_627,
            1,
            -2.382,
            7,
            0.229_572,
            44.636_199
        ],
        row![36, "Sơn La"],
        row![
            37,
            "Lạng Sơn",
            0,
            0,
            0,
            0,
            1,
            10.101_756_46,
            10.101_756_46,
            1.723_172_36,
            "#N/A"
        ],
        row![
            "Tổng số",
            "",
            1331,
            2_123.787_404_32,
            349,
            2_797.178_605_970_772,
            2372,
            4_427.882_584_34,
            9_348.848_594_630_772
        ],
        row![
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Cell::Formula("Z1", "#REF!")
        ],
    ]
}

fn stock() -> Rows {
    vec![
        row!["ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM THEO ĐỐI TÁC"],
        row!["(Lũy kế các dự án còn hiệu lực đến ngày 20/12/2023)"],
        row![],
        row![
            "STT",
            " Đối tác",
            " Số dự án ",
            " Tổng vốn đầu tư đăng ký\n(Triệu USD) "
        ],
        row![1, "Hàn Quốc", 9863, 85_865.799_195_4],
        row![2, "BritishVirginIslands", 908, 22_993.018],
        row![3, "Litva", 3, 0.5],
        row![4, "Channel Islands", 2, 40.0],
        row![5, "Lithuania", 4, 0.25],
        row!["Tổng", "", 10780, 108_899.567_195_4],
        row![],
        row!["ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM THEO VÙNG"],
        row!["(Lũy kế các dự án còn hiệu lực đến ngày 20/12/2023)"],
        row![
            "TT",
            "Vùng",
            " Số dự án ",
            " Tổng vốn đầu tư đăng ký\n(Triệu USD) "
        ],
        row!["I", "Tây Nguyên", 170, 1_871.904_268_21],
        row![1, "Đăk Lăk", 30, 706.827_808],
        row![2, "Lâm Đồng", 140, 1_165.076_460_21],
        row!["VII", "Dầu khí", 50, 2_768.691_815],
        row!["Tổng số", "", 220, 4_640.596_083_21],
    ]
}

fn year() -> Vec<u8> {
    xlsx(
        &[
            ("quick", quick()),
            ("Trang 2 (mới)", flows()),
            ("Luy ke", stock()),
        ],
        &[(1, 0, 10), (2, 0, 10)],
    )
}

#[test]
fn the_quick_report() {
    let reading = read(&year());
    let source = &reading.sources()[0];
    assert_eq!(source.title, "BÁO CÁO NHANH ĐẦU TƯ NƯỚC NGOÀI NĂM 2023");
    assert_eq!(source.publisher.as_deref(), Some("FIA"));
    assert_eq!(
        source.published.map(|d| d.to_string()).as_deref(),
        Some("2023-12-22")
    );
    for (cell, said) in [
        // Not starred: the calendar year, and two days before its end.
        (
            "quick!E8",
            "Cả nước: fdi.implemented 23183 triệu USD, 2023-01-01/2023-12-31",
        ),
        (
            "quick!F8",
            "Cả nước: fdi.implemented:multiple 1,0349553571428571 lần, 2023-01-01/2023-12-31",
        ),
        // Starred: to the 20th of the month, this year and last.
        (
            "quick!D9",
            "Cả nước: fdi.registered 27718,13030701086 triệu USD, 2022-01-01/2022-12-20",
        ),
        (
            "quick!E9",
            "Cả nước: fdi.registered 36607,626944828815 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E10",
            "Cả nước: fdi.registered-new 20185,622680219993 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E11",
            "Cả nước: fdi.registered-adjusted 7880,769548430847 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E12",
            "Cả nước: fdi.share-purchase 8541,234716177978 triệu USD, 2023-01-01/2023-12-20",
        ),
        // Three counts of three things.
        (
            "quick!E14",
            "Cả nước: fdi.projects 3188, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E15",
            "Cả nước: fdi.adjustments 1262, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E16",
            "Cả nước: fdi.share-purchases 3451, 2023-01-01/2023-12-20",
        ),
        (
            "quick!E20",
            "Cả nước: imports 210012,695391 triệu USD, 2023-01-01/2023-12-31",
        ),
    ] {
        assert_eq!(says(&reading, cell), said, "{cell}");
    }
    assert_eq!(claim(&reading, "quick!E8").status(), Status::Estimated);
    assert_eq!(claim(&reading, "quick!D8").status(), Status::Normal);
    // The exports of foreign enterprises are not those of the nation.
    let Statement::Observation(exports) = claim(&reading, "quick!E18").statement() else {
        panic!("not an observation")
    };
    assert_eq!(
        exports.sector.as_ref().map(|sector| sector.text()),
        Some("khu vực đầu tư nước ngoài")
    );
    assert_eq!(exports.scope.as_deref(), Some("kể cả dầu thô"));
}

#[test]
fn two_conventions_in_one_sentence() {
    let reading = read(&year());
    let figures: Vec<String> = reading
        .claims()
        .iter()
        .filter(|read| read.cell().to_string() == "quick!C22")
        .map(|read| {
            let quantity = read.claim().quantities()[0];
            format!(
                "{} {} {}",
                quantity.measure,
                quantity.value().unwrap(),
                read.claim().time()
            )
        })
        .collect();
    assert_eq!(
        figures,
        [
            "investor-countries 144 as of 2023-12-20",
            "fdi.projects 39140 as of 2023-12-20",
            "fdi.registered 468900000000 as of 2023-12-20",
        ]
    );
}

#[test]
fn what_stands_outside_the_tables_is_reported() {
    let reading = read(&year());
    let stale: Vec<String> = reading
        .notes()
        .iter()
        .filter(|note| note.kind() == NoteKind::Stale)
        .map(|note| note.cell().unwrap().to_string())
        .collect();
    assert_eq!(stale, ["quick!A26"]);
    let stray: Vec<String> = reading
        .notes()
        .iter()
        .filter(|note| note.kind() == NoteKind::Stray)
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        stray,
        [
            "'Trang 2 (mới)'!L6: a cell outside every table, found \"15.985605653461837\"",
            "'Trang 2 (mới)'!M13: a cell outside every table, found \"#REF!\"",
        ]
    );
    let other: Vec<String> = reading
        .notes()
        .iter()
        .filter(|note| !matches!(note.kind(), NoteKind::Stray | NoteKind::Stale))
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        other,
        [
            "'Trang 2 (mới)'!J5: the header names no unit; read as triệu USD like the columns beside it, found \"12T/2022\"",
            "'Trang 2 (mới)'!K8: a ratio to a base or of a level below zero says nothing, found \"-295.096611508846\"",
            "'Trang 2 (mới)'!K11: expected a figure, found \"#N/A\"",
            "'Luy ke'!B8: no country of that name; kept as printed, found \"Channel Islands\"",
            "'Luy ke'!B9: \"Lithuania\" and \"Litva\" are both Litva: one partner in two rows, found \"Lithuania\"",
        ]
    );
}

#[test]
fn provinces_of_the_date() {
    let reading = read(&year());
    for (cell, said) in [
        (
            "'Trang 2 (mới)'!I6",
            "Hồ Chí Minh: fdi.registered 5851,950882490772 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "'Trang 2 (mới)'!I7",
            "Hải Phòng: fdi.registered 3262,31277268 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "'Trang 2 (mới)'!J8",
            "Bạc Liêu: fdi.registered -60,94512 triệu USD, 2022-01-01/2022-12-20",
        ),
        (
            "'Trang 2 (mới)'!K8",
            "Bạc Liêu: fdi.registered:ratio -295,096611508846 %, 2023-01-01/2023-12-20",
        ),
        (
            "'Trang 2 (mới)'!F9",
            "Thừa Thiên Huế: fdi.registered-adjusted -2,3820 triệu USD, 2023-01-01/2023-12-20",
        ),
        (
            "'Trang 2 (mới)'!C11",
            "Lạng Sơn: fdi.projects 0, 2023-01-01/2023-12-20",
        ),
        ("'Luy ke'!C18", "Dầu khí: fdi.projects 50, as of 2023-12-20"),
    ] {
        assert_eq!(says(&reading, cell), said, "{cell}");
    }
    assert_eq!(
        claim(&reading, "'Trang 2 (mới)'!K8").status(),
        Status::Unreliable
    );
    let hue = claim(&reading, "'Trang 2 (mới)'!F9").place();
    assert_eq!(
        hue.on().map(|day| day.to_string()).as_deref(),
        Some("2023-12-20")
    );
    // Sơn La is empty: missing. Lạng Sơn prints zeros: zero.
    let row = |row: u32| {
        reading
            .claims()
            .iter()
            .filter(|read| {
                read.cell().sheet() == "Trang 2 (mới)" && read.cell().position().row == row
            })
            .count()
    };
    assert_eq!(row(9), 0);
    assert_eq!(row(10), 8);
    assert_eq!(claim(&reading, "'Luy ke'!C18").place(), Place::Offshore);
}

#[test]
fn one_fact_in_several_tables() {
    let reading = read(&year());
    // The region table repeats nothing here but the total of another scope;
    // the total of the flows differs from the quick report.
    let relations = |cell| -> Vec<(RelationKind, String)> {
        claim(&reading, cell)
            .relations()
            .iter()
            .map(|r| (r.kind, r.to.clone()))
            .collect()
    };
    assert_eq!(
        relations("'Trang 2 (mới)'!I12"),
        [(RelationKind::ConflictsWith, "FDI.xlsx!quick!E9".to_owned())]
    );
    assert_eq!(
        relations("'Luy ke'!D15"),
        [(RelationKind::PartOf, "FDI.xlsx!'Luy ke'!D19".to_owned())]
    );
    let Statement::Observation(region) = claim(&reading, "'Luy ke'!D15").statement() else {
        panic!("not an observation")
    };
    assert_eq!(region.scope.as_deref(), Some("Tây Nguyên"));
}

#[test]
fn partners_and_their_aliases() {
    let bytes = year();
    let reading = read(&bytes);
    let partner = |cell| match claim(&reading, cell).statement() {
        Statement::Observation(observation) => *observation.partner.clone().unwrap(),
        _ => panic!("not an observation"),
    };
    let code = |partner: Partner| partner.country().map(|country| country.alpha2());
    assert_eq!(code(partner("'Luy ke'!D5")), Some("KR"));
    assert_eq!(code(partner("'Luy ke'!D6")), Some("VG"));
    assert_eq!(code(partner("'Luy ke'!D7")), Some("LT"));
    assert_eq!(
        partner("'Luy ke'!D8"),
        Partner::Unnamed("Channel Islands".to_owned())
    );
    assert_eq!(code(partner("'Luy ke'!D9")), Some("LT"));

    let workbook = Workbook::from_bytes("FDI.xlsx", &bytes).unwrap();
    let merged = FiaReader::new()
        .aliases(Aliases::Merge)
        .read(&workbook)
        .unwrap();
    assert_eq!(
        says(&merged, "'Luy ke'!D7"),
        "Cả nước: fdi.registered 0,75 triệu USD, as of 2023-12-20"
    );
    assert_eq!(
        says(&merged, "'Luy ke'!C7"),
        "Cả nước: fdi.projects 7, as of 2023-12-20"
    );
    assert!(
        !merged
            .claims()
            .iter()
            .any(|read| read.cell().to_string() == "'Luy ke'!D9")
    );
    assert!(
        merged
            .notes()
            .iter()
            .any(|note| note.kind() == NoteKind::Alias)
    );
}

#[test]
fn xls_reads_as_xlsx() {
    let sheets = [("quick", quick()), ("Luy ke", stock())];
    let new = read(&xlsx(&sheets, &[]));
    let old = read(&xls(&sheets));
    let ids = |reading: &tinh_reader::Reading| -> Vec<_> {
        reading
            .claims()
            .iter()
            .map(|read| read.claim().clone())
            .collect()
    };
    assert!(!ids(&new).is_empty());
    assert_eq!(ids(&new), ids(&old));
    assert_eq!(shown(&new), shown(&old));
}

#[test]
fn stored_values_of_formulas_are_read_and_nothing_is_run() {
    for bytes in [
        xlsx(&[("a", with_formula())], &[]),
        xls(&[("a", with_formula())]),
    ] {
        let reading = read(&bytes);
        assert_eq!(
            says(&reading, "a!C3"),
            "Hải Phòng: fdi.projects 1004, as of 2023-12-20"
        );
    }
}

fn with_formula() -> Rows {
    vec![
        row!["Lũy kế đến ngày 20/12/2023"],
        row!["STT", "Địa phương", "Số dự án"],
        row![1, "Hải Phòng", Cell::Formula("1+1", "1004")],
    ]
}

#[test]
fn columns_move_and_are_added() {
    let rows = vec![
        row!["", "Tính từ 01/01/2023 đến 20/12/2023"],
        row!["", "", "Tổng vốn đăng ký (triệu USD)"],
        row![
            "",
            "Xếp hạng",
            "Địa phương",
            "Ghi chú",
            "Tổng vốn đăng ký (triệu USD)",
            "Số dự án cấp mới"
        ],
        row!["", 1, "Hải Phòng", "cao", 3_262.25, 119],
        row!["", "", "Tổng cộng", "", 3_262.25, 119],
    ];
    let reading = read(&xlsx(&[("x", rows)], &[]));
    assert_eq!(
        says(&reading, "x!E4"),
        "Hải Phòng: fdi.registered 3262,25 triệu USD, 2023-01-01/2023-12-20"
    );
    assert_eq!(
        says(&reading, "x!F4"),
        "Hải Phòng: fdi.projects 119, 2023-01-01/2023-12-20"
    );
    assert!(matches!(
        reading.tables()[0].total().unwrap().subject(),
        RowSubject::Total
    ));
    assert!(
        shown(&reading)
            .contains(&"x!D3: the header is not understood, found \"Ghi chú\"".to_owned())
    );
}

#[test]
fn headers_over_two_rows() {
    let rows = vec![
        row!["Tính từ 01/01/2023 đến 20/12/2023 (Đơn vị: triệu USD)"],
        row!["TT", "Địa phương", "Số dự án", "Vốn đăng ký (triệu USD)"],
        row!["", "", "cấp mới", "cấp mới", "điều chỉnh"],
        row![1, "Hải Phòng", 119, 1_478.5, 1_654.75],
        row!["Tổng", "", 119, 1_478.5, 1_654.75],
    ];
    let reading = read(&xlsx(&[("x", rows)], &[(1, 3, 4)]));
    assert_eq!(
        says(&reading, "x!D4"),
        "Hải Phòng: fdi.registered-new 1478,5 triệu USD, 2023-01-01/2023-12-20"
    );
    assert_eq!(
        says(&reading, "x!E4"),
        "Hải Phòng: fdi.registered-adjusted 1654,75 triệu USD, 2023-01-01/2023-12-20"
    );
}

#[test]
fn regions_in_arabic_numbers() {
    // 2015 numbers provinces through and repeats "5" for two regions.
    let rows = vec![
        row!["Lũy kế đến ngày 31/12/2015"],
        row!["TT", "Vùng", "Số dự án", "Vốn đăng ký (USD)"],
        row![5, "Đông Nam Bộ", 2, 30],
        row![1, "Đồng Nai", 2, 30],
        row![5, "Tây Nguyên", 1, 5],
        row![2, "Gia Lai", 1, 5],
        row!["", "Tổng", 3, 35],
    ];
    let reading = read(&xlsx(&[("x", rows)], &[]));
    let subjects: Vec<bool> = reading.tables()[0]
        .rows()
        .iter()
        .map(|row| matches!(row.subject(), RowSubject::Region(_)))
        .collect();
    assert_eq!(subjects, [true, false, true, false, false]);
}

#[test]
fn provinces_after_the_merger() {
    let rows = |date: &'static str| {
        vec![
            row![date],
            row!["TT", "Địa phương", "Số dự án"],
            row![1, "Hải Dương", 583],
            row![2, "Hải Phòng", 1004],
            row!["", "Cả nước", 1587],
        ]
    };
    let before = read(&xlsx(&[("x", rows("Lũy kế đến ngày 20/12/2023"))], &[]));
    let after = read(&xlsx(&[("x", rows("Lũy kế đến ngày 20/12/2025"))], &[]));
    assert_eq!(before.claims().len(), 3);
    assert_eq!(after.claims().len(), 2);
    let note = &after.notes()[0];
    assert_eq!(note.kind(), NoteKind::UnknownName);
    assert!(note.message().to_string().contains("Hải Dương"), "{note}");
    let unit =
        |reading: &tinh_reader::Reading| claim(reading, "x!C4").place().unit().unwrap().territory();
    assert_ne!(unit(&before), unit(&after));
}

#[test]
fn sheets_without_a_table_are_refused() {
    let other = vec![row!["Doanh nghiệp", "Doanh thu"], row!["A", 5]];
    let mixed = read(&xlsx(
        &[("x", with_formula()), ("khác", other.clone())],
        &[],
    ));
    assert_eq!(
        shown(&mixed),
        [
            "\"khác\": no table; looked for a header row with Ngành, Đối tác, Địa phương or Vùng and \
         Số dự án or Vốn đăng ký, or with Chỉ tiêu and Đơn vị tính",
        ]
    );
    let workbook = Workbook::from_bytes("khác.xlsx", &xlsx(&[("khác", other)], &[])).unwrap();
    assert_eq!(
        FiaReader::new().read(&workbook).unwrap_err().to_string(),
        "\"khác.xlsx\": no such table: looked for a header row with Ngành, Đối tác, Địa phương or \
         Vùng and Số dự án or Vốn đăng ký, or with Chỉ tiêu and Đơn vị tính; found khác!A1 \
         \"Doanh nghiệp\"",
    );
}

#[test]
fn claims_survive_a_file() {
    let reading = read(&year());
    let mut data = Dataset::new();
    let count = reading.claims().len();
    reading.add_to(&mut data);
    assert_eq!(data.claims().len(), count);
    let mut lines = Vec::new();
    data.write_jsonl(&mut lines).unwrap();
    let mut back = Dataset::new();
    back.read_jsonl(lines.as_slice(), "back").unwrap();
    assert!(back.rejected().is_empty(), "{:#?}", back.rejected());
    assert_eq!(back.claims(), data.claims());
    assert_eq!(back.sources(), data.sources());
}
