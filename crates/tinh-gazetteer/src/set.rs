//! Sets of table rows: pieces, versions, ids. As many 64-bit words as the table
//! needs; the generator counts the rows, so no table has a longest length.

use std::iter::FusedIterator;

/// A set of row numbers below `64 * WORDS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Set<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Set<WORDS> {
    pub(crate) const EMPTY: Self = Set([0; WORDS]);

    pub(crate) const fn new(words: [u64; WORDS]) -> Self {
        Set(words)
    }

    /// The set of one row; empty for a number past the end.
    pub(crate) fn of(row: u16) -> Self {
        let mut set = Self::EMPTY;
        if let Some(word) = set.0.get_mut(usize::from(row / 64)) {
            *word = 1 << (row % 64);
        }
        set
    }

    pub(crate) const fn union(self, other: Self) -> Self {
        let mut words = self.0;
        let mut at = 0;
        while at < WORDS {
            words[at] |= other.0[at];
            at += 1;
        }
        Set(words)
    }

    pub(crate) const fn intersection(self, other: Self) -> Self {
        let mut words = self.0;
        let mut at = 0;
        while at < WORDS {
            words[at] &= other.0[at];
            at += 1;
        }
        Set(words)
    }

    pub(crate) const fn difference(self, other: Self) -> Self {
        let mut words = self.0;
        let mut at = 0;
        while at < WORDS {
            words[at] &= !other.0[at];
            at += 1;
        }
        Set(words)
    }

    pub(crate) const fn is_empty(self) -> bool {
        let mut at = 0;
        while at < WORDS {
            if self.0[at] != 0 {
                return false;
            }
            at += 1;
        }
        true
    }

    pub(crate) const fn len(self) -> usize {
        let mut len = 0;
        let mut at = 0;
        while at < WORDS {
            len += self.0[at].count_ones() as usize;
            at += 1;
        }
        len
    }

    pub(crate) const fn overlaps(self, other: Self) -> bool {
        !self.intersection(other).is_empty()
    }

    pub(crate) const fn is_subset(self, other: Self) -> bool {
        self.difference(other).is_empty()
    }

    pub(crate) fn contains(self, row: u16) -> bool {
        self.0
            .get(usize::from(row / 64))
            .is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    pub(crate) fn iter(self) -> Members<WORDS> {
        Members(self)
    }
}

impl<const WORDS: usize> Default for Set<WORDS> {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// The rows of a set, lowest first.
#[derive(Clone, Debug)]
pub(crate) struct Members<const WORDS: usize>(Set<WORDS>);

impl<const WORDS: usize> Iterator for Members<WORDS> {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        let (mut base, mut at) = (0u16, None);
        for word in &mut self.0.0 {
            if *word != 0 {
                at = u16::try_from(word.trailing_zeros()).ok();
                *word &= *word - 1;
                break;
            }
            base += 64;
        }
        at.map(|at| base + at)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl<const WORDS: usize> ExactSizeIterator for Members<WORDS> {}
impl<const WORDS: usize> FusedIterator for Members<WORDS> {}

#[cfg(test)]
mod tests {
    use super::Set;

    /// A table of more rows than any today: nothing ends at 64 or at 128.
    #[test]
    fn rows_beyond_any_word() {
        type Long = Set<5>;
        let rows = [0, 63, 64, 127, 128, 200, 319];
        let set = rows
            .iter()
            .fold(Long::EMPTY, |set, row| set.union(Long::of(*row)));
        assert_eq!(set.iter().collect::<Vec<_>>(), rows);
        assert_eq!((set.len(), set.iter().len()), (7, 7));
        assert!(set.contains(200) && !set.contains(199) && !set.contains(320));
        assert!(Long::of(320).is_empty());
        assert!(Long::of(128).is_subset(set) && Long::of(128).overlaps(set));
        assert!(set.difference(set).is_empty() && !set.overlaps(Long::of(129)));
        assert_eq!(set.intersection(Long::of(319)).iter().last(), Some(319));
    }
}
