//! How each question is asked of the libraries, and its answer as lines.

use tinh::figures::{Currency, Language};
use tinh::gazetteer::{Organisation, Units};
use tinh::model::claim::{Quantity, Realm};
use tinh::model::{Dataset, Measure, Source, measures};
use tinh::totals::output::Format;
use tinh::totals::{
    Answer, Cell, Compared, Interval, Key, Order, PartnerCountries, RateTable, Row, Totals,
    Warning, implied,
};
use tinh::totals::{readings_that_add, stock_and_flow};
use tinh_examples::data::{FDI_PROJECTS, FDI_REGISTERED, FIA};

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// What a question prints.
pub(crate) type Lines = Result<Vec<String>, Fault>;

const FOUR: [&str; 4] = ["Hải Dương", "Hải Phòng", "Thanh Hóa", "Vĩnh Long"];

fn official(source: &Source) -> bool {
    source.producer() == FIA
}

fn press(source: &Source) -> bool {
    ["a0", "a1", "a2", "a3", "a4"].contains(&source.id.as_str())
}

fn measure(code: &str) -> Result<Measure, Fault> {
    Ok(code.parse()?)
}

/// A value with its unit.
fn show(value: &Interval, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => format!(
            "{} triệu {currency}",
            Format::default().millions().interval(value, true)
        ),
        None => Format::default().interval(value, false),
    }
}

fn row(row: &Row<'_>) -> String {
    show(&row.value(), row.currency())
}

/// Every row in the order of its groups, then the warnings.
fn rows(answer: &Answer<'_>) -> Vec<String> {
    rows_in(answer, Order::Groups)
}

/// Every row in an order, then the warnings.
fn rows_in(answer: &Answer<'_>, order: Order) -> Vec<String> {
    let several = answer.measures().len() > 1;
    let mut lines: Vec<String> = answer
        .sorted(order)
        .into_iter()
        .map(|r| {
            let name = r.name();
            let mut words = vec![row(r)];
            if several {
                words.insert(0, format!("{}:", r.measure()));
            }
            if !name.is_empty() {
                words.insert(0, format!("{name}:"));
            }
            words.join(" ")
        })
        .collect();
    if lines.is_empty() {
        lines.push("no value".to_owned());
    }
    lines.extend(warnings(answer));
    lines
}

fn warnings(answer: &Answer<'_>) -> Vec<String> {
    let warnings = answer.warnings().iter();
    warnings
        .map(|w| format!("! {}", answer.tell(w, Language::English)))
        .collect()
}

/// What two answers to one question differ by.
fn differences(name: &str, one: &Answer<'_>, other: &Answer<'_>) -> Lines {
    let compared = one.difference_from(other)?;
    let line = |one: &Compared| match &one.value {
        Ok(value) => format!("{name}: {}", show(value, one.currency)),
        Err(refusal) => format!("{name}: refused: {refusal}"),
    };
    Ok(compared.iter().map(line).collect())
}

/// The growth of an answer from another, in percent.
fn growth(name: &str, now: &Answer<'_>, before: &Answer<'_>) -> Lines {
    let percent = Format::default().decimals(2);
    let line = |one: &Compared| match &one.value {
        Ok(value) => format!("{name} {} %", percent.interval(value, true)),
        Err(refusal) => format!("{name}: refused: {refusal}"),
    };
    Ok(now.growth_from(before)?.iter().map(line).collect())
}

/// The figures of these ids that were left out, as printed, with the reasons.
fn left_out(answer: &Answer<'_>, ids: &[&str]) -> Vec<String> {
    let wanted = answer.excluded().iter();
    let wanted = wanted.filter(|excluded| ids.contains(&excluded.id().as_str()));
    wanted
        .map(|excluded| {
            let claim = excluded.quantity().claim;
            let printed = excluded
                .quantity()
                .figure
                .map_or("", |figure| figure.text());
            let why = answer.why(excluded.reason(), Language::English);
            format!("- {} “{printed}”: {why}", claim.place().name())
        })
        .collect()
}

fn total(name: &str, answer: &Answer<'_>) -> String {
    let values: Vec<String> = answer.totals().iter().map(row).collect();
    match values.is_empty() {
        true => format!("{name}: no total"),
        false => format!("{name}: {}", values.join("; ")),
    }
}

