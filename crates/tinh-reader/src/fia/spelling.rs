//! Countries by the spellings of the agency's tables.

use tinh_gazetteer::Country;

/// Spellings of the workbooks of 2015 to 2024 that are names of no country
/// elsewhere, by folded name.
///
/// Left out on purpose: `British West Indies`, `British Isles`, `Channel
/// Islands` and `Island of Nevis`, which have no code of their own, and
/// `Congo`, which two countries share.
const SPELLINGS: [(&str, &str); 17] = [
    ("british virgin islands", "VG"),
    ("cong hoa sip", "CY"),
    ("cu ba", "CU"),
    ("democratic republic of the congo", "CD"),
    ("iran (islamic republic of)", "IR"),
    ("ma cao", "MO"),
    ("nauy", "NO"),
    ("republic of moldova", "MD"),
    ("saint kitts and nevis", "KN"),
    ("saint vincent and the grenadines", "VC"),
    ("sip", "CY"),
    ("st vincent & the grenadines", "VC"),
    ("swaziland", "SZ"),
    ("syrian arab republic", "SY"),
    ("turks & caicos islands", "TC"),
    ("united states virgin islands", "VI"),
    ("virgin islands, u.s.", "VI"),
];

/// A country by its printed name; also run together (`BritishVirginIslands`)
/// and with a remark in brackets.
pub(crate) fn country(name: &str) -> Option<Country> {
    // Names are short; anything else is refused before it costs anything.
    if name.len() > 100 {
        return None;
    }
    known(name)
        .or_else(|| {
            let before = name.split_once('(').map(|(before, _)| before.trim());
            before.filter(|before| !before.is_empty()).and_then(known)
        })
        .or_else(|| {
            if name.contains(' ') || !name.is_ascii() {
                return None;
            }
            let mut apart = String::with_capacity(name.len().saturating_add(8));
            for (index, c) in name.char_indices() {
                if index > 0 && c.is_ascii_uppercase() {
                    apart.push(' ');
                }
                apart.push(c);
            }
            if apart == name { None } else { known(&apart) }
        })
}

fn known(name: &str) -> Option<Country> {
    // The list first: a name that is nowhere else costs a search for names
    // like it, to be put into an error nobody reads here.
    let folded = crate::fold::fold(name);
    let listed = SPELLINGS
        .binary_search_by_key(&folded.as_str(), |(spelling, _)| spelling)
        .ok()
        .and_then(|at| SPELLINGS.get(at))
        .and_then(|(_, code)| Country::from_alpha2(code));
    listed.or_else(|| Country::by_name(name).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        assert!(SPELLINGS.is_sorted());
        for (name, code) in [
            ("BritishVirginIslands", "VG"),
            ("Nauy", "NO"),
            ("Cộng Hòa Síp", "CY"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Turks & Caicos Islands", "TC"),
            ("United States Virgin Islands", "VI"),
            ("Litva", "LT"),
            ("Lithuania", "LT"),
            ("Hồng Kông", "HK"),
            ("Đài Loan", "TW"),
            ("Ma Cao", "MO"),
        ] {
            assert_eq!(country(name).map(Country::alpha2), Some(code), "{name}");
        }
        for name in [
            "British West Indies",
            "Channel Islands",
            "Các nước khác",
            "",
            "(",
        ] {
            assert_eq!(country(name), None, "{name}");
        }
    }
}
