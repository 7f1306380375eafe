//! The cues of a stretch of text, and those behind a figure.

use std::ops::Range;

use tinh_gazetteer::NamedPlace;

use crate::cues::{Basis, Capital, Compare, Cue, Noun, TopicId, WordClass};
use crate::mentions::{FigureRole, MarkKind, Reading};
use crate::topics::Held;

/// The cues of a stretch of text, the last of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub(crate) topic: Option<Held<TopicId>>,
    pub(crate) capital: Option<Held<Capital>>,
    pub(crate) basis: Option<Held<Basis>>,
    /// Whether the first stands right behind the figure: `5 tỷ đồng vốn FDI`.
    pub(crate) close: bool,
    /// Whether several stages are joined: all of what is registered.
    pub(super) joined: bool,
    /// The words of the last sector.
    sector: Range<usize>,
}

impl Cues {
    pub(super) fn money_topic(&self) -> Option<&Held<TopicId>> {
        self.topic
            .as_ref()
            .filter(|t| t.value.topic().money.is_some())
    }

    /// `lao động công nghiệp và xây dựng`: workers of a sector; `giá trị sản xuất
    /// nông, lâm nghiệp`: its output; a bare `tốc độ tăng trưởng` is of what was
    /// named before it.
    pub(super) fn only_narrows(&self, cue: Cue, words: &Range<usize>) -> bool {
        let (Cue::Topic(value), Some(topic)) = (cue, &self.topic) else {
            return false;
        };
        match value.topic().name {
            "growth-rate" => true,
            name if !name.starts_with("sector") => false,
            _ => match topic.value.topic().name {
                "workers" => true,
                "industrial-output" | "output" | "productivity" => {
                    words.start <= topic.words.end + 1
                }
                _ => false,
            },
        }
    }

    pub(super) fn add(&mut self, cue: Cue, words: &Range<usize>, sentence: usize) {
        let inside = |held: &Range<usize>| words.start <= held.start && held.end <= words.end;
        let covered = |held: &Range<usize>| held.start <= words.start && words.end <= held.end;
        let words = words.clone();
        match cue {
            // Prices are those of a product named before: `GDP bình quân đầu người
            // theo giá hiện hành` stays what it is.
            Cue::Topic(value)
                if value.topic().name.starts_with("grdp-c")
                    && self
                        .topic
                        .as_ref()
                        .is_some_and(|t| t.value.topic().name != "grdp") => {}
            Cue::Topic(value) => {
                // `vốn đầu tư toàn xã hội` says nothing of registered capital.
                self.basis.take_if(|b| inside(&b.words));
                self.topic = Some(Held::new(value, &words, sentence));
            }
            // `dự án phi chính phủ với vốn tài trợ …`: of those organisations still.
            Cue::Capital(Capital::Oda | Capital::OdaGrant)
                if self.capital.as_ref().map(|c| c.value) == Some(Capital::NgoAid) => {}
            Cue::Capital(value) => self.capital = Some(Held::new(value, &words, sentence)),
            Cue::Sector(_) => {
                self.capital.take_if(|c| inside(&c.words));
                self.basis.take_if(|b| inside(&b.words));
                self.sector = words;
            }
            Cue::Basis(_) if covered(&self.sector) => {}
            Cue::Basis(value) if !self.topic.as_ref().is_some_and(|t| covered(&t.words)) => {
                // `tổng vốn đầu tư đăng ký mới`: the finer word stays.
                let finer = |b: &Held<Basis>| {
                    let plain = matches!(value, Basis::Registered | Basis::Total);
                    // `kêu gọi đầu tư với tổng số vốn`: called for to its figure.
                    (b.value == Basis::Called && plain)
                        || (b.words.end >= words.start
                            && value == Basis::Registered
                            && b.value != Basis::Total)
                };
                let fine = |b: Basis| matches!(b, Basis::New | Basis::Adjusted | Basis::Share);
                // `cấp mới, điều chỉnh và góp vốn`: all of it.
                if let Some(held) = self.basis.as_mut().filter(|b| {
                    fine(b.value)
                        && fine(value)
                        && b.value != value
                        && words.start < b.words.end + 8
                }) {
                    *held = Held::new(Basis::Registered, &words, sentence);
                    self.joined = true;
                } else if self.joined && fine(value) {
                } else if !self.basis.as_ref().is_some_and(finer) {
                    self.basis = Some(Held::new(value, &words, sentence));
                }
            }
            _ => {}
        }
    }
}

