//! Who says an utterance: `고 과장은 “…”`, `고 과장이 “…”`, `[고은결/수사과장 : “…”]`, `“…” 고 과장의 말이다`, `그는 “…”`.

use super::name::claim_over;
use super::utterance::Utterance;
use crate::align::{Alignment, Row};
use crate::claim::{Lexicon, Value};
use crate::source::Span;
use crate::text::{Script, hangul};
use std::ops::Range;

/// Who speaks of a matter and is never the other: each line is one side, by how its names end.
const SIDES: &[&[&str]] = &[
    &["재판부", "법원", "지법", "고법", "재판장"],
    &["검찰", "지검", "고검", "검찰청", "검사"],
    &["변호인", "변호인단", "변호사", "피고인"],
    &["경찰", "경찰청", "경찰서"],
    &["유족", "유가족"],
    &["노조", "노동조합"],
    &["사측", "회사"],
    &["여당"],
    &["야당"],
];

/// A speaker at its place.
pub(super) struct Speaker<'a> {
    pub(super) row: usize,
    /// The unit to show.
    pub(super) unit: usize,
    pub(super) who: Who<'a>,
}

/// Who it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Who<'a> {
    /// A line of [`SIDES`].
    Side(usize),
    /// A person, by the words of the name.
    Person(Vec<&'a str>),
    /// A person of whom a letter is told: D씨.
    Letter(&'a str),
    /// A person of whom one syllable is told, with the title: 도 부의장.
    Titled(&'a str, &'a str),
}

/// What a speaker has said, behind 의 or as what it is: `고 과장의 말이다`, `고 과장이 들려준 말이다`.
const SPEECH: &[&str] =
    &["말", "설명", "지적", "이야기", "얘기", "조언", "주장", "해석", "당부", "소감", "전언", "회고"];

/// Verbs of speaking, as they begin.
const SAYING: &[&str] = &["말했", "말한", "밝혔", "전했", "강조했", "설명했", "덧붙였", "지적했", "당부했", "했다"];

/// How many sentences a pronoun reaches back.
const REACH: usize = 3;

/// Returns who says the utterance.
pub(super) fn speaker<'a>(alignment: &'a Alignment<'_>, said: &Utterance, lexicon: &Lexicon) -> Option<Speaker<'a>> {
    let row = &alignment.rows[said.row];
    let (unit, surely) = spoken_by(row, said)?;
    who(alignment, row, unit, surely, lexicon).map(|(unit, who)| Speaker { row: said.row, unit, who })
}

/// Returns the last unit of the words that tell who says the utterance, and whether it is told as only of persons.
pub(super) fn spoken_by(row: &Row<'_>, said: &Utterance) -> Option<(usize, bool)> {
    let doc = &row.reading.doc;
    let s = doc.sentence_at(said.opens)?;
    let sentence = row.sentence(s as u32);
    let first = row.units.partition_point(|u| u.span.start() < said.opens);
    // [노하람/대표팀 감독 : “…”]
    let lead = doc.text[doc.sentences[s].span.start()..said.opens].trim_end_matches(['"', '“', '\'', '‘', ' ']);
    // ▲ 노하람 감독 = “…”, but not (가람=한별통신) 노하람 기자 = “…”.
    let reporter = |l: &str| ["기자", "특파원", "통신원", ")"].iter().any(|e| l.trim_end().ends_with(e));
    let equals = || lead.strip_suffix('=').is_some_and(|l| l.len() < 60 && !reporter(l));
    if (lead.ends_with(':') || equals()) && first > sentence.start {
        // [노하람/심사위원장(통역) : …]
        let open = lead.trim_end_matches([':', '=', ' ']).strip_suffix(')').and_then(|l| l.rfind('('));
        let open = open.map(|o| doc.sentences[s].span.start() + o);
        let before = open.and_then(|o| (sentence.start..first).rev().find(|&u| row.units[u].span.end() <= o));
        return Some((before.unwrap_or(first - 1), true));
    }
    // 그는 “…”라는 당선인의 말에 고개를 끄덕였다: somebody else says it.
    if let Some(unit) = other_says(row, said) {
        return Some((unit, true));
    }
    if let Some(unit) = topic(row, sentence.start..first, said.opens) {
        return earlier(row, unit, s);
    }
    if first == sentence.start { behind(row, said, s).map(|unit| (unit, true)) } else { None }
}

/// Returns the unit of whose words an utterance is told to be, right behind it: `“…”라는 당선인의 말에`.
fn other_says(row: &Row<'_>, said: &Utterance) -> Option<usize> {
    let doc = &row.reading.doc;
    let rest = doc.text.get(said.ends..)?.trim_start_matches(['"', '”', '\'', '’']);
    let behind = ["이라는 ", "라는 ", "다는 ", "는 "].iter().find_map(|j| rest.strip_prefix(j))?;
    let (whose, what) = behind.split_once("의 ").filter(|(w, _)| w.len() <= 30 && !w.contains(['.', ',', '"']))?;
    let speech = SPEECH
        .iter()
        .any(|w| what.strip_prefix(w).is_some_and(|r| r.starts_with(['에', '을', '를', '이', '은', '는'])));
    let end = doc.text.len() - behind.len() + whose.len();
    speech.then(|| row.units.partition_point(|u| u.span.start() < end).checked_sub(1)).flatten()
}

/// Returns the unit, or for `그는` what the sentences before are about.
fn earlier(row: &Row<'_>, unit: usize, s: usize) -> Option<(usize, bool)> {
    let doc = &row.reading.doc;
    let word = |u: usize| doc.slice(doc.tokens[row.units[u].token as usize].span);
    if !matches!(word(unit), "그는" | "그가" | "그도" | "그녀는") {
        return Some((unit, false));
    }
    let claims = |p: usize| row.reading.claims.iter().filter(move |c| c.sentence as usize == p);
    let person = |p: usize| claims(p).any(|c| matches!(c.value, Value::Person { .. }));
    for p in (s.saturating_sub(REACH)..s).rev() {
        let topic = topic(row, row.sentence(p as u32), doc.sentences[p].span.end());
        match topic {
            Some(unit) if matches!(word(unit), "그는" | "그가" | "그도" | "그녀는") => {}
            Some(unit)
                if !person(p)
                    || matches!(claim_over(row, row.units[unit].span), Some(Value::Person { .. }))
                    || claims(p).any(|c| matches!(c.value, Value::Person { .. }) && is_title_of(row, unit, c.span)) =>
            {
                return Some((unit, false));
            }
            _ if person(p) => return None,
            _ => {}
        }
    }
    None
}

/// Returns whether a unit is the title right behind a name, a bracket between them left out: `노하람(盧夏覽) 부시장은`.
fn is_title_of(row: &Row<'_>, unit: usize, name: Span) -> bool {
    let gap = row.reading.doc.text.get(name.end()..row.units[unit].span.start()).unwrap_or("-");
    gap == " "
        || gap.strip_prefix('(').is_some_and(|g| g.find(')') == Some(g.len().saturating_sub(2)) && g.ends_with(' '))
}

/// Returns what a stretch before a byte is about, told by 은 or 는, else by 이 or 가 right before an utterance.
fn topic(row: &Row<'_>, of: Range<usize>, opens: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    // What an utterance of the sentence is about does not speak.
    let inside = |u: usize| doc.quotations.iter().any(|q| q.double && q.inner.overlaps(row.units[u].span));
    let marked = |u: usize, marks: &[&str]| {
        let token = &doc.tokens[row.units[u].token as usize];
        let word = doc.slice(token.span);
        let cut = !token.spaced && u > of.start && marks.contains(&word);
        // Of a word of two syllables no particle is told.
        let short = ["그", "씨"].iter().any(|w| word.strip_prefix(w).is_some_and(|josa| marks.contains(&josa)));
        !row.units[u].figure && !inside(u) && (cut || short || marks.contains(&doc.slice(token.josa())))
    };
    let before = |u: usize| row.units[u].span.end() <= opens;
    let named = |u: usize| {
        // `몬카도(Luis Moncado)는`: before the bracket.
        let token = &doc.tokens[row.units[u].token as usize];
        if token.span.len() == 3 && u > of.start && !token.spaced {
            let open = doc.text[..row.units[u].span.start()].rfind('(');
            let at = open.and_then(|o| (of.start..u).rev().find(|&i| row.units[i].span.end() <= o));
            return at.unwrap_or(u - 1);
        }
        u
    };
    let last = of.clone().rfind(|&u| before(u) && marked(u, &["은", "는", "도", "에는", "에서는"]));
    let near = || of.end.checked_sub(1).filter(|&u| u >= of.start && before(u) && marked(u, &["이", "가", "께서"]));
    last.or_else(near).map(named)
}

/// Returns the unit of who is named behind an utterance with which a sentence begins, in that sentence or, where the
/// utterance is all of it, in the next: `“…” 고은결 과장의 말이다`, `“…” 고은결 과장이 들려준 말이다`.
fn behind(row: &Row<'_>, said: &Utterance, s: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let own = row.sentence(s as u32);
    let end = row.units.partition_point(|u| u.span.start() < said.ends);
    let rest = if end < own.end {
        end..own.end
    } else {
        let next = s + 1 + usize::from(doc.sentences.get(s + 1)?.span.start() < said.ends);
        let after = doc.sentences.get(next)?;
        if doc.quotations.iter().any(|q| q.double && after.span.contains(q.inner)) {
            return None;
        }
        row.sentence(next as u32)
    };
    let word = |u: usize| doc.slice(doc.tokens[row.units[u].token as usize].span);
    let josa = |u: usize| doc.slice(doc.tokens[row.units[u].token as usize].josa());
    let is_speech = |u: usize| {
        SPEECH.iter().any(|w| word(u).strip_prefix(w).is_some_and(|r| r.is_empty() || r.starts_with(['이', '입'])))
    };
    let told = rest.end > rest.start && is_speech(rest.end - 1);
    let speaks = |&u: &usize| {
        u + 1 < rest.end
            && match josa(u) {
                "의" => SPEECH.iter().any(|w| word(u + 1).starts_with(w)),
                "은" | "는" | "이" | "가" => told || SAYING.iter().any(|w| word(u + 1).starts_with(w)),
                _ => false,
            }
    };
    rest.clone().take(8).find(speaks)
}

/// Returns who it is that the words up to a unit name, and the unit to show; `surely` where nothing but a person is named
/// so.
fn who<'a>(
    alignment: &'a Alignment<'_>,
    row: &'a Row<'_>,
    unit: usize,
    surely: bool,
    lexicon: &Lexicon,
) -> Option<(usize, Who<'a>)> {
    let doc = &row.reading.doc;
    let text = doc.slice(row.units[unit].span);
    if let Some(side) = SIDES.iter().position(|names| names.iter().any(|n| text.ends_with(n))) {
        return Some((unit, Who::Side(side)));
    }
    let start = row.sentence(row.sentence_of(unit) as u32).start;
    // `D씨는`, of which the letter and the rest may be two tokens.
    let letter = |u: usize| {
        let text = doc.slice(row.units[u].span).trim_end_matches('씨');
        (text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase())).then_some(text)
    };
    let lettered = [unit, unit.saturating_sub(1)].into_iter().find(|&u| u >= start && letter(u).is_some());
    if let Some((u, l)) = lettered.and_then(|u| Some((u, letter(u)?)))
        && doc.text[row.units[u].span.start() + l.len()..].starts_with('씨')
    {
        return Some((u, Who::Letter(l)));
    }
    let of = phrase(alignment, row, unit, start);
    // 니코 살타리스(Niko Saltaris) 돌고래해운 회장: whose letters stand behind is the person.
    let lettered = |u: &&usize| {
        let gloss = doc.text[row.units[**u].span.end()..].strip_prefix('(');
        gloss.is_some_and(|g| g.starts_with(|c: char| c.is_ascii_uppercase()) && g.find(' ') < g.find(')'))
            && row.units[**u].span.len() >= 9
    };
    if let Some(&u) = of.iter().filter(|&&u| u != unit).find(lettered) {
        return Some((u, Who::Person(vec![doc.slice(row.units[u].span)])));
    }
    let person = |&u: &usize| match claim_over(row, row.units[u].span) {
        Some(Value::Person { name, full, .. }) => Some((u, full.as_deref().unwrap_or(name.as_str()))),
        _ => None,
    };
    // 소방청 has the shape of a name.
    let of_person = |&(_, n): &(usize, &str)| n.len() >= 6 && !n.ends_with(['청', '처']);
    let mut names: Vec<(usize, &str)> = of.iter().filter_map(person).filter(of_person).collect();
    if names.is_empty() {
        let role = |u: usize| is_role(doc.slice(row.units[u].span), lexicon);
        let stands = of.iter().any(|&u| role(u)) || (surely && of.len() > 1);
        let known = |u: usize| is_person(alignment, doc.slice(row.units[u].spelt));
        let whole = |u: usize| ends_alike(alignment, doc.slice(doc.tokens[row.units[u].token as usize].span));
        let named = |&u: &usize| {
            let beside = (stands && !role(u)) || known(u);
            Some((u, name(row, u, whole(u), beside, lexicon)?))
        };
        names = of.iter().filter_map(named).collect();
    }
    // 도 부의장은; but not 쩐 민 득 위원장.
    let syllable = |u: usize| row.units[u].span.len() == 3 && !row.units[u].figure;
    let gap = |u: usize| doc.slice(Span::new(row.units[u].span.end(), row.units[u + 1].span.start())) == " ";
    let one = unit.checked_sub(1).filter(|&u| u >= start && syllable(u) && gap(u) && is_role(text, lexicon));
    let longer = |u: usize| u > start && syllable(u - 1) && gap(u - 1);
    if names.is_empty()
        && let Some(at) = one.filter(|&u| !longer(u))
    {
        let one = doc.slice(row.units[at].span);
        let mut full = row.reading.claims.iter().filter_map(|c| match &c.value {
            Value::Person { name, full, role: Some(role), .. } if role.ends_with(text) => {
                Some(full.as_deref().unwrap_or(name.as_str())).filter(|n| n.len() >= 6 && n.starts_with(one))
            }
            _ => None,
        });
        return Some((unit, full.next().map_or(Who::Titled(one, text), |n| Who::Person(vec![n]))));
    }
    // 병원장은: of whom the article tells that he is one.
    if names.is_empty() && of.len() == 1 {
        let office = doc.slice(row.units[unit].span);
        let holders = row.reading.claims.iter().filter_map(|c| match &c.value {
            Value::Person { name, full, role: Some(role), .. } if role.ends_with(office) && office.len() >= 6 => {
                Some(full.as_deref().unwrap_or(name.as_str()))
            }
            _ => None,
        });
        let mut holders: Vec<&str> = holders.filter(|n| n.len() >= 6).collect();
        holders.dedup();
        names = if let [one] = holders[..] { vec![(unit, one)] } else { names };
    }
    let (unit, _) = *names.first()?;
    Some((unit, Who::Person(names.into_iter().map(|(_, n)| n).collect())))
}

