//! Bodies by their names: the head, and how far the name goes.

use std::ops::Range;

use super::brands::is_foreign;
use super::memory::Known;
use super::{Actor, Finder, LONGEST, Phrase};
use crate::cues::{Aspect, Body, Cue, Group, WordClass};
use crate::events::who::Who;
use crate::text::Shape;

impl<'a, 'p> Finder<'a, 'p> {
    pub(super) fn organisation(&mut self, at: usize, head: usize, end: usize) -> Option<Actor> {
        let name_end = self.name_end(head, self.person_start(at, head, end));
        // `Nhà sáng lập Tập đoàn xây dựng Thái Bình Dương`: no person, the name.
        let Some(name_end) = name_end.or_else(|| self.name_end(head, end)) else {
            return self.same_body(at, head);
        };
        let agency = matches!(self.body(at), Some((Body::Agency, _)));
        let listed = self.listed_name(name_end, end).filter(|_| agency);
        let name_end = listed.map_or(name_end, |(_, next)| next);
        if agency && self.is_of_two(at..name_end) {
            return None;
        }
        let head_text = self.reading.slice(&(at..head)).to_lowercase();
        let (printed, mut phrase) = self.printed_body(at..name_end, end);
        let mut country = (at..name_end)
            .find_map(|word| self.country_at(word))
            .map(|(code, _)| code);
        let mut short = self.abbreviation(name_end, end).map(|(short, _)| short);
        // `Hiệp hội Thương mại Hàn Quốc tại Việt Nam`: where it sits.
        if let Some((seat, next)) = self.country_at(phrase.end + 1)
            && country.is_some_and(|country| country != seat)
            && self.is_text(phrase.end, "tại")
        {
            phrase.end = next;
            (short, phrase.end) = self
                .abbreviation(next, end)
                .map_or((None, next), |(short, next)| (Some(short), next));
        }
        // `Trường X, tỉnh Sơn Đông, Trung Quốc`: its address.
        while self.shape(phrase.end) == Some(Shape::Sign(','))
            && self.level(phrase.end + 1).is_some()
            && let Some((Some(code), next)) = self.ground(phrase.end + 1)
            && code != "VN"
            && next <= end
        {
            (country, phrase.end) = (Some(code), next);
        }
        self.qualify(&mut phrase, end);
        country = phrase.qualifier.or(country);
        let unit = (at..name_end).find_map(|word| match self.place_at(word) {
            Some((who @ Who::Province(_), next)) if next == name_end => Some(who),
            _ => None,
        });
        // `Trung tâm Chuyển đổi số TP.HCM` acts for the city.
        // `Trung tâm X (Sở Công Thương)`: a body of a province.
        let opened = self.shape(name_end) == Some(Shape::Sign('('));
        let parent = self.body(name_end + 1).filter(|_| opened && agency);
        let parent = parent.filter(|&(body, _)| body == Body::Province);
        let unit = unit.or_else(|| parent.and(self.memory.last_unit).map(Who::Province));
        let who = match unit
            .filter(|_| agency)
            .or_else(|| self.agency_abroad(at, name_end))
        {
            Some(unit) => unit,
            None => Who::Organisation(printed, country),
        };
        if let Some(short) = short {
            let short = self.reading.slice(&short).to_owned();
            self.memory
                .names
                .entry(short)
                .or_insert_with(|| Known::acting(who.clone()));
        }
        // `Tập đoàn Mỹ`: the country stays one.
        let place = self
            .place_at(head)
            .is_some_and(|(_, next)| next == name_end);
        if name_end > head && !place {
            let short = self.reading.slice(&(head..name_end)).to_owned();
            self.memory
                .names
                .entry(short)
                .or_insert_with(|| Known::acting(who.clone()));
        }
        self.memory.last_organisation = Some((head_text, who.clone()));
        Some(Actor::body(at..phrase.end, who))
    }

