//! The closed class of words the grammar knows: numerals, scales, qualifiers,
//! connectives. Currencies and unit nouns have tables of their own.

use crate::fold::{self, Key};

/// What one word can be in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// `không` … `chín` in the forms that stand anywhere.
    Digit(u8),
    /// `mười`.
    Ten,
    /// `mươi`.
    Tens,
    /// `mốt`: 1 after a ten.
    One1,
    /// `tư`: 4 after a ten or a hundred, or in `một phần tư`, `thứ tư`.
    Four4,
    /// `lăm`, `nhăm`: 5 after a ten.
    Five5,
    /// `hăm`: 20.
    Twenty,
    /// `linh`, `lẻ`: no tens.
    Zero0,
    /// `trăm`.
    Hundred,
    /// `chục`.
    Dozen,
    /// `nghìn`, `vạn`, `triệu`, `tỷ`: a power of ten above the hundred.
    Scale(u8),
    /// `k`, `tr`: shorthand scales, glued to digits.
    Short(u8),
    /// `phẩy`, `chấm`.
    Point,
    /// `rưỡi`.
    Half,
    /// `nửa`.
    HalfOf,
    /// `âm`, `trừ`.
    Minus,
    /// `hàng`.
    Order,
    /// `vài`, `mấy`, `dăm`.
    Few,
    /// `phần`.
    Part,
    /// `điểm`.
    PointUnit,
    /// `lần`.
    Times,
    /// `gấp`.
    Fold,
    /// `đôi`.
    Double,
    /// `thứ`.
    Th,
    /// `hạng`.
    Rank,
    /// `nhất`.
    First,
    /// `nhì`.
    Second,
    /// `đến`, `tới`.
    To,
    /// `từ`.
    From,
    /// `khoảng`, `chừng`, `cỡ`, `tầm`, `độ`.
    About,
    /// `xấp`, as in `xấp xỉ`.
    Near,
    /// `xỉ`.
    Near2,
    /// `hơn`.
    More,
    /// `trên`.
    Above,
    /// `vượt`.
    Exceed,
    /// `quá`.
    Over,
    /// `mức`, `mốc`, `ngưỡng`: `vượt mốc 5 tỷ`.
    Mark,
    /// `gần`, `ngót`.
    Almost,
    /// `nghét`, as in `ngót nghét`.
    Almost2,
    /// `dưới`.
    Below,
    /// `chưa`.
    NotYet,
    /// `đầy`.
    Full,
    /// `ít`.
    Little,
    /// `tối`, as in `tối thiểu`, `tối đa`.
    Most,
    /// `thiểu`.
    Least2,
    /// `đa`.
    Most2,
    /// `nhiều`.
    Many,
    /// `cao`, `lớn`.
    High,
    /// `thấp`, `nhỏ`, `kém`.
    Low,
    /// Adjectives of a comparison: `nhanh hơn 5%` is no lower bound.
    Compared,
    /// `trở`.
    Turn,
    /// `lên`.
    Up,
    /// `xuống`.
    Down,
    /// `và`.
    And,
}

use Word::{
    About, Above, Almost, Almost2, And, Below, Compared, Digit, Double, Down, Dozen, Exceed, Few,
    First, Five5, Fold, Four4, From, Full, Half, HalfOf, High, Hundred, Least2, Little, Low, Many,
    Mark, Minus, More, Most, Most2, Near, Near2, NotYet, One1, Order, Over, Part, Point, PointUnit,
    Rank, Scale, Second, Short, Ten, Tens, Th, Times, To, Turn, Twenty, Up, Zero0,
};

