//! What a text mentions: figures, places, dates, names and cue words, in order.

mod by_word;
mod dates;
mod figures;
mod names;

use std::ops::Range;

use chrono::NaiveDate;
use tinh_gazetteer::{Finder, NamedPlace};

use crate::cues::{Cue, Found, LEXICON, Name, WordClass};
use crate::text::{Line, Shape, Word, lines, words};

pub(crate) use by_word::ByWord;
pub(crate) use dates::{DateMention, Role, When, Year};
pub(crate) use figures::{FigureMention, FigureRole};

/// A text with everything it mentions.
#[derive(Debug)]
pub(crate) struct Reading<'p> {
    pub(crate) text: &'p str,
    pub(crate) words: Vec<Word>,
    pub(crate) lines: Vec<Line>,
    pub(crate) figures: Vec<FigureMention<'p>>,
    pub(crate) dates: Vec<DateMention>,
    /// All cues, by their first words.
    pub(crate) cues: ByWord<Found>,
    /// Everything, by its first word.
    pub(crate) marks: ByWord<Mark>,
}

/// Something mentioned.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// Its words, by number.
    pub(crate) words: Range<usize>,
    pub(crate) kind: MarkKind,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum MarkKind {
    Cue(Cue),
    /// A date, by its number in [`Reading::dates`].
    Date(usize),
    Place(NamedPlace),
    Name(Name),
    /// A head without a name, which points back: `của dự án`.
    NameBack(Name),
    /// A figure, by its number in [`Reading::figures`].
    Figure(usize),
    /// A sign outside figures and dates.
    Sign(char),
}

impl<'p> Reading<'p> {
    pub(crate) fn of(text: &'p str, published: Option<NaiveDate>) -> Self {
        let words = words(text, &LEXICON);
        let lines = lines(text, &words);
        let cues = ByWord::new(LEXICON.find(&words), words.len(), |c| c.words.start);
        let mut figures = figures::find(text, &words, &cues);
        let dates = dates::find(&words, &lines, text, &cues, &figures, published);
        let finder = published.map_or_else(Finder::new, Finder::on);
        let places = finder.find_iter(text).map(|place| Mark {
            words: words_of(&words, place.range()),
            kind: MarkKind::Place(place.place()),
        });
        let names = names::find(&words, text, &cues, &dates, &figures);
        let mut marks: Vec<Mark> = places.collect();
        let dated = |at: &Range<usize>| covered(&dates, |d| &d.words, at);
        let named = |at: &Range<usize>| covered(&names, |n| &n.words, at);
        for figure in &mut figures {
            figure.role = figures::role(figure, &words, &cues, dated(&figure.words), text);
        }
        figures::share_nouns(&mut figures, &words);
        marks.extend(cues.iter().filter_map(|found| {
            let muted = match found.cue {
                Cue::Stop(_) | Cue::Speaker(_) | Cue::Date(_) | Cue::Build(_) => true,
                Cue::Name(_) | Cue::Noun(_) | Cue::NumberName(_) => true,
                cue if cue.is_of_events() => true,
                Cue::Topic(_) | Cue::Capital(_) | Cue::Basis(_) | Cue::Subject(_) => {
                    named(&found.words)
                }
                _ => false,
            };
            (!muted).then(|| Mark {
                words: found.words.clone(),
                kind: MarkKind::Cue(found.cue),
            })
        }));
        marks.extend(names);
        for (at, date) in dates.iter().enumerate() {
            marks.push(Mark {
                words: date.words.clone(),
                kind: MarkKind::Date(at),
            });
        }
        let inside = |at: &Range<usize>| covered(&figures, |f| &f.words, at);
        for (at, word) in words.iter().enumerate() {
            if let Shape::Sign(sign) = word.shape
                && !inside(&(at..at + 1))
                && !dated(&(at..at + 1))
            {
                marks.push(Mark {
                    words: at..at + 1,
                    kind: MarkKind::Sign(sign),
                });
            }
        }
        for (at, figure) in figures.iter().enumerate() {
            marks.push(Mark {
                words: figure.words.clone(),
                kind: MarkKind::Figure(at),
            });
        }
        marks.sort_by_key(|mark| (mark.words.start, mark.words.end));
        let marks = ByWord::new(marks, words.len(), |m| m.words.start);
        Self {
            text,
            words,
            lines,
            figures,
            dates,
            cues,
            marks,
        }
    }

