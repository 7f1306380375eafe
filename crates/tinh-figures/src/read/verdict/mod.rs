//! The verdict: what looks like a figure in running text and is none.
//!
//! An ordered list of named rules. Each sees the whole phrase, says where to go
//! on if the phrase is not a figure, and has its rows in `tests/data/rules.tsv`:
//! what it leaves alone, and what it must not touch. A text that is one phrase
//! has no context, and no rule applies.

mod dates;
pub(super) mod glued;
mod labels;
mod lists;
mod words;

use super::cursor::Cursor;
use super::phrase::Phrase;
use crate::figure::Kind;
use crate::vocabulary::{Set, Sets};

/// What must hold of a phrase for a rule to be asked: bits.
type Needs = u8;
/// No unit, no scale, no decimals in words: a bare number.
const BARE: Needs = 1;
/// Written in digits.
const DIGITS: Needs = 2;
/// One word below ten.
const LONE: Needs = 4;
/// Two ends.
const RANGE: Needs = 8;
/// Neither a unit nor a noun behind it.
const NOTHING_BEHIND: Needs = 16;
/// Digits alone: neither marks nor a second end.
const PLAIN: Needs = 32;
/// A word before it that may number or date it.
const LABELLED: Needs = 64;

/// The sets of such words.
pub(super) const LABELS: Sets = Sets::of(&[
    Set::Label,
    Set::Law,
    Set::LabelSmall,
    Set::Day,
    Set::FirstDays,
    Set::Daytime,
    Set::Month,
    Set::Quarter,
    Set::Year,
    Set::Numero,
    Set::Clock,
]);

/// One rule.
#[cfg_attr(not(test), expect(dead_code))] // name and reason are for people and tests
pub(super) struct Rule {
    pub(super) name: &'static str,
    /// Why such a phrase is not a figure.
    pub(super) why: &'static str,
    needs: Needs,
    /// Where to go on, if the phrase is not a figure.
    applies: fn(&Cursor<'_>, &Phrase) -> Option<usize>,
}

/// The rules, in the order they are asked.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "glued-letters",
        why: "letters glued to digits that are not a unit: 5G, 1A, 20h",
        needs: DIGITS | NOTHING_BEHIND,
        applies: glued::letters,
    },
    Rule {
        name: "once",
        why: "một lần is once, not a multiple",
        needs: LONE,
        applies: words::once,
    },
    Rule {
        name: "weekday",
        why: "thứ hai is Monday unless a rank is spoken of",
        needs: 0,
        applies: dates::weekday,
    },
    Rule {
        name: "grade",
        why: "đất hạng 2, bệnh viện hạng 1 are grades; xếp hạng 2 is a rank",
        needs: DIGITS,
        applies: labels::grade,
    },
    Rule {
        name: "month-before-range",
        why: "in quý 1 - 5% the 1 is the quarter, not an end of the range",
        needs: RANGE | LABELLED,
        applies: dates::month_before_range,
    },
    Rule {
        name: "half-of-noun",
        why: "2 dự án rưỡi, 2 giờ rưỡi: no figure rather than a wrong one",
        needs: 0,
        applies: words::half_of_noun,
    },
    Rule {
        name: "clock-after",
        why: "4 giờ ngày 6/9, 17 giờ 30 chiều nay are times of the day",
        needs: BARE,
        applies: dates::clock_after,
    },
    Rule {
        name: "lone-word",
        why: "one word below ten counts only by what follows: một số, ba mẹ, năm qua",
        needs: BARE | LONE,
        applies: words::lone,
    },
    Rule {
        name: "article",
        why: "một before a noun is the article, unless it measures or is counted",
        needs: BARE | LONE,
        applies: words::article,
    },
    Rule {
        name: "some",
        why: "1 số is một số",
        needs: BARE | DIGITS | PLAIN | NOTHING_BEHIND,
        applies: words::some,
    },
    Rule {
        name: "rise-without-scale",
        why: "in tăng từ 70 lên 85 triệu the 70 lacks its scale",
        needs: BARE | NOTHING_BEHIND | PLAIN,
        applies: words::rise_without_scale,
    },
    Rule {
        name: "list-marker",
        why: "1. or (2) before an item numbers it",
        needs: BARE | DIGITS | PLAIN,
        applies: lists::marker,
    },
    Rule {
        name: "heading",
        why: "Mức 1: numbers what follows it",
        needs: BARE | DIGITS | PLAIN | NOTHING_BEHIND,
        applies: lists::heading,
    },
    Rule {
        name: "row-number",
        why: "a small number alone in its line or first cell numbers the row",
        needs: BARE | DIGITS | PLAIN | NOTHING_BEHIND,
        applies: lists::row_number,
    },
    Rule {
        name: "reference",
        why: "[1] and a word(1) refer to a note",
        needs: BARE | DIGITS | PLAIN,
        applies: lists::reference,
    },
    Rule {
        name: "long-digits",
        why: "ten digits without a mark are a code",
        needs: BARE | DIGITS | PLAIN | NOTHING_BEHIND,
        applies: lists::long_digits,
    },
    Rule {
        name: "dotted-date",
        why: "ngày 6.12, tháng 1.2021 are dates",
        needs: BARE | DIGITS | LABELLED,
        applies: dates::dotted,
    },
    Rule {
        name: "day-and-month",
        why: "dịp 2-9, từ 1-7 đến 15-8 are days, thua 1-3 a score",
        needs: BARE | DIGITS | RANGE,
        applies: dates::day_and_month,
    },
    Rule {
        name: "date-in-words",
        why: "13 tháng 8 năm 2012, 30 Tết are days",
        needs: BARE | PLAIN,
        applies: dates::in_words,
    },
    Rule {
        name: "date",
        why: "what follows ngày, tháng, quý, năm, mùng is the day, month, quarter or year",
        needs: BARE | LABELLED,
        applies: dates::labelled,
    },
    Rule {
        name: "number-sign",
        why: "what follows số numbers a thing; tổng số, dân số count",
        needs: BARE | LABELLED,
        applies: labels::number_sign,
    },
    Rule {
        name: "version",
        why: "công nghiệp 4.0 is a version",
        needs: BARE | DIGITS,
        applies: labels::version,
    },
    Rule {
        name: "year-not-five",
        why: "in mỗi năm doanh nghiệp the năm is the year",
        needs: BARE | LONE,
        applies: words::year_not_five,
    },
    Rule {
        name: "label",
        why: "điều 5, lớp 12, Vành đai 4 are numbered, and so is all of điều 6, 7 và 9",
        needs: BARE | DIGITS | LABELLED,
        applies: labels::label,
    },
    Rule {
        name: "name",
        why: "cầu Bến Tre 2, KCN Phú An 2 are names",
        needs: BARE | DIGITS | PLAIN,
        applies: labels::name,
    },
    Rule {
        name: "foreign-name",
        why: "Mazda 3, Windows 10, VTV 3 and S 9 are names; Singapore 45 and AQI 153 count",
        needs: BARE | DIGITS | NOTHING_BEHIND,
        applies: labels::foreign_name,
    },
    Rule {
        name: "spoken-name",
        why: "Đồng Tháp Mười is a name",
        needs: BARE | NOTHING_BEHIND,
        applies: labels::spoken_name,
    },
    Rule {
        name: "short-code",
        why: "gọi 9115, tổng đài 18001090 are telephones",
        needs: BARE | DIGITS | PLAIN | NOTHING_BEHIND,
        applies: labels::short_code,
    },
    Rule {
        name: "clock-before",
        why: "lúc 16 giờ 15 phút is a time of the day",
        needs: BARE | LABELLED,
        applies: dates::clock_before,
    },
    Rule {
        name: "year",
        why: "a bare number from 1900 to 2099 is a year",
        needs: BARE | DIGITS,
        applies: dates::year,
    },
    Rule {
        name: "years-and-months",
        why: "năm tháng are years and months, not five months",
        needs: BARE | LONE,
        applies: words::years_and_months,
    },
    Rule {
        name: "unfinished",
        why: "what follows directly belongs to the number and is not understood: nothing rather than its first half",
        needs: NOTHING_BEHIND,
        applies: words::unfinished,
    },
];

