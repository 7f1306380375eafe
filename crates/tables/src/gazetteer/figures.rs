//! Population and area.

use super::{date, position, rows_of};
use std::fmt::Write;

/// A decimal of a TSV in units of a power of ten below one: `1970.1` with three
/// places is 1970100.
fn scaled(text: &str, places: usize) -> u64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    assert!(
        fraction.len() <= places,
        "{text}: more than {places} places"
    );
    format!("{whole}{fraction:0<places$}").parse().unwrap()
}

pub(super) fn figures(o: &mut String, ids: &[String]) {
    let at = |id: &str, file: &str| position(ids.iter().map(String::as_str), id, file);
    let population = rows_of("population.tsv");
    let keys: Vec<(&str, &str)> = population
        .iter()
        .map(|r| (r.get("id"), r.get("year")))
        .collect();
    assert!(
        keys.is_sorted() && keys.windows(2).all(|w| w[0] != w[1]),
        "population.tsv is sorted"
    );
    writeln!(
        o,
        "/// By id and year, in persons.\npub(crate) static POPULATION: [PopulationRow; {}] = [",
        population.len()
    )
    .unwrap();
    for row in &population {
        writeln!(
            o,
            "    PopulationRow {{ id: {}, year: {}, persons: {} }},",
            at(row.get("id"), "population.tsv"),
            row.get("year"),
            scaled(row.get("thousand_persons"), 3)
        )
        .unwrap();
    }
    writeln!(o, "];\n").unwrap();

    let registers = rows_of("registers.tsv");
    for (title, measure, places) in [("AREAS", "area_km2", 2), ("REGISTERED", "persons", 0)] {
        let rows: Vec<_> = registers
            .iter()
            .filter(|r| r.get("measure") == measure)
            .collect();
        writeln!(
            o,
            "pub(crate) static {title}: [RegisterRow; {}] = [",
            rows.len()
        )
        .unwrap();
        for row in rows {
            writeln!(
                o,
                "    RegisterRow {{ id: {}, on: {}, value: {} }},",
                at(row.get("id"), "registers.tsv"),
                date(row.get("on")),
                scaled(row.get("value"), places)
            )
            .unwrap();
        }
        writeln!(o, "];\n").unwrap();
    }
}
