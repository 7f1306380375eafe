//! The day of publication where the article prints it: `Cập nhật, 16:15, Thứ
//! Ba, 20/12/2022`.

use chrono::NaiveDate;
use tinh_model::time::PartialDate;

/// How many lines from the top a dateline is looked for in.
const TOP: usize = 8;
/// How many words stand beside the date in a dateline at most: a sentence has
/// more.
const WORDS: usize = 6;

/// The date of the first short line near the top that gives one in full.
pub(crate) fn dateline(text: &str) -> Option<NaiveDate> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(TOP).find_map(|line| {
        let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
        let words = line.split_whitespace().filter(is_word).take(WORDS + 1);
        if words.count() > WORDS {
            return None;
        }
        let parts = line.split([' ', ',', '(', ')', '|', ';']);
        parts
            .filter_map(|part| part.parse::<PartialDate>().ok())
            .find_map(|date| date.full())
    })
}

#[cfg(test)]
mod tests {
    use super::dateline;

    #[test]
    fn a_short_line_with_a_date_is_a_dateline_and_a_sentence_is_none() {
        for (text, expected) in [
            (
                "Tiêu đề\nCập nhật, 16:15, Thứ Ba, 20/12/2022 (GMT+7)\nNội dung.",
                Some("2022-12-20"),
            ),
            ("20/12/2022 07:51\nNội dung", Some("2022-12-20")),
            ("Thứ Sáu, 16-11-2017 17:59", Some("2017-11-16")),
            (
                "Ngày 20/12/2022, lãnh đạo tỉnh đã tiếp đoàn công tác của thành phố.",
                None,
            ),
            ("Ngày 20/12, Hà Nội", None),
        ] {
            assert_eq!(
                dateline(text).map(|d| d.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
