//! The figures of the report, computed by the libraries from the data.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use tinh::figures::{Language, Money};
use tinh::gazetteer::Units;
use tinh::model::check::{Rule, Verdict, check};
use tinh::model::dataset::Problem;
use tinh::model::entity::PartnershipState;
use tinh::model::time::Period;
use tinh::model::{
    Basis, CapitalKind, Dataset, Measure, Partner, Place, PrintedFigure, Source, Statement,
    measures,
};
use tinh::totals::{
    Answer, Error, Explanation, Group, Interval, Key, Order, PartnerCountries, Reason, Totals,
    Warning,
};
use tinh_examples::data::{FDI_PROJECTS, FDI_REGISTERED, FIA};

/// The 34 units, from the first day of the merger on.
fn after_the_merger() -> Option<Units> {
    NaiveDate::from_ymd_opt(2025, 7, 1).map(Units::on)
}

#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// The date of the official stock.
    pub(crate) on: Option<NaiveDate>,
    /// Whose tables the stocks are of.
    pub(crate) producers: Vec<String>,
    pub(crate) stock: Stock,
    pub(crate) restated: Stock,
    pub(crate) press: Press,
    pub(crate) aid: Vec<AidRow>,
    /// Whether aid and counterpart funds are the total printed, by currency.
    pub(crate) aid_checks: Vec<AidCheck>,
    pub(crate) missions: Countries,
    /// The sum of the numbers of missions that are printed.
    pub(crate) missions_counted: Option<Interval>,
    pub(crate) partners: Countries,
    /// Figures that were asked for and left out, by question.
    pub(crate) left_out: Vec<LeftOut>,
    /// What could not be read.
    pub(crate) rejected: Vec<Problem>,
    /// What every total is made of, by the key it is asked for with.
    #[serde(skip)]
    pub(crate) explanations: BTreeMap<String, Vec<Unfolded>>,
}

/// A total with the figures it is made of.
#[derive(Debug, Serialize)]
pub(crate) struct Unfolded {
    /// Which total.
    pub(crate) of: String,
    /// Its value, in units; none for a list of countries.
    pub(crate) value: Option<Interval>,
    pub(crate) currency: Option<&'static str>,
    pub(crate) figures: Vec<Explanation>,
}

/// FDI by unit on one date.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Stock {
    /// The date of the units.
    pub(crate) units_of: Option<NaiveDate>,
    pub(crate) units: usize,
    pub(crate) rows: Vec<StockRow>,
    pub(crate) total: Option<StockRow>,
    pub(crate) warnings: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct StockRow {
    /// The place by size; none for what is no province.
    pub(crate) rank: Option<usize>,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) projects: Option<Interval>,
    /// In USD.
    pub(crate) registered: Option<Interval>,
    /// The dates of its figures, each once.
    pub(crate) as_of: Vec<String>,
    pub(crate) coverage: Option<String>,
}

/// What articles say beside the official table.
#[derive(Debug, Serialize)]
pub(crate) struct Press {
    pub(crate) rows: Vec<PressRow>,
    /// The four together, as the articles have them.
    pub(crate) projects: Option<Interval>,
    pub(crate) registered: Option<Interval>,
    pub(crate) warnings: Vec<String>,
    /// What the strict question is refused with.
    pub(crate) refused_when_strict: Option<String>,
    pub(crate) official: Vec<OfficialTotal>,
    pub(crate) restated: Stock,
}

#[derive(Debug, Serialize)]
pub(crate) struct PressRow {
    pub(crate) name: String,
    pub(crate) projects: Option<Interval>,
    pub(crate) registered: Interval,
    pub(crate) printed: String,
    pub(crate) as_of: String,
    pub(crate) official_on: String,
    pub(crate) official: Option<Interval>,
    /// Official less press.
    pub(crate) difference: Option<Interval>,
}