/// The words. A spelling stands once; tone placement, case and composition are
/// the fold's affair.
pub(crate) const WORDS: &[(&str, Word)] = &[
    ("không", Digit(0)),
    ("một", Digit(1)),
    ("hai", Digit(2)),
    ("ba", Digit(3)),
    ("bốn", Digit(4)),
    ("năm", Digit(5)),
    ("sáu", Digit(6)),
    ("bảy", Digit(7)),
    ("bẩy", Digit(7)),
    ("tám", Digit(8)),
    ("chín", Digit(9)),
    ("mười", Ten),
    ("mươi", Tens),
    ("mốt", One1),
    ("tư", Four4),
    ("lăm", Five5),
    ("nhăm", Five5),
    ("hăm", Twenty),
    ("linh", Zero0),
    ("lẻ", Zero0),
    ("trăm", Hundred),
    ("chục", Dozen),
    ("nghìn", Scale(3)),
    ("ngàn", Scale(3)),
    ("vạn", Scale(4)),
    ("triệu", Scale(6)),
    ("tỷ", Scale(9)),
    ("tỉ", Scale(9)),
    ("k", Short(3)),
    ("tr", Short(6)),
    ("phẩy", Point),
    ("phảy", Point),
    ("chấm", Point),
    ("rưỡi", Half),
    ("rưởi", Half),
    ("nửa", HalfOf),
    ("âm", Minus),
    ("trừ", Minus),
    ("hàng", Order),
    ("vài", Few),
    ("mấy", Few),
    ("dăm", Few),
    ("phần", Part),
    ("điểm", PointUnit),
    ("lần", Times),
    ("gấp", Fold),
    ("đôi", Double),
    ("thứ", Th),
    ("hạng", Rank),
    ("nhất", First),
    ("nhì", Second),
    ("đến", To),
    ("tới", To),
    ("từ", From),
    ("khoảng", About),
    ("chừng", About),
    ("cỡ", About),
    ("tầm", About),
    ("độ", About),
    ("xấp", Near),
    ("xỉ", Near2),
    ("hơn", More),
    ("trên", Above),
    ("vượt", Exceed),
    ("quá", Over),
    ("mức", Mark),
    ("mốc", Mark),
    ("ngưỡng", Mark),
    ("gần", Almost),
    ("ngót", Almost),
    ("nghét", Almost2),
    ("dưới", Below),
    ("chưa", NotYet),
    ("đầy", Full),
    ("ít", Little),
    ("tối", Most),
    ("thiểu", Least2),
    ("đa", Most2),
    ("nhiều", Many),
    ("cao", High),
    ("lớn", High),
    ("thấp", Low),
    ("nhỏ", Low),
    ("kém", Low),
    ("nhanh", Compared),
    ("chậm", Compared),
    ("dài", Compared),
    ("ngắn", Compared),
    ("sớm", Compared),
    ("muộn", Compared),
    ("mạnh", Compared),
    ("yếu", Compared),
    ("rẻ", Compared),
    ("đắt", Compared),
    ("tốt", Compared),
    ("nặng", Compared),
    ("nhẹ", Compared),
    ("rộng", Compared),
    ("xa", Compared),
    ("trở", Turn),
    ("lên", Up),
    ("xuống", Down),
    ("và", And),
];

/// Words that are dropped from the unaccented lexicon because a commoner word
/// looks the same there: `từ` beats `tư` (which `four_after` restores where a
/// ten precedes), `năm` keeps its place.
const UNACCENTED_LOSERS: &[&str] = &[
    "tư", "bẩy", "phảy", "rưởi", "tỉ", "mươi", "mốt", "đầy", "độ", "cỡ", "cao", "và",
];

