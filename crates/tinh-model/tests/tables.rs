//! Tables of one measure a column: what is read, what is refused, with line and
//! column.

use tinh_model::dataset::{Column, TableLayout};
use tinh_model::tinh_figures::Currency;
use tinh_model::{Dataset, Source, measures};

fn layout() -> TableLayout {
    let source = |as_of: &str| Source {
        id: format!("fia-{as_of}"),
        title: "FDI stock by province".to_owned(),
        publisher: Some("FIA".to_owned()),
        published: None,
        not_before: None,
        address: None,
    };
    let registered = measures::FDI_REGISTERED;
    TableLayout::stock("as_of", "province", source)
        .column(Column::count("projects", measures::FDI_PROJECTS))
        .column(Column::money(
            "registered_musd",
            registered,
            1_000_000,
            Currency::USD,
        ))
}

/// Each claim as its place and figure, and what was refused.
#[track_caller]
fn read(file: &[u8]) -> (Vec<String>, Vec<String>) {
    let mut data = Dataset::new();
    data.read_table(file, "t.csv", &layout())
        .expect("no reader fails");
    let claims = data.quantities().map(|quantity| {
        let figure = quantity.figure.expect("a figure");
        let line = quantity.claim.line().expect("a line");
        format!(
            "{line} {} {} {figure}",
            quantity.claim.place(),
            quantity.measure
        )
    });
    (
        claims.collect(),
        data.rejected().iter().map(ToString::to_string).collect(),
    )
}

const HEAD: &str = "as_of,province,projects,registered_musd\n";

#[test]
fn plain_numbers_by_place_and_column() {
    let file = format!("{HEAD}2022-12-20,Thanh Hóa,174, 14798.91\n\n2022-12-20,Huế,,4000\n");
    for file in [
        file.clone(),
        format!("\u{feff}{file}"),
        file.replace('\n', "\r\n"),
    ] {
        let (claims, problems) = read(file.as_bytes());
        assert_eq!(problems, [""; 0], "{file:?}");
        assert_eq!(
            claims,
            [
                "2 Thanh Hóa fdi.projects 174",
                "2 Thanh Hóa fdi.registered 14798.91",
                "4 Thừa Thiên Huế fdi.registered 4000",
            ]
        );
    }
}

#[test]
fn a_row_of_another_length_is_no_row() {
    // Read by position, the first would register 14 million.
    let (claims, problems) =
        read(format!("{HEAD}2022-12-20,Thanh Hóa,174,14,798.91\n2022-12-20,Huế,1\n").as_bytes());
    assert_eq!(claims, [""; 0]);
    assert_eq!(
        problems,
        [
            "t.csv:2: the row has 5 cells, the header 4",
            "t.csv:3: the row has 3 cells, the header 4",
        ]
    );
}

#[test]
fn cells_are_refused_by_line_and_column() {
    let (claims, problems) = read(
        format!(
            "{HEAD}2022-12-20,Thanh Hóa,-1,\"14,798.91\"\n\
             --12,Huế,1,1\n\
             2022-12-20,Huếs,1,1\n\
             2022-12-20,Huế,1,79228162514264337593543950.1234\n\
             2022-12-20,Huế,1,\n"
        )
        .as_bytes(),
    );
    assert_eq!(claims, ["5 Thừa Thiên Huế fdi.projects 1"]);
    assert_eq!(
        problems,
        [
            "t.csv:2: projects: a count cannot be negative",
            "t.csv:2: registered_musd: expected a plain number such as 1007.16, found \"14,798.91\"",
            "t.csv:3: as_of: a stock needs a year, found \"--12\"",
            "t.csv:4: province: \"Huếs\" is not a known place",
            "t.csv:5: registered_musd: expected a plain number such as 1007.16, found \
             \"79228162514264337593543950.1234\"",
            "t.csv:6: province: a second row for fia-2022-12-20/thua-thien-hue/fdi.projects",
        ]
    );
}

#[test]
fn a_header_is_refused_whole() {
    for (header, problem) in [
        (
            "as_of,projects\n",
            "missing column province, registered_musd, found as_of, projects",
        ),
        (
            "",
            "missing column as_of, province, projects, registered_musd, found ",
        ),
    ] {
        let (claims, problems) = read(header.as_bytes());
        assert_eq!(
            (claims.len(), problems),
            (0, vec![format!("t.csv:1: {problem}")])
        );
    }
    let twice = "as_of,province,projects,registered_musd,projects\n2022,Huế,1,2,3\n";
    let (claims, problems) = read(twice.as_bytes());
    assert_eq!(claims, [""; 0]);
    assert_eq!(
        problems,
        ["t.csv:1: projects: the column \"projects\" stands twice"]
    );
    let (_, problems) = read(b"as_of,prov\xE9,projects\n");
    assert_eq!(problems, ["t.csv:1: cell 2 of the row is not UTF-8"]);
}

#[test]
fn a_quotation_mark_left_open_is_named() {
    let row = "2022-12-20,Huế,1,2\n";
    let (claims, problems) = read(format!("{HEAD}2022-12-20,\"Huế,1,2\n{row}").as_bytes());
    assert_eq!(claims, [""; 0]);
    assert_eq!(
        problems,
        [
            "t.csv:2: the row has 2 cells, the header 4, and a cell runs over lines: \
          is a quotation mark left open?"
        ]
    );
    let rest = row.repeat(200_000);
    let (claims, problems) = read(format!("{HEAD}{row}2022-12-20,\"Huế,1,2\n{rest}").as_bytes());
    assert_eq!(claims.len(), 2);
    assert_eq!(
        problems,
        [
            "t.csv:3: the row is longer than 1048576 bytes, and nothing after it is read: \
          is a quotation mark left open?"
        ]
    );
}
