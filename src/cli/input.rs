//! Articles and rules as the arguments name them.

use super::Exit;
use super::args::InputArgs;
use super::output::Screen;
use crate::rule::{self, RuleSet};
use crate::source::load::{Request, load};
use crate::source::{Problem, ProblemLevel, Sources};
use std::io::Read as _;
use std::path::Path;

/// Returns the articles, or the exit code if there are none or a named path does not exist; says what was left out.
pub(super) fn articles(args: &InputArgs, screen: &Screen) -> Result<Sources, Exit> {
    let mut request = Request { paths: args.paths.clone(), peers: args.against.clone(), stdin: None };
    let dashes = request.paths.iter().filter(|p| p.as_os_str() == "-").count();
    if dashes > 0 {
        request.paths.retain(|p| p.as_os_str() != "-");
        let mut bytes = Vec::new();
        if let Err(e) = std::io::stdin().read_to_end(&mut bytes) {
            screen.problem(&Problem::of_file("-", ProblemLevel::Fatal, e.to_string()));
            return Err(Exit::Failed);
        }
        request.stdin = Some((args.stdin_filename.clone(), bytes));
    }
    let loaded = load(request);
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

fn missing(path: &Path, screen: &Screen) -> Problem {
    let message = screen.say("그런 파일이나 폴더가 없습니다", "no such file or folder");
    Problem::of_file(&path.to_string_lossy(), ProblemLevel::Fatal, message)
}

/// Returns the rules of the program with those of `--rules`, or says what is wrong with these.
pub(super) fn rules(args: &InputArgs, screen: &Screen) -> Result<RuleSet, Exit> {
    let mut rules = RuleSet { lang: screen.lang, ..RuleSet::embedded() };
    if let Some(dir) = &args.rules {
        let own = rule::load::folder(dir).map_err(|problems| {
            problems.iter().for_each(|p| screen.problem(p));
            Exit::Failed
        })?;
        rules.extend(own);
    }
    Ok(rules)
}
