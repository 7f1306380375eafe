//! The review page: articles beside the claims drafted from them.
//!
//! Plain data in, one self-contained file of HTML out. A reader accepts,
//! corrects and rejects drafts by mouse or keyboard; the browser saves the
//! accepted ones as JSON Lines that [`Dataset::read_jsonl`] reads.
//!
//! [`Dataset::read_jsonl`]: tinh_model::Dataset::read_jsonl
//!
//! ```
//! use tinh_pages::Language;
//! use tinh_pages::review::{Article, Choice, Draft, Field, Grade, Review};
//! use serde_json::json;
//!
//! let text = "Hải Phòng có 982 dự án FDI.";
//! let place = Field::new("place", "Địa phương", "Hải Phòng", Grade::Printed)
//!     .resting_on(0..12)
//!     .or(Choice::new("Hải Dương", [("place", json!("hai-duong"))]));
//! let claim = json!({"type": "observation", "id": "a-1", "source": "a", "place": "hai-phong",
//!     "as_of": "2022-12-20", "measure": "fdi.projects", "figure": "982"});
//! let draft = Draft::new("982 dự án", claim.as_object().cloned().unwrap_or_default())
//!     .resting_on(16..29)
//!     .field(place);
//! let review = Review::new("Duyệt").article(
//!     Article::new("Hải Phòng hội nhập", text)
//!         .line(json!({"type": "source", "id": "a", "title": "Hải Phòng hội nhập"}))
//!         .draft(draft),
//! );
//! let html = review.html(Language::Vietnamese)?;
//! assert!(html.starts_with("<!DOCTYPE html>"));
//! # Ok::<(), tinh_pages::review::ReviewError>(())
//! ```

mod data;
mod error;
mod from_checks;
mod from_drafts;
mod from_events;
mod pieces;
mod render;

pub use data::{
    Article, Check, Choice, Draft, Field, Grade, Mark, MarkKind, Review, Unattached, Verdict,
};
pub use error::ReviewError;
