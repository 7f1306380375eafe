//! Every message in both languages, word by word.

use tinh_totals::output::{Format, Language};
use tinh_totals::tinh_model::claim::{Realm, Status};
use tinh_totals::tinh_model::time::{AsOf, DateBasis, Time};
use tinh_totals::tinh_model::{Dataset, Measure};
use tinh_totals::{
    Break, Conversion, ErrorKind, Key, Moment, NotInEffect, NotRestatable, PeriodLength, Reason,
    Totals, Warning,
};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn moment(date: &str, basis: DateBasis) -> Moment {
    Moment::of(&Time::AsOf(AsOf::new(date.parse().unwrap(), basis)))
}

/// A message in English and in Vietnamese.
#[track_caller]
fn said(found: (String, String), english: &str, vietnamese: &str) {
    assert_eq!(found, (english.to_owned(), vietnamese.to_owned()));
}

#[test]
fn warnings() {
    let figures = || names(&["a", "b"]);
    let dates = || {
        vec![
            moment("2022-12-20", DateBasis::Printed),
            moment("2023-10", DateBasis::Inferred),
            moment("2023-11", DateBasis::NotBefore),
        ]
    };
    for (warning, english, vietnamese) in [
        (
            Warning::MixedDates { dates: dates() },
            "stocks of 3 different dates: 2022-12-20, 2023-10 (inferred), 2023-11 or later",
            "cộng số lũy kế của 3 thời điểm khác nhau: 2022-12-20, 2023-10 (suy ra), 2023-11 trở đi",
        ),
        (
            Warning::Earlier {
                asked: text("2023-12-31"),
                dates: vec![moment("2023-10", DateBasis::Inferred)],
            },
            "no figures of 2023-12-31, the newest before: 2023-10 (inferred)",
            "hỏi ngày 2023-12-31, số liệu gần nhất tính đến ngày đó: 2023-10 (suy ra)",
        ),
        (
            Warning::UncertainDate { figures: figures() },
            "uncertain date: a, b",
            "thời điểm chưa chắc chắn: a, b",
        ),
        (
            Warning::Inexact { figures: figures() },
            "bounds or approximations: a, b",
            "chỉ là giới hạn hoặc số ước chừng: a, b",
        ),
        (
            Warning::Ambiguous { figures: figures() },
            "digits that can be read in two ways: a, b",
            "con số có thể đọc hai cách: a, b",
        ),
        (
            Warning::MixedProducers {
                producers: figures(),
            },
            "different producers: a, b",
            "số liệu của nhiều đơn vị công bố: a, b",
        ),
        (
            Warning::Conflict { figures: figures() },
            "sources contradict each other: a, b",
            "các nguồn mâu thuẫn nhau: a, b",
        ),
        (
            Warning::Undecided { figures: figures() },
            "differ, may all be true, and none is preferred: a, b",
            "khác nhau, có thể đều đúng, chưa ưu tiên số nào: a, b",
        ),
        (
            Warning::Incomplete {
                unit: text("Vĩnh Long"),
                reported: 1,
                of: 3,
                missing: names(&["Bến Tre", "Trà Vinh"]),
            },
            "Vĩnh Long is incomplete, 1 of 3 reported, missing Bến Tre, Trà Vinh",
            "Vĩnh Long chưa đủ, mới có 1/3, thiếu Bến Tre, Trà Vinh",
        ),
        (
            Warning::MissingUnits {
                measure: None,
                units: names(&["Huế"]),
                of: 63,
            },
            "1 of 63 units without a figure: Huế",
            "1/63 tỉnh, thành phố không có số liệu: Huế",
        ),
        (
            Warning::MissingUnits {
                measure: Some(text("exports")),
                units: names(&["Huế", "Cà Mau"]),
                of: 34,
            },
            "2 of 34 units without a figure of exports: Huế, Cà Mau",
            "2/34 tỉnh, thành phố không có số liệu exports: Huế, Cà Mau",
        ),
        (
            Warning::MissingUnits {
                measure: None,
                units: names(&["a", "b", "c", "d", "e", "f"]),
                of: 63,
            },
            "6 of 63 units without a figure",
            "6/63 tỉnh, thành phố không có số liệu",
        ),
        (
            Warning::Estimates { figures: figures() },
            "estimates or provisional: a, b",
            "số ước, sơ bộ hoặc dự báo: a, b",
        ),
        (
            Warning::OtherDefinition { figures: figures() },
            "another definition: a, b",
            "theo định nghĩa khác: a, b",
        ),
        (
            Warning::Break {
                year: 2016,
                what: Break::SharePurchases,
            },
            "break in the series at 2016: share purchases are part of registered capital from then on",
            "chuỗi số liệu gián đoạn ở năm 2016: từ đó vốn đăng ký gồm cả góp vốn, mua cổ phần",
        ),
        (
            Warning::Revised { figures: figures() },
            "since revised by their producer: a, b",
            "đã được đơn vị công bố điều chỉnh: a, b",
        ),
        (
            Warning::MixedPeriods { periods: figures() },
            "flows of 2 different periods: a, b",
            "cộng số liệu của 2 kỳ khác nhau: a, b",
        ),
        (
            Warning::PartialPeriod {
                groups: names(&["2023"]),
                periods: names(&["2023-01-01/2023-09-30"]),
            },
            "2023: covers 2023-01-01/2023-09-30 only",
            "2023: mới có số liệu của 2023-01-01/2023-09-30",
        ),
        (
            Warning::PartnersMayOverlap {
                partners: names(&["châu Âu"]),
            },
            "partners that may include countries counted as well: châu Âu",
            "có thể bao gồm những nước cũng được tính: châu Âu",
        ),
        (
            Warning::ChinaUnstated,
            "whether China includes Hong Kong, Macao and Taiwan is not stated",
            "không rõ Trung Quốc có bao gồm Hồng Kông, Ma Cao và Đài Loan hay không",
        ),
        (
            Warning::OnlyParts {
                measure: text("fdi.registered"),
                parts: names(&["fdi.registered-new"]),
            },
            "no figure of fdi.registered, only of fdi.registered-new",
            "không có số liệu fdi.registered, chỉ có fdi.registered-new",
        ),
        (
            Warning::LeftOut { count: 1 },
            "1 matching figure was excluded",
            "1 số liệu được hỏi đến nhưng không được tính",
        ),
        (
            Warning::LeftOut { count: 2 },
            "2 matching figures were excluded",
            "2 số liệu được hỏi đến nhưng không được tính",
        ),
    ] {
        let found = warning.in_language(Language::Vietnamese);
        said((warning.to_string(), found), english, vietnamese);
    }
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let figures: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
    let warning = Warning::Inexact { figures };
    let english = warning.to_string();
    assert!(english.ends_with(", 18, 19, and 9980 more"), "{english}");
    let vietnamese = warning.in_language(Language::Vietnamese);
    assert!(
        vietnamese.ends_with(", 19, và 9980 mục khác"),
        "{vietnamese}"
    );
}

