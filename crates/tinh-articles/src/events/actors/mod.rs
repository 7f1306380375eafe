//! Who is named: provinces, countries, localities abroad, bodies by their
//! names, each with the offices and persons that speak for it.

mod brands;
mod memory;
mod names;
mod phrases;
mod words;

use std::ops::Range;

use hashbrown::HashMap;
use tinh_gazetteer::NamedPlace;

use self::brands::is_foreign;
use self::memory::Memory;
use super::who::Who;
use crate::cues::Body;
use crate::mentions::{MarkKind, Reading};
use crate::text::Shape;

/// How many words a name may have.
const LONGEST: usize = 18;

/// A noun phrase that names somebody or somewhere.
#[derive(Clone, Debug)]
pub(in crate::events) struct Actor {
    pub(in crate::events) words: Range<usize>,
    pub(in crate::events) who: Who,
    /// The place as printed, without offices: `thành phố Lào Cai`.
    pub(in crate::events) place: Option<Range<usize>>,
    /// The country an envoy sits in, and the place as printed.
    pub(in crate::events) seat: Option<(&'static str, Range<usize>)>,
    /// Whether an office or a person is named, and not the place alone.
    pub(in crate::events) office: bool,
    /// Whether the locality is a city, and not a province or state.
    pub(in crate::events) city: bool,
    /// Whether it is smaller than the places events are told of.
    pub(in crate::events) small: bool,
}

impl Actor {
    /// A body by its name.
    fn body(words: Range<usize>, who: Who) -> Self {
        Self {
            words,
            who,
            place: None,
            seat: None,
            office: true,
            city: false,
            small: false,
        }
    }

    /// Whether it is a place alone: no office, no body.
    pub(in crate::events) fn is_place(&self) -> bool {
        !self.office && !matches!(self.who, Who::Organisation(..))
    }
}

/// The actors of a text, in order and without overlap.
pub(in crate::events) fn find(reading: &Reading<'_>) -> Vec<Actor> {
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

struct Finder<'a, 'p> {
    reading: &'a Reading<'p>,
    /// Places by their first word.
    places: HashMap<usize, (NamedPlace, usize)>,
    memory: Memory,
}

/// What a phrase has said so far.
#[derive(Debug, Default)]
struct Phrase {
    office: Option<Body>,
    district: bool,
    commune: bool,
    /// Whether an office of localities abroad was named.
    foreign: bool,
    level: Option<usize>,
    place: Option<(Who, Range<usize>, bool)>,
    person: Option<Range<usize>>,
    qualifier: Option<&'static str>,
    seat: Option<(&'static str, Range<usize>)>,
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
                        self.memory.last_actor = Some(actor.who.clone());
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

    /// `nhà đầu tư Nhật Bản Idemitsu`: the company, and not its country.
    fn investor(&self, actor: Actor, end: usize) -> Actor {
        let Who::Country(code) = actor.who else {
            return actor;
        };
        let people = matches!(self.body(actor.words.start), Some((Body::People, _)));
        match self.brand(actor.words.end, end).filter(|_| people) {
            Some(Actor {
                who: Who::Organisation(name, _),
                words,
                ..
            }) => Actor {
                who: Who::Organisation(name, Some(code)),
                words: actor.words.start..words.end,
                place: None,
                ..actor
            },
            _ => actor,
        }
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
            // `tổ chức Habitat`: a small word before a foreign name.
            // `dự án Trung tâm X`: what is built.
            Some((Body::Agency, _)) if self.is_project(at) => None,
            Some((Body::Agency, head))
                if self.shape(at) == Some(Shape::Capital)
                    || (self.shape(head) == Some(Shape::Capital)
                        && is_foreign(self.reading.word(head))) =>
            {
                self.organisation(at, head, end)
            }
            // `bộ này`.
            Some((Body::Agency, head)) if self.points_back(head) => {
                let who = self.memory.last_ministry.clone()?;
                Some(Actor::body(at..head + 1, who))
            }
            Some((Body::Organisation | Body::Agency | Body::Officer | Body::Delegate, _)) => None,
            Some((Body::Ministry, head)) => Some(self.ministry(at, head, end)),
            _ => self.phrase(at, end),
        };
        let actor = actor
            .map(|actor| self.investor(actor, end))
            .or_else(|| {
                self.leader(at)
                    .map(|(code, to)| Actor::body(at..to, Who::Country(code)))
            })
            .or_else(|| self.remembered(at, end))
            .or_else(|| self.brand(at, end))?;
        if let (Who::Organisation(..), Some(office)) = (&actor.who, self.officer_before(at)) {
            // `ông X, Tổng Giám đốc Công ty Y`: X speaks for Y.
            let who = actor.who.clone();
            self.remember_before(office, &who);
        }
        if let Who::Province(unit) = actor.who
            && actor.place.is_some()
        {
            self.memory.unit(unit);
        }
        if let Who::Country(code) | Who::Locality(_, Some(code)) = actor.who
            && code != "VN"
        {
            self.memory.last_nation = Some(code);
        }
        Some(actor)
    }
}
