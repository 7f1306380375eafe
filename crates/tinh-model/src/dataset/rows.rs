//! Rows of a CSV file as text, one in memory at a time.

use std::io::{self, Read};

use csv::{ByteRecord, StringRecord};
use tinh_figures::Bilingual;

use crate::words;

/// How many bytes a row may take. A row of figures takes some hundred; without
/// a limit, a quotation mark left open would take the rest of the file.
pub(super) const LONGEST_ROW: usize = 1 << 20;

/// How far the first line is looked at for what separates its cells.
const HEAD: usize = 1 << 13;

/// A reader that gives no more than what is left of a row, and ends every line.
#[derive(Debug)]
struct Bounded<R> {
    /// What was read before, to look at.
    head: io::Cursor<Vec<u8>>,
    reader: R,
    left: usize,
    last: Option<u8>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("the row is too long"));
        }
        let room = buffer.len().min(self.left);
        let Some(buffer) = buffer.get_mut(..room) else {
            return Ok(0);
        };
        let mut read = self.head.read(buffer)?;
        if read == 0 {
            read = self.reader.read(buffer)?;
        }
        if read == 0
            && self.last.is_some_and(|last| last != b'\n')
            && let Some(first) = buffer.first_mut()
        {
            *first = b'\n';
            read = 1;
        }
        if let Some(at) = read.checked_sub(1) {
            self.last = buffer.get(at).copied();
        }
        self.left = self.left.saturating_sub(read);
        Ok(read)
    }
}

/// The rows of a file: blank lines are passed over, a byte order mark at the
/// start too, and lines may end in CR LF. Cells are separated by `,`, or by `;`
/// where the first line has some and no `,`: so spreadsheets write CSV where the
/// comma is the decimal mark.
#[derive(Debug)]
pub(super) struct Rows<R> {
    source: Source<R>,
    record: ByteRecord,
    line: u64,
    width: Option<usize>,
}

/// Where the rows come from, before and after the first line was looked at.
#[derive(Debug)]
enum Source<R> {
    Unread(R),
    Open(Box<csv::Reader<Bounded<R>>>),
    Ended,
}

/// From the first line that is not blank on: a blank one names nothing.
fn first_line(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start()
}

/// Looks at the first line and makes a parser of what separates its cells.
fn open<R: Read>(mut reader: R) -> io::Result<csv::Reader<Bounded<R>>> {
    // No further than the line's end: who writes to a pipe may wait for us.
    let mut head = Vec::new();
    let mut chunk = [0; 1 << 10];
    while head.len() < HEAD && !first_line(&head).contains(&b'\n') {
        match reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => head.extend(chunk.iter().take(read)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let mut is_quoted = false;
    let (mut commas, mut semicolons): (usize, usize) = (0, 0);
    for &byte in first_line(&head) {
        match byte {
            b'"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'\n' => break,
            b',' => commas = commas.saturating_add(1),
            b';' => semicolons = semicolons.saturating_add(1),
            _ => {}
        }
    }
    let delimiter = if commas == 0 && semicolons > 0 {
        b';'
    } else {
        b','
    };
    let bounded = Bounded {
        head: io::Cursor::new(head),
        reader,
        left: LONGEST_ROW,
        last: None,
    };
    Ok(csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter)
        // By default a row ends at the CR of a CR LF, and the next is said to
        // begin on the line of the one before.
        .terminator(csv::Terminator::Any(b'\n'))
        .from_reader(bounded))
}

impl<R: Read> Rows<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            source: Source::Unread(reader),
            record: ByteRecord::new(),
            line: 0,
            width: None,
        }
    }

    /// The line of the row read last, counted from 1. A quoted cell may span
    /// lines; it is the first of them.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// The next row, or what is wrong with it; `None` at the end. Every row has
    /// as many cells as the first: with a comma too many, every figure behind
    /// it would be that of another column.
    ///
    /// # Errors
    /// Where the reader fails; nothing follows.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<StringRecord, Bilingual>>> {
        let mut csv = match std::mem::replace(&mut self.source, Source::Ended) {
            Source::Unread(reader) => Box::new(open(reader)?),
            Source::Open(csv) => csv,
            Source::Ended => return Ok(None),
        };
        loop {
            csv.get_mut().left = LONGEST_ROW;
            let read = csv.read_byte_record(&mut self.record);
            let began = self.record.position().map_or(0, csv::Position::line);
            match read {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(_) if csv.get_ref().left == 0 => {
                    self.line = began;
                    return Ok(Some(Err(words::LONG_ROW.filled(&[&LONGEST_ROW]))));
                }
                Err(error) => return Err(error.into()),
            }
            let is_blank = self.record.len() == 1 && self.record.get(0) == Some(b"\r");
            if !is_blank {
                // The parser tells where it began to look for a row: before any
                // blank lines. Back from where it stands now is the line the
                // row begins on.
                let in_cells = self.record.iter().flatten().filter(|&&b| b == b'\n');
                let lines = u64::try_from(in_cells.count()).unwrap_or(u64::MAX);
                let now = csv.position().line();
                self.line = now.saturating_sub(lines.saturating_add(1)).max(began);
                self.source = Source::Open(csv);
                return Ok(Some(self.row()));
            }
        }
    }

    /// The cells of the row read last, whatever is wrong with it.
    pub(super) fn cells(&self) -> Vec<String> {
        let cells = self.record.iter().map(String::from_utf8_lossy);
        let mut cells: Vec<String> = cells.map(Into::into).collect();
        if let Some(last) = cells.last_mut()
            && last.ends_with('\r')
        {
            last.pop();
        }
        cells
    }

    fn row(&mut self) -> Result<StringRecord, Bilingual> {
        let row = StringRecord::from_byte_record(self.record.clone()).map_err(|error| {
            let cell = error.utf8_error().field().saturating_add(1);
            words::CELL_NOT_UTF8.filled(&[&cell])
        })?;
        let width = *self.width.get_or_insert(row.len());
        if row.len() != width {
            let runs_on = row.iter().any(|cell| cell.contains('\n'));
            let words = match runs_on {
                true => words::OPEN_QUOTE,
                false => words::OTHER_WIDTH,
            };
            return Err(words.filled(&[&row.len(), &width]));
        }
        Ok(without_cr(row))
    }
}

/// A row without the CR of a line end CR LF.
fn without_cr(row: StringRecord) -> StringRecord {
    let last = row.len().saturating_sub(1);
    if !row.get(last).is_some_and(|cell| cell.ends_with('\r')) {
        return row;
    }
    let cells = row.iter().enumerate().map(|(at, cell)| {
        if at == last {
            cell.strip_suffix('\r').unwrap_or(cell)
        } else {
            cell
        }
    });
    cells.collect()
}
