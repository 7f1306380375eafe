//! Codes of measures: of capital at a stage, and of nouns.

use crate::cues::{Basis, Capital, Noun};

pub(super) fn money_code(capital: Option<Capital>, stage: Basis) -> String {
    let stem = match capital {
        Some(Capital::Fdi) => "fdi",
        Some(Capital::Ddi) => "ddi",
        Some(Capital::Ofdi) => "ofdi",
        Some(Capital::Oda) => "oda",
        Some(Capital::OdaLoan) => "oda-loan",
        Some(Capital::OdaGrant) => "oda-grant",
        Some(Capital::ConcessionalLoan) => "concessional-loan",
        Some(Capital::Counterpart) => "counterpart",
        Some(Capital::NgoAid) => "ngo-aid",
        Some(Capital::Any) | None if stage == Basis::Share => "fdi",
        Some(Capital::Any) | None => "investment",
    };
    let aid = matches!(
        stem,
        "oda" | "oda-loan" | "oda-grant" | "concessional-loan" | "counterpart" | "ngo-aid"
    );
    let stage = match stage {
        Basis::Implemented => "implemented",
        Basis::Committed if aid => "committed",
        Basis::Planned | Basis::Worth if aid => "planned",
        // A grant is given whole.
        _ if matches!(stem, "oda-grant" | "concessional-loan") => "planned",
        _ if aid => "unstated",
        Basis::New => "registered-new",
        Basis::Adjusted => "registered-adjusted",
        Basis::Share => "share-purchase",
        Basis::Called => return "investment.called".to_owned(),
        Basis::Planned if stem == "investment" => "planned",
        // A partner promises aid; investors register what they promise.
        Basis::Registered | Basis::Planned | Basis::Total | Basis::Worth | Basis::Committed => {
            "registered"
        }
    };
    format!("{stem}.{stage}")
}

/// Whether a topic counts what a noun names.
pub(super) fn fits(noun: Noun, topic: &str) -> bool {
    noun.counted().topics.contains(&topic)
}
