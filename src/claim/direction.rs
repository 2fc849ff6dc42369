//! Direction words with their inflection and negation: `늘었다`, `늘지 않았다` (the other side), `포함됐다`.

use super::lexicon::Form;
use super::{About, Claim, Lexicon, Value};
use crate::source::Span;
use crate::text::{Document, Script, Token};

/// Returns the direction words of a document, by place.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Claim> {
    let mut out = Vec::new();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let tokens = doc.tokens_of(sentence);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.script == Script::Hangul) {
            let whole = token.span.of(doc.text);
            let (stem, root) = (token.stem().of(doc.text), token.root().of(doc.text));
            // The second syllable tells most words apart without a comparison of strings.
            let second = whole.as_bytes().get(5);
            let form = lexicon
                .directions
                .candidates(whole)
                .iter()
                .filter(|f| second == f.text.as_bytes().get(5) || f.text.len() < 6)
                .find(|f| {
                    if f.verb {
                        whole.starts_with(&*f.text)
                    } else {
                        *f.text == *root
                            || *f.text == *stem
                            || *f.text == *whole
                            || is_done(f, whole)
                            || is_being(f, whole)
                    }
                });
            let Some(form) = form else { continue };
            // 75동의 건물: 동 counts.
            let counted = !token.spaced && i > 0 && tokens[i - 1].script == Script::Number;
            if counted && form.text.starts_with('동') {
                continue;
            }
            // `50명 이상`, but neither `엔진 이상` nor `이상한`; 최대한 and 최소한 are no extremes.
            let figure = || (i.saturating_sub(3)..i).any(|k| tokens[k].script == Script::Number);
            let done = || is_done(form, whole) && !form.verb;
            match lexicon.directions.pair_name(form.pair) {
                "bound" if !figure() || done() => continue,
                "extreme" if done() => continue,
                "being" if i == 0 || !is_matter(tokens[i - 1].span.of(doc.text)) => continue,
                _ => {}
            }
            // 기대에 못 미쳤다, but 영향을 미쳤다; 줄지어 섰다 says nothing of a size.
            let reaches = &*form.word == "미치다" && !is_negated(doc, tokens, i);
            if reaches || whole.starts_with("줄지어") {
                continue;
            }
            // 42%로 반대였다: the other way round.
            if &*form.word == "반대" && (is_being(form, whole) || whole == "반대로") && is_turned(doc, tokens, i) {
                continue;
            }
            let len = if form.verb { whole.len() } else { form.text.len() };
            let start = token.span.start();
            let negated = is_negated(doc, tokens, i);
            out.push(Claim {
                span: Span::new(start, start + len),
                sentence: s as u32,
                value: Value::Direction { word: form.word.to_string(), pair: form.pair, up: form.up != negated },
                about: About::default(),
            });
        }
    }
    out
}

/// Returns whether a word for being against tells that something is the other way round: `42%로 반대였다`, `지난해와는 반대다`.
fn is_turned(doc: &Document<'_>, tokens: &[Token], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|k| &tokens[k]) else { return false };
    let word = before.span.of(doc.text);
    let figure = i >= 2 && !before.spaced && matches!(word, "로" | "으로");
    figure || ["와", "과", "와는", "과는"].iter().any(|j| word.ends_with(j))
}

/// What there is or is not: only of these being there and not being there are set against each other.
const MATTERS: &[&str] = &[
    "의무",
    "책임",
    "권한",
    "권리",
    "자격",
    "혐의",
    "영향",
    "피해",
    "인명피해",
    "계획",
    "효과",
    "효력",
    "이견",
    "근거",
    "사상자",
    "부상자",
    "사망자",
    "하자",
    "연관성",
    "관련성",
    "전력",
    "지장",
    "결함",
    "고의",
    "과실",
    "대가성",
    "강제성",
    "구속력",
    "위법성",
    "고의성",
];

/// Returns whether a word is one of them with a particle: 의무가.
fn is_matter(word: &str) -> bool {
    ["이", "가", "은", "는", "도"].iter().any(|j| word.strip_suffix(j).is_some_and(|w| MATTERS.contains(&w)))
}

/// Returns whether the word is the noun done, in whatever form: 감소하였다고, 반대해왔다, 포함됐음을.
fn is_done(form: &Form, word: &str) -> bool {
    const DOING: &[char] = &['하', '했', '한', '할', '해', '함', '됐', '된', '되', '돼', '될', '됨'];
    form.text.len() >= 6 && word.strip_prefix(&*form.text).is_some_and(|rest| rest.starts_with(DOING))
}

/// Returns whether the word is the noun with 이다: 흑자다, 적자였으나, 감소라고.
fn is_being(form: &Form, word: &str) -> bool {
    const BEING: &[&str] = &[
        "다",
        "였",
        "이다",
        "이었",
        "이고",
        "이며",
        "라고",
        "이라고",
        "라며",
        "이라며",
        "인가",
        "인데",
        "입니다",
        "라는",
        "이라는",
        "임을",
    ];
    let ends = |rest: &str| BEING.iter().any(|b| rest == *b || (b.ends_with(['였', '었']) && rest.starts_with(b)));
    form.text.len() >= 6 && word.strip_prefix(&*form.text).is_some_and(ends)
}

/// Returns whether the word is negated: `늘지 않았다`, `포함되지 못했다`, `안 늘었다`, `증가한 것이 아니다`, `구속을 면했다`.
fn is_negated(doc: &Document<'_>, tokens: &[Token], i: usize) -> bool {
    let text = |k: usize| tokens.get(k).filter(|t| t.script == Script::Hangul).map_or("", |t| t.span.of(doc.text));
    let whole = text(i);
    let next = text(i + 1);
    let after = whole.ends_with('지') || whole.ends_with("지는") || whole.ends_with("지도");
    let not = |word: &str| ["않", "못", "아니", "말"].iter().any(|n| word.starts_with(n));
    // 늘리지 않을 수 없다: done after all.
    let twice = next.ends_with('을') && matches!(text(i + 2), "수" | "수가" | "수는") && text(i + 3).starts_with('없');
    (after && not(next) && !twice)
        // 늘리지도 줄이지도 않았다
        || (whole.ends_with("지도") && next.ends_with("지도") && not(text(i + 2)))
        // 인상은 없다, 추가 인상 없이
        || (whole.len() >= 9 && whole.ends_with(['은', '는', '이', '가', '도']) && next.starts_with('없'))
        || (whole.len() == 6 && next.starts_with("없이"))
        || (i > 0 && tokens[i].spaced && matches!(text(i - 1), "안" | "못"))
        || (next == "안" && ["됐", "되", "된", "돼", "했", "하", "한"].iter().any(|n| text(i + 2).starts_with(n)))
        || (whole.ends_with(['을', '를'])
            && ["면한", "면했", "면하", "면해", "피했", "피한", "모면"].iter().any(|n| next.starts_with(n)))
        || (next == "것이" && text(i + 2).starts_with("아니"))
        // 항소를 포기했다, 출마 포기
        || (["포기", "취하"].iter().any(|n| next.starts_with(n)) && (whole.len() == 6 || whole.ends_with(['을', '를'])))
}
