//! Datasets a careful reader would total otherwise: what counts as the same, as
//! a part, as comparable, and what is said of it.

use tinh_totals::tinh_gazetteer::Units;
use tinh_totals::tinh_model::Dataset;
use tinh_totals::{Answer, Error, ErrorKind, Group, Key, Totals, Warning};

/// Claims of the sources `s` (Sở), `p` (Báo), `q` (Báo Q) and `fia`.
#[track_caller]
fn data(lines: &str) -> Dataset {
    let mut data = Dataset::new();
    let sources = r#"{"type":"source","id":"s","title":"T","publisher":"Sở","published":"2024-01-10"}
{"type":"source","id":"p","title":"T","publisher":"Báo","published":"2024-01-11"}
{"type":"source","id":"q","title":"T","publisher":"Báo Q","published":"2024-02-20"}
{"type":"source","id":"fia","title":"T","publisher":"FIA","published":"2023-12-25"}
"#;
    let all = format!("{sources}{lines}");
    data.read_jsonl(all.as_bytes(), "case").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

/// An observation: id, source, place, time, measure, figure and further fields.
fn observed(
    id: &str,
    source: &str,
    place: &str,
    time: &str,
    measure: &str,
    figure: &str,
    more: &str,
) -> String {
    let field = if time.len() == 10 && !time.contains('Q') {
        "as_of"
    } else {
        "period"
    };
    format!(
        "{{\"type\":\"observation\",\"id\":\"{id}\",\"source\":\"{source}\",\"place\":\"{place}\",\
         \"{field}\":\"{time}\",\"measure\":\"{measure}\",\"figure\":\"{figure}\"{more}}}\n"
    )
}

fn stock(id: &str, source: &str, figure: &str, more: &str) -> String {
    observed(
        id,
        source,
        "Hải Phòng",
        "2023-12-20",
        "fdi.registered",
        figure,
        more,
    )
}

fn ask<'a>(data: &'a Dataset, measure: &str) -> Totals<'a> {
    Totals::of(data).measure(measure.parse().unwrap())
}

#[track_caller]
fn shown(answer: &Answer<'_>) -> String {
    let totals = answer.totals().iter().map(|row| row.value().to_string());
    totals.collect::<Vec<_>>().join("; ")
}

