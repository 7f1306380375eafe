//! Codes of international lists: every value has one or none on purpose.

use tinh_model::claim::Status;
use tinh_model::time::{AsOf, DateBasis, Period, Time};
use tinh_model::{Basis, CapitalKind, Partner, Place};

#[test]
fn sdmx_statuses_differ() {
    let codes: String = Status::ALL.iter().map(|s| s.sdmx_obs_status()).collect();
    assert_eq!(codes, "AEPFUDB");
}

#[test]
fn iati_codes_of_capital() {
    let codes: Vec<(&str, Option<u8>, Option<u16>)> = CapitalKind::ALL
        .iter()
        .map(|kind| (kind.code(), kind.iati_flow_type(), kind.iati_finance_type()))
        .collect();
    assert_eq!(
        codes,
        [
            ("fdi", Some(36), None),
            ("ddi", None, None),
            ("ofdi", None, None),
            ("oda", Some(10), None),
            ("oda-loan", Some(10), Some(421)),
            ("oda-grant", Some(10), Some(110)),
            ("concessional-loan", Some(21), Some(421)),
            ("counterpart", None, None),
            ("oda-with-counterpart", None, None),
            ("ngo-aid", Some(30), Some(110)),
        ]
    );
    let registered = [Basis::Registered, Basis::RegisteredNew, Basis::Planned];
    assert!(
        registered
            .iter()
            .all(|b| b.iati_transaction_type().is_none())
    );
    assert_eq!(Basis::SharePurchase.iati_transaction_type(), Some(8));
}

#[test]
fn a_merged_unit_has_no_subdivision_code() {
    let on = |name, day: &str| Place::named(name, day.parse().expect("a day")).expect(name);
    assert_eq!(on("Thanh Hóa", "2023-12-20").iso3166_2(), Some("VN-21"));
    let merged = on("Hải Phòng", "2026-01-01");
    if let Some(unit) = merged.unit() {
        assert_eq!(merged.iso3166_2().is_some(), unit.is_iso_3166_2_assigned());
    }
    assert_eq!(Place::National.iso3166_2(), None);
}

#[test]
fn organisation_types() {
    let of = |json: &str| {
        let partner: Partner = serde_json::from_str(json).expect(json);
        (partner.iso3166_1(), partner.iati_organisation_type())
    };
    assert_eq!(of(r#""Nhật Bản""#), (Some("JP"), Some(10)));
    assert_eq!(of(r#"{"bloc":"EU"}"#), (None, Some(40)));
    assert_eq!(
        of(r#"{"company":"LG","country":"KR"}"#),
        (Some("KR"), Some(70))
    );
    // The host of a Vietnamese office is its market, not its country.
    assert_eq!(
        of(r#"{"office":"Thương vụ","country":"JP"}"#),
        (None, Some(10))
    );
    assert_eq!(of(r#"{"network":"CityNet"}"#), (None, None));
}

#[test]
fn sdmx_periods() {
    let of = |text: &str| {
        let period: Period = text.parse().expect(text);
        Time::During(period).sdmx_time_period().expect("a period")
    };
    assert_eq!(of("2023"), "2023");
    assert_eq!(of("2023-11"), "2023-11");
    assert_eq!(of("2023-Q2"), "2023-Q2");
    assert_eq!(of("2023-02/2023-04"), "2023-02-01/P3M");
    assert_eq!(of("2023-01-01/2023-12-20"), "2023-01-01/P354D");
    assert_eq!(of("2021-2025"), "2021-01-01/P5Y");
    // Read back it is the same period.
    for text in [
        "2023-02-01/P3M",
        "2023-01-01/P354D",
        "2021-01-01/P5Y",
        "2023-Q2",
    ] {
        assert_eq!(of(text), text);
    }
    let date = |text: &str| Time::On(text.parse().expect(text)).sdmx_time_period();
    assert_eq!(date("2023-11").as_deref(), Some("2023-11"));
    assert_eq!(date("--11"), None);
    // Only that it is no earlier is known.
    let late = AsOf::new("2023-11".parse().expect("a month"), DateBasis::NotBefore);
    assert_eq!(Time::AsOf(late).sdmx_time_period(), None);
}
