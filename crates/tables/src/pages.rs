//! The table of `tinh-pages`: its words in both languages.

use crate::{File, header, rows};
use std::fmt::Write;

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh-pages/src/words/table.rs",
        text: words(),
    }]
}

/// One constant a word.
fn words() -> String {
    let mut out = header("data/words.tsv");
    writeln!(out, "use super::Word;\n").unwrap();
    let mut names: Vec<String> = Vec::new();
    for row in rows("tinh-pages/data/words.tsv") {
        let (name, vietnamese, english) =
            (row.get("name"), row.get("vietnamese"), row.get("english"));
        let gaps = |text: &str| text.matches("{}").count();
        assert_eq!(gaps(vietnamese), gaps(english), "{name}: gaps to fill in");
        assert!(!names.iter().any(|known| known == name), "{name} twice");
        writeln!(
            out,
            "pub(crate) const {name}: Word = Word::new({vietnamese:?}, {english:?});"
        )
        .unwrap();
        names.push(name.to_owned());
    }
    out
}
