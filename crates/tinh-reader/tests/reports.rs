//! Tables whose rows are indicators, and tables whose columns are provinces:
//! what is read, and what is left alone.

use tinh_reader::tinh_figures::Language;
use tinh_reader::tinh_model::claim::{Realm, Status};
use tinh_reader::{NoteKind, Reading, TableSpec};

use crate::support::{described, open};

/// Every claim as its cell, place, measure, figure and time, how firm it is and
/// which part it is of.
fn claims(reading: &Reading) -> Vec<String> {
    let claims = reading.claims().iter().map(|read| {
        let claim = read.claim();
        let quantity = &claim.quantities()[0];
        let standing = match (claim.realm(), claim.status()) {
            (Realm::Actual, Status::Normal) => String::new(),
            (Realm::Actual, status) => format!(", {status}"),
            (realm, _) => format!(", {realm}"),
        };
        let part = quantity.among().map(|part| format!(" ({part})"));
        format!(
            "{} {}{}: {} {}, {}{standing}",
            read.cell().position(),
            claim.place(),
            part.unwrap_or_default(),
            quantity.measure,
            quantity.figure.unwrap(),
            claim.time(),
        )
    });
    claims.collect()
}

/// The cells of notes, with their kinds.
fn notes(reading: &Reading) -> Vec<(String, NoteKind)> {
    let notes = reading.notes().iter();
    let notes = notes.filter_map(|note| Some((note.cell()?.position().to_string(), note.kind())));
    notes.collect()
}

/// What the program proposes, as JSON without the source, and what it remarks.
fn proposed(csv: &str) -> (TableSpec, String, Vec<String>) {
    let proposals = TableSpec::describe(&open(csv));
    let spec = proposals[0].spec().clone();
    let json = serde_json::to_string(&spec).unwrap();
    let json = json.split_once("},").unwrap().1.to_owned();
    let remarks = proposals[0].remarks().iter().map(ToString::to_string);
    (spec, json, remarks.collect())
}

/// A report of a department of planning: plan, result, their ratio, the year
/// before and growth.
const PLAN_AND_RESULT: &str = "\
UBND TỈNH HÀ NAM,,,,,,,\n\
TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI,,,,,,,\n\
STT,Chỉ tiêu,Đơn vị tính,Thực hiện năm 2022,Kế hoạch năm 2023,Ước TH năm 2023,So với KH (%),So với cùng kỳ (%)\n\
A,B,C,1,2,3,4=3/2,5=3/1\n\
I,KINH TẾ,,,,,,\n\
1,Tốc độ tăng trưởng GRDP,%,\"10,8\",\"11,0\",\"9,4\",,\n\
2,Thu ngân sách trên địa bàn,Tỷ đồng,15000,13500,14000,\"103,7\",\"93,3\"\n\
,Trong đó: Thu nội địa,Tỷ đồng,12000,11000,11500,,\n\
3,Kim ngạch xuất khẩu,Triệu USD,4800,5000,4900,98,\"102,1\"\n\
4,Số doanh nghiệp thành lập mới,DN,700,-,750,,\n\
5,Dân số trung bình,Nghìn người,\"875,2\",880,\"885,9\",,\n\
6,Số xã đạt chuẩn nông thôn mới,Xã,83,83,83,,\n";

const INDICATORS: &str = r#""indicator": "Chỉ tiêu", "unit": "Đơn vị tính",
    "time": {"flow_in": "header"}, "figures": [{}]"#;

