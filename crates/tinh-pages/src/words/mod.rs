//! The words of charts and pages, in both languages; the table is
//! `data/words.tsv`.

#[rustfmt::skip]
mod table;

pub(crate) use table::*;
use tinh_figures::Language;

/// A reason of `tinh-articles` in a language; as it is where the table lacks it.
pub(crate) fn why(reason: &str, language: Language) -> &str {
    let known = table::WHY.iter().find(|word| word.english == reason);
    known.map_or(reason, |word| word.of(language))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_in_both_languages() {
        let reason = "part of a date";
        assert_eq!(why(reason, Language::Vietnamese), "phần của ngày tháng");
        assert_eq!(why(reason, Language::English), reason);
        assert_eq!(why("another", Language::Vietnamese), "another");
    }
}
