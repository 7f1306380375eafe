//! Letters to keys: one syllable becomes one number, however it was typed.
//!
//! A key forgets letter case, where the tone mark sits (`hòa`, `hoà`) and
//! whether letters came composed or decomposed (`ế` is one to three code
//! points). It keeps the letters themselves and the tone, so `từ`, `tư` and
//! `tử` stay apart.
//!
//! Nothing is allocated and nothing is normalised: the text is read once, a
//! byte offset stays a byte offset.

/// Letters and tone of one syllable, packed: a byte a letter, the tone lowest.
///
/// Zero is never the key of a syllable.
pub(crate) type Key = u128;

/// No letter at all.
const NONE: u16 = 0;
/// A letter outside the Vietnamese alphabet: it belongs to the word, but no
/// word of the lexicon has it.
const FOREIGN: u16 = 31;
const CIRCUMFLEX: u16 = 1 << 5;
const BREVE: u16 = 2 << 5;
const HORN: u16 = 3 << 5;
const STROKE: u16 = 4 << 5;
/// A combining mark: applies to the letter before.
const MARK: u16 = 1 << 15;
const UPPER: u16 = 1 << 14;
const LETTER_BITS: u16 = 0xff;

const GRAVE: u16 = 1 << 8;
const ACUTE: u16 = 2 << 8;
const HOOK: u16 = 3 << 8;
const TILDE: u16 = 4 << 8;
const DOT: u16 = 5 << 8;

