//! The answer in the form asked for.

use std::fs;
use std::io::{self, Write};

use serde_json::{Value, json};
use tinh::figures::Language;
use tinh::pages::{Chart, Page};
use tinh::totals::output::Format;
use tinh::totals::{Answer, Compared, Error, Explanation, Row, Side};

use crate::args::Args;

pub(crate) fn answer(answer: &Answer<'_>, args: &Args, out: &mut impl Write) -> io::Result<()> {
    let language = args.language();
    let rows: Vec<&Row<'_>> = match args.top {
        Some(most) => answer.top(most),
        None => answer.rows().iter().collect(),
    };
    pictures(answer, args)?;
    if args.form.json {
        return json(
            &serde_json::to_value(answer.machine_of(&rows, language))?,
            answer,
            out,
        );
    }
    if args.form.csv {
        return answer.write_csv_of(&rows, out);
    }
    let format = Format::new(language);
    // Over time a table of two directions reads better than a list.
    if args.series && args.top.is_none() {
        for table in answer.pivot_tables(&format) {
            match args.form.markdown {
                true => writeln!(out, "{}", table.markdown())?,
                false => writeln!(out, "{table}")?,
            }
        }
    }
    let table = answer.table_of(&rows, &format);
    match args.form.markdown {
        true => write!(out, "{}", table.markdown())?,
        false => write!(out, "{table}")?,
    }
    for row in rows.iter().filter(|_| args.explain) {
        let names = row.groups().iter();
        let names: Vec<String> = names.map(|group| group.in_language(language)).collect();
        writeln!(out, "\n{}", names.join(", "))?;
        for figure in row.explain() {
            writeln!(out, "  {}", explained(&figure, language))?;
        }
    }
    if args.explain {
        for left_out in answer.left_out() {
            let figure = Explanation::of(answer.data(), left_out.quantity());
            let why = answer.why(left_out.reason(), language);
            writeln!(out, "- {}: {why}", explained(&figure, language))?;
        }
    }
    Ok(())
}

/// A figure as it was printed, with where.
fn explained(figure: &Explanation, language: Language) -> String {
    let format = Format::new(language);
    let mut text = format!("{} “{}”", figure.place, figure.printed);
    if let Some(value) = figure.value.filter(|_| figure.currency.is_some()) {
        let currency = figure.currency.unwrap_or_default();
        text += &format!(" = {} {currency}", format.interval(&value, false));
    }
    text += &format!(", {}; {}", figure.time, figure.source);
    if let Some(line) = figure.line {
        text += &format!(", {} {line}", language.choose("dòng", "line"));
    }
    text
}

/// The chart and the page, where files are named for them.
fn pictures(answer: &Answer<'_>, args: &Args) -> io::Result<()> {
    let language = args.language();
    if let Some(path) = &args.form.svg {
        let chart = Chart::of(answer, language).map_err(io::Error::other)?;
        let chart = match args.top {
            Some(most) => chart.at_most(most),
            None => chart,
        };
        fs::write(path, chart.svg().map_err(io::Error::other)?)?;
    }
    if let Some(path) = &args.form.html {
        fs::write(path, Page::new(language).answer(answer).html())?;
    }
    Ok(())
}

pub(crate) fn compared(
    answer: &Answer<'_>,
    compared: &[Compared],
    args: &Args,
    out: &mut impl Write,
) -> io::Result<()> {
    let language = args.language();
    pictures(answer, args)?;
    let compared = compared
        .get(..args.top.unwrap_or(compared.len()))
        .unwrap_or(compared);
    if args.form.json {
        let value = serde_json::to_value(answer.machine_compared(compared, language))?;
        return json(&value, answer, out);
    }
    let header = match language {
        Language::Vietnamese => ["", "Kết quả", "Số này", "Số kia", "Ghi chú"],
        _ => ["", "Result", "This", "Other", "Notes"],
    };
    let rows = compared.iter().map(|one| cells(answer, one, language));
    if args.form.csv {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record(header)?;
        for row in rows {
            csv.write_record(row)?;
        }
        return csv.flush();
    }
    if args.form.markdown {
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        writeln!(out, "{}", line(&header.map(str::to_owned)))?;
        writeln!(out, "| --- | ---: | ---: | ---: | --- |")?;
        for row in rows {
            writeln!(out, "{}", line(&row))?;
        }
        return Ok(());
    }
    let mut table = tinh_examples::table::new(&header, &[1, 2, 3]);
    for row in rows {
        table.add_row(row);
    }
    writeln!(out, "{table}")?;
    for warning in answer.warnings() {
        writeln!(out, "! {}", answer.tell(warning, language))?;
    }
    Ok(())
}

/// The group, the result, both sides with their times, and what to know.
fn cells(answer: &Answer<'_>, one: &Compared, language: Language) -> [String; 5] {
    let format = Format::new(language).decimals(2);
    let side = |side: Option<&Side>| {
        side.map_or_else(String::new, |side| {
            let times: Vec<String> = side.times.iter().map(|t| t.in_language(language)).collect();
            format!(
                "{} ({})",
                format.interval(&side.value, false),
                times.join(", ")
            )
        })
    };
    let (value, refused) = match &one.value {
        Ok(value) => (format.interval(value, true), None),
        Err(error) => (String::new(), Some(error.in_language(language))),
    };
    let unit = match one.currency {
        Some(currency) => format!(" {currency}"),
        None if one.value.is_ok() => " %".to_owned(),
        None => String::new(),
    };
    let warnings = one
        .warnings
        .iter()
        .map(|warning| answer.tell(warning, language));
    let notes: Vec<String> = refused.into_iter().chain(warnings).collect();
    let name = match one.name() {
        name if name.is_empty() => language.choose("Tổng", "Total").to_owned(),
        name => name,
    };
    [
        name,
        format!("{value}{unit}"),
        side(one.own.as_deref()),
        side(one.other.as_deref()),
        notes.join("; "),
    ]
}

/// The answer, and as excluded what could not be read at all.
fn json(value: &Value, answer: &Answer<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut value = value.clone();
    if let Some(excluded) = value.get_mut("excluded").and_then(Value::as_array_mut) {
        excluded.extend(
            answer
                .data()
                .rejected()
                .iter()
                .map(|problem| json!({"kind": "rejected", "ids": [], "text": problem.to_string()})),
        );
    }
    writeln!(out, "{value:#}")
}

pub(crate) fn refusal(error: &Error, args: &Args, out: &mut impl Write) -> io::Result<()> {
    if args.form.json {
        return writeln!(out, "{:#}", json!({"refused": error}));
    }
    let language = args.language();
    let word = language.choose("không trả lời", "refused");
    anstream::eprintln!("{word}: {}", error.in_language(language));
    Ok(())
}