#[test]
fn a_plan_beside_its_result() {
    let reading = described(INDICATORS, PLAN_AND_RESULT);
    assert_eq!(
        claims(&reading),
        [
            "D6 Hà Nam: economic-growth 10,8 %, 2022-01-01/2022-12-31",
            "E6 Hà Nam: economic-growth 11 %, 2023-01-01/2023-12-31, plan",
            "F6 Hà Nam: economic-growth 9,4 %, 2023-01-01/2023-12-31, estimated",
            "D7 Hà Nam: budget-revenue 15000 tỷ VND, 2022-01-01/2022-12-31",
            "E7 Hà Nam: budget-revenue 13500 tỷ VND, 2023-01-01/2023-12-31, plan",
            "F7 Hà Nam: budget-revenue 14000 tỷ VND, 2023-01-01/2023-12-31, estimated",
            "G7 Hà Nam: budget-revenue:plan-completion 103,7 %, 2023-01-01/2023-12-31",
            "H7 Hà Nam: budget-revenue:ratio 93,3 %, 2023-01-01/2023-12-31",
            "D8 Hà Nam (Trong đó: Thu nội địa): budget-revenue 12000 tỷ VND, 2022-01-01/2022-12-31",
            "E8 Hà Nam (Trong đó: Thu nội địa): budget-revenue 11000 tỷ VND, 2023-01-01/2023-12-31, plan",
            "F8 Hà Nam (Trong đó: Thu nội địa): budget-revenue 11500 tỷ VND, 2023-01-01/2023-12-31, estimated",
            "D9 Hà Nam: exports 4800 triệu USD, 2022-01-01/2022-12-31",
            "E9 Hà Nam: exports 5000 triệu USD, 2023-01-01/2023-12-31, plan",
            "F9 Hà Nam: exports 4900 triệu USD, 2023-01-01/2023-12-31, estimated",
            "G9 Hà Nam: exports:plan-completion 98 %, 2023-01-01/2023-12-31",
            "H9 Hà Nam: exports:ratio 102,1 %, 2023-01-01/2023-12-31",
            "D10 Hà Nam: enterprises-founded 700, 2022-01-01/2022-12-31",
            "E10 Hà Nam: enterprises-founded 0, 2023-01-01/2023-12-31, plan",
            "F10 Hà Nam: enterprises-founded 750, 2023-01-01/2023-12-31, estimated",
            "D11 Hà Nam: population 875200, as of 2022",
            "E11 Hà Nam: population 880000, as of 2023, plan",
            "F11 Hà Nam: population 885900, as of 2023, estimated",
        ]
    );
    // What no measure is of is named, not dropped.
    assert_eq!(notes(&reading), [("B12".to_owned(), NoteKind::UnknownName)]);
    // Plan and result of one measure and year are two facts, not two opinions.
    assert!(
        reading
            .claims()
            .iter()
            .all(|read| read.claim().relations().is_empty())
    );
}

#[test]
fn an_indicator_that_words_do_not_tell_is_said() {
    let rest =
        format!(r#"{INDICATORS}, "indicators": {{"Số xã đạt chuẩn nông thôn mới": "things"}}"#);
    let reading = described(&rest, PLAN_AND_RESULT);
    assert!(notes(&reading).is_empty(), "{:?}", reading.notes());
    let last = claims(&reading).pop();
    assert_eq!(
        last.as_deref(),
        Some("F12 Hà Nam: things 83, 2023-01-01/2023-12-31, estimated")
    );
}

/// The reader of the agency's quick reports leaves it alone: its exports are not
/// those of foreign investors, and people are no projects.
#[test]
fn a_report_of_a_province_is_no_quick_report() {
    let error = tinh_reader::FiaReader::new().read(&open(PLAN_AND_RESULT));
    let error = error.unwrap_err();
    assert!(error.to_string().contains("no such table"), "{error}");
    assert_eq!(
        error.in_language(Language::Vietnamese),
        "\"t.csv\": không có bảng như vậy: đã tìm dòng tiêu đề có Ngành, Đối tác, Địa phương hoặc \
         Vùng cùng Số dự án hoặc Vốn đăng ký, hoặc có Chỉ tiêu cùng Đơn vị tính; trong tệp có \
         t.csv!A1 \"UBND TỈNH HÀ NAM\""
    );
}

/// Two rows that read as one measure: which is the whole is not guessed. A unit
/// that does not go with the indicator, and money without one.
#[test]
fn rows_that_would_be_taken_for_another() {
    let reading = described(
        INDICATORS,
        "Chỉ tiêu,Đơn vị tính,Năm 2022\n\
         Thu ngân sách nhà nước,Tỷ đồng,100\n\
         Thu nội địa,Tỷ đồng,80\n\
         Kim ngạch xuất khẩu,Nghìn tấn,7\n\
         Kim ngạch nhập khẩu,%,7\n\
         Tốc độ tăng kim ngạch nhập khẩu,%,7\n\
         Chi ngân sách,,90\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "C2 Cả nước: budget-revenue 100 tỷ VND, 2022-01-01/2022-12-31",
            "C6 Cả nước: imports:growth 7 %, 2022-01-01/2022-12-31",
        ]
    );
    let unknown = ["A3", "A4", "A5", "A7"];
    let unknown = unknown.map(|cell| (cell.to_owned(), NoteKind::UnknownName));
    assert_eq!(notes(&reading), unknown);
}

