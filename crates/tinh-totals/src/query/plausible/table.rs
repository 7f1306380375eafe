// Generated from data/plausible.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use tinh_model::MeasureUnit;

use super::Rule;

pub(super) static RULES: [Rule; 9] = [
    Rule { name: "projects", unit: MeasureUnit::Count, measure: Some("fdi.projects"), national: false, currency: None, limit: 1000000, reason: ["cả nước có khoảng 45 nghìn dự án đầu tư nước ngoài", "the whole country has some 45 000 projects of foreign investment"] },
    Rule { name: "counts", unit: MeasureUnit::Count, measure: None, national: false, currency: None, limit: 1000000000, reason: ["gấp mười lần dân số cả nước", "ten times the people of the country"] },
    Rule { name: "extent", unit: MeasureUnit::Extent, measure: None, national: false, currency: None, limit: 100000000, reason: ["gấp ba lần diện tích cả nước tính bằng héc-ta", "three times the land of the country in hectares"] },
    Rule { name: "usd-nation", unit: MeasureUnit::Money, measure: None, national: true, currency: Some("USD"), limit: 10000000000000, reason: ["gấp hai mươi lần GDP cả nước", "twenty times the product of the country"] },
    Rule { name: "vnd-nation", unit: MeasureUnit::Money, measure: None, national: true, currency: Some("VND"), limit: 250000000000000000, reason: ["gấp hai mươi lần GDP cả nước", "twenty times the product of the country"] },
    Rule { name: "usd-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("USD"), limit: 1000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "eur-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("EUR"), limit: 1000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "vnd-place", unit: MeasureUnit::Money, measure: None, national: false, currency: Some("VND"), limit: 25000000000000000, reason: ["gấp hai lần GDP cả nước", "twice the product of the country"] },
    Rule { name: "money", unit: MeasureUnit::Money, measure: None, national: false, currency: None, limit: 100000000000000000, reason: ["không có đồng tiền nào nhỏ đến mức một tỉnh có chừng ấy", "no currency is so small that a province has so much of it"] },
];
