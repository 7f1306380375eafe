//! The language answers are written in.

/// The language of headings and messages, and with it the format of numbers:
/// `1.234,5` or `1,234.5`. Names of figures, measures and sources are not
/// translated; dates are written as ISO 8601 has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// Vietnamese; `.` groups and `,` is the decimal mark.
    #[default]
    Vietnamese,
    /// English; `,` groups and `.` is the decimal mark.
    English,
}

/// How many names a message lists: the value it is made from has them all.
const LISTED: usize = 20;

impl Language {
    /// The same in either language.
    pub(crate) const fn word<T: Copy>(self, vietnamese: T, english: T) -> T {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }

    /// Names in one line, and how many more there are: ten thousand ids are
    /// not a message.
    pub(crate) fn list<T: ToString>(self, names: &[T]) -> String {
        let mut listed: Vec<String> = names.iter().take(LISTED).map(ToString::to_string).collect();
        let more = names.len().saturating_sub(LISTED);
        if more > 0 {
            listed.push(match self {
                Self::Vietnamese => format!("và {more} mục khác"),
                Self::English => format!("and {more} more"),
            });
        }
        listed.join(", ")
    }
}
