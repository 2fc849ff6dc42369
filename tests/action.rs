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

/// Returns the commands of the action's steps, each with its environment as written.
fn steps(action: &str) -> Vec<(String, Vec<(String, String)>)> {
    let (_, steps) = action.split_once("\n  steps:\n").expect("steps");
    let read = |step: &str| {
        let (run, env) = step.split_once("\n      env:\n").expect("an environment");
        let (_, run) = run.split_once("      run: ").expect("a command");
        let run = run.strip_prefix("|\n").unwrap_or(run).to_owned();
        let pair = |line: &str| line.trim().split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned()));
        (run, env.lines().take_while(|l| l.starts_with("        ")).filter_map(pair).collect())
    };
    steps.split("    - name: ").skip(1).map(read).collect()
}

/// The steps as a runner makes them, with a cargo that puts the program of the tests in place instead of building one.
#[test]
fn its_steps_build_and_check() {
    let dir = event();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temp = dir.path().join("runner temp");
    let tools = temp.join("tools");
    std::fs::create_dir_all(&tools).expect("a folder");
    let cargo = format!(
        "#!/bin/sh\n[ \"$1 $2 $3\" = 'install --locked --path' ] && [ -f \"$4/Cargo.toml\" ] && [ \"$5\" = --root ] || exit 9\n\
         mkdir -p \"$6/bin\" && ln -s '{}' \"$6/bin/factdiff\"\n",
        env!("CARGO_BIN_EXE_factdiff")
    );
    std::fs::write(tools.join("cargo"), cargo).expect("a script");
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(tools.join("cargo"), std::fs::Permissions::from_mode(0o755)).expect("a mode");
    let value = |expression: &str| match expression {
        "github.action_path" => root.display().to_string(),
        "github.action_repository" => "desk/factdiff".to_owned(),
        "runner.temp" => temp.display().to_string(),
        "inputs.paths" => "dasom.md".to_owned(),
        "inputs.against" => "garam.md\nnarae.md\nmaru.md\nhaesol.md".to_owned(),
        "inputs.fail-on" => "error".to_owned(),
        "inputs.sarif" => "보고.sarif".to_owned(),
        "inputs.baseline" | "inputs.config" => String::new(),
        other => panic!("{other} is given by no runner"),
    };
    let make = |(run, env): &(String, Vec<(String, String)>), path: &str| {
        let mut command = Command::new("/bin/bash");
        // As runners call it.
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run]).current_dir(dir.path());
        command.env("RUNNER_TEMP", &temp).env("GITHUB_OUTPUT", dir.path().join("output")).env("PATH", path);
        for (name, written) in env {
            let (before, rest) = written.split_once("${{ ").expect("an expression");
            let (expression, after) = rest.split_once(" }}").expect("an expression");
            command.env(name, format!("{before}{}{after}", value(expression)));
        }
        said(command.output().expect("bash runs"))
    };
    let steps = steps(&text(root, "action.yml"));
    let [build, check] = &steps[..] else { panic!("{steps:?}") };
    let without = make(build, "/nowhere");
    assert!(without.code == 2 && without.out.contains("before desk/factdiff is used"), "{without:?}");
    let path = format!("{}:/usr/bin:/bin", tools.display());
    let built = make(build, &path);
    assert_eq!(built.code, 0, "{built:?}");
    let checked = make(check, &path);
    assert!(checked.code == 1 && checked.out.contains("::error file=dasom.md,line=6"), "{checked:?}");
    assert_eq!(text(dir.path(), "output"), "sarif=보고.sarif\n");
    assert!(text(dir.path(), "보고.sarif").contains("\"2.1.0\""));
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
    // What is fetched is said by who uses it: no address of a place where the project may not live.
    for file in ["action.yml", "docs/ci/gitlab.yml", ".pre-commit-hooks.yaml"] {
        assert!(!text(root, file).contains("://"), "{file}");
    }
    let job = text(root, "docs/ci/gitlab.yml");
    let build = job.lines().find_map(|l| l.trim().strip_prefix("- command -v ")).expect("the command");
    let builds = |path: &str| {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("command -v {build}")]).env("PATH", path).env("FACTDIFF_GIT", "");
        said(command.output().expect("sh runs"))
    };
    let there = Path::new(env!("CARGO_BIN_EXE_factdiff")).parent().expect("a folder");
    assert_eq!(builds(there.to_str().expect("a path")).code, 0);
    let unknown = builds("/nowhere");
    assert!(unknown.code != 0 && unknown.err.contains("address of the factdiff repository"), "{unknown:?}");
    // The job's command, in a folder with an event.
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
