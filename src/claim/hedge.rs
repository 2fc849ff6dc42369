//! What the writer admits about a figure, before it (약, 최대) and behind it (여, 가량, 이상, `을 넘는`).

use super::figure::Here;
use super::tail;
use super::value::Hedge;

/// Words before a figure; they must stand as a word.
const BEFORE: &[(&str, Hedge)] = &[
    ("어림잡아", Hedge::About),
    ("최소한", Hedge::AtLeast),
    ("적어도", Hedge::AtLeast),
    ("줄잡아", Hedge::AtLeast),
    ("대략", Hedge::About),
    ("대충", Hedge::About),
    ("최대", Hedge::AtMost),
    ("최소", Hedge::AtLeast),
    ("거의", Hedge::Under),
    ("약", Hedge::About),
    ("얼추", Hedge::About),
    ("근", Hedge::Under),
];

/// Words behind a figure that belong to it.
const AFTER: &[(&str, Hedge)] = &[
    ("가량", Hedge::About),
    ("안팎", Hedge::About),
    ("남짓", Hedge::About),
    ("정도", Hedge::About),
    ("내외", Hedge::About),
    ("전후", Hedge::About),
    ("쯤", Hedge::About),
    ("이상", Hedge::AtLeast),
    ("이하", Hedge::AtMost),
    ("초과", Hedge::Over),
    ("미만", Hedge::Under),
    ("넘게", Hedge::Over),
    ("가까이", Hedge::Under),
    ("이내", Hedge::AtMost),
];

/// Verbs behind a figure and its particle (`40%를 넘는`): they hedge it without being part of it.
const VERBS: &[(&str, Hedge)] = &[
    ("넘", Hedge::Over),
    ("웃돌", Hedge::Over),
    ("웃도", Hedge::Over),
    ("웃돈", Hedge::Over),
    ("돌파", Hedge::Over),
    ("초과", Hedge::Over),
    ("육박", Hedge::Under),
    ("가까", Hedge::Under),
    ("가깝", Hedge::Under),
    ("근접", Hedge::Under),
    ("못 미", Hedge::Under),
    ("못미", Hedge::Under),
    ("밑돌", Hedge::Under),
    ("밑도", Hedge::Under),
    ("밑돈", Hedge::Under),
];

/// Words between a figure and those verbs.
const ADVERBS: &[&str] = &["조금", "살짝", "약간", "훌쩍", "갓", "겨우", "가까스로", "크게", "이미"];

/// Returns the hedge before byte `start`, and where it begins.
pub(super) fn before(here: &Here<'_>, start: usize) -> (usize, Option<Hedge>) {
    let text = here.before(start);
    let trimmed = text.strip_suffix(' ').unwrap_or(text);
    // The last byte tells most words apart without a comparison of strings.
    let last = trimmed.as_bytes().last();
    for (word, hedge) in BEFORE.iter().filter(|(word, _)| word.as_bytes().last() == last) {
        if let Some(rest) = trimmed.strip_suffix(word) {
            let free = !rest.ends_with(|c: char| ('가'..='힣').contains(&c));
            if free && (*word != "근" || text.ends_with(' ')) {
                return (start - (text.len() - rest.len()), Some(*hedge));
            }
        }
    }
    (start, None)
}

/// Returns the hedge behind byte `end`, and where what belongs to the figure ends.
pub(super) fn after(here: &Here<'_>, end: usize) -> (usize, Option<Hedge>) {
    let rest = here.rest(end);
    if let Some(more) = rest.strip_prefix('여')
        && tail::leaves_whole(tail::run(more))
    {
        return (end + 3, Some(Hedge::Over));
    }
    let spaced = usize::from(rest.starts_with(' '));
    let third = rest.as_bytes().get(spaced + 2);
    for (word, hedge) in AFTER.iter().filter(|(word, _)| word.as_bytes().get(2) == third) {
        if let Some(more) = rest[spaced..].strip_prefix(word)
            && (tail::is_particle(tail::run(more)) || more.starts_with("이나 "))
        {
            return (end + spaced + word.len(), Some(*hedge));
        }
    }
    let behind = rest.strip_prefix(['이', '가', '을', '를', '에', '도', '선']).unwrap_or(rest);
    let behind = behind.strip_prefix(['을', '에']).unwrap_or(behind).trim_start_matches(' ');
    // 80억달러를 조금 넘었다
    let adverb = ADVERBS.iter().find_map(|w| behind.strip_prefix(w));
    let behind = adverb.map_or(behind, str::trim_start);
    if behind.len() < rest.len()
        && let Some((_, hedge)) = VERBS.iter().find(|(verb, _)| behind.starts_with(verb))
    {
        return (end, Some(*hedge));
    }
    (end, None)
}
