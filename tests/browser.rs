//! The page in a real Chromium: what an editor sees at a desk, on a phone, in the dark and on paper.
//!
//! A probe (`tests/browser/probe.js`) runs in a copy of the page and sends what it observes to a page around it; the copy's policy
//! allows the probe and is otherwise that of the page. Without a browser these tests say so and pass, unless
//! `FACTDIFF_BROWSER` names one: then it must be there (`.ci/run` sets it).

mod common;

use base64::Engine as _;
use common::{event, run, text};
use serde_json::Value;
use sha2::Digest as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PROBE: &str = include_str!("browser/probe.js");

/// Text that would run, load something or leave its place if it were not escaped.
const HOSTILE: &str = "</p></section><script>document.title = 'pwned'</script>\
    <img src=\"http://127.0.0.1:9/x.png\" onerror=\"document.title = 'pwned'\"><style>mark { display: none }</style>\n";

/// Returns the browser's program; nothing where none is found and none is demanded.
fn browser() -> Option<PathBuf> {
    let demanded = std::env::var_os("FACTDIFF_BROWSER").filter(|name| !name.is_empty());
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let candidates: Vec<PathBuf> = match &demanded {
        Some(name) => vec![PathBuf::from(name)],
        None => names.iter().map(PathBuf::from).collect(),
    };
    let runs = |program: &&PathBuf| {
        Command::new(program).arg("--version").stderr(Stdio::null()).output().is_ok_and(|o| o.status.success())
    };
    let found = candidates.iter().find(runs).cloned();
    assert!(found.is_some() || demanded.is_none(), "FACTDIFF_BROWSER={demanded:?} does not run");
    if found.is_none() {
        eprintln!("skipped: no Chromium on this machine; FACTDIFF_BROWSER=PROGRAM makes it wanted");
    }
    found
}

/// Returns a folder with the page of all fixtures and of an event whose article has hostile text in it.
fn page(lang: &str) -> TempDir {
    let dir = event();
    let hostile = text(dir.path(), "dasom.md") + "\n" + HOSTILE;
    fs::write(dir.path().join("dasom.md"), hostile).expect("an article");
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let said = run(dir.path(), &["check", ".", fixtures, "--lang", lang, "--format", "html=page.html"]);
    assert_eq!(said.code, 1, "{said:?}");
    dir
}

fn hash(source: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(source)))
}

/// Writes a copy of the page with the probe in front of its own script; on paper, with the style of print on the screen.
fn probed(dir: &Path, on_paper: bool) {
    let mut html = text(dir, "page.html");
    let between = |html: &str, tag: &str| -> String {
        let from = html.find(&format!("<{tag}>")).expect("the element is there") + tag.len() + 2;
        html[from..from + html[from..].find(&format!("</{tag}>")).expect("it ends")].to_owned()
    };
    if on_paper {
        let style = between(&html, "style");
        let printed = style.replace("@media print", "@media all");
        assert_ne!(style, printed);
        html = html.replace(&style, &printed).replace(&hash(&style), &hash(&printed));
    }
    let own = hash(&between(&html, "script"));
    assert!(html.contains(&own), "the page names its own script");
    html = html.replacen(&own, &format!("{own} {}", hash(PROBE)), 1);
    html = html.replacen("<script>", &format!("<script>{PROBE}</script>\n<script>"), 1);
    fs::write(dir.join("probed.html"), html).expect("a file");
}

/// Writes a page with a frame of the view's size in it: a window of Chromium cannot be as narrow as a phone. What the
/// probe sends ends up in the outer page, which the browser prints.
fn framed(dir: &Path, view: View) -> PathBuf {
    let script = "addEventListener('message', (e) => { document.getElementById('seen').textContent = e.data; });";
    let View { width, height, .. } = view;
    let html = format!(
        "<!doctype html><meta charset=utf-8><body style=\"margin:0\"><script>{script}</script><pre id=\"seen\"></pre>\
         <iframe src=\"probed.html\" style=\"border:0;position:fixed;top:0;left:0\" width={width} height={height}></iframe>"
    );
    let file = dir.join("framed.html");
    fs::write(&file, html).expect("a file");
    file
}

