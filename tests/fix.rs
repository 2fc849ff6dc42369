//! `factdiff fix` as a desk uses it: what it changes, what it leaves, and that no file is ever half written.

mod common;

use common::{article, command, event, run, said, text, wrong};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization as _;

/// Puts the bytes in place of the article with the mistake.
fn put(dir: &Path, bytes: &[u8]) {
    fs::write(dir.join("dasom.md"), bytes).expect("an article");
}

fn bytes(dir: &Path) -> Vec<u8> {
    fs::read(dir.join("dasom.md")).expect("the article is there")
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let dir = event();
    let said = run(dir.path(), &["fix", "--diff", "."]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("--- a/dasom.md\n+++ b/dasom.md\n@@ "), "{}", said.out);
    assert!(
        said.out.contains("\n-박서운 나루시장은 4일") && said.out.contains("\n+박서훈 나루시장은 4일"),
        "{}",
        said.out
    );
    assert_eq!(text(dir.path(), "dasom.md"), wrong("다솜경제"));
    // It is a patch that applies.
    fs::write(dir.path().join("fix.patch"), &said.out).expect("a patch");
    let git = std::process::Command::new("git").args(["apply", "fix.patch"]).current_dir(dir.path()).status();
    assert!(git.expect("git runs").success());
    assert_eq!(text(dir.path(), "dasom.md"), article("다솜경제"));
    let again = run(dir.path(), &["fix", "--diff", "."]);
    assert_eq!((again.code, again.out.as_str()), (0, ""), "{again:?}");
}

#[test]
fn a_fix_says_what_it_changes_and_a_second_run_changes_nothing() {
    let dir = event();
    let first = run(dir.path(), &["fix", "."]);
    assert_eq!(first.code, 0, "{first:?}");
    assert!(first.out.contains("dasom.md:6:1: 박서운 -> 박서훈 (person-name-variant)"), "{}", first.out);
    assert_eq!(text(dir.path(), "dasom.md"), article("다솜경제"));
    for (file, outlet) in common::RIGHT {
        assert_eq!(text(dir.path(), file), article(outlet));
    }
    let before = fs::metadata(dir.path().join("dasom.md")).and_then(|m| m.modified()).expect("a time");
    let second = run(dir.path(), &["fix", "."]);
    assert_eq!((second.code, second.out.as_str()), (0, ""), "{second:?}");
    let after = fs::metadata(dir.path().join("dasom.md")).and_then(|m| m.modified()).expect("a time");
    assert_eq!(before, after);
    assert_eq!(fs::read_dir(dir.path()).expect("the folder").count(), 5, "no file is left behind");
}

/// The bytes of a text in some encoding.
type Dress<'a> = &'a dyn Fn(&str) -> Vec<u8>;

