//! Posts right behind a name that cannot both be right: `고은별 도시정책관`, `고은별 주택정책관`.
//!
//! Of somebody whose post is no role that the reader knows, or stands behind a ministry, the name alone tells who it is.

use super::employer::one_body;
use super::report::{Found, loc};
use super::role::{RANKS, is_appointed, is_deputy, one_role};
use super::{Common, Scene};
use crate::claim::Lexicon;
use crate::source::Span;
use crate::text::{Document, Script, Token};

/// A post right behind a name.
struct Post<'a> {
    row: usize,
    name: &'a str,
    post: &'a str,
    /// What stands between name and post, where it is one word: the body.
    body: &'a str,
    at: Span,
    sort: Sort,
}

/// What sort of post it is; only those of one sort contradict.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// What one is.
    Present,
    /// What one was: `고은별 전 부시장`.
    Former,
    /// Where one plays, before the name: `골키퍼 고은별`.
    Position,
    /// What one is chief of in a firm: `최고재무책임자(CFO)인 고은별 부사장`, `고은별 최고재무책임자`.
    Chief,
}

/// A name whose syllables are rarer than this in names is no name.
const LEAST: i32 = -18;

/// At most so many words stand between a name and the end of its post.
const REACH: usize = 4;

/// What posts end in.
const ENDS: [char; 7] = ['장', '관', '원', '의', '사', '감', '수'];

/// What speeches end in, which end as posts do: 개회사, 기념사.
const SPEECHES: &[&str] = &["회사", "축사", "념사", "도사", "영사", "임사", "년사", "려사", "모사", "답사"];

/// Steps of one ladder: nobody stands on two.
const LADDER: &[&str] = &["인턴", "레지던트", "전공의", "임상강사", "전임의", "조교수", "부교수"];

/// Returns the posts that one article alone gives to somebody to whom the others give another.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    if rows.len() < 2 {
        return Vec::new();
    }
    let lexicon = &scene.rules.lexicon;
    let mut all: Vec<Post<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for sentence in &doc.sentences {
            let tokens = doc.tokens_of(sentence);
            let from = all.len();
            for i in 0..tokens.len() {
                if let Some((name, at)) = post_at(doc, tokens, i, lexicon) {
                    let former = tokens.get(i + 1).is_some_and(|t| is_former(doc, t));
                    let sort = if former { Sort::Former } else { Sort::Present };
                    let between = doc.text.get(tokens[i].span.end()..at.start()).unwrap_or("").trim();
                    let body = if between.contains([' ', '/']) { "" } else { between };
                    all.push(Post { row: r, name, post: doc.slice(at), body, at, sort });
                }
                if let Some((name, at)) = chief_at(doc, tokens, i, lexicon) {
                    all.push(Post { row: r, name, post: doc.slice(at), body: "", at, sort: Sort::Chief });
                }
                if let Some((name, at)) = position_at(doc, tokens, i, lexicon) {
                    all.push(Post { row: r, name, post: doc.slice(at), body: "", at, sort: Sort::Position });
                }
            }
            if all.len() > from && is_appointed(doc.slice(sentence.span)) {
                all.truncate(from);
            }
        }
    }
    let mut names: Vec<&str> = all.iter().map(|p| p.name).collect();
    names.sort_unstable();
    names.dedup();
    let sorts = [Sort::Present, Sort::Former, Sort::Position, Sort::Chief];
    names
        .into_iter()
        .flat_map(|name| sorts.into_iter().filter_map(|s| conflict(common, &all, name, s)).collect::<Vec<_>>())
        .collect()
}

