//! The partner and the sector of a figure.

use tinh_model::claim::Quantity;
use tinh_model::{Partner, Sector, Statement};

/// The one partner and the sector a figure is of.
pub(crate) fn breakdown<'a>(quantity: &Quantity<'a>) -> (Option<&'a Partner>, Option<&'a str>) {
    let statement = quantity.claim.statement();
    let partner = match statement.partners().as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let sector = match statement {
        Statement::Observation(observation) => observation.sector.as_ref().map(Sector::name),
        Statement::InvestmentProject(project) => project.sector.as_ref().map(Sector::name),
        _ => None,
    };
    (partner, sector)
}

/// The partners of a figure that has more than one, by name.
pub(crate) fn several_partners(quantity: &Quantity<'_>) -> Vec<String> {
    let named = quantity.claim.statement().partners();
    if named.len() < 2 {
        return Vec::new();
    }
    named.iter().map(ToString::to_string).collect()
}
