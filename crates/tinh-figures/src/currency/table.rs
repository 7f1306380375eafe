// Generated from data/currencies.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use super::id::Currency;
use super::row::{Row, row};

/// How many there are.
pub(super) const COUNT: u8 = 180;

/// In the order of the codes.
pub(super) static ROWS: [Row; 180] = [
    row("AED", 784, Some(2), "dirham UAE"),
    row("AFN", 971, Some(2), "afghani Afghanistan"),
    row("ALL", 8, Some(2), "lek Albania"),
    row("AMD", 51, Some(2), "dram Armenia"),
    row("AOA", 973, Some(2), "kwanza Angola"),
    row("ARS", 32, Some(2), "peso Argentina"),
    row("AUD", 36, Some(2), "đô la Úc"),
    row("AWG", 533, Some(2), "florin Aruba"),
    row("AZN", 944, Some(2), "manat Azerbaijan"),
    row("BAM", 977, Some(2), "mark Bosnia"),
    row("BBD", 52, Some(2), "đô la Barbados"),
    row("BDT", 50, Some(2), "taka Bangladesh"),
    row("BGN", 975, Some(2), "lev Bulgaria"),
    row("BHD", 48, Some(3), "dinar Bahrain"),
    row("BIF", 108, Some(0), "franc Burundi"),
    row("BMD", 60, Some(2), "đô la Bermuda"),
    row("BND", 96, Some(2), "đô la Brunei"),
    row("BOB", 68, Some(2), "boliviano Bolivia"),
    row("BOV", 984, Some(2), "mvdol Bolivia"),
    row("BRL", 986, Some(2), "real Brazil"),
    row("BSD", 44, Some(2), "đô la Bahamas"),
    row("BTN", 64, Some(2), "ngultrum Bhutan"),
    row("BWP", 72, Some(2), "pula Botswana"),
    row("BYN", 933, Some(2), "rúp Belarus"),
    row("BZD", 84, Some(2), "đô la Belize"),
    row("CAD", 124, Some(2), "đô la Canada"),
    row("CDF", 976, Some(2), "franc Congo"),
    row("CHE", 947, Some(2), "đồng Euro WIR"),
    row("CHF", 756, Some(2), "franc Thụy Sĩ"),
    row("CHW", 948, Some(2), "đồng France WIR"),
    row("CLF", 990, Some(4), "đơn vị kế toán Chile"),
    row("CLP", 152, Some(0), "peso Chile"),
    row("CNY", 156, Some(2), "nhân dân tệ"),
    row("COP", 170, Some(2), "peso Colombia"),
    row("COU", 970, Some(2), "đơn vị giá trị thực Colombia"),
    row("CRC", 188, Some(2), "colón Costa Rica"),
    row("CUP", 192, Some(2), "peso Cuba"),
    row("CVE", 132, Some(2), "escudo Cape Verde"),
    row("CZK", 203, Some(2), "koruna Cộng hòa Séc"),
    row("DJF", 262, Some(0), "franc Djibouti"),
    row("DKK", 208, Some(2), "krone Đan Mạch"),
    row("DOP", 214, Some(2), "peso Dominica"),
    row("DZD", 12, Some(2), "dinar Algeria"),
    row("EGP", 818, Some(2), "bảng Ai Cập"),
    row("ERN", 232, Some(2), "nakfa Eritrea"),
    row("ETB", 230, Some(2), "birr Ethiopia"),
    row("EUR", 978, Some(2), "euro"),
    row("FJD", 242, Some(2), "đô la Fiji"),
    row("FKP", 238, Some(2), "bảng Quần đảo Falkland"),
    row("GBP", 826, Some(2), "bảng Anh"),
    row("GEL", 981, Some(2), "lari Georgia"),
    row("GHS", 936, Some(2), "cedi Ghana"),
    row("GIP", 292, Some(2), "bảng Gibraltar"),
    row("GMD", 270, Some(2), "dalasi Gambia"),
    row("GNF", 324, Some(0), "franc Guinea"),
    row("GTQ", 320, Some(2), "quetzal Guatemala"),
    row("GYD", 328, Some(2), "đô la Guyana"),
    row("HKD", 344, Some(2), "đô la Hồng Kông"),
    row("HNL", 340, Some(2), "lempira Honduras"),
    row("HRK", 191, Some(2), "kuna Croatia"),
    row("HTG", 332, Some(2), "gourde Haiti"),
    row("HUF", 348, Some(2), "forint Hungary"),
    row("IDR", 360, Some(2), "rupiah Indonesia"),
    row("ILS", 376, Some(2), "shekel Israel"),
    row("INR", 356, Some(2), "rupee Ấn Độ"),
    row("IQD", 368, Some(3), "dinar Iraq"),
    row("IRR", 364, Some(2), "rial Iran"),
    row("ISK", 352, Some(0), "króna Iceland"),
    row("JMD", 388, Some(2), "đô la Jamaica"),
    row("JOD", 400, Some(3), "dinar Jordan"),
    row("JPY", 392, Some(0), "yên Nhật"),
    row("KES", 404, Some(2), "shilling Kenya"),
    row("KGS", 417, Some(2), "som Kyrgyzstan"),
    row("KHR", 116, Some(2), "riel Campuchia"),
    row("KMF", 174, Some(0), "franc Comoros"),
    row("KPW", 408, Some(2), "won Triều Tiên"),
    row("KRW", 410, Some(0), "won Hàn Quốc"),
    row("KWD", 414, Some(3), "dinar Kuwait"),
    row("KYD", 136, Some(2), "đô la Quần đảo Cayman"),
    row("KZT", 398, Some(2), "tenge Kazakhstan"),
    row("LAK", 418, Some(2), "kip Lào"),
    row("LBP", 422, Some(2), "bảng Li-băng"),
    row("LKR", 144, Some(2), "rupee Sri Lanka"),
    row("LRD", 430, Some(2), "đô la Liberia"),
    row("LSL", 426, Some(2), "loti Lesotho"),
    row("LYD", 434, Some(3), "dinar Libya"),
    row("MAD", 504, Some(2), "dirham Ma-rốc"),
    row("MDL", 498, Some(2), "leu Moldova"),
    row("MGA", 969, Some(2), "ariary Madagascar"),
    row("MKD", 807, Some(2), "denar Macedonia"),
    row("MMK", 104, Some(2), "kyat Myanmar"),
    row("MNT", 496, Some(2), "tugrik Mông Cổ"),
    row("MOP", 446, Some(2), "pataca Ma Cao"),
    row("MRU", 929, Some(2), "ouguiya Mauritania"),
    row("MUR", 480, Some(2), "rupee Mauritius"),
    row("MVR", 462, Some(2), "rufiyaa Maldives"),
    row("MWK", 454, Some(2), "kwacha Malawi"),
    row("MXN", 484, Some(2), "peso Mexico"),
    row("MXV", 979, Some(2), "đơn vị đầu tư Mexico"),
    row("MYR", 458, Some(2), "ringgit Malaysia"),
    row("MZN", 943, Some(2), "metical Mozambique"),
    row("NAD", 516, Some(2), "đô la Namibia"),
    row("NGN", 566, Some(2), "naira Nigeria"),
    row("NIO", 558, Some(2), "córdoba Nicaragua"),
    row("NOK", 578, Some(2), "krone Na Uy"),
    row("NPR", 524, Some(2), "rupee Nepal"),
    row("NZD", 554, Some(2), "đô la New Zealand"),
    row("OMR", 512, Some(3), "rial Oman"),
    row("PAB", 590, Some(2), "balboa Panama"),
    row("PEN", 604, Some(2), "sol Peru"),
    row("PGK", 598, Some(2), "kina Papua New Guinea"),
    row("PHP", 608, Some(2), "peso Philippines"),
    row("PKR", 586, Some(2), "rupee Pakistan"),
    row("PLN", 985, Some(2), "zloty Ba Lan"),
    row("PYG", 600, Some(0), "guarani Paraguay"),
    row("QAR", 634, Some(2), "riyal Qatar"),
    row("RON", 946, Some(2), "leu Romania"),
    row("RSD", 941, Some(2), "dinar Serbia"),
    row("RUB", 643, Some(2), "rúp Nga"),
    row("RWF", 646, Some(0), "franc Rwanda"),
    row("SAR", 682, Some(2), "riyal Ả Rập Xê Út"),
    row("SBD", 90, Some(2), "đô la quần đảo Solomon"),
    row("SCR", 690, Some(2), "rupee Seychelles"),
    row("SDG", 938, Some(2), "bảng Sudan"),
    row("SEK", 752, Some(2), "krona Thụy Điển"),
    row("SGD", 702, Some(2), "đô la Singapore"),
    row("SHP", 654, Some(2), "bảng Saint Helena"),
    row("SLE", 925, Some(2), "leone Sierra Leone"),
    row("SOS", 706, Some(2), "shilling Somali"),
    row("SRD", 968, Some(2), "đô la Suriname"),
    row("SSP", 728, Some(2), "bảng Nam Sudan"),
    row("STN", 930, Some(2), "dobra São Tomé và Príncipe"),
    row("SVC", 222, Some(2), "colón El Salvador"),
    row("SYP", 760, Some(2), "bảng Syria"),
    row("SZL", 748, Some(2), "lilangeni Swaziland"),
    row("THB", 764, Some(2), "baht Thái Lan"),
    row("TJS", 972, Some(2), "somoni Tajikistan"),
    row("TMT", 934, Some(2), "manat Turkmenistan"),
    row("TND", 788, Some(3), "dinar Tunisia"),
    row("TOP", 776, Some(2), "paanga Tonga"),
    row("TRY", 949, Some(2), "lira Thổ Nhĩ Kỳ"),
    row("TTD", 780, Some(2), "đô la Trinidad và Tobago"),
    row("TWD", 901, Some(2), "đô la Đài Loan"),
    row("TZS", 834, Some(2), "shilling Tanzania"),
    row("UAH", 980, Some(2), "hryvnia Ukraine"),
    row("UGX", 800, Some(0), "shilling Uganda"),
    row("USD", 840, Some(2), "đô la Mỹ"),
    row("USN", 997, Some(2), "đô la Mỹ ngày tiếp theo"),
    row("UYI", 940, Some(0), "peso Uruguay theo chỉ số"),
    row("UYU", 858, Some(2), "peso Uruguay"),
    row("UYW", 927, Some(4), "unidad previsional"),
    row("UZS", 860, Some(2), "som Uzbekistan"),
    row("VED", 926, Some(2), "bolívar Soberano kỹ thuật số"),
    row("VES", 928, Some(2), "bolívar Soberano"),
    row("VND", 704, Some(0), "đồng"),
    row("VUV", 548, Some(0), "vatu Vanuatu"),
    row("WST", 882, Some(2), "tala Samoa"),
    row("XAD", 396, Some(2), "dinar kế toán Ả Rập"),
    row("XAF", 950, Some(0), "franc CFA Trung Phi"),
    row("XAG", 961, None, "bạc"),
    row("XAU", 959, None, "vàng"),
    row("XBA", 955, None, "đơn vị tổng hợp châu Âu"),
    row("XBB", 956, None, "đơn vị tiền tệ châu Âu"),
    row("XBC", 957, None, "đơn vị kế toán châu Âu XBC"),
    row("XBD", 958, None, "đơn vị kế toán châu Âu XBD"),
    row("XCD", 951, Some(2), "đô la Đông Caribê"),
    row("XCG", 532, Some(2), "guilder Caribe"),
    row("XDR", 960, None, "quyền rút vốn đặc biệt"),
    row("XOF", 952, Some(0), "franc CFA Tây Phi"),
    row("XPD", 964, None, "paladi"),
    row("XPF", 953, Some(0), "franc CFP"),
    row("XPT", 962, None, "bạch kim"),
    row("XSU", 994, None, "sucre"),
    row("XTS", 963, None, "mã tiền tệ kiểm tra"),
    row("XUA", 965, None, "đơn vị kế toán ADB"),
    row("XXX", 999, None, "tiền tệ chưa biết"),
    row("YER", 886, Some(2), "rial Yemen"),
    row("ZAR", 710, Some(2), "rand Nam Phi"),
    row("ZMW", 967, Some(2), "kwacha Zambia"),
    row("ZWG", 924, Some(2), "vàng Zimbabwe"),
];