fn kinds(answer: &Answer<'_>) -> Vec<&'static str> {
    answer.warnings().iter().map(Warning::kind).collect()
}

fn is_refused(question: Totals<'_>) -> bool {
    let answer = question.strict().compute();
    matches!(
        answer.as_ref().map_err(Error::kind),
        Err(ErrorKind::Strict { .. })
    )
}

#[test]
fn a_scope_of_the_whole_is_the_whole_and_of_a_part_a_part() {
    let data = data(
        &(stock("a", "s", "15 tỷ USD", "")
            + &stock(
                "b",
                "s",
                "15 tỷ USD",
                r#","line":9,"scope":"toàn thành phố""#,
            )
            + &observed("c", "s", "Hải Phòng", "2023", "exports", "30 tỷ USD", "")
            + &observed(
                "d",
                "s",
                "Hải Phòng",
                "2023",
                "exports",
                "20 tỷ USD",
                r#","scope":"hàng công nghiệp""#,
            )),
    );
    let stock = ask(&data, "fdi.registered").compute().unwrap();
    assert_eq!(shown(&stock), "15.000.000.000");
    let exports = ask(&data, "exports")
        .during("2023".parse().unwrap())
        .compute()
        .unwrap();
    assert_eq!(shown(&exports), "30.000.000.000");
}

/// A mission, an agreement and a project, each by two claims.
fn told(second: [&str; 3]) -> String {
    let first = [
        r#""leader":"Đỗ Trọng Hưng","destinations":["Nhật Bản"],"date":"2023-11-20""#,
        r#""name":"Biên bản hợp tác Niigata","parties":[{"locality":"Niigata","level":"tỉnh","country":"Nhật Bản"}],"date":"2023-11-20""#,
        r#""name":"Nhà máy LG Innotek","investors":[{"partner":{"company":"LG Innotek","country":"Hàn Quốc"}}],"date":"2023-11-05","amounts":[{"figure":"1 tỷ USD","basis":"registered-new"}]"#,
    ];
    let mut lines = String::new();
    for (id, source, [mission, agreement, project]) in [("1", "s", first), ("2", "p", second)] {
        lines += &format!(
            "{{\"type\":\"mission\",\"id\":\"m{id}\",\"source\":\"{source}\",\"place\":\"Thanh Hóa\",\"direction\":\"outbound\",\"state\":\"done\",\"count\":1,{mission}}}\n\
             {{\"type\":\"agreement\",\"id\":\"g{id}\",\"source\":\"{source}\",\"place\":\"Thanh Hóa\",\"kind\":\"memorandum\",\"state\":\"signed\",\"count\":1,{agreement}}}\n\
             {{\"type\":\"investment_project\",\"id\":\"x{id}\",\"source\":\"{source}\",\"place\":\"Hải Phòng\",\"state\":\"licensed\",{project}}}\n"
        );
    }
    lines
}

fn three(data: &Dataset) -> [Answer<'_>; 3] {
    [
        ask(data, "missions").events(),
        ask(data, "agreements").events(),
        ask(data, "fdi.registered-new").of_projects(),
    ]
    .map(|question| question.compute().unwrap())
}

#[test]
fn what_is_told_twice_by_any_wording_counts_once() {
    let data = data(&told([
        r#""leader":"đồng chí Đỗ Trọng Hưng, Bí thư Tỉnh ủy","destinations":["JP"],"date":"2023-11""#,
        r#""name":"biên bản hợp tác Niigata","parties":[{"locality":"Niigata","country":"Nhật"}],"date":"2023-11-20""#,
        r#""name":"Dự án nhà máy LG Innotek","investors":[{"partner":{"company":"Tập đoàn LG Innotek","country":"KR"}}],"date":"2023-12","amounts":[{"figure":"1.000 triệu USD","basis":"registered-new"}]"#,
    ]));
    let answers = three(&data);
    assert_eq!(answers.each_ref().map(shown), ["1", "1", "1.000.000.000"]);
    for answer in &answers {
        assert_eq!(kinds(answer), [] as [&str; 0]);
        assert_eq!(
            answer
                .left_out()
                .filter(|e| e.to_string().contains("a repeat, counted as"))
                .count(),
            1
        );
    }
}

#[test]
fn what_looks_alike_is_named_and_strictly_refused() {
    let data = data(&told([
        r#""leader":"Nguyễn Văn Thi","destinations":["Nhật Bản"],"date":"2023-11-20""#,
        r#""parties":["Nhật Bản"],"date":"2023-11""#,
        r#""name":"Nhà máy LG Innotek","investors":[{"partner":{"company":"LG Innotek","country":"Hàn Quốc"}}],"date":"2023-11","amounts":[{"figure":"1,4 tỷ USD","basis":"registered-new"}]"#,
    ]));
    for answer in three(&data) {
        let warning = answer.warnings().iter().find(|w| w.kind() == "look_alikes");
        let found =
            warning.unwrap_or_else(|| panic!("{:?} {:?}", answer.warnings(), answer.excluded()));
        assert_eq!(found.ids().len(), 2);
    }
    assert!(is_refused(ask(&data, "missions").events()));
}

#[test]
fn what_differs_is_two() {
    let data = data(&told([
        r#""leader":"Đỗ Trọng Hưng","destinations":["Nhật Bản"],"date":"2023-06-20""#,
        r#""name":"Biên bản hợp tác Osaka","parties":[{"locality":"Osaka","level":"thành phố","country":"Nhật Bản"}],"date":"2023-11-20""#,
        r#""name":"Nhà máy LG Display","investors":[{"partner":{"company":"LG Display","country":"Hàn Quốc"}}],"date":"2023-11-05","amounts":[{"figure":"1 tỷ USD","basis":"registered-new"}]"#,
    ]));
    let answers = three(&data);
    assert_eq!(answers.each_ref().map(shown), ["2", "2", "2.000.000.000"]);
    for answer in &answers {
        assert!(
            !kinds(answer).contains(&"look_alikes"),
            "{:?}",
            answer.warnings()
        );
    }
}

#[test]
fn a_number_told_by_two_sources_is_one_number() {
    let line = |id, source, time| {
        format!(
            "{{\"type\":\"agreement\",\"id\":\"{id}\",\"source\":\"{source}\",\"place\":\"Thanh Hóa\",{time},\"kind\":\"memorandum\",\"state\":\"signed\",\"count\":\"26 biên bản\"}}\n"
        )
    };
    for time in [r#""date":"2023-11-20""#, r#""period":"2023""#] {
        let data = data(&(line("a", "s", time) + &line("b", "p", time)));
        let answer = ask(&data, "agreements").events().compute().unwrap();
        assert_eq!(shown(&answer), "26", "{time}");
    }
}

#[test]
fn the_number_of_a_period_is_one_answer_however_it_is_asked() {
    let mission = |id, fields| {
        format!(
            "{{\"type\":\"mission\",\"id\":\"{id}\",\"source\":\"s\",\"place\":\"Hải Phòng\",\"direction\":\"outbound\",\"state\":\"done\",{fields}}}\n"
        )
    };
    let ways = |data: &Dataset| -> Vec<String> {
        let ask = || ask(data, "missions");
        let year = "2023".parse().unwrap();
        [
            ask().events(),
            ask().during(year),
            ask().flows(),
            ask().flows().by(Key::Year),
        ]
        .map(|question| shown(&question.compute().unwrap()))
        .to_vec()
    };
    let five = mission("m0", r#""period":"2023","count":"5 đoàn""#);
    let ten = mission("m1", r#""period":"2023","count":"hơn 10 đoàn""#);
    let may = mission(
        "m2",
        r#""date":"2023-05-04","destinations":["Lào"],"count":1"#,
    );
    // One of the five is that of May.
    assert_eq!(ways(&data(&(five.clone() + &may))), ["5"; 4]);
    assert_eq!(ways(&data(&may)), ["1"; 4]);
    // Five and more than ten contradict each other.
    assert_eq!(ways(&data(&(five + &ten))), [""; 4]);
}

#[test]
fn relations_bind() {
    let figures = stock("a", "s", "14,65 tỷ USD", "");
    // The same fact with another value is a conflict, whatever the ids.
    for (b, c) in [("b", "c"), ("0", "00")] {
        let data = data(
            &(figures.clone()
                + &stock(b, "p", "24,65 tỷ USD", r#","same_as":"a""#)
                + &observed(
                    c,
                    "p",
                    "Hải Dương",
                    "2023-12-20",
                    "fdi.registered",
                    "1 tỷ USD",
                    "",
                )),
        );
        let answer = ask(&data, "fdi.registered").compute().unwrap();
        assert_eq!(shown(&answer), "1.000.000.000");
        assert!(kinds(&answer).contains(&"conflict"));
    }
    // A relation that leads nowhere is said in every answer it touches.
    let data1 = data(
        &(figures.clone()
            + &observed(
                "b",
                "p",
                "Hải Dương",
                "2023-12-20",
                "fdi.registered",
                "1 tỷ USD",
                r#","same_as":"a_""#,
            )),
    );
    assert!(
        kinds(&ask(&data1, "fdi.registered").compute().unwrap()).contains(&"dangling_relation")
    );
    assert!(is_refused(ask(&data1, "fdi.registered")));
    // In a ring nothing counts, and the ring is named.
    let data2 = data(
        &(stock("e", "s", "1 tỷ USD", r#","corrects":"f""#)
            + &stock("f", "s", "2 tỷ USD", r#","corrects":"e""#)),
    );
    let answer = ask(&data2, "fdi.registered").compute().unwrap();
    assert_eq!(shown(&answer), "");
    let ring = answer
        .warnings()
        .iter()
        .find(|w| w.kind() == "ring")
        .unwrap();
    assert_eq!(ring.ids(), ["e", "f"]);
    assert!(is_refused(ask(&data2, "fdi.registered")));
    // A repeat of what is corrected is corrected with it.
    let data3 = data(
        &(figures
            + &stock("b", "p", "14,56 tỷ USD", r#","corrects":"a""#)
            + &stock("c", "q", "14,65 tỷ USD", r#","same_as":"a""#)),
    );
    assert_eq!(
        shown(&ask(&data3, "fdi.registered").compute().unwrap()),
        "14.560.000.000"
    );
}

#[test]
fn a_period_says_what_part_of_it_is_covered() {
    let data = data(&observed(
        "q2",
        "s",
        "Vĩnh Long",
        "2023-Q2",
        "fdi.registered",
        "50 triệu USD",
        "",
    ));
    let ask = || ask(&data, "fdi.registered").during("2023".parse().unwrap());
    let answer = ask().compute().unwrap();
    assert_eq!(shown(&answer), "50.000.000");
    let warning = answer
        .warnings()
        .iter()
        .find(|w| w.kind() == "partial_period")
        .unwrap();
    assert_eq!(
        warning.to_string(),
        "2023-01-01/2023-12-31: covers 2023-04-01/2023-06-30 only"
    );
    assert!(is_refused(ask()));
    // Who asks for a stock is told that there are flows.
    let stock = self::ask(&data, "fdi.registered").compute().unwrap();
    assert!(kinds(&stock).contains(&"other_nature"));
}

#[test]
fn growth_needs_the_same_span_of_the_calendar() {
    let exports = |id: &str, time: &str, figure: &str| {
        observed(id, "s", "Vĩnh Long", time, "exports", figure, "")
    };
    let data = data(
        &(exports("h", "2022-Q3", "45 triệu USD")
            + &exports("g", "2023-Q2", "90 triệu USD")
            + &exports("f", "2022-Q2", "60 triệu USD")
            + &["1", "2", "3", "4"]
                .map(|q| exports(&format!("y{q}"), &format!("2021-Q{q}"), "10 triệu USD"))
                .concat()
            + &exports("y", "2020", "20 triệu USD")),
    );
    let of = |period: &str| {
        ask(&data, "exports")
            .during(period.parse().unwrap())
            .compute()
            .unwrap()
    };
    let growth =
        |later: &str, earlier: &str| of(later).growth_from(&of(earlier)).unwrap().remove(0);
    let refused = growth("2023-Q2", "2022-Q3").value.unwrap_err();
    assert_eq!(refused.kind().code(), "other_periods");
    assert_eq!(
        growth("2023-Q2", "2022-Q2").value.unwrap().to_string(),
        "50"
    );
    // Four quarters are a year.
    let yearly = growth("2021", "2020");
    assert_eq!(yearly.value.unwrap().to_string(), "100");
    assert_eq!(yearly.other.as_deref().unwrap().ids, ["y"]);
}

#[test]
fn what_is_not_licensed_is_not_registered() {
    let project = |id, state, basis| {
        format!(
            "{{\"type\":\"investment_project\",\"id\":\"{id}\",\"source\":\"s\",\"place\":\"Hải Phòng\",\"date\":\"2022-05\",\"investors\":[{{\"partner\":{{\"company\":\"{id}\",\"country\":\"KR\"}}}}],\"state\":\"{state}\",\"amounts\":[{{\"figure\":\"2 tỷ USD\",\"basis\":\"{basis}\"}}]}}\n"
        )
    };
    let data = data(
        &(project("a", "terminated", "registered-new")
            + &project("b", "surveyed", "registered-new")
            + &project("c", "under-memorandum", "registered-new")
            + &project("d", "surveyed", "planned")),
    );
    let answer = ask(&data, "fdi.registered-new")
        .of_projects()
        .compute()
        .unwrap();
    assert_eq!(shown(&answer), "");
    let reasons: Vec<String> = answer.left_out().map(ToString::to_string).collect();
    assert_eq!(
        reasons,
        [
            "a.amounts: of a project that is terminated, not registered",
            "b.amounts: of a project that is only surveyed, not registered",
            "c.amounts: of a project that is under a memorandum, not registered",
        ]
    );
    let planned = ask(&data, "fdi.planned").of_projects().compute().unwrap();
    assert_eq!(shown(&planned), "2.000.000.000");
}

#[test]
fn a_share_is_of_a_known_whole() {
    let of = |id, figure, more| {
        observed(
            id,
            "s",
            "cả nước",
            "2023-12-31",
            "fdi.registered",
            figure,
            more,
        )
    };
    let parts = of("jp", "70 tỷ USD", r#","partner":"Nhật Bản""#)
        + &of("kr", "80 tỷ USD", r#","partner":"Hàn Quốc""#);
    let ask = |data| ask(data, "fdi.registered").national().by(Key::Partner);
    let with_whole = data(&(parts.clone() + &of("tot", "468 tỷ USD", "")));
    let answer = ask(&with_whole).compute().unwrap();
    let shares = answer.shares().unwrap();
    let percent: Vec<String> = shares
        .iter()
        .map(|s| {
            s.value
                .as_ref()
                .unwrap()
                .nominal()
                .unwrap()
                .round_dp(1)
                .to_string()
        })
        .collect();
    assert_eq!(percent, ["17.1", "15.0", "67.9"]);
    assert_eq!(shares[2].groups, [Group::Rest]);
    assert_eq!(shares[0].other.as_ref().unwrap().ids, ["tot"]);
    // Without it they are of those listed, which is said, and strictly refused.
    let without = data(&parts);
    let answer = ask(&without).compute().unwrap();
    assert_eq!(
        answer.shares().unwrap()[0].warnings,
        [Warning::ShareOfListed]
    );
    let strict = ask(&without).strict().compute().unwrap();
    assert!(
        strict
            .shares()
            .unwrap()
            .iter()
            .all(|share| share.value.is_err())
    );
}

#[test]
fn bounds_are_never_thrown_away() {
    for (a, b, expected) in [
        (
            "khoảng 10 tỷ USD",
            "trên 5 tỷ USD",
            "khoảng 15.000.000.000 (hơn 5.000.000.000)",
        ),
        (
            "không quá 10 tỷ USD",
            "5 tỷ USD",
            "từ 5.000.000.000 đến 15.000.000.000",
        ),
        ("gần 10 tỷ USD", "5 tỷ USD", "gần 15.000.000.000"),
    ] {
        let data = data(
            &(stock("a", "s", a, "")
                + &observed("b", "s", "Hải Dương", "2023-12-20", "fdi.registered", b, "")),
        );
        let answer = ask(&data, "fdi.registered").compute().unwrap();
        assert_eq!(shown(&answer), expected);
    }
    // Parts of a whole without a number are the least it is.
    let part = |id, figure| stock(id, "s", figure, r#","part_of":"x""#);
    let data = data(
        &(stock("x", "s", "nhiều tỷ USD", "") + &part("y", "2 tỷ USD") + &part("z", "3 tỷ USD")),
    );
    let answer = ask(&data, "fdi.registered").compute().unwrap();
    assert_eq!(shown(&answer), "ít nhất 5.000.000.000");
}

#[test]
fn of_consistent_figures_the_exact_one_is_shown() {
    let flow = |id, source, figure| {
        observed(
            id,
            source,
            "Hải Phòng",
            "2023-01/2023-09",
            "fdi.registered",
            figure,
            "",
        )
    };
    for (a, b, expected) in [
        ("392,5 triệu USD", "gần 400 triệu USD", "392.500.000"),
        ("392,5 triệu USD", "392,46 triệu USD", "392.460.000"),
        (
            "trên 300 triệu USD",
            "trên 390 triệu USD",
            "hơn 390.000.000",
        ),
        ("392,5 triệu USD", "394 triệu USD", ""),
        ("400 triệu USD", "401 triệu USD", ""),
    ] {
        let data = data(&(flow("a", "s", a) + &flow("b", "p", b)));
        let answer = ask(&data, "fdi.registered").flows().compute().unwrap();
        assert_eq!(shown(&answer), expected, "{a}, {b}");
    }
    // An exact official figure and what a newspaper says of it later.
    let later = observed(
        "b",
        "q",
        "Hải Phòng",
        "2024-02-20",
        "fdi.registered",
        "hơn 10 tỷ USD",
        "",
    );
    let data1 = data(&(stock("a", "fia", "10,2 tỷ USD", "") + &later));
    assert_eq!(
        shown(&ask(&data1, "fdi.registered").compute().unwrap()),
        "10.200.000.000"
    );
    let data2 = data(&(stock("a", "fia", "9,8 tỷ USD", "") + &later));
    assert_eq!(
        shown(&ask(&data2, "fdi.registered").compute().unwrap()),
        "hơn 10.000.000.000"
    );
}

#[test]
fn parts_are_held_against_their_whole() {
    let sector = |id, figure, sector| stock(id, "s", figure, &format!(r#","sector":"{sector}""#));
    let parts = sector("a", "10 tỷ USD", "công nghiệp") + &sector("b", "5 tỷ USD", "dịch vụ");
    for (whole, expected) in [
        ("12 tỷ USD", true),
        ("15 tỷ USD", false),
        ("20 tỷ USD", false),
    ] {
        let data = data(&(parts.clone() + &stock("w", "s", whole, "")));
        let answer = ask(&data, "fdi.registered")
            .by(Key::Sector)
            .compute()
            .unwrap();
        assert_eq!(
            kinds(&answer).contains(&"parts_exceed_whole"),
            expected,
            "{whole}"
        );
    }
}

#[test]
fn an_absurd_amount_is_named_and_refuses_nothing() {
    for (figure, measure) in [
        ("9999999999999999999999999999 USD", "fdi.registered"),
        ("1.200 tỷ USD", "fdi.registered"),
        ("2000000000 dự án", "fdi.projects"),
    ] {
        let line = |id, place, figure| observed(id, "s", place, "2023-12-20", measure, figure, "");
        let fine = if measure.ends_with("projects") {
            "5 dự án"
        } else {
            "5 USD"
        };
        let data = data(&(line("a", "Hải Phòng", figure) + &line("b", "Hải Dương", fine)));
        let answer = ask(&data, measure).compute().unwrap();
        assert_eq!(shown(&answer), "5", "{figure}");
        let warning = answer
            .warnings()
            .iter()
            .find(|w| w.kind() == "implausible")
            .unwrap();
        assert_eq!(warning.ids(), ["a"]);
    }
}

#[test]
fn warnings_say_it_once_and_count_what_is_listed() {
    let data = data(
        &(stock("a", "s", "1.498 tỷ USD", "")
            + &observed(
                "b",
                "fia",
                "Hải Dương",
                "2024-12-20",
                "fdi.registered",
                "24,5 tỷ USD",
                "",
            )),
    );
    let restated = ask(&data, "fdi.registered")
        .on("2024-12-31".parse().unwrap())
        .restated_to(Units::on("2025-07-01".parse().unwrap()));
    let answer = restated.by(Key::Province).compute().unwrap();
    let texts: Vec<String> = answer.warnings().iter().map(ToString::to_string).collect();
    assert!(
        texts
            .iter()
            .any(|text| text == "33 of 34 units without a figure"),
        "{texts:?}"
    );
    assert!(
        texts
            .iter()
            .any(|text| text == "dated after their source was published: b"),
        "{texts:?}"
    );
}

#[test]
fn two_readings_are_warned_of_only_where_the_source_does_not_decide() {
    let one = stock("a", "s", "1,498 tỷ USD", "");
    let alone = data(&one);
    assert!(kinds(&ask(&alone, "fdi.registered").compute().unwrap()).contains(&"ambiguous"));
    let other = observed("b", "s", "Hải Dương", "2022", "exports", "24,5 tỷ USD", "");
    let decided = data(&(one + &other));
    assert!(!kinds(&ask(&decided, "fdi.registered").compute().unwrap()).contains(&"ambiguous"));
}
