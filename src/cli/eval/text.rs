//! The score for people: what was missed and falsely reported, then by kind, in sum and over confidence.

use super::{Cluster, Measured};
use crate::cli::output::Screen;
use crate::eval::{Judgement, Label};
use crate::finding::{Finding, Lang};
use crate::report::{Table, kind_name};
use crate::source::Loc;
use colored::Colorize as _;
use std::io::{self, Write};

/// Writes everything.
pub(super) fn write(measured: &Measured, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    for cluster in &measured.clusters {
        list(cluster, measured.min_confidence, screen, out)?;
    }
    by_kind(measured, screen, out)?;
    sum(measured, screen, out)?;
    curve(measured, screen, out)
}

/// Writes one line for each label that was missed and each finding that is false or a duplicate.
fn list(cluster: &Cluster, min_confidence: f32, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let (findings, judged) = cluster.at(min_confidence);
    let paint = |text: &str, style: fn(&str) -> colored::ColoredString| match screen.out.colour {
        true => style(text).to_string(),
        false => text.to_owned(),
    };
    for (label, hit) in cluster.gold.labels.iter().zip(&judged.hits) {
        if hit.is_none() {
            let head = paint(screen.say("놓침", "miss "), |s| s.yellow());
            writeln!(out, "{head} {}", missed(cluster, label))?;
        }
    }
    for (finding, judgement) in findings.iter().zip(&judged.findings) {
        match judgement {
            Judgement::Hit(_) | Judgement::Aside => {}
            Judgement::Duplicate(_) => {
                let head = paint(screen.say("겹침", "again"), |s| s.cyan());
                writeln!(out, "{head} {}", reported(cluster, finding))?;
            }
            Judgement::False(tempted) => {
                let head = paint(screen.say("거짓", "false"), |s| s.red());
                write!(out, "{head} {}", reported(cluster, finding))?;
                match tempted.map(|t| &cluster.gold.tempting[t].why) {
                    Some(why) => writeln!(out, "  ({}: {why})", screen.say("같은 뜻", "tempting"))?,
                    None => writeln!(out)?,
                }
            }
        }
    }
    Ok(())
}

fn missed(cluster: &Cluster, label: &Label) -> String {
    let expected = label.expected.join(" | ");
    let note = if label.note.is_empty() { String::new() } else { format!("  ({})", label.note) };
    format!(
        "{} {} ‘{}’ -> {expected}{note}",
        spot(cluster, label.at),
        label.kind.name(),
        cluster.sources.slice(label.at)
    )
}

fn reported(cluster: &Cluster, finding: &Finding) -> String {
    format!(
        "{} {} ‘{}’ -> {} [{:.2}]",
        spot(cluster, finding.at),
        finding.rule,
        cluster.sources.slice(finding.at),
        finding.expected.join(" | "),
        finding.confidence
    )
}

/// Returns the place as `path:line:column`.
fn spot(cluster: &Cluster, at: Loc) -> String {
    let article = cluster.sources.article(at.article);
    let (line, column) = article.line_column(at.span.start());
    format!("{}:{line}:{column}", article.path)
}

fn by_kind(measured: &Measured, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::default();
    table.row(match screen.lang {
        Lang::Ko => ["종류", "라벨", "찾음", "거짓", "겹침"].map(str::to_owned),
        Lang::En => ["kind", "labels", "found", "false", "again"].map(str::to_owned),
    });
    for (kind, row) in &measured.score.kinds {
        let name = match screen.lang {
            Lang::Ko => format!("{} {}", kind.name(), kind_name(screen.lang, *kind)),
            Lang::En => kind.name().to_owned(),
        };
        table.row([
            name,
            row.gold.to_string(),
            row.hit.to_string(),
            row.r#false.to_string(),
            row.duplicate.to_string(),
        ]);
    }
    writeln!(out)?;
    table.write(screen.out, out)
}

fn sum(measured: &Measured, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let s = &measured.score;
    let percent = |part: usize, whole: usize| format!("{:.1}%", crate::eval::share(part, whole) * 100.0);
    let reports = s.hit + s.r#false + s.duplicate;
    let (recall, precision) = (percent(s.hit, s.gold), percent(s.hit, reports));
    let (kind, value) = (percent(s.right_kind, s.hit), percent(s.right_value, s.certain_hit));
    writeln!(out)?;
    match screen.lang {
        Lang::Ko => {
            writeln!(out, "사건 {}건, 기사 {}건 (확신도 {} 이상)", s.clusters, s.articles, measured.min_confidence)?;
            writeln!(out, "라벨 {}개 가운데 {}개를 찾음: 재현율 {recall}", s.gold, s.hit)?;
            writeln!(out, "지적 {reports}건 가운데 {}건이 맞음: 정밀도 {precision}, F1 {:.3}", s.hit, s.f1())?;
            writeln!(out, "찾은 것 가운데 종류가 맞은 것 {kind}, 고칠 말이 맞은 것 {value}")?;
            writeln!(
                out,
                "겉보기만 다른 것 {}개 가운데 {}개를 지적함; 틀린 데 없는 기사 하나에 거짓 지적 {:.2}건",
                s.tempting,
                s.tempted,
                s.false_per_clean_article()
            )
        }
        Lang::En => {
            writeln!(
                out,
                "{} events, {} articles (confidence {} and above)",
                s.clusters, s.articles, measured.min_confidence
            )?;
            writeln!(out, "{} of {} labels found: recall {recall}", s.hit, s.gold)?;
            writeln!(out, "{} of {reports} reports right: precision {precision}, F1 {:.3}", s.hit, s.f1())?;
            writeln!(out, "of those found, right kind {kind}, right value {value}")?;
            writeln!(
                out,
                "{} of {} tempting differences reported; {:.2} false reports on an article without error",
                s.tempted,
                s.tempting,
                s.false_per_clean_article()
            )
        }
    }
}

fn curve(measured: &Measured, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::default();
    table.row(match screen.lang {
        Lang::Ko => ["확신도", "재현율", "정밀도", "찾음", "거짓·겹침"].map(str::to_owned),
        Lang::En => ["confidence", "recall", "precision", "found", "false, again"].map(str::to_owned),
    });
    for (confidence, score) in &measured.curve {
        table.row([
            format!("{confidence:.2}"),
            format!("{:.3}", score.recall()),
            format!("{:.3}", score.precision()),
            score.hit.to_string(),
            (score.r#false + score.duplicate).to_string(),
        ]);
    }
    writeln!(out)?;
    table.write(screen.out, out)
}
