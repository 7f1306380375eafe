//! Lines of a file that are neither source nor claim: comments, and lines that
//! could not be read.

use std::io::{self, Write};

use super::problem::Problem;

/// How the line above an unread one begins, when it is written back. Reading
/// passes over it: it is written anew, with the reason of the day.
pub(super) const MARK: &str = "// unread: ";

/// A line that could not be read, as it was.
///
/// ```
/// use tinh_model::Dataset;
///
/// let mut data = Dataset::new();
/// data.read_jsonl("{\"type\":\"source\",\"id\":\"s\"}".as_bytes(), "claims.jsonl")?;
/// let unread = data.unread().next().ok_or("all read")?;
/// assert_eq!(unread.line, br#"{"type":"source","id":"s"}"#);
/// assert_eq!(unread.problem.to_string(), "claims.jsonl:1: title: missing field \"title\"");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreadLine {
    /// The line, without its end. It may be no UTF-8.
    pub line: Vec<u8>,
    /// Why it was not read: the first of its problems.
    pub problem: Problem,
}

/// A line that is kept, and after how much of the dataset it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) sources: usize,
    pub(super) claims: usize,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Comment(String),
    Unread(UnreadLine),
}

impl UnreadLine {
    /// The line, below one that says why it was not read.
    pub(super) fn write(&self, writer: &mut impl Write) -> io::Result<()> {
        // A reason quotes what the file has: no line break may come with it.
        let reason: String = self
            .problem
            .to_string()
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        writeln!(writer, "{MARK}{reason}")?;
        writer.write_all(&self.line)?;
        writer.write_all(b"\n")
    }
}
