//! Letters to keys: one syllable becomes one number, however it was typed.
//!
//! A key forgets letter case, where the tone mark sits (`hòa`, `hoà`) and
//! whether letters came composed or decomposed (`ế` is one to three code
//! points). It keeps the letters themselves and the tone, so `từ`, `tư` and
//! `tử` stay apart.
//!
//! Nothing is allocated and nothing is normalised: the text is read once, a
//! byte offset stays a byte offset.

/// Letters and tone of one syllable, packed: six bits a letter, the tone in the
/// lowest three. Words of more than ten letters are hashed into the same space,
/// with the top bit set.
///
/// Zero is never the key of a syllable.
pub(crate) type Key = u64;

const LETTER: u32 = 6;
const LONGEST: u32 = 10;

/// No letter at all.
const NONE: u16 = 0;
/// A letter outside the Vietnamese alphabet: it belongs to the word, but no
/// word of the lexicon has it.
const FOREIGN: u16 = 63;
/// What a quality adds to its letter's code: the seven letters of their own.
const A_BREVE: u16 = 27;
const A_CIRCUMFLEX: u16 = 28;
const D_STROKE: u16 = 29;
const E_CIRCUMFLEX: u16 = 30;
const O_CIRCUMFLEX: u16 = 31;
const O_HORN: u16 = 32;
const U_HORN: u16 = 33;
/// A combining mark: applies to the letter before.
const MARK: u16 = 1 << 15;
const UPPER: u16 = 1 << 14;
const LETTER_BITS: u16 = 63;
/// The combining qualities, as letter bits of a [`MARK`].
const CIRCUMFLEX: u16 = 1;
const BREVE: u16 = 2;
const HORN: u16 = 3;

const GRAVE: u16 = 1 << 8;
const ACUTE: u16 = 2 << 8;
const HOOK: u16 = 3 << 8;
const TILDE: u16 = 4 << 8;
const DOT: u16 = 5 << 8;

/// The letter that a combining quality makes of this one, or 63.
const fn with_quality(letter: u64, quality: u16) -> u64 {
    const A: u64 = 1;
    const E: u64 = 5;
    const O: u64 = 15;
    const U: u64 = 21;
    (match (letter, quality) {
        (A, CIRCUMFLEX) => A_CIRCUMFLEX,
        (A, BREVE) => A_BREVE,
        (E, CIRCUMFLEX) => E_CIRCUMFLEX,
        (O, CIRCUMFLEX) => O_CIRCUMFLEX,
        (O, HORN) => O_HORN,
        (U, HORN) => U_HORN,
        _ => FOREIGN,
    }) as u64
}

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
                0xe2 => A_CIRCUMFLEX,
                0xe3 => l(b'a') | TILDE,
                0xe8 => l(b'e') | GRAVE,
                0xe9 => l(b'e') | ACUTE,
                0xea => E_CIRCUMFLEX,
                0xec => l(b'i') | GRAVE,
                0xed => l(b'i') | ACUTE,
                0xf2 => l(b'o') | GRAVE,
                0xf3 => l(b'o') | ACUTE,
                0xf4 => O_CIRCUMFLEX,
                0xf5 => l(b'o') | TILDE,
                0xf9 => l(b'u') | GRAVE,
                0xfa => l(b'u') | ACUTE,
                0xfd => l(b'y') | ACUTE,
                // Eth, which looks like Đ and is often typed for it.
                0xf0 => D_STROKE,
                0x103 => A_BREVE,
                0x111 => D_STROKE,
                0x129 => l(b'i') | TILDE,
                0x169 => l(b'u') | TILDE,
                // In the pair Ư/ư the capital has the odd code point.
                0x1a1 => O_HORN,
                _ if c == 0x1af => return U_HORN | UPPER,
                _ if c == 0x1b0 => return U_HORN,
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
                0x1ea5 => A_CIRCUMFLEX | ACUTE,
                0x1ea7 => A_CIRCUMFLEX | GRAVE,
                0x1ea9 => A_CIRCUMFLEX | HOOK,
                0x1eab => A_CIRCUMFLEX | TILDE,
                0x1ead => A_CIRCUMFLEX | DOT,
                0x1eaf => A_BREVE | ACUTE,
                0x1eb1 => A_BREVE | GRAVE,
                0x1eb3 => A_BREVE | HOOK,
                0x1eb5 => A_BREVE | TILDE,
                0x1eb7 => A_BREVE | DOT,
                0x1eb9 => l(b'e') | DOT,
                0x1ebb => l(b'e') | HOOK,
                0x1ebd => l(b'e') | TILDE,
                0x1ebf => E_CIRCUMFLEX | ACUTE,
                0x1ec1 => E_CIRCUMFLEX | GRAVE,
                0x1ec3 => E_CIRCUMFLEX | HOOK,
                0x1ec5 => E_CIRCUMFLEX | TILDE,
                0x1ec7 => E_CIRCUMFLEX | DOT,
                0x1ec9 => l(b'i') | HOOK,
                0x1ecb => l(b'i') | DOT,
                0x1ecd => l(b'o') | DOT,
                0x1ecf => l(b'o') | HOOK,
                0x1ed1 => O_CIRCUMFLEX | ACUTE,
                0x1ed3 => O_CIRCUMFLEX | GRAVE,
                0x1ed5 => O_CIRCUMFLEX | HOOK,
                0x1ed7 => O_CIRCUMFLEX | TILDE,
                0x1ed9 => O_CIRCUMFLEX | DOT,
                0x1edb => O_HORN | ACUTE,
                0x1edd => O_HORN | GRAVE,
                0x1edf => O_HORN | HOOK,
                0x1ee1 => O_HORN | TILDE,
                0x1ee3 => O_HORN | DOT,
                0x1ee5 => l(b'u') | DOT,
                0x1ee7 => l(b'u') | HOOK,
                0x1ee9 => U_HORN | ACUTE,
                0x1eeb => U_HORN | GRAVE,
                0x1eed => U_HORN | HOOK,
                0x1eef => U_HORN | TILDE,
                0x1ef1 => U_HORN | DOT,
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

