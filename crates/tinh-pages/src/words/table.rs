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
pub(crate) const NOT_DRAWN_SERIES: Word = Word::new("{} đường không vẽ", "{} lines not drawn");
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
pub(crate) const ID: Word = Word::new("Mã", "Id");
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
