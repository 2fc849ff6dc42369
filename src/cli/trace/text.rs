//! Traces for people: a paragraph a place.

use super::{End, Traced};
use crate::check::trace::{Meeting, Met, Trace, Unless, Weighed};
use crate::cli::extract;
use crate::cli::output::Screen;
use crate::finding::{Lang, Stance};
use crate::report::{Look, visible};
use crate::source::Loc;
use colored::Colorize as _;
use std::io::{self, Write};

/// How many contradictions are shown; those behind them are unlikelier still.
const MOST: usize = 5;

/// How many places that say the same are shown.
const MOST_SAME: usize = 6;

/// Writes the paragraph of a place.
pub(super) fn write(traced: &Traced<'_>, trace: &Trace, screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let Look { width, colour } = screen.out;
    let paint = |text: &str, style: fn(&str) -> colored::ColoredString| match colour {
        true => style(text).to_string(),
        false => text.to_owned(),
    };
    let article = traced.sources.article(trace.at.article);
    let place = format!("{} {}", article.outlet, spot(traced, trace.at));
    writeln!(out, "{}  ‘{}’", paint(&visible::line(&place), |s| s.bold()), traced.sources.slice(trace.at))?;
    let label = |ko, en| visible::pad(screen.say(ko, en), 6);
    let read = match &trace.claim {
        None => screen.say("값이 아니라 낱말로 읽음", "as a word, no value").to_owned(),
        Some(claim) => {
            let (kind, _) = extract::kind(&claim.value);
            let value = match kind {
                "person" => extract::words(&extract::value(&claim.value, None)),
                _ => claim.value.to_string(),
            };
            let mut said = format!("{kind} {value}");
            let about =
                [(screen.say("무엇", "of"), claim.about.head), (screen.say("임자", "subject"), claim.about.subject)];
            // A name counts and measures nothing.
            let named = matches!(kind, "person" | "place" | "org");
            for (name, span) in about.into_iter().filter(|_| !named) {
                said.extend(span.map(|s| format!(", {name}: {}", s.of(&article.text))));
            }
            said
        }
    };
    writeln!(out, "  {}{}", label("읽음", "read"), visible::line(&read))?;
    let around = around(&article.text, trace.at, width.saturating_sub(10));
    writeln!(out, "  {}{around}", label("문장", "in"))?;
    let (same, differ): (Vec<&Met>, Vec<&Met>) =
        trace.met.iter().partition(|m| !matches!(m.outcome, Meeting::Rival(_)));
    if !same.is_empty() {
        let places: Vec<String> = same.iter().take(MOST_SAME).map(|m| met(traced, m)).collect();
        let more = more(same.len(), MOST_SAME, screen.lang);
        writeln!(out, "  {}{}{more}", label("같음", "same"), visible::line(&places.join(", ")))?;
    }
    for m in differ.iter().take(MOST) {
        if let Meeting::Rival(weighed) = &m.outcome {
            writeln!(
                out,
                "  {}{}  {}",
                label("다름", "other"),
                visible::line(&met(traced, m)),
                how(weighed, screen.lang)
            )?;
        }
    }
    if differ.len() > MOST {
        writeln!(out, "  {}{}", label("", ""), more(differ.len(), MOST, screen.lang).trim_start_matches(", "))?;
    }
    let end = traced.end(trace);
    let said = said(traced, &end, screen.lang);
    let said = match end {
        End::Reported(_) => paint(&said, |s| s.red()),
        _ => said,
    };
    writeln!(out, "  {}{said}\n", label("결과", "so"))
}

/// Says how many of a list are not shown.
fn more(all: usize, shown: usize, lang: Lang) -> String {
    match (all.saturating_sub(shown), lang) {
        (0, _) => String::new(),
        (n, Lang::Ko) => format!(", 그 밖에 {n}곳"),
        (n, Lang::En) => format!(", {n} more"),
    }
}

/// Returns a place that another was set beside: outlet, line and column, the text.
fn met(traced: &Traced<'_>, met: &Met) -> String {
    let outlet = &traced.sources.article(met.with.article).outlet;
    let (line, column) = traced.sources.article(met.with.article).line_column(met.with.span.start());
    format!("{outlet} {line}:{column} ‘{}’", traced.sources.slice(met.with))
}

/// Returns how a pair that differs was weighed.
fn how(w: &Weighed, lang: Lang) -> String {
    let signs: Vec<String> = w.strongest.iter().map(|(name, adds)| format!("{name} {adds:+.1}")).collect();
    let why = match (w.unless, lang) {
        (Some(Unless::TooFar), Lang::Ko) => "글자가 너무 많이 다름; ",
        (Some(Unless::TooFar), Lang::En) => "too many letters differ; ",
        (Some(Unless::BothWords), Lang::Ko) => "둘 다 있는 말이고 앞뒤가 같지 않음; ",
        (Some(Unless::BothWords), Lang::En) => "both are words, and the words around differ; ",
        (Some(Unless::TwoPeople), Lang::Ko) => "직함이 다른 두 사람; ",
        (Some(Unless::TwoPeople), Lang::En) => "two people of different roles; ",
        (Some(Unless::PointForPercent), Lang::Ko) => "한 매체씩 %와 %포인트; ",
        (Some(Unless::PointForPercent), Lang::En) => "% against %p, one outlet each; ",
        (None, _) => "",
    };
    let level = match (w.confidence < w.signs && w.unless.is_none(), lang) {
        (false, _) => String::new(),
        (true, Lang::Ko) => format!(", 규칙의 단계가 {:.2}로 낮춤", w.confidence),
        (true, Lang::En) => format!(", lowered to {:.2} by a level of the rule", w.confidence),
    };
    let rule = w.rule.as_deref().unwrap_or(match lang {
        Lang::Ko => "규칙 없음",
        Lang::En => "no rule",
    });
    format!("{why}{rule} {:.2}{level} ({})", w.signs, signs.join(", "))
}

