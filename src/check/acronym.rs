//! Letters in brackets behind the name of a body that are those of another: `세계무역기구(WHO)`, `한빛시험연구원(HRT)` beside
//! `한빛시험연구원(HTR)`, or letters that changed places once: `RVS` where all else is `RSV`.

use super::Scene;
use super::report::Found;
use crate::source::{Loc, Span};
use crate::text::hangul::is_syllable;
use std::collections::BTreeMap;

/// Bodies that are known by their letters all over, with their Korean names as the papers write them.
const BODIES: &[(&str, &[&str])] = &[
    ("NASA", &["미국항공우주국", "항공우주국"]),
    ("ESA", &["유럽우주국"]),
    ("JAXA", &["우주항공연구개발기구"]),
    ("KARI", &["한국항공우주연구원"]),
    ("WHO", &["세계보건기구"]),
    ("WTO", &["세계무역기구"]),
    ("ILO", &["국제노동기구"]),
    ("IMO", &["국제해사기구"]),
    ("ICAO", &["국제민간항공기구"]),
    ("IAEA", &["국제원자력기구"]),
    ("IEA", &["국제에너지기구"]),
    ("IMF", &["국제통화기금"]),
    ("BIS", &["국제결제은행"]),
    ("ADB", &["아시아개발은행"]),
    ("AIIB", &["아시아인프라투자은행"]),
    ("ECB", &["유럽중앙은행"]),
    ("BOJ", &["일본은행"]),
    ("OECD", &["경제협력개발기구"]),
    ("OPEC", &["석유수출국기구"]),
    ("NATO", &["북대서양조약기구"]),
    ("ASEAN", &["동남아시아국가연합", "동남아국가연합"]),
    ("APEC", &["아시아태평양경제협력체", "아태경제협력체"]),
    ("FAO", &["식량농업기구"]),
    ("WFP", &["세계식량계획"]),
    ("UNHCR", &["유엔난민기구"]),
    ("UNEP", &["유엔환경계획"]),
    ("UNDP", &["유엔개발계획"]),
    ("UNICEF", &["유엔아동기금", "유니세프"]),
    ("UNESCO", &["교육과학문화기구", "유네스코"]),
    ("WIPO", &["세계지식재산기구", "세계지식재산권기구"]),
    ("WMO", &["세계기상기구"]),
    ("ITU", &["국제전기통신연합"]),
    ("IOC", &["국제올림픽위원회"]),
    ("FIFA", &["국제축구연맹"]),
    ("AFC", &["아시아축구연맹"]),
    ("UEFA", &["유럽축구연맹"]),
    ("KBO", &["한국야구위원회"]),
    ("KBL", &["한국농구연맹"]),
    ("WKBL", &["한국여자농구연맹"]),
    ("KOVO", &["한국배구연맹"]),
    ("FDA", &["식품의약국"]),
    ("EMA", &["유럽의약품청"]),
    ("CDC", &["질병통제예방센터"]),
    ("FBI", &["연방수사국"]),
    ("CIA", &["중앙정보국"]),
    ("KDI", &["한국개발연구원"]),
    ("KIET", &["산업연구원"]),
    ("KIEP", &["대외경제정책연구원"]),
    ("KAIST", &["한국과학기술원"]),
    ("KIST", &["한국과학기술연구원"]),
    ("KISTI", &["한국과학기술정보연구원"]),
    ("GIST", &["광주과학기술원"]),
    ("DGIST", &["대구경북과학기술원"]),
    ("UNIST", &["울산과학기술원"]),
    ("ETRI", &["한국전자통신연구원"]),
    ("KISA", &["한국인터넷진흥원"]),
    ("KRISS", &["한국표준과학연구원"]),
    ("KIGAM", &["한국지질자원연구원"]),
    ("KIOST", &["한국해양과학기술원"]),
    ("KMI", &["한국해양수산개발원"]),
    ("KIER", &["한국에너지기술연구원"]),
    ("KAERI", &["한국원자력연구원"]),
    ("KIMM", &["한국기계연구원"]),
    ("KRIBB", &["한국생명공학연구원"]),
    ("KOTRA", &["대한무역투자진흥공사"]),
    ("LH", &["한국토지주택공사"]),
    ("KAI", &["한국항공우주산업"]),
];

/// Letters that changed places stand once where the others stand so often.
const OFTEN: usize = 4;

/// Letters at their place.
struct Letters<'a> {
    letters: &'a str,
    at: Loc,
    /// The words before the bracket without blanks; empty where the letters stand in no bracket.
    name: String,
}