impl Phrase {
    /// What holds of the phrase, as bits of [`Needs`].
    fn facts(&self) -> Needs {
        let number = &self.number;
        let unit = self.unit.is_none();
        let bit = |holds: bool, bit: Needs| if holds { bit } else { 0 };
        bit(
            unit && number.scale == 0
                && !(number.places > 0 && number.spoken)
                && self.kind != Kind::Ordinal,
            BARE,
        ) | bit(!number.spoken, DIGITS)
            | bit(number.lone, LONE)
            | bit(self.range.is_some(), RANGE)
            | bit(unit && !self.noun.is_some(), NOTHING_BEHIND)
            | bit(number.plain && self.range.is_none(), PLAIN)
            | bit(self.label.sets.meets(LABELS), LABELLED)
    }
}

/// The rules to ask, by what holds of a phrase: a bit each.
static ASKED: [u32; 128] = {
    let mut asked = [0; 128];
    let mut facts = 0;
    while facts < asked.len() {
        let mut i = 0;
        while i < RULES.len() {
            if RULES[i].needs as usize & !facts == 0 {
                asked[facts] |= 1 << i;
            }
            i += 1;
        }
        facts += 1;
    }
    asked
};

/// The rule by which the phrase is not a figure, and where to go on.
pub(super) fn against(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<(&'static Rule, usize)> {
    let mut asked = ASKED.get(usize::from(phrase.facts())).copied()?;
    let mut against = None;
    while asked != 0 && against.is_none() {
        let rule = RULES.get(asked.trailing_zeros() as usize)?;
        asked &= asked - 1;
        against = (rule.applies)(cursor, phrase).map(|end| (rule, end));
    }
    #[cfg(test)]
    if let Some((rule, _)) = against {
        tests::SPOKE.with_borrow_mut(|spoke| spoke.push(rule.name));
    }
    against
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::HashSet;

    use super::RULES;

    thread_local! {
        /// The rules that were against a phrase since this was cleared.
        pub(super) static SPOKE: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }

    /// Each rule has a row it leaves alone, where it is the one that speaks, and a
    /// row it must not touch; and each row names a rule there is.
    #[test]
    fn every_rule_has_rows_on_both_sides() {
        let table = include_str!("../../../tests/data/rules.tsv");
        let mut sides = HashSet::new();
        for row in table.lines().skip(1) {
            let fields: Vec<&str> = row.split('\t').collect();
            let (name, rule) = (fields[0], fields[1]);
            if rule.is_empty() {
                continue;
            }
            let text = fields[2].replace("\\n", "\n");
            SPOKE.with_borrow_mut(Vec::clear);
            let found = crate::find_iter(&text).count();
            let spoke = SPOKE.with_borrow(|spoke| spoke.contains(&rule));
            assert!(
                RULES.iter().any(|r| r.name == rule),
                "{name}: no rule {rule}"
            );
            assert!(spoke || found > 0, "{name}: {rule} left nothing alone");
            sides.insert((rule, spoke));
        }
        for rule in RULES {
            assert!(!rule.why.is_empty());
            for side in [true, false] {
                assert!(
                    sides.contains(&(rule.name, side)),
                    "{}: no row, {side}",
                    rule.name
                );
            }
        }
    }
}
