//! Direction words with their inflection and negation: `늘었다`, `늘지 않았다` (the other side), `포함됐다`.

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
            let form = lexicon.directions.candidates(whole).iter().find(|f| {
                if f.verb {
                    whole.starts_with(&*f.text)
                } else {
                    *f.text == *root || *f.text == *stem || *f.text == *whole
                }
            });
            let Some(form) = form else { continue };
            // `50명 이상`, but not `엔진 이상`.
            let figure = || (i.saturating_sub(3)..i).any(|k| tokens[k].script == Script::Number);
            if lexicon.directions.pair_name(form.pair) == "bound" && !figure() {
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

/// Returns whether the word is negated: `늘지 않았다`, `포함되지 못했다`, `안 늘었다`, `증가한 것이 아니다`.
fn is_negated(doc: &Document<'_>, tokens: &[Token], i: usize) -> bool {
    let text = |k: usize| tokens.get(k).filter(|t| t.script == Script::Hangul).map_or("", |t| t.span.of(doc.text));
    let whole = text(i);
    let next = text(i + 1);
    let after = whole.ends_with('지') || whole.ends_with("지는") || whole.ends_with("지도");
    (after && ["않", "못", "아니", "말"].iter().any(|n| next.starts_with(n)))
        || (i > 0 && tokens[i].spaced && matches!(text(i - 1), "안" | "못"))
        || (next == "것이" && text(i + 2).starts_with("아니"))
}
