//! Files that are damaged, hostile or of another type: refused with the
//! reason, and an end.

use std::io::{Cursor, Write};

use tinh_reader::{ErrorKind, FiaReader, Limits, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{bof, compound, record, row, xls, xlsx};

/// Opens and reads; the message of the refusal.
#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> String {
    let outcome = Workbook::from_bytes(name, bytes)
        .and_then(|workbook| FiaReader::new().read(&workbook).map(|_| ()));
    outcome.expect_err(name).to_string()
}

fn small() -> Vec<u8> {
    xlsx(
        &[(
            "a",
            vec![
                row!["Lũy kế đến ngày 20/12/2023"],
                row!["TT", "Địa phương", "Số dự án"],
                row![1, "Hà Nội", 5],
            ],
        )],
        &[],
    )
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook of one sheet.
fn sheet_package(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ])
}

#[test]
fn other_types() {
    for (name, bytes, message) in [
        ("empty", &b""[..], "\"empty\": the file is empty"),
        ("blank.csv", b"\n ; \n", "\"blank.csv\": the file is empty"),
        (
            "a.pdf",
            b"%PDF-1.7\n",
            "\"a.pdf\": expected an .xlsx, .xls or CSV file, found a PDF document",
        ),
        (
            "a.xls",
            b"<html><table>",
            "\"a.xls\": expected an .xlsx, .xls or CSV file, found a web page",
        ),
        (
            "a.xml",
            b"<?xml version=\"1.0\"?><Workbook/>",
            "\"a.xml\": expected an .xlsx, .xls or CSV file, found an XML document",
        ),
        (
            "a.bin",
            b"ab\0\x01\x02",
            "\"a.bin\": expected an .xlsx, .xls or CSV file, found binary data",
        ),
        (
            "old.csv",
            b"T\xe9n;S\xf4",
            "\"old.csv\": expected text in UTF-8, UTF-16, TCVN3 or VNI, found the byte 0xe9 at bytes 1..2",
        ),
        (
            "odd.csv",
            b"\xff\xfea",
            "\"odd.csv\": expected text in UTF-8, UTF-16, TCVN3 or VNI, found the byte 0x61 at bytes 2..3",
        ),
    ] {
        assert_eq!(refused(name, bytes), message);
    }
    let word = package(&[("word/document.xml", b"<a/>")]);
    assert!(refused("a.docx", &word).ends_with("found a Word document"));
    let ods = package(&[("content.xml", b"<a/>")]);
    assert!(refused("a.ods", &ods).ends_with("found an OpenDocument file"));
    let binary = package(&[("xl/workbook.bin", b"")]);
    assert!(refused("a.xlsb", &binary).ends_with("found a binary workbook (.xlsb)"));
    assert!(
        refused("a.zip", &package(&[("a", b"b")]))
            .ends_with("found a ZIP archive without a workbook")
    );
    assert!(refused("a.doc", &compound("WordDocument", b"x")).ends_with("found a Word document"));
    assert!(
        refused("a.ole", &compound("x", b"x"))
            .ends_with("found a compound file without a workbook")
    );
}

#[test]
fn encrypted() {
    let new = compound("EncryptedPackage", b"secret");
    assert_eq!(
        refused("a.xlsx", &new),
        "\"a.xlsx\": the file is encrypted; save a copy without a password"
    );
    let old = [bof(5), record(0x2f, &[0; 6]), record(0x0a, &[])].concat();
    assert_eq!(
        refused("a.xls", &compound("Workbook", &old)),
        "\"a.xls\": the file is encrypted; save a copy without a password"
    );
}

#[test]
fn truncated_anywhere() {
    let new = small();
    let old = xls(&[(
        "a",
        vec![
            row!["Lũy kế đến ngày 20/12/2023"],
            row!["TT", "Địa phương", "Số dự án"],
            row![1, "Hà Nội", 5],
        ],
    )]);
    for bytes in [new, old] {
        for length in (0..bytes.len()).step_by(13) {
            let cut = &bytes[..length];
            if let Err(error) = Workbook::from_bytes("cut", cut) {
                assert!(error.to_string().starts_with("\"cut\": "), "{error}");
            }
        }
    }
    assert!(refused("cut", &small()[..600]).contains("the file is damaged: "));
}

#[test]
fn a_sheet_of_declared_size() {
    // The last row and column there are, declared and filled.
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"#;
    let bytes = sheet_package(sheet, b"<sst/>");
    let workbook = Workbook::from_bytes("wide", &bytes).unwrap();
    let cells: Vec<String> = workbook.sheets()[0]
        .cells()
        .map(|(at, value)| format!("{at}={value}"))
        .collect();
    assert_eq!(cells, ["A1=1", "XFD1048576=2"]);
    assert!(refused("wide", &bytes).contains("no such table"));

    // In an .xls the rectangle between two cells would be filled.
    let mut number = vec![0_u8; 14];
    let first = record(0x0203, &number);
    number[0..2].copy_from_slice(&u16::MAX.to_le_bytes());
    number[2..4].copy_from_slice(&255_u16.to_le_bytes());
    let last = record(0x0203, &number);
    let mut head = bof(5);
    let at = u32::try_from(head.len() + 4 + 9 + 4).unwrap();
    let mut bound = at.to_le_bytes().to_vec();
    bound.extend([0, 0, 1, 0, b'a']);
    head.extend(record(0x85, &bound));
    head.extend(record(0x0a, &[]));
    let stream = [head, bof(0x10), first, last, record(0x0a, &[])].concat();
    assert_eq!(
        refused("wide.xls", &compound("Workbook", &stream)),
        "\"wide.xls\": cells of the rectangles: 16777216 exceeds the limit of 4000000",
    );
}

