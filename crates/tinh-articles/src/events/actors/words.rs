//! Looks at single words: their cues, places and shapes.

use tinh_gazetteer::NamedPlace;

use super::Finder;
use crate::cues::{AbroadLevel, Body, Cue, Found, Level, Name, Surname, WordClass};
use crate::events::who::Who;
use crate::text::Shape;

impl<'a, 'p> Finder<'a, 'p> {
    pub(super) fn cues_at(&self, at: usize) -> impl Iterator<Item = &'a Found> + use<'a, 'p> {
        self.reading.cues_at(at)
    }

    pub(super) fn body(&self, at: usize) -> Option<(Body, usize)> {
        let bodies = self.cues_at(at).filter_map(|c| match c.cue {
            Cue::Body(body) => Some((body, c.words.end)),
            _ => None,
        });
        // Of two readings of the same words the first in the table counts.
        bodies.into_iter().next()
    }

    pub(super) fn level(&self, at: usize) -> Option<(Level, usize)> {
        let (level, end) = self.cues_at(at).find_map(|c| match c.cue {
            Cue::Level(level) => Some((level, c.words.end)),
            _ => None,
        })?;
        // `Bản ghi nhớ`: the first word of a paper.
        let longer = |c: &Found| matches!(c.cue, Cue::Paper(_)) && c.words.end > end;
        (!self.cues_at(at).any(longer)).then_some((level, end))
    }

    pub(super) fn abroad(&self, at: usize) -> Option<(crate::cues::Abroad, usize)> {
        let (abroad, end) = self.cues_at(at).find_map(|c| match c.cue {
            Cue::Abroad(abroad) if abroad.level != AbroadLevel::Person => {
                Some((abroad, c.words.end))
            }
            _ => None,
        })?;
        let capitals =
            (at..end).all(|w| matches!(self.shape(w), Some(Shape::Capital | Shape::Sign(_))));
        let longer =
            self.shape(end) == Some(Shape::Capital) && self.place_at(end).is_none() && !capitals;
        // `Nguyễn Văn Sơn`: the name of a person.
        let person = at.checked_sub(1).is_some_and(|before| {
            self.shape(before) == Some(Shape::Capital) && self.is_surname(before)
        });
        (capitals && !longer && !person).then_some((abroad, end))
    }

    pub(super) fn place_at(&self, at: usize) -> Option<(Who, usize)> {
        let &(place, end) = self.places.get(&at)?;
        let who = match place {
            NamedPlace::Unit(unit) => Who::Province(unit.id()?),
            NamedPlace::Country(country) => Who::Country(country.alpha2()),
            NamedPlace::Organisation(organisation) => {
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

    pub(super) fn country_at(&self, at: usize) -> Option<(&'static str, usize)> {
        match self.places.get(&at)? {
            (NamedPlace::Country(country), end) => Some((country.alpha2(), *end)),
            _ => None,
        }
    }

    /// The country a leader is known to speak for, and the end of the name.
    pub(super) fn leader(&self, at: usize) -> Option<(&'static str, usize)> {
        self.cues_at(at).find_map(|c| match c.cue {
            Cue::Abroad(abroad) if abroad.level == AbroadLevel::Person => {
                let capitals = c
                    .words
                    .clone()
                    .all(|w| self.shape(w) == Some(Shape::Capital));
                capitals.then_some((abroad.country, c.words.end))
            }
            _ => None,
        })
    }

    /// Whether the head of a project ends at a word: `dự án`.
    pub(super) fn is_project(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|from| {
            let mut cues = self.cues_at(from);
            cues.any(|c| c.words.end == at && c.cue == Cue::Name(Name::Project))
        })
    }

    /// Whether a word points back to what was named: `này`.
    pub(super) fn points_back(&self, at: usize) -> bool {
        self.reading.is(at, WordClass::Pronoun)
    }

    /// Whether a word is a common family name.
    pub(super) fn is_surname(&self, at: usize) -> bool {
        self.reading.has_cue(at, Cue::Surname(Surname::Family))
    }

    pub(super) fn is_city(&self, level: usize) -> bool {
        !self.is_text_folded(level, "tỉnh") && !self.is_text_folded(level, "bang")
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.reading.is(at, WordClass::Several)
    }

    /// `TP. HCM`: past the stop of a shortened word.
    pub(super) fn after_tp(&self, at: usize) -> usize {
        let short = at
            .checked_sub(1)
            .is_some_and(|w| self.reading.slice(&(w..w + 1)).chars().count() == 2);
        at + usize::from(short && self.shape(at) == Some(Shape::Sign('.')))
    }

    pub(super) fn shape(&self, at: usize) -> Option<Shape> {
        self.reading.shape(at)
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        let end = at
            .checked_sub(1)
            .and_then(|w| self.reading.words.get(w))
            .map(|w| w.end);
        end.is_some() && end == self.reading.words.get(at).map(|w| w.start)
    }

    pub(super) fn is_text(&self, at: usize, expected: &str) -> bool {
        self.reading.slice(&(at..at + 1)) == expected
    }

    pub(super) fn is_text_folded(&self, at: usize, expected: &str) -> bool {
        self.reading.slice(&(at..at + 1)).to_lowercase() == expected
    }
}
