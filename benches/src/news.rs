//! Seeded Vietnamese text with figures in it, as much as is asked for.
//!
//! The words are those of provincial news, the figures are of every kind, one
//! about every 130 characters; the neighbourhood holds what is no figure (years,
//! dates, documents, `một số`, `năm qua`) about as often as such news does.

use std::fmt::Write;

/// A text and what it holds.
#[derive(Debug)]
pub struct News {
    /// The text.
    pub text: String,
    /// How many figures were put in, in digits.
    pub in_digits: usize,
    /// How many more in words.
    pub in_words: usize,
}

/// A small generator of pseudo-random numbers (SplitMix64): the same text on
/// every machine for one seed.
#[derive(Debug)]
pub struct Seeded(u64);

impl Seeded {
    /// Begins a sequence.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `n`; 0 for 0.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).checked_rem(n).unwrap_or(0)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let n = self.below(from.len() as u64);
        usize::try_from(n)
            .ok()
            .and_then(|n| from.get(n))
            .copied()
            .unwrap_or("")
    }
}

/// Phrases without a figure, among them some that look like one.
const PHRASES: &[&str] = &[
    "tỉnh tiếp tục cải thiện môi trường đầu tư kinh doanh",
    "công tác ngoại giao kinh tế được quan tâm thực hiện",
    "các doanh nghiệp trong và ngoài nước mở rộng sản xuất",
    "chính quyền địa phương cam kết đồng hành cùng nhà đầu tư",
    "hội nghị xúc tiến thương mại diễn ra tại trung tâm thành phố",
    "lãnh đạo Sở Công thương cho biết thị trường đã phục hồi",
    "nông sản chủ lực của vùng được xuất khẩu sang Nhật Bản",
    "quan hệ hữu nghị với các đối tác truyền thống được củng cố",
    "hạ tầng giao thông và cảng biển ngày càng hoàn thiện",
    "ngành du lịch đẩy mạnh quảng bá hình ảnh quê hương",
    "Ban Quản lý khu công nghiệp đang rà soát quỹ đất sạch",
    "một số khó khăn, vướng mắc đã được tháo gỡ kịp thời",
    "trong năm qua tình hình kinh tế có nhiều chuyển biến tích cực",
    "hai bên thống nhất tăng cường trao đổi thông tin",
    "đây là một trong những điểm sáng về cải cách hành chính",
    "sáng thứ hai, đoàn công tác đã làm việc với Đại sứ quán",
    "theo Chỉ thị số 15-CT/TW ngày 10/8/2022 của Ban Bí thư",
    "kế hoạch giai đoạn 2021-2025 đã được phê duyệt",
    "phát biểu tại buổi lễ, Bí thư Tỉnh ủy nhấn mạnh vai trò của hội nhập",
    "Tập đoàn Sumitomo khảo sát khu vực phía tây thành phố",
    "người dân và doanh nghiệp được đặt ở vị trí trung tâm",
    "tỷ trọng dịch vụ trong cơ cấu kinh tế chuyển dịch đúng hướng",
    "cuối tháng 11 vừa qua, Sở Ngoại vụ đã tổ chức tọa đàm",
    "việc ký kết bản ghi nhớ mở ra triển vọng hợp tác lâu dài",
    "khoa học công nghệ và đổi mới sáng tạo là động lực chính",
];

const BEFORE: &[&str] = &["đạt", "là", "ước đạt", "với", "gồm", "lên tới", "tăng thêm"];
const QUALIFIERS: &[&str] = &[
    "",
    "",
    "",
    "",
    "hơn ",
    "trên ",
    "gần ",
    "khoảng ",
    "ít nhất ",
    "không quá ",
    "xấp xỉ ",
];
const CURRENCIES: &[&str] = &[
    "USD",
    "tỷ đồng",
    "triệu USD",
    "tỷ USD",
    "triệu đồng",
    "nghìn tỷ đồng",
    "triệu euro",
    "tỷ yên",
];
const NOUNS: &[&str] = &[
    "dự án",
    "doanh nghiệp",
    "quốc gia",
    "lượt khách",
    "ha",
    "người",
    "tổ chức",
    "tấn",
    "MW",
];
const SPOKEN: &[&str] = &[
    "hai mươi mốt dự án",
    "ba doanh nghiệp",
    "một tỷ rưỡi đồng",
    "mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ",
    "hàng trăm tổ chức",
    "gấp đôi kế hoạch",
    "năm phẩy hai phần trăm",
    "hai trăm linh năm người",
];

/// At least `bytes` of text, the same for the same `seed`.
#[must_use]
pub fn news(bytes: usize, seed: u64) -> News {
    let mut random = Seeded::new(seed);
    let mut news = News {
        text: String::with_capacity(bytes + 1024),
        in_digits: 0,
        in_words: 0,
    };
    let mut sentence = 0_u32;
    while news.text.len() < bytes {
        for i in 0..=random.below(2) {
            if i > 0 {
                news.text.push_str(", ");
            }
            let phrase = random.pick(PHRASES);
            news.text.push_str(phrase);
        }
        news.text.push_str(", ");
        figure(&mut random, &mut news);
        sentence += 1;
        news.text.push_str(if sentence.is_multiple_of(6) {
            ".\n"
        } else {
            ". "
        });
    }
    news
}

/// One figure with its words, as the text has it.
fn figure(random: &mut Seeded, news: &mut News) {
    let before = random.pick(BEFORE);
    let qualifier = random.pick(QUALIFIERS);
    let text = &mut news.text;
    let n = random.below(900) + 100;
    let few = random.below(98) + 1;
    // Writing to a string cannot fail.
    let _ = match random.below(16) {
        0..4 => write!(
            text,
            "{before} {qualifier}{few},{} {}",
            random.below(9) + 1,
            random.pick(CURRENCIES)
        ),
        4..6 => write!(
            text,
            "{before} {qualifier}{few}.{n} {}",
            random.pick(CURRENCIES)
        ),
        6 => write!(text, "{before} {qualifier}{n}.{n}.{n} đồng"),
        7..9 => write!(text, "tăng {few},{}%", random.below(9) + 1),
        9..12 => write!(text, "{before} {qualifier}{n} {}", random.pick(NOUNS)),
        12 => write!(text, "từ {few} đến {} triệu USD", few + 20),
        13 => write!(
            text,
            "gấp {few},{} lần cùng kỳ, đứng thứ {few} cả nước",
            random.below(9) + 1
        ),
        14 => write!(text, "{before} {few} tỷ {n} triệu USD"),
        _ => {
            let spoken = random.pick(SPOKEN);
            news.in_words += 1;
            let _ = write!(text, "{before} {spoken}");
            return;
        }
    };
    news.in_digits += 1;
    if text.ends_with("cả nước") {
        news.in_digits += 1;
    }
}
