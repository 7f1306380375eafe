//! Names of companies without a head: `Vinamilk`, `Central Retail`, `BRG`.

use super::{Actor, Finder};
use crate::cues::{Body, Cue};
use crate::events::who::Who;
use crate::text::Shape;

/// How many words such a name may have.
const LONGEST: usize = 5;

impl Finder<'_, '_> {
    /// A run of capitals with a word that no Vietnamese syllable spells, or with
    /// initials; a person is one by the word before.
    pub(super) fn brand(&self, at: usize, end: usize) -> Option<Actor> {
        if !self.is_plain(at)
            || self.follows_title(at)
            || self.follows_state(at)
            || !self.is_introduced(at)
            || self.is_dateline(at, end)
        {
            return None;
        }
        let mut until = at;
        while until < end.min(at + LONGEST) && self.is_plain(until) {
            until += 1;
            let sign = matches!(self.shape(until), Some(Shape::Sign('&' | '-')));
            until += usize::from(sign && self.glued(until) && self.is_plain(until + 1));
        }
        let foreign = (at..until).any(|word| is_foreign(self.word(word)));
        // `CEO Tim Cook`: after an office a single word is a company.
        let alone = until == at + 1 || !self.may_be_person(at);
        // `24H.COM.VN`: part of an address.
        let dot = |w: usize| self.shape(w) == Some(Shape::Sign('.'));
        let address = (at > 0 && dot(at - 1) && self.glued(at))
            || (dot(until) && self.glued(until) && self.glued(until + 1));
        if !foreign || !alone || address {
            return None;
        }
        let home = self.country_at(until).filter(|&(_, next)| next <= end);
        let until = home.map_or(until, |(_, next)| next);
        let name = self.reading.slice(&(at..until)).to_owned();
        let who = Who::Organisation(name, home.map(|(code, _)| code));
        let mut actor = Actor::body(at..until, who);
        if let Some((_, next)) = self.abbreviation(until, end) {
            actor.words.end = next;
        }
        Some(actor)
    }

    /// A capitalised word of plain letters that names no place or office.
    fn is_plain(&self, at: usize) -> bool {
        let word = self.word(at);
        self.shape(at) == Some(Shape::Capital)
            && word.len() > 1
            && word.bytes().all(|b| b.is_ascii_alphanumeric())
            && self.body(at).is_none()
            && self.level(at).is_none()
            && self.abroad(at).is_none()
            && self.place_at(at).is_none()
    }

    /// `ông`, `bà`, or a part of a longer name before.
    fn follows_title(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let name = self.shape(before) == Some(Shape::Capital);
        let title = self.word(before) == "(" || self.office_before(at, &[Body::Rank]).is_some();
        // `TS. Sittichai Bussaman`.
        let degree = self.shape(before) == Some(Shape::Sign('.'))
            && before
                .checked_sub(1)
                .is_some_and(|w| matches!(self.body(w), Some((Body::Common, _))));
        name || title || degree || (self.word(before) == "-" && self.glued(at))
    }

    /// `ANTD.VN - Ngày 10/3, …`: initials before a dash at the beginning of a line name
    /// who publishes it.
    fn is_dateline(&self, at: usize, end: usize) -> bool {
        let initials = self.word(at).bytes().all(|b| b.is_ascii_uppercase());
        let dash =
            |w: usize| matches!(self.shape(w), Some(Shape::Sign('-' | '–'))) && !self.glued(w);
        let opens = at
            .checked_sub(1)
            .is_none_or(|before| self.opens_line(before));
        initials && opens && (at + 1..end.min(at + 4)).any(dash)
    }

    /// Whether a line ends after a word.
    fn opens_line(&self, before: usize) -> bool {
        let gap = self.reading.bytes(&(before..before + 1)).end
            ..self.reading.bytes(&(before + 1..before + 2)).start;
        let gap = self.reading.text.get(gap);
        gap.is_some_and(|gap| gap.contains('\n'))
    }

