//! Committees of a parliament that one member is said to sit in: `국토위 소속 고은별 의원`, `고은별 의원(국회 국방위원회)`.

use super::Common;
use super::report::{Found, loc};
use crate::align::Row;
use crate::source::Span;
use crate::text::Document;

/// The standing committees of which a member of the National Assembly sits in one, by what their names begin with; the
/// others (운영위, 정보위, 여성가족위, 예결위) are sat in besides. Source: 국회법 제37조 and the papers' short forms.
const COMMITTEES: &[&[&str]] = &[
    &["법제사법", "법사"],
    &["정무"],
    &["기획재정", "재정경제", "기재", "재경"],
    &["교육"],
    &["과학기술정보방송통신", "과방"],
    &["외교통일", "외통"],
    &["국방"],
    &["행정안전", "행안"],
    &["문화체육관광", "문체"],
    &["농림축산식품해양수산", "농해수"],
    &["산업통상자원중소벤처기업", "산자중기", "산자", "산중"],
    &["보건복지", "복지"],
    &["환경노동", "기후에너지환경노동", "환노", "기후노동"],
    &["국토교통", "국토"],
];

/// A member with a committee, at its place.
struct Seat<'a> {
    row: usize,
    name: &'a str,
    /// Which of [`COMMITTEES`] it is.
    committee: usize,
    at: Span,
}

/// Returns the committees that an outlet gives to a member to whom the others give another.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let all: Vec<Seat<'_>> = rows.iter().enumerate().flat_map(|(r, row)| seats(r, row)).collect();
    let mut out: Vec<Found> = Vec::new();
    for (i, odd) in all.iter().enumerate() {
        if all[..i].iter().any(|s| s.name == odd.name) {
            continue;
        }
        let of: Vec<&Seat<'_>> = all.iter().filter(|s| s.name == odd.name).collect();
        let (own, others): (Vec<&Seat<'_>>, Vec<&Seat<'_>>) = of.iter().partition(|s| s.committee == odd.committee);
        let Some(other) = others.first() else { continue };
        // Who gives one member two has both: of now and of then.
        if others.iter().any(|s| s.committee != other.committee || own.iter().any(|o| o.row == s.row)) {
            continue;
        }
        let voices = |of: &[&Seat<'_>]| common.alignment.voices(of.iter().map(|s| s.row));
        let (here, there) = (voices(&own), voices(&others));
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        let (wrong, right) = if here >= there { (others, own) } else { (own, others) };
        let text = |s: &Seat<'_>| rows[s.row].reading.doc.slice(s.at).to_owned();
        out.push(Found::of_person(
            loc(&rows[wrong[0].row], wrong[0].at),
            text(right[0]),
            proven,
            right.iter().map(|s| loc(&rows[s.row], s.at)).collect(),
            "한 의원의 상임위원회가 다르다",
        ));
    }
    out
}

/// Returns the members of a row with their committees.
fn seats<'a>(r: usize, row: &Row<'a>) -> Vec<Seat<'a>> {
    const MEMBER: &str = " 의원";
    let doc = &row.reading.doc;
    let text = doc.text;
    let mut out = Vec::new();
    for (at, _) in text.match_indices(MEMBER) {
        let name = text[..at].rsplit([' ', '\n', '(', '"']).next().filter(|n| n.len() == 9);
        let Some(name) = name else { continue };
        let from = at - name.len();
        let committee = behind(doc, at + MEMBER.len()).or_else(|| before(doc, from));
        if let Some((committee, span)) = committee {
            out.push(Seat { row: r, name, committee, at: span });
        }
    }
    out
}

/// Returns the committee in brackets right behind a member: 의원(국회 국방위원회).
fn behind(doc: &Document<'_>, end: usize) -> Option<(usize, Span)> {
    let inner = doc.text[end..].strip_prefix('(')?.split_once(')')?.0;
    let word = inner.rsplit([' ', '·', ',']).next()?;
    let from = end + 1 + inner.len() - word.len();
    Some((committee(word)?, Span::new(from, from + word.len())))
}

/// Returns the committee that a member is said to be of right before the name: 국회 국방위원회 소속 고은별 의원.
fn before(doc: &Document<'_>, from: usize) -> Option<(usize, Span)> {
    let lead = doc.text[..from].trim_end_matches(' ');
    let lead = ["소속인", "소속", "위원인", "위원"].iter().find_map(|w| lead.strip_suffix(w))?.trim_end_matches(' ');
    let word = lead.rsplit([' ', '\n', '(', '"']).next()?;
    Some((committee(word)?, Span::new(lead.len() - word.len(), lead.len())))
}

/// Returns which committee a word is.
fn committee(word: &str) -> Option<usize> {
    let stem = word.strip_suffix("위원회").or_else(|| word.strip_suffix('위'))?;
    let stem = stem.strip_prefix("국회").unwrap_or(stem);
    COMMITTEES.iter().position(|names| names.contains(&stem))
}
