//! Those a province deals with.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, de};
use tinh_gazetteer::{Country, Organisation};

use crate::error::{Error, ErrorKind};
use crate::figure::PrintedFigure;
use crate::words;

/// A partner of a province, by kind.
///
/// In files a country may be written as its name or code (`"Nhật Bản"`,
/// `"JP"`); every partner may be written as an object:
///
/// ```
/// use tinh_model::Partner;
/// let country: Partner = serde_json::from_str("\"Cô-oét\"")?;
/// assert_eq!(country.country().map(|c| c.alpha2()), Some("KW"));
///
/// let locality: Partner = serde_json::from_str(
///     r#"{"locality": "Niigata", "level": "tỉnh", "country": "JP"}"#)?;
/// assert_eq!(locality.to_string(), "tỉnh Niigata (Nhật Bản)");
///
/// let error = serde_json::from_str::<Partner>(r#"{"locality": "Tula"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("a locality needs its country"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "RawPartner")]
#[non_exhaustive]
pub enum Partner {
    /// A country, and how it was printed where that differs from its name.
    Country(Country, Option<String>),
    /// A bloc of countries (EU, ASEAN).
    Bloc(Organisation),
    /// A part of the world (*Trung Đông*, *châu Âu*).
    WorldRegion(String),
    /// A province, state or city of a country.
    Locality {
        /// Its name.
        name: String,
        /// The word before it as printed (*tỉnh*, *TP*).
        level: Option<String>,
        /// Its country.
        country: Country,
        /// How the country was printed where that differs from its name.
        country_printed: Option<String>,
    },
    /// An international organisation (ADB, UNESCO).
    Organisation(String),
    /// A network of cities (CityNet).
    CityNetwork(String),
    /// A free trade agreement; national, never a province's own.
    TradeAgreement(String),
    /// A company, with the country of its parent where stated.
    Company {
        /// Its name as printed.
        name: String,
        /// The country of its parent.
        home: Option<Country>,
    },
    /// A Vietnamese office abroad (*Thương vụ*): a Vietnamese body, the
    /// country is its market.
    OverseasOffice {
        /// Its name, as printed.
        name: String,
        /// The country it sits in.
        host: Option<Country>,
    },
    /// A Vietnamese body (*Bộ Ngoại giao*, another province, a company).
    Domestic(String),
    /// Vietnamese abroad (*kiều bào*).
    Diaspora(Option<Country>),
    /// Named only in general (*các đối tác quốc tế*).
    Unnamed(String),
}

impl Partner {
    /// The country it is or belongs to. The host of a Vietnamese office is its
    /// market, not its country, and counts here as no country.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        match self {
            Self::Country(country, _) | Self::Locality { country, .. } => Some(*country),
            Self::Company { home, .. } => *home,
            _ => None,
        }
    }
}

/// The name or the code of a country, as in files.
///
/// ```
/// use tinh_model::Partner;
/// let partner: Partner = "Hoa Kỳ".parse()?;
/// assert_eq!(partner.country().map(|c| c.alpha2()), Some("US"));
/// assert_eq!("Atlantis".parse::<Partner>().unwrap_err().text(), "Atlantis");
/// # Ok::<(), tinh_model::Error>(())
/// ```
impl FromStr for Partner {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let country = country_of(text)?;
        Ok(Self::Country(country, printed_if_other(text, country)))
    }
}

impl From<Country> for Partner {
    fn from(country: Country) -> Self {
        Self::Country(country, None)
    }
}

impl fmt::Display for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(country, _) => write!(f, "{country}"),
            Self::Bloc(bloc) => f.write_str(bloc.acronym()),
            Self::Locality {
                name,
                level,
                country,
                ..
            } => match level {
                Some(level) => write!(f, "{level} {name} ({country})"),
                None => write!(f, "{name} ({country})"),
            },
            Self::Company {
                name,
                home: Some(home),
            } => write!(f, "{name} ({home})"),
            Self::OverseasOffice {
                name,
                host: Some(host),
            } => write!(f, "{name} ({host})"),
            Self::Diaspora(Some(host)) => write!(f, "kiều bào ({host})"),
            Self::Diaspora(None) => f.write_str("kiều bào"),
            Self::WorldRegion(name)
            | Self::Organisation(name)
            | Self::CityNetwork(name)
            | Self::TradeAgreement(name)
            | Self::Company { name, .. }
            | Self::OverseasOffice { name, .. }
            | Self::Domestic(name)
            | Self::Unnamed(name) => f.write_str(name),
        }
    }
}

