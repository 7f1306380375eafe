//! Offices and the places they speak for.

use std::ops::Range;

use super::brands::is_foreign;
use super::memory::Known;
use super::{Actor, Finder, Phrase};
use crate::cues::{AbroadLevel, Body, Level, WordClass};
use crate::events::who::Who;
use crate::text::Shape;

impl<'a, 'p> Finder<'a, 'p> {
    pub(super) fn phrase(&mut self, start: usize, end: usize) -> Option<Actor> {
        let mut phrase = Phrase {
            end: start,
            ..Phrase::default()
        };
        let (mut at, mut gap) = (start, 0);
        while at < end && at < start + 24 {
            let Some(next) = self.step(&mut phrase, at, start, end) else {
                // `Bí thư Đảng ủy kiêm Chủ nhiệm Nhân đại Khu tự trị …`
                let other = matches!(
                    self.body(at),
                    Some((
                        Body::Organisation
                            | Body::Agency
                            | Body::Ministry
                            | Body::Officer
                            | Body::Delegate,
                        _
                    ))
                );
                if other && phrase.office == Some(Body::Minister) {
                    // `Bộ trưởng Bộ Ngoại giao`: the ministry says whose.
                    return None;
                }
                if other {
                    break;
                }
                if at == phrase.end && self.same_person(&phrase, at) {
                    at += 1;
                    continue;
                }
                let sign = matches!(self.shape(at), Some(Shape::Sign(s)) if !matches!(s, '(' | ')' | '-' | '–' | '.'));
                if phrase.office.is_none()
                    || phrase.place.is_some()
                    || sign
                    || gap > 6
                    || self.ends_name(at)
                    || self.person_ends(at, start)
                {
                    break;
                }
                gap += 1;
                at += 1;
                continue;
            };
            (at, gap) = (next, 0);
            phrase.end = next;
        }
        if phrase.end == start {
            return None;
        }
        self.person(&mut phrase, end);
        if phrase.place.is_some() || phrase.district {
            self.qualify(&mut phrase, end);
            if phrase.office.is_some() && phrase.person.is_none() {
                self.person(&mut phrase, end);
            }
        }
        if self.is_of_several(&phrase, start) {
            return None;
        }
        let who = self.resolve(&phrase, start)?;
        self.remember_person(&phrase, &who);
        if phrase.office.is_some() {
            self.remember_before(start, &who);
        }
        let city = phrase.place.as_ref().is_some_and(|(_, _, city)| *city);
        if let Who::Locality(name, _) = &who
            && phrase.level.is_some()
        {
            let known = Known {
                who: who.clone(),
                city,
                acts: false,
            };
            self.memory.names.insert(name.clone(), known);
        }
        Some(Actor {
            words: start..phrase.end,
            place: phrase.place.map(|(_, words, _)| words),
            seat: phrase.seat,
            office: phrase.office.is_some() || phrase.person.is_some(),
            city,
            small: phrase.commune,
            who,
        })
    }

    /// `Tổng thống Ramaphosa chia sẻ Việt Nam …`: a small word after the name of a
    /// person, a foreign one or one with a family name.
    fn person_ends(&self, at: usize, start: usize) -> bool {
        if self.shape(at) != Some(Shape::Small) || self.shape(at - 1) != Some(Shape::Capital) {
            return false;
        }
        let name = (start..at)
            .rev()
            .take_while(|&w| self.shape(w) == Some(Shape::Capital) && self.body(w).is_none());
        let mut name = name.map(|w| (self.is_surname(w), is_foreign(self.reading.word(w))));
        let last = name.next();
        last.is_some_and(|(_, foreign)| foreign) || name.any(|(family, _)| family)
    }

    /// `các Sở Ngoại vụ 6 tỉnh`: of no province that was named.
    fn is_of_several(&self, phrase: &Phrase, start: usize) -> bool {
        let plural = start
            .checked_sub(1)
            .is_some_and(|before| self.is_plural(before));
        let counted =
            |w: usize| self.shape(w) == Some(Shape::Digits) && self.level(w + 1).is_some();
        let counted = (start..=phrase.end).any(counted);
        phrase.place.is_none() && phrase.office == Some(Body::Province) && (plural || counted)
    }

