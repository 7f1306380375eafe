//! Errors of review pages.

use std::ops::Range;

use thiserror::Error as ThisError;

/// Why a review cannot be shown.
///
/// ```
/// use tinh_pages::Language;
/// use tinh_pages::review::{Article, MarkKind, Review};
/// // A range that cuts the `ả` in two.
/// let article = Article::new("a", "Hải Phòng").mark(0..2, MarkKind::Place);
/// let error = Review::new("Duyệt").article(article).html(Language::English).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "expected bytes within the text of \"a\" and between characters, found 0..2",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ReviewError {
    /// A mark or a piece of evidence is not in the text, or cuts a character.
    #[error(
        "expected bytes within the text of {article:?} and between characters, found {start}..{end}",
        start = span.start, end = span.end
    )]
    Span {
        /// The title of the article.
        article: String,
        /// The bytes.
        span: Range<usize>,
    },
    /// Two drafts have one id: the saved file would be refused.
    #[error("expected one draft with the id {id:?}, found a second")]
    RepeatedId {
        /// The id of the claims.
        id: String,
    },
    /// The claim of a draft has no id.
    #[error("expected a claim with an id, found the draft {draft:?}")]
    NoId {
        /// The heading of the draft.
        draft: String,
    },
    /// A field offers a list that the review does not have.
    #[error("expected a list called {list:?} for the field {field:?}, found none")]
    UnknownList {
        /// The name of the list.
        list: String,
        /// The label of the field.
        field: String,
    },
}
