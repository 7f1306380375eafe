//! Charts as SVG.

use crate::{SOURCE, by_province, data, figure, stocks, texts, well_formed};
use proptest::prelude::*;
use tinh_pages::{Chart, ChartError, Language};
use tinh_totals::{Key, Totals};

#[test]
fn bars_are_ranked_short_and_say_where_from() {
    let data = stocks();
    let answer = by_province(&data);
    let svg = Chart::of(&answer, Language::Vietnamese)
        .unwrap()
        .svg()
        .unwrap();
    well_formed::check(&svg);
    let texts = texts(&svg);
    let at = |wanted: &str| {
        let found = texts.iter().position(|text| text == wanted);
        found.unwrap_or_else(|| panic!("{wanted:?} in {texts:?}"))
    };
    assert!(texts[0].contains("theo tỉnh, thành phố"), "{texts:?}");
    assert_eq!(
        texts[1],
        "Lũy kế đến 20/12/2022; theo 63 tỉnh, thành phố của thời điểm đó"
    );
    assert_eq!(texts[2], "Đơn vị tiền: USD");
    // Largest first; what is part of no province last and under a heading.
    let order = [
        "Hải Phòng",
        "> 24,5 tỷ",
        "Thanh Hóa",
        "14 tỷ – 15 tỷ",
        "Hải Dương",
        "9,15 tỷ",
        "Bạc Liêu",
        "≈ 350 triệu",
        "Cà Mau",
        "≤ 150 triệu",
        "Dầu khí",
        "2,77 tỷ",
        "Nguồn: FIA",
    ];
    assert!(order.map(at).is_sorted(), "{texts:?}");
    at("Không thuộc tỉnh, thành phố nào");
    for legend in [
        "biết chắc",
        "trong giới hạn",
        "chưa biết giới hạn trên",
        "khoảng chừng",
    ] {
        at(legend);
    }
    // Ids are ours, not the reader's.
    assert!(!svg.contains("id-"), "{svg}");
}

#[test]
fn a_chart_of_exact_values_needs_no_legend_and_speaks_english() {
    let lines = [
        SOURCE.to_owned(),
        figure(
            "a",
            r#""place":"Hải Phòng","as_of":"2022-12","figure":"24,5 tỷ USD""#,
        ),
        figure(
            "b",
            r#""place":"Hải Dương","as_of":"2022-12","figure":"9,15 tỷ USD""#,
        ),
    ];
    let data = data(&lines.each_ref().map(String::as_str));
    let answer = by_province(&data);
    let chart = Chart::of(&answer, Language::English).unwrap();
    let texts = texts(&chart.title("Capital <in> \"Hải Phòng\"").svg().unwrap());
    assert_eq!(
        texts,
        [
            "Capital <in> &quot;Hải Phòng&quot;",
            "As of December 2022; the 63 provinces and cities of that time",
            "Currency: USD",
            "0",
            "5 bn",
            "10 bn",
            "15 bn",
            "20 bn",
            "Hải Phòng",
            "24.5 bn",
            "Hải Dương",
            "9.15 bn",
            "Source: FIA",
        ]
        .map(str::to_owned)
        .to_vec()
    );
}

#[test]
fn rows_left_out_are_counted() {
    let data = stocks();
    let chart = Chart::of(&by_province(&data), Language::English).unwrap();
    let svg = chart.at_most(2).svg().unwrap();
    let texts = texts(&svg);
    assert!(
        texts.iter().any(|text| text == "3 rows not drawn"),
        "{texts:?}"
    );
    assert!(!svg.contains("Bạc Liêu") && svg.contains("Dầu khí"));
}

#[test]
fn two_units_have_no_common_scale() {
    let lines = [
        SOURCE.to_owned(),
        figure(
            "a",
            r#""place":"Hải Phòng","as_of":"2022","figure":"24,5 tỷ USD""#,
        ),
        figure(
            "b",
            r#""place":"Hải Dương","as_of":"2022","figure":"9,15 tỷ đồng""#,
        ),
    ];
    let data = data(&lines.each_ref().map(String::as_str));
    let answer = by_province(&data);
    let error = Chart::of(&answer, Language::Vietnamese).unwrap_err();
    assert!(matches!(error, ChartError::SeveralUnits { .. }));
    assert!(
        error
            .to_string()
            .starts_with("expected one measure and one currency, found ")
    );
    assert!(error.to_string().contains("USD") && error.to_string().contains("VND"));
    assert_eq!(Chart::each(&answer, Language::Vietnamese).len(), 2);
    let nothing = Totals::of(&data).measure("exports".parse().unwrap());
    let nothing = nothing.compute().unwrap();
    let error = Chart::of(&nothing, Language::English).unwrap_err();
    assert_eq!(error, ChartError::Empty);
    assert_eq!(
        error.to_string(),
        "expected a row with a number, found none"
    );
    assert_eq!(
        error.in_language(Language::Vietnamese),
        "không dòng nào có số"
    );
}

