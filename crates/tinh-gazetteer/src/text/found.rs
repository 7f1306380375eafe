//! A place named in a text.

use crate::place::NamedPlace;
use std::fmt;
use std::ops::Range;

/// A place named in a text.
///
/// ```
/// let text = "Tỉnh Vĩnh Long mở cửa";
/// let found = tinh_gazetteer::find_iter(text).next().unwrap();
/// assert_eq!(found.place().id(), Some("vinh-long"));
/// assert_eq!(&text[found.range()], found.as_str());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) place: NamedPlace,
}

impl<'t> Match<'t> {
    /// Where the name stands, in bytes of the text: without `tỉnh` and `thành
    /// phố` before it, but all of `TP.HCM`.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// First byte.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or("")
    }

    /// The place it names.
    #[must_use]
    pub fn place(&self) -> NamedPlace {
        self.place
    }
}

impl fmt::Debug for Match<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Match")
            .field("range", &self.range())
            .field("text", &self.as_str())
            .field("place", &self.place)
            .finish()
    }
}
