//! Bodies that one person is said to be of and that cannot both be right.
//!
//! Somebody may be of several bodies; two contradict only where they stand in the same slot: before the same role, or,
//! of somebody without a role, in brackets or with 의 (`고은별(한결시청)`, `도라지은행의 고은별`).

use super::report::{Found, loc};
use super::role::shortens;
use super::{Common, Scene};
use crate::align::alias::is_shortened;
use crate::claim::Value;
use crate::claim::lexicon::{Level, Names};
use crate::source::Span;
use crate::text::{Document, Script};

/// A person with a body, at its place.
struct Employed<'a> {
    row: usize,
    name: &'a str,
    /// The role as its last word ends; empty where there is none.
    role: &'a str,
    body: String,
    at: Span,
}

/// Returns the bodies of persons whom all others give another one.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let names = &scene.rules.lexicon.names;
    let mut all: Vec<Employed<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for claim in &row.reading.claims {
            let Value::Person { name, role, role_at, affiliation, affiliation_at, .. } = &claim.value else {
                continue;
            };
            let role = role.as_deref().unwrap_or("");
            let office = role;
            let end = names.role_at_end(role).unwrap_or("");
            let (body, at) = match (affiliation, affiliation_at, role_at) {
                (Some(body), Some(at), _) => (body.as_str(), *at),
                // `고은별 한결보건소장`
                (None, _, Some(at)) => match role.strip_suffix('장').filter(|body| names.is_institution(body)) {
                    Some(body) => (body, Span::new(at.start(), at.start() + body.len())),
                    None => continue,
                },
                _ => continue,
            };
            let body = ["신임 ", "현 "].iter().find_map(|w| body.strip_prefix(w)).unwrap_or(body);
            let at = Span::new(at.end() - body.len(), at.end());
            // 한빛대 교육학과 is of 한빛대.
            let school = body.split_once(' ').map(|b| b.0).filter(|b| b.len() >= 9 && b.ends_with(['대', '학', '교']));
            let (body, at) = school.map_or((body, at), |b| (b, Span::new(at.start(), at.start() + b.len())));
            // 전 한빛대, but 전북대.
            let past = body.starts_with("전 ");
            let body: String = body.split_whitespace().collect();
            let former = past || role.starts_with('전') || body.contains("출신");
            let team = TEAM.contains(&end) && body != "한국" && (names.is_place(&body) || names.is_place_stem(&body));
            let party = PARTISAN.contains(&end) && body.len() >= 9 && body.ends_with('당');
            let council = body.len() >= 15 && body.ends_with("회의");
            // 고은별 여수시 수산과장
            let town = !team && office.len() >= end.len() + 6 && is_government(names, &body);
            let employer = || council || (body.len() >= 9 && is_employer(names, &body));
            if name.len() == 9 && !former && (team || party || town || employer()) {
                let role = if town { office } else { end };
                all.push(Employed { row: r, name, role, body, at });
            }
        }
    }
    again(common, names, &mut all);
    abroad(common, &mut all);
    if all.len() < 2 {
        return Vec::new();
    }
    let mut out: Vec<Found> = Vec::new();
    let mut persons: Vec<(&str, &str)> = all.iter().map(|e| (e.name, e.role)).collect();
    persons.sort_unstable();
    persons.dedup();
    for (name, role) in persons {
        let of: Vec<&Employed<'_>> = all.iter().filter(|e| e.name == name && e.role == role).collect();
        let (own, others): (Vec<&Employed<'_>>, Vec<&Employed<'_>>) =
            of.iter().copied().partition(|e| one_body(&e.body, &of[0].body));
        let Some(other) = others.first() else { continue };
        if others.iter().any(|o| !one_body(&o.body, &other.body)) || !same_sort(names, &of[0].body, &other.body, role) {
            continue;
        }
        let knows = |row: usize, body: &str| has_free(&rows[row].reading.doc, &all, row, name, body);
        let voices = |of: &[&Employed<'_>]| common.alignment.voices(of.iter().map(|e| e.row));
        let (here, there) = (voices(&own), voices(&others));
        // The cities of two teams stand all over a report of their match; that of the coach two outlets must tell.
        let team = TEAM.contains(&role);
        let towns = is_government(names, &of[0].body) && is_government(names, &other.body);
        let known =
            || own.iter().any(|e| knows(e.row, &other.body)) || others.iter().any(|e| knows(e.row, &of[0].body));
        // Whose president somebody is two outlets tell, or the article itself, which gives that school another.
        let taken = |of: &[&Employed<'_>]| {
            let other = |e: &Employed<'_>, o: &Employed<'_>| o.row == e.row && o.role == role && o.name != name;
            of.iter().any(|e| all.iter().any(|o| other(e, o) && o.body == e.body))
        };
        let (mine, theirs) = if HEADS.contains(&role) { (taken(&own), taken(&others)) } else { (false, false) };
        let presides = HEADS.contains(&role) && ((here.min(there) == 1 && here.max(there) >= 2) || mine != theirs);
        if !team && !towns && !presides && known() {
            continue;
        }
        // Of one voice against one, whoever has the body that a third article has is right.
        // Of two bodies of one town the town tells nothing.
        let one_town = of[0].body.get(..6) == other.body.get(..6);
        let third = |of: &[&Employed<'_>]| {
            let body = &of[0].body;
            let stem = if one_town { body } else { body.get(..6).unwrap_or(body) };
            rows.iter().enumerate().any(|(r, row)| {
                row.reading.doc.text.contains(stem) && !all.iter().any(|e| e.row == r && e.name == name)
            })
        };
        // Of a coach every report has both cities: the later is told.
        let ours = here > there || (here == there && (team || theirs && !mine || third(&own) && !third(&others)));
        let (odd, others) = if ours { (others, own) } else { (own, others) };
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        out.push(Found::of_person(
            loc(&rows[odd[0].row], odd[0].at),
            rows[others[0].row].reading.doc.slice(others[0].at).to_owned(),
            proven,
            others.iter().map(|e| loc(&rows[e.row], e.at)).collect(),
            "한 사람의 소속이 다르다",
        ));
    }
    out
}

