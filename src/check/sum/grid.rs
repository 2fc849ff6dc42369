//! Tables with columns: a column that is what the others of its row make, a row that is one row above less the other.
//!
//! ```text
//! | 수출 | 651.4 | 712.6 |
//! | 수입 | 593.9 | 618.9 |
//! | 무역수지 | 57.5 | 94.7 |
//! ```
//!
//! What holds in the other rows, or columns, holds in all. A last column of signed numbers is what changed between the two
//! before it; a row called 합계 is the sum of those above.

use super::page::{Page, digit_slip};
use super::{Others, Slip};
use crate::finding::Kind;
use crate::source::Span;

/// A number in a cell of a table, in thousandths.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Cell {
    at: Span,
    value: i128,
    /// How many decimals it is written with.
    places: usize,
}

/// Returns the numbers of tables that do not make what those of the other rows and columns make.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    if page.doc.text.contains("\n|") {
        for table in tables(page.doc.text) {
            out.extend(across(page, others, &table));
            out.extend(down(page, others, &table));
            out.extend(changes(page, others, &table));
            out.extend(totals(page, others, &table));
        }
    }
    out
}

/// Returns the tables of a text: rows of cells, none where a cell is no plain number.
fn tables(text: &str) -> Vec<Vec<Vec<Option<Cell>>>> {
    let mut out: Vec<Vec<Vec<Option<Cell>>>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let row = line.trim();
        if row.starts_with('|') && row.len() > 2 {
            if !row.contains("--") {
                let mut cell = at + line.find('|').unwrap_or(0) + 1;
                let inner = &row[1..row.len() - usize::from(row.ends_with('|'))];
                let cells = inner.split('|').map(|c| {
                    let start = cell;
                    cell += c.len() + 1;
                    number(c, start)
                });
                let cells = cells.collect();
                match out.last_mut().filter(|_| open) {
                    Some(table) => table.push(cells),
                    None => out.push(vec![cells]),
                }
            }
            open = true;
        } else {
            open = false;
        }
        at += line.len();
    }
    out
}

/// Returns the number that a cell is.
fn number(cell: &str, start: usize) -> Option<Cell> {
    let said = cell.trim();
    let amount = said.trim_start_matches(SIGNS);
    let minus = amount.len() < said.len() && !said.starts_with('+');
    let plain = amount.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || !digits(whole) || !digits(part) || part.len() > 3 {
        return None;
    }
    let from = start + cell.len() - cell.trim_start().len();
    let value = whole.parse::<i128>().ok()? * 1000 + format!("{part:0<3}").parse::<i128>().ok()?;
    let value = if minus { -value } else { value };
    Some(Cell { at: Span::new(from, from + said.len()), value, places: part.len() })
}

/// What a number in a table may begin with; but for the first they say that it fell.
const SIGNS: [char; 7] = ['+', '-', '−', '△', '▲', '▽', '▼'];

/// What the line of a total is called.
const TOTAL: [&str; 5] = ["합계", "총계", "계", "전체", "소계"];

/// The last column is what changed from the first of the two before it to the second: 본예산, 예산안, 증감.
fn changes(page: &Page<'_>, others: &Others<'_>, table: &[Vec<Option<Cell>>]) -> Option<Slip> {
    let rows: Vec<[Cell; 3]> = table
        .iter()
        .filter_map(|r| match r[..] {
            [.., Some(old), Some(new), Some(change)] => Some([old, new, change]),
            _ => None,
        })
        .collect();
    let signed = rows.iter().any(|r| page.doc.slice(r[2].at).starts_with(SIGNS));
    let off = |r: &[Cell; 3]| r[1].value - r[0].value - r[2].value;
    let odd: Vec<&[Cell; 3]> = rows.iter().filter(|r| off(r) != 0).collect();
    if !signed || odd.len() != 1 || rows.len() < 3 {
        return None;
    }
    let [old, new, change] = *odd[0];
    let off = off(odd[0]);
    let fixes = vec![(old, old.value + off), (new, new.value - off), (change, change.value + off)];
    slip(page, others, fixes, "같은 표의 다른 줄처럼 빼면 맞지 않는다")
}

