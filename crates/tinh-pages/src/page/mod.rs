//! Answers as one self-contained page.

mod document;
mod section;

#[cfg(test)]
pub(crate) use document::checksum;
pub(crate) use document::{Document, Script};

use maud::{Markup, html};
use tinh_figures::Language;
use tinh_totals::Answer;

use crate::words;

const STYLE: &str = include_str!("page.css");
/// Opens and closes every row, and opens all before printing. Everything else
/// on the page works without it.
const SCRIPT: Script = Script {
    text: include_str!("page.js"),
    sha256: "P85GQixtC4+UsTJpOJAciygXkOu8dSFVW9JnuoHJsMk=",
};

/// A page of answers: charts, tables, caveats, and each total unfolding to its
/// printed figures.
///
/// One file of HTML that loads nothing: it can be mailed, opened from a disk,
/// printed, read on a phone and used with a keyboard. Names and texts come from
/// whoever wrote the data and are escaped; the page forbids itself any script
/// but its own and any connection.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_pages::{Language, Page};
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"<b>FDI</b>","publisher":"FIA"}
/// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}"#.as_bytes(), "s")?;
/// let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
/// let html = Page::new(Language::English).title("Hải Phòng").answer(&answer).html();
/// assert!(html.starts_with("<!DOCTYPE html>"));
/// assert!(html.contains("trên 24,5 tỷ USD") && html.contains("&lt;b&gt;FDI"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Page {
    language: Language,
    title: Option<String>,
    sections: Vec<Section>,
}

#[derive(Clone, Debug)]
struct Section {
    title: String,
    markup: Markup,
}

impl Page {
    /// Creates an empty page in a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            title: None,
            sections: Vec::new(),
        }
    }

    /// Sets the title; without one the page is called by its first answer.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Adds an answer below those already there.
    #[must_use]
    pub fn answer(mut self, answer: &Answer<'_>) -> Self {
        let (title, markup) = section::of(answer, self.language);
        self.sections.push(Section { title, markup });
        self
    }

    /// Adds an answer under a heading of its own.
    #[must_use]
    pub fn answer_to(mut self, question: impl Into<String>, answer: &Answer<'_>) -> Self {
        let (_, markup) = section::of(answer, self.language);
        let title = question.into();
        self.sections.push(Section { title, markup });
        self
    }

    /// Adds paragraphs under a heading: what a report says in words, or which
    /// figures nobody has.
    #[must_use]
    pub fn text(mut self, heading: impl Into<String>, paragraphs: &[String]) -> Self {
        let title = heading.into();
        let markup = html! { @for paragraph in paragraphs { p { (paragraph) } } };
        self.sections.push(Section { title, markup });
        self
    }

    /// Returns the page as a file of HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let first = self.sections.first().map(|section| section.title.as_str());
        let title = self.title.as_deref().or(first).unwrap_or_default();
        let language = self.language;
        Document {
            language,
            title,
            style: STYLE,
            script: &SCRIPT,
        }
        .html(html! {
            header {
                h1 { (title) }
                p.hint { (words::HINT.of(language)) }
                p.buttons hidden {
                    button #open type="button" { (words::OPEN_ALL.of(language)) } " "
                    button #close type="button" { (words::CLOSE_ALL.of(language)) }
                }
            }
            main {
                @for (at, section) in self.sections.iter().enumerate() {
                    section {
                        @if at > 0 || self.title.is_some() { h2 { (section.title) } }
                        (section.markup)
                    }
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_script() {
        super::checksum::is_right(&super::SCRIPT);
    }
}