/// Names and codes as they are written in text, most syllables first; the last field
/// tells a code.
pub(super) const FORMS: [(&str, u8, bool); 565] = [
    ("đô-la Trinh-i-đat và To-ba-gô", 141, false),
    ("đồng A-ri-a-ri Ma-la-ga-xi", 88, false),
    ("đồng Co-lon Cốt-x-tha Ri-ca", 35, false),
    ("mark Bosnia-Herzegovina có thể chuyển đổi", 9, false),
    ("đô-la Quần Đảo So-lo-mon", 121, false),
    ("đông Bi-rợ Ê-ti-ô-pi", 45, false),
    ("đồng Co-lon En Xan-va-đoa", 132, false),
    ("đồng Cơ-ouă-cha Dăm-bi-a", 178, false),
    ("đồng Pê-sô Co-lom-bi-a", 33, false),
    ("đồng Pê-sô Phi-li-pi-nô", 111, false),
    ("đồng Pê-sô Đo-mi-ni-ca", 41, false),
    ("đồng Ring-git Ma-lay-si-a", 99, false),
    ("đồng Ru-pi Pa-ki-x-thănh", 112, false),
    ("đồng Xum U-dơ-bê-ki-xtanh", 151, false),
    ("đồng bảng Đảo Phoa-kh-lận-đh", 48, false),
    ("đồng Đi-nă Tu-ni-xi-a", 138, false),
    ("đô-la Li-be-ri-a", 83, false),
    ("đô-la Na-mi-bi-a", 101, false),
    ("đô-la Quần Đảo Cay-manh", 78, false),
    ("đồng Bo-li-vi-a-nô", 17, false),
    ("đồng Bảng Xan He-le-na", 126, false),
    ("đồng Coa-đô-ba O-rô", 103, false),
    ("đồng Cu-rô-ne Na Uy", 104, false),
    ("đồng Cơ-rô-na Băng Đảo", 67, false),
    ("đồng Cơ-rô-na Thuỵ Điển", 124, false),
    ("đồng Cơ-rô-ne Đan Mạch", 40, false),
    ("đồng H-ri-v-ni-a", 144, false),
    ("đồng Pê-sô Mê-hi-cô", 97, false),
    ("đồng Pê-sô U-ru-guay", 149, false),
    ("đồng Pê-xô Á-căn-đình", 5, false),
    ("đồng Ri-an O-ma-ni", 107, false),
    ("đồng Ri-an Ye-me-ni", 176, false),
    ("đồng Ru-pi Mau-ri-sợx", 94, false),
    ("đồng Silinh Tan-xa-ni-a", 143, false),
    ("đồng Xê-đi của Gha-na", 51, false),
    ("đồng Yu-an Ren-min-bi", 32, false),
    ("đồng Đi-nă An-giê-ri", 42, false),
    ("đồng Đi-nă Ba-rê-ni", 13, false),
    ("đồng Đi-nă Cu-ouai-thi", 77, false),
    ("đồng Đi-nă Gi-oa-đanh", 69, false),
    ("đồng Đi-nă Lib-i-a", 85, false),
    ("đồng Đơ-ram Ac-mê-ni", 3, false),
    ("đồng Đơ-rậm Mo-ro-cô", 86, false),
    ("bolívar Soberano kỹ thuật số", 152, false),
    ("dobra São Tomé và Príncipe", 131, false),
    ("nhân dân tệ Trung Quốc", 32, false),
    ("quyền rút vốn đặc biệt", 167, false),
    ("riyal Ả Rập Xê Út", 120, false),
    ("đô la Ca-na-đa", 25, false),
    ("đô la Quần đảo Cayman", 78, false),
    ("đô la Trinidad và Tobago", 141, false),
    ("đô la quần đảo Solomon", 121, false),
    ("đô la Đài Loan mới", 142, false),
    ("đô-la Ba-bê-đoxơ", 10, false),
    ("đô-la Ba-ha-ma", 20, false),
    ("đô-la Be-li-xơ", 24, false),
    ("đô-la Bơ-mu-đa", 15, false),
    ("đô-la Bơ-ru-nei", 16, false),
    ("đô-la Gia-mê-ca", 68, false),
    ("đô-la Guy-a-na", 56, false),
    ("đô-la Niu Di-Lan", 106, false),
    ("đô-la Xin-ga-po", 125, false),
    ("đô-la Xu-ri-nam", 129, false),
    ("đô-la mới Đài Loan", 142, false),
    ("đô-la Đông Ca-rib", 165, false),
    ("đồng Bảng Le-ba-nonh", 81, false),
    ("đồng Frăng Gi-bou-ti", 39, false),
    ("đồng Frăng Rou-an-đa", 119, false),
    ("đồng Ko-ru-na Séc", 38, false),
    ("đồng Leu Moc-đo-vanh", 87, false),
    ("đồng Li-lan-ge-ni", 134, false),
    ("đồng Pê-sô Chi-lê", 31, false),
    ("đồng Pê-sô Cu-ba", 36, false),
    ("đồng Ri-an Ba Tư", 66, false),
    ("đồng Ri-an Ca-tă", 115, false),
    ("đồng Ri-an Sau-đi", 120, false),
    ("đồng Ru-fi-i-ă", 95, false),
    ("đồng Ru-pi Ne-pan", 105, false),
    ("đồng Ru-pi Tích Lan", 82, false),
    ("đồng Ru-pi Xê-sen", 122, false),
    ("đồng Ru-pi Ấn Độ", 64, false),
    ("đồng Silinh Khi-ni-a", 71, false),
    ("đồng Silinh So-ma-li", 128, false),
    ("đồng Silinh U-gan-đa", 145, false),
    ("đồng bảng Gi-boa-tha", 52, false),
    ("đồng frăng Bu-run-đi", 14, false),
    ("đồng seken Do Thái mới", 63, false),
    ("đồng tiền chung châu Âu", 46, false),
    ("đồng Đi-nă I-rắc", 65, false),
    ("đồng Đi-nă Xéc-bi", 117, false),
    ("bảng Quần đảo Falkland", 48, false),
    ("franc CFA Trung Phi", 158, false),
    ("franc CFA Tây Phi", 168, false),
    ("kina Papua New Guinea", 110, false),
    ("koruna Cộng hòa Séc", 38, false),
    ("lia Thổ Nhĩ Kỳ", 140, false),
    ("lira Thổ Nhĩ Kỳ", 140, false),
    ("ru pi Ấn Độ", 64, false),
    ("đô la Hong Kong", 57, false),
    ("đô la Hồng Công", 57, false),
    ("đô la Hồng Kông", 57, false),
    ("đô la New Zealand", 106, false),
    ("đô la Đài Loan", 142, false),
    ("đô la Đông Caribê", 165, false),
    ("đô-la Phi-gi", 47, false),
    ("đồng Ap-ga-ni", 1, false),
    ("đồng Ban-bô-a", 108, false),
    ("đồng Bảng Xi-ri", 133, false),
    ("đồng Cou-ăn-xa", 4, false),
    ("đồng Frăng CFA BCEAO", 168, false),
    ("đồng Frăng CFA BEAC", 158, false),
    ("đồng Frăng Công-gô", 26, false),
    ("đồng Frăng Thụy Sĩ", 28, false),
    ("đồng Gua-ra-ni", 114, false),
    ("đồng Le-ô-ne", 127, false),
    ("đồng Lem-pi-ra", 58, false),
    ("đồng N-gun-trum", 21, false),
    ("đồng Ou-gui-ya", 93, false),
    ("đồng Ouonh Bắc Hàn", 75, false),
    ("đồng Pa-ta-ca", 92, false),
    ("đồng Pho-rin-th", 61, false),
    ("đồng Ru-pi-a", 62, false),
    ("đồng Rê-ăn Braxin", 19, false),
    ("đồng Tu-gợ-ríc", 91, false),
    ("đồng Xo-mo-ni", 136, false),
    ("đồng bảng Ai Cập", 43, false),
    ("đồng bảng Quốc Anh", 49, false),
    ("đồng bảng Xu-đanh", 123, false),
    ("đồng nhân dân tệ", 32, false),
    ("đồng x-lo-ti", 113, false),
    ("đồng Đa-la-si", 53, false),
    ("đồng đơ-âm UAE", 0, false),
    ("Tân Đài tệ", 142, false),
    ("baht Thái Lan", 135, false),
    ("bạt Thái Lan", 135, false),
    ("bảng Ai Cập", 43, false),
    ("bảng Anh quốc", 49, false),
    ("bảng Li-băng", 81, false),
    ("bảng Nam Sudan", 130, false),
    ("bảng Saint Helena", 126, false),
    ("colón Costa Rica", 35, false),
    ("colón El Salvador", 132, false),
    ("curon Na Uy", 104, false),
    ("curon Thụy Điển", 124, false),
    ("curon Đan Mạch", 40, false),
    ("dina Cô-oét", 77, false),
    ("dirham Ma-rốc", 86, false),
    ("escudo Cape Verde", 37, false),
    ("franc Thụy Sĩ", 28, false),
    ("franc Thụy Sỹ", 28, false),
    ("krona Thụy Điển", 124, false),
    ("krone Na Uy", 104, false),
    ("krone Đan Mạch", 40, false),
    ("leone Sierra Leone", 127, false),
    ("nhân dân tệ", 32, false),
    ("pataca Ma Cao", 92, false),
    ("phrăng Thụy Sĩ", 28, false),
    ("rand Nam Phi", 177, false),
    ("ringgit Mã Lai", 99, false),
    ("rupee Sri Lanka", 82, false),
    ("rupee Ấn Độ", 64, false),
    ("sheqel Israel mới", 63, false),
    ("tugrik Mông Cổ", 91, false),
    ("uôn Hàn Quốc", 76, false),
    ("won Hàn Quốc", 76, false),
    ("won Triều Tiên", 75, false),
    ("yen Nhật Bản", 70, false),
    ("yên Nhật Bản", 70, false),
    ("zloty Ba Lan", 113, false),
    ("đô Hồng Kông", 57, false),
    ("đô la Australia", 6, false),
    ("đô la Bahamas", 20, false),
    ("đô la Barbados", 10, false),
    ("đô la Belize", 24, false),
    ("đô la Bermuda", 15, false),
    ("đô la Brunei", 16, false),
    ("đô la Canada", 25, false),
    ("đô la Fiji", 47, false),
    ("đô la Guyana", 56, false),
    ("đô la Jamaica", 68, false),
    ("đô la Liberia", 83, false),
    ("đô la Mỹ", 146, false),
    ("đô la Namibia", 101, false),
    ("đô la Sing", 125, false),
    ("đô la Singapore", 125, false),
    ("đô la Suriname", 129, false),
    ("đô la Úc", 6, false),
    ("đồng Eu-rô", 46, false),
    ("đồng Frăng CFP", 170, false),
    ("đồng Guo-đe", 60, false),
    ("đồng Khi-na", 110, false),
    ("đồng La-ri", 50, false),
    ("đồng Lô-ti", 84, false),
    ("đồng Nai-ra", 102, false),
    ("đồng Nác-pha", 44, false),
    ("đồng Pu-la", 22, false),
    ("đồng Quét-xan", 55, false),
    ("đồng Ran-đợ", 177, false),
    ("đồng Ri-en", 73, false),
    ("đồng Rúp Nga", 118, false),
    ("đồng Ta-ca", 11, false),
    ("đồng Ta-la", 156, false),
    ("đồng Ten-ge", 79, false),
    ("đồng Va-tu", 155, false),
    ("đồng Việt Nam", 154, false),
    ("đồng bảng Anh", 49, false),
    ("đồng Đi-nă", 89, false),
    ("đồng Đóp-ra", 131, false),
    ("F CFA", 168, false),
    ("Mỹ kim", 146, false),
    ("afghani Afghanistan", 1, false),
    ("ariary Madagascar", 88, false),
    ("baht Thái", 135, false),
    ("balboa Panama", 108, false),
    ("birr Ethiopia", 45, false),
    ("boliviano Bolivia", 17, false),
    ("bolívar Soberano", 153, false),
    ("bolívar Venezuela", 153, false),
    ("bạt Thái", 135, false),
    ("bảng Anh", 49, false),
    ("bảng Gibraltar", 52, false),
    ("bảng Sudan", 123, false),
    ("bảng Syria", 133, false),
    ("cedi Ghana", 51, false),
    ("córdoba Nicaragua", 103, false),
    ("dalasi Gambia", 53, false),
    ("denar Macedonia", 89, false),
    ("dinar Algeria", 42, false),
    ("dinar Bahrain", 13, false),
    ("dinar Iraq", 65, false),
    ("dinar Jordan", 69, false),
    ("dinar Kuwait", 77, false),
    ("dinar Libi", 85, false),
    ("dinar Libya", 85, false),
    ("dinar Serbia", 117, false),
    ("dinar Tunisia", 138, false),
    ("dirham UAE", 0, false),
    ("dolar Mỹ", 146, false),
    ("dollar Mỹ", 146, false),
    ("dram Armenia", 3, false),
    ("florin Aruba", 7, false),
    ("forint Hungary", 61, false),
    ("franc Burundi", 14, false),
    ("franc CFP", 170, false),
    ("franc Comoros", 74, false),
    ("franc Congo", 26, false),
    ("franc Djibouti", 39, false),
    ("franc Guinea", 54, false),
    ("franc Rwanda", 119, false),
    ("gourde Haiti", 60, false),
    ("guarani Paraguay", 114, false),
    ("guilder Caribe", 166, false),
    ("hryvnia Ukraina", 144, false),
    ("hryvnia Ukraine", 144, false),
    ("kip Lào", 80, false),
    ("koruna Séc", 38, false),
    ("króna Iceland", 67, false),
    ("kuna Croatia", 59, false),
    ("kwacha Malawi", 96, false),
    ("kwacha Zambia", 178, false),
    ("kwanza Angola", 4, false),
    ("kyat Myanma", 90, false),
    ("kyat Myanmar", 90, false),
    ("kíp Lào", 80, false),
    ("lari Georgia", 50, false),
    ("lek Albania", 2, false),
    ("lempira Honduras", 58, false),
    ("leu Moldova", 87, false),
    ("leu Romania", 116, false),
    ("lev Bulgaria", 12, false),
    ("lilangeni Swaziland", 134, false),
    ("loti Lesotho", 84, false),
    ("manat Azerbaijan", 8, false),
    ("manat Turkmenistan", 137, false),
    ("mark Bosnia", 9, false),
    ("metical Mozambique", 100, false),
    ("naira Nigeria", 102, false),
    ("nakfa Eritrea", 44, false),
    ("ngultrum Bhutan", 21, false),
    ("ouguiya Mauritania", 93, false),
    ("paanga Tonga", 139, false),
    ("peso Argentina", 5, false),
    ("peso Chile", 31, false),
    ("peso Colombia", 33, false),
    ("peso Cuba", 36, false),
    ("peso Dominica", 41, false),
    ("peso Mexico", 97, false),
    ("peso Philipin", 111, false),
    ("peso Philippines", 111, false),
    ("peso Uruguay", 149, false),
    ("pula Botswana", 22, false),
    ("quetzal Guatemala", 55, false),
    ("real Braxin", 19, false),
    ("real Brazil", 19, false),
    ("rial Iran", 66, false),
    ("rial Oman", 107, false),
    ("rial Qatar", 115, false),
    ("rial Yemen", 176, false),
    ("riel Campuchia", 73, false),
    ("ringgit Malaysia", 99, false),
    ("riyal Qatar", 115, false),
    ("rufiyaa Maldives", 95, false),
    ("rupee Mauritius", 94, false),
    ("rupee Nepal", 105, false),
    ("rupee Pakistan", 112, false),
    ("rupee Seychelles", 122, false),
    ("rupi Indonesia", 62, false),
    ("rupiah Indonesia", 62, false),
    ("rúp Belarus", 23, false),
    ("rúp Nga", 118, false),
    ("shekel Israel", 63, false),
    ("shilling Kenya", 71, false),
    ("shilling Somali", 128, false),
    ("shilling Tanzania", 143, false),
    ("shilling Uganda", 145, false),
    ("sol Peru", 109, false),
    ("som Kyrgyzstan", 72, false),
    ("som Uzbekistan", 151, false),
    ("somoni Tajikistan", 136, false),
    ("sêken Israel", 63, false),
    ("taka Bangladesh", 11, false),
    ("tala Samoa", 156, false),
    ("tenge Kazakhstan", 79, false),
    ("tiền đồng", 154, false),
    ("vatu Vanuatu", 155, false),
    ("vàng Zimbabwe", 179, false),
    ("yen Nhật", 70, false),
    ("yên Nhật", 70, false),
    ("Đài tệ", 142, false),
    ("đô Canada", 25, false),
    ("đô Mỹ", 146, false),
    ("đô Sing", 125, false),
    ("đô Singapore", 125, false),
    ("đô la", 146, false),
    ("đô Úc", 6, false),
    ("đôla Mỹ", 146, false),
    ("đôla Singapore", 125, false),
    ("đôla Úc", 6, false),
    ("đồng Băt", 135, false),
    ("đồng Kyat", 90, false),
    ("đồng Léc", 2, false),
    ("đồng Xom", 72, false),
    ("đồng bạc", 154, false),
    ("đồng euro", 46, false),
    ("đồng ouonh", 76, false),
    ("đồng rúp", 118, false),
    ("đồng tệ", 32, false),
    ("đồng won", 76, false),
    ("đồng yên", 70, false),
    ("ơ-rô", 46, false),
    ("AED", 0, true),
    ("AFN", 1, true),
    ("ALL", 2, true),
    ("AMD", 3, true),
    ("AOA", 4, true),
    ("ARS", 5, true),
    ("AUD", 6, true),
    ("AWG", 7, true),
    ("AZN", 8, true),
    ("BAM", 9, true),
    ("BBD", 10, true),
    ("BDT", 11, true),
    ("BGN", 12, true),
    ("BHD", 13, true),
    ("BIF", 14, true),
    ("BMD", 15, true),
    ("BND", 16, true),
    ("BOB", 17, true),
    ("BOV", 18, true),
    ("BRL", 19, true),
    ("BSD", 20, true),
    ("BTN", 21, true),
    ("BWP", 22, true),
    ("BYN", 23, true),
    ("BZD", 24, true),
    ("CAD", 25, true),
    ("CDF", 26, true),
    ("CFPF", 170, false),
    ("CHE", 27, true),
    ("CHF", 28, true),
    ("CHW", 29, true),
    ("CLF", 30, true),
    ("CLP", 31, true),
    ("CNY", 32, true),
    ("COP", 33, true),
    ("COU", 34, true),
    ("CRC", 35, true),
    ("CUP", 36, true),
    ("CVE", 37, true),
    ("CZK", 38, true),
    ("DJF", 39, true),
    ("DKK", 40, true),
    ("DOP", 41, true),
    ("DZD", 42, true),
    ("EGP", 43, true),
    ("ERN", 44, true),
    ("ETB", 45, true),
    ("EUR", 46, true),
    ("FCFA", 158, false),
    ("FJD", 47, true),
    ("FKP", 48, true),
    ("GBP", 49, true),
    ("GEL", 50, true),
    ("GHS", 51, true),
    ("GIP", 52, true),
    ("GMD", 53, true),
    ("GNF", 54, true),
    ("GTQ", 55, true),
    ("GYD", 56, true),
    ("HKD", 57, true),
    ("HNL", 58, true),
    ("HRK", 59, true),
    ("HTG", 60, true),
    ("HUF", 61, true),
    ("IDR", 62, true),
    ("ILS", 63, true),
    ("INR", 64, true),
    ("IQD", 65, true),
    ("IRR", 66, true),
    ("ISK", 67, true),
    ("JMD", 68, true),
    ("JOD", 69, true),
    ("JPY", 70, true),
    ("KES", 71, true),
    ("KGS", 72, true),
    ("KHR", 73, true),
    ("KMF", 74, true),
    ("KPW", 75, true),
    ("KRW", 76, true),
    ("KWD", 77, true),
    ("KYD", 78, true),
    ("KZT", 79, true),
    ("LAK", 80, true),
    ("LBP", 81, true),
    ("LKR", 82, true),
    ("LRD", 83, true),
    ("LSL", 84, true),
    ("LYD", 85, true),
    ("MAD", 86, true),
    ("MDL", 87, true),
    ("MGA", 88, true),
    ("MKD", 89, true),
    ("MMK", 90, true),
    ("MNT", 91, true),
    ("MOP", 92, true),
    ("MRU", 93, true),
    ("MUR", 94, true),
    ("MVR", 95, true),
    ("MWK", 96, true),
    ("MXN", 97, true),
    ("MXV", 98, true),
    ("MYR", 99, true),
    ("MZN", 100, true),
    ("NAD", 101, true),
    ("NDT", 32, false),
    ("NGN", 102, true),
    ("NIO", 103, true),
    ("NOK", 104, true),
    ("NPR", 105, true),
    ("NZD", 106, true),
    ("OMR", 107, true),
    ("PAB", 108, true),
    ("PEN", 109, true),
    ("PGK", 110, true),
    ("PHP", 111, true),
    ("PKR", 112, true),
    ("PLN", 113, true),
    ("PYG", 114, true),
    ("QAR", 115, true),
    ("RMB", 32, false),
    ("RON", 116, true),
    ("RSD", 117, true),
    ("RUB", 118, true),
    ("RWF", 119, true),
    ("Rs", 64, false),
    ("SAR", 120, true),
    ("SBD", 121, true),
    ("SCR", 122, true),
    ("SDG", 123, true),
    ("SDR", 167, false),
    ("SEK", 124, true),
    ("SGD", 125, true),
    ("SHP", 126, true),
    ("SLE", 127, true),
    ("SOS", 128, true),
    ("SRD", 129, true),
    ("SSP", 130, true),
    ("STN", 131, true),
    ("SVC", 132, true),
    ("SYP", 133, true),
    ("SZL", 134, true),
    ("THB", 135, true),
    ("TJS", 136, true),
    ("TMT", 137, true),
    ("TND", 138, true),
    ("TOP", 139, true),
    ("TRY", 140, true),
    ("TTD", 141, true),
    ("TWD", 142, true),
    ("TZS", 143, true),
    ("UAH", 144, true),
    ("UGX", 145, true),
    ("USD", 146, true),
    ("USN", 147, true),
    ("UYI", 148, true),
    ("UYU", 149, true),
    ("UYW", 150, true),
    ("UZS", 151, true),
    ("VED", 152, true),
    ("VES", 153, true),
    ("VND", 154, true),
    ("VNĐ", 154, false),
    ("VUV", 155, true),
    ("WST", 156, true),
    ("XAF", 158, true),
    ("XAG", 159, true),
    ("XAU", 160, true),
    ("XCD", 165, true),
    ("XCG", 166, true),
    ("XDR", 167, true),
    ("XOF", 168, true),
    ("XPD", 169, true),
    ("XPF", 170, true),
    ("XPT", 171, true),
    ("YER", 176, true),
    ("ZAR", 177, true),
    ("ZMW", 178, true),
    ("ZWG", 179, true),
    ("baht", 135, false),
    ("bath", 135, false),
    ("bạt", 135, false),
    ("bảng", 49, false),
    ("dirham", 0, false),
    ("dollar", 146, false),
    ("dollars", 146, false),
    ("eur", 46, false),
    ("euro", 46, false),
    ("euros", 46, false),
    ("kip", 80, false),
    ("kyat", 90, false),
    ("kíp", 80, false),
    ("pound", 49, false),
    ("pounds", 49, false),
    ("ria", 73, false),
    ("riel", 73, false),
    ("ringgit", 99, false),
    ("ringit", 99, false),
    ("riên", 73, false),
    ("ruble", 118, false),
    ("rupee", 64, false),
    ("rupees", 64, false),
    ("rupi", 64, false),
    ("rupiah", 62, false),
    ("rúp", 118, false),
    ("shekel", 63, false),
    ("tệ", 32, false),
    ("uôn", 76, false),
    ("won", 76, false),
    ("yen", 70, false),
    ("yên", 70, false),
    ("đ", 154, false),
    ("điram", 0, false),
    ("đô", 146, false),
    ("đôla", 146, false),
    ("đồng", 154, false),
];

