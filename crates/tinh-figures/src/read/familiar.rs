//! Familiar words by their raw bytes: a short cut past folding.
//!
//! Around figures the same few words stand again and again, composed and in
//! lower case: `tỷ`, `USD`, `đồng`, `đạt`, `hơn`. A word of at most eight bytes
//! is one machine word, and a table tells its key and meaning at once. A word
//! that is not in the table is folded as ever: the table decides nothing.

use crate::fold::{self, Key, Syllable};
use crate::lexicon::{self, Word};

/// Words that are in no lexicon but often stand beside figures.
const NEIGHBOURS: &[&str] = &[
    "đạt", "là", "với", "tăng", "giảm", "của", "cho", "các", "có", "được", "trong", "so", "năm",
    "này", "tại", "vốn", "USD", "đồng", "VND", "VNĐ", "EUR", "euro", "yên", "dự", "án", "người",
    "ha", "km", "lượt", "doanh", "quốc", "tổ", "gồm", "thêm", "ước", "cả", "cùng", "theo", "ngày",
    "tháng", "số", "đó", "đã", "sẽ", "về", "thu", "chi", "xuất", "nhập", "tổng", "còn", "chỉ",
    "mỗi", "giá", "trị", "nước", "tỉnh", "đứng", "xếp", "kỳ", "đầu", "cuối", "khi", "tấn", "MW",
    "và", "ở", "một", "hai", "ba", "bốn", "sáu", "tám", "chín", "mười", "mươi",
    // Words that pass the scan's filter and are none of its.
    "chính", "chí", "thể", "thị", "thời", "thực", "thủ", "thống", "thổ", "thứ", "bản", "bảo",
    "bảng", "bố", "bốn", "hành", "hàn", "hạn", "hạ", "hạt", "mất", "khối", "mộc", "tư",
];

const SLOTS: usize = 1024;

#[derive(Clone, Copy)]
struct Entry {
    raw: u64,
    key: Key,
    word: Option<Word>,
    /// Capital, shout, marked.
    flags: [bool; 3],
}

struct Table([Entry; SLOTS]);

static TABLE: Table = Table::build();

/// The bytes of a word as one number, the first byte lowest.
const fn raw(word: &[u8]) -> u64 {
    let mut raw = 0;
    let mut i = word.len();
    while i > 0 {
        i -= 1;
        raw = raw << 8 | word[i] as u64;
    }
    raw
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn slot(raw: u64) -> usize {
    (raw.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

impl Table {
    const fn build() -> Self {
        let mut table = Self(
            [Entry {
                raw: 0,
                key: 0,
                word: None,
                flags: [false; 3],
            }; SLOTS],
        );
        let mut i = 0;
        while i < lexicon::WORDS.len() {
            table.add(lexicon::WORDS[i].0, Some(lexicon::WORDS[i].1));
            i += 1;
        }
        i = 0;
        while i < NEIGHBOURS.len() {
            table.add(NEIGHBOURS[i], None);
            i += 1;
        }
        table
    }

    const fn add(&mut self, word: &str, meaning: Option<Word>) {
        let bytes = word.as_bytes();
        if bytes.len() > 8 {
            return;
        }
        let Some(syllable) = fold::syllable(bytes, 0) else {
            return;
        };
        let raw = raw(bytes);
        let mut at = slot(raw);
        while self.0[at].raw != 0 {
            if self.0[at].raw == raw {
                // A neighbour that is a word of the lexicon: it has its entry.
                return;
            }
            at = (at + 1) % SLOTS;
        }
        self.0[at] = Entry {
            raw,
            key: syllable.key,
            word: meaning,
            flags: [syllable.capital, syllable.shout, syllable.marked],
        };
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The familiar word that begins at `at` and is followed by anything of ASCII
/// that is no letter.
#[inline]
pub(super) fn ahead(bytes: &[u8], at: usize) -> Option<(Syllable, Option<Word>)> {
    let rest = bytes.get(at..)?;
    let x = match rest.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        // The end of the text: the bytes that are not there end the word too.
        None => raw(rest),
    };
    let lower = (x | (ONES * 0x20)) & !HIGH;
    let letter = (lower + ONES * 0x1f) & !(lower + ONES * 0x05);
    let other = !(letter | x) & HIGH;
    if other == 0 {
        return None;
    }
    let bits = other.trailing_zeros() & 0x38;
    known(x & !(u64::MAX << bits), at + (bits / 8) as usize)
}

/// The familiar word that ends at `end` and follows anything of ASCII that is no
/// letter, and where it begins.
#[inline]
pub(super) fn behind(bytes: &[u8], end: usize) -> Option<(usize, Syllable, Option<Word>)> {
    let x = u64::from_le_bytes(*bytes.get(..end)?.last_chunk::<8>()?);
    let lower = (x | (ONES * 0x20)) & !HIGH;
    let letter = (lower + ONES * 0x1f) & !(lower + ONES * 0x05);
    let other = !(letter | x) & HIGH;
    // Every byte a letter: longer than eight bytes, or exactly eight.
    let bits = other.leading_zeros() & 0x78;
    if other == 0 || bits == 0 {
        return None;
    }
    let (syllable, word) = known(x >> (64 - bits), end)?;
    Some((end - (bits / 8) as usize, syllable, word))
}

#[inline]
fn known(raw: u64, end: usize) -> Option<(Syllable, Option<Word>)> {
    if raw == 0 {
        return None;
    }
    let mut at = slot(raw);
    loop {
        let entry = TABLE.0.get(at)?;
        if entry.raw == raw {
            let [capital, shout, marked] = entry.flags;
            return Some((
                Syllable {
                    key: entry.key,
                    end,
                    capital,
                    shout,
                    marked,
                },
                entry.word,
            ));
        }
        if entry.raw == 0 {
            return None;
        }
        at = (at + 1) % SLOTS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_leads_where_the_road_leads() {
        let mut met = 0;
        for word in lexicon::spellings()
            .map(|(s, _)| s)
            .chain(NEIGHBOURS.iter().copied())
        {
            let text = format!("{word} và thêm");
            let folded = fold::syllable(text.as_bytes(), 0).unwrap();
            let before = format!("     và {word}");
            let behind = behind(before.as_bytes(), before.len());
            if let Some((start, _, _)) = behind {
                assert_eq!(start, before.len() - word.len(), "{word}");
            }
            let behind = behind.map(|(start, s, w)| {
                (
                    Syllable {
                        end: s.end - start,
                        ..s
                    },
                    w,
                )
            });
            for found in [ahead(text.as_bytes(), 0), behind].into_iter().flatten() {
                met += 1;
                assert_eq!(
                    (found.0.key, found.0.end),
                    (folded.key, folded.end),
                    "{word}"
                );
                assert_eq!(
                    (found.0.capital, found.0.shout, found.0.marked),
                    (folded.capital, folded.shout, folded.marked),
                    "{word}"
                );
                assert_eq!(found.1, lexicon::word(folded.key), "{word}");
            }
        }
        assert!(met > 200, "{met}");
        assert!(ahead("tỷ\u{301} đồng bạc".as_bytes(), 0).is_none_or(|(s, _)| s.key == 0));
    }
}
