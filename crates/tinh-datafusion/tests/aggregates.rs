//! Sums in SQL, against the library's own, in any order and any partitions.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, Int64Array, StructArray};
use proptest::prelude::*;
use tinh_datafusion::datafusion;
use tinh_figures::Qualifier;
use tinh_totals::{Interval, IntervalSum};

use crate::support::{
    column, context, decimal, field, integer, query, table, text, texts, try_query, value,
};

/// Amounts of every qualifier, and what is none.
const AMOUNTS: [&str; 14] = [
    "14,65 tỷ USD",
    "trên 24,5 tỷ USD",
    "ít nhất 2 tỷ USD",
    "gần 50 triệu USD",
    "dưới 1 triệu USD",
    "không quá 20 tỷ USD",
    "từ 3 đến 5 triệu USD",
    "khoảng 350 triệu USD",
    "hàng trăm triệu USD",
    "âm 2 triệu USD",
    "0,000000001 USD",
    "79228162514264337593543950335 USD",
    "-79228162514264337593543950335 USD",
    "không phải tiền",
];

fn library(rows: &[&str], rule: &str) -> Option<IntervalSum> {
    let mut sum = IntervalSum::default();
    for row in rows {
        let Ok(found) = tinh_figures::parse(row) else {
            continue;
        };
        let figure = found.figure();
        if rule == "defensible_sum" && figure.qualifier() == Qualifier::Indefinite {
            continue;
        }
        sum.add(&Interval::of(figure)).unwrap();
    }
    (sum.count() > 0).then_some(sum)
}

