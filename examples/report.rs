//! What a department of foreign affairs writes each year, from claims.
//!
//!     $ cargo run --release --example report -- --province "Vĩnh Long" --year 2022
//!     $ cargo run --release --example report -- --province "Vĩnh Long" --year 2022 --markdown claims.jsonl
//!
//! prints missions and receptions, agreements, partner localities, promotion
//! events, aid, investment, trade, growth against the year before and the plans
//! of the next. Every line names its claims; what nobody tells is unknown, never
//! zero.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tinh::figures::Language;
use tinh::gazetteer::Units;
use tinh::model::claim::{Claim, Realm, RelationKind};
use tinh::model::entity::{Activity, ActivityKind, PartnershipState};
use tinh::model::time::{Period, Time};
use tinh::model::{Dataset, Measure, Place, Statement, measures};
use tinh::pages::Page;
use tinh::totals::output::Format;
use tinh::totals::{Answer, Error, Moment, Row, Totals};
use tinh_examples::{data, output};

/// The yearly report of a province on its foreign affairs.
#[derive(Debug, Parser)]
#[command(name = "report")]
struct Args {
    /// The province or city, by name.
    #[arg(long, value_name = "NAME")]
    province: String,
    /// The year.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1976..=2100))]
    year: u16,
    /// English words and numbers.
    #[arg(long)]
    english: bool,
    /// Markdown instead of text.
    #[arg(long)]
    markdown: bool,
    /// A page of HTML as well.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    files: data::Files,
}

/// A heading and what is said under it.
struct Section {
    heading: &'static str,
    lines: Vec<String>,
}

