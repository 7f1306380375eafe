//! The rows every contestant adds up: seeded, so that each run has the same.

/// Provinces, as of before July 2025.
pub(crate) const PROVINCES: u8 = 63;
/// Kinds of capital.
pub(crate) const KINDS: u8 = 4;
/// Currencies.
pub(crate) const CURRENCIES: u8 = 3;

/// The names of the kinds.
pub(crate) const KIND_NAMES: [&str; 4] = ["fdi", "ddi", "oda", "ngo-aid"];
/// The codes of the currencies.
pub(crate) const CURRENCY_NAMES: [&str; 3] = ["USD", "VND", "EUR"];

/// Observations as plain columns. Amounts have two decimals and are in units
/// of a hundredth.
#[derive(Debug)]
pub(crate) struct Rows {
    /// 0 to 62.
    pub(crate) province: Vec<u8>,
    /// 0 to 3.
    pub(crate) kind: Vec<u8>,
    /// 0 to 2.
    pub(crate) currency: Vec<u8>,
    /// 2010 to 2025.
    pub(crate) year: Vec<u16>,
    /// In hundredths; some are negative.
    pub(crate) amount: Vec<i64>,
}

/// The next number of the splitmix64 sequence.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn below(state: &mut u64, end: u8) -> u8 {
    let [low, ..] = (next(state) % u64::from(end)).to_le_bytes();
    low
}

/// So many rows of a fixed seed.
#[must_use]
pub(crate) fn rows(count: usize) -> Rows {
    let mut state = 20_261_123;
    let mut rows = Rows {
        province: Vec::with_capacity(count),
        kind: Vec::with_capacity(count),
        currency: Vec::with_capacity(count),
        year: Vec::with_capacity(count),
        amount: Vec::with_capacity(count),
    };
    for _ in 0..count {
        rows.province.push(below(&mut state, PROVINCES));
        rows.kind.push(below(&mut state, KINDS));
        rows.currency.push(below(&mut state, CURRENCIES));
        rows.year.push(2010 + u16::from(below(&mut state, 16)));
        // Up to ten billion, a few of them reductions of capital.
        let amount = i64::try_from(next(&mut state) % 1_000_000_000_000).unwrap_or_default();
        let reduced = below(&mut state, 50) == 0;
        rows.amount.push(if reduced { -amount } else { amount });
    }
    rows
}
