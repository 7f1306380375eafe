//! From a review to its page.

use std::collections::HashSet;
use std::ops::Range;

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};
use tinh_figures::Language;

use super::data::{Article, Draft, Field, Grade, MarkKind, Review, Verdict};
use super::error::ReviewError;
use super::pieces::Pieces;
use crate::page::{Document, Script};
use crate::words;

const STYLE: &str = include_str!("review.css");
const SCRIPT: Script = Script {
    text: include_str!("review.js"),
    sha256: "ylDFRixK09Cz+ItskVWD7ckkFfkOVzR+qiTIJXbckJQ=",
};

/// Bytes of the text shown with a draft on each side of what it rests on.
const AROUND: usize = 90;

impl Review {
    /// Returns the page as a file of HTML.
    ///
    /// # Errors
    /// [`ReviewError::Span`] where a range is not in its text,
    /// [`ReviewError::NoId`], [`ReviewError::RepeatedId`],
    /// [`ReviewError::UnknownList`].
    pub fn html(&self, language: Language) -> Result<String, ReviewError> {
        self.check()?;
        let mut next = 0;
        let mut pieces = Vec::with_capacity(self.articles.len());
        for article in &self.articles {
            let own = Pieces::of(article, next)?;
            next = own.next();
            pieces.push(own);
        }
        let articles: Vec<(&Article, Pieces)> = self.articles.iter().zip(pieces).collect();
        let document = Document {
            language,
            title: &self.title,
            style: STYLE,
            script: &SCRIPT,
        };
        Ok(document.html(html! {
            (toolbar(&self.title, language))
            div.panes {
                main.texts tabindex="-1" aria-label=(words::ARTICLES.of(language)) {
                    @for (article, pieces) in &articles { (text(article, pieces, language)) }
                }
                section.drafts aria-label=(words::DRAFTS.of(language)) {
                    @for (article, first) in self.articles.iter().zip(self.first_drafts()) {
                        @if articles.len() > 1 { h2 { (article.title) } }
                        @for (one, number) in article.drafts.iter().zip(first..) {
                            (draft(one, number, article, language))
                        }
                        (unattached(article, language))
                    }
                    @if self.articles.iter().all(|article| article.drafts.is_empty()) {
                        p.none { (words::NO_DRAFTS.of(language)) }
                    }
                }
            }
            script #data type="application/json" { (PreEscaped(self.data(&articles, language))) }
        }))
    }