#[test]
fn every_other_byte_stays() {
    let dir = event();
    let (old, new) = (wrong("다솜경제"), article("다솜경제"));
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    // The front matter says outlet and time in ASCII quotation marks, so that all of it is in CP949.
    let cp949 = |text: &str| encoding_rs::EUC_KR.encode(text).0.into_owned();
    let apart = |text: &str| text.nfd().collect::<String>().into_bytes();
    let sixteen = |text: &str| {
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
    };
    let no_end = |text: &str| text.trim_end().as_bytes().to_vec();
    let dresses: [(&str, Dress<'_>); 5] = [
        ("BOM and CR LF", &crlf),
        ("CP949", &cp949),
        ("NFD", &apart),
        ("UTF-16", &sixteen),
        ("no newline at the end", &no_end),
    ];
    for (name, dress) in dresses {
        put(dir.path(), &dress(&old));
        let said = run(dir.path(), &["fix", "."]);
        assert_eq!(said.code, 0, "{name}: {said:?}");
        assert!(bytes(dir.path()) == dress(&new), "{name}: {said:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_modes_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let dir = event();
    let (link, file) = (dir.path().join("dasom.md"), dir.path().join("archive").join("0304.md"));
    fs::create_dir(dir.path().join("archive")).expect("a folder");
    fs::rename(&link, &file).expect("a move");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("a mode");
    symlink("archive/0304.md", &link).expect("a link");
    let said = run(dir.path(), &["fix", "dasom.md", "--against", "garam.md", "narae.md", "maru.md", "haesol.md"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("the file"), article("다솜경제"));
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
}

#[test]
fn peers_are_never_changed() {
    let dir = event();
    let said = run(dir.path(), &["fix", "garam.md", "narae.md", "maru.md", "haesol.md", "--against", "dasom.md"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said:?}");
    assert_eq!(text(dir.path(), "dasom.md"), wrong("다솜경제"));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_replaced_is_left_whole_and_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = event();
    let locked = dir.path().join("locked");
    fs::create_dir(&locked).expect("a folder");
    fs::rename(dir.path().join("dasom.md"), locked.join("dasom.md")).expect("a move");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).expect("a mode");
    // Root may write everywhere.
    let root = fs::write(locked.join("probe"), "").is_ok();
    let said = run(dir.path(), &["fix", "."]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("a mode");
    if root {
        assert_eq!(said.code, 0, "{said:?}");
    } else {
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains("고치지 않음"), "{said:?}");
        assert_eq!(text(&locked, "dasom.md"), wrong("다솜경제"));
    }
}

#[test]
fn standard_input_and_questions_without_a_terminal_are_refused() {
    let dir = event();
    let said = run(dir.path(), &["fix", "-"]);
    assert!(said.code == 2 && said.err.contains("표준 입력은 고칠 수 없습니다"), "{said:?}");
    let said = run(dir.path(), &["fix", "--interactive", "."]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("터미널"), "{said:?}");
}

#[test]
fn killed_at_any_moment_each_file_is_old_or_new() {
    // Three outlets are wrong, each in its own way, so that three files are replaced.
    let dir = event();
    let slips = [
        ("a.md", "박서훈", "박서운"),
        ("b.md", "나무를", "나무을"),
        ("c.md", "공원을 새로 연다고", "공원를 새로 연다고"),
    ];
    let files: Vec<(&str, String, String)> = slips
        .iter()
        .map(|(file, right, slip)| (*file, article(file).replacen(right, slip, 1), article(file)))
        .collect();
    fs::remove_file(dir.path().join("dasom.md")).expect("the file was there");
    let reset = || files.iter().for_each(|(file, old, _)| fs::write(dir.path().join(file), old).expect("an article"));
    reset();
    let start = Instant::now();
    let whole = run(dir.path(), &["fix", "."]);
    let time = start.elapsed();
    assert!(whole.out.lines().count() == 3, "{whole:?}");
    let (mut killed, mut olds, mut news) = (0, 0, 0);
    for round in 0..60u32 {
        reset();
        let mut child = command(dir.path(), &["fix", "."])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the command runs");
        // The last two thirds of a run, in which files are written.
        let wait = time.mul_f64(0.33 + 0.77 * f64::from(round) / 60.0);
        let begun = Instant::now();
        while begun.elapsed() < wait {
            std::thread::sleep(Duration::from_micros(50));
        }
        killed += u32::from(child.try_wait().expect("a child").is_none());
        // A process that has ended by itself cannot be killed any more.
        let _ = child.kill();
        child.wait().expect("a child");
        for (file, old, new) in &files {
            let now = text(dir.path(), file);
            assert!(now == *old || now == *new, "round {round}: {file} is neither:\n{now}");
            olds += u32::from(now == *old);
            news += u32::from(now == *new);
        }
    }
    assert!(killed > 5, "only {killed} of 60 runs were killed while they ran");
    assert!(olds > 0 && news + olds == 180);
    // What a killed run left behind is hidden, and no later run takes it for an article.
    reset();
    let after = run(dir.path(), &["fix", "."]);
    assert_eq!(after.code, 0, "{after:?}");
    assert!(files.iter().all(|(file, _, new)| text(dir.path(), file) == *new));
}

#[test]
fn the_particle_goes_with_the_word() {
    let dir = event();
    for (outlet, name) in [("다솜경제", "한결건서는"), ("다솜경제", "‘한결건서’는")] {
        let right = article(outlet);
        let quoted = name.starts_with('‘');
        put(dir.path(), right.replacen("한결건설은", name, 1).as_bytes());
        let said = run(dir.path(), &["fix", "--unsafe", "."]);
        let want = if quoted { right.replacen("한결건설은", "‘한결건설’은", 1) } else { right };
        assert_eq!(text(dir.path(), "dasom.md"), want, "{said:?}");
    }
}

#[cfg(unix)]
mod interactive {
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::process::Stdio;

    /// Runs `fix --interactive` at a real terminal, types the answers, and returns what the screen shows.
    fn asked(dir: &Path, answers: &str) -> (common::Said, String) {
        asked_after(dir, answers, || {})
    }

    /// The same; does `meanwhile` once the first question is on the screen.
    fn asked_after(dir: &Path, answers: &str, meanwhile: impl FnOnce()) -> (common::Said, String) {
        let (mut terminal, name) = common::terminal();
        let child = command(dir, &["fix", "--interactive", "."])
            .stdin(common::side(&name))
            .stdout(common::side(&name))
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let mut reader = terminal.try_clone().expect("a terminal");
        let (mut shown, mut buffer) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&shown).contains("[y,n,a,o,i,q,?]") {
            let n = reader.read(&mut buffer).expect("a question");
            shown.extend_from_slice(&buffer[..n]);
        }
        meanwhile();
        terminal.write_all(answers.as_bytes()).expect("typing");
        let screen = std::thread::spawn(move || {
            // When the command has ended, reading fails: nobody holds the other side.
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                shown.extend_from_slice(&buffer[..n]);
            }
            String::from_utf8_lossy(&shown).into_owned()
        });
        let done = said(child.wait_with_output().expect("the command ends"));
        (done, screen.join().expect("the screen"))
    }

    #[test]
    fn yes_makes_the_fix_and_the_evidence_is_shown() {
        let dir = event();
        let (done, screen) = asked(dir.path(), "y\n");
        assert_eq!(done.code, 0, "{done:?} {screen}");
        assert!(screen.contains("여기만 ‘박서운’") && screen.contains("고칠까요?"), "{screen}");
        assert_eq!(text(dir.path(), "dasom.md"), article("다솜경제"));
    }

    #[test]
    fn no_changes_nothing() {
        let dir = event();
        let (done, screen) = asked(dir.path(), "?\nn\n");
        assert_eq!(done.code, 0, "{done:?} {screen}");
        assert!(screen.contains("\n  y  고친다") && screen.contains("\n  n  그대로 둔다"), "{screen}");
        assert_eq!(text(dir.path(), "dasom.md"), wrong("다솜경제"));
    }

    #[test]
    fn what_is_ignored_stays_ignored() {
        for (place, file) in [("f", "factdiff.toml"), ("c", "dasom.md")] {
            let dir = event();
            let (done, screen) = asked(dir.path(), &format!("i\n두 이름을 다 쓴다\n{place}\n"));
            assert_eq!(done.code, 0, "{done:?} {screen}");
            assert!(text(dir.path(), file).contains("두 이름을 다 쓴다"), "{screen}");
            let after = run(dir.path(), &["check", "."]);
            assert_eq!(after.code, 0, "{after:?}");
            assert_eq!(after.err, "");
            let without = run(dir.path(), &["check", ".", "--ignores", "off"]);
            assert_eq!(without.code, 1, "{without:?}");
        }
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_not_written() {
        let dir = event();
        let newer = wrong("다솜경제").replacen("지난해 가을", "지난해 겨울", 1);
        let (done, screen) = asked_after(dir.path(), "y\n", || put(dir.path(), newer.as_bytes()));
        assert_eq!(done.code, 1, "{done:?} {screen}");
        assert!(done.err.contains("읽은 뒤에 파일이 바뀌었습니다"), "{done:?}");
        assert_eq!(text(dir.path(), "dasom.md"), newer);
    }

    #[test]
    fn another_word() {
        let dir = event();
        let (done, screen) = asked(dir.path(), "o\n박세훈\n");
        assert_eq!(done.code, 0, "{done:?} {screen}");
        assert_eq!(text(dir.path(), "dasom.md"), wrong("다솜경제").replacen("박서운", "박세훈", 1));
    }
}
