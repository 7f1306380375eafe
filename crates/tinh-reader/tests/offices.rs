//! Tables of kinds that offices print, each with the claims that are right.

use std::fmt::Write;

use tinh_reader::{FiaReader, Reading, TableSpec};

use crate::support::{described, open};

/// Every claim as its cell, place, partner and scope, figure and time.
fn claims(reading: &Reading) -> Vec<String> {
    let claims = reading.claims().iter().map(|read| {
        let claim = read.claim();
        let quantity = &claim.quantities()[0];
        let mut line = format!("{} {}", read.cell().position(), claim.place());
        if let tinh_reader::tinh_model::Statement::Observation(said) = claim.statement() {
            if let Some(partner) = &said.partner {
                write!(line, " × {partner}").unwrap();
            }
            if let Some(scope) = &said.scope {
                write!(line, " ({scope})").unwrap();
            }
        }
        format!(
            "{line}: {} {}, {}",
            quantity.measure,
            quantity.figure.unwrap(),
            claim.time()
        )
    });
    claims.collect()
}

fn fia(csv: &str) -> Reading {
    FiaReader::new().read(&open(csv)).unwrap()
}

#[test]
fn a_yearbook_with_a_preliminary_year() {
    let reading = described(
        r#""place": {"column": "A"}, "time": {"stock_in": "header"},
           "figures": [{"measure": "population"}]"#,
        "Dân số trung bình phân theo địa phương,,\n\
         Average population by province,,\n\
         ,,\"ĐVT: Nghìn người - Unit: Thous. pers.\"\n\
         ,2021,Sơ bộ - Prel. 2022\n\
         CẢ NƯỚC - WHOLE COUNTRY,\"98.504,4\",\"99.461,7\"\n\
         Đồng bằng sông Hồng - Red River Delta,\"23.224,8\",\"23.454,2\"\n\
         Hà Nội,\"8.330,8\",\"8.435,7\"\n\
         Nguồn: Tổng cục Thống kê,,\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "B5 Cả nước: population 98504400, as of 2021",
            "C5 Cả nước: population 99461700, as of 2022",
            "B6 Cả nước (Đồng bằng sông Hồng - Red River Delta): population 23224800, as of 2021",
            "C6 Cả nước (Đồng bằng sông Hồng - Red River Delta): population 23454200, as of 2022",
            "B7 Hà Nội: population 8330800, as of 2021",
            "C7 Hà Nội: population 8435700, as of 2022",
        ]
    );
    assert!(reading.notes().is_empty(), "{:?}", reading.notes());
}

/// Customs: how much and for how much, of a month and of the months so far,
/// their year in the title. The amounts are money, the quantities are not.
#[test]
fn customs_by_country() {
    let reading = described(
        r#""partner": "Nước", "time": {"flow_in": "header"}, "figures": [{"measure": "exports"}]"#,
        "XUẤT KHẨU THEO NƯỚC NĂM 2023,,,,\n\
         ,,,Đơn vị tính: USD,\n\
         Nước,Tháng 9,,9 tháng,\n\
         ,Lượng (Tấn),Trị giá,Lượng (Tấn),Trị giá\n\
         Ấn Độ,12,703.123.456,100,6.321.654.987\n\
         Hoa Kỳ,13,8.765.432.109,900,70.912.345.678\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "C5 Cả nước × Ấn Độ: exports 703123456 USD, 2023-09-01/2023-09-30",
            "E5 Cả nước × Ấn Độ: exports 6321654987 USD, 2023-01-01/2023-09-30",
            "C6 Cả nước × Hoa Kỳ: exports 8765432109 USD, 2023-09-01/2023-09-30",
            "E6 Cả nước × Hoa Kỳ: exports 70912345678 USD, 2023-01-01/2023-09-30",
        ]
    );
}