/// Compares a row of a sum with the library's sum.
#[track_caller]
fn same(array: &StructArray, row: usize, expected: Option<IntervalSum>) {
    let Some(expected) = expected else {
        assert_eq!(text(&field(array, "qualifier"), row), None);
        return;
    };
    let total = expected.total().unwrap();
    assert_eq!(
        text(&field(array, "qualifier"), row).as_deref(),
        Some(total.qualifier().as_str())
    );
    let normal = |d: Option<tinh_figures::rust_decimal::Decimal>| d.map(|d| d.normalize());
    assert_eq!(
        decimal(&field(array, "value"), row),
        normal(total.nominal())
    );
    assert_eq!(decimal(&field(array, "lower"), row), normal(total.lower()));
    assert_eq!(decimal(&field(array, "upper"), row), normal(total.upper()));
    assert_eq!(text(&field(array, "currency"), row).as_deref(), Some("USD"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the order, the partitions and the groups: the library's sum.
    #[test]
    fn sums_are_the_librarys(
        rows in prop::collection::vec((prop::sample::select(&AMOUNTS[..]), 0_i64..4), 0..60),
        partitions in 1_usize..6,
        threads in 1_usize..5,
        layout in prop::sample::select(&crate::support::LAYOUTS[..]),
        rule in prop::sample::select(vec!["interval_sum", "defensible_sum"]),
    ) {
        let amounts: Vec<_> = rows.iter().map(|(text, _)| *text).collect();
        // Where the library's decimal is too small the column's is not; the
        // two are compared where both have a total.
        let groups = |group: Option<i64>| -> Vec<&str> {
            rows.iter().filter(|(_, g)| group.is_none_or(|w| w == *g)).map(|(t, _)| *t).collect()
        };
        let fits = |group| library(&groups(group), rule).is_none_or(|sum| sum.total().is_ok());
        prop_assume!(fits(None) && (0..4).all(|group| fits(Some(group))));

        let context = context(threads);
        let options: Vec<_> = amounts.iter().map(|text| Some(*text)).collect();
        let keys: ArrayRef = Arc::new(rows.iter().map(|(_, g)| *g).collect::<Int64Array>());
        table(&context, &[("text", texts(&options, layout)), ("key", keys)], partitions);
        let call = if rule == "interval_sum" {
            "interval_sum(vn_money(text))"
        } else {
            "defensible_sum(vn_money(text), 'fdi.registered')"
        };

        let all = column(&context, &format!("SELECT {call} FROM t"));
        prop_assert_eq!(all.len(), 1);
        same(all.as_struct(), 0, library(&amounts, rule));

        let grouped = query(&context, &format!("SELECT key, {call} FROM t GROUP BY key"));
        for row in 0..grouped.num_rows() {
            let key = integer(grouped.column(0), row);
            same(grouped.column(1).as_struct(), row, library(&groups(key), rule));
        }
        if rule == "defensible_sum" && !rows.is_empty() {
            let total = all.as_struct();
            let count = integer(&field(total, "count"), 0).unwrap();
            let left_out = integer(&field(total, "left_out"), 0).unwrap();
            prop_assert_eq!(usize::try_from(count + left_out).unwrap(), rows.len());
        }

        // A sum of sums is the sum.
        let parts = "SELECT key, interval_sum(vn_money(text)) AS part FROM t GROUP BY key";
        let sql = format!("SELECT interval_sum(part) FROM ({parts})");
        if rule == "interval_sum" {
            same(column(&context, &sql).as_struct(), 0, library(&amounts, rule));
        }
    }
}

/// A table `t` of texts and a label.
fn labelled(rows: &[(Option<&str>, Option<&str>)]) -> datafusion::prelude::SessionContext {
    let context = context(2);
    let amounts: Vec<_> = rows.iter().map(|(text, _)| *text).collect();
    let labels: Vec<_> = rows.iter().map(|(_, label)| *label).collect();
    table(
        &context,
        &[
            ("text", texts(&amounts, "Utf8")),
            ("basis", texts(&labels, "Dictionary(Int32, Utf8)")),
        ],
        2,
    );
    context
}

#[track_caller]
fn refused(context: &datafusion::prelude::SessionContext, sql: &str, words: &str) {
    match try_query(context, sql) {
        Ok(answer) => panic!("{sql} was not refused: {answer:?}"),
        Err(error) => assert!(error.contains(words), "{error}"),
    }
}

#[test]
fn currencies_are_never_added() {
    let context = labelled(&[
        (Some("5 USD"), None),
        (Some("7 đồng"), None),
        (Some("1 euro"), None),
    ]);
    refused(
        &context,
        "SELECT interval_sum(vn_money(text)) FROM t",
        "interval_sum cannot add amounts of 3 currencies: EUR, USD, VND",
    );
    refused(
        &context,
        "SELECT defensible_sum(vn_money(text), 'fdi.registered') FROM t",
        "defensible_sum cannot add amounts of 3 currencies: EUR, USD, VND",
    );
    // Grouped by currency each is a sum.
    let sql =
        "SELECT interval_sum(m) FROM (SELECT vn_money(text) AS m FROM t) GROUP BY m['currency']";
    assert_eq!(column(&context, sql).len(), 3);
}

#[test]
fn numbers_and_money_are_never_added() {
    let context = labelled(&[(Some("5 USD"), None), (Some("7 dự án"), None)]);
    refused(
        &context,
        "SELECT interval_sum(vn_figure(text)) FROM t",
        "interval_sum cannot add amounts of 2 currencies: USD, no currency",
    );
}

#[test]
fn projects_and_persons_are_never_added() {
    let context = labelled(&[
        (Some("853 dự án"), Some("a")),
        (Some("7 người"), Some("b")),
        (Some("hơn 9 dự án"), Some("a")),
    ]);
    for call in [
        "interval_sum(vn_figure(text))",
        "defensible_sum(vn_figure(text), 'fdi.projects')",
    ] {
        refused(
            &context,
            &format!("SELECT {call} FROM t"),
            "cannot add amounts of 2 unit nouns: dự án, người",
        );
        let sql = format!("SELECT {call}['lower'] FROM t WHERE basis = 'a'");
        assert_eq!(value(&context, &sql), "862.000000000");
    }
    let context = labelled(&[(Some("853 dự án"), None), (Some("7"), None)]);
    refused(
        &context,
        "SELECT interval_sum(vn_figure(text)) FROM t",
        "interval_sum cannot add amounts of 2 unit nouns: dự án, no noun",
    );
}

/// The engine makes a grouping of a lone `DISTINCT`, which has to be seen before.
#[test]
fn distinct_is_refused_wherever_it_stands() {
    let context = labelled(&[(Some("5 USD"), Some("a")), (Some("5 USD"), Some("a"))]);
    for query in [
        "SELECT interval_sum(DISTINCT vn_money(text)) FROM t",
        "SELECT basis, interval_sum(DISTINCT vn_money(text)) FROM t GROUP BY basis",
        "SELECT interval_sum(DISTINCT vn_money(text)), count(*) FROM t",
        "SELECT interval_sum(DISTINCT vn_money(text)) OVER () FROM t",
    ] {
        let words = "interval_sum does not take DISTINCT: equal amounts may be of different things";
        refused(&context, query, words);
    }
    refused(
        &context,
        "SELECT defensible_sum(DISTINCT vn_money(text), basis) FROM t",
        "defensible_sum does not take DISTINCT: equal amounts may be of different things",
    );
}

#[test]
fn rates_and_ranks_are_never_added() {
    let context = labelled(&[(Some("5%"), None), (Some("7%"), None)]);
    refused(
        &context,
        "SELECT interval_sum(vn_figure(text)) FROM t",
        "interval_sum cannot add figures of kind percent",
    );
}

#[test]
fn bases_are_never_mixed() {
    let context = labelled(&[
        (Some("5 USD"), Some("fdi.registered")),
        (Some("7 USD"), Some("fdi.implemented")),
        (Some("8 USD"), None),
    ]);
    refused(
        &context,
        "SELECT defensible_sum(vn_money(text), basis) FROM t",
        "defensible_sum cannot add amounts of 3 bases: fdi.implemented, fdi.registered, no basis",
    );
    refused(
        &context,
        "SELECT defensible_sum(vn_money(text), 'fdi.registered', basis) FROM t",
        "3 bases: fdi.implemented, fdi.registered, no basis",
    );
    let sql = "SELECT defensible_sum(vn_money(text), basis)['value'] FROM t WHERE basis = 'fdi.registered'";
    assert_eq!(value(&context, sql), "5.000000000");
}

/// What the measure's own rule refuses, and what stands beside it.
#[test]
fn the_measure_decides_what_adds() {
    for (rows, measure, refusal) in [
        (
            ["12 quốc gia", "9 quốc gia"],
            "investor-countries",
            "defensible_sum: investor-countries cannot be added over rows: it is not additive",
        ),
        (
            ["12 USD", "9 USD"],
            "fdi.projects",
            "defensible_sum: fdi.projects is a measure of unit count, found money",
        ),
        (
            ["12 dự án", "9 dự án"],
            "fdi.registered",
            "defensible_sum: fdi.registered is a measure of unit money, \
             found a number without a currency",
        ),
        (
            ["12 USD", "9 USD"],
            "exports stock",
            "defensible_sum: exports is a flow, found a stock",
        ),
        (["12 USD", "9 USD"], "fdi.registred", "fdi.registered"),
    ] {
        let rows = rows.map(|text| (Some(text), Some(measure)));
        let sql = "SELECT defensible_sum(vn_figure(text), basis) FROM t";
        refused(&labelled(&rows), sql, refusal);
    }
    // One figure of a measure that does not add is its own total.
    let context = labelled(&[(Some("12 quốc gia"), Some("investor-countries"))]);
    let sql = "SELECT defensible_sum(vn_figure(text), basis)['value'] FROM t";
    assert_eq!(value(&context, sql), "12.000000000");
    let context = labelled(&[
        (Some("12 USD"), Some("exports flow")),
        (Some("9 USD"), Some("exports flow")),
    ]);
    assert_eq!(value(&context, sql), "21.000000000");
}

#[test]
fn a_part_is_never_added_to_its_whole() {
    let context = labelled(&[
        (Some("5 USD"), Some("investment.registered flow")),
        (Some("7 USD"), Some("fdi.registered-new flow")),
    ]);
    refused(
        &context,
        "SELECT defensible_sum(vn_money(text), basis) FROM t",
        "defensible_sum cannot add amounts of 2 bases: fdi.registered-new flow, \
         investment.registered flow: fdi.registered-new is a part of investment.registered",
    );
}

#[test]
fn restated_rows_tell_how_much_of_the_unit_they_report() {
    let context = labelled(&[
        (Some("vinh-long"), Some("2022-12-20")),
        (Some("vinh-long"), Some("2022-12-20")),
        (Some("hai-phong"), Some("2023-12-20")),
        (Some("hai-duong"), Some("2023-01-01")),
        (Some("nowhere"), Some("2023-01-01")),
        (Some("hai-duong"), Some("someday")),
    ]);
    let sql = "SELECT restated(text, basis, '2026-11-22') FROM t \
               GROUP BY province_restate(text, basis, '2026-11-22') \
               ORDER BY province_restate(text, basis, '2026-11-22') NULLS LAST";
    let answer = column(&context, sql);
    let print =
        |row| datafusion::arrow::util::display::array_value_to_string(&answer, row).unwrap();
    assert_eq!(
        [print(0), print(1), print(2)],
        [
            "{unit: hai-phong, name: Hải Phòng, reported: 2, of: 2, missing: , left_out: 0}",
            "{unit: vinh-long, name: Vĩnh Long, reported: 1, of: 3, \
             missing: Bến Tre, Trà Vinh, left_out: 0}",
            "{unit: , name: , reported: , of: , missing: , left_out: 2}",
        ]
    );
    refused(
        &context,
        "SELECT restated(text, basis, '2026-11-22') FROM t",
        "restated found rows of 2 units: Hải Phòng, Vĩnh Long",
    );
}

#[test]
fn many_bases_are_named_up_to_eight() {
    let labels: Vec<String> = (10..40).map(|n| format!("b{n}")).collect();
    let rows: Vec<_> = labels
        .iter()
        .map(|label| (Some("5 USD"), Some(label.as_str())))
        .collect();
    refused(
        &labelled(&rows),
        "SELECT defensible_sum(vn_money(text), basis) FROM t",
        "more than 8 bases: b10, b11, b12, b13, b14, b15, b16, b17 and more",
    );
}

#[test]
fn what_is_left_out_is_counted() {
    let context = labelled(&[
        (Some("5 USD"), Some("fdi.registered")),
        (Some("hàng trăm USD"), Some("fdi.planned")),
        (Some("không rõ"), Some("fdi.planned")),
        (None, None),
    ]);
    let sql = "SELECT defensible_sum(vn_money(text), basis) FROM t";
    assert_eq!(
        value(&context, sql),
        "{value: 5.000000000, currency: USD, lower: 5.000000000, upper: 5.000000000, \
         qualifier: exact, count: 1, left_out: 3}"
    );
    // Nothing but such rows: no sum, and that is said.
    let sql = "SELECT defensible_sum(vn_money(text), basis) FROM t WHERE basis IS NULL";
    assert_eq!(
        value(&context, sql),
        "{value: , currency: , lower: , upper: , qualifier: , count: 0, left_out: 1}"
    );
    // No rows at all: null, as every SQL sum.
    for call in [
        "interval_sum(vn_money(text))",
        "defensible_sum(vn_money(text), basis)",
    ] {
        let sql = format!("SELECT {call} FROM t WHERE false");
        assert_eq!(value(&context, &sql), "NULL");
    }
}

#[test]
fn a_total_beyond_the_column_is_an_error_and_only_the_total() {
    let largest = "79228162514264337593543950335 USD";
    let context = labelled(&[(Some(largest), None), (Some(largest), None)]);
    refused(
        &context,
        "SELECT interval_sum(vn_money(text)) FROM t",
        "interval_sum is beyond 29 digits",
    );
    // Beyond 38 digits on the way, within at the end.
    let minus = "-79228162514264337593543950335 USD";
    let context = labelled(&[
        (Some(largest), None),
        (Some(largest), None),
        (Some(minus), None),
        (Some("1 USD"), None),
        (Some(minus), None),
    ]);
    let sql = "SELECT interval_sum(vn_money(text))['value'] FROM t";
    assert_eq!(value(&context, sql), "1.000000000");
}

#[test]
fn amounts_made_by_hand_are_checked() {
    let context = context(1);
    let amount = |qualifier: &str, lower: &str, upper: &str| {
        format!(
            "SELECT interval_sum(named_struct('value', CAST(5 AS DECIMAL(10, 2)), 'lower', {lower}, \
             'upper', {upper}, 'qualifier', {qualifier})) AS s"
        )
    };
    let five = "CAST(5 AS DECIMAL(10, 2))";
    assert_eq!(
        value(&context, &amount("'exact'", five, five)),
        "{value: 5.000000000, currency: , lower: 5.000000000, upper: 5.000000000, qualifier: exact}"
    );
    refused(
        &context,
        &amount("'exact'", five, "CAST(NULL AS DECIMAL(10, 2))"),
        "an amount of qualifier exact has no upper bound",
    );
    refused(
        &context,
        &amount("'roughly'", five, five),
        "an amount has the unknown qualifier \"roughly\"",
    );
    refused(
        &context,
        &amount("CAST(NULL AS VARCHAR)", five, five),
        "an amount has no qualifier, expected one such as exact or more_than",
    );
    refused(
        &context,
        &amount("'exact'", "CAST(5 AS DECIMAL(20, 12))", five),
        "interval_sum expects a decimal of at most 9 digits after the mark in field lower, found Decimal128(20, 12)",
    );
    // A number too large for the column is no null.
    let large = "CAST('90000000000000000000000000000000' AS DECIMAL(38, 2))";
    refused(&context, &amount("'exact'", large, large), "Overflowing on");
    refused(
        &context,
        "SELECT interval_sum(struct(1))",
        "interval_sum expects an amount, its field value is missing",
    );
    refused(
        &context,
        "SELECT interval_sum(5)",
        "interval_sum expects an amount as argument 1, found Int64",
    );
    refused(
        &context,
        "SELECT defensible_sum(vn_money('5 USD'))",
        "defensible_sum expects (amount, measure, ...), found a call with 1 arguments",
    );
    refused(
        &context,
        "SELECT defensible_sum(vn_money('5 USD'), 5)",
        "defensible_sum expects text as argument 2, found Int64",
    );
}

/// Groups under a filter, also where a group has no row left, and running sums
/// that begin anew.
#[test]
fn filters_of_groups_and_windows_of_partitions_work() {
    let context = labelled(&[
        (Some("5 USD"), Some("exports")),
        (Some("7 USD"), Some("imports")),
        (Some("hàng chục USD"), Some("exports")),
        (Some("9 USD"), Some("exports")),
    ]);
    let sql = "SELECT basis,
                      interval_sum(vn_money(text)) FILTER (WHERE text LIKE '9%')['value'],
                      defensible_sum(vn_money(text), basis) FILTER (WHERE text < '9')['left_out']
               FROM t GROUP BY basis ORDER BY basis";
    let answer = query(&context, sql);
    assert_eq!(decimal(answer.column(1), 0), Some(9.into()));
    assert_eq!(integer(answer.column(2), 0), Some(0));
    assert!(answer.column(1).is_null(1));
    assert_eq!(integer(answer.column(2), 1), Some(0));
    let sql =
        "SELECT interval_sum(vn_money(text)) OVER (PARTITION BY basis ORDER BY text)['value'],
                      defensible_sum(vn_money(text), basis) OVER (PARTITION BY basis)['count']
               FROM t WHERE text LIKE '%USD' AND text NOT LIKE 'h%' ORDER BY basis, text";
    let answer = query(&context, sql);
    let column = |at: usize, number: fn(&ArrayRef, usize) -> Option<String>| -> Vec<_> {
        (0..3).map(|row| number(answer.column(at), row)).collect()
    };
    let words = |texts: [&str; 3]| texts.map(|text| Some(text.to_owned()));
    let exact = |array: &ArrayRef, row| decimal(array, row).map(|d| d.to_string());
    assert_eq!(column(0, exact), words(["5", "14", "7"]));
    let counts = |array: &ArrayRef, row| integer(array, row).map(|n| n.to_string());
    assert_eq!(column(1, counts), words(["2", "2", "1"]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Partial sums as machines send them: cut anywhere, merged in any order
    /// and in any tree, the same total to the last digit.
    #[test]
    fn partial_sums_merge_in_any_order(
        parts in prop::collection::vec(
            prop::collection::vec(prop::sample::select(&AMOUNTS[..]), 0..6), 1..7),
        order in prop::collection::vec(any::<prop::sample::Index>(), 8),
        function in 0_usize..2,
    ) {
        let function = Arc::new(tinh_datafusion::aggregate_functions().remove(function));
        let all: Vec<Option<&str>> = parts.iter().flatten().copied().map(Some).collect();
        let expected = total(&function, &[partial(&function, &all)]);
        let mut states: Vec<Vec<ArrayRef>> = parts
            .iter()
            .map(|part| {
                let rows: Vec<_> = part.iter().copied().map(Some).collect();
                partial(&function, &rows)
            })
            .collect();
        // Any two become one, until one is left.
        let mut order = order.iter();
        while states.len() > 1 {
            let at = order.next().unwrap().index(states.len());
            let one = states.swap_remove(at);
            let other = states.swap_remove(at % states.len());
            states.push(merged(&function, &[one, other]));
        }
        prop_assert_eq!(total(&function, &states), expected);
    }
}

type Function = Arc<datafusion::logical_expr::AggregateUDF>;

/// An accumulator over `vn_money` of texts and a constant basis.
fn accumulator(function: &Function) -> Box<dyn datafusion::logical_expr::Accumulator> {
    use datafusion::arrow::datatypes::{DataType, Field, Schema};
    use datafusion::physical_expr::aggregate::AggregateExprBuilder;
    let schema = Arc::new(Schema::new(vec![
        Field::new(
            "m",
            DataType::Struct(tinh_datafusion::amount_fields()),
            true,
        ),
        Field::new("b", DataType::Utf8, true),
    ]));
    let mut arguments = vec![datafusion::physical_expr::expressions::col("m", &schema).unwrap()];
    if function.name() == "defensible_sum" {
        arguments.push(datafusion::physical_expr::expressions::col("b", &schema).unwrap());
    }
    let expression = AggregateExprBuilder::new(function.clone(), arguments)
        .schema(schema)
        .alias("sum")
        .build()
        .unwrap();
    expression.create_accumulator().unwrap()
}

/// The state of an accumulator as columns of one row.
fn state(mut sum: Box<dyn datafusion::logical_expr::Accumulator>) -> Vec<ArrayRef> {
    let state = sum.state().unwrap();
    state
        .iter()
        .map(|value| value.to_array().unwrap())
        .collect()
}

fn partial(function: &Function, rows: &[Option<&str>]) -> Vec<ArrayRef> {
    let context = context(1);
    table(&context, &[("text", texts(rows, "Utf8"))], 1);
    let amounts = column(&context, "SELECT vn_money(text) FROM t");
    let bases = texts(&vec![Some("fdi.registered"); rows.len()], "Utf8");
    let mut sum = accumulator(function);
    let mut arguments = vec![amounts];
    if function.name() == "defensible_sum" {
        arguments.push(bases);
    }
    sum.update_batch(&arguments).unwrap();
    state(sum)
}

fn merged(function: &Function, parts: &[Vec<ArrayRef>]) -> Vec<ArrayRef> {
    let mut sum = accumulator(function);
    for part in parts {
        sum.merge_batch(part).unwrap();
    }
    state(sum)
}

/// The total, or the words of its refusal.
fn total(function: &Function, parts: &[Vec<ArrayRef>]) -> Result<String, String> {
    let mut sum = accumulator(function);
    for part in parts {
        sum.merge_batch(part).unwrap();
    }
    let total = sum.evaluate().map_err(|error| error.strip_backtrace())?;
    Ok(format!("{total:?}"))
}

#[test]
fn filters_and_windows_work() {
    let context = labelled(&[(Some("5 USD"), Some("a")), (Some("7 USD"), Some("b"))]);
    let sql = "SELECT interval_sum(vn_money(text)) FILTER (WHERE basis = 'b') FROM t";
    assert!(value(&context, sql).starts_with("{value: 7.000000000"));
    let sql = "SELECT interval_sum(vn_money(text)) OVER (ORDER BY basis) FROM t";
    let running = column(&context, sql);
    let running = field(running.as_struct(), "value");
    let values: Vec<_> = (0..running.len())
        .map(|row| decimal(&running, row))
        .collect();
    assert_eq!(values, [Some(5.into()), Some(12.into())]);
}
