//! From the events of an article to drafts of its review.

use serde_json::json;
use tinh_articles::{DraftEvent, DraftEventKind, EventDate, EventState, Party};
use tinh_gazetteer::Country;

use super::data::{Choice, Draft, Field, Grade, Verdict};
use super::from_drafts::{Maker, PLACES, range};
use crate::{times, words};

/// The kinds an event can be corrected to, with their names.
const KINDS: [(DraftEventKind, words::Word); 9] = [
    (DraftEventKind::MissionOut, words::EVENT_MISSION_OUT),
    (DraftEventKind::MissionIn, words::EVENT_MISSION_IN),
    (DraftEventKind::WorkingSession, words::EVENT_WORKING_SESSION),
    (DraftEventKind::Agreement, words::EVENT_AGREEMENT),
    (DraftEventKind::Partnership, words::EVENT_PARTNERSHIP),
    (DraftEventKind::PromotionEvent, words::EVENT_PROMOTION),
    (DraftEventKind::Licence, words::EVENT_LICENCE),
    (DraftEventKind::Opening, words::EVENT_OPENING),
    (DraftEventKind::Aid, words::EVENT_AID),
];

impl Maker<'_> {
    /// The draft of an event; `number` is its number in the article, from 1.
    pub(super) fn event(&self, event: &DraftEvent, number: usize) -> Draft {
        let line = event.line(number, self.source, self.published, self.text);
        let has_place = line.contains_key("place");
        let parties: Vec<String> = event.parties.iter().map(party_name).collect();
        let mut heading = self.kind_name(event.kind, event.state);
        if !parties.is_empty() {
            heading = format!("{heading}: {}", parties.join(", "));
        }
        let span = range(event.span);
        let printed = |name: &str, label: words::Word, shown: &str| {
            let grade = if shown.is_empty() {
                Grade::Unknown
            } else {
                Grade::Printed
            };
            Field::new(name, label.of(self.language), shown, grade).resting_on(span.clone())
        };
        let place = event.parties.iter().find_map(|party| match party {
            Party::Province { name, .. } if has_place => Some(name.as_str()),
            _ => None,
        });
        let mut place = printed("place", words::PLACE, place.unwrap_or_default()).required();
        place.list = Some(PLACES.to_owned());
        let mut kind = printed(
            "kind",
            words::EVENT,
            &self.kind_name(event.kind, event.state),
        );
        kind.choices = self.other_kinds(event);
        let date = event.date.map(|date| match date {
            EventDate::At(date) => times::partial(date, self.language),
            EventDate::During(period) => times::period(period, self.language),
            days @ EventDate::Days { .. } => days.to_string(),
        });
        let mut date = printed("date", words::TIME, &date.unwrap_or_default());
        let undated = [("date", json!(null)), ("time", json!("undated"))];
        if event.date.is_some() {
            date = date.or(Choice::new(words::NOT_KNOWN.of(self.language), undated));
        }
        let mut draft = Draft::new(heading, line)
            .resting_on(span.clone())
            .on_accept("review", json!("accepted"))
            .field(kind)
            .field(place)
            .field(printed("parties", words::PARTIES, &parties.join(", ")))
            .field(date);
        if has_place && let Err(error) = event.claim(number, self.source, self.published, self.text)
        {
            let why = words::REFUSED_AS_IT_IS.with(self.language, [&error.to_string()]);
            draft = draft.check(Verdict::Unclear, why);
        }
        draft
    }

    /// The kinds and states an event can be corrected to. They are one field:
    /// what a state is called in a claim depends on the kind.
    fn other_kinds(&self, event: &DraftEvent) -> Vec<Choice> {
        let states = [EventState::Done, EventState::Planned];
        let all = states
            .into_iter()
            .flat_map(|state| KINDS.map(|(kind, _)| (kind, state)));
        all.filter(|other| *other != (event.kind, event.state))
            .map(|(kind, state)| Choice {
                shown: self.kind_name(kind, state),
                set: event.keys_as(kind, state),
            })
            .collect()
    }

    /// *Đoàn ra*, or *Đoàn ra (dự kiến)* of one still to come.
    fn kind_name(&self, kind: DraftEventKind, state: EventState) -> String {
        let named = KINDS.iter().find(|(known, _)| *known == kind);
        let name = named.map_or("", |(_, name)| name.of(self.language));
        match state {
            EventState::Done => name.to_owned(),
            EventState::Planned => {
                format!("{name} ({})", words::STATUS_PLANNED.of(self.language))
            }
        }
    }
}

fn party_name(party: &Party) -> String {
    match party {
        Party::Province { name, .. } | Party::Organisation { name } => name.clone(),
        Party::Country { code } => country_name(code).to_owned(),
        Party::Locality { name, country } => match country {
            Some(code) => format!("{name} ({})", country_name(code)),
            None => name.clone(),
        },
    }
}

fn country_name(code: &str) -> &str {
    Country::from_alpha2(code).map_or(code, |country| country.name())
}
