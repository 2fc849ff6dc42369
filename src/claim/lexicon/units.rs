//! What a number may be followed by: currencies, percent, units of measure, counters, ordinals.

use crate::claim::value::Unit;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// The currencies known by name or sign (ISO 4217); `XXX` is the code for none.
const CURRENCIES: [&str; 37] = [
    "KRW", "USD", "CNY", "JPY", "EUR", "GBP", "RUB", "VND", "INR", "IDR", "THB", "BRL", "CHF", "MXN", "PHP", "ARS",
    "TRY", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD", "MYR", "SAR", "AED", "KZT", "MNT", "ZAR", "SEK", "NOK", "PLN",
    "UAH", "ILS", "HUF", "CZK", "BDT",
];

/// The code of an amount whose currency is not said.
pub const NO_CURRENCY: &str = "XXX";

/// The units known, by UCUM code (in brackets: customary), with what they measure and their size in millionths of the
/// base unit: s, m, m2, g, L, m/s, W, J (as kW.h), B. Sizes are exact but for the month and the year (the Julian
/// year's twelfth) and 평, 근, 리 (계량법: 평 = 400/121 m²).
const UNITS: &[Unit] = &[
    unit("s", "time", 1_000_000),
    unit("ms", "time", 1_000),
    unit("min", "time", 60_000_000),
    unit("h", "time", 3_600_000_000),
    unit("d", "time", 86_400_000_000),
    unit("wk", "time", 604_800_000_000),
    unit("mo", "time", 2_629_800_000_000),
    unit("a", "time", 31_557_600_000_000),
    unit("m2", "area", 1_000_000),
    unit("km2", "area", 1_000_000_000_000),
    unit("ha", "area", 10_000_000_000),
    unit("[pyeong]", "area", 3_305_785),
    unit("[acr_us]", "area", 4_046_872_610),
    unit("m", "length", 1_000_000),
    unit("km", "length", 1_000_000_000),
    unit("cm", "length", 10_000),
    unit("mm", "length", 1_000),
    unit("um", "length", 1),
    unit("nm", "process", 1_000_000),
    unit("[ft_i]", "length", 304_800),
    unit("[in_i]", "length", 25_400),
    unit("[mi_i]", "length", 1_609_344_000),
    unit("[yd_i]", "length", 914_400),
    unit("[nmi_i]", "length", 1_852_000_000),
    unit("[ly]", "length", 9_460_730_472_580_800_000_000),
    unit("[ri]", "length", 392_727_273),
    unit("kg", "mass", 1_000_000_000),
    unit("g", "mass", 1_000_000),
    unit("mg", "mass", 1_000),
    unit("ug", "mass", 1),
    unit("t", "mass", 1_000_000_000_000),
    unit("[geun]", "mass", 600_000_000),
    unit("[lb_av]", "mass", 453_592_000),
    unit("[oz_av]", "mass", 28_350_000),
    unit("[car_m]", "mass", 200_000),
    unit("L", "volume", 1_000_000),
    unit("mL", "volume", 1_000),
    unit("kL", "volume", 1_000_000_000),
    unit("m3", "volume", 1_000_000_000),
    unit("[cft_i]", "volume", 28_316_847),
    unit("[bbl_us]", "volume", 158_987_295),
    unit("[gal_us]", "volume", 3_785_412),
    unit("km/h", "speed", 277_778),
    unit("[mi_i]/h", "speed", 447_040),
    unit("m/s", "speed", 1_000_000),
    unit("[kn_i]", "speed", 514_444),
    unit("Cel", "temperature", 1_000_000),
    unit("[degF]", "temperature", 1_000_000),
    unit("K", "kelvin", 1_000_000),
    unit("mK", "kelvin", 1_000),
    unit("W", "power", 1_000_000),
    unit("kW", "power", 1_000_000_000),
    unit("MW", "power", 1_000_000_000_000),
    unit("GW", "power", 1_000_000_000_000_000),
    unit("[HP]", "power", 735_499_000),
    unit("W.h", "energy", 1_000),
    unit("kW.h", "energy", 1_000_000),
    unit("MW.h", "energy", 1_000_000_000),
    unit("GW.h", "energy", 1_000_000_000_000),
    unit("TW.h", "energy", 1_000_000_000_000_000),
    unit("kJ", "energy", 278),
    unit("MJ", "energy", 277_778),
    unit("GJ", "energy", 277_777_778),
    unit("TJ", "energy", 277_777_777_778),
    unit("V", "voltage", 1_000_000),
    unit("kV", "voltage", 1_000_000_000),
    unit("hPa", "pressure", 1_000_000),
    unit("cal", "food-energy", 1_000),
    unit("kcal", "food-energy", 1_000_000),
    unit("dB", "loudness", 1_000_000),
    unit("Hz", "frequency", 1_000_000),
    unit("MHz", "frequency", 1_000_000_000_000),
    unit("GHz", "frequency", 1_000_000_000_000_000),
    unit("KB", "storage", 1_000_000_000),
    unit("MB", "storage", 1_000_000_000_000),
    unit("GB", "storage", 1_000_000_000_000_000),
    unit("TB", "storage", 1_000_000_000_000_000_000),
    unit("Mbps", "bandwidth", 1_000_000),
    unit("Gbps", "bandwidth", 1_000_000_000),
    unit("ug/m3", "concentration", 1_000_000),
    unit("ppm", "parts", 1_000_000),
    unit("mSv", "dose", 1_000_000),
    unit("Bq", "activity", 1_000_000),
    unit("Bx", "sweetness", 1_000_000),
    unit("deg", "degree", 1_000_000),
    unit("magnitude", "magnitude", 1_000_000),
];

