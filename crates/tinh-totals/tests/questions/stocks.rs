//! Stocks, ranks, mergers, sources.

use tinh_totals::tinh_gazetteer::Units;
use tinh_totals::{Cell, Consistency, Error, ErrorKind, Key, Totals, Warning};

use super::*;

#[test]
fn q01_the_stock_of_a_province_on_a_date() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(PROJECTS)
            .in_places(|p| p.name() == "Hải Dương")
    };
    let on = || ask().on(day("2023-12-31"));
    // The press alone has 518, of October: shown with its date, or refused.
    let nearest = on().from_sources(press).compute().unwrap();
    assert_eq!(value(&nearest).to_string(), "518");
    assert_eq!(
        warned(&nearest, |w| matches!(w, Warning::Earlier { .. })),
        "no figures of 2023-12-31, the newest before: 2023-10 (inferred)"
    );
    assert!(matches!(
        on().from_sources(press)
            .strict()
            .compute()
            .as_ref()
            .map_err(Error::kind),
        Err(ErrorKind::Strict { .. })
    ));
    // The official table has 583 for 20 December.
    let preferred = on().prefer(["FIA"]).compute().unwrap();
    assert_eq!(value(&preferred).to_string(), "583");
    let exact = ask()
        .on(day("2023-12-20"))
        .prefer(["FIA"])
        .strict()
        .compute()
        .unwrap();
    assert_eq!(value(&exact).to_string(), "583");
}

#[test]
fn q02_the_stock_of_four_provinces() {
    let data = data();
    let press = four(&data)
        .measure(REGISTERED)
        .from_sources(press)
        .compute()
        .unwrap();
    assert_eq!(value(&press).to_string(), "hơn 49.456.920.000");
    assert!(!value(&press).is_exact());
    assert_eq!(
        warned(&press, |w| matches!(w, Warning::MixedDates { .. })),
        "stocks of 4 different dates: 2022-12-20, 2023-04-17, 2023-10 (inferred), 2023-11 or later"
    );
    for (on, projects, capital) in [
        ("2022-12-20", "1.734", "50228.34"),
        ("2023-12-20", "1.954", "55209.34"),
        ("2024-06-20", "2.053", "56530.81"),
    ] {
        let ask = |measure| {
            four(&data)
                .measure(measure)
                .on(day(on))
                .from_sources(official)
                .strict()
                .compute()
        };
        assert_eq!(total(&ask(REGISTERED).unwrap()), capital);
        assert_eq!(value(&ask(PROJECTS).unwrap()).to_string(), projects);
    }
}

#[test]
fn q03_the_number_of_projects() {
    let data = data();
    let flow = Totals::of(&data)
        .measures([
            PROJECTS,
            measure("fdi.adjustments"),
            measure("fdi.share-purchases"),
        ])
        .national()
        .during("2023".parse().unwrap())
        .compute()
        .unwrap();
    // Three counts of three things: three rows, three totals, no sum.
    let counts: Vec<String> = flow
        .totals()
        .iter()
        .map(|r| format!("{} {}", r.measure(), r.value()))
        .collect();
    assert_eq!(
        counts,
        [
            "fdi.projects 3.188",
            "fdi.adjustments 1.262",
            "fdi.share-purchases 3.451"
        ]
    );
    assert!(flow.total().is_none());
    // Nor are the flow of a year and the stock in force one number.
    let stock = Totals::of(&data)
        .measure(PROJECTS)
        .on(day("2023-12-20"))
        .from_sources(official)
        .compute()
        .unwrap();
    assert_eq!(
        why_not(&stock, "n-2023-projects"),
        "a national figure, the sum of its parts"
    );
    let national = Totals::of(&data)
        .measure(PROJECTS)
        .national()
        .compute()
        .unwrap();
    assert_eq!(
        why_not(&national, "n-2023-projects"),
        "not a stock at a date"
    );
}

