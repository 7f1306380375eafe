//! Arithmetic on the figures of an article: `tests/data/rechecks.tsv`.

use table_tests::each_row;
use tinh_articles::{Recheck, RecheckFinding, RecheckOf};

use crate::sentences::drafts;

/// A finding in one line: `1 growth implies 100..102`.
fn line(found: &Recheck) -> String {
    let of = match found.of {
        RecheckOf::Comparison(kind) => kind.code(),
        RecheckOf::Sum => "sum",
        RecheckOf::Shares => "shares",
    };
    let finding = match &found.finding {
        RecheckFinding::Holds { with } => format!("holds with {with}"),
        RecheckFinding::Contradicts { with, expected } => {
            format!("contradicts {with}: {expected}")
        }
        RecheckFinding::Implies { expected } => {
            format!("implies {expected}")
        }
        RecheckFinding::OtherPrices => "other prices".to_owned(),
    };
    format!("{} {of} {finding}", found.draft)
}

#[test]
fn figures_are_worked_out_again() {
    let columns = ["name", "published", "text", "findings"];
    each_row("tests/data/rechecks.tsv", &columns, |row| {
        let [_, published, text, expected] = row.fields();
        let found: Vec<String> = drafts(text, published)
            .rechecks(|_, _| None)
            .iter()
            .map(line)
            .collect();
        let found = match found.is_empty() {
            true => "-".to_owned(),
            false => found.join(" ; "),
        };
        if found == expected {
            Ok(())
        } else {
            Err(format!("found {found}"))
        }
    });
}
