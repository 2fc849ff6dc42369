//! How a piece of text may end when it is read aloud: every reading that a careful reader may choose.

use crate::text::hangul::{Final, final_of};

/// The final sounds of all readings of a text; empty where nothing is certain.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Sounds(u8);

impl Sounds {
    pub(super) const NONE: Sounds = Sounds(0);
    pub(super) const OPEN: Sounds = Sounds(1);
    pub(super) const RIEUL: Sounds = Sounds(2);
    pub(super) const CLOSED: Sounds = Sounds(4);

    /// Returns the one final sound as a set.
    pub(super) fn of(sound: Final) -> Sounds {
        match sound {
            Final::Open => Sounds::OPEN,
            Final::Rieul => Sounds::RIEUL,
            Final::Closed => Sounds::CLOSED,
        }
    }

    /// Returns the readings of both.
    pub(super) fn or(self, other: Sounds) -> Sounds {
        Sounds(self.0 | other.0)
    }

    /// Returns whether no reading is certain.
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Returns whether a reading ends in this sound.
    pub(super) fn has(self, sound: Final) -> bool {
        self.0 & Sounds::of(sound).0 != 0
    }

    /// Returns the sound to correct by: the only one, or that of the readings that agree on 받침 or none.
    pub(super) fn decided(self) -> Option<Final> {
        match self.0 {
            1 => Some(Final::Open),
            2 => Some(Final::Rieul),
            4 | 6 => Some(Final::Closed),
            _ => None,
        }
    }
}

/// Returns the sounds of a syllable.
pub(super) fn syllable(c: char) -> Sounds {
    final_of(c).map_or(Sounds::NONE, Sounds::of)
}

/// Returns how digits end, read as Sino-Korean with place value (`10` 십, `800` 팔백, `1,000` 천).
///
/// Grouping commas and a decimal point may stand among the digits; after the point digits are read one by one.
pub(super) fn number(digits: &str) -> Sounds {
    let Some(last) = digits.bytes().next_back().filter(u8::is_ascii_digit) else {
        return Sounds::NONE;
    };
    if last != b'0' {
        return one_digit(last);
    }
    if digits.contains('.') {
        return Sounds::CLOSED; // 영, 공
    }
    let plain: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).collect();
    let zeros = plain.iter().rev().take_while(|&&d| d == b'0').count();
    if plain[0] == b'0' {
        return Sounds::CLOSED;
    }
    match zeros {
        12..=15 => Sounds::OPEN, // 조
        16.. => Sounds::NONE,
        _ => Sounds::CLOSED, // 십, 백, 천, 만, 억
    }
}

fn one_digit(d: u8) -> Sounds {
    match d {
        b'1' | b'7' | b'8' => Sounds::RIEUL,
        b'2' | b'4' | b'5' | b'9' => Sounds::OPEN,
        _ => Sounds::CLOSED,
    }
}

/// Returns how a small number may end when it is read in English (`갤럭시 S7은`, `시즌 3는`): by its last digit.
pub(super) fn english_number(digits: &str) -> Sounds {
    match digits.bytes().next_back() {
        Some(b'1' | b'7' | b'9') => Sounds::CLOSED, // 원, 세븐, 나인
        Some(b'2' | b'3' | b'4' | b'5' | b'6' | b'8') => Sounds::OPEN, // 투, 쓰리, 포, 파이브, 식스, 에이트
        Some(b'0') if digits == "10" => Sounds::CLOSED, // 텐
        Some(b'0') => Sounds::OPEN.or(Sounds::CLOSED), // 트웬티, 서틴
        _ => Sounds::NONE,
    }
}

/// Units after a number that end in a consonant when spelt out, in 받침 other than ㄹ.
const CLOSED_UNITS: &[&str] = &["kg", "g", "mg", "㎏", "㎎", "ppm", "rpm", "RPM", "PPM", "t", "bpm"];
/// Units that end in ㄹ.
const RIEUL_UNITS: &[&str] = &["dB", "hPa", "mol", "㏈", "㎩", "㍱"];
/// Units that end in a vowel, in full and shortened (밀리미터, 밀리).
const OPEN_UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "nm", "ha", "L", "l", "mL", "ml", "kL", "GB", "MB", "TB", "KB", "MW", "kW", "GW", "W",
    "kWh", "MWh", "GWh", "TWh", "Hz", "kHz", "MHz", "GHz", "V", "kV", "A", "mAh", "Ah", "cc", "pt", "ft", "kcal", "bp",
    "bps", "Mbps", "Gbps", "%p", "p",
];

