//! Rows of a table and the line below them: `서울 3회`, `부산 2회`, `대구 2회`, `모두 7회`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;

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
    out.extend(plain(page, others));
    out
}

/// `- 강원 405`, `- 인천 317`, `- 합계 722`: lines of bare numbers with the total below.
fn plain(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let text = page.doc.text;
    let mut out = Vec::new();
    let mut rows: Vec<(Span, i128)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let said = line.trim_end();
        let Some(body) = said.strip_prefix("- ").filter(|b| b.len() <= LINE) else {
            rows.clear();
            continue;
        };
        let digits = |c: char| c.is_ascii_digit() || c == ',';
        let head = body.trim_end_matches(digits);
        let Ok(n) = body[head.len()..].replace(',', "").parse::<i128>() else {
            rows.clear();
            continue;
        };
        // A label and a bare number, nothing else.
        if !head.ends_with(' ') || head.contains(|c: char| c.is_ascii_digit()) {
            rows.clear();
            continue;
        }
        let span = Span::new(start + "- ".len() + head.len(), start + said.len());
        if !TOTAL.iter().any(|w| head.starts_with(w.trim_end())) {
            rows.push((span, n));
            continue;
        }
        let sum: i128 = rows.iter().map(|r| r.1).sum();
        let off = (sum - n).abs();
        if rows.len() >= 3 && off > 0 && off * 20 <= n * 3 {
            out.extend(bare(page, others, &rows, (span, n)));
        }
        rows.clear();
    }
    out
}

/// Returns which of some bare numbers and their total is wrong: the one that no other outlet has while one has what should stand
/// there, else one whose digits have changed places.
fn bare(page: &Page<'_>, others: &Others<'_>, rows: &[(Span, i128)], total: (Span, i128)) -> Option<Slip> {
    let sum: i128 = rows.iter().map(|r| r.1).sum();
    let off = total.1 - sum;
    let right = |r: &(Span, i128)| if r.0 == total.0 { sum } else { r.1 + off };
    let write = |r: &(Span, i128)| {
        let n = right(r);
        if n >= 1000 && page.doc.text.contains(',') { super::page::grouped(n) } else { n.to_string() }
    };
    let stated = |n: i128| n >= 100 && others.claims().filter_map(Figure::new).any(|f| f.value == n * MICRO);
    let all: Vec<(Span, i128)> = rows.iter().copied().chain([total]).collect();
    let mut told = all.iter().filter(|r| right(r) > 0 && !stated(r.1) && stated(right(r)));
    let only = told.next().filter(|_| told.next().is_none());
    let mut swapped = rows.iter().filter(|r| right(r) > 0 && super::parts::turned(right(r), r.1));
    let swapped = swapped.next().filter(|_| swapped.next().is_none());
    let wrong = only.or(swapped)?;
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.0,
        expected: Some(write(wrong)),
        confidence: if only.is_some() { 0.95 } else { 0.88 },
        reason: format!("{}줄을 더한 수와 다르다", rows.len()),
        operands: all.iter().filter(|r| r.0 != wrong.0).map(|r| r.0).collect(),
    })
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
