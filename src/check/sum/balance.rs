//! What business and trade pages state three of: `수출 613억달러, 수입 548억달러, 무역수지 65억달러 흑자`;
//! `매출 2조원, 영업이익 1600억원(영업이익률 8%)`.

use super::page::{Figure, Page, digit_slip, percent_of};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;

/// Returns the one of three that the other two and the other outlets contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, f) in page.figures.iter().enumerate() {
        if f.rough {
            continue;
        }
        if f.class == Class::Money && surplus(page, f).is_some() {
            out.extend(trade(page, others, i).or_else(|| sign(page, others, f)));
        } else if f.class == Class::Percent && f.unit == "%" && called(page, f, &["영업이익률"]) {
            out.extend(margin(page, others, f));
        }
    }
    out
}

/// Returns whether one of the words is the last noun before the figure: `수입액은 548억달러`, `수입 548억달러`.
fn called(page: &Page<'_>, f: &Figure, words: &[&str]) -> bool {
    let before = page.before(f.span, f.sentence).trim_end_matches([' ', '(']);
    let bare = before.strip_suffix(['은', '는', '이', '가', '도']).unwrap_or(before);
    let bare = bare.strip_suffix("액").or_else(|| bare.strip_suffix("도 ")).unwrap_or(bare);
    words.iter().any(|w| before.ends_with(w) || bare.ends_with(w))
}

/// Returns the sign of the balance that the figure is: `65억달러 흑자`.
fn surplus(page: &Page<'_>, f: &Figure) -> Option<i128> {
    let after = page.after(f.span, f.sentence).trim_start_matches(['의', ' ']);
    if after.starts_with("흑자") {
        Some(1)
    } else if after.starts_with("적자") {
        Some(-1)
    } else {
        None
    }
}

/// `수출이 412억 유로, 수입이 380억 유로` of whichever outlet make 32억 유로 of surplus, and no deficit.
fn sign(page: &Page<'_>, others: &Others<'_>, balance: &Figure) -> Option<Slip> {
    let said = surplus(page, balance)?;
    let mut meant: Option<(i128, String)> = None;
    let own = [(page.doc.text, page.claims)];
    for (text, claims) in own.into_iter().chain(others.readings().map(|r| (r.doc.text, &r.claims[..]))) {
        let figures: Vec<Figure> =
            claims.iter().filter_map(Figure::new).filter(|f| f.like(balance) && !f.rough).collect();
        for w in figures.windows(2) {
            let [a, b] = w else { continue };
            let named = |f: &Figure, word: &str| {
                let before = text[..f.span.start()].trim_end_matches([' ', '(']);
                let bare = before.strip_suffix(['은', '는', '이', '가']).unwrap_or(before);
                bare.strip_suffix('액').unwrap_or(bare).ends_with(word)
            };
            let (export, import) = match (named(a, "수출"), named(b, "수입"), named(a, "수입"), named(b, "수출"))
            {
                (true, true, ..) => (a, b),
                (_, _, true, true) => (b, a),
                _ => continue,
            };
            let sign = (export.value - import.value).signum();
            let room = export.step.max(import.step).max(balance.step) / 2;
            if a.sentence != b.sentence
                || sign == 0
                || ((export.value - import.value) * sign - balance.value).abs() > room
            {
                continue;
            }
            if meant.as_ref().is_some_and(|m| m.0 != sign) {
                return None;
            }
            meant = Some((sign, format!("수출 {}, 수입 {}", export.span.of(text), import.span.of(text))));
        }
    }
    let (sign, reason) = meant.filter(|m| m.0 != said)?;
    let start = balance.span.end() + page.after(balance.span, balance.sentence).find(['흑', '적'])?;
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(start, start + "흑자".len()),
        expected: Some(if sign > 0 { "흑자" } else { "적자" }.to_owned()),
        confidence: 0.93,
        reason,
        operands: vec![balance.span],
    })
}

