//! Where a claim comes from.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Rule};
use crate::time::PartialDate;

/// A document that makes claims: an article, a table, a report.
///
/// ```
/// use tinh_model::Source;
/// let source: Source = serde_json::from_str(
///     r#"{"id": "fia-2022-12", "title": "FDI theo địa phương", "publisher": "FIA",
///         "published": "2022-12-20"}"#)?;
/// assert_eq!(source.producer(), "FIA");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// Its id, unique in a dataset.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it, or for a table who compiled it: the name by which a
    /// caller prefers one producer to another. Empty where the document does
    /// not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// For an undated document: the latest date it speaks of as past, so that
    /// it cannot be older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<PartialDate>,
    /// Where it can be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Whether a text can be the id of a source or a claim.
pub(crate) fn check_id(id: &str) -> Result<(), Error> {
    // Every claim of a table has an id, and nearly all begin and end in a letter
    // or a digit.
    let bytes = id.as_bytes();
    let ends = bytes.first().zip(bytes.last());
    let is_tight = ends.is_some_and(|(a, b)| a.is_ascii_graphic() && b.is_ascii_graphic());
    let rule = if !is_tight && (id.is_empty() || id.trim() != id) {
        Rule::IdSpace
    } else if may_break(id)
        && id.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
    {
        // A line of a report shows it as it is.
        Rule::IdControl
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorKind::Rule(rule), id).in_field("id"))
}

/// Whether a byte of a control character or a line break is there: almost never,
/// so all bytes are looked at together.
fn may_break(id: &str) -> bool {
    let is_it = |byte: u8| (byte < 0x20) | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xe2);
    id.bytes().fold(false, |any, byte| any | is_it(byte))
}

impl Source {
    /// A source of which only id and title are known.
    ///
    /// ```
    /// use tinh_model::Source;
    /// let source = Source::new("fia-2022-12", "FDI theo địa phương")
    ///     .with_publisher("FIA")
    ///     .with_published("2022-12-20".parse()?);
    /// assert_eq!(source.to_string(), "FDI theo địa phương, FIA, 2022-12-20");
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            publisher: None,
            published: None,
            not_before: None,
            address: None,
        }
    }

    /// Sets who published it, or compiled it.
    #[must_use]
    pub fn with_publisher(mut self, publisher: impl Into<String>) -> Self {
        self.publisher = Some(publisher.into());
        self
    }

    /// Sets when it was published.
    #[must_use]
    pub const fn with_published(mut self, published: PartialDate) -> Self {
        self.published = Some(published);
        self
    }

    /// Sets the date an undated document cannot be older than.
    #[must_use]
    pub const fn with_not_before(mut self, date: PartialDate) -> Self {
        self.not_before = Some(date);
        self
    }

    /// Sets where it can be found.
    #[must_use]
    pub fn with_address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// The name of who is answerable for its figures: the publisher, or the
    /// id where none is named.
    #[must_use]
    pub fn producer(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.id)
    }

    /// The day on which the place names it uses are understood: that of
    /// publication, or the earliest it can have been written.
    #[must_use]
    pub fn reference_day(&self) -> Option<NaiveDate> {
        self.published
            .and_then(|date| date.last_day())
            .or_else(|| self.not_before.and_then(|date| date.last_day()))
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)?;
        if let Some(publisher) = &self.publisher {
            write!(f, ", {publisher}")?;
        }
        if let Some(published) = &self.published {
            write!(f, ", {published}")?;
        }
        Ok(())
    }
}
