//! The longest name at a place of a text, before any look around.

use crate::fold::{Key, Word};
use crate::table::{self, Case, Hit, KeyRow, Use};
use crate::tables::{DIRECTION, FUNCTION};

/// A name at a place of the text, before the look around.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) row: &'static KeyRow,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// The first word is a side or begins sentences: *Đông*, *Từ*.
    pub(super) side: bool,
}

/// How the words of a name are capitalised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Every word starts with a capital.
    pub(super) words: bool,
    /// Every letter is a capital, and there are at least two.
    pub(super) all: bool,
    letters: usize,
}

impl Shape {
    fn of(word: Word) -> Self {
        Shape {
            words: word.starts_upper,
            all: word.letters == word.capitals,
            letters: word.letters,
        }
    }

    fn then(self, word: Word) -> Self {
        let next = Shape::of(word);
        Shape {
            words: self.words && next.words,
            all: self.all && next.all,
            letters: self.letters + next.letters,
        }
    }

    pub(super) fn fits(self, case: Case) -> bool {
        match case {
            Case::First => true,
            Case::Words => self.words,
            Case::All => self.all,
        }
    }

    /// Set in capitals, so that capitals tell nothing.
    pub(super) fn shouted(self) -> bool {
        self.all && self.letters > 1
    }
}

/// The longest name that starts with a word, whose key is `key` already.
pub(super) fn walk(text: &str, key: &mut Key, first: Word, segmented: bool) -> Option<Found> {
    let mut row = table::find(key)?;
    let side = row.sets & (DIRECTION | FUNCTION) != 0;
    let mut shape = Shape::of(first);
    let mut word = first;
    let mut best = None;
    loop {
        if row
            .targets()
            .iter()
            .any(|t| shape.fits(t.case) && t.usage != Use::Lookup)
        {
            best = Some(Found {
                row,
                end: close(text, row, word.end),
                shape,
                side,
            });
        }
        if !row.extends {
            return best;
        }
        let Some((gap, next)) = gap(text, word, segmented) else {
            return best;
        };
        key.push(gap);
        word = match key.push_word(text, next) {
            Some(word) => word,
            None => return best,
        };
        shape = shape.then(word);
        row = match table::find(key) {
            Some(row) => row,
            None => return best,
        };
    }
}

/// The mark between two words of a name, and where the next word starts.
pub(super) fn gap(text: &str, word: Word, segmented: bool) -> Option<(u8, usize)> {
    let mut pos = word.end;
    let mut mark = None;
    let mut spaces = 0u8;
    let mut lines = 0u8;
    // A name is set close: more than a few blanks, or a blank line, ends it.
    loop {
        let c = text.get(pos..)?.chars().next()?;
        match c {
            '\n' if lines == 0 => lines = 1,
            ' ' | '\u{a0}' | '\t' | '\r' | '\u{202f}' | '\u{2009}' if spaces < 4 => spaces += 1,
            '_' if segmented && spaces < 4 => spaces += 1,
            '-' | '‐' | '‑' | '–' | '—' if mark.is_none() => mark = Some(b'-'),
            // T.T.Huế, TP.HCM, TP. HCM
            '.' if mark.is_none() && spaces == 0 && word.letters <= 2 => mark = Some(b' '),
            ',' if mark.is_none() && spaces == 0 => mark = Some(b','),
            '(' if mark.is_none() => mark = Some(b'('),
            '&' if mark.is_none() && spaces > 0 => mark = Some(b'&'),
            '\'' | '’' if mark.is_none() && spaces == 0 => mark = Some(b' '),
            _ => break,
        }
        pos += c.len_utf8();
    }
    if mark.is_none() && spaces == 0 && lines == 0 {
        return None;
    }
    Some((mark.unwrap_or(b' '), pos))
}

/// Takes in the bracket that closes `Đài Loan (Trung Quốc)`.
fn close(text: &str, row: &KeyRow, end: usize) -> usize {
    let bracket = row.key.contains('(') && text.as_bytes().get(end) == Some(&b')');
    end + usize::from(bracket)
}

/// The longest name that starts at `pos`.
fn name_at(text: &str, pos: usize, segmented: bool) -> Option<Found> {
    let mut key = Key::new();
    let word = key.push_word(text, pos).filter(|word| word.starts_upper)?;
    walk(text, &mut key, word, segmented)
}

/// Where the name of a unit ends that starts at `pos`: for lists.
pub(super) fn unit_at(text: &str, pos: usize, segmented: bool) -> Option<usize> {
    let found = name_at(text, pos, segmented)?;
    let mut targets = found.row.targets().iter();
    targets
        .any(|t| matches!(t.hit, Hit::Unit(_)) && t.usage == Use::Text)
        .then_some(found.end)
}

/// Whether the name of a country of one word starts at `pos`: for pairs.
pub(super) fn country_starts_at(text: &str, pos: usize, segmented: bool) -> bool {
    name_at(text, pos, segmented).is_some_and(|found| {
        let one_word = !found.row.key.contains(' ');
        let mut targets = found.row.targets().iter();
        one_word && targets.any(|t| matches!(t.hit, Hit::Country(_)))
    })
}
