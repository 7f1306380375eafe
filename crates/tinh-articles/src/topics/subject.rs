//! Whose figures: the province or country that stays, and the project, zone or
//! organisation a sentence is about.

use std::ops::Range;

use tinh_gazetteer::{NamedPlace, UnitId};

use super::{Held, Printer, Spot};
use crate::cues::{Body, Cue, Found, Name, Speaker, Subject as SubjectCue, WordClass};
use crate::drafts::{Field, Grade, Subject};
use crate::mentions::{FigureRole, Mark, MarkKind, Reading};
use crate::text::{Sentence, Shape};

/// Which subject a measure asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A project or zone where one is spoken of.
    Project,
    /// A territory or a zone: no organisation attracts investment.
    Territory,
    /// Who trades: of two countries, the nation.
    Trader,
    /// Whoever the sentence is about.
    Any,
}

/// The territory spoken of.
#[derive(Clone, Debug, Default)]
struct Territory {
    province: Option<Held<UnitId>>,
    national: bool,
    region: bool,
}

/// How many provinces with figures of their own make a list, none of which is
/// spoken of after it.
const LIST: usize = 3;

/// How many provinces `lần lượt` pairs at most.
const PAIRS: usize = 8;

/// The subjects spoken of.
#[derive(Debug, Default)]
pub(crate) struct SubjectTopic {
    province: Option<Held<UnitId>>,
    nation: Option<Held<()>>,
    /// Whether the nation was named after the province.
    national: bool,
    /// Where a meeting was held: a province that is spoken of only where no
    /// other is.
    site: Option<Held<UnitId>>,
    /// A district, until its province is spoken of again.
    district: Option<Held<Subject>>,
    /// The district named last, to be pointed back to.
    named_district: Option<String>,
    /// The last project or zone named or pointed back to.
    project: Option<Held<String>>,
    /// The sentence that speaks of a project without a name.
    unnamed: Option<usize>,
    /// What the sentence begins with: a zone, an organisation.
    opener: Option<Held<Subject>>,
    /// The organisation named last in the paragraph.
    organisation: Option<Held<String>>,
    /// Where the last name ended, to tell its address.
    name_end: usize,
    /// Whether the sentence tells a day, as reports of meetings do.
    dated: bool,
    /// The sentence a place begins that the gazetteer does not know.
    stranger: Option<usize>,
    /// Whether several provinces are spoken of, and no single one since.
    region: bool,
    /// How many provinces the sentence has turned to.
    turns: usize,
    /// The provinces named since the last figure of the sentence.
    named: Vec<Held<UnitId>>,
    /// Those still to be paired with a figure, after `lần lượt`.
    paired: std::vec::IntoIter<Held<UnitId>>,
    /// What was spoken of before the sentence.
    outside: Territory,
    /// Two countries told as a pair: `giữa Việt Nam và Hàn Quốc`.
    pair: Option<Held<()>>,
    /// The sentence another country begins: `Hàn Quốc dẫn đầu … tại Việt Nam`.
    foreign: Option<usize>,
    fallback: Option<Field<Subject>>,
    /// Whether the text speaks of a province and names none.
    unnamed_province: bool,
}

impl SubjectTopic {
    /// `about`: the province the caller names.
    pub(crate) fn new(reading: &Reading<'_>, about: Option<UnitId>) -> Self {
        let unnamed_province = about.is_none() && speaks_of_unnamed(reading);
        Self {
            fallback: fallback(reading, about, unnamed_province),
            unnamed_province,
            ..Self::default()
        }
    }

    /// A zone stays for its paragraph, an organisation for its sentence.
    pub(crate) fn begin_sentence(&mut self, new_paragraph: bool) {
        self.opener.take_if(|_| new_paragraph);
        self.organisation.take_if(|_| new_paragraph);
        self.dated = false;
        if self.turns >= LIST {
            let outside = std::mem::take(&mut self.outside);
            self.region = outside.region || (outside.province.is_none() && !outside.national);
            (self.province, self.national) = (outside.province, outside.national);
        }
        self.turns = 0;
        self.named.clear();
        self.paired = Vec::new().into_iter();
        self.outside = Territory {
            province: self.province.clone(),
            national: self.national,
            region: self.region,
        };
    }