/// Symbols, longest first.
pub(super) static SYMBOLS: [(&str, u8); 22] = [
    ("CN¥", 32),
    ("AU$", 6),
    ("CA$", 25),
    ("EC$", 165),
    ("HK$", 57),
    ("MX$", 97),
    ("NT$", 142),
    ("NZ$", 106),
    ("US$", 146),
    ("VN$", 154),
    ("฿", 135),
    ("₩", 76),
    ("₪", 63),
    ("₫", 154),
    ("€", 46),
    ("₹", 64),
    ("A$", 6),
    ("R$", 19),
    ("S$", 125),
    ("£", 49),
    ("¥", 70),
    ("$", 146),
];

/// One constant a currency.
impl Currency {
    /// dirham UAE.
    pub const AED: Self = Self(0);
    /// afghani Afghanistan.
    pub const AFN: Self = Self(1);
    /// lek Albania.
    pub const ALL: Self = Self(2);
    /// dram Armenia.
    pub const AMD: Self = Self(3);
    /// kwanza Angola.
    pub const AOA: Self = Self(4);
    /// peso Argentina.
    pub const ARS: Self = Self(5);
    /// đô la Úc.
    pub const AUD: Self = Self(6);
    /// florin Aruba.
    pub const AWG: Self = Self(7);
    /// manat Azerbaijan.
    pub const AZN: Self = Self(8);
    /// mark Bosnia.
    pub const BAM: Self = Self(9);
    /// đô la Barbados.
    pub const BBD: Self = Self(10);
    /// taka Bangladesh.
    pub const BDT: Self = Self(11);
    /// lev Bulgaria.
    pub const BGN: Self = Self(12);
    /// dinar Bahrain.
    pub const BHD: Self = Self(13);
    /// franc Burundi.
    pub const BIF: Self = Self(14);
    /// đô la Bermuda.
    pub const BMD: Self = Self(15);
    /// đô la Brunei.
    pub const BND: Self = Self(16);
    /// boliviano Bolivia.
    pub const BOB: Self = Self(17);
    /// mvdol Bolivia.
    pub const BOV: Self = Self(18);
    /// real Brazil.
    pub const BRL: Self = Self(19);
    /// đô la Bahamas.
    pub const BSD: Self = Self(20);
    /// ngultrum Bhutan.
    pub const BTN: Self = Self(21);
    /// pula Botswana.
    pub const BWP: Self = Self(22);
    /// rúp Belarus.
    pub const BYN: Self = Self(23);
    /// đô la Belize.
    pub const BZD: Self = Self(24);
    /// đô la Canada.
    pub const CAD: Self = Self(25);
    /// franc Congo.
    pub const CDF: Self = Self(26);
    /// đồng Euro WIR.
    pub const CHE: Self = Self(27);
    /// franc Thụy Sĩ.
    pub const CHF: Self = Self(28);
    /// đồng France WIR.
    pub const CHW: Self = Self(29);
    /// đơn vị kế toán Chile.
    pub const CLF: Self = Self(30);
    /// peso Chile.
    pub const CLP: Self = Self(31);
    /// nhân dân tệ.
    pub const CNY: Self = Self(32);
    /// peso Colombia.
    pub const COP: Self = Self(33);
    /// đơn vị giá trị thực Colombia.
    pub const COU: Self = Self(34);
    /// colón Costa Rica.
    pub const CRC: Self = Self(35);
    /// peso Cuba.
    pub const CUP: Self = Self(36);
    /// escudo Cape Verde.
    pub const CVE: Self = Self(37);
    /// koruna Cộng hòa Séc.
    pub const CZK: Self = Self(38);
    /// franc Djibouti.
    pub const DJF: Self = Self(39);
    /// krone Đan Mạch.
    pub const DKK: Self = Self(40);
    /// peso Dominica.
    pub const DOP: Self = Self(41);
    /// dinar Algeria.
    pub const DZD: Self = Self(42);
    /// bảng Ai Cập.
    pub const EGP: Self = Self(43);
    /// nakfa Eritrea.
    pub const ERN: Self = Self(44);
    /// birr Ethiopia.
    pub const ETB: Self = Self(45);
    /// euro.
    pub const EUR: Self = Self(46);
    /// đô la Fiji.
    pub const FJD: Self = Self(47);
    /// bảng Quần đảo Falkland.
    pub const FKP: Self = Self(48);
    /// bảng Anh.
    pub const GBP: Self = Self(49);
    /// lari Georgia.
    pub const GEL: Self = Self(50);
    /// cedi Ghana.
    pub const GHS: Self = Self(51);
    /// bảng Gibraltar.
    pub const GIP: Self = Self(52);
    /// dalasi Gambia.
    pub const GMD: Self = Self(53);
    /// franc Guinea.
    pub const GNF: Self = Self(54);
    /// quetzal Guatemala.
    pub const GTQ: Self = Self(55);
    /// đô la Guyana.
    pub const GYD: Self = Self(56);
    /// đô la Hồng Kông.
    pub const HKD: Self = Self(57);
    /// lempira Honduras.
    pub const HNL: Self = Self(58);
    /// kuna Croatia.
    pub const HRK: Self = Self(59);
    /// gourde Haiti.
    pub const HTG: Self = Self(60);
    /// forint Hungary.
    pub const HUF: Self = Self(61);
    /// rupiah Indonesia.
    pub const IDR: Self = Self(62);
    /// shekel Israel.
    pub const ILS: Self = Self(63);
    /// rupee Ấn Độ.
    pub const INR: Self = Self(64);
    /// dinar Iraq.
    pub const IQD: Self = Self(65);
    /// rial Iran.
    pub const IRR: Self = Self(66);
    /// króna Iceland.
    pub const ISK: Self = Self(67);
    /// đô la Jamaica.
    pub const JMD: Self = Self(68);
    /// dinar Jordan.
    pub const JOD: Self = Self(69);
    /// yên Nhật.
    pub const JPY: Self = Self(70);
    /// shilling Kenya.
    pub const KES: Self = Self(71);
    /// som Kyrgyzstan.
    pub const KGS: Self = Self(72);
    /// riel Campuchia.
    pub const KHR: Self = Self(73);
    /// franc Comoros.
    pub const KMF: Self = Self(74);
    /// won Triều Tiên.
    pub const KPW: Self = Self(75);
    /// won Hàn Quốc.
    pub const KRW: Self = Self(76);
    /// dinar Kuwait.
    pub const KWD: Self = Self(77);
    /// đô la Quần đảo Cayman.
    pub const KYD: Self = Self(78);
    /// tenge Kazakhstan.
    pub const KZT: Self = Self(79);
    /// kip Lào.
    pub const LAK: Self = Self(80);
    /// bảng Li-băng.
    pub const LBP: Self = Self(81);
    /// rupee Sri Lanka.
    pub const LKR: Self = Self(82);
    /// đô la Liberia.
    pub const LRD: Self = Self(83);
    /// loti Lesotho.
    pub const LSL: Self = Self(84);
    /// dinar Libya.
    pub const LYD: Self = Self(85);
    /// dirham Ma-rốc.
    pub const MAD: Self = Self(86);
    /// leu Moldova.
    pub const MDL: Self = Self(87);
    /// ariary Madagascar.
    pub const MGA: Self = Self(88);
    /// denar Macedonia.
    pub const MKD: Self = Self(89);
    /// kyat Myanmar.
    pub const MMK: Self = Self(90);
    /// tugrik Mông Cổ.
    pub const MNT: Self = Self(91);
    /// pataca Ma Cao.
    pub const MOP: Self = Self(92);
    /// ouguiya Mauritania.
    pub const MRU: Self = Self(93);
    /// rupee Mauritius.
    pub const MUR: Self = Self(94);
    /// rufiyaa Maldives.
    pub const MVR: Self = Self(95);
    /// kwacha Malawi.
    pub const MWK: Self = Self(96);
    /// peso Mexico.
    pub const MXN: Self = Self(97);
    /// đơn vị đầu tư Mexico.
    pub const MXV: Self = Self(98);
    /// ringgit Malaysia.
    pub const MYR: Self = Self(99);
    /// metical Mozambique.
    pub const MZN: Self = Self(100);
    /// đô la Namibia.
    pub const NAD: Self = Self(101);
    /// naira Nigeria.
    pub const NGN: Self = Self(102);
    /// córdoba Nicaragua.
    pub const NIO: Self = Self(103);
    /// krone Na Uy.
    pub const NOK: Self = Self(104);
    /// rupee Nepal.
    pub const NPR: Self = Self(105);
    /// đô la New Zealand.
    pub const NZD: Self = Self(106);
    /// rial Oman.
    pub const OMR: Self = Self(107);
    /// balboa Panama.
    pub const PAB: Self = Self(108);
    /// sol Peru.
    pub const PEN: Self = Self(109);
    /// kina Papua New Guinea.
    pub const PGK: Self = Self(110);
    /// peso Philippines.
    pub const PHP: Self = Self(111);
    /// rupee Pakistan.
    pub const PKR: Self = Self(112);
    /// zloty Ba Lan.
    pub const PLN: Self = Self(113);
    /// guarani Paraguay.
    pub const PYG: Self = Self(114);
    /// riyal Qatar.
    pub const QAR: Self = Self(115);
    /// leu Romania.
    pub const RON: Self = Self(116);
    /// dinar Serbia.
    pub const RSD: Self = Self(117);
    /// rúp Nga.
    pub const RUB: Self = Self(118);
    /// franc Rwanda.
    pub const RWF: Self = Self(119);
    /// riyal Ả Rập Xê Út.
    pub const SAR: Self = Self(120);
    /// đô la quần đảo Solomon.
    pub const SBD: Self = Self(121);
    /// rupee Seychelles.
    pub const SCR: Self = Self(122);
    /// bảng Sudan.
    pub const SDG: Self = Self(123);
    /// krona Thụy Điển.
    pub const SEK: Self = Self(124);
    /// đô la Singapore.
    pub const SGD: Self = Self(125);
    /// bảng Saint Helena.
    pub const SHP: Self = Self(126);
    /// leone Sierra Leone.
    pub const SLE: Self = Self(127);
    /// shilling Somali.
    pub const SOS: Self = Self(128);
    /// đô la Suriname.
    pub const SRD: Self = Self(129);
    /// bảng Nam Sudan.
    pub const SSP: Self = Self(130);
    /// dobra São Tomé và Príncipe.
    pub const STN: Self = Self(131);
    /// colón El Salvador.
    pub const SVC: Self = Self(132);
    /// bảng Syria.
    pub const SYP: Self = Self(133);
    /// lilangeni Swaziland.
    pub const SZL: Self = Self(134);
    /// baht Thái Lan.
    pub const THB: Self = Self(135);
    /// somoni Tajikistan.
    pub const TJS: Self = Self(136);
    /// manat Turkmenistan.
    pub const TMT: Self = Self(137);
    /// dinar Tunisia.
    pub const TND: Self = Self(138);
    /// paanga Tonga.
    pub const TOP: Self = Self(139);
    /// lira Thổ Nhĩ Kỳ.
    pub const TRY: Self = Self(140);
    /// đô la Trinidad và Tobago.
    pub const TTD: Self = Self(141);
    /// đô la Đài Loan.
    pub const TWD: Self = Self(142);
    /// shilling Tanzania.
    pub const TZS: Self = Self(143);
    /// hryvnia Ukraine.
    pub const UAH: Self = Self(144);
    /// shilling Uganda.
    pub const UGX: Self = Self(145);
    /// đô la Mỹ.
    pub const USD: Self = Self(146);
    /// đô la Mỹ ngày tiếp theo.
    pub const USN: Self = Self(147);
    /// peso Uruguay theo chỉ số.
    pub const UYI: Self = Self(148);
    /// peso Uruguay.
    pub const UYU: Self = Self(149);
    /// unidad previsional.
    pub const UYW: Self = Self(150);
    /// som Uzbekistan.
    pub const UZS: Self = Self(151);
    /// bolívar Soberano kỹ thuật số.
    pub const VED: Self = Self(152);
    /// bolívar Soberano.
    pub const VES: Self = Self(153);
    /// đồng.
    pub const VND: Self = Self(154);
    /// vatu Vanuatu.
    pub const VUV: Self = Self(155);
    /// tala Samoa.
    pub const WST: Self = Self(156);
    /// dinar kế toán Ả Rập.
    pub const XAD: Self = Self(157);
    /// franc CFA Trung Phi.
    pub const XAF: Self = Self(158);
    /// bạc.
    pub const XAG: Self = Self(159);
    /// vàng.
    pub const XAU: Self = Self(160);
    /// đơn vị tổng hợp châu Âu.
    pub const XBA: Self = Self(161);
    /// đơn vị tiền tệ châu Âu.
    pub const XBB: Self = Self(162);
    /// đơn vị kế toán châu Âu XBC.
    pub const XBC: Self = Self(163);
    /// đơn vị kế toán châu Âu XBD.
    pub const XBD: Self = Self(164);
    /// đô la Đông Caribê.
    pub const XCD: Self = Self(165);
    /// guilder Caribe.
    pub const XCG: Self = Self(166);
    /// quyền rút vốn đặc biệt.
    pub const XDR: Self = Self(167);
    /// franc CFA Tây Phi.
    pub const XOF: Self = Self(168);
    /// paladi.
    pub const XPD: Self = Self(169);
    /// franc CFP.
    pub const XPF: Self = Self(170);
    /// bạch kim.
    pub const XPT: Self = Self(171);
    /// sucre.
    pub const XSU: Self = Self(172);
    /// mã tiền tệ kiểm tra.
    pub const XTS: Self = Self(173);
    /// đơn vị kế toán ADB.
    pub const XUA: Self = Self(174);
    /// tiền tệ chưa biết.
    pub const XXX: Self = Self(175);
    /// rial Yemen.
    pub const YER: Self = Self(176);
    /// rand Nam Phi.
    pub const ZAR: Self = Self(177);
    /// kwacha Zambia.
    pub const ZMW: Self = Self(178);
    /// vàng Zimbabwe.
    pub const ZWG: Self = Self(179);
}
