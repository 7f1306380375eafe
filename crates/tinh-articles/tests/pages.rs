//! Articles from web pages: `tests/data/page.html`, made for the tests.

use proptest::prelude::*;
use tinh_articles::{Page, PageError};

const HTML: &str = include_str!("data/page.html");

#[test]
fn a_page_gives_its_article_and_what_it_says_of_it() {
    let page = Page::read(HTML, None).unwrap();
    let lines: Vec<&str> = page.text.lines().collect();
    assert_eq!(
        lines.first(),
        Some(&"Hà Nam tiếp đoàn doanh nghiệp Nhật Bản")
    );
    assert_eq!(lines.last().unwrap().split(' ').next(), Some("Lãnh"));
    for other in ["Trang chủ", "Quảng cáo", "Liên hệ", "999", "color"] {
        assert!(!page.text.contains(other), "{other}: {}", page.text);
    }
    assert_eq!(page.published, "2024-09-12".parse().ok());
    assert_eq!(page.publisher.as_deref(), Some("Báo Mẫu"));
    assert_eq!(page.address.as_deref(), Some("https://bao.example/ha-nam"));
    let source = page.article().source("page");
    assert_eq!(source.title, "Hà Nam tiếp đoàn doanh nghiệp Nhật Bản");
    assert_eq!(source.publisher, page.publisher);
    assert_eq!(source.address, page.address);
    assert_eq!(source.published, page.published);
}

#[test]
fn drafts_rest_on_bytes_of_the_text() {
    let page = Page::read(HTML, None).unwrap();
    let found = page.article().draft().unwrap();
    let printed: Vec<&str> = found
        .drafts
        .iter()
        .map(|d| &page.text[d.span.start..d.span.end])
        .collect();
    assert_eq!(printed, ["366", "5,1 tỷ USD", "98"]);
    // The year of the page is that of the events.
    let events: Vec<String> = found
        .events
        .iter()
        .filter_map(|e| Some(e.date?.to_string()))
        .collect();
    assert!(events.contains(&"2024-09-12".to_owned()), "{events:?}");
}

#[test]
fn the_address_a_caller_gives_counts() {
    let page = Page::read(HTML, Some("https://other.example/ha-nam?p=1")).unwrap();
    assert_eq!(
        page.address.as_deref(),
        Some("https://other.example/ha-nam?p=1")
    );
}

#[test]
fn a_page_without_an_article_says_so() {
    for html in ["", "<html></html>", "<p></p>", "<script>1</script>"] {
        let error = Page::read(html, None).unwrap_err();
        assert_eq!(error, PageError::NoArticle, "{html}");
        assert_eq!(
            error.to_string(),
            "expected the page of an article, found no text of one"
        );
    }
    let error = Page::read(HTML, Some("ha-nam.html")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected the address of a page, found \"ha-nam.html\""
    );
    let many = "<b></b>".repeat(100_001);
    let error = Page::read(&many, None).unwrap_err();
    assert!(
        matches!(
            error,
            PageError::TooLarge {
                expected: 100_000,
                ..
            }
        ),
        "{error}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_page_panics(html in "(<[a-z]{1,4}( [a-z]{1,4}=\"[^<>]{0,6}\")?>|</[a-z]{1,4}>|[^<]{0,12}){0,24}") {
        if let Ok(page) = Page::read(&html, None) {
            let _ = page.article().draft();
        }
    }
}
