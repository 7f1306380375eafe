//! Who is named: provinces, countries, localities abroad, bodies by their
//! names, each with the offices and persons that speak for it.

use std::collections::HashMap;
use std::ops::Range;

use tinh_gazetteer::{Place, UnitId, UnitKind};

use crate::cues::{AbroadLevel, Body, Cue, Found, Level};
use crate::mentions::{MarkKind, Reading};
use crate::text::Shape;

/// How many words a name may have.
const LONGEST: usize = 18;

/// Who somebody acts for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Province(UnitId),
    /// By ISO code.
    Country(&'static str),
    /// A locality of another country, and that country where it is known.
    Locality(String, Option<&'static str>),
    /// A body by its printed name, its country where that is printed.
    Organisation(String, Option<&'static str>),
    /// Ground inside a province: a place, nobody who acts.
    Settlement(String),
}

/// A noun phrase that names somebody or somewhere.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) words: Range<usize>,
    pub(super) who: Who,
    /// The place as printed, without offices: `thành phố Lào Cai`.
    pub(super) place: Option<Range<usize>>,
    /// Whether an office or a person is named, and not the place alone.
    pub(super) office: bool,
    /// Whether the locality is a city, and not a province or state.
    pub(super) city: bool,
    /// Whether it is smaller than the places events are told of.
    pub(super) small: bool,
}

impl Actor {
    /// Whether it is a place alone: no office, no body.
    pub(super) fn is_place(&self) -> bool {
        !self.office && !matches!(self.who, Who::Organisation(..))
    }
}

/// Names once introduced: persons, short names of bodies, localities.
#[derive(Debug, Default)]
struct Memory {
    names: HashMap<String, (Who, bool)>,
    /// The province and the municipality named last.
    last_province: Option<UnitId>,
    last_city: Option<UnitId>,
    last_unit: Option<UnitId>,
    last_organisation: Option<(String, Who)>,
    last_ministry: Option<Who>,
}

/// The actors of a text, in order and without overlap.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Actor> {
    let mut finder = Finder::new(reading);
    // Titles use names that the body introduces: the first pass learns them.
    let known = finder.pass();
    finder.memory.forget_units();
    for actor in known.iter().rev().filter(|actor| actor.place.is_some()) {
        if let Who::Province(unit) = actor.who {
            finder.memory.unit(unit);
        }
    }
    finder.pass()
}

impl Memory {
    fn forget_units(&mut self) {
        (self.last_province, self.last_city, self.last_unit) = (None, None, None);
    }

    fn unit(&mut self, unit: UnitId) {
        let city = unit
            .versions()
            .next()
            .is_some_and(|version| version.kind() == UnitKind::Municipality);
        *(if city {
            &mut self.last_city
        } else {
            &mut self.last_province
        }) = Some(unit);
        self.last_unit = Some(unit);
    }
}

struct Finder<'a, 'p> {
    reading: &'a Reading<'p>,
    /// Places by their first word.
    places: HashMap<usize, (Place, usize)>,
    memory: Memory,
}

/// What a phrase has said so far.
#[derive(Debug, Default)]
struct Phrase {
    office: Option<Body>,
    district: bool,
    commune: bool,
    level: Option<usize>,
    place: Option<(Who, Range<usize>, bool)>,
    person: Option<Range<usize>>,
    qualifier: Option<&'static str>,
    end: usize,
}

impl<'a, 'p> Finder<'a, 'p> {
    fn new(reading: &'a Reading<'p>) -> Self {
        let places = reading.marks.iter().filter_map(|mark| match mark.kind {
            MarkKind::Place(place) => Some((mark.words.start, (place, mark.words.end))),
            _ => None,
        });
        Self {
            reading,
            places: places.collect(),
            memory: Memory::default(),
        }
    }

