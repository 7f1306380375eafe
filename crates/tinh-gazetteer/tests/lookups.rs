//! Names and codes alone.

use crate::support::{day, outcome, shown};
use table_tests::each_row;
use tinh_gazetteer::{Country, LookupErrorKind, Organisation, Unit, UnitId, Units, isocountry};

#[test]
fn names() {
    each_row(
        "tests/data/names.tsv",
        &["name", "input", "on", "unit", "error"],
        |row| {
            let [_, input, on, unit, error] = row.fields();
            let got = if on.is_empty() {
                Unit::by_name(input)
            } else {
                Units::on(day(on)).by_name(input)
            };
            outcome(got.map(shown), unit, error)
        },
    );
}

#[test]
fn cells() {
    each_row(
        "tests/data/cells.tsv",
        &["name", "cell", "on", "unit", "error"],
        |row| {
            let [_, cell, on, unit, error] = row.fields();
            outcome(Units::on(day(on)).by_cell(cell).map(shown), unit, error)
        },
    );
}

#[test]
fn codes() {
    each_row(
        "tests/data/codes.tsv",
        &["name", "scheme", "code", "on", "unit", "error"],
        |row| {
            let [_, scheme, code, on, unit, error] = row.fields();
            let got = match (scheme, on) {
                ("gso", "") => Unit::by_gso_code(code),
                ("gso", on) => Units::on(day(on)).by_gso_code(code),
                ("iso", on) => Units::on(day(on)).by_iso_code(code),
                _ => return Err(format!("unknown scheme {scheme}")),
            };
            outcome(got.map(shown), unit, error)
        },
    );
}

#[test]
fn countries() {
    each_row(
        "tests/data/countries.tsv",
        &["name", "input", "alpha2", "shown", "error"],
        |row| {
            let [_, input, alpha2, shown, error] = row.fields();
            let wanted = if alpha2.is_empty() {
                String::new()
            } else {
                format!("{alpha2} {shown}")
            };
            let got = Country::by_name(input).map(|c| format!("{} {c}", c.alpha2()));
            outcome(got, &wanted, error)
        },
    );
}

/// The seven codes that changed hands and the 23 names with a larger territory
/// are ambiguous without a date, and the candidates are the two units.
#[test]
fn what_changed_in_2025_needs_a_date() {
    let (before, after) = (Units::on(day("2025-06-30")), Units::on(day("2025-07-01")));
    let mut codes = 0;
    let mut names = 0;
    for unit in after.iter() {
        let code = unit.gso_code();
        if let Ok(former) = before.by_gso_code(code)
            && former.id() != unit.id()
            && former.territory() != unit.territory()
        {
            codes += 1;
            let error = Unit::by_gso_code(code).unwrap_err();
            assert!(
                error.units().contains(&former) && error.units().contains(&unit),
                "{code}"
            );
        }
        let Ok(former) = before.by_name(unit.name()) else {
            continue;
        };
        if former.territory() != unit.territory() {
            names += 1;
            let error = Unit::by_name(unit.name()).unwrap_err();
            assert!(
                matches!(error.kind(), LookupErrorKind::Ambiguous { .. }),
                "{unit}"
            );
            assert!(
                error.units().contains(&former) && error.units().contains(&unit),
                "{unit}"
            );
        }
    }
    assert_eq!((codes, names), (7, 23));
}

#[test]
fn ids() {
    for id in UnitId::all() {
        assert_eq!(id.as_str().parse::<UnitId>().unwrap(), id);
        assert!(id.versions().count() > 0, "{id}");
        for unit in id.versions() {
            assert_eq!(unit.id(), id);
            assert_eq!(unit.name(), id.name());
        }
    }
    assert_eq!(UnitId::all().count(), 65);
    let error = "hai phong".parse::<UnitId>().unwrap_err();
    assert_eq!(error.to_string(), "\"hai phong\" is not a known place");
    assert_eq!(error.span(), 0..9);
    let error = Units::on(day("2026-01-01")).by_id("ha-tay").unwrap_err();
    assert_eq!(
        error.to_string(),
        "\"ha-tay\" is not a unit on 2026-01-01: it ended on 2008-07-31 and is part of thành phố Hà Nội"
    );
}

