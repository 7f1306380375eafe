//! The tables.

use rust_decimal::Decimal;
use table_tests::{Row, each_row};
use tinh_figures::{
    Accents, Currency, DecimalMark, ErrorKind, Figure, Kind, Language, Layout, Match, Money,
    Parser, Qualifier, Scale, ScaleWords, Shorthand, Spoken, find_iter, parse, rust_decimal, words,
};

fn decimal(text: &str) -> Option<Decimal> {
    (!text.is_empty()).then(|| text.parse().unwrap_or_else(|e| panic!("{text}: {e}")))
}

fn show(value: Option<Decimal>) -> String {
    value.map(|v| v.normalize().to_string()).unwrap_or_default()
}

fn normal(text: &str) -> String {
    show(decimal(text))
}

/// kind:value:lower:upper:qualifier:currency:noun, and :of=, :ratio=, :per= where
/// there is one
fn describe(m: &Match<'_>) -> String {
    let f = m.figure();
    let mut more = String::new();
    if let Some(total) = f.of() {
        more += &format!(":of={}", total.normalize());
    }
    if let Some((numerator, denominator)) = f.ratio() {
        more += &format!(":ratio={numerator}/{denominator}");
    }
    if let Some(per) = m.per() {
        more += &format!(":per={per}");
    }
    format!(
        "{}:{}:{}:{}:{}:{}:{}{more}",
        f.kind(),
        show(f.value()),
        show(f.lower()),
        show(f.upper()),
        f.qualifier(),
        f.currency().map(|c| c.to_string()).unwrap_or_default(),
        m.noun().unwrap_or("")
    )
}

/// What was written, times its scale, is the value or the first of it.
fn check_written(m: &Match<'_>) -> Result<(), String> {
    let (figure, written) = (m.figure(), m.figure().written());
    if let Some((numerator, _)) = figure.ratio() {
        return compare(&show(Some(written.significand())), &show(Some(numerator)));
    }
    let first = figure.value().or(figure.magnitude()).or(figure.lower());
    let product = written.significand().checked_mul(written.scale().factor());
    compare(&show(product), &show(first))
}

fn compare(found: &str, expected: &str) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("\n    found    {found}\n    expected {expected}"))
    }
}

fn check_phrase(row: &Row) -> Result<(), String> {
    let input = row.get("input");
    let expected = if row.get("error").is_empty() {
        format!(
            "{}:{}:{}:{}:{}:{}:{}{}:{}",
            row.get("kind"),
            normal(row.get("value")),
            normal(row.get("lower")),
            normal(row.get("upper")),
            row.get("qualifier"),
            row.get("currency"),
            row.get("noun"),
            match row.get("more") {
                "" => String::new(),
                more => format!(":{more}"),
            },
            normal(row.get("alternative")),
        )
    } else {
        "error".to_owned()
    };
    let found = match parse(input) {
        Ok(m) if check_written(&m).is_err() => format!("{:?}", m.figure().written()),
        Ok(m) => format!("{}:{}", describe(&m), show(m.figure().alternative())),
        Err(error) => {
            let span = error.span();
            if input.get(span.clone()).is_none() {
                return Err(format!(
                    "the error's span {span:?} does not lie in {input:?}"
                ));
            }
            if row.get("error").is_empty() {
                error.to_string()
            } else {
                "error".to_owned()
            }
        }
    };
    compare(&found, &expected).map_err(|why| format!("{input:?}{why}"))
}

#[test]
fn phrases() {
    let columns = [
        "name",
        "input",
        "kind",
        "value",
        "lower",
        "upper",
        "qualifier",
        "currency",
        "noun",
        "alternative",
        "more",
        "error",
        "reason",
    ];
    let rows = each_row("tests/data/phrase.tsv", &columns, check_phrase);
    assert!(rows >= 600, "{rows}");
}

/// What is found in a running text: `text=description`, parted by `;`.
fn check_sentence(row: &Row) -> Result<(), String> {
    let text = row.get("text");
    let mut found = Vec::new();
    for m in find_iter(text) {
        check_written(&m)?;
        let description = describe(&m);
        found.push(format!("{}={description}", m.as_str()));
    }
    let expected: Vec<String> = row
        .get("expect")
        .split(';')
        .filter(|e| !e.is_empty())
        .map(|e| {
            let (text, rest) = e.split_once('=').unwrap_or((e, ""));
            let mut fields: Vec<String> = rest.split(':').map(str::to_owned).collect();
            for i in 1..4 {
                if let Some(field) = fields.get_mut(i) {
                    *field = normal(field);
                }
            }
            format!("{text}={}", fields.join(":"))
        })
        .collect();
    compare(&found.join("; "), &expected.join("; ")).map_err(|why| format!("{text:?}{why}"))
}

#[test]
fn sentences() {
    let columns = ["name", "text", "expect", "reason"];
    each_row("tests/data/find.tsv", &columns, check_sentence);
}

#[test]
fn rules() {
    let columns = ["name", "rule", "text", "expect", "reason"];
    each_row("tests/data/rules.tsv", &columns, check_sentence);
}