fn quantity<'a>(data: &'a Dataset, id: &str) -> Result<Quantity<'a>, Fault> {
    let claim = data.claim(id).ok_or_else(|| format!("no claim {id}"))?;
    Ok(*claim
        .quantities()
        .first()
        .ok_or_else(|| format!("no figure in {id}"))?)
}

fn stock<'a>(data: &'a Dataset, on: &str) -> Result<Totals<'a>, Fault> {
    Ok(Totals::of(data)
        .measure(FDI_REGISTERED)
        .on(on.parse()?)
        .from_sources(official))
}

pub(crate) fn q1(data: &Dataset) -> Lines {
    let ask = || {
        Ok::<_, Fault>(
            Totals::of(data)
                .measure(FDI_PROJECTS)
                .on("2023-12-31".parse()?)
                .in_places(|p| p.name() == "Hải Dương"),
        )
    };
    let (by_press, by_fia) = (
        ask()?.from_sources(press).compute()?,
        ask()?.prefer([FIA]).compute()?,
    );
    let mut lines = vec![total("by the articles", &by_press)];
    lines.extend(warnings(&by_press));
    lines.push(total("by FIA", &by_fia));
    lines.extend(warnings(&by_fia));
    Ok(lines)
}

pub(crate) fn q2(data: &Dataset) -> Lines {
    fn four(question: Totals<'_>) -> Result<Answer<'_>, tinh::totals::Error> {
        question.in_places(|p| FOUR.contains(&p.name())).compute()
    }
    let by_press = four(Totals::of(data).measure(FDI_REGISTERED).from_sources(press))?;
    let mut lines = vec![total("by the articles", &by_press)];
    for (on, name) in [
        ("2022-12-20", "by FIA on 20/12/2022"),
        ("2023-12-20", "by FIA on 20/12/2023"),
        ("2024-06-20", "by FIA on 20/06/2024"),
    ] {
        lines.push(total(name, &four(stock(data, on)?)?));
    }
    let then = four(stock(data, "2023-12-20")?)?;
    lines.extend(differences(
        "the articles less FIA on 20/12/2023",
        &by_press,
        &then,
    )?);
    lines.extend(warnings(&by_press));
    Ok(lines)
}

fn national<'a>(data: &'a Dataset, codes: &[&str]) -> Result<Totals<'a>, Fault> {
    let measures = codes
        .iter()
        .map(|code| measure(code))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Totals::of(data)
        .measures(measures)
        .national()
        .during("2023".parse()?))
}

pub(crate) fn q3(data: &Dataset) -> Lines {
    Ok(rows(
        &national(
            data,
            &["fdi.projects", "fdi.adjustments", "fdi.share-purchases"],
        )?
        .compute()?,
    ))
}

pub(crate) fn q4(data: &Dataset) -> Lines {
    let codes = [
        "fdi.registered",
        "fdi.registered-new",
        "fdi.registered-adjusted",
        "fdi.share-purchase",
    ];
    Ok(rows(&national(data, &codes)?.compute()?))
}

pub(crate) fn q5(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(FDI_REGISTERED)
        .national()
        .flows()
        .by(Key::Year)
        .compute()?;
    let series = answer.series();
    let points = series.iter().flat_map(|series| &series.points);
    let mut lines: Vec<String> = points
        .map(|(year, found)| {
            format!(
                "{year}: {}",
                found.map_or("nothing: unknown".to_owned(), row)
            )
        })
        .collect();
    lines.extend(warnings(&answer));
    Ok(lines)
}

pub(crate) fn q6(data: &Dataset) -> Lines {
    Ok(rows(
        &national(data, &["fdi.registered", "fdi.implemented"])?.compute()?,
    ))
}

pub(crate) fn q7(data: &Dataset) -> Lines {
    let ask = || {
        Ok::<_, Fault>(
            Totals::of(data)
                .measures([FDI_REGISTERED, measure("ddi.registered")?])
                .from_sources(press)
                .during("9 tháng năm 2023".parse()?),
        )
    };
    let mut lines = rows(&ask()?.compute()?);
    let none = RateTable::new();
    if let Err(error) = ask()?.in_currency(Currency::USD, &none).compute() {
        lines.push(format!("refused: {error}"));
    }
    let rates = RateTable::read_csv(
        "date,from,to,rate,source\n2023-09-29,USD,VND,24320,a rate made up for this example\n"
            .as_bytes(),
    )?
    .carried(3);
    let converted = ask()?.in_currency(Currency::USD, &rates).compute()?;
    lines.extend(rows(&converted));
    lines.extend(converted.conversions().iter().map(|c| format!("= {c}")));
    Ok(lines)
}

