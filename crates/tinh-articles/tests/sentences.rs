//! Kinds of sentences: `tests/data/sentences.tsv`, a text and its drafts a row.

use table_tests::each_row;
use tinh_articles::{Article, Comparison, Draft, DraftTime, Drafts, Field, Subject};

/// A draft in one line: `1,1 tỷ USD = binh-duong fdi.registered 2023-01-01/2023-06-30
/// reported [ratio 41 previous-year]`; `-` where a field is empty, `{group quốc tế}` a
/// dimension.
fn line(draft: &Draft) -> String {
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let printed = &draft.figure.printed;
    let subject = draft.subject.value.as_ref().map(|subject| match subject {
        Subject::Province(id) | Subject::Country(id) => id.clone(),
        Subject::Organisation(name) | Subject::Project(name) => format!("<{name}>"),
    });
    let time = draft.time.value.map(|time| match time {
        DraftTime::During(period) => period.to_string(),
        DraftTime::AsOf(date) => format!("@{date}"),
        DraftTime::Publication => "@publication".to_owned(),
    });
    let mut line = format!(
        "{printed} = {} {} {} {}",
        or(subject),
        or(draft.measure.value.clone()),
        or(time),
        code(&draft.status),
    );
    if let Some(base) = &draft.base {
        line.push_str(&format!(" on {base}"));
    }
    for (name, value) in &draft.dimension {
        line.push_str(&format!(" {{{name} {value}}}"));
    }
    for comparison in &draft.comparisons {
        line.push_str(&format!(" [{}]", compared(comparison)));
    }
    line
}

fn code<T: serde::Serialize>(field: &Field<T>) -> String {
    let value = serde_json::to_value(&field.value).unwrap();
    value.as_str().unwrap_or("-").to_owned()
}

fn compared(comparison: &Comparison) -> String {
    let sign = match comparison.direction {
        Some(tinh_articles::Trend::Down) => "-",
        _ => "",
    };
    let value = comparison
        .value
        .map_or_else(|| "-".to_owned(), |v| v.normalize().to_string());
    let base = comparison
        .base
        .as_ref()
        .map_or_else(|| "-".to_owned(), ToString::to_string);
    format!("{} {sign}{value} {base}", comparison.kind.code())
}

pub(crate) fn drafts(text: &str, published: &str) -> Drafts {
    let mut article = Article::new(text);
    if !published.is_empty() {
        article = article.published(published.parse().unwrap());
    }
    article.draft().unwrap()
}

#[test]
fn kinds_of_sentences() {
    each_row(
        "tests/data/sentences.tsv",
        &["name", "published", "text", "drafts"],
        |row| {
            let [_, published, text, expected] = row.fields();
            let found = drafts(text, published);
            let lines: Vec<String> = found.drafts.iter().map(line).collect();
            let found = lines.join(" ; ");
            if found == expected {
                Ok(())
            } else {
                Err(format!("found    {found}\nexpected {expected}"))
            }
        },
    );
}
