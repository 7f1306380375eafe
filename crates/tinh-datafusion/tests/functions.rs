//! Row by row, SQL says what the library says.

use datafusion::arrow::array::{Array, AsArray, ListArray, StructArray};
use tinh_datafusion::datafusion;
use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Figure, Kind, Qualifier};
use tinh_gazetteer::{Country, Finder, UnitId, Units, date};

use crate::support::{
    LAYOUTS, SAMPLES, column, context, decimal, field, integer, table, text, texts,
};

/// Runs an expression over the samples in every layout, in one partition and
/// in several, and hands each answer to a check.
#[track_caller]
fn over_samples(expression: &str, check: impl Fn(&dyn Array)) {
    for layout in LAYOUTS {
        for partitions in [1, 3, 64] {
            let context = context(partitions);
            let rows: Vec<i64> = (0..40).collect();
            let rows = std::sync::Arc::new(datafusion::arrow::array::Int64Array::from(rows));
            table(
                &context,
                &[("text", texts(&SAMPLES, layout)), ("row", rows)],
                partitions,
            );
            let sql = format!("SELECT {expression} FROM t ORDER BY row");
            let answer = column(&context, &sql);
            assert_eq!(answer.len(), SAMPLES.len(), "{expression} {layout}");
            check(&*answer);
        }
    }
}

#[track_caller]
fn same_figure(array: &StructArray, row: usize, figure: &Figure) {
    assert_eq!(decimal(&field(array, "value"), row), figure.value());
    // The bounds of a third are wider than the library's by less than a unit of
    // the last digit.
    let nano = Decimal::new(1, 9);
    for (name, bound, wider) in [
        ("lower", figure.lower(), Decimal::NEGATIVE_ONE),
        ("upper", figure.upper(), Decimal::ONE),
    ] {
        let found = decimal(&field(array, name), row);
        match (found, bound) {
            (Some(found), Some(bound)) if figure.value().is_none() => {
                let more = (found - bound) * wider;
                assert!((Decimal::ZERO..nano).contains(&more), "{name}: {found}");
            }
            _ => assert_eq!(found, bound),
        }
    }
    assert_eq!(
        text(&field(array, "currency"), row).as_deref(),
        figure.currency().map(|c| c.code())
    );
    assert_eq!(
        text(&field(array, "qualifier"), row).as_deref(),
        Some(figure.qualifier().as_str())
    );
}

/// What the column cannot hold, though the library can.
fn beyond_nine_digits(figure: &Figure) -> bool {
    figure.value().is_some_and(|v| v.normalize().scale() > 9)
}

fn money(sample: Option<&str>) -> Option<Result<Figure, String>> {
    let sample = sample?;
    Some(match tinh_figures::parse(sample) {
        Err(error) => Err(error.to_string()),
        Ok(found) if found.figure().currency().is_none() => {
            Err(format!("expected a currency in \"{sample}\""))
        }
        Ok(found) if beyond_nine_digits(&found.figure()) => Err(format!(
            "{} has more than 9 digits after the decimal mark, a column holds 9",
            found.value().unwrap()
        )),
        Ok(found) => Ok(found.figure()),
    })
}

#[test]
fn vn_money_is_parse() {
    over_samples("vn_money(text)", |answer| {
        let amounts = answer.as_struct();
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            match money(sample) {
                Some(Ok(figure)) => same_figure(amounts, row, &figure),
                _ => assert!(amounts.is_null(row), "{sample:?}"),
            }
        }
    });
}

#[test]
fn try_vn_money_says_why() {
    over_samples("try_vn_money(text)", |answer| {
        let tries = answer.as_struct();
        let result = field(tries, "result");
        let error = field(tries, "error");
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            assert_eq!(tries.is_null(row), sample.is_none());
            match money(sample) {
                None => {}
                Some(Ok(figure)) => {
                    same_figure(result.as_struct(), row, &figure);
                    assert_eq!(text(&error, row), None);
                }
                Some(Err(reason)) => {
                    assert!(result.is_null(row));
                    assert_eq!(text(&error, row), Some(reason));
                }
            }
        }
    });
}

