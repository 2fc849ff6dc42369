//! Words that stand in place of others within one utterance, and whether they change what is said.

use super::denial::is_denied;
use super::utterance::whole;
use crate::align::alias::is_shortened;
use crate::align::diff::{Change, Diff};
use crate::align::figure::{Agreement, agreement, is_stated};
use crate::align::{Row, Unit};
use crate::claim::{Lexicon, Value};
use crate::text::ending::is_form_of;
use crate::text::{Script, hangul};
use std::ops::Range;

/// Returns the two words where one side has the opposite of what the other has: 부족하고, 충분하고; 자백하고, 부인하다 뒤늦게.
pub(super) fn opposite(x: &Row<'_>, y: &Row<'_>, change: &Change) -> Option<(usize, usize)> {
    let direction = |row: &Row<'_>, u: usize| match row.units[u].claim.map(|c| &row.reading.claims[c as usize].value) {
        Some(Value::Direction { pair, up, .. }) => Some((*pair, *up)),
        _ => None,
    };
    let (a, b) = (&change.first, &change.second);
    if change.before + change.after < 2 || a.len().max(b.len()) > 2 {
        return None;
    }
    a.clone().find_map(|i| {
        let (pair, up) = direction(x, i)?;
        b.clone().find(|&j| direction(y, j) == Some((pair, !up))).map(|j| (i, j))
    })
}

/// Returns the two words of a change that say the contrary of each other: 열려던, 잠그려던; 공정한, 불공정한.
pub(super) fn contrary(x: &Row<'_>, y: &Row<'_>, change: &Change, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let (a, b) = (&change.first, &change.second);
    // 알지 못한다 is 모른다.
    if change.before + change.after < 2
        || a.len().max(b.len()) > 2
        || is_denied(x, a.clone()) != is_denied(y, b.clone())
    {
        return None;
    }
    let are = |i: usize, j: usize| lexicon.contraries.are((whole(x, i), bare(x, i)), (whole(y, j), bare(y, j)));
    a.clone().find_map(|i| b.clone().find(|&j| are(i, j)).map(|j| (i, j)))
}

/// Returns the word that denies a condition among some units, and the noun before it: 거래가 아니면.
fn not_so<'r>(row: &'r Row<'_>, of: &Range<usize>) -> Option<(usize, &'r str)> {
    let not = of.clone().rfind(|&u| matches!(whole(row, u), "아니면" | "아니라면" | "아닐" | "아닌"))?;
    let noun = row.reading.doc.slice(row.units[not.checked_sub(1)?].span);
    (noun.len() >= 6).then_some((not, noun))
}

/// Returns the two words of a change of which one makes a condition of what the other makes the contrary one: 거래라면, 거래가
/// 아니면.
pub(super) fn unless(x: &Row<'_>, y: &Row<'_>, change: &Change) -> Option<(usize, usize)> {
    let held = |row: &Row<'_>, of: &Range<usize>, noun: &str| {
        of.clone().find(|&u| {
            whole(row, u).strip_prefix(noun).is_some_and(|e| matches!(e, "라면" | "이라면" | "면" | "이면" | "인"))
        })
    };
    let (a, b) = (&change.first, &change.second);
    if change.before + change.after < 3 || a.len().max(b.len()) > 2 {
        return None;
    }
    match (not_so(x, a), not_so(y, b)) {
        (Some((i, noun)), None) => held(y, b, noun).map(|j| (i, j)),
        (None, Some((j, noun))) => held(x, a, noun).map(|i| (i, j)),
        _ => None,
    }
}

/// Returns the word of a unit without particle, and without 하다 and 되다.
fn bare<'r>(row: &'r Row<'_>, unit: usize) -> &'r str {
    let token = &row.reading.doc.tokens[row.units[unit].token as usize];
    row.reading.doc.slice(if token.is_deed() { token.root() } else { token.stem() })
}