    /// `Tỉnh Jeonbuk có …`: a place the gazetteer does not know begins the
    /// sentence; its figures are nobody's here.
    pub(crate) fn stranger(&mut self, reading: &Reading<'_>, at: usize, sentence: usize) {
        let head = match (reading.word(at), reading.word(at + 1)) {
            ("Tỉnh" | "Bang" | "TP", _) => 1,
            ("Thành", "phố") => 2,
            _ => return,
        };
        let named = reading.shape(at + head) == Some(Shape::Capital);
        let known = reading
            .marks_of(&(at..at + head + 1))
            .iter()
            .any(|m| matches!(m.kind, MarkKind::Place(_)));
        if named && !known {
            self.stranger = Some(sentence);
        }
    }

    /// A day is told in this sentence.
    pub(crate) fn day(&mut self) {
        self.dated = true;
    }

    /// `listed`: an item of an enumeration of provinces.
    pub(crate) fn place(
        &mut self,
        place: NamedPlace,
        mark: &Mark,
        sentence: usize,
        reading: &Reading<'_>,
        listed: bool,
        opens: bool,
    ) {
        let words = &mark.words;
        match place {
            NamedPlace::Unit(unit) => {
                let Some(id) = unit.id() else { return };
                let held = Held::new(id, words, sentence);
                if self.named.len() < PAIRS {
                    self.named.push(held.clone());
                }
                // `KCN X, tỉnh Y`: where a project is does not take the topic.
                let address = (self.name_end > 0 && words.start <= self.name_end + 4)
                    || ends_name(reading, words.end);
                if listed
                    || is_dateline(reading, words)
                    || (address && (self.province.is_some() || self.national))
                {
                    return;
                }
                // `Công ty … xây nhà máy tại Đồng Nai`: where, and still the company's.
                let body = self
                    .opener
                    .as_ref()
                    .is_some_and(|o| matches!(o.value, Subject::Organisation(_)));
                if body && self.province.is_some() && is_site(reading, words.start) {
                    return;
                }
                if self.dated && is_site(reading, words.start) {
                    self.site = Some(held);
                    return;
                }
                if self.province.as_ref().is_some_and(|p| p.value != id) {
                    self.named_district = None;
                }
                self.speak_of(held);
                if !address {
                    (self.opener, self.district) = (None, None);
                }
            }
            NamedPlace::Country(country) if country.alpha2() == "VN" => {
                if is_paired(reading, words) {
                    self.pair = Some(Held::new((), words, sentence));
                }
                let before = reading.word(words.start.wrapping_sub(1));
                let here = self
                    .province
                    .as_ref()
                    .is_some_and(|p| p.sentence == sentence);
                // `xuất khẩu của Việt Nam đạt`, not `chính sách của Việt Nam`.
                let owner = matches!(before, "của" | "vào")
                    && !here
                    && reading.is(words.end, WordClass::Predicate);
                let partner = self.foreign == Some(sentence)
                    && !here
                    && reading.is(words.start.wrapping_sub(1), WordClass::Toward);
                if partner {
                    self.opener = Some(Held::new(
                        Subject::Country("VN".to_owned()),
                        words,
                        sentence,
                    ));
                }
                let bare = self.province.is_none() && !self.unnamed_province;
                if bare || owner || (opens && !here) {
                    self.nation = Some(Held::new((), words, sentence));
                    (self.national, self.region) = (true, false);
                }
            }
            NamedPlace::Country(_) if opens => self.foreign = Some(sentence),
            _ => {}
        }
    }

    fn speak_of(&mut self, province: Held<UnitId>) {
        let other = self
            .province
            .as_ref()
            .is_none_or(|p| p.value != province.value);
        self.turns += usize::from(other);
        self.province = Some(province);
        (self.national, self.region) = (false, false);
    }

    /// `Hải Phòng và Hà Nội, với số vốn lần lượt là …`: the provinces just named
    /// are taken in turn.
    pub(crate) fn pair(&mut self) {
        if self.named.len() > 1 {
            self.paired = std::mem::take(&mut self.named).into_iter();
        }
    }

    /// The next province in turn has the figure that comes.
    pub(crate) fn take_turn(&mut self) {
        self.named.clear();
        if let Some(next) = self.paired.next() {
            self.speak_of(next);
            (self.opener, self.district) = (None, None);
        }
    }