/// One code point, as letter + quality + tone + case. [`NONE`] where it is not
/// part of a word.
#[allow(clippy::cast_possible_truncation)] // a letter's index is below 27
const fn class(c: u32) -> u16 {
    const fn l(letter: u8) -> u16 {
        (letter - b'a' + 1) as u16
    }
    match c {
        0x61..=0x7a => (c - 0x60) as u16,
        0x41..=0x5a => (c - 0x40) as u16 | UPPER,
        0xc0..=0x1b0 => {
            // In this block an upper-case letter and its lower-case twin differ
            // by 0x20 (Latin-1) or are an even/odd pair (the rest).
            let (base, upper) = if c < 0x100 {
                (c | 0x20, c & 0x20 == 0)
            } else {
                (c | 1, c & 1 == 0)
            };
            let upper = if upper { UPPER } else { 0 };
            let of = match base {
                0xe0 => l(b'a') | GRAVE,
                0xe1 => l(b'a') | ACUTE,
                0xe2 => l(b'a') | CIRCUMFLEX,
                0xe3 => l(b'a') | TILDE,
                0xe8 => l(b'e') | GRAVE,
                0xe9 => l(b'e') | ACUTE,
                0xea => l(b'e') | CIRCUMFLEX,
                0xec => l(b'i') | GRAVE,
                0xed => l(b'i') | ACUTE,
                0xf2 => l(b'o') | GRAVE,
                0xf3 => l(b'o') | ACUTE,
                0xf4 => l(b'o') | CIRCUMFLEX,
                0xf5 => l(b'o') | TILDE,
                0xf9 => l(b'u') | GRAVE,
                0xfa => l(b'u') | ACUTE,
                0xfd => l(b'y') | ACUTE,
                0x103 => l(b'a') | BREVE,
                0x111 => l(b'd') | STROKE,
                0x129 => l(b'i') | TILDE,
                0x169 => l(b'u') | TILDE,
                // In the pair Ư/ư the capital has the odd code point.
                0x1a1 => l(b'o') | HORN,
                _ if c == 0x1af => return l(b'u') | HORN | UPPER,
                _ if c == 0x1b0 => return l(b'u') | HORN,
                0xf7 => return NONE, // × and ÷
                _ => FOREIGN,
            };
            of | upper
        }
        0x1ea0..=0x1ef9 => {
            let upper = if c & 1 == 0 { UPPER } else { 0 };
            let of = match c | 1 {
                0x1ea1 => l(b'a') | DOT,
                0x1ea3 => l(b'a') | HOOK,
                0x1ea5 => l(b'a') | CIRCUMFLEX | ACUTE,
                0x1ea7 => l(b'a') | CIRCUMFLEX | GRAVE,
                0x1ea9 => l(b'a') | CIRCUMFLEX | HOOK,
                0x1eab => l(b'a') | CIRCUMFLEX | TILDE,
                0x1ead => l(b'a') | CIRCUMFLEX | DOT,
                0x1eaf => l(b'a') | BREVE | ACUTE,
                0x1eb1 => l(b'a') | BREVE | GRAVE,
                0x1eb3 => l(b'a') | BREVE | HOOK,
                0x1eb5 => l(b'a') | BREVE | TILDE,
                0x1eb7 => l(b'a') | BREVE | DOT,
                0x1eb9 => l(b'e') | DOT,
                0x1ebb => l(b'e') | HOOK,
                0x1ebd => l(b'e') | TILDE,
                0x1ebf => l(b'e') | CIRCUMFLEX | ACUTE,
                0x1ec1 => l(b'e') | CIRCUMFLEX | GRAVE,
                0x1ec3 => l(b'e') | CIRCUMFLEX | HOOK,
                0x1ec5 => l(b'e') | CIRCUMFLEX | TILDE,
                0x1ec7 => l(b'e') | CIRCUMFLEX | DOT,
                0x1ec9 => l(b'i') | HOOK,
                0x1ecb => l(b'i') | DOT,
                0x1ecd => l(b'o') | DOT,
                0x1ecf => l(b'o') | HOOK,
                0x1ed1 => l(b'o') | CIRCUMFLEX | ACUTE,
                0x1ed3 => l(b'o') | CIRCUMFLEX | GRAVE,
                0x1ed5 => l(b'o') | CIRCUMFLEX | HOOK,
                0x1ed7 => l(b'o') | CIRCUMFLEX | TILDE,
                0x1ed9 => l(b'o') | CIRCUMFLEX | DOT,
                0x1edb => l(b'o') | HORN | ACUTE,
                0x1edd => l(b'o') | HORN | GRAVE,
                0x1edf => l(b'o') | HORN | HOOK,
                0x1ee1 => l(b'o') | HORN | TILDE,
                0x1ee3 => l(b'o') | HORN | DOT,
                0x1ee5 => l(b'u') | DOT,
                0x1ee7 => l(b'u') | HOOK,
                0x1ee9 => l(b'u') | HORN | ACUTE,
                0x1eeb => l(b'u') | HORN | GRAVE,
                0x1eed => l(b'u') | HORN | HOOK,
                0x1eef => l(b'u') | HORN | TILDE,
                0x1ef1 => l(b'u') | HORN | DOT,
                0x1ef3 => l(b'y') | GRAVE,
                0x1ef5 => l(b'y') | DOT,
                0x1ef7 => l(b'y') | HOOK,
                0x1ef9 => l(b'y') | TILDE,
                _ => FOREIGN,
            };
            of | upper
        }
        0x300 | 0x340 => MARK | GRAVE,
        0x301 | 0x341 => MARK | ACUTE,
        0x303 => MARK | TILDE,
        0x309 => MARK | HOOK,
        0x323 => MARK | DOT,
        0x302 => MARK | CIRCUMFLEX,
        0x306 => MARK | BREVE,
        0x31b => MARK | HORN,
        // Other combining marks keep the word together but make it unknown.
        0x304..=0x36f => MARK | FOREIGN,
        // Latin Extended, Greek, Cyrillic, and onwards: letters of a word.
        0x1b1..=0x24f
        | 0x370..=0x1e9f
        | 0x1efa..=0x1fff
        | 0x2c00..=0x2dff
        | 0x3041..=0xd7ff
        | 0xf900..=0xfdff
        | 0xfe70..=0xfefc
        | 0xff10..=0xff19
        | 0xff21..=0xff5a
        | 0x10000..=0x1ffff
        | 0x20000..=0x3ffff => FOREIGN,
        // The okina and its look-alike: part of a word, no letter (`paʻanga`).
        0x2bb | 0x2bc => MARK,
        0xaa | 0xb5 | 0xba => FOREIGN,
        _ => NONE,
    }
}

/// The code point at `at` and the offset after it. The bytes are UTF-8.
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    const fn low(bytes: &[u8], at: usize) -> u32 {
        if at < bytes.len() {
            (bytes[at] & 0x3f) as u32
        } else {
            0
        }
    }
    let first = bytes[at];
    if first < 0x80 {
        (first as u32, at + 1)
    } else if first < 0xe0 {
        (((first & 0x1f) as u32) << 6 | low(bytes, at + 1), at + 2)
    } else if first < 0xf0 {
        (
            ((first & 0x0f) as u32) << 12 | low(bytes, at + 1) << 6 | low(bytes, at + 2),
            at + 3,
        )
    } else {
        (
            ((first & 0x07) as u32) << 18
                | low(bytes, at + 1) << 12
                | low(bytes, at + 2) << 6
                | low(bytes, at + 3),
            at + 4,
        )
    }
}

/// A run of letters and the key it folds to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Syllable {
    /// The folded letters; 0 for a word too long for any lexicon entry.
    pub(crate) key: Key,
    /// The offset after the last letter.
    pub(crate) end: usize,
    /// The first letter is a capital.
    pub(crate) capital: bool,
    /// Every letter is a capital.
    pub(crate) shout: bool,
    /// Some letter carries a mark: nobody typed this without accents.
    pub(crate) marked: bool,
}

