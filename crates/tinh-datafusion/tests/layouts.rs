//! Empty batches, batches of nulls, slices, constants, dictionaries.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, DictionaryArray, StringArray};
use datafusion::arrow::datatypes::Int32Type;
use datafusion::execution::FunctionRegistry as _;
use tinh_datafusion::datafusion;

use crate::support::{LAYOUTS, column, context, query, table, texts, value};

const CALLS: [&str; 24] = [
    "vn_money(text)",
    "try_vn_money(text)",
    "vn_number(text)",
    "try_vn_number(text)",
    "vn_figure(text)",
    "try_vn_figure(text)",
    "vn_figures(text)",
    "vn_places(text)",
    "vn_places(text, DATE '2023-12-20')",
    "try_vn_places(text)",
    "vn_words(vn_money(text))",
    "try_vn_words(vn_money(text), 'southern')",
    "province_id(text, DATE '2023-12-20')",
    "try_province_id(text, DATE '2023-12-20')",
    "province_by_code(text, '2023-12-20')",
    "try_province_by_code(text, '2023-12-20')",
    "province_code(text, '2023-12-20')",
    "try_province_code(text, '2023-12-20')",
    "province_restate(text, DATE '2023-12-20', DATE '2026-11-22')",
    "try_province_restate(text, DATE '2023-12-20', DATE '2026-11-22')",
    "province_name(text)",
    "try_province_name(text)",
    "country_code(text)",
    "try_country_code(text)",
];

#[test]
fn empty_batches_stay_empty() {
    for layout in LAYOUTS {
        for partitions in [1, 3] {
            let context = context(2);
            table(&context, &[("text", texts(&[], layout))], partitions);
            for call in CALLS {
                let answer = query(&context, &format!("SELECT {call} FROM t"));
                assert_eq!(answer.num_rows(), 0, "{call} {layout}");
            }
        }
    }
}

#[test]
fn nulls_stay_null() {
    for layout in LAYOUTS {
        for partitions in [1, 3] {
            let context = context(2);
            table(&context, &[("text", texts(&[None; 9], layout))], partitions);
            for call in CALLS {
                let answer = column(&context, &format!("SELECT {call} FROM t"));
                assert_eq!(
                    (answer.len(), answer.null_count()),
                    (9, 9),
                    "{call} {layout}"
                );
            }
        }
    }
}

#[test]
fn a_null_date_is_a_null_province() {
    let context = context(1);
    table(
        &context,
        &[("text", texts(&[Some("Hải Phòng")], "Utf8"))],
        1,
    );
    let call = "province_id(text, CAST(NULL AS DATE))";
    assert_eq!(value(&context, &format!("SELECT {call} FROM t")), "NULL");
    let call = "try_province_id(text, CAST(NULL AS DATE))";
    assert_eq!(value(&context, &format!("SELECT {call} FROM t")), "NULL");
}

#[test]
fn a_date_column_goes_row_by_row() {
    let context = context(1);
    let names = texts(&[Some("Hải Dương"), Some("Hải Dương"), None], "Utf8View");
    let dates = texts(&[Some("2023-12-20"), Some("2026-11-22"), None], "Utf8");
    table(&context, &[("name", names), ("day", dates)], 1);
    let answer = column(&context, "SELECT province_id(name, day) FROM t");
    let answer = answer.as_string_view();
    assert_eq!(
        answer.iter().collect::<Vec<_>>(),
        [Some("hai-duong"), None, None]
    );
}

/// One bad cell of a column is no end of the query, and no date left out.
#[test]
fn a_text_that_is_no_date_is_null_with_a_reason() {
    for layout in LAYOUTS {
        let context = context(1);
        let names = texts(&[Some("Hải Phòng"); 4], layout);
        let days = texts(
            &[Some("2023-12-20"), Some("hôm qua"), None, Some("")],
            layout,
        );
        table(&context, &[("name", names), ("day", days)], 1);
        let valid = |call: &str| -> Vec<bool> {
            let answer = column(&context, &format!("SELECT {call} FROM t"));
            (0..4).map(|row| answer.is_valid(row)).collect()
        };
        let once = [true, false, false, false];
        assert_eq!(valid("province_id(name, day)"), once, "{layout}");
        assert_eq!(
            valid("province_restate(province_id(name, '2023-12-20'), day, '2026-11-22')"),
            once
        );
        assert_eq!(valid("vn_places(name, day)"), once, "{layout}");
        let answer = column(
            &context,
            "SELECT try_province_id(name, day)['error'] FROM t",
        );
        assert_eq!(
            answer.as_string_view().iter().collect::<Vec<_>>(),
            [
                None,
                Some("\"hôm qua\" is no date, expected one such as 2023-12-20"),
                None,
                Some("\"\" is no date, expected one such as 2023-12-20"),
            ],
            "{layout}"
        );
    }
}

/// A dictionary whose words repeat, are null, unread and unused.
#[test]
fn dictionaries_are_read_word_by_word() {
    let words = StringArray::from(vec![Some("5 USD"), None, Some("5 đồ"), Some("never used")]);
    let keys = [Some(0), Some(2), None, Some(1), Some(0), Some(0)];
    let keys: datafusion::arrow::array::Int32Array = keys.into_iter().collect();
    let array: ArrayRef = Arc::new(DictionaryArray::<Int32Type>::new(keys, Arc::new(words)));
    let context = context(1);
    table(&context, &[("text", array.clone())], 1);
    let sql = "SELECT vn_money(text)['value'], try_vn_money(text)['error'] FROM t";
    let answer = query(&context, sql);
    let valid: Vec<_> = (0..6).map(|row| answer.column(0).is_valid(row)).collect();
    assert_eq!(valid, [true, false, false, false, true, true]);
    let errors = answer.column(1).as_string_view();
    assert_eq!(
        errors.iter().flatten().collect::<Vec<_>>(),
        ["unknown currency or unit \"đồ\" at bytes 2..7"]
    );

    // A slice shorter than its dictionary.
    table(&context, &[("text", array.slice(4, 2))], 1);
    let answer = column(&context, "SELECT vn_money(text)['currency'] FROM t");
    assert_eq!(
        answer.as_string_view().iter().collect::<Vec<_>>(),
        [Some("USD"), Some("USD")]
    );
}

#[test]
fn constants_and_columns_mix() {
    let context = context(1);
    let days = texts(&[Some("2023-12-20"), Some("2026-11-22")], "Utf8");
    table(&context, &[("day", days)], 1);
    let answer = column(&context, "SELECT province_id('Hải Dương', day) FROM t");
    assert_eq!(
        answer.as_string_view().iter().collect::<Vec<_>>(),
        [Some("hai-duong"), None]
    );
}

#[test]
fn functions_are_documented_in_sql() {
    let context = context(1);
    for function in tinh_datafusion::scalar_functions() {
        let documentation = function.documentation().expect("documentation");
        assert!(!documentation.description.is_empty());
        assert!(documentation.syntax_example.starts_with(function.name()));
        assert!(context.udf(function.name()).is_ok());
    }
}
