//! `factdiff.trace/v1`: one JSON object a place.

use super::{End, Traced};
use crate::check::trace::{Meeting, Met, Trace, Unless};
use crate::cli::extract;
use crate::finding::{Finding, Stance};
use crate::report::json_line;
use crate::source::Loc;
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// Writes the line of a place.
pub(super) fn write(traced: &Traced<'_>, trace: &Trace, out: &mut dyn Write) -> io::Result<()> {
    let article = traced.sources.article(trace.at.article);
    let of = |span: Option<crate::source::Span>| span.map(|s| s.of(&article.text));
    let claim = trace.claim.as_ref().map(|claim| {
        let (kind, quantity) = extract::kind(&claim.value);
        json!({
            "kind": kind,
            "text": claim.span.of(&article.text),
            "value": extract::value(&claim.value, of(claim.about.speaker)),
            "hedge": quantity.and_then(|q| q.hedge).map(extract::hedge),
            "about": {"head": of(claim.about.head), "subject": of(claim.about.subject)},
        })
    });
    let mut line = json!({"schema": "factdiff.trace/v1", "event": trace.event});
    extend(&mut line, place(traced, trace.at));
    let met: Vec<Json> = trace.met.iter().map(|m| meeting(traced, m)).collect();
    extend(&mut line, json!({"claim": claim, "met": met, "outcome": end(traced, &traced.end(trace))}));
    json_line(&line, out)
}

fn extend(to: &mut Json, from: Json) {
    if let (Some(to), Json::Object(from)) = (to.as_object_mut(), from) {
        to.extend(from);
    }
}

fn place(traced: &Traced<'_>, at: Loc) -> Json {
    let article = traced.sources.article(at.article);
    let bytes = article.file_span(at.span);
    let (line, column) = article.line_column(at.span.start());
    json!({
        "path": article.path,
        "outlet": article.outlet,
        "byte_start": bytes.start,
        "byte_end": bytes.end,
        "line": line,
        "column": column,
        "text": traced.sources.slice(at),
    })
}

fn meeting(traced: &Traced<'_>, met: &Met) -> Json {
    let mut line = place(traced, met.with);
    let outcome = match &met.outcome {
        Meeting::Agrees => json!({"outcome": "agrees"}),
        Meeting::Rounds => json!({"outcome": "rounds"}),
        Meeting::Rival(w) => {
            let signs: Map<String, Json> =
                w.strongest.iter().map(|(name, adds)| (name.clone(), json!(thousandths(*adds)))).collect();
            json!({
                "outcome": "differs",
                "alone": w.alone,
                "rule": w.rule,
                "before_levels": thousandths(w.signs),
                "confidence": thousandths(w.confidence),
                "signs": signs,
                "unless": w.unless.map(|u| match u {
                    Unless::TooFar => "too-far",
                    Unless::BothWords => "both-words",
                    Unless::TwoPeople => "two-people",
                    Unless::PointForPercent => "point-for-percent",
                }),
            })
        }
    };
    extend(&mut line, outcome);
    line
}

fn end(traced: &Traced<'_>, end: &End<'_>) -> Json {
    let of = |name: &str, f: &Finding| {
        let mut said = json!({"what": name, "rule": f.rule, "confidence": thousandths(f.confidence)});
        extend(&mut said, json!({"severity": f.severity.name(), "finding": place(traced, f.at)}));
        said
    };
    match end {
        End::Reported(f) => of("reported", f),
        End::Info(f) => of("info", f),
        End::Unlikely(f) => of("below-threshold", f),
        End::Ignored(f, why) => {
            let mut said = of("ignored", f);
            extend(&mut said, json!({"reason": why}));
            said
        }
        End::Evidence(f, Stance::Supports) => of("supports", f),
        End::Evidence(f, Stance::Conflicts) => of("conflicts", f),
        End::Peer => json!({"what": "peer"}),
        End::NoOther => json!({"what": "no-other-article"}),
        End::Agrees(outlets) => json!({"what": "agrees", "outlets": outlets}),
        End::OtherQuestion(c) => json!({"what": "other-question", "confidence": thousandths(*c)}),
        End::ToldElsewhere => json!({"what": "told-elsewhere"}),
        End::Alone => json!({"what": "nothing-to-compare"}),
    }
}

/// Returns a number with three decimals; as an `f32` 0.97 would be written 0.9700000286102295.
fn thousandths(n: f32) -> f64 {
    (f64::from(n) * 1000.0).round() / 1000.0
}
