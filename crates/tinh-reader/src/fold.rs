//! Words compared without accents, case or spacing.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Lower case without accents, `đ` as `d`, one space between words.
///
/// Headers are compared this way: line breaks, double spaces, composed or
/// decomposed letters and `LŨY KẾ` against `Luỹ kế` make no difference.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii_graphic() {
            if std::mem::take(&mut gap) && !folded.is_empty() {
                folded.push(' ');
            }
            folded.push(c.to_ascii_lowercase());
        } else if let Some(letter) = vietnamese(c) {
            push(letter, &mut folded, &mut gap);
        } else {
            // Marks are dropped, so their order is nothing to decide.
            decompose_canonical(c, |c| push(c, &mut folded, &mut gap));
        }
    }
    folded
}

/// The folded letters of the two blocks that hold all of Vietnamese, worked out
/// once: headers and names are little else.
static LETTERS: LazyLock<[Vec<Option<char>>; 2]> = LazyLock::new(|| {
    let folded = |c: char| {
        let mut letters = Vec::new();
        decompose_canonical(c, |c| {
            if !is_combining_mark(c) {
                letters.extend(c.to_lowercase());
            }
        });
        match letters.as_slice() {
            [letter] => Some(*letter),
            _ => None,
        }
    };
    BLOCKS.map(|(first, last)| (first..=last).map(folded).collect())
});

const BLOCKS: [(char, char); 2] = [('\u{c0}', '\u{1b0}'), ('\u{1ea0}', '\u{1ef9}')];

/// The folded letter of a letter of Vietnamese.
fn vietnamese(c: char) -> Option<char> {
    let block = BLOCKS
        .iter()
        .position(|(first, last)| (*first..=*last).contains(&c))?;
    let (first, _) = BLOCKS.get(block)?;
    let at = u32::from(c).checked_sub(u32::from(*first))?;
    *LETTERS.get(block)?.get(usize::try_from(at).ok()?)?
}

fn push(c: char, folded: &mut String, gap: &mut bool) {
    if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' {
        *gap = true;
    } else if !is_combining_mark(c) {
        if *gap && !folded.is_empty() {
            folded.push(' ');
        }
        *gap = false;
        folded.extend(c.to_lowercase().map(|c| match c {
            'đ' => 'd',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        }));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use unicode_normalization::UnicodeNormalization;

    use super::*;

    proptest! {
        /// Whatever is decomposed by the book, with all its marks in order.
        #[test]
        fn letters_fold_as_whole_texts_do(text in "\\PC*") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            let composed: String = text.nfc().collect();
            prop_assert_eq!(fold(&text), fold(&composed));
        }
    }

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
