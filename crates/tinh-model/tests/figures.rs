//! Figures of claims: what they are read as, how they are named and typed.

use tinh_model::typed::{Amount, Fdi, Missions, Registered, Stock, Usd};
use tinh_model::{Claim, PrintedFigure};

#[track_caller]
fn claim(fields: &str) -> Claim {
    serde_json::from_str(&format!(
        r#"{{"id":"x","source":"s","place":"hai-phong","place_on":"2023-01-01",{fields}}}"#
    ))
    .expect(fields)
}

#[test]
fn words_that_count_without_a_number_hide_none() {
    for (text, value) in [
        ("nhiều đoàn", None),
        ("nhiều hơn trước", None),
        ("một vài nghìn người", None),
        ("nhiều hơn 5 tỷ USD", Some(5_000_000_000_i64)),
        ("nhiều nhất 5 dự án", Some(5)),
        ("nhiều hơn năm tỷ USD", Some(5_000_000_000)),
    ] {
        let figure: PrintedFigure = text.parse().expect(text);
        assert_eq!(figure.value(), value.map(Into::into), "{text}");
    }
}

#[test]
fn every_figure_of_a_claim_has_a_key_of_its_own() {
    let project = claim(
        r#""type":"investment_project","investors":[],"state":"licensed","amounts":[
        {"figure":"7 tỷ USD","basis":"planned"},{"figure":"7 tỷ USD","basis":"planned"}]"#,
    );
    let keys: Vec<String> = project.quantities().iter().map(|q| q.key()).collect();
    assert_eq!(keys, ["x.amounts[0]", "x.amounts[1]"]);
}

#[test]
fn visits_are_told_from_delegations_however_the_letters_are_composed() {
    for lượt in [
        "lượt",
        "l\u{1b0}\u{1a1}\u{323}t",
        "lu\u{31b}o\u{31b}\u{323}t",
        "LƯỢT",
    ] {
        let visits = claim(&format!(
            r#""type":"mission","direction":"inbound","count":"40 {lượt}""#
        ));
        assert_eq!(
            visits.quantities()[0].measure.to_string(),
            "visits",
            "{lượt}"
        );
    }
}

#[test]
fn only_what_is_so_of_the_whole_place_is_typed() {
    type Fund = Stock<Amount<Fdi, Registered, Usd>>;
    let of = |more: &str| {
        let stock = claim(&format!(
            r#""type":"observation","as_of":"2022-12-20","measure":"fdi.registered","figure":"5 tỷ USD"{more}"#
        ));
        let typed = stock.typed::<Fund>();
        typed.map_err(|error| error.to_string())
    };
    assert!(of("").is_ok());
    let found = "expected a stock of fdi.registered in USD, found a stock of fdi.registered in USD";
    for (more, what) in [
        (r#","partner":"JP""#, "of one partner"),
        (r#","sector":"công nghiệp""#, "of one sector"),
        (r#","realm":"target""#, "a target"),
        (r#","realm":"plan""#, "a plan"),
        (r#","realm":"commitment""#, "a commitment"),
    ] {
        assert_eq!(of(more), Err(format!("{found}, {what}")));
    }
    let project = claim(
        r#""type":"investment_project","as_of":"2022-12-20","investors":[],"state":"licensed",
        "amounts":[{"figure":"5 tỷ USD","basis":"registered"}]"#,
    );
    let error = project.typed::<Fund>().expect_err("of a project");
    assert_eq!(error.to_string(), format!("{found}, of one project"));
    let sent = claim(
        r#""type":"mission","direction":"outbound","period":"2022","count":"2 đoàn","destinations":["JP"]"#,
    );
    let typed = sent.typed::<tinh_model::typed::Flow<tinh_model::typed::Count<Missions>>>();
    assert_eq!(typed.expect("missions").value().get(), 2);
}
