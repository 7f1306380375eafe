//! `vn_places`.

use std::fmt;

use datafusion::arrow::datatypes::Fields;
use tinh_gazetteer::{Finder, Match};

use super::Function;
use super::arguments::{DateError, Parameter, Row};
use super::settings::{self, UnknownSetting};
use crate::column::{Integer, Lists, Text, struct_column};

/// The fields of one place, as `vn_places` returns it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `start`, `end` | `BIGINT` | bytes of the text, from 0 |
/// | `text` | text | the name as written |
/// | `group` | text | `province`, `locality`, `country`, `bloc`, `agreement`, `organisation` |
/// | `id` | text | `hai-phong`, `JP`, `ADB`; null for initials that several provinces share |
/// | `name` | text | the Vietnamese name to show; null with the id |
///
/// ```
/// assert_eq!(tinh_datafusion::place_fields()[4].name(), "id");
/// ```
#[must_use]
pub fn place_fields() -> Fields {
    PlaceColumn::fields()
}

struct_column! {
    /// A column of places.
    pub(crate) struct PlaceColumn {
        start: Integer,
        end: Integer,
        text: Text,
        group: Text,
        id: Text,
        name: Text,
    }
}

impl PlaceColumn {
    fn push(&mut self, found: &Match<'_>) {
        let place = found.place();
        self.start.push_position(found.start());
        self.end.push_position(found.end());
        self.text.push(found.as_str());
        self.group.push(place.group());
        self.id.push_option(place.id());
        self.name.push_option(place.name());
        self.row();
    }
}

/// Why a text is not looked at.
#[derive(Debug)]
pub(crate) enum Reason {
    /// No date.
    Date(DateError),
    /// Words that set nothing.
    Setting(UnknownSetting),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(error) => error.fmt(f),
            Self::Setting(error) => error.fmt(f),
        }
    }
}

/// `vn_places(text [, date [, settings]])`.
#[derive(Debug)]
pub(crate) struct Places;

impl Function for Places {
    const NAME: &'static str = "vn_places";
    const TRY_NAME: Option<&'static str> = Some("try_vn_places");
    const SYNTAX: &'static str = "vn_places(text [, date [, settings]])";
    const DOC: &'static str = "Finds every province, country and organisation named in a running text, each with its span.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("text", "a running text"),
        Parameter::OptionalDate(
            "date",
            "the date of the text, which settles names that moved",
        ),
        Parameter::Settings("settings", settings::PLACES_DESCRIPTION, |words| {
            settings::is_segmented(words).map(drop)
        }),
    ];
    type Output = Lists<PlaceColumn>;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), Reason> {
        let date = row.date(1).map_err(Reason::Date)?;
        let mut finder = date.map_or_else(Finder::new, Finder::on);
        if settings::is_segmented(row.text(2)).map_err(Reason::Setting)? {
            finder = finder.segmented();
        }
        let mut found = 0_i32;
        for place in finder.find_iter(row.text(0)) {
            output.items.push(&place);
            found = found.saturating_add(1);
        }
        output.close(found);
        Ok(())
    }
}
