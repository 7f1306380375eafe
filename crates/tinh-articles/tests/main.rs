//! Articles in, drafts out: kinds of sentences as a table, and what holds for
//! every text.

mod properties;
mod sentences;
