// Generated from data/sectors.tsv and data/wholes.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use super::Row;

pub(super) static ROWS: [Row; 27] = [
    Row { position: 0, code: "A", part_of: "", vi: "Nông nghiệp, lâm nghiệp và thủy sản", en: "Agriculture, forestry and fishery", also: &["Nông nghiêp, lâm nghiệp và thủy sản", "nông, lâm nghiệp và thủy sản", "nông, lâm, thủy sản", "nông lâm thủy sản", "nông, lâm, ngư nghiệp", "khu vực I", "khu vực 1", "khu vực nông, lâm nghiệp và thủy sản"] },
    Row { position: 1, code: "A01", part_of: "A", vi: "Nông nghiệp", en: "Agriculture", also: &["nông nghiệp và hoạt động dịch vụ có liên quan"] },
    Row { position: 2, code: "A02", part_of: "A", vi: "Lâm nghiệp", en: "Forestry", also: &["lâm nghiệp và hoạt động dịch vụ có liên quan"] },
    Row { position: 3, code: "A03", part_of: "A", vi: "Thủy sản", en: "Fishery", also: &["khai thác, nuôi trồng thủy sản", "ngư nghiệp"] },
    Row { position: 4, code: "B-F", part_of: "", vi: "Công nghiệp và xây dựng", en: "Industry and construction", also: &["công nghiệp, xây dựng", "công nghiệp - xây dựng", "khu vực II", "khu vực 2", "khu vực công nghiệp và xây dựng"] },
    Row { position: 5, code: "B-E", part_of: "B-F", vi: "Công nghiệp", en: "Industry", also: &["ngành công nghiệp", "khu vực công nghiệp", "sản xuất công nghiệp"] },
    Row { position: 6, code: "B", part_of: "B-E", vi: "Khai khoáng", en: "Mining", also: &["khai thác khoáng sản", "khai mỏ"] },
    Row { position: 7, code: "C", part_of: "B-E", vi: "Công nghiệp chế biến, chế tạo", en: "Manufacturing", also: &["chế biến, chế tạo", "công nghiệp chế biến", "công nghiệp chế tạo"] },
    Row { position: 8, code: "D", part_of: "B-E", vi: "Sản xuất, phân phối điện, khí, nước, điều hòa", en: "Electricity, gas, steam and air conditioning", also: &["sản xuất, phân phối điện", "sản xuất và phân phối điện", "sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí", "sản xuất, phân phối điện, khí đốt"] },
    Row { position: 9, code: "E", part_of: "B-E", vi: "Cấp nước và xử lý chất thải", en: "Water supply and waste treatment", also: &["cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải", "cấp nước, xử lý chất thải"] },
    Row { position: 10, code: "F", part_of: "B-F", vi: "Xây dựng", en: "Construction", also: &["ngành xây dựng"] },
    Row { position: 11, code: "G-U", part_of: "", vi: "Dịch vụ", en: "Services", also: &["ngành dịch vụ", "khu vực III", "khu vực 3", "khu vực dịch vụ", "thương mại, dịch vụ"] },
    Row { position: 12, code: "G", part_of: "G-U", vi: "Bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy", en: "Wholesale and retail trade; repair of vehicles", also: &["bán buôn, bán lẻ", "bán buôn bán lẻ", "bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác"] },
    Row { position: 13, code: "H", part_of: "G-U", vi: "Vận tải kho bãi", en: "Transport and storage", also: &["vận tải, kho bãi", "vận tải và kho bãi"] },
    Row { position: 14, code: "I", part_of: "G-U", vi: "Dịch vụ lưu trú và ăn uống", en: "Accommodation and food service", also: &["lưu trú và ăn uống", "lưu trú, ăn uống"] },
    Row { position: 15, code: "J", part_of: "G-U", vi: "Thông tin và truyền thông", en: "Information and communication", also: &["thông tin, truyền thông"] },
    Row { position: 16, code: "K", part_of: "G-U", vi: "Hoạt động tài chính, ngân hàng và bảo hiểm", en: "Finance, banking and insurance", also: &["tài chính, ngân hàng và bảo hiểm", "tài chính, ngân hàng, bảo hiểm"] },
    Row { position: 17, code: "L", part_of: "G-U", vi: "Hoạt động kinh doanh bất động sản", en: "Real estate", also: &["kinh doanh bất động sản", "bất động sản", "hoạt động kinh doanh BĐS", "kinh doanh BĐS"] },
    Row { position: 18, code: "M", part_of: "G-U", vi: "Hoạt động chuyên môn, khoa học công nghệ", en: "Professional, scientific and technical activities", also: &["hoạt động chuyên môn, khoa học và công nghệ", "hoạt động chuyên môn, KHCN", "chuyên môn, khoa học công nghệ"] },
    Row { position: 19, code: "N", part_of: "G-U", vi: "Hoạt động hành chính và dịch vụ hỗ trợ", en: "Administrative and support services", also: &["hành chính và dịch vụ hỗ trợ"] },
    Row { position: 20, code: "O", part_of: "G-U", vi: "Hoạt động của Đảng, tổ chức chính trị - xã hội, quản lý nhà nước", en: "Party, political organisations and state administration", also: &["hoạt động của Đảng Cộng sản, tổ chức chính trị - xã hội, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc"] },
    Row { position: 21, code: "P", part_of: "G-U", vi: "Giáo dục và đào tạo", en: "Education and training", also: &["giáo dục, đào tạo"] },
    Row { position: 22, code: "Q", part_of: "G-U", vi: "Y tế và hoạt động trợ giúp xã hội", en: "Health and social work", also: &["y tế"] },
    Row { position: 23, code: "R", part_of: "G-U", vi: "Nghệ thuật, vui chơi và giải trí", en: "Arts, entertainment and recreation", also: &["nghệ thuật, vui chơi, giải trí"] },
    Row { position: 24, code: "S", part_of: "G-U", vi: "Hoạt động dịch vụ khác", en: "Other services", also: &["dịch vụ khác"] },
    Row { position: 25, code: "T", part_of: "G-U", vi: "Hoạt động làm thuê các công việc trong các hộ gia đình", en: "Households as employers", also: &["hoạt động làm thuê các công việc trong hộ gia đình, sản xuất sản phẩm vật chất và dịch vụ tự tiêu dùng của hộ gia đình"] },
    Row { position: 26, code: "U", part_of: "G-U", vi: "Hoạt động của các tổ chức và cơ quan quốc tế", en: "Extraterritorial organisations", also: &["tổ chức và cơ quan quốc tế"] },
];

pub(super) static WHOLES: [(&str, &str); 17] = [
    ("toàn tỉnh", "unit"),
    ("toàn thành phố", "unit"),
    ("toàn TP", "unit"),
    ("cả tỉnh", "unit"),
    ("cả thành phố", "unit"),
    ("trên địa bàn", "any"),
    ("trên địa bàn tỉnh", "unit"),
    ("trên địa bàn thành phố", "unit"),
    ("trên địa bàn toàn tỉnh", "unit"),
    ("toàn địa bàn", "any"),
    ("cả nước", "national"),
    ("toàn quốc", "national"),
    ("cả nước Việt Nam", "national"),
    ("tổng cộng", "any"),
    ("tổng số", "any"),
    ("toàn bộ", "any"),
    ("kể cả dầu thô", "any"),
];