fn conflict(common: &Common<'_>, all: &[Post<'_>], name: &str, sort: Sort) -> Option<Found> {
    let rows = &common.alignment.rows;
    let of: Vec<&Post<'_>> = all.iter().filter(|p| p.name == name && p.sort == sort).collect();
    let first = of.first()?;
    let (own, others): (Vec<&Post<'_>>, Vec<&Post<'_>>) =
        of.iter().copied().partition(|p| one_role(p.post, first.post));
    let other = others.first()?;
    if !others.iter().all(|p| one_role(p.post, other.post)) || own.iter().any(|p| others.iter().any(|o| o.row == p.row))
    {
        return None;
    }
    // Whoever has the other post anywhere knows of both; all speak of mayors and of goalkeepers.
    let deputy = is_deputy(first.post, other.post) || is_deputy(other.post, first.post);
    let common_word = sort == Sort::Position || (sort == Sort::Former && deputy);
    let has = |row: usize, post: &str| !common_word && rows[row].reading.doc.text.contains(post);
    if own.iter().any(|p| has(p.row, other.post)) || others.iter().any(|p| has(p.row, first.post)) {
        return None;
    }
    let voices = |of: &[&Post<'_>]| common.alignment.voices(of.iter().map(|p| p.row));
    let (here, there) = (voices(&own), voices(&others));
    let proven = here.min(there) == 1 && here.max(there) >= 2;
    let fits = match sort {
        Sort::Present => contradict(first.post, other.post, proven),
        Sort::Former if name.len() == 6 => same_end(first.post, other.post),
        Sort::Former => deputy || contradict(first.post, other.post, proven),
        Sort::Chief => true,
        Sort::Position => POSITIONS.iter().any(|p| p.contains(&first.post) && p.contains(&other.post)),
    };
    // 국토부 철도국장 may be 사고수습본부 상황실장 as well.
    let two_bodies = |a: &Post<'_>, b: &Post<'_>| {
        sort == Sort::Present && !a.body.is_empty() && !b.body.is_empty() && !one_body(a.body, b.body)
    };
    if !fits || (!proven && own.iter().any(|a| others.iter().any(|b| two_bodies(a, b)))) {
        return None;
    }
    // Who calls somebody the former mayor elsewhere did not mean the deputy.
    let again =
        |p: &Post<'_>, post: &str| sort == Sort::Former && rows[p.row].reading.doc.text.contains(&format!("전 {post}"));
    let slipped = here == there && own.iter().any(|p| again(p, other.post));
    // `기술을 총괄하는 고은별 최고재무책임자` is none of finance.
    let belied = |of: &[&Post<'_>], by: &Post<'_>| {
        let says = |p: &&Post<'_>| says(&rows[p.row].reading.doc, p.at, by.post);
        sort == Sort::Chief && of.iter().any(says)
    };
    let (ours, theirs) = (belied(&own, other), belied(&others, first));
    let belied = ours != theirs;
    let later = if belied { theirs } else { here >= there && !slipped };
    let (odd, others) = if later { (others, own) } else { (own, others) };
    let proven = proven || belied;
    let place = |p: &&Post<'_>| loc(&rows[p.row], p.at);
    Some(Found::of_person(
        place(&odd[0]),
        others[0].post.to_owned(),
        proven,
        others.iter().map(place).collect(),
        "같은 이름 바로 뒤의 직함이 다르다",
    ))
}

/// Returns whether the sentence of a chief tells the business of another chief before the post: 기술 of 최고기술책임자.
pub(super) fn says(doc: &Document<'_>, at: Span, other: &str) -> bool {
    let Some((_, chief)) = other.split_once("최고") else { return false };
    let business = chief.split_once("책임자").map(|b| b.0).filter(|b| b.len() >= 6);
    let sentence = doc.sentence_at(at.start()).map(|s| doc.sentences[s].span);
    let before = sentence.and_then(|s| doc.text.get(s.start()..at.start()));
    business.zip(before).is_some_and(|(b, text)| text.contains(b))
}

/// Returns whether one person cannot have both posts: of one sort, or, where two outlets have the one, offices both.
fn contradict(a: &str, b: &str, proven: bool) -> bool {
    let rank = |p: &str| RANKS.iter().any(|r| p.ends_with(r));
    let step = |p: &str| LADDER.iter().any(|r| p.ends_with(r));
    if step(a) && step(b) {
        return true;
    }
    !rank(a) && !rank(b) && (proven || a.chars().next_back() == b.chars().next_back())
}

/// Returns whether two posts end in the same two syllables: 책임연구원, 수석연구원.
fn same_end(a: &str, b: &str) -> bool {
    let end = |w: &str| w.get(w.len().saturating_sub(6)..).map(str::to_owned);
    a.len() >= 9 && b.len() >= 9 && end(a) == end(b)
}

/// Positions of a game, of which a player has one.
const POSITIONS: &[&[&str]] = &[
    &["스킵", "서드", "세컨드", "리드"],
    &["골키퍼", "수비수", "미드필더", "공격수"],
    &["가드", "포워드", "센터"],
    &["세터", "리베로", "미들블로커", "아포짓", "아웃사이드히터"],
    &["피벗", "레프트윙", "라이트윙", "센터백"],
];

/// Returns the name right before or behind the chief that a token is, and where that stands.
fn chief_at<'a>(doc: &Document<'a>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<(&'a str, Span)> {
    let word = doc.slice(tokens[i].span);
    let end = word.strip_prefix("최고").and_then(|rest| rest.find("책임자"))? + "최고책임자".len();
    let post = Span::new(tokens[i].span.start(), tokens[i].span.start() + end);
    if end == "최고책임자".len() {
        return None;
    }
    let names = &lexicon.names;
    let name = |k: usize| {
        let token = tokens.get(k).filter(|t| t.script == Script::Hangul)?;
        let [whole, stem] = [doc.slice(token.span), doc.slice(token.stem())];
        let fits = |w: &&str| {
            w.len() == 9
                && names.has_surname(w)
                && names.korean(w).is_some_and(|k| k >= LEAST)
                && !names.is_noun(w)
                && lexicon.vocabulary.common(w) == 0
        };
        [whole, stem].into_iter().find(fits)
    };
    // `최고재무책임자(CFO)인 고은별`: the letters and 인 stand between.
    let signed = tokens.get(i + 1).is_some_and(|t| doc.slice(t.span) == "(");
    let behind = if signed { i + 4 } else { i + 1 };
    let behind = behind + usize::from(tokens.get(behind).is_some_and(|t| doc.slice(t.span) == "인"));
    let before = i.checked_sub(1).filter(|_| tokens[i].spaced).and_then(name);
    before.or_else(|| name(behind)).map(|n| (n, post))
}

/// Returns the name before which a token is a position, and where that stands.
fn position_at<'a>(doc: &Document<'a>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<(&'a str, Span)> {
    let (token, next) = (&tokens[i], tokens.get(i + 1)?);
    if token.script != Script::Hangul || !(6..=21).contains(&token.span.len()) || next.script != Script::Hangul {
        return None;
    }
    let post = doc.slice(token.span);
    if !next.spaced || next.stem < 9 || !POSITIONS.iter().any(|p| p.contains(&post)) {
        return None;
    }
    let name = doc.slice(next.stem());
    let named = lexicon.names.has_surname(name) && !lexicon.names.is_noun(name) && name.len() <= 12;
    named.then_some((name, token.span))
}

/// Returns the name that a token is and the post behind it.
fn post_at<'a>(doc: &Document<'a>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<(&'a str, Span)> {
    let token = &tokens[i];
    if token.script != Script::Hangul || !matches!(token.span.len(), 6 | 9) || i + 1 >= tokens.len() {
        return None;
    }
    let name = doc.slice(token.span);
    // 구모 전 선임연구원: somebody whose name is withheld.
    let withheld = name.len() == 6 && name.ends_with('모') && is_former(doc, &tokens[i + 1]);
    if !lexicon.names.has_surname(name) || !(withheld || name.len() == 9) {
        return None;
    }
    // What follows is asked first: hardly a word has a post behind it, and dictionaries are slow.
    let post = post_behind(doc, tokens, i, lexicon)?;
    let names = &lexicon.names;
    let is_name = || {
        names.korean(name).is_some_and(|k| k >= LEAST)
            && !names.is_noun(name)
            && names.role_at_end(name).is_none()
            && lexicon.vocabulary.common(name) == 0
    };
    (withheld || is_name()).then_some((name, post))
}

/// Returns whether the token says that what follows is past.
fn is_former(doc: &Document<'_>, token: &Token) -> bool {
    matches!(doc.slice(token.span), "전" | "前")
}

/// Returns the post that stands behind token `i`.
fn post_behind(doc: &Document<'_>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<Span> {
    let names = &lexicon.names;
    let slash = tokens[i + 1].script == Script::Sign && doc.slice(tokens[i + 1].span) == "/";
    let from = if slash { i + 2 } else { i + 1 };
    for k in from..tokens.len().min(from + REACH) {
        let word = &tokens[k];
        let number = word.script == Script::Number && tokens.get(k + 1).is_some_and(|n| !n.spaced);
        if word.script != Script::Hangul {
            if number {
                continue;
            }
            return None;
        }
        let stem = word.stem();
        let josa = doc.slice(word.josa());
        let next = tokens.get(k + 1);
        // 신경과 is no 신경 with a particle.
        let ward = josa == "과" && names.is_noun(doc.slice(word.span));
        let last = (!josa.is_empty() && !ward)
            || next.is_none_or(|n| n.script == Script::Sign || doc.slice(n.span).starts_with('등'));
        let post = doc.slice(stem);
        if last {
            let whole = doc.slice(word.span);
            let (post, stem) = if josa == "의" && post.len() < 9 { (whole, word.span) } else { (post, stem) };
            // 2차관, but not 1만원.
            let numbered = tokens[k - 1].script == Script::Number && !word.spaced;
            let counts = numbered && (tokens[k - 1].span.len() > 1 || names.role_at_end(post) != Some(post));
            let speech = josa.starts_with("에서") || SPEECHES.iter().any(|e| post.ends_with(e));
            let fits = post.ends_with(ENDS)
                && !speech
                && (post.len() >= 9 || numbered || (k == i + 2 && is_former(doc, &tokens[i + 1])))
                && !counts
                && (!names.is_institution(post) || names.role_at_end(post) == Some(post));
            // 형사1과장 is one post.
            let glued = numbered && !tokens[k - 1].spaced && k >= 2 && tokens[k - 2].script == Script::Hangul;
            let start = tokens[if glued { k - 2 } else { k - usize::from(numbered) }].span.start();
            return fits.then(|| Span::new(start, stem.end()));
        }
    }
    None
}