/// The same provinces by the official table.
#[derive(Debug, Serialize)]
pub(crate) struct OfficialTotal {
    pub(crate) on: NaiveDate,
    pub(crate) projects: Option<Interval>,
    pub(crate) registered: Option<Interval>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AidRow {
    pub(crate) what: String,
    pub(crate) currency: String,
    pub(crate) value: Interval,
    pub(crate) of: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AidCheck {
    pub(crate) claim: String,
    pub(crate) place: String,
    pub(crate) aid: Money,
    pub(crate) counterpart: Money,
    pub(crate) total: Money,
    pub(crate) holds: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Countries {
    pub(crate) rows: Vec<CountryRow>,
    /// How many different countries each place deals with.
    pub(crate) by_place: Vec<(String, Vec<String>)>,
    pub(crate) uncounted: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CountryRow {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) places: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct LeftOut {
    pub(crate) question: String,
    pub(crate) figure: String,
    pub(crate) printed: String,
    pub(crate) why: String,
}

/// What is asked: the data, whose tables are official, and by which day.
#[derive(Clone, Copy)]
struct Ask<'a> {
    data: &'a Dataset,
    tables: &'a [String],
    /// The day the user named, which holds for every part.
    by: Option<NaiveDate>,
}

impl<'a> Ask<'a> {
    fn is_official(self, source: &Source) -> bool {
        self.tables.iter().any(|table| table == source.producer())
    }

    /// The newest stocks by the day named.
    fn stocks(self) -> Totals<'a> {
        let question = Totals::of(self.data);
        match self.by {
            Some(day) => question.on(day),
            None => question,
        }
    }
}

impl Report {
    pub(crate) fn new(
        data: &Dataset,
        tables: &[String],
        by: Option<NaiveDate>,
    ) -> Result<Self, Error> {
        let ask = Ask { data, tables, by };
        let on = by.or_else(|| official_dates(ask).pop());
        let mut book = Book::default();
        let stock = official_stock(ask, on, None, &mut book)?;
        let restated = official_stock(ask, on, after_the_merger(), &mut book)?;
        let press = press(ask, &mut book)?;
        let aid = aid(ask, &mut book)?;
        let (missions, partners) = match by {
            Some(day) => (
                PartnerCountries::of_missions_by(data, day),
                PartnerCountries::of_partner_localities_by(data, day),
            ),
            None => (
                PartnerCountries::of_missions(data),
                PartnerCountries::of_partner_localities(data),
            ),
        };
        let missions_counted = book.count_missions(ask)?;
        for (key, countries) in [("missions", &missions), ("partners", &partners)] {
            book.explain_claims(data, key, countries);
        }
        let name = |table: &String| match table.as_str() {
            FIA => "Foreign Investment Agency".to_owned(),
            other => other.to_owned(),
        };
        Ok(Self {
            on,
            producers: tables.iter().map(name).collect(),
            stock,
            restated,
            press,
            aid,
            aid_checks: aid_checks(data),
            missions: countries(&missions),
            missions_counted,
            partners: countries(&partners),
            left_out: book.left_out,
            rejected: data.rejected().to_vec(),
            explanations: book.explanations,
        })
    }
}

/// What is gathered while the questions are asked.
#[derive(Default)]
struct Book {
    left_out: Vec<LeftOut>,
    explanations: BTreeMap<String, Vec<Unfolded>>,
}

impl Book {
    /// Notes what a question left out, and what its rows are made of.
    fn note(&mut self, question: &str, answer: &Answer<'_>) {
        for excluded in answer.left_out() {
            // Tables of other dates are no loss to a question about one date.
            if matches!(
                excluded.reason(),
                Reason::Later { .. }
                    | Reason::Superseded { .. }
                    | Reason::NotAStock
                    | Reason::NotAFlow
            ) {
                continue;
            }
            self.left_out.push(LeftOut {
                question: question.to_owned(),
                figure: excluded.id(),
                printed: excluded
                    .quantity()
                    .figure
                    .map(|figure| figure.text().to_owned())
                    .unwrap_or_default(),
                why: excluded.reason().to_string(),
            });
        }
    }

    fn explain(&mut self, key: &str, of: &str, row: &tinh::totals::Row<'_>) {
        let unfolded = Unfolded {
            of: of.to_owned(),
            value: Some(row.value()),
            currency: row.currency().map(|currency| currency.code()),
            figures: row.explain(),
        };
        let known = self.explanations.entry(key.to_owned()).or_default();
        known.push(unfolded);
    }

    fn explain_rows(&mut self, of: &str, answer: &Answer<'_>) {
        for row in answer.rows() {
            let id = match row.group() {
                Some(Group::Unit(unit)) => unit.id().to_string(),
                Some(group) => group.name(),
                None => continue,
            };
            self.explain(&id, of, row);
        }
    }

    fn explain_claims(&mut self, data: &Dataset, key: &str, countries: &PartnerCountries<'_>) {
        let mut figures: BTreeMap<String, Explanation> = BTreeMap::new();
        for row in countries.rows() {
            for mention in row.places.iter().flat_map(|(_, mentions)| mentions) {
                for quantity in mention.claim.quantities() {
                    figures.insert(quantity.id(), Explanation::of(data, &quantity));
                }
            }
        }
        self.explanations.insert(
            key.to_owned(),
            vec![Unfolded {
                of: key.to_owned(),
                value: None,
                currency: None,
                figures: figures.into_values().collect(),
            }],
        );
    }

    /// The number of missions, where it is printed.
    fn count_missions(&mut self, ask: Ask<'_>) -> Result<Option<Interval>, Error> {
        let question = Totals::of(ask.data).measure(measures::MISSIONS);
        // By a day: from the first year there is.
        let until = |day| Period::new(first_day(), day).ok();
        let answer = match ask.by.and_then(until) {
            Some(period) => question.during(period),
            None => question.events(),
        }
        .compute()?;
        self.note("number of missions", &answer);
        Ok(answer.total().map(|row| row.value()))
    }
}

/// A day before anything the data tell of.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default()
}

fn official_dates(ask: Ask<'_>) -> Vec<NaiveDate> {
    // The date of a stock, not of the publication: a workbook comes out some
    // days after the day it counts to.
    let is_official = |id: &str| {
        ask.data
            .source(id)
            .is_some_and(|source| ask.is_official(source))
    };
    let mut dates: Vec<NaiveDate> = ask
        .data
        .claims()
        .iter()
        .filter(|claim| is_official(claim.source()))
        .filter_map(|claim| claim.time().as_of()?.date().full())
        .filter(|day| ask.by.is_none_or(|by| *day <= by))
        .collect();
    dates.sort();
    dates.dedup();
    dates
}

/// Projects and capital of the official table, by unit.
fn official_stock(
    ask: Ask<'_>,
    on: Option<NaiveDate>,
    restated_to: Option<Units>,
    book: &mut Book,
) -> Result<Stock, Error> {
    let of = |measure| {
        let mut question = Totals::of(ask.data)
            .measure(measure)
            .by(Key::Province)
            .from_sources(move |source| ask.is_official(source));
        if let Some(on) = on {
            question = question.on(on);
        }
        if let Some(units) = restated_to {
            question = question.restated_to(units);
        }
        question.compute()
    };
    let (projects, registered) = (of(FDI_PROJECTS)?, of(FDI_REGISTERED)?);
    for (question, answer) in [("projects", &projects), ("registered", &registered)] {
        let name = match restated_to {
            Some(_) => format!("official stock restated, {question}"),
            None => format!("official stock, {question}"),
        };
        book.note(&name, answer);
        book.explain_rows(&name, answer);
        for total in answer.totals().iter().filter(|_| restated_to.is_some()) {
            book.explain("national", &name, total);
        }
    }
    let units = restated_to.or(on.map(Units::on));
    Ok(Stock {
        units_of: units.map(|units| units.date()),
        units: units.map_or(0, |units| units.len()),
        rows: stock_rows(&projects, &registered),
        total: Some(StockRow {
            rank: None,
            id: "national".to_owned(),
            name: name_of_total(&registered),
            projects: projects.total().map(|row| row.value()),
            registered: registered.total().map(|row| row.value()),
            as_of: Vec::new(),
            coverage: None,
        }),
        warnings: warnings_of(&projects, &registered, |_| true),
    })
}

/// What the total is of: the nation only where no unit is missing from it.
fn name_of_total(answer: &Answer<'_>) -> String {
    let missing = answer.warnings().iter().find_map(|warning| match warning {
        Warning::MissingUnits { units, of, .. } => Some((units.len(), *of)),
        _ => None,
    });
    match missing {
        Some((missing, of)) => format!("Tổng, {}/{of}", of.saturating_sub(missing)),
        None => "Cả nước".to_owned(),
    }
}

/// What the answers must be read with: all that is said of capital, and what is
/// missing or contradicted in projects alone.
fn warnings_of<'r, 'a>(
    projects: &'r Answer<'a>,
    registered: &'r Answer<'a>,
    wanted: impl Fn(&Warning) -> bool,
) -> Vec<String> {
    let of_projects = projects.warnings().iter().filter(|warning| {
        matches!(
            warning,
            Warning::MissingUnits { .. }
                | Warning::Incomplete { .. }
                | Warning::Conflict { .. }
                | Warning::Undecided { .. }
        ) && !registered.warnings().contains(warning)
    });
    let of_capital = registered.warnings().iter();
    let lines = of_capital.map(|warning| (registered, warning, ""));
    lines
        .chain(of_projects.map(|warning| (projects, warning, "projects: ")))
        .filter(|(_, warning, _)| wanted(warning))
        .map(|(answer, warning, of)| format!("{of}{}", answer.tell(warning, Language::English)))
        .collect()
}

fn stock_rows(projects: &Answer<'_>, registered: &Answer<'_>) -> Vec<StockRow> {
    let of_capital = registered.sorted(Order::Largest).into_iter();
    // Places that have projects and no capital that could be read come last.
    let of_projects = projects.rows().iter();
    let alone = of_projects.filter(|row| registered.rows_of(&row.name()).next().is_none());
    of_capital
        .chain(alone)
        .filter_map(|row| {
            let group = row.group()?;
            let name = group.name();
            Some(StockRow {
                rank: registered.rank(&name).map(|(rank, _)| rank),
                id: group
                    .unit()
                    .map_or_else(|| "offshore".to_owned(), |unit| unit.id().to_string()),
                projects: projects.row(&name).map(|row| row.value()),
                registered: registered.row(&name).map(|row| row.value()),
                as_of: row.times(),
                coverage: row
                    .coverage()
                    .filter(|coverage| !coverage.is_complete())
                    .map(ToString::to_string),
                name,
            })
        })
        .collect()
}

/// The articles' stocks, each beside the official one of the nearest date.
fn press(ask: Ask<'_>, book: &mut Book) -> Result<Press, Error> {
    let of = |measure| {
        ask.stocks()
            .measure(measure)
            .by(Key::Province)
            .from_sources(move |source| !ask.is_official(source))
    };
    let official = move |source: &Source| ask.is_official(source);
    let (projects, registered) = (of(FDI_PROJECTS).compute()?, of(FDI_REGISTERED).compute()?);
    let dates = official_dates(ask);
    for (question, answer) in [("projects", &projects), ("registered", &registered)] {
        let name = format!("stock by the articles, {question}");
        book.note(&name, answer);
        book.explain_rows(&name, answer);
    }
    let mut rows = Vec::new();
    for row in registered.rows() {
        let (Some(group), Some(included)) = (row.group(), row.included().first()) else {
            continue;
        };
        let name = group.name();
        let time = included.quantity.time;
        // Of an article known only to be no older than a month: that month's end.
        let by = time
            .last_day()
            .or_else(|| time.as_of().and_then(|as_of| as_of.date().last_day()));
        let of_place = |place: Place| place.name() == name;
        let nearest = by.and_then(|by| {
            let apart = |day: &NaiveDate| by.signed_duration_since(*day).num_days().abs();
            dates.iter().copied().min_by_key(apart)
        });
        let official_answer = match nearest {
            Some(by) => Some(
                Totals::of(ask.data)
                    .measure(FDI_REGISTERED)
                    .on(by)
                    .by(Key::Province)
                    .from_sources(official)
                    .in_places(of_place)
                    .compute()?,
            ),
            None => None,
        };
        let official_row = official_answer.as_ref().and_then(|a| a.row(&name));
        let official = official_row.map(|row| row.value());
        rows.push(PressRow {
            projects: projects.row(&name).map(|row| row.value()),
            registered: row.value(),
            printed: included
                .quantity
                .figure
                .map(|figure| figure.text().to_owned())
                .unwrap_or_default(),
            as_of: row.times().join(", "),
            official_on: official_row
                .map(|row| row.times().join(", "))
                .unwrap_or_default(),
            difference: match official {
                Some(official) => Some(official.minus(row.value())?),
                None => None,
            },
            official,
            name,
        });
    }
    let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let mut official_totals = Vec::new();
    for on in dates {
        let total = |measure| -> Result<Option<Interval>, Error> {
            let answer = Totals::of(ask.data)
                .measure(measure)
                .on(on)
                .from_sources(official)
                .in_places(|place| names.iter().any(|name| name == place.name()))
                .compute()?;
            Ok(answer.total().map(|row| row.value()))
        };
        official_totals.push(OfficialTotal {
            on,
            projects: total(FDI_PROJECTS)?,
            registered: total(FDI_REGISTERED)?,
        });
    }
    let refused = of(FDI_REGISTERED).strict().compute().err();
    let restated = match after_the_merger() {
        Some(units) => {
            let in_merger = |measure| of(measure).restated_to(units).compute();
            let (projects, registered) = (in_merger(FDI_PROJECTS)?, in_merger(FDI_REGISTERED)?);
            book.explain_rows("articles restated, projects", &projects);
            book.explain_rows("articles restated, registered", &registered);
            Stock {
                units_of: Some(units.date()),
                units: units.len(),
                rows: stock_rows(&projects, &registered),
                total: None,
                warnings: warnings_of(&projects, &registered, |w| {
                    matches!(w, Warning::Incomplete { .. })
                }),
            }
        }
        None => Stock::default(),
    };
    Ok(Press {
        rows,
        projects: projects.total().map(|row| row.value()),
        registered: registered.total().map(|row| row.value()),
        warnings: warnings_of(&projects, &registered, |_| true),
        refused_when_strict: refused.map(|error| error.to_string()),
        official: official_totals,
        restated,
    })
}

/// Aid by kind and currency; counterpart funds in rows of their own.
fn aid(ask: Ask<'_>, book: &mut Book) -> Result<Vec<AidRow>, Error> {
    let mut rows = Vec::new();
    for (kind, what) in [
        (CapitalKind::ODA, "ODA"),
        (CapitalKind::ODA_LOAN, "ODA loans"),
        (CapitalKind::ODA_GRANT, "ODA grants"),
        (CapitalKind::COUNTERPART, "counterpart funds (Vietnamese)"),
        (
            CapitalKind::ODA_WITH_COUNTERPART,
            "ODA with counterpart funds",
        ),
    ] {
        let answer = ask
            .stocks()
            .measures(Measure::capital(kind, Basis::PLANNED).cloned())
            .compute()?;
        book.note(what, &answer);
        for total in answer.totals() {
            book.explain("oda", what, total);
            rows.push(AidRow {
                what: what.to_owned(),
                currency: total
                    .currency()
                    .map(|currency| currency.code().to_owned())
                    .unwrap_or_default(),
                value: total.value(),
                of: total
                    .included()
                    .iter()
                    .map(|i| i.quantity.claim.place().name().to_owned())
                    .collect(),
            });
        }
    }
    Ok(rows)
}

/// What each source prints as the total of aid and counterpart funds, against
/// their sum, by the model's own check.
fn aid_checks(data: &Dataset) -> Vec<AidCheck> {
    let verdicts: BTreeMap<String, Verdict> = check(data)
        .into_iter()
        .filter(|finding| finding.rule == Rule::PartsAndTotal)
        .filter_map(|finding| Some((finding.claims.into_iter().next()?, finding.verdict)))
        .collect();
    data.claims()
        .iter()
        .filter_map(|claim| {
            let Statement::AidGroup(group) = claim.statement() else {
                return None;
            };
            let money = |figure: &Option<PrintedFigure>| figure.as_ref()?.reading()?.money();
            let (aid, counterpart, total) = (
                money(&group.aid)?,
                money(&group.counterpart)?,
                money(&group.total)?,
            );
            Some(AidCheck {
                claim: claim.id().to_owned(),
                place: claim.place().name().to_owned(),
                aid,
                counterpart,
                total,
                holds: verdicts.get(claim.id()) == Some(&Verdict::Holds),
            })
        })
        .collect()
}

fn countries(of: &PartnerCountries<'_>) -> Countries {
    let mut rows: Vec<CountryRow> = of
        .rows()
        .iter()
        .map(|row| CountryRow {
            code: row.country.alpha2().to_owned(),
            name: row.country.name().to_owned(),
            places: row
                .places
                .iter()
                .map(|(place, mentions)| {
                    let mut names: Vec<String> = Vec::new();
                    for mention in mentions {
                        let mut name = match mention.partner {
                            Partner::Locality { name, .. } => name.clone(),
                            _ => continue,
                        };
                        if mention.state == Some(PartnershipState::Prospective) {
                            name.push_str(", sought");
                        }
                        if !names.contains(&name) {
                            names.push(name);
                        }
                    }
                    if names.is_empty() {
                        place.name().to_owned()
                    } else {
                        format!("{} ({})", place.name(), names.join("; "))
                    }
                })
                .collect(),
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.places.len()));
    let mut places: Vec<&str> = of
        .rows()
        .iter()
        .flat_map(|row| row.places.iter().map(|(place, _)| place.name()))
        .collect();
    places.sort_unstable();
    places.dedup();
    Countries {
        rows,
        by_place: places
            .into_iter()
            .map(|place| {
                let codes = of.countries_of(place);
                let codes = codes.iter().map(|c| c.alpha2().to_owned()).collect();
                (place.to_owned(), codes)
            })
            .collect(),
        uncounted: of
            .uncounted()
            .iter()
            .map(|u| format!("{}: {}", u.claim, u.why))
            .collect(),
    }
}
