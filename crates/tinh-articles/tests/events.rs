//! Events: `tests/data/events.tsv`, a text and the events it tells a row.

use table_tests::each_row;
use tinh_articles::DraftEvent;

use crate::sentences::drafts;

/// An event in one line: `agreement p:Hà Nam, KR | Seoul | 2019-04 | done`, and
/// ` = 0` of a mention of the first; `-` where a field is empty.
fn line(event: &DraftEvent) -> String {
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let parties: Vec<String> = event.parties.iter().map(ToString::to_string).collect();
    let parties = Some(parties.join(", ")).filter(|p| !p.is_empty());
    let state = serde_json::to_value(event.state).unwrap();
    let mut line = format!(
        "{} {} | {} | {} | {}",
        event.kind.code(),
        or(parties),
        or(event.place.clone()),
        or(event.date.map(|date| date.to_string())),
        state.as_str().unwrap(),
    );
    if let Some(first) = event.same_as {
        line.push_str(&format!(" = {first}"));
    }
    line
}

#[test]
fn events_are_told() {
    let columns = ["name", "published", "text", "events"];
    each_row("tests/data/events.tsv", &columns, |row| {
        let [_, published, text, expected] = row.fields();
        let drafts = drafts(text, published);
        let found: Vec<String> = drafts.events.iter().map(line).collect();
        let found = match found.is_empty() {
            true => "-".to_owned(),
            false => found.join(" ; "),
        };
        if found == expected {
            Ok(())
        } else {
            Err(format!("found {found}"))
        }
    });
}

#[test]
fn events_read_back_from_json() {
    let text = "Quý III năm 2023, đoàn do Phó Chủ tịch UBND tỉnh Đồng Tháp dẫn đầu làm việc với tỉnh Ibaraki (Nhật Bản).";
    let events = drafts(text, "").events;
    let written = serde_json::to_string(&events).unwrap();
    let read: Vec<DraftEvent> = serde_json::from_str(&written).unwrap();
    assert_eq!(read, events);
    assert_eq!(events.len(), 1);
}

#[test]
fn a_sentence_of_many_acts_ends() {
    let clause = "tỉnh Hà Nam ký thỏa thuận với tỉnh Gyeonggi (Hàn Quốc), ";
    let events = drafts(&clause.repeat(2_000), "").events;
    assert!(!events.is_empty());
}
