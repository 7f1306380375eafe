//! Datasets and questions that are as untidy as real ones.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tinh_totals::chrono::NaiveDate;
use tinh_totals::tinh_model::claim::{RelationKind, Status};
use tinh_totals::tinh_model::entity::{Observation, Statement};
use tinh_totals::tinh_model::time::{AsOf, DateBasis, Period, Time};
use tinh_totals::tinh_model::{Claim, Dataset, Measure, Place, PrintedFigure, Source};

/// When a question asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    Latest,
    On(NaiveDate),
    During(Period),
    Flows,
    Events,
}

/// A dataset and a question about it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    claims: Vec<Claim>,
    sources: Vec<Source>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) when: When,
    pub(crate) prefer: Vec<&'static str>,
    pub(crate) vintage: Option<NaiveDate>,
}

impl Case {
    pub(crate) fn dataset(&self) -> Dataset {
        let mut data = Dataset::new();
        for source in &self.sources {
            data.add_source(source.clone())
                .expect("sources have ids of their own");
        }
        for claim in &self.claims {
            data.add_claim(claim.clone())
                .expect("claims have ids of their own");
        }
        data
    }

    /// The same claims and sources in another order.
    pub(crate) fn shuffled(&self, mut seed: u64) -> Self {
        let mut case = self.clone();
        let mut next = |below: usize| {
            // A linear congruence is random enough to reorder twenty claims.
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap() % below
        };
        for at in (1..case.claims.len()).rev() {
            let other = next(at + 1);
            case.claims.swap(at, other);
        }
        case.sources.reverse();
        case
    }
}

const PLACES: &[&str] = &[
    "Hải Phòng",
    "Hải Dương",
    "Vĩnh Long",
    "Bến Tre",
    "Trà Vinh",
    "Thanh Hóa",
    "Hà Nội",
    "Dầu khí",
    "cả nước",
];
const DAYS: &[&str] = &[
    "2015-12-15",
    "2022-12-20",
    "2022-12-20",
    "2023-04-17",
    "2023-12-20",
    "2024-06-20",
    "2026-06-30",
];
const PERIODS: &[&str] = &[
    "2015",
    "2022",
    "2022",
    "9 tháng năm 2022",
    "2023",
    "quý I/2023",
    "quý II/2023",
    "9 tháng năm 2023",
    "2022-07/2023-06",
    "2024",
    "2026",
];
const MONEY: &[&str] = &[
    "876,92 triệu USD",
    "trên 24,5 tỷ USD",
    "9,43 tỷ USD",
    "khoảng 350 triệu USD",
    "từ 300 đến 400 triệu USD",
    "gần 3.000 tỷ đồng",
    "1.498 tỷ đồng",
    "-60,95 triệu USD",
    "0 USD",
    "ít nhất 5 triệu USD",
    "không quá 7 tỷ USD",
    "190.8 triệu USD",
    "hàng trăm tỷ đồng",
    "14,65 tỷ USD",
    "dưới 2 tỷ USD",
    "2,5 triệu EUR",
];
const COUNTS: &[&str] = &[
    "161 dự án",
    "hơn 500 dự án",
    "1.498 dự án",
    "nhiều dự án",
    "hàng trăm dự án",
    "0 dự án",
    "khoảng 40 dự án",
];
const MEASURES: &[&str] = &[
    "fdi.registered",
    "fdi.registered",
    "fdi.registered",
    "fdi.implemented",
    "fdi.projects",
    "exports",
    "fdi.registered-new",
    "trade-partners",
];
const PUBLISHERS: &[Option<&str>] = &[
    Some("FIA"),
    Some("FIA"),
    Some("GSO"),
    Some("province"),
    None,
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the dates above are dates")
}

fn any_time() -> impl Strategy<Value = Time> {
    let basis = select(vec![
        DateBasis::Printed,
        DateBasis::Printed,
        DateBasis::Publication,
        DateBasis::Inferred,
        DateBasis::NotBefore,
    ]);
    let stock = (select(DAYS), basis, any::<bool>()).prop_map(|(date, basis, whole)| {
        let text = if whole { date } else { &date[..7] };
        Time::AsOf(AsOf::new(text.parse().expect("a date"), basis))
    });
    let flow = select(PERIODS).prop_map(|text| Time::During(text.parse().expect("a period")));
    prop_oneof![3 => stock, 3 => flow]
}

