//! Columns that functions write, row by row, without an allocation per row.

use std::fmt::{Display, Write};
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayBuilder as _, ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder,
    ListArray, NullBufferBuilder, StringViewBuilder, UInt32Builder,
};
use datafusion::arrow::buffer::{OffsetBuffer, ScalarBuffer};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::{DataType, Date32Type, Field, FieldRef};
use datafusion::common::Result;
use tinh_figures::rust_decimal::Decimal;
use tinh_gazetteer::chrono::NaiveDate;

use crate::decimal::{DECIMAL, to_scaled};

/// A column under construction.
pub(crate) trait Column: Sized {
    /// The Arrow type of the finished column.
    fn data_type() -> DataType;
    /// An empty column with room for that many rows.
    fn with_capacity(rows: usize) -> Self;
    /// Appends a null.
    fn null(&mut self);
    /// The finished column.
    ///
    /// # Errors
    /// Where the rows of its parts are not as many.
    fn finish(self) -> Result<ArrayRef>;
}

/// A column of structs, its fields named once: the type, the builders and the
/// finished array cannot differ. `fields()` is the type's fields; a row is
/// pushed by pushing to every field and then calling `row()`.
macro_rules! struct_column {
    ($(#[$doc:meta])* $visible:vis struct $name:ident { $($field:ident: $column:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        $visible struct $name {
            $($field: $column,)+
            valid: datafusion::arrow::array::NullBufferBuilder,
        }

        impl $name {
            $visible fn fields() -> datafusion::arrow::datatypes::Fields {
                use datafusion::arrow::datatypes::{Field, Fields};
                static FIELDS: std::sync::LazyLock<Fields> = std::sync::LazyLock::new(|| {
                    Fields::from(vec![$(Field::new(
                        stringify!($field).trim_start_matches("r#"),
                        <$column as $crate::column::Column>::data_type(),
                        true,
                    ),)+])
                });
                FIELDS.clone()
            }

            /// Ends a row that was pushed to every field.
            fn row(&mut self) {
                self.valid.append_non_null();
            }
        }

        impl $crate::column::Column for $name {
            fn data_type() -> datafusion::arrow::datatypes::DataType {
                datafusion::arrow::datatypes::DataType::Struct(Self::fields())
            }

            fn with_capacity(rows: usize) -> Self {
                Self {
                    $($field: <$column>::with_capacity(rows),)+
                    valid: datafusion::arrow::array::NullBufferBuilder::new(rows),
                }
            }

            fn null(&mut self) {
                $(self.$field.null();)+
                self.valid.append_null();
            }

            fn finish(
                mut self,
            ) -> datafusion::common::Result<datafusion::arrow::array::ArrayRef> {
                let fields = vec![$(self.$field.finish()?,)+];
                let valid = self.valid.finish();
                let array = datafusion::arrow::array::StructArray::try_new(
                    Self::fields(),
                    fields,
                    valid,
                )?;
                Ok(std::sync::Arc::new(array))
            }
        }
    };
}
pub(crate) use struct_column;

/// A column of text. Up to twelve bytes, which all codes have, lie in the
/// column itself.
#[derive(Debug)]
pub(crate) struct Text {
    builder: StringViewBuilder,
    buffer: String,
}

impl Text {
    pub(crate) fn push(&mut self, text: &str) {
        self.builder.append_value(text);
    }

    pub(crate) fn push_option(&mut self, text: Option<&str>) {
        self.builder.append_option(text);
    }

    /// Appends what `value` prints, through one buffer for the whole column.
    pub(crate) fn push_display(&mut self, value: impl Display) {
        self.buffer.clear();
        // Writing to a `String` fails only where `value` says so itself; what
        // it wrote until then stands.
        let _ = write!(self.buffer, "{value}");
        self.builder.append_value(&self.buffer);
    }
}

impl Column for Text {
    fn data_type() -> DataType {
        DataType::Utf8View
    }

    fn with_capacity(rows: usize) -> Self {
        Self {
            builder: StringViewBuilder::with_capacity(rows),
            buffer: String::new(),
        }
    }

    fn null(&mut self) {
        self.builder.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(Arc::new(self.builder.finish()))
    }
}

/// How many texts a column of [`Codes`] tells apart.
const CODES: usize = 16;

/// A column of text of which there are few different ones, such as currencies.
/// A row is the number of its text until the column is finished, which is
/// quicker than a text a row; a column of many texts is right all the same.
#[derive(Debug)]
pub(crate) struct Codes {
    known: StringViewBuilder,
    /// The first of the known ones.
    first: Vec<Box<str>>,
    rows: UInt32Builder,
}

impl Codes {
    #[inline]
    pub(crate) fn push(&mut self, code: &str) {
        let at = match self.first.iter().position(|known| **known == *code) {
            Some(at) => at,
            None => self.learn(code),
        };
        // A batch has fewer rows than 2³².
        self.rows.append_option(u32::try_from(at).ok());
    }

    pub(crate) fn push_option(&mut self, code: Option<&str>) {
        match code {
            Some(code) => self.push(code),
            None => self.rows.append_null(),
        }
    }

    #[cold]
    fn learn(&mut self, code: &str) -> usize {
        let at = self.known.len();
        self.known.append_value(code);
        if self.first.len() < CODES {
            self.first.push(code.into());
        }
        at
    }
}

impl Column for Codes {
    fn data_type() -> DataType {
        DataType::Utf8View
    }

