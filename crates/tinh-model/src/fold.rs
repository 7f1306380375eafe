//! Spellings that mean one name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name without what spellings of it differ in: case, composition, where the
/// tone stands (`hoà`, `hòa`), `y` for `i` (`thuỷ`, `kĩ`), punctuation.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut tones = String::new();
    for c in text.replace('&', " và ").nfd().flat_map(char::to_lowercase) {
        match c {
            // Grave, acute, tilde, hook above, dot below: the tones.
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(c),
            'y' => folded.push('i'),
            _ if c.is_alphanumeric() || is_combining_mark(c) => folded.push(c),
            _ => {
                folded.push_str(&std::mem::take(&mut tones));
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
        }
    }
    folded.push_str(&tones);
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_one_name_are_one_and_of_two_are_two() {
        let same = [
            ("Thủy sản", "thuỷ  sản"),
            ("điều hòa", "điều hoà"),
            ("Nông, lâm", "nông lâm"),
            ("bán buôn & bán lẻ", "Bán buôn và bán lẻ"),
            ("kỹ thuật", "kĩ thuật"),
            ("xây dựng", "xa\u{302}y du\u{31b}\u{323}ng."),
        ];
        for (one, other) in same {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [
            ("lá", "la"),
            ("tinh", "tỉnh"),
            ("nơi", "nôi"),
            ("a b", "ab"),
        ] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }
}
