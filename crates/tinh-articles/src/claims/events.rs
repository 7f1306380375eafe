//! From a drafted event to a claim of the model.

use chrono::Datelike;
use serde_json::{Value, json};
use tinh_gazetteer::Country;
use tinh_model::Claim;
use tinh_model::time::{PartialDate, Period};

use super::{Keys, keys, sentence};
use crate::events::{DraftEvent, DraftEventKind, EventDate, EventState, PaperKind, Party};

impl Party {
    /// The partner as datasets have it; none of a locality whose country is not
    /// known, which is named only.
    fn partner(&self) -> Value {
        match self {
            Self::Province { name, .. } => json!({ "domestic": name }),
            Self::Country { code } => json!(code),
            Self::Locality {
                name,
                country: Some(code),
            } => json!({ "locality": name, "country": code }),
            Self::Locality {
                name,
                country: None,
            } => json!({ "unnamed": name }),
            Self::Organisation { name } => json!({ "organisation": name }),
        }
    }
}

impl EventDate {
    /// The keys that say when; of several days of a month the month, of several
    /// months of a year the year.
    #[must_use]
    pub fn keys(&self) -> Keys {
        let date = match self {
            Self::At(date) => Some(*date),
            Self::During(period) => common(*period),
            // Any leap year has every day.
            Self::Days { first, last } => [first, last]
                .map(|date| date.in_year(2000).and_then(|date| date.full()))
                .into_iter()
                .collect::<Option<Vec<_>>>()
                .filter(|days| {
                    days.windows(2)
                        .all(|d| matches!(d, [a, b] if a.month() == b.month()))
                })
                .and_then(|days| u8::try_from(days.first()?.month()).ok())
                .and_then(|month| PartialDate::new(None, Some(month), None)),
        };
        let time = date.is_none().then_some("undated");
        let date = date.map(|date| date.to_string());
        keys([("date", json!(date)), ("time", json!(time))])
    }
}

/// The month all days of a period are in, else the year.
fn common(period: Period) -> Option<PartialDate> {
    let (start, end) = (period.start(), period.end());
    let year = u16::try_from(start.year()).ok()?;
    let is_month = (start.year(), start.month()) == (end.year(), end.month());
    let month = u8::try_from(start.month()).ok().filter(|_| is_month);
    (start.year() == end.year()).then(|| PartialDate::new(Some(year), month, None))?
}

impl DraftEvent {
    /// The id of its claim: that of the source and its number, from 1.
    #[must_use]
    pub fn claim_id(source: &str, number: usize) -> String {
        format!("{source}-e{number}")
    }

    /// The line of JSON of its claim, marked as a draft, as
    /// [`Draft::line`](crate::Draft::line) has it; `number` is its number in the
    /// article, from 1. Without a province among the parties it has no place.
    #[must_use]
    pub fn line(
        &self,
        number: usize,
        source: &str,
        published: Option<PartialDate>,
        text: &str,
    ) -> Keys {
        let mut line = keys([
            ("id", json!(Self::claim_id(source, number))),
            ("source", json!(source)),
            ("place", json!(self.province())),
            ("evidence", json!([[self.span.start, self.span.end]])),
            ("review", json!("draft")),
            ("note", json!(sentence(text, self.span))),
        ]);
        let same_as = self
            .same_as
            .map(|at| Self::claim_id(source, at.saturating_add(1)));
        line.insert("same_as".to_owned(), json!(same_as));
        let no_date = match self.state {
            EventState::Done => keys([("time", json!("undated"))]),
            EventState::Planned => keys([("time", json!("future"))]),
        };
        line.extend(self.date.map_or(no_date, |date| date.keys()));
        // Without a year of its own a place is meant on the day of publication.
        let is_dated =
            matches!(self.date, Some(EventDate::At(date)) if date.known_year().is_some());
        if !is_dated && let Some(day) = published.and_then(|date| date.last_day()) {
            line.insert("place_on".to_owned(), json!(day.to_string()));
        }
        line.extend(self.keys_as(self.kind, self.state));
        if matches!(self.kind, DraftEventKind::Licence | DraftEventKind::Opening)
            && let Some(figure) = self.amount.and_then(|at| text.get(at.start..at.end))
        {
            // The text seldom says at which stage the money is counted.
            let amount = json!([{ "figure": figure, "basis": "unstated" }]);
            line.insert("amounts".to_owned(), amount);
        }
        line.retain(|_, value| !value.is_null());
        line
    }

