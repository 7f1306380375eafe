//! Keys a total is broken down by.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use tinh_gazetteer::{Country, Organisation, Unit};
use tinh_model::claim::Status;
use tinh_model::{Basis, CapitalKind, Partner, Place, Sector};

use crate::error::{Error, ErrorKind};
use tinh_figures::Language;

/// A key figures are grouped by. Several keys make groups within groups.
///
/// ```
/// # use tinh_model::Dataset;
/// # use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// let answer = query().by(Key::Province).compute()?;
/// assert_eq!(answer.rows().len(), 2);
/// assert_eq!(query().by(Key::Year).compute()?.rows().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key {
    /// The province or city, as of its own date or restated to another.
    Province,
    /// The region of the unit (*vùng*) on the date the unit is meant, or on
    /// the date restated to.
    Region,
    /// The partner of figures that have one (`from Nhật Bản`, `EU`). Asks for
    /// figures of single partners; those of the whole are left out.
    Partner,
    /// The kind of partner: a country, a bloc, a company.
    PartnerKind,
    /// The country of the partner. A figure of a bloc or of a part of the
    /// world is left out: it cannot be split.
    Country,
    /// Whether the partner's country belongs to a bloc on the date of the
    /// figure. Where the bloc has a figure of its own, its members' are parts
    /// of it and are not counted again. Several blocs are several keys.
    Bloc(Organisation),
    /// The bloc the partner's country belongs to on the date of the figure, the
    /// first of the table that has it: EU, ASEAN.
    AnyBloc,
    /// Whose money: FDI, domestic, ODA. Ask for several measures.
    CapitalKind,
    /// The stage money is counted at. Ask for several measures.
    Basis,
    /// The economic sector of figures that have one; those of the whole are
    /// left out.
    Sector,
    /// The kind of an agreement, a partnership or an activity, or the
    /// direction of a mission.
    Kind,
    /// The year of the as-of date or event, or the year a flow lies in. Of
    /// stocks the newest of each place *and year* counts.
    Year,
    /// The quarter; otherwise as [`Key::Year`].
    Quarter,
    /// The month; otherwise as [`Key::Year`].
    Month,
    /// The producer of the source.
    Producer,
    /// The source.
    Source,
    /// How firm the figure is: estimated, provisional.
    Status,
}

/// The keys as `--by` takes them: `province`, `bloc`, `bloc:EU`.
impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        const SIMPLE: [Key; 16] = [
            Key::Province,
            Key::Region,
            Key::Partner,
            Key::PartnerKind,
            Key::Country,
            Key::AnyBloc,
            Key::CapitalKind,
            Key::Basis,
            Key::Sector,
            Key::Kind,
            Key::Year,
            Key::Quarter,
            Key::Month,
            Key::Producer,
            Key::Source,
            Key::Status,
        ];
        let bloc = text
            .strip_prefix("bloc:")
            .and_then(Organisation::by_acronym);
        bloc.map(Self::Bloc)
            .or_else(|| SIMPLE.into_iter().find(|key| key.kind_code() == text))
            .ok_or_else(|| {
                let keys = SIMPLE.map(|key| key.kind_code()).join(", ");
                Error::of_text(ErrorKind::Key { keys }, text)
            })
    }
}

