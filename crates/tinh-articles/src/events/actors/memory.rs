//! Names once introduced: persons, short names of bodies, localities.

use std::collections::HashMap;

use tinh_gazetteer::{UnitId, UnitKind};

use super::{Actor, Finder, Phrase};
use crate::events::who::Who;
use crate::text::Shape;

/// Whom a name stands for.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) who: Who,
    /// Whether it names a city, and not a province or state.
    pub(super) city: bool,
    /// Whether it names somebody or a body that acts, and no ground.
    pub(super) acts: bool,
}

impl Known {
    /// A person or a body.
    pub(super) const fn acting(who: Who) -> Self {
        Self {
            who,
            city: false,
            acts: true,
        }
    }
}

/// Names once introduced: persons, short names of bodies, localities.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) names: HashMap<String, Known>,
    /// The province and the municipality named last.
    pub(super) last_province: Option<UnitId>,
    pub(super) last_city: Option<UnitId>,
    pub(super) last_unit: Option<UnitId>,
    pub(super) last_organisation: Option<(String, Who)>,
    pub(super) last_ministry: Option<Who>,
    /// Whoever was named last.
    pub(super) last_actor: Option<Who>,
    /// The foreign country whose state was named last.
    pub(super) last_nation: Option<&'static str>,
}

impl Memory {
    pub(super) fn forget_units(&mut self) {
        (self.last_province, self.last_city, self.last_unit) = (None, None, None);
        (self.last_organisation, self.last_ministry) = (None, None);
    }

    pub(super) fn unit(&mut self, unit: UnitId) {
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

impl<'a, 'p> Finder<'a, 'p> {
    pub(super) fn remember_person(&mut self, phrase: &Phrase, who: &Who) {
        if let Some(person) = &phrase.person {
            let name = self.reading.slice(person).to_owned();
            self.memory
                .names
                .entry(name)
                .or_insert_with(|| Known::acting(who.clone()));
        }
    }

    /// `ông Nguyễn Văn An, Phó Chủ tịch UBND tỉnh`: the name before the office.
    pub(super) fn remember_before(&mut self, start: usize, who: &Who) {
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
            // `đoàn tỉnh X do ông A, Giám đốc Học viện Y, dẫn đầu`: A speaks for X.
            let leads = (first.saturating_sub(3)..first).any(|w| self.is_text(w, "do"));
            let owner = self.memory.last_actor.clone().filter(|_| leads);
            let who = owner.unwrap_or_else(|| who.clone());
            self.memory
                .names
                .entry(name)
                .or_insert_with(|| Known::acting(who));
        }
    }

    /// A name introduced elsewhere: `Nguyễn Thị Anh Thi`, `Nagasaki`, `Sumitomo`.
    pub(super) fn remembered(&self, at: usize, end: usize) -> Option<Actor> {
        let person =
            at > 0 && self.shape(at - 1) == Some(Shape::Capital) && self.is_surname(at - 1);
        if self.shape(at) != Some(Shape::Capital)
            || person
            || (at > 0 && self.shape(at - 1) == Some(Shape::Capital) && self.glued(at))
        {
            return None;
        }
        let run = (at..end.min(at + 6))
            .take_while(|&w| matches!(self.shape(w), Some(Shape::Capital | Shape::Sign('-' | '&'))))
            .last()?;
        (at + 1..=run + 1).rev().find_map(|until| {
            let words = at..until;
            let known = self.memory.names.get(self.reading.slice(&words))?;
            let mut phrase = Phrase {
                end: until,
                ..Phrase::default()
            };
            self.qualify(&mut phrase, end);
            let ground = matches!(known.who, Who::Locality(..)) && !known.acts;
            let place = ground.then(|| words.clone());
            let office = place.is_none();
            Some(Actor {
                words: at..phrase.end.max(until),
                who: known.who.clone(),
                place,
                seat: None,
                office,
                city: known.city,
                small: false,
            })
        })
    }
}
