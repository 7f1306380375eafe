//! The places in a running text where a figure may begin.
//!
//! Digits are rare bytes; words that begin a figure are common letters. So words
//! are not read one by one: sixty-four bytes at a time, a bit mask tells where
//! runs of letters begin, the first four bytes of each run go through a filter
//! that nearly all words of a text fail, and only what passes is folded and
//! looked up.

use super::cursor::Cursor;
use super::outcome::{Found, Step};
use super::token::digits::{self, Convention};
use crate::fold;
use crate::settings::{DecimalMark, Spoken};
use crate::vocabulary::{BEGIN, Set, Word};

impl Cursor<'_> {
    /// The first figure at or after `from`.
    pub(crate) fn find(&self, from: usize) -> Option<Found> {
        let mut at = from;
        let mut floor = from;
        let spoken = self.set.spoken == Spoken::On;
        loop {
            at = if spoken {
                self.anchor(at)?
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
    fn anchor(&self, from: usize) -> Option<usize> {
        let bytes = self.bytes();
        // A word right at `from`, unless `from` is inside one.
        if from == 0 || from < bytes.len() && !fold::is_letter(bytes, fold::before(bytes, from)) {
            if bytes.get(from).is_some_and(u8::is_ascii_digit) {
                return Some(from);
            }
            if let Some(at) = self.starter(from, from) {
                return Some(at);
            }
        }
        if self.unaccented() {
            return self.slow_anchor(from, from);
        }
        let mut base = from;
        // A block and the first bytes after it, so that a word that begins with
        // its last byte can be looked at.
        while let Some(window) = bytes.get(base..).and_then(|rest| rest.first_chunk::<72>()) {
            let (mut mask, special) = boundaries(window);
            while mask != 0 {
                let bit = (mask.trailing_zeros() & 63) as usize;
                mask &= mask - 1;
                let mut next = bit + 1;
                if special {
                    let b = window[bit];
                    if b.wrapping_sub(b'0') < 10 {
                        return Some(base + bit);
                    }
                    if b >= 0x80 {
                        // The rest of the mark: two bytes after 0xe2, one after 0xc2.
                        next += if b == 0xe2 { 2 } else { 1 };
                    }
                }
                // At most 66: inside the window with the three bytes after it.
                let Some(&prefix) = window.get(next..).and_then(|rest| rest.first_chunk::<4>())
                else {
                    continue;
                };
                let prefix = u32::from_le_bytes(prefix);
                if COARSE.has(prefix & 0x00ff_ffff)
                    && passes(prefix)
                    && let Some(found) = self.known_starter(base + next, from)
                {
                    return Some(found);
                }
            }
            base += 64;
        }
        self.slow_anchor(base, from)
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
        let mut prefix = [0; 4];
        for (to, from) in prefix.iter_mut().zip(self.bytes().get(at..)?) {
            *to = *from;
        }
        if passes(u32::from_le_bytes(prefix)) {
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

/// A bit for each [boundary](is_boundary) byte of the first 64, and whether a digit or
/// the first byte of a longer mark is among them.
#[inline]
fn boundaries(window: &[u8; 72]) -> (u64, bool) {
    // Without a branch inside, this compiles to vector compares.
    let mut flags = [0; 64];
    let mut special = 0;
    for (flag, &b) in flags.iter_mut().zip(window) {
        let mark = u8::from(b & 0xdf == 0xc2);
        special |= u8::from(b.wrapping_sub(b'0') < 10) | mark;
        *flag = u8::from((b | 0x20).wrapping_sub(b'a') > 25) & u8::from(b < 0x80) | mark;
    }
    let mut mask = 0;
    let (words, _) = flags.as_chunks::<8>();
    for (i, &word) in words.iter().enumerate() {
        // Gathers the eight lowest bits into one byte.
        let bits = u64::from_le_bytes(word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask |= bits << (8 * i);
    }
    (mask, special != 0)
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

/// A set of prefixes, with a few strangers among them.
struct Filter([u64; 1024]);

/// The first four bytes of words that begin a figure.
static FINE: Filter = Filter::fine();
/// The first three, `ba` and `hai` among them: one look for most words.
static COARSE: Filter = Filter::coarse();

/// Whether a word with these first four bytes may begin a figure.
fn passes(prefix: u32) -> bool {
    // `ba` is too short for the filter, `hai` almost.
    let [a, b, c, d] = prefix.to_le_bytes();
    FINE.has(prefix)
        || (a | 0x20 == b'b') && (b | 0x20 == b'a') && !c.is_ascii_alphabetic()
        || (a | 0x20 == b'h')
            && (b | 0x20 == b'a')
            && (c | 0x20 == b'i')
            && !d.is_ascii_alphabetic()
}

impl Filter {
    const fn slot(prefix: u32) -> (usize, u32) {
        let hash = prefix.wrapping_mul(0x9e37_79b1) >> 16;
        ((hash >> 6) as usize, hash & 63)
    }

    const fn add(&mut self, prefix: u32) {
        let (slot, bit) = Self::slot(prefix);
        self.0[slot] |= 1 << bit;
    }

    const fn fine() -> Self {
        let mut filter = Self([0; 1024]);
        let mut i = 0;
        while i < BEGIN.len() {
            filter.add(u32::from_le_bytes(BEGIN[i]));
            i += 1;
        }
        filter
    }

    const fn coarse() -> Self {
        let mut filter = Self([0; 1024]);
        let mut i = 0;
        while i < BEGIN.len() {
            filter.add(u32::from_le_bytes(BEGIN[i]) & 0x00ff_ffff);
            i += 1;
        }
        // Both letter cases of `ba` with every byte that is no letter of ASCII
        // after it, and of `hai`.
        let mut cases = 0_u32;
        while cases < 8 {
            let (one, two, three) = (cases & 1, cases >> 1 & 1, cases >> 2 & 1);
            let b_a = (b'b' as u32 - 32 * one) | (b'a' as u32 - 32 * two) << 8;
            let h_a_i = (b'h' as u32 - 32 * one)
                | (b'a' as u32 - 32 * two) << 8
                | (b'i' as u32 - 32 * three) << 16;
            filter.add(h_a_i);
            let mut after = 0_u32;
            while after < 256 {
                let lower = after | 32;
                if lower < b'a' as u32 || lower > b'z' as u32 {
                    filter.add(b_a | after << 16);
                }
                after += 1;
            }
            cases += 1;
        }
        filter
    }

    #[inline]
    fn has(&self, prefix: u32) -> bool {
        let (slot, bit) = Self::slot(prefix);
        self.0[slot] >> bit & 1 != 0
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
                        let mut prefix = [0; 4];
                        for (to, from) in prefix.iter_mut().zip(text.bytes()) {
                            *to = from;
                        }
                        let prefix = u32::from_le_bytes(prefix);
                        assert!(
                            passes(prefix) && COARSE.has(prefix & 0x00ff_ffff),
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
            let mut window = [b' '; 72];
            window[..64].copy_from_slice(block);
            let (mask, _) = boundaries(&window);
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