#[test]
fn vn_number_is_parse() {
    over_samples("vn_number(text)", |answer| {
        let answer = datafusion::arrow::array::make_array(answer.to_data());
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            let expected = sample
                .and_then(|text| tinh_figures::parse(text).ok())
                .map(|found| found.figure())
                .filter(|f| f.kind() == Kind::Number && f.qualifier() == Qualifier::Exact)
                .and_then(|figure| figure.value());
            assert_eq!(decimal(&answer, row), expected, "{sample:?}");
        }
    });
}

#[test]
fn vn_figures_is_find_iter() {
    over_samples("vn_figures(text)", |answer| {
        let lists: &ListArray = answer.as_list();
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            assert_eq!(lists.is_null(row), sample.is_none());
            let Some(sample) = sample else { continue };
            let list = lists.value(row);
            let list = list.as_struct();
            let expected: Vec<_> = tinh_figures::find_iter(sample).collect();
            assert_eq!(list.len(), expected.len(), "{sample}");
            for (at, found) in expected.iter().enumerate() {
                let figure = found.figure();
                let position =
                    |name| usize::try_from(integer(&field(list, name), at).unwrap()).unwrap();
                assert_eq!(position("start")..position("end"), found.range());
                assert_eq!(text(&field(list, "text"), at).unwrap(), found.as_str());
                assert_eq!(
                    text(&field(list, "kind"), at).unwrap(),
                    figure.kind().as_str()
                );
                assert_eq!(text(&field(list, "noun"), at).as_deref(), found.noun());
                let exact = field(list, "exact");
                assert_eq!(exact.as_boolean().value(at), !beyond_nine_digits(&figure));
                if !beyond_nine_digits(&figure) {
                    same_figure(list, at, &figure);
                    assert_eq!(
                        decimal(&field(list, "alternative"), at),
                        figure.alternative()
                    );
                }
            }
        }
    });
}

#[test]
fn vn_figure_is_parse() {
    over_samples("vn_figure(text)", |answer| {
        let figures = answer.as_struct();
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            let expected = sample
                .and_then(|text| tinh_figures::parse(text).ok())
                .filter(|found| !beyond_nine_digits(&found.figure()));
            assert_eq!(figures.is_null(row), expected.is_none(), "{sample:?}");
            if let Some(found) = expected {
                same_figure(figures, row, &found.figure());
            }
        }
    });
}

#[test]
fn provinces_and_countries_are_lookups() {
    let on = date(2023, 12, 20).unwrap();
    over_samples("province_id(text, DATE '2023-12-20')", |answer| {
        let answer = datafusion::arrow::array::make_array(answer.to_data());
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            let expected = sample.and_then(|name| Units::on(on).by_name(name).ok());
            assert_eq!(
                text(&answer, row).as_deref(),
                expected.map(|unit| unit.id().as_str())
            );
        }
    });
    over_samples("province_name(text)", |answer| {
        let answer = datafusion::arrow::array::make_array(answer.to_data());
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            let expected = sample.and_then(|id| id.parse::<UnitId>().ok());
            assert_eq!(text(&answer, row).as_deref(), expected.map(UnitId::name));
        }
    });
    over_samples("country_code(text)", |answer| {
        let answer = datafusion::arrow::array::make_array(answer.to_data());
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            let expected = sample.and_then(|name| Country::by_name(name).ok());
            assert_eq!(text(&answer, row).as_deref(), expected.map(Country::alpha2));
        }
    });
}