/// Runs the browser on a file and returns what it prints and its messages; it is stopped after a minute.
fn chromium(program: &Path, file: &Path, options: &[String]) -> (String, String) {
    let profile = tempfile::tempdir().expect("a folder for the profile");
    let (out, err) = (profile.path().join("out"), profile.path().join("err"));
    let into = |path: &Path| fs::File::create(path).expect("a file");
    let mut child = Command::new(program)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"])
        .args(["--disable-background-networking", "--disable-extensions", "--no-first-run", "--lang=ko"])
        .args(["--force-prefers-reduced-motion", "--enable-logging=stderr", "--v=0"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(options)
        .arg(format!("file://{}", file.display()))
        .stdout(into(&out))
        .stderr(into(&err))
        .spawn()
        .expect("the browser runs");
    let deadline = Instant::now() + Duration::from_secs(60);
    while child.try_wait().expect("a state").is_none() {
        if Instant::now() > deadline {
            child.kill().expect("it ends");
            panic!("the browser does not end: {}", fs::read_to_string(&err).unwrap_or_default());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let read = |path: &Path| String::from_utf8_lossy(&fs::read(path).expect("a file")).into_owned();
    (read(&out), read(&err))
}

/// How the page is looked at.
#[derive(Clone, Copy)]
struct View {
    width: usize,
    height: usize,
    dark: bool,
    on_paper: bool,
}

const DESK: View = View { width: 1280, height: 900, dark: false, on_paper: false };
const PHONE: View = View { width: 390, height: 844, dark: false, on_paper: false };

/// Returns what the probe observed, and asserts what holds in every view.
fn observe(program: &Path, dir: &Path, view: View) -> Value {
    probed(dir, view.on_paper);
    let file = framed(dir, view);
    let mut options = vec![
        format!("--window-size={},{}", view.width + 200, view.height + 200),
        "--virtual-time-budget=120000".to_owned(),
        "--dump-dom".to_owned(),
    ];
    // 0 is dark and 1 is light.
    options.push(format!("--blink-settings=preferredColorScheme={}", usize::from(!view.dark)));
    let (dom, messages) = chromium(program, &file, &options);
    let code = dom.split("<pre id=\"seen\">").nth(1).and_then(|rest| rest.split('<').next());
    let code = code.filter(|c| !c.is_empty()).unwrap_or_else(|| panic!("the probe has said nothing: {messages}"));
    let json = base64::engine::general_purpose::STANDARD.decode(code).expect("Base64");
    let seen: Value = serde_json::from_slice(&json).expect("JSON");

    assert_eq!(seen["failed"], Value::Null, "the probe itself failed");
    assert_eq!((&seen["width"], &seen["dark"]), (&view.width.into(), &view.dark.into()));
    assert_eq!(seen["errors"], Value::Array(vec![]), "exceptions and messages of the console");
    // But for the request that the probe makes to see it refused.
    let console: Vec<&str> =
        messages.lines().filter(|l| l.contains("CONSOLE") && !l.contains("http://127.0.0.1:9/")).collect();
    assert!(console.is_empty(), "{console:#?}");
    assert_eq!(seen["resources"], Value::Array(vec![]), "nothing is loaded");
    assert_eq!(seen["violations"], Value::Array(vec![]), "nothing tries to load");
    assert_eq!(seen["refused"], true, "the policy refuses a request");
    assert_ne!(seen["title"], "pwned");
    assert_eq!(seen["strangers"], Value::Array(vec![]), "elements that are not the page's");
    assert_eq!(seen["overflow"], Value::Array(vec![]), "nothing is wider than the window");
    assert!(number(&seen["cards"]) > 20 && number(&seen["marks"]) > 60, "{seen}");
    assert_eq!(seen["faint"], Value::Array(vec![]), "contrast of at least 4.5");
    assert_eq!(
        seen["unmarked"],
        Value::Array(vec![]),
        "each finding is marked in its text and in those of its evidence"
    );
    assert_eq!(seen["broken_links"], Value::Array(vec![]), "each link of a card leads into a text of its event");
    seen
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// Asserts what filters and keys do; the probe gives every step that went wrong.
fn works(seen: &Value) {
    assert!(number(&seen["filters"]["severity"]) >= 2 && number(&seen["filters"]["kind"]) >= 5, "{seen}");
    for step in ["filtering", "keys", "jumps", "opened"] {
        assert_eq!(seen[step], Value::Array(vec![]), "{step}");
    }
    assert!(number(&seen["jumped"]) > 60, "{seen}");
}

#[test]
fn at_a_desk_both_texts_stand_beside_the_finding() {
    let Some(program) = browser() else { return };
    let dir = page("ko");
    let seen = observe(&program, dir.path(), DESK);
    works(&seen);
    assert_eq!(seen["out_of_sight"], Value::Array(vec![]), "card, place and first evidence are in the window");
    let dark = observe(&program, dir.path(), View { dark: true, ..DESK });
    assert_ne!(seen["paper"], dark["paper"]);
}

#[test]
fn on_a_phone_cards_lead_to_the_texts() {
    let Some(program) = browser() else { return };
    for lang in ["ko", "en"] {
        let dir = page(lang);
        works(&observe(&program, dir.path(), PHONE));
    }
    let dir = page("ko");
    observe(&program, dir.path(), View { dark: true, ..PHONE });
}

#[test]
fn on_paper_nothing_is_cut_off() {
    let Some(program) = browser() else { return };
    let dir = page("ko");
    // The width of A4 less the margins, at 96 dots an inch.
    let seen = observe(&program, dir.path(), View { width: 718, height: 1000, dark: false, on_paper: true });
    assert_eq!((&seen["cut_off"], &seen["filters_shown"]), (&Value::Array(vec![]), &false.into()));
    let pdf = dir.path().join("page.pdf");
    let options = [format!("--print-to-pdf={}", pdf.display()), "--no-pdf-header-footer".to_owned()];
    chromium(&program, &dir.path().join("page.html"), &options);
    let pdf = fs::read(pdf).expect("a PDF");
    let pages = pdf.windows(12).filter(|w| w.starts_with(b"/Type /Page") && w[11] != b's').count();
    assert!(pdf.starts_with(b"%PDF-") && (5..60).contains(&pages), "{pages} pages");
}

#[test]
fn a_picture_of_the_page_shows_it() {
    let Some(program) = browser() else { return };
    let dir = page("ko");
    for View { width, height, .. } in [DESK, PHONE] {
        let png = dir.path().join("page.png");
        let options = [format!("--window-size={width},{height}"), format!("--screenshot={}", png.display())];
        chromium(&program, &dir.path().join("page.html"), &options);
        let png = fs::read(png).expect("a picture");
        // Width and height stand behind the signature and the head of the first chunk.
        let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]) as usize;
        assert_eq!((side(16), side(20)), (width, height));
        // A blank page of this size takes a few thousand bytes.
        assert!(png.len() > 40_000, "{} bytes", png.len());
    }
}
