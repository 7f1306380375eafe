//! What the tests share.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, AsArray, DictionaryArray, LargeStringArray, RecordBatch, StringArray,
    StringViewArray, StructArray,
};
use datafusion::arrow::compute::{cast, concat_batches};
use datafusion::arrow::datatypes::{DataType, Decimal128Type, Field, Int32Type, Schema};
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::datasource::MemTable;
use datafusion::prelude::{SessionConfig, SessionContext};
use tinh_datafusion::datafusion;
use tinh_figures::rust_decimal::Decimal;

/// A context with everything registered.
pub(crate) fn context(partitions: usize) -> SessionContext {
    let config = SessionConfig::new()
        .with_target_partitions(partitions)
        .with_batch_size(7)
        .set_bool("datafusion.sql_parser.parse_float_as_decimal", true);
    let context = SessionContext::new_with_config(config);
    tinh_datafusion::register(&context);
    context
}

/// Runs a query to one batch.
#[track_caller]
pub(crate) fn query(context: &SessionContext, sql: &str) -> RecordBatch {
    match try_query(context, sql) {
        Ok(batch) => batch,
        Err(error) => panic!("{sql}: {error}"),
    }
}

/// Runs a query to one batch, or to the words of its error.
pub(crate) fn try_query(context: &SessionContext, sql: &str) -> Result<RecordBatch, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| e.to_string())?;
    runtime.block_on(async {
        let frame = context.sql(sql).await.map_err(|e| e.strip_backtrace())?;
        let schema = Arc::new(frame.schema().as_arrow().clone());
        let batches = frame.collect().await.map_err(|e| e.strip_backtrace())?;
        let schema = batches.first().map_or(schema, RecordBatch::schema);
        concat_batches(&schema, &batches).map_err(|e| e.to_string())
    })
}

/// The first column of a query.
#[track_caller]
pub(crate) fn column(context: &SessionContext, sql: &str) -> ArrayRef {
    query(context, sql).column(0).clone()
}

/// The one value of a query, as the engine prints it.
#[track_caller]
pub(crate) fn value(context: &SessionContext, sql: &str) -> String {
    let array = column(context, sql);
    assert_eq!(array.len(), 1, "{sql}");
    if array.is_null(0) {
        "NULL".to_owned()
    } else {
        array_value_to_string(&array, 0).unwrap()
    }
}

/// The layouts a column of text can have.
pub(crate) const LAYOUTS: [&str; 6] = [
    "Utf8",
    "LargeUtf8",
    "Utf8View",
    "Dictionary(Int32, Utf8)",
    "Dictionary(UInt64, LargeUtf8)",
    "Dictionary(Int16, Utf8View)",
];

/// A column of text in one of the layouts.
pub(crate) fn texts(rows: &[Option<&str>], layout: &str) -> ArrayRef {
    let plain: StringArray = rows.iter().copied().collect();
    let dictionary: DictionaryArray<Int32Type> = rows.iter().copied().collect();
    let dictionary: ArrayRef = Arc::new(dictionary);
    match layout {
        "Utf8" => Arc::new(plain),
        "LargeUtf8" => Arc::new(LargeStringArray::from_iter(rows.iter().copied())),
        "Utf8View" => Arc::new(StringViewArray::from_iter(rows.iter().copied())),
        "Dictionary(Int32, Utf8)" => dictionary,
        "Dictionary(UInt64, LargeUtf8)" => {
            let wanted =
                DataType::Dictionary(Box::new(DataType::UInt64), Box::new(DataType::LargeUtf8));
            cast(&dictionary, &wanted).unwrap()
        }
        "Dictionary(Int16, Utf8View)" => {
            let wanted =
                DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8View));
            cast(&dictionary, &wanted).unwrap()
        }
        other => panic!("no layout {other}"),
    }
}

