//! Tables of `tinh-model`: the measures and the words that describe them.

use crate::{File, header, place, rows};
use std::collections::BTreeSet;
use std::fmt::Write;
use table_tests::Row;

pub(crate) fn files() -> Vec<File> {
    vec![
        File {
            path: "tinh-model/src/measure/table.rs",
            text: measures(),
        },
        File {
            path: "tinh-model/src/measure/codes.md",
            text: codes(),
        },
        File {
            path: "tinh-model/src/error/rules.rs",
            text: rules(),
        },
        File {
            path: "tinh-model/src/words.rs",
            text: crate::reader::messages("tinh-model", "data/findings.tsv"),
        },
        File {
            path: "tinh-model/src/sector/table.rs",
            text: sectors(),
        },
        File {
            path: SCHEMA,
            text: schema(),
        },
    ]
}

const SCHEMA: &str = "tinh-model/schema/claim.schema.json";

/// The schema as it is, with the codes of the tables in three of its lines.
fn schema() -> String {
    let words = rows("tinh-model/data/measure_words.tsv");
    let codes = |column: &str| {
        let own = words.iter().filter(|row| row.get("column") == column);
        let codes: Vec<String> = own.map(|row| format!("{:?}", row.get("code"))).collect();
        codes.join(", ")
    };
    let mut text = std::fs::read_to_string(place(SCHEMA)).unwrap();
    for (name, column) in [
        ("capital_kind", "capital"),
        ("stage", "stage"),
        ("price_basis", "prices"),
    ] {
        let start = format!("    {name:?}: {{\"enum\": [");
        let from = text.find(&start).unwrap() + start.len();
        let to = from + text[from..].find("]},\n").unwrap();
        text.replace_range(from..to, &codes(column));
    }
    text
}

/// A code as the name of a constant: `fdi.registered-new` is
/// `FDI_REGISTERED_NEW`.
fn constant(code: &str) -> String {
    code.to_uppercase().replace(['.', '-'], "_")
}

/// The Rust type of a column of words.
fn type_of(column: &str) -> &'static str {
    match column {
        "capital" => "CapitalKind",
        "stage" => "Basis",
        "prices" => "PriceBasis",
        other => panic!("{other} is no column of words"),
    }
}

/// The words of one column: a constant each, and all of them.
fn words(o: &mut String, column: &str, table: &[Row]) {
    let (name, all) = (type_of(column), table.iter());
    let own: Vec<&Row> = all.filter(|row| row.get("column") == column).collect();
    writeln!(o, "impl {name} {{").unwrap();
    for (position, row) in own.iter().enumerate() {
        let (code, vi, en) = (row.get("code"), row.get("vi"), row.get("en"));
        writeln!(o, "    /// {en} (*{vi}*).").unwrap();
        writeln!(
            o,
            "    pub const {}: Self = Self(&Word {{ position: {position}, code: {code:?}, vi: {vi:?}, en: {en:?} }});",
            constant(code)
        )
        .unwrap();
    }
    writeln!(o, "\n    /// Every value, in the order of the table.").unwrap();
    let names: Vec<String> = own
        .iter()
        .map(|row| format!("Self::{}", constant(row.get("code"))))
        .collect();
    writeln!(
        o,
        "    pub const ALL: &'static [Self] = &[{}];\n}}\n",
        names.join(", ")
    )
    .unwrap();
}

/// A word of a measure as an expression of Rust, checked to be listed.
fn word(row: &Row, column: &str, listed: &BTreeSet<(&str, &str)>) -> String {
    let code = row.get(column);
    if code == "-" {
        return "None".to_owned();
    }
    assert!(
        listed.contains(&(column, code)),
        "{code} is not listed in measure_words.tsv"
    );
    format!("Some({}::{})", type_of(column), constant(code))
}

