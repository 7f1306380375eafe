//! Printed totals that do not follow from their parts, and what explains them.

use tinh_reader::{Audit, AuditCheck, Cause};

use crate::support::{Rows, read, row, xlsx};

fn audit(sheets: &[(&str, Rows)]) -> Audit {
    Audit::of(&read(&xlsx(sheets, &[])))
}

fn lines(audit: &Audit) -> Vec<String> {
    audit.findings().iter().map(ToString::to_string).collect()
}

const HEADER: [&str; 9] = [
    "TT",
    "Vùng",
    "Số dự án cấp mới",
    "Vốn đăng ký cấp mới (triệu USD)",
    "Số lượt dự án tăng vốn",
    "Vốn đăng ký tăng thêm \n(triệu USD)",
    "Số lượt góp vốn mua cổ phần",
    "Giá trị góp vốn, mua cổ phần",
    "Tổng vốn đăng ký (triệu USD)",
];

/// The Mekong delta and the Central Highlands of 12/2023, as printed: the
/// formula of the first spans the money and the count column.
fn regions() -> Rows {
    vec![
        row!["THU HÚT ĐẦU TƯ NƯỚC NGOÀI NĂM 2023 THEO VÙNG"],
        row!["Tính từ 01/01/2023 đến 20/12/2023"],
        HEADER.map(crate::support::Cell::from).to_vec(),
        row![
            "V",
            "Đồng bằng sông Cửu Long",
            139,
            843.652_594_309_999_8,
            103,
            435.640_712_410_156_25,
            80,
            57.375_850_419_999_99,
            1_233.669_157_140_156_1
        ],
        row![
            1,
            "Long An",
            118,
            602.766_928_699_999_9,
            81,
            117.887_813_660_156_25,
            40,
            32.671_865_6,
            753.326_607_960_156_1
        ],
        row![2, "Bạc Liêu", "", "", 1, 179.795_984, 1, 0.051, 179.846_984],
        row![3, "Sóc Trăng", 1, 90.756_312, 1, 0.5, 0, 0, 91.256_312],
        row![
            4,
            "Vĩnh Long",
            2,
            15.809_953_8,
            9,
            62.950_884_75,
            1,
            0.28,
            79.040_838_55
        ],
        row![
            5,
            "Cần Thơ",
            3,
            0.635_391_679_999_999_9,
            5,
            54.141_614,
            6,
            5.819_644_79,
            60.596_650_469_999_99
        ],
        row![
            6,
            "Tiền Giang",
            6,
            15.235_497,
            3,
            20.204_752,
            2,
            0.096_236_94,
            35.536_485_94
        ],
        row![
            7,
            "Trà Vinh",
            2,
            6.308_968,
            0,
            0,
            7,
            11.088_317_98,
            17.397_285_98
        ],
        row![
            8,
            "Bến Tre",
            2,
            5.285_869_02,
            2,
            -0.840_336,
            4,
            3.845_364_14,
            8.290_897_16
        ],
        row![
            9,
            "Kiên Giang",
            3,
            2.671_527,
            0,
            0,
            12,
            2.472_220_930_000_000_6,
            5.143_747_930_000_001
        ],
        row![
            10,
            "Cà Mau",
            1,
            0.15,
            1,
            1,
            1,
            0.205_324_64,
            1.355_324_639_999_999_9
        ],
        row![
            11,
            "Hậu Giang",
            1,
            1.032_147_11,
            0,
            0,
            2,
            0.004_284_449_999_999_999_5,
            1.036_431_56
        ],
        row![12, "Đồng Tháp", 0, 0, 0, 0, 2, 0.473_834_73, 0.473_834_73],
        row![
            13,
            "An Giang",
            0,
            0,
            0,
            0,
            2,
            0.367_756_219_999_999_97,
            0.367_756_219_999_999_97
        ],
        row![
            "VI",
            "Tây Nguyên",
            4,
            45.734_783,
            4,
            11.926_791,
            25,
            19.471_058_44,
            77.132_632_440_000_01
        ],
        row![
            1,
            "Đăk Lăk",
            2,
            44.313_256,
            2,
            10.892_794,
            8,
            6.530_063,
            61.736_113
        ],
        row![
            2,
            "Lâm Đồng",
            2,
            1.421_527,
            1,
            0.1,
            15,
            11.259_618_35,
            12.781_145_350_000_001
        ],
        row![
            3,
            "Gia Lai",
            0,
            0,
            1,
            0.933_997,
            2,
            1.681_377_089_999_999_8,
            2.615_374_089_999_999_5
        ],
        row![4, "Đăk Nông"],
        row![
            "Tổng số",
            "",
            143,
            889.387_377_309_999_8,
            107,
            447.567_503_410_156_25,
            105,
            76.846_908_86,
            1_310.801_789_580_156
        ],
    ]
}