/// A row called 합계 is the sum of the rows above it, in one column as in the others.
fn totals(page: &Page<'_>, others: &Others<'_>, table: &[Vec<Option<Cell>>]) -> Option<Slip> {
    let (last, above) = table.split_last()?;
    let width = last.len();
    let cell = last.iter().flatten().next()?;
    let line = page.doc.text[..cell.at.start()].rfind('\n').map_or(0, |i| i + 1);
    let label = page.doc.text[line..cell.at.start()].trim_matches(['|', ' ', '\n']).split('|').next()?.trim();
    if !TOTAL.contains(&label) || table.iter().any(|r| r.len() != width) {
        return None;
    }
    let mut odd: Vec<(usize, i128, Vec<Cell>)> = Vec::new();
    let mut holds = 0;
    for column in 1..width {
        let parts: Vec<Cell> = above.iter().filter_map(|r| r[column]).collect();
        // The line above may be the head of the table, and of years: 2026 본예산 is no number, but 2026 is.
        let Some(total) = last[column].filter(|_| parts.len() >= 3 && parts.len() + 1 >= above.len()) else { continue };
        let off = parts.iter().map(|c| c.value).sum::<i128>() - total.value;
        let unit = 10_i128.pow(3 - parts.iter().map(|c| c.places).max().unwrap_or(0).min(3) as u32);
        if off.abs() * 2 <= unit * parts.len() as i128 {
            holds += 1;
        } else {
            odd.push((column, off, parts));
        }
    }
    let (column, off, parts) = odd.pop().filter(|_| odd.is_empty())?;
    let total = last[column]?;
    // Nothing else tells that the rows are all there are: then a slip of digits must explain it.
    let unit = 10_i128.pow(3 - total.places as u32);
    let slipped = parts.iter().any(|c| digit_slip((c.value - off) / unit, c.value / unit))
        || digit_slip((total.value + off) / unit, total.value / unit);
    if (holds == 0 && !slipped) || off.abs() * 20 > total.value.abs() * 3 {
        return None;
    }
    let mut fixes: Vec<(Cell, i128)> = parts.iter().map(|c| (*c, c.value - off)).collect();
    fixes.insert(0, (total, total.value + off));
    slip(page, others, fixes, "같은 표의 위 칸을 더하면 맞지 않는다")
}

/// The last column is the sum of the others: quarters of a match and the score.
fn across(page: &Page<'_>, others: &Others<'_>, table: &[Vec<Option<Cell>>]) -> Option<Slip> {
    let rows: Vec<Vec<Cell>> = table.iter().map(|r| r.iter().copied().flatten().collect()).collect();
    let most = rows.iter().map(Vec::len).max()?;
    let rows: Vec<&Vec<Cell>> = rows.iter().filter(|r| r.len() == most).collect();
    if most < 4 || rows.len() < 2 {
        return None;
    }
    let off = |r: &[Cell]| r[..most - 1].iter().map(|c| c.value).sum::<i128>() - r[most - 1].value;
    let odd: Vec<&&Vec<Cell>> = rows.iter().filter(|r| off(r) != 0).collect();
    if odd.len() != 1 || rows.iter().all(|r| r[most - 1].value == 0) {
        return None;
    }
    let row = odd[0];
    let off = off(row);
    let fixes = row.iter().enumerate().map(|(i, c)| (*c, if i + 1 == most { c.value + off } else { c.value - off }));
    slip(page, others, fixes.collect(), "같은 표의 다른 줄처럼 더하면 맞지 않는다")
}

