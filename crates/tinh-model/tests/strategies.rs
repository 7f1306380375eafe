//! Datasets made at random, of every statement type.
//!
//! Strategies are boxed: nested as they are, their values would not fit the
//! stack of a test thread.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use tinh_model::claim::{DateCorrection, Realm, RelationKind, Review, Status};
use tinh_model::entity::{
    Activity, ActivityKind, Agreement, AgreementKind, AgreementState, AidGroup, Base, Direction,
    InvestmentProject, Involvement, Mission, MissionState, Observation, Partnership,
    PartnershipKind, PartnershipState, ProjectAmount, ProjectState, Purpose, Role, Step,
};
use tinh_model::time::{AsOf, DateBasis, PartialDate, Period, Time};
use tinh_model::tinh_figures::Currency;
use tinh_model::tinh_gazetteer::{Country, Organisation, Unit};
use tinh_model::{
    Basis, CapitalKind, Claim, Dataset, Expression, Measure, MeasureDefinition, MeasureUnit,
    Nature, Partner, PartnerList, Place, PrintedFigure, Sector, Source, Statement, measures,
    rust_decimal,
};

/// Text as people and hostile files have it.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        "[a-zà-ỹ ,;.\"'#/-]{1,12}",
        any::<String>().prop_filter("not empty", |text| !text.is_empty()),
        select(vec![
            "[",
            "{}",
            " a ",
            "a\r",
            "a\n\"b\"",
            "\u{feff}",
            "tha\u{301}ng"
        ])
        .prop_map(str::to_owned),
    ]
    .boxed()
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9/;\\[-]{1,6}".prop_filter("trimmed", |id| id.trim() == id)
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    (of(1u16..=9999), of(1u8..=12), of(1u8..=28)).prop_filter_map("a date", |(year, month, day)| {
        PartialDate::new(year, month, day)
    })
}

fn period() -> impl Strategy<Value = Period> {
    (1u16..=9999, 1u8..=12, 1u8..=12).prop_filter_map("months", |(year, first, last)| {
        Period::months(year, first, last)
    })
}

fn stock_time() -> impl Strategy<Value = Time> {
    let basis = select(vec![
        DateBasis::Printed,
        DateBasis::Publication,
        DateBasis::Inferred,
        DateBasis::NotBefore,
    ]);
    (partial_date(), basis)
        .prop_filter("a year", |(date, _)| date.known_year().is_some())
        .prop_map(|(date, basis)| Time::AsOf(AsOf::new(date, basis)))
}

fn time() -> BoxedStrategy<Time> {
    prop_oneof![
        stock_time(),
        period().prop_map(Time::During),
        partial_date().prop_map(Time::On),
        partial_date().prop_map(Time::Horizon),
        select(vec![
            Time::EveryMonth,
            Time::EveryYear,
            Time::Future,
            Time::Undated
        ]),
    ]
    .boxed()
}

fn place() -> BoxedStrategy<Place> {
    let units: Vec<Unit> = Unit::all().collect();
    prop_oneof![
        select(units).prop_map(|unit| {
            let on = unit.valid_to().or(unit.valid_from()).unwrap_or_default();
            Place::Unit(unit, on)
        }),
        select(vec![Place::National, Place::Offshore]),
    ]
    .prop_filter("valid on its day", |place| match place {
        Place::Unit(unit, on) => unit.is_valid_on(*on),
        _ => true,
    })
    .boxed()
}

fn decimal(range: std::ops::Range<i64>, scale: u32) -> impl Strategy<Value = Decimal> {
    range.prop_map(move |mantissa| Decimal::new(mantissa, scale))
}

fn count() -> BoxedStrategy<PrintedFigure> {
    prop_oneof![
        (0u32..100_000).prop_map(|n| PrintedFigure::plain_number(&n.to_string(), n.into())),
        (0u32..999).prop_map(|n| format!("{n} dự án").parse().expect("a count")),
        select(vec![
            "nhiều đoàn",
            "hàng trăm đoàn",
            "ít nhất 15 doanh nghiệp",
            "khoảng 230 nghìn người"
        ])
        .prop_map(|text| text.parse().expect("a count")),
        (0u32..9, text()).prop_map(|(n, text)| PrintedFigure::plain_number(&text, n.into())),
    ]
    .boxed()
}

