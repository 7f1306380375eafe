//! The lines above a header: title, time, unit.

use tinh_model::time::Time;

use crate::cell::Position;
use crate::dates::{self, time_of_title};
use crate::fold::fold;
use crate::page::one_line;
use crate::sheet::SheetRow;
use crate::unit::ColumnUnit;
use crate::words;

/// How many lines above a header belong to its title.
const TITLE_LINES: usize = 10;

/// The title, time and unit above a header.
#[derive(Default)]
pub(crate) struct Above<'a> {
    pub(crate) titles: Vec<(Position, &'a str)>,
    /// Other lines that name a period: `KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025`.
    pub(crate) dated: Vec<&'a str>,
    pub(crate) time: Option<Time>,
    /// The line of the time names no first day.
    pub(crate) is_open: bool,
    pub(crate) unit: Option<ColumnUnit>,
    /// The cells of time and unit.
    pub(crate) said: Vec<Position>,
}

impl<'a> Above<'a> {
    pub(crate) fn read(lines: &'a [SheetRow], span: (u32, u32)) -> Self {
        let mut above = Self::default();
        for line in lines.iter().rev().take(TITLE_LINES) {
            for (column, value) in line.cells() {
                if !(span.0..span.1).contains(&column) {
                    continue;
                }
                let Some(text) = value.as_text() else {
                    continue;
                };
                let position = Position::new(line.index(), column);
                let folded = fold(text);
                if let Some(stated) = time_of_title(&folded) {
                    // The nearest line decides.
                    if above.time.is_none() {
                        above.time = Some(stated);
                        above.is_open = dates::is_open(&folded);
                    }
                    above.said.push(position);
                } else if words::says_unit(&folded) || is_unit(text) {
                    let alone = || words::unit_alone(text);
                    above.unit = above.unit.or_else(|| words::unit(text)).or_else(alone);
                    above.said.push(position);
                } else if words::is_letterhead(&folded) {
                    // Whose table it is, and nothing of what.
                    continue;
                } else if is_title(&folded) {
                    above.titles.push((position, text));
                } else if dates::period_in(&folded).is_some() {
                    above.dated.push(text);
                }
            }
        }
        above
    }

    /// The title on one line; lines were gathered from the bottom up.
    pub(crate) fn title(&self) -> String {
        let lines = self.titles.iter().rev().map(|(_, text)| one_line(text));
        lines.collect::<Vec<_>>().join(" ")
    }
}

/// Whether a line is a unit and nothing else: `Nghìn người`.
fn is_unit(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST && words::starts_unit(&fold(text)) && ColumnUnit::parse(text).is_some()
}

/// Whether a line names what a table is about.
fn is_title(folded: &str) -> bool {
    folded.contains("dau tu")
        || folded.contains("investment")
        || words::breakdown_of_title(folded).is_some()
        || words::measure(folded).is_some()
        || words::is_other_capital(folded)
}
