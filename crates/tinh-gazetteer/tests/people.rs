//! Population and area.

use crate::support::day;
use tinh_gazetteer::{PopulationSeries, Unit, Units};

fn year_end(year: i32) -> Units {
    Units::on(day(&format!("{year}-12-31")))
}

fn persons(unit: Unit, year: i32) -> Option<u64> {
    unit.population(year).map(|people| people.persons())
}

/// Every unit of every year of the series has its figure, printed itself.
#[test]
fn the_series_has_no_gap() {
    for year in 1997..=2022 {
        for unit in year_end(year) {
            let people = unit.population(year);
            assert!(people.is_some_and(|p| p.parts() == 1), "{unit:?} {year}");
        }
    }
    let ha_noi = Units::today().by_name("Hà Nội").unwrap();
    assert_eq!(ha_noi.population(2023), None);
    assert_eq!(ha_noi.population(1994), None);
}

/// Restated populations add: the units of any later date sum to the same, or
/// those that cannot be made of the printed ones have no figure.
#[test]
fn restated_populations_add() {
    let now = Units::on(day("2026-11-23"));
    for year in 2008..=2022 {
        let printed: u64 = year_end(year).iter().filter_map(|u| persons(u, year)).sum();
        let restated: u64 = now.iter().filter_map(|u| persons(u, year)).sum();
        assert_eq!(printed, restated, "{year}");
    }
    // A district went to Lai Châu in 2004: neither is made of units of 2003.
    let without: Vec<&str> = Units::on(day("2004-12-31"))
        .iter()
        .filter(|u| u.population(2003).is_none())
        .map(Unit::name)
        .collect();
    assert_eq!(
        without,
        [
            "Cần Thơ",
            "Đắk Lắk",
            "Đắk Nông",
            "Điện Biên",
            "Hậu Giang",
            "Lai Châu",
            "Lào Cai"
        ]
    );
}

/// A part that moved and is not kept would show as a loss. No unit lost more
/// than 2.5 % of its people in a year but those that were split or gave a part
/// that is kept (An Giang, 2.4 % in 2011, where one series follows another).
#[test]
fn no_loss_of_people_is_left_unexplained() {
    for year in 1998..=2022 {
        for unit in year_end(year) {
            let Ok(before) = unit.id().on(day(&format!("{}-12-31", year - 1))) else {
                continue;
            };
            let (Some(was), Some(is)) = (persons(before, year - 1), persons(unit, year)) else {
                panic!("{unit:?} {year}");
            };
            let lost = was.saturating_sub(is) * 1000 / was;
            let moved = before.territory() != unit.territory();
            assert!(
                lost <= 25 || moved,
                "{unit} lost {lost} thousandths in {year}"
            );
        }
    }
}

#[test]
fn the_registers_are_another_series() {
    let now = Units::on(day("2025-07-01"));
    let people: Vec<_> = now.iter().filter_map(Unit::registered_population).collect();
    assert_eq!(people.len(), now.len());
    assert_eq!(people.iter().map(|p| p.persons()).sum::<u64>(), 112_093_848);
    assert!(
        people
            .iter()
            .all(|p| p.series() == PopulationSeries::Register)
    );
    let before = Units::on(day("2025-06-30"));
    // Units that the merger left as they were have one too.
    assert!(
        before
            .by_name("Thanh Hóa")
            .unwrap()
            .registered_population()
            .is_some()
    );
    assert_eq!(
        before.by_name("Hải Dương").unwrap().registered_population(),
        None
    );
    // A unit raised in 2026 is the unit of 2025.
    let raised = Units::on(day("2026-11-23")).by_name("Bắc Ninh").unwrap();
    assert_eq!(
        raised.registered_population().map(|p| p.persons()),
        Some(3_619_433)
    );
}

#[test]
fn areas() {
    for on in ["2024-01-01", "2026-11-23"] {
        let units = Units::on(day(on));
        assert!(units.iter().all(|u| u.hectares().is_some()), "{on}");
        let all: u64 = units.iter().filter_map(Unit::hectares).sum();
        // 330,972 and 331,325 km² are the national totals of the two tables.
        assert!((33_000_000..33_300_000).contains(&all), "{all}");
    }
    let y2003 = Units::on(day("2003-01-01"));
    // Cần Thơ of 2003 is two units of 2013; Lào Cai of 2003 is not made of any.
    assert_eq!(y2003.by_name("Cần Thơ").unwrap().hectares(), Some(301_140));
    assert_eq!(y2003.by_name("Lào Cai").unwrap().hectares(), None);
}