const fn unit(code: &'static str, dimension: &'static str, factor: i128) -> Unit {
    Unit { code, dimension, factor }
}

/// Returns the unit of a UCUM code.
pub fn unit_of(code: &str) -> Option<Unit> {
    UNITS.iter().find(|u| u.code == code).copied()
}

/// What a word behind a number makes of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Role {
    /// An amount of this currency.
    Money(&'static str),
    /// A share in `%`, `%p` or `bp`.
    Percent(&'static str),
    /// A measure.
    Measure(Unit),
    /// A number of things.
    Count,
    /// A place in an order.
    Ordinal,
}

/// A word behind a number.
#[derive(Clone, PartialEq, Debug)]
pub struct UnitWord {
    /// As it is written.
    pub word: String,
    /// What it makes of the number.
    pub role: Role,
    /// Whether a native numeral may be written together with it (`두명`).
    pub attaches: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    money: BTreeMap<String, Vec<String>>,
    sign: BTreeMap<String, Vec<String>>,
    percent: BTreeMap<String, Vec<String>>,
    measure: BTreeMap<String, Vec<String>>,
    count: CountWords,
    ordinal: OrdinalWords,
    hint: Hints,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountWords {
    words: Vec<String>,
    attached: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OrdinalWords {
    words: Vec<String>,
    after_je: Vec<String>,
    terms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hints {
    money: Vec<String>,
    heat: Vec<String>,
}

/// The table of `rules/lexicon/units.toml`.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// Longest first within a first character.
    by_first: HashMap<char, Vec<UnitWord>>,
    /// Currency signs before a number, longest first.
    signs: Vec<(String, &'static str)>,
    after_je: Vec<String>,
    terms: Vec<String>,
    money_hints: Vec<String>,
    heat_hints: Vec<String>,
}

impl Units {
    /// Returns the table that is part of the program.
    pub fn embedded() -> Units {
        Units::parse(include_str!("../../../rules/lexicon/units.toml")).unwrap_or_default()
    }

    /// Returns the table of a file's text, or what is wrong with it (an unknown code, a word that stands twice).
    pub fn parse(text: &str) -> Result<Units, String> {
        let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
        let mut words: Vec<UnitWord> = Vec::with_capacity(700);
        let mut add = |word: String, role: Role| words.push(UnitWord { attaches: false, word, role });
        for (code, spelt) in file.money {
            let code = currency(&code)?;
            spelt.into_iter().for_each(|w| add(w, Role::Money(code)));
        }
        for (code, spelt) in file.percent {
            let code = ["%", "%p", "bp"].into_iter().find(|c| *c == code).ok_or(format!("unknown share `{code}`"))?;
            spelt.into_iter().for_each(|w| add(w, Role::Percent(code)));
        }
        for (code, spelt) in file.measure {
            let unit = unit_of(&code).ok_or_else(|| format!("unknown unit `{code}`"))?;
            spelt.into_iter().for_each(|w| add(w, Role::Measure(unit)));
        }
        file.ordinal.words.into_iter().for_each(|w| add(w, Role::Ordinal));
        file.count.words.into_iter().for_each(|w| add(w, Role::Count));
        let mut by_first: HashMap<char, Vec<UnitWord>> = HashMap::with_capacity(300);
        for mut word in words {
            let Some(first) = word.word.chars().next() else { continue };
            word.attaches = file.count.attached.contains(&word.word);
            by_first.entry(first).or_default().push(word);
        }
        for list in by_first.values_mut() {
            // The first of two roles of a word stands: 면 is an ordinal before it is a count.
            list.sort_by_key(|w| std::cmp::Reverse(w.word.len()));
        }
        let mut signs = Vec::new();
        for (code, spelt) in file.sign {
            let code = currency(&code)?;
            signs.extend(spelt.into_iter().map(|s| (s, code)));
        }
        signs.sort_by_key(|(s, _)| std::cmp::Reverse(s.len()));
        Ok(Units {
            by_first,
            signs,
            after_je: sorted_long_first(file.ordinal.after_je),
            terms: sorted_long_first(file.ordinal.terms),
            money_hints: file.hint.money,
            heat_hints: file.hint.heat,
        })
    }

    /// Returns the words that `rest` begins with, longest first.
    pub fn at<'s>(&'s self, rest: &'s str) -> impl Iterator<Item = &'s UnitWord> {
        let first = rest.chars().next();
        let list = first.and_then(|c| self.by_first.get(&c));
        list.into_iter().flatten().filter(move |w| rest.starts_with(w.word.as_str()))
    }

    /// Returns the currency sign that `before` ends with, and its length.
    pub fn sign_before(&self, before: &str) -> Option<(usize, &'static str)> {
        let before_len = before.len();
        let trimmed = before.strip_suffix(' ').unwrap_or(before);
        if trimmed
            .ends_with(|c: char| c == '$' || c.is_ascii_uppercase() || matches!(c, '€' | '£' | '¥' | '₩' | '￦' | '＄'))
        {
            let found = self.signs.iter().find(|(s, _)| trimmed.ends_with(s.as_str()))?;
            return Some((found.0.len() + before_len - trimmed.len(), found.1));
        }
        None
    }

    /// Returns the word that `rest` begins with and that counts an order after 제: `제3조`.
    pub fn after_je(&self, rest: &str) -> Option<&str> {
        self.after_je.iter().map(String::as_str).find(|w| rest.starts_with(w))
    }

    /// Returns whether `rest` begins with an office or body that is numbered with 대: `20대 대통령`.
    pub fn is_term(&self, rest: &str) -> bool {
        self.terms.iter().any(|w| rest.starts_with(w.as_str()))
    }

    /// Returns whether the text speaks of money.
    pub fn speaks_of_money(&self, text: &str) -> bool {
        self.money_hints.iter().any(|w| text.contains(w.as_str()))
    }

    /// Returns whether the text speaks of heat or cold.
    pub fn speaks_of_heat(&self, text: &str) -> bool {
        self.heat_hints.iter().any(|w| text.contains(w.as_str()))
    }
}

fn sorted_long_first(mut words: Vec<String>) -> Vec<String> {
    words.sort_by_key(|w| std::cmp::Reverse(w.len()));
    words
}

fn currency(code: &str) -> Result<&'static str, String> {
    CURRENCIES.into_iter().find(|c| *c == code).ok_or_else(|| format!("unknown currency `{code}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_table_is_right() {
        let units = Units::parse(include_str!("../../../rules/lexicon/units.toml")).unwrap();
        assert_eq!(units.at("㎡를").next().unwrap().role, Role::Measure(unit_of("m2").unwrap()));
        assert_eq!(units.at("개월간").next().unwrap().word, "개월");
        assert_eq!(units.at("%포인트").next().unwrap().role, Role::Percent("%p"));
        assert_eq!(units.sign_before("약 US$"), Some((3, "USD")));
    }
}
