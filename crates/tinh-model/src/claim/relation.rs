//! How one claim relates to another: mentions are not facts.

use crate::coded::coded;

coded! {
    /// How a claim relates to another.
    RelationKind {
        /// Both speak of one fact: never counted twice.
        SameAs = "same_as",
        /// It is contained in the other: never added to it.
        PartOf = "part_of",
        /// It puts the other right, which is then left out.
        Corrects = "corrects",
        /// Both cannot be true: listed, never averaged.
        ConflictsWith = "conflicts_with",
        /// It speaks of the same matter and is another fact: a memorandum and
        /// the relation it prepares. Nothing follows for a total.
        BearsOn = "bears_on",
    }
}

/// A relation of a claim to another.
///
/// ```
/// use tinh_model::claim::RelationKind;
/// use tinh_model::entity::{Activity, ActivityKind};
/// use tinh_model::time::Time;
/// use tinh_model::{Claim, Place};
///
/// let fair = Activity::new(ActivityKind::PromotionEvent);
/// let caption = Claim::new("caption", "s", Place::National, Time::Undated, fair)?
///     .related(RelationKind::SameAs, "text");
/// let relation = &caption.relations()[0];
/// assert_eq!((relation.kind, relation.to.as_str()), (RelationKind::SameAs, "text"));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// The id of the other claim.
    pub to: String,
}
