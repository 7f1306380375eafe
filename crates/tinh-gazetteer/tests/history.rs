//! What was when, and what became of it.

use crate::support::{day, shown};
use table_tests::each_row;
use tinh_gazetteer::{Coverage, EventKind, Restatement, Territory, Unit, UnitKind, Units};

#[test]
fn units_of_each_date() {
    for (on, cities, all) in [
        ("1996-12-31", 0, 0),
        ("1997-01-01", 4, 61),
        ("2003-12-31", 4, 61),
        ("2004-01-01", 5, 64),
        ("2008-07-31", 5, 64),
        ("2008-08-01", 5, 63),
        ("2024-12-31", 5, 63),
        ("2025-01-01", 6, 63),
        ("2025-06-30", 6, 63),
        ("2025-07-01", 6, 34),
        ("2026-04-29", 6, 34),
        ("2026-04-30", 7, 34),
        ("2026-08-31", 7, 34),
        ("2026-09-01", 8, 34),
        ("2026-09-19", 8, 34),
        ("2026-09-20", 9, 34),
        ("2026-11-23", 9, 34),
        ("2100-01-01", 9, 34),
    ] {
        let units = Units::on(day(on));
        let found = units.iter().filter(|u| u.kind() == UnitKind::Municipality);
        assert_eq!((found.count(), units.len()), (cities, all), "{on}");
        assert_eq!(units.iter().count(), units.len(), "{on}");
        assert_eq!(units.into_iter().len_hint(), units.len(), "{on}");
    }
}

trait LenHint {
    fn len_hint(&self) -> usize;
}

impl<I: Iterator> LenHint for I {
    fn len_hint(&self) -> usize {
        self.size_hint().0
    }
}