/// Returns the stretches in which two words have each other's part: `시민이 정치를 걱정하는`, `정치가 시민을 걱정하는`.
pub(super) fn crossed(
    x: &Row<'_>,
    a: &Range<usize>,
    y: &Row<'_>,
    b: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    // A word that stands twice has two parts.
    let once = |row: &Row<'_>, of: &Range<usize>, u: usize| {
        of.clone().all(|v| v == u || row.units[v].word != row.units[u].word)
    };
    let in_both: Vec<(usize, usize)> = a
        .clone()
        .filter(|&i| once(x, a, i) && part(x, i).is_some())
        .filter_map(|i| {
            let j = b.clone().find(|&j| y.units[j].word == x.units[i].word)?;
            (once(y, b, j) && part(y, j).is_some()).then_some((i, j))
        })
        .collect();
    in_both.iter().enumerate().find_map(|(n, &(i, j))| {
        let turned = |&&(k, l): &&(usize, usize)| {
            part(x, i) != part(x, k) && part(x, i) == part(y, l) && part(x, k) == part(y, j)
        };
        let &(k, l) = in_both[n + 1..].iter().find(turned)?;
        Some((i.min(k)..i.max(k) + 1, j.min(l)..j.max(l) + 1))
    })
}

/// Returns the part that a noun has in its sentence, told by its particle.
fn part(row: &Row<'_>, unit: usize) -> Option<u8> {
    let token = &row.reading.doc.tokens[row.units[unit].token as usize];
    if row.units[unit].figure || token.is_deed() || token.stem < 6 {
        return None;
    }
    Some(match row.reading.doc.slice(token.josa()) {
        "이" | "가" => 0,
        "을" | "를" => 1,
        "에게" | "에" => 2,
        "에서" | "에게서" => 3,
        "으로" | "로" => 4,
        "보다" => 5,
        // 수출이 살아나면 내수도 따라온다.
        "도" => 6,
        _ => return None,
    })
}

/// Returns the figures of two utterances that are one score told from either side: 5-2, 2-5.
pub(super) fn reversed(x: &Row<'_>, y: &Row<'_>, shared: &Diff) -> Option<(usize, usize)> {
    let sides = |row: &Row<'_>, u: usize| -> Option<(String, String)> {
        let text = row.reading.doc.slice(row.units[u].span);
        let (first, second) = text.split_once(['-', ':', '대', '–'])?;
        let digits = |part: &str| {
            let part = part.trim();
            (!part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.to_owned())
        };
        Some((digits(first)?, digits(second)?))
    };
    let one = |c: &Change| (c.first.len() == 1 && c.second.len() == 1).then_some((c.first.start, c.second.start));
    let changed = shared.changes.iter().filter_map(one);
    shared.pairs.iter().copied().chain(changed).find(|&(i, j)| {
        let told = x.units[i].figure && y.units[j].figure;
        told && matches!((sides(x, i), sides(y, j)), (Some((a, b)), Some((c, d))) if a != b && a == d && b == c)
    })
}

/// Returns whether the word tells of what kind the noun behind it is: 통상적인, 상당한.
fn qualifies(row: &Row<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let word = whole(row, at);
    let stem = ["적인", "스러운", "한"].iter().find_map(|e| word.strip_suffix(e));
    stem.is_some_and(|s| s.len() >= 6 && (lexicon.names.is_noun(s) || lexicon.vocabulary.common(s) > 0))
}

