//! The text under a reader: bytes, blanks, words ahead and behind.

use std::cell::Cell;

use super::familiar;
use crate::blank::Blanks;
use crate::fold::{self, Syllable};
use crate::settings::{Accents, Settings};
use crate::vocabulary::{self, Entry, Set, Sets, Word};

/// A text under the settings of a parser, for the length of one search.
#[derive(Debug)]
pub(crate) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) set: Settings,
    /// The text is one phrase: no rules about the words around, spaces may group.
    pub(super) whole: bool,
    pub(super) blanks: Blanks,
    unaccented: bool,
    /// The word read last, and the word read last backwards: several rules in a
    /// row ask about the same one.
    ahead: Cell<Seen>,
    behind: Cell<Seen>,
}

/// A word once read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// Where it was asked for.
    at: usize,
    pub(super) start: usize,
    pub(super) syllable: Option<Syllable>,
    pub(super) word: Option<Word>,
    pub(super) sets: Sets,
}

impl Seen {
    const fn nothing(at: usize) -> Self {
        Self {
            at,
            start: at,
            syllable: None,
            word: None,
            sets: Sets::NONE,
        }
    }

    /// Whether the word begins with a capital and is not in capitals throughout.
    pub(super) fn title(&self) -> bool {
        self.syllable.is_some_and(|s| s.capital && !s.shout)
    }

    /// Whether the word begins with a capital.
    pub(super) fn capital(&self) -> bool {
        self.syllable.is_some_and(|s| s.capital)
    }
}

impl<'t> Cursor<'t> {
    pub(crate) const fn new(text: &'t str, set: Settings, whole: bool) -> Self {
        Self {
            text,
            set,
            whole,
            blanks: set.blanks(),
            unaccented: matches!(set.accents, Accents::Optional),
            ahead: Cell::new(Seen::nothing(usize::MAX)),
            behind: Cell::new(Seen::nothing(usize::MAX)),
        }
    }