#[test]
fn a_plan_beside_its_result_describes_itself() {
    let (spec, json, remarks) = proposed(PLAN_AND_RESULT);
    assert_eq!(
        json,
        r#""time":{"flow_in":"header"},"indicator":"Chỉ tiêu","unit":"Đơn vị tính","figures":[{}]}"#
    );
    assert_eq!(
        remarks,
        ["t.csv!B12: the indicator is not understood, found \"Số xã đạt chuẩn nông thôn mới\""]
    );
    let reading = spec.read(&open(PLAN_AND_RESULT)).unwrap();
    assert_eq!(
        claims(&reading),
        claims(&described(INDICATORS, PLAN_AND_RESULT))
    );
}

/// A column of the ordinary kind may be a plan as well.
#[test]
fn a_plan_of_every_province() {
    let reading = described(
        r#""place": "Tỉnh", "time": {"flow_in": "header"},
           "figures": [{"measure": "budget-revenue", "unit": "tỷ đồng"}]"#,
        "Tỉnh,Thực hiện 2022,Dự toán 2023,Sơ bộ 2023\nHà Nam,100,110,105\n",
    );
    assert_eq!(
        claims(&reading),
        [
            "B2 Hà Nam: budget-revenue 100 tỷ VND, 2022-01-01/2022-12-31",
            "C2 Hà Nam: budget-revenue 110 tỷ VND, 2023-01-01/2023-12-31, plan",
            "D2 Hà Nam: budget-revenue 105 tỷ VND, 2023-01-01/2023-12-31, provisional",
        ]
    );
}

/// The provinces side by side, a year a row, the nation last.
const YEARS_BELOW: &str = "\
KIM NGẠCH XUẤT KHẨU CÁC TỈNH ĐỒNG BẰNG SÔNG HỒNG,,,\n\
Đơn vị tính: Triệu USD,,,\n\
Năm,Hà Nam,Nam Định,Cả nước\n\
2021,\"2.500,5\",\"2.000,1\",336000\n\
2022,\"3.100,4\",\"2.600,7\",371000\n";

