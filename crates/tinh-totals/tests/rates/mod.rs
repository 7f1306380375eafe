//! Dated rates: reading, looking up, converting.

use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::Currency;
use tinh_totals::tinh_model::Dataset;
use tinh_totals::{Key, Rate, RateTable, Rates, Totals};

fn data(figures: &[(&str, &str)]) -> Dataset {
    let mut data = Dataset::new();
    let mut lines = String::from("{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\"}\n");
    for (at, (place, figure)) in figures.iter().enumerate() {
        lines.push_str(&format!(
            "{{\"type\":\"observation\",\"id\":\"{at}\",\"source\":\"s\",\"place\":\"{place}\",\
             \"as_of\":\"2022-12-20\",\"measure\":\"fdi.registered\",\"figure\":\"{figure}\"}}\n"
        ));
    }
    data.read_jsonl(lines.as_bytes(), "s").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

fn table() -> RateTable {
    RateTable::read_csv("date,from,to,rate\n2022-12-20,USD,VND,24000\n".as_bytes()).unwrap()
}

#[test]
fn bounds_are_converted_and_stay_bounds() {
    let data = data(&[
        ("Hải Phòng", "hơn 10 triệu USD"),
        ("Hải Dương", "240 tỷ đồng"),
        ("Vĩnh Long", "từ 1 đến 2 triệu USD"),
        ("Thanh Hóa", "khoảng 5 tỷ đồng"),
    ]);
    let rates = table();
    let ask = |currency| {
        Totals::of(&data)
            .measure("fdi.registered".parse().unwrap())
            .by(Key::Province)
            .in_currency(currency, &rates)
            .compute()
            .unwrap()
    };
    let shown = |currency| -> Vec<String> {
        ask(currency)
            .rows()
            .iter()
            .map(|row| format!("{} {}", row.name(), row.value()))
            .collect()
    };
    assert_eq!(
        shown(Currency::VND),
        [
            "Hải Dương 240.000.000.000",
            "Hải Phòng more than 240.000.000.000",
            "Thanh Hóa about 5.000.000.000",
            "Vĩnh Long 24.000.000.000 to 48.000.000.000",
        ]
    );
    // The inverse of a rate is rounded to cents; what is exact stays so.
    assert_eq!(
        shown(Currency::USD),
        [
            "Hải Dương 10.000.000",
            "Hải Phòng more than 10.000.000",
            "Thanh Hóa about 208.333,33",
            "Vĩnh Long 1.000.000 to 2.000.000",
        ]
    );
    // Each conversion is recorded, and only those that were made.
    let conversions = ask(Currency::USD);
    let figures: Vec<&str> = conversions
        .conversions()
        .iter()
        .map(|c| c.figure.as_str())
        .collect();
    assert_eq!(figures, ["1", "3"]);
}

#[test]
fn one_place_in_two_currencies_is_one_place_once_converted() {
    let mut data = data(&[("Hải Phòng", "24,5 tỷ USD")]);
    data.read_jsonl(
        r#"{"type":"observation","id":"vnd","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"588.000 tỷ đồng"}"#
            .as_bytes(),
        "vnd",
    )
    .unwrap();
    let ask = || {
        Totals::of(&data)
            .measure("fdi.registered".parse().unwrap())
            .by(Key::Province)
    };
    // Without rates: two rows, and no one row of that name.
    let apart = ask().compute().unwrap();
    assert_eq!(apart.rows_of("Hải Phòng").count(), 2);
    assert!(apart.row("Hải Phòng").is_none());
    assert!(apart.total().is_none());
    // With a rate they are one stock told twice, not twice the stock.
    let rates = table();
    let together = ask().in_currency(Currency::USD, &rates).compute().unwrap();
    assert_eq!(
        together.row("Hải Phòng").unwrap().value().to_string(),
        "24.500.000.000"
    );
}

#[test]
fn a_rate_of_nothing_is_no_rate() {
    #[derive(Debug)]
    struct Zero;
    impl Rates for Zero {
        fn rate(
            &self,
            _: Currency,
            _: Currency,
            on: tinh_totals::chrono::NaiveDate,
        ) -> Option<Rate> {
            Some(Rate {
                amount: Decimal::ZERO,
                per: Decimal::ZERO,
                date: on,
                source: String::new(),
            })
        }
    }
    let data = data(&[("Hải Phòng", "1 USD")]);
    let error = Totals::of(&data)
        .measure("fdi.registered".parse().unwrap())
        .in_currency(Currency::VND, &Zero)
        .compute()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "no rate from USD to VND on 2022-12-20, needed by 0"
    );
}

#[test]
fn a_table_of_rates_that_cannot_be_read_says_where() {
    for (text, expected) in [
        (
            "date,from,rate\n",
            "line 1: to: missing column to, found \"date,from,rate\"",
        ),
        (
            "date,from,to,rate\n20/12/2022,USD,VND,24000\n",
            "line 2: date: expected a date as YYYY-MM-DD, found \"20/12/2022\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,đồng,24000\n",
            "line 2: to: expected a currency as ISO 4217, found \"đồng\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,\"24.000,5\"\n",
            "line 2: rate: expected a number such as 23646, found \"24.000,5\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,0\n",
            "line 2: rate: expected a rate above zero between two currencies, found \"0\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,24000\n2022-12-20,USD,VND,24001\n",
            "line 3: rate: USD to VND was 24000 on 2022-12-20 before, found \"24001\"",
        ),
    ] {
        let error = RateTable::read_csv(text.as_bytes()).expect_err(text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}
