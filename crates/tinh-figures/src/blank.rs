//! The blanks between the words of one figure.

/// The characters that join two words of a figure besides spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Blanks {
    /// `_` joins the syllables of a segmented text.
    pub(crate) underscores: bool,
    /// A single line break inside a figure of a text with hard-wrapped lines.
    pub(crate) line_breaks: bool,
    /// A tab parts the cells of a table: no blank.
    pub(crate) cells: bool,
}

impl Blanks {
    /// The length of the blank at `at`: a space or tab, a no-break space, a thin
    /// or figure space, and what the settings add; 0 where there is none.
    #[inline]
    pub(crate) fn at(self, bytes: &[u8], at: usize) -> usize {
        match bytes.get(at) {
            Some(b' ') => 1,
            Some(b'\t') => usize::from(!self.cells),
            Some(0xc2) if bytes.get(at + 1) == Some(&0xa0) => 2,
            // U+2002 to U+200A and U+202F.
            Some(0xe2)
                if bytes.get(at + 1) == Some(&0x80)
                    && matches!(bytes.get(at + 2), Some(0x82..=0x8a | 0xaf)) =>
            {
                3
            }
            Some(b'_') => usize::from(self.underscores),
            Some(b'\r') => usize::from(self.line_breaks && bytes.get(at + 1) == Some(&b'\n')),
            // A blank line parts paragraphs.
            Some(b'\n') => usize::from(
                self.line_breaks && !matches!(bytes.get(at + 1), None | Some(b'\n' | b'\r')),
            ),
            _ => 0,
        }
    }

    /// How many blanks may follow each other inside a figure.
    #[inline]
    pub(crate) const fn most(self) -> usize {
        if self.line_breaks { 4 } else { 2 }
    }
}
