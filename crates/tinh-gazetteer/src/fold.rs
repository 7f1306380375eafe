//! From a spelling to the key it is looked up by.
//!
//! A key is printable ASCII. Each letter keeps its shape but not its case:
//! plain letters stay as they are, `ă â ê ô ơ ư đ` become `A B E O P U D`.
//! The tone of a word is written after its letters (`F S R X J` for huyền,
//! sắc, hỏi, ngã, nặng), so that `hoà` and `hòa`, which differ only in where
//! the mark stands, share the key `hoaF`; a joined word with several tones
//! keeps their order. Composed and decomposed letters give the same key
//! because both are taken apart here. Words are separated by one byte.
//!
//! This file uses no other: the table generator compiles it too.

/// Longest key, in bytes. The longest name of the tables is under 100.
pub(crate) const KEY_MAX: usize = 128;

/// What one character contributes to a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A letter or digit: its key byte, its tone (0 for none), capital or not.
    Letter { key: u8, tone: u8, upper: bool },
    /// A combining tone mark.
    Tone(u8),
    /// A combining mark that changes the letter before it: `^`, `(`, `+`.
    Shape(u8),
    /// A combining mark that no Vietnamese name depends on (ü, å, ç).
    Ignored,
    /// Not part of a word.
    Other,
}

/// Key bytes of the five tones, in the order huyền, sắc, hỏi, ngã, nặng.
const TONES: [u8; 5] = [b'F', b'S', b'R', b'X', b'J'];

/// Families of a letter: key byte, then the five tones in the order above,
/// small letters and then capitals. `_` marks a letter that does not exist.
const FAMILIES: [(u8, &str, &str); 14] = [
    (b'a', "àáảãạ", "ÀÁẢÃẠ"),
    (b'A', "ằắẳẵặ", "ẰẮẲẴẶ"),
    (b'B', "ầấẩẫậ", "ẦẤẨẪẬ"),
    (b'e', "èéẻẽẹ", "ÈÉẺẼẸ"),
    (b'E', "ềếểễệ", "ỀẾỂỄỆ"),
    (b'i', "ìíỉĩị", "ÌÍỈĨỊ"),
    (b'o', "òóỏõọ", "ÒÓỎÕỌ"),
    (b'O', "ồốổỗộ", "ỒỐỔỖỘ"),
    (b'P', "ờớởỡợ", "ỜỚỞỠỢ"),
    (b'u', "ùúủũụ", "ÙÚỦŨỤ"),
    (b'U', "ừứửữự", "ỪỨỬỮỰ"),
    (b'y', "ỳýỷỹỵ", "ỲÝỶỸỴ"),
    // The n of Spanish names: its tilde is read as a tone, which is harmless.
    (b'n', "ǹńnñn", "ǸŃNÑN"),
    (b'w', "ẁẃwww", "ẀẂWWW"),
];

/// Letters without a tone: spelling pairs of small and capital.
const PLAIN: [(u8, char, char); 14] = [
    (b'A', 'ă', 'Ă'),
    (b'B', 'â', 'Â'),
    (b'D', 'đ', 'Đ'),
    (b'E', 'ê', 'Ê'),
    (b'O', 'ô', 'Ô'),
    (b'P', 'ơ', 'Ơ'),
    (b'U', 'ư', 'Ư'),
    // Letters of foreign names that CLDR keeps.
    (b'a', 'å', 'Å'),
    (b'a', 'ä', 'Ä'),
    (b'c', 'ç', 'Ç'),
    (b'o', 'ö', 'Ö'),
    (b'u', 'ü', 'Ü'),
    // The Icelandic and the South Slavic đ, which fonts and keyboards confuse
    // with the Vietnamese one.
    (b'D', 'ð', 'Ð'),
    (b'D', 'ɖ', 'Ɖ'),
];

// Packed: bits 0..7 key byte (0: not a letter), 8..10 tone, 11 capital.
const LATIN_LEN: usize = 0x260;
const VIET_START: usize = 0x1E80;
const VIET_LEN: usize = 0x1F00 - VIET_START;

struct Tables {
    latin: [u16; LATIN_LEN],
    viet: [u16; VIET_LEN],
}

