//! What a header cell says of its column.
//!
//! Headers are told by the words in them, never by where they stand: columns
//! move, one is added, a line break or a space slips in. Two rows of headers
//! (`Vốn đăng ký` over `cấp mới` and `điều chỉnh`) are read as one.

use tinh_model::time::Period;
use tinh_model::{Basis, CapitalKind, Expression, Measure, measures};

use crate::dates::period_in;
use crate::fold::fold;
use crate::table::{Breakdown, Unit};

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role {
    /// Row numbers.
    Index,
    /// The names of the rows.
    Name(Breakdown),
    /// Figures.
    Figure {
        measure: Measure,
        unit: Option<Unit>,
    },
    /// The total of an earlier period: `12T/2022`.
    Earlier(Period),
    /// A ratio to the same period of the year before.
    Ratio(Unit),
    /// Not understood.
    Unknown,
}

/// The role of a header.
pub(crate) fn role(header: &str) -> Role {
    // A sentence is no header.
    if header.len() > 200 {
        return Role::Unknown;
    }
    let folded = fold(header);
    let has = |words: &str| folded.contains(words);
    // `STT/No.`
    let vietnamese = folded.split('/').next().unwrap_or_default();
    if matches!(
        vietnamese.trim_end_matches(['.', ' ']),
        "tt" | "stt" | "so tt" | "so thu tu"
    ) {
        return Role::Index;
    }
    if let Some(breakdown) = name(&folded) {
        return Role::Name(breakdown);
    }
    if has("so voi cung ky") || has("so cung ky") || has("so voi nam") {
        return Role::Ratio(if has("%") { Unit::Percent } else { Unit::Times });
    }
    if let Some(measure) = measure(&folded) {
        return Role::Figure {
            measure,
            unit: unit(header),
        };
    }
    match period_in(&folded) {
        Some(period) if folded.len() <= 40 => Role::Earlier(period),
        _ => Role::Unknown,
    }
}

/// How a ratio in a unit is stated: 132,07 % or 1,3207 times the base.
pub(crate) fn ratio(unit: Unit) -> Expression {
    match unit {
        Unit::Times => Expression::Multiple,
        _ => Expression::Ratio,
    }
}