#[test]
fn every_unit_is_restated_as_the_library_does() {
    let then = date(2023, 12, 20).unwrap();
    let now = date(2026, 11, 22).unwrap();
    for (from, to) in [(then, now), (now, then)] {
        let units: Vec<_> = Units::on(from).iter().collect();
        let ids: Vec<_> = units.iter().map(|u| Some(u.id().as_str())).collect();
        let context = context(2);
        table(&context, &[("id", texts(&ids, "Utf8"))], 1);
        let sql = format!("SELECT id, province_restate(id, '{from}', '{to}') FROM t");
        let answer = crate::support::query(&context, &sql);
        for row in 0..answer.num_rows() {
            let id: UnitId = text(answer.column(0), row).unwrap().parse().unwrap();
            let expected = id.on(from).unwrap().restated(Units::on(to)).target();
            assert_eq!(
                text(answer.column(1), row).as_deref(),
                expected.map(|unit| unit.id().as_str()),
                "{id}"
            );
        }
    }
}

#[test]
fn every_code_is_the_librarys() {
    for on in ["2003-01-01", "2023-12-20", "2026-11-22"] {
        let units = Units::on(on.parse().unwrap());
        let ids: Vec<_> = units.iter().map(|u| Some(u.id().as_str())).collect();
        let context = context(2);
        table(&context, &[("id", texts(&ids, "Utf8"))], 1);
        let sql = format!(
            "SELECT id, province_code(id, '{on}') AS code,
                    province_by_code(province_code(id, '{on}'), '{on}') AS back FROM t"
        );
        let answer = crate::support::query(&context, &sql);
        assert_eq!(answer.num_rows(), units.len());
        for row in 0..answer.num_rows() {
            let id = text(answer.column(0), row).unwrap();
            let unit = units.by_id(id.as_str()).unwrap();
            assert_eq!(
                text(answer.column(1), row).as_deref(),
                unit.gso_code_on(on.parse().unwrap())
            );
            assert_eq!(text(answer.column(2), row).unwrap(), id);
        }
    }
}

#[test]
fn vn_places_is_find_iter() {
    over_samples("vn_places(text, DATE '2023-12-20')", |answer| {
        let lists: &ListArray = answer.as_list();
        let finder = Finder::on(date(2023, 12, 20).unwrap());
        for (row, sample) in SAMPLES.into_iter().enumerate() {
            assert_eq!(lists.is_null(row), sample.is_none());
            let Some(sample) = sample else { continue };
            let list = lists.value(row);
            let list = list.as_struct();
            let expected: Vec<_> = finder.find_iter(sample).collect();
            assert_eq!(list.len(), expected.len(), "{sample}");
            for (at, found) in expected.iter().enumerate() {
                let position =
                    |name| usize::try_from(integer(&field(list, name), at).unwrap()).unwrap();
                assert_eq!(position("start")..position("end"), found.range());
                assert_eq!(text(&field(list, "text"), at).unwrap(), found.as_str());
                assert_eq!(
                    text(&field(list, "group"), at).unwrap(),
                    found.place().group()
                );
                assert_eq!(text(&field(list, "id"), at).as_deref(), found.place().id());
                assert_eq!(
                    text(&field(list, "name"), at).as_deref(),
                    found.place().name()
                );
            }
        }
    });
}

#[test]
fn vn_words_is_words() {
    let context = context(1);
    let sql = "SELECT vn_words(v), vn_words(v, 'southern'), v FROM \
               (SELECT CAST(x AS DECIMAL(30, 2)) / 7 AS v FROM generate_series(-300, 1300, 7) AS s(x))";
    let answer = crate::support::query(&context, sql);
    let datafusion::arrow::datatypes::DataType::Decimal128(_, scale) =
        *answer.column(2).data_type()
    else {
        panic!("a decimal")
    };
    let values = answer
        .column(2)
        .as_primitive::<datafusion::arrow::datatypes::Decimal128Type>();
    assert!(values.len() > 200);
    for row in 0..values.len() {
        let value = tinh_figures::rust_decimal::Decimal::try_from_i128_with_scale(
            values.value(row),
            u32::try_from(scale).unwrap(),
        )
        .unwrap()
        .normalize();
        let words = tinh_figures::words(value);
        assert_eq!(text(answer.column(0), row), Some(words.to_string()));
        assert_eq!(
            text(answer.column(1), row),
            Some(words.southern().to_string())
        );
    }
}