    /// The marks of a run of words.
    pub(crate) fn marks_of(&self, words: &Range<usize>) -> &[Mark] {
        let marks = self.marks.within(words.start, words.end);
        #[cfg(test)]
        steps::add(marks.len() + 1);
        marks
    }

    /// The cues that begin at a word.
    pub(crate) fn cues_at(&self, word: usize) -> impl Iterator<Item = &Found> {
        let here = self.cues.from(word).iter();
        here.take_while(move |c| c.words.start == word)
    }

    /// The bytes of a run of words.
    pub(crate) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = self
            .words
            .get(words.start)
            .map_or(self.text.len(), |w| w.start);
        let end = words.end.checked_sub(1).and_then(|at| self.words.get(at));
        start..end.map_or(start, |w| w.end.max(start))
    }

    /// The text of a run of words.
    pub(crate) fn slice(&self, words: &Range<usize>) -> &'p str {
        self.text.get(self.bytes(words)).unwrap_or("")
    }

    /// The text of one word; nothing where there is none.
    pub(crate) fn word(&self, at: usize) -> &'p str {
        self.words
            .get(at)
            .and_then(|w| self.text.get(w.range()))
            .unwrap_or("")
    }

    /// Whether a cue begins at a word.
    pub(crate) fn has_cue(&self, at: usize, cue: Cue) -> bool {
        self.cues_at(at).any(|c| c.cue == cue)
    }

    /// Whether a word is of a class.
    pub(crate) fn is(&self, at: usize, class: WordClass) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| LEXICON.is(word.key, class))
    }

    pub(crate) fn shape(&self, at: usize) -> Option<Shape> {
        self.words.get(at).map(|w| w.shape)
    }
}

/// Marks handed out, counted: how the work grows with the text.
#[cfg(test)]
pub(crate) mod steps {
    use std::cell::Cell;

    thread_local!(static TAKEN: Cell<usize> = const { Cell::new(0) });

    pub(crate) fn add(steps: usize) {
        TAKEN.set(TAKEN.get() + steps);
    }

    /// The steps since the last call.
    pub(crate) fn take() -> usize {
        TAKEN.replace(0)
    }
}

#[cfg(test)]
mod tests {
    use super::steps;
    use crate::Article;

    fn steps_of(text: &str) -> usize {
        steps::take();
        Article::new(text).draft().unwrap();
        steps::take()
    }

    #[test]
    fn twice_the_text_takes_twice_the_steps() {
        let hostile = [
            "tỉnh Hà Nam thu hút 5 dự án FDI với tổng vốn 3 tỷ USD, tăng 12% so với cùng kỳ, ",
            "- 12 dự án, trong đó 5 của Nhật Bản\n",
            "(ước năm 2020: 5 ha) ",
            "dự án, nhà máy, công ty, ",
            "12, 13 và 14 ",
            "Hội nghị, ",
            "so với ",
            "tăng 3%, ",
        ];
        for piece in hostile {
            let (one, two) = (piece.repeat(150), piece.repeat(300));
            let (one, two) = (steps_of(&one), steps_of(&two));
            assert!(
                one > 0 && two <= 2 * one + 200,
                "{piece:?}: {one}, then {two}"
            );
        }
    }
}

/// Whether one of some ranges, in order and without overlap, covers another.
fn covered<T>(items: &[T], range: impl Fn(&T) -> &Range<usize>, at: &Range<usize>) -> bool {
    let next = items.partition_point(|item| range(item).end <= at.start);
    items.get(next).is_some_and(|item| {
        let range = range(item);
        range.start <= at.start && at.end <= range.end
    })
}

/// The words a run of bytes touches.
fn words_of(words: &[Word], bytes: Range<usize>) -> Range<usize> {
    let start = words.partition_point(|w| w.end <= bytes.start);
    let end = words.partition_point(|w| w.start < bytes.end);
    start..end.max(start)
}