    /// `Phó Thủ tướng, Bộ trưởng Ngoại giao New Zealand`: whether the next office
    /// after a comma is of the same person, whose place follows it.
    fn same_person(&self, phrase: &Phrase, comma: usize) -> bool {
        let next = self.body(comma + 1).map(|(body, _)| body);
        let state = |body| matches!(body, Body::Nation | Body::NationAbroad | Body::Minister);
        let local = |body| matches!(body, Body::Province | Body::Foreign);
        self.shape(comma) == Some(Shape::Sign(','))
            && phrase.place.is_none()
            && phrase.level.is_none()
            && phrase.office.zip(next).is_some_and(|(office, next)| {
                (state(office) && state(next)) || (local(office) && local(next))
            })
    }

    /// One more piece of a phrase: the word after it, or none where it ends.
    pub(super) fn step(
        &self,
        phrase: &mut Phrase,
        at: usize,
        start: usize,
        end: usize,
    ) -> Option<usize> {
        if phrase.place.is_some() {
            return None;
        }
        if let Some((place, next)) = self.place_at(at).filter(|&(_, next)| next <= end) {
            let city = matches!(place, Who::Settlement(_))
                || phrase.level.is_some_and(|level| self.is_city(level));
            let words = phrase.level.unwrap_or(at)..next;
            phrase.place = Some((place, words, city));
            return Some(next);
        }
        if let Some((abroad, next)) = self.abroad(at).filter(|&(_, next)| next <= end) {
            let name = self.reading.slice(&(at..next)).to_owned();
            let who = Who::Locality(name, Some(abroad.country));
            let city = match phrase.level {
                Some(level) => self.is_city(level),
                None => abroad.level == AbroadLevel::City,
            };
            phrase.place = Some((who, phrase.level.unwrap_or(at)..next, city));
            return Some(next);
        }
        match self.body(at) {
            Some((
                Body::Organisation
                | Body::Agency
                | Body::Ministry
                | Body::Officer
                | Body::Delegate
                | Body::Common
                | Body::Hall,
                _,
            )) => return None,
            Some((Body::People, next)) if at == start || phrase.office.is_some() => {
                phrase.office = phrase.office.or(Some(Body::People));
                return Some(next);
            }
            Some((Body::People, _)) => return None,
            Some((Body::Rank, next)) => return Some(next),
            Some((body, next)) => {
                phrase.foreign |= body == Body::Foreign;
                // `Nghị sĩ Hội đồng tỉnh X`: of the council.
                if phrase.office == Some(Body::NationAbroad) && body == Body::Foreign {
                    phrase.office = Some(body);
                }
                // The first office that speaks for a state or a locality counts.
                if matches!(phrase.office, None | Some(Body::People | Body::Foreign)) {
                    phrase.office = Some(body);
                }
                return Some(self.after_tp(next));
            }
            None => {}
        }
        if let Some((level, next)) = self.level(at) {
            let plural = at > 0 && at == start && self.is_plural(at - 1);
            if plural {
                return None;
            }
            phrase.district |= level != Level::Locality;
            phrase.commune |= level == Level::Commune;
            phrase.level = Some(at);
            let next = self.after_tp(next);
            return Some(self.unknown_name(phrase, at, next, end).unwrap_or(next));
        }
        let joins = ["của", "nước", "kiêm"]
            .iter()
            .any(|word| self.is_text(at, word));
        (joins && phrase.office.is_some() && self.leads_on(at + 1, end)).then_some(at + 1)
    }

    /// `tỉnh Trat`: capitals after a level that are no place we know.
    pub(super) fn unknown_name(
        &self,
        phrase: &mut Phrase,
        level: usize,
        at: usize,
        end: usize,
    ) -> Option<usize> {
        if self.place_at(at).is_some() || self.abroad(at).is_some() || self.body(at).is_some() {
            return None;
        }
        let mut next = at;
        while next < end
            && next < at + 5
            && self.shape(next) == Some(Shape::Capital)
            && self.place_at(next).is_none()
            && self.body(next).is_none()
        {
            next += 1;
            let dashed = self.shape(next) == Some(Shape::Sign('-')) && self.glued(next);
            next += usize::from(dashed && self.shape(next + 1) == Some(Shape::Capital));
        }
        if next == at {
            return None;
        }
        let name = self.reading.slice(&(at..next));
        let who = match self.memory.names.get(name).map(|known| &known.who) {
            Some(who @ Who::Locality(..)) => who.clone(),
            _ if self.is_province_abroad(phrase, level, at..next) => {
                Who::Locality(name.to_owned(), self.memory.last_nation)
            }
            _ => Who::Settlement(name.to_owned()),
        };
        phrase.place = Some((who, level..next, self.is_city(level)));
        Some(next)
    }

