//! Text that comes in, by the line or by the file, and what cannot be read of it.
//!
//! A file that cannot be read is reported and the next one is read; so is a line
//! that is not UTF-8. A byte order mark at the start of an input is no text.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The byte order mark Windows editors put first.
pub const MARK: char = '\u{feff}';

/// Why an input, or one line of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    name: String,
    line: Option<u64>,
    span: Range<usize>,
    what: String,
}

impl Trouble {
    /// What is wrong with a line, counted from 1.
    fn of_line(name: &str, line: u64, what: String) -> Self {
        Self {
            name: name.to_owned(),
            line: Some(line),
            span: 0..0,
            what,
        }
    }

    fn of_input(name: &str, error: &io::Error) -> Self {
        Self {
            name: name.to_owned(),
            line: None,
            span: 0..0,
            what: error.to_string(),
        }
    }

    /// A line that is not UTF-8; the line feed after it may be missing.
    fn not_utf8(name: &str, line: u64, bytes: &[u8], error: std::str::Utf8Error) -> Self {
        let at = error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| at + length);
        Self {
            name: name.to_owned(),
            line: Some(line),
            span: at..end,
            what: format!("invalid UTF-8 at byte {at} of the line"),
        }
    }

    /// The line it concerns, counted from 1; `None` where the input could not be
    /// read, or not further.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// The bytes of the line that are not UTF-8; else empty.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Tells whoever runs the program.
    pub fn tell(&self, program: &str, err: &mut dyn Write) {
        // A closed standard error leaves nobody to tell.
        let _ = writeln!(err, "{program}: {}", shown(&self.to_string()));
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, what, .. } = self;
        match self.line {
            Some(line) => write!(f, "{name}:{line}: {what}"),
            None => write!(f, "{name}: {what}"),
        }
    }
}

/// A file or standard input.
pub struct Input<'a> {
    name: String,
    reader: io::Result<Box<dyn BufRead + 'a>>,
}

impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input").field("name", &self.name).finish()
    }
}

/// The files in order, each opened when its turn comes; standard input where
/// none is named.
pub fn inputs<'a>(
    files: &'a [PathBuf],
    stdin: impl BufRead + 'a,
) -> impl Iterator<Item = Input<'a>> {
    let stdin = files
        .is_empty()
        .then(|| Input::new("standard input", stdin));
    stdin
        .into_iter()
        .chain(files.iter().map(|file| Input::open(file)))
}

/// Answers every line with one line, so that output stays beside input: with what
/// `answer` says of it, or with what `instead` leaves where it could not be
/// answered or read. Says whether all were answered.
///
/// # Errors
/// Where `out` cannot be written.
pub fn answer_lines<'a>(
    program: &str,
    inputs: impl Iterator<Item = Input<'a>>,
    out: &mut impl Write,
    err: &mut impl Write,
    answer: impl Fn(&str) -> Result<String, String>,
    instead: impl Fn(&Trouble) -> String,
) -> io::Result<bool> {
    let mut all_answered = true;
    for input in inputs {
        let name = input.name().to_owned();
        for line in input.lines() {
            let answered = line.and_then(|(number, line)| {
                answer(&line).map_err(|why| Trouble::of_line(&name, number, why))
            });
            match answered {
                Ok(answer) => writeln!(out, "{answer}")?,
                Err(trouble) => {
                    all_answered = false;
                    if trouble.line().is_some() {
                        writeln!(out, "{}", instead(&trouble))?;
                    }
                    out.flush()?;
                    trouble.tell(program, err);
                }
            }
        }
    }
    out.flush()?;
    Ok(all_answered)
}

impl<'a> Input<'a> {
    /// An input under the name messages call it by.
    pub fn new(name: &str, reader: impl BufRead + 'a) -> Self {
        Self {
            name: name.to_owned(),
            reader: Ok(Box::new(reader)),
        }
    }

    fn open(file: &Path) -> Self {
        Self {
            name: file.display().to_string(),
            reader: File::open(file).map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>),
        }
    }

    /// What messages call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All of it, the mark included: offsets are those of the file.
    ///
    /// # Errors
    /// Where it cannot be read or is not UTF-8.
    pub fn whole(self) -> Result<String, Trouble> {
        let mut bytes = Vec::new();
        self.reader
            .and_then(|mut reader| reader.read_to_end(&mut bytes))
            .map_err(|error| Trouble::of_input(&self.name, &error))?;
        String::from_utf8(bytes).map_err(|error| {
            let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
            let before = bytes.get(..at).unwrap_or(bytes);
            let lines = before.split(|&byte| byte == b'\n').count();
            let start = before.iter().rposition(|&byte| byte == b'\n');
            let line = bytes.get(start.map_or(0, |at| at + 1)..).unwrap_or(bytes);
            let line = line.split(|&byte| byte == b'\n').next().unwrap_or(line);
            let number = u64::try_from(lines).unwrap_or(u64::MAX);
            let error = std::str::from_utf8(line)
                .err()
                .unwrap_or(error.utf8_error());
            Trouble::not_utf8(&self.name, number, line, error)
        })
    }

    /// Its lines with their numbers from 1, without line ends and mark.
    #[must_use]
    pub fn lines(self) -> Lines<'a> {
        Lines {
            name: self.name,
            reader: Some(self.reader),
            number: 0,
        }
    }
}