/// Exports less imports make the balance.
fn trade(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let balance = &page.figures[i];
    let sign = surplus(page, balance)?;
    let import = page.figures[..i].iter().rev().find(|f| f.like(balance))?;
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    if !called(page, import, &["수입"]) || import.rough || block(import) != block(balance) {
        return None;
    }
    let exports = || page.figures.iter().filter(|f| f.like(balance) && !f.rough && called(page, f, &["수출"]));
    let slack = |a: &Figure, b: &Figure, c: &Figure| a.step.max(b.step).max(c.step);
    let fits = |e: &Figure| (e.value - import.value - sign * balance.value).abs() <= slack(e, import, balance);
    if exports().any(fits) || page.figures.iter().any(|f| f.like(balance) && fits(f)) {
        return None;
    }
    // 2월 실적은 수출 300억달러, 흑자 50억달러였다: that one has a balance of its own.
    let has_other = |e: &Figure| {
        e.sentence != balance.sentence
            && page.of_sentence(e.sentence).iter().any(|f| {
                let before = page.before(f.span, f.sentence);
                surplus(page, f).is_some()
                    || ["흑자 ", "적자 ", "흑자는 ", "적자는 "].iter().any(|w| before.ends_with(w))
            })
    };
    // Of the three only one is unknown to the others, and they have what should stand there.
    exports().filter(|e| !has_other(e)).find_map(|export| {
        let wrong = others.odd_one(page, &[export, import, balance])?;
        let want = if wrong == import {
            export.value - sign * balance.value
        } else if wrong == balance {
            (export.value - import.value) * sign
        } else {
            import.value + sign * balance.value
        };
        let room = slack(export, import, balance);
        let stated = others
            .claims()
            .filter_map(Figure::new)
            .find(|o| o.like(wrong) && (o.value - want).abs() <= room && o.value != wrong.value)?;
        Some(Slip {
            kind: Kind::Money,
            at: wrong.span,
            expected: page.rewrite(wrong, stated.value),
            confidence: 0.96,
            reason: format!(
                "{} - {} ≠ {}",
                page.doc.slice(export.span),
                page.doc.slice(import.span),
                page.doc.slice(balance.span)
            ),
            operands: [export, import, balance].iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
        })
    })
}

/// The operating profit is so many per cent of the sales.
fn margin(page: &Page<'_>, others: &Others<'_>, rate: &Figure) -> Option<Slip> {
    let block = page.doc.sentences[rate.sentence].block;
    let amounts = |words: &[&str]| -> Vec<&Figure> {
        page.figures.iter().filter(|f| f.class == Class::Money && !f.rough && called(page, f, words)).collect()
    };
    let (sales, profits) = (amounts(&["매출"]), amounts(&["영업이익"]));
    let of = |s: &Figure, p: &Figure| percent_of(p.value, s.value);
    let fits = |s: &Figure, p: &Figure| {
        let room = percent_of(p.step, s.value) + s.step / (s.value / (100 * MICRO)).max(1) + rate.step;
        (of(s, p) - rate.value).abs() <= room
    };
    if sales.iter().any(|s| profits.iter().any(|p| s.like(p) && fits(s, p))) {
        return None;
    }
    // Quarters and years have amounts of their own: one of each, in the paragraph.
    let ([sale], [profit]) = (&sales[..], &profits[..]) else { return None };
    let near = |f: &Figure| page.doc.sentences[f.sentence].block == block;
    if !sale.like(profit) || !near(sale) || !near(profit) || others.confirm(page, rate) {
        return None;
    }
    let want = (of(sale, profit) + rate.step / 2) / rate.step * rate.step;
    let known = others.confirm(page, sale) && others.confirm(page, profit);
    (known && digit_slip(want / rate.step, rate.value / rate.step)).then(|| Slip {
        kind: Kind::Percent,
        at: rate.span,
        expected: page.rewrite(rate, want),
        confidence: 0.92,
        reason: format!("{} ÷ {}", page.doc.slice(profit.span), page.doc.slice(sale.span)),
        operands: vec![sale.span, profit.span],
    })
}
