//! Cue words: what a word or a phrase says of the figure beside it.
//!
//! The rows are in `data/cues.tsv` and `data/event_cues.tsv`, with a reason
//! each; a new cue is a row.

#[rustfmt::skip]
mod table;

use std::ops::Range;
use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::text::{Word, fold};

/// What a cue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// What is measured.
    Topic(TopicId),
    /// Whose money an investment is.
    Capital(Capital),
    /// Words that narrow a figure and do not say whose money it is.
    Sector(Sector),
    /// At which stage money is counted.
    Basis(Basis),
    /// What a number counts.
    Noun(Noun),
    /// So, estimated, or meant to be.
    Status(Status),
    /// How a percentage or a multiple compares.
    Compare(Compare),
    /// What a comparison is measured against.
    Base(Base),
    /// A subject without a name.
    Subject(Subject),
    /// The head of a name.
    Name(Name),
    /// A list of parts begins.
    Parts(Parts),
    /// One part only is spoken of.
    Part(PartId),
    /// What is built follows.
    Build(Build),
    /// A noun phrase ends.
    Stop(Stop),
    /// What stands before the subject of a sentence.
    Opener(Opener),
    /// Who speaks is named.
    Speaker(Speaker),
    /// As of now, or all until now.
    Moment(Moment),
    /// A word dates are made of.
    Date(DateWord),
    /// A number after it is a name.
    NumberName(NumberName),
    /// What happens: a visit, a meeting, a signing.
    Act(Act),
    /// A gathering takes place.
    Hold(Hold),
    /// What makes a gathering one for trade or investment.
    Theme(Theme),
    /// Travellers.
    Group(Group),
    /// A destination without a country.
    Region(Region),
    /// An office or a body.
    Body(Body),
    /// The kind of a locality, before its name.
    Level(Level),
    /// The parties of what was told last.
    Pair(Pair),
    /// What ties a party, a place or a circumstance to an act.
    Link(Link),
    /// Done, to come, or only wished.
    Aspect(Aspect),
    /// The time of what was told last.
    Again(Again),
    /// What is signed or granted.
    Paper(Paper),
    /// Whose project it is.
    Owner(Owner),
    /// A Vietnamese family name.
    Surname(Surname),
    /// A province or city of another country.
    Abroad(Abroad),
}

/// A province or city of another country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Abroad {
    /// The ISO 3166-1 code of its country.
    pub(crate) country: &'static str,
    pub(crate) level: AbroadLevel,
}

