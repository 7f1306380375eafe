//! Amounts a head: by the people of the row's own unit, or refused.

use tinh_gazetteer::{Units, date};
use tinh_model::{Dataset, measures};
use tinh_totals::{Answer, Key, Totals};

fn data() -> Dataset {
    let mut data = Dataset::new();
    let lines = r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"hp","source":"s","place":"Hải Phòng","period":"2022","measure":"exports","figure":"20 tỷ USD"}
{"type":"observation","id":"hd","source":"s","place":"Hải Dương","period":"2022","measure":"exports","figure":"hơn 9 tỷ USD"}
{"type":"observation","id":"vl","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}
{"type":"observation","id":"all","source":"s","place":"cả nước","period":"2022","measure":"exports","figure":"371 tỷ USD"}"#;
    data.read_jsonl(lines.as_bytes(), "s").expect("lines");
    assert_eq!(data.rejected(), []);
    data
}

/// The rows as text: the people, and the amount a head or why there is none.
fn told(answer: &Answer<'_>, year: i32) -> Vec<String> {
    let rows = answer.per_head(year).expect("an amount");
    let row = rows.iter().map(|row| {
        let people = row.population.map_or(0, |people| people.persons());
        let name = row.groups.first().map(tinh_totals::Group::name);
        let value = match &row.value {
            Ok(value) => {
                let nominal = value.nominal().map(|value| value.round_dp(1));
                format!("{} {}", value.qualifier(), nominal.unwrap_or_default())
            }
            Err(error) => error.to_string(),
        };
        format!("{}: {people}: {value}", name.unwrap_or_default())
    });
    row.collect()
}

#[test]
fn the_people_are_those_of_the_row_s_unit() {
    let data = data();
    let exports = || {
        Totals::of(&data)
            .measure(measures::EXPORTS)
            .flows()
            .by(Key::Province)
    };
    assert_eq!(
        told(&exports().compute().expect("an answer"), 2022),
        [
            "Hải Dương: 1946820: more_than 4622.9",
            "Hải Phòng: 2088020: exact 9578.5",
            "Vĩnh Long: 1028820: exact 770.8",
        ]
    );
    let now = Units::on(date(2025, 7, 1).expect("a date"));
    let restated = exports().restated_to(now).compute().expect("an answer");
    assert_eq!(
        told(&restated, 2022),
        [
            "Hải Phòng: 4034840: more_than 7187.4",
            "Vĩnh Long: 3346090: Vĩnh Long is incomplete, 1 of 3 reported",
        ]
    );
}

#[test]
fn a_row_without_people_has_no_value() {
    let data = data();
    let exports = || Totals::of(&data).measure(measures::EXPORTS).flows();
    let by_province = exports().by(Key::Province).compute().expect("an answer");
    assert_eq!(
        told(&by_province, 2025)[2],
        "Vĩnh Long: 0: the population of Vĩnh Long in 2025 is not known"
    );
    let nation = exports().national().compute().expect("an answer");
    assert_eq!(
        told(&nation, 2022),
        [": 0: the population of Cả nước in 2022 is not known"]
    );
}