/// What is asked for: whose report, of which year, in which language.
struct Report<'a> {
    data: &'a Dataset,
    name: String,
    year: u16,
    language: Language,
}

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let data = args.files.read(data::all)?;
    data::report_rejected(&data);
    let end = Period::months(args.year, 1, 12).map_or(chrono::NaiveDate::MAX, |year| year.end());
    let unit = match Units::on(end).by_name(&args.province) {
        Ok(unit) => unit,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            return Ok(ExitCode::from(2));
        }
    };
    let report = Report {
        data: &data,
        name: unit.name().to_owned(),
        year: args.year,
        language: match args.english {
            true => Language::English,
            false => Language::Vietnamese,
        },
    };
    let sections = report.sections().map_err(io::Error::other)?;
    report.write(&sections, args.markdown, out)?;
    if let Some(path) = &args.html {
        let page = Page::new(report.language).title(report.title());
        let page = sections.iter().fold(page, |page, section| {
            page.text(section.heading, &section.lines)
        });
        fs::write(path, page.html())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

impl<'a> Report<'a> {
    fn title(&self) -> String {
        let of = self
            .language
            .choose("Báo cáo đối ngoại năm", "Foreign affairs report,");
        format!("{of} {}: {}", self.year, self.name)
    }

    fn write(&self, sections: &[Section], markdown: bool, out: &mut impl Write) -> io::Result<()> {
        let (title, heading, item) = if markdown {
            ("# ", "## ", "- ")
        } else {
            ("", "", "  ")
        };
        writeln!(out, "{title}{}", self.title())?;
        for section in sections {
            writeln!(out, "\n{heading}{}", section.heading)?;
            for line in &section.lines {
                writeln!(out, "{item}{line}")?;
            }
        }
        Ok(())
    }

    fn sections(&self) -> Result<Vec<Section>, Error> {
        let say = |vietnamese, english| self.language.choose(vietnamese, english);
        let flow = |measure| self.flow(measure);
        let section = |heading, lines: Vec<Vec<String>>| {
            let mut lines = lines.concat();
            if lines.is_empty() {
                lines.push(say("không rõ", "unknown").to_owned());
            }
            Section { heading, lines }
        };
        Ok(vec![
            section(
                say("Đoàn ra", "Missions sent"),
                vec![flow(&measures::MISSIONS)?, self.told(|s| matches!(s, Statement::Mission(m) if m.direction == tinh::model::entity::Direction::Outbound), 0)],
            ),
            section(
                say("Đoàn vào, tiếp khách", "Delegations and receptions"),
                vec![
                    flow(&measures::DELEGATIONS_RECEIVED)?,
                    flow(&measures::VISITS)?,
                    self.told(|s| matches!(s, Statement::Mission(m) if m.direction != tinh::model::entity::Direction::Outbound), 0),
                ],
            ),
            section(
                say("Thỏa thuận", "Agreements"),
                vec![flow(&measures::AGREEMENTS)?, self.told(|s| matches!(s, Statement::Agreement(_)), 0)],
            ),
            section(say("Địa phương kết nghĩa, hợp tác", "Partner localities"), vec![self.partners()]),
            section(
                say("Xúc tiến", "Promotion"),
                vec![self.told(|s| matches!(s, Statement::Activity(a) if is_promotion(a)), 0)],
            ),
            section(say("Viện trợ và vốn đối ứng", "Aid and counterpart funds"), vec![self.aid()?]),
            section(
                say("Đầu tư nước ngoài", "Foreign investment"),
                vec![
                    self.stock(&measures::FDI_PROJECTS)?,
                    self.stock(&measures::FDI_REGISTERED)?,
                    flow(&measures::FDI_REGISTERED)?,
                    flow(&measures::FDI_IMPLEMENTED)?,
                ],
            ),
            section(say("Ngoại thương", "Trade"), vec![flow(&measures::EXPORTS)?, flow(&measures::IMPORTS)?]),
            section(
                say("Kế hoạch năm sau", "Plans of the next year"),
                vec![self.plans()],
            ),
        ])
    }

    fn ask(&self, measure: &Measure) -> Totals<'a> {
        let name = self.name.clone();
        Totals::of(self.data)
            .measure(measure.clone())
            .in_places(move |place| place.name() == name)
    }

    fn period(&self, year: u16) -> Option<Period> {
        Period::months(year, 1, 12)
    }

    /// What accumulated or happened in the year, and its growth.
    fn flow(&self, measure: &Measure) -> Result<Vec<String>, Error> {
        let (Some(now), Some(before)) = (self.period(self.year), self.period(self.year - 1)) else {
            return Ok(Vec::new());
        };
        let answer = self.ask(measure).during(now).compute()?;
        let earlier = self.ask(measure).during(before).compute()?;
        let growth = answer.growth_from(&earlier).unwrap_or_default();
        let grown = growth.iter().find_map(|one| {
            let value = Format::new(self.language)
                .decimals(1)
                .interval(one.value.as_ref().ok()?, true);
            let than = self
                .language
                .choose("so với năm trước", "on the year before");
            Some(format!("; {value} % {than}"))
        });
        Ok(self.lines(measure, &answer, &grown.unwrap_or_default()))
    }

    /// The newest stock by the end of the year.
    fn stock(&self, measure: &Measure) -> Result<Vec<String>, Error> {
        let Some(year) = self.period(self.year) else {
            return Ok(Vec::new());
        };
        let answer = self.ask(measure).on(year.end()).compute()?;
        Ok(self.lines(measure, &answer, ""))
    }

    /// A line a currency: name, value, when, by whose account, from which
    /// claims; below it what it must be read with. Unknown where there is none.
    fn lines(&self, measure: &Measure, answer: &Answer<'_>, more: &str) -> Vec<String> {
        let name = measure.name(self.language);
        let mut lines: Vec<String> = answer
            .totals()
            .iter()
            .map(|row| format!("{name}: {}{more}", self.value(row)))
            .collect();
        if lines.is_empty() {
            lines.push(format!(
                "{name}: {}",
                self.language.choose("không rõ", "unknown")
            ));
        }
        // What contradicts is told side by side, by whose account.
        let disputed = answer
            .left_out()
            .filter(|e| matches!(e.reason().kind(), "conflict" | "undecided"));
        lines.extend(disputed.map(|left_out| {
            let quantity = left_out.quantity();
            let printed = quantity.figure.map_or("", |figure| figure.text());
            let source = self
                .data
                .source(quantity.claim.source())
                .map_or("", |source| source.producer());
            format!("{printed} ({source}) [{}]", left_out.id())
        }));
        let missing = |kind: &str| kind == "missing_units" || kind == "earlier";
        let warnings = answer
            .warnings()
            .iter()
            .filter(|warning| !missing(warning.kind()));
        lines.extend(warnings.map(|warning| format!("! {}", answer.tell(warning, self.language))));
        lines
    }

    fn value(&self, row: &Row<'_>) -> String {
        let value = Format::new(self.language).interval(&row.value(), row.currency().is_some());
        let currency = row
            .currency()
            .map(|currency| format!(" {currency}"))
            .unwrap_or_default();
        let (times, producers, ids) = (
            row.times().join(", "),
            row.producers().join(", "),
            row.ids().join(", "),
        );
        format!("{value}{currency} ({times}; {producers}) [{ids}]")
    }

    /// The claims of the province of a kind in a year, each in a line.
    fn told(&self, wanted: impl Fn(&Statement) -> bool, later: u16) -> Vec<String> {
        let year = self.period(self.year + later);
        let is_in = |claim: &Claim| {
            let time = claim.effective_time();
            matches!((year, time.first_day(), time.last_day()),
                (Some(year), Some(first), Some(last)) if year.start() <= first && last <= year.end())
        };
        let own = self
            .claims()
            .filter(|claim| wanted(claim.statement()) && is_in(claim));
        self.told_once(own.collect(), |claim| self.line(claim))
    }

    /// A line a thing told: claims that say they are the same have one, with
    /// the ids of all.
    fn told_once(&self, claims: Vec<&Claim>, line: impl Fn(&Claim) -> String) -> Vec<String> {
        let numbers: HashMap<&str, usize> = (0..)
            .zip(&claims)
            .map(|(at, claim)| (claim.id(), at))
            .collect();
        // Of each the first it is known to be the same as, in the end itself.
        let mut first: Vec<usize> = (0..claims.len()).collect();
        let root = |first: &[usize], mut at: usize| {
            while let Some(before) = first.get(at).filter(|before| **before != at) {
                at = *before;
            }
            at
        };
        for (at, claim) in claims.iter().enumerate() {
            let same = claim.relations().iter();
            for relation in same.filter(|relation| relation.kind == RelationKind::SameAs) {
                if let Some(other) = numbers.get(relation.to.as_str()) {
                    let (a, b) = (root(&first, at), root(&first, *other));
                    if let Some(slot) = first.get_mut(a.max(b)) {
                        *slot = a.min(b);
                    }
                }
            }
        }
        let mut told: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
        for (at, claim) in claims.iter().enumerate() {
            told.entry(root(&first, at)).or_default().push(claim);
        }
        let lines = told.values().filter_map(|group| {
            let ids: Vec<&str> = group.iter().map(|claim| claim.id()).collect();
            Some(format!("{} [{}]", line(group.first()?), ids.join(", ")))
        });
        lines.collect()
    }

    /// When a claim holds: dates as ISO 8601 has them, the rest in words.
    fn when(&self, time: &Time) -> String {
        let say =
            |vietnamese: &str, english: &str| self.language.choose(vietnamese, english).to_owned();
        match time {
            Time::AsOf(_) | Time::During(_) | Time::On(_) => {
                Moment::of(time).in_language(self.language)
            }
            Time::Horizon(date) => format!("{} {date}", say("đến", "by")),
            Time::EveryMonth => say("hằng tháng", "every month"),
            Time::EveryYear => say("hằng năm", "every year"),
            Time::Future => say("sắp tới", "to come"),
            _ => say("không rõ ngày", "undated"),
        }
    }

    fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        let name = self.name.clone();
        let is_own = move |place: Place| place.name() == name;
        self.data
            .claims()
            .iter()
            .filter(move |claim| is_own(claim.place()))
    }

    fn line(&self, claim: &Claim) -> String {
        let statement = claim.statement();
        let partners: Vec<String> = statement
            .partners()
            .iter()
            .map(ToString::to_string)
            .collect();
        let what = match statement {
            Statement::Agreement(agreement) => {
                let in_effect = match agreement.state.is_in_effect() {
                    true => self.language.choose("đã ký", "signed"),
                    false => self
                        .language
                        .choose("chưa ký hoặc hết hiệu lực", "not signed or ended"),
                };
                agreement
                    .name
                    .iter()
                    .cloned()
                    .chain([in_effect.to_owned()])
                    .collect()
            }
            Statement::Activity(activity) => activity.name.iter().cloned().collect(),
            Statement::Mission(mission) => mission.leader.iter().cloned().collect(),
            _ => Vec::new(),
        };
        let partners = Some(partners.join(", ")).filter(|partners| !partners.is_empty());
        let parts = what
            .into_iter()
            .chain(partners)
            .chain([self.when(&claim.effective_time())]);
        let note = claim
            .note()
            .map(|note| format!(" ({note})"))
            .unwrap_or_default();
        format!("{}{note}", parts.collect::<Vec<_>>().join("; "))
    }

    /// Relations by how far they have come.
    fn partners(&self) -> Vec<String> {
        let state = |state: PartnershipState| match state {
            PartnershipState::Prospective => self.language.choose("đang hướng tới", "sought"),
            PartnershipState::Established => self.language.choose("đã thiết lập", "established"),
            PartnershipState::Deepened => self.language.choose("đã nâng cấp", "deepened"),
            _ => self.language.choose("không còn duy trì", "not lived"),
        };
        let is_relation = |claim: &&Claim| matches!(claim.statement(), Statement::Partnership(_));
        let relations = self.claims().filter(is_relation).collect();
        self.told_once(relations, |claim| match claim.statement() {
            Statement::Partnership(partnership) => {
                format!("{}: {}", state(partnership.state), self.line(claim))
            }
            _ => self.line(claim),
        })
    }

    /// Aid by kind and currency, counterpart funds and non-governmental aid.
    fn aid(&self) -> Result<Vec<String>, Error> {
        let mut lines = Vec::new();
        let is_aid = |measure: &Measure| {
            let code = measure.code();
            ["oda", "counterpart", "ngo-aid"]
                .iter()
                .any(|kind| code.starts_with(kind))
                && measure.is_level()
        };
        let mut told: Vec<&Measure> = self
            .claims()
            .flat_map(Claim::quantities)
            .map(|quantity| quantity.measure)
            .collect();
        told.sort();
        told.dedup();
        for measure in told.into_iter().filter(|measure| is_aid(measure)) {
            lines.extend(
                self.stock(measure)?
                    .into_iter()
                    .filter(|line| !line.ends_with(self.language.choose("không rõ", "unknown"))),
            );
        }
        lines.extend(self.flow(&measures::NGO_AID_IMPLEMENTED)?);
        Ok(lines)
    }

    /// What is planned, aimed at or promised for later.
    fn plans(&self) -> Vec<String> {
        let end = self.period(self.year).map(|year| year.end());
        let is_later = |claim: &Claim| match (claim.effective_time().last_day(), end) {
            (Some(last), Some(end)) => last > end,
            _ => true,
        };
        let planned = self
            .claims()
            .filter(|claim| claim.realm() != Realm::Actual && is_later(claim));
        self.told_once(planned.collect(), |claim| {
            let quantities = claim.quantities();
            let figures = quantities.iter().filter_map(|q| {
                let name = q.measure.name(self.language);
                Some(format!("{name}: {}", q.figure?.text()))
            });
            let parts: Vec<String> = figures.chain([self.line(claim)]).collect();
            parts.join("; ")
        })
    }
}

