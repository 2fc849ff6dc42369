//! The rate of a currency and its worth: where more won buy a dollar, the won is worth less. `환율이 6.9원 올랐다` and `원화
//! 가치는 올랐다` cannot both be right of one day.

use super::page::Page;
use super::{Others, Slip};
use crate::claim::{Claim, Value};
use crate::finding::Kind;
use crate::source::Span;
use crate::text::Document;

/// Words for the worth of the won going up, with those for down in the same form.
const WORTH: &[(&str, &str)] = &[
    ("올랐", "내렸"),
    ("올라", "내려"),
    ("오른", "내린"),
    ("오르", "내리"),
    ("상승", "하락"),
    ("강세", "약세"),
    ("높아", "낮아"),
    ("뛰었", "떨어졌"),
    ("뛴", "떨어진"),
];

/// Words of another day, or of what may come.
const NOT_NOW: &[&str] = &[
    "지난해",
    "작년",
    "지난달",
    "지난주",
    "달리",
    "전망",
    "예상",
    "우려",
    "가능",
    "오르면",
    "내리면",
    "올해 들어",
    "경우",
];

/// Which way something went, and the place of the word.
type Way = (bool, Span);

/// Returns the words for which way the won went that the rate of the dollar contradicts, in its own article or in all
/// others that tell of it.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    if !page.doc.text.contains("원화") {
        return Vec::new();
    }
    let (worth, rate) = ways(page.doc, page.claims);
    let [(up, at)] = worth[..] else { return Vec::new() };
    let mut told = rate.iter().map(|w| w.0).collect::<Vec<_>>();
    let own = told.len();
    for r in others.readings() {
        let (worth, rate) = ways(&r.doc, &r.claims);
        told.extend(rate.iter().map(|w| w.0));
        told.extend(worth.iter().map(|w| !w.0));
    }
    // All tell of one way, and it is the same for the won.
    if told.is_empty() || told.iter().any(|&rate_up| rate_up != up) || (own == 0 && told.len() < 2) {
        return Vec::new();
    }
    let said = page.doc.slice(at);
    let other = WORTH.iter().find_map(|&(a, b)| {
        if up {
            said.starts_with(a).then(|| said.replacen(a, b, 1))
        } else {
            said.starts_with(b).then(|| said.replacen(b, a, 1))
        }
    });
    vec![Slip {
        kind: Kind::Polarity,
        at,
        expected: other,
        confidence: 0.86,
        reason: if up {
            "환율이 오르면 원화 가치는 내린다"
        } else {
            "환율이 내리면 원화 가치는 오른다"
        }
        .to_owned(),
        operands: rate.iter().map(|w| w.1).collect(),
    }]
}

/// Returns which way the won went by the sentences of an article, and which way the dollar in won.
fn ways(doc: &Document<'_>, claims: &[Claim]) -> (Vec<Way>, Vec<Way>) {
    let (mut worth, mut rate) = (Vec::new(), Vec::new());
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let text = doc.slice(sentence.span);
        let (won, dollar) = (text.find("원화"), text.find("환율"));
        if won.is_none() && dollar.is_none() || NOT_NOW.iter().any(|w| text.contains(w)) {
            continue;
        }
        let mut all = claims.iter().filter(|c| c.sentence as usize == s).filter_map(|c| match &c.value {
            Value::Direction { word, up, .. } if is_way(word) => Some((*up, c.span)),
            _ => None,
        });
        let Some(first) = all.next() else { continue };
        // One word for one subject, and no more of either.
        if all.next().is_some() {
            continue;
        }
        match (won, dollar) {
            (Some(_), None) => worth.push(first),
            (None, Some(_))
                if text.contains("원/달러")
                    || text.contains("원·달러")
                    || text.contains("달러당")
                    || text.contains("원달러") =>
            {
                rate.push(first);
            }
            _ => {}
        }
    }
    (worth, rate)
}

/// Returns whether a word tells which way a price went.
fn is_way(word: &str) -> bool {
    [
        "오르다",
        "내리다",
        "뛰다",
        "떨어지다",
        "상승",
        "하락",
        "급등",
        "급락",
        "강세",
        "약세",
        "높아지다",
        "낮아지다",
        "치솟다",
    ]
    .contains(&word)
}