    /// `Với 1,2 tỷ USD, Bắc Ninh dẫn đầu`: whose figures a sentence tells before
    /// it names it.
    pub(crate) fn announced(&mut self, reading: &Reading<'_>, sentence: &Sentence, number: usize) {
        let mut marks = reading.marks_of(&sentence.words).iter().peekable();
        let mut at = sentence.words.start;
        while let Some(mark) =
            marks.next_if(|m| m.words.start < at || (m.words.start == at && is_adverb(m)))
        {
            at = at.max(mark.words.end);
        }
        let opens = matches!(reading.word(at), "với" | "Với");
        let mut counted = false;
        let mut name = None;
        for mark in marks.take_while(|_| opens) {
            match mark.kind {
                MarkKind::Figure(_) => counted = true,
                MarkKind::Place(NamedPlace::Unit(unit)) => {
                    name = unit.id().map(|id| Held::new(id, &mark.words, number));
                    break;
                }
                // `Với tổng vốn 300 triệu USD, nhà máy sẽ …`
                MarkKind::Name(Name::Project) if counted && follows_comma(reading, mark) => {
                    let printed = reading.slice(&mark.words).to_owned();
                    self.project = Some(Held::new(printed, &mark.words, number));
                    break;
                }
                MarkKind::NameBack(Name::Project) if counted && follows_comma(reading, mark) => {
                    self.name_back(Name::Project, &mark.words, number, reading, true);
                    break;
                }
                MarkKind::Place(_) | MarkKind::Name(_) => break,
                _ => {}
            }
        }
        let first = |at: usize| {
            let head = (1..=3).map(|back| at.wrapping_sub(back));
            let sign = head
                .into_iter()
                .find(|&at| !reading.is(at, WordClass::PlaceHead));
            sign.is_some_and(|at| reading.word(at) == ",")
        };
        if let Some(name) = name.filter(|n| counted && first(n.words.start)) {
            self.speak_of(name);
            (self.opener, self.district) = (None, None);
        }
    }

    /// `opens`: as of a [name](Self::name); `based`: inside the words of a
    /// comparison's base.
    pub(crate) fn cue(
        &mut self,
        cue: SubjectCue,
        words: &Range<usize>,
        sentence: usize,
        reading: &Reading<'_>,
        (opens, based): (bool, bool),
    ) {
        match cue {
            SubjectCue::Nation | SubjectCue::Ministry => {
                let measured = based || is_measured(reading, words);
                let told = cue == SubjectCue::Ministry && reports(reading, words);
                // `Long An là điểm sáng của cả nước`, not `xuất khẩu của cả nước đạt`.
                let here = self
                    .province
                    .as_ref()
                    .is_some_and(|p| p.sentence == sentence);
                let measured = measured
                    || (here
                        && reading.word(words.start.wrapping_sub(1)) == "của"
                        && !reading.is(words.end, WordClass::Predicate));
                if told || (cue == SubjectCue::Nation && !measured) {
                    self.nation = Some(Held::new((), words, sentence));
                    (self.national, self.region) = (true, false);
                    (self.opener, self.district) = (None, None);
                }
            }
            SubjectCue::ProvinceBack => {
                if self.province.is_none() {
                    self.province.clone_from(&self.site);
                }
                if self.province.is_some() {
                    (self.national, self.region) = (false, false);
                }
                (self.opener, self.district) = (None, None);
            }
            SubjectCue::Region => {
                if opens && !based {
                    self.region = true;
                    (self.opener, self.district) = (None, None);
                }
            }
            SubjectCue::Compared => {}
        }
    }

