// Generated from data/measures.tsv and data/measure_words.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use super::definition::BuiltIn;
use super::words::Word;
use super::{Basis, CapitalKind, Measure, MeasureDefinition, Nature, PriceBasis, MeasureUnit};

impl CapitalKind {
    /// Foreign direct investment (*vốn đầu tư trực tiếp nước ngoài*).
    pub const FDI: Self = Self(&Word { position: 0, code: "fdi", vi: "vốn đầu tư trực tiếp nước ngoài", en: "Foreign direct investment" });
    /// Domestic direct investment (*vốn đầu tư trong nước*).
    pub const DDI: Self = Self(&Word { position: 1, code: "ddi", vi: "vốn đầu tư trong nước", en: "Domestic direct investment" });
    /// Vietnamese investment abroad (*vốn đầu tư ra nước ngoài*).
    pub const OFDI: Self = Self(&Word { position: 2, code: "ofdi", vi: "vốn đầu tư ra nước ngoài", en: "Vietnamese investment abroad" });
    /// Domestic and foreign investment together, or not told apart (*vốn đầu tư trong và ngoài nước*).
    pub const INVESTMENT: Self = Self(&Word { position: 3, code: "investment", vi: "vốn đầu tư trong và ngoài nước", en: "Domestic and foreign investment together, or not told apart" });
    /// Official development assistance, loan or grant not told apart (*vốn ODA*).
    pub const ODA: Self = Self(&Word { position: 4, code: "oda", vi: "vốn ODA", en: "Official development assistance, loan or grant not told apart" });
    /// ODA loans (*vốn vay ODA*).
    pub const ODA_LOAN: Self = Self(&Word { position: 5, code: "oda-loan", vi: "vốn vay ODA", en: "ODA loans" });
    /// ODA grants (*viện trợ ODA không hoàn lại*).
    pub const ODA_GRANT: Self = Self(&Word { position: 6, code: "oda-grant", vi: "viện trợ ODA không hoàn lại", en: "ODA grants" });
    /// Concessional loans (*vốn vay ưu đãi*).
    pub const CONCESSIONAL_LOAN: Self = Self(&Word { position: 7, code: "concessional-loan", vi: "vốn vay ưu đãi", en: "Concessional loans" });
    /// Vietnamese money beside aid: never aid itself (*vốn đối ứng*).
    pub const COUNTERPART: Self = Self(&Word { position: 8, code: "counterpart", vi: "vốn đối ứng", en: "Vietnamese money beside aid: never aid itself" });
    /// Aid together with its counterpart funds (*vốn ODA và vốn đối ứng*).
    pub const ODA_WITH_COUNTERPART: Self = Self(&Word { position: 9, code: "oda-with-counterpart", vi: "vốn ODA và vốn đối ứng", en: "Aid together with its counterpart funds" });
    /// Aid of foreign non-governmental organisations (*viện trợ phi chính phủ nước ngoài*).
    pub const NGO_AID: Self = Self(&Word { position: 10, code: "ngo-aid", vi: "viện trợ phi chính phủ nước ngoài", en: "Aid of foreign non-governmental organisations" });

    /// Every value, in the order of the table.
    pub const ALL: &'static [Self] = &[Self::FDI, Self::DDI, Self::OFDI, Self::INVESTMENT, Self::ODA, Self::ODA_LOAN, Self::ODA_GRANT, Self::CONCESSIONAL_LOAN, Self::COUNTERPART, Self::ODA_WITH_COUNTERPART, Self::NGO_AID];
}

impl Basis {
    /// Registered, all parts together (*tổng vốn đăng ký*).
    pub const REGISTERED: Self = Self(&Word { position: 0, code: "registered", vi: "tổng vốn đăng ký", en: "Registered, all parts together" });
    /// Newly licensed (*cấp mới*).
    pub const REGISTERED_NEW: Self = Self(&Word { position: 1, code: "registered-new", vi: "cấp mới", en: "Newly licensed" });
    /// Adjusted; may be negative (*điều chỉnh*).
    pub const REGISTERED_ADJUSTED: Self = Self(&Word { position: 2, code: "registered-adjusted", vi: "điều chỉnh", en: "Adjusted; may be negative" });
    /// Capital contribution and share purchase (*góp vốn, mua cổ phần*).
    pub const SHARE_PURCHASE: Self = Self(&Word { position: 3, code: "share-purchase", vi: "góp vốn, mua cổ phần", en: "Capital contribution and share purchase" });
    /// Implemented, disbursed (*thực hiện, giải ngân*).
    pub const IMPLEMENTED: Self = Self(&Word { position: 4, code: "implemented", vi: "thực hiện, giải ngân", en: "Implemented, disbursed" });
    /// Committed by a partner (*cam kết*).
    pub const COMMITTED: Self = Self(&Word { position: 5, code: "committed", vi: "cam kết", en: "Committed by a partner" });
    /// Total planned investment (*tổng mức đầu tư*).
    pub const PLANNED: Self = Self(&Word { position: 6, code: "planned", vi: "tổng mức đầu tư", en: "Total planned investment" });
    /// Called for (*kêu gọi đầu tư*).
    pub const CALLED: Self = Self(&Word { position: 7, code: "called", vi: "kêu gọi đầu tư", en: "Called for" });
    /// The text does not say (*không nêu*).
    pub const UNSTATED: Self = Self(&Word { position: 8, code: "unstated", vi: "không nêu", en: "The text does not say" });

    /// Every value, in the order of the table.
    pub const ALL: &'static [Self] = &[Self::REGISTERED, Self::REGISTERED_NEW, Self::REGISTERED_ADJUSTED, Self::SHARE_PURCHASE, Self::IMPLEMENTED, Self::COMMITTED, Self::PLANNED, Self::CALLED, Self::UNSTATED];
}

impl PriceBasis {
    /// Current prices (*giá hiện hành*).
    pub const CURRENT: Self = Self(&Word { position: 0, code: "current", vi: "giá hiện hành", en: "Current prices" });
    /// Constant prices of 2010 (*giá so sánh 2010*).
    pub const CONSTANT_2010: Self = Self(&Word { position: 1, code: "constant-2010", vi: "giá so sánh 2010", en: "Constant prices of 2010" });
    /// The text does not say (*không nêu loại giá*).
    pub const UNSTATED_PRICES: Self = Self(&Word { position: 2, code: "unstated-prices", vi: "không nêu loại giá", en: "The text does not say" });

    /// Every value, in the order of the table.
    pub const ALL: &'static [Self] = &[Self::CURRENT, Self::CONSTANT_2010, Self::UNSTATED_PRICES];
}

