//! Events: which articles tell of the same.
//!
//! Two outlets' stories of one event share few word sequences, but they share what is rare: names, amounts with their
//! units, days, and words that hardly any other article has. An article becomes a `key::Profile` of such keys; articles
//! that share a rare one inside a window of days are compared (`block`; all pairs only of few articles); pairs that are alike enough
//! grow into events (`cluster`).

mod block;
mod clock;
mod cluster;
mod frame;
mod key;

use crate::claim::Reading;
use crate::source::ArticleId;

/// Articles that tell of the same event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its number, from 1.
    pub id: u32,
    /// Its articles in reading order; at least one.
    pub articles: Vec<ArticleId>,
}

/// How much work a grouping was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effort {
    /// Pairs of articles that were compared; grows with the number of articles, not with its square.
    pub pairs: usize,
}

/// Returns the events of all readings, each article in exactly one, ordered by their first article.
///
/// Which articles go together does not depend on their order.
pub fn group(readings: &[Reading<'_>]) -> Vec<Event> {
    group_counted(readings).0
}

/// Returns the events as [`group`] does, and how much work it was.
pub fn group_counted(readings: &[Reading<'_>]) -> (Vec<Event>, Effort) {
    let archive = key::Archive::new(readings);
    let pairs = block::candidates(&archive);
    let label = cluster::clusters(&archive, &pairs);
    let mut events: Vec<Event> = Vec::new();
    let mut event_of = vec![usize::MAX; readings.len()];
    for (i, reading) in readings.iter().enumerate() {
        let root = label[i];
        if event_of[root] == usize::MAX {
            event_of[root] = events.len();
            events.push(Event { id: events.len() as u32 + 1, articles: Vec::new() });
        }
        events[event_of[root]].articles.push(reading.doc.article);
    }
    (events, Effort { pairs: pairs.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Lexicon;
    use crate::source::{Article, Sources, Span, Stamp};
    use crate::text::Document;

    /// Each article as `day | headline | body`; the day may be empty.
    fn events(articles: &[&str]) -> Vec<Vec<u32>> {
        let mut sources = Sources::new();
        for a in articles {
            let mut parts = a.splitn(3, '|').map(str::trim);
            let (day, title, body) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            let mut article = Article::plain("a.txt", "한빛일보", &format!("{title}\n\n{body}\n"));
            article.title = Some(Span::new(0, title.len()));
            article.published = day.parse().ok().map(|date| Stamp { date, time: None, offset: None });
            sources.push(article);
        }
        let lexicon = Lexicon::embedded();
        let readings: Vec<_> = sources.articles().iter().map(|a| Reading::new(Document::read(a), &lexicon)).collect();
        group(&readings).into_iter().map(|e| e.articles.into_iter().map(|a| a.0).collect()).collect()
    }

    const BRIDGE: &str = "2025-03-04 | 솔내교 난간 무너져 2명 다쳐 | 4일 오전 솔내시 솔내교 난간이 무너져 행인 2명이 다쳤다. \
        솔내소방서는 길이 37m 구간이 하천으로 떨어졌다고 밝혔다. 맹도엽 서장은 노후 볼트가 원인이라고 말했다.";
    const BRIDGE_TOLD_AGAIN: &str = "2025-03-05 | 솔내교 난간 사고, 노후 볼트 탓 | 솔내시는 솔내교에서 떨어진 난간 \
        37m를 걷어 냈다. 4일 사고로 행인 둘이 병원에 실려 갔다. 맹도엽 솔내소방서장은 볼트가 낡았다고 했다.";
    const HARVEST: &str = "2025-03-05 | 여름딸기 수출 늘어 | 가온군이 올해 여름딸기 412t을 베트남에 수출한다. \
        군은 농가 86곳이 참여한다고 설명했다.";

    #[test]
    fn one_event_in_other_words_and_another() {
        assert_eq!(events(&[BRIDGE, HARVEST, BRIDGE_TOLD_AGAIN]), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn the_order_of_files_changes_nothing() {
        assert_eq!(events(&[HARVEST, BRIDGE_TOLD_AGAIN, BRIDGE]), [vec![0], vec![1, 2]]);
    }

    #[test]
    fn the_same_words_a_year_later_are_another_event() {
        let later = BRIDGE.replace("2025-03-04", "2026-03-04");
        assert_eq!(events(&[BRIDGE, &later, BRIDGE_TOLD_AGAIN]), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn copies_belong_together() {
        assert_eq!(events(&[BRIDGE, BRIDGE, BRIDGE]), [vec![0, 1, 2]]);
    }

    #[test]
    fn undated_articles_that_say_other_full_days_are_of_other_events() {
        let opening = "| 가온 누리잔치 개막 | 2031년 5월 2일 저녁 가온시 누리광장에서 제9회 가온 누리잔치 개막식이 열렸다. \
            누리잔치는 20일까지 이어지며 21개 나라 312개 팀이 나온다. 누리광장에는 누리등 1,204개를 달았다.";
        let closing = "| 가온 누리잔치 폐막 | 2031년 5월 20일 저녁 가온시 누리광장에서 제9회 가온 누리잔치 폐막식이 열렸다. \
            누리잔치에는 21개 나라 312개 팀이 나왔다. 누리광장에는 누리등 1,204개를 달았다.";
        let again = opening.replace("열렸다", "성대하게 열렸다");
        assert_eq!(events(&[opening, closing, &again]), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn issues_of_a_series_fill_one_text_with_other_figures() {
        let tally = |new, all, home, severe, dead, tests| {
            format!(
                "| 가온도 눈꽃감기 현황 | 가온도 방역본부는 0시 기준으로 눈꽃감기 신규 환자는 {new}명이라고 밝혔다. 이로써 \
                전체 환자는 {all}명이 되었고 재택 환자는 {home}명, 위중 환자는 {severe}명, 누적 사망자는 {dead}명이다. \
                하루 검사 건수는 {tests}건이다."
            )
        };
        let monday = tally(1120, 52_120, 9_411, 284, 739, 88_120);
        let slip = tally(1120, 52_120, 9_411, 248, 739, 88_120);
        let tuesday = tally(1312, 53_432, 9_870, 311, 773, 91_405);
        assert_eq!(events(&[&monday, &tuesday, &slip]), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn nothing_is_no_event() {
        assert!(events(&[]).is_empty());
        assert_eq!(events(&["| |"]), [vec![0]]);
    }
}
