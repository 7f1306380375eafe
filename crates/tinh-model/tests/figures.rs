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
    let keys: Vec<String> = project.quantities().iter().map(|q| q.id()).collect();
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
fn a_figure_found_in_a_text_has_the_noun_it_has_alone() {
    for text in [
        "vốn trên 24,5 tỷ USD của hơn 853 dự án",
        "đón 40 lượt khách",
    ] {
        for found in tinh_model::tinh_figures::find_iter(text) {
            let figure = PrintedFigure::found(found);
            assert_eq!(figure.noun(), found.noun(), "{text}");
            let alone: PrintedFigure = figure.text().parse().expect("a figure");
            assert_eq!(alone.noun(), figure.noun(), "{text}");
        }
    }
}

#[test]
fn a_claim_takes_little_room() {
    // Nearly all claims are observations of a whole: the rest is boxed.
    assert!(size_of::<Claim>() <= 272, "{}", size_of::<Claim>());
}

#[test]
fn a_figure_has_the_band_of_its_last_digit() {
    use tinh_model::{Band, PrintedFigure};
    table_tests::each_row("tests/data/bands.tsv", &["figure", "band"], |row| {
        let figure: PrintedFigure = row.get("figure").parse().map_err(|e| format!("{e}"))?;
        let band = figure.reading().as_ref().and_then(Band::of);
        let found = band.map_or("-".to_owned(), |band| band.to_string());
        match found == row.get("band") {
            true => Ok(()),
            false => Err(format!("found\t{found}")),
        }
    });
}
