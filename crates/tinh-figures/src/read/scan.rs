//! The places in a running text where a figure may begin.
//!
//! Digits are rare bytes; words that begin a figure are common letters. So words
//! are not read one by one: sixty-four bytes at a time, a bit mask tells where
//! runs of letters begin, the first bytes of each run go through a filter
//! that nearly all words of a text fail, and only what passes is folded and
//! looked up.

use super::cursor::Cursor;
use super::outcome::{Found, Step};
use super::token::digits::{self, Convention};
use crate::fold;
use crate::settings::{DecimalMark, Spoken};
use crate::vocabulary::{BEGIN, Set, Word};

impl Cursor<'_> {
    /// The first figure at or after `from`; `block` is what the search before it left.
    #[inline]
    pub(crate) fn find(&self, from: usize, block: &mut Block) -> Option<Found> {
        let mut at = from;
        let mut floor = from;
        let spoken = self.set.spoken == Spoken::On;
        loop {
            at = if spoken {
                self.anchor(at, block)?
            } else {
                next_digit(self.bytes(), at)?
            };
            match self.figure(at, floor) {
                Step::Found(mut found) => {
                    if found.take_defaults(&self.set, self.text, false).is_some() {
                        return Some(found);
                    }
                    at = found.resume;
                }
                Step::Skip(next, _) => {
                    if self.byte(at).is_ascii_digit() {
                        floor = next;
                    }
                    at = next.max(at + 1);
                }
            }
        }
    }

    /// The next digit or number word at or after `from`.
    #[inline(never)]
    fn anchor(&self, from: usize, block: &mut Block) -> Option<usize> {
        let bytes = self.bytes();
        let before = from.checked_sub(1).map_or(0, |at| self.byte(at));
        // A blank or mark before `from` is where a word begins: the search starts there.
        let start = if before.is_ascii() && before != 0 && !before.is_ascii_alphanumeric() {
            from - 1
        } else {
            if self.digit(from) {
                return Some(from);
            }
            let inside = from > 0 && fold::is_letter(bytes, fold::before(bytes, from));
            if !inside && let Some(at) = self.starter(from, from) {
                return Some(at);
            }
            from
        };
        if self.unaccented() {
            return self.slow_anchor(start, from);
        }
        let mut base = block.from(start);
        // A block and the first bytes after it, so that a word that begins with
        // its last byte can be looked at.
        while let Some(window) = bytes.get(base..).and_then(|rest| rest.first_chunk::<80>()) {
            block.read(base, window);
            let mut mask = block.boundaries & u64::MAX << start.saturating_sub(base);
            while mask != 0 {
                let bit = (mask.trailing_zeros() & 63) as usize;
                mask &= mask - 1;
                let mut next = bit + 1;
                // Nearly always a blank, a comma or a dot.
                let b = window[bit];
                if b >= b'0' {
                    if b <= b'9' {
                        return Some(base + bit);
                    }
                    // The rest of a mark: two bytes after 0xe2, one after 0xc2.
                    next += match b {
                        0xe2 => 2,
                        0xc2 => 1,
                        _ => 0,
                    };
                }
                // At most 66: inside the window with the seven bytes after it.
                let Some(&prefix) = window.get(next..).and_then(|rest| rest.first_chunk::<8>())
                else {
                    continue;
                };
                let prefix = u64::from_le_bytes(prefix);
                if COARSE.may_have(prefix & 0x00ff_ffff)
                    && passes(prefix)
                    && let Some(found) = self.known_starter(base + next, from)
                {
                    return Some(found);
                }
            }
            base += 64;
        }
        self.slow_anchor(base.max(start), from)
    }

    /// The same, byte by byte: the last block of a text, and unaccented text,
    /// where nearly every word may be a number.
    fn slow_anchor(&self, at: usize, from: usize) -> Option<usize> {
        let bytes = self.bytes();
        let mut at = at;
        while let Some(&b) = bytes.get(at) {
            if b.wrapping_sub(b'0') < 10 {
                return Some(at);
            }
            if is_boundary(b) {
                let next = at
                    + match b {
                        0xc2 => 2,
                        0xe2 => 3,
                        _ => 1,
                    };
                if let Some(found) = self.starter(next, from) {
                    return Some(found);
                }
            }
            at += 1;
        }
        None
    }

    /// The number word that begins at `at`, at the word before it (`triệu` of
    /// `triệu rưỡi`) or after it (`trăm` of `hơn trăm`), but not before `from`.
    fn starter(&self, at: usize, from: usize) -> Option<usize> {
        if self.unaccented() {
            return self.known_starter(at, from);
        }
        let mut prefix = [0; 8];
        for (to, from) in prefix.iter_mut().zip(self.bytes().get(at..)?) {
            *to = *from;
        }
        if passes(u64::from_le_bytes(prefix)) {
            self.known_starter(at, from)
        } else {
            None
        }
    }

    #[inline(never)]
    fn known_starter(&self, at: usize, from: usize) -> Option<usize> {
        let seen = self.seen(at);
        let syllable = seen.syllable?;
        match seen.word {
            // `triệu rưỡi`, where no number stood before `triệu`.
            Some(Word::Half) => {
                let seen = self.seen_before(at, from);
                matches!(seen.word, Some(Word::Scale(_) | Word::Hundred)).then_some(seen.start)
            }
            Some(Word::More | Word::Almost) => self.bare_scale(syllable.end),
            Some(word) => starts(word).then_some(at),
            None => (seen.sets.has(Set::Orders) && self.bare_scale(syllable.end).is_some())
                .then_some(at),
        }
    }
}

