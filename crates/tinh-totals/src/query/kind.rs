//! The kind of what a claim states.

use tinh_model::Statement;
use tinh_model::entity::{AgreementKind, Direction, PartnershipKind};

/// The kind of what a claim states, as the code of the dataset.
pub(super) fn kind(statement: &Statement) -> &'static str {
    match statement {
        Statement::Agreement(agreement) => match agreement.kind {
            AgreementKind::Memorandum => "memorandum",
            AgreementKind::InternationalAgreement => "international-agreement",
            AgreementKind::Twinning => "twinning",
            AgreementKind::CoordinationProgramme => "coordination-programme",
            AgreementKind::Labour => "labour",
            AgreementKind::Aid => "aid",
            AgreementKind::Contract => "contract",
            AgreementKind::TradeAgreement => "trade-agreement",
            AgreementKind::Unspecified => "unspecified",
            _ => "other",
        },
        Statement::Partnership(partnership) => match partnership.kind {
            PartnershipKind::Twinning => "twinning",
            PartnershipKind::Friendship => "friendship",
            PartnershipKind::Comprehensive => "comprehensive",
            PartnershipKind::Membership => "membership",
            PartnershipKind::Unspecified => "unspecified",
            _ => "other",
        },
        Statement::Activity(activity) => activity.kind.code(),
        Statement::Mission(mission) => match mission.direction {
            Direction::Outbound => "outbound",
            Direction::Inbound => "inbound",
            _ => "working-session",
        },
        other => other.type_code(),
    }
}