#[test]
fn a_count_added_to_money_2023() {
    let audit = audit(&[("Thang 12 2023", regions())]);
    assert_eq!(
        lines(&audit),
        [
            "'Thang 12 2023'!D4: Đồng bằng sông Cửu Long, Vốn đăng ký cấp mới (triệu USD): printed \
         843,65 triệu USD, its 12 provinces give 740,65 (+103,00): the count in \
         E4 (Đồng bằng sông Cửu Long) was added to the money; the same difference in D23, I4, \
         I23",
        ]
    );
    assert_eq!(audit.skipped(), 0);
    assert!(audit.checked() > 30);
}

#[test]
fn national_totals_of_two_tables() {
    // 12/2023: by region 20,288.62, everywhere else 20,185.62.
    let table = |name: &'static str, total: f64| {
        vec![
            row!["Tính từ 01/01/2023 đến 20/12/2023"],
            row!["TT", name, "Vốn đăng ký cấp mới (triệu USD)"],
            row![1, "A", total],
            row!["Tổng số", "", total],
        ]
    };
    let audit = audit(&[
        ("a", table("Ngành", 20_185.622_680_219_993)),
        ("b", table("Đối tác", 20_185.622_680_22)),
        ("c", table("Vùng", 20_288.622_680_22)),
    ]);
    assert_eq!(
        lines(&audit),
        [
            "c!C4: Tổng số, Vốn đăng ký cấp mới (triệu USD): printed 20.288,62 triệu USD, a!C4 prints \
         20.185,62 (+103,00)",
        ]
    );
}

#[test]
fn a_sign_lost_2015() {
    // Electricity: -60,160,477 USD, and +60.160477 in the column of millions.
    let audit = audit(&[(
        "a",
        vec![
            row!["Tính từ 01/01/2015 đến 20/12/2015"],
            row!["TT", "Ngành", "Vốn đăng ký tăng thêm (triệu USD)"],
            row![1, "Chế biến", 500.5],
            row![2, "Điện", -60.160_477],
            row!["Tổng số", "", 560.660_477],
        ],
    )]);
    let finding = &audit.findings()[0];
    assert_eq!(finding.difference().unwrap().to_string(), "120.320954");
    assert_eq!(finding.check(), &AuditCheck::Total { parts: 2 });
    assert!(matches!(&finding.causes()[0], Cause::SignLost { label, .. } if label == "Điện"));
    assert_eq!(
        finding.to_string(),
        "a!C5: Tổng số, Vốn đăng ký tăng thêm (triệu USD): printed 560,66 triệu USD, its 2 parts \
         give 440,34 (+120,32): C4 (Điện) entered with the other sign",
    );
}