    #[inline]
    pub(super) const fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes().get(at).copied().unwrap_or(0)
    }

    #[inline]
    pub(super) fn digit(&self, at: usize) -> bool {
        self.byte(at).is_ascii_digit()
    }

    #[inline]
    pub(super) fn letter(&self, at: usize) -> bool {
        fold::is_letter(self.bytes(), at)
    }

    #[inline]
    pub(super) const fn unaccented(&self) -> bool {
        self.unaccented
    }

    #[inline]
    pub(super) fn blank(&self, at: usize) -> usize {
        self.blanks.at(self.bytes(), at)
    }

    /// The blanks at `at`, at most two: their bytes.
    #[inline]
    pub(super) fn gap(&self, at: usize) -> usize {
        // A byte no blank begins with under any setting.
        let solid = |b: u8| b > b' ' && b != b'_' && b & 0xdf != 0xc2;
        match self.byte(at) {
            b' ' if solid(self.byte(at + 1)) => 1,
            b if solid(b) => 0,
            _ => self.wide_gap(at),
        }
    }

    #[inline(never)]
    fn wide_gap(&self, at: usize) -> usize {
        let mut end = at;
        for _ in 0..self.blanks.most() {
            match self.blank(end) {
                0 => break,
                n => end += n,
            }
        }
        end - at
    }

    fn entry(&self, syllable: &Syllable) -> Entry {
        let entry = vocabulary::entry(syllable.key).unwrap_or(Entry::UNKNOWN);
        if self.unaccented && !syllable.marked && entry.word.is_none() {
            return vocabulary::bare_entry(syllable.key).unwrap_or(entry);
        }
        entry
    }

    /// The letters at `at` and what they are.
    #[inline]
    pub(super) fn seen(&self, at: usize) -> Seen {
        if self.ahead.get().at != at {
            self.look(at);
        }
        self.ahead.get()
    }

    /// Reads the word at `at` into the memory, from where a caller takes what it needs
    /// of it.
    #[inline(never)]
    fn look(&self, at: usize) {
        let (syllable, entry) = if !self.unaccented
            && let Some(found) = familiar::ahead(self.bytes(), at)
        {
            (found.syllable(), found.entry())
        } else if let Some(syllable) = fold::syllable(self.bytes(), at) {
            (syllable, self.entry(&syllable))
        } else {
            self.ahead.set(Seen::nothing(at));
            return;
        };
        self.ahead.set(Seen {
            at,
            start: at,
            syllable: Some(syllable),
            word: entry.word,
            sets: entry.sets,
        });
    }

    /// The letters that begin at `at`.
    #[inline]
    pub(super) fn syllable(&self, at: usize) -> Option<Syllable> {
        self.seen(at).syllable
    }

    /// The word of the grammar that begins at `at`, and its end.
    #[inline]
    pub(super) fn word(&self, at: usize) -> Option<(Word, usize)> {
        let seen = self.seen(at);
        Some((seen.word?, seen.syllable?.end))
    }

    /// The word after one gap.
    #[inline]
    pub(super) fn next(&self, end: usize) -> Option<Seen> {
        match self.gap(end) {
            0 => None,
            gap => Some(self.seen(end + gap)).filter(|seen| seen.syllable.is_some()),
        }
    }

    /// The word of the grammar after one gap.
    #[inline]
    pub(super) fn next_word(&self, end: usize) -> Option<(Word, usize)> {
        match self.gap(end) {
            0 => None,
            gap => self.word(end + gap),
        }
    }

    /// The word of the grammar after one gap, or after a comma and a gap.
    pub(super) fn next_or_listed(&self, end: usize) -> Option<(Word, usize)> {
        self.next_word(end + usize::from(self.byte(end) == b','))
    }

    /// The sets of the word at `at`, or of the two words that begin there where
    /// they are one: those after it count for nothing then.
    pub(super) fn sets_ahead(&self, at: usize) -> Sets {
        let seen = self.seen(at);
        if seen.sets.has(Set::BeginsPair)
            && let Some(first) = seen.syllable
            && let Some(second) = self.next(first.end).and_then(|next| next.syllable)
            && let Some(sets) = self.pair(&first, &second)
        {
            return sets;
        }
        seen.sets
    }

    /// The sets of two words in a row, where the vocabulary has them as one.
    fn pair(&self, first: &Syllable, second: &Syllable) -> Option<Sets> {
        if self.unaccented && !first.marked && !second.marked {
            vocabulary::bare_pair(first.key, second.key)
        } else {
            vocabulary::pair(first.key, second.key)
        }
    }

    /// The sets of a word seen, or of it and the word before it where they are one,
    /// and where that word or the two begin.
    pub(super) fn sets_before_word(&self, seen: &Seen, floor: usize) -> (Sets, usize) {
        if seen.sets.has(Set::EndsPair)
            && let Some(second) = seen.syllable
            && let Some((start, first)) = self.word_before_that(seen.start, floor)
            && let Some(sets) = self.pair(&first, &second)
        {
            return (sets, start);
        }
        (seen.sets, seen.start)
    }

    /// The word before `at` without touching what is remembered.
    fn word_before_that(&self, at: usize, floor: usize) -> Option<(usize, Syllable)> {
        let end = self.back_over_gap(at, floor)?;
        let (start, syllable, _) = self.word_ending(end, floor)?;
        Some((start, syllable))
    }

    /// Whether the word at `at`, which ends in `head`, and the next one are one
    /// word in this set.
    pub(super) fn pair_ahead(&self, head: &Seen, set: Set) -> bool {
        head.sets.has(Set::BeginsPair)
            && head.syllable.is_some_and(|first| {
                self.next(first.end)
                    .and_then(|next| next.syllable)
                    .and_then(|second| self.pair(&first, &second))
                    .is_some_and(|sets| sets.has(set))
            })
    }

    /// Whether the word after the gap may be typed without accents.
    pub(super) fn bare(&self, end: usize) -> bool {
        self.unaccented
            && self
                .syllable(end + self.gap(end))
                .is_some_and(|s| !s.marked)
    }

    /// The word before `at` with its meaning. The floor is one for a whole
    /// attempt, so it is not a part of the memory's key.
    #[inline]
    pub(super) fn seen_before(&self, at: usize, floor: usize) -> Seen {
        let last = self.behind.get();
        if last.at != at || last.start < floor {
            self.look_back(at, floor);
        }
        self.behind.get()
    }

    #[inline(never)]
    fn look_back(&self, at: usize, floor: usize) {
        let word = self
            .back_over_gap(at, floor)
            .and_then(|end| self.word_ending(end, floor));
        let Some((start, syllable, entry)) = word else {
            self.behind.set(Seen::nothing(at));
            return;
        };
        self.behind.set(Seen {
            at,
            start,
            syllable: Some(syllable),
            word: entry.word,
            sets: entry.sets,
        });
    }

    /// The end of the word before the gap that ends at `at`.
    #[inline]
    pub(super) fn back_over_gap(&self, at: usize, floor: usize) -> Option<usize> {
        // One space, as nearly always.
        if at > floor + 1
            && self.byte(at - 1) == b' '
            && !matches!(self.byte(at - 2), 0..=b' ' | b'_')
        {
            return Some(at - 1);
        }
        self.back_over_wide_gap(at, floor)
    }

    #[inline(never)]
    fn back_over_wide_gap(&self, at: usize, floor: usize) -> Option<usize> {
        let bytes = self.bytes();
        let mut end = at;
        for _ in 0..self.blanks.most() {
            if end <= floor {
                return None;
            }
            let back = fold::before(bytes, end);
            if self.blank(back) == end - back {
                end = back;
            } else {
                break;
            }
        }
        (end < at && end > floor).then_some(end)
    }

    /// The start of one blank before `at`, else `at`.
    pub(super) fn back_over_blank(&self, at: usize, floor: usize) -> usize {
        if at <= floor {
            return at;
        }
        match self.byte(at - 1) {
            b' ' => return at - 1,
            b'!'..=b'^' | b'a'..=b'~' => return at,
            _ => {}
        }
        let back = fold::before(self.bytes(), at);
        if self.blank(back) == at - back && back >= floor {
            back
        } else {
            at
        }
    }

    /// The word that ends at `end`.
    #[inline]
    pub(super) fn word_ending(&self, end: usize, floor: usize) -> Option<(usize, Syllable, Entry)> {
        let bytes = self.bytes();
        if !self.unaccented
            && let Some((start, found)) = familiar::behind(bytes, end)
            && start >= floor
        {
            return Some((start, found.syllable(), found.entry()));
        }
        self.any_word_ending(end, floor)
    }

    #[inline(never)]
    fn any_word_ending(&self, end: usize, floor: usize) -> Option<(usize, Syllable, Entry)> {
        let bytes = self.bytes();
        // A word of the language has at most seven letters, each at most three
        // code points; a longer run of letters and marks is none of ours.
        let lowest = floor.max(end.saturating_sub(48));
        let mut start = end;
        let mut strange = false;
        while start > lowest {
            let b = bytes[start - 1];
            if b < 0x80 {
                if !b.is_ascii_alphabetic() {
                    break;
                }
            } else {
                // The letters of the language begin with these bytes; others
                // have to be looked at one by one.
                strange |= b >= 0xc0 && !matches!(b, 0xc3..=0xc6 | 0xcc | 0xcd | 0xe1);
            }
            start -= 1;
        }
        if strange || start < end && bytes[start] & 0xc0 == 0x80 {
            start = end;
            while start > lowest {
                let back = fold::before(bytes, start);
                if back < lowest || !fold::is_letter(bytes, back) {
                    break;
                }
                start = back;
            }
        }
        if start == end || end - start >= 48 {
            return None;
        }
        let syllable = fold::syllable(bytes, start).filter(|s| s.end == end)?;
        Some((start, syllable, self.entry(&syllable)))
    }

    /// The end of a run of digits and the marks of dates and phone numbers.
    pub(super) fn token_run(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            match self.byte(end) {
                b'0'..=b'9' => end += 1,
                b'/' | b':' | b'.' | b'-' | b',' if self.digit(end + 1) => end += 2,
                _ => return end,
            }
        }
    }

    /// Whether only a few blanks stand between the beginning of the line and `at`.
    pub(super) fn at_line_start(&self, at: usize) -> bool {
        let mut back = at;
        for _ in 0..8 {
            if back == 0 {
                return true;
            }
            match self.byte(back - 1) {
                b' ' | b'\t' => back -= 1,
                b'\n' => return true,
                _ => return false,
            }
        }
        false
    }

    /// Whether only a few blanks stand between `at` and the end of the line.
    pub(super) fn at_line_end(&self, at: usize) -> bool {
        let mut end = at;
        for _ in 0..8 {
            match self.byte(end) {
                b' ' | b'\t' | b'\r' => end += 1,
                b'\n' => return true,
                0 => return end >= self.text.len(),
                _ => return false,
            }
        }
        false
    }
}