/// Registers a table `t` of the columns, cut into partitions of nearly equal
/// size; with more partitions than rows some are empty.
pub(crate) fn table(context: &SessionContext, columns: &[(&str, ArrayRef)], partitions: usize) {
    let fields: Vec<Field> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let schema = Arc::new(Schema::new(fields));
    let arrays = columns.iter().map(|(_, array)| array.clone()).collect();
    let all = RecordBatch::try_new(schema.clone(), arrays).unwrap();
    let rows = all.num_rows();
    let batches = (0..partitions)
        .map(|part| {
            let (from, to) = (rows * part / partitions, rows * (part + 1) / partitions);
            // An empty batch beside the full one.
            vec![all.slice(from, 0), all.slice(from, to - from)]
        })
        .collect();
    let table = MemTable::try_new(schema, batches).unwrap();
    context.deregister_table("t").unwrap();
    context.register_table("t", Arc::new(table)).unwrap();
}

/// A field of a struct column.
#[track_caller]
pub(crate) fn field(array: &StructArray, name: &str) -> ArrayRef {
    match array.column_by_name(name) {
        Some(column) => column.clone(),
        None => panic!("no field {name}"),
    }
}

/// A text of a column.
pub(crate) fn text(array: &ArrayRef, row: usize) -> Option<String> {
    let plain = cast(array, &DataType::Utf8).unwrap();
    let plain = plain.as_string::<i32>();
    (!datafusion::arrow::array::Array::is_null(plain, row)).then(|| plain.value(row).to_owned())
}

/// A decimal of a column.
pub(crate) fn decimal(array: &ArrayRef, row: usize) -> Option<Decimal> {
    if array.is_null(row) {
        return None;
    }
    let value = array.as_primitive::<Decimal128Type>().value(row);
    Some(Decimal::try_from_i128_with_scale(value, 9).map_or_else(
        // More than 28 digits: only where the last nine are zeros.
        |_| Decimal::try_from_i128_with_scale(value / 1_000_000_000, 0).unwrap(),
        |value| value.normalize(),
    ))
}

/// An integer of a column.
pub(crate) fn integer(array: &ArrayRef, row: usize) -> Option<i64> {
    let array = array.as_primitive::<datafusion::arrow::datatypes::Int64Type>();
    (!datafusion::arrow::array::Array::is_null(array, row)).then(|| array.value(row))
}

/// Texts of every kind, readable or not.
pub(crate) const SAMPLES: [Option<&str>; 40] = [
    Some("14,65 tỷ USD"),
    Some("trên 24,5 tỷ USD"),
    Some("gần 50 triệu đồng"),
    Some("từ 3 đến 5 triệu USD"),
    Some("khoảng 350 triệu euro"),
    Some("ít nhất 2 tỷ đồng"),
    Some("dưới 1 triệu yên"),
    Some("không quá 20 tỷ đồng"),
    Some("hàng trăm triệu USD"),
    Some("1.498 tỷ đồng"),
    None,
    Some(""),
    Some("   "),
    Some("14,65 tỉ đồ"),
    Some("mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ"),
    Some("1 tỷ 136 triệu USD"),
    Some("853 dự án"),
    Some("hơn 70 dự án"),
    Some("45,3%"),
    Some("10,2 lần"),
    Some("thứ 8"),
    Some("một tỷ rưỡi"),
    Some("1tr5"),
    Some("âm hai triệu đồng"),
    Some("14,65 ty\u{309} USD"),
    Some("79228162514264337593543950335 USD"),
    Some("99999999999999999999999999999999 USD"),
    Some("0,0000000001 USD"),
    Some("0,000000001 USD"),
    Some("1.23.4"),
    Some("Hải Phòng"),
    Some("TP.HCM"),
    Some("Hải Dương"),
    Some("ba ria vung tau"),
    Some("Hoa Kỳ"),
    Some("Nga"),
    Some("hai-phong"),
    Some("853 dự án của Hải Phòng và Nhật Bản, tổng vốn trên 24,5 tỷ USD"),
    Some("😀 tỷ 5\u{0}"),
    Some("một phần ba"),
];