#[test]
fn provinces_side_by_side() {
    let reading = described(
        r#""turned": true, "place": "Năm", "time": {"flow_in": "header"},
           "figures": [{"measure": "exports"}]"#,
        YEARS_BELOW,
    );
    let read = [
        "B4 Hà Nam: exports 2500,5 triệu USD, 2021-01-01/2021-12-31",
        "B5 Hà Nam: exports 3100,4 triệu USD, 2022-01-01/2022-12-31",
        "C4 Nam Định: exports 2000,1 triệu USD, 2021-01-01/2021-12-31",
        "C5 Nam Định: exports 2600,7 triệu USD, 2022-01-01/2022-12-31",
        "D4 Cả nước: exports 336000 triệu USD, 2021-01-01/2021-12-31",
        "D5 Cả nước: exports 371000 triệu USD, 2022-01-01/2022-12-31",
    ];
    assert_eq!(claims(&reading), read);
    // The line of a claim is that of its cell.
    assert_eq!(reading.claims()[0].claim().line(), Some(4));
    let (spec, json, remarks) = proposed(YEARS_BELOW);
    assert_eq!(
        json,
        r#""place":"Năm","time":{"flow_in":"header"},"turned":true,"figures":[{"measure":"exports","unit":"triệu USD"}],"notation":"comma"}"#
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(claims(&spec.read(&open(YEARS_BELOW)).unwrap()), read);
}

/// An indicator a row with its unit, a province a column.
const INDICATORS_BELOW: &str = "\
CÁC CHỈ TIÊU CHỦ YẾU NĂM 2022,,,\n\
Chỉ tiêu,Đơn vị tính,Hà Nam,Nam Định\n\
Dân số,Nghìn người,\"875,2\",\"1.876,9\"\n\
Kim ngạch xuất khẩu,Triệu USD,\"3.100,4\",2600\n\
Số xã,Xã,83,188\n";

#[test]
fn indicators_below_provinces() {
    let (_, json, remarks) = proposed(INDICATORS_BELOW);
    assert_eq!(
        json,
        r#""place":"Chỉ tiêu Đơn vị tính","time":{"flow_in":"title"},"turned":true,"figures":[{"header":"Dân số Nghìn người","measure":"population","unit":"nghìn người"},{"header":"Kim ngạch xuất khẩu Triệu USD","measure":"exports","unit":"triệu USD"}],"notation":"comma"}"#
    );
    assert_eq!(remarks.len(), 1, "{remarks:?}");
    let reading = described(
        r#""turned": true, "place": "Chỉ tiêu Đơn vị tính", "time": {"period": "2022"},
           "figures": [{"header": "Kim ngạch xuất khẩu Triệu USD", "measure": "exports"}]"#,
        INDICATORS_BELOW,
    );
    assert_eq!(
        claims(&reading),
        [
            "C4 Hà Nam: exports 3100,4 triệu USD, 2022-01-01/2022-12-31",
            "D4 Nam Định: exports 2600 triệu USD, 2022-01-01/2022-12-31",
        ]
    );
    assert!(reading.notes().is_empty(), "{:?}", reading.notes());
}

#[test]
fn a_column_without_a_measure_is_refused() {
    let json = r#"{"source": {"id": "s", "title": "t"}, "place": "Tỉnh",
        "time": {"period": "2022"}, "figures": [{"header": "Vốn"}]}"#;
    let spec: TableSpec = serde_json::from_str(json).unwrap();
    let error = spec.read(&open("Tỉnh,Vốn\nHà Nam,1\n")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"t.csv\": figures: a column of figures needs its measure"
    );
}

/// What an office prints, and the description that is proposed reads.
fn read_as_proposed(csv: &str) -> Vec<String> {
    let (spec, _, _) = proposed(csv);
    claims(&spec.read(&open(csv)).unwrap())
}

/// A ratio is of what was done: ten months, not the year that was planned.
#[test]
fn ten_months_against_the_plan_of_a_year() {
    let csv = "SỞ DU LỊCH TỈNH QUẢNG NINH,,,,,\n\
         TT,Chỉ tiêu,ĐVT,Kế hoạch 2023,10 tháng 2023,So với KH (%)\n\
         1,Tổng số khách,Lượt khách,15000000,14500000,\"96,7\"\n\
         2,Khách quốc tế,Lượt khách,1500000,1600000,\"106,7\"\n";
    assert_eq!(
        read_as_proposed(csv),
        [
            "D3 Quảng Ninh: tourists 15000000, 2023-01-01/2023-12-31, plan",
            "E3 Quảng Ninh: tourists 14500000, 2023-01-01/2023-10-31",
            "F3 Quảng Ninh: tourists:plan-completion 96,7 %, 2023-01-01/2023-10-31",
        ]
    );
}

/// A budget: `Thu từ hoạt động xuất nhập khẩu` is revenue of the customs, no trade.
#[test]
fn a_budget_without_a_column_of_units() {
    let csv = "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG,,,\n\
         CÂN ĐỐI NGÂN SÁCH ĐỊA PHƯƠNG NĂM 2023,,,\n,,,Đơn vị: Triệu đồng\n\
         STT,Nội dung,Dự toán năm 2023,Ước thực hiện năm 2023\n\
         I,Tổng thu ngân sách nhà nước trên địa bàn,16063000,17500000\n\
         2,Thu từ hoạt động xuất nhập khẩu,1500000,1600000\n";
    assert_eq!(
        read_as_proposed(csv),
        [
            "C5 Bắc Giang: budget-revenue 16063000 triệu VND, 2023-01-01/2023-12-31, plan",
            "D5 Bắc Giang: budget-revenue 17500000 triệu VND, 2023-01-01/2023-12-31, estimated",
        ]
    );
}

