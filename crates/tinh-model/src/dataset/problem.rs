//! What could not be read, and where it stands.

use std::fmt;

use serde::Serialize;

use crate::claim::FieldProblem;

/// A record or field that could not be read: file, line, field, the text as
/// written, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Problem {
    /// The file, as named by the caller.
    pub file: String,
    /// The line, counted from 1.
    pub line: u64,
    /// The field or column; empty for the whole line.
    pub field: String,
    /// The offending text, as written.
    pub text: String,
    /// What was expected and found.
    pub message: String,
}

impl Problem {
    /// A problem at a field of a line of a file.
    #[must_use]
    pub fn new(file: &str, line: u64, field: &str, text: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            field: field.to_owned(),
            text: text.to_owned(),
            message: message.into(),
        }
    }

    pub(super) fn at(file: &str, line: u64, problem: FieldProblem) -> Self {
        Self {
            file: file.to_owned(),
            line,
            field: problem.field,
            text: problem.text,
            message: problem.message,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if !self.field.is_empty() {
            // A name the file chose: shown, not sent to the terminal as it is.
            match self.field.contains(char::is_control) {
                true => write!(f, "{}: ", self.field.escape_debug())?,
                false => write!(f, "{}: ", self.field)?,
            }
        }
        f.write_str(&self.message)
    }
}
