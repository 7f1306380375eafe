//! The tables.

use rust_decimal::Decimal;
use tinh_figures::{Match, find_iter, parse, rust_decimal, words};

use crate::table::{Row, run};

fn decimal(text: &str) -> Option<Decimal> {
    (!text.is_empty()).then(|| text.parse().unwrap_or_else(|e| panic!("{text}: {e}")))
}

fn show(value: Option<Decimal>) -> String {
    value.map(|v| v.normalize().to_string()).unwrap_or_default()
}

fn normal(text: &str) -> String {
    show(decimal(text))
}

/// kind:value:lower:upper:qualifier:currency:noun
fn describe(m: &Match<'_>) -> String {
    let f = m.figure();
    format!(
        "{}:{}:{}:{}:{}:{}:{}",
        f.kind(),
        show(f.value()),
        show(f.lower()),
        show(f.upper()),
        f.qualifier(),
        f.currency().map(|c| c.to_string()).unwrap_or_default(),
        m.noun().unwrap_or("")
    )
}

fn compare(found: &str, expected: &str) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("\n    found    {found}\n    expected {expected}"))
    }
}

fn check_phrase(row: &Row) -> Result<(), String> {
    let input = row.get("input");
    let expected = if row.get("error").is_empty() {
        format!(
            "{}:{}:{}:{}:{}:{}:{}:{}",
            row.get("kind"),
            normal(row.get("value")),
            normal(row.get("lower")),
            normal(row.get("upper")),
            row.get("qualifier"),
            row.get("currency"),
            row.get("noun"),
            normal(row.get("alternative")),
        )
    } else {
        "error".to_owned()
    };
    let found = match parse(input) {
        Ok(m) => format!("{}:{}", describe(&m), show(m.figure().alternative())),
        Err(error) => {
            let span = error.span();
            if input.get(span.clone()).is_none() {
                return Err(format!(
                    "the error's span {span:?} does not lie in {input:?}"
                ));
            }
            if row.get("error").is_empty() {
                error.to_string()
            } else {
                "error".to_owned()
            }
        }
    };
    compare(&found, &expected).map_err(|why| format!("{input:?}{why}"))
}

#[test]
fn phrases() {
    let columns = [
        "name",
        "input",
        "kind",
        "value",
        "lower",
        "upper",
        "qualifier",
        "currency",
        "noun",
        "alternative",
        "error",
        "reason",
    ];
    let rows = run("phrase.tsv", &columns, check_phrase);
    assert!(rows >= 600, "{rows}");
}

#[test]
fn sentences() {
    run("find.tsv", &["name", "text", "expect", "reason"], |row| {
        let text = row.get("text");
        let mut found = Vec::new();
        for m in find_iter(text) {
            let description = describe(&m);
            found.push(format!("{}={description}", m.as_str()));
        }
        let expected: Vec<String> = row
            .get("expect")
            .split(';')
            .filter(|e| !e.is_empty())
            .map(|e| {
                let (text, rest) = e.rsplit_once('=').unwrap_or((e, ""));
                let mut fields: Vec<String> = rest.split(':').map(str::to_owned).collect();
                for i in 1..4 {
                    if let Some(field) = fields.get_mut(i) {
                        *field = normal(field);
                    }
                }
                format!("{text}={}", fields.join(":"))
            })
            .collect();
        compare(&found.join("; "), &expected.join("; ")).map_err(|why| format!("{text:?}{why}"))
    });
}

#[test]
fn numbers_in_words() {
    run(
        "words.tsv",
        &["name", "value", "northern", "southern", "reason"],
        |row| {
            let value = decimal(row.get("value")).ok_or("no value")?;
            compare(&words(value).northern().to_string(), row.get("northern"))?;
            compare(&words(value).southern().to_string(), row.get("southern"))?;
            for text in [row.get("northern"), row.get("southern")] {
                let back = parse(text).map_err(|e| format!("{text}: {e}"))?;
                compare(&show(back.value()), &show(Some(value)))?;
            }
            Ok(())
        },
    );
}