/// Adds where a name that another article has with a body in brackets stands behind one: `도라지은행의 고은별`.
fn again<'a>(common: &'a Common<'_>, lexicon: &Names, all: &mut Vec<Employed<'a>>) {
    let mut known: Vec<&str> = all.iter().filter(|e| e.role.is_empty()).map(|e| e.name).collect();
    known.sort_unstable();
    known.dedup();
    for name in known {
        for (r, row) in common.alignment.rows.iter().enumerate() {
            let doc = &row.reading.doc;
            if all.iter().any(|e| e.row == r && e.name == name) {
                continue;
            }
            for (at, _) in doc.text.match_indices(name).filter(|(at, _)| doc.text[..*at].ends_with("의 ")) {
                let Some(before) = doc.token_at(at).checked_sub(1).map(|t| &doc.tokens[t]) else { continue };
                let body = doc.slice(before.stem());
                if doc.slice(before.josa()) == "의" && is_employer(lexicon, body) {
                    all.push(Employed { row: r, name, role: "", body: body.to_owned(), at: before.stem() });
                }
            }
        }
    }
}

/// Adds the persons with two foreign names behind a university: `한결대의 마르코 로시`.
fn abroad<'a>(common: &'a Common<'_>, all: &mut Vec<Employed<'a>>) {
    let from = all.len();
    for (r, row) in common.alignment.rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for i in 2..doc.tokens.len() {
            let (body, first, last) = (&doc.tokens[i - 2], &doc.tokens[i - 1], &doc.tokens[i]);
            let school = doc.slice(body.stem());
            let fits = doc.slice(body.josa()) == "의"
                && school.len() >= 9
                && (school.ends_with('대') || school.ends_with("대학") || school.ends_with("대학교"))
                && first.spaced
                && !first.has_josa()
                && last.spaced
                && [first, last].iter().all(|t| t.script == Script::Hangul && (6..=15).contains(&t.span.len()));
            if fits && !all.iter().any(|e| e.row == r && e.at == body.stem()) {
                let name = doc.slice(Span::new(first.span.start(), last.root().end()));
                all.push(Employed { row: r, name, role: "", body: school.to_owned(), at: body.stem() });
            }
        }
    }
    // Two words behind a university are a name only where another outlet has them there too.
    let known: Vec<(&str, usize)> = all[from..].iter().map(|e| (e.name, e.row)).collect();
    let mut kept = 0;
    all.retain(|e| {
        kept += 1;
        kept <= from || known.iter().any(|k| k.0 == e.name && k.1 != e.row)
    });
}

/// Who is called by their party.
const PARTISAN: &[&str] = &["의원", "국회의원", "후보", "대변인", "최고위원", "원내대표"];

/// Whose team is called by its city.
const TEAM: &[&str] = &["감독", "코치", "주장", "선수"];

