//! Names in one line.

use tinh_figures::Language;

/// How many names a message lists: the value it is made from has them all.
const LISTED: usize = 20;

/// Names in one line, and how many more there are: ten thousand ids are not a
/// message.
pub(crate) fn list<T: ToString>(language: Language, names: &[T]) -> String {
    let listed: Vec<String> = names.iter().take(LISTED).map(ToString::to_string).collect();
    list_of(language, &listed, names.len())
}

/// The first names of so many.
pub(crate) fn list_of(language: Language, first: &[String], all: usize) -> String {
    let more = all.saturating_sub(first.len());
    let mut listed = first.join(", ");
    if more > 0 {
        listed += ", ";
        listed += &language.choose(format!("và {more} mục khác"), format!("and {more} more"));
    }
    listed
}
