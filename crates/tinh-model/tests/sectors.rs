//! Sectors: which of the table a text is, and what contains what.

use tinh_model::Sector;

#[test]
fn texts_are_sectors_of_the_table_or_free() {
    let columns = ["text", "code", "within", "not within"];
    table_tests::each_row("tests/data/sectors.tsv", &columns, |row| {
        let sector = Sector::new(row.get("text"));
        if sector.code().unwrap_or("-") != row.get("code") {
            return Err(format!("found {:?}", sector.code()));
        }
        for (column, expected) in [("within", true), ("not within", false)] {
            for code in row.get(column).split(' ').filter(|code| *code != "-") {
                let above = Sector::new(code);
                assert_eq!(above.code(), Some(code));
                if above.contains(&sector) != expected {
                    return Err(format!("{column} {code}"));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn every_sector_is_read_from_each_of_its_names_and_lies_in_its_parents() {
    for sector in Sector::all() {
        let code = sector.code().expect("of the table");
        for name in [code, sector.name(), &sector.name().to_lowercase()] {
            let read = Sector::new(name);
            assert_eq!(read.code(), Some(code), "{name}");
            assert_eq!(read.text(), name);
        }
        if let Some(parent) = sector.parent() {
            assert!(parent.contains(&sector) && !sector.contains(&parent));
        }
    }
}