/// What the corpora of two peers hold, in our own wording.
#[test]
fn peers() {
    let rows = each_row("tests/data/peers.tsv", &["name", "text", "expect"], |row| {
        let found = match parse(row.get("text")) {
            Ok(m) => describe(&m),
            Err(error) => format!("error: {error}"),
        };
        compare(&found, row.get("expect"))
    });
    assert!(rows >= 110, "{rows}");
}

#[test]
fn articles() {
    let columns = ["name", "text", "expect", "source", "reason"];
    let rows = each_row("tests/data/articles_figures.tsv", &columns, check_sentence);
    assert!(rows >= 85, "{rows}");
}

#[test]
fn numbers_in_words() {
    each_row(
        "tests/data/words.tsv",
        &["name", "value", "northern", "southern", "reason"],
        |row| {
            let value = decimal(row.get("value")).ok_or("no value")?;
            compare(&words(value).northern().to_string(), row.get("northern"))?;
            compare(&words(value).southern().to_string(), row.get("southern"))?;
            for text in [row.get("northern"), row.get("southern")] {
                let back = parse(text).map_err(|e| format!("{text}: {e}"))?;
                compare(&show(back.value()), &show(Some(value)))?;
            }
            Ok(())
        },
    );
}

fn parser(setting: &str) -> Option<Parser> {
    let parser = Parser::new();
    Some(match setting {
        "default" => parser,
        "dot" => parser.decimal_mark(DecimalMark::Dot),
        "either" => parser.decimal_mark(DecimalMark::Either),
        "unaccented" => parser.accents(Accents::Optional),
        "digits-only" => parser.spoken(Spoken::Off),
        "no-shorthand" => parser.shorthand(Shorthand::Off),
        "segmented" => parser.segmented(),
        "wrapped" => parser.layout(Layout::Wrapped),
        "english" => parser.scale_words(ScaleWords::WithEnglish),
        "column" => parser.column_unit(Scale::MILLION, Some(Currency::USD)),
        "vnd" => parser.default_currency(Some(Currency::VND)),
        _ => return None,
    })
}

#[test]
fn settings() {
    each_row(
        "tests/data/settings.tsv",
        &["name", "setting", "text", "expect", "reason"],
        |row| {
            let parser = parser(row.get("setting")).ok_or("an unknown setting")?;
            let found = match parser.parse(row.get("text")) {
                Ok(m) => describe(&m),
                Err(error) => format!("error: {error}"),
            };
            compare(&found, row.get("expect"))
        },
    );
}

#[test]
fn errors() {
    each_row(
        "tests/data/errors.tsv",
        &["name", "input", "kind", "start", "end", "message", "reason"],
        |row| {
            let input = row.get("input");
            let error = parse(input).err().ok_or("it was read")?;
            let span = error.span();
            let found = format!("{:?} {}..{} {error}", error.kind(), span.start, span.end);
            let expected = ["kind", "start", "end", "message"].map(|c| row.get(c));
            let [kind, start, end, message] = expected;
            compare(&found, &format!("{kind} {start}..{end} {message}"))?;
            compare(error.text(), &input[span])
        },
    );
}

#[test]
fn errors_are_told_in_vietnamese() {
    for (input, told) in [
        ("", "cần một con số, không thấy gì"),
        ("kinh tế", "cần một con số, gặp \"kinh tế\" (ký tự 1–7)"),
        (
            "1.23.4",
            "chữ số và dấu của \"1.23.4\" không theo quy ước nào (ký tự 1–6)",
        ),
        ("5 tỷ USD nhé", "thừa \"nhé\" (ký tự 10–12)"),
        ("10-5", "hai đầu của khoảng \"10-5\" bị ngược (ký tự 1–4)"),
        ("5 x", "không rõ đơn vị hay loại tiền \"x\" (ký tự 3)"),
    ] {
        let error = parse(input).unwrap_err();
        assert_eq!(error.in_language(Language::Vietnamese), told);
        // Characters and bytes are the same place.
        let [bytes, chars] = [error.span(), error.char_span()];
        let text: String = (input.chars().skip(chars.start).take(chars.len())).collect();
        assert_eq!(text, input[bytes]);
    }
    let rate = "14,65 tỷ USD/năm".parse::<Money>().unwrap_err();
    assert_eq!(rate.to_string(), "unexpected text \"/năm\" at bytes 14..19");
}

#[test]
fn figures_that_cannot_be_made_are_told_in_both_languages() {
    let number = |n: i64| Figure::number(Decimal::from(n));
    let range = number(0).range(Decimal::ONE, Decimal::TEN).unwrap();
    for (error, vietnamese, english) in [
        (
            Figure::exact(Kind::Money, Decimal::ONE).unwrap_err(),
            "số tiền cần có loại tiền",
            "a figure of kind money needs a currency",
        ),
        (
            range.with_qualifier(Qualifier::MoreThan).unwrap_err(),
            "không thể đổi \"từ … đến …\" thành \"hơn\"",
            "the qualifier more_than cannot be put on a figure of qualifier range",
        ),
        (
            number(0)
                .range(Decimal::new(75, 1), Decimal::from(5))
                .unwrap_err(),
            "đầu dưới 7,5 lớn hơn đầu trên 5",
            "the lower end 7.5 is above the upper end 5",
        ),
        (
            Figure::fraction(2, 0).unwrap_err(),
            "2/0 không phải phân số",
            "2/0 is not a fraction",
        ),
        (
            number(0).indefinite(Decimal::from(1500)).unwrap_err(),
            "1.500 không phải lũy thừa của mười lớn hơn một",
            "1500 is not a power of ten above one",
        ),
    ] {
        assert_eq!(error.in_language(Language::Vietnamese), vietnamese);
        assert_eq!(error.in_language(Language::English), english);
    }
}

