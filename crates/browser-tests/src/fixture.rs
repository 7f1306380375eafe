//! The pages under test.

use std::ops::Range;

use serde_json::{Map, Value, json};
use tinh_model::{Dataset, Source};
use tinh_pages::review::{Article, Choice, Draft, Field, Grade, MarkKind, Review, Verdict};
use tinh_pages::tinh_articles;
use tinh_pages::{Chart, Language, Page};
use tinh_totals::tinh_gazetteer::Units;
use tinh_totals::{Key, Totals};

/// A page of one answer: a bound, an exact value, and offshore oil.
#[must_use]
pub fn answer_page(language: Language) -> String {
    let lines = [
        json!({"type": "source", "id": "s", "title": "Vốn <FDI>", "publisher": "FIA"}),
        stock("a", "Hải Phòng", "trên 24,5 tỷ USD"),
        stock("b", "Hải Dương", "9,15 tỷ USD"),
        stock("c", "Dầu khí", "2,77 tỷ USD"),
    ]
    .map(|line| line.to_string());
    let mut data = Dataset::new();
    data.read_jsonl(lines.join("\n").as_bytes(), "page.jsonl")
        .expect("lines of a file");
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    let question = Totals::of(&data).measure("fdi.registered".parse().expect("a measure"));
    let answer = question.by(Key::Province).compute().expect("an answer");
    Page::new(language).answer(&answer).html()
}

fn stock(id: &str, place: &str, figure: &str) -> Value {
    json!({"type": "observation", "id": id, "source": "s", "place": place,
        "as_of": "2022-12-20", "measure": "fdi.registered", "figure": figure})
}

/// Charts of every sort in a width and a language: bars with every bound and
/// long names, two sources, one line with a gap, a break and a part of a year,
/// and several lines.
#[must_use]
pub fn charts(width: u32, language: Language) -> Vec<String> {
    let mut lines = vec![
        json!({"type": "source", "id": "s", "title": "Bảng", "publisher": "FIA"}),
        json!({"type": "source", "id": "p", "title": "Báo Tuổi Trẻ", "publisher": "Tuổi Trẻ"}),
    ];
    let places = [
        ("Bà Rịa - Vũng Tàu", "trên 24,5 tỷ USD"),
        ("Thừa Thiên Huế", "từ 14 đến 15 tỷ USD"),
        ("Hải Dương", "9,15 tỷ USD"),
        ("Bạc Liêu", "khoảng 350 triệu USD"),
        ("Cà Mau", "không quá 150 triệu USD"),
        ("Điện Biên", "gần 3 triệu USD"),
        ("Dầu khí", "2,77 tỷ USD"),
    ];
    for (at, (place, figure)) in places.iter().enumerate() {
        lines.push(stock(&format!("s{at}"), place, figure));
        let mut press = stock(&format!("p{at}"), place, "hơn 5 tỷ USD");
        press["source"] = json!("p");
        lines.push(press);
    }
    let flows = [
        ("2014", "400 triệu USD"),
        ("2015", "từ 500 đến 700 triệu USD"),
        ("2016", "hơn 900 triệu USD"),
        ("2018", "700 triệu USD"),
        ("2019", "dưới 800 triệu USD"),
        ("9 tháng năm 2020", "300 triệu USD"),
    ];
    for (at, (period, figure)) in flows.iter().enumerate() {
        for (place, id) in [
            ("Hải Phòng", "a"),
            ("Hà Nội", "b"),
            ("Bà Rịa - Vũng Tàu", "c"),
        ] {
            // The second leaves out every third year.
            if id == "b" && at % 3 == 1 || id == "c" && at < 2 {
                continue;
            }
            let mut flow = stock(&format!("f{id}{at}"), place, figure);
            let flow = flow.as_object_mut().expect("an object");
            flow.remove("as_of");
            flow.insert("period".to_owned(), json!(period));
            lines.push(json!(flow));
        }
    }
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let mut data = Dataset::new();
    data.read_jsonl(lines.join("\n").as_bytes(), "charts.jsonl")
        .expect("lines of a file");
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    let question = || Totals::of(&data).measure("fdi.registered".parse().expect("a measure"));
    let official = || question().from_sources(|source| source.producer() == "FIA");
    let press = || question().from_sources(|source| source.producer() != "FIA");
    let in_haiphong = || {
        official()
            .flows()
            .in_places(|place| place.name() == "Hải Phòng")
    };
    let answer =
        |question: Totals<'_>| Chart::of(&question.compute().expect("an answer"), language);
    let beside = |one: Totals<'_>, other: Totals<'_>| {
        let (one, other) = (one.compute().expect("one"), other.compute().expect("other"));
        Chart::beside(("Tuổi Trẻ", &one), ("FIA", &other), language)
    };
    let charts = [
        answer(official().by(Key::Province)),
        answer(
            official()
                .by(Key::Province)
                .restated_to(Units::on("2025-07-01".parse().expect("a day"))),
        ),
        beside(press().by(Key::Province), official().by(Key::Province)),
        answer(in_haiphong().by(Key::Year)),
        answer(official().flows().by(Key::Year).by(Key::Province)),
    ];
    let drawn = charts.map(|chart| chart.and_then(|chart| chart.width(width).svg()));
    drawn.map(|svg| svg.expect("a chart")).to_vec()
}