/// Flows of a province by year; 2017 is missing, 2020 covers nine months.
fn flows() -> Vec<String> {
    let flow = |year: u32, period: &str, amount: u32| {
        figure(
            &format!("f{year}"),
            &format!(r#""place":"Hải Phòng","period":"{period}","figure":"{amount} triệu USD""#),
        )
    };
    vec![
        SOURCE.to_owned(),
        flow(2014, "2014", 400),
        flow(2015, "2015", 500),
        flow(2016, "2016", 900),
        flow(2018, "2018", 700),
        flow(2019, "2019", 800),
        flow(2020, "9 tháng năm 2020", 300),
    ]
}

#[test]
fn lines_keep_gaps_breaks_and_partial_years() {
    let lines = flows();
    let data = data(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let question = Totals::of(&data).measure("fdi.registered".parse().unwrap());
    let answer = question.flows().by(Key::Year).compute().unwrap();
    let svg = Chart::of(&answer, Language::Vietnamese)
        .unwrap()
        .svg()
        .unwrap();
    well_formed::check(&svg);
    let texts = texts(&svg);
    for wanted in [
        "2014",
        "2017",
        "2020",
        "900 triệu",
        "kỳ chưa đủ",
        "không có số liệu",
        "2016: từ đây gồm cả góp vốn, mua cổ phần",
    ] {
        assert!(
            texts.iter().any(|text| text == wanted),
            "{wanted:?} in {texts:?}"
        );
    }
    // 2014 and 2015 are joined, 2018 to 2020; 2016 is alone between a break and
    // a gap.
    let joined = svg.matches("stroke-width=\"2\" points=").count();
    assert_eq!(joined, 2, "{svg}");
}

#[test]
fn two_sources_stand_side_by_side() {
    let lines = [
        SOURCE.to_owned(),
        r#"{"type":"source","id":"press","title":"Báo","publisher":"Tuổi Trẻ"}"#.to_owned(),
        figure(
            "a",
            r#""place":"Hải Phòng","as_of":"2022","figure":"24,5 tỷ USD""#,
        ),
        figure(
            "b",
            r#""place":"Hải Dương","as_of":"2022","figure":"9,15 tỷ USD""#,
        ),
        figure(
            "c",
            r#""place":"Hải Phòng","as_of":"2022","figure":"trên 24 tỷ USD""#,
        )
        .replace("internal-id-1", "press"),
    ];
    let data = data(&lines.each_ref().map(String::as_str));
    let of = |producer: &'static str| {
        Totals::of(&data)
            .measure("fdi.registered".parse().unwrap())
            .by(Key::Province)
            .from_sources(move |source| source.producer() == producer)
            .compute()
            .unwrap()
    };
    let (press, official) = (of("Tuổi Trẻ"), of("FIA"));
    let chart = Chart::beside(
        ("Tuổi Trẻ", &press),
        ("FIA", &official),
        Language::Vietnamese,
    );
    let svg = chart.unwrap().svg().unwrap();
    well_formed::check(&svg);
    let texts = texts(&svg);
    for wanted in [
        "Tuổi Trẻ",
        "FIA",
        "Hải Phòng",
        "> 24 tỷ",
        "24,5 tỷ",
        "1 dòng chỉ một bên có số liệu, không vẽ",
    ] {
        assert!(
            texts.iter().any(|text| text == wanted),
            "{wanted:?} in {texts:?}"
        );
    }
    assert!(!texts.iter().any(|text| text == "Hải Dương"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the names and the values: an SVG, its texts inside it.
    #[test]
    fn any_answer_is_drawn(
        rows in proptest::collection::vec(("[\\PC]{1,40}", -40_i64..40, 0_u32..28, 0_usize..4), 1..12),
        width in 0_u32..5000,
    ) {
        let lines: Vec<String> = std::iter::once(SOURCE.to_owned())
            .chain(rows.iter().enumerate().map(|(at, (name, digits, zeros, kind))| {
                let word = ["", "trên ", "khoảng ", "dưới "][*kind];
                let zeros = "0".repeat((*zeros).min(20) as usize);
                serde_json::json!({
                    "type": "observation", "id": format!("i{at}"), "source": "internal-id-1",
                    "place": "Hải Phòng", "period": (1000 + at * 700).to_string(),
                    "measure": "fdi.registered-adjusted", "sector": name,
                    "figure": format!("{word}{digits}{zeros} USD"),
                })
                .to_string()
            }))
            .collect();
        let mut data = tinh_model::Dataset::new();
        data.read_jsonl(lines.join("\n").as_bytes(), "any").unwrap();
        for key in [Key::Sector, Key::Year] {
            let question = Totals::of(&data).measure("fdi.registered-adjusted".parse().unwrap()).flows();
            let question = question.by(Key::Sector).by(key);
            let Ok(answer) = question.compute() else { continue };
            for chart in Chart::each(&answer, Language::Vietnamese) {
                match chart.width(width).svg() {
                    Ok(svg) => well_formed::check(&svg),
                    Err(error) => prop_assert_eq!(error, ChartError::Empty),
                }
            }
        }
    }
}
