//! The bytes of one file into an article.

use super::{Article, ArticleId, Problem, ProblemLevel, Span, decode, front, load, masthead};

/// An article, and what is wrong with its file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The article, where there is one to read.
    pub article: Option<Article>,
    /// Why there is none, or what of it could not be read.
    pub problem: Option<Problem>,
}

/// Returns the article in the content of a file; pure, and total over all bytes.
///
/// `path` names the file in reports and, without its folder and ending, stands in for an unknown outlet.
pub fn read_bytes(path: &str, bytes: Vec<u8>) -> Reading {
    let skip = |message: &str| Reading {
        article: None,
        problem: Some(Problem::of_file(path, ProblemLevel::Skipped, message)),
    };
    if bytes.len() as u64 > load::MAX_BYTES {
        return skip("파일이 너무 큽니다(16MB까지 읽습니다)");
    }
    let decoded = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(message) => return skip(message),
    };
    let text = decoded.text;
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    if text[start..].trim().is_empty() {
        return skip("빈 파일입니다");
    }
    let mut problem = decoded.lost.map(|at| {
        let message = "읽을 수 없는 바이트가 있어 그 자리를 빼고 읽습니다";
        Problem::at(path, &text, at..at, ProblemLevel::Warning, message)
    });
    let matter = front::split(path, &text, start);
    problem = matter.problem.or(problem);
    let body = Span::new(matter.body, text.len());
    let mut article = Article {
        id: ArticleId(0),
        path: path.to_owned(),
        outlet: matter.outlet.unwrap_or_default(),
        outlet_known: false,
        published: matter.published,
        title: matter.title,
        byline: matter.byline,
        url: matter.url,
        text,
        body,
        original: decoded.original,
        peer: false,
    };
    article.outlet_known = !article.outlet.is_empty();
    masthead::complete(&mut article);
    if !article.outlet_known {
        article.outlet = stem(path).to_owned();
    }
    Reading { article: Some(article), problem }
}

/// Returns the name of a file without folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rfind('.') {
        Some(dot) if dot > 0 => &name[..dot],
        _ => name,
    }
}