#[test]
fn the_agency_in_english() {
    let reading = fia("FOREIGN DIRECT INVESTMENT BY COUNTERPART,,,\n\
         (Accumulated to 20/12/2023),,,\n\
         No.,Partner,Number of projects,Total registered capital (million USD)\n\
         1,Korea Rep. of,9863,85869.66\n\
         2,British Virgin Islands,910,22843.27\n\
         ,Total,10773,108712.93\n");
    assert_eq!(
        claims(&reading),
        [
            "C4 Cả nước × Hàn Quốc: fdi.projects 9863, as of 2023-12-20",
            "D4 Cả nước × Hàn Quốc: fdi.registered 85869,66 triệu USD, as of 2023-12-20",
            "C5 Cả nước × Quần đảo Virgin thuộc Anh: fdi.projects 910, as of 2023-12-20",
            "D5 Cả nước × Quần đảo Virgin thuộc Anh: fdi.registered 22843,27 triệu USD, as of 2023-12-20",
            "C6 Cả nước: fdi.projects 10773, as of 2023-12-20",
            "D6 Cả nước: fdi.registered 108712,93 triệu USD, as of 2023-12-20",
        ]
    );
    let reading = fia("FDI inward by province,,,\n\
         as of 31 December 2023,,,\n\
         Unit: Million US dollars,,,\n\
         No,Province/City,Number of projects,Registered capital\n\
         1,Ho Chi Minh City,12398,57637.2\n\
         ,WHOLE COUNTRY,14571,82397.7\n");
    assert_eq!(
        claims(&reading),
        [
            "C5 Hồ Chí Minh: fdi.projects 12398, as of 2023-12-31",
            "D5 Hồ Chí Minh: fdi.registered 57637,2 triệu USD, as of 2023-12-31",
            "C6 Cả nước: fdi.projects 14571, as of 2023-12-31",
            "D6 Cả nước: fdi.registered 82397,7 triệu USD, as of 2023-12-31",
        ]
    );
}

