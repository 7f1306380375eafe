// Generated from data/findings.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use tinh_figures::Bilingual;

pub(crate) const CURRENCIES: Bilingual = Bilingual::new(
    "{0} và {1} theo các loại tiền khác nhau",
    "{0} and {1} are in different currencies",
);
pub(crate) const GIVES: Bilingual = Bilingual::new(
    "{0} được {1}, in là {2}",
    "{0} gives {1}, printed {2}",
);
pub(crate) const EQUALS_GROUPED: Bilingual = Bilingual::new(
    "{0} = {1}; nếu . là dấu thập phân thì không khớp, vậy nó tách nhóm",
    "{0} = {1}; with . as the decimal mark it would not hold, so it groups",
);
pub(crate) const PARTS_TOGETHER: Bilingual = Bilingual::new(
    "các phần cộng lại ít nhất là {0}, toàn bộ là {1}",
    "the parts are at least {0} together, the whole {1}",
);
pub(crate) const PART_EXCEEDS: Bilingual = Bilingual::new(
    "phần {0} vượt toàn bộ {1}",
    "the part {0} exceeds the whole {1}",
);
pub(crate) const EXCEEDS_BY_ROUNDING: Bilingual = Bilingual::new(
    "{0} vượt {1}, không quá mức làm tròn",
    "{0} exceeds {1}, by no more than their rounding",
);
pub(crate) const WITHIN: Bilingual = Bilingual::new(
    "{0} nằm trong {1}",
    "{0} within {1}",
);
pub(crate) const SHARE_AND_REST: Bilingual = Bilingual::new(
    "{0} % của toàn bộ, còn lại {1}; không bao giờ cộng thêm vào đó",
    "{0} % of the whole, the rest {1}; never added to it",
);
pub(crate) const SHARE_OF_BOUNDS: Bilingual = Bilingual::new(
    "tỷ trọng của {0} trong {1}: hai giới hạn không có tỷ số",
    "a share of {0} in {1}: the ratio of two bounds is none",
);
pub(crate) const SECTORS_EXCEED: Bilingual = Bilingual::new(
    "{0} của các ngành vượt toàn bộ {1}",
    "{0} of sectors exceed the whole, {1}",
);
pub(crate) const NAMED: Bilingual = Bilingual::new(
    "{0}, nêu tên {1}",
    "{0}, named {1}",
);
pub(crate) const NAMED_AND_MORE: Bilingual = Bilingual::new(
    "{0}, nêu tên {1} và còn nữa",
    "{0}, named {1}, and more",
);
pub(crate) const INVEST_AND_TRADE: Bilingual = Bilingual::new(
    "{0} đầu tư, {1} có buôn bán",
    "{0} invest, {1} are traded with",
);
pub(crate) const PRICE_BASES: Bilingual = Bilingual::new(
    "{0} và {1}: mức theo {2}, tốc độ tăng theo {3}; khác giá thì không suy ra được gì",
    "{0} and {1}: level at {2}, growth at {3}; nothing follows across price bases",
);
pub(crate) const NO_BASE: Bilingual = Bilingual::new(
    "{0} và {1}: gốc sẽ bằng không hoặc âm",
    "{0} and {1}: the base would be zero or less",
);
pub(crate) const BOUND_WITHOUT_BASE: Bilingual = Bilingual::new(
    "{0} là một giới hạn nên không cho gốc của {1}",
    "{0} is a bound and gives no base for {1}",
);
pub(crate) const IMPLIED_WHOLE: Bilingual = Bilingual::new(
    "{0} với {1}: toàn bộ là {2}",
    "{0} at {1}: the whole is {2}",
);
pub(crate) const IMPLIED_PLAN: Bilingual = Bilingual::new(
    "{0} với {1}: kế hoạch là {2}",
    "{0} at {1}: the plan is {2}",
);
pub(crate) const IMPLIED_BASE: Bilingual = Bilingual::new(
    "{0} với {1}: gốc là {2}",
    "{0} at {1}: the base is {2}",
);
pub(crate) const AND_PRINTED: Bilingual = Bilingual::new(
    "{0}, in là {1}",
    "{0}, printed {1}",
);
pub(crate) const AVERAGE: Bilingual = Bilingual::new(
    "{0} trên {1}: mỗi cái {2}",
    "{0} over {1}: {2} each",
);
pub(crate) const TRADE: Bilingual = Bilingual::new(
    "xuất {0}, nhập {1}: cán cân {2}, tổng kim ngạch {3}",
    "{0} out, {1} in: balance {2}, turnover {3}",
);
pub(crate) const TRADE_BEFORE: Bilingual = Bilingual::new(
    "{0}; tổng kim ngạch trước đó {1}, tăng {2} %",
    "{0}; turnover before {1}, grown by {2} %",
);
pub(crate) const AT_LEAST: Bilingual = Bilingual::new(
    "ít nhất {0}",
    "at least {0}",
);
pub(crate) const AT_MOST: Bilingual = Bilingual::new(
    "nhiều nhất {0}",
    "at most {0}",
);
pub(crate) const ANYTHING: Bilingual = Bilingual::new(
    "bao nhiêu cũng được",
    "anything",
);
pub(crate) const NO_YEAR: Bilingual = Bilingual::new(
    "{0}: không in năm và nguồn không có ngày",
    "{0}: no year is printed and the source has no date",
);
pub(crate) const YEAR_OF_SOURCE: Bilingual = Bilingual::new(
    "{0}: {1} theo ngày của nguồn, {2}",
    "{0}: {1} by the date of its source, {2}",
);
pub(crate) const NO_SUCH_DAY: Bilingual = Bilingual::new(
    "{0}: không có ngày như vậy trước nguồn, {1}",
    "{0}: no such day before its source, {1}",
);
pub(crate) const ENDS_AFTER: Bilingual = Bilingual::new(
    "{0} kết thúc sau nguồn, {1}: tính đến lúc đó, hoặc là ước tính",
    "{0} ends after its source, {1}: so far, or an estimate",
);
pub(crate) const RANK_WITHOUT_LIST: Bilingual = Bilingual::new(
    "{0} trong {1}: dữ liệu không có danh sách này",
    "{0} of {1}: the dataset has no list of it",
);
pub(crate) const RANK_WITHOUT_DAY: Bilingual = Bilingual::new(
    "{0} trong {1}: không nguồn nào liệt kê đủ trong một ngày",
    "{0} of {1}: no source lists them all on one day",
);
pub(crate) const RANK_NO_UNIT: Bilingual = Bilingual::new(
    "{0}: địa phương không phải một đơn vị của ngày {1}",
    "{0}: the place is no unit of {1}",
);
pub(crate) const RANK: Bilingual = Bilingual::new(
    "{0}; theo {1} ngày {2} thì đứng thứ {3} trong {4}",
    "{0}; by {1} on {2} it is number {3} of {4}",
);
pub(crate) const UNNAMED_SET: Bilingual = Bilingual::new(
    "một tập không nêu tên",
    "an unnamed set",
);
pub(crate) const DESTINATIONS: Bilingual = Bilingual::new(
    "nơi đến: {0} trong {1} lần nêu",
    "destinations: {0} in {1} mentions",
);
pub(crate) const ONE_FACT: Bilingual = Bilingual::new(
    "{0} và {1} của một việc",
    "{0} and {1} of one fact",
);
pub(crate) const SOURCES: Bilingual = Bilingual::new(
    "{0} và {1}, {2}",
    "{0} and {1}, {2}",
);
pub(crate) const FLOW_SHARE: Bilingual = Bilingual::new(
    "{0} trong kỳ {1} là {2} % của {3}",
    "{0} over {1} is {2} % of {3}",
);
pub(crate) const GROWN_LESS: Bilingual = Bilingual::new(
    "{0} + {1} so với {2}: ít hơn tổng {3}",
    "{0} + {1} against {2}: {3} less than the sum",
);
pub(crate) const GROWN_MORE: Bilingual = Bilingual::new(
    "{0} + {1} so với {2}: nhiều hơn tổng {3}",
    "{0} + {1} against {2}: {3} more than the sum",
);
pub(crate) const AGREEMENT_SOUGHT: Bilingual = Bilingual::new(
    "đã ký thỏa thuận với {0}, quan hệ vẫn còn đang hướng tới: thỏa thuận không phải quan hệ",
    "an agreement with {0} is signed, the relation still sought: an agreement is no relation",
);
pub(crate) const COMMA_DECIDES: Bilingual = Bilingual::new(
    "{0}: số thập phân của nguồn dùng dấu phẩy ({1}), vậy dấu chấm tách nhóm",
    "{0}: its decimals have a comma ({1}), so the dot groups",
);
pub(crate) const DOT_AGAINST: Bilingual = Bilingual::new(
    "{0}: số thập phân của nguồn dùng dấu chấm ({1}); vẫn đọc là tách nhóm",
    "{0}: its decimals have a dot ({1}); read as grouped all the same",
);
pub(crate) const NOTHING_DECIDES: Bilingual = Bilingual::new(
    "{0}: không có gì trong nguồn cho biết; đọc là tách nhóm",
    "{0}: nothing in the source decides; read as grouped",
);
pub(crate) const DOT_AMONG_COMMAS: Bilingual = Bilingual::new(
    "{0}: dấu chấm thập phân trong nguồn dùng dấu phẩy thập phân ({1}); không đọc cách khác được",
    "{0}: a decimal dot in a source of decimal commas ({1}); no other reading is possible",
);
pub(crate) const TOLD_TWICE: Bilingual = Bilingual::new(
    "một việc kể hai lần: hãy ghi same_as, hoặc điều phân biệt chúng",
    "one told twice: say same_as, or what tells them apart",
);
pub(crate) const MAYBE_TWICE: Bilingual = Bilingual::new(
    "có thể là một việc kể hai lần",
    "may be one told twice",
);
pub(crate) const DATE_AFTER: Bilingual = Bilingual::new(
    "sau nguồn của nó",
    "after its source",
);
pub(crate) const DATE_YEARS: Bilingual = Bilingual::new(
    "{0} năm trước nguồn của nó",
    "{0} years before its source",
);
pub(crate) const DATE_NO_FAULT: Bilingual = Bilingual::new(
    "không mâu thuẫn với nguồn của nó",
    "no contradiction with its source",
);
pub(crate) const DATE_LIES: Bilingual = Bilingual::new(
    "{0} là {1}, {2}",
    "{0} lies {1}, {2}",
);
pub(crate) const DATE_CORRECTED: Bilingual = Bilingual::new(
    "in là {0}, {1}, {2}; sửa thành {3}",
    "printed {0}, {1}, {2}; corrected to {3}",
);
pub(crate) const DATE_STILL: Bilingual = Bilingual::new(
    "sửa thành {0}, là {1}, {2}",
    "corrected to {0}, which lies {1}, {2}",
);
pub(crate) const IS_SAME_AS: Bilingual = Bilingual::new(
    "được nói là cùng",
    "is said to be the same as",
);
pub(crate) const IS_PART_OF: Bilingual = Bilingual::new(
    "là một phần của",
    "is part of",
);
pub(crate) const CORRECTS: Bilingual = Bilingual::new(
    "sửa",
    "corrects",
);
pub(crate) const CONFLICTS_WITH: Bilingual = Bilingual::new(
    "mâu thuẫn với",
    "conflicts with",
);
pub(crate) const BEARS_ON: Bilingual = Bilingual::new(
    "liên quan đến",
    "bears on",
);
pub(crate) const DANGLING: Bilingual = Bilingual::new(
    "ghi nhận này {0} {1}, không có trong dữ liệu",
    "the claim {0} {1}, which is not in the dataset",
);
pub(crate) const IN_A_RING: Bilingual = Bilingual::new(
    "mỗi cái {0} một cái khác trong số đó, thành vòng",
    "each {0} another of them, in a ring",
);
pub(crate) const ITSELF: Bilingual = Bilingual::new(
    "ghi nhận này {0} chính nó",
    "the claim {0} itself",
);
pub(crate) const NEEDS: Bilingual = Bilingual::new(
    "{0} cần có {1}",
    "{0} needs {1}",
);
pub(crate) const BACKWARDS: Bilingual = Bilingual::new(
    "một khoảng byte kết thúc sau khi bắt đầu",
    "a range of bytes ends after it starts",
);
pub(crate) const LONG_LINE: Bilingual = Bilingual::new(
    "dòng dài hơn {0} byte",
    "the line is longer than {0} bytes",
);
pub(crate) const NOT_UTF8: Bilingual = Bilingual::new(
    "dòng không phải UTF-8 từ byte {0}",
    "the line is not UTF-8 from byte {0}",
);
pub(crate) const NOT_AN_OBJECT: Bilingual = Bilingual::new(
    "cần một đối tượng JSON",
    "expected a JSON object",
);
pub(crate) const NOT_JSON: Bilingual = Bilingual::new(
    "cần một đối tượng JSON: {0} ở byte {1}",
    "expected a JSON object: {0} at byte {1}",
);
pub(crate) const CUT_OFF: Bilingual = Bilingual::new(
    "hết giữa chừng",
    "the end in the middle of a value",
);
pub(crate) const TRAILING: Bilingual = Bilingual::new(
    "thừa ký tự",
    "trailing characters",
);
pub(crate) const TOO_DEEP: Bilingual = Bilingual::new(
    "lồng quá sâu",
    "too deeply nested",
);
pub(crate) const NUMBER_TOO_LARGE: Bilingual = Bilingual::new(
    "số quá lớn",
    "the number is too large",
);
pub(crate) const NO_JSON: Bilingual = Bilingual::new(
    "sai cú pháp",
    "no JSON",
);
pub(crate) const FIELD_TWICE: Bilingual = Bilingual::new(
    "trường này có hai lần, lần sau ở byte {0}",
    "the field stands twice at byte {0}",
);
pub(crate) const LONG_ROW: Bilingual = Bilingual::new(
    "dòng dài hơn {0} byte, và không đọc gì sau nó: phải chăng còn dấu nháy chưa đóng?",
    "the row is longer than {0} bytes, and nothing after it is read: is a quotation mark left open?",
);
pub(crate) const CELL_NOT_UTF8: Bilingual = Bilingual::new(
    "ô thứ {0} của dòng không phải UTF-8",
    "cell {0} of the row is not UTF-8",
);
pub(crate) const OTHER_WIDTH: Bilingual = Bilingual::new(
    "dòng có {0} ô, dòng tiêu đề {1}",
    "the row has {0} cells, the header {1}",
);
pub(crate) const OPEN_QUOTE: Bilingual = Bilingual::new(
    "dòng có {0} ô, dòng tiêu đề {1}, và một ô kéo qua nhiều dòng: phải chăng còn dấu nháy chưa đóng?",
    "the row has {0} cells, the header {1}, and a cell runs over lines: is a quotation mark left open?",
);
pub(crate) const MORE_COLUMNS: Bilingual = Bilingual::new(
    "còn {0} cột không được xem",
    "{0} more columns are not looked at",
);
pub(crate) const UNKNOWN_COLUMN: Bilingual = Bilingual::new(
    "không có cột \"{0}\", cần một trong {1}",
    "unknown column \"{0}\", expected {1}",
);
pub(crate) const COLUMN_TWICE: Bilingual = Bilingual::new(
    "cột \"{0}\" có hai lần",
    "the column \"{0}\" stands twice",
);
pub(crate) const MISSING_COLUMN: Bilingual = Bilingual::new(
    "thiếu cột \"{0}\"",
    "missing column \"{0}\"",
);
pub(crate) const NO_FIGURE_COLUMN: Bilingual = Bilingual::new(
    "thiếu cột \"figure\" hoặc \"value\"",
    "missing column \"figure\" or \"value\"",
);
pub(crate) const CELL_NOT_JSON: Bilingual = Bilingual::new(
    "cần JSON: {0} ở byte {1}",
    "expected JSON: {0} at byte {1}",
);
pub(crate) const ONE_OF: Bilingual = Bilingual::new(
    "một trong {0}",
    "one of {0}",
);
pub(crate) const A_TEXT: Bilingual = Bilingual::new(
    "một văn bản",
    "a text",
);
pub(crate) const A_LINE_NUMBER: Bilingual = Bilingual::new(
    "một số thứ tự dòng, từ 0 đến 4294967295",
    "a line number, 0 to 4294967295",
);
pub(crate) const TRUE_OR_FALSE: Bilingual = Bilingual::new(
    "true hoặc false",
    "true or false",
);
pub(crate) const AN_ARRAY: Bilingual = Bilingual::new(
    "một mảng",
    "an array",
);
pub(crate) const TWO_NUMBERS: Bilingual = Bilingual::new(
    "một mảng gồm hai số",
    "an array of two numbers",
);
pub(crate) const AN_OBJECT: Bilingual = Bilingual::new(
    "một đối tượng",
    "an object",
);
pub(crate) const A_DAY: Bilingual = Bilingual::new(
    "một ngày, ví dụ 2023-12-20",
    "a day such as 2023-12-20",
);
pub(crate) const A_DATE: Bilingual = Bilingual::new(
    "một ngày, ví dụ 2023-11-25, 2023-11 hoặc --11",
    "a date such as 2023-11-25, 2023-11 or --11",
);
pub(crate) const A_PERIOD: Bilingual = Bilingual::new(
    "một kỳ, ví dụ 2023, 2023-01/2023-09 hoặc 2023-Q3",
    "a period such as 2023, 2023-01/2023-09 or 2023-Q3",
);
pub(crate) const A_MEASURE: Bilingual = Bilingual::new(
    "một chỉ tiêu, ví dụ fdi.registered, fdi.projects, exports hoặc fdi.registered:growth",
    "a measure such as fdi.registered, fdi.projects, exports or fdi.registered:growth",
);
pub(crate) const A_PLAIN_DECIMAL: Bilingual = Bilingual::new(
    "một số thập phân trong dấu nháy (\"14798.91\") hoặc một số nguyên",
    "a plain decimal in quotes (\"14798.91\") or a whole number",
);
pub(crate) const A_FIGURE: Bilingual = Bilingual::new(
    "một số liệu như đã in (\"14,65 tỷ USD\"), một số nguyên, hoặc một đối tượng có value, unit và printed",
    "a figure as printed (\"14,65 tỷ USD\"), a whole number, or an object with value, unit and printed",
);
pub(crate) const A_PARTNER: Bilingual = Bilingual::new(
    "tên hoặc mã một quốc gia, hoặc một đối tượng mô tả đối tác",
    "the name or code of a country, or an object describing a partner",
);
pub(crate) const PARTNERS: Bilingual = Bilingual::new(
    "một mảng các đối tác, hoặc một đối tượng có named, open và total",
    "an array of partners, or an object with named, open and total",
);
pub(crate) const ONE_OR_MORE_IDS: Bilingual = Bilingual::new(
    "mã của một tuyên bố, hoặc một mảng các mã",
    "the id of a claim, or an array of ids",
);
pub(crate) const A_COMMENT: Bilingual = Bilingual::new(
    "một chú thích trên một dòng",
    "a comment of one line",
);