/// The forms a partner takes in a file.
#[derive(Serialize)]
#[serde(untagged)]
enum RawPartner {
    Text(String),
    Object(Box<PartnerFields>),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PartnerFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bloc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trade_agreement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domestic: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    diaspora: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unnamed: Option<String>,
}

fn country_of(text: &str) -> Result<Country, Error> {
    if text.len() == 2
        && let Some(country) = Country::from_alpha2(text)
    {
        return Ok(country);
    }
    Country::by_name(text).map_err(|error| Error::new(ErrorKind::Country(error), text))
}

/// How a country was printed, where its present name does not say so already.
fn printed_if_other(text: &str, country: Country) -> Option<String> {
    (text != country.name() && text != country.alpha2()).then(|| text.to_owned())
}

impl TryFrom<RawPartner> for Partner {
    type Error = Error;

    fn try_from(raw: RawPartner) -> Result<Self, Error> {
        let fields = match raw {
            RawPartner::Text(text) => return text.parse(),
            RawPartner::Object(fields) => *fields,
        };
        // A field that means nothing beside the others is refused, not dropped.
        let is_locality = fields.locality.is_some();
        let takes_country = is_locality
            || fields.company.is_some()
            || fields.office.is_some()
            || fields.diaspora == Some(true);
        let others = [
            &fields.bloc,
            &fields.region,
            &fields.organisation,
            &fields.network,
            &fields.trade_agreement,
            &fields.domestic,
            &fields.unnamed,
        ];
        let is_other = others.into_iter().any(Option::is_some);
        let stray = [
            ("level", fields.level.is_some() && !is_locality),
            (
                "printed",
                fields.printed.is_some()
                    && !is_locality
                    && (takes_country || is_other || fields.country.is_none()),
            ),
            ("country", fields.country.is_some() && is_other),
            ("diaspora", fields.diaspora == Some(false)),
        ];
        if let Some((field, _)) = stray.into_iter().find(|(_, is_stray)| *is_stray) {
            return Err(Error::new(ErrorKind::MeansNothing, field));
        }
        let country = fields.country.as_deref().map(country_of).transpose()?;
        let printed = fields.printed.or_else(|| {
            fields
                .country
                .as_deref()
                .and_then(|text| printed_if_other(text, country?))
        });
        let mut found = Vec::new();
        if let Some(name) = fields.locality {
            let Some(country) = country else {
                return Err(Error::new(ErrorKind::LocalityWithoutCountry, &name));
            };
            found.push(Self::Locality {
                name,
                level: fields.level,
                country,
                country_printed: printed.clone(),
            });
        }
        found.extend(fields.company.map(|name| Self::Company {
            name,
            home: country,
        }));
        found.extend(fields.office.map(|name| Self::OverseasOffice {
            name,
            host: country,
        }));
        if fields.diaspora == Some(true) {
            found.push(Self::Diaspora(country));
        }
        if let Some(name) = fields.bloc {
            let bloc = Organisation::by_acronym(&name)
                .ok_or_else(|| Error::new(ErrorKind::UnknownBloc, &name))?;
            found.push(Self::Bloc(bloc));
        }
        found.extend(fields.region.map(Self::WorldRegion));
        found.extend(fields.organisation.map(Self::Organisation));
        found.extend(fields.network.map(Self::CityNetwork));
        found.extend(fields.trade_agreement.map(Self::TradeAgreement));
        found.extend(fields.domestic.map(Self::Domestic));
        found.extend(fields.unnamed.map(Self::Unnamed));
        if found.is_empty()
            && let Some(country) = country
        {
            found.push(Self::Country(country, printed));
        }
        match (found.pop(), found.is_empty()) {
            (Some(partner), true) => Ok(partner),
            _ => Err(Error::new(ErrorKind::NotOnePartner, "")),
        }
    }
}

// Written out rather than derived as an untagged enum, which would hide the
// reason behind "data did not match any variant".
impl<'de> Deserialize<'de> for Partner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PartnerVisitor;
        impl<'de> de::Visitor<'de> for PartnerVisitor {
            type Value = Partner;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&words::A_PARTNER, f)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Partner, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Partner, A::Error> {
                let fields = PartnerFields::deserialize(MapAccessDeserializer::new(map))?;
                RawPartner::Object(Box::new(fields))
                    .try_into()
                    .map_err(de::Error::custom)
            }
        }
        deserializer.deserialize_any(PartnerVisitor)
    }
}

