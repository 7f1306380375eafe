//! The text around a name, read as far as a rule asks.

use crate::fold::{Key, Piece, Word, classify};
use crate::place::NamedPlace;
use crate::table::{self, KeyRow};
use crate::tables::{COMPOUND, COMPOUNDS, MIDDLE, SURNAME};
use crate::text::found::Match;
use crate::text::walk::Shape;
use std::ops::Range;

/// How far back and forward a rule may look, in bytes: keeps every look short
/// in a text without blanks.
pub(super) const REACH: usize = 48;

/// What may come between two words of a line; `_` in segmented text.
pub(super) const BLANKS: [char; 4] = [' ', '\u{a0}', '\t', '_'];

/// How far a line is searched for marks.
pub(super) const LINE: usize = 160;

/// A word near a name.
#[derive(Clone)]
pub(super) struct Near {
    pub(super) key: Key,
    pub(super) start: usize,
    pub(super) word: Word,
    /// The sets of words it is in.
    pub(super) sets: u32,
}

impl Near {
    pub(super) fn new(key: Key, start: usize, word: Word) -> Self {
        let sets = table::find(&key).map_or(0, |row| row.sets);
        Near {
            key,
            start,
            word,
            sets,
        }
    }

    /// Whether it is one of a set of words of the table.
    pub(super) fn in_set(&self, set: u32) -> bool {
        self.sets & set != 0
    }

    /// Whether it is exactly this key.
    pub(super) fn is(&self, key: &str) -> bool {
        self.key.as_bytes() == key.as_bytes()
    }

    /// Set in capitals.
    pub(super) fn shouted(&self) -> bool {
        self.word.letters > 1 && self.word.letters == self.word.capitals
    }

    /// Capitalised, and such that it may be a part of a Vietnamese name.
    pub(super) fn may_be_a_name(&self) -> bool {
        // VCCI and AP are not: an acronym is not part of a name.
        self.word.starts_upper && !self.shouted() && is_syllable(self)
    }
}

/// A name, and the text around it read as far as a rule asked.
pub(crate) struct Surroundings<'t> {
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    pub(super) shape: Shape,
    pub(super) last: Option<Match<'t>>,
    pub(super) before: Option<Near>,
    /// `_` comes between the words of a name.
    pub(super) segmented: bool,
}

impl<'t> Surroundings<'t> {
    pub(crate) fn new(
        text: &'t str,
        range: Range<usize>,
        shape: Shape,
        last: Option<Match<'t>>,
        segmented: bool,
    ) -> Self {
        Surroundings {
            text,
            before: word_before(text, range.start),
            range,
            shape,
            last,
            segmented,
        }
    }

    /// Whether the line, as far as it is near, has a Vietnamese mark.
    pub(crate) fn line_has_marks(&self) -> bool {
        let ahead = self.text.get(self.range.end..).unwrap_or("");
        let behind = self.text.get(..self.range.start).unwrap_or("");
        let marked = |c: char| {
            !c.is_ascii()
                && matches!(
                    classify(c),
                    Piece::Letter { .. } | Piece::Tone(_) | Piece::Shape(_)
                )
        };
        let near = |c: &char| *c != '\n';
        ahead.chars().take(LINE).take_while(near).any(marked)
            || behind.chars().rev().take(LINE).take_while(near).any(marked)
    }

    pub(super) fn before_in(&self, set: u32) -> bool {
        self.before.as_ref().is_some_and(|near| near.in_set(set))
    }

    /// The word before the word before.
    pub(super) fn second_before(&self) -> Option<Near> {
        word_before(self.text, self.before.as_ref()?.start)
    }

    /// The text between this name and the one found before it, if that is near.
    pub(super) fn gap_from_last(&self, of: fn(NamedPlace) -> bool) -> Option<&'t str> {
        self.last
            .filter(|m| of(m.place()))
            .and_then(|m| self.text.get(m.end()..self.range.start))
            .filter(|gap| gap.len() <= REACH)
    }

    /// A member of a list after another place: `Nhật, Anh`, `Hà Nội và Huế`.
    pub(super) fn continues_list(&self, of: fn(NamedPlace) -> bool) -> bool {
        self.gap_from_last(of).is_some_and(|gap| {
            matches!(
                gap.trim_matches(|c: char| c.is_whitespace() || c == '_'),
                "," | ";" | "và" | "-" | "–" | "/" | "&" | ", và" | "hay" | "hoặc" | "với" | "đến"
            )
        })
    }

    /// After a surname: `Nguyễn Hòa Bình`, `Trần Thị Huế`.
    pub(super) fn follows_surname(&self) -> bool {
        let Some(near) = self.before.as_ref().filter(|n| n.word.starts_upper) else {
            return false;
        };
        near.in_set(SURNAME)
            || near.in_set(MIDDLE)
                && self
                    .second_before()
                    .is_some_and(|n| n.word.starts_upper && n.in_set(SURNAME))
    }

    /// Whether the name and the word after it are another word: *Pháp luật*.
    pub(super) fn makes_a_word(&self, row: &KeyRow) -> bool {
        row.sets & COMPOUND != 0
            && self.after().is_some_and(|near| {
                COMPOUNDS
                    .binary_search_by(|(name, second)| {
                        (name.as_bytes(), second.as_bytes())
                            .cmp(&(row.key.as_bytes(), near.key.as_bytes()))
                    })
                    .is_ok()
            })
    }

    /// What follows the name, past the blanks.
    pub(super) fn next(&self) -> Option<char> {
        let ahead = self.text.get(self.range.end..)?;
        ahead.trim_start_matches(BLANKS).chars().next()
    }

    /// The word right after the name with only blanks between.
    pub(super) fn after(&self) -> Option<Near> {
        let ahead = self.text.get(self.range.end..)?;
        let trimmed = ahead.trim_start_matches(BLANKS);
        if trimmed.len() == ahead.len() {
            return None;
        }
        let start = self.text.len() - trimmed.len();
        // Only a short word can be one the rules know; the rest is cut off.
        let mut end = trimmed.len().min(REACH);
        while !trimmed.is_char_boundary(end) {
            end -= 1;
        }
        let mut key = Key::new();
        let word = key.push_word(self.text.get(..start + end)?, start)?;
        Some(Near::new(key, start, word))
    }
}

