//! Mergers that `events.tsv` tells and `units.tsv` does not know yet: the versions
//! follow from the event, so that a merger is one row.

use super::{eve, rows_of};
use table_tests::Row;

/// Ends the version of a unit that is still open on a day, and what it is called
/// and coded from then on.
fn end(units: &mut [Row], attributes: &mut [Row], id: &str, last: &str) {
    for row in units.iter_mut().chain(attributes) {
        if row.get("id") == id && row.get("valid_to").is_empty() {
            *row = row.with("valid_to", last);
        }
    }
}

/// The versions of units and their attributes with the mergers applied.
///
/// A unit that is merged ends the day before with all its attributes. The unit it
/// is merged into begins a version with both territories, and keeps its own
/// attributes; a row of `attributes.tsv` says where one changes.
pub(super) fn applied(mut units: Vec<Row>, mut attributes: Vec<Row>) -> (Vec<Row>, Vec<Row>) {
    for event in rows_of("events.tsv") {
        let (day, from, to) = (event.get("date"), event.get("from_id"), event.get("to_id"));
        let is_open = |row: &&Row| row.get("id") == from && row.get("valid_to").is_empty();
        let open = units.iter().find(is_open).cloned();
        let is_told = event.get("kind") == "merge" && from != to;
        let Some(merged) = open.filter(|row| is_told && row.get("valid_from") < day) else {
            continue;
        };
        end(&mut units, &mut attributes, from, &eve(day));
        let into = units
            .iter()
            .position(|row| row.get("id") == to && row.get("valid_to").is_empty())
            .unwrap_or_else(|| panic!("events.tsv: no {to} on {day}"));
        let version = units[into].clone();
        let territory = format!("{} {}", version.get("territory"), merged.get("territory"));
        let next = version
            .with("territory", &territory)
            .with("valid_from", day)
            .with("note", event.get("note"))
            .with("source", event.get("source"));
        if version.get("valid_from") == day {
            // Another part of the same merger.
            units[into] = next;
        } else {
            units[into] = version.with("valid_to", &eve(day));
            units.insert(into + 1, next);
        }
    }
    (units, attributes)
}
