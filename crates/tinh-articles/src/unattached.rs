//! Figures that are no draft, and why.

use std::fmt;

use serde::{Deserialize, Serialize};
use tinh_figures::Language;

use crate::span::Span;

/// A printed figure that is not a claim, or that could not be attached.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// for figure in &found.unattached {
///     println!("{}: {}", figure.printed, figure.reason);
/// }
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unattached {
    /// The bytes of the figure.
    pub span: Span,
    /// The figure as printed.
    pub printed: String,
    /// Why.
    pub reason: UnattachedReason,
}

/// Why a figure is no draft: each kind with its words in Vietnamese and English.
///
/// ```
/// use tinh_articles::UnattachedReason;
/// use tinh_figures::Language;
///
/// let why = UnattachedReason::Distance;
/// assert_eq!(why.in_language(Language::Vietnamese), "khoảng cách");
/// assert_eq!(why.to_string(), "a distance");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum UnattachedReason {
    /// No word near it says what it measures.
    NoMeasure,
    /// Part of a date: `20/12/2022`.
    PartOfDate,
    /// Part of a name: `quốc lộ 5`.
    PartOfName,
    /// A place in an order: `thứ ba`.
    Order,
    /// An enumeration or a rank.
    Rank,
    /// A rate for each unit: `5 triệu đồng/ha`.
    PerUnit,
    /// An article, `một`, and no count.
    NotCount,
    /// A length of time: `ba năm`.
    Duration,
    /// The value that a level is compared with.
    ComparedValue,
    /// The amount just told, in another currency.
    OtherCurrency,
    /// An order of size: `hàng nghìn tỷ đồng`.
    OrderOfSize,
    /// So many for each: `cứ 100 đồng`.
    Illustration,
    /// A distance: `cách thành phố 28 km`.
    Distance,
    /// Money of a kind that the table of measures lacks: a price, a profit.
    OutsideTable,
    /// The worth of a thing that the table of measures lacks.
    Worth,
    /// The least of a class: `nhiều dự án trên 1 tỷ USD`.
    LeastOfClass,
    /// A number without a noun that the table knows.
    NoNoun,
    /// One of a noun that is not in the table.
    OneOfNoun,
    /// A noun that is not in the table.
    UnknownNoun,
    /// A noun that says nothing of what it measures.
    NounOfNoMeasure,
    /// Turns, `lượt`, and no word for what was done.
    Turns,
    /// Countries, and no word for what links them.
    Countries,
    /// Partners, and no word for what links them.
    Partners,
    /// A share, and no word that says of what part.
    Share,
    /// A percentage, and no word that says of what.
    Percentage,
    /// A comparison, and no word that says of what.
    Comparison,
    /// A comparison of a figure that is not attached.
    ComparisonOfUnattached,
    /// A multiple without a base.
    MultipleWithoutBase,
    /// A multiple, and no word that says of what.
    Multiple,
    /// A change, and no level that it changes.
    Change,
}

impl UnattachedReason {
    /// Whether the figure is told beside a level: comparisons behind it are of that
    /// level.
    pub(crate) const fn is_beside_level(self) -> bool {
        matches!(self, Self::ComparedValue | Self::OtherCurrency)
    }

    /// The reason in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        let (vietnamese, english) = self.words();
        language.choose(vietnamese, english)
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NoMeasure => (
                "không có từ nói đo cái gì",
                "no word that says what it measures",
            ),
            Self::PartOfDate => ("phần của ngày tháng", "part of a date"),
            Self::PartOfName => ("phần của tên riêng", "part of a name"),
            Self::Order => ("thứ hạng", "a place in an order"),
            Self::Rank => ("số thứ tự hoặc thứ hạng", "an enumeration or a rank"),
            Self::PerUnit => ("mức tính cho mỗi đơn vị", "a rate for each unit"),
            Self::NotCount => ("từ chỉ loại, không phải số đếm", "an article, no count"),
            Self::Duration => ("khoảng thời gian", "a length of time"),
            Self::ComparedValue => ("con số được so với", "the value compared with"),
            Self::OtherCurrency => (
                "cùng số tiền theo đơn vị tiền khác",
                "the same amount in another currency",
            ),
            Self::OrderOfSize => (
                "mức độ lớn nhỏ, không phải con số",
                "an order of size, no figure",
            ),
            Self::Illustration => (
                "con số minh họa, tính trên mỗi đơn vị",
                "so many for each, an illustration",
            ),
            Self::Distance => ("khoảng cách", "a distance"),
            Self::OutsideTable => (
                "thước đo không thuộc loại nào trong bảng",
                "a measure of no kind of the table",
            ),
            Self::Worth => (
                "giá trị của thứ chưa có trong bảng",
                "the worth of what is not in the table",
            ),
            Self::LeastOfClass => (
                "mức tối thiểu của một loại, không của dự án nào",
                "the least of a class, of no project in particular",
            ),
            Self::NoNoun => (
                "con số không có danh từ trong bảng",
                "a number without a noun of the table",
            ),
            Self::OneOfNoun => (
                "số một của một danh từ chưa có trong bảng",
                "one of a noun that is not in the table",
            ),
            Self::UnknownNoun => (
                "danh từ chưa có trong bảng",
                "a noun that is not in the table",
            ),
            Self::NounOfNoMeasure => (
                "danh từ không nói đo cái gì",
                "a noun that says nothing of what it measures",
            ),
            Self::Turns => (
                "số lượt, không rõ làm gì",
                "turns, and no word for what was done",
            ),
            Self::Countries => (
                "số quốc gia, không rõ có quan hệ gì",
                "countries, and no word for what links them",
            ),
            Self::Partners => (
                "số đối tác, không rõ có quan hệ gì",
                "partners, and no word for what links them",
            ),
            Self::Share => (
                "tỷ trọng, không rõ của phần nào",
                "a share, and no word that says of what part",
            ),
            Self::Percentage => (
                "tỷ lệ phần trăm, không rõ của con số nào",
                "a percentage, and no word that says of what",
            ),
            Self::Comparison => (
                "phép so sánh, không rõ của con số nào",
                "a comparison, and no word that says of what",
            ),
            Self::ComparisonOfUnattached => (
                "phép so sánh của một con số không được gắn",
                "a comparison of a figure that is not attached",
            ),
            Self::MultipleWithoutBase => {
                ("số lần, không nói so với gì", "a multiple without a base")
            }
            Self::Multiple => (
                "số lần, không rõ của con số nào",
                "a multiple, and no word that says of what",
            ),
            Self::Change => (
                "mức tăng giảm, không rõ của con số nào",
                "a change, and no level it changes",
            ),
        }
    }
}

impl fmt::Display for UnattachedReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_language(Language::English))
    }
}
