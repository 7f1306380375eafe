//! Pages of answers.

use crate::{SOURCE, by_province, data, figure, stocks, well_formed};
use tinh_pages::{Language, Page};
use tinh_totals::{Key, Totals};

#[test]
fn every_total_unfolds_to_its_printed_figures() {
    let data = stocks();
    let html = Page::new(Language::Vietnamese)
        .answer(&by_province(&data))
        .html();
    well_formed::check(&html);
    for wanted in [
        "<html lang=\"vi\">",
        "&gt; 24.500.000.000 USD",
        "trên 24,5 tỷ USD",
        "từ 14 đến 15 tỷ USD",
        "20/12/2022",
        "Bảng FDI, FIA",
        "Cần biết khi đọc",
        "Tổng",
    ] {
        assert!(html.contains(wanted), "{wanted:?}");
    }
    // Ids are for programs.
    assert!(!html.contains("id-a"));
    // Six places and their total, and the caveat that some are bounds.
    assert_eq!(html.matches("<details").count(), 8);
    assert!(html.contains("Chỉ là giới hạn hoặc số ước chừng: 4 số liệu"));
    assert_eq!(html.matches("<h1>").count(), 1);
}

#[test]
fn nothing_is_loaded() {
    let data = stocks();
    let html = Page::new(Language::English)
        .answer(&by_province(&data))
        .html();
    let without_names = html.replace("http://www.w3.org/2000/svg", "");
    for outside in ["http:", "https:", "src=", "@import", "url(", "<link"] {
        assert!(!without_names.contains(outside), "{outside:?}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn what_was_left_out_is_listed_with_its_reason() {
    let lines = [
        SOURCE.to_owned(),
        figure(
            "a",
            r#""place":"Hải Phòng","as_of":"2022","figure":"24,5 tỷ USD""#,
        ),
        figure(
            "b",
            r#""place":"Hải Phòng","as_of":"2022","figure":"hàng trăm triệu USD""#,
        ),
    ];
    let data = data(&lines.each_ref().map(String::as_str));
    let html = Page::new(Language::English)
        .answer(&by_province(&data))
        .html();
    well_formed::check(&html);
    assert!(html.contains("Matched but excluded") && html.contains("hàng trăm triệu USD"));
}

#[test]
fn names_of_others_are_text_and_nothing_else() {
    let attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    let source = serde_json::json!({
        "type": "source", "id": "=cmd|' /C calc'!A0", "title": attack, "publisher": attack,
        "address": "javascript:alert(1)",
    });
    let claim = serde_json::json!({
        "type": "observation", "id": "=1+1\"><script>", "source": "=cmd|' /C calc'!A0",
        "place": "Hải Phòng", "period": "2022", "measure": "fdi.registered", "sector": attack,
        "figure": "2 tỷ USD",
    });
    let lines = [source.to_string(), claim.to_string()];
    let data = data(&lines.each_ref().map(String::as_str));
    let question = Totals::of(&data).measure("fdi.registered".parse().unwrap());
    let answer = question.flows().by(Key::Sector).compute().unwrap();
    let html = Page::new(Language::English)
        .title(attack)
        .text(attack, &[attack.to_owned()])
        .answer(&answer)
        .html();
    well_formed::check(&html);
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img") && !html.contains("href"));
    assert!(html.contains("&lt;img src=x"));
}

#[test]
fn an_answer_without_figures_says_so() {
    let data = data(&[SOURCE]);
    let html = Page::new(Language::Vietnamese)
        .answer(&by_province(&data))
        .html();
    well_formed::check(&html);
    assert!(html.contains("Không có số liệu nào."));
}
