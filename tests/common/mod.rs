//! What the tests of the command share: a folder with an event, and the command run in it.
#![allow(dead_code)] // each test binary uses a part of it

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The outlets of the event whose articles have nothing wrong.
pub(crate) const RIGHT: [(&str, &str); 4] =
    [("garam.md", "가람일보"), ("narae.md", "나래신문"), ("maru.md", "마루방송"), ("haesol.md", "해솔경제")];

/// Returns the article of an outlet as it is right.
pub(crate) fn article(outlet: &str) -> String {
    format!(
        "+++
outlet = \"{outlet}\"
published = 2025-03-04T10:00:00+09:00
title = \"나루시, 강변 공원 새로 연다\"
+++
박서훈 나루시장은 4일 강변 공원을 새로 연다고 밝혔다.

박서훈 시장은 공원 넓이가 축구장 세 개와 같다고 설명했다.

공사를 맡은 한결건설은 지난해 가을부터 나무를 옮겨 심었다.
"
    )
}

/// Returns the article of another outlet that misspells the mayor's name in its first sentence.
pub(crate) fn wrong(outlet: &str) -> String {
    article(outlet).replacen("박서훈", "박서운", 1)
}

/// Returns a folder with the event: four articles that are right, and `dasom.md`, in which the mayor is misspelt.
pub(crate) fn event() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder for the test");
    for (file, outlet) in RIGHT {
        fs::write(dir.path().join(file), article(outlet)).expect("an article");
    }
    fs::write(dir.path().join("dasom.md"), wrong("다솜경제")).expect("an article");
    dir
}

/// Returns the command, to be run in the folder, without colour.
pub(crate) fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factdiff"));
    command.current_dir(dir).args(args).env("NO_COLOR", "1").env_remove("GITHUB_STEP_SUMMARY");
    command
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Said {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// Runs the command in the folder.
pub(crate) fn run(dir: &Path, args: &[&str]) -> Said {
    said(command(dir, args).output().expect("the command runs"))
}

/// Returns the output as text.
pub(crate) fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Returns the text of a file.
pub(crate) fn text(dir: &Path, file: &str) -> String {
    fs::read_to_string(dir.join(file)).expect("the file is there")
}

/// Returns both sides of a new terminal: the one that a person sits at, and the path that a program opens.
#[cfg(unix)]
pub(crate) fn terminal() -> (fs::File, std::path::PathBuf) {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&person).and_then(|()| unlockpt(&person)).expect("a terminal");
    let name = ptsname(&person, Vec::new()).expect("its name");
    (fs::File::from(person), name.to_str().expect("its name").into())
}

/// Returns the program's side of a terminal, as standard input, output or error.
#[cfg(unix)]
pub(crate) fn side(terminal: &Path) -> std::process::Stdio {
    fs::OpenOptions::new().read(true).write(true).open(terminal).expect("a terminal").into()
}