/// Declares the values a role of the table takes.
macro_rules! values {
    ($($(#[$meta:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum $name { $($variant),+ }
    )+ };
}

values! {
    /// Whose money.
    Capital { Fdi, Ddi, Any, Ofdi, Oda, OdaLoan, OdaGrant, ConcessionalLoan, Counterpart, NgoAid }
    /// Who trades or works.
    Sector { Foreign, Domestic }
    /// At which stage.
    Basis { Registered, New, Adjusted, Share, Implemented, Planned, Total, Called, Committed, Worth }
    /// What is counted.
    Noun {
        Projects, Adjustments, SharePurchases, Turns, Enterprises, Cooperatives, Workers, Jobs,
        Area, Length, IndustrialParks, IndustrialClusters, EconomicZones, Tourists, Missions,
        DelegationsReceived, Agreements, EventParticipants, EventBooths, Investors, Countries,
        Localities, TradeOffices, Consulates, Organisations, Students, Goods, Persons,
        DiasporaPersons, Households, DelegationMembers, Districts, GrowingAreaCodes,
        PackingHouses, Visits, Points, Power, GuestNights, Duration, Neutral,
    }
    /// So, estimated, or meant to be; `None` takes back a word inside a longer one.
    Status { Estimate, Forecast, Target, Planned, Approved, Proposed, None }
    /// Which comparison.
    Compare { Up, Down, Share, Ratio, Reach, Exceed, Multiple }
    /// Measured against what.
    Base { PreviousYear, PreviousQuarter, PreviousMonth, Plan, Total }
    /// A subject without a name.
    Subject { Nation, Ministry, ProvinceBack, Region, Compared }
    /// The head of a name; `None` takes back a word inside a longer one.
    Name { Project, Zone, Organisation, District, None }
    /// A list of parts.
    Parts { Among, List, Respectively, Sum }
    /// What is built follows.
    Build { Verb }
    /// The end of a noun phrase.
    Stop { Phrase }
    /// Before the subject.
    Opener { Adverb }
    /// Who speaks.
    Speaker { Says }
    /// As of when.
    Moment { Now, Cumulative, Flow, YearToDate, Event, Act, None }
    /// Of dates.
    DateWord {
        Year, Month, Quarter, Day, Span, First, Last, FirstHalf, LastHalf, AsOf, SinceJanuary,
        Base, Since, SinceEvent, Whole, ThisYear, LastYear, Past, Plan, One, Four,
    }
    /// Before a number that names something; `Not` takes back a word inside a longer one.
    NumberName { Before, Not }
    /// What happens.
    Act {
        Visit, VisitWork, Tour, Send, Travel, Receive, Meet, Work, Session, Sign, Hand, Signing,
        Establish, Recognise, Gather, Fair, Named, Greet, Grant, Award, Approve, Open, Run, Complete, Give, Aid, Present, Handover, Back,
        BackMeeting, None,
    }
    /// A gathering takes place.
    Hold { Held, Host, Chair, None }
    /// About what.
    Theme { Trade }
    /// Travellers.
    Group { Delegation, Leader, None }
    /// Somewhere abroad.
    Region { Abroad, Anywhere }
    /// Who.
    Body {
        Province, Nation, NationAbroad, Envoy, Foreign, Ministry, Agency, Organisation, Officer, Delegate, People, Minister,
        Hall, Rank, Common,
    }
    /// Which kind of locality.
    Level { Commune, District, Locality }
    /// Both sides.
    Pair { Both }
    /// Which tie.
    Link { With, Between, For, By, At, Toward, Of, From, Witness, Adjunct, About, And, Alias, None }
    /// How an act is meant.
    Aspect { Done, Recent, Planned, Wish, Habit, Condition, None }
    /// The same time.
    Again { Time, Journey }
    /// Which paper.
    Paper {
        Memorandum, CooperationAgreement, InvestmentAgreement, FinancingAgreement, LandLease,
        Contract, Licence, None,
    }
    /// A family name.
    Surname { Family }
    /// On which side of the words the investor is named.
    Owner { Before, After }
    /// How large; a person speaks for the country.
    AbroadLevel { Province, City, Person }
    /// What a single word does to its neighbours: the classes of `data/words.tsv`.
    WordClass {
        Breaks, Joins, Rank, Document, Office, PlaceHead, Several, Source, At, Location, Toward, Predicate, Branch, Enumerates, WholeGround, Until, Article, Pair, Money, Reviews, Clause, Pronoun, Another, Spends, And, Order,
        RegionHead, NumberOf, Equals, Copula, Investing, InvestLink, ForEach, Against, Distance, Than, Achieves, BothOf, Into, From, Qualifies, ActVerb, Limits,
    }
    /// Whether a figure has a period or a date.
    Nature { Flow, Stock, Either, Event }
}

// The generator calls the values of a role by the role.
use DateWord as Date;

/// A row of `data/topics.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TopicId(u8);

/// What figures beside the words of a topic measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Topic {
    pub(crate) name: &'static str,
    pub(crate) money: Option<&'static str>,
    pub(crate) count: Option<&'static str>,
    pub(crate) percent: Option<&'static str>,
    pub(crate) nature: Nature,
}

/// A row of `data/parts.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PartId(u8);

/// A part of what some measures count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) dimension: &'static str,
    pub(crate) value: &'static str,
    /// The measures it is a part of, without their stage.
    of: &'static [&'static str],
}

impl PartId {
    /// The part, where it is one of a measure.
    pub(crate) fn of(self, code: &str) -> Option<&'static Part> {
        let stem = code.split(['.', ':']).next().unwrap_or(code);
        let part = table::PARTS.get(usize::from(self.0))?;
        part.of.contains(&stem).then_some(part)
    }
}

static NO_TOPIC: Topic = Topic {
    name: "",
    money: None,
    count: None,
    percent: None,
    nature: Nature::Either,
};

impl TopicId {
    pub(crate) fn topic(self) -> &'static Topic {
        table::TOPICS.get(usize::from(self.0)).unwrap_or(&NO_TOPIC)
    }
}

