//! Finding and reading allocate nothing, however many figures there are.

// A text that is not read ends the test.
#![allow(clippy::expect_used)]

use allocation_counter::measure;
use tinh_figures::{Accents, Currency, Money, Parser, Spoken, find_iter};

/// A page with every kind of figure and every kind of number that is none.
const PAGE: &str = "Ngày 17/04/2023, tỉnh có 853 dự án, tổng vốn trên 24,5 tỷ USD, tăng 45,3% so với năm 2022. \
    Gần hai mươi mốt nghìn tỷ đồng, từ 3 đến 5 triệu đô la Singapore, 41 ngàn 480 tỷ đồng, 2tr5, 1.498 tỷ, \
    gấp đôi, gấp 10,2 lần, đứng thứ 8, hàng trăm người, ba phần tư, một tỷ rưỡi, hai ba trăm triệu yên Nhật, \
    NDT 30 triệu, lãi suất USD 0%, 2 đô la 50 xu, âm 5 độ, 20 ha trở lên, 30 ha đến 50 ha, một số đồng chí, \
    0912 345 678, 15-CT/TW, 1.23.4, 99999999999999999999999999999 tỷ, tri\u{323}\u{302}u, 5 ty\u{309} đồng.\n";

#[test]
fn finding_allocates_nothing() {
    for pages in [1, 100] {
        let text = PAGE.repeat(pages);
        for parser in [
            Parser::new(),
            Parser::new().spoken(Spoken::Off),
            Parser::new().accents(Accents::Optional),
        ] {
            let mut found = 0;
            let seen = measure(|| {
                for m in parser.find_iter(&text) {
                    found += 1;
                    // Nor does asking for all a match can say.
                    let figure = m.figure();
                    let parts = (
                        m.as_str(),
                        m.noun(),
                        m.qualifier_text(),
                        m.value(),
                        m.bounds(),
                    );
                    std::hint::black_box((parts, figure.alternative(), figure.money()));
                }
            });
            assert!(found >= 15 * pages, "{found} figures");
            assert_eq!(seen.count_total, 0, "{found} figures, {parser:?}");
        }
    }
}

#[test]
fn reading_allocates_nothing() {
    let texts = [
        "14,65 tỷ USD",
        "41 ngàn 480 tỷ đồng",
        "NDT 5 triệu",
        "mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ",
        "  2tr5 đồng  ",
        "1.000.000.000 đồng chẵn",
    ];
    let form = Parser::new().default_currency(Some(Currency::VND));
    for text in texts {
        let seen = measure(|| {
            for _ in 0..100 {
                let money = Money::parse(text).expect("an amount");
                assert_eq!(Money::parse_with(&form, text), Ok(money));
                assert!(tinh_figures::parse(text).is_ok());
            }
        });
        assert_eq!(seen.count_total, 0, "{text}");
    }
}

/// An error owns what it shows of the text, and the counter counts.
#[test]
fn an_error_allocates() {
    let seen = measure(|| {
        assert!(Money::parse("14,65 tỉ đồ").is_err());
    });
    assert!(seen.count_total > 0);
    let seen = measure(|| {
        let found: Vec<_> = find_iter("5 tỷ đồng").collect();
        assert_eq!(found.len(), 1);
    });
    assert!(seen.count_total > 0);
}