/// Returns whether a word is a role, or a noun that ends as what somebody is by trade: 협상가.
fn is_role(word: &str, lexicon: &Lexicon) -> bool {
    let noun = |word: &str| lexicon.names.is_noun(word) || lexicon.vocabulary.is_noun(word);
    let trade = || {
        word.len() >= 9
            && word.ends_with(['가', '관', '원', '자', '수', '인'])
            && (noun(word) || noun(&word[..word.len() - 3]))
    };
    lexicon.names.role_at_end(word).is_some() || trade()
}

/// Returns whether an article of the event has a person of that name, or of one that has it in it: 몬카도, 루이스 몬카도.
fn is_person(alignment: &Alignment<'_>, word: &str) -> bool {
    word.len() >= 9
        && alignment.rows.iter().flat_map(|r| &r.reading.claims).any(|c| match &c.value {
            Value::Person { name, full, .. } => {
                name.split(' ').chain(full.iter().flat_map(|f| f.split(' '))).any(|n| n == word)
            }
            _ => false,
        })
}

/// Returns the units of the words that name who speaks: those before a unit without particle, but for brackets.
fn phrase(alignment: &Alignment<'_>, row: &Row<'_>, unit: usize, start: usize) -> Vec<usize> {
    let doc = &row.reading.doc;
    let mut out = vec![unit];
    let mut at = unit;
    while at > start && out.len() < 5 {
        let mut before = at - 1;
        let mut between = doc.slice(Span::new(row.units[before].span.end(), row.units[at].span.start()));
        // 노하람(45) 한빛고 감독
        if between.contains(')') {
            let Some(open) = doc.text[..row.units[at].span.start()].rfind('(') else { break };
            let Some(outer) = (start..at).rev().find(|&u| row.units[u].span.end() <= open) else { break };
            (before, between) = (outer, "");
        }
        let token = &doc.tokens[row.units[before].token as usize];
        let bare = matches!(doc.slice(token.josa()), "" | "과") || ends_alike(alignment, doc.slice(token.span));
        if !bare
            || token.is_deed()
            || row.units[before].figure
            || row.units[before].clause_end
            || between.contains(['"', '”', ',', '['])
        {
            break;
        }
        out.push(before);
        at = before;
    }
    out.reverse();
    out
}

