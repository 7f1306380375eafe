//! The text as it is read: composed letters, blanks for the `_` of segmented
//! text, and the way back to the bytes that were given.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text with composed letters, and where each of its letters was printed.
#[derive(Clone, Debug)]
pub(crate) struct Plain<'t> {
    text: Cow<'t, str>,
    /// Beginnings of letters, read and printed, where the two differ.
    places: Option<Vec<(usize, usize)>>,
    printed_len: usize,
}

impl<'t> Plain<'t> {
    pub(crate) fn of(printed: &'t str) -> Self {
        let (mut text, places) = match is_nfc_quick(printed.chars()) {
            IsNormalized::Yes => (Cow::Borrowed(printed), None),
            _ => composed(printed),
        };
        if is_segmented(&text) {
            text = Cow::Owned(text.replace('_', " "));
        }
        Self {
            text,
            places,
            printed_len: printed.len(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the given text that a range of the read one was printed as.
    pub(crate) fn printed(&self, range: Range<usize>) -> Range<usize> {
        let Some(places) = &self.places else {
            return range;
        };
        let start = places.partition_point(|&(read, _)| read <= range.start);
        let end = places.partition_point(|&(read, _)| read < range.end);
        let start = start.checked_sub(1).and_then(|at| places.get(at));
        let end = places.get(end);
        let start = start.map_or(0, |place| place.1);
        let end = end.map_or(self.printed_len, |place| place.1);
        start..end.max(start)
    }
}

/// Letters and their marks composed, one by one.
fn composed(printed: &str) -> (Cow<'_, str>, Option<Vec<(usize, usize)>>) {
    let mut text = String::with_capacity(printed.len());
    let mut places = Vec::new();
    let mut letters = printed.char_indices().peekable();
    while let Some((start, _)) = letters.next() {
        let mut end = printed.len();
        while let Some(&(at, mark)) = letters.peek() {
            end = at;
            if !is_combining_mark(mark) {
                break;
            }
            letters.next();
            end = printed.len();
        }
        places.push((text.len(), start));
        text.extend(printed.get(start..end).unwrap_or("").nfc());
    }
    (Cow::Owned(text), Some(places))
}

/// Whether `_` joins the syllables of words (`Bắc_Giang`, `tỷ_đồng`): corpora
/// made by word segmenters do that everywhere, other texts in names of files.
fn is_segmented(text: &str) -> bool {
    let joined = text
        .as_bytes()
        .windows(3)
        .filter(|w| matches!(w, [a, b'_', c] if is_letter(*a) && is_letter(*c)))
        .count();
    joined > 0 && joined.saturating_mul(100) >= text.len()
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_lead_back_to_the_printed_bytes() {
        let composed = "tỉnh Hải Dương thu 5 tỷ đồng";
        let printed: String = composed.nfd().collect();
        let plain = Plain::of(&printed);
        assert_eq!(plain.text(), composed);
        let at = composed.find("Hải Dương").unwrap();
        let range = plain.printed(at..at + "Hải Dương".len());
        assert_eq!(printed[range].nfc().collect::<String>(), "Hải Dương");
        assert_eq!(plain.printed(0..composed.len()), 0..printed.len());
    }

    #[test]
    fn segmented_text_is_recognised() {
        assert_eq!(
            Plain::of("Bắc_Giang thu_hút 5 dự_án").text(),
            "Bắc Giang thu hút 5 dự án"
        );
        let named = "tệp so_lieu.xlsx của tỉnh Bắc Giang có số liệu thu hút đầu tư nước ngoài năm 2020 và các năm trước đó nữa";
        assert_eq!(Plain::of(named).text(), named);
    }
}
