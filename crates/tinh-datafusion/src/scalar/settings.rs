//! Settings of the readers, as words of an argument: `'segmented unaccented'`.

use std::fmt;

use tinh_figures::{Accents, DecimalMark, Layout, Parser, ScaleWords};

/// A word, and what it sets.
type Word = (&'static str, fn(Parser) -> Parser);

/// The words of the figures functions.
const FIGURES: [Word; 6] = [
    ("segmented", Parser::segmented),
    ("unaccented", |parser| parser.accents(Accents::Optional)),
    ("wrapped", |parser| parser.layout(Layout::Wrapped)),
    ("table", |parser| parser.layout(Layout::Table)),
    ("english", |parser| {
        parser.scale_words(ScaleWords::WithEnglish)
    }),
    ("decimal_dot", |parser| {
        parser.decimal_mark(DecimalMark::Dot)
    }),
];

/// The description of the argument.
pub(crate) const DESCRIPTION: &str = "words with blanks between them: `segmented` (`_` joins \
    syllables), `unaccented`, `wrapped` (lines broken anywhere), `table`, `english` (`million`, \
    `bn`), `decimal_dot`";

/// The description of the argument where places are read.
pub(crate) const PLACES_DESCRIPTION: &str = "`segmented` (`_` joins syllables), or empty";

/// A word that sets nothing.
#[derive(Debug)]
pub(crate) struct UnknownSetting {
    word: String,
    known: Vec<&'static str>,
}

impl UnknownSetting {
    fn new(word: &str, known: impl Iterator<Item = &'static str>) -> Self {
        Self {
            word: word.chars().take(60).collect(),
            known: known.collect(),
        }
    }
}

impl fmt::Display for UnknownSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { word, known } = self;
        write!(
            f,
            "unknown setting \"{word}\", expected {}",
            known.join(", ")
        )
    }
}

/// The parser of some words; no words are the default.
pub(crate) fn parser(words: &str) -> Result<Parser, UnknownSetting> {
    words
        .split_whitespace()
        .try_fold(Parser::new(), |parser, word| {
            let found = FIGURES.iter().find(|(known, _)| *known == word);
            let (_, set) =
                found.ok_or_else(|| UnknownSetting::new(word, FIGURES.iter().map(|w| w.0)))?;
            Ok(set(parser))
        })
}

/// Whether the words say that the text is segmented.
pub(crate) fn is_segmented(words: &str) -> Result<bool, UnknownSetting> {
    let mut is_segmented = false;
    for word in words.split_whitespace() {
        if word != "segmented" {
            return Err(UnknownSetting::new(word, std::iter::once("segmented")));
        }
        is_segmented = true;
    }
    Ok(is_segmented)
}
