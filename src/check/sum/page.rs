//! One article as the proofs see it: its plain figures, the words between them, and numbers written as it writes them.

use crate::align::figure::{Class, class};
use crate::claim::{Claim, MICRO, Value};
use crate::source::Span;
use crate::text::Document;

/// A figure with one value.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Figure {
    /// Its text, unit and hedge included.
    pub(super) span: Span,
    /// Its sentence.
    pub(super) sentence: usize,
    /// What it counts.
    pub(super) class: Class,
    /// The value, in millionths of its unit.
    pub(super) value: i128,
    /// The place value of its last stated digit.
    pub(super) step: i128,
    /// Whether the writer calls it rough.
    pub(super) rough: bool,
    /// Of percentages and measures, the unit.
    pub(super) unit: &'static str,
}

impl Figure {
    pub(super) fn new(claim: &Claim) -> Option<Figure> {
        let (amount, unit) = match &claim.value {
            Value::Money { amount, currency } => (amount, *currency),
            Value::Count { amount, .. } => (amount, ""),
            Value::Percent { amount, unit } => (amount, *unit),
            Value::Measure { amount, unit } => (amount, unit.code),
            _ => return None,
        };
        amount.is_single().then_some(Figure {
            span: claim.span,
            sentence: claim.sentence as usize,
            class: class(&claim.value)?,
            value: amount.low,
            step: amount.step,
            rough: amount.hedge.is_some(),
            unit,
        })
    }

    /// Returns how far the figure may be off by rounding: numbers under a thousand are not rounded.
    pub(super) fn slack(&self) -> i128 {
        match self.class {
            Class::Percent => self.step / 2,
            _ if self.value.abs() < 1000 * MICRO && !self.rough => 0,
            _ => self.step / 2,
        }
    }

    /// Returns whether the two count the same.
    pub(super) fn like(&self, other: &Figure) -> bool {
        self.class == other.class && self.unit == other.unit
    }
}

/// An article and its figures.
#[derive(Debug)]
pub(super) struct Page<'a> {
    /// The text.
    pub(super) doc: &'a Document<'a>,
    /// All its claims.
    pub(super) claims: &'a [Claim],
    /// The figures, by place.
    pub(super) figures: Vec<Figure>,
}

impl<'a> Page<'a> {
    /// Returns the article with its figures.
    pub(super) fn new(doc: &'a Document<'a>, claims: &'a [Claim]) -> Page<'a> {
        Page { doc, claims, figures: claims.iter().filter_map(Figure::new).collect() }
    }

    /// Returns the figures of a sentence.
    pub(super) fn of_sentence(&self, sentence: usize) -> &[Figure] {
        let from = self.figures.partition_point(|f| f.sentence < sentence);
        let to = self.figures.partition_point(|f| f.sentence <= sentence);
        &self.figures[from..to]
    }

    /// Returns the text between two spans.
    pub(super) fn between(&self, a: Span, b: Span) -> &'a str {
        self.doc.text.get(a.end()..b.start()).unwrap_or("")
    }

    /// Returns the rest of the sentence behind a span.
    pub(super) fn after(&self, span: Span, sentence: usize) -> &'a str {
        self.doc.text.get(span.end()..self.doc.sentences[sentence].span.end()).unwrap_or("")
    }

    /// Returns the sentence before a span.
    pub(super) fn before(&self, span: Span, sentence: usize) -> &'a str {
        self.doc.text.get(self.doc.sentences[sentence].span.start()..span.start()).unwrap_or("")
    }

    /// Returns the word right before a figure with the figure, such as `경상 5명`; the figure alone where none stands.
    pub(super) fn labelled(&self, f: &Figure) -> Span {
        let before = self.before(f.span, f.sentence);
        let Some(word_end) = before.strip_suffix(' ').map(str::len) else { return f.span };
        let word = before[..word_end].rsplit([' ', ',', '(', '·', '‘', '“', '△', '▲']).next().unwrap_or("");
        if word.is_empty() || word.len() > 18 || !word.chars().all(char::is_alphanumeric) {
            return f.span;
        }
        Span::new(f.span.start() - 1 - word.len(), f.span.end())
    }

    /// Returns the figure's text with another value, written in the same way; none where that cannot be done.
    pub(super) fn rewrite(&self, f: &Figure, value: i128) -> Option<String> {
        let text = self.doc.slice(f.span);
        let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '조' | '억' | '만' | '천' | '백' | ' ');
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let mut end = start;
        for (i, c) in text[start..].char_indices() {
            if !number(c) {
                break;
            }
            if c != ' ' {
                end = start + i + c.len_utf8();
            }
        }
        Some(format!("{}{}{}", &text[..start], write(&text[start..end], value, f.step)?, &text[end..]))
    }
}