    /// `opens`: only dates and adverbs are before the name in its clause.
    pub(crate) fn name(
        &mut self,
        name: Name,
        words: &Range<usize>,
        sentence: usize,
        reading: &Reading<'_>,
        opens: bool,
    ) {
        let printed = reading.slice(words).to_owned();
        let at_before = words.start.wrapping_sub(1);
        let before = std::mem::replace(&mut self.name_end, words.end);
        match name {
            // `nhà máy đầu tiên` after `nhà máy Hanwha` is that one.
            Name::Project if self.is_described(reading, words) => {
                self.name_back(name, words, sentence, reading, false)
            }
            Name::Project | Name::Zone => {
                // Where a project lies is not what is spoken of.
                let location = reading.is(at_before, WordClass::Location);
                let office = reading.word(at_before) == "lý";
                let known = self.project.is_some() || self.unnamed == Some(sentence);
                if !(office || (location && known)) {
                    self.project = Some(Held::new(printed.clone(), words, sentence));
                }
                if opens && name == Name::Zone {
                    self.opener = Some(Held::new(Subject::Project(printed), words, sentence));
                }
            }
            Name::Organisation => {
                self.organisation = Some(Held::new(printed.clone(), words, sentence));
                let speaks = reading.has_cue(words.end, Cue::Speaker(Speaker::Says));
                if opens && !speaks {
                    self.opener = Some(Held::new(Subject::Organisation(printed), words, sentence));
                }
            }
            Name::None => {}
            Name::District => {
                self.named_district = Some(printed.clone());
                // `huyện Mai Châu (tỉnh Hòa Bình)`: where what is told of lies.
                // `KCN Hựu Thạnh, huyện Đức Hòa, tỉnh Long An` is an address as a whole.
                let addressed = is_addressed(reading, words.end)
                    && !reading.is(at_before, WordClass::Location)
                    && !(before == at_before && reading.word(at_before) == ",");
                if opens || addressed || reading.is(at_before, WordClass::WholeGround) {
                    self.district = Some(Held::new(Subject::Project(printed), words, sentence));
                }
            }
        }
    }

    /// Whether words without a capital speak of the project named before: they
    /// begin as its name does.
    fn is_described(&self, reading: &Reading<'_>, words: &Range<usize>) -> bool {
        // `…; nhà máy dệt của …`: an item of its own.
        if matches!(
            reading.shape(words.start.wrapping_sub(1)),
            Some(Shape::Sign(';' | ':' | '-' | '+'))
        ) {
            return false;
        }
        let small = |at| !matches!(reading.shape(at), Some(Shape::Capital | Shape::Digits));
        let head = reading.slice(&(words.start..words.start + 2));
        let same = |p: &Held<String>| {
            p.value.chars().skip(1).any(char::is_uppercase)
                && p.value.to_lowercase().starts_with(&head.to_lowercase())
                && p.value != reading.slice(words)
        };
        words.clone().skip(1).all(small) && self.project.as_ref().is_some_and(same)
    }

    /// A head without a name: `dự án`, `khu kinh tế`, `nhà máy`. `opens`: it
    /// begins its sentence.
    pub(crate) fn name_back(
        &mut self,
        name: Name,
        words: &Range<usize>,
        sentence: usize,
        reading: &Reading<'_>,
        opens: bool,
    ) {
        if name == Name::Organisation
            && opens
            && let Some(named) = &self.organisation
        {
            // `Công ty đã …` after a company was named.
            let subject = Subject::Organisation(named.value.clone());
            self.opener = Some(Held::new(subject, words, sentence));
        }
        // `trên địa bàn huyện`, `của huyện`: the district named before.
        let before = words.start.wrapping_sub(1);
        if name == Name::District
            && (reading.is(before, WordClass::WholeGround) || reading.word(before) == "của")
            && let Some(named) = &self.named_district
        {
            self.district = Some(Held::new(Subject::Project(named.clone()), words, sentence));
        }
        if !matches!(name, Name::Project | Name::Zone) {
            return;
        }
        // `một dự án khác`, `dự án thứ hai`: not the one named before.
        let other = reading.is(words.start.wrapping_sub(1), WordClass::Article)
            || reading.is(words.end, WordClass::Another);
        if other {
            self.project = None;
            self.unnamed = Some(sentence);
            return;
        }
        let pointed = reading.is(words.end, WordClass::Pronoun)
            || reading.is(words.end.wrapping_sub(1), WordClass::Pronoun);
        let head = reading
            .slice(&(words.start..words.start + 2))
            .to_lowercase();
        match &mut self.project {
            // `nhà máy` is not the park named before.
            Some(project) if head != "dự án" && !project.value.to_lowercase().contains(&head) => {
            }
            Some(project) => {
                (project.words, project.sentence) = (words.clone(), sentence);
                // `nhà máy này tiêu thụ 0,6 triệu tấn`
                if pointed {
                    let subject = Subject::Project(project.value.clone());
                    self.opener = Some(Held::new(subject, words, sentence));
                }
            }
            None if opens || pointed => self.unnamed = Some(sentence),
            None => {}
        }
    }

    /// A project without a name is spoken of.
    pub(crate) fn speak_of_project(&mut self, sentence: usize) {
        if !self.has_project_in(sentence) {
            self.unnamed = Some(sentence);
        }
    }

