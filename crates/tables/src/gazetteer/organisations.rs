//! Blocs, agreements and organisations, with their members.

use super::names::{Names, spellings, unmarked, words};
use super::{maybe_date, position, rows_of};
use std::fmt::Write;
use table_tests::Row;

pub(super) fn organisations(o: &mut String, names: &mut Names, countries: &[String]) {
    let table = rows_of("organisations.tsv");
    let members = rows_of("memberships.tsv");
    let listed = rows_of("organisation_names.tsv");
    let acronyms: Vec<&str> = table.iter().map(|r| r.get("acronym")).collect();
    let owners = members.iter().map(|row| row.get("organisation"));
    for owner in owners.chain(listed.iter().map(|row| row.get("acronym"))) {
        assert!(
            acronyms.contains(&owner),
            "{owner}: not in organisations.tsv"
        );
    }

    let mut member_rows = String::new();
    let mut total = 0;
    let count = acronyms.len();
    writeln!(
        o,
        "pub(crate) static ORGANISATIONS: [OrganisationRow; {count}] = ["
    )
    .unwrap();
    for (at, row) in table.iter().enumerate() {
        let acronym = row.get("acronym");
        let first = total;
        for m in members.iter().filter(|m| m.get("organisation") == acronym) {
            write_member(&mut member_rows, m, countries, &acronyms);
            total += 1;
        }
        let kind: String = row
            .get("kind")
            .split('-')
            .map(|w| w[..1].to_uppercase() + &w[1..])
            .collect();
        writeln!(
            o,
            "    OrganisationRow {{ acronym: {acronym:?}, name: {:?}, kind: K::{kind}, known_from: {}, known_to: {}, first_member: {first}, end_member: {total} }},",
            row.get("name"),
            maybe_date(row.get("members_known_from")),
            maybe_date(row.get("members_known_to")),
        )
        .unwrap();
        let hit = format!("Hit::Organisation({at})");
        let own = [acronym, row.get("name")];
        for (spelling, usage) in spellings(&own, &listed, "acronym", acronym) {
            spell(names, &hit, spelling, usage);
        }
    }
    writeln!(
        o,
        "];\n\npub(crate) static MEMBERS: [MemberRow; {total}] = [\n{member_rows}];\n"
    )
    .unwrap();
}

fn write_member(o: &mut String, row: &Row, countries: &[String], acronyms: &[&str]) {
    let member = row.get("member");
    let member = match countries.iter().position(|code| code == member) {
        Some(country) => format!("Member::Country({country})"),
        None => format!(
            "Member::Organisation({})",
            position(acronyms.iter().copied(), member, "memberships.tsv")
        ),
    };
    let (from, to) = (maybe_date(row.get("from")), maybe_date(row.get("to")));
    writeln!(
        o,
        "    MemberRow {{ member: {member}, from: {from}, to: {to} }},"
    )
    .unwrap();
}

/// A spelling, and what is made from it: without marks, without its first word.
fn spell(names: &mut Names, hit: &str, spelling: &str, usage: &'static str) {
    let single = words(spelling).len() == 1;
    let caps = spelling.to_uppercase() == spelling;
    let case = if caps { "All" } else { "First" };
    names.add(spelling, hit, usage, case);
    if single || caps {
        return;
    }
    names.add(&unmarked(spelling), hit, usage, case);
    // "hiệp định" and "nhóm" are also written small, before the name.
    for lead in ["Hiệp định ", "Hiệp Định "] {
        if let Some(rest) = spelling.strip_prefix(lead)
            && words(rest).len() > 3
        {
            names.add(rest, hit, usage, case);
        }
    }
}