/// What a count of a noun measures: a row of `data/nouns.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    /// The code and its nature; none where the words beside it tell.
    pub(crate) code: Option<(&'static str, Nature)>,
    /// The topics that count what the noun names.
    pub(crate) topics: &'static [&'static str],
}

impl Noun {
    pub(crate) const fn counted(self) -> Counted {
        table::counted(self)
    }
}

/// Money beside a count: what it is of (`data/money_of_counts.tsv`).
pub(crate) fn money_beside(count: &str) -> Option<&'static str> {
    table::money_beside(count)
}

impl WordClass {
    const fn bit(self) -> u64 {
        1 << self as u64
    }
}

/// The key of a word that stands in some cue; 0 of all others.
pub(crate) type Key = u32;

/// All cues as a tree of words.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    keys: HashMap<Box<str>, Key>,
    /// From a place in the tree over a word to the next.
    steps: HashMap<(u32, Key), u32>,
    /// The cues that end at a place of the tree.
    ends: Vec<Vec<Cue>>,
    /// The classes of a word, by its key, a bit each.
    classes: Vec<u64>,
}

/// The cues of the table.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        ends: vec![Vec::new()],
        ..Lexicon::default()
    };
    for (words, cue) in &table::CUES {
        lexicon.add(words, *cue);
    }
    for (word, class) in &table::WORDS {
        lexicon.classify(word, *class);
    }
    lexicon
});

impl Lexicon {
    fn add(&mut self, words: &str, cue: Cue) {
        let (mut place, mut folded) = (0u32, String::new());
        for word in words.split(' ') {
            fold(word, &mut folded);
            let next = Key::try_from(self.keys.len()).unwrap_or(Key::MAX) + 1;
            let key = *self.keys.entry(folded.as_str().into()).or_insert(next);
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            place = *self.steps.entry((place, key)).or_insert(next);
            if place == next {
                self.ends.push(Vec::new());
            }
        }
        if let Some(cues) = self.ends.get_mut(place as usize) {
            cues.push(cue);
        }
    }

    fn classify(&mut self, word: &str, class: WordClass) {
        let mut folded = String::new();
        fold(word, &mut folded);
        let next = Key::try_from(self.keys.len()).unwrap_or(Key::MAX) + 1;
        let key = *self.keys.entry(folded.as_str().into()).or_insert(next) as usize;
        if self.classes.len() <= key {
            self.classes.resize(key + 1, 0);
        }
        if let Some(classes) = self.classes.get_mut(key) {
            *classes |= class.bit();
        }
    }

    /// Whether a word is of a class.
    pub(crate) fn is(&self, key: Key, class: WordClass) -> bool {
        let classes = self.classes.get(key as usize);
        classes.is_some_and(|classes| classes & class.bit() != 0)
    }

    /// The key of a folded word.
    pub(crate) fn key(&self, folded: &str) -> Key {
        self.keys.get(folded).copied().unwrap_or(0)
    }

    /// The cues of a text, in the order of their beginnings. Of those of one
    /// [group](Cue::group) that overlap, only the first and longest.
    pub(crate) fn find(&self, words: &[Word]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut taken = [0usize; GROUPS];
        for start in 0..words.len() {
            let from = found.len();
            let (mut place, mut end) = (0u32, start);
            // A word of no cue has no key, and no cue goes on with it.
            while let Some(word) = words.get(end).filter(|w| w.key != 0) {
                let Some(&next) = self.steps.get(&(place, word.key)) else {
                    break;
                };
                (place, end) = (next, end + 1);
                for &cue in self.ends.get(place as usize).into_iter().flatten() {
                    if taken.get(cue.group()).is_some_and(|&taken| start < taken) {
                        continue;
                    }
                    let longer = Found {
                        words: start..end,
                        cue,
                    };
                    let same = |f: &Found| f.cue.group() == cue.group();
                    let at = found.iter().skip(from).position(same).map(|at| at + from);
                    match at.and_then(|at| found.get_mut(at)) {
                        // Two readings of the same words both stay.
                        Some(shorter) if shorter.words.end < end => *shorter = longer,
                        _ => found.push(longer),
                    }
                }
            }
            for found in found.iter().skip(from) {
                if let Some(taken) = taken.get_mut(found.cue.group()) {
                    *taken = found.words.end;
                }
            }
        }
        found
    }
}