    /// Whether an organisation was named in a sentence.
    pub(crate) fn has_organisation_in(&self, sentence: usize) -> bool {
        let here = |named: &Held<String>| named.sentence == sentence;
        self.organisation.as_ref().is_some_and(here)
    }

    pub(crate) fn has_project_in(&self, sentence: usize) -> bool {
        let here = |project: &Held<String>| project.sentence == sentence;
        self.unnamed == Some(sentence) || self.project.as_ref().is_some_and(here)
    }

    /// Whether a project was named from a sentence on, and no province after it.
    pub(crate) fn has_project_since(&self, sentence: usize) -> bool {
        let project = self.project.as_ref();
        project.is_some_and(|p| p.sentence >= sentence && self.province_since(p.sentence))
    }

    /// Whether no province was spoken of after a sentence.
    fn province_since(&self, sentence: usize) -> bool {
        self.province
            .as_ref()
            .is_none_or(|p| p.sentence <= sentence)
    }

    /// Whose a figure is. `after`: the words behind it and its noun.
    pub(crate) fn figure(
        &self,
        who: Who,
        printer: Printer<'_, '_>,
        after: &Range<usize>,
        spot: &Spot,
    ) -> Field<Subject> {
        let near = |p: &&Held<String>| {
            p.sentence == spot.sentence
                || (p.sentence >= spot.paragraph && self.province_since(p.sentence))
        };
        if who == Who::Project
            && let Some(project) = self.project.as_ref().filter(near)
        {
            return printer.field(project, Subject::Project(project.value.clone()), spot);
        }
        if who == Who::Project && self.unnamed == Some(spot.sentence) {
            return Field::default();
        }
        if who == Who::Trader
            && let Some(pair) = self.pair.as_ref().filter(|p| p.sentence >= spot.paragraph)
        {
            return printer.field(pair, Subject::Country("VN".to_owned()), spot);
        }
        if self.stranger == Some(spot.sentence) {
            return Field::default();
        }
        let many = match &self.opener {
            Some(opener) => matches!(opener.value, Subject::Country(_)),
            None => self.region || self.national,
        };
        if let Some(place) = located(printer.reading, after, spot.sentence).filter(|_| many) {
            let id = place.value.as_str().to_owned();
            return printer.field(&place, Subject::Province(id), spot);
        }
        let fits = |held: &&Held<Subject>| {
            !matches!(who, Who::Territory | Who::Trader)
                || !matches!(held.value, Subject::Organisation(_))
        };
        if let Some(opener) = self.opener.as_ref().filter(fits).or(self.district.as_ref()) {
            return printer.field(opener, opener.value.clone(), spot);
        }
        if self.region {
            return Field::default();
        }
        let nation = |held: &Held<()>| printer.field(held, Subject::Country("VN".to_owned()), spot);
        match (&self.province, &self.nation) {
            (_, Some(held)) if self.national => nation(held),
            (Some(held), _) => printer.field(
                held,
                Subject::Province(held.value.as_str().to_owned()),
                spot,
            ),
            (None, Some(held)) => nation(held),
            (None, None) => named_behind(printer.reading, after, spot.sentence)
                .map(|place| printer.field(&place, place.value.clone(), spot))
                .or_else(|| self.fallback.clone())
                .unwrap_or_default(),
        }
    }
}

