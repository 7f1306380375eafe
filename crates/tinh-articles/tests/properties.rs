//! What holds for every text.

use proptest::prelude::*;
use tinh_articles::{Article, Drafts, Span};
use unicode_normalization::UnicodeNormalization;

use crate::sentences::drafts;

/// Every span of some drafts.
fn spans(drafts: &Drafts) -> Vec<Span> {
    let mut spans: Vec<Span> = drafts.marks.iter().map(|m| m.span).collect();
    spans.extend(drafts.unattached.iter().map(|u| u.span));
    spans.extend(drafts.events.iter().map(|e| e.span));
    for draft in &drafts.drafts {
        spans.push(draft.span);
        spans.extend(&draft.subject.evidence);
        spans.extend(&draft.measure.evidence);
        spans.extend(&draft.time.evidence);
        spans.extend(&draft.status.evidence);
        for comparison in &draft.comparisons {
            spans.push(comparison.span);
            spans.extend(&comparison.evidence);
        }
    }
    spans
}

fn check_spans(text: &str, drafts: &Drafts) {
    for Span { start, end } in spans(drafts) {
        assert!(
            start <= end && text.get(start..end).is_some(),
            "{start}..{end} of {text:?}"
        );
    }
}

/// Pieces that articles are made of, in any order.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Năm 2020, ",
        "tính đến ngày 20/9, ",
        "tỉnh Hải Dương ",
        "cả nước ",
        "Khu công nghiệp Yên Phong ",
        "thu hút ",
        "150 dự án FDI ",
        "với tổng vốn đăng ký ",
        "1,2 tỷ USD",
        ", tăng 12% so với cùng kỳ",
        "; ",
        ". ",
        "\n",
        "\n\n- ",
        "trong đó ",
        "xuất khẩu đạt ",
        "500 tỷ đồng",
        " (",
        ") ",
        "ước ",
        "mục tiêu ",
        "lần lượt ",
        "5/6 khu công nghiệp ",
        "dự án nhà máy ",
        "hơn 300 đại biểu ",
        "“",
        "”",
        "từ năm ",
        "đến ",
        "2019 ",
        "9 tháng đầu năm ",
        "và ",
        "ngày 3/7, ",
        "tại Hà Nội ",
        "đoàn công tác ",
        "do Chủ tịch UBND tỉnh dẫn đầu ",
        "đã ký kết biên bản ghi nhớ với ",
        "thăm và làm việc tại ",
        "tiếp Đại sứ Nhật Bản ",
        "Tập đoàn Sumitomo ",
        "thành phố Suwon (Hàn Quốc) ",
        "tổ chức hội nghị xúc tiến đầu tư ",
        "hai bên ",
        "sẽ sang Lào ",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn evidence_lies_inside_the_text(pieces in prop::collection::vec(piece(), 1..40)) {
        let text = pieces.concat();
        if let Ok(drafts) = Article::new(&text).draft() {
            check_spans(&text, &drafts);
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        if let Ok(drafts) = Article::new(&text).draft() {
            check_spans(&text, &drafts);
        }
    }

    #[test]
    fn composed_and_decomposed_letters_give_the_same_drafts(pieces in prop::collection::vec(piece(), 1..30)) {
        let text = pieces.concat();
        let apart: String = text.nfd().collect();
        if let (Ok(composed), Ok(decomposed)) = (Article::new(&text).draft(), Article::new(&apart).draft()) {
            check_spans(&apart, &decomposed);
            let said = |drafts: &Drafts| -> Vec<_> {
                drafts.drafts.iter().map(|d| {
                    let fields = (d.subject.value.clone(), d.measure.value.clone(), d.time.value, d.status.value);
                    (d.figure.clone(), fields, d.comparisons.len())
                }).collect()
            };
            prop_assert_eq!(said(&composed), said(&decomposed));
            let told = |drafts: &Drafts| -> Vec<_> {
                drafts.events.iter().map(|e| (e.kind, e.parties.len(), e.date, e.state, e.same_as)).collect()
            };
            prop_assert_eq!(told(&composed), told(&decomposed));
            for (a, b) in composed.drafts.iter().zip(&decomposed.drafts) {
                let printed = |text: &str, span: Span| text.get(span.start..span.end).unwrap_or("").nfc().collect::<String>();
                prop_assert_eq!(printed(&text, a.span), printed(&apart, b.span));
            }
        }
    }

    #[test]
    fn a_paragraph_without_figures_changes_nothing(pieces in prop::collection::vec(piece(), 1..30)) {
        let text = pieces.concat();
        let longer = format!("{text}\n\nLãnh đạo địa phương cảm ơn các nhà tài trợ và mong muốn tiếp tục hợp tác.");
        if let (Ok(before), Ok(after)) = (Article::new(&text).draft(), Article::new(&longer).draft()) {
            prop_assert_eq!(before.drafts, after.drafts);
            prop_assert_eq!(before.unattached, after.unattached);
        }
    }
}

#[test]
fn segmented_text_reads_as_plain_text_does() {
    let plain = "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI với tổng vốn đăng ký 1,2 tỷ USD.";
    let segmented = plain
        .replace("Bắc Ninh", "Bắc_Ninh")
        .replace("dự án", "dự_án")
        .replace("đăng ký", "đăng_ký");
    let (a, b) = (drafts(plain, ""), drafts(&segmented, ""));
    assert_eq!(
        a.drafts.iter().map(|d| &d.measure).collect::<Vec<_>>(),
        b.drafts.iter().map(|d| &d.measure).collect::<Vec<_>>()
    );
}

#[test]
fn the_data_survives_json() {
    let found = drafts(
        "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI, tăng 12% so với năm 2018.",
        "2020-01",
    );
    let written = serde_json::to_string(&found).unwrap();
    let mut read: Drafts = serde_json::from_str(&written).unwrap();
    for (draft, original) in read.drafts.iter_mut().zip(&found.drafts) {
        draft.figure.currency = original.figure.currency;
    }
    assert_eq!(read, found);
}

#[test]
fn what_is_no_article_says_so() {
    let error = |text: &str| Article::new(text).draft().unwrap_err().to_string();
    assert_eq!(
        error(" \n\t"),
        "expected the text of an article, found nothing"
    );
    assert_eq!(
        error("PK\u{3}\u{4}"),
        "expected the text of an article, found the byte 0x03 at byte 2"
    );
    let english = "The province attracted 150 foreign projects with registered capital of 1.2 billion dollars. ".repeat(4);
    assert!(
        error(&english)
            .starts_with("expected a Vietnamese article, found 0 Vietnamese letters among ")
    );
}
