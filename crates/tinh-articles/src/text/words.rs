//! Words and signs, each with the key of its folded form.

use std::ops::Range;

use crate::cues::{Key, Lexicon};

/// A word, a number or a sign of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The key of the folded word; that of no word where no cue has it.
    pub(crate) key: Key,
    pub(crate) shape: Shape,
}

impl Word {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Small letters first.
    Small,
    /// A capital first.
    Capital,
    /// Digits only.
    Digits,
    /// A sign by itself.
    Sign(char),
}

/// The words and signs of a text, in order.
pub(crate) fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        if !is_of_word(first) {
            let key = lexicon.key(first.encode_utf8(&mut [0; 4]));
            let end = start + first.len_utf8();
            found.push(Word {
                start,
                end,
                key,
                shape: Shape::Sign(first),
            });
            continue;
        }
        let (mut end, mut digits) = (start + first.len_utf8(), first.is_ascii_digit());
        while let Some(&(at, letter)) = letters.peek() {
            // `50ha`, `9.000ha`: a number ends where letters begin.
            let turns = letter.is_ascii_digit() != digits && digits;
            if !is_of_word(letter) || turns {
                break;
            }
            end = at + letter.len_utf8();
            digits = digits && letter.is_ascii_digit();
            letters.next();
        }
        let shape = match () {
            () if digits => Shape::Digits,
            () if first.is_uppercase() => Shape::Capital,
            () => Shape::Small,
        };
        fold(text.get(start..end).unwrap_or(""), &mut folded);
        let key = lexicon.key(&folded);
        found.push(Word {
            start,
            end,
            key,
            shape,
        });
    }
    found
}

fn is_of_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    is_letter(letter)
        || letter.is_numeric()
        || unicode_normalization::char::is_combining_mark(letter)
}

/// Whether a character is a letter; those of Vietnamese are told without a table.
pub(crate) fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        '×' | '÷' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => letter.is_alphabetic(),
    }
}

/// Marks and joiners that take no room.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}')
}

/// A word by its letters and tones: small letters, the tone where the new
/// spelling puts it, `y` for a final `i` after one consonant (*tỉ*, *kì*).
pub(crate) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    for letter in word.chars() {
        match letter {
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\0'..='\x7f' => folded.push(letter),
            // All dashes are one.
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    let mut end = folded.chars().rev();
    let (last, before) = (end.next(), end.next());
    let moved = match (before, last) {
        (Some('o'), Some(vowel)) => moved_from(vowel, "aàáảãạ", "oòóỏõọ", 'a')
            .or_else(|| moved_from(vowel, "eèéẻẽẹ", "oòóỏõọ", 'e')),
        (Some('u'), Some(vowel)) if !folded.starts_with('q') => {
            moved_from(vowel, "yỳýỷỹỵ", "uùúủũụ", 'y')
        }
        // *quí* is *quý*, and so is the misspelt *qúy*.
        (Some('u'), Some(vowel)) if folded.chars().count() == 3 => toned_y(vowel, "iìíỉĩị"),
        (Some(vowel), Some('y')) if folded.starts_with('q') && folded.chars().count() == 3 => {
            toned_y(vowel, "uùúủũụ").map(|(_, y)| (Some('u'), y))
        }
        (Some('k' | 'l' | 'm' | 't' | 's' | 'h'), Some(vowel)) if folded.chars().count() == 2 => {
            toned_y(vowel, "iìíỉĩị")
        }
        _ => None,
    };
    if let Some((toned, last)) = moved {
        folded.pop();
        if let Some(toned) = toned {
            folded.pop();
            folded.push(toned);
        }
        folded.push(last);
    }
}

/// `oá` as `óa`: the tone of the second vowel goes to the first.
fn moved_from(vowel: char, second: &str, first: &str, bare: char) -> Option<(Option<char>, char)> {
    let tone = second.chars().position(|v| v == vowel).filter(|&t| t > 0)?;
    Some((first.chars().nth(tone), bare))
}

/// `y` with the tone a vowel has among its spellings.
fn toned_y(vowel: char, spellings: &str) -> Option<(Option<char>, char)> {
    let tone = spellings.chars().position(|v| v == vowel)?;
    "yỳýỷỹỵ".chars().nth(tone).map(|y| (None, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard() {
        let mut told = '\0'..='\u{2fff}';
        assert_eq!(told.find(|&l| is_letter(l) != l.is_alphabetic()), None);
    }

    #[test]
    fn spellings_of_one_word_fold_alike() {
        let mut folded = String::new();
        for (word, expected) in [
            ("Hoá", "hóa"),
            ("hóa", "hóa"),
            ("LUỸ", "lũy"),
            ("Thuỷ", "thủy"),
            ("tỉ", "tỷ"),
            ("kì", "kỳ"),
            ("quý", "quý"),
            ("Qúy", "quý"),
            ("quí", "quý"),
            ("qui", "quy"),
            ("quốc", "quốc"),
            ("quả", "quả"),
            ("thoả", "thỏa"),
            ("đoàn", "đoàn"),
            ("khoản", "khoản"),
            ("–", "-"),
            ("FDI", "fdi"),
        ] {
            fold(word, &mut folded);
            assert_eq!(folded, expected, "{word}");
        }
    }
}