#[test]
fn bombs() {
    // 200 MB of blanks in a sheet, some hundred kilobytes packed.
    let mut sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#.to_vec();
    sheet.resize(200 << 20, b' ');
    let bytes = sheet_package(&sheet, b"<sst/>");
    assert!(bytes.len() < 1 << 20);
    let limit = Limits::DEFAULT.unpacked_bytes;
    assert_eq!(
        refused("bomb", &bytes),
        format!(
            "\"bomb\": bytes unpacked: {} exceeds the limit of {limit}",
            limit + 1
        ),
    );
    drop(sheet);

    // A size that lies: the directory says ten bytes.
    let mut strings = b"<sst>".to_vec();
    strings.resize(150 << 20, b' ');
    let mut lying = sheet_package(b"<worksheet><sheetData/></worksheet>", &strings);
    let size = u32::try_from(strings.len()).unwrap().to_le_bytes();
    let mut at = 0;
    while let Some(found) = lying[at..].windows(4).position(|four| four == size) {
        let start = at + found;
        lying[start..start + 4].copy_from_slice(&10_u32.to_le_bytes());
        at = start + 4;
    }
    let message = refused("lying", &lying);
    assert!(
        message.contains("exceeds the limit") || message.contains("damaged"),
        "{message}"
    );

    // Many cells.
    let limits = Limits::DEFAULT.with_cells(1000);
    let csv = "1,2,3\n".repeat(400);
    let error = Workbook::from_bytes_within("many", csv.as_bytes(), limits).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { what: _, .. }));

    // One long text in many cells of an .xls.
    let limits = Limits::DEFAULT.with_unpacked_bytes(10_000);
    let text: &'static str = Box::leak("dài ".repeat(50).into_boxed_str());
    let rows = (0..100).map(|_| row![text]).collect();
    let error = Workbook::from_bytes_within("long", &xls(&[("a", rows)]), limits).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::TooLarge { what: _, .. }),
        "{error}"
    );

    // A file larger than allowed.
    let limits = Limits::DEFAULT.with_file_bytes(10);
    let error = Workbook::from_bytes_within("big", &small(), limits).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { what: _, .. }));
}

#[test]
fn records_that_lie() {
    let sheet_at = |at: u32| {
        let mut bound = at.to_le_bytes().to_vec();
        bound.extend([0, 0, 1, 0, b'a']);
        [bof(5), record(0x85, &bound), record(0x0a, &[])].concat()
    };
    for stream in [
        sheet_at(0),
        sheet_at(7),
        sheet_at(u32::MAX),
        vec![9, 8, 255, 255],
        vec![0; 512],
        [
            bof(5),
            record(0xfc, &[1, 0, 0, 0, 1, 0, 0, 0, 255, 255, 1]),
            record(0x0a, &[]),
        ]
        .concat(),
        [bof(5), record(0x06, &[0; 8]), record(0x0a, &[])].concat(),
        [bof(5), record(0x0203, &[0; 3]), record(0x0a, &[])].concat(),
    ] {
        let message = refused("a.xls", &compound("Workbook", &stream));
        assert!(
            message.contains("damaged") || message.contains("empty"),
            "{message}"
        );
    }
}

#[test]
fn tables_made_to_be_slow() {
    // Headers in every row, headers without a body, one line of many columns.
    let header = "TT;Ngành;Số dự án;Vốn đăng ký (triệu USD)\n";
    let quick = "TT;Chỉ tiêu;Đơn vị tính;Năm 2022;Năm 2023\n";
    let title = "Lũy kế đến ngày 20/12/2023\n";
    let table = format!("{title}{header}1;A;1;1\nTổng;;1;1\n");
    let region = format!(
        "{title}TT;Vùng;Vốn đăng ký (triệu USD);Số dự án\n{}Tổng;;1;1\n",
        "I;Tây Nguyên;1;1\n1;Gia Lai;1;1\n".repeat(10_000)
    );
    for text in [
        header.repeat(10_000),
        quick.repeat(10_000),
        table.repeat(4_000),
        region,
        format!(
            "{title}TT;Ngành{}\n1;A{}\n",
            ";Số dự án".repeat(20_000),
            ";1".repeat(20_000)
        ),
        format!("{title}{}", "Lũy kế đến 1/1/2013;".repeat(20_000)),
    ] {
        let workbook = Workbook::from_bytes("slow", text.as_bytes()).unwrap();
        if let Ok(reading) = FiaReader::new().read(&workbook) {
            let _ = tinh_reader::Audit::of(&reading);
        }
    }
}
