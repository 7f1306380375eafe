//! A run of bytes of an article.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Bytes of the article, the end excluded; always on character boundaries.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// let span = found.drafts[0].span;
/// assert_eq!(&text[span.start..span.end], "70");
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}