/// `Trung tâm Xúc tiến Đầu tư TPHCM (ITPC)`: an abbreviation in brackets ends the
/// name of a body that a place is part of.
fn ends_name(reading: &Reading<'_>, at: usize) -> bool {
    let short = reading.word(at + 1);
    reading.shape(at) == Some(Shape::Sign('('))
        && reading.shape(at + 2) == Some(Shape::Sign(')'))
        && short.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

/// Whether another country follows Việt Nam, or stands before it, with no more
/// than a dash or `và` between.
fn is_paired(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let joins = |at: usize| matches!(reading.word(at), "-" | "–" | "và" | "với");
    let country = |range: Range<usize>| {
        reading
            .marks_of(&range)
            .iter()
            .any(|m| matches!(m.kind, MarkKind::Place(NamedPlace::Country(_))))
    };
    (joins(words.end) && country(words.end + 1..words.end + 3))
        || (joins(words.start.wrapping_sub(1))
            && country(words.start.saturating_sub(4)..words.start))
}

/// `dẫn đầu cả nước`, `so với cả nước`: measured against, not spoken of.
fn is_measured(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let before = words.start.wrapping_sub(1);
    let within = (1..=4).any(|back| reading.word(words.start.wrapping_sub(back)) == "trong");
    // `đứng thứ 4 cả nước`, `top 5 cả nước`
    let placed = reading.is(before.wrapping_sub(1), WordClass::Order);
    within || placed || reading.is(before, WordClass::Rank)
}

/// Whether an office is the source of what is said: `theo báo cáo của Bộ …`,
/// `Tổng cục Thống kê cho biết`.
fn reports(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let before = words.start.saturating_sub(14)..words.start;
    before
        .into_iter()
        .any(|at| reading.is(at, WordClass::Source))
        || reading.has_cue(words.end, Cue::Speaker(Speaker::Says))
}

/// Whether a comma stands before a mark, `đây là` passed over.
fn follows_comma(reading: &Reading<'_>, mark: &Mark) -> bool {
    let before = |back: usize| reading.word(mark.words.start.wrapping_sub(back));
    before(1) == ","
        || (before(1) == "là" && (before(2) == "đây" || (before(2) == "sẽ" && before(3) == "đây")))
}

/// What stands before the words a sentence begins with.
fn is_adverb(mark: &Mark) -> bool {
    matches!(
        mark.kind,
        MarkKind::Cue(Cue::Opener(_) | Cue::Parts(_)) | MarkKind::Date(_) | MarkKind::Sign(',')
    )
}

/// Whether a province follows as an address: `, tỉnh Hòa Bình`, `(Hòa Bình)`.
fn is_addressed(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.shape(at), Some(Shape::Sign('(' | ',')))
        && reading
            .marks_of(&(at..at + 4))
            .iter()
            .any(|m| matches!(m.kind, MarkKind::Place(NamedPlace::Unit(_))))
}

/// `TT (Hà Nội) - …`: where a report was written.
fn is_dateline(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let sign = |at: usize| match reading.shape(at) {
        Some(Shape::Sign(sign)) => sign,
        _ => ' ',
    };
    sign(words.start.wrapping_sub(1)) == '('
        && sign(words.end) == ')'
        && matches!(sign(words.end + 1), '-' | '–')
}

/// The territory a sentence names behind a figure, where none was named before:
/// `Hơn 11 tỷ USD vốn FDI sẽ đổ vào Việt Nam`.
fn named_behind(
    reading: &Reading<'_>,
    after: &Range<usize>,
    sentence: usize,
) -> Option<Held<Subject>> {
    let near = after.start..after.end.min(after.start + NEAR);
    reading.marks_of(&near).iter().find_map(|mark| {
        let subject = match mark.kind {
            MarkKind::Place(NamedPlace::Unit(unit)) => {
                Subject::Province(unit.id()?.as_str().to_owned())
            }
            MarkKind::Place(NamedPlace::Country(country)) if country.alpha2() == "VN" => {
                Subject::Country("VN".to_owned())
            }
            _ => return None,
        };
        Some(Held::new(subject, &mark.words, sentence))
    })
}

/// How many words behind a figure are looked at for its territory.
const NEAR: usize = 24;

/// How many words may stand between a figure and where it is.
const BESIDE: usize = 3;

/// The province right behind a figure: `11 tỷ USD tập trung tại Hải Phòng`, `5 dự
/// án ở Hà Nội`.
fn located(reading: &Reading<'_>, after: &Range<usize>, sentence: usize) -> Option<Held<UnitId>> {
    let end = after.end.min(after.start + BESIDE);
    let open = |at: &usize| !matches!(reading.shape(*at), Some(Shape::Sign(_) | Shape::Digits));
    let at = (after.start..end)
        .take_while(open)
        .find(|&at| reading.is(at, WordClass::At))?;
    let head = |at: &usize| reading.is(*at, WordClass::PlaceHead);
    let heads = (at + 1..after.end.min(at + 4)).take_while(head).count();
    let name = at + 1 + heads;
    let marks = reading.marks_of(&(name.saturating_sub(2).max(at)..name + 1));
    marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Place(NamedPlace::Unit(unit)) => {
            Some(Held::new(unit.id()?, &mark.words, sentence))
        }
        _ => None,
    })
}