    fn pass(&mut self) -> Vec<Actor> {
        let mut found = Vec::new();
        let sentences: Vec<Range<usize>> = self
            .reading
            .lines
            .iter()
            .flat_map(|line| &line.sentences)
            .map(|s| s.words.clone())
            .collect();
        for sentence in sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                match self.actor(at, sentence.end) {
                    Some(actor) => {
                        at = actor.words.end.max(at + 1);
                        found.push(actor);
                    }
                    None => at = self.skip(at, sentence.end),
                }
            }
        }
        found
    }

    /// Past a word, or past an office that speaks for nobody named.
    fn skip(&self, at: usize, end: usize) -> usize {
        self.body(at).map_or(at + 1, |(_, next)| next).min(end)
    }

    fn actor(&mut self, at: usize, end: usize) -> Option<Actor> {
        // A name the gazetteer knows, before a head of a name.
        let known = matches!(self.place_at(at), Some((Who::Organisation(..), _)));
        let actor = match self.body(at).filter(|_| !known) {
            _ if self.is_brand(at, end) => self.organisation(at, at + 1, end),
            // `thị trường`, `học viện`: one small syllable is no head.
            Some((Body::Organisation, head))
                if head > at + 1 || self.shape(at) == Some(Shape::Capital) =>
            {
                self.organisation(at, head, end)
            }
            Some((Body::Agency, head)) if self.shape(at) == Some(Shape::Capital) => {
                self.organisation(at, head, end)
            }
            Some((Body::Organisation | Body::Agency, _)) => None,
            Some((Body::Ministry, head)) => Some(self.ministry(at, head, end)),
            _ => self.phrase(at, end),
        };
        let actor = actor.or_else(|| self.remembered(at, end))?;
        if let Who::Province(unit) = actor.who
            && actor.place.is_some()
        {
            self.memory.unit(unit);
        }
        Some(actor)
    }

    // --- Bodies by their names.

    fn organisation(&mut self, at: usize, head: usize, end: usize) -> Option<Actor> {
        let Some(name_end) = self.name_end(head, end) else {
            return self.same_body(at, head);
        };
        let head_text = self.reading.slice(&(at..head)).to_lowercase();
        let mut printed = self.reading.slice(&(at..name_end)).to_owned();
        let mut country = (at..name_end)
            .find_map(|word| self.country_at(word))
            .map(|(code, _)| code);
        let mut phrase = Phrase {
            end: name_end,
            ..Phrase::default()
        };
        if let Some((abbreviation, next)) = self.abbreviation(name_end, end) {
            printed.push_str(" (");
            printed.push_str(self.reading.slice(&abbreviation));
            printed.push(')');
            phrase.end = next;
        }
        phrase.end = self.parent(phrase.end, end).unwrap_or(phrase.end);
        self.qualify(&mut phrase, end);
        country = phrase.qualifier.or(country);
        let who = Who::Organisation(printed, country);
        if name_end > head {
            let short = self.reading.slice(&(head..name_end)).to_owned();
            self.memory
                .names
                .entry(short)
                .or_insert((who.clone(), false));
        }
        self.memory.last_organisation = Some((head_text, who.clone()));
        Some(Actor {
            words: at..phrase.end,
            who,
            place: None,
            office: true,
            city: false,
            small: false,
        })
    }

    /// `Vietnam Airlines`: the English name of a country begins the name of a company.
    fn is_brand(&self, at: usize, end: usize) -> bool {
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
    fn same_body(&self, at: usize, head: usize) -> Option<Actor> {
        let (last, who) = self.memory.last_organisation.as_ref()?;
        let this = self.is_text(head, "này") || self.is_text(head, "trên");
        let text = self.reading.slice(&(at..head)).to_lowercase();
        (this && last.starts_with(&text)).then(|| Actor {
            words: at..head + 1,
            who: who.clone(),
            place: None,
            office: true,
            city: false,
            small: false,
        })
    }

    fn ministry(&mut self, at: usize, head: usize, end: usize) -> Actor {
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
        let mut printed = self.reading.slice(&(at..until)).to_owned();
        let mut phrase = Phrase {
            end: until,
            ..Phrase::default()
        };
        if let Some((abbreviation, next)) = self.abbreviation(until, end) {
            printed.push_str(" (");
            printed.push_str(self.reading.slice(&abbreviation));
            printed.push(')');
            phrase.end = next;
        }
        phrase.end = self.parent(phrase.end, end).unwrap_or(phrase.end);
        self.person(&mut phrase, end);
        let who = Who::Organisation(printed, country);
        self.remember_person(&phrase, &who);
        self.memory.last_ministry = Some(who.clone());
        Actor {
            words: at..phrase.end,
            who,
            place: None,
            office: true,
            city: false,
            small: false,
        }
    }

    /// The end of a name after its head: its last capital or number before a
    /// sign or a word that begins another phrase.
    fn name_end(&self, head: usize, end: usize) -> Option<usize> {
        let (mut last, mut gap, mut quoted) = (None, 0, false);
        let stop = end.min(head + LONGEST);
        let mut at = head;
        while at < stop {
            match self.shape(at)? {
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
        last
    }

    /// `Đầu tư và Phát triển`: a compound goes on after `và`, a list of names
    /// does not.
    fn joins_name(&self, at: usize) -> bool {
        self.is_text(at, "và")
            && self.shape(at + 1) == Some(Shape::Capital)
            && self.shape(at + 2) == Some(Shape::Small)
            && !self.ends_name(at + 2)
            && self.body(at + 1).is_none()
            && !self.places.contains_key(&(at + 1))
    }

    fn ends_name(&self, at: usize) -> bool {
        self.cues_at(at).any(|c| match c.cue {
            Cue::Stop(_) | Cue::Link(_) | Cue::Aspect(_) | Cue::Hold(_) => true,
            Cue::Act(act) => act != crate::cues::Act::None && c.words.len() > 1 || self.is_verb(at),
            _ => false,
        })
    }

    /// One syllable that is a verb of an act and no part of names.
    fn is_verb(&self, at: usize) -> bool {
        matches!(
            self.reading.slice(&(at..at + 1)),
            "ký" | "tiếp" | "gặp" | "trao" | "thăm" | "tặng"
        )
    }

    /// Whether another office or body begins at a capital inside a name.
    fn opens_other(&self, at: usize) -> bool {
        matches!(
            self.body(at),
            Some((Body::Province | Body::Nation | Body::Envoy, _))
        )
    }

    /// Past `(Bộ Công Thương)` after an agency: the body it belongs to.
    fn parent(&self, at: usize, end: usize) -> Option<usize> {
        let opened = self.shape(at) == Some(Shape::Sign('('));
        let (_, next) = self.body(at + 1).filter(|_| opened)?;
        let close = (next..end.min(next + 6)).find(|&w| self.shape(w) == Some(Shape::Sign(')')))?;
        Some(close + 1)
    }

    /// `(BIDV)` after a name.
    fn abbreviation(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        if self.shape(at) != Some(Shape::Sign('(')) || at + 2 >= end {
            return None;
        }
        let close = (at + 2..end.min(at + 6)).find(|&w| self.shape(w) == Some(Shape::Sign(')')))?;
        let inside = at + 1..close;
        let placed = inside
            .clone()
            .any(|w| self.country_at(w).is_some() || self.abroad(w).is_some());
        let text = self.reading.slice(&inside);
        let short = text.chars().filter(|c| c.is_uppercase()).count() * 2 >= text.chars().count();
        (!placed && short).then_some((inside, close + 1))
    }

    // --- Offices and places.

    fn phrase(&mut self, start: usize, end: usize) -> Option<Actor> {
        let mut phrase = Phrase {
            end: start,
            ..Phrase::default()
        };
        let (mut at, mut gap) = (start, 0);
        while at < end && at < start + 40 {
            let Some(next) = self.step(&mut phrase, at, start, end) else {
                // `Bí thư Đảng ủy kiêm Chủ nhiệm Nhân đại Khu tự trị …`
                let other = matches!(
                    self.body(at),
                    Some((Body::Organisation | Body::Agency | Body::Ministry, _))
                );
                if other && phrase.office == Some(Body::Minister) {
                    // `Bộ trưởng Bộ Ngoại giao`: the ministry says whose.
                    return None;
                }
                if other {
                    break;
                }
                let sign = matches!(self.shape(at), Some(Shape::Sign(s)) if !matches!(s, '(' | ')' | '-' | '–' | '.'));
                if phrase.office.is_none()
                    || phrase.place.is_some()
                    || sign
                    || gap > 6
                    || self.ends_name(at)
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
            self.memory.names.insert(name.clone(), (who.clone(), city));
        }
        Some(Actor {
            words: start..phrase.end,
            place: phrase.place.map(|(_, words, _)| words),
            office: phrase.office.is_some() || phrase.person.is_some(),
            city,
            small: phrase.commune,
            who,
        })
    }

    /// One more piece of a phrase: the word after it, or none where it ends.
    fn step(&self, phrase: &mut Phrase, at: usize, start: usize, end: usize) -> Option<usize> {
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
            Some((Body::Organisation | Body::Agency | Body::Ministry, _)) => return None,
            Some((Body::People, next)) if at == start || phrase.office.is_some() => {
                phrase.office = phrase.office.or(Some(Body::People));
                return Some(next);
            }
            Some((Body::People, _)) => return None,
            Some((Body::Rank, next)) => return Some(next),
            Some((body, next)) => {
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
    fn unknown_name(
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
        let who = match self.memory.names.get(name) {
            Some((who @ Who::Locality(..), _)) => who.clone(),
            _ => Who::Settlement(name.to_owned()),
        };
        phrase.place = Some((who, level..next, self.is_city(level)));
        Some(next)
    }

    fn leads_on(&self, at: usize, end: usize) -> bool {
        at < end
            && (self
                .body(at)
                .is_some_and(|(body, _)| body != Body::Organisation)
                || self.place_at(at).is_some()
                || self.abroad(at).is_some()
                || self.level(at).is_some())
    }

    /// The name of a person at the end of a phrase.
    fn person(&self, phrase: &mut Phrase, end: usize) {
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
        if at >= first + 2 {
            phrase.person = Some(first..at);
            phrase.end = at;
        }
    }

    /// What follows a place and says where it is: `(Nhật Bản)`, `, Trung Quốc`,
    /// `của CHLB Đức`; and where an envoy sits: `tại Việt Nam`.
    fn qualify(&self, phrase: &mut Phrase, end: usize) {
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
            let seat = at + 1;
            let seat = self
                .level(seat)
                .map_or(seat, |(_, next)| self.after_tp(next));
            if let Some((_, next)) = self.place_at(seat).filter(|&(_, next)| next <= end) {
                phrase.end = next;
                self.person(phrase, end);
            }
        }
    }

    fn take_qualifier(&self, phrase: &mut Phrase, place: Who, next: usize) {
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

    fn resolve(&self, phrase: &Phrase, start: usize) -> Option<Who> {
        let words = self.reading.slice(&(start..phrase.end)).to_lowercase();
        let memory = &self.memory;
        // `Tỉnh ủy` is that of a province, `Thành ủy` that of a municipality.
        let unit = match () {
            () if words.contains("tỉnh") => memory.last_province.or(memory.last_unit),
            () if words.contains("thành ủy") || words.contains("thành phố") => {
                memory.last_city.or(memory.last_unit)
            }
            () => memory.last_unit,
        };
        let topic = || unit.map(Who::Province);
        let place = phrase.place.as_ref().map(|(who, ..)| who.clone());
        match (phrase.office, place) {
            (Some(Body::Envoy | Body::Nation), Some(Who::Locality(_, Some(code)))) => {
                Some(Who::Country(code))
            }
            (Some(Body::Minister), Some(Who::Country(code))) => Some(Who::Country(code)),
            (Some(Body::Minister), _) => self.memory.last_ministry.clone(),
            (Some(Body::Nation), None) => Some(Who::Country(phrase.qualifier.unwrap_or("VN"))),
            (Some(Body::Nation), Some(Who::Province(_) | Who::Settlement(_))) => {
                Some(Who::Country("VN"))
            }
            (Some(Body::Envoy), Some(Who::Country(code))) => Some(Who::Country(code)),
            (Some(Body::Envoy | Body::People | Body::Rank), _)
                if !matches!(&phrase.place, Some((Who::Country(_), ..))) =>
            {
                None
            }
            (Some(Body::Province), Some(Who::Settlement(_)) | None) => topic(),
            (Some(Body::Foreign), None) => None,
            (Some(Body::Foreign), Some(Who::Settlement(_))) => topic(),
            // `huyện Tân Yên` acts for its province only through an office.
            (None, Some(who)) => Some(who),
            (None, None) => self.bare_province(phrase, start).then(topic).flatten(),
            (_, Some(who)) => Some(who),
            (_, None) => None,
        }
    }

    /// `tỉnh` alone, as the subject of a sentence.
    fn bare_province(&self, phrase: &Phrase, start: usize) -> bool {
        let alone = phrase.level == Some(start)
            && phrase.end == start + 1
            && self.is_text_folded(start, "tỉnh");
        let before = start
            .checked_sub(1)
            .map_or("", |at| self.reading.slice(&(at..at + 1)));
        let modifies = matches!(
            before,
            "các"
                | "những"
                | "hai"
                | "toàn"
                | "cấp"
                | "ngoài"
                | "trong"
                | "mỗi"
                | "một"
                | "nhiều"
                | "số"
                | "bàn"
        );
        let next = self.reading.slice(&(phrase.end..phrase.end + 1));
        let listed = matches!(next, "," | "thành" | "lỵ" | "/" | "ủy" | "bạn")
            || self.shape(phrase.end) == Some(Shape::Digits);
        alone && !modifies && !listed
    }

    fn remember_person(&mut self, phrase: &Phrase, who: &Who) {
        if let Some(person) = &phrase.person {
            let name = self.reading.slice(person).to_owned();
            self.memory
                .names
                .entry(name)
                .or_insert((who.clone(), false));
        }
    }

    /// `ông Nguyễn Văn An, Phó Chủ tịch UBND tỉnh`: the name before the office.
    fn remember_before(&mut self, start: usize, who: &Who) {
        let Some(joint) = start.checked_sub(1) else {
            return;
        };
        if !matches!(self.shape(joint), Some(Shape::Sign(',' | '-' | '–'))) {
            return;
        }
        let first = (joint.saturating_sub(5)..joint)
            .rev()
            .take_while(|&w| {
                self.shape(w) == Some(Shape::Capital)
                    && !self.places.contains_key(&w)
                    && self.body(w).is_none()
            })
            .last();
        if let Some(first) = first.filter(|&first| joint >= first + 2) {
            let name = self.reading.slice(&(first..joint)).to_owned();
            self.memory
                .names
                .entry(name)
                .or_insert((who.clone(), false));
        }
    }

    /// A name introduced elsewhere: `Nguyễn Thị Anh Thi`, `Nagasaki`, `Sumitomo`.
    fn remembered(&self, at: usize, end: usize) -> Option<Actor> {
        if self.shape(at) != Some(Shape::Capital)
            || (at > 0 && self.shape(at - 1) == Some(Shape::Capital) && self.glued(at))
        {
            return None;
        }
        let run = (at..end.min(at + 6))
            .take_while(|&w| matches!(self.shape(w), Some(Shape::Capital | Shape::Sign('-' | '&'))))
            .last()?;
        (at + 1..=run + 1).rev().find_map(|until| {
            let words = at..until;
            let (who, city) = self.memory.names.get(self.reading.slice(&words))?;
            let mut phrase = Phrase {
                end: until,
                ..Phrase::default()
            };
            self.qualify(&mut phrase, end);
            let place = matches!(who, Who::Locality(..)).then(|| words.clone());
            let office = place.is_none();
            Some(Actor {
                words: at..phrase.end.max(until),
                who: who.clone(),
                place,
                office,
                city: *city,
                small: false,
            })
        })
    }

    // --- Words.

    fn cues_at(&self, at: usize) -> impl Iterator<Item = &'a Found> + use<'a> {
        let cues = &self.reading.cues;
        let from = cues.partition_point(|c| c.words.start < at);
        cues.iter()
            .skip(from)
            .take_while(move |c| c.words.start == at)
    }

    fn body(&self, at: usize) -> Option<(Body, usize)> {
        let bodies = self.cues_at(at).filter_map(|c| match c.cue {
            Cue::Body(body) => Some((body, c.words.end)),
            _ => None,
        });
        // Of two readings of the same words the first in the table counts.
        bodies.into_iter().next()
    }

    fn level(&self, at: usize) -> Option<(Level, usize)> {
        self.cues_at(at).find_map(|c| match c.cue {
            Cue::Level(level) => Some((level, c.words.end)),
            _ => None,
        })
    }

    fn abroad(&self, at: usize) -> Option<(crate::cues::Abroad, usize)> {
        let (abroad, end) = self.cues_at(at).find_map(|c| match c.cue {
            Cue::Abroad(abroad) => Some((abroad, c.words.end)),
            _ => None,
        })?;
        let capitals =
            (at..end).all(|w| matches!(self.shape(w), Some(Shape::Capital | Shape::Sign(_))));
        let longer =
            self.shape(end) == Some(Shape::Capital) && self.place_at(end).is_none() && !capitals;
        (capitals && !longer).then_some((abroad, end))
    }

    fn place_at(&self, at: usize) -> Option<(Who, usize)> {
        let &(place, end) = self.places.get(&at)?;
        let who = match place {
            Place::Unit(unit) => Who::Province(unit.id()?),
            Place::Country(country) => Who::Country(country.alpha2()),
            Place::Organisation(organisation) => {
                let printed = self.reading.slice(&(at..end));
                let name = match printed == organisation.acronym() {
                    true => printed.to_owned(),
                    false => format!("{printed} ({})", organisation.acronym()),
                };
                Who::Organisation(name, None)
            }
            _ => return None,
        };
        Some((who, end))
    }

    fn country_at(&self, at: usize) -> Option<(&'static str, usize)> {
        match self.places.get(&at)? {
            (Place::Country(country), end) => Some((country.alpha2(), *end)),
            _ => None,
        }
    }

    fn is_city(&self, level: usize) -> bool {
        !self.is_text_folded(level, "tỉnh") && !self.is_text_folded(level, "bang")
    }

    fn is_plural(&self, at: usize) -> bool {
        matches!(
            self.reading.slice(&(at..at + 1)),
            "các" | "những" | "nhiều" | "số"
        )
    }

    /// `TP. HCM`: past the stop of a shortened word.
    fn after_tp(&self, at: usize) -> usize {
        let short = at
            .checked_sub(1)
            .is_some_and(|w| self.reading.slice(&(w..w + 1)).chars().count() == 2);
        at + usize::from(short && self.shape(at) == Some(Shape::Sign('.')))
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.reading.shape(at)
    }

    fn glued(&self, at: usize) -> bool {
        let end = at
            .checked_sub(1)
            .and_then(|w| self.reading.words.get(w))
            .map(|w| w.end);
        end.is_some() && end == self.reading.words.get(at).map(|w| w.start)
    }

    fn is_text(&self, at: usize, expected: &str) -> bool {
        self.reading.slice(&(at..at + 1)) == expected
    }

    fn is_text_folded(&self, at: usize, expected: &str) -> bool {
        self.reading.slice(&(at..at + 1)).to_lowercase() == expected
    }
}