fn any_claim(
    sources: usize,
) -> impl Strategy<Value = (usize, &'static str, Time, Measure, &'static str, Status)> {
    let measure = select(MEASURES).prop_map(|code| code.parse::<Measure>().expect("a measure"));
    let status = select(vec![
        Status::Normal,
        Status::Normal,
        Status::Normal,
        Status::Estimated,
        Status::Break,
    ]);
    (0..sources, select(PLACES), any_time(), measure, status).prop_flat_map(
        |(source, place, time, measure, status)| {
            let is_count = matches!(measure.unit(), tinh_totals::tinh_model::MeasureUnit::Count);
            let texts = if is_count { COUNTS } else { MONEY };
            (
                Just(source),
                Just(place),
                Just(time),
                Just(measure),
                select(texts),
                Just(status),
            )
        },
    )
}

fn any_sources() -> impl Strategy<Value = Vec<Source>> {
    vec(
        (select(PUBLISHERS), proptest::option::of(select(DAYS))),
        1..5,
    )
    .prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(at, (publisher, published))| {
                let mut source = Source::new(format!("s{at}"), format!("source {at}"));
                source.publisher = publisher.map(str::to_owned);
                source.published = published.map(|text| text.parse().expect("a date"));
                source
            })
            .collect()
    })
}

pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    let when = prop_oneof![
        Just(When::Latest),
        select(DAYS).prop_map(|text| When::On(day(text))),
        select(PERIODS).prop_map(|text| When::During(text.parse().expect("a period"))),
        Just(When::Flows),
        Just(When::Events),
    ];
    let measures = proptest::sample::subsequence(
        vec![
            "fdi.registered",
            "fdi.implemented",
            "fdi.projects",
            "exports",
            "trade-partners",
        ],
        1..3,
    )
    .prop_map(|codes| {
        codes
            .iter()
            .map(|code| code.parse().expect("a measure"))
            .collect::<Vec<Measure>>()
    });
    let prefer = proptest::sample::subsequence(vec!["FIA", "GSO"], 0..3).prop_shuffle();
    let relations = vec((0_usize..20, 0_usize..20, select(RelationKind::ALL)), 0..6);
    let vintage = proptest::option::weighted(0.2, select(DAYS).prop_map(day));
    (any_sources(), measures, when, prefer, relations, vintage).prop_flat_map(
        |(sources, measures, when, prefer, relations, vintage)| {
            vec(any_claim(sources.len()), 0..20).prop_map(move |raw| Case {
                claims: claims(&sources, &raw, &relations),
                sources: sources.clone(),
                measures: measures.clone(),
                when,
                prefer: prefer.clone(),
                vintage,
            })
        },
    )
}

fn claims(
    sources: &[Source],
    raw: &[(usize, &'static str, Time, Measure, &'static str, Status)],
    relations: &[(usize, usize, RelationKind)],
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (at, (source, place, time, measure, text, status)) in raw.iter().enumerate() {
        let on = time
            .last_day()
            .or(time.first_day())
            .expect("every time here has a day");
        // A unit that did not exist on that day makes no claim.
        let Ok(place) = Place::named(place, on) else {
            continue;
        };
        let observation: Observation = serde_json::from_value(serde_json::json!({
            "measure": measure, "figure": text,
        }))
        .expect("an observation");
        debug_assert!(PrintedFigure::parse(text).is_ok());
        let claim = Claim::new(
            format!("c{at:02}"),
            sources[*source].id.clone(),
            place,
            *time,
            Statement::Observation(observation),
        );
        let Ok(claim) = claim else { continue };
        let mut claim = claim.with_status(*status);
        for (_, to, kind) in relations.iter().filter(|(from, ..)| *from == at) {
            claim = claim.related(*kind, format!("c{to:02}"));
        }
        claims.push(claim);
    }
    claims
}
