//! What a header cell says of its column.
//!
//! Headers are told by the words in them, never by where they stand: columns
//! move, one is added, a line break or a space slips in. Two rows of headers
//! (`Vốn đăng ký` over `cấp mới` and `điều chỉnh`) are read as one.

use tinh_model::time::Period;
use tinh_model::{Basis, CapitalKind, Counted, Expression, Indicator, Measure};

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
    if matches!(
        folded.trim_end_matches('.'),
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
    use CapitalKind::Fdi;
    let has = |words: &str| folded.contains(words);
    let adjusted = has("dieu chinh") || has("tang von") || has("tang them") || has("bo sung");
    let shares = has("gop von") || has("mua co phan");
    let new = has("cap moi");
    let count = |counted| Measure::new(Indicator::CapitalCount(Fdi, counted), Expression::Level);
    if has("von dieu le") || has("phap dinh") {
        // Charter capital is another thing than registered capital.
        return None;
    }
    if has("luot") || has("so du an") || folded.starts_with("so da") || has("so gcn") {
        return Some(count(if shares {
            Counted::SharePurchases
        } else if adjusted {
            Counted::Adjustments
        } else {
            Counted::Projects
        }));
    }
    if !has("von") {
        return None;
    }
    let basis = if has("thuc hien") || has("giai ngan") {
        Basis::Implemented
    } else if has("tong von") || (new && adjusted) {
        Basis::Registered
    } else if shares {
        Basis::SharePurchase
    } else if adjusted {
        Basis::RegisteredAdjusted
    } else if new {
        Basis::RegisteredNew
    } else if has("dang ky") || has("von dau tu") {
        Basis::Registered
    } else {
        return None;
    };
    Some(Measure::capital(Fdi, basis))
}

/// The unit in the last brackets of a header, or after `đơn vị:`.
pub(crate) fn unit(header: &str) -> Option<Unit> {
    let inside = header
        .rfind('(')
        .and_then(|open| header.get(open.checked_add(1)?..))
        .and_then(|rest| rest.split(')').next());
    if let Some(unit) = inside.and_then(unit_words) {
        return Some(unit);
    }
    let folded = fold(header);
    let after = ["don vi tinh", "don vi", "dvt"]
        .iter()
        .find_map(|words| folded.split_once(words))?
        .1;
    unit_words(after.trim_start_matches([':', ' ']))
}

fn unit_words(text: &str) -> Option<Unit> {
    let text = fold(text);
    let text = text.trim_end_matches(['.', ',', ')']);
    // `triệu đô` and `tr. USD` of older tables.
    let text = text.replace("tr. ", "trieu ").replace("$ my", "usd");
    Unit::parse(&text).or_else(|| {
        let text = text.replace("do la my", "usd").replace("do la", "usd");
        Unit::parse(&text)
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