const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let a = bytes[at] as u32;
    if a < 0x80 {
        (a, at + 1)
    } else if a < 0xE0 {
        (((a & 0x1F) << 6) | (bytes[at + 1] as u32 & 0x3F), at + 2)
    } else {
        let b = bytes[at + 1] as u32 & 0x3F;
        let c = bytes[at + 2] as u32 & 0x3F;
        (((a & 0x0F) << 12) | (b << 6) | c, at + 3)
    }
}

const fn put(tables: &mut Tables, code: u32, value: u16) {
    let code = code as usize;
    if code < LATIN_LEN {
        tables.latin[code] = value;
    } else if code >= VIET_START && code < VIET_START + VIET_LEN {
        tables.viet[code - VIET_START] = value;
    }
}

const fn build() -> Tables {
    let mut tables = Tables {
        latin: [0; LATIN_LEN],
        viet: [0; VIET_LEN],
    };
    let mut family = 0;
    while family < FAMILIES.len() {
        let (key, small, capital) = FAMILIES[family];
        let (small, capital) = (small.as_bytes(), capital.as_bytes());
        let (mut s, mut c, mut tone) = (0, 0, 1);
        while s < small.len() && c < capital.len() {
            let (code, next) = decode(small, s);
            s = next;
            put(&mut tables, code, key as u16 | (tone << 8));
            let (code, next) = decode(capital, c);
            c = next;
            put(&mut tables, code, key as u16 | (tone << 8) | 0x800);
            tone += 1;
        }
        family += 1;
    }
    let mut plain = 0;
    while plain < PLAIN.len() {
        let (key, small, capital) = PLAIN[plain];
        put(&mut tables, small as u32, key as u16);
        put(&mut tables, capital as u32, key as u16 | 0x800);
        plain += 1;
    }
    let mut byte = 0u8;
    while byte < 0x80 {
        let b = byte as u16;
        let value = match byte {
            b'a'..=b'z' | b'0'..=b'9' => b,
            b'A'..=b'Z' => (b + 32) | 0x800,
            _ => 0,
        };
        tables.latin[byte as usize] = value;
        byte += 1;
    }
    tables
}

static TABLES: Tables = build();

/// What `c` contributes to a key.
#[inline]
pub(crate) fn classify(c: char) -> Piece {
    let code = c as usize;
    let packed = if code < LATIN_LEN {
        TABLES.latin[code]
    } else if (VIET_START..VIET_START + VIET_LEN).contains(&code) {
        TABLES.viet[code - VIET_START]
    } else {
        return match code {
            0x300 => Piece::Tone(1),
            0x301 => Piece::Tone(2),
            0x309 => Piece::Tone(3),
            0x303 => Piece::Tone(4),
            0x323 => Piece::Tone(5),
            0x302 => Piece::Shape(b'^'),
            0x306 => Piece::Shape(b'('),
            0x31B => Piece::Shape(b'+'),
            0x308 | 0x30A | 0x327 => Piece::Ignored,
            _ => Piece::Other,
        };
    };
    unpack(packed)
}

#[inline]
fn unpack(packed: u16) -> Piece {
    let [key, high] = packed.to_le_bytes();
    if key == 0 {
        Piece::Other
    } else {
        Piece::Letter {
            key,
            tone: high & 7,
            upper: high & 8 != 0,
        }
    }
}

/// A key being written, with its hash so far.
#[derive(Clone)]
pub(crate) struct Key {
    bytes: [u8; KEY_MAX],
    len: usize,
    mixed: u64,
    overflow: bool,
}

/// The tones of a word, in order, four bits each: one in a syllable, a few in
/// a name written without blanks.
#[derive(Clone, Copy, Default)]
struct Tones(u32);

impl Tones {
    #[inline]
    fn push(&mut self, tone: u8) {
        if tone != 0 {
            self.0 = (self.0 << 4) | u32::from(tone);
        }
    }

    #[inline]
    fn iter(self) -> impl Iterator<Item = u8> {
        let mut left = if self.0 == 0 {
            0
        } else {
            self.0 << (self.0.leading_zeros() & !3)
        };
        std::iter::from_fn(move || {
            let [.., top] = left.to_le_bytes();
            left <<= 4;
            (top >> 4 != 0).then_some(top >> 4)
        })
    }
}