pub(crate) fn q8(data: &Dataset) -> Lines {
    let codes = [
        "oda.planned",
        "oda-loan.planned",
        "counterpart.planned",
        "oda-with-counterpart.planned",
    ];
    let measures = codes
        .into_iter()
        .map(measure)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows(&Totals::of(data).measures(measures).compute()?))
}

pub(crate) fn q9(data: &Dataset) -> Lines {
    let eu = Organisation::by_acronym("EU").ok_or("no EU")?;
    let ask = || {
        Ok::<_, Fault>(
            Totals::of(data)
                .measure(FDI_REGISTERED)
                .national()
                .on("2023-12-20".parse()?),
        )
    };
    let blocs = ask()?.by(Key::Bloc(eu)).compute()?;
    let mut lines = rows(&blocs);
    lines.extend(left_out(&blocs, &["p-de", "p-fr"]));
    let countries = ask()?.by(Key::Country).compute()?;
    lines.extend(rows_in(&countries, Order::Largest));
    lines.extend(left_out(&countries, &["p-eu"]));
    Ok(lines)
}

pub(crate) fn q10(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(measure("fdi.planned")?)
        .of_projects()
        .in_realm(Realm::Plan)
        .from_partners(|p| p.to_string().contains("Sumitomo"))
        .compute()?;
    let mut lines = rows(&answer);
    lines.extend(left_out(&answer, &["su-vna.amounts", "su-phase.amounts"]));
    Ok(lines)
}

pub(crate) fn q11(data: &Dataset) -> Lines {
    let of = |id: &str| {
        let figure = quantity(data, id)?
            .figure
            .and_then(|f| f.reading())
            .ok_or("no value")?;
        Ok::<_, Fault>(Interval::of(figure))
    };
    let (part, whole) = (of("002-018")?, of("002-026")?);
    Ok(vec![
        format!(
            "{} of {}",
            show(&part, Some(Currency::USD)),
            show(&whole, Some(Currency::USD))
        ),
        match part.over(whole) {
            Ok(share) => format!("share {share}"),
            Err(refusal) => format!("refused: {refusal}"),
        },
    ])
}

fn codes(countries: &PartnerCountries<'_>, place: &str) -> String {
    let all = countries.countries_of(place);
    let codes: Vec<&str> = all.iter().map(|c| c.alpha2()).collect();
    format!("{place}: {} ({})", codes.len(), codes.join(" "))
}

pub(crate) fn q12(data: &Dataset) -> Lines {
    let all = PartnerCountries::of_missions(data);
    let mut lines: Vec<String> = FOUR.iter().map(|place| codes(&all, place)).collect();
    for year in ["2012", "2022", "2023"] {
        let of = PartnerCountries::of_missions_during(data, year.parse()?);
        lines.push(format!("in {year}: {}", codes(&of, "Vĩnh Long")));
    }
    Ok(lines)
}

pub(crate) fn q13(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(measures::MISSIONS)
        .events()
        .compute()?;
    let mut lines = vec![total("with a printed number", &answer)];
    lines.extend(left_out(&answer, &["000-001", "000-002"]));
    lines.extend(warnings(&answer));
    Ok(lines)
}

pub(crate) fn q14(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(measures::VISITS)
        .during("2022".parse()?)
        .compute()?;
    let mut lines = rows(&answer);
    lines.extend(left_out(&answer, &["004-022"]));
    Ok(lines)
}

pub(crate) fn q15(data: &Dataset) -> Lines {
    let of = PartnerCountries::of_partnerships_in_force(data);
    let mut lines: Vec<String> = ["Thanh Hóa", "Hải Phòng"]
        .iter()
        .map(|place| codes(&of, place))
        .collect();
    lines.extend(
        of.uncounted()
            .iter()
            .map(|u| format!("- {}: {}", u.claim, u.why)),
    );
    Ok(lines)
}

