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
//! This file stands alone: the table generator compiles it too.

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
/// small letters and then capitals. `_` stands for a letter that does not exist.
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

/// A key being written.
#[derive(Clone)]
pub(crate) struct Key {
    bytes: [u8; KEY_MAX],
    len: usize,
    overflow: bool,
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
    /// Whether any letter has a mark (a tone, a shape or a stroke).
    pub(crate) marked: bool,
}

impl Key {
    pub(crate) const fn new() -> Self {
        Key {
            bytes: [0; KEY_MAX],
            len: 0,
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

    /// Shortens the key to what it was at an earlier [`Key::len`].
    #[inline]
    pub(crate) fn truncate(&mut self, len: usize) {
        if let Some(rest) = self.bytes.get_mut(len..self.len) {
            rest.fill(0);
            self.len = len;
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        } else {
            self.overflow = true;
        }
    }

    /// Adds the word that starts at byte `at` of `text`; `None` when no word
    /// starts there.
    #[inline]
    pub(crate) fn push_word(&mut self, text: &str, at: usize) -> Option<Word> {
        let bytes = text.as_bytes();
        let mut word = Word {
            end: at,
            letters: 0,
            capitals: 0,
            starts_upper: false,
            marked: false,
        };
        let mut tones = [0u8; 4];
        let mut tone_count = 0;
        let mut pos = at;
        while let Some(&first) = bytes.get(pos) {
            let (piece, next) = if first < 0x80 {
                (unpack(TABLES.latin[first as usize]), pos + 1)
            } else {
                // `pos` only ever stands on a boundary, so this is one char.
                let Some(c) = text.get(pos..).and_then(|rest| rest.chars().next()) else {
                    break;
                };
                (classify(c), pos + c.len_utf8())
            };
            match piece {
                Piece::Letter { key, tone, upper } => {
                    // A digit is as large as the letters around it: G7, C40.
                    let upper = upper || key.is_ascii_digit();
                    if word.letters == 0 {
                        word.starts_upper = upper;
                    }
                    word.letters += 1;
                    word.capitals += usize::from(upper);
                    word.marked |= first >= 0x80;
                    self.push(key);
                    if tone != 0
                        && let Some(slot) = tones.get_mut(tone_count)
                    {
                        *slot = tone;
                        tone_count += 1;
                    }
                }
                // A mark before any letter belongs to nothing.
                _ if word.letters == 0 => break,
                Piece::Tone(tone) => {
                    word.marked = true;
                    if let Some(slot) = tones.get_mut(tone_count) {
                        *slot = tone;
                        tone_count += 1;
                    }
                }
                Piece::Shape(shape) => {
                    word.marked = true;
                    self.reshape(shape);
                }
                Piece::Ignored => word.marked = true,
                Piece::Other => break,
            }
            pos = next;
        }
        if word.letters == 0 {
            return None;
        }
        for &tone in tones.iter().take(tone_count) {
            if let Some(&byte) = TONES.get(usize::from(tone).wrapping_sub(1)) {
                self.push(byte);
            }
        }
        word.end = pos;
        Some(word)
    }

    /// Applies a combining shape to the last letter written.
    fn reshape(&mut self, shape: u8) {
        if let Some(last) = self.len.checked_sub(1).and_then(|i| self.bytes.get_mut(i)) {
            *last = match (*last, shape) {
                (b'a', b'^') => b'B',
                (b'a', b'(') => b'A',
                (b'e', b'^') => b'E',
                (b'o', b'^') => b'O',
                (b'o', b'+') => b'P',
                (b'u', b'+') => b'U',
                (other, _) => other,
            };
        }
    }

    /// The hash its table is addressed by.
    #[inline]
    pub(crate) fn hash(&self) -> u32 {
        hash(&self.bytes, self.len)
    }
}

/// Multiplies and folds eight bytes at a time: the keys are known when the
/// table is made, so quality only has to be good enough for short probes.
#[inline]
pub(crate) fn hash(bytes: &[u8; KEY_MAX], len: usize) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = len as u64;
    for chunk in bytes.chunks_exact(8).take(len.div_ceil(8)) {
        let mut eight = [0u8; 8];
        eight.copy_from_slice(chunk);
        h = (h.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(K);
    }
    let [a, b, c, d, ..] = (h >> 32).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
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
        )
}

/// Folds a text that is nothing but a name: words with one space between.
/// `None` when it holds a character that stands in no name, or is too long.
pub(crate) fn fold_name(text: &str) -> Option<Key> {
    let mut key = Key::new();
    let mut pos = 0;
    while let Some(c) = text.get(pos..).and_then(|rest| rest.chars().next()) {
        if matches!(classify(c), Piece::Letter { .. }) {
            if key.len() > 0 {
                key.push(b' ');
            }
            pos = key.push_word(text, pos)?.end;
        } else if separates(c) {
            pos += c.len_utf8();
        } else {
            return None;
        }
        if key.overflowed() {
            return None;
        }
    }
    (key.len() > 0).then_some(key)
}