#[test]
fn the_error_keeps_the_text_and_its_place() {
    let error = Units::on(day("2023-01-01"))
        .by_name("  Thanh Hà\t")
        .unwrap_err();
    assert_eq!((error.text(), error.span()), ("Thanh Hà", 2..11));
}

/// Another maintained list of the standard has the same codes.
#[test]
fn country_codes_agree_with_another_list() {
    let other: Vec<(&str, &str, u16)> = rust_iso3166::ALL
        .iter()
        .map(|c| (c.alpha2, c.alpha3, c.numeric))
        .collect();
    assert_eq!(other.len(), 249);
    let ours: Vec<Country> = Country::all().filter(|c| c.code().is_some()).collect();
    assert_eq!(ours.len(), 249);
    for (alpha2, alpha3, numeric) in other {
        let country = Country::from_alpha2(alpha2).unwrap_or_else(|| panic!("{alpha2}"));
        assert_eq!(country.alpha3(), alpha3);
        assert_eq!(country.numeric(), Some(numeric), "{alpha2}");
        let code = country.code().unwrap_or_else(|| panic!("{alpha2}"));
        assert_eq!((code.alpha2(), code.alpha3()), (alpha2, alpha3));
    }
}

#[test]
fn country_codes_in_and_out() {
    for code in isocountry::CountryCode::iter() {
        let country = Country::from(*code);
        assert_eq!(country.code(), Some(*code));
        assert_eq!(country.alpha2(), code.alpha2());
        assert_eq!(Country::from_alpha3(code.alpha3()), Some(country));
        let numeric = u16::try_from(code.numeric_id()).unwrap();
        assert_eq!(Country::from_numeric(numeric), Some(country));
    }
    let kosovo = Country::from_alpha2("xk").unwrap();
    assert_eq!(
        (kosovo.alpha3(), kosovo.numeric(), kosovo.code()),
        ("XKX", None, None)
    );
    assert_eq!(Country::from_alpha3("RKS"), Some(kosovo));
    let soviet = Country::from_alpha2("SU").unwrap();
    assert!(soviet.is_former() && soviet.numeric() == Some(810));
    assert_eq!(Country::from_alpha2("QQ"), None);
    assert_eq!(Country::from_alpha2("V"), None);
    assert_eq!(Country::from_numeric(0), None);
    assert!(Country::all().is_sorted());
}

/// Every country is found by each name it is shown by.
#[test]
fn the_shown_names_are_read_back() {
    for country in Country::all() {
        for name in [
            country.name(),
            country.short_name(),
            country.official_name().unwrap_or(country.name()),
        ] {
            assert_eq!(Country::by_name(name).as_ref(), Ok(&country), "{name}");
        }
    }
    for organisation in Organisation::all() {
        for name in [organisation.name(), organisation.acronym()] {
            assert_eq!(
                Organisation::by_name(name).as_ref(),
                Ok(&organisation),
                "{name}"
            );
        }
    }
    for unit in Unit::all() {
        let units = Units::on(unit.valid_to().unwrap_or(day("2026-11-23")));
        for name in [
            unit.name().to_owned(),
            unit.full_name(),
            unit.name().to_uppercase(),
        ] {
            assert_eq!(units.by_name(&name).as_ref(), Ok(&unit), "{name}");
        }
    }
}

#[test]
fn members() {
    each_row(
        "tests/data/members.tsv",
        &["name", "organisation", "country", "on", "answer"],
        |row| {
            let [_, organisation, country, on, answer] = row.fields();
            let organisation = Organisation::by_acronym(organisation).ok_or("no such body")?;
            let country = Country::from_alpha2(country).ok_or("no such country")?;
            let got = match organisation.contains(country, day(on)) {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unknown",
            };
            if got == answer {
                Ok(())
            } else {
                Err(format!("got {got}"))
            }
        },
    );
}

