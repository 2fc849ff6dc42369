//! Fixing all labelled events makes no right text wrong.

mod common;

use common::{run, text};
use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// A labelled mistake: where it stands, and what may stand there instead.
struct Label {
    span: Range<usize>,
    expected: Vec<String>,
}

/// Returns the labels of an article; occurrences count in its body.
fn labels(event: &Path, file: &str) -> Vec<Label> {
    let gold: toml::Value = toml::from_str(&text(event, "gold.toml")).expect("TOML");
    let article = text(event, file);
    let body = article[3..].find("\n+++\n").map_or(0, |i| i + 8);
    let read = |finding: &toml::Value| {
        let word = finding["text"].as_str().expect("a text");
        let nth = finding.get("occurrence").and_then(toml::Value::as_integer).unwrap_or(1) as usize;
        let start = body + article[body..].match_indices(word).nth(nth - 1).expect("it is there").0;
        let expected = finding["expected"].as_array().into_iter().flatten().filter_map(|e| e.as_str());
        Label { span: start..start + word.len(), expected: expected.map(str::to_owned).collect() }
    };
    let all = gold.get("finding").and_then(toml::Value::as_array).into_iter().flatten();
    all.filter(|f| f["article"].as_str() == Some(file)).map(read).collect()
}

/// Returns whether an edit turns a labelled text into what is expected; the spans may differ, not what comes of it.
fn is_right(article: &str, at: Range<usize>, new: &str, labels: &[Label]) -> bool {
    let spaceless = |s: String| s.split_whitespace().collect::<String>();
    labels.iter().filter(|l| l.span.start < at.end && at.start < l.span.end).any(|l| {
        let whole = at.start.min(l.span.start)..at.end.max(l.span.end);
        let with = |r: &Range<usize>, word: &str| {
            spaceless(format!("{}{word}{}", &article[whole.start..r.start], &article[r.end..whole.end]))
        };
        l.expected.iter().any(|e| with(&at, new) == with(&l.span, e))
    })
}

#[test]
fn every_safe_fix_of_the_fixtures_is_right_and_a_second_run_finds_none() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut made = 0;
    for event in fs::read_dir(fixtures).expect("a folder").map(|e| e.expect("an event").path()) {
        let dir = tempfile::tempdir().expect("a folder");
        for file in fs::read_dir(&event).expect("a folder").map(|f| f.expect("a file").path()) {
            fs::copy(&file, dir.path().join(file.file_name().expect("a name"))).expect("a copy");
        }
        let report: Value =
            serde_json::from_str(&run(dir.path(), &["check", ".", "--format", "json"]).out).expect("JSON");
        let mut edits: Vec<(String, Range<usize>, String)> = Vec::new();
        for finding in report["findings"].as_array().into_iter().flatten().filter(|f| f["fix"]["safe"] == true) {
            for (n, edit) in finding["fix"]["edits"].as_array().into_iter().flatten().enumerate() {
                let number = |name: &str| edit[name].as_u64().expect("a number") as usize;
                let (at, new) = (number("byte_start")..number("byte_end"), edit["replacement"].as_str().expect("text"));
                let file = edit["path"].as_str().expect("a path").trim_start_matches("./");
                // What follows the first edit is the particle behind the word.
                let right = n > 0 || is_right(&text(dir.path(), file), at.clone(), new, &labels(&event, file));
                assert!(right, "{}: {finding:#}", event.display());
                edits.push((file.to_owned(), at, new.to_owned()));
            }
            made += 1;
        }
        edits.sort_by_key(|(file, at, _)| (file.clone(), std::cmp::Reverse(at.start)));
        let names: Vec<String> = fs::read_dir(dir.path())
            .expect("a folder")
            .map(|f| f.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        let mut wanted: Vec<String> = names.iter().map(|name| text(dir.path(), name)).collect();
        for (file, at, new) in edits {
            let n = names.iter().position(|name| *name == file).expect("the article");
            wanted[n].replace_range(at, &new);
        }
        for _ in 0..2 {
            assert_eq!(run(dir.path(), &["fix", "."]).code, 0);
            let now: Vec<String> = names.iter().map(|name| text(dir.path(), name)).collect();
            assert_eq!(now, wanted, "{}", event.display());
        }
    }
    assert!(made >= 10, "{made} safe fixes");
}
