//! A message in both languages.

use std::borrow::Cow;
use std::fmt::{self, Display};

use crate::language::Language;

/// A message in Vietnamese and in English: whoever shows it chooses.
///
/// ```
/// use tinh_figures::{Bilingual, Language};
///
/// let message = Bilingual::new("cần {0}, nhưng có {1}", "expected {0}, found {1}");
/// let message = message.filled(&[&7, &"bảy"]);
/// assert_eq!(message.in_language(Language::Vietnamese), "cần 7, nhưng có bảy");
/// assert_eq!(message.to_string(), "expected 7, found bảy");
/// assert_eq!(format!("{message:#}"), "cần 7, nhưng có bảy");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bilingual {
    vietnamese: Cow<'static, str>,
    english: Cow<'static, str>,
}

impl Bilingual {
    /// Makes a fixed message.
    #[must_use]
    pub const fn new(vietnamese: &'static str, english: &'static str) -> Self {
        Self {
            vietnamese: Cow::Borrowed(vietnamese),
            english: Cow::Borrowed(english),
        }
    }

    /// Makes a message of two texts, or of the wording of something else in
    /// either language.
    #[must_use]
    pub fn of(words: impl Fn(Language) -> String) -> Self {
        Self {
            vietnamese: words(Language::Vietnamese).into(),
            english: words(Language::English).into(),
        }
    }

    /// The same message with values in place of `{0}`, `{1}` and so on. A
    /// number without a value stays as it is.
    #[must_use]
    pub fn filled(&self, values: &[&dyn Display]) -> Self {
        Self {
            vietnamese: fill(&self.vietnamese, values).into(),
            english: fill(&self.english, values).into(),
        }
    }

    /// The same message with values that have a wording in either language.
    #[must_use]
    pub fn filled_by(&self, values: impl Fn(Language) -> Vec<String>) -> Self {
        Self::of(|language| {
            let values = values(language);
            let values: Vec<&dyn Display> = values.iter().map(|value| value as _).collect();
            fill(self.in_language(language), &values)
        })
    }

    /// Returns the words of a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        language.choose(&self.vietnamese, &self.english)
    }
}

fn fill(template: &str, values: &[&dyn Display]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let number = after.split_once('}');
        let number = number.and_then(|(number, end)| Some((number.parse::<usize>().ok()?, end)));
        match number.and_then(|(number, end)| Some((values.get(number)?, end))) {
            Some((value, end)) => {
                text.push_str(&value.to_string());
                rest = end;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// In English; `{:#}` is in Vietnamese.
impl Display for Bilingual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match f.alternate() {
            true => &self.vietnamese,
            false => &self.english,
        })
    }
}
