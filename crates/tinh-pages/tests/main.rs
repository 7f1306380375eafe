//! Charts and pages of answers.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod charts;
mod pages;
mod reviews;
mod threads;
mod well_formed;

use tinh_model::Dataset;
use tinh_totals::{Answer, Key, Totals};

/// A dataset of the lines of a file.
#[track_caller]
fn data(lines: &[&str]) -> Dataset {
    let mut data = Dataset::new();
    let file = lines.join("\n");
    data.read_jsonl(file.as_bytes(), "test.jsonl").unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    data
}

const SOURCE: &str =
    r#"{"type":"source","id":"internal-id-1","title":"Bảng FDI","publisher":"FIA"}"#;

/// A figure of a source: its id and the rest of its fields.
fn figure(id: &str, rest: &str) -> String {
    format!(
        r#"{{"type":"observation","id":"{id}","source":"internal-id-1","measure":"fdi.registered",{rest}}}"#
    )
}

/// Stocks of five places, each with another kind of bound.
fn stocks() -> Dataset {
    let stock = |id: &str, place: &str, printed: &str| {
        figure(
            id,
            &format!(r#""place":"{place}","as_of":"2022-12-20","figure":"{printed}""#),
        )
    };
    let lines = [
        SOURCE.to_owned(),
        stock("id-a", "Hải Phòng", "trên 24,5 tỷ USD"),
        stock("id-b", "Hải Dương", "9,15 tỷ USD"),
        stock("id-c", "Thanh Hóa", "từ 14 đến 15 tỷ USD"),
        stock("id-d", "Bạc Liêu", "khoảng 350 triệu USD"),
        stock("id-e", "Cà Mau", "không quá 150 triệu USD"),
        stock("id-f", "Dầu khí", "2,77 tỷ USD"),
    ];
    data(&lines.each_ref().map(String::as_str))
}

fn by_province(data: &Dataset) -> Answer<'_> {
    let question = Totals::of(data).measure("fdi.registered".parse().unwrap());
    question.by(Key::Province).compute().unwrap()
}

/// The texts of an SVG, in order.
fn texts(svg: &str) -> Vec<String> {
    svg.split("</text>")
        .filter_map(|part| part.rsplit('>').next())
        .map(|text| text.trim().replace("&gt;", ">").replace("&lt;", "<"))
        .filter(|text| !text.is_empty())
        .collect()
}
