//! Numbers that nobody writes: a lost 만 (`1억8000원`, `25억3000달러`, `4억 2천 달러`), too many digits behind 천 or 만
//! (`2만5천1274명`), thousands counted in 천 (`58천명`) where others write 5만8천명, and a scale lost before a blank or 여 (`48
//! 3,517명`, `63여 명`) that others have.

use super::Scene;
use super::compare;
use super::report::Found;
use crate::align::figure;
use crate::claim::{Claim, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{ArticleId, Loc, Span};

/// What lies between 억 with thousands behind it and the same with 만: `1억8000만` is so many more than `1억8000`.
const LOST: i128 = 9_999;

/// A number that nobody writes.
struct Slip {
    /// What should stand there.
    expected: Option<String>,
    /// Who else has that.
    holders: Vec<Loc>,
    confidence: f32,
    reason: &'static str,
}

/// Returns the amounts, counts and measures that are written as nobody writes them.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    if !matches!(rule.kind, Kind::Money | Kind::Count | Kind::Measure) {
        return out;
    }
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        for claim in &reading.claims {
            let text = reading.doc.slice(claim.span);
            let Some((start, slip)) = lost_scale(scene, rule, article, claim).or_else(|| {
                let amount = amount(claim, rule.kind).filter(|_| text.contains(['천', '만', '억', '조']))?;
                let slip = lost_myriad(scene, rule, article, text, amount)
                    .or_else(|| broken(scene, rule, article, claim, text, amount))?;
                Some((claim.span.start(), slip))
            }) else {
                continue;
            };
            let found = Found {
                at: Loc { article, span: Span::new(start, claim.span.end()) },
                expected: slip.expected.iter().cloned().collect(),
                confidence: slip.confidence,
                proven: true,
                others: slip.holders,
                reasons: vec![slip.reason.to_owned()],
                replacement: slip.expected,
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

/// Returns the figures of other outlets.
fn others(scene: Scene<'_>, article: ArticleId) -> impl Iterator<Item = (ArticleId, &Claim)> {
    let own = scene.outlets[article.index()];
    let others = scene.event.articles.iter().filter(move |a| scene.outlets[a.index()] != own);
    others.flat_map(move |&a| scene.readings[a.index()].claims.iter().map(move |c| (a, c)))
}

/// `1억8000원` for 1억8000만원.
fn lost_myriad(scene: Scene<'_>, rule: &Rule, article: ArticleId, text: &str, amount: i128) -> Option<Slip> {
    let (at, thousands) = lost(text).filter(|_| rule.kind != Kind::Measure)?;
    let meant = amount + i128::from(thousands) * LOST * crate::claim::MICRO;
    // Who else has the very amount has it from somewhere.
    if others(scene, article).any(|(_, c)| self::amount(c, rule.kind) == Some(amount)) {
        return None;
    }
    let holders: Vec<Loc> = others(scene, article)
        .filter(|(_, c)| self::amount(c, rule.kind) == Some(meant))
        .map(|(article, c)| Loc { article, span: c.span })
        .collect();
    Some(Slip {
        expected: Some(format!("{}만{}", &text[..at], &text[at..])),
        confidence: if holders.is_empty() { 0.85 } else { 0.95 },
        holders,
        reason: "억과 천 사이에 만이 빠졌다",
    })
}

/// `48 3,517명` where others have 48만3517명, `63여 명` where others have 63만여 명; with where it begins.
fn lost_scale(scene: Scene<'_>, rule: &Rule, article: ArticleId, claim: &Claim) -> Option<(usize, Slip)> {
    let text = scene.sources.article(article).text.as_str();
    let said = claim.span.of(text);
    let plain = |t: &str| -> String { t.chars().filter(|c| !matches!(c, ' ' | ',')).collect() };
    let digits = said.bytes().take_while(|b| b.is_ascii_digit() || *b == b',').count();
    let over = said[digits..].starts_with('여') && (1..=3).contains(&digits) && !said[..digits].ends_with('0');
    let (start, head, rest) = if over {
        (claim.span.start(), &said[..digits], &said[digits..])
    } else {
        let before = text[..claim.span.start()].strip_suffix(' ')?;
        let lead = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let at = before.len() - lead;
        let alone = text[..at].ends_with([' ', '\n', '(']) && (1..=4).contains(&lead);
        (alone && digits > 0).then(|| (at, &text[at..before.len()], said))?
    };
    let class = figure::class(&claim.value).filter(|c| compare::kind(c) == rule.kind)?;
    let meant = ["천", "만", "억", "조"].map(|scale| plain(&format!("{head}{scale}{rest}")));
    let mut holders = others(scene, article).filter(|(a, c)| {
        let theirs = plain(scene.readings[a.index()].doc.slice(c.span));
        figure::class(&c.value).as_ref() == Some(&class)
            && meant.iter().any(|m| *m == theirs || over && m.replacen('여', "", 1) == theirs)
    });
    let first = holders.next()?;
    let theirs = scene.readings[first.0.index()].doc.slice(first.1.span);
    let scale = theirs.chars().find(|c| "천만억조".contains(*c))?;
    let gap = if over { "" } else { " " };
    let expected = format!("{head}{scale}{gap}{rest}");
    let holders = std::iter::once(first).chain(holders).map(|(article, c)| Loc { article, span: c.span }).collect();
    Some((start, Slip { expected: Some(expected), holders, confidence: 0.92, reason: "수를 적는 꼴이 아니다" }))
}

/// `2만5천1274명`, and `58천명` where others write 5만8천명.
fn broken(scene: Scene<'_>, rule: &Rule, article: ArticleId, claim: &Claim, text: &str, amount: i128) -> Option<Slip> {
    let class = figure::class(&claim.value).filter(|c| compare::kind(c) == rule.kind)?;
    let alike = || others(scene, article).filter(|(_, c)| figure::class(&c.value).as_ref() == Some(&class));
    let said = |(a, c): &(ArticleId, &Claim)| scene.readings[a.index()].doc.slice(c.span).to_owned();
    let locs = |of: &str| {
        let same = alike().filter(|o| said(o) == of);
        same.map(|(article, c)| Loc { article, span: c.span }).collect()
    };
    if is_broken(text) {
        // What others have and this article has nowhere, with the same digits at its head, is what is meant.
        let stated =
            |n: i128| scene.readings[article.index()].claims.iter().any(|c| self::amount(c, rule.kind) == Some(n));
        let lead: String = text.chars().take_while(|c| *c != ' ').take(2).collect();
        let meant = alike()
            .filter(|o| said(o).starts_with(&lead))
            .filter_map(|o| self::amount(o.1, rule.kind).filter(|n| !stated(*n)).map(|n| (o, n)))
            .min_by_key(|(_, n)| (n - amount).abs())
            .filter(|(_, n)| (n - amount).abs() * 2 < amount)
            .map(|(o, _)| said(&o));
        let holders = meant.as_deref().map(locs).unwrap_or_default();
        return Some(Slip { expected: meant, holders, confidence: 0.9, reason: "수를 적는 꼴이 아니다" });
    }
    let head = text.split('천').next().filter(|h| h.len() < text.len())?;
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let plain = digits >= 2 && (digits == head.len() || !head[..head.len() - digits].ends_with([',', '.']));
    // 통계표의 58천명 is written so by all.
    let meant = plain.then(|| {
        let same = alike().filter(|o| self::amount(o.1, rule.kind) == Some(amount)).map(|o| said(&o));
        same.min_by_key(|t| t.contains(&format!("{head}천")))
    })??;
    (!meant.contains(&format!("{head}천"))).then(|| Slip {
        holders: locs(&meant),
        expected: Some(meant),
        confidence: 0.9,
        reason: "수를 적는 꼴이 아니다",
    })
}

fn amount(claim: &Claim, kind: Kind) -> Option<i128> {
    match (&claim.value, kind) {
        (Value::Money { amount, .. }, Kind::Money) => amount.is_single().then_some(amount.low),
        (Value::Count { amount, counter }, Kind::Count) if !counter.is_empty() => {
            amount.is_single().then_some(amount.low)
        }
        (Value::Measure { amount, .. }, Kind::Measure) => amount.is_single().then_some(amount.low),
        _ => None,
    }
}

/// Returns the byte at which 만 is missing and the thousands before it: four digits right behind 억, the last two zeros, or one
/// before 천.
fn lost(text: &str) -> Option<(usize, u32)> {
    let from = text.find('억')? + '억'.len_utf8();
    let from = from + usize::from(text[from..].starts_with(' '));
    let digits: String = text[from..].chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let number: u32 = digits.replace(',', "").parse().ok()?;
    let behind = &text[from + digits.len()..];
    if let Some(rest) = behind.strip_prefix('천').filter(|_| number < 10) {
        let end = text.len() - rest.len();
        return (!rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || "만백여억".contains(c)))
            .then_some((end, number * 1000));
    }
    let rest = behind.trim_start();
    let round = (1000..10_000).contains(&number) && number.is_multiple_of(100);
    (round && !rest.starts_with(['만', '천', '백', '억', '조', '.', '여'])).then_some((from + digits.len(), number))
}

/// Returns whether a number is written as nobody writes one: `2만5천1274`, `1조 14304억`, with digits for which its 천, 만, 억 or 조
/// leaves no place.
fn is_broken(said: &str) -> bool {
    let run = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if text[digits..].starts_with(',') { 0 } else { digits }
    };
    ['천', '만', '억', '조'].iter().any(|&scale| {
        said.match_indices(scale).any(|(at, _)| {
            let behind = &said[at + 3..];
            let most = if scale == '천' { 4 } else { 5 };
            at > 0
                && said.as_bytes()[at - 1].is_ascii_digit()
                && match run(behind) {
                    0 if scale != '천' => behind.strip_prefix(' ').is_some_and(|b| run(b) == most),
                    digits => digits == most,
                }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{is_broken, lost};

    #[test]
    fn broken_ones() {
        for text in ["2만5천1274명", "1만3천1256㎢", "1조 14304억 원", "3천1072원"] {
            assert!(is_broken(text), "{text}");
        }
        for text in ["2만5천944명", "1조 4304억 원", "1만 2019", "3천107원", "1억5,000만", "10만1583명", "1조2천345억"]
        {
            assert!(!is_broken(text), "{text}");
        }
    }

    #[test]
    fn thousands_behind_eok() {
        for (text, want) in [
            ("1억8000원", Some(8000)),
            ("25억 3,000달러", Some(3000)),
            ("4억 2천 달러", Some(2000)),
            ("1억8000만원", None),
            ("1억8천만원", None),
            ("1억8천5백만원", None),
            ("3억4567원", None),
            ("2억원", None),
        ] {
            assert_eq!(lost(text).map(|l| l.1), want, "{text}");
        }
    }
}