/// Returns the two words where exactly one content word stands in place of another and the words around agree.
pub(super) fn replaced(x: &Row<'_>, y: &Row<'_>, change: &Change, lexicon: &Lexicon) -> Option<(usize, usize)> {
    if change.first.len() != 1 || change.second.len() != 1 || change.before + change.after < 2 {
        return None;
    }
    let (i, j) = (change.first.start, change.second.start);
    if is_slight(whole(x, i)) && is_slight(whole(y, j)) {
        return None;
    }
    if x.units[i].figure && y.units[j].figure {
        let value = |row: &Row<'_>, u: usize| row.units[u].claim.map(|c| row.reading.claims[c as usize].value.clone());
        let (a, b) = (value(x, i)?, value(y, j)?);
        let (one, two) = (x.reading.doc.slice(x.units[i].span), y.reading.doc.slice(y.units[j].span));
        // 3년 만, 3년만.
        if one.starts_with(two) || two.starts_with(one) {
            return None;
        }
        let differ = x.units[i].class == y.units[j].class
            && is_stated(&a)
            && is_stated(&b)
            && agreement(&a, &b) == Agreement::Differs;
        return differ.then_some((i, j));
    }
    if qualifies(x, i, lexicon) && qualifies(y, j, lexicon) && change.before > 0 && change.after > 0 {
        let (a, b) = (whole(x, i), whole(y, j));
        let other = a.chars().next() != b.chars().next();
        return (other && change.before + change.after >= 5).then_some((i, j));
    }
    // 필요한 것은 시간이었다, 돈이었다.
    if change.after == 0
        && change.before >= 4
        && let (Some(a), Some(b)) = (predicate(whole(x, i), lexicon), predicate(whole(y, j), lexicon))
    {
        return (a != b && !is_slight(a) && !is_slight(b)).then_some((i, j));
    }
    // 마을의 짐, 마을의 집: of words of one syllable three around them have to be the same.
    let slight = |row: &Row<'_>, u: usize| row.units[u].span.len() < 6;
    if slight(x, i) || slight(y, j) {
        let (a, b) = (x.reading.doc.slice(x.units[i].span), y.reading.doc.slice(y.units[j].span));
        let slip = hangul::one_syllable(a, b).is_some_and(|s| s.letters() == 1);
        if change.before + change.after < 3 || !slip {
            return None;
        }
    }
    // 됩니다, 된다: two endings of one verb.
    let (a, b) = (whole(x, i), whole(y, j));
    let first = |word: &str| word.chars().next().map(onset);
    if a.ends_with("니다") != b.ends_with("니다") && first(a) == first(b) {
        return None;
    }
    // A noun for a noun, a deed for a deed.
    let deed = |row: &Row<'_>, u: usize| row.reading.doc.tokens[row.units[u].token as usize].is_deed();
    (deed(x, i) == deed(y, j) && content(x, i, lexicon) && content(y, j, lexicon) && !same_word(x, i, y, j))
        .then_some((i, j))
}

/// Returns the noun that a word says something is: 시간 of 시간이었다.
fn predicate<'w>(word: &'w str, lexicon: &Lexicon) -> Option<&'w str> {
    let noun =
        ["이었다", "이었습니다", "였다", "였습니다", "이다", "입니다"].iter().find_map(|e| word.strip_suffix(e))?;
    // 높이다 and 죽이다 are verbs.
    const SHORT: &str = "돈힘꿈삶물불땀빛길집땅밥책몸";
    ((noun.len() == 3 && SHORT.contains(noun)) || lexicon.vocabulary.is_noun(noun) || lexicon.names.is_noun(noun))
        .then_some(noun)
}

/// Returns the first sound and the vowel of a syllable: 됩 and 된 begin alike.
fn onset(c: char) -> (u32, u32) {
    hangul::split(c).map_or((u32::from(c), 0), |s| (u32::from(s.0), u32::from(s.1)))
}

/// Words that tell nothing of the matter, with what may stand behind them: nouns without meaning of their own, pronouns.
const SLIGHT: &[&str] = &[
    "것",
    "거",
    "겁니다",
    "게",
    "건",
    "걸",
    "데",
    "점",
    "바",
    "수",
    "줄",
    "등",
    "중",
    "때",
    "때문",
    "만큼",
    "정도",
    "쪽",
    "편",
    "간",
    "측",
    "나",
    "내",
    "저",
    "제",
    "우리",
    "저희",
    "그",
    "이",
    "이것",
    "그것",
    "여기",
    "거기",
    "자신",
    "스스로",
    "본인",
    "여러분",
    "모두",
    "모든",
    "다",
    "각",
    "온",
    "어떤",
    "이런",
    "그런",
    "이러한",
    "그러한",
    "이번",
    "오늘",
    "어제",
    "내일",
    "오는",
    "지금",
    "이제",
    "현재",
    "앞으로",
    "향후",
    "이후",
    "매우",
    "아주",
    "정말",
    "정말로",
    "참",
    "참으로",
    "굉장히",
    "무척",
    "너무",
    "훨씬",
    "더욱",
    "더",
    "덜",
    "가장",
    "제일",
    "반드시",
    "꼭",
    "다시",
    "또",
    "또한",
    "역시",
    "함께",
    "같이",
    "우선",
    "먼저",
    "바로",
    "곧",
    "결코",
    "절대",
    "절대로",
    "오직",
    "단지",
    "다만",
    "사실",
    "특히",
    "물론",
    "아직",
    "계속",
    "늘",
    "항상",
    "언제나",
    "조금",
    "좀",
    "많이",
    "크게",
    "잘",
    "빨리",
    "일단",
    "그리고",
    "하지만",
    "그러나",
    "그래서",
    "따라서",
    "그런데",
    "그러면",
    "만약",
    "만일",
    "전부",
    "전혀",
    "약간",
    "이미",
    "벌써",
    "진짜",
    "진짜로",
    "대한",
    "관한",
    "대해",
    "관해",
    "통해",
    "통한",
    "위해",
    "위한",
];

