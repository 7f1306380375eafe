//! Things of a text in the order of their first words, found by a word at once.

use std::ops::Deref;

/// Things in order, with the first at or behind each word.
#[derive(Debug)]
pub(crate) struct ByWord<T> {
    items: Vec<T>,
    /// By word: the place of the first thing that begins at it or behind it.
    first: Vec<u32>,
}

impl<T> ByWord<T> {
    /// `items` in the order of their first words, which `start` gives; `words`:
    /// how many words the text has.
    pub(super) fn new(items: Vec<T>, words: usize, start: impl Fn(&T) -> usize) -> Self {
        let mut first = Vec::with_capacity(words + 1);
        for (at, item) in items.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            while first.len() <= start(item) {
                first.push(at);
            }
        }
        Self { items, first }
    }

    /// The things that begin at a word or behind it.
    pub(crate) fn from(&self, word: usize) -> &[T] {
        let first = self.first.get(word);
        let first = first.map_or(self.items.len(), |&at| at as usize);
        self.items.get(first..).unwrap_or(&[])
    }

    /// The things that begin within some words.
    pub(crate) fn within(&self, start: usize, end: usize) -> &[T] {
        let (all, behind) = (self.from(start), self.from(end));
        let count = all.len().saturating_sub(behind.len());
        all.get(..count).unwrap_or(&[])
    }
}

impl<T> Deref for ByWord<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::ByWord;

    #[test]
    fn what_begins_at_a_word_is_found_and_what_does_not_is_left() {
        let by_word = ByWord::new(vec![2, 2, 5], 7, |&at| at);
        assert_eq!(by_word.from(0), [2, 2, 5]);
        assert_eq!(by_word.from(3), [5]);
        assert_eq!(by_word.from(6), [0_usize; 0]);
        assert_eq!(by_word.within(0, 5), [2, 2]);
        assert_eq!(by_word.within(2, 9), [2, 2, 5]);
        assert_eq!(by_word.within(5, 2), [0_usize; 0]);
    }
}