/// The first four bytes of every way to type a word a figure may begin with:
/// three letter cases, composed, decomposed (both orders of the marks), and
/// with the tone alone apart, as Windows-1258 has it. `ba` and `hai` are shorter.
///
/// The unit test of the scan proves the list complete.
pub(crate) const STARTS: &[[u8; 4]] = &[
    [0x42, 0x41, 0xcc, 0x82],
    [0x42, 0x41, 0xcc, 0x89],
    [0x42, 0x4f, 0xcc, 0x81],
    [0x42, 0x4f, 0xcc, 0x82],
    [0x42, 0x61, 0xcc, 0x82],
    [0x42, 0x61, 0xcc, 0x89],
    [0x42, 0x6f, 0xcc, 0x81],
    [0x42, 0x6f, 0xcc, 0x82],
    [0x42, 0xc3, 0x82, 0xcc],
    [0x42, 0xc3, 0x94, 0xcc],
    [0x42, 0xc3, 0xa2, 0xcc],
    [0x42, 0xc3, 0xb4, 0xcc],
    [0x42, 0xe1, 0xba, 0xa2],
    [0x42, 0xe1, 0xba, 0xa3],
    [0x42, 0xe1, 0xba, 0xa8],
    [0x42, 0xe1, 0xba, 0xa9],
    [0x42, 0xe1, 0xbb, 0x90],
    [0x42, 0xe1, 0xbb, 0x91],
    [0x43, 0x48, 0x49, 0xcc],
    [0x43, 0x48, 0xc3, 0x8d],
    [0x43, 0x68, 0x69, 0xcc],
    [0x43, 0x68, 0xc3, 0xad],
    [0x44, 0x41, 0xcc, 0x86],
    [0x44, 0x61, 0xcc, 0x86],
    [0x44, 0xc4, 0x82, 0x4d],
    [0x44, 0xc4, 0x83, 0x6d],
    [0x47, 0x41, 0xcc, 0x81],
    [0x47, 0x41, 0xcc, 0x82],
    [0x47, 0x61, 0xcc, 0x81],
    [0x47, 0x61, 0xcc, 0x82],
    [0x47, 0xc3, 0x82, 0xcc],
    [0x47, 0xc3, 0xa2, 0xcc],
    [0x47, 0xe1, 0xba, 0xa4],
    [0x47, 0xe1, 0xba, 0xa5],
    [0x48, 0x41, 0xcc, 0x80],
    [0x48, 0x41, 0xcc, 0x86],
    [0x48, 0x41, 0xcc, 0xa3],
    [0x48, 0x61, 0xcc, 0x80],
    [0x48, 0x61, 0xcc, 0x86],
    [0x48, 0x61, 0xcc, 0xa3],
    [0x48, 0xc3, 0x80, 0x4e],
    [0x48, 0xc3, 0xa0, 0x6e],
    [0x48, 0xc4, 0x82, 0x4d],
    [0x48, 0xc4, 0x83, 0x6d],
    [0x48, 0xe1, 0xba, 0xa0],
    [0x48, 0xe1, 0xba, 0xa1],
    [0x4b, 0x48, 0x4f, 0xcc],
    [0x4b, 0x48, 0xc3, 0x94],
    [0x4b, 0x68, 0x6f, 0xcc],
    [0x4b, 0x68, 0xc3, 0xb4],
    [0x4d, 0x41, 0xcc, 0x81],
    [0x4d, 0x41, 0xcc, 0x82],
    [0x4d, 0x4f, 0xcc, 0x82],
    [0x4d, 0x4f, 0xcc, 0xa3],
    [0x4d, 0x55, 0xcc, 0x9b],
    [0x4d, 0x61, 0xcc, 0x81],
    [0x4d, 0x61, 0xcc, 0x82],
    [0x4d, 0x6f, 0xcc, 0x82],
    [0x4d, 0x6f, 0xcc, 0xa3],
    [0x4d, 0x75, 0xcc, 0x9b],
    [0x4d, 0xc3, 0x82, 0xcc],
    [0x4d, 0xc3, 0x94, 0xcc],
    [0x4d, 0xc3, 0xa2, 0xcc],
    [0x4d, 0xc3, 0xb4, 0xcc],
    [0x4d, 0xc6, 0xaf, 0xc6],
    [0x4d, 0xc6, 0xaf, 0xe1],
    [0x4d, 0xc6, 0xb0, 0xc6],
    [0x4d, 0xc6, 0xb0, 0xe1],
    [0x4d, 0xe1, 0xba, 0xa4],
    [0x4d, 0xe1, 0xba, 0xa5],
    [0x4d, 0xe1, 0xbb, 0x98],
    [0x4d, 0xe1, 0xbb, 0x99],
    [0x4e, 0x41, 0xcc, 0x86],
    [0x4e, 0x55, 0xcc, 0x89],
    [0x4e, 0x55, 0xcc, 0x9b],
    [0x4e, 0x61, 0xcc, 0x86],
    [0x4e, 0x75, 0xcc, 0x89],
    [0x4e, 0x75, 0xcc, 0x9b],
    [0x4e, 0xc4, 0x82, 0x4d],
    [0x4e, 0xc4, 0x83, 0x6d],
    [0x4e, 0xc6, 0xaf, 0xcc],
    [0x4e, 0xc6, 0xb0, 0xcc],
    [0x4e, 0xe1, 0xbb, 0xac],
    [0x4e, 0xe1, 0xbb, 0xad],
    [0x52, 0x55, 0xcc, 0x9b],
    [0x52, 0x75, 0xcc, 0x9b],
    [0x52, 0xc6, 0xaf, 0xc6],
    [0x52, 0xc6, 0xaf, 0xe1],
    [0x52, 0xc6, 0xb0, 0xc6],
    [0x52, 0xc6, 0xb0, 0xe1],
    [0x53, 0x41, 0xcc, 0x81],
    [0x53, 0x61, 0xcc, 0x81],
    [0x53, 0xc3, 0x81, 0x55],
    [0x53, 0xc3, 0xa1, 0x75],
    [0x54, 0x41, 0xcc, 0x81],
    [0x54, 0x48, 0x55, 0xcc],
    [0x54, 0x48, 0xc6, 0xaf],
    [0x54, 0x48, 0xe1, 0xbb],
    [0x54, 0x61, 0xcc, 0x81],
    [0x54, 0x68, 0x75, 0xcc],
    [0x54, 0x68, 0xc6, 0xb0],
    [0x54, 0x68, 0xe1, 0xbb],
    [0x54, 0xc3, 0x81, 0x4d],
    [0x54, 0xc3, 0xa1, 0x6d],
    [0x56, 0x41, 0xcc, 0x80],
    [0x56, 0x61, 0xcc, 0x80],
    [0x56, 0xc3, 0x80, 0x49],
    [0x56, 0xc3, 0xa0, 0x69],
    [0x62, 0x61, 0xcc, 0x82],
    [0x62, 0x61, 0xcc, 0x89],
    [0x62, 0x6f, 0xcc, 0x81],
    [0x62, 0x6f, 0xcc, 0x82],
    [0x62, 0xc3, 0xa2, 0xcc],
    [0x62, 0xc3, 0xb4, 0xcc],
    [0x62, 0xe1, 0xba, 0xa3],
    [0x62, 0xe1, 0xba, 0xa9],
    [0x62, 0xe1, 0xbb, 0x91],
    [0x63, 0x68, 0x69, 0xcc],
    [0x63, 0x68, 0xc3, 0xad],
    [0x64, 0x61, 0xcc, 0x86],
    [0x64, 0xc4, 0x83, 0x6d],
    [0x67, 0x61, 0xcc, 0x81],
    [0x67, 0x61, 0xcc, 0x82],
    [0x67, 0xc3, 0xa2, 0xcc],
    [0x67, 0xe1, 0xba, 0xa5],
    [0x68, 0x61, 0xcc, 0x80],
    [0x68, 0x61, 0xcc, 0x86],
    [0x68, 0x61, 0xcc, 0xa3],
    [0x68, 0xc3, 0xa0, 0x6e],
    [0x68, 0xc4, 0x83, 0x6d],
    [0x68, 0xe1, 0xba, 0xa1],
    [0x6b, 0x68, 0x6f, 0xcc],
    [0x6b, 0x68, 0xc3, 0xb4],
    [0x6d, 0x61, 0xcc, 0x81],
    [0x6d, 0x61, 0xcc, 0x82],
    [0x6d, 0x6f, 0xcc, 0x82],
    [0x6d, 0x6f, 0xcc, 0xa3],
    [0x6d, 0x75, 0xcc, 0x9b],
    [0x6d, 0xc3, 0xa2, 0xcc],
    [0x6d, 0xc3, 0xb4, 0xcc],
    [0x6d, 0xc6, 0xb0, 0xc6],
    [0x6d, 0xc6, 0xb0, 0xe1],
    [0x6d, 0xe1, 0xba, 0xa5],
    [0x6d, 0xe1, 0xbb, 0x99],
    [0x6e, 0x61, 0xcc, 0x86],
    [0x6e, 0x75, 0xcc, 0x89],
    [0x6e, 0x75, 0xcc, 0x9b],
    [0x6e, 0xc4, 0x83, 0x6d],
    [0x6e, 0xc6, 0xb0, 0xcc],
    [0x6e, 0xe1, 0xbb, 0xad],
    [0x72, 0x75, 0xcc, 0x9b],
    [0x72, 0xc6, 0xb0, 0xc6],
    [0x72, 0xc6, 0xb0, 0xe1],
    [0x73, 0x61, 0xcc, 0x81],
    [0x73, 0xc3, 0xa1, 0x75],
    [0x74, 0x61, 0xcc, 0x81],
    [0x74, 0x68, 0x75, 0xcc],
    [0x74, 0x68, 0xc6, 0xb0],
    [0x74, 0x68, 0xe1, 0xbb],
    [0x74, 0xc3, 0xa1, 0x6d],
    [0x76, 0x61, 0xcc, 0x80],
    [0x76, 0xc3, 0xa0, 0x69],
];