/// Verbs that tell nothing of the matter.
const SLIGHT_VERBS: &[&str] =
    &["있", "하", "되", "보", "싶", "주", "드리", "오", "가", "이", "아니", "없", "않", "같", "못하", "말"];

/// Returns whether a word tells nothing of the matter.
fn is_slight(word: &str) -> bool {
    let rests =
        ["", "은", "는", "이", "가", "을", "를", "도", "만", "의", "에", "에는", "로", "으로", "라", "이라", "들"];
    let noun = SLIGHT.iter().any(|s| word.strip_prefix(s).is_some_and(|rest| rests.contains(&rest)));
    noun || word.ends_with('히') || is_form_of(word, SLIGHT_VERBS)
}

/// Returns the stretches that differ where two utterances are the same but for them, and they are other things: `기간이 남은
/// 곳`, `기간이 지난 곳`; `할 일은 같다`, `마음은 같다`. Whoever writes an utterance anew changes more than that, and its endings.
pub(super) fn exchanged(
    x: &Row<'_>,
    y: &Row<'_>,
    change: &Change,
    same: usize,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, Range<usize>)> {
    let (a, b) = (&change.first, &change.second);
    let sizes = (a.len().min(b.len()), a.len().max(b.len()));
    if sizes.0 == 0 || sizes.1 > 2 || same < 3 || change.before + change.after < 2 {
        return None;
    }
    let words = |row: &Row<'_>, of: &Range<usize>| {
        of.clone().all(|i| {
            !row.units[i].figure && row.reading.doc.tokens[row.units[i].token as usize].script == Script::Hangul
        })
    };
    if !words(x, a) || !words(y, b) {
        return None;
    }
    let tells = |row: &Row<'_>, of: &Range<usize>| of.clone().any(|i| !is_slight(whole(row, i)));
    if !tells(x, a) || !tells(y, b) {
        return None;
    }
    let (i, j) = (a.end - 1, b.end - 1);
    let (last, other) = (whole(x, i), whole(y, j));
    // 26년동안, 26년 동안; 현대차, 현대자동차.
    let joined = |row: &Row<'_>, of: &Range<usize>| of.clone().map(|k| whole(row, k)).collect::<String>();
    let (one, two) = (joined(x, a), joined(y, b));
    if is_shortened(&one, &two) || is_shortened(&two, &one) {
        return None;
    }
    // 도와, 돕는; 교사들이, 교수가: what begins alike may be one word.
    let begin = |row: &Row<'_>, of: &Range<usize>| whole(row, of.start).chars().next().map(onset);
    if begin(x, a) == begin(y, b) || last.chars().next().map(onset) == other.chars().next().map(onset) {
        return None;
    }
    let before = |row: &Row<'_>, u: usize| matches!(grammar(row, u), Grammar::Before(_));
    // 튼튼한 and 값싼 both tell of what kind a thing is.
    let kinds = change.after > 0 && before(x, i) && before(y, j);
    if x.units[i].sense == y.units[j].sense || (deed(x, i) != deed(y, j) && !kinds) {
        return None;
    }
    // Of verbs only those before a noun tell of what kind it is; the others are what desks write anew most.
    let nouns = is_noun(x, i, lexicon) && is_noun(y, j, lexicon);
    if !nouns && !kinds {
        return None;
    }
    // Who changes one word keeps what the next leans on.
    let bare = |row: &Row<'_>, u: usize| !row.reading.doc.tokens[row.units[u].token as usize].has_josa();
    let alike = grammar(x, i) == grammar(y, j) || (bare(x, i) && bare(y, j));
    (alike || (same >= 5 && a.len() == 1 && b.len() == 1)).then(|| (a.clone(), b.clone()))
}

