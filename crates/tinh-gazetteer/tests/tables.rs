//! What has to hold of the TSV files.

/// The rows of a file of `data/`.
fn rows_of(file: &str) -> Vec<table_tests::Row> {
    table_tests::read(&format!("data/{file}"))
}

/// Every fact has a source and a name has no blanks around it.
#[test]
fn every_row_has_a_source() {
    for file in [
        "units.tsv",
        "attributes.tsv",
        "pieces.tsv",
        "events.tsv",
        "acts.tsv",
        "former_units.tsv",
        "localities.tsv",
        "population.tsv",
        "registers.tsv",
        "unit_names.tsv",
        "unit_spellings.tsv",
        "countries.tsv",
        "country_names.tsv",
        "organisations.tsv",
        "organisation_names.tsv",
        "memberships.tsv",
    ] {
        for row in rows_of(file) {
            assert!(!row.get("source").trim().is_empty(), "{file}: {row:?}");
        }
    }
}

/// A code and a name belong to one unit on any one day.
#[test]
fn no_two_units_of_a_date_share_a_name_or_a_code() {
    use tinh_gazetteer::Units;
    for on in [
        "1997-01-01",
        "2004-07-08",
        "2008-08-01",
        "2025-01-01",
        "2025-07-01",
        "2026-09-20",
    ] {
        let units = Units::on(on.parse().unwrap());
        for unit in units {
            for other in units.into_iter().filter(|u| *u > unit) {
                assert_ne!(unit.name(), other.name(), "{on}");
                assert_ne!(unit.gso_code(), other.gso_code(), "{on}");
                assert!(
                    unit.iso_3166_2().is_none() || unit.iso_3166_2() != other.iso_3166_2(),
                    "{on}"
                );
            }
        }
    }
}

/// Each spelling leads to its own entry, or is one of the few that are shared.
#[test]
fn every_spelling_leads_home() {
    use tinh_gazetteer::{Country, Organisation, UnitId};
    for row in rows_of("country_names.tsv").iter() {
        let name = row.get("name");
        match Country::by_name(name) {
            Ok(country) => assert_eq!(country.alpha2(), row.get("alpha2"), "{name}"),
            Err(error) => assert!(
                ["Congo", "Công-gô"].contains(&name),
                "{name} is shared: {error}"
            ),
        }
    }
    for row in rows_of("organisation_names.tsv").iter() {
        let found = Organisation::by_name(row.get("name")).unwrap();
        assert_eq!(found.acronym(), row.get("acronym"));
    }
    for row in rows_of("unit_names.tsv").iter() {
        let id: UnitId = row.get("id").parse().unwrap();
        let name = row.get("name");
        for unit in id.versions() {
            let on = unit.valid_to().unwrap_or(chrono::NaiveDate::MAX);
            match tinh_gazetteer::Units::on(on).by_name(name) {
                Ok(found) => assert_eq!(found, unit, "{name}"),
                Err(error) => {
                    assert_eq!(row.get("use"), "abbreviation", "{name}: {error}");
                    assert!(error.units().contains(&unit), "{name}: {error}");
                }
            }
        }
    }
}

/// Every unit and every country is found under the names it is shown by.
#[test]
fn every_name_is_found_in_a_sentence() {
    use tinh_gazetteer::{Country, Unit, find_iter};
    for unit in Unit::all() {
        let text = format!("Vốn đầu tư vào {} tăng.", unit.full_name());
        let found: Vec<_> = find_iter(&text).filter_map(|m| m.place().id()).collect();
        assert_eq!(found, [unit.id().as_str()], "{text}");
    }
    for country in Country::all() {
        for name in [country.name(), country.short_name()] {
            let text = format!("Hàng hóa bán sang {name} tăng.");
            let found: Vec<_> = find_iter(&text).filter_map(|m| m.place().id()).collect();
            assert_eq!(found, [country.alpha2()], "{text}");
        }
    }
}

/// Codes, names and predecessors are those of a second maintained source.
#[test]
fn a_second_source_agrees() {
    use crate::support::day;
    use tinh_gazetteer::{Unit, Units};
    let mut seen = [Vec::new(), Vec::new()];
    table_tests::each_row(
        "tests/data/second_source.tsv",
        &["name", "on", "code", "unit", "made_of"],
        |row| {
            let [_, on, code, name, made_of] = row.fields();
            let units = Units::on(day(on));
            let unit = units.by_gso_code(code).map_err(|e| e.to_string())?;
            if units.by_name(name).as_ref() != Ok(&unit) {
                return Err(format!("{code} is {unit}, not {name}"));
            }
            seen[usize::from(!made_of.is_empty())].push(unit);
            if made_of.is_empty() {
                return Ok(());
            }
            let before = Units::on(day("2025-06-30"));
            let mut codes: Vec<&str> = unit.territory().units(before).map(Unit::gso_code).collect();
            codes.sort_unstable();
            if codes.join(" ") == made_of {
                Ok(())
            } else {
                Err(format!("{name} was made of {codes:?}"))
            }
        },
    );
    // Neither side has a unit more than the other.
    for (on, mut seen) in ["2025-06-30", "2025-10-01"].iter().zip(seen) {
        seen.sort_unstable();
        assert_eq!(seen, Units::on(day(on)).iter().collect::<Vec<_>>(), "{on}");
    }
}

/// The subdivision codes are those of another list of ISO 3166-2.
#[test]
fn iso_codes_are_those_of_another_list() {
    use crate::support::day;
    use tinh_gazetteer::Units;
    let mut listed: Vec<&str> = rust_iso3166::iso3166_2::SUBDIVISION_MAP
        .keys()
        .copied()
        .filter(|code| code.starts_with("VN-"))
        .collect();
    listed.sort_unstable();
    let mut ours: Vec<&str> = Units::on(day("2024-01-01"))
        .iter()
        .filter_map(|u| u.iso_3166_2())
        .collect();
    ours.sort_unstable();
    assert_eq!(ours, listed);
}