/// The run of letters that begins at `at`; `None` where no letter stands there.
pub(crate) const fn syllable(bytes: &[u8], at: usize) -> Option<Syllable> {
    let mut letters: u128 = 0;
    let mut count = 0;
    let mut tone: u16 = 0;
    let mut quality = false;
    let mut capital = false;
    let mut shout = true;
    let mut known = true;
    let mut here = at;
    while here < bytes.len() {
        let b = bytes[here];
        let (class, next) = if b < 0x80 {
            // The common case, without the table of the others.
            let lower = b | 0x20;
            if lower < b'a' || lower > b'z' {
                break;
            }
            (
                (lower - b'a' + 1) as u16 | if b < b'a' { UPPER } else { 0 },
                here + 1,
            )
        } else {
            let (c, next) = decode(bytes, here);
            (class(c), next)
        };
        if class == NONE {
            break;
        }
        if class & MARK != 0 {
            if count == 0 {
                // A mark with no letter to stand on is no word.
                break;
            }
            if class & LETTER_BITS == FOREIGN {
                known = false;
            } else if class & LETTER_BITS != 0 {
                quality = true;
                letters |= (class & LETTER_BITS) as u128;
            } else if class != MARK {
                if tone != 0 {
                    known = false;
                }
                tone = class >> 8 & 7;
            }
        } else {
            if count == 0 {
                capital = class & UPPER != 0;
            }
            if class & UPPER == 0 {
                shout = false;
            }
            count += 1;
            if count > 15 || class & LETTER_BITS == FOREIGN {
                known = false;
            } else {
                letters = letters << 8 | (class & LETTER_BITS) as u128;
                quality |= class & LETTER_BITS > 31;
                if class >> 8 & 7 != 0 {
                    if tone != 0 {
                        known = false;
                    }
                    tone = class >> 8 & 7;
                }
            }
        }
        here = next;
    }
    if here == at {
        return None;
    }
    Some(Syllable {
        key: if known {
            letters << 8 | tone as u128
        } else {
            0
        },
        end: here,
        capital,
        shout,
        marked: quality || tone != 0,
    })
}

/// The key of a whole word written in the source.
pub(crate) const fn key(word: &str) -> Key {
    match syllable(word.as_bytes(), 0) {
        Some(syllable) => syllable.key,
        None => 0,
    }
}

/// The key with tone and letter quality taken off: how the word looks typed
/// without accents.
pub(crate) const fn bare(key: Key) -> Key {
    // 31 in every letter's byte, nothing in the tone's.
    const LETTERS: u128 = u128::from_le_bytes([
        0, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
    ]);
    key & LETTERS
}

/// Whether the code point that begins at `at` is part of a word (letter or mark).
pub(crate) const fn is_letter(bytes: &[u8], at: usize) -> bool {
    if at >= bytes.len() {
        return false;
    }
    class(decode(bytes, at).0) != NONE
}

/// The start of the code point that ends at `end`.
pub(crate) const fn before(bytes: &[u8], end: usize) -> usize {
    let mut at = end - 1;
    while at > 0 && bytes[at] & 0xc0 == 0x80 {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_share_a_key() {
        for same in [
            ["hòa", "hoà", "HÒA", "ho\u{300}a"],
            ["tỷ", "TỶ", "ty\u{309}", "Tỷ"],
            [
                "triệu",
                "trie\u{323}\u{302}u",
                "trie\u{302}\u{323}u",
                "TRIỆU",
            ],
            ["mươi", "mu\u{31b}o\u{31b}i", "MƯƠI", "Mươi"],
            ["đồng", "ĐỒNG", "đo\u{302}\u{300}ng", "Đô\u{300}ng"],
        ] {
            for word in same {
                assert_eq!(key(word), key(same[0]), "{word}");
                assert_ne!(key(word), 0, "{word}");
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        let words = [
            "tư", "từ", "tử", "tu", "tự", "tứ", "đa", "da", "dạ", "mươi", "mười", "ba", "bà", "bă",
            "bâ",
        ];
        for (i, a) in words.iter().enumerate() {
            for b in &words[i + 1..] {
                assert_ne!(key(a), key(b), "{a} {b}");
            }
        }
        assert_eq!(bare(key("mười")), key("muoi"));
        assert_eq!(bare(key("đồng")), key("dong"));
    }

    #[test]
    fn every_upper_case_letter_folds_to_its_lower_case() {
        for c in ('\u{c0}'..='\u{1b1}').chain('\u{1ea0}'..='\u{1ef9}') {
            let upper = c.to_string();
            let lower: String = c.to_lowercase().collect();
            if key(&upper) != 0 {
                assert_eq!(key(&upper), key(&lower), "{c}");
            }
        }
        assert_ne!(key("Ư"), 0);
        assert_eq!(key("ư"), key("Ư"));
        assert_eq!(key("ơ"), key("Ơ"));
    }
}