/// Returns whether a noun is done here: 요구했다.
fn deed(row: &Row<'_>, unit: usize) -> bool {
    row.reading.doc.tokens[row.units[unit].token as usize].is_deed()
}

/// Returns whether a unit is a noun that the language has, or has the particle of one.
fn is_noun(row: &Row<'_>, unit: usize, lexicon: &Lexicon) -> bool {
    let doc = &row.reading.doc;
    let word = doc.slice(row.units[unit].span);
    let josa = doc.slice(doc.tokens[row.units[unit].token as usize].josa());
    row.units[unit].name
        || matches!(josa, "에서" | "에게" | "으로" | "을" | "를" | "의" | "까지" | "부터" | "보다" | "처럼")
        || (matches!(josa, "이" | "가") && word.len() >= 6)
        || lexicon.names.is_noun(word)
        || lexicon.vocabulary.is_noun(word)
}

/// What a word does in its sentence: its particle, else how it goes on to the next.
#[derive(PartialEq, Eq)]
enum Grammar<'a> {
    Particle(&'a str),
    /// 남은, 지날: before a noun.
    Before(u8),
    /// The last syllable.
    Ending(Option<char>),
}

fn grammar<'a>(row: &Row<'a>, unit: usize) -> Grammar<'a> {
    let doc = &row.reading.doc;
    let token = &doc.tokens[row.units[unit].token as usize];
    let word = doc.slice(token.span);
    let closes = word.chars().last().and_then(hangul::split).map_or(0, |s| s.2);
    match doc.slice(token.josa()) {
        // 남은 and 잇는 look like 남 and 잇 with a particle.
        "은" | "는" | "" | "던" | "인" if matches!(closes, 4 | 8) => Grammar::Before(closes),
        "은" | "는" | "이" | "가" | "도" => Grammar::Particle("이"),
        "을" | "를" => Grammar::Particle("을"),
        "과" | "와" => Grammar::Particle("과"),
        "으로" | "로" => Grammar::Particle("로"),
        "" => Grammar::Ending(word.chars().last()),
        josa => Grammar::Particle(josa),
    }
}

/// Last syllables of forms of verbs and adjectives.
const VERBAL: &str = "다고며서면지게는던은을음인할한해했됐돼된될워와려져질록기나";

/// Returns whether the unit is a noun that the language has, or a name; endings tell the mood, nouns the fact.
fn content(row: &Row<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let unit = &row.units[at];
    let token = &row.reading.doc.tokens[unit.token as usize];
    // 포기하지 and 실수하지 are 포기 and 실수 done.
    let span = if token.is_deed() { token.root() } else { unit.span };
    let word = row.reading.doc.slice(span).trim_end_matches('께');
    !unit.figure
        && token.script == Script::Hangul
        && (word.len() >= 6 || word.len() == 3)
        && (unit.name
            || word.len() == 3
            || lexicon.names.is_noun(word)
            || (lexicon.vocabulary.common(word) > 0 && !word.ends_with(|c| VERBAL.contains(c))))
}

/// Returns whether the two are one word in two forms: an ending, a compound of the other, a stem in common.
fn same_word(x: &Row<'_>, i: usize, y: &Row<'_>, j: usize) -> bool {
    let (a, b) = (x.reading.doc.slice(x.units[i].span), y.reading.doc.slice(y.units[j].span));
    let verbal = |row: &Row<'_>, u: &Unit| row.reading.doc.tokens[u.token as usize].is_deed();
    let same_head = a.chars().next() == b.chars().next();
    a.contains(b)
        || b.contains(a)
        || (same_head && (verbal(x, &x.units[i]) || verbal(y, &y.units[j])))
        || (same_head && a.chars().count() != b.chars().count() && hangul::distance(a, b) <= 3)
}