/// What a province reports is the province's, never the nation's.
#[test]
fn a_province_reports() {
    let report = "TÌNH HÌNH THU HÚT ĐẦU TƯ NƯỚC NGOÀI TỈNH BẮC GIANG,,,\n\
                  Chỉ tiêu,Đơn vị,Năm 2022,Năm 2023\n\
                  Số dự án cấp mới,Dự án,30,81\n\
                  Vốn đăng ký,Triệu USD,\"1.234,5\",\"3.012,7\"\n";
    assert_eq!(
        claims(&fia(report)),
        [
            "C3 Bắc Giang: fdi.projects 30, 2022-01-01/2022-12-31",
            "D3 Bắc Giang: fdi.projects 81, 2023-01-01/2023-12-31",
            "C4 Bắc Giang: fdi.registered 1234,5 triệu USD, 2022-01-01/2022-12-31",
            "D4 Bắc Giang: fdi.registered 3012,7 triệu USD, 2023-01-01/2023-12-31",
        ]
    );
    let table = |above: &str| {
        format!(
            "{above},,,\n\
             ĐẦU TƯ TRỰC TIẾP NƯỚC NGOÀI PHÂN THEO ĐỐI TÁC,,,\n\
             Lũy kế các dự án còn hiệu lực đến ngày 31/12/2023,,,\n\
             TT,Đối tác,Số dự án,Vốn đăng ký (triệu USD)\n\
             1,Singapore,12,\"1.500,5\"\n\
             ,Tổng số,12,\"1.500,5\"\n"
        )
    };
    let place = |above: &str| {
        let reading = fia(&table(above));
        let places = reading
            .claims()
            .iter()
            .map(|read| read.claim().place().to_string());
        let mut places: Vec<String> = places.collect();
        places.dedup();
        places.join(", ")
    };
    for (above, whole) in [
        ("CỤC THỐNG KÊ TỈNH NGHỆ AN", "Nghệ An"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ THÀNH PHỐ HỒ CHÍ MINH", "Hồ Chí Minh"),
        ("UBND TP. Hải Phòng", "Hải Phòng"),
        ("Bac Giang Province", "Bắc Giang"),
        // Where a letter is signed; several; none of the date.
        ("\"Hà Nội, ngày 25 tháng 12 năm 2023\"", "Cả nước"),
        ("So sánh tỉnh Nghệ An với tỉnh Hà Tĩnh", "Cả nước"),
        ("Các tỉnh miền núi", "Cả nước"),
        ("TỈNH HÀ TÂY", "Cả nước"),
    ] {
        assert_eq!(place(above), whole, "{above}");
    }
    // A row that names its province is about that one.
    let by_place = table("CỤC THỐNG KÊ TỈNH NGHỆ AN")
        .replace("Đối tác", "Địa phương")
        .replace("ĐỐI TÁC", "ĐỊA PHƯƠNG")
        .replace("Singapore", "Hà Tĩnh");
    assert_eq!(
        claims(&fia(&by_place)),
        [
            "C5 Hà Tĩnh: fdi.projects 12, as of 2023-12-31",
            "D5 Hà Tĩnh: fdi.registered 1500,5 triệu USD, as of 2023-12-31",
            "C6 Cả nước: fdi.projects 12, as of 2023-12-31",
            "D6 Cả nước: fdi.registered 1500,5 triệu USD, as of 2023-12-31",
        ]
    );
}

#[test]
fn quarters_of_the_year_in_the_title() {
    let reading = described(
        r#""place": "Địa phương", "time": {"flow_in": "header"},
           "figures": [{"measure": "grdp.constant-2010:growth"}]"#,
        "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) các quý năm 2023,,\n\
         Đơn vị: %,,\n\
         Địa phương,Quý I,Quý IV\n\
         Hải Phòng,\"9,65\",\"11,5\"\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "B4 Hải Phòng: grdp.constant-2010:growth 9,65 %, 2023-01-01/2023-03-31",
            "C4 Hải Phòng: grdp.constant-2010:growth 11,5 %, 2023-10-01/2023-12-31",
        ]
    );
}

#[test]
fn a_year_inside_a_header() {
    let reading = described(
        r#""place": "Province", "time": {"stock_in": "header"},
           "figures": [{"header": "FDI stock", "measure": "fdi.registered"}]"#,
        "Province,FDI stock 2022 (USD million),FDI stock 2023 (USD million)\n\
         Ba Ria - Vung Tau,33300.2,33900\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "B2 Bà Rịa - Vũng Tàu: fdi.registered 33300,2 triệu USD, as of 2022",
            "C2 Bà Rịa - Vũng Tàu: fdi.registered 33900 triệu USD, as of 2023",
        ]
    );
}

