//! Answers at their edges: what a date, a bound, a partner or a missing rate
//! does to them.

use tinh_totals::output::{Format, Language};
use tinh_totals::tinh_figures::{Currency, Figure, Qualifier};
use tinh_totals::tinh_gazetteer::{Organisation, Units};
use tinh_totals::tinh_model::{Dataset, Measure, measures};
use tinh_totals::{
    Answer, Cell, Error, ErrorKind, Group, Interval, Key, PartnerCountries, RateTable, Reason,
    Totals,
};

/// Claims without their braces, of one source each names: `s`, `t` (publisher
/// FIA) or `u` (publisher press).
#[track_caller]
fn data(lines: &[&str]) -> Dataset {
    let mut text = String::from(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"source","id":"t","title":"t","publisher":"FIA"}
{"type":"source","id":"u","title":"t","publisher":"press"}
"#,
    );
    for line in lines {
        text.push('{');
        text.push_str(line);
        text.push_str("}\n");
    }
    let mut data = Dataset::new();
    data.read_jsonl(text.as_bytes(), "s").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

/// A stock or flow of foreign capital: `id`, place, time as a field, figure.
fn fdi(id: &str, place: &str, time: &str, figure: &str) -> String {
    observed(id, place, time, "fdi.registered", figure)
}

fn observed(id: &str, place: &str, time: &str, measure: &str, figure: &str) -> String {
    let (field, time) = match time.contains('/') || time.len() == 4 {
        true => ("period", time),
        false => ("as_of", time),
    };
    format!(
        r#""type":"observation","id":"{id}","source":"s","place":"{place}","{field}":"{time}","measure":"{measure}","figure":"{figure}""#
    )
}

