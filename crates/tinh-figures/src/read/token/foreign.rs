//! Words that are no syllable of the language: foreign names and abbreviations.

/// Consonants before the vowels of a syllable.
const INITIALS: [&str; 26] = [
    "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
];

/// Its vowels without their marks, with the `i` and `u` of `gi` and `qu`.
const VOWELS: [&str; 38] = [
    "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "iu", "oa", "oe",
    "oi", "ua", "ue", "ui", "uo", "uu", "uy", "ye", "iai", "iao", "iau", "ieo", "ieu", "oai",
    "oay", "uai", "uay", "uoi", "uou", "uya", "uye",
];

/// Consonants after them.
const FINALS: [&str; 5] = ["", "m", "n", "ng", "nh"];

/// The same after a vowel with a tone: a syllable that ends so is never without.
const STOPS: [&str; 4] = ["c", "ch", "p", "t"];

/// Whether the word is a foreign name or an abbreviation (`Mazda`, `iPhone`, `VTV`): it
/// has a capital, no mark, and is no syllable of the language. `Kia` and `AI` look like
/// one. A letter alone is a name too. Without `accents` a syllable may have lost its tone.
pub(in crate::read) fn is_name(word: &str, accents: bool) -> bool {
    let capital = word.bytes().any(|b| b.is_ascii_uppercase());
    let letter = word.len() == 1;
    capital && word.is_ascii() && (letter || !is_syllable(word.as_bytes(), accents))
}

fn is_syllable(word: &[u8], accents: bool) -> bool {
    let vowel = |b: &u8| matches!(b | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let (Some(first), Some(last)) = (word.iter().position(vowel), word.iter().rposition(vowel))
    else {
        return false;
    };
    let (before, rest) = word.split_at(first);
    let (vowels, after) = rest.split_at(last + 1 - first);
    let among =
        |list: &[&str], part: &[u8]| list.iter().any(|l| l.as_bytes().eq_ignore_ascii_case(part));
    among(&INITIALS, before)
        && among(&VOWELS, vowels)
        && (among(&FINALS, after) || !accents && among(&STOPS, after))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn foreign_names_are_no_syllables() {
        for word in [
            "Mazda", "iPhone", "VTV", "BN", "Ford", "Windows", "ISO", "Note", "Euro", "Cienco",
            "BOT", "Top", "A",
        ] {
            assert!(is_name(word, true), "{word}");
        }
        for word in [
            "Hai", "Giang", "Quang", "Nguyen", "Khuya", "Giao", "laptop", "Hà", "CAM", "Xoay",
        ] {
            assert!(!is_name(word, true), "{word}");
        }
        assert!(!is_name("Phuoc", false));
    }
}
