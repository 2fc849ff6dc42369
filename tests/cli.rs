//! The command as its users meet it: exit codes, where output goes, colour, standard input, closed pipes.

mod common;

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Three outlets of one event; one of them has the mayor's name and the particle behind it wrong.
const GARAM: &str = "+++\noutlet = \"가람일보\"\npublished = 2025-03-04T10:00:00+09:00\n+++\n나길둥 한솔시장은 3일 한솔문화회관에서 새봄축제 준비 상황을 점검했다.\n\n나길둥 시장은 축제 안전 대책을 밝혔다.\n";
const NARU: &str = "+++\noutlet = \"나루신문\"\npublished = 2025-03-04T11:00:00+09:00\n+++\n나길동 한솔시장은 3일 한솔문화회관에서 새봄축제 준비 상황을 점검했다고 밝혔다.\n\n나길동 시장은 안전 요원을 늘리겠다고 했다.\n";
const DASOM: &str = "+++\noutlet = \"다솜경제\"\npublished = 2025-03-04T12:00:00+09:00\n+++\n새봄축제를 앞두고 나길동 한솔시장은 3일 한솔문화회관에서 준비 상황을 점검했다.\n\n이 자리에서 나길동 시장은 상인들을 만났다.\n";

fn desk() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in [("garam.md", GARAM), ("naru.md", NARU), ("dasom.md", DASOM)] {
        std::fs::write(dir.path().join(name), text).expect("writable");
    }
    dir
}

/// Returns the command in a folder, with nothing of the environment that decides colour.
fn factdiff(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factdiff"));
    command.current_dir(dir).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "CLICOLOR", "TERM", "GITHUB_STEP_SUMMARY"] {
        command.env_remove(name);
    }
    command
}

fn run(dir: &Path, args: &[&str]) -> Output {
    factdiff(dir).args(args).output().expect("the command runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn findings(output: &Output) -> Vec<serde_json::Value> {
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a JSON report");
    report["findings"].as_array().cloned().unwrap_or_default()
}

#[test]
fn exit_codes_are_those_of_the_help() {
    let dir = desk();
    let code = |args: &[&str]| run(dir.path(), args).status.code();
    assert_eq!(code(&["check", "garam.md", "naru.md", "dasom.md"]), Some(1));
    assert_eq!(code(&["check", "naru.md", "dasom.md"]), Some(0));
    assert_eq!(code(&["check", ".", "--exit-zero"]), Some(0));
    assert_eq!(code(&["check", ".", "--fail-on", "never"]), Some(0));
    assert_eq!(code(&["check", ".", "--min-confidence", "1"]), Some(0));
    assert_eq!(code(&["check", "nowhere.md"]), Some(2));
    assert_eq!(code(&["check", ".", "--format", "yaml"]), Some(2));
    assert_eq!(code(&["check", ".", "--min-confidence", "7"]), Some(2));
    assert_eq!(code(&["check", ".", "--format", "json", "--format", "sarif"]), Some(2));
    assert_eq!(code(&["check"]), Some(2));
    std::fs::create_dir(dir.path().join("empty")).expect("writable");
    assert_eq!(code(&["check", "empty"]), Some(3));
}

#[test]
fn the_wrong_name_is_found_where_it_stands() {
    let dir = desk();
    let found = findings(&run(dir.path(), &["check", ".", "--format", "json"]));
    let first = &found.first().expect("a finding")["primary"];
    // However the folder is named, the path is one that a CI system finds.
    for folder in ["./", "././"] {
        let again = findings(&run(dir.path(), &["check", folder, "--format", "json"]));
        assert_eq!((&first["path"], &again[0]["primary"]["path"]), (&"garam.md".into(), &"garam.md".into()));
    }
    assert_eq!((&first["line"], &first["column"], &first["text"]), (&5.into(), &1.into(), &"나길둥".into()));
}

/// Whatever the checks find in the fixtures: in English only words of the articles are Korean.
#[test]
fn an_english_report_gives_english_reasons() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let args = ["check", fixtures, "--isolated", "--min-confidence", "0", "--lang", "en", "--format", "json"];
    let found = findings(&run(Path::new("."), &args));
    let reasons: Vec<&str> =
        found.iter().flat_map(|f| f["reasons"].as_array().into_iter().flatten()).filter_map(|r| r.as_str()).collect();
    assert!(reasons.len() > 20 && reasons.iter().any(|r| r.starts_with("vowel ")), "{reasons:?}");
    for reason in reasons {
        let korean = ["이다", "르다", "뀌었다", "따른다", "적는다", "소리", "받침", "글쇠"];
        assert!(!korean.iter().any(|word| reason.contains(word)), "{reason}");
    }
}