/// In the order of the table.
static ROWS: [MeasureDefinition; 191] = [
    BuiltIn { position: 0, code: "fdi.registered", capital: Some(CapitalKind::FDI), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.registered", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài đăng ký", en: "foreign direct investment: registered, all parts together", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 1, code: "fdi.registered-new", capital: Some(CapitalKind::FDI), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "fdi.registered", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài đăng ký cấp mới", en: "foreign direct investment: newly registered", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 2, code: "fdi.registered-adjusted", capital: Some(CapitalKind::FDI), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "fdi.registered", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài đăng ký điều chỉnh", en: "foreign direct investment: registered in adjustments", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 3, code: "fdi.share-purchase", capital: Some(CapitalKind::FDI), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "fdi.registered", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài góp vốn, mua cổ phần", en: "foreign direct investment: contributed or spent on shares", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 4, code: "fdi.implemented", capital: Some(CapitalKind::FDI), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.implemented", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài thực hiện", en: "foreign direct investment: implemented, disbursed", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 5, code: "fdi.committed", capital: Some(CapitalKind::FDI), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.committed", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài cam kết", en: "foreign direct investment: committed", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 6, code: "fdi.planned", capital: Some(CapitalKind::FDI), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.planned", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài theo tổng mức đầu tư", en: "foreign direct investment: planned in total", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 7, code: "fdi.unstated", capital: Some(CapitalKind::FDI), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.unstated", nouns: "", vi: "vốn đầu tư trực tiếp nước ngoài không nêu giai đoạn", en: "foreign direct investment: at a stage that is not stated", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 8, code: "ddi.registered", capital: Some(CapitalKind::DDI), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.registered", nouns: "", vi: "vốn đầu tư trong nước đăng ký", en: "domestic direct investment: registered, all parts together", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 9, code: "ddi.registered-new", capital: Some(CapitalKind::DDI), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ddi.registered", nouns: "", vi: "vốn đầu tư trong nước đăng ký cấp mới", en: "domestic direct investment: newly registered", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 10, code: "ddi.registered-adjusted", capital: Some(CapitalKind::DDI), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "ddi.registered", nouns: "", vi: "vốn đầu tư trong nước đăng ký điều chỉnh", en: "domestic direct investment: registered in adjustments", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 11, code: "ddi.share-purchase", capital: Some(CapitalKind::DDI), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ddi.registered", nouns: "", vi: "vốn đầu tư trong nước góp vốn, mua cổ phần", en: "domestic direct investment: contributed or spent on shares", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 12, code: "ddi.implemented", capital: Some(CapitalKind::DDI), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.implemented", nouns: "", vi: "vốn đầu tư trong nước thực hiện", en: "domestic direct investment: implemented, disbursed", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 13, code: "ddi.committed", capital: Some(CapitalKind::DDI), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.committed", nouns: "", vi: "vốn đầu tư trong nước cam kết", en: "domestic direct investment: committed", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 14, code: "ddi.planned", capital: Some(CapitalKind::DDI), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.planned", nouns: "", vi: "vốn đầu tư trong nước theo tổng mức đầu tư", en: "domestic direct investment: planned in total", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 15, code: "ddi.unstated", capital: Some(CapitalKind::DDI), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.unstated", nouns: "", vi: "vốn đầu tư trong nước không nêu giai đoạn", en: "domestic direct investment: at a stage that is not stated", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 16, code: "ofdi.registered", capital: Some(CapitalKind::OFDI), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư ra nước ngoài đăng ký", en: "Vietnamese investment abroad: registered, all parts together", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 17, code: "ofdi.registered-new", capital: Some(CapitalKind::OFDI), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ofdi.registered", nouns: "", vi: "vốn đầu tư ra nước ngoài đăng ký cấp mới", en: "Vietnamese investment abroad: newly registered", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 18, code: "ofdi.registered-adjusted", capital: Some(CapitalKind::OFDI), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "ofdi.registered", nouns: "", vi: "vốn đầu tư ra nước ngoài đăng ký điều chỉnh", en: "Vietnamese investment abroad: registered in adjustments", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 19, code: "ofdi.share-purchase", capital: Some(CapitalKind::OFDI), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ofdi.registered", nouns: "", vi: "vốn đầu tư ra nước ngoài góp vốn, mua cổ phần", en: "Vietnamese investment abroad: contributed or spent on shares", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 20, code: "ofdi.implemented", capital: Some(CapitalKind::OFDI), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư ra nước ngoài thực hiện", en: "Vietnamese investment abroad: implemented, disbursed", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 21, code: "ofdi.committed", capital: Some(CapitalKind::OFDI), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư ra nước ngoài cam kết", en: "Vietnamese investment abroad: committed", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 22, code: "ofdi.planned", capital: Some(CapitalKind::OFDI), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư ra nước ngoài theo tổng mức đầu tư", en: "Vietnamese investment abroad: planned in total", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 23, code: "ofdi.unstated", capital: Some(CapitalKind::OFDI), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư ra nước ngoài không nêu giai đoạn", en: "Vietnamese investment abroad: at a stage that is not stated", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 24, code: "investment.registered", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước đăng ký", en: "investment, domestic and foreign together or not told apart: registered, all parts together", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 25, code: "investment.registered-new", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.registered", nouns: "", vi: "vốn đầu tư trong và ngoài nước đăng ký cấp mới", en: "investment, domestic and foreign together or not told apart: newly registered", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 26, code: "investment.registered-adjusted", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "investment.registered", nouns: "", vi: "vốn đầu tư trong và ngoài nước đăng ký điều chỉnh", en: "investment, domestic and foreign together or not told apart: registered in adjustments", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 27, code: "investment.share-purchase", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "investment.registered", nouns: "", vi: "vốn đầu tư trong và ngoài nước góp vốn, mua cổ phần", en: "investment, domestic and foreign together or not told apart: contributed or spent on shares", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 28, code: "investment.implemented", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước thực hiện", en: "investment, domestic and foreign together or not told apart: implemented, disbursed", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 29, code: "investment.committed", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước cam kết", en: "investment, domestic and foreign together or not told apart: committed", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 30, code: "investment.planned", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước theo tổng mức đầu tư", en: "investment, domestic and foreign together or not told apart: planned in total", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 31, code: "investment.called", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::CALLED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước kêu gọi", en: "investment, domestic and foreign together or not told apart: called for", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 32, code: "investment.unstated", capital: Some(CapitalKind::INVESTMENT), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn đầu tư trong và ngoài nước không nêu giai đoạn", en: "investment, domestic and foreign together or not told apart: at a stage that is not stated", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 33, code: "oda.registered", capital: Some(CapitalKind::ODA), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.registered", nouns: "", vi: "vốn ODA đăng ký", en: "official development assistance, loan and grant not told apart: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 34, code: "oda.registered-new", capital: Some(CapitalKind::ODA), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.registered", nouns: "", vi: "vốn ODA đăng ký cấp mới", en: "official development assistance, loan and grant not told apart: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 35, code: "oda.registered-adjusted", capital: Some(CapitalKind::ODA), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "oda.registered", nouns: "", vi: "vốn ODA đăng ký điều chỉnh", en: "official development assistance, loan and grant not told apart: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 36, code: "oda.share-purchase", capital: Some(CapitalKind::ODA), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.registered", nouns: "", vi: "vốn ODA góp vốn, mua cổ phần", en: "official development assistance, loan and grant not told apart: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 37, code: "oda.implemented", capital: Some(CapitalKind::ODA), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.implemented", nouns: "", vi: "vốn ODA thực hiện", en: "official development assistance, loan and grant not told apart: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 38, code: "oda.committed", capital: Some(CapitalKind::ODA), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.committed", nouns: "", vi: "vốn ODA cam kết", en: "official development assistance, loan and grant not told apart: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 39, code: "oda.planned", capital: Some(CapitalKind::ODA), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.planned", nouns: "", vi: "vốn ODA theo tổng mức đầu tư", en: "official development assistance, loan and grant not told apart: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 40, code: "oda.unstated", capital: Some(CapitalKind::ODA), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.unstated", nouns: "", vi: "vốn ODA không nêu giai đoạn", en: "official development assistance, loan and grant not told apart: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 41, code: "oda-loan.registered", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.registered", nouns: "", vi: "vốn vay ODA đăng ký", en: "ODA loans: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 42, code: "oda-loan.registered-new", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-loan.registered", nouns: "", vi: "vốn vay ODA đăng ký cấp mới", en: "ODA loans: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 43, code: "oda-loan.registered-adjusted", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "oda-loan.registered", nouns: "", vi: "vốn vay ODA đăng ký điều chỉnh", en: "ODA loans: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 44, code: "oda-loan.share-purchase", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-loan.registered", nouns: "", vi: "vốn vay ODA góp vốn, mua cổ phần", en: "ODA loans: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 45, code: "oda-loan.implemented", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.implemented", nouns: "", vi: "vốn vay ODA thực hiện", en: "ODA loans: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 46, code: "oda-loan.committed", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.committed", nouns: "", vi: "vốn vay ODA cam kết", en: "ODA loans: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 47, code: "oda-loan.planned", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.planned", nouns: "", vi: "vốn vay ODA theo tổng mức đầu tư", en: "ODA loans: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 48, code: "oda-loan.unstated", capital: Some(CapitalKind::ODA_LOAN), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.unstated", nouns: "", vi: "vốn vay ODA không nêu giai đoạn", en: "ODA loans: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 49, code: "oda-grant.registered", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.registered", nouns: "", vi: "viện trợ ODA không hoàn lại đăng ký", en: "ODA grants: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 50, code: "oda-grant.registered-new", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-grant.registered", nouns: "", vi: "viện trợ ODA không hoàn lại đăng ký cấp mới", en: "ODA grants: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 51, code: "oda-grant.registered-adjusted", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "oda-grant.registered", nouns: "", vi: "viện trợ ODA không hoàn lại đăng ký điều chỉnh", en: "ODA grants: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 52, code: "oda-grant.share-purchase", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-grant.registered", nouns: "", vi: "viện trợ ODA không hoàn lại góp vốn, mua cổ phần", en: "ODA grants: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 53, code: "oda-grant.implemented", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.implemented", nouns: "", vi: "viện trợ ODA không hoàn lại thực hiện", en: "ODA grants: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 54, code: "oda-grant.committed", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.committed", nouns: "", vi: "viện trợ ODA không hoàn lại cam kết", en: "ODA grants: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 55, code: "oda-grant.planned", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.planned", nouns: "", vi: "viện trợ ODA không hoàn lại theo tổng mức đầu tư", en: "ODA grants: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 56, code: "oda-grant.unstated", capital: Some(CapitalKind::ODA_GRANT), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda.unstated", nouns: "", vi: "viện trợ ODA không hoàn lại không nêu giai đoạn", en: "ODA grants: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 57, code: "concessional-loan.registered", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn vay ưu đãi đăng ký", en: "concessional loans: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 58, code: "concessional-loan.registered-new", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "concessional-loan.registered", nouns: "", vi: "vốn vay ưu đãi đăng ký cấp mới", en: "concessional loans: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 59, code: "concessional-loan.registered-adjusted", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "concessional-loan.registered", nouns: "", vi: "vốn vay ưu đãi đăng ký điều chỉnh", en: "concessional loans: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 60, code: "concessional-loan.share-purchase", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "concessional-loan.registered", nouns: "", vi: "vốn vay ưu đãi góp vốn, mua cổ phần", en: "concessional loans: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 61, code: "concessional-loan.implemented", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn vay ưu đãi thực hiện", en: "concessional loans: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 62, code: "concessional-loan.committed", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn vay ưu đãi cam kết", en: "concessional loans: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 63, code: "concessional-loan.planned", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn vay ưu đãi theo tổng mức đầu tư", en: "concessional loans: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 64, code: "concessional-loan.unstated", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn vay ưu đãi không nêu giai đoạn", en: "concessional loans: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 65, code: "counterpart.registered", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.registered", nouns: "", vi: "vốn đối ứng đăng ký", en: "Vietnamese counterpart funds beside aid: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 66, code: "counterpart.registered-new", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "counterpart.registered", nouns: "", vi: "vốn đối ứng đăng ký cấp mới", en: "Vietnamese counterpart funds beside aid: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 67, code: "counterpart.registered-adjusted", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "counterpart.registered", nouns: "", vi: "vốn đối ứng đăng ký điều chỉnh", en: "Vietnamese counterpart funds beside aid: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 68, code: "counterpart.share-purchase", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "counterpart.registered", nouns: "", vi: "vốn đối ứng góp vốn, mua cổ phần", en: "Vietnamese counterpart funds beside aid: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 69, code: "counterpart.implemented", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.implemented", nouns: "", vi: "vốn đối ứng thực hiện", en: "Vietnamese counterpart funds beside aid: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 70, code: "counterpart.committed", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.committed", nouns: "", vi: "vốn đối ứng cam kết", en: "Vietnamese counterpart funds beside aid: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 71, code: "counterpart.planned", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.planned", nouns: "", vi: "vốn đối ứng theo tổng mức đầu tư", en: "Vietnamese counterpart funds beside aid: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 72, code: "counterpart.unstated", capital: Some(CapitalKind::COUNTERPART), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.unstated", nouns: "", vi: "vốn đối ứng không nêu giai đoạn", en: "Vietnamese counterpart funds beside aid: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 73, code: "oda-with-counterpart.registered", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn ODA và vốn đối ứng đăng ký", en: "aid together with its counterpart funds: registered, all parts together", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 74, code: "oda-with-counterpart.registered-new", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.registered", nouns: "", vi: "vốn ODA và vốn đối ứng đăng ký cấp mới", en: "aid together with its counterpart funds: newly registered", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 75, code: "oda-with-counterpart.registered-adjusted", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "oda-with-counterpart.registered", nouns: "", vi: "vốn ODA và vốn đối ứng đăng ký điều chỉnh", en: "aid together with its counterpart funds: registered in adjustments", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 76, code: "oda-with-counterpart.share-purchase", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "oda-with-counterpart.registered", nouns: "", vi: "vốn ODA và vốn đối ứng góp vốn, mua cổ phần", en: "aid together with its counterpart funds: contributed or spent on shares", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 77, code: "oda-with-counterpart.implemented", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn ODA và vốn đối ứng thực hiện", en: "aid together with its counterpart funds: implemented, disbursed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 78, code: "oda-with-counterpart.committed", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn ODA và vốn đối ứng cam kết", en: "aid together with its counterpart funds: committed", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 79, code: "oda-with-counterpart.planned", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn ODA và vốn đối ứng theo tổng mức đầu tư", en: "aid together with its counterpart funds: planned in total", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 80, code: "oda-with-counterpart.unstated", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "vốn ODA và vốn đối ứng không nêu giai đoạn", en: "aid together with its counterpart funds: at a stage that is not stated", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 81, code: "ngo-aid.registered", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::REGISTERED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "viện trợ phi chính phủ nước ngoài đăng ký", en: "aid of foreign non-governmental organisations: registered, all parts together", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 82, code: "ngo-aid.registered-new", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::REGISTERED_NEW), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ngo-aid.registered", nouns: "", vi: "viện trợ phi chính phủ nước ngoài đăng ký cấp mới", en: "aid of foreign non-governmental organisations: newly registered", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 83, code: "ngo-aid.registered-adjusted", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::REGISTERED_ADJUSTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "ngo-aid.registered", nouns: "", vi: "viện trợ phi chính phủ nước ngoài đăng ký điều chỉnh", en: "aid of foreign non-governmental organisations: registered in adjustments", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 84, code: "ngo-aid.share-purchase", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::SHARE_PURCHASE), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "ngo-aid.registered", nouns: "", vi: "viện trợ phi chính phủ nước ngoài góp vốn, mua cổ phần", en: "aid of foreign non-governmental organisations: contributed or spent on shares", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 85, code: "ngo-aid.implemented", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::IMPLEMENTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "viện trợ phi chính phủ nước ngoài thực hiện", en: "aid of foreign non-governmental organisations: implemented, disbursed", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 86, code: "ngo-aid.committed", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::COMMITTED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "viện trợ phi chính phủ nước ngoài cam kết", en: "aid of foreign non-governmental organisations: committed", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 87, code: "ngo-aid.planned", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::PLANNED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "viện trợ phi chính phủ nước ngoài theo tổng mức đầu tư", en: "aid of foreign non-governmental organisations: planned in total", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 88, code: "ngo-aid.unstated", capital: Some(CapitalKind::NGO_AID), stage: Some(Basis::UNSTATED), prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: true, part_of: "", nouns: "", vi: "viện trợ phi chính phủ nước ngoài không nêu giai đoạn", en: "aid of foreign non-governmental organisations: at a stage that is not stated", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 89, code: "fdi.projects", capital: Some(CapitalKind::FDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "investment.projects", nouns: "dự án|công trình", vi: "số dự án (vốn đầu tư trực tiếp nước ngoài)", en: "projects of foreign direct investment", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 90, code: "fdi.adjustments", capital: Some(CapitalKind::FDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "investment.adjustments", nouns: "dự án|công trình|lượt", vi: "số lượt dự án điều chỉnh vốn (vốn đầu tư trực tiếp nước ngoài)", en: "capital adjustments of foreign direct investment", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 91, code: "fdi.share-purchases", capital: Some(CapitalKind::FDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "investment.share-purchases", nouns: "lượt|dự án|công trình|giao dịch|thương vụ", vi: "số lượt góp vốn, mua cổ phần (vốn đầu tư trực tiếp nước ngoài)", en: "share purchases of foreign direct investment", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 92, code: "ddi.projects", capital: Some(CapitalKind::DDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "investment.projects", nouns: "dự án|công trình", vi: "số dự án (vốn đầu tư trong nước)", en: "projects of domestic direct investment", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 93, code: "ddi.adjustments", capital: Some(CapitalKind::DDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "investment.adjustments", nouns: "dự án|công trình|lượt", vi: "số lượt dự án điều chỉnh vốn (vốn đầu tư trong nước)", en: "capital adjustments of domestic direct investment", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 94, code: "ddi.share-purchases", capital: Some(CapitalKind::DDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "investment.share-purchases", nouns: "lượt|dự án|công trình|giao dịch|thương vụ", vi: "số lượt góp vốn, mua cổ phần (vốn đầu tư trong nước)", en: "share purchases of domestic direct investment", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 95, code: "ofdi.projects", capital: Some(CapitalKind::OFDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (vốn đầu tư ra nước ngoài)", en: "projects of Vietnamese investment abroad", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 96, code: "ofdi.adjustments", capital: Some(CapitalKind::OFDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "dự án|công trình|lượt", vi: "số lượt dự án điều chỉnh vốn (vốn đầu tư ra nước ngoài)", en: "capital adjustments of Vietnamese investment abroad", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 97, code: "ofdi.share-purchases", capital: Some(CapitalKind::OFDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "lượt|dự án|công trình|giao dịch|thương vụ", vi: "số lượt góp vốn, mua cổ phần (vốn đầu tư ra nước ngoài)", en: "share purchases of Vietnamese investment abroad", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 98, code: "investment.projects", capital: Some(CapitalKind::INVESTMENT), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (vốn đầu tư trong và ngoài nước)", en: "projects of investment, domestic and foreign together or not told apart", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 99, code: "investment.adjustments", capital: Some(CapitalKind::INVESTMENT), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "dự án|công trình|lượt", vi: "số lượt dự án điều chỉnh vốn (vốn đầu tư trong và ngoài nước)", en: "capital adjustments of investment, domestic and foreign together or not told apart", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 100, code: "investment.share-purchases", capital: Some(CapitalKind::INVESTMENT), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "lượt|dự án|công trình|giao dịch|thương vụ", vi: "số lượt góp vốn, mua cổ phần (vốn đầu tư trong và ngoài nước)", en: "share purchases of investment, domestic and foreign together or not told apart", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 101, code: "oda.projects", capital: Some(CapitalKind::ODA), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "oda-with-counterpart.projects", nouns: "dự án|công trình", vi: "số dự án (vốn ODA)", en: "projects of official development assistance, loan and grant not told apart", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 102, code: "oda-loan.projects", capital: Some(CapitalKind::ODA_LOAN), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "oda.projects", nouns: "dự án|công trình", vi: "số dự án (vốn vay ODA)", en: "projects of ODA loans", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 103, code: "oda-grant.projects", capital: Some(CapitalKind::ODA_GRANT), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "oda.projects", nouns: "dự án|công trình", vi: "số dự án (viện trợ ODA không hoàn lại)", en: "projects of ODA grants", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 104, code: "concessional-loan.projects", capital: Some(CapitalKind::CONCESSIONAL_LOAN), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (vốn vay ưu đãi)", en: "projects of concessional loans", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 105, code: "counterpart.projects", capital: Some(CapitalKind::COUNTERPART), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (vốn đối ứng)", en: "projects of Vietnamese counterpart funds beside aid", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 106, code: "oda-with-counterpart.projects", capital: Some(CapitalKind::ODA_WITH_COUNTERPART), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (vốn ODA và vốn đối ứng)", en: "projects of aid together with its counterpart funds", source: "Decree 114/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 107, code: "ngo-aid.projects", capital: Some(CapitalKind::NGO_AID), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án (viện trợ phi chính phủ nước ngoài)", en: "projects of aid of foreign non-governmental organisations", source: "Decree 80/2020/NĐ-CP" }.definition(),
    BuiltIn { position: 108, code: "investment.projects-called", capital: Some(CapitalKind::INVESTMENT), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "dự án|công trình", vi: "số dự án kêu gọi đầu tư", en: "projects that call for investors", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 109, code: "ofdi.destinations", capital: Some(CapitalKind::OFDI), stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "nước|quốc gia|vùng lãnh thổ|thị trường", vi: "số quốc gia và vùng lãnh thổ nhận đầu tư", en: "countries and territories invested in: the same one may be that of several provinces", source: "Law on Investment 61/2020/QH14, chapter V" }.definition(),
    BuiltIn { position: 110, code: "projects-licensed", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "dự án|công trình|giấy", vi: "số dự án được cấp phép", en: "projects licensed, whose capital is not told", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 111, code: "projects-ended", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "dự án|công trình|giấy", vi: "số dự án chấm dứt, thu hồi", en: "projects ended or withdrawn", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 112, code: "project.equity", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn góp của nhà đầu tư vào dự án", en: "equity of one project", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 113, code: "project.mobilised", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn huy động của dự án", en: "capital one project borrows or raises", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 114, code: "project.invested", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn đã đầu tư vào dự án", en: "capital put into one project so far", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 115, code: "land-clearance-cost", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "chi phí giải phóng mặt bằng", en: "cost of clearing land", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 116, code: "project.progress", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tiến độ dự án", en: "progress of one project, in percent", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 117, code: "project.term", capital: None, stage: None, prices: None, unit: MeasureUnit::Extent, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "năm|tháng|ngày", vi: "thời hạn dự án", en: "term of one project", source: "Law on Investment 61/2020/QH14" }.definition(),
    BuiltIn { position: 118, code: "social-investment", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn đầu tư thực hiện toàn xã hội", en: "investment of the whole society, carried out", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 119, code: "construction-investment", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "social-investment", nouns: "", vi: "vốn đầu tư xây dựng cơ bản", en: "investment in construction", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 120, code: "capital-need", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "nhu cầu vốn", en: "capital a programme needs", source: "Law on Public Investment 58/2024/QH15" }.definition(),
    BuiltIn { position: 121, code: "capital-shortfall", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "capital-need", nouns: "", vi: "vốn còn thiếu", en: "capital a programme lacks", source: "Law on Public Investment 58/2024/QH15" }.definition(),
    BuiltIn { position: 122, code: "capital-mobilised", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn đã huy động", en: "capital a programme has raised", source: "Law on Public Investment 58/2024/QH15" }.definition(),
    BuiltIn { position: 123, code: "visits", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "lượt|đoàn|khách|người", vi: "lượt khách", en: "visits received, not distinct visitors", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 124, code: "delegations-received", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "đoàn|lượt đoàn|phái đoàn", vi: "đoàn vào", en: "delegations received", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 125, code: "missions", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "đoàn|lượt đoàn|phái đoàn|chuyến|lượt", vi: "đoàn ra, đoàn xúc tiến", en: "missions sent abroad", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 126, code: "delegation-members", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "thành viên|người|đại biểu|cán bộ|doanh nghiệp", vi: "thành viên đoàn", en: "members of a delegation", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 127, code: "agreements", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "thỏa thuận|bản ghi nhớ|biên bản|văn kiện|văn bản|hiệp định|hợp đồng|chương trình|thông cáo|tuyên bố|thỏa ước|ý định thư|kế hoạch", vi: "thỏa thuận, biên bản ghi nhớ", en: "agreements and memoranda", source: "Law 70/2020/QH14 on International Agreements" }.definition(),
    BuiltIn { position: 128, code: "partner-localities", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "địa phương|tỉnh|thành phố|bang|vùng|huyện|quận|đối tác", vi: "địa phương nước ngoài có quan hệ", en: "foreign localities linked by friendship or twinning: the same one may be that of several provinces", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 129, code: "partner-organisations", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "tổ chức|cơ quan|đối tác|hiệp hội|đơn vị", vi: "tổ chức đối tác", en: "partner organisations: the same one may be that of several provinces", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 130, code: "trade-partners", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "nước|quốc gia|vùng lãnh thổ|nền kinh tế|thị trường|đối tác", vi: "số nước và vùng lãnh thổ có quan hệ thương mại", en: "countries and territories traded with: the same one may be that of several provinces", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 131, code: "investor-countries", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "nước|quốc gia|vùng lãnh thổ|nền kinh tế|đối tác", vi: "số nước và vùng lãnh thổ đầu tư", en: "countries and territories that invest: the same one may be that of several provinces", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 132, code: "investors", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "nhà đầu tư|doanh nghiệp|công ty|tập đoàn|đối tác", vi: "số nhà đầu tư", en: "investors: the same one may be that of several provinces", source: "Law on Investment 61/2020/QH14; monthly reports of the Foreign Investment Agency" }.definition(),
    BuiltIn { position: 133, code: "provinces", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "tỉnh|thành phố|địa phương", vi: "số tỉnh, thành phố", en: "Vietnamese provinces and cities taking part", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 134, code: "diaspora-persons", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "người|kiều bào|Việt kiều", vi: "số kiều bào", en: "persons of the diaspora from the province", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 135, code: "diaspora-countries", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "nước|quốc gia|vùng lãnh thổ|nền kinh tế", vi: "số nước có kiều bào", en: "countries where the diaspora lives: the same one may be that of several provinces", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 136, code: "foreign-enterprise-workers", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "workers", nouns: "lao động|người|công nhân|nhân viên|nhân công|nhân sự", vi: "lao động trong doanh nghiệp FDI", en: "workers in foreign enterprises", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 137, code: "workers", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "lao động|người|công nhân|nhân viên|nhân công|nhân sự", vi: "lao động có việc làm", en: "persons in work", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 138, code: "jobs", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "việc làm|lao động|người|công nhân", vi: "việc làm được tạo ra", en: "jobs created", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 139, code: "enterprises", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "doanh nghiệp|công ty|đơn vị|cơ sở|hợp tác xã", vi: "doanh nghiệp", en: "enterprises, in force where a date is given", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 140, code: "enterprises-founded", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "doanh nghiệp|công ty|đơn vị|cơ sở|hợp tác xã", vi: "doanh nghiệp thành lập mới", en: "enterprises founded", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 141, code: "enterprises-resumed", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "doanh nghiệp|công ty|đơn vị|cơ sở|hợp tác xã", vi: "doanh nghiệp quay trở lại hoạt động", en: "enterprises that resumed work", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 142, code: "enterprises-suspended", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "doanh nghiệp|công ty|đơn vị|cơ sở|hợp tác xã", vi: "doanh nghiệp tạm ngừng kinh doanh", en: "enterprises that suspended work", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 143, code: "enterprises-dissolved", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "doanh nghiệp|công ty|đơn vị|cơ sở|hợp tác xã", vi: "doanh nghiệp giải thể", en: "enterprises dissolved", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 144, code: "cooperatives", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "hợp tác xã|tổ hợp tác", vi: "hợp tác xã", en: "cooperatives", source: "Law on Cooperatives 17/2023/QH15" }.definition(),
    BuiltIn { position: 145, code: "trade-offices", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: false, signed: false, part_of: "", nouns: "thương vụ|văn phòng|cơ quan", vi: "Thương vụ Việt Nam ở nước ngoài", en: "Vietnamese trade offices abroad", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 146, code: "things", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "số lượng khác", en: "anything else; the printed noun says what", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 147, code: "industrial-parks", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "khu công nghiệp|KCN|khu", vi: "khu công nghiệp", en: "industrial parks; as a share, how far they are let (tỷ lệ lấp đầy)", source: "Decree 35/2022/NĐ-CP" }.definition(),
    BuiltIn { position: 148, code: "industrial-clusters", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "cụm công nghiệp|CCN|cụm", vi: "cụm công nghiệp", en: "industrial clusters; as a share, how far they are let (tỷ lệ lấp đầy)", source: "Decree 32/2024/NĐ-CP" }.definition(),
    BuiltIn { position: 149, code: "economic-zones", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "khu kinh tế|KKT|khu", vi: "khu kinh tế", en: "economic zones; as a share, how far they are let (tỷ lệ lấp đầy)", source: "Decree 35/2022/NĐ-CP" }.definition(),
    BuiltIn { position: 150, code: "tourists", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "lượt|khách|du khách|người", vi: "khách du lịch", en: "tourists received, delegations apart", source: "Law on Tourism 09/2017/QH14" }.definition(),
    BuiltIn { position: 151, code: "event-participants", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "đại biểu|người|khách|đơn vị|doanh nghiệp|thành viên|đoàn", vi: "người tham dự sự kiện", en: "participants of an event", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 152, code: "event-booths", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "gian hàng|gian|booth", vi: "gian hàng tại sự kiện", en: "booths of a fair", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 153, code: "population", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "người|dân|nhân khẩu", vi: "dân số", en: "population", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 154, code: "students", capital: None, stage: None, prices: None, unit: MeasureUnit::Count, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "sinh viên|học sinh|học viên|người", vi: "sinh viên, học sinh", en: "students", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 155, code: "grdp.current", capital: None, stage: None, prices: Some(PriceBasis::CURRENT), unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "GRDP theo giá hiện hành", en: "gross regional domestic product at current prices", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 156, code: "grdp.constant-2010", capital: None, stage: None, prices: Some(PriceBasis::CONSTANT_2010), unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "GRDP theo giá so sánh 2010", en: "gross regional domestic product at constant prices of 2010", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 157, code: "grdp.unstated-prices", capital: None, stage: None, prices: Some(PriceBasis::UNSTATED_PRICES), unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "GRDP, không nêu loại giá", en: "gross regional domestic product at prices that are not stated", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 158, code: "grdp-per-capita", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: false, signed: false, part_of: "", nouns: "", vi: "GRDP bình quân đầu người", en: "gross regional domestic product per head", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 159, code: "income", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: false, signed: false, part_of: "", nouns: "", vi: "thu nhập bình quân đầu người", en: "income per head", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 160, code: "exports", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "trade", nouns: "", vi: "kim ngạch xuất khẩu", en: "goods exported", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 161, code: "imports", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "trade", nouns: "", vi: "kim ngạch nhập khẩu", en: "goods imported", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 162, code: "trade", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "kim ngạch xuất nhập khẩu", en: "goods exported and imported together", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 163, code: "trade-balance", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "", nouns: "", vi: "cán cân thương mại", en: "goods exported less goods imported", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 164, code: "budget-revenue", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: true, part_of: "", nouns: "", vi: "thu ngân sách trên địa bàn", en: "budget revenue in the area", source: "Law on the State Budget 83/2015/QH13" }.definition(),
    BuiltIn { position: 165, code: "budget-expenditure", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "chi ngân sách địa phương", en: "budget expenditure", source: "Law on the State Budget 83/2015/QH13" }.definition(),
    BuiltIn { position: 166, code: "industrial-output", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "giá trị sản xuất công nghiệp", en: "value of industrial output", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 167, code: "output", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "giá trị sản xuất", en: "value of output, of what the sector says", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 168, code: "enterprise-capital", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn đăng ký của doanh nghiệp", en: "registered capital of enterprises", source: "Law on Enterprises 59/2020/QH14" }.definition(),
    BuiltIn { position: 169, code: "enterprise-revenue", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "doanh thu của doanh nghiệp", en: "revenue of enterprises", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 170, code: "tourism-revenue", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Flow, adds: true, signed: false, part_of: "", nouns: "", vi: "doanh thu du lịch", en: "revenue from tourism", source: "Law on Tourism 09/2017/QH14" }.definition(),
    BuiltIn { position: 171, code: "agreement-value", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "giá trị thỏa thuận", en: "value of agreements", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 172, code: "credit-raised", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "", vi: "vốn huy động của các tổ chức tín dụng", en: "deposits raised by credit institutions", source: "State Bank of Vietnam" }.definition(),
    BuiltIn { position: 173, code: "credit-outstanding", capital: None, stage: None, prices: None, unit: MeasureUnit::Money, nature: Nature::Stock, adds: true, signed: false, part_of: "", nouns: "", vi: "dư nợ tín dụng", en: "credit outstanding", source: "State Bank of Vietnam" }.definition(),
    BuiltIn { position: 174, code: "sector-1", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ trọng khu vực I", en: "agriculture, forestry and fishery in GRDP", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 175, code: "sector-2", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "sector-2-3", nouns: "", vi: "tỷ trọng khu vực II", en: "industry and construction in GRDP", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 176, code: "sector-3", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "sector-2-3", nouns: "", vi: "tỷ trọng khu vực III", en: "services in GRDP", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 177, code: "sector-2-3", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ trọng khu vực II và III", en: "industry, construction and services in GRDP", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 178, code: "pci", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "chỉ số PCI", en: "competitiveness index of a province", source: "VCCI" }.definition(),
    BuiltIn { position: 179, code: "par-index", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "chỉ số PAR Index", en: "administrative reform index", source: "Ministry of Home Affairs" }.definition(),
    BuiltIn { position: 180, code: "papi", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "chỉ số PAPI", en: "governance and public administration index", source: "UNDP and CECODES" }.definition(),
    BuiltIn { position: 181, code: "size", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "quy mô", en: "size of a city, province or economy, unspecified", source: "articles of the provinces" }.definition(),
    BuiltIn { position: 182, code: "economic-growth", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: true, part_of: "", nouns: "", vi: "tăng trưởng kinh tế", en: "economic growth in general", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 183, code: "cpi", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: true, part_of: "", nouns: "", vi: "chỉ số giá tiêu dùng (CPI)", en: "consumer price index", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 184, code: "poverty", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ lệ hộ nghèo", en: "share of poor households", source: "Decree 07/2021/NĐ-CP" }.definition(),
    BuiltIn { position: 185, code: "urbanisation", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ lệ đô thị hóa", en: "share of people in towns", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 186, code: "new-rural", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "xã đạt chuẩn nông thôn mới", en: "communes that meet the standard of new countryside, as a count or a share", source: "Decision 318/QĐ-TTg of 2022" }.definition(),
    BuiltIn { position: 187, code: "electrification", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ lệ hộ dùng điện", en: "share of households with electricity", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 188, code: "insurance", capital: None, stage: None, prices: None, unit: MeasureUnit::Ratio, nature: Nature::Either, adds: false, signed: false, part_of: "", nouns: "", vi: "tỷ lệ bao phủ bảo hiểm", en: "share of people insured", source: "Decree 94/2022/NĐ-CP, national statistical indicators" }.definition(),
    BuiltIn { position: 189, code: "land-area", capital: None, stage: None, prices: None, unit: MeasureUnit::Extent, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "ha|hecta|héc ta", vi: "diện tích đất", en: "area of land, in hectares", source: "Law on Land 31/2024/QH15" }.definition(),
    BuiltIn { position: 190, code: "length", capital: None, stage: None, prices: None, unit: MeasureUnit::Extent, nature: Nature::Either, adds: true, signed: false, part_of: "", nouns: "km|ki lô mét", vi: "chiều dài", en: "length of roads, borders, coasts, in kilometres", source: "articles of the provinces" }.definition(),
];

/// The levels of all of them.
pub(super) static LEVELS: [Measure; 191] = [
    measures::FDI_REGISTERED,
    measures::FDI_REGISTERED_NEW,
    measures::FDI_REGISTERED_ADJUSTED,
    measures::FDI_SHARE_PURCHASE,
    measures::FDI_IMPLEMENTED,
    measures::FDI_COMMITTED,
    measures::FDI_PLANNED,
    measures::FDI_UNSTATED,
    measures::DDI_REGISTERED,
    measures::DDI_REGISTERED_NEW,
    measures::DDI_REGISTERED_ADJUSTED,
    measures::DDI_SHARE_PURCHASE,
    measures::DDI_IMPLEMENTED,
    measures::DDI_COMMITTED,
    measures::DDI_PLANNED,
    measures::DDI_UNSTATED,
    measures::OFDI_REGISTERED,
    measures::OFDI_REGISTERED_NEW,
    measures::OFDI_REGISTERED_ADJUSTED,
    measures::OFDI_SHARE_PURCHASE,
    measures::OFDI_IMPLEMENTED,
    measures::OFDI_COMMITTED,
    measures::OFDI_PLANNED,
    measures::OFDI_UNSTATED,
    measures::INVESTMENT_REGISTERED,
    measures::INVESTMENT_REGISTERED_NEW,
    measures::INVESTMENT_REGISTERED_ADJUSTED,
    measures::INVESTMENT_SHARE_PURCHASE,
    measures::INVESTMENT_IMPLEMENTED,
    measures::INVESTMENT_COMMITTED,
    measures::INVESTMENT_PLANNED,
    measures::INVESTMENT_CALLED,
    measures::INVESTMENT_UNSTATED,
    measures::ODA_REGISTERED,
    measures::ODA_REGISTERED_NEW,
    measures::ODA_REGISTERED_ADJUSTED,
    measures::ODA_SHARE_PURCHASE,
    measures::ODA_IMPLEMENTED,
    measures::ODA_COMMITTED,
    measures::ODA_PLANNED,
    measures::ODA_UNSTATED,
    measures::ODA_LOAN_REGISTERED,
    measures::ODA_LOAN_REGISTERED_NEW,
    measures::ODA_LOAN_REGISTERED_ADJUSTED,
    measures::ODA_LOAN_SHARE_PURCHASE,
    measures::ODA_LOAN_IMPLEMENTED,
    measures::ODA_LOAN_COMMITTED,
    measures::ODA_LOAN_PLANNED,
    measures::ODA_LOAN_UNSTATED,
    measures::ODA_GRANT_REGISTERED,
    measures::ODA_GRANT_REGISTERED_NEW,
    measures::ODA_GRANT_REGISTERED_ADJUSTED,
    measures::ODA_GRANT_SHARE_PURCHASE,
    measures::ODA_GRANT_IMPLEMENTED,
    measures::ODA_GRANT_COMMITTED,
    measures::ODA_GRANT_PLANNED,
    measures::ODA_GRANT_UNSTATED,
    measures::CONCESSIONAL_LOAN_REGISTERED,
    measures::CONCESSIONAL_LOAN_REGISTERED_NEW,
    measures::CONCESSIONAL_LOAN_REGISTERED_ADJUSTED,
    measures::CONCESSIONAL_LOAN_SHARE_PURCHASE,
    measures::CONCESSIONAL_LOAN_IMPLEMENTED,
    measures::CONCESSIONAL_LOAN_COMMITTED,
    measures::CONCESSIONAL_LOAN_PLANNED,
    measures::CONCESSIONAL_LOAN_UNSTATED,
    measures::COUNTERPART_REGISTERED,
    measures::COUNTERPART_REGISTERED_NEW,
    measures::COUNTERPART_REGISTERED_ADJUSTED,
    measures::COUNTERPART_SHARE_PURCHASE,
    measures::COUNTERPART_IMPLEMENTED,
    measures::COUNTERPART_COMMITTED,
    measures::COUNTERPART_PLANNED,
    measures::COUNTERPART_UNSTATED,
    measures::ODA_WITH_COUNTERPART_REGISTERED,
    measures::ODA_WITH_COUNTERPART_REGISTERED_NEW,
    measures::ODA_WITH_COUNTERPART_REGISTERED_ADJUSTED,
    measures::ODA_WITH_COUNTERPART_SHARE_PURCHASE,
    measures::ODA_WITH_COUNTERPART_IMPLEMENTED,
    measures::ODA_WITH_COUNTERPART_COMMITTED,
    measures::ODA_WITH_COUNTERPART_PLANNED,
    measures::ODA_WITH_COUNTERPART_UNSTATED,
    measures::NGO_AID_REGISTERED,
    measures::NGO_AID_REGISTERED_NEW,
    measures::NGO_AID_REGISTERED_ADJUSTED,
    measures::NGO_AID_SHARE_PURCHASE,
    measures::NGO_AID_IMPLEMENTED,
    measures::NGO_AID_COMMITTED,
    measures::NGO_AID_PLANNED,
    measures::NGO_AID_UNSTATED,
    measures::FDI_PROJECTS,
    measures::FDI_ADJUSTMENTS,
    measures::FDI_SHARE_PURCHASES,
    measures::DDI_PROJECTS,
    measures::DDI_ADJUSTMENTS,
    measures::DDI_SHARE_PURCHASES,
    measures::OFDI_PROJECTS,
    measures::OFDI_ADJUSTMENTS,
    measures::OFDI_SHARE_PURCHASES,
    measures::INVESTMENT_PROJECTS,
    measures::INVESTMENT_ADJUSTMENTS,
    measures::INVESTMENT_SHARE_PURCHASES,
    measures::ODA_PROJECTS,
    measures::ODA_LOAN_PROJECTS,
    measures::ODA_GRANT_PROJECTS,
    measures::CONCESSIONAL_LOAN_PROJECTS,
    measures::COUNTERPART_PROJECTS,
    measures::ODA_WITH_COUNTERPART_PROJECTS,
    measures::NGO_AID_PROJECTS,
    measures::INVESTMENT_PROJECTS_CALLED,
    measures::OFDI_DESTINATIONS,
    measures::PROJECTS_LICENSED,
    measures::PROJECTS_ENDED,
    measures::PROJECT_EQUITY,
    measures::PROJECT_MOBILISED,
    measures::PROJECT_INVESTED,
    measures::LAND_CLEARANCE_COST,
    measures::PROJECT_PROGRESS,
    measures::PROJECT_TERM,
    measures::SOCIAL_INVESTMENT,
    measures::CONSTRUCTION_INVESTMENT,
    measures::CAPITAL_NEED,
    measures::CAPITAL_SHORTFALL,
    measures::CAPITAL_MOBILISED,
    measures::VISITS,
    measures::DELEGATIONS_RECEIVED,
    measures::MISSIONS,
    measures::DELEGATION_MEMBERS,
    measures::AGREEMENTS,
    measures::PARTNER_LOCALITIES,
    measures::PARTNER_ORGANISATIONS,
    measures::TRADE_PARTNERS,
    measures::INVESTOR_COUNTRIES,
    measures::INVESTORS,
    measures::PROVINCES,
    measures::DIASPORA_PERSONS,
    measures::DIASPORA_COUNTRIES,
    measures::FOREIGN_ENTERPRISE_WORKERS,
    measures::WORKERS,
    measures::JOBS,
    measures::ENTERPRISES,
    measures::ENTERPRISES_FOUNDED,
    measures::ENTERPRISES_RESUMED,
    measures::ENTERPRISES_SUSPENDED,
    measures::ENTERPRISES_DISSOLVED,
    measures::COOPERATIVES,
    measures::TRADE_OFFICES,
    measures::THINGS,
    measures::INDUSTRIAL_PARKS,
    measures::INDUSTRIAL_CLUSTERS,
    measures::ECONOMIC_ZONES,
    measures::TOURISTS,
    measures::EVENT_PARTICIPANTS,
    measures::EVENT_BOOTHS,
    measures::POPULATION,
    measures::STUDENTS,
    measures::GRDP_CURRENT,
    measures::GRDP_CONSTANT_2010,
    measures::GRDP_UNSTATED_PRICES,
    measures::GRDP_PER_CAPITA,
    measures::INCOME,
    measures::EXPORTS,
    measures::IMPORTS,
    measures::TRADE,
    measures::TRADE_BALANCE,
    measures::BUDGET_REVENUE,
    measures::BUDGET_EXPENDITURE,
    measures::INDUSTRIAL_OUTPUT,
    measures::OUTPUT,
    measures::ENTERPRISE_CAPITAL,
    measures::ENTERPRISE_REVENUE,
    measures::TOURISM_REVENUE,
    measures::AGREEMENT_VALUE,
    measures::CREDIT_RAISED,
    measures::CREDIT_OUTSTANDING,
    measures::SECTOR_1,
    measures::SECTOR_2,
    measures::SECTOR_3,
    measures::SECTOR_2_3,
    measures::PCI,
    measures::PAR_INDEX,
    measures::PAPI,
    measures::SIZE,
    measures::ECONOMIC_GROWTH,
    measures::CPI,
    measures::POVERTY,
    measures::URBANISATION,
    measures::NEW_RURAL,
    measures::ELECTRIFICATION,
    measures::INSURANCE,
    measures::LAND_AREA,
    measures::LENGTH,
];

/// Their places, in the order of the codes.
pub(super) static BY_CODE: [u16; 191] = [171, 127, 165, 164, 122, 120, 121, 62, 61, 63, 104, 57, 59, 58, 60, 64, 119, 144, 70, 69, 71, 105, 65, 67, 66, 68, 72, 183, 173, 172, 93, 13, 12, 14, 92, 8, 10, 9, 11, 94, 15, 126, 124, 135, 134, 182, 149, 187, 168, 169, 139, 143, 140, 141, 142, 152, 151, 160, 90, 5, 4, 6, 89, 0, 2, 1, 3, 91, 7, 136, 158, 156, 155, 157, 161, 159, 148, 166, 147, 188, 99, 31, 29, 28, 30, 98, 108, 24, 26, 25, 27, 100, 32, 131, 132, 138, 189, 115, 190, 125, 186, 86, 85, 87, 107, 81, 83, 82, 84, 88, 54, 53, 55, 103, 49, 51, 50, 52, 56, 46, 45, 47, 102, 41, 43, 42, 44, 48, 78, 77, 79, 106, 73, 75, 74, 76, 80, 38, 37, 39, 101, 33, 35, 34, 36, 40, 96, 21, 109, 20, 22, 95, 16, 18, 17, 19, 97, 23, 167, 180, 179, 128, 129, 178, 153, 184, 112, 114, 113, 116, 117, 111, 110, 133, 174, 175, 177, 176, 181, 118, 154, 146, 170, 150, 162, 163, 145, 130, 185, 123, 137];

#[doc = include_str!("codes.md")]
pub mod measures {
    use super::{Measure, ROWS};

    /// `fdi.registered`: foreign direct investment: registered, all parts together (*vốn đầu tư trực tiếp nước ngoài đăng ký*).
    pub const FDI_REGISTERED: Measure = Measure::built_in(&ROWS[0]);
    /// `fdi.registered-new`: foreign direct investment: newly registered (*vốn đầu tư trực tiếp nước ngoài đăng ký cấp mới*).
    pub const FDI_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[1]);
    /// `fdi.registered-adjusted`: foreign direct investment: registered in adjustments (*vốn đầu tư trực tiếp nước ngoài đăng ký điều chỉnh*).
    pub const FDI_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[2]);
    /// `fdi.share-purchase`: foreign direct investment: contributed or spent on shares (*vốn đầu tư trực tiếp nước ngoài góp vốn, mua cổ phần*).
    pub const FDI_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[3]);
    /// `fdi.implemented`: foreign direct investment: implemented, disbursed (*vốn đầu tư trực tiếp nước ngoài thực hiện*).
    pub const FDI_IMPLEMENTED: Measure = Measure::built_in(&ROWS[4]);
    /// `fdi.committed`: foreign direct investment: committed (*vốn đầu tư trực tiếp nước ngoài cam kết*).
    pub const FDI_COMMITTED: Measure = Measure::built_in(&ROWS[5]);
    /// `fdi.planned`: foreign direct investment: planned in total (*vốn đầu tư trực tiếp nước ngoài theo tổng mức đầu tư*).
    pub const FDI_PLANNED: Measure = Measure::built_in(&ROWS[6]);
    /// `fdi.unstated`: foreign direct investment: at a stage that is not stated (*vốn đầu tư trực tiếp nước ngoài không nêu giai đoạn*).
    pub const FDI_UNSTATED: Measure = Measure::built_in(&ROWS[7]);
    /// `ddi.registered`: domestic direct investment: registered, all parts together (*vốn đầu tư trong nước đăng ký*).
    pub const DDI_REGISTERED: Measure = Measure::built_in(&ROWS[8]);
    /// `ddi.registered-new`: domestic direct investment: newly registered (*vốn đầu tư trong nước đăng ký cấp mới*).
    pub const DDI_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[9]);
    /// `ddi.registered-adjusted`: domestic direct investment: registered in adjustments (*vốn đầu tư trong nước đăng ký điều chỉnh*).
    pub const DDI_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[10]);
    /// `ddi.share-purchase`: domestic direct investment: contributed or spent on shares (*vốn đầu tư trong nước góp vốn, mua cổ phần*).
    pub const DDI_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[11]);
    /// `ddi.implemented`: domestic direct investment: implemented, disbursed (*vốn đầu tư trong nước thực hiện*).
    pub const DDI_IMPLEMENTED: Measure = Measure::built_in(&ROWS[12]);
    /// `ddi.committed`: domestic direct investment: committed (*vốn đầu tư trong nước cam kết*).
    pub const DDI_COMMITTED: Measure = Measure::built_in(&ROWS[13]);
    /// `ddi.planned`: domestic direct investment: planned in total (*vốn đầu tư trong nước theo tổng mức đầu tư*).
    pub const DDI_PLANNED: Measure = Measure::built_in(&ROWS[14]);
    /// `ddi.unstated`: domestic direct investment: at a stage that is not stated (*vốn đầu tư trong nước không nêu giai đoạn*).
    pub const DDI_UNSTATED: Measure = Measure::built_in(&ROWS[15]);
    /// `ofdi.registered`: Vietnamese investment abroad: registered, all parts together (*vốn đầu tư ra nước ngoài đăng ký*).
    pub const OFDI_REGISTERED: Measure = Measure::built_in(&ROWS[16]);
    /// `ofdi.registered-new`: Vietnamese investment abroad: newly registered (*vốn đầu tư ra nước ngoài đăng ký cấp mới*).
    pub const OFDI_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[17]);
    /// `ofdi.registered-adjusted`: Vietnamese investment abroad: registered in adjustments (*vốn đầu tư ra nước ngoài đăng ký điều chỉnh*).
    pub const OFDI_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[18]);
    /// `ofdi.share-purchase`: Vietnamese investment abroad: contributed or spent on shares (*vốn đầu tư ra nước ngoài góp vốn, mua cổ phần*).
    pub const OFDI_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[19]);
    /// `ofdi.implemented`: Vietnamese investment abroad: implemented, disbursed (*vốn đầu tư ra nước ngoài thực hiện*).
    pub const OFDI_IMPLEMENTED: Measure = Measure::built_in(&ROWS[20]);
    /// `ofdi.committed`: Vietnamese investment abroad: committed (*vốn đầu tư ra nước ngoài cam kết*).
    pub const OFDI_COMMITTED: Measure = Measure::built_in(&ROWS[21]);
    /// `ofdi.planned`: Vietnamese investment abroad: planned in total (*vốn đầu tư ra nước ngoài theo tổng mức đầu tư*).
    pub const OFDI_PLANNED: Measure = Measure::built_in(&ROWS[22]);
    /// `ofdi.unstated`: Vietnamese investment abroad: at a stage that is not stated (*vốn đầu tư ra nước ngoài không nêu giai đoạn*).
    pub const OFDI_UNSTATED: Measure = Measure::built_in(&ROWS[23]);
    /// `investment.registered`: investment, domestic and foreign together or not told apart: registered, all parts together (*vốn đầu tư trong và ngoài nước đăng ký*).
    pub const INVESTMENT_REGISTERED: Measure = Measure::built_in(&ROWS[24]);
    /// `investment.registered-new`: investment, domestic and foreign together or not told apart: newly registered (*vốn đầu tư trong và ngoài nước đăng ký cấp mới*).
    pub const INVESTMENT_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[25]);
    /// `investment.registered-adjusted`: investment, domestic and foreign together or not told apart: registered in adjustments (*vốn đầu tư trong và ngoài nước đăng ký điều chỉnh*).
    pub const INVESTMENT_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[26]);
    /// `investment.share-purchase`: investment, domestic and foreign together or not told apart: contributed or spent on shares (*vốn đầu tư trong và ngoài nước góp vốn, mua cổ phần*).
    pub const INVESTMENT_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[27]);
    /// `investment.implemented`: investment, domestic and foreign together or not told apart: implemented, disbursed (*vốn đầu tư trong và ngoài nước thực hiện*).
    pub const INVESTMENT_IMPLEMENTED: Measure = Measure::built_in(&ROWS[28]);
    /// `investment.committed`: investment, domestic and foreign together or not told apart: committed (*vốn đầu tư trong và ngoài nước cam kết*).
    pub const INVESTMENT_COMMITTED: Measure = Measure::built_in(&ROWS[29]);
    /// `investment.planned`: investment, domestic and foreign together or not told apart: planned in total (*vốn đầu tư trong và ngoài nước theo tổng mức đầu tư*).
    pub const INVESTMENT_PLANNED: Measure = Measure::built_in(&ROWS[30]);
    /// `investment.called`: investment, domestic and foreign together or not told apart: called for (*vốn đầu tư trong và ngoài nước kêu gọi*).
    pub const INVESTMENT_CALLED: Measure = Measure::built_in(&ROWS[31]);
    /// `investment.unstated`: investment, domestic and foreign together or not told apart: at a stage that is not stated (*vốn đầu tư trong và ngoài nước không nêu giai đoạn*).
    pub const INVESTMENT_UNSTATED: Measure = Measure::built_in(&ROWS[32]);
    /// `oda.registered`: official development assistance, loan and grant not told apart: registered, all parts together (*vốn ODA đăng ký*).
    pub const ODA_REGISTERED: Measure = Measure::built_in(&ROWS[33]);
    /// `oda.registered-new`: official development assistance, loan and grant not told apart: newly registered (*vốn ODA đăng ký cấp mới*).
    pub const ODA_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[34]);
    /// `oda.registered-adjusted`: official development assistance, loan and grant not told apart: registered in adjustments (*vốn ODA đăng ký điều chỉnh*).
    pub const ODA_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[35]);
    /// `oda.share-purchase`: official development assistance, loan and grant not told apart: contributed or spent on shares (*vốn ODA góp vốn, mua cổ phần*).
    pub const ODA_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[36]);
    /// `oda.implemented`: official development assistance, loan and grant not told apart: implemented, disbursed (*vốn ODA thực hiện*).
    pub const ODA_IMPLEMENTED: Measure = Measure::built_in(&ROWS[37]);
    /// `oda.committed`: official development assistance, loan and grant not told apart: committed (*vốn ODA cam kết*).
    pub const ODA_COMMITTED: Measure = Measure::built_in(&ROWS[38]);
    /// `oda.planned`: official development assistance, loan and grant not told apart: planned in total (*vốn ODA theo tổng mức đầu tư*).
    pub const ODA_PLANNED: Measure = Measure::built_in(&ROWS[39]);
    /// `oda.unstated`: official development assistance, loan and grant not told apart: at a stage that is not stated (*vốn ODA không nêu giai đoạn*).
    pub const ODA_UNSTATED: Measure = Measure::built_in(&ROWS[40]);
    /// `oda-loan.registered`: ODA loans: registered, all parts together (*vốn vay ODA đăng ký*).
    pub const ODA_LOAN_REGISTERED: Measure = Measure::built_in(&ROWS[41]);
    /// `oda-loan.registered-new`: ODA loans: newly registered (*vốn vay ODA đăng ký cấp mới*).
    pub const ODA_LOAN_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[42]);
    /// `oda-loan.registered-adjusted`: ODA loans: registered in adjustments (*vốn vay ODA đăng ký điều chỉnh*).
    pub const ODA_LOAN_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[43]);
    /// `oda-loan.share-purchase`: ODA loans: contributed or spent on shares (*vốn vay ODA góp vốn, mua cổ phần*).
    pub const ODA_LOAN_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[44]);
    /// `oda-loan.implemented`: ODA loans: implemented, disbursed (*vốn vay ODA thực hiện*).
    pub const ODA_LOAN_IMPLEMENTED: Measure = Measure::built_in(&ROWS[45]);
    /// `oda-loan.committed`: ODA loans: committed (*vốn vay ODA cam kết*).
    pub const ODA_LOAN_COMMITTED: Measure = Measure::built_in(&ROWS[46]);
    /// `oda-loan.planned`: ODA loans: planned in total (*vốn vay ODA theo tổng mức đầu tư*).
    pub const ODA_LOAN_PLANNED: Measure = Measure::built_in(&ROWS[47]);
    /// `oda-loan.unstated`: ODA loans: at a stage that is not stated (*vốn vay ODA không nêu giai đoạn*).
    pub const ODA_LOAN_UNSTATED: Measure = Measure::built_in(&ROWS[48]);
    /// `oda-grant.registered`: ODA grants: registered, all parts together (*viện trợ ODA không hoàn lại đăng ký*).
    pub const ODA_GRANT_REGISTERED: Measure = Measure::built_in(&ROWS[49]);
    /// `oda-grant.registered-new`: ODA grants: newly registered (*viện trợ ODA không hoàn lại đăng ký cấp mới*).
    pub const ODA_GRANT_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[50]);
    /// `oda-grant.registered-adjusted`: ODA grants: registered in adjustments (*viện trợ ODA không hoàn lại đăng ký điều chỉnh*).
    pub const ODA_GRANT_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[51]);
    /// `oda-grant.share-purchase`: ODA grants: contributed or spent on shares (*viện trợ ODA không hoàn lại góp vốn, mua cổ phần*).
    pub const ODA_GRANT_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[52]);
    /// `oda-grant.implemented`: ODA grants: implemented, disbursed (*viện trợ ODA không hoàn lại thực hiện*).
    pub const ODA_GRANT_IMPLEMENTED: Measure = Measure::built_in(&ROWS[53]);
    /// `oda-grant.committed`: ODA grants: committed (*viện trợ ODA không hoàn lại cam kết*).
    pub const ODA_GRANT_COMMITTED: Measure = Measure::built_in(&ROWS[54]);
    /// `oda-grant.planned`: ODA grants: planned in total (*viện trợ ODA không hoàn lại theo tổng mức đầu tư*).
    pub const ODA_GRANT_PLANNED: Measure = Measure::built_in(&ROWS[55]);
    /// `oda-grant.unstated`: ODA grants: at a stage that is not stated (*viện trợ ODA không hoàn lại không nêu giai đoạn*).
    pub const ODA_GRANT_UNSTATED: Measure = Measure::built_in(&ROWS[56]);
    /// `concessional-loan.registered`: concessional loans: registered, all parts together (*vốn vay ưu đãi đăng ký*).
    pub const CONCESSIONAL_LOAN_REGISTERED: Measure = Measure::built_in(&ROWS[57]);
    /// `concessional-loan.registered-new`: concessional loans: newly registered (*vốn vay ưu đãi đăng ký cấp mới*).
    pub const CONCESSIONAL_LOAN_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[58]);
    /// `concessional-loan.registered-adjusted`: concessional loans: registered in adjustments (*vốn vay ưu đãi đăng ký điều chỉnh*).
    pub const CONCESSIONAL_LOAN_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[59]);
    /// `concessional-loan.share-purchase`: concessional loans: contributed or spent on shares (*vốn vay ưu đãi góp vốn, mua cổ phần*).
    pub const CONCESSIONAL_LOAN_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[60]);
    /// `concessional-loan.implemented`: concessional loans: implemented, disbursed (*vốn vay ưu đãi thực hiện*).
    pub const CONCESSIONAL_LOAN_IMPLEMENTED: Measure = Measure::built_in(&ROWS[61]);
    /// `concessional-loan.committed`: concessional loans: committed (*vốn vay ưu đãi cam kết*).
    pub const CONCESSIONAL_LOAN_COMMITTED: Measure = Measure::built_in(&ROWS[62]);
    /// `concessional-loan.planned`: concessional loans: planned in total (*vốn vay ưu đãi theo tổng mức đầu tư*).
    pub const CONCESSIONAL_LOAN_PLANNED: Measure = Measure::built_in(&ROWS[63]);
    /// `concessional-loan.unstated`: concessional loans: at a stage that is not stated (*vốn vay ưu đãi không nêu giai đoạn*).
    pub const CONCESSIONAL_LOAN_UNSTATED: Measure = Measure::built_in(&ROWS[64]);
    /// `counterpart.registered`: Vietnamese counterpart funds beside aid: registered, all parts together (*vốn đối ứng đăng ký*).
    pub const COUNTERPART_REGISTERED: Measure = Measure::built_in(&ROWS[65]);
    /// `counterpart.registered-new`: Vietnamese counterpart funds beside aid: newly registered (*vốn đối ứng đăng ký cấp mới*).
    pub const COUNTERPART_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[66]);
    /// `counterpart.registered-adjusted`: Vietnamese counterpart funds beside aid: registered in adjustments (*vốn đối ứng đăng ký điều chỉnh*).
    pub const COUNTERPART_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[67]);
    /// `counterpart.share-purchase`: Vietnamese counterpart funds beside aid: contributed or spent on shares (*vốn đối ứng góp vốn, mua cổ phần*).
    pub const COUNTERPART_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[68]);
    /// `counterpart.implemented`: Vietnamese counterpart funds beside aid: implemented, disbursed (*vốn đối ứng thực hiện*).
    pub const COUNTERPART_IMPLEMENTED: Measure = Measure::built_in(&ROWS[69]);
    /// `counterpart.committed`: Vietnamese counterpart funds beside aid: committed (*vốn đối ứng cam kết*).
    pub const COUNTERPART_COMMITTED: Measure = Measure::built_in(&ROWS[70]);
    /// `counterpart.planned`: Vietnamese counterpart funds beside aid: planned in total (*vốn đối ứng theo tổng mức đầu tư*).
    pub const COUNTERPART_PLANNED: Measure = Measure::built_in(&ROWS[71]);
    /// `counterpart.unstated`: Vietnamese counterpart funds beside aid: at a stage that is not stated (*vốn đối ứng không nêu giai đoạn*).
    pub const COUNTERPART_UNSTATED: Measure = Measure::built_in(&ROWS[72]);
    /// `oda-with-counterpart.registered`: aid together with its counterpart funds: registered, all parts together (*vốn ODA và vốn đối ứng đăng ký*).
    pub const ODA_WITH_COUNTERPART_REGISTERED: Measure = Measure::built_in(&ROWS[73]);
    /// `oda-with-counterpart.registered-new`: aid together with its counterpart funds: newly registered (*vốn ODA và vốn đối ứng đăng ký cấp mới*).
    pub const ODA_WITH_COUNTERPART_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[74]);
    /// `oda-with-counterpart.registered-adjusted`: aid together with its counterpart funds: registered in adjustments (*vốn ODA và vốn đối ứng đăng ký điều chỉnh*).
    pub const ODA_WITH_COUNTERPART_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[75]);
    /// `oda-with-counterpart.share-purchase`: aid together with its counterpart funds: contributed or spent on shares (*vốn ODA và vốn đối ứng góp vốn, mua cổ phần*).
    pub const ODA_WITH_COUNTERPART_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[76]);
    /// `oda-with-counterpart.implemented`: aid together with its counterpart funds: implemented, disbursed (*vốn ODA và vốn đối ứng thực hiện*).
    pub const ODA_WITH_COUNTERPART_IMPLEMENTED: Measure = Measure::built_in(&ROWS[77]);
    /// `oda-with-counterpart.committed`: aid together with its counterpart funds: committed (*vốn ODA và vốn đối ứng cam kết*).
    pub const ODA_WITH_COUNTERPART_COMMITTED: Measure = Measure::built_in(&ROWS[78]);
    /// `oda-with-counterpart.planned`: aid together with its counterpart funds: planned in total (*vốn ODA và vốn đối ứng theo tổng mức đầu tư*).
    pub const ODA_WITH_COUNTERPART_PLANNED: Measure = Measure::built_in(&ROWS[79]);
    /// `oda-with-counterpart.unstated`: aid together with its counterpart funds: at a stage that is not stated (*vốn ODA và vốn đối ứng không nêu giai đoạn*).
    pub const ODA_WITH_COUNTERPART_UNSTATED: Measure = Measure::built_in(&ROWS[80]);
    /// `ngo-aid.registered`: aid of foreign non-governmental organisations: registered, all parts together (*viện trợ phi chính phủ nước ngoài đăng ký*).
    pub const NGO_AID_REGISTERED: Measure = Measure::built_in(&ROWS[81]);
    /// `ngo-aid.registered-new`: aid of foreign non-governmental organisations: newly registered (*viện trợ phi chính phủ nước ngoài đăng ký cấp mới*).
    pub const NGO_AID_REGISTERED_NEW: Measure = Measure::built_in(&ROWS[82]);
    /// `ngo-aid.registered-adjusted`: aid of foreign non-governmental organisations: registered in adjustments (*viện trợ phi chính phủ nước ngoài đăng ký điều chỉnh*).
    pub const NGO_AID_REGISTERED_ADJUSTED: Measure = Measure::built_in(&ROWS[83]);
    /// `ngo-aid.share-purchase`: aid of foreign non-governmental organisations: contributed or spent on shares (*viện trợ phi chính phủ nước ngoài góp vốn, mua cổ phần*).
    pub const NGO_AID_SHARE_PURCHASE: Measure = Measure::built_in(&ROWS[84]);
    /// `ngo-aid.implemented`: aid of foreign non-governmental organisations: implemented, disbursed (*viện trợ phi chính phủ nước ngoài thực hiện*).
    pub const NGO_AID_IMPLEMENTED: Measure = Measure::built_in(&ROWS[85]);
    /// `ngo-aid.committed`: aid of foreign non-governmental organisations: committed (*viện trợ phi chính phủ nước ngoài cam kết*).
    pub const NGO_AID_COMMITTED: Measure = Measure::built_in(&ROWS[86]);
    /// `ngo-aid.planned`: aid of foreign non-governmental organisations: planned in total (*viện trợ phi chính phủ nước ngoài theo tổng mức đầu tư*).
    pub const NGO_AID_PLANNED: Measure = Measure::built_in(&ROWS[87]);
    /// `ngo-aid.unstated`: aid of foreign non-governmental organisations: at a stage that is not stated (*viện trợ phi chính phủ nước ngoài không nêu giai đoạn*).
    pub const NGO_AID_UNSTATED: Measure = Measure::built_in(&ROWS[88]);
    /// `fdi.projects`: projects of foreign direct investment (*số dự án (vốn đầu tư trực tiếp nước ngoài)*).
    pub const FDI_PROJECTS: Measure = Measure::built_in(&ROWS[89]);
    /// `fdi.adjustments`: capital adjustments of foreign direct investment (*số lượt dự án điều chỉnh vốn (vốn đầu tư trực tiếp nước ngoài)*).
    pub const FDI_ADJUSTMENTS: Measure = Measure::built_in(&ROWS[90]);
    /// `fdi.share-purchases`: share purchases of foreign direct investment (*số lượt góp vốn, mua cổ phần (vốn đầu tư trực tiếp nước ngoài)*).
    pub const FDI_SHARE_PURCHASES: Measure = Measure::built_in(&ROWS[91]);
    /// `ddi.projects`: projects of domestic direct investment (*số dự án (vốn đầu tư trong nước)*).
    pub const DDI_PROJECTS: Measure = Measure::built_in(&ROWS[92]);
    /// `ddi.adjustments`: capital adjustments of domestic direct investment (*số lượt dự án điều chỉnh vốn (vốn đầu tư trong nước)*).
    pub const DDI_ADJUSTMENTS: Measure = Measure::built_in(&ROWS[93]);
    /// `ddi.share-purchases`: share purchases of domestic direct investment (*số lượt góp vốn, mua cổ phần (vốn đầu tư trong nước)*).
    pub const DDI_SHARE_PURCHASES: Measure = Measure::built_in(&ROWS[94]);
    /// `ofdi.projects`: projects of Vietnamese investment abroad (*số dự án (vốn đầu tư ra nước ngoài)*).
    pub const OFDI_PROJECTS: Measure = Measure::built_in(&ROWS[95]);
    /// `ofdi.adjustments`: capital adjustments of Vietnamese investment abroad (*số lượt dự án điều chỉnh vốn (vốn đầu tư ra nước ngoài)*).
    pub const OFDI_ADJUSTMENTS: Measure = Measure::built_in(&ROWS[96]);
    /// `ofdi.share-purchases`: share purchases of Vietnamese investment abroad (*số lượt góp vốn, mua cổ phần (vốn đầu tư ra nước ngoài)*).
    pub const OFDI_SHARE_PURCHASES: Measure = Measure::built_in(&ROWS[97]);
    /// `investment.projects`: projects of investment, domestic and foreign together or not told apart (*số dự án (vốn đầu tư trong và ngoài nước)*).
    pub const INVESTMENT_PROJECTS: Measure = Measure::built_in(&ROWS[98]);
    /// `investment.adjustments`: capital adjustments of investment, domestic and foreign together or not told apart (*số lượt dự án điều chỉnh vốn (vốn đầu tư trong và ngoài nước)*).
    pub const INVESTMENT_ADJUSTMENTS: Measure = Measure::built_in(&ROWS[99]);
    /// `investment.share-purchases`: share purchases of investment, domestic and foreign together or not told apart (*số lượt góp vốn, mua cổ phần (vốn đầu tư trong và ngoài nước)*).
    pub const INVESTMENT_SHARE_PURCHASES: Measure = Measure::built_in(&ROWS[100]);
    /// `oda.projects`: projects of official development assistance, loan and grant not told apart (*số dự án (vốn ODA)*).
    pub const ODA_PROJECTS: Measure = Measure::built_in(&ROWS[101]);
    /// `oda-loan.projects`: projects of ODA loans (*số dự án (vốn vay ODA)*).
    pub const ODA_LOAN_PROJECTS: Measure = Measure::built_in(&ROWS[102]);
    /// `oda-grant.projects`: projects of ODA grants (*số dự án (viện trợ ODA không hoàn lại)*).
    pub const ODA_GRANT_PROJECTS: Measure = Measure::built_in(&ROWS[103]);
    /// `concessional-loan.projects`: projects of concessional loans (*số dự án (vốn vay ưu đãi)*).
    pub const CONCESSIONAL_LOAN_PROJECTS: Measure = Measure::built_in(&ROWS[104]);
    /// `counterpart.projects`: projects of Vietnamese counterpart funds beside aid (*số dự án (vốn đối ứng)*).
    pub const COUNTERPART_PROJECTS: Measure = Measure::built_in(&ROWS[105]);
    /// `oda-with-counterpart.projects`: projects of aid together with its counterpart funds (*số dự án (vốn ODA và vốn đối ứng)*).
    pub const ODA_WITH_COUNTERPART_PROJECTS: Measure = Measure::built_in(&ROWS[106]);
    /// `ngo-aid.projects`: projects of aid of foreign non-governmental organisations (*số dự án (viện trợ phi chính phủ nước ngoài)*).
    pub const NGO_AID_PROJECTS: Measure = Measure::built_in(&ROWS[107]);
    /// `investment.projects-called`: projects that call for investors (*số dự án kêu gọi đầu tư*).
    pub const INVESTMENT_PROJECTS_CALLED: Measure = Measure::built_in(&ROWS[108]);
    /// `ofdi.destinations`: countries and territories invested in: the same one may be that of several provinces (*số quốc gia và vùng lãnh thổ nhận đầu tư*).
    pub const OFDI_DESTINATIONS: Measure = Measure::built_in(&ROWS[109]);
    /// `projects-licensed`: projects licensed, whose capital is not told (*số dự án được cấp phép*).
    pub const PROJECTS_LICENSED: Measure = Measure::built_in(&ROWS[110]);
    /// `projects-ended`: projects ended or withdrawn (*số dự án chấm dứt, thu hồi*).
    pub const PROJECTS_ENDED: Measure = Measure::built_in(&ROWS[111]);
    /// `project.equity`: equity of one project (*vốn góp của nhà đầu tư vào dự án*).
    pub const PROJECT_EQUITY: Measure = Measure::built_in(&ROWS[112]);
    /// `project.mobilised`: capital one project borrows or raises (*vốn huy động của dự án*).
    pub const PROJECT_MOBILISED: Measure = Measure::built_in(&ROWS[113]);
    /// `project.invested`: capital put into one project so far (*vốn đã đầu tư vào dự án*).
    pub const PROJECT_INVESTED: Measure = Measure::built_in(&ROWS[114]);
    /// `land-clearance-cost`: cost of clearing land (*chi phí giải phóng mặt bằng*).
    pub const LAND_CLEARANCE_COST: Measure = Measure::built_in(&ROWS[115]);
    /// `project.progress`: progress of one project, in percent (*tiến độ dự án*).
    pub const PROJECT_PROGRESS: Measure = Measure::built_in(&ROWS[116]);
    /// `project.term`: term of one project (*thời hạn dự án*).
    pub const PROJECT_TERM: Measure = Measure::built_in(&ROWS[117]);
    /// `social-investment`: investment of the whole society, carried out (*vốn đầu tư thực hiện toàn xã hội*).
    pub const SOCIAL_INVESTMENT: Measure = Measure::built_in(&ROWS[118]);
    /// `construction-investment`: investment in construction (*vốn đầu tư xây dựng cơ bản*).
    pub const CONSTRUCTION_INVESTMENT: Measure = Measure::built_in(&ROWS[119]);
    /// `capital-need`: capital a programme needs (*nhu cầu vốn*).
    pub const CAPITAL_NEED: Measure = Measure::built_in(&ROWS[120]);
    /// `capital-shortfall`: capital a programme lacks (*vốn còn thiếu*).
    pub const CAPITAL_SHORTFALL: Measure = Measure::built_in(&ROWS[121]);
    /// `capital-mobilised`: capital a programme has raised (*vốn đã huy động*).
    pub const CAPITAL_MOBILISED: Measure = Measure::built_in(&ROWS[122]);
    /// `visits`: visits received, not distinct visitors (*lượt khách*).
    pub const VISITS: Measure = Measure::built_in(&ROWS[123]);
    /// `delegations-received`: delegations received (*đoàn vào*).
    pub const DELEGATIONS_RECEIVED: Measure = Measure::built_in(&ROWS[124]);
    /// `missions`: missions sent abroad (*đoàn ra, đoàn xúc tiến*).
    pub const MISSIONS: Measure = Measure::built_in(&ROWS[125]);
    /// `delegation-members`: members of a delegation (*thành viên đoàn*).
    pub const DELEGATION_MEMBERS: Measure = Measure::built_in(&ROWS[126]);
    /// `agreements`: agreements and memoranda (*thỏa thuận, biên bản ghi nhớ*).
    pub const AGREEMENTS: Measure = Measure::built_in(&ROWS[127]);
    /// `partner-localities`: foreign localities linked by friendship or twinning: the same one may be that of several provinces (*địa phương nước ngoài có quan hệ*).
    pub const PARTNER_LOCALITIES: Measure = Measure::built_in(&ROWS[128]);
    /// `partner-organisations`: partner organisations: the same one may be that of several provinces (*tổ chức đối tác*).
    pub const PARTNER_ORGANISATIONS: Measure = Measure::built_in(&ROWS[129]);
    /// `trade-partners`: countries and territories traded with: the same one may be that of several provinces (*số nước và vùng lãnh thổ có quan hệ thương mại*).
    pub const TRADE_PARTNERS: Measure = Measure::built_in(&ROWS[130]);
    /// `investor-countries`: countries and territories that invest: the same one may be that of several provinces (*số nước và vùng lãnh thổ đầu tư*).
    pub const INVESTOR_COUNTRIES: Measure = Measure::built_in(&ROWS[131]);
    /// `investors`: investors: the same one may be that of several provinces (*số nhà đầu tư*).
    pub const INVESTORS: Measure = Measure::built_in(&ROWS[132]);
    /// `provinces`: Vietnamese provinces and cities taking part (*số tỉnh, thành phố*).
    pub const PROVINCES: Measure = Measure::built_in(&ROWS[133]);
    /// `diaspora-persons`: persons of the diaspora from the province (*số kiều bào*).
    pub const DIASPORA_PERSONS: Measure = Measure::built_in(&ROWS[134]);
    /// `diaspora-countries`: countries where the diaspora lives: the same one may be that of several provinces (*số nước có kiều bào*).
    pub const DIASPORA_COUNTRIES: Measure = Measure::built_in(&ROWS[135]);
    /// `foreign-enterprise-workers`: workers in foreign enterprises (*lao động trong doanh nghiệp FDI*).
    pub const FOREIGN_ENTERPRISE_WORKERS: Measure = Measure::built_in(&ROWS[136]);
    /// `workers`: persons in work (*lao động có việc làm*).
    pub const WORKERS: Measure = Measure::built_in(&ROWS[137]);
    /// `jobs`: jobs created (*việc làm được tạo ra*).
    pub const JOBS: Measure = Measure::built_in(&ROWS[138]);
    /// `enterprises`: enterprises, in force where a date is given (*doanh nghiệp*).
    pub const ENTERPRISES: Measure = Measure::built_in(&ROWS[139]);
    /// `enterprises-founded`: enterprises founded (*doanh nghiệp thành lập mới*).
    pub const ENTERPRISES_FOUNDED: Measure = Measure::built_in(&ROWS[140]);
    /// `enterprises-resumed`: enterprises that resumed work (*doanh nghiệp quay trở lại hoạt động*).
    pub const ENTERPRISES_RESUMED: Measure = Measure::built_in(&ROWS[141]);
    /// `enterprises-suspended`: enterprises that suspended work (*doanh nghiệp tạm ngừng kinh doanh*).
    pub const ENTERPRISES_SUSPENDED: Measure = Measure::built_in(&ROWS[142]);
    /// `enterprises-dissolved`: enterprises dissolved (*doanh nghiệp giải thể*).
    pub const ENTERPRISES_DISSOLVED: Measure = Measure::built_in(&ROWS[143]);
    /// `cooperatives`: cooperatives (*hợp tác xã*).
    pub const COOPERATIVES: Measure = Measure::built_in(&ROWS[144]);
    /// `trade-offices`: Vietnamese trade offices abroad (*Thương vụ Việt Nam ở nước ngoài*).
    pub const TRADE_OFFICES: Measure = Measure::built_in(&ROWS[145]);
    /// `things`: anything else; the printed noun says what (*số lượng khác*).
    pub const THINGS: Measure = Measure::built_in(&ROWS[146]);
    /// `industrial-parks`: industrial parks; as a share, how far they are let (tỷ lệ lấp đầy) (*khu công nghiệp*).
    pub const INDUSTRIAL_PARKS: Measure = Measure::built_in(&ROWS[147]);
    /// `industrial-clusters`: industrial clusters; as a share, how far they are let (tỷ lệ lấp đầy) (*cụm công nghiệp*).
    pub const INDUSTRIAL_CLUSTERS: Measure = Measure::built_in(&ROWS[148]);
    /// `economic-zones`: economic zones; as a share, how far they are let (tỷ lệ lấp đầy) (*khu kinh tế*).
    pub const ECONOMIC_ZONES: Measure = Measure::built_in(&ROWS[149]);
    /// `tourists`: tourists received, delegations apart (*khách du lịch*).
    pub const TOURISTS: Measure = Measure::built_in(&ROWS[150]);
    /// `event-participants`: participants of an event (*người tham dự sự kiện*).
    pub const EVENT_PARTICIPANTS: Measure = Measure::built_in(&ROWS[151]);
    /// `event-booths`: booths of a fair (*gian hàng tại sự kiện*).
    pub const EVENT_BOOTHS: Measure = Measure::built_in(&ROWS[152]);
    /// `population`: population (*dân số*).
    pub const POPULATION: Measure = Measure::built_in(&ROWS[153]);
    /// `students`: students (*sinh viên, học sinh*).
    pub const STUDENTS: Measure = Measure::built_in(&ROWS[154]);
    /// `grdp.current`: gross regional domestic product at current prices (*GRDP theo giá hiện hành*).
    pub const GRDP_CURRENT: Measure = Measure::built_in(&ROWS[155]);
    /// `grdp.constant-2010`: gross regional domestic product at constant prices of 2010 (*GRDP theo giá so sánh 2010*).
    pub const GRDP_CONSTANT_2010: Measure = Measure::built_in(&ROWS[156]);
    /// `grdp.unstated-prices`: gross regional domestic product at prices that are not stated (*GRDP, không nêu loại giá*).
    pub const GRDP_UNSTATED_PRICES: Measure = Measure::built_in(&ROWS[157]);
    /// `grdp-per-capita`: gross regional domestic product per head (*GRDP bình quân đầu người*).
    pub const GRDP_PER_CAPITA: Measure = Measure::built_in(&ROWS[158]);
    /// `income`: income per head (*thu nhập bình quân đầu người*).
    pub const INCOME: Measure = Measure::built_in(&ROWS[159]);
    /// `exports`: goods exported (*kim ngạch xuất khẩu*).
    pub const EXPORTS: Measure = Measure::built_in(&ROWS[160]);
    /// `imports`: goods imported (*kim ngạch nhập khẩu*).
    pub const IMPORTS: Measure = Measure::built_in(&ROWS[161]);
    /// `trade`: goods exported and imported together (*kim ngạch xuất nhập khẩu*).
    pub const TRADE: Measure = Measure::built_in(&ROWS[162]);
    /// `trade-balance`: goods exported less goods imported (*cán cân thương mại*).
    pub const TRADE_BALANCE: Measure = Measure::built_in(&ROWS[163]);
    /// `budget-revenue`: budget revenue in the area (*thu ngân sách trên địa bàn*).
    pub const BUDGET_REVENUE: Measure = Measure::built_in(&ROWS[164]);
    /// `budget-expenditure`: budget expenditure (*chi ngân sách địa phương*).
    pub const BUDGET_EXPENDITURE: Measure = Measure::built_in(&ROWS[165]);
    /// `industrial-output`: value of industrial output (*giá trị sản xuất công nghiệp*).
    pub const INDUSTRIAL_OUTPUT: Measure = Measure::built_in(&ROWS[166]);
    /// `output`: value of output, of what the sector says (*giá trị sản xuất*).
    pub const OUTPUT: Measure = Measure::built_in(&ROWS[167]);
    /// `enterprise-capital`: registered capital of enterprises (*vốn đăng ký của doanh nghiệp*).
    pub const ENTERPRISE_CAPITAL: Measure = Measure::built_in(&ROWS[168]);
    /// `enterprise-revenue`: revenue of enterprises (*doanh thu của doanh nghiệp*).
    pub const ENTERPRISE_REVENUE: Measure = Measure::built_in(&ROWS[169]);
    /// `tourism-revenue`: revenue from tourism (*doanh thu du lịch*).
    pub const TOURISM_REVENUE: Measure = Measure::built_in(&ROWS[170]);
    /// `agreement-value`: value of agreements (*giá trị thỏa thuận*).
    pub const AGREEMENT_VALUE: Measure = Measure::built_in(&ROWS[171]);
    /// `credit-raised`: deposits raised by credit institutions (*vốn huy động của các tổ chức tín dụng*).
    pub const CREDIT_RAISED: Measure = Measure::built_in(&ROWS[172]);
    /// `credit-outstanding`: credit outstanding (*dư nợ tín dụng*).
    pub const CREDIT_OUTSTANDING: Measure = Measure::built_in(&ROWS[173]);
    /// `sector-1`: agriculture, forestry and fishery in GRDP (*tỷ trọng khu vực I*).
    pub const SECTOR_1: Measure = Measure::built_in(&ROWS[174]);
    /// `sector-2`: industry and construction in GRDP (*tỷ trọng khu vực II*).
    pub const SECTOR_2: Measure = Measure::built_in(&ROWS[175]);
    /// `sector-3`: services in GRDP (*tỷ trọng khu vực III*).
    pub const SECTOR_3: Measure = Measure::built_in(&ROWS[176]);
    /// `sector-2-3`: industry, construction and services in GRDP (*tỷ trọng khu vực II và III*).
    pub const SECTOR_2_3: Measure = Measure::built_in(&ROWS[177]);
    /// `pci`: competitiveness index of a province (*chỉ số PCI*).
    pub const PCI: Measure = Measure::built_in(&ROWS[178]);
    /// `par-index`: administrative reform index (*chỉ số PAR Index*).
    pub const PAR_INDEX: Measure = Measure::built_in(&ROWS[179]);
    /// `papi`: governance and public administration index (*chỉ số PAPI*).
    pub const PAPI: Measure = Measure::built_in(&ROWS[180]);
    /// `size`: size of a city, province or economy, unspecified (*quy mô*).
    pub const SIZE: Measure = Measure::built_in(&ROWS[181]);
    /// `economic-growth`: economic growth in general (*tăng trưởng kinh tế*).
    pub const ECONOMIC_GROWTH: Measure = Measure::built_in(&ROWS[182]);
    /// `cpi`: consumer price index (*chỉ số giá tiêu dùng (CPI)*).
    pub const CPI: Measure = Measure::built_in(&ROWS[183]);
    /// `poverty`: share of poor households (*tỷ lệ hộ nghèo*).
    pub const POVERTY: Measure = Measure::built_in(&ROWS[184]);
    /// `urbanisation`: share of people in towns (*tỷ lệ đô thị hóa*).
    pub const URBANISATION: Measure = Measure::built_in(&ROWS[185]);
    /// `new-rural`: communes that meet the standard of new countryside, as a count or a share (*xã đạt chuẩn nông thôn mới*).
    pub const NEW_RURAL: Measure = Measure::built_in(&ROWS[186]);
    /// `electrification`: share of households with electricity (*tỷ lệ hộ dùng điện*).
    pub const ELECTRIFICATION: Measure = Measure::built_in(&ROWS[187]);
    /// `insurance`: share of people insured (*tỷ lệ bao phủ bảo hiểm*).
    pub const INSURANCE: Measure = Measure::built_in(&ROWS[188]);
    /// `land-area`: area of land, in hectares (*diện tích đất*).
    pub const LAND_AREA: Measure = Measure::built_in(&ROWS[189]);
    /// `length`: length of roads, borders, coasts, in kilometres (*chiều dài*).
    pub const LENGTH: Measure = Measure::built_in(&ROWS[190]);
}