/// Whether a figure may begin with this word.
fn starts(word: Word) -> bool {
    matches!(
        word,
        Word::Digit(_)
            | Word::Ten
            | Word::Twenty
            | Word::HalfOf
            | Word::Order
            | Word::Few
            | Word::Fold
            | Word::Nth
            | Word::Rank
    )
}

/// Whether a run of letters cannot go on through this byte: anything of ASCII
/// but letters, and the first bytes of the two blocks that hold the no-break
/// space, dashes, quotes and other marks but no letter of the language.
const fn is_boundary(b: u8) -> bool {
    b < 0x80 && !b.is_ascii_alphabetic() || b == 0xc2 || b == 0xe2
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Sixty-four bytes of the text as bits: read once, though several searches begin in
/// them.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    base: usize,
    /// A bit for each [boundary](is_boundary) byte.
    boundaries: u64,
}

impl Block {
    /// No block read.
    pub(crate) const NONE: Self = Self {
        base: usize::MAX,
        boundaries: 0,
    };

    /// Where the block begins that holds `at`: this one, or a new one.
    const fn from(&self, at: usize) -> usize {
        if self.base <= at && at - self.base < 64 {
            self.base
        } else {
            at
        }
    }

    #[inline]
    fn read(&mut self, base: usize, window: &[u8; 80]) {
        if self.base != base {
            self.boundaries = boundaries(window);
            self.base = base;
        }
    }
}

/// A bit for each [boundary](is_boundary) byte of the first 64.
#[inline]
fn boundaries(window: &[u8; 80]) -> u64 {
    // Without a branch inside, this compiles to vector compares.
    let mut flags = [0; 64];
    for (flag, &b) in flags.iter_mut().zip(window) {
        let mark = b & 0xdf == 0xc2;
        let letter = (b | 0x20).wrapping_sub(b'a') < 26;
        *flag = u8::from((b < 0x80) & !letter | mark);
    }
    let mut mask = 0;
    let (words, _) = flags.as_chunks::<8>();
    for &word in words.iter().rev() {
        // Gathers the eight lowest bits into one byte.
        let bits = u64::from_le_bytes(word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask = mask << 8 | bits;
    }
    mask
}

/// The convention the figures of a text prove, where they prove one only and not
/// the one of `mark`: seven digits in groups (`1,234,567`), or a group and decimals
/// (`12,345.6`). The first proof of `mark` settles it.
pub(crate) fn other_convention(text: &str, mark: DecimalMark) -> Option<DecimalMark> {
    let bytes = text.as_bytes();
    let mut found = None;
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        let (proof, end) = digits::proof(bytes, start);
        at = end;
        let proven = match proof {
            Some(Convention::Vietnamese) => DecimalMark::Comma,
            Some(Convention::English) => DecimalMark::Dot,
            None => continue,
        };
        if proven == mark || found.is_some_and(|before| before != proven) {
            return None;
        }
        found = Some(proven);
    }
    found
}