#[test]
fn peers_give_evidence_and_are_not_reported_on() {
    let dir = desk();
    let output = run(dir.path(), &["check", "naru.md", "--against", "garam.md", "dasom.md", "--format", "json"]);
    assert_eq!((output.status.code(), findings(&output).len()), (Some(0), 0));
    let output = run(dir.path(), &["check", "garam.md", "--against", "naru.md", "dasom.md", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(findings(&output).iter().all(|f| f["primary"]["path"] == "garam.md"));
    assert!(findings(&output)[0]["evidence"].as_array().is_some_and(|e| !e.is_empty()));
}

#[test]
fn standard_input_is_an_article_with_a_name() {
    let dir = desk();
    let mut child = factdiff(dir.path())
        .args(["check", "-", "--stdin-filename", "초고.md", "--against", "naru.md", "dasom.md", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    child.stdin.take().expect("a pipe").write_all(GARAM.as_bytes()).expect("writable");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(findings(&output)[0]["primary"]["path"], "초고.md");
}

#[test]
fn several_formats_at_once_and_files_written_whole() {
    let dir = desk();
    let output = run(
        dir.path(),
        &["check", ".", "--format", "sarif=out.sarif", "--format", "html=page.html", "--format", "concise"],
    );
    assert!(stdout(&output).contains("garam.md:5:1: 오류["), "{}", stdout(&output));
    let sarif = std::fs::read_to_string(dir.path().join("out.sarif")).expect("written");
    assert!(sarif.contains("\"2.1.0\""));
    assert!(dir.path().join("page.html").exists());
    let names = std::fs::read_dir(dir.path()).expect("readable").flatten().map(|e| e.file_name());
    assert!(names.filter(|n| n.to_string_lossy().starts_with(".factdiff-")).count() == 0, "no temporary file is left");

    let output = run(dir.path(), &["check", ".", "--format", "json", "--output", "r.json"]);
    assert!(output.stdout.is_empty());
    assert!(std::fs::read_to_string(dir.path().join("r.json")).expect("written").contains("factdiff.report/v1"));
}

#[test]
fn at_most_so_many_findings_are_shown_but_all_count() {
    let dir = desk();
    let all = findings(&run(dir.path(), &["check", ".", "--format", "json"])).len();
    assert!(all > 1, "the name is wrong twice");
    let output = run(dir.path(), &["check", ".", "--format", "json", "--max-findings", "1"]);
    assert_eq!((findings(&output).len(), output.status.code()), (1, Some(1)));
    let none = run(dir.path(), &["check", ".", "--format", "json", "--max-findings", "0"]);
    assert_eq!((findings(&none).len(), none.status.code()), (0, Some(1)));
}

/// `--color` > NO_COLOR > CLICOLOR_FORCE, FORCE_COLOR > TERM=dumb > whether it is a terminal (here: it is none).
#[test]
fn colour_follows_its_order() {
    let dir = desk();
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let mut command = factdiff(dir.path());
        command.args(["check", "."]).args(args).envs(env.iter().copied());
        stdout(&command.output().expect("the command runs")).contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1"), ("TERM", "dumb")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured(&[], &[("FORCE_COLOR", "1"), ("TERM", "dumb")]));
    assert!(!coloured(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1")]));
    assert!(coloured(&[], &[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(coloured(&["--color", "auto"], &[("FORCE_COLOR", "1")]));
}

#[test]
fn a_closed_pipe_is_no_accident() {
    let dir = desk();
    for format in ["json", "html", "pretty"] {
        let mut child = factdiff(dir.path())
            .args(["check", ".", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("readable");
        assert_eq!((child.wait().expect("it ends").code(), said.as_str()), (Some(1), ""), "{format}");
    }
}

#[test]
fn the_job_summary_is_added_to() {
    let dir = desk();
    let summary = dir.path().join("summary.txt.out");
    std::fs::write(&summary, "before\n").expect("writable");
    let mut command = factdiff(dir.path());
    command.args(["check", ".", "--format", "github"]).env("GITHUB_STEP_SUMMARY", &summary);
    let output = command.output().expect("the command runs");
    assert!(stdout(&output).starts_with("::error file="), "{}", stdout(&output));
    let text = std::fs::read_to_string(&summary).expect("readable");
    assert!(text.starts_with("before\n## factdiff\n") && text.contains("나길둥"), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_the_rest_is_checked() {
    let dir = desk();
    std::fs::write(dir.path().join("broken.md"), b"\x00\x01\x02\xff\xfe\x00").expect("writable");
    let output = run(dir.path(), &["check", ".", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("broken.md"), "{output:?}");
    assert_eq!(run(dir.path(), &["check", "broken.md"]).status.code(), Some(2));
}

#[test]
fn what_the_command_tells_of_itself() {
    let dir = desk();
    let says = |args: &[&str]| {
        let output = run(dir.path(), args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        stdout(&output)
    };
    for name in ["report", "config"] {
        let schema: serde_json::Value = serde_json::from_str(&says(&["schema", name])).expect("JSON");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(says(&["completions", shell]).contains("factdiff"));
    }
    assert!(says(&["man"]).contains(".TH factdiff"));
    assert!(says(&["check", "--help"]).contains("Exit codes:"));
    // A report names the kind, and the kind can be asked about.
    assert!(says(&["explain", "person-name"]).starts_with("person-name-variant [error]\n"));
    let both = says(&["explain", "term"]);
    assert!(both.contains("term-misspelt [") && both.contains("\n\nterm-unknown ["), "{both}");
}

#[test]
fn claims_follow_their_contract() {
    let dir = desk();
    let output = run(dir.path(), &["extract", "naru.md", "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> =
        stdout(&output).lines().map(|l| serde_json::from_str(l).expect("each line is an object")).collect();
    assert!(!lines.is_empty());
    for line in &lines {
        assert_eq!(line["schema"], "factdiff.claim/v1");
        let (from, to) = (line["byte_start"].as_u64().expect("a number"), line["byte_end"].as_u64().expect("a number"));
        assert_eq!(line["text"], NARU[from as usize..to as usize]);
        assert!(line["value"].is_object() && line["about"]["sentence"].is_string());
    }
    assert!(stdout(&run(dir.path(), &["extract", "naru.md"])).contains("naru.md:5:"));
}

/// A run is long here because its standard input comes late.
#[cfg(unix)]
#[test]
fn progress_is_shown_on_a_terminal_and_gone_before_the_report() {
    let dir = desk();
    let late = |stderr: Stdio, wait: u64| {
        let mut child = factdiff(dir.path())
            .args(["check", "-", "--against", "naru.md", "dasom.md", "--format", "concise"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .expect("the command runs");
        let mut input = child.stdin.take().expect("a pipe");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        input.write_all(GARAM.as_bytes()).expect("writable");
        drop(input);
        child.wait_with_output().expect("it ends")
    };
    let on_terminal = |wait| {
        let (mut terminal, name) = common::terminal();
        let stderr = common::side(&name);
        let mut shown = Vec::new();
        let output = std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                // Reading fails when nobody holds the other side any more.
                let mut buffer = [0; 4096];
                while let Ok(n @ 1..) = terminal.read(&mut buffer) {
                    shown.extend_from_slice(&buffer[..n]);
                }
            });
            let output = late(stderr, wait);
            reader.join().expect("the screen");
            output
        });
        assert!(stdout(&output).starts_with("-:5:1: 오류["), "{output:?}");
        String::from_utf8(shown).expect("UTF-8")
    };
    let shown = on_terminal(1300);
    assert!(shown.contains("\r표준 입력을 읽는 중 … 1s\u{1b}[K") && shown.ends_with("\r\u{1b}[K"), "{shown:?}");
    assert_eq!(on_terminal(0), "");
    let piped = late(Stdio::piped(), 1300);
    assert!(piped.stderr.is_empty(), "{piped:?}");
}