/// One measure as an expression of Rust.
fn row(position: usize, row: &Row, listed: &BTreeSet<(&str, &str)>) -> String {
    let code = row.get("code");
    let text = |column| match row.get(column) {
        "-" => String::new(),
        text => text.to_owned(),
    };
    let unit = match row.get("unit") {
        "money" => "Money",
        "count" => "Count",
        "extent" => "Extent",
        "ratio" => "Ratio",
        other => panic!("{code}: unit {other}"),
    };
    let nature = match row.get("nature") {
        "stock" => "Stock",
        "flow" => "Flow",
        "either" => "Either",
        other => panic!("{code}: nature {other}"),
    };
    let adds = match row.get("adds") {
        "yes" => true,
        "no" => false,
        other => panic!("{code}: adds {other}"),
    };
    let signed = match row.get("sign") {
        "any" => true,
        "plus" => false,
        other => panic!("{code}: sign {other}"),
    };
    format!(
        "BuiltIn {{ position: {position}, code: {code:?}, capital: {}, stage: {}, prices: {}, \
         unit: MeasureUnit::{unit}, nature: Nature::{nature}, adds: {adds}, signed: {signed}, \
         part_of: {:?}, nouns: {:?}, vi: {:?}, en: {:?}, source: {:?} }}.definition()",
        word(row, "capital", listed),
        word(row, "stage", listed),
        word(row, "prices", listed),
        text("part_of"),
        text("nouns"),
        text("vi"),
        text("en"),
        text("source"),
    )
}

fn measures() -> String {
    let table = rows("tinh-model/data/measures.tsv");
    let words_table = rows("tinh-model/data/measure_words.tsv");
    let listed: BTreeSet<(&str, &str)> = words_table
        .iter()
        .map(|row| (row.get("column"), row.get("code")))
        .collect();
    let codes: BTreeSet<&str> = table.iter().map(|row| row.get("code")).collect();
    assert_eq!(codes.len(), table.len(), "a code stands twice");
    for row in &table {
        let (code, whole) = (row.get("code"), row.get("part_of"));
        assert!(
            whole == "-" || (whole != code && codes.contains(whole)),
            "{code}: part of {whole}"
        );
    }
    let mut out = header("data/measures.tsv and data/measure_words.tsv");
    let o = &mut out;
    writeln!(o, "use super::definition::BuiltIn;").unwrap();
    writeln!(o, "use super::words::Word;").unwrap();
    writeln!(
        o,
        "use super::{{Basis, CapitalKind, Measure, MeasureDefinition, Nature, PriceBasis, MeasureUnit}};\n"
    )
    .unwrap();
    for column in ["capital", "stage", "prices"] {
        words(o, column, &words_table);
    }
    let count = table.len();
    writeln!(
        o,
        "/// In the order of the table.\nstatic ROWS: [MeasureDefinition; {count}] = ["
    )
    .unwrap();
    for (position, measure) in table.iter().enumerate() {
        writeln!(o, "    {},", row(position, measure, &listed)).unwrap();
    }
    writeln!(
        o,
        "];\n\n/// The levels of all of them.\npub(super) static LEVELS: [Measure; {count}] = ["
    )
    .unwrap();
    for measure in &table {
        writeln!(o, "    measures::{},", constant(measure.get("code"))).unwrap();
    }
    let mut by_code: Vec<(&str, usize)> = table
        .iter()
        .enumerate()
        .map(|(at, row)| (row.get("code"), at))
        .collect();
    by_code.sort_unstable();
    let order: Vec<String> = by_code.iter().map(|(_, at)| at.to_string()).collect();
    writeln!(
        o,
        "];\n\n/// Their places, in the order of the codes.\npub(super) static BY_CODE: [u16; {count}] = [{}];\n",
        order.join(", ")
    )
    .unwrap();
    writeln!(
        o,
        "#[doc = include_str!(\"codes.md\")]\npub mod measures {{\n    \
         use super::{{Measure, ROWS}};\n"
    )
    .unwrap();
    for (at, row) in table.iter().enumerate() {
        let (code, vi, en) = (row.get("code"), row.get("vi"), row.get("en"));
        writeln!(
            o,
            "    /// `{code}`: {en} (*{vi}*).\n    pub const {}: Measure = Measure::built_in(&ROWS[{at}]);",
            constant(code)
        )
        .unwrap();
    }
    writeln!(o, "}}").unwrap();
    out
}

