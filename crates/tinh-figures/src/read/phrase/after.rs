//! The words after a figure that bound it: `trở lên`, `trở xuống`.

use crate::qualifier::Qualifier;
use crate::read::cursor::Cursor;
use crate::read::token::Span;
use crate::vocabulary::Word;

/// How many words may be between a number that `từ` precedes and its `trở lên`:
/// `từ 10 năm kinh nghiệm quản lý trở lên`.
const WORDS_BETWEEN: usize = 6;

impl Cursor<'_> {
    /// `trở lên`, `trở xuống` after the figure, its noun or its rate, which end at
    /// `end`; with `from`, also after the rest of a longer noun.
    pub(in crate::read) fn qualifier_after(
        &self,
        end: usize,
        from: bool,
    ) -> Option<(Qualifier, Span)> {
        let mut end = end;
        for _ in 0..WORDS_BETWEEN {
            let next = self.next(end)?;
            if next.word == Some(Word::Turn) {
                let (word, to) = self.next_word(next.syllable?.end)?;
                let qualifier = match word {
                    Word::Up => Qualifier::AtLeast,
                    Word::Down => Qualifier::AtMost,
                    _ => return None,
                };
                return Some((qualifier, (next.start, to)));
            }
            // Words of the grammar end a noun: `từ 5 người đến 7 người trở lên`.
            if !from || next.word.is_some() {
                return None;
            }
            end = next.syllable?.end;
        }
        None
    }
}
