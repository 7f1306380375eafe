//! Words compared without accents, case or spacing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, `đ` as `d`, one space between words.
///
/// Headers are compared this way: line breaks, double spaces, composed or
/// decomposed letters and `LŨY KẾ` against `Luỹ kế` make no difference.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfd().flat_map(char::to_lowercase) {
        if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' {
            gap = true;
        } else if !is_combining_mark(c) {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(match c {
                'đ' => 'd',
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                other => other,
            });
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn headers_fold_alike() {
        for text in [
            "Vốn đăng ký điều chỉnh\n(triệu USD)",
            " VỐN  ĐĂNG KÝ ĐIỀU CHỈNH (triệu USD) ",
            "Vô\u{301}n đăng ky\u{301} điều chỉnh\u{a0}(triệu USD)",
        ] {
            assert_eq!(fold(text), "von dang ky dieu chinh (trieu usd)");
        }
        assert_eq!(fold("Luỹ kế"), fold("LŨY KẾ"));
        assert_eq!(fold(""), "");
    }
}