/// [`class`] of U+00C0 to U+01BF, U+0300 to U+033F and U+1E80 to U+1EFF as
/// tables: nearly every letter of a Vietnamese text.
static LATIN: [u16; 256] = table(0xc0);
static MARKS: [u16; 256] = table(0x300);
static VIETNAMESE: [u16; 256] = table(0x1e80);

#[allow(clippy::cast_possible_truncation)] // at most 256
const fn table(from: u32) -> [u16; 256] {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = class(from + i as u32);
        i += 1;
    }
    table
}

/// The class of the code point that begins at `at` with a byte from 0x80 up, and
/// the offset after it. The bytes are UTF-8.
#[inline]
const fn next_class(bytes: &[u8], at: usize) -> (u16, usize) {
    let first = bytes[at];
    if at + 1 < bytes.len() {
        let second = (bytes[at + 1] & 0x3f) as usize;
        match first {
            // U+00C0 to U+01BF.
            0xc3..=0xc6 => return (LATIN[((first - 0xc3) as usize) << 6 | second], at + 2),
            0xcc | 0xcd => return (MARKS[((first - 0xcc) as usize) << 6 | second], at + 2),
            0xe1 if at + 2 < bytes.len() && bytes[at + 1] >= 0xba && bytes[at + 1] <= 0xbb => {
                return (
                    VIETNAMESE[(second - 0x3a) << 6 | (bytes[at + 2] & 0x3f) as usize],
                    at + 3,
                );
            }
            _ => {}
        }
    }
    let (c, next) = decode(bytes, at);
    (class(c), next)
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
///
/// Composed letters of the language, ten at most, are folded here; whatever is
/// not that goes the long way.
pub(crate) const fn syllable(bytes: &[u8], at: usize) -> Option<Syllable> {
    let mut letters: u64 = 0;
    let mut tone: u16 = 0;
    let mut lower = 0;
    let mut here = at;
    let mut first = 0;
    let mut marked = false;
    while here < bytes.len() {
        let b = bytes[here];
        let class = if b < 0x80 {
            let letter = (b | 0x20).wrapping_sub(b'a');
            if letter > 25 {
                break;
            }
            here += 1;
            lower |= b & 0x20;
            letters = letters << LETTER | (letter + 1) as u64;
            if here - at == 1 {
                first = b & 0x20;
            }
            if letters >> (LETTER * (LONGEST - 1)) != 0 {
                return long_syllable(bytes, at);
            }
            continue;
        } else {
            let (class, next) = next_class(bytes, here);
            if class == NONE {
                break;
            }
            if here == at {
                first = if class & UPPER == 0 { 0x20 } else { 0 };
            }
            here = next;
            class
        };
        let letter = class & LETTER_BITS;
        let its_tone = class >> 8 & 7;
        if class & MARK != 0 || letter == FOREIGN || tone != 0 && its_tone != 0 {
            return long_syllable(bytes, at);
        }
        marked = true;
        tone |= its_tone;
        lower |= if class & UPPER == 0 { 0x20 } else { 0 };
        letters = letters << LETTER | letter as u64;
        if letters >> (LETTER * (LONGEST - 1)) != 0 {
            return long_syllable(bytes, at);
        }
    }
    if here == at {
        return None;
    }
    Some(Syllable {
        key: letters << 3 | tone as u64,
        end: here,
        capital: first == 0,
        shout: lower == 0,
        marked,
    })
}

/// The letters of a word on their way into a key.
struct Letters {
    packed: u64,
    count: u32,
    tone: u16,
    /// The first letter is a capital, and some letter is none.
    capital: bool,
    small: bool,
    /// Every letter is one of the language, with one tone at most.
    known: bool,
}

impl Letters {
    const NONE: Self = Self {
        packed: 0,
        count: 0,
        tone: 0,
        capital: false,
        small: false,
        known: true,
    };

    /// Adds a letter or a mark; `false` where a mark has no letter to stand on.
    const fn add(&mut self, class: u16) -> bool {
        let letter = class & LETTER_BITS;
        if class & MARK != 0 {
            if self.count == 0 {
                return false;
            }
            if letter == FOREIGN {
                self.known = false;
            } else if letter != 0 {
                let last = self.packed & 63;
                self.packed = (self.packed & !63) | with_quality(last, letter);
            }
        } else {
            if self.count == 0 {
                self.capital = class & UPPER != 0;
            }
            self.small |= class & UPPER == 0;
            self.packed = if self.count >= LONGEST {
                // Beyond the packing a hash has to do.
                let mixed = self.packed.rotate_left(LETTER);
                mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ letter as u64
            } else {
                self.packed << LETTER | letter as u64
            };
            self.count += 1;
            self.known &= letter != FOREIGN;
        }
        let tone = class >> 8 & 7;
        if tone != 0 {
            // Two tones make no syllable.
            self.known &= self.tone == 0;
            self.tone = tone;
        }
        true
    }

    const fn key(&self) -> Key {
        let key = self.packed << 3 | self.tone as u64;
        if !self.known {
            0
        } else if self.count > LONGEST {
            key | 1 << 63
        } else {
            key
        }
    }
}

/// [`syllable`] for every run of letters: marks, foreign letters, long words.
const fn long_syllable(bytes: &[u8], at: usize) -> Option<Syllable> {
    let mut letters = Letters::NONE;
    let mut marked = false;
    let mut here = at;
    while here < bytes.len() {
        let b = bytes[here];
        let (class, next) = if b < 0x80 {
            // The common case, without a table.
            let lower = (b | 0x20).wrapping_sub(b'a');
            if lower > 25 {
                break;
            }
            let upper = if b < b'a' { UPPER } else { 0 };
            ((lower as u16 + 1) | upper, here + 1)
        } else {
            next_class(bytes, here)
        };
        if class == NONE {
            break;
        }
        marked |= b >= 0x80;
        if !letters.add(class) {
            break;
        }
        here = next;
    }
    if letters.count == 0 {
        return None;
    }
    Some(Syllable {
        key: letters.key(),
        end: here,
        capital: letters.capital,
        shout: !letters.small,
        marked,
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
/// without accents. Hashed keys of long words stay as they are: no word of the
/// language is that long.
pub(crate) const fn bare(key: Key) -> Key {
    if key >> 63 != 0 {
        return key;
    }
    let mut from = key >> 3;
    let mut out = 0;
    let mut shift = 3;
    while from != 0 {
        let letter = from & 63;
        out |= (match letter as u16 {
            A_BREVE | A_CIRCUMFLEX => 1,
            D_STROKE => 4,
            E_CIRCUMFLEX => 5,
            O_CIRCUMFLEX | O_HORN => 15,
            U_HORN => 21,
            _ => letter,
        }) << shift;
        shift += LETTER;
        from >>= LETTER;
    }
    out
}

/// Whether the code point that begins at `at` is part of a word (letter or mark).
pub(crate) const fn is_letter(bytes: &[u8], at: usize) -> bool {
    if at >= bytes.len() {
        return false;
    }
    let b = bytes[at];
    if b < 0x80 {
        b.is_ascii_alphabetic()
    } else {
        next_class(bytes, at).0 != NONE
    }
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
    fn the_short_way_and_the_long_way_agree() {
        for text in [
            "tỷ",
            "USD",
            "triệu",
            "Đồng",
            "ĐỒNG",
            "nghiêng",
            "Philippines",
            "Singapore",
            "Kazakhstan",
            "Turkmenistan",
            "TurkmeniSTAN",
            "hoà",
            "",
            "5",
            "e\u{301}",
            "\u{301}e",
            "ò\u{301}",
            "mưò\u{301}i",
            "paʻanga",
            "Москва",
            "aaaaaaaaa",
            "aaaaaaaaaa",
            "aaaaaaaaaaa",
            "đđđđđđđđđđ",
            "Ử",
            "ư ơ",
            "x×y",
        ] {
            let (short, long) = (
                syllable(text.as_bytes(), 0),
                long_syllable(text.as_bytes(), 0),
            );
            assert_eq!(format!("{short:?}"), format!("{long:?}"), "{text}");
        }
    }

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