impl From<Partner> for RawPartner {
    fn from(partner: Partner) -> Self {
        let mut fields = PartnerFields::default();
        let code = |country: Country| Some(country.alpha2().to_owned());
        match partner {
            Partner::Country(country, None) => return Self::Text(country.alpha2().to_owned()),
            Partner::Country(country, printed) => {
                fields.country = code(country);
                fields.printed = printed;
            }
            Partner::Bloc(bloc) => fields.bloc = Some(bloc.acronym().to_owned()),
            Partner::WorldRegion(name) => fields.region = Some(name),
            Partner::Locality {
                name,
                level,
                country,
                country_printed,
            } => {
                fields.locality = Some(name);
                fields.level = level;
                fields.country = code(country);
                fields.printed = country_printed;
            }
            Partner::Organisation(name) => fields.organisation = Some(name),
            Partner::CityNetwork(name) => fields.network = Some(name),
            Partner::TradeAgreement(name) => fields.trade_agreement = Some(name),
            Partner::Company { name, home } => {
                fields.company = Some(name);
                fields.country = home.and_then(code);
            }
            Partner::OverseasOffice { name, host } => {
                fields.office = Some(name);
                fields.country = host.and_then(code);
            }
            Partner::Domestic(name) => fields.domestic = Some(name),
            Partner::Diaspora(host) => {
                fields.diaspora = Some(true);
                fields.country = host.and_then(code);
            }
            Partner::Unnamed(name) => fields.unnamed = Some(name),
        }
        Self::Object(Box::new(fields))
    }
}

/// Partners as listed: those named, whether the list was open (`…`, *như*),
/// and the number printed for the whole, which may exceed the names.
///
/// In files a closed list is a plain array; otherwise
/// `{"named": […], "open": true, "total": "26 địa phương"}`.
///
/// ```
/// use tinh_model::PartnerList;
/// let list: PartnerList =
///     serde_json::from_str(r#"{"named": ["Anh", "Pháp", "Bỉ"], "open": true}"#)?;
/// assert_eq!(list.countries().count(), 3);
/// assert!(list.is_open());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "RawPartnerList")]
pub struct PartnerList {
    named: Vec<Partner>,
    open: bool,
    total: Option<PrintedFigure>,
}

impl PartnerList {
    /// A list that names everyone.
    #[must_use]
    pub fn closed(named: Vec<Partner>) -> Self {
        Self {
            named,
            ..Self::default()
        }
    }

    /// A list that says there are more.
    #[must_use]
    pub fn open(named: Vec<Partner>, total: Option<PrintedFigure>) -> Self {
        Self {
            named,
            open: true,
            total,
        }
    }

    /// Those named.
    #[must_use]
    pub fn named(&self) -> &[Partner] {
        &self.named
    }

    /// Whether there are more than those named.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// The number printed for the whole list.
    #[must_use]
    pub fn total(&self) -> Option<&PrintedFigure> {
        self.total.as_ref()
    }

    /// Whether nobody is named and no number given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty() && self.total.is_none()
    }

    /// Whether there is nothing to write: closed, nobody named, no number.
    pub(crate) fn is_absent(&self) -> bool {
        self.is_empty() && !self.open
    }

    /// The countries of those named, once each, in the order listed.
    pub fn countries(&self) -> impl Iterator<Item = Country> {
        let mut seen = HashSet::new();
        self.named
            .iter()
            .filter_map(Partner::country)
            .filter(move |country| seen.insert(*country))
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum RawPartnerList {
    Closed(Vec<Partner>),
    Full(FullPartnerList),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FullPartnerList {
    #[serde(default)]
    named: Vec<Partner>,
    #[serde(default)]
    open: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total: Option<PrintedFigure>,
}

impl<'de> Deserialize<'de> for PartnerList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor;
        impl<'de> de::Visitor<'de> for ListVisitor {
            type Value = PartnerList;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&words::PARTNERS, f)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<PartnerList, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(PartnerList::closed)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<PartnerList, A::Error> {
                let full = FullPartnerList::deserialize(MapAccessDeserializer::new(map))?;
                Ok(PartnerList {
                    named: full.named,
                    open: full.open,
                    total: full.total,
                })
            }
        }
        deserializer.deserialize_any(ListVisitor)
    }
}

impl From<PartnerList> for RawPartnerList {
    fn from(list: PartnerList) -> Self {
        if list.open || list.total.is_some() {
            Self::Full(FullPartnerList {
                named: list.named,
                open: list.open,
                total: list.total,
            })
        } else {
            Self::Closed(list.named)
        }
    }
}
