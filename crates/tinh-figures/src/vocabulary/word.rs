//! What a word is in the grammar of figures.

/// What one word can be in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// `không` … `chín` in the forms that stand anywhere.
    Digit(u8),
    /// `mười`.
    Ten,
    /// `mươi`.
    Tens,
    /// `mốt`: 1 after a ten.
    OneAfterTen,
    /// `tư`: 4 after a ten or a hundred, or in `một phần tư`, `thứ tư`.
    FourAfterTen,
    /// `lăm`, `nhăm`: 5 after a ten.
    FiveAfterTen,
    /// `hăm`: 20.
    Twenty,
    /// `linh`, `lẻ`: no tens.
    NoTens,
    /// `trăm`.
    Hundred,
    /// `chục`.
    Tenfold,
    /// `tá`: 12.
    Twelve,
    /// `nghìn`, `vạn`, `triệu`, `tỷ`: a power of ten above the hundred.
    Scale(u8),
    /// `k`, `tr`: shorthand scales, glued to digits.
    Short(u8),
    /// `N` before what is counted: `3,1 N người`.
    ShortCapital(u8),
    /// `t` glued to digits in a form.
    ShortTyped(u8),
    /// `million`, `billion`: scales of English, a setting.
    English(u8),
    /// `M`, `B` glued to digits: scales of English, a setting.
    EnglishCapital(u8),
    /// `phẩy`, `chấm`.
    Point,
    /// `rưỡi`.
    Half,
    /// `nửa`.
    HalfOf,
    /// `âm`, `trừ`.
    Minus,
    /// `hàng`.
    Order,
    /// `vài`, `mấy`, `dăm`.
    Few,
    /// `phần`.
    Part,
    /// `điểm`.
    PointUnit,
    /// `lần`.
    Times,
    /// `gấp`.
    Fold,
    /// `đôi`.
    Double,
    /// `thứ`.
    Nth,
    /// `hạng`.
    Rank,
    /// `nhất`.
    First,
    /// `nhì`.
    Second,
    /// `đến`, `tới`.
    To,
    /// `từ`.
    From,
    /// `khoảng`, `chừng`, `cỡ`, `tầm`, `độ`.
    About,
    /// `hơn`.
    More,
    /// `trên`.
    Above,
    /// `vượt`.
    Exceed,
    /// `gần`, `ngót`.
    Almost,
    /// `dưới`.
    Below,
    /// `trở`.
    Turn,
    /// `lên`.
    Up,
    /// `xuống`.
    Down,
    /// `và`.
    And,
}