/// Returns how the unit of a number ends; none for letters that are no unit.
pub(super) fn unit(letters: &str) -> Sounds {
    if CLOSED_UNITS.contains(&letters) {
        Sounds::CLOSED
    } else if RIEUL_UNITS.contains(&letters) {
        Sounds::RIEUL
    } else if OPEN_UNITS.contains(&letters) {
        Sounds::OPEN
    } else {
        Sounds::NONE
    }
}

/// Returns how a sign ends: per cent, degrees and the units that are one character.
pub(super) fn sign(c: char) -> Sounds {
    match c {
        '%' | '℃' | '℉' | '°' | '㎡' | '㎢' | '㎥' | '㎞' | 'ℓ' | '㎝' | '㎜' | '㎿' | '㎾' | '㏊' | '㎐' | '㎖'
        | '㎘' | '㏄' | '㎚' | '㎛' | '㎓' | '㎒' => Sounds::OPEN,
        '㎏' | '㎎' => Sounds::CLOSED,
        '㏈' | '㎩' | '㍱' => Sounds::RIEUL,
        _ => Sounds::NONE,
    }
}

/// Returns how an abbreviation in capitals may end: by the name of its last letter and, where it can be spoken as a
/// word (`OPEC`, `KAIST`), by that word too. Words with small letters are not certain.
pub(super) fn abbreviation(letters: &str) -> Sounds {
    let last_part = letters.rsplit('&').next().unwrap_or(letters);
    let bytes = last_part.as_bytes();
    let Some(&last) = bytes.last() else { return Sounds::NONE };
    if bytes.len() > 8 || !bytes.iter().all(u8::is_ascii_uppercase) {
        return Sounds::NONE;
    }
    let vowels = bytes[..bytes.len() - 1].iter().filter(|b| b"AEIOU".contains(b)).count();
    let word = bytes.len() > 2 && vowels > 0;
    let long = bytes.len() > 5;
    match last {
        b'L' => Sounds::RIEUL,
        b'M' | b'N' => Sounds::CLOSED,
        b'R' => Sounds::OPEN.or(Sounds::RIEUL), // 아르, 알
        // OPEC 오펙, MAP 맵, NET 넷, TECH 텍, APPLE 애플
        b'B' | b'C' | b'D' | b'E' | b'G' | b'H' | b'K' | b'P' | b'Q' | b'T' if word => Sounds::OPEN.or(Sounds::CLOSED),
        _ if long => Sounds::NONE,
        _ => Sounds::OPEN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_place_value() {
        for (digits, sound) in [
            ("7", Sounds::RIEUL),
            ("10", Sounds::CLOSED),
            ("100", Sounds::CLOSED),
            ("1,000", Sounds::CLOSED),
            ("800", Sounds::CLOSED),
            ("12", Sounds::OPEN),
            ("3.0", Sounds::CLOSED),
            ("2.5", Sounds::OPEN),
            ("1000000000000", Sounds::OPEN),
        ] {
            assert_eq!(number(digits), sound, "{digits}");
        }
    }

    #[test]
    fn abbreviations_are_read_letter_by_letter_unless_they_can_be_spoken() {
        for (letters, sound) in [
            ("KT", Sounds::OPEN),
            ("MOU", Sounds::OPEN),
            ("R&D", Sounds::OPEN),
            ("HBM", Sounds::CLOSED),
            ("LPGL", Sounds::RIEUL),
            ("AI", Sounds::OPEN),
            ("IC", Sounds::OPEN),
            ("OPEC", Sounds::OPEN.or(Sounds::CLOSED)),
            ("iPhone", Sounds::NONE),
            ("Seoul", Sounds::NONE),
        ] {
            assert_eq!(abbreviation(letters), sound, "{letters}");
        }
    }
}