#[test]
fn sizes_of_blocs() {
    let count = |name: &str, on: &str| {
        Organisation::by_acronym(name)
            .unwrap()
            .members_on(day(on))
            .count()
    };
    assert_eq!(count("EU", "2020-01-31"), 28);
    assert_eq!(count("EU", "2026-11-23"), 27);
    assert_eq!(count("EZ", "2026-01-01"), 21);
    assert_eq!(count("ASEAN", "2026-11-23"), 11);
    assert_eq!(count("CPTPP", "2026-11-23"), 12);
    assert_eq!(count("RCEP", "2026-11-23"), 15);
    assert_eq!(count("APEC", "2026-11-23"), 21);
    assert_eq!(count("OECD", "2026-11-23"), 38);
    assert_eq!(count("EVFTA", "2026-11-23"), 28);
    assert_eq!(count("ACFTA", "2026-11-23"), 12);
}

#[cfg(feature = "serde")]
#[test]
fn ids_are_strings_in_json() {
    let id: UnitId = "hai-phong".parse().unwrap();
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"hai-phong\"");
    assert_eq!(serde_json::from_str::<UnitId>("\"hai-phong\"").unwrap(), id);
    assert_eq!(
        serde_json::from_str::<UnitId>("\"Hải Phòng\"")
            .unwrap_err()
            .to_string(),
        "invalid value: string \"Hải Phòng\", expected the id of a province-level unit, such as \
         hai-phong at line 1 column 14"
    );
    let country = Country::from_alpha2("VN").unwrap();
    assert_eq!(serde_json::to_string(&country).unwrap(), "\"VN\"");
    assert_eq!(
        serde_json::from_str::<Country>("\"XK\"").unwrap().name(),
        "Kosovo"
    );
    let asean = Organisation::by_acronym("ASEAN").unwrap();
    assert_eq!(serde_json::to_string(&asean).unwrap(), "\"ASEAN\"");
    assert_eq!(
        serde_json::from_str::<Organisation>("\"ASEAN\"").unwrap(),
        asean
    );
}

/// Every value reads back equal; an error says what it is by a stable code.
#[cfg(feature = "serde")]
#[test]
fn values_for_services() {
    use tinh_gazetteer::{Act, Event, Locality, Restatement};
    fn back<T>(value: &T)
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        let text = serde_json::to_string(value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
    }
    let now = Units::on(day("2026-11-23"));
    for unit in Unit::all() {
        back(&unit);
        back(&unit.kind());
        back(&unit.restated(now));
        for event in unit.events() {
            back::<Event>(&event);
            back(&event.kind());
            back(&event.act().kind());
        }
    }
    Locality::all().for_each(|locality| back(&(locality, locality.kind())));
    Organisation::all().for_each(|body| back(&(body, body.kind())));
    back(&Restatement::Unknown);
    let unit = now.by_name("Hải Phòng").unwrap();
    assert_eq!(
        serde_json::to_string(&unit).unwrap(),
        r#"{"id":"hai-phong","from":"2025-07-01","to":null,"name":"Hải Phòng","kind":"municipality","gso_code":"31"}"#
    );
    let act: Act = unit.predecessors().next().unwrap().act();
    assert_eq!(
        serde_json::to_string(&act).unwrap(),
        r#"{"kind":"resolution","number":"202/2025/QH15","issuer":"Quốc hội","date":"2025-06-12"}"#
    );
    let gone = now.by_name("Hà Bắc").unwrap_err();
    let answer = serde_json::to_value(&gone).unwrap();
    assert_eq!(
        (&answer["code"], &answer["units"][0]["id"]),
        (&"former".into(), &"bac-ninh".into())
    );
    for (wrong, why) in [
        (
            r#"{"id":"hai-phong","from":"2024-01-01"}"#,
            "no version of hai-phong begins on 2024-01-01",
        ),
        (
            r#"{"id":"hue"}"#,
            "expected the first day of hue, found none",
        ),
    ] {
        let error = serde_json::from_str::<Unit>(wrong).unwrap_err().to_string();
        assert!(error.starts_with(why), "{error}");
    }
}
