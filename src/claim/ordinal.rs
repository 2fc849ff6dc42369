//! Places in an order: `제1회`, `12회째`, `3위`, `네 번째`, `20대 대통령`, `1심`.

use super::figure::{Amount, Figure, Here};
use super::lexicon::units::{Role, UnitWord};
use super::tail;
use super::value::{MICRO, Value};
use crate::text::numeral::Form;

/// Returns the ordinal of a number behind 제: `제3조`, `제20대`, `제1회`.
pub(super) fn after_je(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let before = here.before(amount.start);
    let rest = before.strip_suffix("제 ").or_else(|| before.strip_suffix('제'))?;
    if rest.ends_with(|c: char| ('가'..='힣').contains(&c)) || amount.numeral.form == Form::Native {
        return None;
    }
    // `제3조` must not be read as three trillion.
    let digits = crate::text::numeral::digits(here.text, amount.start).filter(|d| !d.decimal);
    let (n, end) = match digits {
        Some(d) => (d.value, d.end),
        None => (amount.quantity.low, amount.end),
    };
    let from = here.gap(end);
    let behind = here.rest(from);
    let word = here
        .units
        .after_je(behind)
        .map(str::to_owned)
        .or_else(|| here.units.at(behind).find(|w| matches!(w.role, Role::Ordinal)).map(|w| w.word.clone()))?;
    let end = from + word.len();
    Some(Figure { start: rest.len() + here.start, end, value: ordinal(n, &word)? })
}

fn ordinal(micro: i128, of: &str) -> Option<Value> {
    let n = u32::try_from(micro / MICRO).ok().filter(|_| micro % MICRO == 0)?;
    Some(Value::Ordinal { n, of: canonical(of).to_owned() })
}

/// Returns one word for those that mean the same: 번 째 and 째 are 번째, 회째 is 회.
fn canonical(of: &str) -> &str {
    match of {
        "번 째" | "째" | "차례째" => "번째",
        "회째" => "회",
        "국째" => "국",
        "대째" => "대",
        "장째" => "장",
        "권째" => "권",
        "층째" => "층",
        "조째" => "조",
        "번 홀" => "번홀",
        "번 출구" => "번출구",
        "번 타자" => "번타자",
        other => other,
    }
}

/// Returns the article of a law that is named before its number: `헌법 41조`, `형법 250조 1항` is not 41 trillion.
pub(super) fn of_law(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let law = here.before(amount.start).strip_suffix(' ')?;
    ["법", "법률", "조례", "시행령", "규칙", "규정", "조약", "협약", "헌장"]
        .iter()
        .any(|w| law.ends_with(w))
        .then_some(())?;
    let digits = crate::text::numeral::digits(here.text, amount.start).filter(|d| !d.decimal && !d.grouped)?;
    let behind = here.rest(digits.end).strip_prefix('조')?;
    tail::leaves_whole(tail::run(behind)).then_some(())?;
    Some(Figure { start: amount.start, end: digits.end + "조".len(), value: ordinal(digits.value, "조")? })
}

/// Returns whether the word behind the number counts an order here.
pub(super) fn fits(here: &Here<'_>, amount: &Amount, word: &UnitWord, from: usize) -> bool {
    let attached = from == amount.end;
    let small =
        amount.quantity.is_single() && amount.numeral.step >= MICRO && !amount.numeral.grouped && !amount.numeral.over;
    let rank = matches!(word.word.as_str(), "위" | "순위");
    (small || rank)
        && (attached || word.word.ends_with('째') && word.word != "째" || rank && is_spoken(here, amount))
        && here.rest(from).len() >= word.word.len()
}

/// Returns whether a rank is said as broadcasters write it, 삼 위까지; 이 위 is above this.
fn is_spoken(here: &Here<'_>, amount: &Amount) -> bool {
    amount.numeral.form == Form::Sino && !matches!(here.text.get(amount.start..amount.end), Some("이" | "일"))
}

/// Returns the phase of a clinical trial: `임상 3상`.
pub(super) fn phase(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    here.before(amount.start).trim_end().ends_with("임상").then_some(())?;
    let behind = here.rest(amount.end).strip_prefix('상')?;
    (tail::leaves_whole(tail::run(behind)) && amount.quantity.is_single()).then_some(())?;
    Some(Figure { start: amount.start, end: amount.end + "상".len(), value: ordinal(amount.quantity.low, "상")? })
}

/// Returns the ordinal of a number and the word behind it.
pub(super) fn figure(here: &Here<'_>, amount: &Amount, word: &UnitWord, end: usize) -> Option<Figure> {
    let start = ["공동 "]
        .iter()
        .find_map(|w| here.before(amount.start).strip_suffix(w))
        .map_or(amount.start, |r| r.len() + here.start);
    let value = ordinal(amount.quantity.low, &word.word)?;
    Some(Figure { start, end, value })
}

/// Returns the ordinal of an office numbered with 대: `20대 대통령`, `제22대 국회` is read with its 제.
pub(super) fn term(here: &Here<'_>, amount: &Amount, end: usize) -> Option<Figure> {
    let behind = here.rest(end).strip_prefix(' ')?;
    here.units.is_term(behind).then_some(())?;
    let number =
        amount.quantity.is_single() && amount.quantity.low % (10 * MICRO) != 0 || amount.quantity.low >= 20 * MICRO;
    number.then_some(())?;
    Some(Figure { start: amount.start, end, value: ordinal(amount.quantity.low, "대")? })
}

const WORDS: [(&str, u32); 4] = [("첫째", 1), ("둘째", 2), ("셋째", 3), ("넷째", 4)];

/// Returns whether the syllable begins an ordinal by word.
pub(super) fn opens(first: char) -> bool {
    matches!(first, '첫' | '둘' | '셋' | '넷')
}

/// Reads ordinals by word: 첫째, `첫 번째`, 둘째.
pub(super) fn word(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    if !opens(rest.chars().next()?) {
        return None;
    }
    let found = WORDS.iter().find_map(|(word, n)| {
        let behind = rest.strip_prefix(word)?;
        tail::leaves_whole(tail::run(behind)).then_some((*n, word.len()))
    });
    let (n, len) = found
        .or_else(|| ["첫 번째", "첫번째", "첫 번 째"].iter().find(|w| rest.starts_with(**w)).map(|w| (1, w.len())))?;
    out.push(Figure { start: at, end: at + len, value: Value::Ordinal { n, of: "번째".to_owned() } });
    Some(at + len)
}
