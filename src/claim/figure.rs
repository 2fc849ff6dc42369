//! The pass that finds figures: every number of a document is read once, and what stands around it decides what it is.
//!
//! The order is that of certainty: a date or a clock time is told by its own words, a score by its two numbers, and
//! the rest by the word behind the number ([`super::lexicon::units`]).

use super::date::Days;
use super::lexicon::units::{Role, UnitWord, Units};
use super::value::{MICRO, Quantity, Value};
use super::{About, Claim, Lexicon, count, date, hedge, measure, money, ordinal, percent, tail, time};
use crate::source::Span;
use crate::text::numeral::{self, Form, Numeral};
use crate::text::{Document, Script};

/// The sentence that is being read.
pub(super) struct Here<'a> {
    /// The whole text.
    pub(super) text: &'a str,
    /// The first byte of the sentence.
    pub(super) start: usize,
    /// The byte after the sentence.
    pub(super) end: usize,
    /// Words behind numbers.
    pub(super) units: &'a Units,
}

impl<'a> Here<'a> {
    /// Returns the sentence from byte `at`.
    pub(super) fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..self.end).unwrap_or("")
    }

    /// Returns the sentence up to byte `at`.
    pub(super) fn before(&self, at: usize) -> &'a str {
        &self.text[self.start..at]
    }

    /// Returns `at`, or the byte after the one space that stands there.
    pub(super) fn gap(&self, at: usize) -> usize {
        at + usize::from(self.rest(at).starts_with(' '))
    }

    /// Returns the character before byte `at`, if it is in the sentence.
    pub(super) fn previous(&self, at: usize) -> Option<char> {
        self.before(at).chars().next_back()
    }
}

/// A number or a range of numbers with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// Where it begins.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Its value, hedged only by 여.
    pub(super) quantity: Quantity,
    /// The number as read.
    pub(super) numeral: Numeral,
    /// Whether it is written together with a word before it (`코로나19`, `약30명`).
    pub(super) attached: bool,
}

/// A figure: what was made of a number, and the bytes that say so.
pub(super) struct Figure {
    /// Where it begins.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// What it means.
    pub(super) value: Value,
}

/// Appends the figures of a document: money, counts, percentages, measures, dates, times, ordinals.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon, out: &mut Vec<Claim>) {
    let mut days = Days::new(doc.published);
    let mut figures: Vec<Figure> = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        let here =
            Here { text: doc.text, start: sentence.span.start(), end: sentence.span.end(), units: &lexicon.units };
        days.enter(sentence.block, sentence.kind);
        let mut past = 0;
        for token in doc.tokens_of(sentence) {
            let at = token.span.start();
            if at < past {
                continue;
            }
            match token.script {
                Script::Number => past = number(&here, at, &mut days, &mut figures).max(token.span.end()),
                Script::Hangul => past = word(&here, at, &mut days, &mut figures),
                _ => continue,
            }
            for f in figures.drain(..) {
                out.push(Claim {
                    span: Span::new(f.start, f.end),
                    sentence: index as u32,
                    value: f.value,
                    about: About::default(),
                });
            }
        }
    }
}

/// Reads what begins with a digit; returns the byte up to which nothing more is to be read.
fn number(here: &Here<'_>, at: usize, days: &mut Days, out: &mut Vec<Figure>) -> usize {
    if let Some(end) = not_a_figure(here, at) {
        return end;
    }
    if let Some(end) = date::read(here, at, days, out) {
        return end;
    }
    if let Some(end) = time::read(here, at, out) {
        return end;
    }
    let Some(amount) = amount(here, at) else { return at };
    figure(here, amount, out)
}

/// Reads what begins with 한글: dates and times by word, numbers by word; returns as [`number`].
fn word(here: &Here<'_>, at: usize, days: &mut Days, out: &mut Vec<Figure>) -> usize {
    // Most words begin as no figure does; 절 is that of 절반.
    let opens = |c: char| {
        c == '절' || numeral::may_begin(c) || date::opens(c) || time::opens(c) || measure::opens(c) || ordinal::opens(c)
    };
    if !here.rest(at).starts_with(opens) {
        return at;
    }
    if let Some(end) = date::word(here, at, days, out) {
        return end;
    }
    if let Some(end) = time::word(here, at, out) {
        return end;
    }
    if let Some(end) =
        ordinal::word(here, at, out).or_else(|| measure::word(here, at, out)).or_else(|| percent::word(here, at, out))
    {
        return end;
    }
    let Some(amount) = amount(here, at) else { return at };
    // 수 백 명, 몇 만 명, 여러 천 개: nobody knows how many.
    let before = here.before(at).trim_end();
    if ["수", "몇", "여러", "몇몇"]
        .iter()
        .any(|w| before.ends_with(w) && !before[..before.len() - w.len()].ends_with(hangul))
    {
        return amount.end;
    }
    figure(here, amount, out)
}