/// The lines of an input; made by [`Input::lines`].
pub struct Lines<'a> {
    name: String,
    reader: Option<io::Result<Box<dyn BufRead + 'a>>>,
    number: u64,
}

impl fmt::Debug for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, number) = (&self.name, self.number);
        f.debug_struct("Lines")
            .field("name", name)
            .field("number", &number)
            .finish()
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<(u64, String), Trouble>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let read = match self.reader.as_mut()? {
            Ok(reader) => reader.read_until(b'\n', &mut bytes),
            // Not opened: the one item is why.
            Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
        };
        match read {
            Ok(0) => {
                self.reader = None;
                None
            }
            Ok(_) => {
                self.number += 1;
                Some(self.line(bytes))
            }
            Err(error) => {
                self.reader = None;
                Some(Err(Trouble::of_input(&self.name, &error)))
            }
        }
    }
}

impl Lines<'_> {
    fn line(&self, mut bytes: Vec<u8>) -> Result<(u64, String), Trouble> {
        if bytes.ends_with(b"\n") {
            bytes.pop();
            if bytes.ends_with(b"\r") {
                bytes.pop();
            }
        }
        let mut text = String::from_utf8(bytes).map_err(|error| {
            Trouble::not_utf8(
                &self.name,
                self.number,
                error.as_bytes(),
                error.utf8_error(),
            )
        })?;
        if self.number == 1 && text.starts_with(MARK) {
            text.drain(..MARK.len_utf8());
        }
        Ok((self.number, text))
    }
}

/// A message as a terminal may show it: characters that would act on it, or that
/// nobody would see, are written out (`\u{1b}`).
#[must_use]
pub fn shown(message: &str) -> String {
    let mut shown = String::with_capacity(message.len());
    for c in message.chars() {
        let unseen = matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | MARK
        );
        if c.is_control() || unseen {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The user's own text in a message: in quotes, cut after 59 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some(_) => format!("\"{}…\"", text.chars().take(59).collect::<String>()),
        None => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(bytes: &[u8]) -> Input<'_> {
        Input::new("standard input", bytes)
    }

    fn lines(bytes: &[u8]) -> Vec<Result<String, String>> {
        input(bytes)
            .lines()
            .map(|line| line.map(|(_, text)| text).map_err(|why| why.to_string()))
            .collect()
    }

    #[test]
    fn lines_lose_their_ends_and_the_mark() {
        let text = |text: &str| Ok(text.to_owned());
        assert_eq!(
            lines("\u{feff}một\r\n\nhai\u{feff}".as_bytes()),
            [text("một"), text(""), text("hai\u{feff}")]
        );
        assert_eq!(lines(b""), []);
        // A lone carriage return ends no line.
        assert_eq!(lines(b"5\r"), [text("5\r")]);
    }

    #[test]
    fn what_is_not_utf8_is_named_by_line_and_byte() {
        let bytes = b"ba\nn\xc3m \xff\nb\xe1\xbb";
        assert_eq!(
            lines(bytes),
            [
                Ok("ba".to_owned()),
                Err("standard input:2: invalid UTF-8 at byte 1 of the line".to_owned()),
                Err("standard input:3: invalid UTF-8 at byte 1 of the line".to_owned()),
            ]
        );
        let spans: Vec<_> = input(bytes).lines().filter_map(Result::err).collect();
        assert_eq!((spans[0].span(), spans[1].span()), (1..2, 1..3));
    }

    /// Both ways of reading say the same of the first bad line.
    #[test]
    fn whole_and_by_the_line_agree() {
        for bytes in [
            &b"ba\nn\xc3m\n"[..],
            b"\xff\xfe1\0",
            b"\n\n\xe1\xbb",
            b"b\xe1\xbb\nn",
            b"\xef\xbb\xbf\xff",
        ] {
            let whole = input(bytes).whole().unwrap_err();
            let line = input(bytes).lines().find_map(Result::err).unwrap();
            assert_eq!(whole, line, "{bytes:?}");
        }
        assert_eq!(
            input("\u{feff}5\r\n".as_bytes()).whole().unwrap(),
            "\u{feff}5\r\n"
        );
    }

    #[test]
    fn a_folder_is_named() {
        let folder = [PathBuf::from(env!("CARGO_MANIFEST_DIR"))];
        let whole = inputs(&folder, io::empty()).map(|input| input.whole().unwrap_err());
        let by_line = inputs(&folder, io::empty()).flat_map(|input| input.lines().map(Result::err));
        for trouble in whole.chain(by_line.flatten()) {
            assert_eq!(trouble.line(), None);
            let name = folder[0].display();
            assert!(trouble.to_string().starts_with(&format!("{name}: ")));
        }
    }

    #[test]
    fn messages_do_not_act_on_the_terminal() {
        assert_eq!(
            shown("\u{1b}[2J năm\u{9b}\u{feff}\u{202e}\t"),
            "\\u{1b}[2J năm\\u{9b}\\u{feff}\\u{202e}\\u{9}"
        );
        assert_eq!(quoted("5 ỷ"), "\"5 ỷ\"");
        assert_eq!(quoted(&"ố".repeat(60)).chars().count(), 62);
        assert_eq!(quoted(&"ố".repeat(61)), format!("\"{}…\"", "ố".repeat(59)));
    }
}
