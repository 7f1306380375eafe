//! Columns of text in every layout Arrow has for them.

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, StringArray, StringViewArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, exec_err};

/// A column of text, whatever its layout was; the array itself is shared.
#[derive(Clone, Debug)]
pub(crate) enum Texts {
    Utf8(StringArray),
    LargeUtf8(LargeStringArray),
    Utf8View(StringViewArray),
}

impl Texts {
    /// A column of one of the three plain layouts, or a dictionary of one.
    pub(crate) fn of(array: &ArrayRef) -> Result<Self> {
        let array = plain(array)?;
        match array.data_type() {
            DataType::Utf8 => Ok(Self::Utf8(array.as_string().clone())),
            DataType::LargeUtf8 => Ok(Self::LargeUtf8(array.as_string().clone())),
            DataType::Utf8View => Ok(Self::Utf8View(array.as_string_view().clone())),
            other => exec_err!("expected a column of text, found {other}"),
        }
    }

    /// The text of a row that is not null; empty beyond the end.
    #[inline]
    pub(crate) fn value(&self, row: usize) -> &str {
        match self {
            Self::Utf8(array) if row < array.len() => array.value(row),
            Self::LargeUtf8(array) if row < array.len() => array.value(row),
            Self::Utf8View(array) if row < array.len() => array.value(row),
            _ => "",
        }
    }

    /// Whether all rows have the same text, as far as one pass over the column
    /// tells: equal texts that lie apart count as different.
    pub(crate) fn are_same(&self) -> bool {
        match self {
            Self::Utf8View(array) => array.views().windows(2).all(|pair| match pair {
                [one, next] => one == next,
                _ => true,
            }),
            Self::Utf8(_) | Self::LargeUtf8(_) => false,
        }
    }

    /// The text of a row, `None` where it is null.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        let null = match self {
            Self::Utf8(array) => array.is_null(row),
            Self::LargeUtf8(array) => array.is_null(row),
            Self::Utf8View(array) => array.is_null(row),
        };
        (!null).then(|| self.value(row))
    }
}

/// Whether a column of this type holds text.
pub(crate) fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// The column with its dictionary, if it has one, unpacked.
pub(crate) fn plain(array: &ArrayRef) -> Result<ArrayRef> {
    match array.data_type() {
        // Views point into the dictionary's bytes: nothing is copied.
        DataType::Dictionary(_, values) if is_text(values) => Ok(cast(array, &DataType::Utf8View)?),
        DataType::Dictionary(_, values) => Ok(cast(array, values)?),
        _ => Ok(array.clone()),
    }
}
