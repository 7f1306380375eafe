//! Dated rates: reading, looking up, converting.

use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::{Convention, Currency};
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
            "Hải Phòng hơn 240.000.000.000",
            "Thanh Hóa khoảng 5.000.000.000",
            "Vĩnh Long từ 24.000.000.000 đến 48.000.000.000",
        ]
    );
    // The inverse of a rate is rounded to cents; what is exact stays so.
    assert_eq!(
        shown(Currency::USD),
        [
            "Hải Dương 10.000.000",
            "Hải Phòng hơn 10.000.000",
            "Thanh Hóa khoảng 208.333,33",
            "Vĩnh Long từ 1.000.000 đến 2.000.000",
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
            let mut rate = Rate::new(Decimal::ZERO, on);
            rate.per = Decimal::ZERO;
            Some(rate)
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
            "date,from,to,rate\n12/2022,USD,VND,24000\n",
            "line 2: date: expected a date such as 2022-12-20 or 20/12/2022, found \"12/2022\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,dồng,24000\n",
            "line 2: to: expected a currency such as USD, found \"dồng\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,khoảng 24000\n",
            "line 2: rate: expected a rate above zero between two currencies, found \"khoảng 24000\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,0\n",
            "line 2: rate: expected a rate above zero between two currencies, found \"0\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,24000\n2022-12-20,USD,VND,24001\n",
            "line 3: rate: the rate was 24000 on that day before, found \"24001\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,23.646\n",
            "line 2: rate: expected one reading, found 23646 or 23.646, found \"23.646\"",
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,\"23,646\"\n",
            "line 2: rate: expected one reading, found 23.646 or 23646, found \"23,646\"",
        ),
    ] {
        let error = RateTable::read_csv(text.as_bytes()).expect_err(text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}

/// The rate of a dollar in a file of one rate, or of several.
fn dollar(text: &str) -> Option<Decimal> {
    let table = RateTable::read_csv(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let day = "2022-12-20".parse().unwrap();
    let rate = table.rate(Currency::USD, Currency::VND, day)?;
    Some(rate.amount)
}

#[test]
fn a_file_says_its_convention() {
    let thousands = Some(Decimal::from(23_646));
    for (text, expected) in [
        ("date,from,to,rate\n2022-12-20,USD,VND,23646", thousands),
        // Separated by `;`, as spreadsheets do where `,` divides decimals.
        ("date;from;to;rate\n20/12/2022;USD;VND;23.646", thousands),
        (
            "\u{feff}Ngày,Từ,Sang,Tỷ giá,Nguồn\r\n20/12/2022,USD,đồng,23.646,NHNN",
            thousands,
        ),
        // Another rate of the file has one reading only.
        (
            "date,from,to,rate\n2022-12-20,USD,VND,23.646\n2022-12-20,EUR,VND,\"25.123,5\"",
            thousands,
        ),
        (
            "date,from,to,rate\n2022-12-20,USD,VND,\"23,646\"\n2022-12-20,EUR,VND,\"25,123.5\"",
            thousands,
        ),
        (
            "date\tfrom\tto\trate\n2022-12-20\tusd\tVND\t23646.5",
            Some(Decimal::new(236_465, 1)),
        ),
    ] {
        assert_eq!(dollar(text), expected, "{text}");
    }
    let either = "date,from,to,rate\n2022-12-20,USD,VND,23.646".as_bytes();
    for (convention, expected) in [
        (Convention::Vietnamese, Decimal::from(23_646)),
        (Convention::English, Decimal::new(23_646, 3)),
    ] {
        let table = RateTable::read_csv_in(convention, either).unwrap();
        let day = "2022-12-20".parse().unwrap();
        let rate = table.rate(Currency::USD, Currency::VND, day).unwrap();
        assert_eq!(rate.amount, expected);
    }
}
