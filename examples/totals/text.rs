//! The report as tables.

use std::collections::BTreeSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use chrono::NaiveDate;
use tinh_examples::table;

use super::report::{Countries, Report, Stock};

const HEADING: Style = Style::new().bold();
const WARNING: Style = AnsiColor::Yellow.on_default();

fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "{HEADING}{text}{HEADING:#}")
}

fn warnings(out: &mut impl Write, warnings: &[String]) -> io::Result<()> {
    for warning in warnings {
        writeln!(out, "{WARNING}  ! {warning}{WARNING:#}")?;
    }
    writeln!(out)
}

/// A date the Vietnamese way.
fn date(date: Option<NaiveDate>) -> String {
    date.map_or_else(
        || "?".to_owned(),
        |date| date.format("%d/%m/%Y").to_string(),
    )
}

pub(crate) fn write(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let producers = report.producers.join(", ");
    let on = dates(&report.stock).unwrap_or_else(|| date(report.on));
    stock(
        out,
        &format!(
            "FDI stock on {on} by province, {producers}, {} units",
            report.stock.units
        ),
        &report.stock,
    )?;
    stock(
        out,
        &format!(
            "The same restated to the {} units of {}",
            report.restated.units,
            date(report.restated.units_of)
        ),
        &report.restated,
    )?;
    press(report, out)?;
    aid(report, out)?;
    countries(out, "Missions sent abroad, by country", &report.missions)?;
    if let Some(counted) = &report.missions_counted {
        writeln!(
            out,
            "  Missions with a printed number: {}; of the others, listed below, only the countries are known.",
            table::count(counted)
        )?;
        writeln!(out)?;
    }
    countries(out, "Partner localities, by country", &report.partners)?;
    left_out(report, out)
}

/// The date of the figures, or the first and the last of several.
fn dates(stock: &Stock) -> Option<String> {
    let dates: BTreeSet<&String> = stock.rows.iter().flat_map(|row| &row.as_of).collect();
    let shown = |day: &String| {
        day.parse()
            .map_or_else(|_| day.clone(), |day| date(Some(day)))
    };
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => Some(shown(first)),
        (Some(first), Some(last)) => Some(format!("{} to {}", shown(first), shown(last))),
        _ => None,
    }
}

fn stock(out: &mut impl Write, title: &str, stock: &Stock) -> io::Result<()> {
    heading(out, title)?;
    let mut header = vec!["#", "Unit", "Projects", "Registered, million USD"];
    let with_coverage = stock.rows.iter().any(|row| row.coverage.is_some());
    // One date for all of it stands in the title.
    let dates: BTreeSet<&String> = stock.rows.iter().flat_map(|row| &row.as_of).collect();
    let with_dates = dates.len() > 1;
    header.extend(with_coverage.then_some("Reported"));
    header.extend(with_dates.then_some("As of"));
    let mut table = table::new(&header, &[0, 2, 3]);
    for row in stock.rows.iter().chain(&stock.total) {
        let mut cells = vec![
            row.rank.map_or_else(String::new, |rank| rank.to_string()),
            row.name.clone(),
            row.projects
                .map_or_else(String::new, |value| table::count(&value)),
            row.registered
                .map_or_else(String::new, |value| table::millions(&value)),
        ];
        cells.extend(with_coverage.then(|| row.coverage.clone().unwrap_or_default()));
        cells.extend(with_dates.then(|| row.as_of.join(", ")));
        table.add_row(cells);
    }
    writeln!(out, "{table}")?;
    warnings(out, &stock.warnings)
}

