//! Blocs, agreements and organisations, with their members.

use super::names::{Names, unmarked, usage_of, words};
use super::{maybe_date, position, rows_of};
use std::fmt::Write;

pub(super) fn organisations(o: &mut String, names: &mut Names, countries: &[String]) {
    let table = rows_of("organisations.tsv");
    let members = rows_of("memberships.tsv");
    let spellings = rows_of("organisation_names.tsv");
    let acronyms: Vec<&str> = table.iter().map(|r| r.get("acronym")).collect();
    let owners = members.iter().map(|row| row.get("organisation"));
    for owner in owners.chain(spellings.iter().map(|row| row.get("acronym"))) {
        assert!(
            acronyms.contains(&owner),
            "{owner}: not in organisations.tsv"
        );
    }

    let mut member_rows = String::new();
    let mut total = 0;
    writeln!(
        o,
        "pub(crate) static ORGANISATIONS: [OrganisationRow; {}] = [",
        acronyms.len()
    )
    .unwrap();
    for (at, row) in table.iter().enumerate() {
        let first = total;
        for m in members
            .iter()
            .filter(|m| m.get("organisation") == row.get("acronym"))
        {
            let member = match countries.iter().position(|c| c == m.get("member")) {
                Some(country) => format!("Member::Country({country})"),
                None => format!(
                    "Member::Organisation({})",
                    position(acronyms.iter().copied(), m.get("member"), "memberships.tsv")
                ),
            };
            writeln!(
                member_rows,
                "    MemberRow {{ member: {member}, from: {}, to: {} }},",
                maybe_date(m.get("from")),
                maybe_date(m.get("to"))
            )
            .unwrap();
            total += 1;
        }
        let kind: String = row
            .get("kind")
            .split('-')
            .map(|w| w[..1].to_uppercase() + &w[1..])
            .collect();
        writeln!(
            o,
            "    OrganisationRow {{ acronym: {:?}, name: {:?}, kind: K::{kind}, known_from: {}, known_to: {}, first_member: {first}, end_member: {total} }},",
            row.get("acronym"),
            row.get("name"),
            maybe_date(row.get("members_known_from")),
            maybe_date(row.get("members_known_to")),
        )
        .unwrap();
        let hit = format!("Hit::Organisation({at})");
        let acronym = row.get("acronym");
        let listed = spellings
            .iter()
            .filter(|r| r.get("acronym") == acronym)
            .map(|r| (r.get("name"), usage_of(r.get("use"))));
        let listed: Vec<_> = listed.collect();
        // A row of its own decides how far the acronym is believed.
        let own = [acronym, row.get("name")]
            .into_iter()
            .filter(|name| !listed.iter().any(|(spelling, _)| spelling == name))
            .map(|name| (name, "Text"));
        for (spelling, usage) in own.chain(listed.iter().copied()) {
            let single = words(spelling).len() == 1;
            let caps = spelling.to_uppercase() == spelling;
            let case = if caps { "All" } else { "First" };
            names.add(spelling, &hit, usage, case);
            if !single && !caps {
                names.add(&unmarked(spelling), &hit, usage, case);
                // "hiệp định" and "nhóm" are also written small, before the name.
                for lead in ["Hiệp định ", "Hiệp Định "] {
                    if let Some(rest) = spelling.strip_prefix(lead)
                        && words(rest).len() > 3
                    {
                        names.add(rest, &hit, usage, case);
                    }
                }
            }
        }
    }
    writeln!(o, "];\n").unwrap();
    writeln!(
        o,
        "pub(crate) static MEMBERS: [MemberRow; {total}] = [\n{member_rows}];\n"
    )
    .unwrap();
}
