//! The review page, without a browser.

use crate::well_formed;
use proptest::prelude::*;
use serde_json::{Map, json};
use tinh_pages::Language;
use tinh_pages::review::{
    Article, Choice, Draft, Field, Grade, MarkKind, Review, ReviewError, Verdict,
};

fn claim(id: &str) -> Map<String, serde_json::Value> {
    let claim = json!({"type": "observation", "id": id});
    claim.as_object().unwrap().clone()
}

/// A review of one article with one draft.
fn review(text: &str, draft: Draft) -> Review {
    Review::new("Duyệt").article(Article::new("Bài", text).draft(draft))
}

#[test]
fn a_review_is_one_file_in_either_language() {
    let field = Field::new("place", "Địa phương", "", Grade::Unknown)
        .or(Choice::new("Hà Nội", [("place", json!("ha-noi"))]))
        .from_list("places")
        .required();
    let draft = Draft::new("5 dự án", claim("a"))
        .resting_on(0..9)
        .field(field)
        .check(Verdict::Unclear, "không có gì để so");
    let review = review("5 dự án.", draft).list(
        "places",
        vec![Choice::new("Huế", [("place", json!("hue"))])],
    );
    let vietnamese = review.html(Language::Vietnamese).unwrap();
    well_formed::check(&vietnamese);
    let english = review.html(Language::English).unwrap();
    well_formed::check(&english);
    assert!(vietnamese.contains("<html lang=\"vi\">") && vietnamese.contains(">Nhận<"));
    assert!(english.contains("<html lang=\"en\">") && english.contains(">Accept<"));
    for outside in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!english.contains(outside), "{outside:?}");
    }
    // As data it survives being written and read.
    let text = serde_json::to_string(&review).unwrap();
    assert_eq!(serde_json::from_str::<Review>(&text).unwrap(), review);
}

#[test]
fn what_cannot_be_shown_or_saved_is_refused() {
    let of = |review: Review| review.html(Language::English).unwrap_err().to_string();
    let draft = || Draft::new("5 dự án", claim("a"));
    assert_eq!(
        of(review("ế", draft().resting_on(0..1))),
        "expected bytes within the text of \"Bài\" and between characters, found 0..1"
    );
    let marked = Review::new("r").article(Article::new("Bài", "ab").mark(1..9, MarkKind::Figure));
    assert_eq!(
        of(marked),
        "expected bytes within the text of \"Bài\" and between characters, found 1..9"
    );
    let twice = Article::new("Bài", "ab").draft(draft()).draft(draft());
    assert_eq!(
        of(Review::new("r").article(twice)),
        "expected one draft with the id \"a\", found a second"
    );
    assert_eq!(
        of(review("ab", Draft::new("5 dự án", Map::new()))),
        "expected a claim with an id, found the draft \"5 dự án\""
    );
    let field = Field::new("place", "Địa phương", "", Grade::Unknown).from_list("places");
    assert_eq!(
        of(review("ab", draft().field(field))),
        "expected a list called \"places\" for the field \"Địa phương\", found none"
    );
}

#[test]
fn no_text_ends_the_data_or_the_page() {
    let attack = "</script><script>alert(1)</script>\u{2028}<!--";
    let draft = Draft::new(attack, claim(attack))
        .resting_on(0..attack.len())
        .field(
            Field::new(attack, attack, attack, Grade::Carried)
                .or(Choice::new(attack, [(attack, json!(attack))])),
        )
        .check(Verdict::Agrees, attack);
    let article = Article::new(attack, attack)
        .line(json!({ "title": attack }))
        .draft(draft)
        .unattached(0..8, attack);
    let html = Review::new(attack)
        .article(article)
        .html(Language::Vietnamese)
        .unwrap();
    well_formed::check(&html);
    assert_eq!(html.matches("<script").count(), 2);
    assert_eq!(html.matches("</script").count(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the text and the ranges: refused, or a page with the whole text.
    #[test]
    fn any_ranges_are_shown_or_refused(
        text in "[a-cế \\n<]{0,40}",
        ranges in proptest::collection::vec((0_usize..60, 0_usize..60), 0..8),
    ) {
        let mut article = Article::new("Bài", text.clone());
        let mut is_sound = true;
        for (at, (start, end)) in ranges.iter().enumerate() {
            is_sound &= start <= end && text.is_char_boundary(*start) && text.is_char_boundary(*end);
            article = match at % 3 {
                0 => article.mark(*start..*end, MarkKind::Place),
                1 => article.unattached(*start..*end, "x"),
                _ => article.draft(Draft::new("d", claim(&at.to_string())).resting_on(*start..*end)),
            };
        }
        let html = Review::new("r").article(article).html(Language::English);
        prop_assert_eq!(html.is_ok(), is_sound);
        if let Ok(html) = html {
            well_formed::check(&html);
            let (_, after) = html.split_once("class=\"text\" lang=\"vi\">").unwrap();
            let (shown, _) = after.split_once("</div>").unwrap();
            let shown: String = shown
                .split('<')
                .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
                .collect();
            prop_assert_eq!(shown.replace("&lt;", "<"), text);
        } else if let Err(error) = html {
            prop_assert!(matches!(error, ReviewError::Span { .. }), "{}", error);
        }
    }
}

/// An article with a mission to come and a stock of projects.
#[test]
fn drafts_and_events_of_an_article_are_in_the_order_of_its_text() {
    use tinh_model::Source;
    let text = "Tháng 12/2022, đoàn công tác của tỉnh Vĩnh Long sẽ sang thăm Nhật Bản. Đến ngày \
        20/12/2022, tỉnh Vĩnh Long có 55 dự án FDI.";
    let article = tinh_pages::tinh_articles::Article::new(text);
    let article = article.published("2022-12-22".parse().unwrap());
    let drafts = article.draft().unwrap();
    assert_eq!(
        (drafts.events.len(), drafts.drafts.len()),
        (1, 1),
        "{drafts:?}"
    );
    let source = Source::new("bai", "Vĩnh Long");
    let review = Review::new("r").drafts(text, &source, &drafts, Language::Vietnamese);
    let [event, figure] = review.articles[0].drafts.as_slice() else {
        panic!("two drafts");
    };
    assert_eq!(event.heading, "Đoàn ra (dự kiến): Vĩnh Long, Nhật Bản");
    assert_eq!(event.claim["direction"], "outbound");
    // Every kind but its own, done and planned.
    assert_eq!(event.fields[0].choices.len(), 17);
    let done = &event.fields[0].choices[0];
    assert_eq!(
        (done.shown.as_str(), &done.set["state"]),
        ("Đoàn ra", &json!("done"))
    );
    assert_eq!(figure.heading, "55 dự án");
    assert_eq!(figure.claim["place"], "vinh-long");
    // What is saved once accepted is read by the model.
    for draft in [event, figure] {
        let mut line = draft.claim.clone();
        line.extend(draft.on_accept.clone());
        let claim: tinh_model::Claim = serde_json::from_value(line.into()).unwrap();
        assert_eq!(claim.review(), Some(tinh_model::claim::Review::Accepted));
    }
    well_formed::check(&review.html(Language::Vietnamese).unwrap());
}
