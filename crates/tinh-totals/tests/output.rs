//! Tables, CSV and JSON of answers.

use tinh_totals::output::{Format, Language};
use tinh_totals::tinh_gazetteer::Units;
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
  ! chỉ là giới hạn hoặc số ước chừng: Hải Phòng “trên 24,5 tỷ USD” (t), Thanh Hóa “từ 14 đến 15 tỷ USD” (t), Vĩnh Long “khoảng 1 tỷ USD” (t), Hà Nội “không quá 30 tỷ đồng” (t)
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
province,province_id,province_gso,province_iso_3166_2,measure,currency,value,lower,upper,qualifier,figures,coverage,ids
Bạc Liêu,bac-lieu,95,VN-55,fdi.registered,USD,-60950000,-60950000,-60950000,exact,1,,e
Hà Nội,ha-noi,01,VN-HN,fdi.registered,VND,30000000000,,30000000000,at_most,1,,f
Hải Dương,hai-duong,30,VN-61,fdi.registered,USD,9150000000,9150000000,9150000000,exact,1,,b
Hải Phòng,hai-phong,31,VN-HP,fdi.registered,USD,24500000000,24500000000,,more_than,1,,a
Thanh Hóa,thanh-hoa,38,VN-21,fdi.registered,USD,,14000000000,15000000000,range,1,,c
Vĩnh Long,vinh-long,86,VN-49,fdi.registered,USD,1000000000,,,about,1,,d
"
    );
}

#[test]
fn no_cell_begins_a_formula() {
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"=HYPERLINK(1)","title":"t","published":"2024-01-01"}
{"type":"observation","id":"+1","source":"=HYPERLINK(1)","place":"Hải Phòng","as_of":"2023-12-20","measure":"fdi.registered","figure":"1 USD"}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    let answer = Totals::of(&data)
        .measure(registered())
        .by(Key::Source)
        .compute()
        .unwrap();
    let mut csv = Vec::new();
    answer.write_csv(&mut csv).unwrap();
    let text = String::from_utf8(csv).unwrap();
    assert_eq!(
        text.lines().nth(1),
        Some("'=HYPERLINK(1),'=HYPERLINK(1),fdi.registered,USD,1,1,1,exact,1,,'+1")
    );
}

#[test]
fn json_is_as_its_schema_says() {
    let schema = serde_json::from_str(tinh_totals::output::SCHEMA).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(registered())
            .flows()
            .by(Key::Province)
    };
    let answer = ask()
        .in_places(|place| place.name() == "Hải Phòng")
        .compute()
        .unwrap();
    let json = serde_json::to_value(answer.machine(Language::English)).unwrap();
    assert_eq!(
        json["rows"][0],
        serde_json::json!({
            "key": {"province": "hai-phong"}, "names": {"province": "Hải Phòng"},
            "codes": {"gso": "31", "iso_3166_2": "VN-HP"},
            "measure": "fdi.registered", "currency": "USD",
            "value": "24500000000", "lower": "24500000000", "upper": null, "qualifier": "more_than",
            "coverage": {"complete": true, "units": null, "times": ["2022-01-01/2022-12-31"]},
            "claims": ["a"],
        })
    );
    assert_eq!(
        json["warnings"],
        serde_json::json!([{"kind": "inexact", "ids": ["a"], "text": "bounds or approximations: a"}])
    );
    assert_eq!(json["not_asked"], serde_json::json!({"other_place": 5}));
    let all = ask().compute().unwrap();
    let growth = all.growth_from(&all).unwrap();
    let refused = ask().strict().compute().unwrap_err();
    let restated = ask()
        .restated_to(Units::on("2025-07-01".parse().unwrap()))
        .compute()
        .unwrap();
    for json in [
        serde_json::to_value(all.machine(Language::Vietnamese)),
        serde_json::to_value(restated.machine(Language::Vietnamese)),
        serde_json::to_value(all.machine_of(&all.top(2), Language::Vietnamese)),
        serde_json::to_value(all.machine_compared(&growth, Language::Vietnamese)),
        Ok(serde_json::json!({"refused": refused})),
        Ok(json),
    ] {
        let json = json.unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&json)
            .map(|fault| format!("{fault}"))
            .collect();
        assert_eq!(faults, [] as [&str; 0], "{json:#}");
    }
    assert!(!schema.is_valid(&serde_json::json!({"rows": []})));
}

#[test]
fn a_table_in_markdown() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(registered())
        .flows()
        .in_places(|place| place.name() == "Hải Dương")
        .by(Key::Province)
        .compute()
        .unwrap();
    assert_eq!(
        answer.table().markdown(),
        "\
| Tỉnh, thành phố | Giá trị | Tiền tệ | Số liệu |
| --- | ---: | --- | ---: |
| Hải Dương | 9.150.000.000 | USD | 1 |
| Tổng | 9.150.000.000 | USD | 1 |
"
    );
}
