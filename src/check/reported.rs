//! What one outlet quotes and another tells in its own words: `"어린이는 수익으로 재지 않겠다"고 말했다` and `어린이를 수익으로 재겠다고
//! 밝혔다` cannot both be what one speaker said.

use super::denial::{HELPING, denies, is_slight};
use super::quote;
use super::report::{Found, loc};
use super::speaking::{alike, speaker, spoken_by};
use super::utterance::{Utterance, are_one_verb, utterances_of, whole};
use crate::align::diff::diff;
use crate::align::{Alignment, Row, shared_count};
use crate::claim::{Lexicon, Value};
use crate::source::Loc;
use crate::text::BlockKind;
use crate::text::ending::is_form_of;
use std::ops::Range;

/// Endings of what is told of somebody's words.
const TOLD: &[&str] = &["다고", "라고", "자고", "다며", "라며", "다면서", "라면서", "다는", "라는"];

/// Verbs and nouns of telling, as they begin.
const TELLING: &[&str] = &[
    "말했",
    "말합",
    "말씀",
    "밝혔",
    "밝히",
    "밝힌",
    "주장",
    "설명",
    "강조",
    "했다",
    "했습",
    "한다",
    "하고",
    "전했",
    "덧붙",
    "약속",
    "답했",
    "답하",
    "답변",
    "반박",
    "해명",
    "입장",
    "뜻",
    "호소",
    "당부",
    "지적",
    "내다봤",
    "진술",
    "선언",
    "생각",
    "의견",
    "방침",
    "얘기",
    "이야기",
    "못박",
    "털어놨",
    "토로",
    "회고",
    "평가",
    "선을",
];

/// Words of a sentence that tells what somebody said at another time, too.
const OTHERWISE: &[&str] = &[
    "당초",
    "애초",
    "처음",
    "앞서",
    "한때",
    "과거",
    "번복",
    "바꿨",
    "바꿔",
    "바뀌",
    "반면",
    "달리",
    "만약",
    "만일",
    "다면 ",
    "으면 ",
    "지난해",
    "작년",
];

/// Words of a question, and of what is no statement.
const ASKING: &[&str] =
    &["느냐", "을까", "닐까", "는가", "은가", "닌가", "니냐", "습니까", "닙니까", "니겠나", "냐고", "까"];

/// Returns what people are told to have said without quotation marks, as utterances of their rows.
fn reported(alignment: &Alignment<'_>) -> Vec<Utterance> {
    let mut out = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for (s, sentence) in doc.sentences.iter().enumerate().filter(|(_, s)| s.kind == BlockKind::Body) {
            let units = row.sentence(s as u32);
            if units.len() < 4 {
                continue;
            }
            let tells = |u: usize| {
                let word = whole(row, u);
                let next = |k: usize| u + k < units.end && TELLING.iter().any(|t| whole(row, u + k).starts_with(t));
                word.ends_with(['고', '며', '서', '는'])
                    && TOLD.iter().any(|t| word.ends_with(t))
                    && (next(1) || next(2))
            };
            let Some(end) = units.clone().find(|&u| tells(u)) else { continue };
            if doc.slice(sentence.span).contains(['"', '“', '”', '?']) {
                continue;
            }
            // The first that is marked speaks; what it says may have a topic of its own.
            let speaks = |u: &usize| {
                let word = whole(row, *u);
                let marked = matches!(doc.slice(doc.tokens[row.units[*u].token as usize].josa()), "은" | "는");
                !row.units[*u].figure
                    && (marked || row.units[*u].topic || ["등은", "측은", "씨는", "그는"].contains(&word))
            };
            let Some(who) = (units.start..end).find(speaks) else { continue };
            if who + 2 > end {
                continue;
            }
            let opens = row.units[who + 1].span.start();
            out.push(Utterance {
                row: r,
                units: who + 1..end + 1,
                opens,
                ends: row.units[end].span.end(),
                last: true,
                heads: false,
                captioned: true,
                affirmed: None,
            });
        }
    }
    out
}

/// How an utterance ends.
struct End {
    /// The unit of its last word with meaning.
    at: usize,
    /// Whether that is denied.
    denied: bool,
    /// The last word before it that a particle marks.
    of: Option<usize>,
}