fn hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Returns where a run of digits ends that is no figure: a part of a model name, telephone number, address.
fn not_a_figure(here: &Here<'_>, at: usize) -> Option<usize> {
    let rest = here.rest(at);
    let run = rest.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b',')).count();
    let before = here.before(at);
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_ascii_alphabetic() => {
            // `US$` aside, letters before a digit make a name: K2, B737-800; `약KRW100` is not news style.
            return here.units.sign_before(before).is_none().then_some(at + run);
        }
        Some('-' | '_' | '@' | '/') if back.next().is_some_and(|c| c.is_ascii_alphanumeric() || hangul(c)) => {
            return Some(at + run);
        }
        _ => {}
    }
    let digits = &rest[..run];
    let dashes = digits.matches('-').count();
    let mut parts = digits.split('-');
    let first = parts.next().unwrap_or("");
    let telephone = (dashes == 2 && first.len() != 4)
        || (dashes == 1
            && (first.starts_with('0') && first.len() >= 2
                || digits.len() == 9 && first.len() == 4 && first.starts_with('1')));
    if telephone && digits.len() >= 8 {
        return Some(at + run);
    }
    // 3G, 5G, 4K, 2FA: a letter behind that is no unit.
    let plain = rest.bytes().take_while(u8::is_ascii_digit).count();
    let next = rest[plain..].chars().next();
    if next.is_some_and(|c| c.is_ascii_alphabetic()) && unit(here, at + plain, |_, _| true).is_none() {
        let letters = rest[plain..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        return Some(at + plain + letters);
    }
    None
}

/// The signs between two ends of a range.
pub(super) fn range_sign(rest: &str) -> Option<usize> {
    let c = rest.chars().next()?;
    matches!(c, '~' | '∼' | '〜' | '～' | '–' | '-' | '−').then_some(c.len_utf8())
}

/// Returns the byte after a range sign, spaces on either side included.
pub(super) fn over_range_sign(here: &Here<'_>, at: usize) -> Option<usize> {
    let sign = here.gap(at);
    range_sign(here.rest(sign)).map(|len| here.gap(sign + len))
}

/// Reads the number at `at`, or both numbers of a range whose unit stands once (`10∼12`, `1~2만`, `40억~100억`).
pub(super) fn amount(here: &Here<'_>, at: usize) -> Option<Amount> {
    let numeral = numeral::read(here.text, at, here.end)?;
    let attached = here.previous(at).is_some_and(hangul);
    let mut quantity = Quantity { low: numeral.low, high: numeral.high, step: numeral.step, hedge: None };
    let mut end = numeral.end;
    if numeral.form == Form::Digits
        && let Some(second) = over_range_sign(here, end)
        && here.rest(second).starts_with(|c: char| c.is_ascii_digit())
        && let Some(upper) = numeral::read(here.text, second, here.end)
    {
        let dash = here.rest(here.gap(end)).starts_with('-');
        let (low, step) = inherit(here, &numeral, &upper, at, second);
        let unit_follows = !dash || unit(here, upper.end, |_, _| true).is_some();
        if low < upper.high && unit_follows {
            quantity = Quantity { low, high: upper.high, step: step.min(upper.step), hedge: None };
            end = upper.end;
        }
    }
    if numeral.over {
        quantity.hedge = Some(super::Hedge::Over);
    }
    Some(Amount { start: at, end, quantity, numeral, attached })
}

/// Returns the lower end of `1~2만` as 1만, of `500~1000만` as 500만, of `9000~1만` as 9000.
fn inherit(here: &Here<'_>, low: &Numeral, high: &Numeral, at: usize, second: usize) -> (i128, i128) {
    let bare = numeral::digits(here.text, second).map_or(high.high, |d| d.value);
    if !low.grouped && low.end - at <= 6 && bare > 0 && high.high > bare {
        let scale = high.high / bare;
        if low.low * scale < high.high {
            return (low.low * scale, low.step * scale);
        }
    }
    (low.low, low.step)
}

/// Returns the word behind a number that `fits`, with the byte where it begins and the byte after it; one space may
/// stand between. A Latin unit must end there, a Korean one be left whole by what follows.
pub(super) fn unit<'a>(
    here: &Here<'a>,
    at: usize,
    mut fits: impl FnMut(&UnitWord, usize) -> bool,
) -> Option<(&'a UnitWord, usize, usize)> {
    for from in [at, here.gap(at)] {
        let rest = here.rest(from);
        for word in here.units.at(rest) {
            let behind = &rest[word.word.len()..];
            let whole = if word.word.ends_with(|c: char| c.is_ascii_alphabetic()) {
                !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
            } else if word.word == "개" {
                from == at || tail::leaves_whole(tail::run(behind))
            } else {
                tail::leaves_whole(tail::run(behind))
            };
            if whole && fits(word, from) {
                return Some((word, from, from + word.word.len()));
            }
        }
        if from == at && !rest.starts_with(' ') {
            break;
        }
    }
    None
}

