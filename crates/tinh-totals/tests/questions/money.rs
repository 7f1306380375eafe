//! Capital: parts, bases, currencies, aid, partners, investors.

use tinh_totals::tinh_gazetteer::Organisation;
use tinh_totals::tinh_model::claim::{Realm, Status};
use tinh_totals::{Error, ErrorKind, Key, RateTable, Reason, Totals, Warning};
use tinh_totals::{readings_that_add, stock_and_flow};

use super::*;

#[test]
fn q04_registered_capital_by_part() {
    let data = data();
    let parts = [
        "fdi.registered-new",
        "fdi.registered-adjusted",
        "fdi.share-purchase",
    ]
    .map(measure);
    let answer = Totals::of(&data)
        .measures(parts.iter().cloned().chain([REGISTERED]))
        .national()
        .during("2023".parse().unwrap())
        .by(Key::Basis)
        .compute()
        .unwrap();
    let rows: Vec<String> = answer
        .rows()
        .iter()
        .map(|row| format!("{} {}", row.name(), millions(row.value().nominal())))
        .collect();
    assert_eq!(
        rows,
        [
            "registered 36607.63",
            "registered-new 20185.62",
            "registered-adjusted 7880.77",
            "share-purchase 8541.23",
        ]
    );
    assert!(
        answer.total().is_none(),
        "parts and whole are never one total"
    );
    // Parts against the whole: within the rounding of three cents.
    let sum = parts.map(|part| {
        answer
            .totals()
            .iter()
            .find(|row| *row.measure() == part)
            .unwrap()
            .value()
    });
    let sum = Interval::sum(sum).unwrap();
    assert_eq!(millions(sum.nominal()), "36607.62");
    // Where only the new capital is there, it is not shown as the total.
    let mut alone = Dataset::new();
    for line in [
        r#"{"type":"source","id":"s","title":"t"}"#,
        r#"{"type":"observation","id":"new","source":"s","place":"cả nước","period":"2023","measure":"fdi.registered-new","figure":"20.185,62 triệu USD"}"#,
    ] {
        alone.read_jsonl(line.as_bytes(), "s").unwrap();
    }
    let registered = Totals::of(&alone)
        .measure(REGISTERED)
        .national()
        .flows()
        .compute()
        .unwrap();
    assert!(registered.rows().is_empty());
    assert_eq!(
        warned(&registered, |w| matches!(w, Warning::OnlyParts { .. })),
        "no figure of fdi.registered, only of fdi.registered-new"
    );
}

#[test]
fn q05_a_series_with_a_break() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(REGISTERED)
            .national()
            .flows()
            .by(Key::Year)
    };
    let series = ask().compute().unwrap();
    let rows: Vec<String> = series
        .rows()
        .iter()
        .map(|row| format!("{} {}", row.name(), millions(row.value().nominal())))
        .collect();
    assert_eq!(rows, ["2015 22757.30", "2016 24857.90", "2023 36607.63"]);
    assert_eq!(
        warned(&series, |w| matches!(w, Warning::Break { .. })),
        "break in the series at 2016: share purchases are part of registered capital from then on"
    );
    assert!(matches!(
        ask().strict().compute().as_ref().map_err(Error::kind),
        Err(ErrorKind::Strict { .. })
    ));
    // And growth from 2015 to 2016 is warned of, in strict mode refused.
    let of = |year: &str| {
        Totals::of(&data)
            .measure(REGISTERED)
            .national()
            .during(year.parse().unwrap())
            .compute()
            .unwrap()
    };
    let growth = of("2016").growth_from(&of("2015")).unwrap();
    assert!(growth[0].value.is_ok());
    assert!(matches!(
        growth[0].warnings[..],
        [Warning::Break { year: 2016, .. }]
    ));
}

#[test]
fn q06_registered_beside_implemented() {
    let data = data();
    let answer = Totals::of(&data)
        .measures([REGISTERED, measure("fdi.implemented")])
        .national()
        .during("2023".parse().unwrap())
        .compute()
        .unwrap();
    let totals: Vec<String> = answer
        .totals()
        .iter()
        .map(|row| format!("{} {}", row.measure(), millions(row.value().nominal())))
        .collect();
    assert_eq!(
        totals,
        ["fdi.registered 36607.63", "fdi.implemented 23183.00"]
    );
    assert!(answer.total().is_none(), "no 59,790.63");
}

