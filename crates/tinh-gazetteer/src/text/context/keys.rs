//! The keys that the rules name themselves; a test spells them out.

pub(super) const ANH: &str = "anh";
pub(super) const AO: &str = "aoS";
pub(super) const Y: &str = "yS";
pub(super) const CAU: &str = "cBuF";
pub(super) const CHAU: &str = "chBu";
pub(super) const CO_CAPITAL: &str = "cOS";
pub(super) const CONG: &str = "cOngJ";
pub(super) const CUA: &str = "cuaR";
pub(super) const DAI: &str = "DaiJ";
pub(super) const DAO: &str = "DaoR";
pub(super) const DO: &str = "DO";
pub(super) const DONG: &str = "DOngF";
pub(super) const DUONG: &str = "DUPngF";
pub(super) const HO_CHI_MINH: &str = "hOF chiS minh";
pub(super) const HOA_BINH: &str = "hoaF binhF";
pub(super) const HOI: &str = "hOiJ";
pub(super) const HOP: &str = "hPpJ";
pub(super) const HUE: &str = "huES";
pub(super) const NONG: &str = "nOng";
pub(super) const NUOC: &str = "nUPcS";
pub(super) const PHO: &str = "phOS";
pub(super) const SEAT: &str = "thuR phuR";
pub(super) const THAI_LAN: &str = "thaiS lan";
pub(super) const THANH: &str = "thanhF";
pub(super) const THU: &str = "thuR";
pub(super) const THI: &str = "thiJ";
pub(super) const THUOC: &str = "thuOcJ";
pub(super) const THON: &str = "thOn";
pub(super) const TINH: &str = "tinhR";
pub(super) const TRIEU_TIEN: &str = "triEuF tiEn";
pub(super) const VA: &str = "vaF";
pub(super) const VINH: &str = "vinhJ";
pub(super) const XA: &str = "xaX";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_name;

    #[test]
    fn keys_are_spelled_right() {
        for (spelled, key) in [
            ("anh", ANH),
            ("áo", AO),
            ("ý", Y),
            ("cầu", CAU),
            ("châu", CHAU),
            ("cố", CO_CAPITAL),
            ("cộng", CONG),
            ("của", CUA),
            ("đại", DAI),
            ("đảo", DAO),
            ("đô", DO),
            ("đồng", DONG),
            ("đường", DUONG),
            ("Hồ Chí Minh", HO_CHI_MINH),
            ("hòa bình", HOA_BINH),
            ("hội", HOI),
            ("hợp", HOP),
            ("Huế", HUE),
            ("nông", NONG),
            ("nước", NUOC),
            ("phố", PHO),
            ("thủ phủ", SEAT),
            ("Thái Lan", THAI_LAN),
            ("thành", THANH),
            ("thị", THI),
            ("thủ", THU),
            ("thuộc", THUOC),
            ("thôn", THON),
            ("tỉnh", TINH),
            ("Triều Tiên", TRIEU_TIEN),
            ("và", VA),
            ("vịnh", VINH),
            ("xã", XA),
        ] {
            assert_eq!(
                fold_name(spelled).unwrap().as_bytes(),
                key.as_bytes(),
                "{spelled}"
            );
        }
    }
}
