//! The error of this crate.

#[rustfmt::skip]
mod rules;

pub use rules::Rule;

use std::fmt;
use std::ops::Range;

use tinh_figures::{Bilingual, Language};

/// The kind of an error, without the place.
///
/// ```
/// use tinh_model::Measure;
/// let error = "fdi.registred".parse::<Measure>().unwrap_err();
/// assert!(error.to_string().contains("fdi.registered"), "{error}"); // the nearest code
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not a date, whole or partial.
    Date,
    /// The text is not a period.
    Period,
    /// A period whose last day is before its first.
    PeriodEndsBeforeStart,
    /// The text is the code of no measure, built-in or declared.
    UnknownMeasure {
        /// The codes most like it, at most three.
        nearest: Vec<String>,
    },
    /// The id of a source or a claim, or the code of a measure, is taken already:
    /// by which kind of thing.
    Taken(Taken),
    /// No source has the id a claim names.
    UnknownSource,
    /// The text names no figure.
    Figure(tinh_figures::Error),
    /// The text names no country.
    Country(tinh_gazetteer::LookupError),
    /// The text names no bloc or organisation of the gazetteer.
    UnknownBloc,
    /// A foreign locality without its country.
    LocalityWithoutCountry,
    /// A field that says nothing of a partner of this kind.
    MeansNothing,
    /// The fields describe no partner, or more than one.
    NotOnePartner,
    /// A place that does not exist, or not on its date.
    Place(tinh_gazetteer::LookupError),
    /// A place is a unit with a date, and nothing says which date.
    PlaceWithoutDate,
    /// The text names no unit of a plain value.
    Unit,
    /// The noun of a figure is that of another measure.
    Noun {
        /// The nouns of the measure.
        expected: String,
    },
    /// A plain value is not what was printed.
    PrintedOtherwise,
    /// The text is one of a closed set of codes, and none of them: which they
    /// are, with commas between them.
    Code(String),
    /// A rule over several fields does not hold.
    Rule(Rule),
    /// A field is missing.
    MissingField,
    /// A field that a record of this kind has not.
    UnknownField {
        /// The word after `type` of the record; empty for an object within one.
        of: String,
        /// The fields it has.
        expected: String,
    },
    /// A value that the field cannot have: no text, no array, no object.
    WrongType {
        /// What it may be.
        expected: Bilingual,
    },
    /// What the reader of a file or of a nested text says.
    Told(Bilingual),
}

/// The kind of thing an id or a code belongs to already.
///
/// ```
/// use tinh_model::{Dataset, ErrorKind, Source, Taken};
///
/// let mut data = Dataset::new();
/// data.add_source(Source::new("tg", "Hải Phòng hội nhập"))?;
/// let error = data.add_source(Source::new("tg", "Một bài khác")).unwrap_err();
/// assert_eq!(*error.kind(), ErrorKind::Taken(Taken::Source));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Taken {
    /// A source.
    Source,
    /// A claim.
    Claim,
    /// A measure.
    Measure,
}

impl ErrorKind {
    /// The message in a language, without the text it is about.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let (vietnamese, english) = match self {
            Self::Date => (
                "cần một ngày, ví dụ 2023-11-25, 2023-11 hoặc tháng 11/2023",
                "expected a date such as 2023-11-25, 2023-11 or tháng 11/2023",
            ),
            Self::Period => (
                "cần một kỳ, ví dụ 2023, 2023-01/2023-09 hoặc 9 tháng năm 2023",
                "expected a period such as 2023, 2023-01/2023-09 or 9 tháng năm 2023",
            ),
            Self::PeriodEndsBeforeStart => (
                "một kỳ không thể kết thúc trước khi bắt đầu",
                "a period cannot end before it starts",
            ),
            Self::MissingField => ("thiếu trường", "missing field"),
            Self::UnknownField { .. } => ("không có trường", "unknown field"),
            Self::UnknownMeasure { .. } => ("không có chỉ tiêu", "unknown measure"),
            Self::Taken(_) => ("đã được định nghĩa", "was defined before"),
            Self::UnknownSource => ("không có nguồn", "unknown source"),
            Self::Country(_) => ("cần một quốc gia", "expected a country"),
            Self::UnknownBloc => ("không có khối hoặc tổ chức", "unknown bloc"),
            Self::LocalityWithoutCountry => (
                "một địa phương cần có quốc gia của nó",
                "a locality needs its country",
            ),
            Self::MeansNothing => (
                "không có nghĩa với đối tác này",
                "means nothing for this partner",
            ),
            Self::NotOnePartner => (
                "một đối tác là đúng một trong country, bloc, region, locality, organisation, \
                 network, trade_agreement, company, office, domestic, diaspora, unnamed",
                "a partner is exactly one of country, bloc, region, locality, organisation, \
                 network, trade_agreement, company, office, domestic, diaspora, unnamed",
            ),
            Self::Place(_) => ("cần một địa phương", "expected a place"),
            Self::PlaceWithoutDate => (
                "một địa phương cần có ngày: hãy ghi place_on, as_of, period hoặc nguồn có ngày",
                "a place needs a date: give place_on, as_of, period or a dated source",
            ),
            Self::Unit => (
                "cần đơn vị là một mã ISO 4217, % hoặc lần",
                "expected an ISO 4217 code, % or lần as a unit",
            ),
            Self::PrintedOtherwise => (
                "cần văn bản nói đúng giá trị",
                "expected a text that says its value",
            ),
            Self::Figure(error) => return error.in_language(language),
            Self::Noun { expected } => {
                return format!(
                    "{} {expected}",
                    language.choose("cần một số đếm của", "expected a number of")
                );
            }
            Self::Code(codes) => {
                return format!(
                    "{} {codes}",
                    language.choose("cần một trong", "expected one of")
                );
            }
            Self::Rule(rule) => return rule.message(language).to_owned(),
            Self::WrongType { expected } => {
                let expected = expected.in_language(language);
                return format!("{} {expected}", language.choose("cần", "expected"));
            }
            Self::Told(words) => return words.in_language(language).to_owned(),
        };
        language.choose(vietnamese, english).to_owned()
    }
}