impl Key {
    /// The code of the key, as `--by` takes it: `province`, `partner-kind`,
    /// `bloc:EU`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Bloc(bloc) => format!("bloc:{}", bloc.acronym()),
            _ => self.kind_code().to_owned(),
        }
    }

    const fn kind_code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Region => "region",
            Self::Partner => "partner",
            Self::PartnerKind => "partner-kind",
            Self::Country => "country",
            Self::Bloc(_) | Self::AnyBloc => "bloc",
            Self::CapitalKind => "capital",
            Self::Basis => "basis",
            Self::Sector => "sector",
            Self::Kind => "kind",
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Producer => "producer",
            Self::Source => "source",
            Self::Status => "status",
        }
    }

    /// Whether groups of this key are spans of time: stocks of two of them
    /// never add.
    #[must_use]
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Quarter | Self::Month)
    }

    /// Whether only figures of single partners can be grouped so.
    #[must_use]
    pub const fn is_partner(self) -> bool {
        matches!(
            self,
            Self::Partner | Self::PartnerKind | Self::Country | Self::Bloc(_) | Self::AnyBloc
        )
    }

    /// The heading of a column, in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Province => "Tỉnh, thành phố",
            Self::Region => "Vùng",
            Self::Partner => "Đối tác",
            Self::PartnerKind => "Loại đối tác",
            Self::Country => "Nước, lãnh thổ",
            Self::Bloc(_) | Self::AnyBloc => "Khối",
            Self::CapitalKind => "Loại vốn",
            Self::Basis => "Giai đoạn vốn",
            Self::Sector => "Ngành",
            Self::Kind => "Loại",
            Self::Year => "Năm",
            Self::Quarter => "Quý",
            Self::Month => "Tháng",
            Self::Producer => "Đơn vị công bố",
            Self::Source => "Nguồn",
            Self::Status => "Tình trạng",
        }
    }

    /// The heading of a column, in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Province => "Province",
            Self::Region => "Region",
            Self::Partner => "Partner",
            Self::PartnerKind => "Kind of partner",
            Self::Country => "Country",
            Self::Bloc(_) | Self::AnyBloc => "Bloc",
            Self::CapitalKind => "Capital",
            Self::Basis => "Basis",
            Self::Sector => "Sector",
            Self::Kind => "Kind",
            Self::Year => "Year",
            Self::Quarter => "Quarter",
            Self::Month => "Month",
            Self::Producer => "Producer",
            Self::Source => "Source",
            Self::Status => "Status",
        }
    }
}

