//! The pages in a browser: everything a reader does by mouse and by keyboard.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use browser_tests::{Browser, answer_page, charts, drafted_review, in_browser, review};
use serde_json::json;
use tinh_model::Dataset;
use tinh_model::claim::Review;
use tinh_pages::{Language, Page};
use tinh_totals::{Key, Totals};

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";

/// What the library makes of a saved file.
#[track_caller]
fn dataset(file: &Path) -> Dataset {
    let mut data = Dataset::new();
    let file = File::open(file).unwrap();
    data.read_jsonl(BufReader::new(file), "accepted.jsonl")
        .unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

fn page() -> String {
    review().html(Language::Vietnamese).unwrap()
}

async fn counts(browser: &Browser) -> String {
    browser.text("#count").await
}

#[test]
fn drafts_are_accepted_rejected_and_saved_by_mouse() {
    in_browser("mouse", async |browser| {
        browser.open(&page()).await;
        assert_eq!(counts(&browser).await, "0 đã nhận, 0 đã bỏ, 4 chưa xét");
        assert_eq!(
            browser.js("document.getElementById('save').disabled").await,
            true
        );
        browser.click("#d1 .accept").await;
        browser.click("#d2 .reject").await;
        assert_eq!(counts(&browser).await, "1 đã nhận, 1 đã bỏ, 2 chưa xét");
        browser.click("#save").await;
        let data = dataset(&browser.saved("one.jsonl").await);
        assert_eq!(data.claims().len(), 1);
        let claim = data.claim("bai-2").unwrap();
        assert_eq!(claim.place().name(), "Hải Phòng");
        // The draft it is part of was not accepted: the relation leads nowhere.
        assert!(claim.relations().is_empty());
        // With it, the relation stays.
        browser.click("#d0 .accept").await;
        browser.click("#save").await;
        let data = dataset(&browser.saved("two.jsonl").await);
        assert_eq!(data.claim("bai-2").unwrap().relations().len(), 1);
        browser.click("#d1 .undo").await;
        assert_eq!(counts(&browser).await, "1 đã nhận, 1 đã bỏ, 2 chưa xét");
        browser
    });
}

#[test]
fn corrections_are_saved_and_survive_a_reload() {
    in_browser("correct", async |browser| {
        browser.open(&page()).await;
        browser
            .choose("#d2 [data-field='0'] select", "Hải Dương")
            .await;
        browser.click("#d2 .accept").await;
        // From the list that all drafts share.
        browser
            .choose("#d0 [data-field='0'] select", "Vĩnh Long")
            .await;
        browser.click("#d0 .accept").await;
        browser.click("#d1 .reject").await;
        browser.reload().await;
        assert_eq!(counts(&browser).await, "2 đã nhận, 1 đã bỏ, 1 chưa xét");
        for (field, shown) in [("#d2", "Hải Dương"), ("#d0", "Vĩnh Long")] {
            let chosen =
                format!("document.querySelector(\"{field} select\").selectedOptions[0].text");
            assert_eq!(browser.js(&chosen).await, shown);
        }
        browser.click("#save").await;
        let data = dataset(&browser.saved("corrected.jsonl").await);
        assert_eq!(data.claim("bai-3").unwrap().place().id(), "hai-duong");
        assert_eq!(data.claim("bai-1").unwrap().place().id(), "vinh-long");
        browser.click("#forget").await;
        browser.say_yes().await;
        assert_eq!(counts(&browser).await, "0 đã nhận, 0 đã bỏ, 4 chưa xét");
        browser.reload().await;
        assert_eq!(counts(&browser).await, "0 đã nhận, 0 đã bỏ, 4 chưa xét");
        browser
    });
}

#[test]
fn a_saved_file_is_taken_up_again_elsewhere() {
    in_browser("load", async |browser| {
        browser.open(&page()).await;
        browser
            .choose("#d0 [data-field='0'] select", "Vĩnh Long")
            .await;
        browser.click("#d0 .accept").await;
        browser.click("#d1 .accept").await;
        browser.click("#save").await;
        let saved = browser.saved("elsewhere.jsonl").await;
        // Another browser remembers nothing.
        browser.js("localStorage.clear()").await;
        browser.reload().await;
        assert_eq!(counts(&browser).await, "0 đã nhận, 0 đã bỏ, 4 chưa xét");
        browser.give_file("#load", &saved).await;
        browser
            .until("document.getElementById('said').textContent !== ''")
            .await;
        assert_eq!(
            browser.text("#said").await,
            "Đã nhận lại 2 bản nháp từ tệp."
        );
        assert_eq!(counts(&browser).await, "2 đã nhận, 0 đã bỏ, 2 chưa xét");
        let chosen = "document.querySelector('#d0 select').selectedOptions[0].text";
        assert_eq!(browser.js(chosen).await, "Vĩnh Long");
        let kept = "document.querySelector('#d1 select').selectedOptions[0].text";
        assert_eq!(browser.js(kept).await, "Hải Phòng");
        browser.click("#save").await;
        let again = browser.saved("again.jsonl").await;
        let read = |file| std::fs::read_to_string(file).unwrap();
        assert_eq!(read(saved), read(again));
        browser
    });
}

#[test]
fn everything_is_done_by_keyboard() {
    in_browser("keys", async |browser| {
        browser.open(&page()).await;
        let focus = "document.activeElement.closest('.draft')?.id";
        browser.type_keys("j").await;
        assert_eq!(browser.js(focus).await, "d0");
        browser.type_keys("a").await;
        assert_eq!(browser.js(focus).await, "d1", "on to the next");
        browser.type_keys("r").await;
        assert_eq!(counts(&browser).await, "1 đã nhận, 1 đã bỏ, 2 chưa xét");
        // Correct the first field, and come back.
        browser.type_keys("c").await;
        assert_eq!(browser.js("document.activeElement.id").await, "f2-0");
        browser.type_keys(DOWN).await;
        browser.type_keys(ESCAPE).await;
        assert_eq!(browser.js("document.activeElement.id").await, "d2");
        browser.type_keys("a").await;
        // What nobody knows cannot be accepted before it is chosen.
        assert_eq!(browser.js(focus).await, "d3");
        browser.type_keys("a").await;
        assert_eq!(
            browser.text("#said").await,
            "Chưa nhận được: hãy chọn Chỉ tiêu trước."
        );
        assert_eq!(browser.js("document.activeElement.id").await, "f3-1");
        browser.type_keys(DOWN).await;
        browser.type_keys(ESCAPE).await;
        browser.type_keys("a").await;
        assert_eq!(counts(&browser).await, "3 đã nhận, 1 đã bỏ, 0 chưa xét");
        browser.type_keys("kk").await;
        assert_eq!(browser.js(focus).await, "d1");
        browser.type_keys("u").await;
        assert_eq!(counts(&browser).await, "3 đã nhận, 0 đã bỏ, 1 chưa xét");
        browser.type_keys("s").await;
        let data = dataset(&browser.saved("keys.jsonl").await);
        assert_eq!(data.claim("bai-3").unwrap().place().id(), "hai-duong");
        assert!(data.claim("bai-4").is_some());
        browser
    });
}

#[test]
fn pointing_lights_the_evidence() {
    in_browser("light", async |browser| {
        browser.open(&page()).await;
        let lit = "[...document.querySelectorAll('.lit')].map(one => one.textContent).join('')";
        browser.point_at("#d1 [data-field='2'] label").await;
        assert_eq!(browser.js(lit).await, "20/12/2022");
        browser.point_at("#d1 [data-field='1'] label").await;
        assert_eq!(browser.js(lit).await, "tổng vốn đăng ký");
        // The whole draft: all it rests on.
        browser.point_at("#d0 h3").await;
        assert_eq!(browser.js(lit).await, "20/12/2022Hải Phòng982 dự án FDI");
        // By keyboard as well.
        browser.type_keys("j").await;
        browser.type_keys("3").await;
        browser.type_keys("j").await;
        browser
            .js("document.querySelector('#d1 [data-field=\"0\"] select').focus()")
            .await;
        assert_eq!(browser.js(lit).await, "Hải Phòng");
        // And from the text to the draft.
        let piece = "[...document.querySelectorAll('.text span')].find(one => one.textContent === '507 dự án').click()";
        browser.js(piece).await;
        assert_eq!(browser.js("document.activeElement.id").await, "d2");
        browser
    });
}

#[test]
fn the_text_of_an_article_is_text_and_nothing_is_loaded() {
    in_browser("safe", async |browser| {
        browser.open(&page()).await;
        assert_eq!(
            browser
                .js("document.querySelectorAll('script').length")
                .await,
            2
        );
        let shown = browser.text(".text").await;
        assert!(shown.contains("<script>alert(1)</script>"), "{shown}");
        assert_eq!(
            browser
                .js("performance.getEntriesByType('resource').length")
                .await,
            0
        );
        // Decided ones can be hidden.
        browser.click("#d0 .accept").await;
        browser.click("#only").await;
        assert_eq!(
            browser
                .js("document.getElementById('d0').offsetParent === null")
                .await,
            true
        );
        browser
    });
}

#[test]
fn from_an_article_to_a_total_that_unfolds_to_its_sentence() {
    in_browser("article", async |browser| {
        let html = drafted_review().html(Language::Vietnamese).unwrap();
        browser.open(&html).await;
        assert_eq!(counts(&browser).await, "0 đã nhận, 0 đã bỏ, 2 chưa xét");
        browser.type_keys("jaas").await;
        let data = dataset(&browser.saved("dataset.jsonl").await);
        let claims = data.claims().iter();
        assert!(
            claims
                .clone()
                .all(|claim| claim.review() == Some(Review::Accepted))
        );
        let question = Totals::of(&data).measure("fdi.registered".parse().unwrap());
        let answer = question.by(Key::Province).compute().unwrap();
        browser
            .open(&Page::new(Language::Vietnamese).answer(&answer).html())
            .await;
        browser.click(".rows details > summary").await;
        let unfolded = browser.text(".rows details[open]").await;
        let sentence = "Tính đến ngày 20/12/2022, tỉnh Bắc Ninh có 1.900 dự án FDI với tổng vốn \
            đăng ký 23,5 tỷ USD.";
        assert!(unfolded.contains(sentence), "{unfolded}");
        browser
    });
}

#[test]
fn the_review_fits_any_width() {
    in_browser("widths", async |browser| {
        for language in [Language::Vietnamese, Language::English] {
            browser.open(&review().html(language).unwrap()).await;
            for width in [400, 900, 1400] {
                browser.resize(width, 900).await;
                let fits = "document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(browser.js(fits).await, true, "{width}");
                browser.point_at("#d1 [data-field='0'] label").await;
                let name = language.choose("vi", "en");
                browser.picture(&format!("review-{name}-{width}.png")).await;
            }
        }
        browser
    });
}

#[test]
fn totals_unfold_by_mouse_and_keyboard() {
    in_browser("answer", async |browser| {
        browser.open(&answer_page(Language::Vietnamese)).await;
        let open = "document.querySelectorAll('details[open]').length";
        assert_eq!(browser.js(open).await, 0);
        browser
            .click(".rows details:nth-of-type(2) > summary")
            .await;
        assert_eq!(browser.js(open).await, 1);
        let unfolded = browser.text(".rows details[open]").await;
        assert!(unfolded.contains("trên 24,5 tỷ USD"), "{unfolded}");
        assert!(unfolded.contains("Vốn <FDI>"), "{unfolded}");
        browser.type_keys(ENTER).await;
        assert_eq!(browser.js(open).await, 0);
        browser.click("#open").await;
        let all = browser
            .js("document.querySelectorAll('details').length")
            .await;
        assert_eq!(browser.js(open).await, all);
        assert_ne!(all, json!(0));
        browser.click("#close").await;
        assert_eq!(browser.js(open).await, 0);
        assert_eq!(
            browser
                .js("performance.getEntriesByType('resource').length")
                .await,
            0
        );
        // Printed, everything is unfolded; afterwards as it was.
        browser.js("dispatchEvent(new Event('beforeprint'))").await;
        assert_eq!(browser.js(open).await, all);
        browser.js("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.js(open).await, 0);
        browser
    });
}

#[test]
fn an_answer_fits_any_width() {
    in_browser("answer-widths", async |browser| {
        for language in [Language::Vietnamese, Language::English] {
            browser.open(&answer_page(language)).await;
            browser.click(".rows details > summary").await;
            for width in [400, 900, 1400] {
                browser.resize(width, 900).await;
                let fits = "document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(browser.js(fits).await, true, "{width}");
                let charts = "[...document.querySelectorAll('figure')].filter(one => one.offsetParent).length";
                assert_eq!(browser.js(charts).await, 1, "{width}");
                let name = language.choose("vi", "en");
                browser.picture(&format!("answer-{name}-{width}.png")).await;
            }
        }
        browser
    });
}

/// The texts of a chart that leave its sheet, and pairs of texts that overlap.
const UNREADABLE: &str = r"(() => {
  const sheet = document.querySelector('svg').getBoundingClientRect();
  const texts = [...document.querySelectorAll('svg text')].map((one) => [one.textContent.trim(), one.getBoundingClientRect()]);
  const bad = texts.filter(([, box]) => box.left < sheet.left || box.right > sheet.right || box.bottom > sheet.bottom)
    .map(([text]) => 'outside: ' + text);
  texts.forEach(([a, one], at) => texts.slice(at + 1).forEach(([b, two]) => {
    const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
    const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
    if (wide > 1 && high > 4) bad.push('overlap: ' + a + ' / ' + b);
  }));
  return bad;
})()";

#[test]
fn the_texts_of_charts_stay_apart_and_inside() {
    in_browser("charts", async |browser| {
        for language in [Language::Vietnamese, Language::English] {
            for width in [400, 900, 1400] {
                browser.resize(width.max(500) + 40, 900).await;
                for (at, svg) in charts(width, language).iter().enumerate() {
                    browser
                        .open(&format!("<!DOCTYPE html><meta charset=utf-8>{svg}"))
                        .await;
                    let name = language.choose("vi", "en");
                    browser
                        .picture(&format!("chart{at}-{name}-{width}.png"))
                        .await;
                    let unreadable = browser.js(UNREADABLE).await;
                    assert_eq!(unreadable, json!([]), "chart {at}, {name}, {width} pixels");
                }
            }
        }
        browser
    });
}
