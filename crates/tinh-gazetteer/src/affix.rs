//! The words around the name of a unit, from `data/affixes.tsv`.

use crate::tables::AFFIXES;

/// On which side of a name words come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// What words around a name say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Nothing,
    Province,
    Municipality,
    /// A town inside a province.
    Town,
    /// The unit before the merger.
    Old,
    /// The unit after it.
    New,
    /// An office, whose place comes last: *Cục Thuế tỉnh Hà Nam*.
    Office,
}

#[derive(Debug)]
pub(crate) struct AffixRow {
    pub(crate) side: Side,
    /// The folded words.
    pub(crate) key: &'static str,
    pub(crate) says: Says,
}

/// Takes the longest words of the table off one side of a folded name, and
/// tells what they say. `None` when it begins (or ends) with none of them, or
/// with nothing else.
pub(crate) fn strip(key: &[u8], side: Side) -> Option<(&[u8], Says)> {
    AFFIXES
        .iter()
        .filter(|row| row.side == side)
        .find_map(|row| Some((without(key, row)?, row.says)))
}

/// The name without the words of a row and the blank between them.
fn without<'k>(key: &'k [u8], row: &AffixRow) -> Option<&'k [u8]> {
    let words = row.key.as_bytes();
    // One byte tells nearly every row apart, without a call.
    let (own, of_words) = match row.side {
        Side::Before => (key.first(), words.first()),
        Side::After => (key.last(), words.last()),
    };
    if own != of_words {
        return None;
    }
    match row.side {
        Side::Before => key.strip_prefix(words)?.strip_prefix(b" "),
        Side::After => key.strip_suffix(words)?.strip_suffix(b" "),
    }
}

/// What a text says that is nothing but such words: `TP`, `tỉnh`, `cũ`.
pub(crate) fn alone(key: &[u8]) -> Option<Says> {
    AFFIXES
        .iter()
        .find(|row| row.key.as_bytes() == key && row.says != Says::Office)
        .map(|row| row.says)
}