    /// `Văn phòng Ngoại vụ tỉnh Giang Tô`: acts for the locality abroad after it.
    fn agency_abroad(&self, at: usize, name_end: usize) -> Option<Who> {
        let agency = matches!(self.body(at), Some((Body::Agency, _)));
        let (_, name) = self.level(name_end).filter(|_| agency)?;
        let (abroad, end) = self.abroad(name)?;
        let name = self.reading.slice(&(name..end)).to_owned();
        Some(Who::Locality(name, Some(abroad.country)))
    }

    /// `Chủ tịch Tập đoàn Hòa Phát Trần Đình Long`: where the person begins, after
    /// an officer's body; the end of the sentence where none is named.
    fn person_start(&self, at: usize, head: usize, end: usize) -> usize {
        if self.officer_before(at).is_none() {
            return end;
        }
        let capital = |w: usize| self.shape(w) == Some(Shape::Capital);
        (head + 1..end.min(head + LONGEST))
            .find(|&w| self.is_surname(w) && capital(w) && capital(w + 1) && capital(w + 2))
            .or_else(|| self.foreign_person(head, end))
            .unwrap_or(end)
    }

    /// `Chủ tịch Tập đoàn Siemens Roland Busch`: of three foreign names the last two.
    fn foreign_person(&self, head: usize, end: usize) -> Option<usize> {
        let plain =
            |w: usize| self.shape(w) == Some(Shape::Capital) && self.reading.word(w).is_ascii();
        let until = (head..end).find(|&w| !plain(w)).unwrap_or(end);
        (until == head + 3 && (head..until).all(|w| !self.places.contains_key(&w)))
            .then_some(head + 1)
    }

    /// `Ủy ban hỗn hợp Việt Nam - Lào`: two states in one name, and no body.
    fn is_of_two(&self, words: Range<usize>) -> bool {
        let mut codes = words.filter_map(|word| self.country_at(word).map(|(code, _)| code));
        let first = codes.next();
        codes.any(|code| first.is_some_and(|first| first != code))
    }

    /// `Vietnam Airlines`: the English name of a country begins the name of a company.
    pub(super) fn is_brand(&self, at: usize, end: usize) -> bool {
        let Some(next) = self
            .country_at(at)
            .map(|(_, next)| next)
            .filter(|&next| next == at + 1 && next < end)
        else {
            return false;
        };
        let ascii = |word: usize| self.reading.slice(&(word..word + 1)).is_ascii();
        ascii(at)
            && ascii(next)
            && self.shape(next) == Some(Shape::Capital)
            && !self.places.contains_key(&next)
            && self.body(next).is_none()
            && self.reading.slice(&(next..next + 1)).len() > 4
    }

    /// `ngân hàng này`: the body named last under the same head.
    pub(super) fn same_body(&self, at: usize, head: usize) -> Option<Actor> {
        let (last, who) = self.memory.last_organisation.as_ref()?;
        // `Trường đã ký …`, `công ty sẽ xây …`.
        let acts = self.cues_at(head).any(|c| {
            matches!(
                c.cue,
                Cue::Aspect(Aspect::Done | Aspect::Planned | Aspect::Recent)
            )
        });
        let this = self.points_back(head);
        let text = self.reading.slice(&(at..head)).to_lowercase();
        let until = head + usize::from(this);
        ((this || acts) && last.starts_with(&text)).then(|| Actor::body(at..until, who.clone()))
    }

    pub(super) fn ministry(&mut self, at: usize, head: usize, end: usize) -> Actor {
        let mut until = head;
        let mut country = None;
        let nation = if self.is_text(head, "nước") {
            head + 1
        } else {
            head
        };
        if let Some((code, next)) = self.country_at(nation).filter(|&(_, next)| next <= end) {
            (until, country) = (next, Some(code));
        }
        if let Some((code, next)) = self.listed_name(until, end).filter(|_| country.is_none()) {
            (until, country) = (next, Some(code));
        }
        let (printed, mut phrase) = self.printed_body(at..until, end);
        self.person(&mut phrase, end);
        let who = Who::Organisation(printed, country);
        self.remember_person(&phrase, &who);
        self.memory.last_ministry = Some(who.clone());
        Actor::body(at..phrase.end, who)
    }

