//! `factdiff config show`: every setting of a run, and where it comes from.

use super::args::{Cli, FailOn, LangChoice};
use super::config::{self, Settings};
use super::desk::MIN_CONFIDENCE;
use super::output::Screen;
use super::{Exit, silence::Reason};
use clap::ValueEnum as _;

/// Prints the settings as a TOML file would have them, each with its source behind it.
pub(super) fn run(cli: &Cli, settings: &Settings, screen: &Screen) -> Result<Exit, Exit> {
    let file = settings.file.as_deref().map(config::shown);
    let from = |flag: bool, set: bool| match (flag, set) {
        (true, _) => screen.say("명령줄", "command line").to_owned(),
        (false, true) => file.clone().unwrap_or_default(),
        (false, false) => screen.say("기본값", "default").to_owned(),
    };
    let name = |lang: LangChoice| lang.to_possible_value().map_or("ko".to_owned(), |v| v.get_name().to_owned());
    let mut lines = vec![match &file {
        Some(file) => format!("# {file}"),
        None => format!("# {}", screen.say("설정 파일이 없습니다", "no configuration file")),
    }];
    let mut line = |key: &str, value: String, source: String| lines.push(format!("{key} = {value}  # {source}"));
    let lang = cli.lang.or(settings.lang).map_or("ko".to_owned(), name);
    line("lang", quoted(&lang), from(cli.lang.is_some(), settings.lang.is_some()));
    let confidence = settings.min_confidence.unwrap_or(MIN_CONFIDENCE);
    line("min-confidence", format!("{confidence:?}"), from(false, settings.min_confidence.is_some()));
    let fail_on = settings.fail_on.unwrap_or(FailOn::Warning).to_possible_value();
    let fail_on = fail_on.map_or(String::new(), |v| v.get_name().to_owned());
    line("fail-on", quoted(&fail_on), from(false, settings.fail_on.is_some()));
    let formats: Vec<String> = settings.format.iter().map(|t| quoted(&t.to_string())).collect();
    let formats = if formats.is_empty() { quoted("pretty") } else { format!("[{}]", formats.join(", ")) };
    line("format", formats, from(false, !settings.format.is_empty()));
    line("width", screen.out.width.to_string(), from(cli.width.is_some(), settings.width.is_some()));
    if let Some(baseline) = &settings.baseline {
        line("baseline", quoted(&config::shown(baseline)), from(false, true));
    }
    for rule in &settings.rules {
        lines.push(format!("\n[rules.{}]", rule.id));
        if let Some(severity) = rule.severity {
            lines.push(format!("severity = \"{}\"", severity.name()));
        }
        if !rule.enabled {
            lines.push("enabled = false".to_owned());
        }
        lines.extend(rule.parameters.iter().map(|(key, value, _)| format!("{key} = {value}")));
    }
    for path in &settings.paths {
        lines.push(format!("\n[[path]]\nglob = {}", quoted(path.files.glob())));
        lines.extend(path.outlet.iter().map(|outlet| format!("outlet = {}", quoted(outlet))));
        if !path.ignore.is_empty() {
            let names: Vec<String> = path.ignore.iter().map(|n| quoted(n)).collect();
            lines.push(format!("ignore = [{}]", names.join(", ")));
        }
        lines.extend(path.severity.iter().map(|s| format!("severity = \"{}\"", s.name())));
    }
    for ignore in &settings.ignores {
        lines.push("\n[[ignore]]".to_owned());
        let glob = ignore.files.as_ref().map(|f| f.glob().to_owned());
        let parts = [("rule", &ignore.rule), ("text", &ignore.text), ("path", &glob), ("outlet", &ignore.outlet)];
        lines.extend(parts.iter().filter_map(|(key, value)| value.as_ref().map(|v| format!("{key} = {}", quoted(v)))));
        lines.extend(reason(&ignore.why));
    }
    for alias in &settings.aliases {
        let names: Vec<String> = alias.names.iter().map(|n| quoted(n)).collect();
        lines.push(format!("\n[[alias]]\nnames = [{}]", names.join(", ")));
        lines.extend(reason(&alias.why));
    }
    screen.print(|out| lines.iter().try_for_each(|l| writeln!(out, "{l}")))?;
    Ok(Exit::Clean)
}

fn reason(why: &Reason) -> Vec<String> {
    let mut lines = vec![format!("reason = {}", quoted(&why.text))];
    lines.extend(why.until.map(|day| format!("until = {day}")));
    lines
}

/// Returns the text as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
