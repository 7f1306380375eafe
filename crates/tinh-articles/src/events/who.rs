//! Who takes part: provinces, countries, localities abroad, bodies.

use tinh_gazetteer::UnitId;

use super::Party;

/// Who somebody acts for.
#[derive(Clone, Debug)]
pub(super) enum Who {
    Province(UnitId),
    /// By ISO code.
    Country(&'static str),
    /// A locality of another country, and that country where it is known.
    Locality(String, Option<&'static str>),
    /// A body by its printed name, its country where that is printed.
    Organisation(String, Option<&'static str>),
    /// Ground inside a province: a place, nobody who acts.
    Settlement(String),
}

/// Of localities and bodies the name decides: their country is not always printed.
impl PartialEq for Who {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Province(a), Self::Province(b)) => a == b,
            (Self::Country(a), Self::Country(b)) => a == b,
            (Self::Locality(a, _), Self::Locality(b, _))
            | (Self::Organisation(a, _), Self::Organisation(b, _))
            | (Self::Settlement(a), Self::Settlement(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Who {}

impl Who {
    pub(super) fn party(&self) -> Party {
        match self {
            Self::Province(id) => Party::Province {
                id: id.as_str().to_owned(),
                name: id.name().to_owned(),
            },
            Self::Country(code) => Party::Country {
                code: (*code).to_owned(),
            },
            Self::Locality(name, country) => Party::Locality {
                name: name.clone(),
                country: country.map(str::to_owned),
            },
            Self::Organisation(name, _) | Self::Settlement(name) => {
                Party::Organisation { name: name.clone() }
            }
        }
    }

    /// Adds one to parties that lack it. The country of a locality is not repeated:
    /// `3 tỉnh của Campuchia gồm A, B`.
    pub(super) fn join(self, parties: &mut Vec<Self>) {
        if let Self::Locality(_, Some(country)) = &self {
            parties.retain(|p| *p != Self::Country(country));
        }
        let is_of = |p: &Self| matches!((p, &self), (Self::Locality(_, Some(own)), Self::Country(code)) if own == code);
        if !parties.iter().any(is_of) && !parties.contains(&self) {
            parties.push(self);
        }
    }

    /// Whether a traveller comes from abroad: a body with a name in plain letters
    /// is taken for one.
    pub(super) fn comes_from_abroad(&self) -> bool {
        match self {
            Self::Organisation(name, None) => {
                let mut names = name.split(' ').skip(2).peekable();
                names.peek().is_some()
                    && names.all(|word| word.is_ascii() && word.starts_with(char::is_uppercase))
            }
            other => other.is_foreign() == Some(true),
        }
    }

    /// Whether it is of another country; none where that is not known.
    pub(super) fn is_foreign(&self) -> Option<bool> {
        match self {
            Self::Province(_) | Self::Settlement(_) => Some(false),
            Self::Country(code) => Some(*code != "VN"),
            Self::Locality(..) => Some(true),
            Self::Organisation(_, country) => country.map(|code| code != "VN"),
        }
    }
}