/// Parts named by months, the year in the title; a year over two measures.
#[test]
fn times_over_several_columns() {
    assert_eq!(
        read_as_proposed(
            "THU HÚT VỐN FDI THEO THÁNG NĂM 2023,,\nĐơn vị tính: Triệu USD,,\n\
             Địa phương,Tháng 1,Quý I\nBắc Ninh,\"10,5\",\"60,6\"\n"
        ),
        [
            "B4 Bắc Ninh: fdi.registered 10,5 triệu USD, 2023-01-01/2023-01-31",
            "C4 Bắc Ninh: fdi.registered 60,6 triệu USD, 2023-01-01/2023-03-31",
        ]
    );
    assert_eq!(
        read_as_proposed(
            "Địa phương,2021,,2022,\n,Số dự án,Vốn đăng ký (Triệu USD),Số dự án,Vốn đăng ký (Triệu USD)\n\
             Hà Nội,100,\"1500,5\",120,\"1700,2\"\n"
        ),
        [
            "B3 Hà Nội: fdi.projects 100, 2021-01-01/2021-12-31",
            "C3 Hà Nội: fdi.registered 1500,5 triệu USD, 2021-01-01/2021-12-31",
            "D3 Hà Nội: fdi.projects 120, 2022-01-01/2022-12-31",
            "E3 Hà Nội: fdi.registered 1700,2 triệu USD, 2022-01-01/2022-12-31",
        ]
    );
}

/// Signs before and footnotes behind; the title says of what the amounts are.
#[test]
fn signs_and_footnotes() {
    assert_eq!(
        read_as_proposed(
            "Số doanh nghiệp đang hoạt động,,\nTỉnh,2022,2023(*)\n\
             Hà Nam,\"6.500\",\"7.100(1)\"\nNam Định,\"9.800*\",\"5.200\"\n"
        ),
        [
            "B3 Hà Nam: enterprises 6500, 2022-01-01/2022-12-31",
            "C3 Hà Nam: enterprises 7100, 2023-01-01/2023-12-31",
            "B4 Nam Định: enterprises 9800, 2022-01-01/2022-12-31",
            "C4 Nam Định: enterprises 5200, 2023-01-01/2023-12-31",
        ]
    );
    let csv = "Xuất khẩu quý I/2024 theo địa phương,,\n\
         Địa phương,Kim ngạch (triệu USD),Tăng/giảm (%)\n\
         Hải Phòng,\"7.500,2\",\"+12,5\"\nThái Nguyên,\"6.900,1\",\"-3,2\"\n";
    assert_eq!(
        read_as_proposed(csv),
        [
            "B3 Hải Phòng: exports 7500,2 triệu USD, 2024-01-01/2024-03-31",
            "B4 Thái Nguyên: exports 6900,1 triệu USD, 2024-01-01/2024-03-31",
        ]
    );
    // A column nobody told is said, not passed over.
    assert_eq!(proposed(csv).2.len(), 1);
    let growth = described(
        r#""place": "Địa phương", "time": {"period": "2024-Q1"},
           "figures": [{"header": "Tăng/giảm (%)", "measure": "exports:growth"}]"#,
        csv,
    );
    assert_eq!(
        claims(&growth)[0],
        "C3 Hải Phòng: exports:growth 12,5 %, 2024-01-01/2024-03-31"
    );
}

/// A yearbook puts shares below the amounts, under a line of their own.
#[test]
fn a_line_over_figures_of_another_kind() {
    let csv = "Tổng sản phẩm trên địa bàn,,\nĐơn vị tính: Tỷ đồng,,\nTỉnh,2020,2021\n\
         Hà Nam,63000,68000\nNam Định,78000,84000\n\
         ,Cơ cấu (%),\nHà Nam,\"44,7\",\"44,8\"\nNam Định,\"55,3\",\"55,2\"\n";
    let amounts = described(
        r#""place": "Tỉnh", "time": {"flow_in": "header"}, "figures": [{"measure": "grdp.current"}]"#,
        csv,
    );
    assert_eq!(amounts.claims().len(), 4);
    assert_eq!(notes(&amounts), [("B6".to_owned(), NoteKind::Stray)]);
    let shares = described(
        r#""place": "Tỉnh", "time": {"flow_in": "header"}, "first_row": 7,
           "figures": [{"measure": "grdp.current:share"}]"#,
        csv,
    );
    assert_eq!(
        claims(&shares)[0],
        "B7 Hà Nam: grdp.current:share 44,7 %, 2020-01-01/2020-12-31"
    );
    assert_eq!((shares.claims().len(), shares.notes().len()), (4, 0));
}

