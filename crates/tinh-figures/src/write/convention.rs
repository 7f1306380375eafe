//! The two conventions of marks in digits.

/// Which mark groups and which divides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Convention {
    /// `1.234.567,89`.
    #[default]
    Vietnamese,
    /// `1,234,567.89`.
    English,
}