/// The header over the names of the rows.
fn name(folded: &str) -> Option<Breakdown> {
    let is = |words: &[&str]| {
        words.iter().any(|word| {
            folded
                .strip_prefix(word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/', ',', '-', '(']))
        })
    };
    // Names of columns are short: `Ngành`, `Tỉnh, thành phố`.
    if folded.len() > 40 {
        None
    } else if is(&["nganh", "chuyen nganh", "linh vuc"]) {
        Some(Breakdown::Sector)
    } else if is(&["doi tac", "quoc gia", "nuoc", "ten nuoc", "ten doi tac"]) {
        Some(Breakdown::Partner)
    } else if is(&["vung"]) {
        Some(Breakdown::Region)
    } else if is(&["dia phuong", "tinh", "ten tinh", "ten dia phuong"]) {
        Some(Breakdown::Province)
    } else {
        None
    }
}

/// What a header of figures measures.
fn measure(folded: &str) -> Option<Measure> {
    let has = |words: &str| folded.contains(words);
    let adjusted = has("dieu chinh") || has("tang von") || has("tang them") || has("bo sung");
    let shares = has("gop von") || has("mua co phan");
    let new = has("cap moi");
    if has("von dieu le") || has("phap dinh") {
        // Charter capital is another thing than registered capital.
        return None;
    }
    if has("luot") || has("so du an") || folded.starts_with("so da") || has("so gcn") {
        return Some(if shares {
            measures::FDI_SHARE_PURCHASES
        } else if adjusted {
            measures::FDI_ADJUSTMENTS
        } else {
            measures::FDI_PROJECTS
        });
    }
    if !has("von") {
        return None;
    }
    let basis = if has("thuc hien") || has("giai ngan") {
        Basis::IMPLEMENTED
    } else if has("tong von") || (new && adjusted) {
        Basis::REGISTERED
    } else if shares {
        Basis::SHARE_PURCHASE
    } else if adjusted {
        Basis::REGISTERED_ADJUSTED
    } else if new {
        Basis::REGISTERED_NEW
    } else if has("dang ky") || has("von dau tu") {
        Basis::REGISTERED
    } else {
        return None;
    };
    Measure::capital(CapitalKind::FDI, basis).cloned()
}

/// The unit in the last brackets of a header that hold one, after `đơn vị:`,
/// or at its end.
pub(crate) fn unit(header: &str) -> Option<Unit> {
    let in_brackets = header
        .rsplit('(')
        .filter_map(|rest| rest.split_once(')'))
        .find_map(|(inside, _)| unit_words(inside));
    in_brackets.or_else(|| {
        let folded = fold(header);
        let after = UNIT_IS.iter().find_map(|words| folded.split_once(words));
        match after {
            Some((_, words)) => unit_words(words),
            None => last_words(&folded),
        }
    })
}

/// The unit a folded header ends in: `vốn đăng ký, triệu USD`.
///
/// It begins with a scale or is `USD`: a currency alone may be another word
/// (`hợp đồng`).
fn last_words(folded: &str) -> Option<Unit> {
    const STARTS: [&str; 5] = ["tr", "ty", "nghin", "ngan", "usd"];
    let starts = folded.rmatch_indices([' ', ',', '-']).take(6);
    let mut ends: Vec<&str> = starts
        .filter_map(|(at, _)| folded.get(at.checked_add(1)?..))
        .filter(|end| STARTS.iter().any(|start| end.starts_with(start)))
        .collect();
    // The longest first: `USD` is less than `triệu USD`.
    ends.reverse();
    let is_money = |unit: &Unit| matches!(unit, Unit::Money { .. });
    ends.into_iter().filter_map(unit_words).find(is_money)
}

/// `Đơn vị tính: triệu USD`.
const UNIT_IS: [&str; 3] = ["don vi tinh", "don vi", "dvt"];

/// The unit that words name, in any of the spellings of tables and of English
/// (`Tr.USD`, `triệu US$`, `1.000 USD`, `USD million`); of two languages the
/// first that is understood.
fn unit_words(text: &str) -> Option<Unit> {
    let folded = fold(text);
    if folded.len() > 60 {
        return None;
    }
    let words = UNIT_IS
        .iter()
        .find_map(|words| folded.strip_prefix(words))
        .unwrap_or(&folded);
    let words = words.trim_matches([':', '.', ',', '(', ')', ' ']);
    spelled(words).or_else(|| words.split('/').find_map(|part| spelled(part.trim())))
}

fn spelled(words: &str) -> Option<Unit> {
    const SPELLINGS: [(&str, &str); 14] = [
        ("us$", "usd"),
        ("$ my", "usd"),
        ("do-la", "do la"),
        ("do la my", "usd"),
        ("do la", "usd"),
        ("1.000 ", "nghin "),
        ("1000 ", "nghin "),
        ("million", "trieu"),
        ("mill.", "trieu"),
        ("mil.", "trieu"),
        ("billion", "ty"),
        ("tr. ", "trieu "),
        ("tr.", "trieu "),
        ("usd trieu", "trieu usd"),
    ];
    Unit::parse(words).or_else(|| {
        let mut words = words.to_owned();
        for (spelling, word) in SPELLINGS {
            words = words.replace(spelling, word);
        }
        Unit::parse(&words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        for (header, expected) in [
            ("TT", "index"),
            (" Chuyên ngành ", "by sector"),
            ("Ngành", "by sector"),
            (" Đối tác", "by partner"),
            ("Địa phương", "by province"),
            ("Tỉnh/thành phố", "by province"),
            ("Vùng", "by region"),
            ("Số dự án cấp mới", "fdi.projects"),
            (" Số dự án ", "fdi.projects"),
            (
                "Vốn đăng ký cấp mới (triệu USD)",
                "fdi.registered-new triệu USD",
            ),
            ("Số lượt dự án điều chỉnh", "fdi.adjustments"),
            ("Số lượt dự án tăng vốn", "fdi.adjustments"),
            (
                "Vốn đăng ký điều chỉnh\n(triệu USD)",
                "fdi.registered-adjusted triệu USD",
            ),
            (
                "Vốn đăng ký tăng thêm \n(triệu USD)",
                "fdi.registered-adjusted triệu USD",
            ),
            ("Số lượt góp vốn mua cổ phần", "fdi.share-purchases"),
            (
                "Giá trị góp vốn, mua cổ phần \n(triệu USD)",
                "fdi.share-purchase triệu USD",
            ),
            ("Giá trị góp vốn, mua cổ phần", "fdi.share-purchase"),
            ("Tổng vốn đăng ký (triệu USD)", "fdi.registered triệu USD"),
            (
                " Tổng vốn đầu tư đăng ký \n(Triệu USD) ",
                "fdi.registered triệu USD",
            ),
            (
                "Tổng vốn đăng ký cấp mới và tăng thêm (USD)",
                "fdi.registered USD",
            ),
            (
                "Vốn thực hiện (triệu đô la Mỹ)",
                "fdi.implemented triệu USD",
            ),
            ("Vốn điều lệ (triệu USD)", "unknown"),
            ("Vốn đầu tư, triệu USD", "fdi.registered triệu USD"),
            ("Vốn đăng ký theo hợp đồng", "fdi.registered"),
            ("12T/2022", "earlier 2022-01-01/2022-12-31"),
            ("So với cùng kỳ (%)", "ratio %"),
            ("So cùng kỳ", "ratio lần"),
            ("Ghi chú", "unknown"),
        ] {
            let found = match role(header) {
                Role::Index => "index".to_owned(),
                Role::Name(breakdown) => breakdown.to_string(),
                Role::Figure {
                    measure,
                    unit: None,
                } => measure.to_string(),
                Role::Figure {
                    measure,
                    unit: Some(unit),
                } => format!("{measure} {unit}"),
                Role::Earlier(period) => format!("earlier {period}"),
                Role::Ratio(unit) => format!("ratio {unit}"),
                Role::Unknown => "unknown".to_owned(),
            };
            assert_eq!(found, expected, "{header:?}");
        }
    }
}
