//! The checked-in tables are those of the TSV files.

use crate::generate;

#[test]
fn the_rust_tables_are_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tables.rs");
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(
        kept == generate::tables(),
        "src/tables.rs is stale: cargo run -p tinh-gazetteer --example generate_tables"
    );
}

/// Every fact has a source and a name has no blanks around it.
#[test]
fn every_row_has_a_source() {
    for file in [
        "units.tsv",
        "pieces.tsv",
        "events.tsv",
        "unit_names.tsv",
        "countries.tsv",
        "country_names.tsv",
        "organisations.tsv",
        "organisation_names.tsv",
        "memberships.tsv",
    ] {
        let tsv = generate::Tsv::read(file);
        for row in tsv.iter() {
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