/// The word right before `pos` with only blanks between, on the same line.
pub(super) fn word_before(text: &str, pos: usize) -> Option<Near> {
    let behind = text.get(..pos)?;
    let trimmed = behind.trim_end_matches(BLANKS);
    if trimmed.len() == behind.len() {
        return None;
    }
    last_word(trimmed)
}

/// The word that ends a text.
pub(super) fn last_word(text: &str) -> Option<Near> {
    let mut start = text.len();
    for c in text.chars().rev() {
        let part = !matches!(classify(c), Piece::Other);
        if !part || text.len() - start > REACH {
            break;
        }
        start -= c.len_utf8();
    }
    let mut key = Key::new();
    let word = key.push_word(text, start)?;
    (word.end == text.len()).then(|| Near::new(key, start, word))
}

/// The first byte from `pos` on that is none of these.
pub(super) fn skip(text: &str, pos: usize, over: &[char]) -> usize {
    let rest = text.get(pos..).unwrap_or("");
    text.len() - rest.trim_start_matches(over).len()
}

/// A text without a word at its end and the blanks before it.
pub(super) fn without_word<'t>(text: &'t str, key: &str) -> &'t str {
    match last_word(text).filter(|near| near.is(key)) {
        Some(near) => text
            .get(..near.start)
            .unwrap_or("")
            .trim_end_matches(BLANKS),
        None => text,
    }
}

/// Most words of a name in a set of words.
pub(super) const NAME_WORDS: usize = 5;

/// Whether a name of a set starts at `pos`.
pub(super) fn name_in_set(text: &str, mut pos: usize, set: u32) -> bool {
    let mut key = Key::new();
    for _ in 0..NAME_WORDS {
        let Some(word) = key
            .push_word(text, pos)
            .filter(|word| word.starts_upper || key.len() > 0)
        else {
            return false;
        };
        let Some(row) = table::find(&key) else {
            return false;
        };
        if row.sets & set != 0 {
            return true;
        }
        pos = skip(text, word.end, &BLANKS);
        key.push(b' ');
    }
    false
}

/// Whether a text ends in a name of a set.
pub(super) fn ends_in_set(text: &str, set: u32) -> bool {
    let mut end = text.len();
    for _ in 0..NAME_WORDS {
        let Some(near) = text.get(..end).and_then(last_word) else {
            return false;
        };
        if name_in_set(text, near.start, set) {
            return true;
        }
        end = text
            .get(..near.start)
            .unwrap_or("")
            .trim_end_matches(BLANKS)
            .len();
    }
    false
}

/// Whether a word could be one Vietnamese syllable, so that a capital before
/// or after a name may belong to the same name. *Donald* and *Trump* cannot.
pub(super) fn is_syllable(near: &Near) -> bool {
    let key = near.key.as_bytes();
    // The tone comes after the letters.
    let letters = match key.split_last() {
        Some((tone, rest)) if b"FSRXJ".contains(tone) => rest,
        _ => key,
    };
    let onsets: [&[u8]; 27] = [
        b"ngh", b"ng", b"nh", b"th", b"tr", b"ch", b"gh", b"gi", b"kh", b"ph", b"qu", b"b", b"c",
        b"d", b"D", b"g", b"h", b"k", b"l", b"m", b"n", b"r", b"s", b"t", b"v", b"x", b"",
    ];
    let vowels = b"aABeEioOPuUy";
    let codas: [&[u8]; 9] = [b"", b"c", b"ch", b"m", b"n", b"ng", b"nh", b"p", b"t"];
    onsets.iter().any(|onset| {
        let Some(rest) = letters.strip_prefix(*onset) else {
            return false;
        };
        let nucleus = rest.iter().take_while(|b| vowels.contains(b)).count();
        let doubled = rest
            .get(..nucleus)
            .unwrap_or(&[])
            .windows(2)
            .any(|w| w.first() == w.last());
        // After gi and qu the vowel may be the letter already taken (gì).
        let enough = nucleus > 0 || *onset == b"gi";
        enough
            && nucleus <= 3
            && !doubled
            && rest
                .get(nucleus..)
                .is_some_and(|coda| codas.contains(&coda))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        let near = |text: &str| last_word(text).unwrap();
        for word in [
            "Linh", "Tho", "Nguyễn", "Giao", "Gì", "Quốc", "Anh", "Tuấn", "Đình", "Yên", "Nghĩa",
        ] {
            assert!(is_syllable(&near(word)), "{word}");
        }
        for word in [
            "Donald", "Joe", "Trump", "Emmanuel", "Olaf", "Fumio", "Biden", "Samsung", "Kishida",
        ] {
            assert!(!is_syllable(&near(word)), "{word}");
        }
    }
}
