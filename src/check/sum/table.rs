//! Rows of a table and the line below them: `서울 3회`, `부산 2회`, `대구 2회`, `모두 7회`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::finding::Kind;

/// Words that begin the line of a total.
const TOTAL: [&str; 6] = ["총", "합계", "모두", "전체", "계 ", "소계"];

/// No line of a table is longer (bytes).
const LINE: usize = 90;

/// Returns the totals below rows of figures that the rows do not make.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for f in &page.figures {
        if !f.rough && matches!(f.class, Class::Count(_) | Class::Money | Class::Measure(_)) {
            out.extend(of_rows(page, others, f).or_else(|| of_list(page, others, f)));
        }
    }
    out
}

fn of_rows(page: &Page<'_>, others: &Others<'_>, total: &Figure) -> Option<Slip> {
    let text = page.doc.text;
    let sentence = page.doc.sentences[total.sentence].span;
    if sentence.len() > LINE || !TOTAL.iter().any(|w| sentence.of(text).trim_start_matches(['|', ' ']).starts_with(w)) {
        return None;
    }
    // One of its kind in the line.
    if page.of_sentence(total.sentence).iter().filter(|f| f.like(total)).count() != 1 {
        return None;
    }
    let mut rows: Vec<&Figure> = Vec::new();
    let mut s = total.sentence;
    while s > 0 {
        let line = page.doc.sentences[s - 1].span;
        // Each row is a line of its own right above the next.
        let gap = text.get(line.end()..page.doc.sentences[s].span.start())?;
        if !gap.contains('\n') || gap.trim() != "" || line.len() > LINE {
            break;
        }
        let [row] = page.of_sentence(s - 1) else { break };
        if !row.like(total) || row.rough || !page.after(row.span, s - 1).trim_matches(['|', ' ']).is_empty() {
            break;
        }
        rows.push(row);
        s -= 1;
    }
    // What stands above the first row is a heading: rows that were not read would have figures.
    let top = page.doc.sentences[s].span.start();
    let above = text[..top].trim_end().rsplit('\n').next().unwrap_or("");
    let cut = above.len() <= LINE && above.contains(|c: char| c.is_ascii_digit());
    rows.reverse();
    if cut { None } else { compared(page, others, &rows, total) }
}

/// `모두 48건을 위원회별로 나누면 다음과 같다`, and below it a line each.
fn of_list(page: &Page<'_>, others: &Others<'_>, total: &Figure) -> Option<Slip> {
    let text = page.doc.text;
    let says = page.after(total.span, total.sentence).trim_end_matches(['.', ' ']);
    let marked = ["모두 ", "총 ", "전체 "].iter().any(|w| page.before(total.span, total.sentence).ends_with(w));
    if !marked || !(says.ends_with("다음과 같다") || says.ends_with("아래와 같다") || says.ends_with(':')) {
        return None;
    }
    let mut rows: Vec<&Figure> = Vec::new();
    for s in total.sentence + 1..page.doc.sentences.len() {
        let line = page.doc.sentences[s].span;
        let gap = text.get(page.doc.sentences[s - 1].span.end()..line.start())?;
        if !gap.contains('\n') || line.len() > LINE {
            break;
        }
        let [row] = page.of_sentence(s) else { break };
        if !row.like(total) || row.rough || !page.after(row.span, s).trim_matches(['|', ' ', '.']).is_empty() {
            break;
        }
        rows.push(row);
    }
    compared(page, others, &rows, total)
}

/// Returns what is wrong where rows of figures do not make their total.
fn compared(page: &Page<'_>, others: &Others<'_>, rows: &[&Figure], total: &Figure) -> Option<Slip> {
    let sum: i128 = rows.iter().map(|f| f.value).sum();
    let off = (sum - total.value).abs();
    if rows.len() < 3 || off == 0 || off * 20 > total.value * 3 {
        return None;
    }
    let right = |f: &Figure| if f.span == total.span { sum } else { f.value + total.value - sum };
    let part = rows.iter().copied().find(|f| {
        let label = page.before(f.span, f.sentence).trim();
        others.confirm(page, total) && others.state_as(f, label, right(f)) && !others.state_as(f, label, f.value)
    });
    // Where others know the total, the row that nobody else has is wrong.
    let alone = || rows.iter().copied().filter(|f| !others.confirm(page, f));
    let only = Some(()).filter(|()| others.confirm(page, total) && alone().count() == 1).and_then(|()| alone().next());
    let wrong = part.or(only).unwrap_or(total);
    let sure = part.is_some() || only.is_some() || others.state(total, sum);
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, right(wrong)),
        confidence: if sure { 0.96 } else { 0.88 },
        reason: format!("{}줄을 더한 수와 다르다", rows.len()),
        operands: rows.iter().copied().chain([total]).filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}
