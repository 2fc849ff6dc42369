//! Per cent where percentage points are meant: the difference of two percentages, and a margin of error.

use super::Slip;
use super::change::direction;
use super::page::Page;
use crate::align::figure::Class;
use crate::finding::Kind;
use crate::source::Span;

/// Returns the percentages that should be percentage points.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for s in 0..page.doc.sentences.len() {
        let shares: Vec<_> = page.of_sentence(s).iter().filter(|f| f.class == Class::Percent).collect();
        for (i, f) in shares.iter().enumerate() {
            let text = page.doc.slice(f.span);
            if f.unit != "%" || !text.ends_with('%') && !text.ends_with("퍼센트") {
                continue;
            }
            let after = page.after(f.span, s);
            if after.starts_with("포인트") || after.starts_with(" 포인트") || after.starts_with('p') {
                continue;
            }
            let before = page.before(f.span, s);
            let signed = text.starts_with('±') || before.trim_end().ends_with('±');
            if signed && (before.contains("오차") || before.contains("신뢰")) {
                let start = f.span.start()
                    - if text.starts_with('±') { 0 } else { before.len() - before.rfind('±').unwrap_or(0) };
                let at = Span::new(start, f.span.end());
                out.push(Slip {
                    kind: Kind::Percent,
                    at,
                    expected: Some(format!("{}포인트", page.doc.slice(at))),
                    confidence: 0.95,
                    reason: "표본오차의 단위는 %포인트이다".to_owned(),
                    operands: Vec::new(),
                });
                continue;
            }
            let Some(first) = i.checked_sub(2) else { continue };
            let (a, b) = (shares[first], shares[i - 1]);
            if a.unit != "%" || b.unit != "%" || a.rough || b.rough || direction(after).is_none_or(|d| d.at > 8) {
                continue;
            }
            let pivot = page.between(a.span, f.span);
            let joined = pivot.len() < 90
                && ["에서", "보다", "였던", "이던", "대비", "이었던"].iter().any(|w| pivot.contains(w));
            let difference = (a.value - b.value).abs();
            if joined && difference > 0 && difference == f.value {
                out.push(Slip {
                    kind: Kind::Percent,
                    at: f.span,
                    expected: Some(format!("{text}포인트")),
                    confidence: 0.95,
                    reason: format!(
                        "{}와 {}의 차이는 %가 아니라 %포인트로 적는다",
                        page.doc.slice(a.span),
                        page.doc.slice(b.span)
                    ),
                    operands: vec![a.span, b.span],
                });
            }
        }
    }
    out
}