pub(crate) fn q16(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(measures::AGREEMENTS)
        .events()
        .by(Key::Kind)
        .compute()?;
    let mut lines = rows(&answer);
    lines.extend(left_out(&answer, &["003-003", "000-013", "004-029"]));
    Ok(lines)
}

pub(crate) fn q17(data: &Dataset) -> Lines {
    let of = |code: &str, year: &str| {
        Ok::<_, Fault>(
            Totals::of(data)
                .measure(measure(code)?)
                .during(year.parse()?)
                .in_places(|p| p.name() == "Vĩnh Long")
                .compute()?,
        )
    };
    let (exports, imports) = (of("exports", "2022")?, of("imports", "2022")?);
    let (exports_before, imports_before) = (of("exports", "2021")?, of("imports", "2021")?);
    let mut lines = growth("exports", &exports, &exports_before)?;
    lines.extend(growth("imports", &imports, &imports_before)?);
    let value = |answer: &Answer<'_>| answer.total().map(Row::value).ok_or("no one total");
    let sum = |a, b| Ok::<_, Fault>(Interval::sum([value(a)?, value(b)?])?);
    let ratio = sum(&exports, &imports)?.over(sum(&exports_before, &imports_before)?)?;
    let turnover = Interval::sum([ratio, Interval::exact((-1).into())])?.times(100.into())?;
    let percent = Format::default().decimals(2);
    lines.push(format!("turnover {} %", percent.interval(&turnover, true)));
    let balance = value(&exports)?.minus(value(&imports)?)?;
    lines.push(format!("balance {}", show(&balance, Some(Currency::USD))));
    Ok(lines)
}

fn implied_line(data: &Dataset, name: &str, level: &str, rate: &str) -> Result<String, Fault> {
    let level = quantity(data, level)?;
    let currency = level.figure.and_then(|f| f.currency());
    Ok(match implied(&level, &quantity(data, rate)?) {
        Ok(found) => {
            let nominal = found.value.nominal().map(Interval::exact);
            let nominal = nominal.map_or_else(|| "?".to_owned(), |value| show(&value, currency));
            match (found.value.lower(), found.value.upper()) {
                (Some(_), Some(_)) => format!(
                    "{name}: {nominal}, by rounding {}",
                    show(&found.value, currency)
                ),
                _ => format!("{name}: {}", show(&found.value.to_significant(3), currency)),
            }
        }
        Err(refusal) => format!("{name}: refused: {refusal}"),
    })
}

pub(crate) fn q18(data: &Dataset) -> Lines {
    Ok(vec![
        implied_line(data, "exports of 2021", "004-008", "004-009")?,
        implied_line(data, "imports of 2021", "004-011", "004-012")?,
        implied_line(data, "FDI a year before", "003-019", "003-020")?,
        implied_line(data, "domestic capital a year before", "003-017", "003-018")?,
        implied_line(data, "GRDP of 2021", "004-013", "004-014")?,
    ])
}

pub(crate) fn q19(data: &Dataset) -> Lines {
    Ok(vec![implied_line(
        data,
        "the plan of 2023",
        "003-015",
        "003-016",
    )?])
}

pub(crate) fn q20(data: &Dataset) -> Lines {
    let mut lines = Vec::new();
    for on in ["2022-12-20", "2023-12-20", "2024-06-20"] {
        let then = stock(data, on)?.by(Key::Province).compute()?;
        let now = stock(data, on)?
            .by(Key::Province)
            .restated_to(Units::on("2025-07-01".parse()?))
            .compute()?;
        let rank = |answer: &Answer<'_>| match answer.rank("Thanh Hóa") {
            Some((rank, of)) => format!("{rank} of {of}"),
            None => "not decided".to_owned(),
        };
        lines.push(format!("{on}: {}; restated {}", rank(&then), rank(&now)));
    }
    Ok(lines)
}

