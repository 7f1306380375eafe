//! Cells a reader did not take, or took with a reservation.

use std::fmt;

use serde::Serialize;
use tinh_figures::{Bilingual, Language};

use crate::cell::{CellRef, Position};

/// The kind of a note.
///
/// ```
/// use tinh_reader::{FiaReader, NoteKind, Workbook};
/// let csv = "\
/// Tính từ 01/01/2023 đến 20/12/2023,,,\n\
/// TT,Địa phương,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD)\n\
/// 1,Hải Phòng,119,1478.7\n\
/// 2,Hải Dương,50,...\n\
/// Tổng số,,169,1978.7\n";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("a.csv", csv.as_bytes())?)?;
/// let note = &reading.notes()[0];
/// assert_eq!(note.kind(), NoteKind::NotAvailable);
/// assert!(!note.kind().was_read()); // no claim was made of the cell
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// The sheet holds no table that is known.
    NoTable,
    /// Filled cells outside every table.
    Stray,
    /// A remark about another date than the workbook's, left standing.
    Stale,
    /// A column whose header is not understood.
    UnknownColumn,
    /// A name that is not a province, country or region.
    UnknownName,
    /// The cell is not a figure of the kind its column holds.
    NotAFigure,
    /// A row of a text file with a figure beyond its last header: a comma too
    /// many puts every figure after it under the header of another.
    Shifted,
    /// An error value (`#REF!`) in place of a figure.
    ErrorValue,
    /// The office says that there is a figure, but not which (`...`).
    NotAvailable,
    /// The figure can be read in two ways.
    Ambiguous,
    /// The figure is written in another notation than its column.
    OtherNotation,
    /// The figure does not fit a claim: too large, a negative count.
    Refused,
    /// Two rows of one table name one partner.
    Alias,
    /// The unit is not printed here; that of the columns beside it was taken.
    UnitInferred,
    /// A ratio to a negative or missing base says nothing.
    MeaninglessRatio,
    /// A partner without a country code; kept by its printed name.
    NoCountryCode,
    /// A date or period that is not printed was worked out.
    TimeInferred,
    /// A period that does not go with that of its table; kept as printed.
    OddPeriod,
    /// The header says otherwise than the title and the names below it.
    HeaderContradicted,
    /// A row that is the sum of others, and no member beside them.
    Aggregate,
    /// The sheet was in an encoding before Unicode.
    Legacy,
}

impl NoteKind {
    /// Whether a claim was made all the same.
    #[must_use]
    pub const fn was_read(self) -> bool {
        matches!(
            self,
            Self::Alias
                | Self::UnitInferred
                | Self::MeaninglessRatio
                | Self::NoCountryCode
                | Self::TimeInferred
                | Self::OddPeriod
                | Self::HeaderContradicted
                | Self::Aggregate
                | Self::Legacy
        )
    }
}

/// A remark about a cell.
///
/// ```
/// use tinh_reader::{NoteKind, TableSpec, Workbook};
/// let spec: TableSpec = serde_json::from_str(r#"{
///     "source": {"id": "pci", "title": "PCI"}, "place": "Tỉnh",
///     "time": {"as_of": "2023-12-31"}, "figures": [{"header": "PCI", "measure": "pci"}]}"#)?;
/// let csv = Workbook::from_bytes("pci.csv", "Tỉnh,PCI\nHà Nộii,67.1\n".as_bytes())?;
/// let reading = spec.read(&csv)?;
/// let note = &reading.notes()[0];
/// assert_eq!(note.kind(), NoteKind::UnknownName);
/// assert_eq!(note.cell().map(|c| c.to_string()), Some("pci.csv!A2".to_owned()));
/// assert_eq!(note.text(), "Hà Nộii");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    kind: NoteKind,
    sheet: String,
    cell: Option<CellRef>,
    /// The last cell, where the note is about several.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Position>,
    text: String,
    #[serde(serialize_with = "in_english")]
    message: Bilingual,
}

fn in_english<S: serde::Serializer>(message: &Bilingual, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(message.in_language(Language::English))
}

impl Note {
    pub(crate) fn new(
        kind: NoteKind,
        cell: CellRef,
        text: impl Into<String>,
        message: Bilingual,
    ) -> Self {
        Self {
            kind,
            sheet: cell.sheet().to_owned(),
            cell: Some(cell),
            to: None,
            text: text.into(),
            message,
        }
    }

    pub(crate) fn of_sheet(kind: NoteKind, sheet: &str, message: Bilingual) -> Self {
        Self {
            kind,
            sheet: sheet.to_owned(),
            cell: None,
            to: None,
            text: String::new(),
            message,
        }
    }

    /// The same note about the cells from its own to another.
    pub(crate) fn to(mut self, position: Position) -> Self {
        self.to = Some(position);
        self
    }

    /// Why the cell is mentioned.
    #[must_use]
    pub fn kind(&self) -> NoteKind {
        self.kind
    }

    /// The name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The cell, the first where the note is about several; `None` for a whole
    /// sheet.
    #[must_use]
    pub fn cell(&self) -> Option<&CellRef> {
        self.cell.as_ref()
    }

    /// The last of several cells: the note is about the rectangle between.
    #[must_use]
    pub fn last(&self) -> Option<Position> {
        self.to
    }

    /// The text of the cell.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The remark about it.
    #[must_use]
    pub fn message(&self) -> &Bilingual {
        &self.message
    }

    /// The whole note in a language.
    ///
    /// ```
    /// use tinh_reader::{FiaReader, Workbook};
    /// use tinh_reader::tinh_figures::Language;
    /// let csv = "Tính từ 01/01/2023 đến 20/12/2023\nĐịa phương,Số dự án cấp mới\nHuếs,2\n";
    /// let workbook = Workbook::from_bytes("a.csv", csv.as_bytes())?;
    /// let reading = FiaReader::new().read(&workbook)?;
    /// assert_eq!(
    ///     reading.notes()[0].in_language(Language::Vietnamese),
    ///     "a.csv!A3: \"Huếs\" không phải một địa danh đã biết, gặp \"Huếs\"",
    /// );
    /// # Ok::<(), tinh_reader::Error>(())
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let message = self.message.in_language(language);
        let mut said = match (&self.cell, self.to) {
            (Some(cell), Some(to)) => format!("{cell}:{to}: {message}"),
            (Some(cell), None) => format!("{cell}: {message}"),
            (None, _) => format!("{:?}: {message}", self.sheet),
        };
        if !self.text.is_empty() {
            const SHOWN: usize = 60;
            let mut text: String = self.text.chars().take(SHOWN).collect();
            if self.text.chars().nth(SHOWN).is_some() {
                text.push('…');
            }
            let found = language.choose("gặp", "found");
            said.push_str(&format!(", {found} {text:?}"));
        }
        said
    }
}

/// In English.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}
