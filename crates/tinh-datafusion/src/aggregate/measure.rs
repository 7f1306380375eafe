//! The rule of a measure: what `defensible_sum` may add.

use tinh_model::{Measure, MeasureUnit, Nature};

/// The rows of a group, as the rule looks at them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    /// The code of the measure, and after a blank whatever else amounts must
    /// share: `fdi.registered stock actual place`.
    pub(super) basis: &'a str,
    /// `money` or `number`, where the amounts say so.
    pub(super) kind: Option<&'a str>,
    /// Whether the amounts have a currency.
    pub(super) has_currency: bool,
    /// The number of amounts added.
    pub(super) count: i64,
}

/// Why these rows do not add, in the words of the library; `None` where they
/// do.
pub(super) fn refusal(rows: Rows<'_>) -> Option<String> {
    let mut words = rows.basis.split(' ');
    let measure: Measure = match words.next().unwrap_or_default().parse() {
        Ok(measure) => measure,
        Err(error) => return Some(error.to_string()),
    };
    let unit = measure.unit();
    let found = match (rows.has_currency, rows.kind) {
        (true, _) | (false, Some("money")) => "money",
        (false, _) => "a number without a currency",
    };
    if (unit == MeasureUnit::Money) != (found == "money") {
        return Some(format!(
            "{measure} is a measure of unit {unit}, found {found}"
        ));
    }
    if rows.count > 1 && !measure.is_additive() {
        return Some(format!(
            "{measure} cannot be added over rows: it is not additive"
        ));
    }
    let nature = words.next().unwrap_or_default();
    match (measure.nature(), nature) {
        (Nature::Stock, "flow") | (Nature::Flow, "stock") => Some(format!(
            "{measure} is a {}, found a {nature}",
            measure.nature()
        )),
        _ => None,
    }
}

/// What to say of two measures of which one contains the other; `None` of any
/// others.
pub(super) fn part_and_whole<'a>(bases: impl Iterator<Item = &'a str>) -> Option<String> {
    let measures: Vec<Measure> = bases
        .filter_map(|basis| basis.split(' ').next()?.parse().ok())
        .collect();
    let is_here = |code: &str| measures.iter().any(|measure| measure.code() == code);
    measures.iter().find_map(|part| {
        wholes(part)
            .find(|code| is_here(code))
            .map(|whole| format!("{part} is a part of {whole}"))
    })
}

/// The measures that contain this one, the next larger first.
fn wholes(part: &Measure) -> impl Iterator<Item = &str> {
    let larger = |code: &&str| {
        let whole = Measure::all().find(|measure| measure.code() == *code)?;
        whole.definition().whole()
    };
    // No chain is longer than the table, even if a row of it went astray.
    std::iter::successors(part.definition().whole(), larger).take(Measure::all().len())
}
