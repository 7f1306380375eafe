//! Tables of `tinh-reader`: the old encodings, the words of headers.

use crate::{File, header, rows};
use std::fmt::Write;

pub(crate) fn files() -> Vec<File> {
    vec![
        File {
            path: "tinh-reader/src/file/legacy/table.rs",
            text: legacy(),
        },
        File {
            path: "tinh-reader/src/messages.rs",
            text: messages("tinh-reader", "data/messages.tsv"),
        },
        File {
            path: "tinh-reader/src/words/table.rs",
            text: words(),
        },
    ]
}

/// Letters by what is written for them, and the parts of syllables.
fn legacy() -> String {
    let table = rows("tinh-reader/data/legacy.tsv");
    let mut out = header("data/legacy.tsv");
    for (set, name, doc) in [
        ("tcvn3", "TCVN3", "One letter stands for one."),
        ("vni", "VNI", "One or two letters stand for one."),
    ] {
        let mut letters: Vec<(char, char, char)> = table
            .iter()
            .filter(|row| row.get("set") == set)
            .map(|row| {
                let mut written = row.get("written").chars();
                let first = written.next().expect("a letter");
                let letter = row.get("letter").chars().next().expect("a letter");
                (first, written.next().unwrap_or('\0'), letter)
            })
            .collect();
        letters.sort_unstable();
        assert!(
            letters.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)),
            "{set}: none twice"
        );
        writeln!(
            out,
            "/// {doc}\npub(super) static {name}: [(char, char, char); {}] = [",
            letters.len()
        )
        .unwrap();
        for letter in letters {
            writeln!(out, "    {letter:?},").unwrap();
        }
        writeln!(out, "];\n").unwrap();
    }
    for (set, name) in [
        ("initial", "INITIALS"),
        ("nucleus", "NUCLEI"),
        ("open", "OPEN"),
        ("final", "FINALS"),
    ] {
        let parts: Vec<&str> = table
            .iter()
            .filter(|row| row.get("set") == set)
            .map(|row| row.get("written"))
            .collect();
        writeln!(
            out,
            "pub(super) static {name}: [&str; {}] = {parts:?};",
            parts.len()
        )
        .unwrap();
    }
    out
}

/// A constant a message, in both languages.
pub(crate) fn messages(of: &str, path: &str) -> String {
    let mut out = header(path);
    writeln!(out, "use tinh_figures::Bilingual;\n").unwrap();
    for row in rows(&format!("{of}/{path}")) {
        let (name, vi, en) = (row.get("name"), row.get("vi"), row.get("en"));
        let numbers = |text: &str| {
            let mut numbers: Vec<char> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.chars().next())
                .collect();
            numbers.sort_unstable();
            numbers
        };
        assert_eq!(numbers(vi), numbers(en), "{name}: what is filled in");
        assert!(
            vi != en && !vi.ends_with('.') && !en.ends_with('.'),
            "{name}"
        );
        writeln!(
            out,
            "pub(crate) const {name}: Bilingual = Bilingual::new(\n    {vi:?},\n    {en:?},\n);"
        )
        .unwrap();
    }
    out
}

/// One list a set: the words and what they stand for, in the order of the rows.
fn words() -> String {
    let table = rows("tinh-reader/data/words.tsv");
    let mut sets: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for row in &table {
        let (set, entry) = (row.get("set"), (row.get("words"), row.get("code")));
        match sets.iter_mut().find(|(name, _)| *name == set) {
            Some((_, entries)) => entries.push(entry),
            None => sets.push((set, vec![entry])),
        }
    }
    let mut out = header("data/words.tsv");
    for (set, entries) in sets {
        let name = set.to_uppercase().replace('-', "_");
        let count = entries.len();
        writeln!(out, "pub(super) static {name}: [(&str, &str); {count}] = [").unwrap();
        for entry in entries {
            writeln!(out, "    {entry:?},").unwrap();
        }
        writeln!(out, "];\n").unwrap();
    }
    out
}
