//! The words of charts and pages, in both languages; the table is
//! `data/words.tsv`.

#[rustfmt::skip]
mod table;

pub(crate) use table::*;
use tinh_figures::Language;

/// A word or a sentence in both languages, `{}` where something is filled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    vietnamese: &'static str,
    english: &'static str,
}

impl Word {
    const fn new(vietnamese: &'static str, english: &'static str) -> Self {
        Self {
            vietnamese,
            english,
        }
    }

    pub(crate) fn of(self, language: Language) -> &'static str {
        language.choose(self.vietnamese, self.english)
    }

    /// The sentence with each `{}` filled in, in order.
    pub(crate) fn with<const N: usize>(self, language: Language, values: [&str; N]) -> String {
        let mut text = String::new();
        let mut rest = self.of(language);
        for value in values {
            let Some((before, after)) = rest.split_once("{}") else {
                break;
            };
            text.push_str(before);
            text.push_str(value);
            rest = after;
        }
        text.push_str(rest);
        text
    }
}
