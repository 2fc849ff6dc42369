//! Lists: words that stand side by side with nothing but a comma, a middle dot or 와 between them.

use super::Row;

/// No list of names is longer.
const MOST: usize = 12;

/// What stands between a unit and the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// Words, or nothing: no list.
    None,
    /// 와, 과: two members of a list, or its last and what is done with them (`군산시, 항만청과 협약을`).
    Loose,
    /// A comma or a dot.
    Close,
}

/// Returns what links a unit of a row to the next.
pub(super) fn link(row: &Row<'_>, first: usize) -> Link {
    let (Some(a), Some(b)) = (row.units.get(first), row.units.get(first + 1)) else { return Link::None };
    let doc = &row.reading.doc;
    let token = &doc.tokens[a.token as usize];
    let end = a.span.end().max(token.span.end());
    let (josa, Some(gap)) = (doc.slice(token.josa()), doc.text.get(end..b.span.start())) else { return Link::None };
    let with = matches!(josa, "와" | "과");
    // Most words stand apart by a space alone.
    if (gap.len() <= 1 && gap != "," && !with) || gap.len() > 16 || a.figure || b.figure {
        return Link::None;
    }
    match gap.trim_matches(|c: char| c == ' ' || is_mark(c)) {
        "" if with => Link::Loose,
        // The 도 of 전북특별자치도 is no particle.
        "," | "·" | "ㆍ" | "・" | "‧" | "/" if matches!(josa, "" | "도" | "이" | "가" | "만" | "의" | "로" | "나") => {
            Link::Close
        }
        "와" | "과" => Link::Loose,
        _ => Link::None,
    }
}

/// Returns whether a unit and the next may be members of one list.
pub(super) fn linked(row: &Row<'_>, first: usize) -> bool {
    link(row, first) != Link::None
}

/// Returns how many other members two lists have in common around a member of each, in the same places; none where
/// either goes on with members that the other has not.
pub(super) fn in_common(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> Option<usize> {
    let (mut before, mut behind) = (0, 0);
    while before < MOST.min(i).min(j) {
        let (x, y) = (i - before - 1, j - before - 1);
        match (link(a, x), link(b, y)) {
            (Link::None, _) | (_, Link::None) => break,
            _ if a.units[x].word == b.units[y].word => before += 1,
            _ => break,
        }
    }
    while behind < MOST {
        let (x, y) = (i + behind, j + behind);
        match (link(a, x), link(b, y)) {
            (Link::None, _) | (_, Link::None) => break,
            _ if a.units[x + 1].word == b.units[y + 1].word => behind += 1,
            _ => break,
        }
    }
    let goes_on = |row: &Row<'_>, at: usize| {
        (at > before && link(row, at - before - 1) == Link::Close) || link(row, at + behind) == Link::Close
    };
    (!goes_on(a, i) && !goes_on(b, j)).then_some(before + behind)
}

/// Returns whether a sign stands around names: quotation marks.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”' | '「' | '」')
}

/// Returns whether the list of a unit is said to go on behind its last member: `해온, 리안 등`.
pub(super) fn goes_on(row: &Row<'_>, unit: usize) -> bool {
    let last = (unit..unit + MOST).find(|&u| !linked(row, u)).unwrap_or(unit);
    let Some(last) = row.units.get(last) else { return false };
    let rest = row.reading.doc.text.get(last.span.end()..).unwrap_or("");
    rest.trim_start_matches(|c: char| c == ' ' || is_mark(c)).starts_with('등')
}
