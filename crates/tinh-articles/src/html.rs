//! Web pages: the article of one, and what the page says of it.

use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};
use thiserror::Error;
use tinh_model::time::PartialDate;

use crate::Article;

/// How many elements a page may have: a newspaper's has a few thousand.
const MOST_ELEMENTS: usize = 100_000;

/// The article of a web page: its text, without menus and advertisements, and
/// what the page says of it. The offsets of drafts are bytes of
/// [`text`](Self::text).
///
/// ```
/// use tinh_articles::Page;
///
/// let html = "<html><head><title>Thu hút đầu tư</title></head><body><nav>Trang chủ</nav>\
///     <article><p>Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI, với tổng vốn đăng ký 1,2 tỷ \
///     USD, nhiều nhất trong các tỉnh của vùng.</p></article></body></html>";
/// let page = Page::read(html, None)?;
/// let drafts = page.article().draft()?.drafts;
/// assert_eq!(&page.text[drafts[0].span.start..drafts[0].span.end], "150");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The title, a blank line and the paragraphs, each on a line.
    pub text: String,
    /// When it was published, where the page says.
    pub published: Option<PartialDate>,
    /// The name of the site.
    pub publisher: Option<String>,
    /// The address the caller gave, else that the page gives itself.
    pub address: Option<String>,
}

/// Why a page gives no article.
///
/// ```
/// use tinh_articles::{Page, PageError};
/// let error = Page::read("<html></html>", None).unwrap_err();
/// assert_eq!(error, PageError::NoArticle);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PageError {
    /// No block of text long enough.
    #[error("expected the page of an article, found no text of one")]
    NoArticle,
    /// The address does not begin with `https://` or another scheme.
    #[error("expected the address of a page, found {0:?}")]
    Address(String),
    /// More elements than any article has.
    #[error("expected at most {expected} elements of a page, found {found}")]
    TooLarge {
        /// The elements found.
        found: usize,
        /// The most that are read.
        expected: usize,
    },
}

impl Page {
    /// Reads a page; `address`: where it was found, if known.
    ///
    /// # Errors
    /// [`PageError`] where there is no article, the address is not one, or the page
    /// is larger than any article.
    pub fn read(html: &str, address: Option<&str>) -> Result<Self, PageError> {
        let config = Config {
            text_mode: TextMode::Formatted,
            max_elements_to_parse: MOST_ELEMENTS,
            ..Config::default()
        };
        let error = |error: ReadabilityError| match error {
            ReadabilityError::BadDocumentURL => {
                PageError::Address(address.unwrap_or_default().to_owned())
            }
            ReadabilityError::GrabFailed => PageError::NoArticle,
            ReadabilityError::TooManyElements(found, expected) => {
                PageError::TooLarge { found, expected }
            }
        };
        let mut reader = Readability::new(html, address, Some(config)).map_err(error)?;
        let found = reader.parse().map_err(error)?;
        let body = lines(&found.text_content);
        if body.is_empty() {
            return Err(PageError::NoArticle);
        }
        let title = found.title.trim();
        let text = match title.is_empty() || body.starts_with(title) {
            true => body,
            false => format!("{title}\n\n{body}"),
        };
        Ok(Self {
            text,
            published: found.published_time.as_deref().and_then(day),
            publisher: found.site_name,
            address: address.map(str::to_owned).or(found.url),
        })
    }

    /// The article, with what the page says of it.
    #[must_use]
    pub fn article(&self) -> Article<'_> {
        let article = Article::new(&self.text)
            .publisher(self.publisher.as_deref())
            .address(self.address.as_deref());
        match self.published {
            Some(date) => article.published(date),
            None => article,
        }
    }
}

/// The lines that hold something, without the blanks around them.
fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The day of `2024-09-12T08:00:00+07:00`, or `12/09/2024 08:00`.
fn day(text: &str) -> Option<PartialDate> {
    let first = text.trim().split(['T', ' ']).next()?;
    first.parse().ok()
}
