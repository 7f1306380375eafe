//! Tables whose rows are indicators, and tables whose columns are provinces:
//! what is read, and what is left alone.

use tinh_reader::tinh_model::claim::{Realm, Status};
use tinh_reader::{NoteKind, Reading, TableSpec, Workbook};

fn open(csv: &str) -> Workbook {
    Workbook::from_bytes("t.csv", csv.as_bytes()).unwrap()
}

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

fn described(rest: &str, csv: &str) -> Reading {
    let json = format!(r#"{{"source": {{"id": "s", "title": "t"}}, {rest}}}"#);
    let spec: TableSpec = serde_json::from_str(&json).unwrap();
    spec.read(&open(csv)).unwrap()
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
    let error = error.unwrap_err().to_string();
    assert!(error.contains("no such table"), "{error}");
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