    /// `tỉnh Trat`: all provinces of Việt Nam are known, so another is abroad, where
    /// a country was named or no Vietnamese syllables spell it. After a Vietnamese
    /// office, and with a family name, it is a person's.
    fn is_province_abroad(&self, phrase: &Phrase, level: usize, name: Range<usize>) -> bool {
        let ours = phrase.office == Some(Body::Province) && !phrase.foreign;
        let person = name.len() >= 2 && self.is_surname(name.start);
        let spelt = !name.clone().any(|w| is_foreign(self.reading.word(w)));
        self.is_text(level, "tỉnh")
            && !ours
            && !person
            && (!spelt || self.memory.last_nation.is_some())
    }

    pub(super) fn leads_on(&self, at: usize, end: usize) -> bool {
        at < end
            && (self
                .body(at)
                .is_some_and(|(body, _)| body != Body::Organisation)
                || self.place_at(at).is_some()
                || self.abroad(at).is_some()
                || self.level(at).is_some())
    }

    /// The name of a person at the end of a phrase.
    pub(super) fn person(&self, phrase: &mut Phrase, end: usize) {
        let mut at = phrase.end;
        if matches!(self.shape(at), Some(Shape::Sign('-' | '–')))
            && self.shape(at + 1) == Some(Shape::Capital)
        {
            at += 1;
        }
        let first = at;
        while at < end && at < first + 6 && self.shape(at) == Some(Shape::Capital) {
            if self.opens_other(at)
                || self.place_at(at).is_some()
                || self.level(at).is_some()
                || self.abroad(at).is_some()
            {
                break;
            }
            at += 1;
        }
        let alone = at == first + 1 && is_foreign(self.reading.word(first));
        let state = matches!(
            phrase.office,
            Some(Body::Nation | Body::NationAbroad | Body::Minister)
        );
        if at >= first + 2 || (alone && state) {
            phrase.person = Some(first..at);
            phrase.end = at;
        }
    }

    /// What follows a place and says where it is: `(Nhật Bản)`, `, Trung Quốc`,
    /// `của CHLB Đức`; and where an envoy sits: `tại Việt Nam`.
    pub(super) fn qualify(&self, phrase: &mut Phrase, end: usize) {
        let at = phrase.end;
        if self.shape(at) == Some(Shape::Sign('(')) {
            let inside = (at + 1..end.min(at + 4)).find_map(|w| self.place_at(w).map(|p| (w, p)));
            if let Some((_, (place, next))) = inside
                && self.shape(next) == Some(Shape::Sign(')'))
            {
                self.take_qualifier(phrase, place, next + 1);
                return;
            }
        }
        if let (Some((Who::Locality(..), ..)), Some((country, next))) = (
            &phrase.place,
            self.place_at(at + 1)
                .filter(|_| self.is_text(at, "nước"))
                .or_else(|| self.place_at(at)),
        ) && matches!(country, Who::Country(_))
        {
            // `tỉnh Sê Kông nước CHDCND Lào`, `bang Hessen CHLB Đức`.
            self.take_qualifier(phrase, country, next);
            return;
        }
        let dash = matches!(self.shape(at), Some(Shape::Sign('-' | '–')));
        if let (Some((Who::Locality(..), ..)), Some((country, next))) =
            (&phrase.place, self.place_at(at + 1).filter(|_| dash))
            && matches!(country, Who::Country(code) if code != "VN")
        {
            // `TP Seoul – Hàn Quốc`.
            self.take_qualifier(phrase, country, next);
            return;
        }
        if let (Some((Who::Province(_), ..)), true) =
            (&phrase.place, self.shape(at) == Some(Shape::Sign(',')))
            && let Some((Who::Country("VN"), next)) = self.place_at(at + 1)
        {
            phrase.end = next;
            return;
        }
        let local = matches!(
            phrase.place,
            Some((Who::Locality(..) | Who::Settlement(_), ..)) | None
        );
        let of = self.shape(at) == Some(Shape::Sign(',')) || self.is_text(at, "của");
        let nation =
            at + 1 + usize::from(self.is_text(at + 1, "nước") || self.is_text(at + 1, "tỉnh"));
        if let (true, Some((Who::Locality(..), ..))) = (of, &phrase.place)
            && let Some((_, first)) = self.level(at + 1)
            && self.ground(at + 1).is_none()
        {
            // `thành phố Yeongju, tỉnh Gyongsangbuk`: a province no table knows.
            let mut wider = Phrase::default();
            let end = self.unknown_name(&mut wider, at + 1, first, end);
            if let (Some(end), Some((Who::Locality(..), ..))) = (end, wider.place) {
                phrase.end = end;
                return;
            }
        }
        // `thành phố Bách Sắc, Khu tự trị dân tộc Choang Quảng Tây`.
        let wider = self.level(at + 1).map_or(nation, |(_, next)| next);
        let nation = if self.abroad(wider).is_some() {
            wider
        } else {
            nation
        };
        if of
            && nation > at + 1
            && let Some((who @ (Who::Locality(..) | Who::Settlement(_)), ..)) = &mut phrase.place
            && let Some((abroad, next)) = self.abroad(nation)
        {
            // `huyện Hà Khẩu, tỉnh Vân Nam (Trung Quốc)`.
            if let Who::Settlement(name) = who {
                *who = Who::Locality(std::mem::take(name), Some(abroad.country));
            }
            phrase.end = next;
            self.qualify(phrase, end);
        } else if of
            && local
            && let Some((place, next)) = self.place_at(nation)
            && next <= end
        {
            self.take_qualifier(phrase, place, next);
        } else if phrase.office == Some(Body::Envoy) && self.is_text(at, "tại") {
            let mut next = at;
            // `tại Côn Minh, tỉnh Vân Nam, Trung Quốc`.
            while let Some((country, end)) = self.ground(next + 1).filter(|&(_, to)| to <= end) {
                phrase.seat = phrase
                    .seat
                    .take()
                    .or(country.map(|code| (code, at + 1..end)));
                let abroad = country != Some("VN");
                next = end;
                if self.shape(next) != Some(Shape::Sign(',')) || !abroad {
                    break;
                }
            }
            if next > at {
                phrase.end = next;
                self.person(phrase, end);
            }
        }
    }

