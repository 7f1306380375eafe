//! `data/functions.tsv`: an expression a row, and what it is.

use std::collections::HashSet;

use crate::support::{context, try_query, value};

#[test]
fn functions_tsv() {
    let source = include_str!("data/functions.tsv");
    let mut lines = source
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let (_, header) = lines.next().expect("a header");
    assert_eq!(
        header.split('\t').collect::<Vec<_>>(),
        ["name", "expression", "answer", "error"],
        "unknown columns"
    );
    let context = context(1);
    let mut names = HashSet::new();
    let mut wrong = Vec::new();
    for (at, line) in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, expression, answer, error] = fields[..] else {
            panic!("line {}: {} fields, not 4", at + 1, fields.len());
        };
        assert!(names.insert(name), "line {}: {name} is repeated", at + 1);
        assert!(
            answer.is_empty() != error.is_empty(),
            "line {}: {name} needs an answer or an error",
            at + 1
        );
        let sql = format!("SELECT {expression}");
        let found = match try_query(&context, &sql) {
            Ok(_) => Ok(value(&context, &sql)),
            Err(words) => Err(words),
        };
        let right = match &found {
            Ok(found) => error.is_empty() && found == answer,
            // The engine puts its own words around ours.
            Err(words) => !error.is_empty() && words.contains(error),
        };
        if !right {
            wrong.push(format!(
                "{name}: {expression}\n  expected {answer}{error}\n  found    {}",
                found.unwrap_or_else(|e| e)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
