//! Numbers in cells, read by the convention of their column.

use rust_decimal::Decimal;

/// Which of `.` and `,` is the decimal mark of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Point,
    Comma,
}

impl Mark {
    /// The word on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Mark::Point => "decimal point",
            Mark::Comma => "decimal comma",
        }
    }

    /// The mark and that of the groups.
    fn characters(self) -> (char, char) {
        match self {
            Mark::Point => ('.', ','),
            Mark::Comma => (',', '.'),
        }
    }
}

/// What people write where there is no figure.
const MISSING: [&str; 14] = [
    "", "-", "–", "—", ".", "..", "...", "…", "n/a", "na", "n.a.", "nan", "null", "x",
];

/// Whether a cell says that there is no figure, which is not 0.
pub(crate) fn is_missing(cell: &str) -> bool {
    MISSING.contains(&cell.to_lowercase().as_str())
}

/// A number under one convention: `2.000,25`, `-3`, `(3.22)`, `12 345`.
///
/// Groups have three digits each, the first one to three and no zero in front.
pub(crate) fn read(cell: &str, mark: Mark) -> Option<Decimal> {
    let (decimal, group) = mark.characters();
    let (cell, negative) = match cell.strip_prefix('(').and_then(|c| c.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => match cell.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (rest, true),
            None => (cell.strip_prefix('+').unwrap_or(cell), false),
        },
    };
    let (whole, fraction) = cell
        .split_once(decimal)
        .map_or((cell, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|f| !digits(f)) {
        return None;
    }
    let is_gap = |c: char| c == group || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut groups = whole.split(is_gap);
    let first = groups.next()?;
    let mut joined = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
        grouped = true;
    }
    if !digits(&joined) || grouped && (first.len() > 3 || first.starts_with('0')) {
        return None;
    }
    if let Some(fraction) = fraction {
        joined.push('.');
        joined.push_str(fraction);
    }
    let number: Decimal = joined.parse().ok()?;
    Some(if negative { -number } else { number })
}

/// What the cells of a column are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    /// All are numbers, and read the same under this mark as under any other
    /// that is possible.
    Numbers(Mark),
    /// Some cell says `%`.
    Percentages,
    /// No cell is a number, or few are.
    Text,
    /// Some are numbers and this one is not.
    Mixed { line: u64, cell: String },
    /// Both conventions read every cell, and differently.
    Ambiguous {
        cell: String,
        readings: [Decimal; 2],
    },
}

/// Tells the convention of a column from its cells; one cell that only one
/// convention can read decides for all.
pub(crate) fn convention<'c>(
    cells: impl Iterator<Item = (u64, &'c str)> + Clone,
    forced: Option<Mark>,
) -> Convention {
    let filled = cells.filter(|(_, cell)| !is_missing(cell));
    if filled.clone().any(|(_, cell)| cell.ends_with('%')) {
        return Convention::Percentages;
    }
    let count = |of: &dyn Fn(&str) -> bool| filled.clone().filter(|(_, cell)| of(cell)).count();
    let all = count(&|_| true);
    let reads = |cell: &str, mark| read(cell, mark).is_some();
    let (point, comma) = (
        count(&|cell| reads(cell, Mark::Point)),
        count(&|cell| reads(cell, Mark::Comma)),
    );
    let mark = match (forced, point == all, comma == all) {
        (Some(mark), ..) => mark,
        (None, true, false) => Mark::Point,
        (None, false, true) => Mark::Comma,
        (None, ..) if point >= comma => Mark::Point,
        _ => Mark::Comma,
    };
    let numbers = count(&|cell| reads(cell, mark));
    if all == 0 || numbers * 2 < all {
        return Convention::Text;
    }
    if let Some((line, cell)) = filled.clone().find(|(_, cell)| !reads(cell, mark)) {
        let cell = cell.to_owned();
        return Convention::Mixed { line, cell };
    }
    let both = point == all && comma == all && forced.is_none();
    let differing = filled.clone().find_map(|(_, cell)| {
        let readings = [read(cell, Mark::Comma)?, read(cell, Mark::Point)?];
        let [a, b] = readings;
        let cell = cell.to_owned();
        (a != b).then_some(Convention::Ambiguous { cell, readings })
    });
    differing
        .filter(|_| both)
        .unwrap_or(Convention::Numbers(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> Convention {
        convention((2..).zip(cells.iter().copied()), None)
    }

    #[test]
    fn a_column_is_read_by_its_own_convention() {
        assert_eq!(
            of(&["2.000,25", "10,5", "-", "n/a"]),
            Convention::Numbers(Mark::Comma)
        );
        assert_eq!(of(&["1,365", "2.5", "3"]), Convention::Numbers(Mark::Point));
        assert_eq!(of(&["5", "", "12"]), Convention::Numbers(Mark::Point));
        assert_eq!(of(&["10,3%", "5%"]), Convention::Percentages);
        assert_eq!(of(&["công nghiệp", "nông nghiệp", "1"]), Convention::Text);
        assert_eq!(of(&["", "-"]), Convention::Text);
        let mixed = Convention::Mixed {
            line: 4,
            cell: "khoảng 5".to_owned(),
        };
        assert_eq!(of(&["1", "2", "khoảng 5"]), mixed);
        let Convention::Ambiguous { cell, readings } = of(&["1.365", "853"]) else {
            panic!("not ambiguous")
        };
        assert_eq!(
            (cell.as_str(), readings.map(|r| r.to_string())),
            ("1.365", ["1365".to_owned(), "1.365".to_owned()])
        );
    }

    #[test]
    fn numbers() {
        for (cell, comma, point) in [
            ("2.000,25", Some("2000.25"), None),
            ("1.234.567", Some("1234567"), None),
            ("1,234,567.5", None, Some("1234567.5")),
            ("12 345", Some("12345"), Some("12345")),
            ("(3.22)", None, Some("-3.22")),
            ("-5", Some("-5"), Some("-5")),
            ("0.125", None, Some("0.125")),
            ("12.34.56", None, None),
            ("1.2345", None, Some("1.2345")),
            ("5.", None, None),
            ("abc", None, None),
            ("", None, None),
        ] {
            let found = [Mark::Comma, Mark::Point].map(|m| read(cell, m).map(|n| n.to_string()));
            assert_eq!(
                found,
                [comma, point].map(|n| n.map(str::to_owned)),
                "{cell}"
            );
        }
    }
}
