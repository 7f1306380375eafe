//! The measured inputs the benches share.
