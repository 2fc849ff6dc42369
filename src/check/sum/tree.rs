//! Rows of a table below the row that they divide: `| 중단 | 41 |`, `| └ 대체식 | 30 |`, `| └ 도시락 | 11 |`, and the row
//! that says what all make.

use super::page::Page;
use super::{Others, Slip};
use crate::finding::Kind;
use crate::source::Span;

/// Marks of rows that are part of the row above them.
const BRANCH: [&str; 4] = ["└", "├", "ㄴ", "∟"];

/// Labels of rows that say what all rows make.
const TOTAL: [&str; 7] = ["합계", "총계", "계", "전체", "총", "소계", "모두"];

/// A row of a table: its label, and the numbers behind it.
struct Line<'a> {
    label: &'a str,
    cells: Vec<Option<Cell>>,
}

/// A whole number in a cell.
#[derive(Clone, Copy)]
struct Cell {
    at: Span,
    value: i128,
}

/// Returns the cells that do not fit the sum they are part of, where what is told outside the table says which it is.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let text = page.doc.text;
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(start) = memchr::memmem::find(&text.as_bytes()[from..], b"\n|").map(|i| from + i + 1) {
        let (lines, end) = table(text, start);
        from = end;
        for (i, line) in lines.iter().enumerate() {
            let branches = lines[i + 1..].iter().take_while(|l| is_branch(l)).count();
            if !is_branch(line) && branches >= 2 {
                out.extend(of_sum(page, others, line, &lines[i + 1..=i + branches].iter().collect::<Vec<_>>()));
            }
        }
        let total = lines.iter().rposition(|l| TOTAL.contains(&l.label));
        if let Some(t) = total.filter(|&t| t == 0 || t + 1 == lines.len()) {
            let parts: Vec<&Line<'_>> =
                lines.iter().enumerate().filter(|(i, l)| *i != t && !is_branch(l)).map(|(_, l)| l).collect();
            if parts.len() >= 3 {
                out.extend(of_sum(page, others, &lines[t], &parts));
            }
        }
    }
    out
}

fn is_branch(line: &Line<'_>) -> bool {
    BRANCH.iter().any(|b| line.label.starts_with(b))
}

/// Returns the rows of the table that begins at a byte, and the byte where it ends.
fn table(text: &str, start: usize) -> (Vec<Line<'_>>, usize) {
    let mut lines = Vec::new();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if !line.starts_with('|') {
            break;
        }
        let mut cells = Vec::new();
        let mut cell_at = at;
        for cell in line.trim_end().split('|') {
            cells.push((cell_at, cell));
            cell_at += cell.len() + 1;
        }
        let label = cells.get(1).map_or("", |c| c.1.trim());
        lines.push(Line { label, cells: cells.iter().skip(2).map(|&(at, cell)| number(at, cell)).collect() });
        at += line.len();
    }
    (lines, at.max(start + 1))
}

/// Returns the whole number that is all of a cell, or all but the counter behind it.
fn number(at: usize, cell: &str) -> Option<Cell> {
    let from = cell.find(|c: char| c.is_ascii_digit())?;
    let digits: String = cell[from..].chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let behind = cell[from + digits.len()..].trim();
    let plain = cell[..from].trim().is_empty()
        && matches!(behind, "" | "명" | "곳" | "건" | "개" | "대" | "가구" | "동" | "채");
    let value = digits.replace(',', "").parse().ok()?;
    plain.then(|| Cell { at: Span::new(at + from, at + from + digits.len()), value })
}

/// Returns the cell of a column that is wrong where the parts do not make the total.
fn of_sum(page: &Page<'_>, others: &Others<'_>, total: &Line<'_>, parts: &[&Line<'_>]) -> Vec<Slip> {
    (0..total.cells.len()).filter_map(|column| of_column(page, others, total, parts, column)).collect()
}

fn of_column(
    page: &Page<'_>,
    others: &Others<'_>,
    total: &Line<'_>,
    parts: &[&Line<'_>],
    column: usize,
) -> Option<Slip> {
    let whole = (*total.cells.get(column)?)?;
    let cells: Vec<Cell> = parts.iter().map(|l| l.cells.get(column).copied().flatten()).collect::<Option<_>>()?;
    let sum: i128 = cells.iter().map(|c| c.value).sum();
    let off = sum - whole.value;
    if off == 0 || off.abs() * 4 > whole.value || cells.iter().all(|c| c.value * 20 < whole.value) {
        return None;
    }
    let right = |c: &Cell| if c.at == whole.at { sum } else { c.value - off };
    let stated = |n: i128| others.readings().any(|r| has_number(r.doc.text, n));
    let mut wrong = cells.iter().chain([&whole]).filter(|c| {
        let meant = right(c);
        meant >= 10 && stated(meant) && !stated(c.value)
    });
    let (one, more) = (wrong.next()?, wrong.next());
    if more.is_some() {
        return None;
    }
    let said = page.doc.slice(one.at);
    Some(Slip {
        kind: Kind::Sum,
        at: one.at,
        expected: super::page::write(said, right(one) * crate::claim::MICRO, crate::claim::MICRO),
        confidence: 0.92,
        reason: format!("표의 {}줄을 더한 수와 다르다", cells.len()),
        operands: cells.iter().chain([&whole]).filter(|c| c.at != one.at).map(|c| c.at).collect(),
    })
}

/// Returns whether a text has a whole number of its own.
fn has_number(text: &str, n: i128) -> bool {
    let digits = n.to_string();
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    text.match_indices(&digits).any(|(at, _)| {
        let mut behind = text[at + digits.len()..].chars();
        let next = behind.next();
        let decimal = matches!(next, Some('.' | ',')) && behind.next().is_some_and(|c| c.is_ascii_digit());
        !part(text[..at].chars().next_back()) && !next.is_some_and(|c| c.is_ascii_digit()) && !decimal
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_are_numbers() {
        for (cell, want) in [(" 131 ", Some(131)), (" 1,204곳 ", Some(1204)), (" 3.4 ", None), (" 약 20 ", None)] {
            assert_eq!(number(0, cell).map(|c| c.value), want, "{cell}");
        }
        assert!(has_number("29곳이 도시락을", 29) && !has_number("129곳과 29.5", 29));
    }
}
