//! Territories as sets, and the pieces they are made of.

use std::collections::HashSet;

use tinh_gazetteer::{Piece, Territory, Units, date};

fn of(year: i32, name: &str) -> Territory {
    let units = Units::on(date(year, 1, 1).unwrap());
    units.by_name(name).unwrap().territory()
}

fn ids(territory: Territory) -> Vec<&'static str> {
    territory.pieces().map(Piece::id).collect()
}

#[test]
fn operators_are_the_sets() {
    let (before, after) = (of(2007, "Vĩnh Phúc"), of(2009, "Hà Nội"));
    assert_eq!(
        ids(before | of(2007, "Hải Dương")),
        ["hai-duong", "me-linh", "vinh-phuc"]
    );
    assert_eq!(ids(before & after), ["me-linh"]);
    assert_eq!(ids(before - after), ["vinh-phuc"]);
    assert_eq!(before | after, before.union(after));
    assert_ne!(before - after, before);
    assert_eq!((before - before).len(), 0);
}

#[test]
fn many_are_collected_into_their_union() {
    let parts = [of(2024, "Hải Phòng"), of(2024, "Hải Dương")];
    let whole: Territory = parts.into_iter().collect();
    assert_eq!(whole, of(2026, "Hải Phòng"));
    assert_eq!(format!("{whole:?}"), r#"{"hai-duong", "hai-phong"}"#);
}

#[test]
fn a_piece_is_known_by_its_id() {
    let pieces: Vec<Piece> = of(2007, "Vĩnh Phúc").pieces().collect();
    let [me_linh, vinh_phuc] = pieces[..] else {
        panic!("{pieces:?}");
    };
    assert_eq!(
        (me_linh.id(), me_linh.name()),
        ("me-linh", "huyện Mê Linh (Vĩnh Phúc until 2008)")
    );
    assert_eq!(
        (vinh_phuc.id(), vinh_phuc.name()),
        (
            "vinh-phuc",
            "Vĩnh Phúc without what Hà Nội received in 2008"
        )
    );
    assert_eq!(vinh_phuc.hectares(), None); // a whole unit has its own
    assert_eq!(format!("{me_linh:?}"), "Piece(me-linh)");
    assert!(me_linh == me_linh && me_linh != vinh_phuc);

    let in_ha_noi: HashSet<Piece> = of(2009, "Hà Nội").pieces().collect();
    assert!(in_ha_noi.contains(&me_linh));
    assert!(!in_ha_noi.contains(&vinh_phuc));
    // Equal values have equal hashes, and one hash for all would be no hash.
    let hashes: HashSet<u64> = of(2026, "Hà Nội")
        .pieces()
        .chain(pieces)
        .map(hash)
        .collect();
    assert!(hashes.len() > 2);
}

fn hash(piece: Piece) -> u64 {
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
    BuildHasherDefault::<DefaultHasher>::default().hash_one(piece)
}

#[test]
fn a_transferred_piece_has_its_area() {
    let moved = of(2003, "Lào Cai") - of(2004, "Lào Cai");
    let areas: Vec<_> = moved.pieces().map(Piece::hectares).collect();
    assert_eq!(areas, [Some(170_007)]);
}
