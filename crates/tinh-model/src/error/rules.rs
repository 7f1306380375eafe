// Generated from data/rules.tsv by
//     cargo run -p tables
// Do not edit: correct the TSV and run the command.

use tinh_figures::Language;

/// A rule over the fields of a record, which is broken.
///
/// ```
/// use tinh_model::entity::Observation;
/// use tinh_model::time::{AsOf, Time};
/// use tinh_model::{Claim, ErrorKind, Place, Rule, measures};
///
/// let time = Time::AsOf(AsOf::printed("2022-12-20".parse()?));
/// let minus_five = Observation::new(measures::FDI_PROJECTS, "-5".parse()?);
/// let error = Claim::new("a", "s", Place::National, time, minus_five).unwrap_err();
/// assert_eq!(*error.kind(), ErrorKind::Rule(Rule::NegativeCount));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// aid is oda, oda-loan, oda-grant, concessional-loan or ngo-aid.
    AidFinancing,
    /// an amount is money; write the currency.
    AmountIsMoney,
    /// no measure is of this capital at this stage.
    NoMeasureOfStage,
    /// an observation needs a time: as_of for a stock, period for a flow.
    ObservationTime,
    /// only growth, ratios, multiples and completion have a base.
    BaseOfLevel,
    /// the unit does not exist on its date.
    UnitNotOnDate,
    /// a stock needs a year.
    StockNeedsYear,
    /// there is no date to correct.
    NoDateToCorrect,
    /// a relation still sought has not begun.
    StillSought,
    /// an amount cannot be negative.
    NegativeAmount,
    /// a count is a number of things.
    NotACount,
    /// a count cannot be negative.
    NegativeCount,
    /// a count is a whole number.
    FractionalCount,
    /// expected steps in the order of time.
    HistoryOrder,
    /// a step cannot follow the one before it.
    HistoryStep,
    /// expected the state as the last step.
    HistoryEnd,
    /// expected a percentage.
    NotAPercentage,
    /// expected a share between 0 % and 100 %.
    ShareRange,
    /// shares exceed 100 % together.
    SharesTogether,
    /// an activity has no negative figure.
    NegativeActivity,
    /// this measure is a multiple; write lần.
    NotAMultiple,
    /// this measure is a rank.
    NotARank,
    /// a rank is a whole number from 1.
    RankFromOne,
    /// this measure is a ratio, not money.
    RatioNotMoney,
    /// this measure is a flow and needs a period.
    FlowNeedsPeriod,
    /// this measure is a stock and needs a date.
    StockNeedsDate,
    /// leave out what is empty.
    LeaveOutEmpty,
    /// this measure is money; write the currency.
    MeasureIsMoney,
    /// a stock of money cannot be negative.
    NegativeStock,
    /// this measure cannot be negative.
    NegativeMeasure,
    /// this measure is a number of its unit.
    NumberOfItsUnit,
    /// a code is small letters, digits and -, with at most one dot.
    CodeLetters,
    /// a stage is one of money of a kind of capital.
    StageOfCapital,
    /// only money is valued at prices.
    PricesOfMoney,
    /// a measure is not a part of itself.
    PartOfItself,
    /// an id is not empty and has no space around it.
    IdSpace,
    /// an id has no line break or control character.
    IdControl,
}