/// The message in English; [`in_language`](ErrorKind::in_language) has
/// the words of either language.
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

/// An error: its kind, the field and the text it is about.
///
/// ```
/// use tinh_model::time::PartialDate;
/// use tinh_model::tinh_figures::Language;
/// let error = "31/02/2023".parse::<PartialDate>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "expected a date such as 2023-11-25, 2023-11 or tháng 11/2023, found \"31/02/2023\"",
/// );
/// assert!(error.in_language(Language::Vietnamese).starts_with("cần một ngày"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    field: &'static str,
    text: String,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, text: &str) -> Self {
        Self {
            kind,
            field: "",
            text: text.to_owned(),
        }
    }

    /// A broken rule over the fields of a record.
    pub(crate) fn rule(rule: Rule, field: &'static str) -> Self {
        Self::new(ErrorKind::Rule(rule), "").in_field(field)
    }

    /// What the reader of a file says.
    pub(crate) fn told(words: Bilingual) -> Self {
        Self::new(ErrorKind::Told(words), "")
    }

    pub(crate) fn in_field(mut self, field: &'static str) -> Self {
        self.field = field;
        self
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The field of the record it is about, empty where it is about none or
    /// about all.
    #[must_use]
    pub fn field(&self) -> &str {
        self.field
    }

    /// The bytes of [`text`](Self::text) in error: all of it,
    /// unless the reader of the figure knows better.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        match &self.kind {
            ErrorKind::Figure(error) => error.span(),
            _ => 0..self.text.len(),
        }
    }

    /// The text it is about, as the user wrote it; empty for a rule over
    /// several fields.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole of it in a language, the field before it.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let words = self.words(language);
        match self.field {
            "" => words,
            field => format!("{field}: {words}"),
        }
    }

    /// The same without the field.
    pub(crate) fn words(&self, language: Language) -> String {
        let kind = self.kind.in_language(language);
        let text = &self.text;
        match &self.kind {
            // Their own messages quote the text already.
            ErrorKind::Figure(error) if language == Language::English => error.to_string(),
            ErrorKind::Figure(_) | ErrorKind::Told(_) => kind,
            ErrorKind::Country(error) | ErrorKind::Place(error) => match language {
                Language::English => error.to_string(),
                _ => error.vietnamese().to_string(),
            },
            ErrorKind::Taken(what) => {
                let what = match what {
                    Taken::Source => language.choose("nguồn", "source"),
                    Taken::Claim => language.choose("tuyên bố", "claim"),
                    Taken::Measure => language.choose("chỉ tiêu", "measure"),
                };
                format!("{what} {text:?} {kind}")
            }
            ErrorKind::UnknownSource | ErrorKind::UnknownBloc | ErrorKind::MissingField => {
                format!("{kind} {text:?}")
            }
            ErrorKind::UnknownField { of, expected } => {
                let record = match of.as_str() {
                    "" => String::new(),
                    "source" => language.choose(" của một nguồn", " of a source").to_owned(),
                    of => language.choose(
                        format!(" của một tuyên bố loại {of}"),
                        format!(" of a claim of type {of}"),
                    ),
                };
                let wanted = language.choose("cần một trong", "expected");
                format!("{kind} {text:?}{record}, {wanted} {expected}")
            }
            ErrorKind::LocalityWithoutCountry => format!("{kind}: {text:?}"),
            ErrorKind::MeansNothing => format!("{text} {kind}"),
            ErrorKind::UnknownMeasure { nearest } => {
                let near = match nearest.join(", ") {
                    codes if codes.is_empty() => codes,
                    codes => format!(
                        ", {} {codes}",
                        language.choose("gần nhất là", "the nearest are")
                    ),
                };
                let declares = language.choose("khai báo nó", "declares one");
                let a_line = language.choose("dòng", "a line");
                let line = format!("{{\"type\":\"measure\",\"code\":{text:?},…}}");
                format!("{kind} {text:?}{near}; {a_line} {line} {declares}")
            }
            _ if text.is_empty() => kind,
            _ => format!("{kind}, {} {text:?}", language.choose("gặp", "found")),
        }
    }
}

/// In English, `{:#}` in Vietnamese; [`in_language`](Error::in_language) has
/// the words of either language.
/// The language that a formatter asks for: `{:#}` is Vietnamese, as for
/// [`Bilingual`].
pub(crate) fn language_of(f: &fmt::Formatter<'_>) -> Language {
    match f.alternate() {
        true => Language::Vietnamese,
        false => Language::English,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(language_of(f)))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Figure(error) => Some(error),
            ErrorKind::Place(error) | ErrorKind::Country(error) => Some(error),
            _ => None,
        }
    }
}
