//! Articles in, drafts out.