#[test]
fn q20_the_rank_of_a_province() {
    let data = data();
    let ask = |on: &str| {
        Totals::of(&data)
            .measure(REGISTERED)
            .on(day(on))
            .by(Key::Province)
            .from_sources(official)
    };
    let now = Units::on(day("2025-07-01"));
    for (on, hai_phong) in [("2022-12-20", 4), ("2023-12-20", 4), ("2024-06-20", 5)] {
        let then = ask(on).compute().unwrap();
        assert_eq!(then.rank("Thanh Hóa"), Some((8, 63)));
        // "Dầu khí" has a row, no rank, and takes none.
        assert!(then.row("Dầu khí").is_some());
        assert_eq!(then.rank("Dầu khí"), None);
        let restated = ask(on).restated_to(now).compute().unwrap();
        assert_eq!(restated.rank("Thanh Hóa"), Some((7, 34)));
        assert_eq!(restated.rank("Vĩnh Long"), Some((16, 34)));
        assert_eq!(restated.rank("Hải Phòng"), Some((hai_phong, 34)));
    }
    // A printed rank cannot be carried over a merger.
    let rank = Totals::of(&data)
        .measure(measure("fdi.registered:rank"))
        .restated_to(now);
    assert_eq!(
        rank.compute().unwrap_err().to_string(),
        "fdi.registered:rank cannot be added over a merger of provinces: it is not additive"
    );
}

#[test]
fn q21_figures_restated_to_the_34_units() {
    let data = data();
    let now = Units::on(day("2025-07-01"));
    let ask = || {
        Totals::of(&data)
            .measure(REGISTERED)
            .by(Key::Province)
            .restated_to(now)
    };
    let fia = ask()
        .on(day("2022-12-20"))
        .from_sources(official)
        .compute()
        .unwrap();
    assert_eq!(
        millions(fia.row("Vĩnh Long").unwrap().value().nominal()),
        "5780.21"
    );
    assert_eq!(
        millions(fia.row("Hải Phòng").unwrap().value().nominal()),
        "34422.27"
    );
    // From the articles one of three predecessors is known, and that is said.
    let press = ask().from_sources(press).compute().unwrap();
    let vinh_long = press.row("Vĩnh Long").unwrap();
    assert_eq!(millions(vinh_long.value().nominal()), "876.92");
    assert_eq!(vinh_long.coverage().unwrap().to_string(), "1 of 3");
    assert_eq!(
        warned(
            &press,
            |w| matches!(w, Warning::Incomplete { unit, .. } if unit == "Vĩnh Long")
        ),
        "Vĩnh Long is incomplete, 1 of 3 reported, missing Bến Tre, Trà Vinh"
    );
    // Growth rates and scores are not added over territory.
    for code in ["fdi.registered:growth", "pci", "exports:growth"] {
        let error = Totals::of(&data)
            .measure(measure(code))
            .restated_to(now)
            .compute();
        assert!(
            matches!(
                error.as_ref().map_err(Error::kind),
                Err(ErrorKind::NotAdditive { .. })
            ),
            "{code}"
        );
    }
    // GSO code 24 was Bắc Giang, is Bắc Ninh: rows are joined on territory.
    let bac_ninh = fia.row("Bắc Ninh").unwrap();
    let parts: Vec<&str> = bac_ninh
        .included()
        .iter()
        .map(|i| i.quantity.claim.place().name())
        .collect();
    assert_eq!(parts, ["Bắc Giang", "Bắc Ninh"]);
}

#[test]
fn q22_growth_across_a_merger_is_refused() {
    let mut data = data();
    data.read_jsonl(
        r#"{"type":"source","id":"fia-2026","title":"FDI of 2026","publisher":"FIA","published":"2026-06-30"}
{"type":"observation","id":"hp-2026","source":"fia-2026","place":"Hải Phòng","as_of":"2026-06-30","measure":"fdi.registered","figure":"48 tỷ USD"}"#
            .as_bytes(),
        "2026.jsonl",
    )
    .unwrap();
    let ask = |on: &str| {
        Totals::of(&data)
            .measure(REGISTERED)
            .on(day(on))
            .by(Key::Province)
            .from_sources(official)
            .in_places(|place| place.name() == "Hải Phòng")
    };
    let (old, new) = (
        ask("2024-06-20").compute().unwrap(),
        ask("2026-06-30").compute().unwrap(),
    );
    // Two units of one name: neither has the other's row.
    for compared in new.growth_from(&old).unwrap() {
        assert!(compared.value.is_err(), "{compared:?}");
    }
    let total = new.growth_from(&old).unwrap().pop().unwrap();
    assert_eq!(
        total.value.unwrap_err().to_string(),
        "the two sides cover different units: Hải Dương"
    );
    // Both restated, the old side lacks Hải Dương.
    let now = Units::on(day("2025-07-01"));
    let old = ask("2024-06-20").restated_to(now).compute().unwrap();
    let growth = new.growth_from(&old).unwrap();
    assert_eq!(
        growth[0].value.as_ref().map_err(Error::kind),
        Err(&ErrorKind::Incomplete {
            group: "Hải Phòng".to_owned(),
            reported: 1,
            of: 2,
        })
    );
    // With both predecessors it can be told.
    let whole = Totals::of(&data)
        .measure(REGISTERED)
        .on(day("2024-06-20"))
        .by(Key::Province)
        .from_sources(official)
        .restated_to(now)
        .in_places(|place| ["Hải Phòng", "Hải Dương"].contains(&place.name()))
        .compute()
        .unwrap();
    let growth = new.growth_from(&whole).unwrap();
    let percent = growth[0]
        .value
        .clone()
        .unwrap()
        .nominal()
        .unwrap()
        .round_dp(2);
    assert_eq!(percent.to_string(), "19.52");
}

