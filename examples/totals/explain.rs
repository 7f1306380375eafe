//! A total unfolded to the figures it is made of.

use std::io::{self, Write};

use tinh::gazetteer::{UnitId, Units};
use tinh::model::Dataset;
use tinh_examples::table;

use super::report::Report;

/// Lists the claims under a key. `false` where nothing is totalled under it.
pub(crate) fn write(
    report: &Report,
    data: &Dataset,
    key: &str,
    json: bool,
    out: &mut impl Write,
) -> io::Result<bool> {
    let id = id_of(report, key);
    let Some(lines) = report
        .explanations
        .get(&id)
        .filter(|lines| !lines.is_empty())
    else {
        return Ok(false);
    };
    if json {
        serde_json::to_writer_pretty(&mut *out, lines)?;
        writeln!(out)?;
        return Ok(true);
    }
    let mut table = table::new(
        &[
            "Figure",
            "Place",
            "Measure",
            "As printed",
            "Value",
            "Time",
            "Source",
            "Line",
        ],
        &[4, 7],
    );
    for line in lines {
        table.add_row([
            line.key.clone(),
            line.place.clone(),
            line.measure.clone(),
            line.printed.clone(),
            match (&line.value, line.currency) {
                (Some(value), Some(currency)) => format!("{} {currency}", table::count(value)),
                (Some(value), None) => table::count(value),
                (None, _) => String::new(),
            },
            line.time.clone(),
            line.source.clone(),
            line.line.map_or_else(String::new, |line| line.to_string()),
        ]);
    }
    writeln!(out, "{table}")?;
    let related: Vec<String> = lines
        .iter()
        .filter_map(|line| data.claim(&line.key))
        .flat_map(|claim| {
            claim
                .relations()
                .iter()
                .map(move |relation| format!("{} {} {}", claim.id(), relation.kind, relation.to))
        })
        .collect();
    for relation in related {
        writeln!(out, "  {relation}")?;
    }
    Ok(true)
}

/// The key as written, or the id of the unit it names.
fn id_of(report: &Report, key: &str) -> String {
    if report.explanations.contains_key(key) || key.parse::<UnitId>().is_ok() {
        return key.to_owned();
    }
    let dates = [report.restated.units_of, report.on];
    dates
        .into_iter()
        .flatten()
        .find_map(|day| Units::on(day).by_name(key).ok())
        .map_or_else(|| key.to_owned(), |unit| unit.id().to_string())
}
