//! A value and the one that the next words set it against, with the word for which of the two is more: `상승률은 2.3%. 전망치였던
//! 2.5%보다 높았다`, `87억원으로 확정됐다. 119억원이던 지난해보다 늘었다`, `41억달러가 됐다. 작년 이맘때 35억달러보다 17%쯤 줄었다`.

use super::Slip;
use super::page::{Figure, Page, percent_of};
use super::ways::{MORE, WAYS};
use crate::align::figure::Class;
use crate::claim::Value;
use crate::source::Span;

/// Words for the value that something is set against: of the time before, or what was expected.
const BASES: &[&str] = &[
    "지난해",
    "작년",
    "전년",
    "재작년",
    "지난달",
    "전달",
    "전월",
    "분기",
    "년 전",
    "달 전",
    "주 전",
    "이맘때",
    "같은 기간",
    "지난번",
    "종전",
    "기존",
    "당초",
    "애초",
    "처음",
    "전망치",
    "예상치",
    "예측치",
    "추정치",
    "기대치",
    "목표",
    "평균",
    "평년",
    "기준치",
    "기준",
];

/// What stands behind the value that something is set against.
const PIVOTS: &[&str] = &[
    "보다는 ",
    "보다 ",
    "에서 ",
    "에 비해 ",
    "에 비하면 ",
    "에 견줘 ",
    "과 견줘 ",
    "와 견줘 ",
    "과 견주면 ",
    "와 견주면 ",
    "과 비교해 ",
    "와 비교해 ",
    "과 비교하면 ",
    "와 비교하면 ",
    " 대비 ",
];

/// Words before a direction that leave it as it is.
const HOW: &[&str] =
    &["더 ", "오히려 ", "크게 ", "다소 ", "소폭 ", "훨씬 ", "조금 ", "약간 ", "되레 ", "도리어 ", "눈에 띄게 "];

/// Nouns behind `늘어난` that are the value itself.
const ITSELF: &[&str] = &["수치", "규모", "것", "셈", "숫자", "금액", "수준", "액수", "인원", "값", "결과"];

/// Returns the words for more and less that the value of the sentence before, or right before, contradicts; `told` holds
/// what other proofs have found.
pub(super) fn slips(page: &Page<'_>, told: &[Slip]) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, old) in page.figures.iter().enumerate() {
        if old.rough || old.value <= 0 || !counts(old) {
            continue;
        }
        let Some(base) = Base::of(page, i) else { continue };
        let Some(new) = before(page, i, &base) else { continue };
        let Some(slip) = slip(page, new, old, &base) else { continue };
        if !told.iter().any(|t| t.at.overlaps(slip.at)) {
            out.push(slip);
        }
    }
    out
}

fn counts(f: &Figure) -> bool {
    matches!(f.class, Class::Money | Class::Count(_) | Class::Measure(_) | Class::Percent)
}

/// What is said of a value beside the one that it is set against.
struct Base<'p> {
    /// Where the word for more or less begins.
    at: usize,
    word: &'static str,
    other: &'static str,
    up: bool,
    /// By how much.
    by: Option<&'p Figure>,
}

impl<'p> Base<'p> {
    /// Returns what is said beside the figure at an index, where the words make it the one that another is set against.
    fn of(page: &'p Page<'_>, i: usize) -> Option<Base<'p>> {
        let old = &page.figures[i];
        let behind = page.after(old.span, old.sentence);
        let lead = page.before(old.span, old.sentence);
        let lead = lead.rsplit(", ").next().unwrap_or(lead);
        let rest = behind.trim_start_matches(')');
        let (rest, named) = match ["이던 ", "였던 ", "이었던 "].iter().find_map(|j| rest.strip_prefix(j)) {
            // 119억원이던 지난해보다.
            Some(then) => {
                let end = PIVOTS.iter().filter_map(|p| then.find(p).map(|at| (at, p.len()))).min()?;
                (&then[end.0 + end.1..], &then[..end.0])
            }
            None => (PIVOTS.iter().find_map(|p| rest.strip_prefix(p))?, lead),
        };
        let plain = |text: &str| {
            text.len() <= 48
                && !text.contains(['"', '“', '‘', '.'])
                && !text.split(' ').any(|w| w.len() > 6 && w.ends_with(['은', '는', '이', '가', '도', '를', '을']))
        };
        let dated = || {
            page.claims.iter().any(|c| {
                matches!(c.value, Value::Date(_))
                    && c.sentence as usize == old.sentence
                    && c.span.end() <= old.span.start()
            })
        };
        let based = BASES.iter().any(|w| named.contains(w)) || (named == lead && dated());
        if !based || !plain(named) || !plain(lead) {
            return None;
        }
        let mut at = old.span.end() + behind.len() - rest.len();
        let by = page.figures.get(i + 1).filter(|f| f.sentence == old.sentence && f.span.start() == at);
        let mut rest = rest;
        if let Some(by) = by {
            rest = page.after(by.span, by.sentence);
            let tail = rest.trim_start_matches(['이', '가', '나']);
            rest = if tail.starts_with(' ') { tail } else { rest };
            rest = rest.trim_start();
            at = by.span.end() + page.after(by.span, by.sentence).len() - rest.len();
        }
        if let Some(how) = HOW.iter().find(|h| rest.starts_with(**h)) {
            (rest, at) = (&rest[how.len()..], at + how.len());
        }
        let (word, other, up) = MORE.iter().chain(WAYS).find_map(|&(up, down)| {
            let said = |w: &str| rest.starts_with(w);
            said(up).then_some((up, down, true)).or(said(down).then_some((down, up, false)))
        })?;
        let tail = &rest[word.len()..];
        let adnominal = word.ends_with(['은', '난', '든', '른', '린', '인', '뛴', '진']);
        let goes_on = if adnominal {
            tail.strip_prefix(' ').is_some_and(|t| ITSELF.iter().any(|w| t.starts_with(w)))
        } else {
            // 증가할 전망, 증가 폭, 높지 않았다; 증가했다, 높았습니다, 늘어.
            !["할", "될", "폭", " 폭", "율", "률", "세", "분", "지", "하지", "하면", "할지"]
                .iter()
                .any(|w| tail.starts_with(w))
                && !tail.contains("않")
        };
        goes_on.then_some(Base { at, word, other, up, by })
    }
}