#[test]
fn reasons() {
    for (reason, english, vietnamese) in [
        (
            Reason::OtherMeasure {
                measure: "exports".parse::<Measure>().unwrap(),
            },
            "measures exports",
            "là chỉ tiêu exports",
        ),
        (
            Reason::OtherSource,
            "its source does not match the query",
            "nguồn không được hỏi đến",
        ),
        (
            Reason::OtherPlace,
            "its place does not match the query",
            "địa phương không được hỏi đến",
        ),
        (
            Reason::OtherPartner,
            "its partner does not match the query",
            "đối tác không được hỏi đến",
        ),
        (
            Reason::OtherSector,
            "its sector does not match the query",
            "ngành không được hỏi đến",
        ),
        (
            Reason::OtherStatus {
                status: Status::Estimated,
            },
            "its status is estimated",
            "tình trạng số liệu là estimated",
        ),
        (
            Reason::NotYetPublished {
                published: text("2016-12-28"),
            },
            "published only 2016-12-28",
            "đến 2016-12-28 mới công bố",
        ),
        (
            Reason::NotYetPublished {
                published: String::new(),
            },
            "its date of publication is not known",
            "không rõ công bố khi nào",
        ),
        (
            Reason::NotNational,
            "not a figure of the nation",
            "không phải số liệu cả nước",
        ),
        (
            Reason::NotOfAProject,
            "not a figure of one project",
            "không phải số liệu của một dự án",
        ),
        (
            Reason::NotBrokenDown,
            "a figure of the whole, not of one partner or sector",
            "là số chung, không phải của một đối tác hay một ngành",
        ),
        (
            Reason::SeveralPartners {
                partners: names(&["Bỉ", "Pháp"]),
            },
            "of several partners together: Bỉ, Pháp",
            "gộp chung nhiều đối tác: Bỉ, Pháp",
        ),
        (
            Reason::NoOneCountry {
                partner: text("EU"),
            },
            "EU is not a single country",
            "EU không phải là một nước",
        ),
        (
            Reason::NotSplit {
                total: text("26 địa phương"),
            },
            "26 địa phương in all, not split by country",
            "tổng cộng 26 địa phương, không chia theo nước",
        ),
        (
            Reason::OpenList,
            "the list is open: further partners are not named",
            "danh sách chưa hết: còn đối tác khác",
        ),
        (
            Reason::NobodyNamed,
            "no country is named",
            "không nêu tên nước nào",
        ),
        (
            Reason::NotInEffect {
                state: NotInEffect::Agreement,
            },
            "an agreement not signed, or no longer in force",
            "thỏa thuận chưa ký hoặc không còn hiệu lực",
        ),
        (
            Reason::NotInEffect {
                state: NotInEffect::Relation,
            },
            "a relation only sought, or dormant",
            "quan hệ còn đang hướng tới hoặc không còn duy trì",
        ),
        (
            Reason::NotInEffect {
                state: NotInEffect::Mission,
            },
            "a mission planned or called off",
            "đoàn mới dự kiến hoặc đã hủy",
        ),
        (
            Reason::NotOfTheProvince,
            "a free trade agreement is national, not of a province",
            "hiệp định thương mại tự do là của quốc gia, không phải của tỉnh",
        ),
        (
            Reason::SeveralSpans {
                period: text("2022-07-01/2023-06-30"),
                span: PeriodLength::Year,
            },
            "its period 2022-07-01/2023-06-30 is in more than one year",
            "kỳ 2022-07-01/2023-06-30 nằm trong nhiều năm",
        ),
        (
            Reason::SeveralSpans {
                period: text("2023"),
                span: PeriodLength::Quarter,
            },
            "its period 2023 is in more than one quarter",
            "kỳ 2023 nằm trong nhiều quý",
        ),
        (
            Reason::SeveralSpans {
                period: text("2023"),
                span: PeriodLength::Month,
            },
            "its period 2023 is in more than one month",
            "kỳ 2023 nằm trong nhiều tháng",
        ),
        (
            Reason::Revised { by: text("b") },
            "revised by b",
            "đã được điều chỉnh trong b",
        ),
        (
            Reason::National,
            "a national figure, the sum of its parts",
            "số cả nước là tổng của các phần",
        ),
        (
            Reason::NotActual { realm: Realm::Plan },
            "a plan, not a fact",
            "là kế hoạch, không phải thực tế",
        ),
        (
            Reason::NotActual {
                realm: Realm::Target,
            },
            "a target, not a fact",
            "là mục tiêu, không phải thực tế",
        ),
        (
            Reason::NotActual {
                realm: Realm::Commitment,
            },
            "a commitment, not a fact",
            "là cam kết, không phải thực tế",
        ),
        (
            Reason::NamedPart {
                part: "hàng công nghiệp".into(),
            },
            "a figure of \"hàng công nghiệp\" only, part of the whole",
            "chỉ của \"hàng công nghiệp\", là một phần của tổng số",
        ),
        (
            Reason::PartOfStock,
            "a figure of one project or investor, part of the stock",
            "của một dự án hoặc nhà đầu tư, là một phần của tổng số",
        ),
        (
            Reason::Breakdown,
            "a figure of one partner or sector, part of the whole",
            "của một đối tác hoặc một ngành, là một phần của tổng số",
        ),
        (
            Reason::NoValue {
                text: String::new(),
            },
            "no number is printed",
            "không in con số nào",
        ),
        (
            Reason::NoValue {
                text: text("nhiều đoàn"),
            },
            "no number: \"nhiều đoàn\"",
            "không có con số: \"nhiều đoàn\"",
        ),
        (
            Reason::NotAStock,
            "not a stock at a date",
            "không phải số lũy kế tại một thời điểm",
        ),
        (
            Reason::NotAFlow,
            "not a flow over a period",
            "không phải số phát sinh trong một kỳ",
        ),
        (
            Reason::Later {
                as_of: moment("2023-10", DateBasis::Inferred),
            },
            "holds only at 2023-10 (inferred)",
            "là số của thời điểm sau đó: 2023-10 (suy ra)",
        ),
        (
            Reason::DateUnknown {
                as_of: moment("2023-11", DateBasis::NotBefore),
            },
            "its date is not known well enough: 2023-11 or later",
            "thời điểm chưa đủ rõ: 2023-11 trở đi",
        ),
        (
            Reason::OtherPeriod {
                period: text("2022"),
            },
            "its period is 2022",
            "là số của kỳ 2022",
        ),
        (
            Reason::PeriodOverlaps { with: text("b") },
            "its period overlaps that of b",
            "kỳ trùng với kỳ của b",
        ),
        (
            Reason::SameAs { other: text("b") },
            "the same fact as b",
            "cùng một việc với b",
        ),
        (
            Reason::PartOf { whole: text("b") },
            "part of b",
            "là một phần của b",
        ),
        (
            Reason::CorrectedBy { other: text("b") },
            "corrected by b",
            "đã được đính chính trong b",
        ),
        (
            Reason::Superseded { by: text("b") },
            "superseded by b",
            "đã có số mới hơn: b",
        ),
        (
            Reason::LessPreferred { by: text("b") },
            "b is preferred",
            "b được ưu tiên",
        ),
        (
            Reason::Conflict {
                with: names(&["b", "c"]),
            },
            "conflicts with b, c",
            "mâu thuẫn với b, c",
        ),
        (
            Reason::Undecided {
                with: names(&["b", "c"]),
            },
            "differs from b, c, which may be true as well",
            "khác với b, c, có thể cũng đúng",
        ),
        (
            Reason::TerritoryOverlaps { with: text("b") },
            "its territory is counted in b",
            "địa bàn đã được tính trong b",
        ),
        (
            Reason::NotRestatable {
                why: NotRestatable::Partly(names(&["Phú Thọ", "Hà Nội"])),
            },
            "cannot be restated: parts of it are in Phú Thọ and Hà Nội",
            "không quy đổi được: một phần thuộc Phú Thọ và Hà Nội",
        ),
        (
            Reason::NotRestatable {
                why: NotRestatable::Split(names(&["Hải Phòng", "Hải Dương"])),
            },
            "cannot be restated: its territory is divided among Hải Phòng and Hải Dương",
            "không quy đổi được: địa bàn thuộc Hải Phòng và Hải Dương",
        ),
        (
            Reason::NotRestatable {
                why: NotRestatable::Unknown,
            },
            "cannot be restated: nothing is known of the units of that date",
            "không quy đổi được: không rõ các tỉnh của thời điểm đó",
        ),
    ] {
        let found = reason.in_language(Language::Vietnamese);
        said((reason.to_string(), found), english, vietnamese);
    }
}