/// A cue in a text.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The words it covers, by number.
    pub(crate) words: Range<usize>,
    pub(crate) cue: Cue,
}

const GROUPS: usize = 32;

/// Acts that are told in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Journey,
    Meeting,
    Signing,
    Relation,
    Gathering,
    Grant,
    Opening,
    Gift,
    /// Points back to what was told.
    Pointer,
}

impl Act {
    pub(crate) const fn family(self) -> Family {
        match self {
            Self::Visit | Self::VisitWork | Self::Tour | Self::Send | Self::Travel => {
                Family::Journey
            }
            Self::Receive | Self::Meet | Self::Work | Self::Session => Family::Meeting,
            Self::Sign | Self::Hand | Self::Signing => Family::Signing,
            Self::Establish | Self::Recognise => Family::Relation,
            Self::Gather | Self::Fair | Self::Named | Self::Greet => Family::Gathering,
            Self::Grant | Self::Award | Self::Approve => Family::Grant,
            Self::Open | Self::Run | Self::Complete => Family::Opening,
            Self::Give | Self::Aid | Self::Present | Self::Handover => Family::Gift,
            Self::Back | Self::BackMeeting | Self::None => Family::Pointer,
        }
    }
}

impl Cue {
    /// Whether only events are told by it: no matter for figures.
    pub(crate) const fn is_of_events(self) -> bool {
        self.group() >= 16 && !matches!(self, Cue::Part(_))
    }

    /// Cues of one group compete for the same words: the longest wins.
    const fn group(self) -> usize {
        match self {
            Cue::Topic(_) | Cue::Capital(_) | Cue::Sector(_) => 0,
            Cue::Basis(_) => 1,
            Cue::Noun(_) => 2,
            Cue::Status(_) => 3,
            Cue::Compare(_) => 4,
            Cue::Base(_) => 5,
            Cue::Subject(_) => 6,
            Cue::Name(_) => 7,
            Cue::Parts(_) => 8,
            Cue::Stop(_) => 9,
            Cue::Opener(_) => 10,
            Cue::Speaker(_) => 11,
            Cue::Moment(_) => 12,
            Cue::Date(_) => 13,
            Cue::NumberName(_) => 14,
            Cue::Build(_) => 15,
            Cue::Act(_) => 16,
            Cue::Hold(_) => 17,
            Cue::Theme(_) => 18,
            Cue::Group(_) => 19,
            Cue::Region(_) => 20,
            Cue::Body(_) => 21,
            Cue::Level(_) => 22,
            Cue::Pair(_) => 23,
            Cue::Link(_) => 24,
            Cue::Aspect(_) => 25,
            Cue::Again(_) => 26,
            Cue::Paper(_) => 27,
            Cue::Abroad(_) => 28,
            Cue::Owner(_) => 29,
            Cue::Surname(_) => 30,
            Cue::Part(_) => 31,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tinh_model::Measure;

    /// Codes that the model's table does not have: a reviewer may declare them.
    const PROPOSED: [&str; 10] = [
        "capacity",
        "debt",
        "forest-cover",
        "productivity",
        "public-investment",
        "remittances",
        "retail-sales",
        "sponsorship",
        "tourist-nights",
        "unemployment",
    ];

    #[test]
    fn topics_measure_what_the_model_knows_or_what_is_proposed() {
        let codes = table::TOPICS
            .iter()
            .flat_map(|t| [t.money, t.count, t.percent]);
        let mut unknown: Vec<&str> = codes
            .flatten()
            .map(|code| code.split(':').next().unwrap_or(code))
            .filter(|code| code.parse::<Measure>().is_err())
            .collect();
        unknown.sort_unstable();
        unknown.dedup();
        assert_eq!(unknown, PROPOSED);
    }

    #[test]
    fn the_longest_words_win_and_other_roles_overlap() {
        let words = crate::text::words("tổng vốn đầu tư toàn xã hội", &LEXICON);
        let found = LEXICON.find(&words);
        let topics: Vec<_> = found
            .iter()
            .filter(|f| matches!(f.cue, Cue::Topic(_)))
            .collect();
        assert_eq!(topics.len(), 1);
        assert_eq!(topics[0].words, 0..7);
        assert!(found.iter().any(|f| f.cue == Cue::Basis(Basis::Total)));
    }
}