/// A list of projects says its province in the title and its days in the rows.
#[test]
fn the_province_of_a_list() {
    let csv = "DANH SÁCH DỰ ÁN CẤP MỚI TỈNH HẢI DƯƠNG,,\n\
         Tên dự án,Ngày cấp,Vốn đăng ký (USD)\nNhà máy A,15/02/2023,\"12.500.000\"\n";
    let reading = described(
        r#""time": {"flow": "Ngày cấp"}, "figures": [{"header": "Vốn", "measure": "fdi.registered"}]"#,
        csv,
    );
    assert_eq!(
        claims(&reading),
        ["C3 Hải Dương: fdi.registered 12500000 USD, 2023-02-15/2023-02-15"]
    );
}

/// Old provinces beside the new one they are parts of: neither column is taken
/// unasked.
#[test]
fn two_columns_of_provinces() {
    let csv = "Tỉnh mới,Tỉnh cũ,Vốn (triệu USD)\nBắc Ninh,Bắc Ninh,1000\n,Bắc Giang,800\n\
         Phú Thọ,Phú Thọ,300\n,Vĩnh Phúc,250\n";
    let json = |place: &str| {
        format!(
            r#"{{"source": {{"id": "s", "title": "t"}}, "place": {place}, "places_on": "2024-01-01",
               "time": {{"period": "2024"}}, "figures": [{{"header": "Vốn", "measure": "fdi.registered"}}]}}"#
        )
    };
    let spec: TableSpec = serde_json::from_str(&json("\"Tỉnh mới\"")).unwrap();
    let error = spec.read(&open(csv)).unwrap_err().to_string();
    assert!(error.contains("B (\"Tỉnh cũ\")"), "{error}");
    let spec: TableSpec = serde_json::from_str(&json("\"Tỉnh cũ\"")).unwrap();
    assert_eq!(spec.read(&open(csv)).unwrap().claims().len(), 4);
}

/// Domestic capital, aid and capital that goes abroad are not the agency's
/// tables of foreign capital, whatever their headers.
#[test]
fn capital_that_is_not_foreign() {
    for title in [
        "ĐẦU TƯ TRONG NƯỚC THEO ĐỊA PHƯƠNG",
        "ĐẦU TƯ CỦA VIỆT NAM RA NƯỚC NGOÀI",
        "VỐN VIỆN TRỢ ODA",
    ] {
        let csv = format!(
            "{title},,\nLũy kế đến ngày 20/12/2023,,\n\
             Địa phương,Số dự án,Vốn đăng ký (triệu USD)\nHà Nội,100,1500\nTổng,100,1500\n"
        );
        let error = tinh_reader::FiaReader::new().read(&open(&csv)).unwrap_err();
        assert!(error.to_string().contains("no such table"), "{error}");
        let (spec, _, remarks) = proposed(&csv);
        assert!(
            spec.figures.is_empty() && remarks.len() == 2,
            "{title}: {remarks:?}"
        );
    }
    let csv = "ĐẦU TƯ TRỰC TIẾP NƯỚC NGOÀI VÀ TRONG NƯỚC,,\nLũy kế đến ngày 20/12/2023,,\n\
         Địa phương,Số dự án,Vốn đăng ký (triệu USD)\nHà Nội,100,1500\nTổng,100,1500\n";
    let reading = tinh_reader::FiaReader::new().read(&open(csv)).unwrap();
    assert_eq!(reading.claims().len(), 4);
}

#[test]
fn units_go_with_indicators() {
    let json = r#"{"source": {"id": "s", "title": "t"}, "partner": "Nước", "unit": "ĐVT",
        "time": {"period": "2022"}, "figures": [{"header": "Vốn", "measure": "fdi.registered"}]}"#;
    let spec: TableSpec = serde_json::from_str(json).unwrap();
    let error = spec
        .read(&open("Nước,ĐVT,Vốn\nNhật Bản,Tỷ USD,1\n"))
        .unwrap_err();
    assert!(
        error.to_string().contains("goes with one of indicators"),
        "{error}"
    );
}