/// A row is the one above less the other, or with it: exports, imports, balance.
fn down(page: &Page<'_>, others: &Others<'_>, table: &[Vec<Option<Cell>>]) -> Option<Slip> {
    table.windows(3).find_map(|rows| {
        let columns: Vec<[Cell; 3]> = (0..rows.iter().map(Vec::len).min()?)
            .filter_map(|i| Some([rows[0][i]?, rows[1][i]?, rows[2][i]?]))
            .filter(|c| c.iter().all(|c| c.value > 0))
            .collect();
        [-1, 1].into_iter().find_map(|sign| {
            let off = |c: &[Cell; 3]| c[0].value + sign * c[1].value - c[2].value;
            let holds = columns.iter().filter(|c| off(c) == 0 && c[2].value >= 10_000).count();
            // Rates of growth beside the amounts add up to nothing: of those the fix is far off.
            let odd = columns.iter().find(|c| off(c) != 0 && off(c).abs() * 10 <= c[2].value)?;
            let off = off(odd);
            let fixes =
                [(odd[0], odd[0].value - off), (odd[1], odd[1].value - sign * off), (odd[2], odd[2].value + off)];
            (holds >= 1)
                .then(|| slip(page, others, fixes.to_vec(), "같은 표의 다른 칸처럼 빼거나 더하면 맞지 않는다"))
                .flatten()
        })
    })
}

/// Returns the one cell to mend: whose number no other article has while one has what should stand there, else one that a
/// slip of a digit explains and no other article has.
fn slip(page: &Page<'_>, others: &Others<'_>, fixes: Vec<(Cell, i128)>, reason: &str) -> Option<Slip> {
    let write = |c: &Cell, value: i128| {
        let sign = page.doc.slice(c.at).chars().next().filter(|s| SIGNS.contains(s));
        let value = value.abs();
        let whole = value / 1000;
        let part = format!("{:03}", value % 1000);
        let said = page.doc.slice(c.at);
        let whole = if said.contains(',') { super::page::grouped(whole) } else { whole.to_string() };
        let number = if c.places == 0 { whole } else { format!("{whole}.{}", &part[..c.places]) };
        sign.map_or(number.clone(), |s| format!("{s}{number}"))
    };
    let stated = |n: &str| others.readings().any(|r| has(r.doc.text, n.trim_start_matches(SIGNS)));
    let open: Vec<(Cell, String)> = fixes
        .iter()
        .filter(|(c, v)| v.signum() == c.value.signum() && !stated(page.doc.slice(c.at)))
        .map(|(c, v)| (*c, write(c, *v)))
        .collect();
    let sure = open.iter().find(|(_, right)| stated(right));
    let near = |c: &Cell| {
        let right = fixes.iter().find(|f| f.0 == *c).map_or(0, |f| f.1);
        let unit = 10_i128.pow(3 - c.places as u32);
        digit_slip(right.abs() / unit, c.value.abs() / unit)
    };
    let (cell, right) = sure.or_else(|| open.iter().rev().find(|(c, _)| near(c))).or_else(|| open.last())?;
    Some(Slip {
        kind: Kind::Sum,
        at: cell.at,
        expected: Some(right.clone()),
        confidence: if sure.is_some() { 0.95 } else { 0.8 },
        reason: reason.to_owned(),
        operands: fixes.iter().map(|f| f.0.at).filter(|at| *at != cell.at).collect(),
    })
}

/// Returns whether a number stands in a text as a number of its own.
fn has(text: &str, number: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ',');
    let behind = |rest: &str| {
        let mut chars = rest.chars();
        let first = chars.next();
        first.is_some_and(|c| c.is_ascii_digit())
            || first.is_some_and(|c| c == '.' || c == ',') && chars.next().is_some_and(|c| c.is_ascii_digit())
    };
    text.match_indices(number)
        .any(|(at, _)| !inside(text[..at].chars().next_back()) && !behind(&text[at + number.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_plain_numbers() {
        assert_eq!(number(" 8,511 ", 10).map(|c| (c.at, c.value, c.places)), Some((Span::new(11, 16), 8_511_000, 0)));
        assert_eq!(number(" 94.7 ", 0).map(|c| (c.value, c.places)), Some((94_700, 1)));
        assert!(number(" 46.3% ", 0).is_none() && number(" 서울 ", 0).is_none() && number("", 0).is_none());
    }

    #[test]
    fn numbers_of_their_own() {
        assert!(has("93.7억 달러", "93.7") && has("흑자는 93.7.", "93.7"));
        assert!(!has("193.7억 달러", "93.7") && !has("93.75억 달러", "93.7") && !has("1,937명", "937"));
    }
}
