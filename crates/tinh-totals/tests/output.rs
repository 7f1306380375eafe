//! Tables, CSV and JSON of answers.

use tinh_totals::output::{Format, Language};
use tinh_totals::tinh_model::{Dataset, Measure};
use tinh_totals::{Key, Totals};

fn data() -> Dataset {
    let mut data = Dataset::new();
    let lines = r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"a","source":"s","place":"Hải Phòng","period":"2022","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
{"type":"observation","id":"b","source":"s","place":"Hải Dương","period":"2022","measure":"fdi.registered","figure":"9,15 tỷ USD"}
{"type":"observation","id":"c","source":"s","place":"Thanh Hóa","period":"2022","measure":"fdi.registered","figure":"từ 14 đến 15 tỷ USD"}
{"type":"observation","id":"d","source":"s","place":"Vĩnh Long","period":"2022","measure":"fdi.registered","figure":"khoảng 1 tỷ USD"}
{"type":"observation","id":"e","source":"s","place":"Bạc Liêu","period":"2022","measure":"fdi.registered","figure":"-60,95 triệu USD"}
{"type":"observation","id":"f","source":"s","place":"Hà Nội","period":"2022","measure":"fdi.registered","figure":"không quá 30 tỷ đồng"}"#;
    data.read_jsonl(lines.as_bytes(), "s").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

fn registered() -> Measure {
    "fdi.registered".parse().unwrap()
}

#[test]
fn a_table_shows_qualifiers_totals_and_warnings() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(registered())
        .flows()
        .by(Key::Province)
        .compute()
        .unwrap();
    let format = Format::new(Language::Vietnamese).millions();
    assert_eq!(
        answer.table_in(&format).to_string(),
        "\
Tỉnh, thành phố         Giá trị, triệu  Tiền tệ  Số liệu
────────────────────────────────────────────────────────
Bạc Liêu                        -60,95  USD            1
Hà Nội                     ≤ 30.000,00  VND            1
Hải Dương                     9.150,00  USD            1
Hải Phòng                  > 24.500,00  USD            1
Thanh Hóa        14.000,00 – 15.000,00  USD            1
Vĩnh Long                   ≈ 1.000,00  USD            1
Tổng                                 ?  USD            5
Tổng                       ≤ 30.000,00  VND            1
  ! chỉ là giới hạn hoặc số ước chừng: a, c, d, f
"
    );
}

#[test]
fn csv_is_plain_and_complete() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(registered())
        .flows()
        .by(Key::Province)
        .compute()
        .unwrap();
    let mut csv = Vec::new();
    answer.write_csv(&mut csv).unwrap();
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "\
province,measure,currency,value,lower,upper,qualifier,figures,coverage,ids
Bạc Liêu,fdi.registered,USD,-60950000,-60950000,-60950000,exact,1,,e
Hà Nội,fdi.registered,VND,30000000000,,30000000000,at_most,1,,f
Hải Dương,fdi.registered,USD,9150000000,9150000000,9150000000,exact,1,,b
Hải Phòng,fdi.registered,USD,24500000000,24500000000,,more_than,1,,a
Thanh Hóa,fdi.registered,USD,,14000000000,15000000000,range,1,,c
Vĩnh Long,fdi.registered,USD,1000000000,,,about,1,,d
"
    );
}

#[test]
fn json_carries_reasons_and_warnings_as_types() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(registered())
        .flows()
        .in_places(|place| place.name() == "Hải Phòng")
        .by(Key::Province)
        .compute()
        .unwrap();
    let json = serde_json::to_value(&answer).unwrap();
    assert_eq!(
        json["rows"][0],
        serde_json::json!({
            "groups": ["Hải Phòng"], "measure": "fdi.registered", "currency": "USD",
            "value": {"value": "24500000000", "lower": "24500000000", "upper": null, "qualifier": "more_than"},
            "included": ["a"], "times": ["2022-01-01/2022-12-31"], "coverage": null,
        })
    );
    assert_eq!(
        json["warnings"],
        serde_json::json!([{"warning": "inexact", "figures": ["a"]}])
    );
    assert_eq!(
        json["excluded"][0],
        serde_json::json!({"figure": "b", "reason": {"reason": "other_place"}})
    );
}
