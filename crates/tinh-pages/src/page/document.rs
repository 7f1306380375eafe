//! The frame of every page: one file, nothing loaded, one script.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use tinh_figures::Language;

/// A script of a page with its checksum, so that a browser runs it and no other.
#[derive(Debug)]
pub(crate) struct Script {
    pub(crate) text: &'static str,
    /// SHA-256 in base 64; a test tells the right one.
    pub(crate) sha256: &'static str,
}

pub(crate) struct Document<'a> {
    pub(crate) language: Language,
    pub(crate) title: &'a str,
    pub(crate) style: &'static str,
    pub(crate) script: &'a Script,
}

impl Document<'_> {
    /// The file around a body.
    pub(crate) fn html(&self, body: Markup) -> String {
        let policy = format!(
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; \
             base-uri 'none'; form-action 'none'",
            self.script.sha256
        );
        html! {
            (DOCTYPE)
            html lang=(self.language.choose("vi", "en")) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    style { (PreEscaped(self.style)) }
                }
                body {
                    (body)
                    script { (PreEscaped(self.script.text)) }
                }
            }
        }
        .into_string()
    }
}

#[cfg(test)]
pub(crate) mod checksum {
    use base64::Engine;
    use sha2::{Digest, Sha256};

    use super::Script;

    /// A browser refuses a script whose checksum is another.
    #[track_caller]
    pub(crate) fn is_right(script: &Script) {
        let digest = Sha256::digest(script.text.as_bytes());
        let right = base64::engine::general_purpose::STANDARD.encode(digest);
        assert_eq!(script.sha256, right);
    }
}
