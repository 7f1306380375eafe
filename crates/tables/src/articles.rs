//! Tables of `tinh-articles`: the cue words and the topics they speak of.

use crate::{File, header, rows};
use std::fmt::Write;

const CUES: &str = "tinh-articles/data/cues.tsv";
const EVENT_CUES: &str = "tinh-articles/data/event_cues.tsv";
const LOCALITIES: &str = "tinh-articles/data/localities_abroad.tsv";
const PARTS: &str = "tinh-articles/data/parts.tsv";
const TOPICS: &str = "tinh-articles/data/topics.tsv";
const WORDS: &str = "tinh-articles/data/words.tsv";
const NOUNS: &str = "tinh-articles/data/nouns.tsv";
const MONEY_OF_COUNTS: &str = "tinh-articles/data/money_of_counts.tsv";

pub(crate) fn files() -> Vec<File> {
    vec![File {
        path: "tinh-articles/src/cues/table.rs",
        text: table(),
    }]
}

/// `registered-new` as `RegisteredNew`.
fn variant(code: &str) -> String {
    let mut name = String::new();
    for part in code.split('-') {
        let (first, rest) = part.split_at(1);
        name.push_str(&first.to_uppercase());
        name.push_str(rest);
    }
    name
}

/// The cues one by one, and the topics in the order of their file.
fn table() -> String {
    let (mut cues, topics) = (rows(CUES), rows(TOPICS));
    cues.extend(rows(EVENT_CUES));
    let place = |name: &str| {
        let at = topics.iter().position(|topic| topic.get("topic") == name);
        at.unwrap_or_else(|| panic!("cues.tsv: no topic {name}"))
    };
    let mut all: Vec<(String, String)> = Vec::new();
    for row in &cues {
        let (role, value) = (row.get("role"), row.get("value"));
        assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
        let cue = match role {
            "topic" => format!("Cue::Topic(TopicId({}))", place(value)),
            _ => format!("Cue::{0}({0}::{1})", variant(role), variant(value)),
        };
        for words in row.get("words").split('|') {
            let entry = (words.to_owned(), cue.clone());
            if !all.contains(&entry) {
                all.push(entry);
            }
        }
    }
    for (at, row) in rows(PARTS).iter().enumerate() {
        assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
        let words = row.get("words").split('|');
        all.extend(words.map(|words| (words.to_owned(), format!("Cue::Part(PartId({at}))"))));
    }
    for row in &rows(LOCALITIES) {
        assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
        let (country, level) = (row.get("country"), variant(row.get("level")));
        let names = row
            .get("name")
            .to_lowercase()
            .replace('-', " - ")
            .replace('.', " .");
        all.push((
            names,
            format!("Cue::Abroad(Abroad {{ country: {country:?}, level: AbroadLevel::{level} }})"),
        ));
    }
    let mut out = header("data/*.tsv");
    let o = &mut out;
    writeln!(o, "use super::*;\n").unwrap();
    writeln!(o, "/// Words and what they say, in the order of the file.").unwrap();
    writeln!(
        o,
        "pub(super) static CUES: [(&str, Cue); {}] = [",
        all.len()
    )
    .unwrap();
    for (words, cue) in &all {
        writeln!(o, "    ({words:?}, {cue}),").unwrap();
    }
    writeln!(o, "];\n\n/// What a topic measures.").unwrap();
    let count = topics.len();
    writeln!(o, "pub(super) static TOPICS: [Topic; {count}] = [").unwrap();
    let option = |code: &str| match code {
        "-" => "None".to_owned(),
        code => format!("Some({code:?})"),
    };
    for row in &topics {
        writeln!(
            o,
            "    Topic {{ name: {:?}, money: {}, count: {}, percent: {}, nature: Nature::{} }},",
            row.get("topic"),
            option(row.get("money")),
            option(row.get("count")),
            option(row.get("percent")),
            variant(row.get("nature")),
        )
        .unwrap();
    }
    writeln!(o, "];").unwrap();
    parts(o);
    words(o);
    nouns(o);
    money_of_counts(o);
    out
}

/// Which part of which measures words name.
fn parts(o: &mut String) {
    let rows = rows(PARTS);
    let count = rows.len();
    writeln!(o, "\n/// Parts that words make of a figure.").unwrap();
    writeln!(o, "pub(super) static PARTS: [Part; {count}] = [").unwrap();
    for row in &rows {
        let of: Vec<&str> = row.get("of").split('|').collect();
        writeln!(
            o,
            "    Part {{ dimension: {:?}, value: {:?}, of: &{of:?} }},",
            row.get("dimension"),
            row.get("value"),
        )
        .unwrap();
    }
    writeln!(o, "];").unwrap();
}

/// Single words and their classes.
fn words(o: &mut String) {
    let rows = rows(WORDS);
    let all: Vec<(&str, String)> = rows
        .iter()
        .flat_map(|row| {
            assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
            let class = variant(row.get("class"));
            let words: Vec<&str> = row.get("words").split(' ').collect();
            words.into_iter().map(move |word| (word, class.clone()))
        })
        .collect();
    let count = all.len();
    writeln!(o, "\n/// Words and what they do to their neighbours.").unwrap();
    writeln!(
        o,
        "pub(super) static WORDS: [(&str, WordClass); {count}] = ["
    )
    .unwrap();
    for (word, class) in all {
        writeln!(o, "    ({word:?}, WordClass::{class}),").unwrap();
    }
    writeln!(o, "];").unwrap();
}

/// What a count of a noun measures, and the topics that count it.
fn nouns(o: &mut String) {
    let doc = "/// What a count of a noun measures.";
    writeln!(
        o,
        "\n{doc}\npub(super) const fn counted(noun: Noun) -> Counted {{"
    )
    .unwrap();
    writeln!(o, "    match noun {{").unwrap();
    for row in &rows(NOUNS) {
        assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
        let code = match row.get("code") {
            "-" => "None".to_owned(),
            code => format!("Some(({code:?}, Nature::{}))", variant(row.get("nature"))),
        };
        let topics: Vec<&str> = match row.get("topics") {
            "-" => Vec::new(),
            topics => topics.split('|').collect(),
        };
        let noun = variant(row.get("noun"));
        let counted = format!("Counted {{ code: {code}, topics: &{topics:?} }}");
        writeln!(o, "        Noun::{noun} => {counted},").unwrap();
    }
    writeln!(o, "        _ => Counted {{ code: None, topics: &[] }},").unwrap();
    writeln!(o, "    }}\n}}").unwrap();
}

/// What money beside a count is of.
fn money_of_counts(o: &mut String) {
    let doc = "/// Money beside a count: what it is of.";
    writeln!(
        o,
        "\n{doc}\npub(super) fn money_beside(count: &str) -> Option<&'static str> {{"
    )
    .unwrap();
    writeln!(o, "    Some(match count {{").unwrap();
    for row in &rows(MONEY_OF_COUNTS) {
        assert!(!row.get("why").is_empty(), "line {}: no reason", row.line());
        writeln!(
            o,
            "        {:?} => {:?},",
            row.get("count"),
            row.get("money")
        )
        .unwrap();
    }
    writeln!(o, "        _ => return None,").unwrap();
    writeln!(o, "    }})\n}}").unwrap();
}