/// Returns whether a word ends as if a particle stood behind it, and has another behind it elsewhere: 몬카도, 몬카도는.
fn ends_alike(alignment: &Alignment<'_>, word: &str) -> bool {
    let has = |text: &str| {
        text.match_indices(word).any(|(at, _)| {
            text[at + word.len()..].starts_with(['는', '가', '를', '와', '의'])
                && !text[..at].ends_with(|c: char| c.is_alphanumeric())
        })
    };
    word.len() >= 9 && word.ends_with('도') && alignment.rows.iter().any(|r| has(r.reading.doc.text))
}

/// Returns the name that a unit is, where it is one of a person: all of the word where `whole`; `beside` where a role
/// stands with it.
fn name<'a>(row: &'a Row<'_>, unit: usize, whole: bool, beside: bool, lexicon: &Lexicon) -> Option<&'a str> {
    let doc = &row.reading.doc;
    let all = doc.tokens[row.units[unit].token as usize].span;
    let spelt = doc.slice(if whole { all } else { row.units[unit].spelt });
    if claim_over(row, row.units[unit].span).is_some() {
        return None;
    }
    let token = &doc.tokens[row.units[unit].token as usize];
    // 소방청 has the shape of a name.
    if token.script != Script::Hangul || token.is_deed() || spelt.ends_with(['청', '처', '씨']) || spelt.len() < 6 {
        return None;
    }
    let known = lexicon.names.is_noun(spelt) || lexicon.vocabulary.common(spelt) > 0;
    let shaped = spelt.len() == 9 && lexicon.names.has_surname(spelt);
    let korean = shaped && (row.units[unit].name || beside);
    let foreign = beside && spelt.len() >= 9 && lexicon.names.role_at_end(spelt).is_none();
    (!known && (korean || foreign)).then_some(spelt)
}