#[test]
fn refusals() {
    for (refusal, english, vietnamese) in [
        (
            ErrorKind::OtherMeasure {
                left: text("exports"),
                right: text("imports"),
            },
            "exports and imports are different measures",
            "exports và imports là hai chỉ tiêu khác nhau",
        ),
        (
            ErrorKind::OneSided {
                group: text("Hải Phòng in USD"),
            },
            "only one side has Hải Phòng in USD",
            "chỉ một bên có Hải Phòng in USD",
        ),
        (
            ErrorKind::OtherTerritory {
                units: names(&["Hải Dương"]),
            },
            "the two sides cover different units: Hải Dương",
            "địa bàn hai bên khác nhau: Hải Dương",
        ),
        (
            ErrorKind::Incomplete {
                group: text("Hải Phòng"),
                reported: 1,
                of: 2,
            },
            "Hải Phòng is incomplete, 1 of 2 reported",
            "Hải Phòng chưa đủ, mới có 1/2",
        ),
        (
            ErrorKind::OtherPeriods {
                earlier: names(&["2022"]),
                later: names(&["2023-01-01/2023-09-30"]),
            },
            "the periods differ: 2022 and 2023-01-01/2023-09-30",
            "hai kỳ không như nhau: 2022 và 2023-01-01/2023-09-30",
        ),
        (
            ErrorKind::MixedDates {
                dates: vec![moment("2023-10", DateBasis::Inferred)],
            },
            "values of different dates: 2023-10 (inferred)",
            "số liệu của nhiều thời điểm: 2023-10 (suy ra)",
        ),
        (
            ErrorKind::NotAnAmount {
                measure: text("pci"),
            },
            "pci is not an amount",
            "pci không phải là một lượng",
        ),
        (
            ErrorKind::PriceBasis,
            "the price basis is not stated: levels are at current prices, growth at constant ones",
            "không nêu theo giá nào: quy mô tính theo giá hiện hành, tăng trưởng theo giá so sánh",
        ),
        (
            ErrorKind::NoBounds,
            "neither bound of the quotient is known",
            "thương không có giới hạn nào",
        ),
        (
            ErrorKind::BaseNotPositive,
            "the base is not known to be above zero",
            "không chắc gốc so sánh lớn hơn 0",
        ),
        (
            ErrorKind::TooLarge,
            "the result needs more than 28 digits",
            "kết quả cần hơn 28 chữ số",
        ),
        (
            ErrorKind::NoTotal,
            "the rows do not add up to one total",
            "không có một tổng duy nhất",
        ),
        (
            ErrorKind::NoValue { figure: text("a") },
            "a has no value",
            "a không có giá trị",
        ),
        (
            ErrorKind::NoPopulation {
                group: text("Vĩnh Long"),
                year: 2025,
            },
            "the population of Vĩnh Long in 2025 is not known",
            "không có dân số của Vĩnh Long năm 2025",
        ),
        (
            ErrorKind::NotARate {
                expression: text("rank"),
            },
            "rank implies no other value",
            "không suy ra được giá trị nào từ rank",
        ),
    ] {
        let found = refusal.in_language(Language::Vietnamese);
        said((refusal.to_string(), found), english, vietnamese);
    }
}

