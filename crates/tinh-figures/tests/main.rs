//! The behaviour of the crate: tables of phrases and sentences, and properties.

mod table;

mod tables;