/// The next digit at or after `from`.
fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    // The first few bytes one by one: figures come in clusters.
    let (blocks, _) = bytes.get(from..)?.as_chunks::<32>();
    for block in blocks {
        // Without a branch inside, this compiles to vector compares.
        let mut any = 0;
        for &b in block {
            any |= u8::from(b.wrapping_sub(b'0') < 10);
        }
        if any != 0 {
            break;
        }
        at += 32;
    }
    let rest = bytes.get(at..)?;
    let (words, _) = rest.as_chunks::<8>();
    for (i, &word) in words.iter().enumerate() {
        let x = u64::from_le_bytes(word) ^ (ONES * 0x30);
        // The high bit of each byte below ten.
        let digits = !(((x & !HIGH) + ONES * 0x76) | x) & HIGH;
        if digits != 0 {
            return Some(at + 8 * i + (digits.trailing_zeros() / 8) as usize);
        }
    }
    let tail = words.len() * 8;
    let last = rest.get(tail..)?.iter().position(u8::is_ascii_digit)?;
    Some(at + tail + last)
}

/// The first three bytes of words that begin a figure, and `ba` with what may follow
/// it: one look for most words.
static COARSE: Filter<16384> = Filter::of(3);
/// The first four.
static MIDDLE: Filter<4096> = Filter::of(4);
/// The first six, or the whole of a shorter word.
static FINE: Filter<8192> = Filter::of(6);

/// Whether a word with these first bytes may begin a figure.
#[inline]
fn passes(prefix: u64) -> bool {
    let [_, _, third, fourth, ..] = prefix.to_le_bytes();
    if MIDDLE.may_have(prefix & 0xffff_ffff) {
        return begins(prefix);
    }
    // `ba` and `hai`.
    !goes_on(third) && FINE.may_have(prefix & 0xffff)
        || !goes_on(fourth) && FINE.may_have(prefix & 0x00ff_ffff)
}

/// The same, by six bytes or the whole of a shorter word.
#[inline(never)]
fn begins(prefix: u64) -> bool {
    let [_, _, third, fourth, fifth, sixth, ..] = prefix.to_le_bytes();
    let length = if !goes_on(third) {
        2
    } else if !goes_on(fourth) {
        3
    } else if !goes_on(fifth) {
        4
    } else if !goes_on(sixth) {
        5
    } else {
        6
    };
    FINE.may_have(prefix & ((1 << (8 * length)) - 1))
}

/// Whether a word of the language goes on with this byte.
#[inline]
fn goes_on(b: u8) -> bool {
    GOES_ON[usize::from(b)]
}

static GOES_ON: [bool; 256] = {
    let mut goes_on = [false; 256];
    let mut b = 0_u8;
    loop {
        goes_on[b as usize] = continues(b);
        if b == u8::MAX {
            break;
        }
        b += 1;
    }
    goes_on
};

/// A letter of ASCII, or a byte of a composed letter or a combining mark.
const fn continues(b: u8) -> bool {
    b.is_ascii_alphabetic() || matches!(b, 0x80..=0xbf | 0xc3..=0xc6 | 0xcc | 0xcd | 0xe1)
}

/// A set of the first bytes of words, with a few strangers among them. `SLOTS` is a
/// power of two, many times the number of words.
struct Filter<const SLOTS: usize>([bool; SLOTS]);

