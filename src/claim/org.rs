//! Bodies, facilities, products and events: by how they end, by quotation marks, by their abbreviation.
//!
//! `울산항만공사` · `충칭양강신구개발투자그룹` · ‘서울바이오허브’ · `서울스마트라이프위크(SLW)` · `㈜한별전자`

use super::{About, Claim, Lexicon, Value};
use crate::source::Span;
use crate::text::{Document, Script, Token};

/// Returns the bodies of a document, by place; the value is the name without spaces, as outlets differ in them.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Claim> {
    let mut out = Vec::new();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let tokens = doc.tokens_of(sentence);
        for i in 0..tokens.len() {
            if let Some(span) = by_ending(doc, lexicon, tokens, i).or_else(|| by_sign(doc, lexicon, tokens, i)) {
                out.push(claim(doc, span, s as u32));
            }
        }
    }
    quoted(doc, lexicon, &mut out);
    out.sort_by_key(|c| (c.span.start(), std::cmp::Reverse(c.span.end())));
    out.dedup_by(|b, a| a.span.overlaps(b.span));
    out
}

fn claim(doc: &Document<'_>, span: Span, sentence: u32) -> Claim {
    let name = span.of(doc.text).chars().filter(|c| !c.is_whitespace()).collect();
    Claim { span, sentence, value: Value::Org(name), about: About::default() }
}

fn by_ending(doc: &Document<'_>, lexicon: &Lexicon, tokens: &[Token], i: usize) -> Option<Span> {
    let names = &lexicon.names;
    let token = &tokens[i];
    if token.script != Script::Hangul {
        return None;
    }
    let (whole, stem) = (token.span.of(doc.text), token.stem().of(doc.text));
    let (word, end) = match names.bodies.body.of(stem) {
        Some(end) => (stem, end),
        None if whole.len() > stem.len() => (whole, names.bodies.body.of(whole)?),
        None => return None,
    };
    let span = Span::new(token.span.start(), token.span.start() + word.len());
    let name = &word[..word.len() - end.len()];
    // `KIC중국센터`: the letters are part of the name.
    let letters = i.checked_sub(1).filter(|_| !token.spaced && tokens[i - 1].script == Script::Latin);
    if let Some(k) = letters {
        return Some(tokens[k].span.cover(span));
    }
    if name.is_empty() {
        let before = tokens.get(i.checked_sub(1)?).filter(|b| b.script == Script::Hangul && token.spaced)?;
        let left = before.span.of(doc.text);
        let fits = before.stem as usize == left.len()
            && before.root == before.stem
            && left.len() >= 6
            && !names.is_generic(left)
            && !names.is_modifier(left)
            && !names.is_noun(left)
            && names.role_at_end(left).is_none()
            // 고은별 연구원 is somebody.
            && !(word == "연구원" && left.len() == 9 && names.korean(left).is_some_and(|k| k >= 0));
        if end.len() > 9 {
            // 농림축산식품부 is called so; what stands before it is who works there.
            return Some(if fits && !end.ends_with('부') { before.span.cover(span) } else { span });
        }
        return (names.is_bare_body(word) && fits).then(|| before.span.cover(span));
    }
    if word.len() <= 9 && names.is_noun(word) || names.is_noun(word) && end.len() + 6 >= word.len() {
        return None;
    }
    let plain = names.is_generic(name) || names.is_modifier(name);
    let short = name.len() < 6 && end.len() < 9;
    (!plain && !short).then_some(span)
}

/// `㈜한별전자`, `(주)한별전자`, `서울스마트라이프위크(SLW)`
fn by_sign(doc: &Document<'_>, lexicon: &Lexicon, tokens: &[Token], i: usize) -> Option<Span> {
    let token = &tokens[i];
    let text = |k: usize| tokens.get(k).map_or("", |t| t.span.of(doc.text));
    if token.script == Script::Sign && text(i) == "㈜" {
        let name = tokens.get(i + 1).filter(|n| !n.spaced && n.script != Script::Sign)?;
        return Some(name.stem());
    }
    if token.script == Script::Sign && text(i) == "(" && text(i + 1) == "주" && text(i + 2) == ")" {
        let name = tokens.get(i + 3).filter(|n| !n.spaced && n.script != Script::Sign)?;
        return Some(name.stem());
    }
    if token.script != Script::Hangul || token.span.len() < 12 || tokens.get(i + 1)?.script != Script::Sign {
        return None;
    }
    let abbreviation = text(i + 2);
    let fits = text(i + 1) == "("
        && !tokens[i + 1].spaced
        && text(i + 3) == ")"
        && (2..=6).contains(&abbreviation.len())
        && abbreviation.bytes().all(|b| b.is_ascii_uppercase());
    let names = &lexicon.names;
    let word = text(i);
    (fits && !names.is_term(word) && names.role_at_end(word).is_none() && !names.is_noun(word)).then_some(token.span)
}

/// ‘서울바이오허브’: a single word, or words of which the last ends as bodies do.
fn quoted(doc: &Document<'_>, lexicon: &Lexicon, out: &mut Vec<Claim>) {
    let names = &lexicon.names;
    for q in doc.quotations.iter().filter(|q| !q.double && q.inner.len() <= 60) {
        let words = q.inner.of(doc.text);
        let first = doc.token_at(q.inner.start());
        let last = doc.token_at(q.inner.end().saturating_sub(1));
        let Some(tokens) = doc.tokens.get(first..=last) else { continue };
        let Some(end) = tokens.last() else { continue };
        let body = names.bodies.body.of(end.span.of(doc.text)).is_some();
        let whole = words.len() >= 12 && !words.contains(' ') && !names.is_noun(words);
        let nominal = tokens.iter().all(|t| {
            matches!(t.script, Script::Hangul | Script::Latin | Script::Number)
                && t.stem as usize == t.span.len()
                && t.root == t.stem
        });
        if nominal && (body || whole) && tokens.len() <= 4 && words.len() >= 9 {
            out.push(claim(doc, q.inner, q.sentence));
        }
    }
}