#[test]
fn conversions() {
    let text = |text: &str| text.to_owned();
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"1 triệu USD"}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    let rates = tinh_totals::RateTable::read_csv(
        "date,from,to,rate,source\n2022-12-20,USD,VND,23646,SBV\n".as_bytes(),
    )
    .unwrap();
    let vnd = tinh_totals::tinh_figures::Currency::VND;
    let answer = Totals::of(&data)
        .measure("fdi.registered".parse().unwrap())
        .in_currency(vnd, &rates)
        .compute()
        .unwrap();
    let made: &Conversion = &answer.conversions()[0];
    said(
        (made.to_string(), made.in_language(Language::Vietnamese)),
        "a: USD to VND at 1 USD = 23646 VND of 2022-12-20, SBV",
        "a: USD sang VND theo tỷ giá 1 USD = 23646 VND ngày 2022-12-20, SBV",
    );
    let last = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table.lines().last().map(str::trim).map(text)
    };
    assert_eq!(
        last(Language::Vietnamese),
        Some(format!("= {}", made.in_language(Language::Vietnamese)))
    );
    assert_eq!(last(Language::English), Some(format!("= {made}")));
}

#[test]
fn groups_without_a_name_are_described() {
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"mission","id":"m","source":"s","place":"Hải Phòng","place_on":"2023-01-01","direction":"outbound","destinations":["Bỉ"],"count":"1 đoàn"}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    assert!(data.rejected().is_empty(), "{:?}", data.rejected());
    let answer = Totals::of(&data)
        .measure("missions".parse().unwrap())
        .events()
        .by(Key::Year)
        .compute()
        .unwrap();
    let first = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table
            .lines()
            .nth(2)
            .unwrap()
            .split("  ")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(first(Language::Vietnamese), "không rõ năm");
    assert_eq!(first(Language::English), "year unknown");
}

#[test]
fn coverage_is_said_in_the_language() {
    let mut data = Dataset::new();
    data.read_jsonl(
        r#"{"type":"source","id":"s","title":"t"}
{"type":"observation","id":"a","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":70}"#
            .as_bytes(),
        "s",
    )
    .unwrap();
    let units = tinh_totals::tinh_gazetteer::Units::on("2025-07-01".parse().unwrap());
    let answer = Totals::of(&data)
        .measure("fdi.projects".parse().unwrap())
        .by(Key::Province)
        .restated_to(units)
        .compute()
        .unwrap();
    let first = |language| {
        let table = answer.table_in(&Format::new(language)).to_string();
        table.lines().nth(2).map(str::to_owned)
    };
    let row = |covered: &str| Some(format!("Vĩnh Long{covered}1"));
    assert_eq!(
        first(Language::Vietnamese),
        row("             70      1/3        ")
    );
    assert_eq!(first(Language::English), row("     70   1 of 3        "));
}