/// The table entry of the character at `pos`, whose first byte is `first`, and
/// where the next one starts; 0 where it is no letter.
#[inline]
fn letter_at(bytes: &[u8], pos: usize, first: u8) -> (u16, usize) {
    let low = |at: usize| bytes.get(at).map_or(0, |b| usize::from(b & 0x3F));
    match first {
        0..=0x7F => (TABLES.latin[usize::from(first)], pos + 1),
        0xC3..=0xC9 => {
            let code = usize::from(first & 0x1F) << 6 | low(pos + 1);
            (TABLES.latin.get(code).copied().unwrap_or(0), pos + 2)
        }
        // U+1E80 is E1 BA 80.
        0xE1 => match bytes.get(pos + 1) {
            Some(second @ (0xBA | 0xBB)) => {
                let code = usize::from(second & 1) << 6 | low(pos + 2);
                (TABLES.viet.get(code).copied().unwrap_or(0), pos + 3)
            }
            _ => (0, pos),
        },
        _ => (0, pos),
    }
}

/// A folded word: where it ends in the text, and how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Byte offset of its end.
    pub(crate) end: usize,
    /// Letters and digits.
    pub(crate) letters: usize,
    /// Capitals and digits among them.
    pub(crate) capitals: usize,
    /// Whether the first is a capital or a digit.
    pub(crate) starts_upper: bool,
}

impl Key {
    pub(crate) const fn new() -> Self {
        Key {
            bytes: [0; KEY_MAX],
            len: 0,
            mixed: 0,
            overflow: false,
        }
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Whether the text was longer than any name.
    pub(crate) fn overflowed(&self) -> bool {
        self.overflow
    }

    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }

    /// Empties the key.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.len = 0;
        self.mixed = 0;
        self.overflow = false;
    }

    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
            self.mixed = mix(self.mixed, byte);
        } else {
            self.overflow = true;
        }
    }

    /// Adds the word that starts at byte `at` of `text`; `None` when no word
    /// starts there.
    #[inline]
    pub(crate) fn push_word(&mut self, text: &str, at: usize) -> Option<Word> {
        self.letters::<true>(text, at)
    }

    /// The loop of [`Key::push_word`]. A lookup of a name alone does not count
    /// letters and capitals, and is worth a copy of the loop of its own.
    #[inline(always)]
    fn letters<const COUNT: bool>(&mut self, text: &str, at: usize) -> Option<Word> {
        let bytes = text.as_bytes();
        let mut letters = 0;
        let mut capitals = 0;
        let mut starts_upper = false;
        let mut tones = Tones::default();
        let mut pos = at;
        // Kept out of `self` while letters come, so that they stay in registers.
        let (mut len, mut mixed) = (self.len, self.mixed);
        while let Some(&first) = bytes.get(pos) {
            let (packed, next) = letter_at(bytes, pos, first);
            if packed == 0 {
                // A mark before any letter belongs to nothing.
                if letters == 0 || first < 0x80 {
                    break;
                }
                (self.len, self.mixed) = (len, mixed);
                let Some(next) = self.push_mark(text, pos, &mut tones) else {
                    break;
                };
                mixed = self.mixed;
                pos = next;
                continue;
            }
            let [key, high] = packed.to_le_bytes();
            if COUNT {
                // A digit is as large as the letters around it: G7, C40.
                let upper = high & 8 != 0 || key.is_ascii_digit();
                starts_upper |= letters == 0 && upper;
                capitals += usize::from(upper);
            }
            letters += 1;
            if let Some(slot) = self.bytes.get_mut(len) {
                *slot = key;
                len += 1;
                mixed = mix(mixed, key);
            } else {
                self.overflow = true;
            }
            tones.push(high & 7);
            pos = next;
        }
        if letters == 0 {
            return None;
        }
        (self.len, self.mixed) = (len, mixed);
        if tones.0 != 0 {
            for tone in tones.iter() {
                if let Some(&byte) = TONES.get(usize::from(tone).wrapping_sub(1)) {
                    self.push(byte);
                }
            }
        }
        Some(Word {
            end: pos,
            letters,
            capitals,
            starts_upper,
        })
    }

    /// Takes in a combining mark at `pos` and says what follows it.
    #[cold]
    fn push_mark(&mut self, text: &str, pos: usize, tones: &mut Tones) -> Option<usize> {
        let c = text.get(pos..)?.chars().next()?;
        match classify(c) {
            Piece::Tone(tone) => tones.push(tone),
            Piece::Shape(shape) => self.reshape(shape),
            Piece::Ignored => {}
            Piece::Letter { .. } | Piece::Other => return None,
        }
        Some(pos + c.len_utf8())
    }

    /// Applies a combining shape to the last letter written.
    fn reshape(&mut self, shape: u8) {
        if let Some(last) = self.len.checked_sub(1).and_then(|i| self.bytes.get_mut(i)) {
            let shaped = match (*last, shape) {
                (b'a', b'^') => b'B',
                (b'a', b'(') => b'A',
                (b'e', b'^') => b'E',
                (b'o', b'^') => b'O',
                (b'o', b'+') => b'P',
                (b'u', b'+') => b'U',
                (other, _) => other,
            };
            // The last byte went into the hash as it is: exchange it.
            self.mixed ^= u64::from(*last ^ shaped);
            *last = shaped;
        }
    }

    /// The hash its table is addressed by.
    #[inline]
    pub(crate) fn hash(&self) -> u32 {
        finish(self.mixed, self.len)
    }
}

