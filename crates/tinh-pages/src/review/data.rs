//! The content of a review page, as plain data.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Articles with their drafts, ready to be made into a page.
///
/// ```
/// use tinh_pages::Language;
/// use tinh_pages::review::{Article, Review};
/// let article = Article::new("Hải Phòng hội nhập", "Hải Phòng có 982 dự án FDI.")
///     .unattached(16..19, "no word that says what it measures");
/// let html = Review::new("Duyệt bản nháp").article(article).html(Language::Vietnamese)?;
/// assert!(html.contains("Hải Phòng hội nhập"));
/// # Ok::<(), tinh_pages::review::ReviewError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Review {
    /// The title of the page.
    pub title: String,
    /// The articles, in the order they are shown.
    pub articles: Vec<Article>,
    /// Values a field may be corrected to besides its own alternatives, by the
    /// name that [`Field::list`] gives: all provinces, all measures.
    pub lists: BTreeMap<String, Vec<Choice>>,
}

impl Review {
    /// Creates a review without articles.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// Adds an article.
    #[must_use]
    pub fn article(mut self, article: Article) -> Self {
        self.articles.push(article);
        self
    }

    /// Adds a list of values that fields refer to by its name.
    #[must_use]
    pub fn list(mut self, name: impl Into<String>, choices: Vec<Choice>) -> Self {
        self.lists.insert(name.into(), choices);
        self
    }
}

/// One article: its text, what is marked in it, and the drafts it gave.
///
/// ```
/// use tinh_pages::review::{Article, MarkKind};
/// let article = Article::new("Hải Phòng", "Hải Phòng: 982 dự án").mark(0..12, MarkKind::Place);
/// assert_eq!(article.marks.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Article {
    /// The title shown above the text.
    pub title: String,
    /// The text; every range is of its bytes.
    pub text: String,
    /// Its marks.
    pub marks: Vec<Mark>,
    /// The drafts, in the order they are shown.
    pub drafts: Vec<Draft>,
    /// Figures that became no draft, and why.
    pub unattached: Vec<Unattached>,
    /// Lines the saved file begins with once a draft of the article is
    /// accepted: its source, measures it declares.
    pub lines: Vec<Value>,
}

impl Article {
    /// Creates an article without marks or drafts.
    #[must_use]
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            text: text.into(),
            ..Self::default()
        }
    }

    /// Marks bytes of the text.
    #[must_use]
    pub fn mark(mut self, span: Range<usize>, kind: MarkKind) -> Self {
        self.marks.push(Mark { span, kind });
        self
    }

    /// Adds a draft.
    #[must_use]
    pub fn draft(mut self, draft: Draft) -> Self {
        self.drafts.push(draft);
        self
    }

    /// Adds a figure that became no draft.
    #[must_use]
    pub fn unattached(mut self, span: Range<usize>, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        self.unattached.push(Unattached { span, reason });
        self
    }

    /// Adds a line the saved file begins with.
    #[must_use]
    pub fn line(mut self, line: Value) -> Self {
        self.lines.push(line);
        self
    }
}

/// Something marked in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mark {
    /// Its bytes.
    pub span: Range<usize>,
    /// The kind.
    pub kind: MarkKind,
}

/// The kind of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MarkKind {
    /// A number or an amount.
    Figure,
    /// A province, a country, a locality.
    Place,
    /// A date or a period.
    Date,
    /// An organisation, a company, a person.
    Name,
}

/// A figure that became no draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unattached {
    /// Its bytes.
    pub span: Range<usize>,
    /// Why, in the language of the page.
    pub reason: String,
}

/// One drafted claim.
///
/// ```
/// use tinh_pages::review::{Article, Draft, Field, Grade, Review};
/// use tinh_pages::serde_json::{Map, json};
/// let text = "Hải Phòng: 982 dự án";
/// let claim = Map::from_iter([("id".to_owned(), json!("hp-1"))]);
/// let draft = Draft::new("982 dự án", claim).resting_on(14..17);
/// let article = Article::new("Hải Phòng", text).draft(draft);
/// let html = Review::new("Duyệt").article(article).html(tinh_pages::Language::Vietnamese)?;
/// assert!(html.contains("982 dự án"));
/// # Ok::<(), tinh_pages::review::ReviewError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Draft {
    /// The heading on the page: the figure as printed, the event.
    pub heading: String,
    /// The line of JSON that is saved when it is accepted. Its `id` is unique.
    pub claim: Map<String, Value>,
    /// The fields set in the line on acceptance: `{"review": "accepted"}`.
    pub on_accept: Map<String, Value>,
    /// The bytes the whole rests on.
    pub evidence: Vec<Range<usize>>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The checks of it.
    pub checks: Vec<Check>,
}

