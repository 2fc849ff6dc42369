//! Articles and rules as the arguments name them.

use super::Exit;
use super::args::InputArgs;
use super::output::Screen;
use super::progress::Progress;
use super::rules::{refuse, trials};
use crate::finding::Lang;
use crate::rule::{self, Rule, RuleSet};
use crate::source::load::{Request, load};
use crate::source::{Problem, ProblemLevel, Sources};
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;

/// Returns the articles, or the exit code if there are none or a named path does not exist; says what was left out.
pub(super) fn articles(args: &InputArgs, screen: &Screen) -> Result<Sources, Exit> {
    let mut request = Request { paths: args.paths.clone(), peers: args.against.clone(), stdin: None };
    let dashes = request.paths.iter().filter(|p| p.as_os_str() == "-").count();
    if dashes > 0 {
        request.paths.retain(|p| p.as_os_str() != "-");
        let bytes = stdin(screen).map_err(|e| {
            screen.problem(&Problem::of_file("-", ProblemLevel::Fatal, e.to_string()));
            Exit::Failed
        })?;
        request.stdin = Some((args.stdin_filename.clone(), bytes));
    }
    let progress = Progress::of(screen.say("기사를 읽는 중", "reading articles").to_owned());
    let loaded = load(request);
    drop(progress);
    loaded.problems.iter().for_each(|p| screen.problem(p));
    for path in &loaded.missing {
        screen.problem(&missing(path, screen));
    }
    if !loaded.missing.is_empty() {
        return Err(Exit::Failed);
    }
    if loaded.sources.articles().iter().all(|a| a.peer) {
        // Files that could not be read are another thing than none.
        if !loaded.problems.is_empty() {
            return Err(Exit::Failed);
        }
        screen.error(screen.say("기사를 찾지 못했습니다 (.txt, .md)", "no article found (.txt, .md)"));
        return Err(Exit::NoArticle);
    }
    Ok(loaded.sources)
}

fn stdin(screen: &Screen) -> io::Result<Vec<u8>> {
    let stdin = io::stdin();
    // Where a person types or pastes, a line of ours would be in the way.
    let what = screen.say("표준 입력을 읽는 중", "reading standard input");
    let _progress = (!stdin.is_terminal()).then(|| Progress::of(what.to_owned()));
    let mut bytes = Vec::new();
    stdin.lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn missing(path: &Path, screen: &Screen) -> Problem {
    let message = screen.say("그런 파일이나 폴더가 없습니다", "no such file or folder");
    Problem::of_file(&path.to_string_lossy(), ProblemLevel::Fatal, message)
}

/// Returns the rules of the program with those of the folder that `--rules` names.
///
/// Own rules are refused if they cannot be read or if one of their own examples does not come out as marked; those of
/// the program are tested when it is built.
pub(super) fn rules(dir: Option<&Path>, screen: &Screen) -> Result<RuleSet, Exit> {
    let Some(dir) = dir else { return Ok(embedded(screen)) };
    let (rules, own) = extended(dir, screen)?;
    let mut problems = Vec::new();
    for rule in rules.rules.iter().filter(|r| own.contains(&r.id)) {
        match trials(rule, &rules) {
            Ok(tried) => problems.extend(tried.into_iter().filter_map(|(_, outcome)| outcome.err())),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(rules) } else { Err(refuse(&problems, screen)) }
}

/// Returns the rules of the program.
pub(super) fn embedded(screen: &Screen) -> RuleSet {
    RuleSet { lang: screen.lang, ..RuleSet::embedded() }
}

/// Returns the rules of the program with those of the folder, and the names of the latter; their examples are not run.
pub(super) fn extended(dir: &Path, screen: &Screen) -> Result<(RuleSet, Vec<String>), Exit> {
    let mut rules = embedded(screen);
    let own = rule::load::folder(dir).map_err(|problems| refuse(&problems, screen))?;
    let names = own.iter().map(|r| r.id.clone()).collect();
    rules.extend(own);
    Ok((rules, names))
}

/// Returns the rule of that name, or says which name is near it.
pub(super) fn rule<'r>(rules: &'r RuleSet, id: &str, screen: &Screen) -> Result<&'r Rule, Exit> {
    rules.rule(id).ok_or_else(|| {
        let near = rules.rules.iter().min_by_key(|r| strsim::osa_distance(&r.id, id)).map_or("", |r| r.id.as_str());
        screen.error(&match screen.lang {
            Lang::Ko => {
                format!("그런 규칙이 없습니다: {id} (가장 가까운 이름: {near}; 모두 보기: factdiff rules list)")
            }
            Lang::En => format!("no such rule: {id} (nearest: {near}; all: factdiff rules list)"),
        });
        Exit::Failed
    })
}
