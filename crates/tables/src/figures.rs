//! Tables of `tinh-figures`: the currencies, the vocabulary and the unit nouns.

use crate::{File, header, rows};
use std::fmt::Write;
use table_tests::Row;
use unicode_normalization::UnicodeNormalization as _;

/// The units of account and the test codes are not money in text.
const NOT_IN_TEXT: [&str; 9] = [
    "XTS", "XXX", "XBA", "XBB", "XBC", "XBD", "XSU", "XUA", "XAD",
];

pub(crate) fn files() -> Vec<File> {
    vec![
        File {
            path: "tinh-figures/src/currency/table.rs",
            text: currencies(),
        },
        File {
            path: "tinh-figures/src/vocabulary/table.rs",
            text: vocabulary(),
        },
        File {
            path: "tinh-figures/src/read/token/noun_table.rs",
            text: nouns(),
        },
        File {
            path: "tinh-figures/src/read/phrase/qualifier_table.rs",
            text: qualifiers(),
        },
    ]
}

/// The rows, the forms read in text, and one constant a currency.
fn currencies() -> String {
    let table = rows("tinh-figures/data/currencies.tsv");
    assert!(
        table.is_sorted_by(|a, b| a.get("code") < b.get("code")),
        "codes in order, none twice"
    );
    let count = table.len();
    let mut out = header("data/currencies.tsv");
    let o = &mut out;
    writeln!(
        o,
        "use super::id::Currency;\nuse super::row::{{Row, row}};\n"
    )
    .unwrap();
    writeln!(
        o,
        "/// How many there are.\npub(super) const COUNT: u8 = {count};\n"
    )
    .unwrap();
    writeln!(
        o,
        "/// In the order of the codes.\npub(super) static ROWS: [Row; {count}] = ["
    )
    .unwrap();
    for r in &table {
        let minor = match r.get("minor_digits") {
            "-" => "None".to_owned(),
            digits => format!("Some({digits})"),
        };
        let numeric = r.get("numeric").trim_start_matches('0');
        writeln!(
            o,
            "    row({:?}, {numeric}, {minor}, {:?}),",
            r.get("code"),
            r.get("name")
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    // Longest first: the search takes the first form that fits.
    let mut forms: Vec<(usize, &str, usize, bool)> = Vec::new();
    let mut symbols: Vec<(&str, usize)> = Vec::new();
    for (i, r) in table.iter().enumerate() {
        for form in r
            .get("forms")
            .split(';')
            .map(str::trim)
            .filter(|f| !f.is_empty())
        {
            if form.chars().all(char::is_alphabetic) || form.contains([' ', '-']) {
                forms.push((form.split([' ', '-']).count(), form, i, false));
            } else {
                symbols.push((form, i));
            }
        }
        if !NOT_IN_TEXT.contains(&r.get("code")) {
            forms.push((1, r.get("code"), i, true));
        }
    }
    forms.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    symbols.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(b.0)));
    writeln!(
        o,
        "/// Names and codes as they are written in text, most syllables first; the last field\n\
         /// tells a code.\npub(super) const FORMS: [(&str, u8, bool); {}] = [",
        forms.len()
    )
    .unwrap();
    for (_, form, i, code) in &forms {
        writeln!(o, "    ({form:?}, {i}, {code}),").unwrap();
    }
    writeln!(
        o,
        "];\n\n/// Symbols, longest first.\npub(super) static SYMBOLS: [(&str, u8); {}] = [",
        symbols.len()
    )
    .unwrap();
    for (form, i) in &symbols {
        writeln!(o, "    ({form:?}, {i}),").unwrap();
    }
    writeln!(o, "];\n\n/// One constant a currency.\nimpl Currency {{").unwrap();
    for (i, r) in table.iter().enumerate() {
        writeln!(
            o,
            "    /// {}.\n    pub const {}: Self = Self({i});",
            r.get("name"),
            r.get("code")
        )
        .unwrap();
    }
    writeln!(o, "}}").unwrap();
    out
}

