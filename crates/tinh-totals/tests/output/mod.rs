//! Tables, CSV, JSON and charts of answers.

use tinh_totals::output::{Chart, ChartError, Format, Language};
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
Tổng                               ≈ ?  USD            5
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

#[test]
fn a_chart_draws_bounds_and_can_be_read_without_colour() {
    let data = data();
    let question = || {
        Totals::of(&data)
            .measure(registered())
            .flows()
            .by(Key::Province)
    };
    let answer = question()
        .in_places(|place| place.name() != "Hà Nội")
        .compute()
        .unwrap();
    let svg = Chart::new("<FDI> & \"more\"")
        .millions()
        .svg(&answer)
        .unwrap();
    assert!(svg.contains("<title>&lt;FDI&gt; &amp; &quot;more&quot;</title>"));
    // One open end, for the one `more than`; no fill but white, ink and hatch.
    assert_eq!(svg.matches("<path d=").count(), 1);
    assert_eq!(svg.matches(">~</text>").count(), 1);
    assert!(svg.contains("&gt; 24.500,00") && svg.contains("14.000,00 – 15.000,00"));
    assert!(svg.contains("! chỉ là giới hạn hoặc số ước chừng: a, c, d"));
    // Well formed: every element opened is closed.
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '/')
            .collect();
        let inner = tag.split('>').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if inner.ends_with('/') => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(
        Chart::new("x").svg(&question().compute().unwrap()),
        Err(ChartError::SeveralUnits {
            found: "fdi.registered in USD, fdi.registered in VND".to_owned()
        })
    );
    let none = Totals::of(&data)
        .measure("exports".parse().unwrap())
        .compute()
        .unwrap();
    assert_eq!(Chart::new("x").svg(&none), Err(ChartError::Empty));
}

#[test]
fn notes_of_a_chart_stay_within_it() {
    let many = |at: usize| {
        format!(
            r#"{{"type":"observation","id":"figure-{at:03}","source":"s","place":"Hải Phòng","period":"2022","measure":"fdi.registered","partner":{{"company":"Company {at}"}},"figure":"hơn {at} triệu USD"}}"#
        )
    };
    let mut lines: Vec<String> = (1..=300).map(many).collect();
    lines.insert(0, r#"{"type":"source","id":"s","title":"t"}"#.to_owned());
    let mut data = Dataset::new();
    data.read_jsonl(lines.join("\n").as_bytes(), "s").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    let answer = Totals::of(&data).measure(registered()).flows();
    let answer = answer.by(Key::Partner).compute().unwrap();
    let svg = Chart::new("x").millions().at_most(3).svg(&answer).unwrap();
    let width = svg
        .split("width=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let width: usize = width.unwrap().parse().unwrap();
    for text in svg
        .split("</text>")
        .filter_map(|part| part.rsplit('>').next())
    {
        assert!(text.chars().count() * 7 < width, "{text}");
    }
}

#[test]
fn a_long_chart_says_what_it_left_out() {
    let data = data();
    let answer = Totals::of(&data)
        .measure(registered())
        .flows()
        .by(Key::Province)
        .in_places(|place| place.name() != "Hà Nội")
        .compute()
        .unwrap();
    let english = Format::new(Language::English).millions();
    let svg = Chart::new("x")
        .format(english)
        .at_most(2)
        .svg(&answer)
        .unwrap();
    assert!(svg.contains("3 rows not drawn"));
    assert!(svg.contains("&gt; 24,500.00") && !svg.contains("Bạc Liêu"));
}
