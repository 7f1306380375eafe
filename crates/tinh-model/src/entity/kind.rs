//! The kind of what a claim states.

use super::{AgreementKind, Direction, PartnershipKind, Statement};

impl Statement {
    /// The kind of what is stated, as a code: of an agreement, a partnership or
    /// an activity (`memorandum`, `twinning`), the direction of a mission; the
    /// type of anything else.
    #[must_use]
    pub fn kind_code(&self) -> &'static str {
        match self {
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
            },
            Statement::Partnership(partnership) => match partnership.kind {
                PartnershipKind::Twinning => "twinning",
                PartnershipKind::Friendship => "friendship",
                PartnershipKind::Comprehensive => "comprehensive",
                PartnershipKind::Membership => "membership",
                PartnershipKind::Unspecified => "unspecified",
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
}
