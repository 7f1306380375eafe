//! The kind of a table's rows, by their names, its title and its header.
//!
//! Names outweigh the title, and the title the header: an official year heads
//! a table of 64 provinces `Nước đăng ký`.

use chrono::NaiveDate;
use tinh_figures::Bilingual;
use tinh_model::Place;

use crate::fold::fold;
use crate::messages;
use crate::page::Places;
use crate::table::Breakdown;
use crate::words;

/// The number of names that settles the kind of a table.
const LOOKED_AT: usize = 16;

/// The kind of the rows, and the reason where the header says otherwise.
pub(crate) struct Decided {
    pub(crate) breakdown: Breakdown,
    pub(crate) against_header: Option<Bilingual>,
}

#[derive(Default)]
struct Names {
    places: usize,
    regions: usize,
    partners: usize,
    others: usize,
}

impl Names {
    /// What is known of names; what they are held to be is tried first, since a
    /// name that is none costs a search.
    fn of<'n>(
        known: &mut Places,
        names: impl Iterator<Item = &'n str>,
        day: Option<NaiveDate>,
        header: Breakdown,
    ) -> Self {
        let mut found = Self::default();
        let is_partner =
            |name: &str, folded: &str| words::is_group(folded) || words::country(name).is_some();
        // The names of sectors are neither places nor countries, and the first
        // few say so.
        let looked_at = match header {
            Breakdown::Sector | Breakdown::Form => LOOKED_AT / 2,
            _ => LOOKED_AT,
        };
        for name in names.take(looked_at) {
            let folded = fold(name);
            if folded.is_empty() || words::is_total(&folded, true) || words::is_others(&folded) {
                continue;
            }
            if header == Breakdown::Partner && is_partner(name, &folded) {
                found.partners += 1;
                continue;
            }
            let place = day.and_then(|day| known.place(name, day).ok());
            if place.is_some_and(|place| place != Place::National) {
                found.places += 1;
            } else if words::is_region(&folded) {
                found.regions += 1;
            } else if header != Breakdown::Partner && is_partner(name, &folded) {
                found.partners += 1;
            } else {
                found.others += 1;
            }
        }
        found
    }

    fn all(&self) -> usize {
        self.places + self.regions + self.partners + self.others
    }
}

/// The kind of a table's rows.
pub(crate) fn decide<'n>(
    known: &mut Places,
    header: Breakdown,
    title: &str,
    names: impl Iterator<Item = &'n str>,
    day: Option<NaiveDate>,
) -> Decided {
    let names = Names::of(known, names, day, header);
    let of_title = words::breakdown_of_title(title);
    let most = |part: usize| part.saturating_mul(2) > names.all();
    let (places, all) = (names.places + names.regions, names.all());
    let (breakdown, why, known) = if most(places) {
        let breakdown = if names.regions > 0 {
            Breakdown::Region
        } else {
            Breakdown::Province
        };
        (breakdown, messages::HEADER_PLACES, places)
    } else if most(names.partners) {
        let why = messages::HEADER_COUNTRIES;
        (Breakdown::Partner, why, names.partners)
    } else {
        (of_title.unwrap_or(header), messages::HEADER_TITLE, 0)
    };
    let agrees = breakdown == header || breakdown.is_by_place() && header.is_by_place();
    let why = || {
        why.filled_by(|language| {
            let kinds = [header, breakdown].map(|kind| kind.in_language(language).to_owned());
            let counts = [known, all].map(|count| count.to_string());
            kinds.into_iter().chain(counts).collect()
        })
    };
    Decided {
        breakdown,
        against_header: (!agrees).then(why),
    }
}