/// The words with their spellings, for tests.
#[cfg(test)]
pub(crate) fn spellings() -> impl Iterator<Item = (&'static str, Word)> {
    WORDS.iter().copied()
}

const SLOTS: usize = 512;

/// An open-addressed table from key to word, built by the compiler.
struct Table {
    keys: [Key; SLOTS],
    words: [Option<Word>; SLOTS],
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn slot(key: Key) -> usize {
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 55) as usize
}

impl Table {
    const fn build(accents: bool) -> Self {
        let mut table = Self {
            keys: [0; SLOTS],
            words: [None; SLOTS],
        };
        let mut i = 0;
        while i < WORDS.len() {
            let (spelling, word) = WORDS[i];
            i += 1;
            let mut key = fold::key(spelling);
            if !accents {
                let mut lost = false;
                let mut j = 0;
                while j < UNACCENTED_LOSERS.len() {
                    lost |= fold::key(UNACCENTED_LOSERS[j]) == key;
                    j += 1;
                }
                if lost {
                    continue;
                }
                key = fold::bare(key);
            }
            let mut at = slot(key);
            while table.keys[at] != 0 && table.keys[at] != key {
                at = (at + 1) % SLOTS;
            }
            // Without accents the word that stands first in the list wins.
            assert!(!accents || table.keys[at] == 0, "one spelling, two words");
            if table.keys[at] == 0 {
                table.keys[at] = key;
                table.words[at] = Some(word);
            }
        }
        table
    }

    #[inline]
    fn get(&self, key: Key) -> Option<Word> {
        let mut at = slot(key);
        while let Some(&found) = self.keys.get(at) {
            if found == key {
                return self.words.get(at).copied().flatten();
            }
            if found == 0 {
                return None;
            }
            at = (at + 1) % SLOTS;
        }
        None
    }
}

static ACCENTED: Table = Table::build(true);
static BARE: Table = Table::build(false);

/// The word with this key, if the lexicon has it.
#[inline]
pub(crate) fn word(key: Key) -> Option<Word> {
    if key == 0 { None } else { ACCENTED.get(key) }
}

/// The word that looks like this without accents.
#[inline]
pub(crate) fn bare_word(key: Key) -> Option<Word> {
    if key == 0 { None } else { BARE.get(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (spelling, expected) in WORDS {
            assert_eq!(word(fold::key(spelling)), Some(*expected), "{spelling}");
        }
        assert_eq!(word(fold::key("kinh")), None);
        assert_eq!(word(0), None);
        assert_eq!(bare_word(fold::key("trieu")), Some(Scale(6)));
        assert_eq!(bare_word(fold::key("muoi")), Some(Ten));
    }
}