#[test]
fn q07_conversion_needs_a_dated_rate() {
    let data = data();
    let both = || {
        Totals::of(&data)
            .measures([REGISTERED, measure("ddi.registered")])
            .from_sources(press)
            .during("9 tháng năm 2023".parse().unwrap())
    };
    // Kinds and currencies stay apart.
    let apart = both().compute().unwrap();
    let totals: Vec<String> = apart
        .totals()
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row.measure(),
                row.value(),
                row.currency().unwrap()
            )
        })
        .collect();
    assert_eq!(
        totals,
        [
            "fdi.registered 392.500.000 USD",
            "ddi.registered 7.929.000.000.000 VND"
        ]
    );
    // Without a rate of the day, an error that names it.
    let empty = RateTable::new();
    assert_eq!(
        both()
            .in_currency(Currency::USD, &empty)
            .compute()
            .unwrap_err()
            .to_string(),
        "no rate from VND to USD on 2023-09-30, needed by 003-017"
    );
    let rates = RateTable::read_csv(
        "date,from,to,rate,source\n2023-09-29,USD,VND,24320,State Bank of Vietnam\n".as_bytes(),
    )
    .unwrap()
    .carried(3);
    let converted = both().in_currency(Currency::USD, &rates).compute().unwrap();
    let ddi = &converted.totals()[1];
    assert_eq!(ddi.value().to_string(), "326.027.960,53");
    assert_eq!(
        converted.conversions()[0].to_string(),
        "003-017: VND to USD at 1 USD = 24320 VND of 2023-09-29, State Bank of Vietnam"
    );
    // Even in one currency, foreign and domestic capital are two totals.
    assert_eq!(converted.totals().len(), 2);
}

#[test]
fn q08_aid_without_its_counterpart() {
    let data = data();
    let kinds = [
        "oda.planned",
        "oda-loan.planned",
        "counterpart.planned",
        "oda-with-counterpart.planned",
    ];
    let answer = Totals::of(&data)
        .measures(kinds.map(measure))
        .compute()
        .unwrap();
    let totals: Vec<String> = answer
        .totals()
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row.measure(),
                millions(row.value().nominal()),
                row.currency().unwrap()
            )
        })
        .collect();
    assert_eq!(
        totals,
        [
            "oda.planned 1498000.00 VND",
            "oda-loan.planned 190.80 USD",
            "counterpart.planned 200000.00 VND",
            "oda-with-counterpart.planned 1698000.00 VND",
        ]
    );
    assert!(answer.total().is_none());
    // The printed sum tests how its digits were read.
    let claim = data.claim("002-031").unwrap().quantities();
    let figure = |field: &str| {
        claim
            .iter()
            .find(|q| q.field == field)
            .unwrap()
            .figure
            .unwrap()
            .reading()
            .unwrap()
    };
    let found = readings_that_add(&[figure("aid"), figure("counterpart")], figure("total"));
    assert_eq!(found.len(), 1);
    assert_eq!(millions(Some(found[0][0])), "1498000.00");
}

#[test]
fn q09_capital_by_partner_country() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(REGISTERED)
            .national()
            .on(day("2023-12-20"))
    };
    // Germany and France are in the EU, and are not counted beside it.
    let eu = Organisation::by_acronym("EU").unwrap();
    let blocs = ask().by(Key::Bloc(eu)).compute().unwrap();
    assert_eq!(why_not(&blocs, "p-de"), "part of p-eu");
    assert_eq!(why_not(&blocs, "p-fr"), "part of p-eu");
    assert_eq!(blocs.row("EU").unwrap().ids(), ["p-eu"]);
    assert_eq!(
        millions(blocs.row("outside EU").unwrap().value().nominal()),
        "61603.08"
    );
    // Where FIA is preferred to the press, the members stand and the EU yields.
    let preferred = ask().prefer(["FIA"]).by(Key::Bloc(eu)).compute().unwrap();
    assert_eq!(why_not(&preferred, "p-eu"), "p-fr is preferred");
    assert_eq!(preferred.row("EU").unwrap().ids(), ["p-de", "p-fr"]);
    // By country the EU cannot be split; its members stand for themselves.
    let countries = ask().by(Key::Country).compute().unwrap();
    assert_eq!(why_not(&countries, "p-eu"), "EU is not a single country");
    assert_eq!(
        millions(countries.row("Đức").unwrap().value().nominal()),
        "2683.75"
    );
    warned(&countries, |w| matches!(w, Warning::LeftOut { count: 1 }));
    // Hồng Kông stands beside China, so it is not in it; alone, that is unsaid.
    assert_eq!(countries.row("Hồng Kông").unwrap().ids(), ["p-hk"]);
    let china = ask()
        .by(Key::Country)
        .from_partners(|partner| partner.country().is_some_and(|c| c.alpha2() == "CN"))
        .compute()
        .unwrap();
    assert_eq!(
        warned(&china, |w| matches!(w, Warning::ChinaUnstated)),
        "whether China includes Hong Kong, Macao and Taiwan is not stated"
    );
    // Without a partner key, partners are parts of the whole.
    assert_eq!(
        why_not(&ask().compute().unwrap(), "p-de"),
        "a figure of one partner or sector, part of the whole"
    );
}