fn money() -> BoxedStrategy<PrintedFigure> {
    let currencies = select(Currency::all().collect::<Vec<_>>());
    prop_oneof![
        (decimal(0..1_000_000_000, 4), currencies, of(text())).prop_map(
            |(value, currency, text)| {
                PrintedFigure::plain(&text.unwrap_or_default(), value, Some(currency.code()))
                    .expect("money")
            }
        ),
        (0u32..999, 0u32..99).prop_map(|(whole, rest)| {
            format!("trên {whole},{rest:02} tỷ USD")
                .parse()
                .expect("money")
        }),
        select(vec![
            "từ 3 đến 5 triệu USD",
            "1.498 tỷ đồng",
            "gần 41 ngàn 480 tỷ đồng"
        ])
        .prop_map(|text| text.parse().expect("money")),
    ]
    .boxed()
}

fn ratio(expression: Expression) -> BoxedStrategy<PrintedFigure> {
    let plain = |unit: &'static str, scale| {
        decimal(1..10_000, scale)
            .prop_map(move |value| PrintedFigure::plain("", value, Some(unit)).expect("a ratio"))
    };
    match expression {
        Expression::Multiple => prop_oneof![
            plain("lần", 2),
            Just("gấp 10,2 lần".parse().expect("a multiple")),
        ]
        .boxed(),
        Expression::Rank | Expression::RankAtMost => prop_oneof![
            (1u32..64).prop_map(|n| PrintedFigure::plain_number("đứng đầu", n.into())),
            Just("thứ 8".parse().expect("a rank")),
        ]
        .boxed(),
        Expression::Level => decimal(0..10_000, 2)
            .prop_map(|v| PrintedFigure::plain_number("", v))
            .boxed(),
        _ => prop_oneof![plain("%", 2), Just("45,3%".parse().expect("a percentage"))].boxed(),
    }
}

fn measure() -> impl Strategy<Value = Measure> {
    let built_in = select(Measure::all().cloned().collect::<Vec<_>>());
    let level = prop_oneof![4 => built_in, 1 => declared()];
    let expression = prop_oneof![Just(Expression::Level), select(Expression::ALL)];
    (level, expression).prop_map(|(level, expression)| level.stated_as(expression))
}

/// A measure a dataset declares: of a few codes, so that two claims of one
/// dataset may declare one code in two ways.
fn declared() -> impl Strategy<Value = Measure> {
    let words = || of(text()).prop_map(Option::unwrap_or_default);
    (
        "[a-c](\\.[a-c])?",
        select(MeasureUnit::ALL),
        select(Nature::ALL),
        any::<[bool; 3]>(),
        (words(), words(), words(), vec("[a-z ]{1,6}", 0..3)),
    )
        .prop_map(|(code, unit, nature, flags, (vi, en, source, nouns))| {
            let mut definition = MeasureDefinition::new(code, unit, nature)
                .named(vi, en)
                .defined_in(source)
                .counting(nouns.iter().map(String::as_str));
            if flags[0] {
                definition = definition.not_additive();
            }
            if flags[1] {
                definition = definition.signed();
            }
            if flags[2] {
                definition = definition.part_of(measures::TRADE.code());
            }
            Dataset::new()
                .declare_measure(definition)
                .expect("a definition")
        })
}

/// A sector of the table in one of its spellings, or any other text.
fn sector() -> impl Strategy<Value = String> {
    let known = Sector::all().flat_map(|s| [s.name().to_owned(), s.name().to_uppercase()]);
    prop_oneof![select(known.collect::<Vec<_>>()), text()]
}

fn observation() -> BoxedStrategy<(Time, Observation)> {
    measure()
        .prop_flat_map(|measure| {
            let figure = match measure.unit() {
                MeasureUnit::Money => money().boxed(),
                MeasureUnit::Count => count().boxed(),
                MeasureUnit::Extent => count().boxed(),
                _ => ratio(measure.expression()),
            };
            let time = match measure.nature() {
                Nature::Stock => stock_time().boxed(),
                Nature::Flow => period().prop_map(Time::During).boxed(),
                _ => prop_oneof![stock_time(), period().prop_map(Time::During)].boxed(),
            };
            let base = if measure.expression().has_base() {
                of(select(Base::ALL)).boxed()
            } else {
                Just(None).boxed()
            };
            (
                Just(measure),
                figure,
                time,
                base,
                of(partner()),
                of(sector()),
                of(prop_oneof![text(), Just("toàn tỉnh".to_owned())]),
            )
        })
        .prop_map(|(measure, figure, time, base, partner, sector, scope)| {
            (time, {
                let mut observation = Observation::new(measure, figure);
                observation.base = base;
                observation.partner = partner.map(Box::new);
                observation.sector = sector.map(Sector::new);
                observation.scope = scope.map(String::into_boxed_str);
                observation
            })
        })
        .boxed()
}