#[test]
fn q23_all_claims_on_one_fact() {
    let data = data();
    let growth = Totals::of(&data)
        .measure(measure("grdp.unstated-prices:growth"))
        .during("2022".parse().unwrap());
    let facts = growth.side_by_side().unwrap();
    assert_eq!(facts.len(), 1);
    let said: Vec<String> = facts[0]
        .sayings
        .iter()
        .map(|s| format!("{} {}", s.quantity.id(), s.value.unwrap()))
        .collect();
    assert_eq!(said, ["004-014 8,2", "vl-grdp 11,28"]);
    assert_eq!(facts[0].consistency, Consistency::Conflict);
    // Neither the last nor the mean (9,74) is an answer.
    let answer = growth.compute().unwrap();
    assert!(answer.rows().is_empty());
    assert_eq!(why_not(&answer, "004-014"), "conflicts with vl-grdp");
    // A report told twice agrees, and is counted once: 785 is wrong.
    let flows = Totals::of(&data)
        .measure(REGISTERED)
        .during("9 tháng năm 2023".parse().unwrap());
    assert_eq!(
        flows.side_by_side().unwrap()[0].consistency,
        Consistency::Same
    );
    assert_eq!(total(&flows.compute().unwrap()), "392.50");
    // Two producers on one stock, one day.
    let stock = Totals::of(&data)
        .measure(REGISTERED)
        .on(day("2022-12-20"))
        .in_places(|place| place.name() == "Vĩnh Long");
    let facts = stock.side_by_side().unwrap();
    assert_eq!(
        facts
            .iter()
            .find(|f| f.sayings.len() == 2)
            .unwrap()
            .consistency,
        Consistency::Conflict
    );
}

#[test]
fn q24_the_value_of_the_preferred_producer() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(REGISTERED)
            .during("2023".parse().unwrap())
            .in_places(|place| place.name() == "Hải Dương")
    };
    let two = ask().compute().unwrap();
    assert!(
        two.rows().is_empty(),
        "two producers contradict each other, and none was named"
    );
    assert_eq!(total(&ask().prefer(["FIA"]).compute().unwrap()), "1216.73");
    assert_eq!(
        total(&ask().prefer(["Hải Dương"]).compute().unwrap()),
        "1136.00"
    );
    assert_eq!(
        why_not(&ask().prefer(["FIA"]).compute().unwrap(), "hd-2023-own"),
        "hd-2023 is preferred"
    );
    // Producers mixed in one sum are warned of, and apart by key.
    let mixed = four(&data)
        .measure(REGISTERED)
        .on(day("2022-12-31"))
        .prefer(["a4"])
        .compute()
        .unwrap();
    assert_eq!(
        warned(&mixed, |w| matches!(w, Warning::MixedProducers { .. })),
        "different producers: FIA, a4"
    );
    let apart = four(&data)
        .measure(REGISTERED)
        .on(day("2022-12-31"))
        .prefer(["a4"])
        .by(Key::Producer)
        .compute()
        .unwrap();
    assert_eq!(apart.rows().len(), 2);
}

