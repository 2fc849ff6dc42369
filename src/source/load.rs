//! Files and folders into articles: the only place of the library that touches the file system.

use super::{Problem, ProblemLevel, Sources, read};
use rayon::prelude::*;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Files larger than this are not articles: 16 MB.
pub const MAX_BYTES: u64 = 16 << 20;

/// What is to be read.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Files and folders to check.
    pub paths: Vec<PathBuf>,
    /// Files and folders that are only compared with.
    pub peers: Vec<PathBuf>,
    /// The content of standard input and the name to report it under.
    pub stdin: Option<(String, Vec<u8>)>,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The articles: standard input first, then those of `paths` in their order, then peers; a folder's files by path.
    pub sources: Sources,
    /// Files left out, and front matter that could not be read.
    pub problems: Vec<Problem>,
    /// Paths that do not exist.
    pub missing: Vec<PathBuf>,
}

/// Returns the articles of files and folders; what cannot be read becomes a problem, never a failure.
///
/// Folders are walked for `.txt` and `.md` files, `.gitignore` kept, hidden files, READMEs and licences left out. A file
/// that is named itself is read whatever its name. A file named twice is read once; one that is both checked and a peer
/// is checked.
pub fn load(request: Request) -> Loaded {
    let mut out = Loaded::default();
    if let Some((name, bytes)) = request.stdin {
        out.take(read::read_bytes(&name, bytes), false);
    }
    let mut files: Vec<(PathBuf, bool)> = Vec::new();
    for (paths, peer) in [(&request.paths, false), (&request.peers, true)] {
        for path in paths {
            out.find(path, peer, &mut files);
        }
    }
    if request.paths.len() + request.peers.len() > 1 {
        let mut seen = HashSet::new();
        files.retain(|(path, _)| identity(path).is_none_or(|id| seen.insert(id)));
    }
    // A pool is slower to start than a few files are to read.
    let read = |(path, peer): &(PathBuf, bool)| (read_file(path), *peer);
    let articles: Vec<_> =
        if files.len() < 32 { files.iter().map(read).collect() } else { files.par_iter().map(read).collect() };
    for (article, peer) in articles {
        out.take(article, peer);
    }
    out
}

impl Loaded {
    fn take(&mut self, read: read::Reading, peer: bool) {
        self.problems.extend(read.problem);
        if let Some(mut article) = read.article {
            article.peer = peer;
            self.sources.push(article);
        }
    }

    /// Appends the files that a path stands for.
    fn find(&mut self, path: &Path, peer: bool, files: &mut Vec<(PathBuf, bool)>) {
        match std::fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let walk = ignore::WalkBuilder::new(path)
                    .require_git(false)
                    .git_global(false)
                    .sort_by_file_path(Path::cmp)
                    .build();
                for entry in walk {
                    match entry {
                        Ok(e) if e.file_type().is_some_and(|t| !t.is_dir()) && is_article(e.path()) => {
                            files.push((e.into_path(), peer));
                        }
                        Ok(_) => {}
                        Err(e) => self.problems.push(skipped(&show(path), format!("폴더를 읽을 수 없습니다: {e}"))),
                    }
                }
            }
            Ok(_) => files.push((path.to_owned(), peer)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => self.missing.push(path.to_owned()),
            Err(e) => self.problems.push(skipped(&show(path), format!("파일을 읽을 수 없습니다: {e}"))),
        }
    }
}

/// Returns whether a file found in a folder is taken for an article.
pub fn is_article(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_ascii_uppercase();
    let about = ["README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING", "NOTICE"];
    (ending.eq_ignore_ascii_case("txt") || ending.eq_ignore_ascii_case("md"))
        && !about.iter().any(|a| stem.strip_prefix(a).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn read_file(path: &Path) -> read::Reading {
    let name = show(path);
    let mut bytes = Vec::new();
    let result = File::open(path).and_then(|mut f| {
        let len = f.metadata()?.len();
        bytes.reserve_exact(len.min(MAX_BYTES) as usize + 1);
        f.by_ref().take(MAX_BYTES + 1).read_to_end(&mut bytes)
    });
    match result {
        Err(e) => read::Reading {
            article: None,
            problem: Some(skipped(&name, format!("파일을 읽을 수 없습니다: {e}"))),
        },
        Ok(_) => read::read_bytes(&name, bytes),
    }
}

fn skipped(path: &str, message: String) -> Problem {
    Problem::of_file(path, ProblemLevel::Skipped, message)
}

/// Returns the path as the user named it, without the `./` that CI systems would not take for a place in their repository.
fn show(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}

/// Returns what tells a file from all others, however it is named.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|m| (m.dev(), m.ino()))
}

/// Returns what tells a file from all others, however it is named.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}
