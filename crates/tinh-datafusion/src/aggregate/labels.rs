//! The different texts of one kind that the rows of a sum carry.

use std::fmt;

/// How many are told apart; the next one only says that there are more.
const SHOWN: usize = 8;

/// A set of texts, and whether some row had none.
///
/// Of more than eight the nine smallest are kept, which is the same nine in
/// whatever order rows and parts of them come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Labels {
    seen: Vec<Box<str>>,
    without: bool,
}

impl Labels {
    /// Adds a text. `bytes` is what all labels of a query hold outside their
    /// own structs, and follows: to count them anew for every batch would take
    /// time with the square of the groups.
    pub(super) fn add(&mut self, text: Option<&str>, bytes: &mut usize) {
        let Some(text) = text else {
            self.without = true;
            return;
        };
        // Nearly always the same as that of the row before.
        if let [only] = &*self.seen
            && **only == *text
        {
            return;
        }
        if let Err(at) = self.seen.binary_search_by(|seen| (**seen).cmp(text))
            && at <= SHOWN
        {
            self.seen.insert(at, text.into());
            *bytes = bytes.saturating_add(held(text));
            if self.seen.len() > SHOWN.saturating_add(1)
                && let Some(gone) = self.seen.pop()
            {
                *bytes = bytes.saturating_sub(held(&gone));
            }
        }
    }

    /// The texts, and `None` for the rows without one.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        let without = self.without.then_some(None);
        self.seen.iter().map(|text| Some(&**text)).chain(without)
    }

    /// The one text of every row; `None` where no row had one.
    ///
    /// # Errors
    /// All of them, where there is more than one.
    pub(super) fn single(&self) -> Result<Option<&str>, Several<'_>> {
        match (&*self.seen, self.without) {
            ([], _) => Ok(None),
            ([one], false) => Ok(Some(one)),
            _ => Err(Several(self)),
        }
    }

    /// The bytes held outside this struct, as [`Labels::add`] counts them.
    pub(super) fn bytes(&self) -> usize {
        self.seen.iter().map(|text| held(text)).sum()
    }
}

fn held(text: &str) -> usize {
    text.len().saturating_add(size_of::<Box<str>>())
}

/// More than one label: `2 currencies: USD, VND`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Several<'a>(&'a Labels);

impl<'a> Several<'a> {
    /// Names them under a noun.
    pub(super) fn named(self, several: &'static str, none: &'static str) -> Named<'a> {
        Named {
            labels: self.0,
            several,
            none,
        }
    }
}

#[cfg(test)]
impl Several<'_> {
    fn text(self) -> String {
        self.named("colours", "no colour").to_string()
    }
}

/// Labels under their noun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    labels: &'a Labels,
    several: &'static str,
    none: &'static str,
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Labels { seen, without } = self.labels;
        let more = seen.len() > SHOWN;
        if more {
            write!(f, "more than {SHOWN} {}: ", self.several)?;
        } else {
            let count = seen.len().saturating_add(usize::from(*without));
            write!(f, "{count} {}: ", self.several)?;
        }
        for (at, text) in seen.iter().take(SHOWN).enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            f.write_str(text)?;
        }
        if *without {
            write!(f, ", {}", self.none)?;
        }
        if more {
            f.write_str(" and more")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(texts: &[&str]) -> Labels {
        let mut labels = Labels::default();
        let mut bytes = 0;
        for text in texts {
            labels.add(Some(text), &mut bytes);
            assert_eq!(bytes, labels.bytes());
        }
        labels
    }

    #[test]
    fn one_is_one_however_often() {
        assert_eq!(labels(&["a", "a"]).single().unwrap(), Some("a"));
        assert_eq!(Labels::default().single().unwrap(), None);
        let mut none = Labels::default();
        none.add(None, &mut 0);
        assert_eq!(none.single().unwrap(), None);
    }

    #[test]
    fn several_are_named() {
        let text = |labels: &Labels| labels.single().unwrap_err().text();
        assert_eq!(text(&labels(&["b", "a", "b"])), "2 colours: a, b");
        let mut some = labels(&["b"]);
        some.add(None, &mut 0);
        assert_eq!(text(&some), "2 colours: b, no colour");
    }

    #[test]
    fn many_are_the_same_many_in_any_order() {
        let mut texts: Vec<&str> = "p o n m l k j i h g f e d c b a".split(' ').collect();
        let down = labels(&texts);
        texts.reverse();
        assert_eq!(labels(&texts), down);
        let text = down.single().unwrap_err().text();
        assert_eq!(text, "more than 8 colours: a, b, c, d, e, f, g, h and more");
    }
}