#[test]
fn money_is_one_exact_amount() {
    for (text, kind, message) in [
        (
            "trên 24,5 tỷ USD",
            ErrorKind::Qualified,
            "expected one exact amount, \"trên 24,5 tỷ USD\" is not one at bytes 0..19",
        ),
        (
            "3-5 triệu USD",
            ErrorKind::Qualified,
            "expected one exact amount, \"3-5 triệu USD\" is not one at bytes 0..15",
        ),
        (
            "hàng tỷ đồng",
            ErrorKind::Qualified,
            "expected one exact amount, \"hàng tỷ đồng\" is not one at bytes 0..18",
        ),
        (
            "518 dự án",
            ErrorKind::NoCurrency,
            "expected a currency in \"518\" at bytes 0..3",
        ),
    ] {
        let error = text.parse::<Money>().unwrap_err();
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, message));
    }
    let usd: Money = "1 USD".parse().unwrap();
    let vnd: Money = "1 đồng".parse().unwrap();
    assert_eq!(
        usd.checked_add(vnd).unwrap_err().to_string(),
        "cannot add or subtract USD and VND"
    );
    let most = Money::new(Decimal::MAX, Currency::USD);
    assert_eq!(
        most.checked_add(usd).unwrap_err().to_string(),
        "the result in USD is beyond 28 exact digits"
    );
    assert_eq!(
        most.checked_add("0,5 USD".parse().unwrap()),
        Err(tinh_figures::MoneyError::Overflow(Currency::USD))
    );
    assert_eq!(
        usd.checked_sub(usd).map(|m| m.to_string()),
        Ok("0 USD".to_owned())
    );
}

#[test]
fn tables_have_rows_and_cells() {
    let table = Parser::new().layout(Layout::Table);
    let text = "1\t120\tHải Phòng\t1.250,5\n| 2 | Nam Định | 45 |\n3\t500\ttỷ đồng";
    let found: Vec<_> = table.find_iter(text).map(|m| m.as_str()).collect();
    // A cell is not joined with the next one.
    assert_eq!(found, ["120", "1.250,5", "45", "500"]);
    let money = Parser::new().default_currency(Some(Currency::VND));
    let found: Vec<_> = (money.find_iter("vé 500k cho 30 người"))
        .map(|m| m.figure().to_string())
        .collect();
    assert_eq!(found, ["500.000 VND", "30"]);
}

#[test]
fn digits_only_finds_no_words() {
    let parser = Parser::new().spoken(Spoken::Off);
    let text = "hai dự án, 3 dự án, gấp đôi, hàng trăm người, hơn 5 tỷ rưỡi";
    let found: Vec<_> = parser.find_iter(text).map(|m| m.as_str()).collect();
    assert_eq!(found, ["3", "5 tỷ rưỡi"]);
}

#[cfg(feature = "serde")]
#[test]
fn what_is_serialised_comes_back() {
    use tinh_figures::Figure;

    let money: Money = "14,65 tỷ USD".parse().unwrap();
    let json = serde_json::to_string(&money).unwrap();
    assert_eq!(json, r#"{"amount":"14650000000","currency":"USD"}"#);
    assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
    for text in [
        "hơn 5 tỷ",
        "từ 3 đến 5%",
        "hàng trăm tỷ đồng",
        "1.498 tỷ đồng",
        "thứ 8",
        "khoảng 2,5 lần",
        "39,140",
        "2/3",
        "hơn 3/4 diện tích",
        "17/19 tiêu chí",
        "thứ 8/63",
        "8,1/7,5 triệu đồng",
    ] {
        let figure: Figure = text.parse().unwrap();
        let json = serde_json::to_string(&figure).unwrap();
        let back: Figure = serde_json::from_str(&json).unwrap();
        assert_eq!(
            (back, back.alternative()),
            (figure, figure.alternative()),
            "{json}"
        );
    }
    for (json, message) in [
        (
            r#"{"kind":"money","qualifier":"exact","value":"5"}"#,
            "a figure has a currency exactly where its kind is money",
        ),
        (
            r#"{"kind":"number","qualifier":"range","value":"5"}"#,
            "a figure of qualifier range needs lower",
        ),
        (
            r#"{"kind":"number","qualifier":"exact","value":"5","lower":"4"}"#,
            "lower does not agree with value and qualifier",
        ),
    ] {
        let error = serde_json::from_str::<Figure>(json)
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(message), "{error}");
    }
}