/// The sets, the words and the pairs of words, and the first bytes of the words
/// a figure may begin with.
fn vocabulary() -> String {
    let sets = rows("tinh-figures/data/sets.tsv");
    let words = rows("tinh-figures/data/words.tsv");
    let grammar: Vec<(&str, &str)> = sets
        .iter()
        .map(|r| (r.get("set"), r.get("word")))
        .filter(|(_, word)| !matches!(*word, "" | "-"))
        .collect();
    let context: Vec<&str> = sets
        .iter()
        .filter(|r| r.get("word").is_empty())
        .map(|r| r.get("set"))
        .collect();
    // Three bits are left for words that end and begin a pair and end a qualifier.
    assert!(context.len() <= 60, "{} sets", context.len());

    // In the order of the table, a spelling once.
    let mut singles: Vec<(&str, Option<&str>, u64)> = Vec::new();
    let mut pairs: Vec<(&str, &str, u64)> = Vec::new();
    for row in &words {
        let (set, word) = (row.get("set"), row.get("word"));
        let bit = context.iter().position(|s| *s == set).map_or(0, |i| 1 << i);
        let meaning = grammar.iter().find(|(s, _)| *s == set).map(|(_, w)| *w);
        assert!(
            sets.iter().any(|r| r.get("set") == set),
            "unknown set {set}"
        );
        assert!(!row.get("why").is_empty(), "{word} without a reason");
        if let Some((first, second)) = word.split_once(' ') {
            assert!(meaning.is_none(), "{word}: the grammar knows single words");
            match pairs.iter_mut().find(|p| (p.0, p.1) == (first, second)) {
                Some(pair) => pair.2 |= bit,
                None => pairs.push((first, second, bit)),
            }
        } else {
            add(&mut singles, word, meaning, bit);
        }
    }
    // The words of qualifiers, which are read from the number on.
    let qualifiers = rows("tinh-figures/data/qualifiers.tsv");
    for row in &qualifiers {
        let words: Vec<&str> = row.get("words").split(' ').collect();
        let (last, before) = words.split_last().unwrap();
        add(&mut singles, last, None, 1 << (context.len() + 2));
        for word in before {
            add(&mut singles, word, None, 0);
        }
    }
    // The parts of pairs are words too.
    let (begins, ends) = (1 << context.len(), 1 << (context.len() + 1));
    for &(first, second, _) in &pairs {
        add(&mut singles, first, None, begins);
        add(&mut singles, second, None, ends);
    }

    let mut out = header("data/sets.tsv and data/words.tsv");
    let o = &mut out;
    writeln!(o, "use super::word::Word;\n").unwrap();
    writeln!(o, "/// The sets of words the rules ask for.").unwrap();
    writeln!(o, "#[derive(Clone, Copy, Debug, PartialEq, Eq)]").unwrap();
    writeln!(o, "pub(crate) enum Set {{").unwrap();
    for set in &context {
        let row = sets.iter().find(|r| r.get("set") == *set).unwrap();
        writeln!(o, "    /// {}.\n    {},", row.get("meaning"), camel(set)).unwrap();
    }
    writeln!(
        o,
        "    /// The word begins a pair of words.\n    BeginsPair,"
    )
    .unwrap();
    writeln!(
        o,
        "    /// The word ends a pair of words.\n    EndsPair,\n    /// The word ends a qualifier.\n    EndsQualifier,\n}}\n"
    )
    .unwrap();
    writeln!(
        o,
        "/// Words with their meaning in the grammar and the bits of their sets.\n\
         pub(super) static WORDS: [(&str, Option<Word>, u64); {}] = [",
        singles.len()
    )
    .unwrap();
    for (word, meaning, bits) in &singles {
        let meaning = match meaning {
            Some(meaning) => format!("Some(Word::{meaning})"),
            None => "None".to_owned(),
        };
        writeln!(o, "    ({word:?}, {meaning}, {bits:#x}),").unwrap();
    }
    writeln!(
        o,
        "];\n\n/// Pairs of words and the bits of their sets.\n\
         pub(super) const PAIRS: [(&str, &str, u64); {}] = [",
        pairs.len()
    )
    .unwrap();
    for (first, second, bits) in &pairs {
        writeln!(o, "    ({first:?}, {second:?}, {bits:#x}),").unwrap();
    }
    writeln!(o, "];\n").unwrap();
    begin(o, &sets, &words);
    out
}

/// Adds a meaning and bits to a word.
fn add<'a>(
    singles: &mut Vec<(&'a str, Option<&'a str>, u64)>,
    word: &'a str,
    meaning: Option<&'a str>,
    bits: u64,
) {
    match singles.iter_mut().find(|w| w.0 == word) {
        Some(single) => {
            assert!(single.1.is_none() || meaning.is_none(), "{word}: two words");
            single.1 = single.1.or(meaning);
            single.2 |= bits;
        }
        None => singles.push((word, meaning, bits)),
    }
}

/// `label_small` as `LabelSmall`.
fn camel(set: &str) -> String {
    set.split('_')
        .map(|part| {
            let (head, tail) = part.split_at(1);
            head.to_uppercase() + tail
        })
        .collect()
}