    /// `Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc`: a list of fields that ends
    /// in a country is one name.
    fn listed_name(&self, at: usize, end: usize) -> Option<(&'static str, usize)> {
        let joint = |w: usize| self.shape(w) == Some(Shape::Sign(',')) || self.is_text(w, "và");
        if !joint(at) {
            return None;
        }
        let (mut last, mut joints) = (false, 0);
        for w in at..end.min(at + LONGEST) {
            if let Some((code, next)) = self.country_at(w) {
                return (last || joints > 1).then_some((code, next));
            }
            if joint(w) {
                (last, joints) = (self.is_text(w, "và"), joints + 1);
                if self.shape(w + 1) != Some(Shape::Capital) || self.body(w + 1).is_some() {
                    return None;
                }
            } else if matches!(self.shape(w), Some(Shape::Sign(_) | Shape::Digits))
                || self.ends_name(w)
            {
                return None;
            }
        }
        None
    }

    /// The words of a body with the abbreviation and the parent that follow.
    fn printed_body(&self, words: Range<usize>, end: usize) -> (String, Phrase) {
        let mut printed = self.reading.slice(&words).to_owned();
        let mut phrase = Phrase {
            end: words.end,
            ..Phrase::default()
        };
        if let Some((abbreviation, next)) = self.abbreviation(words.end, end) {
            printed.push_str(" (");
            printed.push_str(self.reading.slice(&abbreviation));
            printed.push(')');
            phrase.end = next;
        }
        phrase.end = self.parent(phrase.end, end).unwrap_or(phrase.end);
        (printed, phrase)
    }

    /// The end of a name after its head: its last capital or number before a
    /// sign or a word that begins another phrase.
    pub(super) fn name_end(&self, head: usize, end: usize) -> Option<usize> {
        let (mut last, mut gap, mut quoted) = (None, 0, false);
        let stop = end.min(head + LONGEST);
        let mut at = head;
        while at < stop {
            match self.shape(at)? {
                // `Samaritan’s Purse`: one word.
                Shape::Sign('’' | '\'') if self.glued(at) && self.glued(at + 1) => {
                    at += 1;
                    last = Some(at + 1);
                }
                // `Tạp chí A-lun-may`: one word.
                Shape::Sign('-') if last == Some(at) && self.glued(at) && self.glued(at + 1) => {
                    at += 1;
                    last = Some(at + 1);
                }
                Shape::Sign('-' | '–' | '&' | '.' | '/' | '+')
                    if last == Some(at) || self.glued(at) => {}
                Shape::Sign('“' | '"') if at == head => quoted = true,
                Shape::Sign('”' | '"') if quoted => return Some(at + 1),
                Shape::Sign(_) => break,
                Shape::Capital if self.opens_other(at) && last.is_some() => break,
                Shape::Capital => (last, gap) = (Some(at + 1), 0),
                Shape::Digits if last == Some(at) => last = Some(at + 1),
                Shape::Digits => break,
                Shape::Small if self.joins_name(at) => {}
                Shape::Small if self.ends_name(at) => break,
                Shape::Small => gap += 1,
            }
            if gap > 6 {
                break;
            }
            at += 1;
        }
        last.map(|last| self.whole_word(head, last))
    }