/// Returns the letters that are those of another body, or of nobody else.
pub(super) fn found(scene: Scene<'_>) -> Vec<Found> {
    let mut all: Vec<Letters<'_>> = Vec::new();
    for &id in &scene.event.articles {
        collect(scene, id, &mut all);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for l in &all {
        *counts.entry(l.letters).or_default() += 1;
    }
    all.iter()
        .filter(|l| !scene.sources.article(l.at.article).peer)
        .filter_map(|l| of_another(l, &all).or_else(|| shuffled(l, &all, &counts)))
        .collect()
}

/// Returns letters that are well known as those of another body than the one before the bracket, which has its own.
fn of_another(of: &Letters<'_>, all: &[Letters<'_>]) -> Option<Found> {
    if of.name.is_empty() || !BODIES.iter().any(|(letters, _)| *letters == of.letters) {
        return None;
    }
    // 대구경북과학기술원 ends as 경북과학기술원 would: the longest name is meant.
    let names = BODIES.iter().flat_map(|(letters, names)| names.iter().map(move |n| (*letters, *n)));
    let (right, _) = names.filter(|(_, n)| of.name.ends_with(n)).max_by_key(|(_, n)| n.len())?;
    if right == of.letters {
        return None;
    }
    let others = all.iter().filter(|l| l.letters == right && l.at.article != of.at.article).map(|l| l.at).collect();
    Some(told(of, right, others, 0.9, "다른 기관의 약칭이다"))
}

/// Returns letters that stand once, where the same in another order stand again and again, in the same article too.
fn shuffled(of: &Letters<'_>, all: &[Letters<'_>], counts: &BTreeMap<&str, usize>) -> Option<Found> {
    // TBS is no slip of BTS: only what brackets give as the letters of something.
    if of.letters.len() < 3 || of.name.is_empty() || counts.get(of.letters) != Some(&1) {
        return None;
    }
    let (right, _) = counts.iter().find(|(w, n)| **n >= OFTEN && one_swap(of.letters, w))?;
    let home = all.iter().any(|l| l.letters == *right && l.at.article == of.at.article);
    let others = all.iter().filter(|l| l.letters == *right && l.at.article != of.at.article).map(|l| l.at).collect();
    home.then(|| told(of, right, others, 0.85, "약칭의 두 글자가 뒤바뀌었다"))
}

fn told(of: &Letters<'_>, right: &str, others: Vec<Loc>, confidence: f32, reason: &str) -> Found {
    Found {
        at: of.at,
        expected: vec![right.to_owned()],
        confidence,
        proven: true,
        others,
        reasons: vec![reason.to_owned()],
        replacement: Some(right.to_owned()),
        safe: false,
    }
}

/// Returns whether two neighbours of one are swapped in the other.
fn one_swap(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(i) = a.iter().zip(b).position(|(x, y)| x != y) else { return false };
    a.len() == b.len() && i + 1 < a.len() && a[i] == b[i + 1] && a[i + 1] == b[i] && a[i + 2..] == b[i + 2..]
}

/// Appends the runs of two capitals and more of an article.
fn collect<'a>(scene: Scene<'a>, id: crate::source::ArticleId, out: &mut Vec<Letters<'a>>) {
    let text = scene.sources.article(id).text.as_str();
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_uppercase() {
            i += 1;
            continue;
        }
        let start = i;
        while i < bytes.len() && bytes[i].is_ascii_alphanumeric() {
            i += 1;
        }
        let letters = &text[start..i];
        let glued = start > 0 && (bytes[start - 1].is_ascii_alphanumeric() || matches!(bytes[start - 1], b'-' | b'&'));
        if glued || !(2..=8).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            continue;
        }
        let bracket = text[..start].strip_suffix('(').filter(|_| matches!(bytes.get(i), Some(b')' | b',')));
        let name = bracket.filter(|b| b.ends_with(is_syllable)).map_or_else(String::new, before);
        out.push(Letters { letters, at: Loc { article: id, span: Span::new(start, i) }, name });
    }
}

/// Returns the last words of a text without their blanks.
fn before(text: &str) -> String {
    const WORDS: usize = 5;
    let line = text.rsplit('\n').next().unwrap_or(text);
    let mut words: Vec<&str> = line.rsplit(' ').take(WORDS).collect();
    words.reverse();
    words.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_swapped() {
        assert!(one_swap("RVS", "RSV") && !one_swap("RSV", "RSV") && !one_swap("VSR", "RSV") && !one_swap("RS", "RSV"));
    }
}
