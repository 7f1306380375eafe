//! The pages under test.

use std::ops::Range;

use serde_json::{Map, Value, json};
use tinh_model::{Dataset, Source};
use tinh_pages::review::{Article, Choice, Draft, Field, Grade, MarkKind, Review, Verdict};
use tinh_pages::tinh_articles;
use tinh_pages::{Language, Page};
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
    let source = Source {
        published: Some(published),
        ..Source::new("bac-ninh-2022", "Tỉnh Bắc Ninh thu hút đầu tư")
    };
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