#[test]
fn q25_what_was_excluded_and_why() {
    let data = data();
    let answer = four(&data)
        .measure(REGISTERED)
        .on(day("2023-12-20"))
        .prefer(["FIA"])
        .compute()
        .unwrap();
    let all = data.quantities().count();
    let included: usize = answer.rows().iter().map(|row| row.count()).sum();
    assert_eq!(included + answer.excluded().len(), all);
    assert_eq!(
        why_not(&answer, "003-026"),
        "fia-stock-2023-12-20/hai-duong/fdi.registered is preferred"
    );
    assert_eq!(why_not(&answer, "002-018.amounts"), "measures fdi.unstated");
    assert_eq!(
        why_not(&answer, "001-015"),
        "its date is not known well enough: 2023-11 or later"
    );
    assert_eq!(
        why_not(&answer, "fia-stock-2022-12-20/vinh-long/fdi.registered"),
        "superseded by fia-stock-2023-12-20/vinh-long/fdi.registered"
    );
    assert_eq!(
        why_not(&answer, "fia-stock-2023-12-20/ha-noi/fdi.registered"),
        "its place does not match the query"
    );
}

#[test]
fn q28_capital_a_project_with_bounds() {
    let data = data();
    let ask = |measure, name: &'static str| {
        Totals::of(&data)
            .measure(measure)
            .from_sources(press)
            .by(Key::Province)
            .in_places(move |place| place.name() == name)
            .compute()
            .unwrap()
    };
    let each = |name| {
        ask(REGISTERED, name).per(&ask(PROJECTS, name)).unwrap()[0]
            .value
            .clone()
            .unwrap()
    };
    let hai_phong = each("Hải Phòng");
    assert_eq!(hai_phong.qualifier().as_str(), "more_than");
    assert_eq!(millions(hai_phong.lower()), "28.72");
    assert_eq!(hai_phong.upper(), None);
    assert_eq!(millions(each("Vĩnh Long").nominal()), "12.53");
    // Four provinces at four dates have no average.
    let all = |measure| {
        four(&data)
            .measure(measure)
            .from_sources(press)
            .compute()
            .unwrap()
    };
    let average = all(REGISTERED).per(&all(PROJECTS)).unwrap();
    assert!(
        average
            .iter()
            .all(|c| c.value.clone().unwrap().qualifier().as_str() == "more_than")
    );
    let other = four(&data)
        .measure(PROJECTS)
        .on(day("2022-12-20"))
        .from_sources(official)
        .compute()
        .unwrap();
    let refused = all(REGISTERED)
        .per(&other)
        .unwrap()
        .pop()
        .unwrap()
        .value
        .unwrap_err();
    assert!(
        matches!(refused.kind(), ErrorKind::MixedDates { .. }),
        "{refused}"
    );
}

#[test]
fn q29_which_province_years_have_no_value() {
    let data = data();
    let ask = Totals::of(&data)
        .measure(measure("fdi.registered-new"))
        .flows();
    let presence = ask.presence([2023]).unwrap();
    assert_eq!(presence.get("Bắc Kạn", 2023), Some(Cell::Value));
    assert_eq!(presence.get("Lạng Sơn", 2023), Some(Cell::Zero));
    assert_eq!(presence.get("Sơn La", 2023), Some(Cell::Absent));
    assert_eq!(presence.cells().len(), 63);
    assert_eq!(presence.count(Cell::Absent), 61);
    // The stock table has no gaps.
    let stock = Totals::of(&data).measure(REGISTERED).from_sources(official);
    let presence = stock.presence(2021..=2024).unwrap();
    assert_eq!(presence.count(Cell::Absent), 0);
    assert_eq!(presence.count(Cell::Value), 4 * 63);
}

#[test]
fn q30_a_total_unfolds_to_quotes() {
    let data = data();
    let answer = four(&data)
        .measure(REGISTERED)
        .from_sources(press)
        .by(Key::Province)
        .compute()
        .unwrap();
    let lines: Vec<String> = answer
        .total()
        .unwrap()
        .explain()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        lines[1],
        "002-026: Hải Phòng \"trên 24,5 tỷ USD\", more than 24,500,000,000 USD, as of 2023-04-17; \
         Hải Phòng 'hòa mình' vào làn sóng hội nhập quốc tế, 2023-04-17, line 27"
    );
    assert_eq!(lines.len(), 4);
    assert_eq!(answer.total().unwrap().ids().len(), 4);
}