/// Decides what a number is; returns the byte up to which nothing more is to be read.
fn figure(here: &Here<'_>, amount: Amount, out: &mut Vec<Figure>) -> usize {
    let found = ordinal::after_je(here, &amount)
        .or_else(|| ordinal::of_law(here, &amount))
        .or_else(|| ordinal::phase(here, &amount))
        .or_else(|| percent::fraction(here, &amount))
        .or_else(|| count::score(here, &amount))
        .or_else(|| money::signed(here, &amount))
        .or_else(|| measure::prefixed(here, &amount))
        .or_else(|| measure::degrees(here, &amount))
        .or_else(|| by_unit(here, &amount))
        .or_else(|| money::unnamed(here, &amount))
        .or_else(|| count::age(here, &amount))
        .or_else(|| count::unnamed(here, &amount));
    match found {
        Some(figure) => {
            let end = figure.end;
            out.push(figure);
            end
        }
        None => amount.end,
    }
}

/// Decides by the word behind the number.
fn by_unit(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let native = amount.numeral.form == Form::Native;
    let lone = amount.numeral.form == Form::Sino && amount.numeral.length == 1;
    let (word, from, end) = unit(here, amount.end, |word, from| {
        let attached = from == amount.end;
        if native {
            return match word.role {
                // 하나인 is 하나 and a form of 이다.
                Role::Count => !attached || word.attaches || amount.numeral.length > 1 && word.word != "인",
                Role::Measure(u) => {
                    (u.dimension == "time" && u.code != "min" && u.code != "d" && u.code != "s" || u.code == "[pyeong]")
                        && (!attached || word.attaches)
                        || u.code == "t" && !attached
                }
                Role::Ordinal => word.word.ends_with('째'),
                Role::Money(_) => !attached && word.word == "원" && amount.numeral.length > 1,
                Role::Percent(_) => false,
            };
        }
        if lone {
            // 십·백·천·만 alone begin many words: 조건, 만개, 천장.
            let small = amount.numeral.low <= 10_000 * MICRO;
            return small
                && match word.role {
                    Role::Money(_) => money::lone(here, amount, from, word.word.len()),
                    Role::Measure(u) => u.code == "a" || !attached,
                    Role::Count => !attached || count::lone(here, amount, word),
                    Role::Percent(_) => true,
                    Role::Ordinal => !attached && ordinal::fits(here, amount, word, from),
                };
        }
        match word.role {
            Role::Money(code) => money::fits(here, amount, code, word),
            Role::Measure(u) => measure::fits(here, amount, &u, from, from + word.word.len()),
            Role::Count => count::fits(here, amount, word, from),
            Role::Ordinal => ordinal::fits(here, amount, word, from),
            Role::Percent(_) => true,
        }
    })?;
    match word.role {
        Role::Money(code) => Some(money::figure(here, amount, code, end)),
        Role::Percent(code) => Some(percent::figure(here, amount, code, end)),
        Role::Measure(unit) => Some(measure::figure(here, amount, unit, end)),
        Role::Count => Some(count::figure(here, amount, word, from, end)),
        Role::Ordinal => ordinal::figure(here, amount, word, end),
    }
}

/// Returns the figure of an amount and its unit: a second end with its own unit (`10%~20%`), 대, and hedges on both
/// sides are taken in.
pub(super) fn hedged(
    here: &Here<'_>,
    amount: &Amount,
    unit_end: usize,
    same_unit: impl Fn(&UnitWord) -> bool,
    value: impl FnOnce(Quantity) -> Value,
) -> Figure {
    let mut quantity = amount.quantity;
    let mut end = unit_end;
    if quantity.is_single()
        && let Some(second) = over_range_sign(here, end)
        && here.rest(second).starts_with(|c: char| c.is_ascii_digit())
        && let Some(upper) = numeral::read(here.text, second, here.end)
        && upper.low > quantity.low
        && let Some((_, _, upper_end)) = unit(here, upper.end, |w, _| same_unit(w))
    {
        quantity.high = upper.high;
        quantity.step = quantity.step.min(upper.step);
        end = upper_end;
    }
    // 1조원대, 40%대: from there up to the next step.
    let rest = here.rest(end);
    if quantity.is_single() && rest.starts_with('대') && tail::is_particle(tail::run(&rest[3..])) {
        quantity.high = quantity.low + quantity.step;
        end += 3;
    }
    let (start, before) = hedge::before(here, amount.start);
    let (end, after) = hedge::after(here, end);
    quantity.hedge = after.or(quantity.hedge).or(before);
    Figure { start, end, value: value(quantity) }
}
