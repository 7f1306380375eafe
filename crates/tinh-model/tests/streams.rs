//! Streams: memory does not grow with the file, odd bytes are reported.

use std::io::{self, BufReader, Read};

use tinh_model::dataset::{JsonLinesReader, JsonLinesWriter, ObservationsReader, Record};
use tinh_model::{Dataset, Source};

/// A file made while it is read: nothing could hold it.
struct Endless<'a> {
    head: &'a [u8],
    line: &'a [u8],
    at: usize,
    left: u64,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.head.is_empty() {
            let read = self.head.read(buffer)?;
            return Ok(read);
        }
        if self.left == 0 {
            return Ok(0);
        }
        let read = (&self.line[self.at..]).read(buffer)?;
        self.at += read;
        if self.at == self.line.len() {
            self.at = 0;
            self.left -= 1;
        }
        Ok(read)
    }
}

const SOURCE: &str =
    "{\"type\":\"source\",\"id\":\"s\",\"title\":\"t\",\"published\":\"2023-04-17\"}\n";

#[test]
fn records_come_one_by_one() {
    let line = format!(
        "{{\"type\":\"activity\",\"id\":\"x\",\"source\":\"s\",\"place\":\"national\",\"kind\":\"other\",\"note\":\"{}\"}}\n",
        "n".repeat(4_000)
    );
    let file = Endless {
        head: SOURCE.as_bytes(),
        line: line.as_bytes(),
        at: 0,
        left: 5_000,
    };
    let mut writer = JsonLinesWriter::new(io::sink());
    let mut claims = 0;
    for record in JsonLinesReader::new(BufReader::new(file), "f") {
        match record.expect("no failure").expect("a good line") {
            Record::Source(source) => writer.write_source(&source).expect("written"),
            Record::Claim(claim) => {
                writer.write_claim(&claim).expect("written");
                claims += 1;
            }
            _ => panic!("an unknown record"),
        }
    }
    assert_eq!(claims, 5_000);
}

#[test]
fn rows_come_one_by_one() {
    let file = Endless {
        head: b"id,source,place,as_of,measure,value\n",
        line: "x,s,national,2023,fdi.projects,1\n".as_bytes(),
        at: 0,
        left: 20_000,
    };
    let source = serde_json::from_str(r#"{"id":"s","title":"t"}"#).expect("a source");
    let rows = ObservationsReader::new(file, "f", [source]);
    assert_eq!(rows.filter(|row| matches!(row, Ok(Ok(_)))).count(), 20_000);
}

#[test]
fn a_line_without_end_is_passed_over() {
    let long = vec![b'x'; 3 << 20];
    let good = "{\"type\":\"activity\",\"id\":\"x\",\"source\":\"s\",\"place\":\"national\",\"kind\":\"other\"}\n";
    let file = [SOURCE.as_bytes(), &long, b"\n", good.as_bytes()].concat();
    let mut data = Dataset::new();
    data.read_jsonl(file.as_slice(), "f").expect("read");
    assert_eq!(data.claims().len(), 1);
    assert_eq!(
        data.rejected()[0].to_string(),
        "f:2: the line is longer than 1048576 bytes"
    );
}

#[test]
fn bytes_of_other_systems() {
    let good = r#"{"type":"activity","id":"x","source":"s","place":"national","kind":"other"}"#;
    for file in [
        format!("\u{feff}{SOURCE}{good}"),
        format!("{SOURCE}{good}\n").replace('\n', "\r\n"),
        format!("\r\n# a comment\n// another\n\n{SOURCE}\n{good}"),
    ] {
        let mut data = Dataset::new();
        data.read_jsonl(file.as_bytes(), "f").expect("read");
        assert_eq!(
            (data.claims().len(), data.rejected()),
            (1, &[][..]),
            "{file:?}"
        );
    }
    let mut data = Dataset::new();
    data.read_jsonl(&b"{\"a\":\"\xff\"}\n\xEF\xBB\xBF{}\n"[..], "f")
        .expect("read");
    let problems: Vec<String> = data.rejected().iter().map(ToString::to_string).collect();
    assert_eq!(problems[0], "f:1: the line is not UTF-8 from byte 6");
    assert!(
        problems[1].starts_with("f:2: expected a JSON object"),
        "{problems:?}"
    );
}

/// Fails after some bytes, as a disk does.
struct Broken(usize);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the disk is gone"));
        }
        let read = self.0.min(buffer.len());
        buffer[..read].fill(b'\n');
        self.0 -= read;
        Ok(read)
    }
}

#[test]
fn a_failing_reader_fails_once_and_ends() {
    let mut lines = JsonLinesReader::new(BufReader::new(Broken(10)), "f");
    assert_eq!(
        lines
            .next()
            .expect("an error")
            .expect_err("it fails")
            .to_string(),
        "the disk is gone"
    );
    assert!(lines.next().is_none());
    let mut rows = ObservationsReader::new(Broken(10), "f", []);
    assert_eq!(
        rows.next()
            .expect("an error")
            .expect_err("it fails")
            .to_string(),
        "the disk is gone"
    );
    assert!(rows.next().is_none());
}

#[test]
fn a_source_defined_twice_is_the_first() {
    let file = format!(
        "{SOURCE}{SOURCE}{}",
        SOURCE.replace("2023-04-17", "2020-01-01")
    );
    let found: Vec<bool> = JsonLinesReader::new(file.as_bytes(), "f")
        .map(|record| record.expect("no failure").is_ok())
        .collect();
    assert_eq!(found, [true, true, false]);
}

#[test]
fn an_id_that_could_not_be_read_back_is_not_written() {
    for id in ["", " s", "s\n", "a\u{0}b", "a\u{2028}b"] {
        let source = Source::new(id, "t");
        let error = JsonLinesWriter::new(io::sink())
            .write_source(&source)
            .expect_err(id);
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{id:?}");
        let error = Dataset::new().add_source(source).expect_err(id);
        assert!(
            matches!(error.kind(), tinh_model::ErrorKind::Rule(_)),
            "{id:?}"
        );
        assert_eq!(error.text(), id);
    }
    assert_eq!(Dataset::new().add_source(Source::new("a b/c", "t")), Ok(()));
}
