//! Tables that users describe.

use tinh_reader::{TableSpec, Workbook};

use crate::support::{row, says, shown, xlsx};

fn spec(json: &str) -> TableSpec {
    serde_json::from_str(json).unwrap()
}

fn csv(text: &str) -> Workbook {
    Workbook::from_bytes("t.csv", text.as_bytes()).unwrap()
}

const PCI: &str = r#"{"source": {"id": "pci", "title": "PCI", "publisher": "VCCI"},
    "place": "prov", "time": {"stock": "year"}, "missing": ["NA"],
    "figures": [{"header": "pci_weighted", "measure": "pci"},
                {"header": "rank", "measure": "pci:rank"}]}"#;

#[test]
fn an_index_by_year() {
    let table = csv(
        "\u{feff}prov,year,pci_weighted,rank\n Hà Tây,2007,52.73,41\nHải Phòng,2015,58.65,NA\nHà Tây,2015,1.5,2\n",
    );
    let reading = spec(PCI).read(&table).unwrap();
    assert_eq!(says(&reading, "t.csv!C2"), "Hà Tây: pci 52,73, as of 2007");
    assert_eq!(
        says(&reading, "t.csv!D2"),
        "Hà Tây: pci:rank 41, as of 2007"
    );
    assert_eq!(
        says(&reading, "t.csv!C3"),
        "Hải Phòng: pci 58,65, as of 2015"
    );
    // NA is missing; Hà Tây was part of Hà Nội in 2015.
    assert_eq!(reading.claims().len(), 3);
    assert_eq!(reading.notes().len(), 1);
    assert!(
        shown(&reading)[0].starts_with("t.csv!A4: "),
        "{:?}",
        shown(&reading)
    );
}

#[test]
fn a_percentage_is_no_amount() {
    let reading = spec(
        r#"{"source": {"id": "x", "title": "x"}, "place": "tỉnh", "time": {"as_of": "2023-12-20"},
        "figures": [{"header": "vốn", "measure": "fdi.registered", "unit": "tỷ USD"}]}"#,
    )
    .read(&csv("Tỉnh;Vốn\nHải Phòng;12%\nHà Nội;12,5\n"))
    .unwrap();
    assert_eq!(reading.claims().len(), 1);
    assert_eq!(
        shown(&reading),
        ["t.csv!B2: expected a number, not a percentage, found \"12%\""]
    );
}

#[test]
fn one_date_partners_and_sectors() {
    let reading = spec(
        r#"{"source": {"id": "x", "title": "x"}, "partner": "nước", "sector": "ngành",
        "time": {"period": "9 tháng năm 2023"},
        "figures": [{"header": "vốn", "measure": "fdi.registered"}]}"#,
    )
    .read(&csv(
        "Nước\tNgành\tVốn (tỷ USD)\nHoa Kỳ\tXây dựng\t0,5\nAtlantis\tXây dựng\t1,25\n",
    ))
    .unwrap();
    assert_eq!(
        says(&reading, "t.csv!C2"),
        "Cả nước: fdi.registered 0,5 tỷ USD, 2023-01-01/2023-09-30"
    );
    assert_eq!(reading.claims().len(), 2);
    assert_eq!(
        shown(&reading),
        ["t.csv!A3: no country of that name; kept as printed, found \"Atlantis\""]
    );
}