    /// Whether a clause, a list or a tie begins at a word: in the middle of a
    /// phrase a loan word is no company (`lốp xe Radial`).
    fn is_introduced(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        if self.opens_line(before) || matches!(self.shape(before), Some(Shape::Sign(_))) {
            return true;
        }
        let leads = |cue: Cue| {
            matches!(
                cue,
                Cue::Link(_)
                    | Cue::Aspect(_)
                    | Cue::Act(_)
                    | Cue::Stop(_)
                    | Cue::Body(_)
                    | Cue::Speaker(_)
            )
        };
        let near = (at.saturating_sub(4)..at).flat_map(|from| self.cues_at(from));
        near.into_iter().any(|c| c.words.end == at && leads(c.cue))
    }

    /// Whether the office of a state or a locality ends at a word: a person follows.
    fn follows_state(&self, at: usize) -> bool {
        (at.saturating_sub(6)..at).any(|from| {
            self.cues_at(from).any(|c| {
                let Cue::Body(body) = c.cue else { return false };
                let person = matches!(
                    body,
                    Body::Nation
                        | Body::NationAbroad
                        | Body::Minister
                        | Body::Envoy
                        | Body::Foreign
                );
                c.words.end == at && person
            })
        })
    }

    /// Where the office that ends before a word begins: `Tổng Giám đốc`, `đại diện`.
    pub(super) fn officer_before(&self, at: usize) -> Option<usize> {
        self.office_before(at, &[Body::Officer, Body::Delegate])
    }

    fn office_before(&self, at: usize, offices: &[Body]) -> Option<usize> {
        let is_one = |cue: Cue| matches!(cue, Cue::Body(body) if offices.contains(&body));
        (at.saturating_sub(5)..at).find(|&from| {
            self.cues_at(from)
                .any(|c| c.words.end == at && is_one(c.cue))
        })
    }

    /// Whether the name after an office may be that of a person: one before the
    /// office is his.
    fn may_be_person(&self, at: usize) -> bool {
        // `đại diện Hyosung Vina` names a body.
        self.office_before(at, &[Body::Officer])
            .is_some_and(|office| {
                let Some(before) = office.checked_sub(1) else {
                    return true;
                };
                let second = self.is_text(before, "kiêm");
                !second && !matches!(self.shape(before), Some(Shape::Sign(',' | '-' | '–' | '(')))
            })
    }

    fn word(&self, at: usize) -> &str {
        self.reading.word(at)
    }
}

/// Whether plain letters spell no Vietnamese syllable: initials, or sounds the
/// language does not join.
pub(super) fn is_foreign(word: &str) -> bool {
    if !word.is_ascii() {
        return false;
    }
    let initials = word.len() >= 3
        && word
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    initials || (word.len() >= 4 && !is_syllable(&word.to_ascii_lowercase()))
}

/// Onset, vowels and coda of a Vietnamese syllable without its marks.
fn is_syllable(word: &str) -> bool {
    const ONSETS: [&str; 27] = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
        "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];
    const VOWELS: [&str; 38] = [
        "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "iu", "ieu",
        "oa", "oe", "oi", "oai", "oao", "oay", "oeo", "ua", "ue", "ui", "uo", "uoi", "uou", "uy",
        "uya", "uye", "uyu", "uu", "ye", "yeu", "uay", "uai",
    ];
    const CODAS: [&str; 9] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""];
    ONSETS
        .iter()
        .filter_map(|onset| word.strip_prefix(onset))
        .any(|rest| {
            CODAS
                .iter()
                .filter_map(|coda| rest.strip_suffix(coda))
                .any(|vowels| VOWELS.contains(&vowels))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brands_are_no_syllables() {
        for brand in [
            "Vinamilk", "Nokia", "Samsung", "Toyota", "Intel", "Lotte", "BMW", "VNPT", "Group",
        ] {
            assert!(is_foreign(brand), "{brand}");
        }
        for word in [
            "Trong", "Theo", "Quang", "Nghi", "Khanh", "Thanh", "Nguy", "Huy", "Bao", "Hai", "An",
            "TP",
        ] {
            assert!(!is_foreign(word), "{word}");
        }
    }
}