/// The documentation of the measures: a table of their codes.
fn codes() -> String {
    let mut out = String::from(
        "The levels of the built-in measures, a constant each.\n\n\
         Made from `data/measures.tsv`, where each has the source of its definition.\n\n\
         | code | unit | held | adds | tên | name |\n|---|---|---|---|---|---|\n",
    );
    for row in &rows("tinh-model/data/measures.tsv") {
        let of = |column| row.get(column);
        writeln!(
            out,
            "| `{}` | {} | {} | {} | {} | {} |",
            of("code"),
            of("unit"),
            of("nature"),
            of("adds"),
            of("vi"),
            of("en")
        )
        .unwrap();
    }
    out
}

/// The rules over several fields, and their words in two languages.
fn rules() -> String {
    let table = rows("tinh-model/data/rules.tsv");
    let mut out = header("data/rules.tsv");
    let o = &mut out;
    writeln!(o, "use tinh_figures::Language;\n").unwrap();
    o.push_str(RULE);
    for row in &table {
        let (rule, vi, en) = (row.get("rule"), row.get("vi"), row.get("en"));
        let is_message = |text: &str| {
            text.starts_with(char::is_lowercase) && !text.ends_with('.') && text == text.trim()
        };
        assert!(is_message(vi) && is_message(en) && vi != en, "{rule}");
        writeln!(o, "    /// {en}.\n    {rule},").unwrap();
    }
    writeln!(
        o,
        "}}\n\nimpl Rule {{\n    /// The message in a language.\n    #[must_use]"
    )
    .unwrap();
    writeln!(
        o,
        "    pub fn message(self, language: Language) -> &'static str {{\n        let (vietnamese, english) = match self {{"
    )
    .unwrap();
    for row in &table {
        let (rule, vi, en) = (row.get("rule"), row.get("vi"), row.get("en"));
        writeln!(o, "            Self::{rule} => ({vi:?}, {en:?}),").unwrap();
    }
    writeln!(
        o,
        "        }};\n        language.choose(vietnamese, english)\n    }}\n}}"
    )
    .unwrap();
    out
}

/// The sectors, those that contain others first, and the words for a whole.
fn sectors() -> String {
    let table = rows("tinh-model/data/sectors.tsv");
    let mut out = header("data/sectors.tsv and data/wholes.tsv");
    let o = &mut out;
    writeln!(o, "use super::Row;\n").unwrap();
    writeln!(o, "pub(super) static ROWS: [Row; {}] = [", table.len()).unwrap();
    for (position, row) in table.iter().enumerate() {
        let (code, above) = (row.get("code"), row.get("part_of"));
        let is_before = table[..position].iter().any(|r| r.get("code") == above);
        assert!(above == "-" || is_before, "{code}: part of {above}");
        let also: Vec<&str> = row.get("also").split('|').filter(|s| *s != "-").collect();
        writeln!(
            o,
            "    Row {{ position: {position}, code: {code:?}, part_of: {:?}, vi: {:?}, en: {:?}, also: &{also:?} }},",
            above.trim_start_matches('-'),
            row.get("vi"),
            row.get("en"),
        )
        .unwrap();
    }
    let wholes = rows("tinh-model/data/wholes.tsv");
    writeln!(
        o,
        "];\n\npub(super) static WHOLES: [(&str, &str); {}] = [",
        wholes.len()
    )
    .unwrap();
    for row in &wholes {
        let of = row.get("of");
        assert!(["unit", "national", "any"].contains(&of), "{of}");
        writeln!(o, "    ({:?}, {of:?}),", row.get("text")).unwrap();
    }
    writeln!(o, "];").unwrap();
    out
}

/// The head of the enum of rules.
const RULE: &str = r#"/// A rule over the fields of a record, which is broken.
///
/// ```
/// use tinh_model::entity::Observation;
/// use tinh_model::time::{AsOf, Time};
/// use tinh_model::{Claim, ErrorKind, Place, Rule, measures};
///
/// let time = Time::AsOf(AsOf::printed("2022-12-20".parse()?));
/// let minus_five = Observation::new(measures::FDI_PROJECTS, "-5".parse()?);
/// let error = Claim::new("a", "s", Place::National, time, minus_five).unwrap_err();
/// assert_eq!(*error.kind(), ErrorKind::Rule(Rule::NegativeCount));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
"#;
