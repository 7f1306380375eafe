//! The subject of a whole table: the nation, or the province that a line
//! above it names.

use chrono::NaiveDate;
use tinh_gazetteer::{Finder, NamedPlace};
use tinh_model::Place;

use crate::fold::fold;
use crate::sheet::SheetRow;
use crate::words;

/// The number of lines above a table that are looked at.
const LINES: usize = 12;

/// The one province that the lines above a table name with its kind: `CỤC THỐNG
/// KÊ TỈNH BẮC GIANG`. A name alone says where a letter was signed (`Hà Nội,
/// ngày …`), and of several none is the whole.
pub(crate) fn whole(lines: &[SheetRow], day: Option<NaiveDate>) -> Place {
    let Some(day) = day else {
        return Place::National;
    };
    let finder = Finder::on(day);
    let mut named = None;
    let cells = lines.iter().rev().take(LINES).flat_map(SheetRow::cells);
    for text in cells.filter_map(|(_, value)| value.as_text()) {
        if text.len() > 300 {
            continue;
        }
        for found in finder.find_iter(text) {
            let side = |range: Option<&str>| fold(range.unwrap_or_default());
            let (before, own) = (side(text.get(..found.start())), fold(found.as_str()));
            let has_kind = ["tinh", "thanh pho", "tp", "tp."].iter().any(|kind| {
                let ends = before.strip_suffix(kind);
                let is_word = |rest: &str| !rest.ends_with(char::is_alphanumeric);
                ends.is_some_and(is_word) || own.starts_with(&format!("{kind} "))
            }) || side(text.get(found.end()..)).starts_with("province");
            if !has_kind || !matches!(found.place(), NamedPlace::Unit(_)) {
                continue;
            }
            let Ok(place) = words::place(found.as_str(), day) else {
                continue;
            };
            if *named.get_or_insert(place) != place {
                return Place::National;
            }
        }
    }
    named.unwrap_or(Place::National)
}
