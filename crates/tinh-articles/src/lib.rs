//! Vietnamese articles in, draft claims out: every printed figure with its
//! subject, measure, time and status, and the bytes each rests on.

mod article;
mod attach;
mod claims;
mod cues;
mod dateline;
mod drafts;
mod events;
mod mentions;
mod text;
mod topics;

pub use article::{Article, ArticleError};
pub use drafts::{
    Comparison, ComparisonKind, Direction, Draft, DraftBase, DraftFigure, DraftStatus, DraftTime,
    Drafts, Field, Grade, MarkedAs, Span, Subject, TextMark, Unattached,
};
pub use events::{DraftEvent, EventDate, EventKind, EventState, PaperKind, Party};
