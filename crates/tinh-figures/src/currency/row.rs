//! A row of the table of currencies.

/// One currency of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) numeric: u16,
    pub(super) minor: Option<u8>,
    pub(super) name: &'static str,
}

/// Makes a row.
pub(super) const fn row(
    code: &'static str,
    numeric: u16,
    minor: Option<u8>,
    name: &'static str,
) -> Row {
    Row {
        code,
        numeric,
        minor,
        name,
    }
}
