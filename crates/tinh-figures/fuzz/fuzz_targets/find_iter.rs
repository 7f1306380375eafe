//! Any text under any settings: spans in order, on boundaries, inside the text;
//! and the whole text's figure, where it is one, is what `parse` says.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_figures::{Accents, DecimalMark, Layout, Parser, ScaleWords, Shorthand, Spoken};

fuzz_target!(|data: &[u8]| {
    let Some((&settings, data)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(data) else { return };
    let parser = Parser::new()
        .decimal_mark([DecimalMark::Comma, DecimalMark::Dot, DecimalMark::Either][usize::from(settings & 3).min(2)])
        .spoken(if settings & 4 == 0 { Spoken::On } else { Spoken::Off })
        .accents(if settings & 8 == 0 { Accents::Required } else { Accents::Optional })
        .shorthand(if settings & 16 == 0 { Shorthand::On } else { Shorthand::Off })
        .layout([Layout::Prose, Layout::Wrapped, Layout::Table][usize::from(settings >> 5 & 3).min(2)])
        .scale_words(if settings & 128 == 0 { ScaleWords::Vietnamese } else { ScaleWords::WithEnglish });
    let parser = if settings & 96 == 96 { parser.segmented() } else { parser };
    let mut last = 0;
    for m in parser.find_iter(text) {
        let range = m.range();
        assert!(range.start >= last && range.end > range.start && range.end <= text.len());
        assert_eq!(m.as_str(), &text[range.clone()]);
        last = range.end;
        if let Some(noun) = m.noun_range() {
            // Inside where a half follows it: `2 năm rưỡi`.
            assert!(noun.start >= range.end || noun.start > range.start && noun.end < range.end);
            assert_eq!(m.noun(), Some(&text[noun]));
        }
        if let Some(qualifier) = m.qualifier_range() {
            assert_eq!(m.qualifier_text(), Some(&text[qualifier]));
        }
        let _ = &text[m.span_with_qualifier()];
        let figure = m.figure();
        if let (Some(low), Some(high)) = (figure.lower(), figure.upper()) {
            assert!(low <= high);
        }
        let _ = figure.alternative();
        // What is written reads back.
        let written = figure.to_string();
        let back = written.parse::<tinh_figures::Figure>();
        assert_eq!(back.as_ref(), Ok(&figure), "{written}");
    }
});
