//! The files that CI systems read: the action's script is run, the others say what the program understands.
#![cfg(unix)]

mod common;

use common::{event, said, text};
use std::path::Path;
use std::process::Command;

fn action(dir: &Path, env: &[(&str, &str)]) -> common::Said {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/action.sh");
    let mut command = Command::new("sh");
    command.arg(script).current_dir(dir).env("FACTDIFF_PROGRAM", env!("CARGO_BIN_EXE_factdiff"));
    command.env_remove("GITHUB_STEP_SUMMARY").env("GITHUB_OUTPUT", dir.join("output"));
    said(command.envs(env.iter().copied()).output().expect("sh runs"))
}

#[test]
fn it_annotates_and_writes_sarif() {
    let dir = event();
    let said = action(dir.path(), &[]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("::error file=") && said.out.contains("dasom.md,line=6"), "{}", said.out);
    let sarif: serde_json::Value = serde_json::from_str(&text(dir.path(), "factdiff.sarif")).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(text(dir.path(), "output"), "sarif=factdiff.sarif\n");
}

#[test]
fn its_inputs_are_paths_and_never_commands() {
    let dir = event();
    let name = "새 기사; touch pwned $(touch pwned).md";
    std::fs::rename(dir.path().join("dasom.md"), dir.path().join(name)).expect("a move");
    let peers = "garam.md\nnarae.md\nmaru.md\nhaesol.md";
    let said = action(dir.path(), &[("FACTDIFF_PATHS", name), ("FACTDIFF_AGAINST", peers)]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(!dir.path().join("pwned").exists());
    let never = [("FACTDIFF_PATHS", name), ("FACTDIFF_AGAINST", peers), ("FACTDIFF_FAIL_ON", "never")];
    assert_eq!(action(dir.path(), &never).code, 0);
}

#[test]
fn the_other_files_name_what_there_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let action = text(root, "action.yml");
    let script = text(root, ".ci/action.sh");
    for line in action.lines().filter_map(|l| l.trim().split_once(": ${{ inputs.")).map(|(name, _)| name) {
        assert!(script.contains(line), "{line} is not read by the script");
    }
    assert!(text(root, ".pre-commit-hooks.yaml").contains("entry: factdiff check\n"));
    // The job's command, in a folder with an event.
    let job = text(root, "docs/ci/gitlab.yml");
    let command = job.lines().find_map(|l| l.trim().strip_prefix("- factdiff ")).expect("the command");
    let dir = event();
    let program = env!("CARGO_BIN_EXE_factdiff");
    let said = said(
        Command::new("sh")
            .args(["-c", &format!("'{program}' {command}")])
            .current_dir(dir.path())
            .env("FACTDIFF_PATHS", ".")
            .output()
            .expect("sh runs"),
    );
    assert_eq!(said.code, 1, "{said:?}");
    let report: serde_json::Value =
        serde_json::from_str(&text(dir.path(), "gl-code-quality-report.json")).expect("JSON");
    assert_eq!(report.as_array().map(Vec::len), Some(1));
}
