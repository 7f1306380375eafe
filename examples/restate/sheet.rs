//! A table as it comes: comma, semicolon or tab between the cells.

use std::io::{self, Read};

/// A header and its rows, with the line each begins on.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<(u64, Vec<String>)>,
}

/// The mark between the cells: the one of which the first line has the most, and
/// of two the one that is rarer in words.
fn delimiter(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let mut quoted = false;
    let mut counts = [(b'\t', 0usize), (b';', 0), (b',', 0)];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
            *count += 1;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts
        .iter()
        .find(|(_, count)| *count > 0 && Some(*count) == most)
        .map_or(b',', |(mark, _)| *mark)
}

impl Sheet {
    pub(crate) fn read(mut input: impl Read) -> io::Result<Sheet> {
        let mut text = String::new();
        input.read_to_string(&mut text)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let header = reader.headers()?.iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .map(|record| {
                let record = record?;
                let line = record.position().map_or(0, csv::Position::line);
                Ok((line, record.iter().map(str::to_owned).collect()))
            })
            .collect::<Result<_, csv::Error>>()?;
        Ok(Sheet { header, rows })
    }

    /// The cells of a column with their lines.
    pub(crate) fn column(&self, at: usize) -> impl Iterator<Item = (u64, &str)> + Clone {
        self.rows
            .iter()
            .map(move |(line, row)| (*line, row.get(at).map_or("", String::as_str)))
    }

    /// Where a header is: the one named, or the first of the known ones.
    pub(crate) fn find(&self, wanted: Option<&str>, known: &[&str]) -> Option<usize> {
        let lower = |text: &str| text.trim().to_lowercase();
        let at = |name: &str| self.header.iter().position(|h| lower(h) == lower(name));
        match wanted {
            Some(name) => at(name),
            None => known.iter().find_map(|name| at(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parted_by_what_the_first_line_has_most_of() {
        for (text, header) in [
            (
                "Tỉnh;Vốn (tỷ USD)\nHà Nội;1.5\n",
                vec!["Tỉnh", "Vốn (tỷ USD)"],
            ),
            ("Tỉnh\tVốn, tỷ USD\n", vec!["Tỉnh", "Vốn, tỷ USD"]),
            ("Tỉnh,\"a;b;c\",d\n", vec!["Tỉnh", "a;b;c", "d"]),
            ("\u{feff}Tỉnh\n", vec!["Tỉnh"]),
        ] {
            assert_eq!(
                Sheet::read(text.as_bytes()).unwrap().header,
                header,
                "{text}"
            );
        }
    }
}
