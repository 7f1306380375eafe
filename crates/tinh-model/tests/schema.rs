//! The published schema and the reader accept the same fields and codes.

use std::collections::BTreeSet;

use jsonschema::Validator;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use tinh_model::claim::{Realm, RelationKind, Status};
use tinh_model::entity::{ActivityKind, Base};
use tinh_model::{Basis, CapitalKind, Dataset, MeasureUnit, Nature, PriceBasis, Statement};

use crate::strategies::dataset;

fn schema() -> Value {
    serde_json::from_str(tinh_model::dataset::SCHEMA).expect("JSON")
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

fn keys(object: &Value) -> BTreeSet<String> {
    let object = object.as_object().cloned().unwrap_or_default();
    object.into_iter().map(|(key, _)| key).collect()
}

/// A claim of nothing but a type and a field.
fn reads(type_code: &str, field: &str, value: &Value) -> Vec<String> {
    let mut object = Map::new();
    object.insert("type".into(), json!(type_code));
    object.insert(field.into(), value.clone());
    let mut data = Dataset::new();
    let line = Value::Object(object).to_string();
    data.read_jsonl(line.as_bytes(), "f")
        .expect("no reader fails");
    data.rejected()
        .iter()
        .filter(|problem| problem.field.starts_with(field))
        .map(|problem| problem.message.clone())
        .collect()
}

#[test]
fn every_type_has_the_fields_the_reader_takes() {
    let schema = schema();
    for type_code in Statement::TYPE_CODES {
        let mut fields = keys(&schema["$defs"][type_code]["properties"]);
        fields.extend(keys(&schema["$defs"]["claim"]["properties"]));
        let own = Statement::fields_of(type_code).expect("a type");
        for field in own {
            assert!(fields.contains(*field), "{type_code}.{field} is missing");
        }
        // The reader knows no field beside those of the schema: it refuses the
        // rest by name, and takes each of these.
        for field in &fields {
            let unknown = reads(type_code, field, &json!(["?"]))
                .iter()
                .any(|message| message.contains("unknown field"));
            assert!(!unknown, "{type_code}.{field} is refused");
        }
        let common: Vec<&String> = fields
            .iter()
            .filter(|field| !own.contains(&field.as_str()))
            .collect();
        let relations: Vec<&str> = RelationKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(common.len(), 19 + relations.len(), "{common:?}");
        assert!(relations.iter().all(|kind| fields.contains(*kind)));
        assert!(reads(type_code, "quote", &json!("y"))[0].contains("unknown field"));
    }
}

#[test]
fn the_readers_own_lists_of_fields_are_those_of_the_types() {
    // A field that is missing from the list would be refused as unknown before
    // the type could take it; one too many would reach the type.
    for type_code in Statement::TYPE_CODES {
        for field in Statement::fields_of(type_code).expect("a type") {
            let messages = reads(type_code, field, &json!({"?": 0}));
            assert!(!messages.is_empty(), "{type_code}.{field} takes anything");
            assert!(
                messages
                    .iter()
                    .all(|m| !m.contains(&format!("unknown field \"{field}\""))),
                "{type_code}.{field}: {messages:?}"
            );
        }
    }
}

#[track_caller]
fn same_codes(schema: &Value, codes: impl Iterator<Item = &'static str>) {
    let listed: BTreeSet<&str> = schema["enum"]
        .as_array()
        .expect("an enum")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(listed, codes.collect());
}

#[test]
fn codes_are_the_same() {
    let schema = schema();
    let of = |type_code: &str, field: &str| schema["$defs"][type_code]["properties"][field].clone();
    same_codes(&of("claim", "status"), Status::ALL.iter().map(|c| c.code()));
    same_codes(&of("claim", "realm"), Realm::ALL.iter().map(|c| c.code()));
    same_codes(
        &of("activity", "kind"),
        ActivityKind::ALL.iter().map(|c| c.code()),
    );
    same_codes(
        &of("observation", "base"),
        Base::ALL.iter().map(|c| c.code()),
    );
    let defined = |name: &str| schema["$defs"][name].clone();
    same_codes(&defined("stage"), Basis::ALL.iter().map(|c| c.code()));
    same_codes(
        &defined("capital_kind"),
        CapitalKind::ALL.iter().map(|c| c.code()),
    );
    same_codes(
        &defined("price_basis"),
        PriceBasis::ALL.iter().map(|c| c.code()),
    );
    let of_measure = &schema["$defs"]["measure_definition"]["properties"];
    same_codes(
        &of_measure["unit"],
        MeasureUnit::ALL.iter().map(|c| c.code()),
    );
    same_codes(&of_measure["nature"], Nature::ALL.iter().map(|c| c.code()));
    // The rest are enums that serde names: the reader takes every code listed
    // and lists them itself where it refuses one.
    for (type_code, field) in [
        ("mission", "direction"),
        ("mission", "state"),
        ("agreement", "kind"),
        ("agreement", "state"),
        ("partnership", "kind"),
        ("partnership", "state"),
        ("investment_project", "state"),
    ] {
        let message = reads(type_code, field, &json!("?")).concat();
        let listed = message.split_once("expected one of ").expect("codes").1;
        let listed = listed.split_once(", found").expect("a text").0;
        let listed: BTreeSet<&str> = listed.split(", ").collect();
        let schema = of(type_code, field);
        let codes: BTreeSet<&str> = schema["enum"]
            .as_array()
            .expect("an enum")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(listed, codes, "{type_code}.{field}");
    }
}

#[test]
fn whatever_is_written_is_valid() {
    let validator = validator();
    let mut runner = TestRunner::deterministic();
    for _ in 0..60 {
        let data = dataset()
            .new_tree(&mut runner)
            .expect("a dataset")
            .current();
        let mut file = Vec::new();
        data.write_jsonl(&mut file).expect("written");
        for line in String::from_utf8(file)
            .expect("UTF-8")
            .split_terminator('\n')
        {
            let value: Value = serde_json::from_str(line).expect("JSON");
            assert!(validator.is_valid(&value), "{line}");
        }
    }
}

/// What the schema refuses the reader refuses too: the schema is no stricter.
#[test]
fn what_reads_is_valid() {
    let validator = validator();
    let mut refused = 0;
    table_tests::each_row(
        "tests/data/refusals.tsv",
        &["name", "type", "fields", "problems"],
        |row| {
            let line = format!(
                r#"{{"type":"{}","id":"x","source":"s","place":"Hải Phòng",{}}}"#,
                row.get("type"),
                row.get("fields")
            );
            let Ok(value) = serde_json::from_str::<Value>(&line) else {
                return Ok(());
            };
            let is_valid = validator.is_valid(&value);
            refused += usize::from(!is_valid);
            if !is_valid && row.get("problems").is_empty() {
                return Err("the schema refuses what the reader takes".to_owned());
            }
            Ok(())
        },
    );
    assert!(refused >= 30, "the schema refuses {refused} rows");
}
