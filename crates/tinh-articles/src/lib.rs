//! Vietnamese articles in, draft claims out: every printed figure with its
//! subject, measure, time and status, and the bytes each rests on.
//!
//! ```
//! use tinh_articles::{Article, Grade, Subject};
//!
//! let text = "Lũy kế đến nay, tỉnh Hưng Yên có 2.100 dự án, trong đó có 500 dự án FDI \
//!             với tổng vốn đăng ký 6,5 tỷ USD, tăng 12% so với cùng kỳ.";
//! let found = Article::new(text).draft()?;
//! let fdi = &found.drafts[2];
//! assert_eq!(fdi.measure.value.as_deref(), Some("fdi.registered"));
//! assert_eq!(fdi.subject.value, Some(Subject::Province("hung-yen".into())));
//! assert_eq!(fdi.subject.grade, Grade::Printed);
//! assert_eq!(fdi.comparisons[0].base.as_ref().map(ToString::to_string).as_deref(), Some("previous-year"));
//! # Ok::<(), tinh_articles::ArticleError>(())
//! ```
//!
//! A draft is for a person to confirm. What the words do not tell stays empty,
//! and every field says where it comes from and how firm it is ([`Grade`]).
//! Every figure of the text is accounted for: a draft, a comparison of one, or
//! listed in [`Drafts::unattached`] with the reason.
//!
//! # How a text is read
//!
//! 1. **Text**: letters are composed, `_` of segmented text is a blank; lines
//!    are titles, items, captions, headings or running text, cut into sentences.
//!    All ranges lead back to the bytes that were given.
//! 2. **Mentions**: figures, places, dates and periods (years left out are
//!    filled in), names of projects, zones and organisations, and the cue words
//!    of `data/cues.tsv`, each with a reason. A new cue is a row.
//! 3. **Topics** that stay: whose figures, when, how firm. Each reads the
//!    mentions from left to right and keeps what was said last.
//! 4. **Attachment**: a figure asks each topic, and looks ahead a few words.
//!    Comparisons go to the level before them or stand alone; parts follow their
//!    total; a title takes from the body what it leaves out.
//! 5. **Events**: missions, meetings, agreements and the like, with their
//!    parties, place, date and state.
//!
//! The enums that a program shows or stores field by field ([`Grade`],
//! [`Subject`], [`DraftTime`], [`DraftStatus`], [`RecheckFinding`]) are closed on
//! purpose: a new value has to be answered for wherever one is shown.
//!
//! The same text gives the same drafts; no model is trained and no network is
//! used. Time and memory are linear in the text.
//!
//! # Not supported
//!
//! - HTML, without the feature `html`: take the text out of it first.
//! - Tables: cells that no sentence holds.
//! - Figures whose noun is not in the table are listed, not guessed.
//! - Districts and communes as places of the gazetteer; a district that a
//!   sentence is about is a [`Subject::Project`] by its printed name.

// On docs.rs, items that need a feature say so.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod article;
mod attach;
mod claims;
mod cues;
mod dateline;
mod drafts;
mod events;
#[cfg(feature = "html")]
mod html;
mod mentions;
mod recheck;
mod span;
mod text;
mod topics;
mod unattached;

pub use article::{Article, ArticleError};
pub use drafts::{
    Comparison, ComparisonKind, Draft, DraftBase, DraftFigure, DraftStatus, DraftTime, Drafts,
    Field, Grade, MarkedAs, Subject, TextMark, Trend,
};
pub use events::{DraftEvent, DraftEventKind, EventDate, EventState, PaperKind, Party};
#[cfg(feature = "html")]
pub use html::{Page, PageError};
pub use recheck::{KnownLevel, Recheck, RecheckFinding, RecheckOf};
pub use span::Span;
pub use unattached::{Unattached, UnattachedReason};

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