pub(crate) fn q21(data: &Dataset) -> Lines {
    let now = Units::on("2025-07-01".parse()?);
    let fia = stock(data, "2022-12-20")?
        .by(Key::Province)
        .restated_to(now)
        .compute()?;
    let articles = Totals::of(data)
        .measure(FDI_REGISTERED)
        .from_sources(press)
        .by(Key::Province)
        .restated_to(now)
        .compute()?;
    let mut lines = Vec::new();
    for name in ["Hải Phòng", "Vĩnh Long"] {
        for (who, answer) in [("FIA", &fia), ("articles", &articles)] {
            let found = answer.row(name).ok_or("no such row")?;
            let covered = found
                .coverage()
                .map(ToString::to_string)
                .unwrap_or_default();
            lines.push(format!("{name} by {who}: {}, {covered}", row(found)));
        }
    }
    lines.extend(
        articles
            .warnings()
            .iter()
            .filter(|w| matches!(w, Warning::Incomplete { .. }))
            .map(|w| format!("! {w}")),
    );
    Ok(lines)
}

pub(crate) fn q22(data: &Dataset) -> Lines {
    let now = Units::on("2025-07-01".parse()?);
    let one = |on: &str| {
        Ok::<_, Fault>(
            stock(data, on)?
                .by(Key::Province)
                .in_places(|p| p.name() == "Hải Phòng"),
        )
    };
    let (old, new) = (
        one("2022-12-20")?.compute()?,
        one("2024-06-20")?.restated_to(now).compute()?,
    );
    let mut lines = Vec::new();
    for compared in new.growth_from(&old)? {
        if let Err(refusal) = compared.value {
            lines.push(format!("refused: {refusal}"));
        }
    }
    let both = |on: &str| {
        Ok::<_, Fault>(
            stock(data, on)?
                .by(Key::Province)
                .restated_to(now)
                .compute()?,
        )
    };
    for compared in both("2024-06-20")?.growth_from(&both("2022-12-20")?)? {
        if let (true, Ok(value)) = (compared.name() == "Hải Phòng", &compared.value) {
            lines.push(format!(
                "both restated: {} %",
                Format::default().decimals(2).interval(value, true)
            ));
        }
    }
    Ok(lines)
}

pub(crate) fn q23(data: &Dataset) -> Lines {
    let ask = Totals::of(data)
        .measure(measure("grdp.unstated-prices:growth")?)
        .during("2022".parse()?);
    let mut lines = Vec::new();
    for fact in ask.side_by_side()? {
        for said in &fact.sayings {
            let printed = said.quantity.figure.map_or("", |f| f.text());
            lines.push(format!(
                "{}: {printed}, {}",
                said.quantity.id(),
                said.producer
            ));
        }
        lines.push(format!("! {}", fact.consistency));
    }
    Ok(lines)
}

pub(crate) fn q24(data: &Dataset) -> Lines {
    let ask = || {
        Ok::<_, Fault>(
            Totals::of(data)
                .measure(FDI_REGISTERED)
                .during("2023".parse()?)
                .in_places(|p| p.name() == "Hải Dương"),
        )
    };
    let province = "Hải Dương";
    let by_fia = ask()?.prefer([FIA]).compute()?;
    let by_province = ask()?.prefer([province]).compute()?;
    let mut lines = vec![total(FIA, &by_fia), total(province, &by_province)];
    lines.extend(differences("the province less FIA", &by_province, &by_fia)?);
    let none = ask()?.compute()?;
    lines.push(total("nobody preferred", &none));
    lines.extend(warnings(&none));
    Ok(lines)
}

pub(crate) fn q25(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(FDI_REGISTERED)
        .on("2023-12-20".parse()?)
        .prefer([FIA])
        .in_places(|p| FOUR.contains(&p.name()))
        .compute()?;
    let included: usize = answer.rows().iter().map(Row::count).sum();
    let mut lines = vec![format!(
        "{included} included, {} excluded, {} figures in all",
        answer.excluded().len(),
        data.quantities().count()
    )];
    lines.extend(left_out(
        &answer,
        &[
            "001-015",
            "002-018.amounts",
            "002-026",
            "003-026",
            "004-019",
        ],
    ));
    Ok(lines)
}