    /// A place with the word for its level: the country it is in, and its end.
    pub(super) fn ground(&self, at: usize) -> Option<(Option<&'static str>, usize)> {
        let named = |at: usize| {
            let place = self.place_at(at).map(|(who, end)| match who {
                Who::Country(code) => (Some(code), end),
                _ => (Some("VN"), end),
            });
            place.or_else(|| self.abroad(at).map(|(a, end)| (Some(a.country), end)))
        };
        named(at).or_else(|| {
            self.level(at)
                .and_then(|(_, next)| named(self.after_tp(next)))
        })
    }

    pub(super) fn take_qualifier(&self, phrase: &mut Phrase, place: Who, next: usize) {
        match (&mut phrase.place, place) {
            (Some((who @ (Who::Settlement(_) | Who::Locality(..)), _, _)), Who::Country(code)) => {
                if code != "VN" {
                    let name = match &*who {
                        Who::Settlement(name) | Who::Locality(name, _) => name.clone(),
                        _ => String::new(),
                    };
                    *who = Who::Locality(name, Some(code));
                }
                phrase.qualifier = Some(code);
            }
            (Some((who @ Who::Settlement(_), _, _)), place @ Who::Province(_))
                if phrase.district || phrase.office.is_some() =>
            {
                *who = place
            }
            (_, Who::Country(code)) => phrase.qualifier = Some(code),
            (None, place @ Who::Province(_)) => phrase.place = Some((place, next..next, false)),
            _ => {}
        }
        phrase.end = next;
    }