impl End {
    /// Returns how an utterance ends; none of one that asks.
    fn of(row: &Row<'_>, units: Range<usize>) -> Option<End> {
        let last = whole(row, units.end - 1);
        if ASKING.iter().any(|e| last.ends_with(e)) {
            return None;
        }
        let helps = |u: usize| {
            let word = whole(row, u);
            denies(word) || is_slight(word) || is_form_of(word, HELPING) || ["안", "못", "입장", "뜻"].contains(&word)
        };
        let at = units.clone().rev().find(|&u| !helps(u))?;
        let behind = (at + 1..units.end).filter(|&u| denies(whole(row, u)) || matches!(whole(row, u), "안" | "못"));
        let before = at > units.start && matches!(whole(row, at - 1), "안" | "못");
        let only = (at..units.end).any(|u| whole(row, u).ends_with("밖에") || whole(row, u).ends_with("뿐"));
        let doc = &row.reading.doc;
        let marked = |&u: &usize| {
            row.units[u].figure
                || matches!(
                    doc.slice(doc.tokens[row.units[u].token as usize].josa()),
                    "은" | "는" | "이" | "가" | "을" | "를" | "에" | "에는" | "으로" | "로" | "도" | "에게"
                )
        };
        let of = (units.start..at).rev().find(marked);
        (!only).then_some(End { at, denied: (behind.count() + usize::from(before)) % 2 == 1, of })
    }
}

/// Returns a finding for each quotation of one outlet of which another tells the contrary in its own words.
pub(super) fn found(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    if alignment.rows.len() < 2 {
        return out;
    }
    let told = reported(alignment);
    if told.is_empty() {
        return out;
    }
    // 승복한다: of one speaker two words are enough.
    let said = utterances_of(alignment, 2);
    let words = |u: &Utterance| {
        let mut words: Vec<u32> = alignment.rows[u.row].units[u.units.clone()].iter().map(|u| u.word).collect();
        words.sort_unstable();
        words
    };
    let of_said: Vec<Vec<u32>> = said.iter().map(words).collect();
    for b in &told {
        let own = words(b);
        for (a, theirs) in said.iter().zip(&of_said).filter(|(a, _)| a.row != b.row && a.last && !a.heads) {
            if shared_count(theirs, &own) == 0 || shared_count(theirs, &own) * 4 < theirs.len() {
                continue;
            }
            let Some((i, j, denied)) = contrary(alignment, a, b, lexicon) else { continue };
            if !one_speaker(alignment, a, b, lexicon) {
                continue;
            }
            let place = |u: &Utterance, at: usize| -> Loc {
                let row = &alignment.rows[u.row];
                let last = row.reading.doc.tokens[row.units[u.units.end - 1].token as usize].span;
                loc(row, row.units[at].span.cover(last))
            };
            // Who else says it, and how.
            let with = |of: &Utterance| -> Vec<(usize, Loc)> {
                let sides = said.iter().chain(&told).filter(|c| c.row != a.row && c.row != b.row);
                let side = |c: &Utterance| contrary(alignment, c, of, lexicon).map(|t| (c.row, place(c, t.0)));
                sides.filter_map(side).collect()
            };
            let (with_b, with_a) = (with(a), with(b));
            let voices = |of: &[(usize, Loc)]| alignment.voices(of.iter().map(|o| o.0));
            let (here, there) = (1 + voices(&with_b), 1 + voices(&with_a));
            // `here` tells as `b` does, `there` as `a`.
            let (mut odd, mut other, mut more) = ((b, j), (a, i), &with_a);
            // What is denied was lost more often than put in.
            if here > there
                || (here == there
                    && denied
                    && End::of(&alignment.rows[b.row], b.units.clone()).is_some_and(|e| e.denied))
            {
                std::mem::swap(&mut odd, &mut other);
                more = &with_b;
            }
            let proven = here.min(there) == 1 && here.max(there) >= 2;
            let at = place(odd.0, odd.1);
            if out.iter().any(|f| f.at.overlaps(at) || f.others.iter().any(|o| o.overlaps(at))) {
                continue;
            }
            let beside = place(other.0, other.1);
            out.push(Found {
                at,
                expected: vec![alignment.rows[other.0.row].reading.doc.slice(beside.span).to_owned()],
                confidence: if proven { 0.85 } else { 0.7 },
                proven,
                others: std::iter::once(beside).chain(more.iter().map(|m| m.1)).collect(),
                reasons: vec!["한 사람의 같은 말을 반대로 옮겼다".to_owned()],
                replacement: None,
                safe: false,
            });
        }
    }
    out
}

