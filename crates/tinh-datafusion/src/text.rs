//! Columns of text in every layout Arrow has for them.

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, StringArray, StringViewArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, exec_err};

/// Text, borrowed row by row from the array that holds it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Texts<'a> {
    Utf8(&'a StringArray),
    LargeUtf8(&'a LargeStringArray),
    Utf8View(&'a StringViewArray),
}

impl<'a> Texts<'a> {
    /// Looks into a column of one of the three plain layouts; a dictionary is
    /// [unpacked](plain) first.
    pub(crate) fn of(array: &'a ArrayRef) -> Result<Self> {
        match array.data_type() {
            DataType::Utf8 => Ok(Self::Utf8(array.as_string())),
            DataType::LargeUtf8 => Ok(Self::LargeUtf8(array.as_string())),
            DataType::Utf8View => Ok(Self::Utf8View(array.as_string_view())),
            other => exec_err!("expected a column of text, found {other}"),
        }
    }

    /// The text of a row that is not null; empty beyond the end.
    #[inline]
    pub(crate) fn value(self, row: usize) -> &'a str {
        match self {
            Self::Utf8(array) if row < array.len() => array.value(row),
            Self::LargeUtf8(array) if row < array.len() => array.value(row),
            Self::Utf8View(array) if row < array.len() => array.value(row),
            _ => "",
        }
    }

    /// The text of a row, `None` where it is null.
    pub(crate) fn get(self, row: usize) -> Option<&'a str> {
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
