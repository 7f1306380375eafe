//! The defects the official tables really contain, found by summing.

use tinh_totals::audit::{AuditTable, Check, Finding, Suspicion};
use tinh_totals::rust_decimal::Decimal;

fn table(name: &str, text: &str) -> AuditTable {
    AuditTable::read_csv(text.as_bytes(), name)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        // USD divided by a million in binary floating point: below a dollar
        // the cells are noise.
        .rounded_to(6)
}

fn flows_2023() -> AuditTable {
    table("2023", include_str!("../data/fia_flows_2023.csv"))
        .columns_add("total", &["new", "adjusted", "purchased"])
        .unwrap()
}

fn flows_2024() -> AuditTable {
    table("2024", include_str!("../data/fia_flows_2024_06.csv"))
        .columns_add("total", &["new", "adjusted", "purchased"])
        .unwrap()
}

fn failed(table: &AuditTable) -> Vec<Finding> {
    table
        .findings()
        .into_iter()
        .filter(|f| !f.holds())
        .collect()
}

/// The difference, to the cent.
fn cents(finding: &Finding) -> String {
    finding
        .difference()
        .unwrap()
        .round_dp(2)
        .normalize()
        .to_string()
}

fn region(findings: &[Finding]) -> &Finding {
    findings
        .iter()
        .find(
            |f| matches!(f.check(), Check::Parts { line, .. } if line == "Đồng bằng sông Cửu Long"),
        )
        .expect("the region does not add up")
}

#[track_caller]
fn is_count_added(finding: &Finding, column: &str, line: &str, count: i64) {
    assert_eq!(
        finding.suspicions().first(),
        Some(&Suspicion::CountAdded {
            column: column.to_owned(),
            line: line.to_owned(),
            count: Decimal::from(count),
        }),
        "{finding}"
    );
}

#[test]
fn in_2023_103_adjustments_were_added_as_million_usd() {
    let failed = failed(&flows_2023());
    let found = region(&failed);
    assert_eq!((found.column(), cents(found).as_str()), ("new", "103"));
    is_count_added(found, "adjustments", "Đồng bằng sông Cửu Long", 103);
    // The same 103 shows against the other breakdowns and across the columns,
    // and nothing else is wrong with the table.
    for finding in &failed {
        let residual = cents(finding);
        assert!(residual == "103" || residual == "-103", "{finding}");
        is_count_added(finding, "adjustments", "Đồng bằng sông Cửu Long", 103);
    }
    let checks: Vec<String> = failed
        .iter()
        .map(|f| format!("{}, {}", f.check(), f.column()))
        .collect();
    assert_eq!(
        checks,
        [
            "theo vùng, Đồng bằng sông Cửu Long, new",
            "total theo vùng against theo ngành, new",
            "theo vùng, Tổng số, total",
            "theo vùng, Đồng bằng sông Cửu Long, total",
        ]
    );
}

#[test]
fn in_june_2024_it_was_56() {
    let failed = failed(&flows_2024());
    let found = region(&failed);
    assert_eq!((found.column(), cents(found).as_str()), ("new", "56"));
    is_count_added(found, "adjustments", "Đồng bằng sông Cửu Long", 56);
    assert_eq!(failed.len(), 4);
}

#[test]
fn what_holds_is_said_to_hold() {
    let findings = flows_2023().findings();
    let holds = findings.iter().filter(|f| f.holds()).count();
    assert!(holds > 150, "{holds} of {}", findings.len());
    // Sơn La has empty cells: unknown, not zero, and said so.
    let north = findings
        .iter()
        .find(|f| {
            f.to_string()
                .starts_with("theo vùng, Trung du và miền núi phía Bắc, new:")
        })
        .unwrap();
    assert!(north.holds());
    assert_eq!(north.missing(), 5);
}

#[test]
fn in_2015_the_sign_of_one_part_was_lost() {
    let table = table("2015", include_str!("../data/fia_adjusted_2015.csv"))
        .columns_add("total", &["new", "adjusted"])
        .unwrap();
    let failed = failed(&table);
    assert_eq!(failed.len(), 2, "{failed:?}");
    for finding in &failed {
        assert_eq!(cents(finding), "120.32", "{finding}");
        let electricity = "Sản xuất, phân phối điện, khí, nước, điều hòa";
        assert_eq!(
            finding.suspicions(),
            [Suspicion::SignLost {
                line: electricity.to_owned(),
                column: "adjusted".to_owned(),
                printed: "60.160477".parse().unwrap(),
            }],
            "{finding}"
        );
    }
    assert_eq!(
        failed[0].to_string(),
        "total theo ngành against theo đối tác, adjusted: printed 8658.220954, the other 8537.9, \
         difference 120.320954; twice the adjusted of Sản xuất, phân phối điện, khí, nước, điều \
         hòa, 60.160477: its sign was lost"
    );
}

#[test]
fn a_total_among_its_parts_and_a_part_left_out_are_suspected() {
    let table = AuditTable::read_csv(
        "classification,parent,label,a:money\n\
         x,,all,100\nx,all,one,20\nx,all,two,35\nx,all,three,45\nx,all,nation,100\n\
         y,,all,65\ny,all,one,20\ny,all,two,35\ny,all,three,45\n"
            .as_bytes(),
        "made up",
    )
    .unwrap();
    let failed: Vec<String> = failed(&table).iter().map(ToString::to_string).collect();
    assert_eq!(
        failed,
        [
            "x, all, a: printed 100, parts 200, difference -100; nation is the sum of all \
             others: a total among the parts",
            "y, all, a: printed 65, parts 100, difference -35; two is missing from the total",
            "total y against x, a: printed 65, the other 100, difference -35",
        ]
    );
}

#[test]
fn a_table_that_cannot_be_read_says_where() {
    for (text, expected) in [
        (
            "a,b,c\n",
            "line 1: expected the columns classification, parent, label, found \"a,b,c\"",
        ),
        (
            "classification,parent,label,a\n",
            "line 1: expected a header that ends in :money or :count, found \"a\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,1\nx,al,one,1\n",
            "line 3: no such line, found \"al\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,1,5\n",
            "line 2: CSV error: record 1 (line: 2, byte: 36): found record with 5 fields, but the \
             previous record has 4 fields, found \"\"",
        ),
        (
            "classification,parent,label,a:count\nx,,all,1.5\n",
            "line 2: a count is a whole number, found \"a\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,1\nx,,all,1\n",
            "line 3: a classification has one total, found \"all\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,1\nx,all,all,1\n",
            "line 3: the line stands twice, found \"all\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,1.234,5\n",
            "line 2: CSV error: record 1 (line: 2, byte: 36): found record with 5 fields, but the \
             previous record has 4 fields, found \"\"",
        ),
        (
            "classification,parent,label,a:money\nx,,all,\"1,5\"\n",
            "line 2: expected a plain number such as 1007.16, found \"1,5\"",
        ),
    ] {
        let error = AuditTable::read_csv(text.as_bytes(), "bad").expect_err(text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}