#[test]
fn a_row_left_out_or_added_twice() {
    let table = |total: f64| {
        vec![
            row!["Lũy kế đến ngày 20/12/2023"],
            row!["TT", "Địa phương", "Số dự án", "Vốn đăng ký (triệu USD)"],
            row![1, "Hà Nội", 7, 10.25],
            row![2, "Dầu khí", 50, 2_768.691_815],
            row!["Tổng", "", 57, total],
        ]
    };
    let out = audit(&[("a", table(10.25))]);
    assert!(
        lines(&out)[0].ends_with("(-2.768,69): D4 (Dầu khí) was left out"),
        "{:?}",
        lines(&out)
    );
    let twice = audit(&[("a", table(2_789.191_815))]);
    assert!(
        lines(&twice)[0].ends_with("(+10,25): D3 (Hà Nội) was added twice"),
        "{:?}",
        lines(&twice)
    );
    let right = audit(&[("a", table(2_778.941_815))]);
    assert_eq!(lines(&right), [""; 0]);
}

#[test]
fn rounding_and_binary_noise_are_no_findings() {
    let table = |a: f64, b: f64, c: f64, total: f64, count: i32| {
        vec![
            row!["Lũy kế đến ngày 20/12/2023"],
            row!["TT", "Địa phương", "Số dự án", "Vốn đăng ký (triệu USD)"],
            row![1, "Hà Nội", 1, a],
            row![2, "Hải Phòng", 1, b],
            row![3, "Đà Nẵng", 1, c],
            row!["Tổng", "", count, total],
        ]
    };
    // 0.1 + 0.2 as a spreadsheet adds them.
    assert!(
        lines(&audit(&[(
            "a",
            table(0.1, 0.2, 0.000_000_000_1, 0.300_000_000_1 + 4e-17, 3)
        )]))
        .is_empty()
    );
    // Each rounded to one decimal.
    assert!(lines(&audit(&[("a", table(33.3, 33.3, 33.3, 100.0, 3))])).is_empty());
    // Too much for that.
    assert_eq!(
        lines(&audit(&[("a", table(33.3, 33.3, 33.3, 100.2, 3))])).len(),
        1
    );
    // Counts are exact.
    assert_eq!(
        lines(&audit(&[("a", table(1.5, 1.5, 1.5, 4.5, 4))])),
        [
            "a!C6: Tổng, Số dự án: printed 4, its 3 parts give 3 (+1): C3 (Hà Nội) was added twice; \
          or C4 (Hải Phòng) was added twice; or C5 (Đà Nẵng) was added twice"
        ],
    );
}

#[test]
fn a_sum_with_an_unread_part_is_not_judged() {
    let audit = audit(&[(
        "a",
        vec![
            row!["Lũy kế đến ngày 20/12/2023"],
            row!["TT", "Địa phương", "Vốn đăng ký (triệu USD)"],
            row![1, "Hà Nội", 10.5],
            row![2, "Hải Phòng", "..."],
            row!["Tổng", "", 20.5],
        ],
    )]);
    assert_eq!((audit.findings().len(), audit.skipped()), (0, 1));
}

#[test]
fn ratios_and_the_sentence() {
    let mut quick = crate::workbook::quick();
    // 39,140 projects in the sentence; one more in the table.
    let stock = vec![
        row!["Lũy kế đến ngày 20/12/2023"],
        row!["TT", "Ngành", "Số dự án", "Vốn đăng ký (triệu USD)"],
        row![1, "A", 39141, 468_917.543_596_77],
        row!["Tổng", "", 39141, 468_917.543_596_77],
    ];
    let flows = vec![
        row!["Tính từ 01/01/2023 đến 20/12/2023"],
        row![
            "TT",
            "Ngành",
            "Vốn đăng ký (triệu USD)",
            "12T/2022",
            "So với cùng kỳ (%)"
        ],
        row![1, "A", 30.5, 20.0, 152.5],
        row![2, "B", 10.0, 20.0, 500.0],
    ];
    quick.truncate(24);
    let audit = audit(&[("q", quick), ("s", stock), ("f", flows)]);
    assert_eq!(
        lines(&audit),
        [
            "f!E4: B, So với cùng kỳ (%): printed 500,00 %, the levels give 50,00 (+450,00)",
            "q!C22: 39140, : printed 39.140, s!C4 rounds otherwise: 39.141 (-1)"
                .replace(", :", ":")
                .as_str(),
        ]
    );
}