impl Draft {
    /// Creates a draft without fields.
    #[must_use]
    pub fn new(heading: impl Into<String>, claim: Map<String, Value>) -> Self {
        Self {
            heading: heading.into(),
            claim,
            on_accept: Map::new(),
            evidence: Vec::new(),
            fields: Vec::new(),
            checks: Vec::new(),
        }
    }

    /// Adds bytes it rests on.
    #[must_use]
    pub fn resting_on(mut self, span: Range<usize>) -> Self {
        self.evidence.push(span);
        self
    }

    /// Adds a field.
    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// Sets a key of the line on acceptance; `null` removes it.
    #[must_use]
    pub fn on_accept(mut self, key: impl Into<String>, value: Value) -> Self {
        self.on_accept.insert(key.into(), value);
        self
    }

    /// Adds the outcome of a comparison with other figures.
    #[must_use]
    pub fn check(mut self, verdict: Verdict, text: impl Into<String>) -> Self {
        let text = text.into();
        self.checks.push(Check { verdict, text });
        self
    }
}

/// One field of a draft: its value in words, what it rests on, and what it may
/// be corrected to.
///
/// ```
/// use tinh_pages::review::{Choice, Field, Grade};
/// use serde_json::json;
/// // The place the draft proposes, the words it rests on, and another reading.
/// let place = Field::new("place", "Địa phương", "Hải Phòng", Grade::Inherited)
///     .resting_on(0..12)
///     .or(Choice::new("Hải Dương", [("place", json!("hai-duong"))]));
/// assert_eq!(place.choices.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Field {
    /// Its name in the data: `place`.
    pub name: String,
    /// Its name on the page: *Địa phương*.
    pub label: String,
    /// Its value in words; empty where it is not known.
    pub shown: String,
    /// How firm it is.
    pub grade: Grade,
    /// The bytes it rests on.
    pub evidence: Vec<Range<usize>>,
    /// Its other readings.
    pub choices: Vec<Choice>,
    /// A list of the review to choose from as well.
    pub list: Option<String>,
    /// Whether a draft without it cannot be accepted.
    pub is_required: bool,
}

impl Field {
    /// Creates a field that rests on nothing and has no other reading.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        label: impl Into<String>,
        shown: impl Into<String>,
        grade: Grade,
    ) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            shown: shown.into(),
            grade,
            evidence: Vec::new(),
            choices: Vec::new(),
            list: None,
            is_required: false,
        }
    }

    /// Adds bytes it rests on.
    #[must_use]
    pub fn resting_on(mut self, span: Range<usize>) -> Self {
        self.evidence.push(span);
        self
    }

    /// Adds another reading.
    #[must_use]
    pub fn or(mut self, choice: Choice) -> Self {
        self.choices.push(choice);
        self
    }

    /// Offers the values of a list of the review.
    #[must_use]
    pub fn from_list(mut self, name: impl Into<String>) -> Self {
        self.list = Some(name.into());
        self
    }

    /// Whether it must be chosen before the draft can be accepted.
    pub(super) fn is_missing(&self) -> bool {
        self.is_required && self.shown.is_empty()
    }

    /// Forbids accepting a draft in which it is not known.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
}

/// A value a field may be corrected to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Choice {
    /// The value in words.
    pub shown: String,
    /// The keys of the line that it sets; `null` removes one.
    pub set: Map<String, Value>,
}

impl Choice {
    /// Creates a value from its words and the keys it sets.
    #[must_use]
    pub fn new<K: Into<String>>(
        shown: impl Into<String>,
        set: impl IntoIterator<Item = (K, Value)>,
    ) -> Self {
        Self {
            shown: shown.into(),
            set: set
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        }
    }
}

/// How firm a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Grade {
    /// Not known.
    Unknown,
    /// Taken for granted without words for it.
    Assumed,
    /// From a heading or the whole of the article.
    Inherited,
    /// From an earlier clause or sentence.
    Carried,
    /// Printed with the figure.
    Printed,
}

/// The outcome of a comparison with other figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Check {
    /// Whether they agree.
    pub verdict: Verdict,
    /// With what and by how much, in the language of the page.
    pub text: String,
}

/// Whether a draft and another figure agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// They agree, or one rounds to the other.
    Agrees,
    /// They contradict each other.
    Contradicts,
    /// They cannot be compared, or are of other dates.
    Unclear,
}