    /// The number of the first draft of each article: drafts are numbered over
    /// all of them.
    fn first_drafts(&self) -> impl Iterator<Item = usize> + '_ {
        self.articles.iter().scan(0_usize, |next, article| {
            let first = *next;
            *next = first.saturating_add(article.drafts.len());
            Some(first)
        })
    }

    /// Refuses what the saved file could not hold or the page not show.
    fn check(&self) -> Result<(), ReviewError> {
        let mut known = HashSet::new();
        for draft in self.articles.iter().flat_map(|article| &article.drafts) {
            let id = draft.claim.get("id").and_then(Value::as_str);
            let id = id.ok_or_else(|| ReviewError::NoId {
                draft: draft.heading.clone(),
            })?;
            if !known.insert(id) {
                return Err(ReviewError::RepeatedId { id: id.to_owned() });
            }
            for field in &draft.fields {
                let list = field.list.as_ref();
                if let Some(list) = list.filter(|list| !self.lists.contains_key(*list)) {
                    return Err(ReviewError::UnknownList {
                        list: list.clone(),
                        field: field.label.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    /// What the script works on, as JSON that cannot end its element.
    fn data(&self, articles: &[(&Article, Pieces)], language: Language) -> String {
        let mut drafts = Vec::new();
        for (number, (article, pieces)) in articles.iter().enumerate() {
            let runs = |spans: &[Range<usize>]| -> Vec<[usize; 2]> {
                spans.iter().map(|span| pieces.run(span)).collect()
            };
            drafts.extend(article.drafts.iter().map(|draft| {
                let fields = draft.fields.iter().map(|field| {
                    json!({
                        "runs": runs(&field.evidence),
                        "choices": field.choices,
                        "list": field.list,
                        "label": field.label,
                        "needed": field.is_missing(),
                    })
                });
                json!({
                    "article": number,
                    "claim": draft.claim,
                    "accept": draft.on_accept,
                    "runs": runs(&draft.evidence),
                    "fields": fields.collect::<Vec<_>>(),
                })
            }));
        }
        let lines: Vec<&[Value]> = articles
            .iter()
            .map(|(article, _)| article.lines.as_slice())
            .collect();
        let data = json!({
            "lines": lines,
            "lists": self.lists,
            "drafts": drafts,
            "words": {
                "count": words::COUNT.of(language),
                "needed": words::NEEDED.of(language),
                "accepted": words::ACCEPTED.of(language),
                "rejected": words::REJECTED.of(language),
                "open": words::UNDECIDED.of(language),
                "saved": words::SAVED.of(language),
                "loaded": words::LOADED.of(language),
                "unreadable": words::UNREADABLE.of(language),
                "forget": words::FORGET_ASK.of(language),
                "all": words::ALL_VALUES.of(language),
            },
        });
        // Only strings can hold the sign.
        data.to_string().replace('<', "\\u003c")
    }
}

fn toolbar(title: &str, language: Language) -> Markup {
    html! {
        header.bar {
            h1 { (title) }
            p #count role="status" aria-live="polite" {}
            div.tools {
                button #save type="button" { (words::SAVE.of(language)) kbd { "s" } }
                label.file { (words::LOAD.of(language)) input #load type="file" accept=".jsonl,.json,.ndjson"; }
                label { input #only type="checkbox"; " " (words::ONLY_OPEN.of(language)) }
                button #forget type="button" { (words::FORGET.of(language)) }
            }
            details.help {
                summary { (words::KEYS.of(language)) }
                dl {
                    @for (keys, word) in [
                        ("j k ↓ ↑", words::KEY_MOVE),
                        ("a", words::KEY_ACCEPT),
                        ("r", words::KEY_REJECT),
                        ("u", words::KEY_UNDO),
                        ("c 1–9", words::KEY_CORRECT),
                        ("Esc", words::KEY_BACK),
                        ("s", words::KEY_SAVE),
                    ] {
                        div { dt { @for key in keys.split(' ') { kbd { (key) } } } dd { (word.of(language)) } }
                    }
                }
            }
            p #said role="alert" {}
        }
        noscript { p.none { (words::NEEDS_SCRIPT.of(language)) } }
    }
}

/// The text of an article, cut into pieces that can be lit.
fn text(article: &Article, pieces: &Pieces, language: Language) -> Markup {
    html! {
        article {
            h2 { (article.title) }
            div.text lang="vi" {
                @for (number, kind, piece) in pieces.iter(&article.text) {
                    span #{ "p" (number) } class=[kind.map(class_of)] title=[kind.map(|kind| name_of(kind, language))] { (piece) }
                }
            }
        }
    }
}

const fn class_of(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Figure => "figure",
        MarkKind::Place => "place",
        MarkKind::Date => "date",
        MarkKind::Name => "name",
    }
}

fn name_of(kind: MarkKind, language: Language) -> &'static str {
    let word = match kind {
        MarkKind::Figure => words::MARK_FIGURE,
        MarkKind::Place => words::MARK_PLACE,
        MarkKind::Date => words::MARK_DATE,
        MarkKind::Name => words::MARK_NAME,
    };
    word.of(language)
}

fn draft(draft: &Draft, number: usize, article: &Article, language: Language) -> Markup {
    html! {
        article.draft #{ "d" (number) } data-draft=(number) tabindex="0" aria-labelledby=(format!("h{number}")) {
            header {
                h3 #{ "h" (number) } { (draft.heading) }
                span.state { (words::UNDECIDED.of(language)) }
                span.acts {
                    button.accept type="button" { (words::ACCEPT.of(language)) kbd { "a" } }
                    button.reject type="button" { (words::REJECT.of(language)) kbd { "r" } }
                    button.undo type="button" { (words::UNDO.of(language)) kbd { "u" } }
                }
            }
            @if let Some(span) = draft.evidence.first() { (quote(&article.text, span)) }
            @for check in &draft.checks {
                @let (class, sign) = match check.verdict {
                    Verdict::Agrees => ("agrees", "✓"),
                    Verdict::Contradicts => ("contradicts", "✗"),
                    Verdict::Unclear => ("unclear", "?"),
                };
                p.check.(class) { span aria-hidden="true" { (sign) } " " (check.text) }
            }
            div.fields {
                @for (at, one) in draft.fields.iter().enumerate() { (field(one, number, at, language)) }
            }
        }
    }
}

fn field(field: &Field, draft: usize, at: usize, language: Language) -> Markup {
    let (sign, grade) = match field.grade {
        Grade::Unknown => ("∅", words::GRADE_UNKNOWN),
        Grade::Assumed => ("?", words::GRADE_ASSUMED),
        Grade::Inherited => ("⇡", words::GRADE_INHERITED),
        Grade::Carried => ("↑", words::GRADE_CARRIED),
        Grade::Printed => ("●", words::GRADE_PRINTED),
    };
    let can_change = !field.choices.is_empty() || field.list.is_some();
    let id = format!("f{draft}-{at}");
    let shown = match field.shown.as_str() {
        "" => words::NOT_KNOWN.of(language),
        shown => shown,
    };
    html! {
        div.field data-field=(at) {
            label for=(id) { (field.label) @if field.is_required { span.needed { " *" } } }
            @if can_change {
                select #(id) {
                    option value="" { (shown) }
                    @for (choice, at) in field.choices.iter().zip(0_usize..) {
                        option value=(at) { (choice.shown) }
                    }
                }
            } @else {
                output #(id) { (shown) }
            }
            span.grade title=(grade.of(language)) { (sign) span.word { " " (grade.of(language)) } }
        }
    }
}

/// What a draft rests on, with a little of the text around it: on a phone the
/// article is not beside it.
fn quote(text: &str, span: &Range<usize>) -> Markup {
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (span.start.saturating_sub(AROUND)..=span.start).find(is_boundary);
    let to = (span.end..=span.end.saturating_add(AROUND)).rfind(is_boundary);
    let (from, to) = (from.unwrap_or(span.start), to.unwrap_or(span.end));
    let piece = |span: Range<usize>| text.get(span).unwrap_or_default();
    html! {
        p.quote lang="vi" {
            @if from > 0 { "…" }
            (piece(from..span.start)) mark { (piece(span.clone())) } (piece(span.end..to))
            @if to < text.len() { "…" }
        }
    }
}

fn unattached(article: &Article, language: Language) -> Markup {
    let text = |span: &Range<usize>| {
        article
            .text
            .get(span.clone())
            .unwrap_or_default()
            .to_owned()
    };
    html! {
        @if !article.unattached.is_empty() {
            details.unattached {
                summary { (words::UNATTACHED.of(language)) " (" (article.unattached.len()) ")" }
                ul {
                    @for figure in &article.unattached {
                        li { q { (text(&figure.span)) } ": " (figure.reason) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_script() {
        crate::page::checksum::is_right(&super::SCRIPT);
    }
}