/// Returns what came of a place, as a sentence.
fn said(traced: &Traced<'_>, end: &End<'_>, lang: Lang) -> String {
    let least = traced.min_confidence;
    let severity = |f: &crate::finding::Finding| f.severity.name();
    match (end, lang) {
        (End::Reported(f), Lang::Ko) => {
            format!("지적함: {} {} 확신도 {:.2} -> {}", severity(f), f.rule, f.confidence, f.expected.join(" | "))
        }
        (End::Reported(f), Lang::En) => {
            format!("reported: {} {} confidence {:.2} -> {}", severity(f), f.rule, f.confidence, f.expected.join(" | "))
        }
        (End::Info(f), Lang::Ko) => format!("참고로만 알림: {} ({})", f.rule, f.reasons.join("; ")),
        (End::Info(f), Lang::En) => format!("told as information only: {} ({})", f.rule, f.reasons.join("; ")),
        (End::Unlikely(f), Lang::Ko) => {
            format!("지적하지 않음: {}의 확신도 {:.2}가 문턱 {least}보다 낮음", f.rule, f.confidence)
        }
        (End::Unlikely(f), Lang::En) => {
            format!("not reported: confidence {:.2} of {} is below {least}", f.confidence, f.rule)
        }
        (End::Ignored(f, why), Lang::Ko) => format!("지적하지 않음: {}, 무시하기로 함({why})", f.rule),
        (End::Ignored(f, why), Lang::En) => format!("not reported: {} is silenced ({why})", f.rule),
        (End::Evidence(f, stance), _) => {
            let at = spot(traced, f.at);
            match (stance, lang) {
                (Stance::Supports, Lang::Ko) => format!("근거로 씀: {} {at}", f.rule),
                (Stance::Supports, Lang::En) => format!("evidence for {} at {at}", f.rule),
                (Stance::Conflicts, Lang::Ko) => format!("지적의 다른 쪽: {} {at}", f.rule),
                (Stance::Conflicts, Lang::En) => format!("the other side of {} at {at}", f.rule),
            }
        }
        (End::Peer, Lang::Ko) => "지적하지 않음: 견주기만 하는 기사(--against)".to_owned(),
        (End::Peer, Lang::En) => "not reported: its article is only compared with (--against)".to_owned(),
        (End::NoOther, Lang::Ko) => "지적하지 않음: 같은 사건을 다룬 다른 기사가 없음".to_owned(),
        (End::NoOther, Lang::En) => "not reported: no other article tells of the event".to_owned(),
        (End::Agrees(n), Lang::Ko) => format!("지적하지 않음: 다른 매체 {n}곳도 같음"),
        (End::Agrees(n), Lang::En) => format!("not reported: {n} other outlets say the same"),
        (End::OtherQuestion(c), Lang::Ko) => {
            format!("지적하지 않음: 다른 값은 있으나 같은 물음의 답으로 보이지 않음(가장 높은 확신도 {c:.2})")
        }
        (End::OtherQuestion(c), Lang::En) => {
            format!("not reported: what differs seems to answer another question (confidence {c:.2} at most)")
        }
        (End::ToldElsewhere, Lang::Ko) => "지적하지 않음: 이 어긋남은 다른 곳의 지적에서 이미 말함".to_owned(),
        (End::ToldElsewhere, Lang::En) => "not reported: the contradiction is told at another place".to_owned(),
        (End::Alone, Lang::Ko) => "지적하지 않음: 다른 기사에 견줄 것이 없음".to_owned(),
        (End::Alone, Lang::En) => "not reported: the other articles have nothing to compare it with".to_owned(),
    }
}

/// Returns the line around a place, cut to the room.
fn around(text: &str, at: Loc, room: usize) -> String {
    let start = text[..at.span.start()].rfind('\n').map_or(0, |i| i + 1);
    let end = text[at.span.end()..].find('\n').map_or(text.len(), |i| at.span.end() + i);
    let mut from = start;
    while visible::width(&text[from..at.span.end()]) > room * 2 / 3 {
        let Some(c) = text[from..at.span.start()].chars().next() else { break };
        from += c.len_utf8();
    }
    let head = if from > start { "~" } else { "" };
    visible::cut(&visible::line(&format!("{head}{}", &text[from..end])), room).into_owned()
}

/// Returns the place as `path:line:column`.
fn spot(traced: &Traced<'_>, at: Loc) -> String {
    let article = traced.sources.article(at.article);
    let (line, column) = article.line_column(at.span.start());
    format!("{}:{line}:{column}", article.path)
}
