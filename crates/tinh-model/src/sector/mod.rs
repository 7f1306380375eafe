//! Sectors of the economy: those of the table, or as the source writes them.

#[rustfmt::skip]
mod table;

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tinh_figures::Language;

use crate::fold::fold;

/// A row of `data/sectors.tsv`.
struct Row {
    /// Its place in the table.
    position: u8,
    code: &'static str,
    /// The code of the sector that contains it, empty for none.
    part_of: &'static str,
    vi: &'static str,
    en: &'static str,
    also: &'static [&'static str],
}

/// The sector a figure is of, as printed, and which of the table it is.
///
/// The table holds the sections of VSIC 2018 and the groups statistics speak
/// of, in any of their spellings. Any other text stays as it is, and is
/// [not known](Self::is_known).
///
/// ```
/// use tinh_model::Sector;
/// let made = Sector::new("Công nghiệp chế biến, chế tạo");
/// assert_eq!(made.code(), Some("C"));
/// assert!(Sector::new("khu vực II").contains(&made));
/// assert!(Sector::new("công nghiệp").contains(&made));
/// assert!(!Sector::new("dịch vụ").contains(&made));
///
/// let other = Sector::new("hàng dệt may");
/// assert!(!other.is_known() && other.name() == "hàng dệt may");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector {
    /// Its row. A number leaves room for the `None` of an `Option<Sector>`,
    /// which every figure has.
    known: Option<u8>,
    /// As printed, where that is not the name itself.
    text: Option<Box<str>>,
}

/// The rows by their codes and folded spellings.
static ROWS: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let names = table::ROWS.iter().flat_map(|row| {
        let spellings = [row.code, row.vi, row.en]
            .into_iter()
            .chain(row.also.iter().copied());
        spellings.map(move |spelling| (fold(spelling), row.position))
    });
    names.collect()
});

impl Sector {
    /// The sector of a text: a code, a name of the table in any spelling, or
    /// any other words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let known = ROWS.get(&fold(&text)).copied();
        let mut sector = Self { known, text: None };
        if sector.text() != text {
            sector.text = Some(text.into_boxed_str());
        }
        sector
    }

    /// The sectors of the table, those that contain others first.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        table::ROWS.iter().map(|row| Self::of(row.position))
    }

    const fn of(row: u8) -> Self {
        Self {
            known: Some(row),
            text: None,
        }
    }

    fn row(&self) -> Option<&'static Row> {
        table::ROWS.get(usize::from(self.known?))
    }

    /// Whether it is one of the table.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// Its code: a section of VSIC 2018 (`C`), a span of them (`B-E`), a
    /// division (`A01`); `None` where it is not of the table.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.row().map(|row| row.code)
    }

    /// As printed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text
            .as_deref()
            .or(self.row().map(|row| row.vi))
            .unwrap_or_default()
    }

    /// The one name of all its spellings; the text, where it is not of the
    /// table.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name_in(Language::Vietnamese)
    }

    /// The same in a language.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        match self.row() {
            Some(row) => language.choose(row.vi, row.en),
            None => self.text(),
        }
    }

    /// The sector that contains it, next above.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let above = self.row()?.part_of;
        Self::all().find(|sector| sector.code() == Some(above))
    }

    /// Whether the other is the same or part of it, both being known.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.is_known()
            && std::iter::successors(other.known.map(Self::of), Self::parent)
                .any(|above| above.known == self.known)
    }
}

impl From<&str> for Sector {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// The text as printed.
impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Serialize for Sector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl<'de> Deserialize<'de> for Sector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// Whether words name the whole of a place, not a part of it.
///
/// ```text
/// toàn tỉnh   hàng công nghiệp
/// ```
pub(crate) fn is_whole(text: &str, place_is_national: bool) -> bool {
    static WHOLES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        let wholes = table::WHOLES.iter();
        wholes.map(|(text, of)| (fold(text), *of)).collect()
    });
    match WHOLES.get(&fold(text)) {
        Some(&"any") => true,
        Some(&"national") => place_is_national,
        Some(_) => !place_is_national,
        None => false,
    }
}