/// Returns whether a side is spoken for by somebody named to whom another article gives the office of another side.
pub(super) fn has_other_office(alignment: &Alignment<'_>, s: &Speaker<'_>) -> bool {
    let Who::Side(side) = s.who else { return false };
    let row = &alignment.rows[s.row];
    let start = row.sentence(row.sentence_of(s.unit) as u32).start;
    let person = |v: &Value| match v {
        Value::Person { name, role, .. } => Some((name.clone(), role.clone())),
        _ => None,
    };
    let of = |role: &str| match role.ends_with("판사") {
        true => Some(0),
        false => SIDES.iter().position(|names| names.iter().any(|n| role.ends_with(n))),
    };
    phrase(alignment, row, s.unit, start).into_iter().any(|u| {
        let Some((name, _)) = claim_over(row, row.units[u].span).and_then(person) else { return false };
        alignment
            .rows
            .iter()
            .flat_map(|r| &r.reading.claims)
            .filter_map(|c| person(&c.value))
            .any(|(other, role)| other == name && role.as_deref().and_then(of).is_some_and(|o| o != side))
    })
}

/// Returns whether two speakers go by one name, or one is named more fully.
pub(super) fn alike(a: &Who<'_>, b: &Who<'_>) -> bool {
    match (a, b) {
        (Who::Person(x), Who::Person(y)) => x.iter().any(|n| y.iter().any(|m| n.contains(m) || m.contains(n))),
        (Who::Titled(one, _), Who::Person(names)) | (Who::Person(names), Who::Titled(one, _)) => {
            names.iter().any(|n| n.starts_with(one) || n.ends_with(one))
        }
        _ => a == b,
    }
}

