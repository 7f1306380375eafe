//! The command line as a question of the library.

use tinh::gazetteer::Units;
use tinh::model::{Dataset, Measure, Nature, Partner, Sector, Source};
use tinh::totals::{self, Answer, Compared, Error, Key, RateTable, Reason, Totals, Warning};

use crate::args::Args;

/// What came of the question.
pub(crate) enum Asked<'a> {
    Answer(Answer<'a>),
    Compared(Answer<'a>, Vec<Compared>),
}

/// Why nothing came of it.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The libraries refuse it.
    Refused(Box<Error>),
    /// The command line cannot be understood.
    Usage(String),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(Box::new(error))
    }
}

fn usage(error: impl std::fmt::Display) -> Fault {
    Fault::Usage(error.to_string())
}

pub(crate) fn ask<'a>(
    data: &'a Dataset,
    args: &'a Args,
    rates: Option<&'a RateTable>,
) -> Result<Asked<'a>, Fault> {
    let mut question = asked(data, args, rates)?;
    if !args.when.is_said() {
        // Without a word on time it is asked for what there is.
        question = match instead(&computed(question.clone())?) {
            Some(totals::Nature::Flow) => question.flows(),
            Some(totals::Nature::Event) => question.events(),
            _ => question,
        };
    }
    if args.strict {
        if let Some(problem) = data.rejected().first() {
            return Err(usage(format!("strict: could not be read: {problem}")));
        }
        question = question.strict();
    }
    if let [left, right, ..] = args.against.compare.as_slice() {
        let of = |name: &'a str| {
            let is_it = move |source: &Source| source.id == name || source.producer() == name;
            computed(question.clone().from_sources(is_it))
        };
        let (left, right) = (of(left)?, of(right)?);
        let compared = left.difference_from(&right)?;
        return Ok(Asked::Compared(left, compared));
    }
    let answer = computed(question.clone())?;
    let compared = if args.against.share {
        answer.shares()?
    } else if let Some(earlier) = &args.against.growth_from {
        let earlier = computed(at(question, earlier)?)?;
        answer.growth_from(&earlier)?
    } else if args.against.compare.is_empty() {
        return Ok(Asked::Answer(answer));
    } else {
        return Err(usage("--compare needs two sources, separated by a comma"));
    };
    // Where nothing at all can be said it is refused, with the first reason.
    let refused = compared.iter().all(|one| one.value.is_err());
    let first = compared
        .iter()
        .find_map(|one| one.value.as_ref().err())
        .cloned();
    match first {
        Some(error) if refused => Err(error.into()),
        _ => Ok(Asked::Compared(answer, compared)),
    }
}

/// What there is, where nothing of what was asked for is there.
fn instead(answer: &Answer<'_>) -> Option<totals::Nature> {
    let found = answer
        .warnings()
        .iter()
        .filter_map(|warning| match warning {
            Warning::OtherNature { found, .. } => Some(*found),
            _ => None,
        });
    found.max()
}

fn asked<'a>(
    data: &'a Dataset,
    args: &'a Args,
    rates: Option<&'a RateTable>,
) -> Result<Totals<'a>, Fault> {
    let codes = args.measure.iter().map(|code| data.measures().parse(code));
    let measures: Vec<Measure> = codes.collect::<Result<_, _>>().map_err(usage)?;
    let mut question = Totals::of(data).prefer(&args.prefer);
    let when = &args.when;
    question = if let Some(day) = when.on {
        question.on(day)
    } else if let Some(period) = when.during {
        question.during(period)
    } else if when.events {
        question.events()
    } else if when.flows || measures.iter().all(|m| m.nature() == Nature::Flow) && !args.projects {
        question.flows()
    } else {
        question
    };
    question = question.measures(measures);
    for key in &args.by {
        question = question.by(*key);
    }
    if args.series && !args.by.iter().any(|key| key.is_time()) {
        question = question.by(Key::Year);
    }
    if args.national {
        question = question.national();
    }
    if args.projects {
        question = question.of_projects();
    }
    if let Some(date) = args.restate {
        question = question.restated_to(Units::on(date));
    }
    if let Some(name) = &args.partner {
        let wanted: Partner = name.parse().map_err(usage)?;
        question = question.from_partners(move |partner| is_partner(partner, &wanted));
    }
    if let Some(name) = &args.sector {
        let wanted = Sector::new(name.as_str());
        question = question.in_sectors(move |sector| {
            let own = Sector::new(sector);
            own.name() == wanted.name() || wanted.contains(&own)
        });
    }
    if let (Some(currency), Some(rates)) = (args.currency, rates) {
        question = question.in_currency(currency, rates);
    }
    Ok(question)
}

/// A company is of its country, a country is itself.
fn is_partner(partner: &Partner, wanted: &Partner) -> bool {
    match wanted {
        Partner::Country(country, _) => partner.country() == Some(*country),
        wanted => partner.to_string() == wanted.to_string(),
    }
}

/// The answer; of figures only the nation has, the nation's.
fn computed(question: Totals<'_>) -> Result<Answer<'_>, Error> {
    let answer = question.clone().compute()?;
    let is_national = |reason: &Reason| matches!(reason, Reason::National);
    if answer.rows().is_empty() && answer.excluded().iter().any(|e| is_national(e.reason())) {
        let national = question.national().compute()?;
        if !national.rows().is_empty() {
            return Ok(national);
        }
    }
    Ok(answer)
}

/// The same question at another time: a day for stocks, a period for flows.
fn at<'a>(question: Totals<'a>, time: &str) -> Result<Totals<'a>, Fault> {
    if let Ok(day) = time.parse() {
        return Ok(question.on(day));
    }
    let period = time.parse().map_err(usage)?;
    Ok(question.during(period))
}