/// One byte more in a hash. Cheap on purpose, two operations a letter: the
/// keys are known when the table is made, and it is made with short probes.
#[inline]
const fn mix(mixed: u64, byte: u8) -> u64 {
    mixed.rotate_left(7) ^ byte as u64
}

#[inline]
fn finish(mixed: u64, len: usize) -> u32 {
    let spread = (mixed ^ (len as u64) << 57).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let [.., a, b, c, d] = spread.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The slot of a table where a probe begins. The top bits of a product are its
/// best: scaling takes those, where a mask would take the lower ones.
#[inline]
pub(crate) fn home(hash: u32, slots: usize) -> usize {
    usize::try_from((u64::from(hash) * slots as u64) >> 32).unwrap_or(0)
}

/// The hash of a finished key.
pub(crate) fn hash(key: &[u8]) -> u32 {
    finish(
        key.iter().fold(0, |mixed, byte| mix(mixed, *byte)),
        key.len(),
    )
}

/// The hash of a name exactly as a table prints it: its length and its ends,
/// which no two units share.
#[inline]
pub(crate) fn hash_exact(name: &[u8]) -> u32 {
    let word = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let ends = word(name.first_chunk()) ^ word(name.last_chunk()).rotate_left(29);
    finish(ends, name.len())
}

/// Whether a character separates the words of a name rather than ending it,
/// in a text that is nothing but a name.
fn separates(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '‐'
                | '‑'
                | '–'
                | '—'
                | '−'
                | '.'
                | ','
                | '\''
                | '’'
                | '('
                | ')'
                | '&'
                | '/'
                | '_'
                | '"'
                | '“'
                | '”'
                | ';'
                | ':'
                | '\u{200b}'
                | '\u{feff}'
                | '\u{ad}'
                | '*'
        )
}

/// Folds a text that is nothing but a name: words with one space between.
/// `false` when it holds a character that is in no name, or is too long.
#[inline]
pub(crate) fn fold_into(key: &mut Key, text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut pos = 0;
    while let Some(&first) = bytes.get(pos) {
        if letter_at(bytes, pos, first).0 != 0 {
            if key.len() > 0 {
                key.push(b' ');
            }
            match key.letters::<false>(text, pos) {
                Some(word) => pos = word.end,
                None => return false,
            }
        } else if first == b' ' {
            pos += 1;
        } else {
            match text.get(pos..).and_then(|rest| rest.chars().next()) {
                Some(c) if separates(c) => pos += c.len_utf8(),
                _ => return false,
            }
        }
    }
    key.len() > 0 && !key.overflowed()
}

/// The same as a new key.
pub(crate) fn fold_name(text: &str) -> Option<Key> {
    let mut key = Key::new();
    fold_into(&mut key, text).then_some(key)
}