    pub(super) fn resolve(&self, phrase: &Phrase, start: usize) -> Option<Who> {
        let words = self.reading.slice(&(start..phrase.end)).to_lowercase();
        let memory = &self.memory;
        // `Tỉnh ủy` is that of a province, `Thành ủy` that of a municipality.
        let unit = match () {
            () if words.contains("tỉnh") => memory.last_province.or(memory.last_unit),
            () if ["thành ủy", "thành phố", "tp"]
                .iter()
                .any(|w| words.contains(w)) =>
            {
                memory.last_city.or(memory.last_unit)
            }
            () => memory.last_unit,
        };
        let topic = || unit.map(Who::Province);
        let place = phrase.place.as_ref().map(|(who, ..)| who.clone());
        // `Thủ tướng Lý Cường`, named with his country before.
        let known = phrase.person.as_ref().filter(|_| place.is_none());
        let leader = known.and_then(|name| self.leader(name.start));
        let known = known.and_then(|name| memory.names.get(self.reading.slice(name)));
        let known = leader
            .map(|(code, _)| Who::Country(code))
            .or_else(|| known.map(|k| k.who.clone()));
        match (phrase.office, place) {
            (Some(Body::Nation | Body::NationAbroad | Body::Envoy | Body::Minister), None)
                if known.is_some() =>
            {
                known
            }
            (
                Some(Body::Envoy | Body::Nation | Body::NationAbroad),
                Some(Who::Locality(_, Some(code))),
            ) => Some(Who::Country(code)),
            (Some(Body::Minister), Some(Who::Country(code))) => Some(Who::Country(code)),
            (Some(Body::Minister), _) if self.is_foreigner(phrase) => {
                memory.last_nation.map(Who::Country)
            }
            (Some(Body::Minister), _) => {
                let state = Some(Who::Country("VN"));
                memory.last_ministry.clone().or(state)
            }
            (Some(Body::Nation | Body::NationAbroad), None) => {
                let abroad = phrase.office == Some(Body::NationAbroad) || self.is_foreigner(phrase);
                let named = memory.last_nation.filter(|_| abroad);
                match phrase.qualifier.or(named) {
                    None if abroad => None,
                    code => Some(Who::Country(code.unwrap_or("VN"))),
                }
            }
            (Some(Body::Nation), Some(Who::Province(_) | Who::Settlement(_))) => {
                Some(Who::Country("VN"))
            }
            (Some(Body::Envoy), Some(Who::Country(code))) => Some(Who::Country(code)),
            (Some(Body::Envoy), None) if self.is_foreigner(phrase) => {
                memory.last_nation.map(Who::Country)
            }
            (Some(Body::Envoy | Body::People | Body::Rank), _)
                if !matches!(&phrase.place, Some((Who::Country(_), ..))) =>
            {
                None
            }
            (Some(Body::Province), Some(Who::Settlement(_)) | None) => topic(),
            // `Liên hiệp các tổ chức hữu nghị Việt Nam`.
            (Some(Body::Province), Some(Who::Country("VN"))) => {
                let end = phrase
                    .place
                    .as_ref()
                    .map_or(phrase.end, |(_, words, _)| words.end);
                let name = self.reading.slice(&(start..end)).to_owned();
                Some(Who::Organisation(name, Some("VN")))
            }
            (Some(Body::Foreign), None) => None,
            (Some(Body::Foreign), Some(Who::Settlement(_))) => topic(),
            // `huyện Tân Yên` acts for its province only through an office.
            (None, Some(who)) => Some(who),
            (None, None) => self.bare_province(phrase, start).then(topic).flatten(),
            (_, Some(who)) => Some(who),
            (_, None) => None,
        }
    }

    /// `Thủ tướng Medvedev`: a name that no Vietnamese syllables spell.
    fn is_foreigner(&self, phrase: &Phrase) -> bool {
        let mut name = phrase.person.clone().into_iter().flatten();
        name.any(|word| is_foreign(self.reading.word(word)))
    }

    /// `tỉnh` or `thành phố` alone, as the subject of a sentence.
    pub(super) fn bare_province(&self, phrase: &Phrase, start: usize) -> bool {
        let words = self.reading.slice(&(start..phrase.end)).to_lowercase();
        // `thành phố` may be one abroad: only where a municipality was named.
        let alone = phrase.level == Some(start)
            && (words == "tỉnh"
                || (matches!(words.as_str(), "thành phố" | "tp" | "tp.")
                    && self.memory.last_city.is_some()));
        let before = start.checked_sub(1);
        let modifies = before.is_some_and(|at| self.reading.is(at, WordClass::Limits));
        let counted = start
            .checked_sub(1)
            .is_some_and(|at| self.shape(at) == Some(Shape::Digits));
        let next = self.reading.slice(&(phrase.end..phrase.end + 1));
        let listed = matches!(next, "," | "thành" | "lỵ" | "/" | "ủy" | "bạn")
            || self.shape(phrase.end) == Some(Shape::Digits);
        alone && !modifies && !counted && !listed
    }
}