/// Returns whether the two are never one: none of the names is one of the other's misspelt, and one article has both or
/// both are Korean names with other surnames.
pub(super) fn apart(alignment: &Alignment<'_>, a: &Speaker<'_>, b: &Speaker<'_>) -> bool {
    match (&a.who, &b.who) {
        (Who::Person(x), Who::Person(y)) => {
            let close = |n: &&str| y.iter().any(|m| hangul::distance(n, m) <= 2);
            let has =
                |row: usize, names: &[&str]| names.iter().any(|n| alignment.rows[row].reading.doc.text.contains(n));
            let both = |row: usize| has(row, x) && has(row, y);
            let korean = |n: &&str| n.chars().count() == 3;
            let surnames = x.iter().all(korean) && y.iter().all(korean) && x[0].chars().next() != y[0].chars().next();
            // Of a Korean and somebody with two names, or of two with two names, nobody takes one for the other.
            let double = |names: &[&str]| names.iter().all(|n| n.contains(' '));
            let three = |names: &[&str]| names.iter().all(korean);
            let last = |names: &[&str]| names[0].rsplit(' ').next().unwrap_or(names[0]).to_owned();
            let abroad = (double(x) && three(y)) || (three(x) && double(y));
            let two = double(x) && double(y) && hangul::distance(&last(x), &last(y)) > 4;
            let surnames = surnames || abroad || two;
            !alike(&a.who, &b.who) && !x.iter().any(close) && (surnames || both(a.row) || both(b.row))
        }
        // 도은담 부의장, 민 부의장: two where one article has both.
        (Who::Titled(one, title), Who::Person(names)) | (Who::Person(names), Who::Titled(one, title)) => {
            let named = format!("{one} {title}");
            let has = |row: usize| {
                let text = alignment.rows[row].reading.doc.text;
                text.contains(&named) && names.iter().any(|n| text.contains(n))
            };
            !alike(&a.who, &b.who)
                && names.iter().all(|n| n.len() == 9 && n.get(..3).is_some_and(|s| hangul::distance(s, one) > 2))
                && (has(a.row) || has(b.row))
        }
        (Who::Titled(x, title), Who::Titled(y, other)) => title == other && hangul::distance(x, y) > 2,
        (Who::Side(x), Who::Side(y)) => x != y && !is_one_by_name(alignment, a, b) && !is_one_by_name(alignment, b, a),
        // D씨 is nobody whose office and name are told.
        (Who::Letter(_), Who::Person(_)) | (Who::Person(_), Who::Letter(_)) => true,
        _ => false,
    }
}