fn partner() -> BoxedStrategy<Partner> {
    let country = || select(Country::all().collect::<Vec<_>>());
    let blocs = select(Organisation::all().collect::<Vec<_>>());
    prop_oneof![
        (country(), of(text())).prop_map(|(country, printed)| Partner::Country(country, printed)),
        blocs.prop_map(Partner::Bloc),
        text().prop_map(Partner::WorldRegion),
        (text(), of(text()), country(), of(text())).prop_map(
            |(name, level, country, country_printed)| Partner::Locality {
                name,
                level,
                country,
                country_printed,
            }
        ),
        text().prop_map(Partner::Organisation),
        text().prop_map(Partner::CityNetwork),
        text().prop_map(Partner::TradeAgreement),
        (text(), of(country())).prop_map(|(name, home)| Partner::Company { name, home }),
        (text(), of(country())).prop_map(|(name, host)| Partner::OverseasOffice { name, host }),
        text().prop_map(Partner::Domestic),
        of(country()).prop_map(Partner::Diaspora),
        text().prop_map(Partner::Unnamed),
    ]
    .boxed()
}

fn partners() -> BoxedStrategy<PartnerList> {
    prop_oneof![
        vec(partner(), 0..3).prop_map(PartnerList::closed),
        (vec(partner(), 0..3), of(count()))
            .prop_map(|(named, total)| PartnerList::open(named, total)),
    ]
    .boxed()
}

fn step<S: Copy + std::fmt::Debug>(state: S) -> impl Strategy<Value = Step<S>> {
    (of(partial_date()), of(text())).prop_map(move |(date, by)| {
        let mut step = Step::new(state);
        step.date = date;
        step.by = by;
        step
    })
}

fn statement() -> BoxedStrategy<(Time, Statement)> {
    use tinh_model::Statement as S;
    let other = prop_oneof![
        (
            select(vec![
                Direction::Outbound,
                Direction::Inbound,
                Direction::WorkingSession
            ]),
            vec(
                select(vec![Purpose::Trade, Purpose::Culture, Purpose::Labour]),
                0..3
            ),
            partners(),
            of(text()),
            partners(),
            of(count()),
            select(vec![
                MissionState::Done,
                MissionState::Unknown,
                MissionState::Planned
            ]),
        )
            .prop_map(
                |(direction, purposes, destinations, leader, facilitators, count, state)| {
                    let mut mission = Mission::new(direction);
                    mission.purposes = purposes;
                    mission.destinations = destinations;
                    mission.leader = leader;
                    mission.facilitators = facilitators;
                    mission.count = count;
                    mission.state = state;
                    S::from(mission)
                }
            ),
        (
            select(vec![AgreementKind::Memorandum, AgreementKind::Labour]),
            vec(step(AgreementState::Signed), 0..2),
            of(text()),
            partners(),
            of(count()),
            of(text()),
        )
            .prop_map(|(kind, history, name, parties, count, mentioned_in)| {
                let mut agreement = Agreement::new(kind, AgreementState::Signed);
                agreement.history = history;
                agreement.name = name;
                agreement.parties = parties;
                agreement.count = count;
                agreement.mentioned_in = mentioned_in;
                S::from(agreement)
            }),
        (
            select(vec![PartnershipKind::Twinning, PartnershipKind::Membership]),
            vec(step(PartnershipState::Deepened), 0..2),
            of(partial_date()),
            partners(),
            of(count()),
        )
            .prop_map(|(kind, history, since, partners, count)| {
                let mut partnership = Partnership::new(kind, PartnershipState::Deepened, partners);
                partnership.since = since;
                partnership.history = history;
                partnership.count = count;
                S::from(partnership)
            }),
        (
            of(text()),
            select(CapitalKind::ALL),
            vec(
                (
                    partner(),
                    select(vec![Role::Investor, Role::Host]),
                    of(decimal(0..5_000, 2))
                ),
                0..3
            ),
            of(text()),
            vec(step(ProjectState::Licensed), 0..2),
            vec((money(), select(Basis::ALL), of(partial_date())), 0..3),
        )
            .prop_map(|(name, capital, investors, sector, history, amounts)| {
                let mut project = InvestmentProject::new(ProjectState::Licensed);
                project.name = name;
                project.capital = capital;
                for (partner, role, share) in investors {
                    let mut investor = Involvement::new(partner, role);
                    investor.share =
                        share.map(|s| PrintedFigure::plain("", s, Some("%")).expect("a share"));
                    project.investors.push(investor);
                }
                project.sector = sector.map(Sector::new);
                project.history = history;
                for (figure, basis, as_of) in amounts {
                    let mut amount = ProjectAmount::new(figure, basis);
                    amount.as_of = as_of;
                    project.amounts.push(amount);
                }
                S::from(project)
            }),
        (
            select(vec![
                CapitalKind::ODA,
                CapitalKind::ODA_GRANT,
                CapitalKind::NGO_AID
            ]),
            select(Basis::ALL),
            partners(),
            of(count()),
            of(money()),
            of(money()),
            of(money()),
        )
            .prop_map(
                |(financing, basis, donors, projects, total, aid, counterpart)| {
                    let mut group = AidGroup::new(financing, basis);
                    group.donors = donors;
                    group.projects = projects;
                    group.total = total;
                    group.aid = aid;
                    group.counterpart = counterpart;
                    S::from(group)
                }
            ),
        (
            select(ActivityKind::ALL),
            of(text()),
            partners(),
            of(prop_oneof![count(), money()]),
            vec(text(), 0..3),
        )
            .prop_map(|(kind, name, parties, figure, topics)| {
                let mut activity = Activity::new(kind);
                activity.name = name;
                activity.parties = parties;
                activity.figure = figure;
                activity.topics = topics;
                S::from(activity)
            }),
    ];
    prop_oneof![
        observation().prop_map(|(time, observation)| (time, S::Observation(observation))),
        (time(), other),
    ]
    .boxed()
}