/// The first six bytes of every way to type a word a figure may begin with:
/// three letter cases; composed, decomposed in both orders of the marks, and
/// with the tone alone apart, as Windows-1258 has it.
fn begin(o: &mut String, sets: &[Row], words: &[Row]) {
    let begins: Vec<&str> = sets
        .iter()
        .filter(|r| !r.get("begins").is_empty())
        .map(|r| r.get("set"))
        .collect();
    let mut starts = std::collections::BTreeSet::new();
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    for row in words.iter().filter(|r| begins.contains(&r.get("set"))) {
        let word = row.get("word");
        let title = {
            let mut chars = word.chars();
            let head: String = chars.next().unwrap().to_uppercase().collect();
            head + chars.as_str()
        };
        for cased in [word.to_owned(), word.to_uppercase(), title] {
            let composed: String = cased.nfc().collect();
            let mut forms = vec![
                composed.clone(),
                String::new(),
                String::new(),
                String::new(),
            ];
            for c in composed.chars() {
                let apart: Vec<char> = c.to_string().nfd().collect();
                let (base, marks) = apart.split_first().unwrap();
                forms[1].extend(&apart);
                let letter: String = apart.iter().filter(|c| !tone(c)).collect();
                forms[2].extend(letter.nfc());
                forms[2].extend(apart.iter().filter(|c| tone(c)));
                forms[3].push(*base);
                forms[3].extend(marks.iter().rev());
            }
            for form in forms {
                let mut first = [0; 6];
                for (to, from) in first.iter_mut().zip(form.bytes()) {
                    *to = from;
                }
                starts.insert(first);
            }
        }
    }
    writeln!(
        o,
        "/// The first six bytes of every way to type a word a figure may begin with; noughts\n\
         /// after a shorter one.\n\
         pub(crate) const BEGIN: [[u8; 6]; {}] = [",
        starts.len()
    )
    .unwrap();
    for bytes in starts {
        writeln!(o, "    {bytes:?},").unwrap();
    }
    writeln!(o, "];").unwrap();
}

/// The unit nouns, those of measure first.
fn nouns() -> String {
    let table = rows("tinh-figures/data/nouns.tsv");
    let counts = |r: &Row| matches!(r.get("set"), "measure" | "counted");
    let counting = table.iter().filter(|r| counts(r)).count();
    assert!(
        table.iter().take(counting).all(counts),
        "nouns that một counts come first"
    );
    let halves = |r: &Row| counts(r) || matches!(r.get("set"), "time" | "score");
    let halved = table.iter().filter(|r| halves(r)).count();
    assert!(
        table.iter().take(halved).all(halves),
        "nouns of time and scores follow those that một counts"
    );
    let mut out = header("data/nouns.tsv");
    let o = &mut out;
    writeln!(
        o,
        "/// How many of the nouns `một` counts: the first ones.\n\
         pub(super) const COUNTING: usize = {counting};\n\n\
         /// How many of the nouns have halves, `hai năm rưỡi`: those, the lengths of time and scores.\n\
         pub(super) const HALVED: usize = {halved};\n\n\
         /// The unit nouns.\npub(super) static NOUNS: [&str; {}] = [",
        table.len()
    )
    .unwrap();
    for row in &table {
        writeln!(o, "    {:?},", row.get("noun")).unwrap();
    }
    writeln!(o, "];").unwrap();
    out
}

/// The qualifiers, their syllables backwards: they are read from the number on.
/// Those that are common words when typed without accents come last.
fn qualifiers() -> String {
    let table = rows("tinh-figures/data/qualifiers.tsv");
    let words = rows("tinh-figures/data/words.tsv");
    let lost = |word: &str| {
        words
            .iter()
            .any(|r| r.get("set") == "unaccented_loser" && r.get("word") == word)
    };
    let (common, clear): (Vec<&Row>, Vec<&Row>) = table.iter().partition(|r| lost(r.get("words")));
    let mut out = header("data/qualifiers.tsv");
    let o = &mut out;
    let count = table.len();
    writeln!(
        o,
        "use crate::qualifier::Qualifier::{{self, About, Almost, AtLeast, AtMost, LessThan, MoreThan}};\n\n\
         /// How many are clear without their accents: the first ones.\n\
         pub(super) const CLEAR: usize = {};\n\n\
         /// The words backwards.\npub(super) static WORDS: [&str; {count}] = [",
        clear.len()
    )
    .unwrap();
    let all = || clear.iter().chain(&common);
    for row in all() {
        let backwards: Vec<&str> = row.get("words").split(' ').rev().collect();
        writeln!(o, "    {:?},", backwards.join(" ")).unwrap();
    }
    writeln!(
        o,
        "];\n\n/// The qualifier in running text, and in a phrase.\n\
         pub(super) const QUALIFIERS: [(Option<Qualifier>, Option<Qualifier>); {count}] = ["
    )
    .unwrap();
    let variant = |name: &str| match name {
        "" => "None".to_owned(),
        name => format!("Some({})", camel(name)),
    };
    for row in all() {
        let (text, phrase) = (row.get("qualifier"), row.get("in_phrase"));
        let phrase = if phrase.is_empty() { text } else { phrase };
        writeln!(o, "    ({}, {}),", variant(text), variant(phrase)).unwrap();
    }
    writeln!(o, "];").unwrap();
    out
}