    /// Its claim.
    ///
    /// # Errors
    /// The error of the model on the line.
    pub fn claim(
        &self,
        number: usize,
        source: &str,
        published: Option<PartialDate>,
        text: &str,
    ) -> Result<Claim, serde_json::Error> {
        let line = self.line(number, source, published, text);
        serde_json::from_value(Value::Object(line))
    }

    /// The id of the province that takes part; none of several or none.
    fn province(&self) -> Option<&str> {
        let mut provinces = self.parties.iter().filter_map(|party| match party {
            Party::Province { id, .. } => Some(id.as_str()),
            _ => None,
        });
        let first = provinces.next()?;
        provinces.all(|id| id == first).then_some(first)
    }

    /// The keys of the statement it would be as another kind, or in another
    /// state; `null` removes those of the other kinds.
    #[must_use]
    pub fn keys_as(&self, kind: DraftEventKind, state: EventState) -> Keys {
        let own = self.province();
        let others = self.parties.iter().filter(
            |party| !matches!(party, Party::Province { id, .. } if Some(id.as_str()) == own),
        );
        let mut partners: Vec<Value> = others.map(Party::partner).collect();
        let mut all = keys([
            ("direction", Value::Null),
            ("destinations", Value::Null),
            ("kind", Value::Null),
            ("parties", Value::Null),
            ("partners", Value::Null),
            ("investors", Value::Null),
            ("amounts", Value::Null),
            ("state", Value::Null),
        ]);
        let of = |done: &'static str, planned: &'static str| match state {
            EventState::Done => json!(done),
            EventState::Planned => json!(planned),
        };
        let mission = |direction: &str, destinations: Vec<Value>| {
            keys([
                ("type", json!("mission")),
                ("direction", json!(direction)),
                ("destinations", json!(destinations)),
                ("state", of("done", "planned")),
            ])
        };
        let activity = |kind: &str, parties: Vec<Value>| {
            keys([
                ("type", json!("activity")),
                ("kind", json!(kind)),
                ("parties", json!(parties)),
            ])
        };
        let project = |investors: Vec<Value>, state: Value| {
            let investors = investors
                .into_iter()
                .map(|partner| json!({ "partner": partner }));
            keys([
                ("type", json!("investment_project")),
                ("investors", json!(investors.collect::<Vec<_>>())),
                ("state", state),
            ])
        };
        all.extend(match kind {
            DraftEventKind::MissionOut => {
                let place = self.place.as_deref().map(Country::by_name);
                if let Some(Ok(country)) = place {
                    let code = json!(country.alpha2());
                    if !partners.contains(&code) {
                        partners.push(code);
                    }
                }
                mission("outbound", partners)
            }
            DraftEventKind::MissionIn => mission("inbound", partners),
            DraftEventKind::WorkingSession => mission("working-session", partners),
            DraftEventKind::Agreement => keys([
                ("type", json!("agreement")),
                ("kind", json!(self.paper.map_or("unspecified", paper_code))),
                ("parties", json!(partners)),
                ("state", of("signed", "negotiating")),
            ]),
            DraftEventKind::Partnership => keys([
                ("type", json!("partnership")),
                ("kind", json!("unspecified")),
                ("partners", json!(partners)),
                ("state", of("established", "prospective")),
            ]),
            DraftEventKind::PromotionEvent => activity("promotion-event", partners),
            DraftEventKind::Licence => project(partners, of("licensed", "approved-in-principle")),
            DraftEventKind::Opening => project(partners, of("present", "surveyed")),
            DraftEventKind::Aid => activity("other", partners),
        });
        all
    }
}