/// A claim, where what was drawn makes one: two dates of a history may stand
/// in the wrong order, shares exceed the whole.
fn claim() -> BoxedStrategy<Claim> {
    let relation = (select(RelationKind::ALL), id());
    (
        (id(), place(), statement()),
        (of(any::<u32>()), select(Status::ALL), select(Realm::ALL)),
        (
            vec(relation, 0..4),
            vec(id(), 0..3),
            of(text()),
            of((partial_date(), text())),
            vec((any::<u32>(), 1u32..99), 0..2),
            of(select(Review::ALL)),
        ),
    )
        .prop_filter_map(
            "a claim",
            |(
                (id, place, (time, statement)),
                (line, status, realm),
                (relations, facts, note, to, evidence, review),
            )| {
                let claim = Claim::new(id, "s", place, time, statement).ok()?;
                let mut claim = claim.with_status(status).in_realm(realm).with_facts(facts);
                if let Some(line) = line {
                    claim = claim.on_line(line);
                }
                let ends = |(start, length): (u32, u32)| Some(start..start.checked_add(length)?);
                claim = claim.with_evidence(evidence.into_iter().filter_map(ends));
                if let Some(review) = review {
                    claim = claim.with_review(review);
                }
                for (kind, to) in relations {
                    claim = claim.related(kind, to);
                }
                if let Some(note) = note {
                    claim = claim.with_note(note);
                }
                match to {
                    Some((to, reason)) if matches!(time, Time::On(_)) => claim
                        .with_date_correction(DateCorrection::new(to, reason))
                        .ok(),
                    _ => Some(claim),
                }
            },
        )
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    (
        text(),
        of(text()),
        of(partial_date()),
        of(partial_date()),
        of(text()),
    )
        .prop_map(|(title, publisher, published, not_before, address)| {
            let mut source = Source::new("s", title);
            source.publisher = publisher;
            source.published = published;
            source.not_before = not_before;
            source.address = address;
            source
        })
        .boxed()
}

/// A dataset of one source and claims of every type.
pub(crate) fn dataset() -> impl Strategy<Value = Dataset> {
    (source(), vec(claim(), 0..8)).prop_map(|(source, claims)| {
        let mut data = Dataset::new();
        data.add_source(source).expect("the first");
        for claim in claims {
            // A second claim of one id is no part of a dataset.
            let _ = data.add_claim(claim);
        }
        data
    })
}