/// A line of letters and numbers below a header numbers its columns.
#[test]
fn numbered_columns() {
    let csv = "THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN NĂM 2023,,,,\n\
               ,,,,Đơn vị tính: Tỷ đồng\n\
               STT,Địa phương,Dự toán năm,Ước thực hiện,Ước TH/DT (%)\n\
               A,B,1,2,3=2/1\n\
               1,Hà Nội,\"352.911,5\",\"410.500,0\",\"116,3\"\n\
               ,TỔNG CỘNG,\"352.911,5\",\"410.500,0\",\"116,3\"\n";
    let rest = r#""time": {"flow_in": "title"},
        "figures": [{"header": "Ước thực hiện", "measure": "budget-revenue"}]"#;
    let reading = described(&format!(r#""place": "Địa phương", {rest}"#), csv);
    let right = [
        "D5 Hà Nội: budget-revenue 410500 tỷ VND, 2023-01-01/2023-12-31",
        "D6 Cả nước: budget-revenue 410500 tỷ VND, 2023-01-01/2023-12-31",
    ];
    assert_eq!(claims(&reading), right);
    assert!(reading.notes().is_empty(), "{:?}", reading.notes());
    // Sections of the economy are letters, and their figures no such numbers.
    let sections = described(
        r#""sector": "Ngành", "time": {"period": "2023"},
           "figures": [{"header": "Số dự án", "measure": "fdi.projects"}]"#,
        "TT,Ngành,Số dự án\n1,A,2\n2,B,3\n",
    );
    assert_eq!(sections.claims().len(), 2);
    // Neither is it a sector called B with a budget of 2.
    let reading = described(&format!(r#""sector": "Địa phương", {rest}"#), csv);
    assert_eq!(reading.claims().len(), 2);
}

/// A ratio beside a level is no level, whatever period its header names.
#[test]
fn a_ratio_beside_the_months() {
    let reading = described(
        r#""partner": {"column": "A"}, "time": {"flow_in": "header"},
           "figures": [{"measure": "tourists"}]"#,
        "Khách quốc tế đến (nghìn lượt người),,\n\
         ,11 tháng năm 2023,11 tháng 2023 so với cùng kỳ (%)\n\
         TỔNG SỐ,11215.0,383.0\n\
         Hàn Quốc,3219,421.1\n",
    );
    assert!(
        reading
            .claims()
            .iter()
            .all(|read| read.cell().position().column == 1),
        "{:?}",
        claims(&reading)
    );
    assert_eq!(reading.claims().len(), 2);
}

#[test]
fn a_table_that_goes_on_beside_itself() {
    let rest = r#""place": "Tỉnh/Thành phố", "time": {"stock_in": "title"},
        "figures": [{"header": "Điểm số", "measure": "pci"}]"#;
    let csv = "Bảng xếp hạng PCI 2023,,,,,\n\
               Xếp hạng,Tỉnh/Thành phố,Điểm số,Xếp hạng,Tỉnh/Thành phố,Điểm số\n\
               1,Quảng Ninh,\"71,25\",32,Nam Định,\"66,92\"\n\
               2,Long An,\"70,94\",,,\n";
    assert_eq!(
        claims(&described(rest, csv)),
        [
            "C3 Quảng Ninh: pci 71,25, as of 2023",
            "C4 Long An: pci 70,94, as of 2023",
            "F3 Nam Định: pci 66,92, as of 2023",
        ]
    );
    // Headers that are not all there again are two columns that fit one.
    let other = csv.replacen("Xếp hạng,Tỉnh", "Hạng,Tỉnh", 1);
    let json = format!(r#"{{"source": {{"id": "s", "title": "t"}}, {rest}}}"#);
    let spec: TableSpec = serde_json::from_str(&json).unwrap();
    assert!(spec.read(&open(&other)).is_err());
}

/// Two measures, each over years of its own.
#[test]
fn years_below_two_merged_headers() {
    let reading = described(
        r#""place": "Địa phương", "time": {"flow_in": "header"}, "figures": [
           {"header": "Số doanh nghiệp", "measure": "enterprises-founded"},
           {"header": "Vốn đăng ký", "measure": "enterprise-capital"}]"#,
        "Biểu 5. Doanh nghiệp thành lập mới phân theo địa phương,,,,\n\
         ,Số doanh nghiệp (Doanh nghiệp),,Vốn đăng ký (Tỷ đồng),\n\
         Địa phương,Năm 2022,Năm 2023,Năm 2022,Năm 2023\n\
         Hà Nội,29512,31211,\"331.234,5\",\"350.111,2\"\n\
         Ghi chú: Số liệu năm 2023 là sơ bộ,,,,\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "B4 Hà Nội: enterprises-founded 29512, 2022-01-01/2022-12-31",
            "C4 Hà Nội: enterprises-founded 31211, 2023-01-01/2023-12-31",
            "D4 Hà Nội: enterprise-capital 331234,5 tỷ VND, 2022-01-01/2022-12-31",
            "E4 Hà Nội: enterprise-capital 350111,2 tỷ VND, 2023-01-01/2023-12-31",
        ]
    );
}
