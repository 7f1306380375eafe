//! CSV of observations: what is read, what is refused, with line and column.

use tinh_model::tinh_figures::Language;
use tinh_model::{Dataset, Source};

fn with_source() -> Dataset {
    let source: Source = serde_json::from_str(r#"{"id":"s","title":"t","published":"2023-04-17"}"#)
        .expect("a source");
    let mut data = Dataset::new();
    data.add_source(source).expect("the first");
    data
}

#[track_caller]
fn read(file: &[u8]) -> (Vec<String>, Vec<String>) {
    let mut data = with_source();
    data.read_observations(file, "f.csv")
        .expect("no reader fails");
    for problem in data.rejected() {
        assert_ne!(
            problem.in_language(Language::Vietnamese),
            problem.to_string()
        );
    }
    (
        data.claims()
            .iter()
            .map(|c| serde_json::to_string(c).expect("JSON"))
            .collect(),
        data.rejected().iter().map(ToString::to_string).collect(),
    )
}

const HEAD: &str = "id,source,place,as_of,measure,figure\n";

#[test]
fn printed_and_plain_figures() {
    let (claims, problems) = read(
        "id,source,line,place,as_of,measure,figure,value,unit,partner\n\
         a,s,27,Hải Phòng,17/04/2023,fdi.registered,\"trên 24,5 tỷ USD\",,,\n\
         b,s,,Hải Phòng,2023-04-17,fdi.registered,24.5,24500000000,USD,Nhật Bản\n\
         c,s,,Hải Phòng,2023-04-17,fdi.projects,,853,,\"{\"\"bloc\"\":\"\"EU\"\"}\"\n"
            .as_bytes(),
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(
        claims,
        [
            r#"{"type":"observation","id":"a","source":"s","line":27,"place":"hai-phong","place_on":"2023-04-17","as_of":"2023-04-17","figure":"trên 24,5 tỷ USD","measure":"fdi.registered"}"#,
            r#"{"type":"observation","id":"b","source":"s","place":"hai-phong","place_on":"2023-04-17","as_of":"2023-04-17","figure":{"printed":"24.5","unit":"USD","value":"24500000000"},"measure":"fdi.registered","partner":"JP"}"#,
            r#"{"type":"observation","id":"c","source":"s","place":"hai-phong","place_on":"2023-04-17","as_of":"2023-04-17","figure":853,"measure":"fdi.projects","partner":{"bloc":"EU"}}"#,
        ]
    );
}

#[test]
fn every_problem_has_its_line_and_column_and_stops_nothing() {
    let (claims, problems) = read(
        "id,source,place,as_of,measure,figure,value,unit,line\n\
         a,s,Hải Phog,2023-13-01,fdi,x,,,nine\n\
         b,?,Hải Phòng,2023-04-17,fdi.projects,,-853,,\n\
         c,s,Hải Phòng,2023-04-17,fdi.projects,,\"1.234.567\",,\n\
         d,s,Hải Phòng,2023-04-17,fdi.projects,,1,bushel,\n\
         e,s,Hải Phòng,2023-04-17,fdi.projects,1,,USD,\n\
         f,s,Hải Phòng,2023-04-17,fdi.projects\n\
         ok,s,Hải Phòng,2023-04-17,fdi.projects,,853,,\n\
         ok,s,Hải Phòng,2023-04-17,fdi.projects,,853,,\n"
            .as_bytes(),
    );
    assert_eq!(claims.len(), 1);
    assert_eq!(
        problems,
        [
            "f.csv:2: line: expected a line number, 0 to 4294967295, found \"nine\"",
            "f.csv:2: as_of: expected a date such as 2023-11-25, 2023-11 or tháng 11/2023, found \"2023-13-01\"",
            "f.csv:2: place: \"Hải Phog\" is not a known place",
            "f.csv:2: measure: unknown measure \"fdi\", the nearest are fdi.registered, fdi.registered-new, fdi.registered-adjusted; a line {\"type\":\"measure\",\"code\":\"fdi\",…} declares one",
            "f.csv:2: figure: expected a number, found \"x\" at bytes 0..1",
            "f.csv:3: source: unknown source \"?\"",
            "f.csv:4: value: expected a plain decimal in quotes (\"14798.91\") or a whole number, found \"1.234.567\"",
            "f.csv:5: figure: expected an ISO 4217 code, % or lần as a unit, found \"bushel\"",
            "f.csv:6: unit: unit needs value",
            "f.csv:7: the row has 5 cells, the header 9",
            "f.csv:9: id: claim \"ok\" was defined before",
        ]
    );
}

#[test]
fn columns_are_known_and_stand_once() {
    let (_, problems) = read(b"id,id,source,quote\n");
    let words: Vec<&str> = problems
        .iter()
        .map(|p| p.split(", expected").next().unwrap_or(p))
        .collect();
    assert_eq!(
        words,
        [
            "f.csv:1: id: the column \"id\" stands twice",
            "f.csv:1: quote: unknown column \"quote\"",
            "f.csv:1: place: missing column \"place\"",
            "f.csv:1: measure: missing column \"measure\"",
            "f.csv:1: figure: missing column \"figure\" or \"value\"",
        ]
    );
    let (claims, problems) = read(b"");
    assert!(claims.is_empty() && problems.len() == 5, "{problems:?}");
}

#[test]
fn marks_and_line_ends_of_other_systems() {
    let row = "a,s,Hải Phòng,2023-04-17,fdi.projects,853 dự án";
    for file in [
        format!("\u{feff}{HEAD}{row}\n"),
        format!("{HEAD}{row}\n").replace('\n', "\r\n"),
        format!("{HEAD}{row}"),
    ] {
        let (claims, problems) = read(file.as_bytes());
        assert_eq!((claims.len(), problems.len()), (1, 0), "{file:?}");
    }
    // The line of a problem is right whatever ends the lines.
    let bad = format!("{HEAD}{row}\nb,s,?,2023,fdi.projects,1\n");
    for file in [bad.clone(), bad.replace('\n', "\r\n")] {
        let (_, problems) = read(file.as_bytes());
        assert!(problems[0].starts_with("f.csv:3: place"), "{problems:?}");
    }
    // Blank lines count, and the lines inside a quoted cell.
    let file =
        format!("\n{HEAD}\n\n{row}\n\"b\n\",s,?,2023,fdi.projects,1\nc,s,?,2023,fdi.projects,1");
    for file in [file.clone(), file.replace('\n', "\r\n")] {
        let (_, problems) = read(file.as_bytes());
        let lines: Vec<&str> = problems.iter().map(|p| &p[..12]).collect();
        assert_eq!(lines, ["f.csv:6: pla", "f.csv:8: pla"], "{problems:?}");
    }
    let mut latin = format!("{HEAD}a,s,H").into_bytes();
    latin.extend(b"\xE1i,2023-04-17,fdi.projects,1\nb,s,Hu\xC3\xAA,2023-04-17,fdi.projects,1\n");
    let (_, problems) = read(&latin);
    assert_eq!(problems[0], "f.csv:2: cell 3 of the row is not UTF-8");
}

#[test]
fn semicolons_separate_where_the_comma_is_the_decimal_mark() {
    let (claims, problems) = read(
        "\u{feff}\nid;source;place;as_of;measure;figure;same_as\r\n\
         a;s;Hải Phòng;2023-04-17;fdi.registered;14,65 tỷ USD;\"b;c\"\r\n"
            .as_bytes(),
    );
    assert_eq!(problems, [""; 0]);
    assert!(claims[0].contains("14,65 tỷ USD"), "{claims:?}");
    assert!(claims[0].contains(r#""same_as":["b","c"]"#), "{claims:?}");
}

#[test]
fn a_header_of_a_hundred_thousand_columns_is_a_short_report() {
    let (_, problems) = read("x,".repeat(100_000).as_bytes());
    assert_eq!(problems.len(), 100 + 1 + 5);
    assert_eq!(
        problems[100],
        "f.csv:1: 99901 more columns are not looked at"
    );
}

#[test]
fn nothing_written_is_a_formula() {
    let lines = [
        r#"{"type":"observation","id":"=1+2","source":"s","place":"Hải Phòng","as_of":"2023","measure":"fdi.projects","figure":{"value":"1","printed":"-2+3+cmd|' /C calc'!A0"},"sector":"@SUM(1)","scope":"+1","note":"=HYPERLINK(\"http://x\")","same_as":["=a","b"]}"#,
        r#"{"type":"observation","id":"b","source":"s","place":"Hải Phòng","period":"2023","measure":"fdi.registered","figure":"-5 triệu USD","sector":"'quoted","note":"'=x"}"#,
    ];
    let mut data = with_source();
    data.read_jsonl(lines.join("\n").as_bytes(), "f")
        .expect("read");
    assert_eq!(data.rejected(), []);
    let mut file = Vec::new();
    data.write_observations(&mut file).expect("written");
    let text = String::from_utf8(file.clone()).expect("UTF-8");
    assert_eq!(
        text.lines().skip(1).collect::<Vec<_>>(),
        [
            r#"'=1+2,s,,hai-phong,2023-04-17,2023,,,fdi.projects,'-2+3+cmd|' /C calc'!A0,1,,,,'@SUM(1),'+1,,,'=a;b,,,,,,,"'=HYPERLINK(""http://x"")","#,
            "b,s,,hai-phong,2023-04-17,,,2023-01-01/2023-12-31,fdi.registered,-5 triệu USD,,,,,''quoted,,,,,,,,,,,''=x,",
        ]
    );
    let mut again = with_source();
    again.read_observations(file.as_slice(), "f").expect("read");
    assert_eq!((again.rejected(), again.claims()), (&[][..], data.claims()));
}

#[test]
fn an_id_too_many_is_none() {
    let (claims, problems) = read(
        "id,source,place,as_of,measure,value,same_as\na,s,Huế,2023,fdi.projects,1,b; c;\n"
            .as_bytes(),
    );
    assert_eq!(problems, [""; 0]);
    assert!(claims[0].contains(r#""same_as":["b","c"]"#), "{claims:?}");
}

#[test]
fn only_observations_are_written_and_the_rest_is_counted() {
    let mut data = with_source();
    let lines = r#"{"type":"activity","id":"a","source":"s","place":"national","kind":"other"}
{"type":"observation","id":"b","source":"s","place":"Hải Phòng","as_of":"2023","measure":"fdi.projects","figure":1}"#;
    data.read_jsonl(lines.as_bytes(), "f").expect("read");
    let mut file = Vec::new();
    assert_eq!(data.write_observations(&mut file).expect("written"), 1);
    assert_eq!(String::from_utf8(file).expect("UTF-8").lines().count(), 2);
}
