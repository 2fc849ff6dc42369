//! `factdiff.eval/v1`: one JSON object.

use super::{Cluster, Measured};
use crate::eval::{Judgement, Label, Score, share};
use crate::finding::{Finding, Kind};
use crate::report::json_document as document;
use crate::source::Loc;
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::io::{self, Write};

/// Writes the object; the figures of the top level are named as in the totals of the labels' own scorer.
pub(super) fn write(measured: &Measured, out: &mut dyn Write) -> io::Result<()> {
    let mut whole = json!({"schema": "factdiff.eval/v1", "min_confidence": thousandths(measured.min_confidence)});
    let add = |to: &mut Json, from: Json| {
        if let (Some(to), Json::Object(from)) = (to.as_object_mut(), from) {
            to.extend(from);
        }
    };
    add(&mut whole, totals(&measured.score));
    let events: Vec<Json> = measured.clusters.iter().map(|c| event(c, measured.min_confidence)).collect();
    let curve: Vec<Json> = measured
        .curve
        .iter()
        .map(|(confidence, score)| {
            let mut point = json!({"min_confidence": thousandths(*confidence)});
            add(&mut point, sums(score));
            point
        })
        .collect();
    add(&mut whole, json!({"kinds": kinds(&measured.score), "curve": curve, "events": events}));
    document(&whole, out)
}

fn sums(s: &Score) -> Json {
    json!({
        "gold": s.gold,
        "hit": s.hit,
        "miss": s.miss(),
        "false": s.r#false,
        "duplicate": s.duplicate,
        "precision": rounded(s.precision()),
        "recall": rounded(s.recall()),
        "f1": rounded(s.f1()),
    })
}

fn totals(s: &Score) -> Json {
    let mut totals = json!({"clusters": s.clusters, "articles": s.articles});
    let rest = json!({
        "right_kind": rounded(share(s.right_kind, s.hit)),
        "right_value": rounded(share(s.right_value, s.certain_hit)),
        "false_per_clean_article": rounded(s.false_per_clean_article()),
        "tempted": s.tempted,
        "tempting": s.tempting,
    });
    for part in [sums(s), rest] {
        if let (Some(totals), Json::Object(part)) = (totals.as_object_mut(), part) {
            totals.extend(part);
        }
    }
    totals
}

fn kinds(score: &Score) -> Vec<Json> {
    let row = |(kind, row): (&Kind, &crate::eval::ByKind)| json!({"kind": kind.name(), "gold": row.gold, "hit": row.hit, "false": row.r#false, "duplicate": row.duplicate});
    score.kinds.iter().map(row).collect()
}

#[derive(Serialize)]
struct Missed<'a> {
    kind: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    expected: &'a [String],
    note: &'a str,
}

#[derive(Serialize)]
struct Reported<'a> {
    rule: &'a str,
    kind: &'static str,
    confidence: f64,
    #[serde(flatten)]
    place: Place<'a>,
    expected: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    tempting: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
}

fn event(cluster: &Cluster, min_confidence: f32) -> Json {
    let (findings, judged) = cluster.at(min_confidence);
    let pairs = || findings.iter().zip(&judged.findings);
    let labels = cluster.gold.labels.iter().zip(&judged.hits);
    let misses: Vec<Missed<'_>> = labels.filter(|(_, hit)| hit.is_none()).map(|(l, _)| missed(cluster, l)).collect();
    let r#false: Vec<Reported<'_>> = pairs()
        .filter_map(|(f, j)| match j {
            Judgement::False(tempted) => Some(reported(cluster, f, *tempted)),
            _ => None,
        })
        .collect();
    let duplicates: Vec<Reported<'_>> = pairs()
        .filter(|(_, j)| matches!(j, Judgement::Duplicate(_)))
        .map(|(f, _)| reported(cluster, f, None))
        .collect();
    json!({"path": cluster.path, "misses": misses, "false": r#false, "duplicates": duplicates})
}

fn missed<'a>(cluster: &'a Cluster, label: &'a Label) -> Missed<'a> {
    Missed { kind: label.kind.name(), place: place(cluster, label.at), expected: &label.expected, note: &label.note }
}

fn reported<'a>(cluster: &'a Cluster, finding: &'a Finding, tempted: Option<usize>) -> Reported<'a> {
    Reported {
        rule: &finding.rule,
        kind: finding.kind.name(),
        confidence: thousandths(finding.confidence),
        place: place(cluster, finding.at),
        expected: &finding.expected,
        tempting: tempted.map(|t| cluster.gold.tempting[t].why.as_str()),
    }
}

fn place(cluster: &Cluster, at: Loc) -> Place<'_> {
    let article = cluster.sources.article(at.article);
    let (line, column) = article.line_column(at.span.start());
    Place { path: &article.path, line, column, text: cluster.sources.slice(at) }
}

/// Returns a share with four decimals.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

/// Returns a confidence with three decimals; as an `f32` 0.97 would be written 0.9700000286102295.
fn thousandths(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
