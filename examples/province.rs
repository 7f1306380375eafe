//! What is known of a province, on a date or through time?
//!
//!     $ cargo run -q --example province -- "Hải Dương" 2026-11-23
//!     "Hải Dương" is not a unit on 2026-11-23: it ended on 2025-06-30 and is part of thành phố Hải Phòng
//!
//!     tỉnh Hải Dương
//!       id            hai-duong
//!       valid         from 1997-01-01 to 2025-06-30
//!       GSO code      30, 107 until 2004-07-07
//!       ISO 3166-2    VN-61
//!       region        Đồng bằng sông Hồng
//!       key economic  Bắc Bộ
//!       HASC          VN.HD
//!       English       Hai Duong Province
//!       area          1656.0 km²
//!       population    1946820 on average in 2022
//!       territory     hai-duong
//!       note          formed 1997-01-01 by the National Assembly resolution of 6 Nov 1996; dissolved 2025-07-01
//!
//!     became
//!     tỉnh Hải Dương, from 1997-01-01 to 2025-06-30
//!     └─ 2025-07-01 merge: thành phố Hải Phòng, from 2025-07-01
//!          Nghị quyết 202/2025/QH15 (12/06/2025)
//!
//!     came from
//!     tỉnh Hải Dương, from 1997-01-01 to 2025-06-30
//!     └─ 1997-01-01 split: Hải Hưng
//!          Nghị quyết Quốc hội (06/11/1996)
//!
//! Takes a name, an id, a GSO code or an ISO 3166-2 code. Without a date every
//! version that the name or code stood for is shown. The exit status is 1
//! when it is not a unit on the date.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use tinh::gazetteer::{Event, LookupError, LookupErrorKind, Unit, UnitId, Units};
use tinh_examples::output;

/// Everything known of a province, with its history as a tree.
#[derive(Debug, Parser)]
#[command(name = "province")]
struct Args {
    /// A name, an id, a GSO code or an ISO 3166-2 code.
    #[arg(value_name = "NAME|CODE")]
    name: String,
    /// The date, YYYY-MM-DD.
    #[arg(value_name = "DATE")]
    date: Option<NaiveDate>,
}

/// The units a text stands for, and what to say first.
struct Answer {
    units: Vec<Unit>,
    message: Option<LookupError>,
}

/// Codes have digits or start with `VN-`; slugs are read before names.
fn look_up(name: &str, date: Option<NaiveDate>) -> Answer {
    let text = name.trim();
    let is_gso = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_iso = text.len() > 3 && text.get(..3).is_some_and(|p| p.eq_ignore_ascii_case("VN-"));
    let id = text.parse::<UnitId>();
    let found = match (date, id) {
        (Some(date), _) if is_gso => Units::on(date).by_gso_code(text),
        (Some(date), _) if is_iso => Units::on(date).by_iso_code(text),
        (Some(date), Ok(id)) => Units::on(date).by_id(id),
        (Some(date), Err(_)) => Units::on(date).by_name(text),
        (None, _) if is_gso => Unit::by_gso_code(text),
        (None, _) if is_iso => Unit::by_iso_code(text),
        (None, Ok(id)) => {
            return Answer {
                units: id.versions().collect(),
                message: None,
            };
        }
        (None, Err(_)) => Unit::by_name(text),
    };
    match found {
        Ok(unit) => Answer {
            units: vec![unit],
            message: None,
        },
        Err(error) => {
            let units = match error.kind() {
                LookupErrorKind::NotValid { unit, .. } => vec![*unit],
                _ => error.units(),
            };
            // Without a date several versions are the answer, not a failure.
            let ambiguous = matches!(error.kind(), LookupErrorKind::Ambiguous { .. });
            Answer {
                units,
                message: (date.is_some() || !ambiguous).then_some(error),
            }
        }
    }
}

fn period(unit: Unit) -> String {
    match (unit.valid_from(), unit.valid_to()) {
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("before 1997 to {to}"),
        (None, None) => "since before 1997".to_owned(),
    }
}

fn titled(unit: Unit) -> String {
    format!("{}, {}", unit.full_name(), period(unit))
}

fn facts(unit: Unit, out: &mut String) {
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            writeln!(out, "  {name:<12}  {value}").ok();
        }
    };
    line("id", unit.id().as_str());
    line("valid", &period(unit));
    let old = NaiveDate::from_ymd_opt(2004, 7, 7)
        .and_then(|day| unit.gso_code_on(day))
        .filter(|code| *code != unit.gso_code());
    line(
        "GSO code",
        &match old {
            Some(old) => format!("{}, {old} until 2004-07-07", unit.gso_code()),
            None => unit.gso_code().to_owned(),
        },
    );
    let iso = unit.iso_3166_2().unwrap_or("none found");
    let carried = if unit.iso_3166_2().is_some() && !unit.is_iso_3166_2_assigned() {
        ", by name: the standard lists the units of before July 2025"
    } else {
        ""
    };
    line("ISO 3166-2", &format!("{iso}{carried}"));
    line("region", unit.region());
    line("key economic", unit.key_economic_region().unwrap_or(""));
    line("HASC", unit.hasc().unwrap_or("none found"));
    line("English", &unit.english_full_name());
    if let Some(hectares) = unit.hectares() {
        let tens = hectares / 10;
        line("area", &format!("{}.{:01} km²", tens / 10, tens % 10));
    }
    if let Some(people) = unit.population(2022) {
        line(
            "population",
            &format!("{} on average in 2022", people.persons()),
        );
    }
    let pieces: Vec<&str> = unit.territory().pieces().map(|p| p.id()).collect();
    line("territory", &pieces.join(", "));
    line("note", unit.note());
}