impl Rule {
    /// The message in a language.
    #[must_use]
    pub fn message(self, language: Language) -> &'static str {
        let (vietnamese, english) = match self {
            Self::AidFinancing => ("vốn viện trợ là oda, oda-loan, oda-grant, concessional-loan hoặc ngo-aid", "aid is oda, oda-loan, oda-grant, concessional-loan or ngo-aid"),
            Self::AmountIsMoney => ("một khoản vốn là tiền; hãy ghi loại tiền", "an amount is money; write the currency"),
            Self::NoMeasureOfStage => ("không có chỉ tiêu nào cho loại vốn này ở giai đoạn này", "no measure is of this capital at this stage"),
            Self::ObservationTime => ("số liệu cần có thời gian: as_of cho số lũy kế, period cho số trong kỳ", "an observation needs a time: as_of for a stock, period for a flow"),
            Self::BaseOfLevel => ("chỉ tốc độ tăng, tỷ lệ, số lần và mức hoàn thành mới có kỳ gốc", "only growth, ratios, multiples and completion have a base"),
            Self::UnitNotOnDate => ("đơn vị không tồn tại vào ngày đó", "the unit does not exist on its date"),
            Self::StockNeedsYear => ("số lũy kế cần có năm", "a stock needs a year"),
            Self::NoDateToCorrect => ("không có ngày nào để sửa", "there is no date to correct"),
            Self::StillSought => ("quan hệ còn đang hướng tới thì chưa bắt đầu", "a relation still sought has not begun"),
            Self::NegativeAmount => ("một khoản vốn không thể âm", "an amount cannot be negative"),
            Self::NotACount => ("số đếm là một con số", "a count is a number of things"),
            Self::NegativeCount => ("số đếm không thể âm", "a count cannot be negative"),
            Self::FractionalCount => ("số đếm là số nguyên", "a count is a whole number"),
            Self::HistoryOrder => ("các bước phải theo thứ tự thời gian", "expected steps in the order of time"),
            Self::HistoryStep => ("bước này không thể theo sau bước trước nó", "a step cannot follow the one before it"),
            Self::HistoryEnd => ("bước cuối không phải là trạng thái hiện nay", "expected the state as the last step"),
            Self::NotAPercentage => ("cần một tỷ lệ phần trăm", "expected a percentage"),
            Self::ShareRange => ("tỷ trọng nằm trong khoảng từ 0 % đến 100 %", "expected a share between 0 % and 100 %"),
            Self::SharesTogether => ("các tỷ trọng cộng lại vượt quá 100 %", "shares exceed 100 % together"),
            Self::NegativeActivity => ("số liệu của một hoạt động không thể âm", "an activity has no negative figure"),
            Self::NotAMultiple => ("chỉ tiêu này là số lần; hãy ghi lần", "this measure is a multiple; write lần"),
            Self::NotARank => ("chỉ tiêu này là thứ hạng", "this measure is a rank"),
            Self::RankFromOne => ("thứ hạng là số nguyên từ 1", "a rank is a whole number from 1"),
            Self::RatioNotMoney => ("chỉ tiêu này là tỷ lệ, không phải tiền", "this measure is a ratio, not money"),
            Self::FlowNeedsPeriod => ("chỉ tiêu này là số trong kỳ và cần có kỳ", "this measure is a flow and needs a period"),
            Self::StockNeedsDate => ("chỉ tiêu này là số lũy kế và cần có ngày", "this measure is a stock and needs a date"),
            Self::LeaveOutEmpty => ("hãy bỏ trường để trống", "leave out what is empty"),
            Self::MeasureIsMoney => ("chỉ tiêu này là tiền; hãy ghi loại tiền", "this measure is money; write the currency"),
            Self::NegativeStock => ("số tiền lũy kế không thể âm", "a stock of money cannot be negative"),
            Self::NegativeMeasure => ("chỉ tiêu này không thể âm", "this measure cannot be negative"),
            Self::NumberOfItsUnit => ("chỉ tiêu này là một con số theo đơn vị của nó", "this measure is a number of its unit"),
            Self::CodeLetters => ("mã gồm chữ thường không dấu, chữ số và dấu -, nhiều nhất một dấu chấm", "a code is small letters, digits and -, with at most one dot"),
            Self::StageOfCapital => ("giai đoạn là của tiền thuộc một loại vốn", "a stage is one of money of a kind of capital"),
            Self::PricesOfMoney => ("chỉ tiền mới được tính theo loại giá", "only money is valued at prices"),
            Self::PartOfItself => ("một chỉ tiêu không phải là một phần của chính nó", "a measure is not a part of itself"),
            Self::IdSpace => ("mã không được trống và không có khoảng trắng hai đầu", "an id is not empty and has no space around it"),
            Self::IdControl => ("mã không có dấu xuống dòng hoặc ký tự điều khiển", "an id has no line break or control character"),
        };
        language.choose(vietnamese, english)
    }
}
