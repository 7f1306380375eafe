//! One answer of a page.

use maud::{Markup, PreEscaped, html};
use tinh_figures::Language;
use tinh_totals::Answer;

use crate::chart::Chart;
use crate::view::{Caveat, Figure, LeftOut, Line, Part, Rhythm, View};
use crate::words;

/// The widths a chart is drawn in; the page shows the one that fits.
const WIDE: u32 = 860;
const NARROW: u32 = 360;

/// How many figures of one reason are listed: an answer over a large dataset
/// leaves out thousands.
const LISTED: usize = 200;

/// The title of an answer and what is below it.
pub(super) fn of(answer: &Answer<'_>, language: Language) -> (String, Markup) {
    let view = View::of(answer, language);
    let rhythm = Rhythm::of(answer);
    let title = view.parts.first().map(|part| part.title.clone());
    let markup = html! {
        @for (at, part) in view.parts.iter().enumerate() {
            @if at > 0 { h2 { (part.title) } }
            (part_of(&view, part, rhythm, language))
        }
        @if view.parts.is_empty() { p { (words::NO_ROWS.of(language)) } }
        (warnings(&view.warnings, language))
        (conversions(&view.conversions, language))
        (left_out(&view.left_out, language))
    };
    let nothing = || words::ANSWER.of(language).to_owned();
    (title.unwrap_or_else(nothing), markup)
}

fn part_of(view: &View, part: &Part, rhythm: Option<Rhythm>, language: Language) -> Markup {
    html! {
        @for line in &part.subtitle { p.subtitle { (line) } }
        (charts(view, part, rhythm, language))
        @for note in &part.notes { p.note { (note) } }
        // A list that reads as a table: a row of a table cannot unfold.
        div.rows style=(format!("--keys:{}", view.keys.len().max(1))) {
            div.head aria-hidden="true" {
                @for key in &view.keys { span { (key) } }
                @if view.keys.is_empty() { span { (words::MEASURE.of(language)) } }
                span.number { (words::VALUE.of(language)) }
                span.count {}
            }
            @for line in &part.rows { (row(view, part, line, false, language)) }
            @for line in &part.totals { (row(view, part, line, true, language)) }
        }
    }
}

/// The chart in two widths; nothing where a single row would be a single bar.
fn charts(view: &View, part: &Part, rhythm: Option<Rhythm>, language: Language) -> Markup {
    let chart = Chart::of_part(view, part, rhythm, language).bare();
    let drawn = |width| chart.clone().width(width).svg();
    html! {
        @if part.rows.len() > 1 {
            @if let (Ok(wide), Ok(narrow)) = (drawn(WIDE), drawn(NARROW)) {
                // The files are SVG of our own making, their texts escaped.
                figure.wide { (PreEscaped(wide)) }
                figure.narrow { (PreEscaped(narrow)) }
            }
        }
    }
}

fn row(view: &View, part: &Part, line: &Line, is_total: bool, language: Language) -> Markup {
    let count = match line.figures.len() {
        1 => words::FIGURES_ONE.of(language).to_owned(),
        several => words::FIGURES.with(language, [&several.to_string()]),
    };
    let keys = view.keys.len().max(1);
    html! {
        details.total[is_total] {
            summary {
                @for at in 0..keys {
                    span.key {
                        @if is_total && at == 0 { (words::TOTAL.of(language)) }
                        @else if view.keys.is_empty() { (part.measure) }
                        @else { (line.names.get(at).map_or("", String::as_str)) }
                    }
                }
                span.number { (line.text) @if !part.unit.is_empty() { " " (part.unit) } }
                span.count {
                    (count)
                    @if let Some(coverage) = &line.coverage { span.coverage { (coverage) } }
                }
            }
            (figures(&line.figures, line.figures.len(), language))
        }
    }
}

/// Printed figures, at most so many of them.
fn figures(all: &[Figure], most: usize, language: Language) -> Markup {
    let headings = [
        words::PRINTED,
        words::ADDED,
        words::PLACE,
        words::TIME,
        words::SOURCE_COLUMN,
    ]
    .map(|word| word.of(language));
    let has_values = all.iter().any(|figure| !figure.value.is_empty());
    let [printed, added, place, time, source] = headings;
    html! {
        table {
            thead { tr {
                th { (printed) }
                @if has_values { th.number { (added) } }
                th { (place) } th { (time) } th { (source) }
            } }
            tbody {
                @for figure in all.iter().take(most) {
                    tr {
                        td data-label=(printed) {
                            span {
                                q { (figure.printed) }
                                @if let Some(note) = &figure.note { span.quoted { (note) } }
                            }
                        }
                        @if has_values { td.number data-label=(added) { (figure.value) } }
                        td data-label=(place) { (figure.place) }
                        td data-label=(time) { (figure.time) }
                        td data-label=(source) { (source_of(figure)) }
                    }
                }
            }
        }
        @if all.len() > most {
            p { (words::MORE_ROWS.with(language, [&all.len().saturating_sub(most).to_string()])) }
        }
    }
}

/// The source, as a link where its address is one of the web.
fn source_of(figure: &Figure) -> Markup {
    let address = figure.address.as_deref().filter(|address| {
        ["https://", "http://"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
    });
    html! {
        @match address {
            Some(address) => a href=(address) rel="noreferrer noopener" { (figure.source) },
            None => (figure.source),
        }
        @if let Some(line) = &figure.line { ", " (line) }
    }
}

/// Caveats; those about figures unfold to them.
fn warnings(caveats: &[Caveat], language: Language) -> Markup {
    html! {
        @if !caveats.is_empty() {
            div.warnings {
                h3 { (words::WARNINGS.of(language)) }
                @for caveat in caveats {
                    @if caveat.figures.is_empty() && caveat.names.is_empty() {
                        p.caveat { (caveat.text) }
                    } @else {
                        details {
                            summary { (caveat.text) }
                            @if !caveat.names.is_empty() { p.caveat { (caveat.names.join(", ")) } }
                            @else { (figures(&caveat.figures, LISTED, language)) }
                        }
                    }
                }
            }
        }
    }
}

fn conversions(made: &[String], language: Language) -> Markup {
    html! {
        @if !made.is_empty() {
            div.conversions {
                h3 { (words::CONVERSIONS.of(language)) }
                ul { @for one in made { li { (one) } } }
            }
        }
    }
}

fn left_out(groups: &[LeftOut], language: Language) -> Markup {
    html! {
        @if !groups.is_empty() {
            div.left-out {
                h3 { (words::LEFT_OUT.of(language)) }
                @for group in groups {
                    details {
                        summary { span.key { (group.reason) } span.count { (group.figures.len()) } }
                        (figures(&group.figures, LISTED, language))
                    }
                }
            }
        }
    }
}
