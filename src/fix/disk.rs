//! Edits of the text as edits of the bytes on disk: in the encoding, the composition and the width the file has there.

use crate::finding::Edit;
use crate::source::Article;
use unicode_normalization::{UnicodeNormalization, is_nfd};

/// Why an edit cannot be put into a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unwritable {
    /// The encoding of the file lacks this character.
    NoSuchCharacter(char),
    /// The bytes are not those of the article.
    OtherBytes,
}

/// Returns the bytes of the file with the edits made and every other byte as it was.
///
/// `bytes` are those the article was decoded from; the edits are sorted and do not collide.
pub fn splice(article: &Article, bytes: &[u8], edits: &[&Edit]) -> Result<Vec<u8>, Unwritable> {
    let mut out = Vec::with_capacity(bytes.len() + 16);
    let mut at = 0;
    for edit in edits {
        let range = article.file_span(edit.at.span);
        let before = bytes.get(at..range.start).filter(|_| range.end <= bytes.len()).ok_or(Unwritable::OtherBytes)?;
        out.extend_from_slice(before);
        out.extend(encoded(article, edit)?);
        at = range.end;
    }
    out.extend_from_slice(&bytes[at..]);
    Ok(out)
}

/// Returns the bytes of the new words where the old ones stand.
fn encoded(article: &Article, edit: &Edit) -> Result<Vec<u8>, Unwritable> {
    let (file, start) = article.decoded_at(edit.at.span.start());
    let (_, end) = article.decoded_at(edit.at.span.end());
    let new = dressed(file.get(start..end).unwrap_or_default(), &edit.text, file);
    article.encode(&new).ok_or_else(|| {
        let lacking = new.chars().find(|c| article.encode(&c.to_string()).is_none());
        Unwritable::NoSuchCharacter(lacking.unwrap_or(char::REPLACEMENT_CHARACTER))
    })
}

/// Returns the new words as the file writes: letters apart (NFD) and figures at full width where the old words had them.
fn dressed(old: &str, new: &str, file: &str) -> String {
    let mut new = new.to_owned();
    if old.chars().any(is_fullwidth) && !old.chars().any(|c| c.is_ascii_alphanumeric()) {
        new = new.chars().map(widened).collect();
    }
    // A word without a syllable to tell by (a figure) follows the file.
    let sample = if old.is_ascii() { file } else { old };
    if !sample.is_ascii() && is_nfd(sample) && sample.nfc().ne(sample.chars()) {
        new = new.nfd().collect();
    }
    new
}

fn is_fullwidth(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}

fn widened(c: char) -> char {
    if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{ArticleId, Loc, Span, read_bytes};

    const TEXT: &str = "충청시는 2024년에 만들어진 항구 도시다.";

    fn article(bytes: &[u8]) -> Article {
        read_bytes("a.md", bytes.to_vec()).article.unwrap()
    }

    /// Returns the file after the edits (old, new), and checks that reading it gives the text with the edits.
    fn spliced(bytes: &[u8], edits: &[(&str, &str)]) -> Result<Vec<u8>, Unwritable> {
        let article = article(bytes);
        let edits: Vec<Edit> = edits
            .iter()
            .map(|(old, new)| {
                let start = article.text.find(old).unwrap();
                let span = Span::new(start, start + old.len());
                Edit { at: Loc { article: ArticleId(0), span }, text: (*new).to_owned() }
            })
            .collect();
        let edits: Vec<&Edit> = edits.iter().collect();
        let new = splice(&article, bytes, &edits)?;
        assert_eq!(self::article(&new).text, crate::fix::new_text(&article.text, &edits));
        Ok(new)
    }

    #[test]
    fn plain_utf8_with_its_mark_and_line_ends() {
        let new = spliced(TEXT.as_bytes(), &[("충청", "충칭"), ("2024", "2025")]).unwrap();
        assert_eq!(String::from_utf8(new).unwrap(), "충칭시는 2025년에 만들어진 항구 도시다.");
        let marked = format!("\u{feff}제목\r\n\r\n{TEXT}\r\n");
        let new = spliced(marked.as_bytes(), &[("충청", "충칭")]).unwrap();
        assert_eq!(String::from_utf8(new).unwrap(), marked.replace("충청", "충칭"));
    }

    #[test]
    fn cp949_stays_cp949_and_refuses_what_it_lacks() {
        let (bytes, _, _) = encoding_rs::EUC_KR.encode(TEXT);
        let new = spliced(&bytes, &[("충청", "충칭")]).unwrap();
        assert_eq!(encoding_rs::EUC_KR.decode(&new).0, TEXT.replace("충청", "충칭"));
        // CP949 has every modern syllable, even 똠, but no 𠀀.
        assert!(spliced(&bytes, &[("충청", "똠")]).is_ok());
        assert_eq!(spliced(&bytes, &[("충청", "충𠀀")]), Err(Unwritable::NoSuchCharacter('𠀀')));
    }

    #[test]
    fn letters_apart_stay_apart() {
        let apart: String = TEXT.nfd().collect();
        let new = spliced(apart.as_bytes(), &[("충청", "충칭"), ("2024", "천")]).unwrap();
        assert_eq!(
            String::from_utf8(new).unwrap(),
            TEXT.replace("충청", "충칭").replace("2024", "천").nfd().to_string()
        );
        // One word that was pasted in another form: the others keep theirs.
        let mixed = format!("{apart}\n{TEXT}");
        let new = spliced(mixed.as_bytes(), &[("충청", "충칭")]).unwrap();
        let part = |s: &str| s.nfd().to_string();
        assert_eq!(String::from_utf8(new).unwrap(), mixed.replacen(&part("청"), &part("칭"), 1));
    }

    #[test]
    fn full_width_figures_stay_wide() {
        let wide = TEXT.replace("2024", "２０２４");
        let new = spliced(wide.as_bytes(), &[("2024", "2025")]).unwrap();
        assert_eq!(String::from_utf8(new).unwrap(), TEXT.replace("2024", "２０２５"));
    }

    #[test]
    fn sixteen_bits() {
        let bytes: Vec<u8> = "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let new = spliced(&bytes, &[("충청", "충칭")]).unwrap();
        assert_eq!(encoding_rs::UTF_16LE.decode(&new).0, TEXT.replace("충청", "충칭"));
        assert_eq!(new[..2], [0xff, 0xfe]);
    }

    #[test]
    fn bytes_of_another_file_are_refused() {
        let article = article(TEXT.as_bytes());
        let edit = Edit { at: Loc { article: ArticleId(0), span: Span::new(13, 17) }, text: "2025".to_owned() };
        assert_eq!(splice(&article, b"abc", &[&edit]), Err(Unwritable::OtherBytes));
    }
}