impl<const SLOTS: usize> Filter<SLOTS> {
    #[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
    #[inline]
    const fn slot(prefix: u64) -> usize {
        (prefix.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.trailing_zeros())) as usize
    }

    /// The first bytes of every word, so many of them; of three also those of a word of
    /// two with each byte that may follow it.
    const fn of(bytes: u32) -> Self {
        let mut filter = Self([false; SLOTS]);
        let mut i = 0;
        while i < BEGIN.len() {
            let [a, b, c, d, e, f] = BEGIN[i];
            let begin = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
            filter.0[Self::slot(begin & ((1 << (8 * bytes)) - 1))] = true;
            let mut after = 0;
            while bytes == 3 && c == 0 && after < GOES_ON.len() {
                if !GOES_ON[after] {
                    filter.0[Self::slot(begin | (after as u64) << 16)] = true;
                }
                after += 1;
            }
            i += 1;
        }
        filter
    }

    #[inline]
    fn may_have(&self, prefix: u64) -> bool {
        self.0[Self::slot(prefix)]
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::settings::Settings;
    use crate::vocabulary;

    /// Every way to type a word that may begin a figure passes the filter.
    #[test]
    fn the_filter_lets_every_starter_through() {
        let tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let looked_behind = |w| matches!(w, Word::Half | Word::More | Word::Almost);
        for word in (0..)
            .map_while(vocabulary::word)
            .filter(|(_, e)| {
                e.word.is_some_and(|w| starts(w) || looked_behind(w)) || e.sets.has(Set::Orders)
            })
            .map(|(word, _)| word)
        {
            let title = {
                let mut chars = word.chars();
                chars
                    .next()
                    .map(|c| c.to_uppercase().collect::<String>() + chars.as_str())
                    .unwrap()
            };
            for cased in [word.to_owned(), word.to_uppercase(), title] {
                // The letter composed and the tone apart, as Windows-1258 has it,
                // and both orders of two marks.
                let apart: Vec<String> =
                    cased.nfc().map(|c| c.to_string().nfd().collect()).collect();
                let half: String = apart
                    .iter()
                    .map(|d| {
                        let letter: String = d.chars().filter(|&c| !tone(c)).nfc().collect();
                        letter + &d.chars().filter(|&c| tone(c)).collect::<String>()
                    })
                    .collect();
                let swapped: String = apart
                    .iter()
                    .map(|d| {
                        let mut chars = d.chars();
                        let base = chars.next().unwrap();
                        let marks: Vec<char> = chars.collect();
                        std::iter::once(base)
                            .chain(marks.into_iter().rev())
                            .collect::<String>()
                    })
                    .collect();
                for form in [
                    cased.nfc().collect::<String>(),
                    cased.nfd().collect(),
                    half,
                    swapped,
                ] {
                    for after in [" ", ",", "", "\u{a0}"] {
                        let text = format!("{form}{after}");
                        let reader = Cursor::new(&text, Settings::DEFAULT, false);
                        let mut prefix = [0; 8];
                        for (to, from) in prefix.iter_mut().zip(text.bytes()) {
                            *to = from;
                        }
                        let prefix = u64::from_le_bytes(prefix);
                        assert!(
                            passes(prefix) && COARSE.may_have(prefix & 0x00ff_ffff),
                            "{text:?}"
                        );
                        let seen = reader.seen(0);
                        assert!(
                            seen.word.is_some() || seen.sets.has(Set::Orders),
                            "{text:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn masks_and_bytes_agree() {
        let bytes: Vec<u8> = (0..=255).collect();
        for block in bytes.chunks(64) {
            let mut window = [b' '; 80];
            window[..64].copy_from_slice(block);
            let mask = boundaries(&window);
            for (i, &b) in block.iter().enumerate() {
                assert_eq!(mask >> i & 1 != 0, is_boundary(b), "{b:#x}");
            }
        }
        let text = "không có gì cho đến khi có số 7 ở đây, rất xa nơi bắt đầu và sau nhiều chữ";
        assert_eq!(next_digit(text.as_bytes(), 0), text.find('7'));
        assert_eq!(
            next_digit(text.as_bytes(), text.find('7').unwrap() + 1),
            None
        );
    }
}