/// Who presides over a body that has one.
const HEADS: &[&str] = &["총장", "교장", "이사장", "병원장", "은행장"];

/// Returns whether the word is the government of a province or town: 전남도, 여수시.
fn is_government(names: &Names, body: &str) -> bool {
    let province = |w: &str| names.level(w) == Some(Level::Province);
    body.len() >= 9
        && (body.strip_suffix('도').is_some_and(province)
            || (body.ends_with(['시', '군', '구', '도']) && names.is_place(body)))
}

/// Returns whether the word is a body that people work for and not a part of one.
fn is_employer(names: &Names, body: &str) -> bool {
    names.is_institution(body) || body.ends_with("대학") || (body.ends_with('대') && body.len() >= 9)
}

/// Returns whether two words may be one body: one within the other, or one cut short. Of two firms whose names end alike
/// (한빛증권, 한빛투자증권) the longer is no other way to say the shorter.
pub(super) fn one_body(a: &str, b: &str) -> bool {
    let level = |w: &str| LEVELS.iter().position(|l| w.ends_with(l));
    if matches!((level(a), level(b)), (Some(x), Some(y)) if x != y) {
        return false;
    }
    let firm = |w: &str| FIRMS.iter().copied().find(|f| w.ends_with(f) && w.len() >= f.len() + 6);
    let firms = firm(a).is_some() && firm(b).is_some();
    let (a, b) = (a.trim_end_matches("학교").trim_end_matches('학'), b.trim_end_matches("학교").trim_end_matches('학'));
    // 한빛대 의대 and 한빛대병원 are of one university.
    let school = |w: &str| w.find('대').map(|at| w[..at].to_owned()).filter(|w| w.len() >= 6);
    if school(a).is_some() && school(a) == school(b) {
        return true;
    }
    let other_middle = || matches!(middles(a, b), Some((x, y)) if !is_shortened(x, y) && !is_shortened(y, x));
    a == b
        || a.contains(b)
        || b.contains(a)
        || (!firms
            && !other_middle()
            && (shortens(a, b) || shortens(b, a) || (a.len() != b.len() && a.chars().next() == b.chars().next())))
}

/// Returns what stands in two names between two syllables and more with which both begin and two with which both end.
fn middles<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
    let common = |x: &mut dyn Iterator<Item = char>, y: &mut dyn Iterator<Item = char>| {
        x.zip(y).take_while(|(c, d)| c == d).map(|(c, _)| c.len_utf8()).sum::<usize>()
    };
    let begin = common(&mut a.chars(), &mut b.chars());
    let (x, y) = (a.get(begin..)?, b.get(begin..)?);
    let end = common(&mut x.chars().rev(), &mut y.chars().rev());
    let (x, y) = (&x[..x.len() - end], &y[..y.len() - end]);
    (begin >= 6 && end >= 6 && x.len() >= 6 && y.len() >= 6).then_some((x, y))
}

/// What courts and prosecutors' offices of one level end in.
const LEVELS: &[&str] = &["지법", "고법", "대법원", "지검", "고검", "대검"];

/// What firms end in of which there are several with one name.
const FIRMS: &[&str] = &["증권", "은행", "보험", "생명", "화재", "카드", "캐피탈", "자산운용"];

/// Returns whether two bodies are of one sort: they end alike, or both are given to somebody without a role.
pub(super) fn same_sort(names: &Names, a: &str, b: &str, role: &str) -> bool {
    let end = |w: &str| names.bodies.body.of(w).map(|e| e.chars().last());
    let party = |w: &str| w.ends_with('당');
    let school = |w: &str| w.ends_with('대') || w.ends_with("대학교");
    // 한빛증권 and 한빛자산운용 are two firms of one house.
    let firm = |w: &str| FIRMS.iter().any(|f| w.ends_with(f));
    role.is_empty()
        || TEAM.contains(&role)
        || (party(a) && party(b))
        || (is_government(names, a) && is_government(names, b))
        || end(a) == end(b)
        || (school(a) && school(b))
        || (firm(a) && firm(b))
}

/// Returns whether the article has the body where it is nobody else's.
fn has_free(doc: &Document<'_>, all: &[Employed<'_>], row: usize, name: &str, body: &str) -> bool {
    doc.text.match_indices(body).any(|(at, _)| {
        let span = Span::new(at, at + body.len());
        !all.iter().any(|e| e.row == row && e.name != name && e.at.overlaps(span))
    })
}
