//! Utterances between double quotation marks, with who says them.

use super::{About, Claim, Lexicon, Value};
use crate::source::Span;
use crate::text::{Document, Quotation, Script, Sentence, Token};

/// An utterance has at least so many words; what is shorter is a term or an emphasis.
const LEAST_WORDS: usize = 3;

/// Returns the utterances of a document, by place.
///
/// The speaker is the topic of the clause before the quotation (`오 시장은 “…”고 말했다`), else of the clause after it
/// (`“…”라고 오 시장은 말했다`), else of the sentence before.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon, known: &[Claim]) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    for q in doc.quotations.iter().filter(|q| q.double) {
        let words = q.inner.of(doc.text);
        if words.split_whitespace().count() < LEAST_WORDS {
            continue;
        }
        let sentence = &doc.sentences[q.sentence as usize];
        let tokens = doc.tokens_of(sentence);
        let speaker = person(doc, known, sentence.span.start(), q.inner.start())
            .or_else(|| person(doc, known, q.inner.end(), sentence.span.end()))
            .or_else(|| topic(doc, tokens, sentence.span.start(), q.inner.start()))
            .or_else(|| behind(doc, tokens, q, sentence, lexicon))
            .or_else(|| out.last().filter(|c| c.sentence == q.sentence).and_then(|c| c.about.speaker))
            .or_else(|| previous(doc, q.sentence));
        out.push(Claim {
            span: q.inner,
            sentence: q.sentence,
            value: Value::Quote { words: words.to_owned() },
            about: About { speaker, ..About::default() },
        });
    }
    out
}

/// Returns the last person between two bytes who is topic or subject: name and role as they stand.
fn person(doc: &Document<'_>, known: &[Claim], from: usize, to: usize) -> Option<Span> {
    let first = known.partition_point(|c| c.span.start() < from);
    let inside = known[first..].iter().take_while(|c| c.span.end() <= to);
    let subject = |c: &Claim| {
        let Value::Person { role_at, .. } = c.value else { return None };
        let all = role_at.map_or(c.span, |r| c.span.cover(r));
        let quoted = doc.quotations.iter().any(|q| q.double && q.inner.contains(c.span));
        let after = &doc.text[all.end()..];
        (!quoted && ["은", "는", "이", "가", "도", "씨는", "씨가"].iter().any(|j| after.starts_with(j))).then_some(all)
    };
    inside.filter_map(subject).last()
}

/// Returns the last topic or subject between two bytes: the words of its phrase without 조사.
fn topic(doc: &Document<'_>, tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    let inside = |t: &Token| t.span.start() >= from && t.span.end() <= to;
    let quoted = |at: usize| doc.quotations.iter().any(|q| q.double && q.inner.start() <= at && at < q.inner.end());
    let best = |josa: &[&str]| {
        tokens.iter().enumerate().rev().find(|(_, t)| {
            inside(t)
                && matches!(t.script, Script::Hangul)
                && josa.contains(&t.josa().of(doc.text))
                && !quoted(t.span.start())
        })
    };
    let (i, token) = best(&["은", "는"]).or_else(|| best(&["이", "가", "도"]))?;
    // Up to two words of a name with its role: `오 시장`, `김민준 산업단장`.
    let mut first = i;
    while first > 0
        && i - first < 3
        && tokens[first].spaced
        && tokens[first - 1].script == Script::Hangul
        && tokens[first - 1].stem as usize == tokens[first - 1].span.len()
        && tokens[first - 1].root == tokens[first - 1].stem
        && inside(&tokens[first - 1])
    {
        first -= 1;
    }
    Some(tokens[first].span.cover(token.stem()))
}

fn behind(doc: &Document<'_>, tokens: &[Token], q: &Quotation, sentence: &Sentence, lexicon: &Lexicon) -> Option<Span> {
    let end = sentence.span.end();
    let speaks = tokens.iter().any(|t| {
        t.span.start() >= q.inner.end() && t.script == Script::Hangul && lexicon.names.is_speech(t.span.of(doc.text))
    });
    if speaks { topic(doc, tokens, q.inner.end(), end) } else { None }
}

fn previous(doc: &Document<'_>, sentence: u32) -> Option<Span> {
    let before = doc.sentences.get(sentence.checked_sub(1)? as usize)?;
    topic(doc, doc.tokens_of(before), before.span.start(), before.span.end())
}
