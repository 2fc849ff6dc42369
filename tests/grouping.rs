//! Grouping at scale: a wire of several outlets, made here, and how many pairs of articles are compared.

use factdiff::claim::{Lexicon, Reading};
use factdiff::event;
use factdiff::source::{Article, ArticleId, Sources, Span, Stamp};
use factdiff::text::Document;
use std::collections::{BTreeMap, BTreeSet};

/// A small generator of numbers that are the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides
    }

    fn word(&mut self, syllables: usize) -> String {
        const SYLLABLES: [&str; 28] = [
            "가", "나", "담", "라", "모", "보", "산", "온", "준", "채", "포", "해", "강", "논", "달", "림", "문", "별",
            "소", "운", "정", "천", "터", "파", "하", "골", "매", "성",
        ];
        (0..syllables).map(|_| SYLLABLES[self.roll(SYLLABLES.len())]).collect()
    }
}

/// Four outlets an event, forty events a day; every outlet tells it in other sentences, of which the lead has name,
/// place and amount. The outlets' articles lie far apart. Returns the articles and the event of each.
fn wire(events: usize) -> (Sources, Vec<usize>) {
    let mut dice = Dice(7);
    let common: Vec<String> = (0..1500).map(|_| dice.word(2)).collect();
    let mut told = Vec::new();
    for e in 0..events {
        let (name, place) = (dice.word(3), dice.word(3));
        let (amount, people) = (1001 + dice.roll(8998), 101 + dice.roll(899));
        let topic: Vec<String> = (0..12).map(|_| dice.word(3)).collect();
        for outlet in 0..4 {
            let mut text = format!("{place} {} {}\n\n", topic[0], common[dice.roll(1500)]);
            text += &format!("{name} 시장은 {place}에서 {amount}억원을 들여 {people}명을 돕는다고 밝혔다.\n");
            for _ in 0..12 {
                for _ in 0..6 {
                    text += &common[dice.roll(1500)];
                    text += "에 ";
                }
                text += &format!("{}을 {} 했다.\n", topic[dice.roll(12)], common[dice.roll(1500)]);
            }
            told.push((outlet, e, text));
        }
    }
    told.sort_by_key(|t| (t.0, t.1));
    let mut sources = Sources::new();
    let mut truth = Vec::new();
    for (outlet, e, text) in told {
        let mut article = Article::plain(&format!("{outlet}/{e}.txt"), ["가", "나", "다", "라"][outlet], &text);
        article.title = text.find('\n').map(|end| Span::new(0, end));
        let day = jiff::civil::date(2025, 1, 1 + (e / 40) as i8);
        article.published = Some(Stamp { date: day, time: None, offset: None });
        sources.push(article);
        truth.push(e);
    }
    (sources, truth)
}

fn grouped(sources: &Sources) -> (Vec<event::Event>, event::Effort) {
    let lexicon = Lexicon::embedded();
    let readings: Vec<_> = sources.articles().iter().map(|a| Reading::new(Document::read(a), &lexicon)).collect();
    event::group_counted(&readings)
}

#[test]
fn the_events_of_a_wire_are_found() {
    let (sources, truth) = wire(500);
    let (events, effort) = grouped(&sources);
    let mut mixed = 0;
    let mut parts: BTreeMap<usize, usize> = BTreeMap::new();
    for e in &events {
        let told: BTreeSet<usize> = e.articles.iter().map(|a| truth[a.index()]).collect();
        mixed += usize::from(told.len() > 1);
        for t in told {
            *parts.entry(t).or_default() += 1;
        }
    }
    let whole = parts.values().filter(|n| **n == 1).count();
    assert!(whole >= 490, "{whole} of 500 events are whole");
    assert!(mixed <= 2, "{mixed} groups hold more than one event");
    // 2,000 articles have 1,999,000 pairs, of which 3,000 are of one event; ten an article is 1 % of them.
    assert!((2_500..20_000).contains(&effort.pairs), "{} pairs compared", effort.pairs);
}

#[test]
fn twice_the_articles_are_about_twice_the_pairs() {
    let pairs = |events| grouped(&wire(events).0).1.pairs;
    let (once, twice) = (pairs(250), pairs(500));
    assert!(twice as f64 <= once as f64 * 2.3, "{once} pairs of 1,000 articles, {twice} of 2,000");
}

#[test]
fn the_events_do_not_depend_on_the_order_of_the_files() {
    let (sources, _) = wire(60);
    let by_name = |sources: &Sources| -> BTreeSet<BTreeSet<String>> {
        let name = |id: &ArticleId| sources.article(*id).path.clone();
        grouped(sources).0.iter().map(|e| e.articles.iter().map(name).collect()).collect()
    };
    let mut shuffled = Sources::new();
    let mut dice = Dice(11);
    let mut rest: Vec<Article> = sources.articles().to_vec();
    while !rest.is_empty() {
        shuffled.push(rest.swap_remove(dice.roll(rest.len())));
    }
    assert_eq!(by_name(&sources), by_name(&shuffled));
}