#[test]
fn dates_in_cells_and_totals() {
    let rows = vec![
        row!["Báo cáo"],
        row!["Kỳ", "Tỉnh", "Xuất khẩu"],
        row![2022, "Cả nước", 371.5],
        row!["quý III/2023", "Vĩnh Long", 0.25],
        row!["hôm qua", "Vĩnh Long", 1],
        row![2022, "", 1],
        row![2022, "Vĩnh Long", "#REF!"],
    ];
    let workbook = Workbook::from_bytes("t.xlsx", &xlsx(&[("s", rows)], &[])).unwrap();
    let reading = spec(
        r#"{"source": {"id": "x", "title": "x"}, "place": "tinh", "time": {"flow": "ky"},
        "figures": [{"header": "XUẤT KHẨU", "measure": "exports", "unit": "tỷ USD"}]}"#,
    )
    .read(&workbook)
    .unwrap();
    assert_eq!(
        says(&reading, "s!C3"),
        "Cả nước: exports 371,5 tỷ USD, 2022-01-01/2022-12-31"
    );
    assert_eq!(
        says(&reading, "s!C4"),
        "Vĩnh Long: exports 0,25 tỷ USD, 2023-07-01/2023-09-30"
    );
    assert_eq!(
        shown(&reading),
        [
            "s!A5: expected a period such as 2023 or 9 tháng năm 2023, found \"hôm qua\"",
            "s!B6: figures without a place",
            "s!C7: expected a figure, found \"#REF!\"",
        ]
    );
}