/// An article of two stocks, and the review of what is drafted from it.
#[must_use]
pub fn drafted_review() -> Review {
    let text = "Tỉnh Bắc Ninh thu hút đầu tư\n\nTính đến ngày 20/12/2022, tỉnh Bắc Ninh có 1.900 dự án FDI \
        với tổng vốn đăng ký 23,5 tỷ USD.\n";
    let published = "2022-12-22".parse().expect("a date");
    let drafts = tinh_articles::Article::new(text)
        .published(published)
        .draft()
        .expect("an article");
    let source =
        Source::new("bac-ninh-2022", "Tỉnh Bắc Ninh thu hút đầu tư").with_published(published);
    Review::new("Duyệt").drafts(text, &source, &drafts, Language::Vietnamese)
}

const TEXT: &str = "HẢI PHÒNG <script>alert(1)</script> HỘI NHẬP\n\n\
    Đến ngày 20/12/2022, Hải Phòng có 982 dự án FDI còn hiệu lực với tổng vốn đăng ký trên \
    24,5 tỷ USD. Cùng thời điểm, tỉnh bạn thu hút 507 dự án.\n\n\
    Kim ngạch đạt 1,2 tỷ USD.";

/// The bytes of a phrase of the text.
fn bytes(phrase: &str) -> Range<usize> {
    let start = TEXT.find(phrase).expect("a phrase of the text");
    start..start + phrase.len()
}

fn claim(id: &str, more: &[(&str, &str)]) -> Map<String, Value> {
    let mut claim = json!({"type": "observation", "id": id, "source": "bai", "place": "hai-phong",
        "as_of": "2022-12-20"});
    let line = claim.as_object_mut().expect("an object");
    for (key, value) in more {
        line.insert((*key).to_owned(), json!(value));
    }
    line.clone()
}

/// Four drafts: sound ones, one of a place that must be corrected, one whose
/// measure nobody knows.
#[must_use]
pub fn review() -> Review {
    let place = |shown: &str, grade| {
        Field::new("place", "Địa phương", shown, grade)
            .resting_on(bytes("Hải Phòng"))
            .from_list("places")
    };
    let when = || {
        Field::new("time", "Thời điểm", "20/12/2022", Grade::Printed)
            .resting_on(bytes("20/12/2022"))
    };
    let measure = |shown: &str, phrase: &str| {
        Field::new("measure", "Chỉ tiêu", shown, Grade::Printed)
            .resting_on(bytes(phrase))
            .from_list("measures")
            .required()
    };
    let projects = Draft::new(
        "982 dự án",
        claim("bai-1", &[("measure", "fdi.projects"), ("figure", "982")]),
    )
    .resting_on(bytes("982 dự án"))
    .field(place("Hải Phòng", Grade::Printed))
    .field(measure("số dự án FDI", "dự án FDI"))
    .field(when())
    .check(Verdict::Agrees, "FIA, 20/12/2022: 982");
    let capital = Draft::new(
        "trên 24,5 tỷ USD",
        claim(
            "bai-2",
            &[
                ("measure", "fdi.registered"),
                ("figure", "trên 24,5 tỷ USD"),
                ("part_of", "bai-1"),
            ],
        ),
    )
    .resting_on(bytes("trên 24,5 tỷ USD"))
    .field(place("Hải Phòng", Grade::Carried))
    .field(measure("vốn FDI đăng ký", "tổng vốn đăng ký"))
    .field(when())
    .check(Verdict::Contradicts, "FIA, 20/12/2022: 25,3 tỷ USD");
    let neighbour = Draft::new(
        "507 dự án",
        claim("bai-3", &[("measure", "fdi.projects"), ("figure", "507")]),
    )
    .resting_on(bytes("507 dự án"))
    .field(
        place("Hải Phòng", Grade::Assumed)
            .or(Choice::new("Hải Dương", [("place", json!("hai-duong"))])),
    )
    .field(measure("số dự án FDI", "dự án FDI"))
    .field(when());
    let unknown = Draft::new("1,2 tỷ USD", claim("bai-4", &[("figure", "1,2 tỷ USD")]))
        .resting_on(bytes("1,2 tỷ USD"))
        .field(place("Hải Phòng", Grade::Inherited))
        .field(
            Field::new("measure", "Chỉ tiêu", "", Grade::Unknown)
                .from_list("measures")
                .required(),
        );
    let article = Article::new("Hải Phòng hội nhập", TEXT)
        .line(json!({"type": "source", "id": "bai", "title": "Hải Phòng hội nhập"}))
        .mark(bytes("20/12/2022"), MarkKind::Date)
        .mark(bytes("Hải Phòng"), MarkKind::Place)
        .mark(bytes("982 dự án"), MarkKind::Figure)
        .mark(bytes("trên 24,5 tỷ USD"), MarkKind::Figure)
        .mark(bytes("507 dự án"), MarkKind::Figure)
        .mark(bytes("1,2 tỷ USD"), MarkKind::Figure)
        .unattached(bytes("Kim ngạch"), "không rõ xuất hay nhập khẩu");
    let drafts = [projects, capital, neighbour, unknown];
    let article = drafts.into_iter().fold(article, Article::draft);
    let choice = |shown: &str, key: &str, value: &str| Choice::new(shown, [(key, json!(value))]);
    Review::new("Duyệt bản nháp")
        .list(
            "places",
            vec![
                choice("An Giang", "place", "an-giang"),
                choice("Vĩnh Long", "place", "vinh-long"),
            ],
        )
        .list(
            "measures",
            vec![
                choice("vốn FDI đăng ký", "measure", "fdi.registered"),
                choice("vốn FDI thực hiện", "measure", "fdi.implemented"),
            ],
        )
        .article(article)
}