/// The kind of agreement a paper is.
const fn paper_code(paper: PaperKind) -> &'static str {
    match paper {
        PaperKind::Memorandum => "memorandum",
        PaperKind::CooperationAgreement | PaperKind::InvestmentAgreement => "unspecified",
        PaperKind::FinancingAgreement => "aid",
        PaperKind::LandLease | PaperKind::Contract => "contract",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn event(kind: DraftEventKind, state: EventState) -> DraftEvent {
        DraftEvent {
            kind,
            span: Span { start: 0, end: 4 },
            parties: vec![
                Party::Province {
                    id: "vinh-long".to_owned(),
                    name: "Vĩnh Long".to_owned(),
                },
                Party::Country {
                    code: "JP".to_owned(),
                },
                Party::Locality {
                    name: "Niigata".to_owned(),
                    country: Some("JP".to_owned()),
                },
                Party::Organisation {
                    name: "Tập đoàn Sumitomo".to_owned(),
                },
            ],
            place: Some("Nhật Bản".to_owned()),
            date: Some(EventDate::At("2022-11".parse().unwrap())),
            state,
            paper: None,
            amount: None,
            same_as: None,
        }
    }

    const KINDS: [DraftEventKind; 9] = [
        DraftEventKind::MissionOut,
        DraftEventKind::MissionIn,
        DraftEventKind::WorkingSession,
        DraftEventKind::Agreement,
        DraftEventKind::Partnership,
        DraftEventKind::PromotionEvent,
        DraftEventKind::Licence,
        DraftEventKind::Opening,
        DraftEventKind::Aid,
    ];

    #[test]
    fn a_licence_has_its_money() {
        let text = "UBND tỉnh Đồng Nai trao giấy chứng nhận đăng ký đầu tư cho Công ty Hyosung \
                    với tổng vốn 200 triệu USD.";
        let events = crate::Article::new(text).draft().unwrap().events;
        let line = events[0].line(1, "bai", None, text);
        assert_eq!(line["amounts"][0]["figure"], "200 triệu USD");
        assert_eq!(
            line["investors"][0]["partner"]["organisation"],
            "Công ty Hyosung"
        );
        events[0]
            .claim(1, "bai", "2024".parse().ok(), text)
            .unwrap();
    }

    #[test]
    fn every_kind_in_either_state_is_a_claim_of_the_model() {
        let text = "Đoàn của tỉnh.";
        for kind in KINDS {
            for state in [EventState::Done, EventState::Planned] {
                let event = event(kind, state);
                let claim = event.claim(1, "bai", None, text);
                let claim = claim.unwrap_or_else(|error| panic!("{kind:?} {state:?}: {error}"));
                assert_eq!(claim.place().id(), "vinh-long");
                assert_eq!(claim.time().to_string(), "2022-11");
            }
        }
    }

    #[test]
    fn an_event_without_a_date_is_undated_or_to_come() {
        let published = Some("2022-12-20".parse().unwrap());
        for (state, time) in [
            (EventState::Done, "undated"),
            (EventState::Planned, "to come"),
        ] {
            let event = DraftEvent {
                date: None,
                ..event(DraftEventKind::Agreement, state)
            };
            let claim = event.claim(2, "bai", published, "").unwrap();
            assert_eq!(
                (claim.id(), claim.time().to_string().as_str()),
                ("bai-e2", time)
            );
        }
    }

    #[test]
    fn two_provinces_leave_the_place_open() {
        let mut event = event(DraftEventKind::WorkingSession, EventState::Done);
        event.parties.push(Party::Province {
            id: "hai-phong".to_owned(),
            name: "Hải Phòng".to_owned(),
        });
        let line = event.line(1, "bai", None, "");
        assert!(!line.contains_key("place"), "{line:?}");
        assert_eq!(line["destinations"][0], json!({ "domestic": "Vĩnh Long" }));
    }
}