fn is_promotion(activity: &Activity) -> bool {
    matches!(activity.kind, ActivityKind::PromotionEvent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(words: &[&str]) -> String {
        let words = ["report", "--province", "Vĩnh Long", "--year", "2022"]
            .iter()
            .chain(words);
        let args = Args::try_parse_from(words).expect("arguments");
        let mut out = Vec::new();
        run(&args, &mut out).expect("a report");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn what_the_article_tells_and_what_nobody_does() {
        let text = report(&["--english"]);
        // The stock of the article and of the table, told with its claims.
        assert!(
            text.contains("Foreign affairs report, 2022: Vĩnh Long"),
            "{text}"
        );
        let exports = text
            .lines()
            .find(|line| line.contains("793,000,000 USD"))
            .expect("exports");
        assert!(exports.contains('['), "{exports}");
        assert!(text.contains("unknown"), "{text}");
        assert!(!text.contains(": 0 "), "nothing is zero: {text}");
    }

    #[test]
    fn what_claims_say_is_the_same_has_one_line() {
        let mut data = Dataset::new();
        let lines = r#"{"type":"source","id":"s","title":"T"}
{"type":"activity","id":"a","source":"s","place":"Hải Phòng","date":"2022-05-10","kind":"promotion-event","name":"Hội nghị"}
{"type":"activity","id":"b","source":"s","place":"Hải Phòng","date":"2022-05-10","kind":"promotion-event","name":"Hội nghị","same_as":"c"}
{"type":"activity","id":"c","source":"s","place":"Hải Phòng","date":"2022-05-10","kind":"promotion-event","name":"Hội nghị","same_as":"a"}
{"type":"activity","id":"d","source":"s","place":"Hải Phòng","date":"2022-05-10","kind":"promotion-event","name":"Hội nghị"}"#;
        data.read_jsonl(lines.as_bytes(), "lines").expect("lines");
        assert!(data.rejected().is_empty(), "{:?}", data.rejected());
        let report = Report {
            data: &data,
            name: "Hải Phòng".to_owned(),
            year: 2022,
            language: Language::Vietnamese,
        };
        let told = report.told(|_| true, 0);
        assert_eq!(
            told,
            ["Hội nghị; 2022-05-10 [a, b, c]", "Hội nghị; 2022-05-10 [d]"]
        );
    }

    #[test]
    fn in_markdown_and_as_a_page() {
        let path = std::env::temp_dir().join(format!("tinh-report-{}.html", std::process::id()));
        let text = report(&["--markdown", "--html", &path.display().to_string()]);
        assert!(
            text.starts_with("# Báo cáo đối ngoại năm 2022: Vĩnh Long\n\n## Đoàn ra\n- "),
            "{text}"
        );
        let page = fs::read_to_string(&path).expect("a page");
        assert!(page.contains("Ngoại thương"));
        fs::remove_file(path).expect("removed");
    }
}
