//! What arithmetic says of an article, in a terminal and as JSON.

use std::io::{self, Write};

use serde_json::json;
use tinh::articles::{Draft, DraftTime, Drafts, KnownLevel, Recheck, RecheckFinding, RecheckOf};
use tinh::figures::Language;
use tinh::model::rust_decimal::Decimal;
use tinh::model::{Band, Dataset, Source};

use crate::compare::{Verdict, check, observation};

/// The level of a draft at another time, where a dataset has it.
pub(crate) fn known(
    draft: &Draft,
    time: DraftTime,
    (source, text): (&Source, &str),
    data: &Dataset,
) -> Option<KnownLevel> {
    let mut then = draft.clone();
    then.time.value = Some(time);
    let claim = then.claim(&source.id, source.published, text).ok()?;
    let (verdict, other) = check(&claim, data);
    let other = other.filter(|_| !matches!(verdict, Verdict::Older | Verdict::Newer))?;
    let figure = &observation(other)?.figure;
    Some(KnownLevel {
        band: Band::of(&figure.reading()?)?,
        printed: format!("{} ({}, {})", figure.text(), other.time(), other.source()),
    })
}

pub(crate) const fn contradicts(found: &Recheck) -> bool {
    matches!(found.finding, RecheckFinding::Contradicts { .. })
}

/// Writes one finding.
pub(crate) fn write(
    found: &Recheck,
    drafts: &Drafts,
    (name, text): (&str, &str),
    json: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let draft = drafts.drafts.iter().find(|d| d.id == found.draft);
    let printed = draft.map_or("", |d| d.figure.printed.as_str());
    let compared = text.get(found.span.start..found.span.end).unwrap_or("");
    if json {
        let line = json!({"file": name, "start": found.span.start, "end": found.span.end,
            "printed": printed, "compared": compared, "recheck": found});
        return writeln!(out, "{line}");
    }
    let what = match found.of {
        RecheckOf::Comparison(kind) => format!("{printed}, {} {compared}", kind.code()),
        RecheckOf::Sum => printed.to_owned(),
        RecheckOf::Shares => "shares".to_owned(),
    };
    let ends = |band: &Band| {
        let rounded = |value: Decimal| value.round_dp(2).normalize().to_string();
        band.in_language(Language::English, rounded)
    };
    match (&found.finding, found.of) {
        (RecheckFinding::Holds { with }, RecheckOf::Comparison(_)) => {
            writeln!(out, "{name}: {what}: agrees with {with}")
        }
        (RecheckFinding::Holds { with }, _) => writeln!(out, "{name}: {what}: {with} add up"),
        (RecheckFinding::Contradicts { with, expected }, _) => {
            let expected = ends(expected);
            writeln!(
                out,
                "{name}: {what}: contradicts {with}: expected {expected}"
            )
        }
        (RecheckFinding::Implies { expected }, _) => {
            writeln!(out, "{name}: {what}: the other is {}", ends(expected))
        }
        (RecheckFinding::OtherPrices, _) => writeln!(
            out,
            "{name}: {what}: not worked out: the level is at current prices, the growth is not"
        ),
    }
}
