// Generated from data/messages.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use tinh_figures::Bilingual;

pub(crate) const NO_TABLE: Bilingual = Bilingual::new(
    "không có bảng; đã tìm {0}",
    "no table; looked for {0}",
);
pub(crate) const NO_TABLE_TIME: Bilingual = Bilingual::new(
    "bảng không có thời gian; đã tìm \"tính từ … đến …\" hoặc \"lũy kế … đến …\" ở phía trên",
    "a table without a time; looked for \"tính từ … đến …\" or \"lũy kế … đến …\" above it",
);
pub(crate) const LEGACY: Bilingual = Bilingual::new(
    "chữ theo bảng mã {0}, có trước Unicode; đã đọc",
    "its texts are in {0}, an encoding before Unicode; read",
);
pub(crate) const NOT_A_PERCENTAGE: Bilingual = Bilingual::new(
    "cần một số, không phải tỷ lệ phần trăm",
    "expected a number, not a percentage",
);
pub(crate) const NOT_SCALED: Bilingual = Bilingual::new(
    "cần một số theo {0}, không phải số có bội riêng",
    "expected a number of {0}, not one with a scale of its own",
);
pub(crate) const NOT_GIVEN: Bilingual = Bilingual::new(
    "có số liệu nhưng không được cho biết",
    "the figure exists but is not given",
);
pub(crate) const AMBIGUOUS: Bilingual = Bilingual::new(
    "có thể là {0} hoặc {1}, và không ô nào của trang tính cho biết",
    "may be {0} or {1}, and no cell of the sheet decides",
);
pub(crate) const AMBIGUOUS_SAY: Bilingual = Bilingual::new(
    "có thể là {0} hoặc {1}; hãy ghi rõ bằng \"notation\"",
    "may be {0} or {1}; say which with \"notation\"",
);
pub(crate) const POINT_AGAINST: Bilingual = Bilingual::new(
    "dấu chấm thập phân trong cột dùng dấu phẩy thập phân",
    "a decimal point in a column with a decimal comma",
);
pub(crate) const COMMA_AGAINST: Bilingual = Bilingual::new(
    "dấu phẩy thập phân trong cột dùng dấu chấm thập phân",
    "a decimal comma in a column with a decimal point",
);
pub(crate) const ERROR_VALUE: Bilingual = Bilingual::new(
    "một giá trị lỗi",
    "an error value",
);
pub(crate) const EXPECTED_FIGURE: Bilingual = Bilingual::new(
    "cần một số liệu",
    "expected a figure",
);
pub(crate) const NOT_A_BOUND: Bilingual = Bilingual::new(
    "cần một số liệu, không phải một giới hạn hay ước lượng",
    "expected a figure, not a bound or an estimate",
);
pub(crate) const NOT_A_DATE: Bilingual = Bilingual::new(
    "cần một số liệu, nhưng gặp một ngày",
    "expected a figure, found a date",
);
pub(crate) const NOT_A_TRUTH: Bilingual = Bilingual::new(
    "cần một số liệu, nhưng gặp đúng hoặc sai",
    "expected a figure, found true or false",
);
pub(crate) const OUT_OF_RANGE: Bilingual = Bilingual::new(
    "số có hơn 28 chữ số hoặc chữ số thập phân",
    "the number has more than 28 digits or decimals",
);
pub(crate) const NOT_MONEY: Bilingual = Bilingual::new(
    "cần một số, không phải một khoản tiền",
    "expected a number, not an amount of money",
);
pub(crate) const EXPECTED_NUMBER: Bilingual = Bilingual::new(
    "cần một số",
    "expected a number",
);
pub(crate) const TOO_LARGE: Bilingual = Bilingual::new(
    "khoản tiền quá lớn",
    "the amount is too large",
);
pub(crate) const MEANINGLESS_RATIO: Bilingual = Bilingual::new(
    "tỷ lệ so với một gốc âm, hoặc của một mức âm, không có nghĩa",
    "a ratio to a base or of a level below zero says nothing",
);
pub(crate) const SHIFTED: Bilingual = Bilingual::new(
    "dòng có nhiều ô hơn tiêu đề nên không được đọc: phải chăng dấu phẩy của một số bị coi là dấu tách ô?",
    "the row has more cells than the header, and none of it is read: is a comma of a number taken for one between cells?",
);
pub(crate) const EXPECTED_DATE: Bilingual = Bilingual::new(
    "cần một ngày, ví dụ 2023-12-20",
    "expected a date such as 2023-12-20",
);
pub(crate) const EXPECTED_PERIOD: Bilingual = Bilingual::new(
    "cần một kỳ, ví dụ 2023 hoặc 9 tháng năm 2023",
    "expected a period such as 2023 or 9 tháng năm 2023",
);
pub(crate) const NO_PLACE: Bilingual = Bilingual::new(
    "số liệu không có địa phương",
    "figures without a place",
);
pub(crate) const NO_NAME: Bilingual = Bilingual::new(
    "số liệu không có tên",
    "figures without a name",
);
pub(crate) const PLACE_NEEDS_DATE: Bilingual = Bilingual::new(
    "một địa phương cần có ngày",
    "a place needs a date",
);
pub(crate) const NO_COUNTRY: Bilingual = Bilingual::new(
    "không có quốc gia tên này; giữ như đã in",
    "no country of that name; kept as printed",
);
pub(crate) const ALIAS: Bilingual = Bilingual::new(
    "{0} và {1} đều là {2}: một đối tác ở hai dòng",
    "{0} and {1} are both {2}: one partner in two rows",
);
pub(crate) const UNIT_BESIDE: Bilingual = Bilingual::new(
    "tiêu đề không ghi đơn vị; đọc theo {0} như các cột bên cạnh",
    "the header names no unit; read as {0} like the columns beside it",
);
pub(crate) const UNIT_BY_FIGURES: Bilingual = Bilingual::new(
    "tiêu đề không ghi đơn vị; đọc theo {0}, vì cùng số liệu với cột {1}",
    "the header names no unit; read as {0}, by the same figures in column {1}",
);
pub(crate) const NO_UNIT: Bilingual = Bilingual::new(
    "cột tiền không có đơn vị; đã tìm một đơn vị như (triệu USD)",
    "a column of money without a unit; looked for one such as (triệu USD)",
);
pub(crate) const NO_UNIT_AGAINST: Bilingual = Bilingual::new(
    "cột tiền không có đơn vị, và không phải số liệu của cột {0} theo đơn vị khác",
    "a column of money without a unit, and not the figures of column {0} in another",
);
pub(crate) const AGGREGATE: Bilingual = Bilingual::new(
    "không có dòng này thì các thành phần vừa đúng tổng: nó gộp một số trong đó",
    "the members give the total without this row: it sums some of them up",
);
pub(crate) const HEADER_PLACES: Bilingual = Bilingual::new(
    "tiêu đề ghi {0}; đọc là {1}: {2} trong {3} tên là địa phương",
    "the header says {0}; read as {1}: {2} of {3} names are places",
);
pub(crate) const HEADER_COUNTRIES: Bilingual = Bilingual::new(
    "tiêu đề ghi {0}; đọc là {1}: {2} trong {3} tên là quốc gia",
    "the header says {0}; read as {1}: {2} of {3} names are countries",
);
pub(crate) const HEADER_TITLE: Bilingual = Bilingual::new(
    "tiêu đề ghi {0}; đọc là {1}: tên bảng ghi như vậy",
    "the header says {0}; read as {1}: the title says so",
);
pub(crate) const TIME_BY_TITLE: Bilingual = Bilingual::new(
    "không có dòng \"tính từ … đến …\" hoặc \"lũy kế … đến …\"; tên bảng ghi {0}",
    "no line \"tính từ … đến …\" or \"lũy kế … đến …\"; the title says {0}",
);
pub(crate) const SINCE_JANUARY: Bilingual = Bilingual::new(
    "dự án mới tính đến một ngày là tính từ ngày 1 tháng 1: đọc là {0}",
    "new projects up to a day are counted from 1 January: read as {0}",
);
pub(crate) const NOT_UNDERSTOOD: Bilingual = Bilingual::new(
    "không hiểu tiêu đề",
    "the header is not understood",
);
pub(crate) const PERIOD_APART: Bilingual = Bilingual::new(
    "kỳ {0} không đi với {1} của bảng",
    "the period {0} does not go with the table's {1}",
);
pub(crate) const ODD_PERIOD: Bilingual = Bilingual::new(
    "{0} là phần khác của năm so với {1}; giữ như đã in",
    "{0} is another part of the year than {1}; kept as printed",
);
pub(crate) const INDICATOR_WITHOUT_UNIT: Bilingual = Bilingual::new(
    "chỉ tiêu không có đơn vị",
    "an indicator without a unit",
);
pub(crate) const INDICATOR_UNKNOWN: Bilingual = Bilingual::new(
    "không hiểu chỉ tiêu",
    "the indicator is not understood",
);
pub(crate) const STRAY_CELL: Bilingual = Bilingual::new(
    "một ô ngoài mọi bảng",
    "a cell outside every table",
);
pub(crate) const STRAY_CELLS: Bilingual = Bilingual::new(
    "{0} ô ngoài mọi bảng",
    "{0} cells outside every table",
);
pub(crate) const STRAY_FIGURES: Bilingual = Bilingual::new(
    "{0} số liệu ngoài mọi bảng",
    "{0} figures outside every table",
);
pub(crate) const STRAY_FORM: Bilingual = Bilingual::new(
    "bảng theo hình thức đầu tư, không đọc",
    "a table by form of investment, not read",
);
pub(crate) const STRAY_TABLE: Bilingual = Bilingual::new(
    "bảng {0} không có tiêu đề riêng, không đọc",
    "a table {0} without a header of its own, not read",
);
pub(crate) const STALE: Bilingual = Bilingual::new(
    "thuộc về một ghi chú của ngày khác, còn để lại",
    "belongs to a remark of another date, left standing",
);
pub(crate) const PRINTED: Bilingual = Bilingual::new(
    "in {0}",
    "printed {0}",
);
pub(crate) const AUDIT_TOTAL: Bilingual = Bilingual::new(
    "{0} thành phần cộng lại được {1}",
    "its {0} parts give {1}",
);
pub(crate) const AUDIT_REGION: Bilingual = Bilingual::new(
    "{0} tỉnh, thành phố cộng lại được {1}",
    "its {0} provinces give {1}",
);
pub(crate) const AUDIT_COMPONENTS: Bilingual = Bilingual::new(
    "cấp mới, tăng thêm và góp vốn cộng lại được {0}",
    "new, adjusted and purchased give {0}",
);
pub(crate) const AUDIT_RATIO: Bilingual = Bilingual::new(
    "theo các mức thì được {0}",
    "the levels give {0}",
);
pub(crate) const AUDIT_ELSEWHERE: Bilingual = Bilingual::new(
    "{0} in {1}",
    "{0} prints {1}",
);
pub(crate) const AUDIT_SENTENCE: Bilingual = Bilingual::new(
    "{0} làm tròn khác: {1}",
    "{0} rounds otherwise: {1}",
);
pub(crate) const CAUSE_COUNT: Bilingual = Bilingual::new(
    "số đếm ở {0} ({1}) đã bị cộng vào tiền",
    "the count in {0} ({1}) was added to the money",
);
pub(crate) const CAUSE_TWICE: Bilingual = Bilingual::new(
    "{0} ({1}) đã được cộng hai lần",
    "{0} ({1}) was added twice",
);
pub(crate) const CAUSE_LEFT_OUT: Bilingual = Bilingual::new(
    "{0} ({1}) đã bị bỏ sót",
    "{0} ({1}) was left out",
);
pub(crate) const CAUSE_SIGN: Bilingual = Bilingual::new(
    "{0} ({1}) đã vào với dấu ngược lại",
    "{0} ({1}) entered with the other sign",
);
pub(crate) const CAUSE_OR: Bilingual = Bilingual::new(
    "hoặc {0}",
    "or {0}",
);
pub(crate) const CARRIED: Bilingual = Bilingual::new(
    "cùng chênh lệch ở {0}",
    "the same difference in {0}",
);
pub(crate) const CARRIED_MORE: Bilingual = Bilingual::new(
    "{0} và {1} ô nữa",
    "{0} and {1} more cells",
);
pub(crate) const INDICATOR_UNIT: Bilingual = Bilingual::new(
    "đơn vị không đi với chỉ tiêu này",
    "the unit does not go with this indicator",
);
pub(crate) const INDICATOR_TWICE: Bilingual = Bilingual::new(
    "một dòng ở trên cũng được đọc là chỉ tiêu này; hãy ghi rõ trong \"indicators\"",
    "a row above is read as the same indicator; say which is which in \"indicators\"",
);
pub(crate) const COLUMN_UNTOLD: Bilingual = Bilingual::new(
    "cột {0} (\"{1}\"): tiêu đề không cho biết là chỉ tiêu nào",
    "column {0} (\"{1}\"): what it measures is not told by its header",
);
pub(crate) const MONEY_UNTOLD: Bilingual = Bilingual::new(
    "cột {0}: một khoản tiền, tiêu đề không cho biết của ai và ở giai đoạn nào",
    "column {0}: money, and whose at which stage is not told by its header",
);
pub(crate) const MONEY_NO_UNIT: Bilingual = Bilingual::new(
    "{0}: tiền không có đơn vị; hãy ghi một đơn vị như triệu USD",
    "{0}: money without a unit; say one such as triệu USD",
);
pub(crate) const YEARS_UNTOLD: Bilingual = Bilingual::new(
    "mỗi cột một năm: tên bảng không cho biết là chỉ tiêu nào",
    "a year a column: what they measure is not told by the title",
);
pub(crate) const SUBHEADING: Bilingual = Bilingual::new(
    "từ đây là số liệu loại khác và không được đọc; hãy mô tả riêng với \"first_row\"",
    "from here on figures of another kind, not read; describe them apart with \"first_row\"",
);
pub(crate) const OTHER_CAPITAL: Bilingual = Bilingual::new(
    "tên bảng nói đây không phải đầu tư nước ngoài vào Việt Nam; hãy mô tả bảng này",
    "the title says that this is no foreign investment in Việt Nam; describe the table",
);
pub(crate) const LOOKED_FOR: Bilingual = Bilingual::new(
    "dòng tiêu đề có Ngành, Đối tác, Địa phương hoặc Vùng cùng Số dự án hoặc Vốn đăng ký, hoặc có Chỉ tiêu cùng Đơn vị tính",
    "a header row with Ngành, Đối tác, Địa phương or Vùng and Số dự án or Vốn đăng ký, or with Chỉ tiêu and Đơn vị tính",
);
pub(crate) const A_ROW: Bilingual = Bilingual::new(
    "một dòng có {0}",
    "a row with {0}",
);
pub(crate) const A_ROW_IN: Bilingual = Bilingual::new(
    "một dòng có {0} trong trang tính \"{1}\"",
    "a row with {0} in \"{1}\"",
);
pub(crate) const BESIDE: Bilingual = Bilingual::new(
    "{0} (không có tiêu đề, cạnh \"{1}\")",
    "{0} (no header, next to \"{1}\")",
);
