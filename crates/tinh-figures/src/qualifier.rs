//! How a number bounds the true one.

use std::fmt;

/// How the printed number bounds the true one.
///
/// ```
/// use tinh_figures::{Qualifier, parse};
/// for (text, qualifier) in [
///     ("hơn 5 tỷ", Qualifier::MoreThan),
///     ("gần 5 tỷ", Qualifier::Almost),
///     ("khoảng 5 tỷ", Qualifier::About),
///     ("5 tỷ", Qualifier::Exact),
/// ] {
///     assert_eq!(parse(text)?.figure().qualifier(), qualifier);
/// }
/// # Ok::<(), tinh_figures::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Qualifier {
    /// The value itself.
    Exact,
    /// `khoảng`, `chừng`, `xấp xỉ`, `~`: near the value, on either side.
    About,
    /// `hơn`, `trên`, `vượt`: above the value.
    MoreThan,
    /// `ít nhất`, `tối thiểu`, `trở lên`: the value or above.
    AtLeast,
    /// `gần`, `ngót`: just below the value.
    Almost,
    /// `dưới`, `chưa đến`: below the value.
    LessThan,
    /// `không quá`, `tối đa`, `trở xuống`: the value or below.
    AtMost,
    /// `từ … đến …`, `5-7`: between two values, both included.
    Range,
    /// `hàng trăm`, `vài nghìn`: an order of magnitude without a value.
    Indefinite,
}

impl Qualifier {
    /// `exact`, `about`, `more_than`, `at_least`, `almost`, `less_than`,
    /// `at_most`, `range` or `indefinite`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::Almost => "almost",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::Range => "range",
            Self::Indefinite => "indefinite",
        }
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