    fn with_capacity(rows: usize) -> Self {
        Self {
            known: StringViewBuilder::new(),
            first: Vec::new(),
            rows: UInt32Builder::with_capacity(rows),
        }
    }

    fn null(&mut self) {
        self.rows.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(take(&self.known.finish(), &self.rows.finish(), None)?)
    }
}

/// A column of exact decimals.
#[derive(Debug)]
pub(crate) struct Exact(Decimal128Builder);

impl Exact {
    #[inline]
    pub(crate) fn push(&mut self, value: i128) {
        self.0.append_value(value);
    }

    pub(crate) fn push_scaled(&mut self, value: Option<i128>) {
        self.0.append_option(value);
    }
}

impl Column for Exact {
    fn data_type() -> DataType {
        DECIMAL
    }

    fn with_capacity(rows: usize) -> Self {
        Self(Decimal128Builder::with_capacity(rows).with_data_type(DECIMAL))
    }

    fn null(&mut self) {
        self.0.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(Arc::new(self.0.finish()))
    }
}

/// A column of integers.
#[derive(Debug)]
pub(crate) struct Integer(Int64Builder);

impl Integer {
    pub(crate) fn push(&mut self, value: Option<i64>) {
        self.0.append_option(value);
    }

    /// Appends a position in a text; no text reaches beyond 63 bits.
    pub(crate) fn push_position(&mut self, value: usize) {
        self.0.append_option(i64::try_from(value).ok());
    }
}

impl Column for Integer {
    fn data_type() -> DataType {
        DataType::Int64
    }

    fn with_capacity(rows: usize) -> Self {
        Self(Int64Builder::with_capacity(rows))
    }

    fn null(&mut self) {
        self.0.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(Arc::new(self.0.finish()))
    }
}

/// A column of truth values.
#[derive(Debug)]
pub(crate) struct Truth(BooleanBuilder);

impl Truth {
    pub(crate) fn push(&mut self, value: Option<bool>) {
        self.0.append_option(value);
    }
}

impl Column for Truth {
    fn data_type() -> DataType {
        DataType::Boolean
    }

    fn with_capacity(rows: usize) -> Self {
        Self(BooleanBuilder::with_capacity(rows))
    }

    fn null(&mut self) {
        self.0.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(Arc::new(self.0.finish()))
    }
}

/// A column of dates.
#[derive(Debug)]
pub(crate) struct Day(Date32Builder);

impl Day {
    pub(crate) fn push(&mut self, date: Option<NaiveDate>) {
        self.0.append_option(date.map(Date32Type::from_naive_date));
    }
}

impl Column for Day {
    fn data_type() -> DataType {
        DataType::Date32
    }

    fn with_capacity(rows: usize) -> Self {
        Self(Date32Builder::with_capacity(rows))
    }

    fn null(&mut self) {
        self.0.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        Ok(Arc::new(self.0.finish()))
    }
}

/// A column of lists.
#[derive(Debug)]
pub(crate) struct Lists<C> {
    pub(crate) items: C,
    /// Where the next list begins.
    len: i32,
    offsets: Vec<i32>,
    valid: NullBufferBuilder,
}

impl<C: Column> Lists<C> {
    fn item() -> FieldRef {
        Arc::new(Field::new_list_field(C::data_type(), true))
    }

    /// Ends a list to which that many items were added.
    pub(crate) fn close(&mut self, items: i32) {
        // A batch has far fewer than 2³¹ items: each takes a byte of a text,
        // and the engine's batches hold some thousand rows.
        self.len = self.len.saturating_add(items);
        self.offsets.push(self.len);
        self.valid.append_non_null();
    }
}

impl<C: Column> Column for Lists<C> {
    fn data_type() -> DataType {
        DataType::List(Self::item())
    }

    fn with_capacity(rows: usize) -> Self {
        let mut offsets = Vec::with_capacity(rows.saturating_add(1));
        offsets.push(0);
        Self {
            items: C::with_capacity(rows),
            len: 0,
            offsets,
            valid: NullBufferBuilder::new(rows),
        }
    }

    fn null(&mut self) {
        self.offsets.push(self.len);
        self.valid.append_null();
    }

    fn finish(mut self) -> Result<ArrayRef> {
        let array = ListArray::try_new(
            Self::item(),
            OffsetBuffer::new(ScalarBuffer::from(self.offsets)),
            self.items.finish()?,
            self.valid.finish(),
        )?;
        Ok(Arc::new(array))
    }
}

/// An optional decimal in a column's units; the error is a number that has
/// too many digits after the mark for it.
pub(crate) fn scaled(value: Option<Decimal>) -> Result<Option<i128>, Decimal> {
    match value {
        None => Ok(None),
        Some(number) => to_scaled(number).map(Some).ok_or(number),
    }
}

#[cfg(test)]
mod tests {
    use datafusion::arrow::array::AsArray;

    use super::*;

    #[test]
    fn many_codes_are_as_right_as_few() {
        let mut codes = Codes::with_capacity(0);
        let mut expected = Vec::new();
        for n in 0..200_u32 {
            let code = (n % 7 != 0).then(|| format!("a code of more than twelve bytes {}", n % 40));
            codes.push_option(code.as_deref());
            expected.push(code);
        }
        let array = codes.finish().unwrap();
        let found: Vec<_> = array.as_string_view().iter().collect();
        let expected: Vec<_> = expected.iter().map(Option::as_deref).collect();
        assert_eq!(found, expected);
    }
}
