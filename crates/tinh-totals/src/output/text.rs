//! Aligned text.

use std::fmt;

use tinh_model::MeasureUnit;
use unicode_width::UnicodeWidthStr;

use super::Format;
use crate::answer::{Answer, Row};

/// An answer as an aligned table with its warnings below; made by
/// [`Answer::table`].
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// let answer = Totals::of(&data).measure(measures::FDI_PROJECTS).by(Key::Province).compute()?;
/// let table = answer.table().to_string();
/// assert!(table.starts_with("Tỉnh, thành"));
/// assert!(table.contains("Hải Dương"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextTable {
    header: Vec<String>,
    /// Whether a column is aligned right.
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Answer<'_> {
    /// The answer as a table in Vietnamese, numbers in Vietnamese format, with
    /// totals and warnings below.
    #[must_use]
    pub fn table(&self) -> TextTable {
        self.table_in(&Format::default())
    }

    /// The answer as a table in a format.
    #[must_use]
    pub fn table_in(&self, format: &Format) -> TextTable {
        self.table_of(&self.rows().iter().collect::<Vec<_>>(), format)
    }

    /// The same with these of its rows, in this order: the
    /// [largest](Self::top), for instance. Totals are of all rows.
    #[must_use]
    pub fn table_of(&self, rows: &[&Row<'_>], format: &Format) -> TextTable {
        let language = format.language();
        let money = self.is_money();
        let several = self.measures().len() > 1;
        let covered = self.rows().iter().any(|row| row.coverage().is_some());
        let mut header: Vec<String> = self
            .keys()
            .iter()
            .map(|key| format.word(key.vietnamese(), key.english()).to_owned())
            .collect();
        let mut right = vec![false; header.len()];
        let mut column = |name: &str, is_right: bool| {
            header.push(name.to_owned());
            right.push(is_right);
        };
        if several {
            column(format.word("Chỉ tiêu", "Measure"), false);
        }
        column(
            match format.is_millions() && money {
                true => format.word("Giá trị, triệu", "Value, million"),
                false => format.word("Giá trị", "Value"),
            },
            true,
        );
        if money {
            column(format.word("Tiền tệ", "Currency"), false);
        }
        if covered {
            column(format.word("Phạm vi", "Covered"), true);
        }
        column(format.word("Số liệu", "Figures"), true);

        let cells = |row: &Row<'_>, is_total: bool| {
            let mut cells: Vec<String> = match is_total {
                false => row
                    .groups()
                    .iter()
                    .map(|group| group.in_language(language))
                    .collect(),
                true => std::iter::once(format.word("Tổng", "Total").to_owned())
                    .take(self.keys().len())
                    .collect(),
            };
            cells.resize(self.keys().len(), String::new());
            if several {
                cells.push(row.measure().to_string());
            }
            cells.push(format.interval(&row.value(), row.currency().is_some()));
            if money {
                cells.push(row.currency().map_or("", |c| c.code()).to_owned());
            }
            if covered {
                let covered = row.coverage().map(|coverage| {
                    let reported = coverage.covered().len();
                    let all = reported.saturating_add(coverage.missing().len());
                    format!("{reported}{}{all}", format.word("/", " of "))
                });
                cells.push(covered.unwrap_or_default());
            }
            cells.push(row.count().to_string());
            cells
        };
        let mut rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row, false)).collect();
        if !self.keys().is_empty() {
            rows.extend(self.totals().iter().map(|row| cells(row, true)));
        }
        for cell in rows.iter_mut().flatten() {
            *cell = on_one_line(cell);
        }
        let notes = self
            .warnings()
            .iter()
            .map(|warning| format!("! {}", self.tell(warning, language)))
            .chain(
                self.conversions()
                    .iter()
                    .map(|made| format!("= {}", made.in_language(language))),
            )
            .map(|note| on_one_line(&note))
            .collect();
        TextTable {
            header,
            right,
            rows,
            notes,
        }
    }

    /// The answer as [tables of two directions](Self::pivot): the last key
    /// across. A cell without a figure is empty: unknown, not zero.
    #[must_use]
    pub fn pivot_tables(&self, format: &Format) -> Vec<TextTable> {
        let language = format.language();
        let (_, down) = match self.keys().split_last() {
            Some(keys) => keys,
            None => return Vec::new(),
        };
        self.pivot()
            .into_iter()
            .map(|pivot| {
                let headings = down
                    .iter()
                    .map(|key| format.word(key.vietnamese(), key.english()).to_owned());
                let across = pivot
                    .columns
                    .iter()
                    .map(|column| column.in_language(language));
                let header: Vec<String> = headings.chain(across).collect();
                let right = (0..header.len()).map(|at| at >= down.len()).collect();
                let rows = pivot.rows.iter().map(|(groups, cells)| {
                    let names = groups
                        .iter()
                        .map(|group| on_one_line(&group.in_language(language)));
                    let cells = cells.iter().map(|cell| {
                        let value =
                            cell.map(|row| format.interval(&row.value(), row.currency().is_some()));
                        value.unwrap_or_default()
                    });
                    names.chain(cells).collect()
                });
                let unit = pivot.currency.map(|currency| format!(", {currency}"));
                TextTable {
                    header,
                    right,
                    rows: rows.collect(),
                    notes: vec![format!("{}{}", pivot.measure, unit.unwrap_or_default())],
                }
            })
            .collect()
    }

    /// Whether any measure is money.
    pub(crate) fn is_money(&self) -> bool {
        self.measures()
            .iter()
            .any(|measure| measure.unit() == MeasureUnit::Money)
    }
}

/// Names come from whoever wrote the data: a line break within one would end
/// the row, and a tab has no width of its own.
fn on_one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

impl TextTable {
    /// The table in Markdown, its notes as a list below.
    #[must_use]
    pub fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let marks: Vec<String> = self
            .right
            .iter()
            .map(|is_right| if *is_right { "---:" } else { "---" }.to_owned())
            .collect();
        let mut text = line(&self.header) + &line(&marks);
        text.extend(self.rows.iter().map(|row| line(row)));
        if !self.notes.is_empty() {
            text.push('\n');
            text.extend(self.notes.iter().map(|note| format!("- {note}\n")));
        }
        text
    }
}

impl fmt::Display for TextTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths: Vec<usize> = self.header.iter().map(|cell| cell.width()).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        let line = |f: &mut fmt::Formatter<'_>, cells: &[String]| {
            let mut text = String::new();
            for (at, cell) in cells.iter().enumerate() {
                let width = widths.get(at).copied().unwrap_or_default();
                let blanks = " ".repeat(width.saturating_sub(cell.width()));
                if at > 0 {
                    text.push_str("  ");
                }
                if self.right.get(at) == Some(&true) {
                    text.push_str(&blanks);
                    text.push_str(cell);
                } else {
                    text.push_str(cell);
                    text.push_str(&blanks);
                }
            }
            writeln!(f, "{}", text.trim_end())
        };
        line(f, &self.header)?;
        let gaps = widths.len().saturating_sub(1).saturating_mul(2);
        let all: usize = widths.iter().sum::<usize>().saturating_add(gaps);
        writeln!(f, "{}", "─".repeat(all))?;
        for row in &self.rows {
            line(f, row)?;
        }
        for note in &self.notes {
            writeln!(f, "  {note}")?;
        }
        Ok(())
    }
}