    /// Past the small syllable of a word whose first has a capital: `Thế giới`.
    fn whole_word(&self, head: usize, end: usize) -> usize {
        let capital = end.saturating_sub(1);
        // `Trung tâm Xúc tiến thương mại (…)`: up to the bracket.
        let goes_on = |w: &usize| self.shape(*w) == Some(Shape::Small) && !self.ends_name(*w);
        let bracket = end + (end..end + 4).take_while(goes_on).count();
        if self.shape(bracket) == Some(Shape::Sign('(')) {
            return bracket;
        }
        let name = capital > head && self.shape(capital - 1) == Some(Shape::Capital);
        let small = self.shape(end) == Some(Shape::Small) && !self.ends_name(end);
        let spelt = !is_foreign(self.reading.word(capital));
        end + usize::from(small && !name && spelt && self.place_at(capital).is_none())
    }

    /// `Đầu tư và Phát triển`: a compound goes on after `và`, a list of names
    /// does not.
    pub(super) fn joins_name(&self, at: usize) -> bool {
        // `Đầu tư và quản lý Quỹ`.
        let small = |w: usize| self.shape(w) == Some(Shape::Small) && !self.ends_name(w);
        let phrase = small(at + 1) && small(at + 2) && self.shape(at + 3) == Some(Shape::Capital);
        if self.is_text(at, "và") && phrase {
            return true;
        }
        self.is_text(at, "và")
            && self.shape(at + 1) == Some(Shape::Capital)
            && self.shape(at + 2) == Some(Shape::Small)
            && !self.ends_name(at + 2)
            && self.body(at + 1).is_none()
            && !self.places.contains_key(&(at + 1))
    }

    pub(super) fn ends_name(&self, at: usize) -> bool {
        self.cues_at(at).any(|c| match c.cue {
            Cue::Stop(_) | Cue::Link(_) | Cue::Aspect(_) | Cue::Hold(_) | Cue::Speaker(_) => true,
            Cue::Group(group) => group == Group::Leader,
            Cue::Act(act) => {
                act != crate::cues::Act::None && c.words.len() > 1
                    || self.reading.is(at, WordClass::ActVerb)
            }
            _ => false,
        })
    }

    /// Whether another office or body begins at a capital inside a name.
    pub(super) fn opens_other(&self, at: usize) -> bool {
        matches!(
            self.body(at),
            Some((Body::Province | Body::Nation | Body::Envoy, _))
        )
    }

    /// Past `(Bộ Công Thương)` after an agency: the body it belongs to.
    pub(super) fn parent(&self, at: usize, end: usize) -> Option<usize> {
        // `Cục X - Bộ Y`.
        let dashed = matches!(self.shape(at), Some(Shape::Sign('-' | '–')));
        if let Some((Body::Ministry, next)) = self.body(at + 1).filter(|_| dashed) {
            return Some(next);
        }
        let opened = self.shape(at) == Some(Shape::Sign('('));
        let (_, next) = self.body(at + 1).filter(|_| opened)?;
        let close = (next..end.min(next + 6)).find(|&w| self.shape(w) == Some(Shape::Sign(')')))?;
        Some(close + 1)
    }

    /// `(BIDV)` after a name.
    pub(super) fn abbreviation(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        if self.shape(at) != Some(Shape::Sign('(')) || at + 2 >= end {
            return None;
        }
        let close =
            (at + 2..end.min(at + 16)).find(|&w| self.shape(w) == Some(Shape::Sign(')')))?;
        let inside = at + 1..close;
        let placed = inside
            .clone()
            .any(|w| self.country_at(w).is_some() || self.abroad(w).is_some());
        let text = self.reading.slice(&inside);
        let short = text.chars().filter(|c| c.is_uppercase()).count() * 2 >= text.chars().count();
        // `Viện Công nghệ X (X Institute of Technology - XIT)`: its name in English.
        let english = inside.clone().all(|w| self.reading.word(w).is_ascii())
            && inside.clone().any(|w| is_foreign(self.reading.word(w)));
        let initials = || {
            let last = close - 1;
            let word = self.reading.word(last);
            let short = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
            if short { last..close } else { inside.clone() }
        };
        match inside.len() {
            3.. if english => Some((initials(), close + 1)),
            ..5 if short && !placed => Some((inside, close + 1)),
            _ => None,
        }
    }
}