/// Returns the value that is set against the figure at an index: the only one like it of the sentence before, or the one right
/// before it that `으로` stands behind.
fn before<'p>(page: &'p Page<'_>, i: usize, base: &Base<'_>) -> Option<&'p Figure> {
    let old = &page.figures[i];
    let own = page.of_sentence(old.sentence);
    let like = |f: &&Figure| f.like(old) && base.by.is_none_or(|b| b.span != f.span) && f.span != old.span;
    let passes = |f: &Figure| {
        !f.rough && f.value > 0 && f.value != old.value && f.value < old.value * 10 && old.value < f.value * 10
    };
    let here: Vec<&Figure> = own.iter().filter(like).collect();
    if let [new] = here[..] {
        let gap = (new.span.end() <= old.span.start()).then(|| page.between(new.span, old.span))?;
        let joined = ["으로 ", "로 ", "으로, ", "로, "].iter().find_map(|j| gap.strip_prefix(j))?;
        let plain = joined.len() <= 30 && !joined.contains([',', '.', '(']);
        return (plain && passes(new) && own.len() == 2 + usize::from(base.by.is_some())).then_some(new);
    }
    if !here.is_empty() || old.sentence == 0 {
        return None;
    }
    let (said, next) = (&page.doc.sentences[old.sentence - 1], &page.doc.sentences[old.sentence]);
    if said.block != next.block {
        return None;
    }
    let there: Vec<&Figure> = page.of_sentence(old.sentence - 1).iter().filter(like).collect();
    let [new] = there[..] else { return None };
    // Of what is told with no difference between the two, the figure has to be all that the sentence tells.
    if base.by.is_none() && page.of_sentence(old.sentence - 1).len() > 1 {
        return None;
    }
    let text = page.doc.slice(said.span);
    let (lead, behind) = (page.before(new.span, new.sentence), page.after(new.span, new.sentence));
    let earlier =
        ["지난해", "작년", "전년", "지난달", "전월", "년 전", "평년", "목표"].iter().any(|w| lead.contains(w));
    let part = ["보다", "에서", "씩", "당", " 이상", " 이하", " 가운데", " 중 ", "의 ", " 넘", "까지"]
        .iter()
        .any(|w| behind.starts_with(w));
    let quoted = text.contains(['"', '“', '”']);
    (!earlier && !part && !quoted && passes(new)).then_some(new)
}

fn slip(page: &Page<'_>, new: &Figure, old: &Figure, base: &Base<'_>) -> Option<Slip> {
    let moved = (new.value - old.value).abs();
    if moved <= new.slack() + old.slack() || base.up == (new.value > old.value) {
        return None;
    }
    let shares = old.class == Class::Percent;
    if let Some(by) = base.by {
        let (want, slack) = if by.like(old) && !shares || shares && by.unit == "%p" {
            (moved, new.slack() + old.slack() + by.step)
        } else if by.class == Class::Percent && by.unit == "%" && !shares {
            let rate = percent_of(moved, old.value);
            let reach = percent_of(new.step + old.step, old.value);
            (rate, by.step + reach / 2)
        } else {
            return None;
        };
        let slack = if by.rough { slack.max(by.value / 10) } else { slack };
        // A difference of one digit is met by others.
        if (want - by.value).abs() > slack || by.value < by.step * 5 {
            return None;
        }
    }
    let at = Span::new(base.at, base.at + base.word.len());
    let slip = Slip::of_order(page, at, base.other, [new, old]);
    Some(Slip { confidence: if base.by.is_some() { slip.confidence } else { 0.82 }, ..slip })
}