#[test]
fn q10_one_investor_over_time() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(measure("fdi.planned"))
            .of_projects()
            .in_realm(Realm::Plan)
            .from_partners(|partner| partner.to_string().contains("Sumitomo"))
    };
    let answer = ask().compute().unwrap();
    assert_eq!(answer.rows().len(), 1);
    assert_eq!(value(&answer).to_string(), "khoảng 350.000.000"); // not 815.8 million
    assert_eq!(
        why_not(&answer, "su-vna.amounts"),
        "superseded by 001-009.amounts"
    );
    assert_eq!(
        why_not(&answer, "su-phase.amounts"),
        "part of 001-009.amounts"
    );
    // Planned capital is not part of what is so.
    let actual = Totals::of(&data)
        .measure(measure("fdi.planned"))
        .of_projects()
        .compute()
        .unwrap();
    assert!(actual.rows().is_empty());
    // All tellings side by side.
    let facts = ask().side_by_side().unwrap();
    assert!(facts.iter().any(|fact| fact.sayings.len() == 2));
}

#[test]
fn q11_a_share_of_two_lower_bounds_is_refused() {
    let data = data();
    let part = quantity(&data, "002-018");
    let whole = quantity(&data, "002-026");
    let of = |q: &tinh_totals::tinh_model::claim::Quantity<'_>| {
        Interval::of(q.figure.unwrap().reading().unwrap())
    };
    assert_eq!(of(&part).over(of(&whole)), Err(ErrorKind::NoBounds.into())); // not 28,6 %
    // And the part is never added to the stock.
    let stock = Totals::of(&data)
        .measures([REGISTERED, measure("fdi.unstated")])
        .from_sources(press)
        .in_places(|place| place.name() == "Hải Phòng")
        .compute()
        .unwrap();
    assert_eq!(
        why_not(&stock, "002-018.amounts"),
        "a figure of one project or investor, part of the stock"
    );
    // Shares of rows in a total of mixed dates are refused as well.
    let four = four(&data)
        .measure(REGISTERED)
        .from_sources(press)
        .by(Key::Province)
        .compute()
        .unwrap();
    for share in four.shares().unwrap() {
        assert!(matches!(
            share.value.as_ref().map_err(Error::kind),
            Err(ErrorKind::MixedDates { .. })
        ));
    }
}

#[test]
fn q27_stock_against_stock_and_flow() {
    let data = data();
    let places = ["Vĩnh Long", "Trà Vinh"];
    let stock = |on: &str| {
        Totals::of(&data)
            .measure(REGISTERED)
            .on(day(on))
            .from_sources(official)
            .in_places(move |p| places.contains(&p.name()))
            .by(Key::Province)
            .compute()
            .unwrap()
    };
    let flow = Totals::of(&data)
        .measure(REGISTERED)
        .during("2022".parse().unwrap())
        .from_sources(official)
        .in_places(|p| places.contains(&p.name()))
        .by(Key::Province)
        .compute()
        .unwrap();
    let (rows, refused) =
        stock_and_flow(&stock("2021-12-20"), &flow, &stock("2022-12-20")).unwrap();
    assert!(refused.is_empty());
    let shown: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} {} {} {}",
                row.groups[0],
                millions(row.flow.nominal()),
                millions(row.change.nominal()),
                millions(row.residual.nominal())
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Trà Vinh 3.03 -153.28 -156.31",
            "Vĩnh Long 155.95 141.15 -14.80"
        ]
    );
}

#[test]
fn q31_estimates_and_vintages() {
    let data = data();
    let ask = || {
        Totals::of(&data)
            .measure(REGISTERED)
            .national()
            .during("2015".parse().unwrap())
    };
    // Two vintages of one producer: the later, with a warning; or as known then.
    let latest = ask().compute().unwrap();
    assert_eq!(total(&latest), "22757.30");
    assert_eq!(why_not(&latest, "n-2015"), "revised by n-2015-again");
    warned(&latest, |w| matches!(w, Warning::Revised { .. }));
    let then = ask()
        .as_known_on(day("2015-12-31"))
        .strict()
        .compute()
        .unwrap();
    assert_eq!(total(&then), "24235.33");
    assert_eq!(why_not(&then, "n-2015-again"), "published only 2016-12-28");
    let now = ask()
        .as_known_on(day("2020-01-01"))
        .strict()
        .compute()
        .unwrap();
    assert_eq!(total(&now), "22757.30");
    // Estimates are warned of, apart by key, or not asked for.
    let budget = || Totals::of(&data).measure(measure("budget-revenue")).flows();
    let answer = budget().compute().unwrap();
    assert_eq!(
        warned(&answer, |w| matches!(w, Warning::Estimates { .. })),
        "estimates or provisional: 003-015"
    );
    let by_status = budget().by(Key::Status).compute().unwrap();
    assert_eq!(by_status.rows()[0].name(), "estimated");
    let firm = budget().of_status([Status::Normal]).compute().unwrap();
    assert!(matches!(
        firm.excluded()
            .iter()
            .find(|e| e.id() == "003-015")
            .unwrap()
            .reason(),
        Reason::OtherStatus { .. }
    ));
}