/// The cues behind a figure that belong to it: up to the next figure, sign,
/// or word that begins another phrase. Brackets are passed over.
pub(crate) fn cues_behind(
    reading: &Reading<'_>,
    figure: &Range<usize>,
    role: &FigureRole,
    limit: usize,
    sentence: usize,
) -> Cues {
    let reach = match role {
        FigureRole::Count(..) => 12,
        _ => 10,
    };
    // `43 quốc gia có đầu tư FDI`, `72 xã được công nhận đạt chuẩn nông thôn mới`: a
    // verb says what links them.
    let loose = matches!(
        role,
        FigureRole::Count(Noun::Countries | Noun::Households | Noun::Districts, _)
    );
    let end = figure.end.saturating_add(reach).min(limit);
    let mut cues = Cues::default();
    let projects = matches!(role, FigureRole::Count(Noun::Projects, _));
    let mut worth = None;
    // The word the phrase has come to, brackets left out.
    let (mut at, mut depth) = (figure.end, 0_usize);
    for mark in reading.marks_of(&(figure.end..end)) {
        let words = mark.words.clone();
        match mark.kind {
            MarkKind::Sign('(') => depth += 1,
            MarkKind::Sign(')') if depth > 0 => {
                depth -= 1;
                at = mark.words.end;
            }
            _ if depth > 0 => {}
            // `20 dự án xúc tiến, kêu gọi đầu tư`
            MarkKind::Sign(',') if reading.has_cue(words.end, Cue::Basis(Basis::Called)) => {
                at = words.end;
            }
            // `1 dự án trị giá 800 tỷ đồng của nhà đầu tư trong nước`
            MarkKind::Figure(_) if worth == Some(words.start) => {
                (worth, at) = (None, words.end);
            }
            MarkKind::Sign(_) | MarkKind::Figure(_) => break,
            // `241 dự án đầu tư tại Lào`
            MarkKind::Place(NamedPlace::Country(country))
                if projects && country.alpha2() != "VN" && is_abroad(reading, at, words.start) =>
            {
                cues.capital = Some(Held::new(Capital::Ofdi, &words, sentence));
            }
            _ if !loose && breaks(reading, at..words.start) => break,
            // `15 dự án của nhà đầu tư Hàn Quốc`
            MarkKind::Place(NamedPlace::Country(country))
                if country.alpha2() != "VN"
                    && cues.capital.is_none()
                    && is_investor(reading, &words) =>
            {
                cues.capital = Some(Held::new(Capital::Fdi, &words, sentence));
            }
            MarkKind::Cue(Cue::Compare(Compare::Reach)) if loose => {}
            // `74 dự án tăng thêm vốn`
            MarkKind::Cue(Cue::Compare(Compare::Up))
                if projects && reading.has_cue(words.start, Cue::Basis(Basis::Adjusted)) => {}
            MarkKind::Cue(Cue::Compare(_) | Cue::Parts(_) | Cue::Subject(_)) => break,
            // `1.436 tỷ đồng vốn dự phòng`: money, and no word for which.
            MarkKind::Cue(Cue::Basis(Basis::Registered)) if words.len() == 1 => {}
            MarkKind::Cue(Cue::Basis(Basis::Worth)) if projects => {
                worth = Some(words.end);
            }
            MarkKind::Cue(cue @ (Cue::Topic(_) | Cue::Capital(_) | Cue::Basis(_))) => {
                cues.close |= words.start == at;
                let first = match cue {
                    Cue::Topic(_) => cues.topic.is_none(),
                    Cue::Capital(_) => cues.capital.is_none(),
                    _ => cues.basis.is_none(),
                };
                if first {
                    cues.add(cue, &words, sentence);
                }
            }
            _ => {}
        }
    }
    cues
}

/// Whether `at` and the place after it say where projects are: `dự án đầu tư tại Lào`.
fn is_abroad(reading: &Reading<'_>, noun: usize, place: usize) -> bool {
    let Some(link) = place
        .checked_sub(1)
        .filter(|&link| reading.is(link, WordClass::Into))
    else {
        return false;
    };
    link <= noun + 5 && !breaks(reading, noun..link)
}

/// Whether investors are named before a country, or it invests: `doanh nghiệp Hàn
/// Quốc`, `dự án đầu tư của Hàn Quốc`, `Nhật Bản hiện đầu tư tại Việt Nam`, `Hàn Quốc
/// là nhà đầu tư lớn nhất`.
pub(crate) fn is_investor(reading: &Reading<'_>, country: &Range<usize>) -> bool {
    let invests = |at: usize| {
        (reading.slice(&(at..at + 2)) == "đầu tư" && reading.is(at + 2, WordClass::Toward))
            || reading.slice(&(at..at + 4)) == "là nhà đầu tư"
    };
    let linked = matches!(reading.word(country.start.wrapping_sub(1)), "của" | "từ");
    let at = country.start - usize::from(linked);
    matches!(
        reading.slice(&(at.saturating_sub(2)..at)),
        "đầu tư" | "đăng ký" | "doanh nghiệp" | "tập đoàn" | "công ty" | "dự án" | "đến từ"
    ) || (country.end..country.end + 3).any(invests)
}

/// The word where the noun phrase of a level ends.
pub(crate) fn phrase_end(reading: &Reading<'_>, figure: &Range<usize>, limit: usize) -> usize {
    let end = figure.end.saturating_add(16).min(limit);
    let joins = (figure.end..end).find(|&at| reading.is(at, WordClass::Joins));
    let end = joins.unwrap_or(end);
    let marks = reading.marks_of(&(figure.end..end));
    let ends = |kind: MarkKind| {
        matches!(
            kind,
            MarkKind::Sign(_) | MarkKind::Figure(_) | MarkKind::Cue(Cue::Compare(_))
        )
    };
    marks
        .iter()
        .find(|m| ends(m.kind))
        .map_or(end, |m| m.words.start)
}

/// Whether a phrase of its own begins between a figure and a cue.
fn breaks(reading: &Reading<'_>, gap: Range<usize>) -> bool {
    gap.into_iter().any(|at| reading.is(at, WordClass::Breaks))
}
