//! Names in one line.

use tinh_figures::Language;

/// How many names a message lists: the value it is made from has them all.
const LISTED: usize = 20;

/// Names in one line, and how many more there are: ten thousand ids are not a
/// message.
pub(crate) fn list<T: ToString>(language: Language, names: &[T]) -> String {
    let mut listed: Vec<String> = names.iter().take(LISTED).map(ToString::to_string).collect();
    let more = names.len().saturating_sub(LISTED);
    if more > 0 {
        listed.push(language.choose(format!("và {more} mục khác"), format!("and {more} more")));
    }
    listed.join(", ")
}