/// Returns the last words with meaning of two utterances of which one says the contrary of the other, and whether one denies
/// what the other says; none where they are not of one thing.
fn contrary(
    alignment: &Alignment<'_>,
    a: &Utterance,
    b: &Utterance,
    lexicon: &Lexicon,
) -> Option<(usize, usize, bool)> {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let otherwise = |row: &Row<'_>, u: usize| {
        let sentence = row.reading.doc.slice(row.reading.doc.sentences[row.sentence_of(u)].span);
        OTHERWISE.iter().any(|w| sentence.contains(w))
    };
    let (first, second) = (End::of(x, a.units.clone())?, End::of(y, b.units.clone())?);
    let shared = diff(x, a.units.clone(), y, b.units.clone(), |i, j| are_one_verb(x, i, y, j));
    let paired = |i: usize, j: usize| shared.pairs.contains(&(i, j));
    let same_end = paired(first.at, second.at) || are_one_verb(x, first.at, y, second.at);
    let beside = shared.pairs.iter().filter(|&&(i, j)| (i, j) != (first.at, second.at)).count();
    let shorter = a.units.end.saturating_sub(a.units.start).min(b.units.end - b.units.start);
    // What each is said of is in the other.
    let of_one = |of: Option<usize>, theirs: bool| {
        of.is_some_and(|u| shared.pairs.iter().any(|p| if theirs { p.1 == u } else { p.0 == u }))
    };
    if beside == 0 || !of_one(first.of, false) || !of_one(second.of, true) || 3 * (beside + 1) < shorter {
        return None;
    }
    let denied = same_end && first.denied != second.denied;
    let opposed = !same_end && first.denied == second.denied && {
        let direction =
            |row: &Row<'_>, u: usize| match row.units[u].claim.map(|c| &row.reading.claims[c as usize].value) {
                Some(Value::Direction { pair, up, .. }) => Some((*pair, *up)),
                _ => None,
            };
        let ways = (direction(x, first.at), direction(y, second.at));
        matches!(ways, (Some((p, up)), Some((q, down))) if p == q && up != down)
            || is_contrary(x, first.at, y, second.at, lexicon)
    };
    if !(denied || opposed) || otherwise(x, first.at) || otherwise(y, second.at) {
        return None;
    }
    Some((first.at, second.at, denied))
}

fn is_contrary(x: &Row<'_>, i: usize, y: &Row<'_>, j: usize, lexicon: &Lexicon) -> bool {
    let bare = |row: &Row<'_>, u: usize| {
        let token = &row.reading.doc.tokens[row.units[u].token as usize];
        if token.is_deed() { token.root() } else { token.stem() }
    };
    let (p, q) = (x.reading.doc.slice(bare(x, i)), y.reading.doc.slice(bare(y, j)));
    lexicon.contraries.are((whole(x, i), p), (whole(y, j), q))
}

/// Returns whether two utterances are of one speaker: by the names, or by a surname with the same title.
fn one_speaker(alignment: &Alignment<'_>, a: &Utterance, b: &Utterance, lexicon: &Lexicon) -> bool {
    if let (Some(x), Some(y)) = (speaker(alignment, a, lexicon), speaker(alignment, b, lexicon))
        && alike(&x.who, &y.who)
    {
        return true;
    }
    let titled = |u: &Utterance| {
        let row = &alignment.rows[u.row];
        let doc = &row.reading.doc;
        let (unit, _) = spoken_by(row, u)?;
        let title = &doc.tokens[row.units[unit].token as usize];
        let office = doc.slice(title.stem());
        // 변 씨, 변씨: the surname alone.
        if office.ends_with('씨') && office.chars().count() == 2 {
            return Some((office.chars().next()?, "씨"));
        }
        // 천위싱(陳宇新) 부시장, 천 부시장.
        let before = doc.text[..title.span.start()].strip_suffix(' ')?;
        let before = before.strip_suffix(')').and_then(|b| b.rfind('(').map(|o| &b[..o])).unwrap_or(before);
        let name = before.rsplit([' ', '\n']).next()?;
        matches!(name.chars().count(), 1 | 3).then(|| Some((name.chars().next()?, office))).flatten()
    };
    if quote::one_speaker(&alignment.rows[a.row], a, &alignment.rows[b.row], b) {
        return true;
    }
    matches!((titled(a), titled(b)), (Some(x), Some(y)) if x == y)
}