/// Returns how many percent of the whole a part is, in millionths: of all of 18.6, not of 18.
pub(super) fn percent_of(part: i128, whole: i128) -> i128 {
    part * 100 * MICRO / whole.max(1)
}

/// Returns a value in the notation of a sample: `38만8000`, `1조 9,800억`, `1,234`, `52.3`.
pub(super) fn write(sample: &str, value: i128, step: i128) -> Option<String> {
    let comma = sample.contains(',');
    let plain = |n: i128| if comma { grouped(n) } else { n.to_string() };
    if value < 0 {
        return None;
    }
    let myriad = sample.contains(['조', '억', '만']);
    let fraction = sample.split_once('.').map(|(_, f)| f.chars().take_while(char::is_ascii_digit).count());
    if let Some(places) = fraction {
        let unit = if sample.ends_with('조') {
            1_000_000_000_000
        } else if sample.ends_with('억') {
            100_000_000
        } else if sample.ends_with('만') {
            10_000
        } else {
            1
        } * MICRO;
        let tail: String = sample.chars().filter(|c| matches!(c, '조' | '억' | '만')).collect();
        if tail.chars().count() > 1 {
            return None;
        }
        let scale = 10_i128.pow(places as u32);
        let scaled = (value * scale + unit / 2) / unit;
        return Some(format!("{}.{:0places$}{tail}", plain(scaled / scale), scaled % scale));
    }
    if value % MICRO != 0 || step < MICRO && value % step != 0 {
        return None;
    }
    let mut n = value / MICRO;
    if !myriad {
        if sample.ends_with('천') && n % 1000 == 0 {
            return Some(format!("{}천", n / 1000));
        }
        return (!sample.contains(['천', '백'])).then(|| plain(n));
    }
    let space = if sample.contains(' ') { " " } else { "" };
    // 3천700만 as agencies write it.
    let agency = sample.split('천').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let said = |n: i128| match n % 1000 {
        rest if agency && n >= 1000 && rest > 0 => format!("{}천{rest}", n / 1000),
        0 if agency && n >= 1000 => format!("{}천", n / 1000),
        _ => plain(n),
    };
    let mut parts: Vec<String> = Vec::new();
    for (name, unit) in [("조", 1_000_000_000_000_i128), ("억", 100_000_000), ("만", 10_000)] {
        // 19,800억 stays without 조.
        if n >= unit && (sample.contains(name) || name != "조") {
            let head = n / unit;
            let thousands = head >= 1000 && head % 1000 == 0 && sample.contains(&format!("천{name}"));
            parts.push(if thousands { format!("{}천{name}", head / 1000) } else { format!("{}{name}", said(head)) });
            n %= unit;
        }
    }
    if n > 0 {
        parts.push(if sample.contains('천') && n % 1000 == 0 { format!("{}천", n / 1000) } else { said(n) });
    }
    Some(parts.join(space))
}

pub(super) fn grouped(n: i128) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// Returns whether one number becomes the other by one wrong digit, two that change places, or a digit too many before it.
pub(super) fn digit_slip(a: i128, b: i128) -> bool {
    let width = a.max(b).to_string().len();
    let (x, y) = (format!("{a:0width$}"), format!("{b:0width$}"));
    if x.len() != y.len() || x == y {
        return false;
    }
    let differ: Vec<usize> = (0..x.len()).filter(|&i| x.as_bytes()[i] != y.as_bytes()[i]).collect();
    match differ[..] {
        [_] => true,
        [i, j] => j == i + 1 && x.as_bytes()[i] == y.as_bytes()[j] && x.as_bytes()[j] == y.as_bytes()[i],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_the_sample() {
        for (sample, value, want) in [
            ("38만8000", 383_000 * MICRO, "38만3000"),
            ("38만8천", 383_000 * MICRO, "38만3천"),
            ("6041억", 640_100_000_000 * MICRO, "6401억"),
            ("1조 9,800억", 1_850_000_000_000 * MICRO, "1조 8,500억"),
            ("1,234", 12_345 * MICRO, "12,345"),
            ("11.8", 10_800_000, "10.8"),
            ("9천만", 80_000_000 * MICRO, "8천만"),
            ("3천700만", 35_000_000 * MICRO, "3천500만"),
            ("1조2천90억", 1_290_800_000_000 * MICRO, "1조2천908억"),
            ("5", 6 * MICRO, "6"),
        ] {
            assert_eq!(write(sample, value, MICRO).as_deref(), Some(want), "{sample}");
        }
    }

    #[test]
    fn slips_of_digits() {
        assert!(digit_slip(6041, 6401) && digit_slip(137, 167) && digit_slip(19, 9));
        assert!(!digit_slip(6041, 6140) && !digit_slip(99, 100) && !digit_slip(5, 5));
    }
}
