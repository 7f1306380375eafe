//! Why columns cannot be filled or summed.

use thiserror::Error as ThisError;

/// Why columns cannot be filled or summed.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A row has too few or too many labels.
    #[error("expected {expected} labels, found {found}")]
    WrongNumberOfKeys {
        /// The number of keys.
        expected: usize,
        /// The number of labels given.
        found: usize,
    },
    /// No key of that name.
    #[error("no key {key:?}, expected one of {known}")]
    UnknownKey {
        /// The name asked for.
        key: String,
        /// The names there are.
        known: String,
    },
    /// More than 65,536 labels of one key.
    #[error("more than 65536 labels of {key}")]
    TooManyLabels {
        /// The key.
        key: String,
    },
    /// A column that is not as long as the others.
    #[error("the column {key} is not as long as the amounts")]
    UnequalLengths {
        /// The column.
        key: String,
    },
    /// A code without a label.
    #[error("code {code} of {key} has no label")]
    UnknownLabel {
        /// The key.
        key: String,
        /// The code.
        code: u16,
    },
    /// A label that stands twice.
    #[error("a label of {key} stands twice")]
    RepeatedLabel {
        /// The key.
        key: String,
    },
    /// More decimals than the 28 of a `Decimal`.
    #[error("an amount has more decimals than the table")]
    TooManyDecimals,
    /// An amount beyond 2⁹⁶ units, or more than 2³¹ such amounts in one sum.
    #[error("an amount or a sum is too large to be kept exactly")]
    TooLarge,
    /// A file that cannot be read.
    #[error("line {line}: {column}{}{message}, found {text:?}", if .column.is_empty() { "" } else { ": " })]
    Csv {
        /// The line, counted from 1.
        line: u64,
        /// The column; empty for the whole line.
        column: String,
        /// The text found.
        text: String,
        /// What was expected.
        message: String,
    },
}
