// Generated from data/words.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use super::Word;

pub(crate) const MILLION: Word = Word::new("triệu", "m");
pub(crate) const BILLION: Word = Word::new("tỷ", "bn");
pub(crate) const TRILLION: Word = Word::new("nghìn tỷ", "tn");
pub(crate) const QUADRILLION: Word = Word::new("triệu tỷ", "qn");
pub(crate) const BY: Word = Word::new("{} theo {}", "{} by {}");
pub(crate) const AND: Word = Word::new(" và ", " and ");
pub(crate) const BESIDE: Word = Word::new("{}: {} và {}", "{}: {} and {}");
pub(crate) const AS_OF: Word = Word::new("lũy kế đến {}", "as of {}");
pub(crate) const AS_OF_DATE: Word = Word::new("tính đến {}", "as of {}");
pub(crate) const AS_OF_SEVERAL: Word = Word::new("số liệu của {} thời điểm, từ {} đến {}", "figures of {} dates, {} to {}");
pub(crate) const DURING: Word = Word::new("trong kỳ {}", "over {}");
pub(crate) const DURING_SEVERAL: Word = Word::new("các kỳ từ {} đến {}", "periods from {} to {}");
pub(crate) const UNITS_RESTATED: Word = Word::new("quy về {} tỉnh, thành phố có từ {}", "restated to the {} provinces and cities since {}");
pub(crate) const UNITS_OF: Word = Word::new("theo {} tỉnh, thành phố của thời điểm đó", "the {} provinces and cities of that time");
pub(crate) const UNIT_MONEY: Word = Word::new("đơn vị tiền: {}", "currency: {}");
pub(crate) const APART: Word = Word::new("Không thuộc tỉnh, thành phố nào", "Not part of any province or city");
pub(crate) const LEGEND_CERTAIN: Word = Word::new("biết chắc", "certain");
pub(crate) const LEGEND_BOUND: Word = Word::new("trong giới hạn", "within the bounds");
pub(crate) const LEGEND_OPEN: Word = Word::new("chưa biết giới hạn trên", "no upper bound known");
pub(crate) const LEGEND_ABOUT: Word = Word::new("khoảng chừng", "approximate");
pub(crate) const LEGEND_GAP: Word = Word::new("không có số liệu", "no figure");
pub(crate) const LEGEND_PARTIAL: Word = Word::new("kỳ chưa đủ", "part of the period only");
pub(crate) const BREAK_SHARES: Word = Word::new("{}: từ đây gồm cả góp vốn, mua cổ phần", "{}: includes share purchases from here on");
pub(crate) const NOT_DRAWN_ROWS: Word = Word::new("{} dòng không vẽ", "{} rows not drawn");
pub(crate) const NOT_DRAWN_SERIES: Word = Word::new("{} đường nhỏ hơn không vẽ", "{} smaller lines not drawn");
pub(crate) const SOURCE: Word = Word::new("Nguồn: {}", "Source: {}");
pub(crate) const MISSING: Word = Word::new("Không có số liệu: {}", "No figure: {}");
pub(crate) const TOTAL: Word = Word::new("Tổng", "Total");
pub(crate) const VALUE: Word = Word::new("Giá trị", "Value");
pub(crate) const MEASURE: Word = Word::new("Chỉ tiêu", "Measure");
pub(crate) const COVERED_OF: Word = Word::new("{}/{} đơn vị cũ", "{} of {} former units");
pub(crate) const FIGURES: Word = Word::new("{} số liệu", "{} figures");
pub(crate) const FIGURES_ONE: Word = Word::new("1 số liệu", "1 figure");
pub(crate) const PRINTED: Word = Word::new("Nguyên văn", "As printed");
pub(crate) const ADDED: Word = Word::new("Giá trị được cộng", "Value added");
pub(crate) const PLACE: Word = Word::new("Địa phương", "Place");
pub(crate) const TIME: Word = Word::new("Thời điểm", "Time");
pub(crate) const SOURCE_COLUMN: Word = Word::new("Nguồn", "Source");
pub(crate) const LINE: Word = Word::new("dòng {}", "line {}");
pub(crate) const WARNINGS: Word = Word::new("Cần biết khi đọc", "Read with care");
pub(crate) const CONVERSIONS: Word = Word::new("Quy đổi tiền", "Conversions");
pub(crate) const LEFT_OUT: Word = Word::new("Được hỏi đến nhưng không tính", "Matched but excluded");
pub(crate) const NO_ROWS: Word = Word::new("Không có số liệu nào.", "There is no figure.");
pub(crate) const NO_CHART_UNITS: Word = Word::new("một biểu đồ cần một chỉ tiêu và một loại tiền, ở đây có {}", "expected one measure and one currency, found {}");
pub(crate) const NO_CHART_EMPTY: Word = Word::new("không dòng nào có số", "expected a row with a number, found none");
pub(crate) const OPEN_ALL: Word = Word::new("Mở tất cả", "Open all");
pub(crate) const CLOSE_ALL: Word = Word::new("Đóng tất cả", "Close all");
pub(crate) const HINT: Word = Word::new("Bấm vào một dòng (hoặc Enter) để xem các số liệu in trong nguồn.", "Click a row, or press Enter, to see its printed figures.");
pub(crate) const MORE_ROWS: Word = Word::new("và {} mục nữa", "and {} more");
pub(crate) const ANSWER: Word = Word::new("Kết quả", "Answer");
pub(crate) const ARTICLES: Word = Word::new("Bài báo", "Articles");
pub(crate) const DRAFTS: Word = Word::new("Bản nháp", "Drafts");
pub(crate) const NO_DRAFTS: Word = Word::new("Không có bản nháp nào.", "There is no draft.");
pub(crate) const COUNT: Word = Word::new("{} đã nhận, {} đã bỏ, {} chưa xét", "{} accepted, {} rejected, {} open");
pub(crate) const NEEDED: Word = Word::new("Chưa nhận được: hãy chọn {} trước.", "Not accepted yet: choose {} first.");
pub(crate) const ACCEPTED: Word = Word::new("đã nhận", "accepted");
pub(crate) const REJECTED: Word = Word::new("đã bỏ", "rejected");
pub(crate) const UNDECIDED: Word = Word::new("chưa xét", "open");
pub(crate) const ACCEPT: Word = Word::new("Nhận", "Accept");
pub(crate) const REJECT: Word = Word::new("Bỏ", "Reject");
pub(crate) const UNDO: Word = Word::new("Xét lại", "Undo");
pub(crate) const SAVE: Word = Word::new("Lưu tệp", "Save file");
pub(crate) const LOAD: Word = Word::new("Mở tệp đã lưu…", "Open saved file…");
pub(crate) const FORGET: Word = Word::new("Bắt đầu lại", "Start over");
pub(crate) const FORGET_ASK: Word = Word::new("Bỏ mọi quyết định trên trang này?", "Discard every decision on this page?");
pub(crate) const ONLY_OPEN: Word = Word::new("chỉ hiện mục chưa xét", "open ones only");
pub(crate) const SAVED: Word = Word::new("Đã lưu {}.", "Saved {}.");
pub(crate) const LOADED: Word = Word::new("Đã nhận lại {} bản nháp từ tệp.", "{} drafts accepted from the file.");
pub(crate) const UNREADABLE: Word = Word::new("Tệp này không phải JSON Lines.", "This file is not JSON Lines.");
pub(crate) const ALL_VALUES: Word = Word::new("Tất cả", "All");
pub(crate) const NOT_KNOWN: Word = Word::new("(không rõ)", "(not known)");
pub(crate) const UNATTACHED: Word = Word::new("Số liệu chưa thành bản nháp", "Figures that became no draft");
pub(crate) const KEYS: Word = Word::new("Phím tắt", "Keyboard");
pub(crate) const KEY_MOVE: Word = Word::new("bản nháp sau, trước", "next, previous draft");
pub(crate) const KEY_ACCEPT: Word = Word::new("nhận và sang mục sau", "accept and go on");
pub(crate) const KEY_REJECT: Word = Word::new("bỏ và sang mục sau", "reject and go on");
pub(crate) const KEY_UNDO: Word = Word::new("xét lại", "undo");
pub(crate) const KEY_CORRECT: Word = Word::new("sửa một trường", "correct a field");
pub(crate) const KEY_BACK: Word = Word::new("về bản nháp", "back to the draft");
pub(crate) const KEY_SAVE: Word = Word::new("lưu tệp", "save the file");
pub(crate) const NEEDS_SCRIPT: Word = Word::new("Trang này cần JavaScript để nhận, sửa và lưu.", "This page needs JavaScript to accept, correct and save.");
pub(crate) const MARK_FIGURE: Word = Word::new("số liệu", "figure");
pub(crate) const MARK_PLACE: Word = Word::new("địa danh", "place");
pub(crate) const MARK_DATE: Word = Word::new("thời gian", "date");
pub(crate) const MARK_NAME: Word = Word::new("tên riêng", "name");
pub(crate) const GRADE_UNKNOWN: Word = Word::new("không rõ", "not known");
pub(crate) const GRADE_ASSUMED: Word = Word::new("suy đoán", "assumed");
pub(crate) const GRADE_INHERITED: Word = Word::new("theo cả bài", "from the article");
pub(crate) const GRADE_CARRIED: Word = Word::new("theo câu trước", "from before");
pub(crate) const GRADE_PRINTED: Word = Word::new("in cùng số", "printed with it");
pub(crate) const NATION: Word = Word::new("số liệu của cả nước", "figures of the whole country");
pub(crate) const PROJECTS: Word = Word::new("số liệu của từng dự án", "figures of single projects");
pub(crate) const WHOLE_COUNTRY: Word = Word::new("Cả nước", "Whole country");
pub(crate) const PROPOSED_MEASURE: Word = Word::new("{} (đề xuất)", "{} (proposed)");
pub(crate) const AT_PUBLICATION: Word = Word::new("khi đăng bài, {}", "at publication, {}");
pub(crate) const AT_PUBLICATION_UNKNOWN: Word = Word::new("khi đăng bài (chưa rõ ngày)", "at publication (date unknown)");
pub(crate) const STATUS: Word = Word::new("Tình trạng", "Status");
pub(crate) const STATUS_REPORTED: Word = Word::new("đã có", "reported");
pub(crate) const STATUS_ESTIMATE: Word = Word::new("ước", "estimate");
pub(crate) const STATUS_FORECAST: Word = Word::new("dự báo", "forecast");
pub(crate) const STATUS_TARGET: Word = Word::new("mục tiêu", "target");
pub(crate) const STATUS_PLANNED: Word = Word::new("dự kiến", "planned");
pub(crate) const STATUS_APPROVED: Word = Word::new("được phê duyệt", "approved");
pub(crate) const STATUS_PROPOSED: Word = Word::new("đề xuất", "proposed");
pub(crate) const PARTNER: Word = Word::new("Đối tác", "Partner");
pub(crate) const SECTOR: Word = Word::new("Ngành", "Sector");
pub(crate) const SCOPE: Word = Word::new("Phần", "Part");
pub(crate) const NOTHING: Word = Word::new("(bỏ)", "(none)");
pub(crate) const REFUSED_AS_IT_IS: Word = Word::new("như hiện nay tệp lưu sẽ không đọc được: {}", "as it is, the saved line could not be read: {}");
pub(crate) const EVENT: Word = Word::new("Sự kiện", "Event");
pub(crate) const PARTIES: Word = Word::new("Các bên", "Parties");
pub(crate) const EVENT_MISSION_OUT: Word = Word::new("Đoàn ra", "Mission out");
pub(crate) const EVENT_MISSION_IN: Word = Word::new("Đoàn vào", "Mission in");
pub(crate) const EVENT_WORKING_SESSION: Word = Word::new("Buổi làm việc", "Working session");
pub(crate) const EVENT_AGREEMENT: Word = Word::new("Ký kết", "Agreement");
pub(crate) const EVENT_PARTNERSHIP: Word = Word::new("Thiết lập quan hệ", "Partnership");
pub(crate) const EVENT_PROMOTION: Word = Word::new("Sự kiện xúc tiến", "Promotion event");
pub(crate) const EVENT_LICENCE: Word = Word::new("Cấp phép đầu tư", "Licence");
pub(crate) const EVENT_OPENING: Word = Word::new("Khởi công, khánh thành", "Opening");
pub(crate) const EVENT_AID: Word = Word::new("Viện trợ", "Aid");
pub(crate) const NOT_DRAWN_ALONE: Word = Word::new("{} dòng chỉ một bên có số liệu, không vẽ", "{} rows with a figure on one side only, not drawn");
pub(crate) const PRODUCERS: Word = Word::new("Số liệu của nhiều đơn vị công bố", "Figures of different producers");
pub(crate) const EVENTS_ON: Word = Word::new("sự kiện {}", "events of {}");
pub(crate) const EVENTS_SEVERAL: Word = Word::new("sự kiện từ {} đến {}", "events from {} to {}");
pub(crate) const WHY_CHANGE: Word = Word::new("mức tăng giảm, không rõ của con số nào", "a change, and no level it changes");
pub(crate) const WHY_COMPARISON: Word = Word::new("phép so sánh, không rõ của con số nào", "a comparison, and no word that says of what");
pub(crate) const WHY_DURATION: Word = Word::new("khoảng thời gian", "a length of time");
pub(crate) const WHY_MULTIPLE_BASE: Word = Word::new("số lần, không nói so với gì", "a multiple without a base");
pub(crate) const WHY_MULTIPLE: Word = Word::new("số lần, không rõ của con số nào", "a multiple, and no word that says of what");
pub(crate) const WHY_NOUN: Word = Word::new("danh từ chưa có trong bảng", "a noun that is not in the table");
pub(crate) const WHY_COUNTRIES: Word = Word::new("số quốc gia, không rõ có quan hệ gì", "countries, and no word for what links them");
pub(crate) const WHY_PARTNERS: Word = Word::new("số đối tác, không rõ có quan hệ gì", "partners, and no word for what links them");
pub(crate) const WHY_CLASS: Word = Word::new("mức tối thiểu của một loại, không của dự án nào", "the least of a class, of no project in particular");
pub(crate) const WHY_CURRENCY: Word = Word::new("cùng số tiền theo đơn vị tiền khác", "the same amount in another currency");
pub(crate) const WHY_BASE: Word = Word::new("con số được so với", "the value compared with");
pub(crate) const WHY_TURNS: Word = Word::new("số lượt, không rõ làm gì", "turns, and no word for what was done");
pub(crate) const WHY_ORDER: Word = Word::new("thứ hạng", "a place in an order");
pub(crate) const WHY_RATE: Word = Word::new("mức tính cho mỗi đơn vị", "a rate for each unit");
pub(crate) const WHY_ARTICLE: Word = Word::new("từ chỉ loại, không phải số đếm", "an article, no count");
pub(crate) const WHY_RANK: Word = Word::new("số thứ tự hoặc thứ hạng", "an enumeration or a rank");
pub(crate) const WHY_DATE: Word = Word::new("phần của ngày tháng", "part of a date");
pub(crate) const WHY_NAME: Word = Word::new("phần của tên riêng", "part of a name");
pub(crate) const WHY_BARE: Word = Word::new("con số không có danh từ trong bảng", "a number without a noun of the table");
pub(crate) const RECHECK_HOLDS: Word = Word::new("tính lại khớp với {}", "worked out again, it agrees with {}");
pub(crate) const RECHECK_SUM: Word = Word::new("cộng lại khớp: {}", "the parts add up: {}");
pub(crate) const RECHECK_CONTRADICTS: Word = Word::new("tính lại không khớp: con số kia in {}, theo phép tính phải là {}", "worked out again, it does not agree: the other is printed {}, and would have to be {}");
pub(crate) const RECHECK_IMPLIES: Word = Word::new("suy ra con số kia: {}", "implies the other figure: {}");
pub(crate) const RECHECK_PRICES: Word = Word::new("không tính lại được: quy mô theo giá hiện hành, tăng trưởng theo giá so sánh", "not worked out: the level is at current prices, the growth at constant ones");

/// Why a figure is no draft.
pub(super) static WHY: [Word; 19] = [
    WHY_CHANGE,
    WHY_COMPARISON,
    WHY_DURATION,
    WHY_MULTIPLE_BASE,
    WHY_MULTIPLE,
    WHY_NOUN,
    WHY_COUNTRIES,
    WHY_PARTNERS,
    WHY_CLASS,
    WHY_CURRENCY,
    WHY_BASE,
    WHY_TURNS,
    WHY_ORDER,
    WHY_RATE,
    WHY_ARTICLE,
    WHY_RANK,
    WHY_DATE,
    WHY_NAME,
    WHY_BARE,
];
