//! Figures of claims: what they are read as, how they are named.

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
