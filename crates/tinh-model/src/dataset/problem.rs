//! A record that could not be read, with its place.

use std::fmt;

use serde::Serialize;

use tinh_figures::{Bilingual, Language};

use crate::claim::FieldProblem;
use crate::error::Error;

/// A record or field that could not be read: file, line, field, the text as
/// written, and why.
///
/// ```
/// use tinh_model::Dataset;
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"t","published":"hôm qua"}"#.as_bytes(), "a.jsonl")?;
/// let problem = &data.rejected()[0];
/// assert_eq!((problem.line, problem.field.as_str(), problem.text.as_str()), (1, "published", "hôm qua"));
/// # Ok::<(), std::io::Error>(())
/// ```
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
    /// The expected and the found, in English.
    pub message: String,
    #[serde(skip)]
    error: Box<Error>,
}

impl Problem {
    /// A problem at a field of a line of a file.
    #[must_use]
    pub fn new(file: &str, line: u64, field: &str, text: &str, message: Bilingual) -> Self {
        let error = Error::told(message);
        Self::at(file, line, FieldProblem::new(field, text, error))
    }

    /// An error at a line of a file: its field, or the one given where it
    /// names none, its text and its words.
    #[must_use]
    pub fn of(file: &str, line: u64, field: &str, error: Error) -> Self {
        Self::at(file, line, FieldProblem::of(error, field))
    }

    /// The error behind it, whose kind can be matched.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// The whole of it in a language, as `Display` has it in English.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_model::tinh_figures::Language;
    /// let mut data = Dataset::new();
    /// data.read_jsonl(r#"{"type":"source","id":"s","title":"t"}
    /// {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2023","measure":"fdi.projects","figure":-5}"#
    ///     .replace("    /// ", "").as_bytes(), "f.jsonl")?;
    /// assert_eq!(
    ///     data.rejected()[0].in_language(Language::Vietnamese),
    ///     "f.jsonl:2: figure: số đếm không thể âm",
    /// );
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        self.located(&self.error.words(language))
    }

    /// Words after where they belong.
    fn located(&self, words: &str) -> String {
        let (file, line, field) = (&self.file, self.line, &self.field);
        match field.as_str() {
            "" => format!("{file}:{line}: {words}"),
            // A name the file chose: shown, not sent to the terminal as it is.
            _ if field.contains(char::is_control) => {
                format!("{file}:{line}: {}: {words}", field.escape_debug())
            }
            _ => format!("{file}:{line}: {field}: {words}"),
        }
    }

    pub(super) fn at(file: &str, line: u64, problem: FieldProblem) -> Self {
        Self {
            file: file.to_owned(),
            line,
            field: problem.field,
            text: problem.text,
            message: problem.error.words(Language::English),
            error: Box::new(problem.error),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.located(&self.message))
    }
}
