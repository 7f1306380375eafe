//! The places in a running text where a figure may begin.

use super::{Found, Reader, Step};
use crate::fold;
use crate::lexicon::Word;
use crate::parser::Spoken;

impl Reader<'_> {
    /// The first figure at or after `from`.
    pub(crate) fn find(&self, from: usize) -> Option<Found> {
        let mut at = from;
        let mut floor = from;
        loop {
            at = self.anchor(at)?;
            match self.figure(at, floor) {
                Step::Found(found) => return Some(found),
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
        let mut at = from;
        let spoken = self.set.spoken == Spoken::On;
        while let Some(&b) = bytes.get(at) {
            if b.is_ascii_digit() {
                return Some(at);
            }
            if spoken && (b.is_ascii_alphabetic() || b >= 0xc3) {
                let Some(syllable) = fold::syllable(bytes, at) else {
                    at += 1;
                    continue;
                };
                if starts(self.lookup(&syllable)) {
                    return Some(at);
                }
                at = syllable.end;
                continue;
            }
            at += 1;
        }
        None
    }
}

/// Whether a figure may begin with this word.
fn starts(word: Option<Word>) -> bool {
    matches!(
        word,
        Some(
            Word::Digit(_)
                | Word::Ten
                | Word::Twenty
                | Word::HalfOf
                | Word::Order
                | Word::Few
                | Word::Fold
                | Word::Th
                | Word::Rank
                | Word::Scale(_)
                | Word::Hundred
        )
    )
}
