//! What holds for every event: the order of files does not matter, and copies of one article contradict nothing.
#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use factdiff::finding::Severity;
use factdiff::rule::RuleSet;
use factdiff::source::load::{Request, load};
use factdiff::source::{Article, Sources};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Returns the articles of each labelled event.
fn events() -> Vec<Vec<Article>> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("fixtures").unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    folders
        .into_iter()
        .map(|f| load(Request { paths: vec![f], ..Request::default() }).sources.articles().to_vec())
        .collect()
}

fn sources(articles: impl IntoIterator<Item = Article>) -> Sources {
    let mut sources = Sources::new();
    for article in articles {
        sources.push(article);
    }
    sources
}

/// Returns each finding by its rule, file, place and expectation.
fn told(sources: &Sources, rules: &RuleSet) -> BTreeSet<(String, String, usize, usize, Vec<String>)> {
    let place = |f: &factdiff::finding::Finding| {
        let article = sources.article(f.at.article);
        (f.rule.clone(), article.path.clone(), f.at.span.start(), f.at.span.end(), f.expected.clone())
    };
    factdiff::check(sources, rules).findings.iter().map(place).collect()
}

#[test]
fn the_order_of_files_does_not_matter() {
    let rules = RuleSet::embedded();
    for articles in events() {
        let there = told(&sources(articles.clone()), &rules);
        let back = told(&sources(articles.into_iter().rev()), &rules);
        assert_eq!(there, back);
    }
}

#[test]
fn copies_of_one_article_contradict_nothing() {
    let rules = RuleSet::embedded();
    for article in events().into_iter().flatten() {
        let copies = ["가나일보", "다라신문", "마바방송"].map(|outlet| Article {
            path: format!("{outlet}.md"),
            outlet: outlet.to_owned(),
            ..article.clone()
        });
        let sources = sources(copies);
        let findings = factdiff::check(&sources, &rules).findings;
        let across = findings
            .iter()
            .find(|f| f.severity > Severity::Info && f.evidence.iter().any(|e| e.at.article != f.at.article));
        assert!(across.is_none(), "{}: {across:?}", article.path);
    }
}