fn all(lines: &[String]) -> Dataset {
    data(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

fn measure(code: &str) -> Measure {
    code.parse().unwrap()
}

fn registered(data: &Dataset) -> Totals<'_> {
    Totals::of(data).measure(measure("fdi.registered"))
}

fn warnings(answer: &Answer<'_>) -> Vec<String> {
    answer.warnings().iter().map(ToString::to_string).collect()
}

fn interval(text: &str) -> Interval {
    Interval::of(text.parse().unwrap())
}

// Dates and periods

#[test]
fn a_date_worked_out_is_the_same_date() {
    let inferred = fdi("b", "Hải Dương", "2022-12-20", "2 triệu USD");
    let data = all(&[
        fdi("a", "Hải Phòng", "2022-12-20", "1 triệu USD"),
        format!(r#"{inferred},"as_of_is":"inferred""#),
    ]);
    let answer = registered(&data)
        .on("2022-12-20".parse().unwrap())
        .in_places(|place| ["Hải Phòng", "Hải Dương"].contains(&place.name()))
        .compute()
        .unwrap();
    assert_eq!(warnings(&answer), ["uncertain date: b"]);
    assert_eq!(answer.total().unwrap().times(), ["2022-12-20"]);
}

#[test]
fn partners_do_not_fill_up_each_others_year() {
    let half = |id, partner: &str, period: &str| {
        let line = fdi(id, "Hải Phòng", period, "1 triệu USD");
        format!(r#"{line},"partner":"{partner}""#)
    };
    let data = all(&[
        half("a", "Nhật Bản", "2023-01-01/2023-06-30"),
        half("b", "Hàn Quốc", "2023-01-01/2023-06-30"),
    ]);
    let ask = || registered(&data).flows().from_partners(|_| true);
    let by_year = ask().by(Key::Year).compute().unwrap();
    assert_eq!(
        warnings(&by_year),
        ["2023: covers 2023-01-01/2023-06-30 only"]
    );
    // Of one place, too, unlike periods of two partners are unlike.
    let data = all(&[
        half("a", "Nhật Bản", "2023-01-01/2023-06-30"),
        half("b", "Hàn Quốc", "2023"),
    ]);
    let mixed = registered(&data).flows().from_partners(|_| true);
    assert_eq!(
        warnings(&mixed.compute().unwrap()),
        ["flows of 2 different periods: 2023-01-01/2023-06-30, 2023-01-01/2023-12-31"]
    );
}

#[test]
fn a_quarter_within_a_year_is_whole() {
    let data = all(&[fdi(
        "a",
        "Hải Phòng",
        "2023-01-01/2023-03-31",
        "1 triệu USD",
    )]);
    for keys in [[Key::Year, Key::Quarter], [Key::Quarter, Key::Year]] {
        let answer = keys.iter().fold(registered(&data).flows(), |q, k| q.by(*k));
        assert_eq!(warnings(&answer.compute().unwrap()), [""; 0], "{keys:?}");
    }
}

#[test]
fn capital_of_a_year_is_not_divided_by_projects_of_nine_months() {
    let data = all(&[
        fdi("a", "Hải Phòng", "2023", "100 triệu USD"),
        observed(
            "b",
            "Hải Phòng",
            "2023-01-01/2023-09-30",
            "fdi.projects",
            "10 dự án",
        ),
        observed("c", "Hải Phòng", "2022", "fdi.projects", "10 dự án"),
    ]);
    let projects = |period: &str| {
        let ask = Totals::of(&data).measure(measure("fdi.projects"));
        ask.during(period.parse().unwrap()).compute().unwrap()
    };
    let capital = registered(&data).flows().compute().unwrap();
    let each = capital.per(&projects("2023")).unwrap();
    assert_eq!(
        each[0].value.as_ref().map_err(Error::kind),
        Err(&ErrorKind::OtherPeriods {
            earlier: vec!["2023-01-01/2023-12-31".to_owned()],
            later: vec!["2023-01-01/2023-09-30".to_owned()],
        })
    );
    // Nor by those of another year, of the same length.
    assert!(capital.per(&projects("2022")).unwrap()[0].value.is_err());
    // Without keys the one row is the total, and stands once.
    assert_eq!(each.len(), 1);
}

#[test]
fn dates_are_compared_place_by_place() {
    let at = |id: &str, place, on, measure, figure| observed(id, place, on, measure, figure);
    let data = all(&[
        at(
            "a",
            "Hải Phòng",
            "2022-12-20",
            "fdi.registered",
            "1 triệu USD",
        ),
        at(
            "b",
            "Hải Dương",
            "2023-12-20",
            "fdi.registered",
            "1 triệu USD",
        ),
        at("c", "Hải Phòng", "2023-12-20", "fdi.projects", "1"),
        at("d", "Hải Dương", "2022-12-20", "fdi.projects", "1"),
    ]);
    let projects = Totals::of(&data).measure(measure("fdi.projects"));
    let each = registered(&data).compute().unwrap();
    let each = each.per(&projects.compute().unwrap()).unwrap();
    assert!(matches!(
        each[0].value.as_ref().map_err(Error::kind),
        Err(ErrorKind::MixedDates { .. })
    ));
}

#[test]
fn a_total_is_divided_by_the_measure_asked_for() {
    let at = |id: &str, measure, figure| observed(id, "Hải Phòng", "2023", measure, figure);
    let data = all(&[
        at("a", "fdi.registered", "100 USD"),
        at("b", "fdi.projects", "10"),
        at("c", "fdi.adjustments", "50"),
    ]);
    let counts = Totals::of(&data).measures([measure("fdi.projects"), measure("fdi.adjustments")]);
    let counts = counts.flows().by(Key::Province).compute().unwrap();
    let capital = registered(&data).flows().by(Key::Province);
    let each = capital.compute().unwrap().per(&counts).unwrap();
    let each: Vec<String> = each
        .into_iter()
        .map(|c| c.value.unwrap().to_string())
        .collect();
    assert_eq!(each, ["10", "10"]); // the row, and the total
}

// What is missing

#[test]
fn units_are_missed_whatever_the_keys_and_in_every_measure() {
    let at = |id: &str, place, measure, figure| observed(id, place, "2022-12-20", measure, figure);
    let data = all(&[
        at("a", "Hải Phòng", "fdi.registered", "1 triệu USD"),
        at("b", "Hải Dương", "fdi.registered", "1 triệu USD"),
        at("c", "Hải Phòng", "fdi.projects", "1"),
    ]);
    let ask = |measures: &[Measure]| {
        Totals::of(&data)
            .measures(measures.iter().cloned())
            .on("2022-12-20".parse().unwrap())
            .in_places(|place| ["Hải Phòng", "Hải Dương"].contains(&place.name()))
    };
    let (projects, capital) = (measure("fdi.projects"), measure("fdi.registered"));
    let missed = "1 of 2 units without a figure: Hải Dương";
    for question in [
        ask(std::slice::from_ref(&projects)),
        ask(std::slice::from_ref(&projects)).by(Key::Province),
        ask(std::slice::from_ref(&projects)).by(Key::Region),
    ] {
        assert_eq!(warnings(&question.compute().unwrap()), [missed]);
    }
    assert!(matches!(
        ask(std::slice::from_ref(&projects))
            .strict()
            .compute()
            .as_ref()
            .map_err(Error::kind),
        Err(ErrorKind::Strict { .. })
    ));
    assert_eq!(
        warnings(
            &ask(&[projects.clone(), capital])
                .by(Key::Province)
                .compute()
                .unwrap()
        ),
        ["1 of 2 units without a figure of fdi.projects: Hải Dương"]
    );
    // After the merger the total, too, is of one of two.
    let restated =
        ask(std::slice::from_ref(&projects)).restated_to(Units::on("2025-07-01".parse().unwrap()));
    assert_eq!(
        warnings(&restated.compute().unwrap()),
        ["Hải Phòng is incomplete, 1 of 2 reported, missing Hải Dương"]
    );
}

#[test]
fn contradicted_figures_are_not_only_parts() {
    let year = |id: &str, measure, figure| observed(id, "Hải Phòng", "2023", measure, figure);
    let data = all(&[
        year("a", "fdi.registered", "3 triệu USD"),
        year("b", "fdi.registered", "4 triệu USD"),
        year("c", "fdi.registered-new", "1 triệu USD"),
    ]);
    assert_eq!(
        warnings(&registered(&data).flows().compute().unwrap()),
        [
            "sources contradict each other: a, b",
            "2 matching figures were excluded"
        ]
    );
}

#[test]
fn what_may_be_true_together_is_no_contradiction() {
    for time in ["2023-04-17", "2023"] {
        let of = |figures: [&str; 2]| {
            let [a, b] = figures;
            all(&[
                fdi("a", "Hải Phòng", time, a),
                fdi("b", "Hải Phòng", time, b),
            ])
        };
        let ask = |data: &Dataset| {
            let ask = match time.len() {
                4 => registered(data).flows(),
                _ => registered(data),
            };
            let answer = ask.compute().unwrap();
            let shown = answer.total().map(|row| row.value().to_string());
            (shown, warnings(&answer), answer.excluded()[0].to_string())
        };
        let (shown, warnings, left_out) = ask(&of(["trên 24,5 tỷ USD", "24,9 tỷ USD"]));
        assert_eq!(shown.as_deref(), Some("24.900.000.000"));
        assert_eq!(warnings, [] as [&str; 0]);
        assert_eq!(left_out, "a: consistent with b, which is more precise");
        // Nothing tells which of these says more.
        let (shown, warnings, left_out) = ask(&of(["trên 24 tỷ USD", "dưới 30 tỷ USD"]));
        assert_eq!(shown, None);
        assert_eq!(
            warnings,
            [
                "differ, may all be true, and none is preferred: a, b",
                "2 matching figures were excluded"
            ]
        );
        assert_eq!(left_out, "a: differs from b, which may be true as well");
    }
}

#[test]
fn presence_of_projects_and_of_units_that_ended_within_the_year() {
    let data = data(&[
        r#""type":"investment_project","id":"p","source":"s","place":"Hải Phòng","date":"2023-07","investors":[{"partner":{"company":"LG","country":"KR"}}],"state":"licensed","amounts":[{"figure":"7 tỷ USD","basis":"registered"}]"#,
        r#""type":"observation","id":"a","source":"s","place":"Hải Dương","as_of":"2025-03-31","measure":"fdi.registered","figure":"1 triệu USD""#,
    ]);
    let projects = registered(&data).of_projects().presence([2023]).unwrap();
    assert_eq!(projects.get("Hải Phòng", 2023), Some(Cell::Value));
    let stocks = registered(&data).presence([2025]).unwrap();
    assert_eq!(stocks.get("Hải Dương", 2025), Some(Cell::Value));
    // Its successor is not without any figure.
    assert_eq!(stocks.get("Hải Phòng", 2025), None);
    assert_eq!(stocks.count(Cell::Absent), 33);
}

// Partners

#[test]
fn a_mission_to_two_countries_is_left_out_by_country_and_that_is_said() {
    let data = data(&[
        r#""type":"mission","id":"m","source":"s","place":"Hải Phòng","date":"2023","direction":"outbound","destinations":["Nhật Bản","Hàn Quốc"],"count":"1 đoàn""#,
        r#""type":"mission","id":"n","source":"s","place":"Hải Phòng","date":"2023","direction":"outbound","destinations":["Nhật Bản"],"count":"1 đoàn""#,
    ]);
    let answer = Totals::of(&data)
        .measure(measures::MISSIONS)
        .events()
        .by(Key::Country)
        .compute()
        .unwrap();
    assert_eq!(answer.row("Nhật Bản").unwrap().ids(), ["n"]);
    assert_eq!(
        answer
            .left_out()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["m: of several partners together: Nhật Bản, Hàn Quốc"]
    );
    assert_eq!(warnings(&answer), ["1 matching figure was excluded"]);
}

#[test]
fn a_mission_put_right_is_not_a_destination() {
    let mission = |id, country, more| {
        format!(
            r#""type":"mission","id":"{id}","source":"s","place":"Hải Phòng","date":"2023","direction":"outbound","destinations":["{country}"]{more}"#
        )
    };
    let data = all(&[
        mission("m", "Nhật Bản", ""),
        mission("n", "Hàn Quốc", r#","corrects":"m""#),
    ]);
    let missions = PartnerCountries::of_missions(&data);
    let codes: Vec<&str> = missions
        .rows()
        .iter()
        .map(|row| row.country.alpha2())
        .collect();
    assert_eq!(codes, ["KR"]);
    assert_eq!(missions.uncounted()[0].why.to_string(), "corrected by n");
}

// Money

#[test]
fn a_figure_that_does_not_count_needs_no_rate() {
    let data = all(&[
        fdi("old", "Hải Phòng", "2015-12-20", "20.000 tỷ đồng"),
        fdi("new", "Hải Phòng", "2023-12-20", "25 tỷ USD"),
    ]);
    let none = RateTable::new();
    let ask = |data| registered(data).in_currency(Currency::USD, &none).compute();
    let answer = ask(&data).unwrap();
    assert_eq!(answer.total().unwrap().ids(), ["new"]);
    assert_eq!(
        answer.excluded()[0].reason(),
        &Reason::Superseded {
            by: "new".to_owned()
        }
    );
    // Two of one day are compared, and for that it takes the rate.
    let data = all(&[
        fdi("a", "Hải Phòng", "2023-12-20", "600.000 tỷ đồng"),
        fdi("b", "Hải Phòng", "2023-12-20", "25 tỷ USD"),
    ]);
    assert_eq!(
        ask(&data).unwrap_err().to_string(),
        "no rate from VND to USD on 2023-12-20, needed by a"
    );
}

// Bounds

#[test]
fn a_bound_is_shown_with_its_own_number_and_rounded_outwards() {
    let more = interval("trên 28,729999 triệu USD");
    let less = interval("dưới 28,721 triệu USD");
    let range = interval("từ 1,2311111 đến 1,2399999 tỷ USD");
    let format = Format::default().millions();
    assert_eq!(format.interval(&more, true), "> 28,72");
    assert_eq!(format.interval(&less, true), "< 28,73");
    assert_eq!(format.interval(&range, true), "1.231,11 – 1.240,00");
    // A sum with a range has no nominal value, and a bound all the same.
    let sum = Interval::sum([interval("trên 24 USD"), interval("từ 3 đến 4 USD")]).unwrap();
    assert_eq!(sum.to_string(), "hơn 27");
    assert_eq!(Format::default().interval(&sum, true), "> 27");
    // A nominal value beside a bound that is not its own: both are said.
    let rounded = Interval::as_rounded("5 USD".parse().unwrap());
    let sum = Interval::sum([interval("trên 24 USD"), rounded]).unwrap();
    assert_eq!(sum.nominal(), Some(29.into()));
    assert_eq!(sum.to_string(), "khoảng 29 (hơn 28,5)");
}

#[test]
fn a_quotient_at_the_limit_is_rounded_outwards() {
    // 79228162514264337593543950334 / 3 ends in ..444.67: 28 digits cannot say so.
    let at_least = Interval::of(
        Figure::number("79228162514264337593543950334".parse().unwrap())
            .with_qualifier(Qualifier::AtLeast)
            .unwrap(),
    );
    let third = at_least.over(Interval::exact(3.into())).unwrap();
    assert_eq!(
        third.lower().unwrap().to_string(),
        "26409387504754779197847983444"
    );
    assert_eq!(
        Interval::exact(0.into()),
        interval("trên 5 USD").times(0.into()).unwrap()
    );
}

// Tables and columns

#[test]
fn labels_of_any_script_are_aligned() {
    let line = |id, sector: &str| {
        let line = fdi(id, "Hải Phòng", "2023", "1 triệu USD");
        format!(r#"{line},"sector":"{sector}""#)
    };
    let data = all(&[
        line(
            "a",
            "ấp (decomposed)".replace('ấ', "a\u{302}\u{301}").as_str(),
        ),
        line("b", "電子"),
        line("c", "one\\nline"),
    ]);
    let answer = registered(&data).flows().by(Key::Sector).compute().unwrap();
    let table = answer.table_in(&Format::new(Language::English)).to_string();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        &lines[2..],
        [
            "a\u{302}\u{301}p (decomposed)  1,000,000  USD             1",
            "one line         1,000,000  USD             1",
            "電子             1,000,000  USD             1",
            "Total            3,000,000  USD             3",
        ]
    );
}

#[test]
fn two_blocs_are_two_columns() {
    let line = fdi("a", "Hải Phòng", "2022-12-20", "1 triệu USD");
    let data = all(&[format!(r#"{line},"partner":"Đức""#)]);
    let [eu, asean] = ["EU", "ASEAN"].map(|name| Organisation::by_acronym(name).unwrap());
    let answer = registered(&data).by(Key::Bloc(eu)).by(Key::Bloc(asean));
    let answer = answer.compute().unwrap();
    let names: Vec<String> = answer.rows()[0].groups().iter().map(Group::name).collect();
    assert_eq!(names, ["EU", "outside ASEAN"]);
}
