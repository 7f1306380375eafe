//! A total unfolded to the figures it is made of.

use std::io::{self, Write};

use tinh::gazetteer::{UnitId, Units};
use tinh::model::Dataset;
use tinh::totals::Interval;
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
    let Some(totals) = report
        .explanations
        .get(&id)
        .filter(|totals| totals.iter().any(|total| !total.figures.is_empty()))
    else {
        return Ok(false);
    };
    if json {
        serde_json::to_writer_pretty(&mut *out, totals)?;
        writeln!(out)?;
        return Ok(true);
    }
    for total in totals {
        let value = total.value.as_ref().map(|v| amount(v, total.currency));
        writeln!(out, "{}: {}", total.of, value.unwrap_or_default())?;
        let mut table = table::new(
            &[
                "Figure",
                "Place",
                "As printed",
                "Value",
                "Time",
                "Source",
                "Line",
            ],
            &[3, 6],
        );
        for line in &total.figures {
            let value = line.value.as_ref().map(|v| amount(v, line.currency));
            table.add_row([
                line.id.clone(),
                line.place.clone(),
                line.printed.clone(),
                value.unwrap_or_default(),
                line.time.clone(),
                line.source.clone(),
                line.line.map_or_else(String::new, |line| line.to_string()),
            ]);
        }
        writeln!(out, "{table}")?;
        let claims = total.figures.iter().filter_map(|line| data.claim(&line.id));
        for claim in claims {
            for relation in claim.relations() {
                writeln!(out, "  {} {} {}", claim.id(), relation.kind, relation.to)?;
            }
        }
        writeln!(out)?;
    }
    Ok(true)
}

/// A value in units with its currency.
fn amount(value: &Interval, currency: Option<&str>) -> String {
    match currency {
        Some(currency) => format!("{} {currency}", table::count(value)),
        None => table::count(value),
    }
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