/// Returns whether a speaker has the name of a judge or prosecutor of the other's article: of 부장검사 고은별 and 부장판사
/// 고은별 the title differs.
fn is_one_by_name(alignment: &Alignment<'_>, a: &Speaker<'_>, b: &Speaker<'_>) -> bool {
    let row = &alignment.rows[a.row];
    let doc = &row.reading.doc;
    let title = doc.slice(row.units[a.unit].span);
    if !title.ends_with(['사', '장']) || a.unit == 0 {
        return false;
    }
    let name = doc.slice(row.units[a.unit - 1].spelt);
    let text = alignment.rows[b.row].reading.doc.text;
    let bears = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '(', ':']);
        let behind = text[at + name.len()..].trim_start();
        ["판사", "검사"]
            .iter()
            .any(|t| before.ends_with(t) || behind.starts_with(t) || behind.starts_with(&format!("부장{t}")))
    };
    name.len() == 9 && text.match_indices(name).any(|(at, _)| bears(at))
}

/// Returns whether two utterances are of two speakers: 여당 and 야당 say the contrary in the same words.
pub(super) fn are_of_two(alignment: &Alignment<'_>, a: &Utterance, b: &Utterance, lexicon: &Lexicon) -> bool {
    if let (Some(x), Some(y)) = (speaker(alignment, a, lexicon), speaker(alignment, b, lexicon)) {
        return apart(alignment, &x, &y);
    }
    let body = |u: &Utterance| {
        let row = &alignment.rows[u.row];
        let (unit, _) = spoken_by(row, u)?;
        let span = row.units[unit].span;
        matches!(claim_over(row, span), Some(Value::Org(_))).then(|| row.reading.doc.slice(span))
    };
    matches!((body(a), body(b)), (Some(x), Some(y)) if !x.contains(y) && !y.contains(x))
}

/// Returns whether who says an utterance has a foreign name, told by its length or by Latin letters behind it: it was said in
/// another language then.
pub(super) fn is_foreign(alignment: &Alignment<'_>, said: &Utterance, lexicon: &Lexicon) -> bool {
    let Some(Speaker { who: Who::Person(names), .. }) = speaker(alignment, said, lexicon) else { return false };
    let glossed = |text: &str, name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let gloss = text[at + name.len()..].strip_prefix('(');
            gloss.is_some_and(|g| g.starts_with(|c: char| c.is_ascii_alphabetic()))
        })
    };
    // 도약스페이스 of `노하람 도약스페이스 대표` begins as a noun does and is no name of hers.
    let coined = |n: &str| n.is_char_boundary(6) && n.len() > 6 && lexicon.vocabulary.is_met(&n[..6]);
    let long = |n: &&str| n.chars().filter(|c| *c != ' ').count() > 4 && !coined(n);
    names.iter().any(long) || names.iter().any(|n| alignment.rows.iter().any(|r| glossed(r.reading.doc.text, n)))
}