/// Whether a place is where something was held: `tại`, `tại tỉnh`, `tại TP.`.
fn is_site(reading: &Reading<'_>, at: usize) -> bool {
    (1..=3)
        .map(|back| at.wrapping_sub(back))
        .find(|&at| !reading.is(at, WordClass::PlaceHead))
        .is_some_and(|at| reading.word(at).eq_ignore_ascii_case("tại"))
}

/// The subject before any is named: the caller's, or the first province of the
/// text that is not only the site of a meeting, or the country.
fn fallback(
    reading: &Reading<'_>,
    about: Option<UnitId>,
    unnamed_province: bool,
) -> Option<Field<Subject>> {
    let assumed = |value| {
        Some(Field {
            value: Some(value),
            grade: Grade::Assumed,
            ..Field::default()
        })
    };
    if let Some(id) = about {
        return assumed(Subject::Province(id.as_str().to_owned()));
    }
    let (mut national, mut site, mut name_end) = (false, None, 0);
    let listed = enumerated(reading, &reading.marks);
    for mark in reading.marks.iter() {
        match mark.kind {
            MarkKind::Name(_) => name_end = mark.words.end,
            MarkKind::Place(NamedPlace::Unit(_))
                if listed.binary_search(&mark.words.start).is_ok() => {}
            MarkKind::Place(NamedPlace::Unit(unit)) => {
                let Some(id) = unit.id() else { continue };
                let address = name_end > 0 && (name_end..=name_end + 4).contains(&mark.words.start);
                if !address && !is_site(reading, mark.words.start) {
                    return assumed(Subject::Province(id.as_str().to_owned()));
                }
                site.get_or_insert(id);
            }
            MarkKind::Place(NamedPlace::Country(country)) if country.alpha2() == "VN" => {
                national = true
            }
            MarkKind::Cue(Cue::Subject(SubjectCue::Nation))
                if !is_measured(reading, &mark.words) =>
            {
                return assumed(Subject::Country("VN".to_owned()));
            }
            MarkKind::Cue(Cue::Subject(SubjectCue::Ministry)) if reports(reading, &mark.words) => {
                return assumed(Subject::Country("VN".to_owned()));
            }
            _ => {}
        }
    }
    if national && !unnamed_province {
        return assumed(Subject::Country("VN".to_owned()));
    }
    site.and_then(|id| assumed(Subject::Province(id.as_str().to_owned())))
}

/// Whether a text speaks of its province, `UBND tỉnh`, and names none: it is not
/// the country's because a body has `Việt Nam` in its name.
fn speaks_of_unnamed(reading: &Reading<'_>) -> bool {
    let named = |m: &Mark| matches!(m.kind, MarkKind::Place(NamedPlace::Unit(_)));
    let back = Cue::Subject(SubjectCue::ProvinceBack);
    let spoken = |c: &Found| c.cue == back || c.cue == Cue::Body(Body::Province);
    reading.cues.iter().any(spoken) && !reading.marks.iter().any(named)
}

/// Which provinces of a sentence are items of an enumeration of three or more:
/// none of them is its subject. In order.
pub(crate) fn enumerated(reading: &Reading<'_>, marks: &[Mark]) -> Vec<usize> {
    let mut listed = Vec::new();
    let mut run: Vec<&Mark> = Vec::new();
    let mut close = |run: &mut Vec<&Mark>| {
        if run.len() >= 3 {
            listed.extend(run.iter().map(|m| m.words.start));
        }
        run.clear();
    };
    for mark in marks {
        match mark.kind {
            MarkKind::Place(NamedPlace::Unit(_)) => {
                let near = run.last().is_none_or(|last| {
                    let gap = last.words.end..mark.words.start;
                    gap.len() <= 4 && gap.clone().all(|at| joins(reading, at))
                });
                if !near {
                    close(&mut run);
                }
                run.push(mark);
            }
            MarkKind::Figure(at)
                if reading
                    .figures
                    .get(at)
                    .is_some_and(|f| !matches!(f.role, FigureRole::None(_))) =>
            {
                close(&mut run)
            }
            _ => {}
        }
    }
    close(&mut run);
    listed
}

/// Words between the items of an enumeration of provinces.
fn joins(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.shape(at), Some(Shape::Sign(',' | '-' | '–' | ')')))
        || reading.is(at, WordClass::Enumerates)
}
