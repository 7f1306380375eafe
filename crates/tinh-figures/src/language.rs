//! The language of messages and of written numbers.

use crate::write::convention::Convention;

/// The language of messages and headings, and with it the format of numbers:
/// `1.234,5` or `1,234.5`.
///
/// ```
/// use tinh_figures::Language;
///
/// assert_eq!(Language::default(), Language::Vietnamese);
/// assert_eq!(Language::English.choose("tổng", "total"), "total");
/// ```
///
/// ```
/// use tinh_figures::{Language, digits};
/// let one_and_a_half = "1,5".parse::<tinh_figures::Figure>()?.value().unwrap_or_default();
/// let english = digits(one_and_a_half).convention(Language::English.convention());
/// assert_eq!((digits(one_and_a_half).to_string(), english.to_string()), ("1,5".into(), "1.5".into()));
/// # Ok::<(), tinh_figures::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Language {
    /// Vietnamese; `.` groups and `,` is the decimal mark.
    #[default]
    Vietnamese,
    /// English; `,` groups and `.` is the decimal mark.
    English,
}

impl Language {
    /// Returns the wording of this language.
    #[must_use]
    pub fn choose<T>(self, vietnamese: T, english: T) -> T {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }

    /// Returns how numbers are written in this language.
    #[must_use]
    pub const fn convention(self) -> Convention {
        match self {
            Self::Vietnamese => Convention::Vietnamese,
            Self::English => Convention::English,
        }
    }
}