#[test]
fn refusals() {
    let read = |json: &str, text: &str| spec(json).read(&csv(text)).unwrap_err().to_string();
    assert_eq!(
        read(PCI, "province,pci\n1,2\n"),
        "\"t.csv\": t.csv!A1: time: no column has this header; the nearest is \"pci\" (B1), \
         found \"year\"",
    );
    assert_eq!(
        read(PCI, "tỉnh,chỉ số\n1,2\n"),
        "\"t.csv\": no such table: looked for a row with \"prov\", \"year\", \"pci_weighted\", \
         \"rank\"; found \"t.csv\": \"tỉnh\", \"chỉ số\"",
    );
    let money = |unit: &str| {
        format!(
            r#"{{"source": {{"id": "x", "title": "x"}}, "time": {{"as_of": "2023"}},
        "figures": [{{"header": "a", "measure": "fdi.registered"{unit}}}]}}"#
        )
    };
    assert_eq!(
        read(&money(""), "a\n1\n"),
        "\"t.csv\": figures[0].unit: a column of money without a unit; say one such as triệu USD, \
         found \"a (A)\"",
    );
    assert_eq!(
        read(&money(r#", "unit": "parsec""#), "a\n1\n"),
        "\"t.csv\": figures[0].unit: expected a unit such as triệu USD, found \"parsec\"",
    );
    assert_eq!(
        read(
            r#"{"source": {"id": "x", "title": "x"}, "time": {"as_of": "2023"}, "figures": []}"#,
            "a\n1\n"
        ),
        "\"t.csv\": figures: a table needs at least one column",
    );
    let unknown = serde_json::from_str::<TableSpec>(r#"{"sauce": 1}"#).unwrap_err();
    assert!(
        unknown.to_string().starts_with("unknown field `sauce`"),
        "{unknown}"
    );
}

#[test]
fn a_notation_that_is_said() {
    let json = |notation: &str| {
        spec(&format!(
            r#"{{"source": {{"id": "x", "title": "x"}}, "time": {{"period": "2023"}},
        "figures": [{{"header": "a", "measure": "exports", "unit": "USD"}}]{notation}}}"#
        ))
    };
    let table = csv("a\n1.234\n");
    assert_eq!(
        shown(&json("").read(&table).unwrap()),
        ["t.csv!A2: may be 1.234 or 1234; say which with \"notation\", found \"1.234\""],
    );
    assert_eq!(
        says(
            &json(r#", "notation": "point""#).read(&table).unwrap(),
            "t.csv!A2"
        ),
        "Cả nước: exports 1,2340 USD, 2023-01-01/2023-12-31"
    );
    assert_eq!(
        says(
            &json(r#", "notation": "comma""#).read(&table).unwrap(),
            "t.csv!A2"
        ),
        "Cả nước: exports 1234 USD, 2023-01-01/2023-12-31"
    );
}

const SERIES: &str = r#"{"source": {"id": "fia", "title": "Lũy kế", "publisher": "FIA"},
    "source_per_date": true, "place": "province", "time": {"stock": "as_of"}, "notation": "point",
    "figures": [{"header": "projects", "measure": "fdi.projects"},
                {"header": "musd", "measure": "fdi.registered", "unit": "triệu USD"}]}"#;

#[test]
fn a_source_a_date() {
    let table = csv("as_of,province,projects,musd\n\
         2021-12-20,Thanh Hóa,166,14500\n\
         2022-12-20,Thanh Hóa,174, 14798.91\n\n\
         2022-12-20,Huế,,4000\n\
         2021-12-20,Huế,1,\n");
    let reading = spec(SERIES).read(&table).unwrap();
    let sources: Vec<String> = reading.sources().iter().map(ToString::to_string).collect();
    assert_eq!(
        sources,
        ["Lũy kế, FIA, 2021-12-20", "Lũy kế, FIA, 2022-12-20"]
    );
    let claims: Vec<String> = reading
        .claims()
        .iter()
        .map(|read| {
            let claim = read.claim();
            format!("{} {} {}", claim.id(), claim.source(), claim.place())
        })
        .collect();
    assert_eq!(
        claims,
        [
            "fia-2021-12-20!t.csv!C2 fia-2021-12-20 Thanh Hóa",
            "fia-2021-12-20!t.csv!D2 fia-2021-12-20 Thanh Hóa",
            "fia-2021-12-20!t.csv!C6 fia-2021-12-20 Thừa Thiên Huế",
            "fia-2022-12-20!t.csv!C3 fia-2022-12-20 Thanh Hóa",
            "fia-2022-12-20!t.csv!D3 fia-2022-12-20 Thanh Hóa",
            "fia-2022-12-20!t.csv!D5 fia-2022-12-20 Thừa Thiên Huế",
        ]
    );
    let mut data = tinh_reader::tinh_model::Dataset::new();
    reading.add_to(&mut data);
    assert_eq!((data.claims().len(), data.rejected().len()), (6, 0));
    // Every other table is of its one source.
    let one = spec(&SERIES.replace("\"source_per_date\": true,", ""));
    assert_eq!(one.read(&table).unwrap().sources().len(), 1);
    let both = TableSpec::read_all(&[spec(SERIES), one], &table).unwrap_err();
    assert_eq!(
        both.to_string(),
        "\"t.csv\": source: tables read together have one source"
    );
}

#[test]
fn a_comma_too_many() {
    // Read by position, the first row would register 14 million.
    let table = csv("as_of,province,projects,musd\n\
         2022-12-20,Thanh Hóa,174,14,798.91\n\
         2022-12-20,Huế,1\n\
         2022-12-20,Hà Nội,2,3,sơ bộ\n");
    let reading = spec(SERIES).read(&table).unwrap();
    assert_eq!(
        shown(&reading),
        [
            "t.csv!E2: the row has more cells than the header, and none of it is read: is a \
             comma of a number taken for one between cells?, found \"798.91\""
        ]
    );
    // A row that ends early, and a remark beside a row, are rows.
    assert_eq!(reading.claims().len(), 3);
}

#[test]
fn a_quotation_mark_left_open() {
    let read = |text: &str| Workbook::from_bytes("t.csv", text.as_bytes());
    let row = "2022-12-20,Huế,1,2\n";
    let rest = row.repeat(20);
    let error = read(&format!("{row}2022-12-20,\"Huế,1,2\n{rest}"));
    assert_eq!(
        error.map(|_| ()).map_err(|error| error.to_string()),
        Err("\"t.csv\": t.csv!A2: a quotation mark is opened and never closed".to_owned())
    );
    for closed in [
        "a,\"b\nc\"\n1,2\n",
        "a,b\n1,\"c \"\"d\"\"\ne\"",
        "a,b\n1,5\" ống\n",
        "a,\"\n\"\n",
    ] {
        assert!(read(closed).is_ok(), "{closed:?}");
    }
}