/// Every day on which the set of units may differ from the day before.
fn turning_points() -> Vec<tinh_gazetteer::chrono::NaiveDate> {
    let mut days: Vec<_> = Unit::all()
        .flat_map(|u| [u.valid_from(), u.valid_to().and_then(|to| to.succ_opt())])
        .flatten()
        .chain([day("1997-01-01")])
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The units of every date from 1997 on share no ground and leave none out.
#[test]
fn units_of_every_date_partition_the_country() {
    for on in turning_points() {
        let units = Units::on(on);
        let mut seen = Territory::EMPTY;
        for unit in units {
            assert!(!seen.overlaps(unit.territory()), "{unit} on {on}");
            assert!(!unit.territory().is_empty());
            seen = seen.union(unit.territory());
        }
        assert_eq!(seen, Territory::country(), "{on}");
        // The same units until the day before the next turning point.
        assert!(units.iter().eq(Unit::all().filter(|u| {
            u.valid_from().is_none_or(|from| from <= on) && u.valid_to().is_none_or(|to| on <= to)
        })));
    }
}

/// A part that moved between two units that both went on makes both
/// restatements partial: of the giver forwards, and of the receiver backwards.
/// Hà Nội of 2008 received two such parts and the whole of Hà Tây: backwards it
/// is split, and names the givers.
#[test]
fn every_transfer_is_partial_in_both_directions() {
    let mut seen = 0;
    for event in Unit::all().flat_map(|u| u.successors().collect::<Vec<_>>()) {
        let (Some(giver), EventKind::Transfer) = (event.from(), event.kind()) else {
            continue;
        };
        if giver.id() == event.to().id() {
            continue;
        }
        seen += 1;
        let after = Units::on(event.date());
        let before = Units::on(event.date().pred_opt().unwrap());
        match giver.restated(after) {
            Restatement::Partial { mainly, rest } => {
                assert_eq!(mainly.id(), giver.id());
                assert_eq!(rest, [event.to()]);
            }
            other => panic!("{giver:?} forwards: {other:?}"),
        }
        let back = event.to().restated(before);
        assert!(back.units().contains(&giver), "{back:?}");
        assert_eq!(back.target(), None, "{back:?}");
        let merged = event
            .to()
            .predecessors()
            .any(|e| e.kind() == EventKind::Merge);
        assert_eq!(matches!(back, Restatement::Split(_)), merged, "{back:?}");
        // What is left of the giver does not stand for all of it.
        let left = giver.id().on(event.date()).unwrap();
        assert!(!Coverage::of(giver, [left]).is_complete());
    }
    assert_eq!(seen, 3);
}

#[test]
fn a_territory_is_the_union_of_its_pieces() {
    for unit in Unit::all() {
        let ids: Vec<&str> = unit.territory().pieces().map(|p| p.id()).collect();
        assert_eq!(ids.len(), unit.territory().len());
        // Made of the units of 2004 and the two transfers, each by its id.
        let then = Units::on(day("2004-01-01"));
        let union: Territory = then
            .iter()
            .filter(|u| u.territory().is_subset(unit.territory()))
            .collect();
        let rest = unit.territory().difference(union);
        assert!(
            rest.len() <= 2 || unit.territory().is_subset(Territory::country()),
            "{unit}"
        );
        assert!(union.is_subset(unit.territory()), "{unit}");
    }
}

#[test]
fn restatements() {
    each_row(
        "tests/data/restate.tsv",
        &["name", "unit", "from", "to", "kind", "units"],
        |row| {
            let [_, unit, from, to, kind, units] = row.fields();
            let unit = Units::on(day(from))
                .by_name(unit)
                .map_err(|e| e.to_string())?;
            let moved = unit.restated(Units::on(day(to)));
            let got = match &moved {
                Restatement::Whole { same: true, .. } => "same",
                Restatement::Whole { .. } => "whole",
                Restatement::Partial { .. } => "partial",
                Restatement::Split(_) => "split",
                Restatement::Unknown => "unknown",
                _ => "?",
            };
            let found: Vec<String> = moved.units().into_iter().map(shown).collect();
            let found = found.join(" ");
            if (got, found.as_str()) != (kind, units) {
                return Err(format!("got {got} {found}"));
            }
            if moved.target().is_some() != matches!(kind, "same" | "whole") {
                return Err(format!("target {:?}", moved.target()));
            }
            Ok(())
        },
    );
}

#[test]
fn coverage() {
    let (then, now) = (Units::on(day("2022-12-20")), Units::on(day("2026-11-23")));
    let unit = |units: Units, name: &str| units.by_name(name).unwrap();
    let vinh_long = unit(now, "Vĩnh Long");
    let one = Coverage::of(
        vinh_long,
        [unit(then, "Vĩnh Long"), unit(then, "Hải Dương")],
    );
    assert_eq!(one.to_string(), "1 of 3");
    assert_eq!(one.covered(), [unit(then, "Vĩnh Long")]);
    assert_eq!(
        one.missing(),
        [unit(then, "Bến Tre"), unit(then, "Trà Vinh")]
    );
    let all = Coverage::of(
        vinh_long,
        ["Vĩnh Long", "Bến Tre", "Trà Vinh"].map(|n| unit(then, n)),
    );
    assert_eq!(all.to_string(), "3 of 3");
    assert!(all.is_complete() && all.is_exact());
    let none = Coverage::of(vinh_long, []);
    assert_eq!(none.to_string(), "0 of 3");
    // The new unit beside an old part of it: complete, and counted twice.
    let twice = Coverage::of(vinh_long, [vinh_long, unit(then, "Bến Tre")]);
    assert!(twice.is_complete() && twice.is_overlapping() && !twice.is_exact());
    // Vĩnh Phúc of 2007 reaches into Hà Nội of today, and beyond it.
    let y2007 = Units::on(day("2007-01-01"));
    let ha_noi = unit(now, "Hà Nội");
    let parts = ["Hà Nội", "Hà Tây", "Vĩnh Phúc", "Hòa Bình"].map(|n| unit(y2007, n));
    let wide = Coverage::of(ha_noi, parts);
    assert!(wide.is_complete() && !wide.is_exact());
    assert_eq!(wide.to_string(), "4 of 4");
    assert!(
        wide.outside()
            .overlaps(unit(y2007, "Vĩnh Phúc").territory())
    );
    let thanh_hoa = unit(now, "Thanh Hóa");
    assert_eq!(
        Coverage::of(thanh_hoa, [unit(then, "Thanh Hóa")]).to_string(),
        "1 of 1"
    );
    assert_eq!(Coverage::of(thanh_hoa, []).to_string(), "0 of 1");
}

/// Every version that begins on record has predecessors and every one that
/// ends has successors, on the right days, and they share its ground.
#[test]
fn the_chain_of_events_has_no_gap() {
    let first = day("1997-01-01");
    for unit in Unit::all() {
        if let Some(from) = unit.valid_from() {
            let mut before: Vec<_> = unit.predecessors().collect();
            assert!(
                before.iter().all(|e| e.date() == from),
                "{unit:?} {before:?}"
            );
            assert!(!before.is_empty(), "{unit:?} came from nothing");
            before.retain(|e| e.from().is_some());
            if from > first {
                let eve = Units::on(from.pred_opt().unwrap());
                let mut found: Vec<Unit> = before.iter().filter_map(|e| e.from()).collect();
                found.sort_unstable();
                found.dedup();
                let wanted: Vec<Unit> = unit.territory().units(eve).collect();
                assert_eq!(found, wanted, "{unit:?}");
            }
        }
        if let Some(to) = unit.valid_to() {
            let after: Vec<_> = unit.successors().collect();
            let next = Units::on(to.succ_opt().unwrap());
            let mut found: Vec<Unit> = after.iter().map(|e| e.to()).collect();
            found.sort_unstable();
            found.dedup();
            let wanted: Vec<Unit> = unit.territory().units(next).collect();
            assert_eq!(found, wanted, "{unit:?}");
            assert!(
                after
                    .iter()
                    .all(|e| e.act().date() <= e.date() && !e.source().is_empty())
            );
        } else {
            assert_eq!(unit.successors().count(), 0, "{unit:?}");
        }
    }
}

#[test]
fn acts() {
    let now = Units::on(day("2026-11-23"));
    for (name, on, kind, act) in [
        (
            "Huế",
            "2025-01-01",
            EventKind::Upgrade,
            "Nghị quyết 175/2024/QH15 (30/11/2024)",
        ),
        (
            "Đồng Nai",
            "2026-04-30",
            EventKind::Upgrade,
            "Nghị quyết 30/2026/QH16 (24/04/2026)",
        ),
        (
            "Quảng Ninh",
            "2026-09-01",
            EventKind::Upgrade,
            "Nghị quyết 36/2026/QH16 (24/08/2026)",
        ),
        (
            "Bắc Ninh",
            "2026-09-20",
            EventKind::Upgrade,
            "Nghị quyết 39/2026/QH16 (24/08/2026)",
        ),
    ] {
        let event = now.by_name(name).unwrap().predecessors().next().unwrap();
        assert_eq!(
            (event.date(), event.kind(), event.act().to_string()),
            (day(on), kind, act.to_owned())
        );
    }
    // Thanh Hóa: a new code in 2004, named as unchanged in 2025.
    let kinds: Vec<EventKind> = now
        .by_name("Thanh Hóa")
        .unwrap()
        .events()
        .map(|e| e.kind())
        .collect();
    assert_eq!(kinds, [EventKind::Recode, EventKind::Unchanged]);
    let from: Vec<&str> = Units::on(day("1997-01-01"))
        .by_name("Hà Nam")
        .unwrap()
        .predecessors()
        .map(|e| e.from_name())
        .collect();
    assert_eq!(from, ["Nam Hà"]);
}

#[test]
fn regions() {
    let regions = |on: &str| {
        let mut all: Vec<&str> = Units::on(day(on))
            .iter()
            .filter_map(|u| u.region_on(day(on)))
            .collect();
        all.sort_unstable();
        let mut counts: Vec<(usize, &str)> = Vec::new();
        for group in all.chunk_by(|a, b| a == b) {
            counts.push((group.len(), group[0]));
        }
        counts
    };
    assert_eq!(
        regions("2024-01-01"),
        [
            (14, "Bắc Trung Bộ và Duyên hải miền Trung"),
            (14, "Trung du và miền núi phía Bắc"),
            (5, "Tây Nguyên"),
            (6, "Đông Nam Bộ"),
            (13, "Đồng bằng sông Cửu Long"),
            (11, "Đồng bằng sông Hồng"),
        ]
    );
    let now = regions("2026-11-23");
    assert_eq!(
        (now.len(), now.iter().map(|(n, _)| n).sum::<usize>()),
        (6, 34)
    );
    let key = |name: &str| {
        Units::on(day("2024-01-01"))
            .iter()
            .filter(|u| u.key_economic_region() == Some(name))
            .count()
    };
    assert_eq!(
        [
            key("Bắc Bộ"),
            key("miền Trung"),
            key("phía Nam"),
            key("Đồng bằng sông Cửu Long")
        ],
        [7, 5, 8, 4]
    );
}
