// Generated from data/plausible.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use tinh_model::MeasureUnit;

use super::Rule;

pub(super) static RULES: [Rule; 27] = [
    Rule { name: "projects", unit: MeasureUnit::Count, measure: Some("fdi.projects"), national: false, currency: None, limit: 1000000, reason: ["cả nước có khoảng 45 nghìn dự án đầu tư nước ngoài", "the whole country has some 45 000 projects of foreign investment"] },
    Rule { name: "population-nation", unit: MeasureUnit::Count, measure: Some("population"), national: true, currency: None, limit: 200000000, reason: ["gấp hai lần dân số cả nước", "twice the people of the country"] },
    Rule { name: "population", unit: MeasureUnit::Count, measure: Some("population"), national: false, currency: None, limit: 50000000, reason: ["bằng nửa dân số cả nước", "half of the people of the country"] },
    Rule { name: "workers", unit: MeasureUnit::Count, measure: Some("workers"), national: false, currency: None, limit: 200000000, reason: ["gấp hai lần dân số cả nước", "twice the people of the country"] },
    Rule { name: "jobs", unit: MeasureUnit::Count, measure: Some("jobs"), national: false, currency: None, limit: 200000000, reason: ["gấp hai lần dân số cả nước", "twice the people of the country"] },
    Rule { name: "students", unit: MeasureUnit::Count, measure: Some("students"), national: false, currency: None, limit: 200000000, reason: ["gấp hai lần dân số cả nước", "twice the people of the country"] },
    Rule { name: "missions", unit: MeasureUnit::Count, measure: Some("missions"), national: false, currency: None, limit: 100000, reason: ["mỗi ngày ba trăm đoàn", "three hundred delegations a day"] },
    Rule { name: "delegations-received", unit: MeasureUnit::Count, measure: Some("delegations-received"), national: false, currency: None, limit: 100000, reason: ["mỗi ngày ba trăm đoàn", "three hundred delegations a day"] },
    Rule { name: "agreements", unit: MeasureUnit::Count, measure: Some("agreements"), national: false, currency: None, limit: 100000, reason: ["nhiều hơn hẳn số thỏa thuận các tỉnh từng ký", "far more than all provinces ever signed"] },
    Rule { name: "partner-localities", unit: MeasureUnit::Count, measure: Some("partner-localities"), national: false, currency: None, limit: 100000, reason: ["nhiều hơn hẳn số đối tác của mọi tỉnh cộng lại", "far more than all provinces have together"] },
    Rule { name: "partner-organisations", unit: MeasureUnit::Count, measure: Some("partner-organisations"), national: false, currency: None, limit: 100000, reason: ["nhiều hơn hẳn số đối tác của mọi tỉnh cộng lại", "far more than all provinces have together"] },
    Rule { name: "trade-partners", unit: MeasureUnit::Count, measure: Some("trade-partners"), national: false, currency: None, limit: 500, reason: ["gấp hai lần số nước và vùng lãnh thổ trên thế giới", "twice as many countries and territories as there are"] },
    Rule { name: "investor-countries", unit: MeasureUnit::Count, measure: Some("investor-countries"), national: false, currency: None, limit: 500, reason: ["gấp hai lần số nước và vùng lãnh thổ trên thế giới", "twice as many countries and territories as there are"] },
    Rule { name: "diaspora-countries", unit: MeasureUnit::Count, measure: Some("diaspora-countries"), national: false, currency: None, limit: 500, reason: ["gấp hai lần số nước và vùng lãnh thổ trên thế giới", "twice as many countries and territories as there are"] },
    Rule { name: "ofdi-destinations", unit: MeasureUnit::Count, measure: Some("ofdi.destinations"), national: false, currency: None, limit: 500, reason: ["gấp hai lần số nước và vùng lãnh thổ trên thế giới", "twice as many countries and territories as there are"] },
    Rule { name: "provinces", unit: MeasureUnit::Count, measure: Some("provinces"), national: false, currency: None, limit: 100, reason: ["nhiều hơn số tỉnh, thành phố từng có", "more provinces than the country ever had"] },
    Rule { name: "industrial-parks", unit: MeasureUnit::Count, measure: Some("industrial-parks"), national: false, currency: None, limit: 10000, reason: ["gấp hai mươi lần số khu công nghiệp cả nước", "twenty times the industrial parks of the country"] },
    Rule { name: "industrial-clusters", unit: MeasureUnit::Count, measure: Some("industrial-clusters"), national: false, currency: None, limit: 20000, reason: ["gấp hai mươi lần số cụm công nghiệp cả nước", "twenty times the industrial clusters of the country"] },
    Rule { name: "economic-zones", unit: MeasureUnit::Count, measure: Some("economic-zones"), national: false, currency: None, limit: 1000, reason: ["gấp hai mươi lần số khu kinh tế cả nước", "twenty times the economic zones of the country"] },
    Rule { name: "counts", unit: MeasureUnit::Count, measure: None, national: false, currency: None, limit: 1000000000, reason: ["gấp mười lần dân số cả nước", "ten times the people of the country"] },
    Rule { name: "extent", unit: MeasureUnit::Extent, measure: None, national: false, currency: None, limit: 100000000, reason: ["gấp ba lần diện tích cả nước tính bằng héc-ta", "three times the land of the country in hectares"] },
    Rule { name: "usd-nation", unit: MeasureUnit::Money, measure: None, national: true, currency: Some("USD"), limit: 10000000000000, reason: ["gấp hai mươi lần GDP cả nước", "twenty times the product of the country"] },
    Rule { name: "vnd-nation", unit: MeasureUnit::Money, measure: None, national: true, currency: Some("VND"), limit: 250000000000000000, reason: ["gấp hai mươi lần GDP cả nước", "twenty times the product of the country"] },
    Rule { name: "usd-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("USD"), limit: 1000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "eur-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("EUR"), limit: 1000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "vnd-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("VND"), limit: 25000000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "money", unit: MeasureUnit::Money, measure: None, national: false, currency: None, limit: 100000000000000000, reason: ["không có đồng tiền nào nhỏ đến mức một tỉnh có chừng ấy", "no currency is so small that a province has so much of it"] },
];
