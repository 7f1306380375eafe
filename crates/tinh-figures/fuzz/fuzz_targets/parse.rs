//! Any phrase under any settings: a figure or an error inside the text; the
//! figure's texts read back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tinh_figures::{Accents, DecimalMark, Layout, Money, Parser, ScaleWords, Shorthand, words};

fuzz_target!(|data: &[u8]| {
    let Some((&settings, data)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(data) else { return };
    let parser = Parser::new()
        .decimal_mark([DecimalMark::Comma, DecimalMark::Dot, DecimalMark::Either][usize::from(settings & 3).min(2)])
        .accents(if settings & 8 == 0 { Accents::Required } else { Accents::Optional })
        .shorthand(if settings & 16 == 0 { Shorthand::On } else { Shorthand::Off })
        .layout([Layout::Prose, Layout::Wrapped, Layout::Table][usize::from(settings >> 5 & 3).min(2)])
        .scale_words(if settings & 128 == 0 { ScaleWords::Vietnamese } else { ScaleWords::WithEnglish });
    let parser = if settings & 96 == 96 { parser.segmented() } else { parser };
    match parser.parse(text) {
        Ok(m) => {
            let _ = (&text[m.range()], &text[m.span_with_qualifier()]);
            let figure = m.figure();
            let written = figure.to_string();
            assert_eq!(written.parse::<tinh_figures::Figure>().as_ref(), Ok(&figure), "{written}");
            if let Some(value) = figure.value() {
                let said = words(value).to_string();
                assert_eq!(tinh_figures::parse(&said).map(|m| m.value()), Ok(Some(value)), "{said}");
            }
            // Gold, and the currencies of funds, have names no amount is said in.
            let said_so = |m: &Money| format!("1 {}", m.currency().name()).parse::<Money>().is_ok();
            if let Some(money) = figure.money().filter(said_so) {
                let said = money.in_words().to_string();
                assert_eq!(said.parse::<Money>().as_ref(), Ok(&money), "{said}");
            }
        }
        Err(error) => {
            let _ = &text[error.span()];
            assert!(!error.to_string().is_empty());
        }
    }
});
