//! Days that had not come yet when the article was published: `21일 밝혔다` of an article of 19일.

use super::Scene;
use super::report::Found;
use crate::align::act::past;
use crate::claim::{Claim, Grain, Reading, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{ArticleId, Loc};
use jiff::civil::Date;

/// How many days ahead of publication a day is taken for a slip; farther ones are told of the month before as often.
const REACH: i32 = 10;

/// How many days before publication the happening may have been that others tell of.
const BACK: i32 = 5;

/// Returns the days later than the day of publication on which something is said to have happened.
///
/// Where another outlet tells of the same day as past, or the article does so of two days, it is rather the day of
/// publication that is wrong, and nothing is said.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    if rule.kind != Kind::Date {
        return out;
    }
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        let Some(published) = reading.doc.published.map(|p| p.date) else { continue };
        let ahead: Vec<(&Claim, Date)> = reading
            .claims
            .iter()
            .filter_map(|c| Some((c, day(reading, c)?)))
            .filter(|(c, d)| (1..=REACH).contains(&(*d - published).get_days()) && past(reading, c).is_some())
            .collect();
        let Some(&(_, first)) = ahead.first() else { continue };
        if ahead.iter().any(|a| a.1 != first) || told_by_others(scene, article, first) {
            continue;
        }
        let others = happened(scene, article, published);
        for (claim, _) in ahead {
            // Only the day is written anew, in the form of the text: `7월 21일`.
            let right = others.first().map(|o| o.0).or((others.is_empty()).then_some(published));
            let said = reading.doc.slice(claim.span);
            let expected = right.and_then(|r| Some(format!("{}{}일", said.strip_suffix(&number(said)?)?, r.day())));
            let found = Found {
                at: Loc { article, span: claim.span },
                confidence: if others.is_empty() { 0.8 } else { 0.92 },
                proven: true,
                replacement: expected.clone().filter(|_| !others.is_empty()),
                expected: expected.into_iter().collect(),
                others: others.iter().filter(|o| Some(o.0) == right).map(|o| o.1).collect(),
                reasons: vec![format!("기사가 나온 {}월 {}일보다 뒤이다", published.month(), published.day())],
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

/// Returns the digits of the day at the end of a date, with 일.
fn number(said: &str) -> Option<String> {
    let digits = said.strip_suffix('일')?;
    let n = digits.len() - digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (n > 0).then(|| format!("{}일", &digits[digits.len() - n..]))
}

/// Returns the day of a date that says one with its number, and no weekday: that proves the day by itself.
fn day(reading: &Reading<'_>, claim: &Claim) -> Option<Date> {
    let Value::Date(d) = &claim.value else { return None };
    let one = d.grain == Grain::Day && d.from == d.to && d.until.is_none() && d.weekday.is_none();
    let ahead = reading.doc.slice(claim.span).starts_with("오는");
    (one && !d.relative && d.day.is_some() && !ahead).then_some(d.from).flatten()
}

/// Returns whether another outlet has the day as one on which something happened.
fn told_by_others(scene: Scene<'_>, article: ArticleId, ahead: Date) -> bool {
    let own = scene.outlets[article.index()];
    scene.event.articles.iter().filter(|a| scene.outlets[a.index()] != own).any(|a| {
        let reading = &scene.readings[a.index()];
        reading.claims.iter().any(|c| day(reading, c) == Some(ahead) && past(reading, c).is_some())
    })
}

/// Returns the days shortly before publication on which something happened as others have it, those that most of them
/// tell first, and of those the latest.
fn happened(scene: Scene<'_>, article: ArticleId, published: Date) -> Vec<(Date, Loc)> {
    let own = scene.outlets[article.index()];
    let mut out: Vec<(Date, Loc)> = Vec::new();
    for a in scene.event.articles.iter().filter(|a| scene.outlets[a.index()] != own) {
        let reading = &scene.readings[a.index()];
        for c in &reading.claims {
            let Some(d) = day(reading, c).filter(|d| (0..=BACK).contains(&(published - *d).get_days())) else {
                continue;
            };
            let loc = Loc { article: *a, span: c.span };
            if past(reading, c).is_some() && !out.iter().any(|o| o.0 == d && o.1.article == *a) {
                out.push((d, loc));
            }
        }
    }
    let tellers = |d: Date| out.iter().filter(|o| o.0 == d).count();
    let mut sorted = out.clone();
    sorted.sort_by(|a, b| tellers(b.0).cmp(&tellers(a.0)).then(b.0.cmp(&a.0)));
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_day_is_the_last_of_its_date() {
        assert_eq!(number("7월 21일").as_deref(), Some("21일"));
        assert_eq!(number("이날"), None);
    }
}
