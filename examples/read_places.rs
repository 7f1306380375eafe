//! Which provinces, countries, blocs, agreements, organisations and cities inside
//! a province does a text name, and where?
//!
//!     $ echo 'Hải Dương ký với TP.HCM và CHLB Đức về CPTPP' |
//!         cargo run -q --example read_places -- --on 2026-11-23
//!     {"start":0,"end":13,"text":"Hải Dương","type":"province","id":"hai-duong","name":"Hải Dương","valid":false,"candidates":[{"id":"hai-phong","name":"Hải Phòng","from":"2025-07-01","to":null}]}
//!     {"start":24,"end":30,"text":"TP.HCM","type":"province","id":"ho-chi-minh","name":"Hồ Chí Minh","valid":true,"candidates":[]}
//!     {"start":35,"end":46,"text":"CHLB Đức","type":"country","id":"DE","name":"Đức","valid":true,"candidates":[]}
//!     {"start":52,"end":57,"text":"CPTPP","type":"agreement","id":"CPTPP","name":"Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương","valid":true,"candidates":[]}
//!
//! Reads a file or standard input and writes one JSON object a line. `start`
//! and `end` are bytes of the name, without `tỉnh` or `thành phố` before it.
//! `valid` says whether the name was that of a unit on the date; without
//! `--on` it is null for provinces. `candidates` lists what a reader may
//! choose from where the name alone does not settle it: the units an old name
//! became, the versions of a name that grew, the units that share initials; of
//! a city inside a province, the province on the date. `--segmented` reads text
//! whose words are joined with `_`.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Parser;
use serde::Serialize;
use tinh::gazetteer::{Finder, Match, NamedPlace, Unit};
use tinh_examples::output;

/// Provinces, countries, blocs, agreements and organisations in a text, one
/// JSON object a line.
#[derive(Debug, Parser)]
#[command(name = "read_places")]
struct Args {
    /// The date of the text, YYYY-MM-DD: settles what a name meant then.
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// The words of the text are joined with `_` (`Hàn_Quốc`).
    #[arg(long)]
    segmented: bool,
    /// The text; standard input where none is named, or `-`.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// One line of the output.
#[derive(Debug, Serialize)]
struct Found<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    r#type: &'static str,
    id: Option<&'static str>,
    name: Option<&'static str>,
    valid: Option<bool>,
    candidates: Vec<Candidate>,
}

/// A unit a name may mean or may have become.
#[derive(Debug, Serialize)]
struct Candidate {
    id: &'static str,
    name: &'static str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl From<Unit> for Candidate {
    fn from(unit: Unit) -> Self {
        Candidate {
            id: unit.id().as_str(),
            name: unit.name(),
            from: unit.valid_from(),
            to: unit.valid_to(),
        }
    }
}

impl<'t> Found<'t> {
    fn new(found: Match<'t>, on: Option<NaiveDate>) -> Self {
        let place = found.place();
        let (valid, candidates) = match place {
            NamedPlace::Unit(mention) if mention.unit().is_ok() => (mention.is_valid(), Vec::new()),
            NamedPlace::Unit(mention) => (mention.is_valid(), mention.candidates()),
            NamedPlace::Country(country) => (Some(!country.is_former()), Vec::new()),
            NamedPlace::Locality(city) => (
                None,
                on.and_then(|on| city.province_on(on)).into_iter().collect(),
            ),
            _ => (Some(true), Vec::new()),
        };
        Found {
            start: found.start(),
            end: found.end(),
            text: found.as_str(),
            r#type: place.group(),
            id: place.id(),
            name: place.name(),
            valid,
            candidates: candidates.into_iter().map(Candidate::from).collect(),
        }
    }
}

/// Writes the places of a text.
fn write_places(
    text: &str,
    on: Option<NaiveDate>,
    segmented: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let finder = on.map_or_else(Finder::new, Finder::on);
    let finder = if segmented {
        finder.segmented()
    } else {
        finder
    };
    for found in finder.find_iter(text) {
        serde_json::to_writer(&mut *out, &Found::new(found, on))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn run(args: &Args) -> io::Result<ExitCode> {
    let text = match &args.file {
        Some(path) if path.as_os_str() != "-" => fs::read(path)
            .map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?,
        _ => {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text)?;
            text
        }
    };
    let text = String::from_utf8(text).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("the text is not UTF-8 at byte {at}"),
        )
    })?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    write_places(&text, args.on, args.segmented, &mut out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lines(text: &str, on: Option<&str>) -> Vec<serde_json::Value> {
        let mut out = Vec::new();
        write_places(
            text,
            on.map(|d| d.parse().unwrap()),
            text.contains('_'),
            &mut out,
        )
        .unwrap();
        let out = String::from_utf8(out).unwrap();
        out.lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect()
    }

    /// The output in the head of this file.
    #[test]
    fn the_head_of_the_file_is_right() {
        let head = include_str!("read_places.rs");
        let mut out = Vec::new();
        let text = "Hải Dương ký với TP.HCM và CHLB Đức về CPTPP\n";
        write_places(text, "2026-11-23".parse().ok(), false, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.lines().count(), 4);
        for line in out.lines() {
            assert!(head.contains(line), "{line}");
        }
    }

    #[test]
    fn candidates_without_a_date() {
        let found = lines("tỉnh Hải Dương và Hải Phòng, tỉnh QN", None);
        assert_eq!(found[0]["candidates"], serde_json::json!([]));
        assert_eq!(found[0]["valid"], serde_json::Value::Null);
        assert_eq!(found[1]["id"], "hai-phong");
        assert_eq!(found[1]["candidates"][1]["from"], "2025-07-01");
        assert!(found[2]["id"].is_null());
        assert_eq!(found[2]["text"], "QN");
    }

    /// A city inside a province is never the province, which comes with it.
    #[test]
    fn a_city_comes_with_its_province() {
        let found = lines("thành phố Vũng Tàu", Some("2026-01-01"));
        assert_eq!(
            (&found[0]["type"], &found[0]["id"]),
            (&"locality".into(), &"vung-tau".into())
        );
        assert_eq!(found[0]["candidates"][0]["id"], "ho-chi-minh");
    }

    #[test]
    fn segmented_text() {
        let found = lines("Bình_Phước và Hàn_Quốc", None);
        assert_eq!(
            (&found[0]["id"], &found[1]["id"]),
            (&"binh-phuoc".into(), &"KR".into())
        );
    }

    #[test]
    fn money_is_no_country() {
        assert_eq!(lines("350 triệu đô la Mỹ, yên Nhật", None).len(), 0);
    }
}
