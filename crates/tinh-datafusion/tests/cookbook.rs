//! The queries of the front page run.

use std::sync::Arc;

use crate::support::{context, query, table, texts};

/// The SQL blocks of the crate's front page.
fn blocks() -> Vec<String> {
    let page = include_str!("../src/lib.rs");
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for line in page.lines().filter_map(|line| line.strip_prefix("//!")) {
        let line = line.trim_start();
        match &mut block {
            None if line == "```sql" => block = Some(String::new()),
            Some(_) if line == "```" => blocks.extend(block.take()),
            Some(text) => {
                text.push_str(line);
                text.push('\n');
            }
            None => {}
        }
    }
    blocks
}

#[test]
fn every_query_of_the_front_page_runs() {
    let blocks = blocks();
    assert_eq!(blocks.len(), 6);
    let dir = tempfile::tempdir().unwrap();
    let claims = dir.path().join("claims.jsonl");
    let articles = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/data/articles.jsonl"
    );
    std::fs::copy(articles, &claims).unwrap();
    let context = context(2);
    for (name, columns) in [
        (
            "pages",
            vec![
                ("url", texts(&[Some("a")], "Utf8")),
                (
                    "body",
                    texts(&[Some("853 dự án, trên 24,5 tỷ USD")], "Utf8"),
                ),
            ],
        ),
        (
            "stock",
            vec![("code", texts(&[Some("24"), Some("27")], "Utf8"))],
        ),
        (
            "deals",
            vec![(
                "amount",
                texts(&[Some("5 USD"), Some("?"), Some("7 đồng")], "Utf8"),
            )],
        ),
    ] {
        table(&context, &columns, 1);
        let provider = context.deregister_table("t").unwrap().unwrap();
        context.register_table(name, Arc::clone(&provider)).unwrap();
    }
    let rows: Vec<usize> = blocks
        .iter()
        .map(|sql| {
            let path = |name: &str| format!("'{}'", dir.path().join(name).display());
            let sql = sql
                .replace("'claims.jsonl'", &path("claims.jsonl"))
                .replace("'claims.parquet'", &path("claims.parquet"));
            query(&context, &sql).num_rows()
        })
        .collect();
    // Four provinces are three units now; one amount of money; two codes; one unreadable; two
    // currencies and none; one count.
    assert_eq!(rows, [3, 1, 2, 1, 3, 1]);
}
