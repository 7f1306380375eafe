//! An article: its text and what the caller knows of it.

use thiserror::Error;
use tinh_gazetteer::UnitId;
use tinh_model::Source;
use tinh_model::time::PartialDate;

use crate::attach::{Attached, Known, attach};
use crate::dateline::dateline;
use crate::drafts::{Drafts, MarkedAs, TextMark};
use crate::mentions::{MarkKind, Reading};
use crate::text::{Plain, is_letter};

/// How many letters of the first line are a title at most.
const TITLE: usize = 120;

/// A text and its known circumstances. Everything but the text is optional.
///
/// ```
/// use tinh_articles::{Article, DraftTime};
/// // No date is printed: the stock is one of the day of publication.
/// let text = "Tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực.";
/// let article = Article::new(text).published("2022-12-20".parse()?).publisher("Báo Vĩnh Long");
/// let time = &article.draft()?.drafts[0].time;
/// assert_eq!(time.value, Some(DraftTime::Publication));
/// assert_eq!(article.source("vl").producer(), "Báo Vĩnh Long");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article<'t> {
    text: &'t str,
    published: Option<PartialDate>,
    publisher: Option<&'t str>,
    address: Option<&'t str>,
    about: Option<UnitId>,
}

/// The reason why a text is not an article.
///
/// ```
/// use tinh_articles::{Article, ArticleError};
/// let error = Article::new(" \n").draft().unwrap_err();
/// assert_eq!(error, ArticleError::Empty);
/// assert_eq!(error.to_string(), "expected the text of an article, found nothing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ArticleError {
    /// Nothing but blanks.
    #[error("expected the text of an article, found nothing")]
    Empty,
    /// Bytes that are not text.
    #[error("expected the text of an article, found the byte {0:#04x} at byte {1}")]
    Binary(u8, usize),
    /// Hardly any Vietnamese letters.
    #[error("expected a Vietnamese article, found {vietnamese} Vietnamese letters among {letters}")]
    Foreign {
        /// Letters of Vietnamese that English does not have.
        vietnamese: usize,
        /// All letters.
        letters: usize,
    },
}

impl<'t> Article<'t> {
    /// A text of which nothing else is known.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// The day, month or year it was published. A dateline in the text is read
    /// where none is given.
    #[must_use]
    pub fn published(mut self, date: PartialDate) -> Self {
        self.published = Some(date);
        self
    }

    /// Who published it, where that is known.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<Option<&'t str>>) -> Self {
        self.publisher = name.into();
        self
    }

    /// Where it can be found, where that is known.
    #[must_use]
    pub fn address(mut self, address: impl Into<Option<&'t str>>) -> Self {
        self.address = address.into();
        self
    }

    /// The article as a source of claims under an id. Its title is its first line,
    /// up to 120 letters; without a line that holds a letter, the id. It was
    /// published when the caller says, else on the day of a dateline.
    ///
    /// ```
    /// use tinh_articles::Article;
    ///
    /// let article = Article::new("Bắc Ninh thu hút FDI\nNăm 2019, …").publisher("Báo Bắc Ninh");
    /// let source = article.source("bn-2019");
    /// assert_eq!(source.title, "Bắc Ninh thu hút FDI");
    /// assert_eq!(source.publisher.as_deref(), Some("Báo Bắc Ninh"));
    /// ```
    #[must_use]
    pub fn source(&self, id: &str) -> Source {
        // A mark of the byte order is no letter.
        let mut lines = self.text.lines().map(|line| line.trim_matches(is_blank));
        let title = lines.find(|line| line.chars().any(is_letter));
        let title = title.unwrap_or(id);
        let title = match title
            .char_indices()
            .nth(TITLE)
            .map(|(at, _)| title.split_at(at))
        {
            Some((head, _)) => format!("{}…", head.trim_end()),
            None => title.to_owned(),
        };
        let mut source = Source::new(id, title);
        source.published = self.published.or_else(|| {
            let plain = Plain::of(self.text);
            dateline(plain.text()).and_then(PartialDate::day)
        });
        source.publisher = self.publisher.map(str::to_owned);
        source.address = self.address.map(str::to_owned);
        source
    }

    /// The province it is about.
    #[must_use]
    pub fn about(mut self, province: UnitId) -> Self {
        self.about = Some(province);
        self
    }

    /// Drafts a claim from each figure.
    ///
    /// ```
    /// use tinh_articles::Article;
    ///
    /// let text = "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI với tổng vốn đăng ký 1,2 tỷ USD.";
    /// let drafts = Article::new(text).draft()?.drafts;
    /// let measures: Vec<_> = drafts.iter().filter_map(|d| d.measure.value.as_deref()).collect();
    /// assert_eq!(measures, ["fdi.projects", "fdi.registered"]);
    /// assert_eq!(&text[drafts[1].span.start..drafts[1].span.end], "1,2 tỷ USD");
    /// # Ok::<(), tinh_articles::ArticleError>(())
    /// ```
    ///
    /// # Errors
    /// [`ArticleError`] where the text is empty, binary, or not Vietnamese.
    pub fn draft(&self) -> Result<Drafts, ArticleError> {
        self.check()?;
        let plain = Plain::of(self.text);
        let published = match self.published {
            Some(date) => date.last_day(),
            None => dateline(plain.text()),
        };
        let reading = Reading::of(plain.text(), published);
        let Attached { drafts, unattached } = attach(
            &reading,
            &plain,
            Known {
                published,
                about: self.about,
            },
        );
        let marks = reading.marks.iter().filter_map(|mark| {
            let kind = match mark.kind {
                MarkKind::Figure(_) => MarkedAs::Figure,
                MarkKind::Place(_) => MarkedAs::Place,
                MarkKind::Date(_) => MarkedAs::Date,
                MarkKind::Name(_) => MarkedAs::Name,
                MarkKind::Cue(_) | MarkKind::NameBack(_) | MarkKind::Sign(_) => return None,
            };
            Some(TextMark {
                span: plain.printed(reading.bytes(&mark.words)).into(),
                kind,
            })
        });
        let marks = marks.collect();
        let events = crate::events::find(&reading, &plain, published);
        Ok(Drafts {
            drafts,
            events,
            unattached,
            marks,
        })
    }

    fn check(&self) -> Result<(), ArticleError> {
        if let Some(at) = self
            .text
            .bytes()
            .position(|b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0b | 0x0c))
        {
            return Err(ArticleError::Binary(
                self.text.as_bytes().get(at).copied().unwrap_or(0),
                at,
            ));
        }
        if self.text.trim().is_empty() {
            return Err(ArticleError::Empty);
        }
        let letters = self.text.chars().filter(|&c| is_letter(c)).count();
        // Marked letters; a page of English has a few in names.
        let vietnamese = self.text.chars().filter(|&c| is_marked(c)).count();
        if letters >= 200 && vietnamese.saturating_mul(50) < letters {
            return Err(ArticleError::Foreign {
                vietnamese,
                letters,
            });
        }
        Ok(())
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// Whether a letter, or a mark upon one, is of Vietnamese and not of English.
const fn is_marked(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'â' | 'ê' | 'ô' | 'Ê' | 'Ô' | 'Â' | 'à' | 'á' | '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}')
}