/// One step of the history and everything behind it.
fn branch(
    events: Vec<Event>,
    onward: fn(Event) -> Option<Unit>,
    steps: fn(Unit) -> Vec<Event>,
    name: fn(Event) -> String,
    margin: &str,
    out: &mut String,
) {
    // One step can have two causes: Cần Thơ was split and raised in one day.
    let mut merged: Vec<(Event, Vec<&'static str>)> = Vec::new();
    for event in events {
        match merged
            .iter_mut()
            .find(|(e, _)| e.date() == event.date() && name(*e) == name(event))
        {
            Some((_, kinds)) => kinds.push(event.kind().as_str()),
            None => merged.push((event, vec![event.kind().as_str()])),
        }
    }
    let last = merged.len();
    let mut act = None;
    for (at, (event, kinds)) in merged.into_iter().enumerate() {
        let (corner, down) = if at + 1 == last {
            ("└─", "   ")
        } else {
            ("├─", "│  ")
        };
        let kinds = kinds.join(" and ");
        writeln!(
            out,
            "{margin}{corner} {} {kinds}: {}",
            event.date(),
            name(event)
        )
        .ok();
        let margin = format!("{margin}{down}");
        // The act of several steps at once is said once.
        if act != Some(event.act()) {
            act = Some(event.act());
            writeln!(out, "{margin}  {}", event.act()).ok();
        }
        if let Some(unit) = onward(event) {
            branch(steps(unit), onward, steps, name, &margin, out);
        }
    }
}

fn history(unit: Unit, out: &mut String) {
    let after: Vec<Event> = unit.successors().collect();
    if !after.is_empty() {
        writeln!(out, "\nbecame\n{}", titled(unit)).ok();
        branch(
            after,
            |event| Some(event.to()),
            |unit| unit.successors().collect(),
            |event| titled(event.to()),
            "",
            out,
        );
    }
    let before: Vec<Event> = unit.predecessors().collect();
    if !before.is_empty() {
        writeln!(out, "\ncame from\n{}", titled(unit)).ok();
        branch(
            before,
            Event::from,
            |unit| unit.predecessors().collect(),
            |event| {
                event
                    .from()
                    .map_or_else(|| event.from_name().to_owned(), titled)
            },
            "",
            out,
        );
    }
}

/// The whole answer, and whether the name is a unit.
fn describe(name: &str, date: Option<NaiveDate>) -> (String, bool) {
    let answer = look_up(name, date);
    let mut out = String::new();
    if let Some(error) = &answer.message {
        writeln!(out, "{error}").ok();
    }
    for (at, unit) in answer.units.iter().enumerate() {
        if at > 0 || answer.message.is_some() {
            out.push('\n');
        }
        writeln!(out, "{}", unit.full_name()).ok();
        facts(*unit, &mut out);
        history(*unit, &mut out);
    }
    (out, answer.message.is_none())
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let (text, found) = describe(&args.name, args.date);
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::from(u8::from(!found)))
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: &str) -> Option<NaiveDate> {
        date.parse().ok()
    }

    /// The output in the head of this file.
    #[test]
    fn the_head_of_the_file_is_right() {
        let (text, found) = describe("Hải Dương", on("2026-11-23"));
        assert!(!found);
        let head: String = include_str!("province.rs")
            .lines()
            .map_while(|l| l.strip_prefix("//!"))
            .map(|l| format!("{}\n", l.strip_prefix("     ").unwrap_or(l)))
            .collect();
        assert!(head.contains(&text), "{text}");
    }

    #[test]
    fn a_code_that_changed_hands() {
        let (text, found) = describe("24", None);
        assert!(found);
        assert!(text.contains("tỉnh Bắc Giang\n") && text.contains("thành phố Bắc Ninh\n"));
        assert!(
            describe("24", on("2023-01-01"))
                .0
                .starts_with("tỉnh Bắc Giang\n")
        );
        assert!(
            describe("24", on("2026-11-23"))
                .0
                .starts_with("thành phố Bắc Ninh\n")
        );
    }

    #[test]
    fn by_id_and_iso_code() {
        assert!(
            describe("VN-HP", on("2026-11-23"))
                .0
                .contains("id            hai-phong")
        );
        let (text, _) = describe("hai-phong", None);
        assert_eq!(text.matches("\nbecame\n").count(), 1);
        assert!(
            text.contains("├─ 2025-07-01 merge: thành phố Hải Phòng, before 1997 to 2025-06-30")
        );
    }

    #[test]
    fn two_causes_in_one_step() {
        let (text, _) = describe("Cần Thơ", on("2003-01-01"));
        assert!(
            text.contains("2004-01-01 split and upgrade: thành phố Cần Thơ"),
            "{text}"
        );
    }

    #[test]
    fn unknown() {
        assert_eq!(
            describe("Thanh Hà", None),
            ("\"Thanh Hà\" is not a known place\n".to_owned(), false)
        );
    }
}