fn press(report: &Report, out: &mut impl Write) -> io::Result<()> {
    heading(
        out,
        "Provinces by the articles, beside the official stock of the nearest date",
    )?;
    let mut table = table::new(
        &[
            "Province",
            "Projects",
            "As printed",
            "Million USD",
            "As of",
            "Official, million USD",
            "Official on",
            "Official less article",
        ],
        &[1, 3, 5, 7],
    );
    for row in &report.press.rows {
        let show = |value: Option<tinh::totals::Interval>| {
            value.map_or_else(String::new, |value| table::millions(&value))
        };
        table.add_row([
            row.name.clone(),
            row.projects
                .map_or_else(String::new, |value| table::count(&value)),
            row.printed.clone(),
            table::millions(&row.registered),
            row.as_of.clone(),
            show(row.official),
            row.official_on.clone(),
            show(row.difference),
        ]);
    }
    if let (Some(projects), Some(registered)) = (report.press.projects, report.press.registered) {
        table.add_row([
            "together".to_owned(),
            table::count(&projects),
            String::new(),
            table::millions(&registered),
            "mixed dates".to_owned(),
        ]);
    }
    writeln!(out, "{table}")?;
    warnings(out, &report.press.warnings)?;
    if report.press.refused_when_strict.is_some() {
        writeln!(
            out,
            "  Asked strictly, the sum is refused for these reasons."
        )?;
        writeln!(out)?;
    }
    let producers = report.producers.join(", ");
    heading(
        out,
        &format!("The same provinces by {producers}, one date a line"),
    )?;
    let mut table = table::new(&["On", "Projects", "Registered, million USD"], &[1, 2]);
    for total in &report.press.official {
        table.add_row([
            date(Some(total.on)),
            total
                .projects
                .map_or_else(String::new, |value| table::count(&value)),
            total
                .registered
                .map_or_else(String::new, |value| table::millions(&value)),
        ]);
    }
    writeln!(out, "{table}")?;
    writeln!(out)?;
    stock(
        out,
        "The articles restated to the units after the merger",
        &report.press.restated,
    )
}

fn aid(report: &Report, out: &mut impl Write) -> io::Result<()> {
    heading(out, "Development aid by currency, counterpart funds apart")?;
    let mut table = table::new(&["What", "Amount", "Currency", "Of"], &[1]);
    for row in &report.aid {
        table.add_row([
            row.what.clone(),
            compact(&row.value, &row.currency),
            row.currency.clone(),
            row.of.join(", "),
        ]);
    }
    writeln!(out, "{table}")?;
    for check in &report.aid_checks {
        writeln!(
            out,
            "  {}: {} + {} = {} {}",
            check.place,
            check.aid.compact(),
            check.counterpart.compact(),
            check.total.compact(),
            if check.holds {
                "holds"
            } else {
                "DOES NOT HOLD"
            },
        )?;
    }
    writeln!(
        out,
        "  Amounts in different currencies are never added; nor are aid and counterpart funds."
    )?;
    writeln!(out)
}

/// An amount with its scale word, without the currency: `1.498 tỷ`.
fn compact(value: &tinh::totals::Interval, currency: &str) -> String {
    match (value.nominal(), value.is_exact()) {
        (Some(nominal), true) => tinh::figures::compact(nominal).to_string(),
        _ => format!("{value} {currency}"),
    }
}

fn countries(out: &mut impl Write, title: &str, countries: &Countries) -> io::Result<()> {
    heading(out, title)?;
    let mut table = table::new(&["Code", "Country", "Provinces"], &[]);
    for row in &countries.rows {
        table.add_row([row.code.clone(), row.name.clone(), row.places.join(", ")]);
    }
    writeln!(out, "{table}")?;
    for (place, codes) in &countries.by_place {
        writeln!(
            out,
            "  {place}: {} different, {}",
            codes.len(),
            codes.join(" ")
        )?;
    }
    warnings(out, &countries.uncounted)
}

fn left_out(report: &Report, out: &mut impl Write) -> io::Result<()> {
    heading(out, "Left out of these totals, and why")?;
    let mut table = table::new(&["Question", "Figure", "As printed", "Why"], &[]);
    for row in &report.left_out {
        table.add_row([
            row.question.clone(),
            row.figure.clone(),
            row.printed.clone(),
            row.why.clone(),
        ]);
    }
    writeln!(out, "{table}")?;
    if report.rejected.is_empty() {
        writeln!(out, "  Every record could be read.")?;
    } else {
        heading(out, "Could not be read")?;
        let rejected: Vec<String> = report.rejected.iter().map(ToString::to_string).collect();
        warnings(out, &rejected)?;
    }
    Ok(())
}