pub(crate) fn q26(data: &Dataset) -> Lines {
    let claim = data.claim("002-031").ok_or("no such claim")?;
    let quantities = claim.quantities();
    let figure = |field: &str| {
        quantities
            .iter()
            .find(|q| q.field == field)
            .and_then(|q| q.figure?.reading())
            .ok_or("no such figure")
    };
    let found = readings_that_add(&[figure("aid")?, figure("counterpart")?], figure("total")?);
    Ok(found
        .iter()
        .map(|values| {
            let values: Vec<String> = values
                .iter()
                .map(|v| tinh::figures::compact(*v).to_string())
                .collect();
            format!("holds as aid, counterpart, total: {}", values.join(", "))
        })
        .collect())
}

pub(crate) fn q27(data: &Dataset) -> Lines {
    let places = ["Vĩnh Long", "Trà Vinh"];
    let at = |on: &str| {
        Ok::<_, Fault>(
            stock(data, on)?
                .by(Key::Province)
                .in_places(move |p| places.contains(&p.name()))
                .compute()?,
        )
    };
    let flow = Totals::of(data)
        .measure(FDI_REGISTERED)
        .during("2022".parse()?)
        .from_sources(official)
        .by(Key::Province)
        .in_places(move |p| places.contains(&p.name()))
        .compute()?;
    let (rows, _) = stock_and_flow(&at("2021-12-20")?, &flow, &at("2022-12-20")?)?;
    Ok(rows
        .iter()
        .map(|r| {
            let usd = Some(Currency::USD);
            let name: Vec<String> = r.groups.iter().map(ToString::to_string).collect();
            format!(
                "{}: flow {}, change {}, residual {}",
                name.join(", "),
                show(&r.flow, usd),
                show(&r.change, usd),
                show(&r.residual, usd)
            )
        })
        .collect())
}

pub(crate) fn q28(data: &Dataset) -> Lines {
    let of = |measure| {
        Totals::of(data)
            .measure(measure)
            .from_sources(press)
            .by(Key::Province)
            .in_places(|p| p.name() == "Hải Phòng")
            .compute()
    };
    let each = of(FDI_REGISTERED)?.per(&of(FDI_PROJECTS)?)?;
    let first = each.into_iter().next().ok_or("no row")?;
    Ok(vec![match first.value {
        Ok(value) => format!("{} a project", show(&value, first.currency)),
        Err(refusal) => format!("refused: {refusal}"),
    }])
}

pub(crate) fn q29(data: &Dataset) -> Lines {
    let presence = Totals::of(data)
        .measure(measure("fdi.registered-new")?)
        .flows()
        .presence([2023])?;
    let mut lines = Vec::new();
    for name in ["Bắc Kạn", "Lạng Sơn", "Sơn La"] {
        lines.push(format!(
            "{name}: {}",
            match presence.get(name, 2023) {
                Some(Cell::Value) => "a value",
                Some(Cell::Zero) => "a printed zero",
                Some(Cell::NoNumber) => "words without a number",
                _ => "nothing: unknown",
            }
        ));
    }
    lines.push(format!(
        "{} of {} unknown in these data",
        presence.count(Cell::Absent),
        presence.cells().len()
    ));
    Ok(lines)
}

pub(crate) fn q30(data: &Dataset) -> Lines {
    let answer = Totals::of(data)
        .measure(FDI_REGISTERED)
        .from_sources(press)
        .in_places(|p| FOUR.contains(&p.name()))
        .compute()?;
    let total = answer.total().ok_or("no one total")?;
    Ok(total.explain().iter().map(ToString::to_string).collect())
}

pub(crate) fn q31(data: &Dataset) -> Lines {
    let ask = || {
        Ok::<_, Fault>(
            Totals::of(data)
                .measure(FDI_REGISTERED)
                .national()
                .during("2015".parse()?),
        )
    };
    let latest = ask()?.compute()?;
    let mut lines = vec![
        total(
            "as known on 31/12/2015",
            &ask()?.as_known_on("2015-12-31".parse()?).compute()?,
        ),
        total("as known since", &latest),
    ];
    lines.extend(warnings(&latest));
    Ok(lines)
}

pub(crate) fn q32(data: &Dataset) -> Lines {
    let workers = Totals::of(data)
        .measure(measure("foreign-enterprise-workers")?)
        .flows()
        .by(Key::Province)
        .compute()?;
    let mut lines = rows_in(&workers, Order::Largest);
    lines.push(implied_line(data, "all workers", "002-028", "002-029")?);
    Ok(lines)
}