/// The value of a key that the figures of a row have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Group {
    /// A province or city.
    Unit(Unit),
    /// A place that is not a unit: the nation, the sea.
    Other(&'static str),
    /// A region.
    Region(String),
    /// A producer.
    Producer(String),
    /// A year; none where it is not known.
    Year(Option<i32>),
    /// A year and a quarter, 1 to 4.
    Quarter(Option<(i32, u32)>),
    /// A year and a month.
    Month(Option<(i32, u32)>),
    /// A partner, as its text.
    Partner(String),
    /// A kind of partner: `country`, `bloc`, `company`.
    PartnerKind(&'static str),
    /// A country; none for a partner that belongs to no one country.
    Country(Option<Country>),
    /// Whether inside a bloc; none where the members of the date are not known.
    Bloc(Organisation, Option<bool>),
    /// The bloc a country is in; none for a country of none.
    AnyBloc(Option<Organisation>),
    /// A kind of capital; `None` for figures that are not capital.
    CapitalKind(Option<CapitalKind>),
    /// A stage of capital; none for what has no stage.
    Basis(Option<Basis>),
    /// A sector: its name, or the words of the source.
    Sector(String),
    /// A kind of agreement, partnership, activity or mission.
    Kind(String),
    /// The id of a source.
    Source(String),
    /// How firm.
    Status(Status),
    /// The rest of a whole, besides the groups listed.
    Rest,
}

impl Group {
    pub(crate) fn of_place(place: Place) -> Self {
        match place.unit() {
            Some(unit) => Self::Unit(unit),
            None => Self::Other(place.name()),
        }
    }

    /// The unit, where the group is one.
    #[must_use]
    pub const fn unit(&self) -> Option<Unit> {
        match self {
            Self::Unit(unit) => Some(*unit),
            _ => None,
        }
    }

    /// The id, as machines compare it: of a unit (`hai-phong`), ISO 3166-1 of a
    /// country, the code or text of anything else. `None` where it is unknown.
    ///
    /// ```
    /// use tinh_totals::Group;
    /// assert_eq!(Group::Quarter(Some((2023, 2))).id().as_deref(), Some("2023-Q2"));
    /// assert_eq!(Group::Partner("Nhật Bản".to_owned()).id().as_deref(), Some("JP"));
    /// assert_eq!(Group::Year(None).id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<String> {
        match self {
            Self::Unit(unit) => Some(unit.id().as_str().to_owned()),
            Self::Country(country) => country.map(|country| country.alpha2().to_owned()),
            Self::Partner(name) => Some(match name.parse() {
                Ok(Partner::Country(country, _)) => country.alpha2().to_owned(),
                _ => name.clone(),
            }),
            Self::Year(None) | Self::Quarter(None) | Self::Month(None) => None,
            Self::AnyBloc(None) | Self::CapitalKind(None) | Self::Basis(None) => None,
            Self::Bloc(_, None) => None,
            Self::Bloc(bloc, Some(inside)) => {
                let acronym = bloc.acronym();
                Some(if *inside {
                    acronym.to_owned()
                } else {
                    format!("outside {acronym}")
                })
            }
            Self::Rest => Some("rest".to_owned()),
            other => Some(other.to_string()),
        }
    }

    /// The codes of a unit, country or sector, by name: `gso`, `iso_3166_2`,
    /// `iso_3166_1`, `vsic`.
    #[must_use]
    pub fn codes(&self) -> Vec<(&'static str, String)> {
        let mut codes = Vec::new();
        match self {
            Self::Unit(unit) => {
                codes.push(("gso", unit.gso_code().to_owned()));
                codes.extend(
                    unit.iso_3166_2()
                        .map(|code| ("iso_3166_2", code.to_owned())),
                );
            }
            Self::Country(Some(country)) => codes.push(("iso_3166_1", country.alpha2().to_owned())),
            Self::Partner(name) => {
                if let Ok(Partner::Country(country, _)) = name.parse() {
                    codes.push(("iso_3166_1", country.alpha2().to_owned()));
                }
            }
            Self::Sector(name) => {
                let code = Sector::new(name.as_str()).code();
                codes.extend(code.map(|code| ("vsic", code.to_owned())));
            }
            _ => {}
        }
        codes
    }

    /// The name shown.
    #[must_use]
    pub fn name(&self) -> String {
        self.to_string()
    }

    /// The name shown in a language: what has no name of its own is described
    /// (*không rõ năm*), and sectors of the table are translated; codes and the
    /// names of places, countries and partners are as they are.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let said =
            |vietnamese: &str, english: &str| language.choose(vietnamese, english).to_owned();
        match self {
            Self::Unit(unit) => unit.name().to_owned(),
            Self::Other(name) | Self::PartnerKind(name) => (*name).to_owned(),
            Self::Region(name)
            | Self::Producer(name)
            | Self::Partner(name)
            | Self::Kind(name)
            | Self::Source(name) => name.clone(),
            Self::Sector(name) => Sector::new(name.as_str()).name_in(language).to_owned(),
            Self::Year(Some(year)) => year.to_string(),
            Self::Year(None) => said("không rõ năm", "year unknown"),
            Self::Quarter(Some((year, quarter))) => format!("{year}-Q{quarter}"),
            Self::Quarter(None) => said("không rõ quý", "quarter unknown"),
            Self::Month(Some((year, month))) => format!("{year}-{month:02}"),
            Self::Month(None) => said("không rõ tháng", "month unknown"),
            Self::Country(Some(country)) => country.name().to_owned(),
            Self::Country(None) => said("không thuộc một nước", "no one country"),
            Self::Bloc(bloc, inside) => {
                let name = bloc.acronym();
                match (inside, language) {
                    (Some(true), _) => name.to_owned(),
                    (Some(false), Language::Vietnamese) => format!("ngoài {name}"),
                    (Some(false), _) => format!("outside {name}"),
                    (None, Language::Vietnamese) => format!("không rõ thuộc {name} hay không"),
                    (None, _) => format!("{name} or not"),
                }
            }
            Self::AnyBloc(Some(bloc)) => bloc.acronym().to_owned(),
            Self::AnyBloc(None) => said("không thuộc khối nào", "of no bloc"),
            Self::CapitalKind(Some(kind)) => kind.code().to_owned(),
            Self::Basis(Some(basis)) => basis.code().to_owned(),
            Self::CapitalKind(None) | Self::Basis(None) => said("không phải vốn", "no capital"),
            Self::Status(status) => status.code().to_owned(),
            Self::Rest => said("phần còn lại", "the rest"),
        }
    }
}

/// Words are in English, names as they are.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(unit) => f.write_str(unit.name()),
            Self::Sector(name) => f.write_str(name),
            Self::Year(Some(year)) => write!(f, "{year}"),
            _ => f.write_str(&self.in_language(Language::English)),
        }
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The kind of a partner, as one word.
pub(crate) const fn partner_kind(partner: &Partner) -> &'static str {
    match partner {
        Partner::Country(..) => "country",
        Partner::Bloc(_) => "bloc",
        Partner::WorldRegion(_) => "world region",
        Partner::Locality { .. } => "locality",
        Partner::Organisation(_) => "organisation",
        Partner::CityNetwork(_) => "network",
        Partner::TradeAgreement(_) => "trade agreement",
        Partner::Company { .. } => "company",
        Partner::OverseasOffice { .. } => "overseas office",
        Partner::Domestic(_) => "domestic",
        Partner::Diaspora(_) => "diaspora",
        _ => "other",
    }
}
